//! What a source tells of an article before it is one: fields as they are written, words, and what markup says of
//! them. Formats and pages fill it, `article` makes the article of it.

use std::collections::HashMap;

pub(crate) use dossier_model::Extent;
use dossier_model::{Known, Published};

use crate::{clean, entities, mojibake};

dossier_world::words!(NO_SECTIONS = "article/no_sections.txt");

/// What a format tells of one article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Raw {
    /// Where it was read: path, URL, or path and line.
    pub source: String,
    /// An id that the export gives.
    pub id: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The publisher.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The author.
    pub byline: Option<String>,
    /// The date as it is written in a field.
    pub published: Option<String>,
    /// The date of the last change as it is written in a field.
    pub modified: Option<String>,
    /// The news agency that a field credits.
    pub agency: Option<String>,
    /// The part of the paper, as a field says.
    pub section: Option<String>,
    /// How fields are known, where not from a field of an export, a feed or a message.
    pub known: Known,
    /// The day that is shown beside the words and stands in no field.
    pub shown: Option<Published>,
    /// The language as a field says.
    pub language: Option<String>,
    /// Whether the words are the whole article.
    pub extent: Extent,
    /// The name of the file, where it holds this article alone: its date is the article's then. An archive, an export or a
    /// feed is named by the day it was made.
    pub file: Option<String>,
    /// The words.
    pub text: String,
}

/// What markup tells beside the words: what each line is, by its key.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hints {
    /// Roles of lines.
    pub roles: HashMap<String, Role>,
    /// What is wrong with the markup, where its words alone were kept.
    pub remark: Option<&'static str>,
}

/// What the markup says that a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// Words in a paragraph, or in no element of their own.
    Paragraph,
    /// A heading.
    Heading,
    /// Words under a picture.
    Caption,
    /// An entry of a list.
    Item,
    /// A row of a table.
    Row,
    /// A quotation set apart.
    Quotation,
    /// The moment of what stands below it, in a live blog.
    Stamp,
}

/// The part of the paper: the first where several are named, and none of those that a program gives to all.
pub(crate) fn section_name(stated: &str) -> Option<String> {
    let names = field(stated);
    let name = names.split([',', ';', '|']).next()?.trim().to_owned();
    (!name.is_empty() && !NO_SECTIONS.has(&name.to_lowercase())).then_some(name)
}

/// A field as one line, repaired.
pub(crate) fn field(text: &str) -> String {
    let read = entities::decoded(text);
    one_line(mojibake::repair(&read).as_deref().unwrap_or(&read))
}

/// Words on one line, clean.
pub(crate) fn one_line(text: &str) -> String {
    let clean = clean::clean(text);
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}
