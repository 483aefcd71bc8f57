//! Numbers in digits and words. Values are exact in decimals: a number is kept as whole digits and a power
//! of ten and turned into a float once, by parsing its decimal writing.

use dossier_model::Span;

use super::lex::{self, Kind, View};

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
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

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
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

/// The number that a text is, from its first character to its last: "three hundred and ninety-nine", "3.7
/// million", "half a million", "23rd".
#[must_use]
pub(crate) fn parse(text: &str) -> Option<Number> {
    let lower = text.to_ascii_lowercase();
    let mut lexes = Vec::new();
    lex::split(text, Span::new(0, text.len()), &mut lexes);
    let view = View {
        text,
        lower: &lower,
        lexes: &lexes,
    };
    let n = at(view, 0, false)?;
    (n.used == lexes.len()).then_some(n)
}

/// The longest number that begins with piece `i`. With `money`, a lone "m", "b" or "k" is a scale.
#[must_use]
pub(crate) fn at(view: View<'_>, i: usize, money: bool) -> Option<Number> {
    if view.is(i, Kind::Digits) {
        return digits(view, i, money);
    }
    if let Some(f) = vulgar(view.raw(i)) {
        let (scale, used) = scale_words(view, i + 1, money);
        return Some(Number {
            value: f * 10f64.powi(scale),
            step: f * 10f64.powi(scale),
            vague_high: None,
            used: 1 + used,
            form: if scale > 0 { Form::Digits } else { Form::Fraction },
            scale,
        });
    }
    words(view, i)
}

/// `digits` times ten to the `exp`, by way of its decimal writing.
fn exact(digits: i128, exp: i32) -> f64 {
    format!("{digits}e{exp}").parse().unwrap_or(f64::NAN)
}

fn vulgar(raw: &str) -> Option<f64> {
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
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}

/// The power of ten of a scale word.
fn scale_of(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" => 2,
        "thousand" | "thousands" => 3,
        "lakh" | "lakhs" | "lac" | "lacs" => 5,
        "million" | "millions" | "mn" | "mln" | "mio" | "mil" => 6,
        "crore" | "crores" => 7,
        "billion" | "billions" | "bn" | "bln" => 9,
        "trillion" | "trillions" | "tn" | "trn" | "trln" => 12,
        "quadrillion" => 15,
        _ => return None,
    })
}

/// Scale words and letters from piece `i` on: the power of ten and the pieces they take.
fn scale_words(view: View<'_>, i: usize, money: bool) -> (i32, usize) {
    let (mut scale, mut used) = (0, 0);
    loop {
        let hyphen = usize::from(view.joins(i + used));
        let k = i + used + hyphen;
        if !view.is(k, Kind::Word) {
            break;
        }
        let word = view.low(k);
        let glued = hyphen == 0 && view.glued(k);
        let s = match word {
            // A plural scale word after a number ("three millions") is rare but plain.
            "mil" if !glued => None,
            "m" | "b" | "k" | "t" if glued && (money || word == "k") => letter(word),
            "m" | "b" if money && hyphen == 0 => letter(word),
            "m" if glued && people_follow(view, k + 1) => Some(6),
            "b" if glued && people_follow(view, k + 1) => Some(9),
            _ => scale_of(word),
        };
        let Some(s) = s else { break };
        // "5 hundred thousand" and "2 lakh crore" multiply; "3 million billion" does not occur in news.
        if used > 0 && !(scale == 2 || (scale == 5 && s == 7) || (scale == 3 && s == 7)) {
            break;
        }
        scale += s;
        used += 1 + hyphen;
    }
    (scale, used)
}

fn letter(word: &str) -> Option<i32> {
    match word {
        "k" => Some(3),
        "m" => Some(6),
        "b" => Some(9),
        "t" => Some(12),
        _ => None,
    }
}

/// Whether "5m" is followed by something that comes in millions rather than by the end of a length.
fn people_follow(view: View<'_>, i: usize) -> bool {
    let w = view.low(i);
    view.is(i, Kind::Word)
        && (w == "people"
            || (w.len() > 3 && w.ends_with('s') && !w.ends_with("ss") && w != "across" && w != "less"))
}

