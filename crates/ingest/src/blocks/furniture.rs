//! Lines of a page that are no part of its article, told by their words alone.

use super::{line, sign_off, tail};
use crate::{calendar, date};
use unicode_normalization::char::is_combining_mark;

dossier_world::words!(TAIL_HEADS = "furniture/tail_heads.txt");
dossier_world::words!(CREDIT_PHRASES = "furniture/credit_phrases.txt");
dossier_world::words!(MOMENT_WORDS = "furniture/moment_words.txt");
dossier_world::words!(STAMP_FILLERS = "furniture/stamp_fillers.txt");
dossier_world::words!(COUNTED_UNITS = "furniture/counted_units.txt");
dossier_world::words!(AD_LABELS = "furniture/ad_labels.txt");

/// Whether a line of a page is the page's own: a button, a pointer to another story, a stamp, a counter. Lines that say
/// whose the text is stay, for the credit.
pub(crate) fn is_furniture(words: &str) -> bool {
    if is_stamp(words) || is_counter(words) || is_handle(words) || is_ad_label(words) {
        return true;
    }
    if tail::is_pointer(words) {
        return true;
    }
    tail::is_boilerplate(words) && !says_whose(words)
}

/// Whether a line opens what follows an article: other stories, the author's life, the house's own business.
pub(crate) fn opens_tail(words: &str) -> bool {
    if tail::opens_teasers(words) {
        return true;
    }
    if words.len() > 60 || line::words(words) > 6 {
        return false;
    }
    let lower = words.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    TAIL_HEADS.has(bare) || is_about_a_house(words)
}

/// "About Harbour Lines": what a company's release says of the company below its news.
fn is_about_a_house(words: &str) -> bool {
    let Some(name) = words
        .strip_prefix("About ")
        .or_else(|| words.strip_prefix("ABOUT "))
    else {
        return false;
    };
    !line::ends_sentence(words) && name.trim_start_matches("the ").starts_with(char::is_uppercase)
}

/// Credits and copyrights name agency and author.
fn says_whose(words: &str) -> bool {
    let lower = words.to_lowercase();
    super::copyright(words).is_some()
        || sign_off::find(words).is_some()
        || CREDIT_PHRASES.iter().any(|part| lower.contains(part))
        || super::ends::is_hard_end(words)
}

/// Whether a line is a moment and nothing else: "Updated 3:27 am PST, Wednesday, November 20, 2019",
/// "Published 1 day ago", "19.11.2019, 08:57".
pub(crate) fn is_stamp(words: &str) -> bool {
    if words.len() > 240 || words.chars().count() > 140 || !words.contains(char::is_numeric) {
        return false;
    }
    let (mut moments, mut strong, mut others) = (0_usize, 0_usize, 0_usize);
    let between = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    for word in words.split(between).filter(|w| !w.is_empty()) {
        match weight(word) {
            Word::Number => moments += 1,
            Word::Moment => {
                moments += 1;
                strong += 1;
            }
            Word::Filler => {}
            Word::Other => others += 1,
        }
    }
    // Dates in figures have no name of a month: "19.11.2019, 08:57".
    let figures = words
        .split_whitespace()
        .any(|w| is_date_in_figures(w.trim_matches(|c: char| !c.is_ascii_digit())));
    // "Posted on April 14, 2025 by Ana Ruiz", "By Ana Ruiz on Monday, April 14th, 2025 at 11:08 a.m."
    let lower = words.to_lowercase();
    let led = [
        "posted",
        "published",
        "updated",
        "last updated",
        "first published",
        "by ",
    ]
    .iter()
    .any(|lead| lower.starts_with(lead));
    let most = if led && moments >= 4 {
        8
    } else if moments >= 5 {
        2
    } else {
        0
    };
    moments >= 2 && (strong > 0 || figures) && others <= most
}

/// Whether a line is a time of day and nothing else, as over the updates of a live blog: "21:12", "9.12 pm", "kl. 21.12".
pub(crate) fn is_clock(words: &str) -> bool {
    if words.len() > 40 {
        return false;
    }
    let mut times = 0;
    for word in words.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '•' | '·' | '|'))
    {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        let figures = lower.trim_end_matches(char::is_alphabetic);
        if is_time(figures)
            && matches!(
                lower.get(figures.len()..),
                Some("" | "am" | "pm" | "h" | "uhr" | "z")
            )
        {
            times += 1;
        } else if !bare.is_empty() && !is_word_of_stamp(bare) {
            return false;
        }
    }
    times == 1
}

/// "21:12", "9.12", "21h12", with seconds or without.
fn is_time(figures: &str) -> bool {
    let parts: Vec<&str> = figures.split([':', '.', 'h', '：']).collect();
    let number = |part: &str, most: u8| {
        matches!(part.len(), 1 | 2)
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse().is_ok_and(|n: u8| n <= most)
    };
    match parts.as_slice() {
        [hour, rest @ ..] if !rest.is_empty() && rest.len() <= 2 => {
            number(hour, 24) && rest.iter().all(|p| p.len() == 2 && number(p, 59))
        }
        _ => false,
    }
}

