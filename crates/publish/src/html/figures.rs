use dossier_model::{Agreement, Bound, Cite, Figure, FigureReport, SeriesPoint, Unit, VoiceKind};

use super::context::{Badge, Chips, Context, Fold, key, support};
use super::scale::percent;
use crate::clean::clean;
use crate::plain;

/// Figures beside the brief.
const FIRST: usize = 4;
/// Steps of a course beside the brief.
const STEPS: usize = 6;

/// Figures that differ or move, those whose reports agree, those with one report, and those that are read with less
/// certainty.
pub(super) struct Figures {
    pub(super) differing: Fold<Compared>,
    pub(super) agreeing: Fold<Compared>,
    pub(super) single: Fold<Compared>,
    /// Those of them whose numbers are not one.
    pub(super) doubtful_differing: Vec<Compared>,
    pub(super) doubtful: Vec<Compared>,
}

impl Figures {
    /// How many differ or move, sure or not.
    pub(super) fn count_differing(&self) -> usize {
        self.differing.len() + self.doubtful_differing.len()
    }

    /// How many stand among the findings.
    pub(super) fn told_alike(&self) -> usize {
        self.agreeing.len() + self.single.len()
    }

    /// Those that a reader wants first: what moves, then what most tell. Each by its latest numbers.
    pub(super) fn first(&self) -> impl Iterator<Item = &Compared> {
        let moving = self.differing.shown.iter().filter(|f| !f.series.is_empty());
        let still = self.differing.shown.iter().filter(|f| f.series.is_empty());
        let all = moving
            .chain(still)
            .chain(&self.agreeing.shown)
            .chain(&self.single.shown);
        all.filter(|f| !f.is_background).take(FIRST)
    }
}

/// One figure.
pub(super) struct Compared {
    pub(super) id: String,
    pub(super) measure: String,
    pub(super) is_background: bool,
    pub(super) period: Option<String>,
    pub(super) badge: Badge,
    pub(super) why: String,
    pub(super) support: String,
    /// How sure it is, where that is less than a fact takes.
    pub(super) sureness: Option<String>,
    pub(super) rows: Vec<Report>,
    /// The numbers in time, where the figure moves.
    pub(super) series: Vec<Step>,
    /// Words at the two ends of the scale; absent where there is nothing to compare.
    pub(super) ends: Option<(String, String)>,
}

/// Reports that say the same number in the same way and by the same count.
pub(super) struct Report {
    pub(super) amount: String,
    pub(super) basis: Option<String>,
    pub(super) mark: Mark,
    pub(super) tellers: Vec<Teller>,
    /// The sentence that says it first, where another says something else.
    pub(super) quote: Option<String>,
}

/// A number at one time.
pub(super) struct Step {
    pub(super) when: String,
    pub(super) amount: String,
    /// Where the bar ends, and where the part begins on which reports of that time differ.
    pub(super) high: String,
    pub(super) low: String,
}

/// Who says it, and where; nobody where the articles say it themselves.
pub(super) struct Teller {
    pub(super) voice: Option<String>,
    pub(super) chips: Chips,
}

/// How a number stands on the scale.
pub(super) enum Mark {
    /// As it is.
    Dot { x: String },
    /// Somewhere near.
    About { x: String, from: String, width: String },
    /// From here up, or down to here.
    Open { x: String, from: String, to: String },
    /// From here to there.
    Range { x: String, width: String },
    /// Nothing to draw.
    None,
}

/// The word and colour for an agreement.
pub(super) fn agreement(a: Agreement) -> Badge {
    let words = match a {
        Agreement::Single => "one report",
        Agreement::Same => "agree",
        Agreement::Compatible => "compatible",
        Agreement::ByBasis => "differ by basis",
        Agreement::Different => "differ",
    };
    Badge {
        class: a.as_str(),
        words,
    }
}

impl Compared {
    /// The course in short: as many of its last steps as have room, the first among them.
    pub(super) fn course(&self) -> Vec<&Step> {
        let skipped = self.series.len().saturating_sub(STEPS);
        let kept = |(i, s)| (i == 0 || i > skipped).then_some(s);
        self.series.iter().enumerate().filter_map(kept).collect()
    }
}

