//! Where an article ends among the stories that its page lists.

use std::collections::HashSet;

use dossier_model::Span;

use super::{AHEAD, credit, line, sign_off, tail};
use crate::agency;

/// Where the list of other stories that `head` opens ends. A box of links inside an article is followed by
/// paragraphs of the article; a list at its end by headlines, captions and at most a lead for each.
pub(super) fn teasers_end(text: &str, units: &[Span], head: usize, title: Option<&str>) -> usize {
    const LOOK_AHEAD: usize = 24;
    let after = units.get(head + 1..).unwrap_or(&[]);
    let closed = head
        .checked_sub(1)
        .and_then(|i| units.get(i))
        .is_some_and(|u| is_hard_end(u.of(text)));
    if closed {
        return units.len();
    }
    let (mut paragraphs, mut others, mut first) = (0_usize, 0_usize, None);
    for (k, unit) in after.iter().take(LOOK_AHEAD).enumerate() {
        let words = unit.of(text);
        if tail::opens_teasers(words) || tail::is_boilerplate(words) {
            continue;
        }
        if is_paragraph(words) {
            paragraphs += 1;
            first = first.or(Some(k));
        } else {
            others += 1;
        }
    }
    if let Some(k) = resumes(text, after, title) {
        return head + 1 + k;
    }
    match first {
        Some(k) if paragraphs >= 2 && paragraphs >= 2 * others => head + 1 + k,
        _ => units.len(),
    }
}

/// Paragraphs in a row that no list of stories has.
const LONG_RUN: usize = 5;

/// Where an article goes on behind a list of headlines: at the first of three paragraphs in a row, most of which
/// name what the headline names or go on with a quotation or a pronoun, or of five. A list of stories gives each one lead.
fn resumes(text: &str, after: &[Span], title: Option<&str>) -> Option<usize> {
    let names: HashSet<String> = title
        .unwrap_or("")
        .split_whitespace()
        .skip(1)
        .filter(|w| w.starts_with(char::is_uppercase) && w.len() >= 4)
        .map(line::key)
        .collect();
    let goes_on = |words: &str| {
        let first = words.split_whitespace().next().unwrap_or("");
        words.starts_with(['"', '“', '‘'])
            || matches!(first, "He" | "She" | "They" | "It" | "His" | "Her" | "Their")
            || words.split_whitespace().any(|w| names.contains(&line::key(w)))
    };
    let (mut run, mut own) = (0_usize, 0_usize);
    for (k, unit) in after.iter().take(AHEAD).enumerate() {
        let words = unit.of(text);
        if !is_paragraph(words) {
            (run, own) = (0, 0);
            continue;
        }
        run += 1;
        own += usize::from(goes_on(words));
        if run >= 3 && own * 2 > run || run >= LONG_RUN {
            return Some(k + 1 - run);
        }
    }
    None
}

/// "./." and an agency's name alone on a line close an article for good.
pub(super) fn is_hard_end(words: &str) -> bool {
    words.ends_with("./.")
        || agency::by_name(words).is_some()
        || sign_off::find(words).is_some_and(|s| s.agency.is_some())
}

/// Whether what follows the line `end` lists other stories. "(AP)" behind a sentence may credit a picture inside
/// the article: there the next lines hold no fewer headlines and captions than paragraphs. So may "Reuters" on a line of its
/// own; a list of stories gives each a headline, and most of them two paragraphs at most.
pub(super) fn lists_stories(text: &str, end: &str, rest: &[Span]) -> bool {
    let closed = end.ends_with("./.");
    let sure = closed || agency::by_name(end).is_some();
    let (mut heads, mut paragraphs) = (0_usize, 0_usize);
    for words in rest
        .iter()
        .take(if sure { AHEAD } else { 12 })
        .map(|u| u.of(text))
    {
        if line::looks_like_headline(words) && !line::is_person_name(words) && line::words(words) >= 4
            || credit::picture(words).is_some()
        {
            heads += 1;
        } else if is_paragraph(words) {
            paragraphs += 1;
        }
    }
    heads >= 2 && (closed || heads >= paragraphs || sure && heads * 2 >= paragraphs)
}

fn is_paragraph(words: &str) -> bool {
    line::ends_sentence(words) && line::words(words) >= 8 && credit::picture(words).is_none()
}
