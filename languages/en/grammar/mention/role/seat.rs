//! The state that a member of a congress sits for, told with the party behind the name: "Sen. Ana Ruiz (R-Ariz.)".

use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::office;

use super::Office;

/// How many words a state's name may have.
const MOST: usize = 2;

/// Gives the office in front of the name that ends before word `end` the state behind it.
pub(super) fn of(words: &View, office: &mut Office, end: usize) {
    let head = words.fold(office.head);
    let member =
        head != "governor" && office::sits_for(office::bare(head)) || matches!(head, "sen." | "rep.");
    if !member || office.organization.is_some() {
        return;
    }
    let bracket = words.word(end) == "(";
    let party = matches!(words.word(end + 1), "R" | "D" | "I" | "R." | "D." | "I.");
    let joined = matches!(words.word(end + 2), "-" | "‑" | "–" | ",");
    if !(bracket || words.word(end) == ",") || !party || !joined {
        return;
    }
    let first = end + 3;
    let state = |k: usize| words.is_capital(k) && words.shape(k) != Shape::Mark;
    let last = first + (first..first + MOST).take_while(|&k| state(k)).count();
    let closes = if bracket {
        words.word(last) == ")"
    } else {
        matches!(words.word(last), "," | ".")
    };
    if last > first && closes && words.sentence_index(first) == words.sentence_index(end) {
        office.organization = Some((first, last));
        office.inferred = true;
    }
}
