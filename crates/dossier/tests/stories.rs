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
    let bags: Vec<Bag> = articles
        .iter()
        .map(|a| Bag::of(a, Printed::Forgotten, dossier::VOCABULARY))
        .collect();
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
        vec![
            format!(
                "An earthquake of magnitude {size} shook {town} on the island of {isle}. Rescuers searched the ruins of the old market, and a child was pulled out alive after nine hours. {mayor}, the mayor of {town}, spoke on Sunday."
            ),
            format!(
                "{town} was shaken by a quake that measured {size}, and a school and two bridges were closed. Engineers looked at cracks in the dam above {isle}'s valley while {mayor} met the families of the injured; the road to {town} is open again."
            ),
            format!(
                "Hospitals on {isle} asked for blood after the earthquake of {town}. Tents were flown in from the mainland by the army, the mayor {mayor} told reporters, and shocks of up to {size} may follow. {town} has a hospital of forty beds."
            ),
            format!(
                "Fishing boats lie on the quay of {town} since the earthquake on {isle}. Insurers fear for the cannery, which {mayor} wants to see at work by autumn; the quake had a magnitude of {size}. Half of {town} lives off the cannery."
            ),
            format!(
                "No trains ran on {isle} for a day, the railway said, since a tunnel near {town} has to be inspected. The earthquake of magnitude {size} bent rails, and {mayor} walked to the town hall of {town} on foot."
            ),
        ]
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

/// Words of an article long enough to be known again.
const FORM: &str = "Residents felt the shaking for half a minute, the seismological office said. No damage was reported at \
    first. The office recorded several weaker shocks in the hours that followed, and trains were stopped for a while. \
    People were told to stay away from old buildings and to listen to the radio for news of further shocks.";

#[test]
fn thousands_of_one_text_are_one_story() {
    let text = format!("A quake of magnitude 5.1 shook Dorsa on Monday. {FORM}");
    let found = stories_of(&vec![text; 10_000]);
    assert_eq!(found.len(), 1);
}

#[test]
fn a_form_with_another_number_is_one_story_and_with_another_place_another() {
    let form = |place: &str, n: usize| {
        format!("A quake of magnitude 5.1 shook {place} on Monday, and {n} houses lost their roofs. {FORM}")
    };
    let numbers: Vec<String> = (0..10_000).map(|n| form("Dorsa", 100 + n)).collect();
    assert_eq!(stories_of(&numbers).len(), 1);
    let name = |n: usize| {
        let syllable = |i: usize| {
            ["ka", "lo", "mi", "su", "te", "ra", "no", "vi", "pe", "du"][n / 10usize.pow(i as u32) % 10]
        };
        format!("Qu{}{}{}{}", syllable(0), syllable(1), syllable(2), syllable(3))
    };
    let places: Vec<String> = (0..2_000).map(|n| form(&name(n), 12)).collect();
    assert_eq!(stories_of(&places).len(), 2_000);
}

#[test]
fn what_many_print_and_what_some_tell_themselves_is_one_story() {
    let agency = "The harbour bridge of Port Amsel closed on Monday after engineers found cracks in two cables. The mayor, \
        Ilan Brekk, said that ferries would carry cars until the spring. Lorries go round by Vanta, sixty miles more for \
        the cannery. The cables were hung in 1961 and were to last for forty years, the engineers wrote in their report.";
    let own = |n: usize| {
        let more = [
            "Shops on the quay fear for their trade",
            "Pupils from the north bank stay at home",
            "The fire brigade keeps a boat at the pier",
        ];
        format!(
            "Port Amsel has no bridge since Monday, when cracked cables were found. {}. Brekk, the mayor, asked for \
             patience, and report number {n} lists what the engineers saw on the bridge.",
            more[n % 3]
        )
    };
    let mut told: Vec<String> = (0..30).map(|n| format!("{agency} Page {n} has more.")).collect();
    told.extend((0..9).map(own));
    assert_eq!(stories(&told).len(), 1);
}

#[test]
fn languages_stay_apart() {
    let english = "The harbour bridge of Port Amsel closed on Monday after engineers found cracks in two of the cables, and the \
        mayor of Port Amsel said that ferries would carry the cars until the spring of the next year. "
        .repeat(2);
    let german = "Die Hafenbrücke von Port Amsel wurde am Montag gesperrt, nachdem Ingenieure Risse in zwei Kabeln gefunden \
        hatten, und der Bürgermeister von Port Amsel sagte, dass bis zum Frühjahr Fähren die Autos tragen. "
        .repeat(2);
    assert_eq!(stories(&[english, german]), [vec![0], vec![1]]);
}

/// The stories of plain texts, without what it takes to read files.
fn stories_of(texts: &[String]) -> Vec<Vec<usize>> {
    let articles: Vec<Article> = (texts.iter().enumerate())
        .map(|(i, text)| {
            let mut article = Article::plain(text, None);
            article.id = dossier::model::ArticleId::new(format!("{i:06}"));
            article
        })
        .collect();
    let bags: Vec<Bag> = articles
        .iter()
        .map(|a| Bag::of(a, Printed::Forgotten, dossier::VOCABULARY))
        .collect();
    let rows = dossier::relate::cluster(&bags, &Known::default(), Reasons::Untold).rows;
    rows.into_iter().map(|r| r.members).collect()
}
