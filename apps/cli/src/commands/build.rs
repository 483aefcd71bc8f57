//! `build`: the record of all articles, in one of its forms.

use std::collections::BTreeSet;
use std::path::PathBuf;

use dossier::Step;
use dossier::model::{Dossier, Note};
#[cfg(feature = "parquet")]
use dossier::publish::parquet;
#[cfg(feature = "sqlite")]
use dossier::publish::sqlite;
use dossier::publish::{calendar, csv, html, json, markdown};
use dossier::relate::Settings;

use super::{Outcome, Read, collect, stopped};
use crate::args::{Build, BuildFormat, Global};
use crate::notes::Notes;
use crate::output::{Lines, OutputFile, check_folder, write_folder};
use crate::progress::Progress;
use crate::{corrections, findings, known, report, stop};

/// Where pages go when no folder is named.
const FOLDER: &str = "dossier-out";

pub(super) fn run(args: &Build, global: &Global) -> anyhow::Result<Outcome> {
    let folder =
        (args.format.is_folder()).then(|| args.output.clone().unwrap_or_else(|| PathBuf::from(FOLDER)));
    if let Some(folder) = &folder {
        check_folder(folder)?;
    }
    let corrected = match &args.corrections {
        Some(path) => corrections::read(path)?,
        None => corrections::Read::default(),
    };
    let settings = Settings {
        choices: corrected.choices,
        corrections: corrected.corrections,
        known: known::read(args.known.as_deref())?,
    };
    let progress = Progress::new(global.quiet);
    let output = folder.as_deref().or(args.output.as_deref());
    let mut notes = Notes::open(args.input.notes.as_deref())?;
    let known = findings::read(&args.findings, &args.input, &progress, &mut notes)?;
    let collection = match collect(&args.input, known, output, &progress, &mut notes)? {
        Read::Articles(collection) => collection,
        Read::Ended(outcome) => return Ok(outcome),
    };
    let told: BTreeSet<Note> = collection.notes().iter().cloned().collect();
    let shown = progress.clone();
    let record = stop::unless_asked(move || {
        dossier::build_with(collection, &settings, &|step: Step| shown.step(step))
    })?;
    let Some(record) = record else {
        return stopped(&progress, &mut notes);
    };
    progress.finish();
    let later = record.notes.iter().filter(|n| !told.contains(n));
    later.for_each(|n| notes.take(n.clone()));
    notes.finish()?;
    if !global.quiet {
        notes.sum_up();
    }
    let place = write(&record, args, folder)?;
    if !global.quiet {
        let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
        report::line(&format!(
            "{}, {}, {} → {place}",
            count(
                record.articles.iter().filter(|a| !a.is_replaced()).count(),
                "article",
                "articles"
            ),
            count(record.stories.len(), "story", "stories"),
            count(record.notes.len(), "note", "notes"),
        ));
    }
    Ok(Outcome::Done)
}

/// Writes the record in the form that is asked for, and says where.
fn write(record: &Dossier, args: &Build, folder: Option<PathBuf>) -> anyhow::Result<String> {
    match form(record, args)? {
        Form::Folder(mut files) => {
            let folder = folder.unwrap_or_else(|| PathBuf::from(FOLDER));
            let first = files.first().map_or_else(String::new, |f| f.name.clone());
            files.push(OutputFile::new("dossier.json", json::render(record)));
            write_folder(&folder, &files)?;
            Ok(folder.join(first).display().to_string())
        }
        Form::Text(text) => {
            let mut out = Lines::open(args.output.as_deref())?;
            out.write(&text)?;
            out.finish()?;
            let place = args.output.as_ref().map(|p| p.display().to_string());
            Ok(place.unwrap_or_else(|| "standard output".to_owned()))
        }
    }
}

/// What a format comes to.
enum Form {
    /// Files of a folder, the one to open first; the record goes beside them.
    Folder(Vec<OutputFile>),
    Text(String),
}

impl BuildFormat {
    /// Whether it is a folder, which has to be ours before any work is done.
    fn is_folder(self) -> bool {
        match self {
            Self::Html | Self::Csv => true,
            #[cfg(feature = "sqlite")]
            Self::Sqlite => true,
            #[cfg(feature = "parquet")]
            Self::Parquet => true,
            Self::Json | Self::Md | Self::Ics => false,
        }
    }
}

fn form(record: &Dossier, args: &Build) -> anyhow::Result<Form> {
    let least = args.confidence;
    Ok(match args.format {
        BuildFormat::Html => {
            let pages = html::render_with(record, least).into_iter();
            Form::Folder(pages.map(|p| OutputFile::new(p.path, p.body)).collect())
        }
        BuildFormat::Csv => {
            let tables = csv::render_with(record, least).into_iter();
            Form::Folder(tables.map(|t| OutputFile::new(t.path, t.body)).collect())
        }
        #[cfg(feature = "sqlite")]
        BuildFormat::Sqlite => {
            let database = sqlite::render_with(record, least)?;
            Form::Folder(vec![
                OutputFile::new(sqlite::FILE, database.bytes),
                OutputFile::new(sqlite::METADATA, database.metadata),
            ])
        }
        #[cfg(feature = "parquet")]
        BuildFormat::Parquet => {
            let tables = parquet::render_with(record, least)?.into_iter();
            Form::Folder(tables.map(|t| OutputFile::new(t.path, t.bytes)).collect())
        }
        BuildFormat::Json => Form::Text(json::render(record)),
        BuildFormat::Md => Form::Text(markdown::render_with(record, least)),
        BuildFormat::Ics => Form::Text(calendar::render_with(record, least)),
    })
}
