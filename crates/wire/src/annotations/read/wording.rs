//! The layer `wording`, from the wire: as many rows as the layers have that they go with.

use dossier_model::{
    Counted, EventName, EventWording, FigureWording, Frame, NumberContext, NumberWording, Phrase, Pole,
    Relation, Restated, RoleWording, Sense, Senses, SentenceWording, SourceWording, Span, StateBody,
    ToldClause, Wording,
};

use super::{Scope, owned, place_in, span_or_none};
use crate::Str;
use crate::annotations::v1;
use crate::error::{Error, Inside, Result, rows};
use crate::place::Place;

pub(super) fn wording(wire: v1::Wording<'_>, sentences: &[Span], scope: &Scope<'_>) -> Result<Wording> {
    let v1::Wording {
        token_senses,
        senses,
        frames,
        relations,
        sentences: each,
        bodies,
        roles,
        numbers,
        figures,
        sources,
        events,
    } = wire;
    check_length("token_senses", token_senses.len(), scope.tokens)?;
    check_length("sentences", each.len(), sentences.len())?;
    check_length("bodies", bodies.len(), scope.entities)?;
    check_length("roles", roles.len(), scope.roles)?;
    check_length("numbers", numbers.len(), scope.quantities)?;
    check_length("figures", figures.len(), scope.figures)?;
    check_length("sources", sources.len(), scope.quotes)?;
    check_length("events", events.len(), scope.events)?;
    let senses: Vec<Sense> = senses.into_iter().map(sense).collect();
    let count = senses.len();
    let places = rows("token_senses", token_senses, |at| {
        place_in(at, count, "senses").map(|_| at)
    })?;
    let each = each.into_iter().zip(sentences);
    Ok(Wording {
        senses: Senses::new(places, senses).unwrap_or_default(),
        frames: rows("frames", frames, |f| frame(f, scope))?,
        relations: rows("relations", relations, |r| relation(r, scope))?,
        sentences: rows("sentences", each, |(w, s)| sentence(w, *s, scope.place))?,
        bodies: bodies.into_iter().map(|b| b.map(body)).collect(),
        roles: roles.into_iter().map(role).collect(),
        numbers: rows("numbers", numbers, |n| number(n, scope))?,
        figures: rows("figures", figures, |f| figure(f, scope))?,
        sources: rows("sources", sources, |s| source(s, scope))?,
        events: events.into_iter().map(event).collect(),
    })
}

fn check_length(field: &str, rows: usize, with: usize) -> Result<()> {
    if rows == 0 || rows == with {
        return Ok(());
    }
    let problem = format!("has {rows} rows, and what they go with has {with}");
    Err(Error::new(problem, "a row for each, or none at all").inside(field))
}

fn sense(wire: v1::Sense<'_>) -> Sense {
    Sense {
        stem: wire.stem.into_owned(),
        groups: wire.groups,
        fate: wire.fate.map(|f| f.0),
        is_common_in_tolls: wire.is_common_in_tolls,
        poles: wire.poles.into_iter().map(pole).collect(),
        marks: wire.marks.into_iter().map(|m| m.0).collect(),
    }
}

fn pole(wire: v1::Pole) -> Pole {
    Pole {
        scale: wire.scale,
        side: wire.side,
        kind: wire.kind.0,
    }
}

fn token(at: u32, scope: &Scope<'_>) -> Result<u32> {
    place_in(at, scope.tokens, "tokens").map(|_| at)
}

fn token_or_none(at: Option<u32>, scope: &Scope<'_>) -> Result<Option<u32>> {
    at.map(|at| token(at, scope)).transpose()
}

fn frame(wire: v1::Frame, scope: &Scope<'_>) -> Result<Frame> {
    Ok(Frame {
        predicate: token(wire.predicate, scope).inside("predicate")?,
        subjects: rows("subjects", wire.subjects, |at| token(at, scope))?,
        objects: rows("objects", wire.objects, |at| token(at, scope))?,
        polarity: wire.polarity.0,
        modality: wire.modality.0,
    })
}

fn relation(wire: v1::Relation, scope: &Scope<'_>) -> Result<Relation> {
    let mention = |at: u32| place_in(at, scope.mentions, "mentions").map(|_| at);
    Ok(Relation {
        kind: wire.kind.0,
        from: mention(wire.from).inside("from")?,
        to: mention(wire.to).inside("to")?,
    })
}

