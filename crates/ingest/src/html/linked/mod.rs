//! JSON-LD (schema.org): what a page says about itself in scripts of data. Read once for each page.

mod body;
mod repair;

use serde_json::{Map, Value};

use super::survey::Survey;
use crate::blocks;

dossier_world::table!(TYPES = "html/article_types.tsv");

/// The values of a page's scripts.
#[derive(Debug, Default)]
pub(super) struct Linked {
    values: Vec<Value>,
}

/// One thing that is described.
pub(super) type Thing = Map<String, Value>;

/// Things that are looked at, and how deep they may stand in each other.
const MOST: (usize, usize) = (2_000, 8);

impl Linked {
    /// Reads the scripts of a page.
    pub(super) fn read(survey: &Survey<'_>) -> Self {
        let values = survey
            .data
            .iter()
            .filter_map(|node| repair::parse(&node.text()))
            .collect();
        Self { values }
    }

    /// All things, in order: those of lists and graphs, and those that stand in others as what they are about.
    pub(super) fn things(&self) -> Vec<&Thing> {
        let mut out = Vec::new();
        for value in &self.values {
            collect(value, 0, &mut out);
        }
        out
    }

    /// What an `@id` stands for, where it is told elsewhere on the page.
    pub(super) fn resolve<'v>(&'v self, value: &'v Value) -> &'v Value {
        let Some(id) = reference(value) else { return value };
        self.values.iter().find_map(|v| by_id(v, id, 0)).unwrap_or(value)
    }

    /// The thing that is this page's article, and the further things that are of this page, best first. A page may
    /// describe related stories beside its own: those have other addresses and other headlines.
    pub(super) fn of_page<'v>(&'v self, page: &Page<'_>) -> Vec<&'v Thing> {
        let mut ranked: Vec<(i32, usize, &Thing)> = Vec::new();
        for (i, thing) in self.things().into_iter().enumerate() {
            let Some(rank) = rank(thing) else { continue };
            let headline = ["headline", "name"]
                .iter()
                .find_map(|k| thing.get(*k)?.as_str())
                .map(blocks::key)
                .filter(|k| !k.is_empty());
            let titled = headline.as_deref().map(|h| page.is_titled(h));
            let address = ["url", "mainEntityOfPage", "@id"]
                .iter()
                .find_map(|k| address(thing.get(*k)?));
            let here = address.and_then(|a| page.is_at(a));
            let media = kinds(thing).any(|k| matches!(k, "VideoObject" | "AudioObject"));
            // A film in the text has a day of its own; a page that is one has its name.
            let own = titled == Some(true) || here == Some(true) && !media;
            if (here == Some(false) || media) && !own {
                continue;
            }
            let mut score = rank;
            score += match titled {
                Some(true) => 6,
                Some(false) => -6,
                None => 0,
            };
            score += if here == Some(true) { 3 } else { 0 };
            ranked.push((-score, i, thing));
        }
        ranked.sort_by_key(|r| (r.0, r.1));
        ranked.into_iter().map(|r| r.2).collect()
    }
}

/// What tells a page's own article from others that it describes.
#[derive(Debug, Default)]
pub(super) struct Page<'p> {
    /// Its address, where known.
    pub url: Option<&'p str>,
    /// Keys of what its head and headings call it.
    pub titles: Vec<String>,
}

impl Page<'_> {
    fn is_titled(&self, headline: &str) -> bool {
        self.titles.iter().any(|t| {
            let (short, long) = if t.len() < headline.len() {
                (t.as_str(), headline)
            } else {
                (headline, t.as_str())
            };
            short.len() >= 8 && long.contains(short) || short == long
        })
    }

    /// `None` where it cannot be told.
    fn is_at(&self, address: &str) -> Option<bool> {
        let own = path(self.url?)?;
        let other = path(address)?;
        (other.len() > 1).then_some(own == other)
    }
}

/// Path of an address, without slash at its end, query and fragment.
fn path(url: &str) -> Option<&str> {
    let rest = url.split_once("//").map_or(url, |r| r.1);
    let at = rest.find('/')?;
    let path = rest.get(at..)?.split(['?', '#']).next()?;
    Some(path.trim_end_matches('/'))
}

fn address(value: &Value) -> Option<&str> {
    match value {
        Value::String(s) => Some(s.as_str()),
        Value::Object(o) => o.get("@id").or_else(|| o.get("url")).and_then(Value::as_str),
        _ => None,
    }
    .filter(|a| a.contains('/'))
}

/// How well a kind of thing describes an article; `None` where it describes none.
fn rank(thing: &Thing) -> Option<i32> {
    let dated = ["datePublished", "headline", "uploadDate"]
        .iter()
        .any(|key| thing.contains_key(*key));
    kinds(thing)
        .filter_map(|kind| match TYPES.value(kind) {
            Some(rank) => rank.parse().ok(),
            None if matches!(kind, "VideoObject" | "AudioObject") => dated.then_some(0),
            None => dated.then_some(2),
        })
        .max()
        .or_else(|| (!thing.contains_key("@type") && dated).then_some(2))
}

