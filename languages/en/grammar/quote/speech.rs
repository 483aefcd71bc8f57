//! The view of an article's words with what its quotations are found by: speech verbs and quotation marks.

use std::ops::Deref;

use dossier_annotate::View;
use dossier_annotate::view::SUBJECTS;
use dossier_model::{Deprel, Layer, MentionKind, Span, Time, Upos};
use dossier_world::words;

use super::cue::{self, Form, Verb};
use crate::grammar::calendar;
use crate::grammar::clause::{self, VerbGroup};
use crate::grammar::mention::Names;

words!(OCCASIONS = "quote/occasions.txt");
words!(SUBJECT_PRONOUNS = "quote/subject_pronouns.txt");

/// The view of one article with the speech verbs among its words marked; it answers all of the view's questions.
pub(super) struct SpeechView<'v> {
    view: &'v View<'v>,
    /// What stands between quotation marks, in order.
    spoken: Vec<Span>,
    /// What each word is as a speech verb.
    verbs: Vec<Option<Verb>>,
    /// The words of people's names, in order.
    people: Vec<(usize, usize)>,
    times: &'v Layer<Time>,
}

impl<'v> Deref for SpeechView<'v> {
    type Target = View<'v>;

    fn deref(&self) -> &View<'v> {
        self.view
    }
}

impl<'v> SpeechView<'v> {
    /// Marks the speech verbs of `view`; `spoken` is what stands between quotation marks, in order.
    pub(super) fn new(view: &'v View<'v>, spoken: Vec<Span>, times: &'v Layer<Time>, names: &Names) -> Self {
        // "Reports", "comments" and "claims" are as often nouns: the tagger knows, where there is one.
        let verbs = (0..view.len())
            .map(|i| {
                // "so-called", "self-declared": a part of another word.
                let part = i > 0 && view.word(i - 1) == "-" && view.is_glued(i);
                let could = !part && (!view.is_tagged() || matches!(view.upos(i), Upos::Verb | Upos::Aux));
                let word = view.word(i);
                could
                    .then(|| cue::phrasal(word, view.word(i + 1)).or_else(|| cue::verb(word)))
                    .flatten()
            })
            .collect();
        let people = names
            .mentions
            .iter()
            .filter(|m| m.value.kind == MentionKind::Person && m.value.form.is_name())
            .map(|m| view.inside(m.span))
            .map(|r| (r.start, r.end))
            .collect();
        Self {
            view,
            spoken,
            verbs,
            people,
            times,
        }
    }

    /// The words between marks that hold the byte `at`.
    pub(super) fn marked_at(&self, at: u32) -> Option<Span> {
        let i = self.spoken.partition_point(|s| s.end <= at);
        self.spoken.get(i).copied().filter(|s| s.start <= at)
    }

    /// The person's name that begins with word `i`: one past its last word.
    pub(super) fn person_from(&self, i: usize) -> Option<usize> {
        let at = self.people.partition_point(|p| p.0 < i);
        self.people.get(at).filter(|p| p.0 == i).map(|p| p.1)
    }

    /// The first word of the person's name that holds word `i`.
    pub(super) fn person_start(&self, i: usize) -> Option<usize> {
        let at = self.people.partition_point(|p| p.1 <= i);
        self.people.get(at).filter(|p| p.0 <= i).map(|p| p.0)
    }

    /// Whether word `i` is part of a person's name.
    pub(super) fn is_in_person(&self, i: usize) -> bool {
        let at = self.people.partition_point(|p| p.1 <= i);
        self.people.get(at).is_some_and(|p| p.0 <= i)
    }

    /// One past the time expression that begins with word `i` or with the word behind it, where one does.
    pub(super) fn time_from(&self, i: usize) -> Option<usize> {
        let (low, high) = (self.span(i).start, self.span(i + 2).start);
        let at = self.times.partition_point(|t| t.span.start < low);
        let found = self.times.get(at).filter(|t| t.span.start < high)?;
        let end = self.inside(found.span).end;
        (end > i).then_some(end)
    }

    /// The speech verb that word `i` is.
    pub(super) fn speech_verb(&self, i: usize) -> Option<Verb> {
        self.verbs.get(i).copied().flatten()
    }

    /// The speech verb at `i` beside a quotation, where a stop or a mark behind it makes even a form that could be
    /// a noun a verb: "…," Ruiz answers.
    pub(super) fn speech_verb_beside(&self, i: usize) -> Option<Verb> {
        self.speech_verb(i).or_else(|| {
            let part = i > 0 && self.word(i - 1) == "-" && self.is_glued(i);
            let alone = !part && self.is_punct(i + 1) && self.word(i + 1) != "-" && !self.is_capital(i);
            alone.then(|| cue::verb(self.word(i))).flatten()
        })
    }

    /// One past the last word of the cue whose verb is `verb`: "pointed out" has two.
    pub(super) fn cue_end(&self, verb: usize) -> usize {
        if cue::phrasal(self.word(verb), self.word(verb + 1)).is_some() {
            verb + 2
        } else {
            verb + 1
        }
    }

    /// The verb group that ends in the speech verb `verb`, looked for down to the word `limit`.
    pub(super) fn verb_group(&self, verb: usize, limit: usize) -> VerbGroup {
        let mut group = clause::verb_group(self, verb, limit);
        // "being said", "is saying": the progressive is active.
        if self.speech_verb(verb).is_some_and(|v| v.form == Form::Ing) {
            group.passive = false;
        }
        // "May told reporters": a name is no auxiliary.
        if let Some(name) = (group.start..verb).rev().find(|&k| self.is_in_person(k)) {
            group.start = name + 1;
            group.unreal = false;
        }
        group
    }

