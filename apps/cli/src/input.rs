//! Paths to articles: walks folders, opens files, keeps going.

use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use dossier::Collection;
use dossier::ingest::{self, Found, Options, Outcome, Piece, Reason, Tally};
use dossier::model::{Article, Note};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::args::Input;
use crate::notes::Notes;
use crate::output::is_ours;
use crate::progress::Progress;
use crate::report::describe;
use crate::stop::{self, Awaited, Watched, stop_if};

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

/// Bytes of text that these may hold before they are handed over.
const HELD: usize = 64 << 20;

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

/// What comes of reading.
pub enum Came {
    /// An article, or an address in a list.
    Found(Found),
    /// A remark.
    Note(Note),
}

/// Paths that are told to be missing; a long list helps nobody.
const TOLD: usize = 5;

/// A path that is not there is a mistake of whoever wrote it, and a record that silently lacks it is worse than none. Looks
/// before any work is done.
///
/// # Errors
/// Where a path does not exist and the user did not ask to go on without.
pub fn check(input: &Input) -> anyhow::Result<()> {
    if input.skip_missing {
        return Ok(());
    }
    let missing: Vec<&PathBuf> = (input.paths.iter())
        .filter(|path| path.as_path() != Path::new("-") && is_missing(path))
        .collect();
    let Some(first) = missing.first() else {
        return Ok(());
    };
    if is_address(first) {
        anyhow::bail!("{}: {ADDRESS}", first.display());
    }
    let names: Vec<String> = (missing.iter().take(TOLD))
        .map(|p| p.display().to_string())
        .collect();
    let more = match missing.len().saturating_sub(TOLD) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    anyhow::bail!(
        "{}{more}: no such file or folder; hint: check the name, or go on without with --skip-missing",
        names.join(", ")
    )
}

fn is_missing(path: &Path) -> bool {
    path.metadata()
        .is_err_and(|e| matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory))
}

/// What is said of an address of the web.
const ADDRESS: &str = "is an address, and nothing is fetched; hint: save the page and give the file";

fn is_address(path: &Path) -> bool {
    let text = path.to_string_lossy();
    text.split_once("://").is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || c == '+')
    })
}

/// The articles of all paths: paths in the order given, files of a folder by name. `output` is not read, lest a
/// second run reads what the first one wrote. Of notes beyond a bound the collection holds none.
pub fn collect(input: &Input, output: Option<&Path>, progress: &Progress, notes: &mut Notes) -> Collection {
    let mut articles = Collection::default();
    let most = input.options().limits.notes;
    let tally = stream(input, output, progress, &mut |came| {
        match came {
            Came::Found(found) => {
                if let Some(article) = found.into_article() {
                    articles.push(article);
                    progress.articles(articles.articles().len());
                }
            }
            Came::Note(note) => {
                match articles.notes().len() {
                    n if n < most => articles.note(note.clone()),
                    n if n == most => articles.note(Note::new(
                        &note.source,
                        "further notes were left out; hint: --notes FILE writes every one",
                    )),
                    _ => {}
                }
                notes.take(note);
            }
        }
        ControlFlow::Continue(())
    });
    notes.tally.merge(&tally);
    articles
}

