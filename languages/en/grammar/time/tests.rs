//! What the grammar reads, fact by fact.

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

#[test]
fn counted_from_today() {
    check(
        "It doubled from five years ago, and over the past two years it rose.",
        &[
            "five years ago=DATE 2020 2020-01-01..2020-12-31 year",
            "the past two years=DURATION P2Y 2023-04-11..2025-04-11 year",
        ],
    );
    check(
        "In three weeks he will go. He did it in three weeks.",
        &[
            "three weeks=DATE 2025-W18 2025-04-28..2025-05-04 week",
            "three weeks=DURATION P3W",
        ],
    );
    check(
        "Last month, next year, the past decade, the last 24 hours, the next few days, the previous year.",
        &[
            "Last month=DATE 2025-03 2025-03-01..2025-03-31 month",
            "next year=DATE 2026 2026-01-01..2026-12-31 year",
            "the past decade=DURATION P10Y 2015-04-11..2025-04-11 year",
            "the last 24 hours=DURATION PT24H",
            "the next few days=DURATION PXD",
            "the previous year=DATE 2025 2025-01-01..2025-12-31 year",
        ],
    );
}

#[test]
fn counted_from_what_was_told() {
    check(
        "Two days after March 14 he left; the next day he returned.",
        &[
            "Two days after March 14=DATE 2025-03-16 2025-03-16..2025-03-16 day",
            "the next day=DATE 2025-03-17 2025-03-17..2025-03-17 day",
        ],
    );
    check(
        "That year it grew. In 2016 it fell, and in March it closed. Later that month it rose.",
        &[
            "That year=DATE XXXX",
            "2016=DATE 2016 2016-01-01..2016-12-31 year",
            "March=DATE 2016-03 2016-03-01..2016-03-31 month",
            "that month=DATE 2016-03 2016-03-01..2016-03-31 month",
        ],
    );
    check(
        "Two years later he died. A year earlier, it was 5%. A year ago it was 4%.",
        &[
            "Two years later=DATE XXXX",
            "A year earlier=DATE XXXX",
            "A year ago=DATE 2024 2024-01-01..2024-12-31 year",
        ],
    );
}

#[test]
fn clock_times_and_parts_of_the_day() {
    check(
        "It closed at 9:30 p.m. EST on Tuesday, and opened at 0900 GMT.",
        &[
            "9:30 p.m. EST on Tuesday=TIME 2025-04-08T21:30 2025-04-08..2025-04-08 minute 21:30",
            "0900 GMT=TIME 2025-04-08T09:00Z 2025-04-08..2025-04-08 minute 09:00",
        ],
    );
    check(
        "The meeting starts on Monday morning, last night was fine, this morning too, tomorrow at 9 a.m.",
        &[
            "Monday morning=TIME 2025-04-14TMO 2025-04-14..2025-04-14 day",
            "last night=TIME 2025-04-10TNI 2025-04-10..2025-04-10 day",
            "this morning=TIME 2025-04-11TMO 2025-04-11..2025-04-11 day",
            "tomorrow at 9 a.m.=TIME 2025-04-12T09:00 2025-04-12..2025-04-12 minute 09:00",
        ],
    );
    check(
        "US troops left at midnight on Sunday; the vote is at noon Tuesday; 18:00 UTC; 7.30pm; kick-off 15:00.",
        &[
            "midnight on Sunday=TIME 2025-04-06T24:00 2025-04-06..2025-04-06 day",
            "noon Tuesday=TIME 2025-04-15T12:00 2025-04-15..2025-04-15 minute 12:00",
            "18:00 UTC=TIME 2025-04-15T18:00Z 2025-04-15..2025-04-15 minute 18:00",
            "7.30pm=TIME 2025-04-15T19:30 2025-04-15..2025-04-15 minute 19:30",
        ],
    );
}

