//! Whether two claims exclude each other: one frame, the same who take part, and one single thing that cannot be both.

use dossier_model::{ConflictKind, Deprel, Modality, Opposition, Polarity, Pole, Span, WordMark};

use super::claim::{Claim, ClaimTime, Phrase, Word};
use super::sentence::Sentence;
use super::wording;

/// Weight of what two claims share, from which they are of one matter.
const LEAST_SHARED: f64 = 9.0;
/// The same where no name is shared.
const LEAST_WITHOUT_NAME: f64 = 14.0;

/// What keeps two claims apart.
#[derive(Debug, Clone)]
pub struct Contrast {
    /// How they exclude each other.
    pub kind: ConflictKind,
    /// Whether they are surely of one matter, so that they cannot both hold.
    pub is_proven: bool,
    /// The words of the first that the second excludes.
    pub first: Span,
    /// The words of the second.
    pub second: Span,
    /// Words of the first that both have.
    pub shared: Vec<Span>,
}

/// How two phrases stand to each other.
enum Fit {
    /// One says what the other says, and perhaps more.
    Same(Shared),
    /// The same but for one thing that excludes the other's.
    Excluding(Exclusion, Shared),
    /// Something else.
    Other,
}

/// What two phrases have in common.
#[derive(Debug, Clone, Copy, Default)]
struct Shared {
    weight: f64,
    has_name: bool,
}

#[derive(Debug, Clone, Copy)]
struct Exclusion {
    kind: ConflictKind,
    first: Span,
    second: Span,
}

/// What is known of two claims while their phrases are compared.
#[derive(Default)]
struct Tally {
    same: usize,
    /// Of these, who acts or is acted upon.
    parties: usize,
    shared: Shared,
    spans: Vec<Span>,
    exclusions: Vec<Exclusion>,
    is_other: bool,
}

impl Tally {
    fn add(&mut self, fit: Fit, phrase: &Phrase, is_party: bool) {
        match fit {
            Fit::Same(shared) => {
                self.same += 1;
                self.parties += usize::from(is_party);
                self.share(shared);
                self.spans.push(phrase.span);
            }
            Fit::Excluding(exclusion, shared) => {
                self.parties += usize::from(is_party);
                self.share(shared);
                self.exclusions.push(exclusion);
            }
            Fit::Other => self.is_other = true,
        }
    }

    fn share(&mut self, shared: Shared) {
        self.shared.weight += shared.weight;
        self.shared.has_name |= shared.has_name;
    }
}

/// What keeps two sentences apart; a proven one first.
#[must_use]
pub fn find(a: &Sentence, b: &Sentence) -> Option<Contrast> {
    let mut first = wording::find(a, b);
    if first.as_ref().is_some_and(|f| f.is_proven) {
        return first;
    }
    for c in &a.claims {
        for d in &b.claims {
            let found = swapped(c, d).or_else(|| opposed(c, d));
            if found.as_ref().is_some_and(|f| f.is_proven) {
                return found;
            }
            first = first.or(found);
        }
    }
    first
}

/// Whether two words have a key in common.
fn meet(a: &Word, b: &Word) -> bool {
    match (a.number, b.number) {
        (Some(x), Some(y)) => x == y,
        _ => a.keys.iter().any(|k| b.keys.contains(k)),
    }
}

/// Whether they stand on two sides of one scale, and how these stand to each other.
fn opposition(a: &Word, b: &Word) -> Option<Opposition> {
    opposition_of(&a.poles, &b.poles)
}

/// Whether two words on these sides exclude each other; not where they stand on one side of another scale.
pub(super) fn opposition_of(a: &[Pole], b: &[Pole]) -> Option<Opposition> {
    let mut found = None;
    for p in a {
        match b.iter().find(|q| q.scale == p.scale) {
            Some(q) if q.side == p.side => return None,
            Some(q) if q.kind == Opposition::Contrary || found.is_none() => found = Some(q.kind),
            _ => {}
        }
    }
    found
}

fn has(word: &Word, mark: WordMark) -> bool {
    word.marks.contains(&mark)
}

