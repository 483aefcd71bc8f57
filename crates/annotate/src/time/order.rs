//! Which of two figures between slashes is the day: what the article shows, then where it comes from.

use dossier_model::Article;
use dossier_world::words;

/// The order of day and month in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 31/12/2024.
    DayFirst,
    /// 12/31/2024.
    MonthFirst,
}

words!(DAY_FIRST = "time/day_first.txt");

/// Regions where dates are written month first. "ca" writes both and "ph" either, so they are in neither list.
const MONTH_FIRST: &[&str] = &["us", "gov", "mil"];

fn of_place(label: &str) -> Option<Order> {
    let low = label.to_ascii_lowercase();
    if DAY_FIRST.has(&low) {
        return Some(Order::DayFirst);
    }
    MONTH_FIRST.contains(&low.as_str()).then_some(Order::MonthFirst)
}

impl Order {
    /// The article's order, where something tells it.
    ///
    /// A date that can be read in one way only ("25/12/2023") tells for the others; two that disagree tell that
    /// nothing is sure. Else the region of the language tag, then the country of the address, then that of an
    /// outlet's name that is an address.
    #[must_use]
    pub fn of(article: &Article) -> Option<Self> {
        match of_text(article.text()) {
            Evidence::Agrees(order) => return Some(order),
            Evidence::Disagrees => return None,
            Evidence::None => {}
        }
        let meta = &article.meta;
        let region = meta
            .language
            .as_deref()
            .and_then(|l| l.split(['-', '_']).skip(1).find(|s| s.len() == 2));
        region
            .and_then(of_place)
            .or_else(|| meta.url.as_deref().and_then(host).and_then(last_label))
            .or_else(|| meta.outlet.as_deref().and_then(last_label))
    }
}

fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, r)| r);
    rest.split(['/', '?', '#', ':']).next()
}

fn last_label(host: &str) -> Option<Order> {
    let (_, label) = host.rsplit_once('.')?;
    of_place(label)
}

enum Evidence {
    None,
    Agrees(Order),
    Disagrees,
}

/// What the dates of the text that can be read in one way only tell of the others.
fn of_text(text: &str) -> Evidence {
    let b = text.as_bytes();
    let mut told = None;
    let mut at = 0;
    while let Some(n) = b.get(at..).and_then(|r| r.iter().position(|c| *c == b'/')) {
        let slash = at + n;
        at = slash + 1;
        let Some((first, second)) = date_around(b, slash) else {
            continue;
        };
        let order = match (first, second) {
            (13..=31, 1..=12) => Order::DayFirst,
            (1..=12, 13..=31) => Order::MonthFirst,
            _ => continue,
        };
        match told {
            Some(o) if o != order => return Evidence::Disagrees,
            _ => told = Some(order),
        }
    }
    told.map_or(Evidence::None, Evidence::Agrees)
}

/// The two figures around the first slash of a date with a year in four figures.
fn date_around(b: &[u8], slash: usize) -> Option<(u8, u8)> {
    let digits = |from: usize, most: usize| {
        b.iter()
            .skip(from)
            .take(most)
            .take_while(|c| c.is_ascii_digit())
            .count()
    };
    let before = b
        .get(..slash)?
        .iter()
        .rev()
        .take(3)
        .take_while(|c| c.is_ascii_digit())
        .count();
    let start = slash - before;
    let behind = digits(slash + 1, 3);
    let second = slash + 1 + behind;
    let chained = start > 0 && b.get(start - 1) == Some(&b'/');
    let whole = (1..=2).contains(&before)
        && (1..=2).contains(&behind)
        && b.get(second) == Some(&b'/')
        && digits(second + 1, 5) == 4
        && !chained;
    let value = |from: usize, to: usize| {
        b.get(from..to)
            .and_then(|d| std::str::from_utf8(d).ok())
            .and_then(|d| d.parse().ok())
    };
    whole.then(|| Some((value(start, slash)?, value(slash + 1, second)?)))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{ArticleDraft, ArticleId};

    #[track_caller]
    fn check(text: &str, language: &str, url: &str, expected: Option<Order>) {
        let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        let meta = ArticleDraft {
            language: some(language),
            url: some(url),
            ..ArticleDraft::default()
        };
        let article = Article::new(ArticleId::new("0"), meta, text, Vec::new());
        assert_eq!(Order::of(&article), expected, "{text} {language} {url}");
    }

    #[test]
    fn the_order_is_told_by_the_text_then_by_its_origin() {
        check("", "", "", None);
        check("", "en", "https://example.com/a.uk", None);
        check("", "en-GB", "", Some(Order::DayFirst));
        check(
            "",
            "en-US",
            "https://paper.example.co.uk/1",
            Some(Order::MonthFirst),
        );
        check("", "en", "https://paper.example.com.au/1", Some(Order::DayFirst));
        check("", "en-CA", "", None);
        check("On 25/12/2023", "en-US", "", Some(Order::DayFirst));
        check("On 12/25/2023, 01/02/2024", "", "", Some(Order::MonthFirst));
        check("On 25/12/2023 and 12/25/2023", "en-US", "", None);
        check("At a/b/c, 1/2, /, 25/12/20234, 3/25/12/2023", "", "", None);
    }
}
