//! NewsML-G2 and NITF (IPTC) as newsrooms export them: one item, or many in a message.

use std::ops::ControlFlow;

use super::file::{decoded, note_cut};
use super::newsml1;
use super::xml::{self, Element};
use crate::Options;
use crate::html;
use crate::queue::{Done, Queue};
use crate::raw::{Hints, Raw};
use crate::report::{Piece, Reason};
use crate::stream::Stream;

dossier_world::words!(NITF_SHARED = "formats/nitf_shared.txt");

/// A file of items.
pub(super) fn read(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let (bytes, more) = stream.take_all(queue.options.limits.piece);
    let place = source.to_owned();
    queue.push(source, bytes.len(), move |options, done| {
        if more {
            note_cut(&place, "export", options.limits.piece, done);
        }
        read_bytes(&place, bytes, options, done);
    })
}

/// The items of a document.
pub(super) fn read_bytes(place: &str, bytes: Vec<u8>, options: &Options, done: &mut Done) {
    let stated = html::stated_encoding(&bytes);
    let text = decoded(place, bytes, stated.as_deref(), done);
    let mut number = 0;
    // A NITF body inside an item belongs to that item.
    let names = ["newsItem", "packageItem", "nitf", "NewsItem"];
    let result = xml::each(&text, &names, |element| {
        number += 1;
        let source = format!("{place}:item {number}");
        match element.name.as_str() {
            "newsItem" => read_item(&element, source, options, done),
            "nitf" => read_nitf(&element, source, options, done),
            "NewsItem" => newsml1::read_item(&element, &source, options, done),
            _ => done.skip(
                Piece::Item,
                Reason::NoPage,
                &source,
                "is a package of other items, skipped",
            ),
        }
    });
    if let Err(error) = result {
        let message = format!("is damaged behind item {number} ({error}), the rest was left");
        done.report.note(place, message);
    }
}

fn read_item(item: &Element, source: String, options: &Options, done: &mut Done) {
    let words = |path: &[&str]| item.at(path).and_then(Element::words);
    let status = item.at(&["itemMeta", "pubStatus"]).and_then(code);
    let embargo = words(&["itemMeta", "embargoed"]);
    if !note_status(status.as_deref(), embargo.as_deref(), &source, done) {
        return;
    }
    let class = item.at(&["itemMeta", "itemClass"]).and_then(code);
    let body = body(item);
    if body.is_empty() {
        let what = class.unwrap_or_else(|| "an item".to_owned());
        let message = format!("has no text in it ({what}), skipped");
        return done.skip(Piece::Item, Reason::NoPage, &source, message);
    }
    let language = item
        .at(&["contentMeta", "language"])
        .and_then(|l| l.attribute("tag"))
        .or_else(|| item.attribute("lang"));
    let by: Vec<String> = (item.child("contentMeta").into_iter())
        .flat_map(|meta| meta.children().filter(|e| e.name == "by"))
        .filter_map(Element::words)
        .collect();
    let guid = item.attribute("guid").map(str::to_owned);
    let outlet = [
        &["itemMeta", "provider"][..],
        &["contentMeta", "infoSource"],
        &["rightsInfo", "copyrightHolder"],
    ]
    .iter()
    .find_map(|path| item.at(path).and_then(named));
    let credit = html::credit(&by, outlet.as_deref());
    let raw = Raw {
        source,
        url: guid.clone().filter(|g| g.starts_with("http")),
        id: guid,
        outlet,
        title: words(&["contentMeta", "headline"]).map(|t| html::words_of(&t)),
        byline: credit.byline,
        agency: credit.agency.map(str::to_owned),
        // The words are those of this version; its days are counted from its own date.
        published: words(&["itemMeta", "versionCreated"])
            .or_else(|| words(&["contentMeta", "contentModified"]))
            .or_else(|| words(&["itemMeta", "firstCreated"]))
            .or_else(|| words(&["contentMeta", "contentCreated"])),
        language: language.map(str::to_owned),
        ..Raw::default()
    };
    finish(raw, body, options, done);
}

