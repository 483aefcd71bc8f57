//! The words, from their wire form.

use dossier_model::{Span, Tokens, TokensBuilder};

use crate::Named;
use crate::annotations::v1;
use crate::error::{Error, Result};
use crate::place::Place;

/// The words, of one length of columns, each hanging on words of its own sentence.
pub(super) fn read(wire: v1::Tokens<'_>, sentences: &[Span], place: &Place<'_>) -> Result<Tokens> {
    let v1::Tokens {
        span,
        upos,
        lemma,
        head,
        deprel,
    } = wire;
    let count = span.len();
    for (field, length) in [
        ("upos", upos.len()),
        ("lemma", lemma.len()),
        ("head", head.len()),
        ("deprel", deprel.len()),
    ] {
        if length != count {
            let problem = format!("has {length} rows, and span has {count}");
            return Err(Error::new(problem, "the columns of tokens are of one length").inside(field));
        }
    }
    let spans = super::apart("span", span, place)?;
    check_heads(&spans, &head, sentences)?;
    let mut out = TokensBuilder::with_capacity(count);
    let rest = upos.into_iter().zip(lemma).zip(head).zip(deprel);
    for (span, (((Named(upos), lemma), head), Named(deprel))) in spans.into_iter().zip(rest) {
        out.push(span, upos, &lemma, head.map(|h| h as usize), deprel);
    }
    Ok(out.build())
}

/// Each head is a token of the same sentence, and whoever goes from head to head comes to a root.
fn check_heads(spans: &[Span], heads: &[Option<u32>], sentences: &[Span]) -> Result<()> {
    let sentence = |token: Span| sentences.partition_point(|s| s.end <= token.start);
    // The walk in which a token was met first; 0 is none.
    let mut met = vec![0_usize; heads.len()];
    for (first, head) in heads.iter().enumerate() {
        let fail = |problem: String, hint| Err(Error::new(problem, hint).inside(&format!("head[{first}]")));
        if let Some(head) = *head {
            let Some(governor) = spans.get(head as usize) else {
                return fail(
                    format!("{head} is no place in the {} tokens", heads.len()),
                    "places count from 0; a root has null",
                );
            };
            if sentence(*governor) != sentence(spans[first]) {
                return fail(
                    format!("{head} is a token of another sentence"),
                    "a sentence's tokens depend on its own",
                );
            }
        }
        let (walk, mut at) = (first + 1, first);
        while met[at] == 0 {
            met[at] = walk;
            match heads[at] {
                // Out of range is told when its own turn comes.
                Some(head) if (head as usize) < heads.len() => at = head as usize,
                _ => break,
            }
            if met[at] == walk {
                return fail("leads back to itself".to_owned(), "each sentence hangs on a root");
            }
        }
    }
    Ok(())
}
