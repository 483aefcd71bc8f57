//! What a page shows only once a script has run: parts that are hidden, parts for readers without scripts, templates. Where
//! nothing better stands on the page, they are its article. What a shadow root holds is shown as it is.

use std::borrow::Cow;
use std::collections::HashSet;

use dom_query::{Document, NodeData, NodeRef};

use super::{LEAST_TEXT, deep, prune};

dossier_world::words!(LATE_SCRIPTS = "html/late_scripts.txt");

/// A run of words of so many bytes is a sentence; labels and headlines of cards are shorter.
const LEAST_RUN: usize = 40;

/// A hidden part with fewer bytes of sentences is a label or a box.
const LEAST_PART: usize = 100;

/// Hidden parts stand in hidden parts: the page's root, its main part, a paragraph.
const ROUNDS: usize = 4;

/// Shows what is hidden, where the page shows no article without it.
pub(super) fn reveal(doc: &Document) {
    unfold_shadows(doc);
    for tag in ["html", "body"] {
        doc.select(tag)
            .nodes()
            .iter()
            .filter(|n| is_hidden(n))
            .for_each(show);
    }
    for _ in 0..ROUNDS {
        let Some(body) = doc.body() else { return };
        let mut seen = Seen::default();
        seen.walk(&body);
        // Where there is no article, a hidden box must not become one.
        if seen.shown < LEAST_TEXT {
            let holds_none = |n: &&NodeRef<'_>| {
                !n.descendants_it()
                    .any(|d| d.has_name("h1") || d.has_name("article"))
            };
            let boxes = seen.boxes.iter().filter(holds_none);
            boxes.for_each(NodeRef::remove_from_parent);
        }
        let hidden: usize = seen.parts.iter().map(|p| p.1).sum();
        if seen.shown >= LEAST_TEXT || hidden < LEAST_TEXT.max(2 * seen.shown) {
            return;
        }
        let told: Vec<_> = seen.parts.iter().filter(|p| p.1 >= LEAST_PART).collect();
        let parent = |node: &NodeRef<'_>| node.parent().map(|p| p.id);
        let parents: HashSet<_> = told.iter().map(|t| parent(&t.0)).collect();
        // Short paragraphs between long ones are hidden as those are.
        let all: Vec<_> = seen
            .parts
            .iter()
            .filter(|p| p.1 >= LEAST_PART || parents.contains(&parent(&p.0)))
            .collect();
        if told.is_empty() {
            return;
        }
        all.iter().for_each(|part| show(&part.0));
    }
}

/// The attribute by which a template says that it is a shadow root, and the one that it has here: parsers drop what they take
/// for a shadow root.
const SHADOW: [&str; 2] = ["shadowrootmode", "data-shadowroot"];

/// Markup whose shadow roots are templates like others.
pub(super) fn unnamed_shadows(html: &str) -> Cow<'_, str> {
    if html.contains(SHADOW[0]) {
        html.replace(SHADOW[0], SHADOW[1]).into()
    } else {
        html.into()
    }
}

/// A shadow root that stands in the markup is what readers see in place of its host.
fn unfold_shadows(doc: &Document) {
    for _ in 0..ROUNDS {
        let roots = doc.select("template[data-shadowroot], template[shadowroot]");
        if roots.nodes().is_empty() {
            return;
        }
        for root in roots.nodes() {
            open(root, &kept(root));
        }
    }
}

/// The markup that a template keeps, which is none of its children.
fn kept(template: &NodeRef<'_>) -> String {
    let inner = template.element_ref().and_then(|e| e.template_contents);
    let inner = inner.and_then(|id| template.tree.get(&id));
    inner.map(|n| n.inner_html().to_string()).unwrap_or_default()
}

/// Puts markup in place of an element that kept it from being read.
fn open(node: &NodeRef<'_>, markup: &str) {
    if deep::Shape::of(markup).is_hostile().is_none() {
        node.replace_with_html(format!("<div>{markup}</div>"));
    } else {
        node.remove_from_parent();
    }
}

fn show(node: &NodeRef<'_>) {
    if node.has_name("template") {
        open(node, &kept(node));
    } else if node.has_name("script") {
        open(node, &node.text());
    } else {
        if node.has_name("noscript") {
            node.rename("div");
        }
        for name in ["hidden", "aria-hidden", "style"] {
            node.remove_attr(name);
        }
    }
}

