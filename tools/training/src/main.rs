//! Treebanks in, weights out.
//!
//! `cargo run --release -p dossier-training -- --data DIR` trains and writes the weights of tags and trees; with `--witness FILE` it
//! learns from further texts, too, as a teacher reads them. `witness.py` makes that FILE of the sentences that `… -- sentences --data DIR
//! --raw DIR` prints.
//! `… -- eval --data DIR` prints scores from raw text on the development parts, `… -- eval words` and `… -- eval
//! sentences` those from the treebank's own words or sentences.
//! `… -- names --data DIR --silver FILE` trains and writes those of names, which rest on the tags of the program as it was built:
//! it is run after the first. `silver.py` tells how to make its FILE, of the texts that `… -- texts --data DIR` prints.

mod eval;
mod frames;
mod items;
mod lemmas;
mod network;
mod raw;
mod tags;
mod teach;
mod treebank;
mod witness;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;
use dossier_en::grammar::syntax::{self, Model};
use dossier_en::grammar::{sentence, token};
use dossier_model::{Deprel, Upos};
use dossier_network::weights::Writer;

use dossier_training::perceptron::Random;
use dossier_training::{names, perceptron};
use tags::Case;
use treebank::{Document, Sentence};

/// Where the weights are embedded from.
const MODELS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../languages/en/models");

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let data = value(&args, "--data");
    let data = PathBuf::from(data.context("where are the treebanks?; hint: pass --data DIR")?);
    let bank = |name: &str| treebank::read(&data.join("treebank").join(format!("{name}.conllu.gz")));
    match args.first().map(String::as_str) {
        Some("eval") if args.get(1).is_some_and(|a| a == "frames") => frames::evaluate(&data)?,
        Some("eval") => {
            let model = written()?;
            let given = match args.get(1).map(String::as_str) {
                Some("sentences") => eval::Given::Sentences,
                Some("words") => eval::Given::Words,
                _ => eval::Given::Text,
            };
            println!("{}", eval::HEADER);
            let ewt = eval::report("EWT dev", &bank("ewt-dev")?, &model, given);
            let gum = eval::report("GUM dev", &bank("gum-dev")?, &model, given);
            println!("mean LAS {:.2}", (ewt.las() + gum.las()) / 2.0);
        }
        Some("frames") => frames::main(&data, &args)?,
        Some("speed") => speed(&[bank("ewt-dev")?, bank("gum-dev")?].concat())?,
        Some("texts") => print!("{}", names::texts(&data)?),
        Some("names") => {
            let silver = value(&args, "--silver").context(
                "where are the names that a published tagger told?; hint: tools/training/silver.py writes them; pass --silver FILE",
            )?;
            write("names.bin", &names::train(&data, Path::new(silver))?)?;
        }
        Some("sentences") => {
            let folder = value(&args, "--raw").context("where are the raw texts?; hint: pass --raw DIR")?;
            let mut documents = bank("ewt-train")?;
            documents.extend(bank("gum-train")?);
            let mut further = frames::words(&data)?;
            further.extend(raw::sentences(Path::new(folder))?);
            print!("{}", raw::print(&documents, &further));
        }
        Some("diff") => eval::differences(&bank(args.get(1).map_or("gum-dev", |s| s.as_str()))?),
        _ => {
            let mut documents = bank("ewt-train")?;
            documents.extend(bank("gum-train")?);
            let witnesses = match value(&args, "--witness") {
                Some(path) => witness::read(Path::new(path))?,
                None => Vec::new(),
            };
            let config = network::Config::default();
            write("english.bin", &train(&documents, 8, &config, witnesses)?)?;
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

/// The weights; the same for the same treebanks and the same `witnesses` of their sentences and of further ones, if any.
fn train(
    documents: &[Document],
    rounds: usize,
    config: &network::Config,
    witnesses: Vec<witness::Witness>,
) -> anyhow::Result<Vec<u8>> {
    let started = Instant::now();
    let sentences: Vec<&Sentence> = documents.iter().flat_map(|d| &d.sentences).collect();
    let tagset = tags::Tagset::new(&sentences, 5);
    let labels = labels_of(&sentences);
    eprintln!(
        "{} sentences, {} tags, {} relations",
        sentences.len(),
        tagset.tags.len(),
        labels.len()
    );
    let examples = tags::examples(&sentences, &tagset);
    let certain = tags::certain(&examples);
    let known = items::Known::new(&sentences);
    let (tagger, told) = std::thread::scope(|scope| {
        let tagger = scope.spawn(|| tags::train(&examples, &certain, &tagset, rounds));
        let told = tagged(&sentences, &tagset);
        (tagger.join(), told)
    });
    let mut tagger = tagger.unwrap_or_else(|e| std::panic::resume_unwind(e));
    tagger.settle();
    eprintln!("{:?}", started.elapsed());
    let learned = teach::Learned {
        sentences: &sentences,
        tagset: &tagset,
        labels: &labels,
        known: &known,
        tagger: &tagger,
        certain: &certain,
    };
    let shape = learned.shape();
    let mut items = learned.items(&told);
    if !witnesses.is_empty() {
        items.extend(learned.further(&told, witnesses)?);
    }
    let network = network::train(&items, shape, config);
    eprintln!("{:?}", started.elapsed());

    Ok(pack(
        &sentences, &tagset, &labels, &certain, &tagger, &known, &network,
    ))
}

/// The relations that the sentences hold.
fn labels_of(sentences: &[&Sentence]) -> Vec<Deprel> {
    let is_used = |l: &Deprel| sentences.iter().flat_map(|s| &s.words).any(|w| w.deprel == *l);
    Deprel::ALL.iter().copied().filter(is_used).collect()
}

/// Averaged weights of tags below this are left out.
const LEAST: f32 = 0.6;

/// Everything in the form that the program reads.
fn pack(
    sentences: &[&Sentence],
    tagset: &tags::Tagset,
    labels: &[Deprel],
    certain: &tags::Certain,
    tagger: &perceptron::Perceptron,
    known: &items::Known,
    network: &network::Network,
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
    let rows = tagger.sparse(8.0, LEAST);
    let weights: usize = rows.iter().map(|r| r.1.len()).sum();
    let lost = w.sparse(&rows);
    eprintln!(
        "tagger: {} rows, {weights} weights, {lost} rows without room",
        rows.len()
    );
    known.write(&mut w);
    network.write(&mut w);
    w.0
}

/// A sentence as it is learned from.
struct Tagged {
    /// Its number among the sentences.
    sentence: usize,
    case: Case,
    example: tags::Example,
    /// The tags that a tagger tells.
    told: Vec<u8>,
}

/// How the copy of a sentence is written, for the few that have one.
fn copied(random: &mut Random) -> Option<Case> {
    match random.share() {
        x if x < 0.14 => Some(Case::Title),
        x if x < 0.16 => Some(Case::Upper),
        x if x < 0.18 => Some(Case::Lower),
        _ => None,
    }
}

/// The sentences, and copies of some as headlines, with tags as they will be: each third is tagged by what the rest
/// taught.
fn tagged(sentences: &[&Sentence], tagset: &tags::Tagset) -> Vec<Tagged> {
    let folds = 3;
    let one = |fold: usize| {
        let (mut rest, mut own) = (Vec::new(), Vec::new());
        for (i, s) in sentences.iter().enumerate() {
            if i / 20 % folds == fold {
                own.push(i);
            } else {
                rest.push(*s);
            }
        }
        let examples = tags::examples(&rest, tagset);
        let certain = tags::certain(&examples);
        let mut model = tags::train(&examples, &certain, tagset, 4);
        model.settle();
        let mut random = Random(0x5EED_0003 + fold as u64);
        let mut out = Vec::new();
        for sentence in own {
            let copy = copied(&mut random);
            for case in [Some(Case::AsPrinted), copy].into_iter().flatten() {
                let example = tags::example(sentences[sentence], tagset, case);
                let told = tags::tag(&model, &certain, &example.words);
                out.push(Tagged {
                    sentence,
                    case,
                    example,
                    told,
                });
            }
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
