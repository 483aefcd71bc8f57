//! One list of names out of what the rules made and what the training tells.
//!
//! Where both see a name, the training says where it ends and what it is. What the rules alone see stays where the training has
//! next to nothing to say (peoples, works, events), and where the article has the same name elsewhere.

use std::collections::{HashMap, HashSet};

use dossier_model::{MentionForm, MentionKind};
use xxhash_rust::xxh3::xxh3_64;

use super::{Found, model, read, tag};
use crate::grammar::common;
use crate::grammar::mention::scan::{self, Name};
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::{country, organization};

/// The names of an article.
pub(in crate::grammar::mention) fn names(words: &View, rules: Vec<Name>) -> Vec<Name> {
    let mut found = read(words, &rules, model::model());
    whole_countries(words, &rules, &mut found);
    let known = known(words, &found);
    let mut out: Vec<Name> = Vec::with_capacity(rules.len());
    let mut rules = rules.into_iter().peekable();
    for f in found.drain(..) {
        while let Some(rule) = rules.next_if(|r| r.end <= f.start) {
            keep(words, rule, &known, &mut out);
        }
        let mut same = None;
        while let Some(rule) = rules.next_if(|r| r.start < f.end) {
            if rule.start == f.start && rule.end == f.end {
                same = Some(rule);
            }
        }
        if let Some(credit) = Credit::of(words, &f, &known) {
            out.extend(credit.parts().map(|part| name(words, &part, None)));
            continue;
        }
        // A common word in capitals is left out where no rule made a name of it.
        if same.is_some()
            || f.end > f.start + 1
            || !common::is_common(words.fold(f.start))
            || has_courtesy(words, f.start)
        {
            out.push(name(words, &f, same));
        }
    }
    for rule in rules {
        keep(words, rule, &known, &mut out);
    }
    add_titled(words, &mut out);
    agree(words, &mut out);
    out
}

/// Puts the full name of a country in the place of what was found inside it: "Democratic People's Republic of Korea" is not the
/// Republic of Korea.
fn whole_countries(words: &View, rules: &[Name], found: &mut Vec<Found>) {
    let is_full = |r: &&Name| {
        let is_long = r.kind == MentionKind::Place && r.sure == 2 && r.end > r.start + 2;
        is_long && country::by_name(words.cover(r.start, r.end).of(words.text())).is_some()
    };
    for rule in rules.iter().filter(is_full) {
        let from = found.partition_point(|f| f.end <= rule.start);
        let to = from + found[from..].partition_point(|f| f.start < rule.end);
        let inside = &found[from..to];
        let is_within = inside.iter().all(|f| rule.start <= f.start && f.end <= rule.end);
        let is_cut = inside.iter().any(|f| f.end - f.start < rule.end - rule.start);
        if is_within && is_cut {
            let whole = Found {
                start: rule.start,
                end: rule.end,
                kind: MentionKind::Place,
            };
            found.splice(from..to, [whole]);
        }
    }
}

/// Whether "Mr", "Mrs" or the like stands right in front.
fn has_courtesy(words: &View, i: usize) -> bool {
    i > 0
        && !words.breaks(i)
        && matches!(
            words.fold(i - 1).trim_end_matches('.'),
            "mr" | "mrs" | "ms" | "mx" | "dr" | "messrs"
        )
}

/// "Mr. Moon": whoever is addressed is a person, whatever else the word means.
fn add_titled(words: &View, names: &mut Vec<Name>) {
    let mut taken = vec![false; words.len()];
    for n in names.iter() {
        taken[n.start..n.end].fill(true);
    }
    let before = names.len();
    for (i, _) in taken.iter().enumerate().skip(1).filter(|(_, taken)| !**taken) {
        if words.shape(i) == Shape::Capital && has_courtesy(words, i) && words.is_capital(i - 1) {
            names.push(Name {
                start: i,
                end: i + 1,
                kind: MentionKind::Person,
                form: MentionForm::Name,
                sure: 2,
            });
        }
    }
    if names.len() > before {
        names.sort_by_key(|n| n.start);
    }
}

/// A credit of a picture that ran into the name beside it: "Associated Press North Korea", "Downing Street AFP".
struct Credit {
    medium: Found,
    rest: Found,
}

