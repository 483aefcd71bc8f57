//! The parts of people's names, and whether two names are of one person.

use dossier_world::given_name;

use super::pattern::is_particle;

/// A part of a name: folded and as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) fold: String,
    pub(super) raw: String,
    pub(super) initial: bool,
}

/// Two spellings agree when they fold alike and do not contradict each other in diacritics: where both are
/// written with some, they must be the same.
pub(super) fn agree(a: &Part, b: &Part) -> bool {
    a.fold == b.fold && (a.raw == b.raw || a.raw.is_ascii() || b.raw.is_ascii())
}

pub(super) fn letters(parts: &[Part]) -> String {
    parts.iter().map(|p| p.fold.as_str()).collect()
}

/// Whether a part opens Vietnamese, Chinese or Korean names.
pub(super) fn is_eastern(part: &Part) -> bool {
    given_name::is_vietnamese_surname(&part.fold)
        || given_name::is_chinese_surname(&part.fold)
        || given_name::is_korean_surname(&part.fold)
}

/// Whether two full names are of one person: the same words, apart from initials and middle names.
pub(super) fn same_person(a: &[Part], b: &[Part]) -> bool {
    let diacritics = a.len() != b.len() || a.iter().zip(b).all(|(x, y)| agree(x, y));
    if letters(a) == letters(b) {
        return diacritics;
    }
    if is_turned(a, b) {
        return true;
    }
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let (Some(lf), Some(sf), Some(ll), Some(sl)) = (long.first(), short.first(), long.last(), short.last())
    else {
        return false;
    };
    // Only an initial may be left out or stand for a word: "J. Ruiz" is "Juan Ruiz", "Ana B. Ruiz" is "Ana Ruiz".
    if !agree(ll, sl) || long.len() < 2 || short.len() < 2 {
        return false;
    }
    let first = agree(lf, sf)
        || lf.initial && sf.fold.starts_with(&lf.fold)
        || sf.initial && lf.fold.starts_with(&sf.fold);
    let asian = is_eastern(lf);
    let middle: Vec<&Part> = long.iter().skip(1).take(long.len() - 2).collect();
    let short_middle: Vec<&Part> = short.iter().skip(1).take(short.len() - 2).collect();
    let known_given =
        given_name::is_given(&lf.fold) || given_name::is_given(&sf.fold) || lf.initial || sf.initial;
    let middle_agrees = short_middle.iter().all(|m| {
        middle.iter().any(|x| {
            agree(m, x)
                || m.initial && x.fold.starts_with(&m.fold)
                || x.initial && m.fold.starts_with(&x.fold)
        })
    });
    first
        && middle_agrees
        && (middle.len() == short_middle.len()
            || middle.iter().filter(|m| !m.initial).count() == short_middle.len()
            || !asian && known_given)
}

/// "Park Ji-hoon" and "Ji-hoon Park": all parts alike, the family name in front or behind.
pub(super) fn is_turned(a: &[Part], b: &[Part]) -> bool {
    let turned = |a: &[Part], b: &[Part]| match (a, b) {
        ([family, given @ ..], [before @ .., last]) => {
            given.len() >= 2 && is_eastern(family) && agree(family, last) && letters(given) == letters(before)
        }
        _ => false,
    };
    turned(a, b) || turned(b, a)
}

/// Whether `part` stands in `full` as a row.
pub(super) fn holds(full: &[Part], part: &[Part]) -> bool {
    !part.is_empty()
        && full
            .windows(part.len())
            .any(|w| w.iter().zip(part).all(|(a, b)| agree(a, b)))
}

/// Whether a full name licenses a single part: its first word or its last, or a surname in between.
pub(super) fn licenses(full: &[Part], part: &[Part]) -> bool {
    let Some(p) = part.first() else { return false };
    if p.initial || is_particle(&p.fold) && full.len() > 2 {
        return false;
    }
    let (Some(first), Some(last)) = (full.first(), full.last()) else {
        return false;
    };
    if agree(first, p) || agree(last, p) {
        return true;
    }
    // The first of two surnames: "Peña" of "Enrique Peña Nieto"; a middle name alone stands for nobody.
    full.len() >= 3
        && given_name::is_given(&first.fold)
        && full
            .iter()
            .skip(1)
            .any(|x| agree(x, p) && !given_name::is_given(&x.fold) && !x.initial)
        && given_name::is_surname(&p.fold)
}
