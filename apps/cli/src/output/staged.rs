//! What is written where nobody looks, until it is whole. Its name is its own among all that are at work, its owner holds a lock
//! on it, and what an owner left behind is removed by the next one.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::failed;
use crate::report::Usage;

/// The file in a staged folder that its owner holds a lock on.
pub(super) const LOCK: &str = ".lock";

/// Names that are tried, where others are at work.
const TRIES: u32 = 10_000;

/// A path that is removed unless it was renamed away.
pub(super) struct Staged {
    path: PathBuf,
    /// Held as long as this is there. Systems that know no locks have none.
    _lock: Option<File>,
}

impl Staged {
    /// A file beside the one that it becomes.
    pub(super) fn file(target: &Path) -> anyhow::Result<(Self, File)> {
        let name = name_of(target)?;
        let parent = parent_of(target);
        if !parent.is_dir() {
            fs::create_dir_all(&parent).map_err(|e| failed(&parent, &e))?;
        }
        remove_left(&parent, &name);
        for path in paths(&parent, &name) {
            let file = match File::create_new(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(failed(target, &error)),
            };
            let lock = file.try_clone().map_err(|e| failed(target, &e))?;
            if is_held(&lock, &path) {
                let staged = Self {
                    path,
                    _lock: Some(lock),
                };
                return Ok((staged, file));
            }
        }
        Err(failed(target, &io::Error::from(io::ErrorKind::AlreadyExists)))
    }

    /// A folder in `parent`, named for what it becomes.
    pub(super) fn folder(parent: &Path, name: &str) -> io::Result<Self> {
        remove_left(parent, name);
        for path in paths(parent, name) {
            match fs::create_dir(&path) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            }
            let held = path.join(LOCK);
            let Ok(lock) = File::create_new(&held) else {
                // Somebody took it for one that was left.
                continue;
            };
            if is_held(&lock, &held) {
                return Ok(Self {
                    path,
                    _lock: Some(lock),
                });
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// Takes the lock's file out of a folder that stands in its place. Another run may have taken that place already, and it.
pub(super) fn unveil(folder: &Path) -> io::Result<()> {
    match fs::remove_file(folder.join(LOCK)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Gone already where all went well.
        let _ = fs::remove_dir_all(&self.path).or_else(|_| fs::remove_file(&self.path));
    }
}

/// The folder that a path stands in.
pub(super) fn parent_of(target: &Path) -> PathBuf {
    let parent = target.parent().filter(|p| !p.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).to_owned()
}

pub(super) fn name_of(target: &Path) -> anyhow::Result<String> {
    let name = target.file_name().map(|n| n.to_string_lossy().into_owned());
    name.ok_or_else(|| Usage(format!("{}: has no name to write to", target.display())).into())
}

/// Names that are tried one after another. The number of the process alone is not its own: containers count for themselves.
fn paths(parent: &Path, name: &str) -> impl Iterator<Item = PathBuf> {
    let process = std::process::id();
    (0..TRIES).map(move |n| parent.join(format!(".{name}.{process}-{n}.tmp")))
}

/// Whether a lock could be had on what still stands at its place. Where there are no locks, nobody removes it either.
fn is_held(lock: &File, path: &Path) -> bool {
    match lock.try_lock() {
        Ok(()) | Err(TryLockError::Error(_)) => path.exists(),
        Err(TryLockError::WouldBlock) => false,
    }
}

/// Removes what runs that were killed left beside a target. What cannot be removed stays.
fn remove_left(parent: &Path, name: &str) {
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    let start = format!(".{name}.");
    for entry in entries.filter_map(Result::ok) {
        let found = entry.file_name().to_string_lossy().into_owned();
        let number = found
            .strip_prefix(&start)
            .and_then(|rest| rest.strip_suffix(".tmp"));
        let ours =
            number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
        if !ours {
            continue;
        }
        let path = entry.path();
        let is_folder = entry.file_type().is_ok_and(|t| t.is_dir());
        if is_folder && is_left(&path.join(LOCK)) {
            let _ = fs::remove_dir_all(&path);
        } else if !is_folder && is_left(&path) {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Whether nobody holds the lock of a file. One that is not there may be about to be made.
fn is_left(lock: &Path) -> bool {
    const MOMENT: std::time::Duration = std::time::Duration::from_millis(50);
    if !lock.exists() {
        std::thread::sleep(MOMENT);
    }
    match File::options().read(true).write(true).open(lock) {
        Ok(file) => file.try_lock().is_ok(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_is_removed_and_what_is_at_work_stays() {
        let room = tempfile::tempdir().expect("a folder");
        let target = room.path().join("out.jsonl");
        let (first, _) = Staged::file(&target).expect("staged");
        let left = room.path().join(".out.jsonl.7-0.tmp");
        fs::write(&left, "half").expect("file");
        let other = room.path().join(".out.jsonl.notes.tmp");
        fs::write(&other, "mine").expect("file");
        let (second, _) = Staged::file(&target).expect("staged");
        assert_ne!(first.path(), second.path());
        assert!(first.path().exists() && other.exists() && !left.exists());
        drop((first, second));
        assert_eq!(fs::read_dir(room.path()).expect("folder").count(), 1);
    }

    #[test]
    fn folders_alike() {
        let room = tempfile::tempdir().expect("a folder");
        let left = room.path().join(".out.7-0.tmp");
        fs::create_dir(&left).expect("folder");
        fs::write(left.join(LOCK), "").expect("file");
        let old = room.path().join(".out.7.tmp");
        fs::create_dir(&old).expect("folder");
        let first = Staged::folder(room.path(), "out").expect("staged");
        let second = Staged::folder(room.path(), "out").expect("staged");
        assert_ne!(first.path(), second.path());
        assert!(first.path().exists() && !left.exists() && !old.exists());
    }
}
