//! What a page shows beside its article, taken out before the article is looked for.
//!
//! Publishers name the parts of their pages for their own style sheets: a box of links is `related-stories`, the
//! buttons are `share-tools`. Names are read word by word, and only of parts that hold little of the page's text: a page
//! whose body is `has-newsletter` is no newsletter box.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};

/// Parts that no page puts its article into.
const ELEMENTS: &[&str] = &[
    "nav",
    "form",
    "button",
    "select",
    "template",
    "dialog",
    "iframe",
    "object",
    "embed",
    "svg",
    "noscript",
    "amp-ad",
    "amp-consent",
    "amp-sidebar",
    "amp-social-share",
    "amp-embed",
];

/// Words in the name of a part that holds buttons, boxes and lists of other pages.
const NAMES: &[&str] = &[
    "ad",
    "ads",
    "adslot",
    "adunit",
    "advert",
    "advertisement",
    "advertising",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "gdpr",
    "livefyre",
    "megamenu",
    "mostpopular",
    "mostread",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "outbrain",
    "pager",
    "pagination",
    "popup",
    "promo",
    "promos",
    "promoted",
    "promobox",
    "readmore",
    "recirc",
    "recirculation",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "relatedarticles",
    "relatedlinks",
    "relatedposts",
    "revcontent",
    "share",
    "sharebar",
    "sharebox",
    "sharedaddy",
    "sharing",
    "sharetools",
    "signup",
    "skiplink",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tagcloud",
    "toolbar",
    "trending",
    "zergnet",
];

/// Two words side by side that say the same.
const PAIRS: &[(&str, &str)] = &[
    ("about", "author"),
    ("also", "like"),
    ("also", "read"),
    ("author", "bio"),
    ("author", "box"),
    ("author", "card"),
    ("author", "info"),
    ("comment", "form"),
    ("comment", "list"),
    ("editors", "picks"),
    ("follow", "us"),
    ("jp", "relatedposts"),
    ("latest", "news"),
    ("latest", "stories"),
    ("more", "from"),
    ("more", "in"),
    ("more", "like"),
    ("more", "news"),
    ("more", "on"),
    ("more", "stories"),
    ("most", "popular"),
    ("most", "read"),
    ("most", "viewed"),
    ("next", "article"),
    ("next", "post"),
    ("next", "story"),
    ("post", "navigation"),
    ("post", "tags"),
    ("prev", "next"),
    ("read", "also"),
    ("read", "more"),
    ("read", "next"),
    ("related", "content"),
    ("screen", "reader"),
    ("see", "also"),
    ("sign", "up"),
    ("skip", "link"),
    ("sr", "only"),
    ("top", "stories"),
    ("visually", "hidden"),
    ("whats", "next"),
    ("you", "may"),
    ("you", "might"),
];

/// Bytes of paragraphs that a part with such a name may hold: a box, not an article.
const MOST_TEXT: usize = 1_500;

/// A caption is shorter than this, in bytes.
const LONGEST_CAPTION: usize = 1_000;

/// What a page says of its pictures, by the keys of the lines.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    /// Words under them.
    captions: HashSet<String>,
    /// Words in place of them: `alt`.
    alternatives: Vec<String>,
}

impl Pictures {
    /// Whether a line stands under a picture: the markup says so, or it repeats the words in place of one.
    pub(super) fn has(&self, line: &str) -> bool {
        const LEAST: usize = 24;
        let key = crate::blocks::key(line);
        self.captions.contains(&key)
            || line.len() < LONGEST_CAPTION
                && key.len() >= LEAST
                && self.alternatives.iter().any(|alt| {
                    let shared = alt.bytes().zip(key.bytes()).take_while(|(a, b)| a == b).count();
                    shared >= LEAST && shared * 10 >= alt.len().min(key.len()) * 9
                })
    }
}

/// Takes out what is no article, and gives what the page says of its pictures.
pub(super) fn prune(doc: &Document) -> Pictures {
    let mut pictures = Pictures::default();
    let Some(body) = doc.body() else {
        return pictures;
    };
    lift_quotations(doc);
    let all = prose(&body);
    let mut gone = Vec::new();
    walk(&body, all, &mut gone, &mut pictures);
    gone.iter().for_each(NodeRef::remove_from_parent);
    pictures
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

fn walk<'a>(parent: &NodeRef<'a>, all: usize, gone: &mut Vec<NodeRef<'a>>, pictures: &mut Pictures) {
    for node in parent.children_it(false) {
        if !node.is_element() {
            continue;
        }
        if is_aside(&node, all) || is_card(&node, all) {
            gone.push(node);
            continue;
        }
        note_picture(&node, pictures);
        walk(&node, all, gone, pictures);
    }
}

