//! `build`: the record of all articles, in one of its forms.

use std::collections::BTreeSet;
use std::path::PathBuf;

use dossier::Step;
use dossier::model::{Confidence, Dossier, Note};
#[cfg(feature = "parquet")]
use dossier::publish::parquet;
#[cfg(feature = "sqlite")]
use dossier::publish::sqlite;
use dossier::publish::{calendar, csv, html, json, markdown};
use dossier::relate::Settings;

use super::{Outcome, Read, collect, stopped};
use crate::args::{Build, BuildFormat, Global};
use crate::notes::Notes;
use crate::output::{Folder, Lines, OutputFile};
use crate::progress::Progress;
use crate::{corrections, findings, known, report, stop};

/// Where pages go when no folder is named.
const FOLDER: &str = "dossier-out";

pub(super) fn run(args: &Build, global: &Global) -> anyhow::Result<Outcome> {
    let folder =
        (args.format.is_folder()).then(|| args.output.clone().unwrap_or_else(|| PathBuf::from(FOLDER)));
    let place = match &folder {
        Some(folder) => Place::Folder(Folder::open(folder)?),
        None => Place::Lines(Lines::open(args.output.as_deref())?),
    };
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
    let mut notes = Notes::open(&args.input)?;
    let known = findings::read(&args.findings, &args.input, &progress, &mut notes)?;
    let collection = match collect(&args.input, known, output, &progress, &mut notes)? {
        Read::Articles(collection) => collection,
        Read::Ended(outcome) => return Ok(outcome),
    };
    let told: BTreeSet<Note> = collection.notes().iter().cloned().collect();
    let shown = progress.clone();
    let form = (args.format, args.confidence);
    let made = stop::unless_asked(move || {
        let record = dossier::build_with(collection, &settings, &|step: Step| shown.step(step));
        let files = files(&record, form);
        (record, files)
    })?;
    let Some((record, files)) = made else {
        return stopped(&progress, &mut notes);
    };
    progress.finish();
    let files = files?;
    let later = record.notes.iter().filter(|n| !told.contains(n));
    later.for_each(|n| notes.take(n.clone()));
    notes.finish()?;
    if !global.quiet {
        notes.sum_up();
    }
    match place {
        Place::Folder(folder) => {
            if !folder.write(&files)? {
                return stopped(&progress, &mut notes);
            }
        }
        Place::Lines(mut out) => {
            files.iter().try_for_each(|f| out.write(&f.bytes))?;
            out.finish()?;
        }
    }
    let first = files.first().map_or("", |p| p.name.as_str());
    let place = folder.map(|f| f.join(first)).or(args.output.clone());
    let place = place.map_or_else(|| "standard output".to_owned(), |p| p.display().to_string());
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

/// Where the result goes.
enum Place {
    Folder(Folder),
    Lines(Lines),
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

/// The pages or tables of a record and the record itself, or the one text that it is written as.
fn files(record: &Dossier, (format, least): (BuildFormat, Confidence)) -> anyhow::Result<Vec<OutputFile>> {
    let one = |text: String| Ok(vec![OutputFile::new("", text)]);
    let mut out: Vec<OutputFile> = match format {
        BuildFormat::Json => return one(json::render(record)),
        BuildFormat::Md => return one(markdown::render_with(record, least)),
        BuildFormat::Ics => return one(calendar::render_with(record, least)),
        BuildFormat::Html => {
            let pages = html::render_with(record, least).into_iter();
            pages.map(|p| OutputFile::new(p.path, p.body)).collect()
        }
        BuildFormat::Csv => {
            let tables = csv::render_with(record, least).into_iter();
            tables.map(|t| OutputFile::new(t.path, t.body)).collect()
        }
        #[cfg(feature = "sqlite")]
        BuildFormat::Sqlite => {
            let database = sqlite::render_with(record, least)?;
            vec![
                OutputFile::new(sqlite::FILE, database.bytes),
                OutputFile::new(sqlite::METADATA, database.metadata),
            ]
        }
        #[cfg(feature = "parquet")]
        BuildFormat::Parquet => {
            let tables = parquet::render_with(record, least)?.into_iter();
            tables.map(|t| OutputFile::new(t.path, t.bytes)).collect()
        }
    };
    out.push(OutputFile::new("dossier.json", json::render(record)));
    Ok(out)
}
