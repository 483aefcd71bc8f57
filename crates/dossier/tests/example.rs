//! The example of the manual, end to end: facts of `examples/state-visit`, each stated here.

mod support;

use std::path::Path;

use dossier::Collection;
use dossier::ingest::Options;
use serde_json::Value;
use support::{article, rows, text};

/// The record of the example, built once.
fn record() -> &'static Value {
    static RECORD: std::sync::LazyLock<Value> = std::sync::LazyLock::new(build);
    &RECORD
}

// A test is no part of the pure library: it opens the files that it reads.
#[allow(clippy::disallowed_methods)]
fn articles() -> Collection {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/state-visit");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the example")
        .map(|e| e.expect("entry").path())
        .collect();
    files.sort();
    let mut collection = Collection::default();
    for file in files {
        let name = file.file_name().expect("name").to_string_lossy().into_owned();
        let mut reader = std::fs::File::open(&file).expect("file");
        collection.read(&name, &mut reader, &Options::default());
    }
    collection
}

fn build() -> Value {
    let json = dossier::publish::json::render(&dossier::build(articles(), &|_| {}));
    dossier_testing::check_record(&json);
    serde_json::from_str(&json).expect("json")
}

/// What was read before, written and read back gives the record that reading anew gives; and the record comes back, too.
#[test]
fn findings_and_the_record_are_read_back() {
    let (fresh, notes) = articles().into_parts();
    let mut known = Collection::default();
    notes.into_iter().for_each(|n| known.note(n));
    for read in dossier::annotate_all(fresh, &|_| {}) {
        let line = dossier::wire::annotations::write(&read);
        known.push_read(dossier::wire::annotations::read(&line).expect("a sound line"));
    }
    let json = dossier::publish::json::render(&dossier::build(known, &|_| {}));
    assert!(serde_json::from_str::<Value>(&json).expect("json") == *record());
    let back = dossier::wire::record::read(&json).expect("a sound record");
    assert!(dossier::publish::json::render(&back) == json);
}

fn story() -> &'static Value {
    let stories = rows(record(), "stories");
    assert_eq!(stories.len(), 1, "one visit is one story");
    &stories[0]
}

/// The names of an entity.
fn names(entity: &Value) -> Vec<&str> {
    rows(entity, "names").iter().map(|n| text(n, "text")).collect()
}

#[test]
fn seven_articles_of_six_origins() {
    assert_eq!(rows(record(), "articles").len(), 7);
    assert_eq!(rows(story(), "articles").len(), 7);
    let origins = rows(story(), "origins");
    assert_eq!(
        origins.len(),
        6,
        "two papers print one agency's text: {origins:#?}"
    );
    let shared: Vec<_> = origins.iter().filter(|o| rows(o, "articles").len() > 1).collect();
    assert_eq!(shared.len(), 1);
    assert_eq!(rows(shared[0], "articles").len(), 2);
    let agencies = rows(record(), "articles")
        .iter()
        .filter(|a| text(a, "agency") == "EPN");
    assert_eq!(agencies.count(), 2);
}

#[test]
fn every_cite_holds() {
    support::check_cites(record());
}

#[test]
fn a_passage_is_copied() {
    let copied = rows(story(), "copies").iter().any(|c| {
        let source = |side: &str| text(article(record(), text(&c[side], "article")), "source").to_owned();
        let mut sources = [source("from"), source("to")];
        sources.sort();
        sources[0].contains("astana-courier") && sources[1].contains("gdansk-tribune")
    });
    assert!(copied, "the agency's text in both papers");
}

#[test]
fn one_president_by_all_spellings() {
    let people: Vec<&Value> = rows(story(), "entities")
        .iter()
        .filter(|e| text(e, "kind") == "person")
        .filter(|e| {
            names(e)
                .iter()
                .any(|n| n.contains("Wojcik") || n.contains("Wójcik"))
        })
        .collect();
    assert_eq!(people.len(), 1, "one man, one entity");
    let names = names(people[0]);
    for name in ["Łukasz Wójcik", "Lukasz Wojcik"] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
}

