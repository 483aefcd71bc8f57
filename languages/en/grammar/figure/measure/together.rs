//! Numbers told side by side: "20 percent on cars and 5 percent on tyres".

use super::Number;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{Tail, prepositional};
use crate::grammar::figure::wording::Measure;

/// The measure of a second number of the same unit with a phrase of its own behind the same preposition.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let words = scene.words;
    let before = n.before()?;
    let same = before.value.unit == n.quantity()?.unit;
    let end = words.inside(before.span).end;
    let near = n.from > end && n.from - end <= 8;
    let link = words.is(n.from.checked_sub(1)?, &["and", "or", ",", "but"]);
    let stem = n.last.and_then(|m| m.stem.as_deref());
    // The phrase behind the first number begins with the same preposition.
    let behind = n
        .last
        .zip(stem)
        .and_then(|(m, stem)| m.text.strip_prefix(stem.text.as_str()));
    let alike = behind.is_some_and(|b| {
        b.trim_start()
            .split(' ')
            .next()
            .is_some_and(|w| words.is(n.to, &[w]))
    });
    // "1.2 billion according to the one side and 900 million according to the other": one measure, two sources.
    let words_between = n.from.saturating_sub(end) <= 12;
    let sources = words.is(n.to, &["according"]) && (end..n.from).any(|i| words.is(i, &["according"]));
    if same && link && words_between && sources {
        return n.last.cloned();
    }
    if !(same && near && link && alike) {
        return None;
    }
    let stem = stem?;
    let noun = words.head(n.to).filter(|&h| h > n.to && h < n.to + 5)?;
    let Tail::Words(own) = prepositional(scene, noun, false, 2) else {
        return None;
    };
    let mut m = stem.clone().and(scene, &own, false);
    m.stem = Some(Box::new(stem.clone()));
    Some(m)
}
