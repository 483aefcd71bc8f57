//! Questions that rules ask of a parsed sentence: subtrees, subjects, objects, negation, phrases, clauses.
//!
//! A [`Tree`] is a view of one sentence of [`Tokens`]; every number that goes in or comes out is a token's place
//! in the whole article. Where no head is known (`None` for every token) each question has the empty answer.

use std::ops::Range;

use dossier_model::{Deprel, Span, Tokens, Upos};

/// The dependency tree of one sentence.
#[derive(Debug, Clone)]
pub struct Tree<'a> {
    tokens: &'a Tokens,
    first: usize,
    end: usize,
    /// Children of token `first + k`, in order: `children[starts[k]..starts[k + 1]]`.
    starts: Vec<u32>,
    children: Vec<u32>,
    /// First and last place of the subtree under each token.
    reach: Vec<(u32, u32)>,
}

impl<'a> Tree<'a> {
    /// The tree over the tokens inside `sentence`; linear in their number.
    #[must_use]
    pub fn new(tokens: &'a Tokens, sentence: Span) -> Self {
        let Range { start: first, end } = tokens.inside(sentence);
        let n = end - first;
        let local = |i: usize| {
            tokens
                .head(i)
                .filter(|h| (first..end).contains(h))
                .map(|h| h - first)
        };
        let mut starts = vec![0u32; n + 2];
        for i in first..end {
            if let Some(h) = local(i) {
                starts[h + 2] += 1;
            }
        }
        for k in 2..n + 2 {
            starts[k] += starts[k - 1];
        }
        let mut children = vec![0u32; starts[n + 1] as usize];
        for i in first..end {
            if let Some(h) = local(i) {
                let at = &mut starts[h + 1];
                children[*at as usize] = i as u32;
                *at += 1;
            }
        }
        starts.truncate(n + 1);
        let mut tree = Tree {
            tokens,
            first,
            end,
            starts,
            children,
            reach: Vec::new(),
        };
        tree.reach = tree.find_reach(n, local);
        tree
    }

    /// Grows every subtree from its leaves up, each token once.
    fn find_reach(&self, n: usize, local: impl Fn(usize) -> Option<usize>) -> Vec<(u32, u32)> {
        let mut reach: Vec<(u32, u32)> = (self.first..self.end).map(|i| (i as u32, i as u32)).collect();
        let mut waiting: Vec<u32> = (0..n).map(|k| self.starts[k + 1] - self.starts[k]).collect();
        let mut ready: Vec<usize> = (0..n).filter(|&k| waiting[k] == 0).collect();
        while let Some(k) = ready.pop() {
            let Some(h) = local(self.first + k) else { continue };
            let (from, to) = reach[k];
            reach[h] = (reach[h].0.min(from), reach[h].1.max(to));
            waiting[h] -= 1;
            if waiting[h] == 0 {
                ready.push(h);
            }
        }
        reach
    }

