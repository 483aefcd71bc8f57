//! The pages: an index and one page a story, each a single file that needs nothing else. They work from a
//! folder, without a network and without script; a small script of our own adds the panel that shows a
//! cite's words, the filter and the theme.

mod conflicts;
mod context;
mod copies;
mod diff;
mod differences;
mod events;
mod figures;
mod index;
mod lead;
mod matrix;
mod people;
mod policy;
mod reading;
mod scale;
mod told;
mod update;

use askama::Template;
use dossier_model::{Confidence, Dossier, StoryId};

use context::Context;

use crate::split::Split;

use dossier_wire::Texts;

/// A file to write beside the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its name: ASCII letters, digits, "-", "_" and ".".
    pub path: String,
    /// The whole document.
    pub body: String,
}

/// What every page of ours has in its head, so that it is told from news.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"dossier\">";

/// Look of every page.
const STYLE: &str = include_str!("../templates/style.css");
/// Behaviour of the index.
const INDEX_SCRIPT: &str = concat!(
    include_str!("../templates/theme.js"),
    include_str!("../templates/index.js")
);
/// Behaviour of a story's page.
const STORY_SCRIPT: &str = concat!(
    include_str!("../templates/theme.js"),
    include_str!("../templates/story.js")
);

/// People that a brief has room for.
const MAIN_PEOPLE: usize = 8;

/// `index.html` and one page for each story.
///
/// ```
/// let pages = dossier_publish::html::render(&dossier_model::Dossier::default());
/// assert_eq!(pages[0].path, "index.html");
/// ```
#[must_use]
pub fn render(dossier: &Dossier) -> Vec<Page> {
    render_with(dossier, Confidence::FACT)
}

/// [`render`], where a fact takes so much confidence.
#[must_use]
pub fn render_with(dossier: &Dossier, least: Confidence) -> Vec<Page> {
    let texts = Texts::new(dossier);
    let index = index::Index::new(dossier, policy::policy(INDEX_SCRIPT), least);
    let policy = policy::policy(STORY_SCRIPT);
    let stories = dossier.stories.iter().map(|story| {
        let page = StoryPage::new(&texts, &Split::new(story, least), policy.clone(), least);
        (story_path(&story.id), page.render())
    });
    let pages = std::iter::once(("index.html".to_owned(), index.render())).chain(stories);
    pages
        .map(|(path, body)| Page {
            path,
            // A template can only fail where writing to a string fails: never.
            body: body.unwrap_or_default(),
        })
        .collect()
}

/// The page of a story: its id with what a file system might not take replaced.
#[must_use]
pub fn story_path(id: &StoryId) -> String {
    format!("story-{}.html", context::file_key(id.as_str()))
}

#[derive(Template)]
#[template(path = "story.html")]
struct StoryPage {
    policy: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    lead: lead::Lead,
    timeline: events::Timeline,
    events: Vec<events::Group>,
    /// Read with less certainty.
    doubtful_events: Vec<events::Item>,
    people: Vec<people::Group>,
    /// Whether there is anything to read with care.
    has_differences: bool,
    conflicts: context::Fold<conflicts::Clash>,
    figures: figures::Figures,
    differences: differences::Differences,
    told: told::Told,
    speakers: context::Fold<told::Speaker>,
    /// Read with less certainty.
    doubtful_speakers: Vec<told::Speaker>,
    matrix: matrix::Matrix,
    copies: copies::Copies,
    reading: Vec<reading::Reading>,
}

impl StoryPage {
    /// People beside the brief.
    fn main_people(&self) -> impl Iterator<Item = &people::Who> {
        let groups = self.people.iter().filter(|g| g.id == "people");
        let named = groups.flat_map(|g| &g.rows.shown);
        named
            .filter(|p| !p.roles.is_empty() || p.times > 2)
            .take(MAIN_PEOPLE)
    }

    /// Whether one article tells what another could have told and does not.
    fn has_alone(&self) -> bool {
        self.told.alone_count > 0 && self.reading.len() > 1
    }

    fn doubtful_quotes(&self) -> usize {
        self.doubtful_speakers.iter().map(|s| s.quotes.len()).sum()
    }

    fn doubtful_rows(&self) -> usize {
        let rows = self.figures.doubtful.len() + self.doubtful_events.len() + self.told.doubtful.len();
        rows + self.doubtful_quotes()
    }

    /// The parts of the view of differences: address, name and how many stand there.
    fn parts(&self) -> Vec<(&'static str, &'static str, usize)> {
        let d = &self.differences;
        // no words of a language: addresses and headings of the page
        let parts = [
            ("conflicts", "Contradictions", self.conflicts.len()),
            ("figures", "Figures", self.figures.count_differing()),
            ("denied", "Denied", d.denials.len()),
            ("odd", "Told otherwise", d.odd.len()),
            (
                "alone",
                "Told by one alone",
                if self.has_alone() {
                    self.told.alone_count
                } else {
                    0
                },
            ),
            ("unnamed", "Not named", d.unnamed.len()),
            ("corrected", "Changed", d.corrected.len()),
            ("undated", "Doubtful dates", d.undated.len()),
            ("less-certain", "Less certain", self.doubtful_rows()),
        ];
        parts.into_iter().filter(|p| p.2 > 0).collect()
    }

    fn new(texts: &Texts<'_>, split: &Split, policy: String, least: Confidence) -> Self {
        let context = Context::new(texts, split, least);
        let mut page = Self {
            policy,
            style: STYLE,
            script: STORY_SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            lead: lead::lead(&context, split),
            timeline: events::timeline(&context),
            events: events::groups(&context),
            doubtful_events: events::doubtful(&context, &split.events),
            people: people::groups(&context),
            has_differences: false,
            conflicts: conflicts::conflicts(&context),
            figures: figures::figures(&context, &split.figures),
            differences: differences::differences(&context, split),
            told: told::told(&context, &split.statements),
            speakers: context::Fold::new(told::speakers(&context, &split.facts.quotes), 10),
            doubtful_speakers: told::speakers(&context, &split.quotes),
            matrix: matrix::matrix(&context),
            copies: copies::copies(&context, split),
            reading: reading::readings(&context),
        };
        page.has_differences = !page.parts().is_empty();
        page
    }
}
