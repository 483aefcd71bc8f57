//! What two sentences have in common, and whether they say the same.
//!
//! Rules keep apart what must not be joined: another number of the same thing, another day, another speaker's
//! words, a denial, swapped arguments. What is left gets points for a few shares,
//! whose weights were fitted on sentence pairs read by hand (`docs/decisions/0004-statements.md`).

use dossier_model::{Modality, Polarity};

use super::contrast;
use super::model::{self, FEATURES};
use super::sentence::{Clause, Sentence, TermKind};

/// Score from which two sentences say the same: where the tuning part's precision, event by event, reaches .90.
const SAME: f64 = 0.62;

/// What keeps two sentences apart whatever their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// Another number of the same thing.
    Number,
    /// Another day.
    Day,
    /// One denies what the other affirms.
    Polarity,
    /// One does to the other what the other does to it.
    Swapped,
    /// Somebody else acts, or is acted upon.
    Actor,
    /// The words of two speakers.
    Speaker,
    /// What they claim cannot both hold.
    Contrary,
}

/// What two sentences have in common.
#[derive(Debug, Clone)]
pub struct Likeness {
    /// Shared weight by all weight.
    pub all: f64,
    /// Share of the lighter one that the other tells.
    pub inside: f64,
    /// Places of the terms of the first that the second tells.
    pub shared: Vec<usize>,
    /// What keeps them apart.
    pub apart: Option<Apart>,
    /// What points are given for, see [`NAMES`](super::NAMES).
    pub features: [f64; FEATURES],
}

impl Likeness {
    /// The share of the heavier one's core that the lighter one tells.
    #[must_use]
    pub fn core_told(&self) -> f64 {
        self.features[12]
    }

    /// The share of the lighter one's words that are no names which both have.
    #[must_use]
    pub fn plain_inside(&self) -> f64 {
        self.features[2]
    }

    /// How likely it is that both say the same, or one all that the other says: 0 where something stands
    /// between them.
    #[must_use]
    pub fn score(&self) -> f64 {
        if self.apart.is_some() {
            return 0.0;
        }
        self.nearness()
    }

    /// The same whatever stands between them: how likely they tell of one thing.
    #[must_use]
    pub fn nearness(&self) -> f64 {
        model::likelihood(&self.features)
    }

    /// Whether both say the same, or one all that the other says.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.score() >= SAME
    }

    /// Whether the chief predicate of the lighter one is among the other's.
    #[must_use]
    pub fn shares_predicate(&self) -> bool {
        self.features[5] > 0.0
    }
}

