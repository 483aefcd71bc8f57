//! NewsML 1 (IPTC, 2000 to 2008), as older newsrooms still export it: an item, with one component or several that have
//! a headline of their own.

use super::newsml::{extended, finish, nitf_body, note_status};
use super::xml::Element;
use crate::Options;
use crate::html;
use crate::queue::Done;
use crate::raw::Raw;
use crate::report::{Piece, Reason};

/// An item.
pub(super) fn read_item(item: &Element, source: &str, options: &Options, done: &mut Done) {
    let management = item.child("NewsManagement");
    let status = management.and_then(|m| formal(m, "Status"));
    let embargo = status.as_deref().filter(|s| s.eq_ignore_ascii_case("embargoed"));
    let standing = status.as_deref().filter(|_| embargo.is_none());
    if !note_status(standing, embargo, source, done) {
        return;
    }
    let mut found = Vec::new();
    headed(item, &mut found);
    if found.is_empty() {
        found.push(item);
    }
    let several = found.len() > 1;
    for (i, component) in found.into_iter().enumerate() {
        let place = if several {
            format!("{source}:part {}", i + 1)
        } else {
            source.to_owned()
        };
        let body = body(component);
        if body.trim().is_empty() {
            done.skip(Piece::Item, Reason::NoPage, &place, "has no text in it, skipped");
            continue;
        }
        let id = item.find("PublicIdentifier").and_then(Element::words);
        let raw = Raw {
            source: place,
            id: id.filter(|_| !several),
            ..described(item, component)
        };
        finish(raw, body, options, done);
    }
}

/// What an item and its component say of themselves.
fn described(item: &Element, component: &Element) -> Raw {
    let lines = component.find("NewsLines");
    let line = |name: &str| lines.and_then(|l| l.child(name)).and_then(Element::words);
    let by: Vec<String> = (lines.into_iter().flat_map(Element::children))
        .filter(|e| e.name == "ByLine")
        .filter_map(Element::words)
        .collect();
    let outlet = ["Provider", "Source", "Creator"]
        .iter()
        .find_map(|name| component.find(name).or_else(|| item.find(name)))
        .and_then(|party| formal(party, "Party"))
        .or_else(|| item.find("ProviderId").and_then(Element::words));
    let credit = html::credit(&by, outlet.as_deref());
    let moment = ["ThisRevisionCreated", "FirstCreated"]
        .iter()
        .find_map(|name| item.at(&["NewsManagement", name])?.words());
    let language = component.find("Language").and_then(|l| l.attribute("FormalName"));
    Raw {
        outlet,
        title: line("HeadLine").map(|t| html::words_of(&t)),
        byline: credit.byline,
        agency: credit.agency.map(str::to_owned),
        published: moment.map(|m| extended(&m)),
        language: language.or_else(|| item.attribute("lang")).map(str::to_owned),
        ..Raw::default()
    }
}

/// The formal name of a child.
fn formal(element: &Element, name: &str) -> Option<String> {
    element.child(name)?.attribute("FormalName").map(str::to_owned)
}

/// The innermost components that have a headline.
fn headed<'e>(element: &'e Element, out: &mut Vec<&'e Element>) {
    for component in element.children().filter(|e| e.name == "NewsComponent") {
        let before = out.len();
        headed(component, out);
        let own = component.at(&["NewsLines", "HeadLine"]).is_some();
        if out.len() == before && own {
            out.push(component);
        }
    }
}

/// The first content with words in it: others are the same in another form.
fn body(component: &Element) -> String {
    let mut contents = Vec::new();
    all(component, &mut contents);
    for content in contents {
        let mut out = String::new();
        match content.find("nitf") {
            Some(nitf) => out = nitf_body(nitf),
            None if content.find("p").is_some() || content.find("body").is_some() => {
                let inner = content.find("body").unwrap_or(content);
                inner.markup(&str::to_owned, &mut out);
            }
            None => content.push_words(&mut out),
        }
        let out = html::unescaped(&out);
        if !out.trim().is_empty() {
            return out.into_owned();
        }
    }
    String::new()
}

