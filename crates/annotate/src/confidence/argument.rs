//! What frames say of two words.

use crate::View;

/// What a word is to a predicate by its frame, in few classes.
pub(super) fn role_of(view: &View<'_>, word: usize, predicate: usize) -> &'static str {
    if view.frame_of(predicate).is_none() {
        return "no frame";
    }
    let part = view.parts_of(word).find(|p| p.predicate == predicate);
    part.map_or("no argument", |p| p.argument.role.as_str())
}

/// How sure the frame's argument is that a word heads.
pub(super) fn surety_of(view: &View<'_>, word: usize, predicate: usize) -> &'static str {
    let part = view.parts_of(word).find(|p| p.predicate == predicate);
    match part.map(|p| p.argument.confidence) {
        None => "none",
        Some(c) if c < 0.5 => "low",
        Some(c) if c < 0.8 => "middle",
        Some(c) if c < 0.95 => "high",
        Some(_) => "sure",
    }
}

/// What a word is to any predicate: the role of the surest argument that it heads.
pub(super) fn any_role(view: &View<'_>, word: usize) -> &'static str {
    let parts = view.parts_of(word);
    let best = parts.reduce(|a, b| {
        if b.argument.confidence > a.argument.confidence {
            b
        } else {
            a
        }
    });
    best.map_or("none", |p| p.argument.role.as_str())
}
