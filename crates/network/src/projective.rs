//! The best tree without crossing arcs for given scores of arcs.
//!
//! J. Eisner, "Three new probabilistic models for dependency parsing", COLING 1996. The time is cubic in the
//! words, so callers hand in short pieces.

/// Scratch space for the search.
#[derive(Debug, Clone, Default)]
pub struct Search {
    n: usize,
    /// Whole spans whose head is their first word, by first word, and the same by last word.
    right: Vec<i32>,
    right_by_end: Vec<i32>,
    /// Whole spans whose head is their last word, by first word, and the same by last word.
    left: Vec<i32>,
    left_by_end: Vec<i32>,
    /// Spans from a head to its dependent on the right, by first word.
    arc_right: Vec<i32>,
    /// Spans from a dependent to its head on the right, by last word.
    arc_left_by_end: Vec<i32>,
    todo: Vec<(u8, usize, usize)>,
}

/// The greatest sum of two numbers at the same place.
#[inline(always)]
fn best_sum(a: &[i32], b: &[i32]) -> i32 {
    let n = a.len().min(b.len());
    let (a, b) = (&a[..n], &b[..n]);
    let mut best = i32::MIN;
    for k in 0..n {
        best = best.max(a[k] + b[k]);
    }
    best
}

fn place_of(a: &[i32], b: &[i32], sum: i32) -> usize {
    let mut pairs = a.iter().zip(b);
    pairs.position(|(x, y)| x + y == sum).unwrap_or(0)
}

impl Search {
    /// Writes the head of each of `n` words into `heads`. `scores[d * (n + 1) + h]` is what word `h` is worth as the
    /// head of word `d`; the root counts as word `n`, and exactly one word hangs on it. Scores lie within some
    /// millions, so that their sums fit.
    #[inline(always)]
    pub fn run(&mut self, scores: &[i32], n: usize, heads: &mut Vec<u32>) {
        heads.clear();
        heads.resize(n, n as u32);
        if n == 0 || scores.len() < n * (n + 1) {
            return;
        }
        self.n = n;
        for table in [
            &mut self.right,
            &mut self.right_by_end,
            &mut self.left,
            &mut self.left_by_end,
            &mut self.arc_right,
            &mut self.arc_left_by_end,
        ] {
            table.clear();
            table.resize(n * n, 0);
        }
        let score = |head: usize, word: usize| scores[word * (n + 1) + head];
        for len in 1..n {
            for i in 0..n - len {
                let j = i + len;
                let (row, end) = (i * n, j * n);
                let meet = best_sum(
                    &self.right[row + i..row + j],
                    &self.left_by_end[end + i + 1..=end + j],
                );
                self.arc_right[row + j] = meet + score(i, j);
                self.arc_left_by_end[end + i] = meet + score(j, i);
                let r = best_sum(
                    &self.arc_right[row + i + 1..=row + j],
                    &self.right_by_end[end + i + 1..=end + j],
                );
                let l = best_sum(
                    &self.left[row + i..row + j],
                    &self.arc_left_by_end[end + i..end + j],
                );
                (self.right[row + j], self.right_by_end[end + i]) = (r, r);
                (self.left[row + j], self.left_by_end[end + i]) = (l, l);
            }
        }
        let worth = |r: usize| self.left[r] + self.right[r * n + n - 1] + score(n, r);
        let root = (0..n).reduce(|a, b| if worth(b) > worth(a) { b } else { a });
        if let Some(root) = root {
            self.trace(root, heads);
        }
    }

    /// Finds the way to the best tree again.
    fn trace(&mut self, root: usize, heads: &mut [u32]) {
        let n = self.n;
        self.todo.clear();
        self.todo.push((1, 0, root));
        self.todo.push((0, root, n - 1));
        while let Some((kind, i, j)) = self.todo.pop() {
            if i == j {
                continue;
            }
            let (row, end) = (i * n, j * n);
            match kind {
                // Headed by the first word.
                0 => {
                    let (a, b) = (
                        &self.arc_right[row + i + 1..=row + j],
                        &self.right_by_end[end + i + 1..=end + j],
                    );
                    let k = i + 1 + place_of(a, b, self.right[row + j]);
                    heads[k] = i as u32;
                    self.todo.push((2, i, k));
                    self.todo.push((0, k, j));
                }
                // Headed by the last word.
                1 => {
                    let (a, b) = (
                        &self.left[row + i..row + j],
                        &self.arc_left_by_end[end + i..end + j],
                    );
                    let k = i + place_of(a, b, self.left[row + j]);
                    heads[k] = j as u32;
                    self.todo.push((1, i, k));
                    self.todo.push((2, k, j));
                }
                // Between a head and its dependent.
                _ => {
                    let (a, b) = (
                        &self.right[row + i..row + j],
                        &self.left_by_end[end + i + 1..=end + j],
                    );
                    let k = i + place_of(a, b, best_sum(a, b));
                    self.todo.push((0, i, k));
                    self.todo.push((1, k + 1, j));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `arcs` are head, word, score; `n` as head is the root.
    fn check(n: usize, arcs: &[(usize, usize, i32)], expected: &[u32]) {
        let mut scores = vec![0; n * (n + 1)];
        for &(head, word, score) in arcs {
            scores[word * (n + 1) + head] = score;
        }
        let mut heads = Vec::new();
        Search::default().run(&scores, n, &mut heads);
        assert_eq!(heads, expected);
    }

    #[test]
    fn best_trees() {
        check(1, &[], &[1]);
        check(3, &[(1, 0, 5), (3, 1, 5), (1, 2, 5)], &[1, 3, 1]);
        // Two words want the root, and one gets it.
        check(2, &[(2, 0, 9), (2, 1, 8), (0, 1, 2)], &[2, 0]);
        // Arcs that cross are not both taken.
        check(
            4,
            &[(2, 0, 9), (3, 1, 8), (4, 2, 5), (2, 3, 5), (2, 1, 1)],
            &[2, 2, 4, 2],
        );
        // A circle is broken.
        check(
            3,
            &[(1, 0, 9), (0, 1, 9), (3, 1, 3), (3, 0, 1), (1, 2, 3)],
            &[1, 3, 1],
        );
    }
}
