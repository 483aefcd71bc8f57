//! What pages say of themselves, against labels made by hand (`eval/gold/pages.tsv`): day of publication, headline,
//! outlet, authors and language.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use dossier::model::ArticleDraft;

use super::extraction;

/// What was labelled of a page.
struct Label<'t> {
    id: &'t str,
    days: &'t str,
    headline: &'t str,
    outlets: &'t str,
    authors: &'t str,
    language: &'t str,
}

/// What is labelled, in the order of the report.
const FIELDS: [&str; 5] = ["day of publication", "headline", "outlet", "authors", "language"];

/// How many were right, wrong and missing.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missing: usize,
}

impl Score {
    fn told(&self) -> String {
        let all = self.right + self.wrong + self.missing;
        format!(
            "right {:.3} ({} of {all}, {} wrong, {} missing)",
            self.right as f64 / all.max(1) as f64,
            self.right,
            self.wrong,
            self.missing
        )
    }

    fn add(&mut self, found: Found) {
        match found {
            Found::Right => self.right += 1,
            Found::Wrong => self.wrong += 1,
            Found::Missing => self.missing += 1,
            Found::Uncounted => {}
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Found {
    Right,
    Wrong,
    Missing,
    /// Nothing was to be found, and nothing was.
    Uncounted,
}

impl Found {
    fn of(is_right: Option<bool>, stated: bool) -> Self {
        match is_right {
            Some(true) => Self::Right,
            Some(false) => Self::Wrong,
            None if stated => Self::Missing,
            None => Self::Uncounted,
        }
    }
}

/// The scores over all pages that are labelled, and over those that no rule was made on.
///
/// # Errors
/// Where the pages or the labels cannot be read.
pub fn run(data: &Path, show: bool) -> Result<String, String> {
    let path = Path::new("eval/gold/pages.tsv");
    let gold = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let pages = extraction::pages(data)?;
    let mut all: [Score; 5] = Default::default();
    let mut apart: [Score; 5] = Default::default();
    let mut shown = String::new();
    for label in gold.lines().filter_map(label) {
        let Some(page) = pages.iter().find(|p| p.id == label.id) else {
            return Err(format!("{}: no page {}", path.display(), label.id));
        };
        let meta = extraction::read(page).map(|a| a.meta).unwrap_or_default();
        let found = compare(&label, &meta);
        let odd = is_odd(label.id);
        for (i, found) in found.into_iter().enumerate() {
            all[i].add(found);
            if odd {
                apart[i].add(found);
            }
            if show && matches!(found, Found::Wrong | Found::Missing) {
                let told = [
                    meta.published.map(|p| p.date.to_string()),
                    meta.title.clone(),
                    meta.outlet.clone(),
                    meta.byline.clone(),
                    meta.language.clone(),
                ];
                let of = if odd { "odd" } else { "even" };
                let told = told[i].as_deref().unwrap_or("-");
                let _ = writeln!(shown, "  {:.8} {of:4} {:20} {told}", label.id, FIELDS[i]);
            }
        }
    }
    let mut out = String::new();
    for (name, score) in FIELDS.iter().zip(&all) {
        let _ = writeln!(out, "{name}: {}", score.told());
    }
    for (name, score) in FIELDS.iter().zip(&apart) {
        let _ = writeln!(out, "odd pages, {name}: {}", score.told());
    }
    out.push_str(&shown);
    Ok(out)
}

/// Rules are made on pages whose name begins with an even digit.
fn is_odd(id: &str) -> bool {
    id.chars()
        .next()
        .and_then(|c| c.to_digit(16))
        .is_some_and(|d| d % 2 == 1)
}

fn compare(label: &Label<'_>, meta: &ArticleDraft) -> [Found; 5] {
    let day = meta.published.map(|p| p.date.to_string());
    let day = day.map(|d| label.days.split('|').any(|g| g == d));
    let headline = meta.title.as_deref().map(|t| hash(t) == label.headline);
    let outlet = (meta.outlet.as_deref()).map(|o| label.outlets.split('|').any(|g| key(g) == key(o)));
    let authors = meta.byline.as_deref().map(|b| {
        let ours: BTreeSet<String> = names(b).map(hash).collect();
        label.authors.split('|').any(|names| {
            let names = names.strip_prefix('?').unwrap_or(names);
            names.split('+').map(str::to_owned).collect::<BTreeSet<_>>() == ours
        })
    });
    let language = (meta.language.as_deref()).map(|l| l.split('-').next() == Some(label.language));
    let named = !label.authors.is_empty() && !label.authors.starts_with('?');
    [
        Found::of(day, !label.days.is_empty()),
        Found::of(headline, !label.headline.is_empty()),
        Found::of(outlet, !label.outlets.is_empty()),
        Found::of(authors, named),
        Found::of(language, !label.language.is_empty()),
    ]
}

/// The names of an author line.
fn names(byline: &str) -> impl Iterator<Item = &str> {
    byline
        .split([',', ';', '&'])
        .flat_map(|p| p.split(" and "))
        .filter(|n| !n.trim().is_empty())
}

fn label(line: &str) -> Option<Label<'_>> {
    let mut fields = line.split('\t');
    let label = Label {
        id: fields.next().filter(|id| !id.starts_with('#'))?,
        days: fields.next()?,
        headline: fields.next()?,
        outlets: fields.next()?,
        authors: fields.next()?,
        language: fields.next()?,
    };
    Some(label)
}

fn key(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// The name that a headline or a person has in the labels.
fn hash(text: &str) -> String {
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(key(text).as_bytes()))
}
