//! Main text of pages against the article extraction benchmark, scored as its authors score it: 4-word shingles, each
//! page counting once (Scrapinghub, "Evaluation of article extraction systems", 2020; MIT repository
//! `article-extraction-benchmark`).

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use dossier::ingest::{self, Found};
use dossier::model::{Article, BlockKind};

/// Words of a shingle.
const SHINGLE: usize = 4;

/// A page, and the words of its article.
pub struct Page {
    /// Its name in the benchmark.
    pub id: String,
    /// Its bytes.
    pub html: Vec<u8>,
    /// The article's words.
    pub gold: String,
}

/// The pages of the benchmark under `data`, by name; else those that lie in `data` as pairs, `NAME.html` and `NAME.txt`.
///
/// # Errors
/// Where a file cannot be read or is not what the benchmark has.
pub fn pages(data: &Path) -> Result<Vec<Page>, String> {
    let folder = data.join("extraction/benchmark");
    if !folder.exists() {
        return pairs(data);
    }
    let told = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let path = folder.join("ground-truth.json");
    let text = std::fs::read_to_string(&path).map_err(|e| told(&path, &e))?;
    let gold: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&text).map_err(|e| told(&path, &e))?;
    gold.into_iter()
        .map(|(id, value)| {
            let path = folder.join(format!("html/{id}.html.gz"));
            let file = std::fs::File::open(&path).map_err(|e| told(&path, &e))?;
            let mut html = Vec::new();
            flate2::read::GzDecoder::new(file)
                .read_to_end(&mut html)
                .map_err(|e| told(&path, &e))?;
            let gold = value["articleBody"].as_str().unwrap_or("").to_owned();
            Ok(Page { id, html, gold })
        })
        .collect()
}

fn pairs(folder: &Path) -> Result<Vec<Page>, String> {
    let told = |error| format!("{}: {error}", folder.display());
    let files = std::fs::read_dir(folder).map_err(told)?;
    let mut pages = Vec::new();
    for path in files.filter_map(|f| f.ok().map(|f| f.path())) {
        if path.extension().is_none_or(|e| e != "html") || !path.with_extension("txt").exists() {
            continue;
        }
        let id = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let gold = std::fs::read_to_string(path.with_extension("txt")).map_err(told)?;
        let html = std::fs::read(&path).map_err(told)?;
        pages.push(Page { id, html, gold });
    }
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    if pages.is_empty() {
        return Err(format!("{}: no pages with their words", folder.display()));
    }
    Ok(pages)
}

/// The article of a page, where one is found.
#[must_use]
pub fn read(page: &Page) -> Option<Article> {
    let mut out = None;
    let mut bytes = page.html.as_slice();
    ingest::read(&page.id, &mut bytes, &ingest::Options::default(), &mut |found| {
        if let Found::Article(article) = found {
            out.get_or_insert(*article);
        }
        ControlFlow::Continue(())
    });
    out
}

/// What of an article is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Body blocks alone.
    Body,
    /// Body, datelines and the headings inside the article; the benchmark has these and neither title nor captions.
    Article,
    /// All of `text`.
    Text,
}

/// The words that the benchmark has of an article: body, datelines, headings inside it.
#[must_use]
pub fn article_words(article: &Article) -> String {
    words_of(article, Part::Article)
}

fn words_of(article: &Article, part: Part) -> String {
    if part == Part::Text {
        return article.text().to_owned();
    }
    let title = article.meta.title.as_deref().unwrap_or("");
    let mut out = String::new();
    for block in article.blocks() {
        let words = block.span.of(article.text());
        let taken = match block.kind {
            BlockKind::Body => true,
            BlockKind::Dateline => part == Part::Article,
            BlockKind::Headline => part == Part::Article && tokens(words) != tokens(title),
            _ => false,
        };
        if taken {
            out.push_str(words);
            out.push('\n');
        }
    }
    out
}

/// Words as the benchmark parts them.
fn tokens(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| !w.is_empty())
        .collect()
}

/// Words, and the characters of scripts that set no spaces between them.
fn words(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for word in tokens(text) {
        let mut from = 0;
        for (at, c) in word.char_indices().filter(|(_, c)| is_unspaced(*c)) {
            out.extend(word.get(from..at).filter(|w| !w.is_empty()));
            from = at + c.len_utf8();
            out.extend(word.get(at..from));
        }
        out.extend(word.get(from..).filter(|w| !w.is_empty()));
    }
    out
}

/// Thai, Lao, Burmese, Khmer, Kana, Han.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}')
}

fn counts<'t, T: std::hash::Hash + Eq>(items: impl Iterator<Item = T> + 't) -> HashMap<T, usize> {
    let mut out = HashMap::new();
    for item in items {
        *out.entry(item).or_insert(0) += 1;
    }
    out
}

