//! Ways to write one name: scripts put into Latin letters in several manners, and short forms of given names.

use dossier_world::name;

/// Shorter parts of a name differ by one letter too often to be the same ("Li", "Le", "Lei").
const SHORTEST: usize = 5;

/// Whether two folded parts may be two manners of writing one name of another script: "Mohamed" and "Muhammad",
/// "Yanukovich" and "Yanukovych", "Zelensky" and "Zelenskyy".
pub(super) fn is_variant(a: &str, b: &str) -> bool {
    let shortest = a.len().min(b.len());
    a != b
        && (shortest >= SHORTEST && skeleton(a) == skeleton(b)
            || shortest + 1 >= SHORTEST && single(a) == single(b))
}

/// Doubled letters written once: "Sissi", "Sisi".
fn single(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for c in part.chars() {
        if !(c.is_alphabetic() && out.ends_with(c)) {
            out.push(c);
        }
    }
    out
}

/// The letters of a folded part that all manners of writing it share.
pub(super) fn skeleton(part: &str) -> String {
    let mut text = part.to_owned();
    for &(from, to) in name::romanisation() {
        text = text.replace(from, to);
    }
    let mut out = String::with_capacity(text.len());
    let last = text.chars().count().saturating_sub(1);
    for (i, c) in text.chars().enumerate() {
        let c = match c {
            'y' => 'i',
            'o' => 'u',
            // A last "e" or "a" tells a man from a woman.
            'e' if i < last => 'a',
            c => c,
        };
        if !(c.is_alphabetic() && out.ends_with(c)) {
            out.push(c);
        }
    }
    // "Abdullah", "Abdulla".
    if out.len() > SHORTEST && out.ends_with("ah") {
        out.pop();
    }
    out
}

/// Whether one folded given name is the common short form of the other, or both are of one name.
pub(super) fn is_short_form(a: &str, b: &str) -> bool {
    a != b
        && name::short_forms()
            .iter()
            .any(|forms| forms.contains(&a) && forms.contains(&b))
}

/// The letters that a given name, or what it is short for, may begin with in a list of names.
pub(super) fn openings(given: &str) -> Vec<char> {
    let mut out: Vec<char> = (name::short_forms().iter())
        .filter(|forms| forms.contains(&given))
        .flatten()
        .filter_map(|n| n.chars().next())
        .chain(skeleton(given).chars().next())
        .chain(given.chars().next())
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_several_manners() {
        for (a, b) in [
            ("mohammed", "mohamed"),
            ("muhammad", "mohamed"),
            ("mursi", "morsy"),
            ("yanukovych", "yanukovich"),
            ("zelensky", "zelenskyy"),
            ("qaddafi", "kadafi"),
            ("hussein", "husein"),
            ("youssef", "yusef"),
            ("sergei", "sergey"),
            ("sisi", "sissi"),
        ] {
            assert!(is_variant(a, b), "{a} {b}: {} {}", skeleton(a), skeleton(b));
        }
    }

    #[test]
    fn two_names_stay_two() {
        for (a, b) in [
            ("maria", "mario"),
            ("daniela", "daniele"),
            ("hansen", "hanson"),
            ("wang", "weng"),
            ("ana", "anna"),
            ("martin", "marten"),
            ("ivanov", "ivanova"),
            ("kamara", "kamera-man"),
        ] {
            assert!(!is_variant(a, b), "{a} {b}");
        }
        assert!(is_short_form("bill", "william") && is_short_form("jim", "jimmy"));
        assert!(!is_short_form("bill", "bill") && !is_short_form("bob", "william"));
    }
}
