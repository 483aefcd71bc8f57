//! What a build costs where its articles are hostile: each shape at one, two and four times its length, by the bytes that are
//! asked of the allocator. Twice the length may cost a little more than twice as much, never four times.

use std::alloc::System;

use dossier::Collection;
use dossier::relate::Settings;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How often a shape repeats what it is made of, at its shortest.
const LENGTH: usize = 300;
/// Of four times the length, at most; sixteen would be the square.
const MOST: usize = 7;

/// Bytes that a build asks for.
fn cost(words: &str) -> usize {
    let line = |id: &str| {
        let text = format!("Ana Ruiz visited Lima on Monday, officials said. {words}");
        let value = serde_json::json!({
            "id": id, "outlet": id, "title": "Ana Ruiz visits Lima", "published": "2025-05-05", "text": text,
        });
        format!("{value}\n")
    };
    let lines = line("a") + &line("b");
    let mut articles = Collection::default();
    dossier::ingest::read(
        "in.jsonl",
        &mut lines.as_bytes(),
        &dossier::ingest::Options::default(),
        &mut |found| {
            if let Some(article) = found.into_article() {
                articles.push(article);
            }
            std::ops::ControlFlow::Continue(())
        },
    );
    let counted = Region::new(COUNTED);
    let record = dossier::build_with(articles, &Settings::default(), &|_| {});
    let pages = dossier::publish::html::render(&record);
    let asked = counted.change().bytes_allocated;
    assert!(!pages.is_empty());
    asked
}

/// Runs one after the other: the allocator counts for all threads.
#[test]
fn no_shape_costs_its_square() {
    let name = |i: usize| {
        let letters = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"];
        let mut out = String::from("X");
        let mut i = i + 1;
        while i > 0 {
            out.push_str(letters[i % 10]);
            i /= 10;
        }
        out
    };
    type Make<'a> = Box<dyn Fn(usize) -> String + 'a>;
    let shapes: Vec<(&str, Make<'_>)> = vec![
        (
            "one long name",
            Box::new(|n| format!("{}met in Lima on Monday.", "Ruiz ".repeat(n))),
        ),
        (
            "a name of many words",
            Box::new(|n| {
                let words: String = (0..n).map(|i| name(i * 7) + " ").collect();
                format!("{words}met in Lima on Monday.")
            }),
        ),
        (
            "equal shares",
            Box::new(|n| format!("She said in Lima: {}.", "5% ".repeat(n))),
        ),
        (
            "equal amounts",
            Box::new(|n| format!("She paid {} in Lima.", "$5 and ".repeat(n))),
        ),
        (
            "equal sentences of figures",
            Box::new(|n| "Exports rose 5% to $5 million. ".repeat(n)),
        ),
        (
            "unlike figures",
            Box::new(|n| {
                (0..n)
                    .map(|i| format!("Exports rose {}% to ${i} million. ", i % 50))
                    .collect()
            }),
        ),
        (
            "quotations",
            Box::new(|n| "“We will not sell,” said Ana Ruiz. ".repeat(n)),
        ),
        (
            "names in a list",
            Box::new(|n| {
                let words: Vec<String> = (0..n).map(|i| format!("{} {}", name(i), name(i * 3))).collect();
                format!("{} met in Lima.", words.join(", "))
            }),
        ),
        (
            "days",
            Box::new(|n| {
                (0..n)
                    .map(|i| format!("It rained on May {}, {}. ", 1 + i % 28, 1990 + i % 30))
                    .collect()
            }),
        ),
        (
            "one long sentence",
            Box::new(|n| format!("She said that {}she left.", "he said that ".repeat(n))),
        ),
        (
            "offices",
            Box::new(|n| format!("{}Peru spoke.", "the president of ".repeat(n))),
        ),
    ];
    for (shape, make) in shapes {
        // Tables are read at first use, once.
        cost(&make(LENGTH * 4));
        let costs = [1, 2, 4].map(|times| cost(&make(LENGTH * times)));
        let [first, _, last] = costs;
        assert!(last < first * MOST, "{shape}: {costs:?}");
    }
}
