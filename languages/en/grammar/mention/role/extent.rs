//! What an office belongs to, in front of it and behind.

use dossier_model::{Deprel, MentionForm, MentionKind, Upos};

use super::{Names, Office, is_calling, served};
use crate::grammar::common;
use crate::grammar::mention::pattern;
use crate::grammar::mention::scan::Name;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::{country, office};

dossier_world::words!(SPEECH = "mention/predicates_behind_name.txt");
dossier_world::words!(NOT_OF_A_BODY = "mention/not_of_a_body.txt");
dossier_world::words!(SPEAKS_FOR = "mention/speaks_for.txt");
dossier_world::words!(UNITS = "mention/office_units.txt");
dossier_world::words!(PLAIN_FIELDS = "mention/plain_fields.txt");
dossier_world::words!(TAKES_TO = "mention/offices_with_to.txt");

/// What the office belongs to, in front: "Chinese", "China's", "National Assembly", "Vietnamese Foreign Ministry".
pub(super) fn before(words: &View, names: &Names<'_>, office: &mut Office, floor: usize) {
    for _ in 0..2 {
        let mut edge = office.start;
        if edge > floor && matches!(words.fold(edge - 1), "'s" | "'" | "’s" | "’") {
            edge -= 1;
        }
        let possessive = edge < office.start;
        let Some((i, n)) = names.ending(edge).filter(|(_, n)| n.start >= floor) else {
            unnamed_country(words, names, office, (edge, floor));
            break;
        };
        let demonym = n.form == MentionForm::Demonym && !possessive;
        let body = n.kind == MentionKind::Organization || n.kind == MentionKind::Place;
        if !demonym && !body {
            break;
        }
        if let Some(code) = names.country(words, i) {
            office.country.get_or_insert(code);
        }
        // "a Chicago lawyer": where somebody is from.
        let home = n.kind == MentionKind::Place && !possessive && is_calling(words, office.head);
        if body && !home {
            put_body(words, names, office, (i, possessive));
        }
        office.start = n.start;
        // "Chinese Foreign Ministry spokesperson": one step more for a people in front of a body.
        if demonym || possessive {
            break;
        }
    }
    sent(words, names, office);
    // "Assistant U.S. Attorney": the grade in front of the body is the title's.
    let grade = office
        .start
        .checked_sub(1)
        .filter(|&k| k >= floor && names.at(k).is_none());
    if office.organization.is_some()
        && let Some(k) = grade
        && words.is_capital(k)
        && matches!(words.fold(k), "assistant" | "associate" | "deputy" | "principal")
    {
        office.start = k;
        office.title = k;
    }
}

/// "Assistant U.S. Attorney": a country's letters inside a title that no name was made of.
fn unnamed_country(words: &View, names: &Names<'_>, office: &mut Office, (edge, floor): (usize, usize)) {
    let Some(k) = edge
        .checked_sub(1)
        .filter(|&k| k >= floor && edge == office.start)
    else {
        return;
    };
    let code =
        country::by_name(words.word(k)).filter(|_| words.word(k).contains('.') && names.at(k).is_none());
    if let Some(code) = code.filter(|_| office.organization.is_none()) {
        office.organization = Some((k, edge));
        office.country.get_or_insert(code.to_owned());
        office.start = k;
    }
}

/// The body in front of an office: of two the one nearer to it, but for the town that a body sends somebody to.
fn put_body(words: &View, names: &Names<'_>, office: &mut Office, (i, possessive): (usize, bool)) {
    let Some(n) = names.names.get(i) else { return };
    let Some((s, _)) = office.organization else {
        let (mut end, country) = (n.end, |e: usize| {
            country::by_name(words.cover(n.start, e).of(words.text()))
        });
        // "U.S. District Judge": the district is the judge's.
        let field = n.end > n.start + 1
            && n.end == office.title
            && office::is_modifier(words.fold(n.end - 1))
            && country(n.end - 1).is_some();
        if field {
            end -= 1;
            office.title = end;
            office.country = country(end).map(str::to_owned);
        }
        office.organization = Some((n.start, end));
        return;
    };
    // "the Times's Oslo editor"
    let town = names.at(s).and_then(|i| names.names.get(i));
    let town = town.is_some_and(|t| t.kind == MentionKind::Place);
    if possessive && town && n.kind == MentionKind::Organization {
        office.organization = Some((n.start, n.end));
    }
}

