//! A line, from the domain. Every struct of the domain is taken apart field by field: a field or a layer that has no
//! wire form does not compile.

use std::borrow::Cow;

use dossier_model::{
    AnnotatedArticle, Annotation, Annotations, Article, ArticleDraft, Block, Change, Confidence, Coverage,
    EventMention, EventParticipant, FigureMention, Layer, LocalEntity, Mention, Published, Quantity, Quote,
    RoleMention, Span, TermDate, Time, Tokens, Version, When,
};

mod frame;
mod wording;

use super::v1;
use crate::place::Place;
use crate::{Named, Str, moment, record};

/// The wire form of an article with its annotations.
///
/// ```
/// use dossier_model::{AnnotatedArticle, Annotations, Article};
///
/// let article = Article::plain("Ministers met in Oslo.", None);
/// let read = AnnotatedArticle { article, notes: Annotations::default() };
/// assert_eq!(dossier_wire::annotations::to_wire(&read).format, "dossier-annotations/1");
/// ```
#[must_use]
pub fn to_wire(read: &AnnotatedArticle) -> v1::Line<'_> {
    let AnnotatedArticle { article, notes } = read;
    let place = &Place::new(article.text());
    v1::Line {
        format: str(v1::FORMAT),
        generator: crate::generator(),
        article: self::article(article, place),
        annotations: annotations(notes, place),
    }
}

/// The line of an article, without a line end.
#[must_use]
pub fn write(read: &AnnotatedArticle) -> String {
    // Strings, numbers and lists only: nothing that JSON cannot hold.
    serde_json::to_string(&to_wire(read)).unwrap_or_default()
}

fn article<'a>(article: &'a Article, place: &Place<'_>) -> v1::Article<'a> {
    let ArticleDraft {
        source,
        url,
        outlet,
        agency,
        title,
        byline,
        published,
        modified,
        language,
        coverage,
        section,
        known,
        extent,
        also,
        version,
    } = &article.meta;
    v1::Article {
        id: str(article.id.as_str()),
        source: str(source),
        url: optional(url),
        outlet: optional(outlet),
        agency: optional(agency),
        title: optional(title),
        byline: optional(byline),
        published: published.map(moment),
        modified: modified.map(moment),
        language: optional(language),
        coverage: coverage.map(names),
        section: optional(section),
        known: record::known(known),
        extent: Named(*extent),
        also: also.iter().map(|s| str(s)).collect(),
        version: version.as_deref().map(|v| self::version(v, place)),
        text: str(article.text()),
        blocks: (article.blocks().iter())
            .map(|&Block { kind, span }| v1::Block {
                span: place.points(span),
                kind: Named(kind),
            })
            .collect(),
    }
}

fn moment(published: Published) -> v1::Moment {
    let Published {
        date,
        time,
        offset,
        precision,
        basis,
    } = published;
    v1::Moment {
        date: date.to_string(),
        time: time.map(|t| t.to_string()),
        offset: offset.map(moment::offset_text),
        precision: Named(precision),
        basis: Named(basis),
    }
}

fn version<'a>(version: &'a Version, place: &Place<'_>) -> v1::Version<'a> {
    let Version {
        earlier,
        later,
        order,
        changes,
    } = version;
    let change = |&Change { kind, before, after }: &Change| v1::Change {
        kind: Named(kind),
        before_bytes: before.map(|s| [s.start, s.end]),
        after: after.map(|s| place.points(s)),
    };
    v1::Version {
        earlier: earlier.as_ref().map(|id| str(id.as_str())),
        later: later.as_ref().map(|id| str(id.as_str())),
        order: Named(*order),
        changes: changes.iter().map(change).collect(),
    }
}

fn annotations<'a>(notes: &'a Annotations, place: &Place<'_>) -> v1::Annotations<'a> {
    let Annotations {
        coverage,
        sentences,
        tokens,
        frames,
        mentions,
        locals,
        roles,
        times,
        quantities,
        figures,
        quotes,
        events,
        wording: _,
    } = notes;
    v1::Annotations {
        coverage: names(*coverage),
        sentences: pairs(sentences, place),
        tokens: self::tokens(tokens, place),
        frames: layer(frames, place, |head, p| frame::predicate(head, p, place)),
        mentions: layer(mentions, place, mention),
        entities: locals.iter().map(entity).collect(),
        roles: layer(roles, place, |head, r| role(head, r, place)),
        times: layer(times, place, time),
        quantities: layer(quantities, place, |head, q| quantity(head, q, place)),
        figures: layer(figures, place, |head, f| figure(head, f, place)),
        quotes: layer(quotes, place, |head, q| quote(head, q, place)),
        events: layer(events, place, |head, e| event(head, e, place)),
        wording: wording::wording(notes, place),
    }
}

fn names<'a>(coverage: Coverage) -> Vec<Str<'a>> {
    coverage.names().map(str).collect()
}

/// What every finding has.
struct Head {
    span: v1::Pair,
    confidence: Option<f64>,
}

fn layer<'a, T, W>(layer: &'a Layer<T>, place: &Place<'_>, write: impl Fn(Head, &'a T) -> W) -> Vec<W> {
    let row = |finding: &'a Annotation<T>| {
        let Annotation {
            span,
            value,
            confidence,
        } = finding;
        let head = Head {
            span: place.points(*span),
            confidence: confidence.map(Confidence::share),
        };
        write(head, value)
    };
    layer.iter().map(row).collect()
}

