//! The domain, from a line. What comes out keeps every promise of the domain's types: spans lie in the text, layers are
//! in order, places in other layers are there, dependencies end at a root.

use dossier_model::{
    AnnotatedArticle, Annotation, Annotations, Article, ArticleDraft, ArticleId, Change, Coverage,
    EventMention, EventParticipant, FigureMention, Layer, LocalEntity, LocalId, Mention, Published, Quantity,
    Quote, QuoteEvidence, RoleEvidence, RoleMention, Span, TermDate, Time, Version, When,
};

mod frame;
mod tokens;
mod wording;

use super::v1;
use crate::error::{Error, Inside, Result, rows};
use crate::place::{self, Place};
use crate::record::read_known;
use crate::{Str, moment};

/// The article and its annotations of one line.
///
/// # Errors
/// Where the line is no such JSON, of another format, or promises what it does not keep.
///
/// ```
/// let error = dossier_wire::annotations::read(r#"{"format": "dossier/1"}"#).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "format: is \"dossier/1\", not \"dossier-annotations/1\"; hint: give what this version writes"
/// );
/// ```
pub fn read(line: &str) -> Result<AnnotatedArticle> {
    match serde_json::from_str::<v1::Line<'_>>(line) {
        Ok(line) => from_wire(line),
        Err(error) => {
            crate::check_format_of(line, v1::FORMAT)?;
            Err(error.into())
        }
    }
}

/// The article and its annotations.
///
/// # Errors
/// Names the row that does not fit the text or another row.
pub fn from_wire(line: v1::Line<'_>) -> Result<AnnotatedArticle> {
    crate::check_format(&line.format, v1::FORMAT)?;
    let text = line.article.text.clone().into_owned();
    let place = Place::new(&text);
    let article = self::article(line.article, &place).inside("article")?;
    let notes = annotations(line.annotations, &place).inside("annotations")?;
    Ok(AnnotatedArticle { article, notes })
}

fn article(wire: v1::Article<'_>, place: &Place<'_>) -> Result<Article> {
    let blocks = wire.blocks.iter().map(|b| (b.kind.0, wide(b.span)));
    let blocks = place::blocks(place, blocks)?;
    let version = wire.version.map(|v| version(v, place).map(Box::new));
    let meta = ArticleDraft {
        source: wire.source.into_owned(),
        url: owned(wire.url),
        outlet: owned(wire.outlet),
        agency: owned(wire.agency),
        title: owned(wire.title),
        byline: owned(wire.byline),
        published: wire.published.map(published).transpose().inside("published")?,
        modified: wire.modified.map(published).transpose().inside("modified")?,
        language: owned(wire.language),
        coverage: wire
            .coverage
            .map(|c| coverage(&c))
            .transpose()
            .inside("coverage")?,
        section: owned(wire.section),
        known: read_known(wire.known),
        extent: wire.extent.0,
        also: wire.also.into_iter().map(Str::into_owned).collect(),
        version: version.transpose().inside("version")?,
    };
    Ok(Article::new(
        ArticleId::new(wire.id),
        meta,
        wire.text.into_owned(),
        blocks,
    ))
}

fn published(wire: v1::Moment) -> Result<Published> {
    let v1::Moment {
        date,
        time,
        offset,
        precision,
        basis,
    } = wire;
    Ok(Published {
        date: moment::date(&date).inside("date")?,
        time: time.as_deref().map(moment::time).transpose().inside("time")?,
        offset: offset
            .as_deref()
            .map(moment::offset)
            .transpose()
            .inside("offset")?,
        precision: precision.0,
        basis: basis.0,
    })
}

fn version(wire: v1::Version<'_>, place: &Place<'_>) -> Result<Version> {
    let before = |[start, end]: v1::Pair| {
        let problem = || {
            Error::new(
                format!("starts at {start}, behind its end at {end}"),
                "start first",
            )
        };
        (start <= end).then_some(Span { start, end }).ok_or_else(problem)
    };
    let change = |c: v1::Change| {
        Ok(Change {
            kind: c.kind.0,
            before: c.before_bytes.map(before).transpose().inside("before_bytes")?,
            after: span_or_none(c.after, place).inside("after")?,
        })
    };
    Ok(Version {
        earlier: wire.earlier.map(ArticleId::new),
        later: wire.later.map(ArticleId::new),
        order: wire.order.0,
        changes: rows("changes", wire.changes, change)?,
    })
}

/// What the rows of a layer may point to.
struct Scope<'a> {
    place: &'a Place<'a>,
    tokens: usize,
    mentions: usize,
    entities: usize,
    roles: usize,
    times: usize,
    quantities: usize,
    figures: usize,
    quotes: usize,
    events: usize,
}

