//! What tests of several rooms share: every record and every line of annotations that a test makes is checked against its
//! schema in `docs`.

mod schema;

use serde_json::Value;

/// Checks a record.
///
/// # Panics
/// Where it does not fit `docs/dossier-1.schema.json`.
#[track_caller]
pub fn check_record(json: &str) {
    check(json, include_str!("../../../docs/dossier-1.schema.json"));
}

/// Checks a line of annotations.
///
/// # Panics
/// Where it does not fit `docs/dossier-annotations-1.schema.json`.
#[track_caller]
pub fn check_annotations(line: &str) {
    check(
        line,
        include_str!("../../../docs/dossier-annotations-1.schema.json"),
    );
}

#[track_caller]
fn check(json: &str, schema: &str) {
    let parse = |what: &str, text: &str| -> Value {
        serde_json::from_str(text).unwrap_or_else(|e| panic!("{what} is no JSON: {e}"))
    };
    let (value, schema) = (parse("it", json), parse("the schema", schema));
    if let Err(problem) = schema::validate(&schema, &value) {
        panic!("{problem}");
    }
}
