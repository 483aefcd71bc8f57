//! The project's own commands; `cargo xtask` lists them. Depends on nothing of the house, so it is there at once;
//! what measures the house is the program of `tools/eval`, which this one calls.

mod cases;
mod check;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND
  check                      formatting, lints, tests and docs: exactly what CI runs
  cases [STAGE] [--update]   the cases of ingest, en, relate, publish; --update rewrites what they expect
and, run by the program of tools/eval:";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match words[..] {
        ["check", ..] => check::run(),
        ["cases", rest @ ..] => cases::run(rest),
        [] | ["help" | "--help" | "-h", ..] => {
            println!("{USAGE}");
            return check::evaluate(&[]);
        }
        _ => return check::evaluate(&args),
    };
    match result {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
