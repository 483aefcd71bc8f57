//! The day and the agency that a page shows near its headline, for pages that state none in a field.

use dom_query::Document;
use dossier_model::{Basis, Published, PublishedPrecision};

use super::lines;
use crate::raw::Role;
use crate::{agency, blocks, date};

dossier_world::words!(SOURCE_LABELS = "html/source_labels.txt");
dossier_world::words!(CHANGE_WORDS = "html/change_words.txt");

/// Lines around the headline that may show the day: above it, below it. Further up stands the site's clock.
const AROUND: (usize, usize) = (2, 10);

/// Words of a line that shows a day and little else.
const WORDS: usize = 16;

/// What the lines around a headline say.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The first full day in a short line, unless the line says that it is of a change.
    pub day: Option<Published>,
    /// The agency that a line with a day names beside it.
    pub agency: Option<&'static str>,
}

/// Reads the lines around the headline. The page's language tells which of two figures is the day.
pub(super) fn beside(doc: &Document, title: Option<&str>, language: Option<&str>) -> Option<Beside> {
    let title = blocks::key(title?);
    let body = doc.body()?;
    let lines = lines::read(&body);
    // A page shows its headline in lists, too; the heading comes first, else the last line that repeats it.
    let heading = lines
        .iter()
        .position(|l| l.role == Role::Heading && blocks::key(&l.text) == title);
    let at = heading.or_else(|| lines.iter().rposition(|l| blocks::key(&l.text) == title))?;
    let below = lines.iter().skip(at + 1).take(AROUND.1);
    let above = lines.iter().take(at).rev().take(AROUND.0);
    let mut out = Beside::default();
    for line in below.chain(above) {
        // A table beside the headline tells the days of its subject.
        let is_data = line.role == Role::Row && line.text.contains(" | ");
        if is_data || line.text.split_whitespace().count() > WORDS {
            continue;
        }
        let Some((at, found)) = first_day(&line.text, language) else {
            continue;
        };
        let before = line.text.get(..at).unwrap_or("");
        let behind = line.text.get(at + found.len..).unwrap_or("");
        if is_published(before, behind, found.published) {
            out.day = out.day.or(Some(found.published));
        }
        out.agency = out
            .agency
            .or_else(|| credited(before))
            .or_else(|| credited(behind));
    }
    Some(out)
}

/// The agency of "Xinhua | Updated: ", "Source: Xinhua | ", "来源：新华社 编辑：…".
fn credited(words: &str) -> Option<&'static str> {
    words
        .split(['|', '•', '·', '●', '\u{3000}', '(', ')'])
        .find_map(|part| {
            let part = part.trim();
            let lower = part.to_lowercase();
            let label = SOURCE_LABELS
                .iter()
                .find(|l| lower.starts_with(**l) && part.is_char_boundary(l.len()));
            let name = label.map_or(part, |l| part.get(l.len()..).unwrap_or("").trim_start());
            // Chinese pages go on with the next label.
            agency::by_name(name).or_else(|| label.and_then(|_| agency::by_name(name.split(' ').next()?)))
        })
}

/// Whether words speak of a change and not of a first publication.
pub(super) fn is_of_change(lower: &str) -> bool {
    CHANGE_WORDS.iter().any(|c| lower.contains(c))
}

/// Pages that show an earlier day show one of their story.
const FIRST_PAGES: i16 = 1991;

/// Small words that may stand before the day: "von Ana Ruiz publiziert am". More are a sentence.
const SMALL_WORDS: usize = 2;

/// Letters before the day in a script without small ones.
const LETTERS: usize = 24;

/// Whether the words before a day say no more than who publishes where: names, and words of publishing.
fn is_stamp(before: &str) -> bool {
    if !before.chars().any(|c| c.is_lowercase() || c.is_uppercase()) {
        return before.chars().filter(|c| c.is_alphanumeric()).count() <= LETTERS;
    }
    let words = before.split(|c: char| !c.is_alphanumeric());
    let small = words.filter(|w| w.starts_with(char::is_lowercase) && !blocks::is_word_of_stamp(w));
    small.count() <= SMALL_WORDS
}

/// Whether a day is that of a first publication, by the words around it.
fn is_published(before: &str, behind: &str, day: Published) -> bool {
    // "14 April 2025, updated 10:20": the change has a moment of its own.
    let changed = is_of_change(&before.to_lowercase())
        || is_of_change(&behind.to_lowercase()) && !behind.contains(char::is_numeric);
    !changed && is_stamp(before) && day.date.year() >= FIRST_PAGES
}

