//! Place, date and agency in front of a lead.

use dossier_model::{Basis, Published};

use super::wire;
use crate::{agency, calendar, date};
use dossier_world::organization;

dossier_world::words!(DATE_LABELS = "dateline/date_labels.txt");
dossier_world::words!(PLACE_PARTICLES = "dateline/place_particles.txt");
dossier_world::words!(SHOUTED_LABELS = "dateline/shouted_labels.txt");
dossier_world::words!(CITIES = "dateline/cities.txt");

/// What stands in front of a lead.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Dateline {
    /// Bytes up to the lead.
    pub len: usize,
    /// Who is credited.
    pub agency: Option<&'static str>,
    /// The day, where it is stated with its year.
    pub published: Option<Published>,
}

/// Longest stretch in which a dateline ends.
const REACH: usize = 140;

/// Everything in front of the lead: a date with its label, then place, date and agency.
pub(super) fn find(line: &str) -> Option<Dateline> {
    let mut found = Dateline::default();
    if let Some((published, len)) = labelled_date(line) {
        found.published = Some(published);
        found.len = len;
    }
    let rest = line.get(found.len..)?;
    if let Some(more) = place(rest).or_else(|| wire::find(rest)) {
        found.len += more.len;
        found.agency = more.agency;
        found.published = found.published.or(more.published);
    }
    (found.len > 0).then_some(found)
}

/// A labelled date: its value, and its length with the gap behind it.
pub(super) fn labelled_date(line: &str) -> Option<(Published, usize)> {
    let mut at = 0;
    let head: String = line.chars().take(24).collect::<String>().to_lowercase();
    let label = DATE_LABELS
        .iter()
        .filter(|l| {
            head.starts_with(*l)
                && !head
                    .get(l.len()..)
                    .unwrap_or("")
                    .starts_with(char::is_alphanumeric)
        })
        .map(|l| l.len())
        .max()
        .unwrap_or(0);
    at += label;
    let rest = line.get(at..)?;
    at += rest.len() - rest.trim_start_matches([':', ' ', '-', '–', '—', '|']).len();
    let rest = line.get(at..)?;
    if !rest.starts_with(|c: char| c.is_ascii_digit() || label > 0 && c.is_ascii_uppercase()) {
        return None;
    }
    let found = date::find_at_start(rest, Basis::Text)?;
    // Without a label only a full date in digits is one; "2016 was a good year" begins a sentence.
    let digits = rest
        .get(..10)
        .is_some_and(|d| !d.contains(|c: char| c.is_alphabetic() || c == ' '));
    if found.published.precision < dossier_model::PublishedPrecision::Day || label == 0 && !digits {
        return None;
    }
    at += found.len;
    let rest = line.get(at..)?;
    if !rest.is_empty() && !rest.starts_with([' ', '|', ',', '-', '–', '—', '.', ')']) {
        return None;
    }
    at += rest.len() - rest.trim_start_matches([' ', '|', ',', '-', '–', '—']).len();
    Some((found.published, at))
}

/// "BEIJING — ", "Beijing (VNA) - ", "LONDON, May 3 (Reuters) -- ", "MOSCOW, April 14. /TASS/. ", "(AP) — ".
fn place(line: &str) -> Option<Dateline> {
    let window = line.get(..floor(line, REACH))?;
    let mut tried = 0;
    for (i, c) in window.char_indices() {
        let Some((head_end, len)) = separator(window, i, c) else {
            continue;
        };
        tried += 1;
        if tried > 5 {
            return None;
        }
        let head = window.get(..head_end)?;
        let lead = line.get(i + len..)?.trim_start();
        let Some(found) = read_head(head, c) else {
            continue;
        };
        // Some pages set it on a line of its own; only an agency tells it from a headline there.
        let alone = lead.is_empty() && found.agency.is_some();
        if !alone && !starts_lead(lead) {
            continue;
        }
        return Some(Dateline {
            len: line.len() - lead.len(),
            ..found
        });
    }
    None
}

