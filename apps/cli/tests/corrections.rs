//! The user's own file of corrections: names to join and to split, and all the rest.

mod support;

use serde_json::Value;
use support::Room;

const ONE: &str = "OSLO, April 14, 2025 — Mayor Ana Ruiz opened the harbour bridge on Monday. “The bridge is open,” \
                   Ana Ruiz said.\n\nThe bridge over the sound cost 40 million euros, the harbour office said.\n";
const TWO: &str = "OSLO, April 14, 2025 — Anna Ruiz, a farmer, crossed the new harbour bridge on Monday. “The bridge \
                   is open,” Anna Ruiz said.\n\nThe bridge over the sound cost 40 million euros, the harbour office said.\n";

fn room(names: &str) -> Room {
    let room = Room::new();
    room.put("in/one.txt", ONE)
        .put("in/two.txt", TWO)
        .put("names.toml", names);
    room
}

/// The people of the record by name, each with its spellings and its reason.
fn people(record: &str) -> Vec<(String, usize, String)> {
    let record: Value = serde_json::from_str(record).expect("json");
    let text = |v: &Value| v.as_str().unwrap_or("").to_owned();
    let mut people: Vec<_> = record["stories"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|s| s["entities"].as_array().into_iter().flatten())
        .filter(|e| e["kind"] == "person")
        .map(|e| {
            (
                text(&e["name"]),
                e["names"].as_array().map_or(0, Vec::len),
                text(&e["why"]),
            )
        })
        .collect();
    people.sort();
    people
}

