//! Every list of `lists/` has a header, is sorted, without repeats, and read by somebody.

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
fn lists_are_sound_and_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut lists, mut code) = (Vec::new(), Vec::new());
    files(&root.join("lists"), &mut lists);
    files(&root.join("grammar"), &mut code);
    let code: Vec<String> = code
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
        let quoted = format!("\"{name}\"");
        if !code.iter().any(|c| c.contains(&quoted)) {
            wrong += &format!("lists/{name}: no rule reads it\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
