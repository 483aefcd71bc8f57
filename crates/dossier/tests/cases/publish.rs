//! Pages of the record: `as=markdown`, `as=calendar`, or a table, `as=events.csv`.

use dossier::model::Dossier;
use dossier::publish::{calendar, csv, markdown};
use dossier_cases::Case;

/// The page that the case asks for.
pub fn show(case: &Case<'_>, dossier: &Dossier) -> String {
    let page = match case.option("as") {
        Some("markdown") | None => markdown::render(dossier),
        Some("calendar") => calendar::render(dossier),
        Some(table) => csv::render(dossier)
            .into_iter()
            .find(|file| file.path.ends_with(table))
            .map(|file| file.body)
            .unwrap_or_else(|| panic!("no page {table}")),
    };
    // An empty line of a page says nothing that a case is about.
    let lines = page.lines().map(str::trim_end).filter(|l| !l.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