pub(super) fn figures(c: &Context<'_>, doubtful: &[Figure]) -> Figures {
    let rank = |a: Agreement| match a {
        Agreement::Different => 0,
        Agreement::ByBasis => 1,
        Agreement::Compatible => 2,
        Agreement::Same => 3,
        Agreement::Single => 4,
    };
    let mut figures: Vec<&Figure> = c.story.figures.iter().collect();
    figures.sort_by_cached_key(|f| {
        let support = std::cmp::Reverse((f.support.origins, f.support.articles));
        // What a report tells first counts most.
        let place = f.reports.iter().map(|r| r.cite.span.start).min();
        (f.background.is_some(), rank(f.agreement), support, place)
    });
    let (mut differing, mut agreeing, mut single) = (Vec::new(), Vec::new(), Vec::new());
    for figure in figures {
        let row = compare(c, figure);
        match figure.agreement {
            Agreement::Different | Agreement::ByBasis => differing.push(row),
            _ if !row.series.is_empty() => differing.push(row),
            Agreement::Single => single.push(row),
            Agreement::Same | Agreement::Compatible => agreeing.push(row),
        }
    }
    let (doubtful_differing, doubtful): (Vec<&Figure>, Vec<&Figure>) = (doubtful.iter())
        .partition(|f| !matches!(f.agreement, Agreement::Single | Agreement::Same) || f.series.is_some());
    let rows = |them: Vec<&Figure>| them.into_iter().map(|f| compare(c, f)).collect();
    Figures {
        differing: Fold::new(differing, 8),
        agreeing: Fold::new(agreeing, 8),
        single: Fold::new(single, 10),
        doubtful_differing: rows(doubtful_differing),
        doubtful: rows(doubtful),
    }
}

fn compare(c: &Context<'_>, f: &Figure) -> Compared {
    // Reports of one number, hedge and basis are one row, its tellers side by side.
    let mut rows: Vec<(&FigureReport, Vec<&FigureReport>)> = Vec::new();
    for report in &f.reports {
        let same = |r: &FigureReport| {
            (r.value, r.low, r.high, r.bound) == (report.value, report.low, report.high, report.bound)
                && (&r.unit, &r.basis) == (&report.unit, &report.basis)
        };
        match rows.iter_mut().find(|(first, _)| same(first)) {
            Some((_, all)) => all.push(report),
            None => rows.push((report, vec![report])),
        }
    }
    let units = rows
        .iter()
        .all(|(r, _)| r.unit == rows.first().and_then(|(r, _)| r.unit.clone()));
    let numbers = rows.iter().flat_map(|(r, _)| [r.value, r.low, r.high]).flatten();
    let scale = Scale::new(numbers.collect()).filter(|_| units && rows.len() > 1);
    let unit = |r: &FigureReport| r.unit.as_ref().or(f.unit.as_ref()).cloned();
    let differs = matches!(f.agreement, Agreement::Different | Agreement::ByBasis);
    let shown = rows.iter().map(|(r, all)| Report {
        quote: differs.then(|| c.sentence(&r.cite)).filter(|q| !q.is_empty()),
        amount: clean(&plain::hedged(r.value, r.low, r.high, r.bound, unit(r).as_ref())),
        basis: r.basis.as_deref().map(clean),
        mark: scale.as_ref().map_or(Mark::None, |s| s.mark(r)),
        tellers: tellers(c, all),
    });
    let common = f.unit.as_ref();
    let series = steps(f, common);
    Compared {
        id: key(f.id.as_str()),
        measure: clean(&f.measure),
        is_background: f.background.is_some(),
        period: f.period.as_ref().map(|w| clean(&plain::when(w))),
        badge: agreement(f.agreement),
        why: clean(&f.why),
        support: support(f.support),
        sureness: c.sureness(f.confidence),
        rows: shown.collect(),
        series,
        ends: scale.map(|s| (plain::amount(s.from, common), plain::amount(s.to, common))),
    }
}

/// The numbers of a moving figure in time, as bars from zero.
fn steps(f: &Figure, unit: Option<&Unit>) -> Vec<Step> {
    let points = f.series.as_deref().unwrap_or(&[]);
    let numbers = points.iter().flat_map(|p| [p.low, p.high]).collect();
    let Some(scale) = Scale::new(numbers) else {
        return Vec::new();
    };
    let step = |p: &SeriesPoint| {
        let one = (p.low == p.high).then_some(p.low);
        Step {
            when: clean(&plain::when(&p.when)),
            amount: clean(&plain::hedged(one, Some(p.low), Some(p.high), Bound::Range, unit)),
            low: percent(scale.at(p.low)),
            high: percent(scale.at(p.high)),
        }
    };
    points.iter().map(step).collect()
}

