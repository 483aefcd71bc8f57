//! What a number measures, in the words of the text.

use dossier_model::{Annotation, Quantity, Span};

use super::phrase::{self, Range};
use super::{Scene, key, plain};
use crate::quantity::lex::Kind;
use crate::quantity::{AGE, PEOPLE, PERCENT, PERCENTAGE_POINT, TIMES, change, noun};

/// A measure as words, as the parts it is joined by, and where its words stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Measure {
    /// Plain words.
    pub text: String,
    /// Sorted parts.
    pub key: Vec<String>,
    /// The words' places.
    pub spans: Vec<Span>,
    /// The measure whose change this is, or the measure itself where it is a level.
    base: Option<Box<Measure>>,
}

impl Measure {
    fn of(scene: Scene<'_>, r: Range) -> Option<Self> {
        let span = scene.view.span(r.from, r.to)?;
        let mut m = Self {
            text: one_line(span.of(scene.view.text)),
            key: Vec::new(),
            spans: vec![span],
            base: None,
        };
        key::add(scene.view, span, false, &mut m.key);
        m.key.sort();
        Some(m)
    }

    /// Adds words behind; of their common nouns only names and countries go into the key.
    fn and(mut self, scene: Scene<'_>, r: Range, names_only: bool) -> Self {
        let Some(span) = scene.view.span(r.from, r.to) else {
            return self;
        };
        self.text.push(' ');
        self.text.push_str(&one_line(span.of(scene.view.text)));
        key::add(scene.view, span, names_only, &mut self.key);
        self.key.sort();
        self.spans.push(span);
        self
    }

    /// The same measure in other words.
    pub(super) fn replaced(self, text: String, key: Vec<String>, spans: Vec<Span>) -> Self {
        Self {
            text,
            key,
            spans,
            base: self.base,
        }
    }

    fn with_word(mut self, text: &str, part: &str) -> Self {
        self.text.push(' ');
        self.text.push_str(text);
        key::push(&mut self.key, part.to_owned());
        self.key.sort();
        self
    }
}

/// One line, single spaces.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a number stands to its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    Level,
    Before,
    Rise,
    Fall,
}

/// The measure of quantity `k` of a sentence; `last` is that of the figure before it.
pub(super) fn read(
    scene: Scene<'_>,
    here: &[Annotation<Quantity>],
    k: usize,
    last: Option<&Measure>,
) -> Option<Measure> {
    let a = here.get(k)?;
    let q = &a.value;
    let unit = q.unit.as_ref().map_or("", |u| u.0.as_str());
    let from = scene.piece_at(a.span.start);
    let to = scene.piece_at(a.span.end);
    // "7 miles (11 km)", "30 billion yuan ($4.1 billion)": one thing in another unit.
    if scene.view.back(from, 1) == "("
        && let Some(prev) = k.checked_sub(1).and_then(|p| here.get(p))
        && prev.value.unit != q.unit
        && scene.piece_at(prev.span.end) + 1 == from
        && q.unit.as_ref().is_some_and(|u| !is_duration(&u.0))
        && (scene.view.raw(to) == ")" || scene.view.raw(to) == ",")
    {
        return last.cloned();
    }
    let head = unit.split(" per ").next().unwrap_or("");
    if unit == AGE || unit.ends_with(" old") || is_duration(head) {
        return None;
    }
    if unit == TIMES {
        return multiple(scene, a, to, last);
    }
    if is_counted(head, scene, a, from, to) {
        let counted = count(scene, a, from, to).filter(is_plain);
        return counted.filter(|m| plain::is_clear(m, head, true, q.value));
    }
    if q.unit.is_none() && q.of.is_none() && q.value.is_none_or(|v| v < 1000.0) {
        return None;
    }
    amount(scene, here, k, from, to, last)
        .and_then(|m| plain::without_lead(scene, m))
        .filter(is_plain)
        .filter(|m| plain::is_clear(m, unit, false, q.value))
}

fn is_duration(unit: &str) -> bool {
    matches!(
        unit,
        "second"
            | "millisecond"
            | "minute"
            | "hour"
            | "day"
            | "week"
            | "fortnight"
            | "month"
            | "quarter"
            | "year"
            | "decade"
            | "century"
            | "time"
    )
}

/// Whether the unit is the thing counted itself: its words stand inside the quantity's span.
fn is_counted(head: &str, scene: Scene<'_>, a: &Annotation<Quantity>, from: usize, to: usize) -> bool {
    if head == PEOPLE {
        return true;
    }
    let inside = a.value.of.is_some_and(|of| a.span.contains(of));
    inside && (from..to).any(|i| noun::singular(scene.view.raw(i)).eq_ignore_ascii_case(head))
}

