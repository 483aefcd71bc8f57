//! One article's number, with all that it can be joined by.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    Annotation, Confidence, Counted, Fate, FigureMention, FigureWording, LocalId, Mention, MentionKind,
    NumberWording, Quantity, Span, Turn, UnitBase, When,
};
use jiff::civil::{Date, Time};

use super::context::{self, Context};
use super::fit::{Amount, Fit, fits};
use super::unit;
use crate::entity::Entities;
use crate::fold;
use crate::scope::Scope;
use crate::voice::Voices;

/// One article's number, with what it is joined by.
pub(super) struct Telling<'a> {
    pub doc: usize,
    pub span: Span,
    /// The words that a reader should see.
    pub clause: Span,
    pub quantity: &'a Quantity,
    /// How sure it is: that of its figure, or of the number where none was read.
    pub confidence: Option<Confidence>,
    pub amount: Amount,
    /// What is measured, in words.
    pub measure: String,
    /// Whether the measure stands for itself; one that does not is told only where two articles tell it.
    pub clear: bool,
    /// Whether a measure that does not begins as its sentence does.
    pub opens: bool,
    /// Whether the counted were named before ("the two players"): it tells nothing alone.
    pub known: bool,
    /// The parts of the measure.
    pub key: BTreeSet<String>,
    /// Those of the parts that make another measure of one.
    pub turns: Vec<Turn>,
    /// Whether it goes up and down by nature.
    pub is_level: bool,
    /// The words around the number.
    pub context: Context,
    /// The noun that is counted.
    pub noun: Option<Counted>,
    /// What befell the counted.
    pub fate: Option<Fate>,
    /// Whether the measure says that it counts them all up to its day: "death toll".
    pub is_total: bool,
    /// Whether a toll is that of what the story is about.
    pub incident: Incident,
    pub period: Option<When>,
    /// First and last days of the times that the sentence names.
    pub times: Vec<(Date, Date)>,
    pub basis: Option<String>,
    /// Who tells it, where it is not the outlet itself.
    pub speaker: Option<String>,
    /// Who and what the measure is about, as they stand in the key.
    pub subjects: BTreeSet<String>,
    /// The sentence of the number.
    pub sentence: Span,
    pub voice: usize,
    /// When it was told: of the day in "as of Monday", or else of publication.
    pub told: Option<Moment>,
}

impl Telling<'_> {
    /// Whom the number is counted by: the basis that is named, or else who tells it.
    pub(super) fn counted_by(&self) -> Option<&str> {
        self.basis.as_deref().or(self.speaker.as_deref())
    }

    /// Whether the words with a gap are nearly all of their sentence, from its start.
    pub(super) fn is_whole(&self) -> bool {
        const REST: usize = 16;
        self.is_gap()
            && self.opens
            && !self.measure.contains([',', '“', '"'])
            && self.sentence.len() <= self.measure.len() + self.span.len() + REST
    }

    /// Whether the words around the number stand for its measure, with a gap.
    pub(super) fn is_gap(&self) -> bool {
        !self.clear && self.measure.contains('…')
    }
}

/// A day and, where known, the time of day.
pub(super) type Moment = (Date, Option<Time>);

/// Which incident a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Incident {
    /// Nothing in the sentence leads away from what the story is about.
    Main,
    /// The sentence names another time or a place that few articles name.
    Other,
    /// Such a place opens the sentence: "In Iowa, a bill would raise the wage".
    Elsewhere,
}

/// All numbers of a story that can be figures.
pub(super) fn read<'a>(scope: &Scope<'a>, entities: &Entities, voices: &Voices) -> Vec<Telling<'a>> {
    let reader = Reader {
        scope,
        entities,
        spread: spread(entities),
        starts: scope.docs.iter().filter_map(|d| d.article.reference_day()).min(),
    };
    let mut out: Vec<Telling<'a>> = Vec::new();
    for (doc, &read) in scope.docs.iter().enumerate() {
        let notes = &read.notes;
        let stated: BTreeMap<usize, usize> = (notes.figures.iter().enumerate())
            .map(|(place, f)| (f.value.quantity, place))
            .collect();
        let mut before: Option<&Annotation<Quantity>> = None;
        for (place, q) in notes.quantities.iter().enumerate() {
            let Some(wording) = notes.wording.numbers.get(place) else {
                break;
            };
            let number = Number { doc, q, wording };
            out.extend(match stated.get(&place) {
                Some(&figure) => reader.stated(&number, figure, voices),
                None => reader.bare(&number, before, voices),
            });
            before = Some(q);
        }
    }
    out
}

/// One article's number with its words.
#[derive(Clone, Copy)]
struct Number<'a> {
    doc: usize,
    q: &'a Annotation<Quantity>,
    wording: &'a NumberWording,
}

/// How many articles name each entity.
fn spread(entities: &Entities) -> Vec<usize> {
    let articles = |e: &dossier_model::Entity| {
        let ids: BTreeSet<&str> = e.cites.iter().map(|c| c.article.as_str()).collect();
        ids.len()
    };
    entities.rows.iter().map(articles).collect()
}

