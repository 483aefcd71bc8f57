//! Amounts, shares and measures: what they are of.

use dossier_model::{Annotation, Quantity, Unit, UnitBase};

use super::Sense;
use super::change::{base_of, change_noun, changed, compared};
use super::count::vague;
use super::subject::{main_subject, subject_before, subject_of_group};
use crate::grammar::figure::phrase::{self, Range};
use crate::grammar::figure::wording::Measure;
use crate::grammar::figure::{Scene, key};
use crate::grammar::quantity::change;
use crate::grammar::quantity::lex::Kind;
use crate::grammar::quantity::unit::has_dimension;

dossier_world::table!(DEEDS = "figure/deeds.tsv");
dossier_world::words!(MONEY_DEEDS = "figure/money_deeds.txt");
dossier_world::words!(AMOUNT_PREPOSITIONS = "figure/amount_leads.txt");

/// Whether a unit is one of space, speed or temperature, or by one of them.
fn is_measure(unit: &Unit) -> bool {
    let by = unit.per.as_ref().and_then(|p| p.of.as_ref());
    [Some(&unit.base), by].into_iter().flatten().any(|base| {
        ["length", "area", "volume", "speed", "temperature", "angle"]
            .iter()
            .any(|d| has_dimension(base, d))
    })
}

/// Whether a unit is a point, of a percentage or of an index.
fn is_point(unit: &Unit) -> bool {
    unit.per.is_none() && matches!(unit.base, UnitBase::Point(_)) || unit.noun() == Some("point")
}

/// Whether the number carries a currency mark or word.
fn currency_like(scene: Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| matches!(scene.view.raw(i), "$" | "€" | "£" | "¥" | "₹" | "₩" | "₫"))
        || (from..to).any(|i| {
            scene.view.raw(i).len() == 3 && scene.view.raw(i).bytes().all(|b| b.is_ascii_uppercase())
        })
}