/// "double the number from five years ago": a multiple of what was counted before.
fn multiple(
    scene: Scene<'_>,
    a: &Annotation<Quantity>,
    to: usize,
    last: Option<&Measure>,
) -> Option<Measure> {
    let view = scene.view;
    // Only beside the figure it is compared with.
    let base = last?;
    if !matches!(
        view.low(to),
        "the" | "that" | "its" | "their" | "as" | "last" | "what" | "higher" | "more" | "larger" | "greater"
    ) {
        return None;
    }
    let mut m = base.clone();
    m.base = None;
    if let Some(of) = a.value.of {
        m.spans.push(of);
    }
    Some(m.with_word("(multiple)", "multiple"))
}

/// A counted noun: "over 23,000 Vietnamese students in China".
fn count(scene: Scene<'_>, a: &Annotation<Quantity>, from: usize, to: usize) -> Option<Measure> {
    let view = scene.view;
    let q = &a.value;
    let hyphened = (from..to).any(|i| view.joins(i) && view.is(i.wrapping_sub(1), Kind::Digits));
    if hyphened && view.low(to.wrapping_sub(1)) != "people" {
        return None;
    }
    // Where the counted words end: a rate ("per week") stands behind them.
    let noun_end = q.of.map_or(to, |of| scene.piece_at(of.end));
    let mut measure = match q.of {
        Some(of) => {
            let r = Range {
                from: scene.piece_at(of.start),
                to: noun_end,
            };
            Measure::of(scene, r)?
        }
        None => Measure {
            text: "people".to_owned(),
            ..Measure::default()
        },
    };
    let mut at = to.max(noun_end);
    let mut toll = measure.key.iter().any(|p| key_is_outcome(p));
    // "killed 59 people", "killing 59 and injuring 515": the verb in front tells what befell them.
    if let Some(o) =
        key::outcome(view.back(from, 1)).filter(|_| !toll && !phrase::auxiliary(view.back(from, 2)))
    {
        measure = measure.with_word(o, o);
        toll = true;
    }
    let mut verb = None;
    for _ in 0..5 {
        if let Some(r) = phrase::prepositional(scene, at).filter(|r| !basis_word(scene, r.from)) {
            measure = measure.and(scene, r, true);
            at = r.to;
            continue;
        }
        // A time between the noun and the rest is passed over.
        if let Some(t) = time_end(scene, at) {
            at = t;
            continue;
        }
        if verb.is_some() {
            break;
        }
        let Some((v, o)) = predicate(scene, at) else { break };
        verb = Some(v);
        match o {
            Some(o) if !toll => {
                measure = measure.with_word(view.low(v), o);
                toll = true;
            }
            Some(_) => break,
            None if toll => break,
            None => {
                // "are expected to be signed" is no "signed".
                let planned = (at..v).any(|i| {
                    matches!(
                        view.low(i),
                        "to" | "will" | "would" | "should" | "may" | "might" | "could"
                    )
                });
                if planned && !view.low(v).ends_with("ing") {
                    measure.text.push_str(" to be");
                }
                measure = measure.and(scene, Range { from: v, to: v + 1 }, true);
            }
        }
        at = v + 1;
    }
    if toll && !names_something(scene, &measure) {
        measure = toll_place(scene, measure, from, at);
    }
    // A bare noun with nothing said of it is no measure.
    let bare = verb.is_none() && !toll && measure.key.len() < 2 && measure.spans.len() < 2;
    if bare && q.bound == dossier_model::Bound::Exact && q.value.is_some_and(|v| v < 1000.0) {
        let held = with_subject(scene, measure, from);
        return (held.spans.len() > 1).then_some(held);
    }
    let small = q.value.is_some_and(|v| v.abs() < 10.0) && q.bound == dossier_model::Bound::Exact;
    let spelled = small && !(from..to).any(|i| view.is(i, Kind::Digits));
    if (spelled || q.value.is_some_and(|v| v <= 1.0)) && !toll {
        return None;
    }
    if measure.key.is_empty() && !toll {
        // "300 people" and nothing more: the predicate must say what of them.
        measure = measure_of_people(scene, measure, verb)?;
    }
    // "millions of farmers" alone is a way of speaking.
    if q.value.is_none() && verb.is_none() && !toll && vague(scene, from, to) {
        return None;
    }
    if verb.is_none() && !toll {
        measure = with_subject(scene, measure, from);
    }
    Some(measure)
}

