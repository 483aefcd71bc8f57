//! The article in a page: `dom_smoothie` (after Mozilla's Readability) finds the part that holds it, and its lines are
//! told from what stands between them by the habits of publishers.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::lines::{self, Line, Role};
use super::prune;
use crate::blocks;

/// The lines of a page's article, in order. `doc` is used up: parts are taken out of it.
pub(super) fn read(doc: Document) -> Vec<Line> {
    prune::prune(&doc);
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    let Ok(mut page) = Readability::with_document(doc, None, Some(config)) else {
        return Vec::new();
    };
    let found = page.parse();
    match found {
        Ok(article) => {
            let content = Document::from(article.content);
            filter(lines::read(&content.root()))
        }
        Err(_) => page
            .doc
            .body()
            .map(|b| filter(lines::read(&b)))
            .unwrap_or_default(),
    }
}

/// The lines without those that are no part of the article.
fn filter(mut lines: Vec<Line>) -> Vec<Line> {
    let linked_lists = linked_lists(&lines);
    lines.retain(|l| {
        let is_link = l.linked * 10 >= l.text.len() * 9;
        match l.role {
            Role::Item => !l.list.is_some_and(|n| linked_lists.contains(&n)),
            Role::Caption | Role::Row => true,
            // A paragraph or heading that is a link and nothing else shows another story.
            Role::Paragraph | Role::Heading | Role::Quotation => !is_link,
        }
    });
    lines
}

/// Lists that are links: of other stories, of topics.
fn linked_lists(lines: &[Line]) -> Vec<usize> {
    let mut sums: HashMap<usize, (usize, usize)> = HashMap::new();
    for line in lines {
        if let Some(list) = line.list {
            let sum = sums.entry(list).or_default();
            sum.0 += line.linked;
            sum.1 += line.text.len();
        }
    }
    sums.into_iter()
        .filter(|(_, (linked, all))| linked * 5 >= all * 4)
        .map(|(list, _)| list)
        .collect()
}
