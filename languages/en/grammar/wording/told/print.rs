//! The kept words as a label prints them: names written out, pronouns resolved, marks in pairs.

use dossier_model::{Annotation, Deprel, EventMention, EventType, Mention, MentionForm, MentionKind, Upos};
use dossier_world::words;

use super::super::print::THEY_AND_IT;
use super::kept::Kept;
use super::scene::Scene;

words!(
    /// Words with which a phrase points to what was said before.
    POINTING = "wording/pointing_words.txt"
);
words!(
    /// Honorifics that a full name needs no more.
    HONORIFICS = "wording/honorifics.txt"
);

/// The words of a clause behind its verb; `None` where they point to something that is not there.
pub(super) fn words(scene: &Scene<'_>, kept: &Kept, event: &EventMention) -> Option<String> {
    let is_source = |m: &Mention| {
        let mut sources = event.sources.iter();
        m.local.is_some() && sources.any(|s| s.local == m.local)
    };
    let is_private = event.kind == EventType::Statement;
    write(scene, kept, is_source, is_private)
}

/// A noun phrase.
pub(super) fn phrase(scene: &Scene<'_>, kept: &Kept) -> Option<String> {
    write(scene, kept, |_| false, true)
}

fn write(
    scene: &Scene<'_>,
    kept: &Kept,
    is_source: impl Fn(&Mention) -> bool,
    is_private: bool,
) -> Option<String> {
    let reading = scene.reading;
    let tokens = &reading.notes.tokens;
    let mut out = String::new();
    let mut before: Option<usize> = None;
    let mut skip_to = 0;
    let is_headline = is_title_cased(scene);
    for (place, &i) in kept.words.iter().enumerate() {
        if i < skip_to {
            continue;
        }
        // Hyphens and marks inside a word stand between two kept words.
        if let Some(b) = before.filter(|b| *b < i) {
            out.push_str(&between(scene, b, i));
        } else if before.is_some() {
            out.push(' ');
        }
        let mention = mention_at(scene, i);
        let low = reading.low(i);
        // "Yet another": that there were others before is another story.
        let next = kept.words.get(place + 1).map(|&k| reading.low(k));
        if low == "yet" && next.as_deref() == Some("another") {
            continue;
        }
        match mention {
            Some(m) if m.value.form == MentionForm::Pronoun => {
                let word = pronoun(scene, i, m, is_source(&m.value), is_private)?;
                let is_known = word.strip_suffix("’s").is_some_and(|name| out.contains(name));
                out.push_str(if is_known {
                    reading.of(tokens.span(i))
                } else {
                    &word
                });
                before = Some(i);
            }
            Some(m) if is_short_name(scene, kept, place, m) => {
                let local = m.value.local?;
                if let Some(honorific) = HONORIFICS.iter().find(|h| out.ends_with(&format!("{h} "))) {
                    out.truncate(out.len() - honorific.len() - 1);
                }
                out.push_str(&reading.notes.local(local)?.name);
                let end = tokens.inside(m.span).end;
                skip_to = end;
                before = Some(end - 1);
            }
            _ => {
                let points = POINTING.has(&low) && !is_link(scene, i);
                // "Its" of nobody known, in what somebody says of others, is whose the reader likes.
                let is_loose = is_private && THEY_AND_IT.has(&low);
                if points || is_loose {
                    return None;
                }
                out.push_str(match &*low {
                    // "Another missile": that there was one before is another story.
                    "another" => article_before(scene, kept, place),
                    _ if opens_sentence(scene, i) || is_headline && is_common(scene, i) => &low,
                    _ => reading.of(tokens.span(i)),
                });
                before = Some(i);
            }
        }
    }
    let mut out = balanced(out.trim());
    for (printed, end) in [(",”", "”"), (",’", "’"), (",\"", "\"")] {
        if let Some(start) = out.strip_suffix(printed) {
            out = format!("{start}{end}");
        }
    }
    let is_broken = out.contains(['\n', '|', '[', ']', '(', ')'])
        || [",’", ",”", ",\""].iter().any(|end| out.contains(end));
    (!out.is_empty() && !is_broken).then_some(out)
}

