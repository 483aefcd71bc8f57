//! Text in, findings out: every file under `cases/` is read, and what stands under each line is compared.
//!
//! A file begins with `# layers: …`, the kinds of finding that it shows. A case is a line `=== name`, with
//! `published=2024-05-02` behind it where times need it and `language=es` where it is not English; then text lines, each with the findings under its
//! words. Lines stay under 88 characters, where the findings are wrapped. Lines that begin with `# ` are remarks. `cargo xtask cases --update` rewrites the findings.

// A test opens the files that it reads and rewrites, unlike the library.
#![allow(clippy::disallowed_methods)]

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use dossier::ingest;
use dossier::model::{
    AnnotatedArticle, Annotations, Article, ArticleDraft, ArticleId, Block, BlockKind, Span,
};
use dossier::publish::findings::{self, Style};

/// The kinds of finding whose label is not their first word.
fn kind_of(label: &str) -> &str {
    label.split_whitespace().next().unwrap_or("")
}

fn is_finding(line: &str) -> Option<&str> {
    let rest = line.trim_start();
    let label = rest.trim_start_matches('^');
    (label.len() < rest.len())
        .then(|| label.strip_prefix(' '))
        .flatten()
}

/// What the first line of a case tells of its article.
struct Head<'a> {
    /// The day of publication.
    published: Option<&'a str>,
    /// A BCP 47 tag.
    language: Option<&'a str>,
}

/// The text of a case with the findings of the chosen layers under its lines.
fn check(stage: &str, layers: &[&str], head: &Head<'_>, text: &str) -> String {
    let read = match stage {
        "ingest" => {
            let mut articles = Vec::new();
            ingest::read(
                "case.txt",
                &mut text.as_bytes(),
                &ingest::Options::default(),
                &mut |found| {
                    articles.extend(found.into_article());
                    ControlFlow::Continue(())
                },
            );
            match articles.pop() {
                Some(article) => AnnotatedArticle {
                    article,
                    notes: Annotations::default(),
                },
                None => return String::new(),
            }
        }
        _ => {
            let mut blocks = Vec::new();
            let mut at = 0;
            for line in text.split_inclusive('\n') {
                let words = line.trim_end();
                if !words.is_empty() {
                    blocks.push(Block {
                        kind: BlockKind::Body,
                        span: Span::new(at, at + words.len()),
                    });
                }
                at += line.len();
            }
            let published = head
                .published
                .and_then(|p| ingest::parse_published(p, dossier::model::Basis::Metadata));
            let meta = ArticleDraft {
                source: "case".to_owned(),
                published,
                language: head.language.map(str::to_owned),
                ..ArticleDraft::default()
            };
            let article = Article::new(ArticleId::new("case"), meta, text, blocks);
            AnnotatedArticle {
                notes: dossier::annotate::annotate(&article),
                article,
            }
        }
    };
    let shown = findings::show(&read, Style::Case);
    let mut out = String::new();
    for line in shown.lines() {
        let keep = is_finding(line).is_none_or(|label| layers.contains(&kind_of(label)));
        if keep && !line.trim().is_empty() {
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }
    out
}

/// The file as it should be, with the cases as they are found now.
fn refreshed(stage: &str, file: &str) -> String {
    let layers: Vec<&str> = file
        .lines()
        .find_map(|l| l.strip_prefix("# layers:"))
        .map_or_else(Vec::new, |l| l.split_whitespace().collect());
    let mut out = String::new();
    let mut parts = file.split("\n=== ");
    out.push_str(parts.next().unwrap_or("").trim_end());
    out.push('\n');
    for case in parts {
        let (head, body) = case.split_once('\n').unwrap_or((case, ""));
        let key = |key| head.split_whitespace().find_map(|w| w.strip_prefix(key));
        let known = Head {
            published: key("published="),
            language: key("language="),
        };
        let mut text = String::new();
        let _ = write!(out, "\n=== {}\n", head.trim_end());
        for line in body.lines().filter(|l| !l.trim().is_empty()) {
            if line.starts_with("# ") {
                let _ = writeln!(out, "{line}");
            } else if is_finding(line).is_none() && !(line.starts_with('[') && line.ends_with(']')) {
                let _ = writeln!(text, "{line}");
            }
        }
        out.push_str(&check(stage, &layers, &known, &text));
    }
    out
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder of cases")
        .map(|e| e.expect("a folder of cases").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "txt") {
            out.push(path);
        }
    }
}

#[test]
fn cases_hold() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut paths = Vec::new();
    for folder in ["cases", "languages/en/cases", "languages/es/cases"] {
        let before = paths.len();
        files(&root.join(folder), &mut paths);
        assert!(paths.len() > before, "no cases under {folder}");
    }
    let update = std::env::var_os("DOSSIER_UPDATE_CASES").is_some();
    let mut wrong = String::new();
    for path in paths {
        let file = std::fs::read_to_string(&path).unwrap();
        let stage = path
            .parent()
            .and_then(|p| p.file_name())
            .unwrap()
            .to_string_lossy()
            .into_owned();
        assert!(file.contains("\n=== "), "{}: no case", path.display());
        let fresh = refreshed(&stage, &file);
        if update {
            std::fs::write(&path, &fresh).unwrap();
        } else if fresh != file {
            let _ = writeln!(wrong, "{}:", path.display());
            for (expected, found) in file.lines().zip(fresh.lines()).filter(|(a, b)| a != b).take(6) {
                let _ = writeln!(wrong, "  expected {expected}\n  found    {found}");
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong}\nhint: look at each, then cargo xtask cases --update"
    );
}
