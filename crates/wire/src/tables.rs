//! Tables of articles, of each layer of annotations and of each kind of row of the record, as columns with a type and a
//! sentence each: what a data frame of them looks like. `docs/tables.md` lists them; with the feature `arrow` each has an
//! Arrow schema.
//!
//! Rows of annotations begin with their article's id, rows of the record with their story's. Offsets count code points.
//! [`fill`] gives the tables of a record with their rows; CSV, SQLite and Parquet are written from these.

mod fill;
mod layers;
mod moments;
mod rows;
mod value;

pub use fill::{Filled, fill};
pub use value::Value;

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

/// The tables of which a record is written: its articles and their blocks, then its rows.
pub fn of_record() -> impl Iterator<Item = &'static Table> {
    // The differences of versions count bytes where they are read, and stand in the record's JSON alone.
    let articles = layers::ARTICLES.iter().filter(|t| t.name != "changes");
    articles.chain(rows::ROWS)
}

impl Table {
    /// The columns that name a row of a record's table; empty where nothing does.
    #[must_use]
    pub fn key(&self) -> &'static [&'static str] {
        match self.name {
            "articles" => &["article"],
            "stories" => &["story"],
            "origins" => &["story", "origin"],
            "voices" => &["story", "voice"],
            "entities" => &["story", "entity"],
            "roles" => &["story", "entity", "role"],
            "events" => &["story", "event"],
            "figures" => &["story", "figure"],
            "figure_reports" => &["story", "figure", "report"],
            "statements" => &["story", "statement"],
            "conflicts" => &["story", "conflict"],
            "quotes" => &["story", "quote"],
            "timeline" | "digest" => &["story", "line"],
            _ => &[],
        }
    }

    /// Whether rows that are not sure enough to be facts stand in a table of their own, of the same columns. What is told
    /// of articles is not weighed as a fact is.
    #[must_use]
    pub fn is_of_facts(&self) -> bool {
        !matches!(self.name, "origins" | "copies") && self.columns.iter().any(|c| c.name == "confidence")
    }
}

/// All tables as Markdown: the text of `docs/tables.md`.
#[must_use]
pub fn render_markdown() -> String {
    let mut out = String::from(
        "# Tables\n\nArticles, the layers of annotations and the rows of the record as tables. `dossier build --format csv`, `--format sqlite` and `--format parquet` write `articles`, `blocks` and the rows of the record, each a file or a table of its name. \
         All are columns of data frames, and of the Arrow schemas of `dossier-wire` (feature `arrow`).\n\n\
         A key has the name of its thing in every table: `story`, `article`, `event`, `entity`, `voice`, …. Tables join by what they share: `article` alone, everything else by `story` and the thing, as in `events JOIN participants USING (story, event)`. \
         Ids of articles and stories are the same on every run; the others hold in one run of one story.\n\n\
         Rows that are less sure than `--confidence` asks stand in tables of their own with the same columns, such as `events_less_certain`.\n\n\
         Days are ISO 8601 (`2031-05-04`), the first of what is known where less than a day is told: the column of precision says how much that is. Times of day are `14:30:00`. \
         Offsets count Unicode code points of the article's `text`. A column marked with ? may be null; in CSV null is empty. Written by a test of `dossier-wire`: `DOSSIER_UPDATE_SCHEMA=1 cargo test -p dossier-wire`.\n",
    );
    for (title, tables) in ["Articles", "Layers of annotations", "Rows of the record"]
        .iter()
        .zip(all())
    {
        out.push_str(&format!("\n## {title}\n"));
        for table in tables {
            let key = match table.key() {
                [] => String::new(),
                key => format!(" Key: `{}`.", key.join("`, `")),
            };
            out.push_str(&format!(
                "\n### `{}`\n\n{}{key}\n\n| column | type | |\n|---|---|---|\n",
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
