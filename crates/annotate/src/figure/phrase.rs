//! Noun phrases left and right of a place, from closed-class words, with tags where they are known.

use dossier_model::Upos;

use super::Scene;
use crate::quantity::lex::Kind;
use crate::quantity::noun;

/// Pieces `from..to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub from: usize,
    pub to: usize,
}

/// Forms of "be", "have" and the modals.
pub(super) fn auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "has"
            | "have"
            | "had"
            | "having"
            | "will"
            | "would"
            | "shall"
            | "should"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "did"
            | "does"
            | "do"
            | "wo"
            | "to"
            | "not"
            | "n't"
    )
}

/// Words that stand inside a verb group: "is now expected to have".
fn group_word(word: &str) -> bool {
    auxiliary(word)
        || matches!(
            word,
            "expected"
                | "estimated"
                | "projected"
                | "forecast"
                | "set"
                | "likely"
                | "reported"
                | "said"
                | "believed"
                | "thought"
                | "already"
                | "also"
                | "now"
                | "currently"
                | "still"
                | "even"
                | "just"
                | "only"
                | "recently"
                | "reportedly"
                | "about"
                | "officially"
                | "once"
                | "again"
                | "since"
                | "then"
                | "thus"
                | "so"
                | "far"
                | "alone"
        )
        || (word.len() > 4
            && word.ends_with("ly")
            && word != "family"
            && word != "supply"
            && word != "assembly"
            && word != "monthly")
}

/// Whether piece `i` is a verb, by tag or by form.
pub(super) fn is_verb(scene: Scene<'_>, i: usize) -> bool {
    let view = scene.view;
    let word = view.low(i);
    if auxiliary(word) && word != "to" {
        return true;
    }
    match scene.tags.upos(view, i) {
        Some(u) => matches!(u, Upos::Verb | Upos::Aux),
        None => level_verb(word) || moves(word) || plain_verb(word),
    }
}

/// Verbs that equate their subject with a number.
pub(super) fn level_verb(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "reach"
            | "reaches"
            | "reached"
            | "reaching"
            | "hit"
            | "hits"
            | "hitting"
            | "total"
            | "totals"
            | "totalled"
            | "totaled"
            | "totalling"
            | "totaling"
            | "stand"
            | "stands"
            | "stood"
            | "standing"
            | "amount"
            | "amounts"
            | "amounted"
            | "amounting"
            | "came"
            | "comes"
            | "exceed"
            | "exceeds"
            | "exceeded"
            | "exceeding"
            | "surpass"
            | "surpasses"
            | "surpassed"
            | "surpassing"
            | "top"
            | "tops"
            | "topped"
            | "topping"
            | "worth"
            | "valued"
            | "average"
            | "averages"
            | "averaged"
            | "averaging"
            | "measures"
            | "measured"
            | "weighs"
            | "weighed"
            | "equals"
            | "equalled"
            | "remains"
            | "remained"
            | "remain"
            | "estimated"
            | "put"
            | "numbered"
            | "numbering"
            | "near"
            | "nears"
            | "neared"
            | "nearing"
            | "approached"
            | "approaching"
            | "settled"
            | "closed"
            | "finished"
            | "ended"
            | "became"
            | "attained"
    )
}

fn moves(word: &str) -> bool {
    use crate::quantity::change;
    change::rise(word)
        && word.ends_with(['d', 'e', 'w', 's', 'g', 'p'])
        && !matches!(word, "more" | "up" | "increase" | "rise" | "gains" | "growing")
        || change::fall(word)
            && !matches!(
                word,
                "less"
                    | "down"
                    | "lower"
                    | "fewer"
                    | "decrease"
                    | "decline"
                    | "drop"
                    | "cuts"
                    | "cut"
                    | "reduction"
            )
}

fn plain_verb(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "made"
            | "took"
            | "became"
            | "began"
            | "held"
            | "saw"
            | "met"
            | "paid"
            | "spent"
            | "sold"
            | "bought"
            | "won"
            | "gave"
            | "sent"
            | "built"
            | "left"
            | "lost"
            | "killed"
            | "injured"
            | "welcomed"
            | "received"
            | "signed"
            | "announced"
            | "reported"
            | "invested"
            | "pledged"
            | "raised"
            | "exported"
            | "imported"
            | "employs"
            | "hosts"
            | "owns"
            | "produced"
            | "produces"
            | "recorded"
            | "attracted"
            | "accounted"
            | "accounts"
    )
}

/// Words that begin a clause: nothing to their left belongs to the phrase.
fn opener(word: &str) -> bool {
    matches!(
        word,
        "that"
            | "which"
            | "who"
            | "while"
            | "when"
            | "whereas"
            | "although"
            | "though"
            | "because"
            | "if"
            | "as"
            | "but"
            | "where"
            | "after"
            | "before"
            | "since"
            | "until"
            | "than"
            | "said"
            | "says"
    )
}

