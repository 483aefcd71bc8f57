//! To whom facts are attributed, and how many stand behind them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dossier_model::{
    EntityId, MentionKind, Quote, QuoteKind, SourceKind, SourceWording, Span, Support, Voice, VoiceId,
    VoiceKind,
};

use crate::entity::Entities;
use crate::fold;
use crate::origin::Origins;
use crate::scope::Scope;

/// The voices of a story, and which one tells what.
#[derive(Debug, Clone, Default)]
pub struct Voices {
    /// The rows, in the record's order.
    pub rows: Vec<Voice>,
    outlets: Vec<usize>,
    quotes: Vec<Vec<usize>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Entity(usize),
    Described(VoiceKind, String, usize),
    Outlet(String),
}

/// What is known of a voice.
struct Known {
    name: String,
    row: Option<usize>,
    kind: VoiceKind,
    articles: BTreeSet<usize>,
    why: &'static str,
}

/// The voices of a story while they are collected.
struct Finder<'s, 'a> {
    scope: &'s Scope<'a>,
    entities: &'s Entities,
    described: Described,
    known: BTreeMap<Key, Known>,
}

/// Finds the voices: outlets, resolved speakers, and described ones ("a Chinese diplomat").
#[must_use]
pub fn find(scope: &Scope<'_>, entities: &Entities) -> Voices {
    let mut finder = Finder {
        scope,
        entities,
        described: Described::read(scope, entities),
        known: BTreeMap::new(),
    };
    let mut outlet_keys = Vec::new();
    let mut quote_keys: Vec<Vec<Key>> = Vec::new();
    for (doc, read) in scope.docs.iter().enumerate() {
        let outlet = finder.outlet(doc);
        let quotes = 0..read.notes.quotes.len();
        quote_keys.push(
            quotes
                .map(|i| finder.of_quote(doc, i).unwrap_or_else(|| outlet.clone()))
                .collect(),
        );
        outlet_keys.push(outlet);
    }
    let places: BTreeMap<&Key, usize> = finder.known.keys().enumerate().map(|(i, k)| (k, i)).collect();
    let outlets = outlet_keys.iter().map(|k| places[k]).collect();
    let quotes = quote_keys
        .iter()
        .map(|own| own.iter().map(|k| places[k]).collect())
        .collect();
    let rows = (finder.known.values().enumerate())
        .map(|(i, known)| Voice {
            id: VoiceId::new(format!("v{}", i + 1)),
            name: known.name.clone(),
            entity: known.row.map(|r| -> EntityId { entities.rows[r].id.clone() }),
            kind: known.kind,
            why: known.why(),
        })
        .collect();
    Voices {
        rows,
        outlets,
        quotes,
    }
}

impl Finder<'_, '_> {
    fn add(&mut self, key: &Key, doc: usize, known: Known) {
        let known = self.known.entry(key.clone()).or_insert(known);
        known.articles.insert(doc);
    }

    /// The outlet of an article.
    fn outlet(&mut self, doc: usize) -> Key {
        let meta = &self.scope.docs[doc].article.meta;
        let name = (meta.outlet.clone())
            .or_else(|| meta.agency.clone())
            .unwrap_or_else(|| file_name(&meta.source));
        let key = Key::Outlet(fold::letters(&name));
        let why = "Tells in its own words what it credits to nobody.";
        self.add(&key, doc, Known::new(name, None, VoiceKind::Outlet, why));
        key
    }

