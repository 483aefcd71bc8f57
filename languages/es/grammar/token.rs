//! Words of Spanish, without part of speech or tree.

use dossier_annotate::token::{self, Behind, Language};
use dossier_model::{Article, Deprel, Span, Tokens, TokensBuilder, Upos};

use super::sentence::Spanish;

/// The words of the sentences.
#[must_use]
pub fn split(article: &Article, sentences: &[Span]) -> Tokens {
    let text = article.text();
    let words = token::split(article, sentences, &Spanish);
    let mut out = TokensBuilder::with_capacity(words.len());
    for span in words {
        let word = span.of(text);
        let upos = match word.chars().next() {
            Some(c) if c.is_numeric() => Upos::Num,
            Some(c) if c.is_alphabetic() => Upos::X,
            _ => Upos::Punct,
        };
        out.push(span, upos, word, None, Deprel::Dep);
    }
    out.build()
}

impl Language for Spanish {
    fn is_prefix(&self, prefix: &str) -> bool {
        matches!(prefix, "ex" | "anti" | "pro" | "vice" | "sub" | "pre" | "post")
    }

    fn keeps_stop(&self, word: &str, behind: Behind) -> bool {
        behind != Behind::End && dossier_annotate::sentence::Language::abbreviation(self, word).is_some()
    }

    fn find_joint(&self, _: &str, _: bool) -> Option<usize> {
        None
    }

    fn find_clitic(&self, _: &str) -> Option<usize> {
        None
    }

    fn loose_clitic(&self, _: &str) -> Option<usize> {
        None
    }

    fn elision(&self, _: &str) -> Option<usize> {
        None
    }
}
