//! Part of speech, dictionary form and dependency of every English word.
//!
//! The weights come from `tools/training` and are embedded; `models/MODEL_CARD.md` tells what they were made of.

mod headline;
mod lemma;

use std::sync::OnceLock;

pub use dossier_annotate::syntax::Model;
use dossier_annotate::syntax::{self, Aligned};
use dossier_model::{Article, Span, Tokens, Upos};

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/english.bin"));

/// The embedded weights.
#[must_use]
pub fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(&WEIGHTS.0))
}

/// Tags, lemmatises and parses the words of each sentence.
#[must_use]
pub fn parse(article: &Article, sentences: &[Span], words: &[Span]) -> Tokens {
    parse_with(model(), article, sentences, words)
}

/// Reads with other weights than the embedded ones.
#[doc(hidden)]
#[must_use]
pub fn parse_with(model: &Model, article: &Article, sentences: &[Span], words: &[Span]) -> Tokens {
    syntax::parse(model, STYLE, article, sentences, words)
}

/// How English writes its dictionary forms.
const STYLE: syntax::Style = syntax::Style {
    keeps_case,
    mend,
    predicate: headline::predicate,
};

/// Mends the dictionary form of a verb.
fn mend(upos: Upos, word: &str, form: &mut String) {
    if upos == Upos::Verb {
        lemma::mend(word, form);
    }
}

/// Whether the dictionary form keeps the word's capital letters: names, and adjectives of them ("Peruvian").
#[doc(hidden)]
#[must_use]
pub fn keeps_case(upos: Upos, word: &str, capital_means_nothing: bool) -> bool {
    match upos {
        Upos::Propn | Upos::X | Upos::Sym => true,
        Upos::Adj => !capital_means_nothing && word.chars().next().is_some_and(char::is_uppercase),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{ArticleDraft, ArticleId, Block, BlockKind};

    fn read(text: &str) -> (Article, Tokens) {
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, vec![block]);
        let sentences = crate::grammar::sentence::split(&article);
        let words = crate::grammar::token::split(&article, &sentences);
        let tokens = parse(&article, &sentences, &words);
        (article, tokens)
    }

    /// `expected` names some words of `text` in order: `word/UPOS`, `word/lemma`, or `word>relation>head`.
    fn check(text: &str, expected: &str) {
        let (_, tokens) = read(text);
        let word = |i: usize| tokens.span(i).of(text);
        let mut from = 0;
        for item in expected.split_whitespace() {
            let (name, rest) = item.split_once(['/', '>']).unwrap();
            let i = (from..tokens.len())
                .find(|&i| word(i) == name)
                .unwrap_or_else(|| panic!("no {name} in {text}"));
            from = i + 1;
            if let Some((rel, head)) = rest.split_once('>') {
                let found = tokens.head(i).map_or("root", word);
                assert_eq!(
                    (tokens.deprel(i).as_str(), found),
                    (rel, head),
                    "{name} in {text}"
                );
            } else if let Some(upos) = Upos::from_name(rest) {
                assert_eq!(tokens.upos(i), upos, "{name} in {text}");
            } else {
                assert_eq!(tokens.lemma(i), rest, "{name} in {text}");
            }
        }
    }

    #[test]
    fn parts_of_speech() {
        check(
            "The minister visited Lima on Monday.",
            "The/DET minister/NOUN visited/VERB Lima/PROPN on/ADP ./PUNCT",
        );
        check(
            "They will sign two agreements.",
            "They/PRON will/AUX sign/VERB two/NUM agreements/NOUN",
        );
        check(
            "Peru Signs Big Trade Agreement With Chile",
            "Peru/PROPN Signs/VERB Big/ADJ Agreement/NOUN With/ADP Chile/PROPN",
        );
    }

    #[test]
    fn lemmas() {
        check(
            "The ministers met and have said it.",
            "ministers/minister met/meet have/have said/say",
        );
        check(
            "Companies were making better cities.",
            "Companies/company were/be making/make cities/city",
        );
        check(
            "Peruvian leaders did not stop for planned talks.",
            "leaders/leader did/do stop/stop planned/plan",
        );
    }

    #[test]
    fn trees() {
        check(
            "The minister signed the agreement in Lima.",
            "The>det>minister minister>nsubj>signed signed>root>root the>det>agreement agreement>obj>signed in>case>Lima",
        );
        check(
            "The deal was signed by both leaders.",
            "deal>nsubj:pass>signed was>aux:pass>signed signed>root>root by>case>leaders",
        );
        check(
            "She said that prices will not rise.",
            "She>nsubj>said that>mark>rise prices>nsubj>rise rise>ccomp>said",
        );
    }

    #[test]
    fn every_sentence_has_one_root_and_no_circle() {
        let text = "One two, three! \u{301} \u{200d}. ((((( Who? “Yes” 会谈。 a a a a a a a a a a a a a a a a a a a a a a.";
        let (article, tokens) = read(text);
        for s in crate::grammar::sentence::split(&article) {
            let range = tokens.inside(s);
            assert_eq!(
                range.clone().filter(|&i| tokens.head(i).is_none()).count(),
                usize::from(!range.is_empty())
            );
            for i in range.clone() {
                let mut at = i;
                let mut steps = 0;
                while let Some(h) = tokens.head(at) {
                    assert!(range.contains(&h) && steps <= range.len());
                    at = h;
                    steps += 1;
                }
            }
        }
    }

    #[test]
    fn a_long_sentence_takes_linear_time() {
        let (_, tokens) = read(&"the (big “dog and 5 of ".repeat(10_000));
        assert_eq!(tokens.len(), 80_000);
    }
}
