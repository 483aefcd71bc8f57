//! What every crate's lists must be: sound by themselves, and read by somebody. Test files of the crates include
//! this one.

use std::path::{Path, PathBuf};

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

/// Asserts that every file of `lists/` of the crate at `root` is sound, and that code of its folder `code` names it.
pub fn assert_sound_and_used(root: &str, code: &str) {
    let root = Path::new(root);
    let (mut lists, mut sources) = (Vec::new(), Vec::new());
    files(&root.join("lists"), &mut lists);
    files(&root.join(code), &mut sources);
    let sources: Vec<String> = sources
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "rs"))
        .map(|p| std::fs::read_to_string(p).unwrap())
        .collect();
    lists.sort();
    let mut wrong = String::new();
    for path in lists {
        let name = path.strip_prefix(root.join("lists")).unwrap().to_str().unwrap();
        for fault in dossier_world::list::check(&std::fs::read_to_string(&path).unwrap()) {
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
