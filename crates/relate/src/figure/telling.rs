//! One article's number, with all that it can be joined by.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    FigureMention, LocalId, MentionKind, Quantity, Span, Unit, UnitBase, When, WhenPrecision,
};
use jiff::civil::{Date, Time};

use super::context::{self, Context};
use super::fit::{Amount, Fit, fits};
use super::{gap, unit};
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
    pub amount: Amount,
    /// What is measured, in words.
    pub measure: String,
    /// Whether the measure stands for itself; one that does not is told only where two articles tell it.
    pub clear: bool,
    /// Whether the counted were named before ("the two players"): it tells nothing alone.
    pub known: bool,
    /// The parts of the measure.
    pub key: BTreeSet<String>,
    /// The words around the number.
    pub context: Context,
    /// The noun that is counted.
    pub noun: Option<String>,
    /// What befell the counted.
    pub outcome: Option<&'static str>,
    /// Whether a toll is that of what the story is about.
    pub incident: Incident,
    pub period: Option<When>,
    /// First and last days of the times that the sentence names.
    pub times: Vec<(Date, Date)>,
    pub basis: Option<String>,
    pub voice: usize,
    /// When it was told: of the day in "as of Monday", or else of publication.
    pub told: Option<Moment>,
}

/// A day and, where known, the time of day.
pub(super) type Moment = (Date, Option<Time>);

