//! Copied passages of news events against labels made by hand (`eval/gold/copy-pairs.tsv`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;

use dossier::model::{Article, Cite, CopyKind};

use super::read_lines;

/// Words on the shorter side from which a passage counts.
const LEAST_WORDS: usize = 20;
/// Share of a passage's characters that must lie in the other side's passages.
const COVERED: f64 = 0.8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Copy,
    Independent,
    Boilerplate,
    Doubtful,
}

/// A passage in two rows of the corpus, as ranges of code points of their raw text; `left` stands earlier in the file.
#[derive(Debug, Clone)]
struct Pair {
    left: usize,
    right: usize,
    left_range: Range<usize>,
    right_range: Range<usize>,
}

#[derive(Debug, Clone)]
struct Gold {
    half: String,
    pair: Pair,
    words: usize,
    label: Label,
    is_quotation: bool,
}

/// A row of the corpus with the places of its letters and digits, which the reader of articles never changes.
struct Row {
    id: String,
    text: Vec<char>,
    letters: Vec<usize>,
    half: &'static str,
}

impl Row {
    fn letters_of(text: &[char]) -> Vec<usize> {
        (0..text.len()).filter(|&i| text[i].is_alphanumeric()).collect()
    }

    /// How many of the row's letters lie in both ranges.
    fn shared(&self, a: &Range<usize>, b: &Range<usize>) -> usize {
        self.inside(&(a.start.max(b.start)..a.end.min(b.end)))
    }

    fn inside(&self, range: &Range<usize>) -> usize {
        let below = |end: usize| self.letters.partition_point(|&l| l < end);
        below(range.end).saturating_sub(below(range.start))
    }

    /// The words of a range, each with its place.
    fn words_at(&self, range: &Range<usize>) -> Vec<(Range<usize>, String)> {
        let is_inside = |i: usize| {
            let joins = |i: usize| self.text.get(i).is_some_and(|c| c.is_alphanumeric());
            joins(i)
                || matches!(self.text[i], '\'' | '’' | '.' | ',') && i > 0 && joins(i - 1) && joins(i + 1)
        };
        let mut out: Vec<(Range<usize>, String)> = Vec::new();
        for i in range.clone().filter(|&i| is_inside(i)) {
            let letters = self.text[i].to_lowercase().filter(|c| c.is_alphanumeric());
            match out.last_mut() {
                Some((at, word)) if at.end == i => {
                    at.end = i + 1;
                    word.extend(letters);
                }
                _ => out.push((i..i + 1, letters.collect())),
            }
        }
        out
    }

