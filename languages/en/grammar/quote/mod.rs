//! Who said what.

#![allow(clippy::too_many_lines, reason = "rewritten on frames, then taken apart")]

mod according;
mod attached;
mod clause;
mod comment;
mod complement;
mod cue;
mod cue_after;
mod cue_before;
mod described;
mod direct;
mod edge;
mod evidence;
mod headline;
mod indirect;
mod line;
mod marks;
mod noun;
mod office;
mod participle;
mod phrase;
mod post;
mod report;
mod said;
mod source;
mod speaker;
mod speech;
mod speech_verb;
mod subject;
mod transcript;
mod uncued;

use dossier_annotate::View;
use dossier_model::{Annotation, Article, BlockKind, Layer, Quote, QuoteForm, QuoteKind, Span, Time};

use crate::grammar::mention::Names;
use speech::SpeechView;

/// Direct, indirect and mixed quotations with cue and source.
#[must_use]
pub fn find(article: &Article, view: &View, names: &Names, times: &Layer<Time>) -> Layer<Quote> {
    let (text, sentences) = (view.text(), view.sentences());
    let marked: Vec<Vec<marks::Marked>> = article.evidence().map(|b| marks::pair(text, b.span)).collect();
    let spoken = marked.iter().flatten().map(|m| m.span).collect();
    let view = SpeechView::new(view, spoken, times, names);
    let mut quotes: Vec<Quote> = Vec::new();
    let mut carry = direct::Carry::default();
    // The report that ended the paragraph before.
    let mut last_report = None;
    for (block, marked) in article.evidence().zip(&marked) {
        if block.kind == BlockKind::Headline
            && let Some(quote) = headline::find(&view, names, block.span)
        {
            quotes.push(quote);
            continue;
        }
        let first = quotes.len();
        direct::find(&view, block.span, marked, &mut carry, &mut quotes);
        // What direct speech has claimed in this paragraph; the parts that reach into earlier ones lie before.
        let mut taken: Vec<Span> = quotes
            .iter()
            .skip(first.saturating_sub(1))
            .flat_map(|q| q.content.iter().chain(&q.cue).chain(&q.source))
            .copied()
            .filter(|s| block.span.contains(*s))
            .collect();
        taken.sort_unstable();
        let from = sentences.partition_point(|s| s.start < block.span.start);
        for s in sentences
            .iter()
            .skip(from)
            .take_while(|s| s.end <= block.span.end)
        {
            indirect::find(&view, *s, marked, &taken, &mut quotes);
        }
        uncued::adopt(&view, block.span, marked, first, last_report, &mut quotes);
        last_report = find_last_report(&view, block.span, first, &quotes);
    }
    transcript::find(article, &view, &mut quotes);
    post::find(article, &view, &mut quotes);
    for quote in &mut quotes {
        source::with_name(&view, quote);
        office::cover_holder(text, names, quote);
        source::with_relative(&view, quote);
        said::settle(&view, quote);
    }
    let breaks = line::breaks(article);
    let mut items: Vec<Annotation<Quote>> = quotes
        .into_iter()
        .filter_map(|q| line::cut(&breaks, q))
        .filter_map(|q| Some(Annotation::new(cover(&q)?, q)))
        .collect();
    items.sort_by_key(|a| a.span);
    speaker::resolve(&view, names, &mut items);
    for item in &mut items {
        evidence::note(&view, names, &mut item.value);
    }
    Layer::new(items)
}

/// The one report in the last sentence of the paragraph `block`, among the findings from `first` on.
fn find_last_report(view: &SpeechView, block: Span, first: usize, quotes: &[Quote]) -> Option<usize> {
    let last = view.sentence_at(block.end.saturating_sub(1))?;
    let mut in_last = quotes.iter().enumerate().skip(first).filter(|(_, q)| {
        let cited = q.cue.iter().chain(&q.source).any(|s| last.contains(*s));
        cited && q.kind == QuoteKind::Statement
    });
    let (i, quote) = in_last.next()?;
    (in_last.next().is_none() && quote.form != QuoteForm::Direct).then_some(i)
}

/// The smallest span that holds content, cue and source.
fn cover(q: &Quote) -> Option<Span> {
    q.content
        .iter()
        .chain(&q.cue)
        .chain(&q.source)
        .copied()
        .reduce(Span::cover)
}

#[cfg(test)]
mod tests {
    use dossier_model::{ArticleDraft, ArticleId, Block, BlockKind};

    use super::*;

