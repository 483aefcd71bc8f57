//! One step of learning from a batch of sentences.

use dossier_network::parser::{bend, distance};
use ndarray::{Array2, ArrayView1, ArrayView2, ArrayViewMut2, Axis, Slice};

use super::param::{Param, Step};
use super::recurrent::{self, Tape, bend_slope};
use super::{Linear, Network};
use crate::items::Item;
use crate::witness::NAMES;
use dossier_training::perceptron::Random;

/// The longest gradient that a step follows.
const STEEPEST: f32 = 1.0;
/// What a wrong tag weighs against a wrong head.
const TAG_WEIGHT: f32 = 0.5;

/// Mean losses of words, summed over batches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Loss {
    arcs: f32,
    relations: f32,
    tags: f32,
    batches: f32,
}

impl Loss {
    pub fn add(&mut self, o: &Loss) {
        self.arcs += o.arcs;
        self.relations += o.relations;
        self.tags += o.tags;
        self.batches += o.batches;
    }
}

impl std::fmt::Display for Loss {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [a, r, t] = [self.arcs, self.relations, self.tags].map(|x| x / self.batches.max(1.0));
        write!(f, "arcs {a:.3} relations {r:.3} tags {t:.3}")
    }
}

pub fn columns(x: &Array2<f32>, from: usize, to: usize) -> ArrayView2<'_, f32> {
    x.slice_axis(Axis(1), Slice::from(from..to))
}

pub fn columns_mut(x: &mut Array2<f32>, from: usize, to: usize) -> ArrayViewMut2<'_, f32> {
    x.slice_axis_mut(Axis(1), Slice::from(from..to))
}

fn lines(x: &Array2<f32>, from: usize, to: usize) -> ArrayView2<'_, f32> {
    x.slice_axis(Axis(0), Slice::from(from..to))
}

fn lines_mut(x: &mut Array2<f32>, from: usize, to: usize) -> ArrayViewMut2<'_, f32> {
    x.slice_axis_mut(Axis(0), Slice::from(from..to))
}

pub fn part(x: &Array2<f32>, row: usize, from: usize, len: usize) -> ArrayView1<'_, f32> {
    ArrayView1::from(&x.as_slice().unwrap_or(&[])[row * x.ncols() + from..][..len])
}

/// Puts a share of the numbers to zero and makes up for them with the rest.
fn drop(x: &mut Array2<f32>, share: f64, random: &mut Random) -> Option<Array2<f32>> {
    if share <= 0.0 {
        return None;
    }
    let kept = (1.0 / (1.0 - share)) as f32;
    let limit = (share * 65536.0) as u64;
    let (mut bits, mut left) = (0u64, 0);
    let mask = x.mapv(|_| {
        if left == 0 {
            (bits, left) = (random.next(), 4);
        }
        let one = bits & 0xFFFF;
        bits >>= 16;
        left -= 1;
        if one < limit { 0.0 } else { kept }
    });
    *x *= &mask;
    Some(mask)
}

fn lift(gradient: &mut Array2<f32>, mask: &Option<Array2<f32>>) {
    if let Some(m) = mask {
        *gradient *= m;
    }
}

/// Turns scores into the gradient of the cross entropy, times `weight`, and gives the loss.
fn slope(row: &mut [f32], right: usize, weight: f32) -> f32 {
    let top = row.iter().copied().fold(f32::MIN, f32::max);
    for x in row.iter_mut() {
        *x = (*x - top).exp();
    }
    let sum: f32 = row.iter().sum();
    let share = (row[right] / sum).max(1e-9);
    for x in row.iter_mut() {
        *x *= weight / sum;
    }
    row[right] -= weight;
    -share.ln()
}

/// The same where shares of all answers are told.
fn slope_to(row: &mut [f32], shares: &[f32], weight: f32) -> f32 {
    share_out(row);
    let mut loss = 0.0;
    for (x, share) in row.iter_mut().zip(shares) {
        loss -= share * x.max(1e-9).ln();
        *x = (*x - share) * weight;
    }
    loss
}

