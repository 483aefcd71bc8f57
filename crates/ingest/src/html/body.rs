//! The article in a page: `dom_smoothie` (after Mozilla's Readability) finds the part that holds it, and its lines are
//! told from what stands between them by the habits of publishers.

use std::collections::HashMap;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::lines::{self, Line};
use super::prune::{self, Pictures};
use super::site::Site;
use super::walls;
use crate::blocks;
use crate::raw::Role;

dossier_world::words!(AUTHOR_VERBS = "html/author_verbs.txt");
dossier_world::words!(DECK_NAMES = "html/deck_names.txt");

/// The lines of a page's article, in order. `doc` is used up: parts are taken out of it.
///
/// Of a page whose JSON-LD states the words of the article that the markup does not hold, those words are the lines.
pub(super) fn read(doc: Document, page: &Known<'_>) -> Vec<Line> {
    let lines = find(doc, page);
    if page.stated.is_empty() {
        return lines;
    }
    // Of a live blog pages show the newest updates and say all.
    let live = page.stated.iter().any(|l| l.role == Role::Stamp);
    let bytes =
        |lines: &[Line]| -> usize { lines.iter().filter(|l| is_prose(l)).map(|l| l.text.len()).sum() };
    let held = covered(page.stated, &lines);
    if held < 0.5 || live && held < 0.9 && bytes(page.stated) > bytes(&lines) {
        return page.stated.to_vec();
    }
    lines
}

/// What is known of a page before its article is looked for.
#[derive(Debug, Default)]
pub(super) struct Known<'a> {
    /// Its site.
    pub site: Site,
    /// Who wrote it.
    pub byline: Option<&'a str>,
    /// The article's lines as JSON-LD gives them.
    pub stated: &'a [Line],
}

/// The share of the stated words that the lines hold, by samples.
fn covered(stated: &[Line], lines: &[Line]) -> f64 {
    const SAMPLE: usize = 32;
    const STEP: usize = 160;
    let keys = |lines: &[Line]| -> String { lines.iter().map(|l| blocks::key(&l.text)).collect() };
    let all = keys(lines);
    // Moments are written otherwise on the page.
    let told: Vec<Line> = stated.iter().filter(|l| l.role != Role::Stamp).cloned().collect();
    let key = keys(&told);
    let (mut held, mut samples) = (0_usize, 0_usize);
    let mut at = 0;
    while at + SAMPLE <= key.len() {
        let end = (at + SAMPLE..key.len())
            .find(|i| key.is_char_boundary(*i))
            .unwrap_or(key.len());
        let start = (at..end).find(|i| key.is_char_boundary(*i)).unwrap_or(end);
        samples += 1;
        held += usize::from(all.contains(key.get(start..end).unwrap_or("")));
        at += STEP;
    }
    if samples == 0 {
        1.0
    } else {
        held as f64 / samples as f64
    }
}

fn find(doc: Document, known: &Known<'_>) -> Vec<Line> {
    let site = &known.site;
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
    filter(lines, &pictures, known)
}

/// Paragraphs of so many bytes tell the article; shorter ones may be labels.
const PARAGRAPH: usize = 80;

/// The lines without those that are no part of the article.
fn filter(mut lines: Vec<Line>, pictures: &Pictures, known: &Known<'_>) -> Vec<Line> {
    for line in &mut lines {
        if line.role == Role::Caption && line.text.len() > 700 {
            line.role = Role::Paragraph;
        } else if matches!(line.role, Role::Paragraph | Role::Item) && pictures.has(&line.text) {
            line.role = Role::Caption;
        }
    }
    walls::drop(&mut lines);
    let linked_lists = linked_lists(&lines);
    let first = lines.iter().position(|l| is_prose(l) && !is_deck(l)).unwrap_or(0);
    let mut at = 0;
    lines.retain_mut(|l| {
        at += 1;
        if is_deck(l) && at - 1 <= first {
            l.role = Role::Heading;
        }
        if l.role == Role::Paragraph && at - 1 < first && is_label(&l.text) {
            return false;
        }
        // A row of days and times is a timetable's and no stamp.
        let is_datum = l.role == Role::Row && l.text.contains(" | ");
        if !is_datum && blocks::is_furniture(&l.text) {
            return false;
        }
        // The updates of a live blog stand below their times of day.
        if l.role == Role::Paragraph && blocks::is_clock(&l.text) {
            l.role = Role::Stamp;
        }
        match l.role {
            Role::Item => !l.list.is_some_and(|n| linked_lists.contains(&n)),
            Role::Caption | Role::Row | Role::Stamp => true,
            // A paragraph or heading that is a link and nothing else shows another story.
            Role::Paragraph | Role::Heading | Role::Quotation => !is_link(l),
        }
    });
    cut_tail(&mut lines);
    drop_author(&mut lines, known.byline);
    while lines
        .last()
        .is_some_and(|l| matches!(l.role, Role::Heading | Role::Stamp))
        && lines.len() > 1
    {
        lines.pop();
    }
    lines
}

