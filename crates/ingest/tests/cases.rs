//! Text in, blocks out: the files of `cases/ingest`.

use std::ops::ControlFlow;
use std::path::Path;

use dossier_cases::{Case, Form};
use dossier_model::{AnnotatedArticle, Annotations};
use dossier_publish::findings::{self, Style};

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
    let shown = articles.pop().map(|article| {
        let notes = Annotations::default();
        findings::show(&AnnotatedArticle { article, notes }, Style::Case)
    });
    case.keep_layers(&shown.unwrap_or_default())
}

#[test]
fn blocks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/ingest");
    dossier_cases::run(&folder, Form::Marked, read);
}
