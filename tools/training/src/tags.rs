//! Trains the tagger.

use std::collections::BTreeMap;

use dossier_model::Upos;
use dossier_network::lex::Lex;
use dossier_network::tagger;

use crate::perceptron::{Counter, Perceptron, Random};
use crate::treebank::Sentence;

/// The fine tags by number.
pub struct Tagset {
    pub tags: Vec<(Upos, String)>,
    numbers: BTreeMap<(Upos, String), u8>,
}

impl Tagset {
    /// Pairs of tags that occur `least` times; a rarer pair counts as the commonest with its universal tag.
    pub fn new(sentences: &[&Sentence], least: usize) -> Self {
        let mut counts: BTreeMap<(Upos, String), usize> = BTreeMap::new();
        for w in sentences.iter().flat_map(|s| &s.words) {
            *counts.entry((w.upos, w.xpos.clone())).or_default() += 1;
        }
        let tags: Vec<(Upos, String)> = counts
            .iter()
            .filter(|(_, n)| **n >= least)
            .map(|(t, _)| t.clone())
            .collect();
        let mut numbers: BTreeMap<(Upos, String), u8> = BTreeMap::new();
        for t in counts.keys() {
            let same = |x: &&(Upos, String)| x.0 == t.0;
            let best = tags.iter().filter(same).max_by_key(|x| (*x == t, counts[*x]));
            let at = best.and_then(|b| tags.iter().position(|x| x == b)).unwrap_or(0);
            numbers.insert(t.clone(), at as u8);
        }
        Self { tags, numbers }
    }

    pub fn number(&self, upos: Upos, xpos: &str) -> u8 {
        self.numbers.get(&(upos, xpos.to_owned())).copied().unwrap_or(0)
    }
}

/// A sentence to learn tags from.
pub struct Example {
    pub words: Vec<Lex>,
    pub tags: Vec<u8>,
}

/// How the letters of a copy are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Case {
    AsPrinted,
    Title,
    Upper,
    Lower,
}

fn recase(form: &str, case: Case, first: bool) -> String {
    match case {
        Case::AsPrinted => form.to_owned(),
        Case::Upper => form.to_uppercase(),
        Case::Lower => form.to_lowercase(),
        Case::Title => {
            let mut chars = form.chars();
            match chars.next() {
                // Headlines leave short function words small.
                Some(c) if first || form.len() > 3 => c.to_uppercase().chain(chars).collect(),
                _ => form.to_owned(),
            }
        }
    }
}

pub fn example(sentence: &Sentence, tagset: &Tagset, case: Case) -> Example {
    let mut buffer = String::new();
    let words = sentence.words.iter().enumerate();
    Example {
        words: words
            .map(|(i, w)| Lex::read(&recase(&w.form, case, i == 0), &mut buffer))
            .collect(),
        tags: sentence
            .words
            .iter()
            .map(|w| tagset.number(w.upos, &w.xpos))
            .collect(),
    }
}

/// The sentences as printed, and copies of some as headlines, in capitals and in small letters.
pub fn examples(sentences: &[&Sentence], tagset: &Tagset) -> Vec<Example> {
    let mut random = Random(0x5EED_0001);
    let mut out = Vec::new();
    for s in sentences {
        out.push(example(s, tagset, Case::AsPrinted));
        let case = match random.share() {
            x if x < 0.30 => Case::Title,
            x if x < 0.34 => Case::Upper,
            x if x < 0.38 => Case::Lower,
            _ => continue,
        };
        out.push(example(s, tagset, case));
    }
    out
}

fn best(scores: &[f32]) -> usize {
    (0..scores.len())
        .reduce(|a, b| if scores[b] > scores[a] { b } else { a })
        .unwrap_or(0)
}

/// Tags by the hash of a word as printed.
pub type Certain = BTreeMap<u32, u8>;

/// Words with one tag: seen often, and next to never with another.
pub fn certain(examples: &[Example]) -> Certain {
    let mut counts: BTreeMap<u32, BTreeMap<u8, usize>> = BTreeMap::new();
    for e in examples {
        for (w, &t) in e.words.iter().zip(&e.tags) {
            *counts.entry(w.exact).or_default().entry(t).or_default() += 1;
        }
    }
    let mut out = Certain::new();
    for (word, tags) in counts {
        let all: usize = tags.values().sum();
        let top = tags.iter().max_by_key(|(t, n)| (**n, std::cmp::Reverse(**t)));
        if let Some((&tag, &n)) = top
            && n >= 15
            && (all - n) * 250 <= all
        {
            out.insert(word, tag);
        }
    }
    out
}

/// By how much the right tag must lead.
const MARGIN: f32 = 15.0;

/// Learns from all words but the certain ones.
pub fn train(examples: &[Example], certain: &Certain, tagset: &Tagset, epochs: usize) -> Perceptron {
    let mut features = Vec::new();
    let mut counter = Counter::new();
    for e in examples {
        let style = tagger::case_style(&e.words);
        let mut before = [254, 254];
        for (i, &t) in e.tags.iter().enumerate() {
            if !certain.contains_key(&e.words[i].exact) {
                tagger::features(&e.words, i, style, before, &mut features);
                counter.add(&features);
            }
            before = [u32::from(t), before[0]];
        }
    }
    let keys = counter.keys(2);
    drop(counter);
    eprintln!("tagger: {} certain words, {} features", certain.len(), keys.len());
    let classes = tagset.tags.len();
    let mut model = Perceptron::new(keys, classes);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(0x5EED_0002);
    let mut scores = vec![0.0; classes];
    for epoch in 0..epochs {
        random.shuffle(&mut order);
        let (mut right, mut all) = (0, 0);
        for &k in &order {
            let e = &examples[k];
            let style = tagger::case_style(&e.words);
            let mut before = [254, 254];
            for (i, &gold) in e.tags.iter().enumerate() {
                let guess = match certain.get(&e.words[i].exact) {
                    Some(&tag) => usize::from(tag),
                    None => {
                        tagger::features(&e.words, i, style, before, &mut features);
                        model.score(&features, &mut scores);
                        let guess = best(&scores);
                        // The right tag must lead by a margin, or the weights learn.
                        let gold = usize::from(gold);
                        let rival = (0..classes).filter(|&t| t != gold);
                        let rival = rival.reduce(|a, b| if scores[b] > scores[a] { b } else { a });
                        if let Some(rival) = rival
                            && (guess == rival || scores[gold] - scores[rival] < MARGIN)
                        {
                            model.update(&features, gold, rival);
                        }
                        model.step += 1.0;
                        guess
                    }
                };
                all += 1;
                right += usize::from(guess == usize::from(gold));
                before = [guess as u32, before[0]];
            }
        }
        eprintln!("tagger: epoch {epoch} {:.2}", 100.0 * right as f64 / all as f64);
    }
    model
}

/// Tags with the averaged weights.
pub fn tag(model: &Perceptron, certain: &Certain, words: &[Lex]) -> Vec<u8> {
    let mut features = Vec::new();
    let mut scores = vec![0.0; model.classes()];
    let style = tagger::case_style(words);
    let mut before = [254, 254];
    let mut out = Vec::new();
    for i in 0..words.len() {
        let tag = match certain.get(&words[i].exact) {
            Some(&tag) => tag,
            None => {
                tagger::features(words, i, style, before, &mut features);
                model.score(&features, &mut scores);
                best(&scores) as u8
            }
        };
        out.push(tag);
        before = [u32::from(tag), before[0]];
    }
    out
}
