//! What text of a page is shown as its article, a kind a test: walls, tables, lists of links, live blogs, words in data, names of
//! parts.

use std::ops::ControlFlow;

use dossier_model::{Article, BlockKind};

const FIRST: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May, after years of talks in which neither side would pay for the works.";
const SECOND: &str = "The first ship will carry two hundred cars, the harbour office said, and a ticket will cost 40 euros for a grown person, while children travel free.";
const THIRD: &str = "Fares will stay as they are until the end of next year, the mayor said, although the old boat was out of service for forty days last winter.";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry line to open in May</title>{head}</head><body>\
         <header><nav><a href=/>Home</a> <a href=/sport>Sport</a></nav></header><main>{body}</main>\
         <footer><p>© 2025 Harbour News. All rights reserved.</p></footer></body></html>"
    )
}

fn read(html: &str) -> Option<Article> {
    let mut found = None;
    dossier_ingest::read(
        "page.html",
        &mut html.as_bytes(),
        &dossier_ingest::Options::default(),
        &mut |f| {
            found = f.into_article();
            ControlFlow::Continue(())
        },
    );
    found
}

/// The blocks of a page's article, the headline in front left out: those that are no body behind their kind.
fn lines(html: &str) -> Vec<String> {
    let article = read(html).expect("an article");
    let blocks = article.blocks().iter().skip(1).map(|b| {
        let words = b.span.of(article.text());
        match b.kind {
            BlockKind::Body => words.to_owned(),
            kind => format!("[{}] {words}", kind.as_str()),
        }
    });
    blocks.collect()
}

fn article(middle: &str) -> String {
    page(
        "",
        &format!(
            "<article><h1>Ferry line to open in May</h1><p>{FIRST}</p><p>{SECOND}</p>{middle}<p>{THIRD}</p></article>"
        ),
    )
}

#[test]
fn boxes_that_ask_to_pay_or_sign_up_stay_out() {
    let teaser = "The old boat has served the route since 1988 and was out of service for forty days…";
    for wall in [
        "<div class=paywall><h2>Keep reading with a subscription</h2><p>Get full access to Harbour News for 1 euro in the first month. Cancel at any time.</p><button>Subscribe now</button></div>",
        "<div><h3>Subscribe to continue reading</h3><p>Unlimited access to all articles for 9 euros a month.</p><p>Already a subscriber? <a href=/login>Log in</a></p></div>",
        "<section class=meter-wall><p>You have reached your limit of free articles.</p><p>Sign up for a free account to read on.</p></section>",
        "<div id=regwall><h2>Create a free account to continue</h2><p>It takes a minute, and all our newsletters come with it.</p><form><input type=email><button>Continue</button></form></div>",
        "<div class=piano-offer><h2>Harbour Plus</h2><p>All the news of the coast, every morning.</p><a href=/subscribe>See the offers</a></div>",
        "<div class=box><p>This article is for subscribers only.</p><p>From 2 euros a week, cancel any time</p><p>Choose your plan</p></div>",
        "<div><h2>Jetzt weiterlesen mit dem Probeabo</h2><p>Der erste Monat kostet 1 Euro, danach 9 Euro im Monat, monatlich kündbar.</p><p>Bereits Abonnent? Anmelden</p></div>",
        "<div><p>Cet article est réservé aux abonnés.</p><p>À partir de 1 € par mois, sans engagement</p></div>",
        "<div><h2>Para seguir leyendo, suscríbete</h2><p>Acceso ilimitado por 1 euro al mes, sin permanencia.</p></div>",
        "<aside class=upsell-lock><h3>Lue koko juttu</h3><p>Tilaa Satamalehti ja lue kaikki jutut.</p><a href=/tilaus>Tilaa</a></aside>",
    ] {
        let html = page(
            "",
            &format!(
                "<article><h1>Ferry line to open in May</h1><p>{FIRST}</p><p>{SECOND}</p><p>{teaser}</p>{wall}</article>"
            ),
        );
        assert_eq!(lines(&html), [FIRST, SECOND, teaser], "{wall}");
        if wall.contains("<h2>") || wall.contains("<h3>") {
            // In the middle of an article, too.
            assert_eq!(lines(&article(wall)), [FIRST, SECOND, THIRD], "{wall}");
        }
    }
}

