//! Lines inside one paragraph: words of a stray line belong to no quotation of another.

use dossier_model::{Article, Quote, Span};

/// A text wrapped by hand breaks its lines at these lengths.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=100;

/// The places of line breaks inside paragraphs at which something new begins.
pub(super) fn breaks(article: &Article) -> Vec<u32> {
    let text = article.text();
    let mut out = Vec::new();
    for block in article.evidence() {
        let mut at = block.span.start;
        for line in block.span.of(text).split_inclusive('\n') {
            let words = line.trim();
            at += line.len() as u32;
            if line.ends_with('\n') && at < block.span.end && !WRAPPED.contains(&words.chars().count()) {
                out.push(at - 1);
            }
        }
    }
    out
}

/// The quotation without what a line break parts from its cue; nothing where the break parts cue and source.
pub(super) fn cut(breaks: &[u32], mut q: Quote) -> Option<Quote> {
    let core = q.cue.iter().chain(&q.source).copied().reduce(Span::cover);
    let Some(core) = core else { return Some(q) };
    if crossed(breaks, core).is_some() {
        return None;
    }
    let mut content: Vec<Span> = Vec::with_capacity(q.content.len());
    for (k, &piece) in q.content.iter().enumerate() {
        if piece.start >= core.end {
            // Later pieces may be later paragraphs, which are parted from the first piece, not from the cue.
            let gap = Span {
                start: if k == 0 { core.end } else { piece.start },
                end: piece.start,
            };
            if crossed(breaks, gap).is_some() {
                return None;
            }
            let end = crossed(breaks, piece).unwrap_or(piece.end);
            content.push(Span { end, ..piece });
        } else if piece.end <= core.start {
            let start = last_crossed(breaks, piece).map_or(piece.start, |b| b + 1);
            content.push(Span { start, ..piece });
        } else {
            content.push(piece);
        }
    }
    content.retain(|s| s.start < s.end);
    q.content = content;
    (!q.content.is_empty()).then_some(q)
}

/// The first break inside `span`.
fn crossed(breaks: &[u32], span: Span) -> Option<u32> {
    let i = breaks.partition_point(|b| *b < span.start);
    breaks.get(i).copied().filter(|b| *b < span.end)
}

/// The last break inside `span`.
fn last_crossed(breaks: &[u32], span: Span) -> Option<u32> {
    let i = breaks.partition_point(|b| *b < span.end);
    let b = *breaks.get(i.checked_sub(1)?)?;
    (b >= span.start).then_some(b)
}
