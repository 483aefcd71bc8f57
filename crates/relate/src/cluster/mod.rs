//! Stories: which articles tell of one event.
//!
//! Sparse TF-IDF vectors of lemmas. One pass in time order, each article joining the story to whose articles it is
//! most similar on average or opening one (Miranda et al. 2018); then stories that have come close are joined, nearest
//! first (average linkage); then a story whose articles fall apart by the names and numbers that they hold is split:
//! two earthquakes are told in the same words, but not of the same towns.

mod linkage;
mod merge;
mod split;
mod vector;

use std::collections::HashMap;

use dossier_model::AnnotatedArticle;
use jiff::civil::Date;

use vector::{Terms, Vector};

/// What decides whether an article joins a story. Chosen on news events and ECB+ topics 1–22.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Least mean cosine between an article and a story's articles.
    pub join: f64,
    /// Least mean cosine between the articles of two stories for them to be one.
    pub merge: f64,
    /// Days after which similarity has halved.
    pub half_life: f64,
    /// The two halves of a story are two stories where the names of one half are less than this much as similar to
    /// those of the other half as they are among themselves.
    pub split: f64,
    /// Least number of different articles in either half.
    pub split_least: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            join: 0.22,
            merge: 0.18,
            half_life: 180.0,
            split: 0.28,
            split_least: 5,
        }
    }
}

/// The stories as groups of places in `articles`, which are in time order; each group sorted, groups by their first.
#[must_use]
pub fn group(articles: &[&AnnotatedArticle], config: &Config) -> Vec<Vec<usize>> {
    let terms = Terms::of(articles);
    let vectors = terms.vectors();
    let stories = pass(articles, &vectors, config);
    let stories = merge::join_near(stories, config);
    let mut groups: Vec<Vec<usize>> = stories
        .into_iter()
        .flat_map(|s| split::split(s.members, &terms, &vectors, config))
        .collect();
    for g in &mut groups {
        g.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Each article joins the most similar story or opens one.
fn pass(articles: &[&AnnotatedArticle], vectors: &[Vector], config: &Config) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    let mut index: HashMap<u32, Vec<usize>> = HashMap::new();
    for (i, vector) in vectors.iter().enumerate() {
        let day = articles[i].article.reference_day();
        let mut near: Vec<usize> = vector
            .strongest()
            .filter_map(|key| index.get(&key))
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        let mut best: Option<(f64, usize)> = None;
        for s in near {
            let gap = days_between(stories[s].days, day.zip(day));
            let similarity = stories[s].similarity(vector) * fade(gap, config.half_life);
            if similarity >= config.join && best.is_none_or(|(b, _)| similarity > b) {
                best = Some((similarity, s));
            }
        }
        let place = best.map_or(stories.len(), |(_, s)| s);
        if place == stories.len() {
            stories.push(Story::default());
        }
        stories[place].add(i, vector, day);
        for key in vector.strongest() {
            let list = index.entry(key).or_default();
            if !list.contains(&place) {
                list.push(place);
            }
        }
    }
    stories
}

/// Days that lie between two spans of time; none where one is not known.
fn days_between(a: Option<(Date, Date)>, b: Option<(Date, Date)>) -> i32 {
    let Some(((a0, a1), (b0, b1))) = a.zip(b) else {
        return 0;
    };
    let gap = a0.max(b0) - a1.min(b1);
    gap.get_days().max(0)
}

/// How much of a similarity is left over this many days; the first two cost nothing.
fn fade(days: i32, half_life: f64) -> f64 {
    0.5f64.powf(f64::from((days - 2).max(0)) / half_life)
}

/// Articles taken for one story.
#[derive(Debug, Clone, Default)]
struct Story {
    members: Vec<usize>,
    /// Sum of the members' vectors.
    sum: HashMap<u32, f64>,
    /// First and last day.
    days: Option<(Date, Date)>,
}

impl Story {
    fn add(&mut self, i: usize, vector: &Vector, day: Option<Date>) {
        self.members.push(i);
        for &(key, w) in vector.iter() {
            *self.sum.entry(key).or_default() += w;
        }
        self.widen(day.zip(day));
    }

    fn widen(&mut self, days: Option<(Date, Date)>) {
        self.days = match (self.days, days) {
            (Some((a0, a1)), Some((b0, b1))) => Some((a0.min(b0), a1.max(b1))),
            (a, b) => a.or(b),
        };
    }

    /// Mean cosine between an article and the members.
    fn similarity(&self, vector: &Vector) -> f64 {
        let dot: f64 = vector
            .iter()
            .filter_map(|(k, w)| Some(self.sum.get(k)? * w))
            .sum();
        dot / self.members.len().max(1) as f64
    }
}
