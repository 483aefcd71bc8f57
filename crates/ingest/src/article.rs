//! From what a format tells to an article: clean text, blocks, metadata, id.

use crate::raw::{Hints, Raw, field, one_line, section_name};
use crate::{Options, Reason, agency, blocks, clean, date, entities, language, mojibake};
use dossier_model::{
    Article, ArticleDraft, ArticleId, Basis, Block, BlockKind, Evidence, Field, Note, Published,
    PublishedPrecision,
};

/// Makes the article.
///
/// # Errors
/// Where there is no sentence in it: a note says so, and the reason is for the tally.
pub(crate) fn finish(
    raw: Raw,
    hints: &Hints,
    options: &Options,
    notes: &mut Vec<Note>,
) -> Result<Article, Reason> {
    let title = raw.title.as_deref().map(field).filter(|t| !t.is_empty());
    let text = prepare_text(&raw, title.as_deref(), hints, options, notes);
    let layout = blocks::find(&text, title.as_deref(), &hints.roles);
    if !layout.blocks.iter().any(|b| is_told(b, &text)) {
        // A headline that a field states is news by itself; a line that merely looks like one is not.
        let headed = title.as_deref().is_some_and(|t| t.split(' ').count() >= 3);
        if text.is_empty() || !headed {
            let (why, reason) = if text.is_empty() {
                ("no text, skipped", Reason::Empty)
            } else {
                ("no sentence in it, skipped", Reason::NoSentence)
            };
            notes.push(Note::new(raw.source, why));
            return Err(reason);
        }
        notes.push(Note::new(&raw.source, "nothing but a headline in it"));
    }
    let id = raw.id.as_deref().and_then(given_id);
    let (meta, blocks) = describe(raw, title, &text, layout, options, notes);
    let id = id.unwrap_or_else(|| id_of(&text, &meta));
    Ok(Article::new(id, meta, text, blocks))
}

/// The clean text, with the headline in front where it is not there already.
fn prepare_text(
    raw: &Raw,
    title: Option<&str>,
    hints: &Hints,
    options: &Options,
    notes: &mut Vec<Note>,
) -> String {
    if let Some(why) = hints.remark {
        notes.push(Note::new(
            &raw.source,
            format!("{why}, its words alone were kept"),
        ));
    }
    let repaired = mojibake::repair(&raw.text);
    if repaired.is_some() {
        notes.push(Note::new(
            &raw.source,
            "letters that were read as windows-1252 and are UTF-8 were turned back",
        ));
    }
    let mut text = clean::clean(&entities::decoded(repaired.as_deref().unwrap_or(&raw.text)));
    if text.len() > options.limits.article {
        text.truncate(clean::cut(&text, options.limits.article).len());
        notes.push(Note::new(
            &raw.source,
            format!(
                "text is longer than {} MB and was cut; hint: split the file into articles",
                options.limits.article / 1_000_000
            ),
        ));
    }
    if let Some(title) = title
        && !text.is_empty()
        && !starts_with_title(&text, title)
    {
        text = format!("{title}\n\n{text}");
    }
    text
}

/// Whether a block tells news: body or caption with a sentence in it.
fn is_told(block: &Block, text: &str) -> bool {
    matches!(block.kind, BlockKind::Body | BlockKind::Caption) && has_sentence(block.span.of(text))
}

/// What is known of the article and how, and its blocks. A field counts before the text, for all but the agency.
fn describe(
    raw: Raw,
    title: Option<String>,
    text: &str,
    layout: blocks::Layout,
    options: &Options,
    notes: &mut Vec<Note>,
) -> (ArticleDraft, Vec<Block>) {
    let url = raw.url.as_deref().map(one_line).filter(|u| !u.is_empty());
    let mut known = raw.known.clone();
    let published = published(&raw, &layout, url.as_deref(), options, notes);
    let modified = modified(&raw, published.map(|p| p.0));
    let outlet = raw.outlet.as_deref().map(field).filter(|o| !o.is_empty());
    let (outlet, outlet_from) = first([
        (outlet, None),
        (url.as_deref().and_then(host), Some(Evidence::Url)),
        (options.outlet.clone(), Some(Evidence::Option)),
    ]);
    let (agency, agency_from) = first([
        (layout.agency.map(agency::Name::into_owned), Some(Evidence::Text)),
        (raw.agency.as_deref().map(field), None),
    ]);
    let (title, title_from) = first([(title, None), (layout.title, Some(Evidence::Text))]);
    let byline = raw.byline.as_deref().map(author).filter(|b| !b.is_empty());
    let (byline, byline_from) = first([(byline, None), (layout.byline, Some(Evidence::Text))]);
    let (language, language_from) = language::detect(text, &layout.blocks, raw.language.as_deref());
    let section = raw.section.as_deref().and_then(section_name);
    // What a format gives and says no more of is a field of its own.
    let mut say = |field: Field, there: bool, from: Option<Evidence>| {
        if there && (from.is_some() || known.of(field).is_none()) {
            known.set(field, from.unwrap_or(Evidence::Record));
        }
    };
    say(Field::Url, url.is_some(), None);
    say(Field::Outlet, outlet.is_some(), outlet_from);
    say(Field::Agency, agency.is_some(), agency_from);
    say(Field::Title, title.is_some(), title_from);
    say(Field::Byline, byline.is_some(), byline_from);
    say(Field::Published, published.is_some(), published.and_then(|p| p.1));
    say(Field::Modified, modified.is_some(), None);
    say(Field::Language, language.is_some(), language_from);
    say(Field::Section, section.is_some(), None);
    let meta = ArticleDraft {
        outlet,
        agency,
        title,
        byline,
        published: published.map(|p| p.0),
        modified,
        language,
        section,
        known,
        extent: raw.extent,
        source: raw.source,
        url,
        ..ArticleDraft::default()
    };
    (meta, layout.blocks)
}

