//! What each stretch of an article is: headline, byline, dateline, caption, body, teaser, boilerplate.
//!
//! Reads the text line by line, once. Where a line could be two things, the reading that keeps false evidence
//! out wins: a teaser taken for body is a wrong fact with a citation, the reverse is a gap.

mod credit;
mod dateline;
mod ends;
mod furniture;
mod gallery;
mod line;
mod phrases;
mod stamp;
mod tail;
mod units;
mod wire;

pub(crate) use furniture::{is_furniture, is_word_of_stamp, opens_tail};
pub(crate) use line::key;

use std::collections::{HashMap, HashSet};

use dossier_model::{Block, BlockKind, Published, Span};

use crate::agency;
use crate::html::Role;

/// How many lines a rule looks ahead.
const AHEAD: usize = 60;

/// The blocks of a text, and what they say about the article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    /// In text order, without overlap, holding every character that is not white space.
    pub blocks: Vec<Block>,
    /// The first headline.
    pub title: Option<String>,
    /// The author.
    pub byline: Option<String>,
    /// The agency that is credited with the text.
    pub agency: Option<agency::Name>,
    /// The date line's day.
    pub published: Option<Published>,
}

/// Finds the blocks of a clean text. `title` is the headline where it is known, `roles` what markup says that lines are,
/// by their keys.
#[must_use]
pub(crate) fn find(text: &str, title: Option<&str>, roles: &HashMap<String, Role>) -> Layout {
    let units = units::find(text);
    let mut reader = Reader {
        text,
        title: title.map(line::key).filter(|k| !k.is_empty()),
        gallery: gallery::Gallery::of(text, &units, title.or(units.first().map(|u| u.of(text)))),
        roles,
        out: Layout::default(),
        seen: HashSet::new(),
        bodies: 0,
        headlined: false,
    };
    let mut i = 0;
    while let Some(&unit) = units.get(i) {
        let words = unit.of(text);
        // A page's own lists of stories are taken out by their markup.
        if i > 0 && roles.is_empty() && tail::opens_teasers(words) {
            let end = if reader.bodies == 0 {
                i + 1
            } else {
                ends::teasers_end(text, &units, i, reader.out.title.as_deref().or(title))
            };
            for &u in units.get(i..end).unwrap_or(&[]) {
                reader.push(BlockKind::Teaser, u);
            }
            i = end;
            continue;
        }
        reader.read(unit, units.get(i + 1..).unwrap_or(&[]));
        i += 1;
        if reader.bodies >= 3
            && ends::is_hard_end(words)
            && ends::lists_stories(text, words, units.get(i..).unwrap_or(&[]))
        {
            for &u in units.get(i..).unwrap_or(&[]) {
                let signed = agency::by_name(u.of(text)).is_some();
                reader.push(
                    if signed {
                        BlockKind::Body
                    } else {
                        BlockKind::Teaser
                    },
                    u,
                );
            }
            break;
        }
    }
    reader.sign_offs();
    reader.out
}

struct Reader<'a> {
    text: &'a str,
    title: Option<String>,
    gallery: gallery::Gallery,
    roles: &'a HashMap<String, Role>,
    out: Layout,
    seen: HashSet<u64>,
    bodies: usize,
    headlined: bool,
}

