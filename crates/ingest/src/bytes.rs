//! Streams of bytes: a look ahead, decompression and bounds.

use std::io::{self, BufRead, BufReader, Read};

use dossier_model::Note;

use crate::Limits;

/// Enough to tell every kind.
const HEAD: usize = 8192;

/// An open source, decompressed.
pub(crate) struct Source<'a> {
    inner: BufReader<Box<dyn Read + 'a>>,
    head: Vec<u8>,
    limits: Limits,
}

impl<'a> Source<'a> {
    /// Looks at the first bytes.
    pub(crate) fn open(reader: &'a mut dyn Read, limits: Limits) -> io::Result<Self> {
        let mut head = Vec::with_capacity(HEAD);
        let mut reader = reader;
        (&mut reader).take(HEAD as u64).read_to_end(&mut head)?;
        let inner: Box<dyn Read + 'a> = Box::new(io::Cursor::new(head.clone()).chain(reader));
        Ok(Self {
            inner: BufReader::with_capacity(1 << 16, inner),
            head,
            limits,
        })
    }

    /// The first bytes.
    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    /// Everything, up to `most` bytes; whether there was more.
    pub(crate) fn take(&mut self, most: usize, source: &str, notes: &mut Vec<Note>) -> (Vec<u8>, bool) {
        let mut out = Vec::new();
        if let Err(error) = (&mut self.inner).take(most as u64 + 1).read_to_end(&mut out) {
            notes.push(Note::new(source, format!("ends early: {error}")));
        }
        let more = out.len() > most;
        if more {
            out.truncate(most);
        }
        (out, more)
    }

    /// The next line without its end; longer ones than the limit are skipped with a note. `None` at the end.
    pub(crate) fn line(&mut self, source: &str, number: u64, notes: &mut Vec<Note>) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let most = self.limits.piece as u64;
        match (&mut self.inner).take(most).read_until(b'\n', &mut out) {
            Ok(0) => return None,
            Ok(_) => {}
            Err(error) => {
                notes.push(Note::new(
                    format!("{source}:{number}"),
                    format!("ends early: {error}"),
                ));
                return None;
            }
        }
        if out.last() == Some(&b'\n') {
            out.pop();
        } else if out.len() as u64 >= most {
            notes.push(Note::new(
                format!("{source}:{number}"),
                format!("line is longer than {} MB, skipped", most / 1_000_000),
            ));
            self.skip_line();
            out.clear();
        }
        Some(out)
    }

    fn skip_line(&mut self) {
        loop {
            let Ok(buffer) = self.inner.fill_buf() else { return };
            if buffer.is_empty() {
                return;
            }
            let end = buffer.iter().position(|b| *b == b'\n');
            let used = end.map_or(buffer.len(), |i| i + 1);
            self.inner.consume(used);
            if end.is_some() {
                return;
            }
        }
    }
}
