//! The day that a page shows near its headline, for pages that state none in a field.

use dom_query::Document;
use dossier_model::{Basis, Published, PublishedPrecision};

use super::lines;
use crate::{blocks, date};

/// Lines around the headline that may show the day: above it, below it. Further up stands the site's clock.
const AROUND: (usize, usize) = (2, 10);

/// Words of a line that shows a day and little else.
const WORDS: usize = 16;

/// The first full day in a short line around the headline, unless the line says that it is of a change. The page's language
/// tells which of two figures is the day.
pub(super) fn day(doc: &Document, title: Option<&str>, language: Option<&str>) -> Option<Published> {
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
    // A table beside the headline tells the days of its subject.
    let is_data = |l: &&lines::Line| l.role == lines::Role::Row && l.text.contains(" | ");
    below
        .chain(above)
        .filter(|l| !is_data(l))
        .find_map(|l| day_in(&l.text, language))
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
        "оновлено",
        "zaktualizowano",
        "aktualizováno",
        "frissítve",
        "actualizat",
        "güncelle",
        "diperbarui",
        "dikemaskini",
        "oppdatert",
        "uppdaterad",
        "opdateret",
        "päivitetty",
        "atnaujinta",
        "papildināts",
        "ενημέρωση",
        "آخر تحديث",
        "به‌روزرسانی",
        "עודכן",
        "अपडेटेड",
        "อัปเดต",
        "更新",
        "갱신",
        "수정",
    ];
    CHANGED.iter().any(|c| lower.contains(c))
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

fn day_in(line: &str, language: Option<&str>) -> Option<Published> {
    if line.split_whitespace().count() > WORDS {
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
            .and_then(|rest| date::find_in_language(rest, Basis::Text, language));
        if let Some(found) = found.filter(|f| f.published.precision >= PublishedPrecision::Day) {
            let (before, after) = (line.get(..at)?, line.get(at + found.len..)?);
            // "14 April 2025, updated 10:20": the change has a moment of its own.
            let changed = is_of_change(&before.to_lowercase())
                || is_of_change(&after.to_lowercase()) && !after.contains(char::is_numeric);
            let fits = is_stamp(before) && found.published.date.year() >= FIRST_PAGES;
            return (!changed && fits).then_some(found.published);
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
        day(&Document::from(html), Some("Ferry line to open"), language).map(|p| p.date.to_string())
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
