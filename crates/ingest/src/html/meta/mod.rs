//! What a page says about itself: JSON-LD, microdata, OpenGraph and the other conventions of heads, elements that say what
//! they hold.

mod author;
mod moment;
mod names;
mod outlet;
mod title;

use dossier_model::{Evidence, Field};

use super::linked::{self, Linked, Page, Thing};
use super::site;
use super::survey::{Placed, Survey, fold};
use crate::raw::{Raw, section_name};
use crate::{blocks, clean, date, entities};

dossier_world::ranked!(SECTION_FIELDS = "html/fields_section.tsv");

/// The thing of JSON-LD that is the page's article.
pub(super) fn article<'v>(linked: &'v Linked, raw: &Raw, survey: &Survey<'_>) -> Vec<&'v Thing> {
    let url = raw.url.clone().or_else(|| address(raw, survey).map(|a| a.0));
    linked.of_page(&Page {
        url: url.as_deref(),
        titles: titles(survey),
    })
}

/// Keys of what the page's head and first headings call it.
fn titles(survey: &Survey<'_>) -> Vec<String> {
    let fields = survey
        .all(&["og:title", "twitter:title", "title"])
        .map(|f| f.content.clone());
    let headings = survey.headings.iter().take(6).map(Placed::text);
    std::iter::once(survey.title.clone())
        .chain(fields)
        .chain(headings)
        .map(|t| blocks::key(&t))
        .filter(|k| !k.is_empty())
        .collect()
}

pub(super) use names::is_labelled;

/// Whether an office is that of one who makes pictures and does not write.
pub(super) fn is_of_pictures(office: &str) -> bool {
    let lower = office.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    let writes = [
        "reporter",
        "writer",
        "editor",
        "journalist",
        "redakteur",
        "correspondent",
    ];
    words().any(|w| names::PICTURES.has(w)) && !words().any(|w| writes.contains(&w))
}

/// Who is credited with an article.
#[derive(Debug, Default)]
pub(crate) struct Credit {
    /// The people, as one field.
    pub byline: Option<String>,
    /// The agency.
    pub agency: Option<&'static str>,
}

/// The people and the agency of the author fields of a feed or an export. Words that are neither, nor the outlet's own name
/// nor an office, stay as they are.
pub(crate) fn credit(stated: &[String], outlet: Option<&str>) -> Credit {
    let site: Vec<String> = outlet.map(blocks::key).into_iter().collect();
    let mut people: Vec<String> = Vec::new();
    let mut out = Credit::default();
    for line in stated {
        let line = clean_field(line);
        let found = names::read(&line, &site);
        out.agency = out.agency.or(found.agency);
        let known = found.agency.is_some() || site.contains(&blocks::key(&line));
        let office = || line.split_whitespace().any(names::is_other);
        if found.people.is_empty() && !known && !office() && !line.is_empty() {
            people.push(line);
        } else {
            people.extend(found.people);
        }
    }
    people.dedup();
    out.byline = (!people.is_empty()).then(|| people.join(", "));
    out
}

/// What the fields of a page tell that is no field of the article.
pub(super) struct Told {
    /// The language with the region by which days are written.
    pub language: Option<String>,
    /// What a field writes of the day of publication, where it may mean two days.
    pub doubt: Option<String>,
}

/// Fills the fields that `raw` lacks, and says how each is known.
pub(super) fn fill(raw: &mut Raw, survey: &Survey<'_>, linked: &Linked, things: &[&Thing]) -> Told {
    if let Some((url, evidence)) = address(raw, survey) {
        raw.url = Some(url);
        raw.known.set(Field::Url, evidence);
    }
    let host = raw.url.as_deref().and_then(site::host);
    let stated = title::stated(survey, things);
    let outlet = outlet::find(survey, linked, things, host.as_deref());
    let headline = title::find(survey, &stated, &outlet.keys);
    let heading = headline.heading;
    set(raw, Field::Title, headline.title);
    let authors = author::find(survey, linked, things, heading, &outlet.keys);
    set(raw, Field::Outlet, outlet.name);
    set(
        raw,
        Field::Byline,
        authors.people.map(|(people, e)| (people.join(", "), e)),
    );
    set(
        raw,
        Field::Agency,
        authors
            .agency
            .or(outlet.agency)
            .or_else(|| credited(linked, things))
            .map(|(a, e)| (a.to_owned(), e)),
    );
    set(raw, Field::Language, language(survey, linked, things));
    let regional = regional(raw.language.as_deref(), survey, host.as_deref());
    let dates = moment::Dates {
        survey,
        things,
        heading,
        language: regional.as_deref(),
    };
    let changes = dates.changes();
    let published = dates.published(changes.first());
    // Where nothing was changed, programs print the moment of publication once more.
    let later = |m: &moment::Moment| published.as_ref().is_none_or(|p| date::is_after(m.when, p.when));
    let modified = changes.into_iter().find(later);
    set(
        raw,
        Field::Modified,
        modified.map(|m| (date::written(m.when), m.evidence)),
    );
    let doubt = dates.doubtful().filter(|_| published.is_none());
    set(
        raw,
        Field::Published,
        published.map(|m| (date::written(m.when), m.evidence)),
    );
    set(raw, Field::Section, section(survey, linked, things));
    Told {
        language: regional,
        doubt,
    }
}

