//! Speed and memory of the reader and of the whole chain, and where the time goes. Everything is measured in one run
//! on one machine.

pub mod corpus;
pub mod crawl;
pub mod pages;
pub mod scale;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use dossier::annotate::{self, Observer};
use dossier::model::{AnnotatedArticle, Article};
use dossier::{publish, relate};

use crate::chain;

/// The articles that are measured on, in the folder of corpora.
const ARTICLES: &str = "stories/news-events.jsonl.gz";

/// How many of them spaCy reads beside us.
const BESIDE: usize = 24;

/// Measures `dossier read` and `dossier build` as a user runs them, then every layer on one thread, then spaCy's small
/// English pipeline on two dozen of the articles where `python` has it.
///
/// # Errors
/// Where the articles cannot be read or the program cannot be built.
pub fn run(data: Option<&Path>, python: &str) -> Result<String, String> {
    let Some(path) = data.map(|d| d.join(ARTICLES)).filter(|p| p.is_file()) else {
        return Ok("skipped: no folder of corpora; hint: pass --data DIR or set DOSSIER_DATA".to_owned());
    };
    if cfg!(debug_assertions) {
        return optimised();
    }
    let articles = chain::articles(&path)?.0;
    let bytes: usize = articles.iter().map(|a| a.text().len()).sum();
    let size = Size {
        articles: articles.len(),
        bytes,
    };
    let mut out = String::new();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown");
    let _ = writeln!(out, "machine    {cores} cores, load before {load}");
    let _ = writeln!(
        out,
        "corpus     {} articles, {:.2} MB of text",
        size.articles,
        size.bytes as f64 / 1e6
    );
    let program = Program::build()?;
    let start = program.run(&["--version"])?;
    let one = program.read_one(&articles)?;
    let _ = writeln!(
        out,
        "start      {:.0} ms for --version, {:.0} ms to read one article",
        start.wall.as_secs_f64() * 1e3,
        one.wall.as_secs_f64() * 1e3
    );
    let name = path.display().to_string();
    let mut read = None;
    for (jobs, words) in [("1", "1 thread"), ("0", "as shipped")] {
        let jobs = if jobs == "0" {
            cores.to_string()
        } else {
            jobs.to_owned()
        };
        let run = program.run(&["read", "--quiet", "--jobs", &jobs, &name])?;
        let _ = writeln!(out, "read       {words}: {}", run.told(&size));
        read = Some(run);
    }
    let build = program.run(&["build", "--quiet", "--format", "json", &name])?;
    let _ = writeln!(out, "build      as shipped: {}", build.told(&size));
    let _ = write!(out, "{}", layers(&path)?);
    let read = read.map(|r| r.wall).unwrap_or_default();
    let _ = write!(out, "{}", spacy(python, &articles, &size, read)?);
    Ok(out)
}

/// Times of a build without optimisation say nothing: the same command again, optimised.
fn optimised() -> Result<String, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--package", "dossier-eval", "--"])
        .args(std::env::args_os().skip(1))
        .status();
    if status.is_ok_and(|s| s.success()) {
        Ok(String::new())
    } else {
        Err("cargo run --release --package dossier-eval failed".to_owned())
    }
}

/// How much is read.
struct Size {
    articles: usize,
    bytes: usize,
}

/// What a run of the program took.
struct Run {
    wall: Duration,
    peak: Option<u64>,
}

impl Run {
    fn told(&self, size: &Size) -> String {
        let seconds = self.wall.as_secs_f64().max(1e-9);
        format!(
            "{seconds:.2} s, {:.0} articles/s, {:.2} MB/s, peak memory {}",
            size.articles as f64 / seconds,
            size.bytes as f64 / 1e6 / seconds,
            self.peak
                .map_or_else(|| "unknown".to_owned(), |p| format!("{:.0} MB", p as f64 / 1e6))
        )
    }
}

/// The program as it is shipped.
struct Program(PathBuf);

impl Program {
    fn build() -> Result<Self, String> {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let built = Command::new(cargo)
            .args(["build", "--quiet", "--release", "--package", "dossier-cli"])
            .status();
        if !built.is_ok_and(|s| s.success()) {
            return Err("cargo build --release --package dossier-cli failed".to_owned());
        }
        let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
        Ok(Self(PathBuf::from(target).join("release/dossier")))
    }

    /// Runs it five times; the fastest counts.
    fn run(&self, args: &[&str]) -> Result<Run, String> {
        let mut best: Option<Run> = None;
        for _ in 0..5 {
            let run = measure(Command::new(&self.0).args(args))?;
            if best.as_ref().is_none_or(|b| run.wall < b.wall) {
                best = Some(run);
            }
        }
        best.ok_or_else(|| "no run".to_owned())
    }

    /// Reads the article of middle length.
    fn read_one(&self, articles: &[Article]) -> Result<Run, String> {
        let mut by_length: Vec<&Article> = articles.iter().collect();
        by_length.sort_by_key(|a| a.text().len());
        let text = by_length.get(articles.len() / 2).map_or("", |a| a.text());
        let file = std::env::temp_dir().join(format!("dossier-bench-{}.txt", std::process::id()));
        std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
        let run = self.run(&["read", "--quiet", &file.display().to_string()]);
        let _ = std::fs::remove_file(&file);
        run
    }
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
            Ok(None) => std::thread::sleep(Duration::from_millis(1)),
            Err(e) => return Err(e.to_string()),
        }
    }
    Ok(Run {
        wall: start.elapsed(),
        peak,
    })
}

