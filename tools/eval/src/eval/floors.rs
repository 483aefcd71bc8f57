//! Scores below which an evaluation fails, pinned in `eval/floors.toml` with the corpus they were measured on, and the
//! table of all scores.

use std::fmt::Write as _;
use std::path::Path;

/// What `eval/floors.toml` pins.
///
/// Each evaluation is a table: `corpus` maps files or folders, named from the folder of corpora, to the XXH3 hash of
/// their bytes; `floors` are rows `{line, after, least}`: in the first line of the report that begins with `line`, the
/// number behind the words `after` is at least `least`. `[[goals]]` are rows `{of, line, after, measure, goal}` that say
/// what a score measures and what it is to reach.
#[derive(Debug, Clone, Default)]
pub struct Floors(toml::Table);

/// A score of the table.
#[derive(Debug, Clone)]
pub struct Row {
    evaluation: String,
    measure: String,
    score: Option<f64>,
    goal: Option<f64>,
    floor: f64,
}

impl Row {
    fn is_below(&self) -> bool {
        self.score.is_none_or(|s| s < self.floor)
    }
}

impl Floors {
    /// Reads the file; without one there are no floors.
    ///
    /// # Errors
    /// Where it is no TOML.
    pub fn open(path: &Path) -> Result<Self, String> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).map_err(|e| format!("{}: {e}", path.display())),
            Err(_) => Ok(Self::default()),
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map(Self).map_err(|e| e.to_string())
    }

    /// The first corpus of `name` that is not the pinned one, in words; on it the floors do not count.
    ///
    /// # Errors
    /// Where a corpus cannot be read.
    pub fn other_corpus(&self, name: &str, data: &Path) -> Result<Option<String>, String> {
        let corpus = self.0.get(name).and_then(|t| t.get("corpus"));
        for (file, hash) in corpus.and_then(toml::Value::as_table).into_iter().flatten() {
            let found = hash_of(&data.join(file)).map_err(|e| format!("{file}: {e}"))?;
            if hash.as_str() != Some(&found) {
                return Ok(Some(format!(
                    "{name}: {file} is another corpus ({found}) than the floors were measured on"
                )));
            }
        }
        Ok(None)
    }

    /// The pinned scores of `name` as its report has them.
    ///
    /// # Errors
    /// Where a row is not of the expected shape.
    pub fn rows(&self, name: &str, report: &str) -> Result<Vec<Row>, String> {
        let floors = self.0.get(name).and_then(|t| t.get("floors"));
        let floors = floors.and_then(toml::Value::as_array);
        floors
            .into_iter()
            .flatten()
            .map(|row| {
                let (Some(line), Some(after), Some(floor)) =
                    (text(row, "line"), text(row, "after"), number(row, "least"))
                else {
                    return Err(format!(
                        "eval/floors.toml: {name}: a row needs line, after and least"
                    ));
                };
                let goal = self.goal(name, line, after);
                let measure = goal.and_then(|g| text(g, "measure")).map_or_else(
                    || format!("{} {}", line.trim(), after.trim_matches([' ', '('])),
                    str::to_owned,
                );
                Ok(Row {
                    evaluation: name.to_owned(),
                    measure: measure.trim().to_owned(),
                    score: score(report, line, after),
                    goal: goal.and_then(|g| number(g, "goal")),
                    floor,
                })
            })
            .collect()
    }

    fn goal(&self, name: &str, line: &str, after: &str) -> Option<&toml::Value> {
        let goals = self.0.get("goals").and_then(toml::Value::as_array)?;
        goals.iter().find(|g| {
            text(g, "of") == Some(name) && text(g, "line") == Some(line) && text(g, "after") == Some(after)
        })
    }
}

fn text<'a>(row: &'a toml::Value, field: &str) -> Option<&'a str> {
    row.get(field).and_then(toml::Value::as_str)
}

fn number(row: &toml::Value, field: &str) -> Option<f64> {
    let value = row.get(field)?;
    value.as_float().or_else(|| value.as_integer().map(|i| i as f64))
}

