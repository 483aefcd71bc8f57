//! What pages print around an article: teasers for other stories, and the words of the page itself.

use super::line::words;
use super::phrases;

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
    short
        && [
            "more from ",
            "more in ",
            "more about ",
            "latest from ",
            "latest in ",
            "most read in ",
            "recommended by ",
            "stories from ",
            "related to ",
            "popular in ",
            "trending in ",
            "more news from ",
            "more stories from ",
            "also on ",
        ]
        .iter()
        .any(|lead| bare.starts_with(lead))
}

/// Whether one line points at another story: "Read more: Ferry line opens", "ALSO READ | …".
pub(super) fn is_pointer(line: &str) -> bool {
    const LEADS: &[&str] = &[
        "read more",
        "read also",
        "also read",
        "read next",
        "read this",
        "see also",
        "see more",
        "related",
        "related story",
        "related article",
        "related news",
        "related stories",
        "related coverage",
        "watch",
        "watch more",
        "watch also",
        "watch now",
        "listen",
        "more",
        "must read",
        "don't miss",
        "read",
        "recommended",
        "full story",
        "full coverage",
        "in depth",
        "in-depth",
        "explainer",
        "opinion",
        "you may also like",
        "more on this",
        "more on this story",
        "live updates",
        "live blog",
        "podcast",
        "also see",
    ];
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
    LEADS.iter().any(|lead| {
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

/// Starts of lines that are the page's own words, in lower case; the number is the most words such a line has.
const STARTS: &[(&str, usize)] = &[
    ("copyright", 60),
    ("©", 60),
    ("(c) 20", 60),
    ("license for publishing", 12),
    ("registration number", 12),
    ("all rights reserved", 60),
    ("this material may not be", 60),
    ("share this", 14),
    ("share on", 12),
    ("share via", 12),
    ("share:", 12),
    ("share with", 12),
    ("share link", 8),
    ("tweet this", 6),
    ("follow us", 30),
    ("follow @", 20),
    ("follow our", 20),
    ("like us on", 20),
    ("find us on", 20),
    ("join us on", 20),
    ("join our", 25),
    ("connect with us", 12),
    ("subscribe", 40),
    ("already a subscriber", 20),
    ("sign up", 40),
    ("sign in", 25),
    ("log in", 25),
    ("register now", 20),
    ("register for", 20),
    ("get our", 30),
    ("get the latest", 30),
    ("get breaking news", 30),
    ("get daily", 30),
    ("get more stories", 30),
    ("get news", 30),
    ("get email", 20),
    ("newsletter", 20),
    ("our newsletter", 20),
    ("advertisement", 8),
    ("advertising", 4),
    ("advert", 3),
    ("sponsored by", 10),
    ("story continues below", 6),
    ("article continues", 8),
    ("continue reading the main story", 6),
    ("scroll down for", 8),
    ("skip to", 8),
    ("skip ad", 4),
    ("click here to subscribe", 20),
    ("click here to sign", 20),
    ("click to", 12),
    ("click on", 8),
    ("tap here", 15),
    ("leave a comment", 8),
    ("leave a reply", 8),
    ("post a comment", 8),
    ("view comments", 6),
    ("add comment", 4),
    ("show comments", 6),
    ("join the conversation", 12),
    ("comments are closed", 10),
    ("be the first to comment", 10),
    ("read or share this story", 12),
    ("print this", 6),
    ("email this", 8),
    ("save this", 6),
    ("bookmark this", 6),
    ("report a typo", 12),
    ("download our app", 20),
    ("download the", 14),
    ("get the app", 12),
    ("enable javascript", 20),
    ("please enable", 20),
    ("your browser does not", 20),
    ("this video is not available", 16),
    ("we use cookies", 60),
    ("this website uses cookies", 60),
    ("this site uses cookies", 60),
    ("accept cookies", 10),
    ("by using this site", 40),
    ("enter your email", 40),
    ("please enter", 25),
    ("email address", 12),
    ("your email address", 20),
    ("thank you for subscribing", 14),
    ("thanks for signing up", 14),
    ("we pay for your stories", 60),
    ("do you have a story", 40),
    ("have a news tip", 30),
    ("got a tip", 30),
    ("got a story", 30),
    ("send us your", 25),
    ("contact us", 20),
    ("contact the author", 20),
    ("contact the reporter", 20),
    ("write to us", 20),
    ("email us", 20),
    ("do you have any information", 30),
    ("terms of use", 12),
    ("terms of service", 12),
    ("terms and conditions", 12),
    ("privacy policy", 12),
    ("cookie policy", 8),
    ("play video", 8),
    ("play slideshow", 10),
    ("view slideshow", 8),
    ("loading", 4),
    ("video player", 6),
    ("media playback", 12),
    ("watch live", 6),
    ("autoplay", 6),
    ("embed", 3),
    ("replay", 3),
    ("back to top", 4),
    ("go to top", 4),
    ("minutes to read", 4),
    ("min read", 4),
    ("reading time", 6),
    ("listen to this article", 8),
    ("views:", 4),
    ("tags:", 40),
    ("tagged:", 40),
    ("filed under", 30),
    ("topics:", 40),
    ("keywords:", 40),
    ("categories:", 30),
    ("category:", 12),
    ("the views expressed", 60),
    ("the opinions expressed", 60),
    ("views expressed in this", 60),
    ("disclaimer", 60),
    ("this story has been published from a wire", 40),
    ("this story was published from a wire", 40),
    ("this article was originally published", 40),
    ("this article first appeared", 40),
    ("originally published", 20),
    ("(this story has not been edited", 50),
    ("(this story has been", 50),
    ("(except for the headline", 50),
    ("except for the headline", 50),
    ("this is a developing story", 30),
    ("this story is developing", 30),
    ("(reporting by", 60),
    ("reporting by", 60),
    ("(additional reporting", 60),
    ("additional reporting by", 60),
    ("additional reporting", 40),
    ("(editing by", 40),
    ("editing by", 40),
    ("(writing by", 40),
    ("writing by", 40),
    ("our standards:", 12),
    ("(compiled by", 30),
    ("(with inputs from", 16),
    ("with inputs from", 16),
    ("with agency", 6),
    ("with files from", 20),
    ("with additional reporting", 20),
    ("support our journalism", 30),
    ("support independent journalism", 40),
    ("become a member", 20),
    ("become a supporter", 30),
    ("make a donation", 20),
    ("donate", 6),
    ("buy a subscription", 20),
    ("manage your subscription", 20),
];

/// Parts of short lines that only the page itself says.
const PARTS: &[(&str, usize)] = &[
    ("all rights reserved", 60),
    ("contributed to this report", 40),
    ("contributed to this story", 40),
    ("contributed reporting", 40),
    ("may not be published, broadcast", 60),
    ("sign up for our", 40),
    ("subscribe to our", 40),
    ("our free newsletter", 40),
    ("follow us on", 40),
    ("follow him on twitter", 30),
    ("follow her on twitter", 30),
    ("find us on facebook", 40),
    ("email address is invalid", 60),
    ("enable javascript", 30),
    ("terms of service", 16),
    ("privacy policy", 25),
    ("story continues below", 10),
    ("article continues below", 10),
    ("a version of this article appears in print", 60),
    ("a version of this article appeared in print", 60),
    ("download the app", 30),
    ("click here to", 16),
    ("min read", 5),
    ("view all comments", 8),
    ("may earn a commission", 60),
    ("may earn an affiliate commission", 60),
    ("affiliate commission", 60),
    ("affiliate links", 40),
    ("earn a small commission", 60),
    ("delivered to your inbox", 60),
    ("delivered straight to your inbox", 60),
    ("sent to your inbox", 60),
    ("newsletter here", 30),
    ("if you enjoyed this article", 80),
    ("if you enjoyed this story", 80),
    ("if you liked this", 40),
    ("enjoyed this article", 20),
    ("like this story?", 16),
    ("more stories like this", 16),
    ("tell us what you think", 12),
    ("let us know in the comments", 30),
    ("share your thoughts", 20),
    ("sound off in the comments", 30),
    ("subject to copyright", 60),
    ("contents of this site are", 40),
    ("full coverage of", 20),
    ("email the author", 6),
    ("author archive", 6),
    ("follow on twitter", 6),
    ("post comment", 6),
    ("moderating all comments", 30),
    ("comments are moderated", 40),
    ("comments are closed", 12),
    ("view original content", 12),
    ("for more information, visit", 16),
    ("to view the full article", 20),
    ("already a subscriber", 20),
    ("subscribe now", 20),
    ("subscribe today", 20),
    ("try it free", 14),
    ("listen and subscribe", 20),
    ("download and subscribe", 20),
    ("on apple podcasts", 20),
    ("retrieved 20", 40),
];

/// Whether a line is the page speaking of itself.
pub(super) fn is_boilerplate(line: &str) -> bool {
    if line.len() > 900 {
        return false;
    }
    let n = words(line);
    if n == 0 || phrases::is_own(line) {
        return true;
    }
    let lower = line.to_lowercase().replace('’', "'");
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
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }
}
