//! Pages: main text, headline and metadata.
//!
//! The main text is found by `dom_smoothie`; what a page says about itself (JSON-LD, OpenGraph, `meta`) comes
//! before what its markup looks like.

use std::collections::HashSet;

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use crate::article::Raw;
use crate::blocks;

/// A page deeper than this is no page of a person: its markup is dropped and its text kept.
const DEPTH: usize = 600;

/// A page whose text is mostly found in its own article field is one that writes itself by script.
const LEAST_TEXT: usize = 250;

/// Whether bytes look like a page.
pub(crate) fn is_page(head: &str) -> bool {
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let start: String = head.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return true;
    }
    let mut rest = start.as_str();
    // Comments and processing instructions may stand in front.
    while rest.starts_with("<!--") || rest.starts_with("<?") {
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        match rest.find(end) {
            Some(i) => rest = rest.get(i + end.len()..).unwrap_or("").trim_start(),
            None => break,
        }
    }
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<article",
        "<section",
        "<main",
        "<meta",
        "<title",
        "<h1",
        "<span",
        "<header",
        "<script",
        "<link",
        "<figure",
        "<b>",
        "<i>",
        "<a ",
    ]
    .iter()
    .any(|tag| rest.starts_with(tag))
}

/// The character set that a page states.
pub(crate) fn stated_encoding(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(4096))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let at = head.find("charset=").map(|i| i + 8).or_else(|| {
        head.starts_with("<?xml")
            .then(|| head.find("encoding=").map(|i| i + 9))
            .flatten()
    })?;
    let label: String = head
        .get(at..)?
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    (!label.is_empty()).then_some(label)
}

/// What markup tells beside the words: which lines stand under pictures.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hints {
    /// Keys of caption lines.
    pub captions: HashSet<String>,
}

/// A page as an article, filling only the fields that `raw` lacks; `raw.text` holds the markup. `None` where
/// the markup is deeper than any page's.
pub(crate) fn read(mut raw: Raw) -> (Raw, Hints) {
    let html = std::mem::take(&mut raw.text);
    if depth(&html) > DEPTH {
        raw.text = strip(&html);
        return (raw, Hints::default());
    }
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let Ok(mut page) = Readability::new(html.as_str(), None, Some(config)) else {
        raw.text = strip(&html);
        return (raw, Hints::default());
    };
    let linked = page.parse_json_ld();
    let own_body = linked_body(&page.doc);
    let meta = page.get_article_metadata(linked);
    let hints = hints(&page.doc);
    let site = meta
        .site_name
        .clone()
        .filter(|s| !s.trim().is_empty())
        .or_else(|| {
            first_attr(
                &page.doc,
                &[
                    ("meta[property='og:site_name']", "content"),
                    ("meta[name='application-name']", "content"),
                ],
            )
        });
    raw.url = raw
        .url
        .or_else(|| {
            absolute(first_attr(
                &page.doc,
                &[
                    ("link[rel='canonical']", "href"),
                    ("meta[property='og:url']", "content"),
                ],
            ))
        })
        .or_else(|| absolute(meta.url.clone()));
    raw.published = raw
        .published
        .or_else(|| published(&page.doc, meta.published_time.as_deref()));
    raw.language = raw
        .language
        .or_else(|| meta.lang.clone())
        .or_else(|| first_attr(&page.doc, &[("html", "lang")]));
    raw.byline = raw.byline.or_else(|| byline(meta.byline.as_deref()));
    raw.title = raw
        .title
        .or_else(|| title(&page.doc, &meta.title, site.as_deref()));
    raw.outlet = raw.outlet.or(site);
    let text = page
        .parse()
        .map(|a| a.text_content.to_string())
        .unwrap_or_default();
    raw.text = match own_body {
        Some(body) if text.trim().len() < LEAST_TEXT && body.len() > text.trim().len() => body,
        _ if text.trim().is_empty() => text_of(&html),
        _ => text,
    };
    (raw, hints)
}

/// The text of a piece of markup: everything in it, paragraphs apart.
pub(crate) fn text_of(html: &str) -> String {
    if depth(html) > DEPTH {
        return strip(html);
    }
    let doc = Document::from(html);
    doc.select("script, style, noscript, template, nav, footer, form, iframe, button, title")
        .remove();
    doc.formatted_text().to_string()
}

fn hints(doc: &Document) -> Hints {
    let captions = doc
        .select("figcaption, [class*='caption'], .wp-caption-text")
        .iter()
        .map(|node| node.text().to_string())
        .filter(|t| t.len() < 1_000)
        .flat_map(|t| {
            std::iter::once(blocks::key(&t))
                .chain(t.lines().map(blocks::key))
                .collect::<Vec<_>>()
        })
        .filter(|k| k.len() >= 8)
        .collect();
    Hints { captions }
}