/// The abbreviation in brackets behind a town in a dateline that is no listed agency's: "ASTANA (NPN) - ".
pub(super) fn unlisted(head: &str) -> Option<&str> {
    let mut placed = false;
    for (text, inside) in split_brackets(head.trim()) {
        if !inside {
            placed |= text.chars().any(char::is_alphabetic);
        } else if placed && agency::is_abbreviation(text) && agency::by_name(text).is_none() {
            return Some(text);
        }
    }
    None
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where the head ends and how long the separator at `i` is, if one is there.
fn separator(text: &str, i: usize, c: char) -> Option<(usize, usize)> {
    let before = text.get(..i)?;
    let after = text.get(i + c.len_utf8()..)?;
    match c {
        '—' | '―' => Some((i, c.len_utf8())),
        '–' if before.ends_with([' ', ')', ']']) || after.starts_with(' ') => Some((i, c.len_utf8())),
        '-' if after.starts_with('-') => Some((i, 2)),
        '-' if before.ends_with([' ', ')', ']']) && (after.is_empty() || after.starts_with(' '))
            || before.ends_with(')') =>
        {
            Some((i, 1))
        }
        ':' if after.starts_with(' ') => Some((i, 1)),
        // "(CNN) In a show of …", "(AFP)A …": the bracket itself closes the head.
        ')' if before.starts_with('(')
            && !before.contains(' ')
            && after
                .trim_start()
                .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“')) =>
        {
            Some((i + 1, 1))
        }
        '/' if after.starts_with(". ") && before.contains('/') => Some((i + 1, 2)),
        _ => None,
    }
}

fn starts_lead(lead: &str) -> bool {
    lead.chars()
        .find(|c| !matches!(c, '"' | '“' | '‘' | '\'' | '«' | '(' | '[' | '$' | '€' | '£'))
        .is_some_and(|c| c.is_uppercase() || c.is_numeric() || c.is_alphabetic() && !c.is_lowercase())
}

/// Reads what stands before the separator; `None` where it is no dateline.
fn read_head(head: &str, separator: char) -> Option<Dateline> {
    let head = head.trim();
    if head.is_empty() {
        return None;
    }
    let mut found = Dateline::default();
    let mut places = String::new();
    let mut bracketed = false;
    for (text, inside) in split_brackets(head) {
        if !inside {
            places.push_str(text);
            continue;
        }
        match agency::in_credit(text) {
            Some(name) => {
                found.agency = found.agency.or(Some(name));
                bracketed = true;
            }
            // "(CNN)", "(Dow Jones)", "[India]": an outlet or a country.
            None if is_bracket_name(text) => bracketed |= !text.contains(' ') && is_all_caps(text),
            None => return None,
        }
    }
    let mut dated = false;
    let mut first: Option<&str> = None;
    let mut regions = 0;
    let places = places.trim().trim_end_matches([',', '.', '|', ' ', '-', '–']);
    let mut at = 0;
    while let Some(rest) = places.get(at..).filter(|r| !r.is_empty()) {
        let rest_trimmed = rest.trim_start_matches([' ', ',', '|']);
        at = places.len() - rest_trimmed.len();
        if rest_trimmed.is_empty() {
            break;
        }
        if let Some(day) = date::find_at_start(rest_trimmed, Basis::Text) {
            found.published = found.published.or(Some(day.published));
            dated = true;
            at += day.len;
            continue;
        }
        let len = rest_trimmed.find([',', '|']).unwrap_or(rest_trimmed.len());
        let piece = rest_trimmed.get(..len)?.trim();
        at += len;
        if is_short_date(piece) {
            dated = true;
        } else if let Some(name) = agency::in_credit(piece) {
            found.agency = found.agency.or(Some(name));
            bracketed |= first.is_some() || separator != ':';
            if first.is_none() && piece == places {
                first = Some(piece);
            }
        } else if first.is_none() {
            if !is_place(piece) {
                return None;
            }
            first = Some(piece);
        } else {
            if !is_place(piece) || regions >= 2 {
                return None;
            }
            regions += 1;
        }
    }
    let dash = separator != ':';
    let sure = match first {
        None => bracketed,
        Some(place) => {
            bracketed
                || is_shouted_place(place)
                || dash && is_short_town(place)
                || dated && (dash || is_all_caps(place))
                || dash && is_dateline_city(place)
                || matches!(separator, '—' | '―') && regions > 0
        }
    };
    sure.then_some(found)
}

/// Stretches outside and inside of round and square brackets and of slashes as TASS sets them.
fn split_brackets(head: &str) -> Vec<(&str, bool)> {
    let mut out = Vec::new();
    let mut rest = head;
    while let Some(open) = rest.find(['(', '[']).or_else(|| rest.find(" /").map(|i| i + 1)) {
        let (before, tail) = rest.split_at(open);
        let close = match tail.as_bytes().first() {
            Some(b'(') => ')',
            Some(b'[') => ']',
            _ => '/',
        };
        let Some(inner) = tail.get(1..) else { break };
        let Some(end) = inner.find(close) else { break };
        out.push((before, false));
        out.push((inner.get(..end).unwrap_or(""), true));
        rest = inner.get(end + 1..).unwrap_or("");
    }
    out.push((rest, false));
    out
}

fn is_bracket_name(text: &str) -> bool {
    text.len() <= 40
        && !text.is_empty()
        && text.split(' ').count() <= 4
        && text
            .split([' ', '/', '-', '.'])
            .all(|w| w.is_empty() || w.starts_with(|c: char| c.is_uppercase()))
}

fn is_all_caps(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && !text.chars().any(char::is_lowercase)
}

/// Capitalised words, none of them a number or a small word of a sentence.
fn is_place(text: &str) -> bool {
    let words = text.split([' ', '/']).filter(|w| !w.is_empty());
    let mut n = 0;
    for word in words {
        n += 1;
        let small = PLACE_PARTICLES.has(word);
        let capital = word
            .chars()
            .next()
            .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '‘'));
        if !(letters && (capital || small && n > 1 || is_prefixed(word))) {
            return false;
        }
    }
    (1..=5).contains(&n)
}

