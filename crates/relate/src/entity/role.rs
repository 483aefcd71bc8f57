//! The offices of a person over all articles, with their time.

use std::collections::BTreeMap;

use dossier_model::{Cite, Cites, MentionForm, MentionKind, Role, RoleState, RoleWording, TermDate};
use dossier_world::country;

use super::referent::Referent;
use crate::fold;
use crate::scope::Scope;

/// The commonest of the words, of equals the first by letter.
pub(super) fn most_common<'a>(items: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0)))
        .map(|(t, _)| t.to_owned())
}

/// One wording of an office, or several that mean one.
struct Office {
    titles: Vec<String>,
    organizations: Vec<String>,
    /// The title, folded.
    title: String,
    /// The organisation, folded, or a country's code.
    organization: Option<String>,
    /// What each telling says of its time, in order of articles.
    terms: Vec<Term>,
    cites: Vec<Cite>,
}

/// What one telling says of an office's time.
#[derive(Clone, Copy)]
struct Term {
    doc: usize,
    state: RoleState,
    from: Option<TermDate>,
    to: Option<TermDate>,
}

impl Office {
    /// Whether both mean one office: one title is the other's end ("Party General Secretary", "General
    /// Secretary"), and the organisation is the same, a part of it, or left out by one.
    fn is_same(&self, other: &Self) -> bool {
        let ends = |a: &str, b: &str| a == b || a.len() > b.len() && b.len() > 5 && a.ends_with(b);
        let begins = |a: &str, b: &str| a == b || b.len() > 3 && (a.starts_with(b) || a.ends_with(b));
        let titles = ends(&self.title, &other.title) || ends(&other.title, &self.title);
        titles
            && match (&self.organization, &other.organization) {
                (Some(a), Some(b)) => {
                    let short = self.title == other.title && (self.shortens(b) || other.shortens(a));
                    begins(a, b) || begins(b, a) || short
                }
                (None, None) => true,
                _ => self.title == other.title,
            }
    }
}

impl Office {
    /// Whether the organisation is printed as an abbreviation with a dot that `full` can be written out of: "Vt.",
    /// "Vermont".
    fn shortens(&self, full: &str) -> bool {
        let can_be = |short: &String| {
            let Some(letters) = short.strip_suffix('.').filter(|s| s.len() <= 5) else {
                return false;
            };
            let letters = fold::letters(letters);
            let mut rest = full.chars();
            letters.chars().next() == full.chars().next()
                && letters
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .all(|c| rest.any(|x| x == c))
        };
        self.organizations.iter().any(can_be)
    }
}

/// The offices of one person, the most told first, spelled as most often printed.
pub(super) fn list(scope: &Scope<'_>, members: &[&Referent<'_>]) -> Vec<Role> {
    let mut told: Vec<Office> = (members.iter())
        .flat_map(|b| {
            let roles = scope.docs[b.doc].notes.roles.iter().enumerate();
            let own = roles.filter(|(_, r)| r.value.holder == b.id);
            own.map(|(place, _)| read(scope, members, b.doc, place))
        })
        .collect();
    // The fullest first, so that a bare title finds the office it leaves out the organisation of; where it
    // fits two, it stays alone.
    told.sort_by(|a, b| {
        let key = |o: &Office| (o.organization.as_ref().map_or(0, String::len), o.title.len());
        key(b).cmp(&key(a)).then_with(|| a.cites[0].cmp(&b.cites[0]))
    });
    let mut out: Vec<(usize, Role)> = (join(told).into_iter())
        .filter_map(|row| {
            // Of the spellings the most printed title; of the organisations the fullest.
            // An adjective in front names no body, but its country: "the Peruvian president".
            let organization = (row.organizations.iter())
                .max_by(|a, b| a.len().cmp(&b.len()).then(b.cmp(a)))
                .cloned()
                .or_else(|| country::name_of(row.organization.as_deref()?).map(str::to_owned));
            let role = Role {
                title: most_common(row.titles.iter().map(String::as_str))?,
                organization,
                state: latest(&row.terms),
                from: agreed(row.terms.iter().map(|t| t.from)),
                to: agreed(row.terms.iter().map(|t| t.to)),
                cites: Cites::new(row.cites)?,
                confidence: None,
            };
            let former = row.terms.iter().any(|t| t.state == RoleState::Former);
            Some((role.cites.len() * 2 - usize::from(former), role))
        })
        .collect();
    out.sort_by(|(n, a), (m, b)| {
        m.cmp(n)
            .then(a.title.cmp(&b.title))
            .then(a.organization.cmp(&b.organization))
    });
    out.into_iter().map(|(_, r)| r).collect()
}

