//! How sure each finding is: a logistic regression over what can be seen of it without its words.
//!
//! A finding is described by [`Traits`]: where it stands, how its parts hang on each other in the tree, how much it says. A
//! table of [`Gates`], trained on verdicts of readers, gives each trait a weight; the sum, squashed, is the share of findings
//! of this description that readers call sound. No trait is a word or a name, so that what was learned from one set of
//! events holds for others.

mod argument;
mod event;
mod figure;
mod place;
mod quote;
mod role;

use dossier_model::{Annotations, Article, Confidence, Gates, Traits};

use place::Places;

use crate::View;

/// What is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// [`Annotations::events`].
    Event,
    /// [`Annotations::figures`].
    Figure,
    /// [`Annotations::quotes`].
    Quote,
    /// [`Annotations::roles`].
    Role,
}

impl Layer {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Event, Self::Figure, Self::Quote, Self::Role];

    /// The name in the table of weights.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Figure => "figure",
            Self::Quote => "quote",
            Self::Role => "role",
        }
    }
}

/// Describes the findings of one article.
#[derive(Debug)]
pub struct Describer<'a> {
    view: &'a View<'a>,
    notes: &'a Annotations,
    places: Places<'a>,
}

impl<'a> Describer<'a> {
    /// For the findings `notes` of an article whose sentences and words `view` shows; those in `notes` are not asked.
    #[must_use]
    pub fn new(article: &'a Article, view: &'a View<'a>, notes: &'a Annotations) -> Self {
        Self {
            view,
            notes,
            places: Places::new(article, view, notes),
        }
    }

    /// The traits of the finding at a place of its layer. None where there is no such finding.
    #[must_use]
    pub fn traits(&self, layer: Layer, place: usize) -> Traits {
        let mut traits = Traits::default();
        match layer {
            Layer::Event => event::describe(self, place, &mut traits),
            Layer::Figure => figure::describe(self, place, &mut traits),
            Layer::Quote => quote::describe(self, place, &mut traits),
            Layer::Role => role::describe(self, place, &mut traits),
        }
        traits
    }

    /// How sure each finding of a layer is, in its order.
    fn weigh(&self, gates: &Gates, layer: Layer, count: usize) -> Vec<Option<Confidence>> {
        let gate = gates.of(layer.as_str());
        (0..count)
            .map(|place| gate.map(|g| g.confidence(&self.traits(layer, place))))
            .collect()
    }
}

/// Says of each event, figure, quotation and office how sure it is.
pub fn weigh(article: &Article, view: &View<'_>, gates: &Gates, notes: &mut Annotations) {
    let describer = Describer::new(article, view, notes);
    let of = |layer, count| describer.weigh(gates, layer, count).into_iter();
    let mut events = of(Layer::Event, notes.events.len());
    let mut figures = of(Layer::Figure, notes.figures.len());
    let mut quotes = of(Layer::Quote, notes.quotes.len());
    let mut roles = of(Layer::Role, notes.roles.len());
    notes.events.weigh(|_| events.next().flatten());
    notes.figures.weigh(|_| figures.next().flatten());
    notes.quotes.weigh(|_| quotes.next().flatten());
    notes.roles.weigh(|_| roles.next().flatten());
}
