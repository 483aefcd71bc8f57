//! Auxiliaries and the words that deny a verb.

use dossier_world::table;

table!(AUXILIARIES = "clause/auxiliaries.tsv");

/// What kind of auxiliary a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Auxiliary {
    /// A present or bare form of "be", "being" among them.
    Be,
    /// "was", "were".
    PastBe,
    /// "been".
    Been,
    /// "get" as in "gets killed".
    Get,
    /// "got".
    Got,
    /// A form of "have".
    Have,
    /// "do", "does".
    Do,
    /// "did".
    Did,
    /// "'d", which stands for "had" and for "would".
    HadOrWould,
    /// "will", "shall".
    Will,
    /// "would".
    Would,
    /// "can": someone is able to, which is no plan.
    Can,
    /// "may", "must" and their like: only possible or asked for.
    Modal,
}

impl Auxiliary {
    /// Whether it is a form of "be".
    pub(crate) fn is_be(self) -> bool {
        matches!(self, Auxiliary::Be | Auxiliary::PastBe | Auxiliary::Been)
    }

    /// Whether it is a form of "get".
    pub(crate) fn is_get(self) -> bool {
        matches!(self, Auxiliary::Get | Auxiliary::Got)
    }

    /// Whether it leaves open whether something happened: "will", "would", "can" and the modals.
    pub(crate) fn is_modal(self) -> bool {
        matches!(
            self,
            Auxiliary::Will | Auxiliary::Would | Auxiliary::Can | Auxiliary::Modal
        )
    }

    /// Whether it is a form of "have" or "do", or may be one.
    pub(crate) fn is_have_or_do(self) -> bool {
        use Auxiliary as A;
        matches!(self, A::Have | A::Do | A::Did | A::HadOrWould)
    }
}

/// The auxiliary that the printed word can be. `None` for other words; none has more than six bytes.
pub(crate) fn auxiliary(word: &str) -> Option<Auxiliary> {
    let mut small = [0; 6];
    let small = small.get_mut(..word.len())?;
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    Some(match AUXILIARIES.value(std::str::from_utf8(small).ok()?)? {
        "be" => Auxiliary::Be,
        "past-be" => Auxiliary::PastBe,
        "been" => Auxiliary::Been,
        "get" => Auxiliary::Get,
        "got" => Auxiliary::Got,
        "have" => Auxiliary::Have,
        "do" => Auxiliary::Do,
        "did" => Auxiliary::Did,
        "had-or-would" => Auxiliary::HadOrWould,
        "will" => Auxiliary::Will,
        "would" => Auxiliary::Would,
        "can" => Auxiliary::Can,
        _ => Auxiliary::Modal,
    })
}

/// Whether the printed word is an auxiliary with which a finite verb group can begin.
pub(crate) fn is_finite_auxiliary(word: &str) -> bool {
    let known = auxiliary(word).is_some_and(|a| !a.is_get() && a != Auxiliary::Been);
    known && !word.ends_with("ing")
}

/// Whether the printed word denies its verb.
pub(crate) fn is_negation(word: &str) -> bool {
    const NEGATIONS: &[&str] = &["not", "n't", "n’t", "never", "neither"];
    NEGATIONS.iter().any(|n| n.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        assert_eq!(auxiliary("Was"), Some(Auxiliary::PastBe));
        assert_eq!(auxiliary("’s"), Some(Auxiliary::Be));
        assert_eq!(auxiliary("ought"), Some(Auxiliary::Modal));
        assert!(auxiliary("said").is_none() && auxiliary("undoubtedly").is_none() && auxiliary("").is_none());
        assert!(is_negation("N'T") && !is_negation("no"));
    }
}