#[expect(clippy::too_many_lines, reason = "a layer after the other")]
fn annotations(wire: v1::Annotations<'_>, place: &Place<'_>) -> Result<Annotations> {
    let v1::Annotations {
        coverage,
        sentences,
        tokens,
        frames,
        mentions,
        entities,
        roles,
        times,
        quantities,
        figures,
        quotes,
        events,
        wording,
    } = wire;
    let scope = &Scope {
        place,
        tokens: tokens.span.len(),
        mentions: mentions.len(),
        entities: entities.len(),
        roles: roles.len(),
        times: times.len(),
        quantities: quantities.len(),
        figures: figures.len(),
        quotes: quotes.len(),
        events: events.len(),
    };
    let sentences = apart("sentences", sentences, place)?;
    let wording = wording::wording(wording, &sentences, scope).inside("wording")?;
    Ok(Annotations {
        coverage: self::coverage(&coverage).inside("coverage")?,
        tokens: tokens::read(tokens, &sentences, place).inside("tokens")?,
        sentences,
        frames: layer(
            "frames",
            frames,
            place,
            |f| (f.span, None, f),
            |f| frame::predicate(f, scope),
        )?,
        mentions: layer(
            "mentions",
            mentions,
            place,
            |m| (m.span, m.confidence, m),
            |m| mention(m, scope),
        )?,
        locals: entities.into_iter().map(entity).collect(),
        roles: layer(
            "roles",
            roles,
            place,
            |r| (r.span, r.confidence, r),
            |r| role(r, scope),
        )?,
        times: layer("times", times, place, |t| (t.span, t.confidence, t), time)?,
        quantities: layer(
            "quantities",
            quantities,
            place,
            |q| (q.span, q.confidence, q),
            |q| quantity(q, scope),
        )?,
        figures: layer(
            "figures",
            figures,
            place,
            |f| (f.span, f.confidence, f),
            |f| figure(f, scope),
        )?,
        quotes: layer(
            "quotes",
            quotes,
            place,
            |q| (q.span, q.confidence, q),
            |q| quote(q, scope),
        )?,
        events: layer(
            "events",
            events,
            place,
            |e| (e.span, e.confidence, e),
            |e| event(e, scope),
        )?,
        wording,
    })
}

