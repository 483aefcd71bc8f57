//! The story in a few sentences of its articles: nothing made up, those that an editor would print, and at the end who
//! tells it otherwise.

mod print;
mod traits;

use std::cmp::Reverse;

use dossier_model::{Cite, Cites, Digest, Modality, Support, Traits};

use crate::confidence;
use crate::matter::Matter;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::statement::{Apart, Sentence, Statements};
use crate::voice;

/// Most sentences of a digest: what an editor reads at one look.
const MOST: usize = 7;
/// The same of one article.
const MOST_OF_ONE: usize = 5;
/// Share of sentences of such a description that an editor prints, below which none is printed.
const LEAST: f64 = 0.7;
/// Sentences up to which less is enough.
const FEW: usize = 3;
/// What is enough for these.
const LEAST_OF_FEW: f64 = 0.5;
/// Most of these that contradict what more tell.
const MOST_ODD: usize = 2;
/// Rows that are looked at, the most told first: a digest needs no more.
const LOOKED_AT: usize = 1500;
/// Weighted Jaccard from which a sentence tells nothing new.
const KNOWN: f64 = 0.3;
/// Share of one sentence in the other from which it tells nothing new.
const HELD: f64 = 0.6;
/// Share of the words that are no names which both have at least.
const PLAIN: f64 = 0.5;
/// The score of two sentences from which the second tells nothing new: lower than what joins them, since a gap
/// in a digest costs less than saying a thing twice.
const ALIKE: f64 = 0.5;
/// Nearness from which two sentences tell of one thing, so that a conflict between them means something.
const OF_ONE_THING: f64 = 0.7;
/// What each further origin adds to the sentence that tells the story in one.
const OF_EACH_ORIGIN: f64 = 0.15;

/// What a sentence does for a reader, in the order in which an editor prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Telling {
    /// What happened.
    Done,
    /// What comes next.
    Ahead,
    /// Who says what of it.
    Said,
}

impl Telling {
    fn of(sentence: &Sentence) -> Self {
        let main = sentence.main.map(|i| &sentence.clauses[i]);
        if sentence.speaker.is_some() {
            Self::Said
        } else if main.is_some_and(|c| c.modality == Modality::Ahead) {
            Self::Ahead
        } else {
            Self::Done
        }
    }
}

/// A sentence that may stand in the digest.
struct Candidate<'a> {
    /// The share of sentences of such a description that an editor prints.
    worth: f64,
    /// How well it tells what the story is about.
    fit: f64,
    /// Whether an article opens with it.
    opens: bool,
    /// How much of what the story is about it says.
    about: f64,
    /// Sentences before it, where it stands earliest.
    place: usize,
    telling: Telling,
    row: usize,
    sentence: &'a Sentence,
    tellers: Vec<Cite>,
    support: Support,
}

/// Picks the sentences.
#[must_use]
pub fn pick(scope: &Scope<'_>, statements: &Statements, origins: &Origins, matter: &Matter) -> Vec<Digest> {
    let candidates = candidates(scope, statements, origins, matter);
    let most = if scope.docs.len() > 1 { MOST } else { MOST_OF_ONE };
    let news = opening(&candidates);
    let mut picked: Vec<&Candidate<'_>> = news.into_iter().collect();
    for candidate in &candidates {
        let least = if picked.len() < FEW { LEAST_OF_FEW } else { LEAST };
        if picked.len() == most || candidate.worth < least {
            break;
        }
        if !picked.iter().any(|p| is_known(p.sentence, candidate.sentence)) {
            picked.push(candidate);
        }
    }
    let odd = find_odd(&picked, &candidates);
    picked.retain(|p| !odd.iter().any(|(o, _)| o.row == p.row));
    picked.truncate(most.saturating_sub(odd.len()).max(1));
    picked.sort_by(|a, b| {
        let rank = |c: &Candidate<'_>| (news.is_none_or(|n| n.row != c.row), c.telling);
        let told = |c: &Candidate<'_>| Reverse((c.support.origins, c.support.articles));
        (rank(a).cmp(&rank(b)))
            .then(told(a).cmp(&told(b)))
            .then(b.worth.total_cmp(&a.worth))
            .then(a.row.cmp(&b.row))
    });
    let told = picked.into_iter().map(|p| (p, None));
    told.chain(odd.into_iter().map(|(o, why)| (o, Some(why))))
        .filter_map(|(c, against)| {
            Some(Digest {
                text: scope.line(c.sentence.doc, c.sentence.told()),
                cites: Cites::new(c.tellers.clone())?,
                support: c.support,
                against,
                confidence: None,
            })
        })
        .collect()
}

/// A sentence that may be printed, as a reader judges it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where it stands.
    pub cite: Cite,
    /// As it would be printed.
    pub text: String,
    /// What is seen of it.
    pub traits: Traits,
}

/// The sentences of a story that may be printed, with what is seen of each. For fitting what chooses among them.
#[must_use]
pub fn lines(scope: &Scope<'_>, statements: &Statements, origins: &Origins, matter: &Matter) -> Vec<Line> {
    let line = |c: &Candidate<'_>| Line {
        cite: scope.cite(c.sentence.doc, c.sentence.span),
        text: scope.line(c.sentence.doc, c.sentence.told()),
        traits: traits::describe(scope, matter, origins.rows.len(), c),
    };
    candidates(scope, statements, origins, matter)
        .iter()
        .map(line)
        .collect()
}

