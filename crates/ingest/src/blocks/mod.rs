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
mod sign_off;
mod stamp;
mod tail;
mod units;
mod wall;
mod wire;

pub(crate) use furniture::{is_clock, is_furniture, is_word_of_stamp, opens_tail};
pub(crate) use line::key;
pub(crate) use wall::{is_call_to_pay, is_pitch};

use std::collections::{HashMap, HashSet};

use dossier_model::{Block, BlockKind, Published, Span};

use crate::agency;
use crate::raw::Role;

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
        if role == Some(Role::Stamp) {
            return self.push(BlockKind::Boilerplate, unit);
        }
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
        if let Some(found) = sign_off::find(words) {
            self.credit(found.agency);
            return Some(found.start);
        }
        let known = |letters: &str| {
            self.out.agency.as_deref() == Some(letters) || agency::is_spelled_out(letters, self.text)
        };
        let (start, letters) = sign_off::find_unlisted(words, &known)?;
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
mod tests;
