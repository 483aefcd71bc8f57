//! What readers said of rows, and the file that remembers it: `eval/gold/audit.tsv`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::kind::Kind;
use super::place::{self, Place};

/// What a reader says of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Right and well worded.
    Good,
    /// True, but badly worded, useless, or without a qualifier that it needs. The class, where one is given.
    Poor(Option<String>),
    /// Not what the words say, and what kind of error it is.
    Wrong(String),
}

impl Verdict {
    /// From the two fields of a sheet. `None` where both are empty: not judged.
    ///
    /// # Errors
    /// Where the word is no verdict, the class no name, or a wrong row has none.
    pub fn read(verdict: &str, class: &str) -> Result<Option<Self>, String> {
        let (word, inner) = verdict.trim().split_once(':').unwrap_or((verdict.trim(), ""));
        let class = match (inner.trim(), class.trim()) {
            ("", class) | (class, "") => class,
            (a, b) if a == b => a,
            (a, b) => return Err(format!("{a}, {b}: two classes")),
        };
        let named = class
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !named {
            return Err(format!(
                "{class}: no class; hint: small letters and hyphens, as in type"
            ));
        }
        let class = (!class.is_empty()).then(|| class.to_owned());
        match (word, class) {
            ("", None) => Ok(None),
            ("good", None) => Ok(Some(Self::Good)),
            ("good", Some(class)) => Err(format!("good, {class}: a good row has no class of error")),
            ("poor", class) => Ok(Some(Self::Poor(class))),
            ("wrong", Some(class)) => Ok(Some(Self::Wrong(class))),
            ("wrong", None) => Err("wrong: without a class; hint: eval/README.md names them".to_owned()),
            _ => Err(format!(
                "{word}: no verdict; hint: good, poor or wrong, then the class"
            )),
        }
    }

    /// Right, or at least true.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !matches!(self, Self::Wrong(_))
    }

    /// The first field.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Poor(_) => "poor",
            Self::Wrong(_) => "wrong",
        }
    }

    /// The second.
    #[must_use]
    pub fn class(&self) -> &str {
        match self {
            Self::Wrong(class) | Self::Poor(Some(class)) => class,
            _ => "",
        }
    }
}

/// A verdict and the places of the row that it judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What was said.
    pub verdict: Verdict,
    /// Where the row stood.
    pub places: Vec<Place>,
}

/// All verdicts by key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdicts(BTreeMap<String, Judged>);

/// First line of the file.
const HEADER: &str = "# key (kind, XXH3-64 of claim, places and words)\tverdict\tclass\tplaces (code points of an article's text@article). By key; no words of the articles\n";

/// What came of a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// Rows judged for the first time.
    pub new: usize,
    /// Rows judged otherwise before.
    pub changed: usize,
    /// Rows judged the same before.
    pub same: usize,
    /// Rows of the sheet without a verdict.
    pub empty: usize,
}

impl Verdicts {
    /// The verdicts of a file; none where there is no file yet.
    ///
    /// # Errors
    /// Where the file cannot be read, or a line is no verdict.
    pub fn open(path: &Path) -> Result<Self, String> {
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut out = Self::default();
        let taken = out.take(&text, &|_| None);
        taken.map_err(|e| format!("{}:{e}", path.display()))?;
        Ok(out)
    }

    /// What was said of a row.
    #[must_use]
    pub fn of(&self, key: &str) -> Option<&Verdict> {
        self.0.get(key).map(|j| &j.verdict)
    }

    /// All of them, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Judged)> {
        self.0.iter().map(|(key, j)| (key.as_str(), j))
    }

    /// Takes the lines of a sheet: key, verdict, class, and places, which `known` gives where the sheet has none. Takes
    /// all or nothing.
    ///
    /// # Errors
    /// Names every line that cannot be taken.
    pub fn take(&mut self, sheet: &str, known: &dyn Fn(&str) -> Option<Vec<Place>>) -> Result<Taken, String> {
        let (mut taken, mut lines, mut wrong) = (Taken::default(), Vec::new(), Vec::new());
        for (n, line) in sheet.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            match parse(line, known) {
                Ok(Some((key, judged))) => lines.push((key, judged)),
                Ok(None) => taken.empty += 1,
                Err(e) => wrong.push(format!("{}: {e}", n + 1)),
            }
        }
        if !wrong.is_empty() {
            return Err(wrong.join("\n"));
        }
        for (key, judged) in lines {
            match self.0.get(&key) {
                None => taken.new += 1,
                Some(earlier) if earlier.verdict == judged.verdict => taken.same += 1,
                Some(_) => taken.changed += 1,
            }
            self.0.insert(key, judged);
        }
        Ok(taken)
    }

    /// The text of the file.
    #[must_use]
    pub fn render(&self) -> String {
        let mut out = HEADER.to_owned();
        for (key, Judged { verdict, places }) in &self.0 {
            let places = place::write_all(places);
            let _ = writeln!(out, "{key}\t{}\t{}\t{places}", verdict.word(), verdict.class());
        }
        out
    }
}

