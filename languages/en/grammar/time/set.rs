//! Recurring times.

use super::amount::{cardinal, ordinal};
use super::date::{Read, month, weekday};
use super::lex::Pieces;
use super::lexicon::Term;
use dossier_annotate::time::{DayPart, Shape, Unit};
use dossier_world::words;

words!(RATE_NOT_AFTER = "time/rate_not_after.txt");
words!(RATE_NUMBERS = "time/rate_numbers.txt");
words!(RATE_NOT_BEFORE = "time/rate_not_before.txt");

/// "every Monday", "weekly", "twice a year", "per week", "Mondays".
pub(super) fn set(p: &Pieces, i: usize) -> Read {
    let every = |end: usize, v: String| Some((end, Shape::Every(v)));
    if let Term::Weekdays(d) = p.term(i) {
        return every(i + 1, format!("XXXX-WXX-{d}"));
    }
    // "Sunday mornings"
    if let Some((e, d, true)) = weekday(p, i)
        && let Term::DayParts(part) = p.term(e)
    {
        return every(e + 1, format!("XXXX-WXX-{d}{}", part.code()));
    }
    if p.any(i, &["weekends", "weekdays"]) && p.before(i).any(&["on", "at", "over", "during", "and"]) {
        let code = if p.is(i, "weekends") { "WE" } else { "WD" };
        return every(i + 1, format!("XXXX-WXX-{code}"));
    }
    if p.any(i, &["every", "each"]) {
        return each(p, i).and_then(|(e, v)| every(e, v));
    }
    // "semi-annual", "bi-weekly", "bimonthly"
    if p.at(i + 1).is_dash() && p.any(i, &["semi", "bi"]) {
        let v = match () {
            () if p.is(i, "semi") && p.any(i + 2, &["annual", "annually"]) => "P6M",
            () if p.is(i, "bi") && p.is(i + 2, "weekly") => "P2W",
            () if p.is(i, "bi") && p.is(i + 2, "monthly") => "P2M",
            () => return None,
        };
        return every(i + 3, v.to_owned());
    }
    let adverb = adverb(p, i);
    if !adverb.is_empty() {
        // "Daily Mail", "People's Daily", "bi-weekly": names and other words.
        let start = p.before(i).text.is_empty() && !p.at(i + 1).is_capital();
        if (p.at(i).is_capital() && !start)
            || p.before(i).is_dash()
            || p.at(i + 1).is_dash() && p.at(i + 1).glued
        {
            return None;
        }
        return every(i + 1, adverb.to_owned());
    }
    // once a week, twice a year, three times a day
    let times = if p.any(i, &["once", "twice"]) {
        Some(i + 1)
    } else {
        cardinal(p, i).and_then(|(e, _)| p.is(e, "times").then_some(e + 1))
    };
    if let Some(k) = times {
        let (e, v) = a_unit(p, k).or_else(|| each(p, k))?;
        return every(e, v);
    }
    if p.is(i, "per") {
        return a_unit(p, i).and_then(|(e, v)| every(e, v));
    }
    // 40 aircraft a year, $5 million a day
    if p.any(i, &["a", "an"]) {
        let (e, v) = a_unit(p, i)?;
        let rate = !p.any(e, &RATE_NOT_AFTER)
            && !p.at(e).is_dash()
            && (i.saturating_sub(5)..i).any(|k| {
                matches!(p.term(k), Term::Number { .. } | Term::Cardinal(_)) || p.any(k, &RATE_NUMBERS)
            })
            && !p.before(i).any(&RATE_NOT_BEFORE);
        return rate.then_some((e, Shape::Every(v)));
    }
    None
}

/// The value of an adverb or adjective that tells how often, or nothing.
fn adverb(p: &Pieces, i: usize) -> &'static str {
    match () {
        () if p.is(i, "biweekly") => "P2W",
        () if p.is(i, "bimonthly") => "P2M",
        () if p.any(i, &["daily", "everyday"]) => "P1D",
        () if p.is(i, "weekly") => "P1W",
        () if p.is(i, "fortnightly") => "P2W",
        () if p.is(i, "monthly") => "P1M",
        () if p.is(i, "quarterly") => "P3M",
        () if p.any(i, &["annual", "annually", "yearly"]) => "P1Y",
        () if p.any(i, &["semiannual", "semiannually", "biannually"]) => "P6M",
        () if p.is(i, "biennial") => "P2Y",
        () if p.is(i, "triennial") => "P3Y",
        () if p.is(i, "nightly") => "P1D",
        () if p.is(i, "hourly") => "PT1H",
        () => "",
    }
}

/// "a year", "per week".
fn a_unit(p: &Pieces, i: usize) -> Option<(usize, String)> {
    if !p.any(i, &["a", "an", "per"]) {
        return None;
    }
    match p.term(i + 1) {
        Term::Unit(unit, false)
            if unit != Unit::Weekend && unit != Unit::Quarter || p.is(i + 1, "quarter") && p.is(i, "per") =>
        {
            let Term::Unit(unit, _) = p.term(i + 1) else {
                return None;
            };
            Some((i + 2, unit.duration(Some(1.0))))
        }
        Term::Ordinal(2) if p.is(i, "per") => Some((i + 2, "PT1S".to_owned())),
        _ => None,
    }
}

/// Behind "every" and "each".
fn each(p: &Pieces, i: usize) -> Option<(usize, String)> {
    if !p.any(i, &["every", "each"]) {
        return None;
    }
    let k = if p.any(i + 1, &["single"]) { i + 2 } else { i + 1 };
    if p.is(k, "other") {
        return match p.term(k + 1) {
            Term::Unit(unit, false) => Some((k + 2, unit.duration(Some(2.0)))),
            Term::Weekday(d, true) => Some((k + 2, format!("XXXX-WXX-{d}"))),
            _ => None,
        };
    }
    if let Some((e, d, true)) = weekday(p, k) {
        if let Some((e, part)) = day_part(p, e) {
            return Some((e, format!("XXXX-WXX-{d}{}", part.code())));
        }
        return Some((e, format!("XXXX-WXX-{d}")));
    }
    if let Some((e, m, true)) = month(p, k, false) {
        return Some((e, format!("XXXX-{m:02}")));
    }
    if let Some((e, n)) = cardinal(p, k).or_else(|| p.is(k, "few").then_some((k + 1, f64::NAN))) {
        return match p.term(p.skip_hyphen(e)) {
            Term::Unit(unit, _) => Some((p.skip_hyphen(e) + 1, unit.duration((!n.is_nan()).then_some(n)))),
            _ => None,
        };
    }
    if let Some((e, n)) = ordinal(p, k)
        && let Term::Unit(unit, false) = p.term(e)
    {
        return Some((e + 1, unit.duration(Some(f64::from(n)))));
    }
    match p.term(k) {
        Term::Unit(Unit::Weekend, false) => Some((k + 1, "XXXX-WXX-WE".to_owned())),
        Term::Unit(unit, false) => Some((k + 1, unit.duration(Some(1.0)))),
        Term::Season(s) => Some((k + 1, format!("XXXX-{}", s.code()))),
        Term::DayPart(d) => Some((k + 1, format!("XXXX-XX-XX{}", d.code()))),
        _ => None,
    }
}

fn day_part(p: &Pieces, i: usize) -> Option<(usize, DayPart)> {
    super::clock::day_part(p, i)
}
