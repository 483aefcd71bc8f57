//! What stands around a verb itself: auxiliaries, negation, marks.

use dossier_annotate::Sentence;
use dossier_model::Deprel;

use super::super::slots::looks_past;
use super::matrix::is_instead;
use crate::grammar::clause::{Auxiliary as A, auxiliary, is_negation};

dossier_world::words!(UNREAL_ADVERBS = "event/unreal_adverbs.txt");

/// The signs of one verb.
#[derive(Default)]
pub(super) struct Signs {
    pub negated: bool,
    /// "nearly killed", "allegedly attacked".
    pub unreal: bool,
    pub conditional: bool,
    /// "rather than".
    pub instead: bool,
    pub possible: bool,
    /// "should", "must", "may": what is denied under them is only not wanted.
    pub modal: bool,
    pub future: bool,
    pub would: bool,
    pub infinitive: bool,
    pub have: bool,
    pub past_be: bool,
    pub present_be: bool,
    pub any_aux: bool,
    pub been: bool,
    /// "do not", without "did" or "does".
    pub plain_do: bool,
    pub subject: bool,
}

impl Signs {
    fn read_auxiliary(&mut self, g: &Sentence, k: usize) {
        self.any_aux = true;
        match auxiliary(g.word(k)) {
            Some(A::Will) => self.future = true,
            Some(A::Would | A::HadOrWould) => self.would = true,
            Some(A::Can) => self.possible = true,
            Some(A::Modal) => (self.possible, self.modal) = (true, true),
            Some(A::Have) => self.have = true,
            Some(A::PastBe | A::Got | A::Did) => self.past_be = true,
            Some(A::Be | A::Get) => self.present_be = true,
            Some(A::Been) => self.been = true,
            Some(A::Do) => self.plain_do = g.is(k, &["do"]),
            None => self.infinitive |= g.is(k, &["to"]),
        }
    }

    fn read_mark(&mut self, g: &Sentence, v: usize, k: usize) {
        match g.word(k).to_lowercase().as_str() {
            "to" => self.infinitive = true,
            "if" | "unless" | "whether" | "lest" | "should" => self.conditional = true,
            "until" | "once" | "before" if !looks_past(g, v) => self.conditional = true,
            _ => {}
        }
        self.instead |= is_instead(g, k);
        // "Not by visiting": what is denied is how it is done.
        let is_way = g.is(k, &["by", "through", "for"]) && g.word(v).ends_with("ing");
        self.negated |= is_way && k > g.range.start && g.is(k - 1, &["not"]);
    }
}

/// The signs around the verb or predicate `v`.
pub(super) fn own_signs(g: &Sentence, v: usize) -> Signs {
    use Deprel as D;
    let mut s = Signs::default();
    for k in g.children(v) {
        match g.deprel(k) {
            D::Aux | D::AuxPass | D::Cop => s.read_auxiliary(g, k),
            D::Mark | D::Case => s.read_mark(g, v, k),
            D::Advmod | D::Det | D::Discourse | D::Dep | D::Cc => {
                let no = is_negation(g.word(k)) || g.is(k, &["hardly", "nor", "no"]);
                s.unreal |= k < v && g.is_in(k, &UNREAL_ADVERBS);
                s.instead |= k < v && is_instead(g, k);
                // "not only" denies nothing.
                s.negated |= no && k < v && !is_followed_by(g, k, "only");
            }
            D::Nsubj | D::NsubjPass => {
                let nobody = g.is(k, &["nobody", "none", "nothing"])
                    || g.is(k, &["one"]) && k > g.range.start && g.is(k - 1, &["no"])
                    || g.children_by(k, &[D::Det]).any(|d| g.is(d, &["no", "neither"]));
                s.negated |= nobody;
                s.subject = true;
            }
            _ => {}
        }
    }
    s
}

/// Whether the word behind `i` is `word`.
fn is_followed_by(g: &Sentence, i: usize, word: &str) -> bool {
    g.range.contains(&(i + 1)) && g.is(i + 1, &[word])
}