/// The name that an article has by its content: sixteen hexadecimal digits of the text and of what tells two
/// printings of it apart (URL, outlet, day).
#[must_use]
pub fn content_id(article: &Article) -> ArticleId {
    id_of(article.text(), &article.meta)
}

fn id_of(text: &str, meta: &ArticleDraft) -> ArticleId {
    let mut hash = xxhash_rust::xxh3::Xxh3::new();
    let day = meta.published.map(|p| p.date.to_string());
    for field in [
        Some(text),
        meta.url.as_deref(),
        meta.outlet.as_deref(),
        day.as_deref(),
    ] {
        hash.update(field.unwrap_or("").as_bytes());
        hash.update(&[0]);
    }
    ArticleId::new(format!("{:016x}", hash.digest()))
}

/// An export's own id, so that its rows can be joined with ours.
fn given_id(id: &str) -> Option<ArticleId> {
    let id = one_line(id);
    (!id.is_empty() && id.len() <= 200).then(|| ArticleId::new(id))
}

/// The first value that there is, and how it is known.
fn first<const N: usize>(
    values: [(Option<String>, Option<Evidence>); N],
) -> (Option<String>, Option<Evidence>) {
    values.into_iter().find(|v| v.0.is_some()).unwrap_or_default()
}

/// A field says it, else the user, else the text, else the file's name; with how it is known where no field says it.
fn published(
    raw: &Raw,
    layout: &blocks::Layout,
    url: Option<&str>,
    options: &Options,
    notes: &mut Vec<Note>,
) -> Option<(Published, Option<Evidence>)> {
    if let Some(field) = raw.published.as_deref().map(str::trim).filter(|f| !f.is_empty()) {
        match date::parse_in_language(field, Basis::Metadata, raw.language.as_deref()) {
            Some(found) => return Some((found, None)),
            None => notes.push(Note::new(
                &raw.source,
                format!(
                    "publication date {:?} is no date that can be read; hint: write 2025-04-14",
                    clean::cut(field, 60)
                ),
            )),
        }
    }
    let named = |name: Option<&str>| name.and_then(date::find_in_name);
    [
        (options.published, Evidence::Option),
        (layout.published.or(raw.shown), Evidence::Text),
        (named(raw.file.as_deref()), Evidence::FileName),
        (named(url), Evidence::Url),
    ]
    .into_iter()
    .find_map(|(found, from)| Some((found?, Some(from))))
}

/// A change is stated to the day at least, and comes after what it changes: templates print the epoch, or the day the page
/// was made for another text, and where nothing was changed, the moment of publication once more.
fn modified(raw: &Raw, published: Option<Published>) -> Option<Published> {
    let field = raw.modified.as_deref()?.trim();
    let found = date::parse_in_language(field, Basis::Metadata, raw.language.as_deref())?;
    let is_later = published.is_none_or(|p| date::is_after(found, p));
    (found.precision >= PublishedPrecision::Day && is_later).then_some(found)
}

/// The host of an address, without "www.".
fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map(|p| p.1)?;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?;
    let host = host.split(':').next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (host.contains('.')).then(|| host.to_owned())
}

/// An author field without "By".
fn author(stated: &str) -> String {
    let line = field(stated);
    match line.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => line.get(3..).unwrap_or("").to_owned(),
        _ => line,
    }
}

/// Whether one of the first lines is the headline already.
fn starts_with_title(text: &str, title: &str) -> bool {
    let key = blocks::key(title);
    text.lines()
        .filter(|l| !l.is_empty())
        .take(4)
        .any(|l| blocks::key(l) == key)
}

