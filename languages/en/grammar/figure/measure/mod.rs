//! What a number measures, in the words of the text.

mod amount;
mod change;
mod composed;
mod counted;
mod deed;
mod dimension;
mod distance;
mod level;
mod object;
mod possessor;
mod print;
mod share;
mod stranded;
mod together;
mod toll;
mod uncounted;
mod whole;

use std::ops::Range;

use dossier_model::{Annotation, Deprel, Quantity, UnitBase};

use super::wording::Measure;
use super::{Scene, clarity, tree};
use crate::grammar::quantity::noun;
use crate::grammar::quantity::unit::{is_duration, of_noun};

dossier_world::words!(MULTIPLE_OF = "figure/multiple_of.txt");

/// How a number stands to its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Level,
    Before,
    Rise,
    Fall,
}

/// A quantity in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Number<'a> {
    /// The quantities of the sentence.
    here: &'a [Annotation<Quantity>],
    /// Which of them.
    k: usize,
    /// The measure of the figure before it.
    last: Option<&'a Measure>,
    /// Whether that figure is the quantity right before it.
    is_next: bool,
    /// Its first word, and one past its last.
    from: usize,
    to: usize,
}

impl<'a> Number<'a> {
    fn annotation(&self) -> Option<&'a Annotation<Quantity>> {
        self.here.get(self.k)
    }

    fn quantity(&self) -> Option<&'a Quantity> {
        self.annotation().map(|a| &a.value)
    }

    /// The quantity right before it.
    fn before(&self) -> Option<&'a Annotation<Quantity>> {
        self.here.get(self.k.checked_sub(1)?)
    }

    /// Its words.
    fn words(&self) -> Range<usize> {
        self.from..self.to
    }

    fn is_share(&self) -> bool {
        self.quantity()
            .is_some_and(|q| q.unit.as_ref().is_some_and(|u| u.is(&UnitBase::Percent)))
    }
}

/// The measure of quantity `k` of a sentence; `last` is that of the figure before it, with its place among the quantities.
pub(super) fn read(
    scene: Scene<'_>,
    here: &[Annotation<Quantity>],
    k: usize,
    last: Option<(usize, &Measure)>,
) -> Option<Measure> {
    let a = here.get(k)?;
    let q = &a.value;
    let unit = q.unit.as_ref();
    let range = scene.words.inside(a.span);
    if range.is_empty() {
        return None;
    }
    let n = Number {
        here,
        k,
        last: last.map(|(_, m)| m),
        is_next: last.is_some_and(|(i, _)| i + 1 == k),
        from: range.start,
        to: range.end,
    };
    if is_in_other_unit(scene, n) {
        return n.last.filter(|_| n.is_next).cloned();
    }
    // "His “47 percent” remark": the number is a name.
    let marked = |i: usize| scene.words.is_quotation_mark(i);
    if n.from > 0 && marked(n.from - 1) && marked(n.to) {
        return None;
    }
    // "Fewer than 8 million | for Sunday's debate": the tree makes the number one of the noun behind the preposition.
    let top = scene.top(n.words(), n.to - 1);
    let noun = scene
        .words
        .head(top)
        .filter(|_| scene.words.deprel(top) == Deprel::Nummod);
    if noun.is_some_and(|h| {
        scene
            .words
            .children_by(h, &[Deprel::Case])
            .any(|c| c >= n.to && c < h)
    }) {
        return None;
    }
    if tree::is_supposed(scene, scene.top(n.words(), n.to - 1)) {
        return None;
    }
    let head = unit.map(|u| &u.base);
    if head.is_some_and(is_time) || matches!(head, Some(UnitBase::Age(_))) {
        return None;
    }
    if unit.is_some_and(|u| u.is(&UnitBase::Times)) {
        return multiple(scene, a, n);
    }
    // A measure that holds its own number was misread.
    let number = match q.of.filter(|of| a.span.contains(*of)) {
        Some(of) => dossier_model::Span::new(a.span.start as usize, of.start.max(a.span.start + 1) as usize),
        None => a.span,
    };
    // "800,000 plus workers".
    let bare = |mut m: Measure| {
        if let Some(rest) = m.text.strip_prefix("plus ") {
            m.text = rest.to_owned();
        }
        m
    };
    let clean = |m: &Measure| clarity::is_plain(m) && !m.spans.iter().any(|s| s.overlaps(number));
    if let Some(m) = composed::read(scene, n).filter(clean) {
        return printed(scene, n, m, false);
    }
    if head.is_some_and(|head| is_counted(head, scene, a)) {
        let counted = counted::read(scene, n).map(bare).filter(clean);
        let clear = counted.filter(|m| clarity::is_clear(m, unit, true, q.value));
        let told = clear.and_then(|m| printed(scene, n, m, true));
        return told.or_else(|| {
            let plain = counted::plain(scene, n).filter(clean)?;
            let mut m = printed(scene, n, plain, true)?;
            m.is_passing = true;
            Some(m)
        });
    }
    let amount = amount::read(scene, n).map(bare).filter(clean);
    let clear = amount.filter(|m| clarity::is_clear(m, unit, false, q.value));
    clear.and_then(|m| printed(scene, n, m, false))
}

