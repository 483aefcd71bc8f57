//! Numbers with hedge and unit.

mod cardinal;
mod digits;
mod fraction;
mod hedge;
mod money;
mod ordinal;
mod range;
mod read;
mod scene;
mod share;
mod unit;

use dossier_annotate::view::pieces::Pieces;
use dossier_model::{Article, Layer, Quantity, Span, Time};

use scene::{CUT, Scene, fold};

/// All quantities. Numbers that belong to a time expression are none.
#[must_use]
pub fn find(article: &Article, sentences: &[Span], times: &Layer<Time>) -> Layer<Quantity> {
    let text = article.text();
    let lower = text.to_ascii_lowercase();
    let mut pieces = Pieces::default();
    let mut folds: Vec<String> = Vec::new();
    let mut out: Vec<(Span, Quantity)> = Vec::new();
    for &sentence in sentences {
        pieces.cut(text, sentence, &CUT, |_| ());
        folds.clear();
        folds.extend((0..pieces.len()).map(|i| fold(pieces.at(i).text)));
        let scene = Scene::new(text, &lower, &pieces, &folds, times);
        let mut i = 0;
        while i < pieces.len() {
            match read::at(scene, i) {
                Some(found) => {
                    i = found.next.max(i + 1);
                    out.extend(found.items);
                }
                None => i += 1,
            }
        }
    }
    Layer::from_pairs(out)
}

#[cfg(test)]
mod tests;