/// Whether a name stands in the words of a measure.
fn names_something(scene: Scene<'_>, m: &Measure) -> bool {
    let first = scene.sentence.start;
    m.spans.iter().any(|s| {
        let mut at = s.start;
        s.of(scene.view.text).split(' ').any(|w| {
            let here = at;
            at += w.len() as u32 + 1;
            here > first && w.starts_with(char::is_uppercase)
        })
    })
}

/// Where the clause tells a toll's place: the first "in", "at" or "near" with a name behind the number, or a
/// label in front of a colon ("Northern line: 5 dead").
fn toll_place(scene: Scene<'_>, measure: Measure, from: usize, at: usize) -> Measure {
    let view = scene.view;
    for k in at..view.len().min(at + 25) {
        if matches!(view.raw(k), ";" | ":" | "." | "“" | "\"")
            || matches!(
                view.low(k),
                "while" | "but" | "since" | "than" | "before" | "after" | "and"
            )
            || view.is(k, Kind::Digits)
        {
            break;
        }
        if matches!(view.low(k), "in" | "at" | "near")
            && (view.capital(k + 1) || view.low(k + 1) == "the" && view.capital(k + 2))
            && !scene.is_time(k + 1)
            && !scene.is_time(k + 2)
            && let Some(r) = phrase::right(scene, k + 1)
        {
            return measure.and(scene, Range { from: k, to: r.to }, true);
        }
    }
    let colon = from
        .checked_sub(1)
        .filter(|&c| view.raw(c) == ":" && c > 0 && c <= 8);
    if let Some(c) = colon
        && c > 1
        && (0..c).all(|i| (view.is(i, Kind::Word) || view.joins(i)) && !phrase::is_verb(scene, i))
        && !(0..c).any(|i| speaks(view.low(i)))
        && let Some(span) = view.span(0, c)
    {
        let mut m = measure;
        m.text = format!("{} ({})", m.text, one_line(span.of(view.text)));
        key::add(view, span, false, &mut m.key);
        m.key.sort();
        m.spans.push(span);
        return m;
    }
    measure
}

/// Words of a label that names who says it, not where it was.
fn speaks(word: &str) -> bool {
    matches!(
        word,
        "police"
            | "official"
            | "officials"
            | "ministry"
            | "minister"
            | "report"
            | "reports"
            | "authorities"
            | "update"
            | "breaking"
            | "governor"
            | "mayor"
            | "agency"
            | "media"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "sources"
            | "source"
            | "witnesses"
            | "army"
            | "military"
            | "government"
            | "he"
            | "she"
            | "they"
            | "it"
            | "i"
            | "we"
            | "said"
            | "says"
    )
}

/// Whether an order of magnitude stands for the number.
fn vague(scene: Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        matches!(
            scene.view.low(i),
            "dozens" | "scores" | "hundreds" | "thousands" | "millions" | "billions" | "tens"
        )
    })
}

fn key_is_outcome(part: &str) -> bool {
    key::outcome(part) == Some(part)
}

fn measure_of_people(scene: Scene<'_>, measure: Measure, verb: Option<usize>) -> Option<Measure> {
    let v = verb?;
    let word = scene.view.low(v);
    Some(Measure {
        key: vec![noun::singular(word)],
        ..measure
    })
}

/// The verb of which the counted are the subject, with what it says of a toll: "were killed", "are studying".
fn predicate(scene: Scene<'_>, at: usize) -> Option<(usize, Option<&'static str>)> {
    let view = scene.view;
    let mut i = at;
    while i < at + 6
        && (phrase::auxiliary(view.low(i))
            || matches!(
                view.low(i),
                "who"
                    | "that"
                    | "which"
                    | "expected"
                    | "also"
                    | "now"
                    | "currently"
                    | "reportedly"
                    | "feared"
                    | "believed"
                    | "confirmed"
                    | "reported"
                    | "found"
            ))
    {
        i += 1;
    }
    let word = view.low(i);
    if let Some(o) = key::outcome(word) {
        return Some((i, Some(o)));
    }
    if view.low(at) == "lost"
        && matches!(view.low(at + 1), "their" | "his" | "her")
        && matches!(view.low(at + 2), "lives" | "life")
    {
        return Some((at, Some("killed")));
    }
    // "operating", "are studying", "to be signed"; a lone past form would be the whole story.
    let ing = word.ends_with("ing") && word.len() > 4;
    let passive = i > at && participle(word);
    let tagged = scene
        .tags
        .upos(view, i)
        .is_none_or(|u| u == dossier_model::Upos::Verb)
        || (ing && matches!(view.low(i + 1), "between" | "in" | "to" | "from" | "at"));
    (view.is(i, Kind::Word) && tagged && (ing || passive)).then_some((i, None))
}

