//! Names against Universal NER (EWT), CrossNER (politics) and GUM: exact span and type of persons,
//! organisations and places.
//!
//! A document is the sentences of one source, each a block of its own. A found name is right when a gold name
//! has the same characters and type. The readers are those of the training (`dossier_training::names`): CrossNER's politicians
//! count as persons, parties as organisations, countries as places; of GUM's phrases those count whose head is a proper noun.

use std::fmt::Write as _;
use std::path::Path;

use dossier_model::{MentionKind, Span};
use dossier_training::names::corpus::{self, Marked};
use dossier_training::names::treebank;

use super::Counts;

/// Scores the corpora of `split` (CrossNER and GUM have `train`, too); with `show`, lists what differs.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, split: &str, show: bool) -> Result<String, String> {
    let mut out = String::new();
    let at = |name: String| data.join(name);
    let mut sets = vec![
        (
            "crossner-politics",
            corpus::crossner(&at(format!("names/crossner-politics-{split}.bio.gz"))),
        ),
        ("gum", treebank(&at(format!("treebank/gum-{split}.conllu.gz")))),
    ];
    if split == "dev" {
        sets.push((
            "uner-ewt",
            corpus::uner(&at("names/uner-ewt-dev.iob2.gz".to_owned())),
        ));
    }
    let kinds = [MentionKind::Person, MentionKind::Organization, MentionKind::Place];
    for (name, docs) in sets {
        let docs = docs.map_err(|e| format!("{e:#}"))?;
        let mut all = Counts::default();
        let mut spans = Counts::default();
        let mut by = [Counts::default(); 3];
        for doc in &docs {
            let gold = doc.main_names();
            let notes = dossier_en::annotate(&doc.article());
            let found: Vec<(Span, MentionKind)> = notes
                .mentions
                .iter()
                .filter(|a| a.value.form.is_name() && kinds.contains(&a.value.kind))
                .map(|a| (a.span, a.value.kind))
                .collect();
            all.gold += gold.len();
            all.found += found.len();
            all.right += found.iter().filter(|f| gold.contains(f)).count();
            spans.gold += gold.len();
            spans.found += found.len();
            spans.right += found.iter().filter(|f| gold.iter().any(|g| g.0 == f.0)).count();
            for (k, kind) in kinds.iter().enumerate() {
                by[k].gold += gold.iter().filter(|n| n.1 == *kind).count();
                by[k].found += found.iter().filter(|n| n.1 == *kind).count();
                by[k].right += found.iter().filter(|f| f.1 == *kind && gold.contains(f)).count();
            }
            if show {
                differences(&mut out, doc, &gold, &found);
            }
        }
        let _ = writeln!(out, "{name:18} {all}");
        let _ = writeln!(out, "{:18} {spans}", "  spans alone");
        for (k, kind) in kinds.iter().enumerate() {
            let _ = writeln!(out, "  {:16} {}", kind.as_str(), by[k]);
        }
    }
    Ok(out)
}

fn differences(out: &mut String, doc: &Marked, names: &[(Span, MentionKind)], found: &[(Span, MentionKind)]) {
    for &s in &doc.sentences {
        let gold: Vec<_> = names
            .iter()
            .filter(|n| s.contains(n.0) && !found.contains(n))
            .collect();
        let extra: Vec<_> = found
            .iter()
            .filter(|n| s.contains(n.0) && !names.contains(n))
            .collect();
        if gold.is_empty() && extra.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}", s.of(&doc.text));
        for g in gold {
            let _ = writeln!(out, "    - {} {}", g.1.as_str(), g.0.of(&doc.text));
        }
        for e in extra {
            let _ = writeln!(out, "    + {} {}", e.1.as_str(), e.0.of(&doc.text));
        }
    }
}
