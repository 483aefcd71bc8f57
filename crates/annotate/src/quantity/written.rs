//! Numbers as they are written in digits: where one ends, and which of its marks is the decimal one.

/// The value of a digit: of ours, or of full width.
#[must_use]
pub fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => u8::try_from(c as u32 - '０' as u32).ok(),
        _ => None,
    }
}

/// Which of comma and point a language writes between whole and decimal digits; the other parts thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// "1,234.5".
    Point,
    /// "1.234,5".
    Comma,
}

/// A mark between two groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    /// The one that parts thousands.
    Group,
    /// The one in front of decimals.
    Decimal,
    Space,
    Apostrophe,
}

fn separator(c: char, style: Style) -> Option<Separator> {
    match (c, style) {
        (',' | '，', Style::Point) | ('.' | '．', Style::Comma) => Some(Separator::Group),
        ('.' | '．', Style::Point) | (',' | '，', Style::Comma) => Some(Separator::Decimal),
        (' ' | '\u{a0}' | '\u{202f}' | '\u{2009}', _) => Some(Separator::Space),
        ('\'' | '’', _) => Some(Separator::Apostrophe),
        _ => None,
    }
}

/// How many digits and how many bytes they take, from byte `at` on.
fn run(rest: &str, at: usize) -> (usize, usize) {
    let digits = rest
        .get(at..)
        .unwrap_or("")
        .chars()
        .map_while(|c| digit(c).map(|_| c.len_utf8()));
    digits.fold((0, 0), |(n, bytes), width| (n + 1, bytes + width))
}

/// The separator at byte `at` and its width.
fn mark(rest: &str, at: usize, style: Style) -> Option<(Separator, usize)> {
    let c = rest.get(at..)?.chars().next()?;
    separator(c, style).map(|s| (s, c.len_utf8()))
}

/// Length in bytes of the one number at the start of `rest`: "23,000", "1,20,000", "3.7", "10 000" with a
/// no-break space, "1 250 000", "1.250.000", "4,5" where no list goes on. `before` is the character in front.
#[must_use]
pub fn len(rest: &str, before: Option<char>, style: Style) -> usize {
    let (first, mut end) = run(rest, 0);
    // Groups of three behind one kind of mark.
    let mut groups = 0;
    let mut kind = None;
    if first <= 3 {
        while let Some((sep, width)) = mark(rest, end, style) {
            let (n, bytes) = run(rest, end + width);
            let fits = kind.is_none_or(|k| k == sep)
                && (n == 3 || n == 2 && sep == Separator::Group && style == Style::Point && pair(rest, end));
            let open = match sep {
                Separator::Group => true,
                Separator::Decimal | Separator::Apostrophe => {
                    groups > 0 || grouped_again(rest, end + width + bytes, sep, style)
                }
                Separator::Space => {
                    rest.get(end..).is_some_and(|t| !t.starts_with(' '))
                        || groups > 0
                        || rest.get(end + 1..end + 4) == Some("000")
                        || grouped_again(rest, end + width + bytes, sep, style)
                }
            };
            if !(fits && open) {
                break;
            }
            kind = Some(sep);
            groups += 1;
            end += width + bytes;
        }
    }
    // "192.168.100.200" is an address.
    if style == Style::Point && kind == Some(Separator::Decimal) && groups == 3 {
        return run(rest, 0).1;
    }
    let Some((sep, width)) = mark(rest, end, style) else {
        return end;
    };
    let (n, bytes) = run(rest, end + width);
    let decimal = match sep {
        _ if n == 0 || kind == Some(sep) => false,
        // "1.2.3" is a version or an address: the caller sees the glued point behind.
        Separator::Decimal => true,
        // A comma is the decimal mark behind groups of another mark, or with one or two digits and no list.
        Separator::Group => {
            let list = mark(rest, end + width + bytes, style)
                .is_some_and(|(_, w)| run(rest, end + width + bytes + w).0 > 0)
                || matches!(before, Some(',' | '.' | '/' | ':' | '-' | '–'));
            groups > 0 || n <= 2 && first <= 3 && !list
        }
        _ => false,
    };
    if decimal { end + width + bytes } else { end }
}

/// Whether a text begins with the decimal mark and digits, and is no ellipsis, version or file name.
#[must_use]
pub fn is_mark_first(rest: &str, style: Style) -> bool {
    let mark = match style {
        Style::Point => '.',
        Style::Comma => ',',
    };
    let Some(tail) = rest.strip_prefix(mark) else {
        return false;
    };
    let (n, bytes) = run(tail, 0);
    (1..=6).contains(&n)
        && !tail
            .get(bytes..)
            .is_some_and(|t| t.starts_with(['.', '_']) || t.starts_with(char::is_alphabetic))
}

