//! Amounts, shares and measures: what they are of.

use dossier_model::{Deprel, LabelKind, UnitBase};

use super::change::{base_of, change_noun, changed, compared};
use super::counted::vague;
use super::object::{Added, Noun, as_object};
use super::{Number, deed, dimension, distance, level, share, together};
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{
    Tail, agent, chain, complements, core, is_owned_by_pronoun, is_whole, noun_phrase, participle,
    prepositional, subject, with_articles,
};
use crate::grammar::figure::wording::Measure;

dossier_world::words!(GIVEN = "figure/given_participles.txt");
dossier_world::words!(TRANSPARENT = "figure/transparent_nouns.txt");
dossier_world::words!(RECORDING = "figure/recording_verbs.txt");
dossier_world::words!(EXTENTS = "figure/extent_nouns.txt");
dossier_world::words!(SEEING = "figure/seeing_verbs.txt");

/// Nouns behind "in" that say what money is for or what it is given against.
const AIMS: [&str; 7] = [
    "support", "favor", "favour", "exchange", "return", "honor", "honour",
];

/// Money, shares, measures and bare numbers.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let q = n.quantity()?;
    if q.value.is_none() && vague(scene, n) {
        return None;
    }
    if share::is_part(scene, n) {
        return share::read(scene, n);
    }
    if let Some(m) = together::read(scene, n) {
        return Some(m);
    }
    if let Some(m) = dimension::read(scene, n) {
        return Some(m);
    }
    let carrier = carrier(scene, n);
    let bare = q.unit.is_none() && q.of.is_none() && q.value.is_none_or(|v| v < 1000.0);
    if !bare && let Some(m) = as_modifier(scene, n, carrier) {
        return Some(m);
    }
    if let Some(m) = level::read(scene, n, carrier) {
        return Some(m);
    }
    if bare {
        return None;
    }
    if let Some(m) = distance::read(scene, n, carrier) {
        return Some(m);
    }
    let carrier = through_total(scene, carrier);
    if let Some(m) = of_noun(scene, n, carrier) {
        return Some(m);
    }
    if let Some(m) = own_noun(scene, n, carrier) {
        return Some(m);
    }
    let money = q.unit.as_ref().is_some_and(|u| u.base.is_money());
    let words = scene.words;
    let v = words
        .head(words.first_conjunct(carrier))
        .filter(|&v| words.is_verb(v))?;
    let object = matches!(
        words.deprel(words.first_conjunct(carrier)),
        Deprel::Obj | Deprel::OblUnmarked | Deprel::Obl | Deprel::Dep
    ) && scene.preposition(carrier, &n.words()).is_none();
    (money && object)
        .then(|| deed::read(scene, carrier, v, n.to))
        .flatten()
}

/// The word that stands for the number in the tree: of several the one behind a preposition, or the unit.
fn carrier(scene: Scene<'_>, n: Number<'_>) -> usize {
    let words = scene.words;
    let outside = |i: &usize| words.head(*i).is_none_or(|h| !n.words().contains(&h));
    let tops: Vec<usize> = n.words().filter(outside).collect();
    let case = tops.iter().find(|&&i| scene.preposition(i, &n.words()).is_some());
    let unit = || {
        tops.iter()
            .rev()
            .find(|&&i| words.upos(i) != dossier_model::Upos::Num)
    };
    let top = *case.or_else(unit).or(tops.last()).unwrap_or(&n.from);
    // "fell 3.5% to $8,200": a tree may hang one number on the other.
    let other = n
        .here
        .iter()
        .enumerate()
        .find(|(k, q)| *k != n.k && words.head(top).is_some_and(|h| words.inside(q.span).contains(&h)));
    match other {
        Some((_, q)) if words.deprel(top) != Deprel::Conj => {
            let range = words.inside(q.span);
            let head = words.head(top).unwrap_or(top);
            scene.top(range, head)
        }
        _ => top,
    }
}

/// "a total of $5 billion": what stands for the total.
fn through_total(scene: Scene<'_>, carrier: usize) -> usize {
    let words = scene.words;
    let of = scene
        .preposition(carrier, &(0..0))
        .is_some_and(|c| words.is(c, &["of"]));
    match words.head(carrier) {
        Some(h) if of && TRANSPARENT.has(words.lemma(h)) => h,
        _ => carrier,
    }
}