/// A past participle, by its form or from the list of strong verbs.
fn participle(word: &str) -> bool {
    (word.ends_with("ed") && word.len() > 3)
        || matches!(
            word,
            "taken"
                | "given"
                | "seen"
                | "held"
                | "built"
                | "sent"
                | "left"
                | "found"
                | "made"
                | "shot"
                | "hit"
                | "lost"
                | "won"
                | "paid"
                | "sold"
                | "brought"
                | "caught"
                | "taught"
                | "born"
                | "driven"
                | "hidden"
                | "stolen"
                | "thrown"
                | "freed"
                | "laid"
                | "cut"
                | "bought"
                | "drawn"
                | "flown"
                | "grown"
                | "known"
                | "kept"
                | "chosen"
                | "written"
                | "spent"
                | "put"
                | "set"
                | "beaten"
        )
}

/// Whether a unit is one of length, speed or temperature.
fn is_measure(unit: &str) -> bool {
    [
        "metre",
        "kilometre",
        "mile",
        "foot",
        "yard",
        "inch",
        "knot",
        "degree",
        "light year",
    ]
    .iter()
    .any(|u| unit.contains(u))
}

/// Whether the number carries a currency mark or word.
fn currency_like(scene: Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| matches!(scene.view.raw(i), "$" | "€" | "£" | "¥" | "₹" | "₩" | "₫"))
        || (from..to).any(|i| {
            scene.view.raw(i).len() == 3 && scene.view.raw(i).bytes().all(|b| b.is_ascii_uppercase())
        })
}

/// "Việt Nam welcomed 3.7 million visitors": who did what with the counted.
fn with_subject(scene: Scene<'_>, measure: Measure, from: usize) -> Measure {
    let view = scene.view;
    let v = from.wrapping_sub(1);
    let word = view.low(v);
    let have = matches!(
        word,
        "has" | "have" | "had" | "employs" | "employed" | "includes" | "hosts" | "owns" | "operates"
    );
    let past = word.ends_with("ed") && word.len() > 4 && phrase::is_verb(scene, v);
    if from == 0 || !(have || past) {
        return measure;
    }
    let end = phrase::past_group(scene, v);
    let Some(subject) = phrase::left(scene, end).filter(|r| r.to - r.from <= 6) else {
        return measure;
    };
    let named = (subject.from..subject.to).any(|i| {
        view.capital(i) && (i > 0 || key::country_at(view, i, subject.to).is_some() || subject.to > i + 1)
    });
    if !named {
        return measure;
    }
    // A deed of persons stands beside the noun; whose it was differs between tellings.
    let of_country = (subject.from..subject.to).any(|i| key::country_at(view, i, subject.to).is_some());
    if !have && !of_country {
        let mut m = measure;
        if let Some(noun) = m.spans.first().map(|s| one_line(s.of(view.text)))
            && let Some(rest) = m.text.strip_prefix(&noun)
        {
            m.text = format!("{noun} {word}{rest}");
            m.spans.extend(view.span(v, v + 1));
        }
        return m;
    }
    let mut m = measure;
    m.text.push_str(if have { " of" } else { " " });
    if !have {
        m.text.push_str(word);
        m.text.push_str(" by");
    }
    m.and(scene, subject, true)
}

/// Where a time expression with its preposition, from piece `at` on, ends.
fn time_end(scene: Scene<'_>, at: usize) -> Option<usize> {
    let k = at
        + usize::from(matches!(
            scene.view.low(at),
            "in" | "on" | "during" | "since" | "by" | "at" | "over" | "for" | "every" | "each"
        ));
    let k = k + usize::from(scene.view.low(k) == "the");
    let span = scene.time_at(k).or_else(|| scene.time_at(at))?;
    Some(scene.piece_at(span.end)).filter(|&e| e > at)
}

fn basis_word(scene: Scene<'_>, k: usize) -> bool {
    scene.view.low(k) == "by" || scene.view.back(k, 1) == "according"
}

