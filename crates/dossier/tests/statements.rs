//! Which sentences of two articles say the same, and what a digest is made of.

use dossier::Collection;
use dossier::ingest::Options;
use dossier::model::{Dossier, Span};
use dossier::relate::{Apart, Likeness, compare_statements};

fn collection(texts: &[&str]) -> Collection {
    let mut out = Collection::default();
    for (i, text) in texts.iter().enumerate() {
        out.read(&format!("{i:03}.txt"), &mut text.as_bytes(), &Options::default());
    }
    out
}

/// What two sentences, each the only one of its article, have in common.
fn likeness(one: &str, two: &str) -> Likeness {
    let (articles, _) = collection(&[one, two]).into_parts();
    let read = dossier::annotate_all(articles, &|_| {});
    let place = |n: usize| {
        let article = read
            .iter()
            .map(|r| &r.article)
            .find(|a| a.meta.source.starts_with(&format!("{n:03}")))
            .expect("an article");
        (article.id.clone(), Span::new(0, article.text().len()))
    };
    let found = compare_statements(&read, &[[place(0), place(1)]], dossier::VOCABULARY);
    found.into_iter().next().flatten().expect("two statements")
}

fn check_same(one: &str, two: &str) {
    let found = likeness(one, two);
    assert!(found.is_same(), "{one}\n{two}\n{found:?}");
}

fn check_apart(one: &str, two: &str, conflict: Option<Apart>) {
    let found = likeness(one, two);
    assert!(!found.is_same(), "{one}\n{two}\n{found:?}");
    assert_eq!(found.apart, conflict, "{one}\n{two}");
}

#[test]
fn other_words_for_one_thing_are_joined() {
    check_same(
        "The fire at the Holm sawmill killed 12 workers, police said.",
        "Twelve workers died in the fire at the Holm sawmill, according to police.",
    );
    check_same(
        "Becker Lines bought the ferry operator Norsund for 40 million euros.",
        "The ferry operator Norsund was acquired by Becker Lines for 40 million euros.",
    );
}

#[test]
fn a_short_sentence_is_told_inside_a_long_one() {
    check_same(
        "Engineers closed the northern tunnel on Tuesday after cracks were found in its ceiling.",
        "Engineers closed the northern tunnel on Tuesday after cracks were found in its ceiling, and buses will \
         replace trains until June, the railway said.",
    );
}

#[test]
fn another_number_or_order_keeps_apart() {
    check_apart(
        "The fire at the Holm sawmill killed 12 workers, police said.",
        "The fire at the Holm sawmill killed 15 workers, police said.",
        Some(Apart::Number),
    );
    check_apart(
        "Lena Holm opened the third bridge over the Aare on Friday.",
        "Lena Holm opened the fourth bridge over the Aare on Friday.",
        Some(Apart::Number),
    );
}

#[test]
fn a_denial_keeps_apart() {
    check_apart(
        "Ana Ruiz will not visit the flooded villages near Quito this week.",
        "Ana Ruiz will visit the flooded villages near Quito this week.",
        Some(Apart::Polarity),
    );
}

#[test]
fn what_excludes_the_other_keeps_apart() {
    let contrary = |one: &str, two: &str| check_apart(one, two, Some(Apart::Contrary));
    contrary(
        "The pilot left the plane before the children were carried out.",
        "The pilot left the plane after the children were carried out.",
    );
    contrary(
        "Only the mayor knew that the tower of Port Amsel was unsafe.",
        "Everyone but the mayor knew that the tower of Port Amsel was unsafe.",
    );
    contrary(
        "The council of Port Amsel approved the harbour tax of Mayor Tom Becker.",
        "The council of Port Amsel turned down the harbour tax of Mayor Tom Becker.",
    );
    contrary(
        "Shots were heard on the second floor of the Hotel Bellan.",
        "Shots were heard on the third floor of the Hotel Bellan.",
    );
}

#[test]
fn who_does_it_to_whom_keeps_apart() {
    check_apart(
        "Becker Lines sued the ferry operator Norsund over the harbour contract.",
        "The ferry operator Norsund sued Becker Lines over the harbour contract.",
        Some(Apart::Swapped),
    );
    check_apart(
        "Ana Ruiz praised the rescue of the miners in Quito on Friday.",
        "Tom Becker praised the rescue of the miners in Quito on Friday.",
        Some(Apart::Actor),
    );
}

#[test]
fn another_day_keeps_apart() {
    check_apart(
        "The council approved the harbour tax of Oslo on May 6, 2024.",
        "The council approved the harbour tax of Oslo on May 13, 2024.",
        Some(Apart::Day),
    );
}

fn record(texts: &[&str]) -> Dossier {
    dossier::build(collection(texts), &|_| {})
}

#[test]
fn a_digest_prints_what_stands_alone() {
    let found = record(&[
        "Cracks closed the Orla bridge in Port Amsel on Monday, engineer Lena Holm said.\n\
         He said the repair would take three weeks in all.\n\
         Read more about the Orla bridge in Port Amsel and its long history here.\n\
         \u{201c}We will open the Orla bridge in Port Amsel before the summer fair.\u{201d}\n\
         This follows a similar closure of the Orla bridge in 2019.\n",
        "The Orla bridge in Port Amsel was closed on Monday because of cracks, Lena Holm said.\n\
         The repair of the Orla bridge in Port Amsel will cost 2 million euros, Mayor Tom Becker said.\n",
    ]);
    let digest = &found.stories[0].digest;
    assert_eq!(found.stories.len(), 1);
    assert!(
        digest[0].text.contains("bridge") && digest[0].support.articles == 2,
        "{digest:?}"
    );
    for loose in ["He said", "Read more", "\u{201c}We", "This follows"] {
        assert!(
            !digest.iter().any(|d| d.text.starts_with(loose)),
            "{loose}: {digest:?}"
        );
    }
    assert!(digest.iter().any(|d| d.text.contains("2 million")), "{digest:?}");
    let row = &found.stories[0].statements[0];
    assert!(row.why.contains("Orla"), "{}", row.why);
}
