//! CoNLL-U, with the entities in the columns that CorefUD gives them.

use std::fmt::Write;
use std::ops::Range;

use dossier_model::{AnnotatedArticle, BlockKind, Span, Tokens, Upos};

use dossier_wire::Text;

/// The article as CoNLL-U, a block of lines a sentence. `newdoc`, `newpar`, `sent_id` and `text` stand in front; a
/// word written together with its clitic ("don't") has a line of its own, as in the English treebanks; the last
/// column holds `SpaceAfter=No`, `TokenRange` in code points, and `Entity` with the brackets of CorefUD, whose
/// numbers tell which mentions are of one bearer.
#[must_use]
pub fn render(read: &AnnotatedArticle) -> String {
    let writer = Writer {
        read,
        text: Text::new(&read.article),
    };
    let mut out = String::new();
    let mut block = None;
    let mut written = 0;
    for &sentence in &read.notes.sentences {
        let words = read.notes.tokens.inside(sentence);
        if words.is_empty() {
            continue;
        }
        if written == 0 {
            line(&mut out, format_args!("# newdoc id = {}", read.article.id));
            line(&mut out, format_args!("# global.Entity = eid-etype-head-other"));
        }
        let here = read.article.block_of(sentence);
        if here != block || written == 0 {
            let kind = here.map_or(BlockKind::Body, |b| b.kind).as_str();
            line(&mut out, format_args!("# newpar"));
            line(&mut out, format_args!("# block = {kind}"));
            block = here;
        }
        written += 1;
        line(
            &mut out,
            format_args!("# sent_id = {}-{written}", read.article.id),
        );
        line(&mut out, format_args!("# text = {}", writer.plain(words.clone())));
        writer.write(words, sentence, &mut out);
        out.push('\n');
    }
    out
}

struct Writer<'a> {
    read: &'a AnnotatedArticle,
    text: Text<'a>,
}

