//! Where a finding stands in its article.

use dossier_model::{Annotations, Article, BlockKind, QuoteForm, Span, Traits};

use crate::View;

/// Sentences at the beginning of an article that tell its news.
const LEAD: usize = 4;

/// The article's blocks and spoken words.
#[derive(Debug)]
pub(super) struct Places<'a> {
    article: &'a Article,
    /// What stands between quotation marks, in order.
    spoken: Vec<Span>,
    lead_end: u32,
}

impl<'a> Places<'a> {
    pub(super) fn new(article: &'a Article, view: &View<'_>, notes: &Annotations) -> Self {
        let direct = notes
            .quotes
            .iter()
            .filter(|q| q.value.form != QuoteForm::Indirect);
        let mut spoken: Vec<Span> = direct.flat_map(|q| q.value.content.iter().copied()).collect();
        spoken.sort_unstable();
        Self {
            article,
            spoken,
            lead_end: view
                .sentences()
                .iter()
                .take(LEAD)
                .next_back()
                .map_or(0, |s| s.end),
        }
    }

    /// Says where words stand: in a headline, a caption, the lead, the body, inside somebody's words, and in what kind of
    /// sentence.
    pub(super) fn describe(&self, view: &View<'_>, span: Span, traits: &mut Traits) {
        let block = self.article.block_of(span).map(|b| b.kind);
        traits.say(
            "stands",
            match block {
                Some(BlockKind::Headline) => "headline",
                Some(BlockKind::Caption) => "caption",
                Some(BlockKind::Body) if span.start < self.lead_end => "lead",
                Some(BlockKind::Body) => "body",
                _ => "elsewhere",
            },
        );
        let from = self.spoken.partition_point(|s| s.end <= span.start);
        let spoken = self.spoken.get(from).is_some_and(|s| s.start <= span.start);
        traits.ask("spoken", spoken);
        let first = view.inside(span).start;
        let (from, to) = view.sentence_words(first);
        traits.count(
            "sentence",
            to - from,
            &[(9, "short"), (35, "usual"), (usize::MAX, "long")],
        );
        let end = (from..to).rev().find(|&i| !view.is_quotation_mark(i));
        let is_question = end.is_some_and(|i| view.word(i) == "?");
        traits.ask("question", is_question);
    }
}

/// On which side of another stretch a stretch stands.
pub(super) fn side(a: Span, of: Span) -> &'static str {
    if a.end <= of.start {
        "before"
    } else if a.start >= of.end {
        "behind"
    } else {
        "inside"
    }
}

/// How many words stand between two stretches.
pub(super) fn words_between(view: &View<'_>, a: Span, b: Span) -> usize {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    let gap = Span::new(first.end as usize, second.start.max(first.end) as usize);
    view.inside(gap).len()
}
