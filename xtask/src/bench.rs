//! Speed and memory of the whole chain, and where the time goes. Everything is measured in one run on one machine.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use dossier::annotate::{event, figure, mention, quantity, quote, sentence, syntax, time, token};
use dossier::model::{AnnotatedArticle, Annotations, Article};
use dossier::{annotate, publish, relate};

use crate::chain;

/// The articles that are measured on, in the folder of corpora.
const ARTICLES: &str = "stories/news-events.jsonl.gz";

/// How many of them spaCy reads beside us.
const BESIDE: usize = 12;

/// Measures `dossier build` as a user runs it, then every stage on one thread, then spaCy's small English pipeline
/// on a dozen of the articles where it is installed.
///
/// # Errors
/// Where the articles cannot be read or the program cannot be built.
pub fn run(data: Option<&Path>) -> Result<String, String> {
    let Some(path) = data.map(|d| d.join(ARTICLES)).filter(|p| p.is_file()) else {
        return Ok("skipped: no folder of corpora; hint: pass --data DIR or set DOSSIER_DATA".to_owned());
    };
    let mut out = String::new();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown");
    let _ = writeln!(out, "machine    {cores} cores, load before {load}");
    let build = program(&path)?;
    let _ = writeln!(
        out,
        "build      {:.2} s wall, {} peak memory, {} written",
        build.wall.as_secs_f64(),
        build.peak.map_or_else(|| "unknown".to_owned(), megabytes),
        megabytes(build.written)
    );
    let _ = write!(out, "{}", stages(&path)?);
    let _ = write!(out, "{}", spacy(&path, build.wall)?);
    Ok(out)
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// What a run of the program took.
struct Run {
    wall: Duration,
    peak: Option<u64>,
    written: u64,
}

/// Builds the program as it is shipped and runs it three times on all articles; the fastest counts.
fn program(path: &Path) -> Result<Run, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--release", "--package", "dossier-cli"])
        .status();
    if !built.is_ok_and(|s| s.success()) {
        return Err("cargo build --release --package dossier-cli failed".to_owned());
    }
    let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let program = PathBuf::from(target).join("release/dossier");
    let folder = std::env::temp_dir().join(format!("dossier-bench-{}", std::process::id()));
    let mut best: Option<Run> = None;
    for _ in 0..3 {
        let _ = std::fs::remove_dir_all(&folder);
        let run = measure(
            Command::new(&program)
                .args(["build", "--quiet"])
                .arg(path)
                .arg("-o")
                .arg(&folder),
        )?;
        let written = size(&folder);
        if best.as_ref().is_none_or(|b| run.wall < b.wall) {
            best = Some(Run { written, ..run });
        }
    }
    let _ = std::fs::remove_dir_all(&folder);
    best.ok_or_else(|| "no run".to_owned())
}

/// Runs a command to its end; the peak is what the system last told of the process before it ended.
fn measure(command: &mut Command) -> Result<Run, String> {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .spawn()
        .map_err(|e| format!("{}: {e}", command.get_program().display()))?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = None;
    loop {
        peak = peak_of(&status).or(peak);
        match child.try_wait() {
            Ok(Some(code)) if code.success() => break,
            Ok(Some(code)) => return Err(format!("{}: {code}", command.get_program().display())),
            Ok(None) => std::thread::sleep(Duration::from_millis(2)),
            Err(e) => return Err(e.to_string()),
        }
    }
    Ok(Run {
        wall: start.elapsed(),
        peak,
        written: 0,
    })
}

