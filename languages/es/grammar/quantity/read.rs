//! Reads one quantity at one place: amount, range, unit, rate, hedges.

use dossier_annotate::quantity::label::{goes_on, is_score, is_yearlike, past_run};
use dossier_annotate::quantity::order::place;
use dossier_annotate::quantity::value::vulgar;
use dossier_annotate::quantity::{Cash, Form, Number, bound};
use dossier_model::{Money, Quantity, Span, Ucum, Unit, UnitBase};

use super::scene::Scene;
use super::{cardinal, digits, hedge, money, ordinal, range, share, unit};

dossier_world::words!(CLOSED = "quantity/closed.txt");

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

/// A number with the mark of money in front of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub from: usize,
    pub to: usize,
    pub number: Number,
    pub money: Option<Cash>,
}

/// What a number is of.
pub(super) struct UnitBehind {
    pub unit: Unit,
    /// What the smaller unit behind adds, counted in the larger.
    more: f64,
    pub to: usize,
}

/// The quantity that begins with piece `i`, or the pieces to pass over.
pub(super) fn at(s: Scene<'_>, i: usize) -> Option<Found> {
    let a = amount(s, i)?;
    if s.in_time(a.from, a.to) {
        return Found::skip(a.to);
    }
    if a.number.form == Form::Ordinal {
        let span = s.span(a.from, a.to)?;
        return Some(Found {
            items: vec![(span, place(a.number.value, None))],
            next: a.to,
        });
    }
    let in_digits = s.is_digits(a.to.wrapping_sub(1)) && a.number.form == Form::Digits;
    if in_digits && goes_on(s.view, a.to) {
        return Found::skip(past_run(s.view, a.to));
    }
    if let Some(found) = range::at(s, a) {
        return Some(found);
    }
    if in_digits && is_score(s.view, a.to) {
        return Found::skip(past_run(s.view, a.to));
    }
    single(s, a)
}

/// One number with what surrounds it.
fn single(s: Scene<'_>, a: Amount) -> Option<Found> {
    let found = unit_behind(s, a);
    // Letters behind digits that are no unit make them a name: "180ml" is one, "3D" is none.
    let name = found.is_none() && s.is_word(a.to) && s.view.glued(a.to);
    let glued = a.money.is_none() && s.is_digits(a.from) && is_part_of_name(s, a.from);
    let year = found.is_none() && a.to == a.from + 1 && is_yearlike(s.view, a.from) && !is_plain(s);
    if name || glued || year {
        return Found::skip(a.to);
    }
    let to = found.as_ref().map_or(a.to, |u| u.to);
    let before = hedge::before(s, a.from);
    let behind = hedge::behind(s, to);
    let start = a.from - before.map_or(0, |h| h.1);
    let end = to + behind.map_or(0, |h| h.1);
    let hedges = [behind, before].into_iter().flatten().map(|h| h.0);
    let value = a.number.value + found.as_ref().map_or(0.0, |u| u.more);
    let stated = bound::apply(value, a.number.vague_high, bound::strongest(hedges));
    let of = if found.is_none() { counted(s, a.to) } else { None };
    let quantity = Quantity {
        value: stated.value,
        low: stated.low,
        high: stated.high,
        bound: stated.bound,
        unit: found.map(|u| u.unit),
        of,
        ordinal: false,
        step: a.number.step,
        moves: false,
    };
    Some(Found {
        items: vec![(s.span(start, end)?, quantity)],
        next: end,
    })
}

/// The number with its mark of money and sign, from piece `i` on.
pub(super) fn amount(s: Scene<'_>, i: usize) -> Option<Amount> {
    let money = money::before(s, i);
    let mut at = i + money.map_or(0, |m| m.1);
    let sign = matches!(s.view.raw(i), "-" | "−") && !s.view.glued(i) && s.is_digits(i + 1);
    let word = s.word(i) == "menos"
        && s.is_digits(i + 1)
        && !matches!(s.back(i, 1), "al" | "lo" | "no" | "mas" | "o");
    let minus = money.is_none() && (sign || word);
    at += usize::from(minus);
    let mut number = number(s, at)?;
    if minus {
        number.value = -number.value;
    }
    Some(Amount {
        from: i,
        to: at + number.used,
        number,
        money: money.map(|m| m.0),
    })
}

