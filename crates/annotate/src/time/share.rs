//! What expressions in a row lend each other: the year, "next".

use super::expression::{Expression, Link};
use super::shape::{Dir, Shape, Year};

/// Whether both expressions are the ends of one stretch.
pub(super) fn joined(a: &Expression, b: &Expression) -> bool {
    a.link == Link::Joined && a.shape.is_calendar() && b.shape.is_calendar()
}

/// Gives coordinated expressions what only one of them tells.
pub(super) fn share(found: &mut [Expression]) {
    for k in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(k);
        if let (Some(a), Some(b)) = (left.last_mut(), right.first_mut())
            && a.link != Link::Apart
            && let Some(y @ (Year::Is(_) | Year::Shift(_))) = b.shape.year()
        {
            a.shape.lend_year(y);
        }
    }
    for k in 1..found.len() {
        let (left, right) = found.split_at_mut(k);
        let (Some(a), Some(b)) = (left.last(), right.first_mut()) else {
            continue;
        };
        if let (
            Shape::Weekday { dir, .. },
            Shape::Weekday {
                dir: open @ Dir::Bare,
                ..
            },
        ) = (&a.shape, &mut b.shape)
            && a.link != Link::Apart
        {
            *open = *dir;
        }
        if joined(a, b)
            && let Some(y @ (Year::Is(_) | Year::Shift(_))) = a.shape.year()
        {
            b.shape.lend_year(y);
        }
    }
}
