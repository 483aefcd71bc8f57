//! Dates, amounts and counts as a newspaper prints them in English.

use dossier_model::{
    Bound, Coverage, FigureReport, Period, Role, RoleState, TermDate, Unit, UnitBase, When, WhenPrecision,
};
use dossier_wire::Texts;
use jiff::civil::Date;

use crate::unit;

dossier_world::ranked!(MONTHS = "plain/months.tsv");
dossier_world::words!(SAME_PLURALS = "plain/same_plurals.txt");
dossier_world::table!(ODD_PLURALS = "plain/odd_plurals.tsv");

/// "April".
fn month(date: Date) -> &'static str {
    let n = usize::try_from(date.month()).unwrap_or(1);
    MONTHS.get(n.saturating_sub(1)).copied().unwrap_or("")
}

/// "14 April 2025".
pub(crate) fn date(d: Date) -> String {
    format!("{} {} {}", d.day(), month(d), d.year())
}

/// "Apr".
pub(crate) fn short_month(d: Date) -> &'static str {
    month(d).get(..3).unwrap_or("")
}

/// "14–15 April 2025", "30 April – 2 May 2025", "28 December 2024 – 3 January 2025".
pub(crate) fn days(from: Date, to: Date) -> String {
    if from == to {
        date(from)
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}–{}", from.day(), date(to))
    } else if from.year() == to.year() {
        format!("{} {} – {}", from.day(), month(from), date(to))
    } else {
        format!("{} – {}", date(from), date(to))
    }
}

/// When an office is held: "since 2019", "until May 2017", "2009 – 2017", "former", "elect".
pub(crate) fn term(r: &Role) -> Option<String> {
    let shown = |d: TermDate| match d.precision {
        WhenPrecision::Year => d.day.year().to_string(),
        WhenPrecision::Month => format!("{} {}", month(d.day), d.day.year()),
        _ => date(d.day),
    };
    let dates = match (r.from, r.to) {
        (Some(a), Some(b)) => Some(format!("{} – {}", shown(a), shown(b))),
        (Some(a), None) => Some(format!("since {}", shown(a))),
        (None, Some(b)) => Some(format!("until {}", shown(b))),
        (None, None) => None,
    };
    let state = match r.state {
        RoleState::Held => None,
        // A title with "-elect" says so itself.
        RoleState::Elect if r.title.ends_with("lect") || r.title.ends_with("esignate") => None,
        state => Some(state.as_str().to_owned()),
    };
    match (state, dates) {
        (Some(s), Some(d)) => Some(format!("{s}, {d}")),
        (s, d) => s.or(d),
    }
}

/// First to last day.
pub(crate) fn period(p: Period) -> String {
    days(p.from, p.to)
}

/// "April 2025", "March–May 2032", "November 2024 – January 2025".
fn months(from: Date, to: Date) -> String {
    let end = |d: Date| format!("{} {}", month(d), d.year());
    if (from.year(), from.month()) == (to.year(), to.month()) {
        end(from)
    } else if from.year() == to.year() {
        format!("{}–{}", month(from), end(to))
    } else {
        format!("{} – {}", end(from), end(to))
    }
}

fn is_last_of_month(d: Date) -> bool {
    d == d.last_of_month()
}

/// A stretch at its precision.
fn stretch(from: Date, to: Date, precision: WhenPrecision) -> String {
    let whole_years = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31)
        && precision == WhenPrecision::Year;
    let whole_months = from.day() == 1 && is_last_of_month(to);
    match precision {
        WhenPrecision::Year if whole_years && from.year() == to.year() => from.year().to_string(),
        WhenPrecision::Year if whole_years => format!("{}–{}", from.year(), to.year()),
        WhenPrecision::Quarter if whole_months && from.month() % 3 == 1 && to.month() == from.month() + 2 => {
            let names = ["first", "second", "third", "fourth"];
            let n = usize::try_from(from.month() / 3).unwrap_or(0);
            format!(
                "{} quarter of {}",
                names.get(n).copied().unwrap_or(""),
                from.year()
            )
        }
        WhenPrecision::Year | WhenPrecision::Quarter | WhenPrecision::Month if whole_months => {
            months(from, to)
        }
        WhenPrecision::Week => format!("week of {}", days(from, to)),
        _ => days(from, to),
    }
}

