//! From sentences to groups that say one thing: candidates by the rarest keys that two share, so that the work
//! grows with the number of sentences and not with its square.

use std::collections::HashMap;

use dossier_model::ContextNeed;

use super::likeness::{self, Likeness};
use super::sentence::{Part, Sentence};

/// Likeness from which a sentence of one article only comes again: a teaser line above the lead.
const AGAIN: f64 = 0.8;
/// Share of the core of a row's wording that a headline or caption tells at least.
pub const TOLD: f64 = 0.6;
/// Places that are kept for one key; a key that more have tells them apart no longer.
const LONGEST_LIST: usize = 48;
/// Keys of a sentence that are looked up, the rarest first.
const LOOKED_UP: usize = 14;
/// Candidates that are compared word by word.
const COMPARED: usize = 24;
/// Members of a group that a newcomer is compared with.
const WITNESSES: usize = 9;

/// Sentences that say one thing.
#[derive(Debug, Clone)]
pub struct Group {
    /// Places of the sentences at home here, the earliest first.
    pub members: Vec<usize>,
    /// Places of longer sentences at home elsewhere that say this, too, and of headlines and captions.
    pub guests: Vec<usize>,
}

/// Where each key stands, in lists that do not grow without end.
#[derive(Default)]
pub(super) struct Index {
    lists: HashMap<u64, Vec<u32>>,
}

impl Index {
    pub(super) fn add(&mut self, sentence: &Sentence, place: usize) {
        for (key, _) in &sentence.keys {
            let list = self.lists.entry(*key).or_default();
            if list.len() < LONGEST_LIST && list.last() != Some(&(place as u32)) {
                list.push(place as u32);
            }
        }
    }

    /// Places that share weight with the sentence, the heaviest share first.
    pub(super) fn candidates(&self, sentence: &Sentence) -> Vec<usize> {
        let mut lists: Vec<(usize, u64, f64, &[u32])> = (sentence.keys.iter())
            .filter_map(|&(key, term)| {
                let list = self.lists.get(&key)?;
                Some((
                    list.len(),
                    key,
                    sentence.terms[term as usize].weight,
                    list.as_slice(),
                ))
            })
            .collect();
        lists.sort_unstable_by_key(|l| (l.0, l.1));
        lists.truncate(LOOKED_UP);
        let mut hits: Vec<(u32, f64)> = (lists.iter())
            .flat_map(|(_, _, weight, list)| list.iter().map(|&p| (p, *weight)))
            .collect();
        hits.sort_unstable_by_key(|h| h.0);
        let mut sums: Vec<(f64, u32)> = Vec::new();
        let mut last = None;
        for (place, weight) in hits {
            match sums.last_mut().filter(|_| last == Some(place)) {
                Some(sum) => sum.0 += weight,
                None => sums.push((weight, place)),
            }
            last = Some(place);
        }
        sums.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        sums.truncate(COMPARED);
        sums.into_iter().map(|s| s.1 as usize).collect()
    }
}

/// How likely two sentences say the same, where they do; in one article a sentence comes again only as a whole.
fn alike(a: &Sentence, b: &Sentence) -> Option<f64> {
    let likeness: Likeness = likeness::compare(a, b);
    let again = a.doc != b.doc || likeness.all >= AGAIN;
    (again && likeness.is_same()).then(|| likeness.score())
}

/// Groups the sentences, which are in order of time; `leads` says how well a sentence stands alone: the one
/// with the least leads its group.
pub fn join(sentences: &[Sentence], leads: &dyn Fn(&Sentence) -> (ContextNeed, usize)) -> Vec<Group> {
    let mut groups = join_alike(sentences);
    let mut heads = Index::default();
    let mut leaders: Vec<usize> = Vec::with_capacity(groups.len());
    for group in &groups {
        let leader = group
            .members
            .iter()
            .copied()
            .min_by_key(|&m| (leads(&sentences[m]), m));
        leaders.push(leader.unwrap_or(group.members[0]));
    }
    for (g, &leader) in leaders.iter().enumerate() {
        heads.add(&sentences[leader], g);
    }
    let mut home = vec![usize::MAX; sentences.len()];
    for (g, group) in groups.iter().enumerate() {
        for &m in &group.members {
            home[m] = g;
        }
    }
    for (i, sentence) in sentences.iter().enumerate() {
        for g in heads.candidates(sentence) {
            let leader = &sentences[leaders[g]];
            if home[i] == g || leader.doc == sentence.doc {
                continue;
            }
            let likeness = likeness::compare(leader, sentence);
            // A guest says all that the leader says.
            let tells_all = match sentence.part {
                Part::Body => leader.weight <= sentence.weight,
                Part::Beside => leader.weight <= sentence.weight || likeness.core_told() >= TOLD,
            };
            if tells_all && likeness.is_same() {
                groups[g].guests.push(i);
            }
        }
    }
    groups
}

/// The words of a sentence and what they are known by.
type Wording<'a> = (&'a [u32], &'a [(u64, u16)]);

/// A sentence joins the group whose first and lightest member it is most like, where most others agree.
fn join_alike(sentences: &[Sentence]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut index = Index::default();
    // Copies of one wording need no comparison.
    let mut wordings: HashMap<Wording<'_>, usize> = HashMap::new();
    for (i, s) in sentences.iter().enumerate() {
        if s.part == Part::Beside {
            continue;
        }
        if let Some(&g) = wordings.get(&(s.words.as_slice(), s.keys.as_slice())) {
            groups[g].members.push(i);
            continue;
        }
        let mut best: Option<(f64, usize)> = None;
        for g in index.candidates(s) {
            let members = &groups[g].members;
            let Some(first) = alike(&sentences[members[0]], s) else {
                continue;
            };
            if best.is_some_and(|(b, _)| first <= b) {
                continue;
            }
            let others = &members[1..members.len().min(WITNESSES)];
            let agrees = |m: usize| alike(&sentences[m], s).is_some();
            let lightest = others.iter().copied().min_by(|&a, &b| {
                sentences[a]
                    .weight
                    .total_cmp(&sentences[b].weight)
                    .then(a.cmp(&b))
            });
            let most = others.iter().filter(|&&m| agrees(m)).count() * 2 > others.len() || others.is_empty();
            if most && lightest.is_none_or(agrees) {
                best = Some((first, g));
            }
        }
        let g = best.map_or_else(
            || {
                index.add(s, groups.len());
                groups.push(Group {
                    members: Vec::new(),
                    guests: Vec::new(),
                });
                groups.len() - 1
            },
            |b| b.1,
        );
        groups[g].members.push(i);
        wordings.insert((&s.words, &s.keys), g);
    }
    groups
}
