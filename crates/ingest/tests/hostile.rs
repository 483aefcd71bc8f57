//! Sources made to do harm: each comes to an end, costs no other record, and is a note with its place. Large ones are made
//! while they are read.

use std::io::{self, Cursor, Read, Write};
use std::ops::ControlFlow;

use dossier_ingest::{Found, Limits, Options, Outcome, Piece, Reason, Report, read};
use dossier_model::Article;
use flate2::{Compress, Compression, FlushCompress};

const WORDS: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";

/// The same bytes again and again.
struct Cycle {
    unit: Vec<u8>,
    at: u64,
    size: u64,
}

impl Read for Cycle {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let from = (self.at % self.unit.len() as u64) as usize;
        let left = (self.size - self.at).min(usize::MAX as u64) as usize;
        let n = out.len().min(self.unit.len() - from).min(left);
        out[..n].copy_from_slice(&self.unit[from..from + n]);
        self.at += n as u64;
        Ok(n)
    }
}

/// `times` many of a unit; long enough units make this quick.
fn cycle(unit: &[u8], size: u64) -> Cycle {
    let times = (1 << 16) / unit.len() + 1;
    let unit = unit.repeat(times);
    Cycle { unit, at: 0, size }
}

fn endless(unit: &[u8]) -> Cycle {
    cycle(unit, u64::MAX)
}

fn small() -> Limits {
    Limits {
        piece: 1_000_000,
        gap: 20_000_000,
        ..Limits::default()
    }
}

fn all(name: &str, reader: &mut dyn Read, limits: Limits) -> (Vec<Article>, Report) {
    let options = Options {
        limits,
        ..Options::default()
    };
    let mut articles = Vec::new();
    let report = read(name, reader, &options, &mut |f| {
        articles.extend(f.into_article());
        ControlFlow::Continue(())
    });
    (articles, report)
}

/// What is noted of a source that gives so many articles.
#[track_caller]
fn notes(name: &str, reader: &mut dyn Read, limits: Limits, articles: usize) -> Vec<String> {
    let (found, report) = all(name, reader, limits);
    assert_eq!(found.len(), articles, "{:?}", report.notes);
    let told = |n: &dossier_model::Note| format!("{}: {}", n.source, n.message);
    report.notes.iter().map(told).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes).expect("write");
    out.finish().expect("finish")
}

/// A deflated block of a megabyte of one letter that can stand behind itself, and the end of such blocks.
fn block() -> (Vec<u8>, Vec<u8>) {
    let words = vec![b'a'; 1_000_000];
    let mut packer = Compress::new(Compression::best(), false);
    let mut out = Vec::with_capacity(1 << 16);
    packer
        .compress_vec(&words, &mut out, FlushCompress::Full)
        .expect("packed");
    let mut end = Vec::with_capacity(64);
    packer
        .compress_vec(b"", &mut end, FlushCompress::Finish)
        .expect("packed");
    (out, end)
}

#[test]
fn nesting_of_a_hundred_thousand() {
    let n = 100_000;
    let page = format!("<html><body>{}<p>{WORDS}</p>", "<div>".repeat(n));
    assert_eq!(
        notes("a.html", &mut page.as_bytes(), Limits::default(), 1),
        ["a.html: markup is nested too deep, its words alone were kept"]
    );
    let entry = format!("<description>{}{WORDS}</description>", "<b>".repeat(n));
    let feed = format!(
        "<rss version=\"2.0\"><channel><item><title>The ferry opens</title>{entry}</item></channel></rss>"
    );
    all("a.xml", &mut feed.as_bytes(), Limits::default());
    let map = format!(
        "<urlset><url>{}<loc>https://harbour.example/1</loc>",
        "<a>".repeat(n)
    );
    assert_eq!(
        notes("map.xml", &mut map.as_bytes(), Limits::default(), 0).len(),
        1
    );
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let json = format!("{}1{}", open.repeat(n), close.repeat(n));
        assert_eq!(
            notes("a.jsonl", &mut json.as_bytes(), Limits::default(), 0).len(),
            1
        );
        let row = format!("{{\"text\": \"{WORDS}\"}}\n{json}\n{{\"text\": \"{WORDS}\"}}");
        let notes = notes("a.jsonl", &mut row.as_bytes(), Limits::default(), 2);
        assert!(
            notes[0].starts_with("a.jsonl:2: is no JSON (recursion limit"),
            "{notes:?}"
        );
    }
}

