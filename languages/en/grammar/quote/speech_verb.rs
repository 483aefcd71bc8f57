//! Speech acts whose matter is no clause: "criticised the plan", "urged Peru to sign", "called for talks".
//!
//! These need the tree: without one nothing is found.

use dossier_model::{Deprel, Upos};

use super::clause;
use super::cue::{Form, Frames};
use super::said::DENIALS;
use super::speech::SpeechView;
use crate::grammar::clause::VerbGroup;

dossier_world::words!(MATTER = "quote/matter_prepositions.txt");
dossier_world::words!(NAMING = "quote/naming_verbs.txt");
dossier_world::words!(CHARGES = "quote/charging_verbs.txt");

/// The matter behind the verb of `g`, which stands in the words before `end`.
pub(super) fn find_matter(
    view: &SpeechView,
    g: VerbGroup,
    form: Form,
    frames: Frames,
    end: usize,
) -> Option<(usize, usize)> {
    let acts = Frames::MATTER.or(Frames::ORDER).or(Frames::AS).or(Frames::ABOUT);
    if !view.is_parsed() || !frames.has(acts) || matches!(form, Form::Participle | Form::Ing) {
        return None;
    }
    let from = view.cue_end(g.verb);
    let denies = DENIALS.has_any_case(view.lemma(g.verb));
    let mut object = None;
    let mut objects = 0;
    let mut clause = None;
    let mut reach = from;
    for c in view.children(g.verb).filter(|&c| c >= from) {
        let (low, high) = view.extent(c);
        let first = view.word(low);
        let fits = match view.deprel(c) {
            // "revealed himself": nothing is said of anything.
            Deprel::Obj | Deprel::Iobj
                if view.word(c).ends_with("self") || view.word(c).ends_with("selves") =>
            {
                return None;
            }
            Deprel::Obj | Deprel::Iobj => {
                object = Some(c);
                objects += 1;
                true
            }
            Deprel::Xcomp => {
                clause = Some(c);
                true
            }
            // "denied having met him".
            Deprel::Ccomp | Deprel::Advcl if low == from && denies && first.ends_with("ing") => {
                clause = Some(c);
                true
            }
            Deprel::Ccomp | Deprel::Advcl => {
                let apart = view.is(low, &["after", "before", "since", "until", "when", "while"]);
                object.is_some() && !apart && (MATTER.has(first) || view.speech_verb(c).is_some())
            }
            Deprel::Obl | Deprel::Nmod => MATTER.has(first) && !view.is_time(c),
            Deprel::CompoundPrt => true,
            _ => false,
        };
        if !fits {
            // What is no complement ends the matter, unless it only stands in between.
            if low > reach && !matches!(view.deprel(c), Deprel::Advmod | Deprel::Punct) {
                break;
            }
            continue;
        }
        if low > reach + 1 && reach > from {
            break;
        }
        reach = reach.max(high.min(end));
    }
    let first = view.word(from);
    // "called his mother", "accused the minister": an object alone is whom or what the words are about.
    let told = to_be_called(view, g.verb).is_none_or(|needs| match needs {
        Needs::Name => {
            clause.is_some()
                || objects > 1
                || (from..reach)
                    .any(|k| view.is_quotation_mark(k) || view.is(k, &["as", "for"]))
                // "likened it to a storm"; "calls an end to violence" names nothing.
                || matches!(view.lemma(g.verb), "compare" | "liken")
                    && (from..reach).any(|k| view.is(k, &["to", "with"]))
        }
        Needs::Charge => (from..reach).any(|k| view.is(k, &["of", "for", "on"])),
    });
    let allowed = (frames.has(Frames::MATTER) && object.is_some() && told)
        || (denies && clause.is_some_and(|c| c == from || view.deprel(from) == Deprel::Aux))
        || (frames.has(Frames::ORDER) && object.is_some() && clause.is_some())
        || (frames.has(Frames::AS) && object.is_some() && (from..reach).any(|k| view.is(k, &["as"])))
        || (frames.has(Frames::ABOUT) && object.is_none() && MATTER.has(first));
    // "called for a ban on cars entering the town", "called on Peru to sign": what describes the last noun.
    let described = view.is(reach, &["to"]) || view.word(reach).ends_with("ing");
    let mut to = if described && reach > from {
        clause::extend(view, g.verb, reach, end)
    } else {
        reach
    };
    while to > from && view.is_punct(to - 1) && !view.is_quotation_mark(to - 1) && view.word(to - 1) != ")" {
        to -= 1;
    }
    (allowed && to > from && (to > from + 1 || view.upos(from) != Upos::Pron)).then_some((from, to))
}

/// What a verb needs beside its object to say something.
#[derive(Debug, Clone, Copy)]
enum Needs {
    /// "called it a slip".
    Name,
    /// "accused him of theft".
    Charge,
}

fn to_be_called(view: &SpeechView, verb: usize) -> Option<Needs> {
    let lemma = view.lemma(verb);
    if NAMING.has_any_case(lemma) {
        Some(Needs::Name)
    } else if CHARGES.has_any_case(lemma) {
        Some(Needs::Charge)
    } else {
        None
    }
}

/// Whether the matter in the words `from..to` tells only what the verb `verb` spoke about: a noun phrase or a phrase behind
/// a preposition, that tells neither a clause nor an infinitive nor a number, no name for a thing and no charge.
pub(super) fn is_act(view: &SpeechView, verb: usize, (from, to): (usize, usize)) -> bool {
    // "called for talks" names nothing.
    if to_be_called(view, verb).is_some() && !view.is(from, &["for"]) {
        return false;
    }
    let inside = |&i: &usize| (from..to).contains(&i);
    let relation = |i: usize| {
        matches!(view.deprel(i), Deprel::Acl | Deprel::AclRelcl) && view.head(i).is_some_and(|h| inside(&h))
    };
    let described = |k: usize| {
        std::iter::successors(Some(k), |&i| view.head(i).filter(inside))
            .take(8)
            .any(relation)
    };
    let says = |k: usize| {
        let modifies = matches!(
            view.deprel(k),
            Deprel::Amod | Deprel::Compound | Deprel::Nmod | Deprel::Obj
        );
        let verbal = |i: usize| matches!(view.upos(i), Upos::Verb | Upos::Aux);
        verbal(k) && !modifies && !described(k)
            || view.is(k, &["to"]) && k + 1 < to && verbal(k + 1)
            || view.upos(k) == Upos::Num
            || view.is_quotation_mark(k)
            || view.is(k, &["as", "that", "whether"])
    };
    !(from..to).any(says)
}
