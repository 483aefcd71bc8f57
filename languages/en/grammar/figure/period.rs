//! The time a figure holds for, and the clause that states it.

use dossier_annotate::view::CLIMB;
use dossier_model::{Annotation, Deprel, Quantity, Span, TimeType, Upos, When, WhenPrecision};

use super::Scene;
use crate::grammar::quantity::lex::Kind;

dossier_world::words!(NO_PERIOD = "figure/no_period_words.txt");
dossier_world::words!(TELLING_VERBS = "figure/telling_verbs.txt");

/// The time that applies to quantity `k` of the sentence.
pub(super) fn of(
    scene: Scene<'_>,
    here: &[Annotation<Quantity>],
    k: usize,
    measure: &[Span],
) -> Option<When> {
    let q = here.get(k)?.span;
    let clause = clause(scene, q);
    let view = scene.view;
    // A bounded look to either side keeps endless sentences linear.
    let from = scene
        .times
        .partition_point(|t| t.span.start < scene.sentence.start.max(q.start.saturating_sub(1500)));
    let mut before: Option<(Span, &When)> = None;
    let mut after: Option<(Span, &When)> = None;
    let mut open: Option<When> = None;
    let next = here.get(k + 1).map_or(u32::MAX, |o| o.span.start);
    for t in scene
        .times
        .get(from..)
        .unwrap_or(&[])
        .iter()
        .take_while(|t| t.span.start < scene.sentence.end.min(q.end.saturating_add(600)))
    {
        if t.span.overlaps(q) || t.value.kind == TimeType::Set {
            continue;
        }
        let Some(when) = &t.value.when else { continue };
        // "has built 80 ships since 2031": from then on.
        if t.span.start >= q.end && open.is_none() && is_since(scene, q, t.span, when) {
            open = Some(When {
                to: None,
                text: format!("since {}", when.text),
                ..when.clone()
            });
        }
        if t.value.value.ends_with("_REF")
            || !serves(scene, t.span)
            || scene.words.is_parsed() && !holds(scene, q, measure, t.span, when)
        {
            continue;
        }
        // "blamed a shooting last month that killed": the time of the shooting.
        let behind = view.low(view.piece_from(t.span.end));
        if t.span.start >= q.end && matches!(behind, "that" | "which" | "who") {
            continue;
        }
        let inside = clause.contains(t.span);
        let between = if t.span.end <= q.start {
            view.text.get(t.span.end as usize..q.start as usize)
        } else {
            view.text.get(q.end as usize..t.span.start as usize)
        };
        let broken = between.is_none_or(|b| b.contains(';'));
        if t.span.end <= q.start {
            // "In 2024, trade reached …": the last one in front, most often at the start.
            if !broken && (inside || at_start(scene, t.span)) {
                before = Some((t.span, when));
            }
        } else if after.is_none() && !broken && inside && t.span.start <= next {
            after = Some((t.span, when));
        }
    }
    // A time right behind the number is its own; else the one in front; else a later one in the clause.
    let near = after.filter(|(s, _)| s.start.saturating_sub(q.end) <= 40);
    near.or(before).or(after).map(|(_, w)| w.clone()).or(open)
}

/// Whether a time behind "since" is when the count of a perfect began, and no rank is told: "the most since 2031".
fn is_since(scene: Scene<'_>, q: Span, time: Span, when: &When) -> bool {
    let words = scene.words;
    let (place, at) = (words.inside(q), words.inside(time));
    let Some(since) = at
        .start
        .checked_sub(1)
        .filter(|&i| words.is(i, &["since"]) && place.end <= i)
    else {
        return false;
    };
    let between = place.end..since;
    let clear = between.len() <= 12
        && when.from.is_some()
        && between.clone().all(|i| {
            let rank = words.word(i).ends_with("est") || words.is(i, &["most", "least", "first", "time"]);
            !rank && !words.is_punct(i) && !words.is(i, &["and", "but"])
        });
    let perfect = |&v: &usize| {
        let mut helpers = words.children_by(v, &[Deprel::Aux]);
        helpers.any(|a| words.is(a, &["has", "have", "had", "'ve", "’ve"]))
    };
    clear && words.is_parsed() && clauses(scene, q, when).iter().any(perfect)
}

