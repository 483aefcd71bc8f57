//! Days and months that are a part of a name: "Wednesday Addams", "the October War", "Ruby Tuesday".

use dossier_annotate::time::{Dir, Shape, Year};
use dossier_world::fold::fold;
use dossier_world::{country, given_name, office, organization, place, words};

use super::lex::Pieces;
use super::lexicon::Term;
use super::read::{FAIR, STRONG};
use crate::grammar::common;

words!(LEADING = "time/before_days.txt");

/// Whether the day or month from piece `start` to `end` only stands in a name.
pub(super) fn is_part_of_name(p: &Pieces, start: usize, end: usize, shape: &Shape) -> bool {
    let (day, month) = match shape {
        Shape::Weekday { dir: Dir::Bare, .. } => (true, false),
        Shape::Month { year: Year::Open, .. } => (false, true),
        Shape::Day { year: Year::Open, .. } | Shape::In { .. } | Shape::Every(_) => (false, false),
        _ => return false,
    };
    if !p.at(start).is_capital() {
        return false;
    }
    let prev = p.before(start);
    if prev.any(&LEADING) || prev.any(&STRONG) {
        return false;
    }
    let set = matches!(shape, Shape::Every(_));
    if !set && goes_on(p, start, end, day) {
        return true;
    }
    behind_name(p, start, end, (day, month, set))
}

/// "the Saturday Evening Post", "the April 6 Movement", "Sunday Oliseh": behind an article, or where a weekday opens the
/// sentence, a capital that is no title and no name of its own goes on with the name.
fn goes_on(p: &Pieces, start: usize, mut end: usize, day: bool) -> bool {
    // "Saturday Evening Post"
    if day && p.at(end).is_capital() && matches!(p.term(end), Term::DayPart(_)) {
        end += 1;
    }
    let next = p.at(end);
    let title = next.text.chars().skip(1).any(char::is_lowercase);
    if !next.is_capital() || next.glued || !title || !matches!(p.term(end), Term::Other) {
        return false;
    }
    let folded = fold(next.text);
    let own = office::is_courtesy(&folded)
        || office::is_office(&folded)
        || office::is_modifier(&folded)
        || office::is_rank(&folded)
        || country::by_name(next.text).is_some()
        || country::by_demonym(next.text).is_some()
        || place::is_known(&folded);
    let the = p.before(start).is("the");
    // "the June European Council", "the July Fourth parade"
    let opens = day && start == 0 && !common::is_common(&folded) && organization::by_name(&folded).is_none();
    !own && (the && !given_name::is_given(&folded) || opens)
}

/// "Black September", "Happy Mondays", "TGI Friday's", "Ruby Tuesday": what stands in front begins the name.
fn behind_name(p: &Pieces, start: usize, end: usize, (day, month, set): (bool, bool, bool)) -> bool {
    let Some(at) = start.checked_sub(1) else {
        return false;
    };
    let prev = p.at(at);
    if !prev.is_capital() || !matches!(p.term(at), Term::Other | Term::Starter) || prev.any(&FAIR) {
        return false;
    }
    let folded = fold(prev.text);
    if common::is_function(&folded) || end != start + 1 {
        return false;
    }
    let common = common::is_common(&folded) && !office::is_office(&folded);
    let demonym = country::by_demonym(prev.text).is_some();
    match () {
        // "TGI Friday's": nobody's day has an owner in front without a genitive of its own.
        () if day && p.at(end).is_apostrophe() && p.is(end + 1, "s") => true,
        // A bare day behind a first name that is no surname.
        () if day => {
            given_name::is_given(&folded) && !given_name::is_surname(&folded) && !named_before(p, at)
        }
        () if month => common && !demonym && !is_verb(p, at),
        () => set && matches!(p.term(start), Term::Weekdays(_)),
    }
}

/// Whether another capital stands in front of piece `k`: "Eva Ruby Tuesday" may be a person's day.
fn named_before(p: &Pieces, k: usize) -> bool {
    k > 0 && p.before(k).is_capital()
}

/// Whether the tagger sees a verb.
fn is_verb(p: &Pieces, k: usize) -> bool {
    let (piece, tags) = (p.at(k), p.tags());
    let at = tags.spans().partition_point(|s| s.start < piece.span.start);
    tags.spans().get(at).is_some_and(|s| *s == piece.span) && tags.upos(at) == dossier_model::Upos::Verb
}
