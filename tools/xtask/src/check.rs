//! What CI runs.

use std::process::{Command, ExitCode};

/// Formatting, lints, tests and docs, in this order; stops at the first that fails.
///
/// # Errors
/// Names the step that failed.
pub fn run() -> Result<String, String> {
    step("fmt", &["fmt", "--all", "--check"], &[])?;
    step(
        "clippy",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ],
        &[],
    )?;
    step("test", &["test", "--workspace", "--quiet"], &[])?;
    step(
        "doc",
        &["doc", "--workspace", "--no-deps", "--quiet"],
        &[("RUSTDOCFLAGS", "-D warnings")],
    )?;
    Ok("check passed".to_owned())
}

fn step(name: &str, args: &[&str], env: &[(&str, &str)]) -> Result<(), String> {
    eprintln!("== {name}");
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let status = Command::new(cargo)
        .args(args)
        .envs(env.iter().copied())
        .status()
        .map_err(|e| format!("cargo {}: {e}", args.join(" ")))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name} failed; hint: run cargo {}", args.join(" ")))
    }
}

/// Runs the program that measures the house, with these words.
pub fn evaluate(args: &[String]) -> ExitCode {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let status = Command::new(cargo)
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
