//! Pairs of numbers in two articles of one event, labelled by hand: does the record join them, and as what.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use dossier::model::{AnnotatedArticle, Article, Dossier, Figure, Quantity, Span};
use dossier::{annotate, relate};
use rayon::prelude::*;

use super::{Counts, read_lines};

/// The labels, in the order of the report.
const LABELS: [&str; 6] = [
    "unrelated",
    "same",
    "compatible",
    "by-basis",
    "different",
    "series",
];

/// A number of the corpus: the article and the code points of its words in the row's text.
#[derive(Debug, Clone)]
struct Place {
    article: String,
    start: usize,
    end: usize,
}

/// Two numbers and their label.
#[derive(Debug, Clone)]
struct Pair {
    sides: [Place; 2],
    label: String,
}

/// What the record holds of a number.
#[derive(Debug, Clone)]
enum Found<'a> {
    /// The number was not read as a quantity.
    Nothing,
    /// It is a quantity of no figure.
    Quantity,
    /// It is this report of this figure.
    Report {
        quantity: &'a Quantity,
        figure: &'a Figure,
        report: usize,
    },
}

/// The pairs of one part by story.
fn parse_gold(text: &str, part: &str) -> Result<BTreeMap<String, Vec<Pair>>, String> {
    let mut out: BTreeMap<String, Vec<Pair>> = BTreeMap::new();
    for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.starts_with('#')) {
        let wrong = || format!("eval/gold/figure-pairs.tsv:{}: not nine fields", n + 1);
        let f: Vec<&str> = line.split('\t').collect();
        let [of, story, a, a0, a1, b, b0, b1, label] = f[..] else {
            return Err(wrong());
        };
        let place = |article: &str, start: &str, end: &str| {
            Some(Place {
                article: article.to_owned(),
                start: start.parse().ok()?,
                end: end.parse().ok()?,
            })
        };
        let (Some(a), Some(b)) = (place(a, a0, a1), place(b, b0, b1)) else {
            return Err(wrong());
        };
        if of == part {
            out.entry(story.to_owned()).or_default().push(Pair {
                sides: [a, b],
                label: label.to_owned(),
            });
        }
    }
    Ok(out)
}

/// Where the words of a place stand in the article as it was read: found by the letters and digits around them,
/// since reading drops lines and changes spaces.
fn locate(raw: &str, place: &Place, text: &str) -> Option<Span> {
    let kept = |c: char| c.is_alphanumeric() || c == '$' || c == '£' || c == '€';
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| kept(*c)).collect();
    let raw: Vec<char> = raw.chars().collect();
    let pick = |from: usize, to: usize| -> Vec<char> {
        let range = raw.get(from..to.min(raw.len())).unwrap_or(&[]);
        range.iter().copied().filter(|c| kept(*c)).collect()
    };
    let word = pick(place.start, place.end);
    let before = pick(place.start.saturating_sub(40), place.start);
    let after = pick(place.end, place.end + 25);
    let whole: Vec<char> = [before.clone(), word.clone(), after].concat();
    let found = letters
        .windows(whole.len())
        .position(|w| w.iter().map(|(_, c)| c).eq(whole.iter()))?;
    let first = letters.get(found + before.len())?.0;
    let last = letters.get(found + before.len() + word.len() - 1)?;
    Some(Span::new(first, last.0 + last.1.len_utf8()))
}

/// The report of the record that states the number at a span.
fn find<'a>(read: &'a AnnotatedArticle, span: Span, dossier: &'a Dossier) -> Found<'a> {
    let Some(q) = read.notes.quantities.iter().find(|q| q.span.overlaps(span)) else {
        return Found::Nothing;
    };
    let figures = dossier.stories.iter().flat_map(|s| &s.figures);
    for figure in figures {
        let told = figure.reports.iter().position(|r| {
            r.cite.article == read.article.id
                && r.cite.span.contains(q.span)
                && (r.value, r.low, r.high) == (q.value.value, q.value.low, q.value.high)
                && r.unit == q.value.unit
        });
        if let Some(report) = told {
            return Found::Report {
                quantity: &q.value,
                figure,
                report,
            };
        }
    }
    Found::Quantity
}

