//! Names of the files that views of the record are written to.

use dossier_wire::tables;

/// The database.
pub(crate) const DATABASE: &str = "dossier.db";
/// What describes it.
pub(crate) const METADATA: &str = "metadata.json";

/// Whether tables of the record are written to files of this name.
///
/// ```
/// assert!(dossier_publish::is_table("events_less_certain.csv"));
/// assert!(!dossier_publish::is_table("mine.csv"));
/// ```
#[must_use]
pub fn is_table(name: &str) -> bool {
    let stem = name
        .strip_suffix(".csv")
        .or_else(|| name.strip_suffix(".parquet"));
    let stem = stem.map(|s| s.strip_suffix("_less_certain").unwrap_or(s));
    let is_listed = |stem: &str| tables::of_record().any(|t| t.name == stem);
    [DATABASE, METADATA].contains(&name) || stem.is_some_and(is_listed)
}
