//! Paths to articles: walks folders, opens files, keeps going.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use dossier::Collection;
use dossier::ingest::Options;
use dossier::model::Note;
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::args::Input;
use crate::progress::Progress;

/// One thing to read.
enum Source {
    Stdin,
    File(PathBuf),
    /// What could not be walked, and why.
    Bad(String, String),
}

/// The articles of all paths: paths in the order given, files of a folder by name. `output` is not read, lest a
/// second run reads what the first one wrote.
pub fn collect(input: &Input, output: Option<&Path>, progress: &Progress) -> Collection {
    let options = Options {
        published: input.published,
        outlet: input.outlet.clone(),
        ..Options::default()
    };
    let sources: Vec<Source> = input.paths.iter().flat_map(|path| walk(path, output)).collect();
    progress.sources(sources.len());
    let parts: Vec<Collection> = sources
        .par_iter()
        .map(|source| {
            let part = read(source, &options);
            progress.source_done();
            part
        })
        .collect();
    let mut all = Collection::default();
    for part in parts {
        all.append(part);
    }
    note_future(&mut all);
    all
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

fn read(source: &Source, options: &Options) -> Collection {
    let mut part = Collection::default();
    match source {
        Source::Stdin => part.read("-", &mut io::stdin().lock(), options),
        Source::Bad(place, why) => part.note(Note::new(place, why)),
        Source::File(path) => {
            let name = path.display().to_string();
            match File::open(path) {
                Ok(mut file) => part.read(&name, &mut file as &mut dyn Read, options),
                Err(error) => part.note(Note::new(name, told(&error))),
            }
        }
    }
    part
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

/// Notes articles dated after today; a day's grace covers every time zone.
fn note_future(all: &mut Collection) {
    let today = jiff::Timestamp::try_from(std::time::SystemTime::now())
        .map(|now| jiff::tz::Offset::UTC.to_datetime(now).date())
        .ok()
        .and_then(|d| d.tomorrow().ok());
    let Some(latest) = today else { return };
    let notes: Vec<Note> = all
        .articles()
        .iter()
        .filter_map(|a| {
            let date = a.meta.published?.date;
            (date > latest).then(|| {
                Note::new(
                    &a.meta.source,
                    format!("dated in the future ({date}); hint: check its date"),
                )
            })
        })
        .collect();
    notes.into_iter().for_each(|n| all.note(n));
}
