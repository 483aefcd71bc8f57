//! The domain, from the record.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    Article, ArticleDraft, ArticleId, Change, Cite, Cites, Conflict, ConflictId, Copy, Digest, Dossier,
    Entity, EntityId, Event, EventId, Extent, Figure, FigureId, FigureReport, Iso4217, NameCount, Note,
    Origin, OriginId, Participant, Period, Published, PublishedPrecision, Quotation, QuoteId, Role,
    SeriesPoint, Statement, StatementId, StatementReport, Story, StoryId, Support, TermDate, TimelineRef,
    TimelineRow, Ucum, Unit, UnitBase, Version, VersionOrder, Voice, VoiceId, When, WhenPrecision,
};

use super::{known, v1};
use crate::error::{Error, Inside, Result, rows};
use crate::place::Place;
use crate::{moment, place};

/// The dossier of a record's text.
///
/// # Errors
/// Where the text is no such record: no JSON, another format, a cite whose words are not where it says.
///
/// ```
/// let error = dossier_wire::record::read(r#"{"format": "dossier/9"}"#).unwrap_err();
/// assert!(error.to_string().starts_with("format: is \"dossier/9\""));
/// ```
pub fn read(json: &str) -> Result<Dossier> {
    match serde_json::from_str::<v1::Record<'_>>(json) {
        Ok(record) => from_wire(record),
        Err(error) => {
            crate::check_format_of(json, v1::FORMAT)?;
            Err(error.into())
        }
    }
}

/// The dossier of a record. What the record does not tell is not made up: an event's kind of name comes back as
/// "other", an age as a length of time, a unit without a code as a noun, and changes between versions whose texts are not both there as none.
///
/// # Errors
/// Names the row, where one does not fit the others or an article's text.
pub fn from_wire(record: v1::Record<'_>) -> Result<Dossier> {
    crate::check_format(&record.format, v1::FORMAT)?;
    let notes = record.notes.into_iter();
    let notes = notes.map(|n| Note::new(n.source, n.message)).collect();
    let articles = articles(record.articles)?;
    let mut places: BTreeMap<&str, Place<'_>> = BTreeMap::new();
    for article in &articles {
        places.insert(article.id.as_str(), Place::new(article.text()));
    }
    let stories = rows("stories", record.stories, |s| story(s, &places))?;
    drop(places);
    Ok(Dossier {
        notes,
        articles,
        stories,
    })
}

/// The texts by their articles' ids.
type Places<'a> = BTreeMap<&'a str, Place<'a>>;

fn articles(wire: Vec<v1::Article<'_>>) -> Result<Vec<Article>> {
    let mut ids = BTreeSet::new();
    let earlier: BTreeSet<String> = (wire.iter())
        .filter_map(|a| a.version.as_ref()?.earlier.as_ref().map(ToString::to_string))
        .collect();
    let texts: BTreeMap<String, String> = (wire.iter())
        .filter(|a| earlier.contains(a.id.as_ref()))
        .map(|a| (a.id.to_string(), a.text.to_string()))
        .collect();
    rows("articles", wire, |a| {
        if !ids.insert(a.id.to_string()) {
            let problem = format!("id {:?} stands for two articles", a.id);
            return Err(Error::new(problem, "an id names one article").inside("id"));
        }
        article(a, &texts)
    })
}