/// How often, where words behind the number say so and are no part of its unit: "$5 million in costs annually".
pub(super) fn rate(scene: Scene<'_>, q: Span, measure: &[Span]) -> Option<&'static str> {
    let words = scene.words;
    let place = words.inside(q);
    let from = scene.times.partition_point(|t| t.span.start < q.end);
    let near = scene.times.get(from..from + 2.min(scene.times.len() - from))?;
    let set = near.iter().find(|t| t.value.kind == TimeType::Set)?;
    let at = words.inside(set.span);
    let own = |i: usize| measure.iter().any(|s| s.overlaps(words.span(i)));
    // "the annual fee": a word of the noun.
    let adverbial = at.clone().last().is_some_and(|i| words.upos(i) != Upos::Adj);
    let clear = adverbial
        && set.span.end <= scene.sentence.end
        && place.end <= at.start
        && at.start - place.end <= 12
        && (place.end..at.start).all(|i| {
            let link = words.is(i, &["and", "or", "but", "that", "which", "who"]) && !own(i);
            let number = words.upos(i) == Upos::Num && !own(i);
            !(link || number || words.is_punct(i) && !words.is(i, &["-"]) || words.is_verb(i) && !own(i))
        });
    let text = match set.value.value.as_str() {
        "P1Y" => "per year",
        "P1M" => "per month",
        "P1W" => "per week",
        "P1D" => "per day",
        _ => return None,
    };
    clear.then_some(text)
}

/// Whether a time expression can say when a figure holds: not one that it is compared with, nor the time of
/// the saying.
fn serves(scene: Scene<'_>, time: Span) -> bool {
    let view = scene.view;
    let i = scene.piece_at(time.start);
    let mut k = i;
    // Past the preposition and article in front of the expression.
    while k > 0
        && matches!(
            view.back(k, 1),
            "in" | "on" | "at" | "the" | "of" | "during" | "for"
        )
    {
        k -= 1;
    }
    let prev = view.back(k, 1);
    if NO_PERIOD.has(prev) {
        return false;
    }
    // "Sunday's game": which game. "more than a year ago": before that.
    let end = view.piece_from(time.end);
    let owner = matches!(view.raw(end), "'" | "’" | "'s" | "’s")
        && view.place(end).is_some_and(|p| p.start == time.end);
    let printed = view
        .text
        .get(time.start as usize..time.end as usize)
        .unwrap_or("");
    let hedged = prev == "than" || printed.starts_with("more than") || printed.starts_with("over ");
    // "in the 1960s and 70s": one of two.
    let rest = view.text.get(time.end as usize..).unwrap_or("");
    let second = rest.strip_prefix(" and ").or_else(|| rest.strip_prefix(" or "));
    let two = second.is_some_and(|r| {
        let word = r.split([' ', ',', '.']).next().unwrap_or("");
        word.ends_with("0s") && word.contains(|c: char| c.is_ascii_digit())
    });
    if two || owner && !printed.contains(' ') || hedged && printed.ends_with("ago") {
        return false;
    }
    if matches!(prev, "to" | "with") && matches!(view.back(k, 2), "compared" | "relative" | "opposed") {
        return false;
    }
    if (1..=6).any(|n| k >= n && matches!(view.back(k, n), "compared" | "than")) {
        return false;
    }
    let said = TELLING_VERBS.has(prev);
    !said
}

/// Whether the time hangs, in the tree, on the clause of the number or on a word of its measure, and not on the clause or
/// the noun of something else: "before the fair on Sunday", "won it in 2015 before hitting 39".
fn holds(scene: Scene<'_>, q: Span, measure: &[Span], time: Span, when: &When) -> bool {
    let words = scene.words;
    let range = words.inside(time);
    let Some(last) = range.end.checked_sub(1).filter(|_| !range.is_empty()) else {
        return false;
    };
    let of_measure = |i: usize| {
        let place = words.span(i);
        q.overlaps(place) || measure.iter().any(|s| s.overlaps(place))
    };
    let mut at = scene.top(range.clone(), last);
    if of_measure(at) || is_fronted(scene, q, range.start, when) {
        return true;
    }
    // "paid $5 million for the space in July": a tree hangs the time on the noun in between.
    let place = words.inside(q);
    let behind = place.end <= range.start
        && range.start - place.end <= 8
        && (place.end..range.start).all(|i| !words.is_verb(i) && !words.is_punct(i));
    let owner = words.deprel(at) == Deprel::NmodPoss;
    if behind && !owner && range.start > 0 && words.is(range.start - 1, &["in", "during"]) {
        return true;
    }
    let verb = loop {
        let Some(h) = words.head(at) else { break at };
        if of_measure(h) && !words.is_verb(h) {
            return true;
        }
        if is_predicate(scene, h) {
            break h;
        }
        // Inside a noun phrase: it serves where that is the subject or the object.
        if !matches!(words.deprel(h), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj) {
            return false;
        }
        at = h;
    };
    clauses(scene, q, when).contains(&verb)
}

/// Whether a time with its preposition opens the sentence: it holds for all of it; a day only for the main clause.
fn is_fronted(scene: Scene<'_>, q: Span, time: usize, when: &When) -> bool {
    let words = scene.words;
    let (first, end) = words.sentence_words(time);
    let small = |i: usize| matches!(words.upos(i), Upos::Adp | Upos::Det | Upos::Cconj) || words.is_punct(i);
    if time > first + 3 || !(first..time).all(small) {
        return false;
    }
    let root = (first..end).find(|&i| words.head(i).is_none());
    root.is_some_and(|r| clauses(scene, q, when).contains(&r))
}

/// Whether a word stands for a clause.
fn is_predicate(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    words.is_verb(i) || words.head(i).is_none() || words.child(i, &[Deprel::Cop]).is_some()
}

/// The clause of a number and those above it that tell of the same time.
fn clauses(scene: Scene<'_>, q: Span, when: &When) -> Vec<usize> {
    let words = scene.words;
    let range = words.inside(q);
    let mut out = Vec::new();
    let Some(last) = range.end.checked_sub(1).filter(|_| !range.is_empty()) else {
        return out;
    };
    let mut at = scene.top(range, last);
    let day = matches!(when.precision, WhenPrecision::Day | WhenPrecision::Minute);
    for _ in 0..CLIMB {
        if is_predicate(scene, at) {
            out.push(at);
            let marked = || words.child(at, &[Deprel::Mark, Deprel::Case]).is_some();
            let up = match words.deprel(at) {
                Deprel::Xcomp | Deprel::Conj => true,
                Deprel::Advcl => !marked(),
                Deprel::Acl => at > 0 && words.is(at - 1, &[","]),
                // The day of the saying is not that of what is said.
                Deprel::Ccomp | Deprel::Parataxis => !day,
                _ => false,
            };
            if !up {
                break;
            }
        }
        match words.head(at) {
            Some(h) => at = h,
            None => break,
        }
    }
    out
}

/// Whether only a preposition stands between the sentence's start and the time.
fn at_start(scene: Scene<'_>, time: Span) -> bool {
    scene.piece_at(time.start) <= 3
}

/// The clause that states a quantity: the sentence, cut at semicolons and at a comma with a conjunction that
/// opens a contrast.
pub(super) fn clause(scene: Scene<'_>, q: Span) -> Span {
    let view = scene.view;
    let (mut from, mut to) = (scene.sentence.start, scene.sentence.end);
    let at = scene.piece_at(q.start);
    let mut quotes = 0;
    for i in at.saturating_sub(300)..view.len().min(at + 300) {
        if matches!(view.raw(i), "“" | "”" | "\"") {
            quotes += 1;
        }
        let cut = view.raw(i) == ";"
            || (view.raw(i) == ","
                && matches!(view.low(i + 1), "while" | "whereas" | "but" | "meanwhile")
                && view.is(i + 1, Kind::Word));
        if !cut || quotes > 0 {
            continue;
        }
        let Some(place) = view.place(i) else { break };
        if i < at {
            let next = view.place(i + 1).map_or(place.end, |n| n.start);
            from = next;
        } else {
            to = place.start;
            break;
        }
    }
    if from <= q.start && q.end <= to {
        Span { start: from, end: to }
    } else {
        scene.sentence
    }
}
