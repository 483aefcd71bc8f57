//! Numbers that count nothing: parts of names, codes, years, scores, idioms.

use dossier_annotate::quantity::label::{goes_on, is_yearlike};

use super::{Amount, UnitFound, UnitKind};
use crate::grammar::calendar::{is_full_month, is_full_weekday};
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::noun::Tags;
use crate::grammar::quantity::number::Form;
use crate::grammar::quantity::{currency, hedge, noun, unit};

dossier_world::words!(GLUED_UNITS = "quantity/glued_units.txt");
dossier_world::words!(PLACES = "quantity/numbered_places.txt");
dossier_world::words!(PREPOSITIONS = "quantity/place_prepositions.txt");
dossier_world::words!(DESIGNATORS = "quantity/designators.txt");
dossier_world::words!(YEAR_HINTS = "quantity/before_year.txt");
dossier_world::words!(DIALLING = "quantity/dialling_words.txt");
dossier_world::words!(LENGTH_HINTS = "quantity/before_one_day.txt");
dossier_world::words!(BEFORE_ONE = "quantity/before_one.txt");
dossier_world::words!(BEHIND_ONE = "quantity/behind_one.txt");

/// Digits that are part of a name or a code: "COVID-19", "G20", "#3", "10:30".
pub(super) fn glued_to_name(view: View<'_>, i: usize, a: Amount) -> bool {
    if a.money.is_some() || !view.glued(i) {
        return false;
    }
    let before = view.raw(i.wrapping_sub(1));
    if i > 0 && view.is(i - 1, Kind::Word) {
        return true;
    }
    // no words of a language: signs
    match before {
        "(" | "[" | "“" | "\"" | "'" | "‘" | "—" | "~" | ">" | "<" | "≈" | "∼" | "±" | "…" | "+" | "≥"
        | "≤" => false,
        // A dash between words ("Monday-300 people") does not occur; "F-35" does.
        "-" | "–" | "‑" | "‐" => view.glued(i - 1),
        "/" => !view.is(i.wrapping_sub(2), Kind::Mark),
        "," => view.is(i.wrapping_sub(2), Kind::Number),
        _ => true,
    }
}

/// Whether what follows the number shows that it was none: "1.2.3", "10:30", "9/11", "787s", "3D".
pub(super) fn broken(view: View<'_>, k: usize) -> bool {
    if !view.glued(k) {
        return false;
    }
    match view.raw(k) {
        "." | ":" | "/" | "," => goes_on(view, k),
        "_" | "@" | "&" => true,
        _ if view.is(k, Kind::Word) => {
            unit::after(view, k, true).is_none()
                && currency::after(view, k).is_none()
                && !GLUED_UNITS.has(view.low(k))
        }
        _ => false,
    }
}

/// Numbers in names and fixed phrases, which count nothing.
pub(super) fn name_or_idiom(view: View<'_>, tags: Tags<'_>, a: Amount, found: &UnitFound) -> bool {
    let i = a.from;
    if a.money.is_some() || matches!(found.kind, UnitKind::Money | UnitKind::Age) {
        return false;
    }
    let prev = view.back(i, 1);
    let one = a.number.form == Form::Words && view.low(i) == "one" && a.to == i + 1;
    if one {
        return idiom_one(view, i, found);
    }
    if a.number.form == Form::Fraction {
        // "1/8" alone numbers a picture in a row.
        return view.raw(i + 1) == "/" && found.of.is_none() && found.kind == UnitKind::None;
    }
    if found.kind == UnitKind::Measure && !found.is_measure("deg") {
        return false;
    }
    let cased = !title_case(view, i);
    // "Gang of Four", "Big Five", "Five Eyes": number words with a capital inside a sentence.
    if a.number.form == Form::Words && i > 0 && view.capital(i) && cased && !opens(view, i) {
        return true;
    }
    let raw = view.raw(i);
    let label = a.number.form == Form::Digits
        && a.to == i + 1
        && !raw.contains([',', '.', '\u{a0}'])
        && raw.len() <= 5;
    if label
        && view.capital(a.to)
        && (calendar(view.low(a.to)) && view.low(a.to) != "may" || view.raw(a.to) == "May")
    {
        return true;
    }
    if label && raw.len() > 1 && raw.starts_with('0') {
        return true;
    }
    if label && matches!(found.kind, UnitKind::Noun | UnitKind::None) && is_dialled(view, i, found) {
        return true;
    }
    if label && matches!(found.kind, UnitKind::Noun | UnitKind::None) {
        // "At the camp 20 people died" counts people.
        let place = found.kind == UnitKind::Noun && !view.capital(i.wrapping_sub(1)) && PLACES.has(prev);
        if DESIGNATORS.has(prev) && !place || (prev == "." && DESIGNATORS.has(view.back(i, 2))) {
            return true;
        }
        if prev == "of" && matches!(view.raw(i.wrapping_sub(2)), "Group" | "Class") {
            return true;
        }
        if is_yearlike(view, i) && year_context(view, tags, i, found) {
            return true;
        }
        let opening = i < 2 || opens(view, i - 1) || noun::closed(prev) || hedge::before(view, i).is_some();
        let proper = !opening && view.is(i - 1, Kind::Word) && view.capital(i - 1) && cased && !view.glued(i);
        if proper && !calendar(prev) {
            let placed = PREPOSITIONS.has(view.back(i, 2));
            return found.kind == UnitKind::None || !placed;
        }
    }
    // "the Seven": a number behind a capital name, or "U-20 players".
    a.number.form == Form::Words && DESIGNATORS.has(prev) && prev != "day" && prev != "week"
}

