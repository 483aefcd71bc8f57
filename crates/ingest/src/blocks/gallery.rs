//! Picture galleries as pages print them: "Photos: TITLE CAPTION Hide Caption 3 of 12".

use std::collections::HashSet;

use dossier_model::Span;

use super::line;

/// Words with which a gallery's buttons begin.
const BUTTONS: &[&str] = &["Hide Caption", "Show Caption", "Hide caption", "Show caption"];

/// Lines that head a gallery's title.
const LEADS: &[&str] = &["Photos: ", "Photo gallery: ", "Gallery: ", "In pictures: "];

/// Whether a line is one picture of a gallery.
pub(super) fn is_item(words: &str) -> bool {
    button(words).is_some()
}

/// Where the buttons behind a caption begin: "Hide Caption 3 of 12" and nothing behind it.
fn button(words: &str) -> Option<usize> {
    // Nearly every line ends here: searching forwards for one needle is fast, backwards for four is not.
    if !words.contains("aption") {
        return None;
    }
    let at = BUTTONS.iter().filter_map(|b| words.rfind(b)).max()?;
    let tail = words.get(at..)?;
    let counted = tail.split_whitespace().skip(2).collect::<Vec<_>>();
    let number = |w: &&str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
    match counted[..] {
        [] => Some(at),
        [n, "of", m] if number(&n) && number(&m) => Some(at),
        _ => None,
    }
}

/// The pictures of a text, and the title that they share.
#[derive(Debug, Clone, Default)]
pub(super) struct Gallery {
    title: String,
    lead: usize,
    /// Whether the pictures show what the article tells of.
    pub own: bool,
}

impl Gallery {
    /// Reads all lines once; `headline` is the article's. A gallery whose title has little in common with the
    /// headline shows other stories.
    pub(super) fn of(text: &str, units: &[Span], headline: Option<&str>) -> Self {
        let mut shared: Option<&str> = None;
        let mut count = 0;
        for words in units.iter().map(|u| u.of(text)).filter(|w| is_item(w)) {
            count += 1;
            shared = Some(match shared {
                None => words.get(..button(words).unwrap_or(0)).unwrap_or(""),
                Some(other) => common(other, words),
            });
        }
        let shared = shared.unwrap_or("");
        let lead = LEADS
            .iter()
            .find(|l| shared.starts_with(*l))
            .map_or(0, |l| l.len());
        let headline = headline.unwrap_or("");
        let rest = shared.get(lead..).unwrap_or("");
        // One picture shares nothing with others: its title is known where it is the headline.
        let title = match count {
            0 => "",
            1 if lead > 0 && !headline.is_empty() && rest.starts_with(headline) => {
                rest.get(..headline.len()).unwrap_or("")
            }
            1 => "",
            _ => rest.trim(),
        };
        let known: HashSet<String> = content(headline).collect();
        let (mut all, mut same) = (0_usize, 0_usize);
        for word in content(title) {
            all += 1;
            same += usize::from(known.contains(&word));
        }
        Self {
            title: title.to_owned(),
            lead,
            own: all == 0 || same * 2 >= all,
        }
    }

    /// Where the caption of a picture stands in its line; empty where it has none.
    pub(super) fn caption(&self, words: &str) -> Option<std::ops::Range<usize>> {
        let end = words.get(..button(words)?)?.trim_end().len();
        let headed = LEADS
            .iter()
            .find(|l| words.starts_with(*l))
            .map_or(0, |l| l.len());
        let titled = words
            .get(headed..)
            .filter(|r| !self.title.is_empty() && headed == self.lead && r.starts_with(&self.title))
            .map_or(0, |_| self.title.len());
        let start = headed + titled;
        let gap = words
            .get(start..end)
            .map_or(0, |w| w.len() - w.trim_start().len());
        Some((start + gap).min(end)..end)
    }
}

/// The whole words that two lines begin with.
fn common<'a>(a: &'a str, b: &str) -> &'a str {
    let len = a
        .char_indices()
        .zip(b.chars())
        .find(|((_, x), y)| x != y)
        .map_or(a.len().min(b.len()), |((i, _), _)| i);
    let head = a.get(..len).unwrap_or("");
    if a.len() == len || head.ends_with(' ') {
        return head;
    }
    head.rfind(' ').and_then(|i| a.get(..=i)).unwrap_or("")
}

/// Words that say what a title is about.
fn content(title: &str) -> impl Iterator<Item = String> {
    title.split_whitespace().map(line::key).filter(|w| w.len() > 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The caption of each line, and whether the gallery is the article's own.
    fn shown(headline: &str, lines: &[&str]) -> (bool, Vec<String>) {
        let text = lines.join("\n");
        let mut at = 0;
        let mut units = Vec::new();
        for l in lines {
            units.push(Span::new(at, at + l.len()));
            at += l.len() + 1;
        }
        let gallery = Gallery::of(&text, &units, Some(headline));
        let captions = lines
            .iter()
            .filter_map(|l| Some(l.get(gallery.caption(l)?)?.to_owned()));
        (gallery.own, captions.collect())
    }

    #[test]
    fn captions_stand_between_title_and_buttons() {
        let lines = [
            "Photos: Harbour ferry opens Guests wait at the pier. Hide Caption 1 of 3",
            "Photos: Harbour ferry opens The first ship leaves. Hide Caption 2 of 3",
            "Photos: Harbour ferry opens Hide Caption 3 of 3",
        ];
        let (own, captions) = shown("New harbour ferry opens", &lines);
        assert!(own);
        assert_eq!(
            captions,
            ["Guests wait at the pier.", "The first ship leaves.", ""]
        );
    }

    #[test]
    fn a_gallery_of_other_stories_is_not_the_articles() {
        let lines = [
            "Photos: Famous shipwrecks The Anna sank in 1901. Hide Caption 1 of 2",
            "Photos: Famous shipwrecks Divers found the Berta. Hide Caption 2 of 2",
        ];
        assert!(!shown("New harbour ferry opens", &lines).0);
    }

    #[test]
    fn not_items() {
        for line in [
            "Hide Caption was the name of the band.",
            "The pier was closed.",
            "",
        ] {
            assert!(!is_item(line), "{line}");
        }
    }
}
