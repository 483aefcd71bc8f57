//! What a number measures, in the words of the text.

mod amount;
mod change;
mod count;
mod subject;
mod toll;

use dossier_model::{Annotation, Quantity, UnitBase};

use super::wording::Measure;
use super::{Scene, clarity};
use crate::grammar::quantity::noun;
use crate::grammar::quantity::unit::{is_duration, of_noun};
use amount::amount;
use count::count;

dossier_world::words!(TIME_PREPOSITIONS = "figure/time_prepositions.txt");
dossier_world::words!(MULTIPLE_OF = "figure/multiple_of.txt");

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
    let unit = q.unit.as_ref();
    let from = scene.piece_at(a.span.start);
    let to = scene.piece_at(a.span.end);
    // "7 miles (11 km)", "30 billion yuan ($4.1 billion)": one thing in another unit.
    if scene.view.back(from, 1) == "("
        && let Some(prev) = k.checked_sub(1).and_then(|p| here.get(p))
        && prev.value.unit != q.unit
        && scene.piece_at(prev.span.end) + 1 == from
        && q.unit
            .as_ref()
            .is_some_and(|u| u.per.is_some() || !is_time(&u.base))
        && (scene.view.raw(to) == ")" || scene.view.raw(to) == ",")
    {
        return last.cloned();
    }
    let head = unit.map(|u| &u.base);
    if head.is_some_and(is_time) || matches!(head, Some(UnitBase::Age(_))) {
        return None;
    }
    if unit.is_some_and(|u| u.is(&UnitBase::Times)) {
        return multiple(scene, a, to, last);
    }
    if head.is_some_and(|head| is_counted(head, scene, a, from, to)) {
        let counted = count(scene, a, from, to).filter(is_plain);
        return counted.filter(|m| clarity::is_clear(m, unit, true, q.value));
    }
    if q.unit.is_none() && q.of.is_none() && q.value.is_none_or(|v| v < 1000.0) {
        return None;
    }
    amount(scene, here, k, from, to, last)
        .and_then(|m| clarity::without_lead(scene, m))
        .filter(is_plain)
        .filter(|m| clarity::is_clear(m, unit, false, q.value))
}

/// Lengths of time, and how often.
fn is_time(base: &UnitBase) -> bool {
    is_duration(base) || base.noun() == Some("time")
}

/// Whether the unit is the thing counted itself: its words stand inside the quantity's span.
fn is_counted(head: &UnitBase, scene: Scene<'_>, a: &Annotation<Quantity>, from: usize, to: usize) -> bool {
    if head.noun() == Some(UnitBase::PEOPLE) {
        return true;
    }
    let inside = a.value.of.is_some_and(|of| a.span.contains(of));
    let named = |i: usize| {
        let noun = noun::singular(scene.view.raw(i));
        match head.noun() {
            Some(head) => noun.eq_ignore_ascii_case(head),
            None => of_noun(&noun.to_ascii_lowercase()) == *head,
        }
    };
    inside && (from..to).any(named)
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
    if !MULTIPLE_OF.has(view.low(to)) {
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
    let k = at + usize::from(TIME_PREPOSITIONS.has(scene.view.low(at)));
    let k = k + usize::from(scene.view.low(k) == "the");
    let span = scene.time_at(k).or_else(|| scene.time_at(at))?;
    Some(scene.piece_at(span.end)).filter(|&e| e > at)
}

pub(super) fn basis_word(scene: Scene<'_>, k: usize) -> bool {
    scene.view.low(k) == "by" || scene.view.back(k, 1) == "according"
}

/// Whether a measure says enough to stand in a table: not "size" alone, and no sentence.
fn is_plain(m: &Measure) -> bool {
    dossier_world::words!(GENERIC = "figure/generic_nouns.txt");
    let words = m.text.split_whitespace().count();
    let lone = m.key.len() <= 1 && m.key.iter().all(|k| GENERIC.has(k.as_str())) && m.spans.len() < 2;
    let only_change = m
        .key
        .iter()
        .all(|k| matches!(k.as_str(), "increase" | "decrease" | "previous" | "share"));
    words <= 18 && !lone && !only_change && !m.text.contains(['“', '”', '"', ';'])
}
