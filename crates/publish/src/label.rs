//! How a reader knows an article: by its publisher and day.

use std::collections::HashMap;
use std::fmt;

use dossier_model::{Article, BlockKind, Published, PublishedPrecision};

use crate::clean::clean;
use crate::plain;

dossier_world::table!(SITES = "site_names.tsv");

/// Letters of a headline that name an article whose publisher nobody tells.
const HEADLINE: usize = 36;
/// Letters of a text without a headline that stand for one.
const FIRST: usize = 90;
/// Words of a headline that tell two articles of one publisher and day apart, where so few do.
const APART: usize = 3;

/// The name of one article, its own among those that it was made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// The publisher; where nobody tells it, the headline in quotation marks.
    pub(crate) name: String,
    /// Whether `name` is a publisher's.
    pub(crate) is_outlet: bool,
    /// "9 May", with the year where the articles are of several.
    pub(crate) day: Option<String>,
    /// What tells it from another of its publisher and day.
    pub(crate) apart: Option<String>,
}

impl Label {
    /// What stands behind the name: "9 May", "9 May, “Talks open in Oslo”".
    pub(crate) fn rest(&self) -> String {
        let parts: Vec<&str> = self.day.iter().chain(&self.apart).map(String::as_str).collect();
        parts.join(", ")
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = self.rest();
        let between = if rest.is_empty() { "" } else { ", " };
        write!(f, "{}{between}{rest}", self.name)
    }
}

/// The labels of articles that are read together, in their order.
pub(crate) fn labels(articles: &[&Article]) -> Vec<Label> {
    let mut years: Vec<i16> = articles
        .iter()
        .filter_map(|a| a.meta.published)
        .map(|p| p.date.year())
        .collect();
    years.sort_unstable();
    years.dedup();
    let mut labels: Vec<Label> = articles
        .iter()
        .map(|a| {
            let outlet = outlet(a);
            Label {
                is_outlet: outlet.is_some(),
                name: outlet.unwrap_or_else(|| quoted(&cut(&headline(a), HEADLINE))),
                day: a.meta.published.map(|p| day(p, years.len() > 1)),
                apart: None,
            }
        })
        .collect();
    tell_apart(articles, &mut labels);
    labels
}

/// Who published it: as the article says, or as the site calls itself, or the site's address.
pub(crate) fn outlet(article: &Article) -> Option<String> {
    let meta = &article.meta;
    if let Some(outlet) = meta.outlet.as_deref().map(str::trim).filter(|o| !o.is_empty()) {
        return Some(match is_host(outlet) {
            true => site(&outlet.to_lowercase()),
            false => clean(outlet),
        });
    }
    let address = (meta.url.as_deref()).or_else(|| meta.source.contains("://").then_some(&*meta.source));
    address.and_then(host).map(|h| site(&h.to_lowercase()))
}

/// Whether it is an address and no name: "africa.news.example".
fn is_host(name: &str) -> bool {
    let part = |p: &str| !p.is_empty() && p.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    name.contains('.')
        && name.split('.').all(part)
        && name.split('.').next_back().is_some_and(|t| t.len() > 1)
}

/// What the publisher of a site calls itself, or the address without "www".
fn site(host: &str) -> String {
    let host = host.strip_prefix("www.").unwrap_or(host);
    let mut rest = host;
    loop {
        if let Some(name) = SITES.value(rest) {
            return name.to_owned();
        }
        match rest.split_once('.') {
            Some((_, parent)) => rest = parent,
            None => return clean(host),
        }
    }
}

/// "news.example" from an address.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (!host.is_empty()).then_some(host)
}

/// The headline, else the first words of the text.
pub(crate) fn headline(article: &Article) -> String {
    let title = article
        .meta
        .title
        .as_deref()
        .map(str::trim)
        .filter(|t| !t.is_empty());
    let first = || {
        let told = |k: BlockKind| matches!(k, BlockKind::Headline | BlockKind::Body);
        let block = article.blocks().iter().find(|b| told(b.kind));
        block.map(|b| b.span.of(article.text()))
    };
    let line = |text: &str| clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match (title, first()) {
        (Some(title), _) => line(title),
        (None, Some(text)) => cut(&line(text), FIRST),
        (None, None) => "untitled".to_owned(),
    }
}

/// As many whole words as have room, and a mark that there are more.
pub(crate) fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() && out.chars().count() + 1 + word.chars().count() > room {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    let end = out.trim_end_matches([',', ';', ':', '–', '-', '.', ' ']);
    // A word that alone is longer than a line, as scripts without spaces have them.
    let end: String = end.chars().take(room * 2).collect();
    format!("{end} …")
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}

fn day(p: Published, year: bool) -> String {
    let d = p.date;
    match p.precision {
        PublishedPrecision::Year => d.year().to_string(),
        PublishedPrecision::Month => format!("{} {}", plain::short_month(d), d.year()),
        _ if year => format!("{} {} {}", d.day(), plain::short_month(d), d.year()),
        _ => format!("{} {}", d.day(), plain::short_month(d)),
    }
}

