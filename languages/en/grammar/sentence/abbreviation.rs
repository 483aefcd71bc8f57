//! Words that are written with a full stop, by what the stop does at the end of a sentence.

use dossier_annotate::sentence::{Abbreviation, is_dotted};
use dossier_world::table;

use super::small_after_capital;
use crate::grammar::calendar::{self, Form};

table!(ABBREVIATIONS = "sentence/abbreviations.tsv");

/// What the full stop after `word` (written without it) does; `None` for a word that is no abbreviation.
pub(super) fn find(word: &str) -> Option<Abbreviation> {
    let count = word.chars().take(12).count();
    if count == 0 || count > 10 {
        return None;
    }
    // An initial is a letter by itself; the pronoun is no initial.
    if count == 1 && word.starts_with(char::is_uppercase) && word != "I" {
        return Some(Abbreviation::Title);
    }
    if let Some(kind) = ABBREVIATIONS.value(word) {
        return Some(kind_of(kind));
    }
    if is_short_day_or_month(word) {
        return Some(Abbreviation::Month);
    }
    if is_dotted(word) {
        return Some(Abbreviation::Place);
    }
    // "GEN. ANA RUIZ": capitals throughout.
    let shouted = (2..6).contains(&count) && word.bytes().all(|b| b.is_ascii_uppercase());
    let title = shouted.then(|| word[..1].to_owned() + &word[1..].to_ascii_lowercase())?;
    (ABBREVIATIONS.value(&title) == Some("title")).then_some(Abbreviation::Title)
}

/// Whether it is "Mon" or "Apr" or another short form of a weekday or month.
fn is_short_day_or_month(word: &str) -> bool {
    (3..6).contains(&word.len())
        && small_after_capital(word).is_some_and(|small| {
            let found = calendar::weekday(&small).or_else(|| calendar::month(&small));
            found.is_some_and(|(_, form)| form == Form::Short)
        })
}

/// The kind that a row of the table names.
fn kind_of(name: &str) -> Abbreviation {
    match name {
        "title" => Abbreviation::Title,
        "inner" => Abbreviation::Inner,
        "number" => Abbreviation::Number,
        "clock" => Abbreviation::Clock,
        "suffix" => Abbreviation::Suffix,
        "place" => Abbreviation::Place,
        _ => Abbreviation::Final,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        assert_eq!(find("Gen"), Some(Abbreviation::Title));
        assert_eq!(find("J"), Some(Abbreviation::Title));
        assert_eq!(find("U.S"), Some(Abbreviation::Place));
        assert_eq!(find("I"), None);
        assert_eq!(find("word"), None);
        assert_eq!(find("Sept"), Some(Abbreviation::Month));
        assert_eq!(find("GEN"), Some(Abbreviation::Title));
        assert_eq!(find("example.com"), None);
    }
}
