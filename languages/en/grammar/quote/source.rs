//! Whether the words in front of a reporting verb can be somebody who speaks, and where they begin and end.

use dossier_annotate::view::SUBJECTS;
use dossier_model::{Deprel, Quote, Span, Upos};

use super::noun::TEXT_NOUNS;
use super::speech::SpeechView;
use dossier_world::office;

dossier_world::words!(DATA_NOUNS = "quote/data_nouns.txt");
dossier_world::words!(PERIOD_NOUNS = "quote/period_nouns.txt");
dossier_world::words!(HAPPENINGS = "quote/happenings.txt");
dossier_world::words!(ABSTRACT_ENDINGS = "quote/abstract_endings.txt");
dossier_world::words!(SPEAKING_NOUNS = "quote/speaking_nouns.txt");
dossier_world::words!(LOOSE_ENDS = "quote/loose_ends.txt");
dossier_world::words!(PEOPLE = "mention/plain_people.txt");
dossier_world::words!(SPEAKERS = "quote/headline_speakers.txt");
dossier_world::words!(NO_SPEAKERS = "quote/no_speakers.txt");
dossier_world::words!(LOOSE_STARTS = "quote/loose_starts.txt");

/// Words of a source at most.
const LONGEST: usize = 60;

/// Whether the word is a stretch of time; "May" is a person as well.
fn is_period(view: &SpeechView, i: usize) -> bool {
    view.is_in(i, &PERIOD_NOUNS) || view.is_weekday(i) || (view.is_month(i) && !view.is(i, &["may"]))
}

/// The words `from..to` as a source, or nothing where nobody who speaks is named.
pub(super) fn fit(view: &SpeechView, (from, to): (usize, usize)) -> Option<(usize, usize)> {
    if view.is(from, &["who", "which", "that"]) && to == from + 1 {
        // "a term that suggests": a thing that a clause describes says nothing.
        return antecedent(view, from).filter(|&(a, b)| {
            let noun = head(view, a, b);
            view.is(from, &["who"]) || view.is_capital(noun) || is_speaker(view, noun)
        });
    }
    let (from, to) = tidy(view, out_of_brackets(view, (from, to)))?;
    if !view.is_parsed() {
        return Some((from, to));
    }
    if has_clause(view, from, to)
        || has_two_subjects(view, from, to)
        || (to == from + 1 && view.upos(from) == Upos::Adv)
    {
        return None;
    }
    // What describes the noun behind it has nouns of its own.
    let stop = (from + 1..to)
        .find(|&k| {
            matches!(view.word(k), "," | "(" | "—" | "–")
                || view.is(k, &["who", "whose", "which", "that", "where"])
                || (view.upos(k) == Upos::Verb && view.deprel(k) == Deprel::Acl)
        })
        .unwrap_or(to);
    let head = head(view, from, stop);
    speaks(view, head).then_some((from, to))
}

/// The same for a stretch of text beside words between marks: who utters words can have any name.
pub(super) fn fit_span(view: &SpeechView, source: Span) -> Option<Span> {
    let words = view.inside(source);
    let (from, to) = tidy(view, (words.start, words.end))?;
    if view.is(from, &["who", "which", "that"]) && to == from + 1 {
        return antecedent(view, from).and_then(|s| view.stretch(s.0, s.1));
    }
    // "interviewing her then said": the verb of another clause, not a noun phrase.
    let opens = view.sentence_words(from).0 == from;
    let verbal = view.upos(from) == Upos::Verb
        && (opens || !view.is_capital(from))
        && !matches!(view.deprel(from), Deprel::Amod | Deprel::Compound)
        && view.head(from).is_none_or(|h| h < from || h >= to);
    if verbal {
        return None;
    }
    let last = head(view, from, to);
    (!view.is_in(last, &DATA_NOUNS) && !is_period(view, last) && !is_abstract(view, last))
        .then(|| view.stretch(from, to))
        .flatten()
}

/// "Tom Lind (Green)": what stands alone in brackets goes with the name in front of them.
fn out_of_brackets(view: &SpeechView, (from, to): (usize, usize)) -> (usize, usize) {
    let close = if view.word(to - 1) == ")" { to - 1 } else { to };
    if from == 0 || view.word(from - 1) != "(" || view.word(close) != ")" {
        return (from, to);
    }
    let limit = view.sentence_words(from).0;
    view.phrase_before(close + 1, limit)
        .filter(|p| p.0 < from)
        .map_or((from, to), |p| (p.0, close + 1))
}

