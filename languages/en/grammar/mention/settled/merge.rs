//! Parts of one person's name that a bracket, a hyphen or a place's name took apart.

use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_model::MentionKind;
use dossier_world::{country, given_name, office};

use crate::grammar::common;
use crate::grammar::mention::pattern;
use crate::grammar::mention::scan::Name;

dossier_world::table!(FEASTS = "time/holidays.tsv");

/// Joins them.
pub(super) fn merge(words: &View, names: &mut Vec<Name>) {
    let mut out: Vec<Name> = Vec::with_capacity(names.len());
    for mut n in names.drain(..) {
        if n.kind == MentionKind::Person {
            extend_over_hyphen(words, &mut n);
            extend_over_nickname(words, &mut n);
        }
        extend_over_head(words, out.last(), &mut n);
        extend_over_feast(words, out.last(), &mut n);
        if let Some(last) = out.last_mut() {
            if n.end <= last.end {
                continue;
            }
            if is_named_like_places(words, last, &n) {
                last.end = n.end;
                last.kind = MentionKind::Person;
                last.sure = 2;
                continue;
            }
        }
        out.push(n);
    }
    *names = out;
}

/// "Virginia's Center for Politics" of "University of Virginia's Center for Politics": a body begins with its head.
fn extend_over_head(words: &View, last: Option<&Name>, n: &mut Name) {
    if n.kind != MentionKind::Organization || n.start < words.sentence_words(n.start).0 + 2 {
        return;
    }
    let head = n.start - 2;
    let free = last.is_none_or(|l| l.end <= head);
    if free
        && words.fold(n.start - 1) == "of"
        && words.shape(head) == Shape::Capital
        && matches!(
            words.fold(head),
            "university" | "college" | "institute" | "bank" | "academy" | "museum"
        )
    {
        n.start = head;
    }
}

/// "Friday Agreement" of "Good Friday Agreement": a name that begins with a feast has all of it.
fn extend_over_feast(words: &View, last: Option<&Name>, n: &mut Name) {
    let free = n.start > words.sentence_words(n.start).0 && last.is_none_or(|l| l.end < n.start);
    if free
        && FEASTS
            .find(words.cover(n.start - 1, n.start + 1).of(words.text()))
            .is_some()
    {
        n.start -= 1;
    }
}

/// "Ban Ki" of "Ban Ki-moon": small parts behind a hyphen belong to the name.
fn extend_over_hyphen(words: &View, n: &mut Name) {
    let hyphen = matches!(words.word(n.end), "-" | "‑")
        && n.end > 0
        && words.is_glued(n.end)
        && words.is_glued(n.end + 1);
    let short = words.shape(n.end + 1) == Shape::Lower && words.fold(n.end + 1).len() <= 5;
    let korean = given_name::is_korean_surname(words.fold(n.start)) && n.end == n.start + 2;
    if hyphen && short && korean {
        n.end += 2;
    }
}

/// "Ana (Nita) Ruiz": one word in brackets or marks between a given name and a surname.
fn extend_over_nickname(words: &View, n: &mut Name) {
    let (open, close) = (words.word(n.end), words.word(n.end + 2));
    let pair =
        open == "(" && close == ")" || words.is_quotation_mark(n.end) && words.is_quotation_mark(n.end + 2);
    let last = n.end - 1;
    let given = given_name::is_given(words.fold(n.start))
        && (last == n.start || last == n.start + 1 && pattern::is_initial(words, last));
    let surname = n.end + 3;
    let whole = (n.end + 1..=surname).all(|k| !words.breaks(k));
    let named = words.shape(n.end + 1) == Shape::Capital
        && words.word(n.end + 1).starts_with(char::is_alphabetic)
        && !common::is_calendar(words.fold(surname))
        && words.shape(surname) == Shape::Capital
        && !common::is_common(words.fold(surname))
        && !words.opens_sentence(surname);
    if pair && given && whole && named {
        n.end = surname + 1;
    }
}

/// "Jordan Israel, a chef": two names of places side by side, told as a person by what follows.
fn is_named_like_places(words: &View, first: &Name, last: &Name) -> bool {
    let side = last.start == first.end
        && first.end == first.start + 1
        && last.end == last.start + 1
        && first.kind == MentionKind::Place
        && last.kind == MentionKind::Place;
    let office = || (last.end + 2..last.end + 6).any(|k| office::is_office(words.fold(k)));
    // Two countries stand side by side without a mark in nobody's list.
    let given =
        given_name::is_given(words.fold(first.start)) || country::by_name(words.word(first.start)).is_some();
    side && given
        && words.word(last.end) == ","
        && (matches!(words.fold(last.end + 1), "a" | "an")
            || words.fold(last.end + 1) == "the" && office()
            || words.fold(last.end + 1) == "who")
}
