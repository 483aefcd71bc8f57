//! Which mentions of people are of one person.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dossier_model::{Gender, MentionKind, NameOrder, Upos};

use super::part::{Part, holds, is_eastern, letters, licenses, same_person};
use super::pattern::is_initial;
use super::scan::Name;
use super::told::{age, has_office, is_consort};
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::given_name;
use dossier_world::office;

/// A full name and all that is known of it.
#[derive(Debug)]
struct Full {
    parts: Vec<Part>,
    /// "jr", "iii": what tells a son from his father.
    suffix: Option<String>,
    gender: Option<Gender>,
    /// The age that stands behind the name.
    age: Option<u32>,
    /// Whether a hyphen stands behind the first part: "Ji-hoon Park".
    hyphened: bool,
    /// Whether the words tell only whose husband or wife it is.
    consort: bool,
    /// Places in the list of names.
    at: BTreeSet<usize>,
}

/// Of so many bearers of one name part, none is told from the others.
const MANY: usize = 64;

/// The people of an article.
#[derive(Debug, Default)]
pub(crate) struct People {
    full: Vec<Full>,
    /// Folded name part to the people who bear it, in order; the first of very many.
    bearers: HashMap<String, Vec<usize>>,
    /// Name index to person.
    of: BTreeMap<usize, usize>,
    short: Vec<bool>,
    unsure: Vec<bool>,
}

impl People {
    /// Reads full names, then gives the short ones to them.
    pub fn read(words: &View, names: &[Name]) -> Self {
        let mut people = Self {
            short: vec![false; names.len()],
            unsure: vec![false; names.len()],
            ..Self::default()
        };
        let mut order: Vec<(usize, Vec<Part>)> = names
            .iter()
            .enumerate()
            .filter(|(_, n)| n.kind == MentionKind::Person)
            .map(|(i, n)| (i, parts(words, n)))
            .filter(|(_, p)| !p.is_empty())
            .collect();
        // The fullest first, so that "Donald Trump" meets "Donald J. Trump".
        let mut by_length: Vec<usize> = (0..order.len()).collect();
        by_length.sort_by_key(|&k| (std::cmp::Reverse(order[k].1.len()), order[k].0));
        for &k in &by_length {
            let (i, parts) = &order[k];
            if parts.len() >= 2 {
                people.add_full(words, names, *i, parts);
            }
        }
        order.retain(|(_, p)| p.len() == 1);
        for (i, parts) in &order {
            people.add_short(words, names, *i, parts);
        }
        people
    }

    fn add_full(&mut self, words: &View, names: &[Name], i: usize, parts: &[Part]) {
        let own = suffix(words, names, i);
        let years = age(words, names, i);
        let mut near: Vec<usize> = self
            .bearers_of(parts)
            .into_iter()
            .filter(|&p| self.full.get(p).is_some_and(|f| f.fits_age(years)))
            .collect();
        // "Robert Orr" is "Robert S. Orr III" where nobody of the name has another suffix.
        let suffixes: BTreeSet<&str> = near
            .iter()
            .filter_map(|&p| self.full.get(p)?.suffix.as_deref())
            .chain(own.as_deref())
            .collect();
        let several = suffixes.len() > 1;
        let sentence = |k: usize| names.get(k).map(|n| words.sentence_index(n.start));
        near.retain(|&p| {
            self.full.get(p).is_some_and(|f| {
                // Father and son stand side by side.
                let beside = f.at.iter().any(|&k| sentence(k) == sentence(i));
                f.suffix == own || !several && !beside
            })
        });
        let mut same: Vec<usize> = near
            .iter()
            .copied()
            .filter(|&p| self.full.get(p).is_some_and(|f| same_person(&f.parts, parts)))
            .collect();
        if same.is_empty() {
            // Several parts of a longer name: "López Obrador", "bin Salman".
            same = near
                .into_iter()
                .filter(|&p| {
                    self.full
                        .get(p)
                        .is_some_and(|f| f.parts.len() > parts.len() && holds(&f.parts, parts))
                })
                .collect();
            if let [_] = same[..] {
                self.mark_short(i);
            }
        }
        match same[..] {
            [p] => {
                self.put(i, p);
                if let Some(f) = self.full.get_mut(p) {
                    f.age = f.age.or(years);
                    f.suffix = f.suffix.take().or(own);
                    f.consort |= is_consort(words, names, i);
                }
            }
            [] => self.add(words, names, i, parts),
            _ => self.mark_unsure(i),
        }
    }