/// One end alone, for "since" and "by".
fn end(d: Date, precision: WhenPrecision) -> String {
    match precision {
        WhenPrecision::Year => d.year().to_string(),
        WhenPrecision::Quarter | WhenPrecision::Month => months(d, d),
        _ => date(d),
    }
}

/// When, in plain words; the words of the text where no date is known.
pub(crate) fn when(w: &When) -> String {
    match (w.from, w.to) {
        (Some(from), Some(to)) => match w.time {
            Some(t) if from == to => format!("{}, {:02}:{:02}", date(from), t.hour(), t.minute()),
            _ => stretch(from, to, w.precision),
        },
        (Some(from), None) => match w.time {
            Some(t) => format!("from {}, {:02}:{:02}", date(from), t.hour(), t.minute()),
            None => format!("since {}", end(from, w.precision)),
        },
        (None, Some(to)) => format!("by {}", end(to, w.precision)),
        (None, None) => format!("“{}”", w.text),
    }
}

/// "1 article", "4 articles", "3,200 words".
pub(crate) fn count(n: usize, one: &str) -> String {
    let digits = group(&n.to_string());
    if n == 1 {
        format!("{digits} {one}")
    } else {
        format!("{digits} {}", plural(one))
    }
}

/// "3,700,000" from "3700000".
fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// "23,000", "0.35", "12.4 billion": exact, with a word for the scale only where few digits are left.
pub(crate) fn number(v: f64) -> String {
    if !v.is_finite() {
        return "unknown".to_owned();
    }
    let sign = if v < 0.0 { "−" } else { "" };
    let size = v.abs();
    for (scale, word) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        let scaled = size / scale;
        if (1.0..1000.0).contains(&scaled) {
            let short = decimals(scaled, 3);
            let back: f64 = short.parse().unwrap_or(0.0);
            // Nothing may be lost: 3,712,345 stays as it is.
            if ((back * scale - size) / size).abs() < 1e-9 {
                return format!("{sign}{short} {word}");
            }
        }
    }
    if size >= 1e15 {
        return format!("{sign}{size:e}");
    }
    let plain = decimals(size, if size < 1.0 { 6 } else { 4 });
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let dot = if rest.is_empty() { "" } else { "." };
    // Four digits in a row are a year to the eye only where nothing is counted: grouped all the same.
    format!("{sign}{}{dot}{rest}", group(whole))
}

