//! The time and the place that belong to one event, not to its neighbour.

use crate::grammar::clause::preposition_of;
use dossier_model::{ArgumentRole, Deprel, Layer, Time, TimeType, When, WhenPrecision};
use jiff::civil::Date;

use super::{event_noun, frames};
use dossier_annotate::Sentence;
use dossier_annotate::view::CLIMB;

dossier_world::words!(NOT_ON_THE_DAY = "event/not_on_the_day.txt");
dossier_world::words!(STARTS = "event/time_starts.txt");

/// The times of one sentence with the word each hangs by.
pub(super) struct Times<'a> {
    layer: &'a Layer<Time>,
    /// Place in the layer, head word, the word the phrase depends on.
    anchored: Vec<(usize, usize)>,
}

impl<'a> Times<'a> {
    pub fn of(g: &Sentence, layer: &'a Layer<Time>) -> Self {
        let anchored = layer
            .indices_inside(g.text_span)
            .filter_map(|i| {
                let words = g.inside(layer.get(i)?.span);
                Some((i, g.heads_in(words).next()?))
            })
            .collect();
        Self { layer, anchored }
    }

    /// Whether word `i` is part of a time expression.
    pub fn holds(&self, g: &Sentence, i: usize) -> bool {
        let span = g.span(i);
        self.anchored
            .iter()
            .any(|&(t, _)| self.layer.get(t).is_some_and(|a| a.span.contains(span)))
    }

    /// The time that hangs on one of `carriers` (the predicate and the verbs that help it), the most exact
    /// first. `stops` are words behind which a time belongs to somebody else.
    pub fn pick(&self, g: &Sentence, carriers: &[usize], stops: impl Fn(usize) -> bool) -> Option<usize> {
        // "The attack, in which 51 people were killed in 2019": the clause tells when it was.
        let settings = carriers
            .iter()
            .flat_map(|&n| g.children_by(n, &[Deprel::AclRelcl]));
        let settings: Vec<usize> = settings.filter(|&v| is_setting(g, v)).collect();
        let carriers = &[carriers, &settings].concat()[..];
        let mut best: Option<(WhenPrecision, usize, usize)> = None;
        for &(t, head) in &self.anchored {
            let Some(time) = self.layer.get(t).map(|a| &a.value) else {
                continue;
            };
            if !matches!(time.kind, TimeType::Date | TimeType::Time) {
                continue;
            }
            let case = preposition_of(g, head).unwrap_or("");
            if NOT_ON_THE_DAY.has(case)
                || self.belongs_elsewhere(g, t, carriers)
                || frames::is_elsewhere(g, carriers, head, ArgumentRole::Time)
            {
                continue;
            }
            let Some(distance) = steps(g, head, carriers, &stops) else {
                continue;
            };
            // "next Monday and Tuesday (May 5-6)": the brackets say it exactly.
            if self.is_restated(g, t) {
                continue;
            }
            // A vague "now" or "recently" places nothing.
            let precision = match &time.when {
                Some(when) => when.precision,
                None if time.value.ends_with("_REF") => continue,
                None => WhenPrecision::Year,
            };
            let better = best.is_none_or(|(p, d, _)| precision > p || (precision == p && distance < d));
            if better {
                best = Some((precision, distance, t));
            }
        }
        best.map(|(_, _, t)| t)
    }

    /// Whether the words around a time give it to something else: "the latest test Nov. 29", "talks in 2003", "starting
    /// in October", the other side of a semicolon.
    fn belongs_elsewhere(&self, g: &Sentence, t: usize, carriers: &[usize]) -> bool {
        let Some(span) = self.layer.get(t).map(|a| a.span) else {
            return true;
        };
        let words = g.inside(span);
        // "The 2029 champion", "Tuesday's package": a time in front of another noun is that noun's.
        let is_front = |k: usize| {
            let in_front = matches!(
                g.deprel(k),
                Deprel::Compound
                    | Deprel::Amod
                    | Deprel::Nummod
                    | Deprel::NmodPoss
                    | Deprel::NmodUnmarked
                    | Deprel::NmodDesc
            );
            in_front
                && g.head(k)
                    .is_some_and(|h| h > k && g.is_noun(h) && !carriers.contains(&h) && !words.contains(&h))
        };
        if words.clone().any(is_front) {
            return true;
        }
        let carrier = carriers.first().copied().unwrap_or(words.start);
        let (low, high) = (carrier.min(words.start), carrier.max(words.start));
        if (low..high).any(|k| g.is(k, &[";"])) {
            return true;
        }
        let mut before = words.start;
        while before > g.range.start && g.is(before - 1, &["in", "of", "the", "late", "early", "mid"]) {
            before -= 1;
        }
        let Some(word) = before.checked_sub(1).filter(|k| g.range.contains(k)) else {
            return false;
        };
        let is_noun = g.is_noun(word) && !carriers.contains(&word) && event_noun::names_event(g, word);
        is_noun || STARTS.has(&g.word(word).to_lowercase())
    }

