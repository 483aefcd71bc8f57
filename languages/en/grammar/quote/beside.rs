//! What the cue in front of a quotation and the cue behind it share.

use dossier_model::{Span, Upos};

use super::cue::Form;
use super::page::Page;

dossier_world::words!(BASE_FORM_SUBJECTS = "quote/base_form_subjects.txt");

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
    if form != Form::Base {
        return true;
    }
    let Some(before) = i.checked_sub(1) else {
        return false;
    };
    let subject = page.is_in(before, &BASE_FORM_SUBJECTS)
        || page.word(before).ends_with('s')
        || page.word(before) == ","
        || page.is_manner(before)
        || matches!(page.upos(before), Upos::Num | Upos::Propn)
        || (page.upos(before) == Upos::Verb && page.word(before).ends_with("ed"));
    subject && page.upos(i) == Upos::Verb && !page.is(before, &["'s", "’s", "is", "was", "this"])
}