/// Without the loose ends of a phrase that was cut short; nothing where no source can begin or end so.
fn tidy(view: &SpeechView, (from, mut to): (usize, usize)) -> Option<(usize, usize)> {
    let whole = to;
    if to.saturating_sub(from) > LONGEST + 4 {
        return None;
    }
    let is_mark = |k: &usize| view.is_quotation_mark(*k) && !matches!(view.word(*k), "'" | "’");
    let closes = |k: usize| {
        view.word(k) == ")" && (from..k).any(|o| view.word(o) == "(")
            || is_mark(&k) && (from..k).filter(is_mark).count() % 2 == 1
    };
    let loose = |k: usize| view.is_in(k, &LOOSE_ENDS) || view.is_punct(k) && !closes(k);
    while to > from + 1 && whole - to < 4 && loose(to - 1) {
        to -= 1;
    }
    // "A source with “knowledge of the matter” said": the mark that closes goes with the one that opens.
    let is_half = |to: usize| (from..to).filter(is_mark).count() % 2 == 1;
    if is_half(to) {
        to += match (is_mark(&to), is_mark(&(to + 1))) {
            (true, _) => 1,
            (false, true) if view.is_punct(to) => 2,
            _ => 0,
        };
    }
    // One mark of a pair: the phrase was cut out of what somebody else said.
    let cut = is_half(to);
    let is_nobody = to == from + 1 && view.is_in(from, &NO_SPEAKERS);
    let is_whole = !cut && !is_nobody && from < to && to - from <= LONGEST;
    let fits = is_whole && !view.is_in(to - 1, &LOOSE_ENDS) && !view.is_in(from, &LOOSE_STARTS);
    fits.then_some((from, to))
}

/// "the man who said": the noun phrase that the relative clause describes.
fn antecedent(view: &SpeechView, who: usize) -> Option<(usize, usize)> {
    let by_tree = || {
        let verb = view.head(who)?;
        if view.deprel(verb) != Deprel::AclRelcl {
            return None;
        }
        let noun = view.head(verb).filter(|&n| n < who)?;
        let mut from = view.extent(noun).0;
        // The preposition in front governs the noun phrase and is none of it.
        while from < noun
            && (view.is_punct(from) || matches!(view.upos(from), Upos::Adp | Upos::Cconj | Upos::Sconj))
        {
            from += 1;
        }
        let mut to = who;
        while to > noun + 1 && view.is_punct(to - 1) {
            to -= 1;
        }
        (from < to).then_some((from, to))
    };
    let noun = by_tree().or_else(|| beside(view, who))?;
    (!view.is(noun.0, &["who"])).then(|| fit(view, noun)).flatten()
}

/// "Ruiz, who said": the pronoun belongs to the source beside the words that it stands for.
pub(super) fn with_relative(view: &SpeechView, quote: &mut Quote) {
    let (Some(source), Some(cue)) = (quote.source.last(), quote.cue.first()) else {
        return;
    };
    if source.end > cue.start || cue.start - source.end > 12 {
        return;
    }
    let between = view.inside(Span {
        start: source.end,
        end: cue.start,
    });
    let pronoun = between.clone().find(|&i| !view.is_punct(i));
    if let Some(i) = pronoun.filter(|&i| i + 1 == between.end && view.is(i, &["who", "which", "that"])) {
        quote.source.push(view.span(i));
    }
}

/// "Olsen, a nurse" of "April Olsen, a nurse, said": a source takes in the name whose middle it begins with.
pub(super) fn with_name(view: &SpeechView, quote: &mut Quote) {
    let Some(source) = quote.source.first_mut() else {
        return;
    };
    let first = view.inside(*source).start;
    if let Some(start) = view.person_start(first).filter(|&k| k < first) {
        let from = view.span(start).start;
        let taken = quote
            .content
            .iter()
            .chain(&quote.cue)
            .any(|c| c.start < source.start && c.end > from);
        if !taken {
            source.start = from;
        }
    }
}

