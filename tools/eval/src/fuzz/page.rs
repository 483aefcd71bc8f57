//! Pages of every shape: elements in elements, data and attributes that hide or mislead, marks left open.

use super::generate::Maker;

const ELEMENTS: &[&str] = &[
    "div",
    "p",
    "article",
    "section",
    "main",
    "aside",
    "header",
    "footer",
    "nav",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "figure",
    "figcaption",
    "blockquote",
    "h1",
    "h2",
    "span",
    "a",
    "b",
    "sup",
    "del",
    "pre",
    "code",
    "ruby",
    "rt",
    "details",
    "summary",
    "template",
    "noscript",
    "iframe",
    "svg",
    "math",
    "select",
    "option",
    "textarea",
    "dl",
    "dd",
    "time",
    "address",
    "form",
    "button",
    "custom-card",
    "font",
    "center",
    "br",
    "img",
    "hr",
];

const ATTRIBUTES: &[&str] = &[
    "hidden",
    "aria-hidden=true",
    "style=\"display: none\"",
    "style='visibility:hidden",
    "class=\"article-body entry-content\"",
    "class=\"teaser related promo\"",
    "class=\"paywall\"",
    "id=content",
    "itemprop=\"articleBody\"",
    "itemprop=datePublished datetime=\"2025-02-30T25:61\"",
    "datetime=\"12.04.2025\"",
    "rel=author",
    "href=\"javascript:void(0)\"",
    "href=\"//x.example/../a?b&c\"",
    "shadowrootmode=open",
    "dir=rtl lang=ar",
    "data-x=\"<p>not a tag</p>\"",
    "colspan=99999",
    "onclick=\"a>b\"",
];

const HEADS: &[&str] = &[
    "<meta charset=\"windows-1252\">",
    "<meta charset=utf-7>",
    "<base href=\"http://x.example/a/\">",
    "<meta property=\"article:published_time\" content=\"2025-04-14T07:30:00+07:00\">",
    "<meta name=author content=\"Ana Ruiz, Bo Lind and the desk\">",
    "<meta name=date content=\"03/04/05\">",
    "<link rel=canonical href=\"\">",
    "<title>A - B | C: D</title>",
    "<title>",
    "<style>p{display:none}</style>",
    "<script>var a = \"</scr\" + \"ipt>\";</script>",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"A \"quoted\" one\",\"author\":[[{\"name\":\"Bo\"}]],}</script>",
    "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":[\"LiveBlogPosting\"],\"liveBlogUpdate\":[{\"headline\":null,\"articleBody\":\"",
    "<script type=\"application/ld+json\">undefined{'a':'\\x27'}{\"b\":1}]]</script>",
    "<!--[if IE]><p>x</p><![endif]-->",
];

impl Maker {
    /// A page.
    pub(super) fn page(&mut self) -> Vec<u8> {
        let mut out = String::from("<!doctype html><html><head>");
        for _ in 0..self.below(6) {
            out.push_str(self.pick(HEADS));
        }
        out.push_str("</head><body>");
        let mut open: Vec<&str> = Vec::new();
        for _ in 0..self.below(60) {
            match self.below(7) {
                0..=2 => self.open(&mut out, &mut open),
                3 => {
                    let text = self.text();
                    out.push_str(&text);
                }
                // Mostly what was opened last, sometimes anything.
                4 | 5 => {
                    let name = if self.one_in(4) {
                        self.pick(ELEMENTS)
                    } else {
                        open.pop().unwrap_or("p")
                    };
                    out.push_str("</");
                    out.push_str(name);
                    out.push('>');
                }
                _ => {
                    let deep = if self.one_in(12) { 400 } else { 3 };
                    let name = self.pick(ELEMENTS);
                    for _ in 0..self.below(deep) {
                        out.push('<');
                        out.push_str(name);
                        out.push('>');
                    }
                }
            }
        }
        if !self.one_in(4) {
            out.push_str("</body></html>");
        }
        self.damaged(out.into_bytes())
    }

    fn open(&mut self, out: &mut String, open: &mut Vec<&'static str>) {
        let name = self.pick(ELEMENTS);
        open.push(name);
        out.push('<');
        out.push_str(name);
        for _ in 0..self.below(3) {
            out.push(' ');
            out.push_str(self.pick(ATTRIBUTES));
        }
        out.push('>');
    }
}
