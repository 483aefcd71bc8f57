//! What is said on standard error.

use std::collections::BTreeMap;
use std::io::Write;

use anstyle::{AnsiColor, Style};
use dossier::ingest::{Outcome, Piece, Reason, Tally};
use dossier::model::Note;

/// The user asked for what cannot be.
#[derive(Debug)]
pub struct Usage(pub String);

impl std::fmt::Display for Usage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// An error of the system in plain words, without its number.
pub fn describe(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => {
            "permission denied; hint: check who may read or write there".to_owned()
        }
        std::io::ErrorKind::StorageFull => {
            "no space left on the disk; hint: free some, or write elsewhere".to_owned()
        }
        _ => {
            let text = error.to_string();
            let plain = text.split(" (os error").next().unwrap_or(&text);
            let mut chars = plain.chars();
            chars
                .next()
                .map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
        }
    }
}

/// An error, its causes behind it, its hint on a line of its own.
pub fn error(error: &anyhow::Error) {
    say("error", RED, &format!("{error:#}"));
}

/// A remark.
pub fn note(note: &Note) {
    say("note", YELLOW, &format!("{}: {}", note.source, note.message));
}

/// One line on how much was read and skipped, and why: "read 40 pages; skipped 12 records: 10 redirects or errors, 2
/// damaged".
pub fn summary(tally: &Tally, repeated: u64) {
    let mut sum = summed(tally);
    if repeated > 0 {
        sum.push_str(&format!("; left out {} read before", grouped(repeated)));
    }
    if !sum.is_empty() {
        line(&sum);
    }
}

fn summed(tally: &Tally) -> String {
    let mut parts = Vec::new();
    for (verb, outcome) in [("read", Outcome::Read), ("listed", Outcome::Listed)] {
        let all: Vec<String> = tally
            .iter()
            .filter(|(_, o, _)| *o == outcome)
            .map(|(piece, _, n)| counted(n, piece))
            .collect();
        if !all.is_empty() {
            parts.push(format!("{verb} {}", all.join(", ")));
        }
    }
    let mut skipped: BTreeMap<Piece, Vec<(Reason, u64)>> = BTreeMap::new();
    for (piece, outcome, n) in tally.iter() {
        if let Outcome::Skipped(reason) = outcome {
            skipped.entry(piece).or_default().push((reason, n));
        }
    }
    for (piece, reasons) in skipped {
        let sum = reasons.iter().map(|(_, n)| n).sum();
        let why: Vec<String> = reasons
            .iter()
            .map(|(r, n)| format!("{} {r}", grouped(*n)))
            .collect();
        parts.push(format!("skipped {}: {}", counted(sum, piece), why.join(", ")));
    }
    parts.join("; ")
}

fn counted(n: u64, piece: Piece) -> String {
    let name = if n == 1 { piece.as_str() } else { piece.plural() };
    format!("{} {name}", grouped(n))
}

/// A number with a comma between thousands.
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A plain line.
pub fn line(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{}", printable(text));
}

fn say(label: &str, style: Style, text: &str) {
    let (text, hint) = text
        .split_once("; hint: ")
        .map_or((text, None), |(t, h)| (t, Some(h)));
    let mut out = anstream::stderr().lock();
    let text = printable(text);
    let _ = writeln!(out, "{style}{label}:{style:#} {text}");
    if let Some(hint) = hint {
        let _ = writeln!(out, "{CYAN}hint:{CYAN:#} {}", printable(hint));
    }
}

/// File names and damaged fields may hold anything; a terminal gets nothing that moves its cursor.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || turns(c) { '\u{fffd}' } else { c })
        .collect()
}

/// Characters that turn the order of what stands beside them.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether the reader of our output went away: no error of ours.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|e| e.downcast_ref::<std::io::Error>())
        .any(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_what_was_read_and_why_not() {
        let mut tally = Tally::default();
        for _ in 0..1_812 {
            tally.add(Piece::Page, Outcome::Read);
        }
        tally.add(Piece::Record, Outcome::Skipped(Reason::Status));
        tally.add(Piece::Record, Outcome::Skipped(Reason::Damaged));
        assert_eq!(
            summed(&tally),
            "read 1,812 pages; skipped 2 records: 1 redirects or errors, 1 damaged"
        );
    }

    #[test]
    fn nothing_moves_the_cursor() {
        assert_eq!(
            printable("a\u{1b}[2Jb\u{9b}c\u{202e}d\n"),
            "a\u{fffd}[2Jb\u{fffd}c\u{fffd}d\u{fffd}"
        );
    }
}
