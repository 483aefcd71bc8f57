//! The list of stories: what most tell first, what one source tells apart and folded.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use askama::Template;
use dossier_model::{Article, ArticleId, Confidence, Dossier, Entity, MentionKind, Story};
use jiff::civil::Date;

use super::context::{Badge, status};
use super::{INDEX_SCRIPT, STYLE, lead, story_path};
use crate::clean::clean;
use crate::{label, plain};

/// Notes on the page; a crawl has a hundred thousand.
const NOTES: usize = 500;
/// Stories that are shown in full; those behind them are a line each.
const WHOLE: usize = 60;
/// Choices of a facet: those that most stories have.
const CHOICES: usize = 60;
/// Names and events of a story that the search finds it by.
const NAMES: usize = 8;
const EVENTS: usize = 4;
/// Places that a story stands under.
const PLACES: usize = 3;

/// The list of stories.
#[derive(Template)]
#[template(path = "index.html")]
pub(super) struct Index {
    policy: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    /// How many stories there are.
    count: usize,
    /// Told by several sources, those that most tell first.
    stories: Vec<Card>,
    /// Those behind them, a line each.
    more: Vec<Card>,
    /// Told by one source.
    single: Vec<Card>,
    facets: Vec<Facet>,
    articles: usize,
    /// Articles in no story.
    apart: Vec<Apart>,
    notes: Vec<(String, String)>,
    more_notes: usize,
    period: Option<String>,
}

struct Card {
    path: String,
    title: String,
    period: Option<String>,
    last: Option<Date>,
    articles: usize,
    origins: usize,
    voices: usize,
    what: Option<(String, Option<String>, Badge)>,
    first: Option<String>,
    differ: usize,
    /// Statements that cannot both hold.
    conflicts: usize,
    /// What it stands under, by facet.
    under: [BTreeSet<String>; 3],
    /// The numbers of these among the choices, parted by spaces.
    choices: [String; 3],
    /// Whom and what it names, for the search.
    words: String,
}

/// What the list can be narrowed to.
struct Facet {
    /// Name in the page's own terms.
    key: &'static str,
    name: &'static str,
    /// Number, name and stories of each.
    choices: Vec<(usize, String, usize)>,
}

struct Apart {
    title: String,
    outlet: String,
    published: String,
}

impl Index {
    pub(super) fn new(dossier: &Dossier, policy: String, least: Confidence) -> Self {
        let told: HashSet<&ArticleId> = dossier.stories.iter().flat_map(|s| &s.articles).collect();
        let apart = dossier
            .articles
            .iter()
            .filter(|a| !told.contains(&a.id) && !a.is_replaced())
            .map(apart);
        let periods = || dossier.stories.iter().filter_map(|s| s.period);
        let (from, to) = (periods().map(|p| p.from).min(), periods().map(|p| p.to).max());
        let notes = dossier
            .notes
            .iter()
            .take(NOTES)
            .map(|n| (clean(&n.source), clean(&n.message)));
        let by_id: HashMap<&ArticleId, &Article> = dossier.articles.iter().map(|a| (&a.id, a)).collect();
        let mut cards: Vec<Card> = dossier.stories.iter().map(|s| card(s, &by_id, least)).collect();
        cards.sort_by_key(|c| (Reverse(c.origins), Reverse(c.last), Reverse(c.articles)));
        let facets = facets(&mut cards);
        let (mut stories, single): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(|c| c.origins > 1);
        let more = stories.split_off(stories.len().min(WHOLE));
        Self {
            policy,
            style: STYLE,
            script: INDEX_SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            count: dossier.stories.len(),
            stories,
            more,
            single,
            facets,
            articles: dossier.articles.iter().filter(|a| !a.is_replaced()).count(),
            apart: apart.collect(),
            notes: notes.collect(),
            more_notes: dossier.notes.len().saturating_sub(NOTES),
            period: from.zip(to).map(|(a, b)| plain::days(a, b)),
        }
    }
}

