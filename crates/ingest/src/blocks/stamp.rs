//! Lines above a lead that hold a date, and often an agency or an author beside it.

use dossier_model::{Basis, Published, PublishedPrecision};

use super::{credit, dateline, line};
use crate::{agency, date};

/// What a stamp says.
#[derive(Debug, Clone, Default)]
pub(super) struct Stamp {
    /// The day.
    pub published: Option<Published>,
    /// The agency.
    pub agency: Option<&'static str>,
    /// The author.
    pub author: Option<String>,
}

/// "Xinhua | Updated: 2025-04-14 17:52", "April 14, 2025", "Oslo, 14 April 2025", "By Ana Ruiz | 14 Apr 2025".
pub(super) fn find(text: &str) -> Option<Stamp> {
    if text.len() > 160 || line::words(text) > 18 {
        return None;
    }
    let mut out = Stamp::default();
    for part in text.split(['|', '•', '·', '●']) {
        let part = part.trim().trim_matches(['(', ')', '-', '–', '—']).trim();
        if part.is_empty() {
            continue;
        }
        if let Some(day) = day(part) {
            out.published = out.published.or(Some(day));
        } else if let Some(name) = agency::in_credit(part) {
            out.agency = out.agency.or(Some(name));
        } else if let Some(by) = credit::byline(part) {
            out.author = out.author.or(by.author);
            out.agency = out.agency.or(by.agency);
        } else if line::ends_sentence(part) || line::words(part) > 6 {
            return None;
        }
    }
    out.published.is_some().then_some(out)
}

/// A part that is a date and nothing more, a place in front allowed.
fn day(part: &str) -> Option<Published> {
    if let Some((published, len)) = dateline::labelled_date(part)
        && line::words(part.get(len..).unwrap_or("")) <= 1
    {
        return Some(published);
    }
    let whole = |t: &str| {
        let found = date::find_at_start(t, Basis::Text)?;
        let rest = t.get(found.len..)?;
        let full = found.published.precision >= PublishedPrecision::Day;
        (full && line::words(rest) <= 2 && !line::ends_sentence(rest)).then_some(found.published)
    };
    whole(part).or_else(|| {
        let (place, rest) = part.split_once(", ")?;
        (line::words(place) <= 3 && place.starts_with(char::is_uppercase))
            .then(|| whole(rest))
            .flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_stamps() {
        for (text, day, agency) in [
            ("Xinhua | Updated: 2025-04-14 17:52", "2025-04-14", Some("Xinhua")),
            ("April 14, 2025", "2025-04-14", None),
            ("Monday, April 14, 2025", "2025-04-14", None),
            ("Oslo, 14 April 2025", "2025-04-14", None),
            ("By Ana Ruiz | 14 Apr 2025", "2025-04-14", None),
            ("Published: April 14, 2025 10:20 GMT", "2025-04-14", None),
        ] {
            let stamp = find(text).unwrap_or_else(|| panic!("no stamp: {text}"));
            assert_eq!(
                stamp.published.map(|p| p.date.to_string()).as_deref(),
                Some(day),
                "{text}"
            );
            assert_eq!(stamp.agency, agency, "{text}");
        }
    }

    #[test]
    fn not_stamps() {
        for text in [
            "Ferry line to open in May 2025",
            "April 14, 2025 was a day that nobody in the harbour forgot.",
            "2025",
            "On April 14, 2025, ships sailed",
        ] {
            assert!(find(text).is_none(), "{text}");
        }
    }
}