fn article(wire: v1::Article<'_>, texts: &BTreeMap<String, String>) -> Result<Article> {
    let text = wire.text.into_owned();
    let place = Place::new(&text);
    let blocks = wire.blocks.into_iter().map(|b| (b.kind.0, [b.start, b.end]));
    let blocks = place::blocks(&place, blocks)?;
    let version = match wire.version {
        Some(version) => Some(Box::new(self::version(version, &place, texts).inside("version")?)),
        None => None,
    };
    let meta = ArticleDraft {
        source: wire.source.into_owned(),
        url: owned(wire.url),
        outlet: owned(wire.outlet),
        agency: owned(wire.agency),
        title: owned(wire.title),
        byline: owned(wire.byline),
        published: optional(wire.published, published).inside("published")?,
        modified: optional(wire.modified, published).inside("modified")?,
        language: owned(wire.language),
        coverage: known::coverage(&wire.coverage)?,
        section: owned(wire.section),
        known: known::fields(wire.known),
        extent: wire.extent.map_or(Extent::Full, |e| e.0),
        also: wire.also.into_iter().map(crate::Str::into_owned).collect(),
        version,
    };
    Ok(Article::new(ArticleId::new(wire.id), meta, text, blocks))
}

fn version(wire: v1::Version<'_>, after: &Place<'_>, texts: &BTreeMap<String, String>) -> Result<Version> {
    let before = wire.earlier.as_ref().and_then(|id| texts.get(id.as_ref()));
    let before = before.map(|text| Place::new(text));
    let change = |c: v1::Change| {
        let span = |place: Option<&Place<'_>>, at: Option<v1::Place>| match (at, place) {
            (Some(at), Some(place)) => place.span([at.start, at.end]).map(Some),
            (Some(_), None) => Err(Error::new(
                "points into a text that is not there",
                "the earlier version is an article of the record",
            )),
            (None, _) => Ok(None),
        };
        Ok(Change {
            kind: c.kind.0,
            before: span(before.as_ref(), c.before).inside("before")?,
            after: span(Some(after), c.after).inside("after")?,
        })
    };
    let places = wire.changed.map(|c| c.places).unwrap_or_default();
    Ok(Version {
        earlier: wire.earlier.map(ArticleId::new),
        later: wire.later.map(ArticleId::new),
        order: wire.order.map_or(VersionOrder::default(), |o| o.0),
        changes: rows("changed.places", places, change)?,
    })
}

fn published(wire: v1::Published) -> Result<Published> {
    let text = wire.value.as_str();
    let mut out = Published {
        precision: wire.precision.0,
        basis: wire.basis.0,
        ..Published::on(jiff::civil::Date::ZERO)
    };
    out.date = match wire.precision.0 {
        PublishedPrecision::Year | PublishedPrecision::Month => moment::first_day(text).inside("value")?,
        PublishedPrecision::Day => moment::date(text).inside("value")?,
        PublishedPrecision::Second => {
            let (day, clock) = text.split_once('T').ok_or_else(|| {
                Error::new(
                    format!("{text:?} has no time of day"),
                    "write it as 2024-05-02T17:30:00",
                )
                .inside("value")
            })?;
            let (clock, offset) = clock.split_at(clock.find(['Z', '+', '-']).unwrap_or(clock.len()));
            out.time = Some(moment::time(clock).inside("value")?);
            if !offset.is_empty() {
                out.offset = Some(moment::offset(offset).inside("value")?);
            }
            moment::date(day).inside("value")?
        }
    };
    Ok(out)
}

fn when(wire: v1::When<'_>) -> Result<When> {
    let mut time = None;
    let from = match wire.from.as_deref() {
        Some(text) => {
            let (day, clock) = match text.split_once('T') {
                Some((day, clock)) => (day, Some(clock)),
                None => (text, None),
            };
            if let Some(clock) = clock {
                time = Some(moment::time(clock).inside("from")?);
            }
            Some(moment::date(day).inside("from")?)
        }
        None => None,
    };
    let to = wire.to.as_deref();
    Ok(When {
        from,
        to: to.map(moment::date).transpose().inside("to")?,
        time,
        precision: wire.precision.0,
        text: wire.text.into_owned(),
    })
}

fn support(s: v1::Support) -> Support {
    Support {
        articles: s.articles,
        origins: s.origins,
        voices: s.voices,
    }
}

