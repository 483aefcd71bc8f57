//! Names of authors: feeds write them beside or around an address of mail.

/// The name in words such as `desk@harbour.example (Mira Holt)`. `None` where there is an address alone.
pub(super) fn name(text: &str) -> Option<String> {
    let Some((start, end)) = address(text) else {
        return Some(text.trim().to_owned());
    };
    let before = text.get(..start).unwrap_or("");
    let after = text.get(end..).unwrap_or("");
    // The longer side, without the mark that parts it from the address.
    let name = if before.len() > after.len() {
        without_last(before)
    } else {
        without_first(after)
    };
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn without_last(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next_back();
    chars.as_str()
}

fn without_first(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

/// Where the first address of mail stands, `mailto:` included.
fn address(text: &str) -> Option<(usize, usize)> {
    text.match_indices('@').find_map(|(at, _)| {
        let before = text.get(..at)?;
        let local = before.trim_end_matches(is_local).len();
        let local = local + before.get(local..)?.find(is_word)?;
        let start = before.get(..local)?;
        let start = start.strip_suffix("mailto:").unwrap_or(start).len();
        let host = text.get(at + 1..)?;
        Some((start, at + 1 + host_len(host)?))
    })
}

fn is_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The bytes of the longest name of a host at the start of `text`: a point, and letters to a word's end behind it.
fn host_len(text: &str) -> Option<usize> {
    let all = text
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    (1..=all.count()).rev().find(|&len| {
        let ends = !text.get(len..).is_some_and(|rest| rest.starts_with(is_word));
        let parts = text.get(..len).and_then(|host| host.rsplit_once('.'));
        let is_host = |(first, last): (&str, &str)| {
            !first.is_empty() && last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic())
        };
        ends && parts.is_some_and(is_host)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beside_addresses() {
        for (text, expected) in [
            (" Mira Holt ", Some("Mira Holt")),
            ("desk@harbour.example", None),
            ("Mira Holt <desk@harbour.example>", Some("Mira Holt")),
            ("Mira Holt <mailto:desk@harbour.example>", Some("Mira Holt")),
            ("desk@harbour.example Mira Holt", Some("Mira Holt")),
            ("desk@harbour.example (Mira Holt)", Some("(Mira Holt)")),
            ("@mira", Some("@mira")),
            ("é@ö.é", Some("é@ö.é")),
            ("", Some("")),
        ] {
            assert_eq!(name(text).as_deref(), expected, "{text}");
        }
    }
}
