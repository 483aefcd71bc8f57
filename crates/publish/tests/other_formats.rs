//! Tables, the calendar and the brief: what was written reads back.

mod support;

use dossier_model::*;
use std::collections::{BTreeMap, BTreeSet};

use dossier_publish::{calendar, csv, markdown, sqlite};
use icalendar::{Component, parser};

/// A table as rows of cells by column.
fn table(dossier: &Dossier, name: &str) -> Vec<BTreeMap<String, String>> {
    let files = csv::render(dossier);
    let file = files
        .iter()
        .find(|f| f.path == format!("{name}.csv"))
        .expect("a table");
    let mut reader = ::csv::Reader::from_reader(file.body.as_bytes());
    let head = reader.headers().expect("a head").clone();
    (reader.records())
        .map(|r| {
            let row = r.expect("rows of one length");
            head.iter()
                .map(str::to_owned)
                .zip(row.iter().map(str::to_owned))
                .collect()
        })
        .collect()
}

#[test]
fn tables_read_back_with_the_words_of_each_cite() {
    let dossier = support::dossier();
    let story = &dossier.stories[0];
    for (name, rows) in [
        ("articles", dossier.articles.len()),
        ("stories", dossier.stories.len()),
        ("members", story.articles.len()),
        ("origins", story.origins.len()),
        ("voices", story.voices.len()),
        ("copies", story.copies.len()),
        ("events", story.events.len()),
        (
            "figure_reports",
            story.figures.iter().map(|f| f.reports.len()).sum(),
        ),
        (
            "statement_reports",
            story.statements.iter().map(|s| s.reports.len()).sum(),
        ),
        ("quotes", story.quotes.len()),
        ("entities", story.entities.len()),
        ("conflicts", story.conflicts.len()),
        ("timeline", story.timeline.len()),
    ] {
        assert_eq!(table(&dossier, name).len(), rows, "{name}");
    }
    for name in [
        "events",
        "figure_reports",
        "statement_reports",
        "quotes",
        "entities",
        "cites",
    ] {
        for row in table(&dossier, name).iter().filter(|r| !r["article"].is_empty()) {
            let article = dossier.articles.iter().find(|a| a.id.as_str() == row["article"]);
            let text = article.expect("known").text();
            let (start, end): (usize, usize) =
                (row["start"].parse().expect("n"), row["end"].parse().expect("n"));
            let said: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(said, row["words"], "{name}");
        }
    }
}

#[test]
fn keys_join_over_tables() {
    let dossier = support::dossier();
    let keys = |name: &str, column: &str| -> BTreeSet<(String, String)> {
        let rows = table(&dossier, name);
        (rows.iter().filter(|r| !r[column].is_empty()))
            .map(|r| (r["story"].clone(), r[column].clone()))
            .collect()
    };
    for (column, of, from) in [
        ("event", "events", &["participants"][..]),
        (
            "entity",
            "entities",
            &["participants", "names", "roles", "voices"],
        ),
        ("voice", "voices", &["figure_reports", "statement_reports"]),
        ("figure", "figures", &["figure_reports"]),
        ("statement", "statements", &["statement_reports"]),
        ("origin", "origins", &["members"]),
        ("article", "members", &["cites", "quotes"]),
    ] {
        let known = keys(of, column);
        for from in from {
            let used = keys(from, column);
            assert!(!used.is_empty() && used.is_subset(&known), "{from}.{column}");
        }
    }
}

#[test]
fn a_number_that_nobody_printed_is_shown_nowhere() {
    let mut dossier = support::dossier();
    let r = &mut dossier.stories[0].figures[0].reports[0];
    (r.value, r.low, r.high, r.bound) = (None, Some(24_024.0), Some(100_100.0), Bound::Range);
    let first = &table(&dossier, "figure_reports")[0];
    assert_eq!((first["low"].as_str(), first["high"].as_str()), ("", ""));
    for text in [
        markdown::render(&dossier),
        dossier_publish::html::render(&dossier).remove(1).body,
    ] {
        assert!(!text.contains("24,024") && !text.contains("100,100"));
    }
}

