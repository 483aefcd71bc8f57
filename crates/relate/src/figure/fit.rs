//! Whether two numbers can be of one thing: hedges, rounding, units.

use dossier_model::{Bound, Quantity, Unit};

use super::unit::{self, Scale};

/// How two numbers stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// One number, once rounded to the coarser writing.
    Same,
    /// The hedges allow both, as people hedge.
    Compatible,
    /// The words allow both, though seldom of one count: "more than 200" and "276".
    Literal,
    /// Two numbers.
    Apart,
}

/// A quantity in the base unit of its family.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    /// What is compared.
    pub family: String,
    unit: Option<Unit>,
    value: Option<f64>,
    bound: Bound,
    step: f64,
    ordinal: bool,
    /// Whether the step is no finer than the trailing zeros show.
    coarse: bool,
    loose: Option<(f64, f64)>,
    /// Whether the unit is one of a table, and not a noun.
    factored: Option<u64>,
    /// Least and greatest that the hedge means.
    pub low: f64,
    /// Likewise.
    pub high: f64,
    literal: (f64, f64),
}

impl Amount {
    /// A quantity made comparable.
    pub(super) fn of(q: &Quantity) -> Self {
        let scale = unit::scale_of(q);
        let (low, high) = meant(q);
        let (least, most) = literal(q);
        let based = |v: f64| scale.base(v);
        Self {
            value: q.value.map(based),
            bound: q.bound,
            step: scale.step(q.step),
            ordinal: q.ordinal,
            coarse: q.step > 1.0,
            loose: scale.loose,
            factored: scale.factor_bits(),
            low: based(low),
            high: based(high),
            literal: (based(least), based(most)),
            unit: q.unit.clone(),
            family: family(q, &scale),
        }
    }

    /// The same number, of what a noun names.
    pub(super) fn counting(self, noun: &str) -> Self {
        Self {
            family: noun.to_owned(),
            ..self
        }
    }

    /// Whether it is an order of magnitude: "hundreds".
    pub(super) fn is_vague(&self) -> bool {
        self.bound == Bound::Range && self.low > 0.0 && self.high >= 2.4 * self.low
    }

    /// Whether it counts what a noun names.
    fn is_counted(&self) -> bool {
        self.unit.as_ref().is_some_and(|u| u.noun().is_some()) && self.factored.is_none()
    }

    /// One number that stands for the report: its value, or the middle of its range.
    pub(super) fn point(&self) -> f64 {
        self.value.unwrap_or(f64::midpoint(self.low, self.high))
    }
}

/// Places in an order are compared with each other alone.
fn family(q: &Quantity, scale: &Scale) -> String {
    if q.ordinal {
        format!("{} rank", scale.family)
    } else {
        scale.family.clone()
    }
}

/// "About" allows a tenth to either side: the spread that rounded talk of numbers keeps to.
const ABOUT: f64 = 0.10;

/// The values that a report means: its number with its hedge.
fn meant(q: &Quantity) -> (f64, f64) {
    let value = q.value.or(q.low).or(q.high).unwrap_or(0.0);
    let reach = (value.abs() * ABOUT).max(q.step.min(value.abs() * 0.25));
    match q.bound {
        Bound::Exact => (value - q.step / 2.0, value + q.step / 2.0),
        Bound::About => (value - value.abs() * ABOUT, value + value.abs() * ABOUT),
        // "Over" a round number means up to its next step, not anything above it.
        Bound::Over => (value, value + reach),
        // "At least" is said while a count still rises.
        Bound::AtLeast => (value, value * 2.0 + q.step),
        Bound::Under | Bound::AtMost => (value - reach, value),
        Bound::Range => (q.low.unwrap_or(value), q.high.unwrap_or(value)),
    }
}

/// Whether a range is an order of magnitude ("dozens", "hundreds") rather than two ends that somebody named.
fn is_vague(q: &Quantity) -> bool {
    q.bound == Bound::Range
        && matches!((q.low, q.high), (Some(low), Some(high)) if low > 0.0 && high >= 2.4 * low)
}

