//! What must hold for any input. Checked on what users get: the lines, the CoNLL-U, the record.

use std::ops::ControlFlow;

use dossier::model::{AnnotatedArticle, Article, ArticleDraft, ArticleId, Basis, Block, BlockKind, Span};
use dossier::publish::findings::{self, Style};
use dossier::publish::{calendar, csv, html, json, markdown};
use dossier::{Collection, annotate, ingest};
use serde_json::Value;

use super::Input;

/// A date and a text, a block a line; the kinds take turns.
pub(super) fn annotate(input: &Input) {
    let part = |i: usize| String::from_utf8_lossy(input.get(i).map_or(&[][..], Vec::as_slice)).into_owned();
    let text = part(1);
    let mut blocks = Vec::new();
    let mut at = 0;
    for (i, line) in text.split('\n').enumerate() {
        let words = line.trim();
        if !words.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            blocks.push(Block {
                kind: match i % 7 {
                    5 => BlockKind::Headline,
                    6 => BlockKind::Teaser,
                    _ => BlockKind::Body,
                },
                span: Span::new(start, start + words.len()),
            });
        }
        at += line.len() + 1;
    }
    let meta = ArticleDraft {
        published: ingest::parse_published(&part(0), Basis::Option),
        ..ArticleDraft::default()
    };
    read(Article::new(ArticleId::new("0"), meta, text.as_str(), blocks));
}

/// Bytes of a file.
pub(super) fn ingest(input: &Input) {
    read_files(input, "file");
}

/// Pages.
pub(super) fn page(input: &Input) {
    read_files(input, "page.html");
}

fn read_files(input: &Input, name: &str) {
    for bytes in input {
        let mut articles = Vec::new();
        let report = ingest::read(
            name,
            &mut bytes.as_slice(),
            &ingest::Options::default(),
            &mut |found| {
                articles.extend(found.into_article());
                ControlFlow::Continue(())
            },
        );
        let fault = ingest::Outcome::Skipped(ingest::Reason::Fault);
        assert_eq!(
            report.tally.count(ingest::Piece::File, fault),
            0,
            "{:?}",
            report.notes
        );
        articles.into_iter().for_each(read);
    }
}

/// Texts of one event: the record, in both orders.
pub(super) fn chain(input: &Input) {
    let build = |order: &mut dyn Iterator<Item = (usize, &Vec<u8>)>| {
        let mut all = Collection::default();
        for (i, bytes) in order {
            let name = format!("2025-04-{:02}-{i}.txt", 10 + i % 20);
            all.read(&name, &mut bytes.as_slice(), &ingest::Options::default());
        }
        dossier::build(all, &|_| {})
    };
    let record = build(&mut input.iter().enumerate());
    let json = json::render(&record);
    let back = json::render(&build(&mut input.iter().enumerate().rev()));
    assert!(json == back, "the order of the articles changes the record");
    let value: Value = serde_json::from_str(&json).expect("the record is JSON");
    let texts: Vec<(String, Vec<char>)> = rows(&value, "articles")
        .iter()
        .map(|a| (text(a, "id").to_owned(), text(a, "text").chars().collect()))
        .collect();
    check_cites(&value, &texts);
    // Pages and tables only need to come to an end.
    let _ = (html::render(&record), csv::render(&record));
    let _ = (markdown::render(&record), calendar::render(&record));
}

/// Every object with `article`, `start`, `end` and `text` is a cite.
fn check_cites(value: &Value, texts: &[(String, Vec<char>)]) {
    match value {
        Value::Array(items) => items.iter().for_each(|v| check_cites(v, texts)),
        Value::Object(fields) => {
            if let (Some(Value::String(article)), Some(Value::String(words))) =
                (fields.get("article"), fields.get("text"))
            {
                let chars = texts.iter().find(|t| t.0 == *article).map(|t| &t.1);
                let said = chars.and_then(|c| c.get(number(value, "start")..number(value, "end")));
                let said: Option<String> = said.map(|c| c.iter().collect());
                assert_eq!(said.as_ref(), Some(words), "a cite's words stand elsewhere");
            }
            fields.values().for_each(|v| check_cites(v, texts));
        }
        _ => {}
    }
}

