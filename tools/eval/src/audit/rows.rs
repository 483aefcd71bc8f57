//! The rows of a record, kind by kind, with what each of them claims. Ids of the record are no part of a claim, since they
//! change with the rows beside; names stand in their place.

use std::collections::BTreeMap;

use dossier::model::{
    Copy, Digest, Dossier, Entity, EntityId, Event, Figure, FigureReport, Origin, Quotation, Statement,
    Story, Support, TimelineRow, Unit, When,
};

use dossier::wire::Texts;

use super::kind::Kind;
use super::place::Place;
use super::row::{Row, Telling};

/// All rows of a kind, in the order of the record.
#[must_use]
pub fn rows(record: &Dossier, kind: Kind) -> Vec<Row> {
    let mut out = Vec::new();
    let texts = &Texts::new(record);
    for story in &record.stories {
        let from = Source::new(texts, story);
        out.extend(
            tellings(&from, kind)
                .into_iter()
                .map(|t| t.row(kind, &story.title, texts)),
        );
    }
    out
}

/// A story and what its rows refer to.
struct Source<'a> {
    texts: &'a Texts<'a>,
    story: &'a Story,
    names: BTreeMap<&'a EntityId, &'a str>,
}

impl<'a> Source<'a> {
    fn new(texts: &'a Texts<'a>, story: &'a Story) -> Self {
        let names = story.entities.iter().map(|e| (&e.id, e.name.as_str())).collect();
        Self { texts, story, names }
    }

    fn name(&self, id: Option<&EntityId>) -> &'a str {
        id.and_then(|id| self.names.get(id).copied()).unwrap_or("")
    }
}

fn tellings(from: &Source, kind: Kind) -> Vec<Telling> {
    let s = from.story;
    let joined = |f: &&Figure| f.reports.len() > 1;
    match kind {
        Kind::Events => s.events.iter().map(|e| event(from, e)).collect(),
        Kind::Timeline => s.timeline.iter().map(timeline).collect(),
        Kind::FiguresSingle => s
            .figures
            .iter()
            .filter(|f| !joined(f))
            .map(|f| figure(from, f))
            .collect(),
        Kind::FiguresJoined => s.figures.iter().filter(joined).map(|f| figure(from, f)).collect(),
        Kind::Entities => s
            .entities
            .iter()
            .filter(|e| e.names.iter().map(|n| n.count).sum::<usize>() > 1)
            .map(|e| entity(from, e))
            .collect(),
        Kind::Roles => s
            .entities
            .iter()
            .flat_map(|e| (0..e.roles.len()).filter_map(|place| role(from, e, place)))
            .collect(),
        Kind::Quotes => s.quotes.iter().map(|q| quotation(from, q)).collect(),
        Kind::StatementsJoined => s
            .statements
            .iter()
            .filter(|t| t.reports.len() > 1)
            .map(statement)
            .collect(),
        Kind::Copies => s.copies.iter().map(copy).collect(),
        Kind::Origins => s
            .origins
            .iter()
            .filter(|o| o.articles.len() > 1)
            .map(|o| origin(from, o))
            .collect(),
        Kind::Digest => s.digest.iter().map(digest).collect(),
    }
}

fn event(from: &Source, e: &Event) -> Telling {
    let mut parties: Vec<String> = e
        .participants
        .iter()
        .map(|p| format!("{} ({})", from.name(Some(&p.entity)), p.role.as_str()))
        .collect();
    parties.sort();
    Telling::default()
        .confidence(e.confidence)
        .aside("id", &e.id)
        .claim("type", e.kind.as_str())
        .claim("status", e.status.as_str())
        .claim("label", &e.label)
        .claim("when", interval(e.when.as_ref()))
        .claim("place", from.name(e.place.as_ref()))
        .claim("parties", parties.join(", "))
        .claim("plover", e.plover.map_or("", |p| p.as_str()))
        .claim("mode", e.mode.map_or("", |m| m.as_str()))
        .aside("told", printed(e.when.as_ref()))
        .aside("support", support(e.support))
        .aside("why", &e.why)
        .cites(e.cites.iter())
}

fn timeline(t: &TimelineRow) -> Telling {
    Telling::default()
        .confidence(t.confidence)
        .claim("when", interval(Some(&t.when)))
        .claim("label", &t.label)
        .aside("told", printed(Some(&t.when)))
        .cites(t.cites.iter())
}

fn figure(from: &Source, f: &Figure) -> Telling {
    let mut reports: Vec<String> = f.reports.iter().map(|r| report(from, r)).collect();
    reports.sort();
    let series = f.series.as_deref().unwrap_or_default();
    let series: Vec<String> = series
        .iter()
        .map(|p| format!("{}: {} to {}", interval(Some(&p.when)), p.low, p.high))
        .collect();
    Telling::default()
        .confidence(f.confidence)
        .aside("id", &f.id)
        .claim("measure", &f.measure)
        .claim("unit", unit(f.unit.as_ref()))
        .claim("period", interval(f.period.as_ref()))
        .claim("agreement", f.agreement.as_str())
        .claim("reports", reports.join(", "))
        .claim("series", series.join(", "))
        .aside("told", printed(f.period.as_ref()))
        .aside("support", support(f.support))
        .aside("why", &f.why)
        .cites(f.reports.iter().map(|r| &r.cite))
}

