//! Sources that are a part of somebody's office.

use dossier_model::{Quote, Span};

use crate::grammar::mention::Names;

/// A source that is cut inside an office ("Deputy" of "Deputy Mayor Ana Ruiz") becomes the whole office with
/// its holder, where nothing of the quotation stands in between.
pub(super) fn cover_holder(text: &str, names: &Names, quote: &mut Quote) {
    for i in 0..quote.source.len() {
        let source = quote.source[i];
        let Some(whole) = with_holder(text, names, source) else {
            continue;
        };
        let is_free = quote.content.iter().chain(&quote.cue).all(|s| !s.overlaps(whole));
        if is_free {
            quote.source[i] = whole;
        }
    }
}

/// The office that holds `source`, covered with its holder's name right behind it.
fn with_holder(text: &str, names: &Names, source: Span) -> Option<Span> {
    let near = names.roles.partition_point(|r| r.span.start <= source.start);
    let role = names.roles[..near]
        .iter()
        .rev()
        .take(4)
        .find(|r| r.span.contains(source))?;
    let behind = names.mentions.partition_point(|m| m.span.start < role.span.end);
    let holder = names.mentions[behind..].iter().take(2).find(|m| {
        let gap = text.get(role.span.end as usize..m.span.start as usize);
        m.value.local == Some(role.value.holder) && gap.is_some_and(|g| g.trim().is_empty())
    })?;
    Some(role.span.cover(holder.span))
}
