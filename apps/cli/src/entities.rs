//! The user's own file of names to join and to keep apart.
//!
//! ```toml
//! [[join]]
//! names = ["Łucja Żak", "Lucja Zak"]
//! name = "Łucja Żak"
//! kind = "person"
//!
//! [[split]]
//! names = ["Ana Ruiz", "Anna Ruiz"]
//! story = "sa3f9c0d1e2b45678"
//! ```

use std::ops::Range;
use std::path::Path;

use dossier::model::MentionKind;
use dossier::relate::entity::{Choices, Join, Split, Within};
use serde::Deserialize;
use toml::Spanned;
use unicode_normalization::UnicodeNormalization;

use crate::report::Usage;

const HINT: &str = "write [[join]] or [[split]] with names = [\"Ana Ruiz\", \"A. Ruiz\"] under it";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    join: Vec<Spanned<JoinEntry>>,
    #[serde(default)]
    split: Vec<Spanned<SplitEntry>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct JoinEntry {
    names: Vec<String>,
    name: Option<String>,
    kind: Option<Kind>,
    story: Option<String>,
    article: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitEntry {
    names: Vec<String>,
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
pub fn read(path: &Path) -> Result<Choices, Usage> {
    let source = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|e| {
        Usage(format!(
            "{source}: cannot be read ({e}); hint: --entities takes a TOML file"
        ))
    })?;
    parse(&source, &text)
}

fn parse(source: &str, text: &str) -> Result<Choices, Usage> {
    let at = |place: Range<usize>, what: &str, hint: &str| {
        let line = text.get(..place.start).unwrap_or(text).matches('\n').count() + 1;
        Usage(format!("{source}:{line}: {what}; hint: {hint}"))
    };
    let file: File = toml::from_str(text).map_err(|e| {
        let what = e.message().lines().collect::<Vec<_>>().join(", ");
        at(e.span().unwrap_or(0..0), &what, HINT)
    })?;
    let mut choices = Choices {
        source: source.to_owned(),
        ..Choices::default()
    };
    for entry in file.join {
        let (place, entry) = (entry.span(), entry.into_inner());
        let names = clean(entry.names);
        let changes = entry.name.is_some() || entry.kind.is_some();
        if names.len() < 2 && !(names.len() == 1 && changes) {
            return Err(at(
                place,
                "a join needs two different names, or one with a name or kind to give it",
                HINT,
            ));
        }
        choices.joins.push(Join {
            names,
            name: entry.name.map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()),
            kind: entry.kind.map(MentionKind::from),
            within: within(entry.story, entry.article),
        });
    }
    for entry in file.split {
        let (place, entry) = (entry.span(), entry.into_inner());
        let names = clean(entry.names);
        if names.len() < 2 {
            return Err(at(place, "a split needs two different names", HINT));
        }
        let joined = choices
            .joins
            .iter()
            .position(|j| names.iter().filter(|n| j.names.contains(n)).count() > 1);
        if let Some(j) = joined {
            let what = format!("keeps apart what join {} joins", j + 1);
            return Err(at(place, &what, "take the names out of one of the two"));
        }
        choices.splits.push(Split {
            names,
            within: within(entry.story, entry.article),
        });
    }
    Ok(choices)
}

/// Names with single spaces in normal form C, as articles have them; each once, the blank ones left out.
fn clean(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let name: String = name.nfc().collect();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
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

    fn error(text: &str) -> String {
        match parse("my.toml", text) {
            Ok(choices) => format!("{choices:?}"),
            Err(Usage(message)) => message,
        }
    }

    #[test]
    fn reads_joins_and_splits() {
        let text = "[[join]]\nnames = [\"Tô Lan\", \"To  Lan\"]\nname = \"Tô Lan\"\nkind = \"person\"\n\n\
                    [[split]]\nnames = [\"Ana Ruiz\", \"Anna Ruiz\"]\nstory = \"s1\"\n";
        let choices = parse("my.toml", text).expect("choices");
        assert_eq!(choices.joins[0].names, ["Tô Lan", "To Lan"]);
        assert_eq!(choices.joins[0].kind, Some(MentionKind::Person));
        assert_eq!(choices.splits[0].within.story.as_deref(), Some("s1"));
        assert_eq!(
            parse("my.toml", "").expect("nothing"),
            Choices {
                source: "my.toml".to_owned(),
                ..Choices::default()
            }
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
        ] {
            for part in parts {
                assert!(error(text).contains(part), "{part:?} is not in {}", error(text));
            }
        }
    }
}