#[test]
fn what_stands_behind_a_wall_and_news_of_walls_stay_in() {
    let paid = "The yard in Northhaven will build both hulls, and the batteries come from a plant near the border that opened two years ago and employs three hundred people, most of them from the two towns, whose councils paid for the road, the water and the school beside it.";
    for (middle, line) in [
        (
            format!("<div class=paywall><p>{paid}</p><button>Share</button></div>"),
            paid,
        ),
        (format!("<div class='premium locked'><p>{paid}</p></div>"), paid),
        (
            "<p>The paper lost subscribers, who pay 9 euros a month, after it raised its price.</p>".into(),
            "The paper lost subscribers, who pay 9 euros a month, after it raised its price.",
        ),
        (
            "<p>Readers can cancel at any time, the court said.</p>".into(),
            "Readers can cancel at any time, the court said.",
        ),
        (
            "<h2>Who pays for the works</h2><p>A subscription for the boat costs 90 euros a month.</p>"
                .into(),
            "A subscription for the boat costs 90 euros a month.",
        ),
    ] {
        let found = lines(&article(&middle));
        assert!(found.iter().any(|l| l == line), "{middle}: {found:#?}");
    }
}

#[test]
fn a_row_is_one_line_whatever_its_cells_hold() {
    for (row, line) in [
        (
            "<td>Monday</td><td><ul><li>06:10 from Eastport</li><li>19:40 from Westport</li></ul></td>",
            "Monday | 06:10 from Eastport; 19:40 from Westport",
        ),
        (
            "<td>Monday</td><td><p><b>No sailings</b></p></td>",
            "Monday | No sailings",
        ),
        ("<td>Monday</td><td>09:00<br>17:00</td>", "Monday | 09:00; 17:00"),
        ("<td><p>Monday</p></td><td><p>Two</p></td>", "Monday | Two"),
        (
            "<th><div>Monday</div></th><td><div>Two</div><div>Three</div></td>",
            "Monday | Two; Three",
        ),
        (
            "<td>Monday</td><td><p>It rained.</p><p>It blew.</p></td>",
            "Monday | It rained. It blew.",
        ),
        ("<td>Monday</td><td></td><td>Two</td>", "Monday | | Two"),
        (
            "<td>Monday</td><td><ol><li>One</li></ol><p>Two</p></td><td>3</td>",
            "Monday | One; Two | 3",
        ),
        (
            "<td>Monday <span>night</span></td><td><a href=/x>Two</a></td>",
            "Monday night | Two",
        ),
        (
            "<td><h4>Monday</h4></td><td><blockquote>Two</blockquote></td>",
            "Monday | Two",
        ),
    ] {
        let found = lines(&article(&format!(
            "<table><tr><th>Day</th><th>Sailings</th></tr><tr>{row}</tr><tr><td>Sunday</td><td>None</td></tr></table>"
        )));
        assert!(found.iter().any(|l| l == line), "{row}: {found:#?}");
        assert!(found.iter().any(|l| l == "Sunday | None"), "{row}: {found:#?}");
    }
}

#[test]
fn a_table_that_lays_out_a_page_is_no_data() {
    for table in [
        format!("<table><tr><td><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td></tr></table>"),
        format!(
            "<table><tr><td><h2>Ferries</h2><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td><td></td></tr></table>"
        ),
        format!(
            "<table><tr><td><table><tr><td><p>{FIRST}</p></td></tr><tr><td><p>{SECOND}</p></td></tr></table></td></tr><tr><td><p>{THIRD}</p></td></tr></table>"
        ),
    ] {
        let found = lines(&page("", &format!("<h1>Ferry line to open in May</h1>{table}")));
        for line in [FIRST, SECOND, THIRD] {
            assert!(found.iter().any(|l| l == line), "{table}: {found:#?}");
        }
    }
}

