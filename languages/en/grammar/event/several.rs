//! Whether words tell of one event or of several: "an attack", "dozens of attacks".

use crate::grammar::clause::preposition_of;
use dossier_model::{Deprel, EventType, Upos};

use super::event_noun;
use super::reader::Reader;
use dossier_annotate::Sentence;

impl Reader<'_> {
    /// Whether the event or object word `n` stands for several events: "dozens of tests", "two visits".
    pub fn tells_of_several(&self, kind: EventType, n: Option<usize>) -> bool {
        const MANY: &[&str] = &[
            "several",
            "many",
            "numerous",
            "multiple",
            "various",
            "repeated",
            "countless",
            "more",
            "most",
        ];
        const COUNTS: &[&str] = &[
            "dozen", "hundred", "thousand", "score", "number", "series", "string", "spate", "wave",
            "handful", "lot", "couple", "majority", "most", "some", "many", "several",
        ];
        let g = self.g;
        let Some(n) = n else { return false };
        let is_single_act = matches!(
            kind,
            EventType::Test
                | EventType::Visit
                | EventType::Attack
                | EventType::Accident
                | EventType::Disaster
                | EventType::Clash
                | EventType::Meeting
        );
        let counts = |i: usize| COUNTS.contains(&&*g.lemma(i).to_lowercase());
        let of = |i: usize| {
            g.children_by(i, &[Deprel::Nmod])
                .any(|k| preposition_of(g, k) == Some("of"))
        };
        let counted_above = preposition_of(g, n) == Some("of") && g.head(n).is_some_and(counts);
        let is_many = |k: usize| MANY.contains(&&*g.word(k).to_lowercase());
        let many = g.children_by(n, &[Deprel::Amod, Deprel::Det]).any(is_many);
        let plural = g.word(n).ends_with('s') && !g.lemma(n).ends_with('s');
        let numbered = is_counted(g, n) && plural && event_noun::names_event(g, n);
        is_single_act && (counts(n) && of(n) || counted_above || many && plural || numbered)
    }
}

/// Whether a number above one counts the noun.
pub(super) fn is_counted(g: &Sentence, n: usize) -> bool {
    g.children_by(n, &[Deprel::Nummod])
        .any(|k| !g.is(k, &["one", "1"]) && g.upos(k) == Upos::Num)
}
