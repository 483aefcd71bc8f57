//! `cargo xtask audit`: rows of the record of given articles with the words they rest on, to be judged by a reader, and what
//! was judged so far. A verdict is of what a row claims and where it stands: it holds as long as the row stays the same.

mod curve;
mod kind;
mod options;
mod place;
mod row;
mod rows;
mod shares;
mod show;
#[cfg(test)]
mod tests;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use dossier::model::Dossier;
use xxhash_rust::xxh3::xxh3_64_with_seed;

pub use curve::curve;
pub use kind::Kind;
pub use options::Options;
pub use row::Row;
pub use rows::rows;
pub use shares::{Share, Tally};
pub use verdict::{Judged, Taken, Verdict, Verdicts};

use crate::chain;

/// Rows and their record.
type Sample<'a> = Vec<(&'a Row, &'a Dossier)>;

/// Takes verdicts, shows rows and writes sheets, as asked; gives what is to be printed.
///
/// # Errors
/// Where a path cannot be read or written, or a line of a sheet is no verdict.
pub fn run(options: &Options) -> Result<String, String> {
    let mut verdicts = Verdicts::open(&options.verdicts)?;
    let records: Vec<Dossier> = options
        .data
        .iter()
        .map(|p| chain::record_of(p))
        .collect::<Result<_, _>>()?;
    let mut all: BTreeMap<Kind, Vec<(Row, &Dossier)>> = BTreeMap::new();
    for record in &records {
        for kind in Kind::ALL {
            let found = rows(record, kind).into_iter().map(|row| (row, record));
            all.entry(kind).or_default().extend(found);
        }
    }
    let mut out = String::new();
    if let Some(path) = &options.import {
        let sheet = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let known = |key: &str| {
            let of_kind = all.get(&verdict::kind_of(key)?)?;
            let (row, _) = of_kind.iter().find(|(row, _)| row.key == key)?;
            Some(row.places.clone())
        };
        let taken = verdicts.take(&sheet, &known).map_err(|e| told(path, &e))?;
        write(&options.verdicts, &verdicts.render())?;
        let Taken {
            new,
            changed,
            same,
            empty,
        } = taken;
        let _ = writeln!(
            out,
            "{}: {new} new, {changed} changed, {same} as before, {empty} without a verdict",
            path.display()
        );
        if records.is_empty() {
            return Ok(out);
        }
    }
    let samples: BTreeMap<Kind, Sample> = options
        .kinds
        .iter()
        .map(|kind| {
            let all = all.get(kind).map(Vec::as_slice).unwrap_or_default();
            (*kind, sample(all, options.n, options.seed))
        })
        .collect();
    let shown = |key: &str| !options.unjudged || verdicts.of(key).is_none();
    let chosen = options
        .kinds
        .iter()
        .filter_map(|k| samples.get(k))
        .flatten()
        .filter(|(r, _)| shown(&r.key));
    if let Some(path) = &options.rows {
        let mut sheet = show::SHEET.to_owned();
        sheet.extend(chosen.map(|(row, record)| show::line(row, record, &verdicts, options.context)));
        write(path, &sheet)?;
        let _ = writeln!(out, "{}: {} rows", path.display(), sheet.lines().count() - 1);
    } else if !options.shares {
        out.extend(chosen.map(|(row, record)| show::screen(row, record, &verdicts, options.context)));
    }
    report(options, &all, &samples, &verdicts, &mut out);
    Ok(out)
}

fn write(path: &std::path::Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}

fn told(path: &std::path::Path, lines: &str) -> String {
    let lines = lines.lines().map(|l| format!("{}:{l}", path.display()));
    lines.collect::<Vec<_>>().join("\n")
}