    /// Paragraphs are lines; what is found is written as `form [source] <cue> content | content`.
    fn found(text: &str) -> Vec<String> {
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            if !words.is_empty() {
                let start = at + line.len() - line.trim_start().len();
                blocks.push(Block {
                    kind: BlockKind::Body,
                    span: Span::new(start, start + words.len()),
                });
            }
            at += line.len();
        }
        let article = Article::new(ArticleId::new("a"), ArticleDraft::default(), text, blocks);
        let join = |s: &[Span]| s.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" | ");
        crate::annotate(&article)
            .quotes
            .iter()
            .map(|q| {
                let v = &q.value;
                format!(
                    "{} [{}] <{}> {}",
                    v.form.as_str(),
                    join(&v.source),
                    join(&v.cue),
                    join(&v.content)
                )
            })
            .collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(found(text), expected, "{text}");
    }

    #[test]
    fn cue_behind_between_and_before() {
        check(
            "\"We will not sell,\" said Ana Ruiz.",
            &["direct [Ana Ruiz] <said> \"We will not sell,\""],
        );
        check(
            "“We will not sell,” Ana Ruiz said on Monday.",
            &["direct [Ana Ruiz] <said> “We will not sell,”"],
        );
        check(
            "“We will not sell,” Ana Ruiz said, “because we need not.”",
            &["direct [Ana Ruiz] <said> “We will not sell,” | “because we need not.”"],
        );
        check(
            "Ana Ruiz told reporters on Monday: “We will not sell.”",
            &["direct [Ana Ruiz] <told> “We will not sell.”"],
        );
        check(
            "He added, ‘We will not sell.’",
            &["direct [He] <added> ‘We will not sell.’"],
        );
        check(
            "“Will you sell?” she asked.",
            &["direct [she] <asked> “Will you sell?”"],
        );
        check(
            "«We will not sell», said the mayor.",
            &["direct [the mayor] <said> «We will not sell»"],
        );
    }

    #[test]
    fn speech_goes_on_without_a_cue() {
        check(
            "“We will not sell,” she said. “We never planned to.”",
            &["direct [she] <said> “We will not sell,” | “We never planned to.”"],
        );
        check(
            "“We will not sell,” she said.\n“We never planned to.”",
            &["direct [she] <said> “We will not sell,” | “We never planned to.”"],
        );
        check(
            "She said: “We will not sell. That is all.\n“We never planned to.”\nThe shares fell.",
            &["direct [She] <said> “We will not sell. That is all. | “We never planned to.”"],
        );
        check(
            "The mayor added:\n“We will not sell.”",
            &["direct [The mayor] <added> “We will not sell.”"],
        );
    }

    #[test]
    fn two_speakers_in_one_paragraph() {
        check(
            "“We will not sell,” Ruiz said. “We must,” Okafor said.",
            &[
                "direct [Ruiz] <said> “We will not sell,”",
                "direct [Okafor] <said> “We must,”",
            ],
        );
        check(
            "“Will you sell?” Ruiz asked. “Never,” Okafor replied.",
            &[
                "direct [Ruiz] <asked> “Will you sell?”",
                "direct [Okafor] <replied> “Never,”",
            ],
        );
    }

    #[test]
    fn titles_and_appositions_belong_to_the_source() {
        check(
            "“We will not sell,” said Ana Ruiz, head of the port authority.",
            &["direct [Ana Ruiz, head of the port authority] <said> “We will not sell,”"],
        );
        check(
            "“We will not sell,” Ana Ruiz, head of the port authority, said.",
            &["direct [Ana Ruiz, head of the port authority] <said> “We will not sell,”"],
        );
    }

    #[test]
    fn according_to_stands_at_either_end() {
        check(
            "According to the Norwegian Ambassador to Peru Kari Lund, the visit will be short.",
            &["indirect [the Norwegian Ambassador to Peru Kari Lund] <According to> the visit will be short"],
        );
        check(
            "The visit will be short, according to Kari Lund, an expert on Peru.",
            &["indirect [Kari Lund, an expert on Peru] <according to> The visit will be short"],
        );
    }

    #[test]
    fn comment_clauses() {
        check(
            "The visit will be short, the ambassador said.",
            &["indirect [the ambassador] <said> The visit will be short"],
        );
        check(
            "The visit will be short, said the ambassador.",
            &["indirect [the ambassador] <said> The visit will be short"],
        );
        check(
            "The mayor believes that the port is safe, Kari Lund said.",
            &["indirect [Kari Lund] <said> The mayor believes that the port is safe"],
        );
    }

    #[test]
    fn that_clauses() {
        check(
            "Lund noted that the visit would be short.",
            &["indirect [Lund] <noted> that the visit would be short"],
        );
        check(
            "Lund expressed confidence that the visit would help.",
            &["indirect [Lund] <expressed confidence> that the visit would help"],
        );
        check(
            "Lund said that the visit was “a small step”.",
            &["mixed [Lund] <said> that the visit was “a small step”"],
        );
    }

    #[test]
    fn not_a_quotation() {
        check("The so-called “Iron Bridge” was opened on Monday.", &[]);
        check("Her novel “The Long Road,” a bestseller, was filmed.", &[]);
        check("John “Jack” Miller won the race.", &[]);
        check("The pole is 6'2\" long and weighs 12 kg.", &[]);
        check("The workers' union met the ministers' aides.", &[]);
        check("Lund did not say that the visit was short.", &[]);
    }

    #[test]
    fn not_a_speaker() {
        check("Norwegian statistics show that trade doubled.", &[]);
        check(
            "Trade exceeded two billion euros in May, according to Norwegian data.",
            &[],
        );
        check("The flood has claimed more than 300 lives in Peru.", &[]);
        check("The mayor knew that the port was safe.", &[]);
        check("The mayor pointed to the new port.", &[]);
        check("Officers questioned the crew of the ship.", &[]);
    }

    #[test]
    fn a_title_with_a_country_belongs_to_the_name() {
        check(
            "The visit will open a new chapter, according to Norwegian Ambassador to Peru Kari Lund.",
            &[
                "indirect [Norwegian Ambassador to Peru Kari Lund] <according to> The visit will open a new chapter",
            ],
        );
    }

    #[test]
    fn hostile_text_ends() {
        let _ = found(&"“a said ".repeat(20_000));
        let _ = found(&"said that according to, ".repeat(20_000));
        let _ = found(&"\" said , ".repeat(20_000));
    }
}
