//! Rows with the words around their cites, for a reader: on the screen, or as a sheet to be filled.

use std::fmt::Write as _;

use dossier::model::{Cite, Dossier};

use super::place;
use super::row::{Row, one_line};
use super::verdict::Verdicts;

/// Cites shown of one row.
const CITES: usize = 6;

/// A row on the screen.
#[must_use]
pub fn screen(row: &Row, record: &Dossier, verdicts: &Verdicts, context: usize) -> String {
    let verdict = match verdicts.of(&row.key) {
        Some(v) if v.class().is_empty() => v.word().to_owned(),
        Some(v) => format!("{}:{}", v.word(), v.class()),
        None => "not judged".to_owned(),
    };
    let mut out = format!(
        "\n[{}] {verdict}; story: {}\n  {}\n",
        row.key, row.story, row.line
    );
    for cite in row.cites.iter().take(CITES) {
        let _ = writeln!(out, "    {}", around(cite, record, context));
    }
    if row.cites.len() > CITES {
        let _ = writeln!(out, "    {} more", row.cites.len() - CITES);
    }
    out
}

/// First line of a sheet.
pub const SHEET: &str = "# key\tverdict (good, poor, wrong)\tclass\tplaces\tstory\trow\twords\n";

/// A row as a line of a sheet; a verdict that is known stands in it.
#[must_use]
pub fn line(row: &Row, record: &Dossier, verdicts: &Verdicts, context: usize) -> String {
    let (verdict, class) = verdicts.of(&row.key).map_or(("", ""), |v| (v.word(), v.class()));
    let mut cites: Vec<String> = row
        .cites
        .iter()
        .take(CITES)
        .map(|c| around(c, record, context))
        .collect();
    if row.cites.len() > CITES {
        cites.push(format!("{} more", row.cites.len() - CITES));
    }
    let places = place::write_all(&row.places);
    let fields = [&row.key, verdict, class, &places, &row.story, &row.line];
    format!("{}\t{}\n", fields.join("\t"), cites.join(" ‖ "))
}

/// The words of a cite between brackets, with what stands around them, the outlet and the day of publication.
fn around(cite: &Cite, record: &Dossier, context: usize) -> String {
    let Some(article) = record.article(&cite.article) else {
        return String::new();
    };
    let (text, range) = (article.text(), cite.span.range());
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let from = before
        .char_indices()
        .rev()
        .take(context)
        .last()
        .map_or(before.len(), |(i, _)| i);
    let to = after.char_indices().nth(context).map_or(after.len(), |(i, _)| i);
    let outlet = article.meta.outlet.as_deref().unwrap_or("no outlet");
    let day = article
        .reference_day()
        .map_or("no day".to_owned(), |d| d.to_string());
    format!(
        "…{}⟦{}⟧{}… ({outlet}, {day})",
        marked(&before[from..]),
        marked(text.get(range).unwrap_or_default()),
        marked(&after[..to])
    )
}

/// On one line, with a sign where a line ended; a blank at either end stays.
fn marked(text: &str) -> String {
    let blank = |edge: Option<char>| edge.filter(|c| *c == ' ').map_or("", |_| " ");
    let lines: Vec<String> = text.split('\n').map(one_line).collect();
    let (start, end) = (
        blank(text.chars().next()),
        blank(text.chars().next_back().filter(|_| text.len() > 1)),
    );
    format!("{start}{}{end}", lines.join(" ⏎ "))
}
