//! Units that measure one thing, made comparable by fixed factors; money is never converted.

use dossier_model::Quantity;

/// What a quantity measures, and how its numbers become those of the base unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// What is compared: a dimension ("length"), or the unit itself where nothing converts to it.
    pub family: String,
    /// Times this gives the base unit.
    factor: f64,
    /// Added before the factor (temperatures).
    shift: f64,
    /// How far the unit itself is uncertain, as factors: a "ton" is 907 to 1,016 kilograms.
    pub loose: Option<(f64, f64)>,
}

impl Scale {
    /// A number in the base unit.
    pub(super) fn base(&self, v: f64) -> f64 {
        (v + self.shift) * self.factor
    }

    /// The factor, to tell units of one family apart.
    pub(super) fn factor_bits(&self) -> Option<u64> {
        (self.factor != 1.0 || self.shift != 0.0).then(|| self.factor.to_bits())
    }

    /// A difference of two numbers in the base unit.
    pub(super) fn step(&self, step: f64) -> f64 {
        step * self.factor
    }
}

/// The name that a table gives a unit, its dimension and its factor.
#[rustfmt::skip]
const FACTORS: &[(&str, &str, f64)] = &[
    ("nanometre", "length", 1e-9), ("micrometre", "length", 1e-6), ("millimetre", "length", 1e-3),
    ("centimetre", "length", 1e-2), ("decimetre", "length", 0.1), ("metre", "length", 1.0),
    ("kilometre", "length", 1e3), ("inch", "length", 0.0254), ("foot", "length", 0.3048),
    ("yard", "length", 0.9144), ("mile", "length", 1609.344), ("nautical mile", "length", 1852.0),
    ("square centimetre", "area", 1e-4), ("square metre", "area", 1.0), ("square kilometre", "area", 1e6),
    ("hectare", "area", 1e4), ("acre", "area", 4046.856), ("square inch", "area", 6.4516e-4),
    ("square foot", "area", 0.092_903), ("square yard", "area", 0.836_127), ("square mile", "area", 2_589_988.0),
    ("microgram", "mass", 1e-9), ("milligram", "mass", 1e-6), ("gram", "mass", 1e-3), ("kilogram", "mass", 1.0),
    ("tonne", "mass", 1e3), ("ton", "mass", 1e3), ("kilotonne", "mass", 1e6), ("megatonne", "mass", 1e9),
    ("gigatonne", "mass", 1e12), ("pound", "mass", 0.453_592), ("ounce", "mass", 0.028_349_5),
    ("stone", "mass", 6.350_29), ("quintal", "mass", 100.0),
    ("millilitre", "volume", 1e-6), ("litre", "volume", 1e-3), ("hectolitre", "volume", 0.1),
    ("cubic centimetre", "volume", 1e-6), ("cubic metre", "volume", 1.0), ("cubic kilometre", "volume", 1e9),
    ("cubic foot", "volume", 0.028_316_8), ("cubic yard", "volume", 0.764_555), ("acre foot", "volume", 1233.48),
    ("barrel", "volume", 0.158_987), ("gallon", "volume", 0.003_785_41), ("pint", "volume", 4.731_76e-4),
    ("quart", "volume", 9.463_53e-4),
    ("metre per second", "speed", 1.0), ("kilometre per hour", "speed", 1.0 / 3.6),
    ("mile per hour", "speed", 0.447_04), ("knot", "speed", 0.514_444),
    ("watt", "power", 1.0), ("kilowatt", "power", 1e3), ("megawatt", "power", 1e6), ("gigawatt", "power", 1e9),
    ("terawatt", "power", 1e12), ("horsepower", "power", 745.7),
    ("watt hour", "energy", 1.0), ("kilowatt hour", "energy", 1e3), ("megawatt hour", "energy", 1e6),
    ("gigawatt hour", "energy", 1e9), ("terawatt hour", "energy", 1e12),
    ("byte", "data", 1.0), ("kilobyte", "data", 1e3), ("megabyte", "data", 1e6), ("gigabyte", "data", 1e9),
    ("terabyte", "data", 1e12), ("petabyte", "data", 1e15), ("exabyte", "data", 1e18),
    ("hertz", "frequency", 1.0), ("kilohertz", "frequency", 1e3), ("megahertz", "frequency", 1e6),
    ("gigahertz", "frequency", 1e9),
    ("pascal", "pressure", 1.0), ("hectopascal", "pressure", 100.0), ("millibar", "pressure", 100.0),
    ("kilopascal", "pressure", 1e3), ("megapascal", "pressure", 1e6),
    ("basis point", "percentage point", 0.01),
];

/// Units that two countries understand differently, as factors of what the table says.
const LOOSE: &[(&str, f64, f64)] = &[
    ("ton", 0.907_185, 1.016_05),
    ("gallon", 1.0, 1.200_95),
    ("pint", 1.0, 1.200_95),
    ("quart", 1.0, 1.200_95),
];

/// How the numbers of a quantity are compared.
pub(super) fn scale_of(q: &Quantity) -> Scale {
    let unit = q.unit.as_ref().map_or("", |u| u.0.as_str());
    match unit {
        "degree Celsius" => return scale("temperature", 1.0, 0.0),
        "kelvin" => return scale("temperature", 1.0, -273.15),
        "degree Fahrenheit" => return scale("temperature", 5.0 / 9.0, -32.0),
        _ => {}
    }
    if let Some(found) = measured(unit) {
        return found;
    }
    // "Tonnes per year": the first unit converts where the rest is the same.
    if let Some((head, rest)) = unit.split_once(" per ")
        && let Some(found) = measured(head)
    {
        return Scale {
            family: format!("{} per {rest}", found.family),
            ..found
        };
    }
    scale(unit, 1.0, 0.0)
}

fn measured(unit: &str) -> Option<Scale> {
    let (_, family, factor) = FACTORS.iter().find(|(name, ..)| *name == unit)?;
    let loose = LOOSE.iter().find(|(name, ..)| *name == unit);
    Some(Scale {
        loose: loose.map(|&(_, low, high)| (low, high)),
        ..scale(family, *factor, 0.0)
    })
}

fn scale(family: &str, factor: f64, shift: f64) -> Scale {
    Scale {
        family: family.to_owned(),
        factor,
        shift,
        loose: None,
    }
}

/// Lengths of time, ages and multiples, which are no figures of their own.
pub(super) fn is_time(unit: &str) -> bool {
    let head = unit.split(" per ").next().unwrap_or("");
    head.ends_with(" old")
        || matches!(
            head,
            "second"
                | "millisecond"
                | "minute"
                | "hour"
                | "day"
                | "week"
                | "fortnight"
                | "month"
                | "quarter"
                | "season"
                | "year"
                | "decade"
                | "century"
                | "times"
        )
}
