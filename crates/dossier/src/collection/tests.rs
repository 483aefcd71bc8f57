use super::*;

const ONE: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";
const TWO: &str = "The first ship will carry two hundred cars, the harbour office said.";

fn collected(sources: &[(&str, &str)]) -> Collection {
    let mut out = Collection::default();
    for (source, text) in sources {
        out.read(source, &mut text.as_bytes(), &Options::default());
    }
    out
}

fn shown(collection: Collection) -> Vec<String> {
    let (articles, mut notes) = collection.unique().into_parts();
    notes.sort();
    let articles = articles.iter().map(|a| a.meta.source.clone());
    articles
        .chain(notes.iter().map(|n| format!("{}: {}", n.source, n.message)))
        .collect()
}

#[test]
fn one_text_in_two_files_is_one_article() {
    let expected = vec![
        "a.txt".to_owned(),
        "b.txt: same text as a.txt, counted once".to_owned(),
    ];
    assert_eq!(shown(collected(&[("a.txt", ONE), ("b.txt", ONE)])), expected);
    assert_eq!(shown(collected(&[("b.txt", ONE), ("a.txt", ONE)])), expected);
}

#[test]
fn an_id_given_twice_names_no_article() {
    let row = |text: &str| format!("{{\"id\": \"7\", \"text\": \"{text}\"}}");
    let (one, two) = (row(ONE), row(TWO));
    let forth = collected(&[("a.jsonl", &one), ("b.jsonl", &two)]).unique();
    let back = collected(&[("b.jsonl", &two), ("a.jsonl", &one)]).unique();
    let ids = |c: &Collection| c.articles().iter().map(|a| a.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&forth).len(), 2);
    assert!(ids(&forth).iter().all(|id| id.len() == 16));
    assert_eq!(ids(&forth), ids(&back));
    assert_eq!(forth.notes().len(), 2);
}
/// Rows of one export, as the same whatever their order.
fn check(rows: &[serde_json::Value], expected: &[&str]) -> Collection {
    let mut made: Vec<Collection> = Vec::new();
    for turned in [false, true] {
        let mut lines: Vec<(usize, String)> = rows.iter().map(|r| r.to_string()).enumerate().collect();
        if turned {
            lines.reverse();
        }
        let mut all = Collection::default();
        for (i, line) in lines {
            all.read(&format!("{i}.jsonl"), &mut line.as_bytes(), &Options::default());
        }
        made.push(all.unique());
    }
    let told = |c: &Collection| -> Vec<String> {
        let row = |a: &Article| {
            let also: String = a.meta.also.iter().map(|s| format!(" = {s}")).collect();
            format!("{}{also}", a.meta.source)
        };
        let mut told: Vec<String> = c.articles().iter().map(row).collect();
        told.extend(c.earlier.iter().map(|a| format!("before: {}", row(a))));
        told.sort();
        told
    };
    let (back, forth) = (made.pop().expect("two"), made.pop().expect("two"));
    assert_eq!(told(&forth), expected);
    assert_eq!(told(&back), expected);
    assert_eq!(format!("{:?}", back.articles), format!("{:?}", forth.articles));
    forth
}

fn row(url: &str, outlet: &str, day: &str, text: &str) -> serde_json::Value {
    serde_json::json!({"url": url, "outlet": outlet, "published": day, "text": text})
}

#[test]
fn one_page_under_two_addresses_is_one_article_and_fields_are_filled() {
    let page = serde_json::json!({"url": "https://harbour.example/ferry?utm_source=x", "text": ONE});
    let amp = serde_json::json!({"url": "https://m.harbour.example/ferry/amp", "outlet": "Harbour News",
        "byline": "Ana Ruiz", "published": "2025-04-14", "text": ONE});
    let all = check(&[page, amp], &["0.jsonl:1 = 1.jsonl:1"]);
    let meta = &all.articles()[0].meta;
    assert_eq!(meta.outlet.as_deref(), Some("Harbour News"));
    assert_eq!(meta.byline.as_deref(), Some("Ana Ruiz"));
    assert_eq!(
        meta.published.map(|p| p.date.to_string()).as_deref(),
        Some("2025-04-14")
    );
    assert!(meta.url.as_deref().is_some_and(|u| u.contains("utm_source")));
    // The first had its outlet from its address alone.
    use dossier_model::{Evidence, Field};
    for field in [Field::Outlet, Field::Byline, Field::Published] {
        assert_eq!(meta.known.of(field), Some(Evidence::Record), "{field:?}");
    }
}

#[test]
fn one_text_twice_from_one_outlet_is_one_article() {
    let quoted = ONE.replace(' ', "  ");
    check(
        &[
            row("https://harbour.example/a", "Harbour News", "2025-04-14", ONE),
            row("https://harbour.example/b", "Harbour News", "2025-04-14", &quoted),
        ],
        &["0.jsonl:1 = 1.jsonl:1"],
    );
}

