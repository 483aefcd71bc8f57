//! Scores against public corpora that stay outside the repository.

use std::io::Read;
use std::path::{Path, PathBuf};

pub mod attribution;
pub mod cat;
pub mod copies;
pub mod entities;
pub mod events;
pub mod extraction;
pub mod facts;
pub mod figures;
pub mod floors;
pub mod meantime;
pub mod names;
pub mod pages;
pub mod plover;
pub mod quantities;
pub mod recognized_dates;
pub mod recognizers;
pub mod recognizers_es;
pub mod statements;
pub mod stories;
pub mod syntax;
pub mod timex;

/// What the user asked of an evaluation.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The folder of corpora: `--data`, or `DOSSIER_DATA`.
    pub data: Option<PathBuf>,
    /// Measure the part that rules are made on, instead of the part that is reported: `--tune`.
    pub tune: bool,
    /// Print what was missed: `--show`.
    pub show: bool,
    /// Print what the scorer of statements is fitted on: `--features`, of the tuning part alone.
    pub features: bool,
    /// Put the table of all scores into the README: `--write`.
    pub write: bool,
    /// Report a score below its floor without failing: `--allow-regression`.
    pub allow_regression: bool,
}

impl Options {
    /// From the command line; unknown words are left to others.
    #[must_use]
    pub fn from_args(args: &[String]) -> Self {
        let after = |name: &str| args.iter().position(|a| a == name).and_then(|i| args.get(i + 1));
        let has = |name: &str| args.iter().any(|a| a == name);
        let data = after("--data")
            .cloned()
            .or_else(|| std::env::var("DOSSIER_DATA").ok());
        Self {
            data: data.map(PathBuf::from),
            tune: has("--tune"),
            show: has("--show"),
            features: has("--features"),
            write: has("--write"),
            allow_regression: has("--allow-regression"),
        }
    }
}

type Evaluation = fn(&Path, &Options) -> Result<String, String>;

/// All evaluations by name, each called with the folder of corpora.
const ALL: &[(&str, Evaluation)] = &[
    ("facts", |data, _| {
        facts::run(&data.join("../seeds"), Path::new("eval/gold/state-visit.toml"))
    }),
    ("attribution", |data, o| {
        attribution::run(data, if o.tune { "train" } else { "dev" }, o.show)
    }),
    ("confidence", |data, _| {
        let files = [
            "stories/news-events",
            "stories/political",
            "attribution/polnear-train",
        ];
        let paths = files.map(|f| data.join(format!("{f}.jsonl.gz")));
        crate::calibrate::run(&paths, Path::new("eval/gold/audit.tsv"), false)
    }),
    ("copies", |data, o| {
        copies::run(data, if o.tune { "tune" } else { "report" }, o.show)
    }),
    ("entities", |data, o| {
        entities::run(
            data,
            if o.tune { "corpus_apple" } else { "corpus_airbus" },
            o.show,
        )
    }),
    ("figures", |data, o| {
        figures::run(data, if o.tune { "tune" } else { "report" }, o.show)
    }),
    ("events", |data, o| {
        events::run(data, if o.tune { "apple" } else { "airbus" }, o.show)
    }),
    ("extraction", |data, o| extraction::run(data, o.show)),
    ("names", |data, o| {
        names::run(data, if o.tune { "train" } else { "dev" }, o.show)
    }),
    ("pages", |data, o| pages::run(data, o.show)),
    ("plover", |data, o| plover::run(data, o.show)),
    ("quantities", |data, o| {
        quantities::run(data, if o.tune { "tune" } else { "report" }, o.show)
    }),
    ("recognizers", |data, o| recognizers::run(data, o.show)),
    ("quantities-es", |data, o| recognizers_es::run(data, o.show)),
    ("recognizers-es", |data, o| {
        recognized_dates::run_spanish(data, o.show)
    }),
    ("statements", |data, o| {
        if o.features {
            return statements::features(data, "tune");
        }
        statements::run(data, if o.tune { "tune" } else { "report" }, o.show)
    }),
    ("stories", |data, o| stories::run(data, o.show)),
    ("syntax", |data, _| syntax::run(data)),
    ("times", |data, o| {
        timex::run(data, if o.tune { "tune" } else { "report" }, o.show)
    }),
];

