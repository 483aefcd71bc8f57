//! Reading at length: lists of addresses, notes and sums, and a run that is stopped.

mod support;

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use support::{FERRY, Room};

const MAP: &str = r#"<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://harbour.example/ferry</loc><news:news><news:publication><news:name>Harbour News</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-04-14</news:publication_date><news:title>Ferry line to open</news:title></news:news></url></urlset>"#;

#[test]
fn links_gives_what_a_sitemap_lists() {
    let room = Room::new();
    room.put("map.xml", MAP).put("ferry.txt", FERRY);
    let told = room.run(&["links", "map.xml", "ferry.txt"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let row: serde_json::Value = serde_json::from_str(told.out.trim()).expect("one line");
    assert_eq!(row["url"], "https://harbour.example/ferry");
    assert_eq!(row["title"], "Ferry line to open");
    assert_eq!(row["outlet"], "Harbour News");
    assert_eq!(row["published"]["value"], "2025-04-14");
    assert_eq!(row.get("index"), None);
    assert_eq!(room.run(&["links", "ferry.txt"]).code, Some(1));
}

#[test]
fn what_was_skipped_is_counted_and_every_note_can_be_had() {
    let room = Room::new();
    let rows: String = (0..80).map(|i| format!("{{\"title\": \"{i}\"}}\n")).collect();
    room.put("in/rows.jsonl", rows)
        .put("in/ferry.txt", FERRY)
        .put("in/noise.bin", [0_u8; 64]);
    let told = room.run(&["extract", "in", "--notes", "notes.jsonl"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(
        told.err.contains("read 1 text; skipped 80 rows: 80 "),
        "{}",
        told.err
    );
    assert!(
        told.err.contains("more notes; hint") || told.err.contains("--notes FILE"),
        "{}",
        told.err
    );
    assert!(told.err.lines().count() < 60, "{}", told.err);
    let notes = room.get("notes.jsonl");
    assert_eq!(notes.lines().count(), 81);
    assert!(
        notes
            .lines()
            .all(|l| serde_json::from_str::<serde_json::Value>(l).is_ok())
    );
}

#[test]
fn a_run_that_is_stopped_leaves_whole_lines() {
    let room = Room::new();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("dossier"))
        .args(["extract", "-", "-o", "out.jsonl"])
        .current_dir(room.root())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("spawn");
    let mut pipe = child.stdin.take().expect("pipe");
    // Rows without end, until nobody reads any more.
    let writer = std::thread::spawn(move || {
        for i in 0_u64.. {
            let row = serde_json::json!({"text": FERRY.replace("200", &i.to_string())}).to_string() + "\n";
            if pipe.write_all(row.as_bytes()).is_err() {
                return i;
            }
        }
        0
    });
    std::thread::sleep(Duration::from_millis(700));
    let pid = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .is_ok_and(|s| s.success())
    );
    let done = child.wait_with_output().expect("end");
    let err = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(130), "{err}");
    assert!(writer.join().expect("writer") > 0);
    assert!(err.contains("stopped after"), "{err}");
    let lines = room.get("out.jsonl");
    assert!(lines.ends_with('\n') && lines.lines().count() > 0);
    assert!(
        lines
            .lines()
            .all(|l| serde_json::from_str::<serde_json::Value>(l).is_ok())
    );
    assert_eq!(room.names("."), ["out.jsonl"], "nothing half written is left");
}
