//! Clauses under a reporting verb or noun: "Ana Ruiz said (that) …", "told him that …", "vowed to …".

use dossier_model::{Deprel, QuoteKind, Upos};

use super::attached::plausible_base;
use super::clause::{self, trim};
use super::cue::{Form, Frames};
use super::edge::{Words, close};
use super::noun;
use super::report::Report;
use super::speech::SpeechView;
use super::speech_verb;
use super::{participle, subject};
use crate::grammar::clause::VerbGroup;

/// The report under the verb group `g`; `before` is the source of the report in front of it in the sentence.
pub(super) fn find(
    view: &SpeechView,
    words: &Words,
    g: VerbGroup,
    (form, frames): (Form, Frames),
    before: Option<(usize, usize)>,
) -> Option<Report> {
    if g.unreal {
        return None;
    }
    if g.passive || form == Form::Participle {
        // Nobody is named.
        return None;
    }
    // "a book called": nobody calls.
    if view.is_parsed() && form == Form::Past && g.start == g.verb && view.deprel(g.verb) == Deprel::Acl {
        return None;
    }
    if form == Form::Base
        && g.start == g.verb
        && !plausible_base(view, g.verb, form)
        && !by_tree_finite(view, g.verb)
    {
        return None;
    }
    let end = close(view, words);
    let clause = clause::under(view, g.verb, end, frames);
    let content = clause.or_else(|| speech_verb::find_matter(view, g, form, frames, end))?;
    let act = clause.is_none() && speech_verb::is_act(view, g.verb, content);
    // "defends ferry plan", "confirmed the news": two words tell what it is about, not what was said.
    let bare = content.1 - content.0 <= 2
        && !(content.0..content.1).any(|k| {
            view.is_quotation_mark(k)
                || matches!(view.upos(k), Upos::Verb | Upos::Aux)
                || view.is(k, &["to", "that"])
        });
    if bare {
        return None;
    }
    // A participle takes a bare clause only where it cannot take an object: "saying", not "highlighting".
    dossier_world::words!(BARE_PARTICIPLES = "quote/bare_participles.txt");
    let leads = g.start == words.start;
    if form == Form::Ing
        && g.start == g.verb
        && !view.is(content.0, &["that", "whether"])
        && (leads || !view.is_in(g.verb, &BARE_PARTICIPLES))
    {
        return None;
    }
    let parted = g.start > words.start && matches!(view.word(g.start - 1), "," | "—" | "–" | "--" | "-");
    let source = if form == Form::Ing && g.start == g.verb {
        let own = || view.subject(g.verb).filter(|s| subject::can_be(view, *s, words));
        if parted {
            before
                .or_else(|| participle::above(view, g.verb, words.start))
                .or_else(own)?
        } else {
            own()?
        }
    } else {
        subject::find(view, words, g)
            .filter(|s| s.0 < g.verb)
            .or_else(|| before.filter(|_| view.is(g.start.wrapping_sub(1), &["and", "but"])))?
    };
    if view.is(source.0, &["i", "we", "you", "what"]) && source.1 - source.0 == 1 {
        return None;
    }
    // "the kind of praise Ruiz once called dull", "things officials said they need": what is said lacks the noun that the
    // clause describes, and the noun is none of the source.
    let gapped = form != Form::Ing
        && matches!(view.deprel(g.verb), Deprel::Acl | Deprel::AclRelcl)
        && view.head(g.verb).is_some_and(|h| h >= source.0 && h < source.1)
        && !(source.0..g.start).any(|k| view.is(k, &["who", "which", "that"]));
    if gapped {
        return None;
    }
    // "when it comes to suggesting that": nobody is "it".
    if view.is(source.0, &["it"]) && source.1 - source.0 == 1 && form == Form::Ing && !parted {
        return None;
    }
    // "hopes that it will" is a belief, "hopes to" a wish.
    let claims = frames.has(Frames::CLAUSE.or(Frames::THAT)) && !view.is(content.0, &["to"]);
    Some(Report {
        content: vec![content],
        cue: (g.start, view.cue_end(g.verb)),
        source: Some(source),
        kind: match () {
            () if frames.has(Frames::HELD) && !claims => QuoteKind::Attitude,
            () if act => QuoteKind::Act,
            () => QuoteKind::Statement,
        },
    })
}

fn by_tree_finite(view: &SpeechView, verb: usize) -> bool {
    view.is_parsed()
        && view.child(verb, &[Deprel::Nsubj]).is_some_and(|s| s < verb)
        && view
            .child(verb, &[Deprel::Mark])
            .is_none_or(|m| !view.is(m, &["to"]))
}

/// "expressed confidence that …", "in the belief that …".
pub(super) fn under_noun(view: &SpeechView, words: &Words, i: usize) -> Option<Report> {
    if !noun::REPORTING_NOUNS.iter().any(|n| {
        let w = view.word(i);
        n.eq_ignore_ascii_case(w)
            || (w.len() == n.len() + 1
                && w.ends_with('s')
                && w.get(..n.len()).is_some_and(|s| s.eq_ignore_ascii_case(n)))
    }) {
        return None;
    }
    if !view.is(i + 1, &["that"]) {
        return None;
    }
    let carrier = (words.start..i).rev().take(5).find(|&k| {
        view.is_in(k, &noun::CARRIER_VERBS) && (!view.is_parsed() || view.upos(k) == Upos::Verb)
    })?;
    let g = view.verb_group(carrier, words.start);
    if g.unreal || g.passive {
        return None;
    }
    let source = subject::find(view, words, g).filter(|s| s.1 <= g.start)?;
    let end = close(view, words);
    let to = trim(view, i + 1, end);
    (to > i + 3).then_some(Report {
        content: vec![(i + 1, to)],
        cue: (g.start, view.cue_end(i)),
        source: Some(source),
        kind: QuoteKind::Statement,
    })
}
