//! The words that times are made of.

use super::unit::{DayPart, Season, Unit};

/// What a piece may be to the grammar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Term {
    /// Nothing the grammar starts from.
    Other,
    /// A month; whether written in full.
    Month(u8, bool),
    /// A day of the week, Monday = 1; whether written in full.
    Weekday(u8, bool),
    /// "Mondays".
    Weekdays(u8),
    /// A unit of time; whether plural.
    Unit(Unit, bool),
    /// Digits: value, count of digits, whether it is plain (no separator, no decimal part).
    Number { value: f64, digits: u8, plain: bool },
    /// "one" … "ninety", "hundred", "thousand", "dozen".
    Cardinal(u32),
    /// "first" … "thirtieth".
    Ordinal(u32),
    /// A season of the year.
    Season(Season),
    /// "morning" … "night".
    DayPart(DayPart),
    /// A word that only an expression of time starts with: "yesterday", "every", "last", "early", "Easter".
    Starter,
}

/// What a run of digits is.
pub(super) fn number(text: &str) -> Term {
    let plain = text.bytes().all(|b| b.is_ascii_digit());
    let value = if text.contains(',') {
        text.chars()
            .filter(|c| *c != ',')
            .take(32)
            .collect::<String>()
            .parse()
    } else {
        text.parse()
    };
    Term::Number {
        value: value.unwrap_or(0.0),
        digits: text.len().min(200) as u8,
        plain,
    }
}

/// What a word is.
pub(super) fn term(word: &str) -> Term {
    let mut low = [0u8; 14];
    let Some(buf) = low.get_mut(..word.len()) else {
        return Term::Other;
    };
    buf.copy_from_slice(word.as_bytes());
    buf.make_ascii_lowercase();
    let low = &*buf;
    match WORDS.binary_search_by(|(w, _)| w.as_bytes().cmp(low)) {
        Ok(k) => WORDS.get(k).map_or(Term::Other, |w| w.1),
        // "Tết" and its plain spelling are the one name outside ASCII.
        Err(_) if word == "Tết" => Term::Starter,
        Err(_) => Term::Other,
    }
}

use Term::{
    Cardinal as C, DayPart as P, Month as M, Ordinal as O, Season as S, Starter as X, Unit as U, Weekday as W,
};

