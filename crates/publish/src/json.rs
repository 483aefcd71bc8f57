//! The record, `dossier.json`, as text.

use dossier_model::Dossier;
use dossier_wire::record;

use crate::unit;

/// The whole record as indented JSON with a line end.
///
/// ```
/// let dossier = dossier_model::Dossier::default();
/// let json = dossier_publish::json::render(&dossier);
/// assert!(json.starts_with("{\n  \"format\": \"dossier/1\",\n"));
/// ```
#[must_use]
pub fn render(dossier: &Dossier) -> String {
    // Strings, numbers and lists only: nothing that JSON cannot hold.
    let mut json = serde_json::to_string_pretty(&record::to_wire(dossier, &unit::name)).unwrap_or_default();
    json.push('\n');
    json
}
