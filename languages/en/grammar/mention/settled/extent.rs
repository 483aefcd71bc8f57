//! Where names end: not beyond a credit, a headline's verb or another name that ran into them.

use std::collections::{HashMap, HashSet};

use dossier_annotate::View;
use dossier_annotate::view::{Capitals, Shape};
use dossier_model::{MentionForm, MentionKind, Upos};
use dossier_world::{country, given_name, office, organization};

use super::key;
use crate::grammar::common;
use crate::grammar::mention::scan::Name;

dossier_world::words!(OPENERS = "mention/before_names.txt");
dossier_world::words!(CREDITS = "mention/credit_words.txt");
dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(VESSELS = "mention/vessels.txt");

/// Leaves out what is written with signs of the network or of a party's seat: "@anaruiz", "R-Iowa".
pub(super) fn drop_signs(words: &View, names: &mut Vec<Name>) {
    names.retain(|n| {
        let text = words.cover(n.start, n.end).of(words.text());
        let signs = text.contains(['@', '#', '/']) || text.contains("www.");
        let seat = text.len() > 2
            && text.starts_with(['R', 'D', 'I'])
            && text.get(1..2).is_some_and(|c| matches!(c, "-"))
            && (n.start > 0 && matches!(words.word(n.start - 1), "(" | ","));
        !signs && !seat
    });
}

/// What the article names elsewhere, by which a longer row of capitals is seen to hold it.
struct Known {
    /// Whole names with the kind that they have and how often.
    whole: HashMap<String, (MentionKind, u32)>,
    /// First and last words of people's full names.
    parts: HashSet<String>,
}

impl Known {
    fn of(words: &View, names: &[Name]) -> Self {
        let mut whole: HashMap<String, (MentionKind, u32)> = HashMap::new();
        let mut parts = HashSet::new();
        for n in names {
            let e = whole.entry(key(words, n.start, n.end)).or_insert((n.kind, 0));
            e.1 += 1;
            if n.kind == MentionKind::Person
                && n.end == n.start + 2
                && given_name::is_given(words.fold(n.start))
            {
                parts.insert(words.fold(n.start + 1).to_owned());
            }
        }
        Self { whole, parts }
    }

    /// The kind of a whole name that stands elsewhere.
    fn kind(&self, words: &View, start: usize, end: usize) -> Option<MentionKind> {
        let (kind, _) = self.whole.get(&key(words, start, end))?;
        Some(*kind)
    }
}

/// Cuts names to what the article names elsewhere, and off the words that are none of theirs.
pub(super) fn cut(words: &View, names: &mut Vec<Name>) {
    for n in names.iter_mut() {
        trim(words, n);
    }
    let known = Known::of(words, names);
    let mut out: Vec<Name> = Vec::with_capacity(names.len());
    for n in names.drain(..) {
        match hyphened(words, &known, n).or_else(|| parted(words, &known, n)) {
            Some(both) => out.extend(both.into_iter().flatten()),
            None => out.push(n),
        }
    }
    *names = out;
}

/// "Former Norvik": a word that says how an office is held; "Oslo State" in front of "'s attorney".
fn trim(words: &View, n: &mut Name) {
    while n.end > n.start + 1 && OPENERS.has(words.fold(n.start)) {
        n.start += 1;
    }
    trim_credit(words, n);
    if matches!(n.kind, MentionKind::Person | MentionKind::Place) {
        trim_noun(words, n);
    }
    if n.kind == MentionKind::Person {
        trim_person(words, n);
    }
    let attorney = matches!(words.fold(n.end), "'s" | "’s") && words.fold(n.end + 1) == "attorney";
    if attorney && n.end > n.start + 1 && words.fold(n.end - 1) == "state" {
        n.end -= 1;
    }
}

/// "Eva Lind Rex Features", "GETTY Eva Lind": who took a picture is no part of who is on it.
fn trim_credit(words: &View, n: &mut Name) {
    let credit = |k: usize| CREDITS.has(words.fold(k)) && words.is_capital(k);
    if n.kind == MentionKind::Person {
        let features = words.fold(n.end - 1) == "features" && n.end > n.start + 3 && credit(n.end - 2);
        // "Rex Features" is the house itself.
        if words.fold(n.end - 1) == "features" && n.end == n.start + 2 && credit(n.start) {
            n.kind = MentionKind::Organization;
        }
        let signed = n.end > n.start + 2 && credit(n.end - 1);
        n.end -= if features { 2 } else { usize::from(signed) };
    }
    let loud = words.shape(n.start) == Shape::Upper || n.kind == MentionKind::Person;
    let opens = n.end > n.start + 2 && credit(n.start) && !given_name::is_given(words.fold(n.start)) && loud;
    if opens && matches!(n.kind, MentionKind::Person | MentionKind::Organization) {
        let house = ["images", "media", "pictures", "photos", "press"];
        n.start += 1 + usize::from(house.contains(&words.fold(n.start + 1)) && n.end > n.start + 3);
        while n.end > n.start + 1 && words.shape(n.start) == Shape::Mark {
            n.start += 1;
        }
        if country::by_name(words.cover(n.start, n.end).of(words.text())).is_some() {
            n.kind = MentionKind::Place;
        }
    }
}

