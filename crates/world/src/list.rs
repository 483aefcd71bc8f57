//! Lists as files: words or rows of a crate's folder `lists/`, embedded, read once at first use.
//!
//! A file begins with a header of lines that start with `#`: what the list holds, `source:` where it is from and
//! `used by:` who reads it. One entry a line follows, sorted by bytes, none twice ([`check`] tells what is wrong).
//! Where a space at an end of a word belongs to it, a bar shows the end: `photo by |`, `| said`.

use std::ops::Deref;

/// Words of a file, one a line.
#[derive(Debug, Clone)]
pub struct WordList {
    words: Vec<&'static str>,
    /// Of a long list: where each word stands, counted from one, at a place that its letters give; zero where
    /// none does. Its length is a power of two.
    places: Vec<u16>,
    /// A bit for each length and for each first byte, modulo 64: most words asked for are told apart by these.
    lengths: u64,
    starts: u64,
}

impl WordList {
    /// The words of a file's text.
    #[must_use]
    pub fn read(text: &'static str) -> Self {
        Self::of(entries(text).map(strip_bars).collect())
    }

    fn of(words: Vec<&'static str>) -> Self {
        let bits = |of: fn(&str) -> u64| words.iter().fold(0, |bits, word| bits | of(word));
        Self {
            lengths: bits(|word| bit(word.len())),
            starts: bits(|word| bit(first_byte(word).into())),
            places: places(&words),
            words,
        }
    }

    /// Whether `word` is listed, letter for letter.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.may_have(word.len(), first_byte(word)) && self.place(word).is_some()
    }

    /// Whether `word` is listed in ASCII small letters. The list holds small letters alone.
    #[must_use]
    pub fn has_any_case(&self, word: &str) -> bool {
        self.may_have(word.len(), first_byte(word).to_ascii_lowercase()) && self.has_small(word)
    }

    fn has_small(&self, word: &str) -> bool {
        let small = word.bytes().map(|b| b.to_ascii_lowercase());
        self.look_up(small, |entry| entry.eq_ignore_ascii_case(word))
            .is_some()
    }

    /// Where `word` stands in the list, letter for letter.
    fn place(&self, word: &str) -> Option<usize> {
        self.look_up(word.bytes(), |entry| entry == word)
    }

    /// Where the word of these bytes stands, told by `is`.
    fn look_up(&self, word: impl Iterator<Item = u8>, is: impl Fn(&str) -> bool) -> Option<usize> {
        if self.places.is_empty() {
            return self.words.iter().position(|entry| is(entry));
        }
        let mask = self.places.len() - 1;
        let mut at = mixed(word) & mask;
        while let Some(&place) = self.places.get(at).filter(|&&place| place != 0) {
            let place = usize::from(place) - 1;
            if self.words.get(place).is_some_and(|entry| is(entry)) {
                return Some(place);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// Whether some word listed has this length, and some word this first byte.
    #[inline]
    fn may_have(&self, length: usize, first: u8) -> bool {
        self.lengths & bit(length) != 0 && self.starts & bit(first.into()) != 0
    }
}

impl Deref for WordList {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        &self.words
    }
}

/// Most words of a list that is looked through one by one.
const SHORT: usize = 8;

/// Where each word stands, at a place that its letters give. Empty for a short list.
fn places(words: &[&str]) -> Vec<u16> {
    if words.len() <= SHORT || words.len() >= usize::from(u16::MAX) {
        return Vec::new();
    }
    let mut places = vec![0; (words.len() * 2).next_power_of_two()];
    let mask = places.len() - 1;
    for (number, word) in (1..).zip(words) {
        let mut at = mixed(word.bytes()) & mask;
        while places.get(at).is_some_and(|&place| place != 0) {
            at = (at + 1) & mask;
        }
        if let Some(place) = places.get_mut(at) {
            *place = number;
        }
    }
    places
}

/// A number from the bytes of a word (FNV-1a). The words are our own, so nobody can choose words that collide.
fn mixed(word: impl Iterator<Item = u8>) -> usize {
    let hash = word.fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash ^ (hash >> 15)) as usize
}

/// The bit of a number, modulo 64.
#[inline]
fn bit(n: usize) -> u64 {
    1 << (n % 64)
}

#[inline]
fn first_byte(word: &str) -> u8 {
    word.bytes().next().unwrap_or(0)
}

/// Rows of a file, columns parted by tabs; the first column is the key.
#[derive(Debug, Clone)]
pub struct Table {
    rows: Vec<&'static str>,
    keys: WordList,
}