/// What the record says of two numbers.
fn class_of(a: &Found<'_>, b: &Found<'_>) -> &'static str {
    let (
        Found::Report {
            figure,
            report: i,
            quantity: x,
            ..
        },
        Found::Report {
            figure: other,
            report: j,
            quantity: y,
            ..
        },
    ) = (a, b)
    else {
        return "unrelated";
    };
    if !std::ptr::eq(*figure, *other) {
        return "unrelated";
    }
    relate::figure::relation(figure, (*i, x), (*j, y))
}

/// Scores one part: `tune` (odd events) or `report` (even ones). With `show`, lists what differs.
///
/// # Errors
/// Where the corpus or the labels cannot be read.
pub fn run(data: &Path, part: &str, show: bool) -> Result<String, String> {
    let gold = std::fs::read_to_string("eval/gold/figure-pairs.tsv")
        .map_err(|e| format!("eval/gold/figure-pairs.tsv: {e}"))?;
    let gold = parse_gold(&gold, part)?;
    let path = data.join("stories/news-events.jsonl.gz");
    let mut raw: BTreeMap<String, String> = BTreeMap::new();
    let mut stories: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in read_lines(&path)? {
        let field = |f: &str| row[f].as_str().unwrap_or("").to_owned();
        let number = field("story").split('-').next().unwrap_or("").to_owned();
        stories.entry(number).or_default().insert(field("id"));
        raw.insert(field("id"), field("text"));
    }
    let (articles, _) = crate::chain::articles(&path)?;
    let wanted = |a: &Article| {
        gold.keys()
            .any(|s| stories.get(s).is_some_and(|ids| ids.contains(a.id.as_str())))
    };
    let read: Vec<AnnotatedArticle> = articles
        .into_par_iter()
        .filter(wanted)
        .map(|article| AnnotatedArticle {
            notes: annotate::annotate(&article),
            article,
        })
        .collect();
    let mut out = String::new();
    let mut table: BTreeMap<(&'static str, &'static str), usize> = BTreeMap::new();
    let (mut numbers, mut quantities, mut reports) = (0, 0, 0);
    for (story, pairs) in &gold {
        let of_story = stories.get(story);
        let mine: Vec<AnnotatedArticle> = read
            .iter()
            .filter(|a| of_story.is_some_and(|ids| ids.contains(a.article.id.as_str())))
            .cloned()
            .collect();
        let dossier = dossier::compare(mine.clone(), Vec::new(), &relate::Settings::default());
        for pair in pairs {
            let found: Vec<Found<'_>> = pair
                .sides
                .iter()
                .map(|p| {
                    let side = mine.iter().find(|a| a.article.id.as_str() == p.article);
                    let text = raw.get(&p.article).map_or("", String::as_str);
                    side.and_then(|a| Some(find(a, locate(text, p, a.article.text())?, &dossier)))
                        .unwrap_or(Found::Nothing)
                })
                .collect();
            let [a, b] = &found[..] else { continue };
            numbers += 2;
            quantities += found.iter().filter(|f| !matches!(f, Found::Nothing)).count();
            reports += found.iter().filter(|f| matches!(f, Found::Report { .. })).count();
            let label = LABELS
                .iter()
                .find(|l| **l == pair.label)
                .copied()
                .unwrap_or("unrelated");
            let class = class_of(a, b);
            *table.entry((label, class)).or_default() += 1;
            if show && label != class {
                let _ = writeln!(out, "story {story}: {label}, found {class}");
                for (side, f) in pair.sides.iter().zip(&found) {
                    let _ = writeln!(out, "    {}", told(raw.get(&side.article), side, f));
                }
            }
        }
    }
    let total: usize = table.values().sum();
    let right = |l: &str| table.get(&(l, l)).copied().unwrap_or(0);
    let all: usize = LABELS.iter().map(|l| right(l)).sum();
    let _ = writeln!(
        out,
        "figure pairs, {part} part: {total} pairs, class right {:.3} ({all})",
        all as f64 / total.max(1) as f64
    );
    // The record's agreement has five values: a series is compatible.
    let value = |l: &'static str| if l == "series" { "compatible" } else { l };
    let agree: usize = table
        .iter()
        .filter(|((l, c), _)| value(l) == value(c))
        .map(|(_, n)| n)
        .sum();
    let _ = writeln!(
        out,
        "agreement value right    {:.3} ({agree})",
        agree as f64 / total.max(1) as f64
    );
    let joined = Counts {
        gold: table
            .iter()
            .filter(|((l, _), _)| *l != "unrelated")
            .map(|(_, n)| n)
            .sum(),
        found: table
            .iter()
            .filter(|((_, c), _)| *c != "unrelated")
            .map(|(_, n)| n)
            .sum(),
        right: LABELS
            .iter()
            .filter(|l| **l != "unrelated")
            .map(|l| right(l))
            .sum(),
    };
    let _ = writeln!(out, "joined, class right    {joined}");
    for label in LABELS {
        let counts = Counts {
            gold: table
                .iter()
                .filter(|((l, _), _)| *l == label)
                .map(|(_, n)| n)
                .sum(),
            found: table
                .iter()
                .filter(|((_, c), _)| *c == label)
                .map(|(_, n)| n)
                .sum(),
            right: right(label),
        };
        let _ = writeln!(out, "{label:<12} {counts}");
    }
    let _ = write!(
        out,
        "of {numbers} numbers, {quantities} were read as quantities, {reports} are reports of a figure"
    );
    Ok(out)
}

