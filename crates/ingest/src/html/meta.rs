//! What a page says about itself.

use dom_query::Document;
use dom_smoothie::Readability;

use crate::article::Raw;
use crate::blocks;

/// Fills the fields that `raw` lacks.
pub(super) fn fill(raw: &mut Raw, page: &Readability) {
    let linked = page.parse_json_ld();
    let meta = page.get_article_metadata(linked);
    let site = meta
        .site_name
        .clone()
        .filter(|s| !s.trim().is_empty())
        .or_else(|| {
            first_attr(
                &page.doc,
                &[
                    ("meta[property='og:site_name']", "content"),
                    ("meta[name='application-name']", "content"),
                ],
            )
        });
    raw.url = raw
        .url
        .take()
        .or_else(|| {
            absolute(first_attr(
                &page.doc,
                &[
                    ("link[rel='canonical']", "href"),
                    ("meta[property='og:url']", "content"),
                ],
            ))
        })
        .or_else(|| absolute(meta.url.clone()));
    raw.published = raw
        .published
        .take()
        .or_else(|| published(&page.doc, meta.published_time.as_deref()))
        .or_else(|| super::linked::published(&page.doc).filter(|t| is_readable(t)));
    raw.modified = raw
        .modified
        .take()
        .or_else(|| {
            const PLACES: &[(&str, &str)] = &[
                ("meta[property='article:modified_time']", "content"),
                ("meta[itemprop='dateModified']", "content"),
                ("[itemprop='dateModified']", "datetime"),
                ("[itemprop='dateModified']", "content"),
            ];
            PLACES
                .iter()
                .find_map(|place| first_attr(&page.doc, &[*place]).filter(|t| is_readable(t)))
        })
        .or_else(|| super::linked::modified(&page.doc).filter(|t| is_readable(t)));
    raw.language = raw
        .language
        .take()
        .or_else(|| meta.lang.clone())
        .or_else(|| first_attr(&page.doc, &[("html", "lang")]));
    raw.byline = raw.byline.take().or_else(|| byline(meta.byline.as_deref()));
    raw.title = raw
        .title
        .take()
        .or_else(|| title(&page.doc, &meta.title, site.as_deref()));
    raw.outlet = raw.outlet.take().or(site);
}

/// The first of the given attributes that is there and not empty.
fn first_attr(doc: &Document, places: &[(&str, &str)]) -> Option<String> {
    places.iter().find_map(|(selector, attr)| {
        let value = doc.select(selector).attr(attr)?.trim().to_owned();
        (!value.is_empty()).then_some(value)
    })
}

fn absolute(url: Option<String>) -> Option<String> {
    url.filter(|u| u.starts_with("http://") || u.starts_with("https://"))
}

fn published(doc: &Document, known: Option<&str>) -> Option<String> {
    known.filter(|t| is_readable(t)).map(str::to_owned).or_else(|| {
        const PLACES: &[(&str, &str)] = &[
            ("meta[property='article:published_time']", "content"),
            ("meta[property='article:published']", "content"),
            ("meta[property='og:article:published_time']", "content"),
            ("meta[itemprop='datePublished']", "content"),
            ("meta[name='article:published_time']", "content"),
            ("meta[name='datePublished']", "content"),
            ("meta[name='pubdate']", "content"),
            ("meta[name='publishdate']", "content"),
            ("meta[name='publish-date']", "content"),
            ("meta[name='publication_date']", "content"),
            ("meta[name='parsely-pub-date']", "content"),
            ("meta[name='sailthru.date']", "content"),
            ("meta[name='DC.date.issued']", "content"),
            ("meta[name='dc.date']", "content"),
            ("meta[name='date']", "content"),
            ("meta[name='Date']", "content"),
            ("[itemprop='datePublished']", "datetime"),
            ("[itemprop='datePublished']", "content"),
            ("time[pubdate]", "datetime"),
            ("meta[property='og:datePublished']", "content"),
            ("article time[datetime]", "datetime"),
            ("time[datetime]", "datetime"),
        ];
        PLACES
            .iter()
            .find_map(|place| first_attr(doc, &[*place]).filter(|t| is_readable(t)))
    })
}

fn is_readable(field: &str) -> bool {
    crate::date::parse_published(field, dossier_model::Basis::Metadata).is_some()
}

/// The author as a name: no address, no page, no "By".
fn byline(field: Option<&str>) -> Option<String> {
    let name = field?.trim();
    let fits = !name.is_empty()
        && name.len() <= 200
        && !name.contains("://")
        && !name.contains('\n')
        && !name.contains('@');
    fits.then(|| name.to_owned())
}

/// The page's headline without the site's name behind it: the heading that says most of what a field states, as readers
/// see it, else the field. Fields are written for search engines; a heading that shares nothing with them is another
/// story's.
fn title(doc: &Document, stated: &str, site: Option<&str>) -> Option<String> {
    let stated = stated.trim();
    let shown = first_attr(doc, &[("meta[property='og:title']", "content")]).unwrap_or_default();
    let element = doc.select_single("title").text();
    let fields: Vec<Vec<String>> = [stated, shown.trim(), element.trim()]
        .iter()
        .map(|t| words(t))
        .collect();
    let mut best: Option<(usize, String)> = None;
    for node in doc.select("h1").iter().take(12) {
        let text = node.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let own = words(&text);
        if blocks::key(&text).len() < 12 || site.is_some_and(|s| blocks::key(s) == blocks::key(&text)) {
            continue;
        }
        let shared = fields.iter().map(|f| shared(&own, f)).max().unwrap_or(0);
        let enough = shared * 2 >= own.len() && (shared >= 2 || own.len() == 1 && shared == 1);
        if enough && best.as_ref().is_none_or(|(most, _)| shared > *most) {
            best = Some((shared, text));
        }
    }
    if let Some((_, text)) = best {
        return Some(text);
    }
    let site = site.map(blocks::key);
    let mut out = stated;
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « "] {
        if let Some((head, tail)) = out.rsplit_once(mark)
            && site.as_ref().is_some_and(|s| {
                let tail = blocks::key(tail);
                !tail.is_empty() && (*s == tail || s.contains(&tail) || tail.contains(s.as_str()))
            })
        {
            out = head.trim();
            break;
        }
    }
    (!out.is_empty()).then(|| out.to_owned())
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn shared(own: &[String], field: &[String]) -> usize {
    own.iter().filter(|w| field.contains(w)).count()
}
