//! A dossier made by hand: an event that never was, told by six outlets, so that every part of the record and
//! of its pages has something to show. All names, places and sentences are invented.

#![allow(clippy::too_many_lines, reason = "a made record, field by field")]
#![allow(dead_code)]

pub mod hostile;
mod story;

use dossier_model::*;
use jiff::civil::Date;

/// A day.
pub fn day(y: i16, m: i8, d: i8) -> Date {
    Date::constant(y, m, d)
}

/// An article of blocks, joined by blank lines.
pub fn article(id: &str, meta: ArticleDraft, blocks: &[(BlockKind, &str)]) -> Article {
    let mut text = String::new();
    let mut spans = Vec::new();
    for &(kind, words) in blocks {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(words);
        let span = Span::new(start, text.len());
        spans.push(Block { kind, span });
    }
    Article::new(ArticleId::new(id), meta, text, spans)
}

/// Makes cites by the words they hold.
pub struct Texts<'a>(pub &'a [Article]);

impl Texts<'_> {
    /// The first place of `words` in article `id`.
    pub fn cite(&self, id: &str, words: &str) -> Cite {
        let article = self
            .0
            .iter()
            .find(|a| a.id.as_str() == id)
            .expect("a known article");
        let at = article.text().find(words);
        let at = at.unwrap_or_else(|| panic!("{id} says {words:?}"));
        Cite {
            article: article.id.clone(),
            span: Span::new(at, at + words.len()),
        }
    }

    /// Several.
    pub fn cites(&self, places: &[(&str, &str)]) -> Cites {
        Cites::new(places.iter().map(|(id, words)| self.cite(id, words)).collect()).expect("some cite")
    }
}

pub fn when(from: Option<Date>, to: Option<Date>, precision: WhenPrecision, text: &str) -> When {
    When {
        from,
        to,
        time: None,
        precision,
        text: text.to_owned(),
    }
}

fn days(from: Date, to: Date, text: &str) -> Option<When> {
    Some(when(Some(from), Some(to), WhenPrecision::Day, text))
}

fn year(y: i16, text: &str) -> Option<When> {
    Some(when(
        Some(day(y, 1, 1)),
        Some(day(y, 12, 31)),
        WhenPrecision::Year,
        text,
    ))
}

pub fn support(articles: usize, origins: usize, voices: usize) -> Support {
    Support {
        articles,
        origins,
        voices,
    }
}

struct Meta {
    source: &'static str,
    outlet: &'static str,
    agency: Option<&'static str>,
    byline: Option<&'static str>,
    title: &'static str,
    published: (i16, i8, i8),
}

impl Meta {
    fn draft(self) -> ArticleDraft {
        let (y, m, d) = self.published;
        ArticleDraft {
            source: self.source.to_owned(),
            url: self
                .source
                .starts_with("https://")
                .then(|| self.source.to_owned()),
            outlet: Some(self.outlet.to_owned()),
            agency: self.agency.map(str::to_owned),
            title: Some(self.title.to_owned()),
            byline: self.byline.map(str::to_owned),
            published: Some(Published {
                date: day(y, m, d),
                time: None,
                offset: None,
                precision: PublishedPrecision::Day,
                basis: Basis::Metadata,
            }),
            language: Some("en".to_owned()),
            ..ArticleDraft::default()
        }
    }
}

const AGENCY_LEAD: &str = "President Mara Ilven will pay a state visit to Corrant on March 3 and 4, the first by a \
     Talvian leader in eleven years, and is expected to sign an agreement on a rail tunnel under the Brenn Strait.";
const AGENCY_COST: &str = "The tunnel, 41 kilometres long between Halden and Port Osk, is to cost 12.4 billion \
     US dollars and to open by 2038, according to the Talvian Ministry of Transport.";
const AGENCY_TRADE: &str = "Trade between the two neighbours reached 4.2 billion US dollars in 2030, according to \
     Talvian statistics.";

