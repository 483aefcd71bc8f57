//! Whether the words in front of a reporting verb can be somebody who speaks, and where they begin and end.

use dossier_model::{Deprel, Quote, Span, Upos};

use super::speech::SpeechView;

/// Numbers and pictures: a figure's basis, but nobody who says anything.
const DATA: &[&str] = &[
    "data",
    "datum",
    "statistic",
    "statistics",
    "figure",
    "figures",
    "number",
    "numbers",
    "finding",
    "findings",
    "result",
    "results",
    "evidence",
    "footage",
    "video",
    "videos",
    "image",
    "images",
    "photo",
    "photos",
    "photograph",
    "photographs",
    "picture",
    "pictures",
    "map",
    "maps",
    "chart",
    "calculations",
    "gdp",
];

/// Stretches of time, which the words in front of a verb often are.
const TIMES: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "morning",
    "afternoon",
    "evening",
    "night",
    "yesterday",
    "today",
    "tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "weekend",
    "moment",
    "time",
];

/// What happens, is done or is felt: no speaker either.
const HAPPENINGS: &[&str] = &[
    "accident",
    "anger",
    "attack",
    "attacks",
    "attempt",
    "attempts",
    "battle",
    "blast",
    "blasts",
    "bombing",
    "bombings",
    "clash",
    "clashes",
    "conflict",
    "crash",
    "crisis",
    "death",
    "deaths",
    "disaster",
    "earthquake",
    "effort",
    "efforts",
    "event",
    "events",
    "fact",
    "fear",
    "fears",
    "fight",
    "fighting",
    "fire",
    "flood",
    "floods",
    "growth",
    "hope",
    "hopes",
    "incident",
    "incidents",
    "interview",
    "interviews",
    "killing",
    "killings",
    "launch",
    "meeting",
    "meetings",
    "move",
    "moves",
    "outbreak",
    "plan",
    "plans",
    "pressure",
    "protest",
    "protests",
    "rise",
    "shooting",
    "shootings",
    "situation",
    "storm",
    "strike",
    "strikes",
    "success",
    "talks",
    "test",
    "tests",
    "trip",
    "victory",
    "violence",
    "visit",
    "visits",
    "war",
    "wars",
    "way",
    "work",
];

/// Endings of nouns for acts and states.
const ABSTRACT: &[&str] = &[
    "sion", "tion", "ness", "ism", "ance", "ence", "ency", "ancy", "ity", "ment", "ure",
];

/// Nouns with such an ending that stand for people or for words they publish.
const SPEAKING: &[&str] = &[
    "administration",
    "agency",
    "alliance",
    "announcement",
    "application",
    "assessment",
    "association",
    "audience",
    "authority",
    "campaign",
    "charity",
    "coalition",
    "commission",
    "community",
    "conference",
    "confederation",
    "constituency",
    "corporation",
    "declaration",
    "defence",
    "delegation",
    "department",
    "document",
    "documentation",
    "embassy",
    "entity",
    "establishment",
    "facility",
    "federation",
    "foundation",
    "fraternity",
    "government",
    "inspection",
    "institution",
    "intelligence",
    "investigation",
    "judgement",
    "judgment",
    "legislature",
    "majority",
    "management",
    "minority",
    "mission",
    "municipality",
    "opposition",
    "organisation",
    "organization",
    "parliament",
    "party",
    "petition",
    "presidency",
    "prosecution",
    "publication",
    "regiment",
    "resolution",
    "resident",
    "station",
    "statement",
    "testament",
    "union",
    "university",
    "celebrity",
    "security",
    "insurance",
    "convention",
    "section",
    "nation",
    "communication",
];

/// Words with which no source ends.
const LOOSE_ENDS: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "for", "with", "by", "from", "as",
    "his", "its", "their", "'s", "’s",
];

/// Words with which no source begins.
const OPENERS: &[&str] = &[
    "after", "before", "under", "for", "with", "by", "in", "on", "at", "during", "because", "if", "when",
    "while", "as", "of", "to", "that", "across", "until", "since", "despite", "although", "though", "where",
    "not",
];

/// The words `from..to` as a source, or nothing where nobody who speaks is named.
pub(super) fn fit(view: &SpeechView, (from, to): (usize, usize)) -> Option<(usize, usize)> {
    if view.is(from, &["who", "which", "that"]) && to == from + 1 {
        return antecedent(view, from);
    }
    let (from, to) = tidy(view, (from, to))?;
    if !view.is_parsed() {
        return Some((from, to));
    }
    if has_clause(view, from, to) || (to == from + 1 && view.upos(from) == Upos::Adv) {
        return None;
    }
    // What describes the noun behind it has nouns of its own.
    let stop = (from + 1..to)
        .find(|&k| {
            matches!(view.word(k), "," | "(" | "—" | "–")
                || view.is(k, &["who", "whose", "which", "that", "where"])
                || (view.upos(k) == Upos::Verb && view.deprel(k) == Deprel::Acl)
        })
        .unwrap_or(to);
    let head = head(view, from, stop);
    speaks(view, head).then_some((from, to))
}

