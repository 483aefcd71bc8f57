use dossier_model::{
    Article, ArticleDraft, ArticleId, Block, BlockKind, Layer, Quantity, Span, TokensBuilder,
};

/// Reads one sentence without tags and without times.
fn read(text: &str) -> (Article, Layer<Quantity>) {
    let span = Span::new(0, text.len());
    let block = Block {
        kind: BlockKind::Body,
        span,
    };
    let article = Article::new(ArticleId::new("t"), ArticleDraft::default(), text, vec![block]);
    let words = crate::grammar::token::split(&article, &[span]);
    let tokens = TokensBuilder::with_capacity(words.len()).build();
    let found = super::find(&article, &[span], &tokens, &Layer::default());
    (article, found)
}

/// One line a quantity: the words, then bound, number and the unit's key.
fn show(text: &str) -> Vec<String> {
    let (article, found) = read(text);
    found
        .iter()
        .map(|a| {
            let q = &a.value;
            let number = match (q.value, q.low, q.high) {
                (Some(v), ..) => format!("{v}"),
                (None, low, high) => format!("{}..{}", low.unwrap_or(f64::NAN), high.unwrap_or(f64::NAN)),
            };
            let none = if q.ordinal { "#" } else { "-" };
            let unit = q.unit.as_ref().map_or(none.to_owned(), ToString::to_string);
            format!(
                "{} = {} {number} {unit}",
                a.span.of(article.text()),
                q.bound.as_str()
            )
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(show(text), expected, "{text}");
}

#[track_caller]
fn not_a_quantity(text: &str) {
    check(text, &[]);
}

#[test]
fn counts_take_the_noun() {
    check(
        "The city has over 12,000 foreign students.",
        &["over 12,000 foreign students = over 12000 student"],
    );
    check(
        "They run around 60 flights per week.",
        &["around 60 flights per week = about 60 flight/wk"],
    );
    check(
        "Some 2.4 million German visitors came.",
        &["Some 2.4 million German visitors = about 2400000 visitor"],
    );
    check(
        "Three hundred and five people were freed.",
        &["Three hundred and five people = exact 305 people"],
    );
    check(
        "At least 14 women and 3 children died.",
        &[
            "At least 14 women = at-least 14 woman",
            "3 children = exact 3 child",
        ],
    );
    check(
        "It employs 500+ engineers.",
        &["500+ engineers = at-least 500 engineer"],
    );
    check(
        "It built 20 or so bridges, 300 homes or more.",
        &[
            "20 or so bridges = about 20 bridge",
            "300 homes or more = at-least 300 home",
        ],
    );
    check(
        "Two-thirds of those asked agree.",
        &["Two-thirds = exact 0.6666666666666666 -"],
    );
    check("a 19-member panel", &["19-member = exact 19 member"]);
    check(
        "Dozens of villages are cut off.",
        &["Dozens of villages = range 24..100 village"],
    );
}

#[test]
fn money_has_a_country() {
    check(
        "Trade topped USD 80 billion.",
        &["topped USD 80 billion = over 80000000000 USD"],
    );
    check("It cost $3.2m in all.", &["$3.2m = exact 3200000 USD"]);
    check(
        "A loan of A$40 million and €5bn.",
        &["A$40 million = exact 40000000 AUD", "€5bn = exact 5000000000 EUR"],
    );
    check(
        "They paid VND 5 trillion.",
        &["VND 5 trillion = exact 5000000000000 VND"],
    );
    check(
        "They paid 30 billion yuan (US$4.1 billion).",
        &[
            "30 billion yuan = exact 30000000000 CNY",
            "US$4.1 billion = exact 4100000000 USD",
        ],
    );
    check(
        "Fares of 2 million pounds.",
        &["2 million pounds = exact 2000000 GBP"],
    );
    check("It weighs 200 pounds.", &["200 pounds = exact 200 [lb_av]"]);
    check("Oil at $80 a barrel.", &["$80 a barrel = exact 80 USD/[bbl_us]"]);
    check(
        "It raised 15 million New Zealand dollars.",
        &["15 million New Zealand dollars = exact 15000000 NZD"],
    );
    check(
        "US$5 here, $7 there",
        &["US$5 = exact 5 USD", "$7 = exact 7 dollar"],
    );
}

#[test]
fn shares_and_points_differ() {
    check("Exports rose 12.4 percent.", &["12.4 percent = exact 12.4 %"]);
    check(
        "It fell by 0.25 percentage points.",
        &["0.25 percentage points = exact 0.25 %-point"],
    );
    check(
        "It added 25 basis points.",
        &["25 basis points = exact 25 %%-point"],
    );
    check("3-5 per cent", &["3-5 per cent = range 3..5 %"]);
    check("growth of 1.38pc", &["1.38pc = exact 1.38 %"]);
}

#[test]
fn ranges() {
    check(
        "between 10 and 12 million tonnes",
        &["between 10 and 12 million tonnes = range 10000000..12000000 t"],
    );
    check(
        "$62 to $68 per share",
        &["$62 to $68 per share = range 62..68 USD/share"],
    );
    check(
        "Output rose from 3 million tonnes to 4 million tonnes.",
        &[
            "3 million tonnes = exact 3000000 t",
            "4 million tonnes = exact 4000000 t",
        ],
    );
}

#[test]
fn ranks_are_no_counts() {
    check("his fourth visit", &["fourth visit = exact 4 #"]);
    check("the third-largest market", &["third-largest market = exact 3 #"]);
    check("the 75th anniversary", &["75th anniversary = exact 75 #"]);
    check("He is No. 3 in the party.", &["No. 3 = exact 3 #"]);
}

#[test]
fn multiples() {
    check("It has twice as many pupils.", &["twice = exact 2 x"]);
    check(
        "about double the number of five years before",
        &["about double = about 2 x", "five years = exact 5 a"],
    );
    check("a tenfold rise", &["tenfold = exact 10 x"]);
    check("three times as fast", &["three times = exact 3 x"]);
}

#[test]
fn ages_are_ages() {
    check("the 33-year-old driver", &["33-year-old = exact 33 age:a"]);
    check("Ana Ruiz, 44, said so.", &["44 = exact 44 age:a"]);
}

#[test]
fn tolls() {
    check(
        "At least 58 dead, 515 injured",
        &[
            "At least 58 dead = at-least 58 people",
            "515 injured = exact 515 people",
        ],
    );
    check(
        "The blast killed 12 and wounded at least 30.",
        &["12 = exact 12 people", "at least 30 = at-least 30 people"],
    );
}

#[test]
fn not_quantities() {
    for text in [
        "They flew a Boeing 787 home.",
        "The Group of 20 met.",
        "It is on Route 91.",
        "He told Channel 4 so.",
        "The U-20 team lost 2-1.",
        "COVID-19 spread.",
        "They won 17-3.",
        "Call 555-1234 now.",
        "under Section 230 of the law",
        "It opened at 10:30 on 9/11.",
        "one of the best",
        "No one knows.",
        "In 2016 elections were held.",
        "He scored twice as they won.",
        "Between 1600 and 1900 world prices fell.",
        "A G20 source said 5G works.",
        "the Big Four firms",
        "version 1.2.3",
    ] {
        not_a_quantity(text);
    }
}

#[test]
fn odd_text_is_read_without_a_panic() {
    for text in [
        "",
        "$",
        "US$",
        "-",
        "–5–",
        "$$$ 5 ₫ đồng 5đồng",
        "٣ students",
        "5 ½½ 1/2/3",
        "“5",
        "5 tỷ đồng é 3é",
        "between and 5 to",
        "a hundred hundred",
        "over over 5",
        "99999999999999999999999999999999999999 people",
    ] {
        let _ = show(text);
    }
}
