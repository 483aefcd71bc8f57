//! The schemas and the list of tables in `docs` are those of the structs. `DOSSIER_UPDATE_SCHEMA=1` rewrites them.
#![allow(clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::path::Path;

use dossier_wire::tables::{self, Table};
use dossier_wire::{annotations, record, schema};
use serde_json::Value;

mod support;

#[track_caller]
fn check(name: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(name);
    if std::env::var("DOSSIER_UPDATE_SCHEMA").is_ok() {
        std::fs::write(&path, expected).expect("written");
    }
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text == expected,
        "docs/{name} is not what the structs say\nhint: DOSSIER_UPDATE_SCHEMA=1 cargo test -p dossier-wire"
    );
}

#[test]
fn the_schema_of_the_record() {
    check("dossier-1.schema.json", &schema::record());
}

#[test]
fn the_schema_of_annotations() {
    check("dossier-annotations-1.schema.json", &schema::annotations());
}

#[test]
fn the_list_of_tables() {
    check("tables.md", &tables::render_markdown());
}

#[test]
fn whatever_is_written_fits_its_schema() {
    for seed in 0..40 {
        let mut maker = support::Maker::new(seed);
        let line = annotations::write(&maker.read());
        dossier_testing::check_annotations(&line);
        let record =
            serde_json::to_string(&record::to_wire(&maker.dossier(), &ToString::to_string)).expect("json");
        dossier_testing::check_record(&record);
    }
}

#[test]
fn each_row_fits_its_table_and_keys_name_one() {
    for seed in 0..40 {
        let mut maker = support::Maker::new(seed);
        let dossier = maker.dossier();
        let record = record::to_wire(&dossier, &ToString::to_string);
        for filled in tables::fill(&record, dossier_model::Confidence::FACT) {
            let columns = filled.table.columns;
            for row in &filled.rows {
                assert_eq!(row.len(), columns.len(), "{}", filled.name);
                for (value, column) in row.iter().zip(columns) {
                    assert!(value.fits(column), "{}.{}: {value:?}", filled.name, column.name);
                }
            }
            for key in filled.table.key() {
                assert!(columns.iter().any(|c| c.name == *key), "{}.{key}", filled.name);
            }
        }
    }
}

#[test]
fn one_name_is_one_kind_of_thing() {
    let mut kinds = BTreeMap::new();
    for table in tables::of_record() {
        for column in table.columns {
            let known = kinds.entry(column.name).or_insert(column.kind);
            assert!(*known == column.kind, "{}.{}", table.name, column.name);
        }
    }
}

/// The fields of each struct in a schema.
fn structs(schema: &str) -> BTreeMap<String, Vec<String>> {
    let schema: Value = serde_json::from_str(schema).expect("json");
    let all = schema["$defs"].as_object().expect("structs");
    let names = |s: &Value| -> Vec<String> {
        let fields = s["properties"].as_object();
        fields.map_or_else(Vec::new, |f| f.keys().cloned().collect())
    };
    all.iter().map(|(name, s)| (name.clone(), names(s))).collect()
}

/// Fields that are tables of their own.
const APART: &[(&str, &str)] = &[
    ("Article", "blocks"),
    ("Version", "changes"),
    (
        "Story",
        "conflicts copies digest entities events figures quotes statements timeline voices",
    ),
    ("Entity", "names roles cites"),
    ("Role", "cites"),
    ("Event", "participants cites"),
    ("Figure", "reports series"),
    ("Statement", "reports"),
    ("Conflict", "of cites"),
    ("TimelineRow", "refs cites"),
    ("Digest", "cites"),
];

/// Fields that a table has under another name: a key is called by its thing, and words by what they are.
const RENAMED: &[(&str, &str, &str)] = &[
    ("Article", "id", "article"),
    ("Conflict", "id", "conflict"),
    ("Copy", "words", "shared_words"),
    ("Entity", "id", "entity"),
    ("Event", "id", "event"),
    ("Figure", "id", "figure"),
    ("Origin", "id", "origin"),
    ("Quote", "id", "quote"),
    ("Participant", "role", "part"),
    ("Quote", "words", "said"),
    ("SeriesPoint", "reports", "report"),
    ("Statement", "id", "statement"),
    ("Story", "id", "story"),
    ("Voice", "id", "voice"),
    ("Cite", "text", "words"),
];

#[track_caller]
fn check_columns(table: &Table, structs: &BTreeMap<String, Vec<String>>) {
    let fields = structs
        .get(table.of)
        .unwrap_or_else(|| panic!("no struct {:?}", table.of));
    for field in fields {
        let renamed = RENAMED.iter().find(|(s, f, _)| *s == table.of && f == field);
        let field = renamed.map_or(field.as_str(), |(_, _, name)| name);
        let apart = APART
            .iter()
            .any(|(s, f)| *s == table.of && f.split(' ').any(|f| f == field));
        let is_cite = matches!(field, "cite") && table.columns.iter().any(|c| c.name == "words");
        let stands = is_cite
            || table.columns.iter().any(|c| {
                c.name == field
                    || c.name.starts_with(&format!("{field}_"))
                    || (field == "span" && c.name == "start")
            });
        assert!(stands != apart, "table {}: field {field}", table.name);
    }
}

#[test]
fn each_field_has_its_column() {
    let [articles, layers, rows] = tables::all();
    let read = structs(&schema::annotations());
    for table in articles.iter().chain(layers).filter(|t| !t.of.is_empty()) {
        check_columns(table, &read);
    }
    let told = structs(&schema::record());
    (rows.iter().filter(|t| !t.of.is_empty())).for_each(|table| check_columns(table, &told));
    let layer = |name: &str| {
        layers
            .iter()
            .any(|t| t.name == name || t.name == format!("found_{name}"))
    };
    // Which layers were read is told of the article; `wording` goes with all of them and is no table.
    let apart = ["coverage", "wording"];
    assert!(
        (read["Annotations"].iter())
            .filter(|name| !apart.contains(&name.as_str()))
            .all(|name| layer(name)),
        "{:?}",
        read["Annotations"]
    );
}
