//! Whatever the text is, reading ends, and all that was found lies where the contract says.

#![allow(clippy::too_many_lines, reason = "long tables of odd texts")]

use dossier_en::annotate;
use dossier_model::{Annotations, Article, ArticleDraft, ArticleId, Block, BlockKind, Layer, Span};
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// An article of one block a line; the kinds take turns, so that evidence and other text stand side by side.
fn article(text: &str) -> Article {
    const KINDS: [BlockKind; 5] = [
        BlockKind::Body,
        BlockKind::Headline,
        BlockKind::Boilerplate,
        BlockKind::Caption,
        BlockKind::Dateline,
    ];
    let mut blocks = Vec::new();
    let mut at = 0;
    for (i, line) in text.split('\n').enumerate() {
        let words = line.trim();
        if !words.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            blocks.push(Block {
                kind: KINDS[i % KINDS.len()],
                span: Span::new(start, start + words.len()),
            });
        }
        at += line.len() + 1;
    }
    Article::new(ArticleId::new("0"), ArticleDraft::default(), text, blocks)
}

struct Checker<'a> {
    text: &'a str,
    evidence: Vec<Span>,
}

impl Checker<'_> {
    #[track_caller]
    fn span(&self, span: Span) {
        assert!(span.start <= span.end, "{span:?}");
        assert!(
            self.text.get(span.range()).is_some(),
            "{span:?} cuts a character or ends outside"
        );
        let k = self.evidence.partition_point(|b| b.end < span.end);
        let held = self.evidence.get(k).is_some_and(|b| b.contains(span));
        assert!(held, "{span:?} is outside of evidence");
    }

    #[track_caller]
    fn layer<T>(&self, layer: &Layer<T>) {
        assert!(layer.is_sorted_by_key(|a| a.span));
        for a in layer {
            self.span(a.span);
            assert!(!a.span.is_empty());
        }
    }

    #[track_caller]
    fn spans<'s>(&self, spans: impl IntoIterator<Item = &'s Span>) {
        for &s in spans {
            self.span(s);
        }
    }
}

/// The promises of every layer.
fn check(text: &str) -> Annotations {
    let article = article(text);
    let notes = annotate(&article);
    let text = article.text();
    let evidence = article.blocks().iter().filter(|b| b.kind.is_evidence());
    let c = Checker {
        text,
        evidence: evidence.map(|b| b.span).collect(),
    };
    c.spans(&notes.sentences);
    assert!(notes.sentences.is_sorted_by(|a, b| a.end <= b.start));
    c.spans(notes.tokens.spans());
    assert!(notes.tokens.spans().is_sorted_by(|a, b| a.end <= b.start));
    // Every letter and digit of the evidence is in a word of a sentence.
    let mut word = 0;
    for block in &c.evidence {
        for (at, ch) in block
            .of(text)
            .char_indices()
            .filter(|(_, ch)| ch.is_alphanumeric())
        {
            let at = block.start + at as u32;
            while notes.tokens.spans().get(word).is_some_and(|w| w.end <= at) {
                word += 1;
            }
            let held = notes.tokens.spans().get(word).is_some_and(|w| w.start <= at);
            assert!(held, "{ch:?} at {at} is in no word");
            assert!(
                notes.sentence_at(at).is_some(),
                "{ch:?} at {at} is in no sentence"
            );
        }
    }
    for i in 0..notes.tokens.len() {
        assert!(
            notes
                .tokens
                .head(i)
                .is_none_or(|h| h < notes.tokens.len() && h != i)
        );
    }
    let known = |id: dossier_model::LocalId| assert!(notes.local(id).is_some());
    c.layer(&notes.mentions);
    notes
        .mentions
        .iter()
        .filter_map(|m| m.value.local)
        .for_each(known);
    c.layer(&notes.roles);
    for r in &notes.roles {
        known(r.value.holder);
        c.spans(std::iter::once(&r.value.title).chain(&r.value.organization));
    }
    c.layer(&notes.times);
    c.layer(&notes.quantities);
    for q in &notes.quantities {
        c.spans(&q.value.of);
        let numbers = [q.value.value, q.value.low, q.value.high];
        assert!(numbers.iter().flatten().all(|n| !n.is_nan()));
    }
    c.layer(&notes.figures);
    for f in &notes.figures {
        assert_eq!(
            notes.quantities.get(f.value.quantity).map(|q| q.span),
            Some(f.span)
        );
        assert!(!f.value.measure.is_empty() && !f.value.key.is_empty());
        assert!(f.value.key.is_sorted());
        f.value.subjects.iter().copied().for_each(known);
        c.spans(std::iter::once(&f.value.clause).chain(&f.value.basis));
    }
    // A quotation may go on in the next paragraph: its parts lie in evidence, and its span reaches over them.
    assert!(notes.quotes.is_sorted_by_key(|q| q.span));
    for q in &notes.quotes {
        let parts = || q.value.content.iter().chain(&q.value.cue).chain(&q.value.source);
        c.spans(parts());
        assert_eq!(parts().copied().reduce(Span::cover), Some(q.span));
        q.value.speaker.into_iter().for_each(known);
    }
    c.layer(&notes.events);
    for e in &notes.events {
        let v = &e.value;
        for p in v.sources.iter().chain(&v.targets).chain(&v.place) {
            c.span(p.span);
            p.local.into_iter().for_each(known);
        }
        assert!(v.time.is_none_or(|t| t < notes.times.len()));
        c.spans(std::iter::once(&v.clause).chain(&v.object));
    }
    notes
}

