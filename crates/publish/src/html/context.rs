use std::collections::HashMap;

use dossier_model::{
    Article, ArticleId, Cite, Confidence, Entity, EntityId, Span, Status, Story, Support, Voice, VoiceId,
};

use crate::clean::clean;
use crate::label::{self, Label};
use crate::plain;
use crate::split::Split;
use dossier_wire::{Text, Texts};

/// Cites shown for one fact before the rest is counted.
const CHIPS: usize = 4;
/// Letters on either side of a cite where no sentence is known.
const AROUND: usize = 140;

/// What every part of a story's page looks things up in. The maps are never iterated.
pub(super) struct Context<'a> {
    pub(super) story: &'a Story,
    /// What a fact takes.
    pub(super) least: Confidence,
    pub(super) articles: Vec<Source<'a>>,
    pub(super) texts: &'a Texts<'a>,
    places: HashMap<&'a ArticleId, usize>,
    entities: HashMap<&'a EntityId, &'a Entity>,
    voices: HashMap<&'a VoiceId, &'a Voice>,
    /// Sentences that tell a statement, sorted, by the article's place.
    sentences: Vec<Vec<Span>>,
}

/// One article of the story.
pub(super) struct Source<'a> {
    pub(super) article: &'a Article,
    /// From 1, in the story's order.
    pub(super) number: usize,
    /// Its own among the story's articles.
    pub(super) label: Label,
    /// Place of its origin in the story's list.
    pub(super) origin: usize,
}

/// A link to the words of a fact.
pub(super) struct Chip {
    /// `#a3-1204`: the article's number and the first code point.
    pub(super) href: String,
    /// One past the last code point.
    pub(super) end: usize,
    /// The publisher.
    pub(super) name: String,
    /// The day, and what else tells the article from another.
    pub(super) rest: String,
}

/// An entity and where it is described.
pub(super) struct Name {
    pub(super) href: Option<String>,
    pub(super) name: String,
}

/// Cites of one fact, those of one origin together: what stands in one group counts once.
pub(super) struct Chips {
    pub(super) groups: Vec<Vec<Chip>>,
    pub(super) more: Vec<Vec<Chip>>,
    pub(super) hidden: usize,
}

impl Chips {
    /// The first cite.
    pub(super) fn first(&self) -> Option<&Chip> {
        self.groups.first().and_then(|g| g.first())
    }
}

/// A list that shows its first rows and folds the rest.
pub(super) struct Fold<T> {
    pub(super) shown: Vec<T>,
    pub(super) more: Vec<T>,
}

impl<T> Fold<T> {
    pub(super) fn new(mut rows: Vec<T>, cap: usize) -> Self {
        // Folding one or two rows away saves no room.
        let more = if rows.len() > cap + 2 {
            rows.split_off(cap)
        } else {
            Vec::new()
        };
        Self { shown: rows, more }
    }

