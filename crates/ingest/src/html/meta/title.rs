//! A page's headline as its readers see it.

use dossier_model::Evidence;
use serde_json::Value;

use super::super::linked::Thing;
use super::super::survey::{Placed, Survey};
use super::clean_field;
use crate::blocks;

dossier_world::ranked!(TITLE_FIELDS = "html/fields_title.tsv");
dossier_world::words!(OUTLET_ENDS = "html/outlet_ends.txt");

/// What fields call the page, in the order in which they count.
pub(super) fn stated(survey: &Survey<'_>, things: &[&Thing]) -> Vec<(String, Evidence)> {
    let mut out: Vec<(String, Evidence)> = Vec::new();
    let article = things.first();
    for key in ["headline", "name"] {
        let text = article.and_then(|t| t.get(key)).and_then(Value::as_str);
        out.extend(text.map(|t| (clean_field(t), Evidence::JsonLd)));
    }
    for field in survey.all(&TITLE_FIELDS) {
        out.push((clean_field(&field.content), field.evidence));
    }
    out.push((clean_field(&survey.title), Evidence::Element));
    out.retain(|t| !t.0.is_empty());
    out
}

/// The headline, and the element that shows it.
pub(super) struct Headline<'h, 'd> {
    /// Its words, and how they are known.
    pub title: Option<(String, Evidence)>,
    /// Where it is shown.
    pub heading: Option<&'h Placed<'d>>,
}

/// The heading that says most of what a field states, else the field without the site's names around it. Fields are written for
/// search engines; a heading that shares nothing with them is another story's. `site` are keys of the site's names.
pub(super) fn find<'h, 'd>(
    survey: &'h Survey<'d>,
    stated: &[(String, Evidence)],
    site: &[String],
) -> Headline<'h, 'd> {
    let fields: Vec<Vec<String>> = stated.iter().map(|t| words(&t.0)).collect();
    let whole: Vec<String> = stated.iter().map(|t| blocks::key(&t.0)).collect();
    let first: Vec<&Placed<'d>> = survey
        .headings
        .iter()
        .filter(|h| h.node.qual_name_ref().is_some_and(|n| &*n.local == "h1"))
        .take(12)
        .collect();
    if let Some((text, placed)) = best(&first, &fields, &whole, site) {
        return Headline {
            title: Some((text, Evidence::Element)),
            heading: Some(placed),
        };
    }
    // A page that states nothing has the headline that it shows.
    if let ([only], true) = (first.as_slice(), stated.is_empty()) {
        let text = only.text();
        let key = blocks::key(&text);
        if key.len() >= 8 && !site.contains(&key) {
            return Headline {
                title: Some((text, Evidence::Element)),
                heading: Some(only),
            };
        }
    }
    let bare = stated
        .iter()
        .map(|t| (without_site(&t.0, stated, site), t.1))
        .find(|t| !t.0.is_empty());
    // Some set the site's name as first heading and the headline in another element.
    let others = survey
        .properties
        .iter()
        .filter(|(name, _)| name == "headline" || name == "name")
        .map(|(_, p)| p)
        .chain(survey.headings.iter())
        .take(64);
    let key = bare.as_ref().map(|b| blocks::key(&b.0)).unwrap_or_default();
    let shown = others.into_iter().find(|p| {
        let shown = blocks::key(&p.text());
        shown.len() >= 8 && (shown == key || whole.contains(&shown))
    });
    let title = match shown {
        Some(placed) => Some((placed.text(), Evidence::Element)),
        None => bare.map(|(t, e)| (shown_head(survey, &t).unwrap_or(t), e)),
    };
    Headline {
        title,
        heading: shown,
    }
}

/// The beginning of a title, up to a mark, that the page shows as a line of its own: what follows is a name of the site.
fn shown_head(survey: &Survey<'_>, title: &str) -> Option<String> {
    let mut heads: Vec<&str> = cuts(title).map(|c| c.0).collect();
    heads.reverse();
    heads.into_iter().take(4).find_map(|head| {
        let key = blocks::key(head);
        (key.len() >= 8 && survey.shows(&key)).then(|| head.trim().to_owned())
    })
}

