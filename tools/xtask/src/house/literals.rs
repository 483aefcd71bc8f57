//! Lists of string literals in Rust code: arrays, and alternatives of a match.

use std::iter::Peekable;
use std::str::CharIndices;

use super::files::NO_WORDS;

/// Literals in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List {
    /// Where it begins, from 1 on.
    pub line: usize,
    /// How many entries it has; a row of a table is one.
    pub entries: usize,
}

/// What matters of the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Open(char),
    Close,
    Literal,
    Or,
    Other,
}

/// The lists of a file's code, without its tests.
pub fn lists(text: &str) -> Vec<List> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    let mut found = Vec::new();
    // Kind of bracket, entries so far, place.
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let (mut alternatives, mut first) = (0, 0);
    let mut or_before = false;
    for (token, at) in tokens(code) {
        if token == Token::Literal {
            if let Some(list) = open.last_mut() {
                list.1 += 1;
            }
            if alternatives == 0 || !or_before {
                (alternatives, first) = (0, at);
            }
            alternatives += 1;
        }
        or_before = token == Token::Or;
        if !matches!(token, Token::Literal | Token::Or) {
            found.push((first, alternatives));
            alternatives = 0;
        }
        match token {
            Token::Open(kind) => open.push((kind, 0, at)),
            Token::Close => {
                let Some((kind, entries, at)) = open.pop() else {
                    continue;
                };
                if kind == '[' {
                    found.push((at, entries));
                }
                // A row of a table.
                if let Some(outer) = open.last_mut()
                    && entries > 0
                    && matches!((kind, outer.0), ('(', '[') | ('[', '[' | '('))
                {
                    outer.1 += 1;
                }
            }
            _ => {}
        }
    }
    let lines: Vec<&str> = code.lines().collect();
    found
        .into_iter()
        .filter(|(_, entries)| *entries > 1)
        .map(|(at, entries)| List {
            line: code.get(..at).unwrap_or("").matches('\n').count() + 1,
            entries,
        })
        .filter(|list| !is_excused(&lines, list.line))
        .collect()
}

/// Whether a comment above says that these are no words; the beginning of the list may be a few lines long.
fn is_excused(lines: &[&str], line: usize) -> bool {
    let before = lines.get(line.saturating_sub(5)..line).unwrap_or(&[]);
    before.iter().any(|l| l.trim_start().starts_with(NO_WORDS))
}

fn tokens(code: &str) -> Vec<(Token, usize)> {
    let mut out = Vec::new();
    let mut chars = code.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let rest = code.get(at..).unwrap_or("");
        let token = match c {
            '/' if rest.starts_with("//") => {
                skip_until(&mut chars, |c| c == '\n');
                continue;
            }
            '"' => {
                pass_string(&mut chars);
                Token::Literal
            }
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => {
                let marks = rest.chars().skip(1).take_while(|c| *c == '#').count();
                let Some(body) = rest.get(1 + marks..).filter(|r| r.starts_with('"')) else {
                    continue;
                };
                let end = format!("\"{}", "#".repeat(marks));
                let length = body.get(1..).and_then(|b| b.find(&end)).unwrap_or(0);
                let stop = at + 1 + marks + 1 + length + end.len();
                while chars.next_if(|(i, _)| *i < stop).is_some() {}
                Token::Literal
            }
            '\'' => {
                pass_char(rest, &mut chars);
                continue;
            }
            '[' | '(' | '{' => Token::Open(c),
            ']' | ')' | '}' => Token::Close,
            '|' => Token::Or,
            c if c.is_whitespace() => continue,
            c if c.is_alphanumeric() || c == '_' => {
                while chars.next_if(|(_, c)| c.is_alphanumeric() || *c == '_').is_some() {}
                Token::Other
            }
            _ => Token::Other,
        };
        out.push((token, at));
    }
    out
}

fn skip_until(chars: &mut Peekable<CharIndices<'_>>, ends: impl Fn(char) -> bool) {
    while chars.next_if(|(_, c)| !ends(*c)).is_some() {}
}

/// Passes the rest of a string behind its first mark.
fn pass_string(chars: &mut Peekable<CharIndices<'_>>) {
    while let Some((_, c)) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '"' => return,
            _ => {}
        }
    }
}

/// Passes a character; a lifetime has no second mark.
fn pass_char(rest: &str, chars: &mut Peekable<CharIndices<'_>>) {
    let mut inner = rest.chars().skip(1);
    match (inner.next(), inner.next()) {
        (Some('\\'), _) => {
            chars.next();
            chars.next();
            skip_until(chars, |c| c == '\'');
            chars.next();
        }
        (Some(_), Some('\'')) => {
            chars.next();
            chars.next();
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(code: &str) -> Vec<usize> {
        lists(code).iter().map(|l| l.entries).collect()
    }

    #[test]
    fn arrays_and_alternatives() {
        assert_eq!(entries(r##"["a", r"b", r#"c"d"#]"##), [3]);
        assert_eq!(entries(r#"[("a", "b"), ("c", "d")]"#), [2]);
        assert_eq!(entries(r#"match x { "a" | "b" | "c" => 1, "d" => 2 }"#), [3]);
        assert_eq!(entries(r#"f("a", "b", "c")"#), []);
    }

    #[test]
    fn what_only_looks_like_a_list() {
        assert_eq!(
            entries("// [\"a\", \"b\"]\nfn f<'a>(x: &'a str) -> char { '\"' }"),
            []
        );
        assert_eq!(entries("['\\'', '[', \"a\"]"), []);
        assert_eq!(entries("#[cfg(test)]\nmod tests { [\"a\", \"b\"] }"), []);
    }
}