/// "Peru's U.N. Ambassador": an ambassador is sent to a body by a country and is none of its officers.
fn sent(words: &View, names: &Names<'_>, office: &mut Office) {
    if !matches!(words.fold(office.head), "ambassador" | "envoy") {
        return;
    }
    let Some((s, e)) = office.organization else { return };
    let (body, state) = match names.at(s).and_then(|i| Some((i, names.names.get(i)?))) {
        Some((i, n)) => (
            n.kind == MentionKind::Organization,
            names.country(words, i).is_some(),
        ),
        None => return,
    };
    if !body || state || e != office.title {
        return;
    }
    office.title = s;
    let sender = s
        .checked_sub(1)
        .filter(|&k| matches!(words.fold(k), "'s" | "'" | "’s" | "’"));
    let sender = sender.and_then(|k| names.ending(k));
    office.organization = sender
        .filter(|(_, n)| n.kind == MentionKind::Place)
        .map(|(_, n)| (n.start, n.end));
}

/// What the office is of, for, at or to.
pub(super) fn behind(words: &View, names: &Names<'_>, office: &mut Office, end: usize) {
    let head = words.fold(office.head);
    let takes_to = TAKES_TO.has(head);
    let serves = speaks_for(head) || served::serves(head);
    for round in 0..4 {
        let prep = words.fold(office.end);
        let k0 = office.end + 1;
        let of = matches!(prep, "of" | "for");
        let at = matches!(prep, "at" | "with" | "in" | "on");
        let to = prep == "to" && takes_to;
        // "a senator from Texas"
        let from = prep == "from" && round == 0 && office::sits_for(words.fold(office.head));
        if from && let Some((_, n)) = names.starting(k0).filter(|(_, n)| n.kind == MentionKind::Place) {
            office.organization.get_or_insert((n.start, n.end));
            office.end = n.end;
            return;
        }
        // "finance minister under President Ion Popa"
        if prep == "under" && under(words, names, k0, end) {
            office.former = true;
        }
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
        if (prep == "for" || to)
            && serves
            && let Some((name, then)) = served::behind(words, names, k, end)
        {
            office.organization.get_or_insert(name);
            office.former |= then;
            return;
        }
        if let Some((i, n)) = names.starting(k) {
            // "counsel to Democrat Ana Ruiz": the person behind is whom the office serves.
            if n.kind == MentionKind::Group
                && let Some((_, served)) = names
                    .starting(n.end)
                    .filter(|(_, x)| x.kind == MentionKind::Person)
            {
                office.end = served.end.min(end);
                return;
            }
            // "co-chair of the Quill campaign", "chairman of Quill's Council of Elders"
            if n.kind == MentionKind::Person && n.end < end {
                let own = matches!(words.fold(n.end), "'s" | "’s")
                    .then(|| names.starting(n.end + 1))
                    .flatten()
                    .filter(|(_, x)| x.kind == MentionKind::Organization && x.end <= end)
                    .map(|(_, x)| (x.start, x.end));
                if let Some(body) = own.or_else(|| unit(words, n, end).map(|unit| (n.start, unit))) {
                    office.organization.get_or_insert(body);
                    office.end = body.1;
                    return;
                }
            }
            if n.kind == MentionKind::Person && n.end <= end && serves {
                office.organization.get_or_insert((n.start, n.end));
                office.end = n.end;
                return;
            }
            // "a spokesman for U.N. Secretary-General Ban": the body is that of the next office.
            let next = words.is_capital(n.end) && names.at(n.end).is_none() && is_title(words, n.end);
            if n.kind == MentionKind::Person || n.end > end || next {
                return;
            }
            if at && n.kind != MentionKind::Organization && !(prep != "at" && n.kind == MentionKind::Place) {
                return;
            }
            // "head of the Central Asia programme at the institute": neither the region nor the institute is headed.
            if let Some(unit) = unit(words, n, end).filter(|_| of && !speaks_for(words.fold(office.head))) {
                office.end = unit;
                office.title_end = unit;
                continue;
            }
            // "professor of Korean studies"
            if n.form == MentionForm::Demonym && words.shape(n.end) == Shape::Lower && of {
                let field = (n.end..end.min(n.end + 3))
                    .take_while(|&m| words.upos(m) == Upos::Noun && !office::is_office(words.fold(m)))
                    .last();
                if let Some(last) = field {
                    office.end = last + 1;
                    office.title_end = last + 1;
                    continue;
                }
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
        // "was named coach on Tuesday"
        // "director at intelligence firm Norvik Risk"
        if at && let Some(n) = firm_behind(words, names, k, end) {
            office.organization.get_or_insert(n);
            office.end = n.1;
            return;
        }
        let about = prep == "on" && round == 0 && !common::is_calendar(words.fold(k));
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
            m = (m..stop)
                .find(|&x| names.at(x).is_some() || office::is_rank(words.fold(x)))
                .unwrap_or(stop);
            let and = if words.word(m) == "," { m + 1 } else { m };
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
        // "director of National Nurses United": a body's name that was found without its first words.
        if m > k
            && let Some((_, n)) = names.starting(m).filter(|(_, n)| n.end <= end)
            && n.kind == MentionKind::Organization
            && of
        {
            office.organization.get_or_insert((k, n.end));
            office.end = n.end;
            return;
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
            && words.upos(m) != Upos::Verb
            && !common::is_function(words.fold(m))
            // "spokesman for President Ion Popa": the next office begins.
            && !(words.is_capital(m) && (office::is_office(words.fold(m)) || office::is_modifier(words.fold(m))))
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
        // "chief executive of shipbuilder Norvik", "captain of the ferry Marta": the noun's name is the body's.
        if let Some((_, n)) = names.starting(m)
            && of
            && n.end <= end
            && words.shape(m - 1) == Shape::Lower
            && matches!(n.kind, MentionKind::Organization | MentionKind::Other)
        {
            office.organization.get_or_insert((n.start, n.end));
            office.end = n.end;
            return;
        }
        let plain = (k..m).all(|x| PLAIN_FIELDS.has(words.fold(x)));
        // "professor of law", "head of sales": a bare noun is the field; "head of the board" names the body.
        let bare = k == k0 && of && !(k..m).any(|x| matches!(words.fold(x), "'s" | "’s" | "'" | "’"));
        let plain = plain || bare;
        if plain {
            m = fields(words, m, end);
            office.title_end = m;
        } else if belongs(words.fold(office.head)) {
            office.organization.get_or_insert((k, m));
        }
        office.end = m;
        if plain && of {
            continue;
        }
        return;
    }
}

/// The body whose name stands behind its noun and a few words of the noun's: "intelligence firm Norvik Risk".
fn firm_behind(words: &View, names: &Names<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    let plain = |k: usize| {
        words.shape(k) == Shape::Lower
            && matches!(words.upos(k), Upos::Noun | Upos::Adj)
            && names.at(k).is_none()
    };
    let name = (from..end.min(from + 5)).find(|&k| !plain(k))?;
    let (_, n) = names.starting(name).filter(|(_, n)| n.end <= end)?;
    (name > from && n.kind == MentionKind::Organization).then_some((n.start, n.end))
}

/// Whether a person begins with word `k`, titles in front or not.
fn under(words: &View, names: &Names<'_>, k: usize, end: usize) -> bool {
    let person = names
        .starting(k)
        .is_some_and(|(_, n)| n.kind == MentionKind::Person);
    person || served::behind(words, names, k, end).is_some()
}

/// One past the further fields of a list: "minister of education, science and technology".
fn fields(words: &View, from: usize, end: usize) -> usize {
    let noun = |k: usize| {
        k < end
            && words.shape(k) == Shape::Lower
            && words.upos(k) == Upos::Noun
            && !office::is_office(words.fold(k))
            && !common::is_function(words.fold(k))
    };
    let mut k = from;
    // A comma alone may end the apposition: only "and" makes a list of it.
    while words.word(k) == "," && noun(k + 1) && k < from + 8 {
        k += 2;
    }
    let and = if words.word(k) == "," { k + 1 } else { k };
    if matches!(words.fold(and), "and" | "&") && noun(and + 1) {
        and + 2
    } else {
        from
    }
}

/// One past the noun for a part of a body behind the name that tells which: "Central Asia programme".
fn unit(words: &View, n: &Name, end: usize) -> Option<usize> {
    (n.end..end.min(n.end + 3))
        .take_while(|&m| {
            words.shape(m) == Shape::Lower
                && matches!(words.upos(m), Upos::Adj | Upos::Noun)
                && !common::is_function(words.fold(m))
        })
        .find(|&m| UNITS.has(words.fold(m)))
        .map(|m| m + 1)
}

/// Whether an office speaks or acts for somebody.
fn speaks_for(folded: &str) -> bool {
    SPEAKS_FOR.has(folded)
}

/// Whether a title begins at word `k`: "Secretary-General", "Prime Minister".
fn is_title(words: &View, k: usize) -> bool {
    let head = |k: usize| office::is_office(words.fold(k)) || office::is_office(office::bare(words.fold(k)));
    head(k) && (words.is_capital(k + 1) || words.word(k + 1) == "-")
        || office::is_modifier(words.fold(k))
            && words.is_capital(k + 1)
            && head(k + 1)
            && words.is_capital(k + 2)
}

/// Whether what stands behind "of" is a body: an author's or a witness's is not.
fn belongs(folded: &str) -> bool {
    !NOT_OF_A_BODY.has(folded)
}

fn is_speech(folded: &str) -> bool {
    SPEECH.has(folded)
}

/// A name with its abbreviation in brackets, and what goes on behind it or behind a possessive: one past the
/// last word, and one past the last word of the first body.
fn whole(words: &View, names: &Names<'_>, _k: usize, n: &Name, end: usize) -> (usize, usize) {
    let mut stop = n.end;
    if words.word(stop) == "("
        && names
            .starting(stop + 1)
            .is_some_and(|(_, a)| a.form == MentionForm::Abbreviation)
        && words.word(stop + 2) == ")"
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
    // "the University of Norvik-East Bay"
    while matches!(words.word(stop), "-" | "–") && words.is_glued(stop) && words.is_glued(stop + 1) {
        if stop + 1 >= end || !words.is_capital(stop + 1) {
            break;
        }
        stop = names.starting(stop + 1).map_or(stop + 2, |(_, x)| x.end).min(end);
    }
    // "member of the Security Council panel": the name only qualifies the noun behind it.
    let noun = words
        .head(stop - 1)
        .filter(|&h| words.deprel(stop - 1) == Deprel::Compound && h >= stop && h < end.min(stop + 3));
    if let Some(h) = noun
        && (stop..=h).all(|x| {
            words.shape(x) == Shape::Lower
                && matches!(words.upos(x), Upos::Noun | Upos::Adj)
                && !office::is_office(words.fold(x))
        })
    {
        stop = h + 1;
    }
    let body = stop;
    if matches!(words.fold(stop), "'s" | "’s" | "'" | "’") {
        if let Some((_, next)) = names
            .starting(stop + 1)
            .filter(|(_, x)| x.kind == MentionKind::Organization)
        {
            return (next.end, next.end);
        }
        // "governor of Mexico's central bank"
        let mut m = stop + 1;
        while m < end.min(stop + 5)
            && words.shape(m) == Shape::Lower
            && matches!(words.upos(m), Upos::Adj | Upos::Noun)
            && !office::is_office(words.fold(m))
            && names.at(m).is_none()
        {
            m += 1;
        }
        if m > stop + 1 && words.upos(m - 1) == Upos::Noun {
            return (m, m);
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
