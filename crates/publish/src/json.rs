//! The record, `dossier.json`: domain types into [`wire`](crate::wire) structs, and those into text.

use std::collections::BTreeMap;

use dossier_model::{
    Article, ArticleId, Basis, Block, ChangeKind, Cite, Cites, Copy, Digest, Dossier, Entity, Event, Extent,
    Figure, Known, MentionKind, Plover, Published, PublishedPrecision, Quotation, SeriesPoint, Span,
    Statement, Story, Support, TimelineRef, TimelineRow, Unit, Version, When,
};

use crate::texts::{Text, Texts};
use crate::unit;
use crate::wire::v1;

/// The whole record as indented JSON with a line end.
///
/// ```
/// let dossier = dossier_model::Dossier::default();
/// let json = dossier_publish::json::render(&dossier);
/// assert!(json.starts_with("{\n  \"format\": \"dossier/1\",\n"));
/// ```
#[must_use]
pub fn render(dossier: &Dossier) -> String {
    let texts = Texts::new(dossier);
    // Strings, numbers and lists only: nothing that JSON cannot hold.
    let mut json = serde_json::to_string_pretty(&record(dossier, &texts)).unwrap_or_default();
    json.push('\n');
    json
}

fn record<'a>(dossier: &'a Dossier, texts: &Texts<'a>) -> v1::Record<'a> {
    v1::Record {
        format: v1::FORMAT,
        generator: v1::Generator {
            name: "dossier",
            version: env!("CARGO_PKG_VERSION"),
        },
        notes: dossier
            .notes
            .iter()
            .map(|n| v1::Note {
                source: &n.source,
                message: &n.message,
            })
            .collect(),
        articles: dossier.articles.iter().map(|a| article(a, texts)).collect(),
        stories: dossier.stories.iter().map(|s| story(s, texts)).collect(),
    }
}

fn article<'a>(article: &'a Article, texts: &Texts<'a>) -> v1::Article<'a> {
    let meta = &article.meta;
    let version = |v: &'a Version| {
        let earlier = v.earlier.as_ref().and_then(|id| texts.get(id));
        version(v, earlier.zip(texts.get(&article.id)))
    };
    v1::Article {
        id: article.id.as_str(),
        source: &meta.source,
        url: meta.url.as_deref(),
        outlet: meta.outlet.as_deref(),
        agency: meta.agency.as_deref(),
        title: meta.title.as_deref(),
        byline: meta.byline.as_deref(),
        published: meta.published.map(published),
        modified: meta.modified.map(published),
        language: meta.language.as_deref(),
        coverage: meta.coverage.map_or_else(Vec::new, |c| c.names().collect()),
        section: meta.section.as_deref(),
        known: known(&meta.known),
        also: &meta.also,
        version: meta.version.as_deref().map(version),
        extent: extent(meta.extent),
        text: article.text(),
        words: count_words(article.text()),
        blocks: blocks(&Text::new(article)),
    }
}

/// Where an article stands among versions; what has changed is told where both texts, the earlier one first, are at hand.
pub(crate) fn version<'a>(version: &'a Version, texts: Option<(&Text<'_>, &Text<'_>)>) -> v1::Version<'a> {
    let place = |text: &Text<'_>, span: Option<Span>| {
        span.map(|s| text.points(s))
            .map(|(start, end)| v1::Place { start, end })
    };
    let changed = texts.map(|(before, after)| v1::Changed {
        headline: version.count(ChangeKind::Headline) > 0,
        added: version.count(ChangeKind::Added),
        removed: version.count(ChangeKind::Removed),
        rewritten: version.count(ChangeKind::Changed),
        places: (version.changes.iter())
            .map(|c| v1::Change {
                kind: c.kind.as_str(),
                before: place(before, c.before),
                after: place(after, c.after),
            })
            .collect(),
    });
    v1::Version {
        earlier: version.earlier.as_ref().map(ArticleId::as_str),
        later: version.later.as_ref().map(ArticleId::as_str),
        order: version.earlier.as_ref().map(|_| version.order.as_str()),
        changed,
    }
}

/// How each field is known, by the names of both.
pub(crate) fn known(known: &Known) -> BTreeMap<&'static str, &'static str> {
    known
        .iter()
        .map(|(field, evidence)| (field.as_str(), evidence.as_str()))
        .collect()
}

/// Said of a summary only.
pub(crate) fn extent(extent: Extent) -> Option<&'static str> {
    (extent != Extent::Full).then(|| extent.as_str())
}

