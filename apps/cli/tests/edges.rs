//! Unlucky moments: runs that were killed, folders of others, outputs among inputs, names that are alike but for letters.

mod support;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::{BRIDGE, FERRY, Room};

/// Files of a folder, without what is hidden.
fn seen(room: &Room, folder: &str) -> Vec<String> {
    let names = room.names(folder).into_iter();
    names.filter(|n| !n.starts_with('.')).collect()
}

#[test]
fn pages_of_ids_in_other_scripts_have_names_of_their_own() {
    let room = Room::new();
    let line = |id: &str, words: &str| {
        let text = words.replace('\n', "\\n");
        format!("{{\"id\":\"{id}\",\"outlet\":\"{id}\",\"text\":\"{text}\"}}\n")
    };
    let all = [
        line("日本", FERRY),
        line("日木", BRIDGE),
        line(
            "x/é",
            "Storm closes school\n\nA storm tore the roof off the school of Little Quay on Sunday night, and forty children were sent home.",
        ),
        line(
            "x/è",
            "Mayor of Northhaven resigns\n\nThe mayor of Northhaven resigned on Thursday over the bill for a stadium that was never built.",
        ),
    ];
    room.put("in.jsonl", all.concat());
    let told = room.run(&["build", "in.jsonl", "-o", "out", "--quiet"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let pages = seen(&room, "out");
    assert_eq!(
        pages.iter().filter(|n| n.starts_with("story-")).count(),
        4,
        "{pages:?}"
    );
    assert!(pages.iter().all(|n| n.is_ascii()), "{pages:?}");
    let index = room.get("out/index.html");
    for page in pages.iter().filter(|n| n.starts_with("story-")) {
        assert!(index.contains(page.as_str()), "{page} is not in the index");
    }
}

#[test]
fn another_form_in_the_same_folder_leaves_nothing_of_the_first() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    for (form, file) in [
        ("html", "index.html"),
        ("csv", "events.csv"),
        ("html", "index.html"),
    ] {
        let told = room.run(&["build", "ferry.txt", "-o", "out", "--format", form, "--quiet"]);
        assert_eq!(told.code, Some(0), "{}", told.err);
        let names = room.names("out");
        assert!(names.iter().any(|n| n == file), "{names:?}");
        assert!(
            form == "html" || !names.iter().any(|n| n.ends_with(".html")),
            "{names:?}"
        );
        assert!(
            form == "csv" || !names.iter().any(|n| n.ends_with(".csv")),
            "{names:?}"
        );
        assert!(!names.iter().any(|n| n.starts_with('.')), "{names:?}");
    }
}

#[test]
fn files_of_others_beside_the_pages_stay() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    assert_eq!(
        room.run(&["build", "ferry.txt", "-o", "out", "--quiet"]).code,
        Some(0)
    );
    room.put("out/mine.txt", "mine").put("out/story-old.html", "old");
    assert_eq!(
        room.run(&["build", "ferry.txt", "-o", "out", "--quiet"]).code,
        Some(0)
    );
    let names = room.names("out");
    assert!(
        names.contains(&"mine.txt".to_owned()) && !names.contains(&"story-old.html".to_owned()),
        "{names:?}"
    );
    assert!(
        names.contains(&"index.html".to_owned()) && !names.iter().any(|n| n.starts_with('.')),
        "{names:?}"
    );
}

#[test]
fn the_folder_that_one_stands_in_is_written() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    std::fs::create_dir(room.path("here")).expect("folder");
    for _ in 0..2 {
        let mut command = room.command();
        command.current_dir(room.path("here"));
        let done = command
            .args(["build", "../ferry.txt", "-o", ".", "--quiet"])
            .output()
            .expect("run");
        assert_eq!(
            done.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    assert!(seen(&room, "here").contains(&"index.html".to_owned()));
}

#[cfg(unix)]
#[test]
fn a_folder_whose_parent_may_not_be_written_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    std::fs::create_dir_all(room.path("shut/out")).expect("folder");
    let mode =
        |m| std::fs::set_permissions(room.path("shut"), std::fs::Permissions::from_mode(m)).expect("mode");
    mode(0o555);
    let told = room.run(&["build", "ferry.txt", "-o", "shut/out", "--quiet"]);
    mode(0o755);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(room.names("shut/out").contains(&"index.html".to_owned()));
    assert!(!room.names("shut/out").iter().any(|n| n.starts_with('.')));
}

#[test]
fn what_a_killed_run_left_is_removed_by_the_next_one() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    for left in [".out.1-0.tmp", ".out.4242-7.tmp", ".out.4242.tmp"] {
        room.put(&format!("{left}/story-half.html"), "half");
    }
    room.put(".lines.jsonl.99-0.tmp", "half")
        .put(".out.mine.tmp", "mine");
    assert_eq!(
        room.run(&["build", "ferry.txt", "-o", "out", "--quiet"]).code,
        Some(0)
    );
    assert_eq!(
        room.run(&["extract", "ferry.txt", "-o", "lines.jsonl", "--quiet"])
            .code,
        Some(0)
    );
    assert_eq!(
        room.names("."),
        [".out.mine.tmp", "ferry.txt", "lines.jsonl", "out"]
    );
}

