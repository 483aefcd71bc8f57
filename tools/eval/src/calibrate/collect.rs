//! The judged rows of a collection, each with the traits of the findings behind it.

use std::collections::BTreeMap;

use dossier::annotate::Unobserved;
use dossier::model::{
    Annotations, Article, ArticleId, Cite, Dossier, Entity, Event, Figure, Role, Span, Traits,
};
use dossier_annotate::View;
use dossier_annotate::confidence::{Describer, Layer};
use dossier_en::grammar::common;
use xxhash_rust::xxh3::xxh3_64;

use crate::audit::{self, Kind, Verdicts};

/// A judged row.
pub struct Case {
    /// "event", "figure", "quote", "role", "entity".
    pub kind: &'static str,
    /// Whether a reader called it good or poor.
    pub is_sound: bool,
    /// Stories are held out whole.
    pub story_hash: u64,
    /// The traits of the findings behind it.
    pub findings: Vec<Traits>,
    /// The row.
    pub claim: Claim,
}

/// The row that was judged.
pub enum Claim {
    /// An event, and whether its story is about it.
    Event(Box<Event>, bool),
    /// A figure.
    Figure(Box<Figure>),
    /// An office and its holder.
    Role(Box<Role>, Box<Entity>),
    /// A person, body or place.
    Entity(Box<Entity>),
    /// A quotation: the finding is the row.
    Quote,
}

/// The articles of a collection as they were read.
struct Articles(BTreeMap<ArticleId, (Article, Annotations)>);

impl Articles {
    /// The traits of the findings of a layer that a cite rests on.
    fn traits(&self, layer: Layer, cite: &Cite, fits: &dyn Fn(&Annotations, usize) -> bool) -> Vec<Traits> {
        let Some((article, notes)) = self.0.get(&cite.article) else {
            return Vec::new();
        };
        let view = View::new(
            article.text(),
            &notes.sentences,
            &notes.tokens,
            common::is_function,
        );
        let describer = Describer::new(article, &view, notes);
        let count = match layer {
            Layer::Event => notes.events.len(),
            Layer::Figure => notes.figures.len(),
            Layer::Quote => notes.quotes.len(),
            Layer::Role => notes.roles.len(),
        };
        let places = (0..count).filter(|&i| fits(notes, i));
        places.map(|i| describer.traits(layer, i)).collect()
    }
}

/// All rows of a record that have a verdict.
pub fn judged(record: &Dossier, verdicts: &Verdicts) -> Vec<Case> {
    let read = record.articles.iter().map(|a| {
        let notes = dossier_en::find(a, &mut Unobserved);
        (a.id.clone(), (a.clone(), notes))
    });
    let articles = Articles(read.collect());
    let mut out = Vec::new();
    for kind in Kind::ALL {
        let rows = audit::rows(record, kind);
        let claims = claims(record, kind);
        for (row, (story, claim)) in rows.iter().zip(claims) {
            let Some(verdict) = verdicts.of(&row.key) else {
                continue;
            };
            let findings = findings(&articles, &claim, &row.cites);
            if findings.is_empty() && matches!(claim, Claim::Event(..) | Claim::Role(..) | Claim::Quote) {
                continue;
            }
            out.push(Case {
                kind: name_of(&claim),
                is_sound: verdict.is_sound(),
                story_hash: xxh3_64(story.as_bytes()),
                findings,
                claim,
            });
        }
    }
    out
}

fn name_of(claim: &Claim) -> &'static str {
    match claim {
        Claim::Event(..) => "event",
        Claim::Figure(_) => "figure",
        Claim::Role(..) => "role",
        Claim::Entity(_) => "entity",
        Claim::Quote => "quote",
    }
}

/// The rows of a kind in the order in which the audit lists them, each with the name of its story.
fn claims(record: &Dossier, kind: Kind) -> Vec<(String, Claim)> {
    let mut out = Vec::new();
    for s in &record.stories {
        let name = s.id.as_str().to_owned();
        let mut push = |claim| out.push((name.clone(), claim));
        match kind {
            Kind::Events => s
                .events
                .iter()
                .for_each(|e| push(Claim::Event(Box::new(e.clone()), s.main.as_ref() == Some(&e.id)))),
            Kind::FiguresSingle | Kind::FiguresJoined => (s.figures.iter())
                .filter(|f| (f.reports.len() > 1) == (kind == Kind::FiguresJoined))
                .for_each(|f| push(Claim::Figure(Box::new(f.clone())))),
            Kind::Quotes => s.quotes.iter().for_each(|_| push(Claim::Quote)),
            Kind::Entities => (s.entities.iter())
                .filter(|e| e.names.iter().map(|n| n.count).sum::<usize>() > 1)
                .for_each(|e| push(Claim::Entity(Box::new(e.clone())))),
            Kind::Roles => {
                for e in &s.entities {
                    for r in &e.roles {
                        push(Claim::Role(Box::new(r.clone()), Box::new(e.clone())));
                    }
                }
            }
            _ => {}
        }
    }
    out
}

fn findings(articles: &Articles, claim: &Claim, cites: &[Cite]) -> Vec<Traits> {
    let mut out = Vec::new();
    for cite in cites {
        let at = cite.span;
        out.extend(match claim {
            Claim::Event(row, _) => articles.traits(Layer::Event, cite, &|notes, i| {
                let e = &notes.events[i].value;
                e.clause == at && e.kind == row.kind
            }),
            Claim::Figure(row) => articles.traits(Layer::Figure, cite, &|notes, i| {
                let f = &notes.figures[i].value;
                let Some(q) = notes.quantities.get(f.quantity) else {
                    return false;
                };
                let told = row.reports.iter().filter(|r| r.cite == *cite);
                let spans_fit = f.clause.cover(q.span) == at;
                spans_fit && told.clone().any(|r| r.value == q.value.value)
            }),
            Claim::Quote => articles.traits(Layer::Quote, cite, &|notes, i| notes.quotes[i].span == at),
            Claim::Role(..) => articles.traits(Layer::Role, cite, &|notes, i| is_at(notes.roles[i].span, at)),
            Claim::Entity(_) => Vec::new(),
        });
    }
    out
}

fn is_at(a: Span, b: Span) -> bool {
    a == b
}
