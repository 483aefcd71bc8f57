//! Finds names sentence by sentence: known names, shapes, and stretches of capitals that context must type.

mod complete;

use dossier_model::{MentionForm, MentionKind};

use super::gazetteer::{self, Known};
use super::pattern;
use crate::grammar::lists::{common, country, given_name, initials, office, organization};
use dossier_annotate::View;
use dossier_annotate::view::{Capitals, Shape};

/// A name in the words of one sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name {
    /// First word.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it names, as far as known.
    pub kind: MentionKind,
    /// How.
    pub form: MentionForm,
    /// How sure the kind is: 0 a guess, 1 likely, 2 by shape or list.
    pub sure: u8,
}

/// All names of the article, in order, none overlapping.
pub(crate) fn scan(words: &View) -> Vec<Name> {
    let mut out = Vec::new();
    for ((start, end), case) in words.sentence_ranges() {
        let mut i = start;
        while i < end {
            i = step(words, i, end, case, &mut out).max(i + 1);
        }
    }
    complete::complete(words, &mut out);
    complete::spell_out(words, &mut out);
    out
}

/// Reads what starts with word `i`; returns where to go on.
fn step(words: &View, i: usize, end: usize, case: Capitals, out: &mut Vec<Name>) -> usize {
    let hit = gazetteer::longest(words, i, end)
        .filter(|h| !(case == Capitals::Upper && h.words == 1 && common::is_common(words.fold(i))));
    if case == Capitals::Sentence && (words.is_capital(i) || words.shape(i) == Shape::Number) {
        let event = pattern::event(words, i, end);
        let work = if words.is_capital(i) {
            pattern::work(words, i, end)
        } else {
            0
        };
        if event > 0 || work > 0 {
            let kind = if event > 0 {
                MentionKind::Event
            } else {
                MentionKind::Work
            };
            push(out, i, i + event.max(work), kind, 2);
            return i + event.max(work);
        }
    }
    if !words.is_capital(i) {
        if let Some(hit) = hit {
            push_known(words, i, hit, out);
            return i + hit.words;
        }
        return i;
    }
    let w = words.fold(i);
    // Handles and hashtags are no names.
    if words.word(i).starts_with(['@', '#']) {
        return i;
    }
    let upper_abbreviation = words.shape(i) == Shape::Upper && case != Capitals::Upper;
    if hit.is_none()
        && case != Capitals::Upper
        && common::is_function(w)
        && pattern::is_name_like(words, i, end)
        && (case == Capitals::Sentence || words.seen(words.fold(i + 1)).capital > 0)
        && let Some(p) = pattern::person(words, i, end)
    {
        push(out, i, i + p.words, MentionKind::Person, 2);
        return i + p.words;
    }
    if hit.is_none() && (common::is_calendar(w) || common::is_function(w) && !upper_abbreviation) {
        return i;
    }
    if is_slogan_start(words, i) && hit.is_none() {
        return i;
    }
    // The field of an office: "Minister of Foreign Affairs Ana Ruiz".
    if i > 1
        && matches!(words.fold(i - 1), "of" | "for")
        && office::is_office(words.fold(i - 2))
        && hit.is_none()
        && common::is_common(w)
    {
        return field(words, i, end);
    }
    // A known name that the stretch does not outgrow is what it is.
    let stop = pattern::stretch(words, i, end);
    let body = if case == Capitals::Title { usize::MAX } else { 0 };
    let organization = bounded(words, i, pattern::organization(words, i, end), case);
    let place = if case == Capitals::Sentence || body == 0 {
        pattern::place(words, i, end)
    } else {
        bounded(words, i, pattern::place(words, i, end), case)
    };
    let title = pattern::title(words, i, end);
    let known = hit.map_or(0, |h| h.words);
    if let Some(h) = hit
        && known >= organization
        && known >= place
        && (i + known >= stop || !outgrows(words, i, known, stop, h.known))
        && title <= known
    {
        push_known(words, i, h, out);
        return i + known;
    }
    if organization > title && organization >= place {
        if is_event(words, i, organization) {
            push(out, i, i + organization, MentionKind::Event, 2);
        } else if is_bare(words, i, organization) {
            if let Some(h) = hit {
                push_known(words, i, h, out);
            }
            return i + organization;
        } else if !is_remainder(words, i, out) {
            push(out, i, i + organization, MentionKind::Organization, 2);
        }
        return i + organization;
    }
    if place > title {
        push(out, i, i + place, MentionKind::Place, 2);
        return i + place;
    }
    if title > 0 {
        return after_title(words, i, title, end, hit, out);
    }
    stretch(words, i, stop, end, case, hit, out)
}

