use dossier_model::{Copy, CopyKind, Direction};

use super::context::{Chip, Context, Fold};
use super::diff::{Run, shared_words};
use crate::clean::clean;
use crate::plain;

/// Passages shown side by side; the rest is only listed.
const SIDE_BY_SIDE: usize = 60;

/// What stands in two articles.
pub(super) struct Copies {
    pub(super) rows: Fold<Passage>,
    /// How many more there are.
    pub(super) left_out: usize,
}

/// One passage.
pub(super) struct Passage {
    pub(super) words: String,
    pub(super) similarity: String,
    pub(super) arrow: &'static str,
    pub(super) direction: &'static str,
    pub(super) why: String,
    pub(super) from: Side,
    pub(super) to: Side,
}

/// The passage in one article.
pub(super) struct Side {
    pub(super) chip: Option<Chip>,
    pub(super) runs: Vec<Run>,
}

pub(super) fn copies(c: &Context<'_>) -> Copies {
    // What sites repeat is no copied news.
    let news = c.story.copies.iter().filter(|p| p.kind == CopyKind::News);
    let mut copies: Vec<&Copy> = news.collect();
    copies.sort_by_key(|p| std::cmp::Reverse(p.words));
    let left_out = copies.len().saturating_sub(SIDE_BY_SIDE);
    copies.truncate(SIDE_BY_SIDE);
    Copies {
        rows: Fold::new(copies.into_iter().map(|p| passage(c, p)).collect(), 4),
        left_out,
    }
}

fn passage(c: &Context<'_>, p: &Copy) -> Passage {
    let (from, to) = shared_words(&clean(c.words(&p.from)), &clean(c.words(&p.to)));
    let (arrow, direction) = match p.direction {
        Direction::Known => ("→", "from the first to the second"),
        Direction::Unknown => ("↔", "direction unknown"),
    };
    Passage {
        words: plain::count(p.words, "shared word"),
        similarity: format!("{}%", (p.similarity.clamp(0.0, 1.0) * 100.0).floor()),
        arrow,
        direction,
        why: clean(&p.why),
        from: Side {
            chip: c.chip(&p.from),
            runs: from,
        },
        to: Side {
            chip: c.chip(&p.to),
            runs: to,
        },
    }
}
