//! Credits: who wrote it, who took the picture, who signs at the end.

use super::line::{is_person_name, words};
use crate::{agency, calendar};

dossier_world::words!(BYLINE_LEADS = "credit/byline_leads.txt");
dossier_world::words!(OUTLET_WORDS = "credit/outlet_words.txt");
dossier_world::words!(NAME_PARTICLES = "credit/byline_particles.txt");
dossier_world::words!(SENTENCE_STARTS = "credit/sentence_starts.txt");
dossier_world::words!(CREDIT_LEADS = "credit/picture_credit_leads.txt");
dossier_world::words!(CAPTION_LEADS = "credit/caption_leads.txt");
dossier_world::words!(LIBRARY_LEADS = "credit/picture_library_leads.txt");
dossier_world::words!(CREDIT_ONLY = "credit/picture_credits.txt");
dossier_world::words!(PICTURE_WORDS = "credit/picture_words.txt");
dossier_world::words!(PICTURE_LIBRARIES = "credit/picture_libraries.txt");
dossier_world::words!(PICTURE_AGENCIES = "credit/picture_agencies.txt");
dossier_world::ranked!(PICTURE_MARKS = "credit/picture_marks.tsv");

/// A byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Byline {
    /// The author, without "By"; `None` where only an agency is named.
    pub author: Option<String>,
    /// The agency.
    pub agency: Option<&'static str>,
}

/// "By Ana Ruiz", "BY ANA RUIZ AND JO OKAFOR | OSLO", "Ana Ruiz, Reuters", "Associated Press".
pub(super) fn byline(line: &str) -> Option<Byline> {
    if line.len() > 180 || words(line) > 20 {
        return None;
    }
    let lower = line
        .get(..line.len().min(24))
        .map(str::to_lowercase)
        .unwrap_or_default();
    for &lead in BYLINE_LEADS.iter() {
        if lower.starts_with(lead) {
            let rest = line.get(lead.len()..).unwrap_or("").trim();
            // "By Monday the river had risen" starts a sentence.
            let name = rest.split(['|', ',', '•', '·', '(']).next().unwrap_or("").trim();
            let first = name.split([' ', '/']).next().unwrap_or("");
            let named = first.chars().next().is_some_and(char::is_uppercase) && name_list(name);
            let agency = agency::in_credit(rest);
            if !named && agency.is_none() || rest.ends_with('.') && words(rest) > 6 {
                return None;
            }
            let author = (agency::by_name(name).is_none() && named).then(|| clean_author(name));
            return Some(Byline { author, agency });
        }
    }
    if let Some(name) = agency::by_name(line) {
        return Some(Byline {
            author: None,
            agency: Some(name),
        });
    }
    // "Ana Ruiz, Reuters", "Ana Ruiz | AFP", "Ana Ruiz, CTVNews.ca", "Ana Ruiz in Oslo".
    let (name, rest) = line
        .split_once(" | ")
        .or_else(|| line.split_once(", "))
        .or_else(|| line.split_once(" in "))?;
    let rest = rest.trim();
    if !is_person_name(name.trim()) || line.ends_with(['.', ':']) || words(rest) > 6 {
        return None;
    }
    let agency = agency::in_credit(rest);
    let domain = rest.split(' ').count() == 1 && rest.contains('.') && !rest.ends_with('.');
    let last = rest.rsplit(' ').next().unwrap_or("").to_lowercase();
    let outlet = OUTLET_WORDS.has(&last);
    let place = line.contains(" in ") && is_capitalised(rest) && words(rest) <= 3;
    (agency.is_some() || domain || outlet || place).then(|| Byline {
        author: Some(clean_author(name)),
        agency,
    })
}

/// One or more names joined by "and", "&" or commas.
fn name_list(text: &str) -> bool {
    text.split(" and ").flat_map(|t| t.split(" & ")).all(|name| {
        let name = name.trim();
        let name = name.split(" in ").next().unwrap_or(name).trim();
        let n = words(name);
        (1..=6).contains(&n)
            && name
                .split(' ')
                .all(|w| w.chars().next().is_some_and(|c| c.is_uppercase()) || NAME_PARTICLES.has(w))
            && !is_start(&name.split(' ').next().unwrap_or("").to_lowercase())
    })
}

/// Whether a word follows "By" at the start of a sentence.
fn is_start(word: &str) -> bool {
    calendar::is_time_alone(word) || SENTENCE_STARTS.has(word)
}