/// The language with its region, where a page states that elsewhere: `og:locale`, or an address under a country's name.
fn regional(language: Option<&str>, survey: &Survey<'_>, host: Option<&str>) -> Option<String> {
    let language = language?;
    if language.contains(['-', '_']) {
        return Some(language.to_owned());
    }
    let locale = survey.field(&["og:locale"]).map(|f| f.content.as_str());
    let locale = locale.filter(|l| l.split(['-', '_']).next() == Some(language) && l.len() > language.len());
    let country = host
        .and_then(|h| h.rsplit('.').next())
        .filter(|top| top.len() == 2);
    Some(match (locale, country) {
        (Some(locale), _) => locale.to_owned(),
        (None, Some("uk")) => format!("{language}-GB"),
        (None, Some(country)) => format!("{language}-{country}"),
        (None, None) => language.to_owned(),
    })
}

fn set(raw: &mut Raw, field: Field, found: Option<(String, Evidence)>) {
    let place = match field {
        Field::Url => &mut raw.url,
        Field::Outlet => &mut raw.outlet,
        Field::Agency => &mut raw.agency,
        Field::Title => &mut raw.title,
        Field::Byline => &mut raw.byline,
        Field::Published => &mut raw.published,
        Field::Modified => &mut raw.modified,
        Field::Language => &mut raw.language,
        Field::Section => &mut raw.section,
    };
    if place.is_none()
        && let Some((text, evidence)) = found
    {
        *place = Some(text);
        raw.known.set(field, evidence);
    }
}

/// The page's own address. Where the page was fetched is known, another on the same site may be the right one; one of another site
/// is where a copy was taken from.
fn address(raw: &Raw, survey: &Survey<'_>) -> Option<(String, Evidence)> {
    let own = raw.url.as_deref();
    let shown = survey.field(&["og:url"]);
    let shown_base = shown.map(|f| f.content.as_str());
    let stated_base = survey
        .base
        .as_deref()
        .and_then(|b| absolute(b, own.or(shown_base)));
    let base = stated_base.as_deref().or(own).or(shown_base);
    let canonical = survey.canonical.as_deref().map(|c| (c, Evidence::Element));
    let fields = canonical
        .into_iter()
        .chain(shown.map(|f| (f.content.as_str(), f.evidence)));
    for (stated, evidence) in fields {
        let Some(url) = absolute(stated, base) else {
            continue;
        };
        let fits = own.is_none_or(|own| {
            let domain = |u: &str| site::host(u).map(|h| site::domain(&h).to_owned());
            // A front page as the address of an article is a template's fault.
            domain(own) == domain(&url) && (has_path(&url) || !has_path(own))
        });
        if fits {
            return Some((url, evidence));
        }
    }
    None
}

fn has_path(url: &str) -> bool {
    let rest = url.split_once("//").map_or(url, |r| r.1);
    rest.split_once('/')
        .is_some_and(|r| r.1.trim_matches('/').len() > 1)
}

