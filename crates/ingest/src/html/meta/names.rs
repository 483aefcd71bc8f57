//! The names in an author line: people, and agencies; without "By", offices, degrees and days.

use unicode_normalization::char::is_combining_mark;

use crate::{agency, calendar};

dossier_world::words!(AUTHOR_LEADS = "html/author_leads.txt");
dossier_world::words!(AUTHOR_ANDS = "html/author_ands.txt");
dossier_world::words!(
    /// Words that say of a name that its bearer made the pictures.
    pub(super) PICTURES = "html/picture_makers.txt"
);

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
    let bare = without_lead(line);
    let words: Vec<&str> = own_words(bare).filter(|w| !w.contains('@')).collect();
    let line = without_pictures(&words.join(" "));
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

/// Whether words begin with one of the leads that end in a colon, or hold one behind a space: a line of labels.
pub(in super::super) fn is_labelled(line: &str) -> bool {
    line.contains([':', '：']) && label(line).is_some()
}

/// Where the first label of authors ends.
fn label(line: &str) -> Option<usize> {
    let ends = |c: char| c == ':' || c == '：';
    line.match_indices(ends).find_map(|(at, sign)| {
        let head = line.get(..at + sign.len())?;
        let word = head
            .rsplit(|c: char| c.is_whitespace() || matches!(c, '|' | '/' | '·' | '•'))
            .next()?;
        let known = AUTHOR_LEADS.has(&word.to_lowercase());
        known.then_some(head.len())
    })
}

/// Where "Text und Fotos:" ends.
fn shared_label(line: &str) -> Option<usize> {
    let (head, _) = line.split_once(':')?;
    let words = || {
        head.split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
    };
    let is_text = |w: &str| AUTHOR_LEADS.has(&format!("{}:", w.to_lowercase()));
    let of_both = |w: &str| is_text(w) || PICTURES.has(&w.to_lowercase()) || AUTHOR_ANDS.has(w);
    (words().any(is_text) && words().all(of_both)).then_some(head.len() + 1)
}

/// What follows "By", "Analysis by", "Von", "作者：".
fn without_lead(line: &str) -> &str {
    let leads = |lead: &&&str| {
        line.get(..lead.len())
            .is_some_and(|head| head.to_lowercase() == ***lead)
    };
    if let Some(lead) = AUTHOR_LEADS.iter().filter(leads).max_by_key(|l| l.len()) {
        let rest = line.get(lead.len()..).unwrap_or(line).trim_start();
        // "Di Maria" is a name; "di Anna Berti" has a name and a surname behind.
        let first = rest.split(',').next().unwrap_or_default();
        if !SMALL.has(lead.trim()) || first.contains(' ') {
            return rest;
        }
    }
    if let Some(end) = label(line).or_else(|| shared_label(line)) {
        return line.get(end..).unwrap_or(line).trim_start();
    }
    // "Analysis by Ana Ruiz", "Posted by", "Story by": a word or two in front.
    let lower = line.to_ascii_lowercase();
    match lower.find(" by ").or_else(|| lower.find(" by: ")) {
        Some(at) if line.get(..at).is_some_and(|l| l.split(' ').count() <= 3) => {
            line.get(at + 4..).unwrap_or(line).trim_start()
        }
        _ => line,
    }
}

/// The words up to the next label: "陶小明 编辑：李四", "Ana Ruiz Fotos: Bo Li".
fn own_words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace()
        .take_while(|w| !w.contains('：') && !w.ends_with(':'))
}

/// Without the names of those who made the pictures: "Bo Li (Fotos)".
fn without_pictures(line: &str) -> String {
    let mut out = line.to_owned();
    while let Some((open, close)) = out
        .find('(')
        .zip(out.find(')'))
        .filter(|(open, close)| open < close)
    {
        let inner = out.get(open + 1..close).unwrap_or_default().to_lowercase();
        let words = || {
            inner
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
        };
        let pictures = words().any(|w| PICTURES.has(w));
        let alone = pictures && words().all(|w| PICTURES.has(w));
        let head = out.get(..open).unwrap_or_default();
        // Who has "text and photos" wrote, too.
        let from = if alone { name_start(head) } else { open };
        let tail = out.get(close + 1..).unwrap_or_default();
        out = format!(
            "{}, {}",
            head.get(..from).unwrap_or_default().trim_end(),
            tail.trim_start()
        );
    }
    out
}

/// Where the last name of a line begins.
fn name_start(line: &str) -> usize {
    let marks = line.rfind([',', ';', '|', '/', '&']).map_or(0, |i| i + 1);
    let joins = AUTHOR_ANDS.iter().filter_map(|word| {
        let at = line.to_lowercase().rfind(&format!(" {word} "))?;
        (line.is_char_boundary(at)).then_some(at)
    });
    joins.max().unwrap_or(0).max(marks)
}

fn parts(line: &str) -> Vec<&str> {
    const MARKS: [char; 8] = [',', ';', '|', '/', '•', '·', '(', '\n'];
    const OTHERS: [&str; 6] = [" - ", " – ", " — ", " on ", " for ", " in "];
    let mut parts: Vec<&str> = line.split(MARKS).collect();
    for word in OTHERS {
        parts = parts.into_iter().flat_map(|p| p.split(word)).collect();
    }
    let parts = parts.into_iter().flat_map(joined);
    parts.map(str::trim).filter(|p| !p.is_empty()).collect()
}

