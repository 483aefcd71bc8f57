//! Treebanks in, weights out.
//!
//! `cargo run --release -p dossier-training -- --data DIR` trains and writes the weights;
//! `… -- eval --data DIR` prints scores from raw text on the development parts.

mod clusters;
mod eval;
mod lemmas;
mod perceptron;
mod tags;
mod treebank;
mod trees;

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;
use dossier_annotate::syntax::lex::{Clusters, Lex};
use dossier_annotate::syntax::weights::Writer;
use dossier_annotate::syntax::{self, model};
use dossier_annotate::{sentence, token};
use dossier_model::{Deprel, Upos};

use tags::Case;
use treebank::{Document, Sentence};

/// Where the weights are embedded from.
const MODELS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../annotate/models");

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().is_some_and(|a| a == "clusters") {
        return pack_clusters(Path::new(
            args.get(1).context("which table?; hint: clusters FILE.json.gz")?,
        ));
    }
    let data = args
        .iter()
        .position(|a| a == "--data")
        .and_then(|i| args.get(i + 1));
    let data = PathBuf::from(data.context("where are the treebanks?; hint: pass --data DIR")?);
    let bank = |name: &str| treebank::read(&data.join("treebank").join(format!("{name}.conllu.gz")));
    match args.first().map(String::as_str) {
        Some("eval") => {
            println!("{}", eval::HEADER);
            let ewt = eval::report("EWT dev", &bank("ewt-dev")?, model::model());
            let gum = eval::report("GUM dev", &bank("gum-dev")?, model::model());
            println!("mean LAS {:.2}", (ewt.las() + gum.las()) / 2.0);
        }
        Some("speed") => speed(&[bank("ewt-dev")?, bank("gum-dev")?].concat()),
        Some("diff") => eval::differences(&bank(args.get(1).map_or("gum-dev", |s| s.as_str()))?),
        _ => {
            let mut documents = bank("ewt-train")?;
            documents.extend(bank("gum-train")?);
            write("english.bin", &train(&documents))?;
        }
    }
    Ok(())
}

/// Prints how fast text becomes trees, on one thread.
fn speed(documents: &[Document]) {
    let started = Instant::now();
    let _ = model::model();
    println!("weights unpacked in {:.0?}", started.elapsed());
    let raw: Vec<treebank::Raw> = documents.iter().map(treebank::raw).collect();
    let mut words = 0;
    let mut times = [0.0f64; 3];
    for r in raw.iter().cycle().take(raw.len() * 5) {
        let t0 = Instant::now();
        let sentences = sentence::split(&r.article);
        let t1 = Instant::now();
        let spans = token::split(&r.article, &sentences);
        let t2 = Instant::now();
        words += syntax::parse(&r.article, &sentences, &spans).len();
        for (sum, t) in times.iter_mut().zip([t1 - t0, t2 - t1, t2.elapsed()]) {
            *sum += t.as_secs_f64();
        }
    }
    for (name, t) in ["sentences", "words", "tags and trees"].iter().zip(times) {
        println!("{name:<16} {:.2} µs a word", t * 1e6 / words as f64);
    }
    println!("{:.0} words a second", words as f64 / times.iter().sum::<f64>());
}

fn pack_clusters(path: &Path) -> anyhow::Result<()> {
    let bytes = std::fs::read(path).with_context(|| format!("{}", path.display()))?;
    let mut json = String::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut json)?;
    write("clusters.bin", &clusters::pack(&json))
}

fn write(name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let packed = miniz_oxide::deflate::compress_to_vec(bytes, 9);
    eprintln!("{name}: {} bytes, {} packed", bytes.len(), packed.len());
    let path = Path::new(MODELS).join(name);
    std::fs::write(&path, packed).with_context(|| format!("{}", path.display()))
}

/// The unpacked weights; the same for the same treebanks.
fn train(documents: &[Document]) -> Vec<u8> {
    let started = Instant::now();
    let clusters = model::clusters();
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

    let tagger = tags::train(
        &tags::examples(&sentences, &tagset, &clusters),
        &tagset,
        &clusters,
        8,
    );
    eprintln!("{:?}", started.elapsed());

    let trees = tree_examples(&sentences, &tagset, &labels, &clusters);
    eprintln!("{:?}", started.elapsed());
    let parser = trees::train(
        &trees,
        &labels,
        &clusters,
        &trees::Config {
            epochs: 12,
            margin: 0.0,
            label_margin: 0.0,
            least: 2,
        },
    );
    eprintln!("{:?}", started.elapsed());

    let mut w = Writer::default();
    w.number(tagset.tags.len() as u32);
    for (upos, xpos) in &tagset.tags {
        w.0.push(Upos::ALL.iter().position(|u| u == upos).unwrap_or(0) as u8);
        w.number(xpos.len() as u32);
        w.0.extend(xpos.as_bytes());
    }
    w.number(labels.len() as u32);
    for l in &labels {
        w.0.push(Deprel::ALL.iter().position(|d| d == l).unwrap_or(0) as u8);
    }
    w.0.extend(lemmas::learn(&sentences, &tagset));
    let (keys, rows) = tagger.sparse(8.0, 0.3125);
    eprintln!(
        "tagger: {} rows, {} weights",
        keys.len(),
        rows.iter().map(Vec::len).sum::<usize>()
    );
    w.sparse(&keys, &rows);
    let (keys, rows) = parser.moves.dense::<3>(32.0, 0.984_375);
    eprintln!("moves: {} rows", keys.len());
    w.dense(&keys, &rows);
    let (keys, rows) = parser.relations.sparse(8.0, 0.3125);
    eprintln!(
        "relations: {} rows, {} weights",
        keys.len(),
        rows.iter().map(Vec::len).sum::<usize>()
    );
    w.sparse(&keys, &rows);
    w.0
}

/// The sentences with tags as they will be: each third is tagged by what the rest taught.
fn tree_examples(
    sentences: &[&Sentence],
    tagset: &tags::Tagset,
    labels: &[Deprel],
    clusters: &Clusters,
) -> Vec<trees::Example> {
    let folds = 3;
    let mut out = Vec::new();
    for fold in 0..folds {
        let rest = sentences
            .iter()
            .enumerate()
            .filter(|(i, _)| i / 20 % folds != fold);
        let examples: Vec<tags::Example> = rest
            .map(|(_, s)| tags::example(s, tagset, clusters, Case::AsPrinted))
            .collect();
        let mut model = tags::train(&examples, tagset, clusters, 4);
        model.settle();
        for (_, s) in sentences
            .iter()
            .enumerate()
            .filter(|(i, _)| i / 20 % folds == fold)
        {
            let e = tags::example(s, tagset, clusters, Case::AsPrinted);
            let tags = tags::tag(&model, &e.words, clusters);
            out.push(tree_example(s, e.words, tags, labels));
        }
    }
    out
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
