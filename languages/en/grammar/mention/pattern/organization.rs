//! Names of organisations, by their head and tail words.

use super::{LONGEST, gazetteer, is_outcry, person, stretch};
use crate::grammar::lists::{common, given_name, office, organization};
use dossier_annotate::View;
use dossier_annotate::view::Shape;

/// Whether words `start..end` hold a possessive "'s" that belongs to the name: "People's", "Workers'".
fn takes_possessive(folded: &str) -> bool {
    matches!(
        folded,
        "people"
            | "peoples"
            | "workers"
            | "children"
            | "women"
            | "men"
            | "farmers"
            | "teachers"
            | "students"
            | "lawyers"
            | "veterans"
            | "journalists"
            | "writers"
            | "physicians"
            | "employers"
            | "trades"
            | "king"
            | "queen"
            | "peasants"
    )
}

fn is_link(folded: &str) -> bool {
    matches!(folded, "of" | "for" | "on")
}

/// Number of words of the organisation's name that starts with word `i`; 0 where none does.
pub(crate) fn organization(words: &View, i: usize, end: usize) -> usize {
    let mut stop = stretch(words, i, end);
    // "People's Liberation Army", "Chinese People's Association".
    if stop + 1 < end
        && matches!(words.fold(stop), "'s" | "'")
        && takes_possessive(words.fold(stop - 1))
        && words.is_capital(stop + 1)
    {
        stop = stretch(words, stop + 1, end);
    }
    stop = over_and(words, i, stop, end);
    let mut tail = None;
    // "Reuters Japan Defence Forces": a credit in front of a body is a name of its own.
    if organization::is_medium(words.fold(i))
        && stop > i + 2
        && !organization::is_tail(words.fold(i + 1))
        && !matches!(words.word(i + 1), "-" | "&")
    {
        return 0;
    }
    // "Mystery Harvard University": a common word in front of a known body is no part of it.
    if common::is_common(words.fold(i))
        && !common::is_common(words.fold(i + 1))
        && gazetteer::longest(words, i + 1, stop)
            .is_some_and(|h| h.words > 1 && h.known == gazetteer::Known::Organization)
    {
        return 0;
    }
    for k in i..stop {
        let w = words.fold(k);
        if k > i && is_outcry(words, i, k) {
            break;
        }
        // A country behind a full name begins the next one.
        if tail.is_some_and(|t| t + 1 == k)
            && gazetteer::longest(words, k, end).is_some_and(|h| h.known == gazetteer::Known::Country)
        {
            break;
        }
        if k > i
            && organization::is_tail(w)
            && !(organization::is_weak_tail(w) && k + 1 < stop && !is_link(words.fold(k + 1)))
        {
            tail = Some(k);
        }
        if k > i && office::is_office(w) && tail.is_some() {
            break;
        }
    }
    let opens = organization::is_head(words.fold(i))
        && is_link(words.fold(i + 1))
        && words.shape(i) == Shape::Capital;
    let mut last = match tail {
        Some(k) => k,
        None if opens && i + 1 < end => i,
        None => return 0,
    };
    // A weak tail among common words alone names nothing: "Comprehensive Strategic Partnership".
    if let Some(k) = tail
        && organization::is_weak_tail(words.fold(k))
        && (i..k).all(|m| common::is_common(words.fold(m)) || words.shape(m) == Shape::Mark)
    {
        return 0;
    }
    // "Carl Court": some tails are surnames.
    if tail == Some(i + 1)
        && stop == i + 2
        && given_name::is_given(words.fold(i))
        && matches!(
            words.fold(i + 1),
            "court"
                | "church"
                | "guard"
                | "bank"
                | "post"
                | "press"
                | "front"
                | "trust"
                | "young"
                | "page"
                | "board"
                | "service"
                | "college"
        )
    {
        return 0;
    }
    // A weak tail needs company that is no common word: "Manchester United", not "Last Week".
    if tail == Some(i + 1)
        && organization::is_weak_tail(words.fold(i + 1))
        && common::is_common(words.fold(i))
        && !opens
    {
        return 0;
    }
    for _ in 0..4 {
        let Some(next) = extend(words, last, end) else {
            break;
        };
        last = next;
    }
    // "Radio and Television".
    if last > i
        && words.fold(last + 1) == "and"
        && last + 2 < end
        && !organization::is_head(words.fold(last))
        && words.is_capital(last + 2)
        && organization::is_tail(words.fold(last + 2))
        && stretch(words, last + 2, end) == last + 3
    {
        last += 2;
    }
    if last == i { 0 } else { last + 1 - i }
}

