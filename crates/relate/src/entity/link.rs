//! Referents joined step by step, with the reason of every step, and never against the evidence.

use std::collections::BTreeSet;

use super::evidence::{Evidence, Reason};
use super::referent::Referent;
use crate::sets::Sets;

/// So many years may lie between the ages that articles tell of one person.
const YEARS: u32 = 4;

/// The referents, what is joined so far, and why.
pub(super) struct Links<'a, 'b> {
    /// All referents.
    pub referents: &'b [Referent<'a>],
    sets: Sets,
    /// By root: the articles that have a full name of it.
    docs: Vec<BTreeSet<usize>>,
    /// By root: sides of the user's splits.
    sides: Vec<BTreeSet<(usize, usize)>>,
    /// By root: how old its articles say that a person is.
    ages: Vec<Option<u32>>,
    made: Vec<(usize, Reason)>,
}

/// What is joined in the end.
pub(super) struct Group {
    /// Places of the referents, in order.
    pub members: Vec<usize>,
    /// Why they are one, each reason once, in order.
    pub reasons: Vec<Reason>,
    /// The user's splits that touch it.
    pub splits: Vec<usize>,
}

impl<'a, 'b> Links<'a, 'b> {
    /// Nothing joined. `sides` has for each referent the user's splits it is in, and on which side.
    pub fn new(referents: &'b [Referent<'a>], sides: Vec<Vec<(usize, usize)>>) -> Self {
        let full = |b: &Referent<'_>| !b.is_person() || b.name.contains([' ', '-']);
        Self {
            sets: Sets::new(referents.len()),
            docs: referents
                .iter()
                .map(|b| full(b).then_some(b.doc).into_iter().collect())
                .collect(),
            sides: sides.into_iter().map(|s| s.into_iter().collect()).collect(),
            ages: referents.iter().map(|b| b.age).collect(),
            referents,
            made: Vec::new(),
        }
    }

    /// What stands for everything that `i` is joined with.
    pub fn root(&mut self, i: usize) -> usize {
        self.sets.root(i)
    }

    /// How many articles name a root in full.
    pub fn articles(&self, root: usize) -> usize {
        self.docs[root].len()
    }

    /// Joins two referents, unless the user keeps them apart or one article has both under full names.
    pub fn join(&mut self, a: usize, b: usize, evidence: Evidence) -> bool {
        let (ra, rb) = (self.sets.root(a), self.sets.root(b));
        if ra == rb {
            self.tell(a, b, evidence);
            return true;
        }
        let apart = |s: &BTreeSet<(usize, usize)>, t: &BTreeSet<(usize, usize)>| {
            s.iter()
                .any(|(k, side)| t.iter().any(|(l, other)| k == l && side != other))
        };
        if apart(&self.sides[ra], &self.sides[rb]) {
            return false;
        }
        // Two people of one name: ages of one differ by a birthday or a slip, not by half a life.
        if let (Some(x), Some(y)) = (self.ages[ra], self.ages[rb])
            && x.abs_diff(y) > YEARS
        {
            return false;
        }
        // The reader, who saw the whole article, kept them apart: two people, or two houses of one firm.
        let (few, many) = if self.docs[ra].len() < self.docs[rb].len() {
            (ra, rb)
        } else {
            (rb, ra)
        };
        let sees_both = self.docs[few].iter().any(|d| self.docs[many].contains(d));
        if sees_both && !may_meet(evidence) {
            return false;
        }
        self.put(ra, rb);
        self.tell(a, b, evidence);
        true
    }

    /// Joins two referents as the user wants.
    pub fn choose(&mut self, a: usize, b: usize, place: usize) {
        let (ra, rb) = (self.sets.root(a), self.sets.root(b));
        if ra != rb {
            self.put(ra, rb);
        }
        self.made.push((
            a,
            Reason {
                evidence: Evidence::Chosen(place),
                a: String::new(),
                b: String::new(),
            },
        ));
    }

    fn put(&mut self, ra: usize, rb: usize) {
        self.sets.join(ra, rb);
        let root = self.sets.root(ra);
        let other = if root == ra { rb } else { ra };
        let (mut small, mut large) = (
            std::mem::take(&mut self.docs[other]),
            std::mem::take(&mut self.docs[root]),
        );
        if small.len() > large.len() {
            std::mem::swap(&mut small, &mut large);
        }
        large.extend(small);
        self.docs[root] = large;
        let sides = std::mem::take(&mut self.sides[other]);
        self.sides[root].extend(sides);
        self.ages[root] = self.ages[root].or(self.ages[other]);
    }

    fn tell(&mut self, a: usize, b: usize, evidence: Evidence) {
        let name = |i: usize| self.referents[i].name.clone();
        if a == b {
            return;
        }
        let (mut left, mut right) = (name(a), name(b));
        let directed = matches!(
            evidence,
            Evidence::Initial
                | Evidence::UsedFor
                | Evidence::Surname
                | Evidence::Usual
                | Evidence::Introduced
                | Evidence::Initials
        );
        if !directed && left > right {
            std::mem::swap(&mut left, &mut right);
        }
        let evidence = match evidence {
            Evidence::Diacritics
            | Evidence::SameBody
            | Evidence::SameLetters
            | Evidence::UsedFor
            | Evidence::Introduced
                if left == right =>
            {
                Evidence::SameName
            }
            e => e,
        };
        self.made.push((
            a,
            Reason {
                evidence,
                a: left,
                b: right,
            },
        ));
    }

    /// The groups in order of their first members.
    pub fn groups(mut self) -> Vec<Group> {
        let roots: Vec<usize> = self.made.iter().map(|(i, _)| *i).collect();
        let roots: Vec<usize> = roots.into_iter().map(|i| self.sets.root(i)).collect();
        let mut reasons: Vec<(usize, Reason)> = roots
            .into_iter()
            .zip(self.made.into_iter().map(|(_, r)| r))
            .collect();
        reasons.sort();
        reasons.dedup();
        let sides = self.sides;
        self.sets
            .groups()
            .into_iter()
            .map(|members| {
                let root = members.first().copied().unwrap_or(0);
                let from = reasons.partition_point(|(r, _)| *r < root);
                let to = reasons.partition_point(|(r, _)| *r <= root);
                let mut splits: Vec<usize> = sides[root].iter().map(|(k, _)| *k).collect();
                splits.dedup();
                Group {
                    members,
                    reasons: reasons[from..to].iter().map(|(_, r)| r.clone()).collect(),
                    splits,
                }
            })
            .collect()
    }
}

/// Evidence that the reader of one article does not have.
fn may_meet(evidence: Evidence) -> bool {
    matches!(
        evidence,
        Evidence::Country
            | Evidence::SameName
            | Evidence::Order
            | Evidence::SameBody
            | Evidence::Kind
            | Evidence::Introduced
            | Evidence::Initials
    )
}
