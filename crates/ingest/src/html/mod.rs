//! Pages: main text, headline and metadata.
//!
//! The main text is found by `dom_smoothie`; what a page says about itself (JSON-LD, OpenGraph, `meta`) comes
//! before what its markup looks like.

mod body;
mod deep;
mod late;
mod lines;
mod linked;
mod meta;
mod prune;
mod shown;
mod site;
mod survey;
mod walls;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::raw::{Hints, Raw};
use crate::{blocks, date};
use dom_query::Document;
use dossier_model::{Evidence, Field, Published};
use lines::Line;
pub(crate) use meta::{absolute, credit};

dossier_world::words!(PAGE_STARTS = "html/page_starts.txt");

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
    PAGE_STARTS.iter().any(|tag| rest.starts_with(tag))
}

/// The character set that a page states.
pub(crate) fn stated_encoding(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(4096))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    // Scripts and links state the character set of what they point to.
    let of_page = |at: &usize| {
        let tag = head.get(..*at).and_then(|before| before.rsplit('<').next());
        tag.is_some_and(|tag| tag.starts_with("meta"))
    };
    let mut all = head.match_indices("charset=").map(|(i, _)| i);
    let at = all.find(of_page).map(|i| i + 8).or_else(|| {
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

/// What the markup says of the lines of an article.
fn hints(lines: &[Line]) -> Hints {
    let mut roles = HashMap::new();
    for line in lines {
        roles.entry(blocks::key(&line.text)).or_insert(line.role);
    }
    Hints { roles, remark: None }
}

/// A page as an article, filling only the fields that `raw` lacks; `raw.text` holds the markup. Of markup deeper than
/// any page's the words alone are kept.
pub(crate) fn read(mut raw: Raw) -> (Raw, Hints) {
    let html = std::mem::take(&mut raw.text);
    if let Some(why) = deep::Shape::of(&html).is_hostile() {
        raw.text = deep::strip(&html);
        let hints = Hints {
            remark: Some(why),
            ..Hints::default()
        };
        return (raw, hints);
    }
    let doc = Document::from(late::unnamed_shadows(&html).as_ref());
    late::reveal(&doc);
    let own_body = describe(&mut raw, &doc);
    let known = body::Known {
        site: site::Site::of(raw.url.as_deref()),
        byline: raw.byline.as_deref(),
        stated: &own_body,
    };
    let lines = body::read(doc, &known);
    if lines.is_empty() {
        let doc = Document::from(late::unnamed_shadows(&html).as_ref());
        late::reveal(&doc);
        raw.text = text_in(&doc);
        return (raw, Hints::default());
    }
    let words: Vec<&str> = lines.iter().map(|l| l.text.as_str()).collect();
    raw.text = words.join("\n\n");
    let hints = hints(&lines);
    (raw, hints)
}

/// Fills what `raw` lacks from what a page says of itself; gives the words of the article where its data hold them.
fn describe(raw: &mut Raw, doc: &Document) -> Vec<Line> {
    let survey = survey::Survey::of(doc);
    let linked = linked::Linked::read(&survey);
    let things = meta::article(&linked, raw, &survey);
    let told = meta::fill(raw, &survey, &linked, &things);
    if (raw.published.is_none() || raw.agency.is_none())
        && let Some(beside) = shown::beside(doc, raw.title.as_deref(), told.language.as_deref())
    {
        // An address with another day in it is right: the page shows one of its story, or of another.
        let address = raw.url.as_deref().and_then(date::find_in_name);
        let fits = |s: &Published| address.is_none_or(|a| are_near(a.date, s.date));
        if raw.published.is_none() {
            raw.shown = beside.day.filter(fits);
        }
        if let (None, Some(name)) = (&raw.agency, beside.agency) {
            raw.agency = Some(name.to_owned());
            raw.known.set(Field::Agency, Evidence::Text);
        }
    }
    // A day that nothing settles is told as one that cannot be read.
    raw.published = raw
        .published
        .take()
        .or(told.doubt.filter(|_| raw.shown.is_none()));
    linked.body(&things)
}

/// Whether two days are one day in different zones, or a day and the next.
fn are_near(one: jiff::civil::Date, other: jiff::civil::Date) -> bool {
    one.until(other).is_ok_and(|span| span.get_days().abs() <= 2)
}

/// A field of plain words that some fill with markup. Where nothing is closed, its signs are words.
pub(crate) fn words_of(field: &str) -> String {
    let field = unescaped(field);
    let is_markup = field.contains("</") || field.contains("/>") || field.contains("<br>");
    if !is_markup {
        return field.into_owned();
    }
    let text = text_of(&field);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Markup that was escaped as if it were text, once or twice, as markup.
pub(crate) fn unescaped(words: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(words);
    for _ in 0..2 {
        let marked = [
            "&lt;p", "&lt;/p", "&lt;br", "&lt;div", "&lt;/", "&#60;p", "&#x3c;p",
        ];
        let lower = out.to_ascii_lowercase();
        let is_markup = out.contains('<') && out.contains("</");
        if is_markup || !marked.iter().any(|m| lower.contains(m)) && !lower.contains("&amp;lt;") {
            break;
        }
        let signs = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#60;", "<"),
            ("&#62;", ">"),
        ];
        let mut read = out.into_owned();
        for (escaped, sign) in signs {
            read = read.replace(escaped, sign);
        }
        out = Cow::Owned(read.replace("&amp;", "&"));
    }
    out
}

/// The text of a piece of markup: everything in it, paragraphs apart.
pub(crate) fn text_of(html: &str) -> String {
    if deep::Shape::of(html).is_hostile().is_some() {
        return deep::strip(html);
    }
    text_in(&Document::from(html))
}

fn text_in(doc: &Document) -> String {
    doc.select("script, style, noscript, template, nav, footer, form, iframe, button, title")
        .remove();
    doc.formatted_text().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::Role;

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
        assert!(hints.roles.get("thenewpierinwinter") == Some(&Role::Caption));
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
            "<div>".repeat(deep::DEPTH),
            "</div>".repeat(deep::DEPTH)
        );
        let (raw, _) = read(Raw {
            text: html,
            ..Raw::default()
        });
        assert!(raw.text.contains("ferry line."), "{}", raw.text);
    }

    #[test]
    fn a_place_that_only_a_style_sets_apart_is_a_word() {
        let raw = |lead: &str| Raw {
            text: format!(
                "<html><h1>Ferry line to open</h1><p>{lead} agreed on a ferry line, and it will open in May.</p>"
            ),
            ..Raw::default()
        };
        let text = |lead| read(raw(lead)).0.text;
        assert!(
            text("<span class=location-stamp>NORTH SHORE</span>Ministers").contains("NORTH SHORE Ministers")
        );
        assert!(text("<span class=first>M</span>inisters").contains("Ministers"));
        assert!(text("<b>NATO</b>Ministers").contains("NATOMinisters"));
    }

    #[test]
    fn an_address_with_another_day_is_right() {
        let shown = |day: &str| {
            let text = format!(
                "<html><link rel=canonical href='https://harbour.example/2025/04/14/ferry'><h1>Ferry line to open</h1>\
                 <div>{day}</div><p>Ministers agreed on a ferry line.</p>"
            );
            let raw = Raw {
                text,
                ..Raw::default()
            };
            read(raw).0.shown.map(|p| p.date.to_string())
        };
        assert_eq!(shown("April 15, 2025").as_deref(), Some("2025-04-15"));
        assert_eq!(shown("August 14, 2005"), None);
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
