//! The traits of an office.

use dossier_model::{BodyBy, MentionKind, RoleBy, RoleEvidence, Span, Traits};

use super::Describer;
use super::place::{side, words_between};

/// Words, in steps.
const WORDS: &[(usize, &str)] = &[(1, "one"), (2, "two"), (4, "few"), (usize::MAX, "many")];

/// Describes the office at a place.
pub(super) fn describe(of: &Describer<'_>, place: usize, traits: &mut Traits) {
    let Some(found) = of.notes.roles.get(place) else {
        return;
    };
    let (view, role) = (of.view, &found.value);
    of.places.describe(view, found.span, traits);
    let title = view.inside(role.title);
    traits.count("title", title.len(), WORDS);
    let text = view.text();
    traits.ask(
        "title capital",
        role.title.of(text).starts_with(char::is_uppercase),
    );
    traits.ask("former", role.former);
    traits.ask("term", role.from.is_some() || role.to.is_some());
    traits.ask("country", role.country.is_some());
    traits.say(
        "organization",
        role.organization.map_or("none", |o| side(o, role.title)),
    );
    let gap = role
        .organization
        .map_or(0, |o| words_between(view, o, role.title));
    traits.count(
        "organization gap",
        gap,
        &[(1, "next"), (3, "near"), (usize::MAX, "far")],
    );
    by_evidence(role.evidence, traits);
    traits.say("hangs", view.deprel(title.end.saturating_sub(1)).as_str());
    let named = of
        .notes
        .mentions
        .iter()
        .filter(|m| m.value.local == Some(role.holder));
    let nearest = named
        .clone()
        .min_by_key(|m| words_between(view, m.span, role.title));
    let Some(nearest) = nearest else {
        traits.say("holder", "unnamed");
        return;
    };
    traits.say("holder", side(nearest.span, role.title));
    let gap = words_between(view, nearest.span, role.title);
    traits.count(
        "holder gap",
        gap,
        &[(0, "next"), (1, "one"), (4, "near"), (usize::MAX, "far")],
    );
    let between = Span::new(
        nearest.span.end.min(role.title.end) as usize,
        nearest
            .span
            .start
            .max(role.title.start)
            .max(nearest.span.end.min(role.title.end)) as usize,
    );
    traits.ask("comma", between.of(text).contains(','));
    traits.count("holder words", view.inside(nearest.span).len(), WORDS);
    traits.count(
        "named",
        named.count(),
        &[(1, "once"), (3, "few"), (usize::MAX, "often")],
    );
    let kind = of
        .notes
        .local(role.holder)
        .map(|l| (l.kind == MentionKind::Person, l.gender.is_some()));
    traits.ask("person", kind.is_some_and(|k| k.0));
    traits.ask("gender", kind.is_some_and(|k| k.1));
    let same = of
        .notes
        .roles
        .iter()
        .filter(|r| r.value.holder == role.holder)
        .count();
    traits.count("offices", same, &[(1, "one"), (2, "two"), (usize::MAX, "more")]);
}

/// What the finder saw.
fn by_evidence(seen: RoleEvidence, traits: &mut Traits) {
    traits.say(
        "by",
        match seen.by {
            RoleBy::Title => "title",
            RoleBy::Apposition => "apposition",
            RoleBy::Verb => "verb",
            RoleBy::Chain => "chain",
        },
    );
    traits.say(
        "body",
        match seen.body {
            BodyBy::Adjacent => "adjacent",
            BodyBy::Inferred => "inferred",
            BodyBy::None => "none",
        },
    );
}
