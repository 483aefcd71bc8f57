//! How the fields of an article are known, and which layers were read of it.

#[cfg(feature = "read-record")]
use dossier_model::Coverage;
use dossier_model::{Evidence, Field, Known};

use super::v1;
use crate::Named;
#[cfg(feature = "read-record")]
use crate::error::{Inside, Result};

/// The layers that were read, where not all were.
#[cfg(feature = "read-record")]
pub(super) fn coverage(names: &[crate::Str<'_>]) -> Result<Option<Coverage>> {
    if names.is_empty() {
        return Ok(None);
    }
    crate::annotations::coverage(names).map(Some).inside("coverage")
}

/// How each field is known.
pub(crate) fn fields(wire: v1::Known) -> Known {
    let v1::Known {
        agency,
        byline,
        language,
        modified,
        outlet,
        published,
        section,
        title,
        url,
    } = wire;
    let mut known = Known::default();
    let mut set = |field, evidence: Option<Named<Evidence>>| {
        if let Some(Named(evidence)) = evidence {
            known.set(field, evidence);
        }
    };
    set(Field::Agency, agency);
    set(Field::Byline, byline);
    set(Field::Language, language);
    set(Field::Modified, modified);
    set(Field::Outlet, outlet);
    set(Field::Published, published);
    set(Field::Section, section);
    set(Field::Title, title);
    set(Field::Url, url);
    known
}
