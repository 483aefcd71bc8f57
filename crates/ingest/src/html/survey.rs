//! One walk over a page that notes every place in which pages say something of themselves.

use dom_query::{Document, Element, NodeRef};
use dossier_model::Evidence;

use super::lines;

dossier_world::words!(ASIDE_PARTS = "html/aside_parts.txt");
dossier_world::words!(NO_AUTHOR_PARTS = "html/no_author_parts.txt");

/// What a page says of itself, and where, in the order of the page.
#[derive(Default)]
pub(super) struct Survey<'d> {
    /// The fields of its head: name in lower case, and what it says.
    pub fields: Vec<Stated>,
    /// Its own address as `link rel=canonical` gives it.
    pub canonical: Option<String>,
    /// The address that its links are meant from, as `base` gives it.
    pub base: Option<String>,
    /// The language that `html` states.
    pub language: Option<String>,
    /// The text of `title`.
    pub title: String,
    /// First and second headings.
    pub headings: Vec<Placed<'d>>,
    /// Elements with `itemprop` or RDFa `property`, by that name in lower case.
    pub properties: Vec<(String, Placed<'d>)>,
    /// `time` elements.
    pub times: Vec<Placed<'d>>,
    /// Elements that are named for the author.
    pub authors: Vec<Placed<'d>>,
    /// Scripts of JSON-LD.
    pub data: Vec<NodeRef<'d>>,
    /// The body.
    body: Option<NodeRef<'d>>,
}

/// A field of the head.
pub(super) struct Stated {
    /// Its name in lower case.
    pub name: String,
    /// What it says.
    pub content: String,
    /// The vocabulary it belongs to.
    pub evidence: Evidence,
}

/// An element and where it stands.
#[derive(Clone)]
pub(super) struct Placed<'d> {
    /// The element.
    pub node: NodeRef<'d>,
    /// Bytes of words before it.
    pub at: usize,
    /// The parts of the page around it that are named for something beside the article, outermost first.
    pub parts: Vec<u32>,
}

impl Placed<'_> {
    /// Whether it stands in no other part than `other` does: not in a list of comments that `other` is outside of.
    pub(super) fn is_beside(&self, other: Option<&Placed<'_>>) -> bool {
        match other {
            Some(other) => self.parts.iter().all(|p| other.parts.contains(p)),
            None => self.parts.is_empty(),
        }
    }

    /// Its words, white space folded.
    pub(super) fn text(&self) -> String {
        fold(&self.node.text())
    }
}

/// White space folded to single spaces.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Elements of each kind that are noted; no page has more that count.
const MOST: usize = 400;

impl<'d> Survey<'d> {
    /// Goes through a page once.
    pub(super) fn of(doc: &'d Document) -> Self {
        let mut walker = Walker {
            out: Self::default(),
            at: 0,
            parts: Vec::new(),
            next_part: 0,
        };
        walker.out.body = doc.body();
        walker.walk(&doc.root());
        walker.out
    }

    /// What the first field of one of these names says; earlier names count more.
    pub(super) fn field(&self, names: &[&str]) -> Option<&Stated> {
        names
            .iter()
            .find_map(|name| self.fields.iter().find(|f| f.name == *name))
    }

    /// What all fields of these names say, in the order of the names.
    pub(super) fn all<'s>(&'s self, names: &'s [&str]) -> impl Iterator<Item = &'s Stated> {
        names
            .iter()
            .flat_map(move |name| self.fields.iter().filter(move |f| f.name == *name))
    }
}

impl Survey<'_> {
    /// Whether the page shows a line that has this key.
    pub(super) fn shows(&self, key: &str) -> bool {
        let body = self.body.as_ref();
        body.is_some_and(|b| lines::read(b).iter().any(|l| crate::blocks::key(&l.text) == key))
    }
}

struct Walker<'d> {
    out: Survey<'d>,
    at: usize,
    parts: Vec<u32>,
    next_part: u32,
}

/// What is to be done with a node.
#[derive(Default)]
struct Seen {
    element: bool,
    closed: bool,
    heading: bool,
    title: bool,
    data: bool,
    time: bool,
    author: bool,
    part: bool,
    property: Option<String>,
}