/// The office that one article's role at `place` tells.
fn read(scope: &Scope<'_>, members: &[&Referent<'_>], doc: usize, place: usize) -> Office {
    let notes = &scope.docs[doc].notes;
    let role = &notes.roles[place];
    let wording = notes.wording.roles.get(place);
    let title = scope.text(doc, role.value.title).to_owned();
    let organization = (role.value.organization).map(|o| {
        let person = person_at(scope, doc, o);
        person.unwrap_or_else(|| without_brackets(scope.text(doc, o)))
    });
    // A demonym and a country's name mean one country: "Vietnamese", "Viet Nam".
    let is_country =
        (organization.as_deref()).is_none_or(|o| is_of_country(scope, doc, role.value.organization, o));
    let code = role.value.country.clone().filter(|_| is_country);
    Office {
        title: wording.map_or_else(|| fold::letters(&title), |w| w.office.clone()),
        organization: code.or_else(|| Some(spelled_out(members, scope, organization.as_deref()?))),
        titles: vec![title],
        terms: vec![Term {
            doc,
            state: state(role.value.former, wording),
            from: role.value.from,
            to: role.value.to,
        }],
        cites: vec![scope.cite(doc, role.span)],
        organizations: organization.into_iter().collect(),
    }
}

/// Wordings that mean one office as one.
fn join(told: Vec<Office>) -> Vec<Office> {
    let mut rows: Vec<Office> = Vec::new();
    for office in told {
        let fitting: Vec<usize> = (0..rows.len()).filter(|&i| rows[i].is_same(&office)).collect();
        let equal = fitting
            .iter()
            .find(|&&i| (&rows[i].title, &rows[i].organization) == (&office.title, &office.organization));
        let mut placed = fitting.iter().filter(|&&i| rows[i].organization.is_some());
        let only_placed = placed.next().filter(|_| placed.next().is_none());
        let only = fitting.first().filter(|_| fitting.len() == 1);
        match equal.or(only_placed).or(only) {
            Some(&one) => {
                let row = &mut rows[one];
                row.titles.extend(office.titles);
                row.organizations.extend(office.organizations);
                row.terms.extend(office.terms);
                row.cites.extend(office.cites);
            }
            None => rows.push(office),
        }
    }
    rows
}

/// Whether an article's words mark an office as over or to come.
fn state(former: bool, wording: Option<&RoleWording>) -> RoleState {
    if former {
        RoleState::Former
    } else if wording.is_some_and(|w| w.is_elect) {
        RoleState::Elect
    } else {
        RoleState::Held
    }
}

/// What the latest article says. A bare title is kept out of courtesy by those who held it: one mark that it is over
/// outweighs them, and marks of earlier articles do that are not lost among them; of a title still to be taken and one
/// that is held, what is told more often.
fn latest(terms: &[Term]) -> RoleState {
    let over = terms.iter().filter(|t| t.state == RoleState::Former).count();
    let held = terms.iter().filter(|t| t.state == RoleState::Held).count();
    if over > 0 && over * 3 >= held {
        return RoleState::Former;
    }
    let last = terms.iter().map(|t| t.doc).max();
    let count = |state: RoleState| {
        (terms.iter())
            .filter(|t| Some(t.doc) == last && t.state == state)
            .count()
    };
    if count(RoleState::Former) > 0 {
        RoleState::Former
    } else if count(RoleState::Elect) > count(RoleState::Held) {
        RoleState::Elect
    } else {
        RoleState::Held
    }
}

/// The full name of the person that the words at `span` name.
fn person_at(scope: &Scope<'_>, doc: usize, span: dossier_model::Span) -> Option<String> {
    let notes = &scope.docs[doc].notes;
    let named = notes.mentions.inside(span).find(|m| m.span == span)?;
    let local = notes.local(named.value.local?)?;
    (local.kind == MentionKind::Person).then(|| local.name.clone())
}

/// The most exact of the dates that are told, where none contradicts another.
fn agreed(told: impl Iterator<Item = Option<TermDate>>) -> Option<TermDate> {
    let mut told: Vec<TermDate> = told.flatten().collect();
    told.sort_by_key(|d| (std::cmp::Reverse(d.precision), d.day));
    let first = *told.first()?;
    told.iter().all(|d| d.holds(first)).then_some(first)
}

/// "Communist Party of X (CPX) Central Committee" without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let kept: String = text
        .chars()
        .filter(|&c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An organisation's name folded, initials written out where the same articles have a name for them.
fn spelled_out(members: &[&Referent<'_>], scope: &Scope<'_>, name: &str) -> String {
    let Some(first) = name.split_whitespace().next().filter(|w| is_initials(w)) else {
        return fold::letters(name);
    };
    let full = members.iter().find_map(|b| {
        let notes = &scope.docs[b.doc].notes;
        let text = scope.docs[b.doc].article.text();
        let short = notes
            .mentions
            .iter()
            .find(|m| m.value.form.is_name() && m.span.of(text) == first)?;
        let local = notes.local(short.value.local?)?;
        (local.name != first).then(|| local.name.clone())
    });
    fold::letters(&full.map_or(name.to_owned(), |f| format!("{f}{}", &name[first.len()..])))
}

fn is_initials(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether the words of an organisation are a country's name or demonym and nothing more.
fn is_of_country(scope: &Scope<'_>, doc: usize, span: Option<dossier_model::Span>, words: &str) -> bool {
    let Some(span) = span else { return true };
    if words.split_whitespace().count() > 4 {
        return false;
    }
    scope.docs[doc].notes.mentions.inside(span).any(|m| {
        m.span == span
            && (m.value.form == MentionForm::Demonym
                || m.value
                    .local
                    .and_then(|l| scope.docs[doc].notes.local(l))
                    .is_some_and(|l| l.is_country))
    })
}
