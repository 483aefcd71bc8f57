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

/// One story over one article that is out to break the page.
fn hostile() -> Dossier {
    let bad =
        "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u{1}\u{202e}\u{fdd0}&amp;{{7*7}}";
    let meta = ArticleDraft {
        source: bad.to_owned(),
        url: Some("javascript:alert(3)".to_owned()),
        outlet: Some(bad.to_owned()),
        agency: Some(bad.to_owned()),
        title: Some(bad.to_owned()),
        byline: Some(bad.to_owned()),
        published: None,
        language: None,
        ..ArticleDraft::default()
    };
    let article = support::article("a/<b>", meta, &[(BlockKind::Body, bad)]);
    let cite = Cite {
        article: article.id.clone(),
        span: Span::new(0, article.text().len()),
    };
    let story = Story {
        id: StoryId::new("../\"><x>"),
        title: bad.to_owned(),
        why: bad.to_owned(),
        period: None,
        articles: vec![article.id.clone()],
        origins: vec![Origin {
            id: OriginId::new(bad),
            articles: vec![article.id.clone()],
            kind: OriginKind::Own,
            why: bad.to_owned(),
        }],
        voices: vec![Voice {
            id: VoiceId::new(bad),
            name: bad.to_owned(),
            entity: Some(EntityId::new(bad)),
            kind: VoiceKind::Person,
            why: bad.to_owned(),
        }],
        copies: vec![Copy {
            from: cite.clone(),
            to: cite.clone(),
            words: 3,
            similarity: f64::NAN,
            direction: Direction::Unknown,
            kind: CopyKind::News,
            why: bad.to_owned(),
        }],
        entities: vec![Entity {
            id: EntityId::new(bad),
            kind: MentionKind::Person,
            name: bad.to_owned(),
            names: vec![NameCount {
                text: format!("{bad}2"),
                count: 1,
            }],
            country: Some(bad.to_owned()),
            roles: vec![Role {
                title: bad.to_owned(),
                organization: Some(bad.to_owned()),
                state: RoleState::Held,
                from: None,
                to: None,
                cites: Cites::one(cite.clone()),
            }],
            cites: Cites::one(cite.clone()),
            why: bad.to_owned(),
        }],
        events: vec![Event {
            id: EventId::new(bad),
            kind: EventType::Other,
            label: bad.to_owned(),
            plover: None,
            mode: None,
            status: Status::Denied,
            when: Some(support::when(None, None, WhenPrecision::Day, bad)),
            place: Some(EntityId::new("nobody")),
            participants: vec![],
            cites: Cites::one(cite.clone()),
            support: Support::default(),
            why: bad.to_owned(),
        }],
        figures: vec![Figure {
            id: FigureId::new(bad),
            measure: bad.to_owned(),
            unit: Some(Unit(bad.to_owned())),
            period: None,
            reports: vec![FigureReport {
                value: Some(f64::INFINITY),
                low: None,
                high: None,
                bound: Bound::Exact,
                unit: Some(Unit(bad.to_owned())),
                basis: Some(bad.to_owned()),
                voice: VoiceId::new(bad),
                cite: cite.clone(),
            }],
            series: None,
            agreement: Agreement::Different,
            why: bad.to_owned(),
            support: Support::default(),
        }],
        statements: vec![Statement {
            id: StatementId::new(bad),
            text: bad.to_owned(),
            reports: vec![StatementReport {
                cite: cite.clone(),
                voice: VoiceId::new(bad),
            }],
            support: support::support(1, 1, 1),
            why: bad.to_owned(),
        }],
        quotes: vec![Quotation {
            id: QuoteId::new(bad),
            words: bad.to_owned(),
            form: QuoteForm::Direct,
            cue: Some(bad.to_owned()),
            speaker: None,
            speaker_text: Some(bad.to_owned()),
            cite: cite.clone(),
        }],
        timeline: vec![TimelineRow {
            when: support::when(None, None, WhenPrecision::Day, bad),
            label: bad.to_owned(),
            refs: vec![TimelineRef::Event(EventId::new(bad))],
            cites: Cites::one(cite.clone()),
        }],
        digest: vec![Digest {
            text: bad.to_owned(),
            cites: Cites::one(cite),
            support: Support::default(),
            against: None,
        }],
    };
    Dossier {
        notes: vec![Note::new(bad, bad)],
        articles: vec![article],
        stories: vec![story],
    }
}

#[test]
fn what_an_article_holds_shows_as_text() {
    let pages = html::render(&hostile());
    assert_eq!(pages[1].path, "story-______x_.html");
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

#[test]
fn what_is_unknown_is_said_to_be() {
    let page = &html::render(&hostile())[1].body;
    for words in [
        "Date of the reports unknown",
        "<span class=\"unknown\">unknown</span>",
        "not identified",
    ] {
        assert!(page.contains(words), "{words}");
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
        "country unknown",
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
        id: StatementId::new(format!("st{i}")),
        text: sentence(i),
        reports: [0, 20, 40].map(|shift| report(i / 25 + shift, i)).to_vec(),
        support: support::support(3, 3, 1),
        why: "All name the same.".to_owned(),
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
    assert!(
        page.contains("class=\"matrix many\""),
        "sixty columns carry numbers"
    );
    assert!(!page.contains("id=\"article-1\" open"), "articles stand folded");
    assert!(page.len() < 5_000_000, "{} bytes", page.len());
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("large");
    std::fs::create_dir_all(&folder).expect("a folder in target");
    std::fs::write(folder.join("story-large.html"), page).expect("a page in target");
    std::fs::write(folder.join("index.html"), page).expect("a page in target");
}
