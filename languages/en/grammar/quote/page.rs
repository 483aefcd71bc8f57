//! What the rules ask of a text: words, sentences, verb groups and noun phrases by their surface.

use dossier_model::{Span, Tokens, Upos};
use dossier_world::WordList;

use super::cue::{self, Verb};
use super::tree::Tree;
use crate::grammar::calendar;

dossier_world::words!(QUOTATION_MARKS = "quote/marks.txt");
dossier_world::words!(SUBJECT_PRONOUNS = "quote/subject_pronouns.txt");

/// One article's words with the reporting verbs among them marked.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) sentences: &'a [Span],
    pub(super) tokens: &'a Tokens,
    pub(super) tree: Tree,
    /// What stands between quotation marks, in order.
    spoken: Vec<Span>,
    verbs: Vec<Option<Verb>>,
    /// Whether the words carry dependencies.
    pub(super) parsed: bool,
}

/// A reporting verb with what belongs to it: "has also said".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    /// The first word: an auxiliary or adverb.
    pub(super) start: usize,
    /// The verb itself.
    pub(super) verb: usize,
    /// Whether it is denied ("did not say") or only possible ("might say").
    pub(super) unreal: bool,
    /// Whether a form of "be" makes it passive.
    pub(super) passive: bool,
}

dossier_world::words!(pub(super) BE = "clause/be.txt");
dossier_world::words!(pub(super) HAVE_DO = "clause/have_do.txt");
dossier_world::words!(UNREAL = "clause/modals_and_denials.txt");
dossier_world::words!(GROUP_ADVERBS = "clause/group_adverbs.txt");

