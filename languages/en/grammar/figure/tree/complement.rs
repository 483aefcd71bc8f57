//! What a verb takes behind it.

use dossier_model::{Deprel, Upos};

use super::Tail;
use super::phrase::{prepositional, with_articles};
use crate::grammar::figure::Scene;

dossier_world::words!(DIRECTIONS = "figure/direction_adverbs.txt");

/// Words after which a verb takes no more.
const ENOUGH: usize = 8;

/// The verb `v` with its complements. `None` where one of them is a pronoun.
pub(super) fn verb_phrase(scene: Scene<'_>, v: usize) -> Option<Vec<usize>> {
    let mut out = vec![v];
    out.extend(complements(scene, v, v + 1)?);
    Some(out)
}

/// What the verb `v` takes from word `at` on, without a gap. `None` where its object cannot be told.
pub(in crate::grammar::figure) fn complements(
    scene: Scene<'_>,
    v: usize,
    mut at: usize,
) -> Option<Vec<usize>> {
    let words = scene.words;
    let mut out: Vec<usize> = Vec::new();
    let start = at;
    for c in words.children(v).filter(|&c| c > v) {
        let (from, to) = words.extent(c);
        if to <= at || c < at {
            continue;
        }
        let gap = at..from.max(at);
        if !(gap.is_empty() || scene.is_all_time(gap)) || out.len() >= ENOUGH {
            break;
        }
        // "voted, a 30 percent decline": behind a comma stands another remark.
        if words.is_punct(from) {
            break;
        }
        let tail = match words.deprel(c) {
            Deprel::CompoundPrt => Tail::Words(vec![c]),
            Deprel::Obj | Deprel::Iobj => Tail::Words(with_articles(scene, c, 1)?),
            Deprel::Obl | Deprel::OblAgent | Deprel::Nmod => prepositional(scene, c, true, 2),
            Deprel::Xcomp => open_clause(scene, c),
            Deprel::Advmod if words.is_in(c, &DIRECTIONS) => Tail::Words(vec![c]),
            Deprel::Advmod if to - from == 1 => Tail::Skip,
            _ if scene.is_all_time(from..to) => Tail::Skip,
            _ => Tail::Stop,
        };
        match tail {
            Tail::Words(more) => {
                at = more.last().map_or(to, |&l| l + 1);
                out.extend(more);
                if at != to {
                    break;
                }
            }
            Tail::Skip => at = to,
            Tail::Stop => break,
        }
    }
    // A verb without what it says, or without its object, tells another story.
    let needs = [Deprel::Obj, Deprel::Ccomp];
    let cut = words
        .children_by(v, &needs)
        .any(|c| c >= start && !out.contains(&c) && !words.breaks(c) && !words.is(words.extent(c).0, &[","]));
    (!cut).then_some(out)
}

/// "to leave the union", "open", "homeless".
fn open_clause(scene: Scene<'_>, c: usize) -> Tail {
    let words = scene.words;
    let (from, to) = words.extent(c);
    if words.is_verb(c) {
        let marked = (from..c).all(|i| words.is(i, &["to"]) || words.upos(i) == Upos::Aux);
        let phrase = verb_phrase(scene, c).filter(|_| marked);
        return phrase.map_or(Tail::Stop, |p| Tail::Words((from..c).chain(p).collect()));
    }
    if to - from <= 3 && (from..to).all(|i| words.upos(i) != Upos::Pron && !words.is_punct(i)) {
        return Tail::Words((from..to).collect());
    }
    Tail::Stop
}
