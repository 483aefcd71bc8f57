//! A measure for a number that has none: the words around it, with a gap where the number stands.

use dossier_model::{Annotation, Quantity, Span};
use dossier_world::{latin, words};

use super::{Reading, small};

words!(
    /// Words of a quantity that are its number or its hedge, and not what it counts.
    NUMBER_WORDS = "wording/number_words.txt"
);
words!(
    /// Words that open the next phrase.
    OPENERS = "wording/openers.txt"
);

/// Words in front of the number and behind its own, at most.
const FRONT: usize = 6;
const BEHIND: usize = 4;

/// "American has apologized to … players": the words around the number at `place` in the sentence that `at` stands in.
/// A unit of measure goes with its number. `None` where there are too few to tell anything, and in capitals: a diagram's labels.
pub(super) fn measure(reading: &Reading<'_>, q: &Annotation<Quantity>, place: Span) -> Option<String> {
    let sentence = reading.notes.sentence_at(q.span.start)?;
    if latin::is_shouted(reading.of(sentence)) {
        return None;
    }
    let before = reading.text.get(sentence.start as usize..place.start as usize)?;
    let own = reading.of(place);
    let after = reading.text.get(place.end as usize..sentence.end as usize)?;
    let front = tail(before, FRONT);
    // The counted noun stands inside the number's span, behind its digits or number words.
    let counts = q.value.unit.as_ref().is_none_or(|u| u.noun().is_some());
    let noun: Vec<&str> = own
        .split_whitespace()
        .rev()
        .take_while(|w| counts && is_noun(w))
        .collect();
    let behind = head(after, BEHIND);
    let words = front.len() + noun.len().max(usize::from(!counts)) + behind.len();
    // "Winds reached 120 km/h.": two words are enough where they are the sentence.
    let is_sentence = front.len() == 2 && before.split_whitespace().count() == 2 && behind.is_empty();
    if words < 3 && !is_sentence || front.is_empty() && noun.is_empty() {
        return None;
    }
    let mut out = front.join(" ");
    if !out.is_empty() {
        out.push(' ');
    }
    out.push('…');
    for w in noun.iter().rev().copied().chain(behind) {
        out.push(' ');
        out.push_str(w);
    }
    Some(
        out.trim_end_matches([',', ':', '-', '–', '—'])
            .trim_end()
            .to_owned(),
    )
}

/// Whether a word of a quantity is what it counts, not the number or its hedge.
fn is_noun(word: &str) -> bool {
    word.chars()
        .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && !small(word).split('-').any(|p| NUMBER_WORDS.has(p))
}

/// Whether a word is a number and no more.
fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')) || NUMBER_WORDS.has(&small(word))
}

/// The last words of `text`, back to the mark that opens a clause.
fn tail(text: &str, most: usize) -> Vec<&str> {
    let from = text
        .rfind([';', ':', '“', '”', '"', '(', ')', '—', '–'])
        .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let words: Vec<&str> = text[from..].split_whitespace().collect();
    // A clause that begins a few words further off is shown from its start.
    let keep = if words.len() <= most + 4 {
        0
    } else {
        words.len() - most
    };
    words.get(keep..).unwrap_or(&[]).to_vec()
}

/// The first words of `text`, up to the mark that ends a clause.
fn head(text: &str, most: usize) -> Vec<&str> {
    let mut out: Vec<&str> = Vec::new();
    let mut is_whole = text.split_whitespace().nth(most).is_none();
    let mut cut = false;
    for (at, word) in text.split_whitespace().enumerate() {
        // "in the past three | months": a number goes with its noun.
        if at >= most && !cut {
            break;
        }
        cut = is_number(word);
        let end = word.find([',', ';', ':', '“', '”', '"', '(', ')', '—', '.', '!', '?']);
        let bare = end.map_or(word, |e| &word[..e]);
        if !bare.is_empty() {
            out.push(bare);
        }
        if end.is_some() {
            is_whole = true;
            break;
        }
    }
    // A clause that goes on behind "and" is left out whole.
    if !is_whole
        && let Some(and) = out
            .iter()
            .rposition(|w| matches!(&*small(w), "and" | "but" | "while"))
    {
        out.truncate(and);
    }
    // No phrase ends with a word that opens the next.
    while out.last().is_some_and(|w| OPENERS.has(&small(w))) {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_stands_for_the_number() {
        let check = |before: &str, after: &str, expected: (Vec<&str>, Vec<&str>)| {
            assert_eq!((tail(before, FRONT), head(after, BEHIND)), expected);
        };
        check(
            "The mill said on Monday: it had dismissed ",
            " after the fire, and hired three.",
            (vec!["it", "had", "dismissed"], vec!["after", "the", "fire"]),
        );
        check("", " of the boats", (vec![], vec!["of", "the", "boats"]));
        check("went on for ", " in the", (vec!["went", "on", "for"], vec![]));
        assert!(is_noun("boats") && !is_noun("twenty-one") && !is_noun("3.7"));
    }
}
