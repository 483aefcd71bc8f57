//! What holds of every event of a type: the table `event/types.tsv`, read once.

use std::sync::LazyLock;

use dossier_model::EventType;

dossier_world::table!(ROWS = "event/types.tsv");

macro_rules! traits {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// Something that holds of every event of a type.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Trait { $($(#[$doc])* $variant),+ }

        impl Trait {
            fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Trait::$variant),)+ _ => None }
            }
        }
    };
}

traits! {
    /// It is done and not said: an agency or a paper beside it is the credit of a picture or of the report.
    Done = "done",
    /// All who take part do it together.
    Together = "together",
    /// It befalls crowds as well as persons, and its noun tells only what has happened.
    Sudden = "sudden",
    /// Its noun under a verb names the act itself and not what it is about: "launched operations".
    Act = "act",
    /// One fights somebody, or something that stands somewhere.
    Fight = "fight",
    /// It is over as soon as it is told.
    AtOnce = "at-once",
    /// It is a single act, of which there can be several.
    Single = "single",
    /// The possessor of its noun suffers it: "Ruiz's arrest".
    Suffered = "suffered",
    /// Its noun has other senses: "heart attack", "market crash".
    Ambiguous = "ambiguous",
    /// Its noun names a thing as well, which can be what another event is about.
    Result = "result",
    /// Its noun tells of one only where it is told whose.
    Talk = "talk",
    /// A number alone can be whom it befell: "killed 48".
    Counted = "counted",
    /// What is made or opened stands behind its noun: "construction of a port".
    Made = "made",
    /// The place it is done to is where it is.
    Into = "into",
    /// Where those are at home whom it befell tells where: "Lima subway trains collide".
    Befalls = "befalls",
    /// A place in front of its noun is where it is: "Peru election".
    HeldIn = "held-in",
    /// A place right in front of its noun is where it is: "Kunduz attack".
    Local = "local",
    /// What its verb strikes is where it is: "An earthquake struck Peru".
    Strikes = "strikes",
    /// What is said or agreed is told by an infinitive.
    Worded = "worded",
    /// Its noun knows best whose it is: "the visit was made".
    ByNoun = "by-noun",
    /// It is no concrete act.
    Vague = "vague",
}

/// What a verb of a type needs around it to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// A name, or those who act and are acted upon, or an actor with a place or time.
    Usual,
    /// A name, and who says it.
    Said,
    /// A name.
    Named,
    /// A name, or how many.
    NamedOrCounted,
    /// What it is about, with a name, a place or a time.
    Object,
    /// A name or a time.
    NamedOrDated,
    /// A name or somebody who acts.
    Actor,
}

impl Need {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "usual" => Need::Usual,
            "said" => Need::Said,
            "named" => Need::Named,
            "named-or-counted" => Need::NamedOrCounted,
            "object" => Need::Object,
            "named-or-dated" => Need::NamedOrDated,
            "actor" => Need::Actor,
            _ => return None,
        })
    }
}

/// What holds of a type; a bit for each trait.
#[derive(Debug, Clone, Copy)]
struct Type {
    need: Need,
    traits: u32,
}

/// In the order of [`EventType::ALL`].
static TYPES: LazyLock<Vec<Type>> = LazyLock::new(|| {
    let read = |kind: &EventType| {
        let mut columns = ROWS.find(kind.as_str())?;
        let need = Need::from_name(columns.next()?)?;
        let names = columns.next()?.split(' ');
        let traits = names
            .filter_map(Trait::from_name)
            .fold(0, |bits, t| bits | 1 << t as u32);
        Some(Type { need, traits })
    };
    let usual = Type {
        need: Need::Usual,
        traits: 0,
    };
    EventType::ALL
        .iter()
        .map(|kind| read(kind).unwrap_or(usual))
        .collect()
});

fn of(kind: EventType) -> Option<&'static Type> {
    TYPES.get(kind as usize)
}

/// Whether something holds of all events of a type.
pub(super) fn is(kind: EventType, wanted: Trait) -> bool {
    of(kind).is_some_and(|t| t.traits & (1 << wanted as u32) != 0)
}

/// What a verb of a type needs to be told.
pub(super) fn need(kind: EventType) -> Need {
    of(kind).map_or(Need::Usual, |t| t.need)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_row_that_is_understood() {
        for kind in EventType::ALL {
            assert!(ROWS.find(kind.as_str()).is_some(), "{kind:?}");
        }
        for row in ROWS.rows() {
            let columns: Vec<&str> = row.collect();
            let [kind, need, traits] = columns[..] else {
                panic!("{columns:?}");
            };
            assert!(
                EventType::from_name(kind).is_some() && Need::from_name(need).is_some(),
                "{columns:?}"
            );
            let known = |name| name == "-" || Trait::from_name(name).is_some();
            assert!(traits.split(' ').all(known), "{columns:?}");
        }
        assert!(is(EventType::Attack, Trait::Fight) && !is(EventType::Visit, Trait::Fight));
        assert_eq!(need(EventType::Strike), Need::Actor);
    }
}
