//! The words around a number, and what they say of the counted.

use std::collections::BTreeSet;

use dossier_model::{Span, Upos};

use crate::scope::Scope;
use crate::{fold, words};

/// What stands around a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// From the first to the last of the words.
    pub window: Option<Span>,
    /// Content words near the number with their weights, by key.
    near: Vec<(u64, f64)>,
    /// Those next to it.
    beside: Vec<(u64, f64)>,
    /// Names near the number.
    names: Vec<u64>,
    /// The noun that the number stands in front of: "a $5 billion charge".
    pub head: Option<u64>,
    /// Which extent a length is of.
    pub aspect: Option<Aspect>,
    /// Those of the sentence, but for words that every toll has.
    setting: Vec<(u64, f64)>,
    /// What befell the counted, by the words next to the number.
    pub outcome: Option<&'static str>,
    /// The noun of the whole of which a bare number is a part: "twenty-one of the girls".
    pub whole: Option<String>,
    /// Whether the counted were named before: "the two players".
    pub is_definite: bool,
    /// Whether a bare number is followed by what befell them: "two were injured".
    pub befell: bool,
    /// How the counted are narrowed down: "seriously injured", "four of whom", "another 12".
    pub part: Part,
}

/// Whether a number counts all there are, or some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Part {
    /// All.
    #[default]
    Whole,
    /// Those on top of others: "five more", "another 12".
    More,
    /// Some of others: "four of whom", "including two children".
    Some,
    /// The badly hurt.
    Grave,
    /// The lightly hurt.
    Slight,
}

/// Words to either side that are near.
const NEAR: usize = 8;

/// Words to either side that are next to it.
const BESIDE: usize = 4;

/// The words around the number at `span`.
pub(super) fn around(scope: &Scope<'_>, doc: usize, span: Span) -> Context {
    let read = scope.docs[doc];
    let (tokens, text) = (&read.notes.tokens, read.article.text());
    let Some(sentence) = read.notes.sentence_at(span.start) else {
        return Context::default();
    };
    let spans = tokens.spans();
    let first = spans.partition_point(|s| s.start < sentence.start);
    let last = spans.partition_point(|s| s.end <= sentence.end);
    let from = spans.partition_point(|s| s.end <= span.start);
    let to = spans.partition_point(|s| s.start < span.end);
    let mut out = Context::default();
    // A bounded look keeps endless sentences linear.
    let (far_left, far_right) = (first.max(from.saturating_sub(60)), last.min(to + 60));
    let (left, right) = (first.max(from.saturating_sub(NEAR)), last.min(to + NEAR));
    for i in far_left..far_right {
        if !matches!(tokens.upos(i), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj) {
            continue;
        }
        let lemma = fold::letters(tokens.lemma(i));
        let word = one_word(&lemma);
        let every_toll = is_outcome(word) || is_person(word);
        let key = words::key(word);
        let part = (key, scope.weights.idf(key));
        if (left..right).contains(&i) {
            out.near.push(part);
            if tokens.upos(i) == Upos::Propn {
                out.names.push(key);
            }
        }
        if (from.saturating_sub(BESIDE)..to + BESIDE).contains(&i) {
            out.beside.push(part);
        }
        if !every_toll && lemma.parse::<f64>().is_err() {
            out.setting.push(part);
        }
    }
    for list in [&mut out.near, &mut out.beside, &mut out.setting] {
        list.sort_by_key(|a| a.0);
        list.dedup_by_key(|p| p.0);
    }
    if let (Some(l), Some(r)) = (spans.get(left), spans.get(right.saturating_sub(1))) {
        out.window = Some(l.cover(*r));
    }
    let low = |i: usize| spans.get(i).map_or(String::new(), |s| s.of(text).to_lowercase());
    let fate = |i: usize| outcome(one_word(&fold::letters(tokens.lemma(i))));
    let ends = |i: usize| {
        let number = tokens.upos(i) == Upos::Num && i > to && tokens.upos(i - 1) != Upos::Adp;
        tokens.upos(i) == Upos::Punct || number || matches!(low(i).as_str(), "and" | "but" | "while")
    };
    // "killed 59", "59 people were killed", "51 were taken to hospital".
    let behind = (to..last.min(to + 8))
        .take_while(|&i| !ends(i))
        .filter_map(fate)
        .next();
    out.outcome = (from > first).then(|| fate(from - 1)).flatten().or(behind);
    // "Twenty-one of the girls": the noun of the whole.
    let of = to < last && low(to) == "of";
    out.whole = (to + 1..last.min(to + 9))
        .take_while(|_| of)
        .take_while(|&i| !matches!(tokens.upos(i), Upos::Verb | Upos::Aux | Upos::Punct))
        .find(|&i| tokens.upos(i) == Upos::Noun)
        .map(|i| tokens.lemma(i).to_lowercase());
    out.names.sort_unstable();
    out.names.dedup();
    // Past "-metre-deep" and adjectives; a verb or a mark ends the phrase.
    out.head = (to..last.min(to + 5))
        .take_while(|&i| {
            !matches!(
                tokens.upos(i),
                Upos::Verb | Upos::Aux | Upos::Adp | Upos::Pron | Upos::Cconj
            )
        })
        .take_while(|&i| tokens.upos(i) != Upos::Punct || low(i) == "-")
        .find(|&i| matches!(tokens.upos(i), Upos::Noun | Upos::Propn))
        .map(|i| words::key(one_word(&fold::letters(tokens.lemma(i)))));
    let close = (to..last.min(to + 5)).chain((first.max(from.saturating_sub(5))..from).rev());
    out.aspect = close.filter_map(|i| aspect(&low(i))).next();
    out.is_definite = from > first && is_definite(&low(from - 1)) || is_definite(&low(from));
    // "two were injured", "dozens more have been hurt".
    let linked = |i: usize| {
        matches!(
            low(i).as_str(),
            "were" | "was" | "are" | "have" | "had" | "died" | "remain" | "remained"
        )
    };
    let next = to + usize::from(matches!(low(to).as_str(), "more" | "others" | "other"));
    out.befell = next < last && out.outcome.is_some() && (linked(next) || fate(next).is_some());
    out.part = part_of(&low, (from, to), (first, last));
    // "Killing two and wounding 12 more": those on top of others of another fate are all there are.
    let other = (far_left..from)
        .filter_map(fate)
        .any(|o| out.outcome.is_some_and(|own| own != o));
    if out.part == Part::More && other {
        out.part = Part::Whole;
    }
    out
}

