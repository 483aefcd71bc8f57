//! The numbers of a row as their articles print them, in a few words.

use dossier_model::Agreement;

use super::fit::{Fit, fits};
use super::telling::Telling;
use crate::scope::Scope;

/// Different numbers that are all given; of more the least and the greatest.
const MOST_NUMBERS: usize = 3;

/// One number where the reports agree; where they differ, each with what it is based on.
pub(super) fn numbers(scope: &Scope<'_>, group: &[&Telling<'_>], agreement: Agreement) -> String {
    let say = |t: &Telling<'_>| {
        let words: Vec<&str> = scope.text(t.doc, t.span).split_whitespace().collect();
        let basis = t.counted_by().filter(|_| agreement == Agreement::ByBasis);
        basis.map_or_else(|| words.join(" "), |b| format!("{} ({b})", words.join(" ")))
    };
    if !matches!(agreement, Agreement::ByBasis | Agreement::Different) {
        return group.first().map(|t| say(t)).unwrap_or_default();
    }
    let mut kept: Vec<&Telling<'_>> = Vec::new();
    // Those that say their basis first: the same number without one adds nothing.
    let (based, plain): (Vec<&Telling<'_>>, Vec<&Telling<'_>>) =
        group.iter().partition(|t| t.counted_by().is_some());
    for t in based.into_iter().chain(plain) {
        let is_known = |k: &&Telling<'_>| {
            let same = fits(&k.amount, &t.amount) == Fit::Same;
            same && (agreement == Agreement::Different
                || t.counted_by().is_none()
                || t.counted_by() == k.counted_by())
        };
        if !kept.iter().any(is_known) {
            kept.push(t);
        }
    }
    if agreement == Agreement::Different && kept.len() > MOST_NUMBERS {
        kept.sort_by(|a, b| {
            let ends = |t: &Telling<'_>| (t.amount.low, t.amount.high);
            let ((a, c), (b, d)) = (ends(a), ends(b));
            a.total_cmp(&b).then(c.total_cmp(&d))
        });
        if let [least, .., greatest] = kept[..] {
            return format!("from {} to {}", say(least), say(greatest));
        }
    }
    let said: Vec<String> = kept.into_iter().map(say).collect();
    said.join(if agreement == Agreement::ByBasis {
        ", "
    } else {
        " or "
    })
}