#[test]
fn seasons_and_feasts() {
    check(
        "The summer of 2016, this summer, in spring, last winter.",
        &[
            "The summer of 2016=DATE 2016-SU 2016-01-01..2016-12-31 year",
            "this summer=DATE 2025-SU 2025-01-01..2025-12-31 year",
            "spring=DATE 2025-SP 2025-01-01..2025-12-31 year",
            "last winter=DATE 2024-WI 2024-01-01..2024-12-31 year",
        ],
    );
    check(
        "On Christmas Eve and New Year's Day they met before Easter; after Lunar New Year they left.",
        &[
            "Christmas Eve=DATE 2024-12-24 2024-12-24..2024-12-24 day",
            "New Year's Day=DATE 2025-01-01 2025-01-01..2025-01-01 day",
            "Easter=DATE 2025-04-20 ..2025-04-19 day",
            "Lunar New Year=DATE 2025-01-29 2025-01-30.. day",
        ],
    );
}

#[test]
fn durations() {
    check(
        "A 33-year-old man waited three days, two-and-a-half hours, for decades, a three-day trip.",
        &[
            "three days=DURATION P3D",
            "two-and-a-half hours=DURATION PT2.5H",
            "decades=DURATION PXDE",
            "three-day=DURATION P3D",
        ],
    );
    check(
        "He was sentenced to 10 years in prison, 14 months after the attack, for the second time in three months.",
        &[
            "10 years=DURATION P10Y",
            "14 months=DURATION P14M",
            "three months=DURATION P3M",
        ],
    );
    check(
        "It took effect on January 1, 2025, three days later than planned.",
        &[
            "January 1, 2025=DATE 2025-01-01 2025-01-01..2025-01-01 day",
            "three days=DURATION P3D",
        ],
    );
    check(
        "Prices rose 3% year-on-year in the 12 months to March 2025, and the six months ended June 30.",
        &[
            "12 months=DURATION P12M",
            "March 2025=DATE 2025-03 2025-03-01..2025-03-31 month",
            "six months=DURATION P6M",
            "June 30=DATE 2024-06-30 2024-06-30..2024-06-30 day",
        ],
    );
}

#[test]
fn sets() {
    check(
        "They met every Monday, twice a year, annually; 400 flights per week, 15 planes a year.",
        &[
            "every Monday=SET XXXX-WXX-1",
            "twice a year=SET P1Y",
            "annually=SET P1Y",
            "per week=SET P1W",
            "a year=SET P1Y",
        ],
    );
}

#[test]
fn references_without_a_date() {
    check(
        "Currently, now, at present, recently, in recent years, in the coming weeks.",
        &[
            "Currently=DATE PRESENT_REF",
            "now=DATE PRESENT_REF",
            "at present=DATE PRESENT_REF",
            "recently=DATE PAST_REF",
            "recent years=DATE PAST_REF",
            "the coming weeks=DATE FUTURE_REF",
        ],
    );
    check(
        "More recently, soon, in the near future, a shared future, for the time being, these days, in the past.",
        &[
            "More recently=DATE PAST_REF",
            "soon=DATE FUTURE_REF",
            "the near future=DATE FUTURE_REF",
            "the time being=DATE PRESENT_REF",
            "these days=DATE PRESENT_REF",
            "the past=DATE PAST_REF",
        ],
    );
}

#[test]
fn days_with_a_name() {
    check(
        "The Sept. 11 attacks of 2001 and the January 6 riot.",
        &[
            "Sept. 11=DATE 2001-09-11 2001-09-11..2001-09-11 day",
            "2001=DATE 2001 2001-01-01..2001-12-31 year",
            "January 6=DATE 2021-01-06 2021-01-06..2021-01-06 day",
        ],
    );
}

