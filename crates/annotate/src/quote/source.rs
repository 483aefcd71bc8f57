//! Whether the words in front of a reporting verb can be somebody who speaks, and where they begin and end.

use dossier_model::{Deprel, Span, Upos};

use super::page::Page;

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
pub(super) fn fit(page: &Page, (from, to): (usize, usize)) -> Option<(usize, usize)> {
    if page.is(from, &["who"]) && to == from + 1 {
        return antecedent(page, from);
    }
    if from >= to
        || to - from > 60
        || page.is(to - 1, LOOSE_ENDS)
        || page.is(from, OPENERS)
        || (to == from + 1 && page.is(from, &["there", "which", "what"]))
    {
        return None;
    }
    if !page.parsed {
        return Some((from, to));
    }
    if has_clause(page, from, to) || (to == from + 1 && page.upos(from) == Upos::Adv) {
        return None;
    }
    // What describes the noun behind it has nouns of its own.
    let stop = (from + 1..to)
        .find(|&k| {
            matches!(page.word(k), "," | "(" | "—" | "–")
                || page.is(k, &["who", "whose", "which", "that", "where"])
                || (page.upos(k) == Upos::Verb && page.tokens.deprel(k) == Deprel::Acl)
        })
        .unwrap_or(to);
    let head = head(page, from, stop);
    speaks(page, head).then_some((from, to))
}

/// The same for a stretch of text.
pub(super) fn fits(page: &Page, source: Span) -> bool {
    let words = page.tokens.inside(source);
    fit(page, (words.start, words.end)).is_some()
}

/// "the man who said": the noun phrase that the relative clause describes.
fn antecedent(page: &Page, who: usize) -> Option<(usize, usize)> {
    let verb = page.tokens.head(who)?;
    if page.tokens.deprel(verb) != Deprel::AclRelcl {
        return None;
    }
    let noun = page.tokens.head(verb).filter(|&n| n < who)?;
    let from = page.tree.extent(noun).0;
    let mut to = who;
    while to > noun + 1 && page.is_punct(to - 1) {
        to -= 1;
    }
    (from < to).then(|| fit(page, (from, to))).flatten()
}

/// Whether a clause of its own lies inside, not as a description of the noun in front of it.
fn has_clause(page: &Page, from: usize, to: usize) -> bool {
    let mut described = false;
    for k in from..to {
        if matches!(page.word(k), "," | "(" | "—" | "–")
            || page.is(k, &["who", "whose", "which", "that", "where"])
        {
            described = true;
        }
        if described || page.upos(k) != Upos::Verb {
            continue;
        }
        let w = page.word(k);
        // Participles in front of a noun and behind it, and capitals in names.
        let modifies = matches!(
            page.tokens.deprel(k),
            Deprel::Acl | Deprel::AclRelcl | Deprel::Amod | Deprel::Compound
        ) || w.ends_with("ing")
            || page.is_capital(k);
        if !modifies {
            return true;
        }
    }
    false
}

/// The word of the phrase that the others depend on.
fn head(page: &Page, from: usize, to: usize) -> usize {
    (from..to)
        .find(|&k| {
            matches!(page.upos(k), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
                && page.tokens.head(k).is_none_or(|h| h < from || h >= to)
        })
        .unwrap_or(to - 1)
}

/// Whether a noun can be a speaker: only what is surely none is sent away.
fn speaks(page: &Page, noun: usize) -> bool {
    let w = page.word(noun);
    if page.is(noun, DATA) || page.is(noun, TIMES) {
        return false;
    }
    // A capital is a name's, but for the first word of a sentence.
    if page.is_capital(noun) && page.upos(noun) == Upos::Propn {
        return true;
    }
    if page.is(noun, HAPPENINGS) {
        return false;
    }
    !(w.len() > 6
        && ABSTRACT.iter().any(|e| w.ends_with(e))
        && !SPEAKING.iter().any(|s| s.eq_ignore_ascii_case(w)))
}
