//! Tellings gathered into rows: first what fits, then what differs and is of one thing all the same.

use std::collections::{BTreeMap, BTreeSet};

use super::apart;
use super::evidence;
use super::fit::{Fit, fits};
use super::telling::Telling;

/// Reports of one figure while they are gathered.
#[derive(Debug, Clone, Default)]
struct Row {
    members: Vec<usize>,
    by_doc: BTreeMap<usize, Vec<usize>>,
    /// Members that differ in more than the article: what a further one is compared with.
    kinds: Vec<usize>,
    /// Greatest of the least values and least of the greatest: what fits both fits all.
    floor: f64,
    ceiling: f64,
}

/// As many members of a row as a further one is compared with.
const KINDS: usize = 24;
/// A part of a measure that more rows share tells nothing; so many rows are looked at.
const COMMON: usize = 256;
/// So many times of one article that it tells one figure are compared.
const TOLD: usize = 32;
/// Steps of the logarithm that values are filed by: half a per cent.
const FINE: f64 = 200.0;

/// The rows, each with places in `tellings`, in order of their first.
pub(super) fn gather(tellings: &[Telling<'_>]) -> Vec<Vec<usize>> {
    let rows = bridge(tellings, what_fits(tellings));
    let mut out: Vec<Vec<usize>> = what_differs(tellings, rows)
        .into_iter()
        .map(|r| {
            let mut members = r.members;
            members.sort_unstable();
            members
        })
        .collect();
    out.sort();
    out
}

impl Row {
    fn of(tellings: &[Telling<'_>], i: usize) -> Self {
        let amount = &tellings[i].amount;
        Self {
            members: vec![i],
            by_doc: BTreeMap::from([(tellings[i].doc, vec![i])]),
            kinds: vec![i],
            floor: amount.low,
            ceiling: amount.high,
        }
    }

    fn add(&mut self, tellings: &[Telling<'_>], i: usize) {
        let t = &tellings[i];
        self.members.push(i);
        self.by_doc.entry(t.doc).or_default().push(i);
        self.floor = self.floor.max(t.amount.low);
        self.ceiling = self.ceiling.min(t.amount.high);
        if self.kinds.len() < KINDS {
            self.kinds.push(i);
        }
    }

    fn absorb(&mut self, tellings: &[Telling<'_>], other: Row) {
        for i in other.members {
            self.add(tellings, i);
        }
    }
}

/// What two tellings that only differ in their article share.
type Shape = (String, [u64; 3], dossier_model::Bound, BTreeSet<String>, String);

fn shape_of(t: &Telling<'_>) -> Shape {
    let bits = |v: Option<f64>| v.map_or(u64::MAX, f64::to_bits);
    let q = t.quantity;
    (
        t.amount.family.clone(),
        [bits(q.value), bits(q.low), bits(q.high)],
        q.bound,
        t.key.clone(),
        format!(
            "{:?} {:?} {:?} {}",
            t.period, t.basis, t.context.says.part, t.measure
        ),
    )
}

/// Rows of tellings whose values fit.
fn what_fits(tellings: &[Telling<'_>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut shapes: BTreeMap<Shape, usize> = BTreeMap::new();
    let mut by_value: Shelves<'_> = BTreeMap::new();
    for (i, t) in tellings.iter().enumerate() {
        let shape = shape_of(t);
        if let Some(&n) = shapes.get(&shape)
            && !rows[n].by_doc.contains_key(&t.doc)
            && t.key.len() + usize::from(t.is_gap()) * 2 > 1
        {
            rows[n].members.push(i);
            rows[n].by_doc.entry(t.doc).or_default().push(i);
            continue;
        }
        let family = family_of(t);
        let shelves = shelves(t.amount.low, t.amount.high);
        let near = near(&by_value, family, shelves.clone());
        let best = near
            .into_iter()
            .filter(|&n| t.amount.low <= rows[n].ceiling && t.amount.high >= rows[n].floor)
            .filter_map(|n| Some((likest(tellings, &rows[n], t)?, n)))
            // Of several that fit, the one that shares most; of equals the first.
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let n = match best {
            Some((_, n)) => {
                rows[n].add(tellings, i);
                n
            }
            None => {
                rows.push(Row::of(tellings, i));
                rows.len() - 1
            }
        };
        shapes.entry(shape).or_insert(n);
        for s in shelves {
            by_value.entry((family, s)).or_default().insert(n);
        }
    }
    rows
}

/// Rows by what they are filed under, and a step of their values.
type Shelves<'t> = BTreeMap<(&'t str, i64), BTreeSet<usize>>;

/// The rows on some shelves, in order. A value that hundreds of rows have tells no two of them apart, so no more of a shelf
/// are looked at.
fn near(by_value: &Shelves<'_>, family: &str, shelves: std::ops::RangeInclusive<i64>) -> Vec<usize> {
    let rows = |s| by_value.get(&(family, s)).into_iter().flatten();
    let mut near: Vec<usize> = shelves.flat_map(|s| rows(s).take(COMMON).copied()).collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// Puts a row into the one that it joins, or behind all; gives its place.
fn place(tellings: &[Telling<'_>], rows: &mut Vec<Row>, home: Option<usize>, row: Row) -> usize {
    match home {
        Some(n) => {
            rows[n].absorb(tellings, row);
            n
        }
        None => {
            rows.push(row);
            rows.len() - 1
        }
    }
}

/// Joins rows whose values fit and that a later telling has shown to be of one figure.
fn bridge(tellings: &[Telling<'_>], rows: Vec<Row>) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let mut by_value: Shelves<'_> = BTreeMap::new();
    for row in rows {
        let lead = &tellings[row.members[0]];
        let family = family_of(lead);
        let shelves = shelves(lead.amount.low, lead.amount.high);
        let near = near(&by_value, family, shelves.clone());
        let home = near.into_iter().find(|&n| {
            let fits_all = row.floor <= out[n].ceiling && row.ceiling >= out[n].floor;
            fits_all
                && row
                    .kinds
                    .iter()
                    .any(|&k| likest(tellings, &out[n], &tellings[k]).is_some())
                && row.kinds.iter().all(|&k| stands(tellings, &out[n], &tellings[k]))
        });
        let n = place(tellings, &mut out, home, row);
        for s in shelves {
            by_value.entry((family, s)).or_default().insert(n);
        }
    }
    out
}

/// What tellings are filed under: people under one name, whatever they are called.
fn family_of<'t>(t: &'t Telling<'_>) -> &'t str {
    let fate = t.fate.filter(|_| t.noun.is_some());
    match fate {
        Some(fate) => fate.as_str(),
        None => t.amount.family.as_str(),
    }
}

/// The steps of the logarithm from `low` to `high`.
fn shelves(low: f64, high: f64) -> std::ops::RangeInclusive<i64> {
    let step = |v: f64| {
        let size = (v.abs() + 1e-9).ln() * FINE;
        (size.floor() as i64).clamp(-10_000, 20_000)
    };
    let (a, b) = (step(low), step(high));
    // An interval over zero, and endless ones, are filed by their greater end.
    if low <= 0.0 || b - a > 1000 {
        b..=b
    } else {
        a.min(b)..=a.max(b)
    }
}

/// The likeness of the member that is most like a telling, where every member can stand beside it.
fn likest(tellings: &[Telling<'_>], row: &Row, t: &Telling<'_>) -> Option<f64> {
    if !stands(tellings, row, t) {
        return None;
    }
    row.kinds
        .iter()
        .filter_map(|&k| evidence::of_one(&tellings[k], t))
        .max_by(f64::total_cmp)
}

/// Whether nothing in the periods and the values keeps a telling out of a row.
fn stands(tellings: &[Telling<'_>], row: &Row, t: &Telling<'_>) -> bool {
    row.kinds.iter().all(|&k| {
        let other = &tellings[k];
        evidence::periods_fit(other, t) && fits(&other.amount, &t.amount) <= Fit::Compatible
    })
}

/// Joins rows that are of one thing and do not fit.
fn what_differs(tellings: &[Telling<'_>], rows: Vec<Row>) -> Vec<Row> {
    // What most articles tell comes first, so that an odd number of one of them keeps nobody out.
    let mut rows = rows;
    rows.sort_by_key(|r| (std::cmp::Reverse(r.by_doc.len()), r.members.first().copied()));
    let mut out: Vec<Row> = Vec::new();
    let mut by_part: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for row in rows {
        let parts = parts_of(tellings, &row);
        let mut near: Vec<usize> = parts
            .iter()
            .filter_map(|p| by_part.get(p))
            .flat_map(|l| l.iter().take(COMMON).copied())
            .collect();
        near.sort_unstable();
        near.dedup();
        let home = near.into_iter().find(|&n| can_merge(tellings, &out[n], &row));
        let n = place(tellings, &mut out, home, row);
        for part in parts {
            let list = by_part.entry(part).or_default();
            if !list.contains(&n) && list.len() < COMMON {
                list.push(n);
            }
        }
    }
    out
}

/// What rows of one figure can share: parts of the measure, or the fate that a toll counts.
fn parts_of<'t>(tellings: &'t [Telling<'_>], row: &Row) -> Vec<(&'t str, &'t str)> {
    let mut out: Vec<(&str, &str)> = Vec::new();
    for &k in &row.kinds {
        let t = &tellings[k];
        out.extend(t.key.iter().map(|p| (t.amount.family.as_str(), p.as_str())));
        out.extend(t.fate.filter(|_| t.noun.is_some()).map(|f| ("toll", f.as_str())));
        // Sentences that are alike need no part of a measure.
        out.push(("near", t.amount.family.as_str()));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Whether two rows are of one figure: some of their members say so, and no article tells two numbers that
/// nothing explains.
fn can_merge(tellings: &[Telling<'_>], a: &Row, b: &Row) -> bool {
    let (few, many) = if a.by_doc.len() < b.by_doc.len() {
        (a, b)
    } else {
        (b, a)
    };
    for (doc, mine) in &few.by_doc {
        let theirs = many.by_doc.get(doc).map_or(&[][..], Vec::as_slice);
        let apart = mine.iter().take(TOLD).any(|&i| {
            theirs.iter().take(TOLD).any(|&j| {
                let (x, y) = (&tellings[i], &tellings[j]);
                fits(&x.amount, &y.amount) == Fit::Apart && !apart::is_explained(x, y)
            })
        });
        if apart {
            return false;
        }
    }
    let pairs = || a.kinds.iter().flat_map(|&i| b.kinds.iter().map(move |&j| (i, j)));
    let periods = pairs().all(|(i, j)| evidence::periods_fit(&tellings[i], &tellings[j]));
    periods
        && pairs().any(|(i, j)| {
            let (x, y) = (&tellings[i], &tellings[j]);
            x.doc != y.doc && apart::of_one_apart(x, y)
                || apart::is_explained(x, y) && apart::of_one_apart(x, y)
        })
}
