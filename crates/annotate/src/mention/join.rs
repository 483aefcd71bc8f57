//! Joins the mentions of one bearer inside an article.

use dossier_model::{LocalEntity, Mention, Span};

use super::scan::Name;
use super::words::Words;

/// Mentions with their bearers.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    pub mentions: Vec<(Span, Mention)>,
    pub locals: Vec<LocalEntity>,
}

pub(crate) fn join(words: &Words<'_>, names: &[Name]) -> Joined {
    let mut out = Joined::default();
    for n in names {
        let m = Mention { kind: n.kind, form: n.form, local: None };
        out.mentions.push((words.cover(n.start, n.end), m));
    }
    out
}
