//! What a number counts or measures: codes, in no language. Names are given by who writes for readers.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

/// A currency by its code of ISO 4217: three capitals. A few that the standard does not list have their customary
/// code (`BTC`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iso4217([u8; 3]);

impl Iso4217 {
    /// The United States dollar.
    pub const USD: Self = Self(*b"USD");
    /// The pound sterling.
    pub const GBP: Self = Self(*b"GBP");

    /// The code that a text is. `None` where it is not three capitals.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

/// A unit of measure by its code of the Unified Code for Units of Measure: `km`, `[lb_av]`. A code in braces
/// (`{ton}`) is one of ours, for what that code has no one name for; it is never published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ucum(Cow<'static, str>);

impl Ucum {
    /// Seconds.
    pub const SECOND: Self = Self(Cow::Borrowed("s"));
    /// Hours.
    pub const HOUR: Self = Self(Cow::Borrowed("h"));
    /// Days.
    pub const DAY: Self = Self(Cow::Borrowed("d"));
    /// Years.
    pub const YEAR: Self = Self(Cow::Borrowed("a"));

    /// The code that stands in a table of the program.
    #[must_use]
    pub const fn of_table(code: &'static str) -> Self {
        Self(Cow::Borrowed(code))
    }

    /// A code as read. `None` where it is empty or holds more than visible ASCII.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let plain = !code.is_empty() && code.bytes().all(|b| b.is_ascii_graphic());
        plain.then(|| Self(Cow::Owned(code.to_owned())))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A name of money that several currencies share, where no country tells which is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Money {
    /// A hundredth of a dollar or euro.
    Cent,
    /// "Crowns".
    Crown,
    /// Of the Arab states.
    Dinar,
    /// Of the Arab states.
    Dirham,
    /// Where an article marks US dollars as such, the dollar of somebody else.
    Dollar,
    /// "$" where the peso may be meant as well.
    DollarOrPeso,
    /// Of Portugal once, and of Cape Verde.
    Escudo,
    /// Of Switzerland, of Africa, of France once.
    Franc,
    /// Of Sweden and Iceland.
    Krona,
    /// "kr": of Sweden, Norway, Denmark or Iceland.
    KronaOrKrone,
    /// Of Denmark and Norway.
    Krone,
    /// Of Malawi and Zambia.
    Kwacha,
    /// Of Romania and Moldova.
    Leu,
    /// Of Azerbaijan and Turkmenistan.
    Manat,
    /// A hundredth of a pound.
    Penny,
    /// Of Latin America and the Philippines.
    Peso,
    /// Sterling, or of Egypt, Lebanon, Syria, Sudan.
    Pound,
    /// Of Iran, Oman, Yemen.
    Rial,
    /// Of Saudi Arabia and Qatar.
    Riyal,
    /// Of South Asia.
    Rupee,
    /// Of East Africa.
    Shilling,
    /// Of Kyrgyzstan and Uzbekistan.
    Som,
    /// "¥": of Japan or China.
    YenOrYuan,
}

impl Money {
    /// All of them, by name.
    pub const ALL: [Self; 23] = [
        Self::Cent,
        Self::Crown,
        Self::Dinar,
        Self::Dirham,
        Self::Dollar,
        Self::DollarOrPeso,
        Self::Escudo,
        Self::Franc,
        Self::Krona,
        Self::KronaOrKrone,
        Self::Krone,
        Self::Kwacha,
        Self::Leu,
        Self::Manat,
        Self::Penny,
        Self::Peso,
        Self::Pound,
        Self::Rial,
        Self::Riyal,
        Self::Rupee,
        Self::Shilling,
        Self::Som,
        Self::YenOrYuan,
    ];

    /// The identifier in lists and files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cent => "cent",
            Self::Crown => "crown",
            Self::Dinar => "dinar",
            Self::Dirham => "dirham",
            Self::Dollar => "dollar",
            Self::DollarOrPeso => "dollar-or-peso",
            Self::Escudo => "escudo",
            Self::Franc => "franc",
            Self::Krona => "krona",
            Self::KronaOrKrone => "krona-or-krone",
            Self::Krone => "krone",
            Self::Kwacha => "kwacha",
            Self::Leu => "leu",
            Self::Manat => "manat",
            Self::Penny => "penny",
            Self::Peso => "peso",
            Self::Pound => "pound",
            Self::Rial => "rial",
            Self::Riyal => "riyal",
            Self::Rupee => "rupee",
            Self::Shilling => "shilling",
            Self::Som => "som",
            Self::YenOrYuan => "yen-or-yuan",
        }
    }

    /// The one with this identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.as_str() == id)
    }
}

/// The difference of two shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// The difference of two percentages.
    Percentage,
    /// A hundredth of it.
    Basis,
}

/// What a number counts or measures, without a rate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitBase {
    /// Money of one currency.
    Currency(Iso4217),
    /// Money of a name that several currencies share.
    Money(Money),
    /// A unit of measure.
    Measure(Ucum),
    /// Parts of a hundred.
    Percent,
    /// A difference of two shares.
    Point(Point),
    /// A multiple: "twice as many", "threefold".
    Times,
    /// An age, in this unit of time.
    Age(Ucum),
    /// The noun that is counted, in the singular, in the language of the article: "student". Persons in general are
    /// `people`.
    Count(String),
}

impl UnitBase {
    /// The noun of persons, however they are named in general.
    pub const PEOPLE: &'static str = "people";

    /// Something counted.
    #[must_use]
    pub fn count(noun: &str) -> Self {
        Self::Count(noun.to_owned())
    }

