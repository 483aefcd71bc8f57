//! Publication dates: in fields, in date lines and in file names.

mod clock;
mod forms;

use std::borrow::Cow;

use dossier_model::{Basis, Published, PublishedPrecision};
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use forms::{civil, num, numeric_date, spaces};

use crate::calendar;

dossier_world::words!(DAY_FIRST_REGIONS = "date/day_first_regions.txt");

/// A date at the start of a string.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// What it says.
    pub published: Published,
    /// How many bytes it takes.
    pub len: usize,
}

/// Reads a publication date as fields, feeds, options and people write it: ISO 8601, RFC 2822, "14 April 2025",
/// "Apr 14, 2025, 5:20 pm", `2025-04`, `2025`, seconds since 1970. `None` where it is no date, and where day and month
/// cannot be told apart ("04/05/2025").
#[must_use]
pub fn parse_published(text: &str, basis: Basis) -> Option<Published> {
    parse_in_language(text, basis, None)
}

/// The same in words of a language, which tells "04/05/2025" where it writes the day first.
#[must_use]
pub(crate) fn parse_in_language(text: &str, basis: Basis, language: Option<&str>) -> Option<Published> {
    let text = plain(text);
    let text = text.trim();
    let whole = |text: &str| {
        let found = find_in_language(text, basis, language)?;
        let rest = text.get(found.len..)?.trim();
        // What follows a date in such a field is a zone name or the weekday, never a sentence.
        (rest.len() <= 40).then_some(found.published)
    };
    whole(text)
        .or_else(|| whole(behind_weekday(text)?))
        .or_else(|| of_seconds(text, basis))
}

/// Text with plain spaces, and without the marks that turn the direction of a line.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    let odd = |c: char| matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}');
    let silent = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if !text.contains(|c| odd(c) || silent(c)) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|c| !silent(*c));
    Cow::Owned(kept.map(|c| if odd(c) { ' ' } else { c }).collect())
}

/// What follows the day's name in a field, "mer., 14 mai 2025": any one word in that place is one.
fn behind_weekday(text: &str) -> Option<&str> {
    let (word, rest) = text.split_once(|c: char| matches!(c, ',' | '،' | '.') || c.is_whitespace())?;
    let dotted = text.get(word.len()..)?.starts_with([',', '،', '.']);
    let name = dotted && word.chars().count() <= 12 && word.chars().all(char::is_alphabetic);
    let rest = rest.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
    (name && !word.is_empty() && rest.starts_with(char::is_numeric)).then_some(rest)
}

/// A moment that is written as seconds, or thousandths of them, since 1970; none before 1990 or behind 2100.
fn of_seconds(text: &str, basis: Basis) -> Option<Published> {
    let figures = matches!(text.len(), 9 | 10 | 12 | 13) && text.bytes().all(|b| b.is_ascii_digit());
    let number: i64 = figures.then(|| text.parse().ok())??;
    let seconds = if text.len() > 10 { number / 1_000 } else { number };
    if !(631_152_000..4_102_444_800).contains(&seconds) {
        return None;
    }
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    let moment = Offset::UTC.to_datetime(moment);
    Some(Published {
        date: moment.date(),
        time: Some(moment.time()),
        offset: Some(Offset::UTC),
        precision: PublishedPrecision::Second,
        basis,
    })
}

/// A date in a file's name: `2025-04-14-talks.txt`, `talks_20250414.html`, `2025/04/14/talks`.
#[must_use]
pub(crate) fn find_in_name(source: &str) -> Option<Published> {
    let name = source.split(['?', '#']).next()?.trim_end_matches('/');
    // The last three folders may hold the date, as in `2025/04/14/talks.html`.
    let parts = name.rsplit('/').take(4).map(str::len).sum::<usize>() + 3;
    let tail = name.get(name.len().saturating_sub(parts)..).unwrap_or(name);
    let bytes = tail.as_bytes();
    let mut found = None;
    for i in 0..bytes.len() {
        let free = i == 0 || !bytes.get(i - 1).is_some_and(u8::is_ascii_digit);
        if !free || !bytes.get(i).is_some_and(u8::is_ascii_digit) {
            continue;
        }
        let digits = bytes.iter().skip(i).take_while(|b| b.is_ascii_digit()).count();
        let part = tail.get(i..)?;
        let date = match digits {
            8 => civil(num(part.get(..4))?, num(part.get(4..6))?, num(part.get(6..8))?),
            4 => numeric_date(part).filter(|d| d.1 >= 8).map(|d| d.0),
            _ => None,
        };
        found = date.or(found);
    }
    let date = found.or_else(|| in_folders(name))?;
    Some(Published {
        date,
        time: None,
        offset: None,
        precision: PublishedPrecision::Day,
        basis: Basis::FileName,
    })
}

