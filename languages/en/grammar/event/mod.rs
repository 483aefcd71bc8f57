//! What happened, is under way, is planned, or is denied.
//!
//! A table of triggers (`event/triggers.txt`) says which verbs, verbs with objects, and nouns tell of an event and
//! in which grammatical slots those who take part stand. The rules here find the triggers in the dependency
//! tree, fill the slots, and read tense, modality, time and place. Without a tree nothing is found: a row
//! that is no event is worse than a missing one.

#![allow(clippy::too_many_lines, reason = "rewritten on frames, then taken apart")]

mod control;
mod draft;
mod event_noun;
mod extent;
mod figurative;
mod frames;
mod gallery;
mod joined;
mod lead;
mod lexicon;
mod noun;
mod party;
mod plover;
mod read;
mod reader;
mod settle;
mod several;
mod sides;
mod slots;
mod status;
#[cfg(test)]
mod tests;
mod types;
mod when;

use dossier_annotate::View;
use dossier_model::{Article, BlockKind, EventMention, Layer, Status, Time};

use crate::grammar::mention::Names;

/// Longest sentence that is read, in words; longer ones are no prose.
const LONGEST: usize = 400;

/// Sentences that tell the news of an article, its headline among them.
const FRONT: usize = 4;

/// Words of a sentence that tells no more than where and who reports.
const LONGEST_DATELINE: usize = 6;

/// How many mentions before and behind may settle the reality of one.
const NEAR: usize = 60;

/// Event mentions with participants, place, time and status.
#[must_use]
pub fn find(article: &Article, view: &View, times: &Layer<Time>, names: &Names) -> Layer<EventMention> {
    let cast = party::Cast::new(view, names);
    let today = article.reference_day();
    let galleries = gallery::find(article.text());
    let mut drafts: Vec<reader::Draft> = Vec::new();
    let (mut prose, mut bodies) = (0, 0);
    for sentence in view.each_sentence() {
        let span = sentence.text_span;
        let in_gallery = galleries
            .iter()
            .any(|g| g.start < span.end && span.start <= g.end);
        if in_gallery || sentence.range.len() > LONGEST || !sentence.has_tree() {
            continue;
        }
        let block = article.block_of(span).map(|b| b.kind);
        let caption = block == Some(BlockKind::Caption);
        let terse = caption || block == Some(BlockKind::Headline);
        // A text whose first line is its headline, without saying so.
        let is_first = span.start <= 1
            || article
                .text()
                .get(..span.start as usize)
                .is_some_and(|t| t.trim().is_empty());
        let ends_open = !span
            .of(article.text())
            .trim_end()
            .ends_with(['.', '!', '?', '”', '"', ':']);
        let terse = terse || is_first && ends_open;
        let times = when::Times::of(&sentence, times);
        prose += usize::from(!caption);
        // "Karsholm (Velm Press) –" before it says nothing.
        let opens_body = !terse && !is_first && bodies == 0 && block == Some(BlockKind::Body);
        let is_dateline = sentence.range.len() <= LONGEST_DATELINE;
        bodies += usize::from(!terse && !is_first && !is_dateline);
        let stand = reader::Stand {
            terse,
            lead: terse || is_first || opens_body,
            front: !caption && prose <= FRONT,
            opens: opens_body,
            caption,
        };
        let mut reader = reader::Reader::new(&sentence, &cast, &times, today, stand);
        reader.read();
        drafts.append(&mut reader.out);
    }
    settle_open(&mut drafts);
    Layer::from_pairs(drafts.into_iter().map(|d| (d.span, d.event)))
}

/// Nouns whose clause leaves their reality open take it from the nearest settled mention of the same kind with
/// the same people.
fn settle_open(drafts: &mut [reader::Draft]) {
    let settled: Vec<Option<Status>> = (0..drafts.len())
        .map(|i| {
            let me = drafts.get(i).filter(|d| d.open)?;
            let mut best: Option<(usize, Status)> = None;
            let around = i.saturating_sub(NEAR)..drafts.len().min(i + NEAR);
            for (j, other) in drafts.iter().enumerate().take(around.end).skip(around.start) {
                let near = i.abs_diff(j);
                if other.open
                    || other.event.kind != me.event.kind
                    || me.event.when.is_some() && other.event.when != me.event.when
                    || !share(&me.event, &other.event)
                    || best.is_some_and(|(d, _)| d <= near)
                {
                    continue;
                }
                best = Some((near, other.event.status));
            }
            best.map(|(_, status)| status)
        })
        .collect();
    for (draft, status) in drafts.iter_mut().zip(settled) {
        if let Some(status) = status {
            draft.event.status = status;
        }
    }
}

/// Whether two events have the same source, and no target that differs.
fn share(a: &EventMention, b: &EventMention) -> bool {
    let locals = |side: &[dossier_model::EventParticipant]| -> Vec<_> {
        side.iter().filter_map(|p| p.local).collect()
    };
    let (sa, sb) = (locals(&a.sources), locals(&b.sources));
    let (ta, tb) = (locals(&a.targets), locals(&b.targets));
    let both = |x: &[_], y: &[_]| x.iter().any(|l| y.contains(l));
    let sources = sa.is_empty() || sb.is_empty() || both(&sa, &sb);
    let targets = ta.is_empty() || tb.is_empty() || both(&ta, &tb);
    sources && targets && (both(&sa, &sb) || both(&ta, &tb))
}