    fn show(&self, range: &Range<usize>) -> String {
        let text: String = self.text[range.clone()].iter().collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Scores the passages that `dossier copies` finds in the `half` of the events.
///
/// # Errors
/// Where the corpus or the labels cannot be read, or an article's letters are not those of its row.
pub fn run(data: &Path, half: &str, show: bool) -> Result<String, String> {
    let path = data.join("stories/news-events.jsonl.gz");
    let rows = rows(&path)?;
    let gold = labels(Path::new("eval/gold/copy-pairs.tsv"), &rows)?;
    let (articles, _) = crate::chain::articles(&path)?;
    let found = found(articles, &rows)?;
    Ok(report(&rows, &gold, &found, half, show))
}

fn rows(path: &Path) -> Result<Vec<Row>, String> {
    let lines = read_lines(path)?;
    let field = |row: &serde_json::Value, f: &str| row[f].as_str().unwrap_or("").to_owned();
    let stories: BTreeSet<String> = lines.iter().map(|r| field(r, "story")).collect();
    let halves: BTreeMap<String, &'static str> = stories
        .into_iter()
        .zip(["tune", "report"].into_iter().cycle())
        .collect();
    Ok(lines
        .iter()
        .map(|r| {
            let text: Vec<char> = field(r, "text").chars().collect();
            Row {
                id: field(r, "id"),
                letters: Row::letters_of(&text),
                text,
                half: halves[&field(r, "story")],
            }
        })
        .collect())
}

fn labels(path: &Path, rows: &[Row]) -> Result<Vec<Gold>, String> {
    let told = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let text = std::fs::read_to_string(path).map_err(|e| told(&e))?;
    let place = |id: &str| rows.iter().position(|r| r.id == id);
    let parse = |line: &str| -> Option<Gold> {
        let f: Vec<&str> = line.split('\t').collect();
        let number = |i: usize| f.get(i)?.parse::<usize>().ok();
        Some(Gold {
            half: (*f.first()?).to_owned(),
            pair: Pair {
                left: place(f.get(1)?)?,
                right: place(f.get(2)?)?,
                left_range: number(3)?..number(4)?,
                right_range: number(5)?..number(6)?,
            },
            words: number(7)?,
            label: match *f.get(8)? {
                "copy" => Label::Copy,
                "independent" => Label::Independent,
                "boilerplate" => Label::Boilerplate,
                "doubtful" => Label::Doubtful,
                _ => return None,
            },
            is_quotation: f.get(9).is_some_and(|n| *n == "quotation"),
        })
    };
    let mut out = Vec::new();
    for (i, line) in text.lines().enumerate().skip(1) {
        out.push(parse(line).ok_or_else(|| told(&format!("line {}: is no label", i + 1)))?);
    }
    Ok(out)
}

/// A passage that was found, and whether it is told as news.
struct Found {
    pair: Pair,
    is_news: bool,
}

fn found(articles: Vec<Article>, rows: &[Row]) -> Result<Vec<Found>, String> {
    let record = dossier::copies(articles, &|_| {});
    let mut sides: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
    for article in &record.articles {
        let id = article.id.as_str();
        let place = rows.iter().position(|r| r.id == id);
        let place = place.ok_or_else(|| format!("{id}: is no row of the corpus"))?;
        sides.insert(id, (place, places(article, &rows[place])?));
    }
    let side = |cite: &Cite| -> Option<(usize, Range<usize>)> {
        let article = record.article(&cite.article)?;
        let (place, places) = sides.get(cite.article.as_str())?;
        let letters = |to: u32| -> usize {
            let text = article.text().get(..to as usize).unwrap_or("");
            text.chars().filter(|c| c.is_alphanumeric()).count()
        };
        let (from, to) = (letters(cite.span.start), letters(cite.span.end));
        let (start, end) = (*places.get(from)?, *places.get(to.checked_sub(1)?)? + 1);
        // What stands in the title alone is no passage of the text.
        (end > 1).then_some((*place, start..end))
    };
    let copies = record.stories.iter().flat_map(|s| &s.copies);
    Ok(copies
        .filter_map(|c| {
            let (mut a, mut b) = (side(&c.from)?, side(&c.to)?);
            if a.0 > b.0 {
                std::mem::swap(&mut a, &mut b);
            }
            Some(Found {
                pair: Pair {
                    left: a.0,
                    right: b.0,
                    left_range: a.1,
                    right_range: b.1,
                },
                is_news: c.kind == CopyKind::News,
            })
        })
        .collect())
}

/// For each letter of the row its place in the row's raw text, behind as many zeros as the title in front of the
/// article's text has letters.
fn places(article: &Article, row: &Row) -> Result<Vec<usize>, String> {
    let own: Vec<char> = article.text().chars().filter(|c| c.is_alphanumeric()).collect();
    let raw: Vec<char> = row.letters.iter().map(|&i| row.text[i]).collect();
    if !own.ends_with(&raw) {
        return Err(format!("{}: the article's letters are not the row's", row.id));
    }
    let mut out = vec![0; own.len() - raw.len()];
    out.extend(&row.letters);
    Ok(out)
}

/// What of a passage counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// The words that stand in both sides in the same order.
    Shared,
    /// All words, those too that one side alone has.
    All,
}

/// Share of `of` that the passages of `by` hold, on the side that holds less.
fn covered<'a>(rows: &[Row], of: &Pair, by: impl Iterator<Item = &'a Pair>, measure: Measure) -> f64 {
    let (l, r) = (&rows[of.left], &rows[of.right]);
    let (mut left, mut right) = (BTreeSet::new(), BTreeSet::new());
    for p in by.filter(|p| (p.left, p.right) == (of.left, of.right)) {
        // Both sides have to meet, or a text that stands twice would vouch for another.
        if l.shared(&of.left_range, &p.left_range) > 0 && r.shared(&of.right_range, &p.right_range) > 0 {
            left.extend(of.left_range.start.max(p.left_range.start)..of.left_range.end.min(p.left_range.end));
            right.extend(
                of.right_range.start.max(p.right_range.start)..of.right_range.end.min(p.right_range.end),
            );
        }
    }
    let (a, b) = (l.words_at(&of.left_range), r.words_at(&of.right_range));
    let counted = match measure {
        Measure::Shared => in_order(&a, &b),
        Measure::All => ((0..a.len()).collect(), (0..b.len()).collect()),
    };
    let share = |words: &[(Range<usize>, String)], counted: &[usize], held: &BTreeSet<usize>| {
        let held = counted
            .iter()
            .filter(|&&i| held.contains(&words[i].0.start))
            .count();
        held as f64 / counted.len().max(1) as f64
    };
    share(&a, &counted.0, &left).min(share(&b, &counted.1, &right))
}

