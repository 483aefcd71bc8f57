//! Noun phrases beside a verb, by their surface.

use super::speech::SpeechView;
use crate::grammar::clause::auxiliary;

dossier_world::words!(APPOSITION_STARTS = "quote/apposition_starts.txt");
dossier_world::words!(PHRASE_BREAKS = "quote/phrase_breaks.txt");
dossier_world::words!(ADJUNCTS = "quote/phrase_adjuncts.txt");
dossier_world::words!(CLAUSE_OPENERS = "quote/clause_openers.txt");
dossier_world::words!(FRONT_PREPOSITIONS = "quote/front_prepositions.txt");

impl SpeechView<'_> {
    /// Whether the word begins an adjunct or a clause behind "said X".
    fn is_adjunct_start(&self, i: usize) -> bool {
        self.is_in(i, &ADJUNCTS) || self.is_weekday(i)
    }

    /// The noun phrase that ends before `end`, looked for down to the word `limit`; a phrase may hold one
    /// apposition between commas when a comma stands before `end`.
    pub(super) fn phrase_before(&self, end: usize, limit: usize) -> Option<(usize, usize)> {
        let mut stop = end;
        let apposed = stop > limit && self.word(stop - 1) == ",";
        if apposed {
            stop -= 1;
        }
        let mut from = stop;
        let mut commas = 0;
        while from > limit && stop - from < 40 {
            let i = from - 1;
            let w = self.word(i);
            // "Ana Ruiz (Green Party)": brackets go with the name in front of them.
            if w == ")"
                && let Some(open) = (limit..i).rev().take(8).find(|&k| self.word(k) == "(")
            {
                from = open;
                continue;
            }
            // An apposition in front of the verb may hold a clause of its own.
            let inside = apposed && commas == 0;
            let breaks = if w == "," {
                commas += 1;
                !apposed || commas > 1
            } else if self.is_in(i, &CLAUSE_OPENERS)
                || (auxiliary(w).is_some_and(|a| a.is_be() || a.is_have_or_do())
                    && !w.starts_with(['\'', '’']))
            {
                !inside
            } else {
                PHRASE_BREAKS.has(w)
                    || (self.is(i, &["and", "or"])
                        && self.speech_verb(from).is_none()
                        && self.is_pronoun(from))
            };
            if breaks {
                break;
            }
            from = i;
        }
        // An adjunct in front that no comma closes: "In March the minister".
        while from < stop && (self.is(from, &["and", "but", "or", "so", "yet"]) || self.is_punct(from)) {
            from += 1;
        }
        if from < stop
            && let Some(behind) = self.behind_adjunct(from, stop, apposed)
        {
            from = behind;
        } else if from < stop && self.is_in(from, &FRONT_PREPOSITIONS) {
            let mut i = stop - 1;
            while i > from && (self.is_capital(i) || self.is_pronoun(i)) && !self.is_punct(i) {
                i -= 1;
            }
            if self.is(i, &["the", "a", "an"]) || i == stop - 1 {
                from = i;
            } else {
                from = i + 1;
            }
            if i == stop - 1 {
                // A common noun: back to its article.
                while from > limit
                    && stop - from < 6
                    && !self.is(from, &["the", "a", "an", "his", "her", "their", "its"])
                {
                    from -= 1;
                }
                if !self.is(from, &["the", "a", "an", "his", "her", "their", "its"]) {
                    return None;
                }
            }
        }
        while from < stop && self.is_punct(stop - 1) {
            stop -= 1;
        }
        (from < stop).then_some((from, stop))
    }

    /// One past the adjunct that opens the words `from..stop`: "On Sunday Ana Ruiz", "In Oslo Ana Ruiz, the mayor".
    fn behind_adjunct(&self, from: usize, stop: usize, apposed: bool) -> Option<usize> {
        let opens = self.is_in(from, &FRONT_PREPOSITIONS) || self.is_weekday(from);
        if !opens {
            return None;
        }
        let mut at = from;
        while let Some(end) = self.time_from(at).filter(|&e| e > at && e < stop) {
            at = end + usize::from(self.word(end) == ",");
        }
        if at > from && at < stop && !self.is_in(at, &FRONT_PREPOSITIONS) {
            return Some(at);
        }
        // An apposition parts the name from the verb: the name in front of it is the subject.
        let named = |k: usize| self.person_from(k).filter(|&e| e < stop && self.word(e) == ",");
        apposed
            .then(|| (from..stop).find(|&k| named(k).is_some()))
            .flatten()
    }

    /// "the club's coach, Eva Lind": one past the name behind the comma at `comma` that tells whom the phrase from
    /// `start` means.
    fn name_in_apposition(&self, start: usize, comma: usize, limit: usize) -> Option<usize> {
        let end = self.person_from(comma + 1).filter(|&e| e <= limit)?;
        let described = !self.is_in_person(comma - 1)
            && self.person_from(start).is_none()
            && !self.is_pronoun(start)
            && !self.is(comma - 1, &["and", "or"]);
        let closed = end >= limit || self.is_punct(end) && !matches!(self.word(end), "-" | "'" | "’");
        (described && closed).then_some(end)
    }

    /// The noun phrase that starts at `start`, with appositions, looked for up to the word `limit`.
    pub(super) fn phrase_after(&self, start: usize, limit: usize) -> Option<(usize, usize)> {
        if start >= limit || self.is_punct(start) {
            return None;
        }
        let mut to = start;
        while to < limit && to - start < 60 {
            let w = self.word(to);
            if w == "," {
                let next = to + 1;
                if let Some(end) = self.name_in_apposition(start, to, limit) {
                    to = end;
                    continue;
                }
                let apposition = next < limit
                    && (self.is_in(next, &APPOSITION_STARTS)
                        || (!self.is_adjunct_start(next)
                            && self.speech_verb(next).is_none()
                            && !self.is_punct(next)
                            && !self.is_capital(next)
                            && !self.is_pronoun(next)));
                if !apposition {
                    break;
                }
            } else if let Some(m) = self
                .marked_at(self.span(to).start)
                .filter(|_| to > start && !self.is_punct(to - 1))
            {
                // "the authors of “The Long Road”" stay together.
                let behind = self.inside(m).end;
                if behind > limit {
                    break;
                }
                to = behind.max(to + 1);
                continue;
            } else if (self.is_punct(to) && !matches!(w, "-" | "." | "'" | "’" | "&" | "/"))
                || (w == "." && self.ends_sentence(to))
            {
                break;
            } else if to > start && self.is(to, &["to"]) && self.is_capital(to + 1) && self.is_capital(to - 1)
            {
                // "Ambassador to Peru Ana Ruiz".
            } else if to > start && self.is_adjunct_start(to) && !self.is(to - 1, &["a", "an", "the"]) {
                // "a man in the crowd": common nouns keep their places, names do not.
                let inside_apposition = (start..to).any(|k| self.word(k) == ",");
                if !(inside_apposition && self.is(to, &["in", "at", "with", "on", "from", "and"])) {
                    let joined = self.is(to, &["and"])
                        && self.is_capital(to + 1)
                        && !self.word(to + 2).starts_with(|c: char| c.is_ascii_digit());
                    if !joined {
                        break;
                    }
                }
            }
            to += 1;
        }
        while to > start && self.is_punct(to - 1) {
            to -= 1;
        }
        (start < to).then_some((start, to))
    }
}
