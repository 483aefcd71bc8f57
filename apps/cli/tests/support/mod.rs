//! A folder to work in, and the command run in it.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

pub const FERRY: &str = "Ferry line to open in May\n\nOSLO, April 14, 2025 (AP) — Ministers of the two coasts agreed on Monday to open a ferry line in May.\n\nThe first ship will carry 200 cars, the harbour office said.\n\n“We have waited for thirty years,” said Ana Ruiz, who keeps an inn on the eastern shore.\n";
pub const BRIDGE: &str = "KARLSTAD, Sweden — The old bridge over the sound will be closed on Friday.\n\nSome 4,000 drivers use it each day, according to the road office.\n\nIt will be open again in late 2026, the office said.\n";

pub struct Room {
    dir: TempDir,
}

pub struct Told {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Room {
    pub fn new() -> Self {
        Self {
            dir: TempDir::new().expect("a folder"),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn root(&self) -> &Path {
        self.dir.path()
    }

    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("parent")).expect("folder");
        std::fs::write(path, bytes).expect("file");
        self
    }

    pub fn get(&self, name: &str) -> String {
        let text = std::fs::read_to_string(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        check_form(&text);
        text
    }

    /// Names in a folder, hidden ones too.
    pub fn names(&self, name: &str) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.path(name))
            .expect("folder")
            .map(|e| e.expect("entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    pub fn command(&self) -> Command {
        let mut command = Command::cargo_bin("dossier").expect("binary");
        command.current_dir(self.root()).env("NO_COLOR", "1");
        command
    }

    pub fn run(&self, args: &[&str]) -> Told {
        told(self.command().args(args).output().expect("run"))
    }

    pub fn run_with(&self, args: &[&str], stdin: &str) -> Told {
        told(
            self.command()
                .args(args)
                .write_stdin(stdin)
                .output()
                .expect("run"),
        )
    }
}

fn told(output: Output) -> Told {
    let told = Told {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    };
    assert!(!told.err.contains("panicked"), "{}", told.err);
    if told.code == Some(0) {
        check_form(&told.out);
    }
    told
}

/// What is a record, or lines of annotations, fits its schema.
fn check_form(text: &str) {
    if text.starts_with("{\n  \"format\": \"dossier/1\"") {
        dossier_testing::check_record(text);
    } else if text.starts_with("{\"format\":\"dossier-annotations/1\"") {
        text.lines().for_each(dossier_testing::check_annotations);
    }
}
