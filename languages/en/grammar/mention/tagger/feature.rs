//! What speaks for a word's tag: its letters, its neighbours, the row of capitals around it, the lists and rules, and how the
//! same words are used elsewhere in the article.

use std::collections::HashMap;

use dossier_model::{MentionForm, MentionKind};
use xxhash_rust::xxh3::xxh3_64;

use super::tag::{self, KINDS};
use crate::grammar::lists::{common, country, given_name, initials, office, organization, place};
use crate::grammar::mention::pattern;
use crate::grammar::mention::scan::Name;
use dossier_annotate::View;
use dossier_annotate::view::{Capitals, Shape};
use dossier_network::lex::hash;
use dossier_network::weights::mix;

/// What is known of one word.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    word: u32,
    shape: u32,
    lists: u32,
    upos: u32,
    rule: u32,
}

/// Before the first and after the last word of a sentence.
const EDGE: Cell = Cell {
    word: 1,
    shape: 1,
    lists: 0,
    upos: 31,
    rule: 0,
};

/// The features of an article's words.
pub(super) struct Features<'a, 't> {
    words: &'a View<'t>,
    rules: &'a [Name],
    /// The rule's name that stands at or behind the word asked for last.
    next: usize,
    /// How often a word is part of a certain name of each kind, by its hash.
    votes: HashMap<u64, [u8; KINDS.len()]>,
    sentence: usize,
    case: u32,
    /// The cells of the words of the sentence asked for last, as far as they were needed.
    cells: Vec<Option<Cell>>,
    from: usize,
}

fn kind_number(kind: MentionKind) -> usize {
    KINDS.iter().position(|k| *k == kind).unwrap_or(KINDS.len() - 1)
}

impl<'a, 't> Features<'a, 't> {
    /// For words of which rules made `rules`, in order.
    pub fn new(words: &'a View<'t>, rules: &'a [Name]) -> Self {
        let mut votes: HashMap<u64, [u8; KINDS.len()]> = HashMap::new();
        for n in rules.iter().filter(|n| n.sure == 2) {
            for k in n.start..n.end {
                if words.is_capital(k) {
                    let slot = &mut votes.entry(key(words, k)).or_default()[kind_number(n.kind)];
                    *slot = slot.saturating_add(1);
                }
            }
        }
        Self {
            words,
            rules,
            next: 0,
            votes,
            sentence: usize::MAX,
            case: 0,
            cells: Vec::new(),
            from: 0,
        }
    }

    fn enter(&mut self, i: usize) {
        let at = self.words.sentence_index(i);
        if at == self.sentence {
            return;
        }
        self.sentence = at;
        let (start, end) = self.words.sentence_words(i);
        self.from = start;
        self.cells.clear();
        self.cells.resize(end - start, None);
        self.case = match self.words.capitals(i) {
            Capitals::Sentence => 0,
            Capitals::Title => 1,
            Capitals::Upper => 2,
        };
    }

    /// The rule's name that holds word `i`.
    fn ruled(&mut self, i: usize) -> Option<Name> {
        while self.next > 0 && self.rules.get(self.next - 1).is_some_and(|n| n.end > i) {
            self.next -= 1;
        }
        while self.rules.get(self.next).is_some_and(|n| n.end <= i) {
            self.next += 1;
        }
        self.rules.get(self.next).copied().filter(|n| n.start <= i)
    }

    /// The tag of a name that a list or a shape is sure of.
    pub fn certain(&mut self, i: usize) -> Option<usize> {
        let name = self.ruled(i).filter(|n| n.sure == 2)?;
        Some(tag::of(name.kind, name.start == i))
    }

    fn rule(&mut self, i: usize) -> u32 {
        match self.ruled(i) {
            Some(n) => {
                let form = match n.form {
                    MentionForm::Abbreviation => 1,
                    MentionForm::Demonym => 2,
                    _ => 0,
                };
                let known = (kind_number(n.kind) as u32 * 3 + u32::from(n.sure)) * 3 + form;
                1 + known * 2 + u32::from(n.start < i)
            }
            None => 0,
        }
    }

    fn cell(&mut self, i: usize, step: isize) -> Cell {
        let Some(i) = i.checked_add_signed(step) else {
            return EDGE;
        };
        let Some(slot) = i.checked_sub(self.from).filter(|k| *k < self.cells.len()) else {
            return EDGE;
        };
        if let Some(cell) = self.cells[slot] {
            return cell;
        }
        let words = self.words;
        let fold = words.fold(i);
        let cell = Cell {
            word: hash(fold.as_bytes()),
            shape: shape(words.word(i)),
            lists: if words.is_capital(i) {
                lists(words, i)
            } else {
                small_lists(fold)
            },
            upos: words.upos(i) as u32,
            rule: self.rule(i),
        };
        self.cells[slot] = Some(cell);
        cell
    }

