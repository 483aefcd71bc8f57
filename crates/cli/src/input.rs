//! Paths to articles: walks folders, opens files, keeps going.

use std::cell::Cell;
use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use dossier::Collection;
use dossier::ingest::{self, Found, Options, Report};
use dossier::model::{Article, Note};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::args::Input;
use crate::progress::Progress;
use crate::stop::{self, Watched};

/// One thing to read.
enum Source {
    Stdin,
    File(PathBuf),
    /// What could not be walked, and why.
    Bad(String, String),
}

/// A file of this size may hold thousands of articles: they are handed over while it is read.
const LARGE: u64 = 1 << 20;

/// So many small files are read at once.
const TOGETHER: usize = 64;

impl Source {
    /// Bytes on the disk; `None` where they end nowhere that is known.
    fn size(&self) -> Option<u64> {
        match self {
            Self::Stdin => None,
            Self::File(path) => path
                .metadata()
                .map_or(Some(0), |m| m.is_file().then_some(m.len())),
            Self::Bad(..) => Some(0),
        }
    }

    fn is_large(&self) -> bool {
        self.size().is_none_or(|n| n > LARGE)
    }
}

/// The articles of all paths: paths in the order given, files of a folder by name. `output` is not read, lest a
/// second run reads what the first one wrote.
pub fn collect(input: &Input, output: Option<&Path>, progress: &Progress) -> (Collection, Report) {
    let mut articles = Collection::default();
    let mut count = 0;
    let report = stream(input, output, progress, &mut |found| {
        if let Some(article) = found.into_article() {
            count += 1;
            progress.articles(count);
            articles.push(article);
        }
        ControlFlow::Continue(())
    });
    report.notes.iter().for_each(|n| articles.note(n.clone()));
    (articles, report)
}

/// Hands over what [`collect`] gives as soon as each is read, listed addresses too, and reports on it. No further file
/// is opened once `take` breaks off or the user asks for the end.
pub fn stream(
    input: &Input,
    output: Option<&Path>,
    progress: &Progress,
    take: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> Report {
    let options = input.options();
    let sources: Vec<Source> = input.paths.iter().flat_map(|path| walk(path, output)).collect();
    progress.sources(sources.iter().map(Source::size).sum());
    let latest = tomorrow();
    let mut report = Report::default();
    let mut future = Vec::new();
    let stopped = Cell::new(false);
    let mut hand_over = |found: Found| {
        if !stopped.get() {
            if let (Found::Article(article), Some(latest)) = (&found, latest) {
                future.extend(note_future(article, latest));
            }
            stopped.set(take(found).is_break() || stop::is_asked());
        }
        if stopped.get() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let mut rest = &sources[..];
    while let Some((first, others)) = rest.split_first().filter(|_| !stopped.get() && !stop::is_asked()) {
        if first.is_large() {
            report.append(read(first, &options, progress, &mut hand_over));
            rest = others;
            continue;
        }
        let together = rest
            .iter()
            .take(TOGETHER)
            .take_while(|s| !s.is_large())
            .count()
            .max(1);
        let (now, later) = rest.split_at(together);
        let parts: Vec<(Vec<Found>, Report)> = now
            .par_iter()
            .map(|source| {
                let mut all = Vec::new();
                let told = read(source, &options, progress, &mut |found| {
                    all.push(found);
                    ControlFlow::Continue(())
                });
                (all, told)
            })
            .collect();
        for (all, told) in parts {
            report.append(told);
            if all.into_iter().try_for_each(&mut hand_over).is_break() {
                break;
            }
        }
        rest = later;
    }
    report.notes.append(&mut future);
    report
}

fn walk(path: &Path, output: Option<&Path>) -> Vec<Source> {
    if path == Path::new("-") {
        return vec![Source::Stdin];
    }
    match path.metadata() {
        Ok(meta) if meta.is_dir() => {}
        Ok(_) => return vec![Source::File(path.to_owned())],
        Err(error) => return vec![Source::Bad(path.display().to_string(), told(&error))],
    }
    let output = output.and_then(|o| o.canonicalize().ok());
    let visible = |entry: &walkdir::DirEntry| {
        let hidden = entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
        let ours = entry.file_type().is_dir()
            && output
                .as_ref()
                .is_some_and(|o| entry.path().canonicalize().is_ok_and(|p| p == *o));
        !hidden && !ours
    };
    let mut out = Vec::new();
    for entry in WalkDir::new(path)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(visible)
    {
        match entry {
            Ok(entry) if entry.file_type().is_file() => out.push(Source::File(entry.into_path())),
            Ok(_) => {}
            Err(error) => {
                let place = error.path().unwrap_or(path).display().to_string();
                let why = match (error.io_error(), error.loop_ancestor()) {
                    (Some(error), _) => told(error),
                    (None, Some(_)) => "links back to a folder above it, skipped".to_owned(),
                    (None, None) => "cannot be walked".to_owned(),
                };
                out.push(Source::Bad(place, why));
            }
        }
    }
    if out.is_empty() {
        out.push(Source::Bad(
            path.display().to_string(),
            "holds no file".to_owned(),
        ));
    }
    out
}

fn read(
    source: &Source,
    options: &Options,
    progress: &Progress,
    take: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> Report {
    let only = |place: &str, why: String| Report {
        notes: vec![Note::new(place, why)],
        ..Report::default()
    };
    let told_of = |n| progress.bytes(n);
    match source {
        Source::Stdin => {
            let mut bytes = Watched {
                inner: io::stdin().lock(),
                read: &told_of,
            };
            ingest::read("-", &mut bytes, options, take)
        }
        Source::Bad(place, why) => only(place, why.clone()),
        Source::File(path) => {
            let name = path.display().to_string();
            match File::open(path) {
                Ok(inner) => {
                    let mut bytes = Watched {
                        inner,
                        read: &told_of,
                    };
                    ingest::read(&name, &mut bytes, options, take)
                }
                Err(error) => only(&name, told(&error)),
            }
        }
    }
}

/// An error of the system in plain words, without its number.
pub fn told(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "permission denied; hint: check who may read or write there".to_owned()
        }
        io::ErrorKind::StorageFull => {
            "no space left on the disk; hint: free some, or write elsewhere".to_owned()
        }
        _ => {
            let text = error.to_string();
            let plain = text.split(" (os error").next().unwrap_or(&text);
            let mut chars = plain.chars();
            chars
                .next()
                .map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
        }
    }
}

/// The last day that no time zone calls the future.
fn tomorrow() -> Option<jiff::civil::Date> {
    jiff::Timestamp::try_from(std::time::SystemTime::now())
        .map(|now| jiff::tz::Offset::UTC.to_datetime(now).date())
        .ok()
        .and_then(|d| d.tomorrow().ok())
}

/// The note on an article dated after `latest`.
fn note_future(article: &Article, latest: jiff::civil::Date) -> Option<Note> {
    let date = article.meta.published?.date;
    (date > latest).then(|| {
        Note::new(
            &article.meta.source,
            format!("dated in the future ({date}); hint: check its date"),
        )
    })
}
