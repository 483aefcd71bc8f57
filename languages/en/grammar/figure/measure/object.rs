//! Nouns with what befell them or what they did: "jobs cut by Norvik", "workers who cosigned the letter".

use dossier_model::{ArgumentRole, Deprel, UnitBase, Upos};

use super::deed;
use crate::grammar::clause::{Auxiliary, auxiliary};
use crate::grammar::figure::tree::{Chain, agent, chain, complements, is_whole, participle, subject};
use crate::grammar::figure::wording::Measure;
use crate::grammar::figure::{Scene, key};
use crate::grammar::quantity::noun;

dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(HOLDING = "figure/holding_verbs.txt");
dossier_world::words!(DYING = "figure/dying_verbs.txt");
dossier_world::words!(HARM = "figure/harm_nouns.txt");
dossier_world::words!(BODIES = "figure/pointing_nouns.txt");
dossier_world::words!(LIGHT = "figure/light_verbs.txt");
dossier_world::words!(SPEECH = "mention/speech_verbs.txt");

/// Words of the longest label that is printed.
const MOST: usize = 16;

/// What the clause adds to a noun.
pub(super) enum Added {
    /// The measure with its clause.
    Clause(Measure),
    /// The clause tells nothing: the noun as it was.
    Nothing(Measure),
    /// The clause denies it or cannot be told: no measure.
    Unclear,
}

impl Added {
    /// The measure, if any.
    pub(super) fn measure(self) -> Option<Measure> {
        match self {
            Added::Clause(m) | Added::Nothing(m) => Some(m),
            Added::Unclear => None,
        }
    }
}

/// The noun of a measure: where it stands and what it is.
#[derive(Clone, Copy)]
pub(super) struct Noun<'a> {
    /// The word that stands for it in the clause.
    pub carrier: usize,
    /// The noun itself; `None` for people who are not named.
    pub head: Option<usize>,
    /// One past its phrase.
    pub end: usize,
    /// What stands behind it and is not yet in the measure.
    pub tails: &'a [usize],
}

