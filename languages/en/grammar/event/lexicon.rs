//! What tells of an event: the table `event/triggers.txt` and the word lists beside it, read once.

use std::sync::LazyLock;

use dossier_model::{EventType, Plover, PloverMode};
use dossier_world::WordList;

use crate::grammar::number;
use dossier_world::hash::HashMap;

/// A grammatical place beside a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// Who does it: the subject, or the agent of a passive.
    Subject,
    /// To whom or what it is done.
    Object,
    /// To whom something is given.
    Indirect,
    /// Behind this preposition.
    Prep(&'static str),
}

/// Which slots hold those who act and those who are acted upon, best first.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    pub sources: Vec<Slot>,
    pub targets: Vec<Slot>,
    /// Whether it may have an object that takes no part.
    pub open: bool,
}

impl Frame {
    /// Whether an object has a place in it.
    pub fn takes_object(&self) -> bool {
        self.open || self.sources.contains(&Slot::Object) || self.targets.contains(&Slot::Object)
    }
}

/// What must hold before a trigger counts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Needs {
    /// Somebody who can act is a source.
    pub source: bool,
    /// Somebody who can act or a place is a target.
    pub target: bool,
    /// It may stand without participants, where time or place are told.
    pub alone: bool,
    /// The object is a thing.
    pub thing: bool,
    /// The noun counts only beside a support verb.
    pub support: bool,
    /// The subject is a vehicle.
    pub vehicle: bool,
    /// There is no object.
    pub no_object: bool,
    /// The object has a name and is nobody and no place.
    pub name: bool,
    /// Those acted upon are people.
    pub people: bool,
    /// Who acts is a body, a state, or acts for one.
    pub body: bool,
    /// Who acts is a body or a state, and no person.
    pub no_person: bool,
    /// The noun is the subject of a verb of happening.
    pub happens: bool,
    /// The verb is the news of its sentence.
    pub news: bool,
}

/// What a trigger means.
#[derive(Debug, Clone)]
pub(super) struct Sense {
    pub kind: EventType,
    pub plover: Option<Plover>,
    pub mode: Option<PloverMode>,
    pub frame: Frame,
    pub needs: Needs,
}

/// A verb with an object or with a noun behind a preposition.
#[derive(Debug)]
pub(super) struct Pair {
    pub nouns: Vec<&'static str>,
    /// Empty for a direct object.
    pub preps: Vec<&'static str>,
    pub sense: usize,
}

impl Pair {
    /// Whether one of a noun's keys is wanted.
    pub fn fits(&self, keys: &[String]) -> bool {
        keys.iter().any(|k| self.nouns.contains(&k.as_str()))
    }
}

/// The tables, by lemma.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    senses: Vec<Sense>,
    verbs: HashMap<&'static str, Vec<usize>>,
    controls: HashMap<&'static str, usize>,
    nouns: HashMap<&'static str, usize>,
    pairs: HashMap<&'static str, Vec<Pair>>,
}

/// A list of words in `event/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(super) enum Word {
    State,
    Human,
    Facility,
    Weapon,
    Odd,
    ObjectControl,
    Unchanged,
    Particle,
    Happens,
    Undergone,
    Counts,
    Supports,
    Vehicle,
    Crowd,
    Nature,
}

dossier_world::words!(STATE = "event/state.txt");
dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(FACILITY = "event/facility.txt");
dossier_world::words!(WEAPON = "event/weapon.txt");
dossier_world::words!(ODD = "event/odd.txt");
dossier_world::words!(OBJECT_CONTROL = "event/object_control.txt");
dossier_world::words!(UNCHANGED = "event/unchanged.txt");
dossier_world::words!(PARTICLE = "event/particle.txt");
dossier_world::words!(HAPPENS = "event/happens.txt");
dossier_world::words!(UNDERGONE = "event/undergone.txt");
dossier_world::words!(COUNTS = "event/counts.txt");
dossier_world::words!(SUPPORTS = "event/supports.txt");
dossier_world::words!(VEHICLE = "event/vehicle.txt");
dossier_world::words!(CROWD = "event/crowd.txt");
dossier_world::words!(NATURE = "event/nature.txt");