/// A short word in ASCII small letters, written to `buffer`. `None` where it is longer.
fn lower<'b>(word: &str, buffer: &'b mut [u8; 12]) -> Option<&'b str> {
    let out = buffer.get_mut(..word.len())?;
    out.copy_from_slice(word.as_bytes());
    out.make_ascii_lowercase();
    std::str::from_utf8(out).ok()
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str, sentences: &'a [Span], tokens: &'a Tokens, spoken: Vec<Span>) -> Self {
        let tagged = (0..tokens.len()).any(|i| tokens.upos(i) == Upos::Verb);
        // "Reports", "comments" and "claims" are as often nouns: the tagger knows, where there is one.
        let verbs = (0..tokens.len())
            .map(|i| {
                let could = !tagged || matches!(tokens.upos(i), Upos::Verb | Upos::Aux);
                let next = tokens.spans().get(i + 1).map_or("", |s| s.of(text));
                let word = tokens.span(i).of(text);
                could
                    .then(|| cue::phrasal(word, next).or_else(|| cue::verb(word)))
                    .flatten()
            })
            .collect();
        let parsed = (0..tokens.len()).any(|i| tokens.head(i).is_some());
        let tree = if parsed {
            Tree::new(tokens)
        } else {
            Tree::default()
        };
        Self {
            text,
            sentences,
            tokens,
            tree,
            spoken,
            verbs,
            parsed,
        }
    }

    /// The words between marks that hold the byte `at`.
    pub(super) fn marked_at(&self, at: u32) -> Option<Span> {
        let i = self.spoken.partition_point(|s| s.end <= at);
        self.spoken.get(i).copied().filter(|s| s.start <= at)
    }

    pub(super) fn word(&self, i: usize) -> &'a str {
        self.tokens.spans().get(i).map_or("", |s| s.of(self.text))
    }

    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        let w = self.word(i);
        words.iter().any(|x| x.eq_ignore_ascii_case(w))
    }

    /// Whether the word is on a list of words in small letters.
    pub(super) fn is_in(&self, i: usize, list: &WordList) -> bool {
        list.has_any_case(self.word(i))
    }

    /// Whether the word is a weekday written in full.
    pub(super) fn is_weekday(&self, i: usize) -> bool {
        lower(self.word(i), &mut [0; 12]).is_some_and(calendar::is_full_weekday)
    }

    /// Whether the word is a month written in full.
    pub(super) fn is_month(&self, i: usize) -> bool {
        lower(self.word(i), &mut [0; 12]).is_some_and(calendar::is_full_month)
    }

    pub(super) fn verb(&self, i: usize) -> Option<Verb> {
        self.verbs.get(i).copied().flatten()
    }

    /// The reporting verb at `i` beside a quotation, where a stop or a mark behind it makes even a form that
    /// could be a noun a verb: "…," Ruiz answers.
    pub(super) fn verb_beside(&self, i: usize) -> Option<Verb> {
        self.verb(i).or_else(|| {
            let alone = self.is_punct(i + 1) && self.word(i + 1) != "-" && !self.is_capital(i);
            alone.then(|| cue::verb(self.word(i))).flatten()
        })
    }

    pub(super) fn span(&self, i: usize) -> Span {
        self.tokens
            .spans()
            .get(i)
            .copied()
            .unwrap_or(Span { start: 0, end: 0 })
    }

    /// From the first to behind the last of the words `from..to`.
    pub(super) fn cover(&self, from: usize, to: usize) -> Option<Span> {
        (from < to && to <= self.tokens.len()).then(|| self.span(from).cover(self.span(to - 1)))
    }

    pub(super) fn upos(&self, i: usize) -> Upos {
        if i < self.tokens.len() {
            self.tokens.upos(i)
        } else {
            Upos::X
        }
    }

    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.word(i).chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_punct(&self, i: usize) -> bool {
        self.word(i)
            .chars()
            .next()
            .is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '%' | '@' | '#'))
            && !self.word(i).chars().any(char::is_alphanumeric)
    }

    pub(super) fn is_pronoun(&self, i: usize) -> bool {
        self.is_in(i, &SUBJECT_PRONOUNS)
    }

    /// The sentence that holds the byte `at`, or the last before it.
    pub(super) fn sentence(&self, at: u32) -> Option<Span> {
        let i = self.sentences.partition_point(|s| s.end <= at);
        self.sentences.get(i).copied().filter(|s| s.start <= at)
    }

    /// Whether the word ends its sentence or a stop that ends it follows inside `to`.
    pub(super) fn ends_sentence(&self, i: usize) -> bool {
        let s = self.span(i);
        self.sentence(s.start).is_some_and(|x| x.end == s.end)
    }

    /// Whether the word is an adverb in "-ly".
    pub(super) fn is_manner(&self, i: usize) -> bool {
        dossier_world::words!(NOUNS_IN_LY = "common/nouns_in_ly.txt");
        let w = self.word(i);
        w.len() > 4
            && w.ends_with("ly")
            && !self.is_capital(i)
            && !self.is_in(i, &NOUNS_IN_LY)
            && self.upos(i) != Upos::Adj
    }

    /// One past the last word of the cue whose verb is `verb`: "pointed out" has two.
    pub(super) fn cue_end(&self, verb: usize) -> usize {
        if cue::phrasal(self.word(verb), self.word(verb + 1)).is_some() {
            verb + 2
        } else {
            verb + 1
        }
    }

    /// Whether the word is a quotation mark.
    pub(super) fn is_mark(&self, i: usize) -> bool {
        QUOTATION_MARKS.has(self.word(i))
    }

    /// The verb group that ends in the verb `verb`, looked for down to the word `limit`.
    pub(super) fn group(&self, verb: usize, limit: usize) -> Group {
        let mut g = Group {
            start: verb,
            verb,
            unreal: false,
            passive: false,
        };
        while g.start > limit {
            let i = g.start - 1;
            let w = self.word(i);
            if self.is_in(i, &BE) && !(w.starts_with(['\'', '’']) && self.is_capital(i.saturating_sub(1))) {
                g.passive = true;
            } else if self.is_in(i, &UNREAL) {
                g.unreal = true;
            } else if !(self.is_in(i, &HAVE_DO) || self.is_in(i, &GROUP_ADVERBS) || self.is_manner(i)) {
                break;
            }
            g.start = i;
        }
        // "went on to say".
        if g.start > limit + 2
            && self.is(g.start - 1, &["to"])
            && self.is(g.start - 2, &["on"])
            && self.is(g.start - 3, &["went", "goes", "go"])
        {
            g = Group {
                start: g.start - 3,
                ..g
            };
        }
        // "being said", "is saying": the progressive is active.
        if self.verb(verb).is_some_and(|v| v.form == cue::Form::Ing) {
            g.passive = false;
        }
        g
    }
}
