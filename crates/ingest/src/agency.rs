//! Abbreviations that sign an article: which may be an agency that is not listed. Those known are in
//! `dossier_world::agency`.

use std::borrow::Cow;

pub(crate) use dossier_world::agency::{by_name, in_credit};

/// An agency's short name: from the list, or as an article itself writes it.
pub(crate) type Name = Cow<'static, str>;

dossier_world::words!(NO_AGENCIES = "credit/no_agencies.txt");
dossier_world::words!(PRESS_WORDS = "credit/press_words.txt");

/// Whether a name could be an agency's abbreviation: two to six capitals.
#[must_use]
pub(crate) fn is_abbreviation(name: &str) -> bool {
    (2..=6).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether an abbreviation in front of a lead may be an agency that is not on the list: not a broadcaster or paper
/// that heads its own reports with its name, and not a state or country behind a town.
#[must_use]
pub(crate) fn may_sign(name: &str) -> bool {
    // American stations have call signs of four letters.
    let station = name.len() == 4 && name.starts_with(['K', 'W']);
    is_abbreviation(name) && name.len() >= 3 && !station && !NO_AGENCIES.has(name)
}

/// Whether a text writes the abbreviation in brackets behind a press body's full name: "Northern Press Network
/// (NPN)".
#[must_use]
pub(crate) fn is_spelled_out(letters: &str, text: &str) -> bool {
    let mark = format!("({letters})");
    text.match_indices(&mark).take(8).any(|(at, _)| {
        let before = text.get(..at).unwrap_or("");
        let line = before.rsplit(['\n', '.']).next().unwrap_or("");
        let mut words: Vec<&str> = line.split_whitespace().rev().take(letters.len() + 3).collect();
        words.retain(|w| w.starts_with(char::is_uppercase));
        words.truncate(letters.len());
        let initials: String = words.iter().rev().filter_map(|w| w.chars().next()).collect();
        initials == letters && words.iter().any(|w| PRESS_WORDS.has(&w.to_lowercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_a_text_spells_out() {
        assert!(is_spelled_out(
            "NPN",
            "It told the Northern Press Network (NPN) on Monday."
        ));
        assert!(!is_spelled_out(
            "NPN",
            "It told the Northern Pier Network of Ports (NPN)."
        ));
        assert!(!is_spelled_out("NHF", "The Northern Harbour Fund (NHF) paid."));
        assert!(may_sign("NPN"));
        for other in ["CNN", "KXYZ", "ME", "UAE", "Npn", "NPNNPNN"] {
            assert!(!may_sign(other), "{other}");
        }
    }
}
