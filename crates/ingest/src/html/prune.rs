//! What a page shows beside its article, taken out before the article is looked for.
//!
//! Publishers name the parts of their pages for their own style sheets: a box of links is `related-stories`, the
//! buttons are `share-tools`. Names are read word by word, and only of parts that hold little of the page's text: a page
//! whose body is `has-newsletter` is no newsletter box.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeData, NodeId, NodeRef};

dossier_world::words!(ASIDE_ELEMENTS = "html/aside_elements.txt");
dossier_world::words!(ASIDE_NAMES = "html/aside_names.txt");
dossier_world::words!(MAIN_ELEMENTS = "html/main_elements.txt");
dossier_world::table!(ASIDE_PAIRS = "html/aside_pairs.tsv");
dossier_world::words!(WALL_NAMES = "html/wall_names.txt");
dossier_world::words!(WALL_PATHS = "html/wall_paths.txt");

/// Words so short that they stand inside made-up names (`kAdGxf`): they count only between marks.
const SHORT: &[&str] = &["ad", "ads"];

/// A paragraph of so many bytes tells something.
const LEAST_PARAGRAPH: usize = 60;

/// Bytes of paragraphs that a part with such a name may hold: a box, not an article.
const MOST_PROSE: usize = 1_500;

/// A caption is shorter than this, in bytes.
const LONGEST_CAPTION: usize = 1_000;

/// What a page says of its pictures, by the keys of the lines.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    /// Words under them.
    captions: HashSet<String>,
    /// Words in place of them, `alt`, by their first [`SHARED`] bytes.
    alternatives: HashMap<Vec<u8>, Vec<String>>,
}

/// Bytes that a caption and the words in place of its picture share at least.
const SHARED: usize = 24;

impl Pictures {
    /// Whether a line stands under a picture: the markup says so, or it repeats the words in place of one.
    pub(super) fn has(&self, line: &str) -> bool {
        let key = crate::blocks::key(line);
        self.captions.contains(&key)
            || line.len() < LONGEST_CAPTION
                && key
                    .as_bytes()
                    .get(..SHARED)
                    .and_then(|head| self.alternatives.get(head))
                    .is_some_and(|alike| alike.iter().any(|alt| repeats(alt, &key)))
    }

    fn note(&mut self, node: &NodeRef<'_>) {
        let tag = node
            .qual_name_ref()
            .map(|n| n.local.to_string())
            .unwrap_or_default();
        if tag == "img" {
            let alt = node
                .attr("alt")
                .map(|a| crate::blocks::key(&a))
                .unwrap_or_default();
            if let Some(head) = alt.as_bytes().get(..SHARED) {
                let alike = self.alternatives.entry(head.to_vec()).or_default();
                // A page shows one picture a few times; a hundred that begin alike are a trap.
                if alike.len() < 16 && !alike.contains(&alt) {
                    alike.push(alt);
                }
            }
            return;
        }
        let named = || {
            let class = node.class().unwrap_or_default();
            let mut names = words(&class);
            names.any(|w| matches!(w.as_str(), "caption" | "captions" | "figcaption"))
        };
        if tag == "figcaption" || tag != "body" && named() {
            for line in super::lines::read(node) {
                self.captions.insert(crate::blocks::key(&line.text));
            }
        }
    }
}

/// Whether one of two keys goes on as the other begins, nearly to its end.
fn repeats(alt: &str, key: &str) -> bool {
    let shared = alt.bytes().zip(key.bytes()).take_while(|(a, b)| a == b).count();
    shared * 10 >= alt.len().min(key.len()) * 9
}

/// Takes out what is no article, and gives what the page says of its pictures.
pub(super) fn prune(doc: &Document) -> Pictures {
    let Some(body) = doc.body() else {
        return Pictures::default();
    };
    lift_quotations(doc);
    head_panels(doc);
    let mut pruner = Pruner::default();
    let all = pruner.measure(&body).prose;
    pruner.own.retain(|_, bytes| *bytes * 4 >= all);
    pruner.walk(&body, all);
    pruner.gone.iter().for_each(NodeRef::remove_from_parent);
    pruner.bare.iter().for_each(|n| n.remove_attrs(&["class", "id"]));
    pruner.pictures
}

