//! The traits of a figure.

use dossier_model::{Deprel, LabelKind, Quantity, Traits, UnitBase, Upos};

use super::Describer;
use super::argument::any_role;

/// Words of a label, in steps.
const WORDS: &[(usize, &str)] = &[
    (1, "one"),
    (2, "two"),
    (4, "few"),
    (7, "some"),
    (usize::MAX, "many"),
];

/// Describes the figure at a place.
pub(super) fn describe(of: &Describer<'_>, place: usize, traits: &mut Traits) {
    let Some(found) = of.notes.figures.get(place) else {
        return;
    };
    let (view, figure) = (of.view, &found.value);
    of.places.describe(view, found.span, traits);
    let Some(number) = of.notes.quantities.get(figure.quantity) else {
        return;
    };
    let q = &number.value;
    traits.say("label by", label_by(figure.label));
    traits.say("unit", unit_of(q));
    traits.ask("rate", q.unit.as_ref().is_some_and(|u| u.per.is_some()));
    traits.say("bound", q.bound.as_str());
    traits.say("size", size_of(q));
    traits.ask("ordinal", q.ordinal);
    traits.ask("moves", q.moves);
    traits.ask("period", figure.period.is_some());
    traits.ask("basis", figure.basis.is_some());
    traits.count(
        "subjects",
        figure.subjects.len(),
        &[(0, "none"), (1, "one"), (usize::MAX, "more")],
    );
    traits.count("key", figure.key.len(), WORDS);
    let label = figure.measure.as_str();
    traits.count("label", label.split_whitespace().count(), WORDS);
    let clause = figure.clause.of(view.text());
    traits.ask("label printed", clause.contains(label));
    traits.ask("label of", label.contains(" of "));
    traits.ask("label capital", label.starts_with(char::is_uppercase));
    traits.ask("label comma", label.contains([',', ':', ';', '(', '"', '“']));
    traits.ask("label figures", label.contains(|c: char| c.is_ascii_digit()));
    let near = of.notes.quantities.indices_inside(figure.clause).count();
    traits.count(
        "numbers",
        near,
        &[(1, "one"), (2, "two"), (4, "few"), (usize::MAX, "many")],
    );
    let words = view.inside(number.span);
    let head = view.heads_in(words.clone()).next().unwrap_or(words.start);
    traits.say("hangs", view.deprel(head).as_str());
    let above = view.head(head);
    traits.say("part", any_role(view, head));
    traits.say("part above", above.map_or("none", |h| any_role(view, h)));
    traits.say("under", above.map_or("root", |h| view.upos(h).as_str()));
    traits.say("then", above.map_or("root", |h| role_of(view.deprel(h))));
    let verb = above.filter(|&h| view.upos(h) == Upos::Verb);
    traits.ask(
        "denied",
        verb.is_some_and(|v| {
            view.children_by(v, &[Deprel::Advmod])
                .any(|c| view.upos(c) == Upos::Part)
        }),
    );
}

fn role_of(rel: Deprel) -> &'static str {
    match rel {
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter => "subject",
        Deprel::Obj | Deprel::Iobj => "object",
        Deprel::Obl | Deprel::OblAgent | Deprel::OblUnmarked => "oblique",
        Deprel::Nmod | Deprel::NmodPoss | Deprel::NmodDesc | Deprel::NmodUnmarked => "modifier",
        Deprel::Conj => "conjunct",
        Deprel::Root => "root",
        _ => "another",
    }
}

fn unit_of(q: &Quantity) -> &'static str {
    match q.unit.as_ref().map(|u| &u.base) {
        None => "none",
        Some(UnitBase::Currency(_) | UnitBase::Money(_)) => "money",
        Some(UnitBase::Times) => "times",
        Some(UnitBase::Age(_)) => "age",
        Some(UnitBase::Measure(_)) => "measure",
        Some(UnitBase::Percent) => "percent",
        Some(UnitBase::Point(_)) => "point",
        Some(UnitBase::Count(_)) => "count",
    }
}

/// How large the number is: small ones stand for many things, those of a year's size may be years.
fn size_of(q: &Quantity) -> &'static str {
    match q.value.map(f64::abs) {
        None => "range",
        Some(v) if v < 1.5 => "one",
        Some(v) if v < 13.0 => "small",
        Some(v) if v < 100.0 => "tens",
        Some(v) if (1800.0..2100.0).contains(&v) && q.step <= 1.0 => "like a year",
        Some(v) if v < 10_000.0 => "hundreds",
        Some(_) => "large",
    }
}

fn label_by(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::Unknown => "unknown",
        LabelKind::Counted => "counted",
        LabelKind::Toll => "toll",
        LabelKind::Level => "level",
        LabelKind::Change => "change",
        LabelKind::Money => "money",
        LabelKind::Share => "share",
        LabelKind::NounOf => "noun of",
        LabelKind::Modifier => "modifier",
        LabelKind::Rank => "rank",
    }
}
