//! What the frames say against a rule: they take a party, a time or a place away, and give none.

use dossier_annotate::Sentence;
use dossier_annotate::view::Part;
use dossier_model::ArgumentRole as Role;

/// How sure an argument must be to take something away.
const SURE: f32 = 0.6;

/// Which side of an event a party is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It acts.
    Source,
    /// It is acted upon.
    Target,
}

/// Whether the frames of the words that tell an event give a party the other side, and its own side to another word.
pub(super) fn contradict(g: &Sentence, carriers: &[usize], head: usize, side: Side) -> bool {
    let (own, other) = match side {
        Side::Source => (Role::Arg0, Role::Arg1),
        Side::Target => (Role::Arg1, Role::Arg0),
    };
    let first = g.first_conjunct(head);
    // What the tree hangs on the words themselves is surer than a role.
    if g.head(first).is_some_and(|h| carriers.contains(&h)) {
        return false;
    }
    let has = |role: Role| {
        let mut parts = g.parts_of(head).chain(g.parts_of(first));
        parts.any(|p| {
            p.argument.role == role && p.argument.confidence >= SURE && carriers.contains(&p.predicate)
        })
    };
    let is_taken = || {
        let mut holders = carriers.iter().filter_map(|&c| g.argument(c, own));
        holders.any(|h| h != head && h != first)
    };
    has(other) && !has(own) && is_taken()
}

/// Whether the frames give a time or place to other predicates alone.
pub(super) fn is_elsewhere(g: &Sentence, carriers: &[usize], head: usize, role: Role) -> bool {
    let is_sure = |p: &Part<'_>| p.argument.role == role && p.argument.confidence >= SURE;
    let mut parts = g.parts_of(head).filter(is_sure).peekable();
    parts.peek().is_some() && parts.all(|p| !carriers.contains(&p.predicate))
}
