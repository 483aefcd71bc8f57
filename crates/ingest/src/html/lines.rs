//! The lines of a piece of markup: its paragraphs, headings, captions, list items and rows, in order.

use dom_query::NodeRef;

use super::site::Site;
use crate::raw::Role;

dossier_world::words!(SILENT = "html/silent_elements.txt");
dossier_world::words!(BLOCK_ELEMENTS = "html/block_elements.txt");

/// One line.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// What it is.
    pub role: Role,
    /// Its words, white space folded.
    pub text: String,
    /// Bytes of `text` that are links to pages of the same site.
    pub linked: usize,
    /// Which list it stands in, where it does.
    pub list: Option<usize>,
    /// Words of the names that the elements around it have, nearest last.
    pub names: String,
}

impl Line {
    /// A paragraph that data beside the markup states.
    pub(super) fn stated(text: &str) -> Self {
        Self {
            role: Role::Paragraph,
            text: text.trim().to_owned(),
            linked: 0,
            list: None,
            names: String::new(),
        }
    }
}

/// The lines of an element and what is in it; all links count as the site's own.
pub(super) fn read(root: &NodeRef<'_>) -> Vec<Line> {
    read_on(root, &Site::default())
}

/// The lines of an element of a page on `site`.
pub(super) fn read_on(root: &NodeRef<'_>, site: &Site) -> Vec<Line> {
    let mut reader = Reader {
        site: site.clone(),
        ..Reader::default()
    };
    reader.walk(root, Role::Paragraph);
    reader.end(Role::Paragraph);
    reader.out
}

#[derive(Default)]
struct Reader {
    site: Site,
    out: Vec<Line>,
    text: String,
    linked: usize,
    in_link: bool,
    space: bool,
    lists: usize,
    list: Option<usize>,
    names: Vec<String>,
    /// Behind an element of its own style that holds a place in capitals.
    stamp: bool,
}

impl Reader {
    fn walk(&mut self, parent: &NodeRef<'_>, role: Role) {
        for node in parent.children_it(false) {
            if node.is_text() {
                self.push(&node.text());
                continue;
            }
            let Some(tag) = node.qual_name_ref().map(|n| n.local.to_string()) else {
                continue;
            };
            match tag.as_str() {
                tag if SILENT.has(tag) => {}
                "br" | "hr" => self.end(role),
                "a" => {
                    let href = node.attr("href").unwrap_or_default();
                    let outer = std::mem::replace(&mut self.in_link, self.site.is_own(&href));
                    self.walk(&node, role);
                    self.in_link = outer;
                }
                _ => {
                    let names = names(&node);
                    if is_hover_card(&names) {
                        continue;
                    }
                    match own_role(&tag, &names, role) {
                        None => {
                            let from = self.text.len();
                            self.walk(&node, role);
                            self.stamp = !names.is_empty() && self.text.get(from..).is_some_and(is_shouted);
                        }
                        Some(inner) => self.block(&node, &tag, inner, role, names),
                    }
                }
            }
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, tag: &str, inner: Role, outer: Role, names: String) {
        if matches!(tag, "td" | "th") {
            // The cells of a row are one line.
            if !self.text.is_empty() {
                self.push(" | ");
            }
            return self.walk(node, inner);
        }
        self.end(outer);
        let list = self.list;
        if matches!(tag, "ul" | "ol" | "dl") {
            self.lists += 1;
            self.list = Some(self.lists);
        }
        self.names.push(names);
        self.walk(node, inner);
        self.end(inner);
        self.names.pop();
        self.list = list;
    }

    fn push(&mut self, text: &str) {
        // Style sheets set the place in front of a lead apart where the words do not: `<span class="location">OSLO</span>Two`.
        let mut head = text.chars();
        let is_word =
            head.next().is_some_and(char::is_uppercase) && head.next().is_some_and(char::is_lowercase);
        self.space |= std::mem::take(&mut self.stamp) && is_word;
        for c in text.chars() {
            // A space that keeps words together stays: it is told apart when the text is cleaned.
            if matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{c}') {
                self.space = true;
                continue;
            }
            if self.space && !self.text.is_empty() {
                self.text.push(' ');
                self.linked += usize::from(self.in_link);
            }
            self.space = false;
            self.text.push(c);
            self.linked += if self.in_link { c.len_utf8() } else { 0 };
        }
    }

    fn end(&mut self, role: Role) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        self.space = false;
        if text.chars().any(char::is_alphanumeric) {
            self.out.push(Line {
                role,
                text,
                linked,
                list: self.list,
                names: self.names.join(" "),
            });
        }
    }
}

/// Four capitals and more, and no small letter.
fn is_shouted(words: &str) -> bool {
    words.chars().filter(|c| c.is_uppercase()).count() >= 4 && !words.chars().any(char::is_lowercase)
}

/// Whether an element shows only while the pointer rests on the word beside it.
fn is_hover_card(names: &str) -> bool {
    let has = |list: &[&str]| names.split(' ').any(|n| list.contains(&n));
    has(&["tooltip", "tooltiptext", "popover", "hovercard"])
        || has(&["rollover", "hover"]) && has(&["block", "box", "card", "content", "panel"])
}

/// The role of a block element's words; `None` for an element inside a line.
fn own_role(tag: &str, names: &str, outer: Role) -> Option<Role> {
    let caption = || {
        names
            .split(' ')
            .any(|n| matches!(n, "caption" | "captions" | "figcaption" | "credit" | "credits"))
    };
    Some(match tag {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Heading,
        "figcaption" | "caption" => Role::Caption,
        "figure" if outer == Role::Paragraph => Role::Caption,
        "li" | "dt" | "dd" => Role::Item,
        "tr" | "td" | "th" => Role::Row,
        "blockquote" => Role::Quotation,
        "table" if outer == Role::Caption => Role::Row,
        tag if BLOCK_ELEMENTS.has(tag) => {
            if outer == Role::Paragraph && caption() {
                Role::Caption
            } else {
                outer
            }
        }
        _ => {
            return (outer == Role::Paragraph && tag == "span" && names.split(' ').any(|n| n == "caption"))
                .then_some(Role::Caption);
        }
    })
}

/// The words of an element's class and id.
fn names(node: &NodeRef<'_>) -> String {
    let mut out = String::new();
    for value in [node.class(), node.id_attr()].into_iter().flatten() {
        for word in super::prune::words(&value) {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&word);
        }
    }
    out
}