/// Whether a word has its capital from the beginning of its sentence alone.
fn opens_sentence(scene: &Scene<'_>, i: usize) -> bool {
    let notes = scene.reading.notes;
    let at = notes.tokens.span(i);
    let mut mentions = notes.mentions.inside(scene.sentence);
    at.start == scene.sentence.start
        && notes.tokens.upos(i) != Upos::Propn
        && !mentions.any(|m| m.value.form != MentionForm::Nominal && m.span.contains(at))
}

/// Whether a sentence is a headline that gives almost every word a capital.
fn is_title_cased(scene: &Scene<'_>) -> bool {
    const LEAST: usize = 4;
    let notes = scene.reading.notes;
    let words = notes
        .tokens
        .inside(scene.sentence)
        .map(|i| scene.reading.of(notes.tokens.span(i)));
    let (mut long, mut tall) = (0, 0);
    for word in words.filter(|w| w.len() > 3 && w.chars().all(char::is_alphabetic)) {
        long += 1;
        tall += usize::from(word.starts_with(char::is_uppercase));
    }
    long >= LEAST && tall * 10 >= long * 8
}

/// Whether a word is part of no name.
fn is_common(scene: &Scene<'_>, i: usize) -> bool {
    let notes = scene.reading.notes;
    let at = notes.tokens.span(i);
    let mut mentions = notes.mentions.inside(scene.sentence);
    let word = scene.reading.of(at);
    notes.tokens.upos(i) != Upos::Propn
        && word.chars().skip(1).all(|c| !c.is_uppercase())
        && !mentions.any(|m| m.value.form != MentionForm::Nominal && m.span.contains(at))
}

