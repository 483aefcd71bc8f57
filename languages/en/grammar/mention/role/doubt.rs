//! Offices that the words do not tell to be held on the day of the article: "the likely nominee", "the administration
//! of President Ion Popa", "when President Ion Popa in 1974 …".

use dossier_model::{Layer, RoleBy, Time};
use jiff::civil::Date;

use super::apposition::is_possessive;
use super::{DETERMINERS, Office, over};
use dossier_annotate::View;
use dossier_annotate::view::Shape;

dossier_world::words!(OPEN = "mention/open_markers.txt");
dossier_world::words!(SPEECH = "mention/speech_verbs.txt");
dossier_world::words!(PAST = "mention/past_of_person.txt");

/// After so many years a bare title is as likely that of a former holder.
const YEARS: i16 = 5;

/// How far the date of the clause may stand from the office.
const NEAR: usize = 14;

/// How many words of a noun phrase are looked through for the marker that it is over.
const REACH: usize = 7;

/// Whether the words leave open that the office is held.
pub(super) fn is_open(words: &View, times: &Layer<Time>, day: Option<Date>, office: &Office) -> bool {
    if office.former {
        return false;
    }
    let (start, end) = words.sentence_words(office.head);
    let marked = (office.start.saturating_sub(1).max(start)..office.title_end)
        .any(|k| OPEN.has(words.fold(k)) || is_open_pair(words, k, start));
    // Founders and authors stay what they are.
    let lasting = super::is_calling(words, office.head) || words.fold(office.head) == "founder";
    let told =
        office.by == RoleBy::Title || matches!(office.by, RoleBy::Apposition | RoleBy::Chain) && !lasting;
    marked
        || office.by == RoleBy::Title && is_of_the_past(words, office, start, end)
        || told && is_long_ago(words, times, day, office, (start, end))
}

/// "would-be mayor": a marker in two words with a hyphen.
fn is_open_pair(words: &View, k: usize, start: usize) -> bool {
    k >= start + 2
        && words.word(k - 1) == "-"
        && words.is_glued(k)
        && OPEN.has(&format!("{}-{}", words.fold(k - 2), words.fold(k)))
}

/// "the administration of President Popa", "a former agent for President Popa", "President Popa's funeral".
fn is_of_the_past(words: &View, office: &Office, start: usize, end: usize) -> bool {
    let mut k = office.start;
    if k > start && DETERMINERS.has(words.fold(k - 1)) {
        k -= 1;
    }
    if k > start + 1 {
        let before = words.fold(k - 1);
        if before == "under" || before == "of" && PAST.has(words.fold(k - 2)) {
            return true;
        }
        let served = matches!(before, "for" | "to");
        let over = || {
            (start.max((k - 1).saturating_sub(REACH))..k - 1)
                .rev()
                .take_while(|&m| words.shape(m) != Shape::Mark && !words.is_verb(m))
                .any(|m| over::OVER.has(words.fold(m)))
        };
        if served && over() {
            return true;
        }
    }
    let mark = (office.end..end.min(office.end + 5))
        .take_while(|&m| words.is_capital(m) || is_possessive(words.fold(m)))
        .find(|&m| is_possessive(words.fold(m)));
    mark.is_some_and(|m| PAST.has(words.fold(m + 1)))
}

/// Whether the words near the office are of a time long before the article.
fn is_long_ago(
    words: &View,
    times: &Layer<Time>,
    day: Option<Date>,
    office: &Office,
    (start, end): (usize, usize),
) -> bool {
    let Some(day) = day else { return false };
    // Who speaks speaks now, whatever the words are about.
    let speaks = office.start > start && SPEECH.has(words.fold(office.start - 1))
        || (office.end..end.min(office.end + 5)).any(|k| SPEECH.has(words.fold(k)));
    if speaks {
        return false;
    }
    let near = words.cover(
        start.max(office.head.saturating_sub(NEAR)),
        end.min(office.head + NEAR),
    );
    let old = |t: &dossier_model::Annotation<Time>| {
        let last = t.value.when.as_ref().and_then(|w| w.to);
        last.is_some_and(|d| d.year() + YEARS <= day.year())
    };
    // "In 1988 the party …, but President Ion Popa": the date that opens a sentence is that of all of it.
    let opening = times.inside(words.cover(start, end.min(start + 4))).any(old);
    opening || times.inside(near).any(old)
}