    /// A unit of measure, by a code of the program's tables.
    #[must_use]
    pub const fn measure(code: &'static str) -> Self {
        Self::Measure(Ucum::of_table(code))
    }

    /// The code of the unit of measure.
    #[must_use]
    pub fn ucum(&self) -> Option<&str> {
        match self {
            Self::Measure(code) => Some(code.as_str()),
            _ => None,
        }
    }

    /// The noun that is counted.
    #[must_use]
    pub fn noun(&self) -> Option<&str> {
        match self {
            Self::Count(noun) => Some(noun),
            _ => None,
        }
    }

    /// Whether it is money of any kind.
    #[must_use]
    pub fn is_money(&self) -> bool {
        matches!(self, Self::Currency(_) | Self::Money(_))
    }

    /// The published code: of ISO 4217, UCUM, or "%".
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Currency(code) => Some(code.as_str()),
            Self::Measure(code) | Self::Age(code) => Some(code.as_str()).filter(|c| !c.starts_with('{')),
            Self::Percent => Some("%"),
            Self::Money(_) | Self::Point(_) | Self::Times | Self::Count(_) => None,
        }
    }
}

/// Writes the base as a key in no language: the code, or the noun as it is.
impl fmt::Display for UnitBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Currency(code) => code.as_str(),
            Self::Money(name) => name.as_str(),
            Self::Measure(code) => code.as_str(),
            Self::Percent => "%",
            Self::Point(Point::Percentage) => "%-point",
            Self::Point(Point::Basis) => "%%-point",
            Self::Times => "x",
            Self::Age(code) => return write!(f, "age:{}", code.as_str()),
            Self::Count(noun) => noun,
        })
    }
}

/// How many a rate is of: 100,000 in "per 100,000 people". A finite number.
#[derive(Debug, Clone, Copy)]
pub struct Many(pub f64);

impl PartialEq for Many {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Many {}

impl PartialOrd for Many {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Many {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl std::hash::Hash for Many {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

/// What a rate is by: "per hour", "per 100,000 people", "per 1,000". At least one of the two is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Per {
    /// How many of it, where not one.
    pub many: Option<Many>,
    /// What.
    pub of: Option<UnitBase>,
}

/// What a number counts or measures, and by what, where it is a rate: US dollars per barrel.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    /// What is counted or measured.
    pub base: UnitBase,
    /// By what.
    pub per: Option<Box<Per>>,
}

impl Unit {
    /// A rate by one of something.
    #[must_use]
    pub fn per(base: UnitBase, of: UnitBase) -> Self {
        Self {
            base,
            per: Some(Box::new(Per {
                many: None,
                of: Some(of),
            })),
        }
    }

    /// Whether it is exactly this base, with no rate.
    #[must_use]
    pub fn is(&self, base: &UnitBase) -> bool {
        self.per.is_none() && self.base == *base
    }

    /// The noun that is counted, where it is no rate.
    #[must_use]
    pub fn noun(&self) -> Option<&str> {
        self.base.noun().filter(|_| self.per.is_none())
    }

    /// The published code of the whole: `USD`, `%`, `km/h`, `USD/[bbl_us]`. `None` where a part has none, as counted
    /// nouns have.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        let base = self.base.code()?;
        let Some(per) = &self.per else {
            return Some(base.to_owned());
        };
        match (&per.many, &per.of) {
            (None, Some(of)) => Some(format!("{base}/{}", of.code()?)),
            _ => None,
        }
    }
}

impl From<UnitBase> for Unit {
    fn from(base: UnitBase) -> Self {
        Self { base, per: None }
    }
}

/// Writes the unit as a key in no language: equal units alone have equal keys.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.base)?;
        let Some(per) = &self.per else { return Ok(()) };
        f.write_str("/")?;
        if let Some(many) = per.many {
            write!(f, "{}", many.0)?;
        }
        match (&per.many, &per.of) {
            (Some(_), Some(of)) => write!(f, " {of}"),
            (None, Some(of)) => write!(f, "{of}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_published_where_every_part_has_one() {
        let usd = UnitBase::Currency(Iso4217::USD);
        assert_eq!(Unit::from(usd.clone()).code().as_deref(), Some("USD"));
        let barrel = Unit::per(usd.clone(), UnitBase::measure("[bbl_us]"));
        assert_eq!(barrel.code().as_deref(), Some("USD/[bbl_us]"));
        assert_eq!(Unit::per(usd, UnitBase::count("ticket")).code(), None);
        assert_eq!(Unit::from(UnitBase::measure("{ton}")).code(), None);
        assert_eq!(Unit::from(UnitBase::count("student")).code(), None);
        assert_eq!(Unit::from(UnitBase::Age(Ucum::YEAR)).code().as_deref(), Some("a"));
    }

    #[test]
    fn keys_are_in_no_language() {
        let deaths = Unit {
            base: UnitBase::count("death"),
            per: Some(Box::new(Per {
                many: Some(Many(100_000.0)),
                of: Some(UnitBase::count(UnitBase::PEOPLE)),
            })),
        };
        assert_eq!(deaths.to_string(), "death/100000 people");
        assert_eq!(
            Unit::per(UnitBase::measure("km"), UnitBase::Measure(Ucum::HOUR)).to_string(),
            "km/h"
        );
    }

    #[test]
    fn codes_are_checked() {
        assert!(
            Iso4217::new("EUR").is_some() && Iso4217::new("eur").is_none() && Iso4217::new("EURO").is_none()
        );
        assert!(Ucum::new("km/h").is_some() && Ucum::new("k m").is_none() && Ucum::new("").is_none());
        assert!(
            Money::ALL
                .into_iter()
                .all(|m| Money::from_id(m.as_str()) == Some(m))
        );
    }
}