/// "a $3 billion loan to Kenya", "a 5 percent rise in pay": the noun that the number modifies.
fn as_modifier(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Measure> {
    let words = scene.words;
    // "a 17.46% increase year-on-year": the noun right behind tells, whatever the tree makes of it.
    if let Some(sense) = change_noun(&words.word(n.to).to_lowercase()) {
        return change_of(scene, n, n.to, sense);
    }
    let rel = words.deprel(carrier);
    let modifies = matches!(
        rel,
        Deprel::Compound
            | Deprel::Nummod
            | Deprel::Amod
            | Deprel::NmodDesc
            | Deprel::NmodUnmarked
            | Deprel::Nmod
    );
    let head = words
        .head(carrier)
        .filter(|&h| h >= n.to && modifies && words.is_noun(h))?;
    if scene.preposition(carrier, &n.words()).is_some()
        || (n.to..head).any(|i| words.is_punct(i) && !words.is_glued(i))
    {
        return None;
    }
    let noun = words.word(head).to_lowercase();
    // "44 percent fewer supporters" tells a difference.
    if noun == "worth" || (n.to..head).any(|i| compared(&words.word(i).to_lowercase()).is_some()) {
        return None;
    }
    if let Some(sense) = change_noun(&noun) {
        return change_of(scene, n, head, sense);
    }
    let np = noun_phrase(scene, head, &n.words()).filter(|np| is_whole(scene, &np.core))?;
    let stem = Measure::of(scene, &np.core);
    let mut m = stem.clone();
    for tail in &np.tails {
        m = m.and(scene, tail, true);
    }
    let v = words
        .head(head)
        .filter(|&v| words.is_verb(v) && words.deprel(head) == Deprel::Obj);
    if np.tails.is_empty()
        && let Some(v) = v
    {
        let behind = complements(scene, v, np.end).unwrap_or_default();
        let noun = Noun {
            carrier: head,
            head: Some(head),
            end: np.end,
            tails: &[],
        };
        let leads_on = behind
            .first()
            .is_some_and(|&i| i == np.end && words.is(i, &["to"]));
        let gives = GIVEN.has(&participle(words.word(v), words.lemma(v)));
        if !behind.is_empty() {
            // "paid a $3 million settlement to Lind": settlement paid to her.
            m = match as_object(scene, m.clone(), noun, v) {
                // "Approved a loan | to Kenya": what nobody gives goes to nobody.
                Added::Clause(told) if !RECORDING.has(words.lemma(v)) && (gives || !leads_on) => told,
                _ => m.and(scene, &behind, true),
            };
        } else if np.core.len() == 1 && !RECORDING.has(words.lemma(v)) {
            m = match as_object(scene, m, noun, v) {
                // "jackpot won" says no more than "jackpot".
                Added::Clause(m) if m.text.split(' ').count() > 2 => m,
                _ => return None,
            };
        }
    }
    m.stem = Some(Box::new(stem));
    let m = held_by(scene, m, head);
    // "to see 4 percent unemployment": whose, nobody says.
    let bare = np.tails.is_empty() && v.is_some() && !m.text.contains(' ');
    (!bare).then(|| m.found_by(LabelKind::Modifier))
}

/// The change that the noun `noun` names: of what stands behind it, in front of it, or what the last number was of.
fn change_of(scene: Scene<'_>, n: Number<'_>, noun: usize, sense: super::Sense) -> Option<Measure> {
    let words = scene.words;
    let behind = (noun + 1..noun + 3).find(|&i| words.is(i, &["in", "of"]));
    let base = behind
        .and_then(|i| words.head(i))
        .filter(|&h| h > noun && words.is_noun(h) && !scene.is_time_word(h) && !n.words().contains(&h));
    let base = base.and_then(|h| {
        let np = noun_phrase(scene, h, &(0..0))?;
        let m = Measure::of(scene, &np.core);
        Some(np.tails.iter().fold(m, |m, tail| m.and(scene, tail, true)))
    });
    let front = || {
        let front: Vec<usize> = core(scene, noun, &n.words(), false)?
            .into_iter()
            .filter(|&i| i != noun)
            .collect();
        let holds_noun = front.last().is_some_and(|&i| words.is_noun(i));
        holds_noun.then(|| Measure::of(scene, &front))
    };
    let seen = || {
        let v = words.head(noun).filter(|&v| SEEING.has(words.lemma(v)))?;
        let s = subject(scene, v)?;
        let np = noun_phrase(scene, s, &(0..0)).filter(|_| words.upos(s) == dossier_model::Upos::Noun)?;
        Some(
            np.tails
                .iter()
                .fold(Measure::of(scene, &np.core), |m, tail| m.and(scene, tail, true)),
        )
    };
    let apposed = || {
        base_of(n.last)
            .filter(|_| n.from > 0 && (1..=3).any(|k| n.from >= k && words.is(n.from - k, &[",", "—", "–"])))
    };
    let base = base.or_else(front).or_else(seen).or_else(apposed)?;
    Some(changed(base, sense))
}

/// "a duty of 20 percent on cars", "growth of 5 percent": the noun in front of "of".
fn of_noun(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Measure> {
    let words = scene.words;
    let case = scene
        .preposition(carrier, &n.words())
        .filter(|&c| words.is(c, &["of"]) && c < n.from)?;
    let noun = words.head(carrier).filter(|&h| h < case && words.is_noun(h))?;
    // "deaths of 20 people and displacement of 30 others": the nearest noun is meant.
    if (noun + 1..case).any(|i| words.upos(i) == dossier_model::Upos::Cconj || words.is_punct(i)) {
        return None;
    }
    let form = words.word(noun).to_lowercase();
    if let Some(sense) = change_noun(&form) {
        return change_of_front(scene, n, noun, sense);
    }
    // "a decline in turnout of 40 percent": the decline is meant.
    let above = words
        .head(noun)
        .filter(|&h| h < noun && words.deprel(noun) == Deprel::Nmod);
    let moved = above.and_then(|h| change_noun(&words.word(h).to_lowercase()));
    if let Some(sense) = moved.filter(|_| n.is_share()) {
        let np = noun_phrase(scene, noun, &(case..n.to))?;
        return Some(changed(Measure::of(scene, &np.core), sense));
    }
    let skip = case..n.to;
    let np = noun_phrase(scene, noun, &skip)?;
    let mut stem = Measure::of(scene, &np.core);
    let mut m = stem.clone();
    for tail in &np.tails {
        if tail.first().is_some_and(|&i| i < case) {
            stem = stem.and(scene, tail, true);
        }
        m = m.and(scene, tail, true);
    }
    // "on cars" hangs on the number as often as on the noun.
    let behind = words.head(n.to).filter(|&c| {
        let near = words.deprel(n.to) == Deprel::Case && c > n.to && c < n.to + 6;
        near && words
            .head(c)
            .is_some_and(|h| h == noun || n.words().contains(&h) || Some(h) == words.head(noun))
    });
    if np.end <= n.to
        && let Some(c) = behind
        && let Tail::Words(own) = prepositional(scene, c, false, 2)
    {
        m = m.and(scene, &own, true);
    }
    m.stem = Some(Box::new(stem));
    Some(held_by(scene, m, noun).found_by(LabelKind::NounOf))
}

/// With the one whose it is: by a pronoun in front of the noun `head`, or as the subject of a verb that gives its subject
/// what it takes ("the company recorded sales of").
fn held_by(scene: Scene<'_>, m: Measure, head: usize) -> Measure {
    let words = scene.words;
    if is_owned_by_pronoun(scene, head) {
        return m.with_owner(scene, head);
    }
    let owned = words.child(head, &[Deprel::NmodPoss]).is_some() || m.text.contains(" of ");
    // "Lind was at 25 percent support in Bergen": her support.
    let level = scene
        .preposition(head, &(0..0))
        .is_some_and(|c| words.is(c, &["at"]));
    if level && !owned {
        let at = match words.child(head, &[Deprel::Nsubj]) {
            Some(_) => Some(head),
            None => words
                .head(head)
                .filter(|&v| words.deprel(head) == Deprel::Obl && words.is_verb(v)),
        };
        if let Some(v) = at.filter(|&v| !chain(scene, v).denied) {
            // "Put the well at a depth of 40 metres": what is put there has it.
            return match words.child(v, &[Deprel::Obj]).filter(|&o| o > v && o < head) {
                Some(o) => {
                    with_articles(scene, o, 1).map_or(m.clone(), |o| m.and_word("of").and(scene, &o, true))
                }
                None => holder_of(scene, m, v),
            };
        }
    }
    // "Reached an altitude of 90 km": whose altitude it is.
    let extent =
        |v: usize| EXTENTS.has(words.lemma(head)) && matches!(words.lemma(v), "reach" | "attain" | "have");
    let v = words.head(head).filter(|&v| {
        let object = matches!(words.deprel(head), Deprel::Obj | Deprel::OblUnmarked);
        object && v < head && words.is_verb(v) && (RECORDING.has(words.lemma(v)) || extent(v))
    });
    let Some(v) = v.filter(|&v| !owned && !chain(scene, v).denied) else {
        return m;
    };
    holder_of(scene, m, v)
}

/// With the subject of the verb `v` as its owner.
fn holder_of(scene: Scene<'_>, m: Measure, v: usize) -> Measure {
    let words = scene.words;
    match subject(scene, v)
        .filter(|&s| s < v)
        .and_then(|s| agent(scene, s, v))
        .filter(|by| by.iter().all(|&i| words.upos(i) != dossier_model::Upos::Num))
    {
        Some(by) if by.len() <= 4 && by.iter().all(|&i| words.is_capital(i)) => {
            m.owned_by(Measure::of(scene, &by))
        }
        Some(by) => m.and_word("of").and(scene, &by, true),
        None => m,
    }
}

/// "growth of 5 percent in exports", "a price rise of 3 percent".
fn change_of_front(scene: Scene<'_>, n: Number<'_>, noun: usize, sense: super::Sense) -> Option<Measure> {
    let words = scene.words;
    let front: Vec<usize> = core(scene, noun, &n.words(), false)?
        .into_iter()
        .filter(|&i| i != noun)
        .collect();
    if front.last().is_some_and(|&i| words.is_noun(i)) {
        return Some(changed(Measure::of(scene, &front), sense));
    }
    let inside = (n.to..n.to + 2)
        .chain(noun + 1..noun + 2)
        .find(|&i| words.is(i, &["in"]))
        .and_then(|i| words.head(i))
        .filter(|&h| words.is_noun(h) && !scene.is_time_word(h))
        .and_then(|h| noun_phrase(scene, h, &(0..0)))
        .map(|np| Measure::of(scene, &np.core));
    inside
        .or_else(|| base_of(n.last))
        .map(|base| changed(base, sense))
}

/// "40,000 pounds of thrust", "$500 million in taxpayer funding": the noun behind the number.
fn own_noun(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Measure> {
    let words = scene.words;
    let a = n.annotation()?;
    let of = a.value.of.filter(|of| of.start >= a.span.end)?;
    let range = words.inside(of);
    let head = scene.owned(range.end.checked_sub(1).filter(|h| range.contains(h))?);
    let money = a.value.unit.as_ref().is_some_and(|u| u.base.is_money());
    // "raised $5 million in support of Lind": what it was raised for.
    let aim = words.is(n.to, &["in"]) && words.is(n.to + 1, &AIMS) && words.is(n.to + 2, &["of", "for"]);
    if aim {
        return None;
    }
    let linked = words.is(n.to, &["of", "worth"]) || money && words.is(n.to, &["in"]);
    if n.is_share() && !linked
        || words.is(n.to, &["in"]) && !money
        || !words.is_noun(head)
        || scene.is_time_word(head)
        || range.start > n.to + 3
    {
        return None;
    }
    let np = noun_phrase(scene, head, &n.words()).filter(|np| is_whole(scene, &np.core))?;
    let m = np
        .tails
        .iter()
        .fold(Measure::of(scene, &np.core), |m, t| m.and(scene, t, true));
    let noun = Noun {
        carrier,
        head: Some(head),
        end: np.end,
        tails: &[],
    };
    let v = words.head(carrier).filter(|&v| words.is_verb(v));
    let object = matches!(words.deprel(carrier), Deprel::Obj | Deprel::OblUnmarked)
        || words.deprel(carrier) == Deprel::Obl && scene.preposition(carrier, &n.words()).is_none();
    let recorded = v.is_some_and(|v| object && RECORDING.has(words.lemma(v)));
    let m = match v.filter(|_| object && np.tails.is_empty()) {
        Some(v) if recorded => holder_of(scene, m, v),
        Some(v) => as_object(scene, m, noun, v).measure()?,
        None => m,
    };
    let kind = match a.value.unit.as_ref().map(|u| &u.base) {
        Some(UnitBase::Currency(_) | UnitBase::Money(_)) => LabelKind::Money,
        _ => LabelKind::NounOf,
    };
    Some(m.found_by(kind))
}
