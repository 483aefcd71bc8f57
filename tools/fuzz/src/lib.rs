//! What must hold for any bytes: reading ends, nothing panics, and every article is whole.

use std::ops::ControlFlow;

use dossier_ingest::{Limits, Options, Outcome, Piece, Reason, Report, read};
use dossier_model::Article;

/// Reads bytes under a name, with limits so small that inputs of a few kilobytes reach them.
pub fn check(name: &str, bytes: &[u8]) -> Report {
    let options = Options {
        limits: Limits {
            article: 20_000,
            page: 30_000,
            piece: 40_000,
            gap: 200_000,
            ..Limits::default()
        },
        ..Options::default()
    };
    let mut reader = bytes;
    let report = read(name, &mut reader, &options, &mut |found| {
        if let Some(article) = found.into_article() {
            check_article(&article, options.limits.article);
        }
        ControlFlow::Continue(())
    });
    let fault = Outcome::Skipped(Reason::Fault);
    assert_eq!(report.tally.count(Piece::File, fault), 0, "{:?}", report.notes);
    report
}

/// Reads two articles, parted by the first byte 255, and builds their record and its pages.
pub fn pair(bytes: &[u8]) {
    let cut = bytes.iter().position(|b| *b == 255).unwrap_or(bytes.len() / 2);
    let (first, second) = bytes.split_at(cut);
    let mut all = dossier::Collection::default();
    for (name, mut part) in [("2025-04-10.txt", first), ("2025-04-11.txt", second)] {
        all.read(name, &mut part, &Options::default());
    }
    let record = dossier::build(all, &|_| {});
    let pages = dossier::publish::html::render(&record);
    assert!(!pages.is_empty());
}

/// Blocks lie in order on character boundaries and hold every character that is not white space.
fn check_article(article: &Article, most: usize) {
    let text = article.text();
    assert!(text.len() <= most + 1_000);
    let mut at = 0;
    for block in article.blocks() {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        let gap = text.get(at..start).expect("blocks in order, on boundaries");
        assert!(gap.trim().is_empty(), "not in a block: {gap:?}");
        at = end;
    }
    assert!(text.get(at..).expect("boundary").trim().is_empty());
    assert!(!text.contains(['\r', '\u{a0}', '\u{ad}', '\u{200b}', '\u{feff}', '\0']));
}
