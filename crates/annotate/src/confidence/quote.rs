//! The traits of a quotation.

use dossier_model::{CuePlace, MentionForm, MentionKind, QuoteEvidence, Span, SpeakerBy, Traits};

use super::Describer;
use super::argument::role_of;
use super::place::{side, words_between};

/// Describes the quotation at a place.
pub(super) fn describe(of: &Describer<'_>, place: usize, traits: &mut Traits) {
    let Some(found) = of.notes.quotes.get(place) else {
        return;
    };
    let (view, quote) = (of.view, &found.value);
    of.places.describe(view, found.span, traits);
    traits.say("form", quote.form.as_str());
    traits.say("kind", quote.kind.as_str());
    let speaker = quote.speaker.and_then(|l| of.notes.local(l));
    traits.say("speaker", speaker.map_or("open", |l| kind_name(l.kind)));
    let source = quote.source.first().copied();
    traits.say("source", source.map_or("none", |s| form_of(of, s)));
    let content = quote.content.first().copied().unwrap_or(found.span);
    let words: usize = quote.content.iter().map(|s| view.inside(*s).len()).sum();
    traits.count(
        "words",
        words,
        &[
            (2, "one or two"),
            (5, "few"),
            (12, "some"),
            (40, "many"),
            (usize::MAX, "very many"),
        ],
    );
    traits.count(
        "parts",
        quote.content.len(),
        &[(1, "one"), (2, "two"), (usize::MAX, "more")],
    );
    let cue = quote.cue.first().copied();
    traits.say("cue", cue.map_or("none", |c| side(c, content)));
    traits.say("source side", source.map_or("none", |s| side(s, content)));
    let apart = source.map_or(0, |s| words_between(view, s, content));
    traits.count(
        "distance",
        apart,
        &[(3, "near"), (10, "some"), (30, "far"), (usize::MAX, "very far")],
    );
    if let (Some(source), Some(cue)) = (source, cue) {
        let far = words_between(view, source, cue);
        traits.count(
            "cue distance",
            far,
            &[(1, "next"), (4, "near"), (12, "far"), (usize::MAX, "very far")],
        );
        traits.say("cue tag", view.upos(view.inside(cue).start).as_str());
        let source_head = view.heads_in(view.inside(source)).next();
        let hangs = source_head.map_or("apart", |i| match view.head(i) {
            Some(h) if view.inside(cue).contains(&h) => view.deprel(i).as_str(),
            _ => "apart",
        });
        traits.say("source hangs", hangs);
        let verb = view.inside(cue).find(|&i| view.frame_of(i).is_some());
        let role = source_head
            .zip(verb)
            .map_or("no frame", |(s, v)| role_of(view, s, v));
        traits.say("source frame", role);
    }
    by_evidence(quote.evidence, traits);
    let text = view.text();
    let capital = content.of(text).chars().find(|c| c.is_alphabetic());
    traits.ask("capital", capital.is_some_and(char::is_uppercase));
    traits.ask("lines", found.span.of(text).contains('\n'));
}

/// What the finder saw.
fn by_evidence(seen: QuoteEvidence, traits: &mut Traits) {
    traits.say(
        "cue stands",
        match seen.cue {
            CuePlace::Before => "before",
            CuePlace::Behind => "behind",
            CuePlace::Between => "between",
            CuePlace::None => "nowhere",
        },
    );
    traits.say(
        "speaker by",
        match seen.speaker {
            SpeakerBy::Name => "name",
            SpeakerBy::Apposition => "apposition",
            SpeakerBy::Pronoun => "pronoun",
            SpeakerBy::Office => "office",
            SpeakerBy::None => "nothing",
        },
    );
    traits.ask("paragraphs", seen.paragraphs > 0);
    traits.ask("balanced", seen.balanced);
}

fn kind_name(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Person => "person",
        MentionKind::Organization => "organization",
        MentionKind::Place => "place",
        MentionKind::Group => "group",
        _ => "other",
    }
}

/// How a source is named.
fn form_of(of: &Describer<'_>, source: Span) -> &'static str {
    let named = of.notes.mentions.inside(source).map(|m| m.value.form);
    let form = named.reduce(|a, b| if rank(b) < rank(a) { b } else { a });
    match form {
        None => "no mention",
        Some(MentionForm::Name) => "name",
        Some(MentionForm::Short) => "short name",
        Some(MentionForm::Abbreviation) => "abbreviation",
        Some(MentionForm::Demonym) => "demonym",
        Some(MentionForm::Nominal) => "noun",
        Some(MentionForm::Pronoun) => "pronoun",
    }
}

/// Names tell more than nouns, nouns more than pronouns.
fn rank(form: MentionForm) -> u8 {
    match form {
        MentionForm::Name => 0,
        MentionForm::Short => 1,
        MentionForm::Abbreviation => 2,
        MentionForm::Nominal => 3,
        MentionForm::Demonym => 4,
        MentionForm::Pronoun => 5,
    }
}
