//! What the words around one mention say of what is named.

use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_model::{MentionForm, MentionKind, Upos};
use dossier_world::{country, given_name, office, place};

use crate::grammar::common;
use crate::grammar::mention::scan::Name;

dossier_world::words!(FIRM_NOUNS = "mention/firm_nouns.txt");
dossier_world::words!(PLACE_KINDS = "mention/place_kinds.txt");
dossier_world::words!(VESSELS = "mention/vessels.txt");
dossier_world::words!(WORK_NOUNS = "mention/work_nouns.txt");
dossier_world::words!(WORKERS = "mention/workers.txt");
dossier_world::words!(FIRM_FACTS = "mention/firm_facts.txt");
dossier_world::words!(PERSON_VERBS = "mention/person_verbs.txt");
dossier_world::words!(PLACE_NOUNS = "mention/place_nouns.txt");

/// The kind that the words around a mention tell, where they do.
pub(super) fn kind(words: &View, n: &Name) -> Option<MentionKind> {
    let (start, end) = words.sentence_words(n.start);
    let before = if n.start > start { n.start - 1 } else { usize::MAX };
    let at = |k: usize| if k >= start && k < end { words.fold(k) } else { "" };
    let (b, a, a2) = (at(before), at(n.end), at(n.end + 1));
    if office::is_courtesy(b.trim_end_matches('.')) && b != "the" {
        return Some(MentionKind::Person);
    }
    // "Ana Ruiz, 44," has an age.
    let age = a == "," && words.shape(n.end + 1) == Shape::Number && (1..=3).contains(&a2.len());
    let aged = age && matches!(at(n.end + 2), "," | "" | "." | ")" | "who");
    if aged || matches!(a, "who" | "whose") || a == "," && matches!(a2, "who" | "whose") {
        return Some(MentionKind::Person);
    }
    // "Norvik Lind, which makes lorries"
    let long = n.end > n.start + 1 && words.is_capital(n.end - 1);
    if n.kind == MentionKind::Person && long && a == "," && a2 == "which" && words.fold(n.end + 2) != "is" {
        return Some(MentionKind::Organization);
    }
    // "India Jones said"
    if n.kind == MentionKind::Place && n.end == n.start + 2 && PERSON_VERBS.has(a) {
        return Some(MentionKind::Person);
    }
    if is_quoted(words, n) {
        return Some(MentionKind::Work);
    }
    let lower = |k: usize| words.shape(k) == Shape::Lower;
    if before != usize::MAX && lower(before) {
        if VESSELS.has(b) {
            return Some(MentionKind::Other);
        }
        if is_firm_noun(b) {
            return Some(MentionKind::Organization);
        }
        if PLACE_KINDS.has(b) && n.kind != MentionKind::Organization {
            return Some(MentionKind::Place);
        }
        if n.kind == MentionKind::Person && !matches!(a, "'s" | "’s") {
            let noun = at(before.wrapping_sub(1));
            // "an analyst at Norvik Lind", "the director of Harbour Reeds"
            let works = b == "at" && office::is_office(noun);
            let heads =
                b == "of" && (matches!(noun, "head" | "manager" | "founder") || office::is_of_company(noun));
            if works || heads {
                return Some(MentionKind::Organization);
            }
        }
        // "the chief executive of Norvik"
        if n.kind == MentionKind::Place && b == "of" && !matches!(a, "'s" | "’s") {
            let noun = at(before.wrapping_sub(1));
            let known = place::is_known(&super::key(words, n.start, n.end))
                || country::by_name(words.cover(n.start, n.end).of(words.text())).is_some();
            if !known && (noun == "ceo" || noun == "executive" && at(before.wrapping_sub(2)) == "chief") {
                return Some(MentionKind::Organization);
            }
        }
        if b == "of" && PLACE_NOUNS.has(at(before.wrapping_sub(1))) {
            return Some(MentionKind::Place);
        }
    }
    // "a Peruvian ferry, the Marta, sank"
    if b == "the"
        && n.kind == MentionKind::Person
        && before > start + 1
        && words.word(before - 1) == ","
        && VESSELS.has(at(before - 2))
    {
        return Some(MentionKind::Other);
    }
    if let Some(kind) = by_apposition(words, n, (start, end)) {
        return Some(kind);
    }
    // "Norvik driver Tom Reed"
    if n.kind == MentionKind::Person && is_employer(words, n, end) {
        return Some(MentionKind::Organization);
    }
    if is_behind_office(words, n, start) {
        return Some(MentionKind::Person);
    }
    // "Norvik Lind was founded in 1961"
    if n.kind == MentionKind::Person
        && matches!(a, "was" | "were")
        && matches!(
            a2,
            "founded" | "established" | "acquired" | "incorporated" | "headquartered"
        )
    {
        return Some(MentionKind::Organization);
    }
    let genitive = matches!(a, "'s" | "’s");
    let fact = if genitive { n.end + 1 } else { n.end };
    if lower(fact) && FIRM_FACTS.has(at(fact))
        || genitive && at(fact) == "chief" && at(fact + 1) == "executive"
    {
        return Some(MentionKind::Organization);
    }
    None
}

