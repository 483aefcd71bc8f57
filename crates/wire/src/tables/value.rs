use std::borrow::Cow;

use super::{Cell, Column, Kind};

/// What stands in a cell of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Not known.
    Null,
    /// Text, or one of a few names.
    Text(Cow<'a, str>),
    /// A number from 0.
    Count(usize),
    /// A number; finite.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A calendar day.
    Day(jiff::civil::Date),
    /// A time of day.
    Clock(jiff::civil::Time),
}

impl Value<'_> {
    /// Whether it may stand in a column.
    #[must_use]
    pub fn fits(&self, column: &Column) -> bool {
        match (self, column.kind) {
            (Self::Null, _) => column.cell == Cell::Nullable,
            (Self::Text(_), Kind::Text | Kind::Name)
            | (Self::Count(_), Kind::Count)
            | (Self::Number(_), Kind::Number)
            | (Self::Flag(_), Kind::Flag)
            | (Self::Day(_), Kind::Day)
            | (Self::Clock(_), Kind::Clock) => true,
            (
                Self::Text(_)
                | Self::Count(_)
                | Self::Number(_)
                | Self::Flag(_)
                | Self::Day(_)
                | Self::Clock(_),
                _,
            ) => false,
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a Cow<'_, str>> for Value<'a> {
    fn from(text: &'a Cow<'_, str>) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Value<'_> {
    fn from(n: usize) -> Self {
        Self::Count(n)
    }
}

impl From<f64> for Value<'_> {
    fn from(n: f64) -> Self {
        if n.is_finite() {
            Self::Number(n)
        } else {
            Self::Null
        }
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