impl Credit {
    fn of(words: &View, f: &Found, known: &HashSet<(u64, usize)>) -> Option<Self> {
        let is_medium = |start: usize, end: usize| {
            let folded: Vec<&str> = (start..end).map(|k| words.fold(k)).collect();
            organization::is_medium(&folded.join(" "))
        };
        if f.end < f.start + 2 || f.end > f.start + 8 || is_medium(f.start, f.end) {
            return None;
        }
        let part = |start: usize, end: usize, kind: MentionKind| Found { start, end, kind };
        let kind_of = |start: usize, end: usize| {
            let raw = words.cover(start, end).of(words.text());
            let is_country = country::by_name(raw).is_some();
            let told = tag::KINDS
                .iter()
                .find(|k| known.contains(&(key(words, start, end), tag::of(**k, true))));
            if is_country {
                Some(MentionKind::Place)
            } else {
                told.copied()
            }
        };
        for cut in f.start + 1..f.end {
            if is_medium(f.start, cut)
                && let Some(kind) = kind_of(cut, f.end)
            {
                return Some(Self {
                    medium: part(f.start, cut, MentionKind::Organization),
                    rest: part(cut, f.end, kind),
                });
            }
            let letters = cut + 1 == f.end && words.shape(cut) == Shape::Upper;
            if f.kind != MentionKind::Organization && letters && is_medium(cut, f.end) {
                return Some(Self {
                    medium: part(cut, f.end, MentionKind::Organization),
                    rest: part(f.start, cut, f.kind),
                });
            }
        }
        None
    }

    /// Both in order.
    fn parts(self) -> impl Iterator<Item = Found> {
        let mut both = [self.medium, self.rest];
        both.sort_by_key(|f| f.start);
        both.into_iter()
    }
}

/// The same words name one thing in one article: the kind that most of their places tell, rules counting on top.
fn agree(words: &View, names: &mut [Name]) {
    let mut votes: HashMap<u64, [u32; tag::KINDS.len()]> = HashMap::new();
    let number = |kind: MentionKind| tag::KINDS.iter().position(|k| *k == kind).unwrap_or(0);
    for n in names.iter() {
        votes.entry(key(words, n.start, n.end)).or_default()[number(n.kind)] += 2 + u32::from(n.sure == 2);
    }
    for n in names.iter_mut().filter(|n| n.sure < 2) {
        let Some(votes) = votes.get(&key(words, n.start, n.end)) else {
            continue;
        };
        let best = (0..votes.len()).rev().max_by_key(|&k| votes[k]).unwrap_or(0);
        if votes[best] > votes[number(n.kind)] {
            n.kind = tag::KINDS[best];
        }
    }
}

/// Names and kinds, and the first and last words of people's full names.
fn known(words: &View, found: &[Found]) -> HashSet<(u64, usize)> {
    let mut out = HashSet::new();
    for f in found {
        let kind = tag::of(f.kind, true);
        out.insert((key(words, f.start, f.end), kind));
        if f.kind == MentionKind::Person {
            out.insert((key(words, f.start, f.start + 1), kind));
            out.insert((key(words, f.end - 1, f.end), kind));
        }
    }
    out
}

fn key(words: &View, start: usize, end: usize) -> u64 {
    (start..end).fold(0, |h: u64, k| {
        h.rotate_left(17) ^ xxh3_64(words.fold(k).as_bytes())
    })
}

/// Keeps what only the rules see, or leaves it out.
fn keep(words: &View, rule: Name, known: &HashSet<(u64, usize)>, out: &mut Vec<Name>) {
    let is_free = out.last().is_none_or(|n| n.end <= rule.start);
    let is_theirs = matches!(
        rule.kind,
        MentionKind::Group | MentionKind::Work | MentionKind::Event
    );
    let again = || known.contains(&(key(words, rule.start, rule.end), tag::of(rule.kind, true)));
    // A country's name is one wherever it stands.
    let is_country = rule.kind == MentionKind::Place
        && rule.sure == 2
        && country::by_name(words.cover(rule.start, rule.end).of(words.text())).is_some();
    if is_free && (is_theirs || is_country || rule.sure > 0 && again()) {
        out.push(rule);
    }
}

fn name(words: &View, f: &Found, same: Option<Name>) -> Name {
    let letters = f.end == f.start + 1 && words.shape(f.start) == Shape::Upper;
    let form = match same {
        Some(rule) if rule.kind == f.kind || rule.form == MentionForm::Abbreviation => rule.form,
        _ if f.kind == MentionKind::Group => scan::demonym_form(words, f.start, f.end),
        _ if letters && f.kind != MentionKind::Person => MentionForm::Abbreviation,
        _ => MentionForm::Name,
    };
    Name {
        start: f.start,
        end: f.end,
        kind: f.kind,
        form,
        // Sure is what both see alike.
        sure: same
            .filter(|rule| rule.kind == f.kind)
            .map_or(1, |rule| rule.sure.max(1)),
    }
}
