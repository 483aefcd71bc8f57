//! The `dossier` command: files, progress, the clock. What it writes is decided elsewhere.

mod args;
mod commands;
mod corrections;
mod each;
mod findings;
mod input;
mod known;
mod notes;
mod output;
mod progress;
mod report;
mod stop;

use std::process::ExitCode;

use clap::Parser;

// Short-lived strings by the million, from several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Deeply nested pages are parsed by recursion.
const STACK: usize = 16 << 20;

fn main() -> ExitCode {
    let args = args::Args::parse();
    args.global.color.set();
    stop::listen();
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(args.global.jobs.unwrap_or(0))
        .stack_size(STACK)
        .build_global();
    let outcome = threads
        .map_err(anyhow::Error::from)
        .and_then(|()| commands::run(&args));
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) if report::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report::error(&error);
            if error.is::<report::Usage>() {
                ExitCode::from(2)
            } else {
                ExitCode::from(1)
            }
        }
    }
}
