//! What the grammar reads, fact by fact.

mod distances;

use super::*;
use crate::{sentence, syntax, token};

/// Each expression as "words=TYPE value from..to precision time".
fn read(text: &str, day: &str) -> Vec<String> {
    let article = Article::plain(text, day.parse().ok());
    let sentences = sentence::split(&article);
    let words = token::split(&article, &sentences);
    let tokens = syntax::parse(&article, &sentences, &words);
    find(&article, &sentences, &tokens)
        .iter()
        .map(|a| {
            let when = a.value.when.as_ref().map_or_else(String::new, |w| {
                let d = |d: Option<jiff::civil::Date>| d.map_or_else(String::new, |d| d.to_string());
                let t = w
                    .time
                    .map_or_else(String::new, |t| t.strftime(" %H:%M").to_string());
                format!(" {}..{} {}{t}", d(w.from), d(w.to), w.precision.as_str())
            });
            format!(
                "{}={} {}{when}",
                a.span.of(text),
                a.value.kind.as_str(),
                a.value.value
            )
        })
        .collect()
}

/// The article is of Friday, 11 April 2025.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text, "2025-04-11"), expected, "{text}");
}

/// The article's day is not known.
#[track_caller]
fn check_undated(text: &str, expected: &[&str]) {
    assert_eq!(read(text, ""), expected, "{text}");
}

#[test]
fn dates_in_every_order() {
    check(
        "It opened on 2 May 2024, not May 3, 2024 or Sept. 4, 2024.",
        &[
            "2 May 2024=DATE 2024-05-02 2024-05-02..2024-05-02 day",
            "May 3, 2024=DATE 2024-05-03 2024-05-03..2024-05-03 day",
            "Sept. 4, 2024=DATE 2024-09-04 2024-09-04..2024-09-04 day",
        ],
    );
    check(
        "He came on 28 June in 2020, and sales from April to June 2017 fell.",
        &[
            "28 June in 2020=DATE 2020-06-28 2020-06-28..2020-06-28 day",
            "April to June 2017=DATE 2017-04/2017-06 2017-04-01..2017-06-30 month",
        ],
    );
    check(
        "He was born on February 24, 1955 and met on Wed. April 16 and on Tuesday, April 15.",
        &[
            "February 24, 1955=DATE 1955-02-24 1955-02-24..1955-02-24 day",
            "April 16=DATE 2025-04-16 2025-04-16..2025-04-16 day",
            "Tuesday, April 15=DATE 2025-04-15 2025-04-15..2025-04-15 day",
        ],
    );
    check(
        "2001-09-11 and 11/09/2001 and 25/04/2024 and 9/11.",
        &[
            "2001-09-11=DATE 2001-09-11 2001-09-11..2001-09-11 day",
            "11/09/2001=DATE 2001-09-11 2001-09-11..2001-09-11 day",
            "25/04/2024=DATE 2024-04-25 2024-04-25..2024-04-25 day",
            "9/11=DATE 2001-09-11 2001-09-11..2001-09-11 day",
        ],
    );
    check(
        "The week starting April 14 and the week of May 5, 2025.",
        &[
            "The week starting April 14=DATE 2025-W16 2025-04-14..2025-04-20 week",
            "the week of May 5, 2025=DATE 2025-W19 2025-05-05..2025-05-11 week",
        ],
    );
    check(
        "The last week of July and the first day of 2025, the last week of the campaign.",
        &[
            "The last week of July=DATE 2025-W31 2025-07-25..2025-07-31 week",
            "the first day of 2025=DATE 2025-01-01 2025-01-01..2025-01-01 day",
        ],
    );
    check(
        "Two days after Christmas 2024 it fell. It cost $12 December 27.",
        &[
            "Two days after Christmas 2024=DATE 2024-12-27 2024-12-27..2024-12-27 day",
            "December 27=DATE 2024-12-27 2024-12-27..2024-12-27 day",
        ],
    );
}

