//! The words around a number as they are compared: what stands near it, by key and weight.

use dossier_model::{Fate, NumberContext, Pole, Span, Upos};

use crate::scope::Scope;
use crate::{fold, words};

/// What stands around a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// What the words say of the counted.
    pub says: NumberContext,
    /// From the first to the last of the words.
    pub window: Option<Span>,
    /// Content words near the number with their weights, by key.
    near: Vec<(u64, f64)>,
    /// Those next to it.
    beside: Vec<(u64, f64)>,
    /// Names near the number.
    names: Vec<u64>,
    /// The noun that the number stands in front of: "a $5 billion charge".
    head: Option<u64>,
    /// On which sides the near words stand of what excludes each other: "close" and "open", "north" and "south".
    poles: Vec<Pole>,
    /// Those of the sentence, but for words that every toll has.
    setting: Vec<(u64, f64)>,
}

/// Words to either side that are near.
const NEAR: usize = 8;

/// Words to either side that are next to it.
const BESIDE: usize = 4;

/// Words to either side that are looked at: a bounded look keeps endless sentences linear.
const FAR: usize = 60;

/// The words around the number at `span`, which say `says` of it.
pub(super) fn around(scope: &Scope<'_>, doc: usize, span: Span, says: NumberContext) -> Context {
    let notes = &scope.docs[doc].notes;
    let tokens = &notes.tokens;
    let Some(sentence) = notes.sentence_at(span.start) else {
        return Context::default();
    };
    let spans = tokens.spans();
    let first = spans.partition_point(|s| s.start < sentence.start);
    let last = spans.partition_point(|s| s.end <= sentence.end);
    let from = spans.partition_point(|s| s.end <= span.start);
    let to = spans.partition_point(|s| s.start < span.end);
    let mut out = Context {
        head: says.head.map(|i| key_of(scope, doc, i as usize)),
        says,
        ..Context::default()
    };
    let (left, right) = (first.max(from.saturating_sub(NEAR)), last.min(to + NEAR));
    for i in first.max(from.saturating_sub(FAR))..last.min(to + FAR) {
        if !matches!(tokens.upos(i), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj) {
            continue;
        }
        let key = key_of(scope, doc, i);
        let part = (key, scope.weights.idf(key));
        if (left..right).contains(&i) {
            out.near.push(part);
            if tokens.upos(i) == Upos::Propn {
                out.names.push(key);
            }
            let poles = notes.wording.senses.of(i).map_or(&[][..], |s| &s.poles);
            out.poles.extend(poles);
        }
        if (from.saturating_sub(BESIDE)..to + BESIDE).contains(&i) {
            out.beside.push(part);
        }
        let sense = notes.wording.senses.of(i);
        let is_number = || fold::letters(tokens.lemma(i)).parse::<f64>().is_ok();
        if !sense.is_some_and(|s| s.is_common_in_tolls) && !is_number() {
            out.setting.push(part);
        }
    }
    for list in [&mut out.near, &mut out.beside, &mut out.setting] {
        list.sort_by_key(|a| a.0);
        list.dedup_by_key(|p| p.0);
    }
    if let (Some(l), Some(r)) = (spans.get(left), spans.get(right.saturating_sub(1))) {
        out.window = Some(l.cover(*r));
    }
    out.names.sort_unstable();
    out.names.dedup();
    out
}

/// What a token is known by: its fate, where it tells one, or else its lemma.
fn key_of(scope: &Scope<'_>, doc: usize, i: usize) -> u64 {
    let notes = &scope.docs[doc].notes;
    let fate = notes.wording.senses.of(i).and_then(|s| s.fate);
    fate.map_or_else(
        || words::key(&fold::letters(notes.tokens.lemma(i))),
        |fate: Fate| words::key(fate.as_str()),
    )
}

/// The share of the smaller context's weight that both have, from 0 to 1.
pub(super) fn nearness(a: &Context, b: &Context) -> f64 {
    let around = shared(&a.near, &b.near, 3).max(shared(&a.beside, &b.beside, 3));
    // The rest of a sentence says less of the number.
    around.max(0.8 * shared(&a.setting, &b.setting, 5))
}

/// Whether two numbers stand in front of different nouns, or beside other names.
pub(super) fn clash(a: &Context, b: &Context) -> bool {
    let heads = matches!((a.head, b.head), (Some(x), Some(y)) if x != y);
    let strangers =
        !a.names.is_empty() && !b.names.is_empty() && !a.names.iter().any(|n| b.names.contains(n));
    heads || strangers
}

/// The likeness of two sentences, words that every toll has left out.
pub(super) fn accord(a: &Context, b: &Context) -> f64 {
    shared(&a.setting, &b.setting, 3)
}

/// Whether two sentences speak of different matters: both say enough, and share next to nothing.
pub(super) fn differ(a: &Context, b: &Context) -> bool {
    a.setting.len() >= 3 && b.setting.len() >= 3 && shared(&a.setting, &b.setting, 3) < 0.15
}

/// Whether the words near two numbers stand on sides that exclude each other, and on no side together.
pub(super) fn opposed(a: &Context, b: &Context) -> bool {
    let meet = |p: &Pole, q: &Pole| p.scale == q.scale && p.side == q.side;
    let on = |list: &[Pole], p: &Pole| list.iter().any(|q| meet(p, q));
    let excludes = |p: &Pole| {
        let other = |q: &Pole| q.scale == p.scale && !on(&a.poles, q);
        !on(&b.poles, p) && b.poles.iter().any(other)
    };
    a.poles.iter().any(excludes)
}

/// Whether two sentences say nearly the same around their numbers.
pub(super) fn says_same(a: &Context, b: &Context) -> bool {
    let (few, many) = (a.near.len().min(b.near.len()), a.near.len().max(b.near.len()));
    // Two or three words stand in many sentences, unless they are nearly all that both say.
    let needed = if few < 4 { 0.99 } else { 0.75 };
    let enough = few > 1 && (few > 3 || many < few + 2);
    enough && !clash(a, b) && shared(&a.near, &b.near, few) >= needed
}

fn shared(a: &[(u64, f64)], b: &[(u64, f64)], enough: usize) -> f64 {
    let (mut i, mut j, mut both) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += x.1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    let weight = |l: &[(u64, f64)]| l.iter().map(|p| p.1).sum::<f64>();
    let least = weight(a).min(weight(b));
    // Two or three words shared by chance are no likeness.
    let few = a.len().min(b.len()) as f64 / enough as f64;
    if least > 0.0 {
        both / least * few.min(1.0)
    } else {
        0.0
    }
}
