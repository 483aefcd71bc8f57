//! How a clause tells an event: the verb in the form that goes with the event's status, with what it needs, "accused Peru
//! of dumping steel".

mod kept;
mod print;
mod scene;

use dossier_model::{Annotation, Deprel, EventMention, EventType, Span, Status, ToldClause, Upos};
use dossier_world::latin;

use super::phrase::EMPTY;
use super::{Reading, small};
use crate::grammar::inflection::{participle, past};
use kept::Kept;
use scene::Scene;

/// Words of a subject that has no name.
const MOST_OF_SUBJECT: usize = 8;

/// The clause of one event; `None` where no verb tells it, or what it says does not stand by itself.
pub(super) fn find(reading: &Reading<'_>, event: &Annotation<EventMention>) -> Option<ToldClause> {
    let tokens = &reading.notes.tokens;
    let sentence = reading.notes.sentence_at(event.span.start)?;
    let verb = tokens.inside(event.span).find(|&i| is_telling(reading, i))?;
    let scene = Scene {
        reading,
        sentence,
        verb,
        predicate: event.span,
        about: event.value.object,
        kind: event.value.kind,
    };
    if let Some(told) = undergone(&scene, &event.value) {
        return Some(told);
    }
    let form = form(&scene, &event.value)?;
    let patient = scene.patient();
    if patient.is_none() && scene.lacks_object() {
        return None;
    }
    if scene.is_passive() && (patient.is_none() || event.value.sources.is_empty()) {
        return None;
    }
    let kept = Kept::of(&scene, patient).or_else(|| bare(&scene, &event.value))?;
    if says_too_little(&scene, &kept) {
        return None;
    }
    let acts_inside = |span: Span| tokens.inside(span).any(|i| kept.has(i));
    let sources = &event.value.sources;
    if sources.iter().any(|s| acts_inside(s.span)) || !is_subject(&scene, sources.iter().map(|s| s.span)) {
        return None;
    }
    let printed = if kept.words.is_empty() {
        String::new()
    } else {
        print::words(&scene, &kept, &event.value)?
    };
    Some(clause(
        subject(&scene),
        format!("{form} {printed}").trim_end(),
        &printed,
    ))
}

/// "Passed a resolution", "blocked the app", "adopted sanctions": which one, nobody outside can tell. What is said of somebody or
/// done to him needs no more.
fn says_too_little(scene: &Scene<'_>, kept: &Kept) -> bool {
    let is_enough = matches!(
        scene.kind,
        EventType::Statement
            | EventType::Resignation
            | EventType::Dismissal
            | EventType::Arrest
            | EventType::Trial
            | EventType::Sentence
    );
    let is_empty = |i: &&usize| {
        matches!(
            scene.upos(**i),
            Upos::Det | Upos::Adp | Upos::Punct | Upos::Part | Upos::Cconj
        )
    };
    let mut words = kept.words.iter().filter(|i| !is_empty(i));
    let is_one_noun = words.next().is_some_and(|&i| scene.upos(i) == Upos::Noun) && words.next().is_none();
    let is_known =
        scene.kind == EventType::Vote && kept.words.iter().any(|&i| *scene.reading.low(i) == *"the");
    !is_enough && is_one_noun && !is_known
}

/// A clause with its key words.
fn clause(subject: Option<String>, words: &str, printed: &str) -> ToldClause {
    let mut key = latin::parts(printed);
    key.retain(|w| !EMPTY.has(w) && w.len() > 2);
    key.sort_unstable();
    key.dedup();
    ToldClause {
        subject,
        words: words.to_owned(),
        key,
    }
}

/// A verb that needs nothing behind it: "the two split".
fn bare(scene: &Scene<'_>, event: &EventMention) -> Option<Kept> {
    let is_whole = event.kind == EventType::Other
        && event.plover.is_none()
        && event.targets.is_empty()
        && event.object.is_none()
        && !scene
            .children(scene.verb)
            .any(|k| k > scene.verb && scene.needs(k) && !scene.is_time(k));
    is_whole.then(Kept::nothing)
}

