//! Written forms of one and more pieces, and the choice of the longest.

use std::collections::HashMap;

/// How the last piece of a form may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// As listed alone.
    Listed,
    /// With an "s" behind it as well.
    Plural,
}

/// Forms of a list with what they stand for, found by their first piece. Pieces are parted by a space.
#[derive(Debug)]
pub struct Forms<T> {
    by_first: HashMap<&'static str, Vec<(&'static str, T)>>,
}

impl<T> Forms<T> {
    /// All rows of a list.
    pub fn new(rows: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: HashMap<&'static str, Vec<(&'static str, T)>> = HashMap::new();
        for (form, value) in rows {
            let first = form.split(' ').next().unwrap_or(form);
            by_first.entry(first).or_default().push((form, value));
        }
        Self { by_first }
    }

    /// The rows of a table's first two columns; `value` reads the second, and rows that it cannot read are left out.
    pub fn of_table(table: &dossier_world::Table, value: impl Fn(&'static str) -> Option<T>) -> Self {
        Self::new(table.rows().filter_map(|mut row| {
            let form = row.next()?;
            Some((form, value(row.next()?)?))
        }))
    }

    /// All forms that begin with a piece.
    pub fn starting(&self, first: &str) -> impl Iterator<Item = (&'static str, &T)> {
        self.by_first
            .get(first)
            .into_iter()
            .flatten()
            .map(|(form, value)| (*form, value))
    }

    /// The longest form that stands from a place on, and its pieces. `at` gives the pieces from there; `ending` tells
    /// how the last may be written.
    pub fn longest<'a>(&self, ending: Ending, at: impl Fn(usize) -> &'a str) -> Option<(&T, usize)> {
        let mut best: Option<(&T, usize)> = None;
        let first = at(0);
        let singular = first.strip_suffix('s').filter(|_| ending == Ending::Plural);
        for (form, value) in [Some(first), singular]
            .into_iter()
            .flatten()
            .flat_map(|first| self.starting(first))
        {
            let n = form.split(' ').count();
            let longer = best.is_none_or(|(_, longest)| n > longest);
            if longer && is_spelled(form, ending, &at) {
                best = Some((value, n));
            }
        }
        best
    }
}

/// Whether the pieces spell a form.
fn is_spelled<'a>(form: &str, ending: Ending, at: &impl Fn(usize) -> &'a str) -> bool {
    let mut parts = form.split(' ').enumerate().peekable();
    while let Some((k, part)) = parts.next() {
        let piece = at(k);
        let plural =
            ending == Ending::Plural && parts.peek().is_none() && piece.strip_suffix('s') == Some(part);
        if piece != part && !plural {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wins() {
        let forms = Forms::new([("a", 1), ("a b", 2), ("a b c", 3)].into_iter());
        let find = |pieces: &'static [&'static str], ending| {
            let found = forms.longest(ending, |k| pieces.get(k).copied().unwrap_or(""));
            found.map(|(v, n)| (*v, n))
        };
        assert_eq!(find(&["a", "b", "d"], Ending::Listed), Some((2, 2)));
        assert_eq!(find(&["a", "bs"], Ending::Listed), Some((1, 1)));
        assert_eq!(find(&["a", "bs"], Ending::Plural), Some((2, 2)));
        assert_eq!(find(&["b"], Ending::Listed), None);
    }
}
