//! Arbitrary articles, annotations and records that keep the promises of the domain's types.
#![allow(dead_code, clippy::too_many_lines, reason = "made records, field by field")]

mod record;
mod unit;

use dossier_model::*;
use dossier_wire::Names;
use jiff::civil::{Date, Time as Clock};
use jiff::tz::Offset;

/// Makes values from a seed.
pub struct Maker {
    state: u64,
    text: String,
}

const LETTERS: [char; 14] = [
    'a', 'b', ' ', ' ', 'é', 'đ', 'ệ', '東', '🚢', '"', '\\', '\n', '\u{301}', '.',
];

impl Maker {
    pub fn new(seed: u64) -> Self {
        let mut maker = Self {
            state: seed,
            text: String::new(),
        };
        maker.text = maker.words(400);
        maker
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn flip(&mut self) -> bool {
        self.below(2) == 0
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flip().then(|| make(self))
    }

    fn some<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn pick<T: Names>(&mut self) -> T {
        T::ALL[self.below(T::ALL.len())]
    }

    pub fn words(&mut self, most: usize) -> String {
        let n = self.below(most);
        (0..n).map(|_| LETTERS[self.below(LETTERS.len())]).collect()
    }

    fn number(&mut self) -> f64 {
        match self.below(4) {
            0 => self.below(10_000) as f64,
            1 => self.below(1_000_000) as f64 / 7.0,
            2 => (self.next() as f64) * 1e60,
            _ => -1.0 / (1 + self.below(1_000_000)) as f64,
        }
    }

    fn date(&mut self) -> Date {
        let year = 1 + self.below(9998) as i16;
        Date::new(year, 1 + self.below(12) as i8, 1 + self.below(28) as i8).expect("a day")
    }

    fn clock(&mut self, seconds: bool) -> Clock {
        let second = if seconds { self.below(60) as i8 } else { 0 };
        Clock::new(self.below(24) as i8, self.below(60) as i8, second, 0).expect("a time of day")
    }

    /// The places between characters of the text.
    fn edges(&self) -> Vec<usize> {
        let starts = self.text.char_indices().map(|(at, _)| at);
        starts.chain([self.text.len()]).collect()
    }

    fn span(&mut self) -> Span {
        let edges = self.edges();
        let (a, b) = (self.below(edges.len()), self.below(edges.len()));
        Span::new(edges[a.min(b)], edges[a.max(b)])
    }

    /// Spans in order, apart from each other, none empty.
    fn apart(&mut self, most: usize) -> Vec<Span> {
        let edges = self.edges();
        let mut all: Vec<usize> = self.some(most * 2, |m| edges[m.below(edges.len())]);
        all.sort_unstable();
        all.dedup();
        all.chunks_exact(2).map(|p| Span::new(p[0], p[1])).collect()
    }

    fn layer<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Layer<T> {
        let items = self.some(most, |m| Annotation {
            span: m.span(),
            value: make(m),
            confidence: m.confidence(),
        });
        Layer::new(items)
    }

    pub fn confidence(&mut self) -> Option<Confidence> {
        self.maybe(|m| Confidence::new(m.below(1001) as f64 / 1000.0).expect("a share"))
    }

    /// A moment as the record can tell it, or any other.
    fn published(&mut self, exact: bool) -> Published {
        let precision: PublishedPrecision = self.pick();
        let date = match precision {
            PublishedPrecision::Year => self.date().first_of_year(),
            PublishedPrecision::Month => self.date().first_of_month(),
            _ => self.date(),
        };
        let with_time = precision == PublishedPrecision::Second || (!exact && self.flip());
        let minutes = self.below(2880) as i32 - 1440;
        let odd = if exact { 0 } else { self.below(60) as i32 };
        Published {
            date,
            time: with_time.then(|| self.clock(true)),
            offset: (with_time && self.flip())
                .then(|| Offset::from_seconds(minutes * 60 + odd).expect("offset")),
            precision,
            basis: self.pick(),
        }
    }

    fn known(&mut self) -> Known {
        let mut known = Known::default();
        for field in Field::ALL {
            if self.flip() {
                known.set(field, self.pick());
            }
        }
        known
    }

    /// An article of its text; `exact` holds no more than the record tells.
    pub fn article(&mut self, id: &str, exact: bool) -> Article {
        self.text = self.words(400);
        let mut also = self.some(2, |m| m.words(9));
        also.sort();
        let meta = ArticleDraft {
            source: self.words(12),
            url: self.maybe(|m| m.words(9)),
            outlet: self.maybe(|m| m.words(9)),
            agency: self.maybe(|m| m.words(9)),
            title: self.maybe(|m| m.words(9)),
            byline: self.maybe(|m| m.words(9)),
            published: self.maybe(|m| m.published(exact)),
            modified: self.maybe(|m| m.published(exact)),
            language: self.maybe(|m| m.words(9)),
            coverage: self.maybe(Self::coverage).filter(|c| *c != Coverage::NONE),
            section: self.maybe(|m| m.words(9)),
            known: self.known(),
            extent: self.pick(),
            also,
            version: if exact {
                None
            } else {
                self.maybe(|m| Box::new(m.version()))
            },
        };
        let blocks = self.apart(6);
        let blocks = blocks.into_iter().map(|span| Block {
            kind: self.pick(),
            span,
        });
        let blocks = blocks.collect();
        Article::new(ArticleId::new(id), meta, self.text.as_str(), blocks)
    }

    fn version(&mut self) -> Version {
        Version {
            earlier: self.maybe(|m| ArticleId::new(m.words(9))),
            later: self.maybe(|m| ArticleId::new(m.words(9))),
            order: self.pick(),
            changes: self.some(3, |m| Change {
                kind: m.pick(),
                before: m.maybe(|m| Span::new(m.below(9), 9 + m.below(99))),
                after: m.maybe(Self::span),
            }),
        }
    }

    fn when(&mut self, exact: bool) -> When {
        let from = self.maybe(Self::date);
        let time = from.filter(|_| self.flip());
        When {
            from,
            to: self.maybe(Self::date),
            time: time.map(|_| self.clock(!exact)),
            precision: self.pick(),
            text: self.words(9),
        }
    }

    fn tokens(&mut self, sentences: &[Span]) -> Tokens {
        let spans = self.apart(40);
        let sentence = |s: Span| sentences.partition_point(|x| x.end <= s.start);
        let mut out = TokensBuilder::with_capacity(spans.len());
        for (i, &span) in spans.iter().enumerate() {
            // Whoever hangs on a token in front of it comes to a root.
            let head = self.maybe(|m| m.below(i.max(1))).filter(|&h| h < i);
            let head = head.filter(|&h| sentence(spans[h]) == sentence(span));
            let lemma = self.words(5);
            out.push(span, self.pick(), &lemma, head, self.pick());
        }
        out.build()
    }

    pub fn read(&mut self) -> AnnotatedArticle {
        let article = self.article("an id", false);
        let sentences = self.apart(5);
        let locals = self.some(5, |m| LocalEntity {
            kind: m.pick(),
            name: m.words(9),
            country: m.maybe(|m| m.words(3)),
            is_country: m.flip(),
            key: m.words(9),
            gender: m.maybe(Self::pick),
            order: m.maybe(Self::pick),
        });
        let n = locals.len();
        let local = move |m: &mut Self| LocalId(m.below(n) as u32);
        let local_or_none = move |m: &mut Self| m.maybe(local).filter(|_| n > 0);
        let times = self.layer(4, |m| Time {
            kind: m.pick(),
            value: m.words(9),
            when: m.maybe(|m| m.when(false)),
        });
        let quantities = self.layer(5, |m| Quantity {
            value: m.maybe(Self::number),
            low: m.maybe(Self::number),
            high: m.maybe(Self::number),
            bound: m.pick(),
            unit: m.maybe(Self::unit),
            of: m.maybe(Self::span),
            ordinal: m.flip(),
            step: m.number(),
            moves: m.flip(),
        });
        let participant = move |m: &mut Self| EventParticipant {
            span: m.span(),
            local: local_or_none(m),
        };
        let tokens = self.tokens(&sentences);
        let count = tokens.len();
        // How sure a frame is stands in the frame itself.
        let mut frames = self.layer(if count > 0 { 4 } else { 0 }, |m| m.predicate(count));
        frames.weigh(|_| None);
        let mut notes = Annotations {
            coverage: self.coverage(),
            frames,
            tokens,
            sentences,
            mentions: self.layer(9, |m| Mention {
                kind: m.pick(),
                form: m.pick(),
                local: local_or_none(m),
            }),
            roles: self.layer(if n > 0 { 3 } else { 0 }, |m| RoleMention {
                holder: local(m),
                title: m.span(),
                organization: m.maybe(Self::span),
                country: m.maybe(|m| m.words(3)),
                former: m.flip(),
                from: m.maybe(Self::term),
                to: m.maybe(Self::term),
                evidence: RoleEvidence::default(),
            }),
            figures: self.layer(if quantities.is_empty() { 0 } else { 3 }, |m| FigureMention {
                quantity: m.below(quantities.len()),
                measure: m.words(9),
                key: m.some(3, |m| m.words(5)),
                subjects: m.some(if n > 0 { 2 } else { 0 }, local),
                period: m.maybe(|m| m.when(false)),
                basis: m.maybe(Self::span),
                clause: m.span(),
                label: dossier_model::LabelKind::Unknown,
            }),
            quotes: self.layer(3, |m| Quote {
                content: m.some(2, Self::span),
                cue: m.some(2, Self::span),
                source: m.some(2, Self::span),
                speaker: local_or_none(m),
                form: m.pick(),
                kind: m.pick(),
                evidence: QuoteEvidence::default(),
            }),
            events: self.layer(4, |m| EventMention {
                kind: m.pick(),
                plover: m.maybe(Self::pick),
                mode: m.maybe(Self::pick),
                sources: m.some(2, participant),
                targets: m.some(2, participant),
                place: m.maybe(participant),
                time: m.maybe(|m| m.below(times.len())).filter(|_| !times.is_empty()),
                when: m.maybe(|m| m.when(false)),
                status: m.pick(),
                several: m.flip(),
                object: m.maybe(Self::span),
                clause: m.span(),
            }),
            locals,
            times,
            quantities,
            wording: Wording::default(),
        };
        notes.wording = self.wording(&notes);
        AnnotatedArticle { article, notes }
    }

    fn predicate(&mut self, tokens: usize) -> Predicate {
        Predicate {
            token: self.below(tokens) as u32,
            sense: self.words(5).into(),
            confidence: self.below(1001) as f32 / 1000.0,
            arguments: self.some(3, |m| Argument {
                role: m.pick(),
                form: m.pick(),
                head: m.below(tokens) as u32,
                span: m.span(),
                confidence: m.below(1001) as f32 / 1000.0,
            }),
        }
    }

    fn coverage(&mut self) -> Coverage {
        let names: Vec<&str> = Coverage::ALL.names().filter(|_| self.flip()).collect();
        Coverage::from_names(names).expect("names of layers")
    }

    /// A row for each row of the layers that it goes with.
    fn wording(&mut self, notes: &Annotations) -> Wording {
        let senses: Vec<Sense> = (0..=self.below(3))
            .map(|_| Sense {
                stem: self.words(5),
                groups: self.some(3, |m| m.below(99) as u32),
                fate: self.maybe(Self::pick),
                is_common_in_tolls: self.flip(),
                poles: self.some(2, |m| Pole {
                    scale: m.below(99) as u32,
                    side: m.below(3) as u32,
                    kind: m.pick(),
                }),
                marks: self.some(2, Self::pick),
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
            told: self.maybe(|m| ToldClause {
                subject: m.maybe(|m| m.words(5)),
                words: m.words(9),
                key: m.some(2, |m| m.words(5)),
            }),
            link: self.maybe(|m| m.words(3)),
        }
    }

    fn term(&mut self) -> TermDate {
        TermDate {
            day: self.date(),
            precision: self.pick(),
        }
    }
}
