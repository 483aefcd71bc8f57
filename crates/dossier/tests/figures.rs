//! Which numbers of several articles are one figure, and how they fit together.

mod support;

use dossier::ingest::Options;
use dossier::{Collection, Step};
use serde_json::{Value, json};
use support::{rows, text};

/// What every article of a test tells besides, so that all are one story.
const STORY: &str = "The ferry Halden Star sank in the strait off Port Amsel in the night, and the coast guard \
searched the water with boats and a helicopter. Mayor Ines Calder opened the town hall of Port Amsel to the \
families, and the owner of the ferry promised an inquiry into the sinking of the Halden Star.";

/// The figures of a story that articles of these days tell in these words.
fn figures(articles: &[(&str, &str)]) -> Vec<Value> {
    let mut lines = String::new();
    for (i, (day, words)) in articles.iter().enumerate() {
        let body = format!("Ferry Halden Star sinks off Port Amsel\n{STORY}\n{words}");
        let row =
            json!({"id": format!("a{i}"), "published": day, "outlet": format!("Paper {i}"), "text": body});
        lines.push_str(&format!("{row}\n"));
    }
    let mut collection = Collection::default();
    collection.read("news.jsonl", &mut lines.as_bytes(), &Options::default());
    let record = dossier::publish::json::render(&dossier::build(collection, &|_: Step| {}));
    dossier_testing::check_record(&record);
    let record: Value = serde_json::from_str(&record).expect("JSON");
    support::check_cites(&record);
    assert_eq!(rows(&record, "stories").len(), 1, "one story");
    rows(&rows(&record, "stories")[0], "figures").to_vec()
}

/// The figures as lines: agreement, numbers by report, and the series' numbers.
#[track_caller]
fn check(articles: &[(&str, &str)], expected: &[&str]) {
    let number = |v: &Value| v.to_string();
    let told: Vec<String> = figures(articles)
        .iter()
        .map(|f| {
            let numbers = rows(f, "reports").iter().map(|r| match &r["value"] {
                Value::Null => format!("{}-{}", r["low"], r["high"]),
                v => number(v),
            });
            let numbers: Vec<String> = numbers.collect();
            let series: Vec<String> = rows(f, "series").iter().map(|p| number(&p["high"])).collect();
            let series = if series.is_empty() {
                String::new()
            } else {
                format!(" in time {}", series.join(" "))
            };
            format!("{} {}{series}", text(f, "agreement"), numbers.join(" "))
        })
        .collect();
    assert_eq!(told, expected);
}

const D1: &str = "2031-05-04";
const D2: &str = "2031-05-05";
const D3: &str = "2031-05-06";

#[test]
fn units_are_converted() {
    check(
        &[
            (D1, "The wreck lies 40 metres deep on the sea floor."),
            (
                D1,
                "Divers reached the wreck, which lies 131 feet deep on the sea floor.",
            ),
        ],
        &["same 40 131"],
    );
    check(
        &[
            (D1, "The ferry carried 600 tons of salt for the mills of Tamba."),
            (
                D1,
                "In her hold the ferry carried 600 tonnes of salt for the mills.",
            ),
        ],
        &["same 600 600"],
    );
}

#[test]
fn hedges_and_ranges_are_understood() {
    check(
        &[
            (D1, "About 24,000 Corran students are studying in Leeward."),
            (D1, "Over 23,000 Corran students are studying in Leeward."),
        ],
        &["compatible 24000 23000"],
    );
    check(
        &[
            (D1, "More than 200 Corran sailors were trained in Leeward."),
            (
                D1,
                "The navy says that 276 Corran sailors were trained in Leeward.",
            ),
        ],
        &["compatible 200 276"],
    );
}

#[test]
fn a_toll_that_rises_is_a_series() {
    let told = figures(&[
        (D1, "At least five people were killed, the coast guard said."),
        (
            D2,
            "Twelve people were killed when the ferry sank, the coast guard said.",
        ),
        (D3, "The coast guard said 17 people were killed."),
    ]);
    assert_eq!(told.len(), 1, "{told:?}");
    let figure = &told[0];
    assert_eq!(text(figure, "agreement"), "compatible");
    let points: Vec<(&str, &Value, &Value)> = rows(figure, "series")
        .iter()
        .map(|p| (text(&p["when"], "from"), &p["low"], &p["reports"]))
        .collect();
    assert_eq!(
        points,
        [
            (D1, &json!(5), &json!([0])),
            (D2, &json!(12), &json!([1])),
            (D3, &json!(17), &json!([2]))
        ]
    );
    assert!(
        text(figure, "why").starts_with("it rose while it was told"),
        "{figure}"
    );
}