fn tokens<'a>(tokens: &'a Tokens, place: &Place<'_>) -> v1::Tokens<'a> {
    let all = 0..tokens.len();
    v1::Tokens {
        span: pairs(tokens.spans(), place),
        upos: all.clone().map(|i| Named(tokens.upos(i))).collect(),
        lemma: all.clone().map(|i| str(tokens.lemma(i))).collect(),
        head: all.clone().map(|i| tokens.head(i).map(|h| h as u32)).collect(),
        deprel: all.map(|i| Named(tokens.deprel(i))).collect(),
    }
}

fn mention(head: Head, mention: &Mention) -> v1::Mention {
    let Mention { kind, form, local } = *mention;
    v1::Mention {
        span: head.span,
        confidence: head.confidence,
        kind: Named(kind),
        form: Named(form),
        entity: local.map(|id| id.0),
    }
}

fn entity(local: &LocalEntity) -> v1::Entity<'_> {
    let LocalEntity {
        kind,
        name,
        country,
        is_country,
        key,
        gender,
        order,
    } = local;
    v1::Entity {
        kind: Named(*kind),
        name: str(name),
        country: optional(country),
        is_country: *is_country,
        key: str(key),
        gender: gender.map(Named),
        order: order.map(Named),
    }
}

fn role<'a>(head: Head, role: &'a RoleMention, place: &Place<'_>) -> v1::Role<'a> {
    let RoleMention {
        holder,
        title,
        organization,
        country,
        former,
        from,
        to,
        evidence: _,
    } = role;
    let term = |&TermDate { day, precision }: &TermDate| v1::Term {
        day: day.to_string(),
        precision: Named(precision),
    };
    v1::Role {
        span: head.span,
        confidence: head.confidence,
        entity: holder.0,
        title: place.points(*title),
        organization: organization.map(|s| place.points(s)),
        country: optional(country),
        former: *former,
        from: from.as_ref().map(term),
        to: to.as_ref().map(term),
    }
}

fn when(when: &When) -> v1::When<'_> {
    let When {
        from,
        to,
        time,
        precision,
        text,
    } = when;
    v1::When {
        from: from.map(|d| d.to_string()),
        to: to.map(|d| d.to_string()),
        time: time.map(|t| t.to_string()),
        precision: Named(*precision),
        text: str(text),
    }
}

fn time(head: Head, time: &Time) -> v1::Time<'_> {
    let Time { kind, value, when } = time;
    v1::Time {
        span: head.span,
        confidence: head.confidence,
        kind: Named(*kind),
        value: str(value),
        when: when.as_ref().map(self::when),
    }
}

fn quantity<'a>(head: Head, quantity: &'a Quantity, place: &Place<'_>) -> v1::Quantity<'a> {
    let Quantity {
        value,
        low,
        high,
        bound,
        unit,
        of,
        ordinal,
        step,
        moves,
    } = quantity;
    v1::Quantity {
        span: head.span,
        confidence: head.confidence,
        value: *value,
        low: *low,
        high: *high,
        bound: Named(*bound),
        unit: unit.as_ref().map(super::unit::write),
        of: of.map(|s| place.points(s)),
        ordinal: *ordinal,
        step: *step,
        moves: *moves,
    }
}

fn figure<'a>(head: Head, figure: &'a FigureMention, place: &Place<'_>) -> v1::Figure<'a> {
    let FigureMention {
        quantity,
        measure,
        key,
        subjects,
        period,
        basis,
        clause,
        label: _,
    } = figure;
    v1::Figure {
        span: head.span,
        confidence: head.confidence,
        quantity: *quantity as u32,
        measure: str(measure),
        key: key.iter().map(|k| str(k)).collect(),
        subjects: subjects.iter().map(|id| id.0).collect(),
        period: period.as_ref().map(when),
        basis: basis.map(|s| place.points(s)),
        clause: place.points(*clause),
    }
}

fn quote(head: Head, quote: &Quote, place: &Place<'_>) -> v1::Quote {
    let Quote {
        content,
        cue,
        source,
        speaker,
        form,
        kind,
        evidence: _,
    } = quote;
    v1::Quote {
        span: head.span,
        confidence: head.confidence,
        content: pairs(content, place),
        cue: pairs(cue, place),
        source: pairs(source, place),
        speaker: speaker.map(|id| id.0),
        form: Named(*form),
        kind: Named(*kind),
    }
}

fn event<'a>(head: Head, event: &'a EventMention, place: &Place<'_>) -> v1::Event<'a> {
    let EventMention {
        kind,
        plover,
        mode,
        sources,
        targets,
        place: at,
        time,
        when,
        status,
        several,
        object,
        clause,
    } = event;
    let participant = |&EventParticipant { span, local }: &EventParticipant| v1::Participant {
        span: place.points(span),
        entity: local.map(|id| id.0),
    };
    v1::Event {
        span: head.span,
        confidence: head.confidence,
        kind: Named(*kind),
        plover: plover.map(Named),
        mode: mode.map(Named),
        sources: sources.iter().map(participant).collect(),
        targets: targets.iter().map(participant).collect(),
        place: at.as_ref().map(participant),
        time: time.map(|t| t as u32),
        when: when.as_ref().map(self::when),
        status: Named(*status),
        several: *several,
        object: object.map(|s| place.points(s)),
        clause: place.points(*clause),
    }
}

fn pairs(spans: &[Span], place: &Place<'_>) -> Vec<v1::Pair> {
    spans.iter().map(|&s| place.points(s)).collect()
}

fn str(text: &str) -> Str<'_> {
    Cow::Borrowed(text)
}

fn optional(text: &Option<String>) -> Option<Str<'_>> {
    text.as_deref().map(Cow::Borrowed)
}
