//! Ctrl-C: the first one ends a run in order, the second one at once.

use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};

static STOPPED: AtomicBool = AtomicBool::new(false);

/// The exit status of what was interrupted, as shells have it.
pub const STATUS: u8 = 130;

/// Takes over Ctrl-C and the request to end. Where that cannot be done, either ends the program at once, as ever.
pub fn listen() {
    let _ = ctrlc::set_handler(|| {
        if STOPPED.swap(true, Ordering::SeqCst) {
            std::process::exit(i32::from(STATUS));
        }
    });
}

/// Whether the user asked for the end.
pub fn is_asked() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// A reader that tells how much it gave, and ends where the user asked for the end.
pub struct Watched<'a, R> {
    /// What is read.
    pub inner: R,
    /// Told of each piece.
    pub read: &'a dyn Fn(u64),
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if is_asked() {
            return Err(io::Error::other("the run was stopped"));
        }
        let n = self.inner.read(buffer)?;
        (self.read)(n as u64);
        Ok(n)
    }
}
