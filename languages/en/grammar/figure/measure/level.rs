//! Levels and their moves: "the death toll rose to 61", "inflation stood at 4 percent, up from 3".

use dossier_model::{Deprel, LabelKind, UnitBase, Upos};

use super::change::{base_of, changed, compared};
use super::{Number, Sense};
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{Chain, Tail, chain, noun_phrase, prepositional, subject};
use crate::grammar::figure::wording::Measure;
use crate::grammar::quantity::change;
use crate::grammar::quantity::unit::has_dimension;

dossier_world::words!(LEVEL_VERBS = "figure/level_verbs.txt");
dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(INDEX_NAMES = "figure/index_names.txt");
dossier_world::words!(SETTING = "figure/setting_verbs.txt");
dossier_world::words!(BETWEEN = "figure/between_levels.txt");
dossier_world::words!(COUNT_LEVELS = "figure/count_levels.txt");

/// What moves, and how.
struct Found {
    base: usize,
    sense: Sense,
    /// "planned" or "possible", where the verb is ahead or a modal stands before it.
    plan: Option<&'static str>,
}

/// The level or the move that the number is, where a verb or a word of comparison says so. `carrier` stands for the
/// number in the tree.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Measure> {
    let found = by_verb(scene, n, carrier).or_else(|| by_copula(scene, n, carrier));
    let Some(found) = found else {
        return step(scene, n);
    };
    let base = measure_of(scene, n, found.base);
    let base = base.or_else(|| step(scene, n).filter(|_| found.sense == Sense::Level))?;
    let mut stem = changed(base, found.sense);
    // What is only planned is never joined with what came about; what stood before did.
    if let Some(word) = found.plan.filter(|_| found.sense != Sense::Before) {
        stem.text = format!("{word} {}", stem.text);
        stem = stem.with_part("planned");
    }
    let with_place = place(scene, n, carrier, stem.clone());
    let mut m = with_place.unwrap_or_else(|| stem.clone());
    if m.stem.is_none() {
        m.stem = Some(Box::new(stem));
    }
    let kind = if found.sense == Sense::Level {
        LabelKind::Level
    } else {
        LabelKind::Change
    };
    Some(m.found_by(kind))
}

/// The measure of a level's noun.
fn measure_of(scene: Scene<'_>, n: Number<'_>, base: usize) -> Option<Measure> {
    let words = scene.words;
    // "Trade with Norway reached": a subject that the tagger takes for a verb.
    let noun = words.is_noun(base) || words.is_verb(base) && words.deprel(base) == Deprel::Nsubj;
    if !noun || scene.is_time_word(base) || words.is(base, &["percent", "%", "cent", "point", "points"]) {
        return None;
    }
    // A name or a person does not rise: sales or shares do. "The Nikkei" is an index.
    let name = words.upos(base) == Upos::Propn && words.is_capital(base) && !words.opens_sentence(base);
    if name && !INDEX_NAMES.has(words.lemma(base)) || HUMAN.has(words.lemma(base)) {
        return None;
    }
    let bare = n.quantity()?.unit.is_none();
    let large = n.quantity()?.value.is_some_and(|v| v >= 1000.0);
    // "sales rose by a quarter".
    let by = n.from > 0 && words.is(n.from - 1, &["by"]);
    let part = by && n.quantity()?.value.is_some_and(|v| v > 0.0 && v < 1.0);
    if bare && !(large || part || COUNT_LEVELS.has(words.lemma(base))) {
        return None;
    }
    let np = noun_phrase(scene, base, &n.words())?;
    let mut m = Measure::of(scene, &np.core);
    for tail in np
        .tails
        .iter()
        .filter(|t| t.iter().all(|i| !n.words().contains(i)))
    {
        m = m.and(scene, tail, false);
    }
    if part && m.text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let part = crate::grammar::figure::key::outcome(words.lemma(base));
    m = m.with_owner(scene, base);
    Some(match part {
        Some(part) => m.with_part(part),
        None => m,
    })
}

/// The place or group that stands right behind the number: "rose 3 percent in Norway".
fn place(scene: Scene<'_>, n: Number<'_>, carrier: usize, stem: Measure) -> Option<Measure> {
    let words = scene.words;
    if !words.is(n.to, &["in", "on", "for", "among"]) || scene.is_time_word(n.to + 1) {
        return None;
    }
    let noun = words.head(n.to).filter(|&h| h > n.to && h < n.to + 5)?;
    let own = words
        .head(noun)
        .is_some_and(|h| h == carrier || Some(h) == words.head(carrier));
    let Tail::Words(tail) = prepositional(scene, noun, false, 1) else {
        return None;
    };
    let mut m = own.then(|| stem.clone().and(scene, &tail, false))?;
    m.base = stem.base.clone().map(|b| Box::new(b.and(scene, &tail, false)));
    m.stem = Some(Box::new(stem));
    Some(m)
}