/// The noun phrase that ends right in front of "who", by the parts of speech.
fn beside(view: &SpeechView, who: usize) -> Option<(usize, usize)> {
    let mut to = who;
    while to > 0 && who - to < 2 && view.word(to - 1) == "," {
        to -= 1;
    }
    let mut from = to;
    while from > 0
        && to - from < 12
        && matches!(
            view.upos(from - 1),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num | Upos::Pron
        )
    {
        from -= 1;
    }
    (from < to && matches!(view.upos(to - 1), Upos::Noun | Upos::Propn | Upos::Pron)).then_some((from, to))
}

/// Whether a clause of its own lies inside, not as a description of the noun in front of it.
fn has_clause(view: &SpeechView, from: usize, to: usize) -> bool {
    let (mut apposed, mut described) = (false, false);
    for k in from..to {
        if matches!(view.word(k), "," | "(" | "—" | "–") {
            apposed = true;
        }
        if view.is(k, &["who", "whose", "which", "that", "where"]) {
            described = true;
        }
        if described || !matches!(view.upos(k), Upos::Verb | Upos::Aux) {
            continue;
        }
        let own = view.children_by(k, SUBJECTS).any(|s| s >= from && s < k);
        let relation = view.deprel(k);
        if apposed {
            // "anything, the port is old": behind a comma a clause has a subject of its own.
            if own && !matches!(relation, Deprel::Acl | Deprel::AclRelcl) {
                return true;
            }
            continue;
        }
        let w = view.word(k);
        // Participles in front of a noun and behind it, and capitals in names.
        let modifies = matches!(relation, Deprel::Amod | Deprel::Compound)
            || matches!(relation, Deprel::Acl | Deprel::AclRelcl) && !own
            || w.ends_with("ing")
            || view.is_capital(k)
            || view.upos(k) == Upos::Aux && w.starts_with(['\'', '’']);
        if !modifies {
            return true;
        }
    }
    false
}

/// "one of three things officials said": two nouns that stand side by side as subjects are no phrase.
fn has_two_subjects(view: &SpeechView, from: usize, to: usize) -> bool {
    let stop = (from..to).find(|&k| view.is_punct(k)).unwrap_or(to);
    let joined = |k: usize| view.head(k).is_some_and(|h| h >= from && h < stop);
    (from..stop)
        .filter(|&k| matches!(view.deprel(k), Deprel::Nsubj | Deprel::NsubjPass))
        .filter(|&k| !joined(k) || view.head(k).is_some_and(|h| view.deprel(h) == Deprel::Nsubj))
        .count()
        > 1
}

/// The word of the phrase that the others depend on.
pub(super) fn head(view: &SpeechView, from: usize, to: usize) -> usize {
    (from..to)
        .find(|&k| {
            matches!(view.upos(k), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
                && view.head(k).is_none_or(|h| h < from || h >= to)
        })
        .unwrap_or(to - 1)
}

/// Whether a noun in small letters is surely somebody who speaks, or a text that is read.
pub(super) fn is_speaker(view: &SpeechView, noun: usize) -> bool {
    let w = view.fold(noun);
    office::is_office(w)
        || office::is_office_plural(w)
        || office::is_relative(w)
        || SPEAKING_NOUNS.has(w)
        || w.strip_suffix('s')
            .is_some_and(|s| SPEAKING_NOUNS.has(s) || PEOPLE.has(s))
        || PEOPLE.has(w)
        || TEXT_NOUNS.has(w)
        || SPEAKERS.has(w)
}

/// Whether a noun can be a speaker: only what is surely none is sent away.
fn speaks(view: &SpeechView, noun: usize) -> bool {
    if view.is_in(noun, &DATA_NOUNS) || is_period(view, noun) {
        return false;
    }
    // A capital is a name's, but for the first word of a sentence.
    if view.is_capital(noun) && view.upos(noun) == Upos::Propn {
        return true;
    }
    if view.is_in(noun, &HAPPENINGS) {
        return false;
    }
    !is_abstract(view, noun)
}

/// Whether a noun in small letters names something abstract that does not speak: "confusion", not "commission".
fn is_abstract(view: &SpeechView, noun: usize) -> bool {
    let w = view.word(noun);
    let ends = w.len() > 6 && ABSTRACT_ENDINGS.iter().any(|e| w.ends_with(e));
    ends && view.upos(noun) != Upos::Propn && !SPEAKING_NOUNS.has_any_case(w)
}
