//! Spellings in Latin letters made comparable: case, diacritics and joining signs set aside, and the evidence that a
//! diacritic gives against a match kept.

use any_ascii::any_ascii_char;

/// Lower-case ASCII letters and digits of `text`, nothing else: "Việt Nam" and "Vietnam" fold alike.
#[must_use]
pub fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_letters(text, &mut out);
    out
}

/// [`letters`] behind what `out` holds.
pub fn push_letters(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                out.push(c.to_ascii_lowercase());
            }
        } else if c.is_alphanumeric() {
            let ascii = any_ascii_char(c);
            if ascii.is_empty() {
                out.push(c);
            } else {
                out.extend(
                    ascii
                        .chars()
                        .filter(char::is_ascii_alphanumeric)
                        .map(|a| a.to_ascii_lowercase()),
                );
            }
        }
    }
}

/// The parts of a name, folded: "Phạm Thanh-Bình" gives `pham`, `thanh`, `binh`.
#[must_use]
pub fn parts(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(letters)
        .filter(|p| !p.is_empty())
        .collect()
}

/// Whether half of the words and more are in capitals: a diagram's labels, a banner.
#[must_use]
pub fn is_shouted(text: &str) -> bool {
    let is_capital = |w: &&str| w.chars().any(char::is_alphabetic) && !w.chars().any(char::is_lowercase);
    let words = text.split_whitespace().filter(|w| w.len() > 2).count();
    let capitals = text
        .split_whitespace()
        .filter(|w| w.len() > 2)
        .filter(is_capital)
        .count();
    capitals > 1 && capitals * 2 >= words
}

/// Whether two spellings that fold alike contradict each other: both spell a diacritic somewhere, and they
/// spell different letters ("Hà" against "Hạ"). A plain spelling contradicts nothing.
#[must_use]
pub fn contradict(a: &str, b: &str) -> bool {
    let marked = |s: &str| s.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    if !(marked(a) && marked(b)) {
        return false;
    }
    let plain = |s: &str| -> Vec<String> {
        s.split(|c: char| !c.is_alphanumeric())
            .filter(|p| !p.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (left, right) = (plain(a), plain(b));
    // Compared part by part, since one of the two may leave the marks out of some parts.
    left.iter().any(|l| {
        right
            .iter()
            .any(|r| l != r && marked(l) && marked(r) && letters(l) == letters(r))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_diacritics_and_joins() {
        assert_eq!(letters("Việt Nam"), letters("Vietnam"));
        assert_eq!(letters("Đồng Đăng"), "dongdang");
        assert_eq!(letters("O'Neill"), "oneill");
        assert_eq!(parts("Phạm Thanh-Bình"), ["pham", "thanh", "binh"]);
    }

    #[test]
    fn labels_of_a_diagram_are_shouted() {
        assert!(is_shouted("MAIN STAGE CROWD"));
        assert!(!is_shouted("NATO and the UN met in Oslo on Friday"));
        assert!(!is_shouted("USD"));
    }

    #[test]
    fn a_spelled_diacritic_is_evidence_against() {
        assert!(contradict("Hà Minh", "Hạ Minh"));
        assert!(!contradict("Ha Minh", "Hạ Minh"));
        assert!(!contradict("Hà Minh", "Hà Minh"));
        assert!(contradict("Hà Minh Đức", "Ha Mình Đúc"));
    }
}
