//! Reads the sentences of a story's articles as what they assert.

use std::collections::{BTreeMap, HashMap};

use dossier_model::{
    BlockKind, Bound, ContextNeed, Deprel, Frame, MentionForm, SentenceWording, Span, TimeType, Upos,
};

use super::claim;
use super::frame;
use super::sentence::{Clause, Interval, Number, Part, Sentence, Term, TermKind, told};
use crate::background;
use crate::entity::Entities;
use crate::fold;
use crate::scope::Scope;
use crate::voice::Voices;
use crate::words;

/// Words below which a sentence states nothing that stands alone.
const LEAST_WORDS: usize = 5;
/// A name says what two or three rare words say.
pub(super) const NAME: f64 = 6.0;
/// A number or a day says what a common word says.
const NUMBER: f64 = 4.0;
/// What is left of the weight of the words that say who reports.
const REPORTING: f64 = 0.25;
/// What is left of the weight of a term that every sentence of the story has.
const COMMON: f64 = 0.25;
/// Sentences that a story is taken to have at least.
const FEW: f64 = 40.0;
/// Rare words by which a name is known; no name has more, and each of its words is known by all of them.
const NAME_WORDS: usize = 12;
/// Most terms of a sentence; a list without an end asserts nothing more.
const MOST: usize = 120;

/// The sentences of all articles, in order of article and place.
#[must_use]
pub fn read_all(scope: &Scope<'_>, entities: &Entities, voices: &Voices) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (doc, read) in scope.docs.iter().enumerate() {
        for (i, &span) in read.notes.sentences.iter().enumerate() {
            let part = match read.article.block_of(span).map(|b| b.kind) {
                Some(BlockKind::Body) => Part::Body,
                Some(BlockKind::Headline | BlockKind::Caption) => Part::Beside,
                _ => continue,
            };
            let words = scope.words[doc].inside(span);
            if words.len() < LEAST_WORDS || fold::is_shouted(scope.text(doc, span)) {
                continue;
            }
            let wording = read.notes.wording.sentences.get(i).copied();
            let wording = wording.unwrap_or(SentenceWording {
                dateline: 0,
                context: ContextNeed::Free,
                flaw: None,
            });
            let sentence = Reader {
                scope,
                entities,
                doc,
                span: told(span, wording),
            }
            .read(voices.of(scope, doc, span), part, (span, wording));
            if sentence.terms.len() >= 3 {
                out.push(sentence);
            }
        }
    }
    weigh_by_story(&mut out);
    out
}

/// What every second sentence of a story names tells no two of them apart: a term weighs less the more of the
/// story's sentences have it.
fn weigh_by_story(sentences: &mut [Sentence]) {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for s in sentences.iter() {
        for (key, _) in &s.keys {
            *counts.entry(*key).or_default() += 1;
        }
    }
    // A story of a few sentences tells nothing of what is common in it.
    let all = (sentences.len() as f64).max(FEW);
    for s in sentences.iter_mut() {
        let mut most = vec![0u32; s.terms.len()];
        for (key, term) in &s.keys {
            let most = &mut most[*term as usize];
            *most = (*most).max(counts.get(key).copied().unwrap_or(0));
        }
        for (term, count) in s.terms.iter_mut().zip(most) {
            let rare = (all / f64::from(count.max(2))).ln() / (all / 2.0).ln();
            term.weight *= COMMON + (1.0 - COMMON) * rare.clamp(0.0, 1.0);
        }
        s.weight = s.terms.iter().map(|t| t.weight).sum();
    }
}

pub(super) struct Reader<'a, 's> {
    pub(super) scope: &'s Scope<'a>,
    entities: &'s Entities,
    pub(super) doc: usize,
    pub(super) span: Span,
}

/// The terms of a sentence while they are collected.
#[derive(Default)]
pub(super) struct Terms {
    terms: Vec<Term>,
    keys: Vec<(u64, u16)>,
    /// Keys by the token they come from.
    pub(super) by_token: BTreeMap<usize, Vec<u64>>,
    /// Of these, the ones that stand for somebody or something and not for a word of the name.
    pub(super) rows: BTreeMap<usize, Vec<u64>>,
}

