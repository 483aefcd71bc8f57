//! Which articles count as one, from the bytes to the record.

use dossier::ingest::Options;
use dossier::model::{OriginKind, Story};
use dossier::{Collection, build};

const STRIKE: &str = "Dock workers in Port Alder walked out on Monday after talks with the Harbour Board on night shifts had failed. About 1,200 members of the Dockers' Union stayed at home, and nine ships waited outside the breakwater. The union's leader, Ana Ruiz, said that nobody would go back before the board put its promises in writing. The board's chairman, Tom Hale, called the strike reckless and said that perishable goods worth 3 million dollars would be lost within two days.";
const OWN: &str = "At the gate of pier four some forty dock workers of the Dockers' Union stood around a fire in an oil drum on Monday evening. Most of them have worked nights in Port Alder since they left school. One of them, who gave his name as Lars, said that he had not seen his daughter awake for a week in March, and that the Harbour Board's letter had come on her birthday. A baker from the old town brought rolls and would take no money for them. In the bars behind the cranes people spoke of little else than the strike, and of the winter forty years ago when the harbour stood still for seven weeks and the city council paid for coal. Nobody wanted that again, said the owner of the Anchor, but everybody knew somebody who would hold out longer than the board.";

fn story(rows: &[(&str, &str, &str)]) -> Story {
    let lines: Vec<String> = rows
        .iter()
        .map(|(outlet, published, text)| {
            format!("{{\"outlet\": \"{outlet}\", \"published\": \"{published}\", \"title\": \"Dock workers strike in Port Alder\", \"text\": \"{text}\"}}\n")
        })
        .collect();
    let mut collection = Collection::default();
    collection.read(
        "strike.jsonl",
        &mut lines.concat().as_bytes(),
        &Options::default(),
    );
    let mut record = build(collection, &|_| {});
    assert_eq!(record.stories.len(), 1, "one story");
    record.stories.remove(0)
}

fn kinds(story: &Story) -> Vec<(OriginKind, usize)> {
    story.origins.iter().map(|o| (o.kind, o.articles.len())).collect()
}

#[test]
fn two_printings_are_one_origin() {
    let again = STRIKE.replace("reckless", "irresponsible");
    let story = story(&[
        ("Lantern", "2031-05-06T08:00:00Z", STRIKE),
        ("Harbour News", "2031-05-06T09:00:00Z", &again),
    ]);
    assert_eq!(kinds(&story), [(OriginKind::Copy, 2)]);
    assert!(
        story.origins[0].why.contains("% of the shorter one's words"),
        "{}",
        story.origins[0].why
    );
    assert!(story.statements.iter().all(|s| s.support.origins == 1));
}

#[test]
fn an_article_quoted_in_full_lends_its_words_and_no_more() {
    let story = story(&[
        ("Lantern", "2031-05-06T08:00:00Z", STRIKE),
        ("Harbour News", "2031-05-06T20:00:00Z", &format!("{OWN} {STRIKE}")),
    ]);
    assert_eq!(kinds(&story), [(OriginKind::Own, 1), (OriginKind::Own, 1)]);
    let why = &story.origins[1].why;
    assert!(
        why.starts_with("most of the text of Harbour News is its own; "),
        "{why}"
    );
    assert!(
        why.ends_with("words are taken from Lantern, and count there"),
        "{why}"
    );
    // What stands in both articles was told once.
    let both: Vec<_> = story
        .statements
        .iter()
        .filter(|s| s.support.articles == 2)
        .collect();
    assert!(!both.is_empty());
    assert!(both.iter().all(|s| s.support.origins == 1), "{both:?}");
}

#[test]
fn not_quoted_where_nobody_knows_who_was_first() {
    let story = story(&[
        ("Lantern", "", STRIKE),
        ("Harbour News", "", &format!("{OWN} {STRIKE}")),
    ]);
    assert_eq!(kinds(&story), [(OriginKind::Copy, 2)]);
}

#[test]
fn a_credit_is_told_of_those_that_have_it_alone() {
    let again = STRIKE.replace("reckless", "irresponsible");
    let credited = format!("PORT ALDER (Reuters) - {STRIKE}");
    let story = story(&[
        ("Lantern", "2031-05-06T08:00:00Z", &credited),
        ("Harbour News", "2031-05-06T09:00:00Z", &again),
    ]);
    assert_eq!(kinds(&story), [(OriginKind::Agency, 2)]);
    let why = &story.origins[0].why;
    assert!(
        why.starts_with("1 of 2 articles is credited to Reuters; Harbour News is not, but ")
            && why.ends_with(" % of the words of Lantern stand in it"),
        "{why}"
    );
}