/// Money, shares, measures and bare numbers.
fn amount(
    scene: Scene<'_>,
    here: &[Annotation<Quantity>],
    k: usize,
    from: usize,
    to: usize,
    last: Option<&Measure>,
) -> Option<Measure> {
    let view = scene.view;
    let a = here.get(k)?;
    let q = &a.value;
    let unit = q.unit.as_ref().map_or("", |u| u.0.as_str());
    if q.value.is_none() && vague(scene, from, to) {
        return None;
    }
    let share = unit == PERCENT || q.unit.is_none();
    let points = unit == PERCENTAGE_POINT || unit == "basis point" || unit == "point";
    // "a 17.46% increase", "5 percent growth in exports".
    if let Some(sense) = change_noun(view.low(to)) {
        let tail = phrase::prepositional(scene, to + 1).filter(|r| matches!(view.low(r.from), "in" | "of"));
        if let Some(r) = tail {
            let base = Measure::of(
                scene,
                Range {
                    from: r.from + 1,
                    to: r.to,
                },
            )?;
            return Some(changed(base, sense));
        }
        let base = base_of(last).or_else(|| main_subject(scene, from))?;
        return Some(changed(base, sense));
    }
    // "12 percent higher than", "5 percent more".
    if let Some(sense) = compared(view.low(to)) {
        let base = subject_of_group(scene, from)
            .or_else(|| base_of(last))
            .or_else(|| main_subject(scene, from))?;
        return Some(changed(base, sense));
    }
    // What the verb or preposition in front says.
    let mut g = from;
    let prep = view.back(g, 1);
    if matches!(
        prep,
        "by" | "to"
            | "at"
            | "from"
            | "of"
            | "for"
            | "with"
            | "about"
            | "just"
            | "only"
            | "a"
            | "an"
            | "the"
            | "another"
            | "further"
            | "as"
    ) {
        g -= 1;
        // "from a record $5 billion", "by a further 3 percent".
        if matches!(prep, "a" | "an" | "the" | "another" | "further")
            && matches!(view.back(g, 1), "by" | "to" | "at" | "from" | "of")
        {
            g -= 1;
        }
    }
    let prep = if g < from { view.low(g) } else { "" };
    let word = view.back(g, 1);
    let hedge_verb = (from..to).find(|&i| {
        phrase::level_verb(view.low(i))
            && !matches!(
                view.low(i),
                "top" | "near" | "estimated" | "put" | "average" | "to"
            )
    });
    let own = whole(scene, a, to);
    if let Some(v) = hedge_verb {
        let subject = subject_before(scene, v);
        return subject.or_else(|| main_subject(scene, v)).or(own).map(as_level);
    }
    if !matches!(prep, "of" | "for" | "with" | "a" | "an" | "the" | "as") {
        // "13 m down" is a place, "3 percent down" a change.
        let moves = share
            || points
            || currency_like(scene, from, to)
            || !matches!(word, "down" | "up" | "lower" | "lowered" | "raised");
        // Lengths and speeds move by so much or to so much: "the lake rose by 2 metres".
        let moves = moves
            && (share
                || points
                || currency_like(scene, from, to)
                || matches!(prep, "by" | "to" | "from")
                || !is_measure(unit));
        let rising = moves && change::rise(word);
        let falling = moves && change::fall(word);
        if rising || falling {
            // "raised $5 billion", "lost $3 million", "cut 500 jobs" are deeds with money, not moves of a level.
            let deed = matches!(
                word,
                "raised"
                    | "raise"
                    | "raising"
                    | "lost"
                    | "lose"
                    | "losing"
                    | "gained"
                    | "cut"
                    | "shed"
                    | "boosted"
                    | "advanced"
            ) && !share
                && !points
                && prep.is_empty();
            if deed && let Some(own) = own.clone() {
                return Some(done(scene, own, g - 1, word));
            }
            if !deed {
                let sense = match prep {
                    "to" | "at" => Sense::Level,
                    "from" => Sense::Before,
                    _ if rising => Sense::Rise,
                    _ => Sense::Fall,
                };
                let base = subject_before(scene, g - 1)
                    .or_else(|| base_of(last))
                    .or_else(|| main_subject(scene, g - 1))
                    .or(own)?;
                return Some(match sense {
                    Sense::Level => as_level(base),
                    s => changed(base, s),
                });
            }
        }
        // "…, up 3 percent to $5 billion": the number behind a step is a level.
        if matches!(prep, "to" | "from")
            && k > 0
            && here
                .get(k - 1)
                .is_some_and(|p| scene.piece_at(p.span.end) + 3 > g)
        {
            let base = base_of(last)?;
            return Some(if prep == "to" {
                as_level(base)
            } else {
                changed(base, Sense::Before)
            });
        }
    }
    // "an investment of $5 million", "growth of 5 percent".
    if prep == "of" {
        let base = phrase::left(scene, g)?;
        let noun = view.low(base.to - 1);
        if let Some(sense) = change_noun(noun) {
            if base.to - base.from == 1
                || matches!(
                    view.low(base.from),
                    "annual" | "sharp" | "average" | "year-on-year" | "record"
                )
            {
                let of_what = phrase::prepositional(scene, to)
                    .filter(|r| view.low(r.from) == "in")
                    .map(|r| Range {
                        from: r.from + 1,
                        to: r.to,
                    });
                let base = of_what
                    .and_then(|r| Measure::of(scene, r))
                    .or_else(|| base_of(last))?;
                return Some(changed(base, sense));
            }
            let m = Measure::of(
                scene,
                Range {
                    from: base.from,
                    to: base.to - 1,
                },
            )?;
            return Some(changed(m, sense));
        }
        let m = Measure::of(scene, base)?;
        let m = match phrase::prepositional(scene, to).filter(|r| !scene.is_time(r.from + 1)) {
            Some(r) => m.and(scene, r, true),
            None => m,
        };
        return Some(as_level(m));
    }
    // "X was 5 percent", "X is worth $5 million", "X stood at 7".
    let level = phrase::level_verb(word)
        || (word == "rate" && prep == "at")
        || (matches!(prep, "at") && phrase::level_verb(view.back(g, 1)));
    if level && g > 0 {
        let subject = subject_before(scene, g - 1);
        if share && let Some(own) = own {
            return Some(own);
        }
        if let Some(s) = subject {
            return Some(as_level(s));
        }
        if word == "worth" || word == "valued" {
            let before = phrase::left(scene, g - 1).and_then(|r| Measure::of(scene, r));
            return before.map(as_level);
        }
        return base_of(last)
            .filter(|_| matches!(word, "and" | ","))
            .map(as_level);
    }
    // "a $3 billion loan", "a 25% tax on imports", "USD 5 billion in trade", "51 percent of voters".
    if let Some(m) = own {
        return Some(if share && view.low(to) == "of" {
            m
        } else {
            as_level(m)
        });
    }
    // A second number beside the first: "USD 200 billion by one count and USD 260 billion by another".
    if let Some(prev) = k.checked_sub(1).and_then(|p| here.get(p))
        && prev.value.unit == q.unit
        && matches!(view.back(from, 1), "and" | "or")
        && !prev.value.ordinal
    {
        return base_of(last);
    }
    // "It pledged $50 million": what was done with the money.
    if !share && !points && !unit.is_empty() {
        return deed(scene, from, to);
    }
    None
}