/// The first full day in a line, and where it stands.
fn first_day(line: &str, language: Option<&str>) -> Option<(usize, date::Found)> {
    let mut word = true;
    for (at, c) in line.char_indices() {
        let starts = word && c.is_alphanumeric();
        word = !c.is_alphanumeric();
        if !starts {
            continue;
        }
        let found = line
            .get(at..)
            .and_then(|rest| date::find_in_language(rest, Basis::Text, language));
        if let Some(found) = found.filter(|f| f.published.precision >= PublishedPrecision::Day) {
            return Some((at, found));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> Option<String> {
        shown_in(html, None)
    }

    fn shown_in(html: &str, language: Option<&str>) -> Option<String> {
        let beside = beside(&Document::from(html), Some("Ferry line to open"), language);
        beside?.day.map(|p| p.date.to_string())
    }

    #[test]
    fn a_day_beside_the_headline() {
        for line in [
            "Published Monday, April 14, 2025",
            "14 April 2025, updated 16 April 2025",
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
    fn the_agency_beside_the_day() {
        let agency = |line: &str| {
            let html = format!("<h1>Ferry line to open</h1><div>{line}</div><p>Words.</p>");
            beside(&Document::from(html.as_str()), Some("Ferry line to open"), None).and_then(|b| b.agency)
        };
        for line in [
            "Xinhua | Updated: 2025-04-14 17:52",
            "Source: Xinhua | 2025-04-14 17:52:08 | Editor: Bo Li",
            "2025年04月14日 10:20 来源：新华社 编辑：王小明",
        ] {
            assert_eq!(agency(line), Some("Xinhua"), "{line}");
        }
        assert_eq!(agency("Source: Reuters"), None);
        assert_eq!(agency("Harbour News | 2025-04-14"), None);
    }

    #[test]
    fn the_language_tells_the_day_from_the_month() {
        let page = "<h1>Ferry line to open</h1><div>Thứ hai, 04/05/2025, 10:20 (GMT+7)</div>";
        let read = |language| shown_in(page, language);
        assert_eq!(read(Some("vi")).as_deref(), Some("2025-05-04"));
        assert_eq!(read(Some("en-GB")).as_deref(), Some("2025-05-04"));
        assert_eq!(read(Some("en-US")), None);
        assert_eq!(read(Some("en")), None);
        assert_eq!(read(None), None);
    }

    #[test]
    fn days_in_many_languages() {
        for line in [
            "الإثنين، 14 نيسان/أبريل 2025",
            "วันจันทร์ 14 เมษายน 2568",
            "Poniedziałek, 14 kwietnia 2025, 10:20",
            "Δευτέρα, 14 Απριλίου 2025",
            "१४ अप्रैल २०२५",
            "2025. április 14., hétfő",
            "2025. gada 14. aprīlis",
            "Ngày 14 tháng 4 năm 2025",
            "Senin, 14 April 2025 10:20 WIB",
            "2025年4月14日 10:20",
        ] {
            let html = format!("<h1>Ferry line to open</h1><div>{line}</div><p>Words.</p>");
            assert_eq!(shown(&html).as_deref(), Some("2025-04-14"), "{line}");
        }
    }

    #[test]
    fn no_day_of_a_change_and_none_of_the_story() {
        for html in [
            "<h1>Ferry line to open</h1><div>Updated April 14, 2025</div>",
            "<h1>Ferry line to open</h1><div>April 14, 2025 (updated)</div>",
            "<h1>Ferry line to open</h1><ul><li>The Ferries Act was signed into law on August 14, 1995</li></ul>",
            "<h1>Ferry line to open</h1><div>Founded August 14, 1935</div>",
            "<div>Monday, April 14, 2025</div><div>Weather: 12 degrees</div><div>The coast's own paper</div><h1>Ferry line to open</h1>",
            "<h1>Old pier to close</h1><div>April 14, 2025</div>",
            "<h1>Ferry line to open</h1><table><tr><th>Founded</th><td>14 April 2025</td></tr><tr><th>Ships</th><td>Two</td></tr></table>",
            "<h1>Ferry line to open</h1><p>The ministers who met on the island on April 14, 2025 agreed that the line will be open by the end of May.</p>",
        ] {
            assert_eq!(shown(html), None, "{html}");
        }
    }
}
