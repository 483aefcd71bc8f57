//! Speakers that only a description tells: "another lawyer, Ana Ruiz", "the agency"; and one who cannot be meant.

use dossier_annotate::view::SUBJECTS;
use dossier_model::{Annotation, LocalId, Mention, MentionKind, Quote, Span};

use super::source;
use super::speaker::{is_personal_pronoun, passage, person_gender, source_gender};
use super::speech::SpeechView;
use crate::grammar::mention::Names;
use dossier_world::office;

/// "When Ruiz asked again, he replied": not the one who asked.
pub(super) fn answers_himself(
    view: &SpeechView,
    names: &Names,
    item: &Annotation<Quote>,
    id: LocalId,
) -> bool {
    dossier_world::words!(ANSWERS = "quote/answer_verbs.txt");
    let (Some(source), Some(cue)) = (item.value.source.first(), item.value.cue.last()) else {
        return false;
    };
    let answers = view.inside(*cue).any(|k| ANSWERS.has_any_case(view.lemma(k)));
    let Some(sentence) = view.sentence_at(source.start).filter(|_| answers) else {
        return false;
    };
    let mut own = names
        .mentions
        .inside(sentence)
        .filter(|m| m.span.end <= source.start && m.value.local == Some(id) && m.value.form.is_name());
    own.any(|m| {
        let end = view.inside(m.span).end;
        (end..end + 6)
            .take_while(|&k| view.span(k).end <= source.start)
            .any(|k| view.is(k, &["asked", "asks", "pressed", "wondered"]))
    })
}

/// "Ms. Ruiz listed what Tom Reed had sold. “…,” she said": whom the main clause of the sentence before in this paragraph
/// is about, where the gender is known and nobody else is named in front of the pronoun.
pub(super) fn subject_before(view: &SpeechView, names: &Names, source: Span) -> Option<LocalId> {
    if !is_personal_pronoun(view, source) {
        return None;
    }
    let start = view.sentence_words(view.inside(source).start).0;
    let own = Span {
        start: view.span(start).start,
        end: source.start,
    };
    let named = |s: Span| {
        let people = names.mentions.inside(s);
        people
            .filter(|m| m.value.kind == MentionKind::Person && m.value.form.is_name())
            .any(|m| view.marked_at(m.span.start).is_none())
    };
    if start == 0 || view.breaks(start) || named(own) {
        return None;
    }
    let (from, to) = view.sentence_words(start - 1);
    if (from..to).any(|k| view.marked_at(view.span(k).start).is_some()) {
        return None;
    }
    let root = (from..to).find(|&k| view.head(k).is_none() && view.is_verb(k))?;
    let subject = view.child(root, SUBJECTS).filter(|&k| k < root)?;
    let at = view.span(subject);
    let until = names.mentions.partition_point(|m| m.span.start <= at.start);
    let near = names.mentions.iter().take(until).skip(until.saturating_sub(4));
    let id = near
        .filter(|m| m.value.kind == MentionKind::Person && m.span.contains(at))
        .find_map(|m| m.value.local)?;
    let told = names.locals.get(id.0 as usize)?.gender;
    let gender = told.or_else(|| person_gender(names, id))?;
    (source_gender(source.of(view.text())) == Some(gender)).then_some(id)
}

/// "another advocate, Ana Ruiz of the firm Lind": the name in apposition to a description, on either side of it.
pub(super) fn beside(view: &SpeechView, names: &Names, source: Span) -> Option<LocalId> {
    let words = view.inside(source);
    let described = view.is(words.start, &["a", "an", "another", "one", "the"]);
    let head = source::head(view, words.start, words.end);
    // "Ana Ruiz, Peru's Chief Cabinet Secretary, said": an office between commas behind the name.
    let titled = !described
        && view.word(words.end) == ","
        && words.clone().any(|k| office::is_office(view.fold(k)))
        && !words
            .clone()
            .any(|k| view.is_in_person(k) || view.is_punct(k) && view.word(k) != "'s");
    if !titled && (!described || view.is_capital(head) || !source::is_speaker(view, head)) {
        return None;
    }
    let person = |m: &&Annotation<Mention>| m.value.kind == MentionKind::Person && m.value.form.is_name();
    let behind = || {
        let name = view.word(words.end) == ",";
        let at = view.span(words.end + 1).start;
        let i = names.mentions.partition_point(|m| m.span.start < at);
        let m = names.mentions.get(i).filter(|m| name && m.span.start == at)?;
        let next = view.inside(m.span).end;
        let closed = view.is_punct(next) && !view.is(next, &["'s", "’s"]) || view.is(next, &["of", "from"]);
        (person(&m) && closed).then_some(m.value.local)?
    };
    let front = || {
        let comma = words.start.checked_sub(1).filter(|&k| view.word(k) == ",")?;
        let end = view.span(comma).start;
        let i = names.mentions.partition_point(|m| m.span.start < end);
        let m = names.mentions.get(i.checked_sub(1)?)?;
        (person(&m) && m.span.end == end && !view.is(words.start, &["another"])).then_some(m.value.local)?
    };
    if titled { front() } else { behind().or_else(front) }
}

/// "The agency said": the one body that the passage names, or the one of the article whose name says so.
pub(super) fn body_again(view: &SpeechView, names: &Names, source: Span) -> Option<LocalId> {
    dossier_world::words!(BODIES = "quote/speaking_bodies.txt");
    let words = view.inside(source);
    if words.len() != 2 || !view.is(words.start, &["the"]) || !view.is_in(words.start + 1, &BODIES) {
        return None;
    }
    let noun = view.fold(words.start + 1);
    let near = passage(view.text(), source.start as usize) as u32;
    let (mut told, mut close): (Vec<LocalId>, Vec<LocalId>) = (Vec::new(), Vec::new());
    let until = names.mentions.partition_point(|m| m.span.end <= source.start);
    for m in names.mentions.iter().take(until) {
        let body = m.value.kind == MentionKind::Organization && m.value.form.is_name();
        let Some(id) = m.value.local.filter(|_| body) else {
            continue;
        };
        let name = names.locals.get(id.0 as usize).map_or("", |l| l.name.as_str());
        let says = name.split_whitespace().any(|w| w.eq_ignore_ascii_case(noun));
        if says && !told.contains(&id) {
            told.push(id);
        }
        if m.span.start >= near && view.marked_at(m.span.start).is_none() && !close.contains(&id) {
            close.push(id);
        }
    }
    match (&told[..], &close[..]) {
        ([one], _) | ([], [one]) => Some(*one),
        _ => None,
    }
}