#[test]
fn one_file_of_sqlite_holds_every_table_and_what_it_says() {
    let dossier = support::dossier();
    let made = sqlite::render_with(&dossier, Confidence::FACT).expect("a file");
    let mut db = rusqlite::Connection::open_in_memory().expect("a database");
    db.deserialize_read_exact("main", &made.bytes[..], made.bytes.len(), true)
        .expect("a file of SQLite");
    let count = |query: &str| -> i64 { db.query_row(query, [], |r| r.get(0)).expect(query) };
    for file in csv::render(&dossier) {
        let name = file.path.trim_end_matches(".csv");
        let rows = i64::try_from(table(&dossier, name).len()).expect("few");
        assert_eq!(count(&format!("SELECT count(*) FROM {name}")), rows, "{name}");
        let told = format!("SELECT count(*) FROM metadata WHERE \"table\" = '{name}' AND description <> ''");
        assert!(count(&told) > 1, "{name}");
    }
    assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    let joined = "SELECT count(*) FROM events JOIN participants USING (story, event) JOIN entities USING (story, entity)";
    assert_eq!(count(joined), count("SELECT count(*) FROM participants"));
    let day: String = db
        .query_row(
            "SELECT when_from FROM events WHERE when_from IS NOT NULL LIMIT 1",
            [],
            |r| r.get(0),
        )
        .expect("a day");
    assert!(day.parse::<jiff::civil::Date>().is_ok(), "{day}");
    let metadata: serde_json::Value = serde_json::from_str(&made.metadata).expect("JSON");
    assert_eq!(
        metadata["databases"]["dossier"]["tables"]["events"]["columns"]["label"],
        "a short line"
    );
}

#[test]
fn parquet_reads_back() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let dossier = support::dossier();
    let files = parquet_of(&dossier);
    assert_eq!(files.len(), csv::render(&dossier).len());
    for file in files {
        let name = file.path.trim_end_matches(".parquet");
        let reader = SerializedFileReader::new(bytes::Bytes::from(file.bytes)).expect("a file");
        let metadata = reader.metadata().file_metadata();
        assert!(
            metadata
                .key_value_metadata()
                .is_some_and(|m| m.iter().any(|k| k.key == "description"))
        );
        let rows: Vec<_> = reader
            .get_row_iter(None)
            .expect("rows")
            .map(|r| r.expect("a row"))
            .collect();
        let expected = table(&dossier, name);
        assert_eq!(rows.len(), expected.len(), "{name}");
        for (row, cells) in rows.iter().zip(&expected) {
            for (column, field) in row.get_column_iter() {
                let same = match field {
                    Field::Null => cells[column].is_empty(),
                    Field::Str(text) => {
                        cells[column].trim_start_matches('\'') == text.trim_start_matches('\'')
                    }
                    Field::Bool(yes) => cells[column] == yes.to_string(),
                    Field::Long(n) => cells[column] == n.to_string(),
                    Field::Double(n) => cells[column] == n.to_string(),
                    Field::Date(days) => {
                        let day = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(*days);
                        cells[column] == day.to_string()
                    }
                    Field::TimeMillis(_) | Field::Int(_) => cells[column].len() == "14:30:00".len(),
                    other => panic!("{name}.{column}: {other:?}"),
                };
                assert!(same, "{name}.{column}: {field:?} is not {:?}", cells[column]);
            }
        }
    }
}

fn parquet_of(dossier: &Dossier) -> Vec<dossier_publish::parquet::File> {
    dossier_publish::parquet::render_with(dossier, Confidence::FACT).expect("files")
}

