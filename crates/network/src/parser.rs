//! Tags, heads and relations of a sentence's words, scored by a small recurrent network.
//!
//! Every word is the sum of learned rows: for itself, its endings, its shape, its tag, and its neighbours. Layers of
//! a simple recurrent unit read the row both ways (T. Lei and others, "Simple recurrent units for highly
//! parallelizable recurrence", EMNLP 2018); arcs are scored by a bilinear form (T. Dozat and C. Manning, "Deep
//! biaffine attention for neural dependency parsing", ICLR 2017), and the best tree without crossing arcs is taken.
//! Sums are made in a fixed order and whole numbers decide, so the result is the same on every machine.

use super::lex::Lex;
use super::matrix::Matrix;
use super::projective::Search;
use super::weights::{Exact, Reader};

/// Rows that make up a word.
pub const ROWS: usize = 17;
/// Classes of the distance and side of a head.
pub const DISTANCES: usize = 24;
/// Tags are smaller than this; the last number stands for no word.
pub const TAGS: u32 = 128;
/// Words of a sentence that are read together; a longer one is read in pieces.
pub const LONGEST: usize = 128;

/// Rows of the table before those of the known words.
pub const FIXED_ROWS: u32 = 3 * 4096 + 1024 + 256 + 5 * TAGS + 2 * 4096 + 4 * 2048;

/// Writes the numbers of the rows of word `i`; `known` is the row of the word itself among the known words, 0 for
/// an unknown one.
#[inline]
pub fn rows(words: &[Lex], tags: &[u8], i: usize, known: u32) -> [u32; ROWS] {
    let w = &words[i];
    let mut first = 0;
    let mut at = |hash: u32, rows: u32| {
        first += rows;
        first - rows + hash % rows
    };
    let near = |step: isize| i.checked_add_signed(step).filter(|&k| k < words.len());
    let tag = |step| near(step).map_or(TAGS - 1, |k| u32::from(tags[k]));
    let word = |step| near(step).map_or(0, |k| words[k].lower);
    let ending = |step| near(step).map_or(0, |k| words[k].suffix[2]);
    [
        at(w.suffix[2], 4096),
        at(w.suffix[1], 1024),
        at(w.suffix[3], 4096),
        at(w.prefix[2], 4096),
        at(w.shape, 256),
        at(tag(0), TAGS),
        at(tag(-2), TAGS),
        at(tag(-1), TAGS),
        at(tag(1), TAGS),
        at(tag(2), TAGS),
        at(word(-1), 4096),
        at(word(1), 4096),
        at(ending(-1), 2048),
        at(ending(1), 2048),
        at(word(-2), 2048),
        at(word(2), 2048),
        FIXED_ROWS + known,
    ]
}

/// The class of the distance and side of a head.
#[inline(always)]
#[must_use]
pub fn distance(word: usize, head: usize) -> usize {
    let class = match word.abs_diff(head) {
        d @ 0..=6 => d,
        7..=8 => 7,
        9..=11 => 8,
        12..=16 => 9,
        17..=28 => 10,
        _ => 11,
    };
    class + if head < word { DISTANCES / 2 } else { 0 }
}

/// A number bent into -1 to 1, like a hyperbolic tangent but of two pieces of a parabola.
#[inline(always)]
#[must_use]
pub fn bend(x: f32) -> f32 {
    let x = x.clamp(-2.0, 2.0);
    x - x * x.abs() * 0.25
}

/// A number bent into 0 to 1.
#[inline(always)]
#[must_use]
pub fn gate(x: f32) -> f32 {
    0.5 + 0.5 * bend(x * 0.5)
}

/// The trained numbers.
#[derive(Debug, Clone, Default)]
pub struct Network {
    known: Exact,
    width: usize,
    /// Cells of one byte, and what a step of each row's cells is worth.
    table: &'static [u8],
    steps: Vec<f32>,
    layers: Vec<Layer>,
    /// What the last layer tells of each word as a dependent and as a head, of arcs and of relations.
    roles: Linear,
    arc_size: usize,
    relation_size: usize,
    arcs: Linear,
    root: Vec<f32>,
    /// By tag and class of distance.
    distances: Vec<f32>,
    relations: Linear,
    tags: Linear,
}

/// Weights and what is added to each sum.
#[derive(Debug, Clone, Default)]
struct Linear {
    weights: Matrix,
    bias: Vec<f32>,
}

#[derive(Debug, Clone, Default)]
struct Layer {
    weights: Matrix,
    /// For the input and the two gates what is added, then what the state adds to the gates.
    gates: Vec<f32>,
}

