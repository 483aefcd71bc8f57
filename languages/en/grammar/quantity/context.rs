//! What the rest of the sentence and the article say about a quantity.

use dossier_model::{Bound, Iso4217, Money, Quantity, Span, Unit, UnitBase};

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

/// "rose by 2 percent and imports by 3": the second is in percent as well, where no noun follows it.
pub(super) fn carry_percent(text: &str, new: &mut [(Span, Quantity)]) {
    let by = |span: Span| {
        text.get(..span.start as usize)
            .is_some_and(|t| t.ends_with(" by "))
    };
    for k in 1..new.len() {
        let (left, right) = new.split_at_mut(k);
        let (Some((a_span, a)), Some((b_span, b))) = (left.last(), right.first_mut()) else {
            continue;
        };
        let percent = a.unit.as_ref().is_some_and(|u| u.is(&UnitBase::Percent));
        let small = b.value.is_some_and(|v| v.abs() < 100.0);
        let bare = b.unit.is_none() && b.of.is_none() && !b.ordinal;
        if percent && bare && small && by(*a_span) && by(*b_span) {
            b.unit.clone_from(&a.unit);
        }
    }
}

/// "exceeding 200 by one count and 260 by another": the hedge of the first holds for the second, where each
/// has its own basis.
pub(super) fn carry_hedges(text: &str, new: &mut [(Span, Quantity)]) {
    for k in 1..new.len() {
        let (left, right) = new.split_at_mut(k);
        let (Some((a_span, a)), Some((b_span, b))) = (left.last(), right.first_mut()) else {
            continue;
        };
        if b.bound != Bound::Exact
            || !matches!(a.bound, Bound::Over | Bound::Under | Bound::About)
            || a.unit != b.unit
        {
            continue;
        }
        let between = text
            .get(a_span.end as usize..b_span.start as usize)
            .unwrap_or("")
            .trim_end();
        let tail: &str = text.get(b_span.end as usize..).unwrap_or("");
        let own = |words: &str| {
            let words = words.trim_start().trim_start_matches(['(', ',']).trim_start();
            ["according to ", "by ", "based on ", "under ", "as per "]
                .iter()
                .any(|p| words.starts_with(p))
        };
        if between.len() < 120
            && !between.contains(['.', ';'])
            && (between.ends_with(" and") || between.ends_with(" or"))
            && own(between)
            && own(tail)
        {
            b.bound = a.bound;
            b.low = (b.bound == Bound::Over).then_some(b.value).flatten();
            b.high = (b.bound == Bound::Under).then_some(b.value).flatten();
        }
    }
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
