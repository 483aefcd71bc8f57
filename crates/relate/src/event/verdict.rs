//! How a vote, a ruling or a trial ended: opposite ends are two events, or a change of the same that no row should hide.

use dossier_model::EventType;
use dossier_world::table;

use super::group::{Group, View};
use super::telling::Telling;

table!(
    /// Nouns of how it ends, for or against.
    SIDES = "event/verdicts.tsv"
);

/// Whether a telling ends as those of the group do, as far as they tell.
pub(super) fn fit(view: &View<'_>, group: &Group, t: &Telling<'_>) -> bool {
    let Some(own) = side(t) else { return true };
    let mut others = group.members.iter().filter_map(|&i| side(&view.tellings[i]));
    others.all(|other| other == own)
}

fn side(t: &Telling<'_>) -> Option<&'static str> {
    let ends = matches!(
        t.mention.kind,
        EventType::Vote | EventType::Ruling | EventType::Trial | EventType::Sentence
    );
    let name = t.wording.filter(|_| ends)?.name.as_ref()?;
    SIDES.value(&name.noun)
}