fn digits(view: View<'_>, i: usize, money: bool) -> Option<Number> {
    let raw = view.raw(i);
    let mut whole = String::with_capacity(raw.len());
    let mut decimals = None;
    for c in raw.chars() {
        match c {
            '.' => decimals = Some(0),
            c if c.is_ascii_digit() => {
                whole.push(c);
                decimals = decimals.map(|d: i32| d + 1);
            }
            _ => {}
        }
    }
    if whole.len() > 30 {
        return None;
    }
    let mantissa: i128 = whole.parse().ok()?;
    let places = decimals.unwrap_or(0);
    // "21st", "4th".
    if places == 0 && view.glued(i + 1) && matches!(view.low(i + 1), "st" | "nd" | "rd" | "th") {
        return Some(Number {
            value: exact(mantissa, 0),
            step: 1.0,
            vague_high: None,
            used: 2,
            form: Form::Ordinal,
            scale: 0,
        });
    }
    let mut used = 1;
    let mut extra = 0.0;
    // "3 1/2", "3-1/2", "3½", "3 ½", and "1/2" alone.
    let gap = usize::from(view.joins(i + 1));
    if places == 0 {
        if let Some(f) = vulgar(view.raw(i + 1)) {
            extra = f;
            used = 2;
        } else if let Some(f) = written_fraction(view, i + 1 + gap) {
            if !view.is(i + 1 + gap, Kind::Digits)
                || view.lexes.get(i + 1 + gap).is_some_and(|l| l.spaced || gap == 1)
            {
                extra = f;
                used = 4 + gap;
            }
        } else if let Some(f) = written_fraction(view, i) {
            return Some(Number {
                value: f,
                step: f,
                vague_high: None,
                used: 3,
                form: Form::Fraction,
                scale: 0,
            });
        } else if view.low(i + 1) == "and"
            && matches!(view.low(i + 2), "a" | "one")
            && view.low(i + 3) == "half"
        {
            extra = 0.5;
            used = 4;
        }
    }
    let (scale, taken) = scale_words(view, i + used, money);
    used += taken;
    let (value, step) = if extra > 0.0 {
        let base = exact(mantissa, 0) + extra;
        (exact_scaled(base, scale), exact_scaled(extra, scale))
    } else if scale > 0 || places > 0 {
        (exact(mantissa, scale - places), exact(1, scale - places))
    } else {
        (exact(mantissa, 0), step_of(mantissa))
    };
    Some(Number {
        value,
        step,
        vague_high: None,
        used,
        form: Form::Digits,
        scale,
    })
}

/// A half, third or quarter more than a whole, scaled by its decimal writing.
fn exact_scaled(base: f64, scale: i32) -> f64 {
    format!("{base}e{scale}").parse().unwrap_or(f64::NAN)
}

/// The step of a whole number without a scale word: its trailing zeros, but two figures at least are taken as
/// written, so that "10 people" is not "10, give or take five".
fn step_of(mantissa: i128) -> f64 {
    let (mut m, mut exp) = (mantissa, 0);
    while m >= 100 && m % 10 == 0 {
        m /= 10;
        exp += 1;
    }
    exact(1, exp)
}

/// "1/2", "3/4": a proper fraction with a usual denominator.
fn written_fraction(view: View<'_>, i: usize) -> Option<f64> {
    if !(view.is(i, Kind::Digits) && view.raw(i + 1) == "/" && view.glued(i + 1) && view.glued(i + 2)) {
        return None;
    }
    if view.raw(i + 3) == "/" && view.glued(i + 3) {
        return None;
    }
    let a: u32 = view.raw(i).parse().ok()?;
    let b: u32 = view.raw(i + 2).parse().ok()?;
    (a < b && a > 0 && matches!(b, 2 | 3 | 4 | 5 | 8 | 10 | 16)).then(|| f64::from(a) / f64::from(b))
}

/// The value of a number word below one hundred.
fn small(word: &str) -> Option<i128> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// The value of an ordinal word.
pub(crate) fn ordinal_word(word: &str) -> Option<i128> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        "fortieth" => 40,
        "fiftieth" => 50,
        "sixtieth" => 60,
        "seventieth" => 70,
        "eightieth" => 80,
        "ninetieth" => 90,
        "hundredth" => 100,
        "thousandth" => 1000,
        _ => return None,
    })
}