#[test]
fn ranges_and_lists() {
    check(
        "The visit on April 14-15 is made at the invitation of the government.",
        &["April 14-15=DATE 2025-04-14/2025-04-15 2025-04-14..2025-04-15 day"],
    );
    check(
        "The April 14 -15 visit is made.",
        &["April 14 -15=DATE 2025-04-14/2025-04-15 2025-04-14..2025-04-15 day"],
    );
    check(
        "They meet next Monday & Tuesday (April 14-15).",
        &[
            "next Monday=DATE 2025-04-14 2025-04-14..2025-04-14 day",
            "Tuesday=DATE 2025-04-15 2025-04-15..2025-04-15 day",
            "April 14-15=DATE 2025-04-14/2025-04-15 2025-04-14..2025-04-15 day",
        ],
    );
    check(
        "They will meet from April 14 to 15 and again on 14 and 15 May.",
        &[
            "April 14 to 15=DATE 2025-04-14/2025-04-15 2025-04-14..2025-04-15 day",
            "14=DATE 2025-05-14 2025-05-14..2025-05-14 day",
            "15 May=DATE 2025-05-15 2025-05-15..2025-05-15 day",
        ],
    );
    check(
        "The talks of 14–15 April 2023 failed.",
        &["14–15 April 2023=DATE 2023-04-14/2023-04-15 2023-04-14..2023-04-15 day"],
    );
    check(
        "Between 14 and 16 April 2025, May–June 2024, Monday to Friday, 9 a.m. to 5 p.m. on Monday.",
        &[
            "14=DATE 2025-04-14 2025-04-14..2025-04-16 day",
            "16 April 2025=DATE 2025-04-16 2025-04-14..2025-04-16 day",
            "May–June 2024=DATE 2024-05/2024-06 2024-05-01..2024-06-30 month",
            "Monday=DATE 2025-04-07 2025-04-07..2025-04-07 day",
            "Friday, 9 a.m.=TIME 2025-04-11T09:00 2025-04-11..2025-04-11 minute 09:00",
            "5 p.m. on Monday=TIME 2025-04-07T17:00 2025-04-07..2025-04-07 minute 17:00",
        ],
    );
    check(
        "From 2016 to 2021 it grew; between March and May it fell.",
        &[
            "2016=DATE 2016 2016-01-01..2021-12-31 year",
            "2021=DATE 2021 2016-01-01..2021-12-31 year",
            "March=DATE 2016-03 2016-03-01..2016-05-31 month",
            "May=DATE 2016-05 2016-03-01..2016-05-31 month",
        ],
    );
    check(
        "From Tuesday to Thursday, the 2023-24 financial year, the 2018-19 season, 2024/25.",
        &[
            "Tuesday=DATE 2025-04-08 2025-04-08..2025-04-10 day",
            "Thursday=DATE 2025-04-10 2025-04-08..2025-04-10 day",
            "the 2023-24 financial year=DATE FY2023",
            "2018-19=DATE 2018/2019 2018-01-01..2019-12-31 year",
            "2024/25=DATE 2024/2025 2024-01-01..2025-12-31 year",
        ],
    );
    check(
        "The government plans to sign the deal on April 20 and to build the line from 2026 to 2030.",
        &[
            "April 20=DATE 2025-04-20 2025-04-20..2025-04-20 day",
            "2026=DATE 2026 2026-01-01..2030-12-31 year",
            "2030=DATE 2030 2026-01-01..2030-12-31 year",
        ],
    );
}

