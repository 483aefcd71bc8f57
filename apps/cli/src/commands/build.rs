//! `build`: the record of all articles, in one of its forms.

use std::collections::BTreeSet;
use std::path::PathBuf;

use dossier::Step;
use dossier::model::{Confidence, Dossier, Note};
use dossier::publish::{calendar, csv, html, json, markdown};
use dossier::relate::Settings;
use dossier::relate::entity::Choices;

use super::{Outcome, Read, collect, stopped};
use crate::args::{Build, BuildFormat, Global};
use crate::notes::Notes;
use crate::output::{Folder, Lines, OutputFile};
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
    let place = match &folder {
        Some(folder) => Place::Folder(Folder::open(folder)?),
        None => Place::Lines(Lines::open(args.output.as_deref())?),
    };
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
            files.iter().try_for_each(|f| out.write(&f.body))?;
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

/// The pages or tables of a record and the record itself, or the one text that it is written as.
fn files(record: &Dossier, (format, least): (BuildFormat, Confidence)) -> Vec<OutputFile> {
    let page = |name, body| OutputFile { name, body };
    let one = |body| vec![page(String::new(), body)];
    let mut out: Vec<OutputFile> = match format {
        BuildFormat::Md => return one(markdown::render_with(record, least)),
        BuildFormat::Ics => return one(calendar::render_with(record, least)),
        BuildFormat::Json => return one(json::render(record)),
        BuildFormat::Csv => csv::render_with(record, least)
            .into_iter()
            .map(|f| page(f.path.to_owned(), f.body))
            .collect(),
        BuildFormat::Html => html::render_with(record, least)
            .into_iter()
            .map(|p| page(p.path, p.body))
            .collect(),
    };
    out.push(page("dossier.json".to_owned(), json::render(record)));
    out
}
