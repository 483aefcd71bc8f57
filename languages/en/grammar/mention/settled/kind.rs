//! What a name names, decided once an article from the words around all its mentions.

use std::collections::{HashMap, HashSet};

use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_model::{MentionKind, Upos};
use dossier_world::{country, given_name, office, organization, place};

use super::{agent, evidence, key};
use crate::grammar::mention::name_word;
use crate::grammar::mention::scan::Name;
use crate::grammar::{calendar, common};

dossier_world::words!(FIRM_TAILS = "mention/firm_tails.txt");

/// Votes for each kind that the words around mentions can tell.
type Votes = [u32; KINDS.len()];

const KINDS: [MentionKind; 5] = [
    MentionKind::Person,
    MentionKind::Organization,
    MentionKind::Place,
    MentionKind::Work,
    MentionKind::Other,
];

/// Gives every name the kind that the words around its mentions tell, where they agree.
pub(super) fn decide(words: &View, names: &mut [Name]) {
    let full = surnames(words, names);
    let told: Vec<Option<MentionKind>> = names
        .iter()
        .map(|n| evidence::kind(words, n).or_else(|| by_deed(words, n, &full)))
        .collect();
    let mut votes: HashMap<String, Votes> = HashMap::new();
    for (n, kind) in names.iter().zip(&told) {
        if let Some(k) = kind.and_then(|k| KINDS.iter().position(|x| *x == k)) {
            votes.entry(key(words, n.start, n.end)).or_default()[k] += 1;
        }
    }
    for (n, kind) in names.iter_mut().zip(&told) {
        if !KINDS.contains(&n.kind) {
            continue;
        }
        // The words at a mention count most, then those at the others of the same words.
        let best = kind.or_else(|| {
            // One word of a person's full name may be both: "Bosch" the firm and Anna Bosch.
            let both = n.kind == MentionKind::Person && n.end == n.start + 1;
            let own = !(both && full.all.contains(words.fold(n.start)));
            own.then(|| votes.get(&key(words, n.start, n.end)).and_then(only))
                .flatten()
        });
        match best {
            Some(kind) if kind != n.kind && may_become(words, n, kind, &full) => {
                n.kind = kind;
                n.sure = 2;
            }
            _ => {}
        }
        if n.kind == MentionKind::Person && is_place_alone(words, n, &full) {
            n.kind = MentionKind::Place;
        }
        n.kind = by_tail(words, n).unwrap_or(n.kind);
        if n.kind == MentionKind::Place && is_named_like_place(words, n) {
            n.kind = MentionKind::Person;
        }
    }
    let things = things(words, names);
    for n in names.iter_mut().filter(|n| n.kind == MentionKind::Organization) {
        if n.end == n.start + 1 && things.contains(words.word(n.start)) {
            n.kind = MentionKind::Other;
        }
    }
}

/// What the verb behind a name tells of it: a body or a state acts as "it".
fn by_deed(words: &View, n: &Name, full: &Surnames<'_>) -> Option<MentionKind> {
    if n.kind != MentionKind::Person || given_name::is_given(words.fold(n.start)) && n.end > n.start + 1 {
        return None;
    }
    let single = n.end == n.start + 1;
    let word = words.fold(n.start);
    if agent::is_state(words, n, full.last.contains(word)) {
        return Some(MentionKind::Place);
    }
    // A person's surname is the firm's where a firm of the article begins with it.
    let free = !single || !full.all.contains(word) || full.firms.contains(word);
    let deed = agent::acts(words, n) || agent::owns(words, n) || agent::rates(words, n);
    (free && deed).then(|| agent::kind(words, n))
}

/// "India Jones": a country or a given name in front of a surname that ends no names of places.
fn is_named_like_place(words: &View, n: &Name) -> bool {
    let (first, last) = (words.fold(n.start), words.fold(n.end - 1));
    n.end == n.start + 2
        && words.is_capital(n.start)
        && given_name::is_surname(last)
        && !name_word::ends_place(last)
        && (given_name::is_given(first) || country::by_name(words.word(n.start)).is_some())
        && country::by_name(words.word(n.end - 1)).is_none()
        && !place::is_known(&key(words, n.start, n.end))
        && country::by_name(words.cover(n.start, n.end).of(words.text())).is_none()
}

/// What the last word tells: a bill is no Bill, a party's national convention no treaty.
fn by_tail(words: &View, n: &Name) -> Option<MentionKind> {
    if n.end < n.start + 2 {
        return None;
    }
    let (before, last) = (words.fold(n.end - 2), words.fold(n.end - 1));
    match n.kind {
        MentionKind::Person
            if FIRM_TAILS.has(last)
                && !given_name::is_given(words.fold(n.start))
                && !given_name::is_surname(last)
                && words.is_capital(n.end - 1) =>
        {
            Some(MentionKind::Organization)
        }
        // "Ruby Tuesday": nobody's surname is a day, but for Friday.
        MentionKind::Person if last != "friday" && calendar::is_full_weekday(last) => {
            Some(MentionKind::Other)
        }
        // "Victoria Falls"
        MentionKind::Person
            if n.end == n.start + 2
                && place::is_known(before)
                && name_word::ends_place(last)
                && !given_name::is_surname(last) =>
        {
            Some(MentionKind::Place)
        }
        MentionKind::Person if last == "bill" && is_no_first_name(words, n, before) => {
            Some(MentionKind::Work)
        }
        MentionKind::Work | MentionKind::Organization
            if last == "convention" && office::is_modifier(before) =>
        {
            Some(MentionKind::Event)
        }
        _ => None,
    }
}

