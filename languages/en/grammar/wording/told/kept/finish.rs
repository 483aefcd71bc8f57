//! Where a label may end: not inside a phrase, and not with a word that leads on.

use dossier_model::{Deprel, Upos};
use dossier_world::words;

use super::{Kept, MOST};
use crate::grammar::wording::told::scene::Scene;

words!(
    /// Words that open a clause.
    QUESTIONS = "wording/question_words.txt"
);

impl Kept {
    /// "A statement | that began", "bodies of girls | who fighters said": leaves out a clause that ends in a verb whose
    /// complement is not kept. `None` where it cannot be left out.
    fn drop_open_clauses(&mut self, scene: &Scene<'_>) -> Option<()> {
        let tokens = &scene.reading.notes.tokens;
        while let Some(&last) = self.words.last() {
            // "A phone call | lasting".
            let is_behind_noun =
                scene.deprel(last) == Deprel::Amod && tokens.head(last).is_some_and(|h| h < last);
            let is_below = is_behind_noun
                || matches!(
                    scene.deprel(last),
                    Deprel::AclRelcl | Deprel::Acl | Deprel::Ccomp | Deprel::Advcl | Deprel::Parataxis
                );
            if last == scene.verb || scene.upos(last) != Upos::Verb || !is_below {
                break;
            }
            let needs = ["begin", "read", "include", "say", "go", "start"];
            let is_open = needs.contains(&tokens.lemma(last))
                || last + 1 < tokens.len()
                    && (scene.is_time(last + 1)
                        || matches!(
                            scene.upos(last + 1),
                            Upos::Verb | Upos::Aux | Upos::Pron | Upos::Det | Upos::Num
                        ))
                    && !scene.begins_another(last + 1);
            if !is_open {
                break;
            }
            self.drop_around(scene, last)?;
        }
        Some(())
    }

    /// In the order of the label; `None` where nothing is left, or too much.
    pub(super) fn finish(mut self, scene: &Scene<'_>) -> Option<Self> {
        let is_particle = |i: &usize| scene.deprel(*i) == Deprel::CompoundPrt;
        if !self.moved.is_empty() {
            let (first, rest): (Vec<usize>, Vec<usize>) = self.words.iter().partition(|i| is_particle(i));
            self.words = first;
            self.words.append(&mut self.moved);
            self.words.extend(rest);
        }
        let objects = scene
            .children(scene.verb)
            .filter(|&c| self.words.contains(&c) && scene.deprel(c) == Deprel::Obj);
        // Two objects are a tree gone wrong, unless they are one phrase: "won the Friends Abroad | primary".
        let objects: Vec<usize> = objects.collect();
        let is_gap = |k: usize| !self.words.contains(&k);
        if objects.windows(2).any(|w| (w[0]..w[1]).any(is_gap)) {
            return None;
        }
        // "On the DPRK | following", "in protest | of how".
        while let Some(&last) = self.words.last()
            && !is_particle(&last)
            && matches!(
                scene.deprel(last),
                Deprel::Case | Deprel::Mark | Deprel::Cc | Deprel::Advmod
            )
            && matches!(
                scene.upos(last),
                Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Verb
            )
        {
            self.words.pop();
        }
        self.drop_open_clauses(scene)?;
        // "Denounced Peru and rejected | rumors": what another verb takes.
        let is_of_other = |&i: &usize| {
            let before = i - 1;
            scene.upos(before) == Upos::Verb
                && before != scene.verb
                && before > scene.verb
                && !self.words.contains(&before)
                && scene.deprel(i) == Deprel::Obj
        };
        if self.words.iter().filter(|i| **i > 0).any(is_of_other) {
            return None;
        }
        // "Passed a resolution on | Dec. | 22": half a day.
        let is_half = |&i: &usize| {
            scene
                .time_words(i)
                .is_some_and(|mut all| all.any(|k| !self.words.contains(&k)))
        };
        if self.words.iter().any(is_half) {
            return None;
        }
        let has_more = self.words.iter().any(|i| !is_particle(i));
        let mut from_last = self.words.iter().rev();
        let last = *from_last.find(|&&i| scene.quotation(i).is_none())?;
        // "Was suspended on lap | 20", "from the iOS | App Store": cut inside a noun phrase.
        let is_cut = matches!(scene.upos(last), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
            && last + 1 < scene.reading.notes.tokens.len()
            && (matches!(scene.upos(last + 1), Upos::Noun | Upos::Propn | Upos::Num)
                || scene.upos(last) == Upos::Propn && scene.is_in_name(last + 1))
            && !self.words.contains(&(last + 1))
            && last + 1 != scene.verb
            && !scene.begins_another(last + 1)
            && !scene.is_time(last + 1);
        // "A script-addicted, …", "a joint | rally": cut in front of the noun.
        let has_article = scene.children(last).any(|c| scene.deprel(c) == Deprel::Det);
        let is_open = has_article
            && matches!(scene.upos(last), Upos::Adj | Upos::Adv | Upos::Verb)
            && scene.goes_on(last)
            || scene.deprel(last) == Deprel::Amod && scene.is_in_front(last)
            || scene.is_bare_verb_behind(last) && !self.words.contains(&(last + 1));
        if is_cut || is_open {
            return None;
        }
        let dangles = matches!(
            scene.upos(last),
            Upos::Adp | Upos::Det | Upos::Aux | Upos::Cconj | Upos::Sconj | Upos::Part | Upos::Punct
        ) && !is_particle(&last)
            || QUESTIONS.has(&scene.reading.low(last));
        (has_more && !dangles && self.words.len() <= MOST).then_some(self)
    }
}
