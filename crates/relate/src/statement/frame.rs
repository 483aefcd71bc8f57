//! What a sentence chiefly tells.

use dossier_model::{Deprel, Frame, Span, Tokens};

/// The place among `frames` of what a sentence chiefly tells: its root, or what is under a root that only
/// reports ("Police said that …").
#[must_use]
pub fn find_main(
    tokens: &Tokens,
    frames: &[Frame],
    sentence: Span,
    is_report: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let place = |i: usize| frames.iter().position(|f| f.predicate as usize == i);
    let root = tokens.inside(sentence).find(|&i| {
        tokens
            .head(i)
            .is_none_or(|h| !tokens.inside(sentence).contains(&h))
    })?;
    let mut at = root;
    for _ in 0..4 {
        if !is_report(at) {
            break;
        }
        let below = tokens.children(at, sentence).find(|&c| {
            matches!(
                tokens.deprel(c),
                Deprel::Ccomp | Deprel::Parataxis | Deprel::Xcomp
            ) && place(c).is_some()
        });
        let Some(below) = below else { break };
        at = below;
    }
    place(at).or_else(|| (!frames.is_empty()).then_some(0))
}