impl Noun<'_> {
    fn is_person(self, scene: Scene<'_>) -> bool {
        self.head.is_none_or(|h| {
            let lemma = noun::singular(&scene.words.word(h).to_lowercase());
            let name = scene.words.upos(h) == Upos::Propn;
            (HUMAN.has(&lemma) || name) && !BODIES.has(&lemma) || lemma == UnitBase::PEOPLE
        })
    }

    fn pronoun(self, scene: Scene<'_>) -> &'static str {
        if self.is_person(scene) { "who" } else { "that" }
    }

    /// The same behind a measure that may have spoken of people already.
    fn pronoun_in(self, scene: Scene<'_>, measure: &Measure) -> &'static str {
        if measure.text.contains(" who ") {
            "who"
        } else {
            self.pronoun(scene)
        }
    }
}

/// `measure` as the subject of the verb or predicate `v`: "students who borrowed", "people injured in the crash".
pub(super) fn as_subject(scene: Scene<'_>, measure: Measure, noun: Noun<'_>, v: usize) -> Added {
    let words = scene.words;
    let chain = chain(scene, v);
    let measure = measure.and(scene, noun.tails, true);
    if v < noun.carrier {
        return Added::Nothing(measure);
    }
    if !words.is_verb(v) {
        return predicate(scene, measure, noun, v, &chain);
    }
    let quoted = (noun.end..v).any(|i| words.is_quotation_mark(i));
    if SPEECH.has(words.lemma(v)) || quoted || is_misread(scene, noun, v, &chain) {
        return Added::Unclear;
    }
    // "are expected to be signed".
    let passive = chain.passive || words.deprel(noun.carrier) == Deprel::NsubjPass;
    let Some(behind) = complements(scene, v, v + 1) else {
        return Added::Unclear;
    };
    let outcome = words.lemma(v);
    let outcome = key::outcome(&words.word(v).to_lowercase()).or_else(|| key::outcome(outcome));
    let measure = match outcome {
        Some(part) => measure.with_part(part),
        None => measure,
    };
    // "girls kidnapped": a form without object and auxiliary that the tree takes for a finite verb.
    let bare = chain.auxiliaries.is_empty() && words.child(v, &[Deprel::Obj]).is_none();
    // "Of the 276 girls seized, 57 escaped": no subject stands behind a preposition.
    let is_inside = words.deprel(v) == Deprel::Advcl && scene.preposition(noun.carrier, &(0..0)).is_some();
    let suffered = bare
        && (outcome.is_some() || is_inside)
        && words.word(v).ends_with("ed")
        && !DYING.has(words.lemma(v));
    if passive || suffered {
        if behind.is_empty() && LIGHT.has(words.lemma(v)) {
            return Added::Nothing(measure);
        }
        let Some(lead) = passive_lead(scene, noun, &chain) else {
            return Added::Unclear;
        };
        let m = measure
            .and_word(&lead)
            .and(scene, &[v], true)
            .and(scene, &behind, true);
        return Added::Clause(m);
    }
    let form = words.word(v);
    let only_be = chain
        .auxiliaries
        .iter()
        .all(|&a| auxiliary(words.word(a)).is_some_and(|a| a.is_be()));
    if only_be && !chain.denied && form.ends_with("ing") {
        return Added::Clause(measure.and(scene, &[v], true).and(scene, &behind, true));
    }
    if chain.ahead && chain.auxiliaries.is_empty() {
        return Added::Unclear;
    }
    if behind.is_empty() && outcome.is_none() && (LIGHT.has(words.lemma(v)) || HOLDING.has(form)) {
        return Added::Nothing(measure);
    }
    acting(scene, measure, noun, v, &chain, &behind)
}

/// `measure` with what it did, as the subject of the verb `v` in the active: "students who borrowed".
fn acting(
    scene: Scene<'_>,
    measure: Measure,
    noun: Noun<'_>,
    v: usize,
    chain: &Chain,
    behind: &[usize],
) -> Added {
    let words = scene.words;
    let form = words.word(v);
    let outcome = key::outcome(&form.to_lowercase()).or_else(|| key::outcome(words.lemma(v)));
    // What is left out behind a verb that takes something tells another story.
    let mut group: Vec<usize> = chain.auxiliaries.clone();
    let denials = words.children_by(v, &[Deprel::Advmod]);
    group.extend(denials.filter(|&c| c < v && words.is(c, &["not", "n't", "n’t", "never"])));
    group.push(v);
    group.sort_unstable();
    // "who has nearly 9 million followers, tweeted": the verb is another's.
    if (noun.end..v).any(|i| words.is(i, &[","])) && !(noun.end..v).any(|i| words.upos(i) == Upos::Adv) {
        return Added::Unclear;
    }
    // "voters surveyed support": in front of another verb the form is a participle, and that verb is cut off.
    let alone = chain.auxiliaries.is_empty() && behind.is_empty() && form.ends_with("ed");
    if alone && words.is_verb(v + 1) {
        return Added::Unclear;
    }
    let asked = [
        "surveyed",
        "polled",
        "interviewed",
        "questioned",
        "tested",
        "asked",
        "sampled",
    ];
    // "the senators surveyed support lowering": those asked do not ask.
    if chain.auxiliaries.is_empty() && words.is(v, &asked) && !alone {
        return Added::Unclear;
    }
    let suffers = outcome.is_some() && !DYING.has(words.lemma(v));
    let m = if alone && (suffers || words.is(v, &asked)) {
        measure
    } else {
        let link = noun.pronoun_in(scene, &measure);
        measure.and_word(link)
    };
    Added::Clause(m.and(scene, &group, true).and(scene, behind, true))
}

/// The word that makes a relative clause of a phrase behind the noun `head` whose verb has it for its agent: "voters who
/// took part" where the tree reads a participle.
pub(super) fn relative(scene: Scene<'_>, head: usize, tail: &[usize]) -> Option<&'static str> {
    let words = scene.words;
    let &v = tail.first()?;
    let form = words.word(v);
    let acts = words.argument(v, ArgumentRole::Arg0) == Some(head);
    let past = words.is_verb(v) && !form.ends_with("ing") && form != words.lemma(v);
    let outcome = key::outcome(&form.to_lowercase()).is_some();
    let noun = Noun {
        carrier: head,
        head: Some(head),
        end: v,
        tails: &[],
    };
    // "the delegates needed to win": of a clause above, the phrase says which ones.
    let alone = words.head(head).is_none();
    (acts && past && !outcome && v > head && alone).then(|| noun.pronoun(scene))
}

/// "Children ages 6 and 7": a form for one thing behind a noun for many is no verb of it.
fn is_misread(scene: Scene<'_>, noun: Noun<'_>, v: usize, chain: &Chain) -> bool {
    let words = scene.words;
    let form = words.word(v);
    let many = noun
        .head
        .is_none_or(|h| words.word(h).to_lowercase() != words.lemma(h));
    // "troops the president has stationed".
    let first = chain.auxiliaries.first();
    let one = noun.head == Some(noun.carrier) && first.is_some_and(|&a| words.is(a, &["has"]));
    many && (one || chain.auxiliaries.is_empty() && form.ends_with('s') && form.len() > words.lemma(v).len())
}

/// What stands between a noun and its participle: nothing, "to be", "that could be". `None` where it is denied.
fn passive_lead(scene: Scene<'_>, noun: Noun<'_>, chain: &Chain) -> Option<String> {
    if chain.denied {
        return None;
    }
    let words = scene.words;
    if chain.ahead {
        return Some("to be".to_owned());
    }
    if let Some(modal) = chain.modal {
        let have = chain
            .auxiliaries
            .iter()
            .any(|&a| auxiliary(words.word(a)) == Some(Auxiliary::Have));
        let tail = if have { "have been" } else { "be" };
        return Some(format!(
            "{} {} {tail}",
            noun.pronoun(scene),
            words.word(modal).to_lowercase()
        ));
    }
    let being = chain.auxiliaries.iter().any(|&a| words.is(a, &["being"]));
    Some(if being { "being".to_owned() } else { String::new() })
}

/// "people missing", "homes that were without power".
fn predicate(scene: Scene<'_>, measure: Measure, noun: Noun<'_>, v: usize, chain: &Chain) -> Added {
    let words = scene.words;
    let Some(cop) = chain.auxiliaries.last().copied() else {
        return Added::Nothing(measure);
    };
    if let Some(part) = key::outcome(&words.word(v).to_lowercase()).filter(|_| !chain.denied) {
        if chain.modal.is_some() {
            return Added::Unclear;
        }
        let behind = complements(scene, v, v + 1).unwrap_or_default();
        let m = measure
            .with_part(part)
            .and(scene, &[v], true)
            .and(scene, &behind, true);
        return Added::Clause(m);
    }
    let (_, to) = words.extent(v);
    let phrase: Vec<usize> = (cop + 1..to)
        .take_while(|&i| !words.is_punct(i) && !scene.is_time_word(i) && words.upos(i) != Upos::Sconj)
        .collect();
    let clean = !phrase.is_empty()
        && phrase.len() <= 6
        && phrase
            .iter()
            .all(|&i| words.upos(i) != Upos::Pron && !words.is_verb(i) && words.upos(i) != Upos::Num);
    if !clean || words.upos(v) == Upos::Pron || !is_whole(scene, &phrase) {
        return Added::Unclear;
    }
    let mut group = chain.auxiliaries.clone();
    group.extend(phrase);
    let link = noun.pronoun_in(scene, &measure);
    Added::Clause(measure.and_word(link).and(scene, &group, true))
}

/// `measure` as the object of the verb `v`: "jobs cut by Norvik in Bergen".
pub(super) fn as_object(scene: Scene<'_>, measure: Measure, noun: Noun<'_>, v: usize) -> Added {
    let words = scene.words;
    let chain = chain(scene, v);
    if chain.denied {
        return Added::Unclear;
    }
    let form = words.word(v).to_lowercase();
    let lemma = words.lemma(v);
    // "a poll released Monday, 50 percent", "was chosen over three others": a passive has no object.
    let suffered = words.deprel(v) == Deprel::Acl
        && chain.auxiliaries.is_empty()
        && form != lemma
        && !form.ends_with("ing");
    if chain.passive || suffered && v < noun.carrier {
        return Added::Unclear;
    }
    // "notes, “More than half of them gave”": the words are another's clause.
    if v < noun.carrier && (v + 1..noun.carrier).any(|i| words.is_quotation_mark(i)) {
        return Added::Unclear;
    }
    // "a poll released Sunday, 8 percent said": no comma stands between a verb and its object.
    let parted = v < noun.carrier && (v + 1..noun.carrier).any(|i| words.is(i, &[","]));
    if parted && words.deprel(noun.carrier) != Deprel::Conj && scene.words.word(v).ends_with("ed") {
        return Added::Unclear;
    }
    if is_one_of_several(scene, v, &form) {
        return Added::Unclear;
    }
    let doer = subject(scene, v).filter(|&s| s != noun.carrier && s < v);
    let mut behind = complements(scene, v, noun.end).unwrap_or_default();
    // "surveyed 400 adults with a margin of error of": of the poll.
    if behind.iter().any(|&i| words.is(i, &["margin"])) {
        behind.clear();
    }
    // "allow 300 fighters to leave", "30 hurt, thousands flee": another verb says what of them.
    let infinitive = |i: usize| words.is(i, &["to"]) && words.upos(i) != Upos::Adp;
    let other = behind.first().is_some_and(|&i| infinitive(i)) || noun.carrier < v;
    if other {
        return Added::Nothing(measure.and(scene, noun.tails, true));
    }
    if HOLDING.has(&form) || HOLDING.has(lemma) {
        return held(scene, measure, noun, v, &chain, &behind);
    }
    let particle = words.child(v, &[Deprel::CompoundPrt]).is_some();
    if LIGHT.has(lemma) && !particle || SPEECH.has(lemma) {
        let m = measure.and(scene, noun.tails, true);
        return if behind.is_empty() {
            Added::Nothing(m)
        } else {
            Added::Clause(m.and(scene, &behind, true))
        };
    }
    let outcome = key::outcome(&form).or_else(|| key::outcome(lemma));
    if outcome.is_some_and(|o| measure.key.iter().any(|k| k == o)) {
        return Added::Clause(measure.and(scene, &behind, true));
    }
    let measure = match outcome {
        Some(part) => measure.with_part(part),
        None => measure,
    };
    let passive = Chain {
        passive: true,
        ..chain
    };
    let Some(lead) = passive_lead(scene, noun, &passive) else {
        return Added::Unclear;
    };
    let deed = Deed {
        v,
        outcome,
        doer,
        lead,
    };
    undergone(scene, measure, noun, &deed, behind)
}

/// "arresting, jailing and executing thousands": the object is that of all of them, and the last alone tells too little.
fn is_one_of_several(scene: Scene<'_>, v: usize, form: &str) -> bool {
    let words = scene.words;
    let joined = v >= 2 && words.is(v - 1, &["and", "or"]);
    joined && form.ends_with("ing") && words.is_verb(v - 2) && words.word(v - 2).ends_with("ing")
}

/// What the verb `v` does to its object.
struct Deed {
    v: usize,
    /// What it means for somebody's fate.
    outcome: Option<&'static str>,
    /// Who does it.
    doer: Option<usize>,
    /// What stands in front of its participle.
    lead: String,
}

/// `measure` with what was done to it, by whom, where and what for.
fn undergone(scene: Scene<'_>, measure: Measure, noun: Noun<'_>, deed: &Deed, behind: Vec<usize>) -> Added {
    let words = scene.words;
    let &Deed { v, outcome, doer, .. } = deed;
    let particle: Vec<usize> = words
        .children_by(v, &[Deprel::CompoundPrt])
        .filter(|&p| p == v + 1 && words.head(noun.carrier) == Some(v) || p >= noun.end)
        .filter(|&p| !words.is(p + 1, &["to"]))
        .collect();
    let plain = measure.clone();
    let mut m = measure
        .and_word(&deed.lead)
        .and_word(&participle(&words.word(v).to_lowercase(), words.lemma(v)));
    m.spans.push(words.span(v));
    // "declared legitimate 40 homes".
    if let Some(x) = words
        .child(v, &[Deprel::Xcomp])
        .filter(|&x| x == v + 1 && x < noun.carrier)
    {
        m = m.and(scene, &[x], true);
    }
    let behind: Vec<usize> = behind.into_iter().filter(|i| !particle.contains(i)).collect();
    m = m.and(scene, &particle, true);
    let harm = doer.is_some_and(|d| HARM.has(words.lemma(d)));
    let by = doer.filter(|_| outcome.is_none() || harm).and_then(|d| {
        let lone = behind.is_empty() && noun.tails.is_empty();
        known_agent(scene, d, v).or_else(|| agent(scene, d, v).filter(|_| lone && outcome.is_none()))
    });
    // "homes owned": by whom and where, nobody can tell.
    if by.is_none() && behind.is_empty() && noun.tails.is_empty() && outcome.is_none() {
        return Added::Nothing(plain);
    }
    let width = |text: &str| text.split(' ').count();
    let by = by.filter(|by| {
        let rest: Vec<usize> = noun.tails.iter().chain(&behind).copied().collect();
        let words = width(&scene.print(&rest)) + width(&scene.print(by));
        rest.is_empty() || width(&m.text) + 1 + words <= MOST
    });
    if let Some(by) = by {
        let link = if harm && outcome.is_some() { "in" } else { "by" };
        m = m.and_word(link).and(scene, &by, true);
    }
    let m = m.and(scene, noun.tails, true).and(scene, &behind, true);
    let end = behind.last().map_or(noun.end, |&l| l + 1);
    Added::Clause(with_purpose(scene, m, v, end))
}

/// With what the deed is for, where the label stays short: "bills signed by Lind to end the subsidy".
fn with_purpose(scene: Scene<'_>, m: Measure, v: usize, end: usize) -> Measure {
    match deed::purpose(scene, v, end) {
        Some(aim) if m.text.split(' ').count() + aim.len() + 2 <= MOST => m.and(scene, &aim, true),
        _ => m,
    }
}

/// The one who did it, where more than an article and a noun that any other may have says who: not "the man".
pub(super) fn known_agent(scene: Scene<'_>, s: usize, before: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let by = agent(scene, s, before)?;
    let general = words.upos(s) == Upos::Noun
        && !words.is_capital(s)
        && (HUMAN.has(words.lemma(s)) || BODIES.has(words.lemma(s)));
    let article = by
        .first()
        .is_some_and(|&i| words.is(i, &["the", "a", "an", "this", "that"]));
    (!(general && article && by.len() == 2)).then_some(by)
}

/// "Peru has 40 ports": ports of Peru; "Norvik may have 60 ships": ships that Norvik may have.
fn held(
    scene: Scene<'_>,
    measure: Measure,
    noun: Noun<'_>,
    v: usize,
    chain: &Chain,
    behind: &[usize],
) -> Added {
    let words = scene.words;
    if chain.ahead {
        return Added::Unclear;
    }
    let holder = subject(scene, v).filter(|&s| s != noun.carrier);
    let measure = measure.and(scene, noun.tails, true);
    let Some((head, words_of_holder)) = holder.and_then(|h| agent(scene, h, v).map(|w| (h, w))) else {
        return if behind.is_empty() {
            Added::Nothing(measure)
        } else {
            Added::Clause(measure.and(scene, behind, true))
        };
    };
    if let Some(modal) = chain.modal {
        let m = measure.and_word("that").and(scene, &words_of_holder, true);
        return Added::Clause(m.and(scene, &[modal, v], true).and(scene, behind, true));
    }
    let name = words_of_holder.len() <= 3 && words_of_holder.iter().all(|&i| words.is_capital(i));
    // "Peru has 800 soldiers at a base in Chile": they are not in Peru.
    let country = behind.is_empty()
        && key::country_at(scene.view, scene.piece_at(words.span(head).start), usize::MAX).is_some();
    if name && !country {
        let m = measure.owned_by(Measure::of(scene, &words_of_holder));
        return Added::Clause(m.and(scene, behind, true));
    }
    let link = if country { "in" } else { "of" };
    Added::Clause(
        measure
            .and_word(link)
            .and(scene, &words_of_holder, true)
            .and(scene, behind, true),
    )
}
