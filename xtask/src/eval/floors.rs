//! Scores below which an evaluation fails, pinned in `eval/floors.toml` with the corpus they were measured on.

use std::path::Path;

/// What `eval/floors.toml` pins.
///
/// Each evaluation is a table: `corpus` maps files and folders of files, named from the folder of corpora, to the
/// XXH3 hash of their bytes; `floors` are rows `{line, after, least}`: in the first line of the report that begins with `line`, the
/// number behind the words `after` is at least `least`.
#[derive(Debug, Clone, Default)]
pub struct Floors(toml::Table);

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

    /// One line for each score of `name` that lies below its floor, or that the report lacks. A corpus that is
    /// not the pinned one has no floors, and a line says so.
    ///
    /// # Errors
    /// Where a row is not of the expected shape.
    pub fn check(&self, name: &str, report: &str, data: &Path) -> Result<Vec<String>, String> {
        let Some(pinned) = self.0.get(name) else {
            return Ok(Vec::new());
        };
        for (file, hash) in pinned
            .get("corpus")
            .and_then(toml::Value::as_table)
            .into_iter()
            .flatten()
        {
            let found = hash_of(&data.join(file)).map_err(|e| format!("{file}: {e}"))?;
            if hash.as_str() != Some(&found) {
                return Ok(vec![format!(
                    "{name}: {file} is another file ({found}) than the floors were measured on"
                )]);
            }
        }
        let rows = pinned.get("floors").and_then(toml::Value::as_array);
        let mut out = Vec::new();
        for row in rows.into_iter().flatten() {
            let field = |f: &str| row.get(f).and_then(toml::Value::as_str);
            let least = row.get("least").and_then(toml::Value::as_float);
            let (Some(line), Some(after), Some(least)) = (field("line"), field("after"), least) else {
                return Err(format!(
                    "eval/floors.toml: {name}: a row needs line, after and least"
                ));
            };
            match score(report, line, after) {
                Some(found) if found >= least => {}
                Some(found) => out.push(format!(
                    "{name}: {line}, {after} {found} is below the floor {least}"
                )),
                None => out.push(format!("{name}: the report has no line {line:?} with {after:?}")),
            }
        }
        Ok(out)
    }
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

    fn check(least: &str, report: &str) -> usize {
        let text =
            format!("[names.corpus]\n[[names.floors]]\nline = \"all\"\nafter = \"F1\"\nleast = {least}");
        let floors = Floors::parse(&text).expect("toml");
        floors.check("names", report, Path::new(".")).expect("rows").len()
    }

    #[test]
    fn a_score_is_compared_with_its_floor() {
        assert_eq!(check("0.600", "all  P 0.700  R 0.500  F1 0.612  (1 of 2)"), 0);
        assert_eq!(check("0.612", "all  P 0.700  R 0.500  F1 0.612"), 0);
        assert_eq!(check("0.613", "all  P 0.700  R 0.500  F1 0.612"), 1);
        assert_eq!(check("0.100", "part F1 0.9"), 1);
    }

    #[test]
    fn another_corpus_has_no_floors() {
        let floors = Floors::parse("[names.corpus]\n\"Cargo.toml\" = \"0\"").expect("toml");
        let found = floors
            .check("names", "", Path::new(env!("CARGO_MANIFEST_DIR")))
            .expect("rows");
        assert!(matches!(&found[..], [line] if line.contains("another file")));
    }
}
