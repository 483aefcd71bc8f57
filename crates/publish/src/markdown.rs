//! A brief in Markdown (CommonMark with tables), for a mail, a wiki or an editor.

mod doubtful;
mod short;

pub(crate) use short::{Form, short};

use std::collections::HashMap;
use std::fmt::Write;

use dossier_model::{
    Article, Bound, Cite, Confidence, Dossier, Entity, EntityId, Event, MentionKind, Quotation, Role,
    SeriesPoint, Status, Story, Support, VoiceKind,
};

use crate::clean::clean;
use crate::country::country;
use crate::label::{Label, labels};
use crate::plain;
use crate::split::Split;
use crate::tally::tally;
use dossier_wire::Texts;

/// The whole dossier as one brief. Each fact names its articles by number; their list ends the story.
///
/// ```
/// let brief = dossier_publish::markdown::render(&dossier_model::Dossier::default());
/// assert_eq!(brief, "# Dossier\n\nNo story was found.\n");
/// ```
#[must_use]
pub fn render(dossier: &Dossier) -> String {
    render_with(dossier, Confidence::FACT)
}

/// [`render`], where a fact takes so much confidence.
#[must_use]
pub fn render_with(dossier: &Dossier, least: Confidence) -> String {
    let texts = Texts::new(dossier);
    let mut out = String::from("# Dossier\n\n");
    if dossier.stories.is_empty() {
        out.push_str("No story was found.\n");
    }
    for story in &dossier.stories {
        let split = &Split::new(story, least);
        let brief = Brief {
            story: &split.facts,
            split,
            least,
            texts: &texts,
            numbers: story
                .articles
                .iter()
                .enumerate()
                .map(|(i, id)| (id.as_str(), i + 1))
                .collect(),
            names: story.entities.iter().map(|e| (&e.id, e.name.as_str())).collect(),
        };
        brief.write(&mut out);
    }
    if !dossier.notes.is_empty() {
        out.push_str("## Notes\n\n");
        for note in &dossier.notes {
            line(
                &mut out,
                format_args!("- {}: {}", inline(&note.source), inline(&note.message)),
            );
        }
    }
    out
}

/// One story in the writing. The maps are only looked up in.
struct Brief<'a> {
    /// With the rows that are facts.
    story: &'a Story,
    /// With those that are not.
    split: &'a Split,
    /// What a fact takes.
    least: Confidence,
    texts: &'a Texts<'a>,
    numbers: HashMap<&'a str, usize>,
    names: HashMap<&'a EntityId, &'a str>,
}

fn line(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{words}");
}

