//! Tables of articles, of each layer of annotations and of each kind of row of the record, as columns with a type and a
//! sentence each: what a data frame of them looks like. `docs/tables.md` lists them; with the feature `arrow` each has an
//! Arrow schema.
//!
//! Rows of annotations begin with their article's id, rows of the record with their story's. Offsets count code points.

mod layers;
mod rows;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// One of a few names.
    Name,
    /// A list of texts.
    Texts,
    /// A number from 0: a count, an offset, a place in another table of the same article.
    Count,
    /// A list of such numbers.
    Counts,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A calendar day.
    Day,
    /// A time of day.
    Clock,
}

impl Kind {
    /// The word in the list of tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Name => "name",
            Self::Texts => "list of texts",
            Self::Count => "count",
            Self::Counts => "list of counts",
            Self::Number => "number",
            Self::Flag => "flag",
            Self::Day => "day",
            Self::Clock => "time of day",
        }
    }
}

/// Whether a cell may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Always there.
    Filled,
    /// Null where it is not known.
    Nullable,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
    /// Whether a cell may be empty.
    pub cell: Cell,
    /// What it says.
    pub doc: &'static str,
}

/// One table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What a row is.
    pub doc: &'static str,
    /// The struct of the wire form whose fields the columns hold.
    pub of: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
}

const fn filled(name: &'static str, kind: Kind, doc: &'static str) -> Column {
    Column {
        name,
        kind,
        cell: Cell::Filled,
        doc,
    }
}

const fn nullable(name: &'static str, kind: Kind, doc: &'static str) -> Column {
    Column {
        name,
        kind,
        cell: Cell::Nullable,
        doc,
    }
}

/// The table of articles, those of the layers of annotations, and those of the rows of the record.
#[must_use]
pub fn all() -> [&'static [Table]; 3] {
    [layers::ARTICLES, layers::LAYERS, rows::ROWS]
}

/// All tables as Markdown: the text of `docs/tables.md`.
#[must_use]
pub fn render_markdown() -> String {
    let mut out = String::from(
        "# Tables\n\nArticles, the layers of annotations and the rows of the record as tables: the columns of data frames, and of the Arrow schemas of `dossier-wire` (feature `arrow`). \
         Offsets count Unicode code points of the article's `text`. A column marked with ? may be null. Written by a test of `dossier-wire`: `DOSSIER_UPDATE_SCHEMA=1 cargo test -p dossier-wire`.\n",
    );
    for (title, tables) in ["Articles", "Layers of annotations", "Rows of the record"]
        .iter()
        .zip(all())
    {
        out.push_str(&format!("\n## {title}\n"));
        for table in tables {
            out.push_str(&format!(
                "\n### `{}`\n\n{}\n\n| column | type | |\n|---|---|---|\n",
                table.name, table.doc
            ));
            for column in table.columns {
                let mark = match column.cell {
                    Cell::Filled => "",
                    Cell::Nullable => "?",
                };
                out.push_str(&format!(
                    "| `{}` | {}{mark} | {} |\n",
                    column.name,
                    column.kind.as_str(),
                    column.doc
                ));
            }
        }
    }
    out
}