/// Takes off what the last lines tell of who wrote the article: they begin with the name of the byline and say what it
/// is, does or covers.
fn drop_author(lines: &mut Vec<Line>, byline: Option<&str>) {
    const LAST: usize = 6;
    let authors: Vec<&str> = byline
        .map(|b| {
            b.split([',', ';', '&'])
                .flat_map(|a| a.split(" and "))
                .map(str::trim)
                .collect()
        })
        .unwrap_or_default();
    let tells = |text: &str| {
        authors.iter().filter(|a| a.contains(' ')).any(|author| {
            let first = author.split(' ').next().unwrap_or("");
            let rest = text
                .strip_prefix(author)
                .or_else(|| text.strip_prefix(first))
                .map(|r| r.trim_start_matches([' ', ',']));
            rest.is_some_and(|r| {
                r.is_empty()
                    || r.starts_with(['(', '@'])
                    || r.split(' ').next().is_some_and(|verb| AUTHOR_VERBS.has(verb))
            })
        })
    };
    let start = lines.len().saturating_sub(LAST).max(1);
    let mut at = 0;
    lines.retain(|l| {
        at += 1;
        at <= start || !tells(&l.text)
    });
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
    line.role == Role::Paragraph && line.names.split(' ').any(|n| DECK_NAMES.has(n))
}

/// A few words without a sentence: the name of a section, a button.
fn is_label(text: &str) -> bool {
    text.split_whitespace().count() <= 5
        && !text.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "))
        && !text.ends_with(['.', '!', '?', ':', '"', '”', '。'])
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

/// Lists that are links: of other stories, of topics. A list of names that a sentence opens ("These towns are served:") is
/// the article's, where the article goes on behind it.
fn linked_lists(lines: &[Line]) -> Vec<usize> {
    let mut sums: HashMap<usize, List> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(list) = line.list {
            let sum = sums.entry(list).or_insert_with(|| List {
                first: at,
                ..List::default()
            });
            sum.linked += line.linked;
            sum.bytes += line.text.len();
            sum.words += line.text.split_whitespace().count();
            sum.items += 1;
            sum.last = at;
        }
    }
    sums.into_iter()
        .filter(|(_, sum)| sum.linked * 5 >= sum.bytes * 4 && !sum.is_opened(lines))
        .map(|(list, _)| list)
        .collect()
}

/// What a list holds.
#[derive(Debug, Default)]
struct List {
    first: usize,
    last: usize,
    items: usize,
    words: usize,
    linked: usize,
    bytes: usize,
}

impl List {
    /// Words of an item that is a name; headlines have more.
    const NAME: usize = 4;

    fn is_opened(&self, lines: &[Line]) -> bool {
        let opens = |l: &Line| {
            matches!(l.role, Role::Paragraph | Role::Item)
                && l.text.ends_with([':', '：'])
                && l.text.split_whitespace().count() >= 3
                && l.linked * 2 < l.text.len()
                && !blocks::is_furniture(&l.text)
                && !blocks::opens_tail(&l.text)
        };
        let before = self.first.checked_sub(1).and_then(|i| lines.get(i));
        before.is_some_and(opens)
            && self.words <= self.items * Self::NAME
            && lines.iter().skip(self.last + 1).any(is_prose)
    }
}
