//! Union–find over places in a list.

/// Disjoint sets (Tarjan 1975), with path halving; the root of a set is its least member.
#[derive(Debug, Clone)]
pub struct Sets(Vec<usize>);

impl Sets {
    /// `n` sets of one.
    #[must_use]
    pub fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    /// The least member of the set that holds `i`.
    pub fn root(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    /// Joins two sets.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// The sets, each sorted, in order of their least members.
    #[must_use]
    pub fn groups(mut self) -> Vec<Vec<usize>> {
        let n = self.0.len();
        let mut place = vec![usize::MAX; n];
        let mut out: Vec<Vec<usize>> = Vec::new();
        for i in 0..n {
            let root = self.root(i);
            if place[root] == usize::MAX {
                place[root] = out.len();
                out.push(Vec::new());
            }
            out[place[root]].push(i);
        }
        out
    }
}