fn report(from: &Source, r: &FigureReport) -> String {
    let mut out = r.bound.as_str().to_owned();
    let range = || [r.low, r.high].into_iter().flatten().collect();
    let numbers: Vec<f64> = r.value.map_or_else(range, |value| vec![value]);
    for number in numbers {
        out.push_str(&format!(" {number}"));
    }
    if let Some(u) = &r.unit {
        out.push_str(&format!(" {}", unit(Some(u))));
    }
    if let Some(basis) = &r.basis {
        out.push_str(&format!(" by {basis}"));
    }
    // An article's own voice is no claim; somebody to whom the number is attributed is one.
    let voice = from
        .story
        .voices
        .iter()
        .find(|v| v.id == r.voice && v.kind.as_str() != "outlet");
    if let Some(voice) = voice {
        out.push_str(&format!(" says {}", voice.name));
    }
    out
}

fn entity(from: &Source, e: &Entity) -> Telling {
    let mut names: Vec<&str> = e.names.iter().map(|n| n.text.as_str()).collect();
    names.sort_unstable();
    let counts: Vec<String> = e
        .names
        .iter()
        .map(|n| format!("{} ×{}", n.text, n.count))
        .collect();
    Telling::default()
        .confidence(e.confidence)
        .aside("id", &e.id)
        .claim("kind", e.kind.as_str())
        .claim("name", &e.name)
        .claim("names", names.join(", "))
        .claim("country", e.country.as_deref().unwrap_or(""))
        .aside("printed", counts.join(", "))
        .aside("why", &e.why)
        .cites_by_spelling(e.cites.iter(), from.texts)
}

fn role(from: &Source, e: &Entity, place: usize) -> Option<Telling> {
    let r = e.roles.get(place)?;
    let term = |day: Option<dossier::model::TermDate>| day.map(|d| d.to_string()).unwrap_or_default();
    let telling = Telling::default()
        .confidence(r.confidence)
        .aside("id", format!("{}.roles[{place}]", e.id))
        .claim("who", &e.name)
        .claim("office", &r.title)
        .claim("of", r.organization.as_deref().unwrap_or(""))
        .claim("state", r.state.as_str())
        .claim("from", term(r.from))
        .claim("to", term(r.to))
        .cites_by_spelling(r.cites.iter(), from.texts);
    Some(telling)
}

fn quotation(from: &Source, q: &Quotation) -> Telling {
    Telling::default()
        .confidence(q.confidence)
        .aside("id", &q.id)
        .claim("form", q.form.as_str())
        .claim("speaker", from.name(q.speaker.as_ref()))
        .claim("as printed", q.speaker_text.as_deref().unwrap_or(""))
        .claim("cue", q.cue.as_deref().unwrap_or(""))
        .claim("words", &q.words)
        .cites([&q.cite])
}

fn statement(s: &Statement) -> Telling {
    Telling::default()
        .confidence(s.confidence)
        .aside("id", &s.id)
        .claim("text", &s.text)
        .aside("support", support(s.support))
        .aside("why", &s.why)
        .cites(s.reports.iter().map(|r| &r.cite))
}

fn copy(c: &Copy) -> Telling {
    // Which side comes first is part of what is claimed where the direction is known.
    let known = c.direction.as_str() == "known";
    Telling::default()
        .confidence(c.confidence)
        .claim("direction", c.direction.as_str())
        .claim("from", if known { c.from.article.as_str() } else { "" })
        .claim("kind", c.kind.as_str())
        .aside("shared words", c.words)
        .aside("similarity", format!("{:.2}", c.similarity))
        .aside("why", &c.why)
        .cites([&c.from, &c.to])
}

fn origin(from: &Source, o: &Origin) -> Telling {
    let articles: Vec<_> = (o.articles.iter())
        .filter_map(|id| Some(from.texts.get(id)?.article))
        .collect();
    let mut agencies: Vec<&str> = articles
        .iter()
        .map(|a| a.meta.agency.as_deref().unwrap_or("none"))
        .collect();
    agencies.sort_unstable();
    agencies.dedup();
    let shown: Vec<String> = articles
        .iter()
        .map(|a| {
            let title = a.meta.title.as_deref().unwrap_or("");
            let agency = a.meta.agency.as_deref().unwrap_or("no agency");
            format!("{} ({agency}): {title}", a.meta.outlet.as_deref().unwrap_or("?"))
        })
        .collect();
    Telling::default()
        .confidence(o.confidence)
        .aside("id", &o.id)
        .claim("kind", o.kind.as_str())
        .claim("agencies", agencies.join(", "))
        .aside("why", &o.why)
        .aside("articles", shown.join(" // "))
        .articles(articles.into_iter().map(Place::whole).collect())
}

fn digest(d: &Digest) -> Telling {
    Telling::default()
        .confidence(d.confidence)
        .claim("text", &d.text)
        .claim("against", d.against.as_deref().unwrap_or(""))
        .aside("support", support(d.support))
        .cites(d.cites.iter())
}

fn unit(unit: Option<&Unit>) -> String {
    unit.map(dossier::publish::unit::name).unwrap_or_default()
}

/// The days of an interval; not the words it was read from, which differ between articles.
fn interval(when: Option<&When>) -> String {
    let Some(w) = when else {
        return String::new();
    };
    let day = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string()).unwrap_or_default();
    let time = w.time.map(|t| format!(" {t}")).unwrap_or_default();
    format!("{}{time}..{} {}", day(w.from), day(w.to), w.precision.as_str())
}

fn printed(when: Option<&When>) -> &str {
    when.map_or("", |w| w.text.as_str())
}

fn support(s: Support) -> String {
    format!(
        "{} articles, {} origins, {} voices",
        s.articles, s.origins, s.voices
    )
}