/// The denominator of a fraction word; `plural` for "thirds".
fn denominator(word: &str, plural: bool) -> Option<i128> {
    let stem = if plural {
        word.strip_suffix('s').unwrap_or("")
    } else {
        word
    };
    match (stem, word) {
        (_, "half") if !plural => Some(2),
        (_, "halves") if plural => Some(2),
        ("quarter", _) => Some(4),
        ("first" | "second", _) => None,
        _ => ordinal_word(stem).filter(|d| (3..=100).contains(d)),
    }
}

/// Number words from piece `i` on.
fn words(view: View<'_>, i: usize) -> Option<Number> {
    let first = view.low(i);
    if !view.is(i, Kind::Word) {
        return None;
    }
    if let Some(n) = vague(view, i) {
        return Some(n);
    }
    if let Some(n) = part(view, i) {
        return Some(n);
    }
    let article = matches!(first, "a" | "an");
    let start = i + usize::from(article);
    if article {
        // "a hundred", "a couple of dozen" and the like: an article alone is no number.
        let next = view.low(start);
        if !matches!(next, "dozen" | "score" | "gross") && (scale_of(next).is_none() || next.ends_with('s')) {
            return None;
        }
    }
    let (total, end) = composed(view, start, article)?;
    ordinal_or_cardinal(view, i, total, end)
}

/// A cardinal built of words: the value and the piece behind it.
fn composed(view: View<'_>, start: usize, article: bool) -> Option<(i128, usize)> {
    let (mut total, mut group, mut k) = (0i128, i128::from(article), start);
    let mut last_scale = i128::MAX;
    let mut seen = false;
    // What the group still takes: a unit after tens, anything after a hundred.
    let mut room = if article { 0 } else { 1000 };
    loop {
        let hyphen = usize::from(seen && view.joins(k));
        let and = usize::from(
            seen && hyphen == 0
                && view.low(k) == "and"
                && (room == 100 || (group == 0 && total > 0))
                && small(view.low(k + 1)).is_some_and(|v| v > 0),
        );
        let at = k + hyphen + and;
        let word = view.low(at);
        if let Some(v) = small(word) {
            let fits = match room {
                1000 => true,
                100 => v < 100 && v > 0,
                10 => v < 10 && v > 0,
                _ => false,
            };
            if !fits || (hyphen == 1 && room != 10) {
                break;
            }
            group += v;
            room = if v >= 20 { 10 } else { 0 };
        } else if word == "hundred" && (1..100).contains(&group) && room != 100 && and == 0 {
            group *= 100;
            room = 100;
        } else if matches!(word, "dozen" | "score") && group < 100 && total == 0 && and == 0 {
            if group == 0 && !matches!(view.back(at, 1), "a" | "several" | "half") {
                break;
            }
            group = group.max(1) * if word == "dozen" { 12 } else { 20 };
            k = at + 1;
            return Some((group, k));
        } else if let Some(s) =
            scale_of(word).filter(|&s| s > 2 && and == 0 && !matches!(word, "mil" | "mn" | "bn" | "tn"))
        {
            let factor = 10i128.checked_pow(s.unsigned_abs())?;
            if group == 0 || factor >= last_scale {
                break;
            }
            total += group.checked_mul(factor)?;
            group = 0;
            last_scale = factor;
            room = 1000;
        } else {
            break;
        }
        seen = true;
        k = at + 1;
    }
    seen.then_some((total + group, k))
}

