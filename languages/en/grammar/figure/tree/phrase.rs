//! Noun phrases with what stands behind the noun.

use std::ops::Range;

use dossier_annotate::view::Capitals;
use dossier_model::{Deprel, Upos};

use super::complement::verb_phrase;
use super::front::core;
use super::{MOST_WORDS, Tail};
use crate::grammar::figure::Scene;

dossier_world::words!(PREPOSITIONS = "figure/label_prepositions.txt");
dossier_world::words!(ADVERBIAL = "figure/adverbial_phrases.txt");
dossier_world::words!(EVERYWHERE = "figure/place_adverbs.txt");
dossier_world::words!(RELATIVES = "figure/relative_pronouns.txt");
dossier_world::words!(OPEN = "figure/open_nouns.txt");
dossier_world::words!(BASES = "figure/count_nouns.txt");

/// No word is left out.
pub(super) const NONE: Range<usize> = 0..0;

/// How deep phrases stand inside phrases.
const DEPTH: u8 = 2;

/// A noun phrase as a table would print it.
#[derive(Debug, Clone, Default)]
pub(in crate::grammar::figure) struct NounPhrase {
    /// The noun with its modifiers.
    pub core: Vec<usize>,
    /// What stands behind it, phrase by phrase.
    pub tails: Vec<Vec<usize>>,
    /// One past the last word that was looked at.
    pub end: usize,
}

/// The noun phrase of word `head` without its articles and the words `skip`.
pub(in crate::grammar::figure) fn noun_phrase(
    scene: Scene<'_>,
    head: usize,
    skip: &Range<usize>,
) -> Option<NounPhrase> {
    if !is_nominal(scene, head) {
        return None;
    }
    let core = core(scene, head, skip, false)?;
    let mut np = NounPhrase {
        end: core.last().map_or(head, |&l| l.max(head)) + 1,
        core,
        tails: Vec::new(),
    };
    tails(scene, head, skip, DEPTH, &mut np);
    Some(np)
}

/// Whether a word can be the head of a printed noun phrase.
fn is_nominal(scene: Scene<'_>, head: usize) -> bool {
    let words = scene.words;
    let noun = words.is_noun(head) || matches!(words.upos(head), Upos::Adj | Upos::Verb | Upos::Num);
    noun && !words.word(head).contains(['/', '@', '#', '_'])
}

/// Adds what stands behind the noun `head`.
fn tails(scene: Scene<'_>, head: usize, skip: &Range<usize>, depth: u8, np: &mut NounPhrase) {
    let words = scene.words;
    let mut count = np.core.len();
    for c in words.children(head).filter(|&c| c > head) {
        let (from, to) = words.extent(c);
        if to <= np.end {
            continue;
        }
        let gap = np.end..from.max(np.end);
        let is_gap = gap.is_empty() || gap.clone().all(|i| skip.contains(&i)) || scene.is_all_time(gap);
        if !is_gap || np.tails.len() >= 3 {
            break;
        }
        // The number itself: what stands behind it hangs on it.
        if skip.contains(&c) {
            np.end = skip.end;
            continue;
        }
        let tail = match words.deprel(c) {
            Deprel::Nmod | Deprel::Obl => prepositional(scene, c, false, depth),
            Deprel::Acl => participle_phrase(scene, c),
            Deprel::AclRelcl => relative_clause(scene, from..to, np.end),
            Deprel::Advmod if words.is_in(c, &EVERYWHERE) => Tail::Words(vec![c]),
            Deprel::Conj if !np.core.is_empty() && words.is(np.end, &[","]) => {
                list(scene, head, np.end, skip)
            }
            Deprel::Conj if !np.core.is_empty() => conjunct(scene, c, np.end, skip),
            _ if scene.is_all_time(from..to) => Tail::Skip,
            _ => Tail::Stop,
        };
        match tail {
            Tail::Words(found) if count + found.len() <= MOST_WORDS => {
                count += found.len();
                np.end = found.last().map_or(to, |&l| l + 1);
                let whole = np.end == to;
                np.tails.push(found);
                if !whole && words.deprel(c) != Deprel::Acl {
                    break;
                }
            }
            Tail::Skip => np.end = to,
            _ => break,
        }
    }
}

/// A second noun that the same number counts: "women and girls".
fn conjunct(scene: Scene<'_>, c: usize, at: usize, skip: &Range<usize>) -> Tail {
    let words = scene.words;
    let own = words.children(c).any(|k| {
        matches!(
            words.deprel(k),
            Deprel::Nummod | Deprel::Det | Deprel::NmodPoss | Deprel::Case
        ) || k > c
    });
    let plural = words.word(c).to_lowercase() != words.lemma(c);
    let link = words.is(at, &["and", "or"]) && words.is_noun(c) && plural;
    if own || !link || words.extent(c).1 - at > 4 {
        return Tail::Stop;
    }
    match core(scene, c, skip, false) {
        Some(mut noun) => {
            noun.insert(0, at);
            Tail::Words(noun)
        }
        None => Tail::Stop,
    }
}