struct Reader<'s, 'a> {
    scope: &'s Scope<'a>,
    entities: &'s Entities,
    spread: Vec<usize>,
    /// The day of the first article.
    starts: Option<Date>,
}

impl<'a> Reader<'_, 'a> {
    /// A number whose measure was read; `place` is that of its figure.
    fn stated(&self, number: &Number<'a>, place: usize, voices: &Voices) -> Option<Telling<'a>> {
        let &Number { doc, q, wording } = number;
        let notes = &self.scope.docs[doc].notes;
        let found = notes.figures.get(place)?;
        let mention: &FigureMention = &found.value;
        let figure: &FigureWording = notes.wording.figures.get(place)?;
        // The labels of a diagram measure nothing.
        if fold::is_shouted(&mention.measure) {
            return None;
        }
        let mut key: BTreeSet<String> = figure.key.iter().cloned().collect();
        let subjects: BTreeSet<String> = (mention.subjects.iter())
            .filter_map(|l| subject_key(self.entities, doc, *l))
            .collect();
        key.extend(subjects.iter().cloned());
        let voice = voices.except(self.scope, doc, q.span, mention.basis);
        let context = context::around(self.scope, doc, q.span, wording.context);
        // "The death toll rose to 61" counts people as "61 people were killed" does.
        let implied = wording.implied.as_ref().filter(|_| wording.counted.is_none());
        let noun = wording.counted.as_ref().or(implied).cloned();
        // "51 people were taken to hospital": what befell them may stand behind the words of the measure.
        let fate = fate_in(&key).or(context.says.fate.filter(|_| noun.is_some()));
        Some(Telling {
            doc,
            span: q.span,
            clause: mention.clause,
            quantity: &q.value,
            confidence: found.confidence,
            amount: match implied {
                Some(implied) => Amount::of(&q.value).counting(&implied.noun),
                None if is_told_in_parts(&q.value, &figure.turns) => Amount::of(&in_percent(&q.value)),
                None => Amount::of(&q.value),
            },
            measure: mention.measure.clone(),
            clear: true,
            opens: true,
            known: false,
            is_total: implied.is_some(),
            noun,
            fate,
            incident: self.incident(doc, q.span, &context),
            key,
            turns: figure.turns.clone(),
            is_level: figure.is_level,
            context,
            period: mention.period.clone(),
            times: self.times(doc, q.span),
            basis: figure.basis.map(|b| self.scope.text(doc, b).to_owned()),
            speaker: voices.speaker(voice),
            subjects,
            sentence: notes.sentence_at(q.span.start).unwrap_or(mention.clause),
            voice,
            told: self.told(doc, mention.period.as_ref().filter(|_| figure.is_as_of)),
        })
    }

    /// A number without a measure of its own: its sentence with a gap stands for one.
    fn bare(
        &self,
        number: &Number<'a>,
        before: Option<&Annotation<Quantity>>,
        voices: &Voices,
    ) -> Option<Telling<'a>> {
        let &Number { doc, q, wording } = number;
        let (span, quantity) = (q.span, &q.value);
        // "40 metres (131 feet)" stands where its first number stands.
        let restated = (wording.restated.as_deref())
            .zip(before.filter(|b| is_restated(&b.value, quantity)))
            .map(|(r, b)| (b.span.cover(span), r.context, &r.implied, &r.gap));
        let own = (span, wording.context, &wording.implied, &wording.gap);
        let (place, says, implied, gap) = restated.unwrap_or(own);
        let context = context::around(self.scope, doc, place, says);
        let one = quantity
            .value
            .is_some_and(|v| v < 1.0 || v <= 1.0 && context.says.fate.is_none());
        let unit = quantity.unit.as_ref();
        let measured = implied.is_some() || unit.is_some();
        let is_time = unit.is_some_and(unit::is_time);
        let other = quantity.ordinal || quantity.moves || is_time || wording.is_of_parties;
        if one || other || !measured {
            return None;
        }
        let notes = &self.scope.docs[doc].notes;
        let sentence = notes.sentence_at(span.start)?;
        let measure = gap.clone()?;
        let amount = Amount::of(quantity);
        let voice = voices.except(self.scope, doc, span, None);
        Some(Telling {
            doc,
            span,
            clause: sentence,
            quantity,
            confidence: q.confidence,
            amount: match implied {
                Some(implied) => amount.counting(&implied.noun),
                None => amount,
            },
            opens: opens(self.scope.text(doc, sentence), &measure),
            measure,
            clear: false,
            known: context.says.is_definite && quantity.value.is_none_or(|v| v < 13.0),
            key: BTreeSet::new(),
            turns: Vec::new(),
            is_level: false,
            noun: wording.counted.clone().or_else(|| implied.clone()),
            fate: context.says.fate,
            is_total: false,
            incident: self.incident(doc, span, &context),
            context,
            period: None,
            times: self.times(doc, span),
            basis: None,
            speaker: voices.speaker(voice),
            subjects: BTreeSet::new(),
            sentence,
            voice,
            told: self.told(doc, None),
        })
    }

    /// Whether a sentence leads away from what the story is about: to an earlier time, or to a place that a
    /// third of the articles and fewer name.
    fn incident(&self, doc: usize, span: Span, context: &Context) -> Incident {
        const BEFORE: i32 = 4;
        let notes = &self.scope.docs[doc].notes;
        let Some(sentence) = notes.sentence_at(span.start) else {
            return Incident::Other;
        };
        // "Since 2004" leads away as "in 2004" does.
        let earlier = |w: &When| match (w.to.or(w.from), self.starts) {
            (Some(day), Some(starts)) => (starts - day).get_days() > BEFORE,
            _ => false,
        };
        // "In September", in an article without a date, is some other time.
        let month = |v: &str| v.strip_prefix("XXXX-").is_some_and(|m| m.len() == 2);
        let away = |t: &dossier_model::Time| match &t.when {
            Some(when) => earlier(when),
            None => month(&t.value),
        };
        if notes.times.inside(sentence).any(|t| away(&t.value)) {
            return Incident::Other;
        }
        let docs = self.scope.docs.len();
        let rare = |row: usize| {
            let told = self.spread.get(row).copied().unwrap_or(0);
            docs > 2 && told * 3 <= docs
        };
        let text = self.scope.docs[doc].article.text();
        // Over a preposition.
        const OPENING: u32 = 4;
        let away = notes.mentions.inside(sentence).filter(|m| {
            let near = context.window.is_some_and(|w| w.contains(m.span));
            // "Virginia Tech: 32 killed": what labels a toll is where it was.
            let labels = m.span.start == sentence.start
                && text
                    .get(m.span.end as usize..)
                    .is_some_and(|t| t.starts_with(':'));
            let place = labels || matches!(m.value.kind, MentionKind::Place | MentionKind::Other);
            let row = m.value.local.and_then(|l| self.entities.of(doc, l));
            near && place && m.value.form.is_name() && row.is_some_and(rare)
        });
        let opens = |m: &Annotation<Mention>| {
            m.span.start <= sentence.start + OPENING && m.value.kind != MentionKind::Other
        };
        match away.map(opens).max() {
            Some(true) => Incident::Elsewhere,
            Some(false) => Incident::Other,
            None => Incident::Main,
        }
    }

    /// The closed times of a sentence.
    fn times(&self, doc: usize, span: Span) -> Vec<(Date, Date)> {
        let notes = &self.scope.docs[doc].notes;
        let sentence = notes.sentence_at(span.start);
        let whens = sentence.into_iter().flat_map(|s| notes.times.inside(s));
        whens
            .filter_map(|t| t.value.when.as_ref())
            .filter_map(|w| Some((w.from?, w.to?)))
            .collect()
    }

    /// When a number was told: on the day `as_of` where its words say so, or else when it was published.
    fn told(&self, doc: usize, as_of: Option<&When>) -> Option<Moment> {
        if let Some(day) = as_of.and_then(|p| p.to) {
            return Some((day, None));
        }
        let article = &self.scope.docs[doc].article;
        let day = article.reference_day()?;
        // Midnight is what a day without a time is often written as.
        let time = article
            .meta
            .published
            .and_then(|p| p.time)
            .filter(|t| *t != Time::midnight());
        Some((day, time))
    }
}

