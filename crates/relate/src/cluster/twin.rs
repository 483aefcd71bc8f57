//! Texts that are nearly the same and yet tell of two events: a form that is filled in anew for each.

use super::bag::Bag;

/// Whether two articles are one form, filled in for two events.
pub(super) fn are_forms_of_two(a: &Bag, b: &Bag) -> bool {
    /// Shingles that both have by all: three or four words of a short form are filled in.
    const FORM: f64 = 0.3;
    a.sketch.likeness(&b.sketch) >= FORM && tell_of_two(a, b)
}

/// Whether two articles are one form by their text alone, whatever their words weigh among the others': in a small folder, what
/// tells two events apart weighs most.
pub(super) fn are_forms_by_text(a: &Bag, b: &Bag) -> bool {
    const FORM: f64 = 0.25;
    /// A place and a day.
    const NAMES: usize = 2;
    let only = |x: &Bag, y: &Bag| x.lead.iter().filter(|&&k| !y.has(k)).count() >= NAMES;
    a.sketch.likeness(&b.sketch) >= FORM && only(a, b) && only(b, a) && tell_of_two(a, b)
}

/// Whether two articles that share a good part of their text, but are far from one text, turn around different names: each
/// has one where it begins, and again, that the other has nowhere. They share a background paragraph.
pub(super) fn turn_around_two(a: &Bag, b: &Bag) -> bool {
    /// From here on they are printings of one text.
    const ONE_TEXT: f64 = 0.5;
    let again = |x: &Bag, y: &Bag| {
        let told = |k: u32| {
            x.terms
                .binary_search_by_key(&k, |t| t.key)
                .is_ok_and(|i| x.terms[i].count > 1)
        };
        x.lead.iter().any(|&k| told(k) && !y.has(k))
    };
    a.sketch.likeness(&b.sketch) < ONE_TEXT && again(a, b) && again(b, a)
}

/// Whether two articles of nearly one text name different places or days where they begin: each has a name there that
/// the other has nowhere. Numbers alone say nothing: a toll rises in an article that is printed again.
pub(super) fn tell_of_two(a: &Bag, b: &Bag) -> bool {
    let only = |x: &Bag, y: &Bag| x.opening.iter().any(|&k| !y.has(k));
    only(a, b) && only(b, a)
}

#[cfg(test)]
mod tests {
    use super::super::bag::Printed;
    use super::*;
    use crate::vocabulary::Vocabulary;
    use dossier_model::Article;

    fn check(a: &str, b: &str, expected: bool) {
        let bag = |t: &str| Bag::of(&Article::plain(t, None), Printed::Forgotten, Vocabulary::EMPTY);
        assert_eq!(tell_of_two(&bag(a), &bag(b)), expected, "{a} | {b}");
    }

    #[test]
    fn place_and_day_tell_and_numbers_do_not() {
        check(
            "A quake of 5.1 was felt near Ostrava on Monday.",
            "A quake of 5.1 was felt near Gdynia on Monday.",
            true,
        );
        check(
            "The index closed at 4,100 points on Monday in Oslo.",
            "The index closed at 4,120 points on Tuesday in Oslo.",
            true,
        );
        check(
            "At least 12 people died near Ostrava on Monday.",
            "At least 15 people died near Ostrava on Monday.",
            false,
        );
        check(
            "At least 12 people died near Ostrava on Monday.",
            "At least 12 people died near Ostrava on Monday, said Ana Ruiz.",
            false,
        );
    }
}