/// The longest number that begins with piece `i`.
fn number(s: Scene<'_>, i: usize) -> Option<Number> {
    if s.is_digits(i) {
        return digits::digits(s, i);
    }
    if let Some(part) = vulgar(s.view.raw(i)) {
        return Some(Number {
            value: part,
            step: part,
            ..Number::plain(0, part, 1, Form::Fraction)
        });
    }
    if !s.is_word(i) {
        return None;
    }
    let cardinal = cardinal::words(s, i);
    let ordinal = ordinal::words(s, i).filter(|o| cardinal.is_none_or(|c| o.used > c.used));
    ordinal.or(cardinal)
}

/// What the number is of: money, a share, an age, a unit of measure.
pub(super) fn unit_behind(s: Scene<'_>, a: Amount) -> Option<UnitBehind> {
    if let Some(cash) = a.money {
        let (unit, to) = unit::with_rate(s, cash.into(), a.to);
        return Some(UnitBehind { unit, more: 0.0, to });
    }
    let plain = |base: UnitBase, to: usize| UnitBehind {
        unit: base.into(),
        more: 0.0,
        to,
    };
    if let Some((base, used)) = share::at(s, a.to) {
        return Some(plain(base, a.to + used));
    }
    if let Some((cash, used)) = money::after(s, a.to) {
        return Some(money_with_parts(s, a, cash, a.to + used));
    }
    if s.seq(a.to, &["años", "de", "edad"]) {
        return Some(plain(UnitBase::Age(Ucum::YEAR), a.to + 3));
    }
    // "Millones de toneladas", "1/4 de milla", "dos millas".
    let of = usize::from(s.word(a.to) == "de");
    let digits = s.is_digits(a.to.wrapping_sub(1)) || a.number.form == Form::Digits;
    let (base, used) = unit::at(s, a.to + of, digits && of == 0)?;
    let (unit, to) = unit::with_rate(s, base, a.to + of + used);
    Some(UnitBehind { unit, more: 0.0, to })
}

/// "Trece euros y cuarenta y cinco céntimos", "25 euros con 50", and the scale that stands behind the name.
fn money_with_parts(s: Scene<'_>, a: Amount, cash: Cash, to: usize) -> UnitBehind {
    let cents = |cash: Cash| matches!(cash, Cash::Shared(Money::Cent | Money::Penny));
    let whole = a.number.value.fract() == 0.0 && a.number.scale == 0 && !cents(cash);
    let joined = usize::from(matches!(s.word(to), "y" | "con"));
    let part = number(s, to + joined).filter(|n| whole && n.scale == 0 && (0.0..100.0).contains(&n.value));
    let part = part.filter(|n| matches!(n.form, Form::Digits | Form::Words));
    if let Some(n) = part {
        let end = to + joined + n.used;
        let named = money::named(s, end).filter(|(c, _)| cents(*c));
        let ends = !s.is_word(end) || CLOSED.has(s.word(end));
        let two = s.is_digits(end - 1) && s.view.raw(end - 1).len() == 2;
        if named.is_some()
            || two && s.word(to) != "y" && ends && !s.view.glued(to) && share::at(s, end).is_none()
        {
            return UnitBehind {
                unit: UnitBase::from(cash).into(),
                more: n.value / 100.0,
                to: end + named.map_or(0, |n| n.1),
            };
        }
    }
    let (unit, to) = unit::with_rate(s, cash.into(), to);
    UnitBehind { unit, more: 0.0, to }
}

/// The plural noun right behind a number: what is counted.
fn counted(s: Scene<'_>, k: usize) -> Option<Span> {
    let word = s.word(k);
    let noun =
        s.is_word(k) && !s.view.capital(k) && word.len() > 3 && word.ends_with('s') && !CLOSED.has(word);
    noun.then(|| s.span(k, k + 1)).flatten()
}

/// Whether digits hang on what stands before them: "COVID-19", "G20".
fn is_part_of_name(s: Scene<'_>, i: usize) -> bool {
    if i == 0 || !s.view.glued(i) {
        return false;
    }
    // no words of a language: signs
    match s.view.raw(i - 1) {
        "-" | "–" => i > 1 && s.view.glued(i - 1),
        "(" | "[" | "“" | "\"" | "«" | "'" | "¿" | "¡" | "—" | "~" | "+" => false,
        _ => true,
    }
}

/// Whether the sentence is a number alone.
fn is_plain(s: Scene<'_>) -> bool {
    s.view.len() <= 2
}
