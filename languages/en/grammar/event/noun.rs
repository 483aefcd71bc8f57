//! Events told by a noun: "the minister's visit to Peru", "talks between A and B".

use crate::grammar::clause::preposition_of;
use dossier_model::{Deprel, EventType, MentionForm, MentionKind, Upos};

use super::event_noun::{is_odd, keys, reach};
use super::lexicon::{Slot, Word, lexicon};
use super::reader::{Found, Reader};
use super::slots::Slots;
use super::status::{self, Real};
use super::types::{self, Trait};
use crate::grammar::number;
use dossier_annotate::Sentence;

dossier_world::words!(ATTACKERS_NOUNS = "event/attackers_nouns.txt");
dossier_world::words!(HOSTS = "event/hosts.txt");
dossier_world::words!(SUFFERED_NOUNS = "event/suffered_nouns.txt");

/// Reads the noun `n`.
pub(super) fn read(r: &mut Reader, n: usize) {
    use Deprel as D;
    let g = r.g;
    let keys = keys(g, n);
    let Some(sense) = keys.iter().find_map(|k| lexicon().noun(k)) else {
        return;
    };
    // A capital letter in running text marks a name, not a happening: "March", "Summit Bank".
    if g.upos(n) == Upos::Propn && !r.terse && g.word(n).chars().next().is_some_and(char::is_uppercase) {
        return;
    }
    if matches!(
        g.deprel(n),
        D::Compound | D::Amod | D::NmodPoss | D::Flat | D::FlatName | D::NmodDesc | D::Vocative
    ) || g.children_by(n, &[D::Cop]).next().is_some()
    {
        return;
    }
    let inside_name = r
        .cast
        .mention(n)
        .is_some_and(|m| m.form != MentionForm::Nominal && m.kind != MentionKind::Event);
    if inside_name {
        return;
    }
    if is_odd(g, n, sense) || r.times.holds(g, n) || sense.needs.happens && !happens(g, n) {
        return;
    }
    let governor = g.head(n).filter(|&h| g.is_verb(h));
    let first = g.first_conjunct(n);
    let support = g
        .head(first)
        .filter(|&h| g.is_verb(h) && lexicon().is(Word::Supports, g.lemma(h)))
        .filter(|_| matches!(g.deprel(first), D::Obj | D::NsubjPass))
        // One takes a trip; talks that are taken seriously are not held by it.
        // To call a vote something is to name it.
        .filter(|&h| g.lemma(h) != "call" || g.children_by(h, &[D::Obj, D::Xcomp, D::Ccomp]).count() < 2)
        .filter(|&h| g.lemma(h) != "take" || matches!(sense.kind, EventType::Visit | EventType::Test));
    // A fourth visit counts visits; it is told as one only where somebody makes it.
    let ordinal = g
        .children_by(n, &[D::Amod, D::Nummod, D::Compound])
        .any(|k| is_ordinal(g.word(k)));
    if ordinal && support.is_none_or(|v| matches!(g.lemma(v), "mark" | "see" | "have")) {
        return;
    }
    if sense.needs.support && support.is_none() && g.children_by(n, &[D::Det]).all(|k| g.is(k, &["a", "an"]))
    {
        return;
    }
    // Plurals without a number, an article or an owner speak of visits or attacks at large.
    let plural = g.upos(n) == Upos::Noun && g.word(n).ends_with('s') && !g.lemma(n).ends_with('s');
    let anchored = g
        .children_by(n, &[D::Det, D::Nummod, D::NmodPoss, D::Amod, D::Compound])
        .next()
        .is_some();
    let always_plural = matches!(
        g.lemma(n),
        "talk" | "negotiation" | "consultation" | "discussion" | "election"
    );
    // "Mudslides killed 12": several are one disaster.
    let strikes = types::is(sense.kind, Trait::Befalls)
        && g.deprel(n) == D::Nsubj
        && governor.is_some_and(|v| lexicon().is(Word::Happens, g.lemma(v)));
    if plural && !anchored && !always_plural && support.is_none() && !strikes {
        return;
    }
    let mut slots = Slots::default();
    for c in g.conjuncts(first) {
        slots.add_preps(g, c);
    }
    // "The visit of President Ana Ruiz to Peru": the place may hang on the visitor.
    if sense.kind == EventType::Visit && slots.heads(Slot::Prep("to")).is_empty() {
        let mut far = Slots::default();
        for preposition in ["of", "by"] {
            for k in slots.heads(Slot::Prep(preposition)) {
                for part in g.below(
                    k,
                    &[D::Flat, D::FlatName, D::NmodDesc, D::Compound, D::Appos, D::Nmod],
                ) {
                    far.add_preps(g, part);
                }
            }
        }
        let places = far.heads(Slot::Prep("to"));
        slots.preps.extend(places.into_iter().map(|k| ("to", k)));
    }
    // "A storm of criticism", "an outbreak of violence".
    let of_what = slots.heads(Slot::Prep("of"));
    let figurative = sense.kind == EventType::Disaster
        && !matches!(g.lemma(n), "outbreak" | "epidemic")
        && of_what.iter().any(|&k| !r.cast.party(g, k, 0).place)
        || of_what.iter().any(|&k| {
            matches!(
                g.lemma(k),
                "violence" | "war" | "fighting" | "hostility" | "anger" | "criticism"
            )
        });
    if figurative && sense.kind != EventType::Protest {
        return;
    }
    let mut carriers = vec![n];
    let mut words = vec![n];
    for k in g.children_by(n, &[D::Compound, D::Amod]).filter(|&k| k < n) {
        let joined = format!("{}_{}", g.lemma(k).to_lowercase(), g.lemma(n).to_lowercase());
        if lexicon().noun(&joined).is_some() || g.is(k, &["state", "official", "working"]) {
            words.push(k);
        }
    }
    let of = sense.frame.targets.contains(&Slot::Prep("of"));
    let passive_noun = types::is(sense.kind, Trait::Suffered) || SUFFERED_NOUNS.has(g.lemma(n));
    let owners = g.children_by(n, &[D::NmodPoss]).map(|k| last_possessor(r, k));
    let fronts = g.children_by(n, &[D::Amod, D::Compound]);
    // "Ruiz's nomination of Lind": with "of" told, the possessor does it.
    let passive_noun_alone = passive_noun && slots.heads(Slot::Prep("of")).is_empty();
    for k in owners.chain(fronts).collect::<Vec<_>>() {
        let Some(m) = r.cast.mention(k) else {
            if (g.deprel(k) == D::NmodPoss) && !r.times.holds(g, k) {
                if passive_noun_alone {
                    slots.preps.push(("of", k))
                } else {
                    slots.subjects.push(k)
                }
            }
            continue;
        };
        if r.times.holds(g, k) {
            continue;
        }
        let place_in_front = g.deprel(k) == D::Compound && m.kind == MentionKind::Place;
        // "Kunduz attack" tells where; "US airstrikes" tells whose; "Peru attack" may tell either.
        if types::is(sense.kind, Trait::Local) && place_in_front && r.cast.is_country(m.local) {
            if ATTACKERS_NOUNS.has(g.lemma(n)) {
                slots.subjects.push(k);
            }
            continue;
        }
        match sense.kind {
            EventType::Visit if place_in_front => slots.preps.push(("to", k)),
            kind if types::is(kind, Trait::HeldIn) && m.kind == MentionKind::Place => {
                slots.preps.push(("in", k));
            }
            kind if types::is(kind, Trait::Local) && place_in_front => slots.preps.push(("in", k)),
            _ if passive_noun_alone && m.form != MentionForm::Demonym => slots.preps.push(("of", k)),
            // What stands in front names the one who acts only where no possessor does.
            _ if slots.subjects.is_empty() && (m.form == MentionForm::Demonym || m.form.is_name())
                || g.deprel(k) == D::NmodPoss =>
            {
                slots.subjects.push(k);
            }
            _ => {}
        }
    }
    let by = slots.heads(Slot::Prep("by"));
    slots.subjects.extend(by);
    if passive_noun && !of {
        // "The execution of Ada Quill": who suffers it.
        let suffering = slots.heads(Slot::Prep("of"));
        slots.preps.splice(0..0, suffering.into_iter().map(|k| ("on", k)));
    } else if !of {
        let people: Vec<usize> = slots
            .heads(Slot::Prep("of"))
            .into_iter()
            .filter(|&k| slots.subjects.is_empty() && r.cast.party(g, k, 0).acts)
            .collect();
        slots.subjects.extend(people);
    }
    // "The visit to Peru by the leader of the party, Ana Ruiz": the name may hang far from "by".
    let is_by_somebody = sense.kind == EventType::Visit || types::is(sense.kind, Trait::Fight);
    if is_by_somebody && slots.subjects.is_empty() {
        slots.subjects.extend(visitor_behind(r, n));
    }
    let mut real = status::noun(g, n);
    if let Some(v) = support {
        let verb = Slots::of_verb(g, v);
        // Who addresses a conference does not hold it.
        let holds = sense.kind != EventType::Conference || HOSTS.has(g.lemma(v));
        if slots.subjects.is_empty() && holds {
            slots.subjects.extend(verb.subjects.iter().copied());
        }
        slots
            .preps
            .extend(verb.preps.iter().copied().filter(|(_, k)| *k != n));
        carriers.push(v);
        if real == Real::Open {
            real = status::of_verb(g, v);
        } else if let (Real::Is(a), Real::Is(b)) = (real, status::of_verb(g, v)) {
            use dossier_model::Status as S;
            real = Real::Is(if matches!(b, S::Denied | S::Hypothetical) {
                b
            } else {
                a
            });
        }
        words.push(v);
    } else if let Some(v) = governor {
        if matches!(g.deprel(n), D::Nsubj | D::NsubjPass) && lexicon().is(Word::Happens, g.lemma(v)) {
            carriers.push(v);
            let verb = Slots::of_verb(g, v);
            let places: Vec<_> = verb
                .preps
                .iter()
                .copied()
                .filter(|(p, k)| matches!(*p, "in" | "at" | "near" | "off" | "outside" | "with") && *k != n)
                .collect();
            slots.preps.extend(places);
            // "An earthquake struck Peru".
            if types::is(sense.kind, Trait::Strikes) {
                slots.preps.extend(verb.objects.iter().map(|&k| ("in", k)));
            }
        }
        // "On a visit to Peru, the minister said".
        let while_there =
            matches!(preposition_of(g, n), Some("on" | "during")) && sense.kind == EventType::Visit;
        if while_there && slots.subjects.is_empty() {
            slots.subjects.extend(Slots::of_verb(g, v).subjects);
        }
    }
    let own: Vec<usize> = words.iter().copied().filter(|&w| Some(w) != support).collect();
    r.emit(Found {
        sense,
        carriers,
        words: own,
        slots,
        real,
        object: None,
        noun: true,
    });
}