/// What the noun of an apposition tells: "Norvik, a bank", "the Marta, a ferry", "Ana Ruiz, a nurse".
fn by_apposition(words: &View, n: &Name, (start, end): (usize, usize)) -> Option<MentionKind> {
    let at = |k: usize| if k >= start && k < end { words.fold(k) } else { "" };
    let (a, a2) = (at(n.end), at(n.end + 1));
    let lower = |k: usize| words.shape(k) == Shape::Lower;
    if a == "," && matches!(a2, "a" | "an" | "the") {
        let inside = |k: usize| {
            lower(k)
                && !common::is_function(at(k))
                && matches!(words.upos(k), Upos::Noun | Upos::Adj | Upos::Num)
        };
        let noun = (n.end + 2..(n.end + 7).min(end))
            .take_while(|&k| inside(k))
            .last();
        // "the bank's economist" is no bank.
        if let Some(k) = noun.filter(|&k| !matches!(at(k + 1), "'s" | "’s" | "'" | "’")) {
            if VESSELS.has(at(k)) {
                return Some(MentionKind::Other);
            }
            if is_firm_noun(at(k)) {
                return Some(MentionKind::Organization);
            }
            if office::is_office(at(k)) {
                return Some(MentionKind::Person);
            }
        }
    }
    None
}

/// "Norvik driver Tom Reed": one word that is no name of people in front of an office that serves no person, with its
/// holder behind.
fn is_employer(words: &View, n: &Name, end: usize) -> bool {
    let word = words.fold(n.start);
    let office = n.end;
    n.end == n.start + 1
        && office + 2 < end
        && n.sure < 2
        && !given_name::is_surname(word)
        && words.shape(office) == Shape::Lower
        && WORKERS.has(words.fold(office))
        && given_name::is_given(words.fold(office + 1))
        && words.is_capital(office + 2)
}

/// A noun of companies: those listed, and what makes or builds things ("truckmaker", "boatbuilder").
fn is_firm_noun(folded: &str) -> bool {
    let maker = |tail: &str| folded.len() > tail.len() + 2 && folded.ends_with(tail);
    FIRM_NOUNS.has(folded)
        || maker("maker") && !matches!(folded, "filmmaker" | "lawmaker" | "policymaker" | "peacemaker")
        || maker("builder")
}

/// "the chief executive of Norvik, Ada Quill.": a given name and a surname between commas behind an office.
fn is_behind_office(words: &View, n: &Name, start: usize) -> bool {
    let human = given_name::is_given(words.fold(n.start))
        || n.kind == MentionKind::Place && !place::is_known(&super::key(words, n.start, n.end));
    let two = n.end == n.start + 2 && human;
    let parted = n.start > start && words.word(n.start - 1) == "," && matches!(words.word(n.end), "," | ".");
    two && parted
        && (start.max(n.start.saturating_sub(8))..n.start - 1)
            .rev()
            .take_while(|&k| words.word(k) != ",")
            .any(|k| office::is_office(words.fold(k)))
}

/// Whether the mention alone, with an article or not, stands between marks, as a title does.
fn is_quoted(words: &View, n: &Name) -> bool {
    let the = usize::from(n.start > 1 && matches!(words.fold(n.start - 1), "the" | "a"));
    let Some(open) = n
        .start
        .checked_sub(1 + the)
        .filter(|&k| words.is_quotation_mark(k))
    else {
        return false;
    };
    let close = words.is_quotation_mark(n.end) || words.is_punct(n.end) && words.is_quotation_mark(n.end + 1);
    let named = (open.saturating_sub(3)..open).any(|k| {
        matches!(
            words.fold(k),
            "name" | "named" | "nicknamed" | "called" | "known" | "as"
        )
    });
    let noun = (open.saturating_sub(3)..open).any(|k| WORK_NOUNS.has(words.fold(k)));
    close && !named && (noun || the == 1 && words.is_capital(n.start - 1))
}

/// Whether a single word names a person by what stands right beside it.
pub(super) fn is_person(words: &View, n: &Name) -> bool {
    let (start, end) = words.sentence_words(n.start);
    let before = if n.start > start {
        words.fold(n.start - 1)
    } else {
        ""
    };
    let after = if n.end < end { words.fold(n.end) } else { "" };
    office::is_courtesy(before.trim_end_matches('.'))
        || office::is_rank(before)
        || n.start > start && office::is_office(before) && words.is_capital(n.start - 1)
        || given_name::is_given(words.fold(n.start)) && PERSON_VERBS.has(after)
        || matches!(n.form, MentionForm::Short)
}
