//! Frames: which words say that something happens or is so, in which sense, and what the words around them are to it.
//!
//! Three linear models over hashed features of the tree, which a language brings: whether a word is a predicate, which of its
//! senses it has, and which role each word near it in the tree has. M. Palmer, D. Gildea, P. Kingsbury, "The
//! Proposition Bank", Computational Linguistics 2005, defines the roles.

mod features;
mod model;
#[doc(hidden)]
pub mod words;

use std::borrow::Cow;

use dossier_model::{Argument, ArgumentForm, ArgumentRole, Layer, Predicate, Span, Tokens};

pub use features::FIRST;
pub use model::{MOST_SENSES, Model, UNIT};
use words::{Candidate, Words, cover};

/// The predicates of each sentence with their arguments.
#[must_use]
pub fn find(model: &Model, text: &str, sentences: &[Span], tokens: &Tokens) -> Layer<Predicate> {
    let mut finder = Finder::new(model);
    let mut out = Vec::new();
    for &sentence in sentences {
        let range = tokens.inside(sentence);
        finder.words.read(text, tokens, range.start, range.end);
        for i in 0..range.len() {
            let Some(confidence) = finder.predicate(i) else {
                continue;
            };
            let sense = finder.sense(i, tokens.lemma(range.start + i));
            let arguments = finder.arguments(i, &sense, range.start, tokens);
            let predicate = Predicate {
                token: (range.start + i) as u32,
                sense,
                confidence,
                arguments,
            };
            out.push((tokens.span(range.start + i), predicate));
        }
    }
    Layer::from_pairs(out)
}

/// The arguments of given predicates of one sentence, which is all of `tokens`; to measure with.
#[doc(hidden)]
#[must_use]
pub fn find_given(model: &Model, text: &str, tokens: &Tokens, given: &[usize]) -> Vec<Predicate> {
    let mut finder = Finder::new(model);
    finder.words.read(text, tokens, 0, tokens.len());
    let one = |&i: &usize| {
        let sense = finder.sense(i, tokens.lemma(i));
        let arguments = finder.arguments(i, &sense, 0, tokens);
        Predicate {
            token: i as u32,
            sense,
            confidence: 1.0,
            arguments,
        }
    };
    given.iter().map(one).collect()
}

/// Works on one sentence after the other with the same scratch space.
#[derive(Debug)]
struct Finder<'m> {
    model: &'m Model,
    words: Words,
    features: Vec<u32>,
    scores: Vec<i32>,
    candidates: Vec<Candidate>,
}

/// One choice of a role for a word.
#[derive(Debug, Clone, Copy)]
struct Choice {
    word: usize,
    class: usize,
    share: f32,
}

impl<'m> Finder<'m> {
    fn new(model: &'m Model) -> Self {
        Self {
            model,
            words: Words::default(),
            features: Vec::with_capacity(64),
            scores: Vec::new(),
            candidates: Vec::new(),
        }
    }

    /// How sure it is that word `i` is a predicate, if it is one.
    fn predicate(&mut self, i: usize) -> Option<f32> {
        if !self.words.may_be_predicate(i) {
            return None;
        }
        self.words.predicate_features(i, &mut self.features);
        self.model.predicates.sum(&self.features, 1, &mut self.scores);
        let score = self.scores.first().copied().unwrap_or(0);
        (score > 0).then(|| rounded(1.0 / (1.0 + (-(score as f32) * UNIT).exp())))
    }

    /// The likeliest sense of word `i`; the dictionary form where none is known.
    fn sense(&mut self, i: usize, lemma: &str) -> Cow<'static, str> {
        let senses = self.model.senses(self.words.sense_key(i));
        let rank = match senses.len() {
            0 => return Cow::Owned(lemma.to_lowercase()),
            1 => 0,
            n => {
                self.words.sense_features(i, &mut self.features);
                self.model.ranks.sum(&self.features, n, &mut self.scores);
                best(&self.scores)
            }
        };
        Cow::Borrowed(senses.get(rank).copied().unwrap_or(""))
    }

    /// The arguments of word `p`; `first` is the sentence's first token.
    fn arguments(&mut self, p: usize, sense: &str, first: usize, tokens: &Tokens) -> Vec<Argument> {
        let context = self.words.context(p, sense);
        self.words.candidates(p, &mut self.candidates);
        let classes = self.model.roles.len();
        let mut choices: Vec<Choice> = Vec::new();
        for c in &self.candidates {
            let (model, scores) = (self.model, &mut self.scores);
            let may_be = |first: &[u32]| model.may_be_argument(first, scores);
            if !self
                .words
                .argument_features(&context, c, &mut self.features, may_be)
            {
                continue;
            }
            self.model
                .arguments
                .sum(&self.features, classes, &mut self.scores);
            let class = best(&self.scores);
            if class > 0 {
                let share = share(&self.scores, class);
                self.choose(
                    Choice {
                        word: c.word,
                        class,
                        share,
                    },
                    &mut choices,
                );
            }
        }
        choices.sort_unstable_by_key(|c| c.word);
        let argument = |c: &Choice| {
            let (role, form) = self.model.roles.get(c.class).copied().flatten()?;
            Some(Argument {
                role,
                form,
                head: (first + c.word) as u32,
                span: cover(tokens, first, self.words.stretch(p, c.word)),
                confidence: c.share,
            })
        };
        choices.iter().filter_map(argument).collect()
    }

    /// Adds a choice; of a numbered role told by its own words only the surest stays.
    fn choose(&self, choice: Choice, choices: &mut Vec<Choice>) {
        let role = |class: usize| self.model.roles.get(class).copied().flatten();
        let is_single = matches!(role(choice.class), Some((r, ArgumentForm::Plain)) if is_numbered(r));
        let rival = choices.iter_mut().find(|c| is_single && c.class == choice.class);
        match rival {
            Some(rival) if choice.share > rival.share => *rival = choice,
            Some(_) => {}
            None => choices.push(choice),
        }
    }
}

fn is_numbered(role: ArgumentRole) -> bool {
    role <= ArgumentRole::Arg5
}

/// The first of the highest scores.
fn best(scores: &[i32]) -> usize {
    (0..scores.len())
        .reduce(|a, b| if scores[b] > scores[a] { b } else { a })
        .unwrap_or(0)
}

/// What share of all that is likely the class has.
fn share(scores: &[i32], class: usize) -> f32 {
    let top = scores[class];
    let sum: f32 = scores.iter().map(|s| ((s - top) as f32 * UNIT).exp()).sum();
    rounded(1.0 / sum)
}

/// To the third place: exponentials of different machines agree so far.
fn rounded(share: f32) -> f32 {
    (share * 1000.0).round() / 1000.0
}
