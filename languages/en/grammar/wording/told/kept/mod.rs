//! Which words of a clause a label keeps: the complements of its verb without adjuncts and comments, cut at the edge of a
//! phrase where they are many.

mod finish;

use std::collections::BTreeMap;

use dossier_model::{Deprel, EventType, Upos};
use dossier_world::words;

use super::scene::{DEEPEST, Scene};
use crate::grammar::clause::is_negation;

words!(
    /// Prepositions that lead to what a verb is about.
    LINKS = "wording/verb_links.txt"
);
words!(
    /// Prepositions that lead to what a noun is about, whose it is or where.
    NOUN_LINKS = "wording/noun_links.txt"
);
words!(
    /// Verbs whose object does what the infinitive tells.
    OBJECT_CONTROL = "event/object_control.txt"
);
words!(
    /// Adjectives that only say that there was one of a kind before.
    MORE_OF_A_KIND = "wording/more_of_a_kind.txt"
);

/// Words behind the verb above which what can be left out is.
const WANTED: usize = 18;
/// Words behind the verb that no label has.
const MOST: usize = 26;
/// Words of a quotation that is kept whole, its marks among them.
const LONGEST_QUOTATION: usize = 9;
/// The words that a label keeps, the verb aside.
pub(super) struct Kept {
    /// In the order of the label: what the verb is done to stands first.
    pub words: Vec<usize>,
    /// Words that go in front of them: what the verb is done to.
    moved: Vec<usize>,
    /// Heads of phrases that can be left out.
    optional: Vec<usize>,
}

impl Kept {
    /// The complements of the scene's verb; `None` where there are none, or too many.
    pub fn of(scene: &Scene<'_>, patient: Option<usize>) -> Option<Self> {
        let mut kept = Self::empty();
        kept.complements(scene, patient);
        if let Some(p) = patient {
            let mut front = Self::empty();
            front.phrase(scene, p, 0);
            front.words.retain(|&i| !scene.is_below_verb(i));
            front.words.sort_unstable();
            front.words.retain(|&i| {
                scene.deprel(i) != Deprel::Case || scene.reading.notes.tokens.head(i) != Some(p)
            });
            kept.moved = front.words;
        }
        kept.shorten(scene);
        kept.close(scene)?;
        if kept.lacks_argument(scene, patient) {
            return None;
        }
        kept.whole(scene);
        kept.finish(scene)
    }

    /// A noun phrase with what belongs to it.
    pub fn of_phrase(scene: &Scene<'_>, head: usize) -> Self {
        let mut kept = Self::empty();
        kept.phrase(scene, head, 0);
        kept.words.sort_unstable();
        kept.words.dedup();
        kept
    }

    /// No words at all.
    pub const fn nothing() -> Self {
        Self::empty()
    }

    const fn empty() -> Self {
        Self {
            words: Vec::new(),
            moved: Vec::new(),
            optional: Vec::new(),
        }
    }

    pub fn has(&self, i: usize) -> bool {
        self.words.contains(&i)
    }

    fn complements(&mut self, scene: &Scene<'_>, patient: Option<usize>) {
        use Deprel as D;
        let v = scene.verb;
        for c in scene.children(v).filter(|&c| c > v && Some(c) != patient) {
            match scene.deprel(c) {
                D::CompoundPrt => self.words.push(c),
                _ if scene.is_behind_comma(c) && !scene.is_behind_aside(c) => {}
                D::Obj | D::Iobj if !scene.is_time(c) => self.phrase(scene, c, 0),
                D::Xcomp | D::Ccomp => self.clause(scene, c, 0),
                D::Obl | D::Advcl => self.oblique(scene, v, c, 0),
                // "Mocked her as a novice": the tree may set the phrase apart.
                D::Parataxis if &*scene.preposition(c) == "as" => self.oblique(scene, v, c, 0),
                D::Advmod if scene.predicate.contains(scene.reading.notes.tokens.span(c)) => {
                    self.words.push(c);
                }
                _ => {}
            }
        }
    }

