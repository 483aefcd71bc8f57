//! What is looked at to tell predicates, senses and arguments.

use dossier_model::{Deprel, Upos};
use dossier_network::lex::hash;
use dossier_network::weights::mix;

use super::words::{CLAUSE, Candidate, DETERMINER, MODIFIER, OBJECT, OPEN_CLAUSE, POSSESSOR, Words};

impl Words {
    /// What tells whether word `i` is a predicate.
    pub fn predicate_features(&self, i: usize, out: &mut Vec<u32>) {
        out.clear();
        let w = self.words[i];
        let h = self.words[w.head];
        let mut template = 200;
        let mut f = |a: u32, b: u32, c: u32| {
            out.push(mix(template, a, b, c));
            template += 1;
        };
        f(0, 0, 0);
        f(w.upos, 0, 0);
        f(w.lemma, 0, 0);
        f(w.lemma, w.upos, 0);
        f(w.lemma, w.relation, 0);
        f(w.lemma, w.form, w.upos);
        f(w.ending, w.upos, 0);
        f(w.ending, w.relation, w.upos);
        f(w.relation, w.upos, w.form);
        f(w.dependents, w.upos, 0);
        f(w.lemma, w.dependents & (DETERMINER | POSSESSOR), 0);
        f(w.lemma, w.dependents & MODIFIER, 0);
        f(w.lemma, w.preposition, 0);
        f(w.lemma, h.lemma, 0);
        f(h.lemma, w.upos, w.relation);
        f(w.lemma, self.at(i, -1).lemma, 0);
        f(w.lemma, self.at(i, 1).lemma, 0);
        f(u32::from(w.is_capital), w.upos, u32::from(i == 0));
        f(self.at(i, -1).upos, self.at(i, 1).upos, w.upos);
    }

    /// What the senses of word `i` are found by.
    #[must_use]
    pub fn sense_key(&self, i: usize) -> u32 {
        mix(299, self.words[i].lemma, self.words[i].upos, 0)
    }

    /// What tells which sense a word has.
    pub fn sense_features(&self, i: usize, out: &mut Vec<u32>) {
        out.clear();
        let w = self.words[i];
        let key = self.sense_key(i);
        let mut f = |template: u32, a: u32, b: u32| out.push(mix(template, key, a, b));
        f(300, 0, 0);
        f(301, w.particle, 0);
        f(302, w.dependents & 0xFF, 0);
        f(303, w.form, 0);
        f(304, w.relation, 0);
        f(305, self.at(i, 1).lemma, 0);
        f(306, self.at(i, -1).lemma, 0);
        f(307, self.words[w.head].lemma, w.relation);
        f(308, self.voice(i), w.dependents & (OBJECT | CLAUSE | OPEN_CLAUSE));
        f(309, w.preposition, w.mark);
        for &c in self.children(i) {
            let c = self.words[c];
            f(310, c.relation, c.lemma);
            f(311, c.relation, c.preposition);
            f(312, c.relation, c.upos);
            f(313, c.relation, c.mark);
        }
    }
}

/// How many of the features of a candidate, the first ones, are looked at to tell whether it may be an argument at all.
pub const FIRST: usize = 14;

/// What of a predicate is the same for all its arguments.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    p: usize,
    /// What the sense's word is.
    word: u32,
    sense: u32,
    voice: u32,
    frame: u32,
}

impl Words {
    /// The predicate `p` with its sense.
    #[must_use]
    pub fn context(&self, p: usize, sense: &str) -> Context {
        let word = sense.split('.').next().unwrap_or("");
        let mut frame = 0;
        for &c in self.children(p) {
            let c = self.words[c];
            if c.upos != Upos::Punct as u32
                && c.relation != Deprel::Conj as u32
                && c.relation != Deprel::Cc as u32
            {
                frame = mix(82, frame, c.relation, 0);
            }
        }
        Context {
            p,
            word: hash(word.as_bytes()),
            sense: hash(sense.as_bytes()),
            voice: self.voice(p),
            frame,
        }
    }

