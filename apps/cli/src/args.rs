//! What the user may say.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use dossier::ingest::{Limits, Options, parse_published};
use dossier::model::{Basis, Confidence, Published};

const AFTER: &str = "\
Examples:
  dossier build articles/ -o out        read a folder, write out/index.html and out/dossier.json
  dossier build a.txt b.html --format json > record.json
  dossier read article.txt --show       see what is found in one article
  cat feed.xml | dossier extract -      take the clean articles out of a feed

Exit status: 0 done (also with notes), 1 a path does not exist or nothing is usable, 2 wrong usage, 130 stopped by Ctrl-C.";

/// Reads many reports of one event and writes one sourced record.
///
/// PATH is a file, a folder (walked), or - for standard input. Plain text, Markdown, HTML, RSS, Atom, JSON Feed,
/// sitemaps,
/// JSON Lines, ninjs, NewsML-G2, WARC, mail, ZIP and tar are told by content; each may be compressed with gzip or zstd.
#[derive(Debug, Parser)]
#[command(name = "dossier", version, after_help = AFTER, max_term_width = 100, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub global: Global,
}

#[derive(Debug, ClapArgs)]
pub struct Global {
    /// How many threads work at once [default: one for each core]
    #[arg(short, long, value_name = "N", global = true, value_parser = parse_jobs)]
    pub jobs: Option<usize>,
    /// Say nothing but errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// When to use colours; NO_COLOR is respected
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: Color,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the record of all articles: pages, JSON, Markdown, tables, a calendar
    #[command(after_help = "\
Examples:
  dossier build articles/ -o out
  dossier build articles/ --format json > record.json
  dossier build page.html --published 2025-04-14 --outlet 'Harbour News' -o out
  dossier build articles/ --corrections fixes.toml -o out
  dossier build --findings monday.jsonl --findings tuesday.jsonl -o out",
        mut_arg("paths", |a| a.required(false).required_unless_present("findings")))]
    Build(Build),
    /// Print what each article says, one JSON line an article
    #[command(after_help = "\
Examples:
  dossier read article.txt
  dossier read article.txt --show
  dossier read articles/ --format conllu -o articles.conllu
  dossier read articles/ --format wire -o findings.jsonl")]
    Read(Read),
    /// Print the story of each article, one JSON line an article, in input order
    #[command(after_help = "\
Examples:
  dossier cluster articles.jsonl
  dossier cluster articles.jsonl --explain
  dossier cluster monday.jsonl tuesday.jsonl --known monday-stories.jsonl")]
    Cluster(Cluster),
    /// Print the passages that stand in two articles, one JSON line a passage
    #[command(
        after_help = "Examples:\n  dossier copies articles/\n  dossier copies articles.jsonl --explain"
    )]
    Copies(Copies),
    /// Print the clean articles, one JSON line each
    #[command(
        after_help = "Examples:\n  dossier extract page.html\n  dossier extract crawl.warc.gz -o articles.jsonl"
    )]
    Extract(Simple),
    /// Print the addresses that sitemaps and feeds of summaries list, one JSON line each: what is to be fetched
    #[command(
        after_help = "Examples:\n  dossier links sitemap.xml.gz\n  dossier links sitemaps/ -o links.jsonl"
    )]
    Links(Simple),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, of one command where it is named
    Man {
        /// The command
        command: Option<String>,
    },
}

impl Command {
    /// The paths of a command that takes some.
    pub fn input(&self) -> Option<&Input> {
        match self {
            Self::Build(Build { input, .. })
            | Self::Read(Read { input, .. })
            | Self::Cluster(Cluster { input, .. })
            | Self::Copies(Copies { input, .. })
            | Self::Extract(Simple { input, .. })
            | Self::Links(Simple { input, .. }) => Some(input),
            Self::Completions { .. } | Self::Man { .. } => None,
        }
    }
}

