//! Quotation marks, paired inside one paragraph.

use dossier_model::Span;

/// Words between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    /// From the opening to behind the closing mark.
    pub(super) span: Span,
    /// The words without the marks.
    pub(super) inner: Span,
    /// Whether a closing mark was found; an open one ends with its paragraph.
    pub(super) closed: bool,
}

/// What a mark looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// " and '' and ``: the place alone tells opening from closing.
    Straight,
    /// “ ” „ and full-width forms.
    Curly,
    /// « ».
    Guillemet,
    /// ‹ ›.
    SmallGuillemet,
    /// 「」『』.
    Corner,
    /// ' and ‘ ’ ‚, which are also apostrophes.
    Single,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    start: usize,
    end: usize,
    shape: Shape,
    /// Whether it can stand before the first word.
    opens: bool,
    /// Whether it can stand behind the last word.
    closes: bool,
    /// Whether the character before is an "s", as in a plural possessive.
    after_s: bool,
    /// Whether punctuation stands before it, as before the mark that closes a speech.
    after_stop: bool,
}

dossier_world::words!(ELISIONS = "quote/elisions.txt");

fn is_gap(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

fn opens_after(c: Option<char>) -> bool {
    is_gap(c)
        || c.is_some_and(|c| {
            matches!(
                c,
                '(' | '['
                    | '{'
                    | '—'
                    | '–'
                    | '-'
                    | '/'
                    | '"'
                    | '“'
                    | '‘'
                    | '\''
                    | '«'
                    | '…'
                    | ':'
                    | '>'
                    | '¿'
                    | '¡'
            )
        })
}

/// The top-level marked stretches of the paragraph `block`, in order and without overlap.
pub(super) fn pair(text: &str, block: Span) -> Vec<Marked> {
    let marks = scan(text, block);
    let mut out: Vec<Marked> = Vec::new();
    pair_double(&marks, block, &mut out);
    let singles = pair_single(&marks, &out);
    if !singles.is_empty() {
        // A stretch between single marks that holds a double pair is the outer one, and the other way round.
        out.extend(singles);
        out.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        let mut end = 0;
        out.retain(|m| {
            let free = m.span.start >= end;
            if free {
                end = m.span.end;
            }
            free
        });
    }
    out.retain(|m| !m.inner.of(text).trim().is_empty());
    out
}

/// Whether the paragraph's first visible character opens a quotation.
pub(super) fn starts_open(text: &str, block: Span) -> bool {
    let words = block.of(text).trim_start();
    let mut chars = words.chars();
    match chars.next() {
        Some('"' | '“' | '„' | '«' | '‘' | '‹' | '「') => true,
        Some('\'') => chars.next().is_some_and(|c| c == '\'' || c.is_uppercase()),
        Some('`') => chars.next() == Some('`'),
        _ => false,
    }
}

/// Whether exactly one more of `c` follows, so that both are one double mark.
fn starts_double(rest: &str, c: char) -> bool {
    let mut more = rest.chars();
    more.next() == Some(c) && more.next() != Some(c)
}

fn scan(text: &str, block: Span) -> Vec<Mark> {
    let words = block.of(text);
    let base = block.start as usize;
    let mut out = Vec::new();
    let mut prev: Option<char> = None;
    let mut iter = words.char_indices().peekable();
    while let Some((at, c)) = iter.next() {
        let before = prev;
        prev = Some(c);
        let mut end = at + c.len_utf8();
        let shape = match c {
            '"' | '‟' | '＂' => Shape::Straight,
            // Of three in a row the first is a single mark that closes inside the double one.
            '\'' | '`' | '’' if starts_double(words.get(end..).unwrap_or(""), c) => {
                iter.next();
                end += c.len_utf8();
                Shape::Straight
            }
            '“' | '”' | '„' | '〝' | '〞' => Shape::Curly,
            '«' | '»' => Shape::Guillemet,
            '‹' | '›' => Shape::SmallGuillemet,
            '「' | '」' | '『' | '』' => Shape::Corner,
            '\'' | '‘' | '’' | '‚' | '‛' | '`' => Shape::Single,
            _ => continue,
        };
        let next = iter.peek().map(|&(_, d)| d);
        let free_before = opens_after(before);
        let (opens, closes) = match c {
            // A curly mark at the wrong side of a word is a slip of the keyboard: the place decides.
            '“' | '〝' if !free_before && next.is_none_or(|n| !n.is_alphanumeric()) => (false, true),
            '“' | '„' | '〝' | '‚' | '‘' | '‛' => {
                (!is_gap(next) || !matches!(c, '‘' | '‛'), c == '“' && !free_before)
            }
            '”' | '〞' if is_gap(before) && !is_gap(next) => (true, false),
            '”' | '〞' => (false, true),
            '«' | '‹' => (true, !free_before && is_gap(next)),
            '»' | '›' => (is_gap(before) && !is_gap(next), true),
            '「' | '『' => (true, false),
            '」' | '』' => (false, true),
            '`' if end - at > 1 => (true, false),
            // " between two gaps can only close what is open: 'above the law,' ".
            _ if shape == Shape::Straight && is_gap(before) && is_gap(next) && before.is_some() => {
                (false, true)
            }
            _ => (free_before && !is_gap(next), !is_gap(before)),
        };
        // 6'2" and 5 ft 6" are measures.
        let measure = matches!(c, '"' | '\'' | '’' | '”')
            && before.is_some_and(|b| b.is_ascii_digit())
            && next.is_none_or(|n| n.is_ascii_digit() || n.is_whitespace() || n == '-' || n == '"');
        out.push(Mark {
            start: base + at,
            end: base + end,
            shape,
            opens,
            closes: closes && !(measure && shape == Shape::Single),
            after_s: before == Some('s') || before == Some('S'),
            after_stop: before.is_some_and(|b| matches!(b, ',' | '.' | '?' | '!' | '…' | '—' | ';')),
        });
        if measure && shape == Shape::Straight {
            // It may close an open stretch, never open one.
            if let Some(m) = out.last_mut() {
                m.opens = false;
            }
        }
    }
    // Apostrophes inside words and before lost letters open nothing.
    for m in &mut out {
        if m.shape == Shape::Single {
            let rest = text.get(m.end..).unwrap_or("");
            let first = rest.chars().next();
            if first.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '"' | '“' | '[' | '(' | '…' | '$'))
            {
                m.opens = false;
            }
            let decade = first.is_some_and(|c| c.is_ascii_digit())
                && rest
                    .get(..3)
                    .is_some_and(|d| d.ends_with('s') && d.as_bytes()[1].is_ascii_digit());
            let word_len = rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len().min(16))
                .min(16);
            let word = rest.get(..word_len).unwrap_or("");
            if decade || ELISIONS.has_any_case(word) {
                m.opens = false;
            }
            if first.is_some_and(char::is_alphanumeric) {
                m.closes = false;
            }
        }
    }
    out
}

