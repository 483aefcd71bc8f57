//! What goes wrong, and what is said about it. Never a panic, never half an output.

mod support;

use support::{BRIDGE, FERRY, Room};

#[track_caller]
fn check(room: &Room, args: &[&str], code: i32, parts: &[&str]) {
    let told = room.run(args);
    assert_eq!(told.code, Some(code), "{args:?}\n{}", told.err);
    for part in parts {
        assert!(told.err.contains(part), "{part:?} is not in\n{}", told.err);
    }
}

#[test]
fn nothing_usable() {
    let room = Room::new();
    std::fs::create_dir(room.path("empty")).expect("folder");
    check(
        &room,
        &["build", "empty", "-o", "out"],
        1,
        &["empty: holds no file", "no article found", "hint: "],
    );
    room.put("odd/list.txt", "Milk\nEggs\n")
        .put("odd/noise.bin", [0_u8, 1, 2, 3, 0, 255])
        .put("odd/void.txt", "");
    check(
        &room,
        &["build", "odd", "-o", "out"],
        1,
        &[
            "list.txt: no sentence in it, skipped",
            "noise.bin: is a binary file, skipped",
            "void.txt: is empty",
        ],
    );
    check(
        &room,
        &["read", "nowhere.txt"],
        1,
        &["nowhere.txt: no such file or folder"],
    );
    assert!(!room.path("out").exists());
}

#[test]
fn a_path_that_is_not_there_ends_the_run() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    for args in [
        &["build", "nowhere", "-o", "out"][..],
        &["build", "nowhere", "-o", "out", "--quiet"],
        &["build", "ferry.txt", "nowhere", "-o", "out"],
        &["extract", "ferry.txt", "nowhere", "-q"],
        &["cluster", "ferry.txt/x", "nowhere"],
    ] {
        check(
            &room,
            args,
            1,
            &["nowhere: no such file or folder", "--skip-missing"],
        );
        assert!(!room.path("out").exists());
    }
    check(
        &room,
        &["build", "ferry.txt", "nowhere", "-o", "out", "--skip-missing"],
        0,
        &["nowhere: no such file or folder", "1 article"],
    );
    check(
        &room,
        &["build", "nowhere", "-o", "none", "--skip-missing", "-q"],
        1,
        &["nowhere: no such file or folder", "no article found"],
    );
}

#[test]
fn an_address_is_not_fetched() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    let address = "https://harbour.example/ferry?day=4";
    check(
        &room,
        &["build", "ferry.txt", address, "-o", "out", "-q"],
        1,
        &[address, "is an address, and nothing is fetched", "save the page"],
    );
    check(
        &room,
        &["build", "ferry.txt", address, "-o", "out", "--skip-missing"],
        0,
        &["is an address, and nothing is fetched"],
    );
}

#[test]
fn one_bad_file_does_not_end_a_run() {
    let room = Room::new();
    room.put("in/ferry.txt", FERRY)
        .put("in/noise.bin", [0_u8; 64])
        .put("in/rows.jsonl", "{\"text\": \"");
    check(
        &room,
        &["build", "in", "-o", "out"],
        0,
        &[
            "noise.bin: is a binary file",
            "rows.jsonl:1: is no JSON",
            "1 article, 1 story",
        ],
    );
}

#[test]
fn invalid_utf8_is_read_with_a_note() {
    let room = Room::new();
    room.put(
        "caf\u{e9}.txt",
        b"The caf\xe9 on the old pier will be closed in May, the harbour office said on Monday.",
    );
    check(
        &room,
        &["extract", "caf\u{e9}.txt"],
        0,
        &["not valid UTF-8, read as windows-1252"],
    );
    assert!(
        room.run(&["extract", "caf\u{e9}.txt"])
            .out
            .contains("The café on")
    );
}

#[test]
fn one_text_twice_is_one_article() {
    let room = Room::new();
    room.put("a.txt", FERRY).put("b.txt", FERRY);
    check(
        &room,
        &["build", "b.txt", "a.txt", "-o", "out"],
        0,
        &["b.txt: same text as a.txt, counted once", "1 article"],
    );
}

#[test]
fn a_future_date_is_noted() {
    let room = Room::new();
    room.put(
        "ferry.jsonl",
        serde_json::json!({"text": BRIDGE, "published": "2190-01-02"}).to_string(),
    );
    check(
        &room,
        &["build", "ferry.jsonl", "-o", "out"],
        0,
        &["dated in the future (2190-01-02)"],
    );
}

#[test]
fn one_line_of_50_megabytes_is_cut() {
    let room = Room::new();
    room.put("long.txt", "word ".repeat(10_000_000));
    check(
        &room,
        &["extract", "long.txt", "-o", "long.jsonl"],
        0,
        &["longer than 10 MB and was cut"],
    );
}

