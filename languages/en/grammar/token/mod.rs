//! Words, split as the English treebanks of Universal Dependencies split them.

mod part;

use dossier_annotate::sentence::{Abbreviation, Language as _};
use dossier_annotate::token::{self, Behind, Language};
use dossier_model::{Article, Span};
use dossier_world::words;

use crate::grammar::sentence;

words!(PREFIXES = "token/prefixes.txt");

/// The words of the sentences, split as Universal Dependencies splits English.
///
/// Clitics, hyphenated compounds, currency signs and units are words of their own; numbers, times, abbreviations,
/// addresses of the web and of mail stay whole. Every visible character of a sentence is in exactly one word.
#[must_use]
pub fn split(article: &Article, sentences: &[Span]) -> Vec<Span> {
    token::split(article, sentences, &English)
}

/// What English knows of the parts of its words.
#[derive(Debug, Clone, Copy)]
struct English;

impl Language for English {
    fn is_prefix(&self, prefix: &str) -> bool {
        PREFIXES.has_any_case(prefix)
    }

    fn keeps_stop(&self, word: &str, behind: Behind) -> bool {
        let last = behind == Behind::End;
        match sentence::English.abbreviation(word) {
            Some(Abbreviation::Number | Abbreviation::Final) if word.len() > 1 => {
                !last || matches!(word, "etc" | "Etc" | "Nos" | "Figs")
            }
            Some(Abbreviation::Number) => behind == Behind::Number,
            Some(Abbreviation::Title) if word.chars().count() == 1 => !last,
            Some(Abbreviation::Month) => !last || word.len() > 3,
            Some(Abbreviation::Inner) => {
                word.contains('.') || (!last && (word.len() > 1 || matches!(word, "v" | "c")))
            }
            Some(Abbreviation::Title | Abbreviation::Place) if !word.contains('.') => !last,
            Some(_) => true,
            None => false,
        }
    }

    fn find_joint(&self, word: &str, is_money: bool) -> Option<usize> {
        part::contraction(word).or_else(|| part::unit_suffix(word, is_money))
    }

    fn find_clitic(&self, word: &str) -> Option<usize> {
        part::clitic(word)
    }

    fn loose_clitic(&self, rest: &str) -> Option<usize> {
        part::loose_clitic(rest)
    }

    fn elision(&self, rest: &str) -> Option<usize> {
        part::elision(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_annotate::sentence::is_blank;
    use dossier_annotate::token::is_joiner;
    use dossier_model::{ArticleDraft, ArticleId, Block, BlockKind};

    /// `expected` is the words with a blank between two.
    fn check(text: &str, expected: &str) {
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, vec![block]);
        let sentences = crate::grammar::sentence::split(&article);
        let words = split(&article, &sentences);
        let found: Vec<&str> = words.iter().map(|w| w.of(text)).collect();
        assert_eq!(found.join(" "), expected, "{text}");
        // Every visible character is in exactly one word.
        let mut covered = 0;
        for w in &words {
            let gap = text.get(covered..w.start as usize).unwrap_or("?");
            assert!(gap.chars().all(is_blank), "{text}: {gap:?} is in no word");
            covered = w.end as usize;
        }
        assert!(
            text[covered..].chars().all(|c| is_blank(c) || is_joiner(c)),
            "{text}: the end is in no word"
        );
    }

    #[test]
    fn clitics() {
        check("They don't know it's Ruiz's.", "They do n't know it 's Ruiz 's .");
        check("We can’t; I'd've gone", "We ca n’t ; I 'd 've gone");
        check("CAN'T cannot gonna", "CA N'T can not gon na");
        check("two years' work", "two years ' work");
        check("the “Post”'s page", "the “ Post ” 's page");
        check(
            "not_split: O'Neill d'Arc o'clock",
            "not_split : O'Neill d'Arc o'clock",
        );
        check("the '90s and 'em", "the '90s and 'em");
    }

    #[test]
    fn hyphens() {
        check(
            "a state-owned, well-known firm",
            "a state - owned , well - known firm",
        );
        check(
            "pre-war anti-corruption co-operation",
            "pre-war anti-corruption co-operation",
        );
        check(
            "U.S.-led talks on April 14-15",
            "U.S. - led talks on April 14 - 15",
        );
        check("call 555-0142 by 2025-04-14", "call 555-0142 by 2025-04-14");
        check("Kunming–Haiphong line — now", "Kunming – Haiphong line — now");
    }

    #[test]
    fn numbers_and_units() {
        check("$5 US$3.7bn HK$20 €40", "$ 5 US$ 3.7 bn HK$ 20 € 40");
        check("over 23,000 or 5% of $3m", "over 23,000 or 5 % of $ 3 m");
        check("at 7:30pm or 9:15 a.m. today", "at 7:30 pm or 9:15 a.m. today");
        check(
            "on 14/4/2025, 3/4 and/or 1/2",
            "on 14/4/2025 , 3 / 4 and / or 1 / 2",
        );
        check("[22,23] 1980s 20th 3D .5", "[ 22 , 23 ] 1980s 20th 3D .5");
    }

    #[test]
    fn abbreviations() {
        check(
            "Gen. Ana B. Ruiz of Acme Inc. spoke.",
            "Gen. Ana B. Ruiz of Acme Inc. spoke .",
        );
        check("He met the U.S.", "He met the U.S.");
        check("No. 5 came first. No.", "No. 5 came first . No .");
        check("apples, pears, etc.", "apples , pears , etc.");
        check("It ended.Then rain fell.", "It ended . Then rain fell .");
    }

    #[test]
    fn addresses() {
        check(
            "See https://example.org/a-b?c=1.",
            "See https://example.org/a-b?c=1 .",
        );
        check("(mail ana.ruiz@example.org)", "( mail ana.ruiz@example.org )");
        check(
            "at example.com, @ana and #talks",
            "at example.com , @ana and #talks",
        );
    }

    #[test]
    fn odd_characters() {
        check(
            "for\u{ad}mat Vi\u{ea}\u{323}t \u{200b} x\u{200b}y",
            "for\u{ad}mat Vi\u{ea}\u{323}t x y",
        );
        check("会谈。好", "会谈 。 好");
        check("👩\u{200d}🚀!?...", "👩\u{200d}🚀 !? ...");
        check("\u{301}a ''b'' \u{200d}", "\u{301} a '' b ''");
    }

    #[test]
    fn long_input_takes_linear_time() {
        for piece in ["a.", "“", "1/", "x'", "-", "'s", "a@", "1,", ".", "\u{301}", "a-"] {
            let text = piece.repeat(200_000);
            let block = Block {
                kind: BlockKind::Body,
                span: Span::new(0, text.len()),
            };
            let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, vec![block]);
            let sentences = crate::grammar::sentence::split(&article);
            assert!(!split(&article, &sentences).is_empty());
        }
    }
}