/// Posts that an article quotes come wrapped in parts named as widgets and social boxes: they are set free, and stay.
fn lift_quotations(doc: &Document) {
    for quotation in doc.select("blockquote").nodes() {
        let mut outer = *quotation;
        while let Some(parent) = outer.parent().filter(|p| is_wrapper(p, &outer)) {
            outer = parent;
        }
        if outer.id != quotation.id {
            outer.replace_with(quotation);
        }
    }
}

/// A button that unfolds a panel of prose is its heading.
fn head_panels(doc: &Document) {
    for button in doc.select("button[aria-expanded], button[aria-controls]").nodes() {
        let in_heading = button.ancestors_it(Some(2)).any(|a| is_heading(&a));
        let outer = button
            .ancestors_it(Some(2))
            .take_while(is_heading)
            .last()
            .unwrap_or(*button);
        let told = outer.next_element_sibling().is_some_and(|panel| {
            panel
                .descendants_it()
                .chain([panel])
                .any(|n| n.has_name("p") && n.text().trim().len() >= LEAST_PARAGRAPH)
        });
        if told && button.text().split_whitespace().count() >= 2 {
            button.rename(if in_heading { "span" } else { "h3" });
        }
    }
}

fn is_heading(node: &NodeRef<'_>) -> bool {
    node.qual_name_ref()
        .is_some_and(|n| matches!(n.local.as_ref(), "h2" | "h3" | "h4" | "h5" | "h6"))
}

/// Whether an element holds another and nothing else that is read.
fn is_wrapper(parent: &NodeRef<'_>, child: &NodeRef<'_>) -> bool {
    let plain = parent
        .qual_name_ref()
        .is_some_and(|n| matches!(n.local.as_ref(), "div" | "section" | "aside" | "figure"));
    plain
        && parent.children_it(false).all(|c| {
            c.id == child.id
                || c.is_comment()
                || c.has_name("script")
                || c.has_name("style")
                || c.is_text() && c.text().trim().is_empty()
        })
}

/// How much a part holds, in bytes.
#[derive(Debug, Default, Clone, Copy)]
struct Size {
    /// Words.
    text: usize,
    /// Words of links.
    linked: usize,
    /// Words of paragraphs that are long enough and mostly no links.
    prose: usize,
}

#[derive(Default)]
struct Pruner<'a> {
    sizes: HashMap<NodeId, Size>,
    gone: Vec<NodeRef<'a>>,
    pictures: Pictures,
    /// Names of parts beside an article that its own paragraphs bear, and the bytes of those: a paper's style sheet calls them
    /// so ("sponsor-Paragraph"), and they name nothing here.
    own: HashMap<String, usize>,
    /// Headings that bear such a name.
    bare: Vec<NodeRef<'a>>,
}

impl<'a> Pruner<'a> {
    /// The size of an element, and of all in it on the way: each is measured once, however deep they are nested.
    fn measure(&mut self, node: &NodeRef<'a>) -> Size {
        let mut size = Size::default();
        for child in node.children_it(false) {
            if child.is_text() {
                size.text += child.query_or(0, |n| match &n.data {
                    NodeData::Text { contents } => contents.trim().len(),
                    _ => 0,
                });
            } else if child.is_element() {
                let own = self.measure(&child);
                size.text += own.text;
                size.linked += own.linked;
                size.prose += own.prose;
            }
        }
        let tag = |name: &str| node.has_name(name);
        if tag("script") || tag("style") || tag("noscript") {
            size = Size::default();
        } else if tag("a") {
            size.linked = size.text;
        } else if tag("p") && size.text >= LEAST_PARAGRAPH && size.linked * 2 < size.text {
            size.prose = size.text;
            let class = node.class().unwrap_or_default();
            for word in words(&class).filter(|w| ASIDE_NAMES.has(w)) {
                *self.own.entry(word).or_default() += size.prose;
            }
        }
        self.sizes.insert(node.id, size);
        size
    }

