//! Sentences that say the same thing, told by one or more.
//!
//! A sentence is read as what it asserts (`sentence`, with its chief predicate from `frame`), two
//! are compared by `likeness`, and `group` finds who says the same without comparing all with all. A long
//! sentence that says what a short one says, and more, is a report of the short one's row, too.

mod claim;
mod conflict;
mod contrast;
mod frame;
mod group;
mod likeness;
mod model;
mod read;
mod sentence;
mod why;
mod wording;

use dossier_model::{Conflict, Span, Statement, StatementId, StatementReport, Support};

pub use self::likeness::{Apart, Likeness};
pub use self::model::NAMES;
pub use self::sentence::{Part, Sentence};

use crate::entity::Entities;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::{self, Voices};

/// Statements, and the sentences behind each.
#[derive(Debug, Clone, Default)]
pub struct Statements {
    /// The rows, most told first.
    pub rows: Vec<Statement>,
    /// The sentences that are wordings of each row, the clearest first; longer sentences that tell it beside
    /// something else are in the row's reports alone.
    pub sentences: Vec<Vec<Sentence>>,
    /// Rows that cannot both hold.
    pub conflicts: Vec<Conflict>,
}

/// Joins the sentences of the bodies.
#[must_use]
pub fn join(scope: &Scope<'_>, entities: &Entities, origins: &Origins, voices: &Voices) -> Statements {
    let sentences = read::read_all(scope, entities, voices);
    // The clearest wording leads: one that leans on nothing before it, then the shortest.
    let leads = |s: &Sentence| (s.context_need(), s.span.len());
    let groups = group::join(&sentences, &leads);
    let support = |g: &group::Group| -> Support {
        let all = g.members.iter().chain(&g.guests);
        let heard: Vec<voice::Heard> = all.map(|&i| sentences[i].heard()).collect();
        voice::support(origins, &heard)
    };
    let mut rows: Vec<(Support, &group::Group)> = groups.iter().map(|g| (support(g), g)).collect();
    rows.sort_by(|(a, g), (b, h)| {
        (b.origins, b.articles, b.voices)
            .cmp(&(a.origins, a.articles, a.voices))
            .then(g.members[0].cmp(&h.members[0]))
    });
    let mut out = Statements::default();
    let mut home = vec![None; sentences.len()];
    for (n, (support, group)) in rows.into_iter().enumerate() {
        for &i in &group.members {
            home[i] = Some(n);
        }
        let mut all: Vec<&Sentence> = (group.members.iter().chain(&group.guests))
            .map(|&i| &sentences[i])
            .collect();
        all.sort_by_key(|s| (s.doc, s.span));
        let reports = (all.iter())
            .map(|s| StatementReport {
                cite: scope.cite(s.doc, s.span),
                voice: voices.id(s.voice),
            })
            .collect();
        let mut members: Vec<Sentence> = group.members.iter().map(|&i| sentences[i].clone()).collect();
        members.sort_by_key(|s| (leads(s), s.doc, s.span));
        let text = scope.line(members[0].doc, members[0].told());
        let why = why::render(scope, &members[0], &all);
        out.rows.push(Statement {
            id: StatementId::new(format!("s{}", n + 1)),
            text,
            reports,
            support,
            why,
            background: None,
            confidence: None,
        });
        out.sentences.push(members);
    }
    out.conflicts = conflict::find(scope, &sentences, &|i| home.get(i).copied().flatten());
    out
}

/// What two sentences of a story's articles have in common, by place of the article and span. `None` where one
/// of them is no statement.
#[must_use]
pub fn compare(
    scope: &Scope<'_>,
    entities: &Entities,
    voices: &Voices,
    pairs: &[[(usize, Span); 2]],
) -> Vec<Option<Likeness>> {
    let sentences = read::read_all(scope, entities, voices);
    let find = |(doc, span): (usize, Span)| {
        (sentences.iter().filter(|s| s.doc == doc)).find(|s| {
            s.span
                .intersection(span)
                .is_some_and(|x| x.len() * 2 >= s.span.len().min(span.len()))
        })
    };
    (pairs.iter())
        .map(|&[a, b]| Some(likeness::compare(find(a)?, find(b)?)))
        .collect()
}

impl Sentence {
    /// Who tells it where.
    #[must_use]
    pub fn heard(&self) -> voice::Heard {
        voice::Heard {
            doc: self.doc,
            span: self.span,
            voice: self.voice,
        }
    }

    /// What it has in common with another.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Likeness {
        likeness::compare(self, other)
    }

    /// Whether it tells what the other tells, and perhaps more.
    #[must_use]
    pub fn tells(&self, other: &Self) -> bool {
        let likeness = self.compare(other);
        likeness.is_same() && (self.weight >= other.weight || likeness.core_told() >= group::TOLD)
    }
}
