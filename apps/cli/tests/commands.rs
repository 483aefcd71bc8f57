//! Every command on good input, and what it leaves behind.

mod support;

use support::{BRIDGE, FERRY, Room};

fn rows(out: &str) -> Vec<serde_json::Value> {
    out.lines()
        .map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}")))
        .collect()
}

#[test]
fn build_writes_pages_and_the_record() {
    let room = Room::new();
    room.put("in/ferry.txt", FERRY).put("in/bridge.txt", BRIDGE);
    let told = room.run(&["build", "in", "-o", "out"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.err.contains("2 articles, 2 stories"), "{}", told.err);
    assert!(told.out.is_empty());
    let names = room.names("out");
    assert!(
        names.contains(&"index.html".to_owned()) && names.contains(&"dossier.json".to_owned()),
        "{names:?}"
    );
    let record: serde_json::Value = serde_json::from_str(&room.get("out/dossier.json")).expect("json");
    assert_eq!(record["format"], "dossier/1");
    assert_eq!(record["articles"].as_array().map(Vec::len), Some(2));
    // Nothing is left beside.
    assert_eq!(room.names("."), ["in", "out"]);
}

#[test]
fn build_prints_other_formats() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    let json = room.run(&["build", "ferry.txt", "--format", "json"]);
    assert!(json.out.starts_with("{\n  \"format\": \"dossier/1\""));
    assert!(
        room.run(&["build", "ferry.txt", "--format", "ics"])
            .out
            .starts_with("BEGIN:VCALENDAR")
    );
    assert!(
        room.run(&["build", "ferry.txt", "--format", "md"])
            .out
            .contains("# ")
    );
    assert_eq!(
        room.run(&["build", "ferry.txt", "--format", "csv", "-o", "tables"])
            .code,
        Some(0)
    );
    assert!(
        room.names("tables").contains(&"events.csv".to_owned()),
        "{:?}",
        room.names("tables")
    );
    assert_eq!(
        room.run(&["build", "ferry.txt", "--format", "json", "-o", "record.json"])
            .code,
        Some(0)
    );
    assert_eq!(room.get("record.json"), json.out);
}

#[test]
fn any_order_of_input_gives_the_same_bytes() {
    let room = Room::new();
    room.put("a.txt", FERRY)
        .put("b.txt", BRIDGE)
        .put("c.txt", FERRY.replace("OSLO", "BERGEN"))
        .put("d.txt", FERRY);
    let forth = room.run(&["build", "a.txt", "b.txt", "c.txt", "d.txt", "--format", "json"]);
    let back = room.run(&[
        "build", "d.txt", "c.txt", "b.txt", "a.txt", "--format", "json", "--jobs", "1",
    ]);
    assert_eq!(forth.code, Some(0));
    assert_eq!(forth.out, back.out);
}

#[test]
fn lines_hold_one_article_each() {
    let room = Room::new();
    room.put("ferry.txt", FERRY).put("bridge.txt", BRIDGE);
    for command in ["read", "extract", "cluster"] {
        let told = room.run(&[command, "ferry.txt", "bridge.txt"]);
        assert_eq!(told.code, Some(0), "{command}: {}", told.err);
        assert_eq!(rows(&told.out).len(), 2, "{command}");
    }
    let extracted = rows(&room.run(&["extract", "ferry.txt"]).out);
    assert_eq!(extracted[0]["agency"], "AP");
    assert_eq!(extracted[0]["title"], "Ferry line to open in May");
    assert_eq!(extracted[0]["published"]["value"], "2025-04-14");
    let text = extracted[0]["text"].as_str().expect("text");
    let lead = &extracted[0]["blocks"][2];
    let words: String = text
        .chars()
        .skip(lead["start"].as_u64().expect("start") as usize)
        .take((lead["end"].as_u64().expect("end") - lead["start"].as_u64().expect("start")) as usize)
        .collect();
    assert_eq!(
        words,
        "Ministers of the two coasts agreed on Monday to open a ferry line in May."
    );
}

#[test]
fn cluster_keeps_ids_and_input_order() {
    let room = Room::new();
    let row = |id: &str, text: &str| serde_json::json!({"id": id, "text": text}).to_string();
    room.put(
        "in.jsonl",
        [
            row("z", FERRY),
            row("a", BRIDGE),
            row("m", &FERRY.replace("OSLO", "BERGEN")),
        ]
        .join("\n"),
    );
    let told = rows(&room.run(&["cluster", "in.jsonl"]).out);
    let ids: Vec<_> = told.iter().map(|r| r["id"].as_str().unwrap_or("")).collect();
    assert_eq!(ids, ["z", "a", "m"]);
    assert_eq!(told[0]["story"], told[2]["story"]);
    assert_ne!(told[0]["story"], told[1]["story"]);
}

#[test]
fn copies_prints_shared_passages() {
    let room = Room::new();
    room.put("a.txt", FERRY)
        .put("b.txt", FERRY.replace("OSLO", "BERGEN"));
    let told = rows(&room.run(&["copies", "a.txt", "b.txt"]).out);
    assert!(!told.is_empty());
    assert!(told[0]["from"]["text"].is_string() && told[0]["words"].is_u64());
}

