//! The documents of MEANTIME (CAT XML): text, sentences, and what its annotators marked.
//!
//! They marked the headline, the date line and the next four sentences of each article, so only those are read.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, Published, Span};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Last sentence that the annotators read.
const LAST_SENTENCE: usize = 5;

/// What an annotator marked: attributes and words.
#[derive(Debug, Clone, Default)]
pub struct Markable {
    /// Its number in the document.
    pub id: String,
    attributes: Vec<(String, String)>,
    tokens: Vec<String>,
}

impl Markable {
    /// The value of an attribute, or nothing.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, v)| v)
    }
}

/// One article.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Name of the document.
    pub name: String,
    /// The text, set from the tokens with the spaces that a writer would set.
    pub text: String,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// Day of writing, ISO 8601, or nothing.
    pub day: String,
    /// Time expressions.
    pub times: Vec<Markable>,
    /// Mentions of events.
    pub events: Vec<Markable>,
    /// For each mention that is resolved, the event it is of: one name over all documents where the annotators gave
    /// one, else one of this document.
    pub referents: BTreeMap<String, String>,
    places: BTreeMap<String, Span>,
}

/// The files of a folder, by name.
///
/// # Errors
/// Where it cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut out = std::fs::read_dir(folder)
        .map_err(told)?
        .map(|e| e.map(|e| e.path()).map_err(told))
        .collect::<Result<Vec<_>, _>>()?;
    out.sort();
    Ok(out)
}

struct Token {
    id: String,
    sentence: usize,
    word: String,
}

#[derive(Default)]
struct Raw {
    tokens: Vec<Token>,
    times: Vec<Markable>,
    events: Vec<Markable>,
    instances: BTreeMap<String, String>,
    refers: Vec<(Vec<String>, String)>,
}

fn attribute(tag: &BytesStart, name: &str) -> String {
    tag.try_get_attribute(name)
        .ok()
        .flatten()
        .map(|a| a.value.into_owned())
        .unwrap_or_default()
}

fn markable(tag: &BytesStart) -> Markable {
    let names = ["type", "value", "functionInDocument", "pred"];
    Markable {
        id: attribute(tag, "m_id"),
        attributes: names
            .iter()
            .map(|n| ((*n).to_owned(), attribute(tag, n)))
            .collect(),
        tokens: Vec::new(),
    }
}

impl Raw {
    fn parse(xml: &str) -> Result<Self, String> {
        let mut out = Self::default();
        let mut reader = Reader::from_str(xml);
        let mut word: Option<Token> = None;
        let mut marked: Option<(bool, Markable)> = None;
        let mut reference: Option<Vec<String>> = None;
        loop {
            match reader.read_event().map_err(|e| e.to_string())? {
                Event::Eof => return Ok(out),
                Event::Start(t) if t.name().as_ref() == "TIMEX3" => marked = Some((true, markable(&t))),
                Event::Empty(t) if t.name().as_ref() == "TIMEX3" => out.times.push(markable(&t)),
                Event::Start(t) if t.name().as_ref() == "EVENT_MENTION" => {
                    marked = Some((false, markable(&t)));
                }
                Event::End(t) if matches!(t.name().as_ref(), "TIMEX3" | "EVENT_MENTION") => {
                    match marked.take() {
                        Some((true, m)) => out.times.push(m),
                        Some((false, m)) => out.events.push(m),
                        None => {}
                    }
                }
                Event::Empty(t) if t.name().as_ref() == "token_anchor" => {
                    if let Some((_, m)) = marked.as_mut() {
                        m.tokens.push(attribute(&t, "t_id"));
                    }
                }
                Event::Start(t) | Event::Empty(t) if t.name().as_ref() == "EVENT" => {
                    let instance = attribute(&t, "instance_id");
                    if !instance.is_empty() {
                        out.instances.insert(attribute(&t, "m_id"), instance);
                    }
                }
                Event::Start(t) if t.name().as_ref() == "REFERS_TO" => reference = Some(Vec::new()),
                Event::Empty(t) if t.name().as_ref() == "source" => {
                    if let Some(sources) = reference.as_mut() {
                        sources.push(attribute(&t, "m_id"));
                    }
                }
                Event::Empty(t) if t.name().as_ref() == "target" => {
                    if let Some(sources) = reference.take() {
                        out.refers.push((sources, attribute(&t, "m_id")));
                    }
                }
                Event::Start(t) if t.name().as_ref() == "token" => {
                    word = Some(Token {
                        id: attribute(&t, "t_id"),
                        sentence: attribute(&t, "sentence").parse().unwrap_or(0),
                        word: String::new(),
                    });
                }
                Event::Text(t) => {
                    if let Some(w) = word.as_mut() {
                        w.word.push_str(&t);
                    }
                }
                Event::GeneralRef(r) => {
                    if let Some(w) = word.as_mut() {
                        w.word.push_str(match r.as_ref() {
                            "amp" => "&",
                            "lt" => "<",
                            "gt" => ">",
                            "apos" => "'",
                            _ => "\"",
                        });
                    }
                }
                Event::End(t) if t.name().as_ref() == "token" => out.tokens.extend(word.take()),
                _ => {}
            }
        }
    }
}

