//! The words that report words: verbs with the frames they report in, nouns, and fixed phrases.
//!
//! The lists follow the usual grammar of English reporting verbs (speech acts, opinion, knowledge, evidence)
//! and say of each verb in which constructions its complement is what somebody said, thought or knows.

use std::sync::LazyLock;

use crate::grammar::lists::hash::HashMap;

/// The constructions in which a verb reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frames(u16);

impl Frames {
    /// Beside words between quotation marks: "…", she V.
    pub(super) const DIRECT: Frames = Frames(1);
    /// As a comment clause behind or inside a report without marks: …, she V.
    pub(super) const COMMENT: Frames = Frames(2);
    /// With a clause that needs no "that": she V (that) it rains.
    pub(super) const CLAUSE: Frames = Frames(4);
    /// With a clause that "that" introduces: she V that it rains.
    pub(super) const THAT: Frames = Frames(8);
    /// With an embedded question: she V whether it rains.
    pub(super) const QUESTION: Frames = Frames(16);
    /// With the listener as object before the clause: she V him (that) it rains.
    pub(super) const LISTENER: Frames = Frames(32);
    /// With an infinitive: she V to come.
    pub(super) const INFINITIVE: Frames = Frames(64);
    /// With the listener and an infinitive: she V him to come.
    pub(super) const ORDER: Frames = Frames(128);
    /// With "as": she V it as good.
    pub(super) const AS: Frames = Frames(256);
    /// With a bare object that is the matter of the speech: she V the plan.
    pub(super) const MATTER: Frames = Frames(512);
    /// With a preposition before the matter: she V for a plan.
    pub(super) const ABOUT: Frames = Frames(1024);

    /// Not a claim but a wish, a plan or a side taken: she V to come, she V the plan.
    pub(super) const HELD: Frames = Frames(2048);

    /// Whether any frame of `other` is among these.
    pub(super) const fn has(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(super) const fn or(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }

    fn from_letters(letters: &str) -> Frames {
        letters.bytes().fold(Frames(0), |f, b| {
            f.or(match b {
                b'q' => Frames::DIRECT,
                b'p' => Frames::COMMENT,
                b'c' => Frames::CLAUSE.or(Frames::THAT),
                b't' => Frames::THAT,
                b'w' => Frames::QUESTION,
                b'l' => Frames::LISTENER,
                b'i' => Frames::INFINITIVE,
                b'o' => Frames::ORDER,
                b's' => Frames::AS,
                b'm' => Frames::MATTER,
                b'f' => Frames::ABOUT,
                b'a' => Frames::HELD,
                _ => Frames(0),
            })
        })
    }
}

/// The inflection of a verb form, as far as the spelling tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "say".
    Base,
    /// "says".
    Third,
    /// "said": past tense or past participle.
    Past,
    /// "written": past participle alone.
    Participle,
    /// "saying".
    Ing,
}

impl Form {
    /// Whether the form can head a clause with a subject and no auxiliary.
    pub(super) fn is_finite(self) -> bool {
        matches!(self, Form::Base | Form::Third | Form::Past)
    }
}

/// A reporting verb as met in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// What it can do.
    pub(super) frames: Frames,
    /// How it is inflected.
    pub(super) form: Form,
}

dossier_world::table!(VERBS = "quote/verbs.tsv");
dossier_world::table!(PHRASAL_VERBS = "quote/phrasal_verbs.tsv");

static LEXICON: LazyLock<HashMap<String, Verb>> = LazyLock::new(|| {
    let mut out: HashMap<String, Verb> = HashMap::default();
    let mut put = |word: String, form: Form, frames: Frames| {
        let slot = out.entry(word).or_insert(Verb {
            frames: Frames(0),
            form,
        });
        slot.frames = slot.frames.or(frames);
    };
    for mut row in VERBS.rows() {
        let lemma = row.next().unwrap_or("");
        let frames = Frames::from_letters(row.next().unwrap_or(""));
        let mut irregular = || row.next().filter(|&form| form != "-");
        let (past, participle, ing) = (irregular(), irregular(), irregular());
        let stem = lemma.strip_suffix('e').unwrap_or(lemma);
        let y = lemma
            .strip_suffix('y')
            .filter(|s| !s.ends_with(['a', 'e', 'o', 'u']));
        // The past forms come first: "read" and "forecast" are most often past in news.
        match past {
            Some(past) => {
                put(past.to_owned(), Form::Past, frames);
                if let Some(participle) = participle.filter(|&p| p != past) {
                    put(participle.to_owned(), Form::Participle, frames);
                }
            }
            None => put(
                y.map_or_else(|| format!("{stem}ed"), |s| format!("{s}ied")),
                Form::Past,
                frames,
            ),
        }
        put(lemma.to_owned(), Form::Base, frames);
        let hiss =
            lemma.ends_with('s') || lemma.ends_with("sh") || lemma.ends_with("ch") || lemma.ends_with('x');
        let third = match y {
            Some(s) => format!("{s}ies"),
            None if hiss => format!("{lemma}es"),
            None => format!("{lemma}s"),
        };
        put(third, Form::Third, frames);
        let ing = match ing {
            Some(ing) => ing.to_owned(),
            None if lemma.ends_with("ee") => format!("{lemma}ing"),
            None => format!("{stem}ing"),
        };
        put(ing, Form::Ing, frames);
    }
    out
});

