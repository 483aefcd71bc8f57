//! The layer `wording`, from the domain.

use dossier_model::{
    Annotations, Counted, EventName, EventWording, FigureWording, Frame, NumberContext, NumberWording,
    Phrase, Pole, Relation, Restated, RoleWording, Sense, SentenceWording, SourceWording, Span, StateBody,
    ToldClause, Wording,
};

use super::{optional, str};
use crate::Named;
use crate::annotations::v1;
use crate::place::Place;

pub(super) fn wording<'a>(notes: &'a Annotations, place: &Place<'_>) -> v1::Wording<'a> {
    let Wording {
        senses,
        frames,
        relations,
        sentences,
        bodies,
        roles,
        numbers,
        figures,
        sources,
        events,
    } = &notes.wording;
    let sentences = sentences.iter().zip(&notes.sentences);
    v1::Wording {
        token_senses: senses.places().to_vec(),
        senses: senses.all().iter().map(sense).collect(),
        frames: frames.iter().map(frame).collect(),
        relations: relations.iter().map(relation).collect(),
        sentences: sentences.map(|(w, s)| sentence(w, *s, place)).collect(),
        bodies: bodies.iter().map(|b| b.as_ref().map(body)).collect(),
        roles: roles.iter().map(role).collect(),
        numbers: numbers.iter().map(number).collect(),
        figures: figures.iter().map(|f| figure(f, place)).collect(),
        sources: sources.iter().map(|s| source(s, place)).collect(),
        events: events.iter().map(event).collect(),
    }
}

fn sense(sense: &Sense) -> v1::Sense<'_> {
    let Sense {
        stem,
        groups,
        fate,
        is_common_in_tolls,
        poles,
        marks,
    } = sense;
    v1::Sense {
        stem: str(stem),
        groups: groups.clone(),
        fate: fate.map(Named),
        is_common_in_tolls: *is_common_in_tolls,
        poles: poles.iter().map(pole).collect(),
        marks: marks.iter().map(|m| Named(*m)).collect(),
    }
}

fn pole(pole: &Pole) -> v1::Pole {
    let Pole { scale, side, kind } = *pole;
    v1::Pole {
        scale,
        side,
        kind: Named(kind),
    }
}

fn frame(frame: &Frame) -> v1::Frame {
    let Frame {
        predicate,
        subjects,
        objects,
        polarity,
        modality,
    } = frame;
    v1::Frame {
        predicate: *predicate,
        subjects: subjects.clone(),
        objects: objects.clone(),
        polarity: Named(*polarity),
        modality: Named(*modality),
    }
}

fn relation(relation: &Relation) -> v1::Relation {
    let Relation { kind, from, to } = *relation;
    v1::Relation {
        kind: Named(kind),
        from,
        to,
    }
}

fn sentence(wording: &SentenceWording, span: Span, place: &Place<'_>) -> v1::SentenceWording {
    let SentenceWording {
        dateline,
        context,
        flaw,
    } = *wording;
    let [start, end] = place.points(Span {
        start: span.start,
        end: span.start + dateline,
    });
    v1::SentenceWording {
        dateline: end - start,
        context: Named(context),
        flaw: flaw.map(Named),
    }
}

fn body(body: &StateBody) -> v1::StateBody<'_> {
    let StateBody { name, is_only } = body;
    v1::StateBody {
        name: str(name),
        is_only: *is_only,
    }
}

fn role(role: &RoleWording) -> v1::RoleWording<'_> {
    let RoleWording { office, is_elect } = role;
    v1::RoleWording {
        office: str(office),
        is_elect: *is_elect,
    }
}

fn context(context: &NumberContext) -> v1::NumberContext {
    let NumberContext {
        head,
        partitive,
        aspect,
        fate,
        is_definite,
        befell,
        part,
    } = *context;
    v1::NumberContext {
        head,
        partitive,
        aspect: aspect.map(Named),
        fate: fate.map(Named),
        is_definite,
        befell,
        part: Named(part),
    }
}

fn counted(counted: &Option<Counted>) -> Option<v1::Counted<'_>> {
    let Counted { noun, is_person } = counted.as_ref()?;
    Some(v1::Counted {
        noun: str(noun),
        is_person: *is_person,
    })
}

fn number(number: &NumberWording) -> v1::NumberWording<'_> {
    let NumberWording {
        context,
        counted,
        implied,
        gap,
        is_of_parties,
        is_age,
        restated,
    } = number;
    let restated = restated.as_deref().map(|r| {
        let Restated {
            context,
            implied,
            gap,
        } = r;
        v1::Restated {
            context: self::context(context),
            implied: self::counted(implied),
            gap: optional(gap),
        }
    });
    v1::NumberWording {
        context: self::context(context),
        counted: self::counted(counted),
        implied: self::counted(implied),
        gap: optional(gap),
        is_of_parties: *is_of_parties,
        is_age: *is_age,
        restated,
    }
}

fn figure<'a>(figure: &'a FigureWording, place: &Place<'_>) -> v1::FigureWording<'a> {
    let FigureWording {
        key,
        turns,
        is_level,
        basis,
        is_as_of,
    } = figure;
    v1::FigureWording {
        key: key.iter().map(|k| str(k)).collect(),
        turns: turns.iter().copied().map(Named).collect(),
        is_level: *is_level,
        basis: basis.map(|s| place.points(s)),
        is_as_of: *is_as_of,
    }
}

fn source(source: &SourceWording, place: &Place<'_>) -> v1::SourceWording {
    let SourceWording { kind, office } = *source;
    v1::SourceWording {
        kind: Named(kind),
        office: office.map(|s| place.points(s)),
    }
}

fn event(event: &EventWording) -> v1::EventWording<'_> {
    let EventWording {
        name,
        opens,
        closes,
        object,
        targets,
        told,
        link,
    } = event;
    let name = name.as_ref().map(|n| {
        let EventName { noun, is_general } = n;
        v1::EventName {
            noun: str(noun),
            is_general: *is_general,
        }
    });
    v1::EventWording {
        name,
        opens: Named(*opens),
        closes: Named(*closes),
        object: object.as_ref().map(phrase),
        targets: targets.iter().map(phrase).collect(),
        told: told.as_ref().map(clause),
        link: optional(link),
    }
}

fn clause(told: &ToldClause) -> v1::ToldClause<'_> {
    let ToldClause { subject, words, key } = told;
    v1::ToldClause {
        subject: optional(subject),
        words: str(words),
        key: key.iter().map(|k| str(k)).collect(),
    }
}

fn phrase(phrase: &Phrase) -> v1::Phrase<'_> {
    let Phrase {
        words,
        kind,
        is_owned,
        key,
    } = phrase;
    v1::Phrase {
        words: optional(words),
        kind: Named(*kind),
        is_owned: *is_owned,
        key: key.iter().map(|k| str(k)).collect(),
    }
}