/// An absolute web address; `None` where it is none and there is no base to tell it by.
pub(crate) fn absolute(url: &str, base: Option<&str>) -> Option<String> {
    let url = url.trim();
    if url.len() > 2_000 || url.is_empty() || url.contains(char::is_whitespace) {
        return None;
    }
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return site::host(url).map(|_| url.to_owned());
    }
    let base = base.filter(|b| b.starts_with("http://") || b.starts_with("https://"))?;
    let (scheme, rest) = base.split_once("//")?;
    if let Some(other) = url.strip_prefix("//") {
        return Some(format!("{scheme}//{other}"));
    }
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let rest = rest.get(..end)?;
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if url.starts_with('/') {
        return Some(format!("{scheme}//{host}{url}"));
    }
    // "05/ferry", "../ferry": meant from the folder of the base. Other schemes and places on the page are no address.
    // A name alone is an entry's own and no path.
    if url.starts_with(['#', '?'])
        || !url.contains(['/', '.'])
        || url.split('/').next().is_some_and(|first| first.contains(':'))
    {
        return None;
    }
    let mut folders: Vec<&str> = path.split('/').skip(1).collect();
    folders.pop();
    for part in url.split('/') {
        match part {
            "." => {}
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    Some(format!("{scheme}//{host}/{}", folders.join("/")))
}

/// The agency that data credits.
fn credited(linked: &Linked, things: &[&Thing]) -> Option<(&'static str, Evidence)> {
    let keys = ["sourceOrganization", "provider", "copyrightHolder", "creditText"];
    things.iter().take(4).find_map(|thing| {
        let values = keys.iter().filter_map(|k| thing.get(*k));
        let mut names = values.flat_map(|v| linked::texts(linked, v));
        names.find_map(|n| Some((crate::agency::by_name(n)?, Evidence::JsonLd)))
    })
}

fn language(survey: &Survey<'_>, linked: &Linked, things: &[&Thing]) -> Option<(String, Evidence)> {
    let tag = |text: &str| crate::language::tag(text).map(|_| text.trim().to_owned());
    let data = things
        .iter()
        .filter_map(|t| t.get("inLanguage"))
        .flat_map(|v| linked::texts(linked, v));
    let mut data = data.filter_map(tag).map(|t| (t, Evidence::JsonLd));
    let element = survey
        .language
        .as_deref()
        .and_then(tag)
        .map(|t| (t, Evidence::Element));
    const LANGUAGE_FIELDS: &[&str] = &[
        "inlanguage",
        "dc.language",
        "dcterms.language",
        "og:locale",
        "content-language",
        "language",
    ];
    data.next().or(element).or_else(|| {
        survey
            .all(LANGUAGE_FIELDS)
            .find_map(|f| Some((tag(&f.content)?, f.evidence)))
    })
}

/// The part of the paper: a few words that are no address and no number.
fn section(survey: &Survey<'_>, linked: &Linked, things: &[&Thing]) -> Option<(String, Evidence)> {
    let data = things
        .iter()
        .filter_map(|t| t.get("articleSection"))
        .flat_map(|v| linked::texts(linked, v));
    let data = data.map(|t| (t.to_owned(), Evidence::JsonLd));
    let fields = survey
        .all(&SECTION_FIELDS)
        .map(|f| (f.content.clone(), f.evidence));
    let fits = |text: &str| {
        let letters = text.chars().any(char::is_alphabetic);
        letters && text.chars().count() <= 60 && !is_address(text)
    };
    fields
        .chain(data)
        .filter_map(|(t, e)| Some((section_name(&t)?, e)))
        .find(|(t, _)| fits(t))
}

fn is_address(text: &str) -> bool {
    text.contains("://") || text.starts_with("//") || text.starts_with("www.")
}

/// A field as plain words on one line: entities that a template escaped twice are read.
fn clean_field(text: &str) -> String {
    fold(&clean::clean(&entities::decoded(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_meant_from_a_base() {
        let base = Some("https://harbour.example/2025/05/index.html?x=1#top");
        for (url, expected) in [
            ("ferry", None),
            ("ferry.html", Some("https://harbour.example/2025/05/ferry.html")),
            ("./ferry", Some("https://harbour.example/2025/05/ferry")),
            ("../04/ferry", Some("https://harbour.example/2025/04/ferry")),
            ("../../../ferry", Some("https://harbour.example/ferry")),
            ("/ferry", Some("https://harbour.example/ferry")),
            ("//coast.example/ferry", Some("https://coast.example/ferry")),
            ("https://coast.example/ferry", Some("https://coast.example/ferry")),
            ("mailto:ana@harbour.example", None),
            ("javascript:void(0)", None),
            ("#top", None),
            ("", None),
        ] {
            assert_eq!(absolute(url, base).as_deref(), expected, "{url}");
        }
        assert_eq!(absolute("ferry", None), None);
        assert_eq!(absolute("ferry", Some("/2025/")), None);
        assert_eq!(
            absolute("a/ferry", Some("https://harbour.example")).as_deref(),
            Some("https://harbour.example/a/ferry")
        );
    }
}
