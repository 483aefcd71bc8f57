//! Text in, blocks out: the files of `cases/ingest`.

use std::ops::ControlFlow;
use std::path::Path;

use dossier_cases::{Case, Form};
use dossier_model::{Article, BlockKind};

/// The blocks of a plain text, each under its name.
fn read(case: &Case<'_>) -> String {
    let mut articles = Vec::new();
    dossier_ingest::read(
        "case.txt",
        &mut case.input.as_bytes(),
        &dossier_ingest::Options::default(),
        &mut |found| {
            articles.extend(found.into_article());
            ControlFlow::Continue(())
        },
    );
    articles.iter().map(show).collect()
}

/// The words of each block, under its kind where that is not the body.
fn show(article: &Article) -> String {
    let mut out = String::new();
    for block in article.blocks() {
        if block.kind != BlockKind::Body {
            out.push_str(&format!("[{}]\n", block.kind.as_str()));
        }
        out.push_str(block.span.of(article.text()));
        out.push('\n');
    }
    out
}

#[test]
fn blocks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/ingest");
    dossier_cases::run(&folder, Form::Marked, read);
}
