//! Archives and exports as they come: what is read of each, with its place.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use dossier_ingest::{Found, Limits, Options, Outcome, Piece, Reason, Report, list_records, read};

const WORDS: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";

/// Sources of what is found, and the report.
fn all(name: &str, bytes: &[u8]) -> (Vec<String>, Report) {
    let mut found = Vec::new();
    let mut reader = bytes;
    let report = read(name, &mut reader, &Options::default(), &mut |f| {
        found.push(match f {
            Found::Article(a) => a.meta.source.clone(),
            Found::Listed(l) => l.source,
        });
        ControlFlow::Continue(())
    });
    (found, report)
}

fn notes(report: &Report) -> Vec<String> {
    let told = |n: &dossier_model::Note| format!("{}: {}", n.source, n.message);
    report.notes.iter().map(told).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).expect("write");
    out.finish().expect("finish")
}

fn page(n: usize) -> String {
    format!(
        "<!doctype html><html><head><title>Ferry {n}</title></head><body><article><h1>Ferry {n} to open</h1>
         <p>{WORDS}</p><p>Line {n} runs daily, the harbour office said.</p></article></body></html>"
    )
}

fn record(kind: &str, url: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-05-02T10:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn response(status: &str, fields: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 {status}\r\n{fields}\r\n\r\n").as_bytes(), body].concat()
}

fn crawl() -> Vec<Vec<u8>> {
    let url = "https://harbour.example/2025/a";
    let html = "Content-Type: text/html; charset=utf-8";
    let packed = format!("{html}\r\nContent-Encoding: gzip");
    let feed = format!(
        "<rss version=\"2.0\"><channel><title>Harbour News</title><item><title>Pier opened</title><description>{WORDS}</description></item></channel></rss>"
    );
    vec![
        record("warcinfo", "", b"software: x"),
        record("request", url, b"GET / HTTP/1.1\r\n\r\n"),
        record("response", url, &response("200 OK", html, page(1).as_bytes())),
        record("response", url, &response("301 Moved", html, b"")),
        record(
            "response",
            url,
            &response("200 OK", "Content-Type: image/png", b"\x89PNG"),
        ),
        record(
            "response",
            url,
            &response("200 OK", &packed, &gzip(page(2).as_bytes())),
        ),
        record("revisit", url, &response("200 OK", html, b"")),
        record(
            "response",
            url,
            &response("200 OK", "Content-Type: application/rss+xml", feed.as_bytes()),
        ),
    ]
}

#[test]
fn a_crawl_gives_its_pages() {
    let members: Vec<u8> = crawl().iter().flat_map(|r| gzip(r)).collect();
    let frames: Vec<u8> = crawl()
        .iter()
        .flat_map(|r| ruzstd::encoding::compress_to_vec(&r[..], ruzstd::encoding::CompressionLevel::Fastest))
        .collect();
    for bytes in [crawl().concat(), members, gzip(&crawl().concat()), frames] {
        let (found, report) = all("crawl.warc", &bytes);
        assert_eq!(
            found,
            [
                "crawl.warc:record 3",
                "crawl.warc:record 6",
                "crawl.warc:record 8:entry 1"
            ]
        );
        assert_eq!(notes(&report), Vec::<String>::new());
        let count = |outcome| report.tally.count(Piece::Record, outcome);
        assert_eq!(count(Outcome::Read), 2);
        assert_eq!(count(Outcome::Skipped(Reason::NoResponse)), 3);
        assert_eq!(count(Outcome::Skipped(Reason::Status)), 1);
        assert_eq!(count(Outcome::Skipped(Reason::NoPage)), 1);
    }
}

#[test]
fn the_day_of_the_crawl_is_no_publication_date() {
    let bytes = crawl().concat();
    read(
        "crawl-2025-05-02.warc",
        &mut bytes.as_slice(),
        &Options::default(),
        &mut |f| {
            let article = f.into_article().expect("article");
            assert_eq!(article.meta.published, None);
            ControlFlow::Continue(())
        },
    );
}

#[test]
fn records_are_listed_without_their_words() {
    let bytes = gzip(&crawl().concat());
    let mut urls = Vec::new();
    let report = list_records("a.warc.gz", &mut bytes.as_slice(), Limits::default(), &mut |r| {
        if r.kind == "response" && r.status == Some(200) && r.media.contains("html") {
            urls.push((r.source, r.url.unwrap_or_default(), r.fetched.unwrap_or_default()));
        }
        ControlFlow::Continue(())
    });
    assert_eq!(report.tally.count(Piece::Record, Outcome::Listed), 8);
    let sources: Vec<_> = urls.iter().map(|(source, _, _)| source.as_str()).collect();
    assert_eq!(sources, ["a.warc.gz:record 3", "a.warc.gz:record 6"]);
    assert!(
        urls.iter()
            .all(|(_, url, date)| url.ends_with("/2025/a") && date == "2025-05-02T10:00:00Z")
    );
}

/// A ZIP archive of deflated members; with `later`, sizes stand behind each, as programs write that cannot seek.
fn zip(members: &[(&str, &[u8])], later: bool) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, bytes) in members {
        let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(bytes).expect("write");
        let packed = packer.finish().expect("finish");
        let sizes = [packed.len() as u32, bytes.len() as u32]
            .map(u32::to_le_bytes)
            .concat();
        let flags: u16 = if later { 8 } else { 0 };
        out.extend(b"PK\x03\x04\x14\x00");
        out.extend(flags.to_le_bytes());
        out.extend(b"\x08\x00\0\0\0\0\0\0\0\0");
        out.extend(if later { vec![0; 8] } else { sizes.clone() });
        out.extend((name.len() as u16).to_le_bytes());
        out.extend(b"\0\0");
        out.extend(name.as_bytes());
        out.extend(packed);
        if later {
            out.extend(b"PK\x07\x08\0\0\0\0");
            out.extend(sizes);
        }
    }
    out.extend(b"PK\x05\x06");
    out.extend([0; 18]);
    out
}

fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut head = tar::Header::new_ustar();
        head.set_size(bytes.len() as u64);
        // Names as they stand in bad archives, which the builder refuses.
        head.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        head.set_cksum();
        out.append(&head, Cursor::new(bytes)).expect("append");
    }
    out.into_inner().expect("finish")
}

#[test]
fn archives_are_read_member_by_member() {
    let rows =
        format!("{{\"text\": \"{WORDS}\"}}\n{{\"text\": \"It opens in May, the harbour office said.\"}}");
    let (one, rows) = (page(1), gzip(rows.as_bytes()));
    let members = [
        ("pages/", &b""[..]),
        ("pages/2025-04-14-one.html", one.as_bytes()),
        ("__MACOSX/pages/._one.html", b"\0\0"),
        ("rows.jsonl.gz", &rows),
        ("pier.png", b"\x89PNG\r\n"),
        ("../../climbs.txt", WORDS.as_bytes()),
    ];
    let inner = tar(&members[1..]);
    for (name, bytes) in [
        ("a.zip", zip(&members, false)),
        ("a.zip", zip(&members, true)),
        ("a.tar", inner.clone()),
        ("a.tgz", gzip(&inner)),
    ] {
        let (found, report) = all(name, &bytes);
        let expected = [
            "pages/2025-04-14-one.html",
            "rows.jsonl.gz:1",
            "rows.jsonl.gz:2",
            "climbs.txt",
        ];
        assert_eq!(found, expected.map(|e| format!("{name}:{e}")), "{name}");
        let hint = "hint: give text, HTML, JSON, a feed, mail, or an archive of these";
        assert_eq!(
            notes(&report),
            [format!("{name}:pier.png: is a picture, skipped; {hint}")]
        );
        assert_eq!(
            report.tally.count(Piece::File, Outcome::Skipped(Reason::Hidden)),
            1
        );
    }
    let nested = zip(&[("b.tar", &inner)], true);
    assert_eq!(
        all("c.zip", &nested).0[0],
        "c.zip:b.tar:pages/2025-04-14-one.html"
    );
}

#[test]
fn an_archive_cut_at_any_byte_comes_to_an_end() {
    let (one, two) = (page(1), WORDS.as_bytes());
    let members = [("one.html", one.as_bytes()), ("two.txt", two)];
    for (name, whole) in [
        ("a.zip", zip(&members, false)),
        ("a.zip", zip(&members, true)),
        ("a.tar", tar(&members)),
        ("a.warc", crawl().concat()),
        ("a.warc.gz", crawl().iter().flat_map(|r| gzip(r)).collect()),
    ] {
        let mut most = 0;
        for end in 0..whole.len() {
            let (found, _) = all(name, &whole[..end]);
            assert!(
                found.len() >= most,
                "{name} cut at {end} loses what a shorter one had"
            );
            most = found.len();
        }
        assert!(most > 0, "{name}");
    }
}

#[test]
fn a_head_cut_off_is_a_note() {
    let mut bytes = zip(&[("a.txt", WORDS.as_bytes())], false);
    bytes.truncate(bytes.len() - 22);
    bytes.extend(b"PK\x03\x04\x14\0\0\0");
    let (found, report) = all("a.zip", &bytes);
    assert_eq!(found, ["a.zip:a.txt"]);
    let damaged = "a.zip: holds bytes that belong to no member, passed over";
    assert_eq!(notes(&report), [damaged]);
}