    /// The kinds of certain names that hold the word elsewhere in the article.
    fn votes(&self, i: usize, rule: u32) -> u32 {
        let Some(votes) = self.votes.get(&key(self.words, i)) else {
            return 0;
        };
        let own = self
            .rules
            .get(self.next)
            .filter(|n| rule != 0 && n.start <= i && i < n.end && n.sure == 2)
            .map(|n| kind_number(n.kind));
        let elsewhere = |k: usize| votes[k] > u8::from(own == Some(k));
        (0..KINDS.len()).map(|k| u32::from(elsewhere(k)) << k).sum()
    }

    /// Lists the features of word `i`.
    pub fn of(&mut self, i: usize, out: &mut Vec<u32>) {
        out.clear();
        self.enter(i);
        let words = self.words;
        let [b3, b2, b1, w, n1, n2, n3] = std::array::from_fn(|k| self.cell(i, k as isize - 3));
        let w = Cell {
            rule: self.rule(i),
            ..w
        };
        let seen = words.seen(words.fold(i));
        let habit = u32::from(words.opens_sentence(i))
            | self.case << 1
            | u32::from(seen.lower > 0) << 3
            | u32::from(seen.capital > 1) << 4
            | u32::from(seen.capital > 0) << 5;
        let votes = self.votes(i, w.rule);
        let around = Around::of(words, i);
        let at = |k: usize, this: &mut Self| this.cell(k, 0);
        let first = at(around.start, self);
        let last = at(around.end - 1, self);
        let before = self.cell(around.start, -1);
        let before2 = self.cell(around.start, -2);
        let after = self.cell(around.end, 0);
        let after2 = self.cell(around.end, 1);
        let place = (i - around.start).min(4) as u32 | ((around.end - i).min(4) as u32) << 3;
        let length = (around.end - around.start).min(6) as u32;
        let mut template = 0;
        let mut f = |a: u32, b: u32, c: u32| {
            out.push(mix(template, a, b, c));
            template += 1;
        };
        f(0, 0, 0);
        f(w.word, 0, 0);
        f(w.word, w.shape, 0);
        f(w.word, habit, 0);
        f(b1.word, 0, 0);
        f(b2.word, 0, 0);
        f(n1.word, 0, 0);
        f(n2.word, 0, 0);
        f(b1.word, w.word, 0);
        f(w.word, n1.word, 0);
        f(b2.word, b1.word, 0);
        f(n1.word, n2.word, 0);
        f(b1.word, w.shape, n1.word);
        let fold = words.fold(i);
        for n in 1..=4 {
            f(hash(prefix(fold, n).as_bytes()), 0, 0);
        }
        for n in 1..=4 {
            f(hash(suffix(fold, n).as_bytes()), 0, 0);
        }
        f(hash(suffix(fold, 3).as_bytes()), place, 0);
        f(w.shape, 0, 0);
        f(w.shape, habit, 0);
        f(b1.shape, w.shape, 0);
        f(w.shape, n1.shape, 0);
        f(b1.shape, w.shape, n1.shape);
        f(w.upos, habit, 0);
        f(b1.upos, w.upos, 0);
        f(w.upos, n1.upos, 0);
        f(b1.upos, w.upos, n1.upos);
        f(b2.upos, b1.upos, w.upos);
        f(w.lists, 0, 0);
        f(w.lists, habit, 0);
        f(b1.lists, w.lists, 0);
        f(w.lists, n1.lists, 0);
        f(b1.lists, w.lists, n1.lists);
        f(w.rule, 0, 0);
        f(w.rule, w.word, 0);
        f(w.rule, habit, 0);
        f(w.rule, w.upos, 0);
        f(w.rule, place, length);
        f(b1.rule, w.rule, n1.rule);
        f(w.rule, w.lists, 0);
        f(w.rule, b1.word, 0);
        f(w.rule, n1.word, 0);
        f(n1.rule, w.word, 0);
        f(b1.rule, w.word, 0);
        f(b2.rule, b1.rule, w.rule);
        f(w.rule, n1.rule, n2.rule);
        f(votes, 0, 0);
        f(votes, w.rule, 0);
        f(votes, length, place);
        f(habit, length, place);
        f(before.word, 0, 0);
        f(before.word, place, 0);
        f(before.word, length, 0);
        f(before2.word, before.word, 0);
        f(before.upos, place, 0);
        f(after.word, 0, 0);
        f(after.word, place, 0);
        f(after.word, after2.word, 0);
        f(before.word, after.word, 0);
        f(before.lists, place, 0);
        f(first.word, 0, 0);
        f(first.lists, place, 0);
        f(first.lists, last.lists, place);
        f(last.word, 0, 0);
        f(last.word, place, 0);
        f(last.lists, place, 0);
        f(b3.word, 0, 0);
        f(n3.word, 0, 0);
        f(around.tail, place, 0);
        f(w.shape, before.word, after.word);
        // Each list by itself, here and beside.
        for (side, lists) in [w.lists, b1.lists, n1.lists].into_iter().enumerate() {
            let mut rest = lists;
            while rest != 0 {
                out.push(mix(200 + side as u32, rest.trailing_zeros(), 0, 0));
                rest &= rest - 1;
            }
        }
    }
}

