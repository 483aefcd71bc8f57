//! Joined names against MEANTIME's cross-document layer: each of its folders is one story, and each person,
//! organisation and place has one id in all articles of the folder.
//!
//! Scored are the gold names (`NAM`, `PRE.NAM`) that the reader found with the same words, or with the words that
//! the annotators marked as the head: whether two of them are in one row of ours and have one id. B³ (Bagga and
//! Baldwin 1998) counts by name, the pairs by pair of names. The folder on Apple is for tuning, the one on Airbus
//! for reporting.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use dossier::model::{AnnotatedArticle, Article, Entity, Span};
use dossier::{annotate, relate};
use rayon::prelude::*;

use super::stories::b_cubed;
use super::{Counts, cat};

/// One gold name that is in a row of ours.
struct Matched {
    kind: &'static str,
    gold: String,
    row: String,
    words: String,
}

/// A gold name.
struct Gold {
    spans: Vec<Span>,
    kind: &'static str,
    id: String,
}

/// Scores one folder.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, folder: &str, show: bool) -> Result<String, String> {
    let paths = cat::files(
        &data
            .join("record/meantime/intra_cross-doc_annotation")
            .join(folder),
    )?;
    let documents = paths
        .iter()
        .map(|p| cat::Document::read(p, usize::MAX))
        .collect::<Result<Vec<_>, _>>()?;
    let read: Vec<AnnotatedArticle> = documents
        .par_iter()
        .map(|d| {
            let day = d
                .all("TIMEX3")
                .find(|t| t.attribute("functionInDocument") == "CREATION_TIME")
                .and_then(|t| t.attribute("value").get(..10)?.parse().ok());
            let mut article = Article::plain(&d.text, day);
            article.id = dossier::ingest::content_id(&article);
            AnnotatedArticle {
                notes: annotate::annotate(&article),
                article,
            }
        })
        .collect();
    let rows = relate::entities(&read, &relate::entity::Choices::default());
    let mut all = 0;
    let mut matched = Vec::new();
    for (document, article) in documents.iter().zip(&read) {
        let ours: BTreeMap<Span, &Entity> = rows
            .iter()
            .flat_map(|e| e.cites.iter().map(move |c| (c, e)))
            .filter(|(c, _)| c.article == article.article.id)
            .map(|(c, e)| (c.span, e))
            .collect();
        for gold in names(document) {
            all += 1;
            if let Some((span, row)) = gold.spans.iter().find_map(|s| ours.get(s).map(|row| (*s, *row))) {
                matched.push(Matched {
                    kind: gold.kind,
                    gold: gold.id,
                    row: row.id.as_str().to_owned(),
                    words: span.of(&document.text).to_owned(),
                });
            }
        }
    }
    let mut out = String::new();
    let _ = writeln!(
        out,
        "MEANTIME, {folder}: {} articles, {all} gold names, {} of them found",
        read.len(),
        matched.len()
    );
    for (label, kind) in [
        ("all kinds", None),
        ("persons", Some("PER")),
        ("organizations", Some("ORG")),
        ("places", Some("LOC")),
    ] {
        let chosen: Vec<&Matched> = matched
            .iter()
            .filter(|m| kind.is_none_or(|k| m.kind == k))
            .collect();
        let gold: Vec<String> = chosen.iter().map(|m| m.gold.clone()).collect();
        let found: Vec<String> = chosen.iter().map(|m| m.row.clone()).collect();
        let (p, r, f1) = b_cubed(&gold, &found);
        let _ = writeln!(
            out,
            "{label}: {} names, B³ P {p:.3}  R {r:.3}  F1 {f1:.3}; pairs {}",
            chosen.len(),
            pairs(&chosen)
        );
    }
    if show {
        list(&matched, &rows, &mut out);
    }
    Ok(out)
}

/// The names of persons, organisations and places that have an id.
fn names(document: &cat::Document) -> Vec<Gold> {
    let entities: BTreeMap<&str, &cat::Element> =
        document.all("ENTITY").map(|e| (e.attribute("m_id"), e)).collect();
    let of: BTreeMap<&str, &str> = document
        .all("REFERS_TO")
        .flat_map(|r| {
            let target = r.targets.first().map_or("", String::as_str);
            r.sources.iter().map(move |s| (s.as_str(), target))
        })
        .collect();
    document
        .all("ENTITY_MENTION")
        .filter(|m| matches!(m.attribute("syntactic_type"), "NAM" | "PRE.NAM"))
        .filter_map(|m| {
            let entity = entities.get(of.get(m.attribute("m_id"))?)?;
            let kind = match entity.attribute("ent_type") {
                "PER" => "PER",
                "ORG" => "ORG",
                "LOC" => "LOC",
                _ => return None,
            };
            let span = document.span(m)?;
            let head = m.attribute("head");
            let at = (!head.is_empty())
                .then(|| span.of(&document.text).find(head))
                .flatten();
            let head =
                at.map(|at| Span::new(span.start as usize + at, span.start as usize + at + head.len()));
            let id = entity.attribute("instance_id");
            (!id.is_empty()).then(|| Gold {
                spans: std::iter::once(span).chain(head).collect(),
                kind,
                id: id.to_owned(),
            })
        })
        .collect()
}

/// Pairs of names that are one in gold, in our rows, and in both.
fn pairs(names: &[&Matched]) -> Counts {
    let mut counts = Counts::default();
    for (i, a) in names.iter().enumerate() {
        for b in &names[i + 1..] {
            let (gold, found) = (a.gold == b.gold, a.row == b.row);
            counts.gold += usize::from(gold);
            counts.found += usize::from(found);
            counts.right += usize::from(gold && found);
        }
    }
    counts
}

/// What is in one row and should not be, and what is in several.
fn list(matched: &[Matched], rows: &[Entity], out: &mut String) {
    let by = |key: &dyn Fn(&Matched) -> String, other: &dyn Fn(&Matched) -> String| {
        let mut groups: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for m in matched {
            groups
                .entry(key(m))
                .or_default()
                .entry(other(m))
                .or_default()
                .insert(m.words.clone());
        }
        groups.retain(|_, g| g.len() > 1);
        groups
    };
    for (title, groups) in [
        ("two in one row", by(&|m| m.row.clone(), &|m| m.gold.clone())),
        ("one in two rows", by(&|m| m.gold.clone(), &|m| m.row.clone())),
    ] {
        for (key, parts) in groups {
            let _ = writeln!(out, "{title}: {key}");
            for (part, words) in parts {
                let row = rows
                    .iter()
                    .find(|e| [part.as_str(), key.as_str()].contains(&e.id.as_str()));
                let kind = row.map_or("", |e| e.kind.as_str());
                let _ = writeln!(
                    out,
                    "    {part} {kind}: {}",
                    words.into_iter().collect::<Vec<_>>().join(" | ")
                );
            }
        }
    }
}