/// Walks left from `i` (not included) over a verb group; gives the piece behind the last word before it.
pub(super) fn past_group(scene: Scene<'_>, mut i: usize) -> usize {
    // "yo-yoed": the first half of a verb written with a hyphen.
    while i > 1 && scene.view.joins(i - 1) {
        i -= 2;
    }
    while i > 0 && group_word(scene.view.low(i - 1)) && !scene.is_time(i - 1) {
        i -= 1;
    }
    i
}

/// How far a phrase may reach.
const REACH: usize = 24;

/// The noun phrase, with its own prepositional phrases, that ends right before piece `end`.
pub(super) fn left(scene: Scene<'_>, end: usize) -> Option<Range> {
    let view = scene.view;
    let mut from = end;
    while from > 0 && end - from < REACH {
        let k = from - 1;
        let word = view.low(k);
        if scene.is_time(k) {
            break;
        }
        if view.is(k, Kind::Mark) {
            let inner = view.joins(k)
                || (matches!(view.raw(k), "'" | "’" | "&" | "%" | "." | "-" | "–")
                    && from < end
                    && !(view.raw(k) == "."
                        && view.lexes.get(from).is_some_and(|l| l.spaced)
                        && view.raw(k.wrapping_sub(1)).len() > 2));
            // "steel, cement and timber exports": a list goes on over its commas.
            let list = view.raw(k) == "," && from < end && list_comma(scene, k, end);
            if !(inner || list) {
                break;
            }
            from = k;
            continue;
        }
        if opener(word) || (auxiliary(word) && word != "to") || (is_verb(scene, k) && !modifier(scene, k)) {
            break;
        }
        // ", and their galaxy is": a clause of its own.
        let fresh = matches!(
            view.low(k + 1),
            "the" | "their" | "its" | "his" | "her" | "a" | "an" | "this" | "that"
        );
        if word == "and" && view.back(k, 1) == "," && fresh {
            break;
        }
        // "and" between two clauses: a verb stands shortly before it.
        if matches!(word, "and" | "or")
            && (from == end || (1..=6).any(|n| k >= n && is_verb(scene, k - n) && !modifier(scene, k - n)))
        {
            break;
        }
        if from == end
            && matches!(
                word,
                "it" | "they" | "he" | "she" | "we" | "you" | "i" | "this" | "that" | "what" | "there"
            )
        {
            return None;
        }
        if matches!(
            word,
            "there" | "it" | "they" | "he" | "she" | "we" | "this" | "these" | "those"
        ) && from < end
        {
            // "this country": a determiner in front of its noun.
            if matches!(word, "this" | "these" | "those") {
                from = k;
            }
            break;
        }
        from = k;
    }
    trim(scene, Range { from, to: end })
}

/// A participle or other verb form that stands as a modifier inside a noun phrase.
fn modifier(scene: Scene<'_>, k: usize) -> bool {
    let view = scene.view;
    let word = view.low(k);
    let form = word.ends_with("ing") || word.ends_with("ed") || word.ends_with("en");
    let before = view.back(k, 1);
    form && !auxiliary(before)
        && (matches!(
            before,
            "the" | "a" | "an" | "of" | "its" | "their" | "his" | "her" | "and" | "in" | "s" | "for" | "new"
        ) || matches!(
            scene.tags.upos(view, k),
            Some(Upos::Adj | Upos::Noun | Upos::Propn)
        ))
}

/// Whether a comma stands inside a list of nouns rather than between clauses.
fn list_comma(scene: Scene<'_>, k: usize, end: usize) -> bool {
    let view = scene.view;
    // An "and" must come behind it before the phrase ends, and one or two words stand before it.
    (k + 1..end.min(k + 6)).any(|i| view.low(i) == "and")
        && k > 0
        && !scene.is_time(k - 1)
        && view.is(k - 1, Kind::Word)
        && (k < 3 || !(1..=3).any(|n| is_verb(scene, k - n)))
        && k >= 4
}