/// Whether what stands in front of "Bill" is what it is about.
fn is_no_first_name(words: &View, n: &Name, before: &str) -> bool {
    let given = (n.start..n.end - 1).any(|k| given_name::is_given(words.fold(k)));
    !given && (n.end > n.start + 2 || common::is_common(before))
}

/// Initials that stand for a thing: behind its name in small letters ("a water treatment plant (WTP)"), or counted by
/// an article ("bought an XYZ.").
fn things<'a>(words: &'a View, names: &[Name]) -> HashSet<&'a str> {
    let bodies: HashSet<&str> = (names.iter())
        .filter(|n| n.kind == MentionKind::Organization && n.end == n.start + 1)
        .filter(|n| words.shape(n.start) == Shape::Upper)
        .map(|n| words.word(n.start))
        .filter(|raw| organization::by_abbreviation(raw).is_none())
        .collect();
    if bodies.is_empty() {
        return bodies;
    }
    let is_thing = |k: usize| {
        let raw = words.word(k);
        let bracketed = words.word(k - 1) == "(" && words.word(k + 1) == ")";
        let spelled = bracketed && raw.chars().count() > 2 && spells(words, k - 1, raw);
        let counted = matches!(words.fold(k - 1), "a" | "an")
            && !matches!(
                words.upos(k + 1),
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num
            )
            && words.word(k + 1) != "-";
        spelled || counted
    };
    (2..words.len())
        .filter(|&k| words.shape(k) == Shape::Upper && bodies.contains(words.word(k)) && is_thing(k))
        .map(|k| words.word(k))
        .collect()
}

/// Whether the last words in front of word `end` are in small letters, begin with the last letters of `raw`, and end in
/// no body.
fn spells(words: &View, end: usize, raw: &str) -> bool {
    let mut letters = raw.chars().rev().map(|c| c.to_ascii_lowercase());
    let mut k = end;
    for _ in 0..2 {
        let Some(letter) = letters.next() else {
            return false;
        };
        k = k.saturating_sub(1);
        if words.shape(k) != Shape::Lower || !words.fold(k).starts_with(letter) {
            return false;
        }
    }
    !name_word::ends_body(words.fold(end - 1))
}

/// The one kind that was told, where no other was.
fn only(votes: &Votes) -> Option<MentionKind> {
    let mut told = votes.iter().zip(KINDS).filter(|(v, _)| **v > 0);
    let (_, kind) = told.next()?;
    told.next().is_none().then_some(kind)
}

/// First and last words of people's full names: of all, and of those who bear a known given name.
struct Surnames<'a> {
    all: HashSet<&'a str>,
    given: HashSet<&'a str>,
    last: HashSet<&'a str>,
    /// First words of bodies with longer names.
    firms: HashSet<&'a str>,
}

fn surnames<'a>(words: &'a View, names: &[Name]) -> Surnames<'a> {
    let (mut all, mut given) = (HashSet::new(), HashSet::new());
    let (mut surnames, mut firms) = (HashSet::new(), HashSet::new());
    for n in names {
        if n.end > n.start + 1
            && (n.kind == MentionKind::Organization || FIRM_TAILS.has(words.fold(n.end - 1)))
        {
            firms.insert(words.fold(n.start));
        }
        if n.kind != MentionKind::Person || n.end < n.start + 2 {
            continue;
        }
        let both = [words.fold(n.start), words.fold(n.end - 1)];
        all.extend(both);
        surnames.insert(words.fold(n.end - 1));
        if given_name::is_given(words.fold(n.start)) {
            given.extend(both);
        }
    }
    Surnames {
        all,
        given,
        last: surnames,
        firms,
    }
}

/// Whether a name can be of the kind that the words tell: countries stay countries, initials and listed bodies stay
/// bodies, and who has a given name is no firm.
fn may_become(words: &View, n: &Name, kind: MentionKind, full: &Surnames<'_>) -> bool {
    let text = words.cover(n.start, n.end).of(words.text());
    let last = words.fold(n.end - 1);
    let single = n.end == n.start + 1;
    if n.kind == MentionKind::Place && country::by_name(text).is_some() {
        return false;
    }
    match kind {
        MentionKind::Person => {
            let plain = (n.start..n.end).all(|k| words.shape(k) == Shape::Capital);
            let listed = organization::by_name(&key(words, n.start, n.end)).is_some()
                || name_word::ends_body(last)
                || name_word::ends_place(last)
                || place::is_known(&key(words, n.start, n.end)) && !single;
            let human = given_name::is_given(words.fold(n.start)) || given_name::is_surname(last);
            let unknown = n.kind == MentionKind::Place && n.end == n.start + 2;
            plain && !listed && n.end <= n.start + 3 && (human || unknown) && n.sure < 2
        }
        // "in a district Ana Ruiz won"
        MentionKind::Organization | MentionKind::Place if n.kind == MentionKind::Person => {
            single || !given_name::is_given(words.fold(n.start)) && !full.given.contains(last)
        }
        MentionKind::Work if n.kind == MentionKind::Organization => false,
        MentionKind::Other | MentionKind::Work => single || !given_name::is_given(words.fold(n.start)),
        _ => true,
    }
}

/// "Washington imposed sanctions": a known place of one word that no full name of the article bears and no title marks.
fn is_place_alone(words: &View, n: &Name, full: &Surnames<'_>) -> bool {
    let fold = words.fold(n.start);
    n.end == n.start + 1
        && !full.all.contains(fold)
        && (place::is_known(fold)
            || country::by_name(words.word(n.start)).is_some()
            || country::by_capital(words.word(n.start)).is_some())
        && !evidence::is_person(words, n)
}