fn cite(wire: v1::Cite<'_>, places: &Places<'_>) -> Result<Cite> {
    let id = wire.article.as_ref();
    let place = places.get(id).ok_or_else(|| {
        Error::new(format!("no article {id:?}"), "cited articles are in articles").inside("article")
    })?;
    let span = place.span([wire.start, wire.end])?;
    if place.words(span) != wire.text {
        let problem = format!("is not what stands at {}..{} of {id:?}", wire.start, wire.end);
        return Err(Error::new(problem, "offsets count code points of the article's text").inside("text"));
    }
    Ok(Cite {
        article: ArticleId::new(id),
        span,
    })
}

fn cites(wire: Vec<v1::Cite<'_>>, places: &Places<'_>) -> Result<Cites> {
    let all = rows("cites", wire, |c| cite(c, places))?;
    Cites::new(all).ok_or_else(|| Error::new("is empty", "no fact without words").inside("cites"))
}

fn story(wire: v1::Story<'_>, places: &Places<'_>) -> Result<Story> {
    let period = optional(wire.period, |p| {
        Ok(Period {
            from: moment::date(&p.from).inside("from")?,
            to: moment::date(&p.to).inside("to")?,
        })
    });
    let events: BTreeSet<String> = wire.events.iter().map(|e| e.id.to_string()).collect();
    let figures: BTreeSet<String> = wire.figures.iter().map(|f| f.id.to_string()).collect();
    let refer = |id: crate::Str<'_>| {
        if events.contains(id.as_ref()) {
            Ok(TimelineRef::Event(EventId::new(id)))
        } else if figures.contains(id.as_ref()) {
            Ok(TimelineRef::Figure(FigureId::new(id)))
        } else {
            let problem = format!("no event or figure {id:?}");
            Err(Error::new(problem, "a ref is the id of a row of this story"))
        }
    };
    let main = optional(wire.main, |id| {
        let problem = || format!("no event {id:?}");
        let known = events.contains(id.as_ref()).then(|| EventId::new(id.clone()));
        known.ok_or_else(|| Error::new(problem(), "the main event is the id of an event of this story"))
    });
    Ok(Story {
        id: StoryId::new(wire.id),
        why: wire.why.into_owned(),
        title: wire.title.into_owned(),
        period: period.inside("period")?,
        main: main.inside("main")?,
        articles: ids(wire.articles),
        origins: rows("origins", wire.origins, origin)?,
        voices: wire.voices.into_iter().map(voice).collect(),
        copies: rows("copies", wire.copies, |c| copy(c, places))?,
        entities: rows("entities", wire.entities, |e| entity(e, places))?,
        events: rows("events", wire.events, |e| event(e, places))?,
        figures: rows("figures", wire.figures, |f| figure(f, places))?,
        statements: rows("statements", wire.statements, |s| statement(s, places))?,
        conflicts: rows("conflicts", wire.conflicts, |c| conflict(c, places))?,
        quotes: rows("quotes", wire.quotes, |q| quote(q, places))?,
        timeline: rows("timeline", wire.timeline, |row| {
            Ok(TimelineRow {
                when: when(row.when).inside("when")?,
                label: row.label.into_owned(),
                refs: rows("refs", row.refs, refer)?,
                cites: cites(row.cites, places)?,
                background: row.background.map(|b| b.why.into_owned()),
                confidence: crate::confidence(row.confidence)?,
            })
        })?,
        digest: rows("digest", wire.digest, |d| {
            Ok(Digest {
                text: d.text.into_owned(),
                cites: cites(d.cites, places)?,
                support: support(d.support),
                against: owned(d.against),
                confidence: crate::confidence(d.confidence)?,
            })
        })?,
    })
}

fn origin(wire: v1::Origin<'_>) -> Result<Origin> {
    Ok(Origin {
        id: OriginId::new(wire.id),
        articles: ids(wire.articles),
        kind: wire.kind.0,
        why: wire.why.into_owned(),
        confidence: crate::confidence(wire.confidence)?,
    })
}

