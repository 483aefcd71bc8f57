//! What the cue in front of a quotation and the cue behind it share.

use dossier_model::Span;

use super::cue::Form;
use super::page::Page;

/// The reporting words beside a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attached {
    pub(super) cue: Span,
    pub(super) source: Span,
}

/// Longest way between a quotation and its cue, in words.
pub(super) const REACH: usize = 45;

/// Whether a bare verb form can stand for the present: "they say", not "the ministers plan".
pub(super) fn plausible_base(page: &Page, i: usize, form: Form) -> bool {
    form != Form::Base
        || (i > 0
            && (page.is(i - 1, &["they", "we", "i", "you", "who"])
                || page.word(i - 1).ends_with('s')
                || page.is(i - 1, &["police", "people", "also"])
                || page.word(i - 1) == ","))
            && page.is(
                i,
                &[
                    "say",
                    "write",
                    "add",
                    "note",
                    "argue",
                    "claim",
                    "warn",
                    "explain",
                    "insist",
                    "believe",
                    "think",
                    "acknowledge",
                    "contend",
                    "suggest",
                    "tell",
                    "hope",
                    "fear",
                    "suspect",
                    "concede",
                    "admit",
                ],
            )
}