/// One past the last common word in capitals, "and" and commas between them included.
fn field(words: &View, i: usize, end: usize) -> usize {
    let mut k = i;
    while k < end {
        let w = words.fold(k);
        let joins = matches!(w, "and" | "&" | ",")
            && words.is_capital(k + 1)
            && common::is_common(words.fold(k + 1))
            && !office::is_office(words.fold(k + 1));
        if joins
            || words.is_capital(k)
                && common::is_common(w)
                && !office::is_office(w)
                && gazetteer::longest(words, k, end).is_none()
        {
            k += 1;
        } else {
            break;
        }
    }
    k.max(i)
}

/// In a headline a shape may run on over words that are no part of the name: keep it only where the body shows
/// most of its words with capitals.
fn bounded(words: &View, i: usize, len: usize, case: Capitals) -> usize {
    if case == Capitals::Sentence || len == 0 {
        return len;
    }
    let shown = (i..i + len).all(|k| {
        let seen = words.seen(words.fold(k));
        seen.capital > 0 || !words.is_capital(k)
    });
    if shown { len } else { 0 }
}

/// Whether the words after a known name belong to a longer one: "Paris Hilton", "Jordan Ruiz".
fn outgrows(words: &View, i: usize, known: usize, stop: usize, what: Known) -> bool {
    let next = i + known;
    if next >= stop || !words.is_capital(next) {
        return false;
    }
    let w = words.fold(next);
    if known > 1 || what == Known::Demonym || what == Known::Organization {
        return false;
    }
    if country::by_name(words.word(i)).is_some() && !given_name::is_given(words.fold(i)) {
        return false;
    }
    let other = gazetteer::longest(words, next, stop);
    given_name::is_surname(w) && other.is_none()
        || given_name::is_given(words.fold(i)) && other.is_none() && !common::is_common(w)
}

/// A congress, a war, a cup: "20th National Congress of …".
fn is_event(words: &View, i: usize, len: usize) -> bool {
    let numbered = i > 0
        && words.shape(i - 1) == Shape::Number
        && words.word(i - 1).ends_with(|c: char| c.is_alphabetic());
    numbered
        && (i..i + len).any(|k| {
            matches!(
                words.fold(k),
                "congress" | "assembly" | "session" | "conference" | "forum"
            )
        })
}

/// A people and a common word: "the Chinese Party", "the French Government" name no body of their own.
fn is_bare(words: &View, i: usize, len: usize) -> bool {
    let last = words.fold(i + len - 1);
    len == 2
        && matches!(
            last,
            "party"
                | "state"
                | "government"
                | "side"
                | "company"
                | "group"
                | "team"
                | "board"
                | "front"
                | "programme"
                | "program"
                | "project"
                | "cabinet"
                | "authority"
                | "force"
                | "forces"
                | "police"
                | "navy"
                | "office"
        )
        && (country::by_demonym(words.word(i)).is_some() || country::by_name(words.word(i)).is_some())
}

