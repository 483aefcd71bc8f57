//! Feeds of every form, and what is read of them.

use dossier_model::Article;

use super::*;
use crate::raw::Extent;

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
    let long = "<p>Ministers of the two coasts agreed on Monday to open a ferry line in May.</p>".repeat(3);
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

#[test]
fn addresses_of_entries() {
    let url = |item: &str| {
        let item = format!(
            "<item><title>Ferry line</title>{item}<description>Ministers agreed on a line.</description></item>"
        );
        read_all(&rss(&item)).0[0].meta.url.clone()
    };
    for (item, expected) in [
        (
            "<link>/2025/ferry</link>",
            Some("https://harbour.example/2025/ferry"),
        ),
        (
            "<link>//harbour.example/ferry</link>",
            Some("https://harbour.example/ferry"),
        ),
        (
            "<link>2025/ferry.html</link>",
            Some("https://harbour.example/2025/ferry.html"),
        ),
        ("<link>mailto:desk@harbour.example</link>", None),
        (
            "<guid>https://harbour.example/ferry</guid>",
            Some("https://harbour.example/ferry"),
        ),
        (
            "<guid isPermaLink='true'>https://harbour.example/ferry</guid>",
            Some("https://harbour.example/ferry"),
        ),
        (
            "<guid isPermaLink='false'>https://harbour.example/?p=7</guid>",
            None,
        ),
        ("<guid>7</guid>", None),
        (
            "<link>https://harbour.example/a</link><guid>https://harbour.example/b</guid>",
            Some("https://harbour.example/a"),
        ),
        ("", None),
    ] {
        assert_eq!(url(item).as_deref(), expected, "{item}");
    }
}

#[test]
fn elements_that_parsers_pass_over() {
    let long = "<p>Ministers of the two coasts agreed on Monday to open a ferry line in May.</p><p>It runs daily.</p>";
    for element in ["content", "yandex:full-text", "fulltext", "content:encoded"] {
        let item = format!(
            "<item><title>Ferry line</title><description>A line.</description><{element}><![CDATA[{long}]]></{element}></item>"
        );
        let (articles, _) = read_all(&rss(&item));
        assert!(
            articles[0].text().ends_with("in May.\n\nIt runs daily."),
            "{element}: {}",
            articles[0].text()
        );
        assert_eq!(articles[0].meta.extent, Extent::Full, "{element}");
    }
    // A prefix without its declaration.
    let item = ITEM.replace("<link>", "<dc:creator>Ana Ruiz</dc:creator><link>");
    assert_eq!(
        read_all(&rss(&item)).0[0].meta.byline.as_deref(),
        Some("Ana Ruiz")
    );
}

#[test]
fn authors_of_entries() {
    for (stated, byline, agency) in [
        ("desk@harbour.example (Ana Ruiz)", Some("Ana Ruiz"), None),
        ("Ana Ruiz &lt;ana@harbour.example&gt;", Some("Ana Ruiz"), None),
        ("By Ana Ruiz and Bo Li", Some("Ana Ruiz, Bo Li"), None),
        ("Ana Ruiz, Reuters", Some("Ana Ruiz"), Some("Reuters")),
        ("Reuters", None, Some("Reuters")),
        ("Harbour News", None, None),
        ("Harbour News Staff", None, None),
        ("ana@harbour.example", None, None),
        ("Ana Ruiz (text), Bo Li (photos)", Some("Ana Ruiz"), None),
    ] {
        let item = ITEM.replace("<link>", &format!("<author>{stated}</author><link>"));
        let meta = &read_all(&rss(&item)).0[0].meta;
        assert_eq!(
            (meta.byline.as_deref(), meta.agency.as_deref()),
            (byline, agency),
            "{stated}"
        );
    }
}

#[test]
fn headlines_are_words() {
    let title = |feed: &str| read_all(feed).0[0].meta.title.clone().unwrap_or_default();
    for (stated, expected) in [
        ("Two &lt;b&gt;electric&lt;/b&gt; ferries", "Two electric ferries"),
        ("Fish &amp;amp; chips", "Fish & chips"),
        ("<![CDATA[<em>Two</em> ferries]]>", "Two ferries"),
        ("&lt;![CDATA[Two ferries]]&gt;", "Two ferries"),
        ("Ferry: it&amp;#8217;s done", "Ferry: it’s done"),
    ] {
        let item = ITEM.replace("Ferry line to open", stated);
        assert_eq!(title(&rss(&item)), expected, "{stated}");
    }
    for (kind, expected) in [
        ("", "Use <b> with care"),
        (" type='text'", "Use <b> with care"),
        (" type='html'", "Use with care"),
    ] {
        let feed = format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>H</title><id>u</id><updated>2025-05-14T14:00:00Z</updated><entry>
             <id>1</id><title{kind}>Use &lt;b&gt; with care</title><content>Ministers agreed on a ferry line.</content></entry></feed>"
        );
        assert_eq!(title(&feed), expected, "{kind}");
    }
}

