//! Lines of a file that a program of this house wrote.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use crate::Limits;
use crate::stream::{Line, Metered, Stream};

/// Hands over the lines of a source, without their ends, looking through gzip and zstd. Nothing further is read once `take`
/// breaks off.
///
/// # Errors
/// Where the source breaks off, grows beyond all measure when unpacked, or has a line longer than `limits.piece`.
///
/// ```
/// use std::ops::ControlFlow;
///
/// let (mut bytes, mut lines): (&[u8], _) = (b"one\ntwo\n", 0);
/// let done = dossier_ingest::read_lines(&mut bytes, Default::default(), &mut |_| {
///     lines += 1;
///     ControlFlow::Continue(())
/// });
/// assert!(done.is_ok());
/// assert_eq!(lines, 2);
/// ```
pub fn read_lines(
    reader: &mut dyn Read,
    limits: Limits,
    take: &mut dyn FnMut(Vec<u8>) -> ControlFlow<()>,
) -> io::Result<()> {
    let meter = Rc::default();
    let mut metered = Metered {
        inner: reader,
        meter: Rc::clone(&meter),
    };
    let mut stream = Stream::open(&mut metered, limits, &meter);
    loop {
        match stream.line(limits) {
            Line::Whole(line) => {
                if take(line).is_break() {
                    return Ok(());
                }
            }
            Line::TooLong | Line::Endless => {
                let problem = format!("a line is longer than {} bytes", limits.piece);
                return Err(io::Error::new(io::ErrorKind::InvalidData, problem));
            }
            Line::None => {
                return match stream.failure() {
                    Some(error) => Err(io::Error::new(error.kind(), error.to_string())),
                    None => Ok(()),
                };
            }
        }
    }
}
