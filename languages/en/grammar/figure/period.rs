//! The time a figure holds for, and the clause that states it.

use dossier_model::{Annotation, Quantity, Span, TimeType, When};

use super::Scene;
use crate::grammar::quantity::lex::Kind;

dossier_world::words!(TELLING_VERBS = "figure/telling_verbs.txt");

/// The time that applies to quantity `k` of the sentence.
pub(super) fn of(scene: Scene<'_>, here: &[Annotation<Quantity>], k: usize) -> Option<When> {
    let q = here.get(k)?.span;
    let clause = clause(scene, q);
    let view = scene.view;
    // A bounded look to either side keeps endless sentences linear.
    let from = scene
        .times
        .partition_point(|t| t.span.start < scene.sentence.start.max(q.start.saturating_sub(1500)));
    let mut before: Option<(Span, &When)> = None;
    let mut after: Option<(Span, &When)> = None;
    let next = here.get(k + 1).map_or(u32::MAX, |o| o.span.start);
    for t in scene
        .times
        .get(from..)
        .unwrap_or(&[])
        .iter()
        .take_while(|t| t.span.start < scene.sentence.end.min(q.end.saturating_add(600)))
    {
        if t.span.overlaps(q) || t.value.kind == TimeType::Set {
            continue;
        }
        let Some(when) = &t.value.when else { continue };
        if t.value.value.ends_with("_REF") || !serves(scene, t.span) {
            continue;
        }
        let inside = clause.contains(t.span);
        let between = if t.span.end <= q.start {
            view.text.get(t.span.end as usize..q.start as usize)
        } else {
            view.text.get(q.end as usize..t.span.start as usize)
        };
        let broken = between.is_none_or(|b| b.contains(';'));
        if t.span.end <= q.start {
            // "In 2024, trade reached …": the last one in front, most often at the start.
            if !broken && (inside || at_start(scene, t.span)) {
                before = Some((t.span, when));
            }
        } else if after.is_none() && !broken && inside && t.span.start <= next {
            after = Some((t.span, when));
        }
    }
    // A time right behind the number is its own; else the one in front; else a later one in the clause.
    let near = after.filter(|(s, _)| s.start.saturating_sub(q.end) <= 40);
    near.or(before).or(after).map(|(_, w)| w.clone())
}

/// Whether a time expression can say when a figure holds: not one that it is compared with, nor the time of
/// the saying.
fn serves(scene: Scene<'_>, time: Span) -> bool {
    let view = scene.view;
    let i = scene.piece_at(time.start);
    let mut k = i;
    // Past the preposition and article in front of the expression.
    while k > 0
        && matches!(
            view.back(k, 1),
            "in" | "on" | "at" | "the" | "of" | "during" | "for"
        )
    {
        k -= 1;
    }
    let prev = view.back(k, 1);
    if matches!(
        prev,
        "from" | "than" | "since" | "versus" | "vs" | "against" | "between"
    ) {
        return false;
    }
    if matches!(prev, "to" | "with") && matches!(view.back(k, 2), "compared" | "relative" | "opposed") {
        return false;
    }
    if (1..=6).any(|n| k >= n && matches!(view.back(k, n), "compared" | "than")) {
        return false;
    }
    let said = TELLING_VERBS.has(prev);
    !said
}

/// Whether only a preposition stands between the sentence's start and the time.
fn at_start(scene: Scene<'_>, time: Span) -> bool {
    scene.piece_at(time.start) <= 3
}

/// The clause that states a quantity: the sentence, cut at semicolons and at a comma with a conjunction that
/// opens a contrast.
pub(super) fn clause(scene: Scene<'_>, q: Span) -> Span {
    let view = scene.view;
    let (mut from, mut to) = (scene.sentence.start, scene.sentence.end);
    let at = scene.piece_at(q.start);
    let mut quotes = 0;
    for i in at.saturating_sub(300)..view.len().min(at + 300) {
        if matches!(view.raw(i), "“" | "”" | "\"") {
            quotes += 1;
        }
        let cut = view.raw(i) == ";"
            || (view.raw(i) == ","
                && matches!(view.low(i + 1), "while" | "whereas" | "but" | "meanwhile")
                && view.is(i + 1, Kind::Word));
        if !cut || quotes > 0 {
            continue;
        }
        let Some(place) = view.place(i) else { break };
        if i < at {
            let next = view.place(i + 1).map_or(place.end, |n| n.start);
            from = next;
        } else {
            to = place.start;
            break;
        }
    }
    if from <= q.start && q.end <= to {
        Span { start: from, end: to }
    } else {
        scene.sentence
    }
}
