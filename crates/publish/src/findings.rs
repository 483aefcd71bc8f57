//! What single articles say: the JSON lines of the command line, CoNLL-U, and findings under the text for a
//! person.

mod conllu;
pub mod lines;
mod show;

use dossier_model::{
    AnnotatedArticle, Article, Confidence, Dossier, MentionForm, MentionKind, Note, Published, Span, StoryId,
    Unit,
};
use serde::Serialize;

use crate::unit;
use dossier_wire::record::{self, v1};
use dossier_wire::{Text, Texts};

pub use conllu::render as conllu;
pub use show::{Style, render as show};

/// The line of `dossier extract`, without a line end.
#[must_use]
pub fn extract(article: &Article) -> String {
    let meta = &article.meta;
    line(&lines::Extract {
        id: article.id.as_str(),
        source: &meta.source,
        url: meta.url.as_deref(),
        outlet: meta.outlet.as_deref(),
        agency: meta.agency.as_deref(),
        title: meta.title.as_deref(),
        byline: meta.byline.as_deref(),
        published: meta.published.map(record::published),
        modified: meta.modified.map(record::published),
        language: meta.language.as_deref(),
        section: meta.section.as_deref(),
        known: record::known(&meta.known),
        also: &meta.also,
        version: meta.version.as_deref().map(|v| record::version(v, None)),
        extent: record::extent(meta.extent),
        text: article.text(),
        blocks: record::blocks(&Text::new(article)),
    })
}

/// An address that a list names.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The address.
    pub url: &'a str,
    /// The headline.
    pub title: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// When.
    pub published: Option<Published>,
    /// BCP 47 tag.
    pub language: Option<&'a str>,
    /// The list that names it.
    pub source: &'a str,
    /// Whether it is a further list.
    pub index: bool,
}

/// The line of `dossier links`, without a line end.
#[must_use]
pub fn listed(link: &Link<'_>) -> String {
    line(&lines::Listed {
        url: link.url,
        title: link.title,
        outlet: link.outlet,
        published: link.published.map(record::published),
        language: link.language,
        source: link.source,
        index: link.index,
    })
}

/// A note as a JSON line, without a line end.
#[must_use]
pub fn note(note: &Note) -> String {
    line(&lines::Note {
        source: &note.source,
        message: &note.message,
    })
}

/// The line of `dossier cluster` for one article, without a line end. `id` is what the user knows it by.
#[must_use]
pub fn cluster(id: &str, story: &StoryId, why: Option<&str>) -> String {
    line(&lines::Cluster {
        id,
        story: story.as_str(),
        why,
    })
}

/// Whether a line says why it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reasons {
    /// The finding alone.
    Untold,
    /// With `why`.
    Told,
}

/// The lines of `dossier copies`, story by story, each without a line end.
pub fn copies(dossier: &Dossier, reasons: Reasons) -> impl Iterator<Item = String> {
    let texts = Texts::new(dossier);
    let copies = dossier.stories.iter().flat_map(|s| &s.copies);
    copies.map(move |c| {
        let copy = record::copy(c, &texts);
        line::<v1::Copy<'_>>(&v1::Copy {
            why: copy.why.clone().filter(|_| reasons == Reasons::Told),
            ..copy
        })
    })
}

/// The line of `dossier read`, without a line end.
#[must_use]
pub fn read(read: &AnnotatedArticle) -> String {
    let (article, notes) = (&read.article, &read.notes);
    let text = Text::new(article);
    let pair = |span: Span| {
        let (start, end) = text.points(span);
        [start, end]
    };
    let pairs = |spans: &[Span]| spans.iter().copied().map(pair).collect();
    let token = |i: usize| {
        let [start, end] = pair(notes.tokens.span(i));
        lines::Token {
            start,
            end,
            lemma: notes.tokens.lemma(i),
            upos: notes.tokens.upos(i).as_str(),
            head: notes
                .tokens
                .head(i)
                .and_then(|h| i64::try_from(h).ok())
                .unwrap_or(-1),
            deprel: notes.tokens.deprel(i).as_str(),
        }
    };
    let mentions = notes.mentions.iter().filter(|m| is_printed(read, m)).map(|m| {
        let [start, end] = pair(m.span);
        lines::Mention {
            start,
            end,
            kind: m.value.kind.as_str(),
            confidence: share(m.confidence),
        }
    });
    let times = notes.times.iter().map(|t| {
        let [start, end] = pair(t.span);
        lines::Time {
            start,
            end,
            kind: t.value.kind.as_str(),
            value: &t.value.value,
            confidence: share(t.confidence),
        }
    });
    let counts = dossier_model::counts(&notes.quantities);
    let quantities = counts.iter().map(|q| {
        let [start, end] = pair(q.span);
        lines::Quantity {
            start,
            end,
            value: q.value.value,
            low: q.value.low,
            high: q.value.high,
            bound: q.value.bound.as_str(),
            unit: q.value.unit.as_ref().map(unit::name),
            unit_code: q.value.unit.as_ref().and_then(Unit::code),
            of: q.value.of.map(pair),
            confidence: share(q.confidence),
        }
    });
    let quotes = notes.quotes.iter().map(|q| lines::Quote {
        content: pairs(&q.value.content),
        cue: pairs(&q.value.cue),
        source: pairs(&q.value.source),
        form: q.value.form.as_str(),
        kind: q.value.kind.as_str(),
        confidence: share(q.confidence),
    });
    let events = notes.events.iter().map(|e| {
        let [start, end] = pair(e.span);
        lines::Event {
            start,
            end,
            kind: e.value.kind.as_str(),
            plover: record::plover(e.value.plover, e.value.mode),
            source: e.value.sources.first().map(|p| pair(p.span)),
            target: e.value.targets.first().map(|p| pair(p.span)),
            when: e.value.when.as_ref().map(record::when),
            status: e.value.status.as_str(),
            confidence: share(e.confidence),
        }
    });
    let sentences = notes.sentences.iter().map(|&s| {
        let [start, end] = pair(s);
        lines::Sentence { start, end }
    });
    let row = lines::Read {
        id: article.id.as_str(),
        source: &article.meta.source,
        text: article.text(),
        sentences: sentences.collect(),
        tokens: lines::Each(|| (0..notes.tokens.len()).map(token)),
        mentions: mentions.collect(),
        times: times.collect(),
        quantities: quantities.collect(),
        quotes: quotes.collect(),
        events: events.collect(),
    };
    let mut out = Vec::with_capacity(article.text().len() * 2 + notes.tokens.len() * 96);
    // As in `line`, writing cannot fail.
    let _ = serde_json::to_writer(&mut out, &row);
    String::from_utf8(out).unwrap_or_default()
}

fn share(confidence: Option<Confidence>) -> Option<f64> {
    confidence.map(Confidence::share)
}

/// Names, and the demonyms that stand for people ("the Vietnamese"); an adjective names nobody.
fn is_printed(read: &AnnotatedArticle, mention: &dossier_model::Annotation<dossier_model::Mention>) -> bool {
    let m = mention.value;
    if m.form.is_name() {
        return true;
    }
    if m.kind != MentionKind::Group || m.form != MentionForm::Demonym {
        return false;
    }
    let tokens = &read.notes.tokens;
    let inside = tokens.inside(mention.span);
    inside.last().is_some_and(|i| {
        use dossier_model::{Deprel, Upos};
        matches!(tokens.upos(i), Upos::Noun | Upos::Propn)
            && !matches!(tokens.deprel(i), Deprel::Amod | Deprel::Compound)
    })
}

/// One line of JSON. The structs hold strings, numbers and lists only, so writing cannot fail.
fn line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
