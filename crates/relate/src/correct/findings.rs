//! Findings that are no facts, that join no others, or that are of another time.

use std::collections::BTreeMap;

use dossier_model::{
    AnnotatedArticle, Annotation, Layer, Published, PublishedPrecision, Span, When, WhenPrecision,
};
use jiff::ToSpan;

use super::{Applied, At, Correction, RowKind};
use crate::entity::one_line;

/// Entries by their words.
type ByWords<'a> = BTreeMap<String, Vec<(usize, &'a At)>>;

pub(super) fn correct(applied: &mut Applied<'_>, articles: &mut [AnnotatedArticle]) {
    let corrections = applied.corrections;
    let no_fact = |kind: RowKind| {
        corrections.by_words(move |c| match c {
            Correction::NotAFact(k, at) if *k == kind => Some(at),
            _ => None,
        })
    };
    let events = no_fact(RowKind::Event);
    let figures = no_fact(RowKind::Figure);
    let quotes = no_fact(RowKind::Quote);
    let alone = corrections.by_words(|c| match c {
        Correction::NotThisEvent(at) => Some(at),
        _ => None,
    });
    let dated = corrections.by_words(|c| match c {
        Correction::EventDate(at, _) => Some(at),
        _ => None,
    });
    for read in articles {
        drop_from(applied, read, &events, |n| &mut n.events, |e| e.value.clause);
        drop_from(
            applied,
            read,
            &figures,
            |n| &mut n.figures,
            |f| f.value.clause.cover(f.span),
        );
        drop_from(applied, read, &quotes, |n| &mut n.quotes, |q| q.span);
        set_alone(applied, read, &alone);
        date(applied, read, &dated);
        for (i, entry) in corrections.entries.iter().enumerate() {
            if let Correction::ArticleDate(name, _) = &entry.what {
                applied.counts[i] += usize::from(super::is_named(&read.article, name));
            }
        }
    }
}

/// The entries that hold for the words of a span.
fn held<'a>(
    read: &AnnotatedArticle,
    entries: &'a ByWords<'_>,
    words: Span,
) -> impl Iterator<Item = usize> + 'a {
    let found = if entries.is_empty() {
        None
    } else {
        entries.get(&one_line(words.of(read.article.text())))
    };
    let here: Vec<usize> = (found.into_iter().flatten())
        .filter(|(_, at)| at.holds(&read.article))
        .map(|(i, _)| *i)
        .collect();
    here.into_iter()
}

fn drop_from<T: Clone>(
    applied: &mut Applied<'_>,
    read: &mut AnnotatedArticle,
    entries: &ByWords<'_>,
    layer: impl Fn(&mut dossier_model::Annotations) -> &mut Layer<T>,
    words: impl Fn(&Annotation<T>) -> Span,
) {
    if entries.is_empty() {
        return;
    }
    let found = std::mem::take(layer(&mut read.notes));
    let kept = found.iter().filter(|finding| {
        let mut is_kept = true;
        for i in held(read, entries, words(finding)) {
            applied.counts[i] += 1;
            is_kept = false;
        }
        is_kept
    });
    let kept = Layer::new(kept.cloned().collect());
    *layer(&mut read.notes) = kept;
}

fn set_alone(applied: &mut Applied<'_>, read: &AnnotatedArticle, entries: &ByWords<'_>) {
    for event in read.notes.events.iter() {
        for i in held(read, entries, event.value.clause) {
            applied.counts[i] += 1;
            applied
                .alone
                .insert((read.article.id.clone(), event.value.clause));
        }
    }
}

fn date(applied: &mut Applied<'_>, read: &mut AnnotatedArticle, entries: &ByWords<'_>) {
    if entries.is_empty() {
        return;
    }
    let wanted: Vec<Option<usize>> = (read.notes.events.iter())
        .map(|event| held(read, entries, event.value.clause).last())
        .collect();
    let mut next = wanted.into_iter();
    let corrections = applied.corrections;
    let counts = &mut applied.counts;
    read.notes.events.change(|event| {
        let Some(i) = next.next().flatten() else { return };
        if let Some(Correction::EventDate(_, day)) = corrections.entries.get(i).map(|e| &e.what) {
            counts[i] += 1;
            // No words of the article say so.
            event.when = Some(when(day, &corrections.place(i)));
            event.time = None;
        }
    });
}

/// A year, a month or a day as an interval.
fn when(day: &Published, text: &str) -> When {
    let first = day.date;
    let (precision, last) = match day.precision {
        PublishedPrecision::Year => (
            WhenPrecision::Year,
            first.checked_add(1.year()).and_then(|d| d.checked_sub(1.day())),
        ),
        PublishedPrecision::Month => (WhenPrecision::Month, Ok(first.last_of_month())),
        PublishedPrecision::Day | PublishedPrecision::Second => (WhenPrecision::Day, Ok(first)),
    };
    When {
        from: Some(first),
        to: Some(last.unwrap_or(first)),
        time: None,
        precision,
        text: text.to_owned(),
    }
}
