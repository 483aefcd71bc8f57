//! The site's own words: a passage that an outlet repeats under articles on different matters (a call to subscribe, a
//! notice of rights, a word on the author) is no news, and no article copies it from another.
//!
//! Nothing here knows such wordings. A passage is the site's own where three articles of one outlet hold it which tell
//! otherwise different things: little else in common, few names in common, and more words of their own than the
//! passage has. Versions of one report share the rest, reports of one matter share their names, and articles of one
//! template have no words of their own; so neither an agency's text nor a background paragraph passes.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::background;
use crate::copy::{Fingerprints, LEAST_WORDS, Pair, SHINGLE, WINDOW, winnow};
use crate::words::Words;

/// Articles on different matters that have to hold a passage.
const HOLDERS: usize = 3;
/// Holders that are looked at.
const LOOKED_AT: usize = 48;
/// Words of its own that an article needs to tell that it is on another matter.
const OWN_WORDS: usize = 30;
/// Share of the shorter text's other fingerprints from which two articles are versions of one.
const SAME_TEXT: f64 = 0.3;
/// Share of the fewer other names from which two articles are on one matter.
const SAME_MATTER: f64 = 0.34;
/// Names in common that say nothing yet.
const CHANCE_NAMES: usize = 2;
/// Articles that are kept in mind at once.
const REMEMBERED: usize = 4096;

/// Where an outlet's fingerprint stands that recurs in its articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Recurring {
    doc: u32,
    at: u32,
    /// The first of the outlet's places with this fingerprint, in the list of all.
    holders: u32,
    count: u32,
}

/// The site's own words of each article, as ranges in order; `outlets` are the articles' outlets by number.
#[must_use]
pub fn find(articles: &[&Words], outlets: &[usize], fingerprints: &Fingerprints) -> Vec<Vec<Range<usize>>> {
    let (mut recurring, holders) = recurring(outlets, fingerprints);
    recurring.par_sort_unstable();
    let found: Vec<(usize, Vec<Range<usize>>)> = recurring
        .par_chunk_by(|a, b| a.doc == b.doc)
        .map_init(
            || Memory {
                articles,
                profiles: HashMap::new(),
            },
            |memory, places| {
                let doc = places[0].doc as usize;
                let own = stretches(places)
                    .into_iter()
                    .flat_map(|r| memory.own_words(doc, &places[r], &holders));
                (doc, apart(own.collect()))
            },
        )
        .collect();
    let mut out = vec![Vec::new(); articles.len()];
    for (doc, ranges) in found {
        out[doc] = ranges;
    }
    out
}

/// Fingerprints that enough articles of one outlet hold, and all their places `(article, word)`.
fn recurring(outlets: &[usize], fingerprints: &Fingerprints) -> (Vec<Recurring>, Vec<(u32, u32)>) {
    let (mut out, mut holders) = (Vec::new(), Vec::new());
    let mut by_outlet: Vec<(usize, u32, u32)> = Vec::new();
    for group in fingerprints.groups().filter(|g| g.len() >= HOLDERS) {
        by_outlet.clear();
        by_outlet.extend(group.iter().map(|p| (outlets[p.doc as usize], p.doc, p.at)));
        by_outlet.sort_unstable();
        for places in by_outlet.chunk_by(|a, b| a.0 == b.0) {
            if places.chunk_by(|a, b| a.1 == b.1).count() < HOLDERS {
                continue;
            }
            let first = holders.len() as u32;
            let kept = places.iter().take(LOOKED_AT);
            holders.extend(kept.map(|&(_, doc, at)| (doc, at)));
            let count = holders.len() as u32 - first;
            out.extend(places.iter().map(|&(_, doc, at)| Recurring {
                doc,
                at,
                holders: first,
                count,
            }));
        }
    }
    (out, holders)
}

/// Recurring places of one article that follow each other closely enough to be one passage.
fn stretches(places: &[Recurring]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for i in 0..places.len() {
        match out.last_mut() {
            Some(last) if places[i].at - places[i - 1].at <= (SHINGLE + WINDOW) as u32 => last.end = i + 1,
            _ => out.push(i..i + 1),
        }
    }
    out.retain(|r| (places[r.end - 1].at - places[r.start].at) as usize + SHINGLE >= LEAST_WORDS);
    out
}

/// Ranges in order, those that touch made one.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|r| (r.start, r.end));
    let mut out: Vec<Range<usize>> = Vec::new();
    for r in ranges {
        match out.last_mut() {
            Some(last) if r.start <= last.end => last.end = last.end.max(r.end),
            _ => out.push(r),
        }
    }
    out
}

/// What an article holds, for comparing: fingerprints and names with their places, by number.
struct Profile {
    fingerprints: Vec<(u64, u32)>,
    names: Vec<(u64, u32)>,
}