    fn size(&self, node: &NodeRef<'_>) -> Size {
        self.sizes.get(&node.id).copied().unwrap_or_default()
    }

    fn walk(&mut self, parent: &NodeRef<'a>, all: usize) {
        for node in parent.children_it(false) {
            if !node.is_element() {
                continue;
            }
            let size = self.size(&node);
            let is_own = !self.own.is_empty() && self.is_own(&node);
            if is_own && is_heading(&node) {
                // Readability weighs the names of headings, too.
                self.bare.push(node);
            }
            let beside = || !is_own && is_aside(&node, size.prose, all) || is_card(&node, size);
            if size.prose <= all / 4 && (beside() || is_wall(&node, size)) {
                self.gone.push(node);
                continue;
            }
            if size.text < LONGEST_CAPTION {
                self.pictures.note(&node);
            }
            self.walk(&node, all);
        }
    }

    /// Whether an element bears a name that the article's own paragraphs bear.
    fn is_own(&self, node: &NodeRef<'_>) -> bool {
        [node.class(), node.id_attr()]
            .into_iter()
            .flatten()
            .any(|names| words(&names).any(|w| self.own.contains_key(&w)))
    }
}

/// Bytes of a box that asks for payment or a name.
const MOST_WALL: usize = 900;

/// Bytes of a paragraph that such a box has at most; the words behind a wall are longer.
const WALL_PARAGRAPH: usize = 240;

/// Whether a part asks to pay or sign up: it is named so, leads to where one does, and tells nothing at length.
fn is_wall(node: &NodeRef<'_>, size: Size) -> bool {
    if size.text == 0 || size.text > MOST_WALL || is_heading(node) {
        return false;
    }
    let named = [node.class(), node.id_attr()]
        .into_iter()
        .flatten()
        .any(|names| words(&names).any(|w| WALL_NAMES.has(&w)));
    let leads = |n: &NodeRef<'_>| {
        n.has_name("button")
            || n.has_name("input")
            || n.has_name("a")
                && n.attr("href")
                    .is_some_and(|h| words(&h).any(|w| WALL_PATHS.has(&w)))
    };
    let tells =
        |n: &NodeRef<'_>| n.has_name("h1") || n.has_name("p") && n.text().trim().len() > WALL_PARAGRAPH;
    named && {
        let mut asks = false;
        let mut told = false;
        for inner in node.descendants_it() {
            asks |= leads(&inner);
            told |= tells(&inner);
        }
        asks && !told
    }
}

/// Whether an `article` is the card of another one: its headline is a link, as in lists of stories below one.
fn is_card(node: &NodeRef<'_>, size: Size) -> bool {
    if !node.has_name("article") || size.linked == 0 {
        return false;
    }
    let heading = node.descendants_it().find(|n| {
        n.qual_name_ref()
            .is_some_and(|q| matches!(q.local.as_ref(), "h1" | "h2" | "h3" | "h4"))
    });
    heading.is_some_and(|h| {
        let is_link = |n: &NodeRef<'_>| n.has_name("a") && n.has_attr("href");
        h.descendants_it().any(|n| is_link(&n))
            || h.ancestors_it(Some(3))
                .take_while(|n| n.id != node.id)
                .any(|n| is_link(&n))
    })
}

/// Whether a part with so much prose, of all that the page has, stands beside the article.
fn is_aside(node: &NodeRef<'_>, own: usize, all: usize) -> bool {
    let Some(element) = node.element_ref() else {
        return false;
    };
    let tag: &str = &element.name.local;
    if MAIN_ELEMENTS.has(tag) {
        return false;
    }
    let mut named = ASIDE_ELEMENTS.has(tag);
    // Some systems wrap all they have in one form, and scripts unfold what is hidden.
    let mut may_be_large = tag != "form";
    for attribute in &element.attrs {
        let value: &str = &attribute.value;
        match attribute.name.local.as_ref() {
            "class" | "id" | "data-component" | "data-module" | "data-testid" | "data-type" => {
                named |= is_named(value);
            }
            "role" => {
                named |= is_box_role(value);
            }
            "hidden" => named = true,
            "aria-modal" => named |= value == "true",
            "style" => {
                let bare: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                named |= bare.contains("display:none");
                may_be_large = false;
            }
            _ => {}
        }
    }
    named && (own <= MOST_PROSE || may_be_large && own <= all / 10)
}

