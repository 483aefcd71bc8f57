//! Articles with what was read from each, from what `dossier read --format wire` wrote.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use dossier::Collection;
use dossier::ingest::{Limits, read_lines};
use dossier::model::AnnotatedArticle;
use dossier::wire::annotations;
use rayon::prelude::*;

use crate::args::Input;
use crate::input::{note_future, open, tomorrow};
use crate::notes::Notes;
use crate::progress::Progress;
use crate::report::Usage;
use crate::report::describe;
use crate::stop::stop_if;
use crate::stop::{self, Awaited, Watched};

/// Lines that are read at once.
const BATCH: usize = 64;

/// A line is so many times as long as its article's text, and longer.
const TIMES: usize = 40;

/// The articles of all files, in order.
///
/// # Errors
/// Where a file cannot be read, or a line is no such article: a record that lacks some would be no record of them.
pub fn read(
    paths: &[PathBuf],
    input: &Input,
    progress: &Progress,
    notes: &mut Notes,
) -> anyhow::Result<Collection> {
    let limits = input.options().limits;
    let limits = Limits {
        piece: limits.piece.max(limits.article.saturating_mul(TIMES)),
        ..limits
    };
    let mut out = Collection::default();
    for path in paths {
        read_file(path, limits, progress, &mut out)
            .map_err(|problem| Usage(format!("{}:{problem}", path.display())))?;
    }
    let latest = tomorrow();
    let late: Vec<_> = (out.articles().iter())
        .filter_map(|a| note_future(a, latest?))
        .collect();
    for note in late {
        out.note(note.clone());
        notes.take(note);
    }
    Ok(out)
}

fn read_file(path: &Path, limits: Limits, progress: &Progress, out: &mut Collection) -> Result<(), String> {
    let opened = if path == Path::new("-") {
        Awaited::new(|| Ok(io::stdin())).map(|inner| Box::new(inner) as Box<dyn Read>)
    } else {
        open(path)
    };
    let mut bytes = Watched {
        inner: opened.map_err(|e| format!(" {}", describe(&e)))?,
        read: &|n| progress.bytes(n),
    };
    let mut batch: Vec<Vec<u8>> = Vec::new();
    let (mut done, mut failure) = (0, None);
    let read = read_lines(&mut bytes, limits, &mut |line| {
        batch.push(line);
        if batch.len() == BATCH {
            failure = take(&mut batch, &mut done, out).err();
        }
        stop_if(failure.is_some() || stop::is_asked())
    });
    // The caller tells what becomes of a run that the user ends.
    if stop::is_asked() {
        return Ok(());
    }
    if let Some(failure) = failure {
        return Err(failure);
    }
    // What came before the break is told first: its line says more.
    take(&mut batch, &mut done, out)?;
    // A file that cannot be opened has no line.
    read.map_err(|e| match done {
        0 => format!(" {}", describe(&e)),
        _ => format!("{}: {}", done + 1, describe(&e)),
    })
}

/// Reads a batch of lines, and counts them.
fn take(batch: &mut Vec<Vec<u8>>, done: &mut usize, out: &mut Collection) -> Result<(), String> {
    let read: Vec<Result<Option<AnnotatedArticle>, String>> = (std::mem::take(batch).into_par_iter())
        .map(|line| parse(&line))
        .collect();
    for line in read {
        *done += 1;
        if let Some(article) = line.map_err(|problem| format!("{done}: {problem}"))? {
            out.push_read(article);
        }
    }
    Ok(())
}

/// One line; nothing of a blank one.
fn parse(line: &[u8]) -> Result<Option<AnnotatedArticle>, String> {
    let text =
        std::str::from_utf8(line).map_err(|_| "is not in UTF-8; hint: give what read --format wire wrote")?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    annotations::read(text).map(Some).map_err(|e| e.to_string())
}