/// How the words narrow the counted down.
fn part_of(low: &dyn Fn(usize) -> String, number: (usize, usize), sentence: (usize, usize)) -> Part {
    let ((from, to), (first, last)) = (number, sentence);
    let words = |range: std::ops::Range<usize>| range.map(low).collect::<Vec<_>>();
    let front = words(first.max(from.saturating_sub(3))..from);
    let own = words(from..to);
    let behind = words(to..last.min(to + 6));
    let has = |list: &[String], of: &[&str]| list.iter().any(|w| of.contains(&w.as_str()));
    if has(&own, &["more", "additional", "further"]) && !has(&own, &["than"])
        || front.last().is_some_and(|w| w == "another")
        || own.first().is_some_and(|w| w == "another")
        || behind
            .first()
            .is_some_and(|w| matches!(w.as_str(), "more" | "additional" | "further"))
            && behind.get(1).is_none_or(|w| w != "than")
    {
        return Part::More;
    }
    let of_them = behind.first().is_some_and(|w| w == "of")
        && behind
            .get(1)
            .is_some_and(|w| matches!(w.as_str(), "whom" | "which" | "those" | "them" | "these" | "the"));
    if of_them || has(&front, &["including", "among"]) {
        return Part::Some;
    }
    if has(
        &front,
        &["seriously", "critically", "severely", "gravely", "badly"],
    ) || has(
        &behind,
        &[
            "seriously",
            "critically",
            "severely",
            "serious",
            "critical",
            "severe",
            "threatening",
            "badly",
        ],
    ) {
        return Part::Grave;
    }
    if has(&behind, &["minor", "slightly", "lightly"]) || has(&front, &["slightly", "lightly"]) {
        return Part::Slight;
    }
    Part::Whole
}

/// The share of the smaller context's weight that both have, from 0 to 1.
pub(super) fn nearness(a: &Context, b: &Context) -> f64 {
    let around = shared(&a.near, &b.near, 3).max(shared(&a.beside, &b.beside, 3));
    // The rest of a sentence says less of the number.
    around.max(0.8 * shared(&a.setting, &b.setting, 5))
}

/// Whether two numbers stand in front of different nouns, or beside other names.
pub(super) fn clash(a: &Context, b: &Context) -> bool {
    let heads = matches!((a.head, b.head), (Some(x), Some(y)) if x != y);
    let strangers =
        !a.names.is_empty() && !b.names.is_empty() && !a.names.iter().any(|n| b.names.contains(n));
    heads || strangers
}

