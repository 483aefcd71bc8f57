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
}

/// One entity.
pub(super) struct Who {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) country: Option<String>,
    pub(super) roles: Vec<Held>,
    pub(super) more_roles: usize,
    pub(super) spellings: Vec<String>,
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
        self::Group {
            id,
            title,
            cards,
            rows: Fold::new(them.into_iter().map(|e| who(c, e)).collect(), cap),
        }
    });
    groups.into_iter().filter(|g| !g.rows.is_empty()).collect()
}

fn who(c: &Context<'_>, e: &Entity) -> Who {
    let times: usize = e.names.iter().map(|n| n.count).sum();
    let others = e.names.iter().filter(|n| n.text != e.name);
    let code = e.country.as_deref();
    Who {
        id: key(e.id.as_str()),
        name: clean(&e.name),
        country: code.map(|code| country(code).map_or_else(|| clean(code), str::to_owned)),
        roles: e.roles.iter().take(4).map(|r| held(c, r)).collect(),
        more_roles: e.roles.len().saturating_sub(4),
        spellings: others.map(|n| clean(&n.text)).take(8).collect(),
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
