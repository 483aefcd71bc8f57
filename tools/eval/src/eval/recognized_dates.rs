//! Times against the Recognizers' specifications of dates in English and Spanish: sentences said to an assistant,
//! each with the day it was said on and the readings that are allowed.
//!
//! They are no news, but they list the phenomena. A result is *right* where one of our times on its words has the
//! same TIMEX value, or the same days and clock time, as any of the readings. Results whose scheme is another than
//! TIMEX3's as we keep it are *left out* and counted by reason (see `Reason`); a reason is told by the result
//! alone or by a reading of ours that says the same less exactly, never by our being wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

use dossier_model::{Article, Layer, Span, Time, TimeType};
use serde_json::Value;

use super::timex::times;

/// Why a result is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// "from 5 to 6 pm" is one result; in TIMEX3 it is two times.
    ClockRange,
    /// "every day at 7 pm" is one set; TIMEX3 as we keep it has a set and a time.
    ClockSet,
    /// "a few days" are three of them; here they are PXD.
    VagueNumber,
    /// "in two weeks" is a day; here it is a week, as exact as its unit.
    Exactness,
    /// "2014 to 2018" ends on the first day of 2018; here on its last.
    RangeEnd,
    /// "early 2016" is its first half; here its first third.
    Part,
    /// "now" is the moment it was said at; here it is PRESENT_REF.
    Moment,
    /// "5/12" without a year may be two dates, a fraction or a score, and is not read.
    Figures,
    /// No TIMEX3 type, or values with letters of their own ("XXXX-10-WXX-5-#1").
    Scheme,
}

impl Reason {
    fn as_str(self) -> &'static str {
        match self {
            Self::ClockRange => "two clock times as one",
            Self::ClockSet => "set with a clock time",
            Self::VagueNumber => "a vague number as three",
            Self::Exactness => "told to the day, not to its unit",
            Self::RangeEnd => "a range that ends with its end's first day",
            Self::Part => "part of a stretch by other limits",
            Self::Moment => "now as a clock time",
            Self::Figures => "day and month in figures alone",
            Self::Scheme => "no TIMEX3 value",
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    compared: usize,
    found: usize,
    right: usize,
}

/// A language whose specification is compared.
struct Language {
    /// The specification under the folder of corpora.
    file: &'static str,
    /// How the report's lines begin.
    name: &'static str,
    times: fn(&Article, &[Span]) -> Layer<Time>,
    words: Words,
}

/// Words that tell why a result's scheme is another than ours.
struct Words {
    /// Of a number that is not told.
    vague: &'static [&'static str],
    /// Of a part of a stretch.
    part: &'static [&'static str],
    now: &'static [&'static str],
}

const ENGLISH: Language = Language {
    file: "quantities/recognizers/DateTime-DateTimeModel.json.gz",
    name: "Recognizers",
    times,
    words: Words {
        vague: &["few", "some", "several", "couple"],
        part: &[
            "early",
            "earlier",
            "late",
            "later",
            "mid",
            "middle",
            "beginning",
            "start",
            "end",
            "rest",
            "begin",
        ],
        now: &["now"],
    },
};

const SPANISH: Language = Language {
    file: "quantities/recognizers-es/DateTime-DateTimeModel.json.gz",
    name: "Spanish",
    times: dossier_es::grammar::time::find,
    words: Words {
        vague: &["algunos", "algunas", "varios", "varias", "unos", "unas"],
        part: &[
            "principios",
            "comienzos",
            "inicios",
            "primeros",
            "mediados",
            "finales",
            "fines",
            "final",
            "fin",
            "inicio",
            "comienzo",
        ],
        now: &["ahora"],
    },
};

/// The report for English dates: share right by kind, what is left out and why. With `show`, the results that are
/// not right.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, show: bool) -> Result<String, String> {
    score(data, &ENGLISH, show)
}

/// [`run`] for Spanish dates.
///
/// # Errors
/// Where the data cannot be read.
pub fn run_spanish(data: &Path, show: bool) -> Result<String, String> {
    score(data, &SPANISH, show)
}

