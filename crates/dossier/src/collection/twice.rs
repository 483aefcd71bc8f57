//! One article that was read twice is one article with two sources.

use std::collections::BTreeMap;

use dossier_model::{Article, ArticleDraft, Field, Note, Published};

use super::keys::{Key, Keys};

/// An article, and what it is known by.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub article: Article,
    pub keys: Keys,
}

/// Joins articles with one text that are of one address or one outlet. Of each group the first stays: a whole article
/// before a summary, then by the name of its source.
pub(super) fn join(mut all: Vec<Known>, notes: &mut Vec<Note>) -> Vec<Known> {
    all.sort_by(|a, b| rank(a).cmp(&rank(b)));
    let mut first_with: BTreeMap<Key, usize> = BTreeMap::new();
    let mut root: Vec<usize> = (0..all.len()).collect();
    for (i, known) in all.iter().enumerate() {
        let id = known.article.id.as_str();
        for ask in known.keys.asks(id) {
            if let Some(&other) = first_with.get(&ask) {
                let (a, b) = (find(&root, other), find(&root, i));
                root[a.max(b)] = a.min(b);
            }
        }
        for mark in known.keys.marks(id) {
            first_with.entry(mark).or_insert(i);
        }
    }
    let mut groups: BTreeMap<usize, Vec<Known>> = BTreeMap::new();
    for (i, known) in all.into_iter().enumerate() {
        groups.entry(find(&root, i)).or_default().push(known);
    }
    (groups.into_values())
        .filter_map(|group| merge(group, "same text as", notes))
        .collect()
}

fn rank(known: &Known) -> (dossier_model::Extent, &str, &str) {
    let article = &known.article;
    (known.keys.extent, &article.meta.source, article.id.as_str())
}

fn find(root: &[usize], mut i: usize) -> usize {
    while root[i] != i {
        i = root[i];
    }
    i
}

/// The first of a group with what the others know besides, and a note on each of these.
pub(super) fn merge(group: Vec<Known>, likeness: &str, notes: &mut Vec<Note>) -> Option<Known> {
    let mut group = group.into_iter();
    let mut first = group.next()?;
    let others: Vec<ArticleDraft> = group.map(|k| k.article.meta).collect();
    let source = first.article.meta.source.clone();
    for other in others.iter().filter(|o| o.source != source) {
        let message = format!("{likeness} {source}, counted once");
        notes.push(Note::new(&other.source, message));
    }
    if !others.is_empty() {
        fill(&mut first.article.meta, &others, first.keys.is_named());
        // An address that was filled in has versions, too.
        first.keys = Keys::of(&first.article);
    }
    Some(first)
}

/// Adds the sources of the others, and what they all say of a field that `meta` lacks.
fn fill(meta: &mut ArticleDraft, others: &[ArticleDraft], is_named: bool) {
    let sources = others
        .iter()
        .flat_map(|o| std::iter::once(&o.source).chain(&o.also));
    meta.also.extend(sources.cloned());
    meta.also.sort();
    meta.also.dedup();
    meta.also.retain(|s| *s != meta.source);
    let before = Field::ALL.map(|f| said(meta, f));
    let agreed = |of: fn(&ArticleDraft) -> Option<&String>| agreed_of(others.iter().filter_map(of));
    let url = agreed(|o| o.url.as_ref());
    let agency = agreed(|o| o.agency.as_ref());
    let title = agreed(|o| o.title.as_ref());
    let byline = agreed(|o| o.byline.as_ref());
    let language = agreed(|o| o.language.as_ref());
    let section = agreed(|o| o.section.as_ref());
    meta.url = meta.url.take().or(url);
    meta.agency = meta.agency.take().or(agency);
    meta.title = meta.title.take().or(title);
    meta.byline = meta.byline.take().or(byline);
    meta.language = meta.language.take().or(language);
    meta.section = meta.section.take().or(section);
    if !is_named {
        // The host stands where nobody names the outlet.
        let host = meta.outlet.take();
        let outlets = others.iter().filter_map(|o| o.outlet.as_ref());
        meta.outlet = agreed_of(outlets.filter(|o| Some(*o) != host.as_ref())).or(host);
    }
    if meta.published.is_none() {
        meta.published = agreed_day(others, |o| o.published);
    }
    if meta.modified.is_none() {
        let stated = agreed_day(others, |o| o.modified);
        meta.modified = stated.filter(|m| meta.published.is_none_or(|p| p.date <= m.date));
    }
    // What came from another is known as it is known there.
    for (field, before) in Field::ALL.into_iter().zip(before) {
        let now = said(meta, field);
        if now != before
            && let Some(known) = others
                .iter()
                .find(|o| said(o, field) == now)
                .and_then(|o| o.known.of(field))
        {
            meta.known.set(field, known);
        }
    }
}

/// What a field says, to be compared.
fn said(meta: &ArticleDraft, field: Field) -> Option<String> {
    let day = |p: Option<Published>| p.map(|p| format!("{p:?}"));
    match field {
        Field::Url => meta.url.clone(),
        Field::Outlet => meta.outlet.clone(),
        Field::Agency => meta.agency.clone(),
        Field::Title => meta.title.clone(),
        Field::Byline => meta.byline.clone(),
        Field::Published => day(meta.published),
        Field::Modified => day(meta.modified),
        Field::Language => meta.language.clone(),
        Field::Section => meta.section.clone(),
    }
}

/// What all say, where they say one thing: nobody knows which of two is right.
fn agreed_of<'a>(mut values: impl Iterator<Item = &'a String>) -> Option<String> {
    let first = values.next()?;
    values.all(|v| v == first).then(|| first.clone())
}

/// The most exact of the dates, where they are of one day.
fn agreed_day(others: &[ArticleDraft], of: impl Fn(&ArticleDraft) -> Option<Published>) -> Option<Published> {
    let stated = || others.iter().filter_map(&of);
    let best = stated().max_by_key(|p| p.precision)?;
    let fits = |p: Published| match p.precision {
        dossier_model::PublishedPrecision::Year => p.date.year() == best.date.year(),
        dossier_model::PublishedPrecision::Month => p.date.first_of_month() == best.date.first_of_month(),
        _ => p.date == best.date,
    };
    stated().all(fits).then_some(best)
}
