//! The grammar of offices: which titles stand at which person's name.
//!
//! An office is a noun of the list with what qualifies it in front ("Deputy Prime Minister", "Chinese Foreign
//! Ministry spokesperson") and what it belongs to behind ("of the Standing Committee …", "to China", "at the
//! University"). Offices side by side, joined by "and" or commas, form a chain; a chain belongs to the
//! person's name right behind it, or to the one in front of it across a comma or a copula.

use std::collections::BTreeMap;

use dossier_model::{Annotation, LocalEntity, LocalId, MentionForm, MentionKind, RoleMention, Span};

use super::pattern;
use super::scan::Name;
use super::words::{Shape, Words};
use crate::lists::{common, country, office};

/// An office in the words of one sentence.
#[derive(Debug, Clone)]
pub(crate) struct Office {
    /// First word, the organisation in front included.
    pub start: usize,
    /// One past the last word, the organisation behind included.
    pub end: usize,
    /// First word of the title proper.
    pub title: usize,
    /// One past the last word of the title proper.
    pub title_end: usize,
    /// The noun.
    pub head: usize,
    organization: Option<(usize, usize)>,
    country: Option<String>,
    former: bool,
    /// Whose it is, once known.
    pub holder: Option<LocalId>,
    /// Whether a determiner stands in front.
    pub definite: bool,
}

/// What the names of an article are, by word.
pub(crate) struct Names<'a> {
    /// The names in order.
    pub names: &'a [Name],
    /// Their bearers.
    pub locals_of: &'a [Option<LocalId>],
    /// All bearers.
    pub locals: &'a [LocalEntity],
}

impl Names<'_> {
    /// The name that holds word `k`.
    pub fn at(&self, k: usize) -> Option<usize> {
        let i = self.names.partition_point(|n| n.end <= k);
        self.names.get(i).filter(|n| n.start <= k).map(|_| i)
    }

    /// The name that starts with word `k`.
    fn starting(&self, k: usize) -> Option<(usize, &Name)> {
        let i = self.names.partition_point(|n| n.start < k);
        self.names.get(i).filter(|n| n.start == k).map(|n| (i, n))
    }

    /// The name that ends before word `k`.
    fn ending(&self, k: usize) -> Option<(usize, &Name)> {
        let i = self.names.partition_point(|n| n.end < k);
        self.names.get(i).filter(|n| n.end == k).map(|n| (i, n))
    }

    fn country(&self, words: &Words<'_>, i: usize) -> Option<String> {
        let n = self.names.get(i)?;
        if n.form == MentionForm::Demonym || n.kind == MentionKind::Group {
            return country::by_demonym(words.cover(n.start, n.end).of(words.text)).map(str::to_owned);
        }
        let id = self.locals_of.get(i).copied().flatten()?;
        self.locals
            .get(id.0 as usize)
            .filter(|l| l.is_country || l.kind == MentionKind::Organization)
            .and_then(|l| l.country.clone())
    }
}

/// All offices of the article, in order, with their holders where the words tell.
pub(crate) fn offices(words: &Words<'_>, names: &Names<'_>) -> Vec<Office> {
    let mut all = Vec::new();
    for ((start, end), _) in words.sentences() {
        let from = all.len();
        let mut k = start;
        while k < end {
            let noun = office::is_office(words.fold(k)) && names.at(k).is_none();
            if noun && !is_verb(words, k, start) && !qualifies_next(words, names, k, end) {
                let office = read(
                    words,
                    names,
                    k,
                    start,
                    end,
                    all.last()
                        .filter(|o: &&Office| o.start >= start)
                        .map_or(start, |o| o.end),
                );
                k = office.end.max(k + 1);
                all.push(office);
            } else {
                k += 1;
            }
        }
        if let Some(slice) = all.get_mut(from..) {
            attach(words, names, slice, start, end);
        }
    }
    all
}

