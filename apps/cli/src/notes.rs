//! What was remarked and counted on the way: all of it into a file where the user named one, a fair selection on the
//! terminal.

use std::collections::BTreeMap;
use std::path::Path;

use dossier::ingest::Tally;
use dossier::model::Note;
use dossier::publish::findings;

use crate::args::Input;
use crate::output::Lines;
use crate::report::{self, Usage};

/// Lines on the terminal, more or less.
const MOST: usize = 50;
/// Notes of one kind, where there are too many for all.
const OF_A_KIND: usize = 3;
/// Kinds that are told apart: a message that is never the same twice must not cost memory each time.
const KINDS: usize = 200;

/// Gathers notes as they come. Memory is bounded, however many there are.
pub struct Notes {
    file: Option<Lines>,
    failure: Option<anyhow::Error>,
    count: usize,
    kinds: BTreeMap<String, Kind>,
    /// Notes of kinds beyond the bound.
    others: usize,
    /// Articles that were there before.
    repeated: u64,
    /// What was read and skipped.
    pub tally: Tally,
}

/// Whether two paths are of one file that is there.
fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other && one.is_file(),
        _ => false,
    }
}

/// Notes that differ in their places and numbers alone.
struct Kind {
    count: usize,
    /// The first ones, with their numbers among all.
    kept: Vec<(usize, Note)>,
}

impl Notes {
    /// Opens the file for all of them, where one is named.
    ///
    /// # Errors
    /// Where it cannot be written, and where it is read as well.
    pub fn open(input: &Input) -> anyhow::Result<Self> {
        let file = input.notes.as_deref();
        if let Some(path) = file.filter(|f| input.paths.iter().any(|p| is_same(p, f))) {
            let message = format!(
                "{}: is read as well; hint: give another file to --notes",
                path.display()
            );
            return Err(Usage(message).into());
        }
        Ok(Self::into(file.map(|path| Lines::open(Some(path))).transpose()?))
    }

    /// Notes that go into a file as well, where there is one.
    fn into(file: Option<Lines>) -> Self {
        Self {
            file,
            failure: None,
            count: 0,
            kinds: BTreeMap::new(),
            others: 0,
            repeated: 0,
            tally: Tally::default(),
        }
    }

    /// Takes the next one.
    pub fn take(&mut self, note: Note) {
        if let (Some(file), None) = (&mut self.file, &self.failure) {
            self.failure = file.write(&(findings::note(&note) + "\n")).err();
        }
        self.count += 1;
        let kind = kind(&note.message);
        if self.kinds.len() >= KINDS && !self.kinds.contains_key(&kind) {
            self.others += 1;
            return;
        }
        let kind = self.kinds.entry(kind).or_insert_with(|| Kind {
            count: 0,
            kept: Vec::new(),
        });
        kind.count += 1;
        if kind.kept.len() < MOST {
            kind.kept.push((self.count, note));
        }
    }

    /// Takes one on an article that was left out, since it was there before.
    pub fn take_repeated(&mut self, note: Note) {
        self.repeated += 1;
        self.take(note);
    }

    /// Makes the file whole.
    ///
    /// # Errors
    /// Where it could not be written.
    pub fn finish(&mut self) -> anyhow::Result<()> {
        match (self.failure.take(), self.file.take()) {
            (Some(error), _) => Err(error),
            (None, Some(file)) => file.finish(),
            (None, None) => Ok(()),
        }
    }

    /// Tells them on standard error: all where there are few, else the first of each kind and how many more are like it.
    pub fn tell(&self) {
        if self.count <= MOST {
            let mut all: Vec<&(usize, Note)> = self.kinds.values().flat_map(|k| &k.kept).collect();
            all.sort();
            all.dedup_by(|a, b| a.1 == b.1);
            return all.iter().for_each(|(_, note)| report::note(note));
        }
        let mut kinds: Vec<&Kind> = self.kinds.values().collect();
        kinds.sort_by_key(|k| k.kept.first().map(|first| first.0));
        let mut lines = 0;
        let mut left = self.others;
        for kind in kinds {
            if lines >= MOST {
                left += kind.count;
                continue;
            }
            // One more like these takes as much room as the word that there is one.
            let shown = if kind.count == OF_A_KIND + 1 {
                kind.count
            } else {
                OF_A_KIND
            };
            kind.kept
                .iter()
                .take(shown)
                .for_each(|(_, note)| report::note(note));
            let more = kind.count.saturating_sub(shown);
            if more > 0 {
                report::line(&format!(
                    "      and {} more like this",
                    report::grouped(more as u64)
                ));
            }
            lines += shown.min(kind.count) + usize::from(more > 0);
        }
        if left > 0 {
            report::line(&format!(
                "      and {} of other kinds",
                report::grouped(left as u64)
            ));
        }
        if self.file.is_none() {
            report::line("hint: --notes FILE writes every note");
        }
    }

    /// The notes, then one line on how much was read and skipped; nothing where there is nothing to remark.
    pub fn sum_up(&self) {
        self.tell();
        if self.count > 0
            || self
                .tally
                .iter()
                .any(|(_, o, _)| matches!(o, dossier::ingest::Outcome::Skipped(_)))
        {
            report::summary(&self.tally, self.repeated);
        }
    }
}

/// A message without what differs from place to place: numbers, paths, and words in quotation marks or brackets.
fn kind(message: &str) -> String {
    let mut out = String::new();
    let (mut depth, mut quoted) = (0_usize, false);
    for word in message.split_whitespace().take(40) {
        let open = depth > 0 || quoted;
        quoted ^= word.matches('"').count() % 2 == 1;
        depth = (depth + word.matches('(').count()).saturating_sub(word.matches(')').count());
        let inner = word.trim_matches(|c: char| c.is_ascii_punctuation());
        let is_place = word.contains(['"', '(', '/'])
            || inner.contains(|c: char| c.is_ascii_digit() || c == '.' || c == ':');
        if !open && !is_place {
            out.push_str(word);
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_differ_in_places_and_numbers_are_of_one_kind() {
        let same = [
            (
                "same text as a.txt, counted once",
                "same text as b/c d.txt, counted once",
            ),
            (
                "is no JSON (expected value at line 1), skipped",
                "is no JSON (eof), skipped",
            ),
            (
                "dated in the future (2190-01-02)",
                "dated in the future (2191-01-02)",
            ),
            (
                "publication date \"so on\" is no date",
                "publication date \"x\" is no date",
            ),
        ];
        for (a, b) in same {
            assert_eq!(kind(a), kind(b).replace("b/c d.txt", ""), "{a}");
        }
        assert_ne!(kind("no text, skipped"), kind("no sentence in it, skipped"));
    }

    #[test]
    fn a_million_notes_need_the_room_of_a_few() {
        let mut notes = Notes::into(None);
        for i in 0..200_000_u32 {
            notes.take(Note::new(
                format!("crawl.warc:record {i}"),
                format!("odd{} thing", char::from_u32(0x4e00 + i % 9_000).unwrap_or('x')),
            ));
            notes.take(Note::new(format!("crawl.warc:record {i}"), "no text, skipped"));
        }
        assert_eq!(notes.count, 400_000);
        assert!(notes.kinds.len() <= KINDS);
        assert!(notes.kinds.values().all(|k| k.kept.len() <= MOST));
    }
}
