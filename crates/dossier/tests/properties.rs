//! What holds for any collection: the order of the articles changes nothing, every cite's words are where it says,
//! and nothing rests on teasers or boilerplate.

mod support;

use dossier::Collection;
use dossier::ingest::Options;
use proptest::prelude::*;
use serde_json::Value;

/// Lines of the kind that news is made of, so that stories, copies and figures come to be.
fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Harbour line to open in May, ministers say",
        "SELBY (AP) - The ministers of two coasts agreed on Monday to open a ferry line in May 2026.",
        "OSLO — Prime Minister Ana Ruiz met President Jo Okafor in Oslo on April 14.",
        "Ruiz said the line would carry over 23,000 passengers a year.",
        "“We will build it together,” Ruiz said on Tuesday.",
        "Trade between the two countries reached USD 1.2 billion in 2024, according to Norwegian statistics.",
        "Trade between the two countries reached USD 900 million in 2024, according to Danish data.",
        "Okafor will visit Denmark in September, her office announced.",
        "About 24,000 passengers are expected, the harbour office said.",
        "Three people were injured when a crane fell in Selby on Friday.",
        "The pier at night. (Photo: AP)",
        "By Marta Lind",
        "Łukasz Wójcik and Lukasz Wojcik — naïve 東京 🚢 words, he said.",
        "See more",
        "Old Pier to Close in June",
        "Minister Pia Holm closed the old pier on Wednesday and paid 40 million kroner.",
        "Copyright 2025 The Associated Press. All rights reserved.",
        "May 13, 2025",
        "./.",
    ])
    .prop_map(str::to_owned);
    prop_oneof![8 => known, 1 => "[A-Z][a-z]{1,8}( [a-zA-Z0-9é,$%“”]{1,9}){0,12}[.!?]?", 1 => "\\PC{0,60}"]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop::collection::vec(line(), 1..9).prop_map(|lines| lines.join("\n\n"));
    prop::collection::vec(text, 1..6)
}

/// The record of texts, each read from a source named by its place in `names`.
fn record(texts: &[(usize, &String)]) -> String {
    let mut collection = Collection::default();
    for (name, text) in texts {
        let source = format!("2025-04-{:02}-{name}.txt", 10 + name);
        collection.read(&source, &mut text.as_bytes(), &Options::default());
    }
    let json = dossier::publish::json::render(&dossier::build(collection, &|_| {}));
    dossier_testing::check_record(&json);
    json
}

/// The record of the same texts, each read beforehand, written and read back.
fn record_of_findings(texts: &[(usize, &String)]) -> String {
    let mut fresh = Collection::default();
    for (name, text) in texts {
        let source = format!("2025-04-{:02}-{name}.txt", 10 + name);
        fresh.read(&source, &mut text.as_bytes(), &Options::default());
    }
    let (articles, notes) = fresh.into_parts();
    let mut known = Collection::default();
    notes.into_iter().for_each(|n| known.note(n));
    for read in dossier::annotate_all(articles, &|_| {}) {
        let line = dossier::wire::annotations::write(&read);
        dossier_testing::check_annotations(&line);
        let back = dossier::wire::annotations::read(&line).expect("a sound line");
        assert_eq!(back, read);
        known.push_read(back);
    }
    dossier::publish::json::render(&dossier::build(known, &|_| {}))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_articles_changes_nothing(texts in texts(), turn in 0_usize..6) {
        let mut named: Vec<(usize, &String)> = texts.iter().enumerate().collect();
        let first = record(&named);
        named.reverse();
        let turn = turn % named.len();
        named.rotate_left(turn);
        prop_assert_eq!(first, record(&named));
    }

    #[test]
    fn what_was_read_before_gives_the_same_record(texts in texts()) {
        let named: Vec<(usize, &String)> = texts.iter().enumerate().collect();
        prop_assert_eq!(record_of_findings(&named), record(&named));
    }

    #[test]
    fn a_record_is_read_back(texts in texts()) {
        let named: Vec<(usize, &String)> = texts.iter().enumerate().collect();
        let json = record(&named);
        let back = dossier::wire::record::read(&json).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(dossier::publish::json::render(&back), json);
    }

    #[test]
    fn every_cite_holds(texts in texts()) {
        let named: Vec<(usize, &String)> = texts.iter().enumerate().collect();
        let json: Value = serde_json::from_str(&record(&named)).expect("json");
        support::check_cites(&json);
        // Each story's articles and rows are told of once.
        for story in support::rows(&json, "stories") {
            for field in ["entities", "events", "figures", "statements", "quotes"] {
                let mut ids: Vec<&str> = support::rows(story, field).iter().map(|r| support::text(r, "id")).collect();
                let all = ids.len();
                ids.sort_unstable();
                ids.dedup();
                prop_assert_eq!(ids.len(), all, "{} has an id twice", field);
            }
        }
    }
}
