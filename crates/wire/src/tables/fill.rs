//! The rows of a record's tables. Each struct is taken apart field by field, so that a field that has no column does not
//! compile.

mod story;

use std::collections::BTreeMap;

use dossier_model::{Confidence, Extent};

use super::{Table, Value, moments, of_record};
use crate::record::v1;

/// A table with its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled<'a> {
    /// Its name: that of the table, with `_less_certain` behind it where its rows are no facts.
    pub name: String,
    /// What its columns are.
    pub table: &'static Table,
    /// A value for each column.
    pub rows: Vec<Vec<Value<'a>>>,
}

/// The tables of a record, where a fact takes so much confidence. Each stands there, if only with its columns; a table of
/// rows that are less sure follows where there are any.
#[must_use]
pub fn fill<'a>(record: &'a v1::Record<'_>, least: Confidence) -> Vec<Filled<'a>> {
    let v1::Record {
        format: _,
        generator: _,
        notes,
        articles,
        stories,
    } = record;
    let mut rows = Rows::default();
    for a in articles {
        article(a, &mut rows);
    }
    for s in stories {
        story::fill(s, &mut rows);
    }
    for v1::Note { source, message } in notes {
        rows.add("notes", vec![source.into(), message.into()]);
    }
    rows.finish(least)
}

/// Rows by the name of their table.
#[derive(Default)]
struct Rows<'a>(BTreeMap<&'static str, Vec<Vec<Value<'a>>>>);

impl<'a> Rows<'a> {
    fn add(&mut self, table: &'static str, row: Vec<Value<'a>>) {
        self.0.entry(table).or_default().push(row);
    }

    fn finish(mut self, least: Confidence) -> Vec<Filled<'a>> {
        let mut out = Vec::new();
        for table in of_record() {
            let rows = self.0.remove(table.name).unwrap_or_default();
            let sure = table.columns.iter().position(|c| c.name == "confidence");
            let is_fact = |row: &Vec<Value<'_>>| match sure.and_then(|i| row.get(i)) {
                Some(Value::Number(share)) if table.is_of_facts() => least.admits(Confidence::new(*share)),
                _ => true,
            };
            let (facts, rest) = rows.into_iter().partition(is_fact);
            out.push(Filled {
                name: table.name.to_owned(),
                table,
                rows: facts,
            });
            if !Vec::is_empty(&rest) {
                out.push(Filled {
                    name: format!("{}_less_certain", table.name),
                    table,
                    rows: rest,
                });
            }
        }
        out
    }
}

fn article<'a>(article: &'a v1::Article<'_>, rows: &mut Rows<'a>) {
    let v1::Article {
        id,
        source,
        url,
        outlet,
        agency,
        title,
        byline,
        published,
        modified,
        language,
        coverage,
        section,
        known,
        also,
        version,
        extent,
        text,
        words,
        blocks,
    } = article;
    let optional = |text: &'a Option<crate::Str<'_>>| Value::from(text.as_ref());
    let mut row = vec![id.into(), source.into()];
    row.extend([url, outlet, agency, title, byline].map(optional));
    row.extend(moments::published(published.as_ref()));
    row.extend(moments::published(modified.as_ref()));
    row.extend([
        optional(language),
        joined(coverage, " "),
        optional(section),
        known_fields(known),
        extent.map_or(Extent::Full, |e| e.0).as_str().into(),
        joined(also, "\n"),
    ]);
    row.extend(version.as_ref().map_or([const { Value::Null }; 3], |v| {
        // What has changed is told in the record's JSON.
        let v1::Version {
            earlier,
            later,
            order,
            changed: _,
        } = v;
        [
            optional(earlier),
            optional(later),
            order.map(|o| o.as_str()).into(),
        ]
    }));
    row.extend([text.into(), (*words).into()]);
    rows.add("articles", row);
    for v1::Block { kind, start, end } in blocks {
        let row = vec![id.into(), (*start).into(), (*end).into(), kind.as_str().into()];
        rows.add("blocks", row);
    }
}

/// "outlet=json-ld title=open-graph".
fn known_fields<'a>(known: &v1::Known) -> Value<'a> {
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
    } = known;
    // no words of a language: fields of an article
    let fields = [
        ("agency", agency),
        ("byline", byline),
        ("language", language),
        ("modified", modified),
        ("outlet", outlet),
        ("published", published),
        ("section", section),
        ("title", title),
        ("url", url),
    ];
    let told =
        (fields.into_iter()).filter_map(|(name, how)| Some(format!("{name}={}", how.as_ref()?.as_str())));
    filled(told.collect::<Vec<_>>().join(" "))
}

/// Texts in one cell; null where there are none.
fn joined<'a, T: AsRef<str>>(texts: &[T], between: &str) -> Value<'a> {
    filled(texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(between))
}

fn filled<'a>(text: String) -> Value<'a> {
    if text.is_empty() { Value::Null } else { text.into() }
}
