//! The rows of one story.

use std::collections::BTreeMap;

use super::{Rows, filled};
use crate::record::v1;
use crate::tables::{Value, moments};
use crate::{Str, number};

/// What rows of a story share, and names by id, which stand beside ids for whoever reads one table alone.
struct Of<'a> {
    story: Value<'a>,
    entities: BTreeMap<&'a str, &'a str>,
    voices: BTreeMap<&'a str, &'a str>,
}

impl<'a> Of<'a> {
    fn entity(&self, id: Option<&'a Str<'_>>) -> [Value<'a>; 2] {
        let name = id.and_then(|id| self.entities.get(id.as_ref()).copied());
        [id.into(), name.into()]
    }

    fn voice(&self, id: &'a Str<'_>) -> [Value<'a>; 2] {
        [id.into(), self.voices.get(id.as_ref()).copied().into()]
    }

    fn names(&self, of: impl Iterator<Item = &'a v1::Participant<'a>>) -> Value<'a> {
        let names = of.filter_map(|p| self.entities.get(p.entity.as_ref()).copied());
        filled(names.collect::<Vec<_>>().join("; "))
    }
}

/// All rows of a story.
pub(super) fn fill<'a>(story: &'a v1::Story<'a>, rows: &mut Rows<'a>) {
    let v1::Story {
        id,
        why,
        title,
        period,
        main,
        articles,
        origins,
        voices,
        copies,
        entities,
        events,
        figures,
        statements,
        conflicts,
        quotes,
        timeline,
        digest,
    } = story;
    let of = &Of {
        story: id.into(),
        entities: entities
            .iter()
            .map(|e| (e.id.as_ref(), e.name.as_ref()))
            .collect(),
        voices: voices.iter().map(|v| (v.id.as_ref(), v.name.as_ref())).collect(),
    };
    rows.add(
        "stories",
        vec![
            id.into(),
            title.into(),
            moments::written_day(period.as_ref().map(|p| p.from.as_str())),
            moments::written_day(period.as_ref().map(|p| p.to.as_str())),
            main.as_ref().into(),
            articles.len().into(),
            origins.len().into(),
            why.into(),
        ],
    );
    members(of, articles, origins, rows);
    origins.iter().for_each(|o| origin(of, o, rows));
    voices.iter().for_each(|v| voice(of, v, rows));
    copies.iter().for_each(|c| copy(of, c, rows));
    entities.iter().for_each(|e| entity(of, e, rows));
    events.iter().for_each(|e| event(of, e, rows));
    figures.iter().for_each(|f| figure(of, f, rows));
    statements.iter().for_each(|s| statement(of, s, rows));
    conflicts.iter().for_each(|c| conflict(of, c, rows));
    quotes.iter().for_each(|q| quote(of, q, rows));
    timeline
        .iter()
        .enumerate()
        .for_each(|(i, r)| timeline_line(of, i, r, rows));
    digest
        .iter()
        .enumerate()
        .for_each(|(i, d)| digest_line(of, i, d, rows));
}

fn members<'a>(of: &Of<'a>, articles: &'a [Str<'_>], origins: &'a [v1::Origin<'_>], rows: &mut Rows<'a>) {
    let origin_of: BTreeMap<&str, &Str<'_>> = (origins.iter())
        .flat_map(|o| o.articles.iter().map(|a| (a.as_ref(), &o.id)))
        .collect();
    for article in articles {
        let origin = origin_of.get(article.as_ref()).copied();
        rows.add("members", vec![of.story.clone(), article.into(), origin.into()]);
    }
}

fn origin<'a>(of: &Of<'a>, origin: &'a v1::Origin<'_>, rows: &mut Rows<'a>) {
    let v1::Origin {
        id,
        articles,
        kind,
        why,
        confidence,
    } = origin;
    let row = vec![
        of.story.clone(),
        id.into(),
        kind.as_str().into(),
        articles.len().into(),
        why.into(),
        (*confidence).into(),
    ];
    rows.add("origins", row);
}

fn voice<'a>(of: &Of<'a>, voice: &'a v1::Voice<'_>, rows: &mut Rows<'a>) {
    let v1::Voice {
        id,
        name,
        entity,
        kind,
        why,
    } = voice;
    let row = vec![
        of.story.clone(),
        id.into(),
        name.into(),
        entity.as_ref().into(),
        kind.as_str().into(),
        why.into(),
    ];
    rows.add("voices", row);
}

fn copy<'a>(of: &Of<'a>, copy: &'a v1::Copy<'_>, rows: &mut Rows<'a>) {
    let v1::Copy {
        from,
        to,
        words,
        similarity,
        direction,
        kind,
        why,
        confidence,
    } = copy;
    let mut row = vec![of.story.clone()];
    row.extend(cite(from));
    row.extend(cite(to));
    row.extend([
        (*words).into(),
        (*similarity).into(),
        direction.as_str().into(),
        kind.as_str().into(),
        why.as_ref().into(),
        (*confidence).into(),
    ]);
    rows.add("copies", row);
}

