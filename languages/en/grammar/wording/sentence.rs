//! What a sentence needs from the others, and the place and agency that a report begins with.

use dossier_model::{ContextNeed, SentenceWording, Span};
use dossier_world::words;

use super::{Reading, print};

dossier_world::words!(BEFORE_DEMONSTRATIVES = "wording/before_demonstratives.txt");

words!(
    /// Words that point back where a sentence begins with them.
    BACKWARD = "wording/backward.txt"
);

/// Each sentence of an article.
pub(super) fn find(reading: &Reading<'_>) -> Vec<SentenceWording> {
    (reading.notes.sentences.iter())
        .map(|&whole| {
            let told = told(reading, whole);
            let context = context_need(reading.of(told));
            SentenceWording {
                dateline: told.start - whole.start,
                context,
                flaw: print::find_flaw(reading, told, context),
            }
        })
        .collect()
}

/// A sentence without the place and the agency in front of it.
pub(super) fn told(reading: &Reading<'_>, sentence: Span) -> Span {
    Span {
        start: sentence.start + dateline(reading.of(sentence)) as u32,
        end: sentence.end,
    }
}

/// Bytes of the place and agency that a report begins with: "OSLO (AP) — ".
fn dateline(text: &str) -> usize {
    /// A longer one is a sentence.
    const LONGEST: usize = 80;
    let marks = ["— ", "– ", "-- ", " - "];
    let found = marks.iter().filter_map(|m| Some((text.find(m)?, m.len()))).min();
    let Some((at, length)) = found.filter(|f| f.0 <= LONGEST) else {
        return 0;
    };
    let head = &text[..at];
    let is_shouted = |w: &str| {
        let letters = w.chars().filter(|c| c.is_alphabetic());
        w.chars().all(|c| !c.is_lowercase()) && letters.count() > 2
    };
    let first = head.split([' ', ',', '(']).next().unwrap_or("");
    let has_agency = head.trim_end().ends_with(')');
    let names_only = (head.split_whitespace())
        .all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '(' | '/')));
    if names_only && (is_shouted(first) || has_agency && head.contains('(')) {
        at + length
    } else {
        0
    }
}

/// Whether a sentence begins with words that point back: "He said", "This marks", "The two sides".
fn context_need(text: &str) -> ContextNeed {
    let first: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
        .take(4)
        .map(str::to_lowercase)
        .collect();
    // "It's", "they're": the word before the mark points back.
    let opening = first
        .first()
        .and_then(|w| w.split(['\'', '’']).find(|w| !w.is_empty()));
    if opening.is_none_or(|w| BACKWARD.has(w)) || opens_with_a_pointer(&first) {
        ContextNeed::PointsBack
    } else {
        ContextNeed::Free
    }
}

/// Whether a sentence's first words are a turn that points back.
fn opens_with_a_pointer(first: &[String]) -> bool {
    let is_demonstrative = |w: &str| matches!(w, "that" | "this" | "these" | "those");
    if let [a, b, ..] = first
        && BEFORE_DEMONSTRATIVES.has(a)
        && is_demonstrative(b)
    {
        return true;
    }
    let words: Vec<&str> = first.iter().map(String::as_str).collect();
    let is_clause = match words[..] {
        ["once" | "until" | "while" | "although" | "despite", second, ..] => {
            matches!(second, "this" | "that" | "these")
        }
        _ => false,
    };
    is_clause || is_turn(&words)
}

/// Whether these words open a turn: "in response", "as a result".
fn is_turn(words: &[&str]) -> bool {
    let is_phrase = matches!(words, ["as", "a", "result", ..] | ["at", "the", "same", "time"]);
    let is_the = matches!(words, ["on", "the", "other", ..] | ["at", "the", "time", ..]);
    let is_pair = matches!(
        words,
        ["by", "comparison" | "contrast", ..] | ["for", "example" | "instance", ..]
    );
    let is_pointing = matches!(words, ["the", "two" | "latter" | "former" | "same", ..]);
    let is_in = matches!(
        words,
        ["in", "this" | "that" | "addition" | "response" | "turn", ..]
    );
    is_phrase || is_the || is_pair || is_pointing || is_in
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_and_an_agency_are_no_part_of_a_sentence() {
        let rest = |text: &'static str| &text[dateline(text)..];
        assert_eq!(rest("OSLO — The bridge closed."), "The bridge closed.");
        assert_eq!(
            rest("Port Amsel (Reuters) - The bridge closed."),
            "The bridge closed."
        );
        assert_eq!(
            rest("The bridge — the oldest one — closed."),
            "The bridge — the oldest one — closed."
        );
        assert_eq!(
            rest("Holm Becker - a ferry line - was sold."),
            "Holm Becker - a ferry line - was sold."
        );
    }

    #[test]
    fn what_points_back_needs_the_sentence_before() {
        for text in [
            "He said so.",
            "It’s over.",
            "In addition, two came.",
            "The two sides met.",
            "",
        ] {
            assert_eq!(context_need(text), ContextNeed::PointsBack, "{text}");
        }
        for text in ["Ana Ruiz said so.", "In May, two came.", "The ferry left."] {
            assert_eq!(context_need(text), ContextNeed::Free, "{text}");
        }
    }
}