fn note_picture(node: &NodeRef<'_>, pictures: &mut Pictures) {
    let tag = node
        .qual_name_ref()
        .map(|n| n.local.to_string())
        .unwrap_or_default();
    if tag == "img" {
        let alt = node.attr("alt").map(|a| crate::blocks::key(&a));
        pictures.alternatives.extend(alt.filter(|k| k.len() >= 24));
        return;
    }
    let named = || {
        let class = node.class().unwrap_or_default();
        let mut names = words(&class);
        names.any(|w| matches!(w.as_str(), "caption" | "captions" | "figcaption"))
    };
    if tag == "figcaption" || tag != "body" && named() {
        for line in super::lines::read(node) {
            if line.text.len() < LONGEST_CAPTION {
                pictures.captions.insert(crate::blocks::key(&line.text));
            }
        }
    }
}

/// Whether an `article` is the card of another one: its headline is a link, as in lists of stories below one.
fn is_card(node: &NodeRef<'_>, all: usize) -> bool {
    if !node.has_name("article") {
        return false;
    }
    let heading = node.descendants_it().find(|n| {
        n.qual_name_ref()
            .is_some_and(|q| matches!(q.local.as_ref(), "h1" | "h2" | "h3" | "h4"))
    });
    let linked = heading.is_some_and(|h| {
        let is_link = |n: &NodeRef<'_>| n.has_name("a") && n.has_attr("href");
        h.descendants_it().any(|n| is_link(&n))
            || h.ancestors_it(Some(3))
                .take_while(|n| n.id != node.id)
                .any(|n| is_link(&n))
    });
    linked && prose(node) <= all / 4
}

/// Whether a part stands beside the article.
fn is_aside(node: &NodeRef<'_>, all: usize) -> bool {
    let Some(element) = node.element_ref() else {
        return false;
    };
    let tag: &str = &element.name.local;
    if matches!(
        tag,
        "html" | "body" | "article" | "main" | "p" | "table" | "tbody" | "tr" | "pre" | "code"
    ) {
        return false;
    }
    let mut named = ELEMENTS.contains(&tag);
    // ASP pages wrap all they have in one form.
    let mut strict = tag != "form";
    for attribute in &element.attrs {
        let value: &str = &attribute.value;
        match attribute.name.local.as_ref() {
            "class" | "id" | "data-component" | "data-module" | "data-testid" | "data-type" => {
                named |= is_named(value);
            }
            "role" => {
                named |= matches!(
                    value,
                    "navigation"
                        | "search"
                        | "dialog"
                        | "alertdialog"
                        | "banner"
                        | "contentinfo"
                        | "complementary"
                );
            }
            "hidden" => named = true,
            "aria-modal" => named |= value == "true",
            "style" => {
                let bare: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                named |= bare.contains("display:none");
                strict = false;
            }
            _ => {}
        }
    }
    if !named {
        return false;
    }
    let own = prose(node);
    // What is hidden or a form, and holds the better part of the page's prose, is the article behind a script.
    own <= all / 4 && (own <= MOST_TEXT || strict && own <= all / 10)
}

/// Whether one of the words of a class or an id names a part beside the article.
fn is_named(value: &str) -> bool {
    let mut last = String::new();
    for word in words(value) {
        if NAMES.contains(&word.as_str()) || PAIRS.iter().any(|(a, b)| *a == last && *b == word) {
            return true;
        }
        last = word;
    }
    false
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

/// Bytes of the paragraphs in a part that are no links.
fn prose(node: &NodeRef<'_>) -> usize {
    node.descendants_it()
        .filter(|n| n.has_name("p"))
        .map(|p| {
            let text = p.text().trim().len();
            let links: usize = p
                .descendants_it()
                .filter(|n| n.has_name("a"))
                .map(|a| a.text().trim().len())
                .sum();
            if text >= 60 && links * 2 < text { text } else { 0 }
        })
        .sum()
}