#[test]
fn one_text_of_two_outlets_is_two_articles() {
    check(
        &[
            row("https://harbour.example/a", "Harbour News", "2025-04-14", ONE),
            row("https://coast.example/a", "Coast Post", "2025-04-14", ONE),
        ],
        &["0.jsonl:1", "1.jsonl:1"],
    );
}

#[test]
fn a_number_put_right_is_no_repetition() {
    let (one, two) = (
        format!("{ONE} It costs 1.5 million."),
        format!("{ONE} It costs 15 million."),
    );
    check(
        &[
            row("https://harbour.example/a", "Harbour News", "2025-04-14", &one),
            row("https://harbour.example/b", "Harbour News", "2025-04-14", &two),
        ],
        &["0.jsonl:1", "1.jsonl:1"],
    );
}

#[test]
fn a_date_that_two_sources_contradict_stays_unknown() {
    let one = serde_json::json!({"url": "https://harbour.example/ferry", "text": ONE});
    let all = check(
        &[
            one,
            row("https://harbour.example/ferry", "Harbour News", "2025-04-14", ONE),
            row("https://harbour.example/ferry", "Harbour News", "2025-04-15", ONE),
        ],
        &["0.jsonl:1 = 1.jsonl:1 = 2.jsonl:1"],
    );
    assert!(all.articles()[0].meta.published.is_none());
}

#[test]
fn the_last_text_of_an_address_is_the_article_and_says_what_it_changed() {
    use dossier_model::{ChangeKind, VersionOrder};
    let (first, second) = (
        "https://harbour.example/ferry",
        "https://www.harbour.example/ferry/",
    );
    let before = format!(
        "{ONE}\n\nThe first ship will carry 200 cars, the office said on Monday.\n\nA third line stays."
    );
    let after = format!(
        "{ONE}\n\nThe first ship will carry 250 cars, the office said on Monday.\n\nA third line stays.\n\n{TWO}"
    );
    let all = check(
        &[
            row(second, "Harbour News", "2025-04-15", &after),
            row(first, "Harbour News", "2025-04-14", &before),
        ],
        &["0.jsonl:1", "before: 1.jsonl:1"],
    );
    let (late, early) = (&all.articles()[0], &all.earlier[0]);
    let version = late.meta.version.as_deref().expect("a version");
    assert_eq!(version.earlier.as_ref(), Some(&early.id));
    assert_eq!(
        early.meta.version.as_deref().and_then(|v| v.later.clone()),
        Some(late.id.clone())
    );
    assert_eq!(version.order, VersionOrder::Known);
    let changed: Vec<_> = (version.changes.iter())
        .map(|c| {
            (
                c.kind,
                c.before.map(|s| s.of(early.text())),
                c.after.map(|s| s.of(late.text())),
            )
        })
        .collect();
    assert_eq!(
        changed,
        [
            (
                ChangeKind::Changed,
                Some("The first ship will carry 200 cars, the office said on Monday."),
                Some("The first ship will carry 250 cars, the office said on Monday.")
            ),
            (ChangeKind::Added, None, Some(TWO)),
        ]
    );
    let note = &all.notes()[0];
    assert_eq!(note.source, "1.jsonl:1");
    assert_eq!(
        note.message,
        "earlier version of 0.jsonl:1 (1 paragraph added, 1 paragraph changed), facts are taken from the later one"
    );
}

#[test]
fn versions_of_one_day_are_told_to_be_of_no_known_order() {
    let url = "https://harbour.example/ferry";
    let all = check(
        &[
            row(url, "Harbour News", "2025-04-14", ONE),
            row(url, "Harbour News", "2025-04-14", &format!("{ONE}\n\n{TWO}")),
        ],
        &["1.jsonl:1", "before: 0.jsonl:1"],
    );
    assert!(
        all.notes()[0].message.contains("neither says which is later"),
        "{:?}",
        all.notes()
    );
}

#[test]
fn two_stories_under_one_rolling_address_are_two_articles() {
    let url = "https://harbour.example/latest";
    check(
        &[
            row(url, "Harbour News", "2025-04-14", ONE),
            row(url, "Harbour News", "2025-04-15", TWO),
        ],
        &["0.jsonl:1", "1.jsonl:1"],
    );
}

#[test]
fn an_export_s_id_stays_with_the_last_version() {
    let row = |day: &str, text: &str| serde_json::json!({"id": "7", "outlet": "Harbour News", "published": day, "text": text});
    let all = check(
        &[
            row("2025-04-14", ONE),
            row("2025-04-15", &format!("{ONE}\n\n{TWO}")),
        ],
        &["1.jsonl:1", "before: 0.jsonl:1"],
    );
    assert_eq!(all.articles()[0].id.as_str(), "7");
    assert_eq!(all.earlier[0].id.as_str().len(), 16);
}

