//! Whom the words of a source name.

use dossier_model::{Annotation, Gender, LocalId, Mention, MentionForm, MentionKind, Quote, Span, Upos};

use super::described;
use super::speech::SpeechView;
use crate::grammar::mention::Names;
use dossier_world::fold::fold;
use dossier_world::{country, given_name, office};

dossier_world::words!(HEAD_BREAKS = "quote/head_breaks.txt");
dossier_world::words!(ATTRIBUTE_PREPOSITIONS = "quote/attribute_prepositions.txt");

/// Fills in the speakers, in text order, so that "he" can look back.
pub(super) fn resolve(view: &SpeechView, names: &Names, items: &mut [Annotation<Quote>]) {
    let mut before: Option<(LocalId, u32)> = None;
    // Where somebody was quoted last whom the article's names do not tell.
    let mut unknown: Option<u32> = None;
    // Whether the last speaker was told by an office instead of a name.
    let mut described = false;
    for item in items {
        let Some(&source) = item.value.source.first() else {
            continue;
        };
        let pronoun = is_personal_pronoun(view, source);
        let by_name = named(view, names, source)
            .filter(|_| !(pronoun && unknown.is_some_and(|at| is_near(view, at, source))));
        let again = same_again(view, names, source, before);
        let by_name = by_name.filter(|id| !(pronoun && described::answers_himself(view, names, item, *id)));
        let speaker = match (by_name, again) {
            // Two readings of one pronoun: the one just quoted where only an office told who that was.
            (Some(a), Some(b)) if pronoun && a != b => again.filter(|_| described),
            _ => by_name
                .or(again)
                .or_else(|| only_holder(view, names, source))
                .or_else(|| described::subject_before(view, names, source))
                .or_else(|| described::beside(view, names, source))
                .or_else(|| described::body_again(view, names, source)),
        };
        if !pronoun {
            described = by_name.is_none();
        }
        item.value.speaker = speaker;
        if !pronoun {
            unknown = speaker.is_none().then_some(source.end);
        }
        if let Some(s) = speaker.filter(|s| is_person(names, *s)) {
            before = Some((s, source.end));
        } else if speaker.is_some() || !pronoun {
            before = None;
        }
    }
}

/// Whether the source stands in the paragraph of the byte `at` or in the next one.
fn is_near(view: &SpeechView, at: u32, source: Span) -> bool {
    view.text()
        .get(at as usize..source.start as usize)
        .is_some_and(|t| t.len() < 2_000 && t.matches('\n').count() <= 2)
}

fn is_person(names: &Names, id: LocalId) -> bool {
    names
        .locals
        .get(id.0 as usize)
        .is_some_and(|l| l.kind == MentionKind::Person)
}

pub(super) fn is_personal_pronoun(view: &SpeechView, source: Span) -> bool {
    ["he", "she"]
        .iter()
        .any(|p| p.eq_ignore_ascii_case(source.of(view.text())))
}

