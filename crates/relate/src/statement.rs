//! Sentences that say the same thing, told by one or more.
//!
//! Two sentences are joined by what they assert: names, numbers, content words, weighed by how much each
//! says. Another number, another polarity or another order ("third", "fourth") keeps them apart.

use std::collections::{BTreeMap, HashMap};

use dossier_model::{
    BlockKind, Bound, MentionForm, Span, Statement, StatementId, StatementReport, Support, Upos,
};

use crate::background;
use crate::entity::Entities;
use crate::fold;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::{self, Voices};
use crate::words;

/// The bit that tells a name's key from a word's.
const NAME_BIT: u64 = 1 << 63;
/// Share of the words that are no names which two sentences must have in common: names alone assert nothing.
const PLAIN: f64 = 0.40;
/// Words below which a sentence states nothing that stands alone.
const LEAST_WORDS: usize = 5;
/// Weighted Jaccard from which two sentences say the same.
const SAME: f64 = 0.50;
/// Weighted share of the shorter sentence from which it is told inside the longer one.
const INSIDE: f64 = 0.72;
/// The same, where both give one number of one thing.
const INSIDE_WITH_FIGURE: f64 = 0.42;

/// A sentence with what it asserts.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Place of its article.
    pub doc: usize,
    /// Where it stands.
    pub span: Span,
    /// Who tells it.
    pub voice: usize,
    /// What it speaks of, with weights, by key; a name's key has the bit [`NAME_BIT`].
    keys: Vec<(u64, f64)>,
    weight: f64,
    /// Weight of what is no name.
    plain: f64,
    /// Whether it is told as planned, hoped or possible.
    ahead: bool,
    /// Values by what they count.
    numbers: Vec<Number>,
    negated: bool,
}

/// How many of what.
#[derive(Debug, Clone, PartialEq)]
struct Number {
    what: String,
    value: f64,
    is_hedged: bool,
}

impl Number {
    /// Whether both can be said of one thing: equal, or hedged and a tenth apart at most.
    fn fits(&self, other: &Self) -> bool {
        let apart = (self.value - other.value).abs();
        apart == 0.0
            || (self.is_hedged || other.is_hedged) && apart <= 0.1 * self.value.abs().max(other.value.abs())
    }
}

/// Statements, and the sentences behind each.
#[derive(Debug, Clone, Default)]
pub struct Statements {
    /// The rows, most told first.
    pub rows: Vec<Statement>,
    /// The sentences behind each row, the clearest wording first.
    pub sentences: Vec<Vec<Sentence>>,
}

/// Joins the sentences of the bodies.
#[must_use]
pub fn join(scope: &Scope<'_>, entities: &Entities, origins: &Origins, voices: &Voices) -> Statements {
    let sentences = sentences(scope, entities, voices);
    let groups = group(&sentences);
    let mut rows: Vec<(usize, Support, Vec<Sentence>)> = groups
        .into_iter()
        .map(|g| {
            let heard: Vec<voice::Heard> = (g.iter().map(|&i| &sentences[i]))
                .map(|s| voice::Heard {
                    doc: s.doc,
                    span: s.span,
                    voice: s.voice,
                })
                .collect();
            (
                g[0],
                voice::support(origins, &heard),
                g.iter().map(|&i| sentences[i].clone()).collect(),
            )
        })
        .collect();
    rows.sort_by(|(i, a, _), (j, b, _)| {
        (b.origins, b.articles, b.voices)
            .cmp(&(a.origins, a.articles, a.voices))
            .then(i.cmp(j))
    });
    let mut out = Statements::default();
    for (n, (_, support, mut group)) in rows.into_iter().enumerate() {
        group.sort_by_key(|s| (s.doc, s.span));
        let reports = group
            .iter()
            .map(|s| StatementReport {
                cite: scope.cite(s.doc, s.span),
                voice: voices.id(s.voice),
            })
            .collect();
        // The clearest wording leads: one that leans on nothing before it, then the shortest.
        group.sort_by_key(|s| (leans_on_context(scope, s), s.span.len(), s.doc, s.span));
        let text = scope
            .text(group[0].doc, group[0].span)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        out.rows.push(Statement {
            id: StatementId::new(format!("s{}", n + 1)),
            text,
            reports,
            support,
        });
        out.sentences.push(group);
    }
    out
}