/// What was done to somebody or something by nobody told: "The app was removed from the store".
fn undergone(scene: &Scene<'_>, event: &EventMention) -> Option<ToldClause> {
    let is_act = matches!(
        event.kind,
        EventType::Other
            | EventType::Trial
            | EventType::Sentence
            | EventType::Arrest
            | EventType::Dismissal
            | EventType::Appointment
            | EventType::Election
    );
    let is_fit = is_act && event.status == Status::Past && event.sources.is_empty();
    if !is_fit || event.targets.is_empty() && event.object.is_none() {
        return None;
    }
    let reading = scene.reading;
    let tokens = &reading.notes.tokens;
    let head = scene
        .children(scene.verb)
        .find(|&k| k < scene.verb && matches!(tokens.deprel(k), Deprel::NsubjPass | Deprel::Nsubj))?;
    let is_patient = |s: &Span| s.contains(tokens.span(head));
    let mut patients = event.targets.iter().map(|t| t.span).chain(event.object);
    if !patients.any(|s| is_patient(&s)) {
        return None;
    }
    let subject = if tokens.upos(head) == Upos::Pron {
        name_of_pronoun(reading, tokens.span(head))?.to_owned()
    } else {
        print::phrase(scene, &Kept::of_phrase(scene, head))?
    };
    // "The rocket Pol | -12 was launched": a name that goes on.
    let mut end = head + 1;
    while end < tokens.len() && matches!(tokens.deprel(end), Deprel::Flat | Deprel::FlatName) {
        end += 1;
    }
    let is_glued = end < tokens.len() && tokens.span(end).start == tokens.span(end - 1).end;
    let is_cut = is_glued && &*reading.low(end) == "-";
    if subject.ends_with("’s") || subject.ends_with("'s") || is_cut {
        return None;
    }
    let is_many = scene.is_list(head)
        || scene.children(head).any(|k| tokens.deprel(k) == Deprel::Conj)
        || tokens.upos(head) != Upos::Propn
            && reading.low(head).ends_with('s')
            && !tokens.lemma(head).ends_with('s');
    let kept = Kept::of(scene, None);
    let printed = match &kept {
        Some(kept) => print::words(scene, kept, event)?,
        // "She was charged": with what, a reader wants to know.
        None if scene.has_complement() || event.kind != EventType::Other => return None,
        None => String::new(),
    };
    let be = if is_many { "were" } else { "was" };
    let participle = participle(&reading.low(scene.verb), tokens.lemma(scene.verb));
    let words = format!("{be} {participle} {printed}");
    let all = format!("{subject} {printed}");
    Some(clause(Some(subject), words.trim_end(), &all))
}

/// The name of the one whom the pronoun at `at` stands for.
fn name_of_pronoun<'r>(reading: &'r Reading<'_>, at: Span) -> Option<&'r str> {
    let mention = reading.notes.mentions.inside(at).next()?;
    let local = mention.value.local?;
    Some(reading.notes.local(local)?.name.as_str())
}

/// Whether a word is a verb that tells, no participle in front of a noun.
fn is_telling(reading: &Reading<'_>, i: usize) -> bool {
    let tokens = &reading.notes.tokens;
    tokens.upos(i) == Upos::Verb
        && !matches!(
            tokens.deprel(i),
            Deprel::Amod | Deprel::Compound | Deprel::Case | Deprel::NmodPoss
        )
}

/// The verb as the label prints it.
fn form(scene: &Scene<'_>, event: &EventMention) -> Option<String> {
    let reading = scene.reading;
    let tokens = &reading.notes.tokens;
    let lemma = tokens.lemma(scene.verb);
    let word = reading.low(scene.verb);
    let is_denied = scene
        .children(scene.verb)
        .any(|k| matches!(&*reading.low(k), "not" | "n't" | "n’t" | "never"));
    match event.status {
        Status::Past if !is_denied => Some(past(&word, lemma)),
        Status::Planned if !is_denied => Some(format!("to {lemma}")),
        Status::Denied if is_denied => Some(format!("did not {lemma}")),
        Status::UnderWay if event.kind == EventType::Anniversary && !word.ends_with("ing") => {
            Some(past(&word, lemma))
        }
        Status::UnderWay if !is_denied => {
            let is = scene.children(scene.verb).map(|k| reading.low(k));
            let is = is.filter(|w| matches!(&**w, "is" | "are")).last()?;
            word.ends_with("ing").then(|| format!("{is} {word}"))
        }
        _ => None,
    }
}

/// Whether those who act are the verb's subject, as far as it has one of its own.
fn is_subject(scene: &Scene<'_>, mut sources: impl Iterator<Item = Span>) -> bool {
    let tokens = &scene.reading.notes.tokens;
    let mut own = scene
        .children(scene.verb)
        .filter(|&k| matches!(tokens.deprel(k), Deprel::Nsubj | Deprel::OblAgent))
        .peekable();
    let Some(&first) = own.peek() else { return true };
    if scene.is_passive() && tokens.deprel(first) == Deprel::Nsubj {
        return true;
    }
    let is_relative = tokens.upos(first) == Upos::Pron;
    let below: Vec<usize> = own.flat_map(|k| scene.below(k)).collect();
    is_relative || sources.all(|s| tokens.inside(s).any(|i| below.contains(&i)))
}

/// The words of a subject without a name, without the article in front.
fn subject(scene: &Scene<'_>) -> Option<String> {
    let tokens = &scene.reading.notes.tokens;
    let head = scene
        .children(scene.verb)
        .find(|&k| tokens.deprel(k) == Deprel::Nsubj && k < scene.verb)?;
    // "Two days after Peru signed": the tree may hang the preposition on the subject.
    let has_case = scene
        .children(head)
        .any(|k| k < head && tokens.deprel(k) == Deprel::Case);
    if !matches!(tokens.upos(head), Upos::Noun | Upos::Propn) || has_case {
        return None;
    }
    let kept = Kept::of_phrase(scene, head);
    let words = print::phrase(scene, &kept)?;
    let words = words
        .strip_prefix("the ")
        .or_else(|| words.strip_prefix("The "))
        .unwrap_or(&words);
    let count = words.split_whitespace().count();
    let is_vague = matches!(
        small(words.split_whitespace().next()?).as_ref(),
        "a" | "an" | "some"
    );
    ((2..=MOST_OF_SUBJECT).contains(&count) && !is_vague).then(|| words.to_owned())
}
