//! Articles in, rows and pages of the record out: the files of `cases/relate` and `cases/publish`.
//!
//! Each article of a case begins with a line `@ ID`, with `published=` and other fields of a row of JSON behind it; an
//! underscore stands for a space in them.

mod publish;
mod relate;

use std::path::Path;

use dossier::Collection;
use dossier::ingest::Options;
use dossier::model::Dossier;
use dossier_cases::{Case, Form};

/// The record of the articles of a case.
fn build(case: &Case<'_>) -> Dossier {
    let mut collection = Collection::default();
    for part in format!("\n{}", case.input).split("\n@ ").skip(1) {
        let (head, text) = part.split_once('\n').unwrap_or((part, ""));
        let mut words = head.split_whitespace();
        let id = words.next().unwrap_or("a");
        let mut row = serde_json::json!({"id": id, "title": "", "text": text.trim()});
        for (key, value) in words.filter_map(|w| w.split_once('=')) {
            row[key] = value.replace('_', " ").into();
        }
        let row = row.to_string();
        collection.read(&format!("{id}.jsonl"), &mut row.as_bytes(), &Options::default());
    }
    dossier::build(collection, &|_| {})
}

fn check(stage: &str, read: impl Fn(&Case<'_>) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../cases")
        .join(stage);
    dossier_cases::run(&folder, Form::Parted, read);
}

#[test]
fn relate() {
    check("relate", |case| relate::show(case, &build(case)));
}

#[test]
fn publish() {
    check("publish", |case| publish::show(case, &build(case)));
}
