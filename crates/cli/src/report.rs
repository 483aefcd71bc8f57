//! What is said on standard error.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use dossier::model::Note;

/// Notes past this number are counted, not printed.
const MOST_NOTES: usize = 50;

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

/// An error, its causes behind it, its hint on a line of its own.
pub fn error(error: &anyhow::Error) {
    say("error", RED, &format!("{error:#}"));
}

/// Remarks in order of their sources, each once.
pub fn notes(notes: &[Note]) {
    let mut notes: Vec<&Note> = notes.iter().collect();
    notes.sort();
    notes.dedup();
    for note in notes.iter().take(MOST_NOTES) {
        say("note", YELLOW, &format!("{}: {}", note.source, note.message));
    }
    let more = notes.len().saturating_sub(MOST_NOTES);
    if more > 0 {
        say(
            "note",
            YELLOW,
            &format!("{more} more notes; the record holds them all"),
        );
    }
}

/// A plain line.
pub fn line(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
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
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

/// Whether the reader of our output went away: no error of ours.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|e| e.downcast_ref::<std::io::Error>())
        .any(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