impl Terms {
    /// Adds a term, unless the sentence has said it before.
    fn add(&mut self, term: Term, keys: &[u64]) {
        let known = keys.first().is_none_or(|k| self.keys.iter().any(|(x, _)| x == k));
        if known || self.terms.len() >= MOST {
            return;
        }
        let place = self.terms.len() as u16;
        self.keys.extend(keys.iter().map(|&k| (k, place)));
        self.terms.push(term);
    }
}

impl Reader<'_, '_> {
    /// `self.span` leaves the dateline of the whole sentence away: where it was written asserts nothing.
    fn read(self, voice: usize, part: Part, (whole, wording): (Span, SentenceWording)) -> Sentence {
        let read = self.scope.docs[self.doc];
        let reporting = self.reporting();
        let mut terms = Terms::default();
        let mut taken = self.add_names(&mut terms, &reporting.0);
        self.add_numbers(&mut terms);
        let times = self.add_times(&mut terms, &mut taken, &reporting.0);
        self.add_words(&mut terms, &taken, &reporting.0);
        terms.keys.sort_unstable();
        terms.keys.dedup();
        let tokens = &read.notes.tokens;
        let frames = self.frames();
        let is_report = |i: usize| reporting.1.iter().any(|c| c.overlaps(tokens.span(i)));
        let main = frame::find_main(tokens, frames, self.span, &is_report);
        let clauses = frames.iter().map(|f| self.clause(f, &terms)).collect();
        let time_spans: Vec<Span> = times.iter().map(|t| t.0).collect();
        let mut times: Vec<Interval> = times.into_iter().map(|t| t.1).collect();
        if let Some(frame) = main.map(|m| &frames[m]) {
            for (time, span) in times.iter_mut().zip(&time_spans) {
                time.is_core &= self.is_inside(*span, frame.predicate as usize);
            }
            for term in &mut terms.terms {
                term.is_core = self.is_inside(term.span, frame.predicate as usize);
            }
        }
        let words = self.scope.words[self.doc].inside(self.span);
        Sentence {
            doc: self.doc,
            span: whole,
            wording,
            part,
            voice,
            speaker: reporting.2,
            weight: terms.terms.iter().map(|t| t.weight).sum(),
            words: (self.scope.words[self.doc].words[words].iter())
                .map(|w| w.key as u32)
                .collect(),
            numbers: self.numbers(),
            times,
            claims: claim::read(&self, frames, &terms, &reporting.1),
            printed: claim::print(&self, &terms),
            clauses,
            main,
            terms: terms.terms,
            keys: terms.keys,
        }
    }

    /// The predicates of the sentence.
    fn frames(&self) -> &[Frame] {
        let notes = &self.scope.docs[self.doc].notes;
        let inside = notes.tokens.inside(self.span);
        let frames = &notes.wording.frames;
        let from = frames.partition_point(|f| (f.predicate as usize) < inside.start);
        let to = frames.partition_point(|f| (f.predicate as usize) < inside.end);
        frames.get(from..to).unwrap_or(&[])
    }

    /// What a content word is known by: its stem, and the groups of near synonyms that it is in.
    pub(super) fn word_keys(&self, i: usize) -> Vec<u64> {
        let notes = &self.scope.docs[self.doc].notes;
        let Some(sense) = notes.wording.senses.of(i) else {
            return vec![words::key(&fold::letters(notes.tokens.lemma(i)))];
        };
        let mut out = vec![words::key(&sense.stem)];
        out.extend(sense.groups.iter().map(|g| words::key(&format!("\u{2}{g}"))));
        out
    }

    /// The words that say who reports what the sentence says, their cues alone, and the speaker of its words.
    fn reporting(&self) -> (Vec<Span>, Vec<Span>, Option<usize>) {
        let (mut around, mut cues, mut speaker) = (Vec::new(), Vec::new(), None);
        for quote in &self.scope.docs[self.doc].notes.quotes {
            let held: usize = (quote.value.content.iter())
                .filter_map(|c| c.intersection(self.span))
                .map(Span::len)
                .sum();
            if held * 3 < self.span.len() || !quote.span.overlaps(self.span) {
                continue;
            }
            around.extend(quote.value.cue.iter().chain(&quote.value.source).copied());
            cues.extend(quote.value.cue.iter().copied());
            if speaker.is_none() {
                speaker = quote.value.speaker.and_then(|l| self.entities.of(self.doc, l));
            }
        }
        (around, cues, speaker)
    }