pub(super) fn finish(raw: Raw, body: String, options: &Options, done: &mut Done) {
    let (raw, hints) = if body.contains('<') {
        html::read(Raw {
            text: page(&body),
            ..raw
        })
    } else {
        (Raw { text: body, ..raw }, Hints::default())
    };
    done.finish(Piece::Item, raw, &hints, options);
}

/// A piece of markup as a page that holds nothing but an article.
pub(super) fn page(markup: &str) -> String {
    format!("<html><body><article>{markup}</article></body></html>")
}

/// What an item says of its standing; whether it is to be read. Publishers call an item back by sending it again with
/// another status.
pub(super) fn note_status(
    status: Option<&str>,
    embargo: Option<&str>,
    source: &str,
    done: &mut Done,
) -> bool {
    let status = status.unwrap_or("usable").to_ascii_lowercase();
    if matches!(status.as_str(), "canceled" | "cancelled") {
        done.skip(
            Piece::Item,
            Reason::Withdrawn,
            source,
            "was withdrawn by its publisher, skipped",
        );
        return false;
    }
    if matches!(status.as_str(), "withheld" | "withhold") {
        done.report.note(
            source,
            "is withheld by its publisher; hint: check before it is published",
        );
    }
    if let Some(until) = embargo {
        let until = crate::clean::cut(until, 40);
        done.report.note(
            source,
            format!("is embargoed until {until}; hint: check before it is published"),
        );
    }
    true
}

/// The text of an item as markup or plain words, empty where there is none. Of several renditions the first with words
/// counts: the others are the same in another form.
fn body(item: &Element) -> String {
    let Some(set) = item.child("contentSet") else {
        return String::new();
    };
    for rendition in set.children() {
        let out = match rendition.name.as_str() {
            "inlineXML" => match rendition.find("nitf") {
                Some(nitf) => nitf_body(nitf),
                None => {
                    let mut out = String::new();
                    rendition
                        .find("body")
                        .unwrap_or(rendition)
                        .markup(&str::to_owned, &mut out);
                    out
                }
            },
            "inlineData" => {
                let mut out = String::new();
                for node in &rendition.nodes {
                    if let xml::Node::Text(text) = node {
                        out.push_str(text);
                    }
                }
                out
            }
            _ => continue,
        };
        if !out.trim().is_empty() {
            return out;
        }
    }
    String::new()
}

/// The last part of a code: "stat:usable".
fn code(element: &Element) -> Option<String> {
    let code = element.attribute("qcode").or_else(|| element.attribute("uri"))?;
    code.rsplit([':', '/']).next().map(str::to_owned)
}

/// The name of a party: written out, or as its literal.
fn named(element: &Element) -> Option<String> {
    let name = element.child("name").and_then(Element::words);
    let literal = || element.attribute("literal").map(str::to_owned);
    let code = || code(element).filter(|c| c.chars().any(char::is_alphabetic));
    name.or_else(literal).or_else(code)
}

/// A document of NITF by itself.
fn read_nitf(nitf: &Element, source: String, options: &Options, done: &mut Done) {
    let docdata = nitf.at(&["head", "docdata"]);
    let field = |name: &str, attribute: &str| {
        let found = docdata.and_then(|d| d.child(name));
        found.and_then(|e| e.attribute(attribute)).map(str::to_owned)
    };
    let status = docdata.and_then(|d| d.attribute("management-status"));
    let status = status.map(|s| s.rsplit(':').next().unwrap_or(s));
    let embargo = status.filter(|s| *s == "embargoed");
    if !note_status(status.filter(|s| *s != "embargoed"), embargo, &source, done) {
        return;
    }
    let head = nitf.at(&["body", "body.head"]);
    let words = |path: &[&str]| head.and_then(|h| h.at(path)).and_then(Element::words);
    let pubdata = nitf.at(&["head", "pubdata"]);
    let date = field("date.release", "norm")
        .or_else(|| field("date.issue", "norm"))
        .or_else(|| {
            pubdata
                .and_then(|p| p.attribute("date.publication"))
                .map(str::to_owned)
        });
    let outlet = pubdata
        .and_then(|p| p.attribute("name"))
        .map(str::to_owned)
        .or_else(|| field("doc.copyright", "holder"))
        .or_else(|| words(&["distributor"]));
    let credit = html::credit(&nitf_authors(head), outlet.as_deref());
    let raw = Raw {
        source,
        id: field("doc-id", "id-string"),
        outlet,
        title: words(&["hedline", "hl1"]).or_else(|| nitf.at(&["head", "title"]).and_then(Element::words)),
        byline: credit.byline,
        agency: credit.agency.map(str::to_owned),
        published: date.map(|d| extended(&d)),
        language: nitf.attribute("lang").map(str::to_owned),
        ..Raw::default()
    };
    let body = nitf_body(nitf);
    if body.trim().is_empty() {
        let message = "has no text in it, skipped";
        return done.skip(Piece::Item, Reason::NoPage, &raw.source, message);
    }
    finish(raw, body, options, done);
}

