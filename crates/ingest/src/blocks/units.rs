//! The lines of a text, and the paragraphs of one whose lines are broken at a column.

use dossier_model::Span;

use super::line;

/// The lines of the text, or its paragraphs where lines are broken at a column.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive('\n') {
        let start = at + piece.len() - piece.trim_start().len();
        let end = at + piece.trim_end().len();
        if start < end {
            lines.push((
                Span::new(start, end),
                at > 0 && text.get(..at).is_some_and(|t| t.ends_with("\n\n")),
            ));
        }
        at += piece.len();
    }
    if !is_hard_wrapped(text, &lines) {
        return lines.into_iter().map(|l| l.0).collect();
    }
    let mut out: Vec<Span> = Vec::new();
    for (span, after_blank) in lines {
        match out.last_mut() {
            Some(last) if !after_blank => last.end = span.end,
            _ => out.push(span),
        }
    }
    out
}

/// Whether lines end at a column and not where paragraphs end: most lines that another follows directly stop
/// inside a sentence, near one length.
fn is_hard_wrapped(text: &str, lines: &[(Span, bool)]) -> bool {
    let inner: Vec<&str> = lines
        .windows(2)
        .filter_map(|w| match w {
            [(span, _), (_, false)] => Some(span.of(text)),
            _ => None,
        })
        .collect();
    if inner.len() < 4 {
        return false;
    }
    let broken = inner
        .iter()
        .filter(|l| (40..=110).contains(&l.len()) && !line::ends_sentence(l))
        .count();
    let longest = inner.iter().map(|l| l.len()).max().unwrap_or(0);
    longest <= 130 && broken * 10 >= inner.len() * 6
}