/// Which incident a toll counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Incident {
    /// Nothing in the sentence leads away from what the story is about.
    Main,
    /// The sentence names another time or a place that few articles name.
    Other,
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
        let mentions: BTreeMap<usize, &FigureMention> = read
            .notes
            .figures
            .iter()
            .map(|f| (f.value.quantity, &f.value))
            .collect();
        let mut before: Option<(Span, &Quantity)> = None;
        for (place, q) in read.notes.quantities.iter().enumerate() {
            let telling = match mentions.get(&place) {
                Some(mention) => reader.stated(doc, q.span, &q.value, mention, voices),
                None => reader.bare(doc, q.span, &q.value, before, voices),
            };
            out.extend(telling);
            before = Some((q.span, &q.value));
        }
    }
    out
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
    /// A number whose measure was read.
    fn stated(
        &self,
        doc: usize,
        span: Span,
        quantity: &'a Quantity,
        mention: &'a FigureMention,
        voices: &Voices,
    ) -> Option<Telling<'a>> {
        // The labels of a diagram measure nothing.
        if fold::is_shouted(&mention.measure) {
            return None;
        }
        let words = mention.key.iter().map(|k| context::one_word(k).to_owned());
        let mut key: BTreeSet<String> = words.filter(|k| !GENERIC.contains(&k.as_str())).collect();
        let subjects = mention.subjects.iter();
        key.extend(subjects.filter_map(|l| subject_key(self.entities, doc, *l)));
        let context = context::around(self.scope, doc, span);
        let noun = counted(self.scope, doc, span, quantity);
        // "51 people were taken to hospital": what befell them may stand behind the words of the measure.
        let outcome = context::outcome_in(&key).or(context.outcome.filter(|_| noun.is_some()));
        Some(Telling {
            doc,
            span,
            clause: mention.clause,
            quantity,
            amount: Amount::of(quantity),
            measure: mention.measure.clone(),
            clear: true,
            known: false,
            noun,
            outcome,
            incident: self.incident(doc, span, &context),
            key,
            context,
            period: mention.period.clone(),
            times: self.times(doc, span),
            basis: mention.basis.map(|b| basis_name(self.scope.text(doc, b))),
            voice: voices.except(self.scope, doc, span, mention.basis),
            told: self.told(doc, mention.clause, mention.period.as_ref()),
        })
    }

    /// A number without a measure of its own: its sentence with a gap stands for one.
    fn bare(
        &self,
        doc: usize,
        span: Span,
        quantity: &'a Quantity,
        before: Option<(Span, &Quantity)>,
        voices: &Voices,
    ) -> Option<Telling<'a>> {
        // "40 metres (131 feet)" stands where its first number stands.
        let place = before
            .filter(|(b, q)| self.is_restated(doc, (*b, q), (span, quantity)))
            .map_or(span, |(b, _)| b.cover(span));
        let context = context::around(self.scope, doc, place);
        let people = quantity.unit.is_none() && (context.befell || context.whole.is_some());
        let unit = quantity.unit.as_ref();
        let one = quantity
            .value
            .is_some_and(|v| v < 1.0 || v <= 1.0 && context.outcome.is_none());
        let measured = people || unit.is_some();
        let partner = unit.and_then(Unit::noun).is_some_and(context::is_partner);
        if quantity.ordinal
            || quantity.moves
            || one
            || unit.is_some_and(unit::is_time)
            || !measured
            || partner
        {
            return None;
        }
        let notes = &self.scope.docs[doc].notes;
        let sentence = notes.sentence_at(span.start)?;
        if fold::is_shouted(self.scope.text(doc, sentence)) {
            return None;
        }
        let measure = gap::measure(self.scope, doc, sentence, place)?;
        let amount = Amount::of(quantity);
        let noun = counted(self.scope, doc, span, quantity);
        Some(Telling {
            doc,
            span,
            clause: sentence,
            quantity,
            amount: match &context.whole {
                Some(whole) if people => amount.counting(whole),
                None if people => amount.counting(UnitBase::PEOPLE),
                _ => amount,
            },
            measure,
            clear: false,
            known: context.is_definite && quantity.value.is_none_or(|v| v < 13.0),
            key: BTreeSet::new(),
            noun: noun.or_else(|| {
                let whole = context.whole.clone();
                people.then(|| whole.unwrap_or_else(|| UnitBase::PEOPLE.to_owned()))
            }),
            outcome: context.outcome,
            incident: self.incident(doc, span, &context),
            context,
            period: None,
            times: self.times(doc, span),
            basis: None,
            voice: voices.except(self.scope, doc, span, None),
            told: self.told(doc, sentence, None),
        })
    }

    /// Whether a number says the one before it again in another unit.
    fn is_restated(&self, doc: usize, before: (Span, &Quantity), own: (Span, &Quantity)) -> bool {
        const FAR: usize = 40;
        let text = self.scope.docs[doc].article.text();
        let between = text
            .get(before.0.end as usize..own.0.start as usize)
            .unwrap_or("");
        let opens = ["(", "(about", "(around", "(some", "(or", " or", "/"];
        let (a, b) = (Amount::of(before.1), Amount::of(own.1));
        between.len() <= FAR
            && opens.iter().any(|o| between.trim_end().ends_with(o))
            && a.family == b.family
            && before.1.unit != own.1.unit
            && fits(&a, &b) <= Fit::Compatible
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
        let away = notes.mentions.inside(sentence).any(|m| {
            let near = context.window.is_some_and(|w| w.contains(m.span));
            let place = matches!(m.value.kind, MentionKind::Place | MentionKind::Other);
            let row = m.value.local.and_then(|l| self.entities.of(doc, l));
            near && place && m.value.form.is_name() && row.is_some_and(rare)
        });
        if away { Incident::Other } else { Incident::Main }
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

    /// When a number was told.
    fn told(&self, doc: usize, clause: Span, period: Option<&When>) -> Option<Moment> {
        let words = self.scope.text(doc, clause).to_lowercase();
        let as_of = period.filter(|p| {
            let day = matches!(p.precision, WhenPrecision::Day | WhenPrecision::Minute);
            let said = ["as of ", "as at "]
                .iter()
                .any(|f| words.contains(&format!("{f}{}", p.text.to_lowercase())));
            day && said
        });
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

/// The noun that a number counts: its unit, where the unit is a word of the text.
fn counted(scope: &Scope<'_>, doc: usize, span: Span, q: &Quantity) -> Option<String> {
    let unit = q.unit.as_ref().filter(|u| u.per.is_none())?;
    // What is measured stands behind the unit, what is counted is the noun itself.
    let inside = q.of.is_some_and(|of| span.contains(of));
    let Some(noun) = unit.noun() else {
        return inside.then(|| unit.to_string());
    };
    let words = scope.text(doc, span).to_lowercase();
    let stem = noun.get(..noun.len().saturating_sub(1)).unwrap_or("");
    let spelled = inside && !stem.is_empty() && words.contains(stem);
    (spelled || noun == UnitBase::PEOPLE).then(|| noun.to_owned())
}

/// "According to Kazakh statistics" names the basis "Kazakh statistics".
fn basis_name(words: &str) -> String {
    const IN_FRONT: &[&str] = &[
        "according to",
        "based on",
        "on the basis of",
        "as per",
        "citing",
        "per",
        "by",
    ];
    let words = words.trim();
    let low = words.to_lowercase();
    let bare = IN_FRONT.iter().find_map(|f| {
        let rest = low.strip_prefix(f).filter(|r| r.starts_with(' '))?;
        words.get(words.len() - rest.len()..)
    });
    bare.unwrap_or(words).trim().to_owned()
}

/// Words of a measure that tell nothing of it: between two states all is bilateral.
const GENERIC: &[&str] = &[
    "bilateral",
    "both",
    "country",
    "nation",
    "overall",
    "side",
    "total",
    "two",
    "volume",
];

/// What stands in a figure's key for somebody it is about: the country's code, or the entity.
fn subject_key(entities: &Entities, doc: usize, local: LocalId) -> Option<String> {
    let row = entities.of(doc, local)?;
    let entity = entities.rows.get(row)?;
    match &entity.country {
        Some(code) if entities.is_country(row) => Some(code.clone()),
        _ => Some(fold::letters(&entity.name)),
    }
}
