//! The record keeps its shape and its promise: every cite's words are where it says.

mod support;

use dossier_model::*;
use dossier_publish::{findings, json};
use proptest::prelude::*;
use serde_json::Value;

/// Calls `check` on every object that looks like a cite.
fn each_cite(value: &Value, check: &mut impl FnMut(&str, usize, usize, &str)) {
    match value {
        Value::Array(items) => items.iter().for_each(|v| each_cite(v, check)),
        Value::Object(fields) => {
            if let (Some(article), Some(start), Some(end), Some(text)) = (
                fields.get("article"),
                fields.get("start"),
                fields.get("end"),
                fields.get("text"),
            ) {
                let number = |v: &Value| v.as_u64().expect("an offset") as usize;
                check(
                    article.as_str().expect("an id"),
                    number(start),
                    number(end),
                    text.as_str().expect("words"),
                );
            }
            fields.values().for_each(|v| each_cite(v, check));
        }
        _ => {}
    }
}

/// Every cite holds; gives how many there were.
fn check_cites(json: &str) -> usize {
    dossier_testing::check_record(json);
    let record: Value = serde_json::from_str(json).expect("the record is JSON");
    let text_of = |id: &str| -> Vec<char> {
        let articles = record["articles"].as_array().expect("a list");
        let article = articles
            .iter()
            .find(|a| a["id"] == id)
            .expect("a cited article is there");
        article["text"].as_str().expect("text").chars().collect()
    };
    let mut seen = 0;
    each_cite(&record["stories"], &mut |article, start, end, words| {
        let text = text_of(article);
        assert_eq!(text[start..end].iter().collect::<String>(), words);
        seen += 1;
    });
    seen
}

#[test]
fn the_words_of_each_cite_are_where_it_says() {
    assert!(check_cites(&json::render(&support::dossier())) > 100);
}

proptest! {
    #[test]
    fn on_any_text_too(text in "(\\PC|\\n|[\u{300}-\u{310}]|[🇦-🇿]|đ|ệ){1,400}", a in 0usize..400, b in 0usize..400) {
        let boundary = |n: usize| text.char_indices().map(|(at, _)| at).nth(n).unwrap_or(text.len());
        let (start, end) = (boundary(a.min(b)), boundary(a.max(b)));
        let article = support::article("aa", ArticleDraft::default(), &[(BlockKind::Body, &text)]);
        let cite = Cite { article: article.id.clone(), span: Span::new(start, end) };
        let story = Story {
            main: None,
            statements: vec![Statement {
                background: None,
                id: StatementId::new("st1"),
                text: text.clone(),
                reports: vec![StatementReport { cite, voice: VoiceId::new("v1") }],
                support: Support::default(),
                why: String::new(),
                confidence: None,
            }],
            ..empty_story()
        };
        let dossier = Dossier { notes: vec![], articles: vec![article], stories: vec![story] };
        prop_assert_eq!(check_cites(&json::render(&dossier)), 1);
    }
}