fn best<'h, 'd>(
    headings: &[&'h Placed<'d>],
    fields: &[Vec<String>],
    whole: &[String],
    site: &[String],
) -> Option<(String, &'h Placed<'d>)> {
    let mut best: Option<((bool, usize), String, &Placed<'d>)> = None;
    for placed in headings {
        let text = placed.text();
        let own = words(&text);
        let key = blocks::key(&text);
        if key.len() < 8 || site.contains(&key) {
            continue;
        }
        let shared = fields.iter().map(|f| shared(&own, f)).max().unwrap_or(0);
        let enough = shared * 2 >= own.len() && (shared >= 2 || own.len() == 1 && shared == 1);
        // Some set the names of section and site as a first heading; both are in a page's title, too.
        let rank = (whole.contains(&key), shared);
        if enough && best.as_ref().is_none_or(|(most, ..)| rank > *most) {
            best = Some((rank, text, placed));
        }
    }
    best.map(|b| (b.1, b.2))
}

/// Whether what stands behind a title's words is a mark, and names of sections and of the site.
fn is_mark_behind(tail: &str) -> bool {
    cuts(tail).any(|(head, _, _)| head.trim().is_empty())
}

/// The places where a mark may part a headline from the names of section and site: what stands before the mark, what behind, and the
/// mark, in the order of the title. Marks stand between spaces; bars and low lines also without, and those of scripts that
/// have no spaces.
fn cuts(title: &str) -> impl Iterator<Item = (&str, &str, char)> {
    title.char_indices().filter_map(|(at, mark)| {
        let (head, rest) = (title.get(..at)?, title.get(at + mark.len_utf8()..)?);
        let spaced = head.ends_with(' ') || head.is_empty();
        let follows = rest.starts_with(' ');
        let dense =
            head.chars().next_back().is_some_and(is_dense) && rest.chars().next().is_some_and(is_dense);
        let parts = match mark {
            '_' | '|' | '｜' | '丨' | '│' => true,
            ':' => follows,
            '-' | '－' | '–' | '—' => spaced && follows || dense,
            '«' | '»' | '·' | '•' | '›' | '‹' | '―' | '‒' | '~' | '/' => spaced && follows,
            _ => false,
        };
        // "::" and "--" part as one mark does.
        parts.then(|| {
            (
                head.trim_end_matches([':', '-']),
                rest.trim_start_matches([':', '-']),
                mark,
            )
        })
    })
}

/// Whether a letter is of a script that puts no spaces between words.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '」' | '』' | '”' | '？' | '！' | '）' | '》')
}

/// A title without the names of the site at its ends, and without what another field does not repeat behind such a mark.
fn without_site(title: &str, stated: &[(String, Evidence)], site: &[String]) -> String {
    let mut out = title;
    // What another field says alone is the headline; the rest are names of sections and of the site.
    for (other, _) in stated {
        let tail = out.strip_prefix(other.as_str()).filter(|t| !t.is_empty());
        let whole =
            other.split(' ').count() >= 3 || other.chars().filter(|c| is_dense(*c)).count() >= LEAST_DENSE;
        if whole && tail.is_some_and(is_mark_behind) {
            out = other;
        }
    }
    let mut low = None;
    loop {
        // The last name first, so that no more than one is taken at a time.
        let all: Vec<_> = cuts(out).collect();
        let behind = all.iter().rev().find(|(head, tail, mark)| {
            let section =
                low == Some(*mark) && tail.chars().filter(|c| c.is_alphanumeric()).count() <= LONGEST_SECTION;
            !head.trim().is_empty() && (is_site(tail, site) || section || is_outlet_by_its_end(head, tail))
        });
        if let Some((head, _, mark)) = behind {
            // Behind the low line stand section and site, and no headline has one.
            low = low.or(Some(*mark).filter(|m| *m == '_'));
            out = head.trim();
            continue;
        }
        match all
            .iter()
            .find(|(head, tail, _)| is_site(head, site) && !tail.trim().is_empty())
        {
            Some((_, tail, _)) => out = tail.trim(),
            None => return out.trim().to_owned(),
        }
    }
}

/// Letters of a headline in a script without spaces, at least.
const LEAST_DENSE: usize = 6;

/// Letters of a section's name in such a script.
const LONGEST_SECTION: usize = 8;

/// Whether the last part of a title without spaces ends as names of outlets do: "…网", "…新聞", "…일보".
fn is_outlet_by_its_end(head: &str, tail: &str) -> bool {
    const LONGEST: usize = 12;
    let tail = tail.trim();
    let letters = tail.chars().filter(|c| is_dense(*c)).count();
    letters >= 2
        && tail.chars().count() <= LONGEST
        && !tail.contains(['，', '。', '、', '？', '！', ' '])
        && head.chars().filter(|c| is_dense(*c)).count() >= LEAST_DENSE
        && OUTLET_ENDS.iter().any(|end| tail.ends_with(end))
}

