//! One row for one person, organisation or place over all spellings.
//!
//! Names are joined inside each article by the reader; here the bearers of different articles are joined by
//! what their names fold to. A diacritic that contradicts keeps them apart, and so does a second candidate.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dossier_model::{
    Cite, Cites, Entity, EntityId, LocalEntity, LocalId, MentionForm, MentionKind, NameCount, Role,
};

use crate::fold;
use crate::scope::Scope;
use crate::sets::Sets;

/// The entities of a story and whom each article's bearers are.
#[derive(Debug, Clone, Default)]
pub struct Entities {
    /// The rows, in the record's order.
    pub rows: Vec<Entity>,
    places: HashMap<(usize, LocalId), usize>,
    countries: HashMap<String, usize>,
}

impl Entities {
    /// Place of the row that an article's bearer belongs to.
    #[must_use]
    pub fn of(&self, doc: usize, local: LocalId) -> Option<usize> {
        self.places.get(&(doc, local)).copied()
    }

    /// Place of a country's row by its ISO code.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<usize> {
        self.countries.get(code).copied()
    }

    /// The country that a row itself is.
    #[must_use]
    pub fn is_country(&self, row: usize) -> bool {
        self.rows
            .get(row)
            .and_then(|e| e.country.as_deref())
            .is_some_and(|c| self.country(c) == Some(row))
    }
}

/// One article's bearer with the names it goes by.
struct Bearer<'a> {
    doc: usize,
    id: LocalId,
    local: &'a LocalEntity,
    /// Printed names by form, with their counts.
    names: BTreeMap<(MentionForm, String), usize>,
    cites: Vec<Cite>,
}

impl Bearer<'_> {
    fn full_names(&self) -> impl Iterator<Item = &str> {
        let printed = self
            .names
            .keys()
            .filter(|(f, _)| *f == MentionForm::Name)
            .map(|(_, t)| t.as_str());
        printed.chain(std::iter::once(self.local.name.as_str()))
    }

    fn abbreviations(&self) -> impl Iterator<Item = &str> {
        self.names
            .keys()
            .filter(|(f, _)| *f == MentionForm::Abbreviation)
            .map(|(_, t)| t.as_str())
    }
}

/// Joins the bearers of all articles.
#[must_use]
pub fn join(scope: &Scope<'_>) -> Entities {
    let bearers = bearers(scope);
    let mut sets = Sets::new(bearers.len());
    join_by_country(&bearers, &mut sets);
    join_by_full_name(&bearers, &mut sets);
    join_persons_by_ends(&bearers, &mut sets);
    join_by_abbreviation(&bearers, &mut sets);
    join_short_persons(&bearers, &mut sets);
    let groups = sets.groups();
    build(scope, &bearers, groups)
}

fn bearers<'a>(scope: &Scope<'a>) -> Vec<Bearer<'a>> {
    let mut out = Vec::new();
    for (doc, read) in scope.docs.iter().enumerate() {
        let mut own: Vec<Bearer<'a>> = read
            .notes
            .locals
            .iter()
            .enumerate()
            .map(|(i, local)| Bearer {
                doc,
                id: LocalId(i as u32),
                local,
                names: BTreeMap::new(),
                cites: Vec::new(),
            })
            .collect();
        for m in &read.notes.mentions {
            let Some(bearer) = m.value.local.and_then(|l| own.get_mut(l.0 as usize)) else {
                continue;
            };
            if m.value.form.is_name() {
                let text = m.span.of(read.article.text()).to_owned();
                *bearer.names.entry((m.value.form, text)).or_default() += 1;
                bearer.cites.push(scope.cite(doc, m.span));
            }
        }
        out.extend(own.into_iter().filter(|b| !b.cites.is_empty()));
    }
    out
}

fn join_by_country(bearers: &[Bearer<'_>], sets: &mut Sets) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (i, b) in bearers.iter().enumerate() {
        if let Some(code) = b.local.country.as_deref().filter(|_| b.local.is_country) {
            sets.join(*first.entry(code).or_insert(i), i);
        }
    }
}