/// "Deputy" of "Deputy Prime Minister", "chief" of "chief foreign correspondent": the office comes later.
pub(crate) fn qualifies_next(words: &Words<'_>, names: &Names<'_>, k: usize, end: usize) -> bool {
    if !office::is_modifier(words.fold(k)) {
        return false;
    }
    (k + 1..end.min(k + 4))
        .take_while(|&m| {
            names.at(m).is_none() && (office::is_modifier(words.fold(m)) || office::is_office(words.fold(m)))
        })
        .any(|m| office::is_office(words.fold(m)))
}

/// "to head", "will chair": nouns of the list that are verbs here.
fn is_verb(words: &Words<'_>, k: usize, start: usize) -> bool {
    k > start
        && matches!(
            words.fold(k),
            "head"
                | "chair"
                | "coach"
                | "host"
                | "anchor"
                | "pilot"
                | "captain"
                | "model"
                | "star"
                | "champion"
                | "counsel"
                | "rebel"
                | "volunteer"
                | "witness"
                | "count"
                | "guard"
                | "manager-to"
        )
        && matches!(
            words.fold(k - 1),
            "to" | "will" | "would" | "should" | "can" | "could" | "may" | "must" | "they" | "we" | "also"
        )
}

fn read(words: &Words<'_>, names: &Names<'_>, noun: usize, start: usize, end: usize, floor: usize) -> Office {
    let mut head = noun;
    while head + 1 < end
        && office::is_office(words.fold(head + 1))
        && names.at(head + 1).is_none()
        && words.shape(head + 1) == words.shape(head)
    {
        head += 1;
    }
    let mut title = noun;
    while title > floor.max(start) {
        let w = words.fold(title - 1);
        let free = names.at(title - 1).is_none();
        let joined = words.raw(title - 1) == "-"
            && title >= 2 + floor.max(start)
            && office::is_modifier(words.fold(title - 2));
        let capital = words.shape(title - 1) == Shape::Capital
            && words.shape(noun) == Shape::Capital
            && common::is_common(w)
            && !common::is_function(w)
            && !words.opens_sentence(title - 1);
        if free && (office::is_modifier(w) || office::is_office(w) || capital) {
            title -= 1;
        } else if free && joined {
            title -= 2;
        } else {
            break;
        }
    }
    let mut former = false;
    let mut proper = title;
    while proper < noun {
        match words.fold(proper) {
            "former" | "ex" | "late" | "then" => former = true,
            "-" | "incoming" | "outgoing" | "new" | "current" | "newly-elected" | "old" | "longtime"
            | "long-time" | "two-time" | "three-time" | "prominent" | "renowned" | "famous"
            | "influential" | "respected" | "noted" | "well-known" | "outspoken" | "veteran" => {}
            _ => break,
        }
        proper += 1;
    }
    let mut office = Office {
        start: title,
        end: head + 1,
        title: proper,
        title_end: head + 1,
        head,
        organization: None,
        country: None,
        former,
        holder: None,
        definite: false,
    };
    before(words, names, &mut office, floor.max(start));
    behind(words, names, &mut office, end);
    office.definite = office.start > start
        && matches!(
            words.fold(office.start - 1),
            "the" | "a" | "an" | "its" | "his" | "her" | "their" | "this" | "that" | "one" | "our" | "my"
        );
    office
}

/// What the office belongs to, in front: "Chinese", "China's", "National Assembly", "Vietnamese Foreign Ministry".
fn before(words: &Words<'_>, names: &Names<'_>, office: &mut Office, floor: usize) {
    for _ in 0..2 {
        let mut edge = office.start;
        if edge > floor && matches!(words.fold(edge - 1), "'s" | "'" | "’s" | "’") {
            edge -= 1;
        }
        let possessive = edge < office.start;
        let Some((i, n)) = names.ending(edge) else { return };
        if n.start < floor {
            return;
        }
        let demonym = n.form == MentionForm::Demonym && !possessive;
        let body = n.kind == MentionKind::Organization || n.kind == MentionKind::Place;
        if !demonym && !body {
            return;
        }
        if let Some(code) = names.country(words, i) {
            office.country.get_or_insert(code);
        }
        if body {
            office.organization.get_or_insert((n.start, n.end));
        }
        office.start = n.start;
        // "Chinese Foreign Ministry spokesperson": one step more for a people in front of a body.
        if demonym || possessive {
            return;
        }
    }
}

