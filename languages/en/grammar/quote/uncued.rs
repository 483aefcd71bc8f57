//! Marked sentences without a cue of their own: they go on with whoever was quoted in the sentence before.

use dossier_model::{Quote, QuoteForm, QuoteKind, Span};

use super::direct::is_whole;
use super::marks::Marked;
use super::speech::SpeechView;

/// Gives the marked sentences of the paragraph `block` that nothing claims to the statement in front of them.
/// `first` is the place of the paragraph's first finding; `before` that of the one which ended the last paragraph.
pub(super) fn adopt(
    view: &SpeechView,
    block: Span,
    marked: &[Marked],
    first: usize,
    before: Option<usize>,
    out: &mut [Quote],
) {
    let mut claimed: Vec<Span> = out
        .iter()
        .skip(first)
        .flat_map(|q| q.content.iter().chain(&q.source).chain(&q.cue))
        .copied()
        .collect();
    claimed.sort_unstable();
    // Where each finding of the paragraph ends, with its place; sorted, so that the last one is found fast.
    let mut ends: Vec<(u32, usize)> = out
        .iter()
        .enumerate()
        .skip(first)
        .filter(|(_, q)| q.kind == QuoteKind::Statement && q.form != QuoteForm::Direct)
        .filter_map(|(i, q)| {
            let end = q
                .content
                .iter()
                .chain(&q.cue)
                .chain(&q.source)
                .map(|s| s.end)
                .max()?;
            Some((end, i))
        })
        .collect();
    ends.sort_unstable();
    let mut adopter: Option<(u32, usize)> = None;
    for &q in marked {
        let k = claimed.partition_point(|c| c.end <= q.span.start);
        if claimed.get(k).is_some_and(|c| c.overlaps(q.span)) || !is_whole(view, q, block) {
            continue;
        }
        let n = ends.partition_point(|e| e.0 <= q.span.start);
        let near = ends.get(n.wrapping_sub(1)).copied().max(adopter);
        let alone = view
            .text()
            .get(block.start as usize..q.span.start as usize)
            .is_some_and(|t| t.trim().is_empty());
        let by = match near {
            Some((end, i)) if follows(view, end, q.span.start) => Some(i),
            None if alone => before,
            _ => None,
        };
        if let Some(quote) = by.and_then(|i| Some((i, out.get_mut(i)?))).map(|(i, quote)| {
            quote.content.push(q.span);
            if quote.form == QuoteForm::Indirect {
                quote.form = QuoteForm::Mixed;
            }
            i
        }) {
            adopter = Some((q.span.end, quote));
        }
    }
}

/// Whether no sentence lies between the bytes `end` and `start`, only what is left of one.
fn follows(view: &SpeechView, end: u32, start: u32) -> bool {
    let from = view.sentences().partition_point(|s| s.end < end);
    let to = view.sentences().partition_point(|s| s.end <= start);
    to <= from + 1
}
