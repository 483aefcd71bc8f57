//! Dependencies: a greedy arc-hybrid parser, trained with a dynamic oracle.
//!
//! Y. Goldberg and J. Nivre, "Training deterministic parsers with non-deterministic oracles", TACL 2013; features
//! after Y. Zhang and J. Nivre, "Transition-based dependency parsing with rich non-local features", ACL 2011. One
//! small model picks the move, another names the relation when an arc is made: the dependent is complete then.

use super::lex::Lex;
use super::weights::mix;

/// What the parser can do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Move {
    /// Put the next word on the stack.
    Shift = 0,
    /// Hang the top of the stack on the next word.
    Left = 1,
    /// Hang the top of the stack on the word under it.
    Right = 2,
}

/// Every move, by number.
pub const MOVES: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

/// What the parser sees of a sentence: a number a word, with the root and "no word" after the last.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// Hash of the word.
    word: Vec<u32>,
    /// Fine part of speech.
    tag: Vec<u32>,
    /// Last letters.
    suffix: Vec<u32>,
}

impl Input {
    /// Fills it anew for a sentence.
    pub fn set(&mut self, words: &[Lex], tags: &[u8]) {
        for column in [&mut self.word, &mut self.tag, &mut self.suffix] {
            column.clear();
        }
        for (w, &t) in words.iter().zip(tags) {
            self.word.push(w.lower);
            self.tag.push(u32::from(t));
            self.suffix.push(w.suffix[2]);
        }
        for mark in [254, 255] {
            for column in [&mut self.word, &mut self.tag, &mut self.suffix] {
                column.push(mark);
            }
        }
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.word.len().saturating_sub(2)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Where the parser stands in a sentence of `n` words. Word `n` is the root, `n + 1` stands for no word.
#[derive(Debug, Clone, Default)]
pub struct State {
    n: u32,
    stack: Vec<u32>,
    next: u32,
    /// Head of each word; `n + 1` where it has none yet.
    pub heads: Vec<u32>,
    /// Relation of each word.
    pub labels: Vec<u8>,
    nodes: Vec<Node>,
}

/// The children of a word so far.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// Outermost and second outermost child on the left.
    left: [u32; 2],
    /// Outermost and second outermost child on the right.
    right: [u32; 2],
    left_count: u8,
    right_count: u8,
    /// Relations of the children, a bit each.
    left_labels: u64,
    right_labels: u64,
}

impl State {
    /// Begins a sentence.
    pub fn start(&mut self, n: usize) {
        self.n = n as u32;
        let none = self.n + 1;
        self.stack.clear();
        self.next = 0;
        self.heads.clear();
        self.heads.resize(n + 2, none);
        self.labels.clear();
        self.labels.resize(n + 2, 255);
        self.nodes.clear();
        let node = Node {
            left: [none; 2],
            right: [none; 2],
            left_count: 0,
            right_count: 0,
            left_labels: 0,
            right_labels: 0,
        };
        self.nodes.resize(n + 2, node);
    }

    /// The root's number.
    #[must_use]
    pub fn root(&self) -> u32 {
        self.n
    }

    /// Whether all words have heads.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stack.is_empty() && self.next == self.n
    }

    /// Whether `m` is possible; exactly one word may hang on the root.
    #[must_use]
    pub fn allows(&self, m: Move) -> bool {
        match m {
            Move::Shift => self.next < self.n,
            Move::Left => !self.stack.is_empty() && (self.next < self.n || self.stack.len() == 1),
            Move::Right => self.stack.len() > 1,
        }
    }

    /// Head and dependent of the arc that `m` makes.
    #[must_use]
    pub fn arc(&self, m: Move) -> Option<(u32, u32)> {
        match m {
            Move::Shift => None,
            Move::Left => Some((self.next, self.top(0))),
            Move::Right => Some((self.top(1), self.top(0))),
        }
    }

    /// Makes a move; `label` names the arc if one is made.
    pub fn apply(&mut self, m: Move, label: u8) {
        let Some((head, word)) = self.arc(m) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        self.heads[word as usize] = head;
        self.labels[word as usize] = label;
        let node = &mut self.nodes[head as usize];
        let bit = 1u64 << (label & 63);
        if m == Move::Left {
            node.left = [word, node.left[0]];
            node.left_count = node.left_count.saturating_add(1);
            node.left_labels |= bit;
        } else {
            node.right = [word, node.right[0]];
            node.right_count = node.right_count.saturating_add(1);
            node.right_labels |= bit;
        }
    }