/// Turns scores into shares.
pub fn share_out(row: &mut [f32]) {
    let top = row.iter().copied().fold(f32::MIN, f32::max);
    for x in row.iter_mut() {
        *x = (*x - top).exp();
    }
    let sum: f32 = row.iter().sum();
    for x in row.iter_mut() {
        *x /= sum;
    }
}

/// Adds to the scores of the heads of word `i` what a published parser's tree says for them.
pub fn add_witness(weights: &Param, item: &Item, i: usize, row: &mut [f32], said: &mut Vec<usize>) {
    let Some((w, _)) = &item.witness else { return };
    for (j, score) in row.iter_mut().enumerate() {
        w.arc(i, j, said);
        *score += said
            .iter()
            .map(|&at| weights.values[[at / NAMES, at % NAMES]])
            .sum::<f32>();
    }
}

pub fn row_of(x: &mut Array2<f32>, i: usize) -> &mut [f32] {
    let width = x.ncols();
    &mut x.as_slice_mut().unwrap_or(&mut [])[i * width..(i + 1) * width]
}

impl Linear {
    pub fn apply(&self, x: &ArrayView2<'_, f32>) -> Array2<f32> {
        x.dot(&self.weights.values) + &self.bias.values
    }

    /// Notes the gradient of the weights and gives that of what came in.
    fn back(&mut self, x: &ArrayView2<'_, f32>, gradient: &Array2<f32>) -> Array2<f32> {
        self.weights.gradient += &x.t().dot(gradient);
        self.bias.gradient += &gradient.sum_axis(Axis(0)).insert_axis(Axis(0));
        gradient.dot(&self.weights.values.t())
    }
}

impl Network {
    /// One step from a batch.
    pub fn learn(&mut self, items: &[&Item], share: f64, rate: f32, random: &mut Random) -> Loss {
        let mut rows: Vec<Vec<usize>> = Vec::new();
        for item in items {
            for (own, &hide) in item.rows.iter().zip(&item.hide) {
                let mut own: Vec<usize> = own.iter().map(|&r| r as usize).collect();
                if random.share() < f64::from(hide) {
                    let unknown = dossier_network::parser::FIXED_ROWS as usize;
                    own.pop();
                    own.push(unknown);
                }
                rows.push(own);
            }
            if let Some((_, further)) = &item.witness {
                let first = rows.len() - item.len();
                for (own, further) in rows[first..].iter_mut().zip(further) {
                    own.extend(further.iter().map(|&r| self.shape.rows() + r as usize));
                }
            }
        }
        let mut x = Array2::zeros((rows.len(), self.shape.width));
        for (i, own) in rows.iter().enumerate() {
            let mut sum = x.row_mut(i);
            for &r in own {
                sum += &self.table.values.row(r);
            }
        }
        let first_mask = drop(&mut x, share, random);
        let mut tapes = Vec::new();
        for l in 0..self.layers.len() {
            let mut input = x.clone();
            let mask = if l == 0 {
                None
            } else {
                drop(&mut input, share, random)
            };
            let sums = input.dot(&self.layers[l].values);
            let states = recurrent::forward(&self.gates[l], &sums, items, &mut x);
            tapes.push(Tape {
                input,
                mask,
                sums,
                states,
            });
        }
        let top_mask = drop(&mut x, share, random);
        let (mut gradient, loss) = self.learn_top(&x, items, share, random);
        lift(&mut gradient, &top_mask);
        for (l, tape) in tapes.iter().enumerate().rev() {
            let sums = recurrent::backward(&mut self.gates[l], tape, items, &gradient);
            self.layers[l].gradient += &tape.input.t().dot(&sums);
            let mut back = sums.dot(&self.layers[l].values.t());
            lift(&mut back, &tape.mask);
            gradient += &back;
        }
        lift(&mut gradient, &first_mask);
        for (i, own) in rows.iter().enumerate() {
            for &r in own {
                let mut sum = self.table.gradient.row_mut(r);
                sum += &gradient.row(i);
            }
        }
        let mut touched = rows.concat();
        touched.sort_unstable();
        touched.dedup();
        self.descend(touched, rate);
        loss
    }

