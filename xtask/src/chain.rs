//! The whole chain over files: what the evaluations measure.

use std::path::{Path, PathBuf};

use dossier::model::{AnnotatedArticle, Article, Dossier, Note};
use dossier::{annotate, ingest, relate};

/// The articles of a file or of the files of a folder, by name.
///
/// # Errors
/// Where the path cannot be read.
pub fn articles(path: &Path) -> Result<(Vec<Article>, Vec<Note>), String> {
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
    let (mut out, mut notes) = (Vec::new(), Vec::new());
    for file in files {
        let mut reader = std::fs::File::open(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let options = ingest::Options::default();
        let source = file.display().to_string();
        notes.extend(ingest::read(&source, &mut reader, &options, &mut |a| out.push(a)));
    }
    Ok((out, notes))
}

/// The record of the articles.
#[must_use]
pub fn build(articles: Vec<Article>, notes: Vec<Note>) -> Dossier {
    let read = articles
        .into_iter()
        .map(|article| AnnotatedArticle {
            notes: annotate::annotate(&article),
            article,
        })
        .collect();
    relate::relate(read, notes)
}
