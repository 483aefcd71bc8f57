//! Sentences in, findings out: the files of `cases/`, a folder a finder.

#[path = "../../en/tests/support/reading.rs"]
mod reading;

use std::path::Path;

use dossier_cases::Form;

fn check(finder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(finder);
    dossier_cases::run(&folder, Form::Marked, |case| {
        reading::read(case, dossier_es::annotate)
    });
}

#[test]
fn times() {
    check("times");
}

#[test]
fn quantities() {
    check("quantities");
}
