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
    /// A bit for each length and for each first byte, modulo 64: most words asked for are told apart by these.
    lengths: u64,
    starts: u64,
}

impl WordList {
    /// The words of a file's text.
    #[must_use]
    pub fn read(text: &'static str) -> Self {
        let words: Vec<&'static str> = entries(text).map(strip_bars).collect();
        let bits = |of: fn(&str) -> u64| words.iter().fold(0, |bits, word| bits | of(word));
        Self {
            lengths: bits(|word| bit(word.len())),
            starts: bits(|word| bit(first_byte(word).into())),
            words,
        }
    }

    /// Whether `word` is listed, letter for letter.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.may_have(word.len(), first_byte(word)) && self.words.binary_search(&word).is_ok()
    }

    /// Whether `word` is listed in ASCII small letters. The list holds small letters alone.
    #[must_use]
    pub fn has_any_case(&self, word: &str) -> bool {
        let lower = || word.bytes().map(|b| b.to_ascii_lowercase());
        self.may_have(word.len(), first_byte(word).to_ascii_lowercase())
            && self
                .words
                .binary_search_by(|entry| entry.bytes().cmp(lower()))
                .is_ok()
    }

    /// Whether some word listed has this length, and some word this first byte.
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

/// The bit of a number, modulo 64.
fn bit(n: usize) -> u64 {
    1 << (n % 64)
}

fn first_byte(word: &str) -> u8 {
    word.bytes().next().unwrap_or(0)
}

/// Rows of a file, columns parted by tabs; the first column is the key.
#[derive(Debug, Clone)]
pub struct Table(Vec<&'static str>);

impl Table {
    /// The rows of a file's text.
    #[must_use]
    pub fn read(text: &'static str) -> Self {
        Self(entries(text).collect())
    }

    /// All rows, in order; each gives its columns.
    pub fn rows(&self) -> impl Iterator<Item = std::str::Split<'static, char>> + '_ {
        self.0.iter().map(|row| row.split('\t'))
    }

    /// The columns behind the key `key`. `None` where it is not listed.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<std::str::Split<'static, char>> {
        let key_of = |row: &&'static str| row.split('\t').next().unwrap_or("");
        let i = self.0.partition_point(|row| key_of(row) < key);
        let mut columns = self.0.get(i)?.split('\t');
        (columns.next() == Some(key)).then_some(columns)
    }

    /// The second column of the row with the key `key`.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&'static str> {
        self.find(key)?.next()
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
    let mut before = "";
    let mut key_before = "";
    for entry in entries(text) {
        let key = strip_bars(entry.split('\t').next().unwrap_or(""));
        if entry.trim() != entry {
            wrong.push(format!("space around {entry:?}"));
        }
        if key == key_before {
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
    }

    #[test]
    fn tells_what_is_wrong() {
        assert!(check("# what\n# source: own\n# used by: x\na\nb\n").is_empty());
        assert_eq!(check("b\na\na \n").len(), 5);
    }
}
