use dossier_model::{
    AnnotatedArticle, BlockKind, EventMention, EventParticipant, FigureMention, LocalId, Quantity, Quote,
    QuoteKind, RoleMention, Span, When,
};
use unicode_width::UnicodeWidthChar;

/// For whom the findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// For a person, words alone.
    #[default]
    Plain,
    /// For a person, in ANSI escape sequences: a colour for each kind of finding.
    Ansi,
    /// For a test case: a row a finding, so that one that changes moves no other; no title.
    Case,
}

impl Style {
    /// Columns of a line of the text. That of a test case is read again, so that a line stays a line.
    fn text_width(self) -> usize {
        match self {
            Self::Plain | Self::Ansi => self.width(),
            Self::Case => usize::MAX,
        }
    }

    /// Columns of what stands under the text.
    fn width(self) -> usize {
        match self {
            Self::Plain | Self::Ansi => 80,
            Self::Case => 96,
        }
    }
}

/// The findings under the text: carets under the words, then what they are; what does not touch shares a row.
#[must_use]
pub fn render(read: &AnnotatedArticle, style: Style) -> String {
    let text = read.article.text();
    let mut marks = marks(read, style);
    marks.sort_by_key(|m| (m.span, m.kind));
    let mut coming = marks.iter().peekable();
    // The findings that have begun and not ended: lines come in text order, so each finding enters once.
    let mut open: Vec<&Mark> = Vec::new();
    let mut out = String::new();
    if style != Style::Case {
        title(&mut out, read, style);
    }
    for block in read.article.blocks() {
        if block.kind != BlockKind::Body {
            paint(&mut out, &format!("[{}]", block.kind.as_str()), DIM, style);
            out.push('\n');
        }
        for line in wrap(text, block.span, style.text_width()) {
            out.extend(line.of(text).chars().map(shown));
            out.push('\n');
            open.retain(|m| m.span.end > line.start);
            while let Some(mark) = coming.next_if(|m| m.span.start < line.end) {
                open.push(mark);
            }
            let mut rows = Rows::default();
            for mark in &open {
                if let Some(part) = mark.span.intersection(line) {
                    rows.add(text, line, part, mark, style);
                }
            }
            rows.write(&mut out, style);
        }
        out.push('\n');
    }
    out
}

/// Where the article is from, so that several on one screen can be told apart.
fn title(out: &mut String, read: &AnnotatedArticle, style: Style) {
    let meta = &read.article.meta;
    let mut words = clean(&meta.source);
    if let Some(outlet) = &meta.outlet {
        words.push_str(" · ");
        words.push_str(&clean(outlet));
    }
    if let Some(published) = meta.published {
        words.push_str(&format!(" · {}", published.date));
    }
    paint(out, &format!("== {words}"), BOLD, style);
    out.push_str("\n\n");
}

/// What stands under one line of text.
#[derive(Default)]
struct Rows(Vec<Vec<Piece>>);

/// Carets with their label.
struct Piece {
    at: usize,
    words: String,
    colour: &'static str,
}

impl Piece {
    fn end(&self) -> usize {
        self.at + columns(&self.words)
    }
}

impl Rows {
    /// So many rows are tried for a place: a line may hold any number of findings in characters without width.
    const TRIED: usize = 16;

    /// Carets under the part of the finding that stands in this line. The label stands where the finding ends: behind
    /// the carets, or in front of them where the line is full, or else under them.
    fn add(&mut self, text: &str, line: Span, part: Span, mark: &Mark, style: Style) {
        let before = Span {
            start: line.start,
            end: part.start,
        };
        let at = columns(before.of(text));
        let carets = "^".repeat(columns(part.of(text)).max(1));
        let label = if part.end < mark.span.end {
            "…"
        } else {
            mark.label.as_str()
        };
        let (width, room) = (carets.len(), columns(label) + 1);
        let colour = mark.kind.colour();
        if style == Style::Case {
            let words = format!("{carets} {label}");
            self.0.push(vec![Piece { at, words, colour }]);
        } else if at + width + room <= style.width() {
            self.place(at, format!("{carets} {label}"), colour);
        } else if room <= at {
            self.place(at - room, format!("{label} {carets}"), colour);
        } else {
            self.place(at, carets, colour);
            self.place(
                style.width().saturating_sub(room).min(at),
                label.to_owned(),
                colour,
            );
        }
    }

