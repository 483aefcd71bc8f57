//! What a sentence claims: its chief predicates with those who take part, as phrases of words.

use dossier_model::{Deprel, Frame, Modality, Polarity, Pole, Span, Upos, WordMark};
use jiff::civil::{Date, Time as ClockTime};

use super::read::{Reader, Terms};
use crate::background;
use crate::fold;
use crate::words;

/// A word of a phrase.
#[derive(Debug, Clone)]
pub struct Word {
    /// What it is known by.
    pub keys: Vec<u64>,
    /// Its place among the tokens.
    pub token: usize,
    /// The place of the word that it stands with.
    pub head: Option<usize>,
    /// How much it says; nothing where it only links or stands in an aside.
    pub weight: f64,
    /// Whether it is of a name.
    pub is_name: bool,
    /// The number that it is, and whether that is a place in an order.
    pub number: Option<(f64, bool)>,
    /// What it excludes.
    pub poles: Vec<Pole>,
    /// What it does to what is said.
    pub marks: Vec<WordMark>,
    /// Where it stands.
    pub span: Span,
}

/// Who or what takes part, with the words that say more of it.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// How its head hangs on the predicate.
    pub relation: Deprel,
    /// Place of the head among the words, where it says something.
    pub head: Option<usize>,
    /// In text order; asides have no weight.
    pub words: Vec<Word>,
    /// The preposition or conjunction that links it.
    pub link: Option<Word>,
    /// All its words.
    pub span: Span,
}

/// When something is claimed to be.
#[derive(Debug, Clone)]
pub struct ClaimTime {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Time of day.
    pub clock: Option<ClockTime>,
    /// Where it stands.
    pub span: Span,
}

/// A predicate with those who take part.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The predicate.
    pub predicate: Word,
    /// Whether it only says who reports the rest.
    pub is_report: bool,
    /// Denied or not.
    pub polarity: Polarity,
    /// Done, ahead or possible.
    pub modality: Modality,
    /// Who acts.
    pub agent: Option<Phrase>,
    /// Who or what is acted upon.
    pub patient: Option<Phrase>,
    /// What else is said of it.
    pub rest: Vec<Phrase>,
    /// When.
    pub times: Vec<ClaimTime>,
}

/// A word of a sentence as it is printed.
#[derive(Debug, Clone)]
pub struct Printed {
    /// Its letters.
    pub key: u32,
    /// Its dictionary form.
    pub lemma: u32,
    /// Whether it says something by itself.
    pub is_content: bool,
    /// What it is known by, where it is of a name.
    pub names: Vec<u64>,
    /// What it excludes.
    pub poles: Vec<Pole>,
    /// What it does to what is said.
    pub marks: Vec<WordMark>,
    /// Where it stands.
    pub span: Span,
}

/// The words of a sentence in order, without its punctuation.
pub(super) fn print(reader: &Reader<'_, '_>, terms: &Terms) -> Vec<Printed> {
    let notes = &reader.scope.docs[reader.doc].notes;
    let tokens = &notes.tokens;
    (tokens.inside(reader.span))
        .filter(|&i| tokens.upos(i) != Upos::Punct)
        .map(|i| {
            let span = tokens.span(i);
            let printed = words::key(&fold::letters(reader.scope.text(reader.doc, span)));
            let lemma = words::key(&fold::letters(tokens.lemma(i)));
            let sense = notes.wording.senses.of(i);
            let is_open = matches!(
                tokens.upos(i),
                Upos::Noun | Upos::Verb | Upos::Propn | Upos::Adj | Upos::Num | Upos::Adv
            );
            Printed {
                key: printed as u32,
                lemma: lemma as u32,
                is_content: is_open && !background::is_function_word(printed),
                names: (terms.rows.get(&i).cloned())
                    .filter(|_| tokens.upos(i) == Upos::Propn)
                    .unwrap_or_default(),
                poles: sense.map(|s| s.poles.clone()).unwrap_or_default(),
                marks: sense.map(|s| s.marks.clone()).unwrap_or_default(),
                span,
            }
        })
        .collect()
}

/// Claims that are read of one sentence at most.
const MOST_CLAIMS: usize = 6;
/// Words of a phrase that are read at most.
const MOST_WORDS: usize = 40;