/// The first of the given attributes that is there and not empty.
fn first_attr(doc: &Document, places: &[(&str, &str)]) -> Option<String> {
    places.iter().find_map(|(selector, attr)| {
        let value = doc.select(selector).attr(attr)?.trim().to_owned();
        (!value.is_empty()).then_some(value)
    })
}

fn absolute(url: Option<String>) -> Option<String> {
    url.filter(|u| u.starts_with("http://") || u.starts_with("https://"))
}

fn published(doc: &Document, known: Option<&str>) -> Option<String> {
    let readable = |t: &str| crate::date::parse_published(t, dossier_model::Basis::Metadata).is_some();
    known.filter(|t| readable(t)).map(str::to_owned).or_else(|| {
        const PLACES: &[(&str, &str)] = &[
            ("meta[property='article:published_time']", "content"),
            ("meta[property='article:published']", "content"),
            ("meta[property='og:article:published_time']", "content"),
            ("meta[itemprop='datePublished']", "content"),
            ("meta[name='article:published_time']", "content"),
            ("meta[name='datePublished']", "content"),
            ("meta[name='pubdate']", "content"),
            ("meta[name='publishdate']", "content"),
            ("meta[name='publish-date']", "content"),
            ("meta[name='publication_date']", "content"),
            ("meta[name='parsely-pub-date']", "content"),
            ("meta[name='sailthru.date']", "content"),
            ("meta[name='DC.date.issued']", "content"),
            ("meta[name='dc.date']", "content"),
            ("meta[name='date']", "content"),
            ("meta[name='Date']", "content"),
            ("[itemprop='datePublished']", "datetime"),
            ("[itemprop='datePublished']", "content"),
            ("time[pubdate]", "datetime"),
            ("article time[datetime]", "datetime"),
            ("time[datetime]", "datetime"),
        ];
        PLACES
            .iter()
            .find_map(|place| first_attr(doc, &[*place]).filter(|t| readable(t)))
    })
}

/// The author as a name: no address, no page, no "By".
fn byline(field: Option<&str>) -> Option<String> {
    let name = field?.trim();
    let fits = !name.is_empty()
        && name.len() <= 200
        && !name.contains("://")
        && !name.contains('\n')
        && !name.contains('@');
    fits.then(|| name.to_owned())
}

/// The page's headline without the site's name behind it.
fn title(doc: &Document, stated: &str, site: Option<&str>) -> Option<String> {
    let stated = stated.trim();
    let heading = doc.select("h1");
    let key = blocks::key(stated);
    for node in heading.iter() {
        let text = node.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let own = blocks::key(&text);
        if own.len() >= 12 && !own.is_empty() && key.starts_with(&own) {
            return Some(text);
        }
    }
    let site = site.map(blocks::key);
    let mut out = stated;
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « "] {
        if let Some((head, tail)) = out.rsplit_once(mark)
            && site.as_ref().is_some_and(|s| {
                let tail = blocks::key(tail);
                !tail.is_empty() && (*s == tail || s.contains(&tail) || tail.contains(s.as_str()))
            })
        {
            out = head.trim();
            break;
        }
    }
    (!out.is_empty()).then(|| out.to_owned())
}

/// The `articleBody` of the page's JSON-LD.
fn linked_body(doc: &Document) -> Option<String> {
    for node in doc.select("script[type='application/ld+json']").iter() {
        let Ok(value) = serde_json::from_str::<serde_json::Value>(node.text().trim()) else {
            continue;
        };
        if let Some(body) = body_in(&value, 0) {
            return Some(if body.contains("</p>") {
                text_of(body)
            } else {
                body.to_owned()
            });
        }
    }
    None
}

fn body_in(value: &serde_json::Value, depth: usize) -> Option<&str> {
    if depth > 6 {
        return None;
    }
    match value {
        serde_json::Value::Object(o) => o
            .get("articleBody")
            .and_then(serde_json::Value::as_str)
            .filter(|b| b.len() > LEAST_TEXT)
            .or_else(|| o.values().find_map(|v| body_in(v, depth + 1))),
        serde_json::Value::Array(a) => a.iter().find_map(|v| body_in(v, depth + 1)),
        _ => None,
    }
}

/// How deep elements are nested, without those that end by themselves.
fn depth(html: &str) -> usize {
    const FLAT: &[&str] = &[
        "p", "li", "td", "tr", "th", "dt", "dd", "option", "br", "img", "hr", "input", "meta", "link",
        "source", "col", "area", "base", "wbr", "embed", "param", "track", "tbody", "thead", "path",
        "circle", "rect", "use", "svg",
    ];
    let (mut now, mut most) = (0_usize, 0_usize);
    let bytes = html.as_bytes();
    for (i, _) in html.match_indices('<') {
        let closing = bytes.get(i + 1) == Some(&b'/');
        let start = i + 1 + usize::from(closing);
        let name = bytes.get(start..).unwrap_or(&[]);
        let len = name
            .iter()
            .take(24)
            .take_while(|b| b.is_ascii_alphanumeric())
            .count();
        if len == 0 || !name.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let name = name.get(..len).unwrap_or(&[]);
        if FLAT.iter().any(|f| f.as_bytes().eq_ignore_ascii_case(name)) {
            continue;
        }
        if closing {
            now = now.saturating_sub(1);
        } else {
            now += 1;
            most = most.max(now);
        }
    }
    most
}