    /// Who is quoted; `None` where it is told by the outlet.
    fn of_quote(&mut self, doc: usize, place: usize) -> Option<Key> {
        let notes = &self.scope.docs[doc].notes;
        let quote = &notes.quotes[place].value;
        // What somebody only wants is told by the outlet.
        if quote.kind != QuoteKind::Statement {
            return None;
        }
        let wording = notes.wording.sources.get(place);
        let speaker = quote.speaker.and_then(|l| self.entities.of(doc, l));
        let office = wording.and_then(|w| w.office);
        let holder = || self.described.holder(self.scope.text(doc, office?));
        if let Some(row) = speaker.or_else(holder) {
            let why = match speaker {
                Some(_) => "A source that the articles name, or describe where only it can be meant.",
                None => "Described by an office that the articles give to it alone.",
            };
            return Some(self.named(doc, row, why));
        }
        // A report without a source ("is expected to") is the outlet's own; of an act or a state nobody speaks.
        let source = *quote.source.first()?;
        if wording.is_some_and(|w| w.kind == SourceKind::Nobody) {
            return None;
        }
        let words = self.scope.text(doc, source).trim();
        let (name, kind) = describe(words, wording);
        let same = self.described.first(doc, words);
        let key = Key::Described(kind, fold::letters(&name), same);
        let why =
            "Described and not named; two articles mean the same where they credit the same words to it.";
        self.add(&key, doc, Known::new(name, None, kind, why));
        Some(key)
    }

    /// A source that is a row of the record.
    fn named(&mut self, doc: usize, row: usize, why: &'static str) -> Key {
        let entity = &self.entities.rows[row];
        let kind = match entity.kind {
            MentionKind::Person => VoiceKind::Person,
            _ => VoiceKind::Organization,
        };
        let key = Key::Entity(row);
        self.add(&key, doc, Known::new(entity.name.clone(), Some(row), kind, why));
        key
    }
}

impl Known {
    fn new(name: String, row: Option<usize>, kind: VoiceKind, why: &'static str) -> Self {
        Self {
            name,
            row,
            kind,
            articles: BTreeSet::new(),
            why,
        }
    }

    fn why(&self) -> String {
        match self.articles.len() {
            1 => self.why.to_owned(),
            n => format!("{} In {n} articles.", self.why),
        }
    }
}

/// What the articles of a story tell of sources that they do not name.
#[derive(Default)]
struct Described {
    /// Offices in full wording, folded, and the one row that holds them; `None` where several do.
    holders: HashMap<String, Option<usize>>,
    /// The words and the source they are credited to, folded: the first article that has both.
    first: HashMap<(String, String), usize>,
    /// By article and description: the first article that means the same.
    same: HashMap<(usize, String), usize>,
}

/// Fewer letters of a quotation than these are said by many.
const SAME_WORDS: usize = 30;

impl Described {
    fn read(scope: &Scope<'_>, entities: &Entities) -> Self {
        let mut out = Self::default();
        for (doc, read) in scope.docs.iter().enumerate() {
            for role in &read.notes.roles {
                let Some(row) = entities.of(doc, role.value.holder) else {
                    continue;
                };
                // An office that says not of what is held by many: "the minister".
                if role.value.organization.is_none() {
                    continue;
                }
                let holder = (!role.value.former).then_some(row);
                out.holders
                    .entry(fold::letters(scope.text(doc, role.span)))
                    .and_modify(|h| {
                        if *h != holder {
                            *h = None;
                        }
                    })
                    .or_insert(holder);
            }
            for quote in &read.notes.quotes {
                let Some(words) = quote
                    .value
                    .source
                    .first()
                    .map(|s| fold::letters(scope.text(doc, *s)))
                else {
                    continue;
                };
                let content = content(scope, doc, &quote.value);
                if quote.value.speaker.is_some() || content.len() < SAME_WORDS {
                    continue;
                }
                let first = *out.first.entry((content, words.clone())).or_insert(doc);
                let first = out.same.get(&(first, words.clone())).copied().unwrap_or(first);
                out.same
                    .entry((doc, words))
                    .and_modify(|d| *d = (*d).min(first))
                    .or_insert(first);
            }
        }
        out
    }

    /// Who holds the office that the words describe: "Peruvian foreign minister".
    fn holder(&self, office: &str) -> Option<usize> {
        self.holders.get(&fold::letters(office)).copied().flatten()
    }

    /// The first article that means the same source by the same description.
    fn first(&self, doc: usize, words: &str) -> usize {
        self.same
            .get(&(doc, fold::letters(words)))
            .copied()
            .unwrap_or(doc)
    }
}

