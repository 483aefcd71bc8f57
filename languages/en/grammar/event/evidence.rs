//! What an event was read from, for whoever weighs how sure it is.

use dossier_model::{Deprel, EventEvidence, EventPosition, EventRule, PartyLink, TimeLink};

use super::party::Party;
use super::reader::Reader;

/// What an event was read from.
pub(super) struct Read<'r> {
    /// The word that tells it, and those that help.
    pub carriers: &'r [usize],
    pub noun: bool,
    pub source: Option<&'r Party>,
    pub target: Option<&'r Party>,
    /// Place of the time in its layer.
    pub time: Option<usize>,
    pub is_settled: bool,
}

impl Reader<'_> {
    /// The features of one event.
    pub fn evidence(&self, read: &Read) -> EventEvidence {
        let anchor = read.carriers.first().copied().unwrap_or(self.g.range.start);
        let link = |p: Option<&Party>| p.map_or(PartyLink::None, |p| self.link(read.carriers, p.head));
        EventEvidence {
            rule: match (read.noun, read.carriers.len()) {
                (true, _) => EventRule::Noun,
                (false, 1) => EventRule::Verb,
                _ => EventRule::VerbWithNoun,
            },
            source: link(read.source),
            target: link(read.target),
            time: read.time.map_or(TimeLink::None, |t| self.time_link(anchor, t)),
            position: match (self.terse, self.lead) {
                (true, _) => EventPosition::Headline,
                (_, true) => EventPosition::Lead,
                _ => EventPosition::Body,
            },
            is_settled: read.is_settled,
            is_quoted: self.is_quoted(anchor),
        }
    }

    fn link(&self, carriers: &[usize], head: usize) -> PartyLink {
        use Deprel as D;
        let g = self.g;
        let first = g.first_conjunct(head);
        if !g.head(first).is_some_and(|h| carriers.contains(&h)) {
            return PartyLink::Far;
        }
        match g.deprel(first) {
            D::Nsubj => PartyLink::Subject,
            D::Obj | D::NsubjPass | D::Iobj => PartyLink::Object,
            D::NmodPoss | D::Amod | D::Compound => PartyLink::Front,
            D::Obl | D::Nmod | D::OblAgent => PartyLink::Preposition,
            _ => PartyLink::Far,
        }
    }

    fn time_link(&self, anchor: usize, t: usize) -> TimeLink {
        if self.times.head_of(t).and_then(|w| self.g.head(w)) == Some(anchor) {
            TimeLink::Direct
        } else {
            TimeLink::Far
        }
    }

    /// Whether quotation marks stand open in front of a word.
    fn is_quoted(&self, at: usize) -> bool {
        let g = self.g;
        let marks = (g.range.start..at).filter(|&k| g.is_quotation_mark(k)).count();
        marks % 2 == 1
    }
}