/// Runs one evaluation, or all; where the folder of corpora is missing, says so and runs none.
///
/// # Errors
/// Where the name is unknown, an evaluation cannot read its corpus, or a score lies below its floor.
pub fn run(name: Option<&str>, options: &Options) -> Result<String, String> {
    let Some(data) = options.data.as_deref().filter(|d| d.is_dir()) else {
        return Ok("skipped: no folder of corpora; hint: pass --data DIR or set DOSSIER_DATA".to_owned());
    };
    let chosen: Vec<_> = ALL.iter().filter(|(n, _)| name.is_none_or(|x| x == *n)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = ALL.iter().map(|(n, _)| *n).collect();
        return Err(format!(
            "{}: no such evaluation; hint: one of {}",
            name.unwrap_or(""),
            names.join(", ")
        ));
    }
    let floors = floors::Floors::open(Path::new("eval/floors.toml"))?;
    let (mut out, mut rows, mut below) = (String::new(), Vec::new(), Vec::new());
    for (name, evaluate) in chosen {
        let report = evaluate(data, options)?;
        out.push_str(&format!("== {name}\n{report}\n"));
        // Floors are for the parts that are reported.
        if options.tune {
            continue;
        }
        match floors.other_corpus(name, data)? {
            Some(other) => below.push(other),
            None => rows.extend(floors.rows(name, &report)?),
        }
    }
    below.extend(floors::below(&rows));
    let table = floors::table(&rows);
    if !options.tune {
        out.push_str(&format!("== all scores\n{table}\n"));
    }
    if options.write {
        write_table(Path::new("README.md"), &table)?;
    }
    if below.is_empty() {
        return Ok(out);
    }
    out.push_str(&below.join("\n"));
    if options.allow_regression {
        return Ok(out);
    }
    Err(format!(
        "{out}\nhint: pass --allow-regression to go on all the same"
    ))
}

/// Puts the table between its marks.
fn write_table(path: &Path, table: &str) -> Result<(), String> {
    const MARKS: [&str; 2] = ["<!-- scores -->\n", "<!-- /scores -->"];
    let told = |e: std::io::Error| format!("{}: {e}", path.display());
    let text = std::fs::read_to_string(path).map_err(told)?;
    let parts = text
        .split_once(MARKS[0])
        .and_then(|(head, rest)| Some((head, rest.split_once(MARKS[1])?.1)));
    let (head, tail) = parts.ok_or_else(|| format!("{}: has no place for the scores", path.display()))?;
    std::fs::write(path, [head, MARKS[0], table, MARKS[1], tail].concat()).map_err(told)
}

/// The lines of a gzipped JSON Lines file.
///
/// # Errors
/// Where the file cannot be read or a line is no JSON.
pub fn read_lines(path: &Path) -> Result<Vec<serde_json::Value>, String> {
    let file = std::fs::File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .map_err(|e| format!("{}: {e}", path.display()))?;
    text.lines()
        .enumerate()
        .map(|(i, l)| serde_json::from_str(l).map_err(|e| format!("{}:{}: {e}", path.display(), i + 1)))
        .collect()
}

/// Counts that give precision, recall and F1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// What the annotators marked.
    pub gold: usize,
    /// What the reader found.
    pub found: usize,
    /// What both have.
    pub right: usize,
}

impl Counts {
    /// Share of the found that is right.
    #[must_use]
    pub fn precision(self) -> f64 {
        self.right as f64 / (self.found as f64).max(1.0)
    }

    /// Share of the gold that was found.
    #[must_use]
    pub fn recall(self) -> f64 {
        self.right as f64 / (self.gold as f64).max(1.0)
    }

    /// Harmonic mean of both.
    #[must_use]
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "P {:.3}  R {:.3}  F1 {:.3}  ({} right of {} found, {} gold)",
            self.precision(),
            self.recall(),
            self.f1(),
            self.right,
            self.found,
            self.gold
        )
    }
}