/// At least a few words with letters, ended as sentences end or long enough to be one; scripts without spaces
/// count by characters.
fn has_sentence(text: &str) -> bool {
    let text = clean::cut(text, 4_000);
    let wide = text
        .chars()
        .filter(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
        .count();
    let words = text
        .split_whitespace()
        .filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() >= 2)
        .count();
    let ended = text.contains(['.', '!', '?', '。', '！', '？', '।', '…', '"', '”']);
    wide >= 8 || words >= 3 && ended || words >= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ministers of the two coasts agreed on Monday to open a ferry line in May.";

    fn made(raw: Raw) -> (Option<Article>, Vec<Note>) {
        let mut notes = Vec::new();
        (
            finish(raw, &Hints::default(), &Options::default(), &mut notes).ok(),
            notes,
        )
    }

    #[test]
    fn the_id_comes_from_the_content_alone() {
        let raw = |source: &str| Raw {
            source: source.into(),
            text: TEXT.into(),
            ..Raw::default()
        };
        let id = |raw| made(raw).0.expect("article").id;
        assert_eq!(id(raw("a.txt")), id(raw("b.txt")));
        assert_eq!(id(raw("a.txt")).as_str().len(), 16);
        assert_ne!(
            id(raw("a.txt")),
            id(Raw {
                outlet: Some("Harbour News".into()),
                ..raw("a.txt")
            })
        );
        assert_eq!(
            id(Raw {
                id: Some(" row 7 ".into()),
                ..raw("a.txt")
            })
            .as_str(),
            "row 7"
        );
    }

    #[test]
    fn a_change_comes_after_publication() {
        let day = |text: &str| date::parse_published(text, Basis::Metadata);
        for (published, field, kept) in [
            ("2025-04-14T10:20:00Z", "2025-04-14T10:20:01Z", true),
            ("2025-04-14T10:20:00Z", "2025-04-14T12:20:00+02:00", false),
            ("2025-04-14T10:20:00Z", "2025-04-14T10:19:59Z", false),
            ("2025-04-14T10:20:00Z", "2025-04-14T10:20:00", false),
            ("2025-04-14T10:20:00Z", "2025-04-14T18:20:00", true),
            ("2025-04-14T10:20:00", "2025-04-14T10:10:00", false),
            ("2025-04-14", "2025-04-14", false),
            ("2025-04-14", "2025-04-15", true),
            ("2025-04-14", "1970-01-01", false),
        ] {
            let raw = Raw {
                modified: Some(field.to_owned()),
                ..Raw::default()
            };
            let found = modified(&raw, day(published));
            assert_eq!(found.is_some(), kept, "{published} {field}");
        }
    }

    #[test]
    fn a_section_is_one_name() {
        let name = |field| section_name(field);
        assert_eq!(name("news,crime-news").as_deref(), Some("news"));
        assert_eq!(name(" World &amp; Coast ").as_deref(), Some("World & Coast"));
        assert_eq!((name("Front Page"), name("")), (None, None));
    }

    #[test]
    fn a_title_is_put_in_front_once() {
        let raw = |text: &str| Raw {
            title: Some("Ferry line to open".into()),
            text: text.into(),
            ..Raw::default()
        };
        let text = |raw| made(raw).0.expect("article").text().to_owned();
        assert_eq!(text(raw(TEXT)), format!("Ferry line to open\n\n{TEXT}"));
        let with = format!("Ferry Line to Open\n{TEXT}");
        assert_eq!(text(raw(&with)), with);
    }

    #[test]
    fn a_text_without_a_sentence_is_skipped_with_a_note() {
        for text in ["", "1\n2\n3", "Milk\nEggs\nBread", "x", "=====\n-----"] {
            let (article, notes) = made(Raw {
                source: "x.txt".into(),
                text: text.into(),
                ..Raw::default()
            });
            assert!(article.is_none(), "{text:?}");
            assert_eq!(notes.len(), 1, "{text:?}");
        }
    }

    #[test]
    fn a_stated_headline_is_news_by_itself() {
        let raw = Raw {
            title: Some("Ferry line to open in May".into()),
            text: "Copyright 2025. All rights reserved.".into(),
            ..Raw::default()
        };
        let (article, notes) = made(raw);
        assert!(article.is_some());
        assert_eq!(notes.len(), 1);
    }

    #[test]
    fn dates_by_rank() {
        let raw = |published: Option<&str>, source: &str, text: &str| Raw {
            published: published.map(str::to_owned),
            source: source.into(),
            file: Some(source.into()),
            text: text.into(),
            ..Raw::default()
        };
        let day = |raw| {
            made(raw)
                .0
                .and_then(|a| a.meta.published)
                .map(|p| (p.date.to_string(), p.basis))
        };
        let dated = format!("date 2025-04-13 {TEXT}");
        assert_eq!(
            day(raw(Some("2025-04-14"), "2025-04-12.txt", &dated)),
            Some(("2025-04-14".into(), Basis::Metadata))
        );
        assert_eq!(
            day(raw(None, "2025-04-12.txt", &dated)),
            Some(("2025-04-13".into(), Basis::Text))
        );
        assert_eq!(
            day(raw(None, "2025-04-12.txt", TEXT)),
            Some(("2025-04-12".into(), Basis::FileName))
        );
        assert_eq!(day(raw(None, "a.txt", TEXT)), None);
        assert_eq!(made(raw(Some("soon"), "a.txt", TEXT)).1.len(), 1);
    }

    #[test]
    fn hosts() {
        assert_eq!(
            host("https://www.harbour.example/a?b").as_deref(),
            Some("harbour.example")
        );
        assert_eq!(host("harbour"), None);
    }
}
