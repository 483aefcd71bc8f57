//! Who wrote a page's article.

use dossier_model::Evidence;

use super::super::linked::{self, Linked, Thing};
use super::super::survey::{Placed, Survey, fold};
use super::names::{self, Authors};

dossier_world::ranked!(AUTHOR_FIELDS = "html/fields_author.tsv");
dossier_world::words!(AUTHOR_JOINS = "html/author_joins.txt");

/// The authors, as far as they are people, and how they are known; the agency that wrote it.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// People.
    pub people: Option<(Vec<String>, Evidence)>,
    /// An agency.
    pub agency: Option<(&'static str, Evidence)>,
}

/// Bytes of words before and after the headline in which a line of authors stands.
const AROUND: (usize, usize) = (300, 1_500);

/// Authors in data are entered once and often carry the account that put the text in; what readers see near the
/// headline is what the outlet says. Where both name the same people, the longer list counts.
pub(super) fn find(
    survey: &Survey<'_>,
    linked: &Linked,
    things: &[&Thing],
    heading: Option<&Placed<'_>>,
    site: &[String],
) -> Found {
    let mut out = Found::default();
    let mut lists: Vec<(Vec<String>, Evidence)> = Vec::new();
    let mut take = |authors: Authors, evidence: Evidence| {
        if let Some(known) = authors.agency {
            out.agency.get_or_insert((known, evidence));
        }
        if !authors.people.is_empty() {
            lists.push((authors.people, evidence));
        }
    };
    take(shown(survey, heading, site), Evidence::Element);
    for thing in things.iter().take(6) {
        take(in_data(linked, thing, site), Evidence::JsonLd);
    }
    take(in_properties(survey, heading, site), Evidence::Microdata);
    for field in survey.all(&AUTHOR_FIELDS) {
        take(names::read(&field.content, site), field.evidence);
    }
    let Some((mut people, mut evidence)) = lists.first().cloned() else {
        return out;
    };
    for (others, by) in lists.iter().skip(1) {
        let shared = people.iter().all(|p| has(others, p));
        if shared && others.len() > people.len() {
            (people, evidence) = (others.clone(), *by);
        }
    }
    out.people = Some((people, evidence));
    out
}

fn has(list: &[String], name: &str) -> bool {
    let key = crate::blocks::key(name);
    list.iter().any(|n| crate::blocks::key(n) == key)
}

/// The authors of a thing in JSON-LD, companies left out.
fn in_data(linked: &Linked, thing: &Thing, site: &[String]) -> Authors {
    let mut out = Authors::default();
    for key in ["author", "creator", "contributor"] {
        let Some(value) = thing.get(key) else { continue };
        let mut stated = Vec::new();
        linked::people(linked, value, 0, &mut stated);
        for (text, company) in stated {
            let text = without_tags(&crate::entities::decoded(&text));
            let mut found = names::read(&fold(&text), site);
            if company {
                found.people.clear();
            }
            merge(&mut out, found);
        }
        if !out.people.is_empty() {
            break;
        }
    }
    out
}

/// Words of a field that some fill with markup.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let opens = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let Some((_, after)) = tag.split_once('>').filter(|_| opens) else {
            out.push('<');
            rest = tag;
            continue;
        };
        out.push(' ');
        rest = after;
    }
    out.push_str(rest);
    out.replace(" ,", ",")
}

fn merge(out: &mut Authors, found: Authors) {
    out.agency = out.agency.or(found.agency);
    for name in found.people {
        if !has(&out.people, &name) {
            out.people.push(name);
        }
    }
}

/// The authors of microdata beside the headline, comments' left out.
fn in_properties(survey: &Survey<'_>, heading: Option<&Placed<'_>>, site: &[String]) -> Authors {
    let mut out = Authors::default();
    for (_, placed) in survey
        .properties
        .iter()
        .filter(|(name, p)| name == "author" && p.is_beside(heading))
        .take(8)
    {
        merge(&mut out, read_element(placed, site));
    }
    out
}

/// The line of authors near the headline.
fn shown(survey: &Survey<'_>, heading: Option<&Placed<'_>>, site: &[String]) -> Authors {
    let mut out = Authors::default();
    let Some(heading) = heading else { return out };
    let near = |p: &&Placed<'_>| {
        p.is_beside(Some(heading)) && p.at + AROUND.0 >= heading.at && p.at <= heading.at + AROUND.1
    };
    let mut last: Option<usize> = None;
    // Below the headline first: above it may stand the one of the story before.
    let (above, below): (Vec<_>, Vec<_>) = survey
        .authors
        .iter()
        .filter(near)
        .partition(|p| p.at < heading.at);
    let ordered: Vec<(&Placed<'_>, Authors)> = below
        .into_iter()
        .chain(above.into_iter().rev())
        .map(|p| (p, read_element(p, site)))
        .collect();
    for (i, (placed, found)) in ordered.iter().enumerate() {
        out.agency = out.agency.or(found.agency);
        if found.people.is_empty() {
            continue;
        }
        // A line of authors may hold topics and days, too, and the elements in it the names alone.
        let inner = ordered
            .iter()
            .enumerate()
            .any(|(j, (p, f))| j != i && !f.people.is_empty() && is_inside(p, placed));
        if inner && !is_bare(&placed.text(), &found.people) {
            continue;
        }
        // Names that stand far from the first ones are of another box.
        if last.is_some_and(|l| placed.at > l + 200 || placed.at + 200 < l) {
            break;
        }
        last = Some(placed.at + placed.node.text().trim().len().min(200));
        merge(&mut out, found.clone());
    }
    out
}

fn is_inside(inner: &Placed<'_>, outer: &Placed<'_>) -> bool {
    const DEPTH: usize = 8;
    let mut above = inner.node.ancestors_it(Some(DEPTH));
    above.any(|n| n.id == outer.node.id)
}

/// Whether a line holds these names and nothing but what joins them.
fn is_bare(line: &str, people: &[String]) -> bool {
    let mut rest = line.to_owned();
    for name in people {
        rest = rest.replace(name.as_str(), " ");
    }
    let joins = &AUTHOR_JOINS;
    rest.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .all(|w| joins.has(&w.to_lowercase()))
}

/// The names in an element. Links and boxes in it keep names apart.
fn read_element(placed: &Placed<'_>, site: &[String]) -> Authors {
    const LONGEST: usize = 400;
    let whole = placed.node.text();
    if whole.len() > 8 * LONGEST {
        return Authors::default();
    }
    let mut text = String::new();
    gather(&placed.node, 0, &mut text);
    let mut out = Authors::default();
    if text.len() > LONGEST {
        return out;
    }
    for part in text.split('\u{1f}') {
        merge(&mut out, names::read(&fold(part), site));
    }
    out
}

/// The words of an element, with a mark where a link or box begins and ends.
fn gather(node: &dom_query::NodeRef<'_>, depth: usize, out: &mut String) {
    if depth > 16 {
        return;
    }
    for child in node.children_it(false) {
        if child.is_text() {
            out.push_str(&child.text());
            continue;
        }
        let Some(tag) = child.qual_name_ref().map(|n| n.local.to_string()) else {
            continue;
        };
        match tag.as_str() {
            "script" | "style" | "noscript" | "template" => {}
            "svg" | "img" | "button" | "form" => {}
            "b" | "strong" | "i" | "em" | "abbr" => gather(&child, depth + 1, out),
            "span" if child.class().is_none() => gather(&child, depth + 1, out),
            _ => {
                out.push('\u{1f}');
                gather(&child, depth + 1, out);
                out.push('\u{1f}');
            }
        }
    }
}
