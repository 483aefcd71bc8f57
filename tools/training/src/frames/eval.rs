//! Scores of frames: labelled arguments by the place of their head.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dossier_annotate::frame::{self, Model};
use dossier_en::grammar::syntax;
use dossier_en::grammar::{sentence, token};
use dossier_model::{ArgumentForm, ArgumentRole, Predicate, Span};

use super::examples::{self, Item};
use super::learn::role;
use crate::treebank;

/// Counts of one kind of arguments.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    gold: usize,
    found: usize,
    right: usize,
}

impl Count {
    fn row(&self) -> String {
        let part = |n: usize| 100.0 * self.right as f64 / n.max(1) as f64;
        let f1 = 200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64;
        format!(
            "{:>6} {:>6.2} {:>6.2} {:>6.2}",
            self.gold,
            part(self.found),
            part(self.gold),
            f1
        )
    }
}

/// Predicate, head, label: places as byte offsets, so that raw text and given words compare.
type Triple = (u32, u32, String);

#[derive(Debug, Default)]
struct Scores {
    rows: BTreeMap<String, Count>,
    predicates: Count,
    senses: Count,
}

impl Scores {
    fn add(&mut self, gold: &BTreeSet<Triple>, found: &BTreeSet<Triple>) {
        let mut note = |t: &Triple, mark: fn(&mut Count)| {
            for row in rows_of(&t.2) {
                mark(self.rows.entry(row).or_default());
            }
        };
        for t in gold {
            note(t, |c| c.gold += 1);
        }
        for t in found {
            note(t, |c| c.found += 1);
        }
        for t in gold.intersection(found) {
            note(t, |c| c.right += 1);
        }
    }

    fn print(&self, name: &str) {
        println!("{name:<24}   gold      P      R     F1");
        for (row, count) in &self.rows {
            println!("  {row:<22} {}", count.row());
        }
        println!("  {:<22} {}", "predicates", self.predicates.row());
        println!("  {:<22} {}", "senses", self.senses.row());
    }
}

/// The rows of the table that count a label.
fn rows_of(label: &str) -> Vec<String> {
    let mut rows = vec!["  all".to_owned()];
    let is_plain = label.starts_with("ARG");
    if is_plain && label.as_bytes().get(3).is_some_and(u8::is_ascii_digit) {
        rows.push(" numbered".to_owned());
    }
    rows.push(if is_plain {
        label.to_owned()
    } else {
        label[..2].to_owned()
    });
    rows
}

fn label(role: ArgumentRole, form: ArgumentForm) -> String {
    let prefix = match form {
        ArgumentForm::Plain => "",
        ArgumentForm::Reference => "R-",
        ArgumentForm::Continuation => "C-",
    };
    format!("{prefix}{}", role.as_str())
}

/// Labels as we write them; a particle is no argument.
fn told_label(l: &str) -> Option<String> {
    role(l).map(|(r, f)| label(r, f))
}

fn found(predicates: &[Predicate], place: impl Fn(u32) -> u32) -> BTreeSet<Triple> {
    let mut out = BTreeSet::new();
    for p in predicates {
        for a in &p.arguments {
            out.insert((place(p.token), place(a.head), label(a.role, a.form)));
        }
    }
    out
}

/// Our trees or those told, predicates given.
fn given(items: &[Item], model: &Model) -> Scores {
    let mut scores = Scores::default();
    for item in items {
        let places: Vec<usize> = item.predicates.iter().map(|p| p.at).collect();
        let system = frame::find_given(model, &item.text, &item.tokens, &places);
        for (p, gold) in system.iter().zip(&item.predicates) {
            let right = usize::from(p.sense == gold.roleset);
            scores.senses.gold += 1;
            scores.senses.found += 1;
            scores.senses.right += right;
        }
        let mut gold = BTreeSet::new();
        for p in &item.predicates {
            for (head, l) in &p.args {
                gold.extend(told_label(l).map(|l| (p.at as u32, *head as u32, l)));
            }
        }
        scores.add(&gold, &found(&system, |t| t));
    }
    scores
}

/// The same sentences, but nothing given.
fn from_words(items: &[Item], model: &Model) -> Scores {
    let mut scores = Scores::default();
    for item in items {
        let whole = [Span::new(0, item.text.len())];
        let layer = frame::find(model, &item.text, &whole, &item.tokens);
        let system: Vec<Predicate> = layer.iter().map(|a| a.value.clone()).collect();
        let mut gold = BTreeSet::new();
        for p in &item.predicates {
            for (head, l) in &p.args {
                gold.extend(told_label(l).map(|l| (p.at as u32, *head as u32, l)));
            }
        }
        let told: BTreeSet<u32> = item.predicates.iter().map(|p| p.at as u32).collect();
        let places: BTreeSet<u32> = system.iter().map(|p| p.token).collect();
        scores.predicates.gold += told.len();
        scores.predicates.found += places.len();
        scores.predicates.right += told.intersection(&places).count();
        scores.add(&gold, &found(&system, |t| t));
    }
    scores
}

/// EWT dev from raw text: sentences, words, trees and predicates are all our own.
fn raw(data: &Path, syntax: &syntax::Model, model: &Model) -> anyhow::Result<Scores> {
    let bank = treebank::read(&data.join("treebank/ewt-dev.conllu.gz"))?;
    let items = examples::development(data, None)?;
    let mut by_id = BTreeMap::new();
    let golds = super::corpus::read(&data.join("roles/ewt-dev.jsonl.gz"))?;
    for (item, gold) in items.into_iter().zip(&golds) {
        by_id.insert(gold.id.clone(), item);
    }
    let mut scores = Scores::default();
    for d in &bank {
        let raw = treebank::raw(d);
        let sentences = sentence::split(&raw.article);
        let words = token::split(&raw.article, &sentences);
        let tokens = syntax::parse_with(syntax, &raw.article, &sentences, &words);
        let layer = frame::find(model, raw.article.text(), &sentences, &tokens);
        let system: Vec<Predicate> = layer.iter().map(|a| a.value.clone()).collect();
        let place = |t: u32| tokens.span(t as usize).start;
        let (mut gold, mut told) = (BTreeSet::new(), BTreeSet::new());
        for (s, spans) in d.sentences.iter().zip(&raw.words) {
            let Some(item) = by_id.get(&s.id) else { continue };
            for p in &item.predicates {
                told.insert(spans[p.at].start);
                for (head, l) in &p.args {
                    gold.extend(told_label(l).map(|l| (spans[p.at].start, spans[*head].start, l)));
                }
            }
        }
        let places: BTreeSet<u32> = system.iter().map(|p| place(p.token)).collect();
        scores.predicates.gold += told.len();
        scores.predicates.found += places.len();
        scores.predicates.right += told.intersection(&places).count();
        scores.add(&gold, &found(&system, place));
    }
    Ok(scores)
}

/// Prints all tables.
pub fn report(data: &Path, syntax: &syntax::Model, model: &Model) -> anyhow::Result<()> {
    let told = examples::development(data, None)?;
    given(&told, model).print("EWT dev, treebank's trees");
    let own = examples::development(data, Some(syntax))?;
    given(&own, model).print("EWT dev, our trees");
    from_words(&own, model).print("EWT dev, words given");
    raw(data, syntax, model)?.print("EWT dev, raw text");
    let masc = examples::masc(data, syntax)?;
    let news: Vec<Item> = masc
        .into_iter()
        .filter(|i| examples::is_held_out(&i.doc))
        .collect();
    given(&news, model).print("MASC news, our trees");
    from_words(&news, model).print("MASC news, words given");
    Ok(())
}
