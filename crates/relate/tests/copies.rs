//! Passages of articles made for the purpose: what is found, what is told of it, and that nothing depends on order.

use dossier_model::{
    Article, ArticleDraft, ArticleId, Basis, Block, BlockKind, Copy, CopyKind, Direction, Published,
    PublishedPrecision, Span,
};
use jiff::civil::date;
use proptest::prelude::*;

const BRIDGE: &str = "The harbour bridge will be closed to lorries from June while engineers replace the cables on its northern side, and buses will stop at the old customs house instead.";
const FERRY: &str = "A ferry with room for ninety cars is to sail twice an hour until the work is done, but its owners have not yet found a crew that would work through the night.";
const OWN: &str = "Nothing of this worries the bakers in the lower town, who have sold more rolls since the road was dug up than in any spring before, and hope that it stays so.";

/// An article whose paragraphs are its lines.
fn article(id: &str, text: &str) -> Article {
    printed(id, text, ArticleDraft::default())
}

fn printed(id: &str, text: &str, meta: ArticleDraft) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if !body.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Body,
                span: Span::new(at, at + body.len()),
            });
        }
        at += line.len();
    }
    Article::new(ArticleId::new(id), meta, text, blocks)
}

fn on(day: i8, outlet: &str) -> ArticleDraft {
    ArticleDraft {
        outlet: Some(outlet.to_owned()),
        published: Some(Published {
            date: date(2031, 5, day),
            time: None,
            offset: None,
            precision: PublishedPrecision::Day,
            basis: Basis::Metadata,
        }),
        ..ArticleDraft::default()
    }
}

fn country_of(name: &str) -> Option<&'static str> {
    matches!(name, "Viet Nam" | "Vietnam" | "Việt Nam").then_some("VN")
}

fn copies(articles: &[Article]) -> Vec<Copy> {
    dossier_relate::copies(
        articles,
        dossier_relate::Vocabulary {
            country_of,
            ..dossier_relate::Vocabulary::EMPTY
        },
    )
}

/// The words of each passage in both articles.
fn told(articles: &[Article]) -> Vec<(String, String)> {
    let text = |cite: &dossier_model::Cite| {
        let article = articles
            .iter()
            .find(|a| a.id == cite.article)
            .expect("an article");
        cite.span.of(article.text()).to_owned()
    };
    let found = copies(articles);
    found.iter().map(|c| (text(&c.from), text(&c.to))).collect()
}

fn both(text: &str) -> (String, String) {
    (text.to_owned(), text.to_owned())
}

#[test]
fn a_short_article_inside_a_long_one() {
    let long = format!("{OWN}\n{BRIDGE}\n{OWN}");
    assert_eq!(told(&[article("a", BRIDGE), article("b", &long)]), [both(BRIDGE)]);
}

#[test]
fn paragraphs_in_another_order() {
    let (one, other) = (format!("{BRIDGE}\n{FERRY}"), format!("{FERRY}\n{BRIDGE}"));
    let found = told(&[article("a", &one), article("b", &other)]);
    assert_eq!(found, [both(BRIDGE), both(FERRY)]);
}

#[test]
fn other_quotation_marks_and_spellings() {
    let one = "“Trade between Viet Nam and the islands has never been so lively,” said the consul, Trần Hà, when the new pier was opened on the eastern shore.";
    let other = "'Trade between Vietnam and the islands has never been so lively', said the consul, Tran Ha, when the new pier was opened on the eastern shore.";
    let found = copies(&[article("a", one), article("b", other)]);
    assert_eq!(found.len(), 1, "{found:?}");
    // The country is one word in both.
    assert_eq!((found[0].words, found[0].similarity), (26, 1.0));
}

#[test]
fn who_said_it_put_into_a_quotation() {
    let one = "We will build the pier again, and this time of stone, so that no storm can carry it off. Then we will build a second one on the island for the boats of the fishermen.";
    let other = "We will build the pier again, and this time of stone, so that no storm can carry it off, the mayor told a crowd in the rain. Then we will build a second one on the island for the boats of the fishermen.";
    let found = told(&[article("a", one), article("b", other)]);
    assert_eq!(found, [(one.to_owned(), other.to_owned())]);
}

#[test]
fn the_ends_over_small_edits() {
    let one = "Before that it rained. The old mill on the river was sold to a family of potters who want to fire their kiln with its wheel. It had been empty.";
    let other = "It then cleared up. The ancient mill on the river was sold to a family of potters who wish to fire their kiln by its wheel. Nobody minded.";
    let end = |want: &str, with: &str| {
        format!(
            "mill on the river was sold to a family of potters who {want} to fire their kiln {with} its wheel."
        )
    };
    assert_eq!(
        told(&[article("a", one), article("b", other)]),
        [(end("want", "with"), end("wish", "by"))]
    );
}

#[test]
fn another_language() {
    let one = "Die Brücke am Hafen wird ab Juni für Lastwagen gesperrt, weil die Seile auf der Nordseite ersetzt werden müssen, teilte die Stadt mit.";
    let long = format!("{OWN}\n{one}");
    let found = told(&[article("a", one), article("b", &long), article("c", BRIDGE)]);
    assert_eq!(found, [both(one)]);
}

#[test]
fn not_a_row_of_names_and_numbers() {
    let guests = "Ana Ruiz of Port Alder, Tom Hale of Kestrel Plain, Mira Soto of Bellacosta, Jan Oster of Vardsund, Ivo Brandt of Lindholm, Lena Falk of Osk";
    let one = format!("Among those who came to dinner were {guests} and a dog.");
    let other = format!("The court has summoned {guests}, but set no date.");
    assert_eq!(told(&[article("a", &one), article("b", &other)]), []);
}

