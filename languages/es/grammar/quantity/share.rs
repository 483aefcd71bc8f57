//! Shares: "%", "por ciento", "puntos porcentuales".

use dossier_model::{Point, UnitBase};

use super::scene::Scene;

/// The share that piece `k` begins, and its pieces.
pub(super) fn at(s: Scene<'_>, k: usize) -> Option<(UnitBase, usize)> {
    let point = |p| UnitBase::Point(p);
    Some(match s.word(k) {
        "%" | "porciento" => (UnitBase::Percent, 1),
        "por" if matches!(s.word(k + 1), "ciento" | "cien") => (UnitBase::Percent, 2),
        "punto" | "puntos" => match s.word(k + 1) {
            "porcentual" | "porcentuales" => (point(Point::Percentage), 2),
            "basico" | "basicos" => (point(Point::Basis), 2),
            _ => return None,
        },
        "pp" => (point(Point::Percentage), 1),
        "pb" => (point(Point::Basis), 1),
        _ => return None,
    })
}
