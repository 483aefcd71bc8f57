use crate::{Confidence, Span};

/// One finding and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation<T> {
    /// The words.
    pub span: Span,
    /// What was found.
    pub value: T,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

impl<T> Annotation<T> {
    /// A finding that is not weighed yet.
    #[must_use]
    pub fn new(span: Span, value: T) -> Self {
        Self {
            span,
            value,
            confidence: None,
        }
    }
}

/// Findings of one kind, sorted by span; overlap allowed.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer<T>(Vec<Annotation<T>>);

impl<T> Default for Layer<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Layer<T> {
    /// Sorts by span (start, then end); equal spans keep their order.
    #[must_use]
    pub fn new(mut items: Vec<Annotation<T>>) -> Self {
        items.sort_by_key(|a| a.span);
        Self(items)
    }

    /// From pairs.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (Span, T)>) -> Self {
        Self::new(
            pairs
                .into_iter()
                .map(|(span, value)| Annotation::new(span, value))
                .collect(),
        )
    }

    /// Says of each finding how sure it is.
    pub fn weigh(&mut self, mut confidence: impl FnMut(&Annotation<T>) -> Option<Confidence>) {
        for finding in &mut self.0 {
            finding.confidence = confidence(finding);
        }
    }

    /// Changes what was found, not where it stands.
    pub fn change(&mut self, mut change: impl FnMut(&mut T)) {
        for finding in &mut self.0 {
            change(&mut finding.value);
        }
    }

    /// The findings that lie wholly inside `span`, in order.
    pub fn inside(&self, span: Span) -> impl Iterator<Item = &Annotation<T>> {
        self.indices_inside(span).map(|i| &self.0[i])
    }

    /// The places in this layer of the findings that lie wholly inside `span`, in order.
    pub fn indices_inside(&self, span: Span) -> impl Iterator<Item = usize> {
        let from = self.0.partition_point(|a| a.span.start < span.start);
        (from..self.0.len())
            .take_while(move |&i| self.0[i].span.start < span.end.max(span.start + 1))
            .filter(move |&i| span.contains(self.0[i].span))
    }
}

impl<T> std::ops::Deref for Layer<T> {
    type Target = [Annotation<T>];
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a Layer<T> {
    type Item = &'a Annotation<T>;
    type IntoIter = std::slice::Iter<'a, Annotation<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
