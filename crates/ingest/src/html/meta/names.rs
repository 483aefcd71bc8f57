//! The names in an author line: people, and agencies; without "By", offices, degrees and days.

use crate::{agency, calendar};

dossier_world::words!(AUTHOR_LEADS = "html/author_leads.txt");

/// Who an author line names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Authors {
    /// People, in order.
    pub people: Vec<String>,
    /// The first agency.
    pub agency: Option<&'static str>,
}

/// Longer lines name no authors alone.
const LONGEST: usize = 240;

/// More names than these are a list of something else.
const MOST: usize = 12;

/// Reads an author line. `site` are keys of the outlet's names: an outlet is no author of its own.
pub(super) fn read(line: &str, site: &[String]) -> Authors {
    let mut out = Authors::default();
    let line = line.trim();
    if line.is_empty() || line.len() > LONGEST || line.contains("://") {
        return out;
    }
    let words: Vec<&str> = without_lead(line)
        .split_whitespace()
        .filter(|w| !w.contains('@'))
        .collect();
    let line = words.join(" ");
    // "Ana Ruiz | Palma | 14/04/2025": in a line with its day, a place stands behind the names.
    let bars = ['|', '•', '·'];
    let named = match line.split_once(bars) {
        Some((first, rest)) if rest.contains(char::is_numeric) => first,
        _ => &line,
    };
    for part in parts(named) {
        add(part, site, &mut out);
    }
    if out.people.len() > MOST {
        out.people.clear();
    }
    out
}

/// What follows "By", "Analysis by", "Von".
fn without_lead(line: &str) -> &str {
    let lower = line.to_ascii_lowercase();
    if let Some(lead) = AUTHOR_LEADS.iter().find(|l| lower.starts_with(**l)) {
        return line.get(lead.len()..).unwrap_or(line).trim_start();
    }
    // "Analysis by Ana Ruiz", "Posted by", "Story by": a word or two in front.
    match lower.find(" by ").or_else(|| lower.find(" by: ")) {
        Some(at) if line.get(..at).is_some_and(|l| l.split(' ').count() <= 3) => {
            line.get(at + 4..).unwrap_or(line).trim_start()
        }
        _ => line,
    }
}

fn parts(line: &str) -> Vec<&str> {
    const MARKS: [char; 8] = [',', ';', '|', '/', '•', '·', '(', '\n'];
    const AND: [&str; 4] = [" and ", " AND ", " And ", " & "];
    const AND_ABROAD: [&str; 4] = [" und ", " et ", " y ", " và "];
    const OTHERS: [&str; 7] = [" with ", " - ", " – ", " — ", " on ", " for ", " in "];
    let mut parts: Vec<&str> = line.split(MARKS).collect();
    for word in AND.into_iter().chain(AND_ABROAD).chain(OTHERS) {
        parts = parts.into_iter().flat_map(|p| p.split(word)).collect();
    }
    parts
        .into_iter()
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect()
}

fn add(part: &str, site: &[String], out: &mut Authors) {
    let part = part
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
        .trim();
    // "Story by" between the names of several authors.
    if part.to_lowercase().ends_with(" by") {
        return;
    }
    if matches!(part, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV") {
        if let Some(last) = out.people.last_mut() {
            last.push(' ');
            last.push_str(part);
        }
        return;
    }
    if let Some(known) = agency::by_name(part) {
        out.agency = out.agency.or(Some(known));
        return;
    }
    let (name, known) = without_agency(part);
    out.agency = out.agency.or(known);
    let key = crate::blocks::key(name);
    // "Harbour News" of the Harbour News, "Harbour" of harbour.example.
    let own = site
        .iter()
        .any(|s| *s == key || key.len() >= 8 && s.contains(key.as_str()));
    if !own && is_person(name) && !out.people.iter().any(|p| crate::blocks::key(p) == key) {
        out.people.push(name.to_owned());
    }
}

/// "ANA RUIZ Associated Press", "AP National Writer": the agency at an end.
fn without_agency(part: &str) -> (&str, Option<&'static str>) {
    for (at, _) in part.match_indices(' ') {
        let tail = part.get(at + 1..).unwrap_or("");
        if let Some(known) = agency::by_name(tail).filter(|_| part.get(..at).is_some_and(|h| h.contains(' ')))
        {
            return (part.get(..at).unwrap_or(part), Some(known));
        }
    }
    let first = part.split(' ').next().unwrap_or("");
    let known = agency::by_name(first)
        .filter(|k| first.len() > 1 && k.chars().all(char::is_uppercase) && *k == first);
    (part, known)
}

dossier_world::words!(
    /// Words that stand in what offices, desks and companies are called and in no person's name.
    OTHERS = "html/no_authors.txt"
);

/// "Editor-at-large" counts as "editor".
fn is_other(word: &str) -> bool {
    let word = word.to_lowercase();
    word.split(['-', '.'])
        .filter(|w| !w.is_empty())
        .any(|w| calendar::is_time_alone(w) || OTHERS.has(w))
}

