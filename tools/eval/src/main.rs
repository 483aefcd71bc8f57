//! What measures the house, as a program that `cargo xtask eval`, `bench`, `fuzz` and their like run.

use std::path::Path;
use std::process::ExitCode;

use dossier_eval::{audit, bench, calibrate, chain, eval, fuzz};

const USAGE: &str = "usage: cargo xtask COMMAND
  eval [NAME] [--data DIR]   scores on public corpora; DIR or DOSSIER_DATA names their folder; fails where one
                             falls below eval/floors.toml, unless --allow-regression is given; --write puts the
                             table of all scores into the README
  audit --data PATH [--kinds KIND,…] [-n ROWS] [--seed N] [--unjudged] [--rows FILE] [--import FILE]
                             a sample of the rows of a record with their words, to be judged, and the share of
                             sound and good ones among those that were; eval/README.md says how
  calibrate --data PATH [--data PATH]… [--write]
                             confidence against the verdicts on rows of these records, by tenth; --write trains it anew
  calibrate --data PATH [--data PATH]… --sentences
                             the sentences that digests of these articles may print, to be judged for eval/gold/digest.tsv
  bench [--data DIR] [--python PROGRAM]
                             speed of every layer, and of spaCy where PROGRAM (python3) has it
  corpus N FILE [--data DIR] N made articles with known stories and copies, as JSON Lines
  scale [--data DIR] [--python PROGRAM] [--most N]
                             cluster and copies on 2,000, 20,000 and 200,000 made articles, rensa and datasketch beside them
  crawl [--data DIR] [--most MB]
                             a made web archive: records listed, pages taken out, beside the same pages as files
  pages [--data DIR] [--python PROGRAM]
                             main text of pages: speed, memory and F1, trafilatura and resiliparse beside ours
  fuzz [TARGET] [--seconds N] [--seed N] [--runs N]
                             odd input for annotate, ingest, page and chain; a minute each; needs nothing installed
  record PATH                the record of a file or folder, as JSON";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let options = eval::Options::from_args(&args);
    let after = |name: &str| {
        words
            .iter()
            .position(|w| *w == name)
            .and_then(|i| words.get(i + 1))
    };
    let result = match words[..] {
        ["eval", ref rest @ ..] => {
            let name = rest.first().copied().filter(|n| !n.starts_with("--"));
            eval::run(name, &options)
        }
        ["audit", ref rest @ ..] => audit::Options::parse(rest).and_then(|o| audit::run(&o)),
        ["calibrate", ref rest @ ..] => {
            let paths = rest
                .windows(2)
                .filter(|w| w[0] == "--data")
                .map(|w| Path::new(w[1]).to_owned());
            let paths: Vec<_> = paths.collect();
            if rest.contains(&"--sentences") {
                return print(calibrate::digest_sheet(&paths));
            }
            calibrate::run(
                &paths,
                Path::new("eval/gold/audit.tsv"),
                rest.contains(&"--write"),
            )
        }
        ["record", path, ..] => chain::record(Path::new(path)).map(|r| dossier::publish::json::render(&r)),
        ["fuzz", ref rest @ ..] => {
            let name = rest.first().copied().filter(|n| !n.starts_with("--"));
            fuzz::run(name, fuzz::Options::from_args(&args))
        }
        ["corpus", n, file, ..] => match (n.parse(), options.data.as_deref()) {
            (Ok(n), Some(data)) => {
                bench::corpus::write(data, n, Path::new(file)).map(|()| format!("{n} articles → {file}"))
            }
            _ => Err(USAGE.to_owned()),
        },
        ["crawl", ..] => match after("--most").map_or(Ok(300), |n| n.parse()) {
            Ok(most) => {
                let data = after("--data").map(Path::new);
                bench::crawl::run(data, most)
            }
            Err(_) => Err(USAGE.to_owned()),
        },
        ["pages", ..] => match options.data.as_deref() {
            Some(data) => bench::pages::run(data, after("--python").unwrap_or(&"python3")),
            None => Err(USAGE.to_owned()),
        },
        ["scale", ..] => {
            match (
                options.data.as_deref(),
                after("--most").map_or(Ok(200_000), |n| n.parse()),
            ) {
                (Some(data), Ok(most)) => {
                    bench::scale::run(data, after("--python").unwrap_or(&"python3"), most)
                }
                _ => Err(USAGE.to_owned()),
            }
        }
        ["bench", ..] => bench::run(options.data.as_deref(), after("--python").unwrap_or(&"python3")),
        _ => Err(USAGE.to_owned()),
    };
    print(result)
}

fn print(result: Result<String, String>) -> ExitCode {
    match result {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