impl Word {
    fn list(self) -> &'static WordList {
        match self {
            Word::State => &STATE,
            Word::Human => &HUMAN,
            Word::Facility => &FACILITY,
            Word::Weapon => &WEAPON,
            Word::Odd => &ODD,
            Word::ObjectControl => &OBJECT_CONTROL,
            Word::Unchanged => &UNCHANGED,
            Word::Particle => &PARTICLE,
            Word::Happens => &HAPPENS,
            Word::Undergone => &UNDERGONE,
            Word::Counts => &COUNTS,
            Word::Supports => &SUPPORTS,
            Word::Vehicle => &VEHICLE,
            Word::Crowd => &CROWD,
            Word::Nature => &NATURE,
        }
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(TRIGGERS));

/// Which words tell of an event, and who stands where around them.
const TRIGGERS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/lists/event/triggers.txt"));

/// The one lexicon.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// What a verb, with its particle where it has one, can mean; the first sense that fits counts.
    pub fn verb(&self, lemma: &str) -> impl Iterator<Item = &Sense> {
        self.verbs
            .get(lemma)
            .into_iter()
            .flatten()
            .filter_map(|&s| self.senses.get(s))
    }

    /// What a verb or adjective with an infinitive means ("agree to", "willing to").
    pub fn control(&self, lemma: &str) -> Option<&Sense> {
        self.senses.get(*self.controls.get(lemma)?)
    }

    /// What a noun means; compounds are joined by "_".
    pub fn noun(&self, lemma: &str) -> Option<&Sense> {
        self.senses.get(*self.nouns.get(lemma)?)
    }

    /// The senses of a verb that need a certain noun.
    pub fn pairs(&self, lemma: &str) -> &[Pair] {
        self.pairs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The sense of a pair.
    pub fn sense(&self, pair: &Pair) -> Option<&Sense> {
        self.senses.get(pair.sense)
    }

    /// Whether a word is in a class.
    pub fn is(&self, class: Word, word: &str) -> bool {
        let is_number = || number::cardinal(word).is_some_and(|n| (1..=10).contains(&n));
        class.list().has(word) || class == Word::Counts && is_number()
    }

    fn read(triggers: &'static str) -> Self {
        let mut out = Self::default();
        let mut sets: HashMap<&str, Vec<&'static str>> = HashMap::default();
        let mut head = (EventType::Other, None, None);
        for line in triggers.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(rest) = line.strip_prefix("set ") {
                let mut words = rest.split_whitespace();
                if let Some(name) = words.next() {
                    sets.insert(name, words.collect());
                }
            } else if let Some(rest) = line.strip_prefix("= ") {
                let mut words = rest.split_whitespace();
                head = (
                    words
                        .next()
                        .and_then(EventType::from_name)
                        .unwrap_or(EventType::Other),
                    words.next().and_then(Plover::from_name),
                    words.next().and_then(PloverMode::from_name),
                );
            } else {
                out.read_trigger(line, &sets, head);
            }
        }
        out
    }

    fn read_trigger(
        &mut self,
        line: &'static str,
        sets: &HashMap<&str, Vec<&'static str>>,
        (kind, plover, mode): (EventType, Option<Plover>, Option<PloverMode>),
    ) {
        let Some((left, right)) = line.split_once(" : ") else {
            return;
        };
        let mut left = left.split_whitespace();
        let part = left.next().unwrap_or("");
        let frame = Frame::read(left.next().unwrap_or(""));
        let mut needs = Needs::default();
        for flag in left.flat_map(str::chars) {
            match flag {
                'S' => needs.source = true,
                'T' => needs.target = true,
                'Q' => (needs.source, needs.target) = (true, true),
                'P' => needs.alone = true,
                'X' => needs.thing = true,
                'L' => needs.support = true,
                'V' => needs.vehicle = true,
                'I' => needs.no_object = true,
                'W' => needs.name = true,
                'R' => needs.people = true,
                'B' => needs.body = true,
                'C' => needs.no_person = true,
                'H' => needs.happens = true,
                'M' => needs.news = true,
                _ => {}
            }
        }
        let sense = self.senses.len();
        self.senses.push(Sense {
            kind,
            plover,
            mode,
            frame,
            needs,
        });
        let columns: Vec<Vec<&'static str>> = right
            .split('|')
            .map(|column| {
                let mut words = Vec::new();
                for word in column.split_whitespace() {
                    match word.strip_prefix('$').and_then(|name| sets.get(name)) {
                        Some(set) => words.extend(set),
                        None => words.push(word),
                    }
                }
                words
            })
            .collect();
        let column = |i: usize| columns.get(i).cloned().unwrap_or_default();
        for word in column(0) {
            match part {
                "v" => self.verbs.entry(word).or_default().push(sense),
                "c" => drop(self.controls.entry(word).or_insert(sense)),
                "n" => drop(self.nouns.entry(word).or_insert(sense)),
                _ => {
                    let (preps, nouns) = match part {
                        "vp" => (column(1), column(2)),
                        _ => (Vec::new(), column(1)),
                    };
                    let pair = Pair { nouns, preps, sense };
                    self.pairs.entry(word).or_default().push(pair);
                }
            }
        }
    }
}

