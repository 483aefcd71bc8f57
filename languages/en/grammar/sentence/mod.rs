//! Sentences of English: which words are written with a full stop, and which begin a sentence.

mod abbreviation;

use dossier_annotate::sentence::{self, Abbreviation, Language};
use dossier_model::{Article, Span};
use dossier_world::words;

use crate::grammar::calendar;

words!(STARTERS = "sentence/starters.txt");
words!(CLOCK_SUFFIXES = "sentence/clock_suffixes.txt");
words!(REPORTING_VERBS = "sentence/reporting_verbs.txt");

/// The sentences of the evidence blocks, in order, none across a block's edge.
///
/// A span holds no white space at its edges, and every visible character of an evidence block is in one.
#[must_use]
pub fn split(article: &Article) -> Vec<Span> {
    sentence::split(article, &English)
}

/// What English knows of the words around a stop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct English;

impl Language for English {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        abbreviation::find(word)
    }

    fn is_starter(&self, word: &str) -> bool {
        STARTERS.has(word)
    }

    fn is_clock_suffix(&self, word: &str) -> bool {
        CLOCK_SUFFIXES.has(word) || small_after_capital(word).is_some_and(|w| calendar::is_full_weekday(&w))
    }

    fn is_reporting_verb(&self, word: &str) -> bool {
        REPORTING_VERBS.has(word)
    }

    fn joins_names(&self, word: &str) -> bool {
        matches!(word, "of" | "the")
    }

    fn is_one_letter_word(&self, c: char) -> bool {
        matches!(c, 'A' | 'I')
    }
}

/// A word with one capital in front, in small letters; `None` for words that are written otherwise.
fn small_after_capital(word: &str) -> Option<String> {
    let rest = word.as_bytes().get(1..)?;
    let fits = word.as_bytes()[0].is_ascii_uppercase() && rest.iter().all(u8::is_ascii_lowercase);
    fits.then(|| word.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{ArticleDraft, ArticleId, Block, BlockKind};

    /// `expected` is `text` with a bar between two sentences.
    fn check(expected: &str) {
        let text = expected.replace('|', " ");
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(
            ArticleId::new("0"),
            ArticleDraft::default(),
            text.as_str(),
            vec![block],
        );
        let found: Vec<&str> = split(&article).iter().map(|s| s.of(&text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn ends() {
        check("It rained.|Then it stopped.");
        check("Who came?|Nobody!|So they left.");
        check("He waited…|Nobody came.");
        check("No stop in this headline");
        check("It was 2024.|23 people came.");
        check("He left (by car.)|She stayed.");
        check("She lived until 1739. [4]|He did not.");
    }

    #[test]
    fn abbreviations() {
        check("Mr. Ruiz met Gen. J. K. Lee of the U.S. Navy at St. Mary's.");
        check("It is in the U.S.|The firm moved.");
        check("The dept. of trade, etc. and the govt. said so.");
        check("It began at 6 a.m. (2100 GMT Monday) in Oslo.|At 7 a.m. (0600 GMT) it ended.");
        check("He left at 5 p.m.|(Ruiz stayed.)");
        check("At 9 a.m. Monday it began.|At 5 p.m. EST it ended.");
        check("Acme Inc. Chief Ana Ruiz spoke to Acme Corp.|She was clear.");
        check("No. 5 won.|Was it hard?|No.|He was tired.");
        check("Born on Jan. 5, 1950, e.g. Paris vs. Lyon, etc.|Later it grew.");
        check("Assoc. Prof. Dr. Ana Ruiz of TP. Hoa spoke.");
        check("ORDER OF GEN. ANA RUIZ");
    }

    #[test]
    fn quotations() {
        check("“We will go.”|They went.");
        check("“Will we go?” Ana Ruiz asked.|Nobody knew.");
        check("“Will we go?” he asked.");
        check("\"We will.\"|\"We won't.\"");
        check("He said: “Go.|Now.”|She did.");
    }

    #[test]
    fn numbers() {
        check("It rose 3.5 percent to 1.2 million.|It fell.");
        check("1. Open the door.|2. Close it.");
        check("See example.com for more.|It ended.");
    }

    #[test]
    fn lost_space() {
        let text = "It ended.Then it began.";
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, vec![block]);
        assert_eq!(split(&article).len(), 2);
    }

    #[test]
    fn small_letters_at_the_beginning() {
        check("she came home.|he left again.|why not?|we ask.");
        check("It costs ca. five to approx. six.");
        check("Users of Yahoo! are told so... or not.");
    }

    #[test]
    fn not_across_blocks_and_not_from_teasers() {
        let text = "Headline here\n\nBody here.\n\nSee more. Now.";
        let block = |kind, a, b| Block {
            kind,
            span: Span::new(a, b),
        };
        let blocks = vec![
            block(BlockKind::Headline, 0, 13),
            block(BlockKind::Body, 15, 25),
            block(BlockKind::Teaser, 27, 41),
        ];
        let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, blocks);
        let found: Vec<&str> = split(&article).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["Headline here", "Body here."]);
    }
}