#[test]
fn a_page_of_two_hundred_megabytes_is_cut() {
    let limits = Limits {
        page: 1_000_000,
        ..Limits::default()
    };
    let mut page =
        Cursor::new("<html><body>").chain(cycle(format!("<p>{WORDS}</p>\n").as_bytes(), 200_000_000));
    assert_eq!(
        notes("a.html", &mut page, limits, 1),
        ["a.html: page is longer than 1 MB and was cut"]
    );
}

#[test]
fn bombs_are_left() {
    let (unit, end) = block();
    let bomb = || cycle(&unit, unit.len() as u64 * 10_000).chain(Cursor::new(end.clone()));
    let grown = "it grows more than 250 times when unpacked, the rest was left";
    // Ten gigabytes in a file of ten megabytes: a text is cut where it is long enough, a row is looked for to its end.
    let head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    let text = notes("a.txt.gz", &mut Cursor::new(head).chain(bomb()), small(), 0);
    assert_eq!(
        text.last().map(String::as_str),
        Some(format!("a.txt.gz: ends early: {grown}").as_str())
    );
    let rows = notes("a.jsonl.gz", &mut Cursor::new(head).chain(bomb()), small(), 0);
    assert_eq!(
        rows.last().map(String::as_str),
        Some(format!("a.jsonl.gz: ends early: {grown}").as_str())
    );
    // A member whose size stands behind it, and one behind it that does no harm.
    let member = |name: &str, flags: u8| {
        let mut out = b"PK\x03\x04\x14\x00\x00\x00\x08\x00".to_vec();
        out[6] = flags;
        out.extend([0; 16]);
        out.extend([name.len() as u8, 0, 0, 0]);
        out.extend(name.as_bytes());
        out
    };
    let mut good = member("b.txt", 0);
    let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), Compression::default());
    packer.write_all(WORDS.as_bytes()).expect("write");
    let packed = packer.finish().expect("finish");
    good[18] = packed.len() as u8;
    good.extend(packed);
    good.extend(b"PK\x05\x06");
    let mut zip = Cursor::new(member("a.jsonl", 8))
        .chain(bomb())
        .chain(Cursor::new([b"PK\x07\x08".as_slice(), &[0; 12]].concat()))
        .chain(Cursor::new(good));
    let notes = notes("a.zip", &mut zip, small(), 1);
    assert!(
        notes.contains(&format!("a.zip:a.jsonl: ends early: {grown}")),
        "{notes:?}"
    );
}

#[test]
fn a_bomb_of_zstd_is_left() {
    // A frame without a size, of blocks that each stand for 128 kB of one letter: a million kilobytes in thirty.
    let block = 1_u32 << 1 | 131_072 << 3;
    let mut unit = block.to_le_bytes()[..3].to_vec();
    unit.push(b'a');
    let head = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x58];
    let mut bomb = Cursor::new(head).chain(cycle(&unit, 4 * 80_000));
    let notes = notes("a.jsonl.zst", &mut bomb, small(), 0);
    assert!(
        notes.iter().any(|n| n.contains("it grows more than 250 times")),
        "{notes:?}"
    );
}

