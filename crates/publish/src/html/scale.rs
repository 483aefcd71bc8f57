use jiff::civil::Date;

use crate::plain;

/// Places on a line, in percent of its width, for days. Where dates lie far apart the gaps between them are
/// shortened, so that two days of talks and a tunnel seven years later fit one picture.
pub(super) struct Axis {
    /// Distinct days with their places, ascending.
    stops: Vec<(Date, f64)>,
    pub(super) ticks: Vec<Tick>,
    /// Whether gaps are shortened.
    pub(super) shortened: bool,
}

/// A line across the picture and its words.
pub(super) struct Tick {
    pub(super) x: String,
    pub(super) label: String,
    /// SVG `text-anchor`, so that the outermost words stay inside.
    pub(super) anchor: &'static str,
}

/// Room kept free at both ends, in percent.
const EDGE: f64 = 4.0;
/// Least distance of two ticks, in percent: their words must not touch on a telephone.
const APART: f64 = 22.0;
/// Up to this many days the axis is true to scale.
const TRUE_DAYS: f64 = 100.0;

fn gap(a: Date, b: Date) -> f64 {
    a.until(b).map_or(0.0, |s| f64::from(s.get_days())).max(0.0)
}

/// Two decimals are finer than a pixel.
pub(super) fn percent(x: f64) -> String {
    format!("{x:.2}%")
}

impl Axis {
    pub(super) fn new(mut days: Vec<Date>) -> Self {
        days.sort();
        days.dedup();
        let total = match (days.first(), days.last()) {
            (Some(&a), Some(&b)) => gap(a, b),
            _ => 0.0,
        };
        let shortened = total > TRUE_DAYS;
        let weigh = |days: f64| if shortened { days.ln_1p() + 0.5 } else { days };
        let mut at = 0.0;
        let mut stops = Vec::with_capacity(days.len());
        for (i, &day) in days.iter().enumerate() {
            if let Some(&before) = i.checked_sub(1).and_then(|b| days.get(b)) {
                at += weigh(gap(before, day));
            }
            stops.push((day, at));
        }
        let scale = if at > 0.0 { (100.0 - 2.0 * EDGE) / at } else { 0.0 };
        for stop in &mut stops {
            stop.1 = if scale > 0.0 { EDGE + stop.1 * scale } else { 50.0 };
        }
        let ticks = ticks(&stops);
        Self {
            stops,
            ticks,
            shortened,
        }
    }

    /// The place of a day that the axis was made with; of others, the nearest before.
    pub(super) fn at(&self, day: Date) -> f64 {
        let i = self.stops.partition_point(|s| s.0 <= day);
        self.stops.get(i.saturating_sub(1)).map_or(EDGE, |s| s.1)
    }
}

/// As many of the days as have room for their words, first and last among them.
fn ticks(stops: &[(Date, f64)]) -> Vec<Tick> {
    let Some(&last) = stops.last() else {
        return Vec::new();
    };
    let mut chosen: Vec<(Date, f64)> = Vec::new();
    for &(day, x) in stops {
        let free = chosen.last().is_none_or(|c| x - c.1 >= APART) && (last.1 - x >= APART || x == last.1);
        if free || chosen.is_empty() {
            chosen.push((day, x));
        }
    }
    let few_years = stops.first().is_some_and(|f| gap(f.0, last.0) < 340.0);
    let mut out = Vec::new();
    for (i, &(day, x)) in chosen.iter().enumerate() {
        let near = |j: usize| {
            chosen
                .get(j)
                .is_some_and(|o| gap(o.0.min(day), day.max(o.0)) < 62.0)
        };
        let close = near(i + 1) || i.checked_sub(1).is_some_and(near);
        let month = plain::short_month(day);
        let label = if few_years || close {
            format!("{} {month}", day.day())
        } else {
            format!("{month} {}", day.year())
        };
        // The year stands once where days are told without it.
        let label = if i == 0 && (few_years || close) {
            format!("{label} {}", day.year())
        } else {
            label
        };
        let anchor = match x {
            x if x < 12.0 => "start",
            x if x > 88.0 => "end",
            _ => "middle",
        };
        out.push(Tick {
            x: percent(x),
            label,
            anchor,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(y: i16, m: i8, day: i8) -> Date {
        Date::constant(y, m, day)
    }

    #[test]
    fn far_apart_days_keep_their_order_and_some_room() {
        let days = [
            d(2019, 11, 9),
            d(2031, 3, 3),
            d(2031, 3, 4),
            d(2031, 6, 1),
            d(2038, 12, 31),
        ];
        let axis = Axis::new(days.to_vec());
        let places: Vec<f64> = days.iter().map(|&x| axis.at(x)).collect();
        assert!(axis.shortened);
        assert!(places.windows(2).all(|w| w[1] - w[0] > 1.5), "{places:?}");
        assert!(
            places[0] >= EDGE - 0.01 && places[4] <= 100.0 - EDGE + 0.01,
            "{places:?}"
        );
    }

    #[test]
    fn near_days_are_true_to_scale() {
        let axis = Axis::new(vec![d(2031, 3, 1), d(2031, 3, 2), d(2031, 3, 5)]);
        let (a, b, c) = (
            axis.at(d(2031, 3, 1)),
            axis.at(d(2031, 3, 2)),
            axis.at(d(2031, 3, 5)),
        );
        assert!(!axis.shortened);
        assert!(((c - b) - 3.0 * (b - a)).abs() < 1e-9);
    }

    #[test]
    fn one_day_stands_in_the_middle_and_none_is_no_error() {
        assert_eq!(Axis::new(vec![d(2031, 3, 1)]).at(d(2031, 3, 1)), 50.0);
        assert_eq!(Axis::new(vec![]).ticks.len(), 0);
    }

    #[test]
    fn tick_words_have_room() {
        let days = (0..200)
            .map(|i| Date::constant(2000 + i % 50, 1 + (i % 12) as i8, 1))
            .collect();
        let axis = Axis::new(days);
        let x = |t: &Tick| t.x.trim_end_matches('%').parse::<f64>().expect("a number");
        assert!(axis.ticks.windows(2).all(|w| x(&w[1]) - x(&w[0]) >= APART - 0.1));
        assert!(axis.ticks.len() >= 3);
    }
}