pub(crate) fn blocks(text: &Text<'_>) -> Vec<v1::Block> {
    let block = |b: &Block| {
        let (start, end) = text.points(b.span);
        v1::Block {
            kind: b.kind.as_str(),
            start,
            end,
        }
    };
    text.article.blocks().iter().map(block).collect()
}

/// Pieces between white space that hold a letter or digit.
pub(crate) fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .count()
}

pub(crate) fn published(p: Published) -> v1::Published {
    let (precision, value) = match (p.precision, p.time) {
        (PublishedPrecision::Year, _) => ("year", format!("{:04}", p.date.year())),
        (PublishedPrecision::Month, _) => ("month", format!("{:04}-{:02}", p.date.year(), p.date.month())),
        (PublishedPrecision::Second, Some(time)) => {
            let offset = p.offset.map(|o| match o.seconds() {
                0 => "Z".to_owned(),
                s => {
                    let sign = if s < 0 { '-' } else { '+' };
                    format!("{sign}{:02}:{:02}", s.abs() / 3600, s.abs() / 60 % 60)
                }
            });
            let clock = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
            (
                "second",
                format!("{}T{clock}{}", p.date, offset.unwrap_or_default()),
            )
        }
        (PublishedPrecision::Day | PublishedPrecision::Second, _) => ("day", p.date.to_string()),
    };
    let basis = match p.basis {
        Basis::Metadata => "metadata",
        Basis::Option => "option",
        Basis::Text => "text",
        Basis::FileName => "file-name",
    };
    v1::Published {
        value,
        precision,
        basis,
    }
}

pub(crate) fn when(w: &When) -> v1::When<'_> {
    let from = w.from.map(|date| match w.time {
        Some(t) => format!("{date}T{:02}:{:02}", t.hour(), t.minute()),
        None => date.to_string(),
    });
    v1::When {
        from,
        to: w.to.map(|d| d.to_string()),
        precision: w.precision.as_str(),
        text: &w.text,
    }
}

pub(crate) fn plover(event: Option<Plover>, mode: Option<&'static str>) -> Option<v1::Plover> {
    event.map(|e| v1::Plover {
        event: e.as_str(),
        mode,
    })
}

fn support(s: Support) -> v1::Support {
    v1::Support {
        articles: s.articles,
        origins: s.origins,
        voices: s.voices,
    }
}

fn ids(ids: &[ArticleId]) -> Vec<&str> {
    ids.iter().map(ArticleId::as_str).collect()
}

fn cites<'a>(cites: &'a Cites, texts: &Texts<'a>) -> Vec<v1::Cite<'a>> {
    cites.iter().map(|c: &Cite| texts.cite(c)).collect()
}

fn story<'a>(story: &'a Story, texts: &Texts<'a>) -> v1::Story<'a> {
    let period = story.period.map(|p| v1::Period {
        from: p.from.to_string(),
        to: p.to.to_string(),
    });
    let origins = story.origins.iter().map(|o| v1::Origin {
        id: o.id.as_str(),
        articles: ids(&o.articles),
        kind: o.kind.as_str(),
        why: &o.why,
    });
    let voices = story.voices.iter().map(|v| v1::Voice {
        id: v.id.as_str(),
        name: &v.name,
        entity: v.entity.as_ref().map(|e| e.as_str()),
        kind: v.kind.as_str(),
        why: &v.why,
    });
    v1::Story {
        id: story.id.as_str(),
        why: &story.why,
        title: &story.title,
        period,
        articles: ids(&story.articles),
        origins: origins.collect(),
        voices: voices.collect(),
        copies: story.copies.iter().map(|c| copy(c, texts)).collect(),
        entities: story.entities.iter().map(|e| entity(e, texts)).collect(),
        events: story.events.iter().map(|e| event(e, texts)).collect(),
        figures: story.figures.iter().map(|f| figure(f, texts)).collect(),
        statements: story.statements.iter().map(|s| statement(s, texts)).collect(),
        quotes: story.quotes.iter().map(|q| quote(q, texts)).collect(),
        timeline: story.timeline.iter().map(|t| timeline_row(t, texts)).collect(),
        digest: story.digest.iter().map(|d| digest(d, texts)).collect(),
    }
}

pub(crate) fn copy<'a>(copy: &'a Copy, texts: &Texts<'a>) -> v1::Copy<'a> {
    v1::Copy {
        from: texts.cite(&copy.from),
        to: texts.cite(&copy.to),
        words: copy.words,
        similarity: copy.similarity,
        direction: copy.direction.as_str(),
        kind: copy.kind.as_str(),
        why: Some(&copy.why),
    }
}