impl Reader<'_> {
    fn push(&mut self, kind: BlockKind, span: Span) {
        if !span.is_empty() {
            self.out.blocks.push(Block { kind, span });
        }
    }

    fn read(&mut self, unit: Span, rest: &[Span]) {
        let words = unit.of(self.text);
        let key = line::key(words);
        let again = !self.seen.insert(xxhash_rust::xxh3::xxh3_64(key.as_bytes()));
        let is_title = self.title.as_deref() == Some(key.as_str());
        if again && key.len() >= 20 {
            return self.push(BlockKind::Boilerplate, unit);
        }
        if is_title && self.bodies == 0 {
            return self.headline(unit);
        }
        if let Some(range) = self.gallery.caption(words) {
            return self.picture(unit, range);
        }
        if tail::is_pointer(words) {
            return self.push(BlockKind::Teaser, unit);
        }
        let role = self.roles.get(&key).copied();
        if role == Some(Role::Caption) {
            let is_credit = credit::picture(words) == Some(credit::Picture::CreditOnly);
            return self.push(
                if is_credit {
                    BlockKind::Boilerplate
                } else {
                    BlockKind::Caption
                },
                unit,
            );
        }
        match credit::picture(words) {
            Some(credit::Picture::Caption) => return self.push(BlockKind::Caption, unit),
            Some(credit::Picture::CreditOnly) => return self.push(BlockKind::Boilerplate, unit),
            None => {}
        }
        if let Some(agency) = copyright(words) {
            self.credit(agency);
            return self.push(BlockKind::Boilerplate, unit);
        }
        if self.bodies == 0 && !rest.is_empty() && self.front(unit, role) {
            return;
        }
        if tail::is_boilerplate(words) {
            return self.push(BlockKind::Boilerplate, unit);
        }
        if self.bodies < 3
            && let Some(found) = dateline::find(words)
        {
            return self.lead(unit, found);
        }
        match role {
            Some(Role::Heading) if self.bodies == 0 => return self.headline(unit),
            Some(Role::Heading) => return self.push(BlockKind::Headline, unit),
            Some(_) => {
                self.bodies += 1;
                return self.push(BlockKind::Body, unit);
            }
            None => {}
        }
        let lead_follows = || rest.iter().take(AHEAD).any(|u| line::words(u.of(self.text)) >= 8);
        if self.bodies == 0 && line::looks_like_headline(words) && lead_follows() {
            return self.headline(unit);
        }
        let short = words.len() <= 110 && line::words(words) <= 14;
        if self.bodies > 0
            && !rest.is_empty()
            && short
            && line::looks_like_headline(words)
            && !line::ends_sentence(words)
            && !line::is_person_name(words)
        {
            return self.push(BlockKind::Headline, unit);
        }
        self.bodies += 1;
        self.push(BlockKind::Body, unit);
    }

    /// One picture of a gallery: its caption without the gallery's title and buttons.
    fn picture(&mut self, unit: Span, caption: std::ops::Range<usize>) {
        if !self.gallery.own {
            return self.push(BlockKind::Teaser, unit);
        }
        let words = unit.of(self.text);
        let start = unit.start as usize;
        let head = words.get(..caption.start).unwrap_or("").trim_end().len();
        let tail = words.get(caption.end..).unwrap_or("");
        let tail_start = caption.end + tail.len() - tail.trim_start().len();
        self.push(BlockKind::Boilerplate, Span::new(start, start + head));
        self.push(
            BlockKind::Caption,
            Span::new(start + caption.start, start + caption.end),
        );
        self.push(
            BlockKind::Boilerplate,
            Span::new(start + tail_start, unit.end as usize),
        );
    }

    /// Lines that stand before the first paragraph: a stamp or a byline.
    fn front(&mut self, unit: Span, role: Option<Role>) -> bool {
        let words = unit.of(self.text);
        if let Some(found) = stamp::find(words) {
            self.out.published = self.out.published.or(found.published);
            self.credit(found.agency);
            self.out.byline = self.out.byline.take().or(found.author);
            self.push(BlockKind::Dateline, unit);
            return true;
        }
        let by = credit::byline(words).or_else(|| {
            // A heading of two words is a section's name.
            let person = self.headlined
                && role != Some(Role::Heading)
                && line::is_person_name(words)
                && !line::is_told_of(words, self.text);
            person.then(|| credit::Byline {
                author: Some(words.to_owned()),
                agency: None,
            })
        });
        let Some(by) = by else {
            return false;
        };
        self.out.byline = self.out.byline.take().or(by.author);
        self.credit(by.agency);
        self.push(BlockKind::Byline, unit);
        true
    }

    fn headline(&mut self, unit: Span) {
        if !self.headlined {
            self.out.title = Some(unit.of(self.text).to_owned());
        }
        self.headlined = true;
        self.push(BlockKind::Headline, unit);
    }

    /// A dateline, and the lead behind it.
    fn lead(&mut self, unit: Span, found: dateline::Dateline) {
        self.credit(found.agency);
        self.out.published = self.out.published.or(found.published);
        let start = unit.start as usize;
        let words = unit.of(self.text);
        let head = words.get(..found.len).unwrap_or("").trim_end();
        if self.out.agency.is_none()
            && let Some(letters) = dateline::unlisted(head)
            && (agency::may_sign(letters) || agency::is_spelled_out(letters, self.text))
        {
            self.out.agency = Some(letters.to_owned().into());
        }
        let head = head.len();
        self.push(BlockKind::Dateline, Span::new(start, start + head));
        let body = Span::new(start + found.len, unit.end as usize);
        if !body.is_empty() {
            self.bodies += 1;
            self.push(BlockKind::Body, body);
        }
    }

    /// Takes agency sign-offs and a last byline off the end.
    fn sign_offs(&mut self) {
        let mut i = self.out.blocks.len();
        while i > 0 {
            i -= 1;
            let Some(block) = self.out.blocks.get(i).copied() else {
                return;
            };
            if matches!(
                block.kind,
                BlockKind::Teaser | BlockKind::Boilerplate | BlockKind::Caption | BlockKind::Byline
            ) {
                continue;
            }
            if block.kind == BlockKind::Dateline || i == 0 && self.out.blocks.len() == 1 {
                return;
            }
            let words = block.span.of(self.text);
            if let Some(sign_start) = self.sign_off(words) {
                let start = block.span.start as usize;
                let at = start + sign_start;
                let gap = self.text.get(at..).map_or(0, |t| t.len() - t.trim_start().len());
                let sign = Block {
                    kind: BlockKind::Boilerplate,
                    span: Span::new(at + gap, block.span.end as usize),
                };
                if sign_start == 0 {
                    self.set(i, sign);
                    continue;
                }
                self.set(
                    i,
                    Block {
                        kind: block.kind,
                        span: Span::new(start, at),
                    },
                );
                self.out.blocks.insert(i + 1, sign);
                if !line::is_person_name(self.text.get(start..at).unwrap_or("")) {
                    return;
                }
                // What is left is an author's name.
                i += 1;
                continue;
            }
            let person = line::is_person_name(words) && !line::is_told_of(words, self.text);
            let signed = person.then(|| words.to_owned()).or_else(|| {
                credit::byline(words)
                    .and_then(|b| b.author)
                    .filter(|_| line::words(words) <= 8)
            });
            match signed {
                Some(author) if self.bodies > 1 && i > 0 => {
                    self.out.byline = self.out.byline.take().or(Some(author));
                    self.set(
                        i,
                        Block {
                            kind: BlockKind::Byline,
                            span: block.span,
                        },
                    );
                }
                _ => return,
            }
        }
    }

    /// Where the sign-off of a last line begins.
    fn sign_off(&mut self, words: &str) -> Option<usize> {
        if let Some(found) = credit::sign_off(words) {
            self.credit(found.agency);
            return Some(found.start);
        }
        let known = |letters: &str| {
            self.out.agency.as_deref() == Some(letters) || agency::is_spelled_out(letters, self.text)
        };
        let (start, letters) = credit::signed_by(words, &known)?;
        if self.out.agency.is_none() {
            self.out.agency = Some(letters.to_owned().into());
        }
        Some(start)
    }

    /// The first credit counts.
    fn credit(&mut self, name: Option<&'static str>) {
        if self.out.agency.is_none() {
            self.out.agency = name.map(agency::Name::Borrowed);
        }
    }

    fn set(&mut self, i: usize, block: Block) {
        if let Some(slot) = self.out.blocks.get_mut(i) {
            *slot = block;
        }
    }
}

