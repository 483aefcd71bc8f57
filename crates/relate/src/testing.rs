//! Articles for tests: one body block a paragraph, nothing annotated.

use dossier_model::{
    AnnotatedArticle, Annotations, Article, ArticleDraft, ArticleId, Block, BlockKind, Span,
};

/// A plain article whose paragraphs are its lines.
pub fn read(id: &str, text: &str) -> AnnotatedArticle {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if !body.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Body,
                span: Span::new(at, at + body.len()),
            });
        }
        at += line.len();
    }
    let meta = ArticleDraft {
        source: id.to_owned(),
        ..ArticleDraft::default()
    };
    AnnotatedArticle {
        article: Article::new(ArticleId::new(id), meta, text, blocks),
        notes: Annotations::default(),
    }
}
