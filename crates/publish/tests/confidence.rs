//! What is shown as a fact, and what stands apart.

mod support;

use dossier_model::{Confidence, Dossier, MentionKind};
use dossier_publish::{calendar, csv, html, json, markdown};

fn half() -> Option<Confidence> {
    Confidence::new(0.5)
}

/// The example with rows that are half sure: the first planned event, the first figure, quotation and person, and an
/// office of somebody else.
fn doubtful() -> (Dossier, Words) {
    let mut dossier = support::dossier();
    let story = &mut dossier.stories[0];
    let event = story
        .events
        .iter_mut()
        .find(|e| e.when.is_some())
        .expect("an event");
    event.confidence = half();
    event.label = "A fair that few read of".to_owned();
    let id = event.id.clone();
    story
        .timeline
        .retain(|t| !t.refs.contains(&dossier_model::TimelineRef::Event(id.clone())));
    story.figures[0].confidence = half();
    story.figures[0].measure = "herrings that few count".to_owned();
    story.quotes[0].confidence = half();
    story.quotes[0].words = "We hardly heard it.".to_owned();
    let people = || MentionKind::Person;
    let person = story.entities.iter_mut().find(|e| e.kind == people());
    let person = person.expect("a person");
    person.confidence = half();
    person.name = "Somebody Hardly-Read".to_owned();
    let person = person.id.clone();
    let official = (story.entities.iter_mut())
        .find(|e| e.kind == people() && e.id != person && !e.roles.is_empty())
        .expect("an official");
    official.roles[0].confidence = half();
    official.roles[0].title = "Keeper of Doubts".to_owned();
    let words = [
        "A fair that few read of",
        "herrings that few count",
        "We hardly heard it.",
        "Somebody Hardly-Read",
        "Keeper of Doubts",
    ];
    (dossier, words)
}

type Words = [&'static str; 5];

/// A page in two: what is shown, and what the folds of less certainty hold.
fn parts(page: &str) -> (String, String) {
    let (mut shown, mut folded) = (String::new(), String::new());
    let mut rest = page;
    while let Some(at) = rest.find("doubtful\"><summary>") {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        // Folds of sources stand inside.
        let (mut depth, mut end) = (1, 0);
        while depth > 0 {
            let close = end + rest[end..].find("</details>").expect("an end");
            depth += rest[end..close].matches("<details").count();
            depth -= 1;
            end = close + "</details>".len();
        }
        folded.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    shown.push_str(rest);
    (shown, folded)
}

#[test]
fn what_was_not_weighed_is_shown_as_ever() {
    let page = &html::render(&support::dossier())[1].body;
    assert!(!page.contains("less certainty"));
    assert!(!markdown::render(&support::dossier()).contains("less certainty"));
    assert_eq!(csv::render(&support::dossier()).len(), 7);
    assert!(!json::render(&support::dossier()).contains("\"confidence\""));
}

#[test]
fn a_page_folds_what_is_less_sure() {
    let (dossier, words) = doubtful();
    let (shown, folded) = parts(&html::render(&dossier)[1].body);
    for words in words {
        assert!(folded.contains(words), "{words}");
        let is_named = words.starts_with("Somebody");
        assert!(is_named || !shown.contains(words), "{words}");
    }
    assert!(folded.contains("confidence 50%"));
    let (shown, folded) = parts(&html::render_with(&dossier, half().expect("a share"))[1].body);
    assert!(folded.is_empty());
    assert!(shown.contains(words[0]));
}

#[test]
fn a_brief_ends_with_what_is_less_sure() {
    let (dossier, words) = doubtful();
    let brief = markdown::render(&dossier);
    let (facts, doubts) = brief.split_once("### Read with less certainty").expect("doubts");
    for words in words {
        assert!(doubts.contains(words), "{words}: {doubts}");
        assert!(words.starts_with("Somebody") || !facts.contains(words), "{words}");
    }
    assert_eq!(doubts.matches("(confidence 0.5)").count(), 5);
    assert!(!markdown::render_with(&dossier, half().expect("a share")).contains("less certainty"));
}

#[test]
fn tables_of_what_is_less_sure_are_files_of_their_own() {
    let (dossier, words) = doubtful();
    let files = csv::render(&dossier);
    let body = |name: &str| {
        let file = files.iter().find(|f| f.path == name);
        file.map_or("", |f| f.body.as_str())
    };
    for (name, words) in ["events", "figures", "quotes", "entities"].iter().zip(words) {
        assert!(
            !body(&format!("{name}.csv")).contains(&format!(",{words},")),
            "{words}"
        );
        let apart = body(&format!("{name}-less-certain.csv"));
        assert!(apart.contains(words), "{words}");
        // Behind the confidence stands why a row is background, where the table has that.
        assert!(
            apart
                .lines()
                .skip(1)
                .all(|l| l.trim_end_matches(',').ends_with(",0.5")),
            "{apart}"
        );
    }
    assert_eq!(body("statements-less-certain.csv"), "");
    assert!(!body("entities.csv").contains("Keeper of Doubts"));
}

#[test]
fn a_calendar_holds_facts_alone() {
    let (dossier, words) = doubtful();
    assert!(!calendar::render(&dossier).contains(words[0]));
    assert!(calendar::render_with(&dossier, half().expect("a share")).contains(words[0]));
}

#[test]
fn the_record_has_all_with_their_number() {
    let (dossier, _) = doubtful();
    assert_eq!(json::render(&dossier).matches("\"confidence\": 0.5").count(), 5);
}