/// The measure, where it may be printed.
fn printed(scene: Scene<'_>, n: Number<'_>, m: Measure, counted: bool) -> Option<Measure> {
    let mut m = possessor::named(scene, m);
    match print::line(scene, n, &m, counted) {
        print::Line::Prints => Some(m),
        print::Line::Passing => {
            m.is_passing = true;
            Some(m)
        }
        print::Line::Never => None,
    }
}

/// "7 miles (11 km)", "30 billion yuan ($4.1 billion)": one thing in another unit.
fn is_in_other_unit(scene: Scene<'_>, n: Number<'_>) -> bool {
    let (Some(a), Some(before)) = (n.annotation(), n.before()) else {
        return false;
    };
    let words = scene.words;
    let brackets = n.from > 0 && words.is(n.from - 1, &["("]) && words.is(n.to, &[")", ","]);
    let unit = a.value.unit.as_ref();
    brackets
        && before.value.unit.as_ref() != unit
        && words.inside(before.span).end + 1 == n.from
        && unit.is_some_and(|u| u.per.is_some() || !is_time(&u.base))
}

/// Lengths of time, and how often.
fn is_time(base: &UnitBase) -> bool {
    is_duration(base) || base.noun() == Some("time")
}

/// Whether the unit is the thing counted itself: its words stand inside the quantity's span.
fn is_counted(head: &UnitBase, scene: Scene<'_>, a: &Annotation<Quantity>) -> bool {
    if head.noun() == Some(UnitBase::PEOPLE) {
        return true;
    }
    let inside = a.value.of.is_some_and(|of| a.span.contains(of));
    let named = |i: usize| {
        let noun = noun::singular(scene.view.raw(i));
        match head.noun() {
            Some(head) => noun.eq_ignore_ascii_case(head),
            None => of_noun(&noun.to_ascii_lowercase()) == *head,
        }
    };
    let (from, to) = (scene.piece_at(a.span.start), scene.piece_at(a.span.end));
    inside && (from..to).any(named)
}

/// "double the number from five years ago": a multiple of what was counted before.
fn multiple(scene: Scene<'_>, a: &Annotation<Quantity>, n: Number<'_>) -> Option<Measure> {
    // Only beside the figure it is compared with.
    let base = n.last?;
    if !MULTIPLE_OF.has(scene.view.low(scene.piece_at(a.span.end))) {
        return None;
    }
    let mut m = base.clone();
    m.base = None;
    m.spans.extend(a.value.of);
    Some(m.and_word("(multiple)").with_part("multiple"))
}