/// The kind that a key begins with.
#[must_use]
pub fn kind_of(key: &str) -> Option<Kind> {
    let (kind, hash) = key.rsplit_once('-')?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    Kind::from_name(kind).filter(|_| is_hash)
}

fn parse(line: &str, known: &dyn Fn(&str) -> Option<Vec<Place>>) -> Result<Option<(String, Judged)>, String> {
    let mut fields = line.trim_end_matches('\r').split('\t');
    let mut field = || fields.next().unwrap_or("");
    let (key, verdict, class, places) = (field().trim(), field(), field(), field().trim());
    if kind_of(key).is_none() {
        return Err(format!("{key}: no key of a row"));
    }
    let Some(verdict) = Verdict::read(verdict, class).map_err(|e| format!("{key}: {e}"))? else {
        return Ok(None);
    };
    let places = if places.is_empty() {
        let places = known(key).map(|all| all.iter().map(Place::named).collect());
        places.ok_or_else(|| {
            format!(
                "{key}: no such row, and no places; hint: pass the articles with --data, or the whole sheet"
            )
        })?
    } else {
        place::read_all(places).map_err(|e| format!("{key}: {e}"))?
    };
    Ok(Some((key.to_owned(), Judged { verdict, places })))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "events-0123456789abcdef";

    #[test]
    fn a_verdict_is_a_word_and_a_class() {
        let wrong = || Ok(Some(Verdict::Wrong("type".to_owned())));
        assert_eq!(Verdict::read("good", ""), Ok(Some(Verdict::Good)));
        assert_eq!(Verdict::read(" poor ", ""), Ok(Some(Verdict::Poor(None))));
        assert_eq!(Verdict::read("wrong", "type"), wrong());
        assert_eq!(Verdict::read("wrong:type", ""), wrong());
        assert_eq!(Verdict::read("", ""), Ok(None));
        for (verdict, class) in [
            ("wrong", ""),
            ("fine", ""),
            ("good", "type"),
            ("", "type"),
            ("wrong", "Said Lind"),
            ("wrong:a", "b"),
        ] {
            assert!(Verdict::read(verdict, class).is_err(), "{verdict} {class}");
        }
    }

    #[test]
    fn a_sheet_is_taken_whole_or_not_at_all() {
        let mut verdicts = Verdicts::default();
        let good = format!("{KEY}\tgood\t\t3-9@a\tStory\tthe row\tits words\n");
        let sheet = format!("# key\tverdict\n{good}events-0123456789abcde0\tfine\t\t1-2@a\n");
        let refused = verdicts
            .take(&sheet, &|_| None)
            .expect_err("a line that is no verdict");
        assert!(refused.starts_with("3: events-"), "{refused}");
        assert_eq!(verdicts, Verdicts::default());
        let sheet = format!("{good}events-0123456789abcde0\t\t\t1-2@a\n");
        let taken = verdicts.take(&sheet, &|_| None).expect("a sheet");
        assert_eq!((taken.new, taken.empty), (1, 1));
        assert_eq!(verdicts.of(KEY), Some(&Verdict::Good));
    }

    #[test]
    fn places_that_a_sheet_leaves_out_come_from_the_record() {
        let mut verdicts = Verdicts::default();
        let sheet = format!("{KEY}\twrong\tparticipant\n");
        assert!(verdicts.take(&sheet, &|_| None).is_err());
        let places = place::read_all("3-9@a").expect("a place");
        assert!(verdicts.take(&sheet, &|_| Some(places.clone())).is_ok());
        let again = format!("{KEY}\tpoor\t\n");
        let taken = verdicts
            .take(&again, &|_| Some(places.clone()))
            .expect("a verdict");
        assert_eq!(taken.changed, 1);
    }

    #[test]
    fn what_is_written_is_read_back_and_holds_no_words() {
        let mut verdicts = Verdicts::default();
        let sheet = format!("{KEY}\twrong\tparticipant\t3-9@a 5-7@b\tStory\tthe row\tits words\n");
        verdicts.take(&sheet, &|_| None).expect("a sheet");
        let text = verdicts.render();
        assert!(text.ends_with(&format!("{KEY}\twrong\tparticipant\t3-9@a 5-7@b\n")));
        assert!(!text.contains("its words"));
        let mut again = Verdicts::default();
        again.take(&text, &|_| None).expect("the file");
        assert_eq!(again, verdicts);
    }
}
