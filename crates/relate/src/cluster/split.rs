//! Splits a story whose articles fall apart by the words that tell them from one another: two earthquakes are told in
//! the same words, but not of the same towns.

use super::Config;
use super::bag::Bag;
use super::halves::{Halves, Matrix, halves};
use super::sketch::first_printings;
use super::twin;
use super::vector::{Kind, Vector, among};

/// Of a larger story so many texts, evenly spread over time, decide; the others go where they fit.
const SAMPLE: usize = 96;

/// Where each half is very alike in itself, so much similarity between them, and so much of that inside the looser one,
/// still makes two stories.
const SHARP: (f64, f64) = (0.12, 0.2);

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

/// Printings of one text count once and stay together: what many outlets print in one agency's words is no other story
/// than what some tell in their own.
fn parts(story: &[usize], bags: &[&Bag], vectors: &[Vector], config: &Config) -> Option<[Vec<usize>; 2]> {
    let least = config.split_least;
    if story.len() < 2 * least {
        return None;
    }
    let first = first_printings(story.iter().map(|&i| &bags[i].sketch), |a, b| {
        twin::turn_around_two(bags[story[a]], bags[story[b]])
    });
    let texts: Vec<usize> = (0..story.len()).filter(|&k| first[k] == k).collect();
    if texts.len() < 2 * least {
        return None;
    }
    let step = texts.len().div_ceil(SAMPLE);
    let sample: Vec<usize> = texts.iter().copied().step_by(step).collect();
    let read: Vec<&Bag> = sample.iter().map(|&k| bags[story[k]]).collect();
    let local = [Kind::Names, Kind::All].map(|kind| among(&read, kind));
    let matrix = Matrix::of(sample.len(), |i, j| {
        local.iter().map(|v| v[i].cosine(&v[j])).sum::<f64>() / local.len() as f64
    });
    let Halves {
        sides,
        between,
        within,
    } = halves(&matrix, least)?;
    let looser = within[0].min(within[1]);
    // Background paragraphs that both halves have make them more alike, and each half more so.
    let apart = between < config.between && between < config.ratio * looser
        || between < SHARP.0 && between < SHARP.1 * looser;
    if !apart {
        return None;
    }
    let sides = sides.map(|side| side.iter().map(|&i| sample[i]).collect::<Vec<usize>>());
    let mean = |k: usize, side: &[usize]| {
        let sum: f64 = side
            .iter()
            .map(|&o| vectors[story[k]].cosine(&vectors[story[o]]))
            .sum();
        sum / side.len().max(1) as f64
    };
    // The side of each text, then of its other printings.
    let mut side_of: Vec<usize> = vec![0; story.len()];
    for &k in &texts {
        side_of[k] = match sides.iter().position(|s| s.binary_search(&k).is_ok()) {
            Some(side) => side,
            None => usize::from(mean(k, &sides[1]) > mean(k, &sides[0])),
        };
    }
    let mut out = [Vec::new(), Vec::new()];
    for (k, &i) in story.iter().enumerate() {
        out[side_of[first[k]]].push(i);
    }
    Some(out)
}
