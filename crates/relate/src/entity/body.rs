//! Organisations, places and other names of several articles joined: by what the reader takes a name for, by short
//! forms that an article uses for the full name, by initials.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dossier_model::{MentionForm, MentionKind, StateBody};

use super::evidence::Evidence;
use super::link::Links;
use super::referent::Referent;
use crate::fold;

/// Joins countries by their codes.
pub(super) fn join_countries(links: &mut Links<'_, '_>) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let referents = links.referents;
    for (i, b) in referents.iter().enumerate() {
        if let Some(code) = b.local.country.as_deref().filter(|_| b.local.is_country) {
            let j = *first.entry(code).or_insert(i);
            links.join(j, i, Evidence::Country);
        }
    }
}

/// Joins everything that is no person and no country.
pub(super) fn join(links: &mut Links<'_, '_>) {
    let owners = owners(links.referents);
    join_same(links, &owners);
    join_introduced(links);
    join_used(links, &owners);
    join_initials(links);
    join_kinds(links);
}

fn is_body(b: &Referent<'_>) -> bool {
    !b.is_person() && !b.local.is_country
}

/// By a body's name without the country: the countries whose body of that name the story tells of.
type Owners<'b> = HashMap<&'b str, BTreeSet<&'b str>>;

/// The countries whose bodies of one name the story tells of, by name without country.
fn owners<'b>(referents: &'b [Referent<'_>]) -> Owners<'b> {
    let mut out: Owners<'b> = HashMap::new();
    for b in referents {
        if let (Some(body), Some(owner)) = (b.body, b.owner.as_deref()) {
            out.entry(&body.name).or_default().insert(owner);
        }
    }
    out
}

/// Whether a name says nothing of its country in a story of several such bodies: it may be any of them.
fn is_open(b: &Referent<'_>, owners: &Owners<'_>) -> bool {
    let several = |body: &StateBody| owners.get(body.name.as_str()).is_some_and(|o| o.len() > 1);
    b.owner.is_none() && b.body.is_some_and(several)
}

/// One name by the reader's key, or letter for letter.
fn join_same(links: &mut Links<'_, '_>, owners: &Owners<'_>) {
    let mut first: HashMap<(MentionKind, String), Vec<usize>> = HashMap::new();
    let referents = links.referents;
    for (i, b) in referents.iter().enumerate().filter(|(_, b)| is_body(b)) {
        if is_open(b, owners) {
            continue;
        }
        let mut key = fold::letters(&b.local.key);
        let mut letters = fold::letters(&b.name);
        if let Some(body) = b.body {
            // Where the story tells of one such body, it is meant without its country, too.
            let told = owners.get(body.name.as_str()).filter(|_| body.is_only);
            let only = told.and_then(|o| o.first().copied());
            if let Some(owner) = b.owner.as_deref().or(only) {
                key = format!("{owner} {}", body.name);
                letters = format!("{owner} {letters}");
            }
        }
        // The kind's letter in front of the key keeps it apart from letters.
        for key in [
            format!(
                "={}",
                if b.name == b.local.name {
                    key
                } else {
                    String::new()
                }
            ),
            letters,
        ] {
            if key.len() < 2 {
                continue;
            }
            let list = first.entry((b.local.kind, key)).or_default();
            let same = list
                .iter()
                .copied()
                .find(|&j| !fold::contradict(&b.name, &referents[j].name));
            match same {
                Some(j) => {
                    let other = &referents[j].name;
                    let evidence = match () {
                        () if *other == b.name => Evidence::SameName,
                        () if fold::letters(other) == fold::letters(&b.name) => Evidence::Diacritics,
                        () => Evidence::SameBody,
                    };
                    links.join(j, i, evidence);
                }
                None => list.push(i),
            }
        }
    }
}

/// Full names that are introduced with the same letters and share most of their words: "Coastal Defence and Space
/// Company (CDSC)", "Coastal Defense & Space Co. (CDSC)".
fn join_introduced(links: &mut Links<'_, '_>) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let referents = links.referents;
    for (i, b) in referents.iter().enumerate() {
        let introduced = b.names.keys().filter(|(f, t)| {
            *f == MentionForm::Abbreviation && t.len() > 2 && b.name.contains(' ') && *t != b.name
        });
        for (_, letters) in introduced.filter(|_| b.local.kind == MentionKind::Organization) {
            let j = *first.entry(letters).or_insert(i);
            if share_words(&b.name, &referents[j].name) {
                links.join(j, i, Evidence::SameLetters);
            }
        }
    }
}

/// Whether two names have most of their words in common, but for how these end.
fn share_words(a: &str, b: &str) -> bool {
    let words = |name: &str| -> BTreeSet<String> {
        let parts = fold::parts(name).into_iter().filter(|p| p.len() > 2);
        parts.map(|p| p.chars().take(5).collect()).collect()
    };
    let (a, b) = (words(a), words(b));
    let both = a.intersection(&b).count();
    both > 1 && both * 5 >= a.len().max(b.len()) * 3
}