fn entity<'a>(of: &Of<'a>, entity: &'a v1::Entity<'_>, rows: &mut Rows<'a>) {
    let v1::Entity {
        id,
        kind,
        name,
        names,
        country,
        roles,
        cites,
        why,
        confidence,
    } = entity;
    let mut row = vec![
        of.story.clone(),
        id.into(),
        kind.as_str().into(),
        name.into(),
        country.as_ref().into(),
        why.into(),
    ];
    row.extend(first(cites));
    row.push((*confidence).into());
    rows.add("entities", row);
    all_cites(of, "entities", &id.into(), cites, rows);
    for v1::Name { text, count } in names {
        let row = vec![of.story.clone(), id.into(), text.into(), (*count).into()];
        rows.add("names", row);
    }
    for (i, r) in roles.iter().enumerate() {
        role(of, id, i, r, rows);
    }
}

fn role<'a>(of: &Of<'a>, entity: &'a Str<'_>, place: usize, role: &'a v1::Role<'_>, rows: &mut Rows<'a>) {
    let v1::Role {
        title,
        organization,
        state,
        from,
        to,
        cites,
        confidence,
    } = role;
    let mut row = vec![
        of.story.clone(),
        entity.into(),
        place.into(),
        title.into(),
        organization.as_ref().into(),
        state.as_str().into(),
    ];
    row.extend(moments::partial(from.as_deref()));
    row.extend(moments::partial(to.as_deref()));
    row.extend(first(cites));
    row.push((*confidence).into());
    rows.add("roles", row);
    all_cites(of, "roles", &format!("{entity}/{place}").into(), cites, rows);
}

fn event<'a>(of: &Of<'a>, event: &'a v1::Event<'a>, rows: &mut Rows<'a>) {
    let v1::Event {
        id,
        kind,
        label,
        plover,
        status,
        when,
        place,
        participants,
        why,
        cites,
        support,
        background,
        confidence,
    } = event;
    let (root, mode) = match plover {
        Some(v1::Plover { event, mode }) => (Some(event.as_str()), mode.map(|m| m.as_str())),
        None => (None, None),
    };
    let mut row = vec![of.story.clone(), id.into(), kind.as_str().into(), label.into()];
    row.extend([root.into(), mode.into(), status.as_str().into()]);
    row.extend(moments::when(when.as_ref()));
    row.extend(of.entity(place.as_ref()));
    for role in ["source", "target"] {
        row.push(of.names(participants.iter().filter(|p| p.role.as_str() == role)));
    }
    row.push(why.into());
    row.extend(supported(support));
    row.push(aside(background.as_ref()));
    row.extend(first(cites));
    row.push((*confidence).into());
    rows.add("events", row);
    all_cites(of, "events", &id.into(), cites, rows);
    for v1::Participant { entity, role } in participants {
        let mut row = vec![of.story.clone(), id.into()];
        row.extend(of.entity(Some(entity)));
        row.push(role.as_str().into());
        rows.add("participants", row);
    }
}

fn figure<'a>(of: &Of<'a>, figure: &'a v1::Figure<'_>, rows: &mut Rows<'a>) {
    let v1::Figure {
        id,
        measure,
        unit,
        unit_code,
        period,
        reports,
        series,
        agreement,
        why,
        support,
        background,
        confidence,
    } = figure;
    let mut row = vec![of.story.clone(), id.into(), measure.into()];
    row.extend([unit.as_deref().into(), unit_code.as_deref().into()]);
    row.extend(moments::when(period.as_ref()));
    row.extend([agreement.as_str().into(), why.into()]);
    row.extend(supported(support));
    row.extend([aside(background.as_ref()), (*confidence).into()]);
    rows.add("figures", row);
    for (i, r) in reports.iter().enumerate() {
        figure_report(of, id, i, r, rows);
    }
    for (i, p) in series.iter().flatten().enumerate() {
        let v1::SeriesPoint {
            when,
            low,
            high,
            reports,
        } = p;
        for report in reports {
            let mut row = vec![of.story.clone(), id.into(), i.into(), (*report).into()];
            row.extend(moments::when(Some(when)));
            row.extend([(*low).into(), (*high).into()]);
            rows.add("series", row);
        }
    }
}

fn figure_report<'a>(
    of: &Of<'a>,
    figure: &'a Str<'_>,
    place: usize,
    report: &'a v1::FigureReport<'_>,
    rows: &mut Rows<'a>,
) {
    let v1::FigureReport {
        value,
        low,
        high,
        bound,
        unit,
        unit_code,
        basis,
        voice,
        cite: words,
    } = report;
    let is_told = number::is_printed(*value, *low, *high, &words.text);
    let told = |n: &Option<f64>| Value::from(n.filter(|_| is_told));
    let mut row = vec![of.story.clone(), figure.into(), place.into()];
    row.extend([value, low, high].map(told));
    row.push(bound.as_str().into());
    row.extend([
        unit.as_deref().into(),
        unit_code.as_deref().into(),
        basis.as_ref().into(),
    ]);
    row.extend(of.voice(voice));
    row.extend(cite(words));
    rows.add("figure_reports", row);
}