/// A day in folders with a name between its figures: `2025/world/4/14/talks.html`, `2025/apr/14/talks`.
fn in_folders(path: &str) -> Option<Date> {
    let parts: Vec<&str> = path.split('/').collect();
    let number = |part: &str| {
        let figures = part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        figures.then(|| num(Some(part))).flatten()
    };
    parts.windows(4).rev().find_map(|part| {
        let &[year, second, third, fourth] = part else {
            return None;
        };
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) || number(second).is_some() {
            return None;
        }
        let year = num(Some(year))?;
        match calendar::month(second) {
            Some((month, len)) if len == second.len() => civil(year, month, number(third)?),
            _ => civil(year, number(third)?, number(fourth)?),
        }
    })
}

/// A date, with a time of day where one follows, at the very start of `text`.
pub(crate) fn find_at_start(text: &str, basis: Basis) -> Option<Found> {
    find_in_language(text, basis, None)
}

/// The same in words of a language, which tells "04/05/2025" where it writes the day first.
pub(crate) fn find_in_language(text: &str, basis: Basis, language: Option<&str>) -> Option<Found> {
    let text = cut_at_char(text, 120);
    let mut at = skip_weekday(text);
    let rest = text.get(at..)?;
    let mut published = Published {
        date: Date::ZERO,
        time: None,
        offset: None,
        precision: PublishedPrecision::Day,
        basis,
    };
    let by_language = || {
        language
            .filter(|l| is_day_first(l))
            .and_then(|_| forms::day_month(rest))
    };
    let clock = if let Some((date, len)) = forms::day(rest) {
        (published.date, at) = (date, at + len);
        clock::find(text.get(at..)?).inspect(|clock| at += clock.len)
    } else if let Some((date, clock, len)) = forms::asctime(rest) {
        (published.date, at) = (date, at + len);
        Some(clock)
    } else if let Some((date, len, precision)) = forms::month_or_year(rest) {
        (published.date, published.precision) = (date, precision);
        return Some(Found {
            published,
            len: at + len,
        });
    } else {
        let (date, len) = by_language()?;
        (published.date, at) = (date, at + len);
        clock::find(text.get(at..)?).inspect(|clock| at += clock.len)
    };
    // Midnight without a zone is how exports fill in a time they do not know.
    if let Some(clock) = clock
        && let Some(time) = clock.time
        && (time != Time::midnight() || clock.offset.is_some())
    {
        published.time = Some(time);
        published.offset = clock.offset;
        published.precision = PublishedPrecision::Second;
    }
    Some(Found { published, len: at })
}

/// Whether a field holds figures of which the day and the month cannot be told: "04/05/2025".
pub(crate) fn is_doubtful(text: &str) -> bool {
    let text = plain(text);
    parse_published(&text, Basis::Metadata).is_none() && forms::day_month(text.trim()).is_some()
}

/// A day and its time as ISO 8601 has them.
pub(crate) fn written(published: Published) -> String {
    let mut out = published.date.to_string();
    if let Some(time) = published.time {
        out.push_str(&time.strftime("T%H:%M:%S").to_string());
    }
    if let Some(offset) = published.offset {
        let minutes = offset.seconds().abs() / 60;
        let sign = if offset.is_negative() { '-' } else { '+' };
        out.push_str(&format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60));
    }
    out
}