#[test]
fn a_join_is_kept_and_told() {
    let room = room("[[join]]\nnames = [\"Ana Ruiz\", \"Anna Ruiz\"]\nname = \"Ana Ruiz\"\n");
    let before = room.run(&["build", "in", "--format", "json"]);
    assert_eq!(people(&before.out).len(), 2, "{}", before.out);
    let told = room.run(&["build", "in", "--entities", "names.toml", "--format", "json"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let why = "Joined by names.toml: join 1 (“Ana Ruiz”, “Anna Ruiz”).";
    assert_eq!(people(&told.out), [("Ana Ruiz".to_owned(), 2, why.to_owned())]);
}

#[test]
fn a_split_is_kept_and_an_idle_entry_noted() {
    let room = room(
        "[[split]]\nnames = [\"Ana Ruiz\", \"Anna Ruiz\"]\n\n[[join]]\nnames = [\"Ion Popa\", \"I. Popa\"]\n",
    );
    let told = room.run(&["build", "in", "--corrections", "names.toml", "--format", "json"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let people = people(&told.out);
    assert_eq!(people.len(), 2);
    assert!(
        people
            .iter()
            .all(|p| p.2.contains("Kept apart by names.toml: split 1")),
        "{people:?}"
    );
    assert!(
        told.err
            .contains("names.toml: join 1 (“Ion Popa”, “I. Popa”) matched nothing"),
        "{}",
        told.err
    );
}

#[test]
fn a_bad_file_is_wrong_usage() {
    for (names, expected) in [
        ("[[join]]\nnames = [\"Ana Ruiz\"\n", "names.toml:"),
        (
            "[[join]]\nnmes = [\"Ana Ruiz\", \"Anna Ruiz\"]\n",
            "names.toml:2: unknown field `nmes`",
        ),
        (
            "[[split]]\nnames = [\"Ana Ruiz\"]\n",
            "names.toml:1: a split needs two different names",
        ),
    ] {
        let room = room(names);
        let told = room.run(&["build", "in", "--entities", "names.toml", "-o", "out"]);
        assert_eq!(told.code, Some(2), "{}", told.err);
        assert!(
            told.err.contains(expected) && told.err.contains("hint: "),
            "{}",
            told.err
        );
        assert!(!room.path("out").exists());
    }
    let told = room("").run(&["build", "in", "--entities", "nowhere.toml"]);
    assert_eq!(told.code, Some(2), "{}", told.err);
    assert!(told.err.contains("nowhere.toml: cannot be read"), "{}", told.err);
}

const FIRST: &str = "OSLO, April 14, 2025 — President Mara Ilven of Norway visited Peru on April 12. Some 4,000 drivers \
                     crossed the harbour bridge on the first day.\n\nThe bridge over the sound cost 40 million euros. “We \
                     waited for thirty years,” said Ana Ruiz.\n";
const SECOND: &str = "OSLO, April 15, 2025 — President Mara Ilven of Norway visited Peru on April 12. The bridge over the \
                      sound cost 45 million euros, the harbour office said.\n";
const OTHER: &str = "LIMA, April 14, 2025 — A strike closed the copper mine of Tarna on Monday. The union wants higher pay \
                     for the miners, its office said.\n";

/// The record of three articles with these corrections, and what was said about them.
fn corrected(corrections: &str) -> (Value, String) {
    let room = Room::new();
    room.put("in/first.txt", FIRST)
        .put("in/second.txt", SECOND)
        .put("in/other.txt", OTHER)
        .put("fixes.toml", corrections);
    let args = ["build", "in", "--corrections", "fixes.toml", "--format", "json"];
    let told = room.run(&args);
    assert_eq!(told.code, Some(0), "{}", told.err);
    // Again gives the same: no entry is held to the name of a row.
    assert_eq!(room.run(&args).out, told.out);
    (serde_json::from_str(&told.out).expect("json"), told.err)
}

/// All texts of a field in the rows of a kind.
fn texts(record: &Value, rows: &str, field: &str) -> Vec<String> {
    let stories = record["stories"].as_array().expect("stories").iter();
    let rows = stories.flat_map(|s| s[rows].as_array().into_iter().flatten());
    rows.map(|r| r[field].to_string()).collect()
}

fn cites(record: &Value, rows: &str) -> String {
    texts(record, rows, "cites").join("")
        + &texts(record, rows, "reports").join("")
        + &texts(record, rows, "cite").join("")
}

#[track_caller]
fn check_note(record: &Value, err: &str, source: &str, message: &str) {
    let notes = record["notes"].as_array().expect("notes");
    let is_there =
        |n: &&Value| n["source"] == source && n["message"].as_str().is_some_and(|m| m.contains(message));
    assert!(
        notes.iter().any(|n| is_there(&n)),
        "{message} is not in {notes:?}"
    );
    assert!(err.contains(source) && err.contains(message), "{err}");
}

#[test]
fn what_is_no_fact_is_gone_with_all_that_rests_on_it() {
    let (before, _) = corrected("");
    let first = "Some 4,000 drivers crossed the harbour bridge on the first day.";
    for (rows, kind, words) in [
        ("figures", "figure", first),
        ("quotes", "quote", "“We waited for thirty years,” said Ana Ruiz"),
        ("statements", "statement", first),
        (
            "events",
            "event",
            "President Mara Ilven of Norway visited Peru on April 12.",
        ),
    ] {
        let found = cites(&before, rows);
        let cite = found.match_indices("\"text\":\"").find_map(|(i, m)| {
            let text = found.get(i + m.len()..)?.split("\"}").next()?;
            text.starts_with(words.trim_end_matches('.'))
                .then(|| text.to_owned())
        });
        let words = cite.unwrap_or_else(|| panic!("{words} is not in {found}"));
        let (after, err) = corrected(&format!(
            "\n[[not-a-fact]]\nkind = \"{kind}\"\nwords = \"{words}\"\n"
        ));
        assert!(!cites(&after, rows).contains(&format!("\"{words}\"")), "{rows}");
        check_note(&after, &err, "fixes.toml:2", "is not a fact");
        // Only in another article: nothing happens, and that is told.
        let (same, err) = corrected(&format!(
            "[[not-a-fact]]\nkind = \"{kind}\"\nwords = \"{words}\"\narticle = \"in/other.txt\"\n"
        ));
        assert_eq!(same["stories"], before["stories"], "{rows}");
        check_note(&same, &err, "fixes.toml:1", "matched nothing");
    }
    let (after, err) = corrected("[[not-a-fact]]\nkind = \"entity\"\nwords = \"Ana Ruiz\"\n");
    assert!(!texts(&after, "entities", "name").contains(&"\"Ana Ruiz\"".to_owned()));
    assert!(texts(&after, "quotes", "speaker").iter().all(|s| s == "null"));
    check_note(&after, &err, "fixes.toml:1", "1 name left out");
}

#[test]
fn stories_are_joined_split_and_called_as_the_user_says() {
    let stories = |record: &Value| -> Vec<usize> {
        let all = record["stories"].as_array().expect("stories").iter();
        all.map(|s| s["articles"].as_array().map_or(0, Vec::len))
            .collect()
    };
    let (before, _) = corrected("");
    assert_eq!(stories(&before), [2, 1]);
    let (joined, err) = corrected("[[join]]\narticles = [\"in/first.txt\", \"in/other.txt\"]\n");
    assert_eq!(stories(&joined), [3]);
    assert!(
        joined["stories"][0]["why"]
            .as_str()
            .is_some_and(|w| w.starts_with("Joined by fixes.toml:1."))
    );
    check_note(&joined, &err, "fixes.toml:1", "corrected: 2 stories are one");
    let (split, err) = corrected("[[split]]\narticles = [\"in/second.txt\"]\n");
    assert_eq!(stories(&split), [1, 1, 1]);
    check_note(&split, &err, "fixes.toml:1", "a story of its own");
    let (called, err) = corrected("[[title]]\narticle = \"in/other.txt\"\ntitle = \"The mine of Tarna\"\n");
    assert_eq!(called["stories"][1]["title"], "The mine of Tarna");
    check_note(&called, &err, "fixes.toml:1", "is called “The mine of Tarna”");
}

#[test]
fn dates_of_articles_and_of_events_are_put_right() {
    let (record, err) = corrected("[[date]]\narticle = \"in/other.txt\"\ndate = \"2025-04-21\"\n");
    let articles = record["articles"].as_array().expect("articles");
    let other = articles
        .iter()
        .find(|a| a["source"] == "in/other.txt")
        .expect("the article");
    assert_eq!(other["published"]["value"], "2025-04-21");
    check_note(&record, &err, "fixes.toml:1", "was published on 2025-04-21");
    let (before, _) = corrected("");
    let event = &before["stories"][1]["events"][0];
    let words = event["cites"][0]["text"].as_str().expect("words");
    assert_eq!(event["when"]["from"], "2025-04-14");
    let (after, err) = corrected(&format!("[[date]]\nwords = \"{words}\"\ndate = \"2025-04-11\"\n"));
    assert_eq!(after["stories"][1]["events"][0]["when"]["from"], "2025-04-11");
    check_note(&after, &err, "fixes.toml:1", "is dated 2025-04-11");
}

#[test]
fn what_is_not_this_event_stands_apart() {
    let (before, _) = corrected("");
    let visit = "President Mara Ilven of Norway visited Peru on April 12.";
    let of = |record: &Value| -> Vec<usize> {
        let rows = texts(record, "events", "cites").into_iter();
        rows.map(|c| c.matches(visit).count())
            .filter(|&n| n > 0)
            .collect()
    };
    assert_eq!(of(&before), [2]);
    let (after, err) = corrected(&format!(
        "[[not-this-event]]\nwords = \"{visit}\"\narticle = \"in/second.txt\"\n"
    ));
    assert_eq!(of(&after), [1, 1]);
    check_note(&after, &err, "fixes.toml:1", "is kept apart");
}