impl Frame {
    fn read(text: &'static str) -> Self {
        let (sources, targets) = text.split_once('>').unwrap_or((text, ""));
        let slots = |part: &'static str| {
            part.split([',', '+'])
                .filter_map(|slot| match slot {
                    "" | "0" => None,
                    "s" => Some(Slot::Subject),
                    "o" => Some(Slot::Object),
                    "i" => Some(Slot::Indirect),
                    prep => Some(Slot::Prep(prep)),
                })
                .collect()
        };
        Self {
            sources: slots(sources),
            targets: slots(targets),
            open: targets.split(',').any(|slot| slot == "0"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood() {
        for line in TRIGGERS.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') || line.starts_with("set ") {
                continue;
            }
            if let Some(head) = line.strip_prefix("= ") {
                let words: Vec<&str> = head.split_whitespace().collect();
                assert!(words.len() == 3, "{line}");
                assert!(EventType::from_name(words[0]).is_some(), "{line}");
                assert!(words[1] == "-" || Plover::from_name(words[1]).is_some(), "{line}");
                assert!(
                    words[2] == "-" || PloverMode::from_name(words[2]).is_some(),
                    "{line}"
                );
                continue;
            }
            let (left, right) = line.split_once(" : ").expect(line);
            let left: Vec<&str> = left.split_whitespace().collect();
            assert!(["v", "n", "vn", "vp", "c"].contains(&left[0]), "{line}");
            assert!(left[1].contains('>'), "{line}");
            let columns = right.split('|').count();
            let expected = match left[0] {
                "vn" => 2,
                "vp" => 3,
                _ => 1,
            };
            assert_eq!(columns, expected, "{line}");
            assert!(!right.contains('$') || right.split('$').count() > 1, "{line}");
        }
    }

    #[test]
    fn every_root_and_type_has_a_trigger() {
        let senses = &lexicon().senses;
        for &root in Plover::ALL {
            assert!(senses.iter().any(|s| s.plover == Some(root)), "{root:?}");
        }
        for &kind in EventType::ALL {
            assert!(senses.iter().any(|s| s.kind == kind), "{kind:?}");
        }
    }

    #[test]
    fn words_are_found_by_part_of_speech() {
        let lexicon = lexicon();
        assert_eq!(
            lexicon.verb("visit").next().map(|s| s.kind),
            Some(EventType::Visit)
        );
        assert_eq!(
            lexicon.noun("press_conference").map(|s| s.kind),
            Some(EventType::Conference)
        );
        assert!(lexicon.noun("visitor").is_none());
        assert!(lexicon.is(Word::State, "prosecutor"));
        assert!(!lexicon.is(Word::Human, "table"));
    }
}
