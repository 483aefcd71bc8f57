//! Verbs that tell an event only where they are the news of their sentence: the predicate of a main clause in a headline
//! or in one of the first sentences, or of a past one elsewhere that has a day of its own. "The firm cut prices" in passing
//! is background; the same at the head of a report is what it reports.

use dossier_annotate::Sentence;
use dossier_annotate::view::CLIMB;
use dossier_model::{Deprel, MentionForm, Status, Upos, When, WhenPrecision};

use super::lexicon::{Sense, Slot};
use super::party::Party;
use super::reader::Reader;
use super::slots::looks_past;
use super::status::Real;

dossier_world::words!(BACKGROUND = "event/background_adverbs.txt");
dossier_world::words!(QUESTION_STARTS = "event/question_starts.txt");

/// What is told, and those who take part in it.
pub(super) struct News<'n> {
    pub sense: &'n Sense,
    pub real: Real,
    pub passive: bool,
    pub sources: &'n [Party],
    pub targets: &'n [Party],
    /// What it is done to.
    pub object: Option<usize>,
    pub placed: bool,
    pub when: Option<&'n When>,
}

impl Reader<'_> {
    /// Whether the verb `v` is the news of its sentence, told as done, and whose it is.
    pub fn is_news(&self, v: usize, news: &News) -> bool {
        let real = match news.real {
            Real::Is(Status::Past) => true,
            Real::Open => self.lead,
            _ => false,
        };
        let is_dated = looks_past(self.g, v) && news.when.is_some_and(|w| is_of_days(w.precision));
        let is_background = |k: usize| self.g.is_in(k, &BACKGROUND);
        if self.g.children_by(v, &[Deprel::Advmod]).any(is_background) {
            return false;
        }
        real && (self.front || !self.caption && is_dated)
            && !self.is_asked_or_quoted(v)
            && is_main(self.g, v, self.terse)
            && self.is_somebodys(news)
    }

    /// Whether a name or something definite takes part, and nobody who is only a pronoun.
    fn is_somebodys(&self, news: &News) -> bool {
        let g = self.g;
        let mut parties = news.sources.iter().chain(news.targets);
        if parties.clone().any(|p| p.pronoun) {
            return false;
        }
        // Who acts is told, unless the words leave it out.
        if !news.passive && news.sources.is_empty() && news.sense.frame.sources.contains(&Slot::Subject) {
            return false;
        }
        let is_named = |p: &Party| p.who.local.is_some() || self.cast.is_tied(g, p.head);
        let names = |o: usize| {
            let mention = self.cast.mention(o).filter(|m| m.form != MentionForm::Pronoun);
            g.upos(o) == Upos::Propn || mention.is_some_and(|m| m.form.is_name()) || self.cast.is_tied(g, o)
        };
        let has_object = !news.targets.is_empty() || news.object.is_some();
        let wants_object = news.sense.frame.targets.contains(&Slot::Object) && !news.sense.needs.no_object;
        let is_told = news.placed && (has_object || !news.sources.is_empty());
        (parties.any(is_named) || news.object.is_some_and(names) || is_told) && (has_object || !wants_object)
    }

    /// Whether a sentence asks, wonders, or stands in quotation marks.
    fn is_asked_or_quoted(&self, v: usize) -> bool {
        let g = self.g;
        let asks = g.range.end > g.range.start && g.is(g.range.end - 1, &["?"])
            || self.terse && QUESTION_STARTS.has_any_case(g.word(g.range.start));
        let marks = (g.range.start..v)
            .filter(|&k| g.is(k, &["\"", "“", "”", "``", "''"]))
            .count();
        asks || marks % 2 == 1
    }
}

/// Whether a time says on which days.
fn is_of_days(precision: WhenPrecision) -> bool {
    matches!(
        precision,
        WhenPrecision::Week | WhenPrecision::Day | WhenPrecision::Minute
    )
}

/// Whether `v` is the predicate of a main clause, or of what somebody says or what happened before.
fn is_main(g: &Sentence, v: usize, terse: bool) -> bool {
    use Deprel as D;
    if g.word(v).to_lowercase().ends_with("ing") {
        return false;
    }
    let mut at = v;
    for _ in 0..CLIMB {
        let Some(h) = g.head(at) else { return true };
        match g.deprel(at) {
            D::Root => return true,
            D::Conj if g.is_verb(h) => {}
            D::Parataxis => {}
            D::Ccomp
                if g.is_verb(h)
                    && matches!(
                        g.lemma(h),
                        "say" | "report" | "confirm" | "announce" | "state" | "tell" | "write"
                    ) => {}
            // "Boy found dead": a headline's participle that the tree hangs on its subject.
            D::Acl if terse && g.head(h).is_none() && g.deprel(v) == D::Acl && at == v => {}
            _ => return false,
        }
        at = h;
    }
    false
}
