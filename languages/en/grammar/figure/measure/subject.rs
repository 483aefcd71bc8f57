//! The subject of a clause with a number.

use crate::grammar::figure::Scene;
use crate::grammar::figure::phrase;
use crate::grammar::figure::wording::Measure;

/// The noun phrase in front of the verb at piece `v`, past its verb group.
pub(super) fn subject_before(scene: Scene<'_>, v: usize) -> Option<Measure> {
    let view = scene.view;
    let end = phrase::past_group(scene, v);
    // A comma in front of a participle or "up": the subject is that of the main clause.
    if end > 0 && matches!(view.back(end, 1), "," | "—" | "–" | "(" | "-") {
        let open = end.saturating_sub(30);
        if !(open..end).any(|i| phrase::is_verb(scene, i) || matches!(view.raw(i), ";" | ":")) {
            let edge = if view.back(end, 2) == "-" {
                end - 2
            } else {
                end - 1
            };
            return phrase::left(scene, edge).and_then(|r| Measure::of(scene, r));
        }
        let start = if view.back(end, 1) == "," {
            appositive_start(scene, end - 1)
        } else {
            None
        };
        return phrase::left(scene, start?).and_then(|r| Measure::of(scene, r));
    }
    // "which reached": what stands before the relative.
    if end > 0 && matches!(view.back(end, 1), "which" | "that" | "who") {
        let back = if view.back(end, 2) == "," {
            end - 2
        } else {
            end - 1
        };
        return phrase::left(scene, back).and_then(|r| Measure::of(scene, r));
    }
    let r = phrase::left(scene, end)?;
    Measure::of(scene, r)
}

/// Subject of "A, the B, reached": the place behind A where a second comma shortly before encloses a phrase
/// without a verb.
fn appositive_start(scene: Scene<'_>, comma: usize) -> Option<usize> {
    let view = scene.view;
    let mut k = comma;
    while k > 0 && comma - k < 14 {
        k -= 1;
        if view.raw(k) == "," {
            return (k > 0 && (k.saturating_sub(30)..k).all(|i| !phrase::is_verb(scene, i))).then_some(k);
        }
        if phrase::is_verb(scene, k) {
            return None;
        }
    }
    None
}

pub(super) fn subject_of_group(scene: Scene<'_>, from: usize) -> Option<Measure> {
    let v = from.checked_sub(1)?;
    phrase::level_verb(scene.view.low(v))
        .then(|| subject_before(scene, v))
        .flatten()
}

/// The subject of the clause around piece `at`: the noun phrase in front of the first verb behind the last
/// clause boundary.
pub(super) fn main_subject(scene: Scene<'_>, at: usize) -> Option<Measure> {
    let view = scene.view;
    let mut start = 0;
    for i in (0..at).rev().take(60) {
        if matches!(view.raw(i), ";" | ":" | "“" | "\"") || matches!(view.low(i), "while" | "whereas" | "but")
        {
            start = i + 1;
            break;
        }
    }
    // Past "In 2024," and other openings without a verb.
    let verb = (start..at)
        .take(40)
        .find(|&i| phrase::is_verb(scene, i) && i > start)?;
    let reporting = matches!(
        view.low(verb),
        "said" | "says" | "showed" | "show" | "shows" | "told" | "reported" | "added"
    );
    if reporting {
        return None;
    }
    let r = phrase::left(scene, phrase::past_group(scene, verb).max(start + 1))?;
    (r.from >= start).then(|| Measure::of(scene, r)).flatten()
}
