//! What CI runs.

use std::process::{Command, ExitCode};

use crate::house;
use crate::step::{cargo, has, program, say, timed};

/// The rules of the house, formatting, lints, tests and docs, in this order; stops at the first that fails. With `slow`,
/// the tests that take minutes and the fuzz targets as well.
///
/// # Errors
/// Names the step that failed.
pub fn run(slow: bool) -> Result<String, String> {
    timed("house", house::check)?;
    timed("fmt", || cargo(&["fmt", "--all", "--check"], &[]))?;
    if has("deny") {
        timed("deny", || cargo(&["deny", "--log-level", "error", "check"], &[]))?;
    } else {
        say("== deny: skipped; hint: cargo install cargo-deny");
    }
    timed("clippy", || {
        let args = "clippy --workspace --all-targets --quiet -- -D warnings";
        cargo(&args.split(' ').collect::<Vec<_>>(), &[])
    })?;
    timed("test", || {
        let args = if slow {
            "test --workspace --quiet -- --include-ignored"
        } else {
            "test --workspace --quiet"
        };
        cargo(&args.split(' ').collect::<Vec<_>>(), &[])
    })?;
    timed("doc", || {
        let args = ["doc", "--workspace", "--no-deps", "--quiet"];
        cargo(&args, &[("RUSTDOCFLAGS", "-D warnings")])
    })?;
    if slow {
        timed("arrow", || {
            let args = "test --quiet --package dossier-wire --features arrow --test arrow";
            cargo(&args.split(' ').collect::<Vec<_>>(), &[])
        })?;
        timed("fuzz targets", || {
            let path = "tools/fuzz/Cargo.toml";
            let args = [
                "check",
                "--quiet",
                "--manifest-path",
                path,
                "--target-dir",
                "target/fuzz",
            ];
            cargo(&args, &[])
        })?;
    }
    Ok("check passed".to_owned())
}

/// Runs the program that measures the house, with these words.
pub fn evaluate(args: &[String]) -> ExitCode {
    let status = Command::new(program())
        .args(["run", "--quiet", "--package", "dossier-eval", "--"])
        .args(args)
        .status();
    match status {
        Ok(status) => ExitCode::from(status.code().and_then(|c| u8::try_from(c).ok()).unwrap_or(2)),
        Err(e) => {
            eprintln!("cargo run --package dossier-eval: {e}");
            ExitCode::from(2)
        }
    }
}
