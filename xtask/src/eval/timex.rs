//! Times against MEANTIME (news, TIMEX3); the Recognizers' list of phenomena stands in `recognized_dates`.
//!
//! MEANTIME marks the headline, the date line and the next four sentences of each article, so only those are
//! compared. Expressions with no words are left out. The scores are those of TempEval-3: *strict* wants the
//! same words, *relaxed* one shared character, *value* a relaxed match with the same TIMEX3 value. Articles at
//! even places of the sorted list are for tuning, the others for reporting. The date line is told apart,
//! because it is easy and every article has one.

use std::fmt::Write as _;
use std::io::Read;
use std::path::{Path, PathBuf};

use dossier_annotate::{syntax, time, token};
use dossier_model::{Article, Layer, Span, Time};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Counts, recognized_dates};

/// Last sentence that MEANTIME's annotators read.
const LAST_SENTENCE: usize = 5;

/// Scores one half: `tune` or `report`. With `show`, lists what differs.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, half: &str, show: bool) -> Result<String, String> {
    let mut out = String::new();
    let paths = files(&data.join("record/meantime/intra-doc_annotation"))?;
    let wanted = usize::from(half != "tune");
    let [mut strict, mut relaxed, mut typed, mut value] = [Counts::default(); 4];
    let [mut body_relaxed, mut body_value] = [Counts::default(); 2];
    let mut articles = 0;
    for path in paths
        .iter()
        .enumerate()
        .filter(|(k, _)| k % 2 == wanted)
        .map(|(_, p)| p)
    {
        let doc = Document::read(path)?;
        let found = doc.find();
        articles += 1;
        let mut used = vec![false; found.len()];
        for g in &doc.gold {
            let hit = (0..found.len()).find(|&k| !used[k] && found[k].0.overlaps(g.span));
            let ok = hit.map(|k| {
                used[k] = true;
                let t = &found[k].1;
                (
                    found[k].0 == g.span,
                    t.kind.as_str() == g.kind,
                    t.value == g.value,
                )
            });
            let (s, r, k, v) = match ok {
                Some((s, k, v)) => (s, true, k, v),
                None => (false, false, false, false),
            };
            for (c, right) in [
                (&mut strict, s),
                (&mut relaxed, r),
                (&mut typed, k),
                (&mut value, v),
            ] {
                c.gold += 1;
                c.right += usize::from(right);
            }
            if !g.creation {
                body_relaxed.gold += 1;
                body_value.gold += 1;
                body_relaxed.right += usize::from(r);
                body_value.right += usize::from(v);
            }
            if show && !v {
                let ours = hit.map_or("-".to_owned(), |k| {
                    format!("{} {}", found[k].0.of(&doc.text), found[k].1.value)
                });
                let line = doc
                    .sentences
                    .iter()
                    .find(|s| s.contains(g.span))
                    .map_or("", |s| s.of(&doc.text));
                let _ = writeln!(
                    out,
                    "{}: {} {} | found {ours}\n    {line}",
                    doc.day,
                    g.span.of(&doc.text),
                    g.value
                );
            }
        }
        for (k, (span, t)) in found.iter().enumerate() {
            if show && !used[k] {
                let line = doc
                    .sentences
                    .iter()
                    .find(|s| s.contains(*span))
                    .map_or("", |s| s.of(&doc.text));
                let _ = writeln!(
                    out,
                    "{}: extra {} {}\n    {line}",
                    doc.day,
                    span.of(&doc.text),
                    t.value
                );
            }
        }
        for c in [&mut strict, &mut relaxed, &mut typed, &mut value] {
            c.found += found.len();
        }
        let dated = doc
            .gold
            .iter()
            .filter(|g| g.creation && found.iter().any(|f| f.0.overlaps(g.span)))
            .count();
        body_relaxed.found += found.len() - dated;
        body_value.found += found.len() - dated;
    }
    let _ = writeln!(out, "MEANTIME, {half} half: {articles} articles");
    let _ = writeln!(out, "strict span          {strict}");
    let _ = writeln!(out, "relaxed span         {relaxed}");
    let _ = writeln!(out, "relaxed span, type   {typed}");
    let _ = writeln!(out, "value                {value}");
    let _ = writeln!(out, "relaxed, no dateline {body_relaxed}");
    let _ = writeln!(out, "value, no dateline   {body_value}");
    out.push_str(&recognized_dates::run(data, show)?);
    Ok(out)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let list = |p: &Path| -> Result<Vec<PathBuf>, String> {
        std::fs::read_dir(p)
            .map_err(|e| format!("{}: {e}", p.display()))?
            .map(|e| e.map(|e| e.path()).map_err(|e| e.to_string()))
            .collect()
    };
    let mut out = Vec::new();
    for sub in list(folder)? {
        if sub.is_dir() {
            out.extend(list(&sub)?);
        }
    }
    out.sort();
    Ok(out)
}

