//! Which tellings are one event, as a reader of the record sees it.

use dossier::ingest::Options;
use dossier::model::{Event, EventType, Status, Story};
use dossier::{Collection, Step};

/// The story of these articles: day of publication, empty where it is not told, and text.
fn story(articles: &[(&str, &str)]) -> Story {
    let mut collection = Collection::default();
    for (i, (day, text)) in articles.iter().enumerate() {
        let published = if day.is_empty() {
            String::new()
        } else {
            format!("\"published\":\"{day}\",")
        };
        let row = format!("{{\"id\":\"a{i}\",{published}\"title\":\"\",\"text\":{text:?}}}");
        collection.read(&format!("{i}.jsonl"), &mut row.as_bytes(), &Options::default());
    }
    let mut stories = dossier::build(collection, &|_: Step| {}).stories;
    assert_eq!(stories.len(), 1, "the articles are one story");
    stories.remove(0)
}

fn of_kind(story: &Story, kind: EventType) -> Vec<&Event> {
    story.events.iter().filter(|e| e.kind == kind).collect()
}

fn labels(story: &Story, kind: EventType) -> Vec<&str> {
    let mut all: Vec<&str> = of_kind(story, kind).iter().map(|e| e.label.as_str()).collect();
    all.sort_unstable();
    all
}

#[test]
fn a_planned_and_a_past_visit_are_one_row() {
    let told = story(&[
        (
            "2031-03-01",
            "President Mara Ilven of Norway will pay a state visit to Peru on March 3 and 4. In Lima, President Ilven \
             will talk about fish.",
        ),
        (
            "2031-03-05",
            "President Mara Ilven of Norway visited Peru on March 3 and 4. In Lima, President Ilven talked about fish.",
        ),
    ]);
    let visits = of_kind(&told, EventType::Visit);
    assert_eq!(labels(&told, EventType::Visit), ["Mara Ilven’s visit to Peru"]);
    assert_eq!(visits[0].status, Status::Past);
    assert_eq!(visits[0].support.articles, 2);
    assert!(
        visits[0].why.contains("Mara Ilven") && visits[0].why.contains("2031-03-03"),
        "{}",
        visits[0].why
    );
    assert!(
        visits[0].why.contains("1 told it as planned"),
        "{}",
        visits[0].why
    );
    let rows: Vec<_> = told
        .timeline
        .iter()
        .filter(|r| r.label == visits[0].label)
        .collect();
    assert_eq!(rows.len(), 1);
}

#[test]
fn two_visits_of_one_person_stay_two() {
    let told = story(&[
        (
            "2031-09-12",
            "President Mara Ilven visited Peru on September 10, 2031. Mara Ilven saw the port of Lima.",
        ),
        (
            "2031-03-05",
            "On a trip to Peru on March 3, 2031, President Mara Ilven walked through Lima and its port.",
        ),
    ]);
    let days: Vec<_> = of_kind(&told, EventType::Visit)
        .iter()
        .filter_map(|e| e.when.as_ref()?.from)
        .map(|d| d.to_string())
        .collect();
    assert_eq!(days.len(), 2, "{days:?}");
}

#[test]
fn one_trip_to_two_countries_is_two_visits() {
    let told = story(&[
        (
            "2031-03-01",
            "President Mara Ilven will visit Peru and Chile in April, her office said on Saturday.",
        ),
        (
            "2031-03-02",
            "President Mara Ilven will visit Chile in April, her office said.",
        ),
    ]);
    assert_eq!(
        labels(&told, EventType::Visit),
        ["Mara Ilven’s visit to Chile", "Mara Ilven’s visit to Peru"]
    );
}

#[test]
fn a_place_inside_another_is_where_the_accident_was() {
    let told = story(&[
        (
            "2031-05-07",
            "A passenger train derailed in Hackney, east London, on Wednesday. Four people were hurt in the train.",
        ),
        (
            "2031-05-07",
            "A passenger train derailed in London on Wednesday. Four people were hurt in the train, the police said.",
        ),
    ]);
    let accidents = of_kind(&told, EventType::Accident);
    assert_eq!(labels(&told, EventType::Accident), ["Derailment, Hackney"]);
    assert_eq!(accidents[0].support.articles, 2);
}

