//! Treebanks: their plain texts, and GUM's names out of its marks of all entities.
//!
//! GUM marks whole noun phrases, named or not. A phrase names something where its head by the tree is a proper noun; the name
//! is the row of proper nouns around the head, with "of" and "and" between them where a body or a place is named, without
//! titles in front of people.

use std::path::Path;

use dossier_model::{MentionKind, Span};
use dossier_world::{country, office};

use super::corpus::{Marked, Name, read};

/// A word of a treebank.
struct Word {
    form: String,
    xpos: String,
    head: usize,
    misc: String,
    span: Span,
}

/// A phrase that the treebank marks, by words.
struct Phrase {
    id: String,
    kind: String,
    linked: bool,
    start: usize,
    end: usize,
}

/// Reads a treebank, compressed; where it marks entities, those with names.
///
/// # Errors
/// Where the file cannot be read.
pub fn documents(path: &Path) -> anyhow::Result<Vec<Marked>> {
    let mut docs: Vec<Marked> = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    let mut text = "";
    let all = read(path)?;
    for line in all.lines().chain([""]) {
        if line.starts_with("# newdoc") {
            docs.push(Marked::default());
        } else if let Some(t) = line.strip_prefix("# text = ") {
            text = t;
        } else if line.is_empty() {
            if let Some(doc) = docs.last_mut().filter(|_| !words.is_empty()) {
                add(doc, text, &mut words);
            }
            words.clear();
        } else if !line.starts_with('#') {
            let f: Vec<&str> = line.split('\t').collect();
            if let [id, form, _, _, xpos, _, head, _, _, misc] = f[..]
                && !id.contains(['-', '.'])
            {
                words.push(Word {
                    form: form.to_owned(),
                    xpos: xpos.to_owned(),
                    head: head.parse().unwrap_or(0),
                    misc: misc.to_owned(),
                    span: Span::new(0, 0),
                });
            }
        }
    }
    docs.retain(|d| !d.text.is_empty());
    Ok(docs)
}

fn add(doc: &mut Marked, text: &str, words: &mut [Word]) {
    let base = doc.add_sentence(text);
    let mut at = 0;
    for w in words.iter_mut() {
        let Some(found) = text.get(at..).and_then(|t| t.find(w.form.as_str())) else {
            continue;
        };
        w.span = Span::new(base + at + found, base + at + found + w.form.len());
        at += found + w.form.len();
    }
    let mut phrases = phrases(words);
    // The widest first: "University of Portsmouth" before "Portsmouth".
    phrases.sort_by_key(|p| (p.start, usize::MAX - p.end));
    let mut taken = vec![false; words.len()];
    for p in &phrases {
        if p.kind == "time" {
            taken[p.start..p.end].fill(true);
        } else if let Some((s, e, kinds)) = name(words, p)
            && !taken[s..e].iter().any(|t| *t)
        {
            taken[s..e].fill(true);
            // A title in front is no part of the name.
            let title = (p.start..s).rev().take_while(|&k| is_title(&words[k]));
            title.for_each(|k| taken[k] = true);
            let span = words[s].span.cover(words[e - 1].span);
            doc.names.push(Name { span, kinds });
        }
    }
    // A proper noun in no named phrase may be a name that the marks do not tell.
    if !phrases.is_empty() {
        let untold = words.iter().zip(&taken).filter(|(w, t)| !**t && is_proper(w));
        doc.open.extend(untold.map(|(w, _)| w.span));
    }
    doc.names.sort_by_key(|n| n.span.start);
}

