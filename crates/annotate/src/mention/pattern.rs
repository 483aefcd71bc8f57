//! The shapes that names take: organisations by head and tail words, places, persons, titles in front.

use super::gazetteer;
use super::words::{Shape, Words};
use crate::lists::{common, given_name, office, organization, place};

/// A function word of English that opens a name of another language inside a sentence: "To Lam", "He Lifeng".
pub(crate) fn is_name_like(words: &Words<'_>, i: usize, end: usize) -> bool {
    let w = words.fold(i);
    words.shape(i) == Shape::Capital
        && (given_name::is_vietnamese_surname(w)
            || given_name::is_chinese_surname(w)
            || given_name::is_korean_surname(w))
        && i + 1 < end
        && words.shape(i + 1) == Shape::Capital
        && is_syllabic(words.fold(i + 1))
        && !common::is_common(words.fold(i + 1))
        && !words.opens_sentence(i)
}

/// Particles inside persons' names.
pub(crate) fn is_particle(folded: &str) -> bool {
    matches!(
        folded,
        "de" | "la"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "das"
            | "do"
            | "du"
            | "des"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "ten"
            | "bin"
            | "bint"
            | "ibn"
            | "al"
            | "el"
            | "ul"
            | "ud"
            | "uz"
            | "y"
            | "e"
            | "abu"
            | "zu"
            | "af"
            | "le"
            | "i"
    )
}

/// Parts written small after a hyphen inside a name: "Jong-un", "Tehreek-e-Insaf".
fn is_small_part(words: &Words<'_>, i: usize) -> bool {
    let w = words.fold(i);
    matches!(
        w,
        "e" | "i"
            | "ul"
            | "ur"
            | "el"
            | "al"
            | "ud"
            | "de"
            | "du"
            | "la"
            | "le"
            | "les"
            | "sur"
            | "en"
            | "on"
            | "ez"
            | "es"
            | "as"
            | "a"
            | "bi"
    ) && words.is_glued(i + 1)
        || i >= 3
            && w.len() <= 5
            && w.len() >= 2
            && given_name::is_korean_surname(words.fold(i - 3))
            && words.is_capital(i - 3)
}

/// No name has more words than this; longer rows of capitals are cut, so that they are read in linear time.
const LONGEST: usize = 40;

/// One past the last word of the stretch of capitalised words from `i`, hyphens between them included.
pub(crate) fn stretch(words: &Words<'_>, i: usize, end: usize) -> usize {
    let end = end.min(i + LONGEST);
    let mut k = i + 1;
    while k < end {
        let raw = words.raw(k);
        match words.shape(k) {
            Shape::Capital | Shape::Upper if !common::is_calendar(words.fold(k)) || is_may(words, k) => {
                if common::is_function(words.fold(k)) && words.shape(k) != Shape::Upper
                    || is_outcry(words, i, k)
                {
                    break;
                }
                k += 1;
            }
            Shape::Mark
                if matches!(raw, "-" | "‑") && words.is_glued(k) && words.is_glued(k + 1) && k + 1 < end =>
            {
                if words.is_capital(k + 1)
                    || is_small_part(words, k + 1)
                    || words.shape(k + 1) == Shape::Number
                {
                    k += 2;
                } else {
                    break;
                }
            }
            Shape::Mark if raw == "&" && k + 1 < end && words.is_capital(k + 1) => k += 2,
            _ => break,
        }
    }
    k
}

/// "Theresa May", "Wei Jun": a month's name after a given name, a short one after a surname that stands first.
fn is_may(words: &Words<'_>, k: usize) -> bool {
    if k == 0
        || words.shape(k) != Shape::Capital
        || !words.is_capital(k - 1)
        || words.shape(k + 1) == Shape::Number
    {
        return false;
    }
    let before = words.fold(k - 1);
    given_name::is_given(before)
        || words.fold(k).len() == 3
            && (given_name::is_chinese_surname(before)
                || given_name::is_korean_surname(before)
                || given_name::is_vietnamese_surname(before))
}

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