/// Places of the words that two lists have in common in order.
fn in_order(a: &[(Range<usize>, String)], b: &[(Range<usize>, String)]) -> (Vec<usize>, Vec<usize>) {
    let mut best = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for k in (0..b.len()).rev() {
            best[i][k] = if a[i].1 == b[k].1 {
                best[i + 1][k + 1] + 1
            } else {
                best[i + 1][k].max(best[i][k + 1])
            };
        }
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut i, mut k) = (0, 0);
    while i < a.len() && k < b.len() {
        if a[i].1 == b[k].1 {
            left.push(i);
            right.push(k);
            (i, k) = (i + 1, k + 1);
        } else if best[i + 1][k] >= best[i][k + 1] {
            i += 1;
        } else {
            k += 1;
        }
    }
    (left, right)
}

/// Rows of one pair that are one text printed twice on a side: every row's group.
fn groups(rows: &[Row], gold: &[&Gold]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..gold.len()).collect();
    for i in 0..gold.len() {
        for k in 0..i {
            let (a, b) = (&gold[i].pair, &gold[k].pair);
            let twice = |row: usize, x: &Range<usize>, y: &Range<usize>| {
                let least = rows[row].inside(x).min(rows[row].inside(y));
                rows[row].shared(x, y) * 2 > least
            };
            if (a.left, a.right) == (b.left, b.right)
                && (twice(a.left, &a.left_range, &b.left_range)
                    || twice(a.right, &a.right_range, &b.right_range))
            {
                let (from, to) = (group[i].max(group[k]), group[i].min(group[k]));
                group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
            }
        }
    }
    group
}

/// Precision, recall and what was wrong, by one measure.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    /// Whether each labelled copy was found, and whether it is a quotation.
    gold: Vec<(bool, bool)>,
    /// What was missed and what is wrong, in words.
    told: String,
}

impl Score {
    fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    fn recall(&self, of: impl Fn(bool) -> bool) -> (f64, usize, usize) {
        let of: Vec<bool> = self.gold.iter().filter(|g| of(g.1)).map(|g| g.0).collect();
        let found = of.iter().filter(|f| **f).count();
        (found as f64 / of.len().max(1) as f64, found, of.len())
    }
}

fn score(rows: &[Row], gold: &[Gold], found: &[Found], half: &str, measure: Measure) -> Score {
    let mut out = Score::default();
    let news = || found.iter().filter(|f| f.is_news).map(|f| &f.pair);
    let told = |p: &Pair| {
        let (l, r) = (&rows[p.left], &rows[p.right]);
        format!(
            "{} {}\n      {}\n      {}",
            l.id,
            r.id,
            l.show(&p.left_range),
            r.show(&p.right_range)
        )
    };
    let copies: Vec<&Gold> = (gold.iter())
        .filter(|g| g.half == half && g.label == Label::Copy && g.words >= LEAST_WORDS)
        .collect();
    let mut by_group: BTreeMap<usize, (bool, bool)> = BTreeMap::new();
    for (g, group) in copies.iter().zip(groups(rows, &copies)) {
        let entry = by_group.entry(group).or_insert((false, g.is_quotation));
        entry.0 |= covered(rows, &g.pair, news(), measure) >= COVERED;
    }
    for (group, (_, _)) in by_group.iter().filter(|(_, g)| !g.0) {
        let _ = writeln!(out.told, "  missed {}", told(&copies[*group].pair));
    }
    out.gold = by_group.into_values().collect();
    let labelled = |labels: &'static [Label]| {
        let rows = gold.iter().filter(|g| labels.contains(&g.label));
        rows.map(|g| &g.pair)
    };
    let words = |row: usize, range: &Range<usize>| rows[row].words_at(range).len();
    for p in news().filter(|p| rows[p.left].half == half) {
        if words(p.left, &p.left_range).min(words(p.right, &p.right_range)) < LEAST_WORDS {
            continue;
        }
        if covered(rows, p, labelled(&[Label::Copy]), measure) >= COVERED {
            out.right += 1;
        } else if covered(rows, p, labelled(&[Label::Copy, Label::Doubtful]), measure) >= COVERED {
            continue;
        } else {
            let _ = writeln!(out.told, "  wrong {}", told(p));
        }
        out.found += 1;
    }
    out
}

