//! JSON Lines: one article a line.

use std::ops::ControlFlow;

use super::json;
use crate::queue::Queue;
use crate::report::{Piece, Reason};
use crate::stream::{Line, Stream};

/// The rows of a file.
pub(super) fn read(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let limits = queue.options.limits;
    let most = limits.piece / 1_000_000;
    let mut number = 0_u64;
    loop {
        number += 1;
        let place = format!("{source}:{number}");
        match stream.line(limits) {
            Line::Whole(line) if line.iter().all(u8::is_ascii_whitespace) => {}
            Line::Whole(line) => queue.push(&place.clone(), line.len(), move |options, done| {
                json::read_value(&place, line, options, done);
            })?,
            Line::TooLong => {
                let message = format!("line is longer than {most} MB, skipped");
                queue.skip(Piece::Row, Reason::TooLarge, &place, message);
            }
            Line::Endless => {
                let message = format!(
                    "line has no end within {} MB, the rest was left",
                    limits.gap / 1_000_000
                );
                queue.skip(Piece::Row, Reason::TooLarge, &place, message);
                return ControlFlow::Continue(());
            }
            Line::None => return ControlFlow::Continue(()),
        }
    }
}
