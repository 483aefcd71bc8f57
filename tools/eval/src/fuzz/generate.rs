//! Texts that look like news for a while: sentences of our own, cut, spliced, repeated and strewn with what breaks
//! readers.

use crate::numbers::Numbers;

/// Sentences with places for words; `{p}` a person, `{l}` a place, `{n}` a number, `{d}` a time, `{o}` an organisation.
const SENTENCES: &[&str] = &[
    "{l} ({o}) — {p} met {p} in {l} on {d}.",
    "{p} said the line would carry {n} passengers a year.",
    "“We will build it together,” said {p}, who leads the {o}.",
    "\"It is {n},\" {p} told {o} {d}, \"and not {n}.\"",
    "Trade between {l} and {l} reached {n} in {d}, according to {o}.",
    "Exports rose {n} to {n} from {n} {d}, {o} data show.",
    "{p} will visit {l} {d}, {p}’s office announced.",
    "At least {n} people were killed and {n} injured when a train left the rails near {l} {d}.",
    "The {o} ({o}) denied that {p} had ordered the attack on {l}.",
    "By {p}",
    "(Photo: {o})",
    "See more",
    "{l} - {l} - {l} railway to open {d}",
    "President of {l} {p} and Foreign Minister {p} signed {n} agreements.",
    "{p}, {n}, the former head of the {o}, has been appointed ambassador to {l}.",
    "If talks fail, {p} may not sign the {l} accord, a spokesman for the {o} warned.",
    "He didn't, she couldn't've, they're gonna, cannot and 'twas {d}.",
    "Between {n} and {n} of the {n}, or {n}, were {o}'s.",
    "date 2025-04-14 It opens {d}.",
    "Copyright 2025 {o}. All rights reserved.",
    "{o}: {n}; {l}: {n}; {p}: {n}",
];

const PEOPLE: &[&str] = &[
    "Ana Ruiz",
    "President Jo Okafor",
    "Nguyễn Thị Hà",
    "Xu Wei",
    "Dr. M. L. de la Cruz-Ortega",
    "he",
    "Sheikh Omar bin Said al-Nuri",
    "Łukasz Wójcik",
    "Mrs O'Neill",
    "the minister",
    "Suharjo",
];
const PLACES: &[&str] = &[
    "Lima",
    "Selby",
    "OSLO",
    "the U.S.",
    "Ho Chi Minh City",
    "Côte d’Ivoire",
    "northern Peru",
    "東京",
    "St. Mary's",
];
const NUMBERS: &[&str] = &[
    "23,000",
    "3.7 million",
    "USD 1.2bn",
    "US$5",
    "€40m",
    "five",
    "two and a half dozen",
    "17.46%",
    "percent",
    "1/2",
    "-0.5",
    "9999999999999999999999",
    "1e308",
    "٣٤",
    "third",
    "twice as many",
    "3-5 percentage points",
    "0",
    "NaN",
    "1,2,3,4",
    "½",
    "hundreds of thousands",
];
const TIMES: &[&str] = &[
    "on Monday",
    "last August",
    "on May 12-13",
    "in 2024",
    "Feb. 30",
    "31/04/2025",
    "0000-00-00",
    "in the 1990s",
    "early next year",
    "at 25:61 p.m.",
    "for 10,000 years",
    "99999 years ago",
    "every other Tuesday",
    "Tết 2026",
    "the third quarter of fiscal 9999",
    "tomorrow",
    "12th-11th century BC",
];
const ORGANIZATIONS: &[&str] = &[
    "Harbour Office",
    "AP",
    "VNA",
    "the Bank of Selby & Sons Ltd.",
    "UN",
    "Ministry of Roads, Rails and Rivers",
    "F.C. Lima",
];

/// What breaks readers.
const ODD: &[&str] = &[
    "\u{0}",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2066}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffd}",
    "\u{301}",
    "\u{301}\u{302}\u{303}\u{304}",
    "İ",
    "ß",
    "ﬁ",
    "ſ",
    "ǅ",
    "Ω",
    "\u{1f3fb}",
    "👩\u{200d}👧",
    "🇵🇪",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "((((",
    "]]]",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "...",
    "…",
    "—",
    "--",
    "$",
    "%",
    "#",
    "@",
    "&",
    "\u{e000}",
    "\u{10ffff}",
    "\u{1d7d8}",
    "०",
    "Ⅻ",
    "㎏",
    "ﷺ",
    "。",
    ".",
    ",",
    " ",
];