/// Whether figures of a date in this language stand for day, month and year. Of English, American papers turn them
/// around; Chinese, Japanese, Korean, Hungarian, Lithuanian, Mongolian and Persian begin with the year, and Filipino
/// papers follow the American.
fn is_day_first(language: &str) -> bool {
    let (main, region) = language.split_once(['-', '_']).unwrap_or((language, ""));
    match main {
        _ if region.eq_ignore_ascii_case("us") => false,
        "en" => DAY_FIRST_REGIONS.has(&region.to_ascii_uppercase()),
        "zh" | "ja" | "ko" | "hu" | "lt" | "mn" | "fa" => false,
        "fil" | "tl" => false,
        // The default of programs says nothing of the words.
        "" | "und" => false,
        _ => true,
    }
}

/// The moment in seconds since 1970, where time and zone are known.
pub(crate) fn instant(published: Published) -> Option<i64> {
    let moment = published.date.to_datetime(published.time?);
    Some(published.offset?.to_timestamp(moment).ok()?.as_second())
}

/// Whether one moment comes after another. Of two times of one day, one without a zone, unlike ones are taken to be in order.
pub(crate) fn is_after(then: Published, first: Published) -> bool {
    match (instant(first), instant(then)) {
        (Some(first), Some(then)) => then > first,
        _ if first.date != then.date => then.date > first.date,
        _ => {
            then.time.is_some()
                && then.time != first.time
                && (first.offset != then.offset || then.time > first.time)
        }
    }
}

/// Length of a weekday's name or abbreviation at the start, with the comma and spaces after it.
pub(crate) fn skip_weekday(text: &str) -> usize {
    let mut at = calendar::weekday(text);
    if at > 0 {
        at += text
            .get(at..)
            .and_then(|r| r.chars().next())
            .filter(|c| matches!(c, ',' | '،'))
            .map_or(0, char::len_utf8);
        at += spaces(text.get(at..).unwrap_or(""));
    }
    at
}

