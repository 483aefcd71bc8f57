//! Plural and singular of English nouns.

dossier_world::table!(IRREGULAR = "quantity/plurals.tsv");
dossier_world::words!(PLURALS_IN_I = "quantity/plurals_in_is.txt");
dossier_world::words!(SINGULAR_IN_S = "quantity/singulars_in_s.txt");
dossier_world::words!(PLURALS_IN_OES = "quantity/plurals_in_oes.txt");

/// Plurals in "is", of nouns that end in "i".
#[rustfmt::skip]
fn plural_of_i(word: &str) -> bool {
    PLURALS_IN_I.has(word)
}

/// Words in "s" that are no plural.
#[rustfmt::skip]
fn singular_s(word: &str) -> bool {
    word.ends_with("ss")
        || word.ends_with("us")
        || word.ends_with("is") && !plural_of_i(word)
        || SINGULAR_IN_S.has(word)
}

/// Whether a word, in lower case, is a plural or may stand with a number above one.
pub(crate) fn plural(word: &str) -> bool {
    if let Some(singular) = IRREGULAR.value(word) {
        return singular != "-";
    }
    if word.ends_with("men")
        && word.len() > 4
        && !matches!(word, "specimen" | "abdomen" | "regimen" | "acumen" | "omen")
    {
        return true;
    }
    word.len() > 2 && word.ends_with('s') && !singular_s(word)
}

/// The singular of a noun; proper nouns keep their capital.
pub(crate) fn singular(word: &str) -> String {
    let low = word.to_lowercase();
    if let Some(singular) = IRREGULAR.value(&low).filter(|s| *s != "-") {
        return singular.to_owned();
    }
    if low.len() > 4
        && low.ends_with("men")
        && plural(&low)
        && let Some(stem) = word.strip_suffix("en")
    {
        return format!("{stem}an");
    }
    // "MPs", "RBIs".
    if let Some(stem) = word.strip_suffix('s')
        && stem.len() > 1
        && stem.chars().all(char::is_uppercase)
    {
        return stem.to_owned();
    }
    if !plural(&low) {
        return word.to_owned();
    }
    let cut = |tail: &str| {
        word.get(..word.len().saturating_sub(tail.len()))
            .unwrap_or(word)
            .to_owned()
    };
    if low.len() > 4 && low.ends_with("ies") {
        return cut("ies") + "y";
    }
    if low.len() > 4
        && ["sses", "shes", "ches", "xes", "zzes"]
            .iter()
            .any(|t| low.ends_with(t))
        || PLURALS_IN_OES.has(&low)
    {
        return cut("es");
    }
    if low.ends_with("wives") || low.ends_with("knives") {
        return cut("ves") + "fe";
    }
    cut("s")
}