impl Network {
    /// From what the training wrote.
    #[must_use]
    pub fn read(r: &mut Reader) -> Self {
        let known = r.exact();
        let width = r.count();
        let steps = r.floats();
        let table = r.block();
        let layers = (0..r.count())
            .map(|_| Layer {
                weights: r.matrix(),
                gates: r.floats(),
            })
            .collect();
        let mut linear = || Linear {
            weights: r.matrix(),
            bias: r.floats(),
        };
        let (roles, arcs, relations, tags) = (linear(), linear(), linear(), linear());
        let (root, distances) = (r.floats(), r.floats());
        let mut network = Network {
            known,
            width,
            table,
            steps,
            layers,
            arc_size: arcs.bias.len(),
            relation_size: roles.bias.len().saturating_sub(2 * arcs.bias.len()) / 2,
            roles,
            arcs,
            root,
            distances,
            relations,
            tags,
        };
        if !network.is_whole() {
            network = Network::default();
        }
        network
    }

    /// Whether all parts fit each other; a wrong file fails here and not later.
    fn is_whole(&self) -> bool {
        let (d, a, r) = (self.width, self.arc_size, self.relation_size);
        let is = |l: &Linear, inputs: usize, outputs: usize| {
            l.weights.is(inputs, outputs) && l.bias.len() == outputs
        };
        self.steps.len() > FIXED_ROWS as usize
            && self.table.len() == self.steps.len() * d
            && d % 2 == 0
            && (self.layers.iter()).all(|l| l.weights.is(d, 3 * d) && l.gates.len() == 5 * d)
            && is(&self.roles, d, 2 * a + 2 * r)
            && is(&self.arcs, a, a)
            && self.root.len() == a
            && is(&self.relations, r, self.relations.bias.len())
            && is(&self.tags, d, self.tags.bias.len())
            && self.distances.len() == TAGS as usize * DISTANCES
    }

    /// Reads up to [`LONGEST`] words with the tags told so far; what it finds stands in `reading` then.
    pub fn run(&self, words: &[Lex], tags: &[u8], reading: &mut Reading) {
        let arch = reading.arch;
        arch.dispatch(Job(self, words, tags, reading));
    }

    #[inline(always)]
    fn read_words(&self, words: &[Lex], tags: &[u8], x: &mut Vec<f32>) {
        let d = self.width;
        x.clear();
        x.resize(words.len() * d, 0.0);
        for (i, sums) in x.chunks_exact_mut(d).enumerate() {
            let known = self.known.get(words[i].lower).map_or(0, |k| k + 1);
            for row in rows(words, tags, i, known) {
                let row = row as usize;
                let (Some(cells), Some(&step)) =
                    (self.table.get(row * d..(row + 1) * d), self.steps.get(row))
                else {
                    continue;
                };
                for (sum, &cell) in sums.iter_mut().zip(cells) {
                    *sum += f32::from(cell as i8) * step;
                }
            }
        }
    }

    /// Scores of every word as head of every word, the root last.
    #[inline(always)]
    fn score_arcs(&self, tags: &[u8], reading: &mut Reading) {
        let (n, a) = (tags.len(), self.arc_size);
        let stride = self.roles.bias.len();
        let Reading {
            roles,
            heads_matrix,
            sums,
            products,
            scores,
            ..
        } = reading;
        for row in roles.chunks_exact_mut(stride) {
            for x in &mut row[..2 * a] {
                *x = bend(*x);
            }
        }
        self.arcs.weights.multiply(roles, stride, sums);
        for row in sums.chunks_exact_mut(a) {
            for (x, b) in row.iter_mut().zip(&self.arcs.bias) {
                *x += b;
            }
        }
        heads_matrix.set(a, n + 1, |k, j| {
            if j < n {
                roles[j * stride + a + k]
            } else {
                self.root[k]
            }
        });
        heads_matrix.multiply(sums, a, products);
        scores.clear();
        for (i, row) in products.chunks_exact(n + 1).enumerate() {
            let from = usize::from(tags[i]).min(TAGS as usize - 1) * DISTANCES;
            let near = &self.distances[from..from + DISTANCES];
            for (j, &x) in row.iter().enumerate() {
                let x = if j < n { x + near[distance(i, j)] } else { x };
                scores.push((x.clamp(-1000.0, 1000.0) * 1024.0) as i32);
            }
        }
    }

    #[inline(always)]
    fn score_relations(&self, reading: &mut Reading) {
        let (a, r) = (self.arc_size, self.relation_size);
        let stride = self.roles.bias.len();
        let Reading {
            roles,
            heads,
            sums,
            relations,
            ..
        } = reading;
        sums.clear();
        for (i, &head) in heads.iter().enumerate() {
            let own = &roles[i * stride + 2 * a..][..r];
            // The root has no row; its relation is not asked for.
            let head = (head as usize).min(heads.len() - 1);
            let other = &roles[head * stride + 2 * a + r..][..r];
            sums.extend(own.iter().zip(other).map(|(x, y)| (x + y).max(0.0)));
        }
        self.relations.apply(sums, r, relations);
    }
}

