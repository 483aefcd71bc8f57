//! The record, from the domain.

use std::borrow::Cow;

use dossier_model::{
    Article, ArticleId, Block, ChangeKind, Cite, Cites, Confidence, Conflict, Copy, Digest, Dossier, Entity,
    Event, Extent, Field, Figure, Known, MentionKind, Plover, PloverMode, Published, PublishedPrecision,
    Quotation, SeriesPoint, Span, Statement, Story, Support, TimelineRef, TimelineRow, Unit, Version, When,
};

use super::v1;
use crate::texts::{Text, Texts};
use crate::{Named, Str};

/// The name of a unit in the language of the record. The domain holds codes alone.
pub type UnitName<'a> = &'a dyn Fn(&Unit) -> String;

/// The record of a dossier.
///
/// ```
/// let dossier = dossier_model::Dossier::default();
/// let record = dossier_wire::record::to_wire(&dossier, &ToString::to_string);
/// assert_eq!(record.format, "dossier/1");
/// ```
#[must_use]
pub fn to_wire<'a>(dossier: &'a Dossier, name: UnitName<'_>) -> v1::Record<'a> {
    let texts = Texts::new(dossier);
    record(dossier, &texts, name)
}

fn record<'a>(dossier: &'a Dossier, texts: &Texts<'a>, name: UnitName<'_>) -> v1::Record<'a> {
    v1::Record {
        format: str(v1::FORMAT),
        generator: crate::generator(),
        notes: dossier
            .notes
            .iter()
            .map(|n| v1::Note {
                source: str(&n.source),
                message: str(&n.message),
            })
            .collect(),
        articles: dossier.articles.iter().map(|a| article(a, texts)).collect(),
        stories: dossier.stories.iter().map(|s| story(s, texts, name)).collect(),
    }
}

fn article<'a>(article: &'a Article, texts: &Texts<'a>) -> v1::Article<'a> {
    let meta = &article.meta;
    let version = |v: &'a Version| {
        let earlier = v.earlier.as_ref().and_then(|id| texts.get(id));
        version(v, earlier.zip(texts.get(&article.id)))
    };
    v1::Article {
        id: str(article.id.as_str()),
        source: str(&meta.source),
        url: meta.url.as_deref().map(Cow::Borrowed),
        outlet: meta.outlet.as_deref().map(Cow::Borrowed),
        agency: meta.agency.as_deref().map(Cow::Borrowed),
        title: meta.title.as_deref().map(Cow::Borrowed),
        byline: meta.byline.as_deref().map(Cow::Borrowed),
        published: meta.published.map(published),
        modified: meta.modified.map(published),
        language: meta.language.as_deref().map(Cow::Borrowed),
        coverage: meta
            .coverage
            .map_or_else(Vec::new, |c| c.names().map(Cow::Borrowed).collect()),
        section: meta.section.as_deref().map(Cow::Borrowed),
        known: known(&meta.known),
        also: meta.also.iter().map(|s| str(s)).collect(),
        version: meta.version.as_deref().map(version),
        extent: extent(meta.extent),
        text: str(article.text()),
        words: count_words(article.text()),
        blocks: blocks(&Text::new(article)),
    }
}

/// Where an article stands among versions; what has changed is told where both texts, the earlier one first, are at hand.
#[must_use]
pub fn version<'a>(version: &'a Version, texts: Option<(&Text<'_>, &Text<'_>)>) -> v1::Version<'a> {
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
                kind: Named(c.kind),
                before: place(before, c.before),
                after: place(after, c.after),
            })
            .collect(),
    });
    v1::Version {
        earlier: version.earlier.as_ref().map(|id| str(id.as_str())),
        later: version.later.as_ref().map(|id| str(id.as_str())),
        order: version.earlier.as_ref().map(|_| Named(version.order)),
        changed,
    }
}

