//! Whether two numbers are of one thing: the decisions, pair by pair.

use dossier_model::{Agreement, Bound, Fate, Part, UnitBase};
use jiff::civil::Date;

use super::context;
use super::fit::{Fit, fits};
use super::telling::{Incident, Telling};
use crate::interval::{self, MONTH};

/// How strongly two tellings whose values fit are of one figure, from 0 to 1; `None` where they are not.
pub(super) fn of_one(a: &Telling<'_>, b: &Telling<'_>) -> Option<f64> {
    let fit = fits(&a.amount, &b.amount);
    if fit > Fit::Compatible || !can_be_one(a, b) {
        return None;
    }
    let near = context::nearness(&a.context, &b.context);
    let alike = likeness(a, b);
    // Without a measure on both sides only the sentences tell.
    let unread = !(a.clear && b.clear);
    // A part or two of a measure are many things' where other names stand beside ("minimum wage" in Iowa and in Ohio).
    let parts = a.key.len().min(b.key.len()).min(3) as f64 / 3.0;
    let told = if context::clash(&a.context, &b.context) && !is_toll(a, b) {
        alike * parts
    } else {
        alike
    };
    let score = if unread { near } else { told.max(near) };
    if is_loose(a, b, fit, near, alike) || is_of_two_things(a, b, fit, near, alike) {
        return None;
    }
    // "More than 50 were hurt." says nothing but the toll.
    // An order of magnitude stands beside other tolls of its sentence.
    let vague = (a.amount.is_vague() || b.amount.is_vague()) && near < 0.5;
    let is_news = is_toll(a, b) && both_main(a, b) && a.doc != b.doc && !vague;
    if is_news && !context::differ(&a.context, &b.context) {
        return Some(score.max(0.3));
    }
    // "Two thirds of the $5 billion": what the article told before.
    let taken_up = a.context.says.is_definite || b.context.says.is_definite;
    if a.doc == b.doc && fit == Fit::Same && is_telling(a) && taken_up {
        return Some(score.max(0.5));
    }
    let fate = a.noun.is_some() && b.noun.is_some() && (a.fate.is_some() || b.fate.is_some());
    let elsewhere = fate && both_main(a, a) != both_main(b, b);
    let needed: f64 = match fit {
        // One of two tolls tells another time or place: only its own sentence can take it back.
        _ if elsewhere && context::accord(&a.context, &b.context) < 0.5 => return None,
        Fit::Compatible if a.noun != b.noun && !is_toll(a, b) => return None,
        // "The 21 girls": few stories hold two groups of one odd size.
        Fit::Same
            if a.noun.is_some()
                && a.noun == b.noun
                && is_odd(a)
                && !context::clash(&a.context, &b.context) =>
        {
            0.1
        }
        _ if a.noun != b.noun && !is_toll(a, b) => 0.45,
        // Percentages of everything are told, and many are alike.
        // Two polls are one only where nearly all words are the same.
        Fit::Same if is_percent(a) && context::clash(&a.context, &b.context) => 0.75,
        Fit::Same if is_percent(a) => 0.45,
        Fit::Compatible if is_percent(a) && context::clash(&a.context, &b.context) => return None,
        Fit::Compatible if is_percent(a) => 0.6,
        Fit::Same if is_telling(a) && context::clash(&a.context, &b.context) => 0.45,
        Fit::Same if is_telling(a) => 0.2,
        Fit::Compatible if context::clash(&a.context, &b.context) => 0.5,
        Fit::Same if is_small(a) && unread => 0.45,
        Fit::Same if !is_small(a) && a.noun.is_some() => 0.25,
        Fit::Same => 0.35,
        // Two hedges that overlap are weaker evidence than one number.
        _ if !is_small(a) && !is_small(b) && a.noun.is_some() => 0.3,
        _ if is_telling(a) && !context::clash(&a.context, &b.context) => 0.25,
        _ => 0.4,
    };
    // Inside one article "13 dead" and "13 dead" may be of two days: one word is too little to tell.
    let told_apart = a.doc != b.doc
        || near >= 0.8
        || fit == Fit::Same && alike >= 0.75 && a.key.len() > 1 && !context::clash(&a.context, &b.context);
    (told_apart && score >= needed.max(least_of(a, b, unread))).then_some(score)
}