/// Whether a sentence begins with words that point back: "He said", "This marks", "The two sides".
#[must_use]
pub fn leans_on_context(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    const BACKWARD: &[&str] = &[
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "him",
        "them",
        "but",
        "and",
        "however",
        "meanwhile",
        "also",
        "instead",
        "therefore",
        "thus",
        "moreover",
        "furthermore",
        "additionally",
        "such",
        "here",
        "there",
        "then",
        "so",
        "yet",
        "still",
        "or",
        "nor",
        "both",
        "one",
        "another",
        "others",
        "similarly",
        "likewise",
        "nevertheless",
        "nonetheless",
        "accordingly",
        "who",
        "which",
        "we",
        "i",
        "you",
        "our",
        "my",
        "your",
        "us",
    ];
    let text = scope.text(sentence.doc, sentence.span);
    let first: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
        .take(4)
        .map(str::to_lowercase)
        .collect();
    // "It's", "they're": the word before the mark points back.
    let opening = first
        .first()
        .and_then(|w| w.split(['\'', '’']).find(|w| !w.is_empty()));
    opening.is_none_or(|w| BACKWARD.contains(&w))
        || matches!(
            first.iter().map(String::as_str).collect::<Vec<_>>()[..],
            ["in", "this" | "that" | "addition" | "response" | "turn", ..]
                | ["at", "the", "same", "time"]
                | ["as", "a", "result", ..]
                | ["on", "the", "other", ..]
                | ["the", "two" | "latter" | "former" | "same", ..]
                | ["for", "example" | "instance", ..]
        )
}

fn sentences(scope: &Scope<'_>, entities: &Entities, voices: &Voices) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (doc, read) in scope.docs.iter().enumerate() {
        for &span in &read.notes.sentences {
            let in_body = read
                .article
                .block_of(span)
                .is_some_and(|b| b.kind == BlockKind::Body);
            let words = scope.words[doc].inside(span);
            if !in_body || words.len() < LEAST_WORDS || fold::is_shouted(scope.text(doc, span)) {
                continue;
            }
            let keys = keys(scope, entities, doc, span);
            let weight = keys.iter().map(|k| k.1).sum();
            let plain = keys.iter().filter(|k| k.0 & NAME_BIT == 0).map(|k| k.1).sum();
            if keys.len() < 3 {
                continue;
            }
            out.push(Sentence {
                doc,
                span,
                voice: voices.of(scope, doc, span),
                keys,
                weight,
                plain,
                ahead: is_ahead(scope, doc, span),
                numbers: numbers(scope, doc, span),
                negated: is_negated(scope, doc, span),
            });
        }
    }
    out
}

/// What a sentence speaks of: entities by their rows, other content words by their lemmas.
fn keys(scope: &Scope<'_>, entities: &Entities, doc: usize, sentence: Span) -> Vec<(u64, f64)> {
    /// A name says what two or three rare words say.
    const NAME: f64 = 6.0;
    let read = scope.docs[doc];
    let mut out: BTreeMap<u64, f64> = BTreeMap::new();
    let mut named: Vec<Span> = Vec::new();
    for m in read.notes.mentions.inside(sentence) {
        let local = m.value.local;
        let country = local.and_then(|l| read.notes.local(l)).and_then(|l| {
            l.country
                .as_deref()
                .filter(|_| l.is_country || m.value.form == MentionForm::Demonym)
        });
        if m.value.form == MentionForm::Nominal {
            continue;
        }
        if let Some(code) = country {
            out.insert(words::country_key(code) | NAME_BIT, NAME * 0.6);
        } else if let Some(row) = local.and_then(|l| entities.of(doc, l)) {
            out.insert(words::key(&format!("\u{3}{row}")) | NAME_BIT, NAME);
        } else {
            continue;
        }
        if m.value.form != MentionForm::Pronoun {
            named.push(m.span);
        }
    }
    // An office says who somebody is and asserts nothing.
    named.extend(read.notes.roles.inside(sentence).map(|r| r.span));
    let tokens = &read.notes.tokens;
    for i in tokens.inside(sentence) {
        let span = tokens.span(i);
        if named.iter().any(|n| n.overlaps(span))
            || matches!(tokens.upos(i), Upos::Punct | Upos::Det | Upos::Adp)
        {
            continue;
        }
        let printed = words::key(&fold::letters(scope.text(doc, span)));
        let folded = fold::letters(tokens.lemma(i));
        let key = words::key(&folded) & !NAME_BIT;
        if folded.is_empty()
            || background::is_function_word(printed)
            || background::is_function_word(words::key(&folded))
        {
            continue;
        }
        out.insert(key, scope.weights.idf(words::key(&folded)).min(NAME));
    }
    out.into_iter().collect()
}

/// What a sentence counts and how many: numbers that must not differ between two that say the same.
fn numbers(scope: &Scope<'_>, doc: usize, sentence: Span) -> Vec<Number> {
    let notes = &scope.docs[doc].notes;
    notes
        .quantities
        .inside(sentence)
        .filter_map(|q| {
            let unit = q.value.unit.as_ref().map_or("", |u| u.0.as_str());
            let of = q
                .value
                .of
                .map_or(String::new(), |s| fold::letters(scope.text(doc, s)));
            let what = if unit.is_empty() { of.as_str() } else { unit };
            Some(Number {
                what: format!("{}{what}", if q.value.ordinal { "#" } else { "" }),
                value: q.value.value?,
                is_hedged: q.value.bound != Bound::Exact,
            })
        })
        .collect()
}

fn is_negated(scope: &Scope<'_>, doc: usize, sentence: Span) -> bool {
    let tokens = &scope.docs[doc].notes.tokens;
    tokens.inside(sentence).any(|i| {
        let word = scope.text(doc, tokens.span(i)).to_lowercase();
        matches!(
            word.as_str(),
            "not" | "n't" | "n’t" | "never" | "no" | "without" | "denied" | "refused" | "failed"
        )
    })
}

