//! Whether an editor would print a sentence by itself.

use dossier_model::MentionForm;

use crate::scope::Scope;
use crate::statement::Sentence;

/// Whether a sentence can stand alone in print.
#[must_use]
pub fn is_printable(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    sentence.wording.flaw.is_none() && tells_something(scope, sentence)
}

/// Whether it has a predicate with somebody or something that it is told of, and names anything at all.
fn tells_something(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    let notes = &scope.docs[sentence.doc].notes;
    let has_subject = sentence
        .clauses
        .iter()
        .any(|c| !c.subjects.is_empty() || !c.objects.is_empty());
    let names = notes
        .mentions
        .inside(sentence.span)
        .any(|m| m.value.form.is_name() || m.value.form == MentionForm::Demonym);
    has_subject && (names || !sentence.numbers.is_empty())
}
