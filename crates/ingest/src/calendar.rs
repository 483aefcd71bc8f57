//! Names of months and weekdays in the languages that news is written in: `lists/date/months.tsv` and `lists/date/weekdays.tsv`.

dossier_world::table!(MONTHS = "date/months.tsv");
dossier_world::table!(DAYS = "date/weekdays.tsv");

dossier_world::ranked!(ENGLISH_MONTHS = "date/english_months.tsv");

const ENGLISH_DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The month of a name as it is looked up. `None` where it means different months in different languages.
fn numbered_month(name: &str) -> Option<i16> {
    MONTHS.value(name)?.parse().ok()
}

/// Month by name or usual abbreviation at the start, with its length.
pub(crate) fn month(text: &str) -> Option<(i16, usize)> {
    if let Some((place, len)) = english(text, &ENGLISH_MONTHS) {
        return Some((place as i16 + 1, len));
    }
    if let Some(found) = numbered(text) {
        return Some(found);
    }
    let (number, len) = longest(text, numbered_month)?;
    // "آب/أغسطس": Arabic has two sets of names, and papers write both.
    let rest = text.get(len..)?;
    if let Some(other) = rest.strip_prefix('/')
        && let Some((same, more)) = longest(other, numbered_month)
        && same == number
    {
        return Some((number, len + 1 + more));
    }
    let dot = usize::from(rest.starts_with('.') && text.get(..len)?.chars().count() <= 5);
    Some((number, len + dot))
}

/// Length of a weekday's name or abbreviation at the start, without what follows it.
pub(crate) fn weekday(text: &str) -> usize {
    if let Some((_, len)) = english(text, &ENGLISH_DAYS) {
        return len;
    }
    longest(text, |name| DAYS.find(name).map(drop))
        .map(|found| found.1)
        .or_else(|| counted(text))
        .unwrap_or(0)
}

/// "星期三", "周三", "水曜日", "수요일": a sign for the day with one for "day of the week".
fn counted(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    if let Some(behind) = ["星期", "周", "週"].iter().find_map(|w| text.strip_prefix(*w)) {
        let day = behind
            .chars()
            .next()
            .filter(|c| "一二三四五六日天".contains(*c))?;
        return Some(text.len() - behind.len() + day.len_utf8());
    }
    let day = chars
        .next()
        .filter(|c| "月火水木金土日월화수목금토일".contains(*c))?;
    let rest = chars.as_str();
    let word = ["曜日", "요일", "曜"].iter().find(|w| rest.starts_with(**w))?;
    Some(day.len_utf8() + word.len())
}

/// Whether a word in small letters is the English name of a month or a weekday, and no person's: not April, May, June, August.
pub(crate) fn is_time_alone(word: &str) -> bool {
    let is_person = matches!(word, "april" | "may" | "june" | "august");
    !is_person && (ENGLISH_MONTHS.contains(&word) || ENGLISH_DAYS.contains(&word))
}

/// "tháng 4", "thg 4", "4月", "4월".
fn numbered(text: &str) -> Option<(i16, usize)> {
    let figures = |t: &str| t.bytes().take_while(u8::is_ascii_digit).count();
    let month = |t: &str| t.parse().ok().filter(|n| (1..=12).contains(n));
    let signed = figures(text);
    if signed > 0 {
        let sign = text
            .get(signed..)?
            .chars()
            .next()
            .filter(|c| matches!(c, '月' | '월'))?;
        return Some((month(text.get(..signed.min(3))?)?, signed + sign.len_utf8()));
    }
    let (word, rest) = text.split_once(' ')?;
    if !matches!(word, "tháng" | "Tháng" | "thg" | "Thg" | "THÁNG") {
        return None;
    }
    let digits = figures(rest);
    Some((month(rest.get(..digits.min(3))?)?, word.len() + 1 + digits))
}

