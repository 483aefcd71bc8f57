//! Reads one quantity at one place: amount, range, unit, rate, hedges.

mod compound;
mod counted;
mod label;
mod money;
mod range;
mod ratio;
mod single;
mod toll;
mod whole;

use dossier_annotate::quantity::label::{is_score, past_run};
use dossier_model::{Layer, Quantity, Span, Time, Unit};

use super::currency::Cash;
use super::lex::{Kind, View};
use super::noun::Tags;
use super::number::{self, Form, Number};
use super::{currency, order};
use label::{broken, glued_to_name};
use range::range;
use ratio::{multiple, proportion};
use single::single;

/// What was read, and the piece to go on with.
pub(super) struct Found {
    /// Quantities with their spans.
    pub items: Vec<(Span, Quantity)>,
    /// First piece that was not used.
    pub next: usize,
}

impl Found {
    fn skip(next: usize) -> Option<Self> {
        Some(Self {
            items: Vec::new(),
            next,
        })
    }
}

/// A number with the currency mark in front of it.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    from: usize,
    to: usize,
    number: Number,
    money: Option<Cash>,
}

/// What a number is of.
pub(super) struct UnitFound {
    unit: Option<Unit>,
    of: Option<Span>,
    to: usize,
    kind: UnitKind,
}

impl UnitFound {
    /// Whether it is exactly this unit of measure.
    fn is_measure(&self, code: &str) -> bool {
        let unit = self.unit.as_ref().filter(|u| u.per.is_none());
        unit.and_then(|u| u.base.ucum()) == Some(code)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitKind {
    Money,
    Measure,
    Duration,
    Age,
    Noun,
    None,
}

pub(super) fn amount(view: View<'_>, i: usize) -> Option<Amount> {
    let money = currency::before(view, i);
    let mut at = i + money.map_or(0, |m| m.used);
    let minus = money.is_none() && minus(view, i);
    if minus {
        at = i + 1;
    }
    let mut number = number::at(view, at, money.is_some())?;
    if money.is_some_and(|m| m.doubtful) && number.value < 1000.0 {
        return None;
    }
    if minus {
        number.value = -number.value;
    }
    Some(Amount {
        from: i,
        to: at + number.used,
        number,
        money: money.map(|m| m.cash),
    })
}

/// A minus sign in front of digits: "-5 C", "minus 20 degrees", "negative four".
fn minus(view: View<'_>, i: usize) -> bool {
    if matches!(view.low(i), "minus" | "negative") {
        let n = number::at(view, i + 1, false);
        return n.is_some_and(|n| matches!(n.form, Form::Digits | Form::Words));
    }
    matches!(view.raw(i), "-" | "−") && !view.glued(i) && view.glued(i + 1) && view.is(i + 1, Kind::Number)
}

/// The quantity that begins with piece `i`, or the pieces to pass over because they are a name, a score or a
/// time.
pub(super) fn at(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, i: usize) -> Option<Found> {
    if let Some(found) = order::numbered(view, times, i) {
        return Some(found);
    }
    if let Some(found) = multiple(view, tags, i) {
        return Some(found);
    }
    let a = amount(view, i)?;
    if a.number.form == Form::Ordinal {
        return Some(order::read(view, tags, times, i, a.number));
    }
    if a.number.form != Form::Words && glued_to_name(view, i, a) {
        return Found::skip(a.to);
    }
    if broken(view, a.to) {
        return Found::skip(past_run(view, a.to));
    }
    if let Some(found) = range(view, tags, times, a) {
        return Some(found);
    }
    if is_score(view, a.to) {
        return Found::skip(past_run(view, a.to));
    }
    if let Some(found) = proportion(view, tags, a) {
        return Some(found);
    }
    single(view, tags, times, a)
}