fn phrases(words: &[Word]) -> Vec<Phrase> {
    let mut open: Vec<Phrase> = Vec::new();
    let mut out = Vec::new();
    let mut close = |open: &mut Vec<Phrase>, at: Option<usize>, i: usize| {
        if let Some(k) = at {
            let mut p = open.remove(k);
            p.end = i + 1;
            out.push(p);
        }
    };
    for (i, w) in words.iter().enumerate() {
        let Some(mut rest) = w.misc.split('|').find_map(|m| m.strip_prefix("Entity=")) else {
            continue;
        };
        while !rest.is_empty() {
            if let Some(r) = rest.strip_prefix('(') {
                let stop = r.find(['(', ')']).unwrap_or(r.len());
                let fields: Vec<&str> = r[..stop].splitn(8, '-').collect();
                open.push(Phrase {
                    id: fields.first().copied().unwrap_or("").to_owned(),
                    kind: fields.get(1).copied().unwrap_or("").to_owned(),
                    linked: fields.len() > 7,
                    start: i,
                    end: i,
                });
                rest = &r[stop..];
                if let Some(r) = rest.strip_prefix(')') {
                    let last = open.len().checked_sub(1);
                    close(&mut open, last, i);
                    rest = r;
                }
            } else {
                let stop = rest.find(')').map_or(rest.len(), |s| s + 1);
                let id = rest[..stop].trim_end_matches(')');
                let at = open.iter().rposition(|p| p.id == id);
                close(&mut open, at, i);
                rest = &rest[stop..];
            }
        }
    }
    out
}

fn is_proper(w: &Word) -> bool {
    w.xpos.starts_with("NNP") && w.form.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

fn is_title(w: &Word) -> bool {
    let folded = w.form.to_lowercase();
    office::is_office(&folded) || office::is_courtesy(&folded) || office::is_modifier(&folded)
}

/// The words of the name that a phrase holds, and its kinds.
fn name(words: &[Word], p: &Phrase) -> Option<(usize, usize, Vec<MentionKind>)> {
    let inside = p.start + 1..=p.end;
    let head = (p.start..p.end).find(|&k| !inside.contains(&words[k].head))?;
    if !is_proper(&words[head]) {
        return None;
    }
    let kinds = match p.kind.as_str() {
        "person" => vec![MentionKind::Person],
        "organization" => vec![MentionKind::Organization],
        "place" => vec![MentionKind::Place],
        "event" => vec![MentionKind::Event],
        _ if p.linked => vec![MentionKind::Work, MentionKind::Other],
        _ => return None,
    };
    let is_person = p.kind == "person";
    let part = |k: usize| is_proper(&words[k]) || words[k].form.starts_with(char::is_uppercase) && !is_person;
    let hyphen = |k: usize| matches!(words[k].form.as_str(), "-" | "&");
    let (mut s, mut e) = (head, head + 1);
    loop {
        let link = |k: usize| matches!(words[k].form.as_str(), "of" | "for" | "and" | "de" | "the" | "la");
        if s > p.start && part(s - 1) && words[s - 1].form != "The" {
            s -= 1;
        } else if s > p.start + 1 && hyphen(s - 1) && part(s - 2)
            || !is_person && s > p.start + 1 && link(s - 1) && words[s - 1].form != "and" && part(s - 2)
        {
            s -= 2;
        } else {
            break;
        }
    }
    loop {
        let link = |k: usize| match words[k].form.as_str() {
            "de" | "von" | "van" | "al" | "bin" | "da" | "di" | "la" | "y" => true,
            "of" | "for" | "and" => !is_person,
            _ => false,
        };
        if e < p.end && part(e) {
            e += 1;
        } else if e + 1 < p.end && (hyphen(e) || link(e)) && part(e + 1) {
            e += 2;
        } else if e + 2 < p.end && !is_person && link(e) && words[e + 1].form == "the" && part(e + 2) {
            e += 3;
        } else {
            break;
        }
    }
    if is_person {
        while s < e && is_title(&words[s]) {
            s += 1;
        }
        if s == e {
            return None;
        }
        if country::by_demonym(&words[e - 1].form).is_some() || words[e - 1].xpos == "NNPS" {
            return Some((s, e, vec![MentionKind::Group]));
        }
    }
    Some((s, e, kinds))
}
