//! `dossier cluster` and `dossier copies` on made articles by the ten thousand, as a user runs them, and public tools beside
//! them: what `rensa` and `datasketch` take to sign the same texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{Program, Run, corpus, measure};

/// Numbers of articles: the second is what goals are set for.
const SIZES: &[usize] = &[2_000, 20_000, 200_000];
/// Largest corpus that the tools in Python are given.
const BESIDE: usize = 20_000;

/// Signs every text with 128 permutations of its words' shingles, prints the seconds, reading apart.
const SIGN: &str = "
import json, sys, time
name, path = sys.argv[1:]
texts = [json.loads(line)['text'].split() for line in open(path)]
shingles = [[' '.join(t[i:i + 5]) for i in range(max(1, len(t) - 4))] for t in texts]
start = time.perf_counter()
if name == 'rensa':
    import rensa
    for s in shingles:
        m = rensa.RMinHash(num_perm=128, seed=42)
        m.update(s)
        m.digest()
else:
    import datasketch
    for s in shingles:
        m = datasketch.MinHash(num_perm=128)
        m.update_batch([x.encode() for x in s])
print(time.perf_counter() - start)
";

/// Measures both commands at every size up to `most` articles.
///
/// # Errors
/// Where a corpus cannot be made or the program cannot be built.
pub fn run(data: &Path, python: &str, most: usize) -> Result<String, String> {
    let program = Program::build()?;
    let folder = std::env::temp_dir().join(format!("dossier-scale-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let told = sizes(&program, &folder, data, python, most);
    let _ = std::fs::remove_dir_all(&folder);
    told
}

fn sizes(program: &Program, folder: &Path, data: &Path, python: &str, most: usize) -> Result<String, String> {
    let mut out = String::new();
    let mut before: BTreeMap<&str, f64> = BTreeMap::new();
    for &n in SIZES.iter().filter(|&&n| n <= most) {
        let path = folder.join(format!("{n}.jsonl"));
        corpus::write(data, n, &path)?;
        let name = path.display().to_string();
        let rounds = if n > BESIDE { 1 } else { 3 };
        for command in ["cluster", "copies"] {
            let lines = folder.join(command);
            let lines = lines.display().to_string();
            let mut best: Option<Run> = None;
            for _ in 0..rounds {
                let run = measure(Command::new(&program.0).args([command, "--quiet", &name, "-o", &lines]))?;
                if best.as_ref().is_none_or(|b| run.wall < b.wall) {
                    best = Some(run);
                }
            }
            let Some(run) = best else { continue };
            let seconds = run.wall.as_secs_f64();
            let each = seconds / (n as f64 * (n as f64).ln());
            let growth = before.insert(command, each).map_or_else(String::new, |b| {
                format!(", {:.2} times the {}'s time by n·log n", each / b, n / 10)
            });
            let right = match command {
                "cluster" => stories_right(&path, Path::new(&lines))?,
                _ => copies_right(&path, Path::new(&lines))?,
            };
            let _ = writeln!(
                out,
                "{command:8} {n} articles: {seconds:.2} s, {:.0} articles/s, peak memory {:.0} MB{growth}; {right}",
                n as f64 / seconds,
                run.peak.unwrap_or(0) as f64 / 1e6
            );
        }
        if n == BESIDE {
            for tool in ["rensa", "datasketch"] {
                let _ = writeln!(out, "{}", beside(python, tool, &name, n));
            }
        }
        let _ = std::fs::remove_file(&path);
    }
    Ok(out)
}

fn beside(python: &str, tool: &str, path: &str, n: usize) -> String {
    let output = Command::new(python).args(["-c", SIGN, tool, path]).output();
    let seconds = output
        .ok()
        .filter(|o| o.status.success())
        .and_then(|o| String::from_utf8_lossy(&o.stdout).trim().parse::<f64>().ok());
    match seconds {
        Some(s) => format!(
            "{tool:10} signs the {n} in {s:.2} s, {:.0} articles/s, reading and comparing apart",
            n as f64 / s
        ),
        None => format!("{tool:10} skipped: {python} has no {tool}; hint: pip install {tool}"),
    }
}

fn rows(path: &Path) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    text.lines()
        .map(|l| serde_json::from_str(l).map_err(|e| format!("{}: {e}", path.display())))
        .collect()
}

/// B³ against the stories that the articles were made for.
fn stories_right(made: &Path, found: &Path) -> Result<String, String> {
    let gold: Vec<String> = rows(made)?.iter().map(|r| r["story"].to_string()).collect();
    let found: Vec<String> = rows(found)?.iter().map(|r| r["story"].to_string()).collect();
    let (p, r, f1) = crate::eval::stories::b_cubed(&gold, &found);
    Ok(format!("B³ P {p:.3} R {r:.3} F1 {f1:.3}"))
}

/// How many articles that took words over from another are linked with it or with one that shares its words.
fn copies_right(made: &Path, found: &Path) -> Result<String, String> {
    let linked: BTreeSet<String> = (rows(found)?.iter())
        .flat_map(|r| {
            [&r["from"]["article"], &r["to"]["article"]].map(|a| a.as_str().unwrap_or("").to_owned())
        })
        .collect();
    let (mut all, mut right) = (0, 0);
    for row in rows(made)? {
        if row["copied"].is_object() {
            all += 1;
            right += usize::from(row["id"].as_str().is_some_and(|id| linked.contains(id)));
        }
    }
    Ok(format!("{right} of {all} known copies linked"))
}
