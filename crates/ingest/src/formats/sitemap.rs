//! Sitemaps and their indexes (sitemaps.org), with the news extension: lists of what to fetch.

use std::ops::ControlFlow;

use dossier_model::Basis;

use super::file::{decoded, note_cut};
use super::xml::{self, Element};
use crate::queue::{Done, Queue};
use crate::report::{Found, Listed, Outcome, Piece, Reason};
use crate::stream::Stream;
use crate::{Options, date, html, language};

/// A file that is a list.
pub(super) fn read(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let (bytes, more) = stream.take_all(queue.options.limits.piece);
    let place = source.to_owned();
    queue.push(source, bytes.len(), move |options, done| {
        if more {
            note_cut(&place, "sitemap", options.limits.piece, done);
        }
        read_bytes(&place, bytes, options, done);
    })
}

/// The addresses of a list, each once it is whole.
pub(super) fn read_bytes(place: &str, bytes: Vec<u8>, _: &Options, done: &mut Done) {
    let stated = html::stated_encoding(&bytes);
    let text = decoded(place, bytes, stated.as_deref(), done);
    let mut number = 0;
    let result = xml::each(&text, &["url", "sitemap"], |element| {
        number += 1;
        let source = format!("{place}:entry {number}");
        match listed(&element, source.clone()) {
            Some(listed) => {
                done.report.tally.add(Piece::Address, Outcome::Listed);
                done.found.push(Found::Listed(listed));
            }
            None => done.skip(
                Piece::Address,
                Reason::Empty,
                &source,
                "no address in it, skipped",
            ),
        }
    });
    if let Err(error) = result {
        done.report.note(
            place,
            format!("is damaged behind entry {number} ({error}), the rest was left"),
        );
    }
}

fn listed(element: &Element, source: String) -> Option<Listed> {
    let url = element.child("loc")?.words()?;
    if !url.starts_with("http://") && !url.starts_with("https://") {
        return None;
    }
    let words = |path: &[&str]| element.at(path).and_then(Element::words);
    // `lastmod` is when the page last changed, which is not when it was published.
    let published = words(&["news", "publication_date"]);
    Some(Listed {
        source,
        url,
        title: words(&["news", "title"]),
        outlet: words(&["news", "publication", "name"]),
        published: published.and_then(|d| date::parse_published(&d, Basis::Metadata)),
        language: words(&["news", "publication", "language"]).and_then(|l| language::tag(&l)),
        index: element.name == "sitemap",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Listed>, usize) {
        let mut done = Done::default();
        read_bytes(
            "map.xml",
            text.as_bytes().to_vec(),
            &Options::default(),
            &mut done,
        );
        let listed = done.found.into_iter().filter_map(|f| match f {
            Found::Listed(listed) => Some(listed),
            Found::Article(_) => None,
        });
        (listed.collect(), done.report.notes.len())
    }

    #[test]
    fn reads_the_news_extension() {
        let (all, notes) = read(
            "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://harbour.example/1</loc>
             <lastmod>2025-05-01</lastmod><news:news><news:publication><news:name>Harbour News</news:name>
             <news:language>en</news:language></news:publication><news:publication_date>2025-04-14T10:20:00+07:00</news:publication_date>
             <news:title>Ferry line to open &amp; close</news:title></news:news></url><url><loc>https://harbour.example/2</loc>
             <lastmod>2025-05-01</lastmod></url></urlset>",
        );
        assert_eq!((all.len(), notes), (2, 0));
        assert_eq!(all[0].title.as_deref(), Some("Ferry line to open & close"));
        assert_eq!(all[0].outlet.as_deref(), Some("Harbour News"));
        assert_eq!(
            all[0].published.map(|p| p.date.to_string()).as_deref(),
            Some("2025-04-14")
        );
        assert_eq!((all[1].published, all[1].index), (None, false));
    }

    #[test]
    fn an_index_lists_lists() {
        let (all, _) =
            read("<sitemapindex><sitemap><loc>https://harbour.example/a.xml</loc></sitemap></sitemapindex>");
        assert!(all[0].index);
    }

    #[test]
    fn an_entry_without_an_address_is_a_note() {
        assert_eq!(
            read("<urlset><url><loc>javascript:x</loc></url><url/></urlset>").1,
            2
        );
    }
}
