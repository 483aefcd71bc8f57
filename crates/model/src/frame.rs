use std::borrow::Cow;

use crate::Span;
use crate::syntax::names;

names! {
    /// What an argument is to its predicate, in PropBank's scheme: numbered roles as the predicate's sense defines
    /// them (0 acts, 1 is acted upon, in most), and what may modify any predicate.
    ArgumentRole, "PropBank",
    Arg0 = "ARG0", Arg1 = "ARG1", Arg2 = "ARG2", Arg3 = "ARG3", Arg4 = "ARG4", Arg5 = "ARG5",
    Adjectival = "ARGM-ADJ", Adverbial = "ARGM-ADV", Cause = "ARGM-CAU", Companion = "ARGM-COM",
    Construction = "ARGM-CXN", Direction = "ARGM-DIR", Discourse = "ARGM-DIS", Extent = "ARGM-EXT",
    Goal = "ARGM-GOL", Location = "ARGM-LOC", LightVerb = "ARGM-LVB", Manner = "ARGM-MNR", Modal = "ARGM-MOD",
    Negation = "ARGM-NEG", Secondary = "ARGM-PRD", Purpose = "ARGM-PRP", PredicateOfLightVerb = "ARGM-PRR",
    Reciprocal = "ARGM-REC", Time = "ARGM-TMP",
}

names! {
    /// Whether an argument is told by its own words.
    ArgumentForm, "the annotations",
    Plain = "plain", Reference = "reference", Continuation = "continuation",
}

/// One argument of a predicate.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// What it is to the predicate.
    pub role: ArgumentRole,
    /// `Reference` for a pronoun that stands for the argument in a relative clause, `Continuation` for a second part of it.
    pub form: ArgumentForm,
    /// Place of its head in [`Annotations::tokens`](crate::Annotations).
    pub head: u32,
    /// All its words.
    pub span: Span,
    /// How sure the role is, from 0 to 1.
    pub confidence: f32,
}

/// A verb, noun or adjective that says that something happens or is so, with those who take part. The annotation's span
/// is the word.
#[derive(Debug, Clone, PartialEq)]
pub struct Predicate {
    /// Its place in [`Annotations::tokens`](crate::Annotations).
    pub token: u32,
    /// PropBank's sense where it is known ("strike.01"), else the dictionary form.
    pub sense: Cow<'static, str>,
    /// How sure it is that the word is a predicate, from 0 to 1.
    pub confidence: f32,
    /// In text order.
    pub arguments: Vec<Argument>,
}

impl Predicate {
    /// The surest argument with this role that is told by its own words.
    #[must_use]
    pub fn argument(&self, role: ArgumentRole) -> Option<&Argument> {
        let all = self.arguments_with(role);
        all.reduce(|a, b| if b.confidence > a.confidence { b } else { a })
    }

    /// The arguments with this role that are told by their own words, in text order.
    pub fn arguments_with(&self, role: ArgumentRole) -> impl Iterator<Item = &Argument> {
        let is_plain = move |a: &&Argument| a.role == role && a.form == ArgumentForm::Plain;
        self.arguments.iter().filter(is_plain)
    }

    /// The sense's word without its number: "strike" of "strike.01".
    #[must_use]
    pub fn lemma(&self) -> &str {
        self.sense.split('.').next().unwrap_or("")
    }
}
