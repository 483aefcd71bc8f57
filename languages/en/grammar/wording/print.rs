//! Whether an editor would print a sentence by itself, as far as its words tell.

use dossier_model::{ContextNeed, MentionForm, MentionKind, PrintFlaw, Quote, Span, Upos};
use dossier_world::words;

use super::{Reading, small};
use crate::grammar::calendar;

dossier_world::words!(HE_AND_SHE = "wording/he_and_she.txt");
dossier_world::words!(pub(in crate::grammar::wording) THEY_AND_IT = "wording/they_and_it.txt");
dossier_world::words!(NAMELESS = "wording/nameless_words.txt");

words!(
    /// What stands in credits, buttons and posts, and in no report.
    FURNITURE = "wording/furniture.txt"
);
words!(
    /// Nouns that, with "the" at the beginning, point to the sentence before.
    POINTING_NOUNS = "wording/pointing_nouns.txt"
);
words!(FIRST_PERSON = "wording/first_person.txt");
words!(
    /// Nouns of times, with which "this" points to no thing.
    TIME_NOUNS = "wording/time_nouns.txt"
);

/// Words that a printable sentence has.
const WORDS: std::ops::RangeInclusive<usize> = 7..=48;
/// What stands in credits, too, with the spaces around it.
const SPACED: [&str; 7] = [
    "| ",
    " |",
    " is seen ",
    " are seen ",
    " is pictured",
    " poses for",
    " pose for",
];
/// Marks that direct speech begins with.
const OPENING: [char; 3] = ['"', '“', '‘'];

/// The first reason against printing the words of `told` by themselves.
pub(super) fn find_flaw(reading: &Reading<'_>, told: Span, context: ContextNeed) -> Option<PrintFlaw> {
    let text = reading.of(told).trim();
    if !WORDS.contains(&text.split_whitespace().count()) {
        return Some(PrintFlaw::Length);
    }
    if !is_whole(text) {
        return Some(PrintFlaw::Fragment);
    }
    if context == ContextNeed::PointsBack {
        return Some(PrintFlaw::PointsBack);
    }
    let lower = text.to_lowercase();
    let checks: [(PrintFlaw, &dyn Fn() -> bool); 8] = [
        (PrintFlaw::PointsBack, &|| points_back(&lower)),
        (PrintFlaw::Stamp, &|| has_stamp(text)),
        (PrintFlaw::Capitals, &|| has_label_or_shouting(text)),
        (PrintFlaw::FirstPerson, &|| has_loose_first_person(text)),
        (PrintFlaw::Pronoun, &|| has_dangling_pronoun(reading, told)),
        (PrintFlaw::Demonstrative, &|| has_pointing_word(reading, told)),
        (PrintFlaw::Furniture, &|| has_furniture(&lower)),
        (PrintFlaw::Speaker, &|| !says_who_speaks(reading, told)),
    ];
    checks.iter().find(|(_, is_so)| is_so()).map(|(flaw, _)| *flaw)
}

/// Whether it begins as a sentence, ends as one, and closes what it opens.
fn is_whole(text: &str) -> bool {
    let marks = |open: char, close: char| text.matches(open).count() == text.matches(close).count();
    let closing = (text.match_indices('\''))
        .filter(|(i, _)| !text[i + 1..].starts_with(char::is_alphanumeric))
        .count();
    let ends = text.ends_with(['.', '!'])
        || [".”", ".\"", ".’", "!”", "!\"", ".'"]
            .iter()
            .any(|e| text.ends_with(e));
    let cut = ["...", "…", ". . ."]
        .iter()
        .any(|e| text.trim_end_matches(['"', '”', '.']).ends_with(e) || text.ends_with(e));
    ends && !cut
        && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || OPENING.contains(&c))
        && marks('“', '”')
        && marks('(', ')')
        && marks('[', ']')
        && text.matches('"').count().is_multiple_of(2)
        && !text.starts_with('\'')
        && text.matches(" '").count() <= closing
}

fn has_furniture(lower: &str) -> bool {
    SPACED.iter().chain(FURNITURE.iter()).any(|f| lower.contains(f))
}

/// Whether it begins with the time of a live report ("10:42 GMT", "Lap 48", "UPDATE").
fn has_stamp(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    let is_clock = first.contains(':')
        && first
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'))
        || first.len() > 2
            && (first.ends_with("am") || first.ends_with("pm"))
            && first.starts_with(|c: char| c.is_ascii_digit());
    is_clock
        || matches!(
            first.trim_end_matches(':'),
            "UPDATE" | "UPDATED" | "LATEST" | "BREAKING" | "WATCH" | "EXCLUSIVE"
        )
}

/// Whether it begins with a label ("Caption", "Photo") or three words in a row are in capitals: a diagram, a
/// banner.
fn has_label_or_shouting(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    let is_loud =
        |w: &str| w.chars().filter(|c| c.is_alphabetic()).count() > 1 && !w.chars().any(char::is_lowercase);
    let mut run = 0;
    matches!(
        first,
        "Caption" | "Image" | "Photo" | "Photos" | "Video" | "Pictured"
    ) || text.split_whitespace().any(|w| {
        run = if is_loud(w) { run + 1 } else { 0 };
        run == 3
    })
}