/// Money, shares, measures and bare numbers.
pub(super) fn amount(
    scene: Scene<'_>,
    here: &[Annotation<Quantity>],
    k: usize,
    from: usize,
    to: usize,
    last: Option<&Measure>,
) -> Option<Measure> {
    let view = scene.view;
    let a = here.get(k)?;
    let q = &a.value;
    let unit = q.unit.as_ref();
    if q.value.is_none() && vague(scene, from, to) {
        return None;
    }
    let share = unit.is_none_or(|u| u.is(&UnitBase::Percent));
    let points = unit.is_some_and(is_point);
    // "a 17.46% increase", "5 percent growth in exports".
    if let Some(sense) = change_noun(view.low(to)) {
        let tail = phrase::prepositional(scene, to + 1).filter(|r| matches!(view.low(r.from), "in" | "of"));
        if let Some(r) = tail {
            let base = Measure::of(
                scene,
                Range {
                    from: r.from + 1,
                    to: r.to,
                },
            )?;
            return Some(changed(base, sense));
        }
        let base = base_of(last).or_else(|| main_subject(scene, from))?;
        return Some(changed(base, sense));
    }
    // "12 percent higher than", "5 percent more".
    if let Some(sense) = compared(view.low(to)) {
        let base = subject_of_group(scene, from)
            .or_else(|| base_of(last))
            .or_else(|| main_subject(scene, from))?;
        return Some(changed(base, sense));
    }
    // What the verb or preposition in front says.
    let mut g = from;
    let prep = view.back(g, 1);
    if AMOUNT_PREPOSITIONS.has(prep) {
        g -= 1;
        // "from a record $5 billion", "by a further 3 percent".
        if matches!(prep, "a" | "an" | "the" | "another" | "further")
            && matches!(view.back(g, 1), "by" | "to" | "at" | "from" | "of")
        {
            g -= 1;
        }
    }
    let prep = if g < from { view.low(g) } else { "" };
    let word = view.back(g, 1);
    let hedge_verb = (from..to).find(|&i| {
        phrase::level_verb(view.low(i))
            && !matches!(
                view.low(i),
                "top" | "near" | "estimated" | "put" | "average" | "to"
            )
    });
    let own = whole(scene, a, to);
    if let Some(v) = hedge_verb {
        let subject = subject_before(scene, v);
        return subject.or_else(|| main_subject(scene, v)).or(own);
    }
    if !matches!(prep, "of" | "for" | "with" | "a" | "an" | "the" | "as") {
        // "13 m down" is a place, "3 percent down" a change.
        let moves = share
            || points
            || currency_like(scene, from, to)
            || !matches!(word, "down" | "up" | "lower" | "lowered" | "raised");
        // Lengths and speeds move by so much or to so much: "the lake rose by 2 metres".
        let moves = moves
            && (share
                || points
                || currency_like(scene, from, to)
                || matches!(prep, "by" | "to" | "from")
                || !unit.is_some_and(is_measure));
        let rising = moves && change::rise(word);
        let falling = moves && change::fall(word);
        if rising || falling {
            // "raised $5 billion", "lost $3 million", "cut 500 jobs" are deeds with money, not moves of a level.
            let deed = MONEY_DEEDS.has(word) && !share && !points && prep.is_empty();
            if deed && let Some(own) = own.clone() {
                return Some(done(scene, own, g - 1, word));
            }
            if !deed {
                // "Fell below $6,000" tells where it stood.
                let level = matches!(view.low(from), "below" | "under" | "beneath" | "above" | "past");
                let sense = match prep {
                    _ if level => Sense::Level,
                    "to" | "at" => Sense::Level,
                    "from" => Sense::Before,
                    _ if rising => Sense::Rise,
                    _ => Sense::Fall,
                };
                let base = subject_before(scene, g - 1)
                    .or_else(|| base_of(last))
                    .or_else(|| main_subject(scene, g - 1))
                    .or(own)?;
                return Some(match sense {
                    Sense::Level => base,
                    s => changed(base, s),
                });
            }
        }
        // "…, up 3 percent to $5 billion": the number behind a step is a level.
        if matches!(prep, "to" | "from")
            && k > 0
            && here
                .get(k - 1)
                .is_some_and(|p| scene.piece_at(p.span.end) + 3 > g)
        {
            let base = base_of(last)?;
            return Some(if prep == "to" {
                base
            } else {
                changed(base, Sense::Before)
            });
        }
    }
    // "an investment of $5 million", "growth of 5 percent".
    if prep == "of" {
        let base = phrase::left(scene, g)?;
        let noun = view.low(base.to - 1);
        if let Some(sense) = change_noun(noun) {
            if base.to - base.from == 1
                || matches!(
                    view.low(base.from),
                    "annual" | "sharp" | "average" | "year-on-year" | "record"
                )
            {
                let of_what = phrase::prepositional(scene, to)
                    .filter(|r| view.low(r.from) == "in")
                    .map(|r| Range {
                        from: r.from + 1,
                        to: r.to,
                    });
                let base = of_what
                    .and_then(|r| Measure::of(scene, r))
                    .or_else(|| base_of(last))?;
                return Some(changed(base, sense));
            }
            let m = Measure::of(
                scene,
                Range {
                    from: base.from,
                    to: base.to - 1,
                },
            )?;
            return Some(changed(m, sense));
        }
        let m = Measure::of(scene, base)?;
        let m = match phrase::prepositional(scene, to).filter(|r| !scene.is_time(r.from + 1)) {
            Some(r) => m.and(scene, r, true),
            None => m,
        };
        return Some(m);
    }
    // "X was 5 percent", "X is worth $5 million", "X stood at 7".
    let level = phrase::level_verb(word)
        || (word == "rate" && prep == "at")
        || (matches!(prep, "at") && phrase::level_verb(view.back(g, 1)));
    if level && g > 0 {
        let subject = subject_before(scene, g - 1);
        if share && let Some(own) = own {
            return Some(own);
        }
        if let Some(s) = subject {
            return Some(s);
        }
        if word == "worth" || word == "valued" {
            let before = phrase::left(scene, g - 1).and_then(|r| Measure::of(scene, r));
            return before;
        }
        return base_of(last).filter(|_| matches!(word, "and" | ","));
    }
    // "a $3 billion loan", "a 25% tax on imports", "USD 5 billion in trade", "51 percent of voters".
    if let Some(m) = own {
        return Some(m);
    }
    // A second number beside the first: "USD 200 billion by one count and USD 260 billion by another".
    if let Some(prev) = k.checked_sub(1).and_then(|p| here.get(p))
        && prev.value.unit == q.unit
        && matches!(view.back(from, 1), "and" | "or")
        && !prev.value.ordinal
    {
        return base_of(last);
    }
    // "It pledged $50 million": what was done with the money.
    if !share && !points && unit.is_some() {
        return deed(scene, from, to);
    }
    None
}

