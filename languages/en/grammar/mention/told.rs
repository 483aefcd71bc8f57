//! What the words right beside a person's name tell of the person: an age, an office, whose husband or wife it is.

use dossier_annotate::View;
use dossier_world::office;

use super::scan::Name;

dossier_world::words!(CONSORTS = "mention/consorts.txt");

/// The age between commas or brackets behind name `i`.
pub(super) fn age(words: &View, names: &[Name], i: usize) -> Option<u32> {
    let n = names.get(i)?;
    let opens = matches!(words.word(n.end), "," | "(");
    let closes = matches!(words.word(n.end + 2), "," | ")" | "." | ";") || words.fold(n.end + 2) == "who";
    let years = words.word(n.end + 1).parse().ok()?;
    (opens && closes && years < 120).then_some(years)
}

/// Whether name `i` is told as somebody's husband or wife: "his wife, Ana Ruiz", "first lady Ana Ruiz".
pub(super) fn is_consort(words: &View, names: &[Name], i: usize) -> bool {
    let Some(n) = names.get(i) else { return false };
    let start = words.sentence_words(n.start).0;
    let comma = n.start > start && words.word(n.start - 1) == ",";
    let at = n.start - usize::from(comma && n.start > start);
    let front = at > start && CONSORTS.has(words.fold(at - 1))
        || at > start + 1 && words.fold(at - 1) == "lady" && words.fold(at - 2) == "first";
    let behind = words.word(n.end) == ","
        && (CONSORTS.has(words.fold(n.end + 2))
            || words.fold(n.end + 2) == "first" && words.fold(n.end + 3) == "lady");
    front || behind
}

/// Whether an office or a rank stands right in front of name `i`.
pub(super) fn has_office(words: &View, names: &[Name], i: usize) -> bool {
    let Some(n) = names.get(i) else { return false };
    if n.start == words.sentence_words(n.start).0 {
        return false;
    }
    let before = words.fold(n.start - 1);
    let office = (office::is_office(before) || office::is_rank(before)) && !office::is_courtesy(before);
    office && !CONSORTS.has(before) && words.is_capital(n.start - 1)
}