/// The rows that come first by a hash of key and seed, each key once. So a row keeps its place in the sample while others
/// come and go, and a larger sample holds the smaller one.
fn sample<'a>(all: &'a [(Row, &'a Dossier)], n: usize, seed: u64) -> Sample<'a> {
    let by_hash: BTreeMap<(u64, &str), (&Row, &Dossier)> = all
        .iter()
        .map(|(row, record)| {
            (
                (xxh3_64_with_seed(row.key.as_bytes(), seed), row.key.as_str()),
                (row, *record),
            )
        })
        .collect();
    by_hash.into_values().take(n).collect()
}

/// The table of shares, the classes of errors, and the judged rows that are no longer there.
fn report(
    options: &Options,
    all: &BTreeMap<Kind, Vec<(Row, &Dossier)>>,
    samples: &BTreeMap<Kind, Sample>,
    verdicts: &Verdicts,
    out: &mut String,
) {
    let _ = writeln!(
        out,
        "\nseed {}, up to {} rows a kind; shares with 95 % intervals\n{:<18}{:>6}{:>8}{:>8}  {:<15}  {:<15}  of all judged: sound; good",
        options.seed, options.n, "kind", "rows", "sample", "judged", "sound", "good"
    );
    let (mut sum, mut sum_all) = (Tally::default(), Tally::default());
    let mut classes: BTreeMap<(Kind, &str, &str), usize> = BTreeMap::new();
    for kind in &options.kinds {
        let rows = all.get(kind).map(Vec::as_slice).unwrap_or_default();
        let keys: BTreeSet<&str> = rows.iter().map(|(r, _)| r.key.as_str()).collect();
        let chosen = samples.get(kind).map(Vec::as_slice).unwrap_or_default();
        let tally = Tally::of(chosen.iter().filter_map(|(r, _)| verdicts.of(&r.key)));
        let judged = || keys.iter().filter_map(|k| verdicts.of(k));
        let whole = Tally::of(judged());
        for verdict in judged().filter(|v| !v.class().is_empty()) {
            *classes
                .entry((*kind, verdict.word(), verdict.class()))
                .or_default() += 1;
        }
        let _ = writeln!(
            out,
            "{kind:<18}{:>6}{:>8}{:>8}  {:<15}  {:<15}  {}: {}; {}",
            keys.len(),
            chosen.len(),
            tally.judged,
            tally.sound(),
            tally.good(),
            whole.judged,
            whole.sound(),
            whole.good()
        );
        (sum, sum_all) = (sum.plus(tally), sum_all.plus(whole));
    }
    let _ = writeln!(
        out,
        "{:<32}{:>8}  {:<15}  {:<15}  {}: {}; {}",
        "all",
        sum.judged,
        sum.sound(),
        sum.good(),
        sum_all.judged,
        sum_all.sound(),
        sum_all.good()
    );
    for ((kind, word, class), n) in classes {
        let _ = writeln!(out, "{kind:<18}{word} {class}: {n}");
    }
    let weighed = options.kinds.iter().filter_map(|k| all.get(k)).flatten();
    out.push_str(&curve(weighed.filter_map(|(row, _)| {
        let verdict = verdicts.of(&row.key)?;
        Some((row.confidence?, verdict.is_sound()))
    })));
    let gone = gone(options, all, verdicts);
    if gone.judged > 0 {
        let _ = writeln!(
            out,
            "{} judged rows of these articles are no longer there: {} were sound, {} wrong",
            gone.judged,
            gone.sound,
            gone.judged - gone.sound
        );
    }
}

/// What was said of rows of these articles that are changed or gone.
fn gone(options: &Options, all: &BTreeMap<Kind, Vec<(Row, &Dossier)>>, verdicts: &Verdicts) -> Tally {
    let mut keys = BTreeSet::new();
    let mut articles = BTreeSet::new();
    let mut records: Vec<&Dossier> = Vec::new();
    for (row, record) in all.values().flatten() {
        keys.insert(row.key.as_str());
        if !records.iter().any(|r| std::ptr::eq(*r, *record)) {
            records.push(record);
        }
    }
    for record in records {
        articles.extend(
            record
                .articles
                .iter()
                .map(|a| place::Place::whole(a).named().article),
        );
    }
    let of_these = |judged: &Judged| judged.places.iter().all(|p| articles.contains(&p.article));
    Tally::of(
        verdicts
            .iter()
            .filter(|(key, judged)| {
                verdict::kind_of(key).is_some_and(|k| options.kinds.contains(&k))
                    && !keys.contains(key)
                    && of_these(judged)
            })
            .map(|(_, judged)| &judged.verdict),
    )
}
