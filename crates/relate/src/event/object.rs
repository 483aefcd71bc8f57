//! The object that an event's row is labelled with.

use std::collections::BTreeMap;

use dossier_model::PhraseKind;

/// Words of an object above which a shorter one is taken for a label.
const MOST_WORDS: usize = 9;

/// What a telling says that an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Object {
    /// As an outsider can read it.
    pub words: String,
    /// What it is of.
    pub kind: PhraseKind,
    /// Whether it says whose.
    pub is_owned: bool,
    /// Whether it is told of the event as it stands now.
    pub is_current: bool,
}

/// The object that a row is labelled with: the most told of those that tell it as it stands now, of
/// equals the longest, and without its number where the tellings count differently.
#[must_use]
pub(super) fn of_all(all: &[Object]) -> Option<Object> {
    let number = |o: &str| {
        o.split_whitespace()
            .find(|w| w.starts_with(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
    };
    let mut numbers: Vec<String> = all.iter().filter_map(|o| number(&o.words)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for o in all {
        *told.entry(o.words.to_lowercase()).or_default() += 1;
    }
    let count = |o: &str| told.get(&o.to_lowercase()).copied().unwrap_or(0);
    let is_short = |o: &str| o.split_whitespace().count() <= MOST_WORDS;
    let best = all.iter().max_by(|a, b| {
        let rank = |o: &Object| {
            let words = o.words.as_str();
            (
                o.is_current,
                !o.is_owned,
                is_short(words),
                count(words),
                words.len(),
            )
        };
        rank(a).cmp(&rank(b)).then_with(|| b.words.cmp(&a.words))
    })?;
    let mut best = best.clone();
    if numbers.len() > 1 {
        let plain: Vec<&str> = (best.words.split_whitespace())
            .filter(|w| !w.starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        best.words = plain.join(" ");
    }
    (!best.words.is_empty()).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tellings_that_count_differently_lose_the_number() {
        let check = |objects: &[(bool, &str)], expected: Option<&str>| {
            let all: Vec<Object> = (objects.iter())
                .map(|&(is_current, words)| Object {
                    words: words.to_owned(),
                    kind: PhraseKind::Thing,
                    is_owned: false,
                    is_current,
                })
                .collect();
            assert_eq!(of_all(&all).map(|o| o.words).as_deref(), expected);
        };
        check(
            &[(false, "20 cooperation agreements"), (true, "22 agreements")],
            Some("agreements"),
        );
        check(
            &[(true, "22 agreements"), (true, "22 treaties on trade")],
            Some("22 treaties on trade"),
        );
        check(&[(true, "the ferry line")], Some("the ferry line"));
        check(&[], None);
    }
}
