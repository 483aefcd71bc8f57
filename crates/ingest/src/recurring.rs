//! Lines that an outlet prints in article after article: its own words, whatever they say.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{Article, Block, BlockKind};

use crate::blocks;

/// Blocks at the head and at the foot of an article where a house prints its own lines.
const EDGES: (usize, usize) = (3, 5);

/// Articles of one outlet in which a line stands at an edge, at least.
const LEAST: usize = 5;

/// A share of the outlet's articles, at least: one in so many.
const ONE_IN: usize = 3;

/// Letters of a line that says something.
const LETTERS: usize = 12;

/// Marks as boilerplate what stands at the edges of a third of an outlet's articles, and of five at least, word for word.
/// Background that reports of one story share stays, as long as the outlet tells of other things too. The order of the
/// articles changes nothing.
pub fn mark_recurring(articles: &mut [Article]) {
    let mut outlets: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, article) in articles.iter().enumerate() {
        if let Some(outlet) = article.meta.outlet.as_deref() {
            outlets.entry(outlet).or_default().push(i);
        }
    }
    let mut marked: Vec<(usize, Vec<Block>)> = Vec::new();
    for members in outlets.values().filter(|m| m.len() >= LEAST) {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for &i in members {
            let keys: BTreeSet<String> = edges(&articles[i]).into_iter().map(|(_, key)| key).collect();
            keys.into_iter()
                .for_each(|key| *counts.entry(key).or_default() += 1);
        }
        counts.retain(|_, n| *n >= LEAST && *n * ONE_IN >= members.len());
        if counts.is_empty() {
            continue;
        }
        for &i in members {
            let article = &articles[i];
            let recurring: BTreeSet<usize> = edges(article)
                .into_iter()
                .filter(|(_, key)| counts.contains_key(key))
                .map(|(at, _)| at)
                .collect();
            if !recurring.is_empty() {
                let blocks = article.blocks().iter().enumerate().map(|(at, block)| Block {
                    kind: if recurring.contains(&at) {
                        BlockKind::Boilerplate
                    } else {
                        block.kind
                    },
                    ..*block
                });
                marked.push((i, blocks.collect()));
            }
        }
    }
    for (i, blocks) in marked {
        articles[i] = articles[i].with_blocks(blocks);
    }
}

/// The lines at an article's edges that could be evidence: which block, and its key.
fn edges(article: &Article) -> Vec<(usize, String)> {
    let title = article.meta.title.as_deref().map(blocks::key).unwrap_or_default();
    let mut lines: Vec<(usize, String)> = article
        .blocks()
        .iter()
        .enumerate()
        .filter(|(_, b)| b.kind.is_evidence())
        .map(|(at, b)| (at, blocks::key(b.span.of(article.text()))))
        .filter(|(_, key)| *key != title)
        .collect();
    let foot = lines.len().saturating_sub(EDGES.1).max(EDGES.0);
    let mut at = 0;
    lines.retain(|(_, key)| {
        at += 1;
        (at <= EDGES.0 || at > foot) && key.len() >= LETTERS
    });
    lines
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;

    fn article(outlet: &str, n: usize, foot: &str) -> Article {
        let text = format!(
            "Ship {n} sailed for the eastern shore on Monday.\n\nShe carries {n} cars.\n\nThe harbour was quiet on day {n}.\n\nNobody waited at pier {n}.\n\n{foot}"
        );
        let options = crate::Options {
            outlet: Some(outlet.into()),
            ..crate::Options::default()
        };
        let mut out = None;
        crate::read("a.txt", &mut text.as_bytes(), &options, &mut |found| {
            if let crate::Found::Article(a) = found {
                out = Some(*a);
            }
            ControlFlow::Continue(())
        });
        out.expect("article")
    }

    fn last_kinds(articles: &[Article]) -> Vec<BlockKind> {
        articles
            .iter()
            .filter_map(|a| a.blocks().last().map(|b| b.kind))
            .collect()
    }

    const FOOT: &str = "Harbour News brings you all the ships of the bay every day.";

    #[test]
    fn what_an_outlet_prints_under_every_article_is_its_own() {
        let mut articles: Vec<Article> = (1..=5).map(|n| article("Harbour News", n, FOOT)).collect();
        articles.push(article("Bay Post", 6, FOOT));
        mark_recurring(&mut articles);
        let kinds = last_kinds(&articles);
        assert_eq!(kinds[..5], [BlockKind::Boilerplate; 5]);
        assert_eq!(kinds[5], BlockKind::Body, "another outlet's line");
        assert!(articles[0].blocks()[0].kind.is_evidence());
    }

    #[test]
    fn a_line_of_few_articles_stays() {
        let mut articles: Vec<Article> = (1..=4).map(|n| article("Harbour News", n, FOOT)).collect();
        articles.extend((5..=20).map(|n| article("Harbour News", n, &format!("It will rain on day {n}."))));
        mark_recurring(&mut articles);
        assert!(last_kinds(&articles).iter().all(|k| *k == BlockKind::Body));
    }
}