/// The choices of each facet that has several; notes their numbers in the cards.
fn facets(cards: &mut [Card]) -> Vec<Facet> {
    let names = [("o", "Outlet"), ("d", "Day"), ("p", "Place")];
    let mut out = Vec::new();
    for (k, (key, name)) in names.into_iter().enumerate() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for c in cards.iter().flat_map(|c| &c.under[k]) {
            *counts.entry(c).or_default() += 1;
        }
        let mut all: Vec<(String, usize)> = counts.into_iter().map(|(c, n)| (c.to_owned(), n)).collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        all.truncate(CHOICES);
        all.sort();
        let places: HashMap<&str, usize> = all.iter().enumerate().map(|(i, c)| (c.0.as_str(), i)).collect();
        for card in cards.iter_mut() {
            let numbers = card.under[k].iter().filter_map(|c| places.get(c.as_str()));
            card.choices[k] = numbers.map(usize::to_string).collect::<Vec<_>>().join(" ");
        }
        if all.len() > 1 {
            let print = |c: String| match c.parse::<Date>() {
                Ok(day) if key == "d" => plain::days(day, day),
                _ => c,
            };
            let choices = all.into_iter().enumerate().map(|(i, (c, n))| (i, print(c), n));
            out.push(Facet {
                key,
                name,
                choices: choices.collect(),
            });
        }
    }
    out
}

fn card(story: &Story, by_id: &HashMap<&ArticleId, &Article>, least: Confidence) -> Card {
    let what = lead::main_event(story, least).map(|e| {
        let when = e.when.as_ref().map(|w| clean(&plain::when(w)));
        (clean(&e.label), when, status(e.status))
    });
    let differ = story
        .figures
        .iter()
        .filter(|f| f.agreement == dossier_model::Agreement::Different && least.admits(f.confidence));
    let articles = || story.articles.iter().filter_map(|id| by_id.get(id));
    let days = articles()
        .filter_map(|a| a.meta.published)
        .map(|p| p.date.to_string());
    let mut named: Vec<&Entity> = story
        .entities
        .iter()
        .filter(|e| least.admits(e.confidence))
        .collect();
    named.sort_by_key(|e| Reverse(e.cites.iter().map(|c| &c.article).collect::<BTreeSet<_>>().len()));
    let places = named.iter().filter(|e| e.kind == MentionKind::Place).take(PLACES);
    let places: BTreeSet<String> = places.map(|e| clean(&e.name)).collect();
    let events = story
        .events
        .iter()
        .filter(|e| least.admits(e.confidence))
        .take(EVENTS);
    let words = named.iter().take(NAMES).map(|e| clean(&e.name));
    let words: Vec<String> = words.chain(events.map(|e| clean(&e.label))).collect();
    Card {
        path: story_path(&story.id),
        title: clean(&story.title),
        period: story.period.map(plain::period),
        last: story.period.map(|p| p.to),
        articles: story.articles.len(),
        origins: story.origins.len(),
        voices: story.voices.len(),
        what,
        first: (story.digest.iter())
            .find(|d| least.admits(d.confidence))
            .map(|d| clean(&d.text)),
        differ: differ.count(),
        conflicts: (story.conflicts.iter())
            .filter(|c| least.admits(c.confidence))
            .count(),
        under: [
            articles().filter_map(|a| label::outlet(a)).collect(),
            days.collect(),
            places,
        ],
        choices: Default::default(),
        words: words.join("; "),
    }
}

fn apart(a: &Article) -> Apart {
    Apart {
        title: clean(a.meta.title.as_deref().unwrap_or(&a.meta.source)),
        outlet: a
            .meta
            .outlet
            .as_deref()
            .map_or_else(|| "outlet unknown".to_owned(), clean),
        published: a
            .meta
            .published
            .map_or_else(|| "date unknown".to_owned(), super::reading::published),
    }
}
