//! Whether an editor would print the line: a measure that reads as a noun phrase and says whose, where or of what.

mod anchor;
mod bare;
mod ending;
mod pointing;
mod rest;

use super::Number;
use super::toll::is_toll;
use crate::grammar::clause::auxiliary;
use crate::grammar::figure::Scene;
use crate::grammar::figure::wording::Measure;
use dossier_model::{Deprel, Upos};

/// What may be done with a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// It stands in a table.
    Prints,
    /// It is true and says too little alone: only a second report makes a row of it.
    Passing,
    /// It is no phrase, or nobody can tell what it counts.
    Never,
}

/// A measure with the words of the text that it prints, in the order of the label.
#[derive(Clone, Copy)]
struct Label<'a> {
    measure: &'a Measure,
    words: &'a [usize],
    /// The number counts the noun itself.
    counted: bool,
}

impl Label<'_> {
    fn has(&self, i: usize) -> bool {
        self.words.contains(&i)
    }
}

/// What may be done with the measure `m` of the number `n`.
pub(super) fn line(scene: Scene<'_>, n: Number<'_>, m: &Measure, counted: bool) -> Line {
    let words: Vec<usize> = m.spans.iter().flat_map(|&s| scene.words.inside(s)).collect();
    let label = Label {
        measure: m,
        words: &words,
        counted,
    };
    let debris = is_torn(&m.text)
        || starts_torn(scene, n, label)
        || is_ticker(scene, n)
        || ending::is_cut(scene, n, label)
        || is_clause(scene, label)
        || points_away(scene, label)
        || rest::is_rest(scene, n, label)
        || bare::is_bare(scene, n, label)
        || bare::is_in_brackets(scene, n, label);
    if debris {
        return Line::Never;
    }
    match (anchor::is_anchored(scene, label), is_toll(m)) {
        (true, true) => Line::Prints,
        // "People killed": of what, the story says.
        (false, true) => Line::Prints,
        (true, false) if pointing::is_unnamed(scene, label) => Line::Never,
        (true, false) => Line::Prints,
        (false, false) if anchor::is_known_rate(label) => Line::Prints,
        // "lensed background quasars": two reports of them are of one thing.
        (false, false) if words.len() > 1 => Line::Passing,
        (false, false) => Line::Never,
    }
}

/// Marks of a phrase that was cut inside a word or pasted together.
fn is_torn(text: &str) -> bool {
    let mut tokens = text.split(' ').peekable();
    let mut doubled = false;
    while let Some(t) = tokens.next() {
        doubled |= tokens.peek() == Some(&t);
    }
    let inner = text.trim_matches(|c: char| c.is_alphanumeric());
    doubled
        || !text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '.'))
        || inner.contains("- ")
        || text.contains(['…', '=', '<', '>'])
}

/// Whether the first word is the second half of one ("nation-building"), or a verb where nobody was harmed.
fn starts_torn(scene: Scene<'_>, n: Number<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    let Some(&first) = label.words.iter().min() else {
        return false;
    };
    let half = first > 0 && words.is_glued(first) && words.is(first - 1, &["-", "–", "‑"]);
    let lead = label.words.first().copied().unwrap_or(first);
    let spoken = label
        .measure
        .text
        .split(' ')
        .next()
        .is_some_and(|w| w.eq_ignore_ascii_case(words.word(lead)));
    let form = words.word(lead);
    let verbal = words.is_verb(lead) && (form.ends_with("ing") || form.ends_with("ed"));
    // "to learning 6 soldiers died", "51 percent voting against the bill".
    let noun = words
        .head(lead)
        .is_some_and(|h| h > lead && words.is_noun(h) && label.has(h));
    let led = lead > 0
        && matches!(
            words.upos(lead - 1),
            Upos::Det | Upos::Pron | Upos::Adj | Upos::Num
        );
    let modifies = words.deprel(lead) == Deprel::Amod && (lead >= n.from || led) && noun;
    // "Shy of the record": an adjective that modifies nothing in the label.
    let predicate = spoken
        && words.upos(lead) == Upos::Adj
        && words.deprel(lead) != Deprel::Amod
        && words
            .children_by(lead, &[Deprel::Det, Deprel::Nummod])
            .next()
            .is_none()
        && !is_toll(label.measure);
    // "Sent to Powell and 10 e-mails": the word in front of the number is another thing's.
    let joined = n.from > 0 && words.upos(n.from - 1) == Upos::Cconj && label.has(n.from - 1);
    let short = words.is(lead, &["shy", "short"]) && words.is(lead + 1, &["of"]);
    short || predicate || joined || half || spoken && verbal && !modifies && !is_toll(label.measure)
}

/// A run of teasers: several words in capitals among small ones.
fn is_ticker(scene: Scene<'_>, n: Number<'_>) -> bool {
    let words = scene.words;
    let (from, to) = words.sentence_words(n.from);
    let loud = |i: &usize| {
        let word = words.word(*i);
        word.len() > 3 && word.chars().all(char::is_uppercase)
    };
    let many = (from..to).filter(loud).count();
    many >= 5 && many * 2 < to - from
}

/// Whether a finite verb stands in the label with its subject and without a word that makes it a relative clause.
fn is_clause(scene: Scene<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    let relative = ["who", "that", "which", "whom", "whose", "where"];
    let linked = label.measure.text.split(' ').any(|w| relative.contains(&w));
    if linked {
        return false;
    }
    label.words.iter().any(|&v| {
        let form = words.word(v);
        let present = form.ends_with('s') && form.len() > words.lemma(v).len() && !form.ends_with("ss");
        let printed = label.measure.text.split(' ').any(|w| w == form);
        let subject = words
            .child(v, &[Deprel::Nsubj])
            .filter(|s| label.has(*s) && *s < v);
        words.upos(v) == Upos::Verb
            && printed
            && subject.is_some()
            && (present
                || words.children_by(v, &[Deprel::Aux]).any(|a| {
                    let helps = auxiliary(words.word(a)).is_some_and(|x| x.is_modal() || x.is_have_or_do());
                    label.has(a) && !helps
                }))
    })
}

/// Whether a word of the label stands for something told elsewhere: a pronoun, "today", "last week".
fn points_away(scene: Scene<'_>, label: Label<'_>) -> bool {
    dossier_world::words!(RELATIVES = "figure/relative_pronouns.txt");
    let words = scene.words;
    label.words.iter().any(|&i| {
        let pronoun = words.upos(i) == Upos::Pron
            && !words.is_in(i, &RELATIVES)
            && !words.is(i, &["others", "which", "whom", "whose"]);
        let day = words.is(i, &["today", "yesterday", "tomorrow", "tonight", "ago"]);
        pronoun || day
    })
}
