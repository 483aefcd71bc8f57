//! Feasts whose day can be computed, and those that only have a name.

use jiff::civil::{Date, Weekday};

use super::calendar::{add_days, day, easter, nth_weekday, orthodox_easter};
use super::lex::Pieces;

/// When a feast is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holiday {
    /// Month and day.
    Fixed(u8, u8),
    /// Days after western Easter.
    Easter(i32),
    /// Days after Orthodox Easter.
    OrthodoxEaster(i32),
    /// Month, which one, Monday = 1, days later.
    Nth(u8, i8, u8, i32),
    /// The first day of the Chinese year.
    LunarNewYear,
    /// The first day of the Vietnamese year, which begins a day earlier where the new moon falls between both
    /// countries' midnights.
    Tet,
    /// Several days, from month and day to month and day or a day that differs by country.
    Unknown,
}

impl Holiday {
    /// Its day in a year.
    pub fn date(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(m, d) => day(year, m, d),
            Self::Easter(n) => add_days(easter(year)?, n),
            Self::OrthodoxEaster(n) => add_days(orthodox_easter(year)?, n),
            Self::Nth(m, n, wd, plus) => {
                let wd = Weekday::from_monday_one_offset(i8::try_from(wd).ok()?).ok()?;
                add_days(nth_weekday(year, m, n, wd)?, plus)
            }
            Self::LunarNewYear => {
                let k = usize::try_from(year - LUNAR_FROM).ok()?;
                LUNAR.get(k).and_then(|&(m, d)| day(year, m, d))
            }
            Self::Tet => {
                let new_year = Self::LunarNewYear.date(year)?;
                add_days(new_year, -i32::from(matches!(year, 2007 | 2030)))
            }
            Self::Unknown => None,
        }
    }
}

/// First year of [`LUNAR`].
const LUNAR_FROM: i16 = 2000;

/// Month and day of the lunar new year (Hong Kong Observatory's calendar), 2000 to 2035.
const LUNAR: [(u8, u8); 36] = [
    (2, 5),
    (1, 24),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 9),
    (1, 29),
    (2, 18),
    (2, 7),
    (1, 26),
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13),
    (2, 3),
    (1, 23),
    (2, 11),
    (1, 31),
    (2, 19),
    (2, 8),
];

use Holiday::{Easter as E, Fixed as F, LunarNewYear as L, Nth as N, OrthodoxEaster as OE, Unknown as U};

