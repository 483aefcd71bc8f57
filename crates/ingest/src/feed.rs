//! RSS, Atom and JSON Feed: each entry with words is an article.

use feed_rs::model::{Entry, Feed};

use crate::article::Raw;
use crate::html;

/// The entries of a feed, in its order.
pub(crate) fn read(bytes: &[u8], source: &str) -> Result<Vec<Raw>, String> {
    let feed = feed_rs::parser::parse(bytes).map_err(|e| e.to_string())?;
    let outlet = feed.title.as_ref().map(|t| t.content.clone());
    let items = feed.entries.iter().enumerate();
    Ok(items
        .map(|(i, entry)| raw(&feed, entry, outlet.clone(), format!("{source}:entry {}", i + 1)))
        .collect())
}

fn raw(feed: &Feed, entry: &Entry, outlet: Option<String>, source: String) -> Raw {
    let full = entry.content.as_ref().and_then(|c| c.body.as_deref());
    let summary = entry.summary.as_ref().map(|s| s.content.as_str());
    // The longer one is the article; some feeds fill "content" with less than the summary.
    let words = match (full, summary) {
        (Some(f), Some(s)) if f.len() >= s.len() => f,
        (_, Some(s)) => s,
        (f, None) => f.unwrap_or(""),
    };
    let link = entry
        .links
        .iter()
        .find(|l| l.rel.as_deref().is_none_or(|r| r == "alternate"))
        .or_else(|| entry.links.first());
    let authors: Vec<&str> = entry
        .authors
        .iter()
        .filter_map(|p| p.name.as_deref())
        .filter(|n| !n.contains('@'))
        .collect();
    Raw {
        source,
        url: link.map(|l| l.href.clone()).filter(|u| u.starts_with("http")),
        outlet,
        title: entry.title.as_ref().map(|t| plain(&t.content)),
        byline: (!authors.is_empty()).then(|| authors.join(", ")),
        published: entry.published.or(entry.updated).map(|d| d.to_rfc3339()),
        language: entry.language.clone().or_else(|| feed.language.clone()),
        text: plain(words),
        id: None,
    }
}

/// Words without markup; feeds write either.
fn plain(words: &str) -> String {
    if words.contains('<') && words.contains('>') || words.contains('&') && words.contains(';') {
        html::text_of(words)
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_rss() {
        let xml = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title><link>https://harbour.example</link><language>en</language>
            <item><title>Ferry line to open</title><link>https://harbour.example/1</link><pubDate>Mon, 14 Apr 2025 10:20:00 +0000</pubDate>
            <description>&lt;p&gt;Ministers agreed on a ferry line.&lt;/p&gt;&lt;p&gt;It opens in May.&lt;/p&gt;</description></item></channel></rss>"#;
        let items = read(xml.as_bytes(), "feed.xml").expect("feed");
        assert_eq!(items.len(), 1);
        let item = items.first().expect("item");
        assert_eq!(item.outlet.as_deref(), Some("Harbour News"));
        assert_eq!(item.url.as_deref(), Some("https://harbour.example/1"));
        assert_eq!(item.published.as_deref(), Some("2025-04-14T10:20:00+00:00"));
        assert_eq!(
            item.text.trim(),
            "Ministers agreed on a ferry line.\n\nIt opens in May."
        );
    }

    #[test]
    fn reads_json_feed() {
        let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Harbour News","items":[{"id":"1","url":"https://harbour.example/1","title":"Ferry line","content_text":"Ministers agreed.","date_published":"2025-04-14T10:20:00Z"}]}"#;
        let items = read(json.as_bytes(), "feed.json").expect("feed");
        assert_eq!(items.first().map(|i| i.text.as_str()), Some("Ministers agreed."));
    }

    #[test]
    fn not_a_feed() {
        assert!(read(b"<rss", "x").is_err());
        assert!(read(b"", "x").is_err());
    }
}
