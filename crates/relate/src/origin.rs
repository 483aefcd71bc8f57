//! Which articles count as one: those credited to one agency, those that share most of their text, and those of one outlet
//! that no by-lines tell apart.
//!
//! An article that quotes another in full inside a longer text of its own stays an origin, and the words that it took
//! over count for the other: a passage has one origin wherever it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use dossier_model::{Article, ArticleId, Origin, OriginId, OriginKind, Span};

use crate::copy::{self, Passage};
use crate::scope::Scope;
use crate::sets::Sets;

/// Share of the shorter article's words that, copied, makes two articles one origin.
const MOST_OF_A_TEXT: f64 = 0.5;
/// Share of its words that an article must have of its own to be more than a longer version.
const OWN_SHARE: f64 = 0.5;
/// Words of its own that such an article has at least.
const OWN_WORDS: usize = 60;

/// How many articles without a credit a `why` names.
const MOST_NAMED: usize = 3;

/// The origins of a story and where each article belongs.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    /// The rows, in order of their first articles.
    pub rows: Vec<Origin>,
    /// Place of each article's row.
    pub of: Vec<usize>,
    /// For each article its passages that stand in one of another origin too, and that origin's place.
    taken: Vec<Vec<(Span, usize)>>,
}

impl Origins {
    /// Place of the origin of some words of an article: its own, or the one that most of the words were taken from.
    #[must_use]
    pub fn at(&self, doc: usize, span: Span) -> usize {
        let is_most = |s: Span| s.intersection(span).is_some_and(|i| i.len() * 2 > span.len());
        let taken = self.taken.get(doc).into_iter().flatten();
        let from = taken
            .filter(|(s, _)| is_most(*s))
            .map(|(_, origin)| *origin)
            .min();
        from.unwrap_or(self.of[doc])
    }

    /// Places of the origins of tellings of one thing. A headline over a text that was taken from elsewhere tells nothing by
    /// itself: where an article has any telling from another origin, its own words are not counted beside it.
    #[must_use]
    pub fn of_tellings(&self, told: impl Iterator<Item = (usize, Span)>) -> BTreeSet<usize> {
        let mut by_doc: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (doc, span) in told {
            by_doc.entry(doc).or_default().insert(self.at(doc, span));
        }
        for (doc, from) in &mut by_doc {
            if from.len() > 1 {
                from.remove(&self.of[*doc]);
            }
        }
        by_doc.into_values().flatten().collect()
    }
}

/// What two articles of a story share.
#[derive(Debug, Clone, Copy)]
struct Share {
    /// Places of the articles, the shorter one first.
    short: usize,
    long: usize,
    words: usize,
    /// Of the shorter one's words.
    share: f64,
}

/// Joins articles to origins.
#[must_use]
pub fn join(scope: &Scope<'_>, passages: &[Passage]) -> Origins {
    let n = scope.docs.len();
    let mut sets = Sets::new(n);
    for a in 0..n {
        let same = |b: &usize| agency(scope, a).is_some() && agency(scope, a) == agency(scope, *b);
        if let Some(b) = (a + 1..n).find(same) {
            sets.join(a, b);
        }
    }
    let news: Vec<&Passage> = passages.iter().filter(|p| !p.is_site).collect();
    let (mut joined, mut quoted) = (Vec::new(), Vec::new());
    for share in shares(scope, &news) {
        if share.share < MOST_OF_A_TEXT {
            continue;
        }
        if is_quoted(scope, &news, share) {
            quoted.push(share);
        } else {
            sets.join(share.short, share.long);
            joined.push(share);
        }
    }
    for (a, b) in of_one_house(scope, &sets.clone().groups()) {
        sets.join(a, b);
    }
    let mut out = Origins {
        rows: Vec::new(),
        of: vec![0; n],
        taken: vec![Vec::new(); n],
    };
    let groups = sets.groups();
    for (place, group) in groups.iter().enumerate() {
        for &i in group {
            out.of[i] = place;
        }
    }
    for (place, group) in groups.iter().enumerate() {
        let (kind, why) = Group {
            scope,
            articles: group,
            joined: joined.iter().filter(|s| out.of[s.short] == place).collect(),
            quoted: quoted.iter().filter(|s| out.of[s.long] == place).collect(),
        }
        .explain();
        out.rows.push(Origin {
            id: OriginId::new(format!("o{}", place + 1)),
            articles: group
                .iter()
                .map(|&i| scope.docs[i].article.id.clone())
                .collect::<Vec<ArticleId>>(),
            kind,
            why,
            confidence: None,
        });
    }
    for p in news.iter().filter(|p| p.is_copy()) {
        let (from, text) = (out.of[p.left], scope.docs[p.right].article.text());
        if from != out.of[p.right]
            && let Some(span) = scope.words[p.right].span_of(&p.right_words, text)
        {
            out.taken[p.right].push((span, from));
        }
    }
    out
}

