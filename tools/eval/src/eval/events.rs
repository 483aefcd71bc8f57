//! Events over articles, against MEANTIME's cross-document layer: one folder of its corpus is one story.
//!
//! Of the mentions that the annotators marked and we read, too, what we join is compared with the annotators' events:
//! pairs of mentions of one event, and B³ (Bagga and Baldwin 1998). What is told too thinly for a row of the record
//! counts all the same: it is read and joined, or left alone. The corpus marks every verb of saying and being as an
//! event, so how many of its mentions we read is a count and no score.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use dossier::model::Span;
use dossier::relate;

use super::cat;
use super::meantime::Document;
use super::{Counts, stories};

/// A mention that both have.
struct Shared {
    doc: usize,
    words: Span,
    gold: String,
    ours: String,
}

/// Scores one folder, `apple` or `airbus`. With `show`, lists the rows and the pairs that differ.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, corpus: &str, show: bool) -> Result<String, String> {
    let folder = data.join("record/meantime/intra_cross-doc_annotation");
    let docs: Vec<Document> = cat::files(&folder.join(format!("corpus_{corpus}")))?
        .iter()
        .map(|p| Document::read(p))
        .collect::<Result<_, _>>()?;
    let articles = docs
        .iter()
        .enumerate()
        .map(|(i, d)| d.article(&name(i)))
        .collect();
    let rows = relate::events(
        &dossier::annotate_all(articles, &|_| {}),
        dossier_world::country::by_name,
    );
    let gold: usize = docs
        .iter()
        .map(|d| {
            d.read
                .all("EVENT_MENTION")
                .filter(|e| d.read.span(e).is_some())
                .count()
        })
        .sum();
    let told: usize = rows.iter().map(|r| r.words.len()).sum();
    let printed = rows.iter().filter(|r| r.is_row);
    let in_rows: usize = printed.clone().map(|r| r.words.len()).sum();
    let (shared, alone) = shared(&docs, &rows);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "MEANTIME {corpus}: {} articles, {} rows of {in_rows} mentions",
        docs.len(),
        printed.count()
    );
    let _ = writeln!(
        out,
        "mentions: {gold} of the annotators, {told} of ours, {} of both ({:.3} of theirs, {:.3} of ours)",
        shared.len(),
        shared.len() as f64 / gold.max(1) as f64,
        shared.len() as f64 / told.max(1) as f64
    );
    let _ = writeln!(out, "pairs: {}", pairs(&shared, |_, _| true));
    let _ = writeln!(
        out,
        "pairs over articles: {}",
        pairs(&shared, |a, b| a.doc != b.doc)
    );
    let label = |f: fn(&Shared) -> &String| -> Vec<String> { shared.iter().map(|s| f(s).clone()).collect() };
    let (p, r, f1) = stories::b_cubed(&label(|s| &s.gold), &label(|s| &s.ours));
    let _ = writeln!(out, "B³: P {p:.3}  R {r:.3}  F1 {f1:.3}");
    if show {
        render_rows(&mut out, &docs, &shared, &alone);
    }
    Ok(out)
}

fn name(doc: usize) -> String {
    format!("{doc:04}")
}

/// The mentions of both, each of ours with the first free one of theirs that it touches; and those of ours alone.
fn shared(docs: &[Document], rows: &[relate::Told]) -> (Vec<Shared>, Vec<(usize, Span)>) {
    let mut marked: BTreeMap<(usize, Span), String> = BTreeMap::new();
    for (i, doc) in docs.iter().enumerate() {
        for e in doc.read.all("EVENT_MENTION") {
            if let Some(span) = doc.read.span(e) {
                let id = e.attribute("m_id");
                let own = || format!("{}:{id}", doc.name);
                marked.insert((i, span), doc.referents.get(id).cloned().unwrap_or_else(own));
            }
        }
    }
    let (mut out, mut alone) = (Vec::new(), Vec::new());
    for (row, cites) in rows.iter().enumerate() {
        for cite in &cites.words {
            let doc = cite.article.as_str().parse().unwrap_or(usize::MAX);
            let hit = marked
                .keys()
                .find(|(d, s)| *d == doc && s.overlaps(cite.span))
                .copied();
            match hit.and_then(|key| marked.remove(&key)) {
                Some(gold) => out.push(Shared {
                    doc,
                    words: cite.span,
                    gold,
                    ours: row.to_string(),
                }),
                None => alone.push((doc, cite.span)),
            }
        }
    }
    (out, alone)
}

fn pairs(shared: &[Shared], counts: impl Fn(&Shared, &Shared) -> bool) -> Counts {
    let mut out = Counts::default();
    for (i, a) in shared.iter().enumerate() {
        for b in shared[i + 1..].iter().filter(|b| counts(a, b)) {
            let (gold, ours) = (a.gold == b.gold, a.ours == b.ours);
            out.gold += usize::from(gold);
            out.found += usize::from(ours);
            out.right += usize::from(gold && ours);
        }
    }
    out
}

fn render_rows(out: &mut String, docs: &[Document], shared: &[Shared], alone: &[(usize, Span)]) {
    let line = |doc: usize, words: Span| -> String {
        let d = &docs[doc];
        let sentence = d.read.sentences.iter().find(|s| s.contains(words));
        format!(
            "{} [{}] {}",
            d.read.day(),
            words.of(&d.read.text),
            sentence.map_or("", |s| s.of(&d.read.text))
        )
    };
    let mut rows: BTreeMap<usize, Vec<&Shared>> = BTreeMap::new();
    for s in shared {
        rows.entry(s.ours.parse().unwrap_or(0)).or_default().push(s);
    }
    for (row, members) in rows {
        for s in members {
            let _ = writeln!(out, "  row {row} = {}: {}", s.gold, line(s.doc, s.words));
        }
    }
    for (i, a) in shared.iter().enumerate() {
        for b in shared[i + 1..]
            .iter()
            .filter(|b| a.gold == b.gold && a.ours != b.ours)
        {
            let _ = writeln!(
                out,
                "  apart, rows {} and {}:\n    {}\n    {}",
                a.ours,
                b.ours,
                line(a.doc, a.words),
                line(b.doc, b.words)
            );
        }
    }
    for &(doc, words) in alone {
        let _ = writeln!(out, "  ours alone: {}", line(doc, words));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_a_known_grouping() {
        let of = |doc, gold: &str, ours: &str| Shared {
            doc,
            words: Span::new(0, 1),
            gold: gold.to_owned(),
            ours: ours.to_owned(),
        };
        let shared = [of(0, "a", "x"), of(0, "a", "x"), of(1, "a", "y"), of(1, "b", "x")];
        let all = pairs(&shared, |_, _| true);
        assert_eq!((all.gold, all.found, all.right), (3, 3, 1));
        let far = pairs(&shared, |a, b| a.doc != b.doc);
        assert_eq!((far.gold, far.found, far.right), (2, 2, 0));
    }
}
