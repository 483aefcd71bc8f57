//! Reads one quantity at one place: amount, range, unit, rate, hedges.

use dossier_model::{Bound, Layer, Quantity, Span, Time, Unit};

use super::lex::{Kind, View};
use super::noun::{self, Tags};
use super::number::{self, Form, Number};
use super::{AGE, PEOPLE, PERCENT, PERCENTAGE_POINT, TIMES, currency, hedge, order, unit};

/// What was read, and the piece to go on with.
pub(super) struct Found {
    /// Quantities with their spans.
    pub items: Vec<(Span, Quantity)>,
    /// First piece that was not used.
    pub next: usize,
}

impl Found {
    fn skip(next: usize) -> Option<Self> {
        Some(Self {
            items: Vec::new(),
            next,
        })
    }
}

/// A number with the currency mark in front of it.
#[derive(Clone, Copy)]
struct Amount {
    from: usize,
    to: usize,
    number: Number,
    money: Option<&'static str>,
}

/// What a number is of.
struct UnitFound {
    name: Option<String>,
    of: Option<Span>,
    to: usize,
    kind: UnitKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum UnitKind {
    Money,
    Measure,
    Duration,
    Age,
    Noun,
    None,
}

fn amount(view: View<'_>, i: usize) -> Option<Amount> {
    let money = currency::before(view, i);
    let mut at = i + money.map_or(0, |m| m.used);
    let minus = money.is_none() && minus(view, i);
    if minus {
        at = i + 1;
    }
    let mut number = number::at(view, at, money.is_some())?;
    if money.is_some_and(|m| m.doubtful) && number.value < 1000.0 {
        return None;
    }
    if minus {
        number.value = -number.value;
    }
    Some(Amount {
        from: i,
        to: at + number.used,
        number,
        money: money.map(|m| m.name),
    })
}

/// A minus sign in front of digits: "-5 C", "minus 20 degrees".
fn minus(view: View<'_>, i: usize) -> bool {
    if view.low(i) == "minus" {
        return view.is(i + 1, Kind::Digits);
    }
    matches!(view.raw(i), "-" | "−") && !view.glued(i) && view.glued(i + 1) && view.is(i + 1, Kind::Digits)
}

/// The quantity that begins with piece `i`, or the pieces to pass over because they are a name, a score or a
/// time.
pub(super) fn at(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, i: usize) -> Option<Found> {
    if let Some(found) = order::numbered(view, times, i) {
        return Some(found);
    }
    if let Some(found) = multiple(view, tags, i) {
        return Some(found);
    }
    let a = amount(view, i)?;
    if a.number.form == Form::Ordinal {
        return Some(order::read(view, tags, times, i, a.number));
    }
    if a.number.form != Form::Words && glued_to_name(view, i, a) {
        return Found::skip(a.to);
    }
    if broken(view, a.to) {
        return Found::skip(past_broken(view, a.to));
    }
    if let Some(found) = range(view, tags, times, a) {
        return Some(found);
    }
    if scoreline(view, a) {
        return Found::skip(past_broken(view, a.to));
    }
    single(view, tags, times, a)
}

/// Digits that are part of a name or a code: "COVID-19", "G20", "#3", "10:30".
fn glued_to_name(view: View<'_>, i: usize, a: Amount) -> bool {
    if a.money.is_some() || !view.glued(i) {
        return false;
    }
    let before = view.raw(i.wrapping_sub(1));
    if i > 0 && view.is(i - 1, Kind::Word) {
        return true;
    }
    match before {
        "(" | "[" | "“" | "\"" | "'" | "‘" | "—" | "~" | ">" | "<" | "≈" | "∼" | "±" | "…" | "+" | "≥"
        | "≤" => false,
        // A dash between words ("Monday-300 people") does not occur; "F-35" does.
        "-" | "–" | "‑" | "‐" => view.glued(i - 1),
        "/" => !view.is(i.wrapping_sub(2), Kind::Mark),
        "," => view.is(i.wrapping_sub(2), Kind::Digits),
        _ => true,
    }
}

/// Whether what follows the number shows that it was none: "1.2.3", "10:30", "9/11", "787s", "3D".
fn broken(view: View<'_>, k: usize) -> bool {
    if !view.glued(k) {
        return false;
    }
    match view.raw(k) {
        "." | ":" => view.glued(k + 1) && view.is(k + 1, Kind::Digits),
        "/" => view.glued(k + 1) && view.is(k + 1, Kind::Digits),
        "," => view.glued(k + 1) && view.is(k + 1, Kind::Digits),
        "_" | "@" | "&" => true,
        _ if view.is(k, Kind::Word) => {
            unit::after(view, k, true).is_none()
                && currency::after(view, k).is_none()
                && !matches!(
                    view.low(k),
                    "pc" | "pct" | "bp" | "bps" | "p" | "x" | "fold" | "percent"
                )
        }
        _ => false,
    }
}

/// The end of a run of digits and marks without white space.
fn past_broken(view: View<'_>, mut k: usize) -> usize {
    while k < view.len() && view.glued(k) && !matches!(view.raw(k), "," | ")" | ";" | "\"" | "”") {
        k += 1;
    }
    k
}

/// "17-3", "6-3", "555-1234": two numbers with a dash that made no range.
fn scoreline(view: View<'_>, a: Amount) -> bool {
    let dash = view.joins(a.to) || (view.raw(a.to) == "—" && view.glued(a.to));
    dash && view.is(a.to + 1, Kind::Digits)
}

/// Whether a time expression holds the pieces.
pub(super) fn in_time(view: View<'_>, times: &Layer<Time>, from: usize, to: usize) -> bool {
    let Some(span) = view.span(from, to) else {
        return false;
    };
    let end = times.partition_point(|t| t.span.start < span.end);
    let start = end.saturating_sub(8);
    times
        .get(start..end)
        .is_some_and(|near| near.iter().any(|t| t.span.overlaps(span)))
}

/// A range: "between 3 and 5 people", "$62 to $68", "3-5 percent", "two or three days".
fn range(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, a: Amount) -> Option<Found> {
    if matches!(a.number.form, Form::Fraction | Form::Vague) {
        return None;
    }
    let before = view.back(a.from, 1);
    let between = before == "between" || view.back(a.from, 2) == "between";
    // "from 252 miles to 287 miles": a unit may stand on both sides.
    let own = if view.joins(a.to) {
        None
    } else {
        unit_after(view, tags, a, a.to)
            .filter(|u| matches!(u.kind, UnitKind::Money | UnitKind::Measure) && u.to > a.to)
    };
    let mid = own.as_ref().map_or(a.to, |u| u.to);
    let word = view.low(mid);
    let dash = own.is_none() && view.joins(mid);
    let from = before == "from";
    // "increased by $4 billion to $9 billion" tells a step and a level.
    let step = before == "by" && (own.is_some() || a.money.is_some());
    let linked = match word {
        "to" => !(step || from && changes(view, a.from)) && (own.is_none() || from || between),
        "and" => between,
        "or" => own.is_none(),
        _ => dash,
    };
    if !linked {
        return None;
    }
    let b = amount(view, mid + 1)
        .filter(|b| !matches!(b.number.form, Form::Ordinal | Form::Fraction | Form::Vague))?;
    if b.money.is_some() && a.money != b.money || broken(view, b.to) || scoreline(view, b) {
        return None;
    }
    let mut low = a.number.value;
    let shares = b.number.scale > 0 && a.number.scale == 0 && low < 1000.0;
    if shares {
        let scaled: f64 = format!("{low}e{}", b.number.scale).parse().unwrap_or(f64::NAN);
        if scaled < b.number.value {
            low = scaled;
        }
    }
    let high = b.number.value;
    let next_to = (high - low - 1.0).abs() < 1e-9;
    if low >= high || (word == "or" && !(next_to || (a.number.form == Form::Words && high <= 2.0 * low))) {
        return None;
    }
    let joined = Amount {
        from: a.from,
        to: b.to,
        number: b.number,
        money: a.money.or(b.money),
    };
    let mut found = unit_after(view, tags, joined, b.to)?;
    with_rate(view, &mut found);
    if found.kind == UnitKind::None && !(between && a.number.form == Form::Digits) {
        return None;
    }
    if found.kind != UnitKind::Age
        && (in_time(view, times, a.from, a.to) || in_time(view, times, mid + 1, b.to))
    {
        return Found::skip(b.to);
    }
    // "1990-2000 elections", "between 1600 and 1900 world temperatures" are years.
    let apart = found.of.is_none_or(|of| {
        view.lexes.get(b.to).is_none_or(|l| l.span.cover(of) == of) && of.of(view.text).contains(' ')
    });
    if (dash || apart)
        && matches!(found.kind, UnitKind::Noun | UnitKind::None)
        && yearlike(view, a.from)
        && yearlike(view, mid + 1)
    {
        return Found::skip(b.to);
    }
    let mut start = a.from;
    if between || from {
        start -= 1;
        if view.low(start) != "between" && view.low(start) != "from" {
            start -= 1;
        }
    }
    let hedge = hedge::before(view, start);
    let start = start - hedge.map_or(0, |h| h.1);
    let span = view.span(start, found.to)?;
    let quantity = Quantity {
        value: None,
        low: Some(low),
        high: Some(high),
        bound: Bound::Range,
        unit: found.name.map(Unit),
        of: found.of,
        ordinal: false,
        step: a.number.step.min(b.number.step),
    };
    Some(Found {
        items: vec![(span, quantity)],
        next: found.to.max(b.to),
    })
}

/// Whether a verb or noun of change stands shortly before "from X to Y".
fn changes(view: View<'_>, i: usize) -> bool {
    (1..=7).any(|n| super::change::change_word(view.back(i, n)))
}

fn yearlike(view: View<'_>, i: usize) -> bool {
    let raw = view.raw(i);
    raw.len() == 4 && raw.parse::<u32>().is_ok_and(|y| (1000..=2100).contains(&y))
}

/// One number with what surrounds it.
fn single(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, a: Amount) -> Option<Found> {
    let i = a.from;
    let mut k = a.to;
    let plus = hedge::behind(view, k);
    if let Some((_, n)) = plus {
        k += n;
    }
    let mut found = unit_after(view, tags, a, k)?;
    let counted = found.kind == UnitKind::Age || found.name.as_deref() == Some("time");
    if !counted && in_time(view, times, a.from, a.to) {
        return Found::skip(a.to);
    }
    if found.kind == UnitKind::None
        && let Some(age) = bare_age(view, tags, a)
    {
        found = age;
    }
    if name_or_idiom(view, tags, a, &found) {
        return Found::skip(a.to);
    }
    let mut start = i;
    let before =
        hedge::before(view, start).filter(|h| h.0 != Bound::Exact || view.raw(start.wrapping_sub(1)) != "a");
    if let Some((_, n)) = before {
        start -= n;
    }
    let part = a.number.form == Form::Fraction && found.of.is_some();
    let hedged = before.is_some() || plus.is_some();
    if found.kind == UnitKind::None && a.money.is_none() && !part && !licensed(view, a, hedged) {
        return Found::skip(a.to);
    }
    with_rate(view, &mut found);
    let mut end = found.to;
    let behind = hedge::behind(view, end)
        .filter(|_| !view.glued(end) && found.kind != UnitKind::None || before.is_none());
    if let Some((_, n)) = behind.filter(|_| !view.glued(end)) {
        end += n;
    }
    let span = view.span(start, end)?;
    let bound = [before.map(|b| b.0), plus.map(|b| b.0), behind.map(|b| b.0)]
        .into_iter()
        .flatten()
        .find(|b| *b != Bound::Exact)
        .unwrap_or(Bound::Exact);
    let value = a.number.value;
    let (value, low, high, bound) = match (a.number.vague_high, bound) {
        (Some(high), _) => (None, Some(value), Some(high), Bound::Range),
        (None, Bound::Over | Bound::AtLeast) => (Some(value), Some(value), None, bound),
        (None, Bound::Under | Bound::AtMost) => (Some(value), None, Some(value), bound),
        _ => (Some(value), None, None, bound),
    };
    let quantity = Quantity {
        value,
        low,
        high,
        bound,
        unit: found.name.map(Unit),
        of: found.of,
        ordinal: false,
        step: a.number.step,
    };
    Some(Found {
        items: vec![(span, quantity)],
        next: end.max(a.to),
    })
}

/// ", 44," behind a name is an age.
fn bare_age(view: View<'_>, tags: Tags<'_>, a: Amount) -> Option<UnitFound> {
    let i = a.from;
    let age = view.is(i, Kind::Digits)
        && a.to == i + 1
        && view.raw(i).len() <= 3
        && (1.0..=115.0).contains(&a.number.value);
    let commas =
        view.back(i, 1) == "," && matches!(view.low(i + 1), "," | ".") && !view.is(i + 2, Kind::Digits);
    let person = i >= 3
        && view.capital(i - 2)
        && view.capital(i - 3)
        && view.is(i - 2, Kind::Word)
        && view.is(i - 3, Kind::Word);
    let tagged = tags
        .upos(view, i.checked_sub(2)?)
        .is_none_or(|u| u == dossier_model::Upos::Propn);
    (age && commas && person && tagged).then(|| UnitFound {
        name: Some(AGE.to_owned()),
        of: None,
        to: a.to,
        kind: UnitKind::Age,
    })
}

/// Whether a number without a unit may stand as a quantity: a level or a total, not a label.
fn licensed(view: View<'_>, a: Amount, hedged: bool) -> bool {
    let next = view.low(a.to);
    let open = view.is(a.to, Kind::Word) && !noun::closed(next) || view.is(a.to, Kind::Digits);
    if open || (yearlike(view, a.from) && a.to == a.from + 1) {
        return false;
    }
    let plain = a.number.form == Form::Digits;
    if hedged && (plain || a.number.value > 20.0) {
        return true;
    }
    let prev = view.back(a.from, 1);
    let large = a.number.value >= 1000.0;
    plain
        && (matches!(
            prev,
            "totalled" | "totaled" | "totalling" | "totaling" | "reached" | "reaching" | "hit"
        ) || (matches!(prev, "to" | "by") && view.back(a.from, 2) != "up")
            || (large && matches!(prev, "is" | "was" | "are" | "were" | "at")))
}

/// Numbers in names and fixed phrases, which count nothing.
fn name_or_idiom(view: View<'_>, tags: Tags<'_>, a: Amount, found: &UnitFound) -> bool {
    let i = a.from;
    if a.money.is_some() || matches!(found.kind, UnitKind::Money | UnitKind::Age) {
        return false;
    }
    let prev = view.back(i, 1);
    let one = a.number.form == Form::Words && view.low(i) == "one" && a.to == i + 1;
    if one {
        return idiom_one(view, i, found);
    }
    if a.number.form == Form::Fraction {
        // "third half", "a quarter of an hour" are times; a part needs its whole.
        return found.of.is_none();
    }
    if found.kind == UnitKind::Measure && found.name.as_deref() != Some("degree") {
        return false;
    }
    let cased = !title_case(view, i);
    // "Gang of Four", "Big Five", "Five Eyes": number words with a capital inside a sentence.
    if a.number.form == Form::Words && i > 0 && view.capital(i) && cased && !opens(view, i) {
        return true;
    }
    let raw = view.raw(i);
    let label = a.number.form == Form::Digits
        && a.to == i + 1
        && !raw.contains([',', '.', '\u{a0}'])
        && raw.len() <= 5;
    if label
        && view.capital(a.to)
        && (calendar(view.low(a.to)) && view.low(a.to) != "may" || view.raw(a.to) == "May")
    {
        return true;
    }
    if label && raw.len() > 1 && raw.starts_with('0') {
        return true;
    }
    if label && matches!(found.kind, UnitKind::Noun | UnitKind::None) {
        if DESIGNATORS.contains(&prev) || (prev == "." && DESIGNATORS.contains(&view.back(i, 2))) {
            return true;
        }
        if prev == "of" && matches!(view.raw(i.wrapping_sub(2)), "Group" | "Class") {
            return true;
        }
        if yearlike(view, i) && year_context(view, tags, i, found) {
            return true;
        }
        let proper = i > 1 && view.is(i - 1, Kind::Word) && view.capital(i - 1) && cased && !view.glued(i);
        if proper && !calendar(prev) {
            let placed = matches!(
                view.back(i, 2),
                "in" | "on" | "at" | "since" | "during" | "by" | "from" | "across"
            );
            return found.kind == UnitKind::None || !placed;
        }
    }
    // "the Seven": a number behind a capital name, or "U-20 players".
    a.number.form == Form::Words && DESIGNATORS.contains(&prev) && prev != "day" && prev != "week"
}

/// Words in front of a number that make it a label.
const DESIGNATORS: &[&str] = &[
    "article",
    "section",
    "chapter",
    "page",
    "pages",
    "phase",
    "route",
    "channel",
    "highway",
    "flight",
    "model",
    "type",
    "level",
    "grade",
    "stage",
    "room",
    "gate",
    "platform",
    "division",
    "class",
    "category",
    "version",
    "part",
    "volume",
    "vol",
    "act",
    "scene",
    "episode",
    "season",
    "district",
    "ward",
    "zone",
    "area",
    "block",
    "floor",
    "item",
    "rule",
    "resolution",
    "amendment",
    "clause",
    "paragraph",
    "para",
    "table",
    "figure",
    "fig",
    "annex",
    "appendix",
    "schedule",
    "line",
    "lane",
    "exit",
    "interstate",
    "terminal",
    "pier",
    "tier",
    "round",
    "game",
    "match",
    "heat",
    "lap",
    "windows",
    "iphone",
    "ipad",
    "galaxy",
    "apollo",
    "boeing",
    "airbus",
    "sputnik",
    "covid",
    "formula",
    "station",
    "unit",
    "camp",
    "mark",
    "mk",
    "world",
    "psalm",
    "verse",
    "question",
    "proposition",
    "prop",
    "measure",
    "title",
    "form",
    "step",
    "track",
    "row",
    "seat",
    "channel",
    "radio",
    "bbc",
    "ps",
    "xbox",
    "playstation",
    "firefox",
    "android",
    "ios",
    "nasdaq",
    "dax",
    "ftse",
    "cac",
    "nikkei",
    "stoxx",
    "fortune",
    "forbes",
    "euro",
    "usc",
    "u",
];

fn calendar(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

/// Whether a number like 2016 is a year by its surroundings.
fn year_context(view: View<'_>, tags: Tags<'_>, i: usize, found: &UnitFound) -> bool {
    if found.kind == UnitKind::None {
        return true;
    }
    let year = view
        .raw(i)
        .parse::<u32>()
        .is_ok_and(|y| (1800..=2099).contains(&y));
    let prev = view.back(i, 1);
    let hinted = matches!(
        prev,
        "in" | "since"
            | "by"
            | "of"
            | "until"
            | "till"
            | "during"
            | "before"
            | "after"
            | "from"
            | "late"
            | "early"
            | "mid"
            | "the"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "s"
            | "'s"
            | "’s"
            | "'"
            | "’"
            | "year"
            | "fiscal"
            | "spring"
            | "summer"
            | "autumn"
            | "fall"
            | "winter"
    ) || calendar(prev);
    let round = view.raw(i).ends_with("00");
    let _ = tags;
    year && (hinted || (!round && view.capital(i + 1)))
}

/// Whether most words near piece `i` begin with a capital, as in a headline: then a capital says nothing.
pub(super) fn title_case(view: View<'_>, i: usize) -> bool {
    let (mut capitals, mut words) = (0, 0);
    for k in i.saturating_sub(8)..(i + 9).min(view.len()) {
        if view.is(k, Kind::Word) && view.raw(k).len() > 3 {
            words += 1;
            capitals += usize::from(view.capital(k));
        }
    }
    words >= 3 && capitals * 4 >= words * 3
}

/// Whether piece `i` opens a quotation or a clause behind a colon or dash.
fn opens(view: View<'_>, i: usize) -> bool {
    matches!(
        view.back(i, 1),
        "“" | "\"" | "'" | "‘" | ":" | "—" | "–" | "(" | "." | "-" | "|" | "•"
    )
}

/// "one" that counts nothing: "one of the", "no one", "one day", "one another".
fn idiom_one(view: View<'_>, i: usize, found: &UnitFound) -> bool {
    if found.kind != UnitKind::Noun {
        return matches!(found.kind, UnitKind::None | UnitKind::Duration);
    }
    matches!(
        view.back(i, 1),
        "no" | "any"
            | "every"
            | "some"
            | "the"
            | "this"
            | "that"
            | "each"
            | "another"
            | "which"
            | "day"
            | "number"
            | "as"
            | "-"
    ) || matches!(
        view.low(i + 1),
        "another"
            | "of"
            | "s"
            | "'s"
            | "such"
            | "more"
            | "time"
            | "point"
            | "hand"
            | "thing"
            | "side"
            | "way"
            | "day"
            | "can"
            | "or"
            | "who"
            | "that"
            | "to"
            | "place"
            | "reason"
            | "example"
            | "step"
            | "final"
            | "last"
            | "stop"
            | "word"
            | "end"
    )
}

/// What the number is of, from piece `k` on.
fn unit_after(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    let n = a.number;
    let many = (n.value - 1.0).abs() > f64::EPSILON;
    let hyphen = usize::from(view.joins(k));
    let h = k + hyphen;
    if let Some(money) = a.money {
        // "$50 million Canadian dollars", "$5 AUD": the words behind know better.
        let named = currency::after(view, k)
            .filter(|f| money == currency::DOLLAR && f.name != currency::DOLLAR && f.name.contains("dollar"));
        let to = named.map_or(k, |f| k + f.used);
        let name = named.map_or(money, |f| f.name);
        let of = whole(view, tags, to);
        return Some(UnitFound {
            name: Some(name.to_owned()),
            of,
            to,
            kind: UnitKind::Money,
        });
    }
    if let Some((name, used)) = share(view, h) {
        let to = h + used;
        return Some(UnitFound {
            name: Some(name.to_owned()),
            of: whole(view, tags, to),
            to,
            kind: UnitKind::Measure,
        });
    }
    // "millions of dollars", "dozens of ships".
    let of_skip = n.form == Form::Vague && view.low(k) == "of"
        || (view.low(k) == "of" && view.low(k.wrapping_sub(1)).ends_with("ions") && n.form != Form::Fraction);
    let k = k + usize::from(of_skip);
    if n.form == Form::Fraction {
        // "1/8" alone numbers a picture in a row.
        let of = whole(view, tags, k).filter(|_| view.raw(a.from + 1) != "/" || view.low(k) == "of");
        // "half a mile", "three quarters of an hour" are left to their own readings.
        return Some(UnitFound {
            name: None,
            of,
            to: k,
            kind: UnitKind::None,
        });
    }
    if let Some(f) = money_after(view, a, k) {
        let to = k + f.used;
        return Some(UnitFound {
            name: Some(f.name.to_owned()),
            of: whole(view, tags, to),
            to,
            kind: UnitKind::Money,
        });
    }
    if let Some(found) = ratio(view, tags, k, h, hyphen) {
        return Some(found);
    }
    let digits = view.is(k.wrapping_sub(1), Kind::Digits) || n.form == Form::Digits;
    if let Some(f) = unit::after(view, k, digits) {
        let to = k + f.used;
        if f.dimension == unit::Dimension::Duration
            && let Some(age) = age_end(view, to)
        {
            let unit = if f.name == "year" {
                AGE.to_owned()
            } else {
                format!("{} old", f.name)
            };
            return Some(UnitFound {
                name: Some(unit),
                of: None,
                to: age,
                kind: UnitKind::Age,
            });
        }
        // "400 metres hurdles", "24-hour news": the unit is enough.
        let kind = if f.dimension == unit::Dimension::Duration {
            UnitKind::Duration
        } else {
            UnitKind::Measure
        };
        return Some(UnitFound {
            name: Some(f.name.to_owned()),
            of: whole(view, tags, to),
            to,
            kind,
        });
    }
    if a.number.form == Form::Digits
        && (matches!(view.back(a.from, 1), "aged" | "age")
            || (view.back(a.from, 1) == "of" && view.back(a.from, 2) == "age"))
        && a.number.value <= 115.0
    {
        return Some(UnitFound {
            name: Some(AGE.to_owned()),
            of: None,
            to: k,
            kind: UnitKind::Age,
        });
    }
    if view.low(k) == "who" && n.form != Form::Vague && !(n.value - 1.0).abs().lt(&f64::EPSILON) {
        return Some(UnitFound {
            name: Some(PEOPLE.to_owned()),
            of: None,
            to: k,
            kind: UnitKind::Noun,
        });
    }
    if casualty(view.low(k)) && hyphen == 0 && noun_follows(view, tags, k + 1, many).is_none() {
        return Some(UnitFound {
            name: Some(PEOPLE.to_owned()),
            of: view.span(k, k + 1),
            to: k + 1,
            kind: UnitKind::Noun,
        });
    }
    if hyphen == 1 {
        // "a 19-member panel", "a 20-storey building".
        let word = view.low(h);
        let fits = view.is(h, Kind::Word)
            && word.len() > 2
            && !view.capital(h)
            && !noun::closed(word)
            && !HYPHENED.contains(&word)
            && !word.ends_with("ed")
            && !word.ends_with("ing");
        if fits && !(many && noun::plural(word)) {
            return Some(UnitFound {
                name: Some(noun::singular(word)),
                of: view.span(h, h + 1),
                to: h + 1,
                kind: UnitKind::Noun,
            });
        }
        return Some(UnitFound {
            name: None,
            of: None,
            to: a.to,
            kind: UnitKind::None,
        });
    }
    // "23 of the defendants", "two of the four ships": a part of a counted whole.
    if view.low(k) == "of"
        && matches!(
            view.low(k + 1),
            "the" | "its" | "their" | "his" | "her" | "those" | "these" | "our"
        )
        && n.form != Form::Vague
    {
        let inner = k
            + 2
            + number::at(view, k + 2, false).map_or(0, |n| if n.form == Form::Ordinal { 0 } else { n.used });
        if let Some(p) = noun_follows(view, tags, inner, true).filter(|_| many) {
            return Some(UnitFound {
                name: unit_name(view, p.head),
                of: view.span(p.from, p.to),
                to: p.to,
                kind: UnitKind::Noun,
            });
        }
    }
    if many && view.low(k) == "others" && (1..=4).any(|n| casualty(view.low(k + n))) {
        return Some(UnitFound {
            name: Some(PEOPLE.to_owned()),
            of: view.span(k, k + 1),
            to: k + 1,
            kind: UnitKind::Noun,
        });
    }
    if let Some(p) = noun_follows(view, tags, k, many).filter(|p| !person_name(view, p.from, p.to)) {
        return Some(UnitFound {
            name: unit_name(view, p.head),
            of: view.span(p.from, p.to),
            to: p.to,
            kind: UnitKind::Noun,
        });
    }
    // "a 12 page document": a hyphen left out.
    let noun_at = |i: usize| {
        tags.upos(view, i) == Some(dossier_model::Upos::Noun) && !view.capital(i) && !view.joins(i + 1)
    };
    if many
        && n.form == Form::Digits
        && n.scale == 0
        && noun_at(k)
        && noun_at(k + 1)
        && !noun::plural(view.low(k + 1))
    {
        let of = view.span(k, k + 1);
        return Some(UnitFound {
            name: unit_name(view, k),
            of,
            to: k + 1,
            kind: UnitKind::Noun,
        });
    }
    // "killing 59 and injuring 515".
    if killing(view.back(a.from, 1))
        || (hedge::before(view, a.from).is_some_and(|(_, n)| killing(view.back(a.from - n, 1))))
    {
        let open = view.is(k, Kind::Word) && !noun::closed(view.low(k));
        if !open {
            return Some(UnitFound {
                name: Some(PEOPLE.to_owned()),
                of: None,
                to: k,
                kind: UnitKind::Noun,
            });
        }
    }
    Some(UnitFound {
        name: None,
        of: None,
        to: k,
        kind: UnitKind::None,
    })
}

/// Second parts of "third-party", "two-state" and the like that count nothing.
const HYPHENED: &[&str] = &[
    "party",
    "way",
    "state",
    "part",
    "fold",
    "plus",
    "odd",
    "something",
    "hand",
    "strong",
    "time",
    "year",
];

/// The noun phrase behind a number, past "of the", "more", "other" and the like.
fn noun_follows(view: View<'_>, tags: Tags<'_>, k: usize, many: bool) -> Option<noun::Phrase> {
    let mut from = k;
    while matches!(
        view.low(from),
        "more" | "other" | "additional" | "further" | "extra" | "new" | "different" | "separate" | "such"
    ) && from < k + 2
        && view.is(from + 1, Kind::Word)
        && !noun::closed(view.low(from + 1))
    {
        from += 1;
    }
    noun::phrase(view, tags, from, many)
}

/// Whether a phrase is a person's name: "another 40 Steve Parsons" is a credit behind a number.
fn person_name(view: View<'_>, from: usize, to: usize) -> bool {
    to - from >= 2
        && (from..to).all(|i| view.capital(i))
        && crate::lists::given_name::is_given(&crate::lists::fold::fold(view.raw(from)))
}

/// The unit that a head noun gives.
fn unit_name(view: View<'_>, head: usize) -> Option<String> {
    let raw = view.raw(head);
    let low = view.low(head);
    let word = if view.capital(head) && title_case(view, head) {
        low
    } else {
        raw
    };
    if low == "person" {
        return Some(PEOPLE.to_owned());
    }
    (!matches!(low, "others" | "thousand" | "ones")).then(|| noun::singular(word))
}

/// "%", "per cent", "percentage points", "basis points".
fn share(view: View<'_>, k: usize) -> Option<(&'static str, usize)> {
    let points = |k: usize| matches!(view.low(k), "point" | "points");
    Some(match view.low(k) {
        "%" | "percent" | "pct" | "percents" => {
            if points(k + 1) {
                (PERCENTAGE_POINT, 2)
            } else {
                (PERCENT, 1)
            }
        }
        "per" if view.low(k + 1) == "cent" => {
            if points(k + 2) {
                (PERCENTAGE_POINT, 3)
            } else {
                (PERCENT, 2)
            }
        }
        "per" if view.joins(k + 1) && view.low(k + 2) == "cent" => (PERCENT, 3),
        "pc" if !points(k + 1) => (PERCENT, 1),
        "pc" => (PERCENTAGE_POINT, 2),
        "percentage" if points(k + 1) => (PERCENTAGE_POINT, 2),
        "percentage" if view.joins(k + 1) && points(k + 2) => (PERCENTAGE_POINT, 3),
        "pp" | "ppt" | "ppts" if !view.capital(k) => (PERCENTAGE_POINT, 1),
        "basis" if points(k + 1) => ("basis point", 2),
        "basis" if view.joins(k + 1) && points(k + 2) => ("basis point", 3),
        "bps" | "bp" => ("basis point", 1),
        _ => return None,
    })
}

/// A currency behind the number, where the words can be trusted.
fn money_after(view: View<'_>, a: Amount, k: usize) -> Option<currency::Found> {
    let hyphen = usize::from(view.joins(k));
    let h = k + hyphen;
    if view.low(h) == "p" && view.glued(h) && hyphen == 0 && a.number.form == Form::Digits {
        return Some(currency::Found {
            name: "penny",
            used: 1,
            doubtful: false,
        });
    }
    let f = currency::after(view, h)?;
    let large = a.number.value >= 1000.0 || a.number.scale > 0;
    if f.doubtful && !large {
        return None;
    }
    let word = view.low(h);
    if f.name == "pound"
        && !(a.number.scale >= 6 || a.number.vague_high.is_some_and(|v| v > 1e6) || sterling_near(view, h))
    {
        // Weight: read as a unit of measure.
        return None;
    }
    let name = if f.name == "pound" {
        "pound sterling"
    } else {
        f.name
    };
    if word == "won" && !(large && (noun::closed(view.low(h + 1)) || !view.is(h + 1, Kind::Word))) {
        return None;
    }
    if matches!(
        word,
        "sol" | "real" | "mark" | "gold" | "ether" | "colon" | "rand"
    ) && !large
        && !view.capital(h)
        && word != "rand"
    {
        return None;
    }
    Some(currency::Found {
        name,
        used: f.used + hyphen,
        ..f
    })
}

/// Whether words near "pounds" speak of money.
fn sterling_near(view: View<'_>, k: usize) -> bool {
    let money = |w: &str| {
        matches!(
            w,
            "pay"
                | "paid"
                | "pays"
                | "paying"
                | "cost"
                | "costs"
                | "costing"
                | "price"
                | "prices"
                | "priced"
                | "worth"
                | "fine"
                | "fined"
                | "fee"
                | "fees"
                | "spend"
                | "spent"
                | "spending"
                | "raise"
                | "raised"
                | "earn"
                | "earned"
                | "salary"
                | "wage"
                | "sterling"
                | "£"
                | "donated"
                | "donation"
                | "loan"
                | "debt"
                | "sold"
                | "bought"
                | "rent"
                | "tax"
                | "budget"
        )
    };
    (k.saturating_sub(10)..(k + 6).min(view.len())).any(|i| money(view.low(i)))
}

/// "three times as many", "10-fold", "3x".
fn ratio(view: View<'_>, tags: Tags<'_>, k: usize, h: usize, hyphen: usize) -> Option<UnitFound> {
    let times = |to: usize| UnitFound {
        name: Some(TIMES.to_owned()),
        of: whole(view, tags, to),
        to,
        kind: UnitKind::Measure,
    };
    if view.low(h) == "fold" && (hyphen == 1 || view.glued(h)) {
        return Some(times(h + 1));
    }
    if view.low(k) == "x" && view.glued(k) && !view.is(k + 1, Kind::Digits) {
        return Some(times(k + 1));
    }
    if view.low(k) == "times" {
        let compared = matches!(
            view.low(k + 1),
            "as" | "more"
                | "higher"
                | "larger"
                | "greater"
                | "bigger"
                | "less"
                | "the"
                | "its"
                | "their"
                | "that"
                | "faster"
                | "longer"
                | "fewer"
                | "lower"
                | "stronger"
                | "what"
                | "over"
        );
        return Some(if compared {
            times(k + 1)
        } else {
            UnitFound {
                name: Some("time".to_owned()),
                of: None,
                to: k + 1,
                kind: UnitKind::Measure,
            }
        });
    }
    None
}

/// The end of "-old", "old", "of age" behind a length of time.
fn age_end(view: View<'_>, k: usize) -> Option<usize> {
    if view.joins(k) && matches!(view.low(k + 1), "old" | "olds") {
        return Some(k + 2);
    }
    if matches!(view.low(k), "old" | "olds") {
        return Some(k + 1);
    }
    (view.low(k) == "of" && view.low(k + 1) == "age").then_some(k + 2)
}

/// "dead", "injured": what a bare number of a toll counts.
pub(crate) fn casualty(word: &str) -> bool {
    matches!(
        word,
        "dead"
            | "killed"
            | "injured"
            | "wounded"
            | "hurt"
            | "missing"
            | "arrested"
            | "detained"
            | "hospitalised"
            | "hospitalized"
            | "displaced"
            | "infected"
            | "rescued"
            | "evacuated"
            | "trapped"
            | "hostages"
            | "died"
            | "perished"
            | "drowned"
    )
}

fn killing(word: &str) -> bool {
    matches!(
        word,
        "killed"
            | "killing"
            | "kills"
            | "kill"
            | "injured"
            | "injuring"
            | "injures"
            | "wounded"
            | "wounding"
            | "wounds"
            | "hospitalised"
            | "hospitalized"
            | "hospitalising"
            | "hospitalizing"
    )
}

/// The noun phrase that a share, an amount of money or a measure is of: "of voters", "in trade", "worth of
/// goods".
fn whole(view: View<'_>, tags: Tags<'_>, k: usize) -> Option<Span> {
    let mut at = k;
    match view.low(at) {
        "of" => at += 1,
        "worth" if view.low(at + 1) == "of" => at += 2,
        "in" if !matches!(view.low(at + 1), "the" | "a" | "an")
            && !view.capital(at + 1)
            && !view.is(at + 1, Kind::Digits) =>
        {
            at += 1
        }
        w if noun::closed(w) && !matches!(w, "the" | "its" | "their" | "that" | "those") => return None,
        _ => {}
    }
    if view.is(at, Kind::Mark) {
        return None;
    }
    let from = at;
    while matches!(
        view.low(at),
        "the"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "all"
            | "a"
            | "an"
            | "those"
            | "these"
            | "this"
            | "that"
            | "such"
    ) && at < from + 3
    {
        at += 1;
    }
    match noun::phrase(view, tags, at, false) {
        Some(p) => view.span(at, p.to),
        None if at > from && matches!(view.back(at, 1), "those" | "these") => view.span(from, at),
        None => None,
    }
}

/// Joins "per week", "a day", "/kg" to a unit.
fn with_rate(view: View<'_>, found: &mut UnitFound) {
    let done = found.name.as_deref().is_none_or(|n| n.contains(" per "));
    if found.kind == UnitKind::None || done {
        return;
    }
    if let Some((per, used)) = rate(view, found.to, found.kind) {
        found.name = found.name.take().map(|n| format!("{n} per {per}"));
        found.to += used;
    }
}

/// "per week", "a day", "/kg" behind a unit.
fn rate(view: View<'_>, k: usize, kind: UnitKind) -> Option<(String, usize)> {
    let dash = usize::from(view.joins(k) && view.joins(k + 2));
    match view.low(k + dash) {
        "per" if view.low(k + 1) != "cent" => unit::per(view, k + 1).map(|(n, u)| (n, u + 1)),
        "/" if view.glued(k) && view.glued(k + 1) => unit::per(view, k + 1).map(|(n, u)| (n, u + 1)),
        "a" | "an" | "each" | "every" => {
            let at = k + dash + 1 + usize::from(dash == 1);
            let word = view.low(at);
            let period = matches!(
                word,
                "second"
                    | "minute"
                    | "hour"
                    | "day"
                    | "night"
                    | "week"
                    | "fortnight"
                    | "month"
                    | "quarter"
                    | "year"
                    | "season"
                    | "game"
            );
            let priced = kind == UnitKind::Money
                && matches!(
                    word,
                    "barrel"
                        | "share"
                        | "litre"
                        | "liter"
                        | "gallon"
                        | "tonne"
                        | "ton"
                        | "kilo"
                        | "kilogram"
                        | "gram"
                        | "ounce"
                        | "pound"
                        | "person"
                        | "head"
                        | "piece"
                        | "bottle"
                        | "bushel"
                        | "unit"
                        | "kilometre"
                        | "kilometer"
                        | "mile"
                        | "pack"
                        | "bag"
                );
            (period || priced).then(|| {
                let name = unit::per(view, at).map_or_else(|| word.to_owned(), |p| p.0);
                (name, at + 1 - k)
            })
        }
        _ => None,
    }
}

/// "double the number", "twice as many students", "a threefold rise".
fn multiple(view: View<'_>, tags: Tags<'_>, i: usize) -> Option<Found> {
    let word = view.low(i);
    let value = match word {
        "twice" | "double" => 2.0,
        "thrice" | "triple" | "treble" => 3.0,
        "quadruple" => 4.0,
        _ => {
            let stem = word.strip_suffix("fold")?;
            let n = number::parse(stem).filter(|n| n.form == Form::Words)?;
            let span = view.span(i, i + 1)?;
            return Some(Found {
                items: vec![(span, times(n.value, None))],
                next: i + 1,
            });
        }
    };
    let mut to = match view.low(i + 1) {
        "the" | "that" | "its" | "their" | "his" | "her" | "our" | "what" | "last" | "those" => i + 1,
        "as" if matches!(view.low(i + 2), "many" | "much") => i + 3,
        // "twice as fast as": the second "as" must come.
        "as" if view.capital(i + 2) => return None,
        "as" if (4..=6).any(|n| view.low(i + n) == "as") || view.low(i + 3) == "as" => i + 1,
        _ => return None,
    };
    let hedge = hedge::before(view, i).map_or(0, |h| h.1);
    let verb = matches!(tags.upos(view, i), Some(dossier_model::Upos::Verb))
        || matches!(view.back(i, 1), "to" | "will" | "would" | "could");
    if verb && word != "twice" {
        return None;
    }
    let of = if view.low(to) == "the" && matches!(view.low(to + 1), "number" | "amount" | "figure" | "total")
    {
        let tail = to + 2;
        to = tail;
        if view.low(tail) == "of" {
            whole(view, tags, tail)
        } else {
            view.span(tail - 1, tail)
        }
    } else if to == i + 3 {
        noun::phrase(view, tags, to, word != "one").and_then(|p| view.span(p.from, p.to))
    } else {
        whole(view, tags, to)
    };
    let (end, _) = (i + 1, to);
    let span = view.span(i - hedge, end)?;
    let bound = hedge::before(view, i).map_or(Bound::Exact, |h| h.0);
    let mut q = times(value, of);
    q.bound = bound;
    q.low = matches!(bound, Bound::Over | Bound::AtLeast).then_some(value);
    q.high = matches!(bound, Bound::Under | Bound::AtMost).then_some(value);
    Some(Found {
        items: vec![(span, q)],
        next: i + 1,
    })
}

fn times(value: f64, of: Option<Span>) -> Quantity {
    Quantity {
        value: Some(value),
        low: None,
        high: None,
        bound: Bound::Exact,
        unit: Some(Unit(TIMES.to_owned())),
        of,
        ordinal: false,
        step: 1.0,
    }
}