#[test]
fn weekdays_follow_the_tense() {
    check(
        "They met on Monday. They will meet on Monday.",
        &[
            "Monday=DATE 2025-04-07 2025-04-07..2025-04-07 day",
            "Monday=DATE 2025-04-14 2025-04-14..2025-04-14 day",
        ],
    );
    check(
        "The president said on Monday that talks will resume on Thursday.",
        &[
            "Monday=DATE 2025-04-07 2025-04-07..2025-04-07 day",
            "Thursday=DATE 2025-04-17 2025-04-17..2025-04-17 day",
        ],
    );
    check(
        "He was arrested last Friday and will be tried next Wednesday.",
        &[
            "last Friday=DATE 2025-04-04 2025-04-04..2025-04-04 day",
            "next Wednesday=DATE 2025-04-16 2025-04-16..2025-04-16 day",
        ],
    );
    check(
        "On Thursday, the minister will meet them. On Thursday, the minister met them.",
        &[
            "Thursday=DATE 2025-04-17 2025-04-17..2025-04-17 day",
            "Thursday=DATE 2025-04-10 2025-04-10..2025-04-10 day",
        ],
    );
    check(
        "Monday's attack is the latest. The summit opens on Wednesday.",
        &[
            "Monday=DATE 2025-04-07 2025-04-07..2025-04-07 day",
            "Wednesday=DATE 2025-04-16 2025-04-16..2025-04-16 day",
        ],
    );
    check(
        "The Supreme Court on Monday rejected the appeal. Police arrested 12 people Tuesday night.",
        &[
            "Monday=DATE 2025-04-07 2025-04-07..2025-04-07 day",
            "Tuesday night=TIME 2025-04-08TNI 2025-04-08..2025-04-08 day",
        ],
    );
    check(
        "The report, due to be published on Thursday, said the economy grew 2% in the fourth quarter.",
        &[
            "Thursday=DATE 2025-04-17 2025-04-17..2025-04-17 day",
            "the fourth quarter=DATE 2024-Q4 2024-10-01..2024-12-31 quarter",
        ],
    );
    check(
        "The party will hold its congress in January 2026, officials said Thursday.",
        &[
            "January 2026=DATE 2026-01 2026-01-01..2026-01-31 month",
            "Thursday=DATE 2025-04-10 2025-04-10..2025-04-10 day",
        ],
    );
    check(
        "He said in a statement late Wednesday; early Thursday; by the end of the decade; in the middle of the night.",
        &[
            "late Wednesday=DATE 2025-04-09 2025-04-09..2025-04-09 day",
            "early Thursday=DATE 2025-04-10 2025-04-10..2025-04-10 day",
            "the end of the decade=DATE 202 ..2029-12-31 year",
        ],
    );
}

#[test]
fn months_and_their_parts() {
    check(
        "Trade grew in August last year, and last August too.",
        &[
            "August last year=DATE 2024-08 2024-08-01..2024-08-31 month",
            "last August=DATE 2024-08 2024-08-01..2024-08-31 month",
        ],
    );
    check(
        "The visit was in late 2023, and at the end of 2023 they signed.",
        &[
            "late 2023=DATE 2023 2023-09-01..2023-12-31 year",
            "the end of 2023=DATE 2023 2023-10-01..2023-12-31 year",
        ],
    );
    check(
        "In May 2024 and in May they met. May God bless. June sales rose. March for peace.",
        &[
            "May 2024=DATE 2024-05 2024-05-01..2024-05-31 month",
            "May=DATE 2024-05 2024-05-01..2024-05-31 month",
            "June=DATE 2024-06 2024-06-01..2024-06-30 month",
        ],
    );
    check(
        "Elected in 2016, he resigned in July. It fell in December and will rise in December.",
        &[
            "2016=DATE 2016 2016-01-01..2016-12-31 year",
            "July=DATE 2024-07 2024-07-01..2024-07-31 month",
            "December=DATE 2024-12 2024-12-01..2024-12-31 month",
            "December=DATE 2025-12 2025-12-01..2025-12-31 month",
        ],
    );
    check(
        "The March 2025 report, the May 5 deadline, the June-August period, the 2008 crisis, UN Resolution 1973.",
        &[
            "March 2025=DATE 2025-03 2025-03-01..2025-03-31 month",
            "May 5=DATE 2025-05-05 2025-05-05..2025-05-05 day",
            "June-August=DATE 2025-06/2025-08 2025-06-01..2025-08-31 month",
            "2008=DATE 2008 2008-01-01..2008-12-31 year",
        ],
    );
    check(
        "By the end of this year, later this year, earlier this week, mid-2011, mid-June.",
        &[
            "the end of this year=DATE 2025 ..2025-12-31 year",
            "later this year=DATE 2025 2025-04-11..2025-12-31 year",
            "earlier this week=DATE 2025-W15 2025-04-07..2025-04-11 week",
            "mid-2011=DATE 2011 2011-05-01..2011-08-31 year",
            "mid-June=DATE 2025-06 2025-06-11..2025-06-20 month",
        ],
    );
    check(
        "Since the beginning of 2025, and this year, the 75th anniversary, 13th National Congress.",
        &[
            "the beginning of 2025=DATE 2025 2025-01-01.. year",
            "this year=DATE 2025 2025-01-01..2025-12-31 year",
        ],
    );
}

