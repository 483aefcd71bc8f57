//! A measure in the words of the text.

use dossier_model::{LabelKind, Span};

use super::{Scene, key};

/// A measure as words, as the parts it is joined by, and where its words stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Measure {
    /// Plain words.
    pub text: String,
    /// Sorted parts.
    pub key: Vec<String>,
    /// The words' places.
    pub spans: Vec<Span>,
    /// How it was found.
    pub kind: LabelKind,
    /// Whether it is a figure only where a second report tells it: "four gates".
    pub is_passing: bool,
    /// The measure whose change this is, or the measure itself where it is a level.
    pub(super) base: Option<Box<Measure>>,
    /// The measure without the phrase behind its number: "duty" of "a duty of 20 percent on cars".
    pub(super) stem: Option<Box<Measure>>,
}

impl Measure {
    /// The words `words`.
    pub(super) fn of(scene: Scene<'_>, words: &[usize]) -> Self {
        Self::default().and(scene, words, false)
    }

    /// A noun that the text does not print.
    pub(super) fn word(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// Adds words of the text behind; with `names_only` no common noun of them goes into the key.
    pub(super) fn and(mut self, scene: Scene<'_>, words: &[usize], names_only: bool) -> Self {
        let printed = scene.print(words);
        if !self.text.is_empty() && !printed.is_empty() && !printed.starts_with(',') {
            self.text.push(' ');
        }
        self.text.push_str(&printed);
        let mut run: Option<(usize, usize)> = None;
        for &i in words {
            match &mut run {
                Some((_, last)) if *last + 1 == i => *last = i,
                _ => {
                    self.note(scene, run, names_only);
                    run = Some((i, i));
                }
            }
        }
        self.note(scene, run, names_only);
        self.key.sort();
        self
    }

    fn note(&mut self, scene: Scene<'_>, run: Option<(usize, usize)>, names_only: bool) {
        if let Some((from, to)) = run {
            let span = scene.words.cover(from, to + 1);
            key::add(scene.view, span, names_only, &mut self.key);
            self.spans.push(span);
        }
    }

    /// As a thing of `owner`: "Norvik’s ships".
    pub(super) fn owned_by(self, owner: Measure) -> Self {
        if self.text.starts_with(&owner.text) {
            return self;
        }
        let mark = if owner.text.ends_with('s') { "’" } else { "’s" };
        let text = format!("{}{mark} {}", owner.text, self.text);
        self.joined(owner, text)
    }

    /// Printed as `text`, with the key and the places of another measure as well.
    pub(super) fn joined(self, other: Measure, text: String) -> Self {
        let mut out = Self { text, ..self };
        for part in other.key {
            out = out.with_part(&part);
        }
        out.spans.extend(other.spans);
        out
    }

    /// With the name of the owner in front, where a pronoun in front of the noun `head` says whose it is.
    pub(super) fn with_owner(self, scene: Scene, head: usize) -> Self {
        match super::tree::owner(scene, head) {
            Some(name) => self.owned_by(Measure::of(scene, &name)),
            None => self,
        }
    }

    /// Adds a word that the text does not print there.
    pub(super) fn and_word(mut self, text: &str) -> Self {
        if !text.is_empty() {
            self.text.push(' ');
            self.text.push_str(text);
        }
        self
    }

    /// With `part` in the key.
    pub(super) fn with_part(mut self, part: &str) -> Self {
        key::push(&mut self.key, part.to_owned());
        self.key.sort();
        self
    }

    /// Found in this way.
    pub(super) fn found_by(mut self, kind: LabelKind) -> Self {
        self.kind = kind;
        self
    }
}