/// The bearer of the mention that heads the source.
fn named(view: &SpeechView, names: &Names, source: Span) -> Option<LocalId> {
    let held: Vec<&Annotation<Mention>> = names
        .mentions
        .inside(source)
        .filter(|m| m.value.local.is_some() && !is_initials(view, m))
        .collect();
    // Two speak together: no single person does.
    if view.is(view.inside(source).start, &["both"]) {
        return None;
    }
    let until = names.mentions.partition_point(|m| m.span.start <= source.start);
    let whole = names
        .mentions
        .iter()
        .take(until)
        .skip(until.saturating_sub(16))
        .find(|m| m.span.contains(source) && m.value.local.is_some() && m.value.form != MentionForm::Demonym);
    if held.is_empty() {
        return whole
            .filter(|m| may_speak(view, names, m))
            .and_then(|m| m.value.local);
    }
    // "Obama Education Secretary Arne Duncan": of names side by side the last is the head.
    let head = held.iter().rposition(|m| {
        m.value.kind == MentionKind::Person
            && m.value.form.is_name()
            && is_behind_title(view, source, m)
            && !is_attribute(view, names, source, m)
    });
    if let Some(m) = head.and_then(|i| held.get(i)) {
        return m.value.local;
    }
    // The person who is the head: a name no preposition and no possessive makes a mere attribute.
    if let Some(m) = held.iter().find(|m| {
        m.value.kind == MentionKind::Person
            && m.value.form.is_name()
            && !qualifies(view, source, m)
            && !is_attribute(view, names, source, m)
    }) {
        return m.value.local;
    }
    // A nominal or a pronoun that starts the source: "the ambassador", "he".
    let starts = |m: &&&Annotation<Mention>| {
        let lead = view
            .text()
            .get(source.start as usize..m.span.start as usize)
            .unwrap_or("")
            .trim();
        lead.is_empty()
            || ["the", "a", "an", "both", "all"]
                .iter()
                .any(|d| d.eq_ignore_ascii_case(lead))
    };
    if let Some(m) = held.iter().find(|m| {
        let rest = view
            .text()
            .get(m.span.end as usize..source.end as usize)
            .unwrap_or("x")
            .trim();
        // "his relatives" are not he.
        let whole = rest.is_empty() || rest.starts_with(',') || rest.starts_with('(');
        matches!(m.value.form, MentionForm::Nominal | MentionForm::Pronoun) && starts(m) && whole
    }) {
        return m.value.local;
    }
    // An organisation or a country that makes up the whole source: "the ministry", "China".
    held.iter()
        .find(|m| {
            let rest = view
                .text()
                .get(m.span.end as usize..source.end as usize)
                .unwrap_or("")
                .trim();
            m.value.form != MentionForm::Demonym
                && may_speak(view, names, m)
                && m.value.kind != MentionKind::Person
                && starts(m)
                && (rest.is_empty() || rest.starts_with(',') || rest.starts_with('('))
        })
        .and_then(|m| m.value.local)
}

/// Whether what is named can speak: people, bodies and countries do, towns and things do not, but for the seats of
/// governments, whose names stand for them.
fn may_speak(view: &SpeechView, names: &Names, m: &Annotation<Mention>) -> bool {
    dossier_world::words!(SEATS = "quote/seats_of_power.txt");
    match m.value.kind {
        MentionKind::Place => {
            let state = m
                .value
                .local
                .and_then(|l| names.locals.get(l.0 as usize))
                .is_some_and(|l| l.is_country);
            let name = m.span.of(view.text());
            state || country::by_capital(name).is_some() || SEATS.has(&fold(name))
        }
        MentionKind::Work => false,
        _ => true,
    }
}

/// Whether a person's name is printed like the initials of a body: "UN".
fn is_initials(view: &SpeechView, m: &Annotation<Mention>) -> bool {
    let words = m.span.of(view.text());
    m.value.kind == MentionKind::Person && words.len() <= 3 && words.chars().all(char::is_uppercase)
}

/// Whether a name ends the first part of the source, with nothing but a title and another name in front.
fn is_behind_title(view: &SpeechView, source: Span, m: &Annotation<Mention>) -> bool {
    let words = view.inside(Span {
        start: source.start,
        end: m.span.start.max(source.start),
    });
    let own = view.inside(m.span);
    let ends = m.span.end >= source.end || view.is_punct(own.end);
    let plain = words
        .clone()
        .all(|k| !view.is_punct(k) && !view.is_in(k, &HEAD_BREAKS));
    let title = words
        .clone()
        .any(|k| office::is_office(view.fold(k)) || office::is_rank(view.fold(k)));
    ends && plain && title && words.clone().any(|k| view.is_in_person(k))
}

/// Whether a name only qualifies the noun behind it: "a Trump adviser", "Ruiz supporters".
fn qualifies(view: &SpeechView, source: Span, m: &Annotation<Mention>) -> bool {
    let next = view.inside(m.span).end;
    let inside = m.span.end < source.end && !view.is_punct(next);
    let noun = matches!(view.upos(next), Upos::Noun) && !view.is_in_person(next);
    inside && noun && !view.is_time(next)
}

