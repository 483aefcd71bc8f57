use std::sync::Arc;

use jiff::civil::{Date, Time as ClockTime};
use jiff::tz::Offset;

use crate::{Coverage, Known, Span, Version};

/// Name of an article: 16 lowercase hexadecimal digits made from its content, the same on every run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(Arc<str>);

impl ArticleId {
    /// An id as given; ingest makes it from a stable hash of the text and what is known of the article.
    pub fn new(id: impl Into<Arc<str>>) -> Self {
        Self(id.into())
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for ArticleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a stretch of an article is. Only [`Headline`](Self::Headline), [`Caption`](Self::Caption) and
/// [`Body`](Self::Body) are evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A title, or a heading inside the article.
    Headline,
    /// Who wrote it.
    Byline,
    /// "BEIJING — ", "Beijing (VNA) - ", "date 2025-04-14": place, agency and date in front of the lead.
    Dateline,
    /// Words beside a picture.
    Caption,
    /// A paragraph of the article.
    Body,
    /// Headline, caption or lead of another story ("See more"). Never evidence.
    Teaser,
    /// Agency sign-off, share bar, copyright line, advertisement. Never evidence.
    Boilerplate,
}

impl BlockKind {
    /// Whether facts may rest on it.
    #[must_use]
    pub fn is_evidence(self) -> bool {
        matches!(self, Self::Headline | Self::Caption | Self::Body)
    }

    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Caption => "caption",
            Self::Body => "body",
            Self::Teaser => "teaser",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// One paragraph-like stretch. Blocks are in text order, do not overlap, and hold every character of the
/// text that is not white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without white space at its edges.
    pub span: Span,
}

/// How exactly the publication moment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublishedPrecision {
    /// The year alone.
    Year,
    /// Year and month.
    Month,
    /// A day.
    Day,
    /// Date and time of day.
    Second,
}

/// How the publication moment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// A field of the page, the feed or the export.
    Metadata,
    /// The user's `--published`.
    Option,
    /// A date line in the text.
    Text,
    /// The file's name.
    FileName,
}

/// When an article was published.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Published {
    /// The day, in the publisher's own time zone; the first of the month or year where less is known.
    pub date: Date,
    /// Time of day, where known.
    pub time: Option<ClockTime>,
    /// Distance from UTC, where stated.
    pub offset: Option<Offset>,
    /// How exact it is.
    pub precision: PublishedPrecision,
    /// How it is known.
    pub basis: Basis,
}

impl Published {
    /// A day that the user or a corpus gives.
    #[must_use]
    pub fn on(date: Date) -> Self {
        Self {
            date,
            time: None,
            offset: None,
            precision: PublishedPrecision::Day,
            basis: Basis::Option,
        }
    }
}

/// How much of an article its text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Extent {
    /// All of it, as far as the source gives it.
    #[default]
    Full,
    /// A feed's or an export's summary of a text that stands elsewhere.
    Summary,
}

impl Extent {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Summary => "summary",
        }
    }
}

/// Everything that ingest knows of an article before its text is frozen.
#[derive(Debug, Clone, Default)]
pub struct ArticleDraft {
    /// Path or URL as the user gave it.
    pub source: String,
    /// Canonical URL.
    pub url: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The news agency that is credited with the text: "VNA", "AP", "Reuters".
    pub agency: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The authors' names, without "By" and offices.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// When this text of it was last changed, as its publisher states; never before [`published`](Self::published).
    pub modified: Option<Published>,
    /// BCP 47 language tag.
    pub language: Option<String>,
    /// The part of the paper that it stands in, in the publisher's words.
    pub section: Option<String>,
    /// How each of these is known.
    pub known: Known,
    /// Whether the text is the whole article.
    pub extent: Extent,
    /// Further sources of the same article, sorted, without `source`.
    pub also: Vec<String>,
    /// Which layers were read, where only some were.
    pub coverage: Option<Coverage>,
    /// Its place among the versions of one address, where there are several.
    pub version: Option<Box<Version>>,
}

/// What was published, frozen: the text never changes, so spans stay true.
#[derive(Debug, Clone)]
pub struct Article {
    /// Name, from the content.
    pub id: ArticleId,
    /// What is known about it.
    pub meta: ArticleDraft,
    blocks: Arc<[Block]>,
    text: Arc<str>,
}

impl Article {
    /// Freezes an article. `text` is in Unicode normal form C; blocks that do not fit it, overlap an earlier
    /// one or are empty are dropped.
    #[must_use]
    pub fn new(id: ArticleId, meta: ArticleDraft, text: impl Into<Arc<str>>, mut blocks: Vec<Block>) -> Self {
        let text: Arc<str> = text.into();
        blocks.sort_by_key(|b| b.span);
        let mut end = 0;
        blocks.retain(|b| {
            let fits = b.span.start >= end && !b.span.is_empty() && text.get(b.span.range()).is_some();
            if fits {
                end = b.span.end;
            }
            fits
        });
        Self {
            id,
            meta,
            blocks: blocks.into(),
            text,
        }
    }

    /// The same article with other blocks, as [`new`](Self::new) takes them.
    #[must_use]
    pub fn with_blocks(&self, blocks: Vec<Block>) -> Self {
        Self::new(self.id.clone(), self.meta.clone(), Arc::clone(&self.text), blocks)
    }

    /// A text that is one body block, as a test, a corpus or a program hands it in; the day of publication where
    /// it is known.
    #[must_use]
    pub fn plain(text: &str, day: Option<Date>) -> Self {
        let meta = ArticleDraft {
            published: day.map(Published::on),
            ..ArticleDraft::default()
        };
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        Self::new(ArticleId::new("plain"), meta, text, vec![block])
    }

    /// The whole text that all spans point into.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a later version has taken its place: it stands in no story then.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        self.meta.version.as_ref().is_some_and(|v| v.later.is_some())
    }

    /// The blocks in text order.
    #[must_use]
    #[inline]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The blocks that facts may rest on, in text order.
    pub fn evidence(&self) -> impl Iterator<Item = Block> {
        self.blocks.iter().copied().filter(|b| b.kind.is_evidence())
    }

    /// The block that holds `span`.
    #[must_use]
    pub fn block_of(&self, span: Span) -> Option<Block> {
        let i = self.blocks.partition_point(|b| b.span.end <= span.start);
        self.blocks.get(i).copied().filter(|b| b.span.contains(span))
    }

    /// The day the article's own relative times ("on Monday") are counted from, where it is known to the day.
    #[must_use]
    pub fn reference_day(&self) -> Option<Date> {
        let p = self.meta.published?;
        (p.precision >= PublishedPrecision::Day).then_some(p.date)
    }
}
