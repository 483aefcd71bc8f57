use std::collections::HashMap;

use dossier_model::{
    Article, ArticleId, Cite, Confidence, Entity, EntityId, Status, Story, Support, Voice, VoiceId,
};

use crate::clean::clean;
use crate::plain;
use dossier_wire::{Text, Texts};

/// Cites shown for one fact before the rest is counted.
const CHIPS: usize = 6;

/// What every part of a story's page looks things up in. The maps are never iterated.
pub(super) struct Context<'a> {
    pub(super) story: &'a Story,
    /// What a fact takes.
    pub(super) least: Confidence,
    pub(super) articles: Vec<Source<'a>>,
    texts: &'a Texts<'a>,
    places: HashMap<&'a ArticleId, usize>,
    entities: HashMap<&'a EntityId, &'a Entity>,
    voices: HashMap<&'a VoiceId, &'a Voice>,
}

/// One article of the story.
pub(super) struct Source<'a> {
    pub(super) article: &'a Article,
    /// From 1, in the story's order.
    pub(super) number: usize,
    /// A short name, its own among the story's articles.
    pub(super) label: String,
    /// Place of its origin in the story's list.
    pub(super) origin: usize,
}

/// A link to the words of a fact.
pub(super) struct Chip {
    /// `#a3-1204`: the article's number and the first code point.
    pub(super) href: String,
    /// One past the last code point.
    pub(super) end: usize,
    pub(super) label: String,
    /// What else the pointer shows: the article's title.
    pub(super) title: String,
}

/// Cites of one fact, those of one origin together: what stands in one group counts once.
pub(super) struct Chips {
    pub(super) groups: Vec<Vec<Chip>>,
    pub(super) more: Vec<Vec<Chip>>,
    pub(super) hidden: usize,
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

/// "4 articles · 3 origins · 3 voices".
pub(super) fn support(s: Support) -> String {
    format!(
        "{} · {} · {}",
        plain::count(s.articles, "article"),
        plain::count(s.origins, "origin"),
        plain::count(s.voices, "voice"),
    )
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
    pub(super) fn new(texts: &'a Texts<'a>, story: &'a Story, least: Confidence) -> Self {
        let origin_of = origins_of(story);
        let found = story
            .articles
            .iter()
            .filter_map(|id| texts.get(id))
            .map(|t| t.article);
        let mut articles: Vec<Source<'a>> = found
            .enumerate()
            .map(|(i, article)| Source {
                article,
                number: i + 1,
                label: label(article, i + 1),
                origin: origin_of.get(&article.id).copied().unwrap_or(usize::MAX),
            })
            .collect();
        number_doubles(&mut articles);
        Self {
            story,
            least,
            texts,
            places: articles
                .iter()
                .enumerate()
                .map(|(i, s)| (&s.article.id, i))
                .collect(),
            entities: story.entities.iter().map(|e| (&e.id, e)).collect(),
            voices: story.voices.iter().map(|v| (&v.id, v)).collect(),
            articles,
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

    pub(super) fn entity(&self, id: &EntityId) -> Option<&'a Entity> {
        self.entities.get(id).copied()
    }

    pub(super) fn entity_name(&self, id: &EntityId) -> Option<String> {
        self.entity(id).map(|e| clean(&e.name))
    }

    /// Whether it is sure enough to be a fact.
    pub(super) fn is_fact(&self, confidence: Option<Confidence>) -> bool {
        self.least.admits(confidence)
    }

    /// "confidence 0.62", of what is not sure enough.
    pub(super) fn sureness(&self, confidence: Option<Confidence>) -> Option<String> {
        let doubtful = confidence.filter(|_| !self.is_fact(confidence));
        doubtful.map(|c| format!("confidence {c}"))
    }

    pub(super) fn voice(&self, id: &VoiceId) -> Option<&'a Voice> {
        self.voices.get(id).copied()
    }

    pub(super) fn chip(&self, cite: &Cite) -> Option<Chip> {
        let source = self.source(&cite.article)?;
        let (start, end) = self.text(&cite.article)?.points(cite.span);
        let title = source
            .article
            .meta
            .title
            .as_deref()
            .unwrap_or(&source.article.meta.source);
        Some(Chip {
            href: format!("#a{}-{start}", source.number),
            end,
            label: source.label.clone(),
            title: clean(title),
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

/// How a reader knows the article: its outlet, the site it stands on, a telling file name, else its number.
fn label(article: &Article, number: usize) -> String {
    let meta = &article.meta;
    if let Some(outlet) = meta.outlet.as_deref().map(str::trim).filter(|o| !o.is_empty()) {
        return clean(outlet.strip_prefix("www.").unwrap_or(outlet));
    }
    let address = meta
        .url
        .as_deref()
        .or_else(|| meta.source.contains("://").then_some(&*meta.source));
    if let Some(host) = address.and_then(host) {
        return clean(host);
    }
    let name = meta.source.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let letters = stem.chars().filter(|c| c.is_alphabetic()).count();
    let digits = stem.chars().filter(char::is_ascii_digit).count();
    if (3..=24).contains(&letters) && letters > digits && stem.chars().count() <= 24 {
        return clean(stem);
    }
    format!("No. {number}")
}

/// "news.example" from an address.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// Two articles of one outlet are told apart by a number.
fn number_doubles(articles: &mut [Source<'_>]) {
    let mut times: HashMap<String, usize> = HashMap::new();
    for source in articles {
        let n = times.entry(source.label.clone()).or_insert(0);
        *n += 1;
        if *n > 1 {
            source.label = format!("{} {n}", source.label);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::ArticleDraft;

    #[test]
    fn an_article_is_known_by_the_best_name_there_is() {
        let check = |outlet: Option<&str>, source: &str, expected: &str| {
            let meta = ArticleDraft {
                source: source.to_owned(),
                outlet: outlet.map(str::to_owned),
                ..ArticleDraft::default()
            };
            let article = Article::new(ArticleId::new("a"), meta, "", vec![]);
            assert_eq!(label(&article, 3), expected);
        };
        check(Some("Osk Tribune"), "x.txt", "Osk Tribune");
        check(Some("www.osk.example"), "x.txt", "osk.example");
        check(None, "https://www.news.example/a/b?c", "news.example");
        check(None, "reports/osk-tribune.txt", "osk-tribune");
        check(None, "reports/000_f6374b09e8332589.txt", "No. 3");
        check(Some("  "), "-", "No. 3");
    }

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