/// The same for a stretch of text beside words between marks: who utters words can have any name.
pub(super) fn fit_span(view: &SpeechView, source: Span) -> Option<Span> {
    let words = view.inside(source);
    let (from, to) = tidy(view, (words.start, words.end))?;
    if view.is(from, &["who", "which", "that"]) && to == from + 1 {
        return antecedent(view, from).and_then(|s| view.stretch(s.0, s.1));
    }
    let last = head(view, from, to);
    (!view.is(last, DATA) && !view.is(last, TIMES))
        .then(|| view.stretch(from, to))
        .flatten()
}

/// Without the loose ends of a phrase that was cut short; nothing where no source can begin or end so.
fn tidy(view: &SpeechView, (from, mut to): (usize, usize)) -> Option<(usize, usize)> {
    let whole = to;
    while to > from + 1 && whole - to < 4 && (view.is(to - 1, LOOSE_ENDS) || view.is_punct(to - 1)) {
        to -= 1;
    }
    let fits = from < to
        && to - from <= 60
        && !view.is(to - 1, LOOSE_ENDS)
        && !view.is(from, OPENERS)
        && !(to == from + 1 && view.is(from, &["there", "what"]));
    fits.then_some((from, to))
}

/// "the man who said": the noun phrase that the relative clause describes.
fn antecedent(view: &SpeechView, who: usize) -> Option<(usize, usize)> {
    let by_tree = || {
        let verb = view.head(who)?;
        if view.deprel(verb) != Deprel::AclRelcl {
            return None;
        }
        let noun = view.head(verb).filter(|&n| n < who)?;
        let mut from = view.extent(noun).0;
        // The preposition in front governs the noun phrase and is none of it.
        while from < noun
            && (view.is_punct(from) || matches!(view.upos(from), Upos::Adp | Upos::Cconj | Upos::Sconj))
        {
            from += 1;
        }
        let mut to = who;
        while to > noun + 1 && view.is_punct(to - 1) {
            to -= 1;
        }
        (from < to).then_some((from, to))
    };
    let noun = by_tree().or_else(|| beside(view, who))?;
    (!view.is(noun.0, &["who"])).then(|| fit(view, noun)).flatten()
}

/// "Ruiz, who said": the pronoun belongs to the source beside the words that it stands for.
pub(super) fn with_relative(view: &SpeechView, quote: &mut Quote) {
    let (Some(source), Some(cue)) = (quote.source.last(), quote.cue.first()) else {
        return;
    };
    if source.end > cue.start || cue.start - source.end > 12 {
        return;
    }
    let between = view.inside(Span {
        start: source.end,
        end: cue.start,
    });
    let pronoun = between.clone().find(|&i| !view.is_punct(i));
    if let Some(i) = pronoun.filter(|&i| i + 1 == between.end && view.is(i, &["who", "which", "that"])) {
        quote.source.push(view.span(i));
    }
}

/// The noun phrase that ends right in front of "who", by the parts of speech.
fn beside(view: &SpeechView, who: usize) -> Option<(usize, usize)> {
    let mut to = who;
    while to > 0 && who - to < 2 && view.word(to - 1) == "," {
        to -= 1;
    }
    let mut from = to;
    while from > 0
        && to - from < 12
        && matches!(
            view.upos(from - 1),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num | Upos::Pron
        )
    {
        from -= 1;
    }
    (from < to && matches!(view.upos(to - 1), Upos::Noun | Upos::Propn | Upos::Pron)).then_some((from, to))
}

/// Whether a clause of its own lies inside, not as a description of the noun in front of it.
fn has_clause(view: &SpeechView, from: usize, to: usize) -> bool {
    let mut described = false;
    for k in from..to {
        if matches!(view.word(k), "," | "(" | "—" | "–")
            || view.is(k, &["who", "whose", "which", "that", "where"])
        {
            described = true;
        }
        if described || view.upos(k) != Upos::Verb {
            continue;
        }
        let w = view.word(k);
        // Participles in front of a noun and behind it, and capitals in names.
        let modifies = matches!(
            view.deprel(k),
            Deprel::Acl | Deprel::AclRelcl | Deprel::Amod | Deprel::Compound
        ) || w.ends_with("ing")
            || view.is_capital(k);
        if !modifies {
            return true;
        }
    }
    false
}

/// The word of the phrase that the others depend on.
fn head(view: &SpeechView, from: usize, to: usize) -> usize {
    (from..to)
        .find(|&k| {
            matches!(view.upos(k), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
                && view.head(k).is_none_or(|h| h < from || h >= to)
        })
        .unwrap_or(to - 1)
}

/// Whether a noun can be a speaker: only what is surely none is sent away.
fn speaks(view: &SpeechView, noun: usize) -> bool {
    let w = view.word(noun);
    if view.is(noun, DATA) || view.is(noun, TIMES) {
        return false;
    }
    // A capital is a name's, but for the first word of a sentence.
    if view.is_capital(noun) && view.upos(noun) == Upos::Propn {
        return true;
    }
    if view.is(noun, HAPPENINGS) {
        return false;
    }
    !(w.len() > 6
        && ABSTRACT.iter().any(|e| w.ends_with(e))
        && !SPEAKING.iter().any(|s| s.eq_ignore_ascii_case(w)))
}
