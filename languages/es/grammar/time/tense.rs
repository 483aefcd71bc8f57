//! Whether the words around an expression look back or ahead.

use dossier_annotate::time::Tense;
use dossier_world::words;

use super::lex::Pieces;

words!(PAST = "time/past.txt");
words!(FUTURE = "time/future.txt");

/// How far a verb is looked for.
const REACH: usize = 12;

/// The tense at the expression from piece `start` to `end`: that of the nearest verb before it, else behind it.
pub(super) fn of(p: &Pieces, start: usize, end: usize) -> Tense {
    let back = (start.saturating_sub(REACH)..start)
        .rev()
        .find_map(|k| tense(p, k));
    let ahead = || (end..(end + REACH).min(p.len())).find_map(|k| tense(p, k));
    back.or_else(ahead).unwrap_or(Tense::Unknown)
}

/// The tense of a word, where its form tells it.
fn tense(p: &Pieces, k: usize) -> Option<Tense> {
    let piece = p.at(k);
    if piece.text == ";" {
        return None;
    }
    let word = piece.text.to_lowercase();
    if FUTURE.has(&word) {
        return Some(Tense::Future);
    }
    if PAST.has(&word) {
        return Some(Tense::Past);
    }
    const AHEAD: &[&str] = &["rá", "ré", "rás", "rán", "remos"];
    const BACK: &[&str] = &["aron", "ieron", "aba", "aban"];
    let letters = word.chars().count();
    let long = letters > 4;
    match () {
        () if letters > 2 && AHEAD.iter().any(|e| word.ends_with(e)) => Some(Tense::Future),
        () if long && BACK.iter().any(|e| word.ends_with(e)) => Some(Tense::Past),
        // "llegó", "anunció"
        () if long && word.ends_with('ó') => Some(Tense::Past),
        () => None,
    }
}