/// "lost 45 billion tons of ice": what was lost, and by whom.
fn done(scene: Scene<'_>, own: Measure, v: usize, word: &str) -> Measure {
    let Some(subject) = phrase::left(scene, phrase::past_group(scene, v)).filter(|r| r.to - r.from <= 8)
    else {
        return own;
    };
    let mut m = own;
    m.text.push(' ');
    m.text.push_str(word);
    m.text.push_str(" by");
    key::push(&mut m.key, word.to_owned());
    m.and(scene, subject, false)
}

/// Whether a measure says enough to stand in a table: not "size" alone, and no sentence.
fn is_plain(m: &Measure) -> bool {
    const GENERIC: &[&str] = &[
        "majority",
        "size",
        "area",
        "chance",
        "completion",
        "peak",
        "part",
        "rest",
        "way",
        "kind",
        "sort",
        "bit",
        "hit",
        "top",
        "none",
        "average",
        "range",
        "distance",
        "height",
        "width",
        "length",
        "depth",
        "weight",
        "rate",
        "level",
        "amount",
        "figure",
        "total",
        "total cost",
        "others",
        "everyone",
        "someone",
        "man",
        "woman",
        "one",
        "most",
        "half",
        "scene",
        "speed",
        "temperature",
        "loss",
        "increase",
        "decrease",
        "growth",
    ];
    let words = m.text.split_whitespace().count();
    let lone = m.key.len() <= 1 && m.key.iter().all(|k| GENERIC.contains(&k.as_str())) && m.spans.len() < 2;
    let only_change = m
        .key
        .iter()
        .all(|k| matches!(k.as_str(), "increase" | "decrease" | "previous" | "share"));
    words <= 18 && !lone && !only_change && !m.text.contains(['“', '”', '"', ';'])
}