/// The authors of NITF: the persons in its by-lines, else their words without the office.
fn nitf_authors(head: Option<&Element>) -> Vec<String> {
    let lines = head
        .into_iter()
        .flat_map(Element::children)
        .filter(|e| e.name == "byline");
    lines
        .flat_map(|line| {
            let persons: Vec<String> = (line.children().filter(|e| e.name == "person"))
                .filter_map(Element::words)
                .collect();
            if !persons.is_empty() {
                return persons;
            }
            let mut bare = line.clone();
            bare.nodes
                .retain(|node| !matches!(node, xml::Node::Element(e) if e.name == "byttl"));
            bare.words().into_iter().collect()
        })
        .collect()
}

/// The body of NITF in HTML's words. Its date line is a field, and stands in front of the lead when it is printed.
pub(super) fn nitf_body(nitf: &Element) -> String {
    let rename = |name: &str| {
        let html = match name {
            "hl1" | "hl2" | "hl3" => "h2",
            "media" => "figure",
            "media-caption" => "figcaption",
            "bq" => "blockquote",
            _ if NITF_SHARED.has(name) => name,
            "block" | "body.content" => "div",
            _ => "span",
        };
        html.to_owned()
    };
    let mut out = String::new();
    if let Some(content) = nitf.at(&["body", "body.content"]) {
        content.markup(&rename, &mut out);
    }
    out
}