    fn oblique(&mut self, scene: &Scene<'_>, v: usize, c: usize, depth: usize) {
        let preposition = scene.preposition(c);
        let is_object = scene
            .about
            .is_some_and(|s| s.contains(scene.reading.notes.tokens.span(c)));
        let is_argument = is_object || scene.is_argument(v, c);
        if scene.deprel(c) == Deprel::Advcl {
            // "called on them to leave", "accused of stealing": a clause that the verb itself asks for.
            let is_asked = match preposition.as_str() {
                "to" => is_argument || OBJECT_CONTROL.has(scene.reading.notes.tokens.lemma(v)),
                "" => scene.tells_of_object(v, c),
                p => LINKS.has(p) && !scene.is_clause(c),
            };
            if is_asked {
                self.clause(scene, c, depth + 1);
                if preposition.is_empty() || depth > 0 {
                    self.optional.push(c);
                }
            }
            return;
        }
        let is_loose = matches!(preposition.as_str(), "for" | "with" | "as")
            && !is_argument
            && matches!(
                scene.kind,
                EventType::Other | EventType::Test | EventType::Launch | EventType::Conference
            );
        let is_link = LINKS.has(&preposition) || depth > 0 && NOUN_LINKS.has(&preposition);
        let is_wanted = is_object || is_link || is_argument && NOUN_LINKS.has(&preposition);
        if scene.is_time(c) || is_loose || !is_wanted {
            return;
        }
        self.phrase(scene, c, depth + 1);
        if !is_argument && (depth > 0 || preposition != "of") {
            self.optional.push(c);
        }
    }

    fn phrase(&mut self, scene: &Scene<'_>, n: usize, depth: usize) {
        use Deprel as D;
        if depth > DEEPEST || self.words.contains(&n) {
            return;
        }
        self.words.push(n);
        for c in scene.children(n).filter(|&c| c != scene.verb) {
            let is_linked = || NOUN_LINKS.has(&scene.preposition(c));
            match scene.deprel(c) {
                rel if scene.is_aside(rel, n, c) => {}
                D::Amod if MORE_OF_A_KIND.has(&scene.reading.low(c)) => {}
                D::Det
                | D::DetPredet
                | D::Amod
                | D::Compound
                | D::Flat
                | D::FlatName
                | D::FlatForeign
                | D::Nummod
                | D::NmodPoss
                | D::Case
                | D::Fixed
                | D::Goeswith
                | D::NmodDesc
                | D::Mark
                | D::CcPreconj => self.phrase(scene, c, depth + 1),
                D::Advmod if c < n => self.phrase(scene, c, depth + 1),
                D::Obl if c < n && scene.upos(n) != Upos::Noun => self.phrase(scene, c, depth + 1),
                D::Nmod | D::Obl if is_linked() && !scene.is_past_comma(n, c) => {
                    self.phrase(scene, c, depth + 1);
                    // "The fears | of workers", "a ban | on ferries": it belongs to the noun.
                    if scene.preposition(c) != "of" && !scene.is_argument(n, c) {
                        self.optional.push(c);
                    }
                }
                // "The hacker Ada Quill".
                D::Appos if c > n && scene.touches(n, c) => self.phrase(scene, c, depth + 1),
                D::Acl if !scene.is_behind_comma(c) => {
                    self.clause(scene, c, depth + 1);
                    // "Requiring members | to inspect", "a plan | to build".
                    if scene.preposition(c) != "to" {
                        self.optional.push(c);
                    }
                }
                D::AclRelcl if scene.is_restrictive(n, c) => {
                    self.clause(scene, c, depth + 1);
                    self.optional.push(c);
                }
                D::Conj
                    if scene.upos(c) != Upos::Verb
                        && !scene.is_clause(c)
                        && scene.is_list(n)
                        && !scene.is_afterthought(n, c) =>
                {
                    self.joined(scene, c, depth);
                }
                _ => {}
            }
        }
    }

    fn joined(&mut self, scene: &Scene<'_>, c: usize, depth: usize) {
        let links: Vec<usize> = (scene.children(c))
            .filter(|&k| {
                let is_comma = scene.deprel(k) == Deprel::Punct && &*scene.reading.low(k) == ",";
                k < c && (scene.deprel(k) == Deprel::Cc || is_comma)
            })
            .collect();
        if links.is_empty() {
            return;
        }
        if scene.upos(c) == Upos::Verb {
            self.clause(scene, c, depth + 1);
            self.optional.push(c);
        } else {
            self.phrase(scene, c, depth + 1);
        }
        self.words.extend(links);
    }