/// The most memory a process has held at once, in bytes.
fn peak_of(status: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find(|l| l.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// Seconds by layer, in the order of the chain.
#[derive(Default)]
struct Clock(Vec<(&'static str, Duration)>);

impl Clock {
    fn time<T>(&mut self, layer: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let out = work();
        let took = start.elapsed();
        match self.0.iter_mut().find(|s| s.0 == layer) {
            Some(s) => s.1 += took,
            None => self.0.push((layer, took)),
        }
        out
    }

    fn total(&self) -> Duration {
        self.0.iter().map(|s| s.1).sum()
    }
}

impl Observer for Clock {
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        self.time(name, work)
    }
}

/// Every layer of `dossier read` on one thread, then what `dossier build` adds. Of three rounds the fastest counts.
fn layers(path: &Path) -> Result<String, String> {
    let mut best: Option<(Clock, Clock, usize)> = None;
    for _ in 0..3 {
        let (mut reader, mut rest) = (Clock::default(), Clock::default());
        let collection = reader.time("ingest", || chain::collect(path))?;
        let (articles, notes) = rest.time("unique", || collection.unique()).into_parts();
        let mut words = 0;
        let read: Vec<AnnotatedArticle> = articles
            .into_iter()
            .map(|article| {
                let notes = annotate::annotate_observed(&article, &mut reader);
                words += notes.tokens.len();
                let read = AnnotatedArticle { article, notes };
                reader.time("output", || publish::findings::read(&read));
                read
            })
            .collect();
        let record = rest.time("relate", || {
            dossier::compare(read, notes, &relate::Settings::default())
        });
        rest.time("publish", || publish::json::render(&record));
        if best.as_ref().is_none_or(|b| reader.total() < b.0.total()) {
            best = Some((reader, rest, words));
        }
    }
    let (reader, rest, words) = best.unwrap_or_default();
    let mut out = format!("layers     one thread, {words} words; µs for each word\n");
    let total = reader.total();
    let sum = ("read", total);
    let rows = reader.0.iter().chain([&sum]).chain(&rest.0);
    for (layer, took) in rows {
        let seconds = took.as_secs_f64();
        let _ = writeln!(
            out,
            "  {layer:9} {:7.3} µs  {:5.1} %  {seconds:7.3} s",
            seconds * 1e6 / (words as f64).max(1.0),
            seconds * 100.0 / total.as_secs_f64().max(1e-9)
        );
    }
    Ok(out)
}

/// spaCy's part: reads texts from standard input as one JSON list, prints version, seconds to load and to read.
const SPACY: &str = "
import json, sys, time
texts = json.load(sys.stdin)
start = time.perf_counter()
import spacy
name = next(n for n in sorted(spacy.util.get_installed_models()) if n.startswith('en_core_web_sm'))
nlp = spacy.load(name)
loaded = time.perf_counter()
for text in texts: nlp(text)
print(spacy.__version__, loaded - start, time.perf_counter() - loaded)
";

/// The same machine, the same run: spaCy's small English pipeline on articles spread evenly over the collection. Rates
/// are compared by bytes of text, so that the articles chosen need not be of mean length.
fn spacy(python: &str, articles: &[Article], size: &Size, ours: Duration) -> Result<String, String> {
    let step = (articles.len() / BESIDE).max(1);
    let texts: Vec<&str> = articles
        .iter()
        .step_by(step)
        .take(BESIDE)
        .map(Article::text)
        .collect();
    let input = serde_json::to_string(&texts).map_err(|e| e.to_string())?;
    let Some(told) = ask(python, &input) else {
        return Ok(format!(
            "spaCy      skipped: {python} has no spacy with en_core_web_sm; hint: pass --python PROGRAM\n"
        ));
    };
    let words: Vec<&str> = told.split_whitespace().collect();
    let number = |i: usize| words.get(i).and_then(|w| w.parse::<f64>().ok());
    let (Some(loading), Some(reading)) = (number(1), number(2)) else {
        return Ok(format!("spaCy      skipped: {python} answered {told:?}\n"));
    };
    let bytes: usize = texts.iter().map(|t| t.len()).sum();
    let theirs = bytes as f64 / reading.max(1e-9);
    let mean = size.bytes as f64 / size.articles.max(1) as f64;
    Ok(format!(
        "spaCy {}  {} articles in {reading:.2} s, {:.1} articles/s of our mean length, {:.3} MB/s ({loading:.2} s to load apart)\nratio      dossier read, as shipped and with its start, is {:.1} times as fast\n",
        words.first().copied().unwrap_or(""),
        texts.len(),
        theirs / mean.max(1.0),
        theirs / 1e6,
        size.bytes as f64 / ours.as_secs_f64().max(1e-9) / theirs,
    ))
}

fn ask(python: &str, input: &str) -> Option<String> {
    use std::io::Write as _;
    let mut child = Command::new(python)
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
