//! Web archives of any size: records listed, and pages taken out beside the same pages as files. The archive is made while
//! it is read, so that neither a disk nor its cache is measured.

use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use dossier::ingest::{self, Limits, Options, Outcome, Piece};
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use crate::eval::extraction;
use crate::numbers::Numbers;

/// Pages that are made where no folder of pages is given.
const PAGES: usize = 120;

/// How long the pages are read as files, before the archive and after it: other programs on the machine slow both.
const LONG: Duration = Duration::from_secs(5);

/// Megabytes a second and pages a second of a made crawl of `megabytes`, of the benchmark's pages where `data` is given.
///
/// # Errors
/// Where the pages cannot be read.
pub fn run(data: Option<&Path>, megabytes: u64) -> Result<String, String> {
    if cfg!(debug_assertions) {
        return super::optimised();
    }
    let pages = match data {
        Some(data) => extraction::pages(data)?.into_iter().map(|p| p.html).collect(),
        None => made(PAGES),
    };
    let pages: Vec<Vec<u8>> = pages;
    let round = records(&pages).map_err(|e| e.to_string())?;
    let crawl = || Crawl {
        round: &round,
        at: 0,
        left: megabytes * 1_000_000,
    };
    let mut out = String::new();
    let bytes: usize = pages.iter().map(Vec::len).sum();
    let _ = writeln!(
        out,
        "{} pages of {:.0} kB, {:.0} kB packed; archive of {megabytes} MB, made of them again and again; {} threads",
        pages.len(),
        bytes as f64 / 1e3 / pages.len() as f64,
        round.len() as f64 / 1e3 / pages.len() as f64,
        rayon::current_num_threads(),
    );
    forget_peak();
    let start = Instant::now();
    let mut selected = 0_u64;
    let report = ingest::list_records("crawl.warc.gz", &mut crawl(), Limits::default(), &mut |record| {
        selected += u64::from(record.status == Some(200) && record.media.contains("html"));
        ControlFlow::Continue(())
    });
    let seconds = start.elapsed().as_secs_f64();
    let _ = writeln!(
        out,
        "listed      {} records, {selected} of them pages: {:.1} MB/s packed, peak memory {}",
        report.tally.count(Piece::Record, Outcome::Listed),
        megabytes as f64 / seconds,
        peak()
    );
    let before = files(&pages);
    forget_peak();
    let start = Spent::now();
    let mut articles = 0;
    ingest::read("crawl.warc.gz", &mut crawl(), &Options::default(), &mut |_| {
        articles += 1;
        ControlFlow::Continue(())
    });
    let archive = start.rate(articles);
    let peak = peak();
    let after = files(&pages);
    for (name, rate) in [("files", &before), ("archive", &archive), ("files again", &after)] {
        let _ = writeln!(
            out,
            "{name:11} {:.0} pages/s, {:.0} for each second of a core",
            rate.wall, rate.core
        );
    }
    let of = |pick: fn(&Rate) -> f64| pick(&archive) * 200.0 / (pick(&before) + pick(&after));
    let _ = write!(
        out,
        "archive is {:.0} % of files, {:.0} % by seconds of a core; peak memory {peak}",
        of(|r| r.wall),
        of(|r| r.core)
    );
    Ok(out)
}

/// Pages a second as many small files at once, as the program reads a folder.
fn files(pages: &[Vec<u8>]) -> Rate {
    let read = |page: &Vec<u8>| {
        let mut articles = 0;
        ingest::read(
            "page.html",
            &mut page.as_slice(),
            &Options::default(),
            &mut |_| {
                articles += 1;
                ControlFlow::Continue(())
            },
        );
        articles
    };
    let start = Spent::now();
    let mut articles = 0;
    while start.wall.elapsed() < LONG {
        articles += pages.par_iter().map(read).sum::<usize>();
    }
    start.rate(articles)
}

/// Pages a second.
struct Rate {
    /// Of the clock.
    wall: f64,
    /// Of the cores' work, whatever else the machine does meanwhile.
    core: f64,
}

/// When a part began.
struct Spent {
    wall: Instant,
    core: f64,
}

impl Spent {
    fn now() -> Self {
        Self {
            wall: Instant::now(),
            core: core(),
        }
    }

    fn rate(&self, pages: usize) -> Rate {
        Rate {
            wall: pages as f64 / self.wall.elapsed().as_secs_f64(),
            core: pages as f64 / (core() - self.core),
        }
    }
}