#[test]
fn bombs_in_archives_in_archives_share_one_measure() {
    // Each of a thousand small archives stays below the limit by itself.
    let inner = gzip(&vec![b'a'; 900_000]);
    let mut tar = tar::Builder::new(Vec::new());
    for i in 0..1_000 {
        let mut head = tar::Header::new_ustar();
        head.set_size(inner.len() as u64);
        head.set_path(format!("{i}.txt.gz")).expect("name");
        head.set_cksum();
        tar.append(&head, Cursor::new(&inner)).expect("append");
    }
    let packed = gzip(&gzip(&tar.into_inner().expect("tar")));
    assert!(packed.len() < 60_000, "{}", packed.len());
    let (_, report) = all("a.tgz", &mut packed.as_slice(), small());
    let grows = |n: &&dossier_model::Note| n.message.contains("it grows more than 250 times");
    assert!(report.notes.iter().any(|n| grows(&n)), "{:?}", report.notes);
    let read = report
        .tally
        .count(Piece::Text, Outcome::Skipped(Reason::NoSentence));
    assert!(read < 30, "{read}");
}

#[test]
fn archives_in_archives_end_at_a_depth() {
    let mut bytes = WORDS.as_bytes().to_vec();
    for i in 0..8 {
        let mut tar = tar::Builder::new(Vec::new());
        let mut head = tar::Header::new_ustar();
        head.set_size(bytes.len() as u64);
        head.set_path(i.to_string()).expect("name");
        head.set_cksum();
        tar.append(&head, Cursor::new(&bytes)).expect("append");
        bytes = tar.into_inner().expect("tar");
    }
    assert_eq!(
        notes("a.tar", &mut bytes.as_slice(), Limits::default(), 0),
        ["a.tar:7:6:5:4: lies in more than 4 archives, skipped"]
    );
}

#[test]
fn a_gzip_without_end_comes_to_one() {
    let limits = Limits {
        page: 1_000_000,
        ..small()
    };
    let page = gzip(format!("<html><p>{WORDS}</p>").as_bytes());
    assert_eq!(
        notes("a.gz", &mut endless(&page), limits, 1),
        ["a.gz: page is longer than 1 MB and was cut"]
    );
    let row = gzip(format!("{{\"text\": \"{WORDS}\", ").as_bytes());
    let told = notes("a.gz", &mut endless(&row), small(), 0);
    assert_eq!(told, ["a.gz:1: line has no end within 20 MB, the rest was left"]);
    let empty = notes("a.gz", &mut endless(&gzip(b"")), small(), 0);
    assert_eq!(
        empty,
        ["a.gz: cannot be read: it unpacks to nothing, the rest was left"]
    );
    let record = b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 1\r\n\r\nx\r\n\r\n";
    let garbage = Cursor::new(gzip(record)).chain(endless(&gzip(WORDS.as_bytes())));
    let told = notes("a.gz", &mut { garbage }, small(), 0);
    assert_eq!(
        told,
        ["a.gz: holds 20 MB in a row that are no record, the rest was left"]
    );
}

