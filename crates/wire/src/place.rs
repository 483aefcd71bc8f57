//! Where words stand in one article's text: code points on the wire, bytes in the domain.

use dossier_model::{Block, BlockKind, Span};

use crate::CodePoints;
use crate::error::{Error, Result};

/// One text and its code points.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    text: &'a str,
    points: CodePoints,
    /// How many code points it has.
    length: usize,
}

impl<'a> Place<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let points = CodePoints::new(text);
        Self {
            text,
            length: points.at(text, text.len()),
            points,
        }
    }

    /// The bytes between two code points.
    pub(crate) fn span(&self, [start, end]: [usize; 2]) -> Result<Span> {
        if start > end {
            return Err(Error::new(
                format!("starts at {start}, behind its end at {end}"),
                "a range is half-open, start first",
            ));
        }
        let byte = |at| self.points.byte(self.text, at);
        match (byte(start), byte(end)) {
            (Some(start), Some(end)) => Ok(Span::new(start, end)),
            _ => Err(Error::new(
                format!(
                    "{start}..{end} lies outside the text of {} code points",
                    self.length
                ),
                "offsets count code points, not bytes",
            )),
        }
    }

    /// The code points of a range of bytes on character boundaries.
    pub(crate) fn points(&self, span: Span) -> [u32; 2] {
        let at = |byte: u32| self.points.at(self.text, byte as usize) as u32;
        [at(span.start), at(span.end)]
    }

    #[cfg(feature = "read-record")]
    pub(crate) fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }
}

/// An article's blocks: in order, apart from each other, none empty.
pub(crate) fn blocks(
    place: &Place<'_>,
    wire: impl Iterator<Item = (BlockKind, [usize; 2])>,
) -> Result<Vec<Block>> {
    let mut end = 0;
    crate::error::rows("blocks", wire, |(kind, at)| {
        let span = place.span(at)?;
        if span.is_empty() {
            return Err(Error::new("is empty", "leave out what holds no words"));
        }
        if span.start < end {
            return Err(Error::new(
                "begins inside the block in front of it",
                "blocks are in order and do not overlap",
            ));
        }
        end = span.end;
        Ok(Block { kind, span })
    })
}