    /// The first row where nothing touches it.
    fn place(&mut self, at: usize, words: String, colour: &'static str) {
        let piece = Piece { at, words, colour };
        let from = self.0.len().saturating_sub(Self::TRIED);
        let free = |row: &&mut Vec<Piece>| {
            row.iter()
                .all(|p| piece.at >= p.end() + 2 || p.at >= piece.end() + 2)
        };
        match self.0.iter_mut().skip(from).find(free) {
            Some(row) => row.push(piece),
            None => self.0.push(vec![piece]),
        }
    }

    fn write(mut self, out: &mut String, style: Style) {
        for row in &mut self.0 {
            row.sort_by_key(|p| p.at);
            let mut at = 0;
            for piece in row {
                out.extend(std::iter::repeat_n(' ', piece.at - at));
                paint(out, &piece.words, piece.colour, style);
                at = piece.end();
            }
            out.push('\n');
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Quote,
    Event,
    Role,
    Mention,
    Time,
    Quantity,
}

const DIM: &str = "2";
const BOLD: &str = "1";

impl Kind {
    fn colour(self) -> &'static str {
        match self {
            Self::Quote => "35",
            Self::Event => "31",
            Self::Role => "36",
            Self::Mention => "34",
            Self::Time => "32",
            Self::Quantity => "33",
        }
    }
}

struct Mark {
    span: Span,
    kind: Kind,
    label: String,
}

/// All that is shown of an article.
fn marks(read: &AnnotatedArticle, style: Style) -> Vec<Mark> {
    let notes = &read.notes;
    let text = read.article.text();
    let mut marks = Vec::new();
    let mut add = |span, kind, label| marks.push(Mark { span, kind, label });
    for m in notes.mentions.iter() {
        let local = local_name(read, m.value.local).filter(|n| *n != m.span.of(text));
        let is = local.map(|n| format!(" = {}", clean(n))).unwrap_or_default();
        add(m.span, Kind::Mention, format!("{}{is}", m.value.kind.as_str()));
    }
    for r in notes.roles.iter() {
        add(r.span, Kind::Role, label_role(read, &r.value));
    }
    for t in notes.times.iter() {
        let kind = t.value.kind.as_str().to_ascii_lowercase();
        add(t.span, Kind::Time, format!("{kind} {}", t.value.value));
    }
    for q in notes.quantities.iter() {
        add(q.span, Kind::Quantity, label_quantity(&q.value));
    }
    for q in notes.quotes.iter() {
        let label = label_quote(read, &q.value);
        // One row for each piece: the cue between them is not the speaker's.
        for &piece in &q.value.content {
            add(piece, Kind::Quote, label.clone());
        }
    }
    for e in notes.events.iter() {
        add(e.span, Kind::Event, label_event(read, &e.value, style));
    }
    if style == Style::Case {
        for f in notes.figures.iter() {
            add(f.span, Kind::Quantity, label_figure(text, &f.value));
        }
    }
    marks
}

/// The name of an entity of one article.
fn local_name(read: &AnnotatedArticle, id: Option<LocalId>) -> Option<&str> {
    id.and_then(|id| read.notes.local(id)).map(|l| l.name.as_str())
}

fn label_role(read: &AnnotatedArticle, role: &RoleMention) -> String {
    let text = read.article.text();
    let holder = clean(local_name(read, Some(role.holder)).unwrap_or("?"));
    let mut label = format!("role of {holder}: {}", clean(role.title.of(text)));
    let organization = role.organization.map(|o| o.of(text));
    for more in [organization, role.country.as_deref()].into_iter().flatten() {
        label.push_str(", ");
        label.push_str(&clean(more));
    }
    if role.former {
        label.push_str(", former");
    }
    label
}

fn label_quantity(quantity: &Quantity) -> String {
    let number = match (quantity.value, quantity.low, quantity.high) {
        (Some(v), ..) => v.to_string(),
        (None, low, high) => {
            let end = |v: Option<f64>| v.map_or_else(|| "?".to_owned(), |v| v.to_string());
            format!("{}..{}", end(low), end(high))
        }
    };
    let what = if quantity.ordinal { "ordinal" } else { "quantity" };
    let unit = quantity
        .unit
        .as_ref()
        .map(|u| format!(" {}", clean(&crate::unit::name(u))));
    let bound = quantity.bound.as_str();
    format!("{what} {bound} {number}{}", unit.unwrap_or_default())
}

fn label_quote(read: &AnnotatedArticle, quote: &Quote) -> String {
    let source = quote.source.first().map(|s| s.of(read.article.text()));
    let speaker = clean(local_name(read, quote.speaker).or(source).unwrap_or("unknown"));
    let what = match quote.kind {
        QuoteKind::Statement => "quote",
        QuoteKind::Act => "act",
        QuoteKind::Attitude => "attitude",
    };
    format!("{what} {} speaker={speaker}", quote.form.as_str())
}

/// A person sees who acts first; a case sees all, and where and when.
fn label_event(read: &AnnotatedArticle, event: &EventMention, style: Style) -> String {
    let text = read.article.text();
    let who = |p: &EventParticipant| clean(local_name(read, p.local).unwrap_or_else(|| p.span.of(text)));
    let mut label = format!("event {} {}", event.kind.as_str(), event.status.as_str());
    if style == Style::Case {
        let all = |them: &[EventParticipant]| them.iter().map(who).collect::<Vec<_>>().join("; ");
        let named = [
            ("source", all(&event.sources)),
            ("target", all(&event.targets)),
            ("place", event.place.as_ref().map(who).unwrap_or_default()),
            ("when", event.when.as_ref().map(show_days).unwrap_or_default()),
        ];
        for (part, words) in named.iter().filter(|(_, words)| !words.is_empty()) {
            label.push_str(&format!(" {part}={words}"));
        }
        return label;
    }
    if let Some(source) = event.sources.first() {
        label.push_str(&format!(" {}", who(source)));
    }
    if let Some(target) = event.targets.first() {
        label.push_str(&format!(" → {}", who(target)));
    }
    label
}

fn label_figure(text: &str, figure: &FigureMention) -> String {
    let mut label = format!("figure {}", clean(&figure.measure));
    if let Some(period) = &figure.period {
        label.push_str(&format!(" when={}", show_days(period)));
    }
    if let Some(basis) = figure.basis {
        label.push_str(&format!(" basis={}", clean(basis.of(text))));
    }
    label
}

/// The days of a time: "2024-05-02", "2024-05-01..2024-05-31".
fn show_days(when: &When) -> String {
    let day = |d: Option<jiff::civil::Date>| d.map_or_else(|| "?".to_owned(), |d| d.to_string());
    if when.from == when.to {
        day(when.from)
    } else {
        format!("{}..{}", day(when.from), day(when.to))
    }
}

/// The block in lines of `most` columns, broken at white space and at the text's own line ends; a
/// word that is wider is broken where the line is full.
fn wrap(text: &str, block: Span, most: usize) -> Vec<Span> {
    let words = block.of(text);
    let base = block.start as usize;
    let mut lines = Vec::new();
    let (mut start, mut space, mut width) = (0, None, 0);
    for (at, c) in words.char_indices() {
        if c == '\n' {
            lines.push(Span::new(base + start, base + at));
            (start, space, width) = (at + 1, None, 0);
            continue;
        }
        width += column(c);
        if width > most && at > start {
            let (end, next) = space.unwrap_or((at, at));
            lines.push(Span::new(base + start, base + end));
            width = words.get(next..at).map_or(0, columns) + column(c);
            (start, space) = (next, None);
        }
        if c.is_whitespace() {
            space = Some((at, at + c.len_utf8()));
        }
    }
    lines.push(Span::new(base + start, base + words.len()));
    lines
}

fn columns(text: &str) -> usize {
    text.chars().map(column).sum()
}

fn column(c: char) -> usize {
    shown(c).width().unwrap_or(0)
}

/// What reaches the terminal: control characters and overrides of direction could rewrite the screen.
fn shown(c: char) -> char {
    match c {
        '\t' | '\u{a0}' => ' ',
        c if c.is_control() => '\u{fffd}',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => '\u{fffd}',
        c => c,
    }
}

fn clean(text: &str) -> String {
    text.chars().map(shown).collect()
}

fn paint(out: &mut String, words: &str, colour: &str, style: Style) {
    match style {
        Style::Plain | Style::Case => out.push_str(words),
        Style::Ansi => {
            out.push_str("\x1b[");
            out.push_str(colour);
            out.push('m');
            out.push_str(words);
            out.push_str("\x1b[0m");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::*;

    fn article(text: &str) -> AnnotatedArticle {
        let body = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        AnnotatedArticle {
            article: Article::new(ArticleId::new("a"), ArticleDraft::default(), text, vec![body]),
            notes: Annotations::default(),
        }
    }

    fn dates(read: &mut AnnotatedArticle, words: &[&str]) {
        let text = read.article.text();
        let spans = words.iter().map(|w| {
            let at = text.find(w).expect("the words stand in the text");
            Span::new(at, at + w.len())
        });
        let time = Time {
            kind: TimeType::Date,
            value: "2031-03".into(),
            when: None,
        };
        read.notes.times = Layer::from_pairs(spans.map(|s| (s, time.clone())));
    }

    #[test]
    fn carets_stand_under_the_words() {
        let mut read = article("Phạm met 東京 in March.");
        dates(&mut read, &["in March"]);
        let shown = render(&read, Style::Case);
        assert_eq!(
            shown,
            "Phạm met 東京 in March.\n              ^^^^^^^^ date 2031-03\n\n"
        );
    }

    #[test]
    fn a_finding_over_a_line_end_is_labelled_where_it_ends() {
        let mut read = article(&format!("{} one two three", "word ".repeat(18)));
        dates(&mut read, &["one two three"]);
        let shown = render(&read, Style::Plain);
        assert_eq!(shown.matches("date 2031-03").count(), 1, "{shown}");
        assert!(shown.lines().all(|l| l.len() <= 80), "{shown}");
    }

    #[test]
    fn what_does_not_touch_shares_a_row_and_the_last_label_stands_in_front() {
        let words = "word ".repeat(14);
        let mut read = article(&format!("May {words}June"));
        dates(&mut read, &["May", "June"]);
        let shown = render(&read, Style::Plain);
        let row = shown.lines().nth(3).expect("a row of carets");
        assert!(
            row.starts_with("^^^ date 2031-03 ") && row.ends_with(" date 2031-03 ^^^^"),
            "{shown}"
        );
        assert!(shown.lines().all(|l| l.len() <= 80), "{shown}");
    }

    #[test]
    fn a_label_that_fits_on_neither_side_stands_under_the_carets() {
        let line = "x".repeat(78);
        let mut read = article(&line);
        dates(&mut read, &[line.as_str()]);
        let shown = render(&read, Style::Plain);
        assert!(
            shown.contains(&format!("\n{}\ndate 2031-03\n", "^".repeat(78))),
            "{shown}"
        );
    }

    #[test]
    fn not_a_control_character_reaches_the_terminal() {
        let shown = render(&article("a\x1b[31mb\u{202e}c\u{7}"), Style::Plain);
        assert!(!shown.contains(['\x1b', '\u{202e}', '\u{7}']), "{shown:?}");
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        let read = article(&"x".repeat(Style::Plain.width() * 3));
        let text = |style| {
            render(&read, style)
                .lines()
                .filter(|l| l.starts_with("xx"))
                .count()
        };
        assert_eq!(text(Style::Plain), 3);
        // A case keeps its text as it was written.
        assert_eq!(text(Style::Case), 1);
    }
}
