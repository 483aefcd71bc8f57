//! Documents in the XML of the CAT annotation tool, as MEANTIME has them.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::{Path, PathBuf};

use dossier_model::Span;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// One annotated document.
pub struct Document {
    /// Its sentences, one a line, with the spaces that a writer would set.
    pub text: String,
    /// The lines.
    pub sentences: Vec<Span>,
    /// What is marked, in order.
    pub elements: Vec<Element>,
    places: HashMap<String, Span>,
}

/// One markable or relation.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name: `TIMEX3`, `ENTITY_MENTION`, `REFERS_TO` …
    pub tag: String,
    attributes: BTreeMap<String, String>,
    anchors: Vec<String>,
    /// Where a relation comes from: ids of markables.
    pub sources: Vec<String>,
    /// Where a relation goes to.
    pub targets: Vec<String>,
}

impl Element {
    /// An attribute, empty where there is none.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// The files of a folder, by name; of a folder of folders those of all folders.
///
/// # Errors
/// Where a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let list = |p: &Path| -> Result<Vec<PathBuf>, String> {
        std::fs::read_dir(p)
            .map_err(|e| format!("{}: {e}", p.display()))?
            .map(|e| e.map(|e| e.path()).map_err(|e| e.to_string()))
            .collect()
    };
    let mut out = Vec::new();
    for path in list(folder)? {
        if path.is_dir() {
            out.extend(list(&path)?);
        } else {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

fn attributes(tag: &BytesStart) -> BTreeMap<String, String> {
    tag.attributes()
        .filter_map(Result::ok)
        .map(|a| (a.key.as_ref().to_owned(), a.value.into_owned()))
        .collect()
}

struct Token {
    id: String,
    sentence: usize,
    word: String,
}

impl Document {
    /// Reads the sentences up to the one with the number `last`, and all markables.
    ///
    /// # Errors
    /// Where the file cannot be read or is no XML.
    pub fn read(path: &Path, last: usize) -> Result<Self, String> {
        let told = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
        let file = std::fs::File::open(path).map_err(|e| told(&e))?;
        let mut xml = String::new();
        flate2::read::GzDecoder::new(file)
            .read_to_string(&mut xml)
            .map_err(|e| told(&e))?;
        let mut tokens: Vec<Token> = Vec::new();
        let mut elements: Vec<Element> = Vec::new();
        let mut reader = Reader::from_str(&xml);
        let mut inside: Option<Token> = None;
        loop {
            match reader.read_event().map_err(|e| told(&e))? {
                Event::Eof => break,
                Event::Start(t) | Event::Empty(t) => {
                    let name = t.name().as_ref().to_owned();
                    let mut has = attributes(&t);
                    let mut take = |name: &str| has.remove(name).unwrap_or_default();
                    match (name.as_str(), elements.last_mut()) {
                        ("Document" | "Markables" | "Relations", _) => {}
                        ("token", _) => {
                            inside = Some(Token {
                                id: take("t_id"),
                                sentence: take("sentence").parse().unwrap_or(0),
                                word: String::new(),
                            });
                        }
                        ("token_anchor", Some(last)) => last.anchors.push(take("t_id")),
                        ("source", Some(last)) => last.sources.push(take("m_id")),
                        ("target", Some(last)) => last.targets.push(take("m_id")),
                        _ => elements.push(Element {
                            tag: name,
                            attributes: has,
                            ..Element::default()
                        }),
                    }
                }
                Event::Text(t) => {
                    if let Some(token) = inside.as_mut() {
                        token.word.push_str(&t);
                    }
                }
                Event::GeneralRef(r) => {
                    if let Some(token) = inside.as_mut() {
                        token.word.push_str(match r.as_ref() {
                            "amp" => "&",
                            "lt" => "<",
                            "gt" => ">",
                            "apos" => "'",
                            _ => "\"",
                        });
                    }
                }
                Event::End(t) if t.name().as_ref() == "token" => tokens.extend(inside.take()),
                _ => {}
            }
        }
        tokens.retain(|t| t.sentence <= last);
        Ok(Self::build(&tokens, elements))
    }

    fn build(tokens: &[Token], elements: Vec<Element>) -> Self {
        let mut text = String::new();
        let mut sentences: Vec<Span> = Vec::new();
        let mut places = HashMap::new();
        let mut current = usize::MAX;
        let mut open = false;
        for token in tokens {
            let word = match token.word.as_str() {
                "``" | "''" => "\"",
                w => w,
            };
            let fresh = token.sentence != current;
            if fresh {
                current = token.sentence;
                if !text.is_empty() {
                    text.push('\n');
                }
            } else {
                let close = matches!(
                    word,
                    "," | "."
                        | ")"
                        | "]"
                        | ";"
                        | ":"
                        | "?"
                        | "!"
                        | "%"
                        | "'s"
                        | "'"
                        | "n't"
                        | "'ve"
                        | "'ll"
                        | "'re"
                );
                if !close && !open {
                    text.push(' ');
                }
            }
            open = matches!(word, "(" | "[" | "$" | "£" | "€");
            let start = text.len();
            text.push_str(word);
            places.insert(token.id.clone(), Span::new(start, text.len()));
            match sentences.last_mut() {
                Some(s) if !fresh => s.end = text.len() as u32,
                _ => sentences.push(Span::new(start, text.len())),
            }
        }
        Self {
            text,
            sentences,
            elements,
            places,
        }
    }

    /// The elements of one name.
    pub fn all<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |e| e.tag == tag)
    }

    /// Whether a time is marked as the day of writing.
    #[must_use]
    pub fn is_creation(time: &Element) -> bool {
        time.attribute("functionInDocument") == "CREATION_TIME"
    }

    /// The day of writing, ISO 8601; where none is marked as such, the day on the line behind the headline. Nothing where there
    /// is none.
    #[must_use]
    pub fn day(&self) -> &str {
        let on_dateline = |t: &&Element| {
            let line = self.span(t).zip(self.sentences.get(1));
            line.is_some_and(|(a, b)| b.contains(a) && t.attribute("value").len() == 10)
        };
        let marked = self.all("TIMEX3").find(|t| Self::is_creation(t));
        let day = marked.or_else(|| self.all("TIMEX3").find(on_dateline));
        day.map_or("", |t| t.attribute("value"))
    }

    /// The words of an element, those in between included; `None` where it has none in the sentences read.
    #[must_use]
    pub fn span(&self, element: &Element) -> Option<Span> {
        element
            .anchors
            .iter()
            .filter_map(|id| self.places.get(id).copied())
            .reduce(Span::cover)
    }
}