/// Hands over what [`collect`] gives as soon as each is read, listed addresses too, and counts it. No further file is
/// opened once `take` breaks off or the user asks for the end; what was cut off by that is not handed over.
pub fn stream(
    input: &Input,
    output: Option<&Path>,
    progress: &Progress,
    take: &mut dyn FnMut(Came) -> ControlFlow<()>,
) -> Tally {
    let options = input.options();
    let sources: Vec<Source> = input.paths.iter().flat_map(|path| walk(path, output)).collect();
    progress.sources(sources.iter().map(Source::size).sum());
    let latest = tomorrow();
    let mut tally = Tally::default();
    let stopped = Cell::new(false);
    let mut hand_over = |came: Came| {
        if stop::is_asked() {
            stopped.set(true);
        }
        if stopped.get() {
            return ControlFlow::Break(());
        }
        let future = match (&came, latest) {
            (Came::Found(Found::Article(article)), Some(latest)) => note_future(article, latest),
            _ => None,
        };
        let done = [Some(came), future.map(Came::Note)]
            .into_iter()
            .flatten()
            .try_for_each(&mut *take);
        stopped.set(done.is_break());
        done
    };
    let mut rest = &sources[..];
    while let Some((first, others)) = rest.split_first().filter(|_| !stopped.get() && !stop::is_asked()) {
        if first.is_large() {
            tally.merge(&read(first, &options, progress, &mut hand_over));
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
        let held = AtomicUsize::new(0);
        let parts: Vec<Option<(Vec<Came>, Tally)>> = now
            .par_iter()
            .map(|source| read_whole(source, &options, progress, &held))
            .collect();
        for (source, part) in now.iter().zip(parts) {
            let done = match part {
                Some((all, told)) => {
                    tally.merge(&told);
                    all.into_iter().try_for_each(&mut hand_over)
                }
                None => {
                    tally.merge(&read(source, &options, progress, &mut hand_over));
                    stop_if(stopped.get())
                }
            };
            if done.is_break() {
                break;
            }
        }
        rest = later;
    }
    tally
}

/// All that a small file holds. `None` where it and those beside it hold more than is kept, as a small file may that is
/// compressed: it is read again by itself then, and handed over while it is read.
fn read_whole(
    source: &Source,
    options: &Options,
    progress: &Progress,
    held: &AtomicUsize,
) -> Option<(Vec<Came>, Tally)> {
    let mut all = Vec::new();
    let mut is_too_much = false;
    let tally = read(source, options, progress, &mut |came| {
        let bytes = match &came {
            Came::Found(Found::Article(article)) => article.text().len(),
            Came::Found(Found::Listed(_)) | Came::Note(_) => 200,
        };
        is_too_much = held.fetch_add(bytes, Ordering::Relaxed) + bytes > HELD;
        if !is_too_much {
            all.push(came);
        }
        stop_if(is_too_much)
    });
    (!is_too_much).then_some((all, tally))
}

fn walk(path: &Path, output: Option<&Path>) -> Vec<Source> {
    if path == Path::new("-") {
        return vec![Source::Stdin];
    }
    match path.metadata() {
        Ok(meta) if meta.is_dir() => {}
        Ok(_) => return vec![Source::File(path.to_owned())],
        Err(_) if is_missing(path) && is_address(path) => {
            return vec![Source::Bad(path.display().to_string(), ADDRESS.to_owned())];
        }
        Err(error) => return vec![Source::Bad(path.display().to_string(), describe(&error))],
    }
    let output = output.and_then(|o| o.canonicalize().ok());
    let root = path.canonicalize().ok();
    let passed = RefCell::new(Vec::new());
    let pass = |path: &Path, why: &str| {
        let place = path.display().to_string();
        passed.borrow_mut().push(Source::Bad(place, why.to_owned()));
        false
    };
    let visible = |entry: &walkdir::DirEntry| {
        let path = entry.path();
        if entry.depth() == 0 {
            return true;
        }
        if entry.file_name().to_string_lossy().starts_with('.') {
            return false;
        }
        let real = || path.canonicalize().ok();
        if output.is_some() && real() == output {
            return false;
        }
        // Whoever packed a folder may have put links to private files into it.
        let leads_out = |real: PathBuf| root.as_ref().is_some_and(|root| !real.starts_with(root));
        if entry.path_is_symlink() && real().is_some_and(leads_out) {
            return pass(
                path,
                "leads out of the folder, skipped; hint: name it itself to have it read",
            );
        }
        if entry.file_type().is_dir() && is_ours(path) || is_record(entry) {
            return pass(
                path,
                "was written by this program, skipped; hint: name it itself to have it read",
            );
        }
        true
    };
    let mut out = Vec::new();
    let walker = WalkDir::new(path).follow_links(true).sort_by_file_name();
    for entry in walker.into_iter().filter_entry(visible) {
        // What was passed over stands before what comes behind it.
        out.append(&mut passed.borrow_mut());
        match entry {
            Ok(entry) if entry.file_type().is_file() => out.push(Source::File(entry.into_path())),
            Ok(entry) if entry.file_type().is_dir() => {}
            // Whoever opens a pipe waits for its writer, and a device may never end.
            Ok(entry) => out.push(Source::Bad(
                entry.path().display().to_string(),
                "is a pipe, a socket or a device, skipped; hint: name it itself to have it read".to_owned(),
            )),
            Err(error) => out.push(unwalked(path, &error)),
        }
    }
    out.append(&mut passed.borrow_mut());
    if out.is_empty() {
        out.push(Source::Bad(
            path.display().to_string(),
            "holds no file".to_owned(),
        ));
    }
    out
}

/// What the walk could not enter, and why.
fn unwalked(root: &Path, error: &walkdir::Error) -> Source {
    let place = error.path().unwrap_or(root).display().to_string();
    let why = match (error.io_error(), error.loop_ancestor()) {
        (Some(error), _) => describe(error),
        (None, Some(_)) => "links back to a folder above it, skipped".to_owned(),
        (None, None) => "cannot be walked".to_owned(),
    };
    Source::Bad(place, why)
}

/// Whether a file is a record or a page that an earlier run wrote.
fn is_record(entry: &walkdir::DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let page = name.ends_with(".html");
    if !entry.file_type().is_file() || !page && !name.ends_with(".json") {
        return false;
    }
    let mut head = Vec::new();
    let read = File::open(entry.path()).and_then(|f| f.take(4_000).read_to_end(&mut head));
    let head = String::from_utf8_lossy(&head);
    let folded: String = head.split_whitespace().collect();
    read.is_ok()
        && (folded.starts_with("{\"format\":\"dossier/")
            || page && head.contains(dossier::publish::html::GENERATOR))
}

fn read(
    source: &Source,
    options: &Options,
    progress: &Progress,
    take: &mut dyn FnMut(Came) -> ControlFlow<()>,
) -> Tally {
    let opened = match source {
        Source::Bad(place, why) => Err((place.clone(), why.clone())),
        Source::Stdin => Awaited::new(|| Ok(io::stdin()))
            .map(|inner| ("-".to_owned(), Box::new(inner) as Box<dyn Read>))
            .map_err(|error| ("-".to_owned(), describe(&error))),
        Source::File(path) => open(path)
            .map(|inner| (path.display().to_string(), inner))
            .map_err(|error| (path.display().to_string(), describe(&error))),
    };
    match opened {
        Ok((name, inner)) => {
            let mut bytes = Watched {
                inner,
                read: &|n| progress.bytes(n),
            };
            // What is found and what is remarked go one way, in their order.
            let take = RefCell::new(take);
            let mut sink = |found| (take.borrow_mut())(Came::Found(found));
            let mut note = |note| {
                // Who breaks off here does so again at what is found next.
                let _ = (take.borrow_mut())(Came::Note(note));
            };
            ingest::read_noting(&name, &mut bytes, options, &mut sink, &mut note)
        }
        Err((place, why)) => {
            let mut tally = Tally::default();
            tally.add(Piece::File, Outcome::Skipped(Reason::Unreadable));
            let _ = take(Came::Note(Note::new(place, why)));
            tally
        }
    }
}

/// A pipe keeps whoever opens it waiting for a writer.
pub fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    if path.metadata().is_ok_and(|m| m.is_file()) {
        return Ok(Box::new(File::open(path)?));
    }
    let path = path.to_owned();
    Ok(Box::new(Awaited::new(move || File::open(path))?))
}

/// The last day that no time zone calls the future.
pub fn tomorrow() -> Option<jiff::civil::Date> {
    jiff::Timestamp::try_from(std::time::SystemTime::now())
        .map(|now| jiff::tz::Offset::UTC.to_datetime(now).date())
        .ok()
        .and_then(|d| d.tomorrow().ok())
}

/// The note on an article dated after `latest`.
pub fn note_future(article: &Article, latest: jiff::civil::Date) -> Option<Note> {
    let date = article.meta.published?.date;
    (date > latest).then(|| {
        Note::new(
            &article.meta.source,
            format!("dated in the future ({date}); hint: check its date"),
        )
    })
}
