//! The pieces of one English sentence, as numbers need them: finer than the tokens of a treebank, so that "US$3.7m",
//! "3-5 percent" and "third-largest" fall apart the same way however the words were split.

use dossier_annotate::quantity::Style;
use dossier_annotate::quantity::view::NumberCut;

pub(crate) use dossier_annotate::quantity::{Kind, View};
pub(crate) use dossier_annotate::view::pieces::Pieces;

/// Where English numbers and words end.
pub(crate) const CUT: NumberCut = NumberCut {
    style: Style::Point,
    word: word_len,
};

/// Length of the letters at the start, an apostrophe between two letters included, "'s" left out.
fn word_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let mark = matches!(c, '\'' | '’');
        let inside = mark && chars.peek().is_some_and(|&(_, n)| n.is_alphabetic());
        let combining = ('\u{300}'..='\u{36f}').contains(&c);
        if !(c.is_alphabetic() || inside || combining) {
            break;
        }
        if inside {
            // "China's" ends before the apostrophe; "O'Brien" does not.
            let tail: &str = rest.get(i + c.len_utf8()..).unwrap_or("");
            let mut t = tail.chars();
            let s = matches!(t.next(), Some('s' | 'S')) && !t.next().is_some_and(char::is_alphabetic);
            if s {
                break;
            }
        }
        len = i + c.len_utf8();
    }
    len.max(rest.chars().next().map_or(1, char::len_utf8))
}
