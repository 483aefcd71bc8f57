//! A noun with what stands in front of it.

use std::ops::Range;

use dossier_annotate::View;
use dossier_model::{Deprel, Upos};

use crate::grammar::figure::Scene;

dossier_world::words!(DROPPED = "figure/dropped_modifiers.txt");
dossier_world::words!(POINTING = "figure/pointing_determiners.txt");

/// Relations of modifiers in front of a noun.
const MODIFIERS: &[Deprel] = &[
    Deprel::Amod,
    Deprel::Compound,
    Deprel::Flat,
    Deprel::FlatName,
    Deprel::FlatForeign,
    Deprel::NmodDesc,
    Deprel::Goeswith,
];

/// Relations of what goes on behind the head of a name.
const NAME_TAILS: &[Deprel] = &[
    Deprel::Flat,
    Deprel::FlatName,
    Deprel::FlatForeign,
    Deprel::Goeswith,
    Deprel::Compound,
];

/// The noun `head` with its modifiers and the owner, without the words `skip`; with its article where it stands
/// `inside` another phrase. `None` where it points at something told elsewhere.
pub(in crate::grammar::figure) fn core(
    scene: Scene<'_>,
    head: usize,
    skip: &Range<usize>,
    inside: bool,
) -> Option<Vec<usize>> {
    let words = scene.words;
    let mut out = Vec::new();
    for c in words.children(head).filter(|&c| c < head && !skip.contains(&c)) {
        let rel = words.deprel(c);
        match rel {
            Deprel::Det | Deprel::DetPredet => {
                if words.is(c, &["no"]) || inside && words.is_in(c, &POINTING) {
                    return None;
                }
                if inside {
                    out.push(c);
                }
            }
            Deprel::NmodPoss if words.upos(c) == Upos::Pron && inside => return None,
            Deprel::NmodPoss if words.upos(c) == Upos::Pron => {}
            Deprel::NmodPoss => {
                out.extend(core(scene, c, skip, inside)?);
                out.extend(words.children_by(c, &[Deprel::Case]).filter(|&k| k > c));
            }
            Deprel::Nummod if inside => {
                let (from, to) = words.extent(c);
                out.extend((from..to).filter(|&k| !scene.is_time_word(k)));
            }
            _ if MODIFIERS.contains(&rel) => out.extend(modifier(scene, c, head, skip, inside)?),
            _ => {}
        }
    }
    out.push(head);
    out.extend(lost_compound(scene, &out, skip));
    let mut at = head + 1;
    // "candidate Ana Lind": a name without a comma.
    let apposed = |c: usize| {
        let (from, to) = words.extent(c);
        words.deprel(c) == Deprel::Appos && (from..to).all(|k| words.upos(k) == Upos::Propn)
    };
    let tails = words
        .children(head)
        .filter(|&c| c > head && (NAME_TAILS.contains(&words.deprel(c)) || apposed(c)));
    for c in tails {
        let (from, to) = words.extent(c);
        if from != at || to - from > 4 || scene.is_time_word(c) {
            break;
        }
        out.extend(from..to);
        at = to;
    }
    out.sort_unstable();
    out.dedup();
    Some(joined(words, &out))
}

/// The words of one modifier. `None` where it holds a pronoun.
fn modifier(
    scene: Scene<'_>,
    c: usize,
    head: usize,
    skip: &Range<usize>,
    inside: bool,
) -> Option<Vec<usize>> {
    let words = scene.words;
    // "On Saturday 13 people": a day in front of the number is no part of its noun.
    let is_time = scene.is_time_word(c) && (!words.is_capital(c) || c < skip.start);
    if !inside && words.is_in(c, &DROPPED) || is_time {
        return Some(Vec::new());
    }
    let (from, to) = words.extent(c);
    let mut out = Vec::new();
    for k in from..to.min(head) {
        if skip.contains(&k) || words.is_quotation_mark(k) {
            continue;
        }
        if words.upos(k) == Upos::Pron || matches!(words.word(k), "(" | ")" | ":" | ";" | "–" | "—") {
            return None;
        }
        if words.deprel(k) == Deprel::Det || words.deprel(k) == Deprel::Case && k < c {
            continue;
        }
        out.push(k);
    }
    // What is left of a list whose first words were dropped begins with no comma.
    while out.first().is_some_and(|&k| words.is_punct(k)) {
        out.remove(0);
    }
    Some(out)
}

/// With the hyphens between words that both stay.
fn joined(words: &View<'_>, kept: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::with_capacity(kept.len());
    for &k in kept {
        if let Some(&last) = out.last()
            && last + 2 == k
            && words.is_glued(k)
            && words.is_glued(k - 1)
        {
            out.push(k - 1);
        }
        out.push(k);
    }
    while out.last().is_some_and(|&k| words.is_punct(k)) {
        out.pop();
    }
    out
}

/// "54 percent of union households": the noun right in front of a phrase that the tree hangs on the number.
fn lost_compound(scene: Scene<'_>, found: &[usize], skip: &Range<usize>) -> Option<usize> {
    let words = scene.words;
    let front = found.iter().min()?.checked_sub(1)?;
    let loose = matches!(words.deprel(front), Deprel::Nmod | Deprel::Obl | Deprel::Compound);
    let noun = words.upos(front) == Upos::Noun && words.upos(front + 1) == Upos::Noun;
    let free = !skip.contains(&front) && !scene.is_time_word(front) && !words.breaks(front + 1);
    let one = words.word(front).to_lowercase() == words.lemma(front);
    let number = words.is(
        front,
        &["percent", "million", "billion", "dozen", "cent", "number"],
    );
    (noun && loose && free && one && !number).then_some(front)
}