#[cfg(unix)]
#[test]
fn a_text_is_cut_where_the_user_says() {
    let room = Room::new();
    room.put("long.txt", FERRY.repeat(1_500_000 / FERRY.len()));
    check(
        &room,
        &["read", "long.txt", "--max-article", "1"],
        0,
        &["long.txt", "cut"],
    );
    check(
        &room,
        &["read", "long.txt", "--max-article", "0"],
        2,
        &["--max-article"],
    );
}

#[test]
fn a_folder_that_may_not_be_read_is_noted() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    room.put("in/ferry.txt", FERRY)
        .put("in/locked/bridge.txt", BRIDGE);
    let set = |mode| {
        std::fs::set_permissions(room.path("in/locked"), std::fs::Permissions::from_mode(mode)).expect("mode")
    };
    set(0o000);
    let open = std::fs::read_dir(room.path("in/locked")).is_ok();
    let told = room.run(&["build", "in", "-o", "out"]);
    set(0o755);
    assert_eq!(told.code, Some(0));
    // The superuser may read it all.
    assert!(
        open || told.err.contains("locked: permission denied"),
        "{}",
        told.err
    );
}

#[test]
fn an_output_folder_is_replaced_only_where_it_is_ours() {
    let room = Room::new();
    room.put("ferry.txt", FERRY)
        .put("bridge.txt", BRIDGE)
        .put("mine/letter.txt", "keep me");
    check(
        &room,
        &["build", "ferry.txt", "-o", "mine"],
        2,
        &["mine: is a folder with other files in it", "hint: "],
    );
    assert_eq!(room.names("mine"), ["letter.txt"]);
    check(
        &room,
        &["build", "ferry.txt", "-o", "ferry.txt"],
        2,
        &["ferry.txt: is a file"],
    );
    std::fs::create_dir(room.path("out")).expect("folder");
    check(&room, &["build", "ferry.txt", "-o", "out"], 0, &[]);
    let first = room.names("out");
    room.put("out/notes.txt", "keep me too");
    check(&room, &["build", "bridge.txt", "-o", "out"], 0, &[]);
    let second = room.names("out");
    assert!(second.contains(&"notes.txt".to_owned()));
    let story = |names: &[String]| {
        names
            .iter()
            .find(|n| n.starts_with("story-"))
            .cloned()
            .expect("story")
    };
    assert_ne!(story(&first), story(&second));
    assert!(!second.contains(&story(&first)));
}

#[test]
fn the_output_inside_the_input_is_not_read_again() {
    let room = Room::new();
    room.put("in/ferry.txt", FERRY);
    check(&room, &["build", "in", "-o", "in/out"], 0, &["1 article"]);
    let first = room.get("in/out/dossier.json");
    check(
        &room,
        &["build", "in", "-o", "in/out"],
        0,
        &["1 article, 1 story, 0 notes"],
    );
    assert_eq!(room.get("in/out/dossier.json"), first);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    check(
        &room,
        &["build", "ferry.txt", "--format", "json", "-o", "/dev/full"],
        1,
        &["/dev/full: no space left on the disk"],
    );
    check(
        &room,
        &["extract", "ferry.txt", "-o", "/dev/full"],
        1,
        &["no space left"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_leaves_is_no_error() {
    let room = Room::new();
    room.put(
        "rows.jsonl",
        (0..400)
            .map(|i| serde_json::json!({"text": FERRY.replace("200", &i.to_string())}).to_string() + "\n")
            .collect::<String>(),
    );
    let bin = assert_cmd::cargo::cargo_bin("dossier");
    let done = std::process::Command::new("sh")
        .args([
            "-c",
            &format!(
                "{} extract rows.jsonl 2>err.txt | head -1 >/dev/null; cat err.txt",
                bin.display()
            ),
        ])
        .current_dir(room.root())
        .output()
        .expect("sh");
    assert_eq!(String::from_utf8_lossy(&done.stdout), "");
}

#[test]
fn wrong_usage() {
    let room = Room::new();
    check(&room, &["build"], 2, &["PATH"]);
    check(&room, &["build", "x", "--published", "soon"], 2, &["2025-04-14"]);
    check(&room, &["build", "x", "--jobs", "0"], 2, &["from 1 to 1024"]);
    check(&room, &["sing"], 2, &["sing"]);
}

#[test]
fn quiet_says_nothing_but_errors() {
    let room = Room::new();
    room.put("in/ferry.txt", FERRY).put("in/noise.bin", [0_u8; 64]);
    let told = room.run(&["build", "in", "-o", "out", "--quiet"]);
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
}
