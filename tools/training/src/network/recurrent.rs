//! A recurrent layer, forwards and backwards.

use dossier_network::parser::{bend, gate};
use ndarray::Array2;

use super::param::Param;
use crate::items::Item;

/// How steep [`bend`] is.
pub fn bend_slope(x: f32) -> f32 {
    1.0 - x.abs().min(2.0) * 0.5
}

fn gate_slope(x: f32) -> f32 {
    0.25 * bend_slope(x * 0.5)
}

/// What the way back needs of a layer.
pub struct Tape {
    /// What came in, dropped numbers at zero.
    pub input: Array2<f32>,
    /// Factors of the input.
    pub mask: Option<Array2<f32>>,
    /// Input times weights.
    pub sums: Array2<f32>,
    /// The state after each word.
    pub states: Array2<f32>,
}

/// The places of a sentence's words, in the order of a direction.
fn places(from: usize, n: usize, backward: bool) -> impl DoubleEndedIterator<Item = usize> {
    (0..n).map(move |s| from + if backward { n - 1 - s } else { s })
}

fn slice(x: &Array2<f32>) -> &[f32] {
    x.as_slice().unwrap_or(&[])
}

/// Adds what a layer tells to `out` and gives the states.
pub fn forward(gates: &Param, sums: &Array2<f32>, items: &[&Item], out: &mut Array2<f32>) -> Array2<f32> {
    let d = out.ncols();
    let h = d / 2;
    let mut states = Array2::zeros(out.raw_dim());
    let p = gates.numbers();
    let u = slice(sums);
    let (Some(c), Some(x)) = (states.as_slice_mut(), out.as_slice_mut()) else {
        return states;
    };
    let mut from = 0;
    for item in items {
        for o in [0, h] {
            let mut state = vec![0.0f32; h];
            for i in places(from, item.len(), o > 0) {
                let u = &u[i * 3 * d..(i + 1) * 3 * d];
                for (k, state) in state.iter_mut().enumerate() {
                    let at = o + k;
                    let before = *state;
                    let f = gate(u[d + at] + p[d + at] + p[3 * d + at] * before);
                    let r = gate(u[2 * d + at] + p[2 * d + at] + p[4 * d + at] * before);
                    *state = f * before + (1.0 - f) * bend(u[at] + p[at]);
                    c[i * d + at] = *state;
                    x[i * d + at] += r * *state;
                }
            }
        }
        from += item.len();
    }
    states
}

/// The gradient of a layer's sums, given that of what it told.
pub fn backward(gates: &mut Param, tape: &Tape, items: &[&Item], gradient: &Array2<f32>) -> Array2<f32> {
    let d = gradient.ncols();
    let h = d / 2;
    let mut out = Array2::<f32>::zeros(tape.sums.raw_dim());
    let (Some(p), Some(dp), Some(du)) = (
        gates.values.as_slice(),
        gates.gradient.as_slice_mut(),
        out.as_slice_mut(),
    ) else {
        return out;
    };
    let (u, c, g) = (slice(&tape.sums), slice(&tape.states), slice(gradient));
    let start = vec![0.0f32; h];
    let mut from = 0;
    for item in items {
        let n = item.len();
        for o in [0, h] {
            // What later words say of the state.
            let mut later = vec![0.0f32; h];
            for i in places(from, n, o > 0).rev() {
                let first = if o > 0 { i + 1 == from + n } else { i == from };
                let before: &[f32] = if first {
                    &start
                } else {
                    let j = if o > 0 { i + 1 } else { i - 1 };
                    &c[j * d + o..j * d + o + h]
                };
                let u = &u[i * 3 * d..(i + 1) * 3 * d];
                let du = &mut du[i * 3 * d..(i + 1) * 3 * d];
                for k in 0..h {
                    let at = o + k;
                    let input = bend(u[at] + p[at]);
                    let to_keep = u[d + at] + p[d + at] + p[3 * d + at] * before[k];
                    let to_show = u[2 * d + at] + p[2 * d + at] + p[4 * d + at] * before[k];
                    let (f, r) = (gate(to_keep), gate(to_show));
                    let state = c[i * d + at];
                    let told = g[i * d + at];
                    let dr = told * state * gate_slope(to_show);
                    let dc = later[k] + told * r;
                    let df = dc * (before[k] - input) * gate_slope(to_keep);
                    let dx = dc * (1.0 - f) * bend_slope(u[at] + p[at]);
                    later[k] = dc * f + df * p[3 * d + at] + dr * p[4 * d + at];
                    (du[at], du[d + at], du[2 * d + at]) = (dx, df, dr);
                    dp[at] += dx;
                    dp[d + at] += df;
                    dp[2 * d + at] += dr;
                    dp[3 * d + at] += df * before[k];
                    dp[4 * d + at] += dr * before[k];
                }
            }
        }
        from += n;
    }
    out
}