/// The row of capitals that a word stands in.
struct Around {
    start: usize,
    end: usize,
    /// Number of the last word that ends names of bodies or places, hashed; 0 where none does.
    tail: u32,
}

/// Further than this nothing is looked for.
const REACH: usize = 8;

impl Around {
    fn of(words: &View, i: usize) -> Self {
        let (from, to) = words.sentence_words(i);
        let inside =
            |k: usize| words.is_capital(k) || matches!(words.word(k), "-" | "‑" | "&") && words.is_glued(k);
        let mut start = i;
        while start > from && i - start < REACH && inside(start - 1) {
            start -= 1;
        }
        let mut end = i + 1;
        while end < to && end - i < REACH && inside(end) {
            end += 1;
        }
        let tail = (i..end)
            .rev()
            .find(|&k| organization::is_tail(words.fold(k)) || place::is_tail(words.fold(k)))
            .map_or(0, |k| hash(words.fold(k).as_bytes()));
        Self { start, end, tail }
    }
}

fn key(words: &View, i: usize) -> u64 {
    xxh3_64(words.fold(i).as_bytes())
}

/// The first `n` characters.
fn prefix(word: &str, n: usize) -> &str {
    word.char_indices().nth(n).map_or(word, |(at, _)| &word[..at])
}

/// The last `n` characters.
fn suffix(word: &str, n: usize) -> &str {
    word.char_indices()
        .rev()
        .nth(n - 1)
        .map_or(word, |(at, _)| &word[at..])
}

/// Kinds of characters, runs shortened, with the length of short words.
fn shape(raw: &str) -> u32 {
    let mut shape = [0u8; 8];
    let (mut len, mut count) = (0, 0u32);
    for c in raw.chars().take(24) {
        let kind = if c.is_uppercase() {
            b'X'
        } else if c.is_alphabetic() {
            b'x'
        } else if c.is_numeric() {
            b'd'
        } else if c.is_ascii() {
            c as u8
        } else {
            b'_'
        };
        count += 1;
        if len < shape.len() && (len == 0 || shape[len - 1] != kind) {
            shape[len] = kind;
            len += 1;
        }
    }
    hash(&shape[..len]).wrapping_add(count.min(4)) ^ u32::from(!raw.is_ascii())
}

/// Which lists a word in capitals is on, a bit each.
fn lists(words: &View, i: usize) -> u32 {
    let (w, raw) = (words.fold(i), words.word(i));
    [
        given_name::is_given(w),
        given_name::is_surname(w),
        given_name::is_vietnamese_surname(w),
        given_name::is_chinese_surname(w) || given_name::is_korean_surname(w),
        place::is_known(w),
        place::is_tail(w),
        place::is_opener(w),
        country::by_name(raw).is_some(),
        country::by_demonym(raw).is_some(),
        organization::is_head(w),
        organization::is_tail(w),
        organization::is_weak_tail(w),
        organization::by_abbreviation(raw).is_some(),
        organization::is_medium(w),
        office::is_office(w),
        office::is_courtesy(w),
        office::is_modifier(w),
        office::is_office_plural(w),
        common::is_common(w),
        common::is_function(w),
        common::is_calendar(w),
        initials::is_no_body(raw),
        pattern::is_initial(words, i),
        pattern::is_particle(w),
        words.shape(i) == Shape::Upper,
    ]
    .into_iter()
    .enumerate()
    .map(|(bit, is)| u32::from(is) << bit)
    .sum()
}

/// The same for a word in small letters, of which most lists say nothing.
fn small_lists(fold: &str) -> u32 {
    u32::from(office::is_office(fold)) << 14
        | u32::from(office::is_courtesy(fold)) << 15
        | u32::from(common::is_function(fold)) << 19
}
