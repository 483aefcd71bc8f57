//! The forms in which articles, annotations and the record are written and read back.
//!
//! The domain types of `dossier-model` know no format. Here are the structs that do, a module a version: [`record`] is
//! `dossier.json`, the public contract; [`annotations`] is an article with what was read from it, a line each;
//! [`tables`] names their rows as tables. Positions count code points where the domain counts bytes ([`CodePoints`]).
//!
//! Uses `model` alone, decides no fact and gives nothing a name for readers: that is `publish`.

mod codepoints;
mod error;
mod moment;
mod named;
mod place;
mod texts;

pub mod annotations;
#[cfg(feature = "arrow")]
pub mod arrow;
pub mod number;
pub mod record;
#[cfg(feature = "schema")]
pub mod schema;
pub mod tables;

use std::borrow::Cow;

pub use codepoints::CodePoints;
pub use error::{Error, Result};
pub use named::{Named, Names};
pub use texts::{Text, Texts};

/// Text of the domain where it is written, a copy of its own where it was read.
pub type Str<'a> = Cow<'a, str>;

/// How sure something is, as it was written.
fn confidence(share: Option<f64>) -> Result<Option<dossier_model::Confidence>> {
    let read = |share| {
        let hint = "a share from 0 to 1";
        dossier_model::Confidence::new(share)
            .ok_or_else(|| Error::new(format!("is {share}"), hint).inside("confidence"))
    };
    share.map(read).transpose()
}

/// What writes: this program.
fn generator() -> record::v1::Generator<'static> {
    record::v1::Generator {
        name: Cow::Borrowed("dossier"),
        version: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
    }
}

/// Whether a text is of the format that is read here.
fn check_format(format: &str, expected: &str) -> Result<()> {
    if format == expected {
        return Ok(());
    }
    let problem = format!("is {format:?}, not {expected:?}");
    Err(Error::new(problem, "give what this version writes").inside("format"))
}

/// [`check_format`] of JSON that is no more than an object with a format: whoever gives a text of another format should
/// not hear of the fields that it lacks.
fn check_format_of(json: &str, expected: &str) -> Result<()> {
    #[derive(serde::Deserialize)]
    struct Head<'a> {
        format: Option<Str<'a>>,
    }
    match serde_json::from_str::<Head<'_>>(json) {
        Ok(Head { format: Some(format) }) => check_format(&format, expected),
        Ok(Head { format: None }) => {
            let hint = format!("the first field is \"format\": {expected:?}");
            Err(Error::new("is not there", hint).inside("format"))
        }
        Err(_) => Ok(()),
    }
}
