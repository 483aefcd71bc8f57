//! Numbers told side by side: "20 percent on cars and 5 percent on tyres".

use super::Number;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{Tail, prepositional};
use crate::grammar::figure::wording::Measure;

/// The measure of a second number of the same unit with a phrase of its own behind the same preposition.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let words = scene.words;
    let before = n.before()?;
    let stem = n.last?.stem.as_deref()?;
    let same = before.value.unit == n.quantity()?.unit;
    let end = words.inside(before.span).end;
    let near = n.from > end && n.from - end <= 8;
    let link = words.is(n.from.checked_sub(1)?, &["and", "or", ",", "but"]);
    // The phrase behind the first number begins with the same preposition.
    let behind = n.last?.text.strip_prefix(stem.text.as_str())?.trim_start();
    let alike = behind.split(' ').next().is_some_and(|w| words.is(n.to, &[w]));
    if !(same && near && link && alike) {
        return None;
    }
    let noun = words.head(n.to).filter(|&h| h > n.to && h < n.to + 5)?;
    let Tail::Words(own) = prepositional(scene, noun, false, 2) else {
        return None;
    };
    let mut m = stem.clone().and(scene, &own, false);
    m.stem = Some(Box::new(stem.clone()));
    Some(m)
}