#[test]
fn not_times() {
    check(
        "Theresa May said she may march on Monday with Jun Azumi and Pham Thu Hang of Sun Microsystems.",
        &["Monday=DATE 2025-04-14 2025-04-14..2025-04-14 day"],
    );
    check(
        "He scored in the second half of the quarter-final, 3-2, in Boeing 787 version 1.2.3 with 1,500 fans.",
        &[],
    );
    check(
        "Expo 2020 was in the 2024 election with 2000 people in 2019.",
        &[
            "2024=DATE 2024 2024-01-01..2024-12-31 year",
            "2019=DATE 2019 2019-01-01..2019-12-31 year",
        ],
    );
    check(
        "Sunday Times, Black Friday 2023, Daily Mail, Bloody Sunday.",
        &["Black Friday 2023=DATE 2023-11-24 2023-11-24..2023-11-24 day"],
    );
    check(
        "The fall of the wall, he will spring up; a quarter of people; second place; a second later.",
        &[],
    );
    check(
        "Call 2020-555-0199 or 555 2024, at 1600 Pennsylvania Avenue, in room 2012, version 2.0.2019.",
        &[],
    );
    check(
        "He won 6-4 6-3 in 2:05:30 hours. The score was 3:2. The ratio is 10:15.",
        &["30 hours=DURATION PT30H"],
    );
    check(
        "1,500 in 2024, some 2000 soldiers, over 1950 homes, 2001 people died, 2,025 votes.",
        &["2024=DATE 2024 2024-01-01..2024-12-31 year"],
    );
    check(
        "It happened on the 14th and 15th. On the 14th, police came. The 14th amendment.",
        &[
            "the 14th=DATE 2025-03-14 2025-03-14..2025-03-14 day",
            "15th=DATE 2025-03-15 2025-03-15..2025-03-15 day",
            "the 14th=DATE 2025-03-14 2025-03-14..2025-03-14 day",
        ],
    );
}

#[test]
fn not_known_without_a_publication_date() {
    check_undated("It opened on April 14.", &["April 14=DATE XXXX-04-14"]);
    check_undated("It opened in August.", &["August=DATE XXXX-08"]);
    check_undated("It opened on Monday.", &["Monday=DATE XXXX-WXX-1"]);
    check_undated("It opened today.", &["today=DATE PRESENT_REF"]);
    check_undated("It opened last week.", &["last week=DATE PAST_REF"]);
    check_undated("It will open next year.", &["next year=DATE FUTURE_REF"]);
    check_undated("It opened five years ago.", &["five years ago=DATE PAST_REF"]);
    check_undated(
        "It opened on April 14 and May 3, 2024.",
        &[
            "April 14=DATE 2024-04-14 2024-04-14..2024-04-14 day",
            "May 3, 2024=DATE 2024-05-03 2024-05-03..2024-05-03 day",
        ],
    );
    check_undated("It closed at 9 p.m.", &["9 p.m.=TIME XXXX-XX-XXT21:00"]);
}

#[test]
fn the_words_hold_the_preposition() {
    let text = "It must open by 2026, and trade from 2016 to 2021 fell.";
    let article = Article::plain(text, None);
    let tokens = Tokens::default();
    let times = find(&article, &[Span::new(0, text.len())], &tokens);
    let words: Vec<&str> = times
        .iter()
        .filter_map(|t| t.value.when.as_ref())
        .map(|w| w.text.as_str())
        .collect();
    assert_eq!(words, ["by 2026", "from 2016 to 2021", "from 2016 to 2021"]);
}

#[test]
fn odd_text_is_no_trouble() {
    let dates = "April 14, ".repeat(5000);
    assert_eq!(read(&dates, "2025-04-11").len(), 5000);
    let marks = "\u{201c}".repeat(20_000) + &"1".repeat(300) + &" five hundred".repeat(4000);
    for text in [
        &marks,
        "the",
        "last",
        "May",
        "9:",
        "'98",
        "in '",
        "e\u{301}2024",
        "1/2/3/4/5/6",
        "the the the of of",
    ] {
        assert!(
            read(text, "2025-04-11").is_empty(),
            "{}",
            text.get(..20).unwrap_or(text)
        );
    }
}

#[test]
fn weekdays_around_the_day_of_publication() {
    check(
        "The minister resigned on Friday.",
        &["Friday=DATE 2025-04-11 2025-04-11..2025-04-11 day"],
    );
    // Last week's Saturday, or tomorrow's from another time zone: nobody can tell.
    check(
        "The minister resigned on Saturday.",
        &["Saturday=DATE XXXX-WXX-6"],
    );
    check(
        "The minister resigned late Thursday night.",
        &["late Thursday night=TIME 2025-04-10TNI 2025-04-10..2025-04-10 day"],
    );
}
