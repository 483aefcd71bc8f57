//! One entry: what the feed's parser gives of it, and what it leaves.

use dossier_model::Basis;
use feed_rs::model::{Entry, Feed, Text};

use super::super::newsml::page;
use super::super::xml::Element;
use crate::raw::{Extent, Hints, Raw};
use crate::{date, html};

dossier_world::words!(FOOTERS = "formats/feed_footers.txt");

/// What addresses of entries are relative to.
#[derive(Debug, Default)]
pub(super) struct Base(Option<String>);

impl Base {
    /// The feed's page.
    pub(super) fn of(feed: &Feed) -> Self {
        let pages = feed.links.iter().filter(|l| l.rel.as_deref() != Some("self"));
        let all = pages.chain(&feed.links).map(|l| l.href.trim());
        Self(
            all.filter(|href| href.starts_with("http"))
                .map(str::to_owned)
                .next(),
        )
    }

    /// The base that a JSON feed states.
    pub(super) fn at(address: Option<String>) -> Self {
        Self(address.filter(|a| a.starts_with("http")))
    }

    /// An address as an absolute one.
    pub(super) fn absolute(&self, address: &str) -> Option<String> {
        html::absolute(address, self.0.as_deref())
    }
}

/// An entry in the terms of all articles.
pub(super) fn raw(
    feed: &Feed,
    entry: &Entry,
    own: Option<&Element>,
    base: &Base,
    place: String,
) -> (Raw, Hints) {
    let language = entry.language.clone().or_else(|| feed.language.clone());
    let source = own.and_then(source);
    let outlet = feed.title.as_ref().map(|t| plain(&t.content).trim().to_owned());
    let outlet = source.clone().or(outlet).filter(|o| !o.is_empty());
    let title = title(entry, own).map(|t| without_source(t, source.as_deref()));
    let credit = html::credit(&authors(entry, own), outlet.as_deref());
    let (words, extent) = words(entry, own);
    let raw = Raw {
        source: place,
        url: address(entry, own, base),
        title,
        byline: credit.byline,
        agency: credit.agency.map(str::to_owned),
        published: published(entry, own.and_then(written).as_deref(), language.as_deref()),
        // The parser gives entries that state no change the moment of their publication; one that is no later is dropped.
        modified: entry.published.and(entry.updated).map(|m| m.to_rfc3339()),
        outlet,
        language,
        extent,
        ..Raw::default()
    };
    filled(raw, &words)
}

/// An article with the words of an entry, which are markup or plain.
pub(super) fn filled(raw: Raw, words: &str) -> (Raw, Hints) {
    let words = html::unescaped(words);
    let words = without_footer(&words);
    if is_markup(words) {
        html::read(Raw {
            text: page(words),
            ..raw
        })
    } else {
        let text = plain(words);
        (Raw { text, ..raw }, Hints::default())
    }
}

/// Longer last lines say something of their own.
const FOOTER: usize = 400;

/// Words without the line that programs put behind an entry: "The post … appeared first on …".
fn without_footer(words: &str) -> &str {
    let bare = words.trim_end();
    let at = bare
        .rfind("<p")
        .or_else(|| bare.rfind('\n'))
        .unwrap_or(bare.len());
    let (head, tail) = bare.split_at(at);
    let line = html::text_of(tail).trim().to_lowercase();
    let is_footer = line.len() <= FOOTER && FOOTERS.iter().any(|f| line.contains(f));
    if is_footer && !head.trim().is_empty() {
        head
    } else {
        words
    }
}

/// The date as it is written.
fn written(own: &Element) -> Option<String> {
    const NAMES: &[&str] = &["pubDate", "published", "issued", "date", "updated", "modified"];
    NAMES
        .iter()
        .find_map(|name| own.child(name))
        .and_then(Element::words)
}

/// The date as it is written, where we can read it: with its own zone, or without one where its name means several. Else
/// the moment that the parser read, in UTC.
fn published(entry: &Entry, written: Option<&str>, language: Option<&str>) -> Option<String> {
    let read = |w: &&str| date::parse_in_language(w, Basis::Metadata, language).is_some();
    let moment = entry.published.or(entry.updated);
    written
        .filter(read)
        .map(str::to_owned)
        .or_else(|| moment.map(|m| m.to_rfc3339()))
        .or_else(|| written.map(str::to_owned))
}

/// The address of an entry: its link, else an identifier that says to be one.
fn address(entry: &Entry, own: Option<&Element>, base: &Base) -> Option<String> {
    let link = entry
        .links
        .iter()
        .find(|l| l.rel.as_deref().is_none_or(|r| r == "alternate"))
        .or_else(|| entry.links.first())
        .map(|l| l.href.clone());
    let stated = || {
        own?.children()
            .filter(|e| e.name == "link")
            .find_map(Element::words)
    };
    let permanent = || {
        let guid = own?.child("guid")?;
        let text = guid.words()?;
        let said = guid.attribute("isPermaLink");
        let is_one = said.is_none_or(|s| s.eq_ignore_ascii_case("true")) && text.starts_with("http");
        is_one.then_some(text)
    };
    link.and_then(|l| base.absolute(&l))
        .or_else(|| base.absolute(&stated()?))
        .or_else(permanent)
}

/// The paper that an entry of a collection was taken from.
fn source(own: &Element) -> Option<String> {
    let source = own.child("source")?;
    let name = source.child("title").unwrap_or(source).words()?;
    Some(plain(&name).trim().to_owned()).filter(|n| !n.is_empty() && !n.contains("://"))
}

