//! The clause of a verb, with the questions that choosing its words asks of the tree, the frames and the times.

use dossier_model::{ArgumentRole, Deprel, EventType, Span, Upos};

use super::super::Reading;

/// Depth at which a tree is no sentence's.
pub(super) const DEEPEST: usize = 14;

/// How sure an argument must be to be missed.
const SURE: f32 = 0.7;

/// The clause of a verb.
pub(super) struct Scene<'a> {
    pub reading: &'a Reading<'a>,
    pub sentence: Span,
    pub verb: usize,
    /// The words that tell the event.
    pub predicate: Span,
    /// What it is about.
    pub about: Option<Span>,
    /// What kind of event.
    pub kind: EventType,
}

impl Scene<'_> {
    pub fn children(&self, i: usize) -> impl Iterator<Item = usize> {
        self.reading.notes.tokens.children(i, self.sentence)
    }

    /// A word and all that hangs below it.
    pub fn below(&self, i: usize) -> Vec<usize> {
        let mut out = vec![i];
        let mut at = 0;
        while let Some(&k) = out.get(at) {
            at += 1;
            for c in self.children(k) {
                if !out.contains(&c) {
                    out.push(c);
                }
            }
        }
        out
    }

    pub fn deprel(&self, i: usize) -> Deprel {
        self.reading.notes.tokens.deprel(i)
    }

    pub fn upos(&self, i: usize) -> Upos {
        self.reading.notes.tokens.upos(i)
    }

    /// Whether the verb is in the passive.
    pub fn is_passive(&self) -> bool {
        let has_sign = |k| matches!(self.deprel(k), Deprel::AuxPass | Deprel::NsubjPass);
        let word = self.reading.low(self.verb);
        let is_bare = self.deprel(self.verb) == Deprel::Acl
            && !word.ends_with("ing")
            && !self
                .children(self.verb)
                .any(|k| matches!(self.deprel(k), Deprel::Mark | Deprel::Aux | Deprel::Nsubj));
        is_bare || self.children(self.verb).any(has_sign)
    }

    /// What the verb is done to where it stands in front: the subject of a passive, or the noun that the clause describes.
    pub fn patient(&self) -> Option<usize> {
        let tokens = &self.reading.notes.tokens;
        // "The deal with Peru, which he opposed": the deal as well as Peru.
        let is_of_either = |h: usize| {
            let which =
                |k: usize| &*self.reading.low(k) == "which" && k > 0 && &*self.reading.low(k - 1) == ",";
            self.deprel(h) == Deprel::Nmod
                && !matches!(self.preposition(h).as_str(), "" | "of")
                && self.children(self.verb).any(which)
        };
        let head = || {
            let h = tokens.head(self.verb);
            h.filter(|&h| self.upos(h) != Upos::Verb && !is_of_either(h))
        };
        let subject = |rel: Deprel| self.children(self.verb).find(|&k| self.deprel(k) == rel);
        let described = match subject(Deprel::NsubjPass) {
            Some(k) if self.upos(k) == Upos::Pron && self.deprel(self.verb) == Deprel::AclRelcl => head(),
            Some(k) => Some(k),
            None if self.is_passive() && self.deprel(self.verb) == Deprel::Acl => head(),
            None if self.lacks_object() && (!self.has_complement() || self.is_done_to_pronoun()) => {
                subject(Deprel::Nsubj).and_then(|own| head().filter(|_| !self.is_relative_pronoun(own)))
            }
            None => None,
        };
        let is_predicate = |k: usize| {
            self.children(k)
                .any(|c| matches!(self.deprel(c), Deprel::Cop | Deprel::Nsubj))
        };
        described.filter(|&k| self.upos(k) != Upos::Pron && !is_predicate(k))
    }

    /// Whether the verb's clause describes a noun.
    fn is_relative(&self) -> bool {
        self.deprel(self.verb) == Deprel::AclRelcl
    }

    fn is_relative_pronoun(&self, k: usize) -> bool {
        matches!(&*self.reading.low(k), "who" | "whom" | "which" | "that")
    }

    /// "The treaty that Peru signed".
    fn is_done_to_pronoun(&self) -> bool {
        let mut own = self.children(self.verb);
        own.any(|k| self.deprel(k) == Deprel::Obj && k < self.verb && self.is_relative_pronoun(k))
            && !self.children(self.verb).any(|k| self.deprel(k) == Deprel::Xcomp)
    }

    /// "The treaty that Peru signed", "the sum Peru vowed to spend": a clause with a subject whose object is the noun that it
    /// describes.
    pub fn lacks_object(&self) -> bool {
        let is = |k: usize, rel: Deprel| self.deprel(k) == rel;
        let has_own = |rel: Deprel| {
            self.children(self.verb)
                .any(|k| is(k, rel) && !self.is_relative_pronoun(k))
        };
        let is_when =
            |k: usize| is(k, Deprel::Advmod) && matches!(&*self.reading.low(k), "when" | "where" | "why");
        self.is_relative()
            && has_own(Deprel::Nsubj)
            && !has_own(Deprel::Obj)
            && !has_own(Deprel::Ccomp)
            && !self.children(self.verb).any(is_when)
    }

    /// Whether a comma parts a phrase from what is in front of it.
    pub fn is_behind_comma(&self, i: usize) -> bool {
        let first = self.below(i).into_iter().min().unwrap_or(i);
        let is_mark = |k: usize| matches!(&*self.reading.low(k), "," | "–" | "—" | "--" | ";" | ":");
        is_mark(first) || first > 0 && is_mark(first - 1)
    }

    /// Whether the comma in front of an argument of the verb ends an aside: "invited Bo Lind, the envoy, to speak".
    pub fn is_behind_aside(&self, i: usize) -> bool {
        let is_aside = |c: usize| matches!(self.deprel(c), Deprel::Appos | Deprel::AclRelcl | Deprel::Acl);
        let has_aside = |o: usize| self.children(o).any(|c| c > o && c < i && is_aside(c));
        let mut objects = (self.children(self.verb))
            .filter(|&o| o > self.verb && o < i && matches!(self.deprel(o), Deprel::Obj | Deprel::Obl));
        let is_verbal = matches!(self.deprel(i), Deprel::Xcomp | Deprel::Advcl | Deprel::Obl);
        is_verbal && self.is_argument(self.verb, i) && objects.any(has_aside)
    }

    /// Whether a comma stands between a noun and what the tree hangs on it.
    pub fn is_past_comma(&self, n: usize, c: usize) -> bool {
        let first = self.below(c).into_iter().min().unwrap_or(c);
        let is_name = |k: usize| self.upos(k) == Upos::Propn;
        let is_of = &*self.preposition(c) == "of";
        c > n
            && !is_of
            && (n + 1..first).any(|k| &*self.reading.low(k) == "," && !(is_name(k - 1) && is_name(k + 1)))
    }

    /// Whether the phrase of `k` begins right behind `n`.
    pub fn touches(&self, n: usize, k: usize) -> bool {
        self.below(k).into_iter().min() == Some(n + 1) && self.upos(n + 1) != Upos::Punct
    }

    /// Whether the noun at `i` belongs to no noun in front of it: "from the store | days later".
    pub fn begins_another(&self, i: usize) -> bool {
        use Deprel as D;
        let is_next = |k: usize| k < self.reading.notes.tokens.len() && self.upos(k) == Upos::Adp;
        self.upos(i) == Upos::Noun
            && matches!(self.deprel(i), D::Obl | D::OblUnmarked | D::Advcl)
            && is_next(i + 1)
    }

    /// Whether a word that can go on a phrase, or one more adjective behind a comma, stands behind `i`.
    pub fn goes_on(&self, i: usize) -> bool {
        let is =
            |k: usize, wanted: &[Upos]| k < self.reading.notes.tokens.len() && wanted.contains(&self.upos(k));
        let words = [
            Upos::Noun,
            Upos::Propn,
            Upos::Adj,
            Upos::Adv,
            Upos::Verb,
            Upos::Num,
        ];
        let is_comma = is(i + 1, &[Upos::Punct]) && &*self.reading.low(i + 1) == ",";
        is(i + 1, &words) && !self.is_time(i + 1) || is_comma && is(i + 2, &[Upos::Adj, Upos::Adv])
    }

    /// Whether the noun that an adjective belongs to stands behind it.
    pub fn is_in_front(&self, i: usize) -> bool {
        self.reading.notes.tokens.head(i).is_some_and(|h| h > i)
    }

    /// Whether a verb in its plain form stands right behind a noun, where no clause begins: "a joint rally".
    pub fn is_bare_verb_behind(&self, i: usize) -> bool {
        let tokens = &self.reading.notes.tokens;
        let k = i + 1;
        let is_noun = matches!(self.upos(i), Upos::Noun | Upos::Adj);
        is_noun
            && k < tokens.len()
            && self.upos(k) == Upos::Verb
            && self.deprel(k) == Deprel::Acl
            && *self.reading.low(k) == *tokens.lemma(k)
    }

    /// The heads of the arguments that the frames are sure its verb has, whoever acts aside.
    pub fn sure_arguments(&self) -> impl Iterator<Item = usize> {
        use ArgumentRole as R;
        let frames = &self.reading.notes.frames;
        let own = frames.iter().find(|f| f.value.token as usize == self.verb);
        let arguments = own.into_iter().flat_map(|f| &f.value.arguments);
        arguments
            .filter(|a| matches!(a.role, R::Arg1 | R::Arg2 | R::Arg3 | R::Arg4) && a.confidence >= SURE)
            .map(|a| a.head as usize)
    }

    /// Whether a participle behind an indefinite object says what that is: "passed a law banning".
    pub fn tells_of_object(&self, verb: usize, clause: usize) -> bool {
        let object = self.children(verb).find(|&k| self.deprel(k) == Deprel::Obj);
        let is_participle = self.reading.low(clause).ends_with("ing");
        let is_indefinite = |o: usize| {
            self.children(o)
                .any(|k| matches!(&*self.reading.low(k), "a" | "an"))
        };
        is_participle
            && !self.is_behind_comma(clause)
            && object.is_some_and(|o| o < clause && is_indefinite(o))
    }

    /// Whether a word is a complement that a verb cannot do without.
    pub fn needs(&self, i: usize) -> bool {
        use Deprel as D;
        let rel = self.deprel(i);
        matches!(
            rel,
            D::Obj | D::Xcomp | D::Ccomp | D::Obl | D::OblAgent | D::Parataxis | D::Advcl
        ) || rel == D::Conj && self.upos(i) == Upos::Verb
    }

    /// Whether a word heads a clause of its own.
    pub fn is_clause(&self, i: usize) -> bool {
        use Deprel as D;
        self.children(i).any(|c| {
            matches!(
                self.deprel(c),
                D::Aux | D::AuxPass | D::Cop | D::Nsubj | D::NsubjPass
            )
        })
    }

    /// Whether a word is a quotation mark that can open, or only close, a quotation.
    pub fn quotation(&self, i: usize) -> Option<bool> {
        match &*self.reading.low(i) {
            "“" | "‘" | "\"" | "``" => Some(true),
            "”" | "’" | "''" if self.upos(i) == Upos::Punct => Some(false),
            _ => None,
        }
    }

    /// Whether what the verb is done to, or what it is about, stands behind it.
    pub fn has_complement(&self) -> bool {
        let is_one = |k| matches!(self.deprel(k), Deprel::Obj | Deprel::Xcomp | Deprel::Ccomp);
        self.children(self.verb).any(is_one)
    }

    /// Whether others are joined to a noun by "and" or "or".
    pub fn is_list(&self, noun: usize) -> bool {
        let mut joined = self.children(noun).filter(|&c| self.deprel(c) == Deprel::Conj);
        joined.any(|c| self.children(c).any(|k| self.deprel(k) == Deprel::Cc))
    }

    /// Whether the tree or the calendar says that a word is a time.
    pub fn is_time(&self, i: usize) -> bool {
        let at = self.reading.notes.tokens.span(i);
        let mut times = self.reading.notes.times.iter().filter(|t| t.span.overlaps(at));
        // "Sentenced to three years", "a total of 45 years": how long is what it is about.
        let is_term = |i: usize| matches!(&*self.preposition(i), "to" | "of");
        times.any(|t| !(t.value.value.starts_with('P') && is_term(i)))
    }

    /// The words of the time that word `i` stands in.
    pub fn time_words(&self, i: usize) -> Option<std::ops::Range<usize>> {
        let tokens = &self.reading.notes.tokens;
        let at = tokens.span(i);
        let mut times = self.reading.notes.times.iter();
        times.find(|t| t.span.contains(at)).map(|t| tokens.inside(t.span))
    }

    /// "The Series | Most Valuable Player award": an adjective with a capital in front of a noun goes on a name.
    pub fn is_in_name(&self, i: usize) -> bool {
        let word = self.reading.of(self.reading.notes.tokens.span(i));
        matches!(self.upos(i), Upos::Adj | Upos::Adv) && word.starts_with(char::is_uppercase)
    }

    /// Whether the tree joins to a noun what stands apart from it: the subject of a verb of its own ("backed Ruiz and | Lind
    /// withdrew"), or one more name behind a comma ("as the chief, and | Ana Ruiz").
    pub fn is_afterthought(&self, noun: usize, c: usize) -> bool {
        let below = self.below(c);
        let (Some(&first), Some(&last)) = (below.iter().min(), below.iter().max()) else {
            return false;
        };
        let tokens = &self.reading.notes.tokens;
        let is_auxiliary = |i: usize| matches!(self.deprel(i), Deprel::Aux | Deprel::AuxPass | Deprel::Cop);
        let next = match tokens.head(last + 1) {
            Some(v) if last + 1 < tokens.len() && is_auxiliary(last + 1) => v,
            _ => last + 1,
        };
        let is_verb = next < tokens.len()
            && matches!(self.upos(next), Upos::Verb | Upos::Aux)
            && matches!(self.deprel(next), Deprel::Conj | Deprel::Parataxis | Deprel::Root)
            && !self.children(next).any(|k| self.deprel(k) == Deprel::Nsubj);
        let has_comma = (first..c).any(|k| self.deprel(k) == Deprel::Cc)
            && first > 0
            && (&*self.reading.low(first - 1) == "," || &*self.reading.low(first) == ",");
        let joined = self.children(noun).filter(|&k| self.deprel(k) == Deprel::Conj);
        let is_name = self.upos(c) == Upos::Propn && self.upos(noun) != Upos::Propn;
        is_verb || has_comma && is_name && joined.count() == 1
    }

    /// Whether a word at a noun is a time that does not say what the noun is: "sanctions Monday", not "eight-year deal".
    pub fn is_aside(&self, rel: Deprel, noun: usize, i: usize) -> bool {
        use Deprel as D;
        let is_inside = matches!(rel, D::NmodPoss | D::Amod | D::Nummod | D::Compound | D::Det);
        self.is_time(i) && !(is_inside && i < noun)
    }

    /// Whether the frames make a word an argument of `verb` that its sense needs.
    pub fn is_argument(&self, verb: usize, i: usize) -> bool {
        use ArgumentRole as R;
        let frames = &self.reading.notes.frames;
        let own = frames.iter().find(|f| f.value.token as usize == verb);
        own.is_some_and(|f| {
            let mut arguments = f.value.arguments.iter().filter(|a| a.head as usize == i);
            arguments.any(|a| matches!(a.role, R::Arg1 | R::Arg2 | R::Arg3 | R::Arg4))
        })
    }

    /// The preposition in front of a noun, in small letters.
    pub fn preposition(&self, i: usize) -> String {
        let case = self
            .children(i)
            .find(|&k| k < i && matches!(self.deprel(k), Deprel::Case | Deprel::Mark));
        case.map_or(String::new(), |k| self.reading.low(k).into_owned())
    }

    /// Whether a word stands below the verb.
    pub fn is_below_verb(&self, i: usize) -> bool {
        let tokens = &self.reading.notes.tokens;
        let mut at = i;
        for _ in 0..DEEPEST {
            if at == self.verb {
                return !self
                    .children(self.verb)
                    .any(|k| self.deprel(k) == Deprel::NsubjPass && self.below(k).contains(&i));
            }
            match tokens.head(at) {
                Some(h) => at = h,
                None => break,
            }
        }
        false
    }

    /// Whether a relative clause says which of the noun's kind is meant: no comma parts them, and its pronoun acts.
    pub fn is_restrictive(&self, noun: usize, clause: usize) -> bool {
        let acts = self.children(clause).find(|&k| {
            matches!(self.deprel(k), Deprel::Nsubj | Deprel::NsubjPass)
                && matches!(&*self.reading.low(k), "who" | "which" | "that")
        });
        acts.is_some_and(|k| k > noun && &*self.reading.low(k - 1) != ",")
    }
}