/// Claims of one frame that differ in one thing alone.
fn opposed(c: &Claim, d: &Claim) -> Option<Contrast> {
    let is_same = meet(&c.predicate, &d.predicate);
    let opposite = opposition(&c.predicate, &d.predicate).filter(|_| !is_same);
    if !is_same && opposite.is_none() {
        return None;
    }
    // "She said", "she did not say": what they said is told by their words.
    if is_same && (c.is_report || d.is_report) {
        return None;
    }
    let mut tally = compare_phrases(c, d);
    if is_same {
        tally.shared.weight += c.predicate.weight;
    }
    if tally.is_other || tally.parties == 0 {
        return None;
    }
    let predicates = Exclusion {
        kind: ConflictKind::Polarity,
        first: c.predicate.span,
        second: d.predicate.span,
    };
    tally.exclusions.extend(opposite.map(|_| predicates));
    // "Nothing in the rules relieves": denied, whatever else is.
    let is_of_none = |c: &Claim| {
        c.agent
            .iter()
            .any(|p| p.words.iter().any(|w| has(w, WordMark::Negation)))
    };
    let is_denied = c.polarity != d.polarity && !(is_of_none(c) && is_of_none(d));
    tally.exclusions.extend(is_denied.then_some(predicates));
    let days = meet_in_time(&c.times, &d.times);
    if let Some(clock) = other_clock(&c.times, &d.times) {
        tally.exclusions.push(clock);
    }
    let [exclusion] = tally.exclusions[..] else {
        return None;
    };
    let is_partial = exclusion.kind == ConflictKind::Polarity && (counts_some(c) || counts_some(d));
    let is_whole = tally.same >= 2 || tally.same == 1 && c.rest.len() + d.rest.len() <= 1;
    let is_stage = opposite == Some(Opposition::Stage);
    let least = if tally.shared.has_name {
        LEAST_SHARED
    } else {
        LEAST_WITHOUT_NAME
    };
    let is_proven = c.modality == d.modality
        && c.modality != Modality::Possible
        && days != Some(false)
        && !is_partial
        && is_whole
        && (!is_stage || tally.same >= 3 || days == Some(true) && tally.same >= 2)
        && tally.shared.weight >= least;
    Some(Contrast {
        kind: exclusion.kind,
        is_proven,
        first: exclusion.first,
        second: exclusion.second,
        shared: tally.spans,
    })
}

/// Whether it is told of some of several, so that others may be told otherwise.
pub(super) fn counts_some(claim: &Claim) -> bool {
    let parties = [&claim.agent, &claim.patient].into_iter().flatten();
    (parties.flat_map(|p| &p.words)).any(|w| has(w, WordMark::Partial) || w.number.is_some_and(|n| !n.1))
}

/// Each phrase of one with what takes its place in the other.
fn compare_phrases(c: &Claim, d: &Claim) -> Tally {
    let mut tally = Tally::default();
    let mut first: Vec<&Phrase> = c.rest.iter().collect();
    let mut second: Vec<&Phrase> = d.rest.iter().collect();
    match (&c.agent, &c.patient, &d.agent, &d.patient) {
        // "died", "was killed": who acts in one is acted upon in the other.
        (Some(x), None, None, Some(y)) | (None, Some(x), Some(y), None) => tally.add(fit(x, y), x, true),
        (agent, patient, other_agent, other_patient) => {
            if let (Some(x), Some(y)) = (agent, other_agent) {
                tally.add(fit(x, y), x, true);
            }
            match (patient, other_patient) {
                (Some(x), Some(y)) => tally.add(fit(x, y), x, true),
                (x, y) => {
                    first.extend(x);
                    second.extend(y);
                }
            }
        }
    }
    let mut left: Vec<&Phrase> = Vec::new();
    for x in first {
        let best = (second.iter().enumerate())
            .filter_map(|(k, y)| match fit(x, y) {
                Fit::Other => None,
                Fit::Same(s) => Some((k, s.weight + 1.0, Fit::Same(s))),
                Fit::Excluding(e, s) => Some((k, s.weight, Fit::Excluding(e, s))),
            })
            .max_by(|p, q| p.1.total_cmp(&q.1));
        match best {
            Some((k, _, fit)) => {
                tally.add(fit, x, false);
                second.remove(k);
            }
            None => left.push(x),
        }
    }
    // Two phrases in one place that tell different things: another matter.
    tally.is_other |= left.iter().any(|x| second.iter().any(|y| stand_alike(x, y)));
    tally
}

