//! The places of a judged row, as the file of verdicts names them: articles and code points, no words.

use std::fmt;
use std::str::FromStr;

use dossier::model::{Article, Cite};
use dossier::wire::Texts;
use xxhash_rust::xxh3::xxh3_64;

/// An article, or code points of its text: `113-151@ARTICLE`, `@ARTICLE`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Id of the article, blanks and per cent signs as in addresses.
    pub article: String,
    /// First code point and one past the last.
    pub span: Option<(usize, usize)>,
}

impl Place {
    /// The place of a cite. `None` where the record has no such article.
    #[must_use]
    pub fn of(cite: &Cite, texts: &Texts<'_>) -> Option<Self> {
        let text = texts.get(&cite.article)?;
        Some(Self {
            span: Some(text.points(cite.span)),
            ..Self::whole(text.article)
        })
    }

    /// As the file names it: an article by its id where that is a number in hexadecimal, as those from the content are, and
    /// by a hash of any other, since an export's own may be words of a headline.
    #[must_use]
    pub fn named(&self) -> Self {
        let id = self.article.as_str();
        let is_number = |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_hexdigit());
        let is_hash = id.len() == 17 && id.strip_prefix('x').is_some_and(is_number);
        let article = if is_number(id) || is_hash {
            id.to_owned()
        } else {
            format!("x{:016x}", xxh3_64(id.as_bytes()))
        };
        Self {
            article,
            span: self.span,
        }
    }

    /// A whole article.
    #[must_use]
    pub fn whole(article: &Article) -> Self {
        Self {
            article: escape(article.id.as_str()),
            span: None,
        }
    }
}

/// An id without blanks: an export's own ids may be anything.
fn escape(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for c in id.chars() {
        if c.is_whitespace() || c.is_control() || c == '%' {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((start, end)) = self.span {
            write!(f, "{start}-{end}")?;
        }
        write!(f, "@{}", self.article)
    }
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text}: no place; hint: START-END@ARTICLE");
        let (span, article) = text.split_once('@').ok_or_else(wrong)?;
        let span = if span.is_empty() {
            None
        } else {
            let (start, end) = span.split_once('-').ok_or_else(wrong)?;
            let number = |n: &str| n.parse().map_err(|_| wrong());
            Some((number(start)?, number(end)?))
        };
        if article.is_empty() || article.contains(char::is_whitespace) {
            return Err(wrong());
        }
        Ok(Self {
            article: article.to_owned(),
            span,
        })
    }
}

/// The places of one row, as one field.
#[must_use]
pub fn write_all(places: &[Place]) -> String {
    places
        .iter()
        .map(|p| p.named().to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

/// [`write_all`], read back.
///
/// # Errors
/// Where a part is no place, or there is none.
pub fn read_all(text: &str) -> Result<Vec<Place>, String> {
    (text.split(' '))
        .map(|place| place.parse::<Place>().map(|p| p.named()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let places = vec![
            Place {
                article: escape("row 7 at 100%"),
                span: Some((3, 14)),
            },
            Place {
                article: "a@b".to_owned(),
                span: None,
            },
        ];
        let text = write_all(&places);
        assert!(!text.contains("row"), "{text}");
        let named = places.iter().map(Place::named).collect();
        assert_eq!(read_all(&text), Ok(named));
        assert_eq!(places[0].to_string(), "3-14@row%207%20at%20100%25");
    }

    #[test]
    fn an_id_of_words_is_named_by_a_hash() {
        let named = |article: &str| {
            let place = Place {
                article: article.to_owned(),
                span: None,
            };
            place.named().article
        };
        assert_eq!(named("80dee90c9b7689ca"), "80dee90c9b7689ca");
        let hash = named("harbour-opens-at-last");
        assert!(hash.starts_with('x') && hash.len() == 17, "{hash}");
        assert_eq!(named(&hash), hash);
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for wrong in ["", "3-14", "3@a", "x-4@a", "3-4@"] {
            assert!(read_all(wrong).is_err(), "{wrong}");
        }
    }
}