/// Whether a name inside the source only describes its head: "a spokesman for Ana Ruiz", "Ruiz's lawyer".
fn is_attribute(view: &SpeechView, names: &Names, source: Span, m: &Annotation<Mention>) -> bool {
    let behind = view
        .text()
        .get(m.span.end as usize..source.end as usize)
        .unwrap_or("");
    if behind.starts_with("'s ")
        || behind.starts_with("’s ")
        || behind.starts_with("' ")
        || behind.starts_with("’ ")
    {
        return true;
    }
    // A title in front belongs to the name.
    let mut start = m.span.start;
    for r in names.roles.inside(source) {
        if Some(r.value.holder) == m.value.local && r.span.end <= m.span.start {
            let between = view
                .text()
                .get(r.span.end as usize..m.span.start as usize)
                .unwrap_or(" x ");
            if between.trim().is_empty() {
                start = start.min(r.span.start);
            }
        }
    }
    let words = view.inside(Span {
        start: source.start,
        end: start.max(source.start),
    });
    let mut i = words.end;
    // Capitalised words right in front are a title that nobody marked.
    while i > words.start && view.is_capital(i - 1) && !view.is_punct(i - 1) {
        i -= 1;
    }
    // "Minister of Foreign Affairs Ana Ruiz", "Ambassador to Peru Kari Lund": the capitals in front of the
    // preposition and the place or office behind it are the title's.
    dossier_world::words!(TITLES_BEFORE_NAMES = "quote/titles_before_names.txt");
    if i < words.end
        && i >= words.start + 2
        && view.is(i - 1, &["of", "for", "and", "to"])
        && view.is_capital(i - 2)
        && !view.is_in(i, &TITLES_BEFORE_NAMES)
        // "the chairs from Jeffers and Arapo": only a title joins so.
        && (!view.is(i - 1, &["and"])
            || (words.start..i).any(|k| office::is_office(view.fold(k)) || office::is_rank(view.fold(k))))
    {
        return false;
    }
    i > words.start && view.is_in(i - 1, &ATTRIBUTE_PREPOSITIONS)
}

dossier_world::words!(CALLINGS = "quote/callings.txt");

/// "He", "she" or "the expert" after somebody who was quoted right before.
fn same_again(
    view: &SpeechView,
    names: &Names,
    source: Span,
    before: Option<(LocalId, u32)>,
) -> Option<LocalId> {
    let (id, at) = before?;
    let words = source.of(view.text());
    let title = words
        .get(..4)
        .filter(|t| t.eq_ignore_ascii_case("the "))
        .and_then(|_| words.get(4..));
    let holds = |who: LocalId, noun: &str| {
        names.roles.iter().any(|r| {
            r.value.holder == who
                && r.value
                    .title
                    .of(view.text())
                    .split(|c: char| !c.is_alphabetic())
                    .any(|w| w.eq_ignore_ascii_case(noun))
        })
    };
    // An office that the last speaker is known to hold can only mean another who holds it too.
    let office = title.filter(|noun| !noun.contains(' ') && holds(id, noun));
    let matches = match title {
        Some(noun) => office.is_some() || CALLINGS.has_any_case(noun) || is_age(noun),
        None => is_personal_pronoun(view, source),
    };
    let gender = source_gender(source.of(view.text()));
    if gender.is_some() && disagree(gender, person_gender(names, id)) {
        return None;
    }
    // Somebody else named in between could be meant, unless the pronoun does not fit them.
    let between = Span {
        start: at,
        end: source.start.max(at),
    };
    let other = names.mentions.inside(between).any(|m| {
        m.value.kind == MentionKind::Person
            && m.value.form.is_name()
            // Whom the quotation speaks of does not speak.
            && view.marked_at(m.span.start).is_none()
            && m.value.local.is_some_and(|l| {
                l != id
                    && !disagree(gender, person_gender(names, l))
                    && office.is_none_or(|noun| holds(l, noun))
            })
    });
    let paragraphs = view
        .text()
        .get(between.range())
        .map_or(9, |t| t.matches('\n').count());
    // A paragraph that starts with the pronoun goes on with the one who spoke in the paragraph before.
    let leads = title.is_none()
        && view
            .text()
            .get(..source.start as usize)
            .is_some_and(|t| t.ends_with('\n'));
    (matches && (!other || leads) && paragraphs <= 2).then_some(id)
}

