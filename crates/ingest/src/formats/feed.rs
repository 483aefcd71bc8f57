//! RSS, Atom and JSON Feed: each entry with words is an article.

use std::ops::ControlFlow;

use dossier_model::Basis;
use feed_rs::model::{Entry, Feed};
use rayon::prelude::*;

use super::file::{decoded, note_cut};
use super::mend::mend;
use super::newsml::page;
use super::xml::{self, Element};
use crate::html;
use crate::queue::{Done, Queue};
use crate::raw::{Extent, Hints, Raw};
use crate::report::{Piece, Reason};
use crate::stream::Stream;
use crate::{Options, date};

/// A file that is a feed.
pub(super) fn read(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let (bytes, more) = stream.take_all(queue.options.limits.piece);
    let place = source.to_owned();
    queue.push(source, bytes.len(), move |options, done| {
        if more {
            note_cut(&place, "feed", options.limits.piece, done);
        }
        read_bytes(&place, bytes, options, done);
    })
}

/// The entries of a feed, in its order.
pub(super) fn read_bytes(place: &str, bytes: Vec<u8>, options: &Options, done: &mut Done) {
    let stated = html::stated_encoding(&bytes);
    let mut text = decoded(place, bytes, stated.as_deref(), done);
    let feed = match parse(&text) {
        Ok(feed) => feed,
        Err(error) => {
            let mended = mend(&text);
            let (feed, message) = match parse(&mended) {
                Ok(feed) => (
                    Some(feed),
                    format!("is no sound XML ({error}), read as it was meant"),
                ),
                Err(error) => {
                    let feed = whole_entries(&mended).and_then(|text| parse(&text).ok());
                    let n = feed.as_ref().map_or(0, |f| f.entries.len());
                    let message = format!("is damaged behind entry {n} ({error}), the rest was left");
                    (feed, message)
                }
            };
            let Some(feed) = feed else {
                let message = format!("is no feed that can be read ({error}), skipped");
                return done.skip(Piece::File, Reason::Damaged, place, message);
            };
            done.report.note(place, message);
            text = mended;
            feed
        }
    };
    let dates = dates(&text, feed.entries.len());
    let read: Vec<Done> = (feed.entries.par_iter().enumerate())
        .map(|(i, entry)| {
            let mut done = Done::default();
            let date = dates.get(i).and_then(Option::as_deref);
            let (raw, hints) = raw(&feed, entry, date, format!("{place}:entry {}", i + 1));
            done.finish(Piece::Entry, raw, &hints, options);
            done
        })
        .collect();
    read.into_iter().for_each(|one| done.append(one));
}

fn parse(text: &str) -> Result<Feed, String> {
    feed_rs::parser::parse(undeclared(text).as_bytes()).map_err(|e| e.to_string())
}

/// A document behind its declaration: the encoding that it states was that of the bytes, and is none of the characters.
fn undeclared(text: &str) -> &str {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let rest = start
        .strip_prefix("<?xml")
        .filter(|r| r.starts_with(char::is_whitespace));
    rest.and_then(|rest| rest.split_once("?>"))
        .map_or(text, |(_, rest)| rest)
}

/// The feed up to its last entry that is whole.
fn whole_entries(text: &str) -> Option<String> {
    [("</item>", "</channel></rss>"), ("</entry>", "</feed>")]
        .iter()
        .find_map(|(end, rest)| {
            let at = text.rfind(end)? + end.len();
            Some(format!("{}{rest}", text.get(..at)?))
        })
}

/// The dates of the entries as they are written, with their own zones: the feed's parser gives them in UTC, and an entry
/// near midnight would carry the day of another zone. Empty where the entries cannot be told apart.
fn dates(text: &str, entries: usize) -> Vec<Option<String>> {
    const NAMES: &[&str] = &["pubDate", "published", "issued", "date", "updated", "modified"];
    let mut out = Vec::new();
    let result = xml::each(text, &["item", "entry"], |entry| {
        let found = NAMES.iter().find_map(|name| entry.child(name));
        out.push(found.and_then(Element::words));
    });
    if result.is_err() && out.len() < entries || out.len() != entries {
        out.clear();
    }
    out
}

