//! Splits a story whose articles fall apart by the names and numbers that they hold.

use super::Config;
use super::linkage::halves;
use super::vector::{Terms, Vector, distinct};

/// A story of more articles is left whole: all pairs are compared.
const MOST: usize = 1_000;

/// The parts of a story, or the story itself.
pub(super) fn split(
    members: Vec<usize>,
    terms: &Terms,
    vectors: &[Vector],
    config: &Config,
) -> Vec<Vec<usize>> {
    let mut out = Vec::new();
    let mut open = vec![members];
    while let Some(story) = open.pop() {
        match parts(&story, terms, vectors, config) {
            Some(parts) => open.extend(parts),
            None => out.push(story),
        }
    }
    out
}

fn parts(story: &[usize], terms: &Terms, vectors: &[Vector], config: &Config) -> Option<[Vec<usize>; 2]> {
    if story.len() < 2 * config.split_least || story.len() > MOST {
        return None;
    }
    let names = terms.names_among(story);
    let n = story.len();
    let mut matrix = vec![0.0; n * n];
    for i in 0..n {
        for j in i + 1..n {
            let s = names[i].cosine(&names[j]);
            matrix[i * n + j] = s;
            matrix[j * n + i] = s;
        }
    }
    let halves = halves(&matrix, n)?;
    let least = halves.within[0].min(halves.within[1]);
    let sides = halves
        .sides
        .map(|side| side.iter().map(|&i| story[i]).collect::<Vec<usize>>());
    let apart = halves.between < config.split * least;
    let large = sides
        .iter()
        .all(|side| distinct(side, vectors) >= config.split_least);
    (apart && large).then_some(sides)
}
