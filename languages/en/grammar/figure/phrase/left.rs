//! The noun phrase that ends at a place.

use dossier_model::Upos;

use super::verb::group_word;
use super::verb::{auxiliary, is_verb};
use super::{REACH, Range, right};
use crate::grammar::figure::Scene;
use crate::grammar::quantity::lex::Kind;
use crate::grammar::quantity::noun;

dossier_world::words!(PRONOUNS = "figure/pronouns.txt");
dossier_world::words!(FRONT_PREPOSITIONS = "figure/front_prepositions.txt");
dossier_world::words!(LEADING = "figure/leading_words.txt");
dossier_world::words!(BEFORE_PARTICIPLE = "figure/before_participle.txt");
dossier_world::words!(PRONOUN_STARTS = "figure/pronoun_starts.txt");
dossier_world::words!(LONE_SUBJECTS = "figure/lone_subjects.txt");
dossier_world::words!(FRESH_STARTS = "figure/fresh_starts.txt");
dossier_world::words!(CLAUSE_OPENERS = "figure/clause_openers.txt");

/// Words that begin a clause: nothing to their left belongs to the phrase.
fn opener(word: &str) -> bool {
    CLAUSE_OPENERS.has(word)
}

/// The noun phrase, with its own prepositional phrases, that ends right before piece `end`.
pub(in crate::grammar::figure) fn left(scene: Scene<'_>, end: usize) -> Option<Range> {
    let view = scene.view;
    let mut from = end;
    while from > 0 && end - from < REACH {
        let k = from - 1;
        let word = view.low(k);
        if scene.is_time(k) {
            // "the price for Wednesday's game", "the 1908 championship": a time inside the phrase.
            let Some(start) = inner_time(scene, k, from, end) else {
                break;
            };
            from = start;
            continue;
        }
        if view.is(k, Kind::Mark) {
            let inner = view.joins(k)
                || (matches!(view.raw(k), "'" | "’" | "&" | "%" | "." | "-" | "–")
                    && from < end
                    && !(view.raw(k) == "." && view.spaced(from) && view.raw(k.wrapping_sub(1)).len() > 2));
            // "steel, cement and timber exports": a list goes on over its commas.
            let list = view.raw(k) == "," && from < end && list_comma(scene, k, end);
            if !(inner || list) {
                break;
            }
            from = k;
            continue;
        }
        if opener(word) || (auxiliary(word) && word != "to") || (is_verb(scene, k) && !modifier(scene, k)) {
            break;
        }
        // ", and their galaxy is": a clause of its own.
        let fresh = FRESH_STARTS.has(view.low(k + 1));
        if word == "and" && view.back(k, 1) == "," && fresh {
            break;
        }
        // "and" between two clauses: a verb stands shortly before it.
        if matches!(word, "and" | "or")
            && (from == end || (1..=6).any(|n| k >= n && is_verb(scene, k - n) && !modifier(scene, k - n)))
        {
            break;
        }
        if from == end && LONE_SUBJECTS.has(word) {
            return None;
        }
        if PRONOUN_STARTS.has(word) && from < end {
            // "this country": a determiner in front of its noun.
            if matches!(word, "this" | "these" | "those") {
                from = k;
            }
            break;
        }
        from = k;
    }
    trim(scene, Range { from, to: end })
}

/// Where a time that ends with piece `k` begins, if it modifies the noun behind it: it is a possessor, or stands
/// between a determiner and the noun.
fn inner_time(scene: Scene<'_>, k: usize, from: usize, end: usize) -> Option<usize> {
    let view = scene.view;
    let span = scene.time_at(k)?;
    let start = view.piece_from(span.start);
    let possessor = matches!(view.raw(from), "'" | "’") && view.low(from + 1) == "s"
        || view.low(k) == "s" && matches!(view.back(k, 1), "'" | "’");
    let modifier =
        matches!(view.back(start, 1), "the" | "its" | "their" | "his" | "her") && view.is(k, Kind::Number);
    (from < end && start < from && (possessor || modifier)).then_some(start)
}

/// A participle or other verb form that stands as a modifier inside a noun phrase.
fn modifier(scene: Scene<'_>, k: usize) -> bool {
    let view = scene.view;
    let word = view.low(k);
    let form = word.ends_with("ing") || word.ends_with("ed") || word.ends_with("en");
    let before = view.back(k, 1);
    form && !auxiliary(before)
        && (BEFORE_PARTICIPLE.has(before)
            || matches!(
                scene.tags.upos(view, k),
                Some(Upos::Adj | Upos::Noun | Upos::Propn)
            ))
}

/// Whether a comma stands inside a list of nouns rather than between clauses.
fn list_comma(scene: Scene<'_>, k: usize, end: usize) -> bool {
    let view = scene.view;
    // An "and" must come behind it before the phrase ends, and one or two words stand before it.
    (k + 1..end.min(k + 6)).any(|i| view.low(i) == "and")
        && k > 0
        && !scene.is_time(k - 1)
        && view.is(k - 1, Kind::Word)
        && (k < 3 || !(1..=3).any(|n| is_verb(scene, k - n)))
        && k >= 4
}

/// Cuts words off the edges that belong to no noun phrase; `None` where none is left or it is a pronoun.
fn trim(scene: Scene<'_>, mut r: Range) -> Option<Range> {
    let view = scene.view;
    let leading = |w: &str| LEADING.has(w);
    while r.from < r.to {
        let in_front = FRONT_PREPOSITIONS.has(view.low(r.from));
        if in_front {
            // "In China exports": a leading prepositional phrase goes with its noun phrase, if more is left.
            let end = right(scene, r.from + 1).map(|n| n.to).filter(|&e| e < r.to);
            r.from = end.unwrap_or(r.from + 1);
        } else if leading(view.low(r.from)) || view.is(r.from, Kind::Mark) {
            r.from += 1;
        } else {
            break;
        }
    }
    while r.from < r.to {
        let word = view.low(r.to - 1);
        let tail = view.is(r.to - 1, Kind::Mark)
            || noun::closed(word) && !matches!(word, "us")
            || (word.ends_with("ly") && group_word(word));
        if !tail {
            break;
        }
        r.to -= 1;
    }
    let word = view.low(r.from);
    let pronoun = r.to == r.from + 1 && PRONOUNS.has(word);
    (r.from < r.to && !pronoun && (r.from..r.to).any(|i| view.is(i, Kind::Word))).then_some(r)
}
