//! Counted nouns: "over 23,000 Vietnamese students in China".

use dossier_model::{Annotation, Quantity};

use super::toll::{key_is_outcome, names_something, toll_place};
use super::{basis_word, time_end};
use crate::grammar::clause::{Auxiliary, auxiliary};
use crate::grammar::figure::phrase::{self, Range};
use crate::grammar::figure::wording::{Measure, one_line};
use crate::grammar::figure::{Scene, key};
use crate::grammar::quantity::lex::Kind;
use crate::grammar::quantity::noun;

dossier_world::words!(HOLDING_VERBS = "figure/holding_verbs.txt");
dossier_world::words!(STRONG_PARTICIPLES = "figure/strong_participles.txt");
dossier_world::words!(NO_PARTICIPLES = "figure/words_in_ing.txt");
dossier_world::words!(BEFORE_PREDICATE = "figure/before_predicate.txt");

/// A counted noun: "over 23,000 Vietnamese students in China".
pub(super) fn count(scene: Scene<'_>, a: &Annotation<Quantity>, from: usize, to: usize) -> Option<Measure> {
    let view = scene.view;
    let q = &a.value;
    // "one of the missing girls" tells of her, not how many are missing.
    if q.value == Some(1.0)
        && q.of
            .is_some_and(|of| of.start > a.span.start && view.low(from + 1) == "of")
    {
        return None;
    }
    let hyphened = (from..to).any(|i| view.joins(i) && view.is(i.wrapping_sub(1), Kind::Number));
    if hyphened && view.low(to.wrapping_sub(1)) != "people" {
        return None;
    }
    // Where the counted words end: a rate ("per week") stands behind them.
    let noun_end = q.of.map_or(to, |of| scene.piece_at(of.end));
    let mut measure = match q.of {
        Some(of) => {
            let r = Range {
                from: scene.piece_at(of.start),
                to: noun_end,
            };
            Measure::of(scene, r)?
        }
        None => Measure {
            text: "people".to_owned(),
            ..Measure::default()
        },
    };
    let mut at = to.max(noun_end);
    let mut toll = measure.key.iter().any(|p| key_is_outcome(p));
    // "killed 59 people", "killing 59 and injuring 515": the verb in front tells what befell them.
    if let Some(o) =
        key::outcome(view.back(from, 1)).filter(|_| !toll && !phrase::auxiliary(view.back(from, 2)))
    {
        measure = measure.with_word(o, o);
        toll = true;
    }
    let mut verb = None;
    for _ in 0..5 {
        if let Some(r) = phrase::prepositional(scene, at).filter(|r| !basis_word(scene, r.from)) {
            measure = measure.and(scene, r, true);
            at = r.to;
            continue;
        }
        // A time between the noun and the rest is passed over.
        if let Some(t) = time_end(scene, at) {
            at = t;
            continue;
        }
        if verb.is_some() {
            break;
        }
        let Some((v, o)) = predicate(scene, at) else { break };
        verb = Some(v);
        match o {
            Some(o) if !toll => {
                measure = measure.with_word(view.low(v), o);
                toll = true;
            }
            Some(_) => break,
            None if toll => break,
            None => {
                // "are expected to be signed" is no "signed". "Can be signed" tells of no plan.
                let plans = |a: Auxiliary| a.is_modal() && a != Auxiliary::Can;
                let planned =
                    (at..v).any(|i| view.low(i) == "to" || auxiliary(view.low(i)).is_some_and(plans));
                if planned && !view.low(v).ends_with("ing") {
                    measure.text.push_str(" to be");
                }
                measure = measure.and(scene, Range { from: v, to: v + 1 }, true);
            }
        }
        at = v + 1;
    }
    if toll && !names_something(scene, &measure) {
        measure = toll_place(scene, measure, from, at);
    }
    // A bare noun with nothing said of it is no measure.
    let bare = verb.is_none() && !toll && measure.key.len() < 2 && measure.spans.len() < 2;
    if bare && q.bound == dossier_model::Bound::Exact && q.value.is_some_and(|v| v < 1000.0) {
        let held = with_subject(scene, measure, from);
        return (held.spans.len() > 1).then_some(held);
    }
    // "two or three fans" is a way of speaking as well.
    let small = q.value.is_some_and(|v| v.abs() < 10.0) && q.bound == dossier_model::Bound::Exact
        || q.value.is_none() && q.high.is_some_and(|v| v < 10.0);
    let spelled = small && !(from..to).any(|i| view.is(i, Kind::Number));
    if (spelled || q.value.is_some_and(|v| v <= 1.0)) && !toll {
        return None;
    }
    if measure.key.is_empty() && !toll {
        // "300 people" and nothing more: the predicate must say what of them.
        measure = measure_of_people(scene, measure, verb)?;
    }
    // "millions of farmers" alone is a way of speaking.
    if q.value.is_none() && verb.is_none() && !toll && vague(scene, from, to) {
        return None;
    }
    if verb.is_none() && !toll {
        measure = with_subject(scene, measure, from);
    }
    Some(measure)
}