/// The names in "Ana Ruiz en colaboración con Bo Li". A letter or two join names that have two words each: of "Costa e
/// Silva" they are a part.
fn joined(part: &str) -> Vec<&str> {
    let words: Vec<(usize, &str)> = part
        .split(' ')
        .map(|w| (w.as_ptr() as usize - part.as_ptr() as usize, w))
        .collect();
    let mut out = Vec::new();
    let shouted = !part.chars().any(char::is_lowercase);
    // "Dan" is a name, "dan" joins two.
    let joins = |run: &str| {
        let lower = run.to_lowercase();
        AUTHOR_ANDS.has(&lower) && (run == lower || lower == "and" || shouted && run.is_ascii())
    };
    let (mut from, mut i) = (0, 0);
    while i < words.len() {
        let taken = (1..=5).rev().find(|n| {
            let run = words
                .get(i..i + n)
                .map(|run| run.iter().map(|w| w.1).collect::<Vec<_>>().join(" "));
            run.is_some_and(|run| joins(&run) && (!shouted || i > from))
        });
        let Some(n) = taken else {
            i += 1;
            continue;
        };
        let short = n == 1
            && words
                .get(i)
                .is_some_and(|w| w.1.chars().count() <= 2 && w.1 != "&");
        let start = words.get(from).map_or(part.len(), |w| w.0);
        let here = words.get(i).map_or(part.len(), |w| w.0);
        let both = i >= from + 2 && words.len() >= i + n + 2;
        if !short || both {
            out.extend(part.get(start..here));
            from = i + n;
        }
        i += n;
    }
    out.extend(words.get(from).and_then(|w| part.get(w.0..)));
    out
}

fn add(part: &str, site: &[String], out: &mut Authors) {
    let part = part
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
        .trim();
    // "Story by" between the names of several authors.
    if part.to_lowercase().ends_with(" by") {
        return;
    }
    // "Bo Li, photographer".
    if part.len() > 5 && PICTURES.has(&part.to_lowercase()) && !part.ends_with('s') {
        out.people.pop();
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
pub(super) fn is_other(word: &str) -> bool {
    let word = word.to_lowercase();
    word.split(['-', '.'])
        .filter(|w| !w.is_empty())
        .any(|w| calendar::is_time_alone(w) || OTHERS.has(w) || PICTURES.has(w))
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
            || matches!(c, '.' | '-' | '\'' | '’' | '‘' | ' ' | '·' | '\u{200c}')
            || is_combining_mark(c)
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
    fn leads_of_many_languages() {
        for line in [
            "Por: Ana Ruiz",
            "di Ana Ruiz",
            "Av Ana Ruiz",
            "Af Ana Ruiz",
            "Teksti: Ana Ruiz",
            "Haber: Ana Ruiz",
            "Της Ana Ruiz",
            "Γράφει η Ana Ruiz",
            "Írta: Ana Ruiz",
            "Piše: Ana Ruiz",
            "De Ana Ruiz",
            "Text: Ana Ruiz",
            "Tekst: Ana Ruiz Zdjęcia: Bo Li",
            "Ein Gastbeitrag von Ana Ruiz",
            "Propos recueillis par Ana Ruiz",
            "Oleh: Ana Ruiz",
            "โดย Ana Ruiz",
        ] {
            check(line, &["Ana Ruiz"], None);
        }
        for (line, name) in [
            ("Текст: Анна Орлова", "Анна Орлова"),
            ("От Анна Орлова", "Анна Орлова"),
            ("بقلم: ليلى حداد", "ليلى حداد"),
            ("كتبت ليلى حداد", "ليلى حداد"),
            ("מאת: נועה לוי", "נועה לוי"),
            ("लेखक: आशा वर्मा", "आशा वर्मा"),
            ("作者：陶小明 责任编辑：李四", "陶小明"),
            ("2025-05-13 21:15 来源：港口新闻网 作者：陶小明", "陶小明"),
            ("文：山田花子", "山田花子"),
        ] {
            check(line, &[name], None);
        }
        check("Di Maria", &["Di Maria"], None);
        check("De Ruiz, Anna", &["De Ruiz", "Anna"], None);
    }

    #[test]
    fn authors_beside_each_other() {
        for line in [
            "Ana Ruiz mit Bo Li",
            "Ana Ruiz (Harbour News) mit Bo Li",
            "Ana Ruiz, en collaboration avec Bo Li",
            "Ana Ruiz en colaboración con Bo Li",
            "Ana Ruiz e Bo Li",
            "Ana Ruiz en Bo Li",
            "Ana Ruiz i Bo Li",
            "Ana Ruiz ve Bo Li",
            "Ana Ruiz och Bo Li",
            "Ana Ruiz και Bo Li",
            "Ana Ruiz; additional reporting by Bo Li",
            "Ana Ruiz und Bo Li (Text), Jo Berg (Fotos)",
        ] {
            check(line, &["Ana Ruiz", "Bo Li"], None);
        }
        check("Ana Costa e Silva", &["Ana Costa e Silva"], None);
        check("José Ortega y Gasset", &["José Ortega y Gasset"], None);
        check("A. B. Ruiz, Foreign Desk", &["A. B. Ruiz"], None);
    }

    #[test]
    fn who_makes_pictures_is_no_author() {
        for line in [
            "Von Ana Ruiz und Bo Li (Fotos)",
            "Ana Ruiz (Text), Bo Li (Foto)",
            "Words by Ana Ruiz; Pictures by Bo Li",
            "Ana Ruiz; Bo Li, photographer",
            "Ana Ruiz (text and photos)",
            "Text und Fotos: Ana Ruiz",
            "Texte : Ana Ruiz / Photos : Bo Li",
        ] {
            check(line, &["Ana Ruiz"], None);
        }
        check("Photographs Bo Li", &[], None);
        check("Фото: Анна Орлова", &[], None);
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
