//! Texts that were published one after another under one address.
//!
//! The last one is the article: the record's facts come from it alone, so that two versions are never two origins of a
//! fact, and what a newsroom has taken back is not told as news. The ones before stay in the record beside the stories.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    Article, ArticleId, Change, ChangeKind, Extent, Note, Published, PublishedPrecision, Version,
    VersionOrder,
};
use jiff::civil::{DateTime, Time};

use super::changes;
use super::keys::Key;
use super::twice::{self, Known};

/// Texts under one address that share less than this of their runs of words are articles of their own: the page of a
/// weather report, a radio's latest news.
const ALIKE: f64 = 0.1;

/// So many articles are looked back at, lest an address with thousands of texts is compared pair by pair.
const RECENT: usize = 8;

/// The articles, and their earlier versions.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub articles: Vec<Article>,
    pub earlier: Vec<Article>,
}

/// Lines up what stands under one address, or under one id of an export. No two articles that come out share an id.
pub(super) fn link(all: Vec<Known>, notes: &mut Vec<Note>) -> Told {
    let mut by_url: BTreeMap<Key, Vec<Known>> = BTreeMap::new();
    let mut lines: Vec<Line> = Vec::new();
    for known in all {
        match known.keys.url {
            Some(url) => by_url.entry(url).or_default().push(known),
            None => lines.push(Line::of(known)),
        }
    }
    for group in by_url.into_values() {
        lines.extend(of_one_address(group, notes));
    }
    let mut by_id: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in lines {
        by_id
            .entry(line.last.article.id.as_str().to_owned())
            .or_default()
            .push(line);
    }
    let mut all: Vec<Line> = Vec::new();
    for (id, group) in by_id {
        let mut lines = of_one_id(group);
        if lines.len() > 1 {
            for line in &mut lines {
                let article = &mut line.last.article;
                notes.push(Note::new(
                    &article.meta.source,
                    format!("id {id:?} stands for several texts, the article is named by its content"),
                ));
                article.id = dossier_ingest::content_id(article);
            }
        }
        all.append(&mut lines);
    }
    name_apart(&mut all);
    let mut told = Told::default();
    all.into_iter().for_each(|line| line.tell(&mut told, notes));
    told
}

/// An export's id stays with the article that its rows are joined with: an earlier version that has the id of another
/// text is named by its content.
fn name_apart(lines: &mut [Line]) {
    let mut count: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for known in lines.iter().flat_map(|l| l.before.iter().chain([&l.last])) {
        *count.entry(known.article.id.clone()).or_default() += 1;
    }
    for known in lines.iter_mut().flat_map(|l| &mut l.before) {
        if count.get(&known.article.id).is_some_and(|n| *n > 1) {
            known.article.id = dossier_ingest::content_id(&known.article);
        }
    }
    // What was filled in from other sources may make two names one: rare, and told apart by their order.
    let mut used: BTreeSet<ArticleId> = BTreeSet::new();
    for known in lines
        .iter_mut()
        .flat_map(|l| l.before.iter_mut().chain([&mut l.last]))
    {
        let id = known.article.id.clone();
        let mut next = 2;
        while !used.insert(known.article.id.clone()) {
            known.article.id = ArticleId::new(format!("{id}-{next}"));
            next += 1;
        }
    }
}

/// One article, and its versions before in their order.
#[derive(Debug)]
struct Line {
    before: Vec<Known>,
    last: Known,
}

impl Line {
    fn of(known: Known) -> Self {
        Self {
            before: Vec::new(),
            last: known,
        }
    }

    /// Says what follows what.
    fn tell(self, told: &mut Told, notes: &mut Vec<Note>) {
        let all = self.before.into_iter().chain([self.last]);
        let mut all: Vec<Article> = all.map(|k| k.article).collect();
        for i in 1..all.len() {
            let (before, after) = (&all[i - 1], &all[i]);
            let changes = changes::find(before, after);
            let order = if is_before(before, after) == Some(true) {
                VersionOrder::Known
            } else {
                VersionOrder::Unknown
            };
            notes.push(remark(before, after, order, &changes));
            let (earlier, later) = (before.id.clone(), after.id.clone());
            let version = all[i - 1].meta.version.get_or_insert_default();
            version.later = Some(later);
            all[i].meta.version = Some(Box::new(Version {
                earlier: Some(earlier),
                later: None,
                order,
                changes,
            }));
        }
        told.articles.extend(all.pop());
        told.earlier.append(&mut all);
    }
}

