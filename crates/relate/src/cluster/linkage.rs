//! The last step of an agglomerative clustering: the two halves of a whole.

/// The two groups that average linkage joins last, with the mean similarity between them and inside each.
#[derive(Debug, Clone)]
pub(super) struct Halves {
    pub sides: [Vec<usize>; 2],
    pub between: f64,
    /// 0 for a half of one.
    pub within: [f64; 2],
}

/// Average linkage by nearest-neighbour chains (Murtagh 1983) over a full matrix of similarities, row by row; `None`
/// for fewer than two things.
pub(super) fn halves(similarities: &[f64], n: usize) -> Option<Halves> {
    if n < 2 {
        return None;
    }
    // Sums over pairs, so that means stay exact when groups are joined.
    let mut sums: Vec<f64> = similarities.to_vec();
    let mut groups: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
    let mut left = n;
    let mut chain: Vec<usize> = Vec::new();
    let mut merges: Vec<(f64, Vec<usize>, Vec<usize>)> = Vec::new();
    while left > 1 {
        if chain.is_empty() {
            chain.push(groups.iter().position(|g| !g.is_empty())?);
        }
        let top = *chain.last()?;
        let before = chain.len().checked_sub(2).map(|k| chain[k]);
        let mean =
            |sums: &[f64], a: usize, b: usize| sums[a * n + b] / (groups[a].len() * groups[b].len()) as f64;
        let mut best = before.map(|b| (mean(&sums, top, b), b));
        for (k, group) in groups.iter().enumerate() {
            if k == top || group.is_empty() || before == Some(k) {
                continue;
            }
            let s = mean(&sums, top, k);
            if best.is_none_or(|(b, _)| s > b) {
                best = Some((s, k));
            }
        }
        let (similarity, other) = best?;
        if before != Some(other) {
            chain.push(other);
            continue;
        }
        chain.truncate(chain.len() - 2);
        let (a, b) = (top.min(other), top.max(other));
        let taken = std::mem::take(&mut groups[b]);
        merges.push((similarity, groups[a].clone(), taken.clone()));
        groups[a].extend(taken);
        for k in 0..n {
            if k != a && k != b && !groups[k].is_empty() {
                let s = sums[a * n + k] + sums[b * n + k];
                sums[a * n + k] = s;
                sums[k * n + a] = s;
            }
        }
        left -= 1;
    }
    // Chains find joins out of order: the last one is that of the least similarity.
    let (between, mut a, mut b) = merges
        .into_iter()
        .min_by(|x, y| x.0.total_cmp(&y.0).then(y.1.len().cmp(&x.1.len())))?;
    if a.len() + b.len() < n {
        return None;
    }
    a.sort_unstable();
    b.sort_unstable();
    let within = |g: &[usize]| {
        let pairs = g.len() * (g.len() - 1);
        let sum: f64 = g
            .iter()
            .flat_map(|&i| g.iter().filter(move |&&j| j != i).map(move |&j| (i, j)))
            .map(|(i, j)| similarities[i * n + j])
            .sum();
        if pairs == 0 { 0.0 } else { sum / pairs as f64 }
    };
    Some(Halves {
        within: [within(&a), within(&b)],
        sides: [a, b],
        between,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_groups_come_apart() {
        let near = |i: usize, j: usize| if (i < 3) == (j < 3) { 0.9 } else { 0.1 };
        let matrix: Vec<f64> = (0..5).flat_map(|i| (0..5).map(move |j| near(i, j))).collect();
        let h = halves(&matrix, 5).unwrap();
        assert_eq!(h.sides, [vec![0, 1, 2], vec![3, 4]]);
        assert!((h.between - 0.1).abs() < 1e-9);
        assert!((h.within[0] - 0.9).abs() < 1e-9);
    }

    #[test]
    fn one_has_no_halves() {
        assert!(halves(&[1.0], 1).is_none());
        assert!(halves(&[], 0).is_none());
    }
}
