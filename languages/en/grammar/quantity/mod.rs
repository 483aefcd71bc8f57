//! Numbers with hedge, unit and what they count.

pub(crate) mod change;
mod context;
mod currency;
mod hedge;
pub(crate) mod lex;
pub(crate) mod noun;
pub(crate) mod number;
mod order;
mod read;
pub(crate) mod unit;

use dossier_annotate::quantity::carry;
use dossier_model::{Article, Layer, Quantity, Span, Time, Tokens};

use lex::{CUT, Pieces, View};
use noun::Tags;

/// All quantities. Numbers that belong to a time expression are none.
#[must_use]
pub fn find(article: &Article, sentences: &[Span], tokens: &Tokens, times: &Layer<Time>) -> Layer<Quantity> {
    let text = article.text();
    let lower = text.to_ascii_lowercase();
    let tags = Tags::new(tokens);
    let marks_us_dollars = context::marks_us_dollars(text);
    let mut pieces = Pieces::default();
    let mut out: Vec<(Span, Quantity)> = Vec::new();
    for &sentence in sentences {
        pieces.cut(text, sentence, &CUT, |_| ());
        let view = View {
            text,
            lower: &lower,
            pieces: &pieces,
        };
        let first = out.len();
        let mut i = 0;
        while i < view.len() {
            let Some(found) = read::at(view, tags, times, i) else {
                i += 1;
                continue;
            };
            i = found.next.max(i + 1);
            for (span, mut quantity) in found.items {
                if let Some(u) = &mut quantity.unit {
                    context::settle_dollar(u, marks_us_dollars);
                }
                out.push((span, quantity));
            }
        }
        if let Some(new) = out.get_mut(first..) {
            carry::carry_hedges(new, |a, b| context::by_two_counts(text, a, b));
            carry::carry_about(new, |a, b| context::side_by_side(text, a, b));
            carry::carry_percent(new, |a, b| context::both_by(text, a, b));
        }
    }
    Layer::from_pairs(out)
}

#[cfg(test)]
mod tests;