/// Equal names after folding, of one kind; parts of a person's name may change their order.
fn join_by_full_name(bearers: &[Bearer<'_>], sets: &mut Sets) {
    let mut first: BTreeMap<(MentionKind, String), Vec<(usize, &str)>> = BTreeMap::new();
    for (i, b) in bearers.iter().enumerate() {
        if b.local.is_country {
            continue;
        }
        let mut seen = BTreeSet::new();
        for name in b.full_names() {
            let mut parts = fold::parts(name);
            if b.local.kind == MentionKind::Person {
                if parts.len() < 2 {
                    continue;
                }
                parts.sort_unstable();
            }
            let folded = parts.concat();
            if folded.is_empty() || !seen.insert(folded.clone()) {
                continue;
            }
            let list = first.entry((b.local.kind, folded)).or_default();
            match list.iter().find(|(_, other)| !fold::contradict(name, other)) {
                Some(&(j, _)) => sets.join(j, i),
                None => list.push((i, name)),
            }
        }
    }
}

/// "Donald J. Trump" and "Donald Trump": first and last part alike, the middle of one left out.
fn join_persons_by_ends(bearers: &[Bearer<'_>], sets: &mut Sets) {
    type Ends = (String, String);
    let mut by_ends: BTreeMap<Ends, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    for (i, b) in bearers.iter().enumerate() {
        let parts = fold::parts(&b.local.name);
        if b.local.kind == MentionKind::Person && parts.len() > 1 {
            let ends = (parts[0].clone(), parts[parts.len() - 1].clone());
            by_ends.entry(ends).or_default().push((i, parts));
        }
    }
    for list in by_ends.values() {
        for (n, (i, a)) in list.iter().enumerate() {
            for (j, b) in &list[n + 1..] {
                let middles = (&a[1..a.len() - 1], &b[1..b.len() - 1]);
                let left_out = match middles {
                    ([], m) | (m, []) => m.len() <= 1,
                    ([x], [y]) => (x.len() == 1 || y.len() == 1) && x.as_bytes()[0] == y.as_bytes()[0],
                    _ => false,
                };
                if left_out && !fold::contradict(&bearers[*i].local.name, &bearers[*j].local.name) {
                    sets.join(*i, *j);
                }
            }
        }
    }
}

/// Initials that belong to one full name alone.
fn join_by_abbreviation(bearers: &[Bearer<'_>], sets: &mut Sets) {
    let mut by_initials: BTreeMap<(MentionKind, &str), Vec<usize>> = BTreeMap::new();
    for (i, b) in bearers.iter().enumerate() {
        if !b.local.is_country {
            let own = (!b.local.name.contains(' ')).then_some(b.local.name.as_str());
            for a in b.abbreviations().chain(own).collect::<BTreeSet<_>>() {
                by_initials.entry((b.local.kind, a)).or_default().push(i);
            }
        }
    }
    for list in by_initials.values() {
        let spelled: BTreeSet<usize> = list
            .iter()
            .filter(|&&i| bearers[i].local.name.contains(' '))
            .map(|&i| sets.root(i))
            .collect();
        if spelled.len() <= 1 {
            for pair in list.windows(2) {
                sets.join(pair[0], pair[1]);
            }
        }
    }
}

/// A surname alone, in an article that has no full name for it, where the story has one candidate.
fn join_short_persons(bearers: &[Bearer<'_>], sets: &mut Sets) {
    let is_short =
        |b: &Bearer<'_>| b.local.kind == MentionKind::Person && fold::parts(&b.local.name).len() == 1;
    for (i, short) in bearers.iter().enumerate().filter(|(_, b)| is_short(b)) {
        let name = fold::letters(&short.local.name);
        let mut candidates = BTreeSet::new();
        for (j, full) in bearers.iter().enumerate() {
            if full.local.kind != MentionKind::Person || is_short(full) {
                continue;
            }
            let parts = fold::parts(&full.local.name);
            let at_an_end = parts.first() == Some(&name) || parts.last() == Some(&name);
            if at_an_end && !fold::contradict(&short.local.name, &full.local.name) {
                candidates.insert(sets.root(j));
            }
        }
        if let (Some(&only), 1) = (candidates.first(), candidates.len()) {
            sets.join(only, i);
        }
    }
    // Two articles that both know a surname alone mean one bearer, where no full name is about.
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (i, b) in bearers.iter().enumerate().filter(|(_, b)| is_short(b)) {
        let j = *first.entry(fold::letters(&b.local.name)).or_insert(i);
        let both_alone = [i, j].into_iter().all(|k| {
            let root = sets.root(k);
            bearers
                .iter()
                .enumerate()
                .filter(|(_, b)| b.local.kind == MentionKind::Person)
                .all(|(m, b)| is_short(b) || sets.root(m) != root)
        });
        if both_alone && !fold::contradict(&b.local.name, &bearers[j].local.name) {
            sets.join(i, j);
        }
    }
}

fn build(scope: &Scope<'_>, bearers: &[Bearer<'_>], groups: Vec<Vec<usize>>) -> Entities {
    let mut rows: Vec<(usize, Vec<usize>, Entity)> = Vec::new();
    for group in groups {
        let members: Vec<&Bearer<'_>> = group.iter().map(|&i| &bearers[i]).collect();
        let Some(cites) = Cites::new(members.iter().flat_map(|b| b.cites.iter().cloned()).collect()) else {
            continue;
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut full: BTreeMap<&str, usize> = BTreeMap::new();
        for b in &members {
            for ((form, text), n) in &b.names {
                *counts.entry(text).or_default() += n;
                if *form == MentionForm::Name {
                    *full.entry(text).or_default() += n;
                }
            }
        }
        let best = |from: &BTreeMap<&str, usize>| -> Option<String> {
            from.iter()
                .max_by(|(a, n), (b, m)| {
                    let parts = |t: &str| t.split_whitespace().count();
                    parts(a)
                        .min(2)
                        .cmp(&parts(b).min(2))
                        .then(n.cmp(m))
                        .then(a.len().cmp(&b.len()))
                        .then(b.cmp(a))
                })
                .map(|(t, _)| (*t).to_owned())
        };
        let Some(name) = best(&full).or_else(|| best(&counts)) else {
            continue;
        };
        let mut names: Vec<NameCount> = counts
            .iter()
            .map(|(t, n)| NameCount {
                text: (*t).to_owned(),
                count: *n,
            })
            .collect();
        names.sort_by(|a, b| b.count.cmp(&a.count).then(a.text.cmp(&b.text)));
        let docs: BTreeSet<usize> = members.iter().map(|b| b.doc).collect();
        let entity = Entity {
            id: EntityId::new(""),
            kind: members[0].local.kind,
            name,
            names,
            country: most_common(members.iter().filter_map(|b| b.local.country.as_deref())),
            roles: roles(scope, &members),
            cites,
        };
        rows.push((docs.len(), group, entity));
    }
    rows.sort_by(|(n, _, a), (m, _, b)| {
        m.cmp(n)
            .then(b.cites.len().cmp(&a.cites.len()))
            .then(a.kind.cmp(&b.kind))
            .then(a.name.cmp(&b.name))
            .then_with(|| a.cites.first().cmp(b.cites.first()))
    });
    let mut out = Entities::default();
    for (place, (_, group, mut entity)) in rows.into_iter().enumerate() {
        entity.id = EntityId::new(format!("e{}", place + 1));
        for i in group {
            let b = &bearers[i];
            out.places.insert((b.doc, b.id), place);
            if b.local.is_country
                && let Some(code) = &b.local.country
            {
                out.countries.insert(code.clone(), place);
            }
        }
        out.rows.push(entity);
    }
    out
}

fn most_common<'a>(items: impl Iterator<Item = &'a str>) -> Option<String> {
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
    former: usize,
    cites: Vec<Cite>,
}

impl Office {
    /// Whether both mean one office: one title is the other's end ("Party General Secretary", "General
    /// Secretary"), and the organisation is the same, a part of it, or left out by one.
    fn is_same(&self, other: &Self) -> bool {
        let ends = |a: &str, b: &str| a == b || a.len() > b.len() && b.len() > 5 && a.ends_with(b);
        let begins = |a: &str, b: &str| a == b || b.len() > 3 && a.starts_with(b);
        let titles = ends(&self.title, &other.title) || ends(&other.title, &self.title);
        titles
            && match (&self.organization, &other.organization) {
                (Some(a), Some(b)) => begins(a, b) || begins(b, a),
                (None, None) => true,
                _ => self.title == other.title,
            }
    }
}

/// The offices of one person, the most told first, spelled as most often printed.
fn roles(scope: &Scope<'_>, members: &[&Bearer<'_>]) -> Vec<Role> {
    let mut told: Vec<Office> = Vec::new();
    for b in members {
        let read = scope.docs[b.doc];
        for role in read.notes.roles.iter().filter(|r| r.value.holder == b.id) {
            let title = scope.text(b.doc, role.value.title).to_owned();
            let organization = role
                .value
                .organization
                .map(|o| without_brackets(scope.text(b.doc, o)));
            // A demonym and a country's name mean one country: "Vietnamese", "Viet Nam".
            let is_country = organization
                .as_deref()
                .is_none_or(|o| is_of_country(scope, b.doc, role.value.organization, o));
            let folded = role.value.country.clone().filter(|_| is_country);
            told.push(Office {
                title: fold::letters(&title),
                organization: folded
                    .or_else(|| organization.as_deref().map(|o| spelled_out(members, scope, o))),
                titles: vec![title],
                organizations: organization.into_iter().collect(),
                former: usize::from(role.value.former),
                cites: vec![scope.cite(b.doc, role.span)],
            });
        }
    }
    // The fullest first, so that a bare title finds the office it leaves out the organisation of; where it
    // fits two, it stays alone.
    told.sort_by(|a, b| {
        let key = |o: &Office| (o.organization.as_ref().map_or(0, String::len), o.title.len());
        key(b).cmp(&key(a)).then_with(|| a.cites[0].cmp(&b.cites[0]))
    });
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
                row.former += office.former;
                row.cites.extend(office.cites);
            }
            None => rows.push(office),
        }
    }
    let mut out: Vec<(usize, Role)> = rows
        .into_iter()
        .filter_map(|row| {
            // Of the spellings the most printed title; of the organisations the fullest.
            let organization = row
                .organizations
                .iter()
                .max_by(|a, b| a.len().cmp(&b.len()).then(b.cmp(a)))
                .cloned();
            let role = Role {
                title: most_common(row.titles.iter().map(String::as_str))?,
                organization,
                from: None,
                to: None,
                cites: Cites::new(row.cites)?,
            };
            Some((role.cites.len() * 2 - usize::from(row.former > 0), role))
        })
        .collect();
    out.sort_by(|(n, a), (m, b)| {
        m.cmp(n)
            .then(a.title.cmp(&b.title))
            .then(a.organization.cmp(&b.organization))
    });
    out.into_iter().map(|(_, r)| r).collect()
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
fn spelled_out(members: &[&Bearer<'_>], scope: &Scope<'_>, name: &str) -> String {
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
