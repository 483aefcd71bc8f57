//! The project's own commands: `cargo run --release -p xtask -- eval NAME [--data DIR] [--split dev|train]`.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        args.iter()
            .position(|a| a == name)
            .and_then(|i| args.get(i + 1))
            .cloned()
    };
    let data = option("--data")
        .or_else(|| std::env::var("DOSSIER_DATA").ok())
        .map(PathBuf::from);
    let split = option("--split").unwrap_or_else(|| "dev".to_owned());
    let result = match (
        args.first().map(String::as_str),
        args.get(1).map(String::as_str),
        data,
    ) {
        (Some("eval"), Some("attribution"), Some(data)) => {
            xtask::eval::attribution::run(&data, &split, args.iter().any(|a| a == "--show"))
        }
        (Some("eval"), Some("quantities"), Some(data)) => {
            let half = if split == "train" { "tune" } else { "report" };
            xtask::eval::quantities::run(&data, half, args.iter().any(|a| a == "--show"))
        }
        (Some("eval"), Some(_), None) => {
            Err("no data folder; hint: pass --data DIR or set DOSSIER_DATA".to_owned())
        }
        _ => Err(
            "usage: xtask eval attribution|quantities [--data DIR] [--split dev|train] [--show]".to_owned(),
        ),
    };
    match result {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(e) => {
            eprintln!("{e}");
            ExitCode::from(2)
        }
    }
}
