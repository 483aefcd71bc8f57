//! What is counted from a day, times of day, lengths, and what is no time.

use super::{check, check_undated, read};
use dossier_model::{Article, Span, Tokens};

use super::super::find;

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