/// The article that the next kept word takes.
fn article_before(scene: &Scene<'_>, kept: &Kept, place: usize) -> &'static str {
    let next = kept.words.get(place + 1).map(|&k| scene.reading.low(k));
    let is_vowel = next.is_some_and(|w| w.starts_with(['a', 'e', 'i', 'o', 'u']));
    if is_vowel { "an" } else { "a" }
}

/// The mention that begins with word `i`.
fn mention_at<'a>(scene: &'a Scene<'_>, i: usize) -> Option<&'a Annotation<Mention>> {
    let notes = scene.reading.notes;
    let at = notes.tokens.span(i);
    let mut here = notes.mentions.inside(at);
    let own = here.next();
    own.or_else(|| {
        let mut wider = notes.mentions.inside(scene.sentence);
        wider.find(|m| m.span.start == at.start && m.value.form.is_name())
    })
}

/// "That" as a conjunction or relative pronoun points to nothing.
fn is_link(scene: &Scene<'_>, i: usize) -> bool {
    let tokens = &scene.reading.notes.tokens;
    let is_relative = tokens.upos(i) == Upos::Pron
        && matches!(tokens.deprel(i), Deprel::Nsubj | Deprel::NsubjPass)
        && tokens
            .head(i)
            .is_some_and(|h| tokens.deprel(h) == Deprel::AclRelcl);
    // "Us" for the United States, "one of 20".
    let is_name = tokens.upos(i) == Upos::Propn || tokens.deprel(i) == Deprel::Expl;
    tokens.upos(i) == Upos::Sconj || tokens.deprel(i) == Deprel::Mark || is_relative || is_name
}

/// A pronoun: as printed where it is the one who acts, else with the name.
fn pronoun(
    scene: &Scene<'_>,
    i: usize,
    mention: &Annotation<Mention>,
    is_source: bool,
    is_private: bool,
) -> Option<String> {
    let reading = scene.reading;
    let tokens = &reading.notes.tokens;
    let printed = reading.of(tokens.span(i)).to_owned();
    let is_possessive = tokens.deprel(i) == Deprel::NmodPoss;
    if is_source && (is_possessive || printed.ends_with("self")) {
        return Some(printed);
    }
    if is_source {
        // "Accused Peru of pushing to charge him": in a clause below the verb it can mean nobody else.
        let is_below = tokens
            .head(i)
            .is_some_and(|h| h != scene.verb && tokens.upos(h) == Upos::Verb);
        return is_below.then_some(printed);
    }
    let Some(local) = mention.value.local else {
        return (is_possessive && !is_private).then_some(printed);
    };
    let name = &reading.notes.local(local)?.name;
    Some(if is_possessive {
        format!("{name}’s")
    } else {
        name.clone()
    })
}

/// Whether a person's surname stands alone: no title or honorific in front, and all of it is kept.
fn is_short_name(scene: &Scene<'_>, kept: &Kept, place: usize, m: &Annotation<Mention>) -> bool {
    const LONGEST: usize = 3;
    let reading = scene.reading;
    let tokens = &reading.notes.tokens;
    let printed = reading.of(m.span);
    let Some(local) = m.value.local.and_then(|l| reading.notes.local(l)) else {
        return false;
    };
    let is_fuller = local.name.len() > printed.len()
        && local.name.ends_with(printed)
        && local.name.split_whitespace().count() <= LONGEST;
    let words = tokens.inside(m.span);
    let is_titled = place > 0
        && words.start > 0
        && kept.words[place - 1] + 1 == words.start
        && matches!(tokens.upos(words.start - 1), Upos::Propn | Upos::Noun)
        && !HONORIFICS.has(reading.of(tokens.span(words.start - 1)));
    let is_modifier = tokens.deprel(words.end - 1) == Deprel::Compound;
    m.value.kind == MentionKind::Person
        && m.value.form.is_name()
        && is_fuller
        && !is_titled
        && !is_modifier
        && words.clone().all(|k| kept.has(k))
}

/// What stands between two kept words: a mark that touches both, quotation marks, or a space.
fn between(scene: &Scene<'_>, before: usize, i: usize) -> String {
    let reading = scene.reading;
    let tokens = &reading.notes.tokens;
    let gap = |a: usize, b: usize| {
        let (from, to) = (tokens.span(a).end as usize, tokens.span(b).start as usize);
        reading.text.get(from..to).unwrap_or(" ")
    };
    if reading.of(tokens.span(i)) == "," {
        return String::new();
    }
    if before + 1 == i {
        return if gap(before, i).is_empty() {
            String::new()
        } else {
            " ".to_owned()
        };
    }
    let marks: Vec<usize> = (before + 1..i).collect();
    let is_mark = |k: usize| tokens.upos(k) == Upos::Punct;
    if !marks.iter().all(|&k| is_mark(k)) {
        return " ".to_owned();
    }
    let is_glued = marks.iter().all(|&k| gap(k - 1, k).is_empty()) && gap(i - 1, i).is_empty();
    let is_quotation = |k: usize| matches!(reading.of(tokens.span(k)), "\"" | "“" | "”");
    if is_glued {
        return gap(before, i).to_owned();
    }
    if let [mark] = marks[..]
        && is_quotation(mark)
    {
        let sign = reading.of(tokens.span(mark));
        return if gap(mark, i).is_empty() {
            format!(" {sign}")
        } else {
            format!("{sign} ")
        };
    }
    " ".to_owned()
}

/// The words without quotation marks that do not come in pairs.
fn balanced(words: &str) -> String {
    let is_open = words.matches('‘').count() != words.matches('’').count() && words.contains('‘')
        || !words.matches('"').count().is_multiple_of(2)
        || words.matches('“').count() != words.matches('”').count()
        || words.contains("``")
        || words.contains("''");
    if is_open {
        let plain = words.replace(['"', '“', '”', '`', '‘'], "").replace("''", "");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        words.to_owned()
    }
}
