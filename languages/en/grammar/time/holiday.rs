//! Feasts by their names.

use dossier_annotate::time::Holiday;
use std::sync::LazyLock;

use dossier_world::table;

use super::lex::Pieces;

table!(HOLIDAYS = "time/holidays.tsv");

/// A feast's name, cut as the sentences are, and its day.
struct Feast {
    name: Vec<&'static str>,
    holiday: Holiday,
}

/// Sorted by the first piece, longer names first.
static FEASTS: LazyLock<Vec<Feast>> = LazyLock::new(|| {
    let mut feasts: Vec<Feast> = HOLIDAYS
        .rows()
        .filter_map(|mut row| {
            let name = pieces(row.next()?);
            let holiday = holiday(&row.collect::<Vec<_>>())?;
            Some(Feast { name, holiday })
        })
        .collect();
    feasts.sort_by(|a, b| {
        let key = |f: &Feast| (f.name.first().copied(), std::cmp::Reverse(f.name.len()));
        key(a).cmp(&key(b))
    });
    feasts
});

/// Letters and single signs of a name.
fn pieces(name: &'static str) -> Vec<&'static str> {
    let mut out = Vec::new();
    for word in name.split(' ') {
        let mut rest = word;
        while let Some(c) = rest.chars().next() {
            let end = match rest.find(|c: char| !c.is_alphabetic()) {
                Some(0) => c.len_utf8(),
                Some(n) => n,
                None => rest.len(),
            };
            let (piece, behind) = rest.split_at(end);
            out.push(piece);
            rest = behind;
        }
    }
    out
}

/// The day of a row of the list.
fn holiday(columns: &[&str]) -> Option<Holiday> {
    let (kind, numbers) = columns.split_first()?;
    let numbers: Vec<i32> = numbers.iter().filter_map(|n| n.parse().ok()).collect();
    Holiday::of_rule(kind, &numbers)
}

/// The first words of all names.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    FEASTS.iter().filter_map(|f| f.name.first().copied())
}

/// Capitalised words that make a feast's name part of another ("Easter Island", "Thanksgiving Point").
const NOT_BEFORE: &[&str] = &["Island", "Islands", "Rising", "Point", "Carol"];

/// The feast whose name starts at `i`, and the place behind it.
pub(super) fn find(p: &Pieces, i: usize) -> Option<(usize, Holiday)> {
    let first = p.at(i).text;
    let from = FEASTS.partition_point(|f| f.name.first().is_some_and(|w| *w < first));
    let of_word = FEASTS
        .iter()
        .skip(from)
        .take_while(|f| f.name.first() == Some(&first));
    for Feast { name, holiday } in of_word {
        let fits = name.iter().enumerate().all(|(k, w)| {
            let got = p.at(i + k);
            if *w == "'" {
                got.is_apostrophe()
            } else {
                got.text == *w
            }
        });
        let end = i + name.len();
        if fits && !p.any(end, NOT_BEFORE) {
            // Canada keeps Thanksgiving in October; its neighbour's day is not taken for it.
            if first == "Thanksgiving" && p.before(i).is("Canadian") {
                return Some((end, Holiday::Nth(10, 2, 1, 0)));
            }
            // "Eid Muhammad" is a man.
            if name.len() == 1 && first == "Eid" && p.at(end).is_capital() && !p.at(end).glued {
                return None;
            }
            // "Tet" is a festival in Vietnamese news; "Eid" and "Advent" need their capital.
            return Some((end, *holiday));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_feast() {
        assert_eq!(FEASTS.len(), HOLIDAYS.rows().count());
        assert!(
            FEASTS
                .iter()
                .any(|f| f.name == ["St", ".", "Patrick", "'", "s", "Day"])
        );
    }
}
