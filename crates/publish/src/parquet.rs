//! The record's tables as Parquet, one file each, uncompressed. A file's metadata say what its table and columns hold.

use std::sync::Arc;

use dossier_model::{Confidence, Dossier};
use dossier_wire::record;
use dossier_wire::tables::{self, Cell, Column, Filled, Kind, Value};
use jiff::civil::{Date, Time, date};
use parquet::basic::{LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use crate::unit;

/// A file to write beside the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// `events.parquet` and the like.
    pub path: String,
    /// The table.
    pub bytes: Vec<u8>,
}

/// Why no file was made.
pub type Error = parquet::errors::ParquetError;

/// A file for each table, where a fact takes so much confidence. Rows that are less sure stand in tables of their own.
///
/// # Errors
/// Where the writer fails, as it does on a table of more rows than the format counts.
pub fn render_with(dossier: &Dossier, least: Confidence) -> Result<Vec<File>, Error> {
    let record = record::to_wire(dossier, &unit::name);
    tables::fill(&record, least).iter().map(file).collect()
}

fn file(filled: &Filled<'_>) -> Result<File, Error> {
    let columns = filled.table.columns;
    let fields: Result<Vec<_>, Error> = columns.iter().map(|c| field(c).map(Arc::new)).collect();
    let schema = Type::group_type_builder(filled.table.name)
        .with_fields(fields?)
        .build()?;
    let told = |key: &str, value: &str| KeyValue::new(key.to_owned(), value.to_owned());
    let mut metadata = vec![told("description", filled.table.doc)];
    metadata.extend(columns.iter().map(|c| told(&format!("column {}", c.name), c.doc)));
    let properties = WriterProperties::builder()
        .set_created_by(format!("dossier version {}", env!("CARGO_PKG_VERSION")))
        .set_key_value_metadata(Some(metadata))
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for (i, column) in columns.iter().enumerate() {
        let cells = filled.rows.iter().filter_map(|row| row.get(i));
        if let Some(to) = group.next_column()? {
            write(to, column, cells)?;
        }
    }
    group.close()?;
    Ok(File {
        path: format!("{}.parquet", filled.name),
        bytes: writer.into_inner()?,
    })
}

fn field(column: &Column) -> Result<Type, Error> {
    let (physical, logical) = match column.kind {
        Kind::Text | Kind::Name | Kind::Texts | Kind::Counts => {
            (Physical::BYTE_ARRAY, Some(LogicalType::String))
        }
        Kind::Count => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Flag => (Physical::BOOLEAN, None),
        Kind::Day => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Clock => (Physical::INT32, Some(LogicalType::time(false, TimeUnit::MILLIS))),
    };
    let repetition = match column.cell {
        Cell::Filled => Repetition::REQUIRED,
        Cell::Nullable => Repetition::OPTIONAL,
    };
    Type::primitive_type_builder(column.name, physical)
        .with_repetition(repetition)
        .with_logical_type(logical)
        .build()
}

fn write<'a>(
    mut to: SerializedColumnWriter<'_>,
    column: &Column,
    cells: impl Iterator<Item = &'a Value<'a>>,
) -> Result<(), Error> {
    let cells: Vec<&Value<'_>> = cells.collect();
    let there: Vec<i16> = cells.iter().map(|v| i16::from(**v != Value::Null)).collect();
    let levels = (column.cell == Cell::Nullable).then_some(&there[..]);
    match column.kind {
        Kind::Text | Kind::Name | Kind::Texts | Kind::Counts => {
            let values: Vec<ByteArray> = cells.iter().filter_map(|v| text(v)).collect();
            to.typed::<ByteArrayType>().write_batch(&values, levels, None)?;
        }
        Kind::Count => {
            let values: Vec<i64> = cells.iter().filter_map(|v| count(v)).collect();
            to.typed::<Int64Type>().write_batch(&values, levels, None)?;
        }
        Kind::Number => {
            let values: Vec<f64> = cells.iter().filter_map(|v| number(v)).collect();
            to.typed::<DoubleType>().write_batch(&values, levels, None)?;
        }
        Kind::Flag => {
            let values: Vec<bool> = cells.iter().filter_map(|v| flag(v)).collect();
            to.typed::<BoolType>().write_batch(&values, levels, None)?;
        }
        Kind::Day | Kind::Clock => {
            let values: Vec<i32> = cells.iter().filter_map(|v| moment(v)).collect();
            to.typed::<Int32Type>().write_batch(&values, levels, None)?;
        }
    }
    to.close()
}

fn flag(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::Flag(yes) => Some(*yes),
        _ => None,
    }
}

fn text(value: &Value<'_>) -> Option<ByteArray> {
    match value {
        Value::Text(text) => Some(ByteArray::from(text.as_ref())),
        _ => None,
    }
}

fn count(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Count(n) => i64::try_from(*n).ok(),
        _ => None,
    }
}

fn number(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Number(n) => Some(*n),
        _ => None,
    }
}

/// Days since 1970, or milliseconds since midnight.
fn moment(value: &Value<'_>) -> Option<i32> {
    match value {
        Value::Day(day) => Some(days(*day)),
        Value::Clock(time) => Some(milliseconds(*time)),
        _ => None,
    }
}

fn days(day: Date) -> i32 {
    // Days between two dates of the civil calendar, of which there are some seven million.
    day.since(date(1970, 1, 1)).map_or(0, |span| span.get_days())
}

fn milliseconds(time: Time) -> i32 {
    let seconds = (i32::from(time.hour()) * 60 + i32::from(time.minute())) * 60 + i32::from(time.second());
    seconds * 1000
}