fn empty_story() -> Story {
    Story {
        main: None,
        id: StoryId::new("s"),
        title: String::new(),
        why: String::new(),
        period: None,
        articles: vec![],
        origins: vec![],
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

#[test]
fn the_record_does_not_depend_on_when_it_is_written() {
    assert_eq!(
        json::render(&support::dossier()),
        json::render(&support::dossier())
    );
}

#[test]
fn only_a_summary_is_said_to_be_one() {
    let mut dossier = support::dossier();
    assert!(!json::render(&dossier).contains("\"extent\""));
    dossier.articles[0].meta.extent = dossier_model::Extent::Summary;
    assert_eq!(
        json::render(&dossier).matches("\"extent\": \"summary\"").count(),
        1
    );
}

/// The keys of the first object of each list, in the order they are written, as one line a path.
fn shape(json: &str) -> String {
    // serde_json sorts keys when it parses, so the order is read from the text: two spaces a level.
    let mut path: Vec<String> = Vec::new();
    let mut seen: Vec<(String, Vec<String>)> = Vec::new();
    for line in json.lines() {
        let depth = (line.len() - line.trim_start().len()) / 2;
        let Some((key, _)) = line
            .trim_start()
            .strip_prefix('"')
            .and_then(|l| l.split_once("\": "))
        else {
            continue;
        };
        path.truncate(depth - 1);
        path.resize(depth - 1, "*".to_owned());
        let place = path.join("/");
        path.push(key.to_owned());
        match seen.iter_mut().find(|s| s.0 == place) {
            Some((_, keys)) if keys.iter().any(|k| k == key) => {}
            Some((_, keys)) => keys.push(key.to_owned()),
            None => seen.push((place, vec![key.to_owned()])),
        }
    }
    let lines = seen
        .iter()
        .map(|(place, keys)| format!("{place}: {}\n", keys.join(" ")));
    lines.collect()
}

#[test]
fn keys_stand_in_the_order_of_the_format() {
    let expected = "\
: format generator notes articles stories
generator: name version
notes/*: source message
articles/*: id source url outlet agency title byline published language text words blocks
articles/*/published: value precision basis
articles/*/blocks/*: kind start end
stories/*: id why title period articles origins voices copies entities events figures statements conflicts quotes timeline digest
stories/*/period: from to
stories/*/origins/*: id articles kind why
stories/*/voices/*: id name entity kind why
stories/*/copies/*: from to words similarity direction kind why
stories/*/copies/*/from: article start end text
stories/*/copies/*/to: article start end text
stories/*/entities/*: id kind name names country roles cites why
stories/*/entities/*/names/*: text count
stories/*/entities/*/roles/*: title organization state from to cites
stories/*/entities/*/roles/*/cites/*: article start end text
stories/*/entities/*/cites/*: article start end text
stories/*/events/*: id type label plover status when place participants why cites support
stories/*/events/*/plover: event mode
stories/*/events/*/when: from to precision text
stories/*/events/*/participants/*: entity role
stories/*/events/*/cites/*: article start end text
stories/*/events/*/support: articles origins voices
stories/*/figures/*: id measure unit unit_code period reports series agreement why support
stories/*/figures/*/reports/*: value low high bound unit unit_code basis voice cite
stories/*/figures/*/reports/*/cite: article start end text
stories/*/figures/*/support: articles origins voices
stories/*/figures/*/period: from to precision text
stories/*/statements/*: id text reports support why
stories/*/statements/*/reports/*: cite voice
stories/*/statements/*/reports/*/cite: article start end text
stories/*/statements/*/support: articles origins voices
stories/*/quotes/*: id words form cue speaker speaker_text cite denies
stories/*/quotes/*/cite: article start end text
stories/*/timeline/*: when label refs cites
stories/*/timeline/*/when: from to precision text
stories/*/timeline/*/cites/*: article start end text
stories/*/digest/*: text cites support against
stories/*/digest/*/cites/*: article start end text
stories/*/digest/*/support: articles origins voices
";
    assert_eq!(shape(&json::render(&support::dossier())), expected);
}

#[test]
fn numbers_and_unknowns_are_written_plainly() {
    let record: Value = serde_json::from_str(&json::render(&support::dossier())).expect("JSON");
    let story = &record["stories"][0];
    assert_eq!(
        story["figures"][0]["reports"][0]["value"].to_string(),
        "12400000000"
    );
    assert_eq!(story["figures"][7]["reports"][0]["value"], Value::Null);
    assert_eq!(story["figures"][7]["reports"][0]["low"].to_string(), "0.6");
    assert!(
        story["events"][3]
            .as_object()
            .expect("an event")
            .contains_key("place")
    );
    assert_eq!(story["events"][3]["place"], Value::Null);
    assert_eq!(record["articles"][0]["published"]["value"], "2031-03-01");
}

#[test]
fn each_article_and_copy_is_one_line() {
    let dossier = support::dossier();
    let lines = dossier
        .articles
        .iter()
        .map(findings::extract)
        .chain(findings::copies(&dossier, findings::Reasons::Told));
    let lines: Vec<String> = lines
        .chain([findings::cluster("x", &StoryId::new("s"), None)])
        .collect();
    assert_eq!(lines.len(), 6 + 2 + 1);
    for line in &lines {
        assert!(!line.contains('\n'), "{line}");
        serde_json::from_str::<Value>(line).expect("JSON");
    }
    assert_eq!(
        lines.last().map(String::as_str),
        Some(r#"{"id":"x","story":"s"}"#)
    );
}

#[test]
fn a_line_of_read_has_the_keys_of_the_manual() {
    let article = support::articles().remove(0);
    let whole = article.blocks()[2].span;
    let mut tokens = TokensBuilder::default();
    tokens.push(whole, Upos::Noun, "x", None, Deprel::Root);
    let annotated = AnnotatedArticle {
        notes: Annotations {
            sentences: vec![whole],
            tokens: tokens.build(),
            ..Annotations::default()
        },
        article,
    };
    let line = findings::read(&annotated);
    let at = |key: &str| {
        line.find(&format!("\"{key}\":"))
            .unwrap_or_else(|| panic!("{key} in {line}"))
    };
    let keys = [
        "id",
        "source",
        "text",
        "sentences",
        "tokens",
        "mentions",
        "times",
        "quantities",
        "quotes",
        "events",
    ];
    assert!(keys.windows(2).all(|k| at(k[0]) < at(k[1])), "{line}");
    assert!(
        line.contains(r#""lemma":"x","upos":"NOUN","head":-1,"deprel":"root""#),
        "{line}"
    );
}
