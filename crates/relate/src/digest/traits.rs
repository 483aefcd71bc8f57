//! What is seen of a sentence before it is known whether an editor would print it: how many tell it, where it stands, how
//! much of it is what the story is about, and whether it stands by itself.

use dossier_model::{
    Annotation, Deprel, Mention, MentionForm, Modality, Polarity, QuoteForm, Span, Tokens, Traits, Upos,
};

use super::{Candidate, Telling};
use crate::interval::MONTH;
use crate::matter::Matter;
use crate::scope::Scope;
use crate::statement::{Part, Sentence};

/// Steps of counts.
const FEW: &[(usize, &str)] = &[(0, "none"), (1, "one"), (2, "two"), (usize::MAX, "more")];
/// Steps of sentences before it.
const PLACE: &[(usize, &str)] = &[
    (0, "first"),
    (1, "second"),
    (3, "early"),
    (8, "middle"),
    (20, "late"),
    (usize::MAX, "end"),
];
/// Steps of words.
const WORDS: &[(usize, &str)] = &[
    (8, "short"),
    (15, "usual"),
    (25, "longer"),
    (35, "long"),
    (usize::MAX, "very long"),
];

/// Describes a sentence.
pub(super) fn describe(scope: &Scope<'_>, matter: &Matter, origins: usize, of: &Candidate<'_>) -> Traits {
    let mut traits = Traits::default();
    let sentence = of.sentence;
    traits.count("origins", of.support.origins, FEW);
    traits.measure(
        "share of origins",
        of.support.origins as f64 / origins.max(1) as f64,
    );
    traits.measure("matter", of.about);
    traits.measure("fit", of.fit);
    traits.ask("opens", of.opens);
    traits.count("place", of.place, PLACE);
    traits.measure("depth", depth(scope, sentence));
    traits.say(
        "telling",
        match of.telling {
            Telling::Done => "done",
            Telling::Ahead => "ahead",
            Telling::Said => "said",
        },
    );
    traits.ask("beside", sentence.part == Part::Beside);
    traits.say("quoted", quoted(scope, sentence));
    traits.say("age", age(scope, sentence));
    traits.say("told", told(scope, sentence));
    traits.count("numbers", sentence.numbers.len(), FEW);
    clause(&mut traits, sentence);
    words(&mut traits, scope, sentence);
    names(&mut traits, scope, matter, sentence);
    root(&mut traits, scope, matter, sentence);
    traits
}

/// Its chief predicate.
fn clause(traits: &mut Traits, sentence: &Sentence) {
    let main = sentence.main.map(|i| &sentence.clauses[i]);
    traits.ask("named subject", main.is_some_and(|c| c.has_named_subject));
    traits.ask("named object", main.is_some_and(|c| c.has_named_object));
    traits.ask("denied", main.is_some_and(|c| c.polarity == Polarity::Denied));
    let ahead = |m: Modality| m == Modality::Ahead;
    traits.ask(
        "clauses ahead",
        sentence.clauses.iter().any(|c| ahead(c.modality)),
    );
    traits.count("clauses", sentence.clauses.len(), FEW);
}

/// Its words by kind.
fn words(traits: &mut Traits, scope: &Scope<'_>, sentence: &Sentence) {
    let tokens = &scope.docs[sentence.doc].notes.tokens;
    let span = sentence.told();
    let all = tokens.inside(span);
    let count = |of: &[Upos]| all.clone().filter(|&i| of.contains(&tokens.upos(i))).count();
    let n = all.clone().filter(|&i| tokens.upos(i) != Upos::Punct).count();
    traits.count("words", n, WORDS);
    let share = |of: &[Upos]| count(of) as f64 / n.max(1) as f64;
    traits.measure("modifiers", share(&[Upos::Adj, Upos::Adv]));
    traits.measure("proper nouns", share(&[Upos::Propn]));
    traits.measure("pronouns", share(&[Upos::Pron]));
    if let Some(first) = all.clone().next() {
        traits.say("begins", tokens.upos(first).as_str());
    }
    traits.ask(
        "adverbial clause",
        all.clone().any(|i| tokens.deprel(i) == Deprel::Advcl),
    );
}

