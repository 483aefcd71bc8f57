//! The elements of a feed in XML, one after the other, with the vocabulary that each is from.
//!
//! Entities that a document declares are never expanded.

use quick_xml::errors::SyntaxError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, escape};
use url::Url;

/// The vocabulary of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    Atom,
    Rss,
    /// `content:encoded`.
    Content,
    DublinCore,
    /// Feeds of what readers said.
    Comments,
    Other,
}

impl Space {
    fn parse(address: &str) -> Self {
        match address {
            "http://purl.org/rss/1.0/" => Self::Rss,
            "http://www.w3.org/2005/Atom" => Self::Atom,
            "http://purl.org/rss/1.0/modules/content/" => Self::Content,
            "http://purl.org/dc/elements/1.1/" => Self::DublinCore,
            "http://wellformedweb.org/CommentAPI/" => Self::Comments,
            _ => Self::Other,
        }
    }
}

/// The start of an element.
#[derive(Debug)]
pub(super) struct Element {
    /// `None` where the document names none.
    space: Option<Space>,
    /// Without prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// How deep it lies; the root at one.
    pub depth: usize,
    /// What relative addresses in it are told from.
    pub base: Option<Url>,
}

impl Element {
    fn new(space: Option<Space>, start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().flatten().map(|attribute| {
            let value = escape::unescape(&attribute.value)
                .map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
            (attribute.key.as_ref().to_owned(), value)
        });
        Self {
            space,
            name: start.local_name().as_ref().to_owned(),
            attributes: attributes.collect(),
            depth: 0,
            base: None,
        }
    }

    /// An attribute by its name with prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.as_str())
    }
}

enum Node {
    Start(Element),
    Text(String),
    End(String),
}

type Result<T> = std::result::Result<T, String>;

/// A document that is read from its start to its end.
pub(super) struct Source<'t> {
    reader: NsReader<&'t [u8]>,
    /// The node that comes next: of an element its words are taken, or not, before its end is gone to.
    next: Result<Option<Node>>,
    /// What ended a run of words.
    pending: Option<Node>,
    depth: usize,
    /// `xml:base`, with the depth from which each holds.
    bases: Vec<(usize, Url)>,
    /// The vocabulary of elements for which the document names none.
    space: Space,
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.trim_markup_names_in_closing_tags = true;
        let mut source = Self {
            reader,
            next: Ok(None),
            pending: None,
            depth: 0,
            bases: Vec::new(),
            space: Space::Other,
        };
        source.next = source.read();
        source
    }

    /// Says which vocabulary the root element stands for.
    pub(super) fn set_space(&mut self, space: Space) {
        self.space = space;
    }

    /// The vocabulary of an element.
    pub(super) fn space(&self, element: &Element) -> Space {
        element.space.unwrap_or(self.space)
    }

    /// The next element at a depth, in the one that is open above it. `None` at the end of that.
    ///
    /// # Errors
    /// Where the document is damaged: in words.
    pub(super) fn element(&mut self, depth: usize) -> Result<Option<Element>> {
        while let Some(node) = self.advance()? {
            match node {
                Node::Start(mut element) => {
                    self.depth += 1;
                    self.push_base(&element);
                    if self.depth == depth {
                        element.depth = depth;
                        element.base = self.bases.last().map(|(_, base)| base.clone());
                        return Ok(Some(element));
                    }
                }
                Node::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    while self.bases.last().is_some_and(|(at, _)| *at > self.depth) {
                        self.bases.pop();
                    }
                }
                Node::Text(_) => {}
            }
            if self.depth + 1 < depth {
                return Ok(None);
            }
        }
        if self.depth > 0 {
            return Err(damage(&SyntaxError::UnclosedTag.into()));
        }
        Ok(None)
    }

    fn push_base(&mut self, element: &Element) {
        let Some(written) = element.attribute("xml:base") else {
            return;
        };
        let base = match Url::parse(written) {
            Err(url::ParseError::RelativeUrlWithoutBase) => {
                self.bases.last().and_then(|(_, base)| base.join(written).ok())
            }
            other => other.ok(),
        };
        if let Some(base) = base {
            self.bases.push((self.depth, base));
        }
    }

    /// The words at the start of the element that was just given. `None` where it begins with another, or is empty.
    pub(super) fn words(&mut self) -> Option<String> {
        if !matches!(self.next, Ok(Some(Node::Text(_)))) {
            return None;
        }
        match self.advance() {
            Ok(Some(Node::Text(text))) => Some(text),
            _ => None,
        }
    }

    /// What is in an element, as markup; of XHTML without the `div` that holds it.
    ///
    /// # Errors
    /// Where the document is damaged: in words.
    pub(super) fn markup(&mut self, element: &Element) -> Result<String> {
        let mut out = String::new();
        let mut deep = 0_usize;
        let mut tops = 0;
        let mut inner = None;
        let mut ends = 0;
        loop {
            match &self.next {
                Err(_) | Ok(Some(Node::Start(_) | Node::Text(_))) => {}
                Ok(Some(Node::End(_))) if deep > 0 => {}
                Ok(Some(Node::End(_)) | None) => break,
            }
            match self.advance()? {
                Some(Node::Start(start)) => {
                    open(&mut out, &start);
                    if deep == 0 {
                        tops += 1;
                        inner = (start.name == "div").then_some(out.len());
                    }
                    deep += 1;
                }
                Some(Node::Text(text)) => {
                    if deep == 0 && !text.bytes().all(|b| b.is_ascii_whitespace()) {
                        tops += 1;
                    }
                    out.push_str(&escape::minimal_escape(&text));
                }
                Some(Node::End(name)) => {
                    deep -= 1;
                    ends = out.len();
                    out.push_str(&format!("</{name}>"));
                }
                None => break,
            }
        }
        match inner {
            Some(from) if tops == 1 && element.attribute("type") == Some("xhtml") => {
                Ok(out.get(from..ends).unwrap_or_default().to_owned())
            }
            _ => Ok(out),
        }
    }

    fn advance(&mut self) -> Result<Option<Node>> {
        let next = std::mem::replace(&mut self.next, Ok(None));
        if next.is_ok() {
            self.next = self.read();
        }
        next
    }

    /// The next node; words, CDATA and characters by name or number between two marks are one.
    fn read(&mut self) -> Result<Option<Node>> {
        if let Some(node) = self.pending.take() {
            return Ok(Some(node));
        }
        let mut text = String::new();
        let end = loop {
            let (space, event) = self.reader.read_resolved_event().map_err(|e| damage(&e))?;
            match event {
                Event::Start(start) => {
                    let space = match space {
                        ResolveResult::Bound(space) => Some(Space::parse(space.as_ref())),
                        ResolveResult::Unknown(_) | ResolveResult::Unbound => None,
                    };
                    break Some(Node::Start(Element::new(space, &start)));
                }
                Event::End(end) => break Some(Node::End(end.local_name().as_ref().to_owned())),
                Event::Text(words) => text.push_str(&words),
                Event::CData(words) => text.push_str(&words),
                Event::GeneralRef(name) => match name.resolve_char_ref().map_err(|e| damage(&e))? {
                    Some(c) => text.push(c),
                    None => match escape::resolve_predefined_entity(&name) {
                        Some(c) => text.push_str(c),
                        None => text.push_str(&format!("&{};", &*name)),
                    },
                },
                Event::Eof => break None,
                _ => {}
            }
        };
        if text.is_empty() {
            return Ok(end);
        }
        self.pending = end;
        Ok(Some(Node::Text(text)))
    }
}

