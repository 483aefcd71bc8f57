//! Two numbers that are the ends of one quantity: "entre 3 y 5 millones", "de 10 a 12 %", "3-5 kilos".

use dossier_annotate::quantity::range::{between, lower_end};
use dossier_annotate::quantity::{Form, label};

use super::read::{Amount, Found, amount, unit_behind};
use super::scene::Scene;

/// The range that begins with an amount.
pub(super) fn at(s: Scene<'_>, a: Amount) -> Option<Found> {
    let own = unit_behind(s, a).filter(|u| u.to > a.to);
    let mid = own.as_ref().map_or(a.to, |u| u.to);
    let front = s.back(a.from, 1);
    let dash = s.view.joins(mid);
    let linked = match s.word(mid) {
        "y" => front == "entre",
        "a" => front == "de" || front == "desde",
        "hasta" => front == "desde",
        "o" => own.is_none(),
        _ => dash,
    };
    if !linked {
        return None;
    }
    let b = amount(s, mid + 1)?;
    let plain = |n: &Amount| matches!(n.number.form, Form::Digits | Form::Words);
    if !plain(&a) || !plain(&b) || label::is_score(s.view, b.to) || s.in_time(b.from, b.to) {
        return None;
    }
    let low = lower_end(&a.number, &b.number, dash, s.view.raw(b.to - 1).ends_with(".000"));
    let high = b.number.value;
    let joined = Amount {
        money: a.money.or(b.money),
        ..b
    };
    let unit = unit_behind(s, joined);
    let told = unit.is_some() || front == "entre";
    let near = s.word(mid) != "o" || high <= low * 1.5 || (high - low - 1.0).abs() < 1e-9;
    if low >= high || !told || !near {
        return None;
    }
    let to = unit.as_ref().map_or(b.to, |u| u.to);
    let start = a.from - usize::from(matches!(front, "entre" | "de" | "desde"));
    let step = a.number.step.min(b.number.step);
    let quantity = between(low, high, step, unit.map(|u| u.unit), None);
    Some(Found {
        items: vec![(s.span(start, to)?, quantity)],
        next: to,
    })
}
