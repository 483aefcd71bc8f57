//! The pages: complete, self-contained, and safe to open whatever an article holds.

#![allow(clippy::disallowed_methods, reason = "a browser reads the pages from files")]

mod support;

use std::collections::BTreeSet;

use dossier_model::*;
use dossier_publish::html;

/// Writes the pages where a person or a browser can open them.
fn written() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(&folder).expect("a folder in target");
    for page in html::render(&support::dossier()) {
        std::fs::write(folder.join(&page.path), &page.body).expect("a page in target");
    }
    folder
}

/// Values of an attribute, in order.
fn attributes(body: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let values = body.match_indices(&start).filter_map(|(at, _)| {
        let rest = body.get(at + start.len()..)?;
        rest.split('"').next().map(str::to_owned)
    });
    values.collect()
}

#[test]
fn there_is_an_index_and_a_page_a_story() {
    let folder = written();
    let pages = html::render(&support::dossier());
    let paths: Vec<&str> = pages.iter().map(|p| p.path.as_str()).collect();
    assert_eq!(paths, ["index.html", "story-s-a1c0ffee.html"]);
    assert!(pages[0].body.contains("href=\"story-s-a1c0ffee.html\""));
    assert!(folder.join("index.html").exists());
}

/// A dossier of many stories: the made one, again and again, every third told by one source.
fn many_stories(count: usize) -> Dossier {
    let mut dossier = support::dossier();
    let one = dossier.stories.remove(0);
    dossier.stories = (0..count)
        .map(|i| {
            let mut story = one.clone();
            story.id = StoryId::new(format!("s{i}"));
            story.title = format!("Story number {i}");
            if i % 3 == 0 {
                story.origins.truncate(1);
            }
            story
        })
        .collect();
    dossier
}

#[test]
fn an_index_of_many_stories_shows_the_first_in_full_and_the_rest_as_lines() {
    let count = 300;
    let pages = html::render(&many_stories(count));
    let index = &pages[0].body;
    assert_eq!(index.matches("<h3").count(), 60);
    assert_eq!(index.matches("class=\"fact\"").count(), count);
    let single = index
        .find("id=\"h-single\"")
        .expect("those that one source tells");
    assert_eq!(index[single..].matches("class=\"fact\"").count(), count / 3);
    assert!(index.contains("<select name=\"o\">"), "outlets to choose from");
    // Every story costs so many bytes: two thousand stay below a megabyte and a half.
    let bare = html::render(&many_stories(1))[0].body.len();
    assert!((index.len() - bare) / count < 700, "{} bytes", index.len());
}

#[test]
fn every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice() {
    for page in html::render(&support::dossier()) {
        let ids = attributes(&page.body, "id");
        let distinct: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "ids of {}", page.path);
        for href in attributes(&page.body, "href") {
            if let Some(id) = href.strip_prefix('#') {
                assert!(distinct.contains(&id.to_owned()), "{href} in {}", page.path);
            }
        }
    }
}

#[test]
fn nothing_is_fetched_from_anywhere() {
    for page in html::render(&support::dossier()) {
        for bad in [
            " src=",
            "@import",
            "url(",
            "<link",
            "<iframe",
            "<object",
            "fetch(",
            "XMLHttpRequest",
        ] {
            assert!(!page.body.contains(bad), "{bad} in {}", page.path);
        }
    }
}

/// What would break out of a page that trusted its articles.
const BAD: &str =
    "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u{1}\u{202e}\u{fdd0}&amp;{{7*7}}";

#[test]
fn what_an_article_holds_shows_as_text() {
    let pages = html::render(&support::hostile::dossier(BAD, "javascript:alert(3)"));
    assert_eq!(pages[1].path, "story-______x_-29358096a2f08324.html");
    for page in pages {
        for bad in [
            "<script>alert",
            "<img",
            "onerror=alert(2)>",
            "\"javascript:",
            "<x>",
        ] {
            let at = page.body.find(bad);
            // The words may stand there, but only between escaped marks.
            assert!(
                at.is_none() || bad.starts_with("onerror"),
                "{bad} in {}",
                page.path
            );
        }
        assert_eq!(page.body.matches("<script>").count(), 1, "{}", page.path);
        assert!(page.body.contains("&#60;script&#62;alert(1)"), "{}", page.path);
        let control = |c: char| c.is_control() && c != '\n' && c != '\t' || c == '\u{fdd0}';
        assert!(!page.body.contains(control), "{}", page.path);
    }
}

