//! The words of a sentence as numbers, with the tree over them.

use dossier_model::{Deprel, Span, Tokens, Upos};
use dossier_network::lex::hash;
use dossier_network::weights::mix;

/// One word of the sentence, as numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// The dictionary form.
    pub lemma: u32,
    /// Its last three letters.
    pub ending: u32,
    /// Part of speech.
    pub upos: u32,
    /// Relation to the head.
    pub relation: u32,
    /// Head in the sentence, its own place for the root.
    pub head: usize,
    /// How it is inflected: 0 as the dictionary has it, 1 "ing", 2 "s", 3 otherwise.
    pub form: u32,
    /// Whether it begins with a capital.
    pub is_capital: bool,
    /// Dictionary form of its first preposition; 0 for none.
    pub preposition: u32,
    /// The same of its first conjunction.
    pub mark: u32,
    /// The same of a particle.
    pub particle: u32,
    /// Which kinds of dependents it has, a bit each.
    pub dependents: u32,
    /// First and last word of its subtree.
    pub extent: (usize, usize),
}

/// A sentence, with its dependents by head.
#[derive(Debug, Default)]
pub struct Words {
    /// The words.
    pub words: Vec<Word>,
    starts: Vec<usize>,
    children: Vec<usize>,
}

const SUBJECT: u32 = 1;
const PASSIVE_SUBJECT: u32 = 2;
pub(super) const OBJECT: u32 = 4;
const INDIRECT: u32 = 8;
pub(super) const CLAUSE: u32 = 16;
pub(super) const OPEN_CLAUSE: u32 = 32;
const EXPLETIVE: u32 = 64;
const PASSIVE: u32 = 128;
const COPULA: u32 = 256;
pub(super) const DETERMINER: u32 = 512;
pub(super) const POSSESSOR: u32 = 1024;
pub(super) const MODIFIER: u32 = 2048;

fn bit(relation: Deprel) -> u32 {
    match relation {
        Deprel::Nsubj | Deprel::NsubjOuter | Deprel::Csubj | Deprel::CsubjOuter => SUBJECT,
        Deprel::NsubjPass | Deprel::CsubjPass => PASSIVE_SUBJECT,
        Deprel::Obj => OBJECT,
        Deprel::Iobj => INDIRECT,
        Deprel::Ccomp => CLAUSE,
        Deprel::Xcomp => OPEN_CLAUSE,
        Deprel::Expl => EXPLETIVE,
        Deprel::AuxPass => PASSIVE,
        Deprel::Cop => COPULA,
        Deprel::Det => DETERMINER,
        Deprel::NmodPoss => POSSESSOR,
        Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl => MODIFIER,
        _ => 0,
    }
}

impl Words {
    /// Reads the tokens `from..to`, which are one sentence.
    pub fn read(&mut self, text: &str, tokens: &Tokens, from: usize, to: usize) {
        let n = to - from;
        self.words.clear();
        for i in from..to {
            let (lemma, upos) = (tokens.lemma(i), tokens.upos(i));
            let printed = tokens.span(i).of(text);
            let head = tokens.head(i).filter(|h| (from..to).contains(h));
            self.words.push(Word {
                lemma: hash(lemma.as_bytes()),
                ending: hash(&lemma.as_bytes()[lemma.len().saturating_sub(3)..]),
                upos: upos as u32,
                relation: tokens.deprel(i) as u32,
                head: head.map_or(i - from, |h| h - from),
                form: form(printed, lemma, upos),
                is_capital: printed.starts_with(char::is_uppercase),
                extent: (i - from, i - from),
                ..Word::default()
            });
        }
        self.link(n);
        for i in 0..n {
            let w = self.words[i];
            let relation = tokens.deprel(from + i);
            if w.head == i {
                continue;
            }
            let head = &mut self.words[w.head];
            head.dependents |= bit(relation);
            let slot = match relation {
                Deprel::Case => &mut head.preposition,
                Deprel::Mark => &mut head.mark,
                Deprel::CompoundPrt => &mut head.particle,
                _ => continue,
            };
            if *slot == 0 {
                *slot = w.lemma;
            }
        }
    }

