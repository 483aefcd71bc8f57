//! What was read once is not read again: `read --format wire`, `build --findings`.

mod support;

use std::io::Write;

use support::{BRIDGE, FERRY, Room};

/// Articles that other articles change: the same text twice, a later version, a day that one source alone states, and a
/// line at the foot of every article of an outlet.
fn room() -> Room {
    let room = Room::new();
    let row = |id: usize, url: &str, day: Option<&str>, text: &str| {
        let foot = "Follow our harbour desk for more news every day.";
        serde_json::json!({
            "id": id.to_string(), "url": url, "outlet": "Harbour News", "published": day, "text": format!("{text}\n\n{foot}"),
        })
        .to_string()
    };
    let more = [
        "A crane fell in Selby on Monday.",
        "Minister Pia Holm closed the pier on Friday.",
        "Three ships left for Oslo.",
    ];
    let mut rows = vec![
        row(1, "https://harbour.example/ferry", Some("2025-04-14"), FERRY),
        row(2, "https://www.harbour.example/ferry?utm_source=x", None, FERRY),
        row(3, "https://harbour.example/bridge", Some("2025-04-15"), BRIDGE),
        row(
            4,
            "https://harbour.example/bridge",
            Some("2025-04-16"),
            &format!("{BRIDGE}\nNobody was hurt, it said on Tuesday.\n"),
        ),
    ];
    for (i, text) in more.iter().enumerate() {
        rows.push(row(
            5 + i,
            &format!("https://harbour.example/{i}"),
            Some("2025-04-17"),
            text,
        ));
    }
    room.put("rows.jsonl", rows.join("\n"))
        .put("more/2025-04-14-ferry.txt", FERRY)
        .put(
            "more/łódź.txt",
            "Tố Hữu met Ana Ruiz in Łódź on Monday – “naïve”, she said of the 🚢 plan.\n",
        );
    room
}

#[test]
fn the_record_is_the_same_with_findings() {
    let room = room();
    let fresh = room.run(&["build", "rows.jsonl", "more", "--format", "json"]);
    assert_eq!(fresh.code, Some(0), "{}", fresh.err);
    for (input, file) in [("rows.jsonl", "rows.wire"), ("more", "more.wire")] {
        let told = room.run(&["read", input, "--format", "wire", "-o", file]);
        assert_eq!(told.code, Some(0), "{}", told.err);
    }
    assert!(
        room.get("rows.wire")
            .lines()
            .all(|l| l.starts_with("{\"format\":\"dossier-annotations/1\""))
    );
    let both = room.run(&[
        "build",
        "--findings",
        "rows.wire",
        "--findings",
        "more.wire",
        "--format",
        "json",
    ]);
    assert_eq!(both.out, fresh.out, "{}", both.err);
    let mixed = room.run(&["build", "more", "--findings", "rows.wire", "--format", "json"]);
    assert_eq!(mixed.out, fresh.out, "{}", mixed.err);
    let piped = room.run_with(
        &["build", "more", "--findings", "-", "--format", "json"],
        &room.get("rows.wire"),
    );
    assert_eq!(piped.out, fresh.out, "{}", piped.err);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed
        .write_all(room.get("rows.wire").as_bytes())
        .expect("packed");
    room.put("rows.wire.gz", packed.finish().expect("packed"));
    let packed = room.run(&["build", "more", "--findings", "rows.wire.gz", "--format", "json"]);
    assert_eq!(packed.out, fresh.out, "{}", packed.err);
}

#[test]
fn a_bad_line_ends_the_run() {
    let room = room();
    room.run(&["read", "more", "--format", "wire", "-o", "more.wire"]);
    let sound = room.get("more.wire");
    let check = |text: &str, parts: &[&str]| {
        room.put("bad.wire", text);
        let told = room.run(&["build", "--findings", "bad.wire", "--format", "json"]);
        assert_eq!(told.code, Some(2), "{}", told.err);
        assert!(parts.iter().all(|p| told.err.contains(p)), "{}", told.err);
    };
    check(
        &format!("{sound}{{\"format\":\"dossier/1\"}}\n"),
        &["bad.wire:3: format: is", "hint: "],
    );
    check(&sound[..sound.len() - 30], &["bad.wire:2: line 1, column "]);
    check(
        &sound.replace("\"mentions\":[{\"span\":[", "\"mentions\":[{\"span\":[9"),
        &["bad.wire:1: annotations.mentions[0]"],
    );
    check("not JSON", &["bad.wire:1: line 1, column "]);
    let told = room.run(&["build", "--findings", "none.wire"]);
    assert_eq!(told.code, Some(2));
    assert!(told.err.contains("none.wire: no such file"), "{}", told.err);
    let told = room.run(&["build"]);
    assert_eq!(told.code, Some(2), "{}", told.err);
}
