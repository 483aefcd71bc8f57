//! Whether a sentence can be read without the one before it.

use super::sentence::Sentence;
use crate::scope::Scope;

/// Whether a sentence begins with words that point back: "He said", "This marks", "The two sides".
#[must_use]
pub fn leans_on_context(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    const BACKWARD: &[&str] = &[
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "him",
        "them",
        "but",
        "and",
        "however",
        "meanwhile",
        "also",
        "instead",
        "therefore",
        "thus",
        "moreover",
        "furthermore",
        "additionally",
        "such",
        "here",
        "there",
        "then",
        "so",
        "yet",
        "still",
        "or",
        "nor",
        "both",
        "one",
        "another",
        "others",
        "similarly",
        "likewise",
        "nevertheless",
        "nonetheless",
        "accordingly",
        "who",
        "which",
        "we",
        "i",
        "you",
        "our",
        "my",
        "your",
        "us",
        "earlier",
        "later",
        "afterwards",
        "elsewhere",
        "separately",
        "asked",
        "pictured",
        "again",
        "besides",
        "otherwise",
        "hence",
        "indeed",
        "yes",
        "no",
        "well",
        "instead",
        "plus",
        "because",
        "except",
    ];
    let text = scope.text(sentence.doc, super::told_span(scope, sentence));
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
    opening.is_none_or(|w| BACKWARD.contains(&w))
        || matches!(
            first.iter().map(String::as_str).collect::<Vec<_>>()[..],
            ["in", "this" | "that" | "addition" | "response" | "turn", ..]
                | ["at", "the", "same", "time"]
                | ["as", "a", "result", ..]
                | ["on", "the", "other", ..]
                | ["at", "the", "time", ..]
                | ["by", "comparison" | "contrast", ..]
                | [
                    "once" | "until" | "while" | "although" | "despite",
                    "this" | "that" | "these",
                    ..
                ]
                | [
                    "on" | "at" | "by" | "since" | "after" | "before" | "for" | "to" | "of" | "from" | "with",
                    "that" | "this" | "these" | "those",
                    ..
                ]
                | ["the", "two" | "latter" | "former" | "same", ..]
                | ["for", "example" | "instance", ..]
        )
}
