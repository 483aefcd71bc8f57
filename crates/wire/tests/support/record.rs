//! Arbitrary records.

use dossier_model::*;

use super::Maker;

impl Maker {
    /// An office's date as the record tells it: from the first, to the last day of what is known.
    fn told_term(&mut self, last: bool) -> TermDate {
        let day = self.date();
        let (precision, first, end) = match self.below(3) {
            0 => (WhenPrecision::Year, day.first_of_year(), day.last_of_year()),
            1 => (WhenPrecision::Month, day.first_of_month(), day.last_of_month()),
            _ => (WhenPrecision::Day, day, day),
        };
        TermDate {
            day: if last { end } else { first },
            precision,
        }
    }

    /// A record that holds what the record's format can tell.
    pub fn dossier(&mut self) -> Dossier {
        let mut articles = Vec::new();
        let mut cites: Vec<Cite> = Vec::new();
        for i in 0..1 + self.below(3) {
            let mut article = self.article(&format!("a{i}"), true);
            for _ in 0..4 {
                cites.push(Cite {
                    article: article.id.clone(),
                    span: self.span(),
                });
            }
            if i > 0 {
                let before = cites[0].span;
                article.meta.version = self.maybe(|m| {
                    Box::new(Version {
                        earlier: Some(ArticleId::new("a0")),
                        later: None,
                        order: m.pick(),
                        changes: m.some(3, |m| Change {
                            kind: m.pick(),
                            before: m.flip().then_some(before),
                            after: m.maybe(Self::span),
                        }),
                    })
                });
            }
            articles.push(article);
        }
        let notes = self.some(2, |m| Note::new(m.words(9), m.words(9)));
        let stories = self.some(2, |m| m.story(&cites));
        Dossier {
            notes,
            articles,
            stories,
        }
    }

