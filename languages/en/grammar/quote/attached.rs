//! What the cue in front of a quotation and the cue behind it share.

use dossier_model::{Span, Upos};

use super::cue::Form;
use super::speech::SpeechView;

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
pub(super) fn plausible_base(view: &SpeechView, i: usize, form: Form) -> bool {
    if form != Form::Base {
        return true;
    }
    let Some(before) = i.checked_sub(1) else {
        return false;
    };
    let subject = view.is_in(before, &BASE_FORM_SUBJECTS)
        || view.word(before).ends_with('s')
        || view.word(before) == ","
        || view.is_manner(before)
        || matches!(view.upos(before), Upos::Num | Upos::Propn)
        || (view.upos(before) == Upos::Verb && view.word(before).ends_with("ed"));
    subject && view.upos(i) == Upos::Verb && !view.is(before, &["'s", "’s", "is", "was", "this"])
}