#[test]
fn two_accidents_of_one_day_stay_apart() {
    let told = story(&[
        (
            "2031-05-07",
            "A passenger train derailed in Lima on Wednesday. Four people were hurt in the train.",
        ),
        (
            "2031-05-07",
            "A passenger train derailed in Oslo on Wednesday. Four people were hurt in the train.",
        ),
    ]);
    assert_eq!(
        labels(&told, EventType::Accident),
        ["Derailment, Lima", "Derailment, Oslo"]
    );
}

#[test]
fn many_tests_are_not_one_test() {
    let told = story(&[
        (
            "2031-08-30",
            "Norway fired a missile over the sea on August 29, 2031. Norway has conducted dozens of missile tests.",
        ),
        (
            "2031-08-31",
            "Norway fired a missile over the sea on August 29, 2031.",
        ),
    ]);
    let tests = of_kind(&told, EventType::Test);
    let of_day = tests
        .iter()
        .find(|e| e.when.is_some())
        .expect("the test of a day");
    assert!(!of_day.label.contains("ozens"), "{}", of_day.label);
    assert!(of_day.cites.iter().count() >= 2);
}

#[test]
fn what_is_denied_or_only_thought_of_is_no_other_row() {
    let told = story(&[
        (
            "2031-03-01",
            "President Mara Ilven met Prime Minister Bo Lind on March 1, 2031, in Oslo.",
        ),
        (
            "2031-03-02",
            "President Mara Ilven did not meet Prime Minister Bo Lind on March 1, 2031, her office said.",
        ),
        (
            "2031-03-02",
            "If President Mara Ilven meets Prime Minister Bo Lind on March 1, 2031, the fleet will sail.",
        ),
    ]);
    for event in of_kind(&told, EventType::Meeting) {
        let denied = event.cites.iter().count() == 1 && event.status == Status::Denied;
        assert!(
            denied || event.status == Status::Past,
            "{} {:?}",
            event.label,
            event.status
        );
    }
    assert!(told.timeline.iter().all(|r| r.when.from.or(r.when.to).is_some()));
}

#[test]
fn a_day_without_its_year_counts_as_evidence() {
    let told = story(&[
        (
            "2031-03-05",
            "President Mara Ilven of Norway visited Peru on March 3, 2031. In Lima, President Ilven talked about fish.",
        ),
        (
            "",
            "President Mara Ilven of Norway visited Peru on March 3. In Lima, President Ilven talked about fish and ships.",
        ),
        (
            "",
            "On March 3, President Mara Ilven of Norway visited Peru. In Lima, President Ilven talked about fish and oil.",
        ),
    ]);
    let visits = of_kind(&told, EventType::Visit);
    assert_eq!(visits.len(), 1);
    assert_eq!(visits[0].support.articles, 3);
    assert!(
        visits[0].why.contains("all give a time that fits 2031-03-03"),
        "{}",
        visits[0].why
    );
}

#[test]
fn a_figure_told_in_two_ways_shows_both_in_the_timeline() {
    let told = story(&[(
        "2031-03-05",
        "In 2030, trade between Norway and Peru reached USD 20 billion according to Norwegian statistics and USD 26 \
         billion according to Peruvian data. Norway and Peru trade in fish.",
    )]);
    let rows: Vec<&str> = told.timeline.iter().map(|r| r.label.as_str()).collect();
    let row = rows.iter().find(|r| r.contains("USD 20 billion"));
    let row = row.unwrap_or_else(|| panic!("{rows:?}"));
    assert!(row.contains("USD 26 billion"), "{row}");
    assert!(
        row.contains("(Norwegian statistics)") && row.contains("(Peruvian data)"),
        "{row}"
    );
}
