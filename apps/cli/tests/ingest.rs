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
fn links_gives_what_a_feed_of_summaries_lists() {
    let room = Room::new();
    let item = "<item><title>Ferry line to open in May</title><link>https://harbour.example/ferry</link>\
        <description>Ministers of the two coasts agreed on Monday to open a ferry line.</description></item>";
    room.put(
        "feed.xml",
        format!("<rss version='2.0'><channel><title>Harbour News</title>{item}</channel></rss>"),
    );
    let told = room.run(&["links", "feed.xml"]);
    let row: serde_json::Value = serde_json::from_str(told.out.trim()).expect("one line");
    assert_eq!(
        (&row["url"], &row["source"]),
        (
            &"https://harbour.example/ferry".into(),
            &"feed.xml:entry 1".into()
        ),
        "{row}"
    );
}

/// One JSON line.
fn row(url: &str, day: &str, text: &str) -> String {
    serde_json::json!({"url": url, "outlet": "Harbour News", "published": day, "text": text}).to_string()
        + "\n"
}

#[test]
fn what_was_there_before_is_left_out_and_a_new_text_is_linked() {
    let room = Room::new();
    let url = "https://harbour.example/ferry";
    let update = FERRY.replace("200 cars", "250 cars");
    room.put("monday.jsonl", row(url, "2025-04-14", FERRY)).put(
        "tuesday.jsonl",
        row(
            "https://m.harbour.example/ferry?utm_source=x",
            "2025-04-14",
            FERRY,
        ) + &row(url, "2025-04-15", &update),
    );
    let told = room.run(&["extract", "monday.jsonl", "tuesday.jsonl"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let rows: Vec<serde_json::Value> = (told.out.lines())
        .map(|l| serde_json::from_str(l).expect("JSON"))
        .collect();
    assert_eq!(rows.len(), 2);
    assert!(
        told.err.contains("read 3 rows; left out 1 read before"),
        "{}",
        told.err
    );
    assert!(
        told.err
            .contains("tuesday.jsonl:1: same text as monday.jsonl:1, left out"),
        "{}",
        told.err
    );
    assert_eq!(
        rows[1]["version"],
        serde_json::json!({"earlier": rows[0]["id"], "order": "known"})
    );
    // The record has the last text as the article, and the one before with what has changed.
    let record = room.run(&["build", "tuesday.jsonl", "monday.jsonl", "--format", "json"]);
    let record: serde_json::Value = serde_json::from_str(&record.out).expect("a record");
    assert_eq!(record["articles"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        record["stories"][0]["articles"],
        serde_json::json!([rows[1]["id"]])
    );
    let last = record["articles"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|a| a["id"] == rows[1]["id"]);
    let version = &last.expect("the last version")["version"];
    assert_eq!(
        (&version["earlier"], &version["changed"]["rewritten"]),
        (&rows[0]["id"], &serde_json::json!(1))
    );
}

#[test]
fn notes_by_the_hundred_thousand_are_told_by_kind_and_written_in_full() {
    let room = Room::new();
    let rows: String = (0..120_000)
        .map(|i| {
            if i % 2 == 0 {
                format!("{{\"title\": \"{i}\"}}\n")
            } else {
                "{\n".to_owned()
            }
        })
        .collect();
    room.put(
        "rows.jsonl",
        rows + &row("https://harbour.example/ferry", "2025-04-14", FERRY),
    );
    let told = room.run(&["extract", "rows.jsonl", "--notes", "notes.jsonl"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.err.lines().count() < 20, "{}", told.err);
    assert!(told.err.contains("and 59,997 more like this"), "{}", told.err);
    assert!(told.err.contains("skipped 120,000 rows: "), "{}", told.err);
    assert_eq!(room.get("notes.jsonl").lines().count(), 120_000);
}

/// Sends a signal.
fn kill(signal: &str, pid: u32) {
    let sent = Command::new("kill").args([signal, &pid.to_string()]).status();
    assert!(sent.is_ok_and(|s| s.success()));
}

#[test]
fn a_run_that_waits_for_input_hears_the_request_to_end() {
    for signal in ["-INT", "-TERM"] {
        let room = Room::new();
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("dossier"))
            .args(["extract", "-"])
            .current_dir(room.root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("spawn");
        let mut pipe = child.stdin.take().expect("pipe");
        for i in 0..200 {
            let line = row("", "2025-04-14", &FERRY.replace("200", &i.to_string()));
            pipe.write_all(line.as_bytes()).expect("a reader");
            if i == 198 {
                // What is ready goes out when more comes in.
                std::thread::sleep(Duration::from_millis(700));
            }
        }
        std::thread::sleep(Duration::from_millis(500));
        kill(signal, child.id());
        // The pipe stays open: nothing ends the input.
        let done = child.wait_with_output().expect("end");
        drop(pipe);
        let err = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(130), "{signal}: {err}");
        let out = String::from_utf8_lossy(&done.stdout);
        assert!(
            out.ends_with('\n') && out.lines().count() > 0,
            "{signal}: {}",
            out.len()
        );
        assert!(
            out.lines()
                .all(|l| serde_json::from_str::<serde_json::Value>(l).is_ok())
        );
        assert!(err.contains("each is whole"), "{signal}: {err}");
    }
}

#[test]
fn a_record_that_is_stopped_while_it_is_made_is_not_written() {
    let room = Room::new();
    let mut rows = String::new();
    for i in 0..20_000 {
        let words = FERRY.replace("200", &i.to_string());
        rows += &row("", "2025-04-14", &format!("{words} {words} {words} {words}"));
    }
    room.put("rows.jsonl", &rows);
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("dossier"))
        .args(["build", "rows.jsonl", "--format", "json", "-o", "out.json"])
        .args(["--notes", "notes.jsonl"])
        .current_dir(room.root())
        .stderr(Stdio::piped())
        .spawn()
        .expect("spawn");
    std::thread::sleep(Duration::from_millis(1_500));
    assert_eq!(child.try_wait().expect("a child"), None, "it is at work");
    kill("-INT", child.id());
    let done = child.wait_with_output().expect("end");
    let err = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(130), "{err}");
    assert!(err.contains("stopped: nothing was written"), "{err}");
    assert!(!room.root().join("out.json").exists());
    let left: Vec<_> = std::fs::read_dir(room.root())
        .expect("a folder")
        .flatten()
        .collect();
    assert!(
        left.iter()
            .all(|f| !f.file_name().to_string_lossy().starts_with('.')),
        "{left:?}"
    );
}

#[test]
fn a_text_that_is_cut_off_by_the_end_is_not_written() {
    let room = Room::new();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("dossier"))
        .args(["extract", "-", "-o", "out.jsonl"])
        .current_dir(room.root())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("spawn");
    let mut pipe = child.stdin.take().expect("pipe");
    pipe.write_all(FERRY.as_bytes()).expect("a reader");
    std::thread::sleep(Duration::from_millis(300));
    kill("-INT", child.id());
    let done = child.wait_with_output().expect("end");
    drop(pipe);
    assert_eq!(done.status.code(), Some(130));
    assert_eq!(room.get("out.jsonl"), "");
}

