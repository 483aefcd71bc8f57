//! The commands: each reads, lets the library work, and writes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::CommandFactory;
use dossier::ingest::{Found, Listed};
use dossier::model::{AnnotatedArticle, Article, Dossier, Extent, Note, StoryId};
use dossier::publish::findings::{self, Style};
use dossier::publish::{calendar, csv, html, json, markdown};
use dossier::relate::Settings;
use dossier::relate::cluster::{Bag, Printed, Reasons};
use dossier::relate::entity::Choices;
use dossier::{Collection, Seen, Step};
use rayon::prelude::*;

use crate::args::{Args, Build, BuildFormat, Cluster, Command, Copies, Global, Input, ReadFormat, Simple};
use crate::each::{Each, stop_if};
use crate::input::Came;
use crate::notes::Notes;
use crate::output::{Lines, Page, check_folder, write_folder};
use crate::progress::Progress;
use crate::{args, entities, input, known, report, stop};

/// Where pages go when no folder is named.
const FOLDER: &str = "dossier-out";

/// How a run ended.
pub enum Outcome {
    Done,
    /// There was no article.
    NothingUsable,
    /// The user asked for the end before it.
    Stopped,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::NothingUsable => Self::from(1),
            Outcome::Stopped => Self::from(stop::STATUS),
        }
    }
}

/// Does what is asked.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let global = &args.global;
    match &args.command {
        Command::Build(build) => run_build(build, global),
        Command::Read(read) => run_read(read, global),
        Command::Cluster(cluster) => run_cluster(cluster, global),
        Command::Copies(copies) => run_copies(copies, global),
        Command::Extract(simple) => run_extract(simple, global),
        Command::Links(simple) => run_links(simple, global),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "dossier", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut page)?;
            print(&String::from_utf8_lossy(&page))
        }
    }
}

fn print(text: &str) -> anyhow::Result<Outcome> {
    let mut out = Lines::open(None)?;
    out.write(text)?;
    out.finish()?;
    Ok(Outcome::Done)
}

/// What became of reading: the articles, or how the run ends without them.
enum Read {
    Articles(Collection),
    Ended(Outcome),
}

/// The articles; the notes on them are in the user's file, and those that are told otherwise are left to the caller.
fn collect(
    input: &Input,
    output: Option<&Path>,
    progress: &Progress,
    notes: &mut Notes,
) -> anyhow::Result<Read> {
    let collection = input::collect(input, output, progress, notes);
    if stop::is_asked() {
        return stopped(progress, notes).map(Read::Ended);
    }
    if collection.articles().is_empty() {
        return nothing(progress, notes).map(Read::Ended);
    }
    Ok(Read::Articles(collection))
}

/// The end that the user asked for, before anything was written.
fn stopped(progress: &Progress, notes: &mut Notes) -> anyhow::Result<Outcome> {
    progress.finish();
    notes.finish()?;
    report::line("stopped: nothing was written");
    Ok(Outcome::Stopped)
}

