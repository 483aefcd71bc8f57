use std::fmt;

/// Why a text is no sound wire form: where, what is wrong, and what may help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    place: String,
    problem: String,
    hint: String,
}

/// What a read gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// What is wrong, and a hint; both lowercase, without a full stop.
    pub(crate) fn new(problem: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            place: String::new(),
            problem: problem.into(),
            hint: hint.into(),
        }
    }

    /// The same, inside `step`: a field's name, or its row as `[3]`.
    pub(crate) fn inside(mut self, step: &str) -> Self {
        let joint = if self.place.is_empty() || self.place.starts_with('[') {
            ""
        } else {
            "."
        };
        self.place = format!("{step}{joint}{}", self.place);
        self
    }

    /// Where it is: `annotations.mentions[3].span`, or `line 1, column 52` where the text is no such JSON.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.problem)?;
        if !self.hint.is_empty() {
            write!(f, "; hint: {}", self.hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let mut problem = error.to_string();
        if let Some(at) = problem.rfind(" at line ") {
            problem.truncate(at);
        }
        let (problem, hint) = match problem.split_once("; hint: ") {
            Some((problem, hint)) => (problem.to_owned(), hint.to_owned()),
            None if error.is_eof() => (problem, "the text is cut off".to_owned()),
            None => (problem, String::new()),
        };
        let mut first = problem.chars();
        let problem = first
            .next()
            .map_or_else(String::new, |c| c.to_lowercase().chain(first).collect());
        Self::new(problem, hint).inside(&format!("line {line}, column {column}"))
    }
}

/// Says where what went wrong is.
pub(crate) trait Inside<T> {
    /// In the field of this name.
    fn inside(self, field: &str) -> Result<T>;
}

impl<T> Inside<T> for Result<T> {
    fn inside(self, field: &str) -> Result<T> {
        self.map_err(|e| e.inside(field))
    }
}

/// Each row of a list, the first failure with its place.
pub(crate) fn rows<A, B>(
    field: &str,
    rows: impl IntoIterator<Item = A>,
    mut read: impl FnMut(A) -> Result<B>,
) -> Result<Vec<B>> {
    rows.into_iter()
        .enumerate()
        .map(|(i, row)| read(row).map_err(|e| e.inside(&format!("[{i}]")).inside(field)))
        .collect()
}
