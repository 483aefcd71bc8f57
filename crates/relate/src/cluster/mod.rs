//! Stories: which articles tell of one event.
//!
//! Sparse TF-IDF vectors of words. One pass in time order, each article joining the story to whose articles it is most
//! similar on average or opening one (Miranda et al. 2018); then stories that have come close are joined, nearest first
//! (average linkage); then a story whose articles fall apart by the words that tell them from one another is split. A
//! text printed again with another place or day where it begins is another story. Time grows with the number of
//! articles, not with that of pairs: each is compared with a bounded number of others, found by shared rare words.

mod bag;
mod halves;
mod merge;
mod pass;
mod split;
mod twin;
mod vector;

pub use bag::{Bag, Printed};

use rayon::prelude::*;

/// What decides whether an article joins a story. Chosen on news events and ECB+ topics 1–22.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Least mean cosine between an article and a story's articles.
    pub join: f64,
    /// Least mean cosine between the articles of two stories for them to be one.
    pub merge: f64,
    /// Days after which similarity has halved.
    pub half_life: f64,
    /// Two halves of a story are two stories where their mean similarity, by the words that tell the story's articles
    /// apart, is less than this …
    pub between: f64,
    /// … and less than this much of that inside the looser half.
    pub ratio: f64,
    /// Least number of different articles in either half.
    pub split_least: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            join: 0.22,
            merge: 0.14,
            half_life: 720.0,
            between: 0.072,
            ratio: 0.6,
            split_least: 3,
        }
    }
}

/// The stories as groups of places in `bags`; each in order of publication, groups by their first. The order of `bags`
/// does not matter.
#[must_use]
pub fn group(bags: &[Bag], config: &Config) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..bags.len()).collect();
    order.sort_by(|&a, &b| {
        (bags[a].moment, &bags[a].id)
            .cmp(&(bags[b].moment, &bags[b].id))
            .then(a.cmp(&b))
    });
    let sorted: Vec<&Bag> = order.iter().map(|&i| &bags[i]).collect();
    let vectors = vector::vectors(&sorted);
    let stories = merge::join_near(pass::pass(&sorted, &vectors, config), &sorted, config);
    let mut groups: Vec<Vec<usize>> = stories
        .into_par_iter()
        .flat_map_iter(|s| split::split(s.members, &sorted, &vectors, config))
        .collect();
    for g in &mut groups {
        g.sort_unstable();
    }
    groups.sort_unstable();
    groups
        .into_iter()
        .map(|g| g.into_iter().map(|i| order[i]).collect())
        .collect()
}