/// What the office is of, for, at or to.
fn behind(words: &Words<'_>, names: &Names<'_>, office: &mut Office, end: usize) {
    let takes_to = matches!(
        words.fold(office.head),
        "ambassador"
            | "envoy"
            | "adviser"
            | "advisor"
            | "representative"
            | "delegate"
            | "aide"
            | "consul"
            | "nuncio"
            | "observer"
            | "counsel"
            | "assistant"
            | "secretary"
            | "commissioner"
    );
    for round in 0..4 {
        let prep = words.fold(office.end);
        let k0 = office.end + 1;
        let of = matches!(prep, "of" | "for");
        let at = matches!(prep, "at" | "with" | "in" | "on");
        let to = prep == "to" && takes_to;
        if k0 >= end || !(of || at || to) {
            return;
        }
        let mut k = k0;
        while k < end
            && matches!(
                words.fold(k),
                "the" | "its" | "their" | "his" | "her" | "a" | "an"
            )
        {
            k += 1;
        }
        if let Some((i, n)) = names.starting(k) {
            if n.kind == MentionKind::Person || n.end > end {
                return;
            }
            if at && n.kind != MentionKind::Organization && !(prep != "at" && n.kind == MentionKind::Place) {
                return;
            }
            let (stop, body) = whole(words, names, k, n, end);
            if to {
                office.title_end = n.end;
            } else {
                if office.organization.is_none()
                    && (of || n.kind == MentionKind::Organization)
                    && prep != "on"
                {
                    office.organization = Some((k, body));
                }
                if of && let Some(code) = names.country(words, i) {
                    office.country.get_or_insert(code);
                }
            }
            office.end = stop;
            continue;
        }
        let about = prep == "on" && round == 0;
        if !(of || about) {
            return;
        }
        let mut m = k;
        // A field in capitals: "Minister of Science and Technology".
        while m < end.min(k + 60)
            && words.is_capital(m)
            && names.at(m).is_none()
            && !office::is_office(words.fold(m))
        {
            let stop = pattern::stretch(words, m, end);
            m = (m..stop).find(|&x| names.at(x).is_some()).unwrap_or(stop);
            let and = if words.raw(m) == "," { m + 1 } else { m };
            if matches!(words.fold(and), "and" | "&")
                && words.is_capital(and + 1)
                && names.at(and + 1).is_none()
                && !(and + 1..(and + 5).min(end))
                    .take_while(|&x| words.is_capital(x))
                    .any(|x| office::is_office(words.fold(x)))
            {
                m = and + 1;
            } else {
                break;
            }
        }
        if m > k {
            office.end = m;
            office.title_end = m;
            continue;
        }
        // A field or a body in small letters, the committee's Office: a few words up to a boundary.
        while m < end
            && m < k + 4
            && words.shape(m) != Shape::Mark
            && !common::is_function(words.fold(m))
            && names.at(m).is_none()
            && !is_speech(words.fold(m))
        {
            m += 1;
            if m + 1 < end && matches!(words.fold(m), "'s" | "’s" | "'" | "’") {
                m += 1;
            }
        }
        if m == k {
            return;
        }
        let plain = (k..m).all(|x| {
            matches!(
                words.fold(x),
                "staff"
                    | "state"
                    | "government"
                    | "mission"
                    | "operations"
                    | "communications"
                    | "research"
                    | "security"
                    | "defence"
                    | "defense"
                    | "intelligence"
                    | "police"
            )
        });
        if plain {
            office.title_end = m;
        } else {
            office.organization.get_or_insert((k, m));
        }
        office.end = m;
        if plain && of {
            continue;
        }
        return;
    }
}

