//! Which person holds the offices of a sentence.

use dossier_model::{LocalId, MentionKind, RoleBy};

use super::apposition::{
    across_comma, ends_in_noun, ends_in_person, is_behind_person, is_charge, is_open_charge, is_title_of_work,
};
use super::{Names, Office, chain, seat, subject};
use crate::grammar::common;
use crate::grammar::mention::scan::Name;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::office;

dossier_world::words!(BEGUN = "mention/begun_words.txt");
dossier_world::words!(COPULAS = "mention/copulas.txt");
dossier_world::words!(HAS_LEFT = "mention/leaving_verbs.txt");
dossier_world::words!(SERVES = "mention/serves.txt");
dossier_world::words!(BETWEEN = "mention/between_holder_and_office.txt");

/// Gives the offices of one sentence to its people.
pub(super) fn attach(words: &View, names: &Names<'_>, offices: &mut [Office], start: usize, end: usize) {
    let holder_at = |k: usize| {
        names
            .starting(k)
            .filter(|(_, n)| n.kind == MentionKind::Person)
            .map(|(i, n)| (names.locals_of.get(i).copied().flatten(), n.end))
    };
    // Right in front of a name, the chain in front of it included.
    let mut direct = vec![false; offices.len()];
    for o in (0..offices.len()).rev() {
        // "… arrested the driver", a line's end, and the next begins with a name.
        let broken = offices[o].definite && words.breaks(offices[o].end);
        let Some((Some(holder), name_end)) = holder_at(offices[o].end)
            .filter(|_| {
                !broken && !ends_in_person(words, &offices[o]) && !ends_in_noun(words, names, &offices[o])
            })
            .filter(|(_, end)| !is_title_of_work(words, &offices[o], *end))
            .or_else(|| across_comma(words, names, &offices[o], (start, end)))
            .filter(|_| !is_open_charge(words, &offices[o], start))
        else {
            continue;
        };
        offices[o].holder = Some(holder);
        if name_end < offices[o].end || words.word(offices[o].end) == "," {
            offices[o].by = RoleBy::Apposition;
        }
        of_country(words, names, &mut offices[o], name_end);
        seat::of(words, &mut offices[o], name_end);
        direct[o] = true;
        let mut at = o;
        while at > 0
            && linked(words, offices[at - 1].end, offices[at].start)
            // "Ana Ruiz, spokesman of the army, and Captain Paul Girard"
            && behind_name(words, names, &offices[at - 1], None, start).is_none()
            && (!offices[at - 1].definite || is_one_pair(words, &offices[at - 1], &offices[at]))
            && !offices[at].definite
            && offices[at - 1].holder.is_none()
            && !is_charge(words, &offices[at - 1])
            && !is_time_in_office(words, &offices[at - 1])
        {
            at -= 1;
            offices[at].holder = Some(holder);
            offices[at].by = RoleBy::Chain;
            direct[at] = true;
        }
    }
    // Behind a name: across a comma, a bracket or a copula.
    for o in 0..offices.len() {
        // "Captain Ruiz" where two bear the name is nobody else's rank.
        let taken = matches!(holder_at(offices[o].end), Some((None, _)));
        if offices[o].holder.is_some() || taken {
            continue;
        }
        let previous = o.checked_sub(1).map(|p| offices[p].clone());
        if let Some(p) = &previous
            && let Some(holder) = p.holder
            && !direct[o - 1]
            && !is_charge(words, &offices[o])
            && linked(words, p.end, offices[o].start - usize::from(offices[o].definite))
        {
            offices[o].holder = Some(holder);
            offices[o].by = RoleBy::Chain;
            continue;
        }
        let owner = owner(words, names, offices.get(..o).unwrap_or(&[]), &offices[o]);
        match behind_name(words, names, &offices[o], owner, start) {
            Some(held) => {
                offices[o].holder = Some(held.by);
                offices[o].by = held.told;
                offices[o].former |= held.over;
            }
            // A charge is told by the words at the name or not at all.
            None if is_charge(words, &offices[o]) => {}
            None => {
                offices[o].holder = subject::of(words, names, &offices[o]);
                offices[o].by = RoleBy::Verb;
            }
        }
    }
    chain::share(words, offices);
}

