//! The day that a page shows near its headline, for pages that state none in a field.

use dom_query::Document;
use dossier_model::{Basis, Published, PublishedPrecision};

use super::lines;
use crate::{blocks, date};

/// Lines around the headline that may show the day: above it, below it.
const AROUND: (usize, usize) = (6, 10);

/// Words of a line that shows a day and little else.
const WORDS: usize = 16;

/// The first full day in a short line around the headline, unless the line says that it is of a change.
pub(super) fn day(doc: &Document, title: Option<&str>) -> Option<Published> {
    let title = blocks::key(title?);
    let body = doc.body()?;
    let lines = lines::read(&body);
    // A page shows its headline in lists, too; the heading comes first, else the last line that repeats it.
    let heading = lines
        .iter()
        .position(|l| l.role == lines::Role::Heading && blocks::key(&l.text) == title);
    let at = heading.or_else(|| lines.iter().rposition(|l| blocks::key(&l.text) == title))?;
    let below = lines.iter().skip(at + 1).take(AROUND.1);
    let above = lines.iter().take(at).rev().take(AROUND.0);
    below.chain(above).find_map(|l| day_in(&l.text))
}

/// Whether words speak of a change and not of a first publication.
pub(super) fn is_of_change(lower: &str) -> bool {
    const CHANGED: &[&str] = &[
        "updated",
        "modified",
        "edited",
        "aktualisiert",
        "actualizado",
        "atualizado",
        "mis à jour",
        "aggiornato",
        "bijgewerkt",
        "cập nhật",
        "обновлено",
    ];
    CHANGED.iter().any(|c| lower.contains(c))
}

fn day_in(line: &str) -> Option<Published> {
    let lower = line.to_lowercase();
    if line.split_whitespace().count() > WORDS || is_of_change(&lower) {
        return None;
    }
    let mut word = true;
    for (at, c) in line.char_indices() {
        let starts = word && c.is_alphanumeric();
        word = !c.is_alphanumeric();
        if !starts {
            continue;
        }
        let found = line
            .get(at..)
            .and_then(|rest| date::find_at_start(rest, Basis::Text));
        if let Some(found) = found.filter(|f| f.published.precision >= PublishedPrecision::Day) {
            return Some(found.published);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> Option<String> {
        day(&Document::from(html), Some("Ferry line to open")).map(|p| p.date.to_string())
    }

    #[test]
    fn a_day_beside_the_headline() {
        for line in [
            "Published Monday, April 14, 2025",
            "[ 2025-04-14 15:24 ]",
            "von Ana Ruiz publiziert am 14. April 2025",
        ] {
            assert_eq!(
                shown(&format!(
                    "<h1>Ferry line to open</h1><div>{line}</div><p>Words.</p>"
                ))
                .as_deref(),
                Some("2025-04-14"),
                "{line}"
            );
            assert_eq!(
                shown(&format!("<div>{line}</div><h1>Ferry line to open</h1>")).as_deref(),
                Some("2025-04-14"),
                "{line}"
            );
        }
    }

    #[test]
    fn no_day_of_a_change_and_none_of_the_story() {
        for html in [
            "<h1>Ferry line to open</h1><div>Updated April 14, 2025</div>",
            "<h1>Old pier to close</h1><div>April 14, 2025</div>",
            "<h1>Ferry line to open</h1><p>The ministers who met on the island on April 14, 2025 agreed that the line will be open by the end of May.</p>",
        ] {
            assert_eq!(shown(html), None, "{html}");
        }
    }
}