#[test]
fn an_endless_source_is_left_when_the_sink_breaks_off() {
    let row = format!("{{\"text\": \"{WORDS}\"}}\n");
    let mut taken = 0;
    read("-", &mut endless(row.as_bytes()), &Options::default(), &mut |f| {
        taken += usize::from(matches!(f, Found::Article(_)));
        if taken == 10 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert_eq!(taken, 10);
}

#[test]
fn one_bad_record_costs_no_other() {
    let record = |length: &str, words: &str| {
        format!(
            "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n{length}\r\n\r\n{words}\r\n\r\n"
        )
    };
    let good = |n: usize| {
        let words = format!("{WORDS} Line {n} runs daily.");
        record(&format!("Content-Length: {}", words.len()), &words)
    };
    for length in [
        "Content-Length: 7",
        "Content-Length: 400",
        "Content-Length: 99999999",
        "Content-Length: 18446744073709551615",
        "Content-Length: 99999999999999999999999",
        "Content-Length: -1",
        "Content-Length: 0x10",
        "Content-Length:",
        "",
    ] {
        let archive = format!("{}{}{}{}", good(1), record(length, "It opens."), good(2), good(3));
        for bytes in [archive.clone().into_bytes(), gzip(archive.as_bytes())] {
            let (articles, report) = all("a.warc", &mut bytes.as_slice(), Limits::default());
            let sources: Vec<_> = articles.iter().map(|a| a.meta.source.as_str()).collect();
            for source in ["a.warc:record 1", "a.warc:record 3", "a.warc:record 4"] {
                assert!(sources.contains(&source), "{length:?}: {sources:?}");
            }
            assert!(
                report.notes.iter().all(|n| n.source == "a.warc:record 2"),
                "{:?}",
                report.notes
            );
            assert!(!report.notes.is_empty());
        }
    }
    // Many that lie about more than there is take no longer than as many that do not.
    let lies = record("Content-Length: 999999999", "It opens.").repeat(4_000);
    let (_, report) = all("a.warc", &mut lies.as_bytes(), Limits::default());
    assert!(report.notes.len() >= 4_000);
}

#[test]
fn entities_are_not_expanded() {
    let mut entities = String::from("<!ENTITY l0 \"ha\">");
    for i in 1..12 {
        let before = format!("&l{};", i - 1).repeat(10);
        entities.push_str(&format!("<!ENTITY l{i} \"{before}\">"));
    }
    for root in ["rss", "feed"] {
        let feed = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE {root} [{entities}<!ENTITY file SYSTEM \"file:///etc/hostname\">]>
             <rss version=\"2.0\"><channel><title>Harbour News</title><item><title>The ferry opens &l11;</title>
             <description>{WORDS} &l11; &file;</description></item></channel></rss>"
        );
        let (articles, report) = all("a.xml", &mut feed.as_bytes(), Limits::default());
        assert!(articles.len() + report.notes.len() > 0);
        for article in articles {
            assert!(article.text().len() < 500, "{}", article.text());
        }
    }
    let item = format!(
        "<!DOCTYPE newsItem [{entities}]><newsItem guid=\"h7\"><contentMeta><headline>The ferry opens</headline></contentMeta>
         <contentSet><inlineXML><html><body><p>{WORDS} &l11;</p></body></html></inlineXML></contentSet></newsItem>"
    );
    let (articles, _) = all("a.xml", &mut item.as_bytes(), Limits::default());
    assert!(articles[0].text().ends_with(WORDS), "{}", articles[0].text());
}

#[test]
fn a_row_of_five_hundred_megabytes_is_passed_over() {
    let row = format!("{{\"text\": \"{WORDS}\"}}\n");
    let mut rows = Cursor::new(format!("{row}{{\"text\": \""))
        .chain(cycle(b"It opens in May. ", 500_000_000))
        .chain(Cursor::new(format!("\"}}\n{row}")));
    assert_eq!(
        notes("a.jsonl", &mut rows, Limits::default(), 2),
        ["a.jsonl:2: line is longer than 64 MB, skipped"]
    );
    let mut list = Cursor::new("[{\"text\": \"").chain(endless(b"It opens in May. "));
    assert_eq!(
        notes("a.json", &mut list, small(), 0),
        ["a.json:item 1: is longer than 1 MB, skipped"]
    );
}

#[test]
fn lying_sizes_in_a_tar() {
    let member = |name: &str, size: &[u8], words: &str| {
        let mut head = tar::Header::new_ustar();
        head.set_path(name).expect("name");
        head.set_size(words.len() as u64);
        if !size.is_empty() {
            head.as_mut_bytes()[124..124 + size.len()].copy_from_slice(size);
        }
        head.set_cksum();
        let mut out = head.as_bytes().to_vec();
        out.extend(words.as_bytes());
        out.resize(out.len().next_multiple_of(512), 0);
        out
    };
    let good = |name: &str| member(name, b"", WORDS);
    // Without a size that can be read, the next head is looked for.
    for size in [
        &b"-0000000001\0"[..],
        b"zzzzzzzzzzz\0",
        b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
    ] {
        let bytes = [good("a.txt"), member("b.txt", size, WORDS), good("c.txt")].concat();
        let (articles, report) = all("a.tar", &mut bytes.as_slice(), small());
        let sources: Vec<_> = articles.iter().map(|a| a.meta.source.as_str()).collect();
        assert!(sources.contains(&"a.tar:a.txt"), "{size:?} {sources:?}");
        assert!(!report.notes.is_empty(), "{size:?}");
    }
    // One that says too much takes what is there.
    let mut bytes = [good("a.txt"), member("b.txt", b"77777777777\0", WORDS)].concat();
    bytes.truncate(
        bytes
            .trim_ascii_end()
            .iter()
            .rposition(|b| *b != 0)
            .map_or(0, |i| i + 1),
    );
    let (articles, _) = all("a.tar", &mut bytes.as_slice(), small());
    assert_eq!(articles.len(), 2);
    let mut broken = good("b.txt");
    broken[0] = b'x';
    let bytes = [good("a.txt"), broken, good("c.txt")].concat();
    assert_eq!(
        notes("a.tar", &mut bytes.as_slice(), small(), 2),
        ["a.tar: holds a member whose head is damaged, passed over"]
    );
}

#[test]
fn a_message_without_end() {
    let head = "From ana@harbour.example Mon Apr 14 10:20:00 2025\nFrom: ana@harbour.example\nDate: Mon, 14 Apr 2025 10:20:00 +0000\nSubject: The ferry opens\n\n";
    let mut endless_one =
        Cursor::new(format!("{head}{WORDS}\n\n{head}")).chain(endless(b"It opens in May.\n"));
    assert_eq!(
        notes("a.mbox", &mut endless_one, small(), 1),
        ["a.mbox:message 2: is longer than 1 MB, skipped"]
    );
    // One that is only long costs no other.
    let mut long = Cursor::new(head)
        .chain(cycle(b"It opens in May.\n", 17 * 200_000))
        .chain(Cursor::new(format!("\n{head}{WORDS}\n")));
    assert_eq!(
        notes("a.mbox", &mut long, small(), 1),
        ["a.mbox:message 1: is longer than 1 MB, skipped"]
    );
}

#[test]
fn scripts_and_control_characters_stay_words() {
    let row = "{\"title\": \"<script>alert(1)</script> opens the ferry\", \"byline\": \"\\u001b[31mAna\\u0007 Ruiz\", \"text\": \"It opens in May, the harbour office said.\"}";
    let (articles, _) = all("a.jsonl", &mut row.as_bytes(), Limits::default());
    let meta = &articles[0].meta;
    assert_eq!(
        meta.title.as_deref(),
        Some("<script>alert(1)</script> opens the ferry")
    );
    let byline = meta.byline.as_deref().unwrap_or("");
    assert!(!byline.chars().any(char::is_control), "{byline:?}");
}

/// A member of a ZIP archive that is not packed, with the size and check sum that its head states.
fn stored(name: &str, bytes: &[u8], size: u32, sum: u32) -> Vec<u8> {
    let mut out = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0".to_vec();
    out.extend(sum.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend((name.len() as u16).to_le_bytes());
    out.extend([0, 0]);
    out.extend(name.as_bytes());
    out.extend(bytes);
    out
}

#[test]
fn a_wrong_check_sum_and_a_wrong_size_of_a_member_are_told() {
    let mut sum = flate2::Crc::new();
    sum.update(WORDS.as_bytes());
    let size = WORDS.len() as u32;
    let sound = stored("a.txt", WORDS.as_bytes(), size, sum.sum());
    let none: Vec<String> = Vec::new();
    assert_eq!(notes("a.zip", &mut Cursor::new(&sound), small(), 1), none);
    let wrong = stored("a.txt", WORDS.as_bytes(), size, 12_345);
    assert_eq!(
        notes("a.zip", &mut Cursor::new(&wrong), small(), 1),
        ["a.zip:a.txt: its check sum is not that of its bytes; it may be damaged"]
    );
    let long = stored("a.txt", WORDS.as_bytes(), size + 500, sum.sum());
    let told = notes("a.zip", &mut Cursor::new(&long), small(), 1);
    assert!(
        told.iter()
            .any(|n| n.starts_with("a.zip:a.txt: is shorter than its head says")),
        "{told:?}"
    );
}
