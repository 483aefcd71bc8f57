//! Money of one currency, or of a name that several share.

use dossier_model::{Iso4217, Money, UnitBase};

/// Money as a list or a mark names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cash {
    /// One currency.
    Of(Iso4217),
    /// A shared name.
    Shared(Money),
}

impl Cash {
    /// What a bare "$" means, before the article is asked whose it is.
    pub const DOLLAR: Self = Self::Shared(Money::Dollar);

    /// The currency or the shared name that a list writes.
    #[must_use]
    pub fn of_list(id: &str) -> Option<Self> {
        let code = || Iso4217::new(id).map(Self::Of);
        Money::from_id(id).map(Self::Shared).or_else(code)
    }

    /// The currency with a code in capitals that is in use.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let code = Iso4217::new(code)?;
        dossier_world::currency::name(code.as_str())?;
        Some(Self::Of(code))
    }
}

impl From<Cash> for UnitBase {
    fn from(cash: Cash) -> Self {
        match cash {
            Cash::Of(code) => Self::Currency(code),
            Cash::Shared(money) => Self::Money(money),
        }
    }
}
