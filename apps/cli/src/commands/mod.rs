//! The commands: each reads, lets the library work, and writes.

mod build;
mod compare;
mod lines;

use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory;
use dossier::Collection;

use crate::args::{Args, Command, Input};
use crate::notes::Notes;
use crate::output::Lines;
use crate::progress::Progress;
use crate::{input, report, stop};

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
    if let Some(input) = args.command.input() {
        input::check(input)?;
    }
    match &args.command {
        Command::Build(build) => build::run(build, global),
        Command::Read(read) => lines::run_read(read, global),
        Command::Cluster(cluster) => compare::run_cluster(cluster, global),
        Command::Copies(copies) => compare::run_copies(copies, global),
        Command::Extract(simple) => lines::run_extract(simple, global),
        Command::Links(simple) => lines::run_links(simple, global),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "dossier", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
        Command::Man { command } => print(&manual_page(command.as_deref())?),
    }
}

/// The page of the program, or of one of its commands.
fn manual_page(command: Option<&str>) -> anyhow::Result<String> {
    let mut program = Args::command();
    // Only then a command knows its whole name and the options of every command.
    program.build();
    let of = match command {
        None => &program,
        Some(name) => program.find_subcommand(name).ok_or_else(|| {
            let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
            report::Usage(format!(
                "{name}: is no command; hint: there are {}",
                names.join(", ")
            ))
        })?,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(of.clone()).render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
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

/// The articles, behind those that are `known` already; the notes on them are in the user's file, and those that are told
/// otherwise are left to the caller.
fn collect(
    input: &Input,
    known: Collection,
    output: Option<&Path>,
    progress: &Progress,
    notes: &mut Notes,
) -> anyhow::Result<Read> {
    let mut collection = known;
    collection.append(input::collect(input, output, progress, notes));
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
