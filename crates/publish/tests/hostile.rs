//! Whatever an article holds is text in everything that is made of it: pages, tables, calendar, brief, lines.

mod support;

use dom_query::Document;
use dossier_publish::{calendar, csv, findings, html, json, markdown};

/// Words that would do something where they are not taken as words.
const BAD: [&str; 12] = [
    "</script><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)' x='",
    "\" autofocus onfocus=\"alert(1)",
    "</title></style></textarea></svg><svg/onload=alert(1)>",
    "<!--<a href=\"javascript:alert(1)\">",
    "]]><math><mi xlink:href=\"javascript:alert(1)\">",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#x3c;b&#62;",
    "[a](javascript:alert(1)) ![b](x) <https://x.example> `c`\n# d\n- e | f",
    "=HYPERLINK(\"https://x.example\",\"a\")",
    "a\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO;,\\",
    "\u{1b}[2J\u{1b}]0;a\u{7}\u{9b}31m\u{202e}\u{2066}\u{0}\u{feff}{{7*7}}{% if %}",
];

/// Addresses that are none.
const URLS: [&str; 6] = [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://x.example/\" onclick=\"alert(1)",
    "//x.example/<script>",
];

fn each(mut check: impl FnMut(&str, &dossier_model::Dossier)) {
    for bad in BAD {
        for url in URLS {
            check(bad, &support::hostile::dossier(bad, url));
        }
    }
}

#[test]
fn no_element_and_no_attribute_of_a_page_comes_from_an_article() {
    let elements = |body: &str| -> std::collections::BTreeMap<String, usize> {
        let mut count = std::collections::BTreeMap::new();
        let page = Document::from(body);
        for node in page.select("*").nodes() {
            let name = node.node_name().map(|n| n.to_string()).unwrap_or_default();
            for attr in node.attrs() {
                let (key, value) = (attr.name.local.to_string(), attr.value.to_string());
                assert!(
                    !key.starts_with("on") && key != "style" && key != "src" && key != "srcdoc",
                    "{key}={value}"
                );
                if key == "href" {
                    let is_ours = value.starts_with('#')
                        || value.starts_with("story-")
                        || value.ends_with(".json")
                        || value == "index.html";
                    assert!(is_ours || value.starts_with("https://"), "{value:?}");
                }
                *count.entry(format!("{name} {key}")).or_insert(0) += 1;
            }
            *count.entry(name).or_insert(0) += 1;
        }
        count
    };
    // A page of plain words has the same elements with the same attributes; an address that is one adds its link.
    let plain = |pages: &[html::Page]| -> Vec<_> { pages.iter().map(|p| elements(&p.body)).collect() };
    let tame = |url: &str| {
        plain(&html::render(&support::hostile::dossier(
            "plain words of a report",
            url,
        )))
    };
    let (without, with) = (tame("ferry"), tame("https://x.example/a"));
    each(|bad, dossier| {
        let pages = html::render(dossier);
        let made = plain(&pages);
        let expected = if dossier.articles[0]
            .meta
            .url
            .as_deref()
            .is_some_and(|u| u.starts_with("https:"))
        {
            &with
        } else {
            &without
        };
        // The words of two texts are compared run by run, so that the number of marks is the text's.
        let shape = |all: &[std::collections::BTreeMap<String, usize>]| -> Vec<Vec<String>> {
            all.iter().map(|m| m.keys().cloned().collect()).collect()
        };
        assert_eq!(shape(&made), shape(expected), "{bad:?}");
        for (one, other) in made.iter().zip(expected) {
            for name in [
                "script", "style", "a", "svg", "title", "h1", "article", "input", "form", "details",
            ] {
                assert_eq!(one.get(name), other.get(name), "{name} of {bad:?}");
            }
        }
        for page in &pages {
            assert_eq!(
                page.body
                    .matches("http-equiv=\"Content-Security-Policy\"")
                    .count(),
                1
            );
            assert!(
                !page
                    .body
                    .contains(|c: char| c.is_control() && c != '\n' && c != '\t'),
                "{bad:?}"
            );
        }
    });
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    each(|bad, dossier| {
        for file in csv::render(dossier) {
            let mut rows = ::csv::ReaderBuilder::new().from_reader(file.body.as_bytes());
            for row in rows.records() {
                for cell in row.expect("a row of as many cells as the head").iter() {
                    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
                        && cell.parse::<f64>().is_err();
                    assert!(!runs, "{cell:?} of {bad:?} in {}", file.path);
                    assert!(!cell.contains('\u{1b}'), "{cell:?}");
                }
            }
        }
    });
}

#[test]
fn no_line_of_a_calendar_comes_from_an_article() {
    const OURS: [&str; 25] = [
        "BEGIN:VCALENDAR",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "BEGIN:VEVENT",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTSTART;VALUE=DATE",
        "DTEND;VALUE=DATE",
        "SUMMARY",
        "LOCATION",
        "STATUS",
        "TRANSP",
        "CATEGORIES",
        "DESCRIPTION",
        "END:VEVENT",
        "END:VCALENDAR",
        "NAME",
        "X-WR-CALNAME",
        "X-WR-CALDESC",
        "URL",
        "BEGIN:VJOURNAL",
        "END:VJOURNAL",
        "",
    ];
    each(|bad, dossier| {
        let mut dossier = dossier.clone();
        let day = jiff::civil::date(2031, 3, 3);
        for event in dossier.stories.iter_mut().flat_map(|s| &mut s.events) {
            event.status = dossier_model::Status::Planned;
            event.when = Some(support::when(
                Some(day),
                Some(day),
                dossier_model::WhenPrecision::Day,
                bad,
            ));
        }
        let calendar = calendar::render(&dossier).replace("\r\n ", "");
        assert!(calendar.contains("BEGIN:VEVENT"));
        for line in calendar.split("\r\n") {
            let name = line.split_once(':').map_or(line, |(name, _)| name);
            assert!(
                OURS.contains(&name) || OURS.contains(&line),
                "{line:?} of {bad:?}"
            );
            assert!(!line.contains(char::is_control), "{line:?}");
        }
    });
}

#[test]
fn no_link_and_no_mark_up_of_a_brief_comes_from_an_article() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    each(|bad, dossier| {
        let brief = markdown::render(dossier);
        for event in Parser::new_ext(&brief, Options::all()) {
            let is_foreign = matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::InlineMath(_)
                    | Event::DisplayMath(_)
                    | Event::Code(_)
                    | Event::Start(
                        Tag::Link { .. }
                            | Tag::Image { .. }
                            | Tag::CodeBlock(_)
                            | Tag::HtmlBlock
                            | Tag::Strikethrough
                    )
            );
            assert!(!is_foreign, "{event:?} of {bad:?} in\n{brief}");
        }
    });
}

#[test]
fn a_line_of_json_is_one_line_with_the_words_in_it() {
    each(|bad, dossier| {
        let record: serde_json::Value = serde_json::from_str(&json::render(dossier)).expect("JSON");
        assert_eq!(record["articles"][0]["title"], bad);
        let line = findings::extract(&dossier.articles[0]);
        assert!(!line.contains(['\n', '\u{1b}', '\u{0}']), "{line}");
    });
}

#[test]
fn a_terminal_gets_no_control_character() {
    each(|bad, dossier| {
        let read = dossier_model::AnnotatedArticle {
            article: dossier.articles[0].clone(),
            notes: dossier_model::Annotations::default(),
        };
        let shown = findings::show(&read, findings::Style::Plain);
        let moves = |c: char| {
            c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!shown.contains(moves), "{bad:?}\n{shown:?}");
    });
}
