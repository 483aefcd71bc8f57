//! XML as small trees: of a long document, one element after the other.
//!
//! Entities that a document declares are never expanded, and nothing that it points to is read.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Elements deeper than this are dropped, and their words kept in the element above.
const DEPTH: usize = 100;

/// An element with what is in it. Names are without prefix: newsrooms choose prefixes freely.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub nodes: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The elements in it, not those in these.
    pub(super) fn children(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children().find(|e| e.name == name)
    }

    /// The first element at the end of a path.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Element> {
        let mut here = self;
        for name in path {
            here = here.child(name)?;
        }
        Some(here)
    }

    /// The first element of a name in it, or in one of those.
    pub(super) fn find(&self, name: &str) -> Option<&Element> {
        self.children()
            .find_map(|e| if e.name == name { Some(e) } else { e.find(name) })
    }

    /// An attribute, where it is not empty.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.trim()).filter(|v| !v.is_empty())
    }

    /// All words in it, on one line; `None` where there are none.
    pub(super) fn words(&self) -> Option<String> {
        let mut out = String::new();
        self.push_words(&mut out);
        let line = out.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    }

    /// All words in it, as they stand.
    pub(super) fn push_words(&self, out: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => {
                    out.push(' ');
                    element.push_words(out);
                }
                Node::Text(text) => out.push_str(text),
            }
        }
    }

    /// What is in it as HTML; `rename` gives the HTML element for an element's name.
    pub(super) fn markup(&self, rename: &dyn Fn(&str) -> String, out: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => {
                    let name = rename(&element.name);
                    out.push('<');
                    out.push_str(&name);
                    for (key, value) in &element.attributes {
                        out.push_str(&format!(" {key}=\"{}\"", quick_xml::escape::escape(value)));
                    }
                    out.push('>');
                    element.markup(rename, out);
                    if !matches!(name.as_str(), "br" | "hr" | "img" | "wbr") {
                        out.push_str(&format!("</{name}>"));
                    }
                }
                Node::Text(text) => out.push_str(&quick_xml::escape::escape(text)),
            }
        }
    }
}

/// Hands over each element of one of these names that lies in no other of them.
///
/// # Errors
/// Where the document is damaged: in plain words. What stands before was handed over.
pub(super) fn each(text: &str, names: &[&str], mut take: impl FnMut(Element)) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.check_comments = false;
    // The elements that are open, from one of the names on, and how many more lie deeper than the limit.
    let mut open: Vec<Element> = Vec::new();
    let mut deeper = 0_usize;
    loop {
        let event = reader.read_event().map_err(|e| e.to_string())?;
        match event {
            Event::Start(start) => {
                if open.len() >= DEPTH {
                    deeper += 1;
                } else if !open.is_empty() || is_named(&start, names) {
                    open.push(element(&start));
                }
            }
            Event::Empty(start) if open.is_empty() => {
                if is_named(&start, names) {
                    take(element(&start));
                }
            }
            Event::Empty(start) => push(&mut open, Node::Element(element(&start))),
            Event::End(_) if deeper > 0 => deeper -= 1,
            Event::End(end) => {
                let name = end.local_name().as_ref().to_owned();
                // An end of nothing that is open is a slip; an end further out ends what lies in it.
                if let Some(at) = open.iter().rposition(|e| e.name == name) {
                    while open.len() > at + 1 {
                        if let Some(inner) = open.pop() {
                            push(&mut open, Node::Element(inner));
                        }
                    }
                    if let Some(done) = open.pop() {
                        if open.is_empty() {
                            take(done);
                        } else {
                            push(&mut open, Node::Element(done));
                        }
                    }
                }
            }
            Event::Text(text) => {
                let text = text.to_string();
                push(&mut open, Node::Text(text));
            }
            Event::CData(data) => {
                let text = data.to_string();
                push(&mut open, Node::Text(text));
            }
            Event::GeneralRef(entity) => {
                let text = resolved(&entity);
                push(&mut open, Node::Text(text));
            }
            Event::Eof if open.is_empty() => return Ok(()),
            Event::Eof => return Err("it ends early".to_owned()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// Whether each element of a piece ends where it should.
pub(super) fn is_sound(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    let mut open = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => open += 1,
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Eof) => return open == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

fn push(open: &mut [Element], node: Node) {
    let Some(last) = open.last_mut() else { return };
    match (last.nodes.last_mut(), node) {
        (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
        (_, node) => last.nodes.push(node),
    }
}

fn is_named(start: &BytesStart<'_>, names: &[&str]) -> bool {
    names.contains(&start.local_name().as_ref())
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut attributes = Vec::new();
    for attribute in start.html_attributes().with_checks(false).flatten() {
        let value = quick_xml::escape::unescape(&attribute.value)
            .map_or_else(|_| attribute.value.to_string(), |v| v.into_owned());
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Element {
        name: start.local_name().as_ref().to_owned(),
        attributes,
        nodes: Vec::new(),
    }
}

/// The character that an entity of XML, or a number, stands for; the few of HTML that feeds and exports write without
/// declaring them. Any other is dropped: what a document declares is not looked at.
fn resolved(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return c.to_string();
    }
    let found = match &**entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        "ndash" => "–",
        "mdash" => "—",
        "hellip" => "…",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        _ => "",
    };
    found.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> (Vec<String>, bool) {
        let mut out = Vec::new();
        let result = each(text, &["item"], |e| out.push(e.words().unwrap_or_default()));
        (out, result.is_ok())
    }

    #[test]
    fn elements_come_one_by_one() {
        let text = "<a><x:item>one <b>two</b></x:item><item><![CDATA[<3>]]> &amp; &#65;</item><item/></a>";
        assert_eq!(
            all(text),
            (["one two", "<3> & A", ""].map(str::to_owned).to_vec(), true)
        );
    }

    #[test]
    fn what_stands_before_the_damage_is_kept() {
        assert_eq!(
            all("<a><item>one</item><item>two"),
            (vec!["one".to_owned()], false)
        );
        assert_eq!(all("<a><item>one</b></item></c>").0, ["one"]);
        assert_eq!(all("<a><item><b>one</item><item>two</item>").0, ["one", "two"]);
    }

    #[test]
    fn declared_entities_are_not_expanded() {
        let text = r#"<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;"><!ENTITY z SYSTEM "file:///etc/passwd">]><a><item>&y;&z;so</item></a>"#;
        assert_eq!(all(text).0, ["so"]);
    }

    #[test]
    fn deep_markup_keeps_its_words() {
        let text = format!(
            "<item>{}words{}</item>",
            "<b>".repeat(100_000),
            "</b>".repeat(100_000)
        );
        assert_eq!(all(&text), (vec!["words".to_owned()], true));
    }
}
