//! Rises, falls and what stood before.

use super::Sense;
use crate::grammar::figure::wording::Measure;

/// Nouns of a change behind a number: "a 5 percent rise".
pub(super) fn change_noun(word: &str) -> Option<Sense> {
    Some(match word {
        "increase" | "rise" | "growth" | "gain" | "jump" | "surge" | "hike" | "climb" | "expansion"
        | "uptick" | "boost" | "advance" | "rebound" | "increases" | "gains" => Sense::Rise,
        "decrease" | "decline" | "drop" | "fall" | "reduction" | "cut" | "slump" | "plunge"
        | "contraction" | "dip" | "slide" | "loss" | "decreases" | "declines" | "cuts" => Sense::Fall,
        _ => return None,
    })
}

/// Words that compare behind a number: "5 percent higher".
pub(super) fn compared(word: &str) -> Option<Sense> {
    Some(match word {
        "higher" | "more" | "larger" | "bigger" | "greater" | "up" | "above" => Sense::Rise,
        "lower" | "less" | "fewer" | "smaller" | "down" | "below" => Sense::Fall,
        _ => return None,
    })
}

/// The measure of a change of `base`, which is never joined with the level.
pub(super) fn changed(base: Measure, sense: Sense) -> Measure {
    let kept = Some(Box::new(base.clone()));
    let mut m = match sense {
        Sense::Rise => base.with_word("increase", "increase"),
        Sense::Fall => base.with_word("decrease", "decrease"),
        Sense::Before => {
            let mut m = base.with_word("", "previous");
            // "the lower tax rate … from 35 percent": what it was before was not the lower one.
            let text = m.text.trim_end();
            let plain = ["lower ", "higher ", "new ", "reduced ", "increased "];
            let text = plain.iter().find_map(|p| text.strip_prefix(p)).unwrap_or(text);
            m.text = format!("previous {text}");
            m
        }
        Sense::Level => base,
    };
    m.base = kept;
    m
}

/// The level behind the last figure.
pub(super) fn base_of(last: Option<&Measure>) -> Option<Measure> {
    let last = last?;
    Some(last.base.as_deref().unwrap_or(last).clone())
}
