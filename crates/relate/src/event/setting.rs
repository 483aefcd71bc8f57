//! What rows are made from, beside their tellings.

use crate::entity::Entities;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::Voices;

/// A story's articles with what is known of them.
pub(super) struct Setting<'a> {
    pub scope: &'a Scope<'a>,
    pub entities: &'a Entities,
    pub origins: &'a Origins,
    pub voices: &'a Voices,
}
