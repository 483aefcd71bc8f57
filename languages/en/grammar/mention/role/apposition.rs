//! Whom an office across a comma is told of, and where that stays open.

use dossier_model::{LocalId, MentionKind, Upos};

use super::{Names, Office};
use crate::grammar::common;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::office;

dossier_world::words!(HEDGES = "mention/charge_hedges.txt");
dossier_world::words!(INSIDE_APPOSITION = "mention/inside_apposition.txt");

/// How far in front of an office the noun may stand that makes its apposition open.
const REACH: usize = 8;

/// "the ambassador, Ana Ruiz, said": the name stands between commas behind a definite office.
pub(super) fn across_comma(
    words: &View,
    names: &Names<'_>,
    office: &Office,
    (start, end): (usize, usize),
) -> Option<(Option<LocalId>, usize)> {
    let owned = is_possessive(words.fold(office.start.wrapping_sub(1)))
        || (office.start..office.title).any(|k| is_possessive(words.fold(k)));
    if !(office.definite || owned) || words.word(office.end) != "," {
        return None;
    }
    // "the president, the minister, Ana Ruiz": one of a list.
    let first = office.start.saturating_sub(usize::from(office.definite));
    let listed = first >= start + 2
        && words.word(first - 1) == ","
        && (office::is_office(words.fold(first - 2)) || office::is_office_plural(words.fold(first - 2)));
    if listed {
        return None;
    }
    // "a spokesman for the governor, Ana Ruiz, said": either may be Ana Ruiz.
    if ends_in_person(words, office) || is_behind_person(words, office.start, start) {
        return None;
    }
    let (i, n) = names
        .starting(office.end + 1)
        .filter(|(_, n)| n.kind == MentionKind::Person)?;
    let closed = n.end >= end || matches!(words.word(n.end), "," | "." | ")" | ";" | "—" | "–");
    closed.then(|| (names.locals_of.get(i).copied().flatten(), n.end))
}

/// "lawyer for policemen", "spokesman for the governor": the name behind may be that of whom the office serves.
pub(super) fn ends_in_person(words: &View, office: &Office) -> bool {
    let last = office.end - 1;
    let noun = words.fold(last);
    last > office.head
        && (last >= office.title_end || (office.head..last).any(|k| matches!(words.fold(k), "for" | "to")))
        && words.shape(last) == Shape::Lower
        && (office::is_office(noun)
            || office::is_office_plural(noun)
            || noun.ends_with("men")
            || noun.ends_with("man"))
}

/// "captain of the ferry Marta", "counsel to Democrat Ana Ruiz": the name behind is told by the noun in front of it,
/// not by the office.
pub(super) fn ends_in_noun(words: &View, names: &Names<'_>, office: &Office) -> bool {
    let last = office.end - 1;
    if last <= office.head {
        return false;
    }
    let people = names
        .at(last)
        .and_then(|i| names.names.get(i))
        .is_some_and(|n| n.kind == MentionKind::Group);
    let said = (office.head..last).any(|k| matches!(words.fold(k), "the" | "a" | "an"));
    let thing = said && words.shape(last) == Shape::Lower && words.upos(last) == Upos::Noun;
    people && words.fold(last.wrapping_sub(1)) != "the" || thing
}

/// “Star Trek”: marks hold the office and the name and nothing else.
pub(super) fn is_title_of_work(words: &View, office: &Office, name_end: usize) -> bool {
    let opens = office.start.checked_sub(1).is_some_and(|k| {
        words.is_quotation_mark(k) || words.fold(k) == "the" && words.is_quotation_mark(k.wrapping_sub(1))
    });
    let closes = words.is_quotation_mark(name_end)
        || words.is_punct(name_end) && words.is_quotation_mark(name_end + 1);
    opens && closes
}

/// "the brother of" in front of word `k`: what stands in apposition to the word may be told of the brother.
pub(super) fn is_behind_person(words: &View, k: usize, start: usize) -> bool {
    let from = start.max(k.saturating_sub(REACH));
    (from..k)
        .rev()
        .take_while(|&m| {
            let stops = words.shape(m) == Shape::Mark && !matches!(words.word(m), "-" | "'" | "’");
            let w = words.fold(m);
            let inside = !common::is_function(w) || INSIDE_APPOSITION.has(w) || is_possessive(w);
            !stops && inside && !matches!(words.upos(m), Upos::Verb | Upos::Aux)
        })
        .any(|m| {
            m > from
                && matches!(words.fold(m), "of" | "to" | "for")
                && (office::is_relative(words.fold(m - 1)) || office::is_office(words.fold(m - 1)))
        })
}

/// Whether the office is a crime or a suspicion and the words leave open whose: "the suspect in the case, Ana Ruiz",
/// "an alleged attacker".
pub(super) fn is_open_charge(words: &View, office: &Office, start: usize) -> bool {
    let hedged = (start.max(office.title.saturating_sub(3))..office.title).any(|k| HEDGES.has(words.fold(k)));
    is_charge(words, office) && (hedged || office.end > office.head + 1)
}

/// Whether the office is a crime or a suspicion.
pub(super) fn is_charge(words: &View, office: &Office) -> bool {
    (office.title..office.title_end).any(|k| office::is_charge(office::bare(words.fold(k))))
}

pub(super) fn is_possessive(folded: &str) -> bool {
    matches!(folded, "'s" | "’s" | "'" | "’")
}
