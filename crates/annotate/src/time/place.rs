//! From the expressions of a sentence to the layer of times.

use dossier_model::{Annotation, Article, Layer, Span, Time, When};
use jiff::civil::Date;

use super::calendar::{Stretch, add_days, weekday};
use super::expression::{Bound, Expression};
use super::order::Order;
use super::resolve::{join, resolve, year_before};
use super::scope::{Resolved, Scope};
use super::shape::{Shape, Year};
use super::share::{joined, share};

/// Resolves the expressions of an article, sentence by sentence, in order.
#[derive(Debug)]
pub struct Placer<'a> {
    text: &'a str,
    today: Option<Date>,
    order: Option<Order>,
    /// What the sentence before told; forgotten after one more sentence.
    told: Option<Told>,
    out: Vec<Annotation<Time>>,
}

/// The stretch that a sentence told last.
#[derive(Debug, Clone, Copy)]
struct Told {
    stretch: Stretch,
    /// Whether the sentence told no other.
    alone: bool,
}

impl<'a> Placer<'a> {
    /// Relative expressions are counted from [`Article::reference_day`].
    #[must_use]
    pub fn new(article: &'a Article) -> Self {
        Self {
            text: article.text(),
            today: article.reference_day(),
            order: Order::of(article),
            told: None,
            out: Vec::new(),
        }
    }

    /// The day that relative expressions are counted from.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// Resolves the expressions of one sentence, or of one window of it, in order.
    pub fn place(&mut self, expressions: &mut [Expression]) {
        share(expressions);
        let resolved = self.resolve(expressions);
        for (k, (e, r)) in expressions.iter().zip(&resolved).enumerate() {
            let next = expressions
                .get(k + 1)
                .zip(resolved.get(k + 1))
                .filter(|(b, _)| joined(e, b));
            let prev = k
                .checked_sub(1)
                .and_then(|j| expressions.get(j).zip(resolved.get(j)))
                .filter(|(a, _)| joined(a, e));
            let range = match (prev, next) {
                (_, Some((b, rb))) => join(r.stretch, rb.stretch).map(|s| (s, e.range_start, b.span.end)),
                (Some((a, ra)), _) => join(ra.stretch, r.stretch).map(|s| (s, a.range_start, e.span.end)),
                _ => None,
            };
            let (stretch, words) = match range {
                Some((s, start, end)) => (Some(s), Span { start, end }),
                None => (r.stretch.map(|s| bounded(s, e.bound)), e.words),
            };
            let when = stretch
                .filter(|s| s.from.is_some() || s.to.is_some())
                .map(|s| When {
                    from: s.from,
                    to: s.to,
                    time: r.time,
                    precision: s.precision,
                    text: words.of(self.text).to_owned(),
                });
            let time = Time {
                kind: r.kind,
                value: r.value.clone(),
                when,
            };
            self.out.push(Annotation::new(e.span, time));
        }
    }

    /// All times placed so far, as a layer.
    #[must_use]
    pub fn finish(self) -> Layer<Time> {
        Layer::new(self.out)
    }

    /// Value and days of each expression, and what the sentence told last.
    fn resolve(&mut self, expressions: &[Expression]) -> Vec<Resolved> {
        let year_hint = expressions
            .first()
            .filter(|e| e.before <= 1)
            .and_then(|e| match e.shape {
                Shape::Year(Year::Is(y)) => Some(y),
                _ => None,
            });
        let before = self.told.take();
        let mut last = before.map(|t| t.stretch);
        let mut day_here = None;
        let mut done: Vec<Resolved> = Vec::with_capacity(expressions.len());
        for (k, e) in expressions.iter().enumerate() {
            let scope = Scope {
                today: self.today,
                tense: e.tense,
                possessive: e.possessive,
                last,
                last_here: self.told.is_some(),
                leads: e.before <= 2 && before.is_some_and(|t| t.alone),
                order: self.order,
                day_here,
                year_hint: year_hint.filter(|_| k > 0),
            };
            let mut r = resolve(&e.shape, &scope);
            if let Some((a, ra)) = k
                .checked_sub(1)
                .and_then(|j| expressions.get(j).zip(done.get_mut(j)))
                && joined(a, e)
                && let Some(earlier) = year_before(&a.shape, ra, &r)
            {
                *ra = resolve(&earlier, &scope);
            }
            if let Shape::Weekday { day, .. } = e.shape
                && let Some(d) = explained(expressions, e, day, &scope)
            {
                r.value = d.to_string();
                r.stretch = Some(Stretch::day(d));
            }
            if let Some(s) = r.stretch.filter(|_| e.shape.is_placed()) {
                last = Some(s);
                self.told = Some(Told {
                    stretch: s,
                    alone: self.told.is_none_or(|t| t.alone && t.stretch == s),
                });
                if s.from == s.to {
                    day_here = s.from;
                }
            }
            done.push(r);
        }
        done
    }
}

/// The date of a weekday that stands beside its own date: "next Monday and Tuesday (April 14-15)".
fn explained(expressions: &[Expression], e: &Expression, day: u8, scope: &Scope) -> Option<Date> {
    e.dated_beside.iter().find_map(|&k| {
        let s = resolve(&expressions.get(k)?.shape, scope).stretch?;
        (0..14)
            .filter_map(|d| add_days(s.from?, d))
            .take_while(|d| Some(*d) <= s.to)
            .find(|d| weekday(*d) == day)
    })
}

/// What a preposition makes of a stretch.
fn bounded(s: Stretch, bound: Bound) -> Stretch {
    match bound {
        Bound::Within => s,
        Bound::Since => Stretch { to: None, ..s },
        Bound::Until => Stretch { from: None, ..s },
        Bound::Before => Stretch {
            from: None,
            to: s.from.and_then(|d| add_days(d, -1)),
            ..s
        },
        Bound::After => Stretch {
            from: s.to.and_then(|d| add_days(d, 1)),
            to: None,
            ..s
        },
    }
}
