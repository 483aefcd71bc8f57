//! How many outlets and how many reports of their own stand behind a story, in one line.

use dossier_model::{OriginKind, Story};

use crate::label::Label;
use crate::plain;

/// "8 outlets, 5 original reports, 3 reprints". Every article is counted once: as the first of its origin, as another
/// print of the same text, or as a further report of an outlet that is one origin. Where the outlet of an article is
/// not known, articles are counted in place of outlets.
pub(crate) fn tally(story: &Story, labels: &[Label]) -> String {
    let mut outlets: Vec<&str> = labels
        .iter()
        .filter(|l| l.is_outlet)
        .map(|l| l.name.as_str())
        .collect();
    let all_known = outlets.len() == labels.len();
    outlets.sort_unstable();
    outlets.dedup();
    let (mut reprints, mut further) = (0, 0);
    for origin in &story.origins {
        let more = origin.articles.len().saturating_sub(1);
        match origin.kind {
            OriginKind::Own => further += more,
            OriginKind::Agency | OriginKind::Copy => reprints += more,
        }
    }
    let mut parts = vec![if all_known {
        plain::count(outlets.len(), "outlet")
    } else {
        plain::count(labels.len(), "article")
    }];
    parts.push(plain::count(story.origins.len(), "original report"));
    if reprints > 0 {
        parts.push(plain::count(reprints, "reprint"));
    }
    if further > 0 {
        parts.push(format!(
            "{} of the same outlets",
            plain::count(further, "further report")
        ));
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{ArticleId, Origin, OriginId, StoryId};

    fn story(origins: &[(OriginKind, usize)]) -> Story {
        let origin = |&(kind, n): &(OriginKind, usize)| Origin {
            id: OriginId::new("o"),
            articles: (0..n).map(|i| ArticleId::new(i.to_string())).collect(),
            kind,
            why: String::new(),
            confidence: None,
        };
        Story {
            id: StoryId::new("s"),
            why: String::new(),
            title: String::new(),
            period: None,
            main: None,
            articles: vec![],
            origins: origins.iter().map(origin).collect(),
            voices: vec![],
            copies: vec![],
            entities: vec![],
            events: vec![],
            figures: vec![],
            statements: vec![],
            conflicts: vec![],
            quotes: vec![],
            timeline: vec![],
            digest: vec![],
        }
    }

    fn labels(names: &[Option<&str>]) -> Vec<Label> {
        let label = |n: &Option<&str>| Label {
            name: n.unwrap_or("“Ferry”").to_owned(),
            is_outlet: n.is_some(),
            day: None,
            apart: None,
        };
        names.iter().map(label).collect()
    }

    #[test]
    fn the_numbers_add_up_to_the_articles() {
        use OriginKind::*;
        let check = |origins: &[_], names: &[_], expected: &str| {
            assert_eq!(tally(&story(origins), &labels(names)), expected);
        };
        check(&[(Own, 1)], &[Some("A")], "1 outlet, 1 original report");
        check(
            &[(Own, 1), (Agency, 3), (Copy, 2)],
            &[Some("A"), Some("B"), Some("C"), Some("D"), Some("E"), Some("F")],
            "6 outlets, 3 original reports, 3 reprints",
        );
        check(
            &[(Own, 2), (Copy, 2)],
            &[Some("A"), Some("A"), Some("B"), Some("C")],
            "3 outlets, 2 original reports, 1 reprint, 1 further report of the same outlets",
        );
        check(
            &[(Own, 1), (Own, 1)],
            &[Some("A"), None],
            "2 articles, 2 original reports",
        );
    }
}