dossier_world::words!(
    /// Words that stand small inside names.
    SMALL = "html/name_particles.txt"
);

/// Whether words could be a person's name: one to five, capitalised, letters alone.
fn is_person(name: &str) -> bool {
    if name.len() < 3 || name.len() > 60 {
        return false;
    }
    let letters = |c: char| {
        c.is_alphabetic()
            || matches!(
                c,
                '.' | '-' | '\'' | '’' | '‘' | ' ' | '·' | '\u{300}'..='\u{36f}'
            )
    };
    if !name.chars().all(letters) {
        return false;
    }
    // Scripts without capitals write names without spaces or in two to four words.
    let cased = name.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let words: Vec<&str> = name.split(' ').collect();
    if !cased {
        return words.len() <= 4
            && name.chars().count() <= 20
            && name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    }
    let lone_month = words.len() == 1 && calendar::month(name).is_some();
    if words.len() > 6 || lone_month || words.iter().any(|w| is_other(w)) {
        return false;
    }
    let capital = |w: &str| {
        w.trim_start_matches(['\'', '’', '‘'])
            .starts_with(char::is_uppercase)
    };
    let first = words
        .first()
        .is_some_and(|w| capital(w) || SMALL.has(w) && words.len() > 1);
    let rest = words.iter().all(|w| capital(w) || SMALL.has(w));
    let capitals = words.iter().filter(|w| capital(w)).count();
    // One word in capitals alone is an abbreviation; with dots, or short, a degree.
    let lone = words.len() == 1;
    let shouted = !name.chars().any(char::is_lowercase);
    let degree = lone && (shouted || name.contains('.') || name.len() < 4);
    // "PhD", "McD": a lone word with a capital inside is a user's name or a title.
    let mixed = lone && name.chars().skip(1).any(char::is_uppercase) && !name.contains(['-', '\'', '’']);
    first && rest && capitals > 0 && !degree && !mixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, people: &[&str], agency: Option<&str>) {
        let got = read(line, &["harbournews".to_owned()]);
        let got_people: Vec<&str> = got.people.iter().map(String::as_str).collect();
        assert_eq!((got_people.as_slice(), got.agency), (people, agency), "{line}");
    }

    #[test]
    fn names_people() {
        check("By Ana Ruiz", &["Ana Ruiz"], None);
        check("BY: ANA RUIZ and BO LI", &["ANA RUIZ", "BO LI"], None);
        check(
            "Analysis by Ana Ruiz, Harbour News Editor-at-large",
            &["Ana Ruiz"],
            None,
        );
        check("Ana Ruiz, MS, RDN", &["Ana Ruiz"], None);
        check("April Ruiz on Monday, April 14", &["April Ruiz"], None);
        check("Ana Ruiz - Staff Writer", &["Ana Ruiz"], None);
        check("By Ana Ruiz | Special to the Pier Post", &["Ana Ruiz"], None);
        check(
            "Ana Ruiz, Bo Li, and Jo van der Berg",
            &["Ana Ruiz", "Bo Li", "Jo van der Berg"],
            None,
        );
        check(
            "Ana Ruiz on Monday, November 18th, 2019 at 11:08 a.m.",
            &["Ana Ruiz"],
            None,
        );
        check("Ana Ruiz @ana_ruiz ana@harbour.example", &["Ana Ruiz"], None);
        check("John Li, Jr.", &["John Li Jr."], None);
        check("정덕현", &["정덕현"], None);
        check("Nguyễn Văn An", &["Nguyễn Văn An"], None);
        check("Von Moritz Berg", &["Moritz Berg"], None);
        check("Ana Ruiz | Palma | 14/04/2025", &["Ana Ruiz"], None);
        check("Ana Ruiz, I’m on twitter, Print", &["Ana Ruiz"], None);
        check("Ana Ruiz | Archive | Contact", &["Ana Ruiz"], None);
        check("Ana Ruiz, Story By, Bo Li", &["Ana Ruiz", "Bo Li"], None);
        check("Autori, Anna Ozola", &["Anna Ozola"], None);
        check("Tác giả: Nguyễn Văn An", &["Nguyễn Văn An"], None);
        check("Автор: Анна Орлова", &["Анна Орлова"], None);
    }

    #[test]
    fn agencies_stand_apart() {
        check("By ANA RUIZ, AP National Writer", &["ANA RUIZ"], Some("AP"));
        check(
            "By ANA RUIZ and BO LI Associated Press",
            &["ANA RUIZ", "BO LI"],
            Some("AP"),
        );
        check("Reuters", &[], Some("Reuters"));
    }

    #[test]
    fn no_people() {
        for line in [
            "Harbour News",
            "Staff Reports",
            "Harbour News Bureau",
            "Editorial",
            "admin",
            "bo99",
            "kevin-r",
            "https://social.example/ana",
            "PhD",
            "KXYZ",
            "European Space Agency",
            "View all posts",
            "",
        ] {
            check(line, &[], None);
        }
    }
}