/// A short form that one article uses for one full name, in articles that have only the short form.
fn join_used(links: &mut Links<'_, '_>, owners: &Owners<'_>) {
    let mut used: BTreeMap<(MentionKind, String), BTreeSet<usize>> = BTreeMap::new();
    let referents = links.referents;
    for (i, b) in referents.iter().enumerate().filter(|(_, b)| is_body(b)) {
        for name in b.other_names() {
            let root = links.root(i);
            used.entry((b.local.kind, fold::letters(name)))
                .or_default()
                .insert(root);
        }
    }
    for (i, b) in referents.iter().enumerate().filter(|(_, b)| is_body(b)) {
        let Some(full) = used.get(&(b.local.kind, fold::letters(&b.name))) else {
            continue;
        };
        if is_open(b, owners) {
            continue;
        }
        let own = links.root(i);
        let mut roots: BTreeMap<usize, usize> = BTreeMap::new();
        for &j in full
            .iter()
            .filter(|&&j| !fold::contradict(&b.name, &referents[j].name))
            .filter(|&&j| b.body.is_none() || b.owner.is_none() || b.owner == referents[j].owner)
        {
            roots.entry(links.root(j)).or_insert(j);
        }
        if let [(root, j)] = roots.into_iter().collect::<Vec<_>>()[..]
            && root != own
        {
            let introduced = referents[j]
                .names
                .keys()
                .any(|(f, t)| *f == MentionForm::Abbreviation && fold::letters(t) == fold::letters(&b.name));
            links.join(
                i,
                j,
                if introduced {
                    Evidence::Introduced
                } else {
                    Evidence::UsedFor
                },
            );
        }
    }
}

/// Letters that no article introduces, where they are the initials of one name of the story alone.
fn join_initials(links: &mut Links<'_, '_>) {
    let mut by_initials: HashMap<String, BTreeSet<usize>> = HashMap::new();
    let referents = links.referents;
    let is_organization = |i: &usize| referents[*i].local.kind == MentionKind::Organization;
    for i in (0..referents.len()).filter(is_organization) {
        for initials in initials(&referents[i].name) {
            by_initials.entry(initials).or_default().insert(i);
        }
    }
    for i in (0..referents.len()).filter(is_organization) {
        let name = &referents[i].name;
        if name.len() < 3 || !name.chars().all(|c| c.is_ascii_uppercase()) {
            continue;
        }
        let mut roots: BTreeMap<usize, usize> = BTreeMap::new();
        for &j in by_initials.get(name.as_str()).into_iter().flatten().take(MANY) {
            roots.entry(links.root(j)).or_insert(j);
        }
        let own = links.root(i);
        if let [(root, j)] = roots.into_iter().collect::<Vec<_>>()[..]
            && root != own
        {
            links.join(i, j, Evidence::Initials);
        }
    }
}

/// Of so many names with the same initials no more are looked at.
const MANY: usize = 256;

/// The initials of a name of three words and more, with and without its small words.
fn initials(name: &str) -> BTreeSet<String> {
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
        .collect();
    let of = |words: &[&str]| -> Option<String> {
        let letters: String = words
            .iter()
            .filter_map(|w| fold::letters(w).chars().next())
            .map(|c| c.to_ascii_uppercase())
            .collect();
        (letters.len() > 2).then_some(letters)
    };
    let large: Vec<&str> = words
        .iter()
        .copied()
        .filter(|w| w.starts_with(char::is_uppercase))
        .collect();
    [of(&words), of(&large)].into_iter().flatten().collect()
}

/// One name of two kinds, where nearly all articles agree on one: the reader of the others was mistaken.
fn join_kinds(links: &mut Links<'_, '_>) {
    let referents = links.referents;
    let mut by_name: BTreeMap<&str, BTreeMap<MentionKind, Vec<usize>>> = BTreeMap::new();
    for (i, b) in referents.iter().enumerate().filter(|(_, b)| !b.local.is_country) {
        by_name
            .entry(b.name.as_str())
            .or_default()
            .entry(b.local.kind)
            .or_default()
            .push(i);
    }
    for kinds in by_name.values().filter(|k| k.len() > 1) {
        let Some((most, many)) = kinds
            .iter()
            .max_by_key(|(k, l)| (l.len(), std::cmp::Reverse(**k)))
        else {
            continue;
        };
        for (kind, few) in kinds.iter().filter(|(k, _)| *k != most) {
            let one = referents[many[0]].name.split_whitespace().count() > 1;
            let rival =
                |k: MentionKind| matches!(k, MentionKind::Person | MentionKind::Place | MentionKind::Group);
            // A town and a man, a man and his firm may share one word.
            if many.len() < 3 || many.len() < few.len() * 3 || !one && rival(*kind) && rival(*most) {
                continue;
            }
            if !one && (rival(*kind) || rival(*most)) && many.len() < few.len() * 5 {
                continue;
            }
            for &i in few {
                links.join(many[0], i, Evidence::Kind);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_share_most_words() {
        assert!(share_words(
            "Coastal Defence and Space Company",
            "Coastal Defense & Space NV"
        ));
        assert!(!share_words("Coast News Agency", "Central Norland Agency"));
        assert!(!share_words("Coastal Bank", "Coastal Ferry"));
    }

    #[test]
    fn initials_with_and_without_small_words() {
        assert!(initials("European Central Bank").contains("ECB"));
        assert!(initials("Organisation of the Coast States").contains("OCS"));
        assert!(initials("Department of Energy").contains("DOE"));
        assert!(initials("Coast Guard").is_empty());
    }
}