fn english(text: &str, names: &[&str]) -> Option<(usize, usize)> {
    let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    // "Décembre" does not begin with an abbreviation of December, nor "juni" with one of June.
    if text
        .get(len..)?
        .starts_with(|c: char| c.is_alphabetic() && !c.is_ascii())
    {
        return None;
    }
    let word = text.get(..len)?.to_ascii_lowercase();
    let place = names
        .iter()
        .position(|n| *n == word || word.len() >= 3 && word.len() <= 5 && n.starts_with(word.as_str()))?;
    let dot = usize::from(len < 6 && text.get(len..)?.starts_with('.'));
    Some((place, len + dot))
}

/// The longest name, of two words or of one, at the start.
fn longest<T>(text: &str, find: impl Fn(&str) -> Option<T>) -> Option<(T, usize)> {
    if !text.starts_with(char::is_alphabetic) {
        return None;
    }
    let one = word(text);
    let two = text
        .get(one..)
        .and_then(|rest| rest.strip_prefix(' '))
        .map(word)
        .filter(|n| *n > 0);
    let whole = two.map(|n| one + 1 + n);
    let dotless = text.get(..one)?.trim_end_matches('.').len();
    [whole, Some(one), Some(dotless)]
        .into_iter()
        .flatten()
        .find_map(|len| Some((find(&key(text.get(..len)?))?, len)))
}

/// Length of the word at the start; no name is longer than thirty characters.
fn word(text: &str) -> usize {
    let inside = |c: &char| {
        !c.is_whitespace() && !c.is_numeric() && !matches!(c, ',' | '،' | '/' | '(' | ')' | '|' | ':')
    };
    text.chars().take_while(inside).take(30).map(char::len_utf8).sum()
}

/// A name as it is looked up: small letters, and Arabic without the signs that are often left out.
fn key(name: &str) -> String {
    let plain = |c| match c {
        'أ' | 'إ' | 'آ' => Some('ا'),
        '\u{200b}' | '\u{200c}' => None,
        'ي' => Some('ی'),
        'ك' => Some('ک'),
        c => Some(c),
    };
    name.chars()
        .flat_map(char::to_lowercase)
        .filter_map(plain)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_many_languages() {
        for (name, number) in [
            ("April", 4),
            ("Sept.", 9),
            ("września", 9),
            ("Μαρτίου", 3),
            ("décembre", 12),
            ("juni", 6),
            ("août", 8),
            ("février", 2),
            ("מרץ", 3),
            ("أغسطس", 8),
            ("اغسطس", 8),
            ("آب/أغسطس", 8),
            ("كانون الثاني", 1),
            ("มกราคม", 1),
            ("ม.ค.", 1),
            ("tháng 4", 4),
            ("4月", 4),
            ("ماي", 5),
            ("Ogos", 8),
            ("फ़रवरी", 2),
            ("janvāris", 1),
            ("březen", 3),
        ] {
            assert_eq!(month(name), Some((number, name.len())), "{name}");
        }
    }

    #[test]
    fn a_name_of_two_months_is_none() {
        // October in Croatian, November in Polish and Czech.
        assert_eq!(month("listopad"), None);
        for word in ["tháng 13", "13月", "月", "Ferry", "", "12", "marine"] {
            assert_eq!(month(word), None, "{word}");
        }
    }

    #[test]
    fn names_of_people_are_no_time() {
        assert!(is_time_alone("monday") && is_time_alone("december"));
        assert!(!is_time_alone("june") && !is_time_alone("ruiz"));
    }

    #[test]
    fn weekdays() {
        for name in [
            "Monday",
            "Mon",
            "Mittwoch",
            "lunes",
            "الأربعاء",
            "Понедельник",
            "星期三",
            "水曜日",
            "수요일",
            "周三",
        ] {
            assert_eq!(weekday(name), name.len(), "{name}");
        }
        for (text, len) in [
            ("Montag, 14. April", 6),
            ("Ferry", 0),
            ("Oslo", 0),
            ("水 14", 0),
            ("周", 0),
        ] {
            assert_eq!(weekday(text), len, "{text}");
        }
    }
}
