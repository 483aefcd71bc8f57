//! Numbers as written. Values are exact in decimals: a number is kept as whole digits and a power of ten and turned
//! into a float once, by parsing its decimal writing.

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// The value, scaled. For "dozens" and "millions" the least that the word allows.
    pub value: f64,
    /// One step in the last place written.
    pub step: f64,
    /// The greatest value, for a word that names an order of magnitude alone ("dozens", "tens of thousands").
    pub vague_high: Option<f64>,
    /// How many pieces it takes.
    pub used: usize,
    /// How it is written.
    pub form: Form,
    /// The power of ten that scale words or letters give: 6 for "million".
    pub scale: i32,
}

impl Number {
    /// A whole number as written.
    #[must_use]
    pub fn plain(value: i128, step: f64, used: usize, form: Form) -> Self {
        Self {
            value: exact(value, 0),
            step,
            vague_high: None,
            used,
            form,
            scale: 0,
        }
    }

    /// Whether it is told without the scale of the number behind it: the 3 of "3 to 5 million".
    #[must_use]
    pub fn takes_scale_of(&self, other: &Self) -> bool {
        other.scale > 0 && self.scale == 0 && self.value < 1000.0
    }

    /// Its value under the scale of another.
    #[must_use]
    pub fn scaled_as(&self, other: &Self) -> f64 {
        scaled(self.value, other.scale)
    }
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Digits, with or without a scale word.
    Digits,
    /// Words alone.
    Words,
    /// A part of a whole: "two-thirds", "half", "¼".
    Fraction,
    /// A place in an order: "fourth", "21st".
    Ordinal,
    /// An order of magnitude: "hundreds".
    Vague,
}

/// `digits` times ten to the `exp`, by way of its decimal writing.
#[must_use]
pub fn exact(digits: i128, exp: i32) -> f64 {
    format!("{digits}e{exp}").parse().unwrap_or(f64::NAN)
}

/// A value that is no whole number, scaled by its decimal writing.
#[must_use]
pub fn scaled(base: f64, scale: i32) -> f64 {
    format!("{base}e{scale}").parse().unwrap_or(f64::NAN)
}

/// The step of a whole number without a scale word: its trailing zeros, but two figures at least are taken as
/// written, so that "10 people" is not "10, give or take five".
#[must_use]
pub fn step_of(mantissa: i128) -> f64 {
    let (mut m, mut exp) = (mantissa, 0);
    while m >= 100 && m % 10 == 0 {
        m /= 10;
        exp += 1;
    }
    exact(1, exp)
}

/// The value of a fraction written as one character.
#[must_use]
pub fn vulgar(raw: &str) -> Option<f64> {
    Some(match raw {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅙" => 1.0 / 6.0,
        "⅚" => 5.0 / 6.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}
