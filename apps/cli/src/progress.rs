//! Progress on standard error, where a person watches.

use std::io::IsTerminal;

use dossier::Step;
use indicatif::{ProgressBar, ProgressStyle};

/// A bar, or nothing where standard error is no terminal or quiet is asked for.
#[derive(Clone)]
pub struct Progress(ProgressBar);

/// While sources are read: their bytes, as they lie on the disk.
const BYTES: &str = "{msg:16} {bar:30.cyan} {bytes}/{total_bytes} {bytes_per_sec} {elapsed}, {eta} left";
/// While bytes are read whose number is not known.
const STREAM: &str = "{msg:16} {spinner} {bytes} {bytes_per_sec} {elapsed}";
/// While articles are worked on.
const ARTICLES: &str = "{msg:16} {bar:30.cyan} {pos}/{len} {elapsed}, {eta} left";

impl Progress {
    /// Starts to show that sources are read.
    pub fn new(quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        let bar = if shown {
            ProgressBar::new(0)
        } else {
            ProgressBar::hidden()
        };
        Self(bar)
    }

    fn style(&self, template: &str) {
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.0.set_style(style);
        }
    }

    /// So many bytes are to be read; `None` where nobody knows.
    pub fn sources(&self, bytes: Option<u64>) {
        self.style(if bytes.is_some() { BYTES } else { STREAM });
        self.0.set_message("opening");
        self.0.set_length(bytes.unwrap_or(0));
    }

    /// So many more bytes were read.
    pub fn bytes(&self, n: u64) {
        self.0.inc(n);
    }

    /// So many articles are done, of a number that is not known yet.
    pub fn articles(&self, n: usize) {
        self.0.set_message(match n {
            1 => "1 article".to_owned(),
            n => format!("{n} articles"),
        });
    }

    /// Takes a step of the chain.
    pub fn step(&self, step: Step) {
        match step {
            Step::Articles(n) => {
                self.style(ARTICLES);
                self.0.set_message("reading");
                self.0.set_position(0);
                self.0.set_length(n as u64);
            }
            Step::Annotated => self.0.inc(1),
            Step::Relating => self.0.set_message("comparing"),
        }
    }

    /// Clears the line.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}
