//! The audit over our own example: a verdict is kept while its row stays the same.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use dossier::model::{Dossier, Status};

use super::*;

fn example() -> Dossier {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/state-visit");
    chain::record(&path).expect("the example")
}

fn keys(record: &Dossier, kind: Kind) -> BTreeSet<String> {
    rows(record, kind).into_iter().map(|r| r.key).collect()
}

#[test]
fn every_kind_has_rows_that_say_where_they_stand() {
    let record = example();
    for kind in Kind::ALL {
        let rows = rows(&record, kind);
        assert!(!rows.is_empty(), "{kind}");
        for row in &rows {
            assert_eq!(verdict::kind_of(&row.key), Some(kind));
            assert!(!row.places.is_empty(), "{}", row.line);
            assert!(!row.line.contains(['\t', '\n']), "{}", row.line);
            assert_eq!(row.cites.is_empty(), kind == Kind::Origins, "{}", row.line);
        }
    }
}

#[test]
fn ids_of_the_record_do_not_matter() {
    let record = example();
    let mut other = record.clone();
    for story in &mut other.stories {
        for event in &mut story.events {
            event.id = dossier::model::EventId::new(format!("x-{}", event.id));
            event.why.push_str(" And more.");
        }
        story.events.reverse();
    }
    assert_eq!(keys(&record, Kind::Events), keys(&other, Kind::Events));
}

#[test]
fn a_row_that_says_something_else_is_another_row() {
    let record = example();
    let mut other = record.clone();
    let event = &mut other.stories[0].events[0];
    event.status = if event.status == Status::Denied {
        Status::Past
    } else {
        Status::Denied
    };
    assert_eq!(
        keys(&record, Kind::Events)
            .difference(&keys(&other, Kind::Events))
            .count(),
        1
    );
}

#[test]
fn a_row_on_other_words_is_another_row() {
    let record = example();
    let mut other = record.clone();
    let quote = &mut other.stories[0].quotes[0];
    quote.cite.span.end -= 1;
    assert_eq!(
        keys(&record, Kind::Quotes)
            .difference(&keys(&other, Kind::Quotes))
            .count(),
        1
    );
}

#[test]
fn the_larger_sample_holds_the_smaller() {
    let record = example();
    let all: Vec<(Row, &Dossier)> = rows(&record, Kind::Entities)
        .into_iter()
        .map(|r| (r, &record))
        .collect();
    let taken = |n, seed| {
        sample(&all, n, seed)
            .iter()
            .map(|(r, _)| r.key.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(taken(4, 1), taken(9, 1)[..4]);
    assert_ne!(taken(4, 1), taken(4, 2));
}

#[test]
fn a_record_that_was_written_has_the_same_rows() {
    let record = example();
    let written = dossier::publish::json::render(&record);
    let read = dossier::wire::record::read(&written).expect("a record");
    for kind in Kind::ALL {
        assert_eq!(keys(&record, kind), keys(&read, kind), "{kind}");
    }
}

/// A folder of our own for the files of one test.
fn folder() -> PathBuf {
    let path = std::env::temp_dir().join(format!("dossier-audit-{}", std::process::id()));
    std::fs::create_dir_all(&path).expect("a folder");
    path
}

#[test]
fn a_sheet_is_filled_taken_and_remembered() {
    let at = folder();
    let options = Options {
        data: vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/state-visit")],
        kinds: vec![Kind::Events, Kind::Quotes],
        n: 3,
        verdicts: at.join("audit.tsv"),
        rows: Some(at.join("sheet.tsv")),
        ..Options::default()
    };
    let _ = std::fs::remove_file(&options.verdicts);
    run(&options).expect("a sheet");
    let sheet = std::fs::read_to_string(at.join("sheet.tsv")).expect("a sheet");
    assert_eq!(sheet.lines().count(), 7, "{sheet}");
    // Five of six rows are judged: all good but one, which is of a wrong type.
    let mut filled = String::new();
    for (i, line) in sheet.lines().enumerate() {
        let line = match i {
            1 => line.replacen("\t\t\t", "\twrong\ttype\t", 1),
            2..=5 => line.replacen("\t\t\t", "\tgood\t\t", 1),
            _ => line.to_owned(),
        };
        filled.push_str(&line);
        filled.push('\n');
    }
    std::fs::write(at.join("filled.tsv"), filled).expect("a file");
    let import = Options {
        rows: None,
        import: Some(at.join("filled.tsv")),
        unjudged: true,
        ..options.clone()
    };
    let told = run(&import).expect("the verdicts");
    assert!(
        told.contains("5 new, 0 changed, 0 as before, 1 without a verdict"),
        "{told}"
    );
    assert_eq!(told.matches("not judged").count(), 1, "{told}");
    assert!(told.contains("wrong type: 1"));
    let kept = std::fs::read_to_string(&options.verdicts).expect("verdicts");
    assert_eq!(kept.lines().count(), 6, "{kept}");
    // No word of an article: keys, verdicts, classes, places.
    for line in kept.lines().skip(1) {
        let places = line.split('\t').nth(3).expect("places");
        assert!(place::read_all(places).is_ok(), "{line}");
        assert_eq!(line.split('\t').count(), 4, "{line}");
    }
    std::fs::remove_dir_all(at).expect("our own folder");
}
