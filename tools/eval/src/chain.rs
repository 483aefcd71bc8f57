//! The whole chain over files: what the evaluations measure. Only finds the files; the façade does the rest.

use std::path::{Path, PathBuf};

use dossier::model::{Article, Dossier, Note};
use dossier::{Collection, ingest};

/// The articles of a file or of the files of a folder, by name.
///
/// # Errors
/// Where the path cannot be read.
pub fn collect(path: &Path) -> Result<Collection, String> {
    let mut files: Vec<PathBuf> = if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
        entries
            .filter_map(|e| Some(e.ok()?.path()))
            .filter(|p| p.is_file())
            .collect()
    } else {
        vec![path.to_owned()]
    };
    files.sort();
    let mut out = Collection::default();
    for file in files {
        let source = file.display().to_string();
        let mut reader = std::fs::File::open(&file).map_err(|e| format!("{source}: {e}"))?;
        out.read(&source, &mut reader, &ingest::Options::default());
    }
    Ok(out)
}

/// The articles of a path as they were read, and the remarks.
///
/// # Errors
/// Where the path cannot be read.
pub fn articles(path: &Path) -> Result<(Vec<Article>, Vec<Note>), String> {
    collect(path).map(Collection::into_parts)
}

/// The record of a path's articles.
///
/// # Errors
/// Where the path cannot be read.
pub fn record(path: &Path) -> Result<Dossier, String> {
    Ok(dossier::build(collect(path)?, &|_| {}))
}

/// The record that a file holds, as any version wrote it, or that of a path's articles.
///
/// # Errors
/// Where the path cannot be read, or the record of a file is none.
pub fn record_of(path: &Path) -> Result<Dossier, String> {
    let told = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    if path.extension().is_some_and(|e| e == "json") {
        let text = std::fs::read_to_string(path).map_err(|e| told(&e))?;
        if text
            .trim_start()
            .get(..40)
            .is_some_and(|head| head.contains("\"dossier/1\""))
        {
            return dossier::wire::record::read(&text).map_err(|e| told(&e));
        }
    }
    record(path)
}
