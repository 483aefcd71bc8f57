//! Tests of blocks.

use super::*;

/// One line a block: kind and words.
fn shown(text: &str) -> String {
    let text = crate::clean::clean(text);
    let layout = find(&text, None, &HashMap::new());
    let mut at = 0;
    let mut out = String::new();
    for b in &layout.blocks {
        let gap = text.get(at..b.span.start as usize).expect("order");
        assert!(gap.trim().is_empty(), "uncovered {gap:?}");
        at = b.span.end as usize;
        out.push_str(&format!(
            "{} {}\n",
            b.kind.as_str(),
            b.span.of(&text).replace('\n', " / ")
        ));
    }
    assert!(text.get(at..).expect("end").trim().is_empty(), "uncovered end");
    out
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let expected: String = expected
        .trim()
        .lines()
        .map(|l| format!("{}\n", l.trim()))
        .collect();
    assert_eq!(shown(text), expected);
}

const LEAD: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";
const SECOND: &str = "The first ship will carry two hundred cars, the harbour office said.";
const THIRD: &str = "A ticket will cost 40 euros, and children will travel free of charge.";

#[test]
fn a_report_with_all_its_parts() {
    check(
        &format!(
            "Ferry Line to Open in May\nBy Ana Ruiz\nApril 14, 2025\n\nThe new pier (Photo: Ana Ruiz)\nThe new pier (Photo: Ana Ruiz)\n\nOslo (VNA) - {LEAD}\n\n{SECOND}\n\nWhat it costs\n\n{THIRD}/.\n\nVNA\n\nSee more\n\nThe old pier (Photo: VNA)\n\nOld Pier to Close\n\nThe old pier will be closed after ninety years, the harbour office said."
        ),
        &format!(
            "headline Ferry Line to Open in May\nbyline By Ana Ruiz\ndateline April 14, 2025\ncaption The new pier (Photo: Ana Ruiz)\nboilerplate The new pier (Photo: Ana Ruiz)\ndateline Oslo (VNA) -\nbody {LEAD}\nbody {SECOND}\nheadline What it costs\nbody {THIRD}\nboilerplate /.\nboilerplate VNA\nteaser See more\nteaser The old pier (Photo: VNA)\nteaser Old Pier to Close\nteaser The old pier will be closed after ninety years, the harbour office said."
        ),
    );
}

#[test]
fn a_date_and_a_dateline_share_the_leads_line() {
    check(
        &format!(" date 2025-04-14 OSLO — {LEAD}\n\n{SECOND} — VNS"),
        &format!("dateline date 2025-04-14 OSLO —\nbody {LEAD}\nbody {SECOND}\nboilerplate — VNS"),
    );
}

#[test]
fn an_author_with_the_agency_behind_is_both() {
    let text = format!("{LEAD}\n{SECOND}\nTrần Minh Đức (Theo Reuters)");
    check(
        &text,
        &format!("body {LEAD}\nbody {SECOND}\nbyline Trần Minh Đức\nboilerplate (Theo Reuters)"),
    );
    let layout = find(&text, None, &HashMap::new());
    assert_eq!(layout.agency.as_deref(), Some("Reuters"));
    assert_eq!(layout.byline.as_deref(), Some("Trần Minh Đức"));
}

#[test]
fn an_agency_that_credits_a_picture_ends_nothing() {
    let part = format!("{LEAD}\n{SECOND}\n{THIRD}\n");
    let more: String = (0..12)
        .map(|i| format!("The ship of day {i} will sail at noon, the office said.\n"))
        .collect();
    let text = format!(
        "Ferry Line to Open in May\n{part}Reuters\nWhat it will cost\n{more}When it will sail\n{more}"
    );
    let text = crate::clean::clean(&text);
    let layout = find(&text, None, &HashMap::new());
    assert!(layout.blocks.iter().all(|b| b.kind != BlockKind::Teaser));
    assert_eq!(layout.agency, None);
}

#[test]
fn a_name_alone_at_the_end_is_a_byline() {
    check(
        &format!("{LEAD}\n{SECOND}\nJo Okafor"),
        &format!("body {LEAD}\nbody {SECOND}\nbyline Jo Okafor"),
    );
}

#[test]
fn a_stamp_names_agency_and_day() {
    let text =
        format!("Ferry line to open in May\nXinhua | Updated: 2025-04-14 17:52\nOSLO -- {LEAD}\n{SECOND}");
    check(
        &text,
        &format!(
            "headline Ferry line to open in May\ndateline Xinhua | Updated: 2025-04-14 17:52\ndateline OSLO --\nbody {LEAD}\nbody {SECOND}"
        ),
    );
    let layout = find(&text, None, &HashMap::new());
    assert_eq!(layout.agency.as_deref(), Some("Xinhua"));
    assert_eq!(
        layout.published.map(|p| p.date.to_string()).as_deref(),
        Some("2025-04-14")
    );
}

