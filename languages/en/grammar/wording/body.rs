//! Bodies that every state has, by their keys: "foreign ministry" without the country.

use dossier_model::{LocalEntity, MentionKind, StateBody};
use dossier_world::words;

words!(
    /// What every state has one of, and only one of that name.
    STATE_BODIES = "wording/state_bodies.txt"
);
words!(
    /// What states have one of, and others too.
    SHARED_BODIES = "wording/shared_bodies.txt"
);

/// For each of the entities the body that it is.
pub(super) fn find(locals: &[LocalEntity]) -> Vec<Option<StateBody>> {
    locals.iter().map(state_body).collect()
}

fn state_body(local: &LocalEntity) -> Option<StateBody> {
    let key = local.key.strip_prefix("o:")?;
    let words: Vec<&str> = key
        .split(' ')
        .filter(|w| !(w.len() == 2 && w.bytes().all(|c| c.is_ascii_uppercase())))
        .collect();
    let last = words.last()?;
    let is_listed = STATE_BODIES.has(last) || SHARED_BODIES.has(last);
    (local.kind == MentionKind::Organization && words.len() < 5 && is_listed).then(|| {
        let name = words.join(" ");
        StateBody {
            is_only: STATE_BODIES.iter().any(|w| name.ends_with(w)),
            name,
        }
    })
}
