//! People of several articles joined by their names: full ones first, then what is left of them alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::evidence::Evidence;
use super::link::Links;
use super::name::FullName;
use super::referent::Referent;
use super::spelling;
use crate::fold;

/// Of so many people with one family name and one first letter, none is told from the others by less than the
/// full name.
const MANY: usize = 256;

/// One spelling of a full name, with the referents that have it as their fullest.
struct Form {
    name: FullName,
    referents: Vec<usize>,
}

/// Joins people.
pub(super) fn join(links: &mut Links<'_, '_>) {
    let forms = forms(links);
    join_full(&forms, links);
    join_turned(&forms, links);
    join_short(&forms, links);
}

/// The full names, the fullest first.
fn forms(links: &mut Links<'_, '_>) -> Vec<Form> {
    let mut by_text: BTreeMap<&str, Form> = BTreeMap::new();
    for (i, b) in links.referents.iter().enumerate().filter(|(_, b)| b.is_person()) {
        let form = by_text.entry(b.name.as_str()).or_insert_with(|| Form {
            name: FullName::parse(&b.name),
            referents: Vec::new(),
        });
        form.referents.push(i);
        form.name.order = form.name.order.or(b.local.order);
        form.name.gender = form.name.gender.or(b.local.gender);
    }
    let mut forms: Vec<Form> = by_text.into_values().filter(|f| f.name.parts.len() > 1).collect();
    for form in &forms {
        // Each with the one before, or with an earlier one where age or the user keep these two apart.
        for (k, &b) in form.referents.iter().enumerate() {
            let _ = (form.referents.iter().take(k).rev()).any(|&a| links.join(a, b, Evidence::SameName));
        }
    }
    let fullness = |f: &Form| {
        let letters: usize = f.name.parts.iter().map(String::len).sum();
        (f.name.parts.len(), letters)
    };
    forms.sort_by(|a, b| {
        fullness(b)
            .cmp(&fullness(a))
            .then_with(|| a.name.text.cmp(&b.name.text))
    });
    forms
}

/// Full names that fit every spelling of one person, and of one person alone.
fn join_full(forms: &[Form], links: &mut Links<'_, '_>) {
    // The people found so far: the places of their forms.
    let mut people: Vec<Vec<usize>> = Vec::new();
    let mut by_end: HashMap<(String, char), Vec<usize>> = HashMap::new();
    let mut by_letters: HashMap<String, Vec<usize>> = HashMap::new();
    for (f, form) in forms.iter().enumerate() {
        let Some([first, last]) = ends(&form.name) else {
            continue;
        };
        let keys: Vec<(String, char)> = spelling::openings(first)
            .into_iter()
            .map(|c| (spelling::skeleton(last), c))
            .collect();
        let mut near: BTreeSet<usize> = by_letters
            .get(&form.name.letters())
            .into_iter()
            .flatten()
            .copied()
            .collect();
        for list in keys.iter().filter_map(|k| by_end.get(k)) {
            near.extend(list.iter().take(MANY));
        }
        let mut fitting: Vec<(Evidence, usize, usize)> = near
            .into_iter()
            .filter_map(|p| {
                let mut best: Option<(Evidence, usize)> = None;
                for &g in &people[p] {
                    let evidence = form.name.fits(&forms[g].name)?;
                    if best.is_none_or(|(e, _)| evidence < e) {
                        best = Some((evidence, g));
                    }
                }
                best.map(|(e, g)| (e, p, g))
            })
            .collect();
        // The same letters say more than a middle name left out.
        if let Some(&(best, ..)) = fitting.iter().min() {
            let exact = matches!(best, Evidence::SameName | Evidence::Diacritics);
            fitting.retain(|(e, ..)| !exact || matches!(e, Evidence::SameName | Evidence::Diacritics));
        }
        let person = match fitting[..] {
            [(evidence, p, g)] if links.join(form.referents[0], forms[g].referents[0], evidence) => {
                people[p].push(f);
                p
            }
            _ => {
                people.push(vec![f]);
                people.len() - 1
            }
        };
        for key in keys {
            let list = by_end.entry(key).or_default();
            if list.last() != Some(&person) {
                list.push(person);
            }
        }
        by_letters.entry(form.name.letters()).or_default().push(person);
    }
}

/// First and last part, where there are two.
fn ends(name: &FullName) -> Option<[&str; 2]> {
    match &name.parts[..] {
        [first, .., last] => Some([first, last]),
        _ => None,
    }
}