/// Whether a word is one of those that stamps are made of: a figure, a name of a month or day, "published", "at".
pub(crate) fn is_word_of_stamp(word: &str) -> bool {
    !matches!(weight(word), Word::Other)
}

enum Word {
    Number,
    Moment,
    Filler,
    Other,
}

fn weight(word: &str) -> Word {
    let lower = word.to_lowercase();
    let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
    let rest = lower.get(digits..).unwrap_or("");
    if word.chars().all(char::is_numeric) {
        return Word::Number;
    }
    if digits > 0
        && (matches!(rest, "" | "am" | "pm" | "h" | "t" | "z") || matches!(rest, "st" | "nd" | "rd" | "th"))
    {
        return Word::Number;
    }
    // "2019Updated": two stamps without a space between them.
    let is_signed = !word.is_ascii()
        && date::find_at_start(word, dossier_model::Basis::Text).is_some_and(|f| f.len == word.len());
    let is_named = calendar::month(&lower).is_some_and(|(_, len)| len == lower.len())
        || date::skip_weekday(&lower) == lower.len();
    if digits > 0 && MOMENT_WORDS.has(rest) || is_named || is_signed || MOMENT_WORDS.has(&lower) {
        return Word::Moment;
    }
    if STAMP_FILLERS.has(&lower) {
        Word::Filler
    } else {
        Word::Other
    }
}

fn is_date_in_figures(word: &str) -> bool {
    ['.', '/', '-'].iter().any(|mark| {
        let parts: Vec<&str> = word.split(*mark).collect();
        parts.len() == 3
            && parts
                .iter()
                .all(|p| matches!(p.len(), 1 | 2 | 4) && p.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// "Image 1 of 13", "1 / 6", "4", "2.289 views".
fn is_counter(words: &str) -> bool {
    if words.len() > 40 {
        return false;
    }
    let mut numbers = 0;
    let mut labels = 0;
    for word in words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            numbers += 1;
        } else if COUNTED_UNITS.has(&word.to_lowercase()) {
            labels += 1;
        } else {
            return false;
        }
    }
    numbers > 0 && labels > 0
        || matches!(
            words.to_lowercase().as_str(),
            "caption" | "image" | "photo" | "letture"
        )
}

/// An address of a person and nothing else.
fn is_handle(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
    !bare.contains(char::is_whitespace)
        && (bare.starts_with('@') && bare.len() > 1
            || bare.contains('@') && bare.contains('.')
            || [
                "twitter.com/",
                "facebook.com/",
                "instagram.com/",
                "linkedin.com/",
                "x.com/",
            ]
            .iter()
            .any(|site| {
                bare.trim_start_matches("https://")
                    .trim_start_matches("www.")
                    .starts_with(site)
            }))
}

/// What publishers print over an advertisement in English; other languages are among the phrases.
fn is_ad_label(words: &str) -> bool {
    let lower = words.to_lowercase();
    AD_LABELS.has(lower.trim_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps() {
        for text in [
            "Updated 3:27 am PST, Wednesday, November 20, 2019",
            "Published 1 day ago",
            "19.11.2019, 08:57",
            "Posted: Fri 6:45 PM, Feb 16, 2018 |",
            "April 14, 2025 / 1:07 AM / Harbour News",
            "Posted on April 14, 2025 by Ana Ruiz",
            "Nov. 20, 2019Updated: Nov. 20, 2019 1:35 a.m.",
            "02 Ago 2017",
        ] {
            assert!(is_stamp(text), "{text}");
        }
        for text in [
            "On April 14, 2025, ships sailed",
            "14 ships",
            "Ferry line to open in May 2025",
            "2025",
            "May 2 at the pier: 400 people",
        ] {
            assert!(!is_stamp(text), "{text}");
        }
    }

    #[test]
    fn clocks() {
        for text in [
            "21:12",
            "9.12 pm",
            "21h12",
            "9:12am",
            "21:12 Uhr",
            "Published 21:12",
            "21:12:40",
            "(21:12)",
        ] {
            assert!(is_clock(text), "{text}");
        }
        for text in [
            "21",
            "2.5",
            "3:1 for Harbour",
            "21:12 The vote",
            "99:12",
            "19.11.2019",
            "1:2",
        ] {
            assert!(!is_clock(text), "{text}");
        }
    }

    #[test]
    fn furniture() {
        for text in [
            "Image 1 of / 9",
            "1 of 6",
            "ana@harbour.example",
            "@harbournews",
            "Quảng cáo",
        ] {
            assert!(is_furniture(text), "{text}");
        }
        for text in [
            "Reporting by Ana Ruiz; Editing by Bo Lind",
            "Forty ships of the line",
            "She wrote to ana@harbour.example on Monday.",
        ] {
            assert!(!is_furniture(text), "{text}");
        }
    }

    #[test]
    fn tails() {
        assert!(opens_tail("About the Author"));
        assert!(opens_tail("About Harbour Lines"));
        assert!(!opens_tail("About this rating"));
        assert!(!opens_tail("About 40 ships sailed."));
    }
}
