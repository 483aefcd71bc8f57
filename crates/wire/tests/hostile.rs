//! Whatever is handed in, an error or a sound value comes out.

mod support;

use dossier_wire::{annotations, record};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::Maker;

/// All places in a value.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(i, v)| places(v, &format!("{at}/{i}"), out)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(k, v)| places(v, &format!("{at}/{k}"), out)),
        _ => {}
    }
}

/// The value with something else at one place.
fn spoiled(mut value: Value, at: usize, with: Value) -> Value {
    let mut all = Vec::new();
    places(&value, "", &mut all);
    if let Some(place) = value.pointer_mut(&all[at % all.len()]) {
        *place = with;
    }
    value
}

fn odd() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(-1),
        json!(0),
        json!(1),
        json!(7),
        json!(4_294_967_295_u32),
        json!(1e300),
        json!(""),
        json!("x"),
        json!("2024-02-30"),
        json!([]),
        json!([9, 3]),
        json!([0, 999_999]),
        json!({}),
        json!(true),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        prop_assert!(annotations::read(&text).is_err());
        prop_assert!(record::read(&text).is_err());
    }

    #[test]
    fn a_line_that_was_spoiled(seed in any::<u64>(), at in any::<usize>(), with in odd()) {
        let line: Value = serde_json::from_str(&annotations::write(&Maker::new(seed).read())).expect("json");
        match annotations::read(&spoiled(line, at, with).to_string()) {
            // What is let through can be written again.
            Ok(read) => prop_assert_eq!(annotations::read(&annotations::write(&read)), Ok(read)),
            Err(error) => prop_assert!(!error.to_string().contains('\n')),
        }
    }

    #[test]
    fn a_record_that_was_spoiled(seed in any::<u64>(), at in any::<usize>(), with in odd()) {
        let dossier = Maker::new(seed).dossier();
        let value = serde_json::to_value(record::to_wire(&dossier, &ToString::to_string)).expect("json");
        let _ = record::read(&spoiled(value, at, with).to_string());
    }

    #[test]
    fn a_line_that_was_cut(seed in any::<u64>(), at in any::<usize>()) {
        let line = annotations::write(&Maker::new(seed).read());
        let cut = line.floor_char_boundary(at % line.len());
        prop_assert!(annotations::read(&line[..cut]).is_err());
    }
}

/// A small sound line.
fn line() -> Value {
    json!({
        "format": "dossier-annotations/1",
        "generator": {"name": "dossier", "version": "0.1.0"},
        "article": {
            "id": "a", "source": "a.txt", "published": {
                "date": "2024-05-02", "time": null, "offset": null, "precision": "day", "basis": "option"
            },
            "known": {}, "extent": "full", "also": [], "text": "Ana met Lý.",
            "blocks": [{"span": [0, 11], "kind": "body"}],
        },
        "annotations": {
            "sentences": [[0, 11]],
            "tokens": {
                "span": [[0, 3], [4, 7], [8, 10], [10, 11]],
                "upos": ["PROPN", "VERB", "PROPN", "PUNCT"],
                "lemma": ["Ana", "meet", "Lý", "."],
                "head": [1, null, 1, 1],
                "deprel": ["nsubj", "root", "obj", "punct"],
            },
            "mentions": [
                {"span": [0, 3], "kind": "person", "form": "name", "entity": 0},
                {"span": [8, 10], "kind": "person", "form": "name", "entity": 1},
            ],
            "entities": [
                {"kind": "person", "name": "Ana", "is_country": false, "key": ""},
                {"kind": "person", "name": "Lý", "is_country": false, "key": ""},
            ],
            "roles": [], "times": [], "quantities": [], "figures": [], "quotes": [], "events": [],
        },
    })
}

#[track_caller]
fn check(place: &str, with: Value, expected: &str) {
    let mut value = line();
    assert!(annotations::read(&value.to_string()).is_ok());
    *value.pointer_mut(place).expect("a place") = with;
    let error = annotations::read(&value.to_string()).expect_err(place);
    assert_eq!(error.to_string(), expected);
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    check(
        "/format",
        json!("dossier-annotations/2"),
        "format: is \"dossier-annotations/2\", not \"dossier-annotations/1\"; hint: give what this version writes",
    );
    check(
        "/annotations/mentions/1/span",
        json!([8, 12]),
        "annotations.mentions[1].span: 8..12 lies outside the text of 11 code points; hint: offsets count code points, not bytes",
    );
    check(
        "/annotations/mentions/1/span",
        json!([9, 8]),
        "annotations.mentions[1].span: starts at 9, behind its end at 8; hint: a range is half-open, start first",
    );
    check(
        "/annotations/mentions/0/span",
        json!([9, 10]),
        "annotations.mentions[1]: stands before the one in front of it; hint: rows are sorted by start, then end",
    );
    check(
        "/annotations/mentions/1/entity",
        json!(2),
        "annotations.mentions[1].entity: 2 is no place in the 2 entities; hint: places count from 0",
    );
    check(
        "/annotations/tokens/head/1",
        json!(2),
        "annotations.tokens.head[0]: leads back to itself; hint: each sentence hangs on a root",
    );
    check(
        "/annotations/tokens/head/3",
        json!(4),
        "annotations.tokens.head[3]: 4 is no place in the 4 tokens; hint: places count from 0; a root has null",
    );
    check(
        "/annotations/tokens/lemma",
        json!(["Ana"]),
        "annotations.tokens.lemma: has 1 rows, and span has 4; hint: the columns of tokens are of one length",
    );
    check(
        "/article/published/date",
        json!("2024-13-02"),
        "article.published.date: \"2024-13-02\" is no date; hint: write it as 2024-05-02",
    );
    check(
        "/article/blocks",
        json!([{"span": [0, 5], "kind": "body"}, {"span": [4, 9], "kind": "body"}]),
        "article.blocks[1]: begins inside the block in front of it; hint: blocks are in order and do not overlap",
    );
}

#[test]
fn a_name_that_is_not_known_is_told_with_those_that_are() {
    let mut value = line();
    value["article"]["extent"] = json!("half");
    let error = annotations::read(&value.to_string()).unwrap_err();
    let words = error.to_string();
    assert!(
        words.ends_with("unknown extent \"half\"; hint: one of full, summary"),
        "{words}"
    );
    assert!(error.place().starts_with("line 1, column "), "{words}");
}

#[test]
fn a_cite_stands_where_it_says() {
    let mut maker = Maker::new(3);
    let mut dossier = maker.dossier();
    while dossier.stories.iter().all(|s| s.quotes.is_empty()) {
        dossier = maker.dossier();
    }
    let mut value = serde_json::to_value(record::to_wire(&dossier, &ToString::to_string)).expect("json");
    let story = dossier
        .stories
        .iter()
        .position(|s| !s.quotes.is_empty())
        .expect("a quotation");
    value["stories"][story]["quotes"][0]["cite"]["text"] = json!("never said");
    let error = record::read(&value.to_string()).unwrap_err();
    assert_eq!(error.place(), format!("stories[{story}].quotes[0].cite.text"));
}