/// Articles of one name and day get the first words of their headlines, as many as it takes; where those are
/// alike, the hour; where nothing differs, their order.
fn tell_apart(articles: &[&Article], labels: &mut [Label]) {
    let mut groups: HashMap<(String, Option<String>), Vec<usize>> = HashMap::new();
    for (i, label) in labels.iter().enumerate() {
        groups
            .entry((label.name.clone(), label.day.clone()))
            .or_default()
            .push(i);
    }
    // The order of groups does not count: each changes its own labels alone.
    let mut alike: Vec<Vec<usize>> = groups.into_values().filter(|g| g.len() > 1).collect();
    alike.sort();
    for group in alike {
        let titles: Vec<String> = group
            .iter()
            .filter_map(|&i| articles.get(i))
            .map(|a| headline(a))
            .collect();
        let most = titles.iter().map(|t| t.split(' ').count()).max().unwrap_or(0);
        let enough = (APART..=most.max(APART)).find(|&n| all_differ(&titles, n));
        let first = |t: &String| {
            let words = first_words(t, enough.unwrap_or(APART));
            let more = if words.len() < t.len() { " …" } else { "" };
            quoted(&format!("{words}{more}"))
        };
        let mut apart: Vec<String> = titles.iter().map(first).collect();
        if enough.is_none() {
            let hours = group.iter().filter_map(|&i| articles.get(i)).map(|a| hour(a));
            let with =
                |(a, h): (&String, Option<String>)| h.map_or_else(|| a.clone(), |h| format!("{a}, {h}"));
            apart = apart.iter().zip(hours).map(with).collect();
        }
        let mut times: HashMap<String, usize> = HashMap::new();
        for (i, words) in group.into_iter().zip(apart) {
            let n = times.entry(words.clone()).or_insert(0);
            *n += 1;
            let words = if *n > 1 { format!("{words} ({n})") } else { words };
            if let Some(label) = labels.get_mut(i) {
                label.apart = Some(words);
            }
        }
    }
}

fn first_words(text: &str, n: usize) -> &str {
    let end = text
        .match_indices(' ')
        .nth(n.saturating_sub(1))
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// Whether so many words of each are its own.
fn all_differ(titles: &[String], n: usize) -> bool {
    let mut first: Vec<&str> = titles.iter().map(|t| first_words(t, n)).collect();
    first.sort_unstable();
    first.windows(2).all(|w| w.first() != w.get(1))
}

fn hour(article: &Article) -> Option<String> {
    let time = article.meta.published?.time?;
    Some(format!("{:02}:{:02}", time.hour(), time.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{ArticleDraft, ArticleId, Block, Span};
    use jiff::civil::Date;

    fn article(
        outlet: Option<&str>,
        source: &str,
        title: Option<&str>,
        day: Option<(i16, i8, i8)>,
    ) -> Article {
        let meta = ArticleDraft {
            source: source.to_owned(),
            outlet: outlet.map(str::to_owned),
            title: title.map(str::to_owned),
            published: day.map(|(y, m, d)| Published::on(Date::constant(y, m, d))),
            ..ArticleDraft::default()
        };
        let text = "Nobody saw the ferry leave the harbour of Osk.";
        let span = Span::new(0, text.len());
        let kind = BlockKind::Body;
        Article::new(ArticleId::new("a"), meta, text, vec![Block { kind, span }])
    }

    fn shown(articles: &[Article]) -> Vec<String> {
        let all: Vec<&Article> = articles.iter().collect();
        labels(&all).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_article_is_known_by_its_publisher_or_else_its_headline() {
        let check = |outlet, source, expected: &str| {
            assert_eq!(
                shown(&[article(outlet, source, Some("Ferry leaves Osk"), None)]),
                [expected]
            );
        };
        check(Some("Osk Tribune"), "x.txt", "Osk Tribune");
        check(Some("www.osk.example"), "x.txt", "osk.example");
        check(Some("Africa.ChinaDaily.com.cn"), "x.txt", "China Daily");
        check(Some("St. Osk Post"), "x.txt", "St. Osk Post");
        check(None, "https://www.news.example:80/a/b?c", "news.example");
        check(None, "https://edition.cnn.com/a", "CNN");
        check(None, "reports/012_a1c3e5f70b2d4689.txt", "“Ferry leaves Osk”");
        check(Some("  "), "013_b2d4f6071c3e5a88", "“Ferry leaves Osk”");
    }

    #[test]
    fn without_a_headline_the_first_words_name_it() {
        let untitled = article(None, "012_a1c3e5f70b2d4689.txt", None, Some((2031, 5, 9)));
        assert_eq!(shown(&[untitled]), ["“Nobody saw the ferry leave the …”, 9 May"]);
    }

    #[test]
    fn articles_of_one_outlet_differ_by_day_then_by_headline() {
        let post = |title, day| article(Some("Osk Post"), "x", Some(title), Some(day));
        let first = (2031, 5, 9);
        assert_eq!(
            shown(&[post("A", first), post("B", (2031, 5, 10))]),
            ["Osk Post, 9 May", "Osk Post, 10 May"]
        );
        assert_eq!(
            shown(&[
                post("Ferry leaves Osk late again", first),
                post("Ferry leaves Osk late", first),
                post("Quay closes", first)
            ]),
            [
                "Osk Post, 9 May, “Ferry leaves Osk late again”",
                "Osk Post, 9 May, “Ferry leaves Osk late”",
                "Osk Post, 9 May, “Quay closes”"
            ]
        );
        assert_eq!(
            shown(&[post("A", first), post("A", first)]),
            ["Osk Post, 9 May, “A”", "Osk Post, 9 May, “A” (2)"]
        );
        assert_eq!(
            shown(&[post("A", first), post("A", (2032, 5, 9))]),
            ["Osk Post, 9 May 2031", "Osk Post, 9 May 2032"]
        );
    }
}