/// The report for one language.
fn score(data: &Path, language: &Language, show: bool) -> Result<String, String> {
    let path = data.join(language.file);
    let file = std::fs::File::open(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut json = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut json)
        .map_err(|e| format!("{}: {e}", path.display()))?;
    let rows: Vec<Value> = serde_json::from_str(json.trim_start_matches('\u{feff}'))
        .map_err(|e| format!("{}: {e}", path.display()))?;
    let name = language.name;
    let mut kinds: BTreeMap<String, Tally> = BTreeMap::new();
    let mut left_out: BTreeMap<Reason, usize> = BTreeMap::new();
    let (mut none, mut false_finds) = (0, 0);
    let mut out = String::new();
    for row in &rows {
        let text = row["Input"].as_str().unwrap_or("");
        let day = row["Context"]["ReferenceDateTime"].as_str().unwrap_or("");
        let article = Article::plain(text, day.get(..10).and_then(|d| d.parse().ok()));
        let found = (language.times)(&article, &[Span::new(0, text.len())]);
        let results = row["Results"].as_array().map_or(&[][..], Vec::as_slice);
        if results.is_empty() {
            none += 1;
            false_finds += usize::from(!found.is_empty());
            if show && !found.is_empty() {
                let words: Vec<_> = found.iter().map(|f| f.span.of(text)).collect();
                let _ = writeln!(out, "none in: {text} | {words:?}");
            }
        }
        for r in results {
            let kind = r["TypeName"]
                .as_str()
                .unwrap_or("")
                .rsplit('.')
                .next()
                .unwrap_or("");
            if kind.is_empty() {
                continue;
            }
            let words = r["Text"].as_str().unwrap_or("");
            let at = text
                .to_ascii_lowercase()
                .find(&words.to_ascii_lowercase())
                .unwrap_or(0);
            let span = Span::new(at, at + words.len());
            let hits: Vec<_> = found.iter().filter(|f| f.span.overlaps(span)).collect();
            let values = r["Resolution"]["values"]
                .as_array()
                .map_or(&[][..], Vec::as_slice);
            let right = hits.iter().any(|f| values.iter().any(|v| agrees(&f.value, v)));
            let timex = values.first().map_or("", |v| v["timex"].as_str().unwrap_or(""));
            let reason = reason(kind, words, timex, &language.words).or_else(|| {
                hits.iter()
                    .any(|f| values.iter().any(|v| holds(&f.value, v)))
                    .then_some(Reason::Exactness)
            });
            let reason = reason.or_else(|| {
                hits.iter()
                    .any(|f| values.iter().any(|v| ends_with_first_day(&f.value, v)))
                    .then_some(Reason::RangeEnd)
            });
            if let Some(reason) = reason.filter(|_| !right) {
                *left_out.entry(reason).or_default() += 1;
                continue;
            }
            let c = kinds.entry(kind.to_owned()).or_default();
            c.compared += 1;
            c.found += usize::from(!hits.is_empty());
            c.right += usize::from(right);
            if show && !right {
                let ours: Vec<_> = hits
                    .iter()
                    .map(|f| format!("{} {}", f.span.of(text), f.value.value))
                    .collect();
                let _ = writeln!(out, "{kind}: {text} ({day}) | {words} {timex} | {ours:?}");
            }
        }
    }
    let mut all = Tally::default();
    for (kind, c) in &kinds {
        let Tally {
            compared,
            found,
            right,
        } = c;
        let _ = writeln!(
            out,
            "{name} {kind:<14} {compared:>4} compared, {found:>4} found, {right:>4} right"
        );
        all.compared += compared;
        all.found += found;
        all.right += right;
    }
    let share = all.right as f64 / (all.compared as f64).max(1.0);
    let _ = writeln!(
        out,
        "{name} all: right {share:.3} ({} of {} compared, {} found)",
        all.right, all.compared, all.found
    );
    let rest: Vec<String> = left_out
        .iter()
        .map(|(r, n)| format!("{} {n}", r.as_str()))
        .collect();
    let _ = writeln!(
        out,
        "{name} left out: {} ({})",
        left_out.values().sum::<usize>(),
        rest.join("; ")
    );
    let _ = write!(
        out,
        "{name} inputs without a time: {none}, with a false find: {false_finds}"
    );
    Ok(out)
}