#[test]
fn two_runs_at_once_into_one_folder_leave_the_pages_of_one() {
    let room = Room::new();
    room.put("ferry.txt", FERRY).put("bridge.txt", BRIDGE);
    let start = |file: &str| {
        Command::new(assert_cmd::cargo::cargo_bin("dossier"))
            .current_dir(room.root())
            .args(["build", file, "-o", "out", "--quiet"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("spawn")
    };
    for _ in 0..3 {
        let both = [start("ferry.txt"), start("bridge.txt")];
        for run in both {
            let done = run.wait_with_output().expect("end");
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        }
        let names = room.names("out");
        assert_eq!(
            names.iter().filter(|n| n.starts_with("story-")).count(),
            1,
            "{names:?}"
        );
        let page = names.iter().find(|n| n.starts_with("story-")).expect("a page");
        assert!(room.get("out/index.html").contains(page.as_str()));
        assert_eq!(room.names("."), ["bridge.txt", "ferry.txt", "out"]);
    }
}

#[test]
fn a_dossier_among_the_articles_is_no_news() {
    let room = Room::new();
    room.put("in/ferry.txt", FERRY);
    assert_eq!(
        room.run(&["build", "in", "-o", "in/out", "--quiet"]).code,
        Some(0)
    );
    std::fs::copy(room.path("in/out/index.html"), room.path("in/copy.html")).expect("copy");
    std::fs::copy(room.path("in/out/dossier.json"), room.path("in/copy.json")).expect("copy");
    let told = room.run(&["extract", "in"]);
    assert_eq!(told.out.lines().count(), 1, "{}", told.out);
    for part in [
        "in/out: was written by this program",
        "in/copy.html: was written",
        "in/copy.json: was written",
    ] {
        assert!(told.err.contains(part), "{part:?} is not in\n{}", told.err);
    }
}

#[test]
fn an_output_among_the_articles_is_not_read() {
    let room = Room::new();
    room.put("in/ferry.txt", FERRY);
    for _ in 0..2 {
        assert_eq!(
            room.run(&["extract", "in", "-o", "in/all.jsonl", "--quiet"]).code,
            Some(0)
        );
        assert_eq!(room.get("in/all.jsonl").lines().count(), 1);
    }
}

#[test]
fn notes_do_not_replace_what_is_read() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    let told = room.run(&["extract", "ferry.txt", "--notes", "./ferry.txt"]);
    assert_eq!(told.code, Some(2), "{}", told.err);
    assert!(told.err.contains("is read as well"), "{}", told.err);
    assert_eq!(room.get("ferry.txt"), FERRY);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_a_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let room = Room::new();
    room.put("in/ferry.txt", FERRY).put("private/bridge.txt", BRIDGE);
    symlink(room.path("private/bridge.txt"), room.path("in/news.txt")).expect("link");
    symlink(room.path("private"), room.path("in/more")).expect("link");
    symlink("ferry.txt", room.path("in/again.txt")).expect("link");
    let told = room.run(&["read", "in"]);
    assert!(!told.out.contains("KARLSTAD"), "{}", told.out);
    assert_eq!(told.out.lines().count(), 2, "{}", told.out);
    for part in [
        "in/news.txt: leads out of the folder",
        "in/more: leads out of the folder",
    ] {
        assert!(told.err.contains(part), "{part:?} is not in\n{}", told.err);
    }
    // Named itself, it is read.
    assert!(room.run(&["read", "in/news.txt"]).out.contains("KARLSTAD"));
}

#[cfg(unix)]
#[test]
fn a_signal_ends_a_run_within_a_second() {
    let room = Room::new();
    let words = "Ana Ruiz, the president of Peru, visited Lima on Monday and signed twelve agreements, officials said. ";
    room.put(
        "long.txt",
        format!("Ana Ruiz visits Lima\n\n{}", words.repeat(20_000)),
    );
    for args in [
        &["read", "long.txt"][..],
        &["build", "long.txt", "-o", "out"],
        &["copies", "long.txt"],
    ] {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("dossier"))
            .current_dir(room.root())
            .args(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("spawn");
        std::thread::sleep(Duration::from_millis(600));
        let asked = Instant::now();
        let sent = Command::new("kill")
            .args(["-TERM", &child.id().to_string()])
            .status();
        assert!(sent.is_ok_and(|s| s.success()));
        let status = child.wait().expect("end");
        // Other tests share the processor.
        assert!(
            asked.elapsed() < Duration::from_secs(5),
            "{args:?}: {:?}",
            asked.elapsed()
        );
        assert!(matches!(status.code(), Some(0 | 130)), "{args:?}: {status}");
    }
    assert!(!room.names(".").iter().any(|n| n == "out"));
}
