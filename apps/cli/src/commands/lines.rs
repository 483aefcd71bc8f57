//! Commands that write a line for each article while others are still read: `read`, `extract`, `links`.

use std::path::Path;
use std::sync::Arc;

use dossier::Seen;
use dossier::ingest::{Found, Listed};
use dossier::model::{AnnotatedArticle, Article, Extent, Note};
use dossier::publish::findings::{self, Style};
use rayon::prelude::*;

use super::{Outcome, nothing};
use crate::args::{self, Global, Input, ReadFormat, Simple};
use crate::each::Each;
use crate::input::Came;
use crate::notes::Notes;
use crate::output::Lines;
use crate::progress::Progress;
use crate::{input, report, stop};

pub(super) fn run_read(args: &args::Read, global: &Global) -> anyhow::Result<Outcome> {
    let style = if anstream::AutoStream::choice(&std::io::stdout()) == anstream::ColorChoice::Never
        || args.output.is_some()
    {
        Style::Plain
    } else {
        Style::Ansi
    };
    // What is read back is compared with other articles; what is shown is not.
    let is_wire = !args.show && args.format == ReadFormat::Wire;
    let (show, format) = (args.show, args.format);
    let line = move |article: &AnnotatedArticle| match (show, format) {
        (true, _) => findings::show(article, style),
        (false, ReadFormat::Conllu) => findings::conllu(article),
        (false, ReadFormat::Wire) => dossier::wire::annotations::write(article) + "\n",
        (false, ReadFormat::Json) => findings::read(article) + "\n",
    };
    write_each(&args.input, args.output.as_deref(), global, Ok, move |article| {
        let notes = if is_wire {
            dossier::annotate::annotate(&article)
        } else {
            dossier::annotate::find(&article)
        };
        line(&AnnotatedArticle { article, notes })
    })
}

/// Writes each article once: what was there before is left out, and the next text of an address is linked with it.
pub(super) fn run_extract(args: &Simple, global: &Global) -> anyhow::Result<Outcome> {
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
    line: impl Fn(Article) -> String + Send + Sync + 'static,
) -> anyhow::Result<Outcome> {
    let progress = &Progress::new(global.quiet);
    let mut notes = Notes::open(input)?;
    let mut out = Lines::open(output)?;
    let mut count = 0;
    let each = Each {
        input,
        output,
        global,
        progress,
    };
    let line = Arc::new(line);
    each.work(&mut notes, sift, |batch| {
        let work = Arc::clone(&line);
        // One article may take long; what was written before the user asked for the end is whole.
        let lines = stop::unless_asked(move || -> Vec<String> {
            batch.into_par_iter().map(|article| work(article)).collect()
        })?;
        let lines = lines.unwrap_or_default();
        count += lines.len();
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
pub(super) fn run_links(args: &Simple, global: &Global) -> anyhow::Result<Outcome> {
    let progress = Progress::new(global.quiet);
    let mut notes = Notes::open(&args.input)?;
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
        stop::stop_if(failure.is_some())
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