impl Brief<'_> {
    fn write(&self, out: &mut String) {
        let story = self.story;
        line(out, format_args!("## {}\n", inline(&story.title)));
        let articles = self.sources();
        let labels = labels(&articles);
        let reported = story.period.map(|p| format!("Reported {}. ", plain::period(p)));
        line(
            out,
            format_args!("{}{}.\n", reported.unwrap_or_default(), tally(story, &labels)),
        );
        self.digest(out);
        self.events(out);
        self.who(out);
        self.conflicts(out);
        self.figures(out);
        self.statements(out);
        self.quotes(out);
        self.doubtful(out);
        self.articles(&articles, &labels, out);
    }

    /// " [1, 3]" with the articles of the cites.
    fn refs<'c>(&self, cites: impl IntoIterator<Item = &'c Cite>) -> String {
        let numbers = cites
            .into_iter()
            .filter_map(|c| self.numbers.get(c.article.as_str()));
        let mut numbers: Vec<usize> = numbers.copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        format!(" \\[{}\\]", numbers.join(", "))
    }

    fn name(&self, id: &EntityId) -> Option<String> {
        self.names.get(id).map(|n| inline(n))
    }

    fn digest(&self, out: &mut String) {
        if self.story.digest.is_empty() {
            return;
        }
        out.push_str("### In brief\n\n");
        for d in &self.story.digest {
            line(
                out,
                format_args!(
                    "- {}{} ({}){}",
                    inline(&d.text),
                    self.refs(d.cites.iter()),
                    support(d.support),
                    d.against
                        .as_deref()
                        .map_or_else(String::new, |a| format!(" {}", inline(a)))
                ),
            );
        }
        out.push('\n');
    }

    fn events(&self, out: &mut String) {
        let groups = [
            (Status::UnderWay, "Under way"),
            (Status::Past, "What happened"),
            (Status::Planned, "What is planned"),
            (Status::Hypothetical, "What might be"),
            (Status::Denied, "What is denied"),
        ];
        let (own, background): (Vec<&Event>, Vec<&Event>) =
            (self.story.events.iter()).partition(|e| e.background.is_none());
        for (status, title) in groups {
            let rows = own.iter().copied().filter(|e| e.status == status);
            self.events_under(title, rows.collect(), out);
        }
        self.events_under("Background", background, out);
    }

    /// In order of time, the undated last.
    fn events_under(&self, title: &str, mut rows: Vec<&Event>, out: &mut String) {
        if rows.is_empty() {
            return;
        }
        rows.sort_by_key(|e| {
            let day = e.when.as_ref().and_then(|w| w.from.or(w.to));
            (day.is_none(), day)
        });
        line(out, format_args!("### {title}\n"));
        for e in rows {
            line(out, format_args!("- {}", self.event(e)));
        }
        out.push('\n');
    }

    /// "**May 4**, Oslo: Talks \\[1\\] (1 article, 1 origin)".
    fn event(&self, e: &Event) -> String {
        let when = e
            .when
            .as_ref()
            .map(|w| format!("**{}**", inline(&plain::when(w))));
        let place = e.place.as_ref().and_then(|p| self.name(p));
        let known: Vec<String> = when.into_iter().chain(place).collect();
        format!(
            "{}{}{}{} ({})",
            known.join(", "),
            if known.is_empty() { "" } else { ": " },
            inline(&e.label),
            self.refs(e.cites.iter()),
            support(e.support)
        )
    }

    fn is_fact(&self, confidence: Option<Confidence>) -> bool {
        self.least.admits(confidence)
    }

    fn people(&self) -> impl Iterator<Item = &Entity> {
        let entities = self.story.entities.iter();
        entities.filter(|e| e.kind == MentionKind::Person)
    }

    fn who(&self, out: &mut String) {
        let people: Vec<_> = self.people().filter(|e| self.is_fact(e.confidence)).collect();
        if people.is_empty() {
            return;
        }
        out.push_str("### Who is who\n\n");
        for e in people {
            line(out, format_args!("- {}", self.person(e)));
        }
        out.push('\n');
    }

    /// "**Eva Lind** (Norway): Mayor, Oslo – also Lind \\[1\\]".
    fn person(&self, e: &Entity) -> String {
        let roles = e.roles.iter().filter(|r| self.is_fact(r.confidence)).map(office);
        let roles: Vec<String> = roles.collect();
        let roles = if roles.is_empty() {
            String::new()
        } else {
            format!(": {}", roles.join("; "))
        };
        let code = e.country.as_deref();
        let country = code.map(|c| format!(" ({})", inline(country(c).unwrap_or(c))));
        let others = e
            .names
            .iter()
            .filter(|n| n.text != e.name)
            .map(|n| inline(&n.text));
        let others: Vec<String> = others.collect();
        let also = if others.is_empty() {
            String::new()
        } else {
            format!(" – also {}", others.join(", "))
        };
        let refs = self.refs(e.cites.iter());
        let name = inline(&e.name);
        format!("**{name}**{}{roles}{also}{refs}", country.unwrap_or_default())
    }

    fn figures(&self, out: &mut String) {
        if self.story.figures.is_empty() {
            return;
        }
        out.push_str(
            "### Figures\n\n| measure | report | by | articles | agreement |\n|---|---|---|---|---|\n",
        );
        for f in &self.story.figures {
            let period = f.period.as_ref().map(|p| format!(", {}", plain::when(p)));
            for (i, r) in f.reports.iter().enumerate() {
                let unit = r.unit.as_ref().or(f.unit.as_ref());
                let amount = plain::hedged(r.value, r.low, r.high, r.bound, unit);
                let voice = self
                    .story
                    .voices
                    .iter()
                    .find(|v| v.id == r.voice && v.kind != VoiceKind::Outlet);
                let by: Vec<String> = r
                    .basis
                    .iter()
                    .chain(voice.map(|v| &v.name))
                    .map(|s| inline(s))
                    .collect();
                let (measure, agreement) = if i == 0 {
                    let measure = format!("{}{}", f.measure, period.as_deref().unwrap_or_default());
                    (
                        inline(&measure),
                        format!("{}: {}", f.agreement.as_str(), inline(&f.why)),
                    )
                } else {
                    (String::new(), String::new())
                };
                line(
                    out,
                    format_args!(
                        "| {measure} | {} | {} |{} | {agreement} |",
                        inline(&amount),
                        by.join("; "),
                        self.refs([&r.cite])
                    ),
                );
            }
        }
        out.push('\n');
        self.series(out);
    }

    /// The figures that move, in time.
    fn series(&self, out: &mut String) {
        let mut any = false;
        for f in &self.story.figures {
            let Some(points) = &f.series else { continue };
            let unit = f.unit.as_ref();
            let point = |p: &SeriesPoint| {
                let amount = plain::hedged(
                    (p.low == p.high).then_some(p.low),
                    Some(p.low),
                    Some(p.high),
                    Bound::Range,
                    unit,
                );
                format!("{}: {amount}", plain::when(&p.when))
            };
            let told: Vec<String> = points.iter().map(point).collect();
            line(
                out,
                format_args!("- {}, in time: {}", inline(&f.measure), inline(&told.join("; "))),
            );
            any = true;
        }
        if any {
            out.push('\n');
        }
    }

    fn conflicts(&self, out: &mut String) {
        if self.story.conflicts.is_empty() {
            return;
        }
        out.push_str("### What cannot both hold\n\n");
        for c in &self.story.conflicts {
            line(out, format_args!("- {}", inline(&c.why)));
            for s in (c.of.iter()).filter_map(|id| self.story.statements.iter().find(|s| s.id == *id)) {
                let own = c
                    .cites
                    .iter()
                    .filter(|cite| s.reports.iter().any(|r| r.cite == **cite));
                line(out, format_args!("  - {}{}", inline(&s.text), self.refs(own)));
            }
        }
        out.push('\n');
    }

    fn statements(&self, out: &mut String) {
        let mut rows: Vec<_> = self
            .story
            .statements
            .iter()
            .filter(|s| s.support.origins > 1)
            .collect();
        if rows.is_empty() {
            return;
        }
        rows.sort_by_key(|s| std::cmp::Reverse((s.support.origins, s.support.articles)));
        out.push_str("### Told by several independent origins\n\n");
        for s in rows {
            let refs = self.refs(s.reports.iter().map(|r| &r.cite));
            line(
                out,
                format_args!("- {}{refs} ({})", inline(&s.text), support(s.support)),
            );
        }
        out.push('\n');
    }

    fn quotes(&self, out: &mut String) {
        if self.story.quotes.is_empty() {
            return;
        }
        out.push_str("### Quotations\n\n");
        for q in &self.story.quotes {
            line(out, format_args!("- {}", self.quote(q)));
        }
        out.push('\n');
    }

    /// "Eva Lind (direct): We will sign \\[1\\]".
    fn quote(&self, q: &Quotation) -> String {
        let speaker = q.speaker.as_ref().and_then(|s| self.name(s));
        let printed = q.speaker_text.as_deref().map(inline);
        let speaker = speaker
            .or(printed)
            .unwrap_or_else(|| "speaker unknown".to_owned());
        let form = q.form.as_str();
        format!("{speaker} ({form}): {}{}", inline(&q.words), self.refs([&q.cite]))
    }

    fn sources(&self) -> Vec<&Article> {
        let found = self.story.articles.iter().filter_map(|id| self.texts.get(id));
        found.map(|t| t.article).collect()
    }

    fn articles(&self, articles: &[&Article], labels: &[Label], out: &mut String) {
        out.push_str("### Articles\n\n");
        for (article, label) in articles.iter().zip(labels) {
            let meta = &article.meta;
            let number = self.numbers.get(article.id.as_str()).copied().unwrap_or(0);
            let agency = meta.agency.as_deref().map(|a| format!(", credits {}", inline(a)));
            let read = meta
                .coverage
                .map(|c| format!(", read for {}", plain::layers_read(c)));
            line(
                out,
                format_args!(
                    "{number}. {}{}{} – {}",
                    short::source(article, label),
                    agency.unwrap_or_default(),
                    read.unwrap_or_default(),
                    inline(&meta.source)
                ),
            );
        }
        out.push('\n');
    }
}

