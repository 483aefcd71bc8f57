//! The person whom an office serves: "Quill's campaign manager", "spokesman for President Ion Popa".

use dossier_model::MentionKind;

use super::apposition::is_possessive;
use super::{Names, Office};
use dossier_annotate::View;
use dossier_world::office;

dossier_world::words!(SERVES = "mention/serves_person.txt");

/// How many words of titles may stand in front of the name of the one who is served.
const REACH: usize = 6;

/// Whether a folded noun is an office that serves one person.
pub(super) fn serves(folded: &str) -> bool {
    SERVES.has(folded)
}

/// The person in front of an office: with a possessive any office is theirs, without one what serves a person.
pub(super) fn in_front(
    words: &View,
    names: &Names<'_>,
    office: &Office,
    floor: usize,
) -> Option<(usize, usize)> {
    let owned = office.start > floor && is_possessive(words.fold(office.start - 1));
    let edge = office.start - usize::from(owned);
    let (_, n) = names.ending(edge).filter(|(_, n)| n.start >= floor)?;
    let person = n.kind == MentionKind::Person;
    (person && (owned || serves(words.fold(office.head)))).then_some((n.start, n.end))
}

/// The person who begins behind titles with word `k`: "Mr. Quill", "Peruvian President Ion Popa". The name, and
/// whether "then" marks the titles.
pub(super) fn behind(
    words: &View,
    names: &Names<'_>,
    k: usize,
    end: usize,
) -> Option<((usize, usize), bool)> {
    let mut m = k;
    let mut then = false;
    while m < end.min(k + REACH) {
        if let Some((_, n)) = names.starting(m) {
            if n.kind == MentionKind::Person {
                return (m > k && n.end <= end).then_some(((n.start, n.end), then));
            }
            m = n.end;
            continue;
        }
        let w = words.fold(m);
        let title = office::is_courtesy(w)
            || office::is_rank(w)
            || office::is_modifier(w)
            || office::is_office(office::bare(w))
            || matches!(w, "-" | "general" | "of" | "state");
        if !title {
            return None;
        }
        then |= w == "then" || w.starts_with("then-");
        m += 1;
    }
    None
}