#[test]
fn the_name_of_a_member_dates_its_page() {
    let bytes = zip(&[("2025-04-14-one.html", page(1).as_bytes())], false);
    let mut dates = Vec::new();
    read(
        "2020-01-01.zip",
        &mut bytes.as_slice(),
        &Options::default(),
        &mut |f| {
            let article = f.into_article().expect("article");
            dates.extend(article.meta.published.map(|p| p.date.to_string()));
            ControlFlow::Continue(())
        },
    );
    assert_eq!(dates, ["2025-04-14"]);
}

#[test]
fn encrypted_members_are_notes() {
    let mut bytes = zip(&[("a.txt", WORDS.as_bytes()), ("b.txt", WORDS.as_bytes())], false);
    bytes[6] = 1;
    let (found, report) = all("a.zip", &bytes);
    assert_eq!(found, ["a.zip:b.txt"]);
    assert_eq!(notes(&report), ["a.zip:a.txt: is encrypted, skipped"]);
}

fn mail(subject: &str, more: &str, body: &str) -> String {
    format!(
        "From: \"Harbour News\" <news@mail.harbour.example>\nDate: Mon, 14 Apr 2025 23:20:00 -0700\nMessage-ID: <1@harbour.example>\nMIME-Version: 1.0\nSubject: {subject}\n{more}\n\n{body}\n"
    )
}

#[test]
fn a_mailbox_gives_its_messages() {
    let parts = format!(
        "--b\nContent-Type: text/plain\n\nSee the page.\n--b\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>{WORDS}</p><p>It runs daily, the harbour office said.</p></body></html>\n--b--"
    );
    let first = mail(
        "=?utf-8?q?Ferry_line_to_open_=E2=80=93_soon?=",
        "List-Id: <news.harbour.example>\nContent-Type: multipart/alternative; boundary=b",
        &parts,
    );
    let second = mail(
        "Fwd: Pier opened today",
        "Content-Type: text/plain",
        &format!("{WORDS}\n\n>From May on it runs daily."),
    );
    let sep = "From news@harbour.example Mon Apr 14 23:20:00 2025\n";
    let mut articles = Vec::new();
    let text = format!("{sep}{first}\n{sep}{second}\n");
    let report = read("news.mbox", &mut text.as_bytes(), &Options::default(), &mut |f| {
        articles.extend(f.into_article());
        ControlFlow::Continue(())
    });
    assert_eq!(notes(&report), Vec::<String>::new());
    let [one, two] = &articles[..] else {
        panic!("{}", articles.len())
    };
    assert_eq!(one.meta.source, "news.mbox:message 1");
    assert_eq!(one.meta.title.as_deref(), Some("Ferry line to open – soon"));
    assert_eq!(one.meta.outlet.as_deref(), Some("Harbour News"));
    assert!(
        one.text().contains("It runs daily, the harbour office said."),
        "{}",
        one.text()
    );
    // The sender's day, not that of another zone.
    assert_eq!(one.meta.published.map(|p| p.date.day()), Some(14));
    assert_eq!(two.meta.title.as_deref(), Some("Pier opened today"));
    assert_eq!(two.meta.byline.as_deref(), Some("Harbour News"));
    assert!(
        two.text().ends_with("From May on it runs daily."),
        "{}",
        two.text()
    );
    assert_eq!(all("a.eml", first.as_bytes()).0, ["a.eml"]);
}

#[test]
fn lists_of_json_are_read_item_by_item() {
    let item = format!("{{\"text\": \"{WORDS} [1] \\\"x\\\" }}\"}}");
    for text in [
        format!("[{item}, {item}]"),
        format!("{{\"_items\": [\n{item},\n{item}]}}"),
        format!("[\n{item},\n{{\"text\": }},\n{item}\n]"),
    ] {
        let (found, _) = all("a.json", text.as_bytes());
        assert_eq!(found.len(), 2, "{text}");
        assert_eq!(found[0], "a.json:item 1");
    }
    let (_, report) = all("a.json", format!("[{item}, {{\"text\"").as_bytes());
    assert_eq!(
        notes(&report),
        ["a.json:item 2: is no JSON (it has no end), skipped"]
    );
}

#[test]
fn an_export_of_ninjs_is_read() {
    let row = format!(
        "{{\"uri\": \"urn:h:7\", \"versioncreated\": \"2025-04-14T10:20:00Z\", \"body_text\": \"{WORDS}\"}}"
    );
    let (found, report) = all("a.jsonl", format!("{row}\n{row}").as_bytes());
    assert_eq!(found, ["a.jsonl:1", "a.jsonl:2"]);
    assert_eq!(report.tally.count(Piece::Item, Outcome::Read), 2);
}