/// What to read, and what is known of it.
#[derive(Debug, ClapArgs)]
pub struct Input {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Go on without paths that do not exist, with a note
    #[arg(long)]
    pub skip_missing: bool,
    /// Publication date of articles that state none, such as 2025-04-14
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub published: Option<Published>,
    /// Outlet of articles that state none
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// Cut an article's text at so many megabytes, with a note
    #[arg(long, help_heading = "Limits", value_name = "MB", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub max_article: u16,
    /// Cut a page's markup at so many megabytes, with a note
    #[arg(long, help_heading = "Limits", value_name = "MB", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub max_page: u16,
    /// Leave compressed input that grows more than so many times, with a note
    #[arg(long, help_heading = "Limits", value_name = "TIMES", default_value_t = 250, value_parser = clap::value_parser!(u64).range(2..))]
    pub max_growth: u64,
    /// Leave archives that lie in so many others, with a note
    #[arg(long, help_heading = "Limits", value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=64))]
    pub max_depth: u8,
    /// Write every note to a file, one JSON line each, also those that the terminal only counts
    #[arg(long, value_name = "FILE")]
    pub notes: Option<PathBuf>,
}

impl Input {
    /// What the reader of files is told.
    pub fn options(&self) -> Options {
        let limits = Limits::default();
        let article = usize::from(self.max_article) * 1_000_000;
        Options {
            published: self.published,
            outlet: self.outlet.clone(),
            limits: Limits {
                article,
                page: usize::from(self.max_page) * 1_000_000,
                growth: self.max_growth,
                depth: usize::from(self.max_depth),
                // Markup around a text is several times as long as the text.
                piece: limits.piece.max(article.saturating_mul(6)),
                ..limits
            },
        }
    }
}

#[derive(Debug, ClapArgs)]
pub struct Build {
    #[command(flatten)]
    pub input: Input,
    /// Folder to write for html and tables [default: dossier-out]; file for json, md and ics [default: standard output]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "html")]
    pub format: BuildFormat,
    /// What read --format wire wrote, or - for standard input: those articles are not read again
    #[arg(long, value_name = "FILE")]
    pub findings: Vec<PathBuf>,
    /// TOML file of corrections: names and stories to join and to keep apart, what is no fact, titles, dates
    #[arg(long, alias = "entities", value_name = "FILE")]
    pub corrections: Option<PathBuf>,
    /// How sure a row must be to be shown as a fact; the rest stands apart, and JSON has all with their number
    #[arg(long, value_name = "SHARE", default_value = "0.8")]
    pub confidence: Confidence,
    /// An earlier dossier.json, or what cluster printed: its stories keep their names
    #[arg(long, value_name = "FILE")]
    pub known: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub struct Read {
    #[command(flatten)]
    pub input: Input,
    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub format: ReadFormat,
    /// Print the findings under the text, for a person
    #[arg(long, conflicts_with = "format")]
    pub show: bool,
}

#[derive(Debug, ClapArgs)]
pub struct Simple {
    #[command(flatten)]
    pub input: Input,
    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub struct Copies {
    #[command(flatten)]
    pub input: Input,
    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Say why each line stands there
    #[arg(long)]
    pub explain: bool,
}

#[derive(Debug, ClapArgs)]
pub struct Cluster {
    #[command(flatten)]
    pub input: Input,
    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Say why each article is in its story
    #[arg(long)]
    pub explain: bool,
    /// What an earlier run of cluster printed, or a dossier.json: its stories keep their names
    #[arg(long, value_name = "FILE")]
    pub known: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BuildFormat {
    /// Pages to read in a browser, and the record beside them
    Html,
    /// The record
    Json,
    /// The stories as Markdown
    Md,
    /// Tables, one file each
    Csv,
    /// The same tables in one file of SQLite, with what Datasette shows beside them
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// The same tables as Parquet, one file each
    #[cfg(feature = "parquet")]
    Parquet,
    /// Planned and past events as a calendar
    Ics,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReadFormat {
    /// One JSON line an article
    Json,
    /// Words, parts of speech and dependencies
    Conllu,
    /// All that was found, one JSON line an article, for build --findings
    Wire,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Makes it the choice of every stream.
    pub fn set(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

fn parse_date(text: &str) -> Result<Published, String> {
    parse_published(text, Basis::Option).ok_or_else(|| "is no date; hint: write it as 2025-04-14".to_owned())
}

fn parse_jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(n @ 1..=1024) => Ok(n),
        _ => Err("must be a number from 1 to 1024".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_fit_together() {
        super::Args::command().debug_assert();
    }
}