/// Whether word `k` changes from small letters to a word cried out in capitals, or back.
fn is_outcry(words: &Words<'_>, start: usize, k: usize) -> bool {
    let cry = |m: usize| {
        let letters = words.raw(m).chars().filter(|c| c.is_alphabetic()).count();
        words.shape(m) == Shape::Upper
            && letters > 3
            && (letters > 5 || common::is_common(words.fold(m)) || words.seen(words.fold(m)).lower > 0)
            && !words.raw(m).contains('.')
            && gazetteer::longest(words, m, m + 1).is_none()
    };
    k > start
        && (cry(k) && words.shape(k - 1) == Shape::Capital || cry(k - 1) && words.shape(k) == Shape::Capital)
}

fn is_link(folded: &str) -> bool {
    matches!(folded, "of" | "for" | "on")
}

/// Number of words of the organisation's name that starts with word `i`; 0 where none does.
pub(crate) fn organization(words: &Words<'_>, i: usize, end: usize) -> usize {
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
        && !matches!(words.raw(i + 1), "-" | "&")
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
fn over_and(words: &Words<'_>, i: usize, stop: usize, end: usize) -> usize {
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

/// Number of words of a named happening that starts with word `i`: "World War II", "Sundance Film Festival",
/// "2015 Freedonian general election".
pub(crate) fn event(words: &Words<'_>, i: usize, end: usize) -> usize {
    if words.shape(i) == Shape::Number && words.raw(i).len() == 4 && words.is_capital(i + 1) {
        let stop = stretch(words, i + 1, end);
        let mut k = stop;
        while k < end.min(stop + 4) && words.shape(k) == Shape::Lower {
            if matches!(words.fold(k), "election" | "elections" | "referendum") {
                return k + 1 - i;
            }
            if !matches!(
                words.fold(k),
                "general"
                    | "presidential"
                    | "parliamentary"
                    | "legislative"
                    | "federal"
                    | "state"
                    | "local"
                    | "municipal"
                    | "provincial"
                    | "regional"
                    | "mayoral"
                    | "gubernatorial"
                    | "constitutional"
                    | "primary"
                    | "senate"
                    | "independence"
            ) {
                break;
            }
            k += 1;
        }
        return 0;
    }
    let stop = stretch(words, i, end);
    let mut last = stop;
    if last > i + 2 && is_suffix(words.fold(last - 1)) {
        last -= 1;
    } else if words.fold(stop) == "i" || words.fold(stop) == "ii" {
        return 0;
    }
    let w = words.fold(last - 1);
    let tail = matches!(
        w,
        "festival"
            | "games"
            | "cup"
            | "olympics"
            | "championship"
            | "championships"
            | "war"
            | "wars"
            | "summit"
            | "awards"
            | "revolution"
            | "uprising"
            | "tournament"
            | "prix"
            | "marathon"
            | "conference"
            | "biennale"
            | "expo"
            | "intifada"
            | "genocide"
            | "holocaust"
    );
    let clean = !(i..last - 1).any(|k| {
        office::is_office(words.fold(k)) || organization::is_tail(words.fold(k)) && words.fold(k) != "press"
    });
    if tail && last > i + 1 && clean && !words.opens_sentence(i) {
        stop - i
    } else {
        0
    }
}

/// Number of words of a treaty, law or plan that starts with word `i`: "Paris Agreement", "Voting Rights Act".
pub(crate) fn work(words: &Words<'_>, i: usize, end: usize) -> usize {
    let stop = stretch(words, i, end);
    let w = words.fold(stop - 1);
    let tail = matches!(
        w,
        "agreement"
            | "agreements"
            | "treaty"
            | "act"
            | "convention"
            | "protocol"
            | "pact"
            | "accord"
            | "accords"
            | "declaration"
            | "constitution"
            | "charter"
            | "amendment"
    );
    let clean = !(i..stop - 1).any(|k| office::is_office(words.fold(k)));
    if tail && stop > i + 1 && clean && !words.opens_sentence(i) {
        stop - i
    } else {
        0
    }
}

/// From the last word of an organisation's name, goes on over "of the Political Bureau", "for Foreign Affairs
/// and Trade"; returns the new last word.
fn extend(words: &Words<'_>, last: usize, end: usize) -> Option<usize> {
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
        if words.raw(m) == "," {
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
fn listed_and(words: &Words<'_>, from: usize, end: usize) -> bool {
    let mut k = from;
    while k < end && k < from + 5 {
        if words.fold(k) == "and" {
            return words.is_capital(k + 1) && common::is_common(words.fold(k + 1));
        }
        if !words.is_capital(k) && words.raw(k) != ","
            || !common::is_common(words.fold(k)) && words.raw(k) != ","
        {
            return false;
        }
        k += 1;
    }
    false
}

/// Number of words of the place's name that starts with word `i`, told by an opener or a tail; 0 where none.
pub(crate) fn place(words: &Words<'_>, i: usize, end: usize) -> usize {
    let stop = stretch(words, i, end);
    let first = words.fold(i);
    let mut tail = None;
    for k in i + 1..stop {
        let w = words.fold(k);
        if place::is_tail(w) {
            tail = Some(k);
        }
        if office::is_office(w) {
            break;
        }
    }
    if office::is_courtesy(first) && !matches!(first, "st" | "st." | "mt" | "mt.") {
        return 0;
    }
    // "Christopher R. Hill", "Marianne Lake": some tails are surnames.
    if let Some(k) = tail
        && k + 1 == stop
        && given_name::is_given(first)
        && (k == i + 1 || k == i + 2 && is_initial(words, i + 1))
        && matches!(
            words.fold(k),
            "hill"
                | "hills"
                | "heath"
                | "field"
                | "forest"
                | "lake"
                | "hall"
                | "lane"
                | "ward"
                | "rivers"
                | "port"
                | "pass"
                | "cape"
                | "falls"
                | "church"
                | "house"
                | "temple"
                | "coast"
        )
    {
        return 0;
    }
    // "U.S. Air Force Yokota Air Base": the body in front is a name of its own.
    if let Some(k) = tail
        && (i + 2..k - 1).any(|m| {
            let w = words.fold(m);
            organization::is_tail(w)
                && !organization::is_weak_tail(w)
                && !place::is_tail(w)
                && !place::is_tail(words.fold(m + 1))
                && !common::is_common(words.fold(m + 1))
        })
    {
        return 0;
    }
    if let Some(k) = tail {
        let company = (i..k).any(|m| !common::is_common(words.fold(m)) && words.shape(m) != Shape::Mark);
        if company {
            return k + 1 - i;
        }
    }
    let geographic = matches!(
        first,
        "lake" | "mount" | "mt" | "mt." | "fort" | "port" | "cape" | "camp" | "isle"
    );
    if geographic && stop > i + 1 && !office::is_office(words.fold(i + 1)) {
        return (stop - i).min(3);
    }
    let of = matches!(
        first,
        "gulf"
            | "bay"
            | "strait"
            | "isle"
            | "island"
            | "islands"
            | "province"
            | "city"
            | "state"
            | "republic"
            | "kingdom"
            | "sea"
            | "port"
            | "cape"
            | "lake"
            | "river"
            | "university-town"
    );
    if of && words.fold(i + 1) == "of" {
        let k = if words.fold(i + 2) == "the" { i + 3 } else { i + 2 };
        if k < end && words.is_capital(k) && !common::is_common(words.fold(k)) {
            let stop =
                gazetteer::longest(words, k, end).map_or_else(|| stretch(words, k, end), |h| k + h.words);
            return stop - i;
        }
    }
    0
}

/// Number of words of a title in capitals that starts with word `i`: "Deputy Prime Minister". It must end in
/// an office.
pub(crate) fn title(words: &Words<'_>, i: usize, end: usize) -> usize {
    let stop = stretch(words, i, end);
    let mut last = None;
    for k in i..stop.min(i + 7) {
        let w = words.fold(k);
        if office::is_courtesy(w) && k == i {
            // "Dr. Prof." may follow each other; a point may be a token of its own.
            last = Some(k);
            continue;
        }
        if office::is_office(w) {
            last = Some(k);
            continue;
        }
        if !(office::is_modifier(w) || words.raw(k) == "-" || words.raw(k) == "&") {
            break;
        }
    }
    last.map_or(0, |k| k + 1 - i)
}

/// Whether the word looks like an initial: "J.", "J", "J.K.".
pub(crate) fn is_initial(words: &Words<'_>, i: usize) -> bool {
    let raw = words.raw(i);
    let letters = raw.chars().filter(|c| c.is_alphabetic()).count();
    words.is_capital(i)
        && letters > 0
        && letters <= 2
        && (raw.ends_with('.') || letters == 1)
        && raw.len() <= 4
}

/// What follows a name: "Jr.", "III".
pub(crate) fn is_suffix(folded: &str) -> bool {
    matches!(
        folded,
        "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "xiv" | "xvi"
    )
}

/// What speaks for a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Person {
    /// How many words.
    pub words: usize,
    /// Whether a known given name, an initial or a surname-first pattern speaks for it.
    pub sure: bool,
}

/// The person's name that may start with word `i`, going on over capitalised words and particles.
pub(crate) fn person(words: &Words<'_>, i: usize, end: usize) -> Option<Person> {
    let end = end.min(i + LONGEST);
    let first = words.fold(i);
    let asian = given_name::is_vietnamese_surname(first)
        || given_name::is_chinese_surname(first)
        || given_name::is_korean_surname(first);
    let given = given_name::is_given(first) || is_initial(words, i);
    if !may_open(words, i, end, given || asian) {
        return None;
    }
    let mut k = i + 1;
    let mut names = 1;
    let mut support = false;
    while k < end && names < 6 {
        let w = words.fold(k);
        if words.is_capital(k) {
            if common::is_calendar(w) && !is_may(words, k)
                || common::is_function(w) && words.shape(k) != Shape::Upper && !asian
            {
                break;
            }
            let surname = given_name::is_surname(w);
            if office::is_office(w) && !surname && !asian
                || breaks_off(words, k, end, k - i, surname || asian)
            {
                break;
            }
            support |= given_name::is_given(w) || surname || is_initial(words, k);
            names += 1;
            k += 1;
        } else if matches!(words.raw(k), "-" | "‑")
            && words.is_glued(k)
            && words.is_glued(k + 1)
            && k + 1 < end
        {
            if words.is_capital(k + 1)
                || is_small_part(words, k + 1)
                || asian && words.shape(k + 1) == Shape::Lower && words.fold(k + 1).len() <= 5
            {
                support |= is_small_part(words, k + 1);
                k += 2;
            } else {
                break;
            }
        } else if is_particle(w) && words.shape(k) == Shape::Lower {
            let mut m = k + 1;
            while m < end
                && (is_particle(words.fold(m)) && words.shape(m) == Shape::Lower
                    || matches!(words.raw(m), "-"))
                && m < k + 4
            {
                m += 1;
            }
            if m < end
                && words.is_capital(m)
                && !common::is_common(words.fold(m))
                && !matches!(w, "y" | "e" | "i")
            {
                support = true;
                k = m + 1;
                names += 1;
            } else {
                break;
            }
        } else if words.raw(k) == "," && is_suffix(words.fold(k + 1)) {
            k += 2;
        } else {
            break;
        }
    }
    if names < 2 && k == i + 1 {
        return given_name::is_surname(first).then_some(Person {
            words: 1,
            sure: false,
        });
    }
    // A row of names without "and" is a list that lost its marks.
    let particles = (i..k).any(|m| !words.is_capital(m) || is_initial(words, m));
    if names > 4 && !particles && !asian {
        return None;
    }
    let all_common = (i..k).all(|m| common::is_common(words.fold(m)) || !words.is_capital(m));
    if all_common && !asian {
        return None;
    }
    let syllables = asian
        && names <= 4
        && (i + 1..k)
            .filter(|&m| words.is_capital(m))
            .all(|m| is_syllabic(words.fold(m)));
    if syllables {
        return Some(Person {
            words: k - i,
            sure: true,
        });
    }
    (given || support).then_some(Person {
        words: k - i,
        sure: (given || support) && names >= 2,
    })
}

/// Whether a person's name may start with word `i`: no common word, no cry in capitals, no compass point in front
/// of a country, no abbreviation.
fn may_open(words: &Words<'_>, i: usize, end: usize, known: bool) -> bool {
    let w = words.fold(i);
    if office::is_courtesy(w) && !given_name::is_given(w) || office::is_office_plural(w) {
        return false;
    }
    if !known && common::is_common(w) && !given_name::is_surname(w) {
        return false;
    }
    let letters = words.raw(i).chars().filter(|c| c.is_alphabetic()).count();
    let cry = words.shape(i) == Shape::Upper && letters > 2 && words.shape(i + 1) != Shape::Upper && !known;
    let point = is_initial(words, i)
        && gazetteer::longest(words, i + 1, end)
            .is_some_and(|h| matches!(h.known, gazetteer::Known::Country | gazetteer::Known::Demonym));
    !cry && !point && !is_clipped(words, i)
}

/// A clipped word with its point: "No.", "Nov.", "Ill.", "Ave.".
fn is_clipped(words: &Words<'_>, i: usize) -> bool {
    let raw = words.raw(i);
    raw.ends_with('.')
        && words.shape(i) == Shape::Capital
        && raw.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !is_suffix(words.fold(i))
}

/// Whether a person's name of so many words ends before the capitalised word `k`: where a common word, a body or a
/// change between capitals and small letters follows.
fn breaks_off(words: &Words<'_>, k: usize, end: usize, names: usize, known: bool) -> bool {
    let w = words.fold(k);
    if is_clipped(words, k) || office::is_courtesy(w) && !known && !is_suffix(w) {
        return true;
    }
    let letters = words.raw(k).chars().filter(|c| c.is_alphabetic()).count();
    let before = words.shape(k - 1);
    let cried = words.shape(k) == Shape::Upper && letters > 2 && before == Shape::Capital;
    if cried && (names > 1 || common::is_common(w)) {
        return true;
    }
    let calmed = before == Shape::Upper
        && words.shape(k) == Shape::Capital
        && words.raw(k - 1).chars().filter(|c| c.is_alphabetic()).count() > 3
        && !words.raw(k - 1).contains('.');
    if calmed && names > 1 {
        return true;
    }
    let body = gazetteer::longest(words, k, end).is_some_and(|h| {
        h.known == gazetteer::Known::Organization
            && (h.words > 1 || names > 1 && !common::is_common(w) && !is_initial(words, k - 1))
    });
    body || names > 1
        && !known
        && common::is_common(w)
        && !given_name::is_given(w)
        && !is_initial(words, k - 1)
}

/// Whether a word could be Chinese, Korean or Vietnamese by its sounds: short, no cluster of consonants but those these
/// languages write, ending in a vowel or a permitted consonant.
fn is_syllabic(folded: &str) -> bool {
    if folded.len() > 9 || !folded.is_ascii() {
        return false;
    }
    let good_end = [
        "a", "e", "i", "o", "u", "y", "n", "g", "h", "m", "p", "t", "c", "k", "r", "l", "w",
    ]
    .iter()
    .any(|x| folded.ends_with(x));
    let vowels = folded.bytes().filter(|b| b"aeiouy".contains(b)).count();
    let mut run = 0;
    for b in folded.bytes() {
        run = if b"aeiouy".contains(&b) { 0 } else { run + 1 };
        if run > 3 {
            return false;
        }
    }
    let bad = [
        "st", "br", "cr", "dr", "fr", "gr", "bl", "cl", "fl", "gl", "pl", "sl", "sp", "sk", "ck", "rt", "rd",
        "rn", "ll", "ss", "ff", "tt", "son", "ton", "ley",
    ];
    good_end && (1..=5).contains(&vowels) && !bad.iter().any(|b| folded.contains(b) && folded.len() > b.len())
}
