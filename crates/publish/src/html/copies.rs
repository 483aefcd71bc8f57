use std::collections::BTreeMap;

use dossier_model::{Cite, Copy, CopyKind, Direction, Quotation, Span};

use super::context::{Chip, Context, Fold};
use super::diff::{Run, shared_words};
use crate::clean::clean;
use crate::plain;
use crate::split::Split;
use dossier_wire::record::count_words;

/// Passages shown side by side; the rest is only counted.
const SIDE_BY_SIDE: usize = 24;

/// What stands in two articles.
pub(super) struct Copies {
    /// Which article has how much of its words in common with which.
    pub(super) shares: Shares,
    /// Words of the reporters.
    pub(super) rows: Fold<Passage>,
    /// How many more there are.
    pub(super) left_out: usize,
    /// Words that both quote from one speaker: no sign that one copied the other.
    pub(super) quoted: Fold<Passage>,
}

/// Articles by articles; those that share nothing are left out.
pub(super) struct Shares {
    /// Number and name.
    pub(super) heads: Vec<Head>,
    pub(super) rows: Vec<(Head, Vec<Option<Share>>)>,
}

/// One article in the table of shares.
#[derive(Clone)]
pub(super) struct Head {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) rest: String,
}

/// How much of one article stands in another.
pub(super) struct Share {
    /// In per cent of the row's words, at least 1.
    pub(super) percent: usize,
    /// 1 to 3: how much.
    pub(super) heat: usize,
    /// "taken", "given", or nothing where it is not known which was first.
    pub(super) way: &'static str,
}

/// One passage.
pub(super) struct Passage {
    pub(super) words: String,
    pub(super) arrow: &'static str,
    pub(super) direction: &'static str,
    pub(super) from: Side,
    pub(super) to: Side,
}

/// The passage in one article.
pub(super) struct Side {
    pub(super) chip: Option<Chip>,
    pub(super) runs: Vec<Run>,
}

pub(super) fn copies(c: &Context<'_>, split: &Split) -> Copies {
    let quotes: Vec<&Quotation> = c.story.quotes.iter().chain(&split.quotes).collect();
    // What sites repeat is no copied news.
    let news = c.story.copies.iter().filter(|p| p.kind == CopyKind::News);
    let mut copies: Vec<&Copy> = news.collect();
    copies.sort_by_key(|p| std::cmp::Reverse(p.words));
    let (quoted, mut copies): (Vec<&Copy>, Vec<&Copy>) = copies
        .into_iter()
        .partition(|p| is_quoted(&quotes, &p.from) && is_quoted(&quotes, &p.to));
    let shares = shares(c, &copies);
    let left_out = copies.len().saturating_sub(SIDE_BY_SIDE);
    copies.truncate(SIDE_BY_SIDE);
    let rows = |them: Vec<&Copy>, cap| Fold::new(them.into_iter().map(|p| passage(c, p)).collect(), cap);
    Copies {
        shares,
        rows: rows(copies, 0),
        left_out,
        quoted: rows(quoted.into_iter().take(SIDE_BY_SIDE).collect(), 0),
    }
}

/// Whether most of a passage stands in words that the article quotes.
fn is_quoted(quotes: &[&Quotation], cite: &Cite) -> bool {
    let length = |s: Span| s.end.saturating_sub(s.start);
    let held: u32 = (quotes.iter())
        .filter(|q| q.cite.article == cite.article && q.form == dossier_model::QuoteForm::Direct)
        .map(|q| {
            length(Span {
                start: q.cite.span.start.max(cite.span.start),
                end: q.cite.span.end.min(cite.span.end),
            })
        })
        .sum();
    held * 10 >= length(cite.span) * 8
}

/// Passages of one article that also stand in another, and which way they went.
#[derive(Default)]
struct Taken {
    passages: Vec<(Span, usize)>,
    taken: usize,
    given: usize,
}

fn shares(c: &Context<'_>, copies: &[&Copy]) -> Shares {
    let mut pairs: BTreeMap<(usize, usize), Taken> = BTreeMap::new();
    for p in copies {
        let (Some(from), Some(to)) = (c.source(&p.from.article), c.source(&p.to.article)) else {
            continue;
        };
        let known = usize::from(p.direction == Direction::Known) * p.words;
        let given = pairs.entry((from.number, to.number)).or_default();
        given.passages.push((p.from.span, p.words));
        given.given += known;
        let taken = pairs.entry((to.number, from.number)).or_default();
        taken.passages.push((p.to.span, p.words));
        taken.taken += known;
    }
    let shares: BTreeMap<(usize, usize), Share> = (pairs.into_iter())
        .filter_map(|(at, taken)| Some((at, share(c, at.0, taken)?)))
        .collect();
    let head = |n: usize| {
        let source = n.checked_sub(1).and_then(|i| c.articles.get(i))?;
        Some(Head {
            number: n,
            name: source.label.name.clone(),
            rest: source.label.rest(),
        })
    };
    let mut numbers: Vec<usize> = shares.keys().map(|at| at.0).collect();
    numbers.dedup();
    let mut shares = shares;
    let mut row = |n: usize| {
        Some((
            head(n)?,
            numbers.iter().map(|&m| shares.remove(&(n, m))).collect(),
        ))
    };
    Shares {
        rows: numbers.iter().filter_map(|&n| row(n)).collect(),
        heads: numbers.iter().filter_map(|&n| head(n)).collect(),
    }
}

/// The share of an article's words in passages that do not lie over one another.
fn share(c: &Context<'_>, number: usize, mut taken: Taken) -> Option<Share> {
    let article = number.checked_sub(1).and_then(|i| c.articles.get(i))?.article;
    let all = count_words(article.text()).max(1);
    taken
        .passages
        .sort_by_key(|(span, words)| (span.start, std::cmp::Reverse(*words)));
    let (mut end, mut shared) = (0, 0);
    for (span, words) in taken.passages {
        if span.start >= end {
            shared += words;
            end = span.end;
        }
    }
    let percent = (shared.min(all) * 100 / all).max(1);
    Some(Share {
        percent,
        heat: match percent {
            0..=9 => 1,
            10..=49 => 2,
            _ => 3,
        },
        way: match taken.taken.cmp(&taken.given) {
            std::cmp::Ordering::Greater => "taken",
            std::cmp::Ordering::Less => "given",
            std::cmp::Ordering::Equal => "",
        },
    })
}

fn passage(c: &Context<'_>, p: &Copy) -> Passage {
    let (from, to) = shared_words(&clean(c.words(&p.from)), &clean(c.words(&p.to)));
    let (arrow, direction) = match p.direction {
        Direction::Known => ("→", "from the first to the second"),
        Direction::Unknown => ("↔", "which was first is not known"),
    };
    Passage {
        words: plain::count(p.words, "shared word"),
        arrow,
        direction,
        from: Side {
            chip: c.chip(&p.from),
            runs: from,
        },
        to: Side {
            chip: c.chip(&p.to),
            runs: to,
        },
    }
}
