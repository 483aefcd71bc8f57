//! The cases of each stage: text in, findings out.

use std::process::Command;

/// A stage whose cases one test runs.
struct Stage {
    /// As the folder of its cases is called.
    name: &'static str,
    /// The package with the test `cases`.
    package: &'static str,
    /// What the test functions of this stage are called, where the package tests another, too.
    filter: Option<&'static str>,
}

const STAGES: [Stage; 5] = [
    Stage {
        name: "ingest",
        package: "dossier-ingest",
        filter: None,
    },
    Stage {
        name: "en",
        package: "dossier-en",
        filter: None,
    },
    Stage {
        name: "es",
        package: "dossier-es",
        filter: None,
    },
    Stage {
        name: "relate",
        package: "dossier",
        filter: Some("relate"),
    },
    Stage {
        name: "publish",
        package: "dossier",
        filter: Some("publish"),
    },
];

/// Runs the cases of all stages or of one, of a language those of one finder: `en times`. With `--update` it rewrites what
/// they expect.
///
/// # Errors
/// Where a case fails, or no stage has that name.
pub fn run(words: &[&str]) -> Result<String, String> {
    let update = words.contains(&"--update");
    let mut names = words.iter().filter(|w| **w != "--update");
    let (stage, finder) = (names.next(), names.next());
    let chosen: Vec<&Stage> = STAGES
        .iter()
        .filter(|s| stage.is_none_or(|name| *name == s.name))
        .collect();
    if chosen.is_empty() {
        let all: Vec<&str> = STAGES.iter().map(|s| s.name).collect();
        return Err(format!("no such stage; hint: one of {}", all.join(", ")));
    }
    for stage in chosen {
        eprintln!("== cases of {}", stage.name);
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = Command::new(cargo);
        command.args(["test", "--quiet", "--package", stage.package, "--test", "cases"]);
        command.args(finder.copied().or(stage.filter));
        if update {
            command.env("DOSSIER_UPDATE_CASES", "1");
        }
        let status = command.status().map_err(|e| format!("cargo: {e}"))?;
        if !status.success() {
            return Err(format!("the cases of {} failed", stage.name));
        }
    }
    Ok("cases passed".to_owned())
}
