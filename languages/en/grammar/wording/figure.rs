//! The words of a figure's measure and of its basis.

use dossier_model::{FigureMention, FigureWording, Span, Turn, When, WhenPrecision};
use dossier_world::words;

use super::{Reading, sense};

words!(
    /// Words of a measure that tell nothing of it: between two states all is bilateral.
    GENERIC = "wording/generic_measures.txt"
);
words!(
    /// Words of a measure that goes up and down by nature.
    LEVELS = "wording/levels.txt"
);

/// The wording of all figures.
pub(super) fn find(reading: &Reading<'_>) -> Vec<FigureWording> {
    (reading.notes.figures.iter())
        .map(|figure| wording(reading, &figure.value))
        .collect()
}

fn wording(reading: &Reading<'_>, figure: &FigureMention) -> FigureWording {
    let words = figure.key.iter().map(|k| sense::one_word(k));
    let key: Vec<String> = words.filter(|k| !GENERIC.has(k)).map(str::to_owned).collect();
    let has = |turn: &&Turn| key.iter().any(|k| k == turn.as_str());
    FigureWording {
        turns: Turn::ALL.iter().filter(has).copied().collect(),
        is_level: key.iter().any(|k| LEVELS.has(k)),
        basis: figure.basis.map(|b| basis_name(reading, b)),
        is_as_of: figure
            .period
            .as_ref()
            .is_some_and(|p| is_as_of(reading, figure, p)),
        key,
    }
}

/// "According to Kazakh statistics" names the basis "Kazakh statistics".
fn basis_name(reading: &Reading<'_>, basis: Span) -> Span {
    const IN_FRONT: [&str; 7] = [
        "according to",
        "based on",
        "on the basis of",
        "as per",
        "citing",
        "per",
        "by",
    ];
    let printed = reading.of(basis);
    let words = printed.trim();
    let low = words.to_lowercase();
    let bare = IN_FRONT.iter().find_map(|f| {
        let rest = low.strip_prefix(f).filter(|r| r.starts_with(' '))?;
        words.get(words.len() - rest.len()..)
    });
    let name = bare.unwrap_or(words).trim();
    // Both end where the printed words end.
    let end = basis.start as usize + printed.trim_end().len();
    Span::new(end - name.len(), end)
}

/// Whether a figure is told of a day: "as of Monday".
fn is_as_of(reading: &Reading<'_>, figure: &FigureMention, period: &When) -> bool {
    if !matches!(period.precision, WhenPrecision::Day | WhenPrecision::Minute) {
        return false;
    }
    let clause = reading.of(figure.clause).to_lowercase();
    let day = period.text.to_lowercase();
    ["as of ", "as at "]
        .iter()
        .any(|f| clause.contains(&format!("{f}{day}")))
}