/// The values that the words allow, taken at their word within reason.
fn literal(q: &Quantity) -> (f64, f64) {
    let (low, high) = meant(q);
    let value = q.value.or(q.low).or(q.high).unwrap_or(0.0);
    let far = value.abs();
    match q.bound {
        Bound::Over | Bound::AtLeast => (low, high.max(value + far * 2.0)),
        Bound::Under | Bound::AtMost => (low.min(value - far * 0.7), high),
        // "Dozens were hurt" is true of 120 as well.
        Bound::Range if is_vague(q) => (low, high * 3.0),
        Bound::Exact | Bound::About | Bound::Range => (low, high),
    }
}

/// How two amounts of one family stand to each other.
pub(super) fn fits(a: &Amount, b: &Amount) -> Fit {
    if let (Some(x), Some(y)) = (a.value, b.value) {
        if a.ordinal || b.ordinal {
            return if x == y { Fit::Same } else { Fit::Apart };
        }
        // People go by many nouns.
        if a.unit == b.unit || a.factored == b.factored {
            if x == y {
                let up = |c: Bound| matches!(c, Bound::Over | Bound::AtLeast);
                let down = |c: Bound| matches!(c, Bound::Under | Bound::AtMost);
                let against = up(a.bound) && down(b.bound) || down(a.bound) && up(b.bound);
                return if against { Fit::Compatible } else { Fit::Same };
            }
            let plain = |c: Bound| matches!(c, Bound::Exact | Bound::About);
            let alike = a.bound == b.bound || plain(a.bound) && plain(b.bound);
            if alike && round_alike(a, b, x, y) {
                // "2,000" and "2,300" round alike, and nobody would call them one number.
                let off = (x - y).abs() / x.abs().max(y.abs());
                let near = off <= 0.05;
                // Nobody rounds what they count one by one: 99 delegates are not 100.
                let is_count =
                    a.bound == Bound::Exact && b.bound == Bound::Exact && a.is_counted() && b.is_counted();
                if is_count && x.max(y) < 1000.0 && x.fract() == 0.0 && y.fract() == 0.0 {
                    return Fit::Apart;
                }
                let coarser = if a.step >= b.step { a } else { b };
                let fine = off <= 0.06 && !coarser.coarse;
                return if near || fine { Fit::Same } else { Fit::Compatible };
            }
            // Two bare numbers that are not one are two.
            if a.bound == Bound::Exact && b.bound == Bound::Exact {
                return Fit::Apart;
            }
        } else {
            let (p, q) = (written(a, x), written(b, y));
            let plain = |c: Bound| matches!(c, Bound::Exact | Bound::About);
            if overlap(p, q) && (a.bound == b.bound || plain(a.bound) && plain(b.bound)) {
                return Fit::Same;
            }
            if a.bound == Bound::Exact && b.bound == Bound::Exact {
                return Fit::Apart;
            }
        }
    }
    let ranges = a.bound == Bound::Range && b.bound == Bound::Range;
    if ranges && a.unit == b.unit && (a.low, a.high) == (b.low, b.high) {
        return Fit::Same;
    }
    if overlap((a.low, a.high), (b.low, b.high)) {
        Fit::Compatible
    } else if overlap(a.literal, b.literal) {
        Fit::Literal
    } else {
        Fit::Apart
    }
}

fn overlap(a: (f64, f64), b: (f64, f64)) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

/// Whether two numbers are one at the precision of the coarser.
fn round_alike(a: &Amount, b: &Amount, x: f64, y: f64) -> bool {
    let step = a.step.max(b.step);
    step > 0.0 && (x / step).round() == (y / step).round()
}