/// Around a text: kinds of files, whole and broken.
const MARKUP: &[&str] = &[
    "<!doctype html><title>T</title><article><h1>T</h1><p>",
    "</p><p>",
    "<div><div><div><ul><li>",
    "<script>",
    "<!--",
    "&#0;&#xD800;&amp;amp;&nbsp",
    "<?xml version=\"1.0\"?><rss><channel><item><title>T</title><description>",
    "</description></item></channel></rss>",
    "<![CDATA[",
    "{\"id\":\"1\",\"text\":\"",
    "\\ud800\\udc00\\ud800",
    "\"}\n",
    "[{\"title\":null,\"published\":\"2025-13-45\",\"html\":\"<p>",
    "---\ntitle: T\ndate: 2025-04-14\n---\n",
    "# T\n\n> [w](http://x.example)\n",
    "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 10\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    "\u{feff}",
    "<meta charset=utf-16>",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"x\",\"articleBody\":\"",
];

/// Makes inputs; the same seed makes the same ones.
pub(super) struct Maker(Numbers);

impl Maker {
    pub(super) fn new(seed: u64) -> Self {
        Self(Numbers::new(seed))
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0.below(n)
    }

    pub(super) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(super) fn pick(&mut self, list: &[&'static str]) -> &'static str {
        let i = self.below(list.len());
        list.get(i).copied().unwrap_or("")
    }

    /// A publication date, or what is none.
    pub(super) fn date(&mut self) -> String {
        match self.below(5) {
            0 => String::new(),
            1 => self
                .pick(&["9999-12-31", "-9999-01-01", "0001-01-01", "2024-02-29"])
                .to_owned(),
            _ => format!(
                "{:04}-{:02}-{:02}",
                1900 + self.below(200),
                1 + self.below(12),
                1 + self.below(28)
            ),
        }
    }

    /// One sentence, its places filled.
    fn sentence(&mut self) -> String {
        let mut out = String::new();
        let mut rest = self.pick(SENTENCES);
        while let Some((head, tail)) = rest.split_once('{') {
            out.push_str(head);
            let (slot, behind) = tail.split_once('}').unwrap_or(("", tail));
            let list = match slot {
                "p" => PEOPLE,
                "l" => PLACES,
                "n" => NUMBERS,
                "d" => TIMES,
                _ => ORGANIZATIONS,
            };
            out.push_str(self.pick(list));
            rest = behind;
        }
        out + rest
    }

    /// An article's text.
    pub(super) fn text(&mut self) -> String {
        let mut out = String::new();
        for _ in 0..=self.below(14) {
            out.push_str(&self.sentence());
            out.push_str(if self.one_in(3) { "\n\n" } else { " " });
        }
        for _ in 0..self.below(9) {
            self.damage(&mut out);
        }
        out
    }

    /// The same news once more: other sentences between, some lost.
    pub(super) fn retelling(&mut self, text: &str) -> String {
        let mut out = String::new();
        for piece in text.split_inclusive(['.', '\n']) {
            if !self.one_in(4) {
                out.push_str(piece);
            }
            if self.one_in(4) {
                out.push_str(&self.sentence());
                out.push(' ');
            }
        }
        if self.one_in(2) {
            self.damage(&mut out);
        }
        out
    }

    /// The bytes of a file of some kind.
    pub(super) fn file(&mut self) -> Vec<u8> {
        let mut out = String::new();
        for _ in 0..=self.below(5) {
            if !self.one_in(3) {
                out.push_str(self.pick(MARKUP));
            }
            let text = self.text();
            out.push_str(&text);
        }
        self.damaged(out.into_bytes())
    }

    /// With some bytes cut off, put in or changed, or none.
    pub(super) fn damaged(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        for _ in 0..self.below(4) {
            let at = self.below(bytes.len());
            match self.below(3) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, self.0.draw() as u8),
                _ => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = self.0.draw() as u8;
                    }
                }
            }
        }
        bytes
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }

    fn damage(&mut self, text: &mut String) {
        let (a, b) = (self.place(text), self.place(text));
        let (from, to) = (a.min(b), a.max(b));
        // Damage is mostly small, so that what is around it is still read.
        let near = text.floor_char_boundary((from + self.below(24)).min(text.len()));
        match self.below(8) {
            0 => text.replace_range(from..near.max(from), ""),
            1 => {
                let copied = text.get(from..near).unwrap_or("").repeat(1 + self.below(6));
                text.insert_str(from, &copied);
            }
            2 => {
                let odd = self.pick(ODD).repeat(1 + self.below(40));
                text.insert_str(from, &odd);
            }
            3 => {
                // Capitals, as in a headline.
                let part = text.get(from..near).unwrap_or("").to_uppercase();
                text.replace_range(from..near.max(from), &part);
            }
            4 => {
                let moved = text.get(from..to).unwrap_or("").to_owned();
                text.replace_range(from..to, "");
                let at = self.place(text);
                text.insert_str(at, &moved);
            }
            5 => *text = text.replace(' ', self.pick(ODD)),
            _ => text.insert_str(from, self.pick(ODD)),
        }
    }
}
