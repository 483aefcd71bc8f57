//! English names of units: the only place that gives them.

use std::borrow::Cow;

use dossier_model::{Money, Per, Point, Ucum, Unit, UnitBase};

/// The English name of a unit: "US dollar", "kilometre per hour", "student".
#[must_use]
pub fn name(unit: &Unit) -> String {
    let base = base(&unit.base);
    match &unit.per {
        Some(per) => format!("{base}{}", rate(per)),
        None => base.into_owned(),
    }
}

/// " per hour", " per 100000 people".
pub(crate) fn rate(per: &Per) -> String {
    match (&per.many, &per.of) {
        (Some(many), Some(of)) => format!(" per {} {}", many.0, base(of)),
        (Some(many), None) => format!(" per {}", many.0),
        (None, Some(of)) => format!(" per {}", base(of)),
        (None, None) => String::new(),
    }
}

/// The English name of what is counted or measured.
pub(crate) fn base(base: &UnitBase) -> Cow<'_, str> {
    match base {
        UnitBase::Currency(code) => {
            dossier_world::currency::name(code.as_str()).map_or_else(|| code.as_str().into(), Into::into)
        }
        UnitBase::Money(money) => money_name(*money).into(),
        UnitBase::Measure(code) => measure(code).into(),
        UnitBase::Percent => "percent".into(),
        UnitBase::Point(Point::Percentage) => "percentage point".into(),
        UnitBase::Point(Point::Basis) => "basis point".into(),
        UnitBase::Times => "times".into(),
        UnitBase::Age(code) => format!("{} old", measure(code)).into(),
        UnitBase::Count(noun) => noun.into(),
    }
}

/// The name of a unit of measure; its code where no table has it.
fn measure(code: &Ucum) -> &str {
    dossier_world::unit::find(code.as_str()).map_or(code.as_str(), |u| u.name)
}

/// The name of money that several currencies share.
fn money_name(money: Money) -> &'static str {
    match money {
        Money::YenOrYuan => "yen or yuan",
        Money::DollarOrPeso => "dollar or peso",
        Money::KronaOrKrone => "krona or krone",
        money => money.as_str(),
    }
}

/// The plural where it is not the regular one: "parts per million".
pub(crate) fn irregular_plural(base: &UnitBase) -> Option<&'static str> {
    dossier_world::unit::find(base.ucum()?)?.plural
}

/// The sign that stands before an amount: "US$".
pub(crate) fn sign(base: &UnitBase) -> Option<&'static str> {
    match base {
        UnitBase::Currency(code) => dossier_world::currency::sign(code.as_str()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{Iso4217, Many};

    #[test]
    fn units_have_english_names() {
        let check = |unit: Unit, expected: &str| assert_eq!(name(&unit), expected);
        let usd = || UnitBase::Currency(Iso4217::USD);
        check(usd().into(), "US dollar");
        check(
            Unit::per(usd(), UnitBase::measure("[bbl_us]")),
            "US dollar per barrel",
        );
        check(
            Unit::per(UnitBase::measure("km"), UnitBase::Measure(Ucum::HOUR)),
            "kilometre per hour",
        );
        check(UnitBase::Age(Ucum::YEAR).into(), "year old");
        check(UnitBase::measure("{ton}").into(), "ton");
        check(UnitBase::Money(Money::YenOrYuan).into(), "yen or yuan");
        check(UnitBase::measure("[ppm]").into(), "part per million");
        let many = Per {
            many: Some(Many(100_000.0)),
            of: Some(UnitBase::count(UnitBase::PEOPLE)),
        };
        let deaths = Unit {
            base: UnitBase::count("death"),
            per: Some(Box::new(many)),
        };
        check(deaths, "death per 100000 people");
    }
}
