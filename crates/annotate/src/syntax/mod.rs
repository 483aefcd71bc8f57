//! Part of speech, lemma and dependency of every word.

pub mod tree;

use dossier_model::{Article, Deprel, Span, Tokens, TokensBuilder, Upos};

/// Tags, lemmatises and parses the words of each sentence.
#[must_use]
pub fn parse(article: &Article, _sentences: &[Span], words: &[Span]) -> Tokens {
    // Stand-in until the trained tagger and parser land.
    let text = article.text();
    let mut out = TokensBuilder::with_capacity(words.len());
    for &w in words {
        let t = w.of(text);
        let first = t.chars().next().unwrap_or(' ');
        let upos = if first.is_ascii_digit() {
            Upos::Num
        } else if !first.is_alphanumeric() {
            Upos::Punct
        } else if first.is_uppercase() {
            Upos::Propn
        } else {
            Upos::Noun
        };
        out.push(w, upos, &t.to_lowercase(), None, Deprel::Dep);
    }
    out.build()
}