/// Names by their pieces; longer ones first among those with the same start. "'" stands for either apostrophe.
const NAMES: &[(&[&str], Holiday)] = &[
    (&["Advent"], U),
    (&["Anzac", "Day"], F(4, 25)),
    (&["ANZAC", "Day"], F(4, 25)),
    (&["Armistice", "Day"], F(11, 11)),
    (&["Ascension", "Day"], E(39)),
    (&["Ash", "Wednesday"], E(-46)),
    (&["Bastille", "Day"], F(7, 14)),
    (&["Black", "Friday"], N(11, 4, 4, 1)),
    (&["Boxing", "Day"], F(12, 26)),
    (&["Chinese", "New", "Year", "'", "s", "Eve"], U),
    (&["Chinese", "New", "Year"], L),
    (&["Christmas", "Eve"], F(12, 24)),
    (&["Christmas", "Day"], F(12, 25)),
    (&["Christmas", "morning"], F(12, 25)),
    (&["Christmas"], F(12, 25)),
    (&["Xmas"], F(12, 25)),
    (&["Columbus", "Day"], N(10, 2, 1, 0)),
    (&["Cyber", "Monday"], N(11, 4, 4, 4)),
    (&["Australia", "Day"], F(1, 26)),
    (&["Canada", "Day"], F(7, 1)),
    (&["Diwali"], U),
    (&["Dragon", "Boat", "Festival"], U),
    (&["Holocaust", "Memorial", "Day"], F(1, 27)),
    (&["Holocaust", "Remembrance", "Day"], U),
    (&["Indigenous", "Peoples", "'", "Day"], N(10, 2, 1, 0)),
    (&["Lantern", "Festival"], U),
    (&["Mid", "-", "Autumn", "Festival"], U),
    (&["Nowruz"], U),
    (&["Passover"], U),
    (&["Qingming"], U),
    (&["Reunification", "Day"], F(4, 30)),
    (&["Rosh", "Hashanah"], U),
    (&["Songkran"], U),
    (&["Vesak"], U),
    (&["Hung", "Kings", "'", "Commemoration", "Day"], U),
    (&["Earth", "Day"], F(4, 22)),
    (&["Easter", "Sunday"], E(0)),
    (&["Easter", "Monday"], E(1)),
    (&["Easter", "Saturday"], E(-1)),
    (&["Easter"], E(0)),
    (&["Orthodox", "Easter"], OE(0)),
    (&["Orthodox", "Christmas"], F(1, 7)),
    (&["Eid", "al", "-", "Fitr"], U),
    (&["Eid", "al", "-", "Adha"], U),
    (&["Eid"], U),
    (&["Epiphany"], F(1, 6)),
    (&["Father", "'", "s", "Day"], U),
    (&["Good", "Friday"], E(-2)),
    (&["Groundhog", "Day"], F(2, 2)),
    (&["Guy", "Fawkes", "Night"], F(11, 5)),
    (&["Halloween"], F(10, 31)),
    (&["Hanukkah"], U),
    (&["Holy", "Saturday"], E(-1)),
    (&["Holy", "Thursday"], E(-3)),
    (&["Independence", "Day"], U),
    (&["International", "Women", "'", "s", "Day"], F(3, 8)),
    (&["International", "Workers", "'", "Day"], F(5, 1)),
    (&["Juneteenth"], F(6, 19)),
    (&["Labor", "Day"], N(9, 1, 1, 0)),
    (&["Labour", "Day"], U),
    (&["Lunar", "New", "Year", "'", "s", "Eve"], U),
    (&["Lunar", "New", "Year"], L),
    (&["Martin", "Luther", "King", "Jr", ".", "Day"], N(1, 3, 1, 0)),
    (&["Martin", "Luther", "King", "Day"], N(1, 3, 1, 0)),
    (&["MLK", "Day"], N(1, 3, 1, 0)),
    (&["Maundy", "Thursday"], E(-3)),
    (&["May", "Day"], F(5, 1)),
    (&["Memorial", "Day"], N(5, -1, 1, 0)),
    (&["Midsummer", "Day"], U),
    (&["Mother", "'", "s", "Day"], U),
    (&["New", "Year", "'", "s", "Eve"], F(12, 31)),
    (&["New", "Year", "'", "s", "Day"], F(1, 1)),
    (&["New", "Year", "Eve"], F(12, 31)),
    (&["New", "Year", "Day"], F(1, 1)),
    (&["New", "Years", "Eve"], F(12, 31)),
    (&["Palm", "Sunday"], E(-7)),
    (&["Pentecost"], E(49)),
    (&["Presidents", "'", "Day"], N(2, 3, 1, 0)),
    (&["Presidents", "Day"], N(2, 3, 1, 0)),
    (&["Ramadan"], U),
    (&["Remembrance", "Day"], F(11, 11)),
    (&["Remembrance", "Sunday"], N(11, 2, 7, 0)),
    (&["Shrove", "Tuesday"], E(-47)),
    (&["St", ".", "Patrick", "'", "s", "Day"], F(3, 17)),
    (&["St", "Patrick", "'", "s", "Day"], F(3, 17)),
    (&["St", ".", "Valentine", "'", "s", "Day"], F(2, 14)),
    (&["Tet"], Holiday::Tet),
    (&["Tết"], Holiday::Tet),
    (&["Thanksgiving", "Day"], N(11, 4, 4, 0)),
    (&["Thanksgiving"], N(11, 4, 4, 0)),
    (&["Valentine", "'", "s", "Day"], F(2, 14)),
    (&["Veterans", "Day"], F(11, 11)),
    (&["Whit", "Monday"], E(50)),
    (&["World", "AIDS", "Day"], F(12, 1)),
    (&["World", "Environment", "Day"], F(6, 5)),
    (&["World", "Press", "Freedom", "Day"], F(5, 3)),
    (&["Yom", "Kippur"], U),
    (&["Yuletide"], U),
];

/// Capitalised words that make a feast's name part of another ("Easter Island", "Thanksgiving Point").
const NOT_BEFORE: &[&str] = &["Island", "Islands", "Rising", "Point", "Carol"];

/// The feast whose name starts at `i`, and the place behind it.
pub(super) fn find(p: &Pieces, i: usize) -> Option<(usize, Holiday)> {
    let first = p.at(i).text;
    for (name, holiday) in NAMES {
        if name.first() != Some(&first) {
            continue;
        }
        let fits = name.iter().enumerate().all(|(k, w)| {
            let got = p.at(i + k);
            if *w == "'" {
                got.is_apostrophe()
            } else {
                got.text == *w
            }
        });
        let end = i + name.len();
        if fits && !p.any(end, NOT_BEFORE) {
            // Canada keeps Thanksgiving in October; its neighbour's day is not taken for it.
            if first == "Thanksgiving" && p.before(i).is("Canadian") {
                return Some((end, Holiday::Nth(10, 2, 1, 0)));
            }
            // "Eid Muhammad" is a man.
            if name.len() == 1 && first == "Eid" && p.at(end).is_capital() && !p.at(end).glued {
                return None;
            }
            // "Tet" is a festival in Vietnamese news; "Eid" and "Advent" need their capital.
            return Some((end, *holiday));
        }
    }
    None
}