/// Whether a pair of digits behind a comma is one of Indian grouping ("1,20,000"): pairs go on to a last
/// group of three.
fn pair(rest: &str, comma: usize) -> bool {
    let mut next = comma + 3;
    for _ in 0..6 {
        if rest.as_bytes().get(next) != Some(&b',') {
            return false;
        }
        match run(rest, next + 1).0 {
            3 => return true,
            2 => next += 3,
            _ => return false,
        }
    }
    false
}

/// Whether one more group of exactly three digits follows at byte `at`.
fn grouped_again(rest: &str, at: usize, sep: Separator, style: Style) -> bool {
    mark(rest, at, style).is_some_and(|(s, width)| s == sep && run(rest, at + width).0 == 3)
}

/// A written number as its digits and how many of them are decimals.
#[must_use]
pub fn decimal(raw: &str, style: Style) -> (String, i32) {
    let marks: Vec<(usize, Separator)> = raw
        .char_indices()
        .filter_map(|(i, c)| separator(c, style).map(|s| (i, s)))
        .collect();
    // The last mark is the decimal one where it stands alone of its kind and is no mark of thousands.
    let last = marks.last().filter(|(at, kind)| {
        let alone = marks.iter().filter(|(_, k)| k == kind).count() == 1;
        let width = raw
            .get(*at..)
            .and_then(|t| t.chars().next())
            .map_or(1, char::len_utf8);
        let behind = run(raw, at + width).0;
        alone
            && match kind {
                Separator::Decimal => true,
                Separator::Group => behind != 3 || marks.len() > 1,
                _ => false,
            }
    });
    let mut whole = String::with_capacity(raw.len());
    let mut places = 0;
    for (i, c) in raw.char_indices() {
        if let Some(d) = digit(c) {
            whole.push(char::from(b'0' + d));
            places += i32::from(last.is_some_and(|&(at, _)| i > at));
        }
    }
    (whole, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, number: &str, whole: &str, places: i32) {
        let end = len(text, None, Style::Point);
        assert_eq!(text.get(..end), Some(number), "{text}");
        assert_eq!(
            decimal(number, Style::Point),
            (whole.to_owned(), places),
            "{text}"
        );
    }

    #[test]
    fn marks_are_told_apart() {
        check("23,000 people", "23,000", "23000", 0);
        check("1,20,000", "1,20,000", "120000", 0);
        check("3.75 percent", "3.75", "375", 2);
        check("10\u{a0}000", "10\u{a0}000", "10000", 0);
        check("1 250 000 people", "1 250 000", "1250000", 0);
        check("40 000 people", "40 000", "40000", 0);
        check("1.250.000,50 euros", "1.250.000,50", "125000050", 2);
        check("1,250.50", "1,250.50", "125050", 2);
        check("4,5 percent", "4,5", "45", 1);
        check("4.800", "4.800", "4800", 3);
        check("1'000'000 francs", "1'000'000", "1000000", 0);
        check("１２，５００人", "１２，５００", "12500", 0);
    }

    #[test]
    fn two_numbers_stay_two() {
        check("27 787 jets", "27", "27", 0);
        check("22,24,26", "22", "22", 0);
        check("2016,17", "2016", "2016", 0);
        check("192.168.100.200", "192", "192", 0);
        check("5, 7", "5", "5", 0);
        check("3.", "3", "3", 0);
    }

    #[test]
    fn the_comma_may_be_the_decimal_mark() {
        let check = |text: &str, number: &str, whole: &str, places: i32| {
            let end = len(text, None, Style::Comma);
            assert_eq!(text.get(..end), Some(number), "{text}");
            assert_eq!(
                decimal(number, Style::Comma),
                (whole.to_owned(), places),
                "{text}"
            );
        };
        check("1.234 personas", "1.234", "1234", 0);
        check("1.234,5", "1.234,5", "12345", 1);
        check("3,25%", "3,25", "325", 2);
        check("2.5 millones", "2.5", "25", 1);
        check("10.000.000 de euros", "10.000.000", "10000000", 0);
        check("1,234,567.89", "1,234,567.89", "123456789", 2);
        check("5, 7", "5", "5", 0);
    }

    #[test]
    fn a_list_stays_a_list() {
        assert_eq!(len("24,26.", Some(','), Style::Point), 2);
    }
}