fn marked(open: Mark, close: Mark) -> Marked {
    Marked {
        span: Span::new(open.start, close.end),
        inner: Span::new(open.end, close.start.max(open.end)),
        closed: true,
    }
}

fn pair_double(marks: &[Mark], block: Span, out: &mut Vec<Marked>) {
    let mut open: Option<Mark> = None;
    let mut depth = 0u32;
    let unclosed = |o: Mark, end: usize| Marked {
        span: Span::new(o.start, end.max(o.end)),
        inner: Span::new(o.end, end.max(o.end)),
        closed: false,
    };
    for &m in marks.iter().filter(|m| m.shape != Shape::Single) {
        let Some(o) = open else {
            if m.opens {
                open = Some(m);
                depth = 0;
            }
            continue;
        };
        let same = o.shape == m.shape
            || matches!(
                (o.shape, m.shape),
                (Shape::Curly, Shape::Straight) | (Shape::Straight, Shape::Curly)
            );
        if !same {
            continue;
        }
        if m.closes && (!m.opens || o.shape == Shape::Straight || m.shape == Shape::Straight) && depth == 0 {
            out.push(marked(o, m));
            open = None;
        } else if m.closes && !m.opens {
            depth -= 1;
        } else if m.opens && o.shape == Shape::Straight && m.shape == Shape::Straight {
            // A second opening mark: the first one was never closed, and where it ends nobody knows.
            open = Some(m);
            depth = 0;
        } else if m.opens
            && o.shape == m.shape
            && matches!(o.shape, Shape::Guillemet | Shape::Corner | Shape::SmallGuillemet)
        {
            depth += 1;
        } else if m.opens {
            open = Some(m);
            depth = 0;
        }
    }
    if let Some(o) = open {
        out.push(unclosed(o, block.end as usize));
    }
}

