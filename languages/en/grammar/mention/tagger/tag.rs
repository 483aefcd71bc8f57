//! Tags of words: outside every name, the first word of one of a kind, or a later one.

use dossier_model::MentionKind;

/// Kinds in the order of their tags.
pub const KINDS: [MentionKind; 7] = [
    MentionKind::Person,
    MentionKind::Organization,
    MentionKind::Place,
    MentionKind::Group,
    MentionKind::Work,
    MentionKind::Event,
    MentionKind::Other,
];

/// How many tags there are: outside, then two for each kind.
pub const COUNT: usize = 1 + 2 * KINDS.len();

/// No name.
pub const OUTSIDE: usize = 0;

/// The tag of a name's first or later word.
#[must_use]
pub fn of(kind: MentionKind, first: bool) -> usize {
    let k = KINDS.iter().position(|x| *x == kind).unwrap_or(KINDS.len() - 1);
    1 + 2 * k + usize::from(!first)
}

/// The kind of name that a tag is of.
#[must_use]
pub fn kind(tag: usize) -> Option<MentionKind> {
    KINDS.get(tag.checked_sub(1)? / 2).copied()
}

/// Whether a name begins with the tag.
#[must_use]
pub fn opens(tag: usize) -> bool {
    tag % 2 == 1
}

/// Whether a tag may follow another; a row begins as if the one before were outside.
#[must_use]
pub fn follows(before: usize, tag: usize) -> bool {
    tag == OUTSIDE || opens(tag) || before == tag || before + 1 == tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_tell_kinds() {
        for k in KINDS {
            assert_eq!(kind(of(k, true)), Some(k));
            assert_eq!(kind(of(k, false)), Some(k));
            assert!(opens(of(k, true)) && !opens(of(k, false)));
            assert!(follows(of(k, true), of(k, false)) && follows(of(k, false), of(k, false)));
            assert!(!follows(OUTSIDE, of(k, false)));
        }
        assert_eq!(kind(OUTSIDE), None);
        assert!(!follows(
            of(MentionKind::Place, true),
            of(MentionKind::Person, false)
        ));
    }
}
