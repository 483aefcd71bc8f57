//! One pass in time order: each article joins the story to whose articles it is most similar on average, or opens one
//! (Miranda et al. 2018).

use std::collections::HashMap;

use jiff::civil::Date;

use super::bag::Bag;
use super::vector::{SAME_TEXT, Vector, dot, language};
use super::{Config, twin};

/// Articles taken for one story.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    /// In order.
    pub members: Vec<usize>,
    /// Sum of the members' vectors, by word.
    pub sum: Vec<(u32, f32)>,
    /// First and last day.
    pub days: Option<(Date, Date)>,
}

/// For each word the groups that have it, the latest last, and no more than `CROWD` of them: time per article must not
/// grow with their number, and what is near is near by rare words too.
#[derive(Debug, Default)]
pub(super) struct Postings {
    lists: HashMap<u32, Vec<(u32, f32)>>,
    /// Sums by group, all zero between two questions.
    sums: Vec<f32>,
}

/// Entries of one word that are looked at.
const CROWD: usize = 128;

impl Postings {
    /// The groups that share words, each with the sum of the products of their weights.
    pub fn shared(&mut self, words: &[(u32, f32)]) -> Vec<(u32, f32)> {
        let mut touched: Vec<u32> = Vec::new();
        for &(key, weight) in words {
            let list = self.lists.get(&key).map_or(&[][..], Vec::as_slice);
            for &(group, other) in &list[list.len().saturating_sub(CROWD)..] {
                let sum = &mut self.sums[group as usize];
                if *sum == 0.0 {
                    touched.push(group);
                }
                *sum += weight * other;
            }
        }
        touched
            .into_iter()
            .map(|group| (group, std::mem::take(&mut self.sums[group as usize])))
            .collect()
    }

    /// Adds words of a group; of one that is there already too, its weights grow.
    pub fn add(&mut self, group: u32, words: &[(u32, f32)]) {
        if self.sums.len() <= group as usize {
            self.sums.resize(group as usize + 1, 0.0);
        }
        for &(key, weight) in words {
            let list = self.lists.entry(key).or_default();
            match list.last_mut() {
                Some(last) if last.0 == group => last.1 += weight,
                _ => {
                    if list.len() >= 2 * CROWD {
                        list.drain(..CROWD);
                    }
                    list.push((group, weight));
                }
            }
        }
    }
}

/// The `most` groups of greatest rank, by it.
pub(super) fn first(
    mut groups: Vec<(u32, f32)>,
    most: usize,
    rank: impl Fn(&(u32, f32)) -> f32,
) -> Vec<(u32, f32)> {
    let order = |a: &(u32, f32), b: &(u32, f32)| rank(b).total_cmp(&rank(a)).then(a.0.cmp(&b.0));
    if groups.len() > most {
        groups.select_nth_unstable_by(most, order);
        groups.truncate(most);
    }
    groups.sort_unstable_by(order);
    groups
}

/// Stories that are compared in full with an article: those with the greatest sums of shared words.
const LOOKED_AT: usize = 6;

/// Of the least similarity, the share that an article's heaviest words must make for the rest to be looked at.
const HOPELESS: f64 = 0.2;

