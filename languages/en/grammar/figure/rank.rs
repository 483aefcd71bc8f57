//! Ranks: "Vietnam is China's fourth-largest trading partner".

use dossier_model::{Quantity, Span};

use super::phrase::{self, Range};
use super::wording::Measure;
use super::{Scene, key};
use crate::grammar::quantity::noun;

dossier_world::words!(RANK_VERBS = "figure/rank_verbs.txt");
dossier_world::words!(NO_SUPERLATIVES = "figure/words_in_est.txt");

/// The rank statement around an ordinal, where there is one.
pub(super) fn read(scene: Scene<'_>, span: Span, q: &Quantity) -> Option<Measure> {
    let view = scene.view;
    let from = scene.piece_at(span.start);
    q.value.filter(|v| *v > 1.0)?;
    // The superlative behind the ordinal: "fourth-largest", "second most popular".
    let mut s = from + 1;
    while s < from + 4 && !superlative(view.low(s)) {
        s += 1;
    }
    if !superlative(view.low(s)) || !(view.joins(s - 1) || s == from + 1) && view.low(s) != "most" {
        return None;
    }
    let end = scene.piece_at(span.end).max(s + 1);
    let mut head = Range { from: s, to: end };
    if end == s + 1 {
        // "its fourth-largest globally": the noun stands with the same superlative before.
        let twin = (0..from).rev().take(40).find(|&i| view.low(i) == view.low(s))?;
        head = phrase::right(scene, twin)?;
        if head.to <= twin + 1 {
            return None;
        }
    }
    // "third-largest source of foreign investment".
    if let Some(p) = phrase::prepositional(scene, head.to).filter(|p| view.low(p.from) == "of") {
        head.to = p.to;
    }
    let (holder, whose) = parties(scene, from)?;
    let mut m = Measure::default().found_by(dossier_model::LabelKind::Rank);
    let subject = view.span(holder.from, holder.to)?;
    key::add(view, subject, true, &mut m.key);
    if m.key.is_empty() {
        return None;
    }
    let mut marked: Vec<String> = m.key.iter().map(|k| format!("{k}:ranked")).collect();
    m.key.clear();
    let mut text = format!("rank of {} as ", subject.of(view.text));
    m.spans.push(subject);
    if let Some(w) = whose {
        let span = view.span(w.from, w.to)?;
        text.push_str(span.of(view.text));
        text.push_str("'s ");
        key::add(view, span, true, &mut m.key);
        m.spans.push(span);
    }
    let words = view.span(head.from, head.to)?;
    text.push_str(words.of(view.text));
    key::add(view, words, false, &mut m.key);
    m.key.append(&mut marked);
    m.key.push("rank".to_owned());
    m.key.sort();
    m.key.dedup();
    m.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(m)
}

fn superlative(word: &str) -> bool {
    matches!(word, "most" | "least" | "worst" | "best")
        || (word.len() > 5 && word.ends_with("est") && !NO_SUPERLATIVES.has(word))
}

/// Who holds the rank, and among whose.
fn parties(scene: Scene<'_>, ordinal: usize) -> Option<(Range, Option<Range>)> {
    let view = scene.view;
    // The possessor right in front: "China's", "its", or none.
    let mut k = ordinal;
    let mut whose = None;
    let mut pronoun = false;
    if view.back(k, 1) == "s" && matches!(view.back(k, 2), "'" | "’") {
        whose = name_left(scene, k - 2);
        k = whose.map_or(k - 2, |w| w.from);
    } else if matches!(view.back(k, 1), "its" | "their") {
        pronoun = true;
        k -= 1;
    } else if matches!(view.back(k, 1), "the" | "as") {
        k -= 1;
    }
    // The verb that gives the rank: the nearest before.
    let verb = (0..k).rev().take(40).find(|&i| gives_rank(view.low(i)))?;
    let end = phrase::past_group(scene, verb);
    let holder = subject(scene, end)?;
    let joined = whose.is_none() && !pronoun && matches!(view.back(ordinal, 1), "and" | "or");
    if pronoun || joined {
        // "Vietnam remains China's largest … and its fourth-largest …": the possessor named before.
        whose = (holder.to..ordinal)
            .rev()
            .find(|&i| view.low(i) == "s" && matches!(view.back(i, 1), "'" | "’"))
            .and_then(|i| name_left(scene, i - 1));
        if pronoun {
            whose?;
        }
    }
    Some((holder, whose))
}

fn gives_rank(word: &str) -> bool {
    RANK_VERBS.has(word)
}

/// The name in front of piece `end`, in capitals.
fn name_left(scene: Scene<'_>, end: usize) -> Option<Range> {
    let view = scene.view;
    let mut from = end;
    while from > 0
        && end - from < 5
        && view.capital(from - 1)
        && view.is(from - 1, crate::grammar::quantity::lex::Kind::Word)
    {
        from -= 1;
    }
    (from < end).then_some(Range { from, to: end })
}

/// The holder of a rank: the phrase in front of the verb, or the subject of the clause before it.
fn subject(scene: Scene<'_>, end: usize) -> Option<Range> {
    let view = scene.view;
    let direct = phrase::left(scene, end);
    let ok = |r: &Range| {
        r.to - r.from <= 6 && (r.from..r.to).any(|i| view.capital(i)) && !noun::closed(view.low(r.from))
    };
    if let Some(r) = direct.filter(ok) {
        return Some(r);
    }
    // "…, with Vietnam … and becoming its fourth-largest": the name that the clause began with.
    let with = (0..end)
        .rev()
        .take(50)
        .find(|&i| matches!(view.low(i), "with" | "while" | "that"))?;
    let mut to = with + 1;
    while to < end && view.capital(to) && view.is(to, crate::grammar::quantity::lex::Kind::Word) {
        to += 1;
    }
    (to > with + 1).then_some(Range { from: with + 1, to })
}
