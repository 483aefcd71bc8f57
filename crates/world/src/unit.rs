//! Units of measure by their codes: what they measure, what makes them comparable, and their English names.

use std::sync::LazyLock;

crate::table!(UNITS = "units.tsv");
crate::table!(RATES = "rates.tsv");

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Its code in UCUM, or one of ours in braces.
    pub code: &'static str,
    /// What it measures: "length".
    pub dimension: &'static str,
    /// Its English name: "kilometre".
    pub name: &'static str,
    /// The English plural, where it is not the regular one.
    pub plural: Option<&'static str>,
    /// What makes its numbers those of the base unit of its dimension; `None` where it is not converted.
    pub scale: Option<Scale>,
}

/// How numbers of a unit become those of the base unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Added before the factor (temperatures).
    pub shift: f64,
    /// Times this gives the base unit.
    pub factor: f64,
    /// How far the unit itself is uncertain, as factors: a "ton" is 907 to 1,016 kilograms.
    pub loose: Option<(f64, f64)>,
}

/// All units, by code.
static ALL: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let told = |column: Option<&'static str>| column.filter(|c| *c != "-");
    let number = |column: Option<&'static str>| told(column).and_then(|c| c.parse::<f64>().ok());
    let read = |mut row: std::str::Split<'static, char>| {
        let (code, dimension, name) = (row.next()?, row.next()?, row.next()?);
        let plural = told(row.next());
        let (factor, shift) = (number(row.next()), number(row.next()));
        let loose = number(row.next()).zip(number(row.next()));
        Some(Unit {
            code,
            dimension,
            name,
            plural,
            scale: factor.map(|factor| Scale {
                shift: shift.unwrap_or(0.0),
                factor,
                loose,
            }),
        })
    };
    UNITS.rows().filter_map(read).collect()
});

/// The unit with a code. `None` where the table does not list it.
#[must_use]
pub fn find(code: &str) -> Option<&'static Unit> {
    let at = ALL.binary_search_by(|u| u.code.cmp(code)).ok()?;
    ALL.get(at)
}

/// The unit with an English name, letter for letter.
#[must_use]
pub fn named(name: &str) -> Option<&'static Unit> {
    static BY_NAME: LazyLock<Vec<&'static Unit>> = LazyLock::new(|| {
        let mut all: Vec<&Unit> = ALL.iter().collect();
        all.sort_unstable_by_key(|u| u.name);
        all
    });
    let at = BY_NAME.binary_search_by(|u| u.name.cmp(name)).ok()?;
    BY_NAME.get(at).copied()
}

/// The dimension and the factor of a rate of two units that measures one thing: `km/h` is a speed.
#[must_use]
pub fn rate(code: &str) -> Option<(&'static str, f64)> {
    let mut row = RATES.find(code)?;
    Some((row.next()?, row.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_found_by_code_and_name() {
        let km = find("km").unwrap();
        assert_eq!((km.name, km.dimension), ("kilometre", "length"));
        assert_eq!(km.scale.unwrap().factor, 1000.0);
        assert_eq!(named("kilometre"), Some(km));
        assert_eq!(
            find("{ton}").unwrap().scale.unwrap().loose,
            Some((0.907185, 1.01605))
        );
        assert_eq!(find("[degF]").unwrap().scale.unwrap().shift, -32.0);
        assert_eq!(find("V").unwrap().scale, None);
        assert_eq!(rate("km/h").unwrap().0, "speed");
        assert_eq!(UNITS.rows().count(), ALL.len());
    }
}