/// Compares two sentences.
#[must_use]
pub fn compare(a: &Sentence, b: &Sentence) -> Likeness {
    let (told_a, told_b) = told(a, b);
    let share = |part: f64, whole: f64| if whole > 0.0 { (part / whole).min(1.0) } else { 0.0 };
    let core = |s: &Sentence, told: &[bool]| -> f64 {
        let of_core = |all: bool| -> f64 {
            (s.terms.iter().zip(told))
                .filter(|(t, told)| t.is_core && (all || **told))
                .map(|(t, _)| t.weight)
                .sum()
        };
        share(of_core(false), of_core(true))
    };
    let weigh = |s: &Sentence, told: &[bool], kind: Option<TermKind>| -> f64 {
        (s.terms.iter().zip(told))
            .filter(|(t, told)| **told && kind.is_none_or(|k| t.kind == k))
            .map(|(t, _)| t.weight)
            .sum()
    };
    let (shared_a, shared_b) = (weigh(a, &told_a, None), weigh(b, &told_b, None));
    let (light, told_light, heavy, told_heavy) = if (a.weight, a.doc, a.span) <= (b.weight, b.doc, b.span) {
        (a, &told_a, b, &told_b)
    } else {
        (b, &told_b, a, &told_a)
    };
    let whole = |s: &Sentence, kind: TermKind| -> f64 {
        s.terms.iter().filter(|t| t.kind == kind).map(|t| t.weight).sum()
    };
    let word = Some(TermKind::Word);
    let shared_plain = weigh(light, told_light, word);
    let both = shared_a.min(shared_b);
    let shorter = a.words.len().min(b.words.len()).max(1);
    let run = longest_run(&a.words, &b.words);
    let main = light.main.map(|m| &light.clauses[m]);
    let other = main.and_then(|m| matching(m, &heavy.clauses));
    let shares_number = light
        .numbers
        .iter()
        .any(|n| n.value > 2.0 && heavy.numbers.iter().any(|m| m.value == n.value));
    let shares_day = light
        .times
        .iter()
        .any(|t| heavy.times.iter().any(|u| t.overlaps(u)));
    let ahead = main.zip(other).map_or_else(
        || is_ahead(a) != is_ahead(b),
        |(m, o)| (m.modality == Modality::Real) != (o.modality == Modality::Real),
    );
    let flag = |b: bool| f64::from(u8::from(b));
    let features = [
        share(weigh(light, told_light, None), light.weight),
        share(weigh(heavy, told_heavy, None), heavy.weight),
        share(shared_plain, whole(light, TermKind::Word)),
        share(weigh(heavy, told_heavy, word), whole(heavy, TermKind::Word)),
        shared_plain.ln_1p() / 4.0,
        flag(other.is_some()),
        flag(shares_number),
        flag(shares_day),
        flag(ahead),
        run as f64 / shorter as f64,
        (light.weight - weigh(light, told_light, None)).max(0.0).ln_1p() / 4.0,
        core(light, told_light),
        core(heavy, told_heavy),
        common_order(&a.words, &b.words) as f64 / shorter as f64,
    ];
    let all = share(both, a.weight + b.weight - both);
    Likeness {
        all,
        inside: features[0],
        shared: (0..a.terms.len()).filter(|&i| told_a[i]).collect(),
        apart: find_apart(a, b, main.zip(other), all),
        features,
    }
}

/// Which terms of each the other has too.
fn told(a: &Sentence, b: &Sentence) -> (Vec<bool>, Vec<bool>) {
    let (mut told_a, mut told_b) = (vec![false; a.terms.len()], vec![false; b.terms.len()]);
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.keys.get(i), b.keys.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                let key = x.0;
                while let Some(k) = a.keys.get(i).filter(|k| k.0 == key) {
                    told_a[k.1 as usize] = true;
                    i += 1;
                }
                while let Some(k) = b.keys.get(j).filter(|k| k.0 == key) {
                    told_b[k.1 as usize] = true;
                    j += 1;
                }
            }
        }
    }
    (told_a, told_b)
}

fn meet(a: &[u64], b: &[u64]) -> bool {
    a.iter().any(|k| b.contains(k))
}

/// The clause among `clauses` with the same predicate, the one that shares most arguments.
fn matching<'a>(main: &Clause, clauses: &'a [Clause]) -> Option<&'a Clause> {
    let mut best: Option<(f64, &Clause)> = None;
    for c in clauses.iter().filter(|c| meet(&c.keys, &main.keys)) {
        let shared = shared_arguments(main, c);
        if best.is_none_or(|(s, _)| shared > s) {
            best = Some((shared, c));
        }
    }
    best.map(|b| b.1)
}

/// Which part of the kinds of arguments that both have is the same: a subject of one may be an object of the
/// other ("two died", "killed two").
fn shared_arguments(a: &Clause, b: &Clause) -> f64 {
    let mut pairs = Vec::new();
    let anywhere = |keys: &[u64]| meet(keys, &b.subjects) || meet(keys, &b.objects);
    for keys in [&a.subjects, &a.objects] {
        if !keys.is_empty() {
            pairs.push(anywhere(keys));
        }
    }
    if pairs.is_empty() {
        return 0.0;
    }
    pairs.iter().filter(|p| **p).count() as f64 / pairs.len() as f64
}

/// Whether its chief predicate is ahead.
fn is_ahead(s: &Sentence) -> bool {
    s.main.is_some_and(|m| s.clauses[m].modality != Modality::Real)
}

