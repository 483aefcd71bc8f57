//! What the parts of an English word look like: contractions, clitics, units.

use dossier_annotate::token::is_apostrophe;
use dossier_world::{table, words};

table!(CONTRACTIONS = "token/contractions.tsv");
words!(UNITS = "token/unit_suffixes.txt");
words!(ELISIONS = "token/elisions.txt");

/// The letters of clitics behind an apostrophe.
const CLITICS: &[&str] = &["s", "m", "re", "ve", "ll", "d"];

/// Where a word without an apostrophe is two: "cannot", "gonna", "dont".
pub(super) fn contraction(word: &str) -> Option<usize> {
    if word.len() > 8 {
        return None;
    }
    CONTRACTIONS.value(&word.to_ascii_lowercase())?.parse().ok()
}

/// Where a unit is written onto its number: "7:30pm", "35mm", "$3m".
pub(super) fn unit_suffix(word: &str, is_money: bool) -> Option<usize> {
    let digits = word
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ':'))
        .filter(|&n| n > 0)?;
    if !word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let unit = word.get(digits..)?;
    (UNITS.has(unit) || is_money && matches!(unit, "K" | "M" | "B" | "T" | "MM")).then_some(digits)
}

/// Where the clitic at the end of a word begins: "do|n't", "it|'s", "years|'" has none.
pub(super) fn clitic(word: &str) -> Option<usize> {
    let mut chars = word.char_indices().rev();
    let (mut tail, mut mark) = (0, None);
    for (k, c) in chars.by_ref().take(3) {
        if is_apostrophe(c) {
            mark = Some(k);
            break;
        }
        tail += c.len_utf8();
    }
    let at = mark?;
    let letters = word.get(word.len() - tail..)?;
    let before = word.get(..at)?;
    if letters.eq_ignore_ascii_case("t") {
        before.bytes().next_back().filter(|b| matches!(b, b'n' | b'N'))?;
        let stem = before.len() - 1;
        return (stem > 0).then_some(stem);
    }
    let known = CLITICS.iter().any(|k| k.eq_ignore_ascii_case(letters));
    // A word that is all apostrophes has no host.
    (known && before.chars().next_back().is_some_and(char::is_alphanumeric)).then_some(at)
}

/// The letters of a clitic after a mark that is no letter: "the “Post”'s".
pub(super) fn loose_clitic(rest: &str) -> Option<usize> {
    let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let letters = rest.get(..len)?;
    ["s", "re", "ve", "ll", "d"].contains(&letters).then_some(len)
}

/// The letters after an apostrophe that stands for what was left out: "'90s", "'em".
pub(super) fn elision(rest: &str) -> Option<usize> {
    let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let letters = rest.get(..len)?;
    let decade = len == 3 && letters.ends_with('s') && letters.bytes().take(2).all(|b| b.is_ascii_digit());
    let closes = rest.get(len..).is_some_and(|t| t.starts_with(['\'', '’']));
    let short = ELISIONS.has(letters) && !closes;
    (decade || short).then_some(len)
}
