//! A person's name taken apart, and when two are of one person.

use dossier_model::{Gender, NameOrder};
use dossier_world::name;

use super::evidence::Evidence;
use super::spelling;
use crate::fold;

/// A full name, as printed and taken apart.
#[derive(Debug, Clone)]
pub(super) struct FullName {
    /// As printed.
    pub text: String,
    /// Folded parts, the article "al" and the suffix left away.
    pub parts: Vec<String>,
    /// "jr", "iii".
    pub suffix: Option<String>,
    /// Whether a form of address stands in front.
    pub addressed: Address,
    /// Where the family name stands, where known.
    pub order: Option<NameOrder>,
    /// As its articles tell it.
    pub gender: Option<Gender>,
}

impl FullName {
    /// Takes a printed name apart.
    pub fn parse(text: &str) -> Self {
        let mut parts: Vec<String> = Vec::new();
        let mut suffix = None;
        for part in fold::parts(text) {
            match part.as_str() {
                // "al-Sisi", "el-Sisi", "el Sisi"
                "al" | "el" | "ul" | "ad" | "as" | "ash" if !parts.is_empty() => {}
                "jr" | "sr" | "ii" | "iii" | "iv" if parts.len() > 1 => suffix = Some(part),
                _ => parts.push(part),
            }
        }
        let mut addressed = Address::No;
        while parts.len() > 2 && parts.first().is_some_and(|p| name::is_form_of_address(p)) {
            parts.remove(0);
            addressed = Address::Yes;
        }
        Self {
            text: text.to_owned(),
            parts,
            suffix,
            addressed,
            order: None,
            gender: None,
        }
    }

    /// All letters in order: "Kim Jong-un" and "Kim Jong Un" have the same.
    pub fn letters(&self) -> String {
        self.parts.concat()
    }

    /// The folded family name as far as known: the first part where it stands in front, else the last.
    pub fn family(&self) -> Option<&str> {
        match self.order {
            Some(NameOrder::FamilyFirst) => self.parts.first(),
            _ => self.parts.last(),
        }
        .map(String::as_str)
    }

    /// What makes two full names of two articles one person's; `None` where anything speaks against it.
    pub fn fits(&self, other: &Self) -> Option<Evidence> {
        let apart = self.suffix != other.suffix || fold::contradict(&self.text, &other.text);
        if apart || self.parts.len() < 2 || other.parts.len() < 2 {
            return None;
        }
        if self.letters() == other.letters() {
            return Some(match () {
                () if self.text == other.text => Evidence::SameName,
                () if self.addressed != other.addressed => Evidence::Address,
                () => Evidence::Diacritics,
            });
        }
        if matches!((self.gender, other.gender), (Some(a), Some(b)) if a != b) {
            return None;
        }
        let (long, short) = match self.parts.len() >= other.parts.len() {
            true => (self, other),
            false => (other, self),
        };
        let ([long_first, long_middle @ .., long_last], [first, middle @ .., last]) =
            (&long.parts[..], &short.parts[..])
        else {
            return None;
        };
        if long_last != last && !spelling::is_variant(long_last, last) {
            return None;
        }
        let given = given(long_first, first)?;
        let left_out = left_out(long_middle, middle)?;
        let eastern = [self, other]
            .iter()
            .any(|n| n.order == Some(NameOrder::FamilyFirst));
        let western = [self, other]
            .iter()
            .any(|n| n.order == Some(NameOrder::FamilyLast));
        match left_out {
            // A middle syllable of an eastern name makes another person.
            Middle::Word if eastern || !western => None,
            Middle::Initial if eastern => None,
            Middle::Word | Middle::Initial if given == Evidence::SameName && long_last == last => {
                Some(Evidence::Middle)
            }
            // Two differences at once are one too many.
            Middle::Word | Middle::Initial => None,
            _ if long_last != last => match given {
                Evidence::SameName | Evidence::Spelling => Some(Evidence::Spelling),
                _ => None,
            },
            _ => Some(given),
        }
    }

    /// Whether both are one name with the family name on either side.
    pub fn turns_into(&self, other: &Self) -> bool {
        if self.suffix != other.suffix
            || self.order.is_some() && self.order == other.order
            || fold::contradict(&self.text, &other.text)
        {
            return false;
        }
        let turned = |a: &[String], b: &[String]| {
            a.split_first()
                .is_some_and(|(first, rest)| [rest, std::slice::from_ref(first)].concat() == b)
        };
        self.parts.len() > 1
            && self.parts != other.parts
            && (turned(&self.parts, &other.parts) || turned(&other.parts, &self.parts))
    }
}

/// Whether a form of address is a part of a printed name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Address {
    /// "Garba Osei"
    No,
    /// "Mallam Garba Osei"
    Yes,
}