/// Whether the noun is what happens: "a fire broke out", "died in a fire".
fn happens(g: &Sentence, n: usize) -> bool {
    let is_subject = matches!(g.deprel(n), Deprel::Nsubj | Deprel::NsubjPass)
        && g.head(n)
            .is_some_and(|v| g.is_verb(v) && lexicon().is(Word::Happens, g.lemma(v)));
    let is_told = g
        .children_by(n, &[Deprel::Det, Deprel::Compound, Deprel::Amod])
        .next()
        .is_some();
    is_told && (is_subject || preposition_of(g, n) == Some("in") && g.head(n).is_some_and(|v| g.is_verb(v)))
}

fn is_ordinal(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    lower == "maiden"
        || number::ordinal(&lower).is_some_and(|n| n <= 12)
        || lower
            .strip_suffix("th")
            .or_else(|| lower.strip_suffix("st"))
            .or_else(|| lower.strip_suffix("nd"))
            .or_else(|| lower.strip_suffix("rd"))
            .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// The person behind "by" in the noun phrase of `n`.
fn visitor_behind(r: &Reader, n: usize) -> Option<usize> {
    let g = r.g;
    let end = reach(g, n);
    let by = (n + 1..end.min(n + 10)).find(|&k| g.is(k, &["by"]))?;
    (by + 1..end).find(|&k| r.cast.mention(k).is_some_and(|m| m.kind == MentionKind::Person))
}

/// The word right before the possessive mark where it is a person's name: "President of Peru Ana Ruiz's visit".
fn last_possessor(r: &Reader, k: usize) -> usize {
    let g = r.g;
    if g.deprel(k) != Deprel::NmodPoss {
        return k;
    }
    g.children_by(k, &[Deprel::Case])
        .filter(|&c| c > k && g.is(c, &["'s", "’s", "'", "’"]))
        .filter_map(|c| c.checked_sub(1))
        .find(|&p| r.cast.mention(p).is_some_and(|m| m.kind == MentionKind::Person))
        .unwrap_or(k)
}
