//! Tables, the calendar and the brief: what was written reads back.

mod support;

use dossier_model::*;
use dossier_publish::{calendar, csv, markdown};
use icalendar::{Component, parser};

#[test]
fn tables_read_back_with_one_row_a_cite() {
    let dossier = support::dossier();
    let story = &dossier.stories[0];
    let files = csv::render(&dossier);
    let cites: usize = story.events.iter().map(|e| e.cites.len()).sum();
    let reports: usize = story.figures.iter().map(|f| f.reports.len()).sum();
    let named: usize = story.entities.iter().map(|e| e.cites.len()).sum();
    let told: usize = story.statements.iter().map(|s| s.reports.len()).sum();
    let rows = [
        cites,
        reports,
        story.quotes.len(),
        named,
        told,
        dossier.articles.len(),
    ];
    for (file, expected) in files.iter().zip(rows) {
        let mut reader = ::csv::Reader::from_reader(file.body.as_bytes());
        let head = reader.headers().expect("a head").clone();
        let records: Vec<_> = reader.records().map(|r| r.expect("rows of one length")).collect();
        assert_eq!(records.len(), expected, "{}", file.path);
        // Every cite's words are at its offsets in the article it names.
        let column = |name: &str| head.iter().position(|h| h == name);
        let (Some(start), Some(end)) = (column("start"), column("end")) else {
            continue;
        };
        let (article, words) = (
            column("article").expect("article"),
            column("words").expect("words"),
        );
        for r in &records {
            let text = dossier
                .articles
                .iter()
                .find(|a| a.id.as_str() == &r[article])
                .expect("known")
                .text();
            let (start, end): (usize, usize) = (r[start].parse().expect("n"), r[end].parse().expect("n"));
            let said: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(&said, &r[words], "{}", file.path);
        }
    }
}

#[test]
fn the_calendar_reads_back_with_dated_events_that_are_no_maybes() {
    let dossier = support::dossier();
    let text = calendar::render(&dossier);
    assert!(text.split("\r\n").all(|l| l.len() <= 75));
    let unfolded = parser::unfold(&text);
    let parsed: icalendar::Calendar = parser::read_calendar(&unfolded).expect("an iCalendar").into();
    let events: Vec<_> = parsed.components.iter().filter_map(|c| c.as_event()).collect();
    assert_eq!(events.len(), 9);
    let uids: std::collections::BTreeSet<_> = events.iter().filter_map(|e| e.get_uid()).collect();
    assert_eq!(uids.len(), 9, "each has a name of its own");
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
    let table = &csv::render(&dossier)[5].body;
    let mut reader = ::csv::Reader::from_reader(table.as_bytes());
    let row = reader.records().next().expect("a row").expect("a good row");
    assert_eq!((&row[3], &row[8]), ("'=HYPERLINK(\"x\")", "'@a,\"b\""));
    assert!(row[7].starts_with("'+1|calc"));
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
    let tables = csv::render(&dossier);
    let mut reader = ::csv::Reader::from_reader(tables[1].body.as_bytes());
    let place = reader.headers().expect("a head").iter().position(|h| h == "told");
    let told_at = |r: ::csv::StringRecord| r.get(place?).map(str::to_owned);
    let told: Vec<Option<String>> = reader
        .records()
        .take(3)
        .map(|r| told_at(r.expect("a row")))
        .collect();
    assert_eq!(
        told[..2],
        [Some("2031-05-04".to_owned()), Some("2031-05-06".to_owned())]
    );
}