/// What is claimed by the root of a sentence, by what is joined to it, and by what it reports.
pub(super) fn read(reader: &Reader<'_, '_>, frames: &[Frame], terms: &Terms, cues: &[Span]) -> Vec<Claim> {
    let tokens = &reader.scope.docs[reader.doc].notes.tokens;
    let inside = tokens.inside(reader.span);
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); inside.len()];
    let mut root = None;
    for i in inside.clone() {
        match tokens.head(i).filter(|h| inside.contains(h)) {
            Some(h) => children[h - inside.start].push(i),
            None => root = root.or(Some(i)),
        }
    }
    let tree = Tree {
        reader,
        terms,
        cues,
        first: inside.start,
        children,
    };
    let mut queue: Vec<usize> = root.into_iter().collect();
    let mut at = 0;
    while let Some(&i) = queue.get(at) {
        at += 1;
        if queue.len() >= MOST_CLAIMS {
            break;
        }
        queue.extend(tree.children(i).iter().copied().filter(|&c| {
            matches!(
                tokens.deprel(c),
                Deprel::Conj | Deprel::Ccomp | Deprel::Xcomp | Deprel::Parataxis
            )
        }));
    }
    let frame_of = |i: usize| frames.iter().find(|f| f.predicate as usize == i);
    // What stands under a denial is not claimed: "I don't think that she won".
    let is_unclaimed = |i: usize| {
        let head = tokens.head(i).filter(|_| tokens.deprel(i) != Deprel::Conj);
        head.and_then(frame_of)
            .is_some_and(|f| f.polarity == Polarity::Denied)
    };
    (queue.iter())
        .filter_map(|&i| frame_of(i))
        .map(|f| {
            let mut claim = tree.claim(f);
            if is_unclaimed(f.predicate as usize) {
                claim.modality = Modality::Possible;
            }
            claim
        })
        .collect()
}

struct Tree<'r, 'a, 's> {
    reader: &'r Reader<'a, 's>,
    terms: &'r Terms,
    cues: &'r [Span],
    first: usize,
    children: Vec<Vec<usize>>,
}

