//! What the first pass left: parts of known full names, and names that letters in brackets spell out.

use std::collections::HashSet;

use dossier_model::{MentionForm, MentionKind};

use super::{Name, next_speaks};
use crate::grammar::lists::common;
use crate::grammar::mention::pattern;
use dossier_annotate::View;
use dossier_annotate::view::Shape;

/// "ASEAN-China Free Trade Area (ACFTA)": letters in brackets make one name of the words in front that begin with
/// them, whatever was found inside.
pub(super) fn spell_out(words: &View, out: &mut Vec<Name>) {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for k in 1..words.len() {
        if words.word(k) != "(" || words.word(k + 2) != ")" || words.shape(k + 1) != Shape::Upper {
            continue;
        }
        if let Some(s) = spelled_from(words, k) {
            found.push((s, k));
        }
    }
    for (start, end) in found {
        let from = out.partition_point(|n| n.end <= start);
        let to = out.partition_point(|n| n.start < end);
        let inside = out.get(from..to).unwrap_or(&[]);
        let whole = matches!(inside, [n] if n.start == start && n.end == end);
        let fits = inside
            .iter()
            .all(|n| n.start >= start && n.end <= end && !(n.kind == MentionKind::Person && n.sure == 2));
        if whole || !fits {
            continue;
        }
        let name = Name {
            start,
            end,
            kind: MentionKind::Organization,
            form: MentionForm::Name,
            sure: 2,
        };
        out.splice(from..to, [name]);
        let next = from + 1;
        if out.get(next).is_none_or(|n| n.start > end + 1) {
            let letters = Name {
                start: end + 1,
                end: end + 2,
                form: MentionForm::Abbreviation,
                ..name
            };
            out.insert(next, letters);
        }
    }
}

/// The first of the capitalised words that end before the bracket at `bracket` and begin with its letters, one each.
fn spelled_from(words: &View, bracket: usize) -> Option<usize> {
    let raw = words.word(bracket + 1);
    if !(3..=8).contains(&raw.len()) || !raw.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let mut letters = raw.bytes().rev();
    let mut k = bracket;
    let floor = words.sentence_words(bracket).0;
    let mut wanted = letters.next();
    while k > floor && bracket - k < 20 {
        k -= 1;
        if words.is_capital(k) {
            let first = words.fold(k).bytes().next().map(|b| b.to_ascii_uppercase());
            if first != wanted {
                return None;
            }
            wanted = letters.next();
            if wanted.is_none() {
                return Some(k);
            }
        } else if !matches!(
            words.word(k),
            "-" | "‑" | "&" | "of" | "for" | "and" | "the" | "on" | "in" | "to" | ","
        ) {
            return None;
        }
    }
    None
}

/// Words in capitals that were passed over, because a sentence starts with them, are names where they are a
/// part of somebody's full name.
pub(super) fn complete(words: &View, out: &mut Vec<Name>) {
    let mut parts: HashSet<&str> = HashSet::new();
    for n in out
        .iter()
        .filter(|n| n.kind == MentionKind::Person && n.sure == 2 && n.end > n.start + 1)
    {
        for k in [n.start, n.end - 1] {
            let w = words.fold(k);
            if words.is_capital(k) && w.len() > 1 && !common::is_function(w) {
                parts.insert(w);
            }
        }
    }
    if parts.is_empty() {
        return;
    }
    let mut found = Vec::new();
    let mut next = out.iter().peekable();
    for k in 0..words.len() {
        while next.next_if(|n| n.end <= k).is_some() {}
        if next.peek().is_some_and(|n| n.start <= k) || !words.is_capital(k) || !parts.contains(words.fold(k))
        {
            continue;
        }
        let w = words.fold(k);
        let habit = words.opens_sentence(k) || words.seen(w).lower > 0;
        if common::is_common(w) && habit && !next_speaks(words, k + 1)
            || common::is_calendar(w)
            || pattern::stretch(words, k, words.sentence_words(k).1) > k + 1
        {
            continue;
        }
        found.push(Name {
            start: k,
            end: k + 1,
            kind: MentionKind::Person,
            form: MentionForm::Name,
            sure: 2,
        });
    }
    out.extend(found);
    out.sort_by_key(|n| n.start);
}
