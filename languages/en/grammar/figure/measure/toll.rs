//! Tolls: what befell people, and where.

use dossier_annotate::view::SUBJECTS;
use dossier_model::{Deprel, Upos};

use super::object::{Noun, known_agent};
use crate::grammar::figure::tree::{Tail, agent, is_whole, prepositional, subject, with_articles};
use crate::grammar::figure::wording::Measure;
use crate::grammar::figure::{Scene, key};

dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(HARM = "figure/harm_nouns.txt");
dossier_world::words!(NOWHERE = "figure/no_places.txt");
dossier_world::words!(SPEAKERS = "figure/speakers.txt");

/// Whether a measure says what befell people.
pub(super) fn is_toll(m: &Measure) -> bool {
    m.key.iter().any(|p| key::outcome(p) == Some(p))
}

/// A toll with what says which one it is: a label in front of a colon ("Northern line: 5 dead"), a place at the same verb, the
/// incident or the place of the clause above, who did it, or the place that the sentence before tells.
pub(super) fn toll_place(scene: Scene<'_>, m: Measure, noun: Noun, from: usize) -> Measure {
    let words = scene.words;
    if has_name(scene, &m) {
        return m;
    }
    if let Some(label) = label_before(scene, from) {
        let mut out = m;
        let span = words.cover(*label.first().unwrap_or(&from), from - 1);
        out.text = format!("{} ({})", out.text, span.of(words.text()));
        key::add(scene.view, span, false, &mut out.key);
        out.key.sort();
        out.spans.push(span);
        return out;
    }
    let told = m
        .text
        .split(' ')
        .any(|w| matches!(w, "in" | "at" | "by" | "on" | "near"));
    let verb = words.head(noun.carrier).filter(|&v| words.is_verb(v));
    let Some(v) = verb else {
        return if told { m } else { carried(scene, m, noun) };
    };
    let known = |p: &Vec<usize>| {
        p.iter()
            .any(|&i| m.spans.iter().any(|s| s.overlaps(words.span(i))))
    };
    let beside = || {
        let mut second = words
            .children_by(v, &[Deprel::Conj])
            .filter(|&c| words.is_verb(c));
        second.find_map(|c| place_of(scene, c, noun.carrier))
    };
    if let Some(place) = place_of(scene, v, noun.carrier)
        .or_else(beside)
        .filter(|p| !known(p))
    {
        return m.and(scene, &place, true);
    }
    if told {
        return m;
    }
    // "killing 13": where the clause above took place.
    let mut at = v;
    while matches!(
        words.deprel(at),
        Deprel::Advcl | Deprel::Conj | Deprel::Acl | Deprel::AclRelcl | Deprel::Xcomp | Deprel::Obj
    ) && let Some(above) = words.head(at).filter(|&h| h < at)
    {
        at = above;
        if let Some(harm) = incident(scene, at) {
            let named = harm.iter().any(|&i| words.upos(i) == Upos::Propn);
            let m = m.and_word("in").and(scene, &harm, true);
            return match place_of(scene, at, noun.carrier).filter(|_| !named) {
                Some(place) if place.iter().all(|i| !harm.contains(i)) => m.and(scene, &place, true),
                _ => m,
            };
        }
        if let Some(place) = place_of(scene, at, noun.carrier) {
            return m.and(scene, &place, true);
        }
    }
    by_whom(scene, m, noun, v)
}