#[test]
fn standard_input_is_a_source() {
    let room = Room::new();
    let told = room.run_with(
        &[
            "extract",
            "-",
            "--published",
            "2025-04-12",
            "--outlet",
            "Harbour News",
        ],
        BRIDGE,
    );
    let row = &rows(&told.out)[0];
    assert_eq!(row["source"], "-");
    assert_eq!(row["outlet"], "Harbour News");
    assert_eq!(row["published"]["basis"], "option");
}

#[test]
fn read_shows_and_prints_conllu() {
    let room = Room::new();
    room.put("ferry.txt", FERRY);
    let shown = room.run(&["read", "ferry.txt", "--show"]);
    assert!(shown.out.contains("Ministers of the two coasts"), "{}", shown.out);
    assert!(!shown.out.contains('\u{1b}'));
    let colours = room
        .command()
        .env_remove("NO_COLOR")
        .args(["read", "ferry.txt", "--show", "--color", "always"])
        .output();
    assert!(String::from_utf8_lossy(&colours.expect("run").stdout).contains('\u{1b}'));
    assert!(
        shown.out.starts_with("== ferry.txt · 2025-04-14\n"),
        "{}",
        shown.out
    );
    assert!(
        shown.out.lines().all(|l| l.chars().count() <= 80),
        "{}",
        shown.out
    );
    let conllu = room.run(&["read", "ferry.txt", "--format", "conllu"]);
    assert!(conllu.out.contains("# text = "), "{}", conllu.out);
    let words = conllu
        .out
        .lines()
        .filter(|l| l.starts_with(|c: char| c.is_ascii_digit()));
    assert!(words.clone().count() > 40);
    for line in words {
        assert_eq!(line.split('\t').count(), 10, "{line}");
        assert!(line.contains("TokenRange="), "{line}");
    }
}

#[test]
fn read_gives_a_line_an_article_in_the_order_given() {
    let room = Room::new();
    room.put("b.txt", BRIDGE)
        .put("a.txt", FERRY)
        .put("noise.bin", [0_u8; 64]);
    let told = room.run(&["read", "b.txt", "noise.bin", "a.txt"]);
    assert_eq!(told.code, Some(0));
    assert!(told.err.contains("noise.bin: is a binary file"), "{}", told.err);
    let lines = rows(&told.out);
    let sources: Vec<&str> = lines.iter().filter_map(|r| r["source"].as_str()).collect();
    assert_eq!(sources, ["b.txt", "a.txt"]);
    let ferry = &lines[1];
    let text: Vec<char> = ferry["text"].as_str().expect("text").chars().collect();
    let at = |row: &serde_json::Value, field: &str| row[field].as_u64().expect("an offset") as usize;
    let words = |layer: &str| -> Vec<String> {
        let found = ferry[layer].as_array().expect("a layer").iter();
        found
            .map(|r| text[at(r, "start")..at(r, "end")].iter().collect())
            .collect()
    };
    assert!(words("mentions").contains(&"Ana Ruiz".to_owned()));
    assert!(words("quantities").contains(&"200 cars".to_owned()));
    assert!(words("times").contains(&"Monday".to_owned()));
    assert_eq!(words("sentences").len(), 4);
    let roots = ferry["tokens"]
        .as_array()
        .expect("tokens")
        .iter()
        .filter(|t| t["head"] == -1);
    assert_eq!(roots.count(), 4);
    // One thread and many write the same.
    let again = room.run(&["read", "b.txt", "noise.bin", "a.txt", "--jobs", "1"]);
    assert_eq!(again.out, told.out);
}