    pub(super) fn len(&self) -> usize {
        self.shown.len() + self.more.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}

/// An id of the record as it may stand in an `id` attribute and behind "#". No two ids have one: of an id whose signs had to be
/// replaced, a number made of all of them follows.
pub(super) fn key(id: &str) -> String {
    if id.bytes().all(is_safe) {
        id.to_owned()
    } else {
        replaced(id)
    }
}

/// The same as part of a file's name, which some disks hold in small letters and none at any length.
pub(super) fn file_key(id: &str) -> String {
    const LONGEST: usize = 120;
    if id.len() <= LONGEST && id.bytes().all(|b| is_safe(b) && !b.is_ascii_uppercase()) {
        id.to_owned()
    } else {
        replaced(id).to_ascii_lowercase()
    }
}

fn is_safe(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

fn replaced(id: &str) -> String {
    const KEPT: usize = 80;
    let kept = id.chars().take(KEPT);
    let safe = kept.map(|c| if c.is_ascii() && is_safe(c as u8) { c } else { '_' });
    format!("{}-{:016x}", safe.collect::<String>(), number(id))
}

/// A number made of all bytes of an id (FNV-1a).
fn number(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |n, b| {
        (n ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A coloured word: `class` picks the colour.
pub(super) struct Badge {
    pub(super) class: &'static str,
    pub(super) words: &'static str,
}

pub(super) fn status(status: Status) -> Badge {
    let words = match status {
        Status::Planned => "planned",
        Status::UnderWay => "under way",
        Status::Past => "took place",
        Status::Hypothetical => "hypothetical",
        Status::Denied => "denied",
    };
    Badge {
        class: status.as_str(),
        words,
    }
}

/// "3 origins", "one origin": beside the links to the articles that tell it.
pub(super) fn support(s: Support) -> String {
    match s.origins {
        0 | 1 => "one origin".to_owned(),
        n => plain::count(n, "origin"),
    }
}

/// The place of each article's origin in the story's list. Never iterated.
pub(super) fn origins_of(story: &Story) -> HashMap<&ArticleId, usize> {
    let mut origin_of = HashMap::new();
    for (i, origin) in story.origins.iter().enumerate() {
        for article in &origin.articles {
            origin_of.entry(article).or_insert(i);
        }
    }
    origin_of
}

impl<'a> Context<'a> {
    pub(super) fn new(texts: &'a Texts<'a>, split: &'a Split, least: Confidence) -> Self {
        let story = &split.facts;
        let origin_of = origins_of(story);
        let found = story.articles.iter().filter_map(|id| texts.get(id));
        let found: Vec<&Article> = found.map(|t| t.article).collect();
        let labels = label::labels(&found);
        let articles: Vec<Source<'a>> = (found.into_iter().zip(labels).enumerate())
            .map(|(i, (article, label))| Source {
                article,
                number: i + 1,
                label,
                origin: origin_of.get(&article.id).copied().unwrap_or(usize::MAX),
            })
            .collect();
        let places: HashMap<&ArticleId, usize> = articles
            .iter()
            .enumerate()
            .map(|(i, s)| (&s.article.id, i))
            .collect();
        let mut sentences: Vec<Vec<Span>> = articles.iter().map(|_| Vec::new()).collect();
        for report in (story.statements.iter().chain(&split.statements)).flat_map(|s| &s.reports) {
            if let Some(list) = places
                .get(&report.cite.article)
                .and_then(|&i| sentences.get_mut(i))
            {
                list.push(report.cite.span);
            }
        }
        for list in &mut sentences {
            list.sort_unstable();
            list.dedup();
        }
        Self {
            story,
            least,
            texts,
            places,
            entities: story.entities.iter().map(|e| (&e.id, e)).collect(),
            voices: story.voices.iter().map(|v| (&v.id, v)).collect(),
            articles,
            sentences,
        }
    }

    pub(super) fn source(&self, id: &ArticleId) -> Option<&Source<'a>> {
        self.places.get(id).and_then(|&i| self.articles.get(i))
    }

    pub(super) fn text(&self, id: &ArticleId) -> Option<&Text<'a>> {
        self.texts.get(id)
    }

    pub(super) fn words(&self, cite: &Cite) -> &'a str {
        self.text(&cite.article).map_or("", |t| t.words(cite.span))
    }

    /// The sentence that holds the words, or as much of their paragraph as has room.
    pub(super) fn sentence(&self, cite: &Cite) -> String {
        let Some(&place) = self.places.get(&cite.article) else {
            return String::new();
        };
        let spans = self.sentences.get(place).map_or(&[][..], Vec::as_slice);
        let until = spans.partition_point(|s| s.start <= cite.span.start);
        let before = spans.get(..until).unwrap_or_default();
        // Sentences hardly overlap: what holds the words is among the last that begin before them.
        let holds = before.iter().rev().take(4).find(|s| s.end >= cite.span.end);
        let Some(article) = self.articles.get(place).map(|s| s.article) else {
            return String::new();
        };
        match holds {
            Some(span) => one_line(span.of(article.text())),
            None => around(article, cite.span),
        }
    }

    /// What stands before the words in their paragraph.
    pub(super) fn before(&self, cite: &Cite) -> Option<String> {
        let article = self.source(&cite.article)?.article;
        let block = block_of(article, cite.span)?;
        let words = Span {
            start: block.start,
            end: cite.span.start,
        }
        .of(article.text());
        let words = one_line(words);
        (!words.is_empty()).then(|| last(&words, 2 * AROUND))
    }

    pub(super) fn entity(&self, id: &EntityId) -> Option<&'a Entity> {
        self.entities.get(id).copied()
    }

    /// An entity by name, with the place that describes it, where one does.
    pub(super) fn who(&self, id: &EntityId) -> Option<Name> {
        let entity = self.entity(id)?;
        Some(Name {
            href: super::people::is_listed(entity).then(|| format!("#who-{}", key(id.as_str()))),
            name: clean(&entity.name),
        })
    }

    pub(super) fn entity_name(&self, id: &EntityId) -> Option<String> {
        self.entity(id).map(|e| clean(&e.name))
    }

    /// Whether it is sure enough to be a fact.
    pub(super) fn is_fact(&self, confidence: Option<Confidence>) -> bool {
        self.least.admits(confidence)
    }

    /// "confidence 62%", of what is not sure enough.
    pub(super) fn sureness(&self, confidence: Option<Confidence>) -> Option<String> {
        let doubtful = confidence.filter(|_| !self.is_fact(confidence));
        doubtful.map(|c| format!("confidence {:.0}%", c.share() * 100.0))
    }

    pub(super) fn voice(&self, id: &VoiceId) -> Option<&'a Voice> {
        self.voices.get(id).copied()
    }