    /// A person not met before.
    fn add(&mut self, words: &View, names: &[Name], i: usize, parts: &[Part]) {
        let p = self.full.len();
        let joined = letters(parts);
        for part in parts.iter().map(|x| x.fold.as_str()).chain([joined.as_str()]) {
            let bearers = self.bearers.entry(part.to_owned()).or_default();
            if bearers.len() < MANY && bearers.last() != Some(&p) {
                bearers.push(p);
            }
        }
        self.full.push(Full {
            parts: parts.to_vec(),
            suffix: suffix(words, names, i),
            gender: gender(words, names, i, parts),
            age: age(words, names, i),
            hyphened: names
                .get(i)
                .is_some_and(|n| n.end > n.start + 2 && words.word(n.start + 1) == "-"),
            consort: is_consort(words, names, i),
            at: BTreeSet::new(),
        });
        self.put(i, p);
    }

    /// The people who share a part with a name, or all its letters, in order.
    fn bearers_of(&self, parts: &[Part]) -> Vec<usize> {
        let joined = letters(parts);
        let mut out: Vec<usize> = parts
            .iter()
            .map(|x| x.fold.as_str())
            .chain([joined.as_str()])
            .filter_map(|part| self.bearers.get(part))
            .flatten()
            .copied()
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    fn put(&mut self, i: usize, p: usize) {
        self.of.insert(i, p);
        if let Some(f) = self.full.get_mut(p) {
            f.at.insert(i);
        }
    }

    fn mark_short(&mut self, i: usize) {
        if let Some(s) = self.short.get_mut(i) {
            *s = true;
        }
    }

    fn mark_unsure(&mut self, i: usize) {
        if let Some(s) = self.unsure.get_mut(i) {
            *s = true;
        }
    }

    fn add_short(&mut self, words: &View, names: &[Name], i: usize, parts: &[Part]) {
        let mut candidates: Vec<usize> = self
            .bearers_of(parts)
            .into_iter()
            .filter(|&p| {
                self.full.get(p).is_some_and(|f| {
                    f.parts.len() == 1 && same_person(&f.parts, parts)
                        || f.parts.len() > 1 && licenses(&f.parts, parts)
                })
            })
            .collect();
        // "Tom Jr." is the son, not the father.
        if let Some(own) = suffix(words, names, i) {
            candidates.retain(|&p| {
                self.full
                    .get(p)
                    .is_some_and(|f| f.suffix.as_deref() == Some(own.as_str()))
            });
        }
        // "Mr Ruiz" is never Ana Ruiz, "President Ruiz" never his wife.
        if let Some(g) = title_gender(words, names, i)
            .filter(|g| candidates.len() > 1 || courtesy(words, names, i) == Some(*g))
        {
            candidates.retain(|&p| self.full.get(p).is_some_and(|f| f.gender.is_none_or(|x| x == g)));
        }
        if has_office(words, names, i) {
            candidates.retain(|&p| self.full.get(p).is_some_and(|f| !f.consort));
        }
        if let Some(&other) = relation(words, names, i).and_then(|k| self.of.get(&k)) {
            candidates.retain(|&p| p != other);
            if candidates.is_empty() {
                self.mark_short(i);
                self.mark_unsure(i);
                return;
            }
        }
        if candidates.len() > 1 {
            candidates = self.nearest(words, names, i, &candidates);
        }
        match candidates[..] {
            [p] => {
                if self.full.get(p).is_some_and(|f| f.parts.len() > 1) {
                    self.mark_short(i);
                }
                self.put(i, p);
            }
            [] => self.add(words, names, i, parts),
            _ => {
                self.mark_short(i);
                self.mark_unsure(i);
            }
        }
    }

    /// Of several bearers of a name, the one that was named in this sentence or the two before, where no other
    /// was named in the last eight.
    fn nearest(&self, words: &View, names: &[Name], i: usize, candidates: &[usize]) -> Vec<usize> {
        let here = names.get(i).map_or(0, |n| words.sentence_index(n.start));
        let mut near: Vec<(usize, usize)> = Vec::new();
        for &p in candidates {
            let last = self.full.get(p).and_then(|f| {
                let before = f.at.range(..i).next_back().and_then(|&k| names.get(k));
                before.map(|n| words.sentence_index(n.start))
            });
            if let Some(s) = last {
                near.push((here.saturating_sub(s), p));
            }
        }
        near.sort_unstable();
        match near[..] {
            [(d, p)] if d <= 8 => vec![p],
            [(d, p), (other, _), ..] if d <= 2 && other > 8 => vec![p],
            _ => self.usual(words, names, i, candidates),
        }
    }

    /// Of several bearers of a name the one whom the article named so far by it again and again, while the others hardly
    /// occur: relatives are told by their full names. A rank in front, or another gender than is known, tells no one.
    fn usual(&self, words: &View, names: &[Name], i: usize, candidates: &[usize]) -> Vec<usize> {
        let unsure = candidates.to_vec();
        let Some(own) = names.get(i) else { return unsure };
        let word = words.fold(own.end - 1);
        let count = |p: usize| {
            let called = |&&k: &&usize| {
                let n = names.get(k);
                n.is_some_and(|n| (n.start..n.end).any(|w| words.fold(w) == word))
            };
            self.full.get(p).map_or(0, |f| f.at.iter().filter(called).count())
        };
        let Some(&most) = candidates
            .iter()
            .max_by_key(|&&p| (count(p), std::cmp::Reverse(p)))
        else {
            return unsure;
        };
        let others = (candidates.iter().filter(|&&p| p != most))
            .map(|&p| count(p))
            .sum::<usize>();
        let told = courtesy(words, names, i);
        let fits = told.is_none() || self.full.get(most).is_some_and(|f| f.gender == told);
        let often = count(most) >= USUAL && count(most) >= others * USUAL;
        if often && fits && !has_office(words, names, i) {
            vec![most]
        } else {
            unsure
        }
    }

    /// What joins the mentions of the person that name `i` is of; `None` where it may be one of several.
    pub fn key(&self, i: usize) -> Option<String> {
        if self.unsure.get(i).copied().unwrap_or(false) {
            return None;
        }
        self.of.get(&i).map(usize::to_string)
    }

    /// Whether name `i` is a part of a fuller one.
    pub fn is_short(&self, i: usize) -> bool {
        self.short.get(i).copied().unwrap_or(false)
    }

    /// Where the family name stands in name `i`, where lists tell.
    pub fn order(&self, i: usize) -> Option<NameOrder> {
        let full = self.of.get(&i).and_then(|&p| self.full.get(p))?;
        let [first, .., last] = &full.parts[..] else {
            return None;
        };
        match () {
            // "Ji-hoon Park": the hyphen makes the first parts one given name.
            () if full.hyphened && is_eastern(last) => Some(NameOrder::FamilyLast),
            () if is_eastern(first) && !given_name::is_surname(&last.fold) => Some(NameOrder::FamilyFirst),
            () if given_name::is_given(&first.fold) || given_name::is_surname(&last.fold) => {
                Some(NameOrder::FamilyLast)
            }
            () => None,
        }
    }

    /// The gender of the person that name `i` is of, by given name or title.
    pub fn gender(&self, i: usize) -> Option<Gender> {
        self.of
            .get(&i)
            .and_then(|&p| self.full.get(p))
            .and_then(|f| f.gender)
    }
}

/// So often more than the others somebody is named whom a surname alone means.
const USUAL: usize = 4;

impl Full {
    /// Whether an age told of the name can be this person's: a birthday may lie between two mentions.
    fn fits_age(&self, age: Option<u32>) -> bool {
        match (self.age, age) {
            (Some(a), Some(b)) => a.abs_diff(b) <= 1,
            _ => true,
        }
    }
}

fn parts(words: &View, n: &Name) -> Vec<Part> {
    let mut out = Vec::new();
    for k in n.start..n.end {
        if words.shape(k) == Shape::Mark || is_suffix(words.fold(k)) {
            continue;
        }
        // "Kim Jong-un" and "Kim Jong Un" have the same parts.
        out.push(Part {
            fold: words.fold(k).trim_matches('.').to_owned(),
            raw: words.word(k).to_lowercase(),
            initial: is_initial(words, k),
        });
    }
    out
}

fn is_suffix(folded: &str) -> bool {
    matches!(folded, "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv")
}

/// "Jr." of a name, without its dot.
fn suffix(words: &View, names: &[Name], i: usize) -> Option<String> {
    let n = names.get(i)?;
    let last = n.end.checked_sub(1).filter(|&k| k > n.start)?;
    let last = if words.word(last) == "." && last - 1 > n.start {
        last - 1
    } else {
        last
    };
    let word = words.fold(last);
    is_suffix(word).then(|| word.trim_matches('.').to_owned())
}

/// The gender told by the words in front of a name.
fn title_gender(words: &View, names: &[Name], i: usize) -> Option<Gender> {
    let n = names.get(i)?;
    let (start, _) = words.sentence_words(n.start);
    (n.start.saturating_sub(3).max(start)..n.start)
        .rev()
        .find_map(|k| office::gender_of(words.fold(k)))
}

/// The name beside which name `i` is told as somebody close: "Karl Stone's son, Captain Stone", "Karl Stone, the father of
/// Captain Stone". Nobody is his own relative.
fn relation(words: &View, names: &[Name], i: usize) -> Option<usize> {
    const FAR: usize = 8;
    let n = names.get(i)?;
    let before = i.checked_sub(1)?;
    let other = names.get(before).filter(|o| o.kind == MentionKind::Person)?;
    let between = other.end..n.start;
    let beside = words.sentence_index(other.start) == words.sentence_index(n.start);
    if !beside || between.len() > FAR {
        return None;
    }
    let close = between.clone().find(|&k| office::is_relative(words.fold(k)))?;
    let owns = matches!(words.fold(other.end), "'s" | "’s");
    let of = words.fold(other.end) == "," && words.fold(close + 1) == "of";
    // A verb in between tells of one of them.
    let plain = between
        .into_iter()
        .all(|k| !matches!(words.upos(k), Upos::Verb | Upos::Aux));
    ((owns || of) && plain).then_some(before)
}

/// The gender that the word right in front of name `i` tells.
fn courtesy(words: &View, names: &[Name], i: usize) -> Option<Gender> {
    let n = names.get(i)?;
    (n.start > words.sentence_words(n.start).0)
        .then(|| office::gender_of(words.fold(n.start - 1)))
        .flatten()
}

fn gender(words: &View, names: &[Name], i: usize, parts: &[Part]) -> Option<Gender> {
    let before = courtesy(words, names, i);
    before.or_else(|| {
        let first = parts.first()?;
        if parts.len() < 2 {
            None
        } else if given_name::is_female(&first.fold) {
            Some(Gender::Female)
        } else if given_name::is_male(&first.fold) {
            Some(Gender::Male)
        } else {
            None
        }
    })
}