pub(crate) fn coverage(names: &[Str<'_>]) -> Result<Coverage> {
    Coverage::from_names(names.iter().map(|n| n.as_ref())).ok_or_else(|| {
        let all: Vec<&str> = Coverage::ALL.names().collect();
        Error::new(
            "names a layer that nothing reads",
            format!("one of {}", all.join(", ")),
        )
    })
}

/// Spans in order that do not overlap, none of them empty.
fn apart(field: &str, wire: Vec<v1::Pair>, place: &Place<'_>) -> Result<Vec<Span>> {
    let mut end = 0;
    rows(field, wire, |pair| {
        let span = self::span(pair, place)?;
        if span.is_empty() {
            return Err(Error::new("is empty", "leave out what holds no words"));
        }
        if span.start < end {
            return Err(Error::new(
                "begins before the end of the one in front of it",
                "they are in order and do not overlap",
            ));
        }
        end = span.end;
        Ok(span)
    })
}

/// Findings in order of their spans, which other layers count on.
fn layer<W, T>(
    field: &str,
    wire: Vec<W>,
    place: &Place<'_>,
    split: impl Fn(W) -> (v1::Pair, Option<f64>, W),
    read: impl Fn(W) -> Result<T>,
) -> Result<Layer<T>> {
    let mut last = Span { start: 0, end: 0 };
    let items = rows(field, wire, |row| {
        let (pair, confidence, row) = split(row);
        let span = self::span(pair, place).inside("span")?;
        if span < last {
            return Err(Error::new(
                "stands before the one in front of it",
                "rows are sorted by start, then end",
            ));
        }
        last = span;
        Ok(Annotation {
            span,
            value: read(row)?,
            confidence: crate::confidence(confidence)?,
        })
    })?;
    Ok(Layer::new(items))
}

fn mention(wire: v1::Mention, scope: &Scope<'_>) -> Result<Mention> {
    Ok(Mention {
        kind: wire.kind.0,
        form: wire.form.0,
        local: scope.entity_or_none(wire.entity).inside("entity")?,
    })
}

fn entity(wire: v1::Entity<'_>) -> LocalEntity {
    LocalEntity {
        kind: wire.kind.0,
        name: wire.name.into_owned(),
        country: owned(wire.country),
        is_country: wire.is_country,
        key: wire.key.into_owned(),
        gender: wire.gender.map(|g| g.0),
        order: wire.order.map(|o| o.0),
    }
}

fn role(wire: v1::Role<'_>, scope: &Scope<'_>) -> Result<RoleMention> {
    let term = |term: Option<v1::Term>| match term {
        Some(v1::Term { day, precision }) => Ok(Some(TermDate {
            day: moment::date(&day).inside("day")?,
            precision: precision.0,
        })),
        None => Ok(None),
    };
    Ok(RoleMention {
        holder: scope.entity(wire.entity).inside("entity")?,
        title: scope.span(wire.title).inside("title")?,
        organization: span_or_none(wire.organization, scope.place).inside("organization")?,
        country: owned(wire.country),
        former: wire.former,
        from: term(wire.from).inside("from")?,
        to: term(wire.to).inside("to")?,
        evidence: RoleEvidence::default(),
    })
}

fn when(wire: v1::When<'_>) -> Result<When> {
    let day = |text: Option<String>| text.as_deref().map(moment::date).transpose();
    Ok(When {
        from: day(wire.from).inside("from")?,
        to: day(wire.to).inside("to")?,
        time: wire
            .time
            .as_deref()
            .map(moment::time)
            .transpose()
            .inside("time")?,
        precision: wire.precision.0,
        text: wire.text.into_owned(),
    })
}

fn time(wire: v1::Time<'_>) -> Result<Time> {
    Ok(Time {
        kind: wire.kind.0,
        value: wire.value.into_owned(),
        when: wire.when.map(when).transpose().inside("when")?,
    })
}

fn quantity(wire: v1::Quantity<'_>, scope: &Scope<'_>) -> Result<Quantity> {
    Ok(Quantity {
        value: wire.value,
        low: wire.low,
        high: wire.high,
        bound: wire.bound.0,
        unit: wire.unit.map(super::unit::read).transpose().inside("unit")?,
        of: span_or_none(wire.of, scope.place).inside("of")?,
        ordinal: wire.ordinal,
        step: wire.step,
        moves: wire.moves,
    })
}

fn figure(wire: v1::Figure<'_>, scope: &Scope<'_>) -> Result<FigureMention> {
    Ok(FigureMention {
        quantity: place_in(wire.quantity, scope.quantities, "quantities").inside("quantity")?,
        measure: wire.measure.into_owned(),
        key: wire.key.into_iter().map(Str::into_owned).collect(),
        subjects: rows("subjects", wire.subjects, |id| scope.entity(id))?,
        period: wire.period.map(when).transpose().inside("period")?,
        basis: span_or_none(wire.basis, scope.place).inside("basis")?,
        clause: scope.span(wire.clause).inside("clause")?,
        label: dossier_model::LabelKind::Unknown,
    })
}

fn quote(wire: v1::Quote, scope: &Scope<'_>) -> Result<Quote> {
    Ok(Quote {
        content: rows("content", wire.content, |s| scope.span(s))?,
        cue: rows("cue", wire.cue, |s| scope.span(s))?,
        source: rows("source", wire.source, |s| scope.span(s))?,
        speaker: scope.entity_or_none(wire.speaker).inside("speaker")?,
        form: wire.form.0,
        kind: wire.kind.0,
        evidence: QuoteEvidence::default(),
    })
}

fn event(wire: v1::Event<'_>, scope: &Scope<'_>) -> Result<EventMention> {
    let participant = |p: v1::Participant| {
        Ok(EventParticipant {
            span: scope.span(p.span).inside("span")?,
            local: scope.entity_or_none(p.entity).inside("entity")?,
        })
    };
    let time = wire.time.map(|at| place_in(at, scope.times, "times"));
    Ok(EventMention {
        kind: wire.kind.0,
        plover: wire.plover.map(|p| p.0),
        mode: wire.mode.map(|m| m.0),
        sources: rows("sources", wire.sources, participant)?,
        targets: rows("targets", wire.targets, participant)?,
        place: wire.place.map(participant).transpose().inside("place")?,
        time: time.transpose().inside("time")?,
        when: wire.when.map(when).transpose().inside("when")?,
        status: wire.status.0,
        several: wire.several,
        object: span_or_none(wire.object, scope.place).inside("object")?,
        clause: scope.span(wire.clause).inside("clause")?,
    })
}

impl Scope<'_> {
    fn span(&self, pair: v1::Pair) -> Result<Span> {
        span(pair, self.place)
    }

    fn entity(&self, id: u32) -> Result<LocalId> {
        place_in(id, self.entities, "entities").map(|_| LocalId(id))
    }

    fn entity_or_none(&self, id: Option<u32>) -> Result<Option<LocalId>> {
        id.map(|id| self.entity(id)).transpose()
    }
}

fn place_in(at: u32, count: usize, list: &str) -> Result<usize> {
    let at = at as usize;
    (at < count).then_some(at).ok_or_else(|| {
        Error::new(
            format!("{at} is no place in the {count} {list}"),
            "places count from 0",
        )
    })
}

fn span(pair: v1::Pair, place: &Place<'_>) -> Result<Span> {
    place.span(wide(pair))
}

fn span_or_none(pair: Option<v1::Pair>, place: &Place<'_>) -> Result<Option<Span>> {
    pair.map(|p| span(p, place)).transpose()
}

fn wide(pair: v1::Pair) -> [usize; 2] {
    pair.map(|n| n as usize)
}

fn owned(text: Option<Str<'_>>) -> Option<String> {
    text.map(Str::into_owned)
}
