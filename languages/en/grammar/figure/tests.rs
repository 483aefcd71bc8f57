use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, Span};

use dossier_annotate::View;

use crate::grammar::common;
use crate::grammar::mention::Names;

/// One line a figure: quantity words | measure | key | basis.
fn show(text: &str) -> Vec<String> {
    let span = Span::new(0, text.len());
    let block = Block {
        kind: BlockKind::Body,
        span,
    };
    let article = Article::new(ArticleId::new("t"), ArticleDraft::default(), text, vec![block]);
    let words = crate::grammar::token::split(&article, &[span]);
    let tokens = crate::grammar::syntax::parse(&article, &[span], &words);
    let times = crate::grammar::time::find(&article, &[span], &tokens);
    let quantities = crate::grammar::quantity::find(&article, &[span], &tokens, &times);
    let sentences = [span];
    let view = View::new(text, &sentences, &tokens, common::is_function);
    let figures = super::find(&view, &times, &quantities, &Names::default()).figures;
    figures
        .iter()
        .map(|f| {
            let basis = f.value.basis.map_or("-", |b| b.of(text));
            format!(
                "{} | {} | {} | {basis}",
                f.span.of(text),
                f.value.measure,
                f.value.key.join(",")
            )
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(show(text), expected, "{text}");
}

#[track_caller]
fn not_a_figure(text: &str) {
    check(text, &[]);
}

#[test]
fn counts_with_their_place() {
    check(
        "Currently, there are over 9,000 Thai students in Japan.",
        &["over 9,000 Thai students | Thai students in Japan | JP,TH,student | -"],
    );
    check(
        "About 9,500 Thai students are studying in Japan.",
        &["About 9,500 Thai students | Thai students studying in Japan | JP,TH,student | -"],
    );
}

#[test]
fn levels_and_changes_differ() {
    check(
        "Last year, bilateral trade reached USD 31.5 billion, a 12.4% increase.",
        &[
            "USD 31.5 billion | bilateral trade | bilateral,trade | -",
            "12.4% | increase in bilateral trade | bilateral,increase,trade | -",
        ],
    );
    check(
        "Steel exports rose 7 percent to 3 million tonnes.",
        &[
            "7 percent | increase in steel exports | export,increase,steel | -",
            "3 million tonnes | steel exports | export,steel | -",
        ],
    );
}

#[test]
fn two_bases_give_two_figures() {
    check(
        "Trade grew strongly, exceeding USD 20 billion according to Thai statistics and USD 26 billion according to Japanese data.",
        &[
            "exceeding USD 20 billion | trade | trade | according to Thai statistics",
            "USD 26 billion | trade | trade | according to Japanese data",
        ],
    );
}

#[test]
fn tolls_tell_dead_from_injured() {
    check(
        "At least 31 people were killed and 204 injured in Quito.",
        &[
            "At least 31 people | people killed in Quito | EC,killed | -",
            "204 injured | people injured in Quito | EC,injured | -",
        ],
    );
    check(
        "At least 31 dead, 204 injured",
        &[
            "At least 31 dead | people dead | killed | -",
            "204 injured | people injured | injured | -",
        ],
    );
}

#[test]
fn ranks_have_two_parties() {
    check(
        "Thailand is Japan's sixth-largest trading partner.",
        &[
            "sixth-largest trading partner | rank of Thailand as Japan's largest trading partner | JP,TH:ranked,largest,partner,rank,trading | -",
        ],
    );
}

#[test]
fn tolls_carry_their_place() {
    check(
        "Five people were killed on Monday in Quito.",
        &["Five people | people killed in Quito | EC,killed | -"],
    );
    check(
        "Harbour ferry: 31 dead",
        &["31 dead | people dead (Harbour ferry) | ferry,harbour,killed | -"],
    );
    check("Quito police: 31 dead", &["31 dead | people dead | killed | -"]);
}

#[test]
fn particles_are_no_part_of_a_measure() {
    check(
        "They would set up a joint fund of EUR 250 million for roads.",
        &["EUR 250 million | joint fund for roads | fund,joint | -"],
    );
}

#[test]
fn a_deed_of_persons_stands_beside_the_noun() {
    check(
        "He and President Ana Ruiz had signed 21 agreements in Quito.",
        &["21 agreements | agreements signed in Quito | EC,agreement | -"],
    );
}

#[test]
fn not_a_measure_that_says_nothing_alone() {
    for text in [
        "He had won a $20,000 jackpot.",
        "The hit was 5 percent.",
        "They own more than 40 homes.",
        "The village is 12 km from the harbour.",
        "HARBOUR ROAD STAGE CROWD 200 feet",
    ] {
        not_a_figure(text);
    }
}

#[test]
fn not_figures() {
    for text in [
        "The two sides met.",
        "his fourth visit to Chile",
        "She is 44 years old.",
        "It is one of the three.",
        "They are Japan's largest partner.",
    ] {
        not_a_figure(text);
    }
}

#[test]
fn levels_take_their_subject() {
    check(
        "The central bank said the price of copper fell 3.5% to $8,200 a tonne.",
        &[
            "3.5% | decrease in price of copper | copper,decrease,price | -",
            "$8,200 a tonne | price of copper | copper,price | -",
        ],
    );
    check(
        "Inflation stood at 4.1 per cent, up from 3.8 per cent.",
        &[
            "4.1 per cent | inflation | inflation | -",
            "3.8 per cent | previous inflation | inflation,previous | -",
        ],
    );
    check(
        "The country approved a 2.5 billion euro loan to Kenya.",
        &["2.5 billion euro | loan to Kenya | KE,loan | -"],
    );
}

#[test]
fn spans_fit_odd_text() {
    for text in [
        "",
        "%",
        "5% of",
        "of 5%",
        "$5 (€4) (£3)",
        "up 5%",
        "— 5% —",
        "killed 5",
        "“5 million” students",
        "between 5 and 6% and 7% and",
        "第 5 届 5,000 名学生",
        "its third-largest",
    ] {
        let _ = show(text);
    }
}