/// Whether something keeps two tellings apart whose values fit.
fn is_of_two_things(a: &Telling<'_>, b: &Telling<'_>, fit: Fit, near: f64, alike: f64) -> bool {
    let toll = is_toll(a, b);
    // "Larger than 58 of 61 debates": two numbers of one sentence are one only where one restates the other.
    let restates = a.noun.is_none() && b.noun.is_none() && a.quantity.unit != b.quantity.unit;
    if a.doc == b.doc && a.sentence == b.sentence && fit != Fit::Same && !restates {
        return true;
    }
    // What one candidate has won another has not.
    let strangers = !a.subjects.is_empty() && !b.subjects.is_empty() && a.subjects.is_disjoint(&b.subjects);
    if strangers && !toll && alike < 0.75 {
        return true;
    }
    let (x, y) = (a.amount.point().abs(), b.amount.point().abs());
    let wide = fit == Fit::Compatible && x.max(y) > 1.15 * x.min(y) && a.fate.is_none() && b.fate.is_none();
    // "At least 175" allows 213, which is said of something else as well.
    if wide
        && !(a.doc != b.doc
            && (alike >= 0.75 && a.key.len() > 2 || near >= 0.85 && !context::clash(&a.context, &b.context)))
    {
        return true;
    }
    // "In Iowa a bill would raise the wage to $10.10": another place's, unless nearly all words are the same.
    let away = |t: &Telling<'_>| t.incident == Incident::Elsewhere;
    let elsewhere = away(a) != away(b) && a.doc != b.doc && a.fate.is_none() && b.fate.is_none();
    if elsewhere && alike.max(near) < 0.75 {
        return true;
    }
    // Three of Saturday are not the three of Monday, and those of a year ago hardly these.
    !toll && is_small(a) && (days_apart(a, b) > 0 || told_apart(a, b) > MONTH && near < 0.8)
}

/// Whether what two tellings share is too little for what they tell: shares, points and orders of magnitude are alike in
/// many things, and a hedge that allows far more than it says allows another count.
fn is_loose(a: &Telling<'_>, b: &Telling<'_>, fit: Fit, near: f64, alike: f64) -> bool {
    let share = is_share(a) || is_share(b);
    if !(a.clear && b.clear) {
        let vague = a.amount.is_vague() || b.amount.is_vague();
        let needed = match fit {
            _ if share => 0.85,
            _ if vague && a.fate.is_none() => 0.7,
            Fit::Compatible if a.noun.is_none() => 0.6,
            _ => 0.0,
        };
        return near < needed;
    }
    let (x, y) = (a.amount.point().abs(), b.amount.point().abs());
    let wide = x.max(y) > 1.15 * x.min(y);
    share && alike < 0.5 || fit == Fit::Compatible && wide && a.fate.is_none() && alike < 0.75
}

/// What two tellings must share at least, whatever they count: an order of magnitude holds most numbers of its unit, shares
/// and polls change by the month, and where no measure was read many sentences are alike.
fn least_of(a: &Telling<'_>, b: &Telling<'_>, unread: bool) -> f64 {
    let is_old = told_apart(a, b) > MONTH;
    if a.amount.is_vague() != b.amount.is_vague() {
        0.7
    } else if is_percent(a) && is_old {
        0.8
    } else if unread {
        0.35
    } else {
        0.0
    }
}

pub(super) fn is_toll(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let people = match (&a.noun, &b.noun) {
        (Some(x), Some(y)) => x.is_person && y.is_person || are_alike(&x.noun, &y.noun),
        _ => false,
    };
    people && a.fate.is_some() && a.fate == b.fate
}

/// "Girl" and "schoolgirl": one noun, or one that the other ends with.
fn are_alike(a: &str, b: &str) -> bool {
    a == b || a.len().min(b.len()) >= 4 && (a.ends_with(b) || b.ends_with(a))
}

/// Whether what befell people is known of once, and counted until it is known in full.
pub(super) fn is_casualty(t: &Telling<'_>) -> bool {
    matches!(
        t.fate,
        Some(Fate::Killed | Fate::Injured | Fate::Missing | Fate::Hospitalised | Fate::Trapped)
    )
}

pub(super) fn both_main(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    a.incident == Incident::Main && b.incident == Incident::Main
}

