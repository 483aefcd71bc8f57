//! Who does what to whom, in one clause: the predicate with its arguments, its polarity and its modality.

use dossier_model::{Deprel, Span, Tokens, Upos};

/// Whether something is told as done or as still ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modality {
    /// Told as it is or was.
    Real,
    /// Planned, hoped, asked for or possible.
    Ahead,
}

/// Whether something is told to be so or not to be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    /// It is so.
    Affirmed,
    /// It is not so.
    Denied,
}

/// One predicate by places of tokens.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The verb, or the noun or adjective of "is a fraud".
    pub predicate: usize,
    /// The heads of those who act.
    pub subjects: Vec<usize>,
    /// The heads of what is acted upon, a passive's subject too.
    pub objects: Vec<usize>,
    /// Denied or not.
    pub polarity: Polarity,
    /// Done or ahead.
    pub modality: Modality,
}

/// Verbs under which a clause is only wanted, meant or thought possible.
const WANTS: &[&str] = &[
    "plan", "want", "hope", "expect", "intend", "aim", "wish", "urge", "ask", "demand", "consider", "seek",
    "propose", "threaten", "promise", "vow", "pledge", "schedule", "agree", "set", "try", "attempt", "like",
    "due", "likely", "ready", "prepare", "decide", "offer",
];
/// Verbs that deny what stands under them.
const DENIES: &[&str] = &[
    "deny", "refuse", "fail", "decline", "stop", "prevent", "reject", "unable",
];
const MODALS: &[&str] = &[
    "will", "would", "could", "may", "might", "should", "shall", "ll", "wo", "must",
];

/// The predicates of a sentence, in order.
#[must_use]
pub fn find(tokens: &Tokens, text: &str, sentence: Span) -> Vec<Frame> {
    tokens
        .inside(sentence)
        .filter(|&i| is_predicate(tokens, i, sentence))
        .map(|i| read(tokens, text, i, sentence))
        .collect()
}

fn is_predicate(tokens: &Tokens, i: usize, sentence: Span) -> bool {
    match tokens.upos(i) {
        Upos::Verb => !matches!(tokens.deprel(i), Deprel::Amod | Deprel::Compound | Deprel::Case),
        Upos::Noun | Upos::Adj | Upos::Propn => tokens
            .children(i, sentence)
            .any(|c| tokens.deprel(c) == Deprel::Cop),
        _ => false,
    }
}

fn read(tokens: &Tokens, text: &str, i: usize, sentence: Span) -> Frame {
    let mut frame = Frame {
        predicate: i,
        subjects: Vec::new(),
        objects: Vec::new(),
        polarity: Polarity::Affirmed,
        modality: Modality::Real,
    };
    let mut denials = 0;
    for c in tokens.children(i, sentence) {
        let word = text_of(tokens, text, c);
        match tokens.deprel(c) {
            Deprel::Nsubj | Deprel::NsubjOuter | Deprel::OblAgent => frame.subjects.push(c),
            Deprel::NsubjPass | Deprel::Obj | Deprel::Iobj => frame.objects.push(c),
            Deprel::Aux if MODALS.contains(&word.trim_start_matches(['\'', '’'])) => {
                frame.modality = Modality::Ahead;
            }
            Deprel::Mark if word == "if" => frame.modality = Modality::Ahead,
            _ => {}
        }
        let is_no = matches!(
            word.as_str(),
            "not" | "n't" | "n’t" | "never" | "nobody" | "none" | "nothing"
        ) || tokens
            .children(c, sentence)
            .any(|d| matches!(text_of(tokens, text, d).as_str(), "no" | "neither"));
        denials += usize::from(is_no);
    }
    let relation = tokens.deprel(i);
    if let Some(head) = tokens.head(i) {
        let under = matches!(
            relation,
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
        );
        if under && WANTS.contains(&tokens.lemma(head)) {
            frame.modality = Modality::Ahead;
        }
        if matches!(relation, Deprel::Xcomp | Deprel::Ccomp) && DENIES.contains(&tokens.lemma(head)) {
            denials += 1;
        }
        // "will go and see", "was arrested and charged": what stands at the first holds for the second.
        let shares = matches!(relation, Deprel::Conj) && tokens.upos(head) == Upos::Verb;
        if shares && frame.subjects.is_empty() {
            let first = read_shared(tokens, text, head, sentence);
            frame.subjects = first.0;
            if first.1 {
                frame.modality = Modality::Ahead;
            }
        } else if matches!(relation, Deprel::Xcomp | Deprel::Advcl) && frame.subjects.is_empty() {
            frame.subjects = read_shared(tokens, text, head, sentence).0;
        } else if matches!(relation, Deprel::Acl | Deprel::AclRelcl) {
            let is_passive = text_of(tokens, text, i).ends_with("ed");
            let has_own = |list: &[usize]| list.iter().any(|&s| tokens.upos(s) != Upos::Pron);
            if !(has_own(&frame.subjects) || relation == Deprel::Acl && is_passive) {
                frame.subjects.push(head);
            } else if !has_own(&frame.objects) {
                frame.objects.push(head);
            }
        }
    }
    if denials % 2 == 1 {
        frame.polarity = Polarity::Denied;
    }
    frame
}

/// The subjects of a verb, passive ones too, and whether it is told as ahead.
fn read_shared(tokens: &Tokens, text: &str, i: usize, sentence: Span) -> (Vec<usize>, bool) {
    let children = || tokens.children(i, sentence);
    let subjects = children()
        .filter(|&c| matches!(tokens.deprel(c), Deprel::Nsubj | Deprel::NsubjPass))
        .collect();
    let ahead = children()
        .any(|c| tokens.deprel(c) == Deprel::Aux && MODALS.contains(&text_of(tokens, text, c).as_str()));
    (subjects, ahead)
}

fn text_of(tokens: &Tokens, text: &str, i: usize) -> String {
    tokens.span(i).of(text).to_lowercase()
}

/// The place among `frames` of what a sentence chiefly tells: its root, or what is under a root that only
/// reports ("Police said that …").
#[must_use]
pub fn find_main(
    tokens: &Tokens,
    frames: &[Frame],
    sentence: Span,
    is_report: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let place = |i: usize| frames.iter().position(|f| f.predicate == i);
    let root = tokens.inside(sentence).find(|&i| {
        tokens
            .head(i)
            .is_none_or(|h| !tokens.inside(sentence).contains(&h))
    })?;
    let mut at = root;
    for _ in 0..4 {
        if !is_report(at) {
            break;
        }
        let below = tokens.children(at, sentence).find(|&c| {
            matches!(
                tokens.deprel(c),
                Deprel::Ccomp | Deprel::Parataxis | Deprel::Xcomp
            ) && place(c).is_some()
        });
        let Some(below) = below else { break };
        at = below;
    }
    place(at).or_else(|| (!frames.is_empty()).then_some(0))
}
