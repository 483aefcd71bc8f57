//! The formats of feeds: RSS 0.9 to 2.0, Atom, JSON Feed.

use serde_json::Value;

use super::entry::{Entry, Feed, Link};
use super::source::{Element, Source, Space};
use super::{moment, person};

type Result<T> = std::result::Result<T, String>;

/// What a feed of any format says.
///
/// # Errors
/// Where it is none, or damaged: in words.
pub(super) fn parse(text: &str) -> Result<Feed> {
    match text.find(['<', '{']).and_then(|at| text.get(at..=at)) {
        Some("<") => xml(text),
        Some(_) => json(text),
        None => Err(no_root()),
    }
}

fn no_root() -> String {
    "unable to parse feed: no root element".to_owned()
}

fn xml(text: &str) -> Result<Feed> {
    let mut source = Source::new(text);
    let Ok(Some(root)) = source.element(1) else {
        return Err(no_root());
    };
    match (root.name.as_str(), root.attribute("version")) {
        ("feed", _) => {
            source.set_space(Space::Atom);
            atom(&mut source, &root)
        }
        ("entry", _) => {
            source.set_space(Space::Atom);
            let entries = vec![atom_entry(&mut source, &root)?];
            Ok(Feed {
                entries,
                ..Feed::default()
            })
        }
        ("rss", Some("2.0" | "" | "0.91" | "0.92")) => {
            source.set_space(Space::Rss);
            rss(&mut source, &root)
        }
        ("RDF", _) => {
            source.set_space(Space::Rss);
            rdf(&mut source, &root)
        }
        _ => Err(no_root()),
    }
}

fn trimmed(words: Option<String>) -> Option<String> {
    words.map(|w| w.trim().to_owned())
}

fn link(source: &mut Source<'_>, element: &Element, is_comments: bool) -> Option<Link> {
    let link = Link::new(&source.words()?, element.base.as_ref());
    Some(Link { is_comments, ..link })
}

/// RSS 0.91 to 2.0.
fn rss(source: &mut Source<'_>, root: &Element) -> Result<Feed> {
    let channel = loop {
        match source.element(root.depth + 1)? {
            Some(element) if element.name == "channel" => break element,
            Some(_) => {}
            None => return Err(no_root()),
        }
    };
    let mut feed = Feed::default();
    while let Some(child) = source.element(channel.depth + 1)? {
        match (source.space(&child), child.name.as_str()) {
            (Space::Rss, "title") => feed.title = trimmed(source.words()),
            (Space::Rss, "language") => feed.language = source.words().map(|l| l.to_lowercase()),
            (Space::Rss, "item") => feed.entries.push(rss_item(source, &child)?),
            _ => {}
        }
    }
    Ok(feed)
}

fn rss_item(source: &mut Source<'_>, item: &Element) -> Result<Entry> {
    let mut entry = Entry::default();
    while let Some(child) = source.element(item.depth + 1)? {
        match (source.space(&child), child.name.as_str()) {
            (Space::Rss, "title") => entry.title = trimmed(source.words()),
            (Space::Rss, "link") | (Space::Comments, "commentRss" | "commentRSS") => {
                entry.links.extend(link(source, &child, false));
            }
            (Space::Rss, "comments") => entry.links.extend(link(source, &child, true)),
            (Space::Rss, "description") => entry.summary = trimmed(source.words()),
            (Space::Content, "encoded") => entry.content = source.words(),
            (Space::Rss, "author") | (Space::DublinCore, "creator") => {
                entry
                    .authors
                    .extend(source.words().and_then(|w| person::name(&w)));
            }
            (Space::Rss, "pubDate") | (Space::DublinCore, "date") => {
                entry.published = source.words().and_then(|w| moment(&w));
            }
            (Space::Rss | Space::Atom, "updated") => {
                entry.updated = source.words().and_then(|w| moment(&w));
            }
            _ => {}
        }
    }
    entry.updated = entry.updated.or(entry.published);
    // Comments that stand beneath the entry itself are no address of their own.
    let own: Vec<String> = (entry.links.iter())
        .filter(|l| !l.is_comments)
        .map(|l| l.href.clone())
        .collect();
    entry.links.retain(|l| !l.is_comments || !own.contains(&l.href));
    Ok(entry)
}

/// RSS 0.9 and 1.0, whose items stand beside the channel.
fn rdf(source: &mut Source<'_>, root: &Element) -> Result<Feed> {
    let mut feed = Feed::default();
    while let Some(child) = source.element(root.depth + 1)? {
        match (source.space(&child), child.name.as_str()) {
            (Space::Rss, "channel") => {
                while let Some(of) = source.element(child.depth + 1)? {
                    match (source.space(&of), of.name.as_str()) {
                        (Space::Rss, "title") => feed.title = trimmed(source.words()),
                        (Space::DublinCore, "language") => feed.language = source.words(),
                        _ => {}
                    }
                }
            }
            (Space::Rss, "item") => {
                let entry = rdf_item(source, &child)?;
                // An item that leads nowhere is none.
                if !entry.links.is_empty() {
                    feed.entries.push(entry);
                }
            }
            _ => {}
        }
    }
    Ok(feed)
}