/// Whether a role is that of a part beside the article.
pub(super) fn is_box_role(role: &str) -> bool {
    matches!(
        role,
        "navigation" | "search" | "dialog" | "alertdialog" | "banner" | "contentinfo" | "complementary"
    )
}

/// Whether one of the words of a class or an id names a part beside the article.
pub(super) fn is_named(value: &str) -> bool {
    let short = |part: &str| SHORT.iter().any(|s| part.eq_ignore_ascii_case(s));
    if value.split(|c: char| !c.is_alphanumeric()).any(short) {
        return true;
    }
    let mut last = String::new();
    for word in words(value) {
        if ASIDE_NAMES.has(&word) || is_pair(&last, &word) {
            return true;
        }
        last = word;
    }
    false
}

/// Whether two words side by side name such a part.
fn is_pair(first: &str, second: &str) -> bool {
    ASIDE_PAIRS
        .value(first)
        .is_some_and(|seconds| seconds.split('|').any(|s| s == second))
}

/// The words of a name in lower case: `relatedStories`, `related-stories` and `related_stories` are two.
pub(super) fn words(value: &str) -> impl Iterator<Item = String> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut lower = false;
    for c in value.chars().take(400) {
        let starts = c.is_uppercase() && lower;
        lower = c.is_lowercase();
        if !c.is_alphanumeric() || starts {
            if !word.is_empty() {
                out.push(std::mem::take(&mut word));
            }
            if starts {
                word.extend(c.to_lowercase());
            }
        } else {
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(html: &str) -> String {
        let doc = Document::from(html);
        prune(&doc);
        doc.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    const LEAD: &str = "<p>Ministers of the two coasts agreed on Monday to open a ferry line in May, after years of talks.</p>";

    #[test]
    fn boxes_go() {
        let text = LEAD.replace("<p>", "").replace("</p>", "");
        for aside in [
            "<div class=relatedStories><p>Old pier to close</p></div>",
            "<div class='article__share-tools'>Share</div>",
            "<div id=newsletter_signup>Ferries in your inbox</div>",
            "<div role=navigation>Home</div>",
            "<div style='display: none'>Thank you</div>",
            "<div class='more-from-section'>Old pier</div>",
            "<article><h2><a href=/pier>Old pier to close</a></h2><p>The old pier closes.</p></article>",
        ] {
            assert_eq!(left(&format!("{aside}{LEAD}{aside}")), text, "{aside}");
        }
    }

    #[test]
    fn an_article_stays_whatever_its_page_is_called() {
        for open in [
            "<div class='has-newsletter'>",
            "<form>",
            "<div style='display:none'>",
            "<article>",
        ] {
            assert!(
                left(&format!("{open}{LEAD}{LEAD}")).contains("ferry line"),
                "{open}"
            );
        }
    }

    #[test]
    fn a_quoted_post_stays() {
        let html = format!(
            "{LEAD}<div class=social-embed><blockquote>We sail in May</blockquote><script></script></div>"
        );
        assert!(left(&html).ends_with("We sail in May"));
    }

    #[test]
    fn words_in_place_of_a_picture_tell_its_caption() {
        let doc = Document::from(format!(
            "{LEAD}<img alt='The new pier in winter, seen from the bay'>"
        ));
        let pictures = prune(&doc);
        assert!(pictures.has("The new pier in winter, seen from the bay. Harbour News"));
        assert!(!pictures.has("The new pier in winter was closed for a storm that nobody had foreseen."));
    }

    #[test]
    fn names_are_read_word_by_word() {
        assert!(is_named("c-relatedLinks"));
        assert!(is_named("most_popular"));
        assert!(!is_named("shareholders"));
        assert!(is_named("top ad-slot"));
        assert!(!is_named("kAdGxf loaded"));
    }
}
