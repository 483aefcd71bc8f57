//! Parts of speech: a greedy tagger with averaged perceptron weights, left to right.
//!
//! It tells Penn Treebank tags together with the universal ones; the parser and the lemmas use the finer tags.
//! M. Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002.

use super::lex::Lex;
use super::weights::mix;

/// How the words of a sentence are capitalised, which tells what a capital letter means in it.
#[must_use]
pub fn case_style(words: &[Lex]) -> u32 {
    let (mut long, mut capital, mut upper) = (0, 0, 0);
    for w in words.iter().filter(|w| w.has_letter && w.length > 3).take(200) {
        long += 1;
        capital += u32::from(w.is_capital);
        upper += u32::from(w.is_upper);
    }
    if long < 2 {
        0
    } else if upper * 10 >= long * 7 {
        3
    } else if capital * 10 >= long * 8 {
        2
    } else if capital == 0 {
        1
    } else {
        4
    }
}

/// Before the first and after the last word.
const EDGE: Lex = Lex {
    exact: 1,
    lower: 1,
    suffix: [1; 4],
    prefix: [1; 3],
    shape: 1,
    is_capital: false,
    is_upper: false,
    has_letter: false,
    length: 0,
};

fn at(words: &[Lex], i: usize, step: isize) -> Lex {
    i.checked_add_signed(step)
        .and_then(|k| words.get(k))
        .copied()
        .unwrap_or(EDGE)
}

/// The features of word `i`, given the tags chosen for the two words before it.
pub fn features(words: &[Lex], i: usize, style: u32, before: [u32; 2], out: &mut Vec<u32>) {
    out.clear();
    let (w, p1, p2) = (at(words, i, 0), at(words, i, -1), at(words, i, -2));
    let (n1, n2) = (at(words, i, 1), at(words, i, 2));
    let [t1, t2] = before;
    let cap = u32::from(w.is_capital) + 2 * u32::from(w.is_upper) + 4 * style + 32 * u32::from(i == 0);
    let mut template = 0;
    let mut f = |a: u32, b: u32, c: u32| {
        out.push(mix(template, a, b, c));
        template += 1;
    };
    f(0, 0, 0);
    f(w.exact, 0, 0);
    f(w.lower, 0, 0);
    f(w.lower, cap, 0);
    for s in w.suffix {
        f(s, 0, 0);
    }
    f(w.suffix[2], cap, 0);
    f(w.suffix[1], cap, 0);
    for p in w.prefix {
        f(p, 0, 0);
    }
    f(w.shape, style, u32::from(i == 0));
    f(cap, 0, 0);
    f(p1.lower, 0, 0);
    f(p2.lower, 0, 0);
    f(n1.lower, 0, 0);
    f(n2.lower, 0, 0);
    f(p1.lower, w.lower, 0);
    f(w.lower, n1.lower, 0);
    f(p1.lower, n1.lower, 0);
    f(p2.lower, p1.lower, 0);
    f(n1.lower, n2.lower, 0);
    f(n1.suffix[2], 0, 0);
    f(n1.suffix[1], w.suffix[1], 0);
    f(p1.suffix[2], 0, 0);
    f(n1.shape, u32::from(w.is_capital), style);
    f(p1.shape, u32::from(w.is_capital), style);
    f(t1, 0, 0);
    f(t1, t2, 0);
    f(t1, w.lower, 0);
    f(t1, t2, w.lower);
    f(t1, n1.lower, 0);
    f(t1, w.suffix[1], 0);
    f(t1, w.suffix[2], 0);
    f(t1, cap, 0);
}