/// "Communist Party of China (CPC) Central Committee": what follows the bracket is the rest of the name.
fn is_remainder(words: &View, i: usize, out: &[Name]) -> bool {
    i > 0
        && words.word(i - 1) == ")"
        && out
            .last()
            .is_some_and(|n| n.end + 1 == i && n.form == MentionForm::Abbreviation)
        && matches!(
            words.fold(i),
            "central" | "standing" | "political" | "executive" | "national" | "supreme" | "secretariat"
        )
}

/// Whether an opening mark stands in front and the words are a slogan: their capitals name nothing.
fn is_slogan_start(words: &View, i: usize) -> bool {
    i > 0
        && words.is_glued(i)
        && matches!(words.word(i - 1), "“" | "\"" | "‘" | "``")
        && common::is_common(words.fold(i))
}

/// A title in capitals: what stands inside it as a name of its own is kept, the rest is passed over.
fn after_title(
    words: &View,
    i: usize,
    title: usize,
    end: usize,
    hit: Option<gazetteer::Hit>,
    out: &mut Vec<Name>,
) -> usize {
    if let Some(h) = hit.filter(|h| h.words < title) {
        push_known(words, i, h, out);
    }
    let next = i + title;
    if next >= end || !words.is_capital(next) {
        return next;
    }
    if gazetteer::longest(words, next, end).is_some_and(|h| h.words > 1)
        || pattern::organization(words, next, end) > 0 && !given_name::is_given(words.fold(next))
    {
        return next;
    }
    let w = words.fold(next);
    if office::is_office_plural(w) || organization::is_tail(w) && !given_name::is_surname(w) {
        return next;
    }
    if common::is_function(w)
        && words.shape(next) != Shape::Upper
        && w != "to"
        && w != "an"
        && w != "do"
        && w != "so"
        || common::is_calendar(w)
    {
        return next;
    }
    let person = pattern::person(words, next, end).map_or_else(
        || {
            let stop = pattern::stretch(words, next, end);
            let mut k = next;
            while k < stop
                && !office::is_office(words.fold(k))
                && !(k > next && common::is_common(words.fold(k)))
            {
                k += 1;
            }
            k.max(next + 1) - next
        },
        |p| p.words,
    );
    if common::is_common(w) && person == 1 {
        return next;
    }
    if gazetteer::longest(words, next, end)
        .is_some_and(|h| matches!(h.known, Known::Country | Known::Demonym) && h.words >= person)
    {
        return next;
    }
    push(out, next, next + person, MentionKind::Person, 2);
    next + person
}

/// Capitals that no list and no shape explains as a whole.
fn stretch(
    words: &View,
    i: usize,
    stop: usize,
    end: usize,
    case: Capitals,
    hit: Option<gazetteer::Hit>,
    out: &mut Vec<Name>,
) -> usize {
    let w = words.fold(i);
    let opens = words.opens_sentence(i);
    let seen = words.seen(w);
    if let Some(p) = pattern::person(words, i, end) {
        let named = p.sure || seen.capital > 0 || !opens;
        let plausible = !(common::is_common(w)
            && (opens || case != Capitals::Sentence)
            && seen.capital <= seen.lower)
            && !(p.words == 1 && (common::is_common(w) || case != Capitals::Sentence && seen.capital == 0));
        if named && plausible && hit.is_none_or(|h| h.words < p.words) {
            push(
                out,
                i,
                i + p.words,
                MentionKind::Person,
                if p.sure { 2 } else { 1 },
            );
            return i + p.words;
        }
    }
    if let Some(h) = hit {
        push_known(words, i, h, out);
        return i + h.words;
    }
    if common::is_common(w) || words.word(i).chars().count() == 1 {
        // A common word may open a name that goes on: it is passed over, and the rest looked at.
        return i;
    }
    if case != Capitals::Sentence && (seen.capital == 0 || seen.lower > seen.capital) {
        return i;
    }
    if opens && seen.capital == 0 && (seen.lower > 0 || stop == i + 1 && !next_speaks(words, i + 1)) {
        return i;
    }
    // An unknown stretch ends where a known name begins.
    let mut k = i + 1;
    while k < stop {
        if words.is_capital(k)
            && (gazetteer::longest(words, k, end).is_some()
                || pattern::title(words, k, end) > 0
                || case != Capitals::Sentence && common::is_common(words.fold(k)))
        {
            break;
        }
        k += 1;
    }
    if k > i + 1 && words.shape(k - 1) == Shape::Mark {
        k -= 1;
    }
    if words.shape(i) == Shape::Upper
        && (initials::is_no_body(words.word(i)) || k == i + 1 && pattern::is_suffix(words.fold(i)))
    {
        return i;
    }
    let capitals = words.word(i).chars().filter(|c| c.is_uppercase()).count();
    let mixed = capitals >= 2 && words.word(i).len() <= 5 && !words.word(i).contains(['\'', '’', '.']);
    let abbreviation = k == i + 1 && words.word(i).len() >= 2 && (words.shape(i) == Shape::Upper || mixed);
    if abbreviation {
        out.push(Name {
            start: i,
            end: k,
            kind: MentionKind::Organization,
            form: MentionForm::Abbreviation,
            sure: 0,
        });
    } else {
        push(out, i, k, MentionKind::Other, 0);
    }
    k
}

