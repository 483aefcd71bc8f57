//! What the words of an English clause say of its verb: auxiliaries, negation, verb groups. Defined once, asked by
//! every finder over the one view of a sentence.

mod auxiliary;
mod preposition;
mod verb_group;

pub(crate) use auxiliary::{Auxiliary, auxiliary, is_finite_auxiliary, is_negation};
pub(crate) use preposition::preposition_of;
pub(crate) use verb_group::{VerbGroup, is_manner_adverb, verb_group};