/// Whether a sentence is told as planned, hoped, asked for or possible.
fn is_ahead(scope: &Scope<'_>, doc: usize, sentence: Span) -> bool {
    const AHEAD: &[&str] = &[
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "hope",
        "hopes",
        "hoped",
        "expect",
        "expects",
        "expected",
        "plans",
        "planned",
        "aims",
        "intends",
        "scheduled",
        "wants",
        "urged",
        "if",
        "’ll",
        "'ll",
    ];
    let tokens = &scope.docs[doc].notes.tokens;
    tokens.inside(sentence).any(|i| {
        let word = scope.text(doc, tokens.span(i));
        AHEAD.contains(&word)
            || AHEAD.contains(&word.to_lowercase().as_str()) && tokens.span(i).start == sentence.start
    })
}

/// What two sentences have in common.
struct Likeness {
    /// Weighted Jaccard.
    all: f64,
    /// Share of the lighter one.
    inside: f64,
    /// Share of the lighter one's words that are no names.
    plain: f64,
    /// How many of these words.
    plain_words: usize,
}

fn likeness(a: &Sentence, b: &Sentence) -> Likeness {
    let (mut i, mut j, mut shared, mut plain, mut plain_words) = (0, 0, 0.0, 0.0, 0);
    while let (Some(x), Some(y)) = (a.keys.get(i), b.keys.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += x.1.min(y.1);
                if x.0 & NAME_BIT == 0 {
                    plain += x.1.min(y.1);
                    plain_words += 1;
                }
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    let all = a.weight + b.weight - shared;
    Likeness {
        all: shared / all.max(f64::MIN_POSITIVE),
        inside: shared / a.weight.min(b.weight).max(f64::MIN_POSITIVE),
        plain: plain / a.plain.min(b.plain).max(f64::MIN_POSITIVE),
        plain_words,
    }
}

fn say_the_same(a: &Sentence, b: &Sentence) -> Option<f64> {
    if a.negated != b.negated {
        return None;
    }
    let mut one_number = false;
    for number in &a.numbers {
        let mut others = b.numbers.iter().filter(|n| n.what == number.what).peekable();
        if others.peek().is_none() {
            continue;
        }
        if others.any(|n| n.fits(number)) {
            // "Two countries" is said of everything.
            one_number |= number.value > 2.0;
        } else if !a
            .numbers
            .iter()
            .any(|m| m.what == number.what && b.numbers.iter().any(|n| n.what == m.what && n.fits(m)))
        {
            return None;
        }
    }
    let Likeness {
        all,
        inside,
        plain,
        plain_words,
    } = likeness(a, b);
    // In one article a sentence comes again only as a whole: a teaser line above the lead.
    let same = if a.doc == b.doc {
        all >= 0.8
    } else if plain < PLAIN || a.ahead != b.ahead && all < 0.7 && !one_number {
        false
    } else {
        let weighty = a.weight.min(b.weight) >= 18.0 && plain_words >= 3;
        all >= SAME && plain_words >= 2
            || weighty && inside >= INSIDE
            || one_number && weighty && inside >= INSIDE_WITH_FIGURE
    };
    same.then_some(all.max(inside * 0.9))
}

/// Groups sentences around their first ones: a sentence joins where it says what the first and at least half
/// of the others say.
fn group(sentences: &[Sentence]) -> Vec<Vec<usize>> {
    const COMMON: usize = 400;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    for (i, s) in sentences.iter().enumerate() {
        let mut hits: BTreeMap<usize, f64> = BTreeMap::new();
        for (key, weight) in &s.keys {
            for &g in index.get(key).into_iter().flatten() {
                *hits.entry(g).or_default() += weight;
            }
        }
        let mut best: Option<(f64, usize)> = None;
        for (&g, &shared) in &hits {
            let first = &sentences[groups[g][0]];
            if shared < INSIDE_WITH_FIGURE * s.weight.min(first.weight) * 0.8 {
                continue;
            }
            let Some(score) = say_the_same(first, s) else {
                continue;
            };
            let agree = groups[g]
                .iter()
                .filter(|&&m| say_the_same(&sentences[m], s).is_some())
                .count();
            if agree * 2 >= groups[g].len() && best.is_none_or(|(b, _)| score > b) {
                best = Some((score, g));
            }
        }
        match best {
            Some((_, g)) => groups[g].push(i),
            None => {
                for (key, _) in &s.keys {
                    let list = index.entry(*key).or_default();
                    if list.len() < COMMON {
                        list.push(groups.len());
                    }
                }
                groups.push(vec![i]);
            }
        }
    }
    groups
}

impl Sentence {
    /// Shared weight by all weight.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        likeness(self, other).all
    }

    /// The share of the lighter one that both tell.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> f64 {
        likeness(self, other).inside
    }

    /// How much it says.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.weight
    }
}