/// "Prime Minister Ana Ruiz of Peru": the country behind the name is that of the office in front of it.
fn of_country(words: &View, names: &Names<'_>, office: &mut Office, name_end: usize) {
    let calling = super::is_calling(words, office.head);
    if office.organization.is_some() || office.country.is_some() || calling || words.fold(name_end) != "of" {
        return;
    }
    let k = name_end + 1 + usize::from(words.fold(name_end + 1) == "the");
    let body = |n: &Name| matches!(n.kind, MentionKind::Place | MentionKind::Organization);
    let Some((i, n)) = names.starting(k).filter(|(_, n)| body(n)) else {
        return;
    };
    // "told President Ion Popa of Peru's plan" speaks of the plan.
    let ends = words.shape(n.end) == Shape::Mark || words.shape(n.end) == Shape::Lower;
    let owns = matches!(words.fold(n.end), "'s" | "’s" | "'" | "’");
    let parted = words.shape(n.end) == Shape::Mark || words.is_verb(n.end);
    if owns || !ends || n.kind == MentionKind::Organization && !parted {
        return;
    }
    let code = names.country(words, i);
    if code.is_some() || parted {
        office.organization = Some((n.start, n.end));
        office.country = code;
        office.inferred = true;
    }
}

/// "during her time as secretary of state, President Ion Popa said": the comma ends what is told of her.
fn is_time_in_office(words: &View, office: &Office) -> bool {
    words.word(office.end) == ","
        && words.fold(office.end + 1) != "and"
        && office.start > 0
        && words.fold(office.start - 1) == "as"
}

/// "the former mayor and senator Ana Ruiz": one determiner and one marker for both, in small letters.
fn is_one_pair(words: &View, a: &Office, b: &Office) -> bool {
    let small = |o: &Office| words.shape(o.head) == Shape::Lower;
    a.shared && small(a) && small(b) && b.start == a.end + 1
}

/// Whether nothing but "and", a comma or both stands between two offices.
fn linked(words: &View, end: usize, start: usize) -> bool {
    match start.checked_sub(end) {
        // "Army Chief of Staff Gen. Peter Hunt"
        Some(0) => office::is_rank(words.fold(start)),
        Some(1) => matches!(words.fold(end), "and" | "," | "&" | "/" | "-"),
        Some(2) => {
            words.word(end) == "," && words.fold(end + 1) == "and"
                || matches!(words.fold(end), "and")
                    && matches!(words.fold(end + 1), "the" | "a" | "an" | "also")
                || words.word(end) == "," && matches!(words.fold(end + 1), "the" | "a" | "an")
        }
        Some(3) => {
            words.word(end) == ","
                && words.fold(end + 1) == "and"
                && matches!(words.fold(end + 2), "the" | "a" | "an")
        }
        _ => false,
    }
}

/// Where the words begin of the person that an office is told by: "Susan Hart, President Ion Popa's adviser".
fn owner(words: &View, names: &Names<'_>, before: &[Office], office: &Office) -> Option<usize> {
    let mark = office.start.checked_sub(1)?;
    if !matches!(words.fold(mark), "'s" | "’s" | "'" | "’") {
        return None;
    }
    let (_, n) = names
        .ending(mark)
        .filter(|(_, n)| n.kind == MentionKind::Person)?;
    let titled = before.iter().rev().find(|o| o.end == n.start);
    Some(titled.map_or(n.start, |o| o.start))
}

/// Whose an office is, and whether the verb says that it is over.
struct Held {
    by: LocalId,
    over: bool,
    told: RoleBy,
}