fn sentence(wire: v1::SentenceWording, span: Span, place: &Place<'_>) -> Result<SentenceWording> {
    let [start, end] = place.points(span).map(|n| n as usize);
    let first = place
        .span([start, start + wire.dateline as usize])
        .inside("dateline")?;
    if first.end > span.end {
        let problem = format!(
            "{} is more than the sentence's {} code points",
            wire.dateline,
            end - start
        );
        return Err(Error::new(problem, "a dateline begins its sentence").inside("dateline"));
    }
    Ok(SentenceWording {
        dateline: first.end - first.start,
        context: wire.context.0,
        flaw: wire.flaw.map(|f| f.0),
    })
}

fn body(wire: v1::StateBody<'_>) -> StateBody {
    StateBody {
        name: wire.name.into_owned(),
        is_only: wire.is_only,
    }
}

fn role(wire: v1::RoleWording<'_>) -> RoleWording {
    RoleWording {
        office: wire.office.into_owned(),
        is_elect: wire.is_elect,
    }
}

fn context(wire: v1::NumberContext, scope: &Scope<'_>) -> Result<NumberContext> {
    Ok(NumberContext {
        head: token_or_none(wire.head, scope).inside("head")?,
        partitive: token_or_none(wire.partitive, scope).inside("partitive")?,
        aspect: wire.aspect.map(|a| a.0),
        fate: wire.fate.map(|f| f.0),
        is_definite: wire.is_definite,
        befell: wire.befell,
        part: wire.part.0,
    })
}

fn counted(wire: Option<v1::Counted<'_>>) -> Option<Counted> {
    wire.map(|c| Counted {
        noun: c.noun.into_owned(),
        is_person: c.is_person,
    })
}

fn number(wire: v1::NumberWording<'_>, scope: &Scope<'_>) -> Result<NumberWording> {
    let restated = |r: v1::Restated<'_>| {
        Ok(Box::new(Restated {
            context: context(r.context, scope).inside("context")?,
            implied: counted(r.implied),
            gap: owned(r.gap),
        }))
    };
    Ok(NumberWording {
        context: context(wire.context, scope).inside("context")?,
        counted: counted(wire.counted),
        implied: counted(wire.implied),
        gap: owned(wire.gap),
        is_of_parties: wire.is_of_parties,
        is_age: wire.is_age,
        restated: wire.restated.map(restated).transpose().inside("restated")?,
    })
}

fn figure(wire: v1::FigureWording<'_>, scope: &Scope<'_>) -> Result<FigureWording> {
    Ok(FigureWording {
        key: wire.key.into_iter().map(Str::into_owned).collect(),
        turns: wire.turns.into_iter().map(|t| t.0).collect(),
        is_level: wire.is_level,
        basis: span_or_none(wire.basis, scope.place).inside("basis")?,
        is_as_of: wire.is_as_of,
    })
}

fn source(wire: v1::SourceWording, scope: &Scope<'_>) -> Result<SourceWording> {
    Ok(SourceWording {
        kind: wire.kind.0,
        office: span_or_none(wire.office, scope.place).inside("office")?,
    })
}

fn event(wire: v1::EventWording<'_>) -> EventWording {
    EventWording {
        name: wire.name.map(|n| EventName {
            noun: n.noun.into_owned(),
            is_general: n.is_general,
        }),
        opens: wire.opens.0,
        closes: wire.closes.0,
        object: wire.object.map(phrase),
        targets: wire.targets.into_iter().map(phrase).collect(),
        told: wire.told.map(clause),
        link: owned(wire.link),
    }
}

fn clause(wire: v1::ToldClause<'_>) -> ToldClause {
    ToldClause {
        subject: owned(wire.subject),
        words: wire.words.into_owned(),
        key: wire.key.into_iter().map(Str::into_owned).collect(),
    }
}

fn phrase(wire: v1::Phrase<'_>) -> Phrase {
    Phrase {
        words: owned(wire.words),
        kind: wire.kind.0,
        is_owned: wire.is_owned,
        key: wire.key.into_iter().map(Str::into_owned).collect(),
    }
}
