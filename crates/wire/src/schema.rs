//! JSON Schemas (2020-12) of what is written, made from the structs.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::{annotations, record};

/// Of the record: the text of `docs/dossier-1.schema.json`.
#[must_use]
pub fn record() -> String {
    render(of::<record::v1::Record<'static>>(), record::v1::FORMAT)
}

/// Of a line of annotations: the text of `docs/dossier-annotations-1.schema.json`.
#[must_use]
pub fn annotations() -> String {
    render(of::<annotations::v1::Line<'static>>(), annotations::v1::FORMAT)
}

/// A field that is always written is a field that a reader may count on.
fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>()
}

fn render(mut schema: Schema, format: &str) -> String {
    schema.insert("title".to_owned(), format.into());
    if let Some(field) = schema
        .pointer_mut("/properties/format")
        .and_then(|f| f.as_object_mut())
    {
        field.insert("const".to_owned(), format.into());
    }
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