/// The verb that says how the number stands to its subject or object.
fn by_verb(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Found> {
    let words = scene.words;
    // "exceeding 20 billion": the verb is a part of the bound.
    if words.is_verb(carrier) && n.words().contains(&carrier) {
        let base = subject(scene, carrier)?;
        return Some(Found {
            base,
            sense: Sense::Level,
            plan: None,
        });
    }
    let carrier = words.first_conjunct(carrier);
    let v = words.head(carrier).filter(|&v| words.is_verb(v) && v < carrier)?;
    let close = matches!(
        words.deprel(carrier),
        Deprel::Obj
            | Deprel::Obl
            | Deprel::OblUnmarked
            | Deprel::OblAgent
            | Deprel::Xcomp
            | Deprel::Advmod
            | Deprel::Nmod
            | Deprel::Dep
            | Deprel::Nummod
    );
    // A verb between the two: the number belongs to that one.
    let between =
        (v + 1..n.from).any(|i| words.is_verb(i) && !words.is(i, &["estimated", "reported", "combined"]));
    if !close || between || chain(scene, v).denied {
        return None;
    }
    // A tree may hang the preposition elsewhere.
    let right_before = n
        .from
        .checked_sub(1)
        .filter(|&c| words.is(c, &["to", "from", "by", "at", "of"]));
    let own = || {
        scene
            .preposition(carrier, &n.words())
            .filter(|&c| c < n.from && n.from - c < 4)
    };
    let case = right_before.or_else(own);
    let case = case.map_or_else(String::new, |c| words.word(c).to_lowercase());
    let plan = plan(&chain(scene, v));
    let form = words.word(v).to_lowercase();
    let object = words
        .child(v, &[Deprel::Obj])
        .filter(|&o| o != carrier && o < carrier);
    let rising = change::rise(&form);
    let falling = change::fall(&form);
    let sense = sense_of(scene, n, &case, rising);
    if (rising || falling) && moves(n, &case, &form) {
        let base = object.or_else(|| subject(scene, v))?;
        return Some(Found { base, sense, plan });
    }
    let level = LEVEL_VERBS.has(&form) || LEVEL_VERBS.has(words.lemma(v));
    // "put the toll at 61", "brings the total to 12".
    if let Some(o) = object {
        let sets = matches!(case.as_str(), "to" | "at") && (SETTING.has(words.lemma(v)) || level);
        return sets.then_some(Found {
            base: o,
            sense: Sense::Level,
            plan,
        });
    }
    let fits = matches!(
        case.as_str(),
        "" | "at" | "to" | "above" | "below" | "under" | "over" | "around"
    );
    if level && fits {
        let base = subject(scene, v)?;
        return Some(Found {
            base,
            sense: Sense::Level,
            plan,
        });
    }
    None
}

/// What a number behind `case` and a verb that rises or falls is.
fn sense_of(scene: Scene<'_>, n: Number<'_>, case: &str, rising: bool) -> Sense {
    let step = if rising { Sense::Rise } else { Sense::Fall };
    match case {
        // "reduce emissions 26 percent to 28 percent": both are the change.
        "to" if is_range_end(n) => step,
        "to" | "at" => Sense::Level,
        "from" => Sense::Before,
        _ if below(scene, n) => Sense::Level,
        _ => step,
    }
}

/// Whether the number ends a range: only "to" stands between it and a number of its unit.
fn is_range_end(n: Number<'_>) -> bool {
    let (Some(before), Some(own)) = (n.before(), n.annotation()) else {
        return false;
    };
    // " to " and no more.
    before.value.unit == own.value.unit && own.span.start - before.span.end <= 4
}

/// What a level or a move is that did not come about yet.
fn plan(chain: &Chain) -> Option<&'static str> {
    if chain.ahead {
        Some("planned")
    } else {
        chain.modal.map(|_| "possible")
    }
}

/// "fell below $6,000" tells where it stood.
fn below(scene: Scene<'_>, n: Number<'_>) -> bool {
    let first = |i: usize| scene.words.is(i, &["below", "under", "beneath", "above", "past"]);
    first(n.from) || n.from > 0 && first(n.from - 1)
}