    /// Sorts the words by head, and finds what each covers.
    fn link(&mut self, n: usize) {
        self.starts.clear();
        self.starts.resize(n + 2, 0);
        self.children.clear();
        self.children.resize(n, 0);
        for (i, w) in self.words.iter().enumerate().filter(|(i, w)| *i != w.head) {
            debug_assert!(i < n);
            self.starts[w.head + 2] += 1;
        }
        for k in 2..n + 2 {
            self.starts[k] += self.starts[k - 1];
        }
        for i in 0..n {
            let h = self.words[i].head;
            if h != i {
                let at = self.starts[h + 1];
                self.children[at] = i;
                self.starts[h + 1] += 1;
            }
        }
        for i in 0..n {
            // A word widens all above it; trees are shallow, and a broken one must not hold us.
            let mut at = i;
            for _ in 0..n {
                let h = self.words[at].head;
                if h == at {
                    break;
                }
                let e = self.words[h].extent;
                self.words[h].extent = (e.0.min(i), e.1.max(i));
                at = h;
            }
        }
    }

    /// The dependents of word `i`, in order.
    #[must_use]
    pub fn children(&self, i: usize) -> &[usize] {
        self.children
            .get(self.starts[i]..self.starts[i + 1])
            .unwrap_or(&[])
    }

    pub(super) fn at(&self, i: usize, step: isize) -> Word {
        let k = i.checked_add_signed(step);
        k.and_then(|k| self.words.get(k)).copied().unwrap_or_default()
    }

    /// The dependents of word `i` that stand near word `p`: sentences without an end have words with thousands.
    #[must_use]
    pub(super) fn near(&self, i: usize, p: usize) -> &[usize] {
        let all = self.children(i);
        let place = |k: usize| all.partition_point(|&c| c < k);
        all.get(place(p.saturating_sub(NEAR))..place(p + NEAR))
            .unwrap_or(&[])
    }

    /// The words that may be arguments of word `p`, each with the way there.
    pub fn candidates(&self, p: usize, out: &mut Vec<Candidate>) {
        out.clear();
        let (mut top, mut below) = (p, usize::MAX);
        let mut path = 0;
        for up in 0..=UP {
            if up > 0 {
                self.add(top, path, up, 0, out);
            }
            for &c in self.near(top, p) {
                if c != below {
                    self.descend(
                        p,
                        Candidate {
                            word: c,
                            path,
                            up,
                            down: 1,
                        },
                        out,
                    );
                }
            }
            let w = self.words[top];
            if w.head == top {
                break;
            }
            path = mix(80, path, w.relation, 0);
            (below, top) = (top, w.head);
        }
    }

    fn descend(&self, p: usize, at: Candidate, out: &mut Vec<Candidate>) {
        let Candidate { word, up, down, .. } = at;
        let path = mix(81, at.path, self.words[word].relation, 0);
        self.add(word, path, up, down, out);
        if down < DOWN[up as usize] {
            for &c in self.near(word, p) {
                let down = down + 1;
                self.descend(
                    p,
                    Candidate {
                        word: c,
                        path,
                        up,
                        down,
                    },
                    out,
                );
            }
        }
    }

    fn add(&self, word: usize, path: u32, up: u32, down: u32, out: &mut Vec<Candidate>) {
        if self.words[word].upos != Upos::Punct as u32 {
            out.push(Candidate { word, path, up, down });
        }
    }

    /// Whether a word may be a predicate at all.
    #[must_use]
    pub fn may_be_predicate(&self, i: usize) -> bool {
        let w = self.words[i];
        let is = |u: Upos| w.upos == u as u32;
        let is_helper = w.relation == Deprel::Aux as u32 || w.relation == Deprel::AuxPass as u32;
        is(Upos::Verb) || is(Upos::Noun) || is(Upos::Adj) || (is(Upos::Aux) && !is_helper)
    }

