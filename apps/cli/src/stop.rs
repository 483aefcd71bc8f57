//! Ctrl-C: the first one ends a run in order, the second one at once.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// So long a run may take to end in order once that was asked for.
const PATIENCE: Duration = Duration::from_millis(800);

/// The exit status of what was interrupted, as shells have it.
pub const STATUS: u8 = 130;

/// Breaks off where it is so.
pub fn stop_if(done: bool) -> ControlFlow<()> {
    if done {
        ControlFlow::Break(())
    } else {
        ControlFlow::Continue(())
    }
}

/// Takes over Ctrl-C and the request to end. Where that cannot be done, either ends the program at once, as ever.
pub fn listen() {
    let _ = ctrlc::set_handler(|| {
        if STOPPED.swap(true, Ordering::SeqCst) {
            std::process::exit(i32::from(STATUS));
        }
        // What is at work on one long text does not look up in time. Nothing that is half written is seen by anybody.
        let _ = std::thread::Builder::new().spawn(|| {
            std::thread::sleep(PATIENCE);
            crate::report::line("stopped");
            std::process::exit(i32::from(STATUS));
        });
    });
}

/// Whether the user asked for the end.
pub fn is_asked() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// What long work gives; `None` where the user asked for the end meanwhile. The work then ends with the program, so it must not
/// be one that writes.
///
/// # Errors
/// Where there can be no thread.
pub fn unless_asked<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> io::Result<Option<T>> {
    let (send, done) = sync_channel(1);
    let worker = std::thread::Builder::new()
        .stack_size(crate::STACK)
        .spawn(move || drop(send.send(work())))?;
    loop {
        match done.recv_timeout(GLANCE) {
            Ok(value) => return Ok(Some(value)),
            Err(RecvTimeoutError::Timeout) if is_asked() => return Ok(None),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => match worker.join() {
                Ok(()) => return Ok(None),
                Err(panic) => std::panic::resume_unwind(panic),
            },
        }
    }
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
            return Err(stopped());
        }
        let n = self.inner.read(buffer)?;
        (self.read)(n as u64);
        Ok(n)
    }
}

/// Pieces that are read ahead.
const AHEAD: usize = 4;
/// Bytes of a piece.
const PIECE: usize = 1 << 16;
/// How often somebody who waits for input looks whether the end was asked for.
const GLANCE: Duration = Duration::from_millis(100);

/// Reads what may keep us waiting for ever, a pipe or a terminal, so that a request to end is heard meanwhile.
pub struct Awaited {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: Vec<u8>,
    at: usize,
}

impl Awaited {
    /// Reads what `open` gives, in a thread of its own, which the end of the program ends.
    ///
    /// # Errors
    /// Where there can be no thread.
    pub fn new<R: Read>(open: impl FnOnce() -> io::Result<R> + Send + 'static) -> io::Result<Self> {
        let (send, pieces) = sync_channel(AHEAD);
        std::thread::Builder::new().spawn(move || {
            let mut reader = match open() {
                Ok(reader) => reader,
                Err(error) => return drop(send.send(Err(error))),
            };
            loop {
                let mut piece = vec![0; PIECE];
                match reader.read(&mut piece) {
                    Ok(0) => return,
                    Ok(n) => {
                        piece.truncate(n);
                        if send.send(Ok(piece)).is_err() {
                            return;
                        }
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return drop(send.send(Err(error))),
                }
            }
        })?;
        Ok(Self {
            pieces,
            piece: Vec::new(),
            at: 0,
        })
    }
}

impl Read for Awaited {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.piece.len() {
            match self.pieces.recv_timeout(GLANCE) {
                Ok(piece) => (self.piece, self.at) = (piece?, 0),
                Err(RecvTimeoutError::Timeout) if is_asked() => return Err(stopped()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
        }
        let rest = self.piece.get(self.at..).unwrap_or_default();
        let n = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        self.at += n;
        Ok(n)
    }
}

fn stopped() -> io::Error {
    io::Error::other("the run was stopped")
}
