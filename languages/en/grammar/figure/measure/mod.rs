//! What a number measures, in the words of the text.

mod amount;
mod change;
mod count;
mod subject;
mod toll;

use dossier_model::{Annotation, Quantity};

use super::wording::Measure;
use super::{Scene, clarity};
use crate::grammar::quantity::{AGE, PEOPLE, TIMES, noun};
use amount::amount;
use count::count;

/// How a number stands to its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Level,
    Before,
    Rise,
    Fall,
}

/// The measure of quantity `k` of a sentence; `last` is that of the figure before it.
pub(super) fn read(
    scene: Scene<'_>,
    here: &[Annotation<Quantity>],
    k: usize,
    last: Option<&Measure>,
) -> Option<Measure> {
    let a = here.get(k)?;
    let q = &a.value;
    let unit = q.unit.as_ref().map_or("", |u| u.0.as_str());
    let from = scene.piece_at(a.span.start);
    let to = scene.piece_at(a.span.end);
    // "7 miles (11 km)", "30 billion yuan ($4.1 billion)": one thing in another unit.
    if scene.view.back(from, 1) == "("
        && let Some(prev) = k.checked_sub(1).and_then(|p| here.get(p))
        && prev.value.unit != q.unit
        && scene.piece_at(prev.span.end) + 1 == from
        && q.unit.as_ref().is_some_and(|u| !is_duration(&u.0))
        && (scene.view.raw(to) == ")" || scene.view.raw(to) == ",")
    {
        return last.cloned();
    }
    let head = unit.split(" per ").next().unwrap_or("");
    if unit == AGE || unit.ends_with(" old") || is_duration(head) {
        return None;
    }
    if unit == TIMES {
        return multiple(scene, a, to, last);
    }
    if is_counted(head, scene, a, from, to) {
        let counted = count(scene, a, from, to).filter(is_plain);
        return counted.filter(|m| clarity::is_clear(m, head, true, q.value));
    }
    if q.unit.is_none() && q.of.is_none() && q.value.is_none_or(|v| v < 1000.0) {
        return None;
    }
    amount(scene, here, k, from, to, last)
        .and_then(|m| clarity::without_lead(scene, m))
        .filter(is_plain)
        .filter(|m| clarity::is_clear(m, unit, false, q.value))
}

#[rustfmt::skip]
fn is_duration(unit: &str) -> bool {
    matches!(
        unit,
        "second"
            | "millisecond" | "minute" | "hour" | "day" | "week" | "fortnight" | "month" | "quarter"
            | "year" | "decade" | "century" | "time"
    )
}

/// Whether the unit is the thing counted itself: its words stand inside the quantity's span.
fn is_counted(head: &str, scene: Scene<'_>, a: &Annotation<Quantity>, from: usize, to: usize) -> bool {
    if head == PEOPLE {
        return true;
    }
    let inside = a.value.of.is_some_and(|of| a.span.contains(of));
    inside && (from..to).any(|i| noun::singular(scene.view.raw(i)).eq_ignore_ascii_case(head))
}

/// "double the number from five years ago": a multiple of what was counted before.
fn multiple(
    scene: Scene<'_>,
    a: &Annotation<Quantity>,
    to: usize,
    last: Option<&Measure>,
) -> Option<Measure> {
    let view = scene.view;
    // Only beside the figure it is compared with.
    let base = last?;
    if !matches!(
        view.low(to),
        "the" | "that" | "its" | "their" | "as" | "last" | "what" | "higher" | "more" | "larger" | "greater"
    ) {
        return None;
    }
    let mut m = base.clone();
    m.base = None;
    if let Some(of) = a.value.of {
        m.spans.push(of);
    }
    Some(m.with_word("(multiple)", "multiple"))
}

/// Where a time expression with its preposition, from piece `at` on, ends.
pub(super) fn time_end(scene: Scene<'_>, at: usize) -> Option<usize> {
    let k = at
        + usize::from(matches!(
            scene.view.low(at),
            "in" | "on" | "during" | "since" | "by" | "at" | "over" | "for" | "every" | "each"
        ));
    let k = k + usize::from(scene.view.low(k) == "the");
    let span = scene.time_at(k).or_else(|| scene.time_at(at))?;
    Some(scene.piece_at(span.end)).filter(|&e| e > at)
}

pub(super) fn basis_word(scene: Scene<'_>, k: usize) -> bool {
    scene.view.low(k) == "by" || scene.view.back(k, 1) == "according"
}

/// Whether a measure says enough to stand in a table: not "size" alone, and no sentence.
fn is_plain(m: &Measure) -> bool {
    const GENERIC: &[&str] = &[
        "majority",
        "size",
        "area",
        "chance",
        "completion",
        "peak",
        "part",
        "rest",
        "way",
        "kind",
        "sort",
        "bit",
        "hit",
        "top",
        "none",
        "average",
        "range",
        "distance",
        "height",
        "width",
        "length",
        "depth",
        "weight",
        "rate",
        "level",
        "amount",
        "figure",
        "total",
        "total cost",
        "others",
        "everyone",
        "someone",
        "man",
        "woman",
        "one",
        "most",
        "half",
        "scene",
        "speed",
        "temperature",
        "loss",
        "increase",
        "decrease",
        "growth",
    ];
    let words = m.text.split_whitespace().count();
    let lone = m.key.len() <= 1 && m.key.iter().all(|k| GENERIC.contains(&k.as_str())) && m.spans.len() < 2;
    let only_change = m
        .key
        .iter()
        .all(|k| matches!(k.as_str(), "increase" | "decrease" | "previous" | "share"));
    words <= 18 && !lone && !only_change && !m.text.contains(['“', '”', '"', ';'])
}
