//! Sentences of Spanish: which words are written with a full stop.

use dossier_annotate::sentence::{self, Abbreviation, Language, is_dotted};
use dossier_model::{Article, Span};
use dossier_world::words;

use crate::grammar::calendar;

words!(ABBREVIATIONS = "sentence/abbreviations.txt");

/// The sentences of the evidence blocks, in order, none across a block's edge.
#[must_use]
pub fn split(article: &Article) -> Vec<Span> {
    sentence::split(article, &Spanish)
}

/// What Spanish knows of the words around a stop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spanish;

impl Language for Spanish {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        let low = word.to_lowercase();
        let one_capital = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        let short = calendar::months()
            .chain(calendar::weekdays())
            .any(|(w, _, form)| form == "short" && w == low);
        match low.as_str() {
            "a.m" | "p.m" => Some(Abbreviation::Clock),
            "etc" => Some(Abbreviation::Final),
            "núm" | "pág" | "págs" | "fig" | "art" => Some(Abbreviation::Number),
            _ if one_capital || ABBREVIATIONS.has(&low) => Some(Abbreviation::Title),
            _ if short => Some(Abbreviation::Month),
            _ if is_dotted(word) => Some(Abbreviation::Place),
            _ => None,
        }
    }

    fn is_starter(&self, word: &str) -> bool {
        matches!(word, "El" | "La" | "Los" | "Las" | "En" | "Un" | "Una")
    }

    fn is_clock_suffix(&self, word: &str) -> bool {
        matches!(word, "de" | "del" | "GMT" | "UTC" | "hora")
    }

    fn is_reporting_verb(&self, word: &str) -> bool {
        matches!(
            word,
            "dijo" | "afirmó" | "señaló" | "añadió" | "explicó" | "aseguró"
        )
    }

    fn joins_names(&self, word: &str) -> bool {
        matches!(word, "de" | "del" | "la" | "los" | "y")
    }

    fn is_one_letter_word(&self, c: char) -> bool {
        matches!(c, 'A' | 'E' | 'O' | 'Y')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        let text = "El Sr. Ruiz llegó. ¿Cuándo? Hoy, a las 5 p.m. del lunes.";
        let article = Article::plain(text, None);
        let found: Vec<&str> = split(&article).iter().map(|s| s.of(text)).collect();
        assert_eq!(
            found,
            ["El Sr. Ruiz llegó.", "¿Cuándo?", "Hoy, a las 5 p.m. del lunes."]
        );
    }
}