/// "Ferry Marta", "Streamer Eva Lind": a noun that opens a line is no part of the name behind it.
fn trim_noun(words: &View, n: &mut Name) {
    let (first, next) = (words.fold(n.start), words.fold(n.start + 1));
    let small = words.seen(first).lower > 0;
    if n.end > n.start + 1
        && words.shape(n.start) == Shape::Capital
        && VESSELS.has(first)
        && (small || words.opens_sentence(n.start))
    {
        n.start += 1;
        n.kind = MentionKind::Other;
        return;
    }
    let doer = first.len() > 5 && (first.ends_with("er") || first.ends_with("or") || first.ends_with("ist"));
    if n.kind == MentionKind::Person
        && (n.end == n.start + 3 || doer && n.end == n.start + 2)
        && given_name::is_given(next)
        && !given_name::is_given(first)
        && !given_name::is_surname(first)
        && (doer && (small || words.opens_sentence(n.start)) || small && common::is_common(first))
    {
        n.start += 1;
        return;
    }
    // "Despot Kim Jong-un", "Strongman Ivo Marsh": what somebody is called stands in front of a whole name.
    let whole = n.end > n.start + 2 && (given_name::is_given(next) || given_name::is_korean_surname(next));
    let is_name = given_name::is_given(first) || given_name::is_surname(first);
    if n.kind == MentionKind::Person && whole && !is_name && HUMAN.has(first) {
        n.start += 1;
    }
}

/// "anti-Ana Ruiz" without what stands before the name; "Lo Tae-min" with its last syllable; "Ana Ruiz Compares Lind" of
/// a headline without the verb.
fn trim_person(words: &View, n: &mut Name) {
    let glued = |k: usize| matches!(words.word(k), "-" | "‑") && words.is_glued(k) && words.is_glued(k + 1);
    if n.end > n.start + 3 && words.shape(n.start) == Shape::Lower && glued(n.start + 1) {
        n.start += 2;
    }
    let first = words.word(n.start);
    let prefixed = ["anti-", "pro-", "ex-", "non-"]
        .iter()
        .any(|p| first.starts_with(p));
    if n.end > n.start + 1 && prefixed {
        n.start += 1;
    }
    let syllable = |k: usize| {
        let w = words.word(k);
        words.shape(k) == Shape::Lower
            && w.len() <= 5
            && w.bytes().all(|b| b.is_ascii_lowercase())
            && !matches!(w, "led" | "era" | "run" | "like" | "free" | "style" | "based")
    };
    if n.end == n.start + 2
        && glued(n.end)
        && syllable(n.end + 1)
        && (2..=5).contains(&words.word(n.end - 1).len())
    {
        n.end += 2;
    }
    let title = words.capitals(n.start) == Capitals::Title;
    let verb = (n.start + 2..n.end).find(|&k| {
        let w = words.fold(k);
        title
            && words.upos(k) == Upos::Verb
            && common::is_common(w)
            && !given_name::is_given(w)
            && !given_name::is_surname(w)
    });
    n.end = verb.unwrap_or(n.end);
}