impl Table {
    /// The rows of a file's text.
    #[must_use]
    pub fn read(text: &'static str) -> Self {
        let rows: Vec<&'static str> = entries(text).collect();
        let keys = rows.iter().map(|row| row.split('\t').next().unwrap_or(""));
        Self {
            keys: WordList::of(keys.collect()),
            rows,
        }
    }

    /// All rows, in order; each gives its columns.
    pub fn rows(&self) -> impl Iterator<Item = std::str::Split<'static, char>> + '_ {
        self.rows.iter().map(|row| row.split('\t'))
    }

    /// The keys in the order of the numbers in their second column.
    #[must_use]
    pub fn ranked(&self) -> Vec<&'static str> {
        let mut keys = self.numbered();
        keys.sort_by_key(|(_, rank)| *rank);
        keys.into_iter().map(|(key, _)| key).collect()
    }

    /// The keys with the numbers in their second column.
    #[must_use]
    pub fn numbered(&self) -> Vec<(&'static str, usize)> {
        let number = |row: &mut std::str::Split<'static, char>| row.next()?.parse().ok();
        self.rows()
            .filter_map(|mut row| Some((strip_bars(row.next()?), number(&mut row)?)))
            .collect()
    }

    /// The columns behind the key `key`. `None` where it is not listed.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<std::str::Split<'static, char>> {
        if self.keys.may_have(key.len(), first_byte(key)) {
            self.row(key)
        } else {
            None
        }
    }

    fn row(&self, key: &str) -> Option<std::str::Split<'static, char>> {
        let mut columns = self.rows.get(self.keys.place(key)?)?.split('\t');
        columns.next();
        Some(columns)
    }

    /// The second column of the row with the key `key`.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&'static str> {
        self.find(key)?.next()
    }
}

/// What the words of a file mean: rows of two columns, the second read as a value.
#[derive(Debug, Clone)]
pub struct Values<T> {
    keys: WordList,
    values: Vec<T>,
    unread: Vec<&'static str>,
}

impl<T: Copy> Values<T> {
    /// The values of a file's text, read by `parse`.
    #[must_use]
    pub fn read(text: &'static str, parse: impl Fn(&'static str) -> Option<T>) -> Self {
        let (mut keys, mut values, mut unread) = (Vec::new(), Vec::new(), Vec::new());
        for entry in entries(text) {
            let read = entry
                .split_once('\t')
                .and_then(|(word, value)| Some((word, parse(value)?)));
            match read {
                Some((key, value)) => {
                    keys.push(key);
                    values.push(value);
                }
                None => unread.push(entry),
            }
        }
        Self {
            keys: WordList::of(keys),
            values,
            unread,
        }
    }

    /// The value of `word`, letter for letter.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<T> {
        if self.keys.may_have(word.len(), first_byte(word)) {
            self.values.get(self.keys.place(word)?).copied()
        } else {
            None
        }
    }

    /// Rows that `parse` did not understand: a test of the list's owner says that there is none.
    #[must_use]
    pub fn unread(&self) -> &[&'static str] {
        &self.unread
    }
}

/// The entries of a list's text: what is neither header nor empty.
pub fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// An entry without the bars that show its ends.
fn strip_bars(entry: &str) -> &str {
    let entry = entry
        .strip_prefix("| ")
        .map_or(entry, |_| entry.get(1..).unwrap_or(entry));
    entry
        .strip_suffix(" |")
        .map_or(entry, |_| entry.get(..entry.len() - 1).unwrap_or(entry))
}

/// What is wrong with a list's text: no header, no source, not sorted, a repeat, a space too many. Empty where
/// all is well. Tests of each crate call it for every file of their `lists/`.
#[must_use]
pub fn check(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !text.starts_with("# ") {
        wrong.push("no header that says what it holds".to_owned());
    }
    for field in ["# source: ", "# used by: "] {
        if !text.lines().any(|l| l.starts_with(field)) {
            wrong.push(format!("no line `{}` in the header", field.trim_end()));
        }
    }
    // Rules of which the first that fits counts stand in their own order, and may begin alike.
    let ordered = text.lines().any(|l| l.starts_with("# order: "));
    let mut before = "";
    let mut key_before = "";
    for entry in entries(text) {
        let key = strip_bars(entry.split('\t').next().unwrap_or(""));
        if entry.trim() != entry {
            wrong.push(format!("space around {entry:?}"));
        }
        if ordered {
        } else if key == key_before {
            wrong.push(format!("{key:?} stands twice"));
        } else if key < key_before {
            wrong.push(format!("{entry:?} stands behind {before:?}: not sorted by bytes"));
        }
        (before, key_before) = (entry, key);
    }
    if before.is_empty() {
        wrong.push("no entry".to_owned());
    }
    wrong
}