/// The values that are written as this number, in a unit that may itself be uncertain.
fn written(a: &Amount, v: f64) -> (f64, f64) {
    let half = (a.step / 2.0).min(if a.coarse { v.abs() * 0.05 } else { f64::INFINITY });
    let (least, most) = a.loose.unwrap_or((1.0, 1.0));
    ((v - half) * least, (v + half) * most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{Iso4217, Point, UnitBase};

    fn quantity(value: f64, step: f64, bound: Bound, unit: Unit) -> Quantity {
        Quantity {
            value: Some(value),
            low: None,
            high: None,
            bound,
            unit: Some(unit),
            of: None,
            ordinal: false,
            step,
            moves: false,
        }
    }

    fn check(a: &Quantity, b: &Quantity, expected: Fit) {
        let (x, y) = (Amount::of(a), Amount::of(b));
        assert_eq!(x.family, y.family, "{a:?} {b:?}");
        assert_eq!(fits(&x, &y), expected, "{a:?} {b:?}");
        assert_eq!(fits(&y, &x), expected, "{b:?} {a:?}");
    }

    #[test]
    fn hedges_and_rounding_are_understood() {
        let check = |a: (f64, f64, Bound), b: (f64, f64, Bound), expected: Fit| {
            let of = |t: (f64, f64, Bound)| quantity(t.0, t.1, t.2, UnitBase::count("student").into());
            check(&of(a), &of(b), expected);
        };
        use Bound::{About, AtLeast, AtMost, Exact, Over};
        check(
            (23_000.0, 1000.0, Over),
            (24_000.0, 1000.0, About),
            Fit::Compatible,
        );
        check(
            (3_700_000.0, 100_000.0, Exact),
            (3_712_345.0, 1.0, Exact),
            Fit::Same,
        );
        check((58.0, 1.0, AtLeast), (59.0, 1.0, Exact), Fit::Compatible);
        check((50.0, 1.0, Exact), (59.0, 1.0, Exact), Fit::Apart);
        check((12.0, 1.0, Exact), (12.0, 1.0, Exact), Fit::Same);
        // Literally true of each other, and seldom said of one count.
        check((200e9, 100e9, Over), (260e9, 10e9, Over), Fit::Literal);
        check((200.0, 100.0, Over), (276.0, 1.0, Exact), Fit::Literal);
        check((200.0, 100.0, Over), (900.0, 1.0, Exact), Fit::Apart);
        check((20.0, 1.0, Over), (20.0, 1.0, AtMost), Fit::Compatible);
        // Zeros at the end may be exact: what rounds alike but lies far off is only compatible.
        check((2000.0, 1000.0, Exact), (2040.0, 1.0, Exact), Fit::Same);
        check((2000.0, 1000.0, Exact), (2300.0, 1.0, Exact), Fit::Compatible);
        check((5.0, 1.0, Exact), (5.3, 0.1, Exact), Fit::Same);
    }

    #[test]
    fn units_are_converted_and_money_is_not() {
        let exact = |v: f64, step: f64, unit: UnitBase| quantity(v, step, Bound::Exact, unit.into());
        let measure = UnitBase::measure;
        check(
            &exact(7.0, 1.0, measure("[mi_i]")),
            &exact(11.0, 1.0, measure("km")),
            Fit::Same,
        );
        check(
            &exact(7.0, 1.0, measure("[mi_i]")),
            &exact(7.0, 1.0, measure("km")),
            Fit::Apart,
        );
        check(
            &exact(600.0, 100.0, measure("{ton}")),
            &exact(600.0, 100.0, measure("t")),
            Fit::Same,
        );
        check(
            &exact(40.0, 1.0, measure("Cel")),
            &exact(104.0, 1.0, measure("[degF]")),
            Fit::Same,
        );
        check(
            &exact(40.0, 1.0, measure("Cel")),
            &exact(98.0, 1.0, measure("[degF]")),
            Fit::Apart,
        );
        check(
            &exact(2.0, 1.0, UnitBase::Point(Point::Percentage)),
            &exact(200.0, 100.0, UnitBase::Point(Point::Basis)),
            Fit::Same,
        );
        let family = |unit: Unit| Amount::of(&quantity(1.0, 1.0, Bound::Exact, unit)).family;
        let of = |base: UnitBase| family(base.into());
        let currency = |code: &str| UnitBase::Currency(Iso4217::new(code).unwrap());
        let per_year = |code: &'static str| Unit::per(measure(code), measure("a"));
        assert_ne!(of(UnitBase::Percent), of(UnitBase::Point(Point::Percentage)));
        assert_ne!(of(currency("USD")), of(currency("EUR")));
        assert_ne!(of(measure("t")), family(per_year("t")));
        assert_eq!(family(per_year("t")), family(per_year("kg")));
        let speed = Unit::per(measure("km"), measure("h"));
        assert_eq!(family(speed), of(measure("[kn_i]")));
    }
}
