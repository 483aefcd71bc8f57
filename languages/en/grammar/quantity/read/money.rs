//! Currencies behind a number.

use dossier_model::{Iso4217, Money};

use super::Amount;
use crate::grammar::quantity::currency::Cash;
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::number::Form;
use crate::grammar::quantity::{currency, noun};

dossier_world::words!(MONEY_WORDS = "quantity/money_words.txt");

/// A currency behind the number, where the words can be trusted.
pub(super) fn money_after(view: View<'_>, a: Amount, k: usize) -> Option<currency::Found> {
    let hyphen = usize::from(view.joins(k));
    let h = k + hyphen;
    if view.low(h) == "p" && view.glued(h) && hyphen == 0 && a.number.form == Form::Digits {
        return Some(currency::Found {
            cash: Cash::Shared(Money::Penny),
            used: 1,
            doubtful: false,
        });
    }
    let f = currency::after(view, h)?;
    let large = a.number.value >= 1000.0 || a.number.scale > 0;
    if f.doubtful && !large {
        return None;
    }
    let word = view.low(h);
    let pound = f.cash == Cash::Shared(Money::Pound);
    if pound
        && !(a.number.scale >= 6 || a.number.vague_high.is_some_and(|v| v > 1e6) || sterling_near(view, h))
    {
        // Weight: read as a unit of measure.
        return None;
    }
    let cash = if pound { Cash::Of(Iso4217::GBP) } else { f.cash };
    if word == "won" && !(large && (noun::closed(view.low(h + 1)) || !view.is(h + 1, Kind::Word))) {
        return None;
    }
    if matches!(
        word,
        "sol" | "real" | "mark" | "gold" | "ether" | "colon" | "rand"
    ) && !large
        && !view.capital(h)
        && word != "rand"
    {
        return None;
    }
    Some(currency::Found {
        cash,
        used: f.used + hyphen,
        ..f
    })
}

/// Whether words near "pounds" speak of money.
#[rustfmt::skip]
fn sterling_near(view: View<'_>, k: usize) -> bool {
    let money = |w: &str| {
        MONEY_WORDS.has(w)
    };
    (k.saturating_sub(10)..(k + 6).min(view.len())).any(|i| money(view.low(i)))
}