/// Collections print the paper behind the headline: "Ferry line to open - Harbour News".
fn without_source(title: String, source: Option<&str>) -> String {
    let cut = source.and_then(|source| {
        let head = title.strip_suffix(source)?.trim_end();
        head.strip_suffix(['-', '–', '—', '|']).map(str::trim_end)
    });
    cut.filter(|head| !head.is_empty())
        .map_or_else(|| title.clone(), str::to_owned)
}

/// The headline. In Atom it is plain words unless it says that it is markup; elsewhere either is written.
fn title(entry: &Entry, own: Option<&Element>) -> Option<String> {
    let stated: &Text = entry.title.as_ref()?;
    let typed = own.filter(|e| e.name == "entry").and_then(|e| e.child("title"));
    // Many leave out the type of what is markup all the same.
    let closed = stated.content.contains("</");
    let literal = typed.is_some_and(|t| match t.attribute("type") {
        None => !closed,
        Some(kind) => matches!(kind, "text" | "text/plain"),
    });
    Some(if literal {
        stated.content.clone()
    } else {
        plain(&stated.content)
    })
}

/// The authors, one a line, without the addresses of mail that RSS has beside them.
fn authors(entry: &Entry, own: Option<&Element>) -> Vec<String> {
    let parsed = entry.authors.iter().filter_map(|p| p.name.clone());
    let mut out: Vec<String> = parsed.collect();
    if out.is_empty() {
        // Where a prefix is not declared, the parser passes over the element.
        let stated = own.into_iter().flat_map(Element::children);
        let stated = stated.filter(|e| matches!(e.name.as_str(), "creator" | "author"));
        out.extend(stated.filter_map(|e| e.child("name").unwrap_or(e).words()));
    }
    out.iter().filter_map(|name| named(name)).collect()
}

/// "desk@harbour.example (Ana Ruiz)", "Ana Ruiz <ana@harbour.example>": the name.
pub(super) fn named(stated: &str) -> Option<String> {
    let text = plain(stated);
    let kept: Vec<&str> = text.split_whitespace().filter(|w| !w.contains('@')).collect();
    let name = kept.join(" ");
    let name = name.trim_matches(['<', '>']).trim();
    let name = name
        .strip_prefix('(')
        .and_then(|n| n.strip_suffix(')'))
        .unwrap_or(name);
    (name.chars().any(char::is_alphabetic)).then(|| name.to_owned())
}

/// Elements for the whole text, which not all parsers know.
const WHOLE: [&str; 5] = ["encoded", "full-text", "fulltext", "content", "body"];

/// The words of an entry, and whether they are the whole article. The longer of content and summary counts: some feeds
/// fill "content" with less than the summary.
fn words(entry: &Entry, own: Option<&Element>) -> (String, Extent) {
    let parsed = entry.content.as_ref().and_then(|c| c.body.clone());
    let others = own.into_iter().flat_map(Element::children);
    // Media have a "content" with nothing in it.
    let others = others.filter(|e| WHOLE.contains(&e.name.as_str()) && e.attribute("url").is_none());
    let content = parsed
        .into_iter()
        .chain(others.map(inner))
        .max_by_key(String::len);
    let summary = entry.summary.as_ref().map(|s| s.content.as_str());
    match (content, summary) {
        (Some(c), Some(s)) if c.len() >= s.len() => {
            let extent = extent(&c, true);
            (c, extent)
        }
        (_, Some(s)) => (s.to_owned(), extent(s, false)),
        (Some(c), None) => {
            let extent = extent(&c, true);
            (c, extent)
        }
        (None, None) => (String::new(), Extent::Summary),
    }
}

/// What is in an element: its markup where it has elements, else its words as they stand.
fn inner(element: &Element) -> String {
    let mut out = String::new();
    if element.children().next().is_some() {
        element.markup(&str::to_owned, &mut out);
    } else {
        element.push_words(&mut out);
    }
    out
}

/// Bytes of words from which on a description is taken for the whole article.
const LONG: usize = 1_500;

/// Publishers put the whole text into an element made for it, or into the description, whose form does not tell: a long
/// one is the text. Where a text is cut, they write an ellipsis or a link to go on at its end.
pub(super) fn extent(words: &str, content: bool) -> Extent {
    let text = plain(words);
    let text = text.trim_end();
    let lines = text.lines().rev().map(str::trim).filter(|l| !l.is_empty());
    let cut = lines.take(2).any(|line| {
        let lower = line.to_lowercase();
        let ends = ["…", "...", "[…]", "[...]", "[&hellip;]"];
        let links = [
            "read more",
            "continue reading",
            "read the full",
            "read full",
            "keep reading",
        ];
        ends.iter().any(|e| line.ends_with(e))
            || links
                .iter()
                .any(|l| lower.starts_with(l) || lower.ends_with(l) || lower.ends_with(&format!("{l} »")))
    });
    if cut || !content && text.len() < LONG || text.is_empty() {
        Extent::Summary
    } else {
        Extent::Full
    }
}

fn is_markup(words: &str) -> bool {
    words.contains('<') && words.contains('>')
}

/// Words without markup; feeds write either. Signs of a section that was quoted as text are none of it.
pub(super) fn plain(words: &str) -> String {
    if words.contains("<![CDATA[") || words.contains("]]>") {
        return plain(&words.replace("<![CDATA[", "").replace("]]>", ""));
    }
    if is_markup(words) || words.contains('&') && words.contains(';') {
        html::text_of(words)
    } else {
        words.to_owned()
    }
}