fn rdf_item(source: &mut Source<'_>, item: &Element) -> Result<Entry> {
    let mut entry = Entry::default();
    while let Some(child) = source.element(item.depth + 1)? {
        match (source.space(&child), child.name.as_str()) {
            (Space::Rss, "title") => entry.title = trimmed(source.words()),
            (Space::Rss, "link") => entry.links.extend(link(source, &child, false)),
            (Space::Rss, "description") => entry.summary = trimmed(source.words()),
            (Space::DublinCore, "description") if entry.summary.is_none() => {
                entry.summary = trimmed(source.words());
            }
            (Space::Content, "encoded") => entry.content = trimmed(source.words()),
            (Space::DublinCore, "creator") => {
                entry
                    .authors
                    .extend(source.words().and_then(|w| person::name(&w)));
            }
            (Space::DublinCore, "date") => entry.published = source.words().and_then(|w| moment(&w)),
            _ => {}
        }
    }
    Ok(entry)
}

fn atom(source: &mut Source<'_>, root: &Element) -> Result<Feed> {
    let mut feed = Feed {
        language: root.attribute("xml:lang").map(str::to_owned),
        ..Feed::default()
    };
    while let Some(child) = source.element(root.depth + 1)? {
        match (source.space(&child), child.name.as_str()) {
            (Space::Atom, "title") => feed.title = Some(atom_text(source, &child)?),
            (Space::Atom, "entry") => feed.entries.push(atom_entry(source, &child)?),
            _ => {}
        }
    }
    Ok(feed)
}

fn atom_entry(source: &mut Source<'_>, element: &Element) -> Result<Entry> {
    let mut entry = Entry::default();
    while let Some(child) = source.element(element.depth + 1)? {
        match (source.space(&child), child.name.as_str()) {
            (Space::Atom, "title") => entry.title = Some(atom_text(source, &child)?),
            (Space::Atom, "summary") => entry.summary = Some(atom_text(source, &child)?),
            (Space::Atom, "content") => {
                entry.language = child.attribute("xml:lang").map(str::to_owned);
                // What stands elsewhere is not fetched.
                let is_here = child.attribute("src").is_none();
                entry.content = is_here.then(|| atom_text(source, &child)).transpose()?;
            }
            (Space::Atom, "author") => entry.authors.extend(atom_name(source, &child)?),
            (Space::Atom, "link") => entry.links.extend(child.attribute("href").map(|href| Link {
                rel: Some(child.attribute("rel").unwrap_or("alternate").to_owned()),
                ..Link::new(href, child.base.as_ref())
            })),
            (Space::Comments, "commentRss" | "commentRSS") => {
                entry.links.extend(link(source, &child, false));
            }
            (Space::Atom, "updated") => set(&mut entry.updated, source.words()),
            (Space::Atom, "published" | "pubDate") => set(&mut entry.published, source.words()),
            _ => {}
        }
    }
    Ok(entry)
}

fn set(to: &mut Option<i64>, words: Option<String>) {
    if let Some(words) = words {
        *to = moment(&words);
    }
}

/// The words of an element, or where it begins with markup, that.
fn atom_text(source: &mut Source<'_>, element: &Element) -> Result<String> {
    let is_markup = element.attribute("type") == Some("xhtml");
    let words = if is_markup { None } else { source.words() };
    let text = match words {
        Some(words) => words,
        None => source.markup(element)?,
    };
    Ok(text.trim().to_owned())
}

fn atom_name(source: &mut Source<'_>, person: &Element) -> Result<Option<String>> {
    let mut name = None;
    while let Some(child) = source.element(person.depth + 1)? {
        if child.name == "name" {
            name = source.words().or(name);
        }
    }
    Ok(name)
}

/// JSON Feed.
fn json(text: &str) -> Result<Feed> {
    let feed: Value = serde_json::from_str(text).map_err(|e| format!("unable to parse JSON: {e}"))?;
    let version = string(&feed, "version").unwrap_or_default();
    if !version.starts_with("https://jsonfeed.org/version/1") {
        return Err(format!("unsupported version: {version}"));
    }
    let Some(items) = feed.get("items").and_then(Value::as_array) else {
        return Err("unable to parse JSON: no items".to_owned());
    };
    let authors = json_authors(&feed);
    let entries = items.iter().map(|item| {
        let mut entry = json_item(item);
        if entry.authors.is_empty() {
            entry.authors.clone_from(&authors);
        }
        entry
    });
    Ok(Feed {
        title: trimmed(string(&feed, "title")),
        language: string(&feed, "language"),
        entries: entries.collect(),
    })
}

fn string(of: &Value, key: &str) -> Option<String> {
    of.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn json_item(item: &Value) -> Entry {
    let text = trimmed(string(item, "content_text"));
    let html = trimmed(string(item, "content_html"));
    let summary = trimmed(string(item, "summary"));
    let (content, summary) = match html {
        Some(html) => (Some(html), summary.or(text)),
        None => (text, summary),
    };
    let attachments = item.get("attachments").and_then(Value::as_array);
    let attached = attachments.into_iter().flatten().filter_map(|a| string(a, "url"));
    let addresses = ["url", "external_url"]
        .into_iter()
        .filter_map(|key| string(item, key));
    Entry {
        title: trimmed(string(item, "title")),
        links: addresses
            .chain(attached)
            .map(|href| Link::new(&href, None))
            .collect(),
        authors: json_authors(item),
        content,
        summary,
        language: None,
        published: string(item, "date_published").and_then(|w| moment(&w)),
        updated: string(item, "date_modified").and_then(|w| moment(&w)),
    }
}

/// The names in `author`, as in version 1, and in `authors`, each once.
fn json_authors(of: &Value) -> Vec<String> {
    let several = of.get("authors").and_then(Value::as_array);
    let all = of.get("author").into_iter().chain(several.into_iter().flatten());
    let mut names: Vec<String> = Vec::new();
    for name in all.filter_map(|author| person::name(&string(author, "name")?)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
