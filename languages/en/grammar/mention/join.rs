//! Joins the mentions of one bearer inside an article.
//!
//! Two people are never joined: a surname alone belongs to a full name only where one full name of the article
//! licenses it. Spelling differences in diacritics join, contradictions in them do not.

use std::collections::{BTreeMap, HashMap};

use dossier_model::{Gender, LocalEntity, LocalId, MentionForm, MentionKind};

use super::body;
use super::gazetteer::{self, Known};

use super::person::People;
use super::scan::Name;
use crate::grammar::lists::{country, organization, place};
use dossier_annotate::View;
use dossier_annotate::view::Shape;

/// The names with their bearers, as far as known.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    /// One a name, in the order of the names.
    pub locals_of: Vec<Option<LocalId>>,
    /// The bearers, in order of first mention.
    pub locals: Vec<LocalEntity>,
    /// The gender of people, where a given name or a title tells.
    pub genders: BTreeMap<LocalId, Gender>,
}

/// Joins; sets the form of short names.
pub(crate) fn join(words: &View, names: &mut [Name]) -> Joined {
    let abbreviations = introduced(words, names);
    let people = People::read(words, names);
    let keys: Vec<Option<String>> = names
        .iter()
        .enumerate()
        .map(|(i, n)| key(words, n, i, &people, &abbreviations))
        .collect();
    let keys = shorten(names, keys);
    let mut ids: HashMap<&str, LocalId> = HashMap::new();
    let mut out = Joined::default();
    let mut best: Vec<(usize, usize)> = Vec::new();
    for (i, n) in names.iter_mut().enumerate() {
        if n.kind == MentionKind::Person && people.is_short(i) {
            n.form = MentionForm::Short;
        }
        let Some(key) = keys.get(i).and_then(Option::as_deref) else {
            out.locals_of.push(None);
            continue;
        };
        let id = *ids.entry(key).or_insert_with(|| {
            out.locals.push(LocalEntity {
                kind: n.kind,
                name: String::new(),
                country: None,
                is_country: false,
                key: if n.kind == MentionKind::Person { "" } else { key }.to_owned(),
                gender: None,
                order: None,
            });
            best.push((0, 0));
            LocalId(out.locals.len() as u32 - 1)
        });
        out.locals_of.push(Some(id));
        if n.kind == MentionKind::Person {
            if let Some(gender) = people.gender(i) {
                out.genders.entry(id).or_insert(gender);
            }
            if let Some(local) = out.locals.get_mut(id.0 as usize) {
                local.gender = local.gender.or(people.gender(i));
                local.order = local.order.or(people.order(i));
            }
        }
        let at = id.0 as usize;
        let (Some(local), Some(best)) = (out.locals.get_mut(at), best.get_mut(at)) else {
            continue;
        };
        let text = words.cover(n.start, n.end).of(words.text());
        let rank = rank(words, n, text);
        if rank > *best {
            *best = rank;
            local.name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        if local.country.is_none() {
            (local.country, local.is_country) = home(words, n, text);
        }
    }
    out
}

/// How full a name is: abbreviations last, then by words, then by letters.
fn rank(words: &View, n: &Name, text: &str) -> (usize, usize) {
    let count = (n.start..n.end)
        .filter(|&k| words.shape(k) != Shape::Mark)
        .count();
    match n.form {
        MentionForm::Abbreviation => (1, text.len()),
        // "BEIJING" of a dateline is no better name than "Beijing".
        _ if text.chars().count() > 3 && !text.chars().any(char::is_lowercase) => (1, text.len()),
        _ => (1 + count, text.chars().count()),
    }
}

/// The country that a name itself tells.
fn home(words: &View, n: &Name, text: &str) -> (Option<String>, bool) {
    match n.kind {
        MentionKind::Place => {
            if let Some(code) = country::by_name(text) {
                return (Some(code.to_owned()), true);
            }
            let folded = fold_key(words, n);
            let code = country::by_capital(text).or_else(|| place::country_of(&folded));
            (code.map(str::to_owned), false)
        }
        MentionKind::Organization | MentionKind::Event | MentionKind::Work | MentionKind::Group => {
            // "French Language Department": the country is what it deals with, not where it is at home; not so of
            // a "Chinese Ministry of Foreign Affairs".
            let ministry = (n.start..n.end).any(|k| words.fold(k) == "ministry");
            let subject = !ministry
                && (n.start..n.end).any(|k| {
                    matches!(
                        words.fold(k),
                        "language"
                            | "languages"
                            | "studies"
                            | "desk"
                            | "literature"
                            | "section"
                            | "friendship"
                            | "affairs"
                            | "policy"
                            | "relations"
                            | "institute"
                            | "center"
                            | "centre"
                            | "campaign"
                            | "solidarity"
                            | "project"
                            | "program"
                            | "programme"
                            | "foundation"
                            | "society"
                            | "observatory"
                            | "watch"
                            | "club"
                    )
                });
            if subject {
                return (None, false);
            }
            let mut k = n.start;
            let mut code = None;
            while k < n.end {
                // "Latin American" and "Cleveland Indians" are of no country; nor is a continent.
                if let Some(h) = gazetteer::longest(words, k, n.end)
                    && h.known == Known::Demonym
                    && country::by_demonym(words.cover(k, k + h.words).of(words.text())).is_none()
                {
                    k += h.words;
                    continue;
                }
                if k > n.start
                    && k + 1 == n.end
                    && words.fold(k).ends_with('s')
                    && country::by_name(words.word(k)).is_none()
                {
                    break;
                }
                // The longest country first: "South Korean" is not "Korean".
                let here = (k + 1..=n.end.min(k + 4)).rev().find_map(|e| {
                    let here = words.cover(k, e).of(words.text());
                    let code = country::by_name(here).or_else(|| country::by_demonym(here))?;
                    Some((code, e - k))
                });
                if let Some((this, _)) = here {
                    if code.is_some_and(|c| c != this) {
                        return (None, false);
                    }
                    code = Some(this);
                }
                k += here.map_or(1, |(_, len)| len);
            }
            let regional = n.kind == MentionKind::Organization && code.is_some() && text.contains("ASEAN");
            (code.filter(|_| !regional).map(str::to_owned), false)
        }
        _ => (None, false),
    }
}

fn fold_key(words: &View, n: &Name) -> String {
    let mut key = String::new();
    for k in n.start..n.end {
        if words.shape(k) == Shape::Mark {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(words.fold(k));
    }
    key
}

/// Abbreviations that the article introduces: "Vietnam News Agency (VNA)", and what they stand for.
fn introduced(words: &View, names: &mut [Name]) -> HashMap<String, String> {
    let mut map = HashMap::new();
    let mut kinds: HashMap<&str, MentionKind> = HashMap::new();
    for i in 1..names.len() {
        let (Some(full), Some(short)) = (names.get(i - 1).copied(), names.get(i).copied()) else {
            continue;
        };
        let bracketed = short.start == full.end + 1
            && words.word(full.end) == "("
            && words.word(short.end) == ")"
            && short.end == short.start + 1;
        if !bracketed
            || matches!(
                full.kind,
                MentionKind::Person | MentionKind::Place | MentionKind::Group
            )
            || full.form != MentionForm::Name
        {
            continue;
        }
        let raw = words.word(short.start);
        let upper = raw.chars().filter(|c| c.is_uppercase()).count();
        if upper < 2 || raw.len() > 12 || !agrees(words, &full, raw) {
            continue;
        }
        if let Some(n) = names.get_mut(i) {
            n.form = MentionForm::Abbreviation;
            n.kind = full.kind;
            n.sure = 2;
        }
        map.insert(raw.to_owned(), body_key(words, &full, &HashMap::new()));
        kinds.insert(raw, full.kind);
    }
    for n in names.iter_mut().filter(|n| n.end == n.start + 1) {
        if let Some(&kind) = kinds.get(words.word(n.start)) {
            n.kind = kind;
            n.form = MentionForm::Abbreviation;
        }
    }
    map
}

/// Whether the letters of an abbreviation can come from the name: its first letter opens a word, and the
/// others follow in order.
fn agrees(words: &View, full: &Name, raw: &str) -> bool {
    if organization::by_abbreviation(raw).is_some() {
        return true;
    }
    let initials: Vec<char> = (full.start..full.end)
        .filter(|&k| words.shape(k) != Shape::Mark)
        .filter_map(|k| words.fold(k).chars().next())
        .collect();
    let letters: Vec<char> = raw
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let mut from = 0;
    let mut matched = 0;
    for l in &letters {
        if let Some(k) = initials.iter().skip(from).position(|c| c == l) {
            from += k + 1;
            matched += 1;
        }
    }
    matched * 3 >= letters.len() * 2 && matched >= 2
}

/// What makes two mentions of the same kind one.
fn key(
    words: &View,
    n: &Name,
    i: usize,
    people: &People,
    abbreviations: &HashMap<String, String>,
) -> Option<String> {
    let text = words.cover(n.start, n.end).of(words.text());
    match n.kind {
        MentionKind::Person => people.key(i).map(|k| format!("p:{k}")),
        MentionKind::Place => Some(match country::by_name(text) {
            Some(code) => format!("l:={code}"),
            None => format!("l:{}", compact(&place_key(&fold_key(words, n)))),
        }),
        MentionKind::Organization => Some(format!("o:{}", body_key(words, n, abbreviations))),
        MentionKind::Group if n.form == MentionForm::Demonym => None,
        MentionKind::Group => {
            let code = country::by_demonym(text);
            Some(code.map_or_else(
                || format!("g:{}", fold_key(words, n).trim_end_matches('s')),
                |c| format!("g:={c}"),
            ))
        }
        MentionKind::Work => Some(format!("w:{}", fold_key(words, n))),
        MentionKind::Event => Some(format!("e:{}", fold_key(words, n))),
        MentionKind::Other => Some(format!("x:{}", fold_key(words, n))),
    }
}

/// "ha noi" and "hanoi" are one place.
fn compact(key: &str) -> String {
    key.chars().filter(|c| !matches!(c, ' ' | '-')).collect()
}

/// Names of a place that are written in two ways.
fn place_key(folded: &str) -> String {
    match folded {
        "hcm city" | "hcmc" | "saigon" => "ho chi minh city".to_owned(),
        "d.c." | "dc" | "washington d.c." | "washington dc" => "washington".to_owned(),
        "nyc" | "new york city" => "new york".to_owned(),
        "kiev" => "kyiv".to_owned(),
        "rangoon" => "yangon".to_owned(),
        "bombay" => "mumbai".to_owned(),
        "peking" => "beijing".to_owned(),
        "st. petersburg" | "st petersburg" => "saint petersburg".to_owned(),
        _ => {
            for tail in [" province", " prefecture", " governorate", " oblast"] {
                if let Some(bare) = folded.strip_suffix(tail)
                    && place::is_known(bare)
                {
                    return bare.to_owned();
                }
            }
            folded.to_owned()
        }
    }
}

/// The words of an organisation's name with abbreviations written out, countries as codes, and the marks of
/// a firm's legal form left away.
fn body_key(words: &View, n: &Name, abbreviations: &HashMap<String, String>) -> String {
    let single = n.end == n.start + 1;
    let raw = words.word(n.start);
    if single {
        if let Some(key) = abbreviations.get(raw) {
            return key.clone();
        }
        if let Some(name) = organization::by_abbreviation(raw) {
            return canonical(name);
        }
    }
    let folded = fold_key(words, n);
    if let Some(name) = organization::by_name(&folded) {
        return canonical(name);
    }
    let mut parts: Vec<String> = Vec::new();
    let mut k = n.start;
    while k < n.end {
        if let Some(h) = gazetteer::longest(words, k, n.end) {
            let here = words.cover(k, k + h.words).of(words.text());
            let code = country::by_name(here).or_else(|| country::by_demonym(here));
            if let Some(code) = code {
                parts.push(code.to_owned());
                k += h.words;
                continue;
            }
            if h.words == 1 && h.known == Known::Organization && n.end > n.start + 1 {
                let expanded = abbreviations.get(words.word(k)).cloned();
                let known = organization::by_abbreviation(words.word(k)).map(canonical);
                parts.push(expanded.or(known).unwrap_or_else(|| words.fold(k).to_owned()));
                k += 1;
                continue;
            }
        }
        if words.shape(k) != Shape::Mark && !matches!(words.fold(k), "the" | "'s") {
            parts.push(words.fold(k).to_owned());
        }
        k += 1;
    }
    body::drop_form(&mut parts);
    let key = parts.join(" ");
    organization::by_name(&key).map_or_else(|| body::order(&parts), canonical)
}

/// The key of a listed organisation, made as that of a printed one: countries as codes.
fn canonical(name: &str) -> String {
    let mut parts = Vec::new();
    for word in name.split([' ', '-']) {
        let word = word.trim_matches(',');
        if word.is_empty() || word == "the" {
            continue;
        }
        match country::by_name(word).or_else(|| country::by_demonym(word)) {
            Some(code) => parts.push(code.to_owned()),
            None => parts.push(crate::grammar::lists::fold::fold(word)),
        }
    }
    let text = parts
        .join(" ")
        .replace("Viet Nam", "VN")
        .replace("viet nam", "VN");
    let mut parts: Vec<String> = text.split(' ').map(str::to_owned).collect();
    body::drop_form(&mut parts);
    body::order(&parts)
}

/// Joins a short form of an organisation to the one fuller name that ends or begins with it.
fn shorten(names: &[Name], mut keys: Vec<Option<String>>) -> Vec<Option<String>> {
    let mut full: Vec<String> = names
        .iter()
        .zip(&keys)
        .filter(|(n, _)| n.kind == MentionKind::Organization)
        .filter_map(|(_, k)| k.clone())
        .collect();
    full.sort();
    full.dedup();
    // The names that begin or end with the same words are found without a look at all of them.
    let mut by_first: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut by_rest: HashMap<&str, Vec<&str>> = HashMap::new();
    for f in full.iter().filter_map(|f| f.strip_prefix("o:")) {
        if let Some((first, rest)) = f.split_once(' ') {
            by_first.entry(first).or_default().push(f);
            by_rest.entry(rest).or_default().push(f);
        }
    }
    let none = Vec::new();
    for (n, key) in names.iter().zip(&mut keys) {
        if n.kind != MentionKind::Organization || n.form == MentionForm::Abbreviation {
            continue;
        }
        let Some(this) = key.as_deref().and_then(|k| k.strip_prefix("o:")) else {
            continue;
        };
        if organization::by_name(this).is_some() {
            continue;
        }
        let parts = this.split(' ').count();
        let near = if parts >= 2 {
            by_rest.get(this)
        } else {
            by_first.get(this)
        };
        let mut fuller = near.unwrap_or(&none).iter().take(200).filter(|f| {
            let longer = f.split(' ').count();
            // "Foreign Ministry" for "CN foreign ministry"; "Brookings" for "brookings institution".
            let ends = parts >= 2
                && longer == parts + 1
                && f.ends_with(&format!(" {this}"))
                && f.split(' ')
                    .next()
                    .is_some_and(|c| c.len() == 2 && c.chars().all(char::is_uppercase));
            let begins = parts == 1
                && longer <= 3
                && f.starts_with(&format!("{this} "))
                && !this.chars().all(char::is_uppercase)
                && f.split(' ').nth(1).is_some_and(organization::is_tail);
            ends || begins
        });
        if let (Some(one), None) = (fuller.next(), fuller.next()) {
            *key = Some(format!("o:{one}"));
        }
    }
    keys
}
