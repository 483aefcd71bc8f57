//! The clause that a row is labelled with, of those in which its tellings tell it.

use std::collections::BTreeSet;

use dossier_model::{EventType, Status, ToldClause};

use super::telling::Telling;

/// Kinds that a clause tells better than a noun: "the council passed a bill on ferries".
fn is_told_by_clause(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Statement
            | EventType::Agreement
            | EventType::Signing
            | EventType::Conference
            | EventType::Appointment
            | EventType::Resignation
            | EventType::Dismissal
            | EventType::Arrest
            | EventType::Trial
            | EventType::Sentence
            | EventType::Election
            | EventType::Anniversary
            | EventType::Sanction
            | EventType::Aid
            | EventType::Deployment
            | EventType::Test
            | EventType::Construction
            | EventType::Opening
            | EventType::Deal
            | EventType::Launch
            | EventType::Release
            | EventType::Vote
            | EventType::Ruling
            | EventType::Order
            | EventType::Closing
            | EventType::Bid
            | EventType::Other
    )
}

/// Kinds whose label says where, behind its clause.
pub(super) fn is_placed(kind: EventType) -> bool {
    is_told_by_clause(kind)
        && !matches!(
            kind,
            EventType::Statement
                | EventType::Vote
                | EventType::Ruling
                | EventType::Order
                | EventType::Agreement
                | EventType::Appointment
                | EventType::Resignation
                | EventType::Dismissal
                | EventType::Trial
                | EventType::Sentence
                | EventType::Election
                | EventType::Anniversary
                | EventType::Other
        )
}

/// The label from the clause that says most of what the others say, too. `sources` are those who act
/// in the row, `names` what they are called together.
pub(super) fn write(
    (kind, status): (EventType, Status),
    members: &[&Telling<'_>],
    sources: &BTreeSet<usize>,
    names: Option<&str>,
) -> Option<String> {
    if !is_told_by_clause(kind) {
        return None;
    }
    let fits = |t: &Telling<'_>, told: &ToldClause| {
        let is_same = sources.is_empty() && told.subject.is_some() || !t.sources.is_disjoint(sources);
        is_same && t.mention.kind == kind && t.mention.status == status
    };
    let all: Vec<&ToldClause> = (members.iter())
        .filter_map(|t| t.wording?.told.as_ref().filter(|told| fits(t, told)))
        .collect();
    // What many tell counts most, and what one alone adds still says more than nothing.
    let score = |told: &ToldClause| -> usize {
        let tellers = |w: &String| all.iter().filter(|o| o.key.contains(w)).count();
        told.key.iter().map(|w| 1 + 3 * (tellers(w) - 1)).sum()
    };
    let best =
        (all.iter().enumerate()).max_by_key(|(place, told)| (score(told), std::cmp::Reverse(*place)))?;
    let told = best.1;
    // "The council voted" says nothing of the vote.
    if matches!(kind, EventType::Vote | EventType::Ruling) && !told.words.contains(' ') {
        return None;
    }
    let who = names.or(told.subject.as_deref())?;
    Some(format!("{who} {}", told.words))
}
