//! What the user asks of an audit.

use std::path::PathBuf;

use super::kind::Kind;

/// The words after `cargo xtask audit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Articles: a file, or a folder of files, or a record that was built of them; each is a record of its own.
    pub data: Vec<PathBuf>,
    /// Kinds of rows.
    pub kinds: Vec<Kind>,
    /// Rows of each kind in the sample.
    pub n: usize,
    /// Chooses the sample.
    pub seed: u64,
    /// Shows only rows without a verdict.
    pub unjudged: bool,
    /// Shows no rows, only the shares.
    pub shares: bool,
    /// A sheet with verdicts to take.
    pub import: Option<PathBuf>,
    /// The sheet to write, instead of showing the rows.
    pub rows: Option<PathBuf>,
    /// The file that remembers verdicts.
    pub verdicts: PathBuf,
    /// Characters shown on either side of a row's words.
    pub context: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            data: Vec::new(),
            kinds: Kind::ALL.to_vec(),
            n: 25,
            seed: 1,
            unjudged: false,
            shares: false,
            import: None,
            rows: None,
            verdicts: PathBuf::from("eval/gold/audit.tsv"),
            context: 160,
        }
    }
}

impl Options {
    /// From the command line.
    ///
    /// # Errors
    /// Where a word is no option, or its value none.
    pub fn parse(args: &[&str]) -> Result<Self, String> {
        let mut out = Self::default();
        let mut rest = args.iter();
        while let Some(option) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| format!("{option}: without a value"));
            match *option {
                "--data" => out.data.push(value()?.into()),
                "--kinds" => out.kinds = kinds(value()?)?,
                "-n" => out.n = number(option, value()?)?,
                "--seed" => out.seed = number(option, value()?)?,
                "--context" => out.context = number(option, value()?)?,
                "--import" => out.import = Some(value()?.into()),
                "--rows" => out.rows = Some(value()?.into()),
                "--verdicts" => out.verdicts = value()?.into(),
                "--unjudged" => out.unjudged = true,
                "--shares" => out.shares = true,
                _ => return Err(format!("{option}: no option of audit; hint: cargo xtask help")),
            }
        }
        if out.data.is_empty() && out.import.is_none() {
            return Err("audit: no articles; hint: pass --data FILE or --data DIR".to_owned());
        }
        Ok(out)
    }
}

fn kinds(names: &str) -> Result<Vec<Kind>, String> {
    let all: Vec<&str> = Kind::ALL.iter().map(|k| k.as_str()).collect();
    names
        .split(',')
        .map(|name| {
            let hint = || format!("{name}: no kind of row; hint: one of {}", all.join(", "));
            Kind::from_name(name).ok_or_else(hint)
        })
        .collect()
}

fn number<T: std::str::FromStr>(option: &str, value: &str) -> Result<T, String> {
    value
        .parse()
        .map_err(|_| format!("{option} {value}: no whole number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read() {
        let args = "--data a --data b --kinds events,roles -n 40 --seed 7 --unjudged".split(' ');
        let options = Options::parse(&args.collect::<Vec<_>>()).expect("options");
        assert_eq!(options.data.len(), 2);
        assert_eq!(options.kinds, [Kind::Events, Kind::Roles]);
        assert_eq!((options.n, options.seed, options.unjudged), (40, 7, true));
    }

    #[test]
    fn odd_options_are_refused() {
        for wrong in [
            "",
            "--data",
            "--data a --kinds evnts",
            "--data a -n many",
            "--data a --al",
        ] {
            let args: Vec<&str> = wrong.split(' ').filter(|w| !w.is_empty()).collect();
            assert!(Options::parse(&args).is_err(), "{wrong}");
        }
    }
}
