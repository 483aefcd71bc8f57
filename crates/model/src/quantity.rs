use crate::{Annotation, Layer, LocalId, Span, Unit, When};

/// How a number is bounded by the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Bound {
    /// Stated as it is.
    #[default]
    Exact,
    /// "about", "around", "approximately", "some", "nearly", "almost".
    About,
    /// "over", "more than", "exceeding".
    Over,
    /// "under", "less than", "fewer than", "below".
    Under,
    /// "at least", "no fewer than".
    AtLeast,
    /// "at most", "up to", "no more than".
    AtMost,
    /// "between 3 and 5", "3-5".
    Range,
}

impl Bound {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Over => "over",
            Self::Under => "under",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
            Self::Range => "range",
        }
    }
}

/// A number with its unit in one article. The annotation's span holds hedge, number and unit words.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number, scaled ("3.7 million" is 3,700,000); `None` for a range.
    pub value: Option<f64>,
    /// Least value, where stated or implied by a range.
    pub low: Option<f64>,
    /// Greatest value, likewise.
    pub high: Option<f64>,
    /// How it is hedged.
    pub bound: Bound,
    /// Normalised unit.
    pub unit: Option<Unit>,
    /// What is counted or measured: "Vietnamese students", "bilateral trade".
    pub of: Option<Span>,
    /// A place in an order ("fourth", "third-largest"), not a count.
    pub ordinal: bool,
    /// The decimals and scale it was written with, as the size of one step in the last place written
    /// ("3.7 million" is 100,000; "23,000" is 1,000).
    pub step: f64,
    /// Where a change starts that the next quantity ends: the 3 of "rose from 3 percent to 5 percent".
    pub moves: bool,
}

/// The counts and measures among quantities: places in an order are left out, and the two ends of a change
/// ("from 3 percent to 5 percent") are one range from the lower to the higher.
#[must_use]
pub fn counts(quantities: &Layer<Quantity>) -> Vec<Annotation<Quantity>> {
    let mut out: Vec<Annotation<Quantity>> = Vec::with_capacity(quantities.len());
    for q in quantities.iter().filter(|q| !q.value.ordinal) {
        let start = out.last_mut().filter(|a| a.value.moves);
        let Some((start, (a, b))) = start.and_then(|s| {
            let ends = (s.value.value?, q.value.value?);
            Some((s, ends))
        }) else {
            out.push(q.clone());
            continue;
        };
        start.span = start.span.cover(q.span);
        start.value = Quantity {
            value: None,
            low: Some(a.min(b)),
            high: Some(a.max(b)),
            bound: Bound::Range,
            step: start.value.step.min(q.value.step),
            ..q.value.clone()
        };
    }
    out
}

/// A quantity read as a statement about something: the raw material of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureMention {
    /// Its place in [`Annotations::quantities`](crate::Annotations).
    pub quantity: usize,
    /// What is measured, in plain words from the text: "bilateral trade", "Vietnamese students in China".
    pub measure: String,
    /// Lemmas of the measure, sorted, without stop words, countries as ISO codes: what figures are joined by.
    pub key: Vec<String>,
    /// Names that the measure is about.
    pub subjects: Vec<LocalId>,
    /// The time it holds for.
    pub period: Option<When>,
    /// The words that name a statistical basis or a source: "according to Vietnamese statistics".
    pub basis: Option<Span>,
    /// The clause or sentence that states it: what a reader should see as the cite.
    pub clause: Span,
    /// How its measure was found; not written out.
    pub label: LabelKind,
}

/// How the words of a measure were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LabelKind {
    /// Not told.
    #[default]
    Unknown,
    /// The noun that is counted.
    Counted,
    /// What befell people.
    Toll,
    /// The subject or object of a verb that says where a level stands.
    Level,
    /// A rise, a fall, or what stood before.
    Change,
    /// What money is for, or what is done with it.
    Money,
    /// A part of a whole.
    Share,
    /// The noun in front of or behind "of".
    NounOf,
    /// The noun that the number modifies.
    Modifier,
    /// A place in an order.
    Rank,
}
