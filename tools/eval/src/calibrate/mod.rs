//! Confidence against verdicts: `cargo xtask eval confidence` prints how often rows of each tenth are sound, and
//! `cargo xtask calibrate --data PATH --write` trains the weights anew.
//!
//! Findings are weighed first ([`Layer`]), then rows by what their findings weigh. Everything that is printed is predicted
//! for stories that the weights have not seen: stories are dealt to five folds, and each is predicted from the other four.

mod collect;
mod digest;
mod fit;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dossier::model::{Confidence, Gate, Traits};
use dossier::relate::confidence::{self as rows, Findings};
use dossier_annotate::confidence::Layer;

use collect::{Case, Claim};
use fit::{Sample, fit, render};

use crate::audit::{self, Verdicts};
use crate::chain;

pub use digest::sheet as digest_sheet;

/// Parts that stories are dealt to.
const FOLDS: u64 = 5;

/// What is trained and printed.
const KINDS: [&str; 5] = ["event", "figure", "quote", "role", "entity"];

/// Where the weights lie.
const FINDINGS: &str = "languages/en/models/confidence.tsv";
/// What readers said of sentences that a digest may print.
const SENTENCES: &str = "eval/gold/digest.tsv";
const ROWS: &str = "crates/relate/models/confidence.tsv";

/// Collects the judged rows of these collections, predicts each from stories apart, and prints the curves; writes the
/// weights of all if asked to.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn run(paths: &[PathBuf], verdicts: &Path, write: bool) -> Result<String, String> {
    let verdicts = Verdicts::open(verdicts)?;
    let said = digest::Verdicts::open(Path::new(SENTENCES))?;
    let mut sentences: Vec<digest::Case> = Vec::new();
    let mut cases: Vec<Case> = Vec::new();
    for path in paths {
        let record = chain::record(path)?;
        cases.extend(collect::judged(&record, &verdicts));
        sentences.extend(digest::judged(&record, &said));
    }
    let mut out = format!("{} judged rows\n", cases.len());
    let fold = |c: &Case| c.story_hash % FOLDS;
    let mut predicted: BTreeMap<&str, Vec<(f64, bool)>> = BTreeMap::new();
    for held in 0..FOLDS {
        let (own, rest): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|c| fold(c) == held);
        let trained = Trained::of(&rest);
        for case in own {
            let share = trained.share(case);
            predicted
                .entry(case.kind)
                .or_default()
                .push((share, case.is_sound));
        }
    }
    for kind in KINDS {
        if let Some(pairs) = predicted.get(kind) {
            out.push_str(&curve(kind, pairs));
        }
    }
    out.push_str(&sentences_apart(&sentences));
    if write {
        let all: Vec<&Case> = cases.iter().collect();
        let mut trained = Trained::of(&all);
        let sentences: Vec<Sample> = sentences.iter().flat_map(digest::Case::samples).collect();
        trained.rows.insert("digest", fit(&sentences));
        let head = format!(
            "# kind\ttrait\tvalue\tweight; trained on {} verdicts by cargo xtask calibrate, MODEL_CARD.md\n",
            all.len()
        );
        for (path, models) in [(FINDINGS, &trained.findings), (ROWS, &trained.rows)] {
            let table = head.clone() + &models.iter().map(|(kind, m)| render(kind, m)).collect::<String>();
            std::fs::write(path, table).map_err(|e| format!("{path}: {e}"))?;
        }
    }
    Ok(out)
}

/// The curve of the sentences of digests, each predicted from stories apart: how many of a tenth an editor prints.
fn sentences_apart(sentences: &[digest::Case]) -> String {
    let mut pairs = Vec::new();
    for held in 0..FOLDS {
        let (own, rest): (Vec<_>, Vec<_>) = sentences.iter().partition(|c| c.story_hash % FOLDS == held);
        let rest: Vec<Sample> = rest.into_iter().flat_map(digest::Case::samples).collect();
        let gate = fit(&rest);
        pairs.extend(own.iter().map(|c| (gate.share(&c.line().traits), c.is_good())));
    }
    if pairs.is_empty() {
        String::new()
    } else {
        curve("digest", &pairs)
    }
}