/// How each field is known.
#[must_use]
pub fn known(known: &Known) -> v1::Known {
    let of = |field| known.of(field).map(Named);
    v1::Known {
        agency: of(Field::Agency),
        byline: of(Field::Byline),
        language: of(Field::Language),
        modified: of(Field::Modified),
        outlet: of(Field::Outlet),
        published: of(Field::Published),
        section: of(Field::Section),
        title: of(Field::Title),
        url: of(Field::Url),
    }
}

/// Said of a summary only.
#[must_use]
pub fn extent(extent: Extent) -> Option<Named<Extent>> {
    (extent != Extent::Full).then_some(Named(extent))
}

/// The blocks, in code points.
#[must_use]
pub fn blocks(text: &Text<'_>) -> Vec<v1::Block> {
    let block = |b: &Block| {
        let (start, end) = text.points(b.span);
        v1::Block {
            kind: Named(b.kind),
            start,
            end,
        }
    };
    text.article.blocks().iter().map(block).collect()
}

/// Pieces between white space that hold a letter or digit.
#[must_use]
pub fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .count()
}

/// When an article was published, as exact as it is known.
#[must_use]
pub fn published(p: Published) -> v1::Published {
    use PublishedPrecision as Precision;
    let (precision, value) = match (p.precision, p.time) {
        (Precision::Year, _) => (Precision::Year, format!("{:04}", p.date.year())),
        (Precision::Month, _) => (
            Precision::Month,
            format!("{:04}-{:02}", p.date.year(), p.date.month()),
        ),
        (Precision::Second, Some(time)) => {
            let offset = p.offset.map(|o| match o.seconds() {
                0 => "Z".to_owned(),
                s => {
                    let sign = if s < 0 { '-' } else { '+' };
                    format!("{sign}{:02}:{:02}", s.abs() / 3600, s.abs() / 60 % 60)
                }
            });
            let clock = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
            (
                Precision::Second,
                format!("{}T{clock}{}", p.date, offset.unwrap_or_default()),
            )
        }
        (Precision::Day | Precision::Second, _) => (Precision::Day, p.date.to_string()),
    };
    v1::Published {
        value,
        precision: Named(precision),
        basis: Named(p.basis),
    }
}

/// A resolved interval.
#[must_use]
pub fn when(w: &When) -> v1::When<'_> {
    let from = w.from.map(|date| match w.time {
        Some(t) => format!("{date}T{:02}:{:02}", t.hour(), t.minute()),
        None => date.to_string(),
    });
    v1::When {
        from,
        to: w.to.map(|d| d.to_string()),
        precision: Named(w.precision),
        text: str(&w.text),
    }
}

#[must_use]
/// The code of an event, where PLOVER has one.
pub fn plover(event: Option<Plover>, mode: Option<PloverMode>) -> Option<v1::Plover> {
    event.map(|e| v1::Plover {
        event: Named(e),
        mode: mode.map(Named),
    })
}

fn support(s: Support) -> v1::Support {
    v1::Support {
        articles: s.articles,
        origins: s.origins,
        voices: s.voices,
    }
}

fn str(text: &str) -> Str<'_> {
    Cow::Borrowed(text)
}

fn ids(ids: &[ArticleId]) -> Vec<Str<'_>> {
    ids.iter().map(|id| str(id.as_str())).collect()
}

fn cites<'a>(cites: &'a Cites, texts: &Texts<'a>) -> Vec<v1::Cite<'a>> {
    cites.iter().map(|c: &Cite| texts.cite(c)).collect()
}