impl<'d> Walker<'d> {
    fn walk(&mut self, parent: &NodeRef<'d>) {
        for node in parent.children_it(false) {
            let mut seen = Seen::default();
            node.query(|n| {
                if let Some(element) = n.as_element() {
                    seen.element = true;
                    self.look(element, &mut seen);
                }
            });
            if !seen.element {
                let (words, by) = node.query_or((0, false), |n| match &n.data {
                    dom_query::NodeData::Text { contents } => {
                        let words = contents.trim();
                        (words.len(), words.len() <= LINE && is_by(words))
                    }
                    _ => (0, false),
                });
                let noted = self.out.authors.last().is_some_and(|a| a.node.id == parent.id);
                if by && !noted && self.out.authors.len() < MOST {
                    self.out.authors.push(Placed {
                        node: *parent,
                        at: self.at,
                        parts: self.parts.clone(),
                    });
                }
                self.at += words;
                continue;
            }
            if seen.part {
                self.parts.push(self.next_part);
                self.next_part += 1;
            }
            self.note(&node, &mut seen);
            if !seen.closed {
                self.walk(&node);
            }
            if seen.part {
                self.parts.pop();
            }
        }
    }

    /// Reads an element's name and attributes.
    fn look(&mut self, element: &Element, seen: &mut Seen) {
        let attribute = |name: &str| {
            element
                .attrs
                .iter()
                .find(|a| &*a.name.local == name)
                .map(|a| &*a.value)
        };
        let tag: &str = &element.name.local;
        match tag {
            "meta" => {
                seen.closed = true;
                return self.field(element);
            }
            "link" => {
                seen.closed = true;
                let canonical = attribute("rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical"));
                if canonical && self.out.canonical.is_none() {
                    self.out.canonical = attribute("href").map(|h| h.trim().to_owned());
                }
                return;
            }
            "base" => {
                seen.closed = true;
                if self.out.base.is_none() {
                    self.out.base = attribute("href").map(|h| h.trim().to_owned());
                }
                return;
            }
            "script" => {
                seen.closed = true;
                // Some write "application/ld+json; charset=utf-8".
                seen.data = attribute("type")
                    .is_some_and(|t| t.trim().to_ascii_lowercase().starts_with("application/ld+json"));
                return;
            }
            "style" | "template" | "svg" | "select" | "iframe" | "object" | "textarea" => {
                seen.closed = true;
                return;
            }
            "noscript" => seen.closed = true,
            "html" => {
                self.out.language = attribute("lang")
                    .or_else(|| attribute("xml:lang"))
                    .map(|l| l.trim().to_owned());
                return;
            }
            "body" | "head" => return,
            "title" => seen.title = self.out.title.is_empty(),
            "h1" | "h2" => seen.heading = true,
            "time" => seen.time = true,
            // Posts that an article quotes and the words under its pictures have days of their own.
            "nav" | "footer" | "aside" | "blockquote" | "figcaption" => seen.part = true,
            _ => {}
        }
        for attribute in &element.attrs {
            let value: &str = &attribute.value;
            match &*attribute.name.local {
                "class" | "id" => {
                    seen.part |= is_part(value);
                    seen.author |= is_author(value);
                }
                "rel" => {
                    seen.author |= value
                        .split_ascii_whitespace()
                        .any(|r| r.eq_ignore_ascii_case("author"));
                }
                "itemprop" | "property" if !value.is_empty() => {
                    seen.property = Some(value.to_ascii_lowercase());
                }
                _ => {}
            }
        }
    }

    fn field(&mut self, element: &Element) {
        let (mut names, mut content) = (Vec::new(), None);
        for attribute in &element.attrs {
            let value: &str = &attribute.value;
            match &*attribute.name.local {
                "content" => content = Some(value.trim()),
                "itemprop" => names.push((value, Evidence::Microdata)),
                "name" | "property" | "http-equiv" => names.push((value, Evidence::Meta)),
                _ => {}
            }
        }
        let Some(content) = content.filter(|c| !c.is_empty()) else {
            return;
        };
        for (value, evidence) in names {
            for name in value.split_ascii_whitespace() {
                if self.out.fields.len() >= MOST {
                    return;
                }
                let name = name.to_ascii_lowercase();
                let graph = name.starts_with("og:") || name.starts_with("article:");
                self.out.fields.push(Stated {
                    evidence: if graph { Evidence::OpenGraph } else { evidence },
                    name,
                    content: content.to_owned(),
                });
            }
        }
    }

    fn note(&mut self, node: &NodeRef<'d>, seen: &mut Seen) {
        if seen.title {
            self.out.title = fold(&node.text());
            seen.closed = true;
        }
        if seen.data && self.out.data.len() < MOST {
            self.out.data.push(*node);
        }
        if !(seen.heading || seen.time || seen.author || seen.property.is_some()) {
            return;
        }
        let placed = Placed {
            node: *node,
            at: self.at,
            parts: self.parts.clone(),
        };
        let add = |list: &mut Vec<Placed<'d>>| {
            if list.len() < MOST {
                list.push(placed.clone());
            }
        };
        if seen.heading {
            add(&mut self.out.headings);
        }
        if seen.time {
            add(&mut self.out.times);
        }
        if seen.author {
            add(&mut self.out.authors);
        }
        if let Some(names) = seen.property.take() {
            for name in names.split_ascii_whitespace() {
                if self.out.properties.len() < MOST {
                    // RDFa writes the vocabulary in front: "schema:author".
                    let name = name.rsplit([':', '/']).next().unwrap_or(name);
                    self.out.properties.push((name.to_owned(), placed.clone()));
                }
            }
        }
    }
}

