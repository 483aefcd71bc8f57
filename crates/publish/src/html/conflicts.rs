use dossier_model::{Conflict, ConflictKind};

use super::context::{Badge, Chips, Context, Fold, key};
use crate::clean::clean;

/// Two statements that cannot both hold.
pub(super) struct Clash {
    pub(super) id: String,
    pub(super) badge: Badge,
    pub(super) why: String,
    pub(super) sides: Vec<Side>,
}

/// One of them as an article prints it, and all that print it.
pub(super) struct Side {
    pub(super) words: String,
    pub(super) chips: Chips,
}

/// The word and colour for a kind of conflict.
pub(super) fn kind(kind: ConflictKind) -> Badge {
    let words = match kind {
        ConflictKind::Polarity => "contradict",
        ConflictKind::Filler => "differ",
        ConflictKind::Swap => "swapped",
    };
    Badge {
        class: "different",
        words,
    }
}

/// The conflicts of a story.
pub(super) fn conflicts(c: &Context<'_>) -> Fold<Clash> {
    let rows = c.story.conflicts.iter().map(|row| clash(c, row)).collect();
    Fold::new(rows, 12)
}

fn clash(c: &Context<'_>, conflict: &Conflict) -> Clash {
    let statements = (conflict.of.iter()).filter_map(|id| c.story.statements.iter().find(|s| s.id == *id));
    let sides = statements.map(|s| {
        let own = conflict
            .cites
            .iter()
            .filter(|cite| s.reports.iter().any(|r| r.cite == **cite));
        Side {
            words: own
                .clone()
                .next()
                .map_or_else(|| clean(&s.text), |cite| c.sentence(cite)),
            chips: c.chips(own),
        }
    });
    Clash {
        id: key(conflict.id.as_str()),
        badge: kind(conflict.kind),
        why: clean(&conflict.why),
        sides: sides.collect(),
    }
}
