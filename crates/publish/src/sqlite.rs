//! The record's tables in one file of SQLite, and what Datasette shows beside them.
//!
//! The file is made in memory. A table `metadata` in it says what each table and column holds, for whoever has the file
//! alone; [`Database::metadata`] says the same as Datasette reads it.

use dossier_model::{Confidence, Dossier};
use dossier_wire::record;
use dossier_wire::tables::{self, Cell, Column, Filled, Kind, Value};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use serde_json::{Map, json};

use crate::unit;

/// The name of the file, by which Datasette calls the database.
pub const FILE: &str = crate::file_name::DATABASE;
/// The name under which Datasette looks for what tables hold.
pub const METADATA: &str = crate::file_name::METADATA;

/// What is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Database {
    /// The file of SQLite.
    pub bytes: Vec<u8>,
    /// Titles and descriptions as Datasette reads them (`metadata.json`).
    pub metadata: String,
}

/// Why no file was made.
pub type Error = rusqlite::Error;

/// All tables, where a fact takes so much confidence. Rows that are less sure stand in tables of their own.
///
/// # Errors
/// Where SQLite fails, as it does without memory.
pub fn render_with(dossier: &Dossier, least: Confidence) -> Result<Database, Error> {
    let record = record::to_wire(dossier, &unit::name);
    let filled = tables::fill(&record, least);
    let mut db = Connection::open_in_memory()?;
    let all = db.transaction()?;
    for table in &filled {
        all.execute_batch(&create(table))?;
        insert(&all, table)?;
    }
    describe(&all, &filled)?;
    all.commit()?;
    Ok(Database {
        bytes: db.serialize("main")?.to_vec(),
        metadata: metadata(&filled),
    })
}

/// Keys of stories and articles lead on by a click in Datasette, which follows keys of one column.
fn create(filled: &Filled<'_>) -> String {
    let mut parts: Vec<String> = filled.table.columns.iter().map(column).collect();
    if !filled.table.key().is_empty() {
        parts.push(format!("PRIMARY KEY ({})", quoted_list(filled.table.key())));
    }
    for c in filled.table.columns {
        let (of, key) = match c.name {
            "story" if filled.table.name != "stories" => ("stories", "story"),
            "article" if filled.table.name != "articles" => ("articles", "article"),
            "from_article" | "to_article" => ("articles", "article"),
            _ => continue,
        };
        parts.push(format!("FOREIGN KEY ({}) REFERENCES {of}({key})", quoted(c.name)));
    }
    format!(
        "CREATE TABLE {} (\n  {}\n) STRICT;",
        quoted(&filled.name),
        parts.join(",\n  ")
    )
}

fn column(column: &Column) -> String {
    let kind = match column.kind {
        Kind::Text | Kind::Name | Kind::Texts | Kind::Counts | Kind::Day | Kind::Clock => "TEXT",
        Kind::Count | Kind::Flag => "INTEGER",
        Kind::Number => "REAL",
    };
    let filled = match column.cell {
        Cell::Filled => " NOT NULL",
        Cell::Nullable => "",
    };
    format!("{} {kind}{filled}", quoted(column.name))
}

/// Names are ours and hold no quotation marks; some are words of SQL.
fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

fn quoted_list(names: &[&str]) -> String {
    names.iter().map(|n| quoted(n)).collect::<Vec<_>>().join(", ")
}

fn insert(db: &Connection, filled: &Filled<'_>) -> Result<(), Error> {
    let marks = vec!["?"; filled.table.columns.len()].join(", ");
    let mut statement = db.prepare(&format!("INSERT INTO {} VALUES ({marks})", quoted(&filled.name)))?;
    for row in &filled.rows {
        statement.execute(rusqlite::params_from_iter(row.iter().map(Bound)))?;
    }
    Ok(())
}

/// A value as SQLite takes it.
struct Bound<'a>(&'a Value<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Value::Text(text) => ToSqlOutput::from(text.as_ref()),
            Value::Count(n) => ToSqlOutput::from(i64::try_from(*n).unwrap_or(i64::MAX)),
            Value::Number(n) => ToSqlOutput::from(*n),
            Value::Flag(yes) => ToSqlOutput::from(*yes),
            Value::Day(day) => ToSqlOutput::from(day.to_string()),
            Value::Clock(time) => ToSqlOutput::from(time.strftime("%H:%M:%S").to_string()),
        })
    }
}

/// What each table and column holds, in the file itself.
fn describe(db: &Connection, filled: &[Filled<'_>]) -> Result<(), Error> {
    db.execute_batch(
        "CREATE TABLE metadata (\"table\" TEXT NOT NULL, \"column\" TEXT, type TEXT, description TEXT NOT NULL) STRICT;",
    )?;
    let mut statement = db.prepare("INSERT INTO metadata VALUES (?, ?, ?, ?)")?;
    for table in filled {
        let nothing: Option<&str> = None;
        statement.execute((&table.name, nothing, nothing, about(table)))?;
        for c in table.table.columns {
            statement.execute((&table.name, c.name, c.kind.as_str(), c.doc))?;
        }
    }
    Ok(())
}

fn about(filled: &Filled<'_>) -> String {
    if filled.name == filled.table.name {
        filled.table.doc.to_owned()
    } else {
        format!("Read with less certainty, no facts. {}", filled.table.doc)
    }
}

fn metadata(filled: &[Filled<'_>]) -> String {
    let mut tables = Map::new();
    for table in filled {
        let columns: Map<String, serde_json::Value> = (table.table.columns.iter())
            .map(|c| (c.name.to_owned(), c.doc.into()))
            .collect();
        let mut about = json!({"description": about(table), "columns": columns});
        // What is shown for a key that leads to the table.
        if let "articles" | "stories" = table.table.name {
            about["label_column"] = "title".into();
        }
        tables.insert(table.name.clone(), about);
    }
    let name = FILE.trim_end_matches(".db");
    let all = json!({
        "title": "Dossier",
        "description": "Many reports of one event, one record: every fact with its words and sources.",
        "databases": {name: {"tables": tables}},
    });
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}
