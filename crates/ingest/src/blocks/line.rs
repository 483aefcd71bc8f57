//! What a line looks like, whatever it says.

use crate::calendar;

dossier_world::words!(BEFORE_TOLD = "line/before_told.txt");
dossier_world::words!(PARTICLES = "line/name_particles.txt");
dossier_world::words!(NOT_NAMES = "line/not_names.txt");

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let end = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ', '*']);
    end.ends_with(['.', '!', '?', '…', '。']) || end.ends_with("./")
}

/// Words, counted by spaces.
pub(super) fn words(line: &str) -> usize {
    if line.is_ascii() {
        return line
            .as_bytes()
            .split(u8::is_ascii_whitespace)
            .filter(|w| w.iter().any(u8::is_ascii_alphanumeric))
            .count();
    }
    line.split_whitespace()
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .count()
}

/// Whether a line reads as a headline: short, not a sentence with a full stop, not a list item.
pub(super) fn looks_like_headline(line: &str) -> bool {
    let n = words(line);
    let end = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ' ']);
    (2..=26).contains(&n)
        && line.len() <= 200
        && !end.ends_with(['.', ',', ';', ':', '…'])
        && line
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_lowercase())
        && line
            .chars()
            .next()
            .is_some_and(|c| !matches!(c, '-' | '–' | '—' | '•' | '*' | '#' | '@' | '('))
        && !line.contains("http")
}

/// Whether a line is a person's name and nothing else: two to four capitalised words.
pub(super) fn is_person_name(line: &str) -> bool {
    let mut full = 0;
    let mut count = 0;
    for (i, word) in line.split(' ').enumerate() {
        count += 1;
        if i > 0 && PARTICLES.has(word) {
            continue;
        }
        let lower = word.to_lowercase();
        if !is_name_word(word) || NOT_NAMES.has(&lower) || calendar::is_time_alone(&lower) {
            return false;
        }
        full += usize::from(!word.ends_with('.'));
    }
    (2..=5).contains(&count) && (full >= 2 || full == 1 && !line.ends_with('.'))
}

/// Whether the text speaks of a name as of a place or a body: the whole name stands in it again, or one of its
/// words behind a preposition or an article. Who signs an article is not told of in it so.
pub(super) fn is_told_of(name: &str, text: &str) -> bool {
    if text.matches(name).nth(1).is_some() {
        return true;
    }
    let words: Vec<&str> = name.split(' ').filter(|w| w.len() >= 4).collect();
    let mut before = "";
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = bare
            .strip_suffix("'s")
            .or(bare.strip_suffix("’s"))
            .unwrap_or(bare);
        if BEFORE_TOLD.has(before) && words.contains(&bare) {
            return true;
        }
        before = word;
    }
    false
}

/// A capitalised word of letters, hyphens and apostrophes, or an initial with its dot.
fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let bare = word.strip_suffix('.').unwrap_or(word);
    let dotted = bare.len() != word.len();
    first.is_uppercase()
        && (!dotted || bare.chars().count() <= 2)
        && bare
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
}

/// Letters and digits alone, lower case: two lines that differ in marks and spaces are one.
pub(crate) fn key(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                out.push(c.to_ascii_lowercase());
            }
        } else if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_person_names() {
        for name in [
            "Tran Thuong",
            "Ana Ruiz",
            "J. R. Okafor",
            "Maria de la Cruz",
            "Jean-Luc O’Neill",
            "Đỗ Hà",
        ] {
            assert!(is_person_name(name), "{name}");
        }
        for other in [
            "See more",
            "Getty Images",
            "Related Stories",
            "Okafor",
            "Ana Ruiz said",
            "12 March",
            "United Nations",
            "Foreign Ministry",
        ] {
            assert!(!is_person_name(other), "{other}");
        }
    }

    #[test]
    fn knows_what_the_text_tells_of() {
        for (name, text) in [
            (
                "Selby Ferries",
                "A ship left the pier in Selby on Monday. Selby Ferries",
            ),
            ("Selby Ferries", "Selby Ferries opened a line. Selby Ferries"),
        ] {
            assert!(is_told_of(name, text), "{text}");
        }
        for (name, text) in [
            ("Ana Ruiz", "A ship left the pier on Monday. Ana Ruiz"),
            ("Tran Ruiz", "The ship was named by Tran Okafor. Tran Ruiz"),
        ] {
            assert!(!is_told_of(name, text), "{text}");
        }
    }

    #[test]
    fn knows_headlines() {
        for line in [
            "Ministers Agree on Ferry Line",
            "Ferry line to open in May, ministers say",
            "Will the ferry run?",
            "“We will build it”",
        ] {
            assert!(looks_like_headline(line), "{line}");
        }
        for line in [
            "Ministers agreed on a ferry line.",
            "Harbour",
            "and so it goes",
            "• First point of order",
            "The minister said:",
        ] {
            assert!(!looks_like_headline(line), "{line}");
        }
    }
}
