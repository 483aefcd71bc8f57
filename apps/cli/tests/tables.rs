//! The record as tables: CSV, SQLite, Parquet.
#![cfg(all(feature = "sqlite", feature = "parquet"))]

mod support;

use support::{BRIDGE, FERRY, Room};

fn room() -> Room {
    let room = Room::new();
    room.put("in/ferry.txt", FERRY)
        .put("in/again.txt", FERRY.replace("OSLO", "BERGEN"))
        .put("in/bridge.txt", BRIDGE);
    room
}

#[test]
fn each_format_has_the_same_tables() {
    let room = room();
    let all: Vec<Vec<String>> = ["csv", "parquet"]
        .iter()
        .map(|format| {
            let told = room.run(&["build", "in", "--format", format, "-o", format]);
            assert_eq!(told.code, Some(0), "{}", told.err);
            let names = room.names(format).into_iter();
            names
                .filter_map(|n| Some(n.strip_suffix(&format!(".{format}"))?.to_owned()))
                .collect()
        })
        .collect();
    assert_eq!(all[0], all[1]);
    let told = room.run(&["build", "in", "--format", "sqlite", "-o", "db"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.err.contains("dossier.db"), "{}", told.err);
    assert_eq!(room.names("db"), ["dossier.db", "dossier.json", "metadata.json"]);
    let file = std::fs::read(room.path("db/dossier.db")).expect("a file");
    assert!(file.starts_with(b"SQLite format 3\0"));
    let metadata: serde_json::Value = serde_json::from_str(&room.get("db/metadata.json")).expect("json");
    let told = metadata["databases"]["dossier"]["tables"]
        .as_object()
        .expect("tables");
    assert_eq!(told.keys().cloned().collect::<Vec<_>>(), all[0]);
    // The same articles give the same bytes.
    room.run(&[
        "build",
        "in/bridge.txt",
        "in/ferry.txt",
        "in/again.txt",
        "--format",
        "sqlite",
        "-o",
        "twin",
    ]);
    assert!(file == std::fs::read(room.path("twin/dossier.db")).expect("a file"));
}

#[test]
fn tables_of_doubts_go_with_their_doubts() {
    let room = room();
    room.run(&["build", "in", "--format", "csv", "-o", "out", "--confidence", "1"]);
    let doubts = |room: &Room| {
        room.names("out")
            .iter()
            .filter(|n| n.contains("_less_certain"))
            .count()
    };
    assert!(doubts(&room) > 0, "{:?}", room.names("out"));
    room.run(&["build", "in", "--format", "csv", "-o", "out", "--confidence", "0"]);
    assert_eq!(doubts(&room), 0, "{:?}", room.names("out"));
}