fn cut_at_char(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(p: Published) -> String {
        let mut out = match p.precision {
            PublishedPrecision::Year => p.date.strftime("%Y").to_string(),
            PublishedPrecision::Month => p.date.strftime("%Y-%m").to_string(),
            _ => p.date.to_string(),
        };
        if let Some(t) = p.time {
            out.push_str(&format!("T{t}"));
        }
        if let Some(o) = p.offset {
            out.push_str(&format!(" {o}"));
        }
        out
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let got = parse_published(text, Basis::Metadata).map_or_else(|| "-".to_owned(), shown);
        assert_eq!(got, expected, "{text:?}");
    }

    #[test]
    fn reads_dates() {
        check("2025-04-14", "2025-04-14");
        check("2025/4/14", "2025-04-14");
        check("20250414", "2025-04-14");
        check("2025-04", "2025-04");
        check("2025", "2025");
        check("April 2025", "2025-04");
        check("2025-04-14T00:00:00", "2025-04-14");
        check("2025-04-14T00:00:00Z", "2025-04-14T00:00:00 +00");
        check("2025-04-14T10:20:30+07:00", "2025-04-14T10:20:30 +07");
        check("2025-04-14T10:20:30.123-0500", "2025-04-14T10:20:30 -05");
        check("2017-09-15 17:52", "2017-09-15T17:52:00");
        check("Mon, 14 Apr 2025 10:20:00 +0000", "2025-04-14T10:20:00 +00");
        check("Monday, April 14, 2025", "2025-04-14");
        check("Apr 14, 2025, 5:20 pm EST", "2025-04-14T17:20:00 -05");
        check("12:00", "-");
        check("14th of April, 2025 at 12:05 a.m. GMT", "2025-04-14T00:05:00 +00");
        check("14/04/2025", "2025-04-14");
        check("14. März 2025", "2025-03-14");
        check("14 de abril de 2025", "2025-04-14");
        check("14 апреля 2025, 10:20", "2025-04-14T10:20:00");
        check("2025年4月14日", "2025-04-14");
        check("2025년 4월 14일 10:20", "2025-04-14T10:20:00");
        check("Mon Apr 14 2025 10:20:00 GMT+0000", "2025-04-14T10:20:00 +00");
        check("14 marshes 2025", "-");
        check("04/14/2025", "2025-04-14");
        check("Sept. 5, 2016", "2016-09-05");
        check("14 April 2025 | 10:20 GMT+7", "2025-04-14T10:20:00 +07");
        check("14/04/2025, 10:20 (GMT+7)", "2025-04-14T10:20:00 +07");
        check("14/04/2025, 10:20 (local)", "2025-04-14T10:20:00");
    }

    /// Forms of feeds and programs.
    #[test]
    fn reads_what_programs_write() {
        for (text, expected) in [
            ("Mi, 14 Mai 2025 08:05:36", "2025-05-14T08:05:36"),
            ("wo, 14 mei 2025 10:09:29 +0000", "2025-05-14T10:09:29 +00"),
            ("mer., 14 mai 2025 08:05:00 +0200", "2025-05-14T08:05:00 +02"),
            ("mar. 13 mai 2025 08:05", "2025-05-13T08:05:00"),
            ("周三, 14 5月 2025 08:05:00 +0800", "2025-05-14T08:05:00 +08"),
            ("Wed May 14 08:05:00 2025", "2025-05-14T08:05:00"),
            ("Wed May 14 08:05:00 UTC 2025", "2025-05-14T08:05:00 +00"),
            ("Wed May 14 08:05:00 CST 2025", "2025-05-14T08:05:00"),
            ("14 May 25 00:30 +0200", "2025-05-14T00:30:00 +02"),
            ("Wednesday, 14-May-25 08:05:00 GMT", "2025-05-14T08:05:00 +00"),
            ("14 May 99 10:00 GMT", "1999-05-14T10:00:00 +00"),
            ("14/May/2025:08:05:00 +0200", "2025-05-14T08:05:00 +02"),
            ("20250514T080500Z", "2025-05-14T08:05:00 +00"),
            ("20250514T0805+0200", "2025-05-14T08:05:00 +02"),
            ("2025-05-14T08:05Z", "2025-05-14T08:05:00 +00"),
            ("Wed, 14 May 2025 24:00:00 GMT", "2025-05-14"),
            ("Wed, 14 May 2025 8:5:0 GMT", "2025-05-14T08:05:00 +00"),
            ("Wed, 14 May 2025 08:05:00 MESZ", "2025-05-14T08:05:00 +02"),
            ("Wed, 14 May 2025 08:05:00 UTC +2", "2025-05-14T08:05:00 +02"),
            ("\u{200e}Wed, 14 May 2025 08:05:00 GMT", "2025-05-14T08:05:00 +00"),
            ("1747203900", "2025-05-14T06:25:00 +00"),
            ("1747203900123", "2025-05-14T06:25:00 +00"),
            ("17472039001", "-"),
            ("Today, 08:05", "-"),
            ("Oslo, 14 boats", "-"),
            ("Wed, 31 Jun 2025 08:05:00 GMT", "-"),
            ("14 May 25", "-"),
        ] {
            check(text, expected);
        }
    }

    /// Forms of pages in other languages.
    #[test]
    fn reads_times_of_many_languages() {
        for (text, expected) in [
            ("1er sept. 2024 à 18 h 30", "2024-09-01T18:30:00"),
            ("4 mai 2025 à 18h", "2025-05-04T18:00:00"),
            ("14. Mai 2025 um 18:30 Uhr", "2025-05-14T18:30:00"),
            ("14. mai 2025 kl. 18.30", "2025-05-14T18:30:00"),
            ("14 maj 2025 klockan 18.30", "2025-05-14T18:30:00"),
            ("14.5.2025 klo 18.30", "2025-05-14T18:30:00"),
            ("14 мая 2025 г. в 18:30", "2025-05-14T18:30:00"),
            ("14 травня 2025, о 18:30", "2025-05-14T18:30:00"),
            ("14 de mayo de 2025 a las 06:30 p. m.", "2025-05-14T18:30:00"),
            ("14 de maio de 2025 às 18h30", "2025-05-14T18:30:00"),
            ("14 maggio 2025 alle ore 18.30", "2025-05-14T18:30:00"),
            ("14 maja 2025, godz. 18:30", "2025-05-14T18:30:00"),
            ("14 mai 2025, ora 18:30", "2025-05-14T18:30:00"),
            ("14 Mei 2025 pukul 18.30 WIB", "2025-05-14T18:30:00 +07"),
            ("14 Mayıs 2025 saat 18:30", "2025-05-14T18:30:00"),
            ("14 Μαΐου 2025 στις 6:30 μ.μ.", "2025-05-14T18:30:00"),
            ("14 במאי 2025 בשעה 18:30", "2025-05-14T18:30:00"),
            ("14 مايو 2025 الساعة 06:30 مساء", "2025-05-14T18:30:00"),
            ("2025年5月14日（水）午後6時30分", "2025-05-14T18:30:00"),
            ("2025年5月14日 18時30分", "2025-05-14T18:30:00"),
            ("2025年5月14日下午6:30", "2025-05-14T18:30:00"),
            ("2025-05-14 星期三 18:30", "2025-05-14T18:30:00"),
            ("2025. 5. 14. 오후 6:30", "2025-05-14T18:30:00"),
            ("2025.05.14 (수) 18:30", "2025-05-14T18:30:00"),
            ("١٤/٠٥/٢٠٢٥", "2025-05-14"),
            ("May 14, 2025 at 6pm", "2025-05-14T18:00:00"),
            ("May 14, 2025 6:30\u{202f}PM", "2025-05-14T18:30:00"),
            ("14 May 2025, 12 noon bells", "2025-05-14"),
            ("14 May 2025 18 boats", "2025-05-14"),
            ("14 May 2025 13:20 am", "2025-05-14"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn the_language_tells_figures_apart() {
        let read = |text: &str, language: &str| {
            parse_in_language(text, Basis::Metadata, Some(language)).map_or_else(|| "-".to_owned(), shown)
        };
        for (text, language, expected) in [
            ("04/05/2025 à 18h30", "fr", "2025-05-04T18:30:00"),
            ("4. 5. 2025 18:30", "cs", "2025-05-04T18:30:00"),
            ("04/05/2025", "en-GB", "2025-05-04"),
            ("04/05/2025", "en-US", "-"),
            ("04/05/2025", "es-US", "-"),
            ("04/05/2025", "en", "-"),
            ("04/05/2025", "ja", "-"),
            ("05/05/2025", "en", "2025-05-05"),
        ] {
            assert_eq!(read(text, language), expected, "{text} {language}");
        }
        assert!(is_doubtful("04/05/2025 10:20") && !is_doubtful("14/05/2025") && !is_doubtful("soon"));
    }

    #[test]
    fn moments_are_written_as_they_are_read() {
        for text in [
            "2025-05-14",
            "2025-05-14T08:05:00",
            "2025-05-14T08:05:00+02:00",
            "2025-05-14T08:05:00-03:30",
        ] {
            let read = parse_published(text, Basis::Metadata).expect(text);
            assert_eq!(written(read), text);
        }
    }

    #[test]
    fn not_dates() {
        for text in [
            "",
            "04/05/2025",
            "2025-13-01",
            "2025-02-30",
            "May we",
            "14",
            "31 words",
            "99999999",
            "0001-01-01",
        ] {
            check(text, "-");
        }
        check(
            "2025-04-14 is the day on which the two delegations are to meet in the capital",
            "-",
        );
    }

    #[test]
    fn reads_file_names() {
        for (name, expected) in [
            ("in/2025-04-14-talks.txt", "2025-04-14"),
            ("talks_20250414.html", "2025-04-14"),
            ("https://news.example/2025/04/14/talks.html", "2025-04-14"),
            ("https://news.example/2025/04/14/talks-begin/", "2025-04-14"),
            (
                "https://news.example/2025/middle_east/4/14/talks/index.html",
                "2025-04-14",
            ),
            ("https://news.example/world/2025/apr/14/talks-begin", "2025-04-14"),
            ("https://news.example/2025/talks/14/index.html", "-"),
            ("https://news.example/2025/talks/14/40/x", "-"),
            ("talks 2025.04.14.md", "2025-04-14"),
            ("talks-12345678901.txt", "-"),
            ("talks-2025.txt", "-"),
            ("012_a1c3e5f70b2d4689.txt", "-"),
        ] {
            assert_eq!(
                find_in_name(name).map_or_else(|| "-".to_owned(), shown),
                expected,
                "{name}"
            );
        }
    }
}
