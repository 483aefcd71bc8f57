//! The program as it is given to people.

use std::path::Path;
use std::process::Command;

use crate::house::root;
use crate::step::{cargo, timed};

/// Builds the command with the profile `dist`, packs it with the licences and the manual, and writes the checksum. Needs
/// `tar` and `sha256sum` or `shasum`, which every system has that this is run on.
///
/// # Errors
/// Where a step fails.
pub fn run() -> Result<String, String> {
    timed("build", || {
        cargo(
            &[
                "build",
                "--profile",
                "dist",
                "--package",
                "dossier-cli",
                "--locked",
            ],
            &[],
        )
    })?;
    let (version, host) = (version()?, host()?);
    let name = format!("dossier-{version}-{host}");
    let root = root();
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let folder = target.join("dist").join(&name);
    let packed = format!("{name}.tar.gz");
    timed("archive", || {
        std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        for file in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
            copy(&root.join(file), &folder.join(file))?;
        }
        let program = format!("dossier{}", std::env::consts::EXE_SUFFIX);
        copy(&target.join("dist").join(&program), &folder.join(&program))?;
        write(&folder.join("THIRD-PARTY.txt"), &third_party()?)?;
        tool(&target.join("dist"), "tar", &["-czf", &packed, &name]).map(drop)
    })?;
    let folder = target.join("dist");
    let sum = tool(&folder, "sha256sum", &[&packed])
        .or_else(|_| tool(&folder, "shasum", &["-a", "256", &packed]))?;
    write(&folder.join(format!("{packed}.sha256")), &sum)?;
    Ok(format!("{}\n{}", folder.join(&packed).display(), sum.trim_end()))
}

/// What the program is built of that is not ours: names, versions and licences.
fn third_party() -> Result<String, String> {
    let args = "tree --package dossier-cli --edges normal --prefix none --format";
    let mut args: Vec<&str> = args.split(' ').collect();
    args.push("{p}\t{l}\t{r}");
    let tree = tool(&root(), &crate::step::program(), &args)?;
    let mut lines: Vec<&str> = (tree.lines())
        .map(|l| l.trim_end_matches(" (*)"))
        .filter(|l| !l.starts_with("dossier") && !l.trim().is_empty())
        .collect();
    lines.sort_unstable();
    lines.dedup();
    Ok(format!(
        "Dossier contains these libraries: name, version, licence, where it is from.\n\n{}\n",
        lines.join("\n")
    ))
}

/// The version of the workspace.
fn version() -> Result<String, String> {
    let path = root().join("Cargo.toml");
    let manifest = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let line = manifest.lines().find_map(|l| l.strip_prefix("version = \""));
    let version = line.and_then(|l| l.split('"').next());
    version
        .map(str::to_owned)
        .ok_or_else(|| format!("{}: no version", path.display()))
}

/// The machine that the compiler builds for.
fn host() -> Result<String, String> {
    let told = tool(Path::new("."), "rustc", &["-vV"])?;
    let host = told.lines().find_map(|l| l.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc -vV: no host".to_owned())
}

/// Runs a program in a folder. What it writes.
fn tool(folder: &Path, name: &str, args: &[&str]) -> Result<String, String> {
    let out = Command::new(name)
        .args(args)
        .current_dir(folder)
        .output()
        .map_err(|e| format!("{name}: {e}"))?;
    if out.status.success() {
        Ok(String::from_utf8_lossy(&out.stdout).into_owned())
    } else {
        Err(format!(
            "{name}: {}",
            String::from_utf8_lossy(&out.stderr).trim_end()
        ))
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    std::fs::copy(from, to)
        .map(drop)
        .map_err(|e| format!("{}: {e}", from.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}