fn entity<'a>(entity: &'a Entity, texts: &Texts<'a>) -> v1::Entity<'a> {
    // The record has no kind for named happenings: in it they are entities like other names.
    let kind = match entity.kind {
        MentionKind::Event => MentionKind::Other,
        kind => kind,
    };
    let roles = entity.roles.iter().map(|r| v1::Role {
        title: &r.title,
        organization: r.organization.as_deref(),
        state: r.state.as_str(),
        from: r.from.map(|d| d.to_string()),
        to: r.to.map(|d| d.to_string()),
        cites: cites(&r.cites, texts),
    });
    let names = entity.names.iter().map(|n| v1::Name {
        text: &n.text,
        count: n.count,
    });
    v1::Entity {
        id: entity.id.as_str(),
        kind: kind.as_str(),
        name: &entity.name,
        names: names.collect(),
        country: entity.country.as_deref(),
        roles: roles.collect(),
        cites: cites(&entity.cites, texts),
        why: &entity.why,
    }
}

fn event<'a>(event: &'a Event, texts: &Texts<'a>) -> v1::Event<'a> {
    let participants = event.participants.iter().map(|p| v1::Participant {
        entity: p.entity.as_str(),
        role: p.role.as_str(),
    });
    v1::Event {
        id: event.id.as_str(),
        kind: event.kind.as_str(),
        label: &event.label,
        plover: plover(event.plover, event.mode),
        status: event.status.as_str(),
        when: event.when.as_ref().map(when),
        place: event.place.as_ref().map(|e| e.as_str()),
        participants: participants.collect(),
        why: &event.why,
        cites: cites(&event.cites, texts),
        support: support(event.support),
    }
}

fn figure<'a>(figure: &'a Figure, texts: &Texts<'a>) -> v1::Figure<'a> {
    let reports = figure.reports.iter().map(|r| v1::FigureReport {
        value: r.value,
        low: r.low,
        high: r.high,
        bound: r.bound.as_str(),
        unit: r.unit.as_ref().map(unit::name),
        unit_code: r.unit.as_ref().and_then(Unit::code),
        basis: r.basis.as_deref(),
        voice: r.voice.as_str(),
        cite: texts.cite(&r.cite),
    });
    v1::Figure {
        id: figure.id.as_str(),
        measure: &figure.measure,
        unit: figure.unit.as_ref().map(unit::name),
        unit_code: figure.unit.as_ref().and_then(Unit::code),
        period: figure.period.as_ref().map(when),
        reports: reports.collect(),
        series: figure.series.as_ref().map(|points| {
            let point = |p: &'a SeriesPoint| v1::SeriesPoint {
                when: when(&p.when),
                low: p.low,
                high: p.high,
                reports: &p.reports,
            };
            points.iter().map(point).collect()
        }),
        agreement: figure.agreement.as_str(),
        why: &figure.why,
        support: support(figure.support),
    }
}

fn statement<'a>(statement: &'a Statement, texts: &Texts<'a>) -> v1::Statement<'a> {
    let reports = statement.reports.iter().map(|r| v1::StatementReport {
        cite: texts.cite(&r.cite),
        voice: r.voice.as_str(),
    });
    v1::Statement {
        id: statement.id.as_str(),
        text: &statement.text,
        reports: reports.collect(),
        support: support(statement.support),
        why: &statement.why,
    }
}

fn quote<'a>(quote: &'a Quotation, texts: &Texts<'a>) -> v1::Quote<'a> {
    v1::Quote {
        id: quote.id.as_str(),
        words: &quote.words,
        form: quote.form.as_str(),
        cue: quote.cue.as_deref(),
        speaker: quote.speaker.as_ref().map(|e| e.as_str()),
        speaker_text: quote.speaker_text.as_deref(),
        cite: texts.cite(&quote.cite),
    }
}

fn timeline_row<'a>(row: &'a TimelineRow, texts: &Texts<'a>) -> v1::TimelineRow<'a> {
    let id = |r: &'a TimelineRef| match r {
        TimelineRef::Event(id) => id.as_str(),
        TimelineRef::Figure(id) => id.as_str(),
    };
    v1::TimelineRow {
        when: when(&row.when),
        label: &row.label,
        refs: row.refs.iter().map(id).collect(),
        cites: cites(&row.cites, texts),
    }
}

fn digest<'a>(digest: &'a Digest, texts: &Texts<'a>) -> v1::Digest<'a> {
    v1::Digest {
        text: &digest.text,
        cites: cites(&digest.cites, texts),
        support: support(digest.support),
        against: digest.against.as_deref(),
    }
}