#[test]
fn nothing_of_the_teasers_is_told() {
    let told = serde_json::to_string(story()).expect("json");
    for name in ["Kostanay", "Omarov", "grain forum", "Ferry to Hel", "Five lakes"] {
        assert!(!told.contains(name), "{name}");
    }
}

/// The figures with a report of such words.
fn figures(part: &str) -> Vec<&'static Value> {
    rows(story(), "figures")
        .iter()
        .filter(|f| {
            rows(f, "reports")
                .iter()
                .any(|r| text(&r["cite"], "text").contains(part))
        })
        .collect()
}

#[test]
fn trade_of_2024_differs_by_basis() {
    let by_basis = figures("1.2 billion")
        .into_iter()
        .find(|f| text(f, "agreement") == "by-basis")
        .expect("trade by two statistics");
    let reports = rows(by_basis, "reports");
    assert!(
        reports
            .iter()
            .any(|r| text(&r["cite"], "text").contains("900 million"))
    );
    assert!(reports.iter().all(|r| text(r, "unit") == "US dollar"));
}

#[test]
fn numbers_of_students_are_compatible() {
    let students = figures("1,500");
    assert!(
        students.iter().any(|f| {
            text(f, "agreement") == "compatible"
                && rows(f, "reports")
                    .iter()
                    .any(|r| text(&r["cite"], "text").contains("1,400"))
        }),
        "{students:#?}"
    );
}

/// The status of the events of a type whose words hold `part`.
fn statuses(kind: &str, part: &str) -> Vec<&'static str> {
    rows(story(), "events")
        .iter()
        .filter(|e| text(e, "type") == kind)
        .filter(|e| rows(e, "cites").iter().any(|c| text(c, "text").contains(part)))
        .map(|e| text(e, "status"))
        .collect()
}

#[test]
fn plans_and_past_are_told_apart() {
    let works = statuses("construction", "Almaty - Aktau");
    assert!(
        !works.is_empty() && works.iter().all(|s| *s == "planned"),
        "{works:?}"
    );
    let signed = statuses("signing", "21 agreements");
    assert!(
        !signed.is_empty() && signed.iter().all(|s| *s == "past"),
        "{signed:?}"
    );
    let earlier = statuses("visit", "October last year");
    assert!(
        !earlier.is_empty() && earlier.iter().all(|s| *s == "past"),
        "{earlier:?}"
    );
}

/// The page of the example: what stands in which of its views.
#[test]
fn the_page_tells_what_an_editor_asks() {
    let pages = dossier::publish::html::render(&dossier::build(articles(), &|_| {}));
    let page = &pages[1].body;
    let view = |name: &str| {
        let rest = page
            .split(&format!(" data-view=\"{name}\""))
            .nth(1)
            .unwrap_or_default();
        rest.split(" data-view=\"").next().unwrap_or_default()
    };
    let holds = |name: &str, words: &[&str]| {
        for words in words {
            assert!(view(name).contains(words), "{name}: {words}");
        }
    };
    holds(
        "brief",
        &[
            "7 articles, 6 original reports, 1 reprint",
            "foreign ministry denied",
        ],
    );
    holds(
        "differences",
        &[
            "22 agreements",
            "counted by different bases",
            "The Kazakh foreign ministry denied that the case had been discussed.",
            "Wójcik said he had raised it with Sarsenov.",
        ],
    );
    holds(
        "sources",
        &["<b><bdi>EPN</bdi></b> → ", "Who has how much from whom"],
    );
    // Nothing but the last view grows with the articles' words.
    let reading = page.len() - view("articles").len() - view("findings").len();
    assert!(reading < 110_000, "{reading} bytes before the findings");
    assert!(page.len() < 200_000, "{} bytes", page.len());
}