impl Tree<'_, '_, '_> {
    fn children(&self, i: usize) -> &[usize] {
        i.checked_sub(self.first)
            .and_then(|k| self.children.get(k))
            .map_or(&[], Vec::as_slice)
    }

    fn claim(&self, frame: &Frame) -> Claim {
        let notes = &self.reader.scope.docs[self.reader.doc].notes;
        let tokens = &notes.tokens;
        let p = frame.predicate as usize;
        let is_time = |i: usize| {
            notes
                .times
                .inside(self.reader.span)
                .any(|t| t.span.overlaps(tokens.span(i)))
        };
        let head_of = |list: &[u32]| list.iter().map(|&i| i as usize).find(|&i| !is_time(i));
        let agent = head_of(&frame.subjects);
        let patient = (frame.objects.iter().map(|&i| i as usize))
            .filter(|&i| !is_time(i))
            .min_by_key(|&i| tokens.deprel(i) == Deprel::Iobj);
        let taken: Vec<usize> = agent.into_iter().chain(patient).collect();
        let is_copular = self.children(p).iter().any(|&c| tokens.deprel(c) == Deprel::Cop);
        let mut rest: Vec<Phrase> = (self.children(p).iter().copied())
            .filter(|c| !taken.contains(c) && !is_time(*c))
            .filter(|&c| is_part(tokens.deprel(c)))
            .map(|c| self.phrase(c, &[]))
            .filter(|phrase| !phrase.words.is_empty())
            .collect();
        if is_copular {
            let outside: Vec<usize> = (self.children(p).iter().copied())
                .filter(|&c| {
                    !matches!(
                        tokens.deprel(c),
                        Deprel::Amod
                            | Deprel::Compound
                            | Deprel::Nmod
                            | Deprel::NmodPoss
                            | Deprel::Nummod
                            | Deprel::Acl
                    )
                })
                .collect();
            rest.push(self.phrase(p, &outside));
        }
        Claim {
            predicate: self.word(p, 1.0),
            is_report: self.cues.iter().any(|c| c.overlaps(tokens.span(p))),
            polarity: frame.polarity,
            modality: frame.modality,
            agent: agent.map(|i| self.phrase(i, &[])),
            patient: patient.map(|i| self.phrase(i, &[])),
            rest,
            times: self.times(p),
        }
    }

    /// The times that are said of a predicate, and of no aside.
    fn times(&self, predicate: usize) -> Vec<ClaimTime> {
        let notes = &self.reader.scope.docs[self.reader.doc].notes;
        let tokens = &notes.tokens;
        (notes.times.inside(self.reader.span))
            .filter(|t| {
                let head = tokens
                    .inside(t.span)
                    .find(|&i| tokens.head(i).is_none_or(|h| !t.span.overlaps(tokens.span(h))));
                head.is_some_and(|i| self.reader.is_core(i, predicate))
            })
            .filter_map(|t| {
                let when = t.value.when.as_ref()?;
                Some(ClaimTime {
                    from: when.from?,
                    to: when.to.or(when.from)?,
                    clock: when.time,
                    span: t.span,
                })
            })
            .collect()
    }

    /// The words under `head`, without those under `outside`.
    fn phrase(&self, head: usize, outside: &[usize]) -> Phrase {
        let tokens = &self.reader.scope.docs[self.reader.doc].notes.tokens;
        let notes = &self.reader.scope.docs[self.reader.doc].notes;
        let mut found: Vec<(usize, bool)> = Vec::new();
        let mut link = None;
        let mut stack = vec![(head, false)];
        while let Some((i, is_aside)) = stack.pop() {
            found.push((i, is_aside));
            if found.len() >= MOST_WORDS {
                break;
            }
            for &c in self.children(i) {
                let relation = tokens.deprel(c);
                if i == head && matches!(relation, Deprel::Case | Deprel::Mark) {
                    link = link.or(Some(c));
                    continue;
                }
                if outside.contains(&c) || is_left_out(relation) || i == head && relation == Deprel::Advcl {
                    continue;
                }
                let is_aside = is_aside || matches!(relation, Deprel::Appos | Deprel::Advcl);
                stack.push((c, is_aside));
            }
        }
        found.sort_unstable();
        let mut span = tokens.span(head);
        let mut words = Vec::new();
        for (i, is_aside) in found {
            let at = tokens.span(i);
            if !is_aside {
                span = Span::new(span.start.min(at.start) as usize, span.end.max(at.end) as usize);
            }
            if notes.times.inside(self.reader.span).any(|t| t.span.overlaps(at)) {
                continue;
            }
            let word = self.word(i, if is_aside { 0.0 } else { 1.0 });
            if word.weight > 0.0 || word.is_name || !word.poles.is_empty() || !word.marks.is_empty() {
                words.push(word);
            }
        }
        Phrase {
            relation: tokens.deprel(head),
            head: words.iter().position(|w| w.token == head && w.weight > 0.0),
            words,
            link: link.map(|i| self.word(i, 0.0)),
            span,
        }
    }

    /// A word; `share` of its weight counts.
    fn word(&self, i: usize, share: f64) -> Word {
        let reader = self.reader;
        let notes = &reader.scope.docs[reader.doc].notes;
        let tokens = &notes.tokens;
        let span = tokens.span(i);
        let sense = notes.wording.senses.of(i);
        let number = (notes.quantities.inside(reader.span))
            .find(|q| q.span.overlaps(span) && matches!(tokens.upos(i), Upos::Num | Upos::Adj))
            .and_then(|q| Some((q.value.value?, q.value.ordinal)));
        let name = self.terms.by_token.get(&i);
        let printed = words::key(&fold::letters(reader.scope.text(reader.doc, span)));
        let lemma = fold::letters(tokens.lemma(i));
        let says_nothing = lemma.is_empty()
            || matches!(
                tokens.upos(i),
                Upos::Punct | Upos::Det | Upos::Adp | Upos::Aux | Upos::Part | Upos::Cconj | Upos::Sconj
            )
            || name.is_none()
                && (tokens.upos(i) == Upos::Pron
                    || background::is_function_word(printed)
                    || background::is_function_word(words::key(&lemma)));
        let keys = match (name, number) {
            // Two firms may share the last word of their names.
            (Some(_), _) => (self.terms.rows.get(&i).into_iter().flatten().copied())
                .chain((tokens.upos(i) != Upos::Pron).then_some(printed))
                .collect(),
            (None, Some((value, order))) => vec![words::key(&format!(
                "\u{4}{}{value}",
                if order { "#" } else { "" }
            ))],
            (None, None) => reader.word_keys(i),
        };
        let weight = if says_nothing && number.is_none() {
            0.0
        } else {
            reader
                .scope
                .weights
                .idf(words::key(&lemma))
                .clamp(1.0, super::read::NAME)
                * share
        };
        Word {
            keys,
            token: i,
            head: tokens.head(i),
            weight,
            is_name: name.is_some_and(|_| tokens.upos(i) == Upos::Propn),
            number,
            poles: sense.map(|s| s.poles.clone()).unwrap_or_default(),
            marks: sense.map(|s| s.marks.clone()).unwrap_or_default(),
            span,
        }
    }
}

/// Whether a word takes part in what the predicate above it says.
fn is_part(relation: Deprel) -> bool {
    matches!(
        relation,
        Deprel::Nsubj
            | Deprel::NsubjPass
            | Deprel::Obj
            | Deprel::Iobj
            | Deprel::Obl
            | Deprel::OblUnmarked
            | Deprel::OblAgent
            | Deprel::Advmod
            | Deprel::Advcl
            | Deprel::Xcomp
            | Deprel::Ccomp
    )
}

/// Whether the words under such a relation tell nothing of the phrase above.
fn is_left_out(relation: Deprel) -> bool {
    matches!(
        relation,
        Deprel::AclRelcl
            | Deprel::AdvclRelcl
            | Deprel::Parataxis
            | Deprel::Dep
            | Deprel::List
            | Deprel::Discourse
            | Deprel::Vocative
            | Deprel::Punct
            | Deprel::Cop
            | Deprel::Aux
            | Deprel::AuxPass
            | Deprel::Expl
    )
}
