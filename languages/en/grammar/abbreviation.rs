//! Words that are written with a full stop, by what the stop does at the end of a sentence, and the words that
//! tell on either side of it.

use super::calendar;

dossier_world::values!(ABBREVIATIONS: Abbreviation = "sentence/abbreviations.tsv", parse_kind);
dossier_world::words!(STARTERS = "sentence/starters.txt");
dossier_world::words!(CLOCK_SUFFIXES = "sentence/clock_suffixes.txt");
dossier_world::words!(REPORTING = "sentence/reporting_verbs.txt");

fn parse_kind(name: &str) -> Option<Abbreviation> {
    Some(match name {
        "title" => Abbreviation::Title,
        "latin" => Abbreviation::Latin,
        "number" => Abbreviation::Number,
        "month" => Abbreviation::Month,
        "place" => Abbreviation::Place,
        "suffix" => Abbreviation::Suffix,
        "final" => Abbreviation::Final,
        _ => return None,
    })
}

/// What a full stop after a word says about the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// Stands in front of a name: "Mr.", "Gen.", an initial. The sentence goes on.
    Title,
    /// "e.g.", "vs.": the sentence goes on.
    Latin,
    /// In front of a number: "No.", "Fig."; a word of its own otherwise.
    Number,
    /// A month or a day of the week; goes on before a number.
    Month,
    /// "a.m.", "p.m.".
    Clock,
    /// Letters with stops and short place names: "U.S.", "D.C.", "Calif.". Ends before words that begin sentences.
    Place,
    /// After a name: "Inc.", "Jr.". Ends before words that begin sentences.
    Suffix,
    /// "etc.": as any word.
    Final,
}

/// What the full stop after `word` (written without it) does; `None` for a word that is no abbreviation.
#[must_use]
pub fn find(word: &str) -> Option<Abbreviation> {
    let count = word.chars().take(12).count();
    if count == 0 || count > 10 {
        return None;
    }
    if matches!(word, "a.m" | "p.m" | "A.M" | "P.M") {
        return Some(Abbreviation::Clock);
    }
    // An initial is a letter by itself; the pronoun is no initial.
    let mut chars = word.chars();
    if count == 1 && chars.next().is_some_and(char::is_uppercase) && !matches!(word, "I") {
        return Some(Abbreviation::Title);
    }
    if let Some(kind) = ABBREVIATIONS.get(word) {
        return Some(kind);
    }
    if is_dotted(word) {
        return Some(Abbreviation::Place);
    }
    // "GEN. ANA RUIZ": capitals throughout.
    if count > 1 && count < 6 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        let lower = word[1..].to_ascii_lowercase();
        let title = format!("{}{lower}", &word[..1]);
        return ABBREVIATIONS
            .get(&title)
            .filter(|&kind| kind == Abbreviation::Title);
    }
    None
}

/// Letters parted by full stops: "U.S", "Ph.D", "U.N".
#[must_use]
pub fn is_dotted(word: &str) -> bool {
    let mut parts = 0;
    for part in word.split('.') {
        let letters = part.chars().take(3).count();
        if letters == 0 || letters > 2 || !part.chars().all(char::is_alphabetic) {
            return false;
        }
        parts += 1;
        if parts > 8 {
            return false;
        }
    }
    parts > 1
}

/// Whether `word` with its capital letter is more likely the start of a sentence than part of a name.
#[must_use]
pub fn is_starter(word: &str) -> bool {
    STARTERS.has(word)
}

/// Whether a word is a weekday with its capital: "Monday".
fn is_weekday(word: &str) -> bool {
    word.ends_with("day")
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && calendar::is_full_weekday(&word.to_ascii_lowercase())
        && !word.bytes().skip(1).any(|b| b.is_ascii_uppercase())
}

/// Whether `word` goes on with a time of day.
#[must_use]
pub fn is_clock_suffix(word: &str) -> bool {
    CLOCK_SUFFIXES.has(word) || is_weekday(word)
}

/// Whether `word` reports speech after a quotation.
#[must_use]
pub fn is_reporting_verb(word: &str) -> bool {
    REPORTING.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_understood() {
        assert!(ABBREVIATIONS.unread().is_empty(), "{:?}", ABBREVIATIONS.unread());
    }

    #[test]
    fn kinds() {
        assert_eq!(find("Gen"), Some(Abbreviation::Title));
        assert_eq!(find("J"), Some(Abbreviation::Title));
        assert_eq!(find("U.S"), Some(Abbreviation::Place));
        assert_eq!(find("I"), None);
        assert_eq!(find("word"), None);
        assert!(!is_dotted("example.com"));
        assert!(is_dotted("Ph.D"));
    }
}
