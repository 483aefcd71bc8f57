/// What was skipped, doubtful or cut, and why. Notes travel with results; they never end a run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Note {
    /// The culprit: a path, a URL, `crawl.warc.gz:record 12` or `feed.xml:12`.
    pub source: String,
    /// One lowercase sentence without a full stop; a hint may follow after `; hint: `.
    pub message: String,
}

impl Note {
    /// A note on `source`.
    pub fn new(source: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            message: message.into(),
        }
    }
}
