//! The commands: each reads, lets the library work, and writes.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;

use clap::CommandFactory;
use dossier::ingest::{Found, Listed, Report};
use dossier::model::{AnnotatedArticle, Article, Dossier, Note, StoryId};
use dossier::publish::findings::{self, Style};
use dossier::publish::{calendar, csv, html, json, markdown};
use dossier::relate::Settings;
use dossier::relate::cluster::{Bag, Printed, Reasons};
use dossier::relate::entity::Choices;
use dossier::{Collection, Step};
use rayon::prelude::*;

use crate::args::{Args, Build, BuildFormat, Cluster, Command, Copies, Global, Input, ReadFormat, Simple};
use crate::output::{Lines, Page, check_folder, write_folder};
use crate::progress::Progress;
use crate::{args, entities, input, known, report, stop};

/// Where pages go when no folder is named.
const FOLDER: &str = "dossier-out";

/// Articles that are worked on at once, before their lines are written: at first, and at most.
const FIRST_BATCH: usize = 8;
const BATCH: usize = 256;

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

/// The articles; what was remarked and counted on the way is told.
fn collect(
    input: &Input,
    output: Option<&Path>,
    global: &Global,
    progress: &Progress,
) -> anyhow::Result<Read> {
    let (collection, told) = input::collect(input, output, progress);
    write_notes(input, &told)?;
    if stop::is_asked() {
        progress.finish();
        report::line("stopped: nothing was written");
        return Ok(Read::Ended(Outcome::Stopped));
    }
    if collection.articles().is_empty() {
        progress.finish();
        return Ok(Read::Ended(nothing(&told)));
    }
    if !global.quiet && !told.notes.is_empty() {
        progress.finish();
        report::summary(&told.tally);
    }
    Ok(Read::Articles(collection))
}