/// A toll with the incident or the one that the verb `v` has for its subject, or the place told before.
fn by_whom(scene: Scene<'_>, m: Measure, noun: Noun, v: usize) -> Measure {
    let words = scene.words;
    let object = matches!(words.deprel(noun.carrier), Deprel::Obj | Deprel::Conj);
    let harms = key::outcome(&words.word(v).to_lowercase()).or_else(|| key::outcome(words.lemma(v)));
    let doer = subject(scene, v).filter(|&s| object && harms.is_some() && s != noun.carrier && s < v);
    let doer = doer.filter(|&d| !scene.is_time_word(d));
    if let Some(harm) = doer
        .filter(|&d| HARM.has(words.lemma(d)))
        .and_then(|d| incident_phrase(scene, d, v))
    {
        return m.and_word("in").and(scene, &harm, true);
    }
    // "killed by a gunman", "by the guards" tells something, "by the man" does not.
    let told_of = |d: usize| {
        let by = agent(scene, d, v)?;
        let many = words.word(d).to_lowercase() != words.lemma(d);
        let one = by.first().is_some_and(|&i| words.is(i, &["a", "an"]));
        (many || one).then_some(by)
    };
    match doer.and_then(|d| known_agent(scene, d, v).or_else(|| told_of(d))) {
        Some(by) => m.and_word("by").and(scene, &by, true),
        None => carried(scene, m, noun),
    }
}

/// What is counted with the named place of its clause, where no name tells whose or where it is: "In Bergen, 40 seats are
/// open", "the hall where 30 people worked".
pub(super) fn clause_place(scene: Scene<'_>, m: Measure, noun: Noun) -> Measure {
    let words = scene.words;
    const MOST: usize = 13;
    let Some(v) = words.head(noun.carrier).filter(|_| !has_name(scene, &m)) else {
        return m;
    };
    let width = m.text.split(' ').count();
    let fits = |p: &Vec<usize>| {
        width + p.len() <= MOST
            && p.iter()
                .all(|&i| !m.spans.iter().any(|s| s.overlaps(words.span(i))))
    };
    let named = |p: &Vec<usize>| {
        p.iter()
            .any(|&i| words.upos(i) == Upos::Propn && words.is_capital(i))
    };
    let bare = width <= 3;
    if let Some(place) = place_of(scene, v, noun.carrier).filter(|p| fits(p) && (bare || named(p))) {
        return m.and(scene, &place, true);
    }
    let where_ = words
        .children_by(v, &[Deprel::Advmod, Deprel::Mark])
        .any(|c| words.is(c, &["where"]));
    let hall = words
        .head(v)
        .filter(|&h| where_ && words.deprel(v) == Deprel::AclRelcl && h < v && words.is_noun(h))
        .and_then(|h| with_articles(scene, h, 1))
        .filter(|p| fits(p) && is_whole(scene, p));
    match hall {
        Some(hall) => m.and_word("in").and(scene, &hall, true),
        None => m,
    }
}

/// "a shooting in Bergen": what befell them, as the object of the verb `v` or as the noun `v` itself.
fn incident(scene: Scene<'_>, v: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let harm = |i: &usize| HARM.has(words.lemma(*i)) && words.is_noun(*i);
    let noun = if harm(&v) {
        v
    } else {
        words.child(v, &[Deprel::Obj]).filter(harm)?
    };
    // "opens fire" is no fire.
    incident_phrase(scene, noun, usize::MAX)
}

/// Where what the verb `v` says took place: "in Bergen", "at a school".
fn place_of(scene: Scene<'_>, v: usize, carrier: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let places = words
        .children_by(v, &[Deprel::Obl, Deprel::Nmod])
        .filter(|&c| c != carrier);
    for c in places {
        let case = scene.preposition(c, &(0..0));
        let here = case.is_some_and(|p| words.is(p, &["in", "at", "near", "inside", "outside", "during"]));
        if !here || scene.is_time_word(c) || NOWHERE.has(words.lemma(c)) {
            continue;
        }
        for depth in [2, 1] {
            if let Tail::Words(place) = prepositional(scene, c, false, depth)
                && (depth == 1 || place.len() <= 7)
            {
                return Some(place);
            }
        }
        // "at his base in Bergen": the name below it.
        for inner in words.children_by(c, &[Deprel::Nmod]) {
            if words.upos(inner) == Upos::Propn
                && let Tail::Words(place) = prepositional(scene, inner, false, 1)
            {
                return Some(place);
            }
        }
    }
    None
}