fn story<'a>(story: &'a Story, texts: &Texts<'a>, name: UnitName<'_>) -> v1::Story<'a> {
    let period = story.period.map(|p| v1::Period {
        from: p.from.to_string(),
        to: p.to.to_string(),
    });
    let origins = story.origins.iter().map(|o| v1::Origin {
        id: str(o.id.as_str()),
        articles: ids(&o.articles),
        kind: Named(o.kind),
        why: str(&o.why),
        confidence: o.confidence.map(Confidence::share),
    });
    let voices = story.voices.iter().map(|v| v1::Voice {
        id: str(v.id.as_str()),
        name: str(&v.name),
        entity: v.entity.as_ref().map(|e| str(e.as_str())),
        kind: Named(v.kind),
        why: str(&v.why),
    });
    v1::Story {
        id: str(story.id.as_str()),
        why: str(&story.why),
        title: str(&story.title),
        period,
        main: story.main.as_ref().map(|e| str(e.as_str())),
        articles: ids(&story.articles),
        origins: origins.collect(),
        voices: voices.collect(),
        copies: story.copies.iter().map(|c| copy(c, texts)).collect(),
        entities: story.entities.iter().map(|e| entity(e, texts)).collect(),
        events: story.events.iter().map(|e| event(e, texts)).collect(),
        figures: story.figures.iter().map(|f| figure(f, texts, name)).collect(),
        statements: story.statements.iter().map(|s| statement(s, texts)).collect(),
        conflicts: story.conflicts.iter().map(|c| conflict(c, texts)).collect(),
        quotes: story.quotes.iter().map(|q| quote(q, texts)).collect(),
        timeline: story.timeline.iter().map(|t| timeline_row(t, texts)).collect(),
        digest: story.digest.iter().map(|d| digest(d, texts)).collect(),
    }
}

/// A passage that stands in two articles.
#[must_use]
pub fn copy<'a>(copy: &'a Copy, texts: &Texts<'a>) -> v1::Copy<'a> {
    v1::Copy {
        from: texts.cite(&copy.from),
        to: texts.cite(&copy.to),
        words: copy.words,
        similarity: copy.similarity,
        direction: Named(copy.direction),
        kind: Named(copy.kind),
        why: Some(str(&copy.why)),
        confidence: copy.confidence.map(Confidence::share),
    }
}

fn entity<'a>(entity: &'a Entity, texts: &Texts<'a>) -> v1::Entity<'a> {
    // The record has no kind for named happenings: in it they are entities like other names.
    let kind = match entity.kind {
        MentionKind::Event => MentionKind::Other,
        kind => kind,
    };
    let roles = entity.roles.iter().map(|r| v1::Role {
        title: str(&r.title),
        organization: r.organization.as_deref().map(Cow::Borrowed),
        state: Named(r.state),
        from: r.from.map(|d| d.to_string()),
        to: r.to.map(|d| d.to_string()),
        cites: cites(&r.cites, texts),
        confidence: r.confidence.map(Confidence::share),
    });
    let names = entity.names.iter().map(|n| v1::Name {
        text: str(&n.text),
        count: n.count,
    });
    v1::Entity {
        id: str(entity.id.as_str()),
        kind: Named(kind),
        name: str(&entity.name),
        names: names.collect(),
        country: entity.country.as_deref().map(Cow::Borrowed),
        roles: roles.collect(),
        cites: cites(&entity.cites, texts),
        why: str(&entity.why),
        confidence: entity.confidence.map(Confidence::share),
    }
}

fn event<'a>(event: &'a Event, texts: &Texts<'a>) -> v1::Event<'a> {
    let participants = event.participants.iter().map(|p| v1::Participant {
        entity: str(p.entity.as_str()),
        role: Named(p.role),
    });
    v1::Event {
        id: str(event.id.as_str()),
        kind: Named(event.kind),
        label: str(&event.label),
        plover: plover(event.plover, event.mode),
        status: Named(event.status),
        when: event.when.as_ref().map(when),
        place: event.place.as_ref().map(|e| str(e.as_str())),
        participants: participants.collect(),
        why: str(&event.why),
        cites: cites(&event.cites, texts),
        support: support(event.support),
        background: background(event.background.as_deref()),
        confidence: event.confidence.map(Confidence::share),
    }
}