#[test]
fn a_late_report_of_an_old_toll_is_no_conflict() {
    check(
        &[
            (D1, "The coast guard said 12 people were killed."),
            (D2, "The coast guard said 17 people were killed."),
            (D3, "The ferry sank, and 12 people were killed, a paper wrote."),
        ],
        &["compatible 12 17 12 in time 12 17 12"],
    );
}

#[test]
fn a_lower_toll_is_a_correction() {
    let told = figures(&[
        (D1, "The coast guard said 17 people were killed."),
        (D2, "The coast guard said 14 people were killed."),
    ]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(text(&told[0], "agreement"), "different");
    assert!(text(&told[0], "why").contains("lower"), "{}", told[0]);
    assert_eq!(rows(&told[0], "series").len(), 2);
}

#[test]
fn two_tolls_of_one_day_differ() {
    check(
        &[
            (D1, "The coast guard said 17 people were killed."),
            (D1, "The coast guard said 14 people were killed."),
        ],
        &["different 17 14"],
    );
    // By the clock they follow each other.
    check(
        &[
            (
                "2031-05-04T08:15:00",
                "The coast guard said 14 people were killed.",
            ),
            (
                "2031-05-04T19:40:00",
                "The coast guard said 17 people were killed.",
            ),
        ],
        &["compatible 14 17 in time 14 17"],
    );
}

#[test]
fn a_toll_of_another_time_is_another_figure() {
    let told = figures(&[
        (D1, "The coast guard said 12 people were killed."),
        (
            D2,
            "It is the worst such wreck since 2019, when 14 people were killed as a barge burned off Leeward.",
        ),
    ]);
    assert!(told.iter().all(|f| text(f, "agreement") == "single"), "{told:?}");
}

#[test]
fn the_dead_are_not_the_injured_and_more_are_not_all() {
    check(
        &[
            (D1, "The coast guard said 12 people were killed."),
            (D1, "The coast guard said 12 people were injured."),
        ],
        &["single 12", "single 12"],
    );
    check(
        &[
            (D1, "The coast guard said five more people were killed."),
            (D1, "The coast guard said 14 people were killed."),
        ],
        &["single 5", "single 14"],
    );
}

#[test]
fn two_rates_of_one_law_stay_apart() {
    let words = "The new law puts a duty of 15 percent on fuel oil and of 8 percent on ferry tickets.";
    let told = figures(&[(D1, words), (D1, &format!("Owners said: {words}"))]);
    assert!(told.iter().all(|f| text(f, "agreement") == "same"), "{told:?}");
}

#[test]
fn two_days_and_two_wards_stay_apart() {
    let told = figures(&[
        (D2, "Police arrested 12 dock workers on Sunday."),
        (D3, "Police arrested 15 dock workers on Monday."),
        (D1, "The northern ward counted 312 ballots for the bridge."),
        (D1, "The southern ward counted 298 ballots for the bridge."),
    ]);
    assert!(told.iter().all(|f| text(f, "agreement") == "single"), "{told:?}");
}

#[test]
fn a_height_is_no_distance_and_a_share_no_other_share() {
    let told = figures(&[
        (
            D1,
            "The flare rose to an altitude of 700 metres before it burned out.",
        ),
        (D1, "The flare fell into the sea 700 metres east of the pier."),
        (D1, "The line carries 90 percent of the salt trade of the strait."),
        (D1, "The owners cut the pay of stewards by 90 percent in March."),
    ]);
    assert!(told.iter().all(|f| text(f, "agreement") == "single"), "{told:?}");
}

#[test]
fn what_was_named_before_tells_nothing_alone() {
    let told = figures(&[
        (
            D1,
            "The two countries share the strait, and both sides hope for the best.",
        ),
        (
            D1,
            "The two countries share the strait, and both sides hope for an inquiry.",
        ),
    ]);
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn two_bases_explain_a_difference() {
    check(
        &[
            (
                D1,
                "Trade across the strait reached 20 billion euros in 2030 according to Corran statistics.",
            ),
            (
                D1,
                "Trade across the strait reached 26 billion euros in 2030 according to Leeward data.",
            ),
        ],
        &["by-basis 20000000000 26000000000"],
    );
}