/// Sorted by the word.
const WORDS: &[(&str, Term)] = &[
    ("a", X),
    ("advent", X),
    ("afternoon", P(DayPart::Afternoon)),
    ("almost", X),
    ("an", X),
    ("annual", X),
    ("annually", X),
    ("another", X),
    ("anzac", X),
    ("approximately", X),
    ("apr", M(4, false)),
    ("april", M(4, true)),
    ("armistice", X),
    ("around", X),
    ("ascension", X),
    ("ash", X),
    ("at", X),
    ("aug", M(8, false)),
    ("august", M(8, true)),
    ("autumn", S(Season::Autumn)),
    ("bastille", X),
    ("beginning", X),
    ("biannual", X),
    ("biennial", X),
    ("black", X),
    ("boxing", X),
    ("centuries", U(Unit::Century, true)),
    ("century", U(Unit::Century, false)),
    ("chinese", X),
    ("christmas", X),
    ("columbus", X),
    ("coming", X),
    ("current", X),
    ("currently", X),
    ("cyber", X),
    ("daily", X),
    ("day", U(Unit::Day, false)),
    ("days", U(Unit::Day, true)),
    ("dec", M(12, false)),
    ("decade", U(Unit::Decade, false)),
    ("decades", U(Unit::Decade, true)),
    ("december", M(12, true)),
    ("dozen", C(12)),
    ("dozens", X),
    ("each", X),
    ("earlier", X),
    ("early", X),
    ("earth", X),
    ("easter", X),
    ("eid", X),
    ("eight", C(8)),
    ("eighteen", C(18)),
    ("eighteenth", O(18)),
    ("eighth", O(8)),
    ("eighties", X),
    ("eightieth", O(80)),
    ("eighty", C(80)),
    ("eleven", C(11)),
    ("eleventh", O(11)),
    ("end", X),
    ("epiphany", X),
    ("evening", P(DayPart::Evening)),
    ("every", X),
    ("everyday", X),
    ("fall", S(Season::Autumn)),
    ("father", X),
    ("feb", M(2, false)),
    ("february", M(2, true)),
    ("few", X),
    ("fifteen", C(15)),
    ("fifteenth", O(15)),
    ("fifth", O(5)),
    ("fifties", X),
    ("fiftieth", O(50)),
    ("fifty", C(50)),
    ("final", X),
    ("financial", X),
    ("first", O(1)),
    ("fiscal", X),
    ("five", C(5)),
    ("following", X),
    ("forties", X),
    ("fortieth", O(40)),
    ("fortnight", U(Unit::Fortnight, false)),
    ("fortnightly", X),
    ("fortnights", U(Unit::Fortnight, true)),
    ("forty", C(40)),
    ("four", C(4)),
    ("fourteen", C(14)),
    ("fourteenth", O(14)),
    ("fourth", O(4)),
    ("fri", W(5, false)),
    ("friday", W(5, true)),
    ("fridays", Term::Weekdays(5)),
    ("fy", X),
    ("good", X),
    ("groundhog", X),
    ("guy", X),
    ("h", X),
    ("half", X),
    ("halloween", X),
    ("hanukkah", X),
    ("holy", X),
    ("hour", U(Unit::Hour, false)),
    ("hourly", X),
    ("hours", U(Unit::Hour, true)),
    ("hr", U(Unit::Hour, false)),
    ("hrs", U(Unit::Hour, true)),
    ("hundred", C(100)),
    ("hundreds", X),
    ("independence", X),
    ("international", X),
    ("jan", M(1, false)),
    ("january", M(1, true)),
    ("jul", M(7, false)),
    ("july", M(7, true)),
    ("jun", M(6, false)),
    ("june", M(6, true)),
    ("juneteenth", X),
    ("labor", X),
    ("labour", X),
    ("last", X),
    ("late", X),
    ("later", X),
    ("latter", X),
    ("less", X),
    ("lunar", X),
    ("many", X),
    ("mar", M(3, false)),
    ("march", M(3, true)),
    ("martin", X),
    ("maundy", X),
    ("may", M(5, true)),
    ("memorial", X),
    ("mid", X),
    ("midday", P(DayPart::Midday)),
    ("middle", X),
    ("midnight", P(DayPart::Midnight)),
    ("midsummer", X),
    ("midweek", X),
    ("millennia", U(Unit::Millennium, true)),
    ("millennium", U(Unit::Millennium, false)),
    ("min", X),
    ("mins", U(Unit::Minute, true)),
    ("minute", U(Unit::Minute, false)),
    ("minutes", U(Unit::Minute, true)),
    ("mlk", X),
    ("mon", W(1, false)),
    ("monday", W(1, true)),
    ("mondays", Term::Weekdays(1)),
    ("month", U(Unit::Month, false)),
    ("monthly", X),
    ("months", U(Unit::Month, true)),
    ("more", X),
    ("morning", P(DayPart::Morning)),
    ("mother", X),
    ("nearly", X),
    ("new", X),
    ("next", X),
    ("night", P(DayPart::Night)),
    ("nine", C(9)),
    ("nineteen", C(19)),
    ("nineteenth", O(19)),
    ("nineties", X),
    ("ninetieth", O(90)),
    ("ninety", C(90)),
    ("ninth", O(9)),
    ("noon", P(DayPart::Midday)),
    ("nov", M(11, false)),
    ("november", M(11, true)),
    ("now", X),
    ("nowadays", X),
    ("oct", M(10, false)),
    ("october", M(10, true)),
    ("once", X),
    ("one", C(1)),
    ("opening", X),
    ("orthodox", X),
    ("overnight", X),
    ("palm", X),
    ("past", X),
    ("pentecost", X),
    ("per", X),
    ("presently", X),
    ("presidents", X),
    ("previous", X),
    ("q", X),
    ("quarter", U(Unit::Quarter, false)),
    ("quarterly", X),
    ("quarters", U(Unit::Quarter, true)),
    ("ramadan", X),
    ("recent", X),
    ("recently", X),
    ("remembrance", X),
    ("roughly", X),
    ("same", X),
    ("sat", W(6, false)),
    ("saturday", W(6, true)),
    ("saturdays", Term::Weekdays(6)),
    ("second", O(2)),
    ("seconds", U(Unit::Second, true)),
    ("sep", M(9, false)),
    ("sept", M(9, false)),
    ("september", M(9, true)),
    ("seven", C(7)),
    ("seventeen", C(17)),
    ("seventeenth", O(17)),
    ("seventh", O(7)),
    ("seventies", X),
    ("seventieth", O(70)),
    ("seventy", C(70)),
    ("several", X),
    ("shortly", X),
    ("shrove", X),
    ("six", C(6)),
    ("sixteen", C(16)),
    ("sixteenth", O(16)),
    ("sixth", O(6)),
    ("sixties", X),
    ("sixtieth", O(60)),
    ("sixty", C(60)),
    ("some", X),
    ("soon", X),
    ("spring", S(Season::Spring)),
    ("st", X),
    ("start", X),
    ("summer", S(Season::Summer)),
    ("sun", W(7, false)),
    ("sunday", W(7, true)),
    ("sundays", Term::Weekdays(7)),
    ("ten", C(10)),
    ("tenth", O(10)),
    ("tet", X),
    ("thanksgiving", X),
    ("that", X),
    ("the", X),
    ("these", X),
    ("third", O(3)),
    ("thirteen", C(13)),
    ("thirteenth", O(13)),
    ("thirtieth", O(30)),
    ("thirty", C(30)),
    ("this", X),
    ("thousand", C(1000)),
    ("thousands", X),
    ("three", C(3)),
    ("thu", W(4, false)),
    ("thur", W(4, false)),
    ("thurs", W(4, false)),
    ("thursday", W(4, true)),
    ("thursdays", Term::Weekdays(4)),
    ("today", X),
    ("tomorrow", X),
    ("tonight", X),
    ("tue", W(2, false)),
    ("tues", W(2, false)),
    ("tuesday", W(2, true)),
    ("tuesdays", Term::Weekdays(2)),
    ("turn", X),
    ("twelfth", O(12)),
    ("twelve", C(12)),
    ("twentieth", O(20)),
    ("twenty", C(20)),
    ("twice", X),
    ("two", C(2)),
    ("upcoming", X),
    ("valentine", X),
    ("veterans", X),
    ("wed", W(3, false)),
    ("wednesday", W(3, true)),
    ("wednesdays", Term::Weekdays(3)),
    ("week", U(Unit::Week, false)),
    ("weekday", X),
    ("weekdays", X),
    ("weekend", U(Unit::Weekend, false)),
    ("weekends", U(Unit::Weekend, true)),
    ("weekly", X),
    ("weeks", U(Unit::Week, true)),
    ("whit", X),
    ("winter", S(Season::Winter)),
    ("world", X),
    ("xmas", X),
    ("year", U(Unit::Year, false)),
    ("yearly", X),
    ("years", U(Unit::Year, true)),
    ("yesterday", X),
    ("yom", X),
    ("yr", U(Unit::Year, false)),
    ("yrs", U(Unit::Year, true)),
    ("yuletide", X),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        for w in WORDS.windows(2) {
            assert!(w[0].0 < w[1].0, "{} before {}", w[0].0, w[1].0);
        }
    }

    #[test]
    fn words_are_found_in_any_case() {
        for (w, t) in WORDS {
            assert_eq!(term(w), *t, "{w}");
            assert_eq!(term(&w.to_uppercase()), *t, "{w}");
        }
        assert_eq!(term("ministers"), Term::Other);
        assert_eq!(term("extraordinarily-long-word"), Term::Other);
    }
}