/// Whether two phrases stand in one place of their clauses.
fn stand_alike(x: &Phrase, y: &Phrase) -> bool {
    match (&x.link, &y.link) {
        (Some(a), Some(b)) => x.relation == y.relation && meet(a, b),
        (None, None) => x.relation == y.relation,
        _ => false,
    }
}

/// How two phrases stand to each other.
fn fit(x: &Phrase, y: &Phrase) -> Fit {
    let mut shared = Shared::default();
    for w in &x.words {
        if y.words.iter().any(|v| meet(w, v)) {
            shared.weight += w.weight;
            shared.has_name |= w.is_name;
        }
    }
    let left_of = |p: &'_ Phrase, q: &Phrase| -> Vec<usize> {
        (0..p.words.len())
            .filter(|&i| !q.words.iter().any(|v| meet(&p.words[i], v)))
            .collect()
    };
    let (mut left_x, mut left_y) = (left_of(x, y), left_of(y, x));
    let mut exclusions = Vec::new();
    while let Some((i, j)) = exclusive_pair(x, &left_x, y, &left_y) {
        let (w, v) = (&x.words[left_x[i]], &y.words[left_y[j]]);
        exclusions.push(Exclusion {
            kind: ConflictKind::Filler,
            first: around(w, x),
            second: around(v, y),
        });
        left_x.remove(i);
        left_y.remove(j);
    }
    exclusions.extend(denial(x, &left_x, y, &left_y));
    if let (Some(a), Some(b)) = (&x.link, &y.link)
        && opposition(a, b).is_some()
    {
        exclusions.push(Exclusion {
            kind: ConflictKind::Filler,
            first: a.span.cover(x.span),
            second: b.span.cover(y.span),
        });
    }
    let says = |p: &Phrase, left: &[usize]| {
        left.iter()
            .any(|&i| p.words[i].weight > 0.0 && !has(&p.words[i], WordMark::Negation))
    };
    let is_two_sided = says(x, &left_x) && says(y, &left_y);
    let heads = match (x.head.map(|h| &x.words[h]), y.head.map(|h| &y.words[h])) {
        (Some(a), Some(b)) => meet(a, b) || opposition(a, b).is_some() || names_meet(x, y),
        // "All of the crew", "none of the crew".
        _ => shared.weight > 0.0,
    };
    if is_two_sided || !heads || shared.weight == 0.0 && exclusions.is_empty() {
        return Fit::Other;
    }
    match exclusions[..] {
        [] => Fit::Same(shared),
        [exclusion] => Fit::Excluding(exclusion, shared),
        _ => Fit::Other,
    }
}

/// Whether a name stands in both that each is chiefly of: "the captain, Jose Reyes" and "Reyes".
fn names_meet(x: &Phrase, y: &Phrase) -> bool {
    let of_head = |p: &Phrase, w: &Word| {
        let head = p.head.map(|h| p.words[h].token);
        w.is_name && (Some(w.token) == head || w.head == head)
    };
    (x.words.iter().filter(|w| of_head(x, w)))
        .any(|w| y.words.iter().filter(|v| of_head(y, v)).any(|v| meet(w, v)))
}

/// Places of two words, left over on either side, that exclude each other in one place of the phrases.
fn exclusive_pair(x: &Phrase, left_x: &[usize], y: &Phrase, left_y: &[usize]) -> Option<(usize, usize)> {
    for (i, &a) in left_x.iter().enumerate() {
        for (j, &b) in left_y.iter().enumerate() {
            let (w, v) = (&x.words[a], &y.words[b]);
            if has(w, WordMark::Negation) || has(v, WordMark::Negation) {
                continue;
            }
            let orders = matches!((w.number, v.number), (Some((p, true)), Some((q, true))) if p != q);
            if (orders || opposition(w, v).is_some()) && stand_parallel(x, w, y, v) {
                return Some((i, j));
            }
        }
    }
    None
}

/// Whether two words stand with the same, or are the heads of their phrases.
fn stand_parallel(x: &Phrase, w: &Word, y: &Phrase, v: &Word) -> bool {
    let above = |p: &'_ Phrase, w: &Word| p.words.iter().position(|u| Some(u.token) == w.head);
    match (above(x, w), above(y, v)) {
        (Some(i), Some(j)) => meet(&x.words[i], &y.words[j]),
        _ => true,
    }
}