    /// 0 for a noun or adjective, 1 active, 2 passive.
    pub(super) fn voice(&self, i: usize) -> u32 {
        let w = self.words[i];
        if w.upos != Upos::Verb as u32 {
            return 0;
        }
        let bare = [Deprel::Acl as u32, Deprel::Amod as u32].contains(&w.relation);
        let passive = w.dependents & (PASSIVE | PASSIVE_SUBJECT) != 0 || (bare && w.form == 3);
        1 + u32::from(passive)
    }

    /// The words of an argument with this head: its subtree without the predicate's part of it.
    #[must_use]
    pub fn stretch(&self, p: usize, head: usize) -> (usize, usize) {
        let (mut from, mut to) = self.words[head].extent;
        if from <= p && p <= to {
            // The predicate lies inside, as in a relative clause: the part that holds it does not belong.
            if p > head {
                to = self.words[self.branch(p, head)].extent.0.max(head + 1) - 1;
            } else {
                from = self.words[self.branch(p, head)].extent.1.min(head.max(1) - 1) + 1;
            }
        }
        if self.is_above(head, p) {
            from = from.max(self.behind_prepositions(head));
        }
        let is_mark = |i: usize| self.words[i].upos == Upos::Punct as u32;
        while to > head && is_mark(to) {
            to -= 1;
        }
        while from < head && is_mark(from) {
            from += 1;
        }
        (from, to)
    }

    /// Whether word `p` stands below `head`, as the verb of a relative clause does; the preposition of `head` is not meant then.
    fn is_above(&self, head: usize, p: usize) -> bool {
        let (from, to) = self.words[head].extent;
        from <= p && p <= to && p != head && self.words[self.branch(p, head)].head == head
    }

    /// The word behind the prepositions and conjunctions in front of word `i`, which is at most `i`.
    fn behind_prepositions(&self, i: usize) -> usize {
        let is_link = |c: usize| {
            [Deprel::Case as u32, Deprel::Mark as u32, Deprel::Cc as u32].contains(&self.words[c].relation)
        };
        let links = self.near(i, i).iter().filter(|&&c| c < i && is_link(c));
        links
            .map(|&c| self.words[c].extent.1 + 1)
            .max()
            .unwrap_or(0)
            .min(i)
    }

    /// The dependent of `head` that word `p` is below of, or `p` where it is not below.
    fn branch(&self, p: usize, head: usize) -> usize {
        let mut at = p;
        for _ in 0..self.words.len() {
            let h = self.words[at].head;
            if h == head {
                return at;
            }
            if h == at {
                break;
            }
            at = h;
        }
        p
    }
}

/// Steps up from a predicate, and steps down from each place on the way.
const UP: u32 = 3;
/// Words from a predicate to the farthest of its arguments.
const NEAR: usize = 96;
const DOWN: [u32; 4] = [2, 2, 1, 1];

/// A word that may be an argument.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// Its place in the sentence.
    pub word: usize,
    /// The relations on the way from the predicate.
    pub path: u32,
    pub(super) up: u32,
    pub(super) down: u32,
}

fn form(printed: &str, lemma: &str, upos: Upos) -> u32 {
    if printed.eq_ignore_ascii_case(lemma) {
        0
    } else if upos != Upos::Noun && (printed.ends_with("ing") || printed.ends_with("ING")) {
        1
    } else if printed.ends_with(['s', 'S']) {
        2
    } else {
        3
    }
}

/// What the words `from..=to` of a sentence that begins with token `first` cover.
#[must_use]
pub fn cover(tokens: &Tokens, first: usize, (from, to): (usize, usize)) -> Span {
    tokens.span(first + from).cover(tokens.span(first + to))
}