/// Pairs of articles that one outlet tells in its own words: one house, where no by-lines tell them apart. One that shares
/// its text with another outlet or an agency stays with that.
fn of_one_house(scope: &Scope<'_>, groups: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let meta = |i: usize| &scope.docs[i].article.meta;
    let mut houses: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for group in groups {
        let Some(outlet) = group.first().and_then(|&i| meta(i).outlet.as_deref()) else {
            continue;
        };
        let is_own = |&i: &usize| meta(i).outlet.as_deref() == Some(outlet) && meta(i).agency.is_none();
        if group.iter().all(is_own) {
            houses.entry(outlet).or_default().extend(group);
        }
    }
    let mut out = Vec::new();
    for house in houses.values() {
        for (n, &a) in house.iter().enumerate() {
            let apart = |b: usize| matches!((&meta(a).byline, &meta(b).byline), (Some(x), Some(y)) if x != y);
            let rest = house.get(n + 1..).unwrap_or(&[]);
            out.extend(rest.iter().filter(|&&b| !apart(b)).map(|&b| (a, b)));
        }
    }
    out
}

fn agency<'a>(scope: &Scope<'a>, doc: usize) -> Option<&'a str> {
    scope.docs[doc].article.meta.agency.as_deref()
}

/// What any two articles share, in order.
fn shares(scope: &Scope<'_>, news: &[&Passage]) -> Vec<Share> {
    let mut words: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for p in news {
        *words.entry((p.left, p.right)).or_default() += p.matched;
    }
    let length = |i: usize| scope.words[i].news_words();
    words
        .into_iter()
        .map(|((a, b), words)| {
            let (short, long) = if length(b) < length(a) { (b, a) } else { (a, b) };
            let share = (words as f64 / length(short).max(1) as f64).min(1.0);
            Share {
                short,
                long,
                words,
                share,
            }
        })
        .collect()
}

/// Whether the longer article is known to have taken the shorter one into a text that is mostly its own.
fn is_quoted(scope: &Scope<'_>, news: &[&Passage], share: Share) -> bool {
    let article = |i: usize| -> &Article { &scope.docs[i].article };
    let (short, long) = (article(share.short), article(share.long));
    let is_other_outlet = match (&short.meta.outlet, &long.meta.outlet) {
        (Some(a), Some(b)) => a != b,
        // One that is not named may be the same.
        _ => short.meta.agency.is_some(),
    };
    if !is_other_outlet || !copy::is_source(short, long) {
        return false;
    }
    let mut taken: Vec<Range<usize>> = news
        .iter()
        .filter_map(|p| {
            let (other, range) = match share.long {
                l if l == p.left => (p.right, &p.left_words),
                l if l == p.right => (p.left, &p.right_words),
                _ => return None,
            };
            copy::is_source(article(other), long).then(|| range.clone())
        })
        .collect();
    taken.sort_by_key(|r| (r.start, r.end));
    let (mut copied, mut end) = (0, 0);
    for r in taken {
        copied += r.end.saturating_sub(r.start.max(end));
        end = end.max(r.end);
    }
    let all = scope.words[share.long].news_words();
    let own = all.saturating_sub(copied);
    own >= OWN_WORDS && own as f64 >= OWN_SHARE * all as f64
}

