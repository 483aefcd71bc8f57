//! Rooms: a crate uses only crates that are named before it.

use std::path::Path;

/// The rooms in order. A folder with a star stands for all crates in it, which do not see each other.
const ROOMS: [&str; 14] = [
    // What tests of every room share; they use nothing of the house.
    "tools/cases",
    "tools/testing",
    "crates/model",
    "crates/world",
    "crates/wire",
    "crates/network",
    "crates/ingest",
    "crates/annotate",
    "crates/relate",
    "crates/publish",
    "languages/*",
    "crates/dossier",
    "apps/*",
    "tools/*",
];

/// Tools may use each other in this order; `xtask` uses nothing of the house and nothing else.
const TOOLS: [&str; 3] = ["tools/xtask", "tools/training", "tools/eval"];

/// A crate of the workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Crate {
    folder: String,
    name: String,
    uses: Vec<String>,
}

/// What breaks the order.
pub fn check(root: &Path) -> Vec<String> {
    let mut crates = Vec::new();
    for floor in ["crates", "languages", "apps", "tools"] {
        for entry in std::fs::read_dir(root.join(floor))
            .into_iter()
            .flatten()
            .flatten()
        {
            let folder = format!("{floor}/{}", entry.file_name().to_string_lossy());
            if let Ok(manifest) = std::fs::read_to_string(entry.path().join("Cargo.toml")) {
                crates.push(read(folder, &manifest));
            }
        }
    }
    crates.sort_by(|a, b| a.folder.cmp(&b.folder));
    faults(&crates)
}

/// The name of a crate and what it uses, of any kind of dependency.
fn read(folder: String, manifest: &str) -> Crate {
    let mut out = Crate {
        folder,
        ..Crate::default()
    };
    let mut section = "";
    for line in manifest.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
            // "[dependencies.x]"
            if let Some((_, name)) = section.split_once("dependencies.") {
                out.uses.push(name.to_owned());
            }
        } else if let Some((key, value)) = line.split_once('=') {
            let key = key.trim().trim_end_matches(".workspace");
            if section == "package" && key == "name" {
                value.trim().trim_matches('"').clone_into(&mut out.name);
            } else if section.ends_with("dependencies") && !key.starts_with('#') {
                out.uses.push(key.to_owned());
            }
        }
    }
    out
}

fn faults(crates: &[Crate]) -> Vec<String> {
    let mut wrong = Vec::new();
    for user in crates {
        if user.folder == "tools/fuzz" {
            continue;
        }
        let Some(own) = place(&user.folder) else {
            wrong.push(format!(
                "{}: a crate without a room; hint: name it in ROOMS of tools/xtask/src/house/rooms.rs",
                user.folder
            ));
            continue;
        };
        for used in &user.uses {
            let room = crates.iter().find(|c| c.name == *used);
            if user.folder == "tools/xtask" {
                wrong.push(format!(
                    "tools/xtask uses {used}; hint: it starts at once because it uses nothing"
                ));
            } else if let Some(room) = room
                && room.folder != user.folder
                && place(&room.folder).is_none_or(|other| other >= own)
            {
                wrong.push(format!(
                    "{} uses {}, which is no room before it; hint: move what both need into a room before both \
                     (docs/architecture.md)",
                    user.folder, room.folder
                ));
            }
        }
    }
    wrong
}

/// The place of a folder in the order.
fn place(folder: &str) -> Option<(usize, usize)> {
    let floor = folder.split('/').next()?;
    let room = (ROOMS.iter()).position(|r| *r == folder || r.strip_suffix("/*") == Some(floor))?;
    let tool = TOOLS.iter().position(|t| *t == folder).unwrap_or(0);
    Some((room, tool))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(folder: &str, uses: &[&str]) -> usize {
        let mut crates: Vec<Crate> = ["crates/model", "crates/relate", "languages/en", "tools/training"]
            .map(|f| Crate {
                folder: f.to_owned(),
                name: f.rsplit('/').next().unwrap_or("").to_owned(),
                uses: Vec::new(),
            })
            .to_vec();
        let manifest = format!("[package]\nname = \"x\"\n[dependencies]\n{}", uses.join("\n"));
        crates.push(read(folder.to_owned(), &manifest));
        faults(&crates).len()
    }

    #[test]
    fn rooms_named_before_are_used() {
        let uses = ["model = { workspace = true }", "serde = \"1\""];
        assert_eq!(found("crates/publish", &uses), 0);
        assert_eq!(found("tools/eval", &["training.workspace = true"]), 0);
        assert_eq!(found("crates/world", &["relate.workspace = true"]), 1);
        assert_eq!(found("languages/es", &["en = { path = \"../en\" }"]), 1);
        assert_eq!(found("tools/xtask", &["serde = \"1\""]), 1);
        assert_eq!(found("crates/other", &[]), 1);
    }
}
