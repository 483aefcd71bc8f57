//! Statement pairs read by hand: do the sentences that say the same stand in one row of the record?
//!
//! A row of `eval/gold/statement-pairs.tsv` names two sentences of two articles of one event by code points,
//! and says whether they are the `same`, one is `contained` in the other, or they are `different`. The
//! record is built event by event. A pair counts as joined where one row has a report in both sentences;
//! it is right where gold says `same` or `contained`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use dossier::model::{AnnotatedArticle, Article, ArticleId, Span, Story};
use dossier::{annotate, relate};
use rayon::prelude::*;

use super::{Counts, read_lines};

const GOLD: &str = "eval/gold/statement-pairs.tsv";

/// A sentence by its article and code points.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    article: String,
    start: usize,
    end: usize,
}

/// What the annotator said of two sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    part: String,
    sides: [Place; 2],
    label: String,
}

impl Pair {
    fn is_joined(&self) -> bool {
        self.label != "different"
    }
}

fn parse(text: &str) -> Result<Vec<Pair>, String> {
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.starts_with('#')) {
        let told = |what: &str| format!("{GOLD}:{}: {what}", n + 1);
        let fields: Vec<&str> = line.split('\t').collect();
        let [part, one, one_start, one_end, two, two_start, two_end, label] = fields[..] else {
            return Err(told("a row has eight fields"));
        };
        if !matches!(label, "same" | "contained" | "different") {
            return Err(told("the label is same, contained or different"));
        }
        let place = |article: &str, start: &str, end: &str| {
            let number = |t: &str| t.parse::<usize>().map_err(|_| told("an offset is no number"));
            Ok::<_, String>(Place {
                article: article.to_owned(),
                start: number(start)?,
                end: number(end)?,
            })
        };
        out.push(Pair {
            part: part.to_owned(),
            sides: [place(one, one_start, one_end)?, place(two, two_start, two_end)?],
            label: label.to_owned(),
        });
    }
    Ok(out)
}

/// The words of a place as a span of the article that was read, whose text may be composed otherwise.
fn span_of(article: &Article, raw: &str, place: &Place) -> Option<Span> {
    let words: String = raw
        .chars()
        .skip(place.start)
        .take(place.end - place.start)
        .collect();
    let before = raw.char_indices().nth(place.start).map_or(0, |(i, _)| i);
    let (at, _) = article
        .text()
        .match_indices(words.as_str())
        .min_by_key(|(i, _)| i.abs_diff(before))?;
    Some(Span::new(at, at + words.len()))
}

/// The rows of the stories that report the sentence at `span`: they share half of the shorter one's bytes.
fn rows_of(stories: &[Story], article: &ArticleId, span: Span) -> BTreeSet<(usize, usize)> {
    let mut out = BTreeSet::new();
    for (s, story) in stories.iter().enumerate() {
        for (r, row) in story.statements.iter().enumerate() {
            let tells = row.reports.iter().any(|report| {
                let cite = &report.cite;
                cite.article == *article
                    && cite
                        .span
                        .intersection(span)
                        .is_some_and(|shared| shared.len() * 2 >= cite.span.len().min(span.len()))
            });
            if tells {
                out.insert((s, r));
            }
        }
    }
    out
}

/// The features of the pairs of one part, a line each: event, label, what keeps the two apart, features; a pair
/// that is not in the record is left out. What the scorer is fitted on.
///
/// # Errors
/// Where the pairs or the corpus cannot be read.
pub fn features(data: &Path, part: &str) -> Result<String, String> {
    let corpus = Corpus::open(data, part)?;
    let mut out = format!(
        "event\tlabel\tconflict\t{}\n",
        relate::STATEMENT_FEATURES.join("\t")
    );
    for (event, articles) in &corpus.events {
        let pairs: Vec<&Pair> = corpus
            .pairs
            .iter()
            .filter(|p| corpus.event_of(&p.sides[0]) == *event)
            .collect();
        let mut rows = Vec::new();
        for pair in pairs {
            let side = |n: usize| {
                let article = articles.iter().find(|a| a.id.as_str() == pair.sides[n].article)?;
                Some((
                    article.id.clone(),
                    span_of(
                        article,
                        &corpus.raw.get(&pair.sides[n].article)?.1,
                        &pair.sides[n],
                    )?,
                ))
            };
            if let (Some(a), Some(b)) = (side(0), side(1)) {
                rows.push((&pair.label, [a, b]));
            }
        }
        let places: Vec<_> = rows.iter().map(|r| r.1.clone()).collect();
        let found = relate::compare_statements(&annotate_all(articles.clone()), &places, dossier::VOCABULARY);
        for ((label, _), likeness) in rows.iter().zip(found) {
            if let Some(likeness) = likeness {
                let values: Vec<String> = likeness.features.iter().map(|f| format!("{f:.4}")).collect();
                let conflict = likeness.apart.map_or_else(String::new, |c| format!("{c:?}"));
                let _ = writeln!(out, "{event}\t{label}\t{conflict}\t{}", values.join("\t"));
            }
        }
    }
    Ok(out)
}

fn annotate_all(articles: Vec<Article>) -> Vec<AnnotatedArticle> {
    articles
        .into_par_iter()
        .map(|article| AnnotatedArticle {
            notes: annotate::annotate(&article),
            article,
        })
        .collect()
}

/// The pairs of one part with the articles they are in.
struct Corpus {
    pairs: Vec<Pair>,
    /// Event and text by article.
    raw: BTreeMap<String, (String, String)>,
    events: BTreeMap<String, Vec<Article>>,
}

