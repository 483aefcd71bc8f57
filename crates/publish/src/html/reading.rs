use dossier_model::{
    BlockKind, Cite, CopyKind, MentionKind, OriginKind, Published, PublishedPrecision, Span,
};

use super::context::Context;
use super::lead;
use super::update::{self, Update};
use crate::clean::clean;
use crate::plain;
use dossier_wire::Text;
use dossier_wire::record::count_words;

/// Up to this many articles stand open.
const OPEN: usize = 8;

/// Further sources that are named.
const ALSO: usize = 4;

/// One article in full.
pub(super) struct Reading {
    pub(super) number: usize,
    /// Its id in the record, by which a correction names it.
    pub(super) id: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) facts: Vec<(&'static str, String)>,
    /// Where it was published, where that is an address a browser may open.
    pub(super) url: Option<String>,
    pub(super) open: bool,
    /// What it has changed in the version before it.
    pub(super) update: Option<Update>,
    pub(super) blocks: Vec<Block>,
}

/// One paragraph.
pub(super) struct Block {
    pub(super) kind: &'static str,
    /// First code point.
    pub(super) start: usize,
    /// Whether it is no evidence and stands folded.
    pub(super) aside: bool,
    pub(super) pieces: Vec<Piece>,
}

/// A stretch of a paragraph with the same findings all along.
pub(super) struct Piece {
    /// Its first code point, where a cite begins here.
    pub(super) anchor: Option<usize>,
    pub(super) class: String,
    pub(super) title: String,
    pub(super) text: String,
}

