//! Articles in any number for the benchmark, the same on every run: known stories, known copies.
//!
//! Sentences come from a chain of word pairs over the corpora, so that words are as frequent as in news and no
//! sentence stands there by chance twice; names, numbers and subject words are a story's own. Some articles of a story
//! are printings of one agency text, whole or in part.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::eval::read_lines;
use crate::numbers::Numbers;

/// Words of an article, in the mean.
const WORDS: usize = 400;
/// Articles published on one day.
const A_DAY: usize = 1_000;
/// Outlets that publish.
const OUTLETS: usize = 400;

/// Which word follows which, as often as in the corpora.
#[derive(Debug, Default)]
pub(super) struct Chain {
    words: Vec<String>,
    /// Places of the words that were seen behind each word.
    after: Vec<Vec<u32>>,
    /// Words that begin sentences.
    first: Vec<u32>,
    /// Words that are neither rare nor everywhere: what stories are about.
    subjects: Vec<u32>,
}

impl Chain {
    /// Reads the sentences of the story corpora.
    ///
    /// # Errors
    /// Where a corpus cannot be read.
    pub(super) fn of(data: &Path) -> Result<Self, String> {
        let mut out = Self::default();
        let mut ids: BTreeMap<String, u32> = BTreeMap::new();
        let mut counts: Vec<usize> = Vec::new();
        for name in ["news-events", "ecbplus"] {
            for row in read_lines(&data.join(format!("stories/{name}.jsonl.gz")))? {
                let mut last: Option<u32> = None;
                for word in row["text"].as_str().unwrap_or("").split_whitespace() {
                    let id = *ids.entry(word.to_owned()).or_insert_with(|| {
                        out.words.push(word.to_owned());
                        out.after.push(Vec::new());
                        counts.push(0);
                        out.words.len() as u32 - 1
                    });
                    counts[id as usize] += 1;
                    match last {
                        Some(before) => out.after[before as usize].push(id),
                        None => out.first.push(id),
                    }
                    last = (!word.ends_with(['.', '!', '?'])).then_some(id);
                }
            }
        }
        let is_plain = |w: &str| w.len() > 4 && w.bytes().all(|b| b.is_ascii_lowercase());
        out.subjects = (0..out.words.len() as u32)
            .filter(|&i| is_plain(&out.words[i as usize]) && (3..60).contains(&counts[i as usize]))
            .collect();
        Ok(out)
    }

    /// A sentence of some twenty words in which a fifth are the story's own.
    fn sentence(&self, own: &[String], numbers: &mut Numbers, out: &mut Vec<String>) {
        let mut at = numbers.pick(&self.first).copied();
        let length = 8 + numbers.below(24);
        for _ in 0..length {
            let Some(id) = at else { break };
            match numbers.pick(own).filter(|_| numbers.clone().chance(18)) {
                Some(word) => out.push(word.clone()),
                None => out.push(self.words[id as usize].clone()),
            }
            numbers.draw();
            at = numbers
                .pick(&self.after[id as usize])
                .copied()
                .or_else(|| numbers.pick(&self.first).copied());
        }
        if let Some(last) = out.last_mut() {
            let bare = last.trim_end_matches(['.', ',', ';', ':', '!', '?']).len();
            last.truncate(bare);
            last.push('.');
        }
    }
}

/// A made article.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub id: String,
    pub story: usize,
    pub outlet: String,
    pub published: Date,
    pub title: String,
    pub paragraphs: Vec<String>,
    /// The article that paragraphs were taken from, and how many of their words.
    pub copied: Option<(String, usize)>,
}