/// "lost 45 billion tons of ice": what was lost, and by whom.
fn done(scene: Scene<'_>, own: Measure, v: usize, word: &str) -> Measure {
    let Some(subject) = phrase::left(scene, phrase::past_group(scene, v)).filter(|r| r.to - r.from <= 8)
    else {
        return own;
    };
    let mut m = own;
    m.text.push(' ');
    m.text.push_str(word);
    m.text.push_str(" by");
    key::push(&mut m.key, word.to_owned());
    m.and(scene, subject, false)
}

/// The noun phrase that an amount is of: behind it, with its own prepositional phrase.
pub(super) fn whole(scene: Scene<'_>, a: &Annotation<Quantity>, to: usize) -> Option<Measure> {
    let view = scene.view;
    let of = a.value.of.filter(|of| of.start >= a.span.end)?;
    let r = Range {
        from: scene.piece_at(of.start),
        to: scene.piece_at(of.end),
    };
    if scene.is_time(r.from) || r.from > to + 4 {
        return None;
    }
    let mut m = Measure::of(scene, r)?;
    // "51 percent of voters back the plan" is a share of voters, and of what they do.
    let part = a.value.unit.is_none() && a.value.value.is_some_and(|v| v < 1.0);
    if (view.low(to) == "of" && a.value.unit.as_ref().is_some_and(|u| u.is(&UnitBase::Percent))) || part {
        let mut end = r.to;
        if let Some(p) = phrase::prepositional(scene, end) {
            m = m.and(scene, p, true);
            end = p.to;
        }
        m.text = format!("share of {}", m.text);
        key::push(&mut m.key, "share".to_owned());
        let stop = (end..view.len().min(end + 12))
            .find(|&i| {
                (view.is(i, Kind::Mark) && !view.joins(i))
                    || matches!(view.low(i), "and" | "but" | "while" | "according")
            })
            .unwrap_or(view.len().min(end + 12));
        let start = scene.piece_at(a.span.start);
        let before = (start.saturating_sub(12)..start)
            .rev()
            .find(|&i| phrase::is_verb(scene, i));
        match before {
            // "China buys 90 percent of its coal": whose share, and what is done with it.
            Some(v) => {
                let subject = phrase::left(scene, phrase::past_group(scene, v))?;
                m.text.push(':');
                m = m.and(scene, subject, false);
            }
            None if stop > end && !scene.is_time(end) => {
                m = m.and(scene, Range { from: end, to: stop }, false)
            }
            None => return None,
        }
        m.key.sort();
        return Some(m);
    }
    let mut end = r.to;
    for _ in 0..2 {
        let Some(p) = phrase::prepositional(scene, end) else {
            break;
        };
        m = m.and(scene, p, true);
        end = p.to;
    }
    Some(m)
}

/// "pledged $50 million for the fund": an amount named by what was done with it.
pub(super) fn deed(scene: Scene<'_>, from: usize, to: usize) -> Option<Measure> {
    let view = scene.view;
    let v = from.checked_sub(1)?;
    let mut columns = DEEDS.find(view.low(v))?;
    let (word, noun) = (columns.next()?, columns.next()?);
    let end = phrase::past_group(scene, v);
    let subject = phrase::left(scene, end).filter(|r| r.to - r.from <= 10);
    let mut m = match (noun, subject) {
        ("cost", Some(s)) => {
            let mut m = Measure::of(scene, s)?;
            m.text = format!("cost of {}", m.text);
            m.with_word("", "cost")
        }
        (_, Some(s)) => {
            let m = Measure {
                text: format!("amount {word} by"),
                ..Measure::default()
            };
            m.and(scene, s, false).with_word("", noun)
        }
        _ => return None,
    };
    m.text = m.text.trim_end().to_owned();
    if let Some(p) = phrase::prepositional(scene, to) {
        m = m.and(scene, p, false);
    }
    Some(m)
}
