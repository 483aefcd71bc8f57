//! The words that are asked of every article, whatever its language: English ones, which articles of others borrow.

use dossier_en::grammar::{calendar, headline};
use dossier_relate::{CalendarWord, HeadlineEnding, HeadlineOpening, Vocabulary};
use dossier_world::country;

/// What `relate` asks of words.
pub const VOCABULARY: Vocabulary = Vocabulary {
    country_of: country::by_name,
    calendar,
    headline_opening,
    headline_ending,
    announces_film: headline::announces_film,
};

fn calendar(folded: &str) -> Option<CalendarWord> {
    if calendar::month(folded).is_some() {
        Some(CalendarWord::Month)
    } else {
        calendar::is_full_weekday(folded).then_some(CalendarWord::Weekday)
    }
}

fn headline_opening(label: &str) -> Option<HeadlineOpening> {
    if headline::is_form(label) {
        Some(HeadlineOpening::Form)
    } else {
        headline::is_notice(label).then_some(HeadlineOpening::Notice)
    }
}

fn headline_ending(tail: &str) -> Option<HeadlineEnding> {
    if headline::ends_with_form(tail) {
        Some(HeadlineEnding::Form)
    } else {
        headline::ends_with_site(tail).then_some(HeadlineEnding::Site)
    }
}
