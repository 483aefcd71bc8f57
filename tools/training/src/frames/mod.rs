//! Frames: what was done, by whom, to whom; learned from PropBank's roles over our own trees.

mod corpus;
mod eval;
mod examples;
mod learn;
mod linear;
mod trees;

use std::path::Path;

use dossier_annotate::frame::Model;

/// Trains and writes the weights of frames; `--trees FILE` keeps the trees that it learns from, which take long.
pub fn main(data: &Path, args: &[String]) -> anyhow::Result<()> {
    let cache = crate::value(args, "--trees").map(Path::new);
    let trees = trees::jackknifed(data, cache)?;
    let model = crate::written()?;
    let sentences = examples::training(data, &trees, &model)?;
    eprintln!("{} sentences to learn from", sentences.len());
    let bytes = learn::learn(&sentences);
    if let Some(out) = crate::value(args, "--out") {
        eprintln!("{} bytes", bytes.len());
        std::fs::write(out, &bytes)?;
        return eval::report(data, &model, &Model::read(bytes.leak()));
    }
    crate::write("frames.bin", &bytes)?;
    evaluate(data)
}

/// Words of MASC's sentences, those that are held out left away.
pub fn words(data: &Path) -> anyhow::Result<Vec<Vec<String>>> {
    let all = corpus::read(&data.join("roles/masc.jsonl.gz"))?;
    let free = all.into_iter().filter(|s| !examples::is_held_out(&s.doc));
    Ok(free.map(|s| s.tokens).collect())
}

/// Prints the scores of the weights as they lie there.
pub fn evaluate(data: &Path) -> anyhow::Result<()> {
    let syntax = crate::written()?;
    let bytes = std::fs::read(Path::new(crate::MODELS).join("frames.bin"))?;
    eval::report(data, &syntax, &Model::read(bytes.leak()))
}