    fn clause(&mut self, scene: &Scene<'_>, v: usize, depth: usize) {
        use Deprel as D;
        if depth > DEEPEST || self.words.contains(&v) {
            return;
        }
        self.words.push(v);
        for c in scene.children(v).filter(|&c| c != scene.verb) {
            match scene.deprel(c) {
                D::Mark | D::Aux | D::AuxPass | D::Cop | D::CompoundPrt => self.words.push(c),
                D::Advmod
                    if c < v
                        && (is_negation(&scene.reading.low(c))
                            || matches!(&*scene.reading.low(c), "how" | "when" | "where" | "why")) =>
                {
                    self.words.push(c);
                }
                D::Nsubj | D::NsubjPass | D::Expl | D::Obj | D::Iobj => self.phrase(scene, c, depth + 1),
                D::Xcomp | D::Ccomp => self.clause(scene, c, depth + 1),
                D::Det
                | D::Amod
                | D::Compound
                | D::Nummod
                | D::NmodPoss
                | D::Case
                | D::Flat
                | D::FlatName => {
                    self.phrase(scene, c, depth + 1);
                }
                D::Advmod if c > v || c + 1 == v => self.phrase(scene, c, depth + 1),
                D::OblAgent | D::Nmod if !scene.is_time(c) => {
                    self.phrase(scene, c, depth + 1);
                    self.optional.push(c);
                }
                D::Obl | D::Advcl if !scene.is_behind_comma(c) => self.oblique(scene, v, c, depth + 1),
                D::Conj => self.joined(scene, c, depth),
                _ => {}
            }
        }
    }

    /// Leaves out the last phrases that can be, while there are too many words.
    fn shorten(&mut self, scene: &Scene<'_>) {
        let trees: BTreeMap<usize, Vec<usize>> = if self.words.len() + self.moved.len() > WANTED {
            self.optional.iter().map(|&r| (r, scene.below(r))).collect()
        } else {
            BTreeMap::new()
        };
        while self.words.len() + self.moved.len() > WANTED {
            let last = |&r: &usize| {
                let below = trees.get(&r)?;
                let inside = below.iter().filter(|i| self.words.contains(i));
                let end = *inside.clone().max()?;
                Some((end, std::cmp::Reverse(inside.count()), r))
            };
            let can_go = |r: &&usize| !self.is_all_of_noun(scene, **r) && !self.is_all_of_clause(scene, **r);
            let Some((_, _, root)) = self.optional.iter().filter(can_go).filter_map(last).max() else {
                break;
            };
            self.drop(scene, root);
            self.drop_bare(scene);
        }
        self.drop_bare(scene);
    }

    /// Whether a phrase is all that says which or what kind its noun is: "a ban | on ferries".
    fn is_all_of_noun(&self, scene: &Scene<'_>, root: usize) -> bool {
        let is_below_noun = matches!(
            scene.deprel(root),
            Deprel::Nmod | Deprel::Obl | Deprel::Acl | Deprel::AclRelcl
        );
        let noun = scene.reading.notes.tokens.head(root).filter(|_| is_below_noun);
        let Some(noun) = noun.filter(|&n| scene.upos(n) == Upos::Noun && self.words.contains(&n)) else {
            return false;
        };
        let says = |c: &usize| !matches!(scene.deprel(*c), Deprel::Case | Deprel::Det | Deprel::Punct);
        !(scene
            .children(noun)
            .filter(|c| *c != root && self.words.contains(c)))
        .any(|c| says(&c))
    }

    /// Whether nothing would be left of a clause that is all its noun has: "goods banned | by sanctions".
    fn is_all_of_clause(&self, scene: &Scene<'_>, root: usize) -> bool {
        let verb = scene.reading.notes.tokens.head(root);
        let Some(verb) = verb.filter(|&v| scene.upos(v) == Upos::Verb && self.optional.contains(&v)) else {
            return false;
        };
        let is_alone = !scene
            .children(verb)
            .any(|c| c > verb && c != root && self.words.contains(&c));
        is_alone && self.is_all_of_noun(scene, verb)
    }