/// What a thing says that it is.
pub(super) fn kinds(thing: &Thing) -> impl Iterator<Item = &str> {
    let kinds = match thing.get("@type") {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    kinds.iter().filter_map(Value::as_str).map(|k| {
        // Some write the whole address.
        k.rsplit(['/', ':', '#']).next().unwrap_or(k)
    })
}

/// The texts of a value: itself, those of a list, the names of things.
pub(super) fn texts<'v>(linked: &'v Linked, value: &'v Value) -> Vec<&'v str> {
    match linked.resolve(value) {
        Value::String(s) => vec![s.as_str()],
        Value::Array(all) => all.iter().take(32).flat_map(|v| texts_once(linked, v)).collect(),
        Value::Object(o) => match o.get("@list").and_then(Value::as_array) {
            Some(all) => all.iter().take(32).flat_map(|v| texts_once(linked, v)).collect(),
            None => name(o).into_iter().collect(),
        },
        _ => Vec::new(),
    }
}

fn texts_once<'v>(linked: &'v Linked, value: &'v Value) -> Option<&'v str> {
    match linked.resolve(value) {
        Value::String(s) => Some(s.as_str()),
        Value::Object(o) => name(o),
        _ => None,
    }
}

/// The names of the people and companies in a value, and whether each is a company: lists in lists, names that are things,
/// names in parts. Who took the pictures is left out.
pub(super) fn people(linked: &Linked, value: &Value, depth: usize, out: &mut Vec<(String, bool)>) {
    if depth > MOST.1 || out.len() >= 32 {
        return;
    }
    match linked.resolve(value) {
        Value::String(name) => out.push((name.clone(), false)),
        Value::Array(all) => all.iter().for_each(|v| people(linked, v, depth + 1, out)),
        Value::Object(thing) => {
            let office = ["jobTitle", "roleName"]
                .iter()
                .find_map(|k| thing.get(*k)?.as_str());
            if office.is_some_and(super::meta::is_of_pictures) {
                return;
            }
            let company = kinds(thing).any(|k| k.ends_with("Organization") || k == "Corporation");
            let before = out.len();
            for key in ["name", "@value", "@list", "author", "alternateName", "legalName"] {
                if let Some(inner) = thing.get(key).filter(|_| out.len() == before) {
                    named(linked, inner, depth, out);
                }
            }
            if out.len() == before {
                let part = |key: &str| thing.get(key).and_then(Value::as_str).map(str::trim);
                let parts = [part("givenName"), part("familyName")];
                let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
                out.push((name, false));
            }
            let own = out.iter_mut().skip(before);
            own.for_each(|found| found.1 |= company);
        }
        _ => {}
    }
}

/// The names in a name: of one in several languages the first, else all.
fn named(linked: &Linked, value: &Value, depth: usize, out: &mut Vec<(String, bool)>) {
    let first = value.as_array().and_then(|all| all.first());
    match first.filter(|v| v.get("@language").is_some()) {
        Some(first) => people(linked, first, depth + 1, out),
        None => people(linked, value, depth + 1, out),
    }
}

/// What a thing is called.
pub(super) fn name(thing: &Thing) -> Option<&str> {
    let stated = ["name", "@value", "alternateName"];
    match stated.iter().find_map(|key| thing.get(*key))? {
        Value::String(s) => Some(s.as_str()),
        // A name in several languages.
        Value::Array(all) => all.iter().find_map(Value::as_str),
        // Some put the thing itself where its name should be.
        Value::Object(o) => o.get("@value").or_else(|| o.get("name"))?.as_str(),
        _ => None,
    }
}

fn reference(value: &Value) -> Option<&str> {
    let object = value.as_object()?;
    let bare = object.keys().all(|k| matches!(k.as_str(), "@id" | "@type"));
    object.get("@id").filter(|_| bare)?.as_str()
}

fn by_id<'v>(value: &'v Value, id: &str, depth: usize) -> Option<&'v Value> {
    if depth > MOST.1 {
        return None;
    }
    match value {
        Value::Object(o) => {
            let own = o.get("@id").and_then(Value::as_str) == Some(id) && o.contains_key("name");
            if own {
                return Some(value);
            }
            o.values().find_map(|v| by_id(v, id, depth + 1))
        }
        Value::Array(a) => a.iter().find_map(|v| by_id(v, id, depth + 1)),
        _ => None,
    }
}

fn collect<'v>(value: &'v Value, depth: usize, out: &mut Vec<&'v Thing>) {
    if depth > MOST.1 || out.len() >= MOST.0 {
        return;
    }
    match value {
        Value::Array(all) => all.iter().for_each(|v| collect(v, depth + 1, out)),
        Value::Object(thing) => {
            out.push(thing);
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = thing.get(key).filter(|v| !v.is_string()) {
                    collect(inner, depth + 1, out);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn linked(scripts: &[&str]) -> Linked {
        let html: String = scripts
            .iter()
            .map(|s| format!("<script type=\"application/ld+json\">{s}</script>"))
            .collect();
        Linked::read(&Survey::of(&Document::from(html)))
    }

    #[test]
    fn the_page_s_own_article_is_told_from_related_ones() {
        let linked = linked(&[
            r#"[{"@type":"NewsArticle","headline":"Old pier to close","url":"https://harbour.example/pier"}]"#,
            r#"{"@graph":[{"@type":"WebPage","name":"Ferry line to open | Harbour News"},
                {"@type":["NewsArticle"],"headline":"Ferry line to open","author":{"@id":"/ana"}},
                {"@type":"Person","@id":"/ana","name":"Ana Ruiz"}]}"#,
        ]);
        let page = Page {
            url: Some("https://harbour.example/ferry"),
            titles: vec!["ferrylinetoopen".into()],
        };
        let things = linked.of_page(&page);
        let article = things.first().expect("an article");
        assert_eq!(article["headline"], "Ferry line to open");
        assert_eq!(texts(&linked, &article["author"]), ["Ana Ruiz"]);
        assert!(
            things
                .iter()
                .all(|t| t.get("headline") != Some(&"Old pier to close".into()))
        );
    }
}
