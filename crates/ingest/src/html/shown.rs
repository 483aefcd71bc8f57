//! The day and the agency that a page shows near its headline, for pages that state none in a field.

use dom_query::Document;
use dossier_model::{Basis, Published, PublishedPrecision};

use super::lines::{self, Line};
use crate::raw::Role;
use crate::{agency, blocks, calendar, date};

dossier_world::words!(SOURCE_LABELS = "html/source_labels.txt");
dossier_world::words!(POSTS = "html/post_names.txt");
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
    let below = head(lines.get(at + 1..).unwrap_or_default());
    // Behind the headline of another story, a day is that story's unless it is said to be of publication.
    let other = below.iter().position(is_card).unwrap_or(below.len());
    let below = below.iter().enumerate().map(|(i, line)| (line, i > other));
    let above = lines
        .iter()
        .take(at)
        .rev()
        .take(AROUND.0)
        .map(|line| (line, false));
    let series = series(&lines, language);
    let mut out = Beside::default();
    let mut days = Vec::new();
    for (line, labelled) in below.chain(above) {
        if is_elsewhere(line) || is_prose(line) || series.contains(&line.role) {
            continue;
        }
        let text = date::plain(&line.text);
        let Some((at, found)) = first_day(&text, language) else {
            continue;
        };
        let before = text.get(..at).unwrap_or("");
        let behind = text.get(at + found.len..).unwrap_or("");
        if is_published(before, behind, found.published) && (!labelled || is_labelled(before)) {
            out.day = out.day.or(Some(found.published));
            days.push(found.published.date);
        }
        out.agency = out
            .agency
            .or_else(|| credited(before))
            .or_else(|| credited(behind));
    }
    days.sort_unstable();
    days.dedup();
    // Cards of other stories have a day each, and none of these is the page's.
    if days.len() >= SERIES {
        out.day = None;
    }
    Some(out)
}

/// Different days that make lines a list of things with days.
const SERIES: usize = 3;

/// Long paragraphs below the headline before which its day stands: behind a summary it may still come.
const PARAGRAPHS: usize = 2;

/// The lines below the headline in which its day is told: up to the article's own words.
fn head(below: &[Line]) -> &[Line] {
    let mut paragraphs = 0;
    let end = below.iter().take(AROUND.1).position(|line| {
        paragraphs += usize::from(line.role == Role::Paragraph && is_prose(line));
        paragraphs >= PARAGRAPHS
    });
    below
        .get(..end.unwrap_or(AROUND.1).min(below.len()))
        .unwrap_or_default()
}

/// Whether a line is a headline that leads elsewhere.
fn is_card(line: &Line) -> bool {
    line.role == Role::Heading && line.linked * 2 > line.text.len()
}

/// Whether the words before a day say that something was published.
fn is_labelled(before: &str) -> bool {
    let mut words = before.split(|c: char| !c.is_alphanumeric());
    words.any(|w| w.chars().count() > 3 && blocks::is_word_of_stamp(w) && calendar::weekday(w) == 0)
}

/// The kinds of line of which several begin with a day of their own, each another: a timeline's.
fn series(lines: &[Line], language: Option<&str>) -> Vec<Role> {
    let roles = [Role::Heading, Role::Item, Role::Row, Role::Caption];
    let of = |role: Role| {
        let own = lines.iter().filter(move |l| l.role == role).take(MOST);
        let mut days: Vec<_> = own
            .filter_map(|l| first_day(&date::plain(&l.text), language))
            .map(|(_, found)| found.published.date)
            .collect();
        days.sort_unstable();
        days.dedup();
        days.len()
    };
    roles.into_iter().filter(|role| of(*role) >= SERIES).collect()
}

/// Lines of a kind that are looked at for days of their own.
const MOST: usize = 400;

/// Whether a line is of something that has a day of its own: a picture, a quoted post, a row of a table.
fn is_elsewhere(line: &Line) -> bool {
    let posted = || line.names.split(' ').any(|name| POSTS.has(name));
    matches!(line.role, Role::Caption | Role::Quotation)
        || line.role == Role::Row && line.text.contains(" | ")
        || posted()
}

/// Whether a line is of a text and no stamp: long, or a sentence in a script without spaces.
fn is_prose(line: &Line) -> bool {
    let wide = line.text.chars().filter(|c| *c >= '\u{2e80}').count();
    line.text.split_whitespace().count() > WORDS || wide > LETTERS && line.text.contains(['。', '！', '？'])
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
    // "14 April 2025: the first boat sails" is told of that day.
    let told = behind.split(['|', '•', '·', '●', '(', '：']).next().unwrap_or("");
    !changed && is_stamp(before) && is_stamp(told) && day.date.year() >= FIRST_PAGES
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
            "Veröffentlicht am 14.04.2025 um 15:24 Uhr",
            "14 April 2025, 06:30 p. m. | Ana Ruiz, our correspondent in the north",
            "Publié le 14 avril 2025 à 18h30",
            "Harbour News, 14 April 2025 - 5 min read",
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
    fn a_day_behind_a_box() {
        let html = "<h1>Ferry line to open</h1><a href=/film><h5>The pier from the air</h5></a><p>Posted: Fri 6:45 PM, Apr 14, 2025</p>";
        assert_eq!(shown(html).as_deref(), Some("2025-04-14"));
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
            // Pictures, quoted posts, timelines, cards of other stories.
            "<h1>Ferry line to open</h1><figure><img src=a.jpg><figcaption>The old boat on June 2, 2014</figcaption></figure><p>Words.</p>",
            "<h1>Ferry line to open</h1><div class=wp-caption><p class=wp-caption-text>The pier, 14 April 2025</p></div><p>Words.</p>",
            "<h1>Ferry line to open</h1><p>Words.</p><blockquote class=twitter-tweet><p>The old boat rests</p>Lena Marsh (@marsh) <a href=x>May 13, 2025</a></blockquote>",
            "<h1>Ferry line to open</h1><p>Words.</p><div class='social-embed instagram'><p>The old boat</p><a href=x>May 13, 2025</a></div>",
            "<h1>Ferry line to open</h1><h3>March 3, 1998</h3><p>A pier.</p><h3>May 4, 2004</h3><p>A boat.</p><h3>June 5, 2011</h3><p>A line.</p>",
            "<h1>Ferry line to open</h1><ul><li>3 March 1998: pier</li><li>4 May 2004: boat</li><li>5 June 2011: line</li></ul>",
            "<h1>Ferry line to open</h1><p><b>3 March 1998</b> – the pier opens for boats</p><p>Words.</p>",
            "<h1>Ferry line to open</h1><div><a href=/a><h2>Salt drinks</h2></a><p>Do they help?</p><span>7 August 2025</span></div>",
            "<h1>Ferry line to open</h1><div><h3>Salt drinks</h3><span>7 August 2025</span></div><div><h3>Tea</h3><span>8 August 2025</span></div>\
             <div><h3>Walks</h3><span>9 August 2025</span></div>",
            "<h1>Ferry line to open</h1><p>2014年6月2日，东港市议会投票决定购买两艘电动渡轮，用于往返西港的航线。</p>",
            "<h1>Ferry line to open</h1><p>Last updated on 4 May 2025</p>",
            "<h1>Ferry line to open</h1><p>The ministers who met on the island on April 14, 2025 agreed that the line will be open by the end of May.</p>",
        ] {
            assert_eq!(shown(html), None, "{html}");
        }
    }
}