fn raw(feed: &Feed, entry: &Entry, date: Option<&str>, source: String) -> (Raw, Hints) {
    let (words, extent) = words(entry);
    let link = entry
        .links
        .iter()
        .find(|l| l.rel.as_deref().is_none_or(|r| r == "alternate"))
        .or_else(|| entry.links.first());
    let language = entry.language.clone().or_else(|| feed.language.clone());
    let authors: Vec<&str> = entry
        .authors
        .iter()
        .filter_map(|p| p.name.as_deref())
        .filter(|n| !n.contains('@'))
        // What is left of "desk@harbour.example (Ana Ruiz)".
        .map(|n| n.strip_prefix('(').and_then(|n| n.strip_suffix(')')).unwrap_or(n))
        .collect();
    let raw = Raw {
        source,
        url: link.map(|l| l.href.clone()).filter(|u| u.starts_with("http")),
        outlet: feed.title.as_ref().map(|t| plain(&t.content).trim().to_owned()),
        title: entry.title.as_ref().map(|t| plain(&t.content)),
        byline: (!authors.is_empty()).then(|| authors.join(", ")),
        published: published(entry, date, language.as_deref()),
        // The parser gives entries that state no change the moment of their publication; one that is no later is dropped.
        modified: entry.published.and(entry.updated).map(|m| m.to_rfc3339()),
        language,
        extent,
        ..Raw::default()
    };
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

/// The words of an entry, and whether they are the whole article. The longer of content and summary counts: some feeds
/// fill "content" with less than the summary.
fn words(entry: &Entry) -> (&str, Extent) {
    let content = entry.content.as_ref().and_then(|c| c.body.as_deref());
    let summary = entry.summary.as_ref().map(|s| s.content.as_str());
    match (content, summary) {
        (Some(c), Some(s)) if c.len() >= s.len() => (c, extent(c, true)),
        (_, Some(s)) => (s, extent(s, false)),
        (c, None) => (c.unwrap_or(""), c.map_or(Extent::Summary, |c| extent(c, true))),
    }
}

/// Bytes of words from which on a description is taken for the whole article.
const LONG: usize = 1_500;

/// Publishers put the whole text into an element made for it, or into the description, whose form does not tell: a long
/// one is the text. Where a text is cut, they write an ellipsis or a link to go on at its end.
fn extent(words: &str, content: bool) -> Extent {
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

/// Words without markup; feeds write either.
fn plain(words: &str) -> String {
    if is_markup(words) || words.contains('&') && words.contains(';') {
        html::text_of(words)
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use dossier_model::Article;

    use super::*;

    fn read_all(text: &str) -> (Vec<Article>, Vec<String>) {
        let mut done = Done::default();
        read_bytes(
            "feed.xml",
            text.as_bytes().to_vec(),
            &Options::default(),
            &mut done,
        );
        done.into_parts()
    }

    fn rss(items: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>
             <title>Harbour News</title><link>https://harbour.example</link><language>en</language>{items}</channel></rss>"
        )
    }

    const ITEM: &str = "<item><title>Ferry line to open</title><link>https://harbour.example/1</link>
        <pubDate>Mon, 14 Apr 2025 01:20:00 +0700</pubDate>
        <description>&lt;p&gt;Ministers agreed on a ferry line.&lt;/p&gt;&lt;p&gt;It opens in May.&lt;/p&gt;</description></item>";

    #[test]
    fn reads_rss() {
        let (articles, notes) = read_all(&rss(ITEM));
        let item = &articles[0];
        assert_eq!((articles.len(), notes), (1, Vec::new()));
        assert_eq!(item.meta.outlet.as_deref(), Some("Harbour News"));
        assert_eq!(item.meta.modified, None);
        assert_eq!(item.meta.url.as_deref(), Some("https://harbour.example/1"));
        assert_eq!(
            item.text(),
            "Ferry line to open\n\nMinisters agreed on a ferry line.\n\nIt opens in May."
        );
    }

    #[test]
    fn dates_keep_their_zone() {
        let published = read_all(&rss(ITEM)).0[0].meta.published.expect("date");
        // In UTC it is the thirteenth still.
        assert_eq!(
            (published.date.day(), published.offset.map(|o| o.seconds())),
            (14, Some(7 * 3600))
        );
    }

    #[test]
    fn whole_texts_and_summaries_are_told_apart() {
        let long =
            "<p>Ministers of the two coasts agreed on Monday to open a ferry line in May.</p>".repeat(3);
        let item = |body: String| rss(&format!("<item><title>Ferry line to open</title>{body}</item>"));
        let content = |text: &str| item(format!("<content:encoded><![CDATA[{text}]]></content:encoded>"));
        let description = |text: &str| item(format!("<description><![CDATA[{text}]]></description>"));
        for (feed, expected) in [
            (content(&long), Extent::Full),
            (
                content(&format!("{long}<p>The ships are white […]</p>")),
                Extent::Summary,
            ),
            (
                content(&format!(
                    "{long}<p><a href='https://harbour.example/1'>Read more</a></p>"
                )),
                Extent::Summary,
            ),
            (description(&long), Extent::Summary),
            (description(&long.repeat(8)), Extent::Full),
        ] {
            let (articles, _) = read_all(&feed);
            assert_eq!(articles[0].meta.extent, expected, "{feed}");
        }
    }

    #[test]
    fn the_encoding_of_a_feed_is_read_once() {
        for label in ["windows-1251", "koi8-r", "utf-16le", "utf-8"] {
            let feed = rss(&ITEM.replace("Ferry line to open", "Паромная линия откроется в мае"));
            let feed = feed.split_once("?>").map_or(feed.as_str(), |(_, rest)| rest);
            let text = format!("<?xml version=\"1.0\" encoding=\"{label}\"?>{feed}");
            let parsed = parse(&text).expect("feed");
            let title = parsed.entries[0].title.as_ref().expect("title");
            assert_eq!(title.content, "Паромная линия откроется в мае", "{label}");
        }
    }

    #[test]
    fn days_of_feeds_keep_their_zones_and_their_precision() {
        for (written, expected) in [
            (
                "Wed, 14 May 25 00:30:00 +0200",
                ("2025-05-14", Some(0), Some(7200)),
            ),
            ("14 May 25 00:30 +0200", ("2025-05-14", Some(0), Some(7200))),
            ("14 May 2025 00:30 +0200", ("2025-05-14", Some(0), Some(7200))),
            ("2025-05-12", ("2025-05-12", None, None)),
            ("Wed, 14 May 2025 24:00:00 GMT", ("2025-05-14", None, None)),
            ("Wed, 14 May 2025 00:30:00 CST", ("2025-05-14", Some(0), None)),
            (
                "mer., 14 mai 2025 00:30:00 +0200",
                ("2025-05-14", Some(0), Some(7200)),
            ),
            ("Wed May 14 00:30:00 2025", ("2025-05-14", Some(0), None)),
        ] {
            let item = ITEM.replace("Mon, 14 Apr 2025 01:20:00 +0700", written);
            let (articles, _) = read_all(&rss(&item));
            let published = articles[0].meta.published.expect(written);
            let (time, offset) = (
                published.time.map(|t| t.hour()),
                published.offset.map(|o| o.seconds()),
            );
            assert_eq!(
                (published.date.to_string().as_str(), time, offset),
                expected,
                "{written}"
            );
        }
    }

    #[test]
    fn reads_json_feed() {
        let (articles, _) = read_all(
            r#"{"version":"https://jsonfeed.org/version/1.1","title":"Harbour News","items":[{"id":"1","url":"https://harbour.example/1","title":"Ferry line","content_text":"Ministers agreed on a line.","date_published":"2025-04-14T10:20:00Z"}]}"#,
        );
        assert_eq!(articles[0].text(), "Ferry line\n\nMinisters agreed on a line.");
        assert_eq!(articles[0].meta.extent, Extent::Full);
    }

    #[test]
    fn entries_before_the_damage_are_read() {
        let (articles, notes) =
            read_all(&rss(&format!("{ITEM}<item><title>The pier</ti")).replace("</channel></rss>", ""));
        assert_eq!((articles.len(), notes.len()), (1, 1));
        assert!(
            notes[0].starts_with("feed.xml: is damaged behind entry 1 ("),
            "{notes:?}"
        );
    }

    #[test]
    fn feeds_that_are_no_sound_xml() {
        let item = ITEM
            .replace("Ferry line to open", "Fish & chips on the ferry")
            .replace("&lt;/p&gt;", "")
            .replace("&lt;p&gt;", "<p>");
        let (articles, notes) = read_all(&rss(&item).replace(" version=\"2.0\"", ""));
        assert_eq!(articles.len(), 1);
        assert_eq!(
            articles[0].meta.title.as_deref(),
            Some("Fish & chips on the ferry")
        );
        assert!(articles[0].text().ends_with("It opens in May."));
        let published = articles[0].meta.published.expect("date");
        assert_eq!(published.offset.map(|o| o.seconds()), Some(7 * 3600));
        assert!(notes[0].ends_with("read as it was meant"), "{notes:?}");
    }

    #[test]
    fn not_a_feed() {
        for text in ["<rss", ""] {
            assert_eq!(read_all(text).1.len(), 1);
        }
    }
}
