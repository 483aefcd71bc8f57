//! Dictionary forms of verbs, mended by how English inflects: the learned endings alone make "invad" of "invaded".

use crate::grammar::inflection;

dossier_world::words!(VERBS = "common/verbs.txt");

/// The longest word that is looked at.
const LONGEST: usize = 24;

/// Mends the dictionary form of a verb; `word` is the word as printed.
pub(super) fn mend(word: &str, lemma: &mut String) {
    if word.len() < 4 || word.len() > LONGEST || !word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-') {
        return;
    }
    let low = word.to_ascii_lowercase();
    let is_verb = VERBS.has(lemma);
    // "Need", "bring", "shed".
    if is_verb && *lemma == low {
        return;
    }
    if let Some(base) = regular(&low, lemma) {
        base.clone_into(lemma);
    } else if !is_verb && let Some(base) = inflection::base(&low).filter(|b| VERBS.has(b)) {
        base.clone_into(lemma);
    }
}

/// Whether a word in small letters is a verb in its dictionary form.
pub(super) fn is_verb(low: &str) -> bool {
    VERBS.has(low)
}

/// Whether a word in small letters can be the third person of a verb.
pub(super) fn is_third_person(low: &str) -> bool {
    low.ends_with('s') && !low.ends_with("ss") && present(low).iter().any(|f| VERBS.has(f))
}

/// The verb of which `low` is a regular form; the learned form where it is one of several.
fn regular(low: &str, lemma: &str) -> Option<String> {
    let forms = match low {
        _ if low.ends_with("ed") => past(low.strip_suffix("ed")?, "i"),
        _ if low.ends_with("ing") => past(low.strip_suffix("ing")?, "y"),
        _ if low.ends_with('s') && !low.ends_with("ss") => present(low),
        _ => return None,
    };
    let mut known = forms.into_iter().filter(|f| f.len() > 1 && VERBS.has(f));
    let first = known.next()?;
    // "Fined" is never of "fin"; "lambasted" is of "lambast" or "lambaste".
    let stem = low.strip_suffix("ing").or_else(|| low.strip_suffix("ed"));
    let is_short = stem.is_some_and(is_short_stem);
    let has_learned = !is_short && known.any(|f| f == lemma);
    Some(if has_learned { lemma.to_owned() } else { first })
}

/// What can stand before "-ed" or "-ing", likeliest first. A final "ie" or "y" is written with `turned` in front of them.
fn past(stem: &str, turned: &str) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(start) = stem.strip_suffix(turned).filter(|s| !s.is_empty()) {
        if turned == "i" {
            out.push(format!("{start}y"));
        } else if start.len() < 3 {
            // "Dying": "dye" keeps its "e".
            let verb = format!("{start}ie");
            if VERBS.has(&verb) {
                return vec![verb];
            }
        }
    }
    let with_e = format!("{stem}e");
    if is_short_stem(stem) {
        out.push(with_e);
        out.push(stem.to_owned());
    } else {
        out.push(stem.to_owned());
        out.push(with_e);
    }
    let mut ends = stem.bytes().rev();
    let (last, before) = (ends.next(), ends.next());
    if last.is_some() && last == before {
        out.extend(stem.get(..stem.len() - 1).map(str::to_owned));
    }
    // "Panicked".
    out.extend(
        stem.strip_suffix('k')
            .filter(|s| s.ends_with('c'))
            .map(str::to_owned),
    );
    out
}

/// What can stand before "-s".
fn present(low: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    out.extend(low.strip_suffix("ies").map(|s| format!("{s}y")));
    out.extend(low.strip_suffix('s').map(str::to_owned));
    out.extend(low.strip_suffix("es").map(str::to_owned));
    out
}

/// One syllable with one short vowel before one consonant, which would double: "fin", "stat".
fn is_short_stem(stem: &str) -> bool {
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let stem = stem.strip_prefix("qu").unwrap_or(stem).as_bytes();
    let [start @ .., v, c] = stem else { return false };
    vowel(*v) && !vowel(*c) && !matches!(c, b'w' | b'x') && !start.iter().any(|&b| vowel(b))
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn regular_forms_go_back_to_a_verb() {
        for (word, learned, expected) in [
            ("endorsed", "endorsed", "endorse"),
            ("invaded", "invad", "invade"),
            ("Freed", "fre", "free"),
            ("fined", "fin", "fine"),
            ("planned", "plan", "plan"),
            ("controlled", "controll", "control"),
            ("lambasted", "lambaste", "lambaste"),
            ("carried", "carry", "carry"),
            ("dying", "dye", "die"),
            ("wiping", "wiping", "wipe"),
            ("panicked", "panick", "panic"),
            ("caucuses", "caucuse", "caucus"),
            ("lifted", "lifted", "lift"),
            ("quitting", "quitt", "quit"),
            ("passed", "pass", "pass"),
            ("bathed", "bath", "bathe"),
            ("using", "us", "use"),
        ] {
            let mut lemma = learned.to_owned();
            mend(word, &mut lemma);
            assert_eq!(lemma, expected, "{word}");
        }
    }

    #[test]
    fn irregular_forms_go_back_to_a_verb() {
        for (word, learned, expected) in [
            ("fled", "flead", "flee"),
            ("upheld", "upheld", "uphold"),
            ("led", "lead", "lead"),
            ("shed", "shed", "shed"),
            ("need", "need", "need"),
            ("brought", "bring", "bring"),
        ] {
            let mut lemma = learned.to_owned();
            mend(word, &mut lemma);
            assert_eq!(lemma, expected, "{word}");
        }
    }
}
