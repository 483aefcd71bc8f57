//! The network that scores arcs, relations and tags, while it is learned.
//!
//! `dossier_network::parser` says what it computes and runs what is written here.

mod look;
mod param;
mod recurrent;
mod step;

use std::time::Instant;

use dossier_network::parser::{DISTANCES, FIXED_ROWS, TAGS};
use dossier_network::weights::Writer;

use crate::items::Item;
use crate::witness;
use dossier_training::perceptron::Random;
use param::Param;

/// Sizes of a network.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Numbers a word has in each layer.
    pub width: usize,
    pub layers: usize,
    /// Numbers that tell of a word as one end of an arc.
    pub arc: usize,
    /// The same for the arc's relation.
    pub relation: usize,
    pub tags: usize,
    pub labels: usize,
    /// Words with rows of their own.
    pub known: usize,
    /// Whether it is a teacher, which reads what a published parser says.
    pub is_teacher: bool,
}

impl Shape {
    /// Rows of the table but for a teacher's further ones.
    fn rows(&self) -> usize {
        FIXED_ROWS as usize + 1 + self.known
    }
}

/// How it is trained.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    pub epochs: usize,
    /// Words that are learned from at once.
    pub batch: usize,
    /// The size of a step at the beginning; it falls to next to nothing.
    pub rate: f32,
    /// The share of numbers that is dropped between layers.
    pub drop: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            epochs: 9,
            batch: 300,
            rate: 0.002,
            drop: 0.17,
        }
    }
}

/// The numbers that are learned.
pub struct Network {
    shape: Shape,
    /// A row for each feature of a word.
    table: Param,
    /// From a word's numbers to input and two gates, both directions side by side.
    layers: Vec<Param>,
    /// What is added to input and gates, and what the state adds to the gates.
    gates: Vec<Param>,
    roles: Linear,
    arcs: Linear,
    root: Param,
    distances: Param,
    /// What a published parser's tree says for an arc.
    witness: Param,
    relations: Linear,
    tags: Linear,
    steps: i32,
}

/// Weights and what is added to each sum.
struct Linear {
    weights: Param,
    bias: Param,
}

impl Linear {
    fn new(inputs: usize, outputs: usize, spread: f32, random: &mut Random) -> Self {
        Self {
            weights: Param::new(inputs, outputs, spread / (inputs as f32).sqrt(), random),
            bias: Param::new(1, outputs, 0.0, random),
        }
    }

    fn write(&self, w: &mut Writer) {
        write_matrix(&self.weights, w);
        w.floats(self.bias.numbers());
    }
}

fn write_matrix(p: &Param, w: &mut Writer) {
    w.matrix(p.values.nrows(), p.values.ncols(), p.numbers());
}

impl Network {
    fn new(shape: Shape, random: &mut Random) -> Self {
        let (d, a, r) = (shape.width, shape.arc, shape.relation);
        let further = if shape.is_teacher { witness::ROWS } else { 0 };
        let rows = shape.rows() + further;
        let layer = |random: &mut Random| Param::new(d, 3 * d, 1.2 / (d as f32).sqrt(), random);
        let table = Param::new(rows, d, 0.12, random);
        let layers = (0..shape.layers).map(|_| layer(random)).collect();
        let mut gates: Vec<Param> = (0..shape.layers).map(|_| Param::new(5, d, 0.0, random)).collect();
        for g in &mut gates {
            g.values.row_mut(3).fill(0.3);
            g.values.row_mut(4).fill(0.3);
        }
        Network {
            shape,
            table,
            layers,
            gates,
            roles: Linear::new(d, 2 * a + 2 * r, 0.6, random),
            arcs: Linear::new(a, a, 0.5, random),
            root: Param::new(1, a, 0.1, random),
            distances: Param::new(TAGS as usize, DISTANCES, 0.0, random),
            witness: Param::zeros(witness::WAYS, witness::NAMES),
            relations: Linear::new(r, shape.labels, 1.0, random),
            tags: Linear::new(d, shape.tags, 0.5, random),
            steps: 0,
        }
    }

    /// Writes it in the form that the program reads, known words aside.
    pub fn write(&self, w: &mut Writer) {
        w.number(self.shape.width as u32);
        w.rows(self.shape.width, self.table.numbers());
        w.number(self.shape.layers as u32);
        for (layer, gates) in self.layers.iter().zip(&self.gates) {
            write_matrix(layer, w);
            w.floats(gates.numbers());
        }
        for linear in [&self.roles, &self.arcs, &self.relations, &self.tags] {
            linear.write(w);
        }
        w.floats(self.root.numbers());
        w.floats(self.distances.numbers());
    }
}

/// Learns from all sentences that the network reads in one piece.
pub fn train(items: &[Item], shape: Shape, config: &Config) -> Network {
    let mut random = Random(0x5EED_0005);
    let mut network = Network::new(shape, &mut random);
    let mut order: Vec<&Item> = items.iter().filter(|i| i.is_short()).collect();
    let words: usize = order.iter().map(|i| i.len()).sum();
    let all = (config.epochs * words / config.batch) as f32;
    let started = Instant::now();
    for epoch in 0..config.epochs {
        random.shuffle(&mut order);
        let mut loss = step::Loss::default();
        let mut at = 0;
        while at < order.len() {
            let (from, mut n) = (at, 0);
            while at < order.len() && n < config.batch {
                n += order[at].len();
                at += 1;
            }
            let done = network.steps as f32;
            let rate = config.rate * (done / 100.0).min(1.0) * (1.0 - done / all).max(0.01);
            loss.add(&network.learn(&order[from..at], config.drop, rate, &mut random));
        }
        eprintln!("network: epoch {epoch} {loss} ({:.0?})", started.elapsed());
    }
    network
}
