//! Files that are whole or not there: written beside, then renamed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::report::{Usage, describe};

/// A file to write into a folder.
pub struct OutputFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub body: String,
}

/// Where lines go: standard output, or a file that appears once all is written.
pub struct Lines {
    inner: Inner,
}

enum Inner {
    Stdout(BufWriter<io::Stdout>),
    /// A device or a pipe that the user named; there is nothing to rename.
    Device(BufWriter<File>, PathBuf),
    Staged {
        writer: BufWriter<File>,
        staged: Staged,
        target: PathBuf,
    },
}

impl Lines {
    /// Opens the target; `None` is standard output.
    pub fn open(target: Option<&Path>) -> anyhow::Result<Self> {
        let inner = match target {
            None => Inner::Stdout(BufWriter::with_capacity(1 << 16, io::stdout())),
            Some(path) if path == Path::new("-") => {
                Inner::Stdout(BufWriter::with_capacity(1 << 16, io::stdout()))
            }
            Some(path) => match path.metadata() {
                Ok(meta) if meta.is_dir() => {
                    return Err(Usage(format!("{}: is a folder; hint: give a file", path.display())).into());
                }
                Ok(meta) if !meta.is_file() => {
                    let file = File::options()
                        .write(true)
                        .open(path)
                        .map_err(|e| failed(path, &e))?;
                    Inner::Device(BufWriter::new(file), path.to_owned())
                }
                _ => {
                    let staged = Staged::beside(path)?;
                    let file = File::create_new(&staged.path).map_err(|e| failed(path, &e))?;
                    Inner::Staged {
                        writer: BufWriter::with_capacity(1 << 16, file),
                        staged,
                        target: path.to_owned(),
                    }
                }
            },
        };
        Ok(Self { inner })
    }

    /// Writes a piece.
    pub fn write(&mut self, text: &str) -> anyhow::Result<()> {
        match &mut self.inner {
            Inner::Stdout(w) => w.write_all(text.as_bytes()).map_err(stdout_failed),
            Inner::Device(w, path) => w.write_all(text.as_bytes()).map_err(|e| failed(path, &e)),
            Inner::Staged { writer, target, .. } => {
                writer.write_all(text.as_bytes()).map_err(|e| failed(target, &e))
            }
        }
    }

    /// Hands on what is written so far.
    pub fn flush(&mut self) -> anyhow::Result<()> {
        match &mut self.inner {
            Inner::Stdout(w) => w.flush().map_err(stdout_failed),
            Inner::Device(w, path) => w.flush().map_err(|e| failed(path, &e)),
            // Nobody sees the file before it is whole.
            Inner::Staged { .. } => Ok(()),
        }
    }

    /// Makes it whole.
    pub fn finish(self) -> anyhow::Result<()> {
        match self.inner {
            Inner::Stdout(mut w) => w.flush().map_err(stdout_failed),
            Inner::Device(mut w, path) => w.flush().map_err(|e| failed(&path, &e)),
            Inner::Staged {
                mut writer,
                staged,
                target,
            } => {
                let whole = writer.flush().and_then(|()| writer.get_ref().sync_all());
                whole
                    .and_then(|()| fs::rename(&staged.path, &target))
                    .map_err(|e| failed(&target, &e))
            }
        }
    }
}

fn stdout_failed(error: io::Error) -> anyhow::Error {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return error.into();
    }
    anyhow::anyhow!("standard output: {}", describe(&error))
}

fn failed(path: &Path, error: &io::Error) -> anyhow::Error {
    anyhow::anyhow!("{}: {}", path.display(), describe(error))
}

/// Refuses a folder that holds what is not ours, before any work is done.
pub fn check_folder(folder: &Path) -> anyhow::Result<()> {
    match folder.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(folder, &error)),
        Ok(meta) if !meta.is_dir() => {
            Err(Usage(format!("{}: is a file; hint: give a folder", folder.display())).into())
        }
        Ok(_) => {
            let empty = fs::read_dir(folder)
                .map_err(|e| failed(folder, &e))?
                .next()
                .is_none();
            if empty || is_ours(folder) {
                return Ok(());
            }
            Err(Usage(format!(
                "{}: is a folder with other files in it; hint: give a new or empty folder, or one that holds an earlier dossier",
                folder.display()
            ))
            .into())
        }
    }
}

/// Whether an earlier run wrote the folder: its record says so.
fn is_ours(folder: &Path) -> bool {
    // Bytes, since the cut may go through a letter.
    let mut head = Vec::new();
    let Ok(file) = File::open(folder.join("dossier.json")) else {
        return false;
    };
    let _ = file.take(200).read_to_end(&mut head);
    String::from_utf8_lossy(&head)
        .replace([' ', '\n'], "")
        .starts_with("{\"format\":\"dossier/")
}

/// Writes all pages into the folder. They are written beside it first; only when all are whole do they take their
/// names, `index.html` last. Pages of an earlier run that this one does not write are removed.
pub fn write_folder(folder: &Path, pages: &[OutputFile]) -> anyhow::Result<()> {
    check_folder(folder)?;
    let staged = Staged::beside(folder)?;
    fs::create_dir(&staged.path).map_err(|e| failed(folder, &e))?;
    for page in pages {
        let path = staged.path.join(&page.name);
        let written = File::create_new(&path).and_then(|mut f| {
            f.write_all(page.body.as_bytes())?;
            f.sync_all()
        });
        written.map_err(|e| failed(&folder.join(&page.name), &e))?;
    }
    if !folder.exists() {
        return fs::rename(&staged.path, folder).map_err(|e| failed(folder, &e));
    }
    let mut order: Vec<&OutputFile> = pages.iter().collect();
    order.sort_by_key(|p| p.name == "index.html");
    for page in order {
        let target = folder.join(&page.name);
        fs::rename(staged.path.join(&page.name), &target).map_err(|e| failed(&target, &e))?;
    }
    remove_stale(folder, pages)
        .with_context(|| format!("{}: old pages could not be removed", folder.display()))
}

/// Removes story pages of an earlier run; nothing else is touched.
fn remove_stale(folder: &Path, pages: &[OutputFile]) -> io::Result<()> {
    let names: BTreeSet<&str> = pages.iter().map(|p| p.name.as_str()).collect();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("story-") && name.ends_with(".html") && !names.contains(name.as_ref()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// A path beside the target that is removed unless it was renamed away.
struct Staged {
    path: PathBuf,
}

impl Staged {
    fn beside(target: &Path) -> anyhow::Result<Self> {
        let name = target.file_name().map(|n| n.to_string_lossy().into_owned());
        let name = name.ok_or_else(|| Usage(format!("{}: has no name to write to", target.display())))?;
        let parent = target
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        if !parent.is_dir() {
            fs::create_dir_all(parent).map_err(|e| failed(parent, &e))?;
        }
        let path = parent.join(format!(".{name}.{}.tmp", std::process::id()));
        Ok(Self { path })
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Gone already where all went well.
        let _ = fs::remove_dir_all(&self.path).or_else(|_| fs::remove_file(&self.path));
    }
}
