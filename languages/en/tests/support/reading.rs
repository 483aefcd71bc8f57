//! A case of reading as an article, and its findings as a case shows them; shared by the languages' tests.

use dossier_cases::Case;
use dossier_ingest::parse_published;
use dossier_model::{
    AnnotatedArticle, Annotations, Article, ArticleDraft, ArticleId, Basis, Block, BlockKind, Span,
};
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

/// What `annotate` finds in a case.
pub fn read(case: &Case<'_>, annotate: fn(&Article) -> Annotations) -> String {
    let article = article(case);
    let notes = annotate(&article);
    case.keep_layers(&findings::show(&AnnotatedArticle { article, notes }, Style::Case))
}
