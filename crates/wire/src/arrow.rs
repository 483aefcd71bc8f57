//! Arrow schemas of the [tables](crate::tables), for data frames. Each column's sentence is its metadata `doc`.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema, TimeUnit};

use crate::tables::{Cell, Column, Kind, Table};

/// The schema of a table.
#[must_use]
pub fn schema(table: &Table) -> Schema {
    let columns: Vec<Field> = table.columns.iter().map(field).collect();
    Schema::new_with_metadata(columns, doc(table.doc))
}

fn field(column: &Column) -> Field {
    let nullable = column.cell == Cell::Nullable;
    Field::new(column.name, data_type(column.kind), nullable).with_metadata(doc(column.doc))
}

fn data_type(kind: Kind) -> DataType {
    let list = |of| DataType::List(Arc::new(Field::new_list_field(of, false)));
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Name => DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)),
        Kind::Texts => list(DataType::Utf8),
        Kind::Count => DataType::UInt32,
        Kind::Counts => list(DataType::UInt32),
        Kind::Number => DataType::Float64,
        Kind::Flag => DataType::Boolean,
        Kind::Day => DataType::Date32,
        Kind::Clock => DataType::Time32(TimeUnit::Second),
    }
}

fn doc(text: &str) -> HashMap<String, String> {
    HashMap::from([("doc".to_owned(), text.to_owned())])
}
