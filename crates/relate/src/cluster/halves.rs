//! Two groups of one whole that are least alike.

/// Similarities of all pairs.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    n: usize,
    cells: Vec<f64>,
}

impl Matrix {
    pub fn of(n: usize, similarity: impl Fn(usize, usize) -> f64) -> Self {
        let mut cells = vec![0.0; n * n];
        for i in 0..n {
            for j in i + 1..n {
                let s = similarity(i, j);
                cells[i * n + j] = s;
                cells[j * n + i] = s;
            }
        }
        Self { n, cells }
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.cells[i * self.n + j]
    }

    /// Mean similarity of one to the others of a group; 0 where there are none.
    fn mean(&self, i: usize, group: &[usize]) -> f64 {
        let others = group.iter().filter(|&&j| j != i);
        let (mut sum, mut count) = (0.0, 0);
        for &j in others {
            sum += self.at(i, j);
            count += 1;
        }
        if count == 0 { 0.0 } else { sum / f64::from(count) }
    }

    fn mean_of(&self, a: &[usize], b: &[usize]) -> f64 {
        a.iter().map(|&i| self.mean(i, b)).sum::<f64>() / a.len().max(1) as f64
    }
}

/// Two groups, with the mean similarity between them and inside each.
#[derive(Debug, Clone)]
pub(super) struct Halves {
    pub sides: [Vec<usize>; 2],
    pub between: f64,
    pub within: [f64; 2],
}

impl Halves {
    /// How alike the groups are, by how alike the looser one is in itself.
    fn ratio(&self) -> f64 {
        self.between / self.within[0].min(self.within[1]).max(f64::MIN_POSITIVE)
    }
}

/// Of the last joins of average linkage, each with everything else moved to the nearer side until nothing moves, the
/// one with the least similarity between its sides by that inside them; sides hold `least` things and more. `None` where
/// there are no such sides.
pub(super) fn halves(matrix: &Matrix, least: usize) -> Option<Halves> {
    /// Joins that are tried: outliers come off a story before its parts do.
    const TRIED: usize = 6;
    let joins = linkage(matrix);
    let large = joins.iter().rev().filter(|j| j.sides.iter().all(|s| s.len() > 1));
    large
        .take(TRIED)
        .filter_map(|join| {
            let sides = settle(matrix, &join.sides)?;
            if sides.iter().any(|s| s.len() < least) {
                return None;
            }
            Some(Halves {
                between: matrix.mean_of(&sides[0], &sides[1]),
                within: [
                    matrix.mean_of(&sides[0], &sides[0]),
                    matrix.mean_of(&sides[1], &sides[1]),
                ],
                sides,
            })
        })
        .min_by(|a, b| a.ratio().total_cmp(&b.ratio()))
}

/// Everything to the side that it is more similar to, until nothing moves.
fn settle(matrix: &Matrix, sides: &[Vec<usize>; 2]) -> Option<[Vec<usize>; 2]> {
    const ROUNDS: usize = 10;
    let mut sides = sides.clone();
    for _ in 0..ROUNDS {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for i in 0..matrix.n {
            let (a, b) = (matrix.mean(i, &sides[0]), matrix.mean(i, &sides[1]));
            if a > b || a == b && sides[0].contains(&i) {
                left.push(i);
            } else {
                right.push(i);
            }
        }
        if left.is_empty() || right.is_empty() {
            return None;
        }
        let next = [left, right];
        if next == sides {
            break;
        }
        sides = next;
    }
    Some(sides)
}

/// Two groups that linkage joined.
#[derive(Debug, Clone)]
struct Join {
    similarity: f64,
    sides: [Vec<usize>; 2],
}

/// Average linkage by nearest-neighbour chains (Murtagh 1983), the joins from the nearest to the farthest.
fn linkage(matrix: &Matrix) -> Vec<Join> {
    let n = matrix.n;
    // Sums over pairs, so that means stay exact when groups are joined.
    let mut sums = matrix.cells.clone();
    let mut groups: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
    let mut chain: Vec<usize> = Vec::new();
    let mut joins: Vec<Join> = Vec::new();
    while joins.len() + 1 < n {
        if chain.is_empty() {
            chain.extend(groups.iter().position(|g| !g.is_empty()));
        }
        let Some(&top) = chain.last() else { break };
        let before = chain.len().checked_sub(2).map(|k| chain[k]);
        let mean = |a: usize, b: usize| sums[a * n + b] / (groups[a].len() * groups[b].len()) as f64;
        let mut best = before.map(|b| (mean(top, b), b));
        for k in (0..n).filter(|&k| k != top && !groups[k].is_empty() && before != Some(k)) {
            let s = mean(top, k);
            if best.is_none_or(|(b, _)| s > b) {
                best = Some((s, k));
            }
        }
        let Some((similarity, other)) = best else { break };
        if before != Some(other) {
            chain.push(other);
            continue;
        }
        chain.truncate(chain.len() - 2);
        let (a, b) = (top.min(other), top.max(other));
        let taken = std::mem::take(&mut groups[b]);
        joins.push(Join {
            similarity,
            sides: [groups[a].clone(), taken.clone()],
        });
        groups[a].extend(taken);
        for k in 0..n {
            if k != a && k != b && !groups[k].is_empty() {
                let s = sums[a * n + k] + sums[b * n + k];
                sums[a * n + k] = s;
                sums[k * n + a] = s;
            }
        }
    }
    // Chains find joins out of order.
    joins.sort_by(|x, y| y.similarity.total_cmp(&x.similarity).then(size(x).cmp(&size(y))));
    joins
}

fn size(join: &Join) -> usize {
    join.sides.iter().map(Vec::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_groups(stray: f64) -> Matrix {
        // 0 to 3 and 4 to 7 belong together; 8 is a stray.
        Matrix::of(9, move |i, j| match (i, j) {
            (_, 8) => stray + if i < 4 { 0.01 } else { 0.0 },
            _ if (i < 4) == (j < 4) => 0.5,
            _ => 0.05,
        })
    }

    #[test]
    fn two_groups_come_apart_though_a_stray_is_farther() {
        let h = halves(&two_groups(0.01), 3).unwrap();
        assert_eq!(h.sides.clone().map(|s| s.len()).iter().sum::<usize>(), 9);
        assert!(h.sides.contains(&vec![4, 5, 6, 7]), "{h:?}");
        assert!(h.between < 0.06 && h.ratio() < 0.2, "{h:?}");
    }

    #[test]
    fn one_has_no_halves() {
        assert!(halves(&Matrix::of(1, |_, _| 0.0), 1).is_none());
        assert!(halves(&Matrix::of(0, |_, _| 0.0), 1).is_none());
        assert!(halves(&two_groups(0.01), 5).is_none());
    }
}
