/// A run of words that both sides have, or that one side has alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) shared: bool,
    pub(super) text: String,
}

/// Cells of the table at most; longer middles are compared in pieces of their own.
const CELLS: usize = 250_000;

/// Both texts with the words that they share in order marked: the longest common subsequence of their words,
/// found in bounded time. Case and punctuation at a word's edges make no difference.
pub(super) fn shared_words(a: &str, b: &str) -> (Vec<Run>, Vec<Run>) {
    let (wa, wb) = (words(a), words(b));
    let (ka, kb): (Vec<String>, Vec<String>) = (keys(&wa), keys(&wb));
    let (mut ma, mut mb) = (vec![false; wa.len()], vec![false; wb.len()]);
    let head = ka.iter().zip(&kb).take_while(|(x, y)| x == y).count();
    let tail_a = ka.get(head..).unwrap_or_default().iter().rev();
    let tail_b = kb.get(head..).unwrap_or_default().iter().rev();
    let tail = tail_a.zip(tail_b).take_while(|(x, y)| x == y).count();
    for marks in [&mut ma, &mut mb] {
        let n = marks.len();
        marks
            .iter_mut()
            .enumerate()
            .for_each(|(i, m)| *m = i < head || i >= n - tail);
    }
    let (end_a, end_b) = (ka.len() - tail, kb.len() - tail);
    let (mut i, mut j) = (head, head);
    while i < end_a && j < end_b {
        // A window of both; what is left of one when the other ends is unshared.
        let side = CELLS.isqrt();
        let (to_i, to_j) = ((i + side).min(end_a), (j + side).min(end_b));
        let (xs, ys) = (
            ka.get(i..to_i).unwrap_or_default(),
            kb.get(j..to_j).unwrap_or_default(),
        );
        for (x, y) in longest(xs, ys) {
            set(&mut ma, i + x);
            set(&mut mb, j + y);
        }
        (i, j) = (to_i, to_j);
    }
    (runs(&wa, &ma), runs(&wb, &mb))
}

fn set(marks: &mut [bool], at: usize) {
    if let Some(m) = marks.get_mut(at) {
        *m = true;
    }
}

/// Pairs of places of the longest common subsequence, by the textbook's table.
fn longest(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let wide = b.len() + 1;
    let mut table = vec![0_u16; (a.len() + 1) * wide];
    let cell = |table: &[u16], i: usize, j: usize| table.get(i * wide + j).copied().unwrap_or(0);
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let best = if x == y {
                cell(&table, i + 1, j + 1) + 1
            } else {
                cell(&table, i + 1, j).max(cell(&table, i, j + 1))
            };
            if let Some(c) = table.get_mut(i * wide + j) {
                *c = best;
            }
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x == y {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if cell(&table, i + 1, j) >= cell(&table, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn keys(words: &[&str]) -> Vec<String> {
    let key = |w: &&str| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = if bare.is_empty() { *w } else { bare };
        bare.to_lowercase()
    };
    words.iter().map(key).collect()
}

fn runs(words: &[&str], marks: &[bool]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (word, &shared) in words.iter().zip(marks) {
        match runs.last_mut().filter(|r| r.shared == shared) {
            Some(run) => {
                run.text.push(' ');
                run.text.push_str(word);
            }
            None => runs.push(Run {
                shared,
                text: (*word).to_owned(),
            }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(a: &str, b: &str, expected: &str) {
        let show = |runs: &[Run]| {
            let run = |r: &Run| {
                if r.shared {
                    format!("[{}]", r.text)
                } else {
                    r.text.clone()
                }
            };
            runs.iter().map(run).collect::<Vec<_>>().join(" ")
        };
        let (x, y) = shared_words(a, b);
        assert_eq!(format!("{} | {}", show(&x), show(&y)), expected);
    }

    #[test]
    fn shared_words_are_marked_on_both_sides() {
        check(
            "one two three",
            "one two three",
            "[one two three] | [one two three]",
        );
        check(
            "is to cost much",
            "will cost much",
            "is to [cost much] | will [cost much]",
        );
        check(
            "The tunnel, long",
            "the tunnel long",
            "[The tunnel, long] | [the tunnel long]",
        );
        check("a b c d", "a x c y d", "[a] b [c d] | [a] x [c] y [d]");
        check("", "a", " | a");
        check("same same", "same", "[same] same | [same]");
        check("– –", "–", "[–] – | [–]");
    }

    #[test]
    fn long_passages_end_in_good_time() {
        let a: String = (0..20_000).map(|i| format!("w{} ", i % 977)).collect();
        let b: String = (0..20_000).map(|i| format!("w{} ", i % 1009)).collect();
        let (x, y) = shared_words(&a, &b);
        assert!(x.iter().any(|r| r.shared) && y.iter().any(|r| r.shared));
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_both_sides_share_the_same(a in "[ab ]{0,60}", b in "[ab ]{0,60}") {
            let (x, y) = shared_words(&a, &b);
            let all = |runs: &[Run]| runs.iter().map(|r| r.text.clone()).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(all(&x), words(&a).join(" "));
            prop_assert_eq!(all(&y), words(&b).join(" "));
            let shared = |runs: Vec<Run>| {
                let kept: Vec<String> = runs.into_iter().filter(|r| r.shared).map(|r| r.text).collect();
                kept.join(" ")
            };
            prop_assert_eq!(shared(x), shared(y));
        }
    }
}