impl Linear {
    #[inline(always)]
    fn apply(&self, rows: &[f32], stride: usize, out: &mut Vec<f32>) {
        self.weights.multiply(rows, stride, out);
        for row in out.chunks_exact_mut(self.bias.len().max(1)) {
            for (x, b) in row.iter_mut().zip(&self.bias) {
                *x += b;
            }
        }
    }
}

impl Layer {
    /// Adds what both directions tell to the words' numbers.
    #[inline(always)]
    fn run(&self, d: usize, x: &mut [f32], sums: &mut Vec<f32>, state: &mut Vec<f32>) {
        self.weights.multiply(x, d, sums);
        let (n, h) = (x.len() / d, d / 2);
        for first in [0, h] {
            let part = |k: usize| &self.gates[k * d + first..k * d + first + h];
            let (add, add_keep, add_show, keep, show) = (part(0), part(1), part(2), part(3), part(4));
            state.clear();
            state.resize(h, 0.0);
            let state = &mut state[..h];
            for step in 0..n {
                let i = if first == 0 { step } else { n - 1 - step };
                let row = &sums[i * 3 * d..(i + 1) * 3 * d];
                let input = &row[first..first + h];
                let to_keep = &row[d + first..d + first + h];
                let to_show = &row[2 * d + first..2 * d + first + h];
                let out = &mut x[i * d + first..i * d + first + h];
                for k in 0..h {
                    let before = state[k];
                    let f = gate(to_keep[k] + add_keep[k] + keep[k] * before);
                    let r = gate(to_show[k] + add_show[k] + show[k] * before);
                    let c = f * before + (1.0 - f) * bend(input[k] + add[k]);
                    state[k] = c;
                    out[k] += r * c;
                }
            }
        }
    }
}

/// What the network finds, with its scratch space.
#[derive(Debug, Clone)]
pub struct Reading {
    arch: pulp::Arch,
    x: Vec<f32>,
    sums: Vec<f32>,
    state: Vec<f32>,
    roles: Vec<f32>,
    heads_matrix: Matrix,
    products: Vec<f32>,
    scores: Vec<i32>,
    search: Search,
    /// The head of each word; the number of words stands for the root.
    pub heads: Vec<u32>,
    relations: Vec<f32>,
    tags: Vec<f32>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            arch: pulp::Arch::new(),
            x: Vec::new(),
            sums: Vec::new(),
            state: Vec::new(),
            roles: Vec::new(),
            heads_matrix: Matrix::default(),
            products: Vec::new(),
            scores: Vec::new(),
            search: Search::default(),
            heads: Vec::new(),
            relations: Vec::new(),
            tags: Vec::new(),
        }
    }
}

impl Reading {
    /// The best relation of word `i` to its head, which is not `root`.
    #[must_use]
    pub fn relation(&self, i: usize, root: usize) -> usize {
        best(&self.relations, i, self.heads.len(), root).unwrap_or(root)
    }

    /// The best tag of word `i`, if there are weights.
    #[must_use]
    pub fn tag(&self, i: usize) -> Option<u8> {
        best(&self.tags, i, self.heads.len(), usize::MAX).map(|t| t as u8)
    }
}

/// The place of the first of the highest scores in row `i` of `rows`.
fn best(scores: &[f32], i: usize, rows: usize, but: usize) -> Option<usize> {
    let classes = scores.len() / rows.max(1);
    let row = scores.get(i * classes..(i + 1) * classes).unwrap_or(&[]);
    let places = (0..row.len()).filter(|&k| k != but);
    places.reduce(|a, b| if row[b] > row[a] { b } else { a })
}

/// A run, compiled for the machine's vectors.
struct Job<'a>(&'a Network, &'a [Lex], &'a [u8], &'a mut Reading);

impl pulp::NullaryFnOnce for Job<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Job(net, words, tags, reading) = self;
        let d = net.width;
        reading.heads.clear();
        if words.is_empty() || d == 0 {
            // Without weights every word hangs on the one before it.
            let n = words.len() as u32;
            reading
                .heads
                .extend((0..n).map(|i| i.checked_sub(1).unwrap_or(n)));
            return;
        }
        net.read_words(words, tags, &mut reading.x);
        for layer in &net.layers {
            layer.run(d, &mut reading.x, &mut reading.sums, &mut reading.state);
        }
        net.tags.apply(&reading.x, d, &mut reading.tags);
        net.roles.apply(&reading.x, d, &mut reading.roles);
        net.score_arcs(tags, reading);
        reading
            .search
            .run(&reading.scores, words.len(), &mut reading.heads);
        net.score_relations(reading);
    }
}