/// The text between tags, for markup that no parser should see.
fn strip(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(rest.get(..open).unwrap_or(""));
        let tail = rest.get(open..).unwrap_or("");
        let Some(end) = tail.find('>') else {
            rest = "";
            break;
        };
        let tag = tail.get(1..end).unwrap_or("").to_ascii_lowercase();
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        rest = tail.get(end + 1..).unwrap_or("");
        if matches!(name.as_str(), "script" | "style") {
            let close = format!("</{name}");
            // Case of the end tag is folded on a short window only where it is found as written.
            let found = rest
                .find(&close)
                .or_else(|| rest.find(&close.to_ascii_uppercase()));
            rest = found.and_then(|i| rest.get(i..)).unwrap_or("");
        } else if !matches!(
            name.as_str(),
            "a" | "b" | "i" | "em" | "strong" | "span" | "font" | "u" | ""
        ) {
            out.push('\n');
        }
    }
    out.push_str(rest);
    for (entity, c) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        if out.contains(entity) {
            out = out.replace(entity, c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html lang="en-GB"><head>
        <title>Ferry line to open in May | Harbour News</title>
        <meta property="og:site_name" content="Harbour News">
        <link rel="canonical" href="https://harbour.example/ferry">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry line to open in May","datePublished":"2025-04-14T10:20:00+02:00","author":{"@type":"Person","name":"Ana Ruiz"},"publisher":{"@type":"Organization","name":"Harbour News"}}</script>
        </head><body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
        <article><h1>Ferry line to open in May</h1>
        <figure><img src="pier.jpg"><figcaption>The new pier in winter</figcaption></figure>
        <p>Ministers of the two coasts agreed on Monday to open a ferry line in May, after years of talks in which neither side would pay for the harbour works.</p>
        <p>The first ship will carry two hundred cars, the harbour office said, and a ticket will cost 40 euros for a grown person, while children travel free.</p>
        <p>“We have waited for this for thirty years,” said Ana Ruiz, who keeps an inn on the eastern shore, and who has been counting the cars that drive around the bay.</p>
        </article><footer>Copyright 2025 Harbour News</footer></body></html>"#;

    #[test]
    fn reads_a_page() {
        let (raw, hints) = read(Raw {
            text: PAGE.into(),
            ..Raw::default()
        });
        assert_eq!(raw.title.as_deref(), Some("Ferry line to open in May"));
        assert_eq!(raw.outlet.as_deref(), Some("Harbour News"));
        assert_eq!(raw.byline.as_deref(), Some("Ana Ruiz"));
        assert_eq!(raw.published.as_deref(), Some("2025-04-14T10:20:00+02:00"));
        assert_eq!(raw.url.as_deref(), Some("https://harbour.example/ferry"));
        assert_eq!(raw.language.as_deref(), Some("en-GB"));
        assert!(
            raw.text.contains("harbour works.\n\nThe first ship"),
            "{}",
            raw.text
        );
        assert!(!raw.text.contains("Sport"), "{}", raw.text);
        assert!(hints.captions.contains("thenewpierinwinter"));
    }

    #[test]
    fn deep_markup_keeps_its_words() {
        let html = format!(
            "{}Ministers agreed on a ferry line.{}",
            "<div>".repeat(100_000),
            "</div>".repeat(100_000)
        );
        let (raw, _) = read(Raw {
            text: html,
            ..Raw::default()
        });
        assert_eq!(raw.text.trim(), "Ministers agreed on a ferry line.");
    }

    #[test]
    fn nesting_up_to_the_limit_is_parsed() {
        let html = format!(
            "{}<p>Ministers agreed on a ferry line.{}",
            "<div>".repeat(DEPTH),
            "</div>".repeat(DEPTH)
        );
        let (raw, _) = read(Raw {
            text: html,
            ..Raw::default()
        });
        assert!(raw.text.contains("ferry line."), "{}", raw.text);
    }

    #[test]
    fn knows_pages() {
        assert!(is_page("\u{feff} <!-- x --><!DOCTYPE html>"));
        assert!(is_page("<p>Ministers agreed.</p>"));
        assert!(!is_page("<ministers agreed>"));
        assert!(!is_page("Ministers agreed on <b>Monday</b>."));
    }

    #[test]
    fn reads_the_stated_encoding() {
        assert_eq!(
            stated_encoding(b"<meta charset=\"windows-1251\">").as_deref(),
            Some("windows-1251")
        );
        assert_eq!(stated_encoding(b"<p>x</p>"), None);
    }
}