/// A copyright line, and the agency that holds the right in the text.
fn copyright(words: &str) -> Option<Option<&'static str>> {
    let lower = words.get(..words.len().min(400))?.to_lowercase();
    let head = lower.trim_start_matches(['(', ' ']);
    let rights = lower.contains("right") || lower.contains("20") || line::words(words) <= 8;
    if !(head.starts_with("copyright ") || head.starts_with('©')) || line::words(words) > 60 || !rights {
        return None;
    }
    let holder = words
        .split('.')
        .next()
        .unwrap_or("")
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .trim_start_matches("Copyright")
        .trim_start_matches(|c: char| !c.is_alphabetic());
    Some(agency::by_name(holder))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line a block: kind and words.
    fn shown(text: &str) -> String {
        let text = crate::clean::clean(text);
        let layout = find(&text, None, &HashMap::new());
        let mut at = 0;
        let mut out = String::new();
        for b in &layout.blocks {
            let gap = text.get(at..b.span.start as usize).expect("order");
            assert!(gap.trim().is_empty(), "uncovered {gap:?}");
            at = b.span.end as usize;
            out.push_str(&format!(
                "{} {}\n",
                b.kind.as_str(),
                b.span.of(&text).replace('\n', " / ")
            ));
        }
        assert!(text.get(at..).expect("end").trim().is_empty(), "uncovered end");
        out
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let expected: String = expected
            .trim()
            .lines()
            .map(|l| format!("{}\n", l.trim()))
            .collect();
        assert_eq!(shown(text), expected);
    }

    const LEAD: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";
    const SECOND: &str = "The first ship will carry two hundred cars, the harbour office said.";
    const THIRD: &str = "A ticket will cost 40 euros, and children will travel free of charge.";

    #[test]
    fn a_report_with_all_its_parts() {
        check(
            &format!(
                "Ferry Line to Open in May\nBy Ana Ruiz\nApril 14, 2025\n\nThe new pier (Photo: Ana Ruiz)\nThe new pier (Photo: Ana Ruiz)\n\nOslo (VNA) - {LEAD}\n\n{SECOND}\n\nWhat it costs\n\n{THIRD}/.\n\nVNA\n\nSee more\n\nThe old pier (Photo: VNA)\n\nOld Pier to Close\n\nThe old pier will be closed after ninety years, the harbour office said."
            ),
            &format!(
                "headline Ferry Line to Open in May\nbyline By Ana Ruiz\ndateline April 14, 2025\ncaption The new pier (Photo: Ana Ruiz)\nboilerplate The new pier (Photo: Ana Ruiz)\ndateline Oslo (VNA) -\nbody {LEAD}\nbody {SECOND}\nheadline What it costs\nbody {THIRD}\nboilerplate /.\nboilerplate VNA\nteaser See more\nteaser The old pier (Photo: VNA)\nteaser Old Pier to Close\nteaser The old pier will be closed after ninety years, the harbour office said."
            ),
        );
    }

    #[test]
    fn a_date_and_a_dateline_share_the_leads_line() {
        check(
            &format!(" date 2025-04-14 OSLO — {LEAD}\n\n{SECOND} — VNS"),
            &format!("dateline date 2025-04-14 OSLO —\nbody {LEAD}\nbody {SECOND}\nboilerplate — VNS"),
        );
    }

    #[test]
    fn an_author_with_the_agency_behind_is_both() {
        let text = format!("{LEAD}\n{SECOND}\nTrần Minh Đức (Theo Reuters)");
        check(
            &text,
            &format!("body {LEAD}\nbody {SECOND}\nbyline Trần Minh Đức\nboilerplate (Theo Reuters)"),
        );
        let layout = find(&text, None, &HashMap::new());
        assert_eq!(layout.agency.as_deref(), Some("Reuters"));
        assert_eq!(layout.byline.as_deref(), Some("Trần Minh Đức"));
    }

    #[test]
    fn an_agency_that_credits_a_picture_ends_nothing() {
        let part = format!("{LEAD}\n{SECOND}\n{THIRD}\n");
        let more: String = (0..12)
            .map(|i| format!("The ship of day {i} will sail at noon, the office said.\n"))
            .collect();
        let text = format!(
            "Ferry Line to Open in May\n{part}Reuters\nWhat it will cost\n{more}When it will sail\n{more}"
        );
        let text = crate::clean::clean(&text);
        let layout = find(&text, None, &HashMap::new());
        assert!(layout.blocks.iter().all(|b| b.kind != BlockKind::Teaser));
        assert_eq!(layout.agency, None);
    }

    #[test]
    fn a_name_alone_at_the_end_is_a_byline() {
        check(
            &format!("{LEAD}\n{SECOND}\nJo Okafor"),
            &format!("body {LEAD}\nbody {SECOND}\nbyline Jo Okafor"),
        );
    }

    #[test]
    fn a_stamp_names_agency_and_day() {
        let text = format!(
            "Ferry line to open in May\nXinhua | Updated: 2025-04-14 17:52\nOSLO -- {LEAD}\n{SECOND}"
        );
        check(
            &text,
            &format!(
                "headline Ferry line to open in May\ndateline Xinhua | Updated: 2025-04-14 17:52\ndateline OSLO --\nbody {LEAD}\nbody {SECOND}"
            ),
        );
        let layout = find(&text, None, &HashMap::new());
        assert_eq!(layout.agency.as_deref(), Some("Xinhua"));
        assert_eq!(
            layout.published.map(|p| p.date.to_string()).as_deref(),
            Some("2025-04-14")
        );
    }

    #[test]
    fn a_box_of_links_inside_does_not_end_the_article() {
        check(
            &format!(
                "{LEAD}\n{SECOND}\nRelated\nOld Pier to Close\n{THIRD}\n{THIRD} Dogs pay half of that price.\n{SECOND} It will sail at nine each day."
            ),
            &format!(
                "body {LEAD}\nbody {SECOND}\nteaser Related\nteaser Old Pier to Close\nbody {THIRD}\nbody {THIRD} Dogs pay half of that price.\nbody {SECOND} It will sail at nine each day."
            ),
        );
    }

    #[test]
    fn an_article_goes_on_behind_a_longer_list_of_links() {
        let text = format!(
            "Ferry to Selby opens in May\n{LEAD}\n{SECOND}\nMore from Oslo\nOld Pier to Close\nNew Bridge is Late Again\nBuses Stop for a Day\nCity Sells Its Trams\n“We are glad that the ship is here at last,” she said.\nThe pier in Selby was built for the ship in two years.\nIt will sail at nine each day of the week but Sunday."
        );
        let shown = shown(&text);
        assert_eq!(shown.matches("\nteaser ").count(), 5, "{shown}");
        assert!(shown.contains("body “We are glad"), "{shown}");
        assert!(
            shown.ends_with("body It will sail at nine each day of the week but Sunday.\n"),
            "{shown}"
        );
    }

    #[test]
    fn a_picture_credit_inside_does_not_end_the_article() {
        let text = format!(
            "{LEAD}\n{SECOND}\nThe pier on Monday. (Ana Ruiz/AP)\nThe ship on Monday. (Reuters)\n{THIRD}\n{THIRD} Dogs pay half.\n{THIRD} Cars pay double.\nOld Pier to Close in June\nNew Bridge is Late Again"
        );
        let shown = shown(&text);
        assert!(!shown.contains("teaser"), "{shown}");
        assert_eq!(find(&text, None, &HashMap::new()).agency, None);
    }

    #[test]
    fn an_agency_that_is_not_listed_is_credited() {
        let agency = |text: &str| {
            find(text, None, &HashMap::new())
                .agency
                .map(agency::Name::into_owned)
        };
        let headed = format!("SELBY (NPN) - {LEAD}\n{SECOND}");
        assert_eq!(agency(&headed).as_deref(), Some("NPN"));
        let signed =
            format!("{LEAD}\nShe spoke to the Northern Press Network (NPN) on Monday.\n{SECOND}\nNPN");
        assert_eq!(agency(&signed).as_deref(), Some("NPN"));
        assert!(shown(&signed).ends_with("boilerplate NPN\n"));
        for text in [
            format!("SELBY (CNN) - {LEAD}\n{SECOND}"),
            format!("{LEAD}\n{SECOND}\nNPN"),
            format!("{LEAD}\nShe spoke to the Northern Pier Network (NPN) on Monday.\nNPN"),
        ] {
            assert_eq!(agency(&text), None, "{text}");
        }
    }

    #[test]
    fn a_gallery_is_captions() {
        check(
            "Ferry opens in Selby\nPhotos: Ferry opens in Selby Guests wait at the pier. Hide Caption 1 of 2\nPhotos: Ferry opens in Selby The first ship leaves. Hide Caption 2 of 2",
            "headline Ferry opens in Selby
             boilerplate Photos: Ferry opens in Selby
             caption Guests wait at the pier.
             boilerplate Hide Caption 1 of 2
             boilerplate Photos: Ferry opens in Selby
             caption The first ship leaves.
             boilerplate Hide Caption 2 of 2",
        );
    }

    #[test]
    fn what_the_article_tells_of_is_no_author() {
        let text = format!("{LEAD}\n{SECOND}\nThe pier in Selby opens at nine each day.\nSelby Ferries");
        assert_eq!(find(&text, None, &HashMap::new()).byline, None);
    }

    #[test]
    fn lines_broken_at_a_column_are_one_paragraph() {
        check(
            "Ministers of the two coasts agreed on Monday to open a\nferry line in May. The first ship will carry two hundred\ncars, the harbour office said, and a ticket will cost some\n40 euros for a grown person, while children will travel\nfree of charge.\n\nA second ship is planned.",
            "body Ministers of the two coasts agreed on Monday to open a / ferry line in May. The first ship will carry two hundred / cars, the harbour office said, and a ticket will cost some / 40 euros for a grown person, while children will travel / free of charge.\nbody A second ship is planned.",
        );
    }

    #[test]
    fn the_pages_own_words_are_no_body() {
        check(
            &format!(
                "{LEAD}\nAdvertisement\n{SECOND}\nRead more: Old pier to close\n{THIRD}\nCopyright 2025 The Associated Press. All rights reserved."
            ),
            &format!(
                "body {LEAD}\nboilerplate Advertisement\nbody {SECOND}\nteaser Read more: Old pier to close\nbody {THIRD}\nboilerplate Copyright 2025 The Associated Press. All rights reserved."
            ),
        );
    }

    #[test]
    fn odd_texts_have_blocks() {
        for text in ["", "x", "VNA", "See more", "—", "Ana Ruiz", "./.", "\u{301}"] {
            let _ = shown(text);
        }
    }
}
