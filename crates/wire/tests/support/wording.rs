//! Arbitrary wording: what the words of findings tell, for whoever compares articles.

use dossier_model::*;

use super::Maker;

impl Maker {
    /// A row for each row of the layers that it goes with.
    pub(super) fn wording(&mut self, notes: &Annotations) -> Wording {
        let senses: Vec<Sense> = (0..=self.below(3))
            .map(|_| Sense {
                stem: self.words(5),
                groups: self.some(3, |m| m.below(99) as u32),
                fate: self.maybe(Self::pick),
                is_common_in_tolls: self.flip(),
            })
            .collect();
        let tokens = notes.tokens.len();
        let token = move |m: &mut Self| m.below(tokens) as u32;
        let places = (0..tokens).map(|_| self.below(senses.len()) as u32).collect();
        let mentions = notes.mentions.len();
        let frames = self.some(if tokens > 0 { 3 } else { 0 }, |m| Frame {
            predicate: token(m),
            subjects: m.some(2, token),
            objects: m.some(2, token),
            polarity: m.pick(),
            modality: m.pick(),
        });
        let relations = self.some(if mentions > 0 { 2 } else { 0 }, |m| Relation {
            kind: m.pick(),
            from: m.below(mentions) as u32,
            to: m.below(mentions) as u32,
        });
        Wording {
            senses: Senses::new(places, senses).expect("places of senses"),
            frames,
            relations,
            sentences: (notes.sentences.iter())
                .map(|s| SentenceWording {
                    dateline: if self.flip() { 0 } else { s.end - s.start },
                    context: self.pick(),
                    flaw: self.maybe(Self::pick),
                })
                .collect(),
            bodies: (notes.locals.iter())
                .map(|_| {
                    self.maybe(|m| StateBody {
                        name: m.words(9),
                        is_only: m.flip(),
                    })
                })
                .collect(),
            roles: (notes.roles.iter())
                .map(|_| RoleWording {
                    office: self.words(9),
                    is_elect: self.flip(),
                })
                .collect(),
            numbers: (notes.quantities.iter())
                .map(|_| self.number_wording(tokens))
                .collect(),
            figures: (notes.figures.iter())
                .map(|_| FigureWording {
                    key: self.some(3, |m| m.words(5)),
                    turns: self.some(2, Self::pick),
                    is_level: self.flip(),
                    basis: self.maybe(Self::span),
                    is_as_of: self.flip(),
                })
                .collect(),
            sources: (notes.quotes.iter())
                .map(|_| SourceWording {
                    kind: self.pick(),
                    office: self.maybe(Self::span),
                })
                .collect(),
            events: (notes.events.iter()).map(|_| self.event_wording()).collect(),
        }
    }

    fn counted(&mut self) -> Counted {
        Counted {
            noun: self.words(5),
            is_person: self.flip(),
        }
    }

    fn number_context(&mut self, tokens: usize) -> NumberContext {
        let token = move |m: &mut Self| m.below(tokens) as u32;
        NumberContext {
            head: self.maybe(token).filter(|_| tokens > 0),
            partitive: self.maybe(token).filter(|_| tokens > 0),
            aspect: self.maybe(Self::pick),
            fate: self.maybe(Self::pick),
            is_definite: self.flip(),
            befell: self.flip(),
            part: self.pick(),
        }
    }

    fn number_wording(&mut self, tokens: usize) -> NumberWording {
        NumberWording {
            context: self.number_context(tokens),
            counted: self.maybe(Self::counted),
            implied: self.maybe(Self::counted),
            gap: self.maybe(|m| m.words(9)),
            is_of_parties: self.flip(),
            is_age: self.flip(),
            restated: self.maybe(|m| {
                Box::new(Restated {
                    context: m.number_context(tokens),
                    implied: m.maybe(Self::counted),
                    gap: m.maybe(|m| m.words(9)),
                })
            }),
        }
    }

    fn event_wording(&mut self) -> EventWording {
        let phrase = |m: &mut Self| Phrase {
            words: m.maybe(|m| m.words(9)),
            kind: m.pick(),
            is_owned: m.flip(),
            key: m.some(2, |m| m.words(5)),
        };
        EventWording {
            name: self.maybe(|m| EventName {
                noun: m.words(5),
                is_general: m.flip(),
            }),
            opens: self.pick(),
            closes: self.pick(),
            object: self.maybe(phrase),
            targets: self.some(2, phrase),
        }
    }
}