/// The most memory a process has held at once, in bytes.
fn peak_of(status: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find(|l| l.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

fn size(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|e| match e.metadata() {
            Ok(m) if m.is_dir() => size(&e.path()),
            Ok(m) => m.len(),
            Err(_) => 0,
        })
        .sum()
}

/// Seconds by stage, in the order of the chain.
#[derive(Default)]
struct Clock(Vec<(&'static str, Duration)>);

impl Clock {
    fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let out = work();
        let took = start.elapsed();
        match self.0.iter_mut().find(|s| s.0 == stage) {
            Some(s) => s.1 += took,
            None => self.0.push((stage, took)),
        }
        out
    }
}

/// Every stage on one thread.
fn stages(path: &Path) -> Result<String, String> {
    // The lists and weights are read once in a process, at the first article.
    let mut clock = Clock::default();
    let collection = clock.time("ingest", || chain::collect(path))?;
    let (articles, notes) = clock.time("ingest", || collection.unique()).into_parts();
    let bytes: usize = articles.iter().map(|a| a.text().len()).sum();
    let count = articles.len();
    if let Some(first) = articles.first() {
        clock.time("start", || annotate::annotate(first));
    }
    let read: Vec<AnnotatedArticle> = articles
        .into_iter()
        .map(|article| AnnotatedArticle {
            notes: timed(&article, &mut clock),
            article,
        })
        .collect();
    let record = clock.time("relate", || relate::relate(read, notes));
    let json = clock.time("publish", || publish::json::render(&record));
    let total: Duration = clock.0.iter().map(|s| s.1).sum();
    let mb = bytes as f64 / 1e6;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "stages     {count} articles, {mb:.2} MB of text, one thread, {} of JSON{}",
        megabytes(json.len() as u64),
        if cfg!(debug_assertions) {
            ", debug build; hint: cargo run --release --package xtask -- bench"
        } else {
            ""
        }
    );
    for (stage, took) in clock.0.iter().chain([&("all", total)]) {
        let seconds = took.as_secs_f64();
        let _ = writeln!(
            out,
            "  {stage:9} {seconds:7.3} s  {:8.2} MB/s  {:4.1} %",
            mb / seconds.max(1e-9),
            seconds * 100.0 / total.as_secs_f64().max(1e-9)
        );
    }
    Ok(out)
}

/// The chain of `annotate::annotate`, each step timed.
fn timed(article: &Article, clock: &mut Clock) -> Annotations {
    let sentences = clock.time("sentence", || sentence::split(article));
    let words = clock.time("token", || token::split(article, &sentences));
    let tokens = clock.time("syntax", || syntax::parse(article, &sentences, &words));
    let times = clock.time("time", || time::find(article, &sentences, &tokens));
    let names = clock.time("mention", || mention::find(article, &sentences, &tokens, &times));
    let quantities = clock.time("quantity", || {
        quantity::find(article, &sentences, &tokens, &times)
    });
    let figures = clock.time("figure", || {
        figure::find(article, &sentences, &tokens, &times, &quantities, &names)
    });
    let quotes = clock.time("quote", || quote::find(article, &sentences, &tokens, &names));
    let events = clock.time("event", || {
        event::find(article, &sentences, &tokens, &times, &names)
    });
    let mention::Names {
        mentions,
        locals,
        roles,
    } = names;
    Annotations {
        sentences,
        tokens,
        mentions,
        locals,
        roles,
        times,
        quantities,
        figures,
        quotes,
        events,
    }
}

/// spaCy's part: reads texts from standard input as one JSON list, prints seconds to load and to read.
const SPACY: &str = "
import json, sys, time
texts = json.load(sys.stdin)
start = time.perf_counter()
import spacy, en_core_web_sm
nlp = en_core_web_sm.load()
loaded = time.perf_counter()
for text in texts: nlp(text)
print(spacy.__version__, loaded - start, time.perf_counter() - loaded)
";

/// The same machine, the same run: spaCy's small English pipeline on articles spread evenly over the collection.
fn spacy(path: &Path, ours: Duration) -> Result<String, String> {
    let (articles, _) = chain::articles(path)?;
    let step = (articles.len() / BESIDE).max(1);
    let texts: Vec<&str> = articles
        .iter()
        .step_by(step)
        .take(BESIDE)
        .map(Article::text)
        .collect();
    let input = serde_json::to_string(&texts).map_err(|e| e.to_string())?;
    let Some(told) = python(&input) else {
        return Ok("spaCy      skipped: `import spacy, en_core_web_sm` fails in python3\n".to_owned());
    };
    let words: Vec<&str> = told.split_whitespace().collect();
    let number = |i: usize| words.get(i).and_then(|w| w.parse::<f64>().ok());
    let (Some(loading), Some(reading)) = (number(1), number(2)) else {
        return Ok(format!("spaCy      skipped: python3 answered {told:?}\n"));
    };
    let ours = ours.as_secs_f64();
    let by_article = (reading / texts.len() as f64) / (ours / articles.len().max(1) as f64);
    Ok(format!(
        "spaCy {}  {} articles: {reading:.2} s to read, {loading:.2} s to load\nratio      our build of {} articles takes {:.2} times as long as spaCy reads {}; by article {by_article:.1} times faster\n",
        words.first().copied().unwrap_or(""),
        texts.len(),
        articles.len(),
        ours / reading.max(1e-9),
        texts.len(),
    ))
}

fn python(input: &str) -> Option<String> {
    use std::io::Write as _;
    let mut child = Command::new("python3")
        .args(["-c", SPACY])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // A python without spaCy still reads its input to the end.
    child.stdin.take()?.write_all(input.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.trim().is_empty()).then(|| text.trim().to_owned())
}
