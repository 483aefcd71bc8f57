//! What pages say of themselves, against labels made by hand (`eval/gold/pages.tsv`): day of publication and headline.

use std::fmt::Write as _;
use std::path::Path;

use super::extraction;

/// What was labelled of a page.
struct Label<'t> {
    id: &'t str,
    days: &'t str,
    headline: &'t str,
}

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

    fn add(&mut self, is_right: Option<bool>) {
        match is_right {
            Some(true) => self.right += 1,
            Some(false) => self.wrong += 1,
            None => self.missing += 1,
        }
    }
}

/// The scores over all pages that are labelled.
///
/// # Errors
/// Where the pages or the labels cannot be read.
pub fn run(data: &Path, show: bool) -> Result<String, String> {
    let path = Path::new("eval/gold/pages.tsv");
    let gold = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let pages = extraction::pages(data)?;
    let (mut days, mut headlines, mut shown) = (Score::default(), Score::default(), String::new());
    for label in gold.lines().filter_map(label) {
        let Some(page) = pages.iter().find(|p| p.id == label.id) else {
            return Err(format!("{}: no page {}", path.display(), label.id));
        };
        let meta = extraction::read(page).map(|a| a.meta).unwrap_or_default();
        let day = meta.published.map(|p| p.date.to_string());
        let day_is_right = day.as_deref().map(|d| label.days.split('|').any(|g| g == d));
        let headline_is_right = meta.title.as_deref().map(|t| hash(t) == label.headline);
        if !label.days.is_empty() {
            days.add(day_is_right);
        }
        headlines.add(headline_is_right);
        if show && (day_is_right != Some(true) || headline_is_right != Some(true)) {
            let _ = writeln!(
                shown,
                "  {:.8}  {day:?} for {}, {:?}",
                label.id, label.days, meta.title
            );
        }
    }
    Ok(format!(
        "day of publication: {}\nheadline: {}\n{shown}",
        days.told(),
        headlines.told()
    ))
}

fn label(line: &str) -> Option<Label<'_>> {
    let mut fields = line.split('\t');
    let label = Label {
        id: fields.next().filter(|id| !id.starts_with('#'))?,
        days: fields.next()?,
        headline: fields.next()?,
    };
    Some(label)
}

/// The name that a headline has in the labels.
fn hash(headline: &str) -> String {
    let key: String = headline
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(key.as_bytes()))
}