#[test]
fn bodies_that_were_escaped_twice() {
    let body = "&amp;lt;p&amp;gt;Ministers agreed on a ferry line.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;It opens in May.&amp;lt;/p&amp;gt;";
    let item = |body: &str| {
        rss(&format!(
            "<item><title>Ferry line</title><description>{body}</description></item>"
        ))
    };
    let expected = "Ferry line\n\nMinisters agreed on a ferry line.\n\nIt opens in May.";
    assert_eq!(read_all(&item(body)).0[0].text(), expected);
    let cdata = format!("<![CDATA[{}]]>", body.replace("&amp;", "&"));
    assert_eq!(read_all(&item(&cdata)).0[0].text(), expected);
    // Words about signs stay words.
    let words = "Write 5 &amp;lt; 6 and not &amp;lt;5, the office said.";
    assert_eq!(
        read_all(&item(words)).0[0].text(),
        "Ferry line\n\nWrite 5 < 6 and not <5, the office said."
    );
}

#[test]
fn the_paper_that_an_entry_was_taken_from() {
    let item = ITEM.replace(
        "<link>",
        "<source url='https://pier.example/rss'>Pier Post</source><link>",
    );
    let item = item.replace("Ferry line to open", "Ferry line to open - Pier Post");
    let meta = &read_all(&rss(&item)).0[0].meta;
    assert_eq!(meta.outlet.as_deref(), Some("Pier Post"));
    assert_eq!(meta.title.as_deref(), Some("Ferry line to open"));
}

#[test]
fn the_line_that_programs_add_is_left_out() {
    let text = |footer: &str| {
        let body = format!("<p>Ministers agreed on a ferry line.</p><p>{footer}</p>");
        let item =
            format!("<item><title>Ferry line</title><description><![CDATA[{body}]]></description></item>");
        read_all(&rss(&item)).0[0].text().to_owned()
    };
    for footer in [
        "The post <a href=x>Ferry line</a> appeared first on <a href=y>Harbour News</a>.",
        "Der Beitrag <a href=x>Ferry line</a> erschien zuerst auf <a href=y>Harbour News</a>.",
        "L’article <a href=x>Ferry line</a> est apparu en premier sur <a href=y>Harbour News</a>.",
    ] {
        assert_eq!(
            text(footer),
            "Ferry line\n\nMinisters agreed on a ferry line.",
            "{footer}"
        );
    }
    assert!(text("She was the first to appear on the pier.").ends_with("on the pier."));
}

#[test]
fn empty_bytes_and_controls_lose_nothing() {
    let feed = rss(&ITEM.replace("Ferry line", "Ferry\0\u{b} line"));
    let (articles, notes) = read_all(&feed);
    assert_eq!(
        (articles[0].meta.title.as_deref(), notes.len()),
        (Some("Ferry line to open"), 0)
    );
}

#[test]
fn one_damaged_entry_loses_no_other() {
    let odd = "<item><title>Pier</title><description>The pier <</description<></item>";
    let feed = rss(&format!("{ITEM}{odd}{}", ITEM.replace("Ferry", "Second ferry")));
    let (articles, notes) = read_all(&feed);
    let titles: Vec<_> = articles.iter().filter_map(|a| a.meta.title.as_deref()).collect();
    assert!(
        titles.contains(&"Ferry line to open") && titles.contains(&"Second ferry line to open"),
        "{titles:?} {notes:?}"
    );
}

#[test]
fn odd_fields_of_json_feeds() {
    let item = |fields: &str| format!(r#"{{"id":"1","content_text":"Ministers agreed on a line."{fields}}}"#);
    let feed = |items: &str| {
        format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Harbour News","home_page_url":"https://harbour.example/","items":[{items}]}}"#
        )
    };
    for (fields, byline) in [
        (r#","authors":{"name":"Ana Ruiz"}"#, Some("Ana Ruiz")),
        (
            r#","authors":[{"name":"Ana Ruiz"},{"name":"Bo Li"}]"#,
            Some("Ana Ruiz, Bo Li"),
        ),
        (r#","author":{"name":"Ana Ruiz"}"#, Some("Ana Ruiz")),
        (r#","author":"Ana Ruiz""#, Some("Ana Ruiz")),
        (r#","authors":["Ana Ruiz",{"url":"x"}]"#, Some("Ana Ruiz")),
        (r#","authors":null,"title":null,"date_published":null"#, None),
        (r#","authors":[null],"tags":"x","title":5"#, None),
        (r#","id":3,"attachments":{}"#, None),
        (r#","date_published":"","url":"""#, None),
    ] {
        let (articles, notes) = read_all(&feed(&item(fields)));
        assert_eq!((articles.len(), notes.len()), (1, 0), "{fields} {notes:?}");
        assert_eq!(articles[0].meta.byline.as_deref(), byline, "{fields}");
    }
    let (articles, notes) = read_all(&feed(&format!("{},7,{}", item(""), item(r#","url":"/2""#))));
    assert_eq!((articles.len(), notes.len()), (2, 1));
    assert_eq!(articles[1].meta.url.as_deref(), Some("https://harbour.example/2"));
}
