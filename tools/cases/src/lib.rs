//! Text in, findings out: reads, compares and rewrites the files of cases that the tests of each stage run.
//!
//! A file begins with remarks, lines that start with `# `; `# layers: …` names the kinds of finding that it shows. A
//! case is a line `=== name`, with options such as `published=2024-05-02` behind the name, and two parts. In a
//! [`Form::Marked`] file each line of text has carets and labels under its words; in a [`Form::Parted`] file a line
//! `---` stands between what goes in and what comes out. Remarks inside a case stay where its part begins.
//!
//! With `DOSSIER_UPDATE_CASES` in the environment the expected part is rewritten: `cargo xtask cases --update`.

// Tests open the files that they read and rewrite, unlike the library.
#![allow(clippy::disallowed_methods)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// How a file sets apart what goes in from what comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Findings stand under the lines of the text, which stay under 88 characters.
    Marked,
    /// A line `---` stands between both.
    Parted,
}

/// One case: what goes in.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The line behind `===`: a name that states a fact, and options.
    pub head: &'a str,
    /// The kinds of finding that its file shows; empty where it shows all.
    pub layers: Vec<&'a str>,
    /// The text, without findings and remarks.
    pub input: String,
}

impl Case<'_> {
    /// The value of an option of the first line: of `published=2024-05-02` by `published`.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<&str> {
        let words = self.head.split_whitespace();
        words
            .filter_map(|w| w.split_once('='))
            .find_map(|(key, value)| (key == name).then_some(value))
    }

    /// What is shown of one article, with the findings of this file's layers alone.
    #[must_use]
    pub fn keep_layers(&self, shown: &str) -> String {
        let mut out = String::new();
        for line in shown.lines() {
            let keep = find_label(line).is_none_or(|label| self.layers.contains(&first_word(label)));
            if keep && !line.trim().is_empty() {
                let _ = writeln!(out, "{}", line.trim_end());
            }
        }
        out
    }
}

/// Runs every case of the files in a folder, at any depth: `read` gives what comes out for what goes in.
///
/// # Panics
/// Where a case is not as its file expects, with the lines that differ; where a file cannot be read or has no case.
pub fn run(folder: &Path, form: Form, read: impl Fn(&Case<'_>) -> String) {
    let mut paths = Vec::new();
    find_files(folder, &mut paths);
    assert!(!paths.is_empty(), "{}: no cases", folder.display());
    let update = std::env::var_os("DOSSIER_UPDATE_CASES").is_some();
    let mut wrong = String::new();
    for path in paths {
        let file = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(file.contains("\n=== "), "{}: no case", path.display());
        let fresh = refresh(&file, form, &read);
        if update && fresh != file {
            std::fs::write(&path, &fresh).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        } else if fresh != file {
            let _ = writeln!(wrong, "{}:\n{}", path.display(), differences(&file, &fresh));
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong}hint: look at each, then cargo xtask cases --update"
    );
}

/// The file as it should be, with the cases as they come out now.
fn refresh(file: &str, form: Form, read: &impl Fn(&Case<'_>) -> String) -> String {
    let layers: Vec<&str> = file
        .lines()
        .find_map(|l| l.strip_prefix("# layers:"))
        .map_or_else(Vec::new, |l| l.split_whitespace().collect());
    let mut parts = file.split("\n=== ");
    let mut out = format!("{}\n", parts.next().unwrap_or("").trim_end());
    for part in parts {
        let (head, body) = part.split_once('\n').unwrap_or((part, ""));
        let head = head.trim_end();
        let _ = write!(out, "\n=== {head}\n");
        let (remarks, input) = match form {
            Form::Marked => split_marked(body),
            Form::Parted => split_parted(body),
        };
        out.push_str(&remarks);
        let layers = layers.clone();
        let case = Case { head, layers, input };
        let found = read(&case);
        if form == Form::Parted {
            let _ = write!(out, "{}\n---\n", case.input.trim_end());
        }
        let _ = writeln!(out, "{}", found.trim_end());
    }
    out
}

/// Remarks and text of a case whose findings stand under its lines.
fn split_marked(body: &str) -> (String, String) {
    let (mut remarks, mut text) = (String::new(), String::new());
    for line in body.lines().filter(|l| !l.trim().is_empty()) {
        if line.starts_with("# ") {
            let _ = writeln!(remarks, "{line}");
        } else if find_label(line).is_none() && !(line.starts_with('[') && line.ends_with(']')) {
            let _ = writeln!(text, "{line}");
        }
    }
    (remarks, text)
}

/// Remarks and text of a case in two parts.
fn split_parted(body: &str) -> (String, String) {
    let input = body.split("\n---").next().unwrap_or("");
    let (mut remarks, mut text) = (String::new(), String::new());
    for line in input.lines() {
        let out = if line.starts_with("# ") {
            &mut remarks
        } else {
            &mut text
        };
        let _ = writeln!(out, "{line}");
    }
    (remarks, text)
}

/// The first lines in which a case is not as its file expects, under its name.
fn differences(file: &str, fresh: &str) -> String {
    let mut out = String::new();
    for (expected, found) in file.split("\n=== ").zip(fresh.split("\n=== ")) {
        if expected == found {
            continue;
        }
        let _ = writeln!(out, "  === {}", expected.lines().next().unwrap_or(""));
        let (mut left, mut right) = (expected.lines(), found.lines());
        let mut shown = 0;
        loop {
            let (a, b) = (left.next(), right.next());
            if a.is_none() && b.is_none() || shown == 6 {
                break;
            }
            if a != b {
                shown += 1;
                let _ = writeln!(out, "  expected {}", a.unwrap_or("nothing"));
                let _ = writeln!(out, "  found    {}", b.unwrap_or("nothing"));
            }
        }
    }
    out
}

/// The label of a line of carets.
fn find_label(line: &str) -> Option<&str> {
    let rest = line.trim_start();
    let label = rest.trim_start_matches('^');
    (label.len() < rest.len())
        .then(|| label.strip_prefix(' '))
        .flatten()
}

fn first_word(label: &str) -> &str {
    label.split_whitespace().next().unwrap_or("")
}

fn find_files(folder: &Path, out: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            find_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "txt") {
            out.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_set_apart_from_the_text() {
        let file = "# layers: date\n\n=== a published=2024-05-02\n# FIXME why\nOn Monday.\n   ^^^^^^ old\n";
        let fresh = refresh(file, Form::Marked, &|case| {
            assert_eq!(
                (case.input.as_str(), case.option("published")),
                ("On Monday.\n", Some("2024-05-02"))
            );
            case.keep_layers("On Monday.\n   ^^^^^^ date 2024-04-29\n   ^^^^^^ person\n")
        });
        assert_eq!(
            fresh,
            "# layers: date\n\n=== a published=2024-05-02\n# FIXME why\nOn Monday.\n   ^^^^^^ date 2024-04-29\n"
        );
    }

    #[test]
    fn parts_are_set_apart_by_a_rule() {
        let file = "# remark\n\n=== a\none\n\ntwo\n---\nold\n\n=== b\nthree\n---\n";
        let fresh = refresh(file, Form::Parted, &|case| case.input.to_uppercase());
        assert_eq!(
            fresh,
            "# remark\n\n=== a\none\n\ntwo\n---\nONE\n\nTWO\n\n=== b\nthree\n---\nTHREE\n"
        );
    }
}
