//! By what the speaker of a quotation was found.

use dossier_model::{CuePlace, MentionForm, Quote, QuoteEvidence, QuoteForm, Span, SpeakerBy};

use super::speech::SpeechView;
use crate::grammar::mention::Names;

/// Notes at a quotation by what its speaker was found.
pub(super) fn note(view: &SpeechView, names: &Names, quote: &mut Quote) {
    let marked = |s: &Span| {
        let words = s.of(view.text()).trim();
        let quotation = |c: char| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»' | '`');
        words.starts_with(quotation) && words.ends_with(quotation)
    };
    quote.evidence = QuoteEvidence {
        cue: cue(quote),
        speaker: speaker(view, names, quote),
        paragraphs: paragraphs(view, quote),
        balanced: quote.form != QuoteForm::Direct || quote.content.iter().all(marked),
    };
}

fn cue(quote: &Quote) -> CuePlace {
    let (Some(cue), Some(first), Some(last)) =
        (quote.cue.first(), quote.content.first(), quote.content.last())
    else {
        return CuePlace::None;
    };
    match () {
        () if cue.end <= first.start => CuePlace::Before,
        () if cue.start >= last.end => CuePlace::Behind,
        () if quote.content.len() > 1 => CuePlace::Between,
        () => CuePlace::None,
    }
}

fn speaker(view: &SpeechView, names: &Names, quote: &Quote) -> SpeakerBy {
    let (Some(local), Some(&source)) = (quote.speaker, quote.source.first()) else {
        return SpeakerBy::None;
    };
    let mut own = names
        .mentions
        .inside(source)
        .filter(|m| m.value.local == Some(local));
    let Some(first) = own.next() else {
        // Told by an office of the article, or by the one who was quoted before.
        let pronoun = view.is_pronoun(view.inside(source).start);
        return if pronoun {
            SpeakerBy::Pronoun
        } else {
            SpeakerBy::Office
        };
    };
    match first.value.form {
        MentionForm::Pronoun => SpeakerBy::Pronoun,
        MentionForm::Nominal => SpeakerBy::Office,
        _ if first.span == source => SpeakerBy::Name,
        _ => SpeakerBy::Apposition,
    }
}

/// How many paragraphs end between the words and their source.
fn paragraphs(view: &SpeechView, quote: &Quote) -> u8 {
    let (Some(first), Some(last), Some(source)) =
        (quote.content.first(), quote.content.last(), quote.source.first())
    else {
        return 0;
    };
    let between = if source.end <= first.start {
        source.end..last.start
    } else {
        first.end..source.start.max(first.end)
    };
    let text = view.text().get(between.start as usize..between.end as usize);
    text.map_or(0, |t| {
        t.split('\n')
            .filter(|l| !l.trim().is_empty())
            .count()
            .saturating_sub(1)
            .min(9) as u8
    })
}
