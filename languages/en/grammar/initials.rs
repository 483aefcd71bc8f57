//! Words in capitals that name no body: units of money, arms, techniques, posts, diseases and marks of the trade.

dossier_world::words!(CURRENCY_CODES = "mention/currency_codes.txt");
dossier_world::words!(NO_BODIES = "mention/no_bodies.txt");

/// Whether a word, as written, is the code of a currency.
#[must_use]
pub fn is_currency(raw: &str) -> bool {
    CURRENCY_CODES.has(raw)
}

/// Whether letters in capitals, points and a plural's "s" left aside, stand for something that is no body.
#[must_use]
pub fn is_no_body(raw: &str) -> bool {
    if raw.len() > 24 {
        return false;
    }
    let letters: String = raw.chars().filter(|c| *c != '.').collect();
    let one = letters.strip_suffix('s').unwrap_or(&letters);
    [letters.as_str(), one]
        .iter()
        .any(|w| CURRENCY_CODES.has(w) || NO_BODIES.has(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_no_bodies() {
        for (word, expected) in [
            ("USD", true),
            ("EUR", true),
            ("ICBMs", true),
            ("G.D.P.", true),
            ("NATO", false),
            ("usd", false),
        ] {
            assert_eq!(is_no_body(word), expected, "{word}");
        }
        assert!(is_currency("VND") && !is_currency("ICBM"));
    }
}