/// The person whose name stands in front of the office: "Ana Ruiz, a researcher", "Ana Ruiz, who is head of …",
/// "Ana Ruiz was elected president", "Ana Ruiz resigned as mayor".
///
/// `owner` is the place of a person whose office it is ("President Ion Popa's adviser").
fn behind_name(
    words: &View,
    names: &Names<'_>,
    office: &Office,
    owner: Option<usize>,
    start: usize,
) -> Option<Held> {
    // "Ana Ruiz, the current leader's mother": somebody else's.
    if matches!(words.fold(office.end), "'s" | "’s" | "'" | "’") {
        return None;
    }
    let mut k = owner.unwrap_or(office.start);
    let mut loose = 0;
    // Determiners and plain adjectives in front of the office, and whose it is: "the bank's", "33-year-old".
    while k > start && loose < 8 && owner.is_none() {
        let w = words.fold(k - 1);
        let compound = words.word(k - 1) == "-" && words.is_glued(k - 1)
            || words.shape(k - 1) == Shape::Number && words.word(k) == "-";
        if compound {
            k -= 1;
            loose += 1;
            continue;
        }
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
    let mut over = false;
    let mut comma = false;
    let mut m = k;
    if matches!(words.word(m - 1), "," | "(" | "–" | "—") {
        comma = true;
        m -= 1;
    } else {
        while m > start
            && verbs < 5
            && (is_copula(words.fold(m - 1)) || BETWEEN.has(words.fold(m - 1)) || has_left(words.fold(m - 1)))
        {
            m -= 1;
            verbs += 1;
        }
        if verbs == 0
            || !(m..k).any(|x| {
                is_copula(words.fold(x))
                    || has_left(words.fold(x))
                    || matches!(
                        words.fold(x),
                        "became" | "elected" | "appointed" | "named" | "used"
                    )
                    || took_office(words, x)
            })
        {
            return None;
        }
        // "is to be president", "has to be": only "used to be" tells.
        let to = (m..k).find(|&x| words.fold(x) == "to");
        if to.is_some_and(|x| words.fold(x.wrapping_sub(1)) != "used" || x == m) {
            return None;
        }
        let any = |list: &[&str]| (m..k).any(|x| list.contains(&words.fold(x)));
        let begun = (m..k).any(|x| BEGUN.has(words.fold(x)));
        let left = (m..k).any(|x| has_left(words.fold(x)));
        // "has fired his data director": somebody else's.
        if left && !any(&["as", "from"]) {
            return None;
        }
        over = left
            || any(&["longer"])
            || !begun && any(&["was", "were", "served", "worked", "acted", "used", "had"]) && !any(&["has"]);
        if matches!(words.fold(k - 1), "in" | "as")
            && !(m..k).any(|x| SERVES.has(words.fold(x)) || has_left(words.fold(x)) || took_office(words, x))
        {
            return None;
        }
        if m > start && matches!(words.word(m - 1), "," | "(") && words.fold(m) == "who" {
            m -= 1;
        }
    }
    // A man's age may stand between: "Ana Ruiz, 54, a farmer".
    if comma && m > start + 1 && words.shape(m - 1) == Shape::Number && words.word(m - 2) == "," {
        m -= 2;
    }
    let (i, n) = names.ending(m)?;
    if n.kind != MentionKind::Person || n.start < start {
        return None;
    }
    // "if Ana Ruiz was the president" tells what is not.
    if verbs > 0 && n.start > start && matches!(words.fold(n.start - 1), "if" | "whether" | "unless" | "wish")
    {
        return None;
    }
    // "a friend of Ana Ruiz, the suspect", "Ana Ruiz, the alleged attacker"
    if is_charge(words, office)
        && (is_behind_person(words, n.start, start) || is_open_charge(words, office, start))
    {
        return None;
    }
    // "He met Ana Ruiz, president of …" is an apposition; "In Ana Ruiz, the president found" is rare.
    let by = names.locals_of.get(i).copied().flatten()?;
    let told = if comma { RoleBy::Apposition } else { RoleBy::Verb };
    Some(Held { by, over, told })
}

/// "took office as"
fn took_office(words: &View, k: usize) -> bool {
    words.fold(k) == "took" && words.fold(k + 1) == "office"
}

/// Verbs that leave an office: "resigned as", "was ousted as", "stepped down as".
fn has_left(folded: &str) -> bool {
    folded == "stood" || HAS_LEFT.has(folded)
}

fn is_copula(folded: &str) -> bool {
    COPULAS.has(folded)
}