impl Writer<'_> {
    fn tokens(&self) -> &Tokens {
        &self.read.notes.tokens
    }

    fn form(&self, i: usize) -> &str {
        self.text.words(self.tokens().span(i))
    }

    /// What stands between a word and the next, or the end of the text.
    fn gap(&self, i: usize) -> &str {
        let tokens = self.tokens();
        let text = self.read.article.text();
        let end = tokens.span(i).end as usize;
        let next = tokens.spans().get(i + 1).map_or(text.len(), |s| s.start as usize);
        text.get(end..next).unwrap_or("")
    }

    /// Whether nothing parts a word from what follows. What prints nothing and is no space does not part.
    fn is_glued(&self, i: usize) -> bool {
        let at_end = i + 1 == self.tokens().len() && self.gap(i).is_empty();
        !at_end && !self.gap(i).contains(char::is_whitespace)
    }

    /// The words with the spaces that the columns tell of, so that both agree.
    fn plain(&self, words: Range<usize>) -> String {
        let mut out = String::new();
        let last = words.end.saturating_sub(1);
        for i in words {
            out.push_str(&one_line(self.form(i)));
            if i < last && !self.is_glued(i) {
                out.push(' ');
            }
        }
        out
    }

    fn write(&self, words: Range<usize>, sentence: Span, out: &mut String) {
        let tokens = self.tokens();
        let entities = self.entities(&words, sentence);
        let mut inside = words.start;
        for i in words.clone() {
            if i >= inside {
                inside = self.host_end(i, words.end);
                if inside > i + 1 {
                    let whole = tokens.span(i).cover(tokens.span(inside - 1));
                    let misc = self.misc("", whole, self.is_glued(inside - 1));
                    line(
                        out,
                        format_args!(
                            "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{misc}",
                            i - words.start + 1,
                            inside - words.start,
                            cell(self.text.words(whole)),
                        ),
                    );
                } else {
                    inside = i + 1;
                }
            }
            let head = tokens.head(i).filter(|h| words.contains(h));
            // Inside a word written together, the line above tells of the space.
            let is_alone = inside == i + 1 && self.starts_alone(i, words.start);
            let entity = entities.get(i - words.start).map_or("", String::as_str);
            let misc = self.misc(entity, tokens.span(i), is_alone && self.is_glued(i));
            line(
                out,
                format_args!(
                    "{}\t{}\t{}\t{}\t_\t_\t{}\t{}\t_\t{misc}",
                    i - words.start + 1,
                    cell(self.form(i)),
                    cell(tokens.lemma(i)),
                    tokens.upos(i).as_str(),
                    head.map_or(0, |h| h - words.start + 1),
                    tokens.deprel(i).as_str(),
                ),
            );
        }
    }

    fn misc(&self, entity: &str, span: Span, glued: bool) -> String {
        let (start, end) = self.text.points(span);
        let mut out = String::new();
        if !entity.is_empty() {
            out.push_str("Entity=");
            out.push_str(entity);
            out.push('|');
        }
        if glued {
            out.push_str("SpaceAfter=No|");
        }
        // Writing to a string cannot fail.
        let _ = write!(out, "TokenRange={start}:{end}");
        out
    }

    /// One past the clitics written onto word `i`; `i + 1` where there is none.
    fn host_end(&self, i: usize, end: usize) -> usize {
        let mut k = i + 1;
        while k < end && self.is_clitic(k) {
            k += 1;
        }
        k
    }

    fn starts_alone(&self, i: usize, first: usize) -> bool {
        i == first || !self.is_clitic(i)
    }

    /// Whether word `i` is written onto the word before it.
    fn is_clitic(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|&b| self.gap(b).is_empty()) else {
            return false;
        };
        let host = self.form(before).to_lowercase();
        if !host.chars().next_back().is_some_and(char::is_alphanumeric) {
            return false;
        }
        let form = self
            .form(i)
            .to_lowercase()
            .replace(['’', 'ʼ', '`', '‘', '´'], "'");
        match form.as_str() {
            "n't" | "nt" => true,
            "'s" | "'m" | "'re" | "'ve" | "'ll" | "'d" => true,
            "'" => self.tokens().upos(i) == Upos::Part,
            "not" => host == "can",
            "na" => matches!(host.as_str(), "gon" | "wan"),
            "ta" => host == "got",
            "me" => matches!(host.as_str(), "gim" | "lem"),
            _ => false,
        }
    }

    /// For each word of the sentence, the brackets of the mentions that begin or end at it.
    fn entities(&self, words: &Range<usize>, sentence: Span) -> Vec<String> {
        let tokens = self.tokens();
        let notes = &self.read.notes;
        let mut spans: Vec<(Range<usize>, usize)> = notes
            .mentions
            .indices_inside(sentence)
            .map(|m| (tokens.inside(notes.mentions[m].span), m))
            .filter(|(inside, _)| !inside.is_empty())
            .collect();
        // The longer opens first and closes last.
        spans.sort_by_key(|(inside, m)| (inside.start, std::cmp::Reverse(inside.end), *m));
        let mut opening = vec![String::new(); words.len()];
        let mut closing = vec![String::new(); words.len()];
        for (inside, m) in spans {
            let mention = &notes.mentions[m].value;
            // Mentions without a bearer are numbered behind the bearers.
            let id = mention
                .local
                .map_or(notes.locals.len() + m, |local| local.0 as usize)
                + 1;
            let top = inside
                .clone()
                .position(|i| tokens.head(i).is_none_or(|h| !inside.contains(&h)));
            let head = top.unwrap_or(0) + 1;
            let (first, last) = (inside.start - words.start, inside.end - 1 - words.start);
            let single = if first == last { ")" } else { "" };
            if let Some(open) = opening.get_mut(first) {
                let _ = write!(open, "(e{id}-{}-{head}-{single}", mention.kind.as_str());
            }
            if let Some(close) = closing.get_mut(last).filter(|_| first < last) {
                close.insert_str(0, &format!("e{id})"));
            }
        }
        opening
            .into_iter()
            .zip(closing)
            .map(|(open, close)| close + &open)
            .collect()
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

    /// `words` are `form/UPOS/head/deprel`, heads counted from one.
    fn article(text: &str, words: &str) -> AnnotatedArticle {
        let mut tokens = TokensBuilder::default();
        let mut at = 0;
        for word in words.split_whitespace() {
            let columns: Vec<&str> = word.split('/').collect();
            let [form, upos, head, deprel] = columns[..] else {
                panic!("{word}");
            };
            let start = at + text[at..].find(form).expect("in order");
            at = start + form.len();
            tokens.push(
                Span::new(start, at),
                Upos::from_name(upos).expect("a part of speech"),
                form,
                head.parse::<usize>().expect("a number").checked_sub(1),
                Deprel::from_name(deprel).expect("a relation"),
            );
        }
        let whole = Span::new(0, text.len());
        let body = Block {
            kind: BlockKind::Body,
            span: whole,
        };
        AnnotatedArticle {
            article: Article::new(ArticleId::new("a"), ArticleDraft::default(), text, vec![body]),
            notes: Annotations {
                sentences: vec![whole],
                tokens: tokens.build(),
                ..Annotations::default()
            },
        }
    }

    #[test]
    fn a_sentence_becomes_a_block() {
        let words = "Ships/NOUN/4/ccomp ,/PUNCT/4/punct she/PRON/4/nsubj said/VERB/0/root ./PUNCT/4/punct";
        let read = article("Ships, she \u{200b}said.", words);
        assert_eq!(
            render(&read),
            "# newdoc id = a\n# global.Entity = eid-etype-head-other\n# newpar\n# block = body\n# sent_id = a-1\n\
             # text = Ships, she said.\n\
             1\tShips\tShips\tNOUN\t_\t_\t4\tccomp\t_\tSpaceAfter=No|TokenRange=0:5\n\
             2\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\tTokenRange=5:6\n\
             3\tshe\tshe\tPRON\t_\t_\t4\tnsubj\t_\tTokenRange=7:10\n\
             4\tsaid\tsaid\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=12:16\n\
             5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\tTokenRange=16:17\n\n"
        );
    }

    #[test]
    fn clitics_are_words_of_one_token() {
        let words = "They/PRON/4/nsubj would/AUX/4/aux n’t/PART/4/advmod go/VERB/0/root ./PUNCT/4/punct";
        let shown = render(&article("They wouldn’t go.", words));
        assert!(
            shown.contains("\n2-3\twouldn’t\t_\t_\t_\t_\t_\t_\t_\tTokenRange=5:13\n2\twould\t"),
            "{shown}"
        );
        assert!(shown.contains("\n3\tn’t\tn’t\tPART\t_\t_\t4\tadvmod\t_\tTokenRange=10:13\n"));
    }

    #[test]
    fn not_a_clitic_behind_a_mark() {
        let words = "“/PUNCT/2/punct Post/PROPN/0/root ”/PUNCT/2/punct 's/PART/2/case";
        let shown = render(&article("“Post”'s", words));
        assert!(!shown.contains("3-4\t"), "{shown}");
    }

    #[test]
    fn mentions_stand_in_brackets_around_their_words() {
        let words = "Bank/PROPN/0/root of/ADP/3/case Peru/PROPN/1/nmod fell/VERB/1/dep";
        let mut read = article("Bank of Peru fell", words);
        let mention = |kind, local| Mention {
            kind,
            form: MentionForm::Name,
            local,
        };
        read.notes.mentions = Layer::from_pairs([
            (
                Span::new(0, 12),
                mention(MentionKind::Organization, Some(LocalId(4))),
            ),
            (Span::new(8, 12), mention(MentionKind::Place, None)),
        ]);
        let shown = render(&read);
        for entity in ["Entity=(e5-organization-1-|", "Entity=e5)(e2-place-1-)|"] {
            assert!(shown.contains(entity), "{entity} in {shown}");
        }
    }
}
