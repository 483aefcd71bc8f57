//! Sentences in, findings out: the files of `cases/`, a folder a finder.

use std::path::Path;

use dossier_cases::{Case, Form};
use dossier_ingest::parse_published;
use dossier_model::{AnnotatedArticle, Article, ArticleDraft, ArticleId, Basis, Block, BlockKind, Span};
use dossier_publish::findings::{self, Style};

/// The text of a case as an article: each line a paragraph.
fn article(case: &Case<'_>) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in case.input.split_inclusive('\n') {
        let words = line.trim_end();
        if !words.is_empty() {
            let span = Span::new(at, at + words.len());
            let kind = BlockKind::Body;
            blocks.push(Block { kind, span });
        }
        at += line.len();
    }
    let published = case.option("published");
    let meta = ArticleDraft {
        source: "case".to_owned(),
        published: published.and_then(|p| parse_published(p, Basis::Metadata)),
        ..ArticleDraft::default()
    };
    Article::new(ArticleId::new("case"), meta, case.input.as_str(), blocks)
}

fn read(case: &Case<'_>) -> String {
    let article = article(case);
    let notes = dossier_en::annotate(&article);
    case.keep_layers(&findings::show(&AnnotatedArticle { article, notes }, Style::Case))
}

fn check(finder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(finder);
    dossier_cases::run(&folder, Form::Marked, read);
}

#[test]
fn names() {
    check("names");
}

#[test]
fn roles() {
    check("roles");
}

#[test]
fn times() {
    check("times");
}

#[test]
fn quantities() {
    check("quantities");
}

#[test]
fn figures() {
    check("figures");
}

#[test]
fn quotes() {
    check("quotes");
}

#[test]
fn events() {
    check("events");
}