/// A side of a pair for the eye.
fn told(raw: Option<&String>, place: &Place, found: &Found<'_>) -> String {
    let chars: Vec<char> = raw.map_or("", String::as_str).chars().collect();
    let part = |from: usize, to: usize| -> String {
        let range = chars
            .get(from.min(chars.len())..to.min(chars.len()))
            .unwrap_or(&[]);
        range
            .iter()
            .map(|c| if c.is_whitespace() { ' ' } else { *c })
            .collect()
    };
    let words = format!(
        "{}[{}]{}",
        part(place.start.saturating_sub(70), place.start),
        part(place.start, place.end),
        part(place.end, place.end + 60)
    );
    let state = match found {
        Found::Nothing => "not read".to_owned(),
        Found::Quantity => "no figure".to_owned(),
        Found::Report { figure, .. } => format!("{} “{}”", figure.id.as_str(), figure.measure),
    };
    format!("{words} ({state})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_past_dropped_lines_and_other_spaces() {
        let raw = "Advertisement\nThe mill burned.\u{a0} At least  12 people fled, 12 more hid.";
        let start = raw.chars().count() - "12 more hid.".len();
        let place = Place {
            article: String::new(),
            start,
            end: start + 2,
        };
        let text = "The mill burned. At least 12 people fled, 12 more hid.";
        let span = locate(raw, &place, text).expect("found");
        assert_eq!(span.of(text), "12");
        assert_eq!(span.start as usize, text.rfind("12").unwrap_or(0));
    }

    #[test]
    fn gold_lines_have_nine_fields() {
        let line = "tune\t3\ta\t1\t2\tb\t3\t4\tsame";
        let gold = parse_gold(&format!("# head\n{line}"), "tune").expect("gold");
        assert_eq!(gold.get("3").map(Vec::len), Some(1));
        assert!(parse_gold(line, "report").expect("gold").is_empty());
        assert!(parse_gold("tune\t3\ta", "tune").is_err());
    }
}
