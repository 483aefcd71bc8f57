//! Arbitrary units.

use dossier_model::*;

use super::Maker;

impl Maker {
    fn base(&mut self) -> UnitBase {
        match self.below(8) {
            0 => UnitBase::Currency(Iso4217::USD),
            1 => UnitBase::Money(Money::ALL[self.below(Money::ALL.len())]),
            2 => UnitBase::measure("km"),
            3 => UnitBase::Percent,
            4 => UnitBase::Point(Point::Basis),
            5 => UnitBase::Times,
            6 => UnitBase::Age(Ucum::YEAR),
            _ => UnitBase::Count(self.words(9)),
        }
    }

    pub(super) fn unit(&mut self) -> Unit {
        let per = self.maybe(|m| {
            Box::new(Per {
                many: m.maybe(|m| Many(m.number())),
                of: m.maybe(Self::base),
            })
        });
        Unit {
            base: self.base(),
            per,
        }
    }

    /// A unit that its name and code tell.
    pub(super) fn told_unit(&mut self) -> Unit {
        match self.below(4) {
            0 => UnitBase::Currency(Iso4217::USD).into(),
            1 => UnitBase::Percent.into(),
            2 => Unit::per(UnitBase::measure("km"), UnitBase::Measure(Ucum::HOUR)),
            _ => UnitBase::Count(self.words(9)).into(),
        }
    }
}
