//! Files that are whole or not there: written beside, then renamed.

mod folder;
mod staged;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

pub use folder::{Folder, is_ours};

use crate::report::{Usage, describe};
use staged::Staged;

/// A file to write into a folder.
pub struct OutputFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl OutputFile {
    /// A file of text or of bytes.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
        }
    }
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
                    let (staged, file) = Staged::file(path).or_else(|error| {
                        // Its folder may not be written, but it may.
                        let writable = path.is_file() && File::options().write(true).open(path).is_ok();
                        let name = path.file_name().filter(|_| writable).ok_or(error)?;
                        Staged::file(&std::env::temp_dir().join(name))
                    })?;
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
    pub fn write(&mut self, piece: impl AsRef<[u8]>) -> anyhow::Result<()> {
        let bytes = piece.as_ref();
        match &mut self.inner {
            Inner::Stdout(w) => w.write_all(bytes).map_err(stdout_failed),
            Inner::Device(w, path) => w.write_all(bytes).map_err(|e| failed(path, &e)),
            Inner::Staged { writer, target, .. } => writer.write_all(bytes).map_err(|e| failed(target, &e)),
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
                let shown = whole.and_then(|()| match fs::rename(staged.path(), &target) {
                    // A file that is mounted, or whose folder may not be written, keeps its place.
                    Err(_) if target.is_file() => fs::copy(staged.path(), &target).map(drop),
                    done => done,
                });
                shown.map_err(|e| failed(&target, &e))
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