/// The words of a quotation, folded.
fn content(scope: &Scope<'_>, doc: usize, quote: &Quote) -> String {
    quote
        .content
        .iter()
        .map(|s| fold::letters(scope.text(doc, *s)))
        .collect()
}

/// The last part of a path or URL without its ending: what to call an article of which no outlet is known.
fn file_name(source: &str) -> String {
    let last = source
        .rsplit(['/', '\\'])
        .find(|p| !p.is_empty())
        .unwrap_or(source);
    last.split_once('.').map_or(last, |(stem, _)| stem).to_owned()
}

/// What to call a source that no name stands behind.
fn describe(words: &str, source: Option<&SourceWording>) -> (String, VoiceKind) {
    match source.map_or(SourceKind::Body, |s| s.kind) {
        SourceKind::Pronoun => ("a speaker who is not named here".to_owned(), VoiceKind::Person),
        SourceKind::Person => (words.to_owned(), VoiceKind::Person),
        SourceKind::Nobody | SourceKind::Body => (words.to_owned(), VoiceKind::Organization),
    }
}

impl Voices {
    /// Place of the voice that tells the words of `span`: the speaker of the attribution that holds most of
    /// them, or the outlet.
    #[must_use]
    pub fn of(&self, scope: &Scope<'_>, doc: usize, span: Span) -> usize {
        self.except(scope, doc, span, None)
    }

    /// The same, leaving out attributions to the words of `basis`: statistics are a basis and no voice.
    #[must_use]
    pub fn except(&self, scope: &Scope<'_>, doc: usize, span: Span, basis: Option<Span>) -> usize {
        let mut best: Option<(usize, usize, usize)> = None;
        for (i, quote) in scope.docs[doc].notes.quotes.iter().enumerate() {
            if quote.value.kind != QuoteKind::Statement
                || basis.is_some_and(|b| quote.value.source.iter().any(|s| s.overlaps(b)))
            {
                continue;
            }
            let held: usize = quote
                .value
                .content
                .iter()
                .filter_map(|c| c.intersection(span))
                .map(Span::len)
                .sum();
            let length: usize = quote.value.content.iter().map(|c| c.len()).sum();
            // Who says it, and that it is said, are no part of what is told.
            let around: usize = (quote.value.cue.iter().chain(&quote.value.source))
                .filter_map(|c| c.intersection(span))
                .map(Span::len)
                .sum();
            if held * 2 > span.len().saturating_sub(around)
                && best.is_none_or(|(h, l, _)| held > h || held == h && length < l)
            {
                best = Some((held, length, self.quotes[doc][i]));
            }
        }
        best.map_or(self.outlets[doc], |b| b.2)
    }

    /// The name of a voice that is not an outlet telling in its own words.
    #[must_use]
    pub fn speaker(&self, place: usize) -> Option<String> {
        let voice = self.rows.get(place)?;
        (voice.kind != VoiceKind::Outlet).then(|| voice.name.clone())
    }

    /// The id of a voice.
    #[must_use]
    pub fn id(&self, place: usize) -> VoiceId {
        self.rows[place].id.clone()
    }
}

/// Who tells something where: an article, its words and the voice behind them.
#[derive(Debug, Clone, Copy)]
pub struct Heard {
    /// Place of the article.
    pub doc: usize,
    /// The words.
    pub span: Span,
    /// Place of the voice.
    pub voice: usize,
}

/// Counts the distinct articles, origins and voices of tellings.
#[must_use]
pub fn support(origins: &Origins, heard: &[Heard]) -> Support {
    let distinct = |items: BTreeSet<usize>| items.len();
    Support {
        articles: distinct(heard.iter().map(|t| t.doc).collect()),
        origins: origins.of_tellings(heard.iter().map(|t| (t.doc, t.span))).len(),
        voices: distinct(heard.iter().map(|t| t.voice).collect()),
    }
}