fn tellers(c: &Context<'_>, reports: &[&FigureReport]) -> Vec<Teller> {
    let mut groups: Vec<(Option<String>, Vec<&Cite>)> = Vec::new();
    for r in reports {
        let voice = c
            .voice(&r.voice)
            .filter(|v| v.kind != VoiceKind::Outlet)
            .map(|v| clean(&v.name));
        // "by Corrant's Statistics Bureau, according to Statistics Bureau" says it twice.
        let voice = voice.filter(|v| r.basis.as_ref().is_none_or(|b| !b.contains(v.as_str())));
        match groups.iter_mut().find(|g| g.0 == voice) {
            Some((_, cites)) => cites.push(&r.cite),
            None => groups.push((voice, vec![&r.cite])),
        }
    }
    let teller = |(voice, cites): (_, Vec<&Cite>)| Teller {
        voice,
        chips: c.chips(cites),
    };
    groups.into_iter().map(teller).collect()
}

/// One line for all reports of a figure. It begins at zero, so that a small difference looks small.
struct Scale {
    from: f64,
    to: f64,
}

impl Scale {
    fn new(numbers: Vec<f64>) -> Option<Self> {
        let finite = || numbers.iter().copied().filter(|n| n.is_finite());
        let most = finite().fold(f64::NEG_INFINITY, f64::max);
        let least = finite().fold(f64::INFINITY, f64::min);
        if most < least || (most == 0.0 && least == 0.0) {
            return None;
        }
        let to = if most > 0.0 { round_up(most) } else { 0.0 };
        let from = if least < 0.0 { -round_up(-least) } else { 0.0 };
        (to > from).then_some(Self { from, to })
    }

    /// Between 2 and 98 per cent of the width.
    fn at(&self, v: f64) -> f64 {
        2.0 + 96.0 * ((v - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }

    fn mark(&self, r: &FigureReport) -> Mark {
        match (r.value, r.low, r.high) {
            (Some(v), ..) => {
                let x = self.at(v);
                match r.bound {
                    Bound::Exact | Bound::Range => Mark::Dot { x: percent(x) },
                    Bound::About => Mark::About {
                        x: percent(x),
                        from: percent((x - 5.0).max(0.0)),
                        width: percent(10.0_f64.min(105.0 - x)),
                    },
                    Bound::Over | Bound::AtLeast => self.open(x, x, (x + 12.0).min(100.0)),
                    Bound::Under | Bound::AtMost => self.open(x, (x - 12.0).max(0.0), x),
                }
            }
            (None, Some(l), Some(h)) => Mark::Range {
                x: percent(self.at(l)),
                width: percent((self.at(h) - self.at(l)).max(0.6)),
            },
            (None, Some(l), None) => self.open(self.at(l), self.at(l), 100.0),
            (None, None, Some(h)) => self.open(self.at(h), 0.0, self.at(h)),
            (None, None, None) => Mark::None,
        }
    }

    fn open(&self, x: f64, from: f64, to: f64) -> Mark {
        Mark::Open {
            x: percent(x),
            from: percent(from),
            to: percent(to),
        }
    }
}

/// The next number of one or one and a half digits: 14,000 is 15,000 and 12.4 billion is 15 billion.
fn round_up(v: f64) -> f64 {
    let power = 10_f64.powf(v.log10().floor());
    let steps = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    let step = steps.iter().find(|s| *s * power >= v * 1.0001);
    step.map_or(v, |s| s * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_begin_at_zero_and_end_at_a_round_number() {
        let check = |numbers: &[f64], expected: Option<(f64, f64)>| {
            assert_eq!(Scale::new(numbers.to_vec()).map(|s| (s.from, s.to)), expected);
        };
        check(&[9000.0, 14000.0], Some((0.0, 15000.0)));
        check(&[12.4e9, 12e9], Some((0.0, 15e9)));
        check(&[-3.0, 2.0], Some((-4.0, 2.5)));
        check(&[0.0], None);
        check(&[f64::NAN], None);
        check(&[], None);
    }
}
