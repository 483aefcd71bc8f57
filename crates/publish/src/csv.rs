//! Tables for a spreadsheet or a notebook: one file each for events, figures, quotes, entities, statements,
//! articles and conflicts. A row is one cite, so that every row shows its words, its article and its place. What is not sure enough to
//! be a fact stands in files of its own, with the same columns.

use dossier_model::{Cite, Confidence, Dossier, Support, Unit, When};

use crate::clean::clean;
use crate::plain;
use crate::unit;
use dossier_wire::Texts;
use dossier_wire::record;

/// A file to write beside the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// `events.csv` and the like.
    pub path: &'static str,
    /// The table with a head, UTF-8, comma, CRLF (RFC 4180).
    pub body: String,
}

/// Seven tables.
///
/// ```
/// let files = dossier_publish::csv::render(&dossier_model::Dossier::default());
/// assert_eq!(files[5].path, "articles.csv");
/// ```
#[must_use]
pub fn render(dossier: &Dossier) -> Vec<File> {
    render_with(dossier, Confidence::FACT)
}

/// Whether a table has this name, one of rows that are less sure as well.
///
/// ```
/// assert!(dossier_publish::csv::is_table("events-less-certain.csv"));
/// assert!(!dossier_publish::csv::is_table("mine.csv"));
/// ```
#[must_use]
pub fn is_table(name: &str) -> bool {
    let sure = name
        .strip_suffix("-less-certain.csv")
        .map(|stem| format!("{stem}.csv"));
    let sure = sure.as_deref().unwrap_or(name);
    name.ends_with(".csv") && render(&Dossier::default()).iter().any(|f| f.path == sure)
}

/// [`render`], where a fact takes so much confidence. Tables of rows that are less sure follow, where there are any.
#[must_use]
pub fn render_with(dossier: &Dossier, least: Confidence) -> Vec<File> {
    let texts = &Texts::new(dossier);
    let facts = |c: Option<Confidence>| least.admits(c);
    let rest = |c: Option<Confidence>| !least.admits(c);
    let facts = &Source {
        dossier,
        texts,
        is_wanted: &facts,
    };
    let rest = &Source {
        dossier,
        texts,
        is_wanted: &rest,
    };
    let file = |path, body| File { path, body };
    let mut files = vec![
        file("events.csv", events(facts)),
        file("figures.csv", figures(facts)),
        file("quotes.csv", quotes(facts)),
        file("entities.csv", entities(facts)),
        file("statements.csv", statements(facts)),
        file("articles.csv", articles(dossier)),
        file("conflicts.csv", conflicts(facts)),
    ];
    let doubtful = [
        file("events-less-certain.csv", events(rest)),
        file("figures-less-certain.csv", figures(rest)),
        file("quotes-less-certain.csv", quotes(rest)),
        file("entities-less-certain.csv", entities(rest)),
        file("statements-less-certain.csv", statements(rest)),
    ];
    // A table of nothing is its head alone.
    files.extend(
        doubtful
            .into_iter()
            .filter(|f| f.body.matches("\r\n").count() > 1),
    );
    files
}

/// What a table is made of.
struct Source<'a> {
    dossier: &'a Dossier,
    texts: &'a Texts<'a>,
    /// Whether rows that are so sure stand in it.
    is_wanted: &'a dyn Fn(Option<Confidence>) -> bool,
}

/// Columns of a cite, last in every table.
const CITE: [&str; 4] = ["article", "start", "end", "words"];
/// Columns of a time.
const WHEN: [&str; 4] = ["from", "to", "precision", "when_text"];
/// Column of how sure a row is, behind all others, where tables that were read before end.
const CONFIDENCE: [&str; 1] = ["confidence"];
/// Column of why a row is of another matter than its story, behind that one.
const BACKGROUND: [&str; 1] = ["background"];
/// Columns of how many say it.
const SUPPORT: [&str; 3] = ["articles", "origins", "voices"];

/// One table in the making.
struct Table(::csv::Writer<Vec<u8>>);