    pub(super) fn chip(&self, cite: &Cite) -> Option<Chip> {
        let source = self.source(&cite.article)?;
        let (start, end) = self.text(&cite.article)?.points(cite.span);
        Some(Chip {
            href: format!("#a{}-{start}", source.number),
            end,
            name: source.label.name.clone(),
            rest: source.label.rest(),
        })
    }

    /// The cites of one fact, one an article and those of an origin side by side.
    pub(super) fn chips<'c>(&self, cites: impl IntoIterator<Item = &'c Cite>) -> Chips {
        let mut seen = std::collections::HashSet::new();
        let mut first: Vec<(usize, usize, Chip)> = Vec::new();
        for cite in cites {
            let Some(source) = self.source(&cite.article) else {
                continue;
            };
            if seen.insert(source.number)
                && let Some(chip) = self.chip(cite)
            {
                first.push((source.origin, source.number, chip));
            }
        }
        first.sort_by_key(|(origin, number, _)| (*origin, *number));
        let mut groups: Vec<(usize, Vec<Chip>)> = Vec::new();
        for (origin, _, chip) in first {
            match groups.last_mut() {
                Some((last, group)) if *last == origin && origin != usize::MAX => group.push(chip),
                _ => groups.push((origin, vec![chip])),
            }
        }
        let mut groups: Vec<Vec<Chip>> = groups.into_iter().map(|g| g.1).collect();
        let mut shown = 0;
        let cut = groups.iter().position(|g| {
            shown += g.len();
            shown > CHIPS
        });
        // The first group stays, however many papers printed one text.
        let more = cut.map(|at| groups.split_off(at.max(1))).unwrap_or_default();
        let hidden = more.iter().map(Vec::len).sum();
        Chips { groups, more, hidden }
    }
}

/// The paragraph that holds the words.
fn block_of(article: &Article, span: Span) -> Option<Span> {
    let mut blocks = article.blocks().iter().map(|b| b.span);
    blocks.find(|b| b.start <= span.start && span.end <= b.end)
}

fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words with a part of their paragraph on both sides.
fn around(article: &Article, span: Span) -> String {
    let block = block_of(article, span).unwrap_or(span);
    let before = Span {
        start: block.start,
        end: span.start,
    }
    .of(article.text());
    let rest = Span {
        start: span.start,
        end: block.end,
    }
    .of(article.text());
    let edge = if before.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let room = AROUND + span.of(article.text()).chars().count();
    let (head, tail) = (last(&one_line(before), AROUND), label::cut(&one_line(rest), room));
    format!("{head}{edge}{tail}")
}

/// The last words that have room, and a mark that there are more before.
fn last(text: &str, room: usize) -> String {
    let letters = text.chars().count();
    if letters <= room {
        return text.to_owned();
    }
    let rest: String = text.chars().skip(letters - room).collect();
    let whole = rest.split_once(' ').map_or(rest.as_str(), |(_, r)| r);
    format!("… {whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_ids_have_one_key() {
        let ids = [
            "日本", "日木", "a/b", "a?b", "a b", "a\u{301}", "é", "e\u{301}", "a_b", "s__",
        ];
        let keys: std::collections::BTreeSet<String> = ids.iter().map(|i| key(i)).collect();
        assert_eq!(keys.len(), ids.len());
        let files = ["Abc", "abc", "ABC", "é", "É"].map(file_key);
        let unlike: std::collections::BTreeSet<&String> = files.iter().collect();
        assert_eq!(unlike.len(), files.len());
        assert!(files.iter().all(|f| !f.contains(char::is_uppercase)));
    }

    #[test]
    fn plain_ids_stay_and_long_ones_are_cut() {
        assert_eq!(key("d2d1c5ece7d23bca"), "d2d1c5ece7d23bca");
        assert_eq!(file_key("story-1"), "story-1");
        assert!(file_key(&"x".repeat(400)).len() < 120);
    }
}
