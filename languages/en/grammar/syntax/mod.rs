//! Part of speech, lemma and dependency of every word.
//!
//! A greedy tagger, learned rules for dictionary forms and a greedy parser, each linear in the length of the text.
//! The weights come from `tools/training` and are embedded; `models/MODEL_CARD.md` tells what they were made of.

#[doc(hidden)]
pub mod model;
pub mod tree;

use dossier_model::{Article, Deprel, Span, Tokens, TokensBuilder, Upos};
use dossier_network::lex::Lex;
use dossier_network::parser::{LONGEST, Reading};
use dossier_network::tagger;

use model::Model;

/// Tags, lemmatises and parses the words of each sentence.
#[must_use]
pub fn parse(article: &Article, sentences: &[Span], words: &[Span]) -> Tokens {
    parse_with(model::model(), article, sentences, words)
}

/// Reads with other weights than the embedded ones.
#[doc(hidden)]
#[must_use]
pub fn parse_with(model: &Model, article: &Article, sentences: &[Span], words: &[Span]) -> Tokens {
    let text = article.text();
    let mut reader = SentenceReader::new(model);
    let mut out = TokensBuilder::with_capacity(words.len());
    let mut from = 0;
    for sentence in sentences {
        let count = words
            .get(from..)
            .unwrap_or(&[])
            .partition_point(|w| w.end <= sentence.end);
        reader.read(text, &words[from..from + count]);
        reader.write(text, &words[from..from + count], from, &mut out);
        from += count;
    }
    // Words outside every sentence have no tree; the tokenizer makes none.
    for &w in words.get(from..).unwrap_or(&[]) {
        out.push(w, Upos::X, w.of(text), None, Deprel::Dep);
    }
    out.build()
}

/// Works on one sentence after the other with the same scratch space.
#[derive(Debug)]
struct SentenceReader<'m> {
    model: &'m Model,
    buffer: String,
    lemma: String,
    features: Vec<u32>,
    scores: Vec<i32>,
    words: Vec<Lex>,
    style: u32,
    /// Fine tags of the sentence read last.
    tags: Vec<u8>,
    /// Head of each word, relation to it; the number of words stands for the root.
    heads: Vec<u32>,
    relations: Vec<u8>,
    reading: Reading,
}

impl<'m> SentenceReader<'m> {
    /// Reads with the weights of `model`.
    fn new(model: &'m Model) -> Self {
        Self {
            model,
            buffer: String::new(),
            lemma: String::new(),
            features: Vec::with_capacity(128),
            scores: Vec::new(),
            words: Vec::new(),
            style: 0,
            tags: Vec::new(),
            heads: Vec::new(),
            relations: Vec::new(),
            reading: Reading::default(),
        }
    }

    fn read(&mut self, text: &str, words: &[Span]) {
        self.words.clear();
        for w in words {
            self.words.push(Lex::read(w.of(text), &mut self.buffer));
        }
        self.tag();
        self.parse();
    }

    /// Tags the words that were read.
    fn tag(&mut self) {
        let style = tagger::case_style(&self.words);
        self.style = if matches!(style, 2 | 3) { 2 } else { 0 };
        self.tags.clear();
        let mut before = [254, 254];
        for i in 0..self.words.len() {
            let tag = if let Some(tag) = self.model.certain.get(self.words[i].exact) {
                tag as u8
            } else {
                tagger::features(&self.words, i, style, before, &mut self.features);
                self.model
                    .tagger
                    .sum(&self.features, self.model.tags.len(), &mut self.scores);
                best(&self.scores) as u8
            };
            self.tags.push(tag);
            before = [u32::from(tag), before[0]];
        }
    }

    /// Finds the trees, and better tags on the way. A sentence that is too long is read in pieces.
    fn parse(&mut self) {
        self.heads.clear();
        self.relations.clear();
        let root = self.model.root();
        let all = self.words.len() as u32;
        let mut first_root = all;
        for from in (0..self.words.len()).step_by(LONGEST) {
            let to = (from + LONGEST).min(self.words.len());
            let tags = &mut self.tags[from..to];
            self.model
                .network
                .run(&self.words[from..to], tags, &mut self.reading);
            for (i, &head) in self.reading.heads.iter().enumerate() {
                let is_root = head as usize >= to - from;
                let head = if is_root { first_root } else { head + from as u32 };
                if is_root && first_root == all {
                    first_root = (from + i) as u32;
                }
                let relation = match (is_root, head == all) {
                    (_, true) => root,
                    (true, _) => self.model.loose(),
                    _ => self.reading.relation(i, root),
                };
                self.heads.push(head);
                self.relations.push(relation as u8);
            }
            for (i, tag) in tags.iter_mut().enumerate() {
                *tag = self.reading.tag(i).unwrap_or(*tag);
            }
        }
    }

