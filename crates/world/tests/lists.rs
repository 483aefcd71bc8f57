//! Every list of `lists/` has a header, is sorted and without repeats.

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

#[test]
fn lists_are_sound() {
    let mut lists = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("lists"), &mut lists);
    lists.sort();
    let mut wrong = String::new();
    for path in lists {
        for fault in dossier_world::list::check(&std::fs::read_to_string(&path).unwrap()) {
            wrong += &format!("{}: {fault}\n", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
