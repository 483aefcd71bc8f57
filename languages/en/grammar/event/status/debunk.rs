//! Claims that the sentence itself calls wrong.
//!
//! Trees of such sentences are often wrong, since the clause of the claim stands between the claim and what is said of it.
//! So this is read from the order of the words: a wrong claim that is told as a fact is the worst that can happen here.

use dossier_annotate::Sentence;
use dossier_model::{Status, Upos};

use super::Real;

dossier_world::words!(CLAIMS = "event/claims.txt");
dossier_world::words!(DEBUNKS = "event/debunks.txt");

/// Words between what is said to be wrong and the verb that says so: "are wholly", "has been".
const NEAR: usize = 3;

/// What word `w` tells, where it tells what a claim in front of it says, and the claim is called wrong: it is denied where
/// that is said of it ("claims that the king died are false"), and nothing is told where it only never was more than a claim
/// ("a hoax post said the mayor had resigned", "no evidence that she was arrested").
pub(super) fn debunked(g: &Sentence, w: usize) -> Option<Real> {
    let mut claims = (g.range.start..w).filter(|&c| g.is_noun(c) && CLAIMS.has(g.lemma(c)) && says(g, c, w));
    claims.find_map(|c| {
        if is_called_wrong_in_front(g, c) {
            Some(Real::Unreal)
        } else {
            is_called_wrong_behind(g, w).then_some(Real::Is(Status::Denied))
        }
    })
}

/// Whether what stands between a claim and the word says that the word is part of the claim.
fn says(g: &Sentence, c: usize, w: usize) -> bool {
    let mut between = c + 1..w;
    g.is(c + 1, &["of", "about"]) || between.any(|k| g.upos(k) == Upos::Verb || g.is(k, &["that"]))
}

fn is_called_wrong_in_front(g: &Sentence, c: usize) -> bool {
    let mut front = c.saturating_sub(2).max(g.range.start)..c;
    front.any(|k| g.is(k, &["no", "without"]) || is_debunk(g, k))
}

/// "... are false", "... was debunked", "... has been called a lie".
fn is_called_wrong_behind(g: &Sentence, w: usize) -> bool {
    let mut debunks = (w + 1..g.range.end).filter(|&k| is_debunk(g, k));
    debunks.any(|k| {
        let from = k.saturating_sub(NEAR).max(w);
        let is_told = (from..k).any(|b| matches!(g.lemma(b), "be" | "as" | "call" | "prove" | "turn"));
        let is_denied = (from..k).any(|b| g.is(b, &["not", "n't", "never", "no"]));
        is_told && !is_denied
    })
}

fn is_debunk(g: &Sentence, k: usize) -> bool {
    DEBUNKS.has(g.lemma(k)) || DEBUNKS.has_any_case(g.word(k))
}