fn is_speech(folded: &str) -> bool {
    matches!(
        folded,
        "said"
            | "says"
            | "told"
            | "added"
            | "noted"
            | "stressed"
            | "has"
            | "had"
            | "will"
            | "was"
            | "is"
            | "are"
            | "were"
    )
}

/// A name with its abbreviation in brackets, and what goes on behind it or behind a possessive: one past the
/// last word, and one past the last word of the first body.
fn whole(words: &Words<'_>, names: &Names<'_>, _k: usize, n: &Name, end: usize) -> (usize, usize) {
    let mut stop = n.end;
    if words.raw(stop) == "("
        && names
            .starting(stop + 1)
            .is_some_and(|(_, a)| a.form == MentionForm::Abbreviation)
        && words.raw(stop + 2) == ")"
    {
        stop += 3;
        // "… (CPC) Central Committee"
        let rest = pattern::stretch(words, stop, end);
        if words.is_capital(stop)
            && (stop..rest).all(|x| {
                names.at(x).is_none() && common::is_common(words.fold(x)) && !office::is_office(words.fold(x))
            })
        {
            stop = rest;
        }
    }
    let body = stop;
    if matches!(words.fold(stop), "'s" | "’s" | "'" | "’") {
        if let Some((_, next)) = names
            .starting(stop + 1)
            .filter(|(_, x)| x.kind == MentionKind::Organization)
        {
            return (next.end, next.end);
        }
        let rest = pattern::stretch(words, stop + 1, end);
        if words.is_capital(stop + 1)
            && (stop + 1..rest).all(|x| names.at(x).is_none() && !office::is_office(words.fold(x)))
        {
            return (rest, rest);
        }
    }
    (body, body)
}

/// Gives the offices of one sentence to its people.
fn attach(words: &Words<'_>, names: &Names<'_>, offices: &mut [Office], start: usize, end: usize) {
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

impl Office {
    /// The words of the office as a role of `holder`.
    pub fn role(&self, words: &Words<'_>) -> Option<Annotation<RoleMention>> {
        let holder = self.holder?;
        let span = words.cover(self.start, self.end);
        let cover = |(s, e): (usize, usize)| -> Span { words.cover(s, e) };
        Some(Annotation {
            span,
            value: RoleMention {
                holder,
                title: words.cover(self.title, self.title_end),
                organization: self.organization.map(cover),
                country: self.country.clone(),
                former: self.former,
            },
        })
    }

    /// The country that the office belongs to.
    pub fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }
}

/// The offices of each person, in order of mention; the first of very many.
pub(crate) fn held(offices: &[Office]) -> BTreeMap<LocalId, Vec<&Office>> {
    let mut held: BTreeMap<LocalId, Vec<&Office>> = BTreeMap::new();
    for o in offices {
        let Some(holder) = o.holder else { continue };
        let own = held.entry(holder).or_default();
        if own.len() < 64 {
            own.push(o);
        }
    }
    held
}

/// The country that the offices of each person belong to; none where they belong to several.
pub(crate) fn homes(offices: &[Office]) -> BTreeMap<LocalId, String> {
    let mut codes: BTreeMap<LocalId, Option<String>> = BTreeMap::new();
    for o in offices {
        let (Some(holder), Some(code)) = (o.holder, o.country()) else {
            continue;
        };
        codes
            .entry(holder)
            .and_modify(|c| {
                if c.as_deref() != Some(code) {
                    *c = None;
                }
            })
            .or_insert_with(|| Some(code.to_owned()));
    }
    codes
        .into_iter()
        .filter_map(|(id, code)| Some((id, code?)))
        .collect()
}