/// A list of words as a static: `words!(pub(super) MONTHS = "time/months.txt")` reads `lists/time/months.txt` of
/// the crate that calls it, at first use.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis $name:ident = $path:literal) => {
        $(#[$meta])*
        $vis static $name: std::sync::LazyLock<$crate::WordList> = std::sync::LazyLock::new(|| {
            $crate::WordList::read(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/lists/", $path)))
        });
    };
}

/// A table as a static: `table!(UNITS = "quantity/units.tsv")` reads `lists/quantity/units.tsv` of the crate that
/// calls it, at first use.
#[macro_export]
macro_rules! table {
    ($(#[$meta:meta])* $vis:vis $name:ident = $path:literal) => {
        $(#[$meta])*
        $vis static $name: std::sync::LazyLock<$crate::Table> = std::sync::LazyLock::new(|| {
            $crate::Table::read(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/lists/", $path)))
        });
    };
}

/// Words with their meanings as a static: `values!(SIGNS: Sign = "clause/signs.tsv", Sign::parse)` reads
/// `lists/clause/signs.tsv` of the crate that calls it, at first use.
#[macro_export]
macro_rules! values {
    ($(#[$meta:meta])* $vis:vis $name:ident: $type:ty = $path:literal, $parse:expr) => {
        $(#[$meta])*
        $vis static $name: std::sync::LazyLock<$crate::Values<$type>> = std::sync::LazyLock::new(|| {
            $crate::Values::read(
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/lists/", $path)),
                $parse,
            )
        });
    };
}

/// Words in an order that counts, as a static: `ranked!(FIELDS = "html/fields.tsv")` reads a table of words and
/// their ranks.
#[macro_export]
macro_rules! ranked {
    ($(#[$meta:meta])* $vis:vis $name:ident = $path:literal) => {
        $(#[$meta])*
        $vis static $name: std::sync::LazyLock<Vec<&'static str>> = std::sync::LazyLock::new(|| {
            $crate::Table::read(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/lists/", $path))).ranked()
        });
    };
}

/// Words with a number each, as a static: `numbered!(MOST = "tail/starts.tsv")` reads a table of words and numbers.
#[macro_export]
macro_rules! numbered {
    ($(#[$meta:meta])* $vis:vis $name:ident = $path:literal) => {
        $(#[$meta])*
        $vis static $name: std::sync::LazyLock<Vec<(&'static str, usize)>> = std::sync::LazyLock::new(|| {
            $crate::Table::read(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/lists/", $path))).numbered()
        });
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words() {
        let list = WordList::read("# x\nand\nor\nto\n");
        assert!(list.has("or") && !list.has("Or") && list.has_any_case("OR") && !list.has_any_case("o"));
        assert_eq!(list.len(), 3);
    }

    #[test]
    fn finds_words_of_long_lists() {
        let text = "# x\na\nab\nabc\nabcd\nb\nba\nbb\nbc\nc\nca\ncb\nza\n";
        let list = WordList::read(text);
        for word in entries(text) {
            assert!(
                list.has(word) && list.has_any_case(&word.to_uppercase()),
                "{word}"
            );
        }
        assert!(!list.has("") && !list.has("zz") && !list.has("Za") && !list.has("aba"));
    }

    #[test]
    fn bars_show_spaces_at_ends() {
        let text = "# x\n| via |\nphoto by |\nphoto by me\n";
        let list = WordList::read(text);
        assert!(list.has(" via ") && list.has("photo by ") && !list.has("photo by"));
        assert!(!check(text).iter().any(|w| w.contains("sorted")));
    }

    #[test]
    fn finds_rows() {
        let table = Table::read("# x\na\t1\tone\nab\t2\ttwo\n");
        assert_eq!(table.value("ab"), Some("2"));
        assert_eq!(table.value("b"), None);
        assert_eq!(table.rows().count(), 2);
        let table = Table::read("# x\na |\t2\nb\t1\n");
        assert_eq!(table.ranked(), ["b", "a "]);
        assert_eq!(table.numbered(), [("a ", 2), ("b", 1)]);
    }

    #[test]
    fn reads_values() {
        let values = Values::read("# x\na\t1\nb\tmany\nc\t3\n", |v| v.parse::<u8>().ok());
        assert_eq!((values.get("c"), values.get("b")), (Some(3), None));
        assert_eq!(values.unread(), ["b\tmany"]);
    }

    #[test]
    fn tells_what_is_wrong() {
        assert!(check("# what\n# source: own\n# used by: x\na\nb\n").is_empty());
        assert_eq!(check("b\na\na \n").len(), 5);
    }
}