impl Table {
    fn new(head: &[&[&str]]) -> Self {
        let mut builder = ::csv::WriterBuilder::new();
        let writer = builder
            .terminator(::csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let mut table = Self(writer);
        table.write(head.concat().into_iter().map(str::to_owned));
        table
    }

    fn row(&mut self, cells: Vec<String>) {
        // An id may be an export's own, so that it is cleaned like all else.
        self.write(cells.into_iter().map(|c| guarded(clean(&c))));
    }

    fn write(&mut self, cells: impl Iterator<Item = String>) {
        // Rows of one length into memory: neither can fail.
        let _ = self.0.write_record(cells);
    }

    fn finish(self) -> String {
        let bytes = self.0.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV injection"). A
/// plain negative number is data and stays. Where a list is parted by semicolons, spreadsheets begin a cell behind each.
fn guarded(cell: String) -> String {
    let mut parts = cell.split(';');
    if !parts.any(is_formula) {
        return cell;
    }
    let guard = |part: &str| {
        if is_formula(part) {
            let gap = part.len() - part.trim_start_matches(' ').len();
            let (gap, words) = part.split_at(gap);
            format!("{gap}'{words}")
        } else {
            part.to_owned()
        }
    };
    cell.split(';').map(guard).collect::<Vec<_>>().join(";")
}

fn is_formula(part: &str) -> bool {
    let part = part.trim_start_matches(' ');
    let formula = part.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && part.parse::<f64>().is_err();
    formula || part.starts_with(['＝', '＋', '－', '＠'])
}

fn number(v: Option<f64>) -> String {
    v.filter(|v| v.is_finite())
        .map(|v| v.to_string())
        .unwrap_or_default()
}

fn sure(confidence: Option<Confidence>) -> String {
    confidence.map(|c| c.to_string()).unwrap_or_default()
}

fn text(t: Option<&str>) -> String {
    t.map(clean).unwrap_or_default()
}

fn when(w: Option<&When>) -> [String; 4] {
    let Some(w) = w else { return Default::default() };
    let wire = record::when(w);
    [
        wire.from.unwrap_or_default(),
        wire.to.unwrap_or_default(),
        wire.precision.as_str().to_owned(),
        clean(&w.text),
    ]
}

fn support(s: Support) -> [String; 3] {
    [s.articles, s.origins, s.voices].map(|n| n.to_string())
}

fn cite(c: &Cite, texts: &Texts<'_>) -> [String; 4] {
    let wire = texts.cite(c);
    [
        wire.article.into_owned(),
        wire.start.to_string(),
        wire.end.to_string(),
        clean(&wire.text),
    ]
}

fn events(from: &Source<'_>) -> String {
    let event = [
        "story",
        "event",
        "type",
        "label",
        "plover_event",
        "plover_mode",
        "status",
    ];
    let who = ["place", "sources", "targets"];
    let mut table = Table::new(&[&event, &WHEN, &who, &SUPPORT, &CITE, &CONFIDENCE, &BACKGROUND]);
    for story in &from.dossier.stories {
        let names: std::collections::BTreeMap<_, _> =
            story.entities.iter().map(|e| (&e.id, &e.name)).collect();
        for e in story.events.iter().filter(|e| (from.is_wanted)(e.confidence)) {
            let who = |role| {
                let them = e.participants.iter().filter(|p| p.role == role);
                let them = them.filter_map(|p| names.get(&p.entity)).map(|n| clean(n));
                them.collect::<Vec<_>>().join("; ")
            };
            for c in e.cites.iter() {
                let mut row = vec![
                    story.id.to_string(),
                    e.id.to_string(),
                    e.kind.as_str().to_owned(),
                    clean(&e.label),
                    e.plover.map(|p| p.as_str().to_owned()).unwrap_or_default(),
                    e.mode.map_or("", |m| m.as_str()).to_owned(),
                    e.status.as_str().to_owned(),
                ];
                row.extend(when(e.when.as_ref()));
                row.push(text(
                    e.place.as_ref().and_then(|p| names.get(p)).map(|n| n.as_str()),
                ));
                row.push(who(dossier_model::ParticipantRole::Source));
                row.push(who(dossier_model::ParticipantRole::Target));
                row.extend(support(e.support));
                row.extend(cite(c, from.texts));
                row.push(sure(e.confidence));
                row.push(text(e.background.as_deref()));
                table.row(row);
            }
        }
    }
    table.finish()
}

fn figures(from: &Source<'_>) -> String {
    let figure = ["story", "figure", "measure"];
    let value = ["agreement", "why", "value", "low", "high", "bound", "unit"];
    let said = ["basis", "voice"];
    // When a moving figure was told and the unit's code stand behind the cite, where tables that were read before end.
    let mut table = Table::new(&[
        &figure,
        &WHEN,
        &value,
        &said,
        &SUPPORT,
        &CITE,
        &["told", "unit_code"],
        &CONFIDENCE,
        &BACKGROUND,
    ]);
    for story in &from.dossier.stories {
        let voices: std::collections::BTreeMap<_, _> =
            story.voices.iter().map(|v| (&v.id, &v.name)).collect();
        for f in story.figures.iter().filter(|f| (from.is_wanted)(f.confidence)) {
            for (i, r) in f.reports.iter().enumerate() {
                let told = f.series.iter().flatten().find(|p| p.reports.contains(&i));
                let unit = r.unit.as_ref().or(f.unit.as_ref());
                let mut row = vec![story.id.to_string(), f.id.to_string(), clean(&f.measure)];
                row.extend(when(f.period.as_ref()));
                row.extend([
                    f.agreement.as_str().to_owned(),
                    clean(&f.why),
                    number(r.value),
                    number(r.low),
                    number(r.high),
                    r.bound.as_str().to_owned(),
                    text(unit.map(unit::name).as_deref()),
                    text(r.basis.as_deref()),
                    text(voices.get(&r.voice).map(|n| n.as_str())),
                ]);
                row.extend(support(f.support));
                row.extend(cite(&r.cite, from.texts));
                row.push(told.map_or(String::new(), |p| moment(&p.when)));
                row.push(unit.and_then(Unit::code).unwrap_or_default());
                row.push(sure(f.confidence));
                row.push(text(f.background.as_deref()));
                table.row(row);
            }
        }
    }
    table.finish()
}

/// "2031-05-04" or "2031-05-04T14:30".
fn moment(when: &When) -> String {
    let day = when.from.map_or(String::new(), |d| d.to_string());
    match when.time {
        Some(t) => format!("{day}T{:02}:{:02}", t.hour(), t.minute()),
        None => day,
    }
}

fn quotes(from: &Source<'_>) -> String {
    let head = ["story", "quote", "form", "said", "cue", "speaker", "speaker_text"];
    let mut table = Table::new(&[&head, &CITE, &CONFIDENCE]);
    for story in &from.dossier.stories {
        let names: std::collections::BTreeMap<_, _> =
            story.entities.iter().map(|e| (&e.id, &e.name)).collect();
        for q in story.quotes.iter().filter(|q| (from.is_wanted)(q.confidence)) {
            let mut row = vec![
                story.id.to_string(),
                q.id.to_string(),
                q.form.as_str().to_owned(),
                clean(&q.words),
                text(q.cue.as_deref()),
                text(q.speaker.as_ref().and_then(|s| names.get(s)).map(|n| n.as_str())),
                text(q.speaker_text.as_deref()),
            ];
            row.extend(cite(&q.cite, from.texts));
            row.push(sure(q.confidence));
            table.row(row);
        }
    }
    table.finish()
}

fn conflicts(from: &Source<'_>) -> String {
    let head = ["story", "conflict", "kind", "of", "why"];
    let mut table = Table::new(&[&head, &CITE, &CONFIDENCE]);
    for story in &from.dossier.stories {
        let wanted = story.conflicts.iter().filter(|c| (from.is_wanted)(c.confidence));
        for x in wanted {
            let of: Vec<String> = x.of.iter().map(ToString::to_string).collect();
            for c in x.cites.iter() {
                let mut row = vec![
                    story.id.to_string(),
                    x.id.to_string(),
                    x.kind.as_str().to_owned(),
                    of.join(" "),
                    clean(&x.why),
                ];
                row.extend(cite(c, from.texts));
                row.push(sure(x.confidence));
                table.row(row);
            }
        }
    }
    table.finish()
}

fn entities(from: &Source<'_>) -> String {
    let entity = ["story", "entity", "kind", "name"];
    let about = ["country", "spellings", "roles", "why"];
    let mut table = Table::new(&[&entity, &about, &CITE, &CONFIDENCE]);
    for story in &from.dossier.stories {
        for e in story.entities.iter().filter(|e| (from.is_wanted)(e.confidence)) {
            let spellings = e
                .names
                .iter()
                .map(|n| format!("{} ({})", clean(&n.text), n.count));
            let roles = e
                .roles
                .iter()
                .filter(|r| (from.is_wanted)(r.confidence))
                .map(|r| {
                    let office = match &r.organization {
                        Some(o) => format!("{}, {}", clean(&r.title), clean(o)),
                        None => clean(&r.title),
                    };
                    plain::term(r).map_or(office.clone(), |t| format!("{office} ({t})"))
                });
            let (spellings, roles) = (spellings.collect::<Vec<_>>(), roles.collect::<Vec<_>>());
            for c in e.cites.iter() {
                let mut row = vec![
                    story.id.to_string(),
                    e.id.to_string(),
                    e.kind.as_str().to_owned(),
                    clean(&e.name),
                    text(e.country.as_deref()),
                    spellings.join("; "),
                    roles.join("; "),
                    clean(&e.why),
                ];
                row.extend(cite(c, from.texts));
                row.push(sure(e.confidence));
                table.row(row);
            }
        }
    }
    table.finish()
}

fn statements(from: &Source<'_>) -> String {
    let mut table = Table::new(&[
        &["story", "statement", "text", "voice"],
        &SUPPORT,
        &CITE,
        &["why"],
        &CONFIDENCE,
        &BACKGROUND,
    ]);
    for story in &from.dossier.stories {
        let voices: std::collections::BTreeMap<_, _> =
            story.voices.iter().map(|v| (&v.id, &v.name)).collect();
        for s in story.statements.iter().filter(|s| (from.is_wanted)(s.confidence)) {
            for r in &s.reports {
                let voice = text(voices.get(&r.voice).map(|n| n.as_str()));
                let mut row = vec![story.id.to_string(), s.id.to_string(), clean(&s.text), voice];
                row.extend(support(s.support));
                row.extend(cite(&r.cite, from.texts));
                row.push(clean(&s.why));
                row.push(sure(s.confidence));
                row.push(text(s.background.as_deref()));
                table.row(row);
            }
        }
    }
    table.finish()
}

fn articles(dossier: &Dossier) -> String {
    let where_from = [
        "article", "stories", "origins", "source", "url", "outlet", "agency",
    ];
    let about = [
        "title",
        "byline",
        "published",
        "published_precision",
        "published_basis",
        "language",
        "words",
    ];
    let mut table = Table::new(&[&where_from, &about]);
    let mut told: std::collections::BTreeMap<_, (Vec<String>, Vec<String>)> =
        std::collections::BTreeMap::new();
    for story in &dossier.stories {
        for id in &story.articles {
            told.entry(id).or_default().0.push(story.id.to_string());
        }
        for origin in &story.origins {
            for id in &origin.articles {
                told.entry(id).or_default().1.push(origin.id.to_string());
            }
        }
    }
    for a in &dossier.articles {
        let meta = &a.meta;
        let (stories, origins) = told.remove(&a.id).unwrap_or_default();
        let published = meta.published.map(record::published);
        let (value, precision, basis) = published.map_or((String::new(), "", ""), |p| {
            (p.value, p.precision.as_str(), p.basis.as_str())
        });
        table.row(vec![
            a.id.to_string(),
            stories.join("; "),
            origins.join("; "),
            clean(&meta.source),
            text(meta.url.as_deref()),
            text(meta.outlet.as_deref()),
            text(meta.agency.as_deref()),
            text(meta.title.as_deref()),
            text(meta.byline.as_deref()),
            value,
            precision.to_owned(),
            basis.to_owned(),
            text(meta.language.as_deref()),
            record::count_words(a.text()).to_string(),
        ]);
    }
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let check = |cell: &str, expected: &str| assert_eq!(guarded(cell.to_owned()), expected);
        check("=1+1", "'=1+1");
        check("a;=1+1", "a;'=1+1");
        check("a; @x; b", "a; '@x; b");
        check("a; -5; b", "a; -5; b");
        check("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        check("@SUM(A1)", "'@SUM(A1)");
        check("-2+3", "'-2+3");
        check("\t=1", "'\t=1");
        check("＝1", "'＝1");
        check("-3.5", "-3.5");
        check("a=1", "a=1");
        check("", "");
    }
}
