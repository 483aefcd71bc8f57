//! The layer `frames`, from the domain.

use dossier_model::{Argument, Predicate};

use super::str;
use crate::Named;
use crate::annotations::v1;
use crate::place::Place;

pub(super) fn predicate<'a>(
    head: super::Head,
    predicate: &'a Predicate,
    place: &Place<'_>,
) -> v1::Predicate<'a> {
    let Predicate {
        token,
        sense,
        confidence,
        arguments,
    } = predicate;
    v1::Predicate {
        span: head.span,
        token: *token,
        sense: str(sense),
        confidence: *confidence,
        arguments: arguments.iter().map(|a| argument(a, place)).collect(),
    }
}

fn argument(argument: &Argument, place: &Place<'_>) -> v1::Argument {
    let Argument {
        role,
        form,
        head,
        span,
        confidence,
    } = *argument;
    v1::Argument {
        span: place.points(span),
        head,
        role: Named(role),
        form: Named(form),
        confidence,
    }
}