    fn write(&mut self, text: &str, words: &[Span], first: usize, out: &mut TokensBuilder) {
        for (i, &w) in words.iter().enumerate() {
            let tag = self.tags[i];
            let upos = self.model.tags.get(usize::from(tag)).map_or(Upos::X, |t| t.0);
            let is_name = keeps_case(upos, w.of(text), i == 0 || self.style > 1);
            self.model.lemmas.write(
                w.of(text),
                u32::from(tag),
                is_name,
                &mut self.buffer,
                &mut self.lemma,
            );
            let head = self.heads[i];
            let head = ((head as usize) < words.len()).then_some(first + head as usize);
            let label = match head {
                Some(_) => self
                    .model
                    .labels
                    .get(usize::from(self.relations[i]))
                    .copied()
                    .unwrap_or(Deprel::Dep),
                None => Deprel::Root,
            };
            out.push(w, upos, &self.lemma, head, label);
        }
    }
}

/// Whether the dictionary form keeps the word's capital letters: names, and adjectives of them ("Peruvian").
#[doc(hidden)]
#[must_use]
pub fn keeps_case(upos: Upos, word: &str, capital_means_nothing: bool) -> bool {
    match upos {
        Upos::Propn | Upos::X | Upos::Sym => true,
        Upos::Adj => !capital_means_nothing && word.chars().next().is_some_and(char::is_uppercase),
        _ => false,
    }
}

/// The first of the highest scores.
fn best(scores: &[i32]) -> usize {
    let mut best = 0;
    for (i, s) in scores.iter().enumerate() {
        if *s > scores[best] {
            best = i;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{ArticleDraft, ArticleId, Block, BlockKind};

    fn read(text: &str) -> (Article, Tokens) {
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, vec![block]);
        let sentences = crate::grammar::sentence::split(&article);
        let words = crate::grammar::token::split(&article, &sentences);
        let tokens = parse(&article, &sentences, &words);
        (article, tokens)
    }

    /// `expected` names some words of `text` in order: `word/UPOS`, `word/lemma`, or `word>relation>head`.
    fn check(text: &str, expected: &str) {
        let (_, tokens) = read(text);
        let word = |i: usize| tokens.span(i).of(text);
        let mut from = 0;
        for item in expected.split_whitespace() {
            let (name, rest) = item.split_once(['/', '>']).unwrap();
            let i = (from..tokens.len())
                .find(|&i| word(i) == name)
                .unwrap_or_else(|| panic!("no {name} in {text}"));
            from = i + 1;
            if let Some((rel, head)) = rest.split_once('>') {
                let found = tokens.head(i).map_or("root", word);
                assert_eq!(
                    (tokens.deprel(i).as_str(), found),
                    (rel, head),
                    "{name} in {text}"
                );
            } else if let Some(upos) = Upos::from_name(rest) {
                assert_eq!(tokens.upos(i), upos, "{name} in {text}");
            } else {
                assert_eq!(tokens.lemma(i), rest, "{name} in {text}");
            }
        }
    }

    #[test]
    fn parts_of_speech() {
        check(
            "The minister visited Lima on Monday.",
            "The/DET minister/NOUN visited/VERB Lima/PROPN on/ADP ./PUNCT",
        );
        check(
            "They will sign two agreements.",
            "They/PRON will/AUX sign/VERB two/NUM agreements/NOUN",
        );
        check(
            "Peru Signs Big Trade Agreement With Chile",
            "Peru/PROPN Signs/VERB Big/ADJ Agreement/NOUN With/ADP Chile/PROPN",
        );
    }

    #[test]
    fn lemmas() {
        check(
            "The ministers met and have said it.",
            "ministers/minister met/meet have/have said/say",
        );
        check(
            "Companies were making better cities.",
            "Companies/company were/be making/make cities/city",
        );
        check(
            "Peruvian leaders did not stop for planned talks.",
            "leaders/leader did/do stop/stop planned/plan",
        );
    }

    #[test]
    fn trees() {
        check(
            "The minister signed the agreement in Lima.",
            "The>det>minister minister>nsubj>signed signed>root>root the>det>agreement agreement>obj>signed in>case>Lima",
        );
        check(
            "The deal was signed by both leaders.",
            "deal>nsubj:pass>signed was>aux:pass>signed signed>root>root by>case>leaders",
        );
        check(
            "She said that prices will not rise.",
            "She>nsubj>said that>mark>rise prices>nsubj>rise rise>ccomp>said",
        );
    }

    #[test]
    fn every_sentence_has_one_root_and_no_circle() {
        let text = "One two, three! \u{301} \u{200d}. ((((( Who? “Yes” 会谈。 a a a a a a a a a a a a a a a a a a a a a a.";
        let (article, tokens) = read(text);
        for s in crate::grammar::sentence::split(&article) {
            let range = tokens.inside(s);
            assert_eq!(
                range.clone().filter(|&i| tokens.head(i).is_none()).count(),
                usize::from(!range.is_empty())
            );
            for i in range.clone() {
                let mut at = i;
                let mut steps = 0;
                while let Some(h) = tokens.head(at) {
                    assert!(range.contains(&h) && steps <= range.len());
                    at = h;
                    steps += 1;
                }
            }
        }
    }

    #[test]
    fn a_long_sentence_takes_linear_time() {
        let (_, tokens) = read(&"the (big “dog and 5 of ".repeat(10_000));
        assert_eq!(tokens.len(), 80_000);
    }
}
