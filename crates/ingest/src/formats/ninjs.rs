//! ninjs (IPTC), from 1.0 to 3.x: a newsroom's item as a JSON object. Version 2 made lists of what were single fields,
//! version 3 writes names in camel case; newsrooms mix them, so each name is looked for in every form.

use serde_json::{Map, Value};

use super::json::field;
use super::newsml::{note_status, page};
use crate::Options;
use crate::html;
use crate::queue::Done;
use crate::raw::{Extent, Hints, Raw};
use crate::report::{Piece, Reason};

dossier_world::words!(ITEM_FIELDS = "formats/ninjs_fields.txt");

type Object = Map<String, Value>;

/// Whether an object is an item: a `uri`, and fields that no other kind of row has.
pub(super) fn is_item(object: &Object) -> bool {
    object.contains_key("uri") && ITEM_FIELDS.iter().any(|name| object.contains_key(*name))
        || object.contains_key("body_html")
        || object.contains_key("body_text")
}

/// An item as an article.
pub(super) fn read(object: &Object, place: &str, options: &Options, done: &mut Done) {
    let status = any(object, &["pubstatus", "pubStatus"]);
    let embargo = any(object, &["embargoed", "embargo"]);
    if !note_status(status.as_deref(), embargo.as_deref(), place, done) {
        return;
    }
    let markup = any(object, &["body_html", "body_xhtml"]).or_else(|| listed(object, "bodies", is_markup));
    let words = any(object, &["body_text"]).or_else(|| listed(object, "bodies", |o| !is_markup(o)));
    let summary = any(object, &["description_html", "description_text"])
        .or_else(|| listed(object, "descriptions", |_| true));
    let whole = markup.is_some() || words.is_some();
    let Some(text) = markup.clone().or(words).or_else(|| summary.clone()) else {
        let kind = any(object, &["type"]).unwrap_or_else(|| "an item".to_owned());
        let message = format!("has no text in it ({kind}), skipped");
        return done.skip(Piece::Item, Reason::NoPage, place, message);
    };
    let uri = any(object, &["uri"]);
    let outlet = ["infosources", "infoSources", "infosource", "infoSource"]
        .iter()
        .find_map(|name| listed_as(object, name, "name"))
        .or_else(|| any(object, &["copyrightholder", "copyrightHolder", "source"]));
    let by: Vec<String> = any(object, &["byline"])
        .map(|b| html::words_of(&b))
        .into_iter()
        .collect();
    let credit = html::credit(&by, outlet.as_deref());
    let raw = Raw {
        source: place.to_owned(),
        url: any(object, &["canonicalurl", "canonicalUrl"])
            .or_else(|| uri.clone())
            .filter(|u| u.starts_with("http")),
        id: any(object, &["id"]).or(uri),
        outlet,
        title: any(object, &["headline"])
            .or_else(|| listed(object, "headlines", |_| true))
            .map(|t| html::words_of(&t)),
        byline: credit.byline,
        agency: credit.agency.map(str::to_owned),
        // The words are those of this version; its days are counted from its own date.
        published: any(
            object,
            &[
                "versioncreated",
                "versionCreated",
                "firstcreated",
                "firstCreated",
                "contentcreated",
                "contentCreated",
            ],
        ),
        language: any(object, &["language"]),
        extent: if whole { Extent::Full } else { Extent::Summary },
        ..Raw::default()
    };
    let text = html::unescaped(&text);
    let is_markup = markup.is_some() || text.contains("</");
    let (raw, hints) = if is_markup {
        html::read(Raw {
            text: page(&text),
            ..raw
        })
    } else {
        let text = text.into_owned();
        (Raw { text, ..raw }, Hints::default())
    };
    done.finish(Piece::Item, raw, &hints, options);
}

fn any(object: &Object, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| field(object, name))
}

/// The first value of a list of variants that is of the wanted sort.
fn listed(object: &Object, name: &str, wanted: impl Fn(&Object) -> bool) -> Option<String> {
    let variants = object.get(name)?.as_array()?.iter().filter_map(Value::as_object);
    variants.filter(|o| wanted(o)).find_map(|o| field(o, "value"))
}

/// A field of the first object in a list.
fn listed_as(object: &Object, name: &str, inner: &str) -> Option<String> {
    let objects = object.get(name)?.as_array()?.iter().filter_map(Value::as_object);
    objects.filter_map(|o| field(o, inner)).next()
}