#[test]
fn a_stream_drops_what_was_there_and_links_versions() {
    let url = "https://harbour.example/ferry";
    let mut all = Collection::default();
    for (i, text) in [ONE, ONE, &format!("{ONE}\n\n{TWO}")].iter().enumerate() {
        let line = row(url, "Harbour News", "2025-04-14", text).to_string();
        all.read(&format!("{i}.jsonl"), &mut line.as_bytes(), &Options::default());
    }
    let mut seen = Seen::default();
    let taken: Vec<_> = all.articles.into_iter().map(|a| seen.take(a)).collect();
    let first = taken[0].as_ref().expect("new").id.clone();
    assert_eq!(
        taken[1].as_ref().expect_err("known").message,
        "same text as 0.jsonl:1, left out"
    );
    let version = taken[2]
        .as_ref()
        .expect("new")
        .meta
        .version
        .as_deref()
        .expect("a version");
    assert_eq!(version.earlier, Some(first));
}

#[test]
fn the_date_of_the_change_tells_which_text_is_later() {
    let row = |modified: &str, text: &str| {
        serde_json::json!({"url": "https://harbour.example/ferry", "published": "2025-04-14T08:00:00Z",
            "modified": modified, "text": text})
    };
    let (long, short) = (format!("{ONE}\n\n{TWO}"), ONE);
    let all = check(
        &[
            row("2025-04-14T09:00:00+00:00", &long),
            row("2025-04-14T12:00:00+02:00", short),
        ],
        &["1.jsonl:1", "before: 0.jsonl:1"],
    );
    let version = all.articles()[0].meta.version.as_deref().expect("a version");
    assert_eq!(version.order, dossier_model::VersionOrder::Known);
    // A change before the publication is a slip.
    let slip = check(&[row("2025-04-13T09:00:00Z", ONE)], &["0.jsonl:1"]);
    assert!(slip.articles()[0].meta.modified.is_none());
}

mod order {
    use proptest::prelude::*;

    use super::*;

    /// Rows that share addresses, outlets, ids, days and texts.
    fn row() -> impl Strategy<Value = String> {
        let text = prop::sample::select(vec![
            ONE.to_owned(),
            TWO.to_owned(),
            format!("{ONE}\n\n{TWO}"),
            format!("{ONE}\n\nA third line stays."),
            ONE.replace("May", "June"),
        ]);
        let url = prop::sample::select(vec![
            "",
            "https://harbour.example/a",
            "https://m.harbour.example/a/amp",
            "https://coast.example/b",
        ]);
        let outlet = prop::sample::select(vec!["", "Harbour News", "Coast Post"]);
        let day = prop::sample::select(vec!["", "2025-04-14", "2025-04-15", "2025-04-15T08:00:00Z"]);
        let id = prop::sample::select(vec!["", "7", "8"]);
        (text, url, outlet, day, id).prop_map(|(text, url, outlet, day, id)| {
            serde_json::json!({"text": text, "url": url, "outlet": outlet, "published": day, "id": id})
                .to_string()
        })
    }

    fn told(rows: &[(usize, String)]) -> String {
        let mut all = Collection::default();
        for (i, line) in rows {
            all.read(&format!("{i}.jsonl"), &mut line.as_bytes(), &Options::default());
        }
        let mut all = all.unique();
        all.earlier.sort_by(|a, b| a.id.cmp(&b.id));
        all.notes.sort();
        let ids: std::collections::BTreeSet<_> = all
            .articles
            .iter()
            .chain(&all.earlier)
            .map(|a| a.id.clone())
            .collect();
        assert_eq!(
            ids.len(),
            all.articles.len() + all.earlier.len(),
            "no id stands for two"
        );
        let known = |id: &Option<dossier_model::ArticleId>| id.as_ref().is_none_or(|id| ids.contains(id));
        for article in all.articles.iter().chain(&all.earlier) {
            assert!(
                article
                    .meta
                    .version
                    .as_ref()
                    .is_none_or(|v| known(&v.earlier) && known(&v.later))
            );
        }
        // Whoever is told once is told no other way the second time.
        let again = all.clone().unique();
        assert_eq!(format!("{:?}", again.articles), format!("{:?}", all.articles));
        format!("{:?}\n{:?}\n{:?}", all.articles, all.earlier, all.notes)
    }

    proptest! {
        #[test]
        fn the_order_of_the_input_changes_nothing(rows in prop::collection::vec(row(), 1..9), turn in 0usize..9) {
            let mut rows: Vec<(usize, String)> = rows.into_iter().enumerate().collect();
            let before = told(&rows);
            let by = turn % rows.len();
            rows.rotate_left(by);
            prop_assert_eq!(&told(&rows), &before);
            rows.reverse();
            prop_assert_eq!(&told(&rows), &before);
        }
    }
}