/// All further nouns that the same number counts: "Peruvians, Chileans, and others".
fn list(scene: Scene<'_>, head: usize, at: usize, skip: &Range<usize>) -> Tail {
    let words = scene.words;
    let mut out: Vec<usize> = Vec::new();
    let mut end = at;
    let mut closed = false;
    for c in words.children_by(head, &[Deprel::Conj]) {
        let own = [Deprel::Nummod, Deprel::Case, Deprel::Cop];
        // "lamps, gilded walls and ceilings": what has words of its own has no part in the number.
        let Some(noun) = core(scene, c, skip, false).filter(|n| words.is_noun(c) && n.len() == 1) else {
            return Tail::Stop;
        };
        let first = noun.first().copied().unwrap_or(c);
        let linked = first > end && (end..first).all(|k| words.is(k, &[",", "and", "or", "&"]));
        if !linked || words.children_by(c, &own).next().is_some() || out.len() > 10 {
            return Tail::Stop;
        }
        closed = (end..first).any(|k| words.upos(k) == Upos::Cconj);
        out.extend(end..first);
        end = noun.last().map_or(c, |&l| l) + 1;
        out.extend(noun);
    }
    if closed { Tail::Words(out) } else { Tail::Stop }
}

/// The prepositional phrase of the noun `c`; `by` where it may tell who did it.
pub(in crate::grammar::figure) fn prepositional(scene: Scene<'_>, c: usize, by: bool, depth: u8) -> Tail {
    let words = scene.words;
    let (from, to) = words.extent(c);
    if scene.is_time_word(c) || scene.is_all_time(from..to) {
        return Tail::Skip;
    }
    let Some(case) = scene.preposition(c, &NONE) else {
        return Tail::Stop;
    };
    let word = words.word(case).to_ascii_lowercase();
    let fits = PREPOSITIONS.has(&word) || by && word == "by";
    // "cash on hand" is one thing.
    let cash = case > 0 && words.is(case - 1, &["cash"]);
    let fixed = !cash && case + 1 == c && ADVERBIAL.has(&format!("{word} {}", words.word(c)));
    // "by official figures": whose count it is.
    let basis = word == "by" && BASES.has(words.lemma(c));
    if !fits || fixed || basis || from < case || depth == 0 {
        return Tail::Stop;
    }
    // "a base on the outskirts of Lund": what stands behind "of" belongs to its noun.
    let below = if word == "of" && depth > 1 {
        depth
    } else {
        depth - 1
    };
    match with_articles(scene, c, below).filter(|noun| is_whole(scene, noun)) {
        Some(noun) if is_open(scene, c, &word, &noun) => Tail::Stop,
        Some(noun) => {
            let first = noun.first().copied().unwrap_or(c);
            let cases = words.children_by(c, &[Deprel::Case]);
            let mut out: Vec<usize> = cases.filter(|&k| k < first).collect();
            out.extend(noun);
            Tail::Words(out)
        }
        None => Tail::Stop,
    }
}

/// Whether the phrase of the preposition `case` and the noun `c` needs what stands behind it, or tells another number:
/// "in the days that followed", "in areas like engineering", "for the firm to pay", "to Lind's 39 percent".
fn is_open(scene: Scene<'_>, c: usize, case: &str, phrase: &[usize]) -> bool {
    let words = scene.words;
    let next = phrase.last().map_or(c + 1, |&l| l + 1);
    let number = case == "to" && (words.upos(c) == Upos::Num || words.is(c, &["percent", "%"]));
    let infinitive = case == "for" && words.is(next, &["to"]) && words.is_verb(next + 1);
    let goes_on = words.is(next, &["that", "who", "which", "where", "when", "like", "such"])
        || words.deprel(next) == Deprel::Acl
        || words.is(next, &["to"]) && words.is_verb(next + 1);
    number || infinitive || goes_on && OPEN.has(words.lemma(c))
}

/// Whether no noun goes on right behind the last word: a tree that lost a compound gives half a name.
pub(in crate::grammar::figure) fn is_whole(scene: Scene<'_>, phrase: &[usize]) -> bool {
    let words = scene.words;
    let Some(&last) = phrase.last() else { return false };
    let next = last + 1;
    let titled = words.capitals(next) == Capitals::Title;
    let noun = words.is_noun(next) && (titled || !words.is_capital(next))
        || words.upos(next) == Upos::Propn && words.is_capital(last);
    let hyphen = words.is(next, &["-", "–", "'s", "’s", "'", "’"]) && words.is_glued(next);
    !(noun && !scene.is_time_word(next) && words.sentence_words(last).1 > next || hyphen)
}