/// What a look at a passage told.
struct Looked {
    /// The site's own words in it.
    own: Option<Range<usize>>,
    /// What several articles hold of it.
    seen: Option<Range<usize>>,
}

/// The articles, and the profiles of those that were asked for of late.
struct Memory<'a> {
    articles: &'a [&'a Words],
    profiles: HashMap<u32, Profile>,
}

impl Memory<'_> {
    /// The parts of a passage of recurring places that are the site's own words.
    fn own_words(&mut self, doc: usize, places: &[Recurring], holders: &[(u32, u32)]) -> Vec<Range<usize>> {
        let mut own: Vec<Range<usize>> = Vec::new();
        // What as many articles hold in one run was looked at once for all its places.
        let mut seen: Vec<(Range<usize>, u32)> = Vec::new();
        for place in places {
            let at = place.at as usize;
            let is_seen = |(range, count): &(Range<usize>, u32)| range.contains(&at) && *count == place.count;
            if seen.iter().any(is_seen) || own.iter().any(|r| r.contains(&at)) {
                continue;
            }
            let first = place.holders as usize;
            let looked = self.look(doc, at, &holders[first..first + place.count as usize]);
            own.extend(looked.own);
            seen.extend(looked.seen.map(|range| (range, place.count)));
        }
        own
    }

    /// Looks at the passage around word `at`: it is the site's own if enough of its holders are on different matters,
    /// and as much of it as two of these share with the article, for one alone may be its next version.
    fn look(&mut self, doc: usize, at: usize, holders: &[(u32, u32)]) -> Looked {
        let mut different: Vec<(u32, Range<usize>)> = Vec::new();
        let (mut runs, mut all): (Vec<Range<usize>>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
        for &(other, there) in holders.iter().filter(|h| h.0 as usize != doc) {
            let pair = Pair {
                left: self.articles[doc],
                right: self.articles[other as usize],
            };
            let Some((here, theirs)) = pair.run_at(at, there as usize) else {
                continue;
            };
            all.push(here.clone());
            if here.len() >= LEAST_WORDS && self.is_another(&different, other, &theirs) {
                different.push((other, theirs));
                runs.push(here);
            }
            if different.len() == HOLDERS {
                break;
            }
        }
        let own = shared_by_two(&runs).filter(|whole| {
            different.len() == HOLDERS
                || whole.len() >= LEAST_WORDS && self.is_another(&different, doc as u32, whole)
        });
        Looked {
            own,
            seen: shared_by_two(&all),
        }
    }

    /// Whether an article has more to tell than the passage, and on another matter than `others` do.
    fn is_another(&mut self, others: &[(u32, Range<usize>)], doc: u32, passage: &Range<usize>) -> bool {
        let own = self.articles[doc as usize].words.len() - passage.len();
        own >= passage.len().max(OWN_WORDS)
            && (others.iter())
                .all(|(other, there)| *other != doc && self.differ((*other, there), (doc, passage)))
    }

    /// Whether two articles tell different things outside a passage that both hold.
    fn differ(&mut self, (a, in_a): (u32, &Range<usize>), (b, in_b): (u32, &Range<usize>)) -> bool {
        self.remember(a);
        self.remember(b);
        let (Some(x), Some(y)) = (self.profiles.get(&a), self.profiles.get(&b)) else {
            return false;
        };
        let (texts, least) = common((&x.fingerprints, in_a), (&y.fingerprints, in_b));
        if texts as f64 > SAME_TEXT * least as f64 {
            return false;
        }
        let (names, least) = common((&x.names, in_a), (&y.names, in_b));
        names <= CHANCE_NAMES || (names as f64) < SAME_MATTER * least as f64
    }

    fn remember(&mut self, doc: u32) {
        if self.profiles.contains_key(&doc) {
            return;
        }
        if self.profiles.len() >= REMEMBERED {
            self.profiles.clear();
        }
        let words = &self.articles[doc as usize].words;
        let mut fingerprints = winnow(words);
        fingerprints.sort_unstable();
        let named = words.iter().enumerate().filter(|(_, w)| w.is_name());
        let mut names: Vec<(u64, u32)> = named
            .filter(|(_, w)| !background::is_function_word(w.key))
            .map(|(i, w)| (w.key, i as u32))
            .collect();
        names.sort_unstable();
        self.profiles.insert(doc, Profile { fingerprints, names });
    }
}

/// What two of the ranges have in common at least: from the second start to the last but one end.
fn shared_by_two(ranges: &[Range<usize>]) -> Option<Range<usize>> {
    let mut starts: Vec<usize> = ranges.iter().map(|r| r.start).collect();
    let mut ends: Vec<usize> = ranges.iter().map(|r| r.end).collect();
    starts.sort_unstable();
    ends.sort_unstable();
    let start = *starts.get(1)?;
    let end = *ends.get(ends.len().checked_sub(2)?)?;
    (start < end).then_some(start..end)
}