#[cfg(unix)]
#[test]
fn a_folder_may_hold_anything() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let room = Room::new();
    room.put("in/ferry.txt", FERRY);
    let odd = room
        .path("in")
        .join(std::ffi::OsStr::from_bytes(b"br\xfccke\x1b[2J.txt"));
    std::fs::write(odd, support::BRIDGE).expect("file");
    assert!(
        Command::new("mkfifo")
            .arg(room.path("in/pipe"))
            .status()
            .is_ok_and(|s| s.success())
    );
    let _socket = std::os::unix::net::UnixListener::bind(room.path("in/socket")).expect("socket");
    symlink("/dev/zero", room.path("in/zero")).expect("link");
    symlink(room.path("in"), room.path("in/loop")).expect("link");
    symlink(room.path("in/a"), room.path("in/b")).expect("link");
    symlink(room.path("in/b"), room.path("in/a")).expect("link");
    symlink(room.path("nowhere"), room.path("in/gone")).expect("link");
    let told = room.run(&["extract", "in", "--notes", "notes.jsonl"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert_eq!(told.out.lines().count(), 2);
    for part in [
        "in/pipe: is a pipe, a socket or a device, skipped",
        "in/socket: is a pipe",
        "in/zero: leads out of the folder, skipped",
        "in/loop: links back to a folder above it",
        "in/gone: no such file or folder",
        "skipped 7 files: 7 that cannot be opened",
    ] {
        assert!(told.err.contains(part), "{part:?} is not in\n{}", told.err);
    }
    assert!(!told.err.contains('\u{1b}'), "{}", told.err);
    let shown = room.run(&["read", "in", "--show", "--quiet"]);
    assert!(
        !shown.out.contains('\u{1b}') && shown.out.contains("[2J"),
        "{}",
        shown.out
    );
}

#[test]
fn a_named_pipe_is_read() {
    let room = Room::new();
    assert!(
        Command::new("mkfifo")
            .arg(room.path("pipe"))
            .status()
            .is_ok_and(|s| s.success())
    );
    let path = room.path("pipe");
    let writer = std::thread::spawn(move || std::fs::write(path, FERRY));
    let told = room.run(&["extract", "pipe"]);
    assert_eq!(
        (told.code, told.out.lines().count()),
        (Some(0), 1),
        "{}",
        told.err
    );
    writer.join().expect("writer").expect("written");
}

#[test]
fn small_files_that_hold_much_are_read_one_by_one() {
    let room = Room::new();
    let text = FERRY.repeat(150);
    for name in 0..4 {
        let rows: String = (0..400)
            .map(|i| {
                row(
                    &format!("https://harbour.example/{name}-{i}"),
                    "2025-04-14",
                    &format!("Item {name}-{i}. {text}"),
                )
            })
            .collect();
        let plain = room.path(&format!("in/{name}.jsonl"));
        room.put(&format!("in/{name}.jsonl"), rows);
        assert!(
            Command::new("gzip")
                .arg(plain)
                .status()
                .is_ok_and(|s| s.success())
        );
    }
    let told = room.run(&["extract", "in"]);
    let order: Vec<String> = (told.out.lines())
        .map(|l| {
            serde_json::from_str::<serde_json::Value>(l).expect("JSON")["source"]
                .as_str()
                .unwrap_or("")
                .to_owned()
        })
        .collect();
    let expected: Vec<String> = (0..4)
        .flat_map(|n| (1..=400).map(move |i| format!("in/{n}.jsonl.gz:{i}")))
        .collect();
    assert_eq!(order, expected);
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
    kill("-INT", child.id());
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