/// At most `places` decimals, without trailing zeros.
fn decimals(v: f64, places: usize) -> String {
    let text = format!("{v:.places$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A number with its unit: "US$200 billion", "40%", "41 kilometres", "US$60 per barrel".
pub(crate) fn amount(v: f64, unit: Option<&Unit>) -> String {
    let n = number(v);
    let Some(unit) = unit else { return n };
    let per = unit.per.as_deref().map(unit::rate).unwrap_or_default();
    if let Some(sign) = unit::sign(&unit.base) {
        return match n.strip_prefix('−') {
            Some(n) => format!("−{sign}{n}{per}"),
            None => format!("{sign}{n}{per}"),
        };
    }
    if unit.base == UnitBase::Percent {
        return format!("{n}%{per}");
    }
    let one = unit::base(&unit.base);
    let named = match unit::irregular_plural(&unit.base) {
        _ if v == 1.0 => one.into_owned(),
        Some(many) => many.to_owned(),
        None => plural(&one),
    };
    format!("{n} {named}{per}")
}

/// Whether a report's numbers are those of its words.
pub(crate) fn is_printed(texts: &Texts<'_>, r: &FigureReport) -> bool {
    let words = texts.cite(&r.cite);
    dossier_wire::number::is_printed(r.value, r.low, r.high, &words.text)
}

/// What a report says, in the unit of the figure where it has none of its own. Of an order of magnitude ("dozens") only
/// that it is one: its words stand beside it.
pub(crate) fn told(texts: &Texts<'_>, r: &FigureReport, common: Option<&Unit>) -> String {
    if !is_printed(texts, r) {
        return "no number".to_owned();
    }
    hedged(r.value, r.low, r.high, r.bound, r.unit.as_ref().or(common))
}

/// A report's number with its hedge: "about US$12 billion", "60–70%".
pub(crate) fn hedged(
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    bound: Bound,
    unit: Option<&Unit>,
) -> String {
    let hedge = match bound {
        Bound::Exact | Bound::Range => "",
        Bound::About => "about ",
        Bound::Over => "over ",
        Bound::Under => "under ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    match (value, low, high) {
        (Some(v), ..) => format!("{hedge}{}", amount(v, unit)),
        (None, Some(l), Some(h)) => {
            let (low, high) = (number(l), amount(h, unit));
            // "40–50%", "US$1.2–1.5 billion": the sign stands before both.
            let sign: String = high
                .chars()
                .take_while(|c| !c.is_ascii_digit() && *c != '−')
                .collect();
            let rest = high.get(sign.len()..).unwrap_or(&high);
            let (low, rest) = match (low.split_once(' '), rest.split_once(' ')) {
                (Some((l, scale)), Some((_, r))) if r.starts_with(scale) => (l.to_owned(), rest.to_owned()),
                _ => (low, rest.to_owned()),
            };
            format!("{hedge}{sign}{low}–{rest}")
        }
        (None, Some(l), None) => format!("at least {}", amount(l, unit)),
        (None, None, Some(h)) => format!("at most {}", amount(h, unit)),
        (None, None, None) => "unknown".to_owned(),
    }
}

/// The plural of a unit or a counted thing: its head is the last word, or the one before "of", "in" and the
/// like; measures named after people or scales are headed by their first.
fn plural(unit: &str) -> String {
    for link in [" of ", " in ", " on ", " from ", " with "] {
        if let Some((head, rest)) = unit.split_once(link) {
            return format!("{}{link}{rest}", plural(head));
        }
    }
    for head in ["degree", "pound"] {
        if let Some(rest) = unit.strip_prefix(head).filter(|r| r.starts_with(' ')) {
            return format!("{head}s{rest}");
        }
    }
    let (before, word) = match unit.rsplit_once([' ', '-']) {
        Some((before, word)) => (unit.get(..=before.len()).unwrap_or(""), word),
        None => ("", unit),
    };
    let many = if word.is_empty() || SAME_PLURALS.has(word) || word.ends_with("people") {
        word.to_owned()
    } else if let Some(many) = ODD_PLURALS.value(word) {
        many.to_owned()
    } else if let Some(stem) = word
        .strip_suffix('y')
        .filter(|s| s.ends_with(|c: char| c.is_ascii_alphabetic() && !"aeiou".contains(c)))
    {
        format!("{stem}ies")
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|e| word.ends_with(e)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    };
    format!("{before}{many}")
}

/// What an article in another language was read for, in words: "times and figures only".
#[must_use]
pub fn layers_read(read: Coverage) -> String {
    let told = [(Coverage::TIMES, "times"), (Coverage::QUANTITIES, "figures")];
    let words: Vec<&str> = told
        .into_iter()
        .filter(|(layer, _)| read.has(*layer))
        .map(|(_, word)| word)
        .collect();
    match words.as_slice() {
        [] => "copies only".to_owned(),
        words => format!("{} only", words.join(" and ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use WhenPrecision::*;
    use dossier_model::{Iso4217, Point};

    fn d(y: i16, m: i8, day: i8) -> Date {
        Date::constant(y, m, day)
    }

    #[test]
    fn times_read_as_in_a_newspaper() {
        let check = |from: Option<Date>, to: Option<Date>, precision, expected: &str| {
            let w = When {
                from,
                to,
                time: None,
                precision,
                text: "some day".into(),
            };
            assert_eq!(when(&w), expected);
        };
        let (a, b) = (Some(d(2025, 4, 14)), Some(d(2025, 4, 15)));
        check(a, a, Day, "14 April 2025");
        check(a, b, Day, "14–15 April 2025");
        check(
            Some(d(2025, 4, 30)),
            Some(d(2025, 5, 2)),
            Day,
            "30 April – 2 May 2025",
        );
        check(
            Some(d(2024, 12, 28)),
            Some(d(2025, 1, 3)),
            Day,
            "28 December 2024 – 3 January 2025",
        );
        check(Some(d(2024, 2, 1)), Some(d(2024, 2, 29)), Month, "February 2024");
        check(Some(d(2032, 3, 1)), Some(d(2032, 5, 31)), Month, "March–May 2032");
        check(
            Some(d(2025, 1, 1)),
            Some(d(2025, 3, 31)),
            Quarter,
            "first quarter of 2025",
        );
        check(
            Some(d(2025, 10, 1)),
            Some(d(2025, 12, 31)),
            Quarter,
            "fourth quarter of 2025",
        );
        check(Some(d(2023, 1, 1)), Some(d(2023, 12, 31)), Year, "2023");
        check(
            Some(d(2023, 9, 1)),
            Some(d(2023, 12, 31)),
            Year,
            "September–December 2023",
        );
        check(Some(d(2020, 1, 1)), Some(d(2025, 12, 31)), Year, "2020–2025");
        check(Some(d(2008, 1, 1)), None, Year, "since 2008");
        check(None, Some(d(2026, 12, 31)), Year, "by 2026");
        check(None, Some(d(2026, 6, 30)), Month, "by June 2026");
        check(None, None, Day, "“some day”");
    }

    #[test]
    fn numbers_keep_every_digit() {
        let check = |v: f64, expected: &str| assert_eq!(number(v), expected);
        check(0.0, "0");
        check(64.0, "64");
        check(1234.0, "1,234");
        check(23000.0, "23,000");
        check(17.46, "17.46");
        check(12.4e9, "12.4 billion");
        check(3_712_345.0, "3,712,345");
        check(3.7e6, "3.7 million");
        check(1e6, "1 million");
        check(2.5e12, "2.5 trillion");
        check(-3.2, "−3.2");
        check(0.0035, "0.0035");
        check(f64::NAN, "unknown");
    }

    #[test]
    fn amounts_carry_their_unit() {
        let check = |v: f64, unit: UnitBase, expected: &str| {
            assert_eq!(amount(v, Some(&Unit::from(unit))), expected);
        };
        let money = |code: &str| UnitBase::Currency(Iso4217::new(code).unwrap());
        let measure = UnitBase::measure;
        let count = UnitBase::count;
        check(200e9, money("USD"), "US$200 billion");
        check(-5e6, money("EUR"), "−€5 million");
        check(40.0, UnitBase::Percent, "40%");
        check(1.5, UnitBase::Point(Point::Percentage), "1.5 percentage points");
        check(41.0, measure("km"), "41 kilometres");
        check(1.0, measure("km"), "1 kilometre");
        check(400.0, measure("[ppm]"), "400 parts per million");
        check(18000.0, count("person"), "18,000 people");
        check(3.0, measure("Cel"), "3 degrees Celsius");
        check(3.0, count("city"), "3 cities");
        check(2.0, count("member of parliament"), "2 members of parliament");
        check(300.0, money("CNY"), "CN¥300");
        check(300.0, money("THB"), "300 Thai baht");
        let oil = Unit::per(money("USD"), measure("[bbl_us]"));
        assert_eq!(amount(60.0, Some(&oil)), "US$60 per barrel");
        let speed = Unit::per(measure("km"), measure("h"));
        assert_eq!(amount(90.0, Some(&speed)), "90 kilometres per hour");
    }

    #[test]
    fn hedges_and_ranges_stand_before_the_number() {
        let check = |v, low, high, bound, unit: UnitBase, expected: &str| {
            assert_eq!(hedged(v, low, high, bound, Some(&unit.into())), expected);
        };
        let usd = || UnitBase::Currency(Iso4217::USD);
        let students = || UnitBase::count("student");
        check(Some(12e9), None, None, Bound::About, usd(), "about US$12 billion");
        check(
            None,
            Some(40.0),
            Some(50.0),
            Bound::Range,
            UnitBase::Percent,
            "40–50%",
        );
        check(
            None,
            Some(1.2e9),
            Some(1.5e9),
            Bound::Range,
            usd(),
            "US$1.2–1.5 billion",
        );
        check(
            None,
            Some(900e6),
            Some(1.5e9),
            Bound::Range,
            usd(),
            "US$900 million–1.5 billion",
        );
        check(
            None,
            Some(3.0),
            Some(5.0),
            Bound::Range,
            students(),
            "3–5 students",
        );
        check(None, None, None, Bound::Exact, students(), "unknown");
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(count(1, "article"), "1 article");
        assert_eq!(count(0, "voice"), "0 voices");
        assert_eq!(count(1200, "story"), "1,200 stories");
    }
}