/// What must hold of two tellings of one figure whatever their values.
pub(super) fn can_be_one(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    // The same victims go by many nouns: "girls", "schoolgirls", "captives".
    let counted = a.noun.is_some() && b.noun.is_some() && a.fate.is_some() && a.fate == b.fate;
    if a.amount.family != b.amount.family && !counted {
        return false;
    }
    // A rise is no level, and the dead are not the injured.
    let turned = a.clear && b.clear && a.turns != b.turns;
    let outcomes = match (a.fate, b.fate) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    };
    // Some of the injured are not all of them, and five more are not five.
    let parts = a.context.says.part == b.context.says.part
        || !matches!(a.context.says.part, Part::More | Part::Grave | Part::Slight)
            && !matches!(b.context.says.part, Part::More | Part::Grave | Part::Slight);
    // A measure that was read tells which length is meant; a sentence must say it.
    let (x, y) = (a.context.says.aspect, b.context.says.aspect);
    let is_silent = x.is_none() || y.is_none();
    let lengths = a.amount.family != "length"
        || if is_silent {
            a.clear == b.clear && (a.clear || x == y)
        } else {
            x == y
        };
    lengths && !far_apart(a, b) && !turned && outcomes && parts && periods_fit(a, b)
}

/// The days between the tellings of two numbers; 0 where one has no day.
fn told_apart(a: &Telling<'_>, b: &Telling<'_>) -> i32 {
    match (a.told, b.told) {
        (Some((x, _)), Some((y, _))) => (x - y).get_days().abs(),
        _ => 0,
    }
}

/// Whether two sentences tell of times that lie a month and more from each other.
fn far_apart(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    days_apart(a, b) > MONTH
}

/// The days between the times that two sentences tell of; 0 where these meet or one tells none.
fn days_apart(a: &Telling<'_>, b: &Telling<'_>) -> i32 {
    let gap = |x: &(Date, Date), y: &(Date, Date)| (y.0 - x.1).get_days().max((x.0 - y.1).get_days());
    let gaps = (a.times.iter()).flat_map(|x| b.times.iter().map(move |y| gap(x, y)));
    gaps.min().unwrap_or(0)
}

/// Whether two tellings can hold for one time. What is counted day by day is another count each day; the dead of
/// one incident are told under the day of the incident and under that of the telling.
pub(super) fn periods_fit(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let (Some(x), Some(y)) = (&a.period, &b.period) else {
        return true;
    };
    if interval::same(x, y) || !(a.clear && b.clear) {
        return true;
    }
    if !is_toll(a, b) {
        return false;
    }
    let casualties = is_casualty(a);
    let near = both_main(a, b) && interval::within(x, 8) && interval::within(y, 8);
    // A total of Thursday and one of Friday are a series; those killed on either day are two counts.
    let counts_on = a.is_total && b.is_total || fits(&a.amount, &b.amount) <= Fit::Compatible;
    interval::overlap(x, y) || casualties && near && counts_on
}

/// Shared parts of the measure by all its parts (Jaccard).
pub(super) fn likeness(a: &Telling<'_>, b: &Telling<'_>) -> f64 {
    if a.key.is_empty() || b.key.is_empty() {
        return 0.0;
    }
    let shared = a.key.intersection(&b.key).count();
    shared as f64 / (a.key.len() + b.key.len() - shared).max(1) as f64
}

/// Whether a number is seldom met by chance: an amount with two figures and more.
fn is_telling(t: &Telling<'_>) -> bool {
    let q = t.quantity;
    let measured = t.noun.is_none() && q.unit.is_some();
    !q.ordinal
        && q.value.is_some_and(|v| {
            let figures = q.step > 0.0 && (v / q.step).abs() >= 10.0;
            let large = v.abs() >= 1000.0;
            measured && (figures || large) || figures && v.abs() >= 100.0
        })
}

pub(super) fn is_percent(t: &Telling<'_>) -> bool {
    t.quantity.unit.as_ref().is_some_and(|u| u.is(&UnitBase::Percent))
}

/// Whether a number is a share of something, or a difference of shares.
pub(super) fn is_share(t: &Telling<'_>) -> bool {
    let Some(unit) = &t.quantity.unit else {
        return t.quantity.value.is_some_and(|v| v > 0.0 && v < 1.0);
    };
    is_percent(t) || matches!(unit.base, UnitBase::Point(_)) || unit.noun() == Some("point")
}

/// Whether a number of things is neither small nor round.
fn is_odd(t: &Telling<'_>) -> bool {
    t.quantity.bound == Bound::Exact && !is_small(t) && t.quantity.value.is_some_and(|v| v % 5.0 != 0.0)
}

/// Whether many things come in this number.
fn is_small(t: &Telling<'_>) -> bool {
    t.quantity.value.is_some_and(|v| v.abs() < 13.0)
}

/// What two reports of one figure are to each other, by their numbers alone.
pub(super) fn relation_of(fit: Fit) -> Agreement {
    match fit {
        Fit::Same => Agreement::Same,
        Fit::Compatible | Fit::Literal => Agreement::Compatible,
        Fit::Apart => Agreement::Different,
    }
}
