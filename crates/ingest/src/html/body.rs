//! The article in a page: `dom_smoothie` (after Mozilla's Readability) finds the part that holds it, and its lines are
//! told from what stands between them by the habits of publishers.

use std::collections::HashMap;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::lines::{self, Line, Role};
use super::prune::{self, Pictures};
use super::site::Site;
use crate::blocks;

/// The lines of a page's article, in order. `doc` is used up: parts are taken out of it.
pub(super) fn read(doc: Document, site: &Site) -> Vec<Line> {
    let pictures = prune::prune(&doc);
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    let Ok(mut page) = Readability::with_document(doc, None, Some(config)) else {
        return Vec::new();
    };
    let lines = match page.parse() {
        Ok(article) => lines::read_on(&Document::from(article.content).root(), site),
        Err(_) => page
            .doc
            .body()
            .map(|b| lines::read_on(&b, site))
            .unwrap_or_default(),
    };
    filter(lines, &pictures)
}

/// Paragraphs of so many bytes tell the article; shorter ones may be labels.
const PARAGRAPH: usize = 80;

/// The lines without those that are no part of the article.
fn filter(mut lines: Vec<Line>, pictures: &Pictures) -> Vec<Line> {
    for line in &mut lines {
        if line.role == Role::Caption && line.text.len() > 700 {
            line.role = Role::Paragraph;
        } else if matches!(line.role, Role::Paragraph | Role::Item) && pictures.has(&line.text) {
            line.role = Role::Caption;
        }
    }
    let linked_lists = linked_lists(&lines);
    let first = lines.iter().position(is_prose).unwrap_or(0);
    let mut at = 0;
    lines.retain_mut(|l| {
        at += 1;
        if is_deck(l) && at - 1 <= first {
            l.role = Role::Heading;
        }
        if l.role == Role::Paragraph && at - 1 < first && is_label(&l.text) {
            return false;
        }
        if blocks::is_furniture(&l.text) {
            return false;
        }
        match l.role {
            Role::Item => !l.list.is_some_and(|n| linked_lists.contains(&n)),
            Role::Caption | Role::Row => true,
            // A paragraph or heading that is a link and nothing else shows another story.
            Role::Paragraph | Role::Heading | Role::Quotation => !is_link(l),
        }
    });
    cut_tail(&mut lines);
    lines
}

fn is_prose(line: &Line) -> bool {
    matches!(line.role, Role::Paragraph | Role::Quotation)
        && line.text.len() >= PARAGRAPH
        && line.linked * 2 < line.text.len()
}

/// Whether a line is a link, marks around it aside.
fn is_link(line: &Line) -> bool {
    let ended = line.text.ends_with(['.', '!', '?']);
    line.linked * 10 >= line.text.len() * 9 || !ended && line.linked * 10 >= line.text.len() * 7
}

/// What stands between headline and lead: a summary, in an element that is named so.
fn is_deck(line: &Line) -> bool {
    line.role == Role::Paragraph
        && line.names.split(' ').any(|n| {
            matches!(
                n,
                "standfirst"
                    | "deck"
                    | "dek"
                    | "subtitle"
                    | "subhead"
                    | "subheadline"
                    | "subheading"
                    | "summary"
                    | "tagline"
                    | "kicker"
            )
        })
}

/// A few words without a sentence: the name of a section, a button.
fn is_label(text: &str) -> bool {
    text.split_whitespace().count() <= 5 && !text.ends_with(['.', '!', '?', ':', '"', '”', '。'])
}

/// Cuts what follows the article: from a heading over other things, behind which no three paragraphs stand.
fn cut_tail(lines: &mut Vec<Line>) {
    let n = lines.len();
    let opens = |i: usize| {
        lines
            .get(i)
            .is_some_and(|l| blocks::opens_tail(&l.text) && i * 2 >= n)
            && lines.iter().skip(i + 1).filter(|l| is_prose(l)).count() <= 2
    };
    if let Some(cut) = (1..n).find(|i| opens(*i)) {
        lines.truncate(cut);
    }
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
