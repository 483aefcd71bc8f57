//! Who does what to whom: predicates with their senses and arguments, in PropBank's scheme.
//!
//! The weights come from `tools/training` and are embedded; `models/MODEL_CARD.md` tells what they were made of.

use std::sync::OnceLock;

use dossier_annotate::frame::{self, Model};
use dossier_annotate::syntax::Aligned;
use dossier_model::{Article, Layer, Predicate, Span, Tokens};

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/frames.bin"));

fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(&WEIGHTS.0))
}

/// The predicates of an article, in order.
#[must_use]
pub fn find(article: &Article, sentences: &[Span], tokens: &Tokens) -> Layer<Predicate> {
    frame::find(model(), article.text(), sentences, tokens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{sentence, syntax, token};
    use dossier_annotate::View;
    use dossier_model::{ArgumentForm, ArgumentRole};

    /// `expected` is one predicate: its sense, then `ROLE=head` of each argument in text order.
    fn check(text: &str, expected: &str) {
        let article = Article::plain(text, None);
        let sentences = sentence::split(&article);
        let words = token::split(&article, &sentences);
        let tokens = syntax::parse(&article, &sentences, &words);
        let told = |p: &Predicate| {
            let head = |a: &dossier_model::Argument| tokens.span(a.head as usize).of(article.text());
            let plain = p.arguments.iter().filter(|a| a.form == ArgumentForm::Plain);
            let roles: Vec<String> = plain
                .map(|a| format!("{}={}", a.role.as_str(), head(a)))
                .collect();
            format!("{} {}", p.sense, roles.join(" "))
        };
        let layer = find(&article, &sentences, &tokens);
        let all: Vec<String> = layer.iter().map(|a| told(&a.value)).collect();
        assert!(all.iter().any(|p| p == expected), "{expected} in {all:#?}");
    }

    #[test]
    fn who_does_what_to_whom() {
        check(
            "The minister signed the agreement on Monday.",
            "sign.01 ARG0=minister ARG1=agreement ARGM-TMP=Monday",
        );
        check(
            "The agreement was signed by the minister.",
            "sign.01 ARG1=agreement ARG0=minister",
        );
        check(
            "Rebels who attacked the village killed two people.",
            "kill.01 ARG0=Rebels ARG1=people",
        );
    }

    #[test]
    fn what_is_denied_or_may_be() {
        check(
            "The company did not fire the workers.",
            "fire.02 ARG0=company ARGM-NEG=not ARG1=workers",
        );
        check(
            "The company could fire the workers.",
            "fire.02 ARG0=company ARGM-MOD=could ARG1=workers",
        );
    }

    #[test]
    fn a_relative_clause_takes_the_noun_without_its_preposition() {
        let article = Article::plain("Police spoke with two men who robbed the bank.", None);
        let sentences = sentence::split(&article);
        let words = token::split(&article, &sentences);
        let tokens = syntax::parse(&article, &sentences, &words);
        let layer = find(&article, &sentences, &tokens);
        let robs = layer
            .iter()
            .find(|p| p.value.lemma() == "rob")
            .expect("a robbery");
        let robber = robs.value.argument(ArgumentRole::Arg0).expect("a robber");
        assert_eq!(robber.span.of(article.text()), "two men");
    }

    #[test]
    fn nouns_are_predicates_too() {
        check(
            "The attack on the village shocked the country.",
            "attack.01 ARG1=village",
        );
    }

    #[test]
    fn the_view_answers() {
        let article = Article::plain("The company did not fire the workers.", None);
        let sentences = sentence::split(&article);
        let words = token::split(&article, &sentences);
        let tokens = syntax::parse(&article, &sentences, &words);
        let frames = find(&article, &sentences, &tokens);
        let view = View::new(article.text(), &sentences, &tokens, |_| false).with_frames(&frames);
        assert_eq!(view.argument(4, ArgumentRole::Arg0), Some(1));
        assert_eq!(view.frame_of(4).map(Predicate::lemma), Some("fire"));
        assert!(view.is_negated(4) && view.modal(4).is_none() && view.frame_of(1).is_none());
        let parts: Vec<(usize, ArgumentRole)> =
            view.parts_of(6).map(|p| (p.predicate, p.argument.role)).collect();
        assert_eq!(parts, [(4, ArgumentRole::Arg1)]);
        assert!(view.is_argument(6, 4, ArgumentRole::Arg1));
    }
}
