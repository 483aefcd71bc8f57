//! The words of one article as numbers, made once and shared by every comparison.

use dossier_model::{AnnotatedArticle, Span};
use xxhash_rust::xxh3::xxh3_64;

use crate::fold;

/// One word of the evidence.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Hash of the folded word; a country's name counts as one word whatever its spelling.
    pub key: u64,
    /// Where it stands.
    pub span: Span,
    /// Whether it is part of a name or an office: words that many articles share without copying.
    pub is_name: bool,
}

/// The words of an article's evidence, in order.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// All words.
    pub words: Vec<Word>,
    /// Places in `words` before which something stands that is no evidence: no passage runs across.
    pub breaks: Vec<usize>,
}

/// Stable number of a folded word.
#[must_use]
pub fn key(folded: &str) -> u64 {
    xxh3_64(folded.as_bytes())
}

/// Stable number of a country, whatever it is called.
#[must_use]
pub fn country_key(code: &str) -> u64 {
    xxh3_64(format!("\u{1}country:{code}").as_bytes())
}

impl Words {
    /// Folds the words of the evidence blocks.
    #[must_use]
    pub fn of(read: &AnnotatedArticle) -> Self {
        let text = read.article.text();
        let mut countries = read
            .notes
            .mentions
            .iter()
            .filter(|m| m.value.form.is_name())
            .filter_map(|m| {
                let local = read.notes.local(m.value.local?)?;
                let code = local.country.as_deref().filter(|_| local.is_country)?;
                Some((m.span, country_key(code)))
            })
            .peekable();
        let mut out = Self::default();
        let mut named: Vec<Span> = (read.notes.mentions.iter())
            .filter(|m| m.value.form.is_name())
            .map(|m| m.span)
            .chain(read.notes.roles.iter().map(|r| r.span))
            .collect();
        named.sort_unstable();
        let mut named = named.into_iter().peekable();
        let mut named_until = 0;
        let mut is_name = |at: usize| {
            while let Some(span) = named.next_if(|s| s.start as usize <= at) {
                named_until = named_until.max(span.end as usize);
            }
            at < named_until
        };
        let mut last_was_evidence = true;
        for block in read.article.blocks() {
            if !block.kind.is_evidence() {
                last_was_evidence = false;
                continue;
            }
            if !last_was_evidence {
                out.breaks.push(out.words.len());
                last_was_evidence = true;
            }
            let mut at = block.span.start as usize;
            let end = block.span.end as usize;
            while at < end {
                while countries.next_if(|(s, _)| (s.start as usize) < at).is_some() {}
                if let Some((span, key)) = countries.next_if(|(s, _)| s.start as usize == at) {
                    out.words.push(Word {
                        key,
                        span,
                        is_name: is_name(at),
                    });
                    at = span.end as usize;
                    continue;
                }
                let rest = text.get(at..end).unwrap_or("");
                let len = word_length(rest);
                if len > 0 {
                    let span = Span::new(at, at + len);
                    let folded = fold::letters(&rest[..len]);
                    if !folded.is_empty() {
                        out.words.push(Word {
                            key: key(&folded),
                            span,
                            is_name: is_name(at),
                        });
                    }
                    at += len;
                } else {
                    at += rest.chars().next().map_or(1, char::len_utf8);
                }
            }
        }
        out
    }

    /// Places of the words inside `span`.
    #[must_use]
    pub fn inside(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.words.partition_point(|w| w.span.start < span.start);
        let to = self.words.partition_point(|w| w.span.end <= span.end).max(from);
        from..to
    }
}

/// Bytes of the word that `text` begins with: letters and digits, with apostrophes, points and commas
/// between them where they belong to the word ("don't", "3.7", "23,000"); zero where none begins here.
pub(crate) fn word_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if c.is_alphanumeric() {
            end = i + c.len_utf8();
            continue;
        }
        let joins = match c {
            '\'' | '’' => true,
            '.' | ',' => text[..i].ends_with(|p: char| p.is_ascii_digit()),
            _ => false,
        };
        let next = chars.peek().map(|&(_, n)| n);
        let goes_on = match c {
            '.' | ',' => next.is_some_and(|n| n.is_ascii_digit()),
            _ => next.is_some_and(char::is_alphanumeric),
        };
        if i == 0 || !joins || !goes_on {
            break;
        }
        // The possessive ends a word.
        if matches!(c, '\'' | '’') {
            let tail = &text[i + c.len_utf8()..];
            let is_possessive =
                tail.starts_with(['s', 'S']) && !tail[1..].chars().next().is_some_and(char::is_alphanumeric);
            if is_possessive {
                break;
            }
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_letters_and_digits() {
        let check = |text: &str, word: &str| assert_eq!(&text[..word_length(text)], word, "{text}");
        check("23,000 people", "23,000");
        check("3.7 million", "3.7");
        check("don't go", "don't");
        check("Ana's house", "Ana");
        check("end. Next", "end");
        check("— no", "");
        check("2024, and", "2024");
    }
}