fn voice(wire: v1::Voice<'_>) -> Voice {
    Voice {
        id: VoiceId::new(wire.id),
        name: wire.name.into_owned(),
        entity: wire.entity.map(EntityId::new),
        kind: wire.kind.0,
        why: wire.why.into_owned(),
    }
}

fn copy(wire: v1::Copy<'_>, places: &Places<'_>) -> Result<Copy> {
    Ok(Copy {
        from: cite(wire.from, places).inside("from")?,
        to: cite(wire.to, places).inside("to")?,
        words: wire.words,
        similarity: wire.similarity,
        direction: wire.direction.0,
        kind: wire.kind.0,
        why: wire.why.unwrap_or_default().into_owned(),
        confidence: crate::confidence(wire.confidence)?,
    })
}

fn entity(wire: v1::Entity<'_>, places: &Places<'_>) -> Result<Entity> {
    let role = |r: v1::Role<'_>| {
        Ok(Role {
            title: r.title.into_owned(),
            organization: owned(r.organization),
            state: r.state.0,
            from: optional(r.from.as_deref(), |d| term(d, Edge::First)).inside("from")?,
            to: optional(r.to.as_deref(), |d| term(d, Edge::Last)).inside("to")?,
            cites: cites(r.cites, places)?,
            confidence: crate::confidence(r.confidence)?,
        })
    };
    let name = |n: v1::Name<'_>| NameCount {
        text: n.text.into_owned(),
        count: n.count,
    };
    Ok(Entity {
        id: EntityId::new(wire.id),
        kind: wire.kind.0,
        name: wire.name.into_owned(),
        names: wire.names.into_iter().map(name).collect(),
        country: owned(wire.country),
        roles: rows("roles", wire.roles, role)?,
        cites: cites(wire.cites, places)?,
        why: wire.why.into_owned(),
        confidence: crate::confidence(wire.confidence)?,
    })
}

/// Which day of a month or year stands for it.
#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

/// A date as exact as it is known: "2019", "2016-05", "2021-03-03".
fn term(text: &str, edge: Edge) -> Result<TermDate> {
    let (precision, day) = match text.matches('-').count() {
        0 => (WhenPrecision::Year, moment::first_day(text)?),
        1 => (WhenPrecision::Month, moment::first_day(text)?),
        _ => (WhenPrecision::Day, moment::date(text)?),
    };
    let day = match (edge, precision) {
        (Edge::Last, WhenPrecision::Year) => day.last_of_year(),
        (Edge::Last, WhenPrecision::Month) => day.last_of_month(),
        _ => day,
    };
    Ok(TermDate { day, precision })
}

fn event(wire: v1::Event<'_>, places: &Places<'_>) -> Result<Event> {
    let participant = |p: v1::Participant<'_>| Participant {
        entity: EntityId::new(p.entity),
        role: p.role.0,
    };
    Ok(Event {
        id: EventId::new(wire.id),
        kind: wire.kind.0,
        label: wire.label.into_owned(),
        plover: wire.plover.as_ref().map(|p| p.event.0),
        mode: wire.plover.as_ref().and_then(|p| p.mode).map(|m| m.0),
        status: wire.status.0,
        when: optional(wire.when, when).inside("when")?,
        place: wire.place.map(EntityId::new),
        participants: wire.participants.into_iter().map(participant).collect(),
        cites: cites(wire.cites, places)?,
        support: support(wire.support),
        why: wire.why.into_owned(),
        background: wire.background.map(|b| b.why.into_owned()),
        confidence: crate::confidence(wire.confidence)?,
    })
}