    /// Whether word `i` is a pronoun that can speak.
    pub(super) fn is_pronoun(&self, i: usize) -> bool {
        self.is_in(i, &SUBJECT_PRONOUNS)
    }

    /// Whether word `i` is an adverb in "-ly".
    pub(super) fn is_manner(&self, i: usize) -> bool {
        clause::is_manner_adverb(self, i)
    }

    /// Whether word `i` is a weekday written in full.
    pub(super) fn is_weekday(&self, i: usize) -> bool {
        lower(self.word(i), &mut [0; 12]).is_some_and(calendar::is_full_weekday)
    }

    /// Whether word `i` is a month written in full.
    pub(super) fn is_month(&self, i: usize) -> bool {
        lower(self.word(i), &mut [0; 12]).is_some_and(calendar::is_full_month)
    }

    /// Whether a time expression holds word `i`: "may" and "march" are months there alone.
    fn is_in_time(&self, i: usize) -> bool {
        let span = self.span(i);
        let end = self.times.partition_point(|t| t.span.start < span.end);
        let near = self.times.get(end.saturating_sub(4)..end).unwrap_or(&[]);
        near.iter().any(|t| t.span.overlaps(span))
    }

    /// Whether word `i` names a time or an occasion.
    pub(super) fn is_time(&self, i: usize) -> bool {
        self.is_in(i, &OCCASIONS)
            || self.is_weekday(i)
            || (self.is_month(i) && self.is_in_time(i))
            || self.word(i).starts_with(|c: char| c.is_ascii_digit())
    }

    /// The head of the subject of the verb `verb`, its own or the one it shares.
    pub(super) fn subject_head(&self, verb: usize) -> Option<usize> {
        if let Some(own) = self.joined_subject(verb) {
            return Some(own);
        }
        let mut at = verb;
        for _ in 0..6 {
            // Of two subjects, a slip of the parser, the one next to the verb is meant.
            let own = self.children_by(at, SUBJECTS);
            if let Some(s) = own.max_by_key(|&k| (k < at, k)) {
                return Some(s);
            }
            let up = self.head(at)?;
            match self.deprel(at) {
                Deprel::Conj | Deprel::Xcomp | Deprel::Parataxis => at = up,
                Deprel::Advcl => {
                    // "adding that": a participle has the subject of its clause.
                    if !self.word(at).ends_with("ing") && self.child(at, &[Deprel::Mark]).is_some() {
                        return None;
                    }
                    at = up;
                }
                // "a statement saying that": the noun is the subject.
                Deprel::Acl => return (self.upos(up) != Upos::Verb).then_some(up),
                _ => return None,
            }
        }
        None
    }

    /// "A woman asked for a photo and Ruiz said": a name or a pronoun between the conjunction and the verb is the
    /// subject, whatever the parser hung it on.
    fn joined_subject(&self, verb: usize) -> Option<usize> {
        if self.child(verb, SUBJECTS).is_some() || self.deprel(verb) != Deprel::Conj {
            return None;
        }
        let start = self.verb_group(verb, verb.saturating_sub(6)).start;
        let last = start.checked_sub(1).filter(|&k| {
            self.is_in_person(k)
                || self.upos(k) == Upos::Propn && self.is_capital(k)
                || self.upos(k) == Upos::Pron && self.is(k, &["he", "she", "they", "it"])
        })?;
        let mut first = last;
        while first > 0 && self.is_in_person(first) && self.is_in_person(first - 1) {
            first -= 1;
        }
        let opens = first > 0 && self.is(first - 1, &["and", "but", "while"]);
        // "Orr and Ruiz said" has two subjects.
        let alone = first > 1 && !self.is_in_person(first - 2) && self.upos(first - 2) != Upos::Propn;
        (opens && alone).then_some(last)
    }

    /// The words of the subject of the verb `verb`, without what follows the verb itself.
    pub(super) fn subject(&self, verb: usize) -> Option<(usize, usize)> {
        let head = self.subject_head(verb)?;
        let (mut from, mut to) = self.extent(head);
        if self.deprel(verb) == Deprel::Acl && head < verb {
            to = to.min(verb);
        }
        if head < verb {
            to = to.min(self.verb_group(verb, head).start.max(head + 1));
        }
        // Long conjoined clauses show a slip of the parser.
        if to - from > 60 {
            from = head;
            to = head + 1;
        }
        while from < head && (self.is_punct(from) || matches!(self.deprel(from), Deprel::Cc | Deprel::Mark)) {
            from += 1;
        }
        // "During the talks, the mayor said": an adjunct that the parser hung on the subject.
        if matches!(self.upos(from), Upos::Adp | Upos::Sconj)
            && let Some(comma) = (from..head).rev().find(|&i| self.word(i) == ",")
        {
            from = comma + 1;
        }
        while to > head + 1 && self.is_punct(to - 1) && self.word(to - 1) != ")" {
            to -= 1;
        }
        Some((from, to))
    }
}

/// A short word in ASCII small letters, written to `buffer`. `None` where it is longer.
fn lower<'b>(word: &str, buffer: &'b mut [u8; 12]) -> Option<&'b str> {
    let out = buffer.get_mut(..word.len())?;
    out.copy_from_slice(word.as_bytes());
    out.make_ascii_lowercase();
    std::str::from_utf8(out).ok()
}