    fn story(&mut self, all: &[Cite]) -> Story {
        let cite = |m: &mut Self| all[m.below(all.len())].clone();
        let cites = |m: &mut Self| Cites::new((0..=m.below(3)).map(|_| cite(m)).collect()).expect("cites");
        let ids = |m: &mut Self| m.some(2, |m| ArticleId::new(m.words(5)));
        let events: Vec<Event> = self.some(3, |m| Event {
            id: EventId::new(format!("e{}", m.words(3))),
            kind: m.pick(),
            label: m.words(9),
            plover: None,
            mode: None,
            status: m.pick(),
            when: m.maybe(|m| m.when(true)),
            place: m.maybe(|m| EntityId::new(m.words(4))),
            participants: m.some(2, |m| Participant {
                entity: EntityId::new(m.words(4)),
                role: m.pick(),
            }),
            cites: cites(m),
            support: m.support(),
            why: m.words(9),
            background: m.maybe(|m| m.words(9)),
            confidence: m.confidence(),
        });
        let figures: Vec<Figure> = self.some(3, |m| m.figure(all));
        let refs: Vec<TimelineRef> = (events.iter().map(|e| TimelineRef::Event(e.id.clone())))
            .chain(figures.iter().map(|f| TimelineRef::Figure(f.id.clone())))
            .collect();
        Story {
            id: StoryId::new(self.words(5)),
            why: self.words(9),
            title: self.words(9),
            period: self.maybe(|m| Period {
                from: m.date(),
                to: m.date(),
            }),
            main: events.first().map(|e| e.id.clone()),
            articles: ids(self),
            origins: self.some(2, |m| Origin {
                id: OriginId::new(m.words(4)),
                articles: ids(m),
                kind: m.pick(),
                why: m.words(9),
                confidence: m.confidence(),
            }),
            voices: self.some(2, |m| Voice {
                id: VoiceId::new(m.words(4)),
                name: m.words(9),
                entity: m.maybe(|m| EntityId::new(m.words(4))),
                kind: m.pick(),
                why: m.words(9),
            }),
            copies: self.some(2, |m| Copy {
                from: cite(m),
                to: cite(m),
                words: m.below(99),
                similarity: m.number(),
                direction: m.pick(),
                kind: m.pick(),
                why: m.words(9),
                confidence: m.confidence(),
            }),
            entities: self.some(2, |m| Entity {
                id: EntityId::new(m.words(4)),
                kind: Some(m.pick())
                    .filter(|k| *k != MentionKind::Event)
                    .unwrap_or(MentionKind::Other),
                name: m.words(9),
                names: m.some(2, |m| NameCount {
                    text: m.words(9),
                    count: m.below(99),
                }),
                country: m.maybe(|m| m.words(3)),
                roles: m.some(2, |m| Role {
                    title: m.words(9),
                    organization: m.maybe(|m| m.words(9)),
                    state: m.pick(),
                    from: m.maybe(|m| m.told_term(false)),
                    to: m.maybe(|m| m.told_term(true)),
                    cites: cites(m),
                    confidence: m.confidence(),
                }),
                cites: cites(m),
                why: m.words(9),
                confidence: m.confidence(),
            }),
            events,
            figures,
            statements: self.some(2, |m| Statement {
                id: StatementId::new(m.words(4)),
                text: m.words(9),
                reports: m.some(2, |m| StatementReport {
                    cite: cite(m),
                    voice: VoiceId::new(m.words(4)),
                }),
                support: m.support(),
                why: m.words(9),
                background: m.maybe(|m| m.words(9)),
                confidence: m.confidence(),
            }),
            conflicts: self.some(2, |m| Conflict {
                id: ConflictId::new(m.words(4)),
                kind: m.pick(),
                of: m.some(2, |m| StatementId::new(m.words(4))),
                cites: cites(m),
                why: m.words(9),
                confidence: m.confidence(),
            }),
            quotes: self.some(2, |m| Quotation {
                id: QuoteId::new(m.words(4)),
                words: m.words(9),
                form: m.pick(),
                denies: m.flip(),
                cue: m.maybe(|m| m.words(9)),
                speaker: m.maybe(|m| EntityId::new(m.words(4))),
                speaker_text: m.maybe(|m| m.words(9)),
                cite: cite(m),
                confidence: m.confidence(),
            }),
            timeline: self.some(2, |m| TimelineRow {
                when: m.when(true),
                label: m.words(9),
                refs: m
                    .some(2, |m| refs.get(m.below(refs.len())).cloned())
                    .into_iter()
                    .flatten()
                    .collect(),
                cites: cites(m),
                background: m.maybe(|m| m.words(9)),
                confidence: m.confidence(),
            }),
            digest: self.some(2, |m| Digest {
                text: m.words(9),
                cites: cites(m),
                support: m.support(),
                against: m.maybe(|m| m.words(9)),
                confidence: m.confidence(),
            }),
        }
    }

    fn figure(&mut self, all: &[Cite]) -> Figure {
        let reports = self.some(3, |m| FigureReport {
            value: m.maybe(Self::number),
            low: m.maybe(Self::number),
            high: m.maybe(Self::number),
            bound: m.pick(),
            unit: m.maybe(Self::told_unit),
            basis: m.maybe(|m| m.words(9)),
            voice: VoiceId::new(m.words(4)),
            cite: all[m.below(all.len())].clone(),
        });
        let count = reports.len();
        Figure {
            id: FigureId::new(format!("f{}", self.words(3))),
            measure: self.words(9),
            unit: self.maybe(Self::told_unit),
            period: self.maybe(|m| m.when(true)),
            series: self.maybe(|m| {
                m.some(2, |m| SeriesPoint {
                    when: m.when(true),
                    low: m.number(),
                    high: m.number(),
                    reports: m.some(if count > 0 { 2 } else { 0 }, |m| m.below(count)),
                })
            }),
            reports,
            agreement: self.pick(),
            why: self.words(9),
            support: self.support(),
            background: self.maybe(|m| m.words(9)),
            confidence: self.confidence(),
        }
    }

    fn support(&mut self) -> Support {
        Support {
            articles: self.below(9),
            origins: self.below(9),
            voices: self.below(9),
        }
    }
}
