//! The small numbers that dates and durations are counted in.

use super::lex::Pieces;
use super::lexicon::Term;

/// A number at `i`: the place behind it and its value, `None` for "several".
///
/// Reads digits ("2.5"), words ("twenty-five", "a hundred"), "a", "half a", "two and a half", "a couple of"
/// and the vague ones.
pub(super) fn amount(p: &Pieces, i: usize) -> Option<(usize, Option<f64>)> {
    if p.any(i, &["a", "an"]) {
        if let Some(e) = p
            .seq(i + 1, &["couple", "of"])
            .or_else(|| p.seq(i + 1, &["couple"]))
        {
            return Some((e, Some(2.0)));
        }
        if p.is(i + 1, "half") {
            return Some((p.skip_hyphen(i + 2), Some(0.5)));
        }
        if let Some(e) = vague(p, i + 1) {
            return Some((e, None));
        }
        return match p.term(i + 1) {
            Term::Cardinal(n) if n >= 12 => {
                Some(words(p, i + 1).map_or((i + 2, Some(f64::from(n))), |(e, n)| (e, Some(n))))
            }
            _ => Some((i + 1, Some(1.0))),
        };
    }
    if p.is(i, "another") {
        return Some(
            amount(p, i + 1)
                .filter(|a| a.1 != Some(1.0))
                .unwrap_or((i + 1, Some(1.0))),
        );
    }
    if p.is(i, "half") {
        let k = p.skip_hyphen(i + 1);
        if p.any(k, &["a", "an"]) {
            let k = p.skip_hyphen(k + 1);
            return Some(if p.is(k, "dozen") {
                (k + 1, Some(6.0))
            } else {
                (k, Some(0.5))
            });
        }
        return None;
    }
    if let Some(e) = vague(p, i) {
        return Some((e, None));
    }
    let (mut end, mut n) = cardinal(p, i)?;
    // "two and a half", "two-and-a-half"
    let k = p.skip_hyphen(end);
    if p.is(k, "and") {
        let a = p.skip_hyphen(k + 1);
        let h = p.skip_hyphen(a + 1);
        if p.any(a, &["a", "one"]) && p.any(h, &["half", "quarter"]) {
            n += if p.is(h, "half") { 0.5 } else { 0.25 };
            end = h + 1;
        }
    } else if p.at(end).text == "½" {
        n += 0.5;
        end += 1;
    }
    Some((end, Some(n)))
}

/// A cardinal number at `i`, in digits or words.
pub(super) fn cardinal(p: &Pieces, i: usize) -> Option<(usize, f64)> {
    if let Term::Number { value, .. } = p.term(i) {
        let scale = if p.is(i + 1, "thousand") {
            1e3
        } else if p.is(i + 1, "million") {
            1e6
        } else if p.is(i + 1, "billion") {
            1e9
        } else {
            return Some((i + 1, value));
        };
        return Some((i + 2, value * scale));
    }
    words(p, i)
}

/// "twenty-five", "one hundred and four", "six thousand".
fn words(p: &Pieces, i: usize) -> Option<(usize, f64)> {
    let mut k = i;
    let (mut total, mut part, mut any) = (0u64, 0u64, false);
    // A number in words is short; the bound keeps odd input linear.
    for _ in 0..12 {
        match p.term(k) {
            Term::Cardinal(1000) => {
                total += part.max(1) * 1000;
                part = 0;
            }
            Term::Cardinal(100) => part = part.max(1) * 100,
            Term::Cardinal(12) if p.is(k, "dozen") => part = part.max(1) * 12,
            Term::Cardinal(n) => {
                let fits = match part % 100 {
                    0 => true,
                    t => t >= 20 && t % 10 == 0 && n < 10,
                };
                if !fits {
                    break;
                }
                part += u64::from(n);
            }
            _ => break,
        }
        any = true;
        k += 1;
        let dashed = p.at(k).is_dash() && p.at(k).glued && p.at(k + 1).glued;
        let hundreds = p.is(k, "and") && part >= 100 && part % 100 == 0;
        let next = k + usize::from(dashed || hundreds);
        if next != k && !matches!(p.term(next), Term::Cardinal(_)) {
            break;
        }
        k = next;
    }
    any.then_some((k, (total + part) as f64))
}

/// "several", "a few", "many", "hundreds of".
fn vague(p: &Pieces, i: usize) -> Option<usize> {
    if p.any(
        i,
        &["several", "few", "many", "numerous", "multiple", "countless"],
    ) {
        return Some(i + 1);
    }
    if p.any(i, &["some", "couple"]) {
        return Some(if p.is(i + 1, "of") { i + 2 } else { i + 1 });
    }
    (p.any(i, &["dozens", "hundreds", "thousands", "tens"]) && p.is(i + 1, "of")).then_some(i + 2)
}

/// An ordinal at `i`: "14th", "fourteenth", "twenty-first".
pub(super) fn ordinal(p: &Pieces, i: usize) -> Option<(usize, u32)> {
    match p.term(i) {
        Term::Number {
            value,
            plain: true,
            digits,
        } if digits <= 3 => {
            let s = p.at(i + 1);
            (s.glued && s.any(&["st", "nd", "rd", "th"])).then_some((i + 2, value as u32))
        }
        Term::Ordinal(n) => Some((i + 1, n)),
        Term::Cardinal(t) if t >= 20 && t % 10 == 0 && t < 100 => {
            let k = p.skip_hyphen(i + 1);
            match p.term(k) {
                Term::Ordinal(n) if n < 10 && k > i + 1 => Some((k + 1, t + n)),
                _ => None,
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::Span;

    #[track_caller]
    fn check(text: &str, expected: Option<Option<f64>>) {
        let tags = dossier_model::Tokens::default();
        let mut p = Pieces::of(&tags);
        p.cut(text, Span::new(0, text.len()));
        assert_eq!(amount(&p, 0).map(|a| a.1), expected, "{text}");
    }

    #[test]
    fn amounts() {
        check("five years", Some(Some(5.0)));
        check("twenty-five", Some(Some(25.0)));
        check("two-and-a-half hours", Some(Some(2.5)));
        check("two and a half", Some(Some(2.5)));
        check("half a day", Some(Some(0.5)));
        check("a hundred", Some(Some(100.0)));
        check("one hundred and twenty", Some(Some(120.0)));
        check("a few", Some(None));
        check("several", Some(None));
        check("1,500 days", Some(Some(1500.0)));
        check("years", None);
        check("forty fifty", Some(Some(40.0)));
    }
}
