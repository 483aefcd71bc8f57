//! What the words of a sentence are to its predicates.

use dossier_model::{Annotation, Argument, ArgumentForm, ArgumentRole, Predicate};

use super::View;

/// An argument of a predicate, seen from the argument.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Place of the predicate.
    pub predicate: usize,
    /// What the argument is to it.
    pub argument: &'a Argument,
}

impl<'a> View<'a> {
    /// The view with frames in it; without this call no word is a predicate.
    #[must_use]
    pub fn with_frames(mut self, frames: &'a [Annotation<Predicate>]) -> Self {
        self.frames = frames;
        self
    }

    /// All predicates, in order.
    pub fn frames(&self) -> impl Iterator<Item = &'a Predicate> + use<'a> {
        self.frames.iter().map(|a| &a.value)
    }

    /// The predicate that word `i` is.
    #[must_use]
    pub fn frame_of(&self, i: usize) -> Option<&'a Predicate> {
        let at = self.frames.binary_search_by_key(&i, |a| a.value.token as usize);
        at.ok().and_then(|k| self.frames.get(k)).map(|a| &a.value)
    }

    /// The head of the surest argument that predicate `i` has with this role.
    #[must_use]
    pub fn argument(&self, i: usize, role: ArgumentRole) -> Option<usize> {
        Some(self.frame_of(i)?.argument(role)?.head as usize)
    }

    /// The predicates that word `i` is an argument's head of, in order, in its sentence.
    pub fn parts_of(&self, i: usize) -> impl Iterator<Item = Part<'a>> + use<'a> {
        let (from, to) = self.sentence_words(i);
        let place = |k: usize| self.frames.partition_point(|a| (a.value.token as usize) < k);
        let own = self.frames.get(place(from)..place(to)).unwrap_or(&[]);
        own.iter().flat_map(move |a| {
            let with_head = a.value.arguments.iter().filter(move |x| x.head as usize == i);
            let predicate = a.value.token as usize;
            with_head.map(move |argument| Part { predicate, argument })
        })
    }

    /// Whether predicate `i` is denied by an argument of its own: "did not sign", "never met".
    #[must_use]
    pub fn is_negated(&self, i: usize) -> bool {
        self.argument(i, ArgumentRole::Negation).is_some()
    }

    /// The modal verb of predicate `i`: "will", "could".
    #[must_use]
    pub fn modal(&self, i: usize) -> Option<usize> {
        self.argument(i, ArgumentRole::Modal)
    }

    /// Whether word `i` is told by its own words, not by a relative pronoun, as an argument of `predicate` with this role.
    #[must_use]
    pub fn is_argument(&self, i: usize, predicate: usize, role: ArgumentRole) -> bool {
        let arguments = self.frame_of(predicate).map_or(&[][..], |p| &p.arguments);
        let is_it = |a: &Argument| a.head as usize == i && a.role == role && a.form == ArgumentForm::Plain;
        arguments.iter().any(is_it)
    }
}
