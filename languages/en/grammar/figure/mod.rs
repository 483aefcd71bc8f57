//! Quantities read as statements: what is measured, when, and by whose count.

mod basis;
mod clarity;
mod key;
mod measure;
mod period;
mod phrase;
mod rank;
mod tree;
mod wording;

use dossier_model::{Annotation, FigureMention, Layer, LocalId, Quantity, Span, Time};

use crate::grammar::mention::Names;
use crate::grammar::quantity::lex::{CUT, Pieces, View};
use crate::grammar::quantity::noun::Tags;

/// What the readers of one sentence share.
#[derive(Clone, Copy)]
struct Scene<'a> {
    view: View<'a>,
    words: &'a dossier_annotate::View<'a>,
    tags: Tags<'a>,
    times: &'a Layer<Time>,
    names: &'a Names,
    sentence: Span,
}

impl Scene<'_> {
    /// The first piece at or behind a byte.
    fn piece_at(&self, at: u32) -> usize {
        self.view.piece_from(at)
    }

    /// Whether a time expression holds piece `i`.
    fn is_time(&self, i: usize) -> bool {
        self.view.place(i).is_some_and(|at| self.time_over(at).is_some())
    }

    /// The time expression that holds piece `i`.
    fn time_at(&self, i: usize) -> Option<Span> {
        self.view.place(i).and_then(|at| self.time_over(at))
    }

    /// The time expression that holds a place.
    fn time_over(&self, at: Span) -> Option<Span> {
        let end = self.times.partition_point(|t| t.span.start < at.end);
        let near = self.times.get(end.saturating_sub(6)..end)?;
        near.iter().rev().find(|t| t.span.overlaps(at)).map(|t| t.span)
    }
}

/// What is found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The quantities that state something about a measure.
    pub figures: Layer<FigureMention>,
    /// Places of quantities that are a figure only where a second report tells them, each with its measure.
    pub passing: Vec<(usize, String)>,
}

/// What is found, while it is gathered.
#[derive(Default)]
struct Out {
    figures: Vec<(Span, FigureMention)>,
    passing: Vec<(usize, String)>,
}

/// The quantities that state something about a measure.
#[must_use]
pub fn find(
    words: &dossier_annotate::View,
    times: &Layer<Time>,
    quantities: &Layer<Quantity>,
    names: &Names,
) -> Found {
    let text = words.text();
    let lower = text.to_ascii_lowercase();
    let tags = Tags::new(words.tokens());
    let mut pieces = Pieces::default();
    let mut out = Out::default();
    let mut next = 0;
    for &sentence in words.sentences() {
        next += quantities
            .get(next..)
            .map_or(0, |rest| rest.partition_point(|q| q.span.start < sentence.start));
        let first = next;
        next += quantities
            .get(first..)
            .map_or(0, |rest| rest.partition_point(|q| q.span.end <= sentence.end));
        let Some(here) = quantities.get(first..next).filter(|here| !here.is_empty()) else {
            continue;
        };
        pieces.cut(text, sentence, &CUT, |_| ());
        let scene = Scene {
            view: View {
                text,
                lower: &lower,
                pieces: &pieces,
            },
            words,
            tags,
            times,
            names,
            sentence,
        };
        of_sentence(scene, here, first, &mut out);
    }
    Found {
        figures: Layer::from_pairs(out.figures),
        passing: out.passing,
    }
}

/// The figures among the quantities `here` of one sentence, the first of which is number `first` of the article.
fn of_sentence(scene: Scene<'_>, here: &[Annotation<Quantity>], first: usize, out: &mut Out) {
    let bases = basis::find(scene, here);
    let mut last: Option<(usize, wording::Measure)> = None;
    for (k, q) in here.iter().enumerate() {
        let found = if q.value.ordinal {
            rank::read(scene, q.span, &q.value)
        } else {
            measure::read(scene, here, k, last.as_ref().map(|(i, m)| (*i, m)))
        };
        let Some(m) = found.filter(|m| !m.text.is_empty() && !m.key.is_empty()) else {
            continue;
        };
        if m.is_passing {
            out.passing.push((first + k, m.text.clone()));
            continue;
        }
        let m = at_rate(scene, q, m);
        let figure = FigureMention {
            quantity: first + k,
            measure: m.text.clone(),
            key: m.key.clone(),
            subjects: subjects(scene.names, &m.spans),
            period: period::of(scene, here, k, &m.spans),
            basis: bases.get(k).copied().flatten(),
            clause: period::clause(scene, q.span),
            label: m.kind,
        };
        out.figures.push((q.span, figure));
        if !q.value.ordinal {
            last = Some((k, m));
        }
    }
}

/// With how often, where the number's unit does not say it: "magazines published by Norvik per year".
fn at_rate(scene: Scene<'_>, q: &Annotation<Quantity>, mut m: wording::Measure) -> wording::Measure {
    let told = q.value.unit.as_ref().is_some_and(|u| u.per.is_some()) || q.value.ordinal;
    let often = ["year", "month", "week", "day", "annual"];
    if told || m.text.split(' ').any(|w| often.iter().any(|o| w.starts_with(o))) {
        return m;
    }
    if let Some(rate) = period::rate(scene, q.span, &m.spans) {
        m.text = format!("{} {rate}", m.text);
    }
    m
}

/// The named bearers inside the words of a measure.
fn subjects(names: &Names, spans: &[Span]) -> Vec<LocalId> {
    let mut out = Vec::new();
    for &span in spans {
        for m in names.mentions.inside(span) {
            let id = m.value.local.filter(|id| !out.contains(id));
            out.extend(id.filter(|_| m.value.form != dossier_model::MentionForm::Pronoun));
        }
    }
    out
}

#[cfg(test)]
mod tests;
