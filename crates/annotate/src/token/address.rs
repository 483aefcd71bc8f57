//! Addresses of pages and mailboxes.

use dossier_world::words;

words!(SCHEMES = "token/address_starts.txt");
words!(TOP_DOMAINS = "token/top_domains.txt");

/// Whether it is the address of a page or of a mailbox.
pub(super) fn is_address(body: &str) -> bool {
    has_scheme(body) || is_mailbox(body) || is_domain(body)
}

/// Whether the address begins as those of pages do.
fn has_scheme(body: &str) -> bool {
    let head = body.as_bytes();
    SCHEMES
        .iter()
        .any(|s| head.len() > s.len() && head[..s.len()].eq_ignore_ascii_case(s.as_bytes()))
}

/// Whether it is a mailbox: "ana@example.org".
fn is_mailbox(body: &str) -> bool {
    let Some((name, host)) = body.split_once('@') else {
        return false;
    };
    let safe = |s: &str| {
        s.bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+' | b'%'))
    };
    !name.is_empty() && host.contains('.') && safe(name) && safe(host)
}

/// "example.com", "example.co.uk/page": a lower-case host with a known last part.
fn is_domain(body: &str) -> bool {
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
        && TOP_DOMAINS.has(top)
        && (host.len() < body.len() || name.bytes().any(|b| b.is_ascii_alphabetic()))
}