/// Finishes a word number: "twenty-first", "two and a half million", or the plain cardinal.
fn ordinal_or_cardinal(view: View<'_>, i: usize, total: i128, end: usize) -> Option<Number> {
    let hyphen = usize::from(view.joins(end) || (total >= 100 && view.low(end) == "and"));
    if total >= 20
        && let Some(o) = ordinal_word(view.low(end + hyphen))
        && o < 100
        && (total % 100 == 0 || (total % 10 == 0 && o < 10))
    {
        return Some(Number {
            value: exact(total + o, 0),
            step: 1.0,
            vague_high: None,
            used: end + hyphen + 1 - i,
            form: Form::Ordinal,
            scale: 0,
        });
    }
    let (mut value, mut step, mut k, mut scale) = (exact(total, 0), step_of(total), end, 0);
    if view.low(k) == "and" && matches!(view.low(k + 1), "a" | "one") && view.low(k + 2) == "half" {
        k += 3;
        let (s, used) = scale_words(view, k, false);
        value = exact(total * 10 + 5, s - 1);
        step = exact(5, s - 1);
        scale = s;
        k += used;
    } else if view.low(k) == "point" && small(view.low(k + 1)).is_some_and(|v| v < 10) {
        // "three point five million".
        let (mut mantissa, mut places) = (total, 0);
        k += 1;
        while let Some(v) = small(view.low(k)).filter(|&v| v < 10 && places < 12) {
            mantissa = mantissa.checked_mul(10)?.checked_add(v)?;
            places += 1;
            k += 1;
        }
        let (s, used) = scale_words(view, k, false);
        value = exact(mantissa, s - places);
        step = exact(1, s - places);
        scale = s;
        k += used;
    } else if let Some(last) = scale_of(view.back(k, 1)).filter(|&s| s >= 3) {
        // "three million" is written to the million.
        step = exact(1, last);
        scale = last;
    }
    Some(Number {
        value,
        step,
        vague_high: None,
        used: k - i,
        form: Form::Words,
        scale,
    })
}

/// "dozens", "hundreds of thousands", "tens of millions", "several hundred".
fn vague(view: View<'_>, i: usize) -> Option<Number> {
    let tens = |w: &str| -> Option<(i128, i128)> {
        Some(match w {
            "tens" => (10, 100),
            "dozens" => (24, 100),
            "scores" => (40, 100),
            "hundreds" => (100, 1000),
            "thousands" => (1000, 10_000),
            "millions" => (1_000_000, 10_000_000),
            "billions" => (1_000_000_000, 10_000_000_000),
            "trillions" => (1_000_000_000_000, 10_000_000_000_000),
            _ => return None,
        })
    };
    let (mut low, mut high) = tens(view.low(i))?;
    let mut used = 1;
    if view.low(i + 1) == "of"
        && let Some((factor, _)) = tens(view.low(i + 2)).filter(|(f, _)| *f >= 100)
        && factor > low
    {
        low = low.checked_mul(factor)?;
        high = high.checked_mul(factor)?;
        used = 3;
    } else if matches!(view.low(i), "tens" | "scores") {
        // "tens" alone and the scores of a match say nothing.
        if !(view.low(i) == "scores" && view.low(i + 1) == "of") {
            return None;
        }
    }
    Some(Number {
        value: exact(low, 0),
        step: exact(low, 0),
        vague_high: Some(exact(high, 0)),
        used,
        form: Form::Vague,
        scale: 0,
    })
}