    /// The losses and the gradient of what the last layer tells.
    fn learn_top(
        &mut self,
        x: &Array2<f32>,
        items: &[&Item],
        share: f64,
        random: &mut Random,
    ) -> (Array2<f32>, Loss) {
        let a = self.shape.arc;
        let weight = 1.0 / x.nrows() as f32;
        let mut loss = Loss {
            batches: 1.0,
            ..Loss::default()
        };
        let roles = self.roles.apply(&x.view());
        let mut back = Array2::zeros(roles.raw_dim());
        let mut ends = columns(&roles, 0, 2 * a).mapv(bend);
        let mask = drop(&mut ends, share, random);
        let mut d_ends = self.learn_arcs(&ends, items, weight, &mut loss);
        lift(&mut d_ends, &mask);
        d_ends.zip_mut_with(&columns(&roles, 0, 2 * a), |g, &x| *g *= bend_slope(x));
        columns_mut(&mut back, 0, 2 * a).assign(&d_ends);
        self.learn_relations(&roles, items, (share, random), &mut back, &mut loss);
        let mut scores = self.tags.apply(&x.view());
        let words = items
            .iter()
            .flat_map(|item| (0..item.len()).map(move |k| (*item, k)));
        for (i, (item, k)) in words.enumerate() {
            let (row, weight) = (row_of(&mut scores, i), weight * item.weight);
            let classes = row.len();
            loss.tags += match &item.told_by {
                Some(t) => slope_to(row, &t.tags[k * classes..][..classes], weight * TAG_WEIGHT),
                None => slope(row, usize::from(item.tags[k]), weight * TAG_WEIGHT),
            } * weight;
        }
        let mut gradient = self.tags.back(&x.view(), &scores);
        gradient += &self.roles.back(&x.view(), &back);
        (gradient, loss)
    }

    /// `ends` tells of each word as a dependent and as a head; gives its gradient.
    fn learn_arcs(
        &mut self,
        ends: &Array2<f32>,
        items: &[&Item],
        weight: f32,
        loss: &mut Loss,
    ) -> Array2<f32> {
        let a = self.shape.arc;
        let words = columns(ends, 0, a);
        let heads = columns(ends, a, 2 * a).to_owned();
        let asks = self.arcs.apply(&words);
        let mut d_asks = Array2::<f32>::zeros(asks.raw_dim());
        let mut out = Array2::<f32>::zeros(ends.raw_dim());
        let mut from = 0;
        let mut said = Vec::new();
        for item in items {
            let n = item.len();
            let (asks, heads) = (lines(&asks, from, from + n), lines(&heads, from, from + n));
            let mut scores = Array2::zeros((n, n + 1));
            columns_mut(&mut scores, 0, n).assign(&asks.dot(&heads.t()));
            columns_mut(&mut scores, n, n + 1).assign(&asks.dot(&self.root.values.t()));
            for i in 0..n {
                let tag = usize::from(item.told[i]);
                let row = row_of(&mut scores, i);
                for (j, s) in row[..n].iter_mut().enumerate() {
                    *s = if i == j {
                        -1e4
                    } else {
                        *s + self.distances.values[[tag, distance(i, j)]]
                    };
                }
                add_witness(&self.witness, item, i, row, &mut said);
                let weight = weight * item.weight;
                loss.arcs += match &item.told_by {
                    Some(t) => slope_to(row, &t.arcs[i * (n + 1)..][..=n], weight),
                    None => slope(row, item.heads[i] as usize, weight),
                } * weight;
                for (j, g) in row[..n].iter().enumerate().filter(|(j, _)| i != *j) {
                    self.distances.gradient[[tag, distance(i, j)]] += g;
                }
                if let Some((w, _)) = &item.witness {
                    for (j, g) in row.iter().enumerate() {
                        w.arc(i, j, &mut said);
                        for &at in &said {
                            self.witness.gradient[[at / NAMES, at % NAMES]] += g;
                        }
                    }
                }
            }
            let (inner, root) = (columns(&scores, 0, n), columns(&scores, n, n + 1));
            lines_mut(&mut d_asks, from, from + n).assign(&(inner.dot(&heads) + root.dot(&self.root.values)));
            self.root.gradient += &root.t().dot(&asks);
            let mut d_heads = lines_mut(&mut out, from, from + n);
            d_heads
                .slice_axis_mut(Axis(1), Slice::from(a..2 * a))
                .assign(&inner.t().dot(&asks));
            from += n;
        }
        let d_words = self.arcs.back(&words, &d_asks);
        columns_mut(&mut out, 0, a).assign(&d_words);
        out
    }