/// "0800 123 4567", "(555) 123", "dial 999": a group of a telephone number.
fn is_dialled(view: View<'_>, i: usize, found: &UnitFound) -> bool {
    let group = |k: usize| {
        let raw = view.raw(k);
        view.is(k, Kind::Number) && raw.len() > 1 && raw.bytes().all(|b| b.is_ascii_digit())
    };
    let bracketed = i > 0 && view.raw(i - 1) == "(" && view.raw(i + 1) == ")" && group(i + 2);
    let behind = i > 0 && group(i - 1) && !is_yearlike(view, i - 1) && view.spaced(i);
    let back = usize::from(matches!(view.back(i, 1), "on" | "at" | ":")) + 1;
    let verb = i >= back && DIALLING.has(view.back(i, back));
    let bare = found.kind == UnitKind::None && view.raw(i).len() >= 3;
    bracketed || behind || verb && bare
}

/// Weekdays and months, written in full.
pub(super) fn calendar(word: &str) -> bool {
    month(word) || is_full_weekday(word)
}

/// Months, written in full.
pub(super) fn month(word: &str) -> bool {
    is_full_month(word)
}

/// Whether a number like 2016 is a year by its surroundings.
fn year_context(view: View<'_>, tags: Tags<'_>, i: usize, found: &UnitFound) -> bool {
    if found.kind == UnitKind::None {
        return true;
    }
    let year = view
        .raw(i)
        .parse::<u32>()
        .is_ok_and(|y| (1800..=2099).contains(&y));
    let prev = view.back(i, 1);
    let hinted = YEAR_HINTS.has(prev) || calendar(prev);
    let round = view.raw(i).ends_with("00");
    let _ = tags;
    year && (hinted || (!round && view.capital(i + 1)))
}

/// Whether most words near piece `i` begin with a capital, as in a headline: then a capital says nothing.
pub(super) fn title_case(view: View<'_>, i: usize) -> bool {
    let (mut capitals, mut words) = (0, 0);
    for k in i.saturating_sub(8)..(i + 9).min(view.len()) {
        if view.is(k, Kind::Word) && view.raw(k).len() > 3 {
            words += 1;
            capitals += usize::from(view.capital(k));
        }
    }
    words >= 3 && capitals * 4 >= words * 3
}

/// Whether piece `i` opens a quotation or a clause behind a colon or dash.
fn opens(view: View<'_>, i: usize) -> bool {
    // no words of a language: signs
    matches!(
        view.back(i, 1),
        "“" | "\"" | "'" | "‘" | ":" | "—" | "–" | "(" | "." | "-" | "|" | "•"
    )
}

/// "one" that counts nothing: "no one", "one day", "one another".
fn idiom_one(view: View<'_>, i: usize, found: &UnitFound) -> bool {
    let prev = view.back(i, 1);
    match found.kind {
        UnitKind::None => return true,
        // "one day" is some day, "within one day" a length.
        UnitKind::Duration => {
            return found.is_measure("d") && !view.joins(i + 1) && !LENGTH_HINTS.has(prev);
        }
        UnitKind::Noun => {}
        _ => return false,
    }
    let next = view.low(i + 1);
    BEFORE_ONE.has(prev) || BEHIND_ONE.has(next)
}