/// Versions of one address; a summary of it is a source of the last whole text.
fn of_one_address(group: Vec<Known>, notes: &mut Vec<Note>) -> Vec<Line> {
    let (whole, summaries): (Vec<_>, Vec<_>) = group.into_iter().partition(|k| k.keys.extent == Extent::Full);
    if whole.is_empty() {
        return join(summaries.into_iter().map(Line::of).collect(), is_alike);
    }
    let mut lines = join(whole.into_iter().map(Line::of).collect(), is_alike);
    if let Some(line) = lines.pop() {
        let Line { before, last } = line;
        let with = std::iter::once(last).chain(summaries).collect();
        let last = twice::merge(with, "summary of", notes);
        lines.extend(last.map(|last| Line { before, last }));
    }
    lines
}

/// Rows of an export with one id are versions where they are of one outlet: two exports may both count from 1.
fn of_one_id(group: Vec<Line>) -> Vec<Line> {
    join(group, |a, b| a.keys.is_same_outlet(&b.keys) && is_alike(a, b))
}

/// In order of time; each joins the lines that it fits among those before it.
fn join(mut lines: Vec<Line>, fits: impl Fn(&Known, &Known) -> bool) -> Vec<Line> {
    lines.sort_by(|a, b| place(&a.last).cmp(&place(&b.last)));
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        let recent = out.split_off(out.len().saturating_sub(RECENT));
        let (mine, others): (Vec<Line>, Vec<Line>) =
            recent.into_iter().partition(|l| fits(&l.last, &line.last));
        out.extend(others);
        let mut before: Vec<Known> = Vec::new();
        for earlier in mine {
            before.extend(earlier.before);
            before.push(earlier.last);
        }
        before.extend(line.before);
        before.sort_by(|a, b| place(a).cmp(&place(b)));
        out.push(Line {
            before,
            last: line.last,
        });
    }
    out
}

fn is_alike(a: &Known, b: &Known) -> bool {
    changes::likeness(&a.article, &b.article) >= ALIKE
}

/// When a text was last touched, where it is known to the day.
pub(super) fn moment(article: &Article) -> Option<Published> {
    let stated = article.meta.modified.or(article.meta.published)?;
    (stated.precision >= PublishedPrecision::Day).then_some(stated)
}

/// A total order: by time, the undated first, then the longer text last.
fn place(known: &Known) -> (Option<DateTime>, usize, &str) {
    let article = &known.article;
    let time = moment(article)
        .map(|m| utc(m).unwrap_or_else(|| m.date.to_datetime(m.time.unwrap_or(Time::midnight()))));
    (time, article.text().len(), article.id.as_str())
}

fn utc(p: Published) -> Option<DateTime> {
    let local = p.date.to_datetime(p.time?);
    Some(jiff::tz::Offset::UTC.to_datetime(p.offset?.to_timestamp(local).ok()?))
}

/// Whether the first was published before the second; `None` where they do not say.
fn is_before(first: &Article, second: &Article) -> Option<bool> {
    is_moment_before(moment(first)?, moment(second)?)
}

/// Whether the first moment is before the second; `None` where they are too coarse to tell.
pub(super) fn is_moment_before(a: Published, b: Published) -> Option<bool> {
    let (before, after) = match (utc(a), utc(b)) {
        (Some(x), Some(y)) => (x, y),
        _ if a.date != b.date => (a.date.into(), b.date.into()),
        // Hours in two zones, or in one that is not named, cannot be compared.
        _ if a.offset == b.offset => (a.date.to_datetime(a.time?), b.date.to_datetime(b.time?)),
        _ => return None,
    };
    (before != after).then_some(before < after)
}

fn remark(before: &Article, after: &Article, order: VersionOrder, changes: &[Change]) -> Note {
    let counted = |kind| changes.iter().filter(|c| c.kind == kind).count();
    let what = [
        (ChangeKind::Headline, "headline changed"),
        (ChangeKind::Added, "added"),
        (ChangeKind::Removed, "removed"),
        (ChangeKind::Changed, "changed"),
    ];
    let what: Vec<String> = (what.into_iter())
        .filter_map(|(kind, word)| match (kind, counted(kind)) {
            (_, 0) => None,
            (ChangeKind::Headline, _) => Some(word.to_owned()),
            (_, 1) => Some(format!("1 paragraph {word}")),
            (_, n) => Some(format!("{n} paragraphs {word}")),
        })
        .collect();
    let what = if what.is_empty() {
        "no paragraph differs".to_owned()
    } else {
        what.join(", ")
    };
    let later = &after.meta.source;
    Note::new(
        &before.meta.source,
        match order {
            VersionOrder::Known => {
                format!("earlier version of {later} ({what}), facts are taken from the later one")
            }
            VersionOrder::Unknown => format!(
                "another version of {later} ({what}); neither says which is later, facts are taken from the longer one"
            ),
        },
    )
}