/// "al-Tanf", "el-Fasher".
fn is_prefixed(word: &str) -> bool {
    ["al-", "el-", "as-", "ad-", "ar-", "an-", "at-"].iter().any(|p| {
        word.strip_prefix(p)
            .is_some_and(|r| r.starts_with(|c: char| c.is_uppercase()))
    })
}

/// "April 14", "Sept. 5", "Monday", "14 April", "2025".
fn is_short_date(text: &str) -> bool {
    let skip = date::skip_weekday(text);
    if skip > 0 && skip == text.len() {
        return true;
    }
    let text = text.get(skip..).unwrap_or("");
    let number = |t: &str| {
        let n = t.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&n) && matches!(t.get(n..).unwrap_or(""), "" | "st" | "nd" | "rd" | "th")
    };
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    if let Some((_, n)) = calendar::month(text) {
        return number(text.get(n..).unwrap_or("").trim());
    }
    match text.split_once(' ') {
        Some((day, month)) => number(day) && calendar::month(month).is_some_and(|m| m.1 == month.len()),
        None => false,
    }
}

/// A place in capitals, and not a label in capitals.
fn is_shouted_place(text: &str) -> bool {
    // Initials and abbreviations as subjects ("NATO — …") are shorter than nearly all towns in datelines.
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    is_all_caps(text)
        && letters >= 4
        && !SHOUTED_LABELS.has(text)
        && (letters > 4 || text.contains(' ') || is_dateline_city(text))
}

/// A name of four letters in capitals that can be spoken and is no body's abbreviation: "MELK", "GRAZ".
fn is_short_town(text: &str) -> bool {
    let vowel = |c: char| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y');
    let letters = text.chars().count();
    let vowels = text.chars().filter(|c| vowel(*c)).count();
    letters == 4
        && text.chars().all(char::is_uppercase)
        && (1..=2).contains(&vowels)
        && !SHOUTED_LABELS.has(text)
        && organization::by_abbreviation(text).is_none()
        && organization::by_name(&text.to_lowercase()).is_none()
        && agency::by_name(text).is_none()
}