pub(super) fn published(p: Published) -> String {
    match (p.precision, p.time) {
        (PublishedPrecision::Year, _) => p.date.year().to_string(),
        (PublishedPrecision::Month, _) => {
            let whole = plain::date(p.date);
            whole
                .split_once(' ')
                .map_or(whole.clone(), |(_, rest)| rest.to_owned())
        }
        (PublishedPrecision::Second, Some(t)) => {
            format!("{}, {:02}:{:02}", plain::date(p.date), t.hour(), t.minute())
        }
        _ => plain::date(p.date),
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Entity,
    Figure,
    Quote,
    Event,
    /// A statement, role, copy or sentence of the digest: a place to jump to, not marked.
    Plain,
}

struct Mark {
    span: Span,
    layer: Layer,
    class: &'static str,
    title: String,
}

pub(super) fn readings(c: &Context<'_>) -> Vec<Reading> {
    let mut marks = marks(c);
    let mut readings = Vec::new();
    for source in &c.articles {
        let Some(text) = c.text(&source.article.id) else {
            continue;
        };
        let mine = marks
            .get_mut(source.number - 1)
            .map(std::mem::take)
            .unwrap_or_default();
        let meta = &source.article.meta;
        let origin = c.story.origins.get(source.origin);
        let mut facts: Vec<(&'static str, String)> = Vec::new();
        facts.extend(crate::label::outlet(source.article).map(|o| ("Outlet", o)));
        facts.extend(meta.published.map(|p| ("Published", published(p))));
        facts.extend(meta.byline.as_deref().map(|b| ("Byline", clean(b))));
        if let Some(modified) = meta
            .modified
            .map(published)
            .filter(|m| meta.published.map(published).as_ref() != Some(m))
        {
            facts.push(("Updated", modified));
        }
        if let Some(agency) = &meta.agency {
            facts.push(("Agency", clean(agency)));
        }
        if let Some(o) = origin.filter(|o| o.kind != OriginKind::Own) {
            facts.push((
                "Origin",
                format!("{}: {}", lead::origin(o.kind).words, clean(&o.why)),
            ));
        }
        if let Some(read) = meta.coverage {
            facts.push(("Read for", plain::layers_read(read)));
        }
        facts.push(("Length", plain::count(count_words(text.article.text()), "word")));
        facts.push(("Read from", clean(&meta.source)));
        facts.extend(also(&meta.also).map(|a| ("Also at", a)));
        let web = |u: &&str| u.starts_with("https://") || u.starts_with("http://");
        readings.push(Reading {
            number: source.number,
            id: clean(text.article.id.as_str()),
            label: source.label.to_string(),
            title: crate::label::headline(source.article),
            facts,
            url: meta.url.as_deref().filter(web).map(clean),
            open: c.articles.len() <= OPEN,
            update: update::update(c, text),
            blocks: blocks(text, mine),
        });
    }
    readings
}

/// Where else the article was read.
fn also(sources: &[String]) -> Option<String> {
    let named: Vec<String> = sources.iter().take(ALSO).map(|s| clean(s)).collect();
    let more = sources.len().saturating_sub(ALSO);
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    (!named.is_empty()).then(|| named.join(", ") + &more)
}

/// What the story's cites find in each article, by the article's place.
fn marks(c: &Context<'_>) -> Vec<Vec<Mark>> {
    let mut marks: Vec<Vec<Mark>> = c.articles.iter().map(|_| Vec::new()).collect();
    let mut add = |cite: &Cite, layer: Layer, class: &'static str, title: &str| {
        let Some(source) = c.source(&cite.article) else {
            return;
        };
        let Some(text) = c.text(&cite.article) else { return };
        if let Some(list) = marks.get_mut(source.number - 1) {
            let title = title.to_owned();
            let span = text.fit(cite.span);
            list.push(Mark {
                span,
                layer,
                class,
                title,
            });
        }
    };
    let story = c.story;
    for e in &story.entities {
        let class = match e.kind {
            MentionKind::Person => "n person",
            MentionKind::Organization => "n organization",
            MentionKind::Place => "n place",
            _ => "n other",
        };
        let title = clean(&e.name);
        e.cites
            .iter()
            .for_each(|cite| add(cite, Layer::Entity, class, &title));
        let roles = e.roles.iter().flat_map(|r| r.cites.iter());
        roles.for_each(|cite| add(cite, Layer::Plain, "", ""));
    }
    for f in &story.figures {
        let title = clean(&f.measure);
        f.reports
            .iter()
            .for_each(|r| add(&r.cite, Layer::Figure, "f", &title));
    }
    for e in &story.events {
        let title = clean(&e.label);
        e.cites
            .iter()
            .for_each(|cite| add(cite, Layer::Event, "v", &title));
    }
    story
        .quotes
        .iter()
        .for_each(|q| add(&q.cite, Layer::Quote, "q", "quotation"));
    let statements = story
        .statements
        .iter()
        .flat_map(|s| s.reports.iter().map(|r| &r.cite));
    let news = story.copies.iter().filter(|p| p.kind == CopyKind::News);
    let copies = news.flat_map(|p| [&p.from, &p.to]);
    let digest = story.digest.iter().flat_map(|d| d.cites.iter());
    let rows = story.timeline.iter().flat_map(|r| r.cites.iter());
    let plain = statements.chain(copies).chain(digest).chain(rows);
    plain.for_each(|cite| add(cite, Layer::Plain, "", ""));
    marks
}

fn blocks(text: &Text<'_>, mut marks: Vec<Mark>) -> Vec<Block> {
    marks.sort_by_key(|m| (m.span, m.layer));
    // The same words are often cited by several facts: one mark a layer and span is enough.
    marks.dedup_by(|a, b| (a.span, a.layer) == (b.span, b.layer));
    let mut from = 0;
    let mut blocks = Vec::new();
    for block in text.article.blocks() {
        // Marks come sorted by their start, and no mark begins before its block.
        let to = from
            + marks
                .get(from..)
                .map_or(0, |m| m.partition_point(|m| m.span.start < block.span.end));
        let mine = marks.get(from..to).unwrap_or_default();
        from = to;
        blocks.push(Block {
            kind: block.kind.as_str(),
            start: text.points(block.span).0,
            aside: matches!(block.kind, BlockKind::Teaser | BlockKind::Boilerplate),
            pieces: pieces(text, block.span, mine),
        });
    }
    blocks
}

/// The paragraph cut wherever a finding begins or ends. Overlapping findings cannot nest as elements, so each
/// piece carries the classes of all that hold it.
fn pieces(text: &Text<'_>, block: Span, marks: &[Mark]) -> Vec<Piece> {
    let mut cuts: Vec<u32> = vec![block.start, block.end];
    for m in marks {
        cuts.extend([m.span.start, m.span.end].map(|at| at.clamp(block.start, block.end)));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let mut coming = marks.iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let mut pieces = Vec::new();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        open.retain(|m| m.span.end > start);
        let mut anchor = None;
        while let Some(m) = coming.next_if(|m| m.span.start <= start) {
            anchor = Some(start);
            open.push(m);
        }
        let span = Span { start, end };
        let mut layers: Vec<&&Mark> = open.iter().filter(|m| m.layer != Layer::Plain).collect();
        layers.sort_by_key(|m| m.layer);
        layers.dedup_by_key(|m| m.layer);
        let class: Vec<&str> = layers.iter().map(|m| m.class).collect();
        let words = clean(text.words(span));
        // A name that stands as it is printed needs no other words.
        let title = layers.first().map(|m| &m.title).filter(|t| **t != words);
        pieces.push(Piece {
            anchor: anchor.map(|_| text.points(span).0),
            class: class.join(" "),
            title: title.cloned().unwrap_or_default(),
            text: words,
        });
    }
    pieces
}
