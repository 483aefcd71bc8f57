//! Who does what to whom, in one clause: the predicate with its arguments, its polarity and its modality.

use dossier_model::{Deprel, Frame, Modality, Polarity, Span, Tokens, Upos};
use dossier_world::words;

use super::{Reading, sentence};

words!(
    /// Lemmas under which a clause is only wanted, meant or thought possible.
    WANTING = "wording/wanting.txt"
);
words!(
    /// Lemmas that deny what stands under them.
    DENYING = "wording/denying.txt"
);
words!(
    /// Auxiliaries that say that something comes.
    FUTURE = "wording/future.txt"
);
words!(
    /// Auxiliaries that make of a clause something only possible.
    MODALS = "wording/modals.txt"
);

/// The predicates of all sentences, in order; where a report was written is no part of its sentence.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Frame> {
    let mut out = Vec::new();
    for &whole in &reading.notes.sentences {
        let clause = Clause {
            reading,
            tokens: &reading.notes.tokens,
            sentence: sentence::told(reading, whole),
        };
        let inside = clause.tokens.inside(clause.sentence);
        out.extend(inside.filter(|&i| clause.is_predicate(i)).map(|i| clause.read(i)));
    }
    out
}

/// The sentence that predicates are read in.
struct Clause<'a> {
    reading: &'a Reading<'a>,
    tokens: &'a Tokens,
    sentence: Span,
}

/// What a verb shares with one that is joined to it.
struct Shared {
    subjects: Vec<u32>,
    modality: Modality,
}

impl Clause<'_> {
    fn children(&self, i: usize) -> impl Iterator<Item = usize> {
        self.tokens.children(i, self.sentence)
    }

    fn is_predicate(&self, i: usize) -> bool {
        let tokens = self.tokens;
        match tokens.upos(i) {
            Upos::Verb => !matches!(tokens.deprel(i), Deprel::Amod | Deprel::Compound | Deprel::Case),
            Upos::Noun | Upos::Adj | Upos::Propn => self.children(i).any(|c| tokens.deprel(c) == Deprel::Cop),
            _ => false,
        }
    }

    fn read(&self, i: usize) -> Frame {
        let tokens = self.tokens;
        let mut frame = Frame {
            predicate: i as u32,
            subjects: Vec::new(),
            objects: Vec::new(),
            polarity: Polarity::Affirmed,
            modality: Modality::Real,
        };
        let mut denials = 0;
        for c in self.children(i) {
            let word = self.reading.low(c);
            match tokens.deprel(c) {
                Deprel::Nsubj | Deprel::NsubjOuter | Deprel::OblAgent => frame.subjects.push(c as u32),
                Deprel::NsubjPass | Deprel::Obj | Deprel::Iobj => frame.objects.push(c as u32),
                Deprel::Aux => frame.modality = frame.modality.max(modality_of(&word)),
                Deprel::Mark if is_condition(&word) => frame.modality = Modality::Possible,
                Deprel::Advcl if self.is_condition(c) => frame.modality = Modality::Possible,
                _ => {}
            }
            denials += usize::from(self.denies(c, &word));
        }
        if let Some(head) = tokens.head(i) {
            denials += usize::from(self.read_head(i, head, &mut frame));
        }
        if denials % 2 == 1 {
            frame.polarity = Polarity::Denied;
        }
        frame
    }

    /// Whether a word beside the predicate denies it, or has a "no" before it.
    fn denies(&self, i: usize, word: &str) -> bool {
        matches!(
            word,
            "not" | "n't" | "n’t" | "never" | "nobody" | "none" | "nothing"
        ) || (self.children(i)).any(|d| matches!(self.reading.low(d).as_ref(), "no" | "neither"))
    }

    /// Takes from the word above a predicate what holds for it, too; gives whether that word denies it.
    fn read_head(&self, i: usize, head: usize, frame: &mut Frame) -> bool {
        let tokens = self.tokens;
        let relation = tokens.deprel(i);
        let under = matches!(
            relation,
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
        );
        if under && WANTING.has(tokens.lemma(head)) {
            frame.modality = Modality::Possible;
        }
        // "will go and see", "was arrested and charged": what stands at the first holds for the second.
        let shares = matches!(relation, Deprel::Conj) && tokens.upos(head) == Upos::Verb;
        if shares && frame.subjects.is_empty() {
            let shared = self.shared(head);
            frame.subjects = shared.subjects;
            frame.modality = frame.modality.max(shared.modality);
        } else if matches!(relation, Deprel::Xcomp | Deprel::Advcl) && frame.subjects.is_empty() {
            frame.subjects = self.shared(head).subjects;
        } else if matches!(relation, Deprel::Acl | Deprel::AclRelcl) {
            let is_passive = self.reading.low(i).ends_with("ed");
            let has_own = |list: &[u32]| list.iter().any(|&s| tokens.upos(s as usize) != Upos::Pron);
            if !(has_own(&frame.subjects) || relation == Deprel::Acl && is_passive) {
                frame.subjects.push(head as u32);
            } else if !has_own(&frame.objects) {
                frame.objects.push(head as u32);
            }
        }
        matches!(relation, Deprel::Xcomp | Deprel::Ccomp) && DENYING.has(tokens.lemma(head))
    }

    /// The subjects of a verb, passive ones too, and what its auxiliaries make of it.
    fn shared(&self, i: usize) -> Shared {
        let tokens = self.tokens;
        Shared {
            subjects: (self.children(i))
                .filter(|&c| matches!(tokens.deprel(c), Deprel::Nsubj | Deprel::NsubjPass))
                .map(|c| c as u32)
                .collect(),
            modality: (self.children(i))
                .filter(|&c| tokens.deprel(c) == Deprel::Aux)
                .map(|c| modality_of(&self.reading.low(c)))
                .max()
                .unwrap_or(Modality::Real),
        }
    }

    /// Whether a clause beside the predicate is a condition: "if parliament agrees".
    fn is_condition(&self, i: usize) -> bool {
        (self.children(i))
            .any(|c| self.tokens.deprel(c) == Deprel::Mark && is_condition(&self.reading.low(c)))
    }
}

fn is_condition(word: &str) -> bool {
    matches!(word, "if" | "unless" | "whether")
}

/// What an auxiliary makes of its verb.
fn modality_of(auxiliary: &str) -> Modality {
    let word = auxiliary.trim_start_matches(['\'', '’']);
    if FUTURE.has(word) {
        Modality::Ahead
    } else if MODALS.has(word) {
        Modality::Possible
    } else {
        Modality::Real
    }
}