    fn share(span: Span, reporting: &[Span]) -> f64 {
        if reporting.iter().any(|r| r.overlaps(span)) {
            REPORTING
        } else {
            1.0
        }
    }

    /// Names by their rows and by their words; gives the spans that hold them.
    fn add_names(&self, terms: &mut Terms, reporting: &[Span]) -> Vec<Span> {
        let read = self.scope.docs[self.doc];
        let mut taken = Vec::new();
        for m in read.notes.mentions.inside(self.span) {
            if m.value.form == MentionForm::Nominal {
                continue;
            }
            let local = m.value.local;
            let country = local.and_then(|l| read.notes.local(l)).and_then(|l| {
                l.country
                    .as_deref()
                    .filter(|_| l.is_country || m.value.form == MentionForm::Demonym)
            });
            let mut keys = Vec::new();
            let mut weight = NAME;
            if let Some(code) = country {
                keys.push(words::country_key(code));
                weight *= 0.6;
            } else if let Some(row) = local.and_then(|l| self.entities.of(self.doc, l)) {
                keys.push(words::key(&format!("\u{3}{row}")));
            }
            for i in read.notes.tokens.inside(m.span) {
                terms.rows.entry(i).or_default().extend_from_slice(&keys);
            }
            if m.value.form != MentionForm::Pronoun {
                // Where the rows of one referent could not be joined, the rare words of its name still can.
                keys.extend(
                    fold::parts(self.scope.text(self.doc, m.span))
                        .iter()
                        .map(|p| words::key(p))
                        .filter(|&k| self.scope.weights.idf(k) >= 3.0)
                        .take(NAME_WORDS),
                );
                taken.push(m.span);
            }
            if keys.is_empty() {
                continue;
            }
            self.note(terms, m.span, &keys);
            let term = Term {
                kind: TermKind::Name,
                weight: weight * Self::share(m.span, reporting),
                span: m.span,
                is_core: true,
            };
            terms.add(term, &keys);
        }
        // An office says who somebody is and asserts nothing.
        taken.extend(read.notes.roles.inside(self.span).map(|r| r.span));
        taken
    }

    /// Remembers what the tokens of `span` are known by.
    fn note(&self, terms: &mut Terms, span: Span, keys: &[u64]) {
        for i in self.scope.docs[self.doc].notes.tokens.inside(span) {
            terms.by_token.entry(i).or_default().extend_from_slice(keys);
        }
    }

    fn add_numbers(&self, terms: &mut Terms) {
        for q in self.scope.docs[self.doc].notes.quantities.inside(self.span) {
            if let Some(value) = q.value.value {
                let order = if q.value.ordinal { "#" } else { "" };
                // "One" and "two" are said of everything.
                let weight = if value > 2.0 { NUMBER } else { 1.0 };
                let term = Term {
                    kind: TermKind::Number,
                    weight,
                    span: q.span,
                    is_core: true,
                };
                terms.add(term, &[words::key(&format!("\u{4}{order}{value}"))]);
            }
        }
    }

    /// Days and longer times by what they resolve to; gives the times.
    fn add_times(
        &self,
        terms: &mut Terms,
        taken: &mut Vec<Span>,
        reporting: &[Span],
    ) -> Vec<(Span, Interval)> {
        let notes = &self.scope.docs[self.doc].notes;
        let mut times = Vec::new();
        for time in notes.times.inside(self.span) {
            let Some(when) = time
                .value
                .when
                .as_ref()
                .filter(|_| matches!(time.value.kind, TimeType::Date | TimeType::Time))
            else {
                continue;
            };
            let (Some(from), Some(to)) = (when.from, when.to) else {
                continue;
            };
            taken.push(time.span);
            let term = Term {
                kind: TermKind::Time,
                weight: NUMBER / 2.0,
                span: time.span,
                is_core: true,
            };
            terms.add(term, &[words::key(&format!("\u{5}{from}/{to}"))]);
            let of_report = notes.tokens.inside(time.span).any(|i| {
                let head = notes.tokens.head(i);
                head.is_some_and(|h| reporting.iter().any(|r| r.overlaps(notes.tokens.span(h))))
            });
            let is_core = !of_report;
            times.push((time.span, Interval { from, to, is_core }));
        }
        times
    }

