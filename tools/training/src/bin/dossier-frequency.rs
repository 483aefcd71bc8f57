//! Counts in how many stretches of text each word stands: the background against which `relate` weighs
//! words. Run as `cargo run --release -p dossier-training --bin dossier-frequency -- DATA_FOLDER`.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use dossier_relate::{fold, words};
use flate2::read::GzDecoder;

/// Words of one stretch, about those of a news article.
const STRETCH: usize = 400;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = std::env::args()
        .nth(1)
        .ok_or("usage: dossier-frequency DATA_FOLDER")?;
    let mut counts: BTreeMap<u32, u16> = BTreeMap::new();
    let mut stretches = 0u16;
    for name in ["ewt-train", "gum-train"] {
        let path = Path::new(&data).join(format!("treebank/{name}.conllu.gz"));
        let mut seen = std::collections::BTreeSet::new();
        let mut length = 0;
        for line in BufReader::new(GzDecoder::new(std::fs::File::open(path)?)).lines() {
            let line = line?;
            let mut columns = line.split('\t');
            let (Some(id), Some(form)) = (columns.next(), columns.next()) else {
                continue;
            };
            if !id.bytes().all(|b| b.is_ascii_digit()) {
                continue;
            }
            let folded = fold::letters(form);
            if !folded.is_empty() {
                seen.insert(words::key(&folded) as u32);
                length += 1;
            }
            if length == STRETCH {
                for key in std::mem::take(&mut seen) {
                    *counts.entry(key).or_default() += 1;
                }
                (length, stretches) = (0, stretches + 1);
            }
        }
    }
    counts.retain(|_, n| *n > 1);
    let mut out = Vec::with_capacity(4 + counts.len() * 6);
    out.extend(u32::from(stretches).to_le_bytes());
    for key in counts.keys() {
        out.extend(key.to_le_bytes());
    }
    for count in counts.values() {
        out.extend(count.to_le_bytes());
    }
    let target = Path::new("crates/relate/models/frequency.bin");
    std::fs::File::create(target)?.write_all(&out)?;
    println!(
        "{} words in {stretches} stretches, {} bytes",
        counts.len(),
        out.len()
    );
    Ok(())
}