/// Whether it begins with "the" and a noun that only the sentence before explains.
fn points_back(lower: &str) -> bool {
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty());
    words.next() == Some("the") && words.next().is_some_and(|w| POINTING_NOUNS.has(w))
}

/// Whether "he" or "she" names nobody in the sentence, or "they" stands before any noun.
fn has_dangling_pronoun(reading: &Reading<'_>, told: Span) -> bool {
    let notes = reading.notes;
    let is_person = |m: &&dossier_model::Annotation<dossier_model::Mention>| {
        m.value.kind == MentionKind::Person && m.value.form != MentionForm::Pronoun
    };
    let persons: Vec<_> = notes.mentions.inside(told).filter(is_person).collect();
    let named = persons.iter().any(|m| m.value.form.is_name());
    let mut noun_before = false;
    for i in notes.tokens.inside(told) {
        let at = notes.tokens.span(i);
        match reading.low(i).as_ref() {
            word if HE_AND_SHE.has(word) => {
                if !named && !persons.iter().any(|p| p.span.end <= at.start) {
                    return true;
                }
            }
            word if THEY_AND_IT.has(word) && !noun_before => return true,
            _ => noun_before |= matches!(notes.tokens.upos(i), Upos::Noun | Upos::Propn),
        }
    }
    false
}

/// Whether "this" or "such" points to something that the sentence does not name; "this week" and "such as" do not.
fn has_pointing_word(reading: &Reading<'_>, told: Span) -> bool {
    let notes = reading.notes;
    let places = notes.tokens.inside(told);
    let is_quoted = |i: usize| {
        let at = notes.tokens.span(i);
        let mut contents = notes.quotes.iter().flat_map(|q| &q.value.content);
        contents.any(|c| c.contains(at) && is_direct(reading, *c))
    };
    places.clone().any(|i| match reading.low(i).as_ref() {
        "this" | "these" => {
            let head = notes.tokens.head(i).filter(|_| notes.tokens.upos(i) == Upos::Det);
            let is_time = head.is_some_and(|h| is_time_noun(notes.tokens.lemma(h)));
            let next = places.contains(&(i + 1)).then(|| reading.low(i + 1));
            !is_time && !next.is_some_and(|n| is_time_noun(&n)) && !is_quoted(i)
        }
        "such" => {
            places.contains(&(i + 1)) && !matches!(reading.low(i + 1).as_ref(), "as" | "a") && !is_quoted(i)
        }
        _ => false,
    })
}

fn is_time_noun(word: &str) -> bool {
    TIME_NOUNS.has(word) || calendar::is_full_weekday(word)
}

/// Whether somebody says "we" or "you" outside quotation marks.
fn has_loose_first_person(text: &str) -> bool {
    let mut inside = false;
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            '"' => inside = !inside,
            _ => {}
        }
        if c.is_alphanumeric() {
            start = start.or(Some(at));
        } else if let Some(from) = start.take()
            && !inside
            && FIRST_PERSON.has(&small(&text[from..at]))
        {
            return true;
        }
    }
    false
}

/// Whether direct speech comes with the name of who speaks.
fn says_who_speaks(reading: &Reading<'_>, told: Span) -> bool {
    let names_source = |q: &Quote| {
        let mut sources = q.source.iter().filter(|s| told.contains(**s));
        sources.any(|s| reading.of(*s).split_whitespace().any(|w| !is_pronoun(&small(w))))
    };
    let mut is_quoted = reading.of(told).trim().starts_with(OPENING);
    let mut has_source = false;
    for q in reading.notes.quotes.iter().filter(|q| q.span.overlaps(told)) {
        let held: usize = (q.value.content.iter())
            .filter_map(|c| c.intersection(told))
            .map(Span::len)
            .sum();
        let direct = q.value.content.iter().any(|c| is_direct(reading, *c));
        is_quoted |= direct && held * 2 > told.len();
        has_source |= held > 0 && names_source(&q.value);
    }
    !is_quoted || has_source
}

/// Whether a word of a source names nobody: one letter, or a pronoun.
fn is_pronoun(word: &str) -> bool {
    word.chars().count() <= 1 || NAMELESS.has(word)
}

fn is_direct(reading: &Reading<'_>, content: Span) -> bool {
    reading.of(content).starts_with(OPENING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_sentences_close_what_they_open() {
        assert!(is_whole("The ferry left (late)."));
        for text in [
            "the ferry left.",
            "The ferry left",
            "The ferry (left.",
            "“The ferry left.",
        ] {
            assert!(!is_whole(text), "{text}");
        }
    }

    #[test]
    fn stamps_labels_and_banners() {
        assert!(
            has_stamp("10:42 The ferry left.") && has_stamp("UPDATE: It left.") && !has_stamp("It left.")
        );
        assert!(has_label_or_shouting("Photo The ferry") && has_label_or_shouting("See MAIN STAGE CROWD"));
        assert!(!has_label_or_shouting("NATO and the UN met"));
    }

    #[test]
    fn speakers_may_say_we_inside_marks() {
        assert!(has_loose_first_person("Now we know") && has_loose_first_person("It is yours, said we"));
        assert!(!has_loose_first_person("“We know,” he said.") && !has_loose_first_person("Usable ferries"));
    }

    #[test]
    fn the_and_a_noun_of_the_sentence_before() {
        assert!(points_back("the pair left.") && !points_back("the ferry left."));
    }
}