/// Why a result's scheme is another than ours, where its words and value tell.
fn reason(kind: &str, words: &str, timex: &str, language: &Words) -> Option<Reason> {
    let low = words.to_ascii_lowercase();
    let has = |list: &[&str]| {
        low.split(|c: char| !c.is_ascii_alphabetic())
            .any(|w| list.contains(&w))
    };
    let figures = !low.bytes().any(|b| b.is_ascii_alphabetic())
        && low.split(['/', '.', '-']).filter(|f| !f.is_empty()).count() == 2;
    match kind {
        "timerange" | "datetimerange" if timex.starts_with('(') => Some(Reason::ClockRange),
        "set" if timex.contains('T') && timex.bytes().any(|b| b.is_ascii_digit()) => Some(Reason::ClockSet),
        "date" | "daterange" if figures => Some(Reason::Figures),
        "date" | "time" | "datetime" | "daterange" | "timerange" | "datetimerange" | "duration" | "set"
            if !timex.contains('#') =>
        {
            match () {
                () if has(language.vague) && !low.contains("couple of") => Some(Reason::VagueNumber),
                () if kind != "duration" && has(language.part) => Some(Reason::Part),
                () if timex == "PRESENT_REF" || has(language.now) && low.len() < 12 => Some(Reason::Moment),
                () => None,
            }
        }
        _ => Some(Reason::Scheme),
    }
}

fn day_of(d: Option<jiff::civil::Date>) -> String {
    d.map_or_else(String::new, |d| d.to_string())
}

/// Whether a time has a value that the Recognizers allow.
fn agrees(time: &Time, v: &Value) -> bool {
    let s = |k: &str| v[k].as_str().unwrap_or("");
    let timex = s("timex");
    let value = time.value.as_str();
    if !timex.is_empty() && value == timex {
        return true;
    }
    // "(2016-11-07,2016-11-10,P3D)": a length of time that is tied to a day.
    let length = timex.strip_suffix(')').and_then(|t| t.rsplit(',').next());
    if time.kind == TimeType::Duration && length == Some(value) {
        return true;
    }
    // "T19" and "TMO" stand without a day, and without minutes that are none.
    if let Some((_, clock)) = value.split_once('T').filter(|_| timex.starts_with('T'))
        && clock.trim_end_matches('Z').trim_end_matches(":00")
            == timex.trim_start_matches('T').trim_end_matches(":00")
    {
        return true;
    }
    let Some(w) = &time.when else {
        return false;
    };
    let next = |d: Option<jiff::civil::Date>| day_of(d.and_then(|d| d.tomorrow().ok()));
    match s("type") {
        "date" => day_of(w.from) == s("value") && (w.from == w.to || w.to.is_none()),
        "daterange" => {
            day_of(w.from) == s("start") && (next(w.to) == s("end") || day_of(w.to) == s("end"))
                || s("start").is_empty() && w.from.is_none() && day_of(w.to) == s("end")
        }
        "datetime" => {
            let t = w.time.map_or_else(String::new, |t| t.to_string());
            format!("{} {t}", day_of(w.from)) == s("value")
        }
        "time" => w.time.is_some_and(|t| t.to_string() == s("value")),
        "datetimerange" | "timerange" => value.ends_with(timex) && !timex.is_empty(),
        _ => false,
    }
}

/// Whether a reading is one day of the week, month or year that a time tells.
fn holds(time: &Time, v: &Value) -> bool {
    let s = |k: &str| v[k].as_str().unwrap_or("");
    let Some(w) = time.when.as_ref().filter(|w| w.from < w.to) else {
        return false;
    };
    s("type") == "date" && day_of(w.from).as_str() <= s("value") && s("value") <= day_of(w.to).as_str()
}

/// Whether a range is the same but that its end is the first day of what it names ("2014 to 2018").
fn ends_with_first_day(time: &Time, v: &Value) -> bool {
    let s = |k: &str| v[k].as_str().unwrap_or("");
    let Some(w) = time.when.as_ref().filter(|w| w.from < w.to) else {
        return false;
    };
    let within = day_of(w.from).as_str() < s("end") && s("end") <= day_of(w.to).as_str();
    s("type") == "daterange" && day_of(w.from) == s("start") && within && s("end").ends_with("-01")
}