fn pair_single(marks: &[Mark], double: &[Marked]) -> Vec<Marked> {
    let singles: Vec<Mark> = marks
        .iter()
        .copied()
        .filter(|m| m.shape == Shape::Single)
        .collect();
    let mut out = Vec::new();
    let mut i = 0;
    let mut d = 0;
    while i < singles.len() {
        let open = singles[i];
        i += 1;
        if !open.opens {
            continue;
        }
        while d < double.len() && (double[d].span.end as usize) <= open.start {
            d += 1;
        }
        if double
            .get(d)
            .is_some_and(|q| q.closed && (q.span.start as usize) < open.start)
        {
            continue;
        }
        // The first mark behind punctuation or behind a letter that is no plural "s" closes; a possessive
        // closes only where nothing better comes before the next opening.
        let mut best: Option<(usize, Mark)> = None;
        let mut k = i;
        while k < singles.len() {
            let m = singles[k];
            if m.opens && !m.closes {
                break;
            }
            if m.closes {
                if m.after_stop || !m.after_s {
                    best = Some((k, m));
                    break;
                }
                best = best.or(Some((k, m)));
            }
            k += 1;
        }
        if let Some((at, close)) = best {
            out.push(marked(open, close));
            i = at + 1;
        } else {
            i = k;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> = pair(text, Span::new(0, text.len()))
            .iter()
            .map(|m| m.span.of(text))
            .collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn every_style_pairs() {
        check("\"We agree,\" she said.", &["\"We agree,\""]);
        check("“We agree,” she said.", &["“We agree,”"]);
        check("«We agree», she said.", &["«We agree»"]);
        check("„We agree“, she said.", &["„We agree“"]);
        check("‘We agree,’ she said.", &["‘We agree,’"]);
        check("'We agree,' she said.", &["'We agree,'"]);
        check("``We agree,'' she said.", &["``We agree,''"]);
        check("''We agree,'' she said.", &["''We agree,''"]);
        check("”We agree,” she said.", &["”We agree,”"]);
        check("“We agree,“ she said.", &["“We agree,“"]);
        check("「We agree」 she said.", &["「We agree」"]);
    }

    #[test]
    fn two_in_a_row_are_two() {
        check("\"Yes,\" he said. \"No.\"", &["\"Yes,\"", "\"No.\""]);
        check("‘Yes,’ he said. ‘No.’", &["‘Yes,’", "‘No.’"]);
        check("“Yes,” he said. “No.”", &["“Yes,”", "“No.”"]);
    }

    #[test]
    fn inner_marks_stay_inside() {
        check("\"He said 'no' twice,\" she said.", &["\"He said 'no' twice,\""]);
        check("‘He said “no” twice,’ she said.", &["‘He said “no” twice,’"]);
        check("“It’s the ‘big one’,” she said.", &["“It’s the ‘big one’,”"]);
    }

    #[test]
    fn possessives_and_contractions_do_not_close() {
        check(
            "‘The workers’ rights don’t count,’ she said.",
            &["‘The workers’ rights don’t count,’"],
        );
        check(
            "'The workers' rights don't count,' she said.",
            &["'The workers' rights don't count,'"],
        );
    }

    #[test]
    fn not_apostrophes() {
        check("The '90s and rock 'n' roll and the workers' union.", &[]);
        check("It’s the ministers’ plan, isn’t it?", &[]);
        check("Tell 'em it ain't so.", &[]);
    }

    #[test]
    fn not_feet_and_inches() {
        check("He is 6'2\" tall and she is 5'9\" tall.", &[]);
    }

    #[test]
    fn open_marks_end_with_the_paragraph() {
        check("“We agree. We always did.", &["“We agree. We always did."]);
        check("She said: \"We agree.", &["\"We agree."]);
    }

    #[test]
    fn a_stray_opening_mark_does_not_swallow_the_next_quotation() {
        check(
            "The \"plan was dropped. \"We agree,\" she said.",
            &["\"We agree,\""],
        );
    }

    #[test]
    fn hostile_text_ends() {
        let many = "“".repeat(200_000);
        assert!(pair(&many, Span::new(0, many.len())).len() <= 1);
        let many = "'a ".repeat(200_000);
        assert!(pair(&many, Span::new(0, many.len())).is_empty());
        let many = "\"a ".repeat(200_000);
        assert!(pair(&many, Span::new(0, many.len())).len() <= 1);
    }
}
