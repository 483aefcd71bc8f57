//! Whether an editor would print a sentence by itself.

use dossier_model::{MentionForm, MentionKind, Upos};

use crate::scope::Scope;
use crate::statement::{self, Sentence};

/// Words that a printable sentence has.
const WORDS: std::ops::RangeInclusive<usize> = 7..=48;
/// What stands in credits, buttons and posts, and in no report.
const FURNITURE: &[&str] = &[
    "read more",
    "click here",
    "sign up",
    "subscribe",
    "follow us",
    "file photo",
    "file picture",
    "photo by",
    "photo:",
    "image:",
    "picture:",
    "getty",
    "http",
    "www.",
    "pic.twitter",
    "advertisement",
    "related:",
    "watch:",
    "more:",
    "video:",
    "live:",
    "share this",
    "newsletter",
    "story continues",
    "scroll down",
    "(pictured",
    ", pictured",
    "as pictured",
    "(photo",
    "(image",
    "| ",
    " |",
    "@",
    "copyright",
    "all rights reserved",
    "photos:",
    "updated:",
    "published:",
    "see also",
    "for more",
    "like us on",
    "editor's note",
    "editor’s note",
    " is seen ",
    " are seen ",
    " is pictured",
    " poses for",
    " pose for",
];
/// Nouns that, with "the" at the beginning, point to the sentence before.
const POINTING: &[&str] = &[
    "pair",
    "duo",
    "trio",
    "couple",
    "move",
    "decision",
    "incident",
    "announcement",
    "news",
    "report",
    "statement",
    "comment",
    "comments",
    "remarks",
    "letter",
    "document",
    "man",
    "woman",
    "men",
    "women",
    "boy",
    "girl",
    "teenager",
    "child",
    "victim",
    "victims",
    "suspect",
    "company",
    "firm",
    "group",
    "agency",
    "ministry",
    "department",
    "film",
    "movie",
    "show",
    "event",
    "result",
    "results",
    "figure",
    "figures",
    "number",
    "rest",
    "other",
    "others",
    "first",
    "second",
    "third",
    "problem",
    "issue",
    "discovery",
    "study",
    "case",
    "device",
    "vessel",
    "ship",
    "plane",
    "car",
    "team",
    "club",
    "actor",
    "actress",
    "singer",
    "comedian",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "minister",
    "leader",
    "official",
    "officials",
    "test",
    "launch",
    "image",
    "images",
    "video",
    "footage",
    "post",
    "tweet",
    "message",
    "deal",
    "agreement",
    "visit",
    "meeting",
    "talks",
    "trip",
    "idea",
    "plan",
    "project",
    "effort",
    "answer",
    "father",
    "mother",
    "brother",
    "sister",
    "son",
    "daughter",
    "driver",
    "militant",
    "events",
    "player",
    "players",
    "couple",
    "removal",
    "release",
    "launches",
    "transfers",
    "tests",
    "reason",
    "technique",
    "effect",
    "theory",
    "following",
    "above",
    "aforementioned",
    "remaining",
    "situation",
];
const FIRST_PERSON: &[&str] = &[
    "i",
    "we",
    "you",
    "our",
    "my",
    "your",
    "us",
    "me",
    "ours",
    "myself",
    "ourselves",
];

/// Whether a sentence can stand alone in print.
#[must_use]
pub fn is_printable(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    let text = text(scope, sentence);
    let words = text.split_whitespace().count();
    let lower = text.to_lowercase();
    WORDS.contains(&words)
        && is_whole(text)
        && !FURNITURE.iter().any(|f| lower.contains(f))
        && !has_stamp(text)
        && !has_shouting(text)
        && !statement::leans_on_context(scope, sentence)
        && !points_back(&lower)
        && !has_dangling_pronoun(scope, sentence)
        && !has_pointing_word(scope, sentence)
        && !has_loose_first_person(text)
        && tells_something(scope, sentence)
        && says_who_speaks(scope, sentence)
}

/// The sentence without the place and the agency in front of it.
#[must_use]
pub fn text<'a>(scope: &'a Scope<'_>, sentence: &Sentence) -> &'a str {
    scope
        .text(sentence.doc, statement::told_span(scope, sentence))
        .trim()
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
        && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘'))
        && marks('“', '”')
        && marks('(', ')')
        && marks('[', ']')
        && text.matches('"').count().is_multiple_of(2)
        && !text.starts_with('\'')
        && text.matches(" '").count() <= closing
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
fn has_shouting(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    let is_loud =
        |w: &str| w.chars().filter(|c| c.is_alphabetic()).count() > 1 && !w.chars().any(char::is_lowercase);
    let words: Vec<&str> = text.split_whitespace().collect();
    matches!(
        first,
        "Caption" | "Image" | "Photo" | "Photos" | "Video" | "Pictured"
    ) || words.windows(3).any(|w| w.iter().all(|w| is_loud(w)))
}

/// Whether it begins with "the" and a noun that only the sentence before explains.
fn points_back(lower: &str) -> bool {
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty());
    words.next() == Some("the") && words.next().is_some_and(|w| POINTING.contains(&w))
}