/// Whether a verb of speech or a possessive follows, as after a surname at the start of a sentence.
fn next_speaks(words: &View, k: usize) -> bool {
    matches!(
        words.fold(k),
        "'s" | "said"
            | "says"
            | "told"
            | "added"
            | "noted"
            | "has"
            | "had"
            | "was"
            | "is"
            | "will"
            | "also"
            | "who"
            | "stressed"
            | "expressed"
            | "underscored"
            | "highlighted"
            | "affirmed"
            | "warned"
            | "called"
            | "announced"
            | "and"
    )
}

fn push(out: &mut Vec<Name>, start: usize, end: usize, kind: MentionKind, sure: u8) {
    out.push(Name {
        start,
        end,
        kind,
        form: MentionForm::Name,
        sure,
    });
}

fn push_known(words: &View, i: usize, hit: gazetteer::Hit, out: &mut Vec<Name>) {
    let mut start = i;
    // "The Associated Press" is listed with its article; the name goes without.
    if words.fold(i) == "the" && hit.words > 1 && words.fold(i + 1) != "hague" {
        start += 1;
    }
    let end = i + hit.words;
    let abbreviation = hit.words == 1
        && words.shape(i) == Shape::Upper
        && (organization::by_abbreviation(words.word(i)).is_some()
            || country::by_name(words.word(i)).is_some()
                && words.word(i).chars().filter(|c| c.is_alphabetic()).count() <= 5
                && words.word(i).len() <= 6);
    let form = match hit.known {
        Known::Demonym => demonym_form(words, i, end),
        _ if abbreviation => MentionForm::Abbreviation,
        _ => MentionForm::Name,
    };
    let kind = match hit.known {
        Known::Country | Known::Place => MentionKind::Place,
        Known::Organization => MentionKind::Organization,
        Known::Demonym => MentionKind::Group,
    };
    let sure = if hit.known == Known::Country || hit.words > 1 || hit.known == Known::Demonym {
        2
    } else {
        1
    };
    out.push(Name {
        start,
        end,
        kind,
        form,
        sure,
    });
}

/// "Vietnamese" before a noun is an adjective; "the Vietnamese", "Americans" are people.
pub(super) fn demonym_form(words: &View, i: usize, end: usize) -> MentionForm {
    let w = words.fold(end - 1);
    let plural = w.ends_with('s') && !w.ends_with("ss") || w.ends_with("men");
    let after_the = i > 0 && words.fold(i - 1) == "the";
    let before_noun = words.shape(end) == Shape::Lower && !common::is_function(words.fold(end))
        || words.is_capital(end)
        || matches!(words.word(end), "-" | "–");
    if plural || after_the && !before_noun {
        MentionForm::Name
    } else {
        MentionForm::Demonym
    }
}
