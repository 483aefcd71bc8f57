//! Splits a story whose articles fall apart by the words that tell them from one another: two earthquakes are told in
//! the same words, but not of the same towns.

use super::Config;
use super::bag::Bag;
use super::halves::{Halves, Matrix, halves};
use super::vector::{Kind, SAME_TEXT, Vector, among, distinct};

/// Of a larger story so many articles, evenly spread over time, decide; the others go where they fit.
const SAMPLE: usize = 96;

/// The parts of a story, or the story itself.
pub(super) fn split(
    members: Vec<usize>,
    bags: &[&Bag],
    vectors: &[Vector],
    config: &Config,
) -> Vec<Vec<usize>> {
    let mut out = Vec::new();
    let mut open = vec![members];
    while let Some(story) = open.pop() {
        match parts(&story, bags, vectors, config) {
            Some(parts) => open.extend(parts),
            None => out.push(story),
        }
    }
    out
}

fn parts(story: &[usize], bags: &[&Bag], vectors: &[Vector], config: &Config) -> Option<[Vec<usize>; 2]> {
    let least = config.split_least;
    if story.len() < 2 * least {
        return None;
    }
    let step = story.len().div_ceil(SAMPLE);
    let sample: Vec<usize> = story.iter().copied().step_by(step).collect();
    let read: Vec<&Bag> = sample.iter().map(|&i| bags[i]).collect();
    let local = [Kind::Names, Kind::All].map(|kind| among(&read, kind));
    let matrix = Matrix::of(sample.len(), |i, j| {
        local.iter().map(|v| v[i].cosine(&v[j])).sum::<f64>() / local.len() as f64
    });
    let Halves {
        sides,
        between,
        within,
    } = halves(&matrix, least)?;
    let apart = between < config.between && between < config.ratio * within[0].min(within[1]);
    if !apart {
        return None;
    }
    let mut sides = sides.map(|side| side.iter().map(|&i| sample[i]).collect::<Vec<usize>>());
    // Printings of one text are no two stories.
    let is_torn = |&i: &usize| {
        sides[1]
            .iter()
            .any(|&j| vectors[i].cosine(&vectors[j]) >= SAME_TEXT)
    };
    if sides[0].iter().any(is_torn) {
        return None;
    }
    if sides.iter().any(|side| distinct(side, vectors, least) < least) {
        return None;
    }
    if step > 1 {
        let chosen = sides.clone();
        let mean = |i: usize, side: &[usize]| {
            side.iter().map(|&k| vectors[i].cosine(&vectors[k])).sum::<f64>() / side.len().max(1) as f64
        };
        for (place, &i) in story.iter().enumerate() {
            if place % step != 0 {
                let side = usize::from(mean(i, &chosen[1]) > mean(i, &chosen[0]));
                sides[side].push(i);
            }
        }
        sides.iter_mut().for_each(|s| s.sort_unstable());
    }
    Some(sides)
}
