//! Units, both ways.

use std::borrow::Cow;

use dossier_model::{Iso4217, Many, Money, Per, Point, Ucum, Unit, UnitBase};

use super::v1::{self, UnitKind};
use crate::Named;
use crate::error::{Error, Inside, Result};

pub(super) fn write(unit: &Unit) -> v1::Unit<'_> {
    let Unit { base, per } = unit;
    v1::Unit {
        base: write_base(base),
        per: per.as_deref().map(|Per { many, of }| v1::Per {
            many: many.map(|m| m.0),
            of: of.as_ref().map(write_base),
        }),
    }
}

fn write_base(base: &UnitBase) -> v1::Base<'_> {
    let (kind, code) = match base {
        UnitBase::Currency(code) => (UnitKind::Currency, Some(code.as_str())),
        UnitBase::Money(money) => (UnitKind::Money, Some(money.as_str())),
        UnitBase::Measure(code) => (UnitKind::Measure, Some(code.as_str())),
        UnitBase::Percent => (UnitKind::Percent, None),
        UnitBase::Point(Point::Percentage) => (UnitKind::Point, Some("percentage")),
        UnitBase::Point(Point::Basis) => (UnitKind::Point, Some("basis")),
        UnitBase::Times => (UnitKind::Times, None),
        UnitBase::Age(code) => (UnitKind::Age, Some(code.as_str())),
        UnitBase::Count(noun) => (UnitKind::Count, Some(noun.as_str())),
    };
    v1::Base {
        kind: Named(kind),
        code: code.map(Cow::Borrowed),
    }
}

pub(super) fn read(wire: v1::Unit<'_>) -> Result<Unit> {
    let per = |per: v1::Per<'_>| {
        Ok(Box::new(Per {
            many: per.many.map(Many),
            of: per.of.map(read_base).transpose().inside("of")?,
        }))
    };
    Ok(Unit {
        base: read_base(wire.base).inside("base")?,
        per: wire.per.map(per).transpose().inside("per")?,
    })
}

fn read_base(wire: v1::Base<'_>) -> Result<UnitBase> {
    let code = wire.code.as_deref();
    let base = match wire.kind.0 {
        UnitKind::Currency => code.and_then(Iso4217::new).map(UnitBase::Currency),
        UnitKind::Money => code.and_then(Money::from_id).map(UnitBase::Money),
        UnitKind::Measure => code.and_then(Ucum::new).map(UnitBase::Measure),
        UnitKind::Percent => Some(UnitBase::Percent),
        UnitKind::Point => match code {
            Some("percentage") => Some(UnitBase::Point(Point::Percentage)),
            Some("basis") => Some(UnitBase::Point(Point::Basis)),
            _ => None,
        },
        UnitKind::Times => Some(UnitBase::Times),
        UnitKind::Age => code.and_then(Ucum::new).map(UnitBase::Age),
        UnitKind::Count => code.map(UnitBase::count),
    };
    base.ok_or_else(|| {
        let problem = format!("{code:?} is no code of a {}", wire.kind.as_str());
        Error::new(problem, "give a code of ISO 4217 or UCUM, or a noun").inside("code")
    })
}
