use std::ops::BitOr;

/// Which layers of an article were read: "not read" is never "not said".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coverage(u8);

/// The layers by their names in the record, in the order in which they are read.
const NAMES: [&str; 7] = [
    "sentences",
    "tokens",
    "times",
    "names",
    "quantities",
    "quotations",
    "events",
];

impl Coverage {
    /// Nothing was read.
    pub const NONE: Self = Self(0);
    /// Sentences.
    pub const SENTENCES: Self = Self(1);
    /// Words, with or without part of speech and tree.
    pub const TOKENS: Self = Self(1 << 1);
    /// Time expressions.
    pub const TIMES: Self = Self(1 << 2);
    /// Names, roles and whom they are of.
    pub const NAMES: Self = Self(1 << 3);
    /// Numbers with units.
    pub const QUANTITIES: Self = Self(1 << 4);
    /// Attributed words.
    pub const QUOTATIONS: Self = Self(1 << 5);
    /// What happened, and the figures that state something.
    pub const EVENTS: Self = Self(1 << 6);
    /// Every layer.
    pub const ALL: Self = Self((1 << 7) - 1);

    /// These layers and those of `other`.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all layers of `other` were read.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether some layers were read and others were not.
    #[must_use]
    pub fn is_partial(self) -> bool {
        self != Self::NONE && self != Self::ALL
    }

    /// The names of the layers that were read, in a fixed order.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES
            .into_iter()
            .enumerate()
            .filter(move |(k, _)| self.0 & (1 << k) != 0)
            .map(|(_, name)| name)
    }

    /// Layers by their names; `None` where one is none.
    #[must_use]
    pub fn from_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        names.into_iter().try_fold(Self::NONE, |all, name| {
            let k = NAMES.iter().position(|n| *n == name)?;
            Some(all | Self(1 << k))
        })
    }
}

impl BitOr for Coverage {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_layers() {
        let some = Coverage::SENTENCES | Coverage::TIMES;
        assert!(some.is_partial() && !Coverage::ALL.is_partial() && !Coverage::NONE.is_partial());
        assert!(some.has(Coverage::TIMES) && !some.has(Coverage::EVENTS));
        assert_eq!(Coverage::from_names(some.names()), Some(some));
        assert_eq!(Coverage::from_names(Coverage::ALL.names()), Some(Coverage::ALL));
        assert_eq!(Coverage::from_names(["sounds"]), None);
        assert_eq!(Coverage::EVENTS.names().collect::<Vec<_>>(), ["events"]);
    }
}
