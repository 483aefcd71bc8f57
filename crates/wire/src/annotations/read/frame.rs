//! The layer `frames`, from a line.

use std::borrow::Cow;

use dossier_model::{Argument, Predicate};

use super::{Scope, place_in};
use crate::annotations::v1;
use crate::error::{Inside, Result, rows};

pub(super) fn predicate(wire: v1::Predicate<'_>, scope: &Scope<'_>) -> Result<Predicate> {
    Ok(Predicate {
        token: token(wire.token, scope).inside("token")?,
        sense: Cow::Owned(wire.sense.into_owned()),
        confidence: wire.confidence,
        arguments: rows("arguments", wire.arguments, |a| argument(a, scope))?,
    })
}

fn argument(wire: v1::Argument, scope: &Scope<'_>) -> Result<Argument> {
    Ok(Argument {
        role: wire.role.0,
        form: wire.form.0,
        head: token(wire.head, scope).inside("head")?,
        span: scope.span(wire.span).inside("span")?,
        confidence: wire.confidence,
    })
}

fn token(at: u32, scope: &Scope<'_>) -> Result<u32> {
    place_in(at, scope.tokens, "tokens").map(|_| at)
}