/// The first article of the fixture in a later version, with what the earlier one had besides.
fn versions() -> Dossier {
    let mut dossier = support::dossier();
    let late = dossier.articles[0].clone();
    let (headline, lead) = (late.blocks()[0].span, late.blocks()[2].span);
    let early_lead = lead.of(late.text()).replace("March 3 and 4", "March 5");
    let meta = ArticleDraft {
        source: "halden-courier/morning.txt".to_owned(),
        version: Some(Box::new(Version {
            later: Some(late.id.clone()),
            ..Version::default()
        })),
        ..ArticleDraft::default()
    };
    let early = support::article("a1c0ffee00000000", meta, &[(BlockKind::Body, &early_lead)]);
    let change = |kind, before, after| Change { kind, before, after };
    dossier.articles[0].meta.also = vec!["halden-courier/feed.xml:3".to_owned()];
    dossier.articles[0].meta.version = Some(Box::new(Version {
        earlier: Some(early.id.clone()),
        later: None,
        order: VersionOrder::Known,
        changes: vec![
            change(ChangeKind::Headline, None, Some(headline)),
            change(ChangeKind::Changed, Some(early.blocks()[0].span), Some(lead)),
        ],
    }));
    dossier.articles.push(early);
    dossier
}

#[test]
fn a_later_version_says_what_it_changed_and_an_earlier_one_is_no_article_of_its_own() {
    let dossier = versions();
    let pages = html::render(&dossier);
    for words in [
        "Updated version of halden-courier/morning.txt: another headline, 1 paragraph changed.",
        "<dt>Also at</dt><dd><bdi>halden-courier/feed.xml:3</bdi></dd>",
        "on March <mark>5,</mark> the first",
        "on March <mark>3 and 4,</mark> the first",
    ] {
        assert!(pages[1].body.contains(words), "{words}");
    }
    assert!(
        !pages[0].body.contains("morning.txt"),
        "an earlier version is in no list"
    );
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("versions");
    std::fs::create_dir_all(&folder).expect("a folder in target");
    std::fs::write(folder.join("story.html"), &pages[1].body).expect("a page in target");
    let record: serde_json::Value =
        serde_json::from_str(&dossier_publish::json::render(&dossier)).expect("JSON");
    let version = &record["articles"][0]["version"];
    assert_eq!(version["earlier"], "a1c0ffee00000000");
    assert_eq!(version["changed"]["rewritten"], 1);
    let (before, after) = (
        &version["changed"]["places"][1]["before"],
        &version["changed"]["places"][1]["after"],
    );
    assert_eq!(
        (&before["start"], after["start"].is_u64()),
        (&serde_json::json!(0), true)
    );
    assert_eq!(
        record["articles"][6]["version"],
        serde_json::json!({"later": "a1c0ffee00000001"})
    );
    assert!(record["articles"][1].get("version").is_none() && record["articles"][1].get("also").is_none());
}

#[test]
fn what_is_unknown_is_said_to_be() {
    let page = &html::render(&support::hostile::dossier(BAD, "javascript:alert(3)"))[1].body;
    assert!(page.contains("Date of the reports unknown"));
}

#[test]
fn a_page_has_its_views_and_what_is_unknown_stands_in_no_row() {
    let page = &html::render(&support::dossier())[1].body;
    for view in ["brief", "differences", "sources", "findings", "articles"] {
        assert_eq!(
            page.matches(&format!("data-view=\"{view}\"")).count(),
            1,
            "{view}"
        );
        assert!(page.contains(&format!("href=\"#{view}\"")), "{view}");
    }
    for words in [
        "country unknown",
        "when unknown",
        "not identified",
        "CONSULT",
        "outlet unknown",
        ">unknown<",
        " alike",
        "No. ",
    ] {
        assert!(!page.contains(words), "{words}");
    }
}

#[test]
fn an_empty_dossier_has_an_index() {
    let pages = html::render(&Dossier::default());
    assert_eq!(pages.len(), 1);
    assert!(pages[0].body.contains("No story was found."));
}

