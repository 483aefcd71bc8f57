//! `build`: the record of all articles, in one of its forms.

use std::collections::BTreeSet;
use std::path::PathBuf;

use dossier::Step;
use dossier::model::{Dossier, Note};
use dossier::publish::{calendar, csv, html, json, markdown};
use dossier::relate::Settings;
use dossier::relate::entity::Choices;

use super::{Outcome, Read, collect, stopped};
use crate::args::{Build, BuildFormat, Global};
use crate::notes::Notes;
use crate::output::{Lines, OutputFile, check_folder, write_folder};
use crate::progress::Progress;
use crate::{entities, findings, known, report, stop};

/// Where pages go when no folder is named.
const FOLDER: &str = "dossier-out";

pub(super) fn run(args: &Build, global: &Global) -> anyhow::Result<Outcome> {
    let folder = match args.format {
        BuildFormat::Html | BuildFormat::Csv => {
            Some(args.output.clone().unwrap_or_else(|| PathBuf::from(FOLDER)))
        }
        BuildFormat::Json | BuildFormat::Md | BuildFormat::Ics => None,
    };
    if let Some(folder) = &folder {
        check_folder(folder)?;
    }
    let choices = match &args.entities {
        Some(path) => entities::read(path)?,
        None => Choices::default(),
    };
    let settings = Settings {
        choices,
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
    let place = match folder {
        Some(folder) => {
            let pages = pages(&record, args);
            write_folder(&folder, &pages)?;
            let first = pages.first().map_or("", |p| p.name.as_str());
            folder.join(first).display().to_string()
        }
        None => {
            let mut out = Lines::open(args.output.as_deref())?;
            out.write(&match args.format {
                BuildFormat::Md => markdown::render_with(&record, args.confidence),
                BuildFormat::Ics => calendar::render_with(&record, args.confidence),
                _ => json::render(&record),
            })?;
            out.finish()?;
            args.output
                .as_ref()
                .map_or_else(|| "standard output".to_owned(), |p| p.display().to_string())
        }
    };
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

/// The pages or tables of a record, and the record itself.
fn pages(record: &Dossier, args: &Build) -> Vec<OutputFile> {
    let page = |name, body| OutputFile { name, body };
    let mut out: Vec<OutputFile> = match args.format {
        BuildFormat::Csv => csv::render_with(record, args.confidence)
            .into_iter()
            .map(|f| page(f.path.to_owned(), f.body))
            .collect(),
        _ => html::render_with(record, args.confidence)
            .into_iter()
            .map(|p| page(p.path, p.body))
            .collect(),
    };
    out.push(OutputFile {
        name: "dossier.json".to_owned(),
        body: json::render(record),
    });
    out
}
