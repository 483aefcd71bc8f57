//! Treebanks in, weights out.
//!
//! `cargo run --release -p dossier-training -- --data DIR` trains and writes the weights;
//! `… -- eval --data DIR` prints scores from raw text on the development parts.

mod eval;
mod treebank;

use std::path::PathBuf;

use anyhow::Context as _;

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let data = args
        .iter()
        .position(|a| a == "--data")
        .and_then(|i| args.get(i + 1));
    let data = PathBuf::from(data.context("where are the treebanks?; hint: pass --data DIR")?);
    let bank = |name: &str| treebank::read(&data.join("treebank").join(format!("{name}.conllu.gz")));
    match args.first().map(String::as_str) {
        Some("eval") => {
            println!("{}", eval::HEADER);
            let ewt = eval::report("EWT dev", &bank("ewt-dev")?);
            let gum = eval::report("GUM dev", &bank("gum-dev")?);
            println!("mean LAS {:.2}", (ewt.las() + gum.las()) / 2.0);
        }
        Some("diff") => eval::differences(&bank(args.get(1).map_or("gum-dev", |s| s.as_str()))?),
        _ => anyhow::bail!("nothing to train yet"),
    }
    Ok(())
}
