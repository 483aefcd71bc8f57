//! What pages print around an article, in the languages that news is written in. A phrase is a whole
//! line, or the whole head in front of a colon, so that no sentence of a story is taken.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phrase {
    /// The head of a list of other stories, on a line of its own.
    Head,
    /// The same; in front of a colon it points at one.
    List,
    /// A pointer to another story.
    Pointer,
    /// A button or a label.
    Own,
}

static PHRASES: LazyLock<HashMap<&str, Phrase>> = LazyLock::new(|| {
    let mut phrases = HashMap::new();
    let mut kind = Phrase::Own;
    let lines = include_str!("phrases.txt").lines();
    for line in lines.filter(|l| !l.starts_with('#')) {
        match line {
            "[head]" => kind = Phrase::Head,
            "[list]" => kind = Phrase::List,
            "[pointer]" => kind = Phrase::Pointer,
            "[own]" => kind = Phrase::Own,
            _ => phrases.extend(
                line.split('|')
                    .map(str::trim)
                    .filter(|p| !p.is_empty())
                    .map(|p| (p, kind)),
            ),
        }
    }
    phrases
});

/// Whether a line is the head of a list of other stories.
pub(super) fn opens_teasers(line: &str) -> bool {
    matches!(find(line), Some(Phrase::Head | Phrase::List))
}

/// Whether a line is a button or a label of the page, or a pointer without its story.
pub(super) fn is_own(line: &str) -> bool {
    matches!(find(line), Some(Phrase::Own | Phrase::Pointer))
}

/// Whether a line names another story: "Baca juga: ...", "Lire aussi : ...".
pub(super) fn is_pointer(line: &str) -> bool {
    line.split_once([':', '：', '|', '»', '>'])
        .is_some_and(|(head, story)| {
            !story.trim().is_empty() && matches!(find(head), Some(Phrase::List | Phrase::Pointer))
        })
}

/// The longest phrase, in bytes.
const LONGEST: usize = 120;

fn find(line: &str) -> Option<Phrase> {
    if line.len() > 2 * LONGEST {
        return None;
    }
    let inside = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let bare = line.trim_matches(|c: char| !inside(c));
    PHRASES
        .get(bare.to_lowercase().replace('’', "'").as_str())
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_labels() {
        for line in [
            "Meistgelesen:",
            "Tin khác",
            "เรื่องที่เกี่ยวข้อง",
            "関連記事",
            "■관련기사",
        ] {
            assert!(opens_teasers(line), "{line}");
        }
        for line in [
            "Lesen Sie auch:",
            "LIRE AUSSI",
            "Anzeige",
            "Publicité",
            "شارك",
            "广告",
            "Reklāma",
            "Quảng cáo",
        ] {
            assert!(is_own(line), "{line}");
        }
        assert!(is_pointer("Baca juga: Jalur feri dibuka") && is_pointer("Lire aussi : La ligne ouvre"));
    }

    #[test]
    fn phrases_are_written_as_they_are_looked_up() {
        assert!(PHRASES.len() > 500);
        #[allow(clippy::iter_over_hash_type, reason = "each is tried, in whatever order")]
        for (phrase, kind) in PHRASES.iter() {
            assert_eq!(find(phrase), Some(*kind), "{phrase}");
            assert!(phrase.len() <= LONGEST, "{phrase}");
        }
    }

    #[test]
    fn sentences_stay() {
        for line in [
            "Die Anzeige wurde am Montag erstattet.",
            "Mehr zum Thema sagte sie nicht",
            "Del",
            "Lire aussi le texte, a-t-elle dit.",
        ] {
            assert!(!is_own(line) && !is_pointer(line), "{line}");
        }
    }
}
