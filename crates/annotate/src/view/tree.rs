//! The dependency tree over the words, with the questions that finders ask of it.

use std::ops::Range;

use dossier_model::{Deprel, Span, Tokens};

use super::View;

/// No sentence has a word with more dependents; a hostile one shall not cost more.
const MOST_CHILDREN: usize = 128;

/// Steps that a walk up takes at most: real clauses are shallower, and a broken tree must not hold us.
pub const CLIMB: usize = 12;

/// Words of one noun phrase, or members of one enumeration, that are looked at.
const WIDE: usize = 48;

/// Relations that subjects of all kinds of clauses have.
pub const SUBJECTS: &[Deprel] = &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter];

/// Relations of what belongs to a noun phrase, clauses and prepositional phrases behind the noun aside.
const NOUN_PHRASE: &[Deprel] = &[
    Deprel::Det,
    Deprel::DetPredet,
    Deprel::Amod,
    Deprel::Compound,
    Deprel::Flat,
    Deprel::FlatName,
    Deprel::FlatForeign,
    Deprel::Nummod,
    Deprel::NmodPoss,
    Deprel::NmodDesc,
    Deprel::Fixed,
    Deprel::Goeswith,
];

/// Children and extents of all words of an article, made in one pass.
#[derive(Debug)]
pub(super) struct Tree {
    /// The children of word `i`, in order: `children[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    children: Vec<u32>,
    /// First and last word of the subtree of each word.
    extents: Vec<(u32, u32)>,
}

impl Tree {
    /// The tree over all words; linear in their number.
    pub(super) fn new(tokens: &Tokens) -> Self {
        let n = tokens.len();
        let head = |i: usize| tokens.head(i).filter(|&h| h < n && h != i);
        let mut starts = vec![0u32; n + 2];
        for h in (0..n).filter_map(head) {
            starts[h + 2] += 1;
        }
        let mut waiting: Vec<u32> = starts[2..].to_vec();
        for k in 2..n + 2 {
            starts[k] += starts[k - 1];
        }
        let mut children = vec![0u32; starts[n + 1] as usize];
        for i in 0..n {
            if let Some(h) = head(i) {
                let at = &mut starts[h + 1];
                children[*at as usize] = i as u32;
                *at += 1;
            }
        }
        starts.truncate(n + 1);
        // Leaves first: the extent of a word is known when those of its children are.
        let mut extents: Vec<(u32, u32)> = (0..n as u32).map(|i| (i, i)).collect();
        let mut ready: Vec<usize> = (0..n).filter(|&i| waiting[i] == 0).collect();
        while let Some(i) = ready.pop() {
            let Some(h) = head(i) else { continue };
            let (first, last) = extents[i];
            extents[h] = (extents[h].0.min(first), extents[h].1.max(last));
            waiting[h] -= 1;
            if waiting[h] == 0 {
                ready.push(h);
            }
        }
        Self {
            starts,
            children,
            extents,
        }
    }
}

impl<'a> View<'a> {
    /// The word that word `i` depends on. `None` for the root of a sentence.
    #[inline]
    #[must_use]
    pub fn head(&self, i: usize) -> Option<usize> {
        (i < self.len()).then(|| self.tokens.head(i)).flatten()
    }

    /// How word `i` depends on its head.
    #[inline]
    #[must_use]
    pub fn deprel(&self, i: usize) -> Deprel {
        if i < self.len() {
            self.tokens.deprel(i)
        } else {
            Deprel::Dep
        }
    }

    /// Those of the words `range` that depend on none of it, in order: what stands for a stretch in the sentence.
    pub fn heads_in(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let outside = {
            let range = range.clone();
            move |i: &usize| self.head(*i).is_none_or(|h| !range.contains(&h))
        };
        range.filter(outside)
    }

    /// The words that depend on word `i`, in order; of a word with absurdly many, the first ones.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let (from, to) = match (self.tree.starts.get(i), self.tree.starts.get(i + 1)) {
            (Some(&a), Some(&b)) => (a as usize, (b as usize).min(a as usize + MOST_CHILDREN)),
            _ => (0, 0),
        };
        let children = self.tree.children.get(from..to).unwrap_or(&[]);
        children.iter().map(|&c| c as usize)
    }

    /// The words that depend on word `i` by one of the relations `rels`, in order.
    pub fn children_by<'b>(
        &'b self,
        i: usize,
        rels: &'b [Deprel],
    ) -> impl DoubleEndedIterator<Item = usize> + 'b {
        self.children(i).filter(move |&c| rels.contains(&self.deprel(c)))
    }

    /// The first word that depends on word `i` by one of the relations `rels`.
    #[inline]
    #[must_use]
    pub fn child(&self, i: usize, rels: &[Deprel]) -> Option<usize> {
        self.children_by(i, rels).next()
    }

    /// First and one past the last word of the subtree of word `i`.
    #[inline]
    #[must_use]
    pub fn extent(&self, i: usize) -> (usize, usize) {
        let known = self.tree.extents.get(i);
        known.map_or((i, i + 1), |&(a, b)| (a as usize, b as usize + 1))
    }

    /// Word `i` and what is enumerated with it, in order; verbs enumerated with a noun are clauses of their own.
    #[must_use]
    pub fn conjuncts(&self, i: usize) -> Vec<usize> {
        let mut out = vec![i];
        let mut at = 0;
        while let Some(&k) = out.get(at) {
            at += 1;
            for c in self.children_by(k, &[Deprel::Conj]) {
                if out.len() < WIDE && !out.contains(&c) && !self.is_verb(c) {
                    out.push(c);
                }
            }
        }
        out.sort_unstable();
        out
    }

    /// The first word of the enumeration that word `i` belongs to.
    #[must_use]
    pub fn first_conjunct(&self, mut i: usize) -> usize {
        for _ in 0..CLIMB {
            match self.head(i) {
                Some(h) if self.deprel(i) == Deprel::Conj => i = h,
                _ => break,
            }
        }
        i
    }

    /// Word `i` and all below it that hangs on the relations `rels`, in order.
    #[must_use]
    pub fn below(&self, i: usize, rels: &[Deprel]) -> Vec<usize> {
        let mut out = vec![i];
        let mut at = 0;
        while let Some(&k) = out.get(at) {
            at += 1;
            for c in self.children_by(k, rels) {
                if out.len() < WIDE {
                    out.push(c);
                }
            }
        }
        out.sort_unstable();
        out
    }

    /// The noun phrase of word `i` without clauses and prepositional phrases behind it.
    #[inline]
    #[must_use]
    pub fn noun_phrase(&self, i: usize) -> Span {
        let words = self.below(i, NOUN_PHRASE);
        let covered = words.iter().map(|&w| self.span(w)).reduce(Span::cover);
        covered.unwrap_or_else(|| self.span(i))
    }
}
