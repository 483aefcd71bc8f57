//! Odd input by the thousand, made from a seed: what must hold for any text, tried on texts that nobody wrote.
//!
//! No tool beside cargo is needed. Each input has a seed of its own, so a failure is seen again with
//! `cargo xtask fuzz TARGET --seed SEED --runs 1`; it is also made small and written under `target/fuzz`.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

mod generate;
mod page;
mod promise;

use generate::Maker;

/// An input: the bytes of one or more files.
type Input = Vec<Vec<u8>>;

/// What is tried: how an input is made, and what must hold for it.
struct Target {
    name: &'static str,
    make: fn(&mut Maker) -> Input,
    check: fn(&Input),
}

const TARGETS: &[Target] = &[
    Target {
        name: "annotate",
        make: |m| vec![m.date().into_bytes(), m.text().into_bytes()],
        check: promise::annotate,
    },
    Target {
        name: "ingest",
        make: |m| vec![m.file()],
        check: promise::ingest,
    },
    Target {
        name: "page",
        make: |m| vec![m.page()],
        check: promise::page,
    },
    Target {
        name: "chain",
        make: |m| {
            let first = m.text();
            let second = m.retelling(&first);
            vec![first.into_bytes(), second.into_bytes()]
        },
        check: promise::chain,
    },
];

/// An input that takes longer than this, however small, is a find.
const SLOW: Duration = Duration::from_secs(10);

/// Where finds are written.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/fuzz");

/// What the user asked for.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How long each target is tried: `--seconds`.
    pub time: Duration,
    /// The first seed: `--seed`.
    pub seed: u64,
    /// How many inputs at most: `--runs`.
    pub runs: u64,
}

impl Options {
    /// From the command line; unknown words are left to others.
    #[must_use]
    pub fn from_args(args: &[String]) -> Self {
        let number = |name: &str| {
            let i = args.iter().position(|a| a == name)?;
            args.get(i + 1)?.parse().ok()
        };
        Self {
            time: Duration::from_secs(number("--seconds").unwrap_or(60)),
            seed: number("--seed").unwrap_or(1),
            runs: number("--runs").unwrap_or(u64::MAX),
        }
    }
}

/// Tries one target, or all, one after the other.
///
/// # Errors
/// Where the name is unknown, or an input breaks a promise.
pub fn run(name: Option<&str>, options: Options) -> Result<String, String> {
    let chosen: Vec<&Target> = TARGETS
        .iter()
        .filter(|t| name.is_none_or(|n| n == t.name))
        .collect();
    if chosen.is_empty() {
        let names: Vec<&str> = TARGETS.iter().map(|t| t.name).collect();
        return Err(format!(
            "{}: no such target; hint: one of {}",
            name.unwrap_or(""),
            names.join(", ")
        ));
    }
    let mut out = String::new();
    for target in chosen {
        let tried = with_quiet_panics(|| try_target(target, options))?;
        let _ = writeln!(out, "{:9} {tried} inputs, all promises kept", target.name);
    }
    Ok(out)
}

/// Tries inputs until time or number is up. How many there were.
fn try_target(target: &Target, options: Options) -> Result<u64, String> {
    let folder = PathBuf::from(FOLDER);
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let start = Instant::now();
    let mut tried = 0;
    while tried < options.runs && start.elapsed() < options.time {
        let seed = options.seed.wrapping_add(tried);
        // A stack that runs over ends the process: the seed tells then which input it was.
        let last = folder.join(format!("{}-last-seed", target.name));
        std::fs::write(&last, seed.to_string()).map_err(|e| format!("{}: {e}", last.display()))?;
        let input = (target.make)(&mut Maker::new(seed));
        if let Some(broken) = failure(target, &input) {
            let small = shrink(target, input, &broken);
            let mut report = format!(
                "{} breaks a promise: {broken}\n  see it again with: cargo xtask fuzz {} --seed {seed} --runs 1",
                target.name, target.name
            );
            for (i, part) in small.iter().enumerate() {
                let path = folder.join(format!("{}-{seed}-{i}", target.name));
                std::fs::write(&path, part).map_err(|e| format!("{}: {e}", path.display()))?;
                let _ = write!(
                    report,
                    "\n  made small: {} {:?}",
                    path.display(),
                    String::from_utf8_lossy(part.get(..part.len().min(400)).unwrap_or(&[]))
                );
            }
            return Err(report);
        }
        tried += 1;
    }
    Ok(tried)
}

thread_local! {
    /// What the last panic said, and where.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

fn with_quiet_panics<T>(work: impl FnOnce() -> T) -> T {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(|info| SAID.set(info.to_string().replace('\n', " "))));
    let out = work();
    std::panic::set_hook(before);
    out
}

/// Which promise the input breaks.
fn failure(target: &Target, input: &Input) -> Option<String> {
    let start = Instant::now();
    if catch_unwind(AssertUnwindSafe(|| (target.check)(input))).is_err() {
        return Some(SAID.take());
    }
    (start.elapsed() > SLOW).then(|| format!("took {:.0?}", start.elapsed()))
}

/// Where a panic happened, without the values that differ between inputs.
fn place(said: &str) -> &str {
    said.split(": ").next().unwrap_or(said)
}

/// Cuts pieces out, large ones first, while the same promise stays broken.
fn shrink(target: &Target, mut input: Input, broken: &str) -> Input {
    let start = Instant::now();
    for part in 0..input.len() {
        let mut size = input.get(part).map_or(0, Vec::len) / 2;
        while size > 0 && start.elapsed() < Duration::from_secs(60) {
            let mut at = 0;
            while at < input.get(part).map_or(0, Vec::len) {
                let mut less = input.clone();
                if let Some(bytes) = less.get_mut(part) {
                    let end = (at + size).min(bytes.len());
                    bytes.drain(at..end);
                }
                if failure(target, &less).is_some_and(|f| place(&f) == place(broken)) {
                    input = less;
                } else {
                    at += size;
                }
            }
            size /= 2;
        }
    }
    input
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_inputs_of_every_target_keep_the_promises() {
        let options = Options {
            time: Duration::from_secs(60),
            seed: 1,
            runs: 24,
        };
        run(None, options).expect("promises kept");
    }

    #[test]
    fn a_broken_promise_is_found_and_made_small() {
        let target = Target {
            name: "self-test",
            make: |m| vec![m.text().into_bytes()],
            check: |input| assert!(!input[0].contains(&b'e'), "an e"),
        };
        let found = with_quiet_panics(|| {
            let input = vec![b"one two three four".to_vec()];
            let broken = failure(&target, &input).expect("broken");
            shrink(&target, input, &broken)
        });
        assert_eq!(found, [b"e".to_vec()]);
    }

    #[test]
    fn a_seed_gives_the_same_input_twice() {
        for target in TARGETS {
            assert_eq!(
                (target.make)(&mut Maker::new(7)),
                (target.make)(&mut Maker::new(7))
            );
        }
    }
}
