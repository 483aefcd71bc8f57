//! Whether two sentences are one wording but for a word that excludes the other's: whatever their trees, the rest is the
//! same.

use dossier_model::{ConflictKind, Modality, Opposition, Span, WordMark};

use super::claim::Printed;
use super::contrast::{self, Contrast};
use super::sentence::Sentence;

/// Words that differ at most, on either side.
const LONGEST: usize = 3;
/// Words that both have at least, and of these such that say something.
const LEAST: usize = 5;
const LEAST_CONTENT: usize = 3;

/// What excludes what, where nothing else differs.
#[must_use]
pub fn find(a: &Sentence, b: &Sentence) -> Option<Contrast> {
    let (x, y) = (&a.printed, &b.printed);
    let before = x.iter().zip(y).take_while(|(p, q)| p.key == q.key).count();
    let longest = x.len().min(y.len()) - before;
    let behind = (x.iter().rev().zip(y.iter().rev()))
        .take(longest)
        .take_while(|(p, q)| p.key == q.key)
        .count();
    let (first, second) = (&x[before..x.len() - behind], &y[before..y.len() - behind]);
    let same = x[..before].iter().chain(&x[x.len() - behind..]);
    let content = same.filter(|p| p.is_content).count();
    if first.len() > LONGEST || second.len() > LONGEST || before + behind < LEAST || content < LEAST_CONTENT {
        return None;
    }
    let of_names = || are_other_names(first, second).then_some(ConflictKind::Filler);
    let kind = (denial(first, second).or_else(|| opposition(a, first, second))).or_else(of_names)?;
    // Two may be praised; a ship belongs to one.
    let is_single = |s: &Sentence| {
        let main = s.claims.first();
        main.is_some_and(|c| c.predicate.marks.contains(&WordMark::Single))
    };
    let may_both_hold = are_other_names(first, second) && !(is_single(a) && is_single(b));
    let of_some = a.claims.iter().chain(&b.claims).any(contrast::counts_some);
    let modality = |s: &Sentence| s.claims.first().map(|c| c.modality);
    let is_possible = |s: &Sentence| s.claims.iter().any(|c| c.modality == Modality::Possible);
    let is_open = is_possible(a) || is_possible(b) || of_some && kind == ConflictKind::Polarity;
    let is_proven = modality(a) == modality(b) && !is_open && !may_both_hold;
    let shared = if behind > before {
        cover(&x[x.len() - behind..])
    } else {
        cover(&x[..before])
    };
    Some(Contrast {
        kind,
        is_proven,
        first: cover(first).or_else(|| cover(around(x, before)))?,
        second: cover(second).or_else(|| cover(around(y, before)))?,
        shared: shared.into_iter().collect(),
    })
}

fn cover(words: &[Printed]) -> Option<Span> {
    let (first, last) = (words.first()?, words.last()?);
    Some(first.span.cover(last.span))
}

/// The words on both sides of a gap.
fn around(words: &[Printed], gap: usize) -> &[Printed] {
    &words[gap.saturating_sub(1)..(gap + 1).min(words.len())]
}

/// "Pleaded" and "did not plead": one denies what the other tells.
fn denial(first: &[Printed], second: &[Printed]) -> Option<ConflictKind> {
    let denials = |side: &[Printed]| side.iter().filter(|p| denies(p)).count();
    let said = |side: &[Printed]| -> Vec<u32> {
        let said = side.iter().filter(|p| p.is_content && !denies(p));
        said.map(|p| p.lemma).collect()
    };
    let is_denied = denials(first) % 2 != denials(second) % 2;
    (is_denied && said(first) == said(second)).then_some(ConflictKind::Polarity)
}

fn denies(word: &Printed) -> bool {
    word.marks.contains(&WordMark::Negation)
}

/// Whether names of two stand in one place.
fn are_other_names(first: &[Printed], second: &[Printed]) -> bool {
    let named = |side: &[Printed]| !side.is_empty() && side.iter().all(|p| !p.names.is_empty());
    named(first)
        && named(second)
        && !(first.iter().flat_map(|p| &p.names)).any(|k| second.iter().any(|q| q.names.contains(k)))
}

/// One word on either side excludes the other, and nothing else is said there.
fn opposition(a: &Sentence, first: &[Printed], second: &[Printed]) -> Option<ConflictKind> {
    if first.iter().any(denies) != second.iter().any(denies) && first.len() + second.len() > 2 {
        return None;
    }
    let mut pairs = first.iter().flat_map(|p| second.iter().map(move |q| (p, q)));
    let (p, q) = pairs.find(|(p, q)| contrast::opposition_of(&p.poles, &q.poles).is_some())?;
    let rest = |side: &[Printed], word: &Printed| {
        side.iter()
            .any(|r| r.is_content && r.span != word.span && r.poles.is_empty())
    };
    if rest(first, p) || rest(second, q) {
        return None;
    }
    let is_predicate = a.claims.iter().any(|c| c.predicate.span == p.span);
    let is_stage = contrast::opposition_of(&p.poles, &q.poles) == Some(Opposition::Stage);
    Some(if is_predicate || is_stage {
        ConflictKind::Polarity
    } else {
        ConflictKind::Filler
    })
}