/// Cuts words off the edges that belong to no noun phrase; `None` where none is left or it is a pronoun.
fn trim(scene: Scene<'_>, mut r: Range) -> Option<Range> {
    let view = scene.view;
    let leading = |w: &str| {
        matches!(
            w,
            "and"
                | "or"
                | "the"
                | "a"
                | "an"
                | "with"
                | "by"
                | "to"
                | "so"
                | "then"
                | "also"
                | "however"
                | "meanwhile"
                | "overall"
                | "that"
                | "s"
                | "now"
                | "currently"
                | "in"
                | "at"
                | "on"
                | "for"
                | "from"
                | "as"
                | "of"
                | "some"
                | "all"
                | "both"
                | "its"
                | "their"
                | "his"
                | "her"
                | "our"
                | "there"
                | "still"
                | "yet"
                | "this"
                | "these"
                | "those"
                | "such"
                | "during"
                | "under"
                | "over"
        )
    };
    while r.from < r.to {
        let in_front = matches!(
            view.low(r.from),
            "in" | "at" | "on" | "for" | "from" | "under" | "during" | "over" | "with" | "by"
        );
        if in_front {
            // "In China exports": a leading prepositional phrase goes with its noun phrase, if more is left.
            let end = right(scene, r.from + 1).map(|n| n.to).filter(|&e| e < r.to);
            r.from = end.unwrap_or(r.from + 1);
        } else if leading(view.low(r.from)) || view.is(r.from, Kind::Mark) {
            r.from += 1;
        } else {
            break;
        }
    }
    while r.from < r.to {
        let word = view.low(r.to - 1);
        let tail = view.is(r.to - 1, Kind::Mark)
            || noun::closed(word) && !matches!(word, "us")
            || (word.ends_with("ly") && group_word(word));
        if !tail {
            break;
        }
        r.to -= 1;
    }
    let word = view.low(r.from);
    let pronoun = r.to == r.from + 1
        && matches!(
            word,
            "it" | "they"
                | "he"
                | "she"
                | "we"
                | "i"
                | "you"
                | "this"
                | "that"
                | "which"
                | "who"
                | "one"
                | "others"
                | "what"
        );
    (r.from < r.to && !pronoun && (r.from..r.to).any(|i| view.is(i, Kind::Word))).then_some(r)
}

/// The noun phrase that begins with piece `k`, past its determiner; the range leaves the determiner out.
pub(super) fn right(scene: Scene<'_>, k: usize) -> Option<Range> {
    let view = scene.view;
    let mut at = k;
    while at < k + 3
        && matches!(
            view.low(at),
            "the"
                | "a"
                | "an"
                | "its"
                | "their"
                | "his"
                | "her"
                | "our"
                | "this"
                | "these"
                | "that"
                | "those"
                | "all"
                | "both"
                | "each"
                | "some"
                | "any"
        )
    {
        at += 1;
    }
    if scene.is_time(at)
        || (is_verb(scene, at)
            && !view.capital(at)
            && !view.low(at).ends_with("ed")
            && !view.low(at).ends_with("ing"))
    {
        return None;
    }
    let mut r = noun::phrase(view, scene.tags, at, false).map(|p| Range {
        from: p.from,
        to: p.to,
    })?;
    // Names with a numeral or a possessor: "China's market".
    if matches!(view.raw(r.to), "'" | "’")
        && view.low(r.to + 1) == "s"
        && !view.lexes.get(r.to).is_some_and(|l| l.spaced)
        && let Some(next) = noun::phrase(view, scene.tags, r.to + 2, false)
    {
        r.to = next.to;
    }
    let times = (r.from..r.to).find(|&i| scene.is_time(i));
    if let Some(t) = times {
        r.to = t;
    }
    (r.from < r.to).then_some(r)
}

/// A prepositional phrase: its range, preposition included.
pub(super) fn prepositional(scene: Scene<'_>, k: usize) -> Option<Range> {
    let view = scene.view;
    let word = view.low(k);
    if !matches!(
        word,
        "in" | "from"
            | "of"
            | "to"
            | "at"
            | "between"
            | "among"
            | "for"
            | "on"
            | "with"
            | "across"
            | "into"
            | "against"
            | "via"
            | "worldwide"
            | "under"
            | "aboard"
    ) {
        return None;
    }
    let place = matches!(
        view.low(k + 1),
        "the" | "hospital" | "hospitals" | "safety" | "court" | "jail" | "prison"
    );
    if word == "to" && !(view.capital(k + 1) || place) {
        return None;
    }
    let first = right(scene, k + 1)?;
    let mut to = first.to;
    if matches!(word, "between" | "among" | "from" | "in" | "of") {
        // "between A, B and C": a list may follow.
        for _ in 0..6 {
            let link = if view.raw(to) == "," && matches!(view.low(to + 1), "and" | "or") {
                2
            } else if matches!(view.low(to), "and" | "or") || (view.raw(to) == "," && word == "between") {
                1
            } else {
                break;
            };
            let Some(next) = right(scene, to + link) else {
                break;
            };
            // "in China and exports rose": a verb behind the next phrase makes it a clause of its own.
            let apart = view.capital(first.from) != view.capital(next.from);
            if word != "between" && (is_verb(scene, next.to) || apart) {
                break;
            }
            to = next.to;
        }
    }
    Some(Range { from: k, to })
}