impl Corpus {
    fn open(data: &Path, part: &str) -> Result<Self, String> {
        let text = std::fs::read_to_string(GOLD).map_err(|e| format!("{GOLD}: {e}"))?;
        let paths = ["news-events", "ecbplus"].map(|n| data.join(format!("stories/{n}.jsonl.gz")));
        let mut out = Self {
            pairs: parse(&text)?.into_iter().filter(|p| p.part == part).collect(),
            raw: BTreeMap::new(),
            events: BTreeMap::new(),
        };
        for row in paths
            .iter()
            .map(|p| read_lines(p))
            .collect::<Result<Vec<_>, _>>()?
            .concat()
        {
            let field = |f: &str| row[f].as_str().unwrap_or("").to_owned();
            out.raw.insert(field("id"), (field("story"), field("text")));
        }
        let wanted: BTreeSet<String> = out.pairs.iter().map(|p| out.event_of(&p.sides[0])).collect();
        for path in &paths {
            for article in crate::chain::articles(path)?.0 {
                let event = out.raw.get(article.id.as_str()).map(|r| r.0.clone());
                if let Some(event) = event.filter(|e| wanted.contains(e)) {
                    out.events.entry(event).or_default().push(article);
                }
            }
        }
        Ok(out)
    }

    fn event_of(&self, place: &Place) -> String {
        self.raw
            .get(&place.article)
            .map(|r| r.0.clone())
            .unwrap_or_default()
    }

    fn words(&self, place: &Place) -> String {
        self.raw.get(&place.article).map_or(String::new(), |(_, text)| {
            text.chars()
                .skip(place.start)
                .take(place.end - place.start)
                .collect()
        })
    }
}

/// Builds the record of every event and compares its statements with the pairs of one part: `tune` or
/// `report`.
///
/// # Errors
/// Where the pairs or the corpus cannot be read.
pub fn run(data: &Path, part: &str, show: bool) -> Result<String, String> {
    let corpus = Corpus::open(data, part)?;
    let (pairs, raw) = (&corpus.pairs, &corpus.raw);
    let records: BTreeMap<&String, dossier::model::Dossier> = (corpus.events.iter())
        .map(|(event, articles)| {
            (
                event,
                dossier::compare(
                    annotate_all(articles.clone()),
                    Vec::new(),
                    &relate::Settings::default(),
                ),
            )
        })
        .collect();
    let (mut joined, mut sentences, mut apart) = (Counts::default(), Counts::default(), 0usize);
    let mut by_label: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut out = String::new();
    for pair in pairs {
        let event = corpus.event_of(&pair.sides[0]);
        let record = records
            .get(&event)
            .ok_or_else(|| format!("{event}: no such event"))?;
        let mut rows = Vec::new();
        for side in &pair.sides {
            // What the reader leaves out of an article is in no row.
            let tells = raw
                .get(&side.article)
                .zip(record.articles.iter().find(|a| a.id.as_str() == side.article))
                .and_then(|((_, text), article)| Some((&article.id, span_of(article, text, side)?)))
                .map(|(article, span)| rows_of(&record.stories, article, span))
                .unwrap_or_default();
            sentences.gold += 1;
            sentences.found += usize::from(!tells.is_empty());
            sentences.right += usize::from(!tells.is_empty());
            rows.push(tells);
        }
        let stories = |n: usize| -> BTreeSet<usize> { rows[n].iter().map(|r| r.0).collect() };
        let both_told = !rows[0].is_empty() && !rows[1].is_empty();
        apart += usize::from(both_told && stories(0).is_disjoint(&stories(1)));
        let found = !rows[0].is_disjoint(&rows[1]);
        let right = found && pair.is_joined();
        let count = by_label.entry(&pair.label).or_default();
        for c in [&mut joined, count] {
            c.gold += usize::from(pair.is_joined());
            c.found += usize::from(found);
            c.right += usize::from(right);
        }
        if show && found != pair.is_joined() {
            let what = match (found, both_told) {
                (true, _) => "joined, and should not be",
                (false, true) => "not joined",
                (false, false) => "not joined, no statement",
            };
            let _ = writeln!(
                out,
                "{} {what}\n  {}\n  {}",
                pair.label,
                corpus.words(&pair.sides[0]),
                corpus.words(&pair.sides[1])
            );
        }
    }
    let _ = writeln!(out, "{part}: {} pairs, {} positive", pairs.len(), joined.gold);
    let _ = writeln!(out, "joined  {joined}");
    for label in ["same", "contained"] {
        let c = by_label.get(label).copied().unwrap_or_default();
        let _ = writeln!(
            out,
            "{label}: recall {:.3}  ({} of {})",
            c.recall(),
            c.right,
            c.gold
        );
    }
    let _ = writeln!(
        out,
        "sentences that are in the record {:.3}  ({} of {}); pairs whose articles stand in two stories {apart}",
        sentences.recall(),
        sentences.right,
        sentences.gold
    );
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_with_its_places() {
        let pairs = parse("# head\ntune\ta\t0\t5\tb\t7\t9\tcontained\n").expect("rows");
        assert_eq!(pairs.len(), 1);
        assert_eq!((pairs[0].sides[1].start, pairs[0].sides[1].end), (7, 9));
        assert!(pairs[0].is_joined());
        assert!(parse("tune\ta\t0\t5\tb\t7\t9\tmaybe").is_err());
        assert!(parse("tune\ta\t0\tb\t7\t9\tsame").is_err());
    }
}
