//! Trains the parser.

use dossier_annotate::syntax::lex::Lex;
use dossier_annotate::syntax::parser::{self, Input, MOVES, Move, State};
use dossier_model::Deprel;

use crate::perceptron::{Counter, Perceptron, Random};

/// A sentence to learn trees from.
pub struct Example {
    pub words: Vec<Lex>,
    pub tags: Vec<u8>,
    /// Head of each word; the root's number for the word that has none.
    pub heads: Vec<u32>,
    pub labels: Vec<u8>,
    children: Vec<Vec<u32>>,
}

impl Example {
    pub fn new(words: Vec<Lex>, tags: Vec<u8>, heads: Vec<u32>, labels: Vec<u8>) -> Self {
        let mut children = vec![Vec::new(); words.len() + 1];
        for (i, &h) in heads.iter().enumerate() {
            children[h as usize].push(i as u32);
        }
        Self {
            words,
            tags,
            heads,
            labels,
            children,
        }
    }

    /// How many right arcs a move makes impossible.
    fn cost(&self, state: &State, m: Move) -> u32 {
        let n = self.words.len() as u32;
        let none = n + 1;
        let next = state.ahead(0);
        let top = state.top(0);
        let in_buffer = |i: u32| i >= next && i <= n;
        let waiting = |i: u32| {
            self.children[i as usize]
                .iter()
                .filter(|&&c| in_buffer(c))
                .count() as u32
        };
        match m {
            Move::Shift => {
                let head = self.heads[next as usize];
                let under = state.stack().len().saturating_sub(1);
                let lost_head = state.stack()[..under].contains(&head);
                let lost = self.children[next as usize].iter();
                let lost = lost
                    .filter(|&&c| state.heads[c as usize] == none && c < next && state.stack().contains(&c));
                u32::from(lost_head) + lost.count() as u32
            }
            Move::Left => {
                let head = self.heads[top as usize];
                let lost_head = head == state.top(1) || (head > next && head <= n);
                u32::from(lost_head) + waiting(top)
            }
            Move::Right => {
                let head = self.heads[top as usize];
                u32::from(in_buffer(head)) + waiting(top)
            }
        }
    }
}

/// Weights of moves and relations.
pub struct Trained {
    pub moves: Perceptron,
    pub relations: Perceptron,
}

/// How the parser is trained.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    pub epochs: usize,
    /// By how much the right move must lead.
    pub margin: f32,
    /// By how much the right relation must lead.
    pub label_margin: f32,
    /// How often a feature must occur.
    pub least: u8,
}

struct Scratch {
    input: Input,
    state: State,
    features: Vec<u32>,
    label_features: Vec<u32>,
    label_scores: Vec<f32>,
}

pub fn train(examples: &[Example], labels: &[Deprel], config: &Config) -> Trained {
    let mut s = Scratch {
        input: Input::default(),
        state: State::default(),
        features: Vec::new(),
        label_features: Vec::new(),
        label_scores: vec![0.0; labels.len()],
    };
    let (mut moves, mut relations) = {
        let (mut a, mut b) = (Counter::new(), Counter::new());
        for e in examples {
            count(e, &mut s, &mut a, &mut b);
        }
        (
            Perceptron::new(a.keys(config.least), 3),
            Perceptron::new(b.keys(config.least), labels.len()),
        )
    };
    eprintln!(
        "parser: {} features of moves, {} of relations",
        moves.len(),
        relations.len()
    );
    let root = labels.iter().position(|&l| l == Deprel::Root).unwrap_or(0);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(0x5EED_0003);
    for epoch in 0..config.epochs {
        random.shuffle(&mut order);
        let (mut heads, mut right, mut all) = (0usize, 0usize, 0usize);
        for &k in &order {
            let e = &examples[k];
            s.input.set(&e.words, &e.tags);
            s.state.start(e.words.len());
            while !s.state.is_done() {
                parser::move_features(&s.input, &s.state, &mut s.features);
                let mut scores = [0.0f32; 3];
                moves.score(&s.features, &mut scores);
                let allowed = || MOVES.into_iter().filter(|&m| s.state.allows(m));
                let best = |a: Move, b: Move| {
                    if scores[b as usize] > scores[a as usize] {
                        b
                    } else {
                        a
                    }
                };
                let costs = MOVES.map(|m| {
                    if s.state.allows(m) {
                        e.cost(&s.state, m)
                    } else {
                        u32::MAX
                    }
                });
                let least = costs.into_iter().min().unwrap_or(0);
                let Some(guess) = allowed().reduce(best) else {
                    break;
                };
                let gold = allowed()
                    .filter(|&m| costs[m as usize] == least)
                    .reduce(best)
                    .unwrap_or(guess);
                moves.step += 1.0;
                // The best wrong move must stay behind by a margin, or the weights learn.
                let wrong = allowed().filter(|&m| costs[m as usize] != least).reduce(best);
                if let Some(wrong) = wrong
                    && (guess == wrong || scores[gold as usize] - scores[wrong as usize] < config.margin)
                {
                    moves.update(&s.features, gold as usize, wrong as usize);
                }
                let follow = if epoch > 0 && random.share() < 0.9 {
                    guess
                } else {
                    gold
                };
                let mut label = root as u8;
                if let Some((head, word)) = s.state.arc(follow)
                    && head != s.state.root()
                {
                    parser::label_features(&s.input, &s.state, head, word, &mut s.label_features);
                    relations.score(&s.label_features, &mut s.label_scores);
                    s.label_scores[root] = f32::MIN;
                    let x = &s.label_scores;
                    let g = (0..x.len())
                        .reduce(|a, b| if x[b] > x[a] { b } else { a })
                        .unwrap_or(0);
                    label = g as u8;
                    if e.heads[word as usize] == head {
                        relations.step += 1.0;
                        let gold = usize::from(e.labels[word as usize]);
                        let rival = (0..x.len())
                            .filter(|&c| c != gold)
                            .reduce(|a, b| if x[b] > x[a] { b } else { a });
                        if let Some(rival) = rival
                            && (g == rival || x[gold] - x[rival] < config.label_margin)
                        {
                            relations.update(&s.label_features, gold, rival);
                        }
                    }
                }
                s.state.apply(follow, label);
            }
            for i in 0..e.words.len() {
                all += 1;
                let ok = s.state.heads[i] == e.heads[i];
                heads += usize::from(ok);
                right += usize::from(ok && s.state.labels[i] == e.labels[i]);
            }
        }
        let share = |n: usize| 100.0 * n as f64 / all as f64;
        eprintln!(
            "parser: epoch {epoch} heads {:.2} with relations {:.2}",
            share(heads),
            share(right)
        );
    }
    Trained { moves, relations }
}

/// Counts the features on the way to the right tree.
fn count(e: &Example, s: &mut Scratch, moves: &mut Counter, relations: &mut Counter) {
    s.input.set(&e.words, &e.tags);
    s.state.start(e.words.len());
    while !s.state.is_done() {
        parser::move_features(&s.input, &s.state, &mut s.features);
        moves.add(&s.features);
        let order = [Move::Left, Move::Right, Move::Shift];
        let Some(m) = order
            .into_iter()
            .filter(|&m| s.state.allows(m))
            .min_by_key(|&m| e.cost(&s.state, m))
        else {
            break;
        };
        let mut label = 0;
        if let Some((head, word)) = s.state.arc(m) {
            label = e.labels[word as usize];
            if head != s.state.root() {
                parser::label_features(&s.input, &s.state, head, word, &mut s.features);
                relations.add(&s.features);
            }
        }
        s.state.apply(m, label);
    }
}
