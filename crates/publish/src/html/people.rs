use dossier_model::{Entity, MentionKind, Role};

use super::context::{Chips, Context, Fold, key};
use crate::clean::clean;
use crate::country::country;
use crate::plain;

/// Entities of one kind.
pub(super) struct Group {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// Whether every row has room of its own, as people have.
    pub(super) cards: bool,
    pub(super) rows: Fold<Who>,
    /// How many more are named once, without an office.
    pub(super) once: usize,
    /// Read with less certainty.
    pub(super) doubtful: Vec<Who>,
}

/// One entity.
pub(super) struct Who {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) country: Option<String>,
    pub(super) roles: Vec<Held>,
    pub(super) more_roles: usize,
    /// Read with less certainty.
    pub(super) doubtful_roles: Vec<Held>,
    /// How sure it is, where that is less than a fact takes.
    pub(super) sureness: Option<String>,
    pub(super) spellings: Vec<String>,
    pub(super) times: usize,
    pub(super) mentions: String,
    pub(super) why: String,
    pub(super) chips: Chips,
}

/// An office.
pub(super) struct Held {
    pub(super) title: String,
    pub(super) organization: Option<String>,
    pub(super) dates: Option<String>,
    pub(super) chips: Chips,
}

pub(super) fn groups(c: &Context<'_>) -> Vec<Group> {
    use MentionKind::*;
    let groups: [(&'static str, &'static str, &[MentionKind], bool, usize); 4] = [
        ("people", "People", &[Person], true, 12),
        ("organizations", "Organisations", &[Organization], false, 12),
        ("places", "Places", &[Place], false, 12),
        (
            "others",
            "Groups, works and other names",
            &[Group, Work, Event, Other],
            false,
            8,
        ),
    ];
    let groups = groups.map(|(id, title, kinds, cards, cap)| {
        let mut them: Vec<&Entity> = c
            .story
            .entities
            .iter()
            .filter(|e| kinds.contains(&e.kind))
            .collect();
        // Those with a role and those most named first.
        them.sort_by_key(|e| std::cmp::Reverse(e.names.iter().map(|n| n.count).sum::<usize>()));
        let all = them.len();
        them.retain(|e| is_listed(e));
        let once = all - them.len();
        let (facts, doubtful): (Vec<&Entity>, Vec<&Entity>) =
            them.into_iter().partition(|e| c.is_fact(e.confidence));
        self::Group {
            id,
            title,
            cards,
            once,
            rows: Fold::new(facts.into_iter().map(|e| who(c, e)).collect(), cap),
            doubtful: doubtful.into_iter().map(|e| who(c, e)).collect(),
        }
    });
    groups
        .into_iter()
        .filter(|g| !g.rows.is_empty() || !g.doubtful.is_empty())
        .collect()
}

/// Whether a reader is told of it: it is named more than once, or holds an office.
pub(super) fn is_listed(e: &Entity) -> bool {
    !e.roles.is_empty() || e.names.iter().map(|n| n.count).sum::<usize>() > 1
}

fn who(c: &Context<'_>, e: &Entity) -> Who {
    let times: usize = e.names.iter().map(|n| n.count).sum();
    let others = e.names.iter().filter(|n| n.text != e.name);
    let code = e.country.as_deref();
    let (roles, doubtful): (Vec<&Role>, Vec<&Role>) = e.roles.iter().partition(|r| c.is_fact(r.confidence));
    Who {
        id: key(e.id.as_str()),
        name: clean(&e.name),
        country: code.map(|code| country(code).map_or_else(|| clean(code), str::to_owned)),
        more_roles: roles.len().saturating_sub(4),
        roles: roles.into_iter().take(4).map(|r| held(c, r)).collect(),
        doubtful_roles: doubtful.into_iter().map(|r| held(c, r)).collect(),
        sureness: c.sureness(e.confidence),
        spellings: others.map(|n| clean(&n.text)).take(8).collect(),
        times,
        mentions: plain::count(times, "mention"),
        why: clean(&e.why),
        chips: c.chips(e.cites.iter()),
    }
}

fn held(c: &Context<'_>, r: &Role) -> Held {
    Held {
        title: clean(&r.title),
        organization: r.organization.as_deref().map(clean),
        dates: plain::term(r),
        chips: c.chips(r.cites.iter()),
    }
}