fn is_markup(body: &Object) -> bool {
    let kind = any(body, &["contenttype", "contentType"]).unwrap_or_default();
    kind.contains("html") || kind.is_empty() && field(body, "value").is_some_and(|v| v.contains("</"))
}

#[cfg(test)]
mod tests {
    use dossier_model::Article;
    use serde_json::json;

    use super::*;

    fn read_one(value: &Value) -> (Option<Article>, Vec<String>) {
        let mut done = Done::default();
        let object = value.as_object().expect("object");
        assert!(is_item(object));
        read(object, "a:1", &Options::default(), &mut done);
        let article = done.found.into_iter().find_map(crate::Found::into_article);
        (
            article,
            done.report.notes.into_iter().map(|n| n.message).collect(),
        )
    }

    #[test]
    fn reads_all_versions() {
        let words = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";
        let one = json!({
            "uri": "urn:h:7", "headline": "Ferry line to open", "body_html": format!("<p>{words}</p>"), "byline": "Ana Ruiz",
            "versioncreated": "2025-04-14T10:20:00+07:00", "language": "en", "copyrightholder": "Harbour News",
        });
        let three = json!({
            "uri": "urn:h:7", "headlines": [{"role": "main", "value": "Ferry line to open"}], "byline": "Ana Ruiz",
            "bodies": [{"contentType": "text/html", "value": format!("<p>{words}</p>")}],
            "versionCreated": "2025-04-14T10:20:00+07:00", "language": "en", "infoSources": [{"name": "Harbour News"}],
        });
        for value in [one, three] {
            let (article, notes) = read_one(&value);
            let article = article.expect("article");
            assert_eq!(notes, Vec::<String>::new());
            assert_eq!(article.text(), format!("Ferry line to open\n\n{words}"));
            assert_eq!(article.meta.outlet.as_deref(), Some("Harbour News"));
            assert_eq!(article.id.as_str(), "urn:h:7");
            assert_eq!(article.meta.published.map(|p| p.date.day()), Some(14));
            assert_eq!(article.meta.extent, Extent::Full);
        }
    }

    #[test]
    fn markup_in_fields() {
        for (headline, expected) in [
            (
                "Two <em>electric</em> ferries &amp; a boat",
                "Two electric ferries & a boat",
            ),
            ("<p>Two ferries</p>", "Two ferries"),
            ("Two ferries<br/>for Eastport", "Two ferries for Eastport"),
            ("5 < 6 ferries", "5 < 6 ferries"),
            ("Use <b> with care", "Use <b> with care"),
        ] {
            let (article, _) = read_one(&json!({
                "uri": "urn:h:7", "headline": headline, "byline": "By <b>Ana Ruiz</b> and Bo Li",
                "body_text": "<p>Ministers agreed on Monday to open a ferry line.</p><p>It opens in May.</p>",
            }));
            let article = article.expect(headline);
            assert_eq!(article.meta.title.as_deref(), Some(expected));
            assert_eq!(article.meta.byline.as_deref(), Some("Ana Ruiz, Bo Li"));
            assert!(
                article.text().ends_with("line.\n\nIt opens in May."),
                "{}",
                article.text()
            );
        }
    }

    #[test]
    fn what_was_withdrawn_is_no_article() {
        let (article, notes) =
            read_one(&json!({"uri": "urn:h:7", "pubstatus": "canceled", "body_text": "It opens in May."}));
        assert!(article.is_none());
        assert_eq!(notes, ["was withdrawn by its publisher, skipped"]);
    }

    #[test]
    fn a_picture_is_no_article() {
        let (article, notes) =
            read_one(&json!({"uri": "urn:h:8", "type": "picture", "versioncreated": "2025-04-14"}));
        assert!(article.is_none());
        assert_eq!(notes, ["has no text in it (picture), skipped"]);
    }

    #[test]
    fn a_description_alone_is_a_summary() {
        let (article, _) = read_one(&json!({
            "uri": "urn:h:7", "pubstatus": "usable", "headline": "Ferry line to open",
            "description_text": "Ministers agreed on Monday to open a ferry line in May.",
        }));
        assert_eq!(article.expect("article").meta.extent, Extent::Summary);
    }
}