/// Numbers outside the passage that both lists hold, and how many the shorter list has there.
fn common(
    (a, in_a): (&[(u64, u32)], &Range<usize>),
    (b, in_b): (&[(u64, u32)], &Range<usize>),
) -> (usize, usize) {
    let distinct = |list: &[(u64, u32)], passage: &Range<usize>| {
        let outside = list.iter().filter(|(_, at)| !passage.contains(&(*at as usize)));
        let mut keys: Vec<u64> = outside.map(|x| x.0).collect();
        keys.dedup();
        keys
    };
    let (a, b) = (distinct(a, in_a), distinct(b, in_b));
    let shared = a.iter().filter(|k| b.binary_search(k).is_ok()).count();
    (shared, a.len().min(b.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::read;

    const APPEAL: &str = "Did you like what you read here? Then support our work and take the paper for a month, free of charge and without any duty.";

    fn marked(texts: &[String], outlets: &[usize]) -> Vec<Vec<String>> {
        let read: Vec<_> = texts.iter().map(|t| read("a", t)).collect();
        let words: Vec<Words> = read.iter().map(|r| Words::of(&r.article, |_| None)).collect();
        let words: Vec<&Words> = words.iter().collect();
        let found = find(&words, outlets, &Fingerprints::of(&words));
        (found.iter().zip(&words).zip(texts))
            .map(|((ranges, words), text)| {
                let spans = ranges.iter().filter_map(|r| words.span_of(r, text));
                spans.map(|s| s.of(text).to_owned()).collect()
            })
            .collect()
    }

    fn stories() -> [String; 3] {
        let ferry = "The ferry Hildur ran aground off Vardsund on Monday with forty people on board. Divers of the coast guard found no leak, and Captain Ana Ruiz said that all passengers had been brought to Lindholm before noon by two fishing boats.";
        let wheat = "Farmers around Kestrel Plain expect the best wheat harvest since the drought. The Growers' Union told members that mills in Port Alder would pay more this autumn, although Director Tom Hale warned that storage was still short in the south.";
        let chess = "Sixteen-year-old Mira Soto won the open chess tournament of Bellacosta without losing one game. Her trainer Jan Oster said that she had slept badly, eaten nothing but apples, and still found the winning sacrifice against Ivo Brandt in the last round.";
        [ferry, wheat, chess].map(str::to_owned)
    }

    #[test]
    fn words_under_articles_on_different_matters_are_the_sites() {
        let texts: Vec<String> = stories().iter().map(|s| format!("{s}\n{APPEAL}")).collect();
        assert_eq!(marked(&texts, &[0, 0, 0]), vec![vec![APPEAL.to_owned()]; 3]);
        // Three outlets with one article each say nothing of a site.
        assert_eq!(marked(&texts, &[0, 1, 2]), vec![Vec::<String>::new(); 3]);
        assert_eq!(marked(&texts[..2], &[0, 0]), vec![Vec::<String>::new(); 2]);
    }

    #[test]
    fn not_the_versions_of_one_report() {
        let [ferry, wheat, _] = stories();
        let texts: Vec<String> = (["One.", "Two more of it.", "A third time."].iter())
            .map(|more| format!("{more} {ferry} {wheat}"))
            .collect();
        assert_eq!(marked(&texts, &[0, 0, 0]), vec![Vec::<String>::new(); 3]);
    }

    #[test]
    fn not_the_background_of_one_matter() {
        let background = "The Hildur was built in Lindholm forty years ago and had twice before run aground off Vardsund under the command of Ana Ruiz.";
        let tellings = [
            "Divers searched the hull of the Hildur for leaks on Tuesday while Captain Ana Ruiz waited at Vardsund with the crew and a lawyer from Lindholm whom her union had sent overnight by car.",
            "Nobody in Lindholm wants to say who will pay for the Hildur. The harbour office at Vardsund sent its bill to the owners, and Ana Ruiz has not been heard by the court so far, her lawyer confirmed.",
            "A song about the Hildur tops the charts. Children from Vardsund wrote it at school, and Captain Ana Ruiz, who grew up in Lindholm, is said to hum it on the bridge whenever fog comes in from the sea.",
        ];
        let texts: Vec<String> = tellings.iter().map(|t| format!("{t}\n{background}")).collect();
        assert_eq!(marked(&texts, &[0, 0, 0]), vec![Vec::<String>::new(); 3]);
    }

    #[test]
    fn not_a_template_with_a_number() {
        let texts: Vec<String> = (1..6)
            .map(|n| format!("The water at Vardsund stood at {n} metres this morning, and boats were told to keep away from the quay until the storm has passed and the gates are open again."))
            .collect();
        assert_eq!(marked(&texts, &[0; 5]), vec![Vec::<String>::new(); 5]);
    }
}