fn figure<'a>(figure: &'a Figure, texts: &Texts<'a>, name: UnitName<'_>) -> v1::Figure<'a> {
    let reports = figure.reports.iter().map(|r| v1::FigureReport {
        value: r.value,
        low: r.low,
        high: r.high,
        bound: Named(r.bound),
        unit: r.unit.as_ref().map(name),
        unit_code: r.unit.as_ref().and_then(Unit::code),
        basis: r.basis.as_deref().map(Cow::Borrowed),
        voice: str(r.voice.as_str()),
        cite: texts.cite(&r.cite),
    });
    v1::Figure {
        id: str(figure.id.as_str()),
        measure: str(&figure.measure),
        unit: figure.unit.as_ref().map(name),
        unit_code: figure.unit.as_ref().and_then(Unit::code),
        period: figure.period.as_ref().map(when),
        reports: reports.collect(),
        series: figure.series.as_ref().map(|points| {
            let point = |p: &'a SeriesPoint| v1::SeriesPoint {
                when: when(&p.when),
                low: p.low,
                high: p.high,
                reports: p.reports.clone(),
            };
            points.iter().map(point).collect()
        }),
        agreement: Named(figure.agreement),
        why: str(&figure.why),
        support: support(figure.support),
        background: background(figure.background.as_deref()),
        confidence: figure.confidence.map(Confidence::share),
    }
}

fn background(why: Option<&str>) -> Option<v1::Background<'_>> {
    why.map(|why| v1::Background { why: str(why) })
}

fn statement<'a>(statement: &'a Statement, texts: &Texts<'a>) -> v1::Statement<'a> {
    let reports = statement.reports.iter().map(|r| v1::StatementReport {
        cite: texts.cite(&r.cite),
        voice: str(r.voice.as_str()),
    });
    v1::Statement {
        id: str(statement.id.as_str()),
        text: str(&statement.text),
        reports: reports.collect(),
        support: support(statement.support),
        why: str(&statement.why),
        background: background(statement.background.as_deref()),
        confidence: statement.confidence.map(Confidence::share),
    }
}

fn conflict<'a>(conflict: &'a Conflict, texts: &Texts<'a>) -> v1::Conflict<'a> {
    v1::Conflict {
        id: str(conflict.id.as_str()),
        kind: Named(conflict.kind),
        of: conflict.of.iter().map(|s| str(s.as_str())).collect(),
        cites: cites(&conflict.cites, texts),
        why: str(&conflict.why),
        confidence: conflict.confidence.map(Confidence::share),
    }
}

fn quote<'a>(quote: &'a Quotation, texts: &Texts<'a>) -> v1::Quote<'a> {
    v1::Quote {
        id: str(quote.id.as_str()),
        words: str(&quote.words),
        form: Named(quote.form),
        denies: quote.denies,
        cue: quote.cue.as_deref().map(Cow::Borrowed),
        speaker: quote.speaker.as_ref().map(|e| str(e.as_str())),
        speaker_text: quote.speaker_text.as_deref().map(Cow::Borrowed),
        cite: texts.cite(&quote.cite),
        confidence: quote.confidence.map(Confidence::share),
    }
}

fn timeline_row<'a>(row: &'a TimelineRow, texts: &Texts<'a>) -> v1::TimelineRow<'a> {
    let id = |r: &'a TimelineRef| match r {
        TimelineRef::Event(id) => str(id.as_str()),
        TimelineRef::Figure(id) => str(id.as_str()),
    };
    v1::TimelineRow {
        when: when(&row.when),
        label: str(&row.label),
        refs: row.refs.iter().map(id).collect(),
        cites: cites(&row.cites, texts),
        background: background(row.background.as_deref()),
        confidence: row.confidence.map(Confidence::share),
    }
}

fn digest<'a>(digest: &'a Digest, texts: &Texts<'a>) -> v1::Digest<'a> {
    v1::Digest {
        text: str(&digest.text),
        cites: cites(&digest.cites, texts),
        support: support(digest.support),
        against: digest.against.as_deref().map(Cow::Borrowed),
        confidence: digest.confidence.map(Confidence::share),
    }
}
