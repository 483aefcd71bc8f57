//! Treebanks in, weights out.
//!
//! `cargo run --release -p dossier-training -- --data DIR` trains and writes the weights of tags and trees;
//! `… -- eval --data DIR` prints scores from raw text on the development parts.
//! `… -- names --data DIR --silver FILE` trains and writes those of names, which rest on the tags of the program as it was built:
//! it is run after the first. `silver.py` tells how to make its FILE, of the texts that `… -- texts --data DIR` prints.

mod eval;
mod lemmas;
mod tags;
mod treebank;
mod trees;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;
use dossier_annotate::syntax::lex::Lex;
use dossier_annotate::syntax::weights::{Dense, Writer};
use dossier_annotate::syntax::{self, model::Model};
use dossier_annotate::{sentence, token};
use dossier_model::{Deprel, Upos};

use dossier_training::{names, perceptron};
use tags::Case;
use treebank::{Document, Sentence};

/// Where the weights are embedded from.
const MODELS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../annotate/models");

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let data = value(&args, "--data");
    let data = PathBuf::from(data.context("where are the treebanks?; hint: pass --data DIR")?);
    let bank = |name: &str| treebank::read(&data.join("treebank").join(format!("{name}.conllu.gz")));
    match args.first().map(String::as_str) {
        Some("eval") => {
            let model = written()?;
            println!("{}", eval::HEADER);
            let ewt = eval::report("EWT dev", &bank("ewt-dev")?, &model);
            let gum = eval::report("GUM dev", &bank("gum-dev")?, &model);
            println!("mean LAS {:.2}", (ewt.las() + gum.las()) / 2.0);
        }
        Some("speed") => speed(&[bank("ewt-dev")?, bank("gum-dev")?].concat())?,
        Some("texts") => print!("{}", names::texts(&data)?),
        Some("names") => {
            let silver = value(&args, "--silver").context(
                "where are the names that a published tagger told?; hint: crates/training/silver.py writes them; pass --silver FILE",
            )?;
            write("names.bin", &names::train(&data, Path::new(silver))?)?;
        }
        Some("diff") => eval::differences(&bank(args.get(1).map_or("gum-dev", |s| s.as_str()))?),
        _ => {
            let mut documents = bank("ewt-train")?;
            documents.extend(bank("gum-train")?);
            write("english.bin", &train(&documents))?;
        }
    }
    Ok(())
}

/// What follows an option.
fn value<'a>(args: &'a [String], option: &str) -> Option<&'a String> {
    args.iter()
        .position(|a| a == option)
        .and_then(|i| args.get(i + 1))
}

/// Prints how fast text becomes trees, on one thread.
fn speed(documents: &[Document]) -> anyhow::Result<()> {
    let started = Instant::now();
    let model = written()?;
    println!("weights read in {:.0?}", started.elapsed());
    let raw: Vec<treebank::Raw> = documents.iter().map(treebank::raw).collect();
    let mut words = 0;
    let mut times = [0.0f64; 3];
    for r in raw.iter().cycle().take(raw.len() * 5) {
        let t0 = Instant::now();
        let sentences = sentence::split(&r.article);
        let t1 = Instant::now();
        let spans = token::split(&r.article, &sentences);
        let t2 = Instant::now();
        words += syntax::parse_with(&model, &r.article, &sentences, &spans).len();
        for (sum, t) in times.iter_mut().zip([t1 - t0, t2 - t1, t2.elapsed()]) {
            *sum += t.as_secs_f64();
        }
    }
    for (name, t) in ["sentences", "words", "tags and trees"].iter().zip(times) {
        println!("{name:<16} {:.2} µs a word", t * 1e6 / words as f64);
    }
    println!("{:.0} words a second", words as f64 / times.iter().sum::<f64>());
    Ok(())
}

/// The weights that the training wrote last, which the program embeds when it is built next.
fn written() -> anyhow::Result<Model> {
    let path = Path::new(MODELS).join("english.bin");
    let bytes = std::fs::read(&path).with_context(|| format!("{}", path.display()))?;
    // Parts of the model are read where they lie, so the bytes must stay.
    Ok(Model::read(bytes.leak()))
}

fn write(name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    eprintln!("{name}: {} bytes", bytes.len());
    let path = Path::new(MODELS).join(name);
    std::fs::write(&path, bytes).with_context(|| format!("{}", path.display()))
}