/// Whether a number can be the step or the end of a move: lengths and speeds only "by" or "to" so much, money only
/// where it is no deed.
fn moves(n: Number<'_>, case: &str, form: &str) -> bool {
    let Some(unit) = n.quantity().and_then(|q| q.unit.as_ref()) else {
        return !case.is_empty();
    };
    let point = unit.per.is_none() && matches!(unit.base, UnitBase::Point(_)) || unit.noun() == Some("point");
    if n.is_share() || point {
        return true;
    }
    dossier_world::words!(MONEY_DEEDS = "figure/money_deeds.txt");
    let by = unit.per.as_ref().and_then(|p| p.of.as_ref());
    let space = [Some(&unit.base), by].into_iter().flatten().any(|base| {
        ["length", "area", "volume", "speed", "temperature", "angle"]
            .iter()
            .any(|d| has_dimension(base, d))
    });
    !case.is_empty() || !(space || MONEY_DEEDS.has(form))
}

/// "inflation is 4 percent", "support is up 3 points to 60", "prices are 5 percent higher".
fn by_copula(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Found> {
    let words = scene.words;
    let level = |base| Found {
        base,
        sense: Sense::Level,
        plan: plan(&chain(scene, carrier)),
    };
    // "5 percent higher than": the number measures the difference.
    let head = words.head(carrier);
    if let Some(h) = head
        && let Some(sense) = compared(&words.word(h).to_lowercase())
        && matches!(words.upos(h), Upos::Adj | Upos::Adv)
        && (h == n.to || h + 1 == n.from)
        && let Some(base) = subject(scene, h)
    {
        // "higher than for others": apart from another, and no change.
        let than = words.is(h + 1, &["than"]);
        if than && !(h + 2..h + 6).any(|i| scene.is_time_word(i)) {
            return None;
        }
        let plan = plan(&chain(scene, h));
        return Some(Found { base, sense, plan });
    }
    // "worth $5 million".
    if let Some(h) = head.filter(|&h| words.is(h, &["worth"])) {
        let base = subject(scene, h).or_else(|| words.head(h).filter(|&g| words.is_noun(g)))?;
        return Some(level(base));
    }
    // "unemployment, now at 7 percent".
    if words.deprel(carrier) == Deprel::Nmod
        && let Some(h) = head.filter(|&h| words.is_noun(h))
        && scene
            .preposition(carrier, &n.words())
            .is_some_and(|c| words.is(c, &["at"]))
    {
        return Some(level(h));
    }
    let cop = words.children_by(carrier, &[Deprel::Cop]).any(|c| c < n.from);
    // "the other way is $1 trillion in costs for nurses": the number has a noun of its own.
    let money = n
        .quantity()
        .is_some_and(|q| q.unit.as_ref().is_some_and(|u| u.base.is_money()));
    let own = money
        && words.is(n.to, &["in"])
        && words.upos(n.to + 1) == Upos::Noun
        && !scene.is_time_word(n.to + 1);
    let base = subject(scene, carrier).filter(|_| cop && !own)?;
    if chain(scene, carrier).denied || words.children_by(carrier, &[Deprel::Expl]).next().is_some() {
        return None;
    }
    let around = [n.from.checked_sub(1), Some(n.to)];
    let sense = around
        .into_iter()
        .flatten()
        .find_map(|i| compared(&words.word(i).to_lowercase()));
    match sense {
        Some(sense) => Some(Found { sense, ..level(base) }),
        None => Some(level(base)),
    }
}

/// "…, up 3 percent to $5 billion", "…, up from 3 percent": the number behind a step is a level, and the one that it
/// came from.
fn step(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let words = scene.words;
    let before = n.before()?;
    let end = words.inside(before.span).end;
    // "20 billion by one count and 26 billion by another", "1.2 billion in 2030 according to the one side and 900 million …".
    let counts = n.from > end + 1
        && n.from - end < 12
        && words.is(n.from - 1, &["and", "or", "but"])
        && (end..n.from).any(|i| words.is(i, &["according", "by"]))
        && before.value.unit == n.quantity()?.unit;
    if counts {
        return base_of(n.last);
    }
    let case = n.from.checked_sub(1).filter(|&c| words.is(c, &["to", "from"]))?;
    let gap = (end..case).all(|i| BETWEEN.has_any_case(words.word(i)));
    if case < end || case - end > 3 || !gap {
        return None;
    }
    let base = base_of(n.last)?;
    Some(if words.is(case, &["to"]) {
        base.found_by(LabelKind::Level)
    } else {
        changed(base, Sense::Before)
    })
}