/// Bytes of the long text, where the tests are slow and where they are not.
const LONG: usize = 200_000;
const SHORT: usize = 24_000;

/// Each shape in one block of so many bytes, and in one of an eighth of that: work that grows faster than the text is
/// told by the clock. A machine may be slow once, but not three times in the long run alone.
fn check_long(shape: &str, bytes: usize) {
    const TIMES: u32 = 8;
    let short = shape.repeat(bytes / TIMES as usize / shape.len());
    let long = shape.repeat(bytes / shape.len());
    let base = (0..3).map(|_| time(&short)).min().unwrap_or_default();
    // What is done once, whatever the length, is no reason to grow; and a clock has its grain.
    let most = base * TIMES * 3 + Duration::from_millis(100);
    let took = (0..3).map(|_| time(&long)).find(|t| *t <= most);
    assert!(
        took.is_some(),
        "more than {most:?}, where an eighth takes {base:?}"
    );
}

fn time(text: &str) -> Duration {
    let start = clock();
    check(text);
    clock().saturating_sub(start)
}

/// How long this thread has worked, where the system tells it: on a busy machine the clock on the wall tells more of
/// others' work. Elsewhere that clock.
#[allow(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = told.and_then(|t| t.split(' ').next()?.parse().ok());
    worked.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

macro_rules! long {
    ($($name:ident: $shape:expr,)*) => {
        $(#[test]
        fn $name() {
            check_long($shape, SHORT);
        })*

        mod at_length {
            $(#[test]
            #[ignore = "slow: cargo xtask check --slow"]
            fn $name() {
                super::check_long($shape, super::LONG);
            })*
        }
    };
}

