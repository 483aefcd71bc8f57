//! Attributions against PolNeAR.
//!
//! A found attribution is right when some gold one, used once, has a content whose characters overlap with
//! it by at least one half (intersection over union), a source that shares a character with the found
//! source, and a cue that shares a character with the found cue. Where gold has no source or no cue, that
//! part asks nothing; where gold has one and the finding none, the finding is wrong. Gold without content
//! is left out. Pairs are taken greedily by falling overlap.
//!
//! Direct quotations are the gold attributions whose first content starts with a quotation mark: one counts
//! as right when the finding that covers the most of its content has a source that overlaps with gold's.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, Span};
use serde_json::Value;

use super::{Counts, read_lines};

struct Gold {
    content: Vec<Span>,
    cue: Vec<Span>,
    source: Vec<Span>,
}

/// Reads a split of PolNeAR and reports the scores; `show` adds what differs.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, split: &str, show: bool) -> Result<String, String> {
    let rows = read_lines(&data.join(format!("attribution/polnear-{split}.jsonl.gz")))?;
    let (mut all, mut direct) = (Counts::default(), Counts::default());
    let mut content_only = Counts::default();
    let mut source_only = Counts::default();
    let mut cues: BTreeMap<String, Counts> = BTreeMap::new();
    let mut out = String::new();
    for row in &rows {
        let text = row["text"].as_str().unwrap_or("");
        let article = article(row["id"].as_str().unwrap_or(""), text);
        let gold = gold(row, text);
        let quotes = dossier_en::annotate(&article).quotes;
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for (i, g) in gold.iter().enumerate() {
            for (k, q) in quotes.iter().enumerate() {
                let iou = overlap(text, &g.content, &q.value.content);
                if iou >= 0.5 {
                    pairs.push(((iou * 1e6) as usize, i, k));
                }
            }
        }
        pairs.sort_by(|a, b| b.cmp(a));
        let (mut used_gold, mut used) = (vec![false; gold.len()], vec![false; quotes.len()]);
        let (mut near_gold, mut near) = (vec![false; gold.len()], vec![false; quotes.len()]);
        let mut same_source = 0;
        for &(_, i, k) in &pairs {
            let (g, q) = (&gold[i], &quotes[k].value);
            if !near_gold[i] && !near[k] {
                near_gold[i] = true;
                near[k] = true;
                same_source += usize::from(agrees(&g.source, &q.source));
            }
            if !used_gold[i] && !used[k] && agrees(&g.source, &q.source) && agrees(&g.cue, &q.cue) {
                used_gold[i] = true;
                used[k] = true;
            }
        }
        let right = used.iter().filter(|u| **u).count();
        all.gold += gold.len();
        all.found += quotes.len();
        all.right += right;
        content_only.gold += gold.len();
        content_only.found += quotes.len();
        content_only.right += near.iter().filter(|u| **u).count();
        source_only.gold += gold.len();
        source_only.found += quotes.len();
        source_only.right += same_source;
        for (k, q) in quotes.iter().enumerate() {
            let cue = q.value.cue.last().map_or("", |c| c.of(text)).to_lowercase();
            let last = cue.split_whitespace().last().unwrap_or("").to_owned();
            let c = cues
                .entry(format!("{last} {}", q.value.form.as_str()))
                .or_default();
            c.found += 1;
            c.right += usize::from(used[k]);
        }
        for g in &gold {
            let marked = g.content.first().is_some_and(|c| {
                c.of(text).starts_with(['"', '“', '‘', '«'])
                    || c.of(text).starts_with("''")
                    || c.of(text).starts_with("``")
            });
            if !marked || g.source.is_empty() {
                continue;
            }
            direct.gold += 1;
            let best = quotes
                .iter()
                .map(|q| (shared(&g.content, &q.value.content), q))
                .filter(|(n, _)| *n > 0)
                .max_by_key(|(n, q)| {
                    (
                        *n,
                        std::cmp::Reverse(q.value.content.iter().map(|s| s.len()).sum::<usize>()),
                    )
                });
            if let Some((_, q)) = best {
                direct.found += 1;
                direct.right += usize::from(agrees(&g.source, &q.value.source));
            }
            if show && !best.is_some_and(|(_, q)| agrees(&g.source, &q.value.source)) {
                let _ = writeln!(out, "DIRECT {}", line(text, &g.content, &g.cue, &g.source));
                if let Some((_, q)) = best {
                    let _ = writeln!(
                        out,
                        "   got {}",
                        line(text, &q.value.content, &q.value.cue, &q.value.source)
                    );
                }
            }
        }
        if show {
            for (k, q) in quotes.iter().enumerate() {
                if !used[k] {
                    let form = q.value.form.as_str();
                    let _ = writeln!(
                        out,
                        "FALSE {form} {}",
                        line(text, &q.value.content, &q.value.cue, &q.value.source)
                    );
                    let nearest = gold.iter().max_by_key(|g| shared(&g.content, &q.value.content));
                    if let Some(g) = nearest.filter(|g| shared(&g.content, &q.value.content) > 0) {
                        let _ = writeln!(out, "   gold {}", line(text, &g.content, &g.cue, &g.source));
                    }
                }
            }
            for (i, g) in gold.iter().enumerate() {
                if !used_gold[i] {
                    let _ = writeln!(out, "MISS {}", line(text, &g.content, &g.cue, &g.source));
                }
            }
        }
    }
    if show {
        for (cue, c) in &cues {
            let _ = writeln!(out, "CUE {:5} of {:5}  {cue}", c.right, c.found);
        }
    }
    let _ = writeln!(out, "articles             {}", rows.len());
    let _ = writeln!(out, "attributions         {all}");
    let _ = writeln!(out, "  content alone      {content_only}");
    let _ = writeln!(out, "  content and source {source_only}");
    let _ = write!(
        out,
        "direct quotations    right source {:.3} ({} of {}; {} found)",
        direct.recall(),
        direct.right,
        direct.gold,
        direct.found
    );
    Ok(out)
}