/// Whether "he" or "she" names nobody in the sentence, or "they" stands before any noun.
fn has_dangling_pronoun(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    let notes = &scope.docs[sentence.doc].notes;
    let span = statement::told_span(scope, sentence);
    let persons: Vec<_> = notes
        .mentions
        .inside(span)
        .filter(|m| m.value.kind == MentionKind::Person && m.value.form != MentionForm::Pronoun)
        .collect();
    let named = persons.iter().any(|m| m.value.form.is_name());
    let mut noun_before = false;
    for i in notes.tokens.inside(span) {
        let at = notes.tokens.span(i);
        let word = scope.text(sentence.doc, at).to_lowercase();
        match word.as_str() {
            "he" | "she" | "him" | "his" | "her" | "hers" | "himself" | "herself" => {
                if !named && !persons.iter().any(|p| p.span.end <= at.start) {
                    return true;
                }
            }
            "they" | "them" | "their" | "theirs" | "it" | "its" | "those" if !noun_before => return true,
            _ => noun_before |= matches!(notes.tokens.upos(i), Upos::Noun | Upos::Propn),
        }
    }
    false
}

/// Whether "this" or "such" points to something that the sentence does not name; "this week" and "such as" do not.
fn has_pointing_word(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    const TIMES: &[&str] = &[
        "week",
        "month",
        "year",
        "season",
        "summer",
        "winter",
        "spring",
        "autumn",
        "fall",
        "morning",
        "evening",
        "afternoon",
        "weekend",
        "century",
        "decade",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "time",
        "quarter",
        "night",
    ];
    let notes = &scope.docs[sentence.doc].notes;
    let word = |i: usize| scope.text(sentence.doc, notes.tokens.span(i)).to_lowercase();
    let places = notes.tokens.inside(statement::told_span(scope, sentence));
    let quoted = |i: usize| {
        let at = notes.tokens.span(i);
        (notes.quotes.iter()).any(|q| {
            (q.value.content.iter())
                .any(|c| c.contains(at) && scope.text(sentence.doc, *c).starts_with(['"', '“', '‘']))
        })
    };
    places.clone().any(|i| match word(i).as_str() {
        "this" | "these" => {
            let head = notes.tokens.head(i).filter(|_| notes.tokens.upos(i) == Upos::Det);
            let is_time = head.is_some_and(|h| TIMES.contains(&notes.tokens.lemma(h)));
            let next = places.contains(&(i + 1)).then(|| word(i + 1));
            !is_time && !next.is_some_and(|n| TIMES.contains(&n.as_str())) && !quoted(i)
        }
        "such" => places.contains(&(i + 1)) && word(i + 1) != "as" && word(i + 1) != "a" && !quoted(i),
        _ => false,
    })
}

/// Whether somebody says "we" or "you" outside quotation marks.
fn has_loose_first_person(text: &str) -> bool {
    let mut inside = false;
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            '"' => inside = !inside,
            _ => {}
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if !word.is_empty() {
            if !inside && FIRST_PERSON.contains(&word.as_str()) {
                return true;
            }
            word.clear();
        }
    }
    false
}

/// Whether it has a predicate with somebody or something that it is told of, and names anything at all.
fn tells_something(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    let notes = &scope.docs[sentence.doc].notes;
    let has_subject = sentence
        .clauses
        .iter()
        .any(|c| !c.subjects.is_empty() || !c.objects.is_empty());
    let names = notes
        .mentions
        .inside(sentence.span)
        .any(|m| m.value.form.is_name() || m.value.form == MentionForm::Demonym);
    has_subject && (names || !sentence.numbers.is_empty())
}

/// Whether direct speech comes with the name of who speaks.
fn says_who_speaks(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    let notes = &scope.docs[sentence.doc].notes;
    let span = statement::told_span(scope, sentence);
    let whole = text(scope, sentence);
    let names_source = |q: &dossier_model::Quote| {
        q.source.iter().any(|s| {
            span.contains(*s)
                && scope.text(sentence.doc, *s).split_whitespace().any(|w| {
                    w.chars().count() > 1
                        && !matches!(
                            w.to_lowercase().as_str(),
                            "he" | "she" | "they" | "who" | "it" | "we" | "i" | "one"
                        )
                })
        })
    };
    let mut is_quoted = whole.starts_with(['"', '“', '‘']);
    let mut has_source = false;
    for q in notes.quotes.iter().filter(|q| q.span.overlaps(span)) {
        let held: usize = (q.value.content.iter())
            .filter_map(|c| c.intersection(span))
            .map(dossier_model::Span::len)
            .sum();
        let direct = q
            .value
            .content
            .iter()
            .any(|c| scope.text(sentence.doc, *c).starts_with(['"', '“', '‘']));
        is_quoted |= direct && held * 2 > span.len();
        has_source |= held > 0 && names_source(&q.value);
    }
    !is_quoted || has_source
}