fn change_noun(word: &str) -> Option<Sense> {
    Some(match word {
        "increase" | "rise" | "growth" | "gain" | "jump" | "surge" | "hike" | "climb" | "expansion"
        | "uptick" | "boost" | "advance" | "rebound" | "increases" | "gains" => Sense::Rise,
        "decrease" | "decline" | "drop" | "fall" | "reduction" | "cut" | "slump" | "plunge"
        | "contraction" | "dip" | "slide" | "loss" | "decreases" | "declines" | "cuts" => Sense::Fall,
        _ => return None,
    })
}

fn compared(word: &str) -> Option<Sense> {
    Some(match word {
        "higher" | "more" | "larger" | "bigger" | "greater" | "up" | "above" => Sense::Rise,
        "lower" | "less" | "fewer" | "smaller" | "down" | "below" => Sense::Fall,
        _ => return None,
    })
}

fn as_level(m: Measure) -> Measure {
    m
}

/// The measure of a change of `base`, which is never joined with the level.
fn changed(base: Measure, sense: Sense) -> Measure {
    let kept = Some(Box::new(base.clone()));
    let mut m = match sense {
        Sense::Rise => base.with_word("increase", "increase"),
        Sense::Fall => base.with_word("decrease", "decrease"),
        Sense::Before => {
            let mut m = base.with_word("", "previous");
            m.text = format!("previous {}", m.text.trim_end());
            m
        }
        Sense::Level => base,
    };
    m.base = kept;
    m
}

/// The level behind the last figure.
fn base_of(last: Option<&Measure>) -> Option<Measure> {
    let last = last?;
    Some(last.base.as_deref().unwrap_or(last).clone())
}

/// The noun phrase in front of the verb at piece `v`, past its verb group.
fn subject_before(scene: Scene<'_>, v: usize) -> Option<Measure> {
    let view = scene.view;
    let end = phrase::past_group(scene, v);
    // A comma in front of a participle or "up": the subject is that of the main clause.
    if end > 0 && matches!(view.back(end, 1), "," | "—" | "–" | "(" | "-") {
        let open = end.saturating_sub(30);
        if !(open..end).any(|i| phrase::is_verb(scene, i) || matches!(view.raw(i), ";" | ":")) {
            let edge = if view.back(end, 2) == "-" {
                end - 2
            } else {
                end - 1
            };
            return phrase::left(scene, edge).and_then(|r| Measure::of(scene, r));
        }
        let start = if view.back(end, 1) == "," {
            appositive_start(scene, end - 1)
        } else {
            None
        };
        return phrase::left(scene, start?).and_then(|r| Measure::of(scene, r));
    }
    // "which reached": what stands before the relative.
    if end > 0 && matches!(view.back(end, 1), "which" | "that" | "who") {
        let back = if view.back(end, 2) == "," {
            end - 2
        } else {
            end - 1
        };
        return phrase::left(scene, back).and_then(|r| Measure::of(scene, r));
    }
    let r = phrase::left(scene, end)?;
    Measure::of(scene, r)
}

/// Subject of "A, the B, reached": the place behind A where a second comma shortly before encloses a phrase
/// without a verb.
fn appositive_start(scene: Scene<'_>, comma: usize) -> Option<usize> {
    let view = scene.view;
    let mut k = comma;
    while k > 0 && comma - k < 14 {
        k -= 1;
        if view.raw(k) == "," {
            return (k > 0 && (k.saturating_sub(30)..k).all(|i| !phrase::is_verb(scene, i))).then_some(k);
        }
        if phrase::is_verb(scene, k) {
            return None;
        }
    }
    None
}

fn subject_of_group(scene: Scene<'_>, from: usize) -> Option<Measure> {
    let v = from.checked_sub(1)?;
    phrase::level_verb(scene.view.low(v))
        .then(|| subject_before(scene, v))
        .flatten()
}

/// The subject of the clause around piece `at`: the noun phrase in front of the first verb behind the last
/// clause boundary.
fn main_subject(scene: Scene<'_>, at: usize) -> Option<Measure> {
    let view = scene.view;
    let mut start = 0;
    for i in (0..at).rev().take(60) {
        if matches!(view.raw(i), ";" | ":" | "“" | "\"") || matches!(view.low(i), "while" | "whereas" | "but")
        {
            start = i + 1;
            break;
        }
    }
    // Past "In 2024," and other openings without a verb.
    let verb = (start..at)
        .take(40)
        .find(|&i| phrase::is_verb(scene, i) && i > start)?;
    let reporting = matches!(
        view.low(verb),
        "said" | "says" | "showed" | "show" | "shows" | "told" | "reported" | "added"
    );
    if reporting {
        return None;
    }
    let r = phrase::left(scene, phrase::past_group(scene, verb).max(start + 1))?;
    (r.from >= start).then(|| Measure::of(scene, r)).flatten()
}