    /// Learns the relations of the right arcs; adds to the gradient of the roles.
    fn learn_relations(
        &mut self,
        roles: &Array2<f32>,
        items: &[&Item],
        (share, random): (f64, &mut Random),
        back: &mut Array2<f32>,
        loss: &mut Loss,
    ) {
        let (a, r) = (self.shape.arc, self.shape.relation);
        let weight = 1.0 / roles.nrows() as f32;
        let mut arcs: Vec<(usize, usize, u8)> = Vec::new();
        let mut told: Vec<(Option<&[f32]>, f32)> = Vec::new();
        let mut from = 0;
        let labels = self.shape.labels;
        for item in items {
            for (i, (&h, &l)) in item.heads.iter().zip(&item.labels).enumerate() {
                if (h as usize) < item.len() {
                    arcs.push((from + i, from + h as usize, l));
                    let shares = item.told_by.as_ref().map(|t| &t.labels[i * labels..][..labels]);
                    told.push((shares, item.weight));
                }
            }
            from += item.len();
        }
        let mut met = Array2::<f32>::zeros((arcs.len(), r));
        for (k, &(i, h, _)) in arcs.iter().enumerate() {
            let sum = &part(roles, i, 2 * a, r) + &part(roles, h, 2 * a + r, r);
            met.row_mut(k).assign(&sum.mapv(|x| x.max(0.0)));
        }
        let open = met.mapv(|x| if x > 0.0 { 1.0 } else { 0.0 });
        let mask = drop(&mut met, share, random);
        let mut scores = self.relations.apply(&met.view());
        for (k, &(_, _, l)) in arcs.iter().enumerate() {
            let (shares, own) = told[k];
            let (row, weight) = (row_of(&mut scores, k), weight * own);
            loss.relations += match shares {
                Some(shares) => slope_to(row, shares, weight),
                None => slope(row, usize::from(l), weight),
            } * weight;
        }
        let mut d_met = self.relations.back(&met.view(), &scores) * open;
        lift(&mut d_met, &mask);
        for (k, &(i, h, _)) in arcs.iter().enumerate() {
            for (row, at) in [(i, 2 * a), (h, 2 * a + r)] {
                let sums = &mut row_of(back, row)[at..at + r];
                for (sum, g) in sums.iter_mut().zip(d_met.row(k)) {
                    *sum += g;
                }
            }
        }
    }

    /// Takes a step; of the table only the rows that were touched.
    fn descend(&mut self, touched: Vec<usize>, rate: f32) {
        self.steps += 1;
        let step = Step::new(rate, self.steps);
        let mut all = Vec::new();
        all.extend(&mut self.layers);
        all.extend(&mut self.gates);
        for linear in [
            &mut self.roles,
            &mut self.arcs,
            &mut self.relations,
            &mut self.tags,
        ] {
            all.extend([&mut linear.weights, &mut linear.bias]);
        }
        all.extend([&mut self.root, &mut self.distances, &mut self.witness]);
        let steepness: f32 = all.iter().map(|p| p.steepness()).sum();
        let scale = (STEEPEST / steepness.sqrt().max(1e-9)).min(1.0);
        for p in all {
            p.descend(step, scale);
        }
        // What the state adds to the gates stays small, so that gradients do not grow from word to word.
        for gates in &mut self.gates {
            for k in [3, 4] {
                gates.values.row_mut(k).mapv_inplace(|v| v.clamp(-1.0, 1.0));
            }
        }
        self.table.descend_rows(touched.into_iter(), step, 1.0);
    }
}