/// Towns from which much news is sent, in the spelling of datelines: enough to trust a mixed-case name in
/// front of a dash.
fn is_dateline_city(text: &str) -> bool {
    let folded: String = text.split('/').next().unwrap_or("").trim().to_lowercase();
    CITIES.binary_search(&folded.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, dateline: &str, agency: Option<&str>) {
        let found = find(line).unwrap_or_default();
        assert_eq!(line.get(..found.len).unwrap_or("!"), dateline, "{line:?}");
        assert_eq!(found.agency, agency, "{line:?}");
    }

    #[test]
    fn finds_datelines() {
        check("OSLO — A line opens.", "OSLO — ", None);
        check("OSLO (VNA) -", "OSLO (VNA) -", Some("VNA"));
        check("Oslo (VNA) - A line opens.", "Oslo (VNA) - ", Some("VNA"));
        check(
            "LIMA (Reuters) - A line opens.",
            "LIMA (Reuters) - ",
            Some("Reuters"),
        );
        check(
            "LIMA, May 3 (Reuters) - A line opens.",
            "LIMA, May 3 (Reuters) - ",
            Some("Reuters"),
        );
        check("WASHINGTON, May 3 — A line opens.", "WASHINGTON, May 3 — ", None);
        check(
            "BEIJING, April 14 (Xinhua) -- A line opens.",
            "BEIJING, April 14 (Xinhua) -- ",
            Some("Xinhua"),
        );
        check("BEIJING -- A line opens.", "BEIJING -- ", None);
        check(
            "KARLSTAD, Sweden (AP) — A line opens.",
            "KARLSTAD, Sweden (AP) — ",
            Some("AP"),
        );
        check("KARLSTAD, Sweden — A line opens.", "KARLSTAD, Sweden — ", None);
        check(
            "ST. PETERSBURG, Fla. (AP) -- A line opens.",
            "ST. PETERSBURG, Fla. (AP) -- ",
            Some("AP"),
        );
        check(
            "MOSCOW, April 14. /TASS/. A line opens.",
            "MOSCOW, April 14. /TASS/. ",
            Some("TASS"),
        );
        check(
            "New Delhi [India], April 14 (ANI): A line opens.",
            "New Delhi [India], April 14 (ANI): ",
            Some("ANI"),
        );
        check("KUALA LUMPUR: A line opens.", "KUALA LUMPUR: ", None);
        check("(CNN) A line opens.", "(CNN) ", None);
        check("(Reuters) - A line opens.", "(Reuters) - ", Some("Reuters"));
        check("LAS VEGAS - A line opens.", "LAS VEGAS - ", None);
        check("MELK - A line opens.", "MELK - ", None);
        check("LODZ — “We will,” he said.", "LODZ — ", None);
        check("Hà Nội — A line opens.", "Hà Nội — ", None);
        check(
            "WASHINGTON/OSLO (Reuters) - A line opens.",
            "WASHINGTON/OSLO (Reuters) - ",
            Some("Reuters"),
        );
        check(
            "RAMALLAH, Monday, April 14, 2025 (WAFA) - A line opens.",
            "RAMALLAH, Monday, April 14, 2025 (WAFA) - ",
            Some("WAFA"),
        );
        check("date 2025-04-14 A line opens.", "date 2025-04-14 ", None);
        check(
            "date 2025-04-11 OSLO — A line opens.",
            "date 2025-04-11 OSLO — ",
            None,
        );
        check("Updated: 2025-04-14 17:52", "Updated: 2025-04-14 17:52", None);
        check(
            "JAKARTA (ANTARA) - “We will,” he said.",
            "JAKARTA (ANTARA) - ",
            Some("Antara"),
        );
    }

    #[test]
    fn not_datelines() {
        for line in [
            "Oslo and Lima —",
            "Ruiz — who had waited for years — was glad.",
            "The minister - a former pilot - said no.",
            "UPDATE: The ferry line opens.",
            "MELK: The ferry line opens.",
            "FIFA - The body met.",
            "LIVE - The body met.",
            "WHO is far - The rest is near.",
            "NATO — The alliance met.",
            "NATO — the alliance — met.",
            "2016 was a good year.",
            "Ferry Line: Ministers Agree on May",
            "Ruiz: The ferry will run.",
            "Oslo is far — The rest is near.",
            "Prime Minister Ana Ruiz (Labour) - The Home Office said.",
            "A ferry line opens.",
            "Date palms grow here.",
            "Reuters: The minister resigned.",
            "",
        ] {
            check(line, "", None);
        }
    }

    #[test]
    fn cities_are_in_order() {
        assert!(CITIES.is_sorted());
    }

    #[test]
    fn reads_the_day_where_the_year_is_stated() {
        let day = |line| find(line).and_then(|d| d.published).map(|p| p.date.to_string());
        assert_eq!(
            day("OSLO, May 3, 2024 (AP) — A ferry line opens.").as_deref(),
            Some("2024-05-03")
        );
        assert_eq!(day("OSLO, May 3 (AP) — A ferry line opens."), None);
    }
}
