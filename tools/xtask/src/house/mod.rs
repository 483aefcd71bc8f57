//! The rules of the house that need no compiler: which room uses which, how long a file is, where words of a language
//! stand.

mod files;
mod literals;
mod rooms;

use std::path::{Path, PathBuf};

/// Folders with code.
const FOLDERS: [&str; 4] = ["crates", "languages", "apps", "tools"];

/// Checks all rules.
///
/// # Errors
/// What breaks a rule, a line each, with what to do.
pub fn check() -> Result<(), String> {
    let root = root();
    let mut wrong = rooms::check(&root);
    let mut paths = Vec::new();
    for folder in FOLDERS {
        collect(&root.join(folder), &mut paths);
    }
    paths.sort();
    for path in &paths {
        let name = path.strip_prefix(&root).unwrap_or(path);
        match std::fs::read_to_string(path) {
            Ok(text) => wrong.extend(files::check(&name.to_string_lossy(), &text)),
            Err(e) => wrong.push(format!("{}: {e}", path.display())),
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).to_owned()
}

/// The Rust files in a folder and in those below.
fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !path.ends_with("target") {
                collect(&path, out);
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}
