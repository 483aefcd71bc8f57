//! A folder of pages or tables that is seen whole: it is made beside its place and changes places with what was there. Where that
//! cannot be (a mount point, a parent that may not be written, files of others in it) its files take their names one by one,
//! the record and the index last, and until then there is neither.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::staged::{LOCK, Staged, name_of, parent_of, unveil};
use super::{OutputFile, failed};
use crate::report::Usage;
use crate::stop;

/// Stands in a folder whose files are about to take their names, under a lock.
const UNFINISHED: &str = ".dossier-unfinished";

/// What says that a folder is whole.
const LAST: [&str; 2] = ["dossier.json", "index.html"];

/// A place for pages, made ready before any work is done.
pub struct Folder {
    path: PathBuf,
    staged: Staged,
    /// Whether it stands beside its place, and can change places.
    beside: bool,
}

impl Folder {
    /// Makes the place ready. Refuses a folder that holds what is not ours, and one that may not be written.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        check(path)?;
        let parent = parent_of(path);
        let there = path.is_dir();
        if !there {
            fs::create_dir_all(&parent).map_err(|e| failed(&parent, &e))?;
        }
        let beside = !there || can_move(path, &parent);
        if beside {
            match Staged::folder(&parent, &name_of(path)?) {
                Ok(staged) => {
                    return Ok(Self {
                        path: path.to_owned(),
                        staged,
                        beside,
                    });
                }
                Err(error) if !there => return Err(failed(path, &error)),
                Err(_) => {}
            }
        }
        let staged = Staged::folder(path, "dossier").map_err(|e| failed(path, &e))?;
        Ok(Self {
            path: path.to_owned(),
            staged,
            beside: false,
        })
    }

    /// Writes all pages, and shows them. `false` where the user asked for the end before: then nothing has changed.
    pub fn write(self, pages: &[OutputFile]) -> anyhow::Result<bool> {
        for page in pages {
            if stop::is_asked() {
                return Ok(false);
            }
            let path = self.staged.path().join(&page.name);
            let written = File::create_new(&path).and_then(|mut f| {
                f.write_all(&page.bytes)?;
                f.sync_all()
            });
            written.map_err(|e| failed(&self.path.join(&page.name), &e))?;
        }
        // Somebody else may have put it there, or something into it, meanwhile.
        let ours = !self.path.exists() || holds_only_ours(&self.path);
        if self.beside && ours && self.swap().map_err(|e| failed(&self.path, &e))? {
            return Ok(true);
        }
        self.move_in(pages)?;
        Ok(true)
    }

    /// Puts the whole folder in its place; what stood there goes with the staged one. Whether that could be.
    fn swap(&self) -> io::Result<bool> {
        let staged = self.staged.path();
        for _ in 0..TRIES {
            if !self.path.exists() {
                match fs::rename(staged, &self.path) {
                    Ok(()) => return unveil(&self.path).map(|()| true),
                    // Another run was quicker.
                    Err(_) if self.path.exists() => continue,
                    Err(error) => return Err(error),
                }
            }
            if exchange(staged, &self.path).is_err() {
                return Ok(false);
            }
            return unveil(&self.path).map(|()| true);
        }
        Ok(false)
    }

    /// Gives the files their names one by one, and removes those of an earlier run.
    fn move_in(&self, pages: &[OutputFile]) -> anyhow::Result<()> {
        let told = |e: io::Error| failed(&self.path, &e);
        if !self.path.exists() {
            fs::create_dir(&self.path).map_err(told)?;
        }
        let marker = self.path.join(UNFINISHED);
        // Two runs one after the other, if at once: the lock is theirs who hold what stands there.
        let _lock = loop {
            let lock = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&marker)
                .map_err(told)?;
            // Systems without locks have no two runs at once in one folder.
            let _ = lock.lock();
            if marker.exists() {
                break lock;
            }
        };
        let remove = |name: &str| match fs::remove_file(self.path.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
        for name in LAST.iter().rev() {
            remove(name).map_err(told)?;
        }
        let is_last = |name: &str| LAST.iter().position(|l| *l == name);
        let mut order: Vec<&OutputFile> = pages.iter().collect();
        order.sort_by_key(|p| is_last(&p.name).map_or(0, |at| at + 1));
        let names: BTreeSet<&str> = pages.iter().map(|p| p.name.as_str()).collect();
        self.remove_stale(&names)
            .with_context(|| format!("{}: old pages could not be removed", self.path.display()))?;
        for page in order {
            let target = self.path.join(&page.name);
            fs::rename(self.staged.path().join(&page.name), &target).map_err(|e| failed(&target, &e))?;
        }
        remove(UNFINISHED).map_err(told)
    }

    /// Removes files of an earlier run; nothing else is touched.
    fn remove_stale(&self, names: &BTreeSet<&str>) -> io::Result<()> {
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if is_our_name(&name) && !names.contains(name.as_ref()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Times that another run may be quicker.
const TRIES: usize = 16;

/// Whether a folder that is there can change places with another one: it is no mount point, nobody stands in it, and all in it is ours.
fn can_move(path: &Path, parent: &Path) -> bool {
    let real = path.canonicalize().ok();
    // A link stays a link, and leads to the new pages.
    let is_link = path.symlink_metadata().is_ok_and(|m| m.is_symlink());
    let stands_in = std::env::current_dir()
        .ok()
        .and_then(|here| here.canonicalize().ok())
        .zip(real)
        .is_some_and(|(here, real)| here.starts_with(real));
    !is_link && !stands_in && is_on_one_disk(path, parent) && holds_only_ours(path)
}

#[cfg(unix)]
fn is_on_one_disk(path: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |p: &Path| p.metadata().map(|m| m.dev()).ok();
    disk(path) == disk(parent)
}

#[cfg(not(unix))]
fn is_on_one_disk(_: &Path, _: &Path) -> bool {
    true
}

/// Lets two folders change places at once.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Refuses a folder that holds what is not ours.
fn check(folder: &Path) -> anyhow::Result<()> {
    match folder.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(folder, &error)),
        Ok(meta) if !meta.is_dir() => {
            Err(Usage(format!("{}: is a file; hint: give a folder", folder.display())).into())
        }
        Ok(_) => {
            let entries = fs::read_dir(folder).map_err(|e| failed(folder, &e))?;
            // What a killed run of ours left is no file of others.
            let left = |n: &str| n.starts_with(".dossier.") && n.ends_with(".tmp") || n == "lost+found";
            let mut names = entries
                .filter_map(Result::ok)
                .map(|e| e.file_name().to_string_lossy().into_owned());
            if names.all(|n| left(&n)) || is_ours(folder) {
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

/// Whether an earlier run wrote the folder: its record says so, or the mark of one that was cut short.
pub fn is_ours(folder: &Path) -> bool {
    // Bytes, since the cut may go through a letter.
    let mut head = Vec::new();
    let Ok(file) = File::open(folder.join("dossier.json")) else {
        return folder.join(UNFINISHED).exists();
    };
    let _ = file.take(200).read_to_end(&mut head);
    String::from_utf8_lossy(&head)
        .replace([' ', '\n'], "")
        .starts_with("{\"format\":\"dossier/")
}

fn holds_only_ours(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| {
        entries.all(|entry| entry.is_ok_and(|e| is_our_name(&e.file_name().to_string_lossy())))
    })
}

/// Whether a run gives a file this name.
fn is_our_name(name: &str) -> bool {
    LAST.contains(&name)
        || name == UNFINISHED
        || name == LOCK
        || name.starts_with("story-") && name.ends_with(".html")
        || dossier::publish::is_table(name)
}