    /// The word `k` under the top of the stack.
    #[must_use]
    pub fn top(&self, k: usize) -> u32 {
        self.stack
            .len()
            .checked_sub(k + 1)
            .map_or(self.n + 1, |i| self.stack[i])
    }

    /// The word `k` after the next one; the root stands after the last.
    #[must_use]
    pub fn ahead(&self, k: u32) -> u32 {
        if self.next + k <= self.n {
            self.next + k
        } else {
            self.n + 1
        }
    }

    /// The stack from its bottom.
    #[must_use]
    pub fn stack(&self) -> &[u32] {
        &self.stack
    }
}

fn distance(a: u32, b: u32) -> u32 {
    match b.abs_diff(a) {
        d @ 0..=4 => d,
        5..=6 => 5,
        7..=10 => 6,
        11..=20 => 7,
        _ => 8,
    }
}

/// The features that pick a move.
pub fn move_features(input: &Input, state: &State, out: &mut Vec<u32>) {
    out.clear();
    let (s0, s1, s2) = (state.top(0), state.top(1), state.top(2));
    let (b0, b1, b2, b3) = (state.ahead(0), state.ahead(1), state.ahead(2), state.ahead(3));
    let w = |i: u32| input.word[i as usize];
    let p = |i: u32| input.tag[i as usize];
    let node = |i: u32| &state.nodes[i as usize];
    let label = |i: u32| u32::from(state.labels[i as usize]);
    let counts = |i: u32| u32::from(node(i).left_count.min(5)) * 8 + u32::from(node(i).right_count.min(5));
    let labels = |x: u64| (x ^ (x >> 32)) as u32;
    let (s0l, s0r, s1l, s1r) = (
        node(s0).left[0],
        node(s0).right[0],
        node(s1).left[0],
        node(s1).right[0],
    );
    let (s0l2, s0r2, s1r2) = (node(s0).left[1], node(s0).right[1], node(s1).right[1]);
    let (b0l, b0l2) = (node(b0).left[0], node(b0).left[1]);
    let d0 = distance(s0, b0);
    let d1 = distance(s1, s0);
    let mut template = 1000;
    let mut f = |a: u32, b: u32, c: u32| {
        out.push(mix(template, a, b, c));
        template += 1;
    };
    let pp = |a: u32, b: u32| p(a) << 8 | p(b);
    // Single words.
    f(0, 0, 0);
    f(w(s0), 0, 0);
    f(p(s0), 0, 0);
    f(w(s0), p(s0), 0);
    f(w(s1), p(s1), 0);
    f(w(b0), 0, 0);
    f(w(b0), p(b0), 0);
    f(w(b1), p(b1), 0);
    f(w(b2), p(b2), 0);
    f(p(s2), p(s1), p(s0));
    // Pairs.
    f(w(s0), w(b0), 0);
    f(w(s0), p(s0), p(b0));
    f(p(s0), w(b0), p(b0));
    f(p(s0), p(b0), 0);
    f(p(b0), p(b1), 0);
    f(w(b0), p(b1), 0);
    f(p(b0), w(b1), 0);
    f(w(s1), w(s0), 0);
    f(w(s1), p(s0), 0);
    f(p(s1), w(s0), 0);
    f(p(s1), p(s0), 0);
    f(w(s1), w(b0), 0);
    f(p(s1), w(b0), 0);
    f(w(s1), p(b0), p(s0));
    f(w(s0), w(b1), 0);
    f(w(s0), p(b0), p(b1));
    // Three and more.
    f(pp(s0, b0), p(b1), 0);
    f(pp(s0, b0), p(b1), p(b2));
    f(pp(b0, b1), pp(b2, b3), 0);
    f(pp(s1, s0), p(b0), 0);
    f(pp(s1, s0), pp(b0, b1), 0);
    f(pp(s2, s1), pp(s0, b0), 0);
    f(pp(s1, s0), w(b0), 0);
    f(pp(s1, b0), w(s0), 0);
    f(pp(s0, b0), w(s1), 0);
    // Children.
    f(pp(s0, s0l), p(b0), 0);
    f(pp(s0, s0r), p(b0), 0);
    f(pp(b0, b0l), p(s0), 0);
    f(pp(s1, s1r), p(s0), 0);
    f(pp(s1, s1l), p(s0), 0);
    f(pp(s1, s0), p(s0l), 0);
    f(pp(s1, s0), p(s0r), 0);
    f(pp(s0, s0l), pp(s0l2, b0), 0);
    f(pp(s0, s0r), pp(s0r2, b0), 0);
    f(pp(b0, b0l), pp(b0l2, s0), 0);
    f(w(s0), w(s0l), p(b0));
    f(w(s0), w(b0l), 0);
    f(w(s1), w(b0l), p(b0));
    f(p(s0), w(b0l), p(b0));
    f(pp(s1, s0), w(b0l), p(b0));
    f(w(s1), w(s0l), p(s0));
    f(p(s1), w(s0l), p(s0));
    f(pp(s1, s0), w(s0l), p(b0));
    f(pp(s1, s1r), pp(s1r2, s0), 0);
    // Relations of children.
    f(p(s0), labels(node(s0).left_labels), p(b0));
    f(p(s0), labels(node(s0).right_labels), p(b0));
    f(p(s1), labels(node(s1).left_labels), p(s0));
    f(p(s1), labels(node(s1).right_labels), p(s0));
    f(p(b0), labels(node(b0).left_labels), p(s0));
    f(w(s0), labels(node(s0).left_labels), 1);
    f(w(s0), labels(node(s0).right_labels), 2);
    f(w(s1), labels(node(s1).right_labels), p(s0));
    f(w(b0), labels(node(b0).left_labels), p(s0));
    f(label(s0l), label(s0r), p(s0) << 8 | p(b0));
    f(label(s1r), label(s0l), pp(s1, s0));
    f(label(b0l), p(b0), p(s0));
    // How many and how far.
    f(counts(s0), p(s0), p(b0));
    f(counts(s0), w(s0), 0);
    f(counts(s1), p(s1), p(s0));
    f(counts(s1), w(s1), p(s0));
    f(counts(b0), p(b0), p(s0));
    f(d0, pp(s0, b0), 0);
    f(d0, w(s0), p(b0));
    f(d0, w(b0), p(s0));
    f(d1, pp(s1, s0), p(b0));
    f(d1, w(s1), p(s0));
    f(d1, w(s0), p(s1));
    f(u32::from(b0 == state.n), pp(s0, s1), d1);
    f(input.suffix[s0 as usize], p(b0), 0);
    f(input.suffix[b0 as usize], p(s0), 0);
}

