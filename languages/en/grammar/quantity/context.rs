//! What the rest of the sentence and the article say about a quantity.

use dossier_model::{Iso4217, Money, Span, Unit, UnitBase};

/// Whether an article marks US dollars as such: "US$", "US $", "$US", "USD", each a word of its own ("versus $5"
/// is not).
pub(super) fn marks_us_dollars(text: &str) -> bool {
    let apart = |at: usize| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    };
    ["US$", "US $", "$US", "USD"]
        .iter()
        .any(|mark| text.match_indices(mark).any(|(at, _)| apart(at)))
}

/// A bare "$" is the US dollar, unless the article marks US dollars as such: then it is the dollar of the
/// outlet's own country, which is not known here.
pub(super) fn settle_dollar(unit: &mut Unit, marks_us_dollars: bool) {
    if !marks_us_dollars && unit.base == UnitBase::Money(Money::Dollar) {
        unit.base = UnitBase::Currency(Iso4217::USD);
    }
}

/// "rose by 2 percent and imports by 3": both stand behind "by".
pub(super) fn both_by(text: &str, a: Span, b: Span) -> bool {
    let by = |span: Span| {
        text.get(..span.start as usize)
            .is_some_and(|t| t.ends_with(" by "))
    };
    by(a) && by(b)
}

/// "some 60 boats and 100 lorries": only "and" stands between the two.
pub(super) fn side_by_side(text: &str, a: Span, b: Span) -> bool {
    let between = text.get(a.end as usize..b.start as usize);
    let own = text.get(b.start as usize..b.end as usize).unwrap_or("");
    let first = own.split_whitespace().next().unwrap_or("");
    let power = first.contains(|c: char| c.is_ascii_digit())
        && first.contains(|c: char| c.is_alphabetic() || c == '^');
    between.is_some_and(|t| t.trim() == "and") && !power
}

/// "exceeding 200 by one count and 260 by another": the two are joined, and each has its own basis.
pub(super) fn by_two_counts(text: &str, a: Span, b: Span) -> bool {
    let between = text
        .get(a.end as usize..b.start as usize)
        .unwrap_or("")
        .trim_end();
    let tail: &str = text.get(b.end as usize..).unwrap_or("");
    let own = |words: &str| {
        let words = words.trim_start().trim_start_matches(['(', ',']).trim_start();
        ["according to ", "by ", "based on ", "under ", "as per "]
            .iter()
            .any(|p| words.starts_with(p))
    };
    between.len() < 120
        && !between.contains(['.', ';'])
        && (between.ends_with(" and") || between.ends_with(" or"))
        && own(between)
        && own(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn us_dollars_are_marked_by_words_of_their_own() {
        assert!(marks_us_dollars("It cost US$5."));
        assert!(marks_us_dollars("It cost (USD 5)."));
        assert!(!marks_us_dollars("It cost $5 versus $4, a BONUS $2 and plus $1."));
    }
}
