//! Times against MEANTIME (news, TIMEX3); the Recognizers' list of phenomena stands in `recognized_dates`.
//!
//! MEANTIME marks the headline, the date line and the next four sentences of each article, so only those are
//! compared. Expressions with no words are left out. The scores are those of TempEval-3: *strict* wants the
//! same words, *relaxed* one shared character, *value* a relaxed match with the same TIMEX3 value. Articles at
//! even places of the sorted list are for tuning, the others for reporting. The date line is told apart,
//! because it is easy and every article has one.

use std::fmt::Write as _;
use std::path::Path;

use dossier_en::grammar::{syntax, time, token};
use dossier_model::{Article, Layer, Span, Time};

use super::meantime::LAST_SENTENCE;
use super::{Counts, cat, recognized_dates};

/// Scores one half: `tune` or `report`. With `show`, lists what differs.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, half: &str, show: bool) -> Result<String, String> {
    let mut out = String::new();
    let paths = cat::files(&data.join("record/meantime/intra-doc_annotation"))?;
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

impl Document {
    fn read(path: &Path) -> Result<Self, String> {
        let read = cat::Document::read(path, LAST_SENTENCE)?;
        let gold = (read.all("TIMEX3"))
            .filter_map(|t| {
                Some(Gold {
                    span: read.span(t)?,
                    kind: t.attribute("type").to_owned(),
                    value: t.attribute("value").to_owned(),
                    creation: cat::Document::is_creation(t),
                })
            })
            .collect();
        Ok(Self {
            gold,
            day: read.day().to_owned(),
            text: read.text,
            sentences: read.sentences,
        })
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