/// One line for each score that lies below its floor, or that its report lacks.
#[must_use]
pub fn below(rows: &[Row]) -> Vec<String> {
    let told = |r: &Row| match r.score {
        Some(score) => format!(
            "{}: {} {score} is below the floor {}",
            r.evaluation, r.measure, r.floor
        ),
        None => format!("{}: the report has no {}", r.evaluation, r.measure),
    };
    rows.iter().filter(|r| r.is_below()).map(told).collect()
}

/// All scores as a Markdown table.
#[must_use]
pub fn table(rows: &[Row]) -> String {
    let mut out = String::from("| evaluation | measure | score | goal | floor |\n|---|---|---|---|---|\n");
    for r in rows {
        let shown = |v: Option<f64>| v.map_or_else(|| "–".to_owned(), |v| format!("{v}"));
        let score = match (r.score, r.goal) {
            (Some(s), Some(g)) if s < g => format!("{s} (missed)"),
            (s, _) => shown(s),
        };
        let _ = writeln!(
            out,
            "| {} | {} | {score} | {} | {} |",
            r.evaluation,
            r.measure,
            shown(r.goal),
            r.floor
        );
    }
    out
}

/// The hash of a file's bytes; of a folder those of all files in it, by name.
fn hash_of(path: &Path) -> std::io::Result<String> {
    let mut hasher = xxhash_rust::xxh3::Xxh3::new();
    let mut waiting = vec![path.to_owned()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let mut inside = std::fs::read_dir(&path)?
                .map(|e| e.map(|e| e.path()))
                .collect::<Result<Vec<_>, _>>()?;
            // The stack gives the last one first.
            inside.sort_by(|a, b| b.cmp(a));
            waiting.extend(inside);
        } else {
            hasher.update(&std::fs::read(&path)?);
        }
    }
    Ok(format!("{:016x}", hasher.digest()))
}

/// The number behind `after` in the first line that begins with `line`.
fn score(report: &str, line: &str, after: &str) -> Option<f64> {
    let found = report.lines().map(str::trim).find(|l| l.starts_with(line))?;
    let rest = found.get(line.len()..)?;
    let rest = rest.get(rest.find(after)? + after.len()..)?.trim_start();
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    rest.get(..end)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(least: &str, report: &str) -> Vec<Row> {
        let text = format!(
            "[names.corpus]\n[[names.floors]]\nline = \"all\"\nafter = \"F1\"\nleast = {least}\n\
             [[goals]]\nof = \"names\"\nline = \"all\"\nafter = \"F1\"\nmeasure = \"all names\"\ngoal = 0.72"
        );
        Floors::parse(&text)
            .expect("toml")
            .rows("names", report)
            .expect("rows")
    }

    #[test]
    fn a_score_is_compared_with_its_floor() {
        let below = |least: &str, report: &str| below(&rows(least, report)).len();
        assert_eq!(below("0.600", "all  P 0.700  R 0.500  F1 0.612  (1 of 2)"), 0);
        assert_eq!(below("0.612", "all  P 0.700  R 0.500  F1 0.612"), 0);
        assert_eq!(below("0.613", "all  P 0.700  R 0.500  F1 0.612"), 1);
        assert_eq!(below("0.100", "part F1 0.9"), 1);
    }

    #[test]
    fn the_table_says_what_missed_its_goal() {
        let table = table(&rows("0.6", "all F1 0.612"));
        assert!(
            table.contains("| names | all names | 0.612 (missed) | 0.72 | 0.6 |"),
            "{table}"
        );
    }

    #[test]
    fn another_corpus_has_no_floors() {
        let floors = Floors::parse("[names.corpus]\n\"Cargo.toml\" = \"0\"\n[times.corpus]\n\"src\" = \"0\"");
        for name in ["names", "times"] {
            let found = floors
                .as_ref()
                .expect("toml")
                .other_corpus(name, Path::new(env!("CARGO_MANIFEST_DIR")));
            assert!(found.expect("read").is_some_and(|l| l.contains("another corpus")));
        }
    }
}
