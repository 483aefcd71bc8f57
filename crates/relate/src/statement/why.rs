//! The reason that a row gives: what its wordings share, in one plain sentence.

use super::likeness;
use super::sentence::{Sentence, TermKind};
use crate::scope::Scope;

/// Most names and most words that a reason tells.
const MOST: usize = 4;

/// Why the sentences of a row are one statement; `leader` is the wording that the row shows.
#[must_use]
pub fn render(scope: &Scope<'_>, leader: &Sentence, all: &[&Sentence]) -> String {
    let others: Vec<&Sentence> = (all.iter().copied())
        .filter(|s| (s.doc, s.span) != (leader.doc, leader.span))
        .collect();
    if others.is_empty() {
        return "Told in one sentence only.".to_owned();
    }
    if others.iter().all(|s| s.words == leader.words) {
        return "Word for word the same.".to_owned();
    }
    // How many of the others tell each term of the leader.
    let mut told = vec![0usize; leader.terms.len()];
    for other in &others {
        for i in likeness::compare(leader, other).shared {
            told[i] += 1;
        }
    }
    let list = |kinds: &[TermKind], marks: bool| -> Vec<String> {
        let mut terms: Vec<(usize, &super::sentence::Term)> = (leader.terms.iter().enumerate())
            .filter(|(i, t)| kinds.contains(&t.kind) && told[*i] * 2 > others.len())
            .collect();
        terms.sort_by(|(i, a), (j, b)| b.weight.total_cmp(&a.weight).then(i.cmp(j)));
        terms.truncate(MOST);
        terms.sort_by_key(|(i, _)| *i);
        let mut out: Vec<String> = Vec::new();
        for (_, term) in terms {
            let words = scope.line(leader.doc, term.span);
            let words = if marks { format!("“{words}”") } else { words };
            if !out.contains(&words) {
                out.push(words);
            }
        }
        out
    };
    let parts: Vec<String> = [
        (list(&[TermKind::Name], false), "name ", ""),
        (list(&[TermKind::Word], true), "tell ", " in these or like words"),
        (list(&[TermKind::Number, TermKind::Time], true), "agree on ", ""),
    ]
    .into_iter()
    .filter(|(words, ..)| !words.is_empty())
    .map(|(words, before, after)| format!("{before}{}{after}", enumerate(&words)))
    .collect();
    let who = if all.len() == 2 { "Both" } else { "Most" };
    if parts.is_empty() {
        return format!("{who} are wordings of one sentence.");
    }
    format!("{who} {}.", enumerate(&parts))
}

/// "a, b and c".
pub(super) fn enumerate(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