/// Seconds that the cores worked for this process: its ticks, of which a second has a hundred.
fn core() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind = stat.rsplit(')').next().unwrap_or("");
    let ticks = behind.split_whitespace().skip(11).take(2);
    ticks.filter_map(|t| t.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// A request and a response for each page, a member of gzip each, as crawls are stored.
fn records(pages: &[Vec<u8>]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for (i, page) in pages.iter().enumerate() {
        let url = format!("https://harbour.example/news/{i}");
        let request = format!("GET /news/{i} HTTP/1.1\r\nHost: harbour.example\r\n\r\n");
        let mut response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".to_vec();
        response.extend(page);
        for (kind, body) in [("request", request.as_bytes()), ("response", &response)] {
            let head = format!(
                "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2025-04-14T10:20:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype={kind}\r\nContent-Length: {}\r\n\r\n",
                body.len()
            );
            let mut member = GzEncoder::new(&mut out, Compression::default());
            member.write_all(head.as_bytes())?;
            member.write_all(body)?;
            member.write_all(b"\r\n\r\n")?;
            member.finish()?;
        }
    }
    Ok(out)
}

/// The same members again and again; it ends with a whole round.
struct Crawl<'r> {
    round: &'r [u8],
    at: usize,
    left: u64,
}

impl Read for Crawl<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.round.len() && self.left > 0 {
            self.at = 0;
        }
        let n = self.round.get(self.at..).unwrap_or(&[]).read(out)?;
        self.at += n;
        self.left = self.left.saturating_sub(n as u64);
        Ok(n)
    }
}

/// The most memory that this process held since [`forget_peak`].
fn peak() -> String {
    super::peak_of(Path::new("/proc/self/status"))
        .map_or_else(|| "unknown".to_owned(), |p| format!("{:.0} MB", p as f64 / 1e6))
}

fn forget_peak() {
    // Where this is not allowed, the peak of an earlier part counts too.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// Pages as sites build them: scripts and links around a story.
fn made(n: usize) -> Vec<Vec<u8>> {
    const WORDS: &[&str] = &[
        "harbour",
        "ferry",
        "ministers",
        "agreed",
        "on",
        "the",
        "a",
        "of",
        "to",
        "in",
        "line",
        "ships",
        "and",
        "coast",
        "office",
        "said",
        "pier",
        "will",
        "open",
        "crossing",
        "two",
        "fares",
        "winter",
        "spring",
        "council",
        "workers",
        "after",
        "storm",
        "repairs",
        "cost",
        "island",
        "route",
        "first",
        "new",
        "old",
        "market",
        "fishing",
        "boats",
    ];
    let mut numbers = Numbers::new(11);
    let mut words = |n: usize| -> String {
        (0..n)
            .filter_map(|_| numbers.pick(WORDS).copied())
            .collect::<Vec<_>>()
            .join(" ")
    };
    (0..n)
        .map(|i| {
            let mut out = format!(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Line {i}: {} | Harbour News</title><meta property=\"article:published_time\" content=\"2025-04-14T10:20:00+02:00\">",
                words(7)
            );
            for k in 0..60 {
                let _ = write!(out, "<script>window.harbour{k}={{\"id\":{k},\"slots\":[\"{}\"]}};</script><link rel=\"preload\" href=\"/assets/{k}.css\">", words(40));
            }
            out.push_str("</head><body><header><nav><ul>");
            for k in 0..80 {
                let _ = write!(out, "<li class=\"menu-item\"><a href=\"/section/{k}\">{}</a></li>", words(2));
            }
            let _ = write!(out, "</ul></nav></header><main><article><h1>Line {i}: {}</h1><p class=\"byline\">By Ana Ruiz</p>", words(7));
            for k in 0..24 {
                let _ = write!(out, "<p>{}. <a href=\"/tag/{k}\">{}</a> {}.</p>", words(30), words(2), words(22));
            }
            out.push_str("</article><aside class=\"related\">");
            for k in 0..40 {
                let _ = write!(out, "<div class=\"card\"><a href=\"/news/{k}\"><img srcset=\"/i/{k}-320.jpg 320w, /i/{k}-640.jpg 640w, /i/{k}-1280.jpg 1280w\" alt=\"\"><h3>{}</h3></a><span class=\"date\">14 April</span></div>", words(9));
            }
            out.push_str("</aside></main><footer>");
            for k in 0..100 {
                let _ = write!(out, "<a class=\"foot\" href=\"/about/{k}\">{}</a>", words(2));
            }
            out.push_str("</footer></body></html>");
            out.into_bytes()
        })
        .collect()
}