/// The reporting verb that `word` is a form of, without regard to case.
pub(super) fn verb(word: &str) -> Option<Verb> {
    if word.len() > 16 || !word.is_ascii() {
        return None;
    }
    let mut low = [0u8; 16];
    for (to, from) in low.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let low = std::str::from_utf8(low.get(..word.len())?).ok()?;
    LEXICON.get(low).copied()
}

/// A verb that reports only together with the word behind it.
struct Phrasal {
    /// Its forms, parted by spaces.
    forms: &'static str,
    particle: &'static str,
    frames: Frames,
}

static PHRASAL: LazyLock<Vec<Phrasal>> = LazyLock::new(|| {
    let read = |mut row: std::str::Split<'static, char>| {
        Some(Phrasal {
            forms: row.next()?,
            particle: row.next()?,
            frames: Frames::from_letters(row.next()?),
        })
    };
    PHRASAL_VERBS.rows().filter_map(read).collect()
});

/// The reporting verb that `word` and the word behind it make together: "pointed out", "made clear".
pub(super) fn phrasal(word: &str, next: &str) -> Option<Verb> {
    let verb = PHRASAL.iter().find(|p| {
        p.particle.eq_ignore_ascii_case(next) && p.forms.split(' ').any(|f| f.eq_ignore_ascii_case(word))
    })?;
    let form = if word.ends_with("ing") {
        Form::Ing
    } else if word.ends_with('s') {
        Form::Third
    } else if verb.forms.starts_with(&word.to_ascii_lowercase())
        && word.len() < 6
        && word != "hit"
        && word != "put"
    {
        Form::Base
    } else {
        Form::Past
    };
    Some(Verb {
        frames: verb.frames,
        form,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, form: Form, frames: Frames) {
        let v = verb(word).unwrap_or_else(|| panic!("{word} is no reporting verb"));
        assert_eq!(v.form, form, "{word}");
        assert!(v.frames.has(frames), "{word} {frames:?}");
    }

    #[test]
    fn verbs_are_known_in_every_form() {
        check("said", Form::Past, Frames::DIRECT);
        check("Says", Form::Third, Frames::CLAUSE);
        check("replied", Form::Past, Frames::DIRECT);
        check("replies", Form::Third, Frames::DIRECT);
        check("noting", Form::Ing, Frames::CLAUSE);
        check("written", Form::Participle, Frames::CLAUSE);
        check("quipping", Form::Ing, Frames::DIRECT);
        check("stresses", Form::Third, Frames::THAT);
        check("agreeing", Form::Ing, Frames::DIRECT);
        check("told", Form::Past, Frames::LISTENER);
        check("vowed", Form::Past, Frames::INFINITIVE);
        check("urged", Form::Past, Frames::ORDER);
        check("portrayed", Form::Past, Frames::AS);
    }

    #[test]
    fn every_row_is_understood() {
        let known =
            |letters: &str| !letters.is_empty() && letters.bytes().all(|b| b"qpctwliosmfa".contains(&b));
        for row in VERBS.rows() {
            let columns: Vec<&str> = row.collect();
            assert!(known(columns[1]), "{columns:?}");
            assert!(matches!(columns.len(), 2 | 4 | 5), "{columns:?}");
        }
        for row in PHRASAL_VERBS.rows() {
            let columns: Vec<&str> = row.collect();
            assert!(columns.len() == 3 && known(columns[2]), "{columns:?}");
        }
    }

    #[test]
    fn not_verbs_of_other_kinds() {
        for w in ["walked", "builds", "saids", "", "ministry", "Nói"] {
            assert!(verb(w).is_none(), "{w}");
        }
    }

    #[test]
    fn not_a_direct_cue_where_a_verb_reports_only_with_that() {
        for w in ["found", "shows", "realized"] {
            let v = verb(w).map(|v| v.frames.has(Frames::DIRECT.or(Frames::CLAUSE)));
            assert_eq!(v, Some(false), "{w}");
        }
    }
}
