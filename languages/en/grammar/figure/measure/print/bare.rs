//! Labels without the thing that is measured: a name alone, "low in Bergen", "people to march".

use dossier_model::Upos;

use super::super::Number;
use super::super::toll::is_toll;
use super::Label;
use crate::grammar::figure::Scene;

dossier_world::words!(INDEX_NAMES = "figure/index_names.txt");
dossier_world::words!(LINKS = "figure/label_prepositions.txt");
dossier_world::words!(EXTREMES = "figure/extreme_nouns.txt");

/// Whether the label is a name or a title alone, a high or a low of what is not told, or a noun with an infinitive that says
/// nothing of it.
pub(super) fn is_bare(scene: Scene<'_>, n: Number<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    let text = label.measure.text.as_str();
    if text.ends_with('.') {
        return true;
    }
    let mut lead = text.split(' ');
    let first = lead.next().unwrap_or("").to_lowercase();
    let linked = lead.next().is_none_or(|w| LINKS.has(w));
    if first == "to" || first == "and" || LINKS.has(first.as_str()) {
        return true;
    }
    if !label.counted && linked && EXTREMES.has(first.as_str()) {
        return true;
    }
    let core = [
        "increase in ",
        "decrease in ",
        "previous ",
        "planned ",
        "possible ",
    ]
    .iter()
    .fold(text, |t, lead| t.strip_prefix(lead).unwrap_or(t));
    let owned = core.contains("'s ") || core.contains("’s ") || core.contains("s’ ");
    let small = |w: &str| w.starts_with(char::is_lowercase) || INDEX_NAMES.has(w);
    let name = !label.counted
        && !owned
        && !core.split(' ').any(small)
        && label.words.iter().any(|&i| words.upos(i) == Upos::Propn)
        && label
            .words
            .iter()
            .all(|&i| words.upos(i) == Upos::Propn || words.is_punct(i));
    let mut tail = label.words.iter().rev();
    let infinitive = match (tail.next(), tail.next()) {
        (Some(&v), Some(&to)) => {
            let noun = tail.all(|&i| matches!(words.upos(i), Upos::Noun | Upos::Adj | Upos::Propn));
            words.is(to, &["to"]) && words.is_verb(v) && to + 1 == v && to > n.from && noun
        }
        _ => false,
    };
    name || infinitive && !is_toll(label.measure)
}

/// "(50 percent to 18 percent)": numbers in brackets tell something else than the words outside.
pub(super) fn is_in_brackets(scene: Scene<'_>, n: Number<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    let (first, end) = words.sentence_words(n.from);
    let open = (first..n.from).rev().find(|&i| words.is(i, &["(", ")"]));
    let Some(open) = open.filter(|&i| words.is(i, &["("]) && i > first) else {
        return false;
    };
    let close = (n.to..end).find(|&i| words.is(i, &[")"])).unwrap_or(end);
    let outside = |&i: &usize| i < open || i > close;
    let alone = n.from == open + 1 && n.to == close;
    !label.counted && !alone && label.words.iter().all(outside)
}