/// How two given names agree.
fn given(a: &str, b: &str) -> Option<Evidence> {
    let initial = |x: &str, y: &str| x.len() == 1 && y.len() > 1 && y.starts_with(x);
    match () {
        () if a == b => Some(Evidence::SameName),
        () if spelling::is_variant(a, b) => Some(Evidence::Spelling),
        () if spelling::is_short_form(a, b) => Some(Evidence::Nickname),
        () if initial(a, b) || initial(b, a) => Some(Evidence::Initial),
        () => None,
    }
}

/// What of the middle one of two names leaves out.
enum Middle {
    Nothing,
    Initial,
    Word,
}

/// Compares what stands between first and last part; `None` where it contradicts.
fn left_out(long: &[String], short: &[String]) -> Option<Middle> {
    let mut rest = long.iter();
    for part in short {
        let next = rest.next()?;
        let agrees = part == next
            || spelling::is_variant(part, next)
            || (part.len() == 1 || next.len() == 1) && part.as_bytes().first() == next.as_bytes().first();
        if !agrees {
            return None;
        }
    }
    match rest.as_slice() {
        [] => Some(Middle::Nothing),
        [one] if one.len() == 1 => Some(Middle::Initial),
        [a, b] if a.len() == 1 && b.len() == 1 => Some(Middle::Initial),
        [_] if short.is_empty() => Some(Middle::Word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> FullName {
        let mut name = FullName::parse(text);
        // As the reader's lists would tell.
        name.order = match text.split(' ').next() {
            Some("Nguyen" | "Kim" | "Li") => Some(NameOrder::FamilyFirst),
            Some("Ana" | "Anna" | "John" | "Paul" | "George" | "William" | "Bill" | "Min-ji") => {
                Some(NameOrder::FamilyLast)
            }
            _ => None,
        };
        name
    }

    fn check(a: &str, b: &str, expected: Option<Evidence>) {
        assert_eq!(name(a).fits(&name(b)), expected, "{a} / {b}");
        assert_eq!(name(b).fits(&name(a)), expected, "{b} / {a}");
    }

    #[test]
    fn one_person_in_two_spellings() {
        check("Tô Lan", "To Lan", Some(Evidence::Diacritics));
        check("Kim Min-ji", "Kim Min Ji", Some(Evidence::Diacritics));
        check("John F. Carver", "John Carver", Some(Evidence::Middle));
        check("John Francis Carver", "John F. Carver", Some(Evidence::SameName));
        check("John Francis Carver", "John Carver", Some(Evidence::Middle));
        check("J. Carver", "John Carver", Some(Evidence::Initial));
        check("Bill Carver", "William Carver", Some(Evidence::Nickname));
        check("Mohammed Horsi", "Mohamed Hursi", Some(Evidence::Spelling));
        check("Hamid el-Basri", "Hamid al-Basri", Some(Evidence::Diacritics));
        check("Mallam Garba Osei", "Garba Osei", Some(Evidence::Address));
        check(
            "Abdel Fattah al-Hissi",
            "Abdel-Fattah el-Hisi",
            Some(Evidence::Spelling),
        );
        check("Ana de la Cruz", "Ana De La Cruz", Some(Evidence::Diacritics));
    }

    #[test]
    fn two_people_stay_two() {
        for (a, b) in [
            ("Hà Lan", "Hạ Lan"),
            ("George W. Carver", "George H. W. Carver"),
            ("John Carver", "John Carver Jr."),
            ("John Carver Sr.", "John Carver Jr."),
            ("Nguyen Van Hung", "Nguyen Hung"),
            ("Nguyen Van Hung", "Nguyen Thi Hung"),
            ("Kim Min-ji", "Kim Min-jae"),
            ("Li Na", "Le Na"),
            ("Ana Ruiz", "Anna Ruiz"),
            ("Ana Ruiz", "Ana Rius"),
            ("Paul Carver", "John Carver"),
            ("Mario Hansen", "Maria Hansen"),
            ("J. Carver", "P. Carver"),
            // Two differences at once.
            ("Bill Carver", "William Henry Carver"),
            ("Bill Carver", "William A. Carver"),
            ("J. Carver", "John F. Carver"),
        ] {
            check(a, b, None);
        }
    }

    #[test]
    fn the_family_name_may_change_sides() {
        assert!(name("Kim Min-ji").turns_into(&name("Min-ji Kim")));
        assert!(name("Sato Kenji").turns_into(&name("Kenji Sato")));
        // Both given names, both the usual order: a father of one, a son of the other.
        assert!(!name("John Paul").turns_into(&name("Paul John")));
        assert!(!name("Li Kim").turns_into(&name("Kim Li")));
        assert!(!name("Ana Ruiz Soto").turns_into(&name("Ana Soto Ruiz")));
    }
}