fn figure(wire: v1::Figure<'_>, places: &Places<'_>) -> Result<Figure> {
    let count = wire.reports.len();
    let report = |r: v1::FigureReport<'_>| {
        Ok(FigureReport {
            value: r.value,
            low: r.low,
            high: r.high,
            bound: r.bound.0,
            unit: unit(r.unit, r.unit_code.as_deref()),
            basis: owned(r.basis),
            voice: VoiceId::new(r.voice),
            cite: cite(r.cite, places).inside("cite")?,
        })
    };
    let point = |p: v1::SeriesPoint<'_>| {
        if let Some(at) = p.reports.iter().find(|&&at| at >= count) {
            let problem = format!("{at} is no place in the {count} reports");
            return Err(Error::new(problem, "places count from 0").inside("reports"));
        }
        Ok(SeriesPoint {
            when: when(p.when).inside("when")?,
            low: p.low,
            high: p.high,
            reports: p.reports,
        })
    };
    Ok(Figure {
        id: FigureId::new(wire.id),
        measure: wire.measure.into_owned(),
        unit: unit(wire.unit, wire.unit_code.as_deref()),
        period: optional(wire.period, when).inside("period")?,
        reports: rows("reports", wire.reports, report)?,
        series: optional(wire.series, |points| rows("series", points, point))?,
        agreement: wire.agreement.0,
        why: wire.why.into_owned(),
        support: support(wire.support),
        background: wire.background.map(|b| b.why.into_owned()),
        confidence: crate::confidence(wire.confidence)?,
    })
}

/// The unit of a code. A name without a code stays a noun that is counted: names are written for readers, and none is
/// taken apart.
fn unit(name: Option<String>, code: Option<&str>) -> Option<Unit> {
    let base = |code: &str| match code {
        "%" => Some(UnitBase::Percent),
        code => {
            (Iso4217::new(code).map(UnitBase::Currency)).or_else(|| Ucum::new(code).map(UnitBase::Measure))
        }
    };
    let coded = code.and_then(|code| match code.split_once('/') {
        Some((of, by)) => Some(Unit::per(base(of)?, base(by)?)),
        None => base(code).map(Unit::from),
    });
    coded.or_else(|| name.map(|name| UnitBase::Count(name).into()))
}

fn statement(wire: v1::Statement<'_>, places: &Places<'_>) -> Result<Statement> {
    let report = |r: v1::StatementReport<'_>| {
        Ok(StatementReport {
            cite: cite(r.cite, places).inside("cite")?,
            voice: VoiceId::new(r.voice),
        })
    };
    Ok(Statement {
        id: StatementId::new(wire.id),
        text: wire.text.into_owned(),
        reports: rows("reports", wire.reports, report)?,
        support: support(wire.support),
        why: wire.why.into_owned(),
        background: wire.background.map(|b| b.why.into_owned()),
        confidence: crate::confidence(wire.confidence)?,
    })
}

fn conflict(wire: v1::Conflict<'_>, places: &Places<'_>) -> Result<Conflict> {
    Ok(Conflict {
        id: ConflictId::new(wire.id),
        kind: wire.kind.0,
        of: wire.of.into_iter().map(StatementId::new).collect(),
        cites: cites(wire.cites, places)?,
        why: wire.why.into_owned(),
        confidence: crate::confidence(wire.confidence)?,
    })
}

fn quote(wire: v1::Quote<'_>, places: &Places<'_>) -> Result<Quotation> {
    Ok(Quotation {
        id: QuoteId::new(wire.id),
        words: wire.words.into_owned(),
        form: wire.form.0,
        denies: wire.denies,
        cue: owned(wire.cue),
        speaker: wire.speaker.map(EntityId::new),
        speaker_text: owned(wire.speaker_text),
        cite: cite(wire.cite, places).inside("cite")?,
        confidence: crate::confidence(wire.confidence)?,
    })
}

fn ids(wire: Vec<crate::Str<'_>>) -> Vec<ArticleId> {
    wire.into_iter().map(ArticleId::new).collect()
}

fn owned(text: Option<crate::Str<'_>>) -> Option<String> {
    text.map(crate::Str::into_owned)
}

fn optional<A, B>(value: Option<A>, read: impl FnOnce(A) -> Result<B>) -> Result<Option<B>> {
    value.map(read).transpose()
}