/// Parts of a whole: "half a million", "half of", "a third of", "two-thirds", "three quarters"; and the
/// ordinals "third", "21st" where they are not.
fn part(view: View<'_>, i: usize) -> Option<Number> {
    let word = view.low(i);
    let fraction = |n: i128, d: i128, used: usize| {
        let value = n as f64 / d as f64;
        Some(Number {
            value,
            step: value,
            vague_high: None,
            used,
            form: Form::Fraction,
            scale: 0,
        })
    };
    let article = usize::from(matches!(word, "a" | "an"));
    if view.low(i + article) == "half" {
        let k = i + article + 1;
        let k = k + usize::from(view.joins(k));
        let one = k + usize::from(matches!(view.low(k), "a" | "an"));
        if view.low(one) == "dozen" {
            return Some(Number {
                value: 6.0,
                step: 1.0,
                vague_high: None,
                used: one + 1 - i,
                form: Form::Words,
                scale: 0,
            });
        }
        if let Some(s) = scale_of(view.low(one)).filter(|_| !view.low(one).ends_with('s')) {
            return Some(Number {
                value: exact(5, s - 1),
                step: exact(5, s - 1),
                vague_high: None,
                used: one + 1 - i,
                form: Form::Words,
                scale: s,
            });
        }
        // "half of", "half the", "half its"; not "the first half", "half-time", "a half hour".
        let before = view.back(i, 1);
        let open = matches!(
            view.low(i + article + 1),
            "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all" | "that" | "those"
        );
        let halftime = ordinal_word(before).is_some()
            || matches!(before, "last" | "other" | "better" | "final" | "opening");
        return if open && !halftime {
            fraction(1, 2, 1 + article)
        } else {
            None
        };
    }
    if article == 1 || word == "one" {
        let k = i + 1 + usize::from(view.joins(i + 1));
        let d = denominator(view.low(k), false)?;
        // "a third visit" is an ordinal, "a third of visits" a part; "a quarter" of a year is a time.
        let part = view.low(k + 1) == "of" || (word == "one" && view.joins(i + 1));
        return if part && d > 2 {
            fraction(1, d, k + 1 - i)
        } else {
            None
        };
    }
    if let Some(n) = small(word).filter(|&n| (2..20).contains(&n)) {
        let k = i + 1 + usize::from(view.joins(i + 1));
        let d = denominator(view.low(k), true).filter(|&d| n < d && d != 2)?;
        // "two quarters" in a row are of a year.
        let part = view.joins(i + 1) || view.low(k + 1) == "of" || d != 4;
        return if part { fraction(n, d, k + 1 - i) } else { None };
    }
    let value = ordinal_word(word)?;
    Some(Number {
        value: exact(value, 0),
        step: 1.0,
        vague_high: None,
        used: 1,
        form: Form::Ordinal,
        scale: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: f64) {
        assert_eq!(parse(text).map(|n| n.value), Some(value), "{text}");
    }

    #[track_caller]
    fn check_step(text: &str, step: f64) {
        assert_eq!(parse(text).map(|n| n.step), Some(step), "{text}");
    }

    #[track_caller]
    fn not_a_number(text: &str) {
        assert_eq!(parse(text), None, "{text}");
    }

    #[test]
    fn digits_and_scales() {
        check("192", 192.0);
        check("23,000", 23_000.0);
        check("1,20,000", 120_000.0);
        check("10\u{a0}000", 10_000.0);
        check("3.7 million", 3_700_000.0);
        check("51.25 billion", 51_250_000_000.0);
        check("1.2tn", 1.2e12);
        check("5bn", 5e9);
        check("40k", 40_000.0);
        check("2.5 lakh", 250_000.0);
        check("3 lakh crore", 3e12);
        check("12 hundred", 1200.0);
        check("3 1/2", 3.5);
        check("3-1/2", 3.5);
        check("3½ million", 3_500_000.0);
        check("1/2", 0.5);
        check("2 and a half", 2.5);
        check("0.1", 0.1);
        not_a_number("9/11");
        not_a_number("24/7");
        not_a_number("5m");
        not_a_number("1.2.3");
    }

    #[test]
    fn words_compose() {
        check("seventeen", 17.0);
        check("twenty-one", 21.0);
        check("one hundred and four", 104.0);
        check("three hundred and ninety-nine", 399.0);
        check("a hundred", 100.0);
        check("a thousand", 1000.0);
        check("two thousand five hundred", 2500.0);
        check("one million two hundred thousand and six", 1_200_006.0);
        check("a dozen", 12.0);
        check("two dozen", 24.0);
        check("half a dozen", 6.0);
        check("half a million", 500_000.0);
        check("half-billion", 5e8);
        check("two and a half million", 2_500_000.0);
        check("three point five million", 3_500_000.0);
        check("two-thirds", 2.0 / 3.0);
        check("three-quarters", 0.75);
        not_a_number("three quarters");
    }

    #[test]
    fn ordinals_are_told() {
        for (text, value) in [
            ("fourth", 4.0),
            ("21st", 21.0),
            ("twenty-first", 21.0),
            ("one hundred and third", 103.0),
        ] {
            let n = parse(text);
            assert_eq!(
                n.map(|n| (n.value, n.form)),
                Some((value, Form::Ordinal)),
                "{text}"
            );
        }
    }

    #[test]
    fn steps_follow_the_writing() {
        check_step("23,000", 1000.0);
        check_step("3.7 million", 100_000.0);
        check_step("3 million", 1_000_000.0);
        check_step("10", 1.0);
        check_step("400", 10.0);
        check_step("17.46", 0.01);
        check_step("three million", 1_000_000.0);
    }

    #[test]
    fn huge_digit_strings_are_no_number() {
        not_a_number(&"9".repeat(60));
        not_a_number("");
        not_a_number("and");
        not_a_number("a");
    }
}