    /// What tells the role of a candidate; only the [`FIRST`] of it, and `false`, where `may_be` takes it for no argument by these.
    #[allow(clippy::many_single_char_names, reason = "a table")]
    pub fn argument_features(
        &self,
        context: &Context,
        candidate: &Candidate,
        out: &mut Vec<u32>,
        may_be: impl FnOnce(&[u32]) -> bool,
    ) -> bool {
        out.clear();
        let &Context {
            p,
            word,
            sense,
            voice,
            frame,
        } = context;
        let &Candidate {
            word: a,
            path,
            up,
            down,
        } = candidate;
        let (pw, aw) = (self.words[p], self.words[a]);
        let (ah, ph) = (self.words[aw.head], self.words[pw.head]);
        let side = u32::from(a > p);
        let distance = (a.abs_diff(p) as u32).clamp(1, 20).ilog2() * 2 + side;
        let link = if aw.preposition != 0 {
            aw.preposition
        } else {
            aw.mark
        };
        let direct = aw.head == p && a != p;
        let relation = aw.relation + if direct { 0 } else { 1000 };
        let kind = pw.upos * 4 + voice;
        let mut f = |a: u32, b: u32, c: u32| out.push(mix(out.len() as u32 + 1, a, b, c));
        f(0, 0, 0);
        f(path, kind, side);
        f(path, sense, kind);
        f(path, aw.lemma, pw.upos);
        f(path, aw.upos, kind);
        f(path, link, kind);
        f(path, link, sense);
        f(path, frame, kind);
        f(path, pw.dependents & 0xFF, kind);
        f(path, distance, pw.upos);
        f(relation, sense, voice);
        f(aw.lemma, relation, kind);
        f(aw.dependents, relation, aw.upos);
        f(self.rank(p, a), relation, kind);
        if !may_be(out) {
            return false;
        }
        let mut f = |a: u32, b: u32, c: u32| out.push(mix(out.len() as u32 + 1, a, b, c));
        f(path, word, voice);
        f(path, pw.relation, kind);
        f(path, pw.form, aw.form);
        f(path, word, aw.lemma);
        f(aw.lemma, side, pw.upos);
        f(aw.lemma, word, 0);
        f(aw.lemma, link, 0);
        f(link, sense, side);
        f(link, aw.upos, relation);
        f(link, aw.ending, aw.upos);
        f(aw.ending, relation, aw.upos);
        f(aw.upos, distance, relation);
        f(aw.upos, pw.upos, distance);
        f(relation, word, pw.upos);
        f(relation, sense, pw.dependents & 0xFF);
        f(relation, frame, word);
        f(relation, pw.dependents & 0xFF, kind);
        f(sense, aw.upos, distance);
        f(aw.mark, relation, aw.form);
        f(aw.mark, word, relation);
        f(self.at(aw.extent.0, 0).lemma, relation, kind);
        f(self.at(aw.extent.1, 0).lemma, relation, 0);
        f(self.at(a, 1).lemma, relation, 0);
        f(self.at(a, -1).lemma, relation, 0);
        f(ah.lemma, aw.relation, up * 4 + down);
        f(ph.lemma, pw.relation, path);
        f(ph.upos, pw.relation, path);
        f(pw.mark, path, kind);
        f(pw.mark, pw.relation, path);
        f(pw.particle, path, word);
        f(u32::from(aw.is_capital), path, aw.upos);
        f(up * 4 + down, self.between(p, a), side);
        true
    }

    /// Commas and verbs between two words.
    fn between(&self, p: usize, a: usize) -> u32 {
        let (from, to) = (p.min(a) + 1, p.max(a));
        let some = self.words.get(from..to).unwrap_or(&[]);
        let (mut marks, mut verbs) = (0, 0);
        for w in some.iter().take(24) {
            marks += u32::from(w.upos == Upos::Punct as u32);
            verbs += u32::from(w.upos == Upos::Verb as u32);
        }
        marks.min(2) * 4 + verbs.min(2)
    }

    /// How many words of the same head and relation stand between a dependent and its head.
    fn rank(&self, p: usize, a: usize) -> u32 {
        let w = self.words[a];
        let between = |c: usize| (c > a.min(p) && c < a.max(p)) && self.words[c].relation == w.relation;
        let all = self.near(w.head, p).iter().filter(|&&c| between(c)).count();
        (all as u32).min(3)
    }
}