/// Whether markup keeps an element from being seen.
fn is_hidden(node: &NodeRef<'_>) -> bool {
    let Some(element) = node.element_ref() else {
        return false;
    };
    element.attrs.iter().any(|a| match &*a.name.local {
        "hidden" => true,
        "aria-hidden" => &*a.value == "true",
        "style" => {
            let bare: String = a.value.chars().filter(|c| !c.is_whitespace()).collect();
            let bare = bare.to_ascii_lowercase();
            bare.contains("display:none") || bare.contains("visibility:hidden")
        }
        _ => false,
    })
}

/// What a page shows, and what it keeps back.
#[derive(Default)]
struct Seen<'d> {
    /// Bytes of sentences that are seen.
    shown: usize,
    /// The outermost parts that are not, with the bytes of their sentences.
    parts: Vec<(NodeRef<'d>, usize)>,
    /// Boxes that are not.
    boxes: Vec<NodeRef<'d>>,
}

impl<'d> Seen<'d> {
    fn walk(&mut self, parent: &NodeRef<'d>) {
        for node in parent.children_it(false) {
            if node.is_text() {
                self.shown += run(&node);
                continue;
            }
            let Some(name) = node.qual_name_ref().map(|n| n.local.to_string()) else {
                continue;
            };
            match name.as_str() {
                "template" => self.keep(node, written(&kept(&node))),
                "script" => {
                    let kind = node.attr("type").unwrap_or_default();
                    if LATE_SCRIPTS.has_any_case(kind.trim()) {
                        self.keep(node, written(&node.text()));
                    }
                }
                "noscript" => self.keep(node, sentences(&node)),
                _ if is_silent(&name) => {}
                _ if is_hidden(&node) => self.keep(node, sentences(&node)),
                _ => self.walk(&node),
            }
        }
    }

    /// Notes a part that is not seen, unless it is a box: a dialog, a notice of consent.
    fn keep(&mut self, node: NodeRef<'d>, size: usize) {
        let named = [node.class(), node.id_attr(), node.attr("role")];
        let is_box = named
            .into_iter()
            .flatten()
            .any(|n| prune::is_named(&n) || prune::is_box_role(&n));
        if is_box || node.text().to_lowercase().contains("cookie") {
            self.boxes.push(node);
        } else if size > 0 {
            self.parts.push((node, size));
        }
    }
}

/// Elements whose words are no article's, seen or not.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "style" | "nav" | "footer" | "aside" | "dialog" | "a" | "button"
    )
}

/// Bytes of a text node that is long enough for a sentence.
fn run(node: &NodeRef<'_>) -> usize {
    let len = node.query_or(0, |n| match &n.data {
        NodeData::Text { contents } => contents.trim().len(),
        _ => 0,
    });
    if len >= LEAST_RUN { len } else { 0 }
}

/// Bytes of sentences in an element, those of its links aside; of short runs those that stand beside long ones.
fn sentences(parent: &NodeRef<'_>) -> usize {
    let mut sum = 0;
    for node in parent.children_it(false) {
        if node.is_text() {
            sum += run(&node);
        } else if let Some(name) = node.qual_name_ref().map(|n| n.local.to_string())
            && !is_silent(&name)
            && !matches!(name.as_str(), "script" | "template")
        {
            sum += sentences(&node);
        }
    }
    // A paragraph of a few words still counts, so that it is shown with those around it.
    if sum == 0 && parent.has_name("p") {
        sum = usize::from(!parent.text().trim().is_empty());
    }
    sum
}