/// The articles of the invented event.
pub fn articles() -> Vec<Article> {
    use BlockKind::*;
    vec![
        article(
            "a1c0ffee00000001",
            Meta {
                source: "halden-courier/visit.txt",
                outlet: "Halden Courier",
                agency: Some("TNA"),
                byline: None,
                title: "President to sign strait tunnel pact in Corrant",
                published: (2031, 3, 1),
            }
            .draft(),
            &[
                (Headline, "President to sign strait tunnel pact in Corrant"),
                (Dateline, "HALDEN (TNA) —"),
                (Body, AGENCY_LEAD),
                (Body, AGENCY_COST),
                (Body, AGENCY_TRADE),
                (
                    Body,
                    "Ilven’s predecessor, Joren Vask, last travelled to Port Osk in May 2020, a year after the loss of \
                     the ferry Saint Aubrey, in which 64 people died.",
                ),
                (
                    Boilerplate,
                    "Subscribe to our evening letter. © Talvian News Agency",
                ),
                (Teaser, "See more: Herring season opens with record catch"),
            ],
        ),
        article(
            "a1c0ffee00000002",
            Meta {
                source: "https://news.example/northern-post/tunnel-pact",
                outlet: "Northern Post",
                agency: Some("TNA"),
                byline: Some("Our correspondent"),
                title: "Ilven heads to Corrant for tunnel signing",
                published: (2031, 3, 1),
            }
            .draft(),
            &[
                (Headline, "Ilven heads to Corrant for tunnel signing"),
                (Byline, "By our correspondent"),
                (Body, AGENCY_LEAD),
                (
                    Body,
                    "The tunnel, 41 kilometres long between Halden and Port Osk, is expected to cost 12.4 billion US \
                     dollars and to open by 2038, the Talvian Ministry of Transport says.",
                ),
                (Body, AGENCY_TRADE),
                (
                    Caption,
                    "President Mara Ilven at Halden harbour in January. Photo: TNA",
                ),
            ],
        ),
        article(
            "a1c0ffee00000003",
            Meta {
                source: "osk-tribune/2031-03-03.html",
                outlet: "Osk Tribune",
                agency: None,
                byline: Some("Dela Brandt"),
                title: "Talvia’s president arrives as tunnel talks enter last lap",
                published: (2031, 3, 3),
            }
            .draft(),
            &[
                (
                    Headline,
                    "Talvia’s president arrives as tunnel talks enter last lap",
                ),
                (
                    Body,
                    "Talvian President Mara Ilven landed in Port Osk on Monday and met Prime Minister Tomás Rell for two \
                     hours of talks on the Brenn Strait rail tunnel.",
                ),
                (
                    Body,
                    "“We have waited a century for this, and we shall not wait another year,” Rell told reporters on the \
                     steps of Lantern House.",
                ),
                (
                    Body,
                    "The bill is put at about 12 billion US dollars. Corrant’s Central Statistics Bureau counts 3.7 \
                     billion US dollars of trade with Talvia last year, less than Talvian officials claim, because it \
                     leaves out electricity.",
                ),
                (
                    Body,
                    "Work would create 9,000 jobs on the Corranti side, the transport union CTU estimates. Some 18,000 \
                     people cross the strait by ferry every working day.",
                ),
                (
                    Body,
                    "Ground will be broken in the spring of 2032. Should the Norwegian lenders agree, a second tube for \
                     cars could follow.",
                ),
            ],
        ),
        article(
            "a1c0ffee00000004",
            Meta {
                source: "lantern-weekly/tunnel.txt",
                outlet: "Lantern Weekly",
                agency: None,
                byline: Some("Ödön Çelik-Nagy"),
                title: "Who pays for the tunnel?",
                published: (2031, 3, 4),
            }
            .draft(),
            &[
                (Headline, "Who pays for the tunnel?"),
                (
                    Body,
                    "Mara Ilven and Tomas Rell signed the Brenn Strait agreement on Tuesday. Neither would say who carries \
                     the risk if the 12.4 billion dollars are not enough.",
                ),
                (
                    Body,
                    "Transport Minister Anneke Sól said that Norway’s Fjordbank would lend 40 percent of the sum. The \
                     bank has not confirmed it.",
                ),
                (
                    Body,
                    "The government promises 14,000 jobs in Corrant. “I have seen no study that finds half of them,” said \
                     Layla Haddad (ليلى حداد), an economist at Port Osk University.",
                ),
                (
                    Body,
                    "A defence ministry spokesman denied that troops had been moved to the strait before the visit.",
                ),
            ],
        ),
        article(
            "a1c0ffee00000005",
            Meta {
                source: "strait-radio/feed.xml:4",
                outlet: "Strait Radio",
                agency: None,
                byline: None,
                title: "Tunnel treaty signed; commission to meet in June",
                published: (2031, 3, 4),
            }
            .draft(),
            &[
                (Headline, "Tunnel treaty signed; commission to meet in June"),
                (
                    Body,
                    "President Ilven and Prime Minister Rell signed the treaty on the Brenn Strait tunnel in Port Osk on \
                     Tuesday. A joint commission will hold its first meeting in June.",
                ),
                (
                    Body,
                    "Ferries carry 18,000 passengers on a working day, the operator Saltline told this station. It expects \
                     to lose two thirds of them once trains run in 2038.",
                ),
                (
                    Body,
                    "Relatives of those lost on the Saint Aubrey laid wreaths at the harbour. The ferry sank on November \
                     9, 2019; sixty-four people died.",
                ),
            ],
        ),
        article(
            "a1c0ffee00000006",
            Meta {
                source: "delta-wire/0412.jsonl:1",
                outlet: "Delta Wire",
                agency: None,
                byline: None,
                title: "Talvia, Corrant leaders seal undersea rail deal",
                published: (2031, 3, 5),
            }
            .draft(),
            &[
                (Headline, "Talvia, Corrant leaders seal undersea rail deal"),
                (
                    Body,
                    "Talvia’s Mara Ilven ended her visit to Corrant on Tuesday with a signed treaty on a rail tunnel \
                     under the Brenn Strait, to open by 2038.",
                ),
                (
                    Body,
                    "Ilven said the tunnel would bring the two peoples closer than any bridge of words, and invited Rell \
                     to Halden for the autumn.",
                ),
                (
                    Body,
                    "“The strait has taken enough of us,” she said, in memory of the 64 dead of 2019.",
                ),
            ],
        ),
    ]
}

/// The whole invented dossier: one story, and a note.
pub fn dossier() -> Dossier {
    let articles = articles();
    let story = story::story(&Texts(&articles));
    Dossier {
        notes: vec![Note::new(
            "strait-radio/feed.xml:9",
            "no text; hint: the item holds a sound file only",
        )],
        articles,
        stories: vec![story],
    }
}
