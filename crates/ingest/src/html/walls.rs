//! What a page says where an article goes on for those who pay or sign up: a call ("Keep reading with a subscription"), and
//! the lines around it that praise or price.

use super::lines::Line;
use crate::blocks;
use crate::raw::Role;

/// Lines of a box behind its call.
const BEHIND: usize = 10;

/// A label of a box: a button, a price, a choice.
const LABEL_WORDS: usize = 6;

/// Takes out the boxes.
pub(super) fn drop(lines: &mut Vec<Line>) {
    let calls: Vec<bool> = lines.iter().map(is_call).collect();
    if !calls.contains(&true) {
        return;
    }
    let kind = |i: usize| match (calls.get(i), lines.get(i)) {
        (Some(true), _) => Kind::Call,
        (_, Some(line)) => Kind::of(line),
        _ => Kind::Other,
    };
    let mut gone = vec![false; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        if kind(at) != Kind::Call {
            at += 1;
            continue;
        }
        let mut first = at;
        while first > 0 && at - first < 3 && kind(first - 1) == Kind::Pitch {
            first -= 1;
        }
        // Labels belong to the box where more of it follows, or nothing but labels.
        let mut end = at + 1;
        let mut next = end;
        while next < lines.len() && next - at <= BEHIND {
            match kind(next) {
                Kind::Call | Kind::Pitch => end = next + 1,
                Kind::Label => {}
                Kind::Other => break,
            }
            next += 1;
            if next == lines.len() {
                end = next;
            }
        }
        for slot in gone.iter_mut().take(end).skip(first) {
            *slot = true;
        }
        at = end;
    }
    // A page that is nothing but a wall keeps its words.
    if gone.iter().all(|g| *g) {
        return;
    }
    let mut at = 0;
    lines.retain(|_| {
        at += 1;
        !gone.get(at - 1).copied().unwrap_or(false)
    });
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It says that one must pay or sign up to go on.
    Call,
    /// It praises, prices or asks for an account.
    Pitch,
    /// A few words without a sentence.
    Label,
    /// Anything else.
    Other,
}

/// Words that stand in the text itself and not under pictures or in tables.
fn is_told(line: &Line) -> bool {
    !matches!(
        line.role,
        Role::Caption | Role::Row | Role::Quotation | Role::Stamp
    )
}

fn is_call(line: &Line) -> bool {
    is_told(line) && blocks::is_call_to_pay(&line.text)
}

impl Kind {
    /// What a line is that is no call.
    fn of(line: &Line) -> Self {
        if !is_told(line) {
            Self::Other
        } else if blocks::is_pitch(&line.text) {
            Self::Pitch
        } else if line.text.split_whitespace().count() <= LABEL_WORDS && !line.text.ends_with('.') {
            Self::Label
        } else {
            Self::Other
        }
    }
}
