//! The PLOVER root of an act in its context.
//!
//! PLOVER codes what is done: an act that is only announced is an agreement to act or a threat, an act that
//! is refused is a rejection. Meetings keep their own root whenever they are: the status tells the rest.

use dossier_model::{Plover, Status};

/// The root of an act whose plain root is `root`, told as `status`.
pub(super) fn in_context(root: Plover, status: Status) -> Plover {
    use Plover as P;
    match (root, status) {
        (P::Aid | P::Yield | P::Support | P::Cooperate, Status::Planned) => P::Agree,
        (P::Sanction | P::Coerce | P::Assault | P::Protest | P::Mobilize, Status::Planned) => P::Threaten,
        (P::Aid | P::Yield | P::Support | P::Cooperate | P::Consult | P::Agree, Status::Denied) => P::Reject,
        _ => root,
    }
}

/// Whether a root is an act against somebody.
pub(super) fn is_hostile(root: Plover) -> bool {
    use Plover as P;
    matches!(
        root,
        P::Sanction | P::Coerce | P::Assault | P::Protest | P::Mobilize | P::Threaten
    )
}

/// Whether the one whom the act is aimed at may stand as the subject of its clause: "alleged that Peru had lied". Who
/// warns, denies or promises that somebody will do something does not act on that somebody.
pub(super) fn is_about_a_clause(root: Plover) -> bool {
    matches!(root, Plover::Request | Plover::Accuse)
}

/// Whether a root is said rather than done: its target may be a thing somebody owns.
pub(super) fn is_verbal(root: Plover) -> bool {
    use Plover as P;
    matches!(
        root,
        P::Accuse | P::Reject | P::Request | P::Support | P::Threaten | P::Agree | P::Yield
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_changes_the_root() {
        assert_eq!(in_context(Plover::Yield, Status::Planned), Plover::Agree);
        assert_eq!(in_context(Plover::Yield, Status::Denied), Plover::Reject);
        assert_eq!(in_context(Plover::Coerce, Status::Planned), Plover::Threaten);
        assert_eq!(in_context(Plover::Consult, Status::Planned), Plover::Consult);
        assert_eq!(in_context(Plover::Accuse, Status::Past), Plover::Accuse);
        assert!(is_hostile(Plover::Assault) && !is_hostile(Plover::Aid));
        assert!(is_verbal(Plover::Reject) && !is_verbal(Plover::Assault));
    }
}
