//! Progress on standard error, where a person watches.

use std::io::IsTerminal;

use dossier::Step;
use indicatif::{ProgressBar, ProgressStyle};

/// A bar, or nothing where standard error is no terminal or quiet is asked for.
pub struct Progress(ProgressBar);

impl Progress {
    /// Starts to show that sources are read.
    pub fn new(quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        let bar = if shown {
            ProgressBar::new(0)
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{msg:10} {bar:30.cyan} {pos}/{len} {elapsed}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// So many sources are to be read.
    pub fn sources(&self, n: usize) {
        self.0.set_message("opening");
        self.0.set_length(n as u64);
    }

    /// One more source was read.
    pub fn source_done(&self) {
        self.0.inc(1);
    }

    /// So many articles are done, of a number that is not known yet.
    pub fn articles(&self, n: usize) {
        self.0.set_message(format!("{n} read"));
    }

    /// Takes a step of the chain.
    pub fn step(&self, step: Step) {
        match step {
            Step::Articles(n) => {
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
