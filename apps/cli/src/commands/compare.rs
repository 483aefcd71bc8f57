//! Commands that compare articles: `cluster`, `copies`.

use std::collections::BTreeSet;

use dossier::model::{Article, Note, StoryId};
use dossier::publish::findings;
use dossier::relate::cluster::{Bag, Printed, Reasons};
use dossier::{Collection, Step};
use rayon::prelude::*;

use super::{Outcome, Read, collect, nothing, stopped};
use crate::args::{Cluster, Copies, Global};
use crate::each::Each;
use crate::notes::Notes;
use crate::output::Lines;
use crate::progress::Progress;
use crate::{known, stop};

/// Articles are reduced to their words while others are still read; no text is kept.
pub(super) fn run_cluster(args: &Cluster, global: &Global) -> anyhow::Result<Outcome> {
    let (printed, reasons) = if args.explain {
        (Printed::Kept, Reasons::Told)
    } else {
        (Printed::Forgotten, Reasons::Untold)
    };
    let known = known::read(args.known.as_deref())?;
    let progress = Progress::new(global.quiet);
    let output = args.output.as_deref();
    let mut notes = Notes::open(&args.input)?;
    let mut out = Lines::open(output)?;
    let mut bags: Vec<Bag> = Vec::new();
    let each = Each {
        input: &args.input,
        output,
        global,
        progress: &progress,
    };
    each.work(&mut notes, Ok, |batch: Vec<Article>| {
        bags.par_extend(
            batch
                .into_par_iter()
                .map(|a| Bag::of(&a, printed, dossier::VOCABULARY)),
        );
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
    for (i, (bag, story)) in bags.iter().zip(lines).enumerate() {
        if let Some(story) = story {
            let why = stories.why.get(i).map(String::as_str);
            out.write(findings::cluster(bag.id.as_str(), story, why))?;
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

pub(super) fn run_copies(args: &Copies, global: &Global) -> anyhow::Result<Outcome> {
    let progress = Progress::new(global.quiet);
    let mut notes = Notes::open(&args.input)?;
    let mut out = Lines::open(args.output.as_deref())?;
    let none = Collection::default();
    let collection = match collect(&args.input, none, args.output.as_deref(), &progress, &mut notes)? {
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