#[test]
fn a_box_of_links_inside_does_not_end_the_article() {
    check(
        &format!(
            "{LEAD}\n{SECOND}\nRelated\nOld Pier to Close\n{THIRD}\n{THIRD} Dogs pay half of that price.\n{SECOND} It will sail at nine each day."
        ),
        &format!(
            "body {LEAD}\nbody {SECOND}\nteaser Related\nteaser Old Pier to Close\nbody {THIRD}\nbody {THIRD} Dogs pay half of that price.\nbody {SECOND} It will sail at nine each day."
        ),
    );
}

#[test]
fn an_article_goes_on_behind_a_longer_list_of_links() {
    let text = format!(
        "Ferry to Selby opens in May\n{LEAD}\n{SECOND}\nMore from Oslo\nOld Pier to Close\nNew Bridge is Late Again\nBuses Stop for a Day\nCity Sells Its Trams\n“We are glad that the ship is here at last,” she said.\nThe pier in Selby was built for the ship in two years.\nIt will sail at nine each day of the week but Sunday."
    );
    let shown = shown(&text);
    assert_eq!(shown.matches("\nteaser ").count(), 5, "{shown}");
    assert!(shown.contains("body “We are glad"), "{shown}");
    assert!(
        shown.ends_with("body It will sail at nine each day of the week but Sunday.\n"),
        "{shown}"
    );
}

#[test]
fn a_picture_credit_inside_does_not_end_the_article() {
    let text = format!(
        "{LEAD}\n{SECOND}\nThe pier on Monday. (Ana Ruiz/AP)\nThe ship on Monday. (Reuters)\n{THIRD}\n{THIRD} Dogs pay half.\n{THIRD} Cars pay double.\nOld Pier to Close in June\nNew Bridge is Late Again"
    );
    let shown = shown(&text);
    assert!(!shown.contains("teaser"), "{shown}");
    assert_eq!(find(&text, None, &HashMap::new()).agency, None);
}

#[test]
fn an_agency_that_is_not_listed_is_credited() {
    let agency = |text: &str| {
        find(text, None, &HashMap::new())
            .agency
            .map(agency::Name::into_owned)
    };
    let headed = format!("SELBY (NPN) - {LEAD}\n{SECOND}");
    assert_eq!(agency(&headed).as_deref(), Some("NPN"));
    let signed = format!("{LEAD}\nShe spoke to the Northern Press Network (NPN) on Monday.\n{SECOND}\nNPN");
    assert_eq!(agency(&signed).as_deref(), Some("NPN"));
    assert!(shown(&signed).ends_with("boilerplate NPN\n"));
    for text in [
        format!("SELBY (CNN) - {LEAD}\n{SECOND}"),
        format!("{LEAD}\n{SECOND}\nNPN"),
        format!("{LEAD}\nShe spoke to the Northern Pier Network (NPN) on Monday.\nNPN"),
    ] {
        assert_eq!(agency(&text), None, "{text}");
    }
}

#[test]
fn a_gallery_is_captions() {
    check(
        "Ferry opens in Selby\nPhotos: Ferry opens in Selby Guests wait at the pier. Hide Caption 1 of 2\nPhotos: Ferry opens in Selby The first ship leaves. Hide Caption 2 of 2",
        "headline Ferry opens in Selby
         boilerplate Photos: Ferry opens in Selby
         caption Guests wait at the pier.
         boilerplate Hide Caption 1 of 2
         boilerplate Photos: Ferry opens in Selby
         caption The first ship leaves.
         boilerplate Hide Caption 2 of 2",
    );
}

#[test]
fn what_the_article_tells_of_is_no_author() {
    let text = format!("{LEAD}\n{SECOND}\nThe pier in Selby opens at nine each day.\nSelby Ferries");
    assert_eq!(find(&text, None, &HashMap::new()).byline, None);
}

#[test]
fn lines_broken_at_a_column_are_one_paragraph() {
    check(
        "Ministers of the two coasts agreed on Monday to open a\nferry line in May. The first ship will carry two hundred\ncars, the harbour office said, and a ticket will cost some\n40 euros for a grown person, while children will travel\nfree of charge.\n\nA second ship is planned.",
        "body Ministers of the two coasts agreed on Monday to open a / ferry line in May. The first ship will carry two hundred / cars, the harbour office said, and a ticket will cost some / 40 euros for a grown person, while children will travel / free of charge.\nbody A second ship is planned.",
    );
}

#[test]
fn the_pages_own_words_are_no_body() {
    check(
        &format!(
            "{LEAD}\nAdvertisement\n{SECOND}\nRead more: Old pier to close\n{THIRD}\nCopyright 2025 The Associated Press. All rights reserved."
        ),
        &format!(
            "body {LEAD}\nboilerplate Advertisement\nbody {SECOND}\nteaser Read more: Old pier to close\nbody {THIRD}\nboilerplate Copyright 2025 The Associated Press. All rights reserved."
        ),
    );
}

#[test]
fn odd_texts_have_blocks() {
    for text in ["", "x", "VNA", "See more", "—", "Ana Ruiz", "./.", "\u{301}"] {
        let _ = shown(text);
    }
}