    /// The words of the article.
    #[must_use]
    pub fn tokens(&self) -> &'a Tokens {
        self.tokens
    }

    /// Places of the sentence's tokens.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.first..self.end
    }

    /// The token that depends on none. `None` for a sentence without words.
    #[must_use]
    pub fn root(&self) -> Option<usize> {
        self.range().find(|&i| self.tokens.head(i).is_none())
    }

    /// The tokens that depend on `i`, in order.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let k = i.wrapping_sub(self.first);
        let (from, to) = match (self.starts.get(k), self.starts.get(k + 1)) {
            (Some(&a), Some(&b)) => (a as usize, b as usize),
            _ => (0, 0),
        };
        self.children[from..to].iter().map(|&c| c as usize)
    }

    /// The children of `i` with one of the relations `rels`, in order.
    pub fn children_by<'b>(
        &'b self,
        i: usize,
        rels: &'b [Deprel],
    ) -> impl DoubleEndedIterator<Item = usize> + 'b {
        self.children(i)
            .filter(move |&c| rels.contains(&self.tokens.deprel(c)))
    }

    /// The first child of `i` with one of the relations `rels`.
    #[must_use]
    pub fn child(&self, i: usize, rels: &[Deprel]) -> Option<usize> {
        self.children_by(i, rels).next()
    }

    /// Places from the first to the last token under `i`, itself among them.
    #[must_use]
    pub fn subtree(&self, i: usize) -> Range<usize> {
        match self.reach.get(i.wrapping_sub(self.first)) {
            Some(&(from, to)) => from as usize..to as usize + 1,
            None => i..i + 1,
        }
    }

    /// The text from the first to the last token of `places`. `None` where there is none.
    #[must_use]
    pub fn span(&self, places: Range<usize>) -> Option<Span> {
        if places.is_empty() || places.end > self.tokens.len() {
            return None;
        }
        Some(
            self.tokens
                .span(places.start)
                .cover(self.tokens.span(places.end - 1)),
        )
    }

    /// Whether `above` governs `below`, directly or through others; no token governs itself.
    #[must_use]
    pub fn governs(&self, above: usize, below: usize) -> bool {
        // A tree has no longer path than it has tokens.
        let mut at = below;
        for _ in 0..self.end - self.first {
            match self.tokens.head(at) {
                Some(h) if h == above => return true,
                Some(h) => at = h,
                None => return false,
            }
        }
        false
    }

    /// What is coordinated with `i`: the first conjunct, then those that depend on it.
    #[must_use]
    pub fn conjuncts(&self, i: usize) -> Vec<usize> {
        let first = self.first_conjunct(i);
        let mut out = vec![first];
        out.extend(self.children_by(first, &[Deprel::Conj]));
        out
    }

    /// The first member of the coordination that `i` is in, or `i`.
    #[must_use]
    pub fn first_conjunct(&self, i: usize) -> usize {
        match self.tokens.head(i) {
            Some(h) if self.tokens.deprel(i) == Deprel::Conj => h,
            _ => i,
        }
    }

    /// The preposition (or "'s") that marks the noun `i`.
    #[must_use]
    pub fn case(&self, i: usize) -> Option<usize> {
        self.child(i, &[Deprel::Case])
    }

    /// The oblique of `verb` whose preposition has the dictionary form `preposition`.
    #[must_use]
    pub fn oblique(&self, verb: usize, preposition: &str) -> Option<usize> {
        self.children_by(verb, &[Deprel::Obl, Deprel::OblAgent])
            .find(|&o| {
                self.children_by(o, &[Deprel::Case])
                    .any(|c| self.tokens.lemma(c) == preposition)
            })
    }

    /// Whether the clause of `verb` is in the passive voice.
    #[must_use]
    pub fn is_passive(&self, verb: usize) -> bool {
        self.child(verb, &[Deprel::AuxPass, Deprel::NsubjPass, Deprel::CsubjPass])
            .is_some()
    }

    /// The subject that stands in the clause of `verb` itself: of a passive verb the one acted on.
    #[must_use]
    pub fn own_subject(&self, verb: usize) -> Option<usize> {
        self.child(verb, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter])
    }

    /// The subject of `verb`, also where it is shared: with the first of coordinated verbs, with the verb that
    /// governs an open complement ("agreed to meet"), or as the noun that a relative or participle clause is on.
    /// A relative pronoun stands for its noun.
    #[must_use]
    pub fn subject(&self, verb: usize) -> Option<usize> {
        self.subject_within(verb, 6)
    }

    fn subject_within(&self, verb: usize, steps: usize) -> Option<usize> {
        if let Some(s) = self.own_subject(verb) {
            return Some(self.antecedent(verb, s));
        }
        let head = self.tokens.head(verb).filter(|_| steps > 0)?;
        match self.tokens.deprel(verb) {
            // "was arrested and said": a change of voice shares the subject too.
            Deprel::Conj if self.is_predicate(head) => self.subject_within(head, steps - 1),
            Deprel::Xcomp => match self.object(head) {
                Some(o) if !self.is_subject_control(head) => Some(o),
                _ => self.subject_within(head, steps - 1),
            },
            // "leaders attending the talks", "a deal signed in May".
            Deprel::Acl if self.child(verb, &[Deprel::Mark]).is_none() => Some(head),
            _ => None,
        }
    }

    /// "promise", "threaten": the subject of the verb, not its object, is the subject of the complement.
    fn is_subject_control(&self, verb: usize) -> bool {
        matches!(self.tokens.lemma(verb), "promise" | "threaten" | "vow" | "pledge")
    }

    /// The noun that a relative pronoun in the clause of `verb` stands for, or the word itself.
    #[must_use]
    pub fn antecedent(&self, verb: usize, word: usize) -> usize {
        let is_relative = self.tokens.upos(word) == Upos::Pron
            && matches!(self.tokens.lemma(word), "who" | "which" | "that" | "whom");
        match self.tokens.head(verb) {
            Some(h) if is_relative && self.tokens.deprel(verb) == Deprel::AclRelcl => h,
            _ => word,
        }
    }

    /// The direct object of `verb`; a relative pronoun stands for its noun.
    #[must_use]
    pub fn object(&self, verb: usize) -> Option<usize> {
        self.child(verb, &[Deprel::Obj]).map(|o| self.antecedent(verb, o))
    }

    /// The indirect object of `verb`.
    #[must_use]
    pub fn indirect_object(&self, verb: usize) -> Option<usize> {
        self.child(verb, &[Deprel::Iobj])
    }

    /// The one who does what a passive `verb` tells: "signed by both leaders".
    #[must_use]
    pub fn agent(&self, verb: usize) -> Option<usize> {
        self.child(verb, &[Deprel::OblAgent])
            .or_else(|| self.is_passive(verb).then(|| self.oblique(verb, "by")).flatten())
    }

    /// Who acts, whatever the voice: the subject of an active verb, the agent of a passive one.
    #[must_use]
    pub fn actor(&self, verb: usize) -> Option<usize> {
        let participle =
            self.tokens.deprel(verb) == Deprel::Acl && self.child(verb, &[Deprel::OblAgent]).is_some();
        if self.is_passive(verb) || participle {
            self.agent(verb)
        } else {
            self.subject(verb)
        }
    }

    /// Auxiliaries and the copula of `verb`, in order; a coordinated verb without its own shares the first one's.
    #[must_use]
    pub fn auxiliaries(&self, verb: usize) -> Vec<usize> {
        let own: Vec<usize> = self
            .children_by(verb, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
            .collect();
        match self.tokens.head(verb) {
            Some(h)
                if own.is_empty()
                    && self.tokens.deprel(verb) == Deprel::Conj
                    && self.own_subject(verb).is_none() =>
            {
                self.children_by(h, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
                    .filter(|&a| a < h)
                    .collect()
            }
            _ => own,
        }
    }

    /// Whether `word` is denied in its own clause: "not", "n't", "never"; "no" for a noun.
    #[must_use]
    pub fn is_negated(&self, word: usize) -> bool {
        self.children(word).any(|c| match self.tokens.deprel(c) {
            Deprel::Advmod | Deprel::Aux => matches!(self.tokens.lemma(c), "not" | "never" | "n't"),
            Deprel::Det => matches!(self.tokens.lemma(c), "no" | "neither"),
            _ => false,
        })
    }

    /// The modal of `verb` by its dictionary form: "will", "would", "can", "could", "may", "might", "shall",
    /// "should", "must".
    #[must_use]
    pub fn modal(&self, verb: usize) -> Option<&'a str> {
        let modal = |&a: &usize| {
            matches!(
                self.tokens.lemma(a),
                "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must"
            )
        };
        self.auxiliaries(verb)
            .iter()
            .find(|a| modal(a))
            .map(|&a| self.tokens.lemma(a))
    }

    /// Whether `verb` is an infinitive with "to".
    #[must_use]
    pub fn is_to_infinitive(&self, verb: usize) -> bool {
        self.children_by(verb, &[Deprel::Mark])
            .any(|m| self.tokens.upos(m) == Upos::Part)
    }

    /// Whether `i` heads a clause: a verb, or a noun or adjective with a copula or a subject.
    #[must_use]
    pub fn is_predicate(&self, i: usize) -> bool {
        self.tokens.upos(i) == Upos::Verb
            || self
                .child(i, &[Deprel::Cop, Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj])
                .is_some()
    }

    /// The nearest predicate above `i`.
    #[must_use]
    pub fn predicate_above(&self, i: usize) -> Option<usize> {
        let mut at = i;
        for _ in 0..self.end - self.first {
            at = self.tokens.head(at)?;
            if self.is_predicate(at) {
                return Some(at);
            }
        }
        None
    }

    /// The noun phrase around its head: determiner, adjectives, compounds, numbers, possessors and "of" phrases,
    /// without its preposition, apposition, coordination, relative clause or other clause.
    #[must_use]
    pub fn noun_phrase(&self, head: usize) -> Range<usize> {
        self.phrase(head, |c, d| match d {
            Deprel::Case | Deprel::Mark | Deprel::Cc | Deprel::Cop | Deprel::Punct | Deprel::Aux => {
                c > head && d == Deprel::Case
            }
            Deprel::Det
            | Deprel::DetPredet
            | Deprel::Amod
            | Deprel::Compound
            | Deprel::Nummod
            | Deprel::NmodPoss => true,
            Deprel::Flat | Deprel::FlatName | Deprel::FlatForeign | Deprel::Fixed | Deprel::Goeswith => true,
            Deprel::Nmod | Deprel::NmodDesc | Deprel::NmodUnmarked => true,
            // "more than 20": an adverb before the head.
            Deprel::Advmod => c < head && self.tokens.upos(head) != Upos::Verb,
            _ => false,
        })
    }

    /// The clause of `verb` with all that depends on it, without its conjunction, the clauses coordinated with it
    /// and the marks at its edges.
    #[must_use]
    pub fn clause(&self, verb: usize) -> Range<usize> {
        let range = self.phrase(verb, |c, d| match d {
            Deprel::Cc | Deprel::Mark | Deprel::Discourse | Deprel::Parataxis | Deprel::List => false,
            Deprel::Conj => !self.is_predicate(c),
            _ => true,
        });
        self.trim_punctuation(range)
    }

    /// `places` without the marks at both edges.
    #[must_use]
    pub fn trim_punctuation(&self, places: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = places;
        while start < end && self.tokens.upos(start) == Upos::Punct {
            start += 1;
        }
        while start < end && self.tokens.upos(end - 1) == Upos::Punct {
            end -= 1;
        }
        start..end
    }

    /// The unbroken stretch around `head` made of itself and the subtrees of the children that `takes` accepts.
    fn phrase(&self, head: usize, takes: impl Fn(usize, Deprel) -> bool) -> Range<usize> {
        let mut out = head..head + 1;
        let taken = |c: &usize| takes(*c, self.tokens.deprel(*c)) || self.is_inner_mark(*c, head);
        for c in self.children(head).rev().filter(|&c| c < head).take_while(taken) {
            out.start = out.start.min(self.subtree(c).start);
        }
        for c in self.children(head).filter(|&c| c > head).take_while(taken) {
            out.end = out.end.max(self.subtree(c).end);
        }
        out
    }

    /// A mark between two words of a phrase, as the hyphen of a compound.
    fn is_inner_mark(&self, i: usize, head: usize) -> bool {
        self.tokens.deprel(i) == Deprel::Punct
            && i + 1 < self.end
            && i > self.first
            && i.abs_diff(head) < 8
            && {
                let mark = (self.tokens.span(i).end, self.tokens.span(i).start);
                mark.0 == self.tokens.span(i + 1).start && mark.1 == self.tokens.span(i - 1).end
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::TokensBuilder;

    /// A row is `word upos deprel head` with heads counted from 1 and 0 for the root; lemmas are the words in
    /// small letters.
    fn tokens(rows: &str) -> Tokens {
        let mut out = TokensBuilder::default();
        let mut at = 0;
        for row in rows.split(';') {
            let cols: Vec<&str> = row.split_whitespace().collect();
            let span = Span::new(at, at + cols[0].len());
            at += cols[0].len() + 1;
            let head = cols[3].parse::<usize>().unwrap().checked_sub(1);
            let deprel = Deprel::from_name(cols[2]).unwrap();
            out.push(
                span,
                Upos::from_name(cols[1]).unwrap(),
                &cols[0].to_lowercase(),
                head,
                deprel,
            );
        }
        out.build()
    }

    const SHARED: &str = "Leaders NOUN nsubj 3;will AUX aux 3;meet VERB root 0;and CCONJ cc 5;sign VERB conj 3;\
        a DET det 7;deal NOUN obj 5;that PRON nsubj:pass 10;was AUX aux:pass 10;drafted VERB acl:relcl 7;. PUNCT punct 3";

    #[test]
    fn subjects_and_objects() {
        let t = tokens(SHARED);
        let tree = Tree::new(&t, Span::new(0, 1000));
        assert_eq!(tree.root(), Some(2));
        assert_eq!(tree.subject(4), Some(0), "coordinated verbs share the subject");
        assert_eq!(tree.subject(9), Some(6), "a relative pronoun stands for its noun");
        assert_eq!(tree.object(4), Some(6));
        assert_eq!(tree.object(2), None);
        assert!(tree.is_passive(9) && !tree.is_passive(4));
        assert_eq!(tree.modal(4), Some("will"));
        assert_eq!(tree.agent(9), None);
        assert!(tree.governs(2, 9) && !tree.governs(9, 2));
    }

    #[test]
    fn phrases_and_clauses() {
        let t = tokens(SHARED);
        let tree = Tree::new(&t, Span::new(0, 1000));
        assert_eq!(tree.noun_phrase(6), 5..7, "no relative clause");
        assert_eq!(tree.subtree(6), 5..10);
        assert_eq!(tree.clause(2), 0..3, "no coordinated clause");
        assert_eq!(tree.clause(4), 4..10);
    }

    #[test]
    fn control_and_negation() {
        let t = tokens(
            "Officials NOUN nsubj 4;did AUX aux 4;not PART advmod 4;urge VERB root 0;Acme PROPN obj 4;to PART mark 7;pay VERB xcomp 4",
        );
        let tree = Tree::new(&t, Span::new(0, 1000));
        assert_eq!(
            tree.subject(6),
            Some(4),
            "the object is the subject of the complement"
        );
        assert!(tree.is_negated(3) && !tree.is_negated(6));
        assert!(tree.is_to_infinitive(6));
        assert_eq!(tree.predicate_above(5), Some(6));
    }

    #[test]
    fn without_heads_and_without_words() {
        let t = tokens("One NUM dep 0;two NUM dep 0");
        let tree = Tree::new(&t, Span::new(0, 1000));
        assert_eq!(tree.subtree(0), 0..1);
        assert_eq!(tree.subject(1), None);
        let none = Tokens::default();
        let tree = Tree::new(&none, Span::new(0, 10));
        assert_eq!(tree.root(), None);
        assert_eq!(tree.children(5).count(), 0);
    }
}