/// Marks that stand close to the word before them.
const CLOSING: &[&str] = &[
    ",", ".", ")", "]", ";", ":", "?", "!", "%", "'s", "'", "n't", "'ve", "'ll", "'re",
];

impl Document {
    /// Reads a gzipped CAT file.
    ///
    /// # Errors
    /// Where it cannot be read or is no XML.
    pub fn read(path: &Path) -> Result<Self, String> {
        let file = std::fs::File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut xml = String::new();
        flate2::read::GzDecoder::new(file)
            .read_to_string(&mut xml)
            .map_err(|e| format!("{}: {e}", path.display()))?;
        let raw = Raw::parse(&xml).map_err(|e| format!("{}: {e}", path.display()))?;
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        Ok(Self::build(name.unwrap_or_default(), raw))
    }

    fn build(name: String, raw: Raw) -> Self {
        let mut out = Self {
            name,
            ..Self::default()
        };
        out.set_text(&raw.tokens);
        // Where no expression is marked as the date of writing, the one on the date line is it.
        let is_creation = |t: &&Markable| t.attribute("functionInDocument") == "CREATION_TIME";
        let on_dateline = |t: &&Markable| {
            let line = out.sentences.get(1);
            is_creation(t)
                || out
                    .span_of(t)
                    .zip(line)
                    .is_some_and(|(a, b)| b.contains(a) && t.attribute("value").len() == 10)
        };
        let day = raw.times.iter().find(is_creation);
        let day = day.or_else(|| raw.times.iter().find(on_dateline));
        out.day = day.map_or_else(String::new, |t| t.attribute("value").to_owned());
        for (sources, target) in &raw.refers {
            let event = raw
                .instances
                .get(target)
                .cloned()
                .unwrap_or_else(|| format!("{}:{target}", out.name));
            for source in sources {
                out.referents.insert(source.clone(), event.clone());
            }
        }
        out.times = raw.times;
        out.events = raw.events;
        out
    }

    fn set_text(&mut self, tokens: &[Token]) {
        let mut current = usize::MAX;
        let mut open = false;
        for token in tokens.iter().filter(|t| t.sentence <= LAST_SENTENCE) {
            let word = match token.word.as_str() {
                "``" | "''" => "\"",
                w => w,
            };
            let fresh = token.sentence != current;
            if fresh {
                current = token.sentence;
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
            } else if !CLOSING.contains(&word) && !open {
                self.text.push(' ');
            }
            open = matches!(word, "(" | "[" | "$" | "£" | "€");
            let span = Span::new(self.text.len(), self.text.len() + word.len());
            self.text.push_str(word);
            self.places.insert(token.id.clone(), span);
            match self.sentences.last_mut() {
                Some(s) if !fresh => s.end = span.end,
                _ => self.sentences.push(span),
            }
        }
    }

    /// The words of what is marked, where it has any in the part that is read.
    #[must_use]
    pub fn span_of(&self, m: &Markable) -> Option<Span> {
        m.tokens
            .iter()
            .filter_map(|t| self.places.get(t).copied())
            .reduce(Span::cover)
    }

    /// The article: a headline and paragraphs of one sentence, published on its day.
    #[must_use]
    pub fn article(&self, id: &str) -> Article {
        let day = self.day.get(..10).and_then(|d| d.parse().ok());
        let meta = ArticleDraft {
            source: self.name.clone(),
            published: day.map(Published::on),
            ..ArticleDraft::default()
        };
        let block = |(i, &span): (usize, &Span)| Block {
            kind: if i == 0 {
                BlockKind::Headline
            } else {
                BlockKind::Body
            },
            span,
        };
        let blocks = self.sentences.iter().enumerate().map(block).collect();
        Article::new(ArticleId::new(id), meta, self.text.as_str(), blocks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_of_one_event_share_a_name() {
        let xml = r#"<Document><token t_id="1" sentence="0">Ana</token><token t_id="2" sentence="0">left</token>
            <token t_id="3" sentence="1">She</token><token t_id="4" sentence="1">left</token><token t_id="5" sentence="1">.</token>
            <Markables><EVENT_MENTION m_id="7"><token_anchor t_id="2"/></EVENT_MENTION>
            <EVENT_MENTION m_id="8"><token_anchor t_id="4"/></EVENT_MENTION>
            <TIMEX3 m_id="9" type="DATE" value="2020-01-02" functionInDocument="CREATION_TIME"/>
            <EVENT m_id="11" instance_id="LEAVE1"/></Markables>
            <Relations><REFERS_TO><source m_id="7"/><source m_id="8"/><target m_id="11"/></REFERS_TO></Relations>
            </Document>"#;
        let doc = Document::build("a".to_owned(), Raw::parse(xml).unwrap());
        assert_eq!(doc.text, "Ana left\nShe left.");
        assert_eq!(doc.day, "2020-01-02");
        let words: Vec<&str> = doc
            .events
            .iter()
            .filter_map(|e| Some(doc.span_of(e)?.of(&doc.text)))
            .collect();
        assert_eq!(words, ["left", "left"]);
        assert_eq!(doc.referents["7"], "LEAVE1");
        assert_eq!(doc.referents["7"], doc.referents["8"]);
    }
}
