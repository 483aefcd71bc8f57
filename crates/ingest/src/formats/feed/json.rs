//! JSON Feed, read field by field: one entry with an odd field is no reason to lose the others.

use serde_json::{Map, Value};

use super::super::json::{field, parse};
use super::entry::{Base, extent, filled, named, plain};
use crate::Options;
use crate::html;
use crate::queue::Done;
use crate::raw::Raw;
use crate::report::{Piece, Reason};

type Object = Map<String, Value>;

/// The entries of a feed, in its order.
pub(super) fn read(place: &str, text: &str, options: &Options, done: &mut Done) {
    let value = match parse(text.trim_start_matches('\u{feff}')) {
        Ok((value, _)) => value,
        Err(error) => {
            let message = format!("is no feed that can be read ({error}), skipped");
            return done.skip(Piece::File, Reason::Damaged, place, message);
        }
    };
    let Some(feed) = value.as_object() else { return };
    let base = Base::at(field(feed, "home_page_url").or_else(|| field(feed, "feed_url")));
    let items = match feed.get("items") {
        Some(Value::Array(items)) => items.as_slice(),
        Some(one @ Value::Object(_)) => std::slice::from_ref(one),
        _ => &[],
    };
    for (i, item) in items.iter().enumerate() {
        let place = format!("{place}:entry {}", i + 1);
        match item.as_object() {
            Some(item) => read_item(feed, item, &base, place, options, done),
            None => done.skip(Piece::Entry, Reason::Damaged, &place, "is no object, skipped"),
        }
    }
}

fn read_item(feed: &Object, item: &Object, base: &Base, place: String, options: &Options, done: &mut Done) {
    let outlet = field(feed, "title").map(|t| plain(&t).trim().to_owned());
    let markup = field(item, "content_html");
    let text = field(item, "content_text");
    let whole = markup.is_some() || text.is_some();
    let words = markup
        .or(text)
        .or_else(|| field(item, "summary"))
        .unwrap_or_default();
    let own = authors(item);
    let people = if own.is_empty() { authors(feed) } else { own };
    let credit = html::credit(&people, outlet.as_deref());
    let address = field(item, "url").or_else(|| field(item, "external_url"));
    // Many give the address as the identifier.
    let id = || field(item, "id").filter(|id| id.starts_with("http"));
    let raw = Raw {
        source: place,
        url: address.and_then(|a| base.absolute(&a)).or_else(id),
        outlet,
        title: field(item, "title").map(|t| plain(&t)),
        byline: credit.byline,
        agency: credit.agency.map(str::to_owned),
        published: field(item, "date_published"),
        modified: field(item, "date_modified"),
        language: field(item, "language").or_else(|| field(feed, "language")),
        extent: extent(&words, whole),
        ..Raw::default()
    };
    let (raw, hints) = filled(raw, &words);
    done.finish(Piece::Entry, raw, &hints, options);
}

/// The names of `authors` and of the older `author`: objects, words, or lists of either.
fn authors(object: &Object) -> Vec<String> {
    let stated = ["authors", "author"].iter().filter_map(|key| object.get(*key));
    let all = stated.flat_map(|value| match value {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    });
    let names = all.filter_map(|one| match one {
        Value::String(name) => Some(name.clone()),
        Value::Object(person) => field(person, "name"),
        _ => None,
    });
    let mut out: Vec<String> = names.filter_map(|name| named(&name)).collect();
    out.dedup();
    out
}