fn clean_author(name: &str) -> String {
    let name = name.split(" in ").next().unwrap_or(name).trim();
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    // Names in capitals are set down as names are written elsewhere.
    let mut out = String::with_capacity(name.len());
    let mut start = true;
    for word in name.split_inclusive([' ', '-', '.']) {
        if matches!(word.trim(), "AND" | "DE" | "VAN" | "VON" | "BIN" | "AL") && !start {
            out.push_str(&word.to_lowercase());
        } else {
            let mut chars = word.chars();
            out.extend(chars.next());
            out.push_str(&chars.as_str().to_lowercase());
        }
        start = false;
    }
    out
}

fn is_capitalised(text: &str) -> bool {
    text.split(' ')
        .all(|w| w.chars().next().is_some_and(|c| c.is_uppercase()))
}

/// How much of a line is a picture's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Picture {
    /// Words about a picture.
    Caption,
    /// Its credit alone, which says nothing.
    CreditOnly,
}

/// Whether a line belongs to a picture.
pub(super) fn picture(line: &str) -> Option<Picture> {
    if line.len() > 700 {
        return None;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if CREDIT_ONLY.has(bare) {
        return Some(Picture::CreditOnly);
    }
    for &lead in CREDIT_LEADS.iter() {
        if let Some(rest) = lower.strip_prefix(lead) {
            if words(rest) <= 7 && !super::line::ends_sentence(line) {
                return Some(Picture::CreditOnly);
            }
            return Some(Picture::Caption);
        }
    }
    for &lead in CAPTION_LEADS.iter() {
        if lower.starts_with(lead) {
            return Some(Picture::Caption);
        }
    }
    // Some pages put the picture library in front: "GETTY Ana Ruiz at the pier", "Getty Images The pier".
    for &lead in LIBRARY_LEADS.iter() {
        if line.starts_with(lead) && !super::line::ends_sentence(line) && words(line) >= 3 {
            let rest = line.get(lead.len()..).unwrap_or("");
            if rest.starts_with(|c: char| c.is_uppercase()) && !rest.contains(" said") {
                return Some(Picture::Caption);
            }
        }
    }
    let found = has_credit_tail(line, &lower)?;
    Some(if found {
        Picture::Caption
    } else {
        Picture::CreditOnly
    })
}

/// `Some(true)` where words about the picture stand before a credit at the line's end, `Some(false)` where the
/// line is the credit alone.
fn has_credit_tail(line: &str, lower: &str) -> Option<bool> {
    // "(Photo: VNA)", "[Photo/Xinhua]", "(AP Photo/Ana Ruiz)", "(Xinhua/Ana Ruiz)", "(Image: NASA)".
    let end = line.trim_end_matches(['.', ' ', '*']);
    if let Some(open) = end.rfind(['(', '[']).filter(|_| end.ends_with([')', ']'])) {
        let inner = end.get(open + 1..end.len() - 1).unwrap_or("");
        let low = inner.to_lowercase();
        let names_picture = low
            .split(|c: char| !c.is_alphabetic())
            .any(|w| PICTURE_WORDS.has(w));
        // "(Ana Ruiz/AP)", "(Harbour Office via AP)": who took it, and through whom it came.
        let parts = || inner.split('/').flat_map(|p| p.split(" via "));
        let listed = |p: &str| agency::by_name(p).is_some() || agency_any_case(p.trim());
        let agency_slash = parts().nth(1).is_some()
            && parts().any(listed)
            && !parts().all(|p| {
                let p = p.trim();
                listed(p) && p != "NASA" && !p.eq_ignore_ascii_case("getty")
            });
        if inner.len() <= 120 && (names_picture || agency_slash) {
            return Some(words(end.get(..open).unwrap_or("")) >= 2);
        }
    }
    // "… Photo: Xinhua/VNA", "… Photograph: Ana Ruiz/AFP", "… Credit: Getty Images".
    for &mark in PICTURE_MARKS.iter() {
        // Nearly no line has a mark, and searching forwards is faster.
        if !lower.contains(mark) {
            continue;
        }
        if let Some(at) = lower.rfind(mark) {
            let tail = lower.get(at + mark.len()..).unwrap_or("");
            let before = lower.get(..at).unwrap_or("");
            let free = before.ends_with([' ', '.', ',', ')', '|', '\u{2014}', '-', '/']) || before.is_empty();
            if free
                && words(tail) <= 6
                && before.len() < 600
                && (mark != "courtesy of " || before.trim_end().ends_with(['.', ')', ',']))
            {
                return Some(words(before) >= 2);
            }
        }
    }
    // "… / AFP / Getty Images", "… via Getty Images", "… REUTERS/Ana Ruiz", "… Dado Ruiz/Reuters".
    for &library in PICTURE_LIBRARIES.iter() {
        if let Some(before) = lower.trim_end_matches(['.', ')']).strip_suffix(library) {
            if before.is_empty() {
                return Some(false);
            }
            let joined = before
                .trim_end()
                .ends_with(['/', '|', '–', '-', '.', ')', ',', '©'])
                || before.ends_with(" via ");
            if joined
                || !before.contains(" said")
                    && words(before) <= 40
                    && before.ends_with(' ')
                    && library != "getty"
            {
                return Some(words(before) >= 4);
            }
        }
    }
    let last = line.rsplit(' ').next().unwrap_or("");
    if let Some((a, b)) = last.split_once('/') {
        let shouted = a.len() >= 2 && a.chars().all(char::is_uppercase) && agency_any_case(a);
        if (shouted || agency::by_name(b).is_some() || agency_any_case(b))
            && !line.ends_with("./.")
            && !last.starts_with('(')
            && !last.starts_with("./")
        {
            return Some(words(line) > 4);
        }
    }
    // The photographer may have two names: "REUTERS/Ana Ruiz".
    let mut tail = line.rsplit(' ');
    let (second, first) = (tail.next().unwrap_or(""), tail.next().unwrap_or(""));
    if second.starts_with(char::is_uppercase)
        && let Some((a, b)) = first.split_once('/')
        && a.chars().all(char::is_uppercase)
        && agency_any_case(a)
        && b.starts_with(char::is_uppercase)
    {
        return Some(words(line) > 4);
    }
    None
}

fn agency_any_case(name: &str) -> bool {
    agency::by_name(name).is_some() || PICTURE_AGENCIES.has(&name.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_byline(line: &str, author: Option<&str>, agency: Option<&str>) {
        let got = byline(line).unwrap_or_else(|| panic!("no byline: {line}"));
        assert_eq!((got.author.as_deref(), got.agency), (author, agency), "{line}");
    }

    #[test]
    fn finds_bylines() {
        check_byline("By Ana Ruiz", Some("Ana Ruiz"), None);
        check_byline("BY ANA RUIZ", Some("Ana Ruiz"), None);
        check_byline("By Ana Ruiz and Jo Okafor", Some("Ana Ruiz and Jo Okafor"), None);
        check_byline("By Ana Ruiz, Associated Press", Some("Ana Ruiz"), Some("AP"));
        check_byline("By The Associated Press", None, Some("AP"));
        check_byline("Ana Ruiz, Harbour.example", Some("Ana Ruiz"), None);
        check_byline("Ana Ruiz | AFP", Some("Ana Ruiz"), Some("AFP"));
        check_byline("Ana Ruiz in Oslo", Some("Ana Ruiz"), None);
        check_byline("Reuters", None, Some("Reuters"));
    }

    #[test]
    fn not_bylines() {
        for line in [
            "By Monday the river had risen.",
            "By the time he came",
            "Ana Ruiz, the minister",
            "Ana Ruiz in tears at the pier",
            "Harbour, Oslo",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn finds_pictures() {
        for line in [
            "Ana Ruiz opens the ferry line (Photo: VNA)",
            "Ana Ruiz. Photo: Xinhua/VNA",
            "The pier at night. REUTERS/Ana Ruiz",
            "The company found the picture unfit Ana Ruiz/Reuters",
            "The pier at Oslo in winter. (AP Photo/Ana Ruiz)",
            "The new pier in the harbour at night [Photo/Xinhua]",
            "FILE - In this May 3, 2016, photo, Ana Ruiz speaks.",
            "GETTY The pier was closed for a week",
            "The pier was closed for a week. (Ana Ruiz/AP)",
            "The pier was closed for a week. (Ana Ruiz/Jo Okafor/Yonhap via AP)",
            "Image caption The pier was closed for a week",
            "The pier was closed for a week. Photograph: Ana Ruiz/AFP",
        ] {
            assert_eq!(picture(line), Some(Picture::Caption), "{line}");
        }
        for line in [
            "Photo: AFP",
            "Getty Images",
            "Image copyright Getty Images",
            "Photo",
            "(Photo: VNA)",
            "Credit: Ana Ruiz",
        ] {
            assert_eq!(picture(line), Some(Picture::CreditOnly), "{line}");
        }
        for line in [
            "She took a photo of the pier.",
            "Getty Images said it would sue.",
            "He sold the picture: it was fake, he said, and nobody would ever have known.",
            "Reuters said so.",
            "It opens in May. (VNA/VNS)",
        ] {
            assert_eq!(picture(line), None, "{line}");
        }
    }
}