/// "20250414T102000+0700" as "2025-04-14T10:20:00+0700".
pub(super) fn extended(date: &str) -> String {
    let date = date.trim();
    let digits = |from: usize, to: usize| {
        date.get(from..to)
            .filter(|d| d.bytes().all(|b| b.is_ascii_digit()))
    };
    match (digits(0, 4), digits(4, 6), digits(6, 8)) {
        (Some(year), Some(month), Some(day)) => {
            let mut out = format!("{year}-{month}-{day}");
            let clock = date.get(8..9).filter(|t| *t == "T");
            if let (Some(_), Some(hour), Some(minute), Some(second)) =
                (clock, digits(9, 11), digits(11, 13), digits(13, 15))
            {
                out.push_str(&format!(
                    "T{hour}:{minute}:{second}{}",
                    date.get(15..).unwrap_or("")
                ));
            }
            out
        }
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use dossier_model::Article;

    use super::*;

    fn read(text: &str) -> (Vec<Article>, Vec<String>) {
        let mut done = Done::default();
        read_bytes(
            "export.xml",
            text.as_bytes().to_vec(),
            &Options::default(),
            &mut done,
        );
        done.into_parts()
    }

    const ITEM: &str = r#"<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:harbour.example:20250414:7" version="2" xml:lang="en">
        <itemMeta><itemClass qcode="ninat:text"/><provider literal="HN"><name>Harbour News</name></provider>
        <versionCreated>2025-04-14T10:20:00+07:00</versionCreated><firstCreated>2025-04-13T10:00:00+07:00</firstCreated>
        <pubStatus qcode="stat:usable"/></itemMeta>
        <contentMeta><by>Ana Ruiz</by><headline>Ferry line to open in May</headline></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
        <p>Ministers of the two coasts agreed on Monday to open a ferry line in May.</p><p>It opens on 4 May &amp; runs daily, the harbour office said.</p>
        </body></html></inlineXML></contentSet></newsItem>"#;

    #[test]
    fn reads_an_item() {
        let (articles, notes) = read(ITEM);
        let article = &articles[0];
        assert_eq!(notes, Vec::<String>::new());
        assert_eq!(article.id.as_str(), "urn:newsml:harbour.example:20250414:7");
        assert_eq!(article.meta.outlet.as_deref(), Some("Harbour News"));
        assert_eq!(article.meta.byline.as_deref(), Some("Ana Ruiz"));
        let published = article.meta.published.expect("date");
        assert_eq!(
            (published.date.day(), published.offset.map(|o| o.seconds())),
            (14, Some(7 * 3600))
        );
        assert!(
            article
                .text()
                .ends_with("It opens on 4 May & runs daily, the harbour office said.")
        );
        assert_eq!(article.text().lines().next(), Some("Ferry line to open in May"));
    }

    #[test]
    fn items_of_a_message_are_read_one_by_one() {
        let withdrawn = ITEM.replace("stat:usable", "stat:canceled");
        let embargoed = ITEM.replace(
            "<pubStatus",
            "<embargoed>2025-05-01T00:00:00Z</embargoed><pubStatus",
        );
        let picture = ITEM
            .replace("inlineXML", "remoteContent")
            .replace("ninat:text", "ninat:picture");
        let message = format!(
            "<newsMessage><itemSet><packageItem/>{withdrawn}{embargoed}{picture}{}</itemSet></newsMessage>",
            ITEM.split("<contentSet>").next().unwrap_or("")
        );
        let (articles, notes) = read(&message);
        assert_eq!(articles.len(), 1);
        assert_eq!(
            notes,
            [
                "export.xml:item 1: is a package of other items, skipped",
                "export.xml:item 2: was withdrawn by its publisher, skipped",
                "export.xml:item 3: is embargoed until 2025-05-01T00:00:00Z; hint: check before it is published",
                "export.xml:item 4: has no text in it (picture), skipped",
                "export.xml: is damaged behind item 4 (it ends early), the rest was left",
            ]
        );
    }

    #[test]
    fn reads_nitf() {
        let (articles, _) = read(
            "<nitf><head><title>x</title><docdata><doc-id id-string='h7'/><date.issue norm='20250414T102000+0700'/>
             <doc.copyright holder='Harbour News'/></docdata></head><body><body.head><hedline><hl1>Ferry line to open in May</hl1></hedline>
             <byline>By Ana Ruiz</byline></body.head><body.content><block><p>Ministers agreed on Monday to open a ferry line.</p>
             <media><media-caption>The pier at noon.</media-caption></media></block></body.content></body></nitf>",
        );
        let article = &articles[0];
        assert_eq!(article.meta.title.as_deref(), Some("Ferry line to open in May"));
        assert_eq!(article.meta.byline.as_deref(), Some("Ana Ruiz"));
        assert_eq!(
            article.meta.published.and_then(|p| p.time).map(|t| t.hour()),
            Some(10)
        );
        assert!(
            article
                .text()
                .contains("Ministers agreed on Monday to open a ferry line.")
        );
    }

    #[test]
    fn by_lines_of_nitf() {
        for (line, byline) in [
            (
                "By <person>Ana Ruiz</person>\n<byttl>EPN Correspondent</byttl>",
                Some("Ana Ruiz"),
            ),
            ("By Ana Ruiz<byttl>Harbour Writer</byttl>", Some("Ana Ruiz")),
            (
                "<person>Ana Ruiz</person> and <person>Bo Li</person>",
                Some("Ana Ruiz, Bo Li"),
            ),
            ("By Ana Ruiz and Bo Li, EPN", Some("Ana Ruiz, Bo Li")),
            ("EPN Staff", None),
        ] {
            let text = format!(
                "<nitf><head><title>x</title></head><body><body.head><hedline><hl1>Ferry <em>line</em> to open</hl1></hedline>
                 <byline>{line}</byline><distributor>EPN</distributor></body.head><body.content><p>Ministers agreed on Monday to open a \
                 ferry line.</p></body.content></body></nitf>"
            );
            let (articles, _) = read(&text);
            let meta = &articles[0].meta;
            assert_eq!(meta.byline.as_deref(), byline, "{line}");
            assert_eq!(
                (meta.outlet.as_deref(), meta.title.as_deref()),
                (Some("EPN"), Some("Ferry line to open"))
            );
        }
    }
}