    fn add_words(&self, terms: &mut Terms, taken: &[Span], reporting: &[Span]) {
        let notes = &self.scope.docs[self.doc].notes;
        let tokens = &notes.tokens;
        for i in tokens.inside(self.span) {
            let span = tokens.span(i);
            if taken.iter().any(|n| n.overlaps(span))
                || matches!(tokens.upos(i), Upos::Punct | Upos::Det | Upos::Adp)
            {
                continue;
            }
            let is_number = tokens.upos(i) == Upos::Num
                && notes
                    .quantities
                    .inside(self.span)
                    .any(|q| q.span.overlaps(span) && q.value.value.is_some());
            let printed = words::key(&fold::letters(self.scope.text(self.doc, span)));
            let folded = fold::letters(tokens.lemma(i));
            let lemma = words::key(&folded);
            if is_number
                || folded.is_empty()
                || background::is_function_word(printed)
                || background::is_function_word(lemma)
            {
                continue;
            }
            let keys = self.word_keys(i);
            self.note(terms, span, &keys);
            let weight = self.scope.weights.idf(lemma).min(NAME) * Self::share(span, reporting);
            terms.add(
                Term {
                    kind: TermKind::Word,
                    weight,
                    span,
                    is_core: true,
                },
                &keys,
            );
        }
    }

    fn numbers(&self) -> Vec<Number> {
        let notes = &self.scope.docs[self.doc].notes;
        (notes.quantities.indices_inside(self.span))
            .filter_map(|i| {
                let q = notes.quantities.get(i)?;
                // Ages are told of people beside what happened, and outlets differ in them.
                if notes.wording.numbers.get(i).is_some_and(|n| n.is_age) {
                    return None;
                }
                let of = q.value.of.map(|s| fold::letters(self.scope.text(self.doc, s)));
                let unit = q.value.unit.as_ref().map(ToString::to_string);
                let what = unit.or(of).unwrap_or_default();
                Some(Number {
                    what: format!("{}{what}", if q.value.ordinal { "#" } else { "" }),
                    value: q.value.value?,
                    is_hedged: q.value.bound != Bound::Exact,
                })
            })
            .collect()
    }

    fn is_inside(&self, span: Span, predicate: usize) -> bool {
        let mut tokens = self.scope.docs[self.doc].notes.tokens.inside(span);
        tokens.any(|i| self.is_core(i, predicate))
    }

    /// Whether a token hangs on the predicate without an aside between them: an apposition, a relative clause, a
    /// clause of time or reason.
    pub(super) fn is_core(&self, i: usize, predicate: usize) -> bool {
        let tokens = &self.scope.docs[self.doc].notes.tokens;
        let mut at = i;
        for _ in 0..24 {
            if at == predicate {
                return true;
            }
            let is_aside = matches!(
                tokens.deprel(at),
                Deprel::Acl
                    | Deprel::AclRelcl
                    | Deprel::Appos
                    | Deprel::Advcl
                    | Deprel::AdvclRelcl
                    | Deprel::Parataxis
                    | Deprel::List
                    | Deprel::Dep
            );
            match tokens.head(at) {
                Some(head) if !is_aside => at = head,
                _ => return false,
            }
        }
        false
    }

    fn clause(&self, f: &Frame, terms: &Terms) -> Clause {
        let tokens = &self.scope.docs[self.doc].notes.tokens;
        let keys_of = |i: usize| -> Vec<u64> {
            let known = terms.by_token.get(&i).cloned();
            known.unwrap_or_else(|| self.word_keys(i))
        };
        let all = |list: &[u32]| -> Vec<u64> { list.iter().flat_map(|&i| keys_of(i as usize)).collect() };
        let is_named = |i: &u32| {
            let notes = &self.scope.docs[self.doc].notes;
            notes
                .mentions
                .inside(self.span)
                .any(|m| m.value.form.is_name() && m.span.overlaps(tokens.span(*i as usize)))
        };
        Clause {
            keys: self.word_keys(f.predicate as usize),
            subjects: all(&f.subjects),
            objects: all(&f.objects),
            has_named_subject: f.subjects.iter().any(is_named),
            has_named_object: f.objects.iter().any(is_named),
            polarity: f.polarity,
            modality: f.modality,
        }
    }
}
