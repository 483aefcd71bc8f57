//! What pages print around an article: teasers for other stories, and the words of the page itself.

use super::line::words;
use super::phrases;

dossier_world::words!(TEASER_LEADS = "tail/teaser_leads.txt");
dossier_world::words!(POINTER_LEADS = "tail/pointer_leads.txt");
dossier_world::numbered!(STARTS = "tail/starts.tsv");
dossier_world::numbered!(PARTS = "tail/parts.tsv");
dossier_world::words!(PLATFORMS = "tail/platforms.txt");
dossier_world::words!(FOLLOW_WORDS = "tail/follow_words.txt");
dossier_world::table!(FIRST_PUBLISHED = "tail/first_published.tsv");

/// Whether a line opens a list of other stories.
pub(super) fn opens_teasers(line: &str) -> bool {
    if phrases::opens_teasers(line) {
        return true;
    }
    if line.len() > 60 {
        return false;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    // "More from Oslo", "More in Politics", "Latest in World": headed lists, not sentences.
    let short = words(line) <= 6 && !super::line::ends_sentence(line);
    short && TEASER_LEADS.iter().any(|lead| bare.starts_with(lead))
}

/// Whether one line points at another story: "Read more: Ferry line opens", "ALSO READ | …".
pub(super) fn is_pointer(line: &str) -> bool {
    /// In front of captions as well: a pointer only where a headline is all that follows.
    const PICTURES: &[&str] = &[
        "gallery",
        "photo gallery",
        "in pictures",
        "in photos",
        "photos",
        "video",
    ];
    if line.len() > 300 {
        return false;
    }
    if phrases::is_pointer(line) {
        return true;
    }
    let head: String = line
        .chars()
        .take(40)
        .collect::<String>()
        .to_lowercase()
        .replace('’', "'");
    let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
    let headline = words(line) <= 14 && !super::line::ends_sentence(line) && !super::gallery::is_item(line);
    let pictures = PICTURES.iter().any(|lead| {
        head.strip_prefix(lead)
            .is_some_and(|rest| rest.starts_with([':', '|', '»', '>']))
    });
    if pictures {
        // "Photos: Ana Ruiz" is a credit.
        return headline && words(line) >= 5;
    }
    POINTER_LEADS.iter().any(|lead| {
        let Some(rest) = head.strip_prefix(lead) else {
            return false;
        };
        let rest = rest.trim_start();
        rest.starts_with([':', '|', '»', '>'])
            || (rest.starts_with(['–', '—', '-'])
                && matches!(
                    *lead,
                    "read more" | "also read" | "read also" | "see also" | "related" | "watch"
                ))
    }) || [
        "click here to read",
        "click here for more",
        "read more on ",
        "read more about ",
        "read the full ",
        "for more on this",
        "continue reading",
    ]
    .iter()
    .any(|lead| head.starts_with(lead))
        || (line.to_lowercase().ends_with("(read more)") || line.ends_with("[Read more]"))
}

/// Whether a line is the page speaking of itself.
pub(super) fn is_boilerplate(line: &str) -> bool {
    if line.len() > 900 {
        return false;
    }
    let n = words(line);
    if n == 0 || phrases::is_own(line) || super::wall::is_call_to_pay(line) {
        return true;
    }
    let lower = line.to_lowercase().replace('’', "'");
    if asks_to_follow(&lower, n) || says_first_published(&lower, n) {
        return true;
    }
    let head = lower.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '('));
    let edge = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    STARTS.iter().any(|(start, most)| {
        n <= *most
            && head
                .strip_prefix(start)
                .is_some_and(|rest| edge(rest) || start.ends_with(' ') || *start == "(c) 20")
    }) || PARTS
        .iter()
        .any(|(part, most)| n <= *most && lower.contains(part))
        || n <= 2 && (lower.starts_with("http") || lower.starts_with("www."))
}

/// "Follow Harbour News on WhatsApp and Instagram": a word for following in front, and nothing but names of platforms at
/// the end.
fn asks_to_follow(lower: &str, n: usize) -> bool {
    const MOST: usize = 16;
    let mut words = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|w| !w.is_empty());
    if n > MOST || !words.next().is_some_and(|w| FOLLOW_WORDS.has(w)) {
        return false;
    }
    // "and" in any language: a short word between two names.
    let (mut named, mut joined) = (false, false);
    for word in words.rev() {
        match (PLATFORMS.has(word), named, joined) {
            (true, ..) => (named, joined) = (true, false),
            (false, false, _) | (_, _, true) => return named,
            (false, true, false) => joined = true,
        }
    }
    named
}

/// What programs put below what another site printed: "The post Ferry line opens appeared first on Harbour News."
fn says_first_published(lower: &str, n: usize) -> bool {
    const MOST: usize = 50;
    n <= MOST
        && FIRST_PUBLISHED.rows().any(|mut row| {
            let (Some(start), Some(middle)) = (row.next(), row.next()) else {
                return false;
            };
            lower
                .strip_prefix(start)
                .is_some_and(|rest| middle.split('|').any(|m| rest.contains(m)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_teaser_heads() {
        for line in [
            "See more",
            "Related:",
            "RELATED STORIES",
            "You may also like",
            "More from Oslo",
            "Editor’s picks",
        ] {
            assert!(opens_teasers(line), "{line}");
        }
        for line in [
            "See more of the harbour at night.",
            "Related parties were told",
            "More than 40 ships came",
            "Recommended steps follow",
            "More from him came later.",
        ] {
            assert!(!opens_teasers(line), "{line}");
        }
    }

    #[test]
    fn knows_pointers() {
        for line in [
            "Read more: Ferry line opens in May",
            "ALSO READ | Ferry line opens",
            "WATCH: Ferry line opens",
            "Photos: How the ferry line was built",
        ] {
            assert!(is_pointer(line), "{line}");
        }
        for line in [
            "More ships came.",
            "Watch the harbour: it fills.",
            "Read the letter, she said.",
            "Related firms rose.",
            "Photos: The pier Guests wait at the pier on Monday. Hide Caption 1 of 12",
            "Gallery: The pier was closed for a week.",
        ] {
            assert!(!is_pointer(line), "{line}");
        }
    }

    #[test]
    fn knows_the_page() {
        for line in [
            "Copyright 2017 The Harbour News. All rights reserved.",
            "© 2025 Harbour News",
            "Advertisement",
            "Follow us on Facebook and Twitter",
            "Sign up for our newsletter",
            "(Reporting by Ana Ruiz; Editing by Jo Okafor)",
            "Follow Harbour News on WhatsApp and Instagram.",
            "Suivez Harbour News sur Facebook et Twitter",
            "Folgen Sie uns auf Instagram",
            "The post Ferry line opens appeared first on Harbour News.",
            "Der Beitrag Fähre fährt im Mai erschien zuerst auf Hafenblatt.",
            "This article was first published on Coast Wire.",
            "Scroll down for video",
            "* * *",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
        for line in [
            "Copyrights in the songs were sold for 40 million euros, and the sale of the whole catalogue will be finished before the year is out, the firm said on Monday, and added that all the staff would be kept on for at least three more years, as the new owner had promised them when talks began in the spring of last year in Oslo.",
            "Advertising sales rose by 4 percent.",
            "The union said members would sign up at the gate.",
            "Loading of the ships began on Monday.",
            "Follow the money, she wrote on Facebook on Monday.",
            "Followers of the firm on Instagram were told first.",
            "The post office appeared on the list.",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }
}
