//! Where a clause without marks begins and ends: at the edges of its sentence, and where another report begins.

use dossier_model::Upos;

use super::cue::{self, Form, Frames};
use super::speech::SpeechView;

dossier_world::words!(CLOSING_STOPS = "quote/closing_stops.txt");

/// The words of a sentence, by their places.
pub(super) type Words = std::ops::Range<usize>;

/// So many marks in a row are passed over at a sentence's edge.
const MARKS: usize = 32;

/// So many words of a report are looked through for the next one.
const REACH: usize = 200;

/// The end of the sentence's words without its last stop.
pub(super) fn close(view: &SpeechView, words: &Words) -> usize {
    let mut end = words.end;
    while end > words.start && words.end - end < MARKS && CLOSING_STOPS.has(view.word(end - 1)) {
        // Marks that close a part of the content stay in it.
        if matches!(view.word(end - 1), ")" | "\"" | "”") {
            break;
        }
        end -= 1;
    }
    end
}

/// Without the conjunction or the mark that leads a clause in.
pub(super) fn open(view: &SpeechView, from: usize, to: usize) -> usize {
    let mut i = from;
    while i < to.min(from + MARKS)
        && (matches!(view.word(i), "," | "—" | "–" | "-" | "--" | ";" | ":")
            || (i == from && view.is(i, &["but", "and", "yet", "so"])))
    {
        i += 1;
    }
    i
}

/// Whether the words hold a verb, so that they can be a report.
pub(super) fn has_predicate(view: &SpeechView, from: usize, to: usize) -> bool {
    if view.is_parsed() {
        return (from..to).any(|k| matches!(view.upos(k), Upos::Verb | Upos::Aux));
    }
    to.saturating_sub(from) >= 4
}

/// The end of the report in `from..to` of a cue in the form `form`: where the next report of the sentence
/// begins ("…, adding that", "… and said", "… while others said"), or a semicolon.
pub(super) fn before_next(view: &SpeechView, from: usize, to: usize, form: Form) -> usize {
    let strong = |v: usize| {
        view.speech_verb(v)
            .filter(|x| x.frames.has(Frames::CLAUSE) && x.frames.has(Frames::DIRECT))
            .filter(|_| view.marked_at(view.span(v).start).is_none())
    };
    for k in from + 2..to.min(from + REACH) {
        let w = view.word(k);
        // "… “a slip,” adding": the comma stands inside the mark.
        if view.is_quotation_mark(k)
            && view.word(k - 1) == ","
            && strong(k + 1).is_some_and(|v| v.form == Form::Ing)
        {
            return k + 1;
        }
        if view.marked_at(view.span(k).start).is_some() {
            continue;
        }
        if w == ";" {
            return k;
        }
        // "… after the ministry had said", "… while Orr warned": another's words.
        let told = |v: usize| strong(v).is_some_and(|x| x.form == Form::Past || x.form == Form::Third);
        if view.is(k, &["after", "before", "while", "whereas"])
            && (k + 2..to.min(k + 9))
                .take_while(|&v| !matches!(view.word(v), "," | "that"))
                .any(|v| told(v) && view.upos(v) == Upos::Verb)
        {
            return if view.word(k - 1) == "," { k - 1 } else { k };
        }
        // "by saying that he was wrong, and then pointed out": the sentence's own verb.
        let turned = form == Form::Ing && w == "," && view.is(k + 1, &["and"]);
        if turned {
            let v = k + 2 + usize::from(view.is(k + 2, &["also", "then", "later"]));
            let phrasal = cue::phrasal(view.word(v), view.word(v + 1)).is_some();
            if v < to && (told(v) || phrasal) {
                return k;
            }
        }
        let after = if view.is(k + 1, &["also", "then", "later"]) {
            k + 2
        } else {
            k + 1
        };
        if after >= to {
            break;
        }
        let parts = matches!(w, "," | "—" | "–" | "--" | "-");
        if parts && strong(after).is_some_and(|v| v.form == Form::Ing) {
            return k;
        }
        if !view.is(k, &["and", "but", "while", "though", "although"]) {
            continue;
        }
        let joined =
            strong(after).is_some_and(|v| v.form == form && v.form.is_finite() && v.form != Form::Base);
        let own = (after + 1..to.min(after + 9))
            .take_while(|&v| !matches!(view.word(v), "," | "that"))
            .find(|&v| matches!(view.upos(v), Upos::Verb))
            .and_then(strong)
            .is_some_and(|v| v.form == form);
        // "… but he urged": a pronoun begins a clause of its own in the narrative.
        let narrated = view.is(after, &["he", "she", "they"])
            && view
                .speech_verb(after + 1)
                .is_some_and(|v| v.form == form && v.form.is_finite());
        if joined || own || narrated {
            return if k > from && view.word(k - 1) == "," {
                k - 1
            } else {
                k
            };
        }
    }
    to
}