/// A denial inside one phrase of what the other tells: "not guilty".
fn denial(x: &Phrase, left_x: &[usize], y: &Phrase, left_y: &[usize]) -> Option<Exclusion> {
    // What is denied must stand in both; subjects such as "none of the crew" deny their predicate, which knows it.
    let denies = |p: &Phrase, q: &Phrase, word: &Word| {
        let above = p.words.iter().find(|u| Some(u.token) == word.head);
        has(word, WordMark::Negation)
            && p.relation != Deprel::Nsubj
            && above.is_some_and(|u| q.words.iter().any(|v| meet(u, v)))
    };
    let denials =
        |p: &Phrase, q: &Phrase, left: &[usize]| left.iter().filter(|&&i| denies(p, q, &p.words[i])).count();
    let differ = denials(x, y, left_x) % 2 != denials(y, x, left_y) % 2;
    differ.then_some(Exclusion {
        kind: ConflictKind::Polarity,
        first: x.span,
        second: y.span,
    })
}

/// A word with the one that it stands with: "second floor".
fn around(w: &Word, p: &Phrase) -> Span {
    let above = p.words.iter().find(|u| Some(u.token) == w.head);
    let near = above.filter(|u| u.span.start.abs_diff(w.span.start) < 24);
    near.map_or(w.span, |u| w.span.cover(u.span))
}

/// Whom or what it is done to, and what else is said of it.
fn parts(claim: &Claim) -> Vec<&Phrase> {
    claim.patient.iter().chain(&claim.rest).collect()
}

/// Claims of one frame where each party does what the other does in the other claim.
fn swapped(c: &Claim, d: &Claim) -> Option<Contrast> {
    let is_mutual = has(&c.predicate, WordMark::Mutual) || has(&d.predicate, WordMark::Mutual);
    if !meet(&c.predicate, &d.predicate) || is_mutual || c.polarity != d.polarity {
        return None;
    }
    let (agent, other) = (c.agent.as_ref()?, d.agent.as_ref()?);
    let is_named = |p: &Phrase| p.words.iter().any(|w| w.is_name && w.weight > 0.0);
    let same = |x: &Phrase, y: &Phrase| matches!(fit(x, y), Fit::Same(_));
    if !is_named(agent) || !is_named(other) || same(agent, other) {
        return None;
    }
    let (mut first, mut second) = (parts(c), parts(d));
    let given = first.iter().position(|x| same(x, other))?;
    let taken = second.iter().position(|y| same(agent, y))?;
    let is_one_place = first[given].relation == second[taken].relation
        && match (&first[given].link, &second[taken].link) {
            (Some(a), Some(b)) => meet(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
    if !is_one_place {
        return None;
    }
    let mut shared = vec![agent.span, first[given].span];
    first.remove(given);
    second.remove(taken);
    for x in first {
        if second.iter().any(|y| same(x, y)) {
            shared.push(x.span);
        } else if second.iter().any(|y| stand_alike(x, y)) {
            return None;
        }
    }
    let days = meet_in_time(&c.times, &d.times);
    let is_proven = c.modality == d.modality
        && c.modality != Modality::Possible
        && c.polarity == Polarity::Affirmed
        && days != Some(false)
        && (shared.len() > 2 || days == Some(true));
    Some(Contrast {
        kind: ConflictKind::Swap,
        is_proven,
        first: c.predicate.span,
        second: d.predicate.span,
        shared,
    })
}

/// Whether two claims are of one time; `None` where one tells none.
fn meet_in_time(a: &[ClaimTime], b: &[ClaimTime]) -> Option<bool> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    Some(
        a.iter()
            .any(|t| b.iter().any(|u| t.from <= u.to && u.from <= t.to)),
    )
}

/// The times that tell the time of day.
fn clocks(times: &[ClaimTime]) -> Vec<&ClaimTime> {
    times.iter().filter(|t| t.clock.is_some()).collect()
}

/// Another time of one day.
fn other_clock(a: &[ClaimTime], b: &[ClaimTime]) -> Option<Exclusion> {
    let (first, second) = (clocks(a), clocks(b));
    let ([x], [y]) = (&first[..], &second[..]) else {
        return None;
    };
    (x.clock != y.clock).then_some(Exclusion {
        kind: ConflictKind::Filler,
        first: x.span,
        second: y.span,
    })
}
