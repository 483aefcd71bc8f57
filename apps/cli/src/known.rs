//! The stories of an earlier run, from what it wrote.

use std::path::Path;

use anyhow::Context;
use dossier::model::{ArticleId, StoryId};
use dossier::relate::cluster::Known;
use serde_json::Value;

use crate::report::{Usage, describe};

/// Reads a record, or the lines of `dossier cluster`; nothing where no file is named.
pub fn read(path: Option<&Path>) -> anyhow::Result<Known> {
    let Some(path) = path else {
        return Ok(Known::default());
    };
    let place = path.display();
    let text = std::fs::read_to_string(path).map_err(|e| Usage(format!("{place}: {}", describe(&e))))?;
    parse(&text)
        .with_context(|| format!("{place}: no stories in it"))
        .map_err(|e| {
            Usage(format!(
                "{e:#}; hint: give a dossier.json, or what dossier cluster printed"
            ))
            .into()
        })
}

fn parse(text: &str) -> anyhow::Result<Known> {
    let rows: Vec<(ArticleId, StoryId)> = if let Ok(record) = serde_json::from_str::<Value>(text)
        && let Some(stories) = record["stories"].as_array()
    {
        (stories.iter())
            .flat_map(|story| {
                let id = story["id"].as_str().unwrap_or_default();
                let articles = story["articles"].as_array().into_iter().flatten();
                articles.filter_map(move |a| Some(row(a.as_str()?, id)))
            })
            .collect()
    } else {
        (text.lines().enumerate())
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(i, line)| {
                let value: Value = serde_json::from_str(line).with_context(|| format!("line {}", i + 1))?;
                match (value["id"].as_str(), value["story"].as_str()) {
                    (Some(article), Some(story)) => Ok(row(article, story)),
                    _ => anyhow::bail!("line {}: no \"id\" or no \"story\"", i + 1),
                }
            })
            .collect::<anyhow::Result<_>>()?
    };
    Ok(Known::of(rows))
}

fn row(article: &str, story: &str) -> (ArticleId, StoryId) {
    (ArticleId::new(article), StoryId::new(story))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_records() {
        assert!(
            parse("{\"id\":\"a\",\"story\":\"sa\"}\n\n{\"id\":\"b\",\"story\":\"sa\",\"why\":\"x\"}\n")
                .is_ok()
        );
        assert!(
            parse("{\"format\":\"dossier/1\",\"stories\":[{\"id\":\"sa\",\"articles\":[\"a\"]}]}").is_ok()
        );
        assert!(parse("").is_ok());
        let error = parse("{\"id\":\"a\",\"story\":\"sa\"}\n{\"id\":\"b\"}").unwrap_err();
        assert_eq!(error.to_string(), "line 2: no \"id\" or no \"story\"");
    }
}