/// "the 52-year-old"
fn is_age(noun: &str) -> bool {
    noun.strip_suffix("-year-old")
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// The gender of "he" and "she".
pub(super) fn source_gender(words: &str) -> Option<Gender> {
    if words.eq_ignore_ascii_case("he") {
        Some(Gender::Male)
    } else if words.eq_ignore_ascii_case("she") {
        Some(Gender::Female)
    } else {
        None
    }
}

/// The gender that a given name states.
pub(super) fn person_gender(names: &Names, id: LocalId) -> Option<Gender> {
    let local = names.locals.get(id.0 as usize)?;
    let first = fold(local.name.split_whitespace().next()?);
    if given_name::is_female(&first) {
        Some(Gender::Female)
    } else if given_name::is_male(&first) {
        Some(Gender::Male)
    } else {
        None
    }
}

fn disagree(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// "The deputy minister", "the Norwegian minister" where one person alone, in the article or in the passage
/// right before, holds an office of that name.
fn only_holder(view: &SpeechView, names: &Names, source: Span) -> Option<LocalId> {
    let words = source.of(view.text());
    let title = words
        .get(..4)
        .filter(|t| t.eq_ignore_ascii_case("the "))
        .and_then(|_| words.get(4..))?;
    let mut wanted: Vec<&str> = title.split_whitespace().collect();
    let country = wanted
        .first()
        .and_then(|w| country::by_demonym(w).or_else(|| country::by_name(w)))
        .filter(|_| wanted.len() > 1);
    if country.is_some() {
        wanted.remove(0);
    }
    // "the campaign" is no campaign manager.
    let noun = fold(wanted.last()?);
    if wanted.len() > 4 || !office::is_office(&noun) {
        return None;
    }
    let mut holders: Vec<LocalId> = Vec::new();
    let mut stateless: Vec<LocalId> = Vec::new();
    for r in names.roles.iter().filter(|r| !r.value.former) {
        let holder = r.value.holder;
        let known = r
            .value
            .country
            .as_deref()
            .or_else(|| names.locals.get(holder.0 as usize)?.country.as_deref());
        if !is_title(r.value.title.of(view.text()), &wanted) || !is_person(names, holder) {
            continue;
        }
        let into = match (country, known) {
            (Some(_), None) => &mut stateless,
            (Some(code), Some(k)) if code != k => continue,
            _ => &mut holders,
        };
        if !into.contains(&holder) {
            into.push(holder);
        }
    }
    // The Norwegian minister is the one whose country the text does not tell, where no other is left.
    if holders.is_empty() {
        holders = stateless;
    }
    if let [one] = holders[..] {
        return Some(one);
    }
    // Of several, the one who alone is named in this paragraph so far or in the one before.
    let near = Span {
        start: passage(view.text(), source.start as usize) as u32,
        end: source.start,
    };
    let mut named = None;
    for m in names.mentions.inside(near).filter(|m| m.value.form.is_name()) {
        let Some(l) = m.value.local.filter(|l| holders.contains(l)) else {
            continue;
        };
        if named.is_some_and(|n| n != l) {
            return None;
        }
        named = Some(l);
    }
    named
}

/// Where the paragraph before that of the byte `at` starts, at most some thousand bytes back.
pub(super) fn passage(text: &str, at: usize) -> usize {
    const REACH: usize = 4_000;
    let bytes = text.as_bytes();
    let low = at.saturating_sub(REACH);
    let mut paragraphs = 0;
    let mut i = at;
    while i > low {
        // Several line breaks in a row part paragraphs once.
        if bytes.get(i - 1) == Some(&b'\n') && bytes.get(i) != Some(&b'\n') {
            paragraphs += 1;
            if paragraphs == 2 {
                return i;
            }
        }
        i -= 1;
    }
    (low..=at).find(|&k| text.is_char_boundary(k)).unwrap_or(at)
}

/// Whether an office is called so: "foreign minister" is "minister", a deputy minister and a prime minister are not.
fn is_title(title: &str, wanted: &[&str]) -> bool {
    dossier_world::words!(TITLE_RANKS = "quote/title_ranks.txt");
    let held: Vec<&str> = title.split(|c: char| c.is_whitespace() || c == ',').collect();
    let has = |words: &[&str], rank: &str| words.iter().any(|w| w.eq_ignore_ascii_case(rank));
    TITLE_RANKS.iter().all(|r| has(&held, r) == has(wanted, r))
        && held
            .windows(wanted.len())
            .any(|w| w.iter().zip(wanted).all(|(a, b)| a.eq_ignore_ascii_case(b)))
}
