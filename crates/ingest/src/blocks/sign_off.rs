//! Sign-offs: agencies, end marks and credits at the end of an article.

use super::line::{is_person_name, words};
use crate::agency;

dossier_world::words!(SIGNED_SOURCES = "credit/signed_sources.txt");

/// What signs the end of an article, from byte `start` of its last line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SignOff {
    /// First byte of the sign-off.
    pub start: usize,
    /// The agency.
    pub agency: Option<&'static str>,
}

/// "./.", "— VNS", "(AP)", "./. VNA", "said. AFP", "/VNA", "-0-", "ENDS" at the end of `line`.
pub(super) fn find(line: &str) -> Option<SignOff> {
    let mut end = line.len();
    let mut agency = None;
    loop {
        let rest = line.get(..end)?.trim_end();
        let Some((start, name)) = last_mark(rest) else {
            break;
        };
        agency = name.or(agency);
        end = start;
    }
    let start = line.get(..end)?.trim_end().len();
    (start < line.trim_end().len()).then_some(SignOff { start, agency })
}

/// A sign-off by an agency that is not on the list: its abbreviation alone, in brackets or behind a dash.
pub(super) fn find_unlisted<'a>(line: &'a str, is_agency: &dyn Fn(&str) -> bool) -> Option<(usize, &'a str)> {
    let body = line.trim_end_matches('.');
    let body = body.trim_end_matches([')', ']']);
    let start = body.rfind(|c: char| !c.is_ascii_uppercase()).map_or(0, |i| {
        i + body
            .get(i..)
            .and_then(|r| r.chars().next())
            .map_or(1, char::len_utf8)
    });
    let letters = body.get(start..)?;
    let before = body.get(..start)?;
    let bare = before.trim_end_matches([' ', '—', '–', '―', '-', '/', '(', '[']);
    let marked = bare.len() + 1 < before.len() || before.ends_with(['—', '–', '―', '-', '/', '(', '[']);
    let alone = bare.is_empty() || sentence_before(bare) && marked;
    (agency::is_abbreviation(letters) && alone && is_agency(letters)).then_some((bare.len(), letters))
}

/// Rules of signs under an article.
const END_RULES: [&str; 4] = ["###", "# # #", "***", "* * *"];
/// "End", as releases and wires sign it.
const END_WORDS: [&str; 4] = ["ENDS", "(ENDS)", "(END)", "-END-"];
/// Thirty is the telegraphists' sign for the end.
const END_NUMBERS: [&str; 4] = ["-30-", "-0-", "—30—", "– 30 –"];

/// One mark at the end of `line`: where it starts, and the agency it names.
fn last_mark(line: &str) -> Option<(usize, Option<&'static str>)> {
    // "./." is the Vietnamese agencies' end mark; the first dot ends the sentence.
    if let Some(before) = line.strip_suffix("/.") {
        return Some((before.len(), None));
    }
    for mark in END_RULES.into_iter().chain(END_WORDS).chain(END_NUMBERS) {
        if let Some(before) = line.strip_suffix(mark)
            && (before.is_empty() || before.ends_with([' ', '.', '"', '”', '\n']))
        {
            return Some((before.len(), None));
        }
    }
    // "(AP)", "[Reuters]", "(Source: VNA)", "(With inputs from PTI)".
    if line.ends_with([')', ']']) {
        let open = line.rfind(['(', '['])?;
        let inner = line.get(open + 1..line.len() - 1)?;
        let before = line.get(..open)?;
        // "… of the city. (AP)", "Trần Minh Đức (Theo Reuters)".
        if inner.len() <= 80 && (sentence_before(before) || is_person_name(before.trim())) {
            let low = inner.to_lowercase();
            if let Some(name) = agency::in_credit(inner)
                && words(inner) <= 5
            {
                return Some((open, Some(name)));
            }
            for &lead in SIGNED_SOURCES.iter() {
                if let Some(rest) = low.strip_prefix(lead) {
                    let rest = inner.get(inner.len() - rest.len()..).unwrap_or("");
                    // "With inputs" is help, not authorship.
                    let name = (!lead.starts_with("with") && !lead.ends_with("from "))
                        .then(|| agency::in_credit(rest))
                        .flatten();
                    return Some((open, name));
                }
            }
        }
        return None;
    }
    // "— VNS", "-VNA/VNS", "/VNA", or the bare name behind a full stop.
    let body = line.trim_end_matches('.');
    let tail_start = body.rfind([' ', '—', '–', '―', '-']).map_or(0, |i| {
        i + body
            .get(i..)
            .and_then(|r| r.chars().next())
            .map_or(1, char::len_utf8)
    });
    let tail = body.get(tail_start..)?;
    let name = agency::in_credit(tail.trim_start_matches('/'))?;
    if tail
        .split('/')
        .any(|p| !p.is_empty() && agency::by_name(p).is_none())
    {
        return None;
    }
    let before = body.get(..tail_start)?;
    let bare = before.trim_end_matches([' ', '—', '–', '―', '-', '/']);
    let dashed = bare.len() < before.trim_end().len() || tail.starts_with('/');
    // A line that is nothing but the name is a sign-off too; in a sentence the name is a name.
    (bare.is_empty()
        || sentence_before(bare) && (dashed || before.ends_with(' ') || bare.ends_with(['.', '"', '”'])))
    .then_some((bare.len(), Some(name)))
}

fn sentence_before(text: &str) -> bool {
    let text = text.trim_end();
    text.is_empty() || text.ends_with(['.', '!', '?', '"', '”', '’', ')', '\'']) || text.ends_with("./")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_sign_off(line: &str, body: &str, agency: Option<&str>) {
        let got = find(line);
        let start = got.map_or(line.len(), |s| s.start);
        assert_eq!(line.get(..start), Some(body), "{line}");
        assert_eq!(got.and_then(|s| s.agency), agency, "{line}");
    }

    #[test]
    fn finds_sign_offs() {
        check_sign_off("It opens in May./.", "It opens in May.", None);
        check_sign_off("It opens in May./. VNA", "It opens in May.", Some("VNA"));
        check_sign_off(
            "It opens in May, he said.— VNS",
            "It opens in May, he said.",
            Some("VNS"),
        );
        check_sign_off("It opens in May. — VNS", "It opens in May.", Some("VNS"));
        check_sign_off("It opens in May. -VNA/VNS", "It opens in May.", Some("VNA"));
        check_sign_off("It opens in May. (AP)", "It opens in May.", Some("AP"));
        check_sign_off("“It opens in May.” AFP", "“It opens in May.”", Some("AFP"));
        check_sign_off(
            "It opens in May. (With inputs from PTI)",
            "It opens in May.",
            None,
        );
        check_sign_off("It opens in May. ENDS", "It opens in May.", None);
        check_sign_off("VNA", "", Some("VNA"));
    }

    #[test]
    fn not_sign_offs() {
        check_sign_off(
            "It opens in May, he told Reuters.",
            "It opens in May, he told Reuters.",
            None,
        );
        check_sign_off("He works for the AP", "He works for the AP", None);
        check_sign_off(
            "It opens in May (and not in April)",
            "It opens in May (and not in April)",
            None,
        );
        check_sign_off("It opens in May.", "It opens in May.", None);
        check_sign_off("", "", None);
    }
}
