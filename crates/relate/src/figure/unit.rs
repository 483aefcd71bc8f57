//! Units that measure one thing, made comparable by fixed factors; money is never converted.

use dossier_model::{Point, Quantity, Unit, UnitBase};
use dossier_world::unit;

/// What a quantity measures, and how its numbers become those of the base unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// What is compared: a dimension ("length"), or the unit itself where nothing converts to it. A key, not for
    /// readers.
    pub family: String,
    /// Times this gives the base unit.
    factor: f64,
    /// Added before the factor (temperatures).
    shift: f64,
    /// How far the unit itself is uncertain, as factors: a "ton" is 907 to 1,016 kilograms.
    pub loose: Option<(f64, f64)>,
}

impl Scale {
    /// A number in the base unit.
    pub(super) fn base(&self, v: f64) -> f64 {
        (v + self.shift) * self.factor
    }

    /// The factor, to tell units of one family apart.
    pub(super) fn factor_bits(&self) -> Option<u64> {
        (self.factor != 1.0 || self.shift != 0.0).then(|| self.factor.to_bits())
    }

    /// A difference of two numbers in the base unit.
    pub(super) fn step(&self, step: f64) -> f64 {
        step * self.factor
    }
}

/// How the numbers of a quantity are compared.
pub(super) fn scale_of(q: &Quantity) -> Scale {
    let Some(unit) = &q.unit else {
        return plain(String::new(), 1.0);
    };
    if unit.per.is_some()
        && let Some((dimension, factor)) = unit::rate(&unit.to_string())
    {
        return plain(dimension.to_owned(), factor);
    }
    let Some(found) = measured(&unit.base) else {
        return plain(unit.to_string(), 1.0);
    };
    // "Tonnes per year": the first unit converts where the rest is the same.
    match &unit.per {
        None => found,
        Some(_) => Scale {
            family: rate_of(&found.family, unit),
            ..found
        },
    }
}

/// The family of a rate: that of its first unit, and by what it is.
fn rate_of(family: &str, unit: &Unit) -> String {
    let first = UnitBase::count(family);
    let rate = Unit {
        base: first,
        per: unit.per.clone(),
    };
    rate.to_string()
}

/// The scale of a unit that others convert to.
fn measured(base: &UnitBase) -> Option<Scale> {
    if let UnitBase::Point(point) = base {
        let factor = match point {
            Point::Percentage => 1.0,
            Point::Basis => 0.01,
        };
        return Some(plain(UnitBase::Point(Point::Percentage).to_string(), factor));
    }
    let found = unit::find(base.ucum()?)?;
    let scale = found.scale?;
    Some(Scale {
        family: found.dimension.to_owned(),
        factor: scale.factor,
        shift: scale.shift,
        loose: scale.loose,
    })
}

fn plain(family: String, factor: f64) -> Scale {
    Scale {
        family,
        factor,
        shift: 0.0,
        loose: None,
    }
}

/// Lengths of time, ages and multiples, which are no figures of their own.
pub(super) fn is_time(unit: &Unit) -> bool {
    let duration = |code: &str| unit::find(code).is_some_and(|u| u.dimension == "duration");
    match &unit.base {
        UnitBase::Age(_) | UnitBase::Times => true,
        base => base.ucum().is_some_and(duration),
    }
}