long! {
    open_quotation_marks: "“a ‘b «c \"d ",
    deep_brackets: "([{a",
    one_sentence_of_clauses: "the mayor of the town said that, according to the paper, ",
    overrides_of_direction: "\u{202e}5 dead \u{2066}Lima\u{200f} ",
    invisible_characters: "a\u{200b}5\u{ad}\u{200d}\u{301} \u{feff}",
    numbers: "of 5 to 6% and $7 between 8 or ",
    tolls: "5 people killed and 7 hurt in Lima, ",
    dates: "on Monday 3 May 2019, last week, 2019-",
    capitals: "New Lima U.S. Bank Of Ana Ruiz & ",
    people: "President Ana Ruiz of Peru (AR), he told the minister, ",
    dashes: "—–-5-a",
    marks_alone: ".,;:!?…'’",
    short_sentences: "He went. “Yes,” she said. 5 died. ",
    repeated_articles: "the the ",
    no_spaces: "http://a.b/c@d.e,1.2:3/",
    one_word_without_end: "abcdefghij",
    one_word_again: "the ",
    verbs_of_saying: "said ",
    attributions: "said Ana Ruiz, said the minister, according to Lima ",
    capital_words: "Lima ",
    countries: "Peru, Chile and ",
    offices: "President Prime Minister of ",
    numbers_alone: "5 17 3.5 ",
    digits: "7",
    fractions: "1/2-3/4 ",
    months: "May ",
    percentages: "rose 5% to 6% from ",
    nul: "a\u{0} ",
    towers_of_marks: "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
    one_tower: "\u{301}",
    clitics: "x's don't ",
    newlines: "\n",
    one_letter_lines: "x\n",
    bullets: "x\n- y\n",
    no_letters: "会谈在",
    pictures: "👩\u{200d}👧🏽",
    conjunctions: "and or but ",
    colons: "Ruiz: ",
    visits: "visit to Lima by Ruiz ",
}

fn check_people(count: u32) {
    let text: String = (0..count)
        .map(|i| {
            let letters: String = (0..4)
                .map(|k| char::from(b'a' + (i >> (k * 4) & 15) as u8))
                .collect();
            format!("Mr. X{letters} Ruiz met Ruiz. ")
        })
        .collect();
    check(&text);
}

#[test]
fn many_people_of_one_surname() {
    check_people(1_000);
}

#[test]
#[ignore = "slow: cargo xtask check --slow"]
fn very_many_people_of_one_surname() {
    check_people(8_000);
}

#[test]
fn many_blocks() {
    check(&"Ana Ruiz said 5 people died in Lima on Monday.\n".repeat(500));
}

#[test]
#[ignore = "slow: cargo xtask check --slow"]
fn very_many_blocks() {
    check(&"Ana Ruiz said 5 people died in Lima on Monday.\n".repeat(4_000));
}

/// Words of news, so that the rules of every layer meet odd neighbours.
fn newslike() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "the",
        "of",
        "in",
        "and",
        "said",
        "that",
        "according",
        "to",
        "Ana",
        "Ruiz",
        "President",
        "Peru",
        "Lima",
        "U.S.",
        "Bank",
        "5",
        "1,200",
        "$3.5",
        "million",
        "%",
        "percent",
        "people",
        "killed",
        "students",
        "trade",
        "reached",
        "rose",
        "by",
        "from",
        "between",
        "twice",
        "second-largest",
        "Monday",
        "2019",
        "last",
        "year",
        "“",
        "”",
        "\"",
        "‘",
        "’s",
        "(",
        ")",
        ",",
        ".",
        ";",
        ":",
        "—",
        "-",
        "he",
        "she",
        "who",
        "will",
        "visit",
        "signed",
        "not",
        "attack",
        "Mr.",
        "\n",
        "\u{200b}",
        "\u{301}",
        "é",
        "会谈",
        "data",
        "show",
        "is",
        "was",
        "its",
        "at",
        "least",
        "over",
        "about",
        "A",
        "I",
        "US$",
        "km",
        "per",
        "May",
        "minister",
    ];
    prop::collection::vec((prop::sample::select(WORDS), prop::bool::weighted(0.8)), 0..60).prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(w, space)| [w, if space { " " } else { "" }])
            .collect()
    })
}

#[test]
fn a_quotation_that_goes_on_in_the_next_paragraph() {
    // The second was found by the properties below.
    for text in [
        "She said: “We will not sell. That is all.\n“We never planned to.”",
        "’s the according to Ana\n“Ana",
    ] {
        let notes = check(text);
        assert_eq!(notes.quotes.len(), 1, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_the_promises(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn any_characters_keep_the_promises(chars in prop::collection::vec(any::<char>(), 0..200)) {
        check(&chars.into_iter().collect::<String>());
    }

    #[test]
    fn any_news_keeps_the_promises(text in newslike()) {
        check(&text);
    }
}