fn statement<'a>(of: &Of<'a>, statement: &'a v1::Statement<'_>, rows: &mut Rows<'a>) {
    let v1::Statement {
        id,
        text,
        reports,
        support,
        why,
        background,
        confidence,
    } = statement;
    let mut row = vec![of.story.clone(), id.into(), text.into()];
    row.extend(supported(support));
    row.extend([why.into(), aside(background.as_ref()), (*confidence).into()]);
    rows.add("statements", row);
    for v1::StatementReport { cite: words, voice } in reports {
        let mut row = vec![of.story.clone(), id.into()];
        row.extend(of.voice(voice));
        row.extend(cite(words));
        rows.add("statement_reports", row);
    }
}

fn conflict<'a>(of: &Of<'a>, conflict: &'a v1::Conflict<'_>, rows: &mut Rows<'a>) {
    let v1::Conflict {
        id,
        kind,
        of: parts,
        cites,
        why,
        confidence,
    } = conflict;
    let mut row = vec![of.story.clone(), id.into(), kind.as_str().into(), why.into()];
    row.extend(first(cites));
    row.push((*confidence).into());
    rows.add("conflicts", row);
    all_cites(of, "conflicts", &id.into(), cites, rows);
    for part in parts {
        rows.add("conflict_rows", vec![of.story.clone(), id.into(), part.into()]);
    }
}

fn quote<'a>(of: &Of<'a>, quote: &'a v1::Quote<'_>, rows: &mut Rows<'a>) {
    let v1::Quote {
        id,
        words,
        form,
        denies,
        cue,
        speaker,
        speaker_text,
        cite: printed,
        confidence,
    } = quote;
    let mut row = vec![of.story.clone(), id.into(), words.into(), form.as_str().into()];
    row.extend([Value::Flag(*denies), cue.as_ref().into()]);
    row.extend(of.entity(speaker.as_ref()));
    row.push(speaker_text.as_ref().into());
    row.extend(cite(printed));
    row.push((*confidence).into());
    rows.add("quotes", row);
}

fn timeline_line<'a>(of: &Of<'a>, place: usize, line: &'a v1::TimelineRow<'_>, rows: &mut Rows<'a>) {
    let v1::TimelineRow {
        when,
        label,
        refs,
        cites,
        background,
        confidence,
    } = line;
    let mut row = vec![of.story.clone(), place.into()];
    row.extend(moments::when(Some(when)));
    row.extend([label.into(), aside(background.as_ref())]);
    row.extend(first(cites));
    row.push((*confidence).into());
    rows.add("timeline", row);
    all_cites(of, "timeline", &place.to_string().into(), cites, rows);
    for id in refs {
        rows.add("timeline_rows", vec![of.story.clone(), place.into(), id.into()]);
    }
}

fn digest_line<'a>(of: &Of<'a>, place: usize, line: &'a v1::Digest<'_>, rows: &mut Rows<'a>) {
    let v1::Digest {
        text,
        cites,
        support,
        against,
        confidence,
    } = line;
    let mut row = vec![of.story.clone(), place.into(), text.into()];
    row.extend(supported(support));
    row.push(against.as_ref().into());
    row.extend(first(cites));
    row.push((*confidence).into());
    rows.add("digest", row);
    all_cites(of, "digest", &place.to_string().into(), cites, rows);
}

fn all_cites<'a>(
    of: &Of<'a>,
    table: &'static str,
    row: &Value<'a>,
    cites: &'a [v1::Cite<'_>],
    rows: &mut Rows<'a>,
) {
    for c in cites {
        let mut cells = vec![of.story.clone(), table.into(), row.clone()];
        cells.extend(cite(c));
        rows.add("cites", cells);
    }
}

fn first<'a>(cites: &'a [v1::Cite<'_>]) -> [Value<'a>; 4] {
    cites.first().map_or([const { Value::Null }; 4], cite)
}

fn cite<'a>(of: &'a v1::Cite<'_>) -> [Value<'a>; 4] {
    let v1::Cite {
        article,
        start,
        end,
        text,
    } = of;
    [article.into(), (*start).into(), (*end).into(), text.into()]
}

fn supported<'a>(support: &v1::Support) -> [Value<'a>; 3] {
    let v1::Support {
        articles,
        origins,
        voices,
    } = support;
    [*articles, *origins, *voices].map(Value::from)
}

fn aside<'a>(background: Option<&'a v1::Background<'_>>) -> Value<'a> {
    background.map(|b| &b.why).into()
}