#[test]
fn quarters_and_fiscal_years() {
    check(
        "In the first three months of 2025, trade reached 51 billion.",
        &["the first three months of 2025=DATE 2025-Q1 2025-01-01..2025-03-31 quarter"],
    );
    check(
        "FY2024 revenue rose 5%, and Q1 2025 profit fell in the first quarter.",
        &[
            "FY2024=DATE FY2024",
            "Q1 2025=DATE 2025-Q1 2025-01-01..2025-03-31 quarter",
            "the first quarter=DATE 2025-Q1 2025-01-01..2025-03-31 quarter",
        ],
    );
}

#[test]
fn decades_and_centuries() {
    check(
        "It opened in the 1990s, in the early nineties, in the 19th century.",
        &[
            "the 1990s=DATE 199 1990-01-01..1999-12-31 year",
            "the early nineties=DATE 199 1990-01-01..1993-04-30 year",
            "the 19th century=DATE 18 1801-01-01..1900-12-31 year",
        ],
    );
    check(
        "He was 41 in the early nineties; she was in her late sixties.",
        &["the early nineties=DATE 199 1990-01-01..1993-04-30 year"],
    );
    check(
        "For more than a decade; half a century; a century ago; centuries-old; the 21st century; the turn of the century.",
        &[
            "more than a decade=DURATION P10Y",
            "half a century=DURATION P50Y",
            "a century ago=DATE 1925 1925-01-01..1925-12-31 year",
            "centuries-old=DURATION PXCE",
            "the 21st century=DATE 20 2001-01-01..2100-12-31 year",
            "the turn of the century=DATE 20 2000-01-01..2024-12-31 year",
        ],
    );
}

#[test]
fn open_ends() {
    check(
        "Plans run by 2026, until June 2027, since 2008.",
        &[
            "2026=DATE 2026 ..2026-12-31 year",
            "June 2027=DATE 2027-06 ..2027-06-30 month",
            "2008=DATE 2008 2008-01-01.. year",
        ],
    );
    check(
        "starting Monday, from 2026 onwards, before 2000, after April 20.",
        &[
            "Monday=DATE 2025-04-07 2025-04-07.. day",
            "2026=DATE 2026 2026-01-01.. year",
            "2000=DATE 2000 ..1999-12-31 year",
            "April 20=DATE 2025-04-20 2025-04-21.. day",
        ],
    );
    check(
        "The deal runs through 2030. It was up 5% from a year earlier, and more than 20 years ago.",
        &[
            "2030=DATE 2030 ..2030-12-31 year",
            "a year earlier=DATE XXXX",
            "more than 20 years ago=DATE 2005 2005-01-01..2005-12-31 year",
        ],
    );
}

#[test]
fn a_clock_time_keeps_its_day() {
    check(
        "It began after 10 p.m. Sunday; all left before 9 a.m. on April 3; nobody came before noon Sunday.",
        &[
            "10 p.m. Sunday=TIME 2025-04-06T22:00 2025-04-06..2025-04-06 minute 22:00",
            "9 a.m. on April 3=TIME 2025-04-03T09:00 2025-04-03..2025-04-03 minute 09:00",
            "noon Sunday=TIME 2025-04-06T12:00 2025-04-06..2025-04-06 minute 12:00",
        ],
    );
}