#[test]
fn a_list_of_links_that_a_sentence_opens_stays() {
    for (lead, items) in [
        ("These towns are served:", ["Eastport", "Westport", "Little Quay"]),
        (
            "The line stops at four piers:",
            ["Old Pier", "New Pier", "North Pier"],
        ),
        (
            "Ministers of three countries signed:",
            ["Norway", "Sweden", "Denmark"],
        ),
        ("The following ships were sold:", ["Curlew", "Dunlin", "Old Tern"]),
        ("Tre byer får feriene:", ["Østhavn", "Vesthavn", "Lillekai"]),
    ] {
        let list: String = items
            .iter()
            .map(|i| format!("<li><a href='/t/{i}'>{i}</a></li>"))
            .collect();
        let found = lines(&article(&format!("<p>{lead}</p><ul>{list}</ul>")));
        for item in items {
            assert!(found.iter().any(|l| l == item), "{lead}: {found:#?}");
        }
    }
    for (lead, items) in [
        (
            "Read more:",
            ["Old pier to close", "Mayor to speak", "School roof leaks"],
        ),
        ("Related stories:", ["Old pier", "New mayor", "Leaking roof"]),
        (
            "Here is what we wrote on it:",
            [
                "The old pier will be closed in the winter",
                "Mayor will speak of fares tonight",
                "School roof leaks since the storm in March",
            ],
        ),
        ("It was a long day.", ["Old pier", "New mayor", "Leaking roof"]),
        ("", ["Old pier", "New mayor", "Leaking roof"]),
    ] {
        let list: String = items
            .iter()
            .map(|i| format!("<li><a href='/t/{i}'>{i}</a></li>"))
            .collect();
        let found = lines(&article(&format!("<p>{lead}</p><ul>{list}</ul>")));
        assert!(
            !found.iter().any(|l| items.contains(&l.as_str())),
            "{lead}: {found:#?}"
        );
    }
}

fn data(value: &str) -> String {
    format!("<script type='application/ld+json'>{value}</script>")
}

#[test]
fn words_in_data_are_read_whatever_they_are_written_as() {
    let body =
        |open: &str, close: &str| format!("{open}{FIRST}{close}{open}{SECOND}{close}{open}{THIRD}{close}");
    let escaped = |s: &str| s.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for text in [
        body("", "\\n"),
        body("", "\\r\\n\\r\\n"),
        body("<p>", "</p>"),
        body("<P class='x'>", "</P>"),
        body("", "<br>"),
        body("", "<br/><br/>"),
        body("<div>", "</div>"),
        escaped(&body("<p>", "</p>")),
        escaped(&escaped(&body("<p>", "</p>"))),
        escaped(&body("", "<br />")),
        body("<p><strong></strong>", "</p>"),
    ] {
        let value = format!(
            "{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry line to open in May\",\"articleBody\":\"{text}\"}}"
        );
        let found = lines(&page(
            &data(&value),
            "<h1>Ferry line to open in May</h1><div id=app></div>",
        ));
        assert_eq!(found, [FIRST, SECOND, THIRD], "{text}");
    }
    let list = format!(
        "{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry line to open in May\",\"articleBody\":[\"{FIRST}\",\"{SECOND}\"]}}"
    );
    assert_eq!(
        lines(&page(&data(&list), "<h1>Ferry line to open in May</h1>")),
        [FIRST, SECOND]
    );
}

const UPDATES: &str = r#"[{"@type":"BlogPosting","headline":"Council approves the ferries","datePublished":"2025-05-13T21:12:00+02:00","articleBody":"The council has approved the purchase by eleven votes to six."},
    {"@type":"BlogPosting","headline":"Tell speaks <b>against</b>","datePublished":"2025-05-13T19:40:00+02:00","articleBody":"<p>Omar Tell told the hall that the roof must come first.</p><p>There was loud applause.</p>"},
    {"@type":"BlogPosting","datePublished":"2025-05-13","articleBody":"The doors of the town hall are open."}]"#;

#[test]
fn every_update_of_a_live_blog_is_read_from_its_data() {
    for (value, first) in [
        (
            format!(
                "{{\"@type\":\"LiveBlogPosting\",\"headline\":\"Ferry line to open in May\",\"liveBlogUpdate\":{UPDATES}}}"
            ),
            None,
        ),
        (
            format!(
                "[{{\"@type\":\"WebPage\"}},{{\"@type\":[\"LiveBlogPosting\"],\"headline\":\"Ferry line to open in May\",\"liveBlogUpdate\":{UPDATES}}}]"
            ),
            None,
        ),
        (
            format!(
                "{{\"@graph\":[{{\"@type\":\"LiveBlogPosting\",\"headline\":\"Ferry line to open in May\",\"articleBody\":\"{FIRST}\",\"liveBlogUpdate\":{UPDATES}}}]}}"
            ),
            Some(FIRST),
        ),
    ] {
        let found = lines(&page(
            &data(&value),
            "<h1>Ferry line to open in May</h1><div id=root></div>",
        ));
        let expected = first.into_iter().chain([
            "[boilerplate] 2025-05-13 21:12",
            "[headline] Council approves the ferries",
            "The council has approved the purchase by eleven votes to six.",
            "[boilerplate] 2025-05-13 19:40",
            "[headline] Tell speaks against",
            "Omar Tell told the hall that the roof must come first.",
            "There was loud applause.",
            "[boilerplate] 2025-05-13",
            "The doors of the town hall are open.",
        ]);
        assert_eq!(found, expected.collect::<Vec<_>>(), "{value}");
    }
}