fn report(rows: &[Row], gold: &[Gold], found: &[Found], half: &str, show: bool) -> String {
    let mut out = String::new();
    let line = |s: &Score| {
        let (p, (r, recalled, all)) = (s.precision(), s.recall(|_| true));
        let f1 = 2.0 * p * r / (p + r).max(f64::MIN_POSITIVE);
        let (right, found) = (s.right, s.found);
        format!(
            "P {p:.3}  R {r:.3}  F1 {f1:.3}  ({right} right of {found} found, {recalled} found of {all} gold)"
        )
    };
    let shared = score(rows, gold, found, half, Measure::Shared);
    let all = score(rows, gold, found, half, Measure::All);
    let _ = writeln!(out, "passages of {LEAST_WORDS} words and more: {}", line(&shared));
    for (name, quotations) in [("quotations alone", true), ("other text", false)] {
        let (r, recalled, all) = shared.recall(|is_quotation| is_quotation == quotations);
        let _ = writeln!(out, "  {name}: R {r:.3}  ({recalled} of {all})");
    }
    let _ = writeln!(out, "  with words that one side alone has: {}", line(&all));
    for (name, label) in [
        ("independent", Label::Independent),
        ("boilerplate", Label::Boilerplate),
    ] {
        let rows_of: Vec<&Gold> = (gold.iter())
            .filter(|g| g.half == half && g.label == label)
            .collect();
        let told_as = |is_news: bool| {
            let by = || found.iter().filter(|f| f.is_news == is_news).map(|f| &f.pair);
            let is_told = |g: &&&Gold| covered(rows, &g.pair, by(), Measure::Shared) >= 0.5;
            rows_of.iter().filter(is_told).count()
        };
        let _ = writeln!(
            out,
            "  {name}: {} of {} told as copied news, {} as boilerplate",
            told_as(true),
            rows_of.len(),
            told_as(false)
        );
    }
    if show {
        out.push_str(&shared.told);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Row {
        let text: Vec<char> = text.chars().collect();
        Row {
            id: String::new(),
            letters: Row::letters_of(&text),
            text,
            half: "tune",
        }
    }

    fn pair(left: Range<usize>, right: Range<usize>) -> Pair {
        Pair {
            left: 0,
            right: 1,
            left_range: left,
            right_range: right,
        }
    }

    #[test]
    fn a_passage_is_covered_by_the_side_that_is_covered_less() {
        let rows = [row("a b c d e"), row("a b c d e")];
        let of = pair(0..9, 0..9);
        let by = [pair(0..7, 0..5), pair(6..9, 4..7)];
        assert!((covered(&rows, &of, by.iter(), Measure::All) - 0.8).abs() < 1e-9);
        // One side that does not meet tells nothing.
        assert!(covered(&rows, &pair(0..3, 0..3), [pair(0..3, 6..9)].iter(), Measure::All) < 1e-9);
    }

    #[test]
    fn words_of_one_side_alone_count_on_demand() {
        let rows = [row("a b c d"), row("a b x y c d")];
        let of = pair(0..7, 0..11);
        let by = [pair(0..3, 0..3), pair(4..7, 8..11)];
        assert!((covered(&rows, &of, by.iter(), Measure::Shared) - 1.0).abs() < 1e-9);
        assert!((covered(&rows, &of, by.iter(), Measure::All) - 4.0 / 6.0).abs() < 1e-9);
    }

    #[test]
    fn a_text_printed_twice_is_one() {
        let rows = [row("abcdefghij"), row("abcdefghij abcdefghij")];
        let gold = |right: Range<usize>| Gold {
            half: String::new(),
            pair: pair(0..10, right),
            words: 20,
            label: Label::Copy,
            is_quotation: false,
        };
        let (a, b) = (gold(0..10), gold(11..21));
        assert_eq!(groups(&rows, &[&a, &b]), [0, 0]);
    }
}