/// Which extent a length is of: the height of a flight is not its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aspect {
    /// Up.
    Height,
    /// Down.
    Depth,
    /// Across.
    Width,
    /// Along, or from one place to another.
    Distance,
}

fn aspect(word: &str) -> Option<Aspect> {
    Some(match word {
        "altitude" | "height" | "high" | "tall" | "elevation" | "apogee" | "perigee" | "above" => {
            Aspect::Height
        }
        "deep" | "depth" | "thick" | "thickness" => Aspect::Depth,
        "wide" | "width" | "diameter" | "diametre" | "across" | "radius" => Aspect::Width,
        "long" | "length" | "distance" | "flew" | "flown" | "travelled" | "traveled" | "away" | "from"
        | "east" | "west" | "north" | "south" | "range" | "off" => Aspect::Distance,
        _ => return None,
    })
}

/// The likeness of two sentences, words that every toll has left out.
pub(super) fn accord(a: &Context, b: &Context) -> f64 {
    shared(&a.setting, &b.setting, 3)
}

/// Whether two sentences speak of different matters: both say enough, and share next to nothing.
pub(super) fn differ(a: &Context, b: &Context) -> bool {
    a.setting.len() >= 3 && b.setting.len() >= 3 && shared(&a.setting, &b.setting, 3) < 0.15
}

fn shared(a: &[(u64, f64)], b: &[(u64, f64)], enough: usize) -> f64 {
    let (mut i, mut j, mut both) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += x.1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    let weight = |l: &[(u64, f64)]| l.iter().map(|p| p.1).sum::<f64>();
    let least = weight(a).min(weight(b));
    // Two or three words shared by chance are no likeness.
    let few = a.len().min(b.len()) as f64 / enough as f64;
    if least > 0.0 {
        both / least * few.min(1.0)
    } else {
        0.0
    }
}

fn is_definite(word: &str) -> bool {
    matches!(
        word,
        "the" | "these" | "those" | "both" | "its" | "their" | "his" | "her" | "our" | "your" | "my"
    )
}

/// Parties to whatever is told: how many there are is no figure.
pub(super) fn is_partner(noun: &str) -> bool {
    matches!(
        noun.to_lowercase().as_str(),
        "country"
            | "nation"
            | "side"
            | "party"
            | "leader"
            | "government"
            | "state"
            | "way"
            | "thing"
            | "part"
            | "half"
    )
}

/// One word for what tolls count under several.
pub(super) fn one_word(key: &str) -> &str {
    match key {
        "dead" | "death" | "die" | "fatality" | "kill" | "slay" | "perish" | "body" => "killed",
        "injure" | "injury" | "wound" | "wounded" | "hurt" => "injured",
        "arrest" | "detain" => "arrested",
        "displace" => "displaced",
        "evacuate" => "evacuated",
        "rescue" => "rescued",
        "hospitalise" | "hospitalize" | "hospital" => "hospitalised",
        "infect" | "infection" => "infected",
        "trap" | "strand" => "trapped",
        "abduct" | "kidnap" | "seize" | "capture" => "abducted",
        "captive" | "captivity" | "unaccounted" => "missing",
        "free" | "release" => "freed",
        other => other,
    }
}

/// What befalls people and is counted while it goes on.
const OUTCOMES: &[&str] = &[
    "killed",
    "injured",
    "missing",
    "arrested",
    "displaced",
    "evacuated",
    "rescued",
    "hospitalised",
    "infected",
    "trapped",
    "abducted",
    "freed",
];

fn outcome(word: &str) -> Option<&'static str> {
    OUTCOMES.iter().find(|o| **o == word).copied()
}

fn is_outcome(word: &str) -> bool {
    outcome(word).is_some()
}

/// The outcome that a measure's key holds; of several, the first of the list.
pub(super) fn outcome_in(key: &BTreeSet<String>) -> Option<&'static str> {
    OUTCOMES.iter().find(|o| key.contains(**o)).copied()
}

/// Nouns for people of no special kind: any of them may count the same people.
#[rustfmt::skip]
pub(super) fn is_person(noun: &str) -> bool {
    matches!(
        noun,
        "people"
            | "person" | "civilian" | "victim" | "other" | "man" | "individual" | "human" | "casualty" | "citizen"
            | "resident" | "life" | "body" | "fatality" | "soul" | "passenger" | "wounded"
    )
}
