//! The sentences that a digest may print, for readers to judge, and what is learned from their verdicts.
//!
//! A verdict says of a sentence by itself whether an editor prints it in a brief of its story: good, poor (only where room
//! is left), or wrong. A poor one counts half.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dossier::VOCABULARY;
use dossier::model::Dossier;
use dossier::relate::Line;
use xxhash_rust::xxh3::xxh3_64;

use super::fit::Sample;
use crate::audit::Verdict;
use crate::chain;

/// What readers said, by place: `eval/gold/digest.tsv`.
pub struct Verdicts(BTreeMap<String, Verdict>);

impl Verdicts {
    /// Reads the file.
    ///
    /// # Errors
    /// Where it cannot be read or a verdict is none.
    pub fn open(path: &Path) -> Result<Self, String> {
        let told = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
        let text = std::fs::read_to_string(path).map_err(|e| told(&e))?;
        let mut out = BTreeMap::new();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let mut fields = line.split('\t');
            let mut field = || fields.next().unwrap_or("");
            let (key, word, class) = (field(), field(), field());
            if let Some(verdict) = Verdict::read(word, class).map_err(|e| told(&e))? {
                out.insert(key.to_owned(), verdict);
            }
        }
        Ok(Self(out))
    }
}

/// A judged sentence.
pub struct Case {
    /// Stories are held out whole.
    pub story_hash: u64,
    /// What is seen of it.
    line: Line,
    verdict: Verdict,
}

impl Case {
    /// What is learned from it.
    pub fn samples(&self) -> Vec<Sample> {
        let sample = |is_printed, weight| Sample::new(&self.line.traits, is_printed, weight);
        match self.verdict {
            Verdict::Good => vec![sample(true, 1.0)],
            Verdict::Poor(_) => vec![sample(true, 0.5), sample(false, 0.5)],
            Verdict::Wrong(_) => vec![sample(false, 1.0)],
        }
    }

    /// What is seen of it.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// Whether an editor prints it.
    pub fn is_good(&self) -> bool {
        self.verdict == Verdict::Good
    }
}

/// Where a sentence stands, as the file of verdicts names it: its first byte.
fn key(line: &Line) -> String {
    format!("{}@{}", line.cite.span.start, line.cite.article.as_str())
}

/// The sentences of the stories of two and more articles of a collection, each with the name of its story.
fn lines(record: &Dossier) -> Vec<(String, Line)> {
    let several: BTreeSet<String> = (record.stories.iter())
        .filter(|s| s.articles.len() > 1)
        .map(|s| s.id.as_str().to_owned())
        .collect();
    let read = dossier::annotate_all(record.articles.clone(), &|_| {});
    let stories = dossier::relate::digest_lines(read, VOCABULARY);
    let mut out = Vec::new();
    for (story, lines) in stories {
        if several.contains(story.as_str()) {
            out.extend(lines.into_iter().map(|l| (story.as_str().to_owned(), l)));
        }
    }
    out
}

/// The sentences of a record that have a verdict.
pub fn judged(record: &Dossier, verdicts: &Verdicts) -> Vec<Case> {
    // Reading takes long: only what a reader has seen.
    let articles: BTreeSet<&str> = verdicts
        .0
        .keys()
        .filter_map(|k| Some(k.split_once('@')?.1))
        .collect();
    if !record.articles.iter().any(|a| articles.contains(a.id.as_str())) {
        return Vec::new();
    }
    let cases = lines(record).into_iter().filter_map(|(story, line)| {
        Some(Case {
            story_hash: xxh3_64(story.as_bytes()),
            verdict: verdicts.0.get(&key(&line))?.clone(),
            line,
        })
    });
    cases.collect()
}

/// A sheet of the sentences that may be printed, the likeliest of each story first: place, two empty fields for verdict
/// and class, story, words.
///
/// # Errors
/// Where a collection cannot be read.
pub fn sheet(paths: &[PathBuf]) -> Result<String, String> {
    let mut out = String::from("# place\tverdict\tclass\tstory\ttext\n");
    for path in paths {
        for (story, line) in lines(&chain::record(path)?) {
            let _ = writeln!(out, "{}\t\t\t{story}\t{}", key(&line), line.text);
        }
    }
    Ok(out)
}