/// Whether an order of magnitude stands for the number.
pub(super) fn vague(scene: Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        matches!(
            scene.view.low(i),
            "dozens" | "scores" | "hundreds" | "thousands" | "millions" | "billions" | "tens"
        )
    })
}

fn measure_of_people(scene: Scene<'_>, measure: Measure, verb: Option<usize>) -> Option<Measure> {
    let v = verb?;
    let word = scene.view.low(v);
    Some(Measure {
        key: vec![noun::singular(word)],
        ..measure
    })
}

/// The verb of which the counted are the subject, with what it says of a toll: "were killed", "are studying".
fn predicate(scene: Scene<'_>, at: usize) -> Option<(usize, Option<&'static str>)> {
    let view = scene.view;
    let mut i = at;
    while i < at + 6 && (phrase::auxiliary(view.low(i)) || BEFORE_PREDICATE.has(view.low(i))) {
        i += 1;
    }
    let word = view.low(i);
    if let Some(o) = key::outcome(word) {
        return Some((i, Some(o)));
    }
    if view.low(at) == "lost"
        && matches!(view.low(at + 1), "their" | "his" | "her")
        && matches!(view.low(at + 2), "lives" | "life")
    {
        return Some((at, Some("killed")));
    }
    // "operating", "are studying", "to be signed"; a lone past form would be the whole story.
    let ing = word.ends_with("ing") && word.len() > 4 && !NO_PARTICIPLES.has(word);
    let passive = i > at && participle(word);
    let tagged = scene
        .tags
        .upos(view, i)
        .is_none_or(|u| u == dossier_model::Upos::Verb)
        || (ing && matches!(view.low(i + 1), "between" | "in" | "to" | "from" | "at"));
    (view.is(i, Kind::Word) && tagged && (ing || passive)).then_some((i, None))
}

/// A past participle, by its form or from the list of strong verbs.
pub(super) fn participle(word: &str) -> bool {
    (word.ends_with("ed") && word.len() > 3) || STRONG_PARTICIPLES.has(word)
}

/// "Peru welcomed 2.1 million visitors": who did what with the counted.
fn with_subject(scene: Scene<'_>, measure: Measure, from: usize) -> Measure {
    let view = scene.view;
    let v = from.wrapping_sub(1);
    let word = view.low(v);
    let have = HOLDING_VERBS.has(word);
    let past = word.ends_with("ed") && word.len() > 4 && phrase::is_verb(scene, v);
    if from == 0 || !(have || past) {
        return measure;
    }
    let end = phrase::past_group(scene, v);
    let Some(subject) = phrase::left(scene, end).filter(|r| r.to - r.from <= 6) else {
        return measure;
    };
    let named = (subject.from..subject.to).any(|i| {
        view.capital(i) && (i > 0 || key::country_at(view, i, subject.to).is_some() || subject.to > i + 1)
    });
    if !named {
        return measure;
    }
    // A deed of persons stands beside the noun; whose it was differs between tellings.
    let of_country = (subject.from..subject.to).any(|i| key::country_at(view, i, subject.to).is_some());
    if !have && !of_country {
        let mut m = measure;
        if let Some(noun) = m.spans.first().map(|s| one_line(s.of(view.text)))
            && let Some(rest) = m.text.strip_prefix(&noun)
        {
            m.text = format!("{noun} {word}{rest}");
            m.spans.extend(view.span(v, v + 1));
        }
        return m;
    }
    let mut m = measure;
    m.text.push_str(if have { " of" } else { " " });
    if !have {
        m.text.push_str(word);
        m.text.push_str(" by");
    }
    m.and(scene, subject, true)
}