/// "A quarter", "one in five": a part of a whole, told without per cent.
fn is_told_in_parts(q: &Quantity, turns: &[Turn]) -> bool {
    let of_whole = |t: &Turn| matches!(t, Turn::Share | Turn::Increase | Turn::Decrease);
    let is_part = q.value.is_some_and(|v| v > 0.0 && v < 1.0);
    is_part && q.unit.is_none() && !q.ordinal && turns.iter().any(of_whole)
}

/// The same part in per cent.
fn in_percent(q: &Quantity) -> Quantity {
    let times = |v: Option<f64>| v.map(|v| v * 100.0);
    Quantity {
        value: times(q.value),
        low: times(q.low),
        high: times(q.high),
        step: q.step * 100.0,
        unit: Some(UnitBase::Percent.into()),
        ..q.clone()
    }
}

/// Whether a stretch of a sentence begins where the sentence begins.
fn opens(sentence: &str, stretch: &str) -> bool {
    stretch.starts_with(char::is_uppercase)
        && sentence.split_whitespace().next() == stretch.split_whitespace().next()
}

/// Whether a number can say the one before it again in another unit.
fn is_restated(before: &Quantity, own: &Quantity) -> bool {
    let (a, b) = (Amount::of(before), Amount::of(own));
    a.family == b.family && before.unit != own.unit && fits(&a, &b) <= Fit::Compatible
}

/// The fate that a measure's key holds; of several, the first of all.
fn fate_in(key: &BTreeSet<String>) -> Option<Fate> {
    Fate::ALL.iter().copied().find(|f| key.contains(f.as_str()))
}

/// What stands in a figure's key for somebody it is about: the country's code, or the entity.
fn subject_key(entities: &Entities, doc: usize, local: LocalId) -> Option<String> {
    let row = entities.of(doc, local)?;
    let entity = entities.rows.get(row)?;
    match &entity.country {
        Some(code) if entities.is_country(row) => Some(code.clone()),
        _ => Some(fold::letters(&entity.name)),
    }
}