/// Its root and the subject of that: how they are told, and whether the articles open with them.
fn root(traits: &mut Traits, scope: &Scope<'_>, matter: &Matter, sentence: &Sentence) {
    let tokens = &scope.docs[sentence.doc].notes.tokens;
    let span = sentence.told();
    let root = tokens.inside(span).find(|&i| tokens.head(i).is_none());
    let subject = root.and_then(|root| tokens.children(root, span).find(|&i| is_subject(tokens, i)));
    let opens = |i: usize| matter.holds(scope, sentence.doc, tokens.span(i));
    traits.say("root", root.map_or("none", |i| tokens.upos(i).as_str()));
    traits.ask("root in openings", root.is_some_and(opens));
    traits.say("subject", subject.map_or("none", |i| form(tokens, i, span)));
    traits.say("subject in openings", known(subject.map(opens)));
}

fn is_subject(tokens: &Tokens, i: usize) -> bool {
    matches!(
        tokens.deprel(i),
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj
    )
}

/// How a subject is told.
fn form(tokens: &Tokens, subject: usize, span: Span) -> &'static str {
    let inside = |upos: Upos| tokens.children(subject, span).any(|i| tokens.upos(i) == upos);
    match tokens.upos(subject) {
        Upos::Propn => "name",
        Upos::Pron => "pronoun",
        _ if inside(Upos::Propn) => "of a name",
        _ if inside(Upos::Det) => "determined",
        _ if inside(Upos::Num) => "counted",
        _ => "other",
    }
}

fn known(is_known: Option<bool>) -> &'static str {
    match is_known {
        None => "none",
        Some(true) => "known",
        Some(false) => "unknown",
    }
}

/// Whom it names, and whether by a surname alone.
fn names(traits: &mut Traits, scope: &Scope<'_>, matter: &Matter, sentence: &Sentence) {
    let notes = &scope.docs[sentence.doc].notes;
    let all: Vec<&Annotation<Mention>> = notes.mentions.inside(sentence.told()).collect();
    let of = |form: MentionForm| all.iter().filter(move |m| m.value.form == form);
    let opens = |m: &Annotation<Mention>| matter.holds(scope, sentence.doc, m.span);
    let has_full = |m: &Mention| of(MentionForm::Name).any(|n| n.value.local == m.local);
    let alone = of(MentionForm::Short).filter(|m| !has_full(&m.value));
    traits.say("surname alone", known(alone.map(|m| opens(m)).min()));
    let named: Vec<bool> = (all.iter())
        .filter(|m| m.value.form.is_name())
        .map(|m| opens(m))
        .collect();
    let in_openings = named.iter().filter(|n| **n).count();
    traits.measure(
        "names in openings",
        in_openings as f64 / named.len().max(1) as f64,
    );
    traits.count("names", of(MentionForm::Name).count(), FEW);
    traits.count("described", of(MentionForm::Nominal).count(), FEW);
    traits.count("he or she", of(MentionForm::Pronoun).count(), FEW);
}

/// How far down in its article it stands, from 0 to 1.
fn depth(scope: &Scope<'_>, sentence: &Sentence) -> f64 {
    let read = scope.docs[sentence.doc];
    f64::from(sentence.span.start) / read.article.text().len().max(1) as f64
}

/// How much of it stands in quotation marks.
fn quoted(scope: &Scope<'_>, sentence: &Sentence) -> &'static str {
    let notes = &scope.docs[sentence.doc].notes;
    let span = sentence.told();
    let direct = (notes.quotes.iter()).filter(|q| q.value.form != QuoteForm::Indirect);
    let inside: usize = direct
        .filter_map(|q| q.span.intersection(span))
        .map(|s| s.len())
        .sum();
    match inside * 10 / span.len().max(1) {
        0 => "none",
        1..=4 => "part",
        _ => "most",
    }
}

/// Whether it tells of days that are long over, by the day of its article.
fn age(scope: &Scope<'_>, sentence: &Sentence) -> &'static str {
    let Some(day) = scope.docs[sentence.doc].article.reference_day() else {
        return "undated";
    };
    let latest = sentence.times.iter().map(|t| t.to).max();
    match latest {
        None => "no time",
        Some(to) if (day - to).get_days() > MONTH => "old",
        Some(to) if to > day => "to come",
        Some(_) => "new",
    }
}

/// Whether it is told on the last day of the reports.
fn told(scope: &Scope<'_>, sentence: &Sentence) -> &'static str {
    let days = || scope.docs.iter().filter_map(|d| d.article.reference_day());
    let day = scope.docs[sentence.doc].article.reference_day();
    match (day, days().min(), days().max()) {
        (Some(_), Some(first), Some(last)) if first == last => "on the one day",
        (Some(day), _, Some(last)) if day == last => "last",
        (Some(day), Some(first), _) if day == first => "first",
        (Some(_), ..) => "between",
        _ => "undated",
    }
}
