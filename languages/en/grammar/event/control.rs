//! Verbs that say what becomes of another verb: "agreed to", "refused to", "said that Peru must".

use dossier_model::{Deprel, EventType, Plover, Span, Status, Upos};

use super::event_noun;
use super::lexicon::{Sense, lexicon};
use super::party::Party;
use super::plover;
use super::reader::{Found, Reader};
use super::slots::Slots;
use super::status::{self, Real};
use dossier_annotate::Sentence;

impl Reader<'_> {
    /// "agreed to", "refused to", "is ready to": the targets are those of the infinitive.
    pub fn read_control(&mut self, v: usize, key: &str) -> bool {
        use Deprel as D;
        let g = self.g;
        let Some(sense) = lexicon().control(key) else {
            return false;
        };
        let Some(inner) = g
            .children_by(v, &[D::Xcomp, D::Ccomp, D::Advcl, D::Acl])
            .find(|&k| k > v && g.children(k).any(|m| m < k && g.is(m, &["to"])))
        else {
            return false;
        };
        // Who declines to comment refuses nobody anything.
        let talk = matches!(
            g.lemma(inner),
            "comment"
                | "say"
                | "confirm"
                | "disclose"
                | "reveal"
                | "specify"
                | "describe"
                | "explain"
                | "speak"
                | "tell"
                | "name"
                | "elaborate"
                | "identify"
                | "answer"
                | "discuss"
                | "speculate"
                | "respond"
        );
        if talk {
            return false;
        }
        let mut slots = Slots::of_verb(g, v);
        let vague = matches!(
            g.lemma(inner),
            "build"
                | "create"
                | "make"
                | "keep"
                | "maintain"
                | "strengthen"
                | "deepen"
                | "promote"
                | "improve"
                | "work"
        );
        let deeper = if vague {
            Slots::default()
        } else {
            Slots::of_verb(g, inner)
        };
        if slots.objects.is_empty() {
            slots.objects.extend(deeper.objects.iter().copied());
            slots.indirects.extend(deeper.indirects.iter().copied());
        }
        slots.preps.extend(deeper.preps.iter().copied());
        for &o in &deeper.objects {
            slots.add_preps(g, o);
        }
        let told = self.sense_of(inner);
        let hostile = told.and_then(|s| s.plover).is_some_and(plover::is_hostile);
        let mut sense = sense.clone();
        if hostile
            && sense.plover == Some(Plover::Agree)
            && matches!(key, "vow" | "swear" | "pledge" | "promise")
        {
            sense.plover = Some(Plover::Threaten);
        }
        let real = status::of_verb(g, v);
        let real = if g.upos(v) == Upos::Adj && real == Real::Open {
            Real::Is(Status::Past)
        } else {
            real
        };
        let mut real = real;
        // One row is enough: a refused meeting is a meeting that is denied, a threatened attack is a threat.
        let concrete = told.is_some_and(|s| !matches!(s.kind, EventType::Other | EventType::Statement));
        let swallows = match sense.plover {
            Some(Plover::Agree) => !concrete,
            _ => true,
        };
        if let Some(told) = told.filter(|_| concrete)
            && sense.plover == Some(Plover::Reject)
            && real == Real::Is(Status::Past)
        {
            sense.kind = told.kind;
            real = Real::Is(Status::Denied);
        }
        let before = self.out.len();
        let done = self.emit(Found {
            sense: &sense,
            carriers: vec![v],
            words: vec![v],
            slots,
            real,
            object: None,
            noun: false,
        });
        let is_word = matches!(sense.kind, EventType::Statement | EventType::Agreement);
        if is_word && let Some(draft) = self.out.get_mut(before) {
            draft.event.object = clause_of(g, v, inner);
        }
        if done && swallows {
            self.take(inner);
        }
        done
    }

    /// What the verb `v` would tell by itself, for its governor.
    fn sense_of(&self, v: usize) -> Option<&'static Sense> {
        let g = self.g;
        let lemma = g.lemma(v);
        let objects = Slots::of_verb(g, v).objects;
        for pair in lexicon().pairs(lemma) {
            if pair.preps.is_empty() && objects.iter().any(|&o| pair.fits(&event_noun::keys(g, o))) {
                return lexicon().sense(pair);
            }
        }
        lexicon().verb(lemma).next()
    }

    /// "The minister said Peru must pay": a demand on Peru.
    pub fn read_must(&mut self, v: usize, slots: &Slots) {
        use Deprel as D;
        let g = self.g;
        if g.deprel(v) != D::Ccomp
            || !g.children_by(v, &[D::Aux]).any(|k| g.is(k, &["must"]))
            || slots.passive
        {
            return;
        }
        let Some(say) = g.head(v).filter(|&h| g.is_verb(h)) else {
            return;
        };
        if !matches!(
            g.lemma(say),
            "say" | "tell" | "insist" | "declare" | "stress" | "state"
        ) {
            return;
        }
        let Some(sense) = lexicon().verb("demand").next() else {
            return;
        };
        let speakers = Slots::of_verb(g, say).subjects;
        let targets: Vec<Party> = slots
            .subjects
            .iter()
            .flat_map(|&k| self.cast.parties(g, k))
            .collect();
        let named = targets.iter().all(|p| p.who.local.is_some() && p.kind.is_some()) && !targets.is_empty();
        if !named {
            return;
        }
        self.emit(Found {
            sense,
            carriers: vec![say],
            words: vec![say],
            slots: Slots {
                subjects: speakers,
                objects: slots.subjects.clone(),
                ..Slots::default()
            },
            real: status::of_verb(g, say),
            object: None,
            noun: false,
        });
    }
}

/// Words of what is agreed, promised or refused that a label may hold.
const MOST_WORDS: usize = 12;

/// "not to build the port": the infinitive with its objects; `None` where it is too long to be repeated.
fn clause_of(g: &Sentence, v: usize, inner: usize) -> Option<Span> {
    use Deprel as D;
    let first = g
        .children_by(inner, &[D::Mark, D::Aux, D::Advmod])
        .filter(|&k| k > v && k < inner && g.is(k, &["to", "not"]))
        .min()?;
    let mut span = g.cover(first, inner + 1);
    for k in g.children_by(inner, &[D::CompoundPrt, D::Obj, D::Iobj, D::Xcomp, D::Ccomp]) {
        if k > inner {
            span = span.cover(g.noun_phrase(k));
            for o in g.children_by(k, &[D::Obj, D::Nmod]).filter(|&o| o > k) {
                span = span.cover(g.noun_phrase(o));
            }
        }
    }
    (g.inside(span).len() <= MOST_WORDS).then_some(span)
}
