//! Sentences in, findings out: the files of `cases/`, a folder a finder.

#[path = "support/reading.rs"]
mod reading;

use std::path::Path;

use dossier_cases::Form;

fn check(finder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(finder);
    dossier_cases::run(&folder, Form::Marked, |case| {
        reading::read(case, dossier_en::annotate)
    });
}

#[test]
fn names() {
    check("names");
}

#[test]
fn roles() {
    check("roles");
}

#[test]
fn times() {
    check("times");
}

#[test]
fn quantities() {
    check("quantities");
}

#[test]
fn figures() {
    check("figures");
}

#[test]
fn quotes() {
    check("quotes");
}

#[test]
fn events() {
    check("events");
}
