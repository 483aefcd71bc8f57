//! Captions of a picture series inside the text: "31/34 Women march in Karsholm". They tell of other stories.

use dossier_model::Span;

/// Counters of one series from which it is one.
const LEAST: usize = 3;
/// Most pictures of a series.
const MOST: u32 = 200;
/// Bytes between two counters within which all belongs to the series.
const NEAR: usize = 700;

/// A counter: the picture's number and where it stands.
struct Counter {
    at: usize,
    number: u32,
    of: u32,
}

/// The parts of a text that are captions of a series, in order.
pub(super) fn find(text: &str) -> Vec<Span> {
    let counters = counters(text);
    let mut out: Vec<Span> = Vec::new();
    for c in &counters {
        let series: Vec<u32> = counters
            .iter()
            .filter(|o| o.of == c.of)
            .map(|o| o.number)
            .collect();
        let mut distinct = series.clone();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() < LEAST {
            continue;
        }
        match out.last_mut() {
            Some(last) if c.at - last.end as usize <= NEAR => last.end = c.at as u32,
            _ => out.push(Span::new(c.at, c.at)),
        }
    }
    out
}

fn counters(text: &str) -> Vec<Counter> {
    let bytes = text.as_bytes();
    let is_digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let number = |from: usize, to: usize| text.get(from..to).and_then(|t| t.parse::<u32>().ok());
    let mut out = Vec::new();
    for (slash, _) in text.match_indices('/') {
        let mut from = slash;
        while from > 0 && is_digit(from - 1) {
            from -= 1;
        }
        let mut to = slash + 1;
        while is_digit(to) {
            to += 1;
        }
        let is_open = |i: Option<usize>| {
            i.and_then(|i| bytes.get(i))
                .is_none_or(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'/' | b'.' | b'-'))
        };
        let stands_alone = (from == 0 || is_open(from.checked_sub(1))) && is_open(Some(to));
        if let (true, Some(k), Some(of)) = (stands_alone, number(from, slash), number(slash + 1, to))
            && (1..=of).contains(&k)
            && (LEAST as u32..=MOST).contains(&of)
        {
            out.push(Counter {
                at: from,
                number: k,
                of,
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_of_counters_is_a_gallery() {
        let text = "The tram left the rails. 1/8 Crews at work. 2/8 A march in Velm on Monday. 3/8 Rain. Then he spoke.";
        let found = find(text);
        assert_eq!(found.len(), 1);
        let span = found[0];
        assert!(text[span.start as usize..].starts_with("1/8"));
        assert!(text[span.end as usize..].starts_with("3/8"));
    }

    #[test]
    fn not_fractions_dates_or_scores() {
        for text in [
            "About 2/3 of them left, 1/3 stayed, and 3/4 came back.",
            "On 9/11 and 11/9 nothing happened.",
            "He is 24/7 on call, and 24/7 he sleeps.",
            "See example.org/1/8, example.org/2/8 and example.org/3/8.",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}