/// The weights; the same for the same treebanks.
fn train(documents: &[Document]) -> Vec<u8> {
    let started = Instant::now();
    let sentences: Vec<&Sentence> = documents.iter().flat_map(|d| &d.sentences).collect();
    let tagset = tags::Tagset::new(&sentences, 5);
    let labels: Vec<Deprel> = Deprel::ALL
        .iter()
        .copied()
        .filter(|l| sentences.iter().flat_map(|s| &s.words).any(|w| w.deprel == *l))
        .collect();
    eprintln!(
        "{} sentences, {} tags, {} relations",
        sentences.len(),
        tagset.tags.len(),
        labels.len()
    );
    let examples = tags::examples(&sentences, &tagset);
    let certain = tags::certain(&examples);
    let (tagger, trees) = std::thread::scope(|scope| {
        let tagger = scope.spawn(|| tags::train(&examples, &certain, &tagset, 8));
        let trees = tree_examples(&sentences, &tagset, &labels);
        (tagger.join(), trees)
    });
    let tagger = tagger.unwrap_or_else(|e| std::panic::resume_unwind(e));
    eprintln!("{:?}", started.elapsed());
    let config = trees::Config {
        epochs: 7,
        margin: 50.0,
        label_margin: 20.0,
        least: 3,
    };
    let parser = trees::train(&trees, &labels, &config);
    eprintln!("{:?}", started.elapsed());

    pack(&sentences, &tagset, &labels, &certain, &tagger, &parser)
}

/// Averaged weights below these are left out: of tags, moves and relations.
const LEAST: [f32; 3] = [0.6, 2.0, 2.0];

/// Everything in the form that the program reads.
fn pack(
    sentences: &[&Sentence],
    tagset: &tags::Tagset,
    labels: &[Deprel],
    certain: &tags::Certain,
    tagger: &perceptron::Perceptron,
    parser: &trees::Trained,
) -> Vec<u8> {
    let mut w = Writer::default();
    w.number(tagset.tags.len() as u32);
    for (upos, xpos) in &tagset.tags {
        w.0.push(Upos::ALL.iter().position(|u| u == upos).unwrap_or(0) as u8);
        w.number(xpos.len() as u32);
        w.0.extend(xpos.as_bytes());
    }
    w.number(labels.len() as u32);
    for l in labels {
        w.0.push(Deprel::ALL.iter().position(|d| d == l).unwrap_or(0) as u8);
    }
    lemmas::learn(sentences, tagset, &mut w);
    let certain: Vec<(u32, u32)> = certain.iter().map(|(h, t)| (*h, u32::from(*t))).collect();
    w.exact(&certain);
    let sparse = |name: &str, rows: Vec<(u32, Vec<(u8, i8)>)>, w: &mut Writer| {
        let weights: usize = rows.iter().map(|r| r.1.len()).sum();
        let lost = w.sparse(&rows);
        eprintln!(
            "{name}: {} rows, {weights} weights, {lost} rows without room",
            rows.len()
        );
    };
    sparse("tagger", tagger.sparse(8.0, LEAST[0]), &mut w);
    let rows = parser.moves.dense(LEAST[1], Dense::LIMIT);
    let lost = w.dense(&rows);
    eprintln!("moves: {} rows, {lost} without room", rows.len());
    sparse("relations", parser.relations.sparse(8.0, LEAST[2]), &mut w);
    w.0
}

/// The sentences with tags as they will be: each third is tagged by what the rest taught.
fn tree_examples(sentences: &[&Sentence], tagset: &tags::Tagset, labels: &[Deprel]) -> Vec<trees::Example> {
    let folds = 3;
    let one = |fold: usize| {
        let (mut rest, mut own) = (Vec::new(), Vec::new());
        for (i, s) in sentences.iter().enumerate() {
            if i / 20 % folds == fold {
                &mut own
            } else {
                &mut rest
            }
            .push(*s);
        }
        let examples: Vec<tags::Example> = rest
            .into_iter()
            .map(|s| tags::example(s, tagset, Case::AsPrinted))
            .collect();
        let certain = tags::certain(&examples);
        let mut model = tags::train(&examples, &certain, tagset, 4);
        model.settle();
        let mut out = Vec::new();
        for s in own {
            let e = tags::example(s, tagset, Case::AsPrinted);
            let tags = tags::tag(&model, &certain, &e.words);
            out.push(tree_example(s, e.words, tags, labels));
        }
        out
    };
    std::thread::scope(|scope| {
        let one = &one;
        let running: Vec<_> = (0..folds).map(|fold| scope.spawn(move || one(fold))).collect();
        let done = running.into_iter().map(|t| t.join());
        done.flat_map(|r| r.unwrap_or_else(|e| std::panic::resume_unwind(e)))
            .collect()
    })
}

fn tree_example(sentence: &Sentence, words: Vec<Lex>, tags: Vec<u8>, labels: &[Deprel]) -> trees::Example {
    let n = words.len() as u32;
    let number = |d: Deprel| labels.iter().position(|l| *l == d).unwrap_or(0) as u8;
    let heads = sentence
        .words
        .iter()
        .map(|w| w.head.map_or(n, |h| h as u32))
        .collect();
    let labels = sentence.words.iter().map(|w| number(w.deprel)).collect();
    trees::Example::new(words, tags, heads, labels)
}
