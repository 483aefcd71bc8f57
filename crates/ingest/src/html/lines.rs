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
    pub(super) fn stated(role: Role, text: &str) -> Self {
        Self {
            role,
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
    /// In the cell of a row.
    cell: bool,
    /// Behind a paragraph or an entry in a cell.
    part: bool,
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
                "sup" if is_mark(&node, &self.text) => {}
                "sup" if self.text.ends_with("10") => {
                    self.push("^");
                    self.walk(&node, role);
                }
                "a" if is_way_back(&node) => {}
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
        if matches!(tag, "td" | "th") && !is_layout(node) {
            // The cells of a row are one line.
            if !self.text.is_empty() {
                self.push(" | ");
            }
            self.part = false;
            let cell = std::mem::replace(&mut self.cell, true);
            self.walk(node, inner);
            (self.cell, self.part) = (cell, false);
            return;
        }
        let inner = if matches!(tag, "td" | "th") {
            Role::Paragraph
        } else {
            inner
        };
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
            if std::mem::take(&mut self.part) && !self.text.is_empty() {
                // What is one below the other in a cell stands side by side in the row.
                let ended = self.text.ends_with(['|', '.', ',', ';', ':', '!', '?']);
                self.text.push_str(if ended { "" } else { ";" });
                self.space = true;
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
        if self.cell {
            self.part = true;
            return;
        }
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

/// Whether raised words behind `before` point to a note: a link within the page, a name that says so, brackets, marks, or
/// a figure behind a word or a figure. What is raised behind a unit or a ten is a power, and letters end an ordinal.
fn is_mark(node: &NodeRef<'_>, before: &str) -> bool {
    let text = node.text();
    let words = text.trim();
    if words.is_empty() || words.chars().count() > 12 {
        return false;
    }
    let bare = words.trim_matches(|c| matches!(c, '[' | ']' | '(' | ')' | '*' | '†' | '‡' | '§' | '¶'));
    let figures = bare
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–'));
    if bare.is_empty() || figures && bare.len() < words.len() {
        return true;
    }
    let points = |n: &NodeRef<'_>| n.has_name("a") && n.attr("href").is_some_and(|h| h.starts_with('#'));
    if figures && node.descendants_it().any(|n| points(&n)) || node.ancestors_it(Some(1)).any(|n| points(&n))
    {
        return true;
    }
    let named = names(node);
    let mut named = named.split(' ');
    if named.any(|n| {
        matches!(
            n,
            "footnote" | "footnotes" | "fn" | "fnref" | "noteref" | "reference"
        )
    }) {
        return true;
    }
    let last = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '/'))
        .next()
        .unwrap_or_default();
    let letters = last.chars().filter(|c| c.is_alphabetic()).count();
    let digits = last.chars().filter(char::is_ascii_digit).count();
    figures && (letters > 3 || letters == 0 && (digits == 0 || last != "10" && !last.ends_with("×10")))
}

/// Whether a link leads from a note back to its mark: an arrow, and a place on the page itself.
fn is_way_back(node: &NodeRef<'_>) -> bool {
    let to_page = node.attr("href").is_some_and(|h| h.starts_with('#'));
    to_page && {
        let text = node.text();
        let bare = text.trim();
        !bare.is_empty() && !bare.contains(char::is_alphanumeric)
            || node.attr("role").is_some_and(|r| &*r == "doc-backlink")
    }
}

/// Paragraphs of so many bytes are prose; cells of data hold less.
const CELL_PROSE: usize = 80;

/// Whether a cell is a part of the page and holds no datum: a table, headings, paragraphs, or more words than a row has.
fn is_layout(node: &NodeRef<'_>) -> bool {
    const LONG: usize = 600;
    let mut paragraphs = 0;
    for inner in node.descendants_it() {
        let Some(name) = inner.qual_name_ref() else {
            continue;
        };
        match &*name.local {
            "table" | "h1" | "h2" | "h3" => return true,
            "p" => {
                paragraphs += usize::from(inner.text().trim().len() >= CELL_PROSE);
                if paragraphs >= 2 {
                    return true;
                }
            }
            _ => {}
        }
    }
    let text = node.text();
    text.trim().len() >= LONG || paragraphs == 1 && is_alone(node)
}

/// Whether a cell is the only one of its row that holds words.
fn is_alone(node: &NodeRef<'_>) -> bool {
    node.parent().is_some_and(|row| {
        row.children_it(false)
            .all(|c| c.id == node.id || !c.is_element() || c.text().trim().is_empty())
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markup: &str) -> String {
        let doc = dom_query::Document::from(format!("<html><body><p>{markup}</p></body></html>"));
        let lines = doc.body().map(|b| read(&b)).unwrap_or_default();
        lines.into_iter().map(|l| l.text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn marks_of_notes_glue_to_no_figure() {
        for (markup, text) in [
            ("since 1988<sup><a href='#n1'>1</a></sup> and", "since 1988 and"),
            ("since 1988<a href='#n1'><sup>1</sup></a> and", "since 1988 and"),
            ("carried 214,000<sup>2</sup> people", "carried 214,000 people"),
            ("in 2024<sup class='footnote'>[3]</sup>, it", "in 2024, it"),
            ("12 towns<sup>3</sup> and", "12 towns and"),
            ("30 %<sup>4,5</sup> of", "30 % of"),
            (
                "the pier<sup>*</sup> and 7<sup>†</sup> boats",
                "the pier and 7 boats",
            ),
            ("120 m<sup>2</sup> of", "120 m2 of"),
            ("40 km<sup>3</sup> and 3 t/m<sup>3</sup>", "40 km3 and 3 t/m3"),
            ("the 2<sup>nd</sup> floor", "the 2nd floor"),
            ("le 1<sup>er</sup> mai", "le 1er mai"),
            ("10<sup>6</sup> cells", "10^6 cells"),
            ("XX<sup>e</sup> siècle", "XXe siècle"),
        ] {
            assert_eq!(shown(markup), text, "{markup}");
        }
    }

    #[test]
    fn struck_words_and_readings_beside_letters_are_left_out() {
        for (markup, text) in [
            (
                "is <del>nine</del> <ins>eleven</ins> million",
                "is eleven million",
            ),
            ("Kurt <s>Old</s> Omar Tell", "Kurt Omar Tell"),
            ("<strike>12</strike> 14 boats", "14 boats"),
            (
                "<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>の港",
                "東京の港",
            ),
            ("<ins>Two</ins> boats <u>sank</u>", "Two boats sank"),
            ("<small>Two</small> boats", "Two boats"),
        ] {
            assert_eq!(shown(markup), text, "{markup}");
        }
    }
}