/// "Kenji Sato" and "Sato Kenji".
fn join_turned(forms: &[Form], links: &mut Links<'_, '_>) {
    let mut by_parts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (f, form) in forms.iter().enumerate() {
        let mut parts = form.name.parts.clone();
        parts.sort_unstable();
        by_parts.entry(parts.concat()).or_default().push(f);
    }
    for list in by_parts.into_values().filter(|l| l.len() > 1 && l.len() < MANY) {
        for (n, &a) in list.iter().enumerate() {
            let turned: Vec<usize> = list
                .iter()
                .copied()
                .filter(|&b| forms[a].name.turns_into(&forms[b].name))
                .collect();
            let roots: BTreeSet<usize> = turned
                .iter()
                .map(|&b| links.root(forms[b].referents[0]))
                .collect();
            if roots.len() == 1 {
                for &b in turned.iter().filter(|b| list[n..].contains(b)) {
                    links.join(forms[a].referents[0], forms[b].referents[0], Evidence::Order);
                }
            }
        }
    }
}

/// Whom a name alone may be.
#[derive(Default)]
struct Candidates {
    /// People whom an article calls so that has their full name.
    used: BTreeSet<usize>,
    /// People whose family name it is.
    family: BTreeSet<usize>,
}

/// By a folded name: whom it alone may be.
fn candidates(forms: &[Form], referents: &[Referent<'_>]) -> HashMap<String, Candidates> {
    let mut out: HashMap<String, Candidates> = HashMap::new();
    for form in forms {
        let (i, family) = (form.referents[0], form.name.family());
        for &b in &form.referents {
            for other in referents[b].other_names() {
                out.entry(fold::letters(other)).or_default().used.insert(i);
            }
        }
        if let Some(family) = family {
            out.entry(family.to_owned()).or_default().family.insert(i);
        }
    }
    out
}

/// A part of a name in an article that has no full one, where one person of the story fits it.
fn join_short(forms: &[Form], links: &mut Links<'_, '_>) {
    let by_name = candidates(forms, links.referents);
    let mut alone: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let referents = links.referents;
    for (i, short) in referents.iter().enumerate().filter(|(_, b)| b.is_person()) {
        let name = fold::letters(&short.name);
        let parts = fold::parts(&short.name).len();
        let Some(known) = by_name.get(&name) else {
            if parts == 1 {
                alone.entry(name).or_default().push(i);
            }
            continue;
        };
        // One person may have several spellings: the first is enough.
        let mut one_each = |of: &BTreeSet<usize>| -> BTreeMap<usize, usize> {
            let mut out = BTreeMap::new();
            for &j in of.iter().filter(|&&j| fits_short(short, &referents[j])) {
                out.entry(links.root(j)).or_insert(j);
            }
            out
        };
        let used = one_each(&known.used);
        let family = if parts == 1 {
            one_each(&known.family)
        } else {
            BTreeMap::new()
        };
        let own = links.root(i);
        let all: BTreeMap<usize, usize> = used.iter().chain(&family).map(|(r, j)| (*r, *j)).collect();
        // A full name that is a part of another is no short form of it where it is a person's own ("Ana Ruiz",
        // "Ana Ruiz Soto" of two articles): it must be used for one.
        match all.into_iter().collect::<Vec<_>>()[..] {
            [(root, j)] if root != own => {
                let evidence = if used.contains_key(&root) {
                    Evidence::UsedFor
                } else {
                    Evidence::Surname
                };
                links.join(i, j, evidence);
            }
            [] if parts == 1 => alone.entry(name).or_default().push(i),
            [_, _, ..] => {
                if let Some(j) = usual(&used, &family, links) {
                    links.join(i, j, Evidence::Usual);
                }
            }
            _ => {}
        }
    }
    join_alone(alone, links);
}

/// Names alone that no full name fits, by their letters: those that nothing keeps apart are one.
fn join_alone(alone: BTreeMap<String, Vec<usize>>, links: &mut Links<'_, '_>) {
    let referents = links.referents;
    for list in alone.into_values() {
        let mut first: Vec<usize> = Vec::new();
        for i in list {
            let same = (first.iter().copied()).find(|&j| fits_short(&referents[i], &referents[j]));
            match same {
                Some(j) => {
                    links.join(i, j, Evidence::Alone);
                }
                None if first.len() < MANY => first.push(i),
                None => {}
            }
        }
    }
}

/// Of several people with one family name the one whom articles call by it alone, where so many articles name him
/// that the others hardly count.
fn usual(
    used: &BTreeMap<usize, usize>,
    family: &BTreeMap<usize, usize>,
    links: &Links<'_, '_>,
) -> Option<usize> {
    const LEAST: usize = 5;
    let mut used = used.iter();
    let (&root, &j) = used.next().filter(|_| used.next().is_none())?;
    let articles = links.articles(root);
    let others = family.keys().filter(|r| **r != root);
    let most = others.map(|r| links.articles(*r)).max().unwrap_or(0);
    (articles >= LEAST && articles >= most * LEAST).then_some(j)
}

/// Whether nothing speaks against a name alone being of a person.
fn fits_short(short: &Referent<'_>, full: &Referent<'_>) -> bool {
    let genders = (short.local.gender, full.local.gender);
    !fold::contradict(&short.name, &full.name) && !matches!(genders, (Some(a), Some(b)) if a != b)
}