struct Gold {
    span: Span,
    kind: String,
    value: String,
    creation: bool,
}

struct Document {
    text: String,
    sentences: Vec<Span>,
    gold: Vec<Gold>,
    day: String,
}

fn attribute(tag: &BytesStart, name: &str) -> String {
    tag.try_get_attribute(name)
        .ok()
        .flatten()
        .map(|a| a.value.into_owned())
        .unwrap_or_default()
}

impl Document {
    fn read(path: &Path) -> Result<Self, String> {
        let file = std::fs::File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut xml = String::new();
        flate2::read::GzDecoder::new(file)
            .read_to_string(&mut xml)
            .map_err(|e| format!("{}: {e}", path.display()))?;
        let mut tokens: Vec<(String, usize, String)> = Vec::new();
        let mut times: Vec<(String, String, bool, Vec<String>)> = Vec::new();
        let mut reader = Reader::from_str(&xml);
        let mut inside: Option<(String, usize, String)> = None;
        let mut in_time = false;
        loop {
            match reader
                .read_event()
                .map_err(|e| format!("{}: {e}", path.display()))?
            {
                Event::Eof => break,
                Event::Start(t) | Event::Empty(t) if t.name().as_ref() == "TIMEX3" => {
                    in_time = true;
                    let creation = attribute(&t, "functionInDocument") == "CREATION_TIME";
                    times.push((
                        attribute(&t, "type"),
                        attribute(&t, "value"),
                        creation,
                        Vec::new(),
                    ));
                }
                Event::End(t) if t.name().as_ref() == "TIMEX3" => in_time = false,
                Event::Empty(t) if in_time && t.name().as_ref() == "token_anchor" => {
                    if let Some(last) = times.last_mut() {
                        last.3.push(attribute(&t, "t_id"));
                    }
                }
                Event::Start(t) if t.name().as_ref() == "token" => {
                    let sentence = attribute(&t, "sentence").parse().unwrap_or(0);
                    inside = Some((attribute(&t, "t_id"), sentence, String::new()));
                }
                Event::Text(t) => {
                    if let Some(word) = inside.as_mut() {
                        word.2.push_str(&t);
                    }
                }
                Event::GeneralRef(r) => {
                    if let Some(word) = inside.as_mut() {
                        word.2.push_str(match r.as_ref() {
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
        Ok(Self::build(&tokens, times))
    }

    /// Text from tokens, with the spaces that a writer would set.
    fn build(tokens: &[(String, usize, String)], times: Vec<(String, String, bool, Vec<String>)>) -> Self {
        let mut text = String::new();
        let mut sentences: Vec<Span> = Vec::new();
        let mut places: Vec<(&str, Span)> = Vec::new();
        let mut current = usize::MAX;
        let mut open = false;
        for (id, sentence, word) in tokens.iter().filter(|t| t.1 <= LAST_SENTENCE) {
            let word = match word.as_str() {
                "``" | "''" => "\"",
                w => w,
            };
            let fresh = *sentence != current;
            if fresh {
                current = *sentence;
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
            places.push((id, Span::new(start, text.len())));
            match sentences.last_mut() {
                Some(s) if !fresh => s.end = text.len() as u32,
                _ => sentences.push(Span::new(start, text.len())),
            }
        }
        let place = |id: &String| places.iter().find(|p| p.0 == id).map(|p| p.1);
        // Where no expression is marked as the date of writing, the one on the date line is it.
        let dateline = |t: &&(String, String, bool, Vec<String>)| {
            let span = t.3.iter().filter_map(place).reduce(Span::cover);
            t.2 || span
                .zip(sentences.get(1))
                .is_some_and(|(a, b)| b.contains(a) && t.1.len() == 10)
        };
        let day = times
            .iter()
            .find(|t| t.2)
            .or_else(|| times.iter().find(dateline))
            .map(|t| t.1.clone());
        let day = day.unwrap_or_default();
        let gold = times
            .into_iter()
            .filter_map(|(kind, value, creation, ids)| {
                let span = ids.iter().filter_map(place).reduce(Span::cover)?;
                Some(Gold {
                    span,
                    kind,
                    value,
                    creation,
                })
            })
            .collect();
        Self {
            text,
            sentences,
            gold,
            day,
        }
    }

    fn find(&self) -> Vec<(Span, Time)> {
        let article = Article::plain(&self.text, self.day.get(..10).and_then(|d| d.parse().ok()));
        times(&article, &self.sentences)
            .iter()
            .map(|a| (a.span, a.value.clone()))
            .collect()
    }
}

/// The times of an article whose sentences are known.
pub(super) fn times(article: &Article, sentences: &[Span]) -> Layer<Time> {
    let words = token::split(article, sentences);
    let tokens = syntax::parse(article, sentences, &words);
    time::find(article, sentences, &tokens)
}
