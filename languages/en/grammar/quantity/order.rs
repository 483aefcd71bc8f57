//! Places in an order: "fourth", "third-largest", "No. 3", "75th anniversary".

use dossier_annotate::quantity::in_time;
use dossier_annotate::quantity::order::place;
use dossier_model::{Layer, Time, Upos};

use super::lex::{Kind, View};
use super::noun::{self, Tags};
use super::number::{self, Form, Number};
use super::read::Found;

dossier_world::words!(ORDINAL_LABELS = "quantity/ordinal_labels.txt");
dossier_world::words!(NEVER_RANKED = "quantity/never_ranked.txt");

fn nothing(next: usize) -> Found {
    Found {
        items: Vec::new(),
        next,
    }
}

/// "No. 3", "number one", "#4".
pub(super) fn numbered(view: View<'_>, times: &Layer<Time>, i: usize) -> Option<Found> {
    let k = match view.raw(i) {
        "No" | "Nos" | "no" if view.raw(i + 1) == "." && view.is(i + 2, Kind::Number) => i + 2,
        "No" if view.is(i + 1, Kind::Number) => i + 1,
        "#" | "№" if view.is(i + 1, Kind::Number) && view.glued(i + 1) => i + 1,
        "number" | "Number" => i + 1,
        _ => return None,
    };
    let n = number::at(view, k, false)
        .filter(|n| matches!(n.form, Form::Digits | Form::Words) && n.scale == 0)?;
    let to = k + n.used;
    if in_time(view, times, k, to) {
        return None;
    }
    let span = view.span(i, to)?;
    Some(Found {
        items: vec![(span, place(n.value, None))],
        next: to,
    })
}

/// An ordinal with the phrase it orders.
pub(super) fn read(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, i: usize, n: Number) -> Found {
    let to = i + n.used;
    if in_time(view, times, i, to)
        || (view.glued(i)
            && i > 0
            && !view.joins(i - 1)
            && !matches!(view.raw(i - 1), "(" | "“" | "\"" | "‘" | "'"))
    {
        return nothing(to);
    }
    let word = view.low(i);
    let next = view.low(to);
    if matches!(word, "first" | "second" | "third") {
        let label = ORDINAL_LABELS.has(next);
        let adverb = !(view.is(to, Kind::Word) && !noun::closed(next) || view.joins(to));
        let verb = matches!(tags.upos(view, to), Some(Upos::Verb | Upos::Aux | Upos::Adv)) && !view.joins(to);
        if label
            || adverb
            || verb
            || view.joins(to)
                && matches!(
                    view.low(to + 1),
                    "hand" | "time" | "class" | "rate" | "party" | "degree"
                )
        {
            return nothing(to);
        }
    }
    if NEVER_RANKED.has(next) {
        return nothing(to);
    }
    let start = to + usize::from(view.joins(to));
    let phrase = noun::phrase(view, tags, start, false);
    // "its fourth-largest globally": the superlative belongs to the rank.
    let superlative = view.joins(to) && view.low(to + 1).ends_with("est");
    let end = phrase.map_or(if superlative { to + 2 } else { to }, |p| p.to);
    let of = phrase.and_then(|p| view.span(p.from, p.to));
    let Some(span) = view.span(i, end) else {
        return nothing(to);
    };
    Found {
        items: vec![(span, place(n.value, of))],
        next: to,
    }
}
