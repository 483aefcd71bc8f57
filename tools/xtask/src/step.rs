//! One thing after the other, each with its name and its time.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Tells the name of a step, does it, and tells how long it took.
///
/// # Errors
/// Those of the step.
pub fn timed(name: &str, work: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    say(&format!("== {name}"));
    let start = Instant::now();
    let result = work();
    say(&format!("   {name}: {:.1} s", start.elapsed().as_secs_f64()));
    result
}

/// Runs cargo with these words.
///
/// # Errors
/// Where it fails: the command, to be run again alone.
pub fn cargo(args: &[&str], env: &[(&str, &str)]) -> Result<(), String> {
    let status = Command::new(program())
        .args(args)
        .envs(env.iter().copied())
        .status()
        .map_err(|e| format!("cargo {}: {e}", args.join(" ")))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("failed; hint: run cargo {}", args.join(" ")))
    }
}

/// Whether cargo has a command of this name.
pub fn has(command: &str) -> bool {
    Command::new(program())
        .args([command, "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The cargo that runs this program.
pub fn program() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Writes a line at once, also into a pipe.
pub fn say(line: &str) {
    let mut out = std::io::stderr().lock();
    // A closed pipe is no reason to stop checking.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
