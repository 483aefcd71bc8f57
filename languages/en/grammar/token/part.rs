//! What the parts of a word look like: addresses, contractions, clitics, units.

use super::is_apostrophe;

/// Whether it is the sign of a currency.
pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '¢' | '\u{20a0}'..='\u{20cf}')
}

/// Prefixes that keep their hyphen.
pub(super) const PREFIXES: &[&str] = &[
    "anti", "arch", "co", "contra", "counter", "cross", "de", "e", "ex", "extra", "hyper", "infra", "inter",
    "intra", "macro", "mega", "meta", "micro", "mid", "mini", "mono", "multi", "neo", "non", "over", "para",
    "pan", "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super",
    "trans", "tri", "ultra", "un", "under", "vice", "bi",
];

/// Faces drawn with marks.
pub(super) const FACES: &[&str] = &[":-)", ":)", ";-)", ";)", ":-(", ":(", ":D", ":P", "=)", "<3"];

const SCHEMES: &[&str] = &[
    "http://", "https://", "ftp://", "www.", "mailto:", "file://", "tel:", "doi:",
];

/// Whether the address begins as those of pages do.
pub(super) fn has_scheme(body: &str) -> bool {
    let head = body.as_bytes();
    SCHEMES
        .iter()
        .any(|s| head.len() > s.len() && head[..s.len()].eq_ignore_ascii_case(s.as_bytes()))
}

/// Whether it is a mailbox: "ana@example.org".
pub(super) fn is_mailbox(body: &str) -> bool {
    let Some((name, host)) = body.split_once('@') else {
        return false;
    };
    let safe = |s: &str| {
        s.bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+' | b'%'))
    };
    !name.is_empty() && host.contains('.') && safe(name) && safe(host)
}

const TOP_DOMAINS: &[&str] = &[
    "ai", "app", "asia", "at", "au", "be", "biz", "br", "ca", "ch", "cn", "co", "com", "cz", "de", "dev",
    "edu", "es", "eu", "fi", "fr", "gov", "gr", "hk", "id", "ie", "il", "in", "info", "int", "io", "ir",
    "it", "jp", "kr", "me", "mil", "mobi", "mx", "my", "net", "news", "ng", "nl", "no", "nz", "org", "ph",
    "pk", "pl", "pt", "ro", "ru", "se", "sg", "th", "tr", "tv", "tw", "ua", "uk", "us", "vn", "za",
];

/// "example.com", "example.co.uk/page": a lower-case host with a known last part.
pub(super) fn is_domain(body: &str) -> bool {
    let host = body.split(['/', '?', '#', ':']).next().unwrap_or("");
    let Some((name, top)) = host.rsplit_once('.') else {
        return false;
    };
    let plain = |s: &str| {
        s.bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
    };
    // "U.S." and "a.m" are no hosts: the part before the last is longer than a letter.
    let long = name.rsplit('.').next().is_some_and(|s| s.len() > 1);
    long && plain(name)
        && top.bytes().all(|b| b.is_ascii_lowercase())
        && TOP_DOMAINS.contains(&top)
        && (host.len() < body.len() || name.bytes().any(|b| b.is_ascii_alphabetic()))
}

/// Where a word without an apostrophe is two: "cannot", "gonna", "dont".
pub(super) fn contraction(word: &str) -> Option<usize> {
    const PAIRS: &[(&str, usize)] = &[
        ("cannot", 3),
        ("gonna", 3),
        ("wanna", 3),
        ("gotta", 3),
        ("gimme", 3),
        ("lemme", 3),
        ("dont", 2),
        ("doesnt", 4),
        ("didnt", 3),
        ("isnt", 2),
        ("wasnt", 3),
        ("arent", 3),
        ("werent", 4),
        ("havent", 4),
        ("hasnt", 3),
        ("couldnt", 5),
        ("wouldnt", 5),
        ("shouldnt", 6),
    ];
    if word.len() > 8 {
        return None;
    }
    PAIRS
        .iter()
        .find(|(w, _)| w.eq_ignore_ascii_case(word))
        .map(|(_, cut)| *cut)
}

/// Where a unit is written onto its number: "7:30pm", "35mm", "$3m".
pub(super) fn unit_suffix(word: &str, is_money: bool) -> Option<usize> {
    const UNITS: &[&str] = &[
        "am", "pm", "AM", "PM", "a.m.", "p.m.", "a.m", "p.m", "km", "kg", "mm", "cm", "nm", "m", "k", "g",
        "mg", "mi", "ft", "lb", "lbs", "oz", "ml", "l", "ha", "bn", "mn", "tn", "mln", "bln", "trn", "b",
        "mph", "kph", "km/h", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "MB", "GB", "TB", "KB",
        "Hz", "kHz", "MHz", "GHz", "hrs", "hr", "h", "min", "mins", "sec", "secs", "yrs", "pc", "pct", "ppm",
        "bps", "sqm", "sq", "USD", "EUR", "VND", "RMB", "HP", "hp",
    ];
    let digits = word
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ':'))
        .filter(|&n| n > 0)?;
    if !word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let unit = word.get(digits..)?;
    (UNITS.contains(&unit) || is_money && matches!(unit, "K" | "M" | "B" | "T" | "MM")).then_some(digits)
}

/// Where the clitic at the end of a word begins: "do|n't", "it|'s", "years|'" has none.
pub(super) fn clitic(word: &str) -> Option<usize> {
    let mut chars = word.char_indices().rev();
    let (mut tail, mut mark) = (0, None);
    for (k, c) in chars.by_ref().take(3) {
        if is_apostrophe(c) {
            mark = Some(k);
            break;
        }
        tail += c.len_utf8();
    }
    let at = mark?;
    let letters = word.get(word.len() - tail..)?;
    let before = word.get(..at)?;
    if letters.eq_ignore_ascii_case("t") {
        before.bytes().next_back().filter(|b| matches!(b, b'n' | b'N'))?;
        let stem = before.len() - 1;
        return (stem > 0).then_some(stem);
    }
    let known = ["s", "m", "re", "ve", "ll", "d"]
        .iter()
        .any(|k| k.eq_ignore_ascii_case(letters));
    // A word that is all apostrophes has no host.
    (known && before.chars().next_back().is_some_and(char::is_alphanumeric)).then_some(at)
}

/// The letters of a clitic after a mark that is no letter: "the “Post”'s".
pub(super) fn loose_clitic(rest: &str) -> Option<usize> {
    let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let letters = rest.get(..len)?;
    ["s", "re", "ve", "ll", "d"].contains(&letters).then_some(len)
}

/// The letters after an apostrophe that stands for what was left out: "'90s", "'em".
pub(super) fn elision(rest: &str) -> Option<usize> {
    let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let letters = rest.get(..len)?;
    let decade = len == 3 && letters.ends_with('s') && letters.bytes().take(2).all(|b| b.is_ascii_digit());
    let closes = rest.get(len..).is_some_and(|t| t.starts_with(['\'', '’']));
    let short = ["em", "til", "till", "cause", "bout", "cuz", "tis", "twas"].contains(&letters) && !closes;
    (decade || short).then_some(len)
}
