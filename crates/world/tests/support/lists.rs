//! What every crate's lists must be: sound by themselves, and read by somebody. Test files of the crates include
//! this one.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test opens the files that it checks"
)]

use std::path::{Path, PathBuf};

/// All files under a folder.
fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else {
            out.push(path);
        }
    }
}

/// All lists under the folder `lists`: the path below it, and the text.
pub fn read(lists: &Path) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    files(lists, &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(lists).unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    paths.iter().map(read).collect()
}

/// Asserts that every file of `lists/` of the crate at `root` is sound, and that code of its folder `code` names it.
pub fn assert_sound_and_used(root: &str, code: &str) {
    let root = Path::new(root);
    let mut sources = Vec::new();
    files(&root.join(code), &mut sources);
    let sources: Vec<String> = sources
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "rs"))
        .map(|p| std::fs::read_to_string(p).unwrap())
        .collect();
    let mut wrong = String::new();
    for (name, text) in read(&root.join("lists")) {
        for fault in dossier_world::list::check(&text) {
            wrong += &format!("lists/{name}: {fault}\n");
        }
        let (by_macro, by_path) = (format!("\"{name}\""), format!("/lists/{name}\""));
        if !sources
            .iter()
            .any(|s| s.contains(&by_macro) || s.contains(&by_path))
        {
            wrong += &format!("lists/{name}: nothing reads it\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