/// The models of findings and of rows.
struct Trained {
    findings: BTreeMap<&'static str, Gate>,
    rows: BTreeMap<&'static str, Gate>,
}

impl Trained {
    fn of(cases: &[&Case]) -> Self {
        let findings = gates_of_findings(cases);
        // What a row's findings weigh must not come from a model that has learned the row's own verdict.
        let mut samples: BTreeMap<&'static str, Vec<Sample>> = BTreeMap::new();
        for held in 0..FOLDS {
            let inner = |c: &Case| c.story_hash / FOLDS % FOLDS == held;
            let (own, rest): (Vec<&&Case>, Vec<&&Case>) = cases.iter().partition(|c| inner(c));
            let rest: Vec<&Case> = rest.into_iter().copied().collect();
            let blind = gates_of_findings(&rest);
            for case in own {
                if let Some(traits) = row_traits(case, blind.get(case.kind)) {
                    let sample = Sample::new(&traits, case.is_sound, 1.0);
                    samples.entry(case.kind).or_default().push(sample);
                }
            }
        }
        let rows = samples.into_iter().map(|(kind, s)| (kind, fit(&s))).collect();
        Self { findings, rows }
    }

    fn share(&self, case: &Case) -> f64 {
        if case.kind == "quote" {
            let model = self.findings.get(case.kind);
            return case.findings.first().zip(model).map_or(0.5, |(t, m)| m.share(t));
        }
        let traits = row_traits(case, self.findings.get(case.kind));
        traits
            .zip(self.rows.get(case.kind))
            .map_or(0.5, |(t, m)| m.share(&t))
    }
}

/// A gate for each kind of findings; a row's verdict is shared among the findings behind it.
fn gates_of_findings(cases: &[&Case]) -> BTreeMap<&'static str, Gate> {
    let samples = |case: &&&Case| -> Vec<Sample> {
        let part = 1.0 / case.findings.len() as f64;
        let sample = |traits: &Traits| Sample::new(traits, case.is_sound, part);
        case.findings.iter().map(sample).collect()
    };
    let of = |kind: &'static str| {
        let of_kind = cases.iter().filter(|c| c.kind == kind);
        let all: Vec<Sample> = of_kind.flat_map(|c| samples(&c)).collect();
        (!all.is_empty()).then(|| (kind, fit(&all)))
    };
    Layer::ALL.iter().map(|l| l.as_str()).filter_map(of).collect()
}

/// What is seen of a row where its findings are weighed by a model.
fn row_traits(case: &Case, model: Option<&Gate>) -> Option<Traits> {
    let confidences = case.findings.iter().map(|t| Some(model?.confidence(t)));
    let findings = Findings::of(confidences);
    Some(match &case.claim {
        Claim::Event(row, is_main) => rows::of_event(row, findings?, *is_main),
        Claim::Figure(row) => rows::of_figure(row, findings.unwrap_or_default()),
        Claim::Role(row, holder) => rows::of_role(row, holder, findings?),
        Claim::Entity(row) => rows::of_entity(row),
        Claim::Quote => return None,
    })
}

/// Rows, sound ones and the mean of what was predicted, by tenth; then what is shown as fact at .8.
fn curve(kind: &str, pairs: &[(f64, bool)]) -> String {
    let mut out = String::new();
    let all = pairs.len() as f64;
    let sound = |p: &[(f64, bool)]| p.iter().filter(|p| p.1).count() as f64;
    let _ = writeln!(
        out,
        "{kind}: {} rows, {:.3} sound",
        pairs.len(),
        sound(pairs) / all
    );
    let shares = pairs
        .iter()
        .filter_map(|(share, sound)| Some((Confidence::new(*share)?, *sound)));
    out.push_str(&audit::curve(shares));
    for least in [0.7, 0.8, 0.9] {
        let shown: Vec<(f64, bool)> = pairs.iter().copied().filter(|p| p.0 >= least).collect();
        let n = (shown.len() as f64).max(1.0);
        let _ = writeln!(
            out,
            "  at {least}: {:.3} of the rows shown, {:.3} of them sound, {:.3} of the sound ones shown",
            shown.len() as f64 / all,
            sound(&shown) / n,
            sound(&shown) / sound(pairs).max(1.0)
        );
    }
    out
}