/// The place that the sentence before tells, where the own one has a pronoun or nobody for its subject.
fn carried(scene: Scene<'_>, m: Measure, noun: Noun) -> Measure {
    let words = scene.words;
    let verb = words.head(noun.carrier).filter(|&v| words.is_verb(v));
    let named = verb
        .and_then(|v| words.child(v, SUBJECTS))
        .is_some_and(|s| s != noun.carrier && words.upos(s) != Upos::Pron);
    let (first, _) = words.sentence_words(noun.carrier);
    if let Some(harm) = incident_before(scene, first, noun.carrier) {
        return m.and_word("in").and(scene, &harm, true);
    }
    let Some(last) = first.checked_sub(1).filter(|_| !named) else {
        return m;
    };
    let (begin, end) = words.sentence_words(last);
    let gap = words
        .text()
        .get(words.span(last).end as usize..words.span(first).start as usize);
    if gap.is_none_or(|g| g.contains('\n')) {
        return m;
    }
    let names = (begin..end).filter(|&i| words.upos(i) == Upos::Propn && words.is_capital(i));
    let mut places = names.filter_map(|i| {
        let case = scene.preposition(i, &(0..0))?;
        let here = words.is(case, &["in", "at", "near", "inside", "outside"]) && !scene.is_time_word(i);
        match prepositional(scene, i, false, 1) {
            Tail::Words(place) if here => Some(place),
            _ => None,
        }
    });
    if let Some(place) = places.next() {
        return m.and(scene, &place, true);
    }
    // "in which 40 died": that one tells of its own noun.
    let main = verb.is_none_or(|v| matches!(words.deprel(v), Deprel::Root | Deprel::Ccomp));
    match incident_before(scene, begin, end).filter(|_| main) {
        Some(harm) => m.and_word("in").and(scene, &harm, true),
        None => m,
    }
}

/// The last incident with its article that the words from `first` up to `end` name: "the attack on the Lund bridge".
fn incident_before(scene: Scene<'_>, first: usize, end: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let harm = |&i: &usize| {
        let article = words
            .children_by(i, &[Deprel::Det])
            .any(|d| words.is(d, &["the", "a", "an"]));
        let told = !matches!(
            words.deprel(i),
            Deprel::Compound | Deprel::NmodPoss | Deprel::Conj
        );
        words.upos(i) == Upos::Noun && HARM.has(words.lemma(i)) && article && told
    };
    let mut found = (first..end).filter(harm);
    let noun = found.next().filter(|_| found.next().is_none())?;
    incident_phrase(scene, noun, end)
}

/// An incident's noun with its article and what stands behind it before word `end`, without a second noun of a list.
fn incident_phrase(scene: Scene<'_>, noun: usize, end: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let mut phrase = with_articles(scene, noun, 2)?;
    if let Some(cut) = phrase
        .iter()
        .position(|&i| words.upos(i) == Upos::Cconj || words.is(i, &[","]))
    {
        phrase.truncate(cut);
    }
    // "a young couple storm": a verb that was taken for a noun.
    let verbal = phrase
        .iter()
        .any(|&i| i < noun && words.is_noun(i) && HUMAN.has(words.lemma(i)) && !words.is_capital(i));
    let whole = phrase.len() > 1 && phrase.len() <= 8 && phrase.contains(&noun) && is_whole(scene, &phrase);
    (whole && !verbal && phrase.iter().all(|&i| i < end)).then_some(phrase)
}

/// The words in front of a colon right before word `from`, if they name no speaker.
fn label_before(scene: Scene<'_>, from: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let colon = from.checked_sub(1).filter(|&c| words.is(c, &[":"]))?;
    let (first, _) = words.sentence_words(from);
    let label: Vec<usize> = (first..colon).collect();
    let fits = (2..=6).contains(&label.len())
        && label
            .iter()
            .all(|&i| !words.is_verb(i) && !words.is_punct(i) && !words.is_in(i, &SPEAKERS));
    fits.then_some(label)
}

/// Whether a name stands in the words of a measure.
fn has_name(scene: Scene<'_>, m: &Measure) -> bool {
    m.spans.iter().any(|s| {
        let mut inside = scene.words.inside(*s);
        inside.any(|i| scene.words.upos(i) == Upos::Propn && scene.words.is_capital(i))
    })
}
