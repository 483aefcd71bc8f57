//! Feasts by their names, as a language lists them.

use dossier_world::Table;

use super::holiday::Holiday;

/// The feasts of one language, sorted by the first piece of their names, longer names first.
#[derive(Debug, Clone)]
pub struct Feasts(Vec<Feast>);

/// A feast's name, cut as sentences are, and its day.
#[derive(Debug, Clone)]
struct Feast {
    name: Vec<Box<str>>,
    holiday: Holiday,
}

impl Feasts {
    /// From rows of a name, the kind of its rule and the rule's numbers; `write` gives a piece of a name the form in
    /// which sentences are compared.
    #[must_use]
    pub fn read(table: &Table, write: impl Fn(&str) -> Box<str>) -> Self {
        let mut feasts: Vec<Feast> = table
            .rows()
            .filter_map(|mut row| {
                let name = pieces(row.next()?).into_iter().map(&write).collect();
                let holiday = holiday(&row.collect::<Vec<_>>())?;
                Some(Feast { name, holiday })
            })
            .collect();
        feasts.sort_by(|a, b| {
            let first = a.name.first().cmp(&b.name.first());
            first.then(b.name.len().cmp(&a.name.len()))
        });
        Self(feasts)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first words of all names.
    pub fn first_words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|f| f.name.first().map(|w| &**w))
    }

    /// The feasts whose first piece is `first` and whose other pieces `is` says yes to, by their place in the name:
    /// how many pieces each takes, longest first.
    pub fn find<'a>(
        &'a self,
        first: &'a str,
        is: impl Fn(usize, &str) -> bool + 'a,
    ) -> impl Iterator<Item = (usize, Holiday)> + 'a {
        let from = self
            .0
            .partition_point(|f| f.name.first().is_some_and(|w| **w < *first));
        self.0
            .iter()
            .skip(from)
            .take_while(move |f| f.name.first().is_some_and(|w| **w == *first))
            .filter(move |f| f.name.iter().enumerate().skip(1).all(|(k, w)| is(k, w)))
            .map(|f| (f.name.len(), f.holiday))
    }
}

/// Letters and single signs of a name.
fn pieces(name: &str) -> Vec<&str> {
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

/// The day of a row of a list.
fn holiday(columns: &[&str]) -> Option<Holiday> {
    let (kind, numbers) = columns.split_first()?;
    let numbers: Vec<i32> = numbers.iter().filter_map(|n| n.parse().ok()).collect();
    Holiday::of_rule(kind, &numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_comes_first() {
        let table =
            Table::read("# x\nEid\tunknown\nEid al-Fitr\tfixed\t4\t1\nSt. John's Day\tfixed\t6\t24\n");
        let feasts = Feasts::read(&table, |w| w.into());
        let words = ["Eid", "al", "-", "Fitr"];
        let found: Vec<usize> = feasts
            .find("Eid", |k, w| words.get(k) == Some(&w))
            .map(|f| f.0)
            .collect();
        assert_eq!(found, [4, 1]);
        assert_eq!(pieces("St. John's Day"), ["St", ".", "John", "'", "s", "Day"]);
        assert_eq!(feasts.len(), 3);
    }
}
