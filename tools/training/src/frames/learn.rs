//! Learns predicates, senses and roles.

use std::collections::BTreeMap;

use dossier_annotate::frame::words::{Candidate, Words};
use dossier_annotate::frame::{FIRST, MOST_SENSES, UNIT};
use dossier_model::{ArgumentForm, ArgumentRole};
use dossier_network::weights::Writer;

use super::examples::Item;
use super::linear::{Example, Linear, Settings};

/// Weights below this are left out.
const LEAST: f32 = 0.15;

type Role = (ArgumentRole, ArgumentForm);

/// A label as the corpora write it.
pub fn role(label: &str) -> Option<Role> {
    let (form, name) = match label.split_at_checked(2) {
        Some(("R-", rest)) => (ArgumentForm::Reference, rest),
        Some(("C-", rest)) => (ArgumentForm::Continuation, rest),
        _ => (ArgumentForm::Plain, label),
    };
    let name = name.strip_suffix("-DSP").unwrap_or(name);
    ArgumentRole::from_name(name).map(|r| (r, form))
}

/// The senses of each word, the commonest first.
type Senses = BTreeMap<u32, Vec<String>>;

fn senses(items: &[Item]) -> Senses {
    let mut counts: BTreeMap<u32, BTreeMap<String, usize>> = BTreeMap::new();
    let mut words = Words::default();
    for item in items {
        words.read(&item.text, &item.tokens, 0, item.tokens.len());
        for p in &item.predicates {
            let senses = counts.entry(words.sense_key(p.at)).or_default();
            *senses.entry(p.roleset.clone()).or_default() += 1;
        }
    }
    let sorted = |senses: BTreeMap<String, usize>| {
        let mut all: Vec<(String, usize)> = senses.into_iter().collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        all.into_iter().map(|s| s.0).take(MOST_SENSES).collect()
    };
    counts.into_iter().map(|(k, s)| (k, sorted(s))).collect()
}

/// All that the program needs to find frames.
pub fn learn(items: &[Item]) -> Vec<u8> {
    let senses = senses(items);
    let roles = roles(items);
    let Examples {
        predicates,
        ranks,
        near,
        arguments,
    } = examples(items, &senses, &roles);
    eprintln!(
        "{} words with senses, {} roles, {} candidates",
        senses.len(),
        roles.len(),
        arguments.len()
    );
    let settings = Settings {
        least: 3,
        rounds: 6,
        rate: 0.1,
        shrink: 0.0,
        drop: 0.3,
    };
    let mut w = Writer::default();
    w.number(roles.len() as u32);
    for (r, f) in &roles {
        w.0.push(*r as u8);
        w.0.push(*f as u8);
    }
    w.number(senses.len() as u32);
    for key in senses.keys() {
        w.number(*key);
    }
    let lines: Vec<String> = senses.values().map(|s| s.join(" ")).collect();
    w.block(lines.join("\n").as_bytes());
    let mut put = |name: &str, model: &Linear, only: Option<usize>| {
        let rows = model.sparse(UNIT, LEAST, only);
        let weights: usize = rows.iter().map(|r| r.1.len()).sum();
        let lost = w.sparse(&rows);
        eprintln!(
            "{name}: {} rows, {weights} weights, {lost} rows without room",
            rows.len()
        );
    };
    put(
        "predicates",
        &Linear::train("predicates", predicates, 2, settings),
        Some(1),
    );
    put(
        "senses",
        &Linear::train("senses", ranks, MOST_SENSES, settings),
        None,
    );
    // What is looked at first is looked at often: its table has to fit into a near cache.
    let of_many = Settings {
        least: 24,
        ..settings
    };
    put("near", &Linear::train("near", near, 2, of_many), Some(1));
    put(
        "arguments",
        &Linear::train("arguments", arguments, roles.len() + 1, settings),
        None,
    );
    w.0
}

/// The roles that occur ten times.
fn roles(items: &[Item]) -> Vec<Role> {
    let mut counts: BTreeMap<Role, usize> = BTreeMap::new();
    for (_, label) in items.iter().flat_map(|i| &i.predicates).flat_map(|p| &p.args) {
        if let Some(r) = role(label) {
            *counts.entry(r).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .filter(|(_, n)| *n >= 10)
        .map(|(r, _)| r)
        .collect()
}

/// What each model learns from.
#[derive(Default)]
struct Examples {
    predicates: Vec<Example>,
    ranks: Vec<Example>,
    near: Vec<Example>,
    arguments: Vec<Example>,
}

fn examples(items: &[Item], senses: &Senses, roles: &[Role]) -> Examples {
    let mut out = Examples::default();
    let mut words = Words::default();
    let mut candidates: Vec<Candidate> = Vec::new();
    let example = |features: &[u32], class: usize, classes: usize| Example {
        features: features.to_vec(),
        class: class as u8,
        classes: classes as u8,
        weight: 1.0,
    };
    let mut features = Vec::new();
    let (mut found, mut all) = (0, 0);
    for item in items {
        words.read(&item.text, &item.tokens, 0, item.tokens.len());
        for i in (0..item.tokens.len()).filter(|&i| words.may_be_predicate(i)) {
            words.predicate_features(i, &mut features);
            let is_one = item.predicates.iter().any(|p| p.at == i);
            if item.is_partial {
                continue;
            }
            out.predicates.push(example(&features, usize::from(is_one), 2));
        }
        for p in &item.predicates {
            let own = senses.get(&words.sense_key(p.at)).map_or(&[][..], |s| s);
            if own.len() > 1
                && let Some(rank) = own.iter().position(|s| *s == p.roleset)
            {
                words.sense_features(p.at, &mut features);
                out.ranks.push(example(&features, rank, own.len()));
            }
            let context = words.context(p.at, &p.roleset);
            words.candidates(p.at, &mut candidates);
            for c in &candidates {
                let label = p.args.iter().find(|a| a.0 == c.word);
                let class = label
                    .and_then(|a| role(&a.1))
                    .and_then(|r| roles.iter().position(|x| *x == r));
                words.argument_features(&context, c, &mut features, |_| true);
                found += usize::from(label.is_some());
                let first = features.get(..FIRST).unwrap_or(&features);
                out.near.push(example(first, usize::from(class.is_some()), 2));
                out.arguments
                    .push(example(&features, class.map_or(0, |c| c + 1), roles.len() + 1));
            }
            all += p.args.len();
        }
    }
    eprintln!("{found} of {all} arguments are candidates");
    out
}