fn all<'e>(element: &'e Element, out: &mut Vec<&'e Element>) {
    for child in element.children() {
        let media = formal(child, "MediaType").is_some_and(|kind| !kind.eq_ignore_ascii_case("text"));
        match child.name.as_str() {
            "DataContent" => out.push(child),
            "ContentItem" if media => {}
            _ => all(child, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use dossier_model::Article;

    use crate::queue::Done;

    fn read(items: &str) -> (Vec<Article>, Vec<String>) {
        let text = format!("<?xml version=\"1.0\"?><NewsML Version=\"1.2\"><NewsEnvelope/>{items}</NewsML>");
        let mut done = Done::default();
        super::super::newsml::read_bytes("a.xml", text.into_bytes(), &crate::Options::default(), &mut done);
        done.into_parts()
    }

    fn item(content: &str) -> String {
        format!(
            "<NewsItem xml:lang=\"en\"><Identification><NewsIdentifier><ProviderId>harbour.example</ProviderId>\
             <PublicIdentifier>urn:newsml:7</PublicIdentifier></NewsIdentifier></Identification><NewsManagement>\
             <FirstCreated>20250413T200000+0200</FirstCreated><ThisRevisionCreated>20250414T001500+0200</ThisRevisionCreated>\
             <Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry line to open</HeadLine>\
             <ByLine>By Ana Ruiz</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName=\"Harbour News\"/></Provider>\
             </AdministrativeMetadata>{content}</NewsComponent></NewsItem>"
        )
    }

    const WORDS: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";

    #[test]
    fn reads_content_in_every_form() {
        for content in [
            format!("<p>{WORDS}</p><p>It runs daily.</p>"),
            format!("<html><body><p>{WORDS}</p><p>It runs daily.</p></body></html>"),
            format!(
                "<nitf><body><body.content><p>{WORDS}</p><p>It runs daily.</p></body.content></body></nitf>"
            ),
            format!("&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;It runs daily.&lt;/p&gt;"),
            format!("<![CDATA[{WORDS}\n\nIt runs daily.]]>"),
        ] {
            let content = format!(
                "<NewsComponent><ContentItem><DataContent>{content}</DataContent></ContentItem></NewsComponent>"
            );
            let (articles, notes) = read(&item(&content));
            assert_eq!((articles.len(), notes.len()), (1, 0), "{content} {notes:?}");
            let article = &articles[0];
            assert_eq!(
                article.text(),
                format!("Ferry line to open\n\n{WORDS}\n\nIt runs daily.")
            );
            assert_eq!(article.id.as_str(), "urn:newsml:7");
            assert_eq!(article.meta.outlet.as_deref(), Some("Harbour News"));
            assert_eq!(article.meta.byline.as_deref(), Some("Ana Ruiz"));
            assert_eq!(article.meta.published.map(|p| p.date.day()), Some(14));
        }
    }

    #[test]
    fn what_is_no_article_is_told() {
        let picture = item("<ContentItem Href=\"a.jpg\"><MediaType FormalName=\"Photo\"/></ContentItem>");
        let whole = item(&format!(
            "<ContentItem><DataContent><p>{WORDS}</p></DataContent></ContentItem>"
        ));
        let withdrawn = whole.replace("Usable", "Canceled");
        let (articles, notes) = read(&format!("{picture}{withdrawn}{whole}"));
        assert_eq!((articles.len(), notes.len()), (1, 2), "{notes:?}");
    }

    #[test]
    fn components_with_headlines_are_articles() {
        let part = |n: &str| {
            format!(
                "<NewsComponent><NewsLines><HeadLine>{n} line to open</HeadLine></NewsLines><ContentItem><DataContent><p>{n}: {WORDS}</p></DataContent></ContentItem></NewsComponent>"
            )
        };
        let (articles, _) = read(&item(&format!("{}{}", part("First"), part("Second"))));
        let titles: Vec<_> = articles.iter().filter_map(|a| a.meta.title.as_deref()).collect();
        assert_eq!(titles, ["First line to open", "Second line to open"]);
    }
}