#[test]
fn updates_that_are_shown_stand_below_their_times() {
    let update = |time: &str, words: &str| {
        format!("<div class=entry><time>{time}</time><h2>News of the ferry</h2><p>{words}</p></div>")
    };
    for (one, two, three) in [
        ("21:12", "19:40", "17:05"),
        ("9:12 pm", "7:40 pm", "5:05 pm"),
        ("21.12 Uhr", "19.40 Uhr", "17.05 Uhr"),
        ("21h12", "19h40", "17h05"),
    ] {
        let body = [update(one, FIRST), update(two, SECOND), update(three, THIRD)].concat();
        let found = lines(&page("", &format!("<h1>Ferry line to open in May</h1>{body}")));
        for words in [FIRST, SECOND, THIRD] {
            assert!(found.iter().any(|l| l == words), "{found:#?}");
        }
        assert!(
            !found.iter().any(|l| [one, two, three].contains(&l.as_str())),
            "{found:#?}"
        );
    }
}

#[test]
fn a_paper_s_own_names_of_its_paragraphs_name_no_box() {
    for name in [
        "sponsor",
        "related",
        "comments",
        "newsletter",
        "promo",
        "share",
        "social",
        "recommended",
        "cookie",
        "signup",
    ] {
        let body = format!(
            "<article><h1 class={name}-Title>Ferry line to open in May</h1><div class={name}-story><p class={name}-Text>{FIRST}</p>\
             <h2 class={name}-Heading>What it costs</h2><p class={name}-Text>{SECOND}</p><p class={name}-Text>{THIRD}</p></div></article>"
        );
        assert_eq!(
            lines(&page("", &body)),
            [FIRST, "[headline] What it costs", SECOND, THIRD],
            "{name}"
        );
        let boxed = format!(
            "<article><h1>Ferry line to open in May</h1><p>{FIRST}</p><p>{SECOND}</p><div class={name}-box><h2>Other things</h2><p>A note of a few words.</p></div><p>{THIRD}</p></article>"
        );
        assert_eq!(lines(&page("", &boxed)), [FIRST, SECOND, THIRD], "{name}");
    }
}

#[test]
fn a_button_over_a_panel_of_prose_is_its_heading() {
    for open in [
        "<div><button aria-expanded=false>How will fares change?</button><div class=panel>",
        "<div><h3><button aria-expanded=true>How will fares change?</button></h3><div>",
        "<section><button aria-controls=p1>How will fares change?</button><div id=p1>",
    ] {
        let close = if open.starts_with("<section") {
            "</div></section>"
        } else {
            "</div></div>"
        };
        let found = lines(&article(&format!(
            "{open}<p>Fares stay as they are until the end of next year, the mayor said.</p>{close}"
        )));
        assert!(
            found.iter().any(|l| l == "[headline] How will fares change?"),
            "{open}: {found:#?}"
        );
    }
    let found = lines(&article(
        "<div><button aria-expanded=false>Share this story</button><div><a href=/x>Post it</a></div></div>",
    ));
    assert_eq!(found, [FIRST, SECOND, THIRD]);
}

#[test]
fn notes_keep_their_words_and_lose_their_arrows() {
    for back in [
        "<a href='#r1'>↩</a>",
        "<a href='#r1' role=doc-backlink>↩︎</a>",
        "<a href='#r1'>^</a>",
        "<a href='#r1' role=doc-backlink>Back</a>",
        "<a href='#r1'>↑</a>",
    ] {
        let found = lines(&article(&format!(
            "<ol><li id=n1><p>The vote was eleven to six in the end. {back}</p></li></ol>"
        )));
        assert!(
            found
                .iter()
                .any(|l| l == "The vote was eleven to six in the end."),
            "{back}: {found:#?}"
        );
    }
}
