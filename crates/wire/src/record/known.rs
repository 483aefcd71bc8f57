//! How the fields of an article are known, in a record and in annotations.

use dossier_model::{Evidence, Field, Known};

use super::v1;
use crate::Named;

/// How each field is known.
pub(crate) fn read(wire: v1::Known) -> Known {
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
