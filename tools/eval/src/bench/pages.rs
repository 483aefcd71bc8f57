//! Main text of pages beside trafilatura and resiliparse: the same pages in one run, one process each.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Program;
use crate::eval::extraction::{self, Page, Shares};

/// Reads every page of a folder so often, and the words of each once; prints seconds without the start of the
/// interpreter, and the most kilobytes held.
const EXTRACT: &str = r"
import json, pathlib, resource, sys, time
tool, folder, rounds = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
pages = {p.stem: p.read_bytes() for p in sorted(folder.glob('*.html'))}
if tool == 'trafilatura':
    import trafilatura
    extract = lambda b: trafilatura.extract(b, include_comments=False) or ''
else:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    extract = lambda b: extract_plain_text(b.decode(detect_encoding(b), 'replace'), main_content=True)
texts = {k: extract(b) for k, b in pages.items()}
start = time.perf_counter()
for _ in range(rounds):
    for b in pages.values():
        extract(b)
seconds = time.perf_counter() - start
print(json.dumps({'seconds': seconds, 'kilobytes': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, 'texts': texts}))
";

/// How often a Python tool reads the pages.
const ROUNDS: usize = 3;

/// Pages a second on one thread, memory and F1 of `dossier extract` and, where `python` has them, of the two.
///
/// # Errors
/// Where the pages cannot be read or the program cannot be built.
pub fn run(data: &Path, python: &str) -> Result<String, String> {
    if cfg!(debug_assertions) {
        return super::optimised();
    }
    let pages = extraction::pages(data)?;
    let folder = std::env::temp_dir().join(format!("dossier-pages-{}", std::process::id()));
    let told = write(&pages, &folder).and_then(|()| measure(&pages, &folder, python));
    let _ = std::fs::remove_dir_all(&folder);
    told
}

fn write(pages: &[Page], folder: &Path) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{}: {e}", folder.display());
    std::fs::create_dir_all(folder).map_err(told)?;
    for page in pages {
        std::fs::write(folder.join(format!("{}.html", page.id)), &page.html).map_err(told)?;
    }
    Ok(())
}

fn measure(pages: &[Page], folder: &Path, python: &str) -> Result<String, String> {
    let program = Program::build()?;
    let name = folder.display().to_string();
    let out_path: PathBuf = folder.join("out.jsonl");
    let out_name = out_path.display().to_string();
    let run = program.run(&["extract", "--quiet", "--jobs", "1", &name, "-o", &out_name])?;
    let articles: Vec<String> = pages
        .iter()
        .map(|p| {
            extraction::read(p)
                .map(|a| extraction::article_words(&a))
                .unwrap_or_default()
        })
        .collect();
    let bytes: usize = pages.iter().map(|p| p.html.len()).sum();
    let mut out = format!("{} pages, {:.1} MB\n", pages.len(), bytes as f64 / 1e6);
    let row = |tool: &str, rate: f64, peak: Option<u64>, texts: &[&str]| {
        let shares: Vec<Shares> = pages
            .iter()
            .zip(texts)
            .map(|(p, t)| Shares::by_shingles(&p.gold, t))
            .collect();
        let mean = Shares::mean(&shares);
        let by_words = pages
            .iter()
            .zip(texts)
            .map(|(p, t)| Shares::by_words(&p.gold, t).f1());
        let by_words = by_words.sum::<f64>() / pages.len().max(1) as f64;
        let peak = peak.map_or_else(|| "unknown".to_owned(), |p| format!("{:.0} MB", p as f64 / 1e6));
        format!(
            "{tool:12} {rate:6.0} pages/s on one thread, peak memory {peak}, shingles P {:.3}  R {:.3}  F1 {:.3}, word F1 {by_words:.3}\n",
            mean.precision,
            mean.recall,
            mean.f1()
        )
    };
    let texts: Vec<&str> = articles.iter().map(String::as_str).collect();
    let rate = pages.len() as f64 / run.wall.as_secs_f64().max(1e-9);
    out.push_str(&row("dossier", rate, run.peak, &texts));
    for tool in ["trafilatura", "resiliparse"] {
        let output = Command::new(python)
            .args(["-c", EXTRACT, tool, &name, &ROUNDS.to_string()])
            .output();
        let value = output
            .ok()
            .filter(|o| o.status.success())
            .and_then(|o| serde_json::from_slice::<serde_json::Value>(&o.stdout).ok());
        let Some(value) = value else {
            let _ = writeln!(
                out,
                "{tool:12} skipped: {python} has no {tool}; hint: pip install {tool} lxml_html_clean"
            );
            continue;
        };
        let found: HashMap<&str, &str> = value["texts"]
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(k, v)| Some((k.as_str(), v.as_str()?)))
            .collect();
        let texts: Vec<&str> = pages
            .iter()
            .map(|p| found.get(p.id.as_str()).copied().unwrap_or(""))
            .collect();
        let seconds = value["seconds"].as_f64().unwrap_or(f64::INFINITY);
        let peak = value["kilobytes"].as_u64().map(|k| k * 1024);
        out.push_str(&row(tool, (pages.len() * ROUNDS) as f64 / seconds, peak, &texts));
    }
    out.push_str("dossier: the whole process with its start, files read and lines written, the fastest of five runs; the others: extraction alone\n");
    Ok(out)
}
