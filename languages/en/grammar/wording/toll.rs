//! Measures that count people without a noun at the number: "death toll", "number of injured".

use super::sense;

/// Whether the measure is a count of those whom something befell.
pub(super) fn is_of_people(measure: &str) -> bool {
    let measure = measure.to_lowercase();
    let mut words = measure
        .split_whitespace()
        .skip_while(|w| matches!(*w, "previous" | "total" | "overall" | "official"));
    match (words.next(), words.next()) {
        (Some("death"), Some("toll")) => true,
        (Some("number"), Some("of")) => is_victims(words),
        _ => false,
    }
}

/// "The dead", "people killed in the blast"; "people at risk" and "arrests" are none.
fn is_victims<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    let mut words = words.skip_while(|w| *w == "the");
    let first = words.next().unwrap_or("");
    let befell = |w: &str| sense::fate(w).is_some();
    sense::is_person(first) && words.next().is_some_and(befell)
        || matches!(
            first,
            "dead" | "deaths" | "fatalities" | "injured" | "wounded" | "missing" | "casualties"
        )
}
