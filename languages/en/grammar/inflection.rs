//! The past forms of a verb.

dossier_world::table!(IRREGULAR = "figure/irregular_participles.tsv");
dossier_world::table!(PASTS = "common/irregular_pasts.tsv");

/// The past tense of the verb printed as `word` with the dictionary form `lemma`.
pub(crate) fn past(word: &str, lemma: &str) -> String {
    PASTS
        .value(lemma)
        .map_or_else(|| participle(word, lemma), str::to_owned)
}

/// The past participle of the verb printed as `word` with the dictionary form `lemma`.
pub(crate) fn participle(word: &str, lemma: &str) -> String {
    if let Some(form) = IRREGULAR.value(lemma) {
        return form.to_owned();
    }
    let low = word.to_lowercase();
    // As it is printed; "shot" with a dictionary form that was misread.
    let is_regular = low.ends_with("ed") && low != lemma;
    if is_regular || IRREGULAR.rows().any(|mut row| row.nth(1) == Some(low.as_str())) {
        return low;
    }
    // A form in "-ing" that was not traced back: "wiping".
    if let Some(stem) = lemma.strip_suffix("ing").filter(|s| s.len() >= 3) {
        return format!("{stem}ed");
    }
    let bytes = lemma.as_bytes();
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    match bytes {
        [.., b'e'] => format!("{lemma}d"),
        [.., c, b'y'] if !vowel(*c) => format!("{}ied", lemma.strip_suffix('y').unwrap_or(lemma)),
        // "stop", "plan": one syllable with one short vowel doubles its last letter.
        [start @ .., v, c]
            if vowel(*v)
                && !vowel(*c)
                && !matches!(c, b'w' | b'x' | b'y')
                && !start.is_empty()
                && !start.iter().any(|b| vowel(*b)) =>
        {
            format!("{lemma}{}ed", char::from(*c))
        }
        _ => format!("{lemma}ed"),
    }
}

/// The verb of which a word is an irregular past form, be it behind a prefix: "fled", "upheld".
pub(crate) fn base(low: &str) -> Option<String> {
    let of = |form: &str| {
        let mut rows = IRREGULAR.rows().chain(PASTS.rows());
        rows.find_map(|mut row| row.next().filter(|_| row.next() == Some(form)))
    };
    of(low).map(str::to_owned).or_else(|| {
        let (prefix, form) = PREFIXES
            .iter()
            .find_map(|p| Some((*p, low.strip_prefix(p)?)))
            .filter(|(_, form)| form.len() > 2)?;
        of(form).map(|verb| format!("{prefix}{verb}"))
    })
}

/// What can stand in front of an irregular verb.
const PREFIXES: [&str; 7] = ["up", "with", "over", "out", "under", "mis", "re"];

#[cfg(test)]
mod tests {
    use super::{participle, past};

    #[test]
    fn pasts() {
        for (word, lemma, expected) in [
            ("accusing", "accuse", "accused"),
            ("taken", "take", "took"),
            ("signs", "sign", "signed"),
            ("cut", "cut", "cut"),
            ("slams", "slam", "slammed"),
            ("denies", "deny", "denied"),
        ] {
            assert_eq!(past(word, lemma), expected);
        }
    }

    #[test]
    fn participles() {
        for (word, lemma, expected) in [
            ("cut", "cut", "cut"),
            ("sold", "sell", "sold"),
            ("creates", "create", "created"),
            ("banned", "ban", "banned"),
            ("plan", "plan", "planned"),
            ("carries", "carry", "carried"),
            ("employ", "employ", "employed"),
            ("kills", "kill", "killed"),
            ("injuring", "injure", "injured"),
            ("wrote", "write", "written"),
            ("treat", "treat", "treated"),
            ("wiping", "wiping", "wiped"),
            ("shot", "shet", "shot"),
        ] {
            assert_eq!(participle(word, lemma), expected);
        }
    }
}