/// The sentence that tells the story in one: of those that open an article the one that says most of what the story is
/// about and that editors print most, a report before a remark.
fn opening<'c, 'a>(candidates: &'c [Candidate<'a>]) -> Option<&'c Candidate<'a>> {
    let score =
        |c: &Candidate<'_>| c.fit * c.worth * (1.0 + OF_EACH_ORIGIN * (c.support.origins as f64 - 1.0));
    (candidates.iter().filter(|c| c.opens)).max_by(|a, b| {
        (a.telling != Telling::Said)
            .cmp(&(b.telling != Telling::Said))
            .then(score(a).total_cmp(&score(b)))
            .then(b.row.cmp(&a.row))
    })
}

/// The printable rows, the best first.
fn candidates<'a>(
    scope: &Scope<'_>,
    statements: &'a Statements,
    origins: &Origins,
    matter: &Matter,
) -> Vec<Candidate<'a>> {
    let mut out: Vec<Candidate<'a>> = Vec::new();
    let rows = statements.rows.iter().zip(&statements.sentences).take(LOOKED_AT);
    for (n, (row, group)) in rows.enumerate() {
        if row.background.is_some() {
            continue;
        }
        let is_fit = |s: &&Sentence| print::is_printable(scope, s);
        let Some(sentence) = group.iter().find(is_fit) else {
            continue;
        };
        let (tellers, support) = if std::ptr::eq(sentence, &group[0]) {
            (row.reports.iter().map(|r| r.cite.clone()).collect(), row.support)
        } else {
            tellers(scope, origins, sentence, group)
        };
        let opens = matter.opens(&scope.cite(sentence.doc, sentence.span));
        let about = matter.share(scope, sentence.doc, sentence.span);
        let place = (group.iter())
            .map(|s| place_in_article(scope, s))
            .min()
            .unwrap_or(0);
        out.push(Candidate {
            worth: 0.0,
            fit: matter.fit(scope, sentence.doc, sentence.told()),
            opens,
            about,
            place,
            telling: Telling::of(sentence),
            row: n,
            sentence,
            tellers,
            support,
        });
    }
    for candidate in &mut out {
        candidate.worth = confidence::share(
            "digest",
            &traits::describe(scope, matter, origins.rows.len(), candidate),
        );
    }
    out.sort_by(|a, b| b.worth.total_cmp(&a.worth).then(a.row.cmp(&b.row)));
    out
}

/// Who of a row tells a wording that is not its shortest: those who tell its core.
fn tellers(
    scope: &Scope<'_>,
    origins: &Origins,
    chosen: &Sentence,
    group: &[Sentence],
) -> (Vec<Cite>, Support) {
    let tell: Vec<&Sentence> = (group.iter())
        .filter(|s| (s.doc, s.span) == (chosen.doc, chosen.span) || s.tells(chosen))
        .collect();
    let heard: Vec<voice::Heard> = tell.iter().map(|s| s.heard()).collect();
    let cites = tell.iter().map(|s| scope.cite(s.doc, s.span)).collect();
    (cites, voice::support(origins, &heard))
}

/// Whether the second tells nothing that the first has not told.
fn is_known(told: &Sentence, new: &Sentence) -> bool {
    let likeness = told.compare(new);
    // Two sentences that share their names alone tell two things of one subject.
    let shares = likeness.plain_inside() >= PLAIN && (likeness.all >= KNOWN || likeness.inside >= HELD);
    shares || likeness.nearness() >= ALIKE
}

/// Sentences of one origin that tell of the same thing as a widely told one, and contradict it.
fn find_odd<'c, 'a>(
    picked: &[&'c Candidate<'a>],
    candidates: &'c [Candidate<'a>],
) -> Vec<(&'c Candidate<'a>, String)> {
    let mut out: Vec<(&Candidate<'a>, String)> = Vec::new();
    for many in picked.iter().filter(|p| p.support.origins > 1) {
        for one in candidates.iter().filter(|c| c.support.origins == 1) {
            if out.len() == MOST_ODD || out.iter().any(|(o, _)| o.row == one.row) {
                continue;
            }
            let likeness = many.sentence.compare(one.sentence);
            let what = match likeness.apart {
                Some(Apart::Number) => "gives another number than",
                Some(Apart::Day) => "gives another time than",
                Some(Apart::Polarity) => "contradicts",
                _ => continue,
            };
            if likeness.nearness() >= OF_ONE_THING && likeness.shares_predicate() {
                out.push((
                    one,
                    format!(
                        "It {what} what {} independent origins tell.",
                        many.support.origins
                    ),
                ));
            }
        }
    }
    out
}

fn place_in_article(scope: &Scope<'_>, sentence: &Sentence) -> usize {
    scope.docs[sentence.doc]
        .notes
        .sentences
        .partition_point(|s| s.start < sentence.span.start)
}