/// How much of one list of things is in another, each counted as often as it stands there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Shares {
    /// Of what was found.
    pub precision: f64,
    /// Of what is there.
    pub recall: f64,
}

impl Shares {
    fn of<T: std::hash::Hash + Eq>(gold: &HashMap<T, usize>, found: &HashMap<T, usize>) -> Self {
        let both: usize = gold
            .iter()
            .map(|(k, n)| (*n).min(found.get(k).copied().unwrap_or(0)))
            .sum();
        let (all, got) = (gold.values().sum::<usize>(), found.values().sum::<usize>());
        let share = |n: usize| match (n, all == 0 && got == 0) {
            (_, true) => 1.0,
            (0, _) => 0.0,
            (n, _) => both as f64 / n as f64,
        };
        Self {
            precision: share(got),
            recall: share(all),
        }
    }

    /// By shingles, as the benchmark counts.
    #[must_use]
    pub fn by_shingles(gold: &str, found: &str) -> Self {
        let (gold, found) = (tokens(gold), tokens(found));
        let shingles = |words: &[&str]| match words.len() {
            0 => HashMap::new(),
            n if n < SHINGLE => counts(std::iter::once(words.join(" "))),
            _ => counts(words.windows(SHINGLE).map(|w| w.join(" "))),
        };
        Self::of(&shingles(&gold), &shingles(&found))
    }

    /// By words in lower case.
    #[must_use]
    pub fn by_words(gold: &str, found: &str) -> Self {
        let (gold, found) = (gold.to_lowercase(), found.to_lowercase());
        Self::of(
            &counts(words(&gold).into_iter()),
            &counts(words(&found).into_iter()),
        )
    }

    /// Harmonic mean of both.
    #[must_use]
    pub fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 {
            2.0 * self.precision * self.recall / sum
        } else {
            0.0
        }
    }

    /// The mean of the pages.
    #[must_use]
    pub fn mean(all: &[Self]) -> Self {
        let n = all.len().max(1) as f64;
        Self {
            precision: all.iter().map(|s| s.precision).sum::<f64>() / n,
            recall: all.iter().map(|s| s.recall).sum::<f64>() / n,
        }
    }
}

/// The scores of all pages, of the article, of its body blocks and of the whole text.
///
/// # Errors
/// Where the benchmark cannot be read.
pub fn run(data: &Path, show: bool) -> Result<String, String> {
    let pages = pages(data)?;
    let articles: Vec<Option<Article>> = pages.iter().map(read).collect();
    let mut out = String::new();
    for (name, part) in [
        ("article", Part::Article),
        ("body blocks", Part::Body),
        ("whole text", Part::Text),
    ] {
        let found: Vec<String> = articles
            .iter()
            .map(|a| a.as_ref().map(|a| words_of(a, part)).unwrap_or_default())
            .collect();
        let pairs = || pages.iter().zip(&found);
        let shingles: Vec<Shares> = pairs().map(|(p, f)| Shares::by_shingles(&p.gold, f)).collect();
        let by_words: Vec<f64> = pairs().map(|(p, f)| Shares::by_words(&p.gold, f).f1()).collect();
        let mean = Shares::mean(&shingles);
        let _ = writeln!(
            out,
            "{name}: shingles P {:.3}  R {:.3}  F1 {:.3}, word F1 {:.3} ({} pages)",
            mean.precision,
            mean.recall,
            mean.f1(),
            by_words.iter().sum::<f64>() / by_words.len().max(1) as f64,
            pages.len()
        );
        if show && part == Part::Article {
            for (page, shares) in pages.iter().zip(&shingles).filter(|(_, s)| s.f1() < 0.97) {
                let _ = writeln!(
                    out,
                    "  {}  P {:.3}  R {:.3}",
                    page.id, shares.precision, shares.recall
                );
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_count_as_the_benchmark_does() {
        let same = Shares::by_shingles("a b c d e", "a b c d e");
        assert_eq!((same.precision, same.recall), (1.0, 1.0));
        let half = Shares::by_shingles("a b c d e", "a b c d x y");
        assert!((half.precision - 1.0 / 3.0).abs() < 1e-9 && (half.recall - 0.5).abs() < 1e-9);
        let none = Shares::by_shingles("a b c d", "");
        assert_eq!((none.precision, none.recall), (0.0, 0.0));
        assert_eq!(words("ferry 港口opens"), ["ferry", "港", "口", "opens"]);
        assert_eq!(Shares::by_shingles("", "").f1(), 1.0);
        assert!((Shares::by_words("A b", "a c").f1() - 0.5).abs() < 1e-9);
    }
}