/// Every note, where the user named a file for them.
fn write_notes(input: &Input, told: &Report) -> anyhow::Result<()> {
    let Some(path) = &input.notes else {
        return Ok(());
    };
    let mut notes: Vec<&Note> = told.notes.iter().collect();
    notes.sort();
    let mut out = Lines::open(Some(path))?;
    for note in notes {
        out.write(&(findings::note(note) + "\n"))?;
    }
    out.finish()
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
    let collection = match collect(&args.input, output, global, &progress)? {
        Read::Articles(collection) => collection,
        Read::Ended(outcome) => return Ok(outcome),
    };
    let record = dossier::build_with(collection, &settings, &|step: Step| progress.step(step));
    progress.finish();
    if !global.quiet {
        report::notes(&record.notes);
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
fn nothing(told: &Report) -> Outcome {
    report::notes(&told.notes);
    report::error(&anyhow::anyhow!(
        "no article found; hint: give news articles as text, HTML, JSON Lines, feeds, mail or WARC"
    ));
    Outcome::NothingUsable
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
    write_each(&args.input, args.output.as_deref(), global, |article| {
        let notes = dossier::annotate::annotate(&article);
        line(&AnnotatedArticle { article, notes })
    })
}

fn run_extract(args: &Simple, global: &Global) -> anyhow::Result<Outcome> {
    write_each(&args.input, args.output.as_deref(), global, |article| {
        findings::extract(&article) + "\n"
    })
}

/// Writes what `line` makes of each article, in order. Articles are worked on while others are still read, and none
/// is kept.
fn write_each(
    input: &Input,
    output: Option<&Path>,
    global: &Global,
    line: impl Fn(Article) -> String + Sync,
) -> anyhow::Result<Outcome> {
    let progress = Progress::new(global.quiet);
    let mut out = Lines::open(output)?;
    let mut count = 0;
    let told = work_on_each(input, output, global, &progress, |batch| {
        count += batch.len();
        let lines: Vec<String> = batch.into_par_iter().map(&line).collect();
        lines.iter().try_for_each(|text| out.write(text))
    })?;
    progress.finish();
    finish(input, global, &told, count, out)
}

/// Makes the lines whole and tells what came of the run: what was written before the user asked for the end stays.
fn finish(
    input: &Input,
    global: &Global,
    told: &Report,
    count: usize,
    out: Lines,
) -> anyhow::Result<Outcome> {
    write_notes(input, told)?;
    if stop::is_asked() {
        out.finish()?;
        report::line(&format!("stopped after {count}: the lines written are whole"));
        return Ok(Outcome::Stopped);
    }
    if count == 0 {
        return Ok(nothing(told));
    }
    out.finish()?;
    if !global.quiet {
        report::notes(&told.notes);
        if !told.notes.is_empty() {
            report::summary(&told.tally);
        }
    }
    Ok(Outcome::Done)
}

/// Writes what lists of addresses name, in their order.
fn run_links(args: &Simple, global: &Global) -> anyhow::Result<Outcome> {
    let progress = Progress::new(global.quiet);
    let mut out = Lines::open(args.output.as_deref())?;
    let (mut count, mut failure) = (0, None);
    let told = input::stream(&args.input, args.output.as_deref(), &progress, &mut |found| {
        if let Found::Listed(listed) = found {
            count += 1;
            failure = out.write(&(findings::listed(&link(&listed)) + "\n")).err();
        }
        stop_if(failure.is_some())
    });
    progress.finish();
    match failure {
        Some(error) => Err(error),
        None => finish(&args.input, global, &told, count, out),
    }
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

/// Hands over the articles in order, many at once, while others are still read; gives a report on them.
fn work_on_each(
    input: &Input,
    output: Option<&Path>,
    global: &Global,
    progress: &Progress,
    work: impl FnMut(Vec<Article>) -> anyhow::Result<()>,
) -> anyhow::Result<Report> {
    let mut batches = Batches {
        batch: Vec::new(),
        size: FIRST_BATCH,
        count: 0,
        work,
        progress,
    };
    let mut failure = None;
    let told = if global.jobs == Some(1) {
        input::stream(input, output, progress, &mut |found| {
            if let Some(article) = found.into_article() {
                failure = batches.take(article).err();
            }
            stop_if(failure.is_some())
        })
    } else {
        let (send, receive) = mpsc::sync_channel(BATCH);
        std::thread::scope(|scope| -> anyhow::Result<_> {
            let reader = std::thread::Builder::new()
                .stack_size(crate::STACK)
                .spawn_scoped(scope, || {
                    let send = send;
                    input::stream(input, output, progress, &mut |found| {
                        // Nobody listens where the work has failed; the reason is told there.
                        stop_if(found.into_article().is_some_and(|a| send.send(a).is_err()))
                    })
                })?;
            for article in receive {
                if let Err(error) = batches.take(article) {
                    failure = Some(error);
                    break;
                }
            }
            Ok(reader
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        })?
    };
    match failure {
        Some(error) => Err(error),
        None => batches.flush().map(|()| told),
    }
}

fn stop_if(done: bool) -> ControlFlow<()> {
    if done {
        ControlFlow::Break(())
    } else {
        ControlFlow::Continue(())
    }
}

/// Gathers articles until there are enough to share out.
struct Batches<'a, F> {
    batch: Vec<Article>,
    size: usize,
    count: usize,
    work: F,
    progress: &'a Progress,
}

impl<F: FnMut(Vec<Article>) -> anyhow::Result<()>> Batches<'_, F> {
    fn take(&mut self, article: Article) -> anyhow::Result<()> {
        self.batch.push(article);
        if self.batch.len() < self.size {
            return Ok(());
        }
        // The first ones are not kept waiting; later ones share out better in large numbers.
        self.size = (self.size * 2).min(BATCH);
        self.flush()
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        self.count += self.batch.len();
        self.progress.articles(self.count);
        (self.work)(std::mem::take(&mut self.batch))
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
    let mut bags: Vec<Bag> = Vec::new();
    let mut told = work_on_each(&args.input, output, global, &progress, |batch: Vec<Article>| {
        bags.par_extend(batch.into_par_iter().map(|a| Bag::of(&a, printed)));
        Ok(())
    })?;
    write_notes(&args.input, &told)?;
    if stop::is_asked() {
        progress.finish();
        report::line("stopped: nothing was written");
        return Ok(Outcome::Stopped);
    }
    if bags.is_empty() {
        progress.finish();
        return Ok(nothing(&told));
    }
    progress.step(Step::Relating);
    let stories = dossier::relate::cluster(&bags, &known, reasons);
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
    if !global.quiet {
        told.notes.extend(stories.notes);
        report::notes(&told.notes);
        if !told.notes.is_empty() {
            report::summary(&told.tally);
        }
    }
    Ok(Outcome::Done)
}

fn run_copies(args: &Copies, global: &Global) -> anyhow::Result<Outcome> {
    let progress = Progress::new(global.quiet);
    let collection = match collect(&args.input, args.output.as_deref(), global, &progress)? {
        Read::Articles(collection) => collection,
        Read::Ended(outcome) => return Ok(outcome),
    };
    if !global.quiet {
        report::notes(collection.notes());
    }
    let (articles, _) = collection.unique().into_parts();
    let record = dossier::copies(articles, &|step| progress.step(step));
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
    Ok(Outcome::Done)
}
