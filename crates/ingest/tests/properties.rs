//! What holds for any input at all.

use std::ops::ControlFlow;

use dossier_ingest::{Limits, Options, read};
use dossier_model::{Article, Note};
use proptest::prelude::*;

fn all(source: &str, bytes: &[u8], options: &Options) -> (Vec<Article>, Vec<Note>) {
    let mut articles = Vec::new();
    let mut reader = bytes;
    let report = read(source, &mut reader, options, &mut |found| {
        articles.extend(found.into_article());
        ControlFlow::Continue(())
    });
    (articles, report.notes)
}

/// Blocks lie in order on character boundaries and hold every character that is not white space; the text is
/// clean.
fn check(article: &Article) {
    let text = article.text();
    let mut at = 0;
    for block in article.blocks() {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        let gap = text.get(at..start).expect("blocks in order, on boundaries");
        assert!(gap.trim().is_empty(), "not in a block: {gap:?}");
        assert_eq!(block.span.of(text).trim(), block.span.of(text));
        assert!(!block.span.is_empty());
        at = end;
    }
    assert!(text.get(at..).expect("boundary").trim().is_empty());
    assert!(!text.contains(['\r', '\u{a0}', '\u{ad}', '\u{200b}', '\u{feff}', '\0']));
    assert!(!text.contains("\n\n\n") && !text.contains(" \n"));
    let again: String = unicode_normalization::UnicodeNormalization::nfc(text).collect();
    assert_eq!(again, text);
}

/// Lines as news pages hold them, and lines that are nearly such.
fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "See more",
        "Related",
        "Read more: A ferry line opens",
        "By Ana Ruiz",
        "VNA",
        "./.",
        "OSLO (AP) — ",
        "OSLO, May 3 — It opened.",
        "The pier (Photo: AP)",
        "Photo: AP",
        "It opens in May, the harbour office said.",
        "It opens in May./.",
        "— VNS",
        "(Reuters)",
        "date 2025-04-14 It opens in May.",
        "Xinhua | Updated: 2025-04-14 17:52",
        "Copyright 2025 AP",
        "Advertisement",
        "Ana Ruiz",
        "Ferry Line to Open",
        "# Heading",
        "> quoted",
        "[words](https://x.example)",
        "-- ",
        "[",
        "(",
        "“",
        "REUTERS/Ana Ruiz",
        "/",
        "./.  ",
    ])
    .prop_map(str::to_owned);
    prop_oneof![
        known,
        ".{0,80}",
        "[A-Z]{2,9}[ ,.()/—–:-]{1,4}[A-Za-zé’ ]{0,30}[.)/]{0,3}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600), name in "[a-z]{1,4}(\\.(txt|md|jsonl|html))?") {
        for article in all(&name, &bytes, &Options::default()).0 {
            check(&article);
        }
    }

    #[test]
    fn any_lines_have_blocks(lines in prop::collection::vec(line(), 0..14), gap in prop::sample::select(vec!["\n", "\n\n", "\r\n"])) {
        let text = lines.join(gap);
        for name in ["a.txt", "a.md"] {
            let (articles, notes) = all(name, text.as_bytes(), &Options::default());
            prop_assert!(articles.len() == 1 || !notes.is_empty());
            articles.iter().for_each(check);
        }
    }

    #[test]
    fn any_row_is_read(text in ".{0,200}", title in ".{0,60}", published in ".{0,30}", html in any::<bool>()) {
        let key = if html { "html" } else { "text" };
        let row = serde_json::json!({key: text, "title": title, "published": published, "id": 7, "more": [1, {}]}).to_string();
        for article in all("rows.jsonl", row.as_bytes(), &Options::default()).0 {
            check(&article);
        }
    }

    #[test]
    fn any_markup_is_read(parts in prop::collection::vec("(<[a-z]{1,6}>|</[a-z]{1,6}>|<p>|</p>|<!--|-->|&[a-z]{2,5};|[a-z é.]{1,30})", 0..40)) {
        let page = format!("<html>{}", parts.concat());
        for article in all("page.html", page.as_bytes(), &Options::default()).0 {
            check(&article);
        }
    }

    #[test]
    fn two_runs_agree(lines in prop::collection::vec(line(), 0..8)) {
        let text = lines.join("\n");
        let ids = |(articles, _): (Vec<Article>, Vec<Note>)| articles.into_iter().map(|a| a.id).collect::<Vec<_>>();
        prop_assert_eq!(ids(all("a", text.as_bytes(), &Options::default())), ids(all("a", text.as_bytes(), &Options::default())));
    }

    #[test]
    fn a_limit_holds_for_any_text(text in "[a-zé .]{40,400}", limit in 20_usize..60) {
        let options = Options { limits: Limits { article: limit, ..Limits::default() }, ..Options::default() };
        for article in all("a", text.as_bytes(), &options).0 {
            prop_assert!(article.text().len() <= limit);
            check(&article);
        }
    }
}

/// Rules look a bounded way ahead, so odd texts of some megabytes take no longer than plain ones.
#[test]
#[allow(clippy::disallowed_methods)]
fn hostile_texts_are_read_in_time() {
    let start = std::time::Instant::now();
    for unit in [
        "(",
        "[",
        "“",
        "A ",
        "A. ",
        "/",
        "— ",
        "./. ",
        "<",
        "<b>",
        "Photo: ",
        "See more\n",
        "VNA\n",
        "a\n",
        "# ",
        "[a](",
        "date ",
        "\u{301}",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        for name in ["a.txt", "a.md"] {
            for article in all(name, text.as_bytes(), &Options::default()).0 {
                check(&article);
            }
        }
        let page = format!("<html><p>{text}");
        all("a.html", page.as_bytes(), &Options::default())
            .0
            .iter()
            .for_each(check);
    }
    assert!(start.elapsed().as_secs() < 120, "{:?}", start.elapsed());
}