#[test]
fn cluster_explains_and_keeps_known_names() {
    let room = Room::new();
    let row = |id: &str, day: &str, text: &str| {
        serde_json::json!({"id": id, "published": day, "text": text}).to_string() + "\n"
    };
    let two = row(
        "b",
        "2025-05-02",
        "The ferry line to Melu opens in May, the harbour office of Dorsa said.",
    ) + &row(
        "c",
        "2025-05-03",
        "Dorsa's harbour office opens the ferry line to Melu in May.",
    );
    room.put("two.jsonl", &two);
    let stories = |told: &str| -> Vec<(String, String)> {
        let field = |r: &serde_json::Value, f: &str| r[f].as_str().unwrap_or("").to_owned();
        rows(told)
            .iter()
            .map(|r| (field(r, "id"), field(r, "story")))
            .collect()
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let told = room.run(&["cluster", "two.jsonl", "--explain", "-o", "stories.jsonl"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let lines = room.get("stories.jsonl");
    assert_eq!(stories(&lines), [pair("b", "sb"), pair("c", "sb")]);
    let why = rows(&lines)[1]["why"].as_str().unwrap_or("").to_owned();
    assert!(why.contains("like b (") && why.contains("Melu"), "{why}");
    // An older article that is found later would give its name to the story.
    let older = row(
        "a",
        "2025-05-01",
        "The ferry line from Dorsa to Melu is to open in May, the harbour office said.",
    );
    room.put("three.jsonl", two + &older);
    let plain = room.run(&["cluster", "three.jsonl"]);
    assert_eq!(stories(&plain.out)[0], pair("b", "sa"));
    assert!(!plain.out.contains("why"));
    let kept = room.run(&["cluster", "three.jsonl", "--known", "stories.jsonl"]);
    assert_eq!(
        stories(&kept.out),
        [pair("b", "sb"), pair("c", "sb"), pair("a", "sb")]
    );
    room.put("other.txt", "no stories here");
    let wrong = room.run(&["cluster", "three.jsonl", "--known", "other.txt"]);
    assert_eq!(wrong.code, Some(2));
    assert!(
        wrong.err.contains("other.txt: no stories in it") && wrong.err.contains("hint:"),
        "{}",
        wrong.err
    );
}

#[test]
fn what_is_in_another_language_is_kept_and_not_read() {
    let room = Room::new();
    let german = "Die Minister der beiden Küsten haben sich am Montag darauf geeinigt, im Mai eine Fährlinie zu eröffnen. \
        Das erste Schiff trägt zweihundert Autos, sagte die Hafenbehörde, und fährt um neun Uhr.";
    room.put("a.txt", german).put("b.txt", FERRY);
    let told = room.run(&["build", "a.txt", "b.txt", "--format", "json"]);
    assert_eq!(told.code, Some(0));
    assert!(
        told.err.contains("a.txt: is in another language (de)"),
        "{}",
        told.err
    );
    let record: serde_json::Value = serde_json::from_str(&told.out).expect("a record");
    let articles = record["articles"].as_array().expect("articles");
    assert_eq!(articles.len(), 2);
    let stories = record["stories"].as_array().expect("stories");
    let id = articles
        .iter()
        .find(|a| a["language"] == "de")
        .expect("an article")["id"]
        .clone();
    let own = stories
        .iter()
        .find(|s| s["articles"] == serde_json::json!([id]))
        .expect("a story");
    assert_eq!(own["entities"], serde_json::json!([]));
    assert_eq!(own["events"], serde_json::json!([]));
}

#[test]
fn help_completions_and_the_manual_page() {
    let room = Room::new();
    assert!(room.run(&["--help"]).out.contains("Examples:"));
    assert!(room.run(&["build", "--help"]).out.contains("Examples:"));
    assert!(room.run(&["completions", "bash"]).out.contains("dossier"));
    assert!(room.run(&["man"]).out.contains(".TH dossier"));
    for command in [
        "build",
        "read",
        "cluster",
        "copies",
        "extract",
        "links",
        "completions",
        "man",
    ] {
        let page = room.run(&["man", command]);
        assert_eq!(page.code, Some(0), "{}", page.err);
        assert!(
            page.out.contains(&format!(".TH dossier-{command}")),
            "{}",
            page.out
        );
        assert!(page.out.contains("\\-\\-jobs"), "{}", page.out);
    }
    let unknown = room.run(&["man", "follow"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("follow: is no command") && unknown.err.contains("build, read"));
    assert_eq!(room.run(&["--version"]).code, Some(0));
}

#[test]
fn every_command_in_the_manual_runs() {
    let manual = include_str!("../../../docs/manual.md");
    let room = Room::new();
    room.put("articles/ferry.txt", FERRY)
        .put("articles/bridge.txt", BRIDGE);
    room.put(
        "articles.jsonl",
        serde_json::json!({"id": "1", "text": FERRY}).to_string(),
    );
    room.put(
        "page.html",
        format!(
            "<!doctype html><title>Ferry</title><article><h1>Ferry</h1><p>{}</p></article>",
            FERRY.replace("\n\n", "</p><p>")
        ),
    );
    room.put("article.txt", FERRY);
    room.put(
        "sitemap.xml",
        "<urlset><url><loc>https://harbour.example/ferry</loc></url></urlset>",
    );
    let names = manual
        .split_once("```toml\n")
        .and_then(|(_, rest)| rest.split_once("```"));
    room.put("fixes.toml", names.expect("a file of corrections").0);
    let path = assert_cmd::cargo::cargo_bin("dossier");
    let folder = path.parent().expect("folder").display().to_string();
    let mut commands = 0;
    let mut fenced = false;
    for line in manual.lines() {
        if line.starts_with("```") {
            fenced = line == "```sh";
            continue;
        }
        if !fenced || line.trim().is_empty() {
            continue;
        }
        commands += 1;
        let done = std::process::Command::new("sh")
            .args(["-c", line])
            .current_dir(room.root())
            .env(
                "PATH",
                format!("{folder}:{}", std::env::var("PATH").unwrap_or_default()),
            )
            .output()
            .expect("sh");
        assert!(
            done.status.success(),
            "{line}\n{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    assert!(commands >= 10, "{commands}");
}