fn damage(error: &quick_xml::Error) -> String {
    format!("unable to parse XML: Parser error: {error}")
}

fn open(out: &mut String, element: &Element) {
    out.push('<');
    out.push_str(&element.name);
    for (name, value) in &element.attributes {
        out.push_str(&format!(" {name}=\"{value}\""));
    }
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_with_their_vocabulary() {
        let mut source = Source::new(
            "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:x='urn:x'><dc:date>1</dc:date><x:a/><b><c/>2</b></rss>",
        );
        source.set_space(Space::Rss);
        let root = source.element(1).expect("sound").expect("root");
        let mut found = Vec::new();
        while let Some(element) = source.element(root.depth + 1).expect("sound") {
            found.push((source.space(&element), element.name.clone(), source.words()));
        }
        assert_eq!(
            found,
            [
                (Space::DublinCore, "date".to_owned(), Some("1".to_owned())),
                (Space::Other, "a".to_owned(), None),
                (Space::Rss, "b".to_owned(), None)
            ]
        );
    }

    #[test]
    fn markup_in_elements() {
        for (inner, kind, expected) in [
            ("<p a='b'>1 &lt; 2</p>x", "html", "<p a=\"b\">1 &lt; 2</p>x"),
            (" <div><p>1</p></div> ", "xhtml", "<p>1</p>"),
            ("<div>1</div><div>2</div>", "xhtml", "<div>1</div><div>2</div>"),
            ("0<div>1</div>", "xhtml", "0<div>1</div>"),
            ("<p>1</p>", "xhtml", "<p>1</p>"),
        ] {
            let text = format!("<feed><title type='{kind}'>{inner}</title></feed>");
            let mut source = Source::new(&text);
            source.element(1).expect("sound");
            let title = source.element(2).expect("sound").expect("title");
            assert_eq!(source.markup(&title).as_deref(), Ok(expected), "{inner}");
            assert!(source.element(2).expect("sound").is_none());
        }
    }

    #[test]
    fn damage_is_told() {
        let mut source = Source::new("<a><b></a>");
        assert!(source.element(1).is_ok() && source.element(2).is_ok() && source.element(2).is_err());
        assert!(Source::new("<a>").element(2).is_err());
    }
}