#[test]
fn the_calendar_reads_back_with_dated_events_that_are_no_maybes() {
    let dossier = support::dossier();
    let text = calendar::render(&dossier);
    assert!(text.split("\r\n").all(|l| l.len() <= 75));
    let unfolded = parser::unfold(&text);
    let parsed: icalendar::Calendar = parser::read_calendar(&unfolded).expect("an iCalendar").into();
    let events: Vec<_> = parsed.components.iter().filter_map(|c| c.as_event()).collect();
    assert_eq!(events.len(), 4);
    let uids: std::collections::BTreeSet<_> = events.iter().filter_map(|e| e.get_uid()).collect();
    assert_eq!(uids.len(), 4, "each has a name of its own");
    assert!(
        text.contains("X-WR-CALNAME:") && text.contains("URL:http"),
        "{text}"
    );
    // What has no day, or more than a month of them, is no banner.
    let note = unfolded.split("BEGIN:VJOURNAL").nth(1).expect("a note");
    assert!(note.contains("SUMMARY:Without a day: 5 events of "), "{note}");
    let visit = events
        .iter()
        .find(|e| e.get_summary() == Some("Mara Ilven pays a state visit to Corrant"));
    let visit = visit.expect("the visit");
    assert_eq!(visit.property_value("DTSTART"), Some("20310303"));
    assert_eq!(
        visit.property_value("DTEND"),
        Some("20310305"),
        "ends are exclusive"
    );
    assert_eq!(
        visit.property_value("DTSTAMP"),
        Some("20310305T000000Z"),
        "the last report, not the clock"
    );
    let description = visit.get_description().expect("a description");
    assert!(description.contains("Osk Tribune"), "{description}");
    assert!(!text.contains("second tube"), "what might be is no date");
}

#[test]
fn the_brief_tells_the_story_and_names_its_articles() {
    let brief = markdown::render(&support::dossier());
    for words in [
        "## Talvia’s president in Corrant",
        "Reported 1–5 March 2031. 6 outlets, 5 original reports, 1 reprint.",
        "- **3–4 March 2031**, Corrant: Mara Ilven pays a state visit to Corrant \\[1, 2, 3, 6\\]",
        "| cost of the tunnel | US$12.4 billion | Talvian Ministry of Transport | \\[1\\] | compatible:",
        "- **Tomás Rell**: Prime Minister, Corrant – also Tomas Rell, Rell",
        "1. Halden Courier, 1 Mar: ",
        "## Notes",
    ] {
        assert!(brief.contains(words), "{words} in\n{brief}");
    }
}

#[test]
fn hostile_titles_stay_titles() {
    let meta = ArticleDraft {
        source: "=HYPERLINK(\"x\")".to_owned(),
        title: Some("+1|calc\r\nBEGIN:VEVENT".to_owned()),
        byline: Some("@a,\"b\"".to_owned()),
        ..ArticleDraft::default()
    };
    let dossier = Dossier {
        articles: vec![support::article("aa", meta, &[(BlockKind::Body, "Words.")])],
        ..Dossier::default()
    };
    let row = &table(&dossier, "articles")[0];
    assert_eq!(
        (&*row["source"], &*row["byline"]),
        ("'=HYPERLINK(\"x\")", "'@a,\"b\"")
    );
    assert!(row["title"].starts_with("'+1|calc"));
}

#[test]
fn a_figure_that_moves_is_told_in_time() {
    let mut dossier = support::dossier();
    let figure = &mut dossier.stories[0].figures[0];
    let point = |day: i8, high: f64, reports: Vec<usize>| SeriesPoint {
        when: support::when(
            Some(support::day(2031, 5, day)),
            Some(support::day(2031, 5, day)),
            WhenPrecision::Day,
            "",
        ),
        low: 12.0,
        high,
        reports,
    };
    figure.series = Some(vec![point(4, 12.0, vec![0]), point(6, 17.0, vec![1])]);
    let record = dossier_publish::json::render(&dossier);
    let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
    let series = &record["stories"][0]["figures"][0]["series"];
    assert_eq!(series[1]["when"]["from"], "2031-05-06");
    assert_eq!(
        (&series[1]["high"], &series[1]["reports"][0]),
        (&17.into(), &1.into())
    );
    assert!(record["stories"][0]["figures"][1]["series"].is_null());

    let brief = markdown::render(&dossier);
    assert!(
        brief.contains("in time: 4 May 2031: US$12; 6 May 2031: US$12–17"),
        "{brief}"
    );
    let page = dossier_publish::html::render(&dossier).remove(1).body;
    assert!(page.contains("<ol class=\"series\">") && page.contains("6 May 2031"));
    let told: Vec<(String, String)> = (table(&dossier, "series").iter())
        .map(|r| (r["report"].clone(), r["when_from"].clone()))
        .collect();
    let point = |report: &str, day: &str| (report.to_owned(), day.to_owned());
    assert_eq!(told, [point("0", "2031-05-04"), point("1", "2031-05-06")]);
}