/// The parts of a name that holds another one of the article beside what is none of it.
fn parted(words: &View, known: &Known, n: Name) -> Option<[Option<Name>; 2]> {
    let marks = (n.start..n.end).any(|k| words.shape(k) == Shape::Mark || !words.is_capital(k));
    if n.form != MentionForm::Name
        || n.end < n.start + 2
        || n.end > n.start + 8
        || marks && n.kind != MentionKind::Person
    {
        return None;
    }
    let part = |start: usize, end: usize, kind: MentionKind| Name {
        start,
        end,
        kind,
        ..n
    };
    for at in n.start + 1..n.end {
        if !words.is_capital(at) || !words.is_capital(at - 1) {
            continue;
        }
        let (left, right) = (known.kind(words, n.start, at), known.kind(words, at, n.end));
        // The same name twice, or a name behind another one that no "of" joins: a caption's end. One word twice is a
        // person's name: "Lin Lin".
        if left.is_some() && at > n.start + 1 && key(words, n.start, at) == key(words, at, n.end) {
            return Some([left.map(|k| part(n.start, at, k)), None]);
        }
        if let (Some(a), Some(b)) = (left, right)
            && n.kind == MentionKind::Person
            && are_two(words, (n.start, at, a), (at, n.end, b))
        {
            return Some([Some(part(n.start, at, a)), Some(part(at, n.end, b))]);
        }
        // "Harbour Press Norvik Rovers": a credit in front of a body that the article names elsewhere.
        let credit = n.kind == MentionKind::Organization
            && right == Some(MentionKind::Organization)
            && organization::is_medium(&key(words, n.start, at));
        if credit {
            return Some([Some(part(at, n.end, MentionKind::Organization)), None]);
        }
        if n.kind != MentionKind::Person {
            continue;
        }
        let person = |start: usize, end: usize, kind: Option<MentionKind>| {
            let whole = kind == Some(MentionKind::Person) && end > start + 1;
            let short = end == start + 1 && known.parts.contains(words.fold(start));
            whole || short
        };
        if person(at, n.end, right) && is_noise(words, (n.start, at), (at, n.end)) {
            return Some([Some(part(at, n.end, MentionKind::Person)), None]);
        }
        if person(n.start, at, left) && is_noise(words, (at, n.end), (n.start, at)) {
            return Some([Some(part(n.start, at, MentionKind::Person)), None]);
        }
    }
    None
}

/// "The Eva Lind-Ana Ruiz debate", "the Lind-Ruiz pact": two names that a hyphen joins, where both sides are full names, or
/// the article has both alone. `[None, None]` where the sides are known and no names of their own here.
fn hyphened(words: &View, known: &Known, n: Name) -> Option<[Option<Name>; 2]> {
    let at = (n.start + 1..n.end).find(|&k| matches!(words.word(k), "-" | "‑" | "–"))?;
    if n.kind != MentionKind::Person
        || at + 1 >= n.end
        || (at + 1..n.end).any(|k| words.shape(k) == Shape::Mark)
    {
        return None;
    }
    let part = |start: usize, end: usize| Name { start, end, ..n };
    let is_full = |start: usize, end: usize| end > start + 1 && given_name::is_given(words.fold(start));
    if is_full(n.start, at) && is_full(at + 1, n.end) {
        return Some([Some(part(n.start, at)), Some(part(at + 1, n.end))]);
    }
    let is_known = |start: usize, end: usize| {
        let is_person = known.kind(words, start, end) == Some(MentionKind::Person);
        is_person || end == start + 1 && known.parts.contains(words.fold(start))
    };
    let is_double = at == n.start + 1 && given_name::is_given(words.fold(n.start));
    (!is_double && is_known(n.start, at) && is_known(at + 1, n.end)).then_some([None, None])
}

/// Whether two names side by side are two: a body or a place, and a full name of a person.
fn are_two(
    words: &View,
    (s, m, a): (usize, usize, MentionKind),
    (_, e, b): (usize, usize, MentionKind),
) -> bool {
    let full = |from: usize, to: usize, kind: MentionKind| {
        kind == MentionKind::Person && to > from + 1 && given_name::is_given(words.fold(from))
    };
    let other = |kind: MentionKind| matches!(kind, MentionKind::Organization | MentionKind::Place);
    full(s, m, a) && other(b) || other(a) && full(m, e, b)
}

/// Whether the words `rest` beside a known name are none of it: a credit, a cry in capitals, a verb or a common word
/// of a headline.
fn is_noise(words: &View, (s, e): (usize, usize), (from, to): (usize, usize)) -> bool {
    let folded = key(words, s, e);
    if organization::is_medium(&folded) {
        return true;
    }
    let cry = |k: usize| words.shape(k) == Shape::Upper && words.word(k).chars().count() > 3;
    let loud = (s..e).all(cry) && (from..to).all(|k| words.shape(k) == Shape::Capital);
    let title = words.capitals(s) == Capitals::Title || words.opens_sentence(s);
    let plain = (s..e).all(|k| {
        let w = words.fold(k);
        common::is_common(w)
            && !given_name::is_given(w)
            && !given_name::is_surname(w)
            && !office::is_courtesy(w)
            && (title || words.seen(w).lower > 0)
    });
    loud || plain
}
