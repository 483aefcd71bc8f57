//! Which person holds the offices of a sentence.

use dossier_model::{LocalId, MentionKind};

use super::{Names, Office};
use crate::lists::common;
use crate::mention::words::{Shape, Words};

/// Gives the offices of one sentence to its people.
pub(super) fn attach(words: &Words<'_>, names: &Names<'_>, offices: &mut [Office], start: usize, end: usize) {
    let holder_at = |k: usize| {
        names
            .starting(k)
            .filter(|(_, n)| n.kind == MentionKind::Person)
            .map(|(i, n)| (names.locals_of.get(i).copied().flatten(), n.end))
    };
    // Right in front of a name, the chain in front of it included.
    let mut direct = vec![false; offices.len()];
    for o in (0..offices.len()).rev() {
        let Some((Some(holder), name_end)) =
            holder_at(offices[o].end).or_else(|| across_comma(words, names, &offices[o], end))
        else {
            continue;
        };
        let _ = name_end;
        offices[o].holder = Some(holder);
        direct[o] = true;
        let mut at = o;
        while at > 0
            && linked(words, offices[at - 1].end, offices[at].start)
            && !offices[at - 1].definite
            && !offices[at].definite
            && offices[at - 1].holder.is_none()
        {
            at -= 1;
            offices[at].holder = Some(holder);
            direct[at] = true;
        }
    }
    // Behind a name: across a comma, a bracket or a copula.
    for o in 0..offices.len() {
        if offices[o].holder.is_some() {
            continue;
        }
        let previous = o.checked_sub(1).map(|p| offices[p].clone());
        if let Some(p) = &previous
            && let Some(holder) = p.holder
            && !direct[o - 1]
            && linked(words, p.end, offices[o].start - usize::from(offices[o].definite))
        {
            offices[o].holder = Some(holder);
            continue;
        }
        offices[o].holder = behind_name(words, names, &offices[o], start);
    }
}

/// "the ambassador, Ana Ruiz, said": the name stands between commas behind a definite office.
fn across_comma(
    words: &Words<'_>,
    names: &Names<'_>,
    office: &Office,
    end: usize,
) -> Option<(Option<LocalId>, usize)> {
    if !office.definite || words.raw(office.end) != "," {
        return None;
    }
    let (i, n) = names
        .starting(office.end + 1)
        .filter(|(_, n)| n.kind == MentionKind::Person)?;
    let closed = n.end >= end || matches!(words.raw(n.end), "," | "." | ")" | ";" | "—" | "–");
    closed.then(|| (names.locals_of.get(i).copied().flatten(), n.end))
}

/// Whether nothing but "and", a comma or both stands between two offices.
fn linked(words: &Words<'_>, end: usize, start: usize) -> bool {
    match start.checked_sub(end) {
        Some(1) => matches!(words.fold(end), "and" | "," | "&" | "/" | "-"),
        Some(2) => {
            words.raw(end) == "," && words.fold(end + 1) == "and"
                || matches!(words.fold(end), "and")
                    && matches!(words.fold(end + 1), "the" | "a" | "an" | "also")
                || words.raw(end) == "," && matches!(words.fold(end + 1), "the" | "a" | "an")
        }
        Some(3) => {
            words.raw(end) == ","
                && words.fold(end + 1) == "and"
                && matches!(words.fold(end + 2), "the" | "a" | "an")
        }
        _ => false,
    }
}

/// The person whose name stands in front of the office: "Ana Ruiz, a researcher", "Ana Ruiz, who is head of …",
/// "Ana Ruiz was elected president".
fn behind_name(words: &Words<'_>, names: &Names<'_>, office: &Office, start: usize) -> Option<LocalId> {
    let mut k = office.start;
    let mut loose = 0;
    // Determiners and plain adjectives in front of the office.
    while k > start && loose < 4 {
        let w = words.fold(k - 1);
        if matches!(w, "the" | "a" | "an" | "its" | "his" | "her" | "their") {
            k -= 1;
            break;
        }
        if words.shape(k - 1) == Shape::Lower
            && !common::is_function(w)
            && !is_copula(w)
            && !matches!(w, "as" | "elected" | "appointed" | "named")
            && names.at(k - 1).is_none()
        {
            k -= 1;
            loose += 1;
            continue;
        }
        break;
    }
    if loose > 0
        && !matches!(
            words.fold(k),
            "the" | "a" | "an" | "its" | "his" | "her" | "their"
        )
    {
        return None;
    }
    if k == start {
        return None;
    }
    let mut verbs = 0;
    let mut comma = false;
    let mut m = k;
    if matches!(words.raw(m - 1), "," | "(" | "–" | "—") {
        comma = true;
        m -= 1;
    } else {
        while m > start
            && verbs < 4
            && (is_copula(words.fold(m - 1))
                || matches!(
                    words.fold(m - 1),
                    "as" | "elected"
                        | "appointed"
                        | "named"
                        | "been"
                        | "also"
                        | "currently"
                        | "now"
                        | "who"
                        | "sworn"
                        | "in"
                        | "re-elected"
                        | "reelected"
                ))
        {
            m -= 1;
            verbs += 1;
        }
        if verbs == 0
            || !(m..k).any(|x| {
                is_copula(words.fold(x))
                    || matches!(words.fold(x), "became" | "elected" | "appointed" | "named")
            })
        {
            return None;
        }
        if matches!(words.fold(k - 1), "in" | "as")
            && !(m..k).any(|x| {
                matches!(
                    words.fold(x),
                    "serves"
                        | "served"
                        | "serving"
                        | "works"
                        | "worked"
                        | "elected"
                        | "appointed"
                        | "named"
                        | "sworn"
                        | "acts"
                        | "acted"
                )
            })
        {
            return None;
        }
        if m > start && matches!(words.raw(m - 1), "," | "(") && words.fold(m) == "who" {
            m -= 1;
        }
    }
    // A man's age may stand between: "Ana Ruiz, 54, a farmer".
    if comma && m > start + 1 && words.shape(m - 1) == Shape::Number && words.raw(m - 2) == "," {
        m -= 2;
    }
    let (i, n) = names.ending(m)?;
    if n.kind != MentionKind::Person || n.start < start {
        return None;
    }
    // "He met Ana Ruiz, president of …" is an apposition; "In Ana Ruiz, the president found" is rare.
    names.locals_of.get(i).copied().flatten()
}

fn is_copula(folded: &str) -> bool {
    matches!(
        folded,
        "is" | "was"
            | "are"
            | "became"
            | "remains"
            | "serves"
            | "served"
            | "serving"
            | "works"
            | "worked"
            | "has"
            | "had"
            | "acts"
            | "acted"
    )
}
