//! Titles, offices, occupations and honorifics.

use dossier_model::Gender;

crate::words!(OFFICES = "office/offices.txt");
crate::words!(NEVER_BEFORE_NAME = "office/never_before_name.txt");
crate::words!(MODIFIERS = "office/modifiers.txt");
crate::words!(PHRASES = "office/phrases.txt");
crate::words!(COURTESY = "office/courtesy.txt");
crate::words!(RANKS = "office/ranks.txt");
crate::words!(OF_COMPANIES = "office/of_companies.txt");
crate::words!(GRADES = "office/grades.txt");
crate::words!(SEATS = "office/seats.txt");
crate::words!(RELATIVES = "office/relatives.txt");
crate::words!(CHARGES = "office/charges.txt");
crate::values!(GENDERS: Option<Gender> = "office/genders.tsv", parse_gender);

fn parse_gender(letter: &str) -> Option<Option<Gender>> {
    Some(match letter {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        "-" => None,
        _ => return None,
    })
}

/// Whether a folded noun is an office or occupation; a regular plural is one, too, where `plural` says so.
#[must_use]
pub fn is_office(folded: &str) -> bool {
    OFFICES.has(folded)
}

/// The noun without "ex-", "then-", "co-", "vice-" in front or "-elect", "-designate" behind.
#[must_use]
pub fn bare(folded: &str) -> &str {
    let rest = ["ex-", "then-", "former-", "co-", "vice-", "deputy-"]
        .iter()
        .find_map(|p| folded.strip_prefix(p))
        .unwrap_or(folded);
    ["-elect", "-designate"]
        .iter()
        .find_map(|s| rest.strip_suffix(s))
        .unwrap_or(rest)
}

/// Whether a folded noun says itself that the office is over: "ex-president", "then-mayor".
#[must_use]
pub fn says_former(folded: &str) -> bool {
    ["ex-", "then-", "former-"].iter().any(|p| folded.starts_with(p))
}

/// Whether a folded word is an abbreviated rank or office: "gen.", "sen.".
#[must_use]
pub fn is_rank(folded: &str) -> bool {
    RANKS.has(folded)
}

/// Whether a folded noun is an office that companies have.
#[must_use]
pub fn is_of_company(folded: &str) -> bool {
    OF_COMPANIES.has(folded)
}

/// Whether a folded word in a title tells its grade: "deputy", "chief".
#[must_use]
pub fn is_grade(folded: &str) -> bool {
    GRADES.has(folded)
}

/// Whether a folded noun is an office that a place sends somebody to.
#[must_use]
pub fn sits_for(folded: &str) -> bool {
    SEATS.has(folded)
}

/// Whether a folded noun is the plural of an office: "ministers", "spokesmen".
#[must_use]
pub fn is_office_plural(folded: &str) -> bool {
    folded.strip_suffix('s').is_some_and(is_office)
        || folded
            .strip_suffix("men")
            .is_some_and(|s| OFFICES.has(&format!("{s}man")))
        || folded
            .strip_suffix("ies")
            .is_some_and(|s| OFFICES.has(&format!("{s}y")))
}

/// Whether an office may stand right before its bearer's name.
#[must_use]
pub fn precedes_name(folded: &str) -> bool {
    is_office(folded) && !NEVER_BEFORE_NAME.has(folded)
}

/// Whether a folded word qualifies an office in front of it.
#[must_use]
pub fn is_modifier(folded: &str) -> bool {
    MODIFIERS.has(folded)
}

/// Whether folded words are a whole title.
#[must_use]
pub fn is_phrase(folded: &str) -> bool {
    PHRASES.has(folded)
}

/// Whether a folded word is a courtesy title or an abbreviated rank.
#[must_use]
pub fn is_courtesy(folded: &str) -> bool {
    COURTESY.has(folded)
}

/// Whether a folded noun is somebody close to another person: "brother", "friend".
#[must_use]
pub fn is_relative(folded: &str) -> bool {
    RELATIVES.has(folded)
}

/// Whether a folded noun is a crime or a suspicion: "gunman", "suspect".
#[must_use]
pub fn is_charge(folded: &str) -> bool {
    CHARGES.has(folded)
}

/// The gender that a folded honorific, office or noun states.
#[must_use]
pub fn gender_of(folded: &str) -> Option<Gender> {
    GENDERS.get(folded).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genders_are_understood() {
        assert!(GENDERS.unread().is_empty(), "{:?}", GENDERS.unread());
    }

    #[test]
    fn offices_are_known() {
        assert!(is_office("ambassador") && is_office_plural("ministers") && is_office_plural("spokesmen"));
        assert!(!is_office("river") && !is_office("xi"));
        assert!(is_modifier("deputy") && is_phrase("general secretary") && is_courtesy("mr"));
        assert_eq!(gender_of("spokeswoman"), Some(Gender::Female));
        assert_eq!(gender_of("mr."), Some(Gender::Male));
        assert_eq!(gender_of("ambassador"), None);
    }
}