#[test]
fn not_the_same_said_in_other_words() {
    let one = "Lorries may not use the harbour bridge from June on, the city says, since engineers have to change the cables of its north side.";
    assert_eq!(told(&[article("a", one), article("b", BRIDGE)]), []);
}

#[test]
fn not_across_what_is_no_evidence() {
    let text = format!("{BRIDGE}\nSee more: the bakers of the lower town.\n{FERRY}");
    let mut blocks: Vec<Block> = article("x", &text).blocks().to_vec();
    blocks[1].kind = BlockKind::Teaser;
    let torn = Article::new(ArticleId::new("a"), ArticleDraft::default(), text, blocks);
    let whole = article("b", &format!("{BRIDGE} {FERRY}"));
    assert_eq!(told(&[torn, whole]), [both(BRIDGE), both(FERRY)]);
}

#[test]
fn the_direction_and_its_reason() {
    let dated = |id: &str, day: i8, outlet: &str| printed(id, BRIDGE, on(day, outlet));
    let found = copies(&[dated("a", 9, "Lantern"), dated("b", 2, "Harbour News")]);
    assert_eq!(found[0].from.article, ArticleId::new("b"));
    assert_eq!(found[0].direction, Direction::Known);
    assert_eq!(
        found[0].why,
        "the same 29 words stand in both; the first was published on 2031-05-02, the second on 2031-05-09"
    );
    let credited = ArticleDraft {
        agency: Some("AP".to_owned()),
        ..ArticleDraft::default()
    };
    let found = copies(&[article("a", BRIDGE), printed("b", BRIDGE, credited)]);
    assert_eq!(found[0].from.article, ArticleId::new("b"));
    let why = &found[0].why;
    assert!(why.ends_with("the first alone is credited to AP"), "{why}");
    let found = copies(&[article("a", BRIDGE), article("b", BRIDGE)]);
    assert_eq!(found[0].direction, Direction::Unknown);
    let why = &found[0].why;
    assert!(
        why.ends_with("neither time nor credit tells which was first"),
        "{why}"
    );
}

#[test]
fn each_of_a_crowd_is_compared_with_the_earliest() {
    let day = |i: usize| 1 + (i % 28) as i8;
    let all: Vec<Article> = (0..200)
        .map(|i| printed(&format!("{i:03}"), BRIDGE, on(day(i), "Lantern")))
        .collect();
    let found = copies(&all);
    assert_eq!(found.len(), 199);
    let first = ArticleId::new("000");
    assert!(
        found
            .iter()
            .all(|c| c.from.article == first && c.kind == CopyKind::News)
    );
}

#[test]
fn the_sites_own_words_are_named_as_such() {
    let appeal = "Did you like what you read here? Then support our work and take the paper for a month, free of charge and without any duty.";
    let stories = [
        "The ferry Hildur ran aground off Vardsund on Monday with forty people on board. Divers of the coast guard found no leak, and Captain Ana Ruiz said that all passengers had been brought to Lindholm before noon.",
        "Farmers around Kestrel Plain expect the best wheat harvest since the drought. The Growers' Union told members that mills in Port Alder would pay more this autumn, although storage was still short in the south.",
        "Sixteen-year-old Mira Soto won the open chess tournament of Bellacosta without losing one game. Her trainer Jan Oster said that she had slept badly, eaten nothing but apples, and still found the winning move.",
    ];
    let all: Vec<Article> = (stories.iter().enumerate())
        .map(|(i, s)| {
            printed(
                &format!("{i}"),
                &format!("{s}\n{appeal}"),
                on(1 + i as i8, "Lantern"),
            )
        })
        .collect();
    let found = copies(&all);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|c| c.kind == CopyKind::Boilerplate), "{found:?}");
    assert_eq!(
        found[0].why,
        "the same 25 words stand in both; Lantern repeats them under articles on other matters, so they are its own words and no news"
    );
}

/// Texts of a few sentences, some of them in several.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let sentence = prop::sample::select(vec![
        BRIDGE,
        FERRY,
        OWN,
        "The harbour bridge will be shut to lorries from June while engineers replace cables on its northern side.",
        "Không có gì mới hôm nay ở Việt Nam.",
        "新しい橋は六月に開く。",
        "\u{200b}He — “no” — said 3.7 U.S. ships at https://a.example/b…",
        "\n",
    ]);
    let text = prop::collection::vec(sentence, 0..6).prop_map(|s| s.join(" "));
    prop::collection::vec(text, 1..6)
}

fn numbered(texts: &[String]) -> Vec<Article> {
    (texts.iter().enumerate())
        .map(|(i, t)| article(&format!("{i}"), t))
        .collect()
}

proptest! {
    #[test]
    fn order_changes_nothing(texts in texts(), turn in 0usize..6) {
        let mut all = numbered(&texts);
        let before = copies(&all);
        let by = turn % all.len();
        all.rotate_left(by);
        prop_assert_eq!(&copies(&all), &before);
        all.reverse();
        prop_assert_eq!(&copies(&all), &before);
    }

    #[test]
    fn offsets_are_true_and_counts_fit(texts in texts()) {
        let all = numbered(&texts);
        for copy in copies(&all) {
            prop_assert!(copy.from.article != copy.to.article);
            prop_assert!(copy.words >= 12 && copy.similarity >= 0.6 && copy.similarity <= 1.0, "{:?}", copy);
            for cite in [&copy.from, &copy.to] {
                let text = all.iter().find(|a| a.id == cite.article).map_or("", Article::text);
                let words = cite.span.of(text);
                prop_assert!(!words.is_empty() && words.trim() == words, "{:?}", words);
            }
        }
    }
}
