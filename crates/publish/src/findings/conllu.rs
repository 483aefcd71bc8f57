use std::fmt::Write;

use dossier_model::{AnnotatedArticle, Span};

use crate::texts::Text;

/// The article as CoNLL-U, one block a sentence, with `sent_id`, `text` and `SpaceAfter=No`.
#[must_use]
pub fn render(read: &AnnotatedArticle) -> String {
    let text = Text::new(&read.article);
    let mut out = String::new();
    for (n, &sentence) in read.notes.sentences.iter().enumerate() {
        let mut words = read.notes.tokens.inside(sentence).peekable();
        if words.peek().is_none() {
            continue;
        }
        if n == 0 {
            line(&mut out, format_args!("# newdoc id = {}", read.article.id));
        }
        line(
            &mut out,
            format_args!("# sent_id = {}-{}", read.article.id, n + 1),
        );
        let plain = one_line(text.words(sentence));
        line(&mut out, format_args!("# text = {plain}"));
        write_words(&mut out, read, &text, sentence);
        out.push('\n');
    }
    out
}

fn write_words(out: &mut String, read: &AnnotatedArticle, text: &Text<'_>, sentence: Span) {
    let tokens = &read.notes.tokens;
    let words = tokens.inside(sentence);
    for i in words.clone() {
        let head = tokens.head(i).filter(|h| words.contains(h));
        let after = text.article.text().get(tokens.span(i).end as usize..);
        let glued = after.is_some_and(|a| a.chars().next().is_some_and(|c| !c.is_whitespace()));
        line(
            out,
            format_args!(
                "{}\t{}\t{}\t{}\t_\t_\t{}\t{}\t_\t{}",
                i - words.start + 1,
                cell(text.words(tokens.span(i))),
                cell(tokens.lemma(i)),
                tokens.upos(i).as_str(),
                head.map_or(0, |h| h - words.start + 1),
                tokens.deprel(i).as_str(),
                if glued { "SpaceAfter=No" } else { "_" },
            ),
        );
    }
}

fn line(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{words}");
}

/// White space, line ends among it, as single spaces.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A column is never empty and holds neither tab nor line end.
fn cell(text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() { "_".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::*;

    #[test]
    fn a_sentence_becomes_a_block() {
        let text = "Ships, she said.";
        let mut tokens = TokensBuilder::default();
        let mut at = 0;
        for (form, upos, head, deprel) in [
            ("Ships", Upos::Noun, Some(3), Deprel::Ccomp),
            (",", Upos::Punct, Some(3), Deprel::Punct),
            ("she", Upos::Pron, Some(3), Deprel::Nsubj),
            ("said", Upos::Verb, None, Deprel::Root),
            (".", Upos::Punct, Some(3), Deprel::Punct),
        ] {
            let start = at + text[at..].find(form).expect("in order");
            at = start + form.len();
            tokens.push(Span::new(start, at), upos, form, head, deprel);
        }
        let whole = Span::new(0, text.len());
        let body = Block {
            kind: BlockKind::Body,
            span: whole,
        };
        let read = AnnotatedArticle {
            article: Article::new(ArticleId::new("a"), ArticleDraft::default(), text, vec![body]),
            notes: Annotations {
                sentences: vec![whole],
                tokens: tokens.build(),
                ..Annotations::default()
            },
        };
        assert_eq!(
            render(&read),
            "# newdoc id = a\n# sent_id = a-1\n# text = Ships, she said.\n\
             1\tShips\tShips\tNOUN\t_\t_\t4\tccomp\t_\tSpaceAfter=No\n\
             2\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_\n\
             3\tshe\tshe\tPRON\t_\t_\t4\tnsubj\t_\t_\n\
             4\tsaid\tsaid\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n\
             5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_\n\n"
        );
    }
}
