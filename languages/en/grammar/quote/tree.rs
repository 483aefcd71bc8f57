//! The dependency tree as the rules need it: children and the stretch of text under a word.

use dossier_model::{Deprel, Tokens, Upos};

use super::page::Page;

const NONE: u32 = u32::MAX;

/// No sentence has a word with more dependents; a hostile one shall not cost more.
const CHILDREN: usize = 128;

/// Children and extents of all words, made in one pass.
#[derive(Debug, Default)]
pub(super) struct Tree {
    first: Vec<u32>,
    next: Vec<u32>,
    low: Vec<u32>,
    high: Vec<u32>,
}

impl Tree {
    pub(super) fn new(tokens: &Tokens) -> Self {
        let n = tokens.len();
        let mut t = Tree {
            first: vec![NONE; n],
            next: vec![NONE; n],
            low: (0..n as u32).collect(),
            high: (0..n as u32).collect(),
        };
        let mut waiting = vec![0u32; n];
        for i in (0..n).rev() {
            if let Some(h) = tokens.head(i).filter(|&h| h < n && h != i) {
                t.next[i] = t.first[h];
                t.first[h] = i as u32;
                waiting[h] += 1;
            }
        }
        // Leaves first: a word's stretch is known when those of its children are.
        let mut ready: Vec<usize> = (0..n).filter(|&i| waiting[i] == 0).collect();
        while let Some(i) = ready.pop() {
            if let Some(h) = tokens.head(i).filter(|&h| h < n && h != i) {
                t.low[h] = t.low[h].min(t.low[i]);
                t.high[h] = t.high[h].max(t.high[i]);
                waiting[h] -= 1;
                if waiting[h] == 0 {
                    ready.push(h);
                }
            }
        }
        t
    }

    /// The words that depend on `i`, in order; of a word with absurdly many, the first ones.
    pub(super) fn children(&self, i: usize) -> impl Iterator<Item = usize> {
        let mut at = self.first.get(i).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let k = (at != NONE).then_some(at as usize)?;
            at = self.next.get(k).copied().unwrap_or(NONE);
            Some(k)
        })
        .take(CHILDREN)
    }

    /// First and one past the last word of the subtree of `i`.
    pub(super) fn extent(&self, i: usize) -> (usize, usize) {
        match (self.low.get(i), self.high.get(i)) {
            (Some(&a), Some(&b)) => (a as usize, b as usize + 1),
            _ => (i, i + 1),
        }
    }
}

impl Page<'_> {
    /// The child of `i` with one of the relations `rels`.
    pub(super) fn child(&self, i: usize, rels: &[Deprel]) -> Option<usize> {
        self.tree
            .children(i)
            .find(|&k| rels.contains(&self.tokens.deprel(k)))
    }

    /// The head of the subject of the verb `verb`, its own or the one it shares.
    pub(super) fn subject_head(&self, verb: usize) -> Option<usize> {
        const SUBJECTS: &[Deprel] = &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter];
        let mut at = verb;
        for _ in 0..6 {
            // Of two subjects, a slip of the parser, the one next to the verb is meant.
            let own = self
                .tree
                .children(at)
                .filter(|&k| SUBJECTS.contains(&self.tokens.deprel(k)));
            if let Some(s) = own.max_by_key(|&k| (k < at, k)) {
                return Some(s);
            }
            let up = self.tokens.head(at)?;
            match self.tokens.deprel(at) {
                Deprel::Conj | Deprel::Xcomp | Deprel::Parataxis => at = up,
                Deprel::Advcl => {
                    // "adding that": a participle has the subject of its clause.
                    if !self.word(at).ends_with("ing") && self.child(at, &[Deprel::Mark]).is_some() {
                        return None;
                    }
                    at = up;
                }
                // "a statement saying that": the noun is the subject.
                Deprel::Acl => return (self.tokens.upos(up) != Upos::Verb).then_some(up),
                _ => return None,
            }
        }
        None
    }

    /// The words of the subject of the verb `verb`, without what follows the verb itself.
    pub(super) fn subject(&self, verb: usize) -> Option<(usize, usize)> {
        let head = self.subject_head(verb)?;
        let (mut from, mut to) = self.tree.extent(head);
        if self.tokens.deprel(verb) == Deprel::Acl && head < verb {
            to = to.min(verb);
        }
        if head < verb {
            to = to.min(self.group(verb, head).start.max(head + 1));
        }
        // Long conjoined clauses show a slip of the parser.
        if to - from > 60 {
            from = head;
            to = head + 1;
        }
        while from < head
            && (self.is_punct(from) || matches!(self.tokens.deprel(from), Deprel::Cc | Deprel::Mark))
        {
            from += 1;
        }
        // "During the talks, the mayor said": an adjunct that the parser hung on the subject.
        if matches!(self.tokens.upos(from), Upos::Adp | Upos::Sconj)
            && let Some(comma) = (from..head).rev().find(|&i| self.word(i) == ",")
        {
            from = comma + 1;
        }
        while to > head + 1 && self.is_punct(to - 1) && self.word(to - 1) != ")" {
            to -= 1;
        }
        Some((from, to))
    }
}