fn is_site(part: &str, site: &[String]) -> bool {
    let key = blocks::key(part);
    let bare = key.strip_prefix("the").unwrap_or(&key);
    key.len() >= 2
        && site.iter().any(|s| {
            *s == key
                || s == bare
                || key.len() >= 4 && s.contains(bare)
                || s.len() >= 4 && key.contains(s.as_str()) && key.len() < s.len() + 14
        })
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn shared(own: &[String], field: &[String]) -> usize {
    own.iter().filter(|w| field.contains(w)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let doc = Document::from(html);
        let survey = Survey::of(&doc);
        let site = ["harbournews".to_owned(), "harbour".to_owned()];
        let found = find(&survey, &stated(&survey, &[]), &site);
        assert_eq!(found.title.map(|t| t.0).as_deref(), Some(expected), "{html}");
    }

    #[test]
    fn the_heading_that_readers_see() {
        check(
            "<title>Ferry: May start for line | Harbour News</title><h1>Ferry line to start in May</h1>",
            "Ferry line to start in May",
        );
        check(
            "<title>Ferry line to start in May</title><h1>Harbour News</h1><h2>Ferry line to start in May</h2>",
            "Ferry line to start in May",
        );
        check(
            "<title>Ferry line to start</title><h1>Old pier closes</h1>",
            "Ferry line to start",
        );
        check(
            "<title>Ferry line to start - Coast and world: Harbour News</title><meta property=og:title content='Ferry line to start'>\
             <h1>Coast and world: Harbour News</h1><h1>Ferry line to start</h1>",
            "Ferry line to start",
        );
    }

    #[test]
    fn a_page_that_states_nothing() {
        check(
            "<h1>Ferry line to start in May</h1>",
            "Ferry line to start in May",
        );
    }

    #[test]
    fn fields_without_the_site() {
        for title in [
            "Ferry line to start – Harbour News",
            "Harbour News: Ferry line to start",
            "Ferry line to start | The Harbour News",
            "Ferry line to start|Harbour News",
            "Ferry line to start_Harbour News",
            "Ferry line to start • Harbour News",
            "Ferry line to start — Harbour News",
            "Ferry line to start :: Harbour News",
            "Ferry line to start / Harbour News",
        ] {
            check(&format!("<title>{title}</title>"), "Ferry line to start");
        }
        check(
            "<title>Ferry line to start | Coast | News | Harbour News</title><meta property=og:title content='Ferry line to start'>",
            "Ferry line to start",
        );
        for title in [
            "Ferry line - who pays?",
            "Harbour | Ferry line to start",
            "Ferry line to start: May it be",
            "Trade-war plans – and what the coast can do",
            "A/B test of ferries_old",
            "Coast news - what the Harbour Lines say - and what not",
        ] {
            let expected = title.strip_prefix("Harbour | ").unwrap_or(title);
            check(&format!("<title>{title}</title>"), expected);
        }
    }

    #[test]
    fn titles_of_scripts_without_spaces() {
        let site = [
            "港口新闻网".to_owned(),
            "港新聞".to_owned(),
            "항구일보".to_owned(),
        ];
        for (title, expected) in [
            (
                "东港市议会投票购买两艘电动渡轮_时政_港口新闻网",
                "东港市议会投票购买两艘电动渡轮",
            ),
            (
                "东港市议会投票购买两艘电动渡轮-港口新闻网",
                "东港市议会投票购买两艘电动渡轮",
            ),
            (
                "东港市议会投票购买两艘电动渡轮｜港口新闻网",
                "东港市议会投票购买两艘电动渡轮",
            ),
            (
                "东港市议会投票购买两艘电动渡轮|时政|海岸日报",
                "东港市议会投票购买两艘电动渡轮|时政",
            ),
            (
                "东港市议会投票购买两艘电动渡轮_新闻_海岸网",
                "东港市议会投票购买两艘电动渡轮",
            ),
            (
                "東港に電気フェリー2隻、町議会が購入を決定-港新聞",
                "東港に電気フェリー2隻、町議会が購入を決定",
            ),
            (
                "東港に電気フェリー2隻、町議会が購入を決定｜海岸ニュース",
                "東港に電気フェリー2隻、町議会が購入を決定",
            ),
            (
                "동항 의회, 전기 여객선 두 척 구매 결정 - 항구일보",
                "동항 의회, 전기 여객선 두 척 구매 결정",
            ),
            (
                "동항 의회, 전기 여객선 두 척 구매 결정|해안신문",
                "동항 의회, 전기 여객선 두 척 구매 결정",
            ),
            (
                "港口新闻网_东港市议会投票购买两艘电动渡轮",
                "东港市议会投票购买两艘电动渡轮",
            ),
            ("东港-西港航线将使用电动渡轮", "东港-西港航线将使用电动渡轮"),
            (
                "東港―西港の航路に電気船、町長「待った」",
                "東港―西港の航路に電気船、町長「待った」",
            ),
        ] {
            let doc = Document::from(format!("<title>{title}</title>"));
            let survey = Survey::of(&doc);
            let found = find(&survey, &stated(&survey, &[]), &site);
            assert_eq!(found.title.map(|t| t.0).as_deref(), Some(expected), "{title}");
        }
    }
}
