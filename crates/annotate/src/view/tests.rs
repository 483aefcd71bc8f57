use super::*;
use dossier_model::{Deprel, TokensBuilder};

/// A row is `word upos deprel head` with heads counted from 1 and 0 for the root; lemmas are the words in small
/// letters. Gives the text, its one sentence and the words.
fn words(rows: &str) -> (String, [Span; 1], Tokens) {
    let mut out = TokensBuilder::default();
    let mut text = String::new();
    for row in rows.split(';') {
        let cols: Vec<&str> = row.split_whitespace().collect();
        let start = text.len();
        text.push_str(cols[0]);
        let span = Span::new(start, text.len());
        text.push(' ');
        let head = cols[3].parse::<usize>().unwrap().checked_sub(1);
        let deprel = Deprel::from_name(cols[2]).unwrap();
        let upos = Upos::from_name(cols[1]).unwrap();
        out.push(span, upos, &cols[0].to_lowercase(), head, deprel);
    }
    let sentence = Span::new(0, text.len().saturating_sub(1));
    (text, [sentence], out.build())
}

const DEAL: &str = "Leaders NOUN nsubj 3;will AUX aux 3;sign VERB root 0;the DET det 6;Hanoi PROPN compound 6;\
    deal NOUN obj 3;and CCONJ cc 8;treaty NOUN conj 6;that PRON nsubj:pass 11;was AUX aux:pass 11;\
    drafted VERB acl:relcl 6;. PUNCT punct 3";

#[test]
fn words_and_shapes() {
    let (text, sentences, tokens) = words(DEAL);
    let view = View::new(&text, &sentences, &tokens, |_| false);
    assert_eq!(
        (view.word(4), view.fold(4), view.shape(4)),
        ("Hanoi", "hanoi", Shape::Capital)
    );
    assert!(view.is(0, &["leaders"]) && view.opens_sentence(0) && !view.opens_sentence(4));
    assert!(view.is_punct(11) && view.ends_sentence(11) && !view.is_punct(99));
    assert_eq!((view.word(99), view.fold(99), view.upos(99)), ("", "", Upos::X));
    assert_eq!(view.stretch(4, 6).map(|s| s.of(&text)), Some("Hanoi deal"));
    assert_eq!(view.stretch(4, 4), None);
    assert_eq!(view.seen("hanoi").capital, 1);
}

#[test]
fn shapes() {
    for (word, shape) in [
        ("McKay", Shape::Capital),
        ("NATO", Shape::Upper),
        ("iPhone", Shape::Lower),
        ("7th", Shape::Number),
        ("—", Shape::Mark),
        ("A", Shape::Capital),
    ] {
        assert_eq!(Shape::of(word), shape, "{word}");
    }
}

#[test]
fn tree_questions() {
    let (text, sentences, tokens) = words(DEAL);
    let view = View::new(&text, &sentences, &tokens, |_| false);
    assert_eq!(view.head(5), Some(2));
    assert_eq!(view.children(5).collect::<Vec<_>>(), [3, 4, 7, 10]);
    assert_eq!(view.child(2, SUBJECTS), Some(0));
    assert_eq!(view.extent(5), (3, 11));
    assert_eq!(view.conjuncts(5), [5, 7]);
    assert_eq!(view.first_conjunct(7), 5);
    assert_eq!(view.noun_phrase(5).of(&text), "the Hanoi deal");
    assert!(view.each_sentence().next().is_some_and(|s| s.has_tree()));
}

#[test]
fn without_heads_and_without_words() {
    let (text, sentences, tokens) = words("One NUM dep 0;two NUM dep 0");
    let view = View::new(&text, &sentences, &tokens, |_| false);
    assert_eq!(view.extent(0), (0, 1));
    assert!(!view.is_parsed());
    let none = Tokens::default();
    let view = View::new("", &[], &none, |_| false);
    assert_eq!((view.len(), view.children(5).count(), view.head(5)), (0, 0, None));
}