/// The noun phrase that an amount is of: behind it, with its own prepositional phrase.
fn whole(scene: Scene<'_>, a: &Annotation<Quantity>, to: usize) -> Option<Measure> {
    let view = scene.view;
    let of = a.value.of.filter(|of| of.start >= a.span.end)?;
    let r = Range {
        from: scene.piece_at(of.start),
        to: scene.piece_at(of.end),
    };
    if scene.is_time(r.from) || r.from > to + 4 {
        return None;
    }
    let mut m = Measure::of(scene, r)?;
    // "51 percent of voters back the plan" is a share of voters, and of what they do.
    let part = a.value.unit.is_none() && a.value.value.is_some_and(|v| v < 1.0);
    if (view.low(to) == "of" && a.value.unit.as_ref().is_some_and(|u| u.0 == PERCENT)) || part {
        let mut end = r.to;
        if let Some(p) = phrase::prepositional(scene, end) {
            m = m.and(scene, p, true);
            end = p.to;
        }
        m.text = format!("share of {}", m.text);
        key::push(&mut m.key, "share".to_owned());
        let stop = (end..view.len().min(end + 12))
            .find(|&i| {
                (view.is(i, Kind::Mark) && !view.joins(i))
                    || matches!(view.low(i), "and" | "but" | "while" | "according")
            })
            .unwrap_or(view.len().min(end + 12));
        let start = scene.piece_at(a.span.start);
        let before = (start.saturating_sub(12)..start)
            .rev()
            .find(|&i| phrase::is_verb(scene, i));
        match before {
            // "China buys 90 percent of its coal": whose share, and what is done with it.
            Some(v) => {
                let subject = phrase::left(scene, phrase::past_group(scene, v))?;
                m.text.push(':');
                m = m.and(scene, subject, false);
            }
            None if stop > end && !scene.is_time(end) => {
                m = m.and(scene, Range { from: end, to: stop }, false)
            }
            None => return None,
        }
        m.key.sort();
        return Some(m);
    }
    let mut end = r.to;
    for _ in 0..2 {
        let Some(p) = phrase::prepositional(scene, end) else {
            break;
        };
        m = m.and(scene, p, true);
        end = p.to;
    }
    Some(m)
}

/// "pledged $50 million for the fund": an amount named by what was done with it.
fn deed(scene: Scene<'_>, from: usize, to: usize) -> Option<Measure> {
    let view = scene.view;
    let v = from.checked_sub(1)?;
    let word = view.low(v);
    let (word, noun) = match word {
        "spent" | "spend" | "spends" | "spending" => ("spent", "spending"),
        "paid" | "pay" | "pays" | "paying" => ("paid", "payment"),
        "cost" | "costs" | "costing" => ("cost", "cost"),
        "lost" | "lose" | "loses" | "losing" => ("lost", "loss"),
        "invested" | "invest" | "invests" | "investing" => ("invested", "investment"),
        "pledged" | "pledge" | "pledges" | "pledging" | "promised" => ("pledged", "pledge"),
        "raised" | "raise" | "raises" | "raising" => ("raised", "raised"),
        "donated" | "donate" | "donates" | "donating" => ("donated", "donation"),
        "earned" | "earn" | "earns" | "earning" => ("earned", "earnings"),
        "owed" | "owes" | "owe" => ("owed", "debt"),
        "received" | "receive" | "receives" | "receiving" => ("received", "received"),
        "allocated" | "allocate" | "allocates" | "earmarked" => ("allocated", "allocation"),
        "approved" | "approve" => ("approved", "approved"),
        "lent" | "borrowed" | "stole" | "seized" | "saved" | "covers" | "exported" | "imported"
        | "produced" | "sold" | "built" => (word, word),
        _ => return None,
    };
    let end = phrase::past_group(scene, v);
    let subject = phrase::left(scene, end).filter(|r| r.to - r.from <= 10);
    let mut m = match (noun, subject) {
        ("cost", Some(s)) => {
            let mut m = Measure::of(scene, s)?;
            m.text = format!("cost of {}", m.text);
            m.with_word("", "cost")
        }
        (_, Some(s)) => {
            let m = Measure {
                text: format!("amount {word} by"),
                ..Measure::default()
            };
            m.and(scene, s, false).with_word("", noun)
        }
        _ => return None,
    };
    m.text = m.text.trim_end().to_owned();
    if let Some(p) = phrase::prepositional(scene, to) {
        m = m.and(scene, p, false);
    }
    Some(m)
}