/// The stories, by their first articles.
pub(super) fn pass(bags: &[&Bag], vectors: &[Vector], config: &Config) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    let mut postings = Postings::default();
    for (i, vector) in vectors.iter().enumerate() {
        let strong = vector.strongest();
        // By the sum over a mean number of members: large stories are not preferred, nor are small ones.
        let near = first(postings.shared(&strong), LOOKED_AT, |n| {
            n.1 / (stories[n.0 as usize].members.len() as f32).sqrt()
        });
        let mut best: Option<(f64, u32)> = None;
        for &(s, shared) in &near {
            let story = &stories[s as usize];
            // The heaviest words are most of a vector: where they share next to nothing, the rest does not help.
            if f64::from(shared) < HOPELESS * config.join * story.members.len().min(CROWD / 2) as f64 {
                continue;
            }
            let plain = story.similarity(vector);
            let similarity = plain
                * fade(
                    days_between(story.days, bags[i].day.zip(bags[i].day)),
                    config.half_life,
                );
            if similarity >= config.join
                && best.is_none_or(|(b, at)| similarity > b || similarity == b && s < at)
                && fits(story, i, bags, plain)
            {
                best = Some((similarity, s));
            }
        }
        let place = best.map_or(stories.len() as u32, |(_, s)| s);
        if place as usize == stories.len() {
            stories.push(Story::default());
        }
        stories[place as usize].add(i, vector, bags[i].day);
        postings.add(place, &strong);
    }
    stories
}

/// Whether nothing but similarity is against an article in a story: one language, and no form filled in anew.
fn fits(story: &Story, article: usize, bags: &[&Bag], similarity: f64) -> bool {
    story.looked_at().all(|m| {
        language(bags[m]) == language(bags[article])
            && !(similarity >= SAME_TEXT && twin::are_forms_of_two(bags[m], bags[article]))
            && !twin::are_forms_by_text(bags[m], bags[article])
    })
}

/// Whether two stories may be one: the same, for the members that stand for each.
pub(super) fn may_be_one(a: &Story, b: &Story, bags: &[&Bag], similarity: f64) -> bool {
    a.looked_at().all(|m| fits(b, m, bags, similarity))
}

/// Days that lie between two spans of time; none where one is not known.
pub(super) fn days_between(a: Option<(Date, Date)>, b: Option<(Date, Date)>) -> i32 {
    let Some(((a0, a1), (b0, b1))) = a.zip(b) else {
        return 0;
    };
    let gap = a0.max(b0) - a1.min(b1);
    gap.get_days().max(0)
}

/// How much of a similarity is left over this many days; the first two cost nothing.
pub(super) fn fade(days: i32, half_life: f64) -> f64 {
    if days <= 2 {
        return 1.0;
    }
    0.5f64.powf(f64::from(days - 2) / half_life)
}

impl Story {
    fn add(&mut self, i: usize, vector: &Vector, day: Option<Date>) {
        self.members.push(i);
        self.sum = sum(&self.sum, vector.words());
        self.widen(day.zip(day));
    }

    /// Takes in the articles of another.
    pub fn take(&mut self, other: Self) {
        self.sum = sum(&self.sum, &other.sum);
        self.members.extend(other.members);
        self.members.sort_unstable();
        self.widen(other.days);
    }

    fn widen(&mut self, days: Option<(Date, Date)>) {
        self.days = match (self.days, days) {
            (Some((a0, a1)), Some((b0, b1))) => Some((a0.min(b0), a1.max(b1))),
            (a, b) => a.or(b),
        };
    }

    /// Mean cosine between an article and the members.
    fn similarity(&self, vector: &Vector) -> f64 {
        dot(&self.sum, vector.words()) / self.members.len().max(1) as f64
    }

    /// The members that stand for all: the first, the middle one and the last.
    fn looked_at(&self) -> impl Iterator<Item = usize> {
        let n = self.members.len();
        let places = [Some(0), (n > 2).then_some(n / 2), (n > 1).then(|| n - 1)];
        places
            .into_iter()
            .flatten()
            .filter_map(|i| self.members.get(i).copied())
    }
}

/// Two lists of weights by word as one.
fn sum(a: &[(u32, f32)], b: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => {
                out.push(*x);
                i += 1;
            }
            std::cmp::Ordering::Greater => {
                out.push(*y);
                j += 1;
            }
            std::cmp::Ordering::Equal => {
                out.push((x.0, x.1 + y.1));
                i += 1;
                j += 1;
            }
        }
    }
    out.extend_from_slice(&a[i..]);
    out.extend_from_slice(&b[j..]);
    out
}