/// One body block a paragraph, the first a headline.
fn article(id: &str, text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive("\n\n") {
        let words = part.trim();
        if !words.is_empty() {
            let start = at + part.len() - part.trim_start().len();
            let kind = if blocks.is_empty() {
                BlockKind::Headline
            } else {
                BlockKind::Body
            };
            blocks.push(Block {
                kind,
                span: Span::new(start, start + words.len()),
            });
        }
        at += part.len();
    }
    Article::new(ArticleId::new(id), ArticleDraft::default(), text, blocks)
}

fn gold(row: &Value, text: &str) -> Vec<Gold> {
    // The corpus counts code points.
    let mut bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    bytes.push(text.len());
    let spans = |v: &Value| -> Vec<Span> {
        v.as_array()
            .into_iter()
            .flatten()
            .filter_map(|p| {
                let start = *bytes.get(p.get(0)?.as_u64()? as usize)?;
                let end = *bytes.get(p.get(1)?.as_u64()? as usize)?;
                (start < end).then(|| Span::new(start, end))
            })
            .collect()
    };
    row["attributions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|a| Gold {
            content: spans(&a["content"]),
            cue: spans(&a["cue"]),
            source: spans(&a["source"]),
        })
        .filter(|g| !g.content.is_empty())
        .collect()
}

fn shared(a: &[Span], b: &[Span]) -> usize {
    a.iter()
        .flat_map(|x| b.iter().filter_map(|y| x.intersection(*y)))
        .map(Span::len)
        .sum()
}

fn overlap(text: &str, a: &[Span], b: &[Span]) -> f64 {
    let count = |s: Span| s.of(text).chars().count();
    let both: usize = a
        .iter()
        .flat_map(|x| b.iter().filter_map(|y| x.intersection(*y)))
        .map(count)
        .sum();
    if both == 0 {
        return 0.0;
    }
    let union = a.iter().chain(b).map(|s| count(*s)).sum::<usize>() - both;
    both as f64 / union.max(1) as f64
}

/// Whether the found spans touch the gold ones; gold without any asks nothing.
fn agrees(gold: &[Span], found: &[Span]) -> bool {
    gold.is_empty() || shared(gold, found) > 0
}

fn line(text: &str, content: &[Span], cue: &[Span], source: &[Span]) -> String {
    let join = |s: &[Span]| s.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" … ");
    format!("[{}] <{}> {}", join(source), join(cue), join(content)).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_counts_characters() {
        let text = "Việt Nam";
        let a = [Span::new(0, 6)];
        assert!((overlap(text, &a, &[Span::new(0, text.len())]) - 0.5).abs() < 1e-9);
        assert!(overlap(text, &a, &[Span::new(7, 10)]) == 0.0);
    }

    #[test]
    fn gold_without_source_asks_nothing() {
        assert!(agrees(&[], &[]));
        assert!(!agrees(&[Span::new(0, 1)], &[]));
    }
}