    /// A time between the noun `n` and the next verb at `end`, where the tree hangs it elsewhere.
    pub fn behind(&self, g: &Sentence, n: usize, end: usize) -> Option<usize> {
        let mut found = None;
        for &(t, head) in &self.anchored {
            let dated = self
                .layer
                .get(t)
                .is_some_and(|a| a.value.when.is_some() && a.value.kind == TimeType::Date);
            let loose = matches!(
                preposition_of(g, head),
                Some("since" | "before" | "after" | "until" | "ahead" | "from" | "for")
            );
            if head > n && head < end && dated && !loose && !self.is_restated(g, t) {
                if found.is_some() {
                    return None;
                }
                found = Some(t);
            }
        }
        found
    }

    /// Whether brackets right behind this time say it again.
    fn is_restated(&self, g: &Sentence, t: usize) -> bool {
        let Some(this) = self.layer.get(t).map(|a| a.span) else {
            return false;
        };
        self.anchored
            .iter()
            .filter_map(|&(o, _)| self.layer.get(o))
            .filter(|o| o.span.start > this.end && o.value.when.is_some())
            .any(|o| {
                let between = g
                    .text()
                    .get(this.end as usize..o.span.start as usize)
                    .unwrap_or(")");
                between.len() <= 24 && between.trim_end().ends_with('(') && !between.contains(')')
            })
    }

    /// The interval of a time.
    pub fn when(&self, t: usize) -> Option<&When> {
        self.layer.get(t)?.value.when.as_ref()
    }
}

/// How far up a carrier is from `at`; `None` where another clause or event lies between.
fn steps(g: &Sentence, mut at: usize, carriers: &[usize], stops: &impl Fn(usize) -> bool) -> Option<usize> {
    for distance in 0..CLIMB {
        if carriers.contains(&at) {
            return Some(distance);
        }
        if distance > 0 && (stops(at) || g.is_verb(at) || g.children_by(at, &[Deprel::Cop]).next().is_some())
        {
            return None;
        }
        // "After the strike of May": what it comes after has the time.
        if distance > 0 && preposition_of(g, at).is_some_and(|p| NOT_ON_THE_DAY.has(p)) {
            return None;
        }
        // "The attacks, which will be discussed", "the debate, which will be Tuesday": a clause keeps its time.
        let is_clause = matches!(
            g.deprel(at),
            Deprel::AclRelcl | Deprel::Ccomp | Deprel::Parataxis | Deprel::Csubj
        );
        if is_clause {
            return None;
        }
        at = g.head(at)?;
    }
    None
}

/// Whether a clause tells what happened in the noun that it describes: "in which", "during which", "when".
fn is_setting(g: &Sentence, v: usize) -> bool {
    let opens = |k: usize| {
        g.is(k, &["when"]) || g.is(k, &["which"]) && matches!(preposition_of(g, k), Some("in" | "during"))
    };
    g.children(v).any(|k| k < v && opens(k))
}

/// Where an interval lies as seen from the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    Around,
    After,
}

/// Side of `when` as seen from `day`.
pub(super) fn side(when: &When, day: Date) -> Option<Side> {
    if let Some(from) = when.from
        && from > day
    {
        return Some(Side::After);
    }
    match (when.from, when.to) {
        (_, Some(to)) if to < day => Some(Side::Before),
        (None, None) => None,
        // "by 2026": the end alone is known, and it is ahead.
        (None, Some(_)) => None,
        _ => Some(Side::Around),
    }
}