/// The articles of one origin and what speaks for it.
struct Group<'a> {
    scope: &'a Scope<'a>,
    articles: &'a [usize],
    joined: Vec<&'a Share>,
    quoted: Vec<&'a Share>,
}

impl Group<'_> {
    fn explain(&self) -> (OriginKind, String) {
        let mut agencies: Vec<&str> = (self.articles.iter())
            .filter_map(|&i| agency(self.scope, i))
            .collect();
        agencies.sort_unstable();
        agencies.dedup();
        let agencies = agencies.join(" or ");
        let (kind, mut why) = match (self.articles, agencies.as_str(), &self.joined[..]) {
            ([one], "", _) if self.quoted.is_empty() => (
                OriginKind::Own,
                format!(
                    "no agency is credited and no other article shares most of the text of {}",
                    self.name(*one)
                ),
            ),
            ([one], "", _) => (
                OriginKind::Own,
                format!("most of the text of {} is its own", self.name(*one)),
            ),
            ([_], agencies, _) => (OriginKind::Agency, format!("credited to {agencies}")),
            ([first, ..], "", []) => (
                OriginKind::Own,
                format!(
                    "{} articles of {}, which no by-lines tell apart",
                    self.articles.len(),
                    self.name(*first)
                ),
            ),
            (_, "", _) => (OriginKind::Copy, self.shares()),
            (_, agencies, _) => (OriginKind::Agency, self.credits(agencies)),
        };
        for q in &self.quoted {
            let all = self.scope.words[q.long].news_words();
            why.push_str(&format!(
                "; {} of its {all} words are taken from {}, and count there",
                q.words,
                self.name(q.short)
            ));
        }
        (kind, why)
    }

    fn name(&self, doc: usize) -> String {
        self.name_or(doc, "this article")
    }

    fn name_or(&self, doc: usize, unnamed: &str) -> String {
        let meta = &self.scope.docs[doc].article.meta;
        let name = meta.outlet.as_deref().or(meta.agency.as_deref());
        name.unwrap_or(unnamed).to_owned()
    }

    /// Which articles are credited, and for each other one what it shares.
    fn credits(&self, agencies: &str) -> String {
        let name = |i: usize| self.name_or(i, "an article of an unnamed outlet");
        let is_credited = |i: &usize| agency(self.scope, *i).is_some();
        let (all, credited) = (
            self.articles.len(),
            self.articles.iter().filter(|i| is_credited(i)).count(),
        );
        if credited == all {
            return match self.joined[..] {
                [] => format!("all credited to {agencies}"),
                _ => format!("all credited to {agencies}, and {}", self.shares()),
            };
        }
        let mut why = format!(
            "{credited} of {all} articles {} credited to {agencies}",
            if credited == 1 { "is" } else { "are" }
        );
        let others = self.articles.iter().filter(|i| !is_credited(i));
        for &i in others.clone().take(MOST_NAMED) {
            let own = self.joined.iter().filter(|s| s.short == i || s.long == i);
            // The largest share, the first of several.
            let best = own.min_by(|a, b| b.share.total_cmp(&a.share));
            let Some(s) = best else { continue };
            let other = if s.short == i { s.long } else { s.short };
            let (share, other) = (s.share * 100.0, name(other));
            why.push_str(&if s.short == i {
                format!(
                    "; {} is not, but {share:.0} % of its words stand in {other}",
                    name(i)
                )
            } else {
                format!(
                    "; {} is not, but {share:.0} % of the words of {other} stand in it",
                    name(i)
                )
            });
        }
        let rest = others.count().saturating_sub(MOST_NAMED);
        if rest > 0 {
            why.push_str(&format!(
                "; {rest} more are not, but share most of a text with one of them"
            ));
        }
        why
    }

    fn shares(&self) -> String {
        let least = self.joined.iter().map(|s| s.share).fold(1.0, f64::min);
        match self.joined[..] {
            [_] => format!(
                "two of them share {:.0} % of the shorter one's words",
                least * 100.0
            ),
            _ => format!(
                "pairs of them share {:.0} % or more of the shorter one's words",
                least * 100.0
            ),
        }
    }
}