fn run_build(args: &Build, global: &Global) -> anyhow::Result<Outcome> {
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
    let collection = match collect(&args.input, output, &progress, &mut notes)? {
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
            let pages = pages(&record, args.format);
            write_folder(&folder, &pages)?;
            let first = pages.first().map_or("", |p| p.name.as_str());
            folder.join(first).display().to_string()
        }
        None => {
            let mut out = Lines::open(args.output.as_deref())?;
            out.write(&match args.format {
                BuildFormat::Md => markdown::render(&record),
                BuildFormat::Ics => calendar::render(&record),
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

/// Without a result the reasons are the result, so they are told even where quiet is asked for.
fn nothing(progress: &Progress, notes: &mut Notes) -> anyhow::Result<Outcome> {
    progress.finish();
    notes.finish()?;
    notes.sum_up();
    report::error(&anyhow::anyhow!(
        "no article found; hint: give news articles as text, HTML, JSON Lines, feeds, mail or WARC"
    ));
    Ok(Outcome::NothingUsable)
}

/// The pages or tables of a record, and the record itself.
fn pages(record: &Dossier, format: BuildFormat) -> Vec<Page> {
    let page = |name, body| Page { name, body };
    let mut out: Vec<Page> = match format {
        BuildFormat::Csv => csv::render(record)
            .into_iter()
            .map(|f| page(f.path.to_owned(), f.body))
            .collect(),
        _ => html::render(record)
            .into_iter()
            .map(|p| page(p.path, p.body))
            .collect(),
    };
    out.push(Page {
        name: "dossier.json".to_owned(),
        body: json::render(record),
    });
    out
}

fn run_read(args: &args::Read, global: &Global) -> anyhow::Result<Outcome> {
    let style = if anstream::AutoStream::choice(&std::io::stdout()) == anstream::ColorChoice::Never
        || args.output.is_some()
    {
        Style::Plain
    } else {
        Style::Ansi
    };
    let line = |article: &AnnotatedArticle| match (args.show, args.format) {
        (true, _) => findings::show(article, style),
        (_, ReadFormat::Conllu) => findings::conllu(article),
        (_, ReadFormat::Json) => findings::read(article) + "\n",
    };
    write_each(&args.input, args.output.as_deref(), global, Ok, |article| {
        let notes = dossier::annotate::annotate(&article);
        line(&AnnotatedArticle { article, notes })
    })
}

/// Writes each article once: what was there before is left out, and the next text of an address is linked with it.
fn run_extract(args: &Simple, global: &Global) -> anyhow::Result<Outcome> {
    let mut seen = Seen::default();
    let sift = move |article| seen.take(article);
    write_each(&args.input, args.output.as_deref(), global, sift, |article| {
        findings::extract(&article) + "\n"
    })
}

/// Writes what `line` makes of each article that `sift` lets through, in order. Articles are worked on while others are
/// still read, and none is kept.
fn write_each(
    input: &Input,
    output: Option<&Path>,
    global: &Global,
    sift: impl FnMut(Article) -> Result<Article, Note> + Send,
    line: impl Fn(Article) -> String + Sync,
) -> anyhow::Result<Outcome> {
    let progress = &Progress::new(global.quiet);
    let mut notes = Notes::open(input.notes.as_deref())?;
    let mut out = Lines::open(output)?;
    let mut count = 0;
    let each = Each {
        input,
        output,
        global,
        progress,
    };
    each.work(&mut notes, sift, |batch| {
        count += batch.len();
        let lines: Vec<String> = batch.into_par_iter().map(&line).collect();
        lines.iter().try_for_each(|text| out.write(text))?;
        // Whoever waits for a slow source sees what there is.
        out.flush()
    })?;
    finish(global, progress, &mut notes, Written { count, out })
}

/// Lines that were written.
struct Written {
    count: usize,
    out: Lines,
}

/// Makes the lines whole and tells what came of the run: what was written before the user asked for the end stays.
fn finish(
    global: &Global,
    progress: &Progress,
    notes: &mut Notes,
    written: Written,
) -> anyhow::Result<Outcome> {
    progress.finish();
    let Written { count, out } = written;
    if count == 0 && !stop::is_asked() {
        return nothing(progress, notes);
    }
    notes.finish()?;
    out.finish()?;
    if !global.quiet {
        notes.sum_up();
    }
    if stop::is_asked() {
        let lines = if count == 1 { "line" } else { "lines" };
        report::line(&format!(
            "stopped after {} {lines}: each is whole",
            report::grouped(count as u64)
        ));
        return Ok(Outcome::Stopped);
    }
    Ok(Outcome::Done)
}

/// Writes what lists of addresses name, in their order.
fn run_links(args: &Simple, global: &Global) -> anyhow::Result<Outcome> {
    let progress = Progress::new(global.quiet);
    let mut notes = Notes::open(args.input.notes.as_deref())?;
    let mut out = Lines::open(args.output.as_deref())?;
    let (mut count, mut failure) = (0, None);
    let tally = input::stream(&args.input, args.output.as_deref(), &progress, &mut |came| {
        match came {
            Came::Found(Found::Listed(listed)) => {
                count += 1;
                failure = out.write(&(findings::listed(&link(&listed)) + "\n")).err();
            }
            Came::Found(Found::Article(article)) => {
                if let Some(link) = of_summary(&article) {
                    count += 1;
                    failure = out.write(&(findings::listed(&link) + "\n")).err();
                }
            }
            Came::Note(note) => notes.take(note),
        }
        stop_if(failure.is_some())
    });
    notes.tally.merge(&tally);
    match failure {
        Some(error) => Err(error),
        None => finish(global, &progress, &mut notes, Written { count, out }),
    }
}

/// The address under which a whole text stands of which a feed gives the summary alone.
fn of_summary(article: &Article) -> Option<findings::Link<'_>> {
    let meta = &article.meta;
    let url = meta.url.as_deref().filter(|_| meta.extent == Extent::Summary)?;
    Some(findings::Link {
        url,
        title: meta.title.as_deref(),
        outlet: meta.outlet.as_deref(),
        published: meta.published,
        language: meta.language.as_deref(),
        source: &meta.source,
        index: false,
    })
}

fn link(listed: &Listed) -> findings::Link<'_> {
    findings::Link {
        url: &listed.url,
        title: listed.title.as_deref(),
        outlet: listed.outlet.as_deref(),
        published: listed.published,
        language: listed.language.as_deref(),
        source: &listed.source,
        index: listed.index,
    }
}

/// Articles are reduced to their words while others are still read; no text is kept.
fn run_cluster(args: &Cluster, global: &Global) -> anyhow::Result<Outcome> {
    let (printed, reasons) = if args.explain {
        (Printed::Kept, Reasons::Told)
    } else {
        (Printed::Forgotten, Reasons::Untold)
    };
    let known = known::read(args.known.as_deref())?;
    let progress = Progress::new(global.quiet);
    let output = args.output.as_deref();
    let mut notes = Notes::open(args.input.notes.as_deref())?;
    let mut bags: Vec<Bag> = Vec::new();
    let each = Each {
        input: &args.input,
        output,
        global,
        progress: &progress,
    };
    each.work(&mut notes, Ok, |batch: Vec<Article>| {
        bags.par_extend(batch.into_par_iter().map(|a| Bag::of(&a, printed)));
        Ok(())
    })?;
    if stop::is_asked() {
        return stopped(&progress, &mut notes);
    }
    if bags.is_empty() {
        return nothing(&progress, &mut notes);
    }
    progress.step(Step::Relating);
    let related = stop::unless_asked(move || {
        let stories = dossier::relate::cluster(&bags, &known, reasons);
        (bags, stories)
    })?;
    let Some((bags, stories)) = related else {
        return stopped(&progress, &mut notes);
    };
    progress.finish();
    let mut lines: Vec<Option<&StoryId>> = vec![None; bags.len()];
    for group in &stories.rows {
        group.members.iter().for_each(|&i| lines[i] = Some(&group.id));
    }
    let mut out = Lines::open(output)?;
    for (i, (bag, story)) in bags.iter().zip(lines).enumerate() {
        if let Some(story) = story {
            let why = stories.why.get(i).map(String::as_str);
            out.write(&findings::cluster(bag.id.as_str(), story, why))?;
            out.write("\n")?;
        }
    }
    out.finish()?;
    stories.notes.into_iter().for_each(|n| notes.take(n));
    notes.finish()?;
    if !global.quiet {
        notes.sum_up();
    }
    Ok(Outcome::Done)
}

fn run_copies(args: &Copies, global: &Global) -> anyhow::Result<Outcome> {
    let progress = Progress::new(global.quiet);
    let mut notes = Notes::open(args.input.notes.as_deref())?;
    let collection = match collect(&args.input, args.output.as_deref(), &progress, &mut notes)? {
        Read::Articles(collection) => collection,
        Read::Ended(outcome) => return Ok(outcome),
    };
    let told: BTreeSet<Note> = collection.notes().iter().cloned().collect();
    let (articles, all) = collection.unique().into_parts();
    all.into_iter()
        .filter(|n| !told.contains(n))
        .for_each(|n| notes.take(n));
    let shown = progress.clone();
    let record = stop::unless_asked(move || dossier::copies(articles, &|step| shown.step(step)))?;
    let Some(record) = record else {
        return stopped(&progress, &mut notes);
    };
    notes.finish()?;
    progress.finish();
    let mut out = Lines::open(args.output.as_deref())?;
    let reasons = if args.explain {
        findings::Reasons::Told
    } else {
        findings::Reasons::Untold
    };
    for line in findings::copies(&record, reasons) {
        out.write(&line)?;
        out.write("\n")?;
    }
    out.finish()?;
    if !global.quiet {
        notes.sum_up();
    }
    Ok(Outcome::Done)
}
