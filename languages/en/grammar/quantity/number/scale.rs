//! Scale words and letters: "million", "bn", "k".

use crate::grammar::number;
use crate::grammar::quantity::lex::{Kind, View};

/// The power of ten of a scale word.
pub(super) fn scale_of(word: &str) -> Option<i32> {
    number::scale(word)
}

/// Scale words and letters from piece `i` on: the power of ten and the pieces they take.
pub(super) fn scale_words(view: View<'_>, i: usize, money: bool) -> (i32, usize) {
    let (mut scale, mut used) = (0, 0);
    loop {
        let hyphen = usize::from(view.joins(i + used));
        let k = i + used + hyphen;
        if !view.is(k, Kind::Word) {
            break;
        }
        let word = view.low(k);
        let glued = hyphen == 0 && view.glued(k);
        let s = match word {
            // A plural scale word after a number ("three millions") is rare but plain.
            "mil" if !glued => None,
            "m" | "b" | "k" | "t" if glued && (money || word == "k") => letter(word),
            "m" | "b" if money && hyphen == 0 => letter(word),
            "mm" if money && hyphen == 0 => Some(6),
            "m" | "b" if glued && people_follow(view, k + 1) => letter(word),
            // "1.5M" and "2.3B" are written so in headlines; "4B" is a flat.
            "m" | "b" if glued && view.capital(k) && view.raw(k - 1).contains('.') => letter(word),
            _ => scale_of(word),
        };
        let Some(s) = s else { break };
        // "5 hundred thousand" and "2 lakh crore" multiply; "3 million billion" does not occur in news.
        if used > 0 && !(scale == 2 || (scale == 5 && s == 7) || (scale == 3 && s == 7)) {
            break;
        }
        scale += s;
        used += 1 + hyphen;
    }
    (scale, used)
}

fn letter(word: &str) -> Option<i32> {
    match word {
        "k" => Some(3),
        "m" => Some(6),
        "b" => Some(9),
        "t" => Some(12),
        _ => None,
    }
}

/// Whether "5m" is followed by something that comes in millions rather than by the end of a length.
fn people_follow(view: View<'_>, i: usize) -> bool {
    let w = view.low(i);
    view.is(i, Kind::Word)
        && (w == "people"
            || (w.len() > 3 && w.ends_with('s') && !w.ends_with("ss") && w != "across" && w != "less"))
}