#[test]
fn the_figures_of_the_fixture_read_as_they_should() {
    let page = &html::render(&support::dossier())[1].body;
    for words in [
        "about US$12 billion",
        "US$12.4 billion",
        "18,000 people",
        "40%",
        "3–4 March 2031",
        "by 2038",
        "June 2031",
        "differ by basis",
        "Norway",
        "boilerplate, not used",
        "teaser, not used",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

/// Sixty articles and five hundred statements, each in three of them.
fn large() -> Dossier {
    let sentence = |i: usize| format!("Crew number {i} reached the pier before the tide turned.");
    let body = |a: usize| {
        (0..25)
            .map(|k| sentence(a * 25 + k))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let id = |a: usize| format!("{a:016x}");
    let articles: Vec<Article> = (0..60)
        .map(|a| {
            support::article(
                &id(a),
                ArticleDraft::default(),
                &[(BlockKind::Body, &body(a % 20))],
            )
        })
        .collect();
    let texts = support::Texts(&articles);
    let report = |a: usize, i: usize| StatementReport {
        cite: texts.cite(&id(a), &sentence(i)),
        voice: VoiceId::new("v"),
    };
    let statement = |i: usize| Statement {
        background: None,
        id: StatementId::new(format!("st{i}")),
        text: sentence(i),
        reports: [0, 20, 40].map(|shift| report(i / 25 + shift, i)).to_vec(),
        support: support::support(3, 3, 1),
        why: "All name the same.".to_owned(),
        confidence: None,
    };
    let mut story = support::dossier().stories.remove(0);
    story.articles = articles.iter().map(|a| a.id.clone()).collect();
    story.statements = (0..500).map(statement).collect();
    Dossier {
        notes: vec![],
        stories: vec![story],
        articles,
    }
}

#[test]
fn a_large_story_folds_what_nobody_reads_at_once() {
    let page = &html::render(&large())[1].body;
    let (before, _) = page
        .split_once("Show all 500</summary>")
        .expect("statements are folded");
    assert_eq!(before.matches("id=\"statement-").count(), 12);
    assert!(!page.contains("id=\"article-1\" open"), "articles stand folded");
    assert!(page.len() < 5_000_000, "{} bytes", page.len());
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("large");
    std::fs::create_dir_all(&folder).expect("a folder in target");
    std::fs::write(folder.join("story-large.html"), page).expect("a page in target");
    std::fs::write(folder.join("index.html"), page).expect("a page in target");
}

/// The views of a page by name, each with its part of the body.
fn views(page: &str) -> Vec<(&str, &str)> {
    let main = page.split("</main>").next().unwrap_or_default();
    let parts = main.split(" data-view=\"").skip(1);
    parts.filter_map(|p| p.split_once('"')).collect()
}

#[test]
fn every_anchor_stands_in_exactly_one_view() {
    let page = &html::render(&support::dossier())[1].body;
    let views = views(page);
    let names: Vec<&str> = views.iter().map(|v| v.0).collect();
    assert_eq!(names, ["brief", "differences", "sources", "findings", "articles"]);
    let mut kinds = BTreeSet::new();
    for id in attributes(page, "id") {
        let held = views
            .iter()
            .filter(|v| v.1.contains(&format!(" id=\"{id}\"")))
            .count();
        let kind = id.split('-').next().unwrap_or_default().to_owned();
        let is_row = [
            "event",
            "figure",
            "statement",
            "who",
            "quote",
            "denial",
            "article",
        ]
        .contains(&kind.as_str());
        let is_place = kind.len() > 1
            && matches!(kind.get(..1), Some("a" | "p"))
            && kind.get(1..).is_some_and(|n| n.parse::<usize>().is_ok());
        if is_row || is_place {
            assert_eq!(held, 1, "{id}");
            kinds.insert(kind.chars().filter(char::is_ascii_alphabetic).collect::<String>());
        }
    }
    assert!(kinds.len() >= 8, "{kinds:?}");
}

#[test]
fn differences_hold_both_sides_and_the_denial() {
    let page = &html::render(&support::dossier())[1].body;
    let views = views(page);
    let differences = views.iter().find(|v| v.0 == "differences").map_or("", |v| v.1);
    for words in [
        "differ by basis",
        "What is denied",
        "A defence ministry spokesman denied that troops had been moved",
        "Told by one article alone",
        "Sources that are described, not named",
    ] {
        assert!(differences.contains(words), "{words}");
    }
}

#[test]
fn sources_tell_how_many_and_who_has_how_much_from_whom() {
    let page = &html::render(&support::dossier())[1].body;
    let views = views(page);
    let view = |name: &str| views.iter().find(|v| v.0 == name).map_or("", |v| v.1);
    let tally = "5 original reports, 1 reprint";
    assert!(view("brief").contains(tally) && view("sources").contains(tally));
    for words in [
        "<b><bdi>TNA</bdi></b> → ",
        "Who has how much from whom",
        "taken from it: ",
        "given to it: ",
    ] {
        assert!(view("sources").contains(words), "{words}");
    }
}

#[test]
fn the_brief_stands_in_the_page_as_a_text_to_take_away() {
    let page = &html::render(&support::dossier())[1].body;
    for (id, words) in [("take-plain", "\n[1] "), ("take-markdown", "\n## Sources")] {
        let area = page
            .split(&format!("<textarea id=\"{id}\" readonly rows=\"8\">"))
            .nth(1);
        let text = area
            .and_then(|t| t.split("</textarea>").next())
            .unwrap_or_default();
        assert!(text.contains(words), "{id}: {text}");
        assert!(text.contains("5 original reports, 1 reprint."), "{id}: {text}");
    }
}

#[test]
fn print_gives_the_brief_and_the_differences() {
    let page = &html::render(&support::dossier())[1].body;
    let print = page.split("@media print{").nth(1).unwrap_or_default();
    assert!(print.contains(".view{display:none}"));
    assert!(print.contains(".view[data-view=brief],.view[data-view=differences]"));
}
