//! Who published a page.

use dossier_model::Evidence;

use super::super::linked::{self, Linked, Thing};
use super::super::survey::{Placed, Survey};
use super::{clean_field, is_address};
use crate::{agency, blocks};

dossier_world::words!(SERVICES = "html/publishing_services.txt");

/// The outlet, and every name that the site goes by.
#[derive(Debug, Default)]
pub(super) struct Outlet {
    /// Its name, and how it is known.
    pub name: Option<(String, Evidence)>,
    /// Keys of all names.
    pub keys: Vec<String>,
    /// An agency that is named as the publisher of another's page.
    pub agency: Option<(&'static str, Evidence)>,
}

/// Reads what fields say, then what the title ends or begins with, where the host says the same.
pub(super) fn find(survey: &Survey<'_>, linked: &Linked, things: &[&Thing], host: Option<&str>) -> Outlet {
    let mut names: Vec<(String, Evidence)> = Vec::new();
    let publishers = things
        .iter()
        .take(6)
        .filter_map(|t| t.get("publisher"))
        .flat_map(|p| linked::texts(linked, p));
    names.extend(publishers.map(|p| (p.to_owned(), Evidence::JsonLd)));
    for field in survey.all(&["og:site_name"]) {
        names.push((field.content.clone(), Evidence::OpenGraph));
    }
    for thing in linked.things() {
        if linked::kinds(thing).any(|k| k == "WebSite" || k == "NewsMediaOrganization") {
            names.extend(linked::name(thing).map(|n| (n.to_owned(), Evidence::JsonLd)));
        }
    }
    const FIELDS: &[&str] = &[
        "dc.publisher",
        "dcterms.publisher",
        "publisher",
        "application-name",
        "apple-mobile-web-app-title",
        "cre",
    ];
    for field in survey.all(FIELDS) {
        names.push((field.content.clone(), field.evidence));
    }
    for (_, placed) in survey.properties.iter().filter(|(n, _)| n == "publisher").take(4) {
        names.extend(property_name(placed).map(|n| (n, Evidence::Microdata)));
    }
    let titles = [
        survey.title.as_str(),
        survey.field(&["og:title"]).map_or("", |f| f.content.as_str()),
    ];
    let mut names: Vec<(String, Evidence)> = names
        .into_iter()
        .filter_map(|(n, e)| Some((tidy(&n)?, e)))
        // Some put the page's own title where the application's name belongs.
        .filter(|(n, _)| !titles.iter().any(|t| blocks::key(t) == blocks::key(n)))
        .collect();
    if let Some(host) = host {
        names.extend(in_title(titles[0], host).map(|n| (n, Evidence::Element)));
    }
    let mut out = Outlet {
        keys: names.iter().map(|n| blocks::key(&n.0)).collect(),
        ..Outlet::default()
    };
    out.keys.extend(host.map(blocks::key));
    out.keys.extend(host.map(|h| blocks::key(label(h))));
    out.keys.retain(|k| k.len() >= 2);
    let wire = names.iter().find_map(|(n, e)| Some((agency::by_name(n)?, *e)));
    // Where a page names an agency and another, the agency wrote and the other printed.
    let other = names.iter().find(|(n, _)| agency::by_name(n).is_none());
    match (other, wire) {
        (Some(name), wire) => {
            out.name = Some(name.clone());
            out.agency = wire.filter(|w| w.1 == Evidence::JsonLd);
        }
        (None, Some(_)) => out.name = names.first().cloned(),
        (None, None) => {}
    }
    out
}

fn property_name(placed: &Placed<'_>) -> Option<String> {
    let named = placed
        .node
        .descendants_it()
        .find(|n| n.attr("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("name")));
    match named {
        Some(node) => Some(
            node.attr("content")
                .map_or_else(|| node.text().to_string(), |c| c.to_string()),
        ),
        None => Some(placed.text()).filter(|t| t.len() <= 60),
    }
}

/// A name without the slogan behind it; `None` where it is an address, a number or a service that hosts pages.
fn tidy(name: &str) -> Option<String> {
    let name = clean_field(name);
    let head = [" | ", " – ", " — ", " - ", " :: ", ": "]
        .iter()
        .find_map(|m| name.split_once(m).map(|p| p.0.trim()))
        .filter(|h| h.chars().count() >= 3)
        .unwrap_or(&name);
    let head = head.trim_start_matches('@').trim();
    let key = blocks::key(head);
    let fits = key.len() >= 2 && head.len() <= 80 && !is_address(head) && !SERVICES.has(&key);
    (fits && !key.bytes().all(|b| b.is_ascii_digit())).then(|| head.to_owned())
}

/// The part of a title at one of its ends that has the letters of the host's name: titles end in the outlet's name.
fn in_title(title: &str, host: &str) -> Option<String> {
    let host = blocks::key(label(host));
    let ends = [" | ", " - ", " – ", " — ", " :: ", ": ", " « "]
        .iter()
        .flat_map(|m| {
            let last = title.rsplit_once(m).map(|p| p.1);
            let first = title.split_once(m).map(|p| p.0);
            [last, first]
        });
    let mut found = ends.flatten().map(str::trim).filter(|part| {
        let key = blocks::key(part);
        let bare = key.strip_prefix("the").unwrap_or(&key);
        key.len() >= 3 && (host == key || host == bare || host.strip_prefix("the") == Some(bare))
    });
    found.next().map(str::to_owned)
}

/// The label that a host is known by: "harbour" of `news.harbour.co.uk`.
pub(super) fn label(host: &str) -> &str {
    let own = super::super::site::domain(host);
    own.split('.').next().unwrap_or(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn outlet(html: &str, host: &str) -> (Option<String>, Option<&'static str>) {
        let doc = Document::from(html);
        let survey = Survey::of(&doc);
        let linked = Linked::read(&survey);
        let things = linked.things();
        let found = find(&survey, &linked, &things, Some(host));
        (found.name.map(|n| n.0), found.agency.map(|a| a.0))
    }

    #[test]
    fn names_by_fields_and_titles() {
        for (html, host, expected) in [
            (
                "<meta property=og:site_name content='Harbour News | All from the coast'>",
                "harbour.example",
                Some("Harbour News"),
            ),
            (
                "<meta property=og:site_name content='https://harbour.example'>",
                "harbour.example",
                None,
            ),
            (
                "<title>Ferry line to open - Harbour News</title>",
                "www.harbournews.co.uk",
                Some("Harbour News"),
            ),
            (
                "<title>The Pier Post: Ferry line to open</title>",
                "thepierpost.example",
                Some("The Pier Post"),
            ),
            ("<title>Ferry line to open - Sport</title>", "pier.example", None),
        ] {
            assert_eq!(outlet(html, host).0.as_deref(), expected, "{html}");
        }
    }

    #[test]
    fn an_agency_wrote_what_another_printed() {
        let html = r#"<meta property=og:site_name content='Harbour News'><script type="application/ld+json">
            {"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Associated Press"}}</script>"#;
        assert_eq!(
            outlet(html, "harbour.example"),
            (Some("Harbour News".into()), Some("AP"))
        );
    }
}