/// A noun phrase inside a measure, with its articles.
pub(in crate::grammar::figure) fn with_articles(scene: Scene<'_>, c: usize, depth: u8) -> Option<Vec<usize>> {
    let words = scene.words;
    if !(words.is_noun(c) || matches!(words.upos(c), Upos::Adj | Upos::Verb | Upos::Num | Upos::X))
        || words.word(c).contains(['/', '@', '#'])
    {
        return None;
    }
    let mut out = core(scene, c, &NONE, true)?;
    let mut at = out.last()? + 1;
    for k in words.children(c).filter(|&k| k > c) {
        let (from, to) = words.extent(k);
        if to <= at {
            continue;
        }
        if out.len() > 8 {
            break;
        }
        match words.deprel(k) {
            Deprel::Nmod if from == at => match prepositional(scene, k, false, depth) {
                Tail::Words(more) => {
                    at = more.last().map_or(to, |&l| l + 1);
                    out.extend(more);
                    if at != to {
                        break;
                    }
                }
                Tail::Skip => break,
                Tail::Stop => break,
            },
            Deprel::Conj if !words.is_verb(k) => {
                // "Norway, Peru and Chile".
                let link = at..from.max(at);
                let head_of = words.children(k).filter(|&j| j < k);
                let links: Vec<usize> = link
                    .chain(head_of.filter(|&j| matches!(words.deprel(j), Deprel::Cc | Deprel::Punct)))
                    .collect();
                let plain = links.iter().all(|&j| words.is(j, &["and", "or", ",", "&"]));
                let own = words
                    .children_by(k, &[Deprel::Case, Deprel::Nummod])
                    .next()
                    .is_some();
                let Some(noun) = core(scene, k, &NONE, true).filter(|_| plain && !own) else {
                    break;
                };
                out.extend(links);
                let bare = noun.len() == 1;
                at = noun.last().map_or(to, |&l| l + 1);
                out.extend(noun);
                // "towns and villages of Norway".
                let own = words
                    .children_by(k, &[Deprel::Nmod])
                    .find(|&j| words.extent(j).0 == at);
                if let Some(j) = own.filter(|_| bare && depth > 0 && words.is(at, &["of"]))
                    && let Tail::Words(more) = prepositional(scene, j, false, depth)
                {
                    at = more.last().map_or(at, |&l| l + 1);
                    out.extend(more);
                }
            }
            _ => break,
        }
    }
    out.sort_unstable();
    out.dedup();
    // A list without its last member, or an apposition.
    let listed = out.iter().any(|&k| words.upos(k) == Upos::Cconj);
    if let Some(comma) = out.iter().position(|&k| words.is(k, &[","])).filter(|_| !listed) {
        out.truncate(comma);
    }
    while out
        .last()
        .is_some_and(|&k| words.is_punct(k) || words.upos(k) == Upos::Cconj)
    {
        out.pop();
    }
    Some(out)
}

/// "killed in the crash", "living in Bergen", "to help farmers".
fn participle_phrase(scene: Scene<'_>, v: usize) -> Tail {
    let words = scene.words;
    let (from, _) = words.extent(v);
    let to = words.is(from, &["to"]) && from + 1 == v;
    if !words.is_verb(v) || !(from == v || to) || words.breaks(v) {
        return Tail::Stop;
    }
    let form = words.word(v);
    let participle = form.ends_with("ing") || words.lemma(v) != form;
    if !(participle || to) {
        return Tail::Stop;
    }
    match verb_phrase(scene, v) {
        Some(mut out) => {
            if to {
                out.insert(0, from);
            }
            Tail::Words(out)
        }
        None => Tail::Stop,
    }
}

/// A short relative clause that tells which ones are meant, word for word.
fn relative_clause(scene: Scene<'_>, range: Range<usize>, at: usize) -> Tail {
    let words = scene.words;
    let short = range.len() <= 8 && range.start == at && words.is_in(range.start, &RELATIVES);
    let clean = range.clone().skip(1).all(|i| {
        !words.is_quotation_mark(i)
            && !words.is_punct(i)
            && !scene.is_time_word(i)
            && !matches!(words.upos(i), Upos::Pron | Upos::Num | Upos::Intj)
    });
    if short && clean {
        Tail::Words(range.collect())
    } else {
        Tail::Stop
    }
}