/// "Mayor, Oslo (until 2031)".
fn office(r: &Role) -> String {
    let office = match &r.organization {
        Some(o) => format!("{}, {}", inline(&r.title), inline(o)),
        None => inline(&r.title),
    };
    plain::term(r).map_or(office.clone(), |t| format!("{office} ({t})"))
}

fn support(s: Support) -> String {
    format!(
        "{}, {}",
        plain::count(s.articles, "article"),
        plain::count(s.origins, "origin")
    )
}

/// Words of an article as plain inline text: no mark-up of Markdown or HTML works in it, and it is one line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in clean(text).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            if "\\`*_{}[]<>#|~&!".contains(c) {
                out.push('\\');
            }
            out.push(c);
        }
    }
    // A line must not begin a list or a rule of its own.
    match out.chars().next() {
        Some('-' | '+' | '=') => format!("\\{out}"),
        _ => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_an_article_are_no_mark_up() {
        let check = |text: &str, expected: &str| assert_eq!(inline(text), expected);
        check("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>");
        check("[a](b) *c* _d_", "\\[a\\](b) \\*c\\* \\_d\\_");
        check("a\n\n# b | c", "a \\# b \\| c");
        check("- a", "\\- a");
        check("plain words, 1,000.", "plain words, 1,000.");
    }
}