    /// Whether a verb below the label's own lost what it is done to: "give both sides | a better chance".
    fn first_open(&self, scene: &Scene<'_>) -> Option<usize> {
        let is_obj = |c: usize| scene.deprel(c) == Deprel::Obj;
        // "To inspect | and impound ships": the object stands behind the second verb.
        let is_part = |v: usize, c: usize| match scene.deprel(c) {
            Deprel::Obj | Deprel::Xcomp | Deprel::Ccomp | Deprel::Parataxis => true,
            Deprel::Conj => {
                scene.upos(c) == Upos::Verb && scene.children(c).any(is_obj) && !scene.children(v).any(is_obj)
            }
            _ => false,
        };
        let lacks = |v: usize| {
            scene
                .children(v)
                .any(|c| c > v && is_part(v, c) && !scene.is_time(c) && !self.words.contains(&c))
        };
        (self.words.iter().copied()).find(|&v| scene.upos(v) == Upos::Verb && v != scene.verb && lacks(v))
    }

    /// Leaves out what hangs on a verb that lost its object, as far as it can be left out.
    fn close(&mut self, scene: &Scene<'_>) -> Option<()> {
        while let Some(open) = self.first_open(scene) {
            self.drop_around(scene, open)?;
        }
        Some(())
    }

    /// Leaves out the nearest phrase around word `at` that can be. `None` where there is none below the verb.
    fn drop_around(&mut self, scene: &Scene<'_>, mut at: usize) -> Option<()> {
        while !self.optional.contains(&at) {
            at = scene.reading.notes.tokens.head(at).filter(|&h| h != scene.verb)?;
        }
        self.drop(scene, at);
        Some(())
    }

    /// Whether an argument of the verb that the frames are sure of was left out: "accused Peru | of dumping steel".
    fn lacks_argument(&self, scene: &Scene<'_>, patient: Option<usize>) -> bool {
        let kept = |i: usize| self.words.contains(&i) || self.moved.contains(&i);
        let mut needed = scene.sure_arguments();
        needed.any(|i| i > scene.verb && !kept(i) && Some(i) != patient && !scene.is_time(i))
    }

    /// "A ship suspected": a clause is left out with what it needs.
    fn drop_bare(&mut self, scene: &Scene<'_>) {
        while let Some(&bare) = self.optional.iter().find(|&&r| self.is_bare_clause(scene, r)) {
            self.drop(scene, bare);
        }
    }

    /// Leaves out a phrase, and the noun that says nothing without it: "in ways that might help".
    fn drop(&mut self, scene: &Scene<'_>, root: usize) {
        let gone = scene.below(root);
        self.words.retain(|i| !gone.contains(i));
        self.optional.retain(|i| !gone.contains(i));
        let is_clause = matches!(scene.deprel(root), Deprel::Acl | Deprel::AclRelcl);
        let noun = scene.reading.notes.tokens.head(root).filter(|_| is_clause);
        let Some(noun) = noun.filter(|n| self.optional.contains(n)) else {
            return;
        };
        let says = |c: usize| !matches!(scene.deprel(c), Deprel::Case | Deprel::Det);
        if !scene.children(noun).any(|c| self.words.contains(&c) && says(c)) {
            self.drop(scene, noun);
        }
    }

    /// Whether nothing is left of what stands behind a verb.
    fn is_bare_clause(&self, scene: &Scene<'_>, v: usize) -> bool {
        scene.upos(v) == Upos::Verb
            && scene.children(v).any(|c| c > v && scene.needs(c))
            && !scene.children(v).any(|c| c > v && self.words.contains(&c))
    }

    /// Names and short quotations are kept whole.
    fn whole(&mut self, scene: &Scene<'_>) {
        let notes = scene.reading.notes;
        let tokens = &notes.tokens;
        let mut more: Vec<usize> = Vec::new();
        for m in notes.mentions.inside(scene.sentence) {
            let places = tokens.inside(m.span);
            if m.value.form.is_name() && places.clone().any(|i| self.words.contains(&i)) {
                more.extend(places);
            }
        }
        let mut open: Option<usize> = None;
        for i in tokens.inside(scene.sentence) {
            match (scene.quotation(i), open) {
                (Some(true), None) => open = Some(i),
                (Some(_), Some(from)) => {
                    open = None;
                    let is_kept = (from + 1..i).any(|k| self.words.contains(&k));
                    let missing = (from + 1..i).filter(|k| !self.words.contains(k)).count();
                    let has_room = self.words.len() + missing < MOST && i - from <= LONGEST_QUOTATION;
                    if is_kept && has_room && !(from..i).contains(&scene.verb) {
                        more.extend(from..=i);
                    }
                }
                _ => {}
            }
        }
        more.retain(|&i| i != scene.verb);
        self.words.append(&mut more);
        self.words.sort_unstable();
        self.words.dedup();
    }
}