/// The features that name the relation of `word` to `head`.
pub fn label_features(input: &Input, state: &State, head: u32, word: u32, out: &mut Vec<u32>) {
    out.clear();
    let w = |i: u32| input.word[i as usize];
    let p = |i: u32| input.tag[i as usize];
    let node = |i: u32| &state.nodes[i as usize];
    let label = |i: u32| u32::from(state.labels[i as usize]);
    let labels = |x: u64| (x ^ (x >> 32)) as u32;
    let side = u32::from(word < head);
    let (h, m) = (node(head), node(word));
    let near = if side == 1 { h.left[0] } else { h.right[0] };
    let before = word.checked_sub(1).unwrap_or(state.n + 1);
    let after = (word + 1).min(state.n);
    let d = distance(word, head);
    let first = m.left[0];
    let own = (p(head) << 8 | p(word)) << 1 | side;
    let mut template = 2000;
    let mut f = |a: u32, b: u32, c: u32| {
        out.push(mix(template, a, b, c));
        template += 1;
    };
    f(side, 0, 0);
    f(own, 0, 0);
    f(own, d, 0);
    f(w(word), side, 0);
    f(w(head), side, 0);
    f(w(word), p(head), side);
    f(w(head), p(word), side);
    f(w(word), w(head), 0);
    f(own, p(before), 0);
    f(own, p(after), 0);
    f(w(before), p(word), side);
    f(w(after), p(word), side);
    f(own, labels(m.left_labels), 0);
    f(own, labels(m.right_labels), 0);
    f(own, labels(h.left_labels), 0);
    f(own, labels(h.right_labels), 0);
    f(own, labels(h.left_labels), labels(h.right_labels));
    f(own, labels(m.left_labels), labels(m.right_labels));
    f(
        w(head),
        labels(h.left_labels) ^ labels(h.right_labels).rotate_left(7),
        p(word),
    );
    f(w(word), labels(m.left_labels), p(head));
    f(own, label(near), p(near));
    f(own, w(first), 0);
    f(w(head), w(first), side);
    f(w(first), label(first), p(word));
    f(w(m.left[1]), w(first), p(word));
    f(own, w(m.right[0]), 0);
    f(own, p(first), p(m.right[0]));
    f(own, w(near), 0);
    f(own, input.suffix[word as usize], 0);
    f(own, input.suffix[head as usize], 0);
    f(own, label(h.left[0]), label(h.left[1]));
    f(own, label(h.right[0]), label(h.right[1]));
    f(w(word), w(before), w(after));
    f(p(before), p(after), own);
}