/// A name that no corpus has: two to four syllables.
fn name(numbers: &mut Numbers) -> String {
    const HEAD: &[&str] = &[
        "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "st", "br", "tr",
    ];
    const CORE: &[&str] = &["a", "e", "i", "o", "u", "ai", "ou", "ei"];
    const TAIL: &[&str] = &["", "", "n", "r", "l", "s", "m", "k"];
    let mut out = String::new();
    for _ in 0..2 + numbers.below(3) {
        for part in [HEAD, CORE, TAIL] {
            out.push_str(numbers.pick(part).copied().unwrap_or(""));
        }
    }
    let mut chars = out.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// Makes `n` articles and hands over each; articles of one story stand near each other in time.
pub(super) fn make(chain: &Chain, n: usize, seed: u64, mut take: impl FnMut(Made)) {
    let mut numbers = Numbers::new(seed);
    let mut made = 0;
    let mut story = 0;
    while made < n {
        // Most stories are small, some are very large.
        let size = match numbers.below(100) {
            0..40 => 1,
            40..75 => 2 + numbers.below(4),
            75..97 => 6 + numbers.below(20),
            _ => 40 + numbers.below(160),
        }
        .min(n - made);
        let names: Vec<String> = (0..10).map(|_| name(&mut numbers)).collect();
        let mut own: Vec<String> = (0..24)
            .filter_map(|_| numbers.pick(&chain.subjects).copied())
            .map(|i| chain.words[i as usize].clone())
            .collect();
        own.extend(names.iter().flat_map(|n| [n.clone(), n.clone()]));
        own.extend((0..4).map(|_| (3 + numbers.below(9_000)).to_string()));
        let day = date(2020, 1, 1)
            .checked_add(((made / A_DAY) as i64).days())
            .unwrap_or(Date::MAX);
        let mut agency: Option<(String, Vec<String>)> = None;
        for i in 0..size {
            let id = format!("a{made:07}");
            let mut paragraphs: Vec<String> = Vec::new();
            let mut words = 0;
            let length = WORDS / 2 + numbers.below(WORDS);
            while words < length {
                let mut paragraph = Vec::new();
                for _ in 0..1 + numbers.below(3) {
                    chain.sentence(&own, &mut numbers, &mut paragraph);
                }
                words += paragraph.len();
                paragraphs.push(paragraph.join(" "));
            }
            let mut copied = None;
            if let Some((from, text)) = agency.as_ref().filter(|_| numbers.clone().chance(35)) {
                copied = Some((from.clone(), take_over(text, &mut paragraphs, &mut numbers)));
            }
            numbers.draw();
            let mut title: Vec<String> = (0..2).filter_map(|_| numbers.pick(&names).cloned()).collect();
            title.extend((0..5).filter_map(|_| numbers.pick(&own).cloned()));
            if agency.is_none() && copied.is_none() {
                agency = Some((id.clone(), paragraphs.clone()));
            }
            let later = (i * 3 / size) as i64;
            take(Made {
                id,
                story,
                outlet: format!("outlet{}.example", numbers.below(OUTLETS)),
                published: day.checked_add(later.days()).unwrap_or(day),
                title: title.join(" "),
                paragraphs,
                copied,
            });
            made += 1;
        }
        story += 1;
    }
}

/// Puts paragraphs of another text, one word in forty changed, among an article's own; gives the words taken.
fn take_over(text: &[String], paragraphs: &mut Vec<String>, numbers: &mut Numbers) -> usize {
    let share = 1 + numbers.below(text.len());
    let start = numbers.below(text.len() + 1 - share);
    let keep = if numbers.chance(50) {
        1
    } else {
        paragraphs.len() / 2
    };
    paragraphs.truncate(keep);
    let mut words = 0;
    for paragraph in text.iter().skip(start).take(share) {
        let changed: Vec<&str> = paragraph
            .split(' ')
            .map(|w| if numbers.below(40) == 0 { "edited" } else { w })
            .collect();
        words += changed.len();
        paragraphs.push(changed.join(" "));
    }
    words
}

/// Writes `n` articles as JSON Lines; each row has its `story`, and `copied` where paragraphs come from another.
///
/// # Errors
/// Where a corpus cannot be read or the file not be written.
pub fn write(data: &Path, n: usize, path: &Path) -> Result<(), String> {
    let chain = Chain::of(data)?;
    let told = |e: std::io::Error| format!("{}: {e}", path.display());
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).map_err(told)?);
    let mut failed = Ok(());
    make(&chain, n, 7, |made| {
        if failed.is_ok() {
            failed = out.write_all(line(&made).as_bytes());
        }
    });
    failed.and_then(|()| out.flush()).map_err(told)
}

fn line(made: &Made) -> String {
    let mut out = serde_json::json!({
        "id": made.id,
        "outlet": made.outlet,
        "published": made.published.to_string(),
        "title": made.title,
        "text": made.paragraphs.join("\n\n"),
        "story": made.story,
        "copied": made.copied.as_ref().map(|(from, words)| serde_json::json!({"from": from, "words": words})),
    })
    .to_string();
    let _ = writeln!(out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_on_every_run() {
        let chain = Chain {
            words: ["The", "harbour", "opened", "today."].map(str::to_owned).to_vec(),
            after: vec![vec![1], vec![2], vec![3], vec![]],
            first: vec![0],
            subjects: vec![1],
        };
        let all = |seed| {
            let mut out = Vec::new();
            make(&chain, 30, seed, |m| out.push(line(&m)));
            out
        };
        assert_eq!(all(7), all(7));
        assert_ne!(all(7), all(8));
        assert_eq!(all(7).len(), 30);
        assert!(all(7).iter().any(|l| l.contains("\"copied\":{")));
    }
}