/// Longer than any line of authors.
const LINE: usize = 200;

/// Whether words begin as a line of authors does.
fn is_by(words: &str) -> bool {
    matches!(words, "By" | "BY" | "by" | "Von" | "By:")
        || words.starts_with("By ")
        || words.starts_with("BY ")
        || super::meta::is_labelled(words)
}

/// Whether a name tells a part that holds comments, other stories or the site's own.
fn is_part(names: &str) -> bool {
    names.split_ascii_whitespace().any(|name| {
        let name = name.to_ascii_lowercase();
        ASIDE_PARTS.iter().any(|p| name.contains(p)) && !name.contains("no-") && !name.contains("has-")
    })
}

/// Whether a name is given to authors' names: "byline", "post-author", "ArticlePage-authorName"; not to their pictures,
/// lives and offices.
fn is_author(names: &str) -> bool {
    const BY: &[&str] = &["author", "byline", "autor", "auteur", "redakteur", "journalist"];
    names.split_ascii_whitespace().any(|name| {
        let name = name.to_ascii_lowercase();
        BY.iter().any(|b| name.contains(b)) && !NO_AUTHOR_PARTS.iter().any(|o| name.contains(o))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_what_a_page_states() {
        let doc = Document::from(
            r#"<html lang="en-GB"><head><title> Ferry  line </title><meta property="og:title article:title" content="Ferry">
            <meta itemprop="datePublished" content="2025-04-14"><link rel="canonical" href="/ferry"></head>
            <body class="comments-open"><h1>Ferry</h1><p class="byline">By Ana</p><ol class="comments"><li class="author">Bo</li></ol>"#,
        );
        let survey = Survey::of(&doc);
        assert_eq!(survey.language.as_deref(), Some("en-GB"));
        assert_eq!(survey.title, "Ferry line");
        assert_eq!(survey.canonical.as_deref(), Some("/ferry"));
        assert_eq!(
            survey.field(&["og:title"]).map(|f| f.evidence),
            Some(Evidence::OpenGraph)
        );
        assert_eq!(
            survey.field(&["datepublished"]).map(|f| f.evidence),
            Some(Evidence::Microdata)
        );
        let heading = survey.headings.first();
        let near: Vec<bool> = survey.authors.iter().map(|a| a.is_beside(heading)).collect();
        assert_eq!(near, [true, false]);
    }
}