/// Bytes of sentences in markup that a script would write: none where it has no paragraphs.
fn written(markup: &str) -> usize {
    let lower = markup.get(..).unwrap_or("").to_ascii_lowercase();
    if !lower.contains("<p") {
        return 0;
    }
    let text = deep::strip(markup);
    text.lines()
        .map(|l| l.trim().len())
        .filter(|n| *n >= LEAST_RUN)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::raw::Raw;

    const WORDS: &str = "<p>Ministers of the two coasts agreed on Monday to open a ferry line in May, after years of talks in which neither side would pay for the works.</p>\
        <p>It was not close.</p>\
        <p>The first ship will carry two hundred cars, the harbour office said, and a ticket will cost 40 euros for a grown person, while children travel free.</p>";

    fn text(body: &str) -> String {
        read(Raw {
            text: format!("<!doctype html><html><head><title>Ferry line to open</title></head><body><nav><a href=/>Home</a></nav>{body}<footer><p>© 2025 Harbour News</p></footer></body></html>"),
            ..Raw::default()
        })
        .0
        .text
    }

    #[test]
    fn an_article_that_waits_for_a_script_is_read() {
        for (open, close) in [
            ("<div hidden>", "</div>"),
            ("<div hidden='until-found'>", "</div>"),
            ("<div style='display: none'>", "</div>"),
            ("<div style='visibility:hidden; opacity:0'>", "</div>"),
            ("<section aria-hidden=true>", "</section>"),
            ("<div class=is-hidden style='DISPLAY:NONE'>", "</div>"),
            ("<noscript><div class=body>", "</div></noscript>"),
            ("<div id=app></div><noscript>", "</noscript>"),
            ("<x-story><template shadowrootmode=open>", "</template></x-story>"),
            (
                "<x-page><template shadowrootmode=open><x-story><template shadowrootmode=open>",
                "</template></x-story></template></x-page>",
            ),
            ("<template id=story>", "</template>"),
            ("<script type=text/template>", "</script>"),
            ("<main hidden><article style='display:none'>", "</article></main>"),
        ] {
            let text = text(&format!("<h1>Ferry line to open</h1>{open}{WORDS}{close}"));
            assert!(
                text.contains("ferry line in May") && text.contains("children travel free."),
                "{open}: {text}"
            );
            assert!(text.contains("It was not close."), "{open}: {text}");
            assert!(!text.contains('©'), "{open}: {text}");
        }
    }

    #[test]
    fn paragraphs_hidden_one_by_one_are_read() {
        let each = WORDS.replace("<p>", "<p style='display:none'>");
        let text = text(&format!("<article><h1>Ferry line to open</h1>{each}</article>"));
        assert!(
            text.contains("ferry line in May") && text.contains("It was not close."),
            "{text}"
        );
    }

    #[test]
    fn a_page_that_hides_itself_is_read() {
        for root in [
            "<body hidden>",
            "<body style='visibility:hidden'>",
            "<body style='display:none' aria-hidden=true>",
        ] {
            let (raw, _) = read(Raw {
                text: format!(
                    "<!doctype html><html><title>Ferry line to open</title>{root}<h1>Ferry line to open</h1><article>{WORDS}</article></body></html>"
                ),
                ..Raw::default()
            });
            assert!(raw.text.contains("ferry line in May"), "{root}: {}", raw.text);
        }
    }

    #[test]
    fn what_is_hidden_beside_an_article_stays_hidden() {
        let other = "<p>The old pier was closed in the winter of last year, and nobody has said yet what will be done with the planks of it, which lie in the yard of the harbour.</p>".repeat(4);
        for part in [
            format!("<div hidden>{other}</div>"),
            format!("<div style='display:none'>{other}</div>"),
            format!("<noscript>{other}</noscript>"),
            format!("<template>{other}</template>"),
            format!("<script type=text/template>{other}</script>"),
        ] {
            let text = text(&format!(
                "<article><h1>Ferry line to open</h1>{WORDS}</article>{part}"
            ));
            assert!(
                text.contains("ferry line in May") && !text.contains("old pier"),
                "{part}: {text}"
            );
        }
    }

    #[test]
    fn boxes_that_are_hidden_are_no_article() {
        let words = "<p>We and our partners store data on your device and read it, so that we can show what you like; you can say no to this at any time you want.</p>".repeat(3);
        for part in [
            format!("<div class=cookie-consent hidden>{words}</div>"),
            format!("<div role=dialog style='display:none'>{words}</div>"),
            format!("<div id=newsletter-popup hidden>{words}</div>"),
            format!("<div hidden><p>We use cookies.</p>{words}</div>"),
        ] {
            assert!(
                !text(&format!("<h1>Ferry line to open</h1>{part}")).contains("partners"),
                "{part}"
            );
        }
    }
}
