//! The brief alone, as a text to paste elsewhere: headline, what is known, what differs, what comes next, sources with
//! their addresses.

use std::collections::HashMap;
use std::fmt::Write;

use dossier_model::{Agreement, Article, Cite, Confidence, Status, Story};

use super::inline;
use crate::clean::clean;
use crate::label::{self, Label};
use crate::plain;
use crate::split::Split;
use crate::tally::tally;
use dossier_wire::Texts;

/// Rows of a part that has many.
const ROWS: usize = 5;

/// Whether marks of Markdown are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// CommonMark.
    Markdown,
    /// Letters alone.
    Plain,
}

struct Short<'a> {
    story: &'a Story,
    least: Confidence,
    articles: Vec<&'a Article>,
    labels: Vec<Label>,
    /// From 1, in the story's order.
    numbers: HashMap<&'a str, usize>,
    form: Form,
}

/// The brief of a story.
pub(crate) fn short(split: &Split, least: Confidence, texts: &Texts<'_>, form: Form) -> String {
    let story = &split.facts;
    let articles: Vec<&Article> = (story.articles.iter())
        .filter_map(|id| texts.get(id))
        .map(|t| t.article)
        .collect();
    let short = Short {
        story,
        least,
        labels: label::labels(&articles),
        numbers: articles
            .iter()
            .enumerate()
            .map(|(i, a)| (a.id.as_str(), i + 1))
            .collect(),
        articles,
        form,
    };
    let mut out = String::new();
    short.head(&mut out);
    short.differences(&mut out);
    short.next(&mut out);
    short.sources(&mut out);
    out
}

impl Short<'_> {
    /// Words of an article in this form.
    fn words(&self, text: &str) -> String {
        match self.form {
            Form::Markdown => inline(text),
            Form::Plain => clean(text).split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    fn title(&self, title: &str, out: &mut String) {
        // Writing to a string cannot fail.
        let _ = match self.form {
            Form::Markdown => writeln!(out, "\n## {title}\n"),
            Form::Plain => writeln!(out, "\n{title}"),
        };
    }

    fn row(&self, words: &str, out: &mut String) {
        let _ = writeln!(out, "- {words}");
    }

    /// " [1, 3]" with the articles of the cites.
    fn refs<'c>(&self, cites: impl IntoIterator<Item = &'c Cite>) -> String {
        let known = cites
            .into_iter()
            .filter_map(|c| self.numbers.get(c.article.as_str()));
        let mut numbers: Vec<usize> = known.copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        match self.form {
            Form::Markdown => format!(" \\[{}\\]", numbers.join(", ")),
            Form::Plain => format!(" [{}]", numbers.join(", ")),
        }
    }

    fn head(&self, out: &mut String) {
        let title = self.words(&self.story.title);
        let _ = match self.form {
            Form::Markdown => writeln!(out, "# {title}\n"),
            Form::Plain => writeln!(out, "{title}\n"),
        };
        let reported = self
            .story
            .period
            .map(|p| format!("Reported {}. ", plain::period(p)));
        let _ = writeln!(
            out,
            "{}{}.",
            reported.unwrap_or_default(),
            tally(self.story, &self.labels)
        );
        if !self.story.digest.is_empty() {
            out.push('\n');
        }
        for d in &self.story.digest {
            self.row(
                &format!("{}{}", self.words(&d.text), self.refs(d.cites.iter())),
                out,
            );
        }
    }

    /// What cannot both hold, figures that differ, and what is denied.
    fn differences(&self, out: &mut String) {
        let mut rows = Vec::new();
        for c in self.story.conflicts.iter().take(ROWS) {
            rows.push(format!("{}{}", self.words(&c.why), self.refs(c.cites.iter())));
        }
        for wanted in [Agreement::Different, Agreement::ByBasis] {
            for f in self
                .story
                .figures
                .iter()
                .filter(|f| f.agreement == wanted)
                .take(ROWS)
            {
                let refs = self.refs(f.reports.iter().map(|r| &r.cite));
                rows.push(format!(
                    "{}: {}{refs}",
                    self.words(&f.measure),
                    self.words(&f.why)
                ));
            }
        }
        let denied = self.story.events.iter().filter(|e| e.status == Status::Denied);
        rows.extend(
            denied
                .take(ROWS)
                .map(|e| format!("denied: {}{}", self.words(&e.label), self.refs(e.cites.iter()))),
        );
        for q in self.story.quotes.iter().filter(|q| q.denies).take(ROWS) {
            let cited = self.articles.iter().find(|a| a.id == q.cite.article);
            let words = cited.map_or("", |a| q.cite.span.of(a.text()));
            rows.push(format!("denied: {}{}", self.words(words), self.refs([&q.cite])));
        }
        if rows.is_empty() {
            return;
        }
        self.title("Read with care", out);
        rows.iter().for_each(|r| self.row(r, out));
    }

    /// What is planned for a day after the reports.
    fn next(&self, out: &mut String) {
        let Some(period) = self.story.period else { return };
        let planned = self
            .story
            .events
            .iter()
            .filter(|e| e.status == Status::Planned && e.background.is_none());
        let ahead = planned.filter_map(|e| {
            let when = e
                .when
                .as_ref()
                .filter(|w| w.from.or(w.to).is_some_and(|d| d > period.to))?;
            Some((when.from.or(when.to), when, e))
        });
        let mut ahead: Vec<_> = ahead
            .filter(|(_, _, e)| self.least.admits(e.confidence))
            .collect();
        ahead.sort_by_key(|(day, ..)| *day);
        if ahead.is_empty() {
            return;
        }
        self.title("What comes next", out);
        for (_, when, e) in ahead.into_iter().take(ROWS) {
            let when = self.words(&plain::when(when));
            self.row(
                &format!("{when}: {}{}", self.words(&e.label), self.refs(e.cites.iter())),
                out,
            );
        }
    }

    fn sources(&self, out: &mut String) {
        self.title("Sources", out);
        for (i, (article, label)) in self.articles.iter().zip(&self.labels).enumerate() {
            let n = i + 1;
            let line = match self.form {
                Form::Markdown => format!("{n}. {}", source(article, label)),
                Form::Plain => {
                    let url = address(article)
                        .map(|u| format!(" {}", clean(u)))
                        .unwrap_or_default();
                    // A label without a publisher is the headline itself.
                    let title = if label.is_outlet {
                        format!(": {}", label::headline(article))
                    } else {
                        String::new()
                    };
                    format!("[{n}] {label}{title}{url}")
                }
            };
            let _ = writeln!(out, "{line}");
        }
    }
}

/// An address that a reader may follow.
pub(super) fn address(article: &Article) -> Option<&str> {
    let url = article.meta.url.as_deref()?;
    let web = url.starts_with("https://") || url.starts_with("http://");
    let plain = url
        .chars()
        .all(|c| c.is_ascii_graphic() && !"<>()\\`".contains(c));
    (web && plain).then_some(url)
}

/// "Osk Tribune, 9 May: [Talks open in Osk](https://osk.example/talks)".
pub(super) fn source(article: &Article, label: &Label) -> String {
    let title = inline(&label::headline(article));
    let title = match address(article) {
        Some(url) => format!("[{title}](<{url}>)"),
        None => format!("*{title}*"),
    };
    let day = label.rest();
    match (label.is_outlet, day.is_empty()) {
        (true, _) => format!("{}: {title}", inline(&label.to_string())),
        (false, false) => format!("{title}, {}", inline(&day)),
        (false, true) => title,
    }
}
