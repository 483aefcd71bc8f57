//! Pages of the record: `as=markdown`, `as=calendar`, or a table, `as=events.csv`. All rows are shown as facts, however sure
//! they are: what is folded has a test of its own in `publish`, and the weights that decide it are trained anew often.

use dossier::model::{Confidence, Dossier};
use dossier::publish::{calendar, csv, markdown};
use dossier_cases::Case;

/// The page that the case asks for.
pub fn show(case: &Case<'_>, dossier: &Dossier) -> String {
    let all = Confidence::default();
    let page = match case.option("as") {
        Some("markdown") | None => markdown::render_with(dossier, all),
        Some("calendar") => calendar::render_with(dossier, all),
        Some(table) => csv::render_with(dossier, all)
            .into_iter()
            .find(|file| file.path == table)
            .map(|file| file.body)
            .unwrap_or_else(|| panic!("no page {table}")),
    };
    // An empty line of a page says nothing that a case is about.
    let lines = page.lines().map(str::trim_end).filter(|l| !l.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
