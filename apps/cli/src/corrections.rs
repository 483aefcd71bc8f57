//! The user's own file of what is to be put right: names and stories to join and to keep apart, what is no fact, what is
//! not this event, titles, dates.
//!
//! ```toml
//! [[join]]
//! names = ["Łucja Żak", "Lucja Zak"]
//! name = "Łucja Żak"
//! kind = "person"
//!
//! [[split]]
//! articles = ["articles/harbour.txt"]
//!
//! [[not-a-fact]]
//! kind = "figure"
//! words = "Some 4,000 drivers use it each day"
//! ```

use std::ops::Range;
use std::path::Path;

use dossier::ingest::parse_published;
use dossier::model::{Basis, MentionKind, Published};
use dossier::relate::correct::{At, Correction, Corrections, Entry, RowKind};
use dossier::relate::entity::{Choices, Join, Split, Within};
use serde::Deserialize;
use toml::Spanned;
use unicode_normalization::UnicodeNormalization;

use crate::report::Usage;

const HINT: &str = "write [[join]] or [[split]] with names = [\"Ana Ruiz\", \"A. Ruiz\"] or articles = [\"a.txt\"] under it; \
                    the manual shows [[not-a-fact]], [[not-this-event]], [[title]] and [[date]]";

/// What the file says.
#[derive(Debug, Default, PartialEq)]
pub struct Read {
    /// Of names.
    pub choices: Choices,
    /// Of everything else.
    pub corrections: Corrections,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    join: Vec<Spanned<JoinEntry>>,
    #[serde(default)]
    split: Vec<Spanned<SplitEntry>>,
    #[serde(default)]
    not_a_fact: Vec<Spanned<FactEntry>>,
    #[serde(default)]
    not_this_event: Vec<Spanned<EventEntry>>,
    #[serde(default)]
    title: Vec<Spanned<TitleEntry>>,
    #[serde(default)]
    date: Vec<Spanned<DateEntry>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactEntry {
    kind: Row,
    words: String,
    article: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventEntry {
    words: String,
    article: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleEntry {
    title: String,
    story: Option<String>,
    article: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DateEntry {
    date: String,
    words: Option<String>,
    article: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Row {
    Event,
    Figure,
    Quote,
    Statement,
    Entity,
}

impl From<Row> for RowKind {
    fn from(row: Row) -> Self {
        match row {
            Row::Event => Self::Event,
            Row::Figure => Self::Figure,
            Row::Quote => Self::Quote,
            Row::Statement => Self::Statement,
            Row::Entity => Self::Entity,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct JoinEntry {
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    articles: Vec<String>,
    name: Option<String>,
    kind: Option<Kind>,
    story: Option<String>,
    article: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitEntry {
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    articles: Vec<String>,
    story: Option<String>,
    article: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Person,
    Organization,
    Place,
    Group,
    Work,
    Other,
}

impl From<Kind> for MentionKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Person => Self::Person,
            Kind::Organization => Self::Organization,
            Kind::Place => Self::Place,
            Kind::Group => Self::Group,
            Kind::Work => Self::Work,
            Kind::Other => Self::Other,
        }
    }
}

/// Reads the file.
pub fn read(path: &Path) -> Result<Read, Usage> {
    let source = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|e| {
        Usage(format!(
            "{source}: cannot be read ({e}); hint: --corrections takes a TOML file"
        ))
    })?;
    Parser {
        source: &source,
        text: &text,
    }
    .parse()
}

struct Parser<'a> {
    source: &'a str,
    text: &'a str,
}

impl Parser<'_> {
    fn line(&self, place: &Range<usize>) -> usize {
        let before = self.text.get(..place.start).unwrap_or(self.text);
        before.matches('\n').count() + 1
    }

    fn error(&self, place: &Range<usize>, what: &str, hint: &str) -> Usage {
        let line = self.line(place);
        Usage(format!("{}:{line}: {what}; hint: {hint}", self.source))
    }

    fn parse(&self) -> Result<Read, Usage> {
        let file: File = toml::from_str(self.text).map_err(|e| {
            let what = e.message().lines().collect::<Vec<_>>().join(", ");
            self.error(&e.span().unwrap_or(0..0), &what, HINT)
        })?;
        let mut read = Read::default();
        read.choices.source = self.source.to_owned();
        read.corrections.source = self.source.to_owned();
        for entry in file.join {
            self.join(entry, &mut read)?;
        }
        for entry in file.split {
            self.split(entry, &mut read)?;
        }
        let mut rest = Vec::new();
        for entry in file.not_a_fact {
            let (place, FactEntry { kind, words, article }) = parts(entry);
            let at = self.at(&place, &words, article)?;
            rest.push((place, Correction::NotAFact(kind.into(), at)));
        }
        for entry in file.not_this_event {
            let (place, EventEntry { words, article }) = parts(entry);
            let at = self.at(&place, &words, article)?;
            rest.push((place, Correction::NotThisEvent(at)));
        }
        for entry in file.title {
            let (
                place,
                TitleEntry {
                    title,
                    story,
                    article,
                },
            ) = parts(entry);
            let (title, of) = (one_line(&title), story.or(article));
            let Some(of) = of.filter(|_| !title.is_empty()) else {
                let what = "a title needs title and story, or title and article";
                return Err(self.error(&place, what, "the address of a story's page holds its id"));
            };
            rest.push((place, Correction::Title(of, title)));
        }
        for entry in file.date {
            rest.push(self.date(entry)?);
        }
        let entries = rest.into_iter().map(|(place, what)| Entry {
            line: self.line(&place),
            what,
        });
        read.corrections.entries.extend(entries);
        read.corrections.entries.sort_by_key(|e| e.line);
        Ok(read)
    }

    fn join(&self, entry: Spanned<JoinEntry>, read: &mut Read) -> Result<(), Usage> {
        let (place, entry) = parts(entry);
        let (names, articles) = (clean(entry.names), clean(entry.articles));
        let changes = entry.name.is_some() || entry.kind.is_some();
        if !articles.is_empty() {
            let narrows = entry.story.is_some() || entry.article.is_some();
            if articles.len() < 2 || changes || narrows || !names.is_empty() {
                let what = "a join of stories needs two different articles, and nothing else";
                return Err(self.error(&place, what, "give one article of each story"));
            }
            let line = self.line(&place);
            let what = Correction::JoinStories(articles);
            read.corrections.entries.push(Entry { line, what });
            return Ok(());
        }
        if names.len() < 2 && !(names.len() == 1 && changes) {
            let what = "a join needs two different names, or one with a name or kind to give it";
            return Err(self.error(&place, what, HINT));
        }
        read.choices.joins.push(Join {
            names,
            name: entry.name.map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()),
            kind: entry.kind.map(MentionKind::from),
            within: within(entry.story, entry.article),
        });
        Ok(())
    }

    fn split(&self, entry: Spanned<SplitEntry>, read: &mut Read) -> Result<(), Usage> {
        let (place, entry) = parts(entry);
        let (names, articles) = (clean(entry.names), clean(entry.articles));
        if !articles.is_empty() {
            if !names.is_empty() || entry.story.is_some() || entry.article.is_some() {
                let what = "a split of a story needs articles, and nothing else";
                return Err(self.error(&place, what, "these articles become a story of their own"));
            }
            let line = self.line(&place);
            let what = Correction::SplitStory(articles);
            read.corrections.entries.push(Entry { line, what });
            return Ok(());
        }
        if names.len() < 2 {
            return Err(self.error(&place, "a split needs two different names", HINT));
        }
        let joined = (read.choices.joins.iter())
            .position(|j| names.iter().filter(|n| j.names.contains(n)).count() > 1);
        if let Some(j) = joined {
            let what = format!("keeps apart what join {} joins", j + 1);
            return Err(self.error(&place, &what, "take the names out of one of the two"));
        }
        read.choices.splits.push(Split {
            names,
            within: within(entry.story, entry.article),
        });
        Ok(())
    }

    fn at(&self, place: &Range<usize>, words: &str, article: Option<String>) -> Result<At, Usage> {
        let words = one_line(words);
        if words.is_empty() {
            let hint = "copy the words of a cite whole, as the page or the record shows them";
            return Err(self.error(place, "words is empty", hint));
        }
        Ok(At { words, article })
    }

    fn date(&self, entry: Spanned<DateEntry>) -> Result<(Range<usize>, Correction), Usage> {
        let (place, DateEntry { date, words, article }) = parts(entry);
        let day: Published = parse_published(&date, Basis::Option)
            .ok_or_else(|| self.error(&place, &format!("{date:?} is no date"), "write it as 2025-04-14"))?;
        let what = match (words, article) {
            (Some(words), article) => Correction::EventDate(self.at(&place, &words, article)?, day),
            (None, Some(article)) => Correction::ArticleDate(article, day),
            (None, None) => {
                let what = "a date needs the words of an event, or an article";
                return Err(self.error(&place, what, "add words = \"…\" or article = \"…\""));
            }
        };
        Ok((place, what))
    }
}

fn parts<T>(entry: Spanned<T>) -> (Range<usize>, T) {
    (entry.span(), entry.into_inner())
}

/// In normal form C with single spaces, as articles are compared.
fn one_line(text: &str) -> String {
    let text: String = text.nfc().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names with single spaces in normal form C, as articles have them; each once, the blank ones left out.
fn clean(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let name = one_line(&name);
        if !name.is_empty() && !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

fn within(story: Option<String>, article: Option<String>) -> Within {
    Within { story, article }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(source: &str, text: &str) -> Result<Read, Usage> {
        Parser { source, text }.parse()
    }

    fn error(text: &str) -> String {
        match parse("my.toml", text) {
            Ok(read) => format!("{read:?}"),
            Err(Usage(message)) => message,
        }
    }

    #[test]
    fn reads_joins_and_splits() {
        let text = "[[join]]\nnames = [\"Tô Lan\", \"To  Lan\"]\nname = \"Tô Lan\"\nkind = \"person\"\n\n\
                    [[split]]\nnames = [\"Ana Ruiz\", \"Anna Ruiz\"]\nstory = \"s1\"\n";
        let choices = parse("my.toml", text).expect("choices").choices;
        assert_eq!(choices.joins[0].names, ["Tô Lan", "To Lan"]);
        assert_eq!(choices.joins[0].kind, Some(MentionKind::Person));
        assert_eq!(choices.splits[0].within.story.as_deref(), Some("s1"));
        assert_eq!(
            parse("my.toml", "").expect("nothing").choices,
            Choices {
                source: "my.toml".to_owned(),
                ..Choices::default()
            }
        );
    }

    #[test]
    fn reads_every_other_entry_in_the_order_of_the_file() {
        let text = "[[title]]\nstory = \"s1\"\ntitle = \"The  bridge\"\n[[date]]\narticle = \"a.txt\"\ndate = \"2031-05-04\"\n\
                    [[date]]\nwords = \"The bridge opened.\"\ndate = \"2031-05\"\n[[not-a-fact]]\nkind = \"quote\"\nwords = \" a \\n b\"\n\
                    [[not-this-event]]\nwords = \"x\"\narticle = \"a.txt\"\n[[join]]\narticles = [\"a.txt\", \"b.txt\"]\n\
                    [[split]]\narticles = [\"c.txt\"]\n";
        let read = parse("my.toml", text).expect("corrections").corrections;
        let lines: Vec<usize> = read.entries.iter().map(|e| e.line).collect();
        assert_eq!(lines, [1, 4, 7, 10, 13, 16, 18]);
        let at = At {
            words: "a b".to_owned(),
            article: None,
        };
        assert_eq!(read.entries[3].what, Correction::NotAFact(RowKind::Quote, at));
        assert_eq!(
            read.entries[6].what,
            Correction::SplitStory(vec!["c.txt".to_owned()])
        );
    }

    #[test]
    fn an_error_names_line_and_hint() {
        for (text, parts) in [
            (
                "[[join]]\nnames = [\"A B\"\n",
                ["my.toml:", "; hint: write [[join]]"],
            ),
            (
                "\n[[join]]\nnmes = []\n",
                ["my.toml:3: unknown field `nmes`", "; hint: "],
            ),
            (
                "[[join]]\nnames = [\"A B\"]\n",
                ["my.toml:1: a join needs two", "; hint: "],
            ),
            (
                "[[join]]\nnames = [\"A B\"]\nkind = \"man\"\n",
                ["my.toml:3: unknown variant `man`", "; hint: "],
            ),
            (
                "[[split]]\nnames = [\"A B\", \"A B\"]\n",
                ["my.toml:1: a split needs two", "; hint: "],
            ),
            (
                "[[join]]\nnames = [\"A\", \"B\"]\n[[split]]\nnames = [\"B\", \"A\"]\n",
                ["my.toml:3: keeps apart what join 1 joins", "; hint: take"],
            ),
            (
                "[[join]]\narticles = [\"a.txt\"]\n",
                ["my.toml:1: a join of stories needs two", "; hint: "],
            ),
            (
                "[[not-a-fact]]\nkind = \"event\"\nwords = \" \"\n",
                ["my.toml:1: words is empty", "; hint: copy"],
            ),
            (
                "[[not-a-fact]]\nkind = \"evnt\"\nwords = \"x\"\n",
                ["my.toml:2: unknown variant `evnt`", "; hint: "],
            ),
            (
                "\n[[date]]\ndate = \"soon\"\narticle = \"a.txt\"\n",
                ["my.toml:2: \"soon\" is no date", "; hint: write it as"],
            ),
            (
                "[[date]]\ndate = \"2031-05-04\"\n",
                ["my.toml:1: a date needs the words", "; hint: "],
            ),
            (
                "[[title]]\ntitle = \"x\"\n",
                ["my.toml:1: a title needs title and story", "; hint: "],
            ),
        ] {
            for part in parts {
                assert!(error(text).contains(part), "{part:?} is not in {}", error(text));
            }
        }
    }
}
