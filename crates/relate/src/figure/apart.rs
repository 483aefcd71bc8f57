//! Whether two numbers that differ are of one thing all the same.

use super::context;
use super::evidence::{both_main, can_be_one, is_casualty, is_share, is_toll, likeness};
use super::fit::{Fit, fits};
use super::telling::Telling;
use crate::{fold, interval};
use dossier_model::Part;

/// Whether two tellings whose values do not fit are of one figure all the same, so that a reader should see
/// the difference.
pub(super) fn of_one_apart(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let comparable = a.amount.family == b.amount.family || is_toll(a, b);
    if !comparable || !can_be_one(a, b) || a.context.says.part != b.context.says.part {
        return false;
    }
    // What closes is not what opens.
    if !is_toll(a, b) && context::opposed(&a.context, &b.context) {
        return false;
    }
    if !(a.clear && b.clear || is_toll(a, b)) {
        return is_twin(a, b);
    }
    let explained = Bases::of(a, b) == Bases::Differ;
    let alike = likeness(a, b);
    if let Fit::Apart | Fit::Literal = fits(&a.amount, &b.amount)
        && a.period.is_some() != b.period.is_some()
        && !is_toll(a, b)
    {
        return false;
    }
    if is_toll(a, b) {
        return is_one_toll(a, b);
    }
    if explained && a.period.is_some() {
        return alike >= 0.5;
    }
    let words = a.key.len().min(b.key.len());
    // What is told of one thing seldom differs by more than half; what differs more is mostly another thing.
    let (x, y) = (a.amount.point().abs(), b.amount.point().abs());
    // Lengths of one noun are mostly of two things of its kind; without a time, counts move.
    let most = match (a.noun.is_some(), a.period.is_some()) {
        _ if a.amount.family == "length" => 1.1,
        // Where every word of a measure is the same, it is the number that differs.
        (true, _) if is_worded_alike(a, b) => 3.0,
        (true, false) => 1.5,
        _ => 2.0,
    };
    let close = is_explained(a, b) || x.max(y) <= most * x.min(y);
    // Apart from tolls and prices, what is told at another time is another count.
    let is_of_one_time = a.period.is_some() || explained || told_together(a, b);
    let is_worded = is_worded_alike(a, b) || alike >= 0.75 && (explained || words > 1);
    close && is_worded && is_of_one_time && !context::differ(&a.context, &b.context)
}

/// Whether two tolls count the victims of one incident.
fn is_one_toll(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    // A count that grows fourfold is more often another count.
    const GROWTH: f64 = 4.0;
    let (x, y) = (a.amount.point(), b.amount.point());
    let (least, most) = (x.min(y), x.max(y));
    let near = least > 0.0 && most <= least * GROWTH;
    // An order of magnitude is any toll's.
    let vague = a.amount.is_vague() || b.amount.is_vague();
    if vague && context::nearness(&a.context, &b.context) < 0.5 {
        return false;
    }
    // Arrests are counted night by night: one day's are not those of all.
    let casualties = is_casualty(a);
    let near = near && (casualties || a.period.is_some() == b.period.is_some());
    near && (both_main(a, b) || of_one_time(a, b))
        && a.context.says.part == Part::Whole
        && b.context.says.part == Part::Whole
        && !context::differ(&a.context, &b.context)
}

/// Whether two sentences are alike but for their numbers: "Norvik bought Stella for $3 billion" and "Norvik acquired
/// Stella for $4 billion". It needs no measure that was read.
fn is_twin(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    const MOST: f64 = 1.5;
    let (x, y) = (a.amount.point().abs(), b.amount.point().abs());
    let close = x.max(y) <= MOST * x.min(y);
    let plain = |t: &Telling<'_>| !is_share(t) && !t.amount.is_vague() && !t.known;
    // A price moves, and other lengths are told of one thing.
    let is_still = a.amount.family != "length" && (a.noun == b.noun || a.noun.is_none() && b.noun.is_none());
    close
        && told_together(a, b)
        && is_still
        && a.doc != b.doc
        && plain(a)
        && plain(b)
        && a.context.says.aspect == b.context.says.aspect
        && context::says_same(&a.context, &b.context)
}

/// Whether two numbers differ by whom they are counted by: by their bases, or by who tells them where all words of the
/// measure are the same ("police said 3,000 marched", "organisers said 30,000 marched").
pub(super) fn is_explained(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    Bases::of(a, b) == Bases::Differ || is_counted_apart(a, b) && is_worded_alike(a, b)
}

/// Whether two measures that were read say the same in the same words, three at least.
fn is_worded_alike(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    const WORDS: usize = 3;
    let read = a.clear && b.clear && a.measure.split_whitespace().count() >= WORDS;
    read && fold::letters(&a.measure) == fold::letters(&b.measure)
}

/// Whether two numbers were told within some days, or nothing says when.
fn told_together(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    const DAYS: i32 = 3;
    match (a.told, b.told) {
        (Some((x, _)), Some((y, _))) => (x - y).get_days().abs() <= DAYS,
        _ => true,
    }
}

/// Whether two who count are named, and are not the same.
fn is_counted_apart(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    matches!((a.counted_by(), b.counted_by()), (Some(x), Some(y)) if fold::letters(x) != fold::letters(y))
}

/// Whether both tell one past time, and more than it.
fn of_one_time(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let same = matches!((&a.period, &b.period), (Some(x), Some(y)) if interval::same(x, y));
    same && context::nearness(&a.context, &b.context) >= 0.4
}

/// How the statistical bases of two tellings stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bases {
    /// Both are named, and they differ.
    Differ,
    /// They do not explain a difference.
    Open,
}

impl Bases {
    pub(super) fn of(a: &Telling<'_>, b: &Telling<'_>) -> Self {
        match (&a.basis, &b.basis) {
            (Some(x), Some(y)) if x != y => Self::Differ,
            _ => Self::Open,
        }
    }
}
