//! What offices side by side have in common: "the former governor and minister", "founder and head of the bank".

use super::Office;
use dossier_annotate::View;
use dossier_world::office;

dossier_world::words!(SHARED = "mention/offices_of_bodies.txt");

/// Gives the offices that one holder has side by side what one of them says for both.
pub(super) fn share(words: &View, offices: &mut [Office]) {
    for o in 1..offices.len() {
        let Some([a, b]) = offices.get(o - 1..=o) else {
            continue;
        };
        if a.holder.is_none() || a.holder != b.holder || !is_joined(words, a.end, b.start) {
            continue;
        }
        // "the former governor and minister": one determiner, one marker for both.
        let over = a.shared && !b.former;
        let bodies = is_of_body(words, a) && is_of_body(words, b);
        let behind = bodies && a.organization.is_none() && a.country.is_none() && a.end == a.title_end;
        let behind = behind && b.organization.is_some_and(|(s, _)| s >= b.title_end);
        let front = bodies && b.organization.is_none() && b.country.is_none() && b.end == b.title_end;
        let front = front && a.organization.is_some_and(|(_, e)| e <= a.title);
        let (of_a, of_b) = (
            (a.organization, a.country.clone()),
            (b.organization, b.country.clone()),
        );
        if let Some(b) = offices.get_mut(o) {
            b.former |= over;
            if front {
                (b.organization, b.country) = of_a;
                b.inferred = true;
            }
        }
        if behind && let Some(a) = offices.get_mut(o - 1) {
            (a.organization, a.country) = of_b;
            a.inferred = true;
        }
    }
}

/// Whether only "and" stands between.
fn is_joined(words: &View, end: usize, start: usize) -> bool {
    start == end + 1 && matches!(words.fold(end), "and" | "&")
}

fn is_of_body(words: &View, o: &Office) -> bool {
    let head = office::bare(words.fold(o.head));
    office::is_of_company(head) || SHARED.has(head)
}