/// Everything that is said of one article.
fn read(article: Article) {
    let chars = article.text().chars().count();
    let notes = annotate::annotate(&article);
    let again = annotate::annotate(&article);
    let read = AnnotatedArticle { article, notes };
    let line = findings::read(&read);
    let same = AnnotatedArticle {
        article: read.article.clone(),
        notes: again,
    };
    assert!(line == findings::read(&same), "two runs differ");
    let value: Value = serde_json::from_str(&line).expect("a line is JSON");
    let tokens = rows(&value, "tokens").len();
    for layer in [
        "sentences",
        "tokens",
        "mentions",
        "times",
        "quantities",
        "quotes",
        "events",
    ] {
        for row in rows(&value, layer) {
            check_spans(row, chars, layer);
        }
    }
    for (i, token) in rows(&value, "tokens").iter().enumerate() {
        let head = token.get("head").and_then(Value::as_i64).unwrap_or(-2);
        assert!(
            (-1..tokens as i64).contains(&head) && head != i as i64,
            "token {i} hangs on {head}"
        );
    }
    check_conllu(&findings::conllu(&read));
    let shown = findings::show(&read, Style::Plain);
    assert!(
        !shown.contains(|c: char| c.is_control() && c != '\n'),
        "a control character is shown"
    );
}

/// Every pair of offsets in a row lies in the text and is not empty.
fn check_spans(row: &Value, chars: usize, layer: &str) {
    let check = |from: usize, to: usize| {
        assert!(from < to && to <= chars, "{layer}: {from}..{to} of {chars}");
    };
    if row.get("start").is_some() {
        check(number(row, "start"), number(row, "end"));
    }
    let pairs = ["content", "cue", "source", "target", "of"];
    for value in pairs.iter().filter_map(|f| row.get(f)) {
        let pairs = match value {
            Value::Array(items) if items.first().is_some_and(Value::is_array) => items.as_slice(),
            Value::Array(items) if !items.is_empty() => std::slice::from_ref(value),
            _ => continue,
        };
        for pair in pairs {
            let at = |i: usize| pair.get(i).and_then(Value::as_u64).unwrap_or(u64::MAX) as usize;
            check(at(0), at(1));
        }
    }
}

/// Ten columns a word, ids in order, heads that are there, one root, and words that rebuild the text.
fn check_conllu(text: &str) {
    for block in text.split_terminator("\n\n") {
        let (mut ids, mut heads, mut whole, mut inside) = (0, Vec::new(), String::new(), 0);
        let mut plain = None;
        for line in block.lines() {
            if let Some(comment) = line.strip_prefix("# ") {
                plain = comment.strip_prefix("text = ").or(plain);
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, .., misc] = columns[..] else {
                panic!("no columns in {line:?}");
            };
            assert_eq!(columns.len(), 10, "columns of {line:?}");
            assert!(
                columns.iter().all(|c| !c.is_empty()),
                "an empty column in {line:?}"
            );
            let space = if misc.contains("SpaceAfter=No") { "" } else { " " };
            if let Some((from, to)) = id.split_once('-') {
                assert_eq!(from.parse(), Ok(ids + 1), "{line:?}");
                inside = to.parse().expect("an id");
                whole.push_str(form);
                whole.push_str(space);
                continue;
            }
            ids += 1;
            assert_eq!(id.parse(), Ok(ids), "{line:?}");
            if ids > inside {
                whole.push_str(form);
                whole.push_str(space);
            }
            heads.push(
                columns
                    .get(6)
                    .and_then(|h| h.parse::<usize>().ok())
                    .expect("a head"),
            );
        }
        assert!(heads.iter().all(|h| *h <= ids), "a head outside");
        assert_eq!(heads.iter().filter(|h| **h == 0).count(), 1, "roots of {plain:?}");
        assert_eq!(
            plain.map(str::trim_end),
            Some(whole.trim_end()),
            "the words rebuild the text"
        );
    }
}

fn rows<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value
        .get(field)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or("")
}

fn number(value: &Value, field: &str) -> usize {
    value
        .get(field)
        .and_then(Value::as_u64)
        .map_or(usize::MAX, |n| n as usize)
}
