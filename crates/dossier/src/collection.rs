//! Articles from many sources, each once.

use std::collections::BTreeMap;
use std::io::Read;
use std::ops::ControlFlow;

use dossier_ingest::Options;
use dossier_model::{Article, Note};

/// Articles in the order of their sources, and what was remarked on the way.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    articles: Vec<Article>,
    notes: Vec<Note>,
}

impl Collection {
    /// Adds the articles of one source.
    pub fn read(&mut self, source: &str, reader: &mut dyn Read, options: &Options) {
        let report = dossier_ingest::read(source, reader, options, &mut |found| {
            self.articles.extend(found.into_article());
            ControlFlow::Continue(())
        });
        self.notes.extend(report.notes);
    }

    /// Adds an article behind the others.
    pub fn push(&mut self, article: Article) {
        self.articles.push(article);
    }

    /// Adds a remark.
    pub fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// Adds what another collection holds, behind what this one holds.
    pub fn append(&mut self, mut other: Collection) {
        self.articles.append(&mut other.articles);
        self.notes.append(&mut other.notes);
    }

    /// The articles, in order.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The remarks, in order.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Articles and remarks.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Article>, Vec<Note>) {
        (self.articles, self.notes)
    }

    /// Each article once, and no id twice, whatever the order of the sources: of files with one text the first by
    /// name stays; articles that share an export's id but not their text are named by their content.
    #[must_use]
    pub fn unique(self) -> Self {
        let mut notes = self.notes;
        let mut by_id: BTreeMap<String, Vec<Article>> = BTreeMap::new();
        for article in self.articles {
            by_id
                .entry(article.id.as_str().to_owned())
                .or_default()
                .push(article);
        }
        let mut kept: BTreeMap<String, Article> = BTreeMap::new();
        for (id, group) in by_id {
            let same = group
                .windows(2)
                .all(|w| matches!(w, [a, b] if a.text() == b.text()));
            for mut article in group {
                if !same {
                    notes.push(Note::new(
                        &article.meta.source,
                        format!("id {id:?} stands for several texts, the article is named by its content"),
                    ));
                    article.id = dossier_ingest::content_id(&article);
                }
                keep(&mut kept, article, &mut notes);
            }
        }
        Self {
            articles: kept.into_values().collect(),
            notes,
        }
    }
}

fn keep(kept: &mut BTreeMap<String, Article>, article: Article, notes: &mut Vec<Note>) {
    let id = article.id.as_str().to_owned();
    let Some(other) = kept.remove(&id) else {
        kept.insert(id, article);
        return;
    };
    let (first, second) = if other.meta.source <= article.meta.source {
        (other, article)
    } else {
        (article, other)
    };
    notes.push(Note::new(
        &second.meta.source,
        format!("same text as {}, counted once", first.meta.source),
    ));
    kept.insert(id, first);
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";
    const TWO: &str = "The first ship will carry two hundred cars, the harbour office said.";

    fn collected(sources: &[(&str, &str)]) -> Collection {
        let mut out = Collection::default();
        for (source, text) in sources {
            out.read(source, &mut text.as_bytes(), &Options::default());
        }
        out
    }

    fn shown(collection: Collection) -> Vec<String> {
        let (articles, mut notes) = collection.unique().into_parts();
        notes.sort();
        let articles = articles.iter().map(|a| a.meta.source.clone());
        articles
            .chain(notes.iter().map(|n| format!("{}: {}", n.source, n.message)))
            .collect()
    }

    #[test]
    fn one_text_in_two_files_is_one_article() {
        let expected = vec![
            "a.txt".to_owned(),
            "b.txt: same text as a.txt, counted once".to_owned(),
        ];
        assert_eq!(shown(collected(&[("a.txt", ONE), ("b.txt", ONE)])), expected);
        assert_eq!(shown(collected(&[("b.txt", ONE), ("a.txt", ONE)])), expected);
    }

    #[test]
    fn an_id_given_twice_names_no_article() {
        let row = |text: &str| format!("{{\"id\": \"7\", \"text\": \"{text}\"}}");
        let (one, two) = (row(ONE), row(TWO));
        let forth = collected(&[("a.jsonl", &one), ("b.jsonl", &two)]).unique();
        let back = collected(&[("b.jsonl", &two), ("a.jsonl", &one)]).unique();
        let ids = |c: &Collection| c.articles().iter().map(|a| a.id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(&forth).len(), 2);
        assert!(ids(&forth).iter().all(|id| id.len() == 16));
        assert_eq!(ids(&forth), ids(&back));
        assert_eq!(forth.notes().len(), 2);
    }
}
