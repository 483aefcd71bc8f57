//! The user's own file of joins and splits.

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
    let told = room.run(&["build", "in", "--entities", "names.toml", "--format", "json"]);
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
