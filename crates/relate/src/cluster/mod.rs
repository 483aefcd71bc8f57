//! Stories: which articles tell of one event.
//!
//! Sparse TF-IDF vectors of words. One pass in time order, each article joining the story to whose articles it is most
//! similar on average or opening one (Miranda et al. 2018); then stories that have come close are joined, nearest first
//! (average linkage); then a story whose articles fall apart by the words that tell them from one another is split. A
//! text printed again with another place or day where it begins is another story. Time grows with the number of
//! articles, not with that of pairs: each is compared with a bounded number of others, found by shared rare words.

mod bag;
mod halves;
mod known;
mod merge;
mod pass;
mod sketch;
mod split;
mod twin;
mod vector;
mod why;

pub use bag::{Bag, Printed};
pub use known::Known;

use std::collections::BTreeSet;

use dossier_model::{Note, StoryId};
use rayon::prelude::*;

use why::Compared;

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
            between: 0.078,
            ratio: 0.6,
            split_least: 3,
        }
    }
}

/// Stories with their names and reasons.
#[derive(Debug, Clone, Default)]
pub struct Stories {
    /// By their first articles.
    pub rows: Vec<Group>,
    /// What became of names that an earlier run gave.
    pub notes: Vec<Note>,
    /// For each bag why it is where it is; empty unless reasons are wanted.
    pub why: Vec<String>,
}

/// The articles of one story.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its name.
    pub id: StoryId,
    /// Places of its articles in the bags, in order of publication.
    pub members: Vec<usize>,
    /// Why these articles are one story; empty unless printed words were kept.
    pub why: String,
}

/// Whether a reason is wanted for each article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reasons {
    /// No.
    #[default]
    Untold,
    /// Yes; the bags must have kept their printed words.
    Told,
}

/// What the user says of some articles, whatever their words say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Places of these articles in the bags.
    pub members: Vec<usize>,
    /// Whether the stories of all of them are one; else they are a story of their own.
    pub is_join: bool,
    /// The reason for the stories that come of it.
    pub why: String,
}

/// Groups articles to stories. The order of `bags` does not matter.
#[must_use]
pub fn tell(bags: &[Bag], known: &Known, reasons: Reasons, config: &Config) -> Stories {
    tell_with(bags, known, &[], reasons, config)
}

/// [`tell`], with what the user says of stories, each in turn.
#[must_use]
pub fn tell_with(
    bags: &[Bag],
    known: &Known,
    chosen: &[Chosen],
    reasons: Reasons,
    config: &Config,
) -> Stories {
    let mut order: Vec<usize> = (0..bags.len()).collect();
    order.sort_by(|&a, &b| {
        (bags[a].moment, &bags[a].id)
            .cmp(&(bags[b].moment, &bags[b].id))
            .then(a.cmp(&b))
    });
    let sorted: Vec<&Bag> = order.iter().map(|&i| &bags[i]).collect();
    let compared = Compared {
        vectors: vector::vectors(&sorted),
        bags: sorted,
        config: *config,
    };
    let mut groups = group(&compared);
    let chosen_why = choose(&mut groups, &order, chosen);
    let mut out = Stories::default();
    if reasons == Reasons::Told {
        out.why = vec![String::new(); bags.len()];
        for (place, why) in compared.why_each(&groups).into_iter().enumerate() {
            out.why[order[place]] = why;
        }
    }
    let are_printed = bags.iter().any(|b| b.printed.is_some());
    let why: Vec<String> = groups
        .par_iter()
        .zip(&chosen_why)
        .map(|(g, chosen)| {
            let told = if are_printed {
                compared.why_one(g)
            } else {
                String::new()
            };
            match (chosen.is_empty(), told.is_empty()) {
                (true, _) => told,
                (_, true) => chosen.clone(),
                _ => format!("{chosen} {told}"),
            }
        })
        .collect();
    let groups: Vec<Vec<usize>> = groups
        .into_iter()
        .map(|g| g.into_iter().map(|i| order[i]).collect())
        .collect();
    let names = known::name(bags, &groups, known);
    out.notes = names.notes;
    out.rows = (names.ids.into_iter().zip(groups).zip(why))
        .map(|((id, members), why)| Group { id, members, why })
        .collect();
    out
}

/// Does as the user says with groups of places in time order; gives the reason for each group that came of it.
fn choose(groups: &mut Vec<Vec<usize>>, order: &[usize], chosen: &[Chosen]) -> Vec<String> {
    if chosen.is_empty() {
        return vec![String::new(); groups.len()];
    }
    let mut place = vec![0; order.len()];
    for (at, &bag) in order.iter().enumerate() {
        place[bag] = at;
    }
    let mut all: Vec<(Vec<usize>, String)> = std::mem::take(groups)
        .into_iter()
        .map(|g| (g, String::new()))
        .collect();
    for entry in chosen {
        let members: BTreeSet<usize> = entry
            .members
            .iter()
            .filter_map(|&m| place.get(m).copied())
            .collect();
        let is_named = |m: &usize| members.contains(m);
        let mut own: Vec<usize> = members.iter().copied().collect();
        if entry.is_join {
            let (touched, rest) = all.into_iter().partition(|(g, _)| g.iter().any(is_named));
            let touched: Vec<(Vec<usize>, String)> = touched;
            own = touched.into_iter().flat_map(|(g, _)| g).collect();
            own.sort_unstable();
            all = rest;
        } else {
            all.iter_mut().for_each(|(g, _)| g.retain(|m| !is_named(m)));
            all.retain(|(g, _)| !g.is_empty());
        }
        all.push((own, entry.why.clone()));
    }
    all.sort();
    let why;
    (*groups, why) = all.into_iter().unzip();
    why
}

/// The stories as groups of places in time order.
fn group(compared: &Compared<'_>) -> Vec<Vec<usize>> {
    let Compared {
        bags,
        vectors,
        config,
    } = compared;
    let stories = merge::join_near(pass::pass(bags, vectors, config), bags, config);
    let mut groups: Vec<Vec<usize>> = stories
        .into_par_iter()
        .flat_map_iter(|s| split::split(s.members, bags, vectors, config))
        .collect();
    for g in &mut groups {
        g.sort_unstable();
    }
    groups.sort_unstable();
    groups
}