fn find_apart(a: &Sentence, b: &Sentence, main: Option<(&Clause, &Clause)>, all: f64) -> Option<Apart> {
    for number in &a.numbers {
        let of_this = |s: &Sentence| -> Vec<super::sentence::Number> {
            s.numbers
                .iter()
                .filter(|n| n.what == number.what)
                .cloned()
                .collect()
        };
        let (own, others) = (of_this(a), of_this(b));
        if !others.is_empty() && !own.iter().any(|n| others.iter().any(|m| m.fits(n))) {
            return Some(Apart::Number);
        }
    }
    let meets = a.times.iter().any(|t| b.times.iter().any(|u| t.overlaps(u)));
    let has_own = |s: &Sentence| s.times.iter().any(|t| t.is_core);
    if !meets && has_own(a) && has_own(b) {
        return Some(Apart::Day);
    }
    if main.is_some_and(|(m, o)| {
        let is_in = |keys: &[u64], s: &Sentence| keys.iter().any(|k| s.keys.iter().any(|x| x.0 == *k));
        let is_other = |x: &[u64], y: &[u64]| {
            let in_both = |k: &[u64]| is_in(k, a) && is_in(k, b);
            !(meet(x, y) || in_both(x) || in_both(y))
        };
        m.has_named_subject && o.has_named_subject && is_other(&m.subjects, &o.subjects)
            || m.has_named_object && o.has_named_object && is_other(&m.objects, &o.objects)
    }) {
        return Some(Apart::Actor);
    }
    if polarity_differs(a, b, all) {
        return Some(Apart::Polarity);
    }
    let swapped = main.is_some_and(|(m, o)| {
        meet(&m.subjects, &o.objects)
            && meet(&m.objects, &o.subjects)
            && !meet(&m.subjects, &o.subjects)
            && !meet(&m.objects, &o.objects)
    });
    if swapped {
        return Some(Apart::Swapped);
    }
    if contrast::find(a, b).is_some() {
        return Some(Apart::Contrary);
    }
    let speakers = a.speaker.zip(b.speaker).is_some_and(|(x, y)| x != y);
    (speakers && all < 0.6).then_some(Apart::Speaker)
}

/// Words of the longest run that both have in the same order without a gap.
fn longest_run(a: &[u32], b: &[u32]) -> usize {
    let mut best = 0;
    let mut ends = vec![0usize; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (j, y) in b.iter().enumerate() {
            let at = ends[j + 1];
            ends[j + 1] = if x == y { before + 1 } else { 0 };
            best = best.max(ends[j + 1]);
            before = at;
        }
    }
    best
}

/// Words that both have in the same order, gaps allowed.
fn common_order(a: &[u32], b: &[u32]) -> usize {
    let mut lengths = vec![0usize; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (j, y) in b.iter().enumerate() {
            let at = lengths[j + 1];
            lengths[j + 1] = if x == y { before + 1 } else { at.max(lengths[j]) };
            before = at;
        }
    }
    lengths.last().copied().unwrap_or(0)
}

/// Whether one denies a predicate that the other affirms of the same, or denies something that the other does
/// not deny at all in otherwise the same words.
fn polarity_differs(a: &Sentence, b: &Sentence, all: f64) -> bool {
    let contradicts = |x: &Sentence, y: &Sentence| {
        (x.clauses.iter().filter(|c| c.polarity == Polarity::Denied)).any(|c| {
            matching(c, &y.clauses).is_none_or(|d| d.polarity == Polarity::Affirmed)
                && !y
                    .clauses
                    .iter()
                    .any(|d| d.polarity == Polarity::Denied && shared_arguments(c, d) > 0.0)
        })
    };
    let is_main = |s: &Sentence| s.main.is_some_and(|m| s.clauses[m].polarity == Polarity::Denied);
    let affirmed = |x: &Sentence, y: &Sentence| {
        (x.clauses.iter().filter(|c| c.polarity == Polarity::Denied)).any(|c| {
            matching(c, &y.clauses)
                .is_some_and(|d| d.polarity == Polarity::Affirmed && shared_arguments(c, d) > 0.0)
        })
    };
    affirmed(a, b)
        || affirmed(b, a)
        || all >= 0.5 && is_main(a) && contradicts(a, b)
        || all >= 0.5 && is_main(b) && contradicts(b, a)
}
