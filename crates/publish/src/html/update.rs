//! What a later version of an article has changed.

use dossier_model::{Change, ChangeKind, Version, VersionOrder};

use super::context::Context;
use super::diff::{self, Run};
use super::reading;
use crate::clean::clean;
use crate::plain;
use dossier_wire::Text;

/// Changes shown; `dossier.json` has them all.
const SHOWN: usize = 12;

/// The version before, in a line and paragraph by paragraph.
pub(super) struct Update {
    pub(super) line: String,
    pub(super) rows: Vec<Row>,
    pub(super) hidden: usize,
}

/// One paragraph, or the headline.
pub(super) struct Row {
    pub(super) kind: &'static str,
    /// Its words before, those that stayed marked as shared.
    pub(super) before: Vec<Run>,
    pub(super) after: Vec<Run>,
}

/// Of an article that is a later version of another one.
pub(super) fn update(c: &Context<'_>, text: &Text<'_>) -> Option<Update> {
    let version = text.article.meta.version.as_deref()?;
    let earlier = c.text(version.earlier.as_ref()?)?;
    let rows: Vec<Row> = version
        .changes
        .iter()
        .take(SHOWN)
        .map(|change| row(change, earlier, text))
        .collect();
    Some(Update {
        line: line(version, earlier),
        hidden: version.changes.len() - rows.len(),
        rows,
    })
}

fn line(version: &Version, earlier: &Text<'_>) -> String {
    let mut what: Vec<String> = Vec::new();
    if version.count(ChangeKind::Headline) > 0 {
        what.push("another headline".to_owned());
    }
    for (kind, word) in [
        (ChangeKind::Changed, "changed"),
        (ChangeKind::Added, "added"),
        (ChangeKind::Removed, "removed"),
    ] {
        let n = version.count(kind);
        if n > 0 {
            what.push(format!("{} {word}", plain::count(n, "paragraph")));
        }
    }
    let what = if what.is_empty() {
        "the same paragraphs".to_owned()
    } else {
        what.join(", ")
    };
    let meta = &earlier.article.meta;
    let day = meta
        .published
        .map(|p| format!(" of {}", reading::published(p)))
        .unwrap_or_default();
    let unknown = match version.order {
        VersionOrder::Known => "",
        VersionOrder::Unknown => "; which of the two is later is not stated",
    };
    format!(
        "Updated version of {}{day}: {what}{unknown}.",
        clean(&meta.source)
    )
}

fn row(change: &Change, before: &Text<'_>, after: &Text<'_>) -> Row {
    let words = |text: &Text<'_>, span: Option<_>| span.map(|s| clean(text.words(s))).unwrap_or_default();
    let (before, after) = (words(before, change.before), words(after, change.after));
    let (before, after) = diff::shared_words(&before, &after);
    Row {
        kind: change.kind.as_str(),
        before,
        after,
    }
}
