//! How the words between two names put them: a place in another, a body of a country.

use dossier_model::{MentionKind, Relation, RelationKind};
use dossier_world::words;

use super::{Reading, small};

words!(
    /// Words that stand between a place and the one that it lies in.
    PLACE_LINKS = "wording/place_links.txt"
);

/// Bytes between two names of places that belong together.
const MOST_BETWEEN: usize = 24;

/// All relations of an article's names.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Relation> {
    let mut out = find_owners(reading);
    out.extend(find_places(reading));
    out
}

/// Names right behind the possessive of a country: "Velm's foreign ministry".
fn find_owners(reading: &Reading<'_>) -> Vec<Relation> {
    let mut out = Vec::new();
    let mut before: Option<(u32, usize)> = None;
    for (i, m) in reading.notes.mentions.iter().enumerate() {
        let local = m.value.local.filter(|_| m.value.form.is_name());
        let Some(local) = local.and_then(|l| reading.notes.local(l)) else {
            continue;
        };
        if let Some((end, owner)) = before {
            let between = reading.text.get(end as usize..m.span.start as usize);
            if matches!(between, Some("'s " | "’s " | "' " | "’ ")) {
                out.push(Relation {
                    kind: RelationKind::BelongsTo,
                    from: i as u32,
                    to: owner as u32,
                });
            }
        }
        if local.is_country && local.country.is_some() {
            before = Some((m.span.end, i));
        }
    }
    out
}

/// Places named one behind the other while they are collected.
#[derive(Default)]
struct Run {
    places: Vec<usize>,
    /// Whether they are enumerated: "Karsholm, Velm and Oster" tells nothing.
    is_list: bool,
    out: Vec<Relation>,
}

impl Run {
    /// Ends the run in front of the words `behind`.
    fn close(&mut self, behind: &str) {
        let goes_on = behind.trim_start_matches([',', ' ']).split(' ').next();
        let is_list = self.is_list || goes_on.is_some_and(is_and);
        if !is_list {
            self.out.extend(self.places.windows(2).map(|pair| Relation {
                kind: RelationKind::LiesIn,
                from: pair[0] as u32,
                to: pair[1] as u32,
            }));
        }
        self.places.clear();
        self.is_list = false;
    }
}

/// Places each in the next: "in Karsholm, northern Velm".
fn find_places(reading: &Reading<'_>) -> Vec<Relation> {
    let mut run = Run::default();
    let mut end: Option<usize> = None;
    let rest = |end: Option<usize>| end.and_then(|e| reading.text.get(e..)).map_or("", first_words);
    for (i, m) in reading.notes.mentions.iter().enumerate() {
        let is_named = m.value.form.is_name();
        let local = m.value.local.and_then(|l| reading.notes.local(l));
        if local.is_none() || m.value.kind != MentionKind::Place || !is_named {
            continue;
        }
        let between = end
            .and_then(|e| reading.text.get(e..m.span.start as usize))
            .filter(|b| b.len() <= MOST_BETWEEN);
        match between {
            Some(b) if is_link(b) => {}
            Some(b) => {
                let is_and = is_and(b.trim_matches([' ', ',']));
                run.is_list |= is_and;
                run.close(b);
                // What follows an "and" is the list's last member.
                run.is_list = is_and;
            }
            None => run.close(rest(end)),
        }
        run.places.push(i);
        end = Some(m.span.end as usize);
    }
    run.close(rest(end));
    run.out
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "or" | "&")
}

fn first_words(text: &str) -> &str {
    let end = text.char_indices().nth(8).map_or(text.len(), |(i, _)| i);
    &text[..end]
}

/// Whether the words between two places say that the first lies in the second.
fn is_link(between: &str) -> bool {
    let words = between.strip_prefix(',').unwrap_or(between);
    let by_comma = words.len() < between.len();
    let mut all = words.split_whitespace().map(small).peekable();
    let opens_with_in = all.peek().is_some_and(|w| w == "in");
    words.starts_with(' ') && (by_comma || opens_with_in) && all.all(|w| PLACE_LINKS.has(&w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_or_an_in_links_two_places() {
        for link in [", ", ", south ", ", in the northern ", " in "] {
            assert!(is_link(link), "{link}");
        }
        for none in [" ", " and ", ", and ", ", near ", ". ", " south "] {
            assert!(!is_link(none), "{none}");
        }
    }
}
