//! Why articles are in one story or in two, in words that a reader can check.

use dossier_model::ArticleId;

use super::Config;
use super::bag::Bag;
use super::pass::{Postings, days_between, fade, first};
use super::twin;
use super::vector::{SAME_TEXT, Vector, language};

/// Words that are named as a reason.
const WORDS: usize = 4;

/// The articles in time order with what they were compared by.
#[derive(Debug)]
pub(super) struct Compared<'a> {
    pub bags: Vec<&'a Bag>,
    pub vectors: Vec<Vector>,
    pub config: Config,
}

impl Compared<'_> {
    /// Why the articles of a group are one story.
    pub fn why_one(&self, group: &[usize]) -> String {
        if group.len() > 1 {
            let sample = spread(group);
            let mean = mean(sample.iter().flat_map(|&i| {
                let others = sample.iter().filter(move |&&j| j < i);
                others.map(move |&j| self.vectors[i].cosine(&self.vectors[j]))
            }));
            let words = self.shared_by_most(&sample);
            let tell = if words.is_empty() {
                String::new()
            } else {
                format!("; most of them tell of {}", words.join(", "))
            };
            return format!("{} articles, {mean:.2} alike on average{tell}", group.len());
        }
        "one article, and no other is like it".to_owned()
    }

    /// Why each article is where it is, by place.
    pub fn why_each(&self, groups: &[Vec<usize>]) -> Vec<String> {
        let mut postings = Postings::default();
        for (i, v) in self.vectors.iter().enumerate() {
            postings.add(i as u32, &v.strongest());
        }
        let mut out = vec![String::new(); self.bags.len()];
        for group in groups {
            for &i in group {
                out[i] = self.why(i, group, &mut postings);
            }
        }
        out
    }

    fn why(&self, i: usize, group: &[usize], postings: &mut Postings) -> String {
        if group.first() == Some(&i) {
            let opens = match group.len() {
                1 => "alone".to_owned(),
                2 => "opens the story, one article follows".to_owned(),
                n => format!("opens the story, {} articles follow", n - 1),
            };
            let near = first(postings.shared(&self.vectors[i].strongest()), 8, |n| n.1);
            let others = near
                .iter()
                .map(|n| n.0 as usize)
                .filter(|o| group.binary_search(o).is_err());
            return match self.nearest(i, others) {
                (Some(other), alike) => format!("{opens}; {}", self.why_apart(i, other, alike)),
                (None, _) => format!("{opens}; no other article shares its words"),
            };
        }
        let near = first(postings.shared(&self.vectors[i].strongest()), 8, |n| n.1);
        let near = near
            .iter()
            .map(|n| n.0 as usize)
            .filter(|o| group.binary_search(o).is_ok());
        let earlier = near.chain(group.first().copied()).filter(|&j| j < i);
        let (Some(other), nearest) = self.nearest(i, earlier) else {
            return String::new();
        };
        let words = self.shared(i, other);
        let others = spread(group).into_iter().filter(|&j| j != i);
        let average = mean(others.map(|j| self.vectors[i].cosine(&self.vectors[j])));
        format!(
            "like {} ({nearest:.2}): both tell of {}; {average:.2} on average with the story's other articles",
            self.bags[other].id,
            words.join(", ")
        )
    }

    /// The most similar of some articles, and how similar it is.
    fn nearest(&self, i: usize, others: impl Iterator<Item = usize>) -> (Option<usize>, f64) {
        let mut best = (None, 0.0);
        for j in others.filter(|&j| j != i) {
            let s = self.vectors[i].cosine(&self.vectors[j]);
            if s > best.1 {
                best = (Some(j), s);
            }
        }
        best
    }

    fn why_apart(&self, i: usize, other: usize, alike: f64) -> String {
        let (a, b) = (self.bags[i], self.bags[other]);
        let id: &ArticleId = &b.id;
        let days = days_between(a.day.zip(a.day), b.day.zip(b.day));
        let near = format!("nearest outside is {id} ({alike:.2})");
        if language(a) != language(b) {
            return format!("{near}, in another language");
        }
        if alike >= SAME_TEXT && twin::are_forms_of_two(a, b) {
            return format!("{near}, the same text about another place or day");
        }
        if alike * fade(days, self.config.half_life) < self.config.merge {
            if alike < self.config.merge {
                return format!("{near}, and one story needs {:.2}", self.config.merge);
            }
            return format!("{near}, but {days} days lie between");
        }
        format!("{near}, but the articles around each share little beyond what both groups have")
    }

    /// The words that weigh most in both.
    fn shared(&self, i: usize, j: usize) -> Vec<String> {
        let other = self.vectors[j].words();
        let mut both: Vec<(f32, u32)> = (self.vectors[i].words().iter())
            .filter_map(|(key, w)| {
                let at = other.binary_search_by_key(key, |o| o.0).ok()?;
                Some((w * other[at].1, *key))
            })
            .collect();
        both.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        both.iter()
            .take(WORDS)
            .map(|&(_, key)| self.printed(&[i, j], key))
            .collect()
    }

    /// The weightiest words that more than half of a group have.
    fn shared_by_most(&self, group: &[usize]) -> Vec<String> {
        let mut sums: Vec<(u32, f32, usize)> = Vec::new();
        for &(key, weight) in group.iter().flat_map(|&i| self.vectors[i].words()) {
            sums.push((key, weight, 1));
        }
        sums.sort_by_key(|s| s.0);
        sums.dedup_by(|b, a| {
            let same = a.0 == b.0;
            if same {
                a.1 += b.1;
                a.2 += b.2;
            }
            same
        });
        sums.retain(|s| s.2 * 2 > group.len());
        sums.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        sums.iter()
            .take(WORDS)
            .map(|s| self.printed(group, s.0))
            .collect()
    }

    /// A word as it is printed in one of some articles: the spelling that comes first by letters, capitals before.
    fn printed(&self, articles: &[usize], key: u32) -> String {
        (articles.iter())
            .filter_map(|&i| self.bags[i].printed.as_ref()?.get(&key))
            .min()
            .cloned()
            .unwrap_or_default()
    }
}

/// Some of a group, evenly spread: all pairs of them are looked at.
fn spread(group: &[usize]) -> Vec<usize> {
    const MOST: usize = 64;
    group
        .iter()
        .copied()
        .step_by(group.len().div_ceil(MOST).max(1))
        .collect()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut n) = (0.0, 0_u32);
    for v in values {
        sum += v;
        n += 1;
    }
    sum / f64::from(n.max(1))
}
