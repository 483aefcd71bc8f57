//! What a network believes of a sentence, as shares: a teacher's answers.

use dossier_network::parser::{bend, distance};
use dossier_network::projective::Search;
use ndarray::Array2;

use super::step::{add_witness, columns, columns_mut, part, row_of, share_out};
use super::{Network, recurrent};
use crate::items::{Item, Shares};

impl Network {
    /// Makes what it believes the answers of `item`: heads, tags and relations; none has the relation of the root but the root.
    pub fn tell(&self, item: &mut Item, root: usize, search: &mut Search) {
        let n = item.len();
        let (arcs, tags, roles) = self.look(item);
        let worth = |share: &f32| ((share + 1e-6).ln() * 10_240.0) as i32;
        let scores: Vec<i32> = arcs.iter().map(worth).collect();
        search.run(&scores, n, &mut item.heads);
        let mut labels = self.relate(&roles, &item.heads);
        for (i, &head) in item.heads.iter().enumerate() {
            if (head as usize) < n {
                labels[[i, root]] = 0.0;
            }
        }
        item.tags = (0..n).map(|i| best(&tags, i)).collect();
        item.labels = (0..n).map(|i| best(&labels, i)).collect();
        let numbers = |x: Array2<f32>| x.into_raw_vec_and_offset().0;
        item.told_by = Some(Shares {
            arcs: numbers(arcs),
            labels: numbers(labels),
            tags: numbers(tags),
        });
    }

    /// Shares of heads and of tags, and what each word tells as a part of arcs.
    fn look(&self, item: &Item) -> (Array2<f32>, Array2<f32>, Array2<f32>) {
        let n = item.len();
        let mut x = Array2::zeros((n, self.shape.width));
        for (i, own) in item.rows.iter().enumerate() {
            let further = item.witness.iter().flat_map(|(_, rows)| &rows[i]);
            let further = further.map(|&r| self.shape.rows() + r as usize);
            for row in own.iter().map(|&r| r as usize).chain(further) {
                let mut sum = x.row_mut(i);
                sum += &self.table.values.row(row);
            }
        }
        for (layer, gates) in self.layers.iter().zip(&self.gates) {
            let sums = x.dot(&layer.values);
            recurrent::forward(gates, &sums, &[item], &mut x);
        }
        let roles = self.roles.apply(&x.view());
        let mut tags = self.tags.apply(&x.view());
        for i in 0..n {
            share_out(row_of(&mut tags, i));
        }
        (self.look_at_arcs(item, &roles), tags, roles)
    }

    fn look_at_arcs(&self, item: &Item, roles: &Array2<f32>) -> Array2<f32> {
        let (n, a) = (item.len(), self.shape.arc);
        let ends = columns(roles, 0, 2 * a).mapv(bend);
        let asks = self.arcs.apply(&columns(&ends, 0, a));
        let mut scores = Array2::zeros((n, n + 1));
        columns_mut(&mut scores, 0, n).assign(&asks.dot(&columns(&ends, a, 2 * a).t()));
        columns_mut(&mut scores, n, n + 1).assign(&asks.dot(&self.root.values.t()));
        let mut said = Vec::new();
        for i in 0..n {
            let tag = usize::from(item.told[i]);
            let row = row_of(&mut scores, i);
            for (j, score) in row[..n].iter_mut().enumerate() {
                *score = if i == j {
                    -1e4
                } else {
                    *score + self.distances.values[[tag, distance(i, j)]]
                };
            }
            add_witness(&self.witness, item, i, row, &mut said);
            share_out(row);
        }
        scores
    }

    /// Shares of relations to these heads.
    fn relate(&self, roles: &Array2<f32>, heads: &[u32]) -> Array2<f32> {
        let (a, r, n) = (self.shape.arc, self.shape.relation, heads.len());
        let mut met = Array2::<f32>::zeros((n, r));
        for (i, &head) in heads.iter().enumerate() {
            let head = (head as usize).min(n - 1);
            let sum = &part(roles, i, 2 * a, r) + &part(roles, head, 2 * a + r, r);
            met.row_mut(i).assign(&sum.mapv(|x| x.max(0.0)));
        }
        let mut scores = self.relations.apply(&met.view());
        for i in 0..n {
            share_out(row_of(&mut scores, i));
        }
        scores
    }
}

/// The place of the first of the highest numbers in a row.
fn best(rows: &Array2<f32>, i: usize) -> u8 {
    let row = rows.row(i);
    let places = 0..row.len();
    places
        .reduce(|a, b| if row[b] > row[a] { b } else { a })
        .unwrap_or(0) as u8
}
