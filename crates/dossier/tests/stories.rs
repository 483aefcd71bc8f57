//! Which articles are told as one story.

use dossier::Collection;
use dossier::ingest::Options;
use dossier::model::{Article, StoryId};
use dossier::relate::cluster::{Bag, Known, Printed, Reasons};

/// The stories as lists of the articles' numbers, by their first.
fn stories(texts: &[String]) -> Vec<Vec<usize>> {
    let mut collection = Collection::default();
    for (i, text) in texts.iter().enumerate() {
        collection.read(&format!("{i:03}.txt"), &mut text.as_bytes(), &Options::default());
    }
    let (articles, _) = collection.into_parts();
    let names: Vec<usize> = articles
        .iter()
        .map(|a| a.meta.source[..3].parse().expect("a number"))
        .collect();
    let found = cluster(&articles);
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (id, n) in found.iter().zip(names) {
        match groups.iter_mut().find(|g| g.0 == id.as_str()) {
            Some(g) => g.1.push(n),
            None => groups.push((id.as_str().to_owned(), vec![n])),
        }
    }
    let mut out: Vec<Vec<usize>> = groups.into_iter().map(|g| g.1).collect();
    out.iter_mut().for_each(|g| g.sort_unstable());
    out.sort_unstable();
    out
}

fn cluster(articles: &[Article]) -> Vec<StoryId> {
    let bags: Vec<Bag> = articles.iter().map(|a| Bag::of(a, Printed::Forgotten)).collect();
    let stories = dossier::relate::cluster(&bags, &Known::default(), Reasons::Untold);
    let mut out = vec![StoryId::new(""); articles.len()];
    for row in stories.rows {
        row.members.iter().for_each(|&i| out[i] = row.id.clone());
    }
    out
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| (*t).to_owned()).collect()
}

#[test]
fn one_event_is_one_story() {
    let told = owned(&[
        "The harbour bridge of Port Amsel closed on Monday after engineers found cracks in two cables.",
        "Cracks in two cables closed the harbour bridge of Port Amsel, engineers said.",
        "Farmers in the Orla valley harvest less wheat this summer because of the drought.",
    ]);
    assert_eq!(stories(&told), [vec![0, 1], vec![2]]);
}

#[test]
fn two_of_one_kind_stay_apart() {
    let quake = |town: &str, isle: &str, size: &str, mayor: &str| -> Vec<String> {
        [
            "Rescuers searched the ruins of the old market, and a child was pulled out alive after nine hours.",
            "A school and two bridges were closed, while engineers measured cracks in the dam above the valley.",
            "Hospitals asked for blood, doctors told reporters, and tents were flown in from the mainland by the army.",
            "Fishing boats were thrown onto the quay, insurers fear, and the cannery will stand still until autumn.",
            "Trains to the coast stopped for a day, the railway said, since a tunnel has to be inspected by experts.",
        ]
        .iter()
        .map(|more| {
            format!("An earthquake of magnitude {size} shook {town} on the island of {isle}. {more} {mayor}, the mayor of {town}, spoke on Sunday.")
        })
        .collect()
    };
    let mut told = quake("Dorsa", "Melu", "5.6", "Ilan Brekk");
    told.extend(quake("Vanta", "Oriko", "6.3", "Sefa Tuul"));
    assert_eq!(stories(&told), [vec![0, 1, 2, 3, 4], vec![5, 6, 7, 8, 9]]);
}

#[test]
fn not_one_story_for_being_all_there_is() {
    let told = owned(&[
        "The ferry to Melu starts again in May, the harbour office said on Monday. Ships leave at nine and carry two hundred cars.",
        "The city council of Selby voted on Monday to paint the old library green. The mayor said that work starts in May.",
    ]);
    assert_eq!(stories(&told), [vec![0], vec![1]]);
}

#[test]
fn no_articles_are_no_stories() {
    assert!(stories(&[]).is_empty());
}
