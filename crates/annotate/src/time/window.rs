//! Sentences of any length, a piece at a time.

use dossier_model::Span;

/// Bytes of a sentence that are read at once. Real sentences are far shorter; one of fifty million characters is
/// cut, so that its pieces never fill the memory.
const WINDOW: usize = 1 << 14;

/// The windows of a sentence: itself where it is of any usual length, else parts cut at white space.
pub fn windows(text: &str, sentence: Span) -> impl Iterator<Item = Span> {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (window, behind) = split(text, rest);
        rest = behind;
        Some(window)
    })
}

/// The next window of a sentence and what is left of it; cuts at white space where there is any.
fn split(text: &str, sentence: Span) -> (Span, Span) {
    let words = sentence.of(text);
    let end = sentence.end as usize;
    let start = sentence.start as usize;
    if words.len() <= WINDOW {
        return (sentence, Span::new(end, end));
    }
    let mut cut = WINDOW;
    while !words.is_char_boundary(cut) {
        cut -= 1;
    }
    let head = words.get(..cut).unwrap_or("");
    let cut = head
        .rfind(char::is_whitespace)
        .filter(|at| *at > 0)
        .unwrap_or(cut);
    (Span::new(start, start + cut), Span::new(start + cut, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_hold_the_whole_sentence() {
        let text = "ab\u{e9} ".repeat(10_000);
        let all = Span::new(0, text.len());
        let parts: Vec<Span> = windows(&text, all).collect();
        assert!(parts.len() > 1 && parts.iter().all(|w| w.of(&text).len() <= WINDOW));
        assert_eq!(parts.iter().map(|w| w.of(&text)).collect::<String>(), text);
        assert_eq!(windows("short", Span::new(0, 5)).count(), 1);
        assert_eq!(windows("", Span::new(0, 0)).count(), 0);
    }
}