/// "Social Democratic and Labour Party", "Food and Drug Administration": common words in capitals on both sides of
/// "and", and a tail at the end, are one name.
fn over_and(words: &View, i: usize, stop: usize, end: usize) -> usize {
    if words.fold(stop) != "and" || stop + 1 >= end || !words.is_capital(stop + 1) {
        return stop;
    }
    let plain = |k: usize| {
        common::is_common(words.fold(k))
            && !office::is_office(words.fold(k))
            && !organization::is_tail(words.fold(k))
    };
    if !(i..stop).all(plain) || words.opens_sentence(i) && stop == i + 1 {
        return stop;
    }
    let next = stretch(words, stop + 1, end);
    let last = words.fold(next - 1);
    let closes = next > stop + 2
        && organization::is_tail(last)
        && !organization::is_weak_tail(last)
        && (stop + 1..next - 1).all(plain);
    if closes { next } else { stop }
}

/// From the last word of an organisation's name, goes on over "of the Political Bureau", "for Foreign Affairs
/// and Trade"; returns the new last word.
fn extend(words: &View, last: usize, end: usize) -> Option<usize> {
    if !organization::is_head(words.fold(last)) || !is_link(words.fold(last + 1)) {
        return None;
    }
    // "Council on Foreign Relations", but "the department on Monday", "the council on France".
    if words.fold(last + 1) == "on"
        && (!common::is_common(words.fold(last + 2))
            || words.fold(last + 2) == "the"
            || gazetteer::longest(words, last + 2, end).is_some())
    {
        return None;
    }
    let mut k = last + 2;
    if words.fold(k) == "the" {
        k += 1;
    }
    if k >= end || !words.is_capital(k) || common::is_calendar(words.fold(k)) {
        return None;
    }
    let stop = stretch(words, k, end);
    let mut new = None;
    let mut people = false;
    if let Some(hit) = gazetteer::longest(words, k, end) {
        new = Some(k + hit.words - 1);
        people = hit.known == gazetteer::Known::Demonym;
    }
    let first_free = new.map_or(k, |n| n + 1);
    let mut tail = None;
    for m in first_free..stop {
        let w = words.fold(m);
        if office::is_office(w) || given_name::is_given(w) && new.is_some() {
            break;
        }
        if m > k && !common::is_common(w) && person(words, m, end).is_some_and(|p| p.sure && p.words > 1) {
            break;
        }
        // "Center for American Progress": common words right behind a people go on with the name.
        let goes_on = new.is_some()
            && tail.map_or(first_free, |t| t + 1) == m
            && (common::is_common(w) || people && m == first_free);
        if new.is_none() || organization::is_tail(w) || goes_on {
            tail = Some(m);
        }
    }
    let mut new = tail.or(new)?;
    // "Ministry of Science, Technology and Environment": common words alone go on after "and".
    while new < last + LONGEST && common::is_common(words.fold(new)) {
        let mut m = new + 1;
        if words.word(m) == "," {
            m += 1;
        }
        if matches!(words.fold(m), "and" | "&") {
            m += 1;
        } else if m == new + 1 || !listed_and(words, m, end) {
            break;
        }
        if m >= end
            || !words.is_capital(m)
            || !common::is_common(words.fold(m))
            || office::is_office(words.fold(m))
        {
            break;
        }
        let stop = stretch(words, m, end);
        if (m..stop).any(|n| office::is_office(words.fold(n))) {
            break;
        }
        let mut n = m;
        while n + 1 < stop && common::is_common(words.fold(n + 1)) && !office::is_office(words.fold(n + 1)) {
            n += 1;
        }
        new = n;
    }
    Some(new)
}

/// After a comma: whether "and" follows within a few capitalised words, as in a list of fields.
fn listed_and(words: &View, from: usize, end: usize) -> bool {
    let mut k = from;
    while k < end && k < from + 5 {
        if words.fold(k) == "and" {
            return words.is_capital(k + 1) && common::is_common(words.fold(k + 1));
        }
        if !words.is_capital(k) && words.word(k) != ","
            || !common::is_common(words.fold(k)) && words.word(k) != ","
        {
            return false;
        }
        k += 1;
    }
    false
}
