//! The record's tables as CSV, one file each, with the columns of `docs/tables.md`.

use dossier_model::{Confidence, Dossier};
use dossier_wire::record;
use dossier_wire::tables::{self, Filled, Value};

use crate::clean::clean;
use crate::unit;

/// A file to write beside the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// `events.csv` and the like.
    pub path: String,
    /// The table with a head, UTF-8, comma, CRLF (RFC 4180).
    pub body: String,
}

/// A file for each table.
///
/// ```
/// let files = dossier_publish::csv::render(&dossier_model::Dossier::default());
/// assert_eq!(files[0].path, "articles.csv");
/// ```
#[must_use]
pub fn render(dossier: &Dossier) -> Vec<File> {
    render_with(dossier, Confidence::FACT)
}

/// [`render`], where a fact takes so much confidence. Rows that are less sure stand in tables of their own, where there
/// are any.
#[must_use]
pub fn render_with(dossier: &Dossier, least: Confidence) -> Vec<File> {
    let record = record::to_wire(dossier, &unit::name);
    let filled = tables::fill(&record, least);
    filled.iter().map(file).collect()
}

fn file(filled: &Filled<'_>) -> File {
    let mut builder = ::csv::WriterBuilder::new();
    let mut writer = builder
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Rows of one length into memory: nothing can fail.
    let _ = writer.write_record(filled.table.columns.iter().map(|c| c.name));
    for row in &filled.rows {
        let _ = writer.write_record(row.iter().map(|v| guarded(cell(v))));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    File {
        path: format!("{}.csv", filled.name),
        body: String::from_utf8(bytes).unwrap_or_default(),
    }
}

/// An id may be an export's own, so that it is cleaned like all else.
fn cell(value: &Value<'_>) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) => clean(text),
        Value::Count(n) => n.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Flag(yes) => yes.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Clock(time) => time.strftime("%H:%M:%S").to_string(),
    }
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV injection"). A
/// plain negative number is data and stays. Where a list is parted by semicolons, spreadsheets begin a cell behind each.
fn guarded(cell: String) -> String {
    let mut parts = cell.split(';');
    if !parts.any(is_formula) {
        return cell;
    }
    let guard = |part: &str| {
        if is_formula(part) {
            let gap = part.len() - part.trim_start_matches(' ').len();
            let (gap, words) = part.split_at(gap);
            format!("{gap}'{words}")
        } else {
            part.to_owned()
        }
    };
    cell.split(';').map(guard).collect::<Vec<_>>().join(";")
}

fn is_formula(part: &str) -> bool {
    let part = part.trim_start_matches(' ');
    let formula = part.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && part.parse::<f64>().is_err();
    formula || part.starts_with(['＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let check = |cell: &str, expected: &str| assert_eq!(guarded(cell.to_owned()), expected);
        check("=1+1", "'=1+1");
        check("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        check("@SUM(A1)", "'@SUM(A1)");
        check("-2+3", "'-2+3");
        check("\t=1", "'\t=1");
        check("＝1", "'＝1");
        check("-3.5", "-3.5");
        check("a=1", "a=1");
        check("a;=1+1", "a;'=1+1");
        check("a; @x; b", "a; '@x; b");
        check("a; -5; b", "a; -5; b");
        check("", "");
    }
}
