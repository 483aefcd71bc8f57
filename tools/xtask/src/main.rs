//! The project's own commands; `cargo xtask` lists them. Depends on nothing of the house, so it is there at once;
//! what measures the house is the program of `tools/eval`, which this one calls.

mod cases;
mod check;
mod dist;
mod house;
mod step;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND
  check [--slow]             rooms, formatting, lints, tests and docs: exactly what CI runs; --slow runs the tests
                             that take minutes as well, and checks the fuzz targets
  house                      only the rules of the house that need no compiler: rooms, lengths of files, lists
  cases [STAGE [FINDER]] [--update]
                             the cases of ingest, en, es, relate, publish; --update rewrites what they expect
  dist                       the program for this machine, as an archive with its checksum, under target/dist
and, run by the program of tools/eval:";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match words[..] {
        ["check"] => check::run(false),
        ["check", "--slow"] => check::run(true),
        ["house"] => house::check().map(|()| "the house is in order".to_owned()),
        ["cases", ref rest @ ..] => cases::run(rest),
        ["dist"] => dist::run(),
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
