//! Counted nouns: "over 23,000 Vietnamese students in China".

use dossier_annotate::view::SUBJECTS;
use dossier_model::{Bound, Deprel, LabelKind, Quantity, Upos};

use super::Number;
use super::object::{Added, Noun, as_object, as_subject, relative};
use super::stranded;
use super::toll::{clause_place, is_toll, toll_place};
use super::uncounted::{is_hyphened, is_no_count};
use super::whole::{apposed_to, of_whole};
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{NounPhrase, core, is_owned_by_pronoun, is_whole, noun_phrase, owner};
use crate::grammar::figure::wording::Measure;

dossier_world::words!(DEED_NOUNS = "figure/deed_nouns.txt");
dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(BODIES = "figure/pointing_nouns.txt");
dossier_world::words!(DROPPED = "figure/dropped_modifiers.txt");
dossier_world::words!(PARTS = "figure/part_nouns.txt");
dossier_world::words!(POLLING = "figure/polling_nouns.txt");

/// "People who took part in the march": the clause tells them apart where the noun does not.
fn with_key(scene: Scene<'_>, mut m: Measure) -> Measure {
    if m.key.is_empty() {
        for span in m.spans.clone() {
            crate::grammar::figure::key::add(scene.view, span, false, &mut m.key);
        }
        m.key.sort();
    }
    m
}

/// With what befell the counted, where the noun or what stands behind it says so.
fn with_outcomes(scene: Scene<'_>, m: Measure, head: Option<usize>, tails: &[Vec<usize>]) -> Measure {
    let of_noun = head.and_then(|h| {
        let word = scene.words.word(h).to_lowercase();
        crate::grammar::figure::key::outcome(&word)
    });
    let of_tails = tails.iter().flatten().filter_map(|&i| outcome_word(scene, i));
    of_noun.into_iter().chain(of_tails).fold(m, Measure::with_part)
}

/// The measure of a counted noun.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let a = n.annotation()?;
    let q = &a.value;
    let words = scene.words;
    // "one of the missing girls" tells of her, not how many are missing.
    if q.value.is_some_and(|v| v <= 1.0) && words.is(n.from + 1, &["of"]) {
        return None;
    }
    if is_hyphened(scene, n) {
        return None;
    }
    let (found, np) = noun(scene, n, q)?;
    let tails = np.as_ref().map_or(&[] as &[Vec<usize>], |np| &np.tails);
    // "a poll of 400 voters released by": the poll was released.
    let of_poll = words
        .head(found.carrier)
        .is_some_and(|g| g < n.from && POLLING.has(words.lemma(g)));
    let tails = if of_poll { &[] as &[Vec<usize>] } else { tails };
    // "of" phrases belong to the noun; what else stands behind it may belong to the verb, and comes behind it.
    let own = tails
        .iter()
        .take_while(|t| t.first().is_some_and(|&i| words.is(i, &["of", "and", "or", ","])))
        .count();
    let (own, rest) = tails.split_at(own);
    let verbal = rest.iter().any(|t| {
        t.first()
            .is_some_and(|&i| !matches!(words.upos(i), Upos::Adp | Upos::Sconj))
    });
    let behind: Vec<usize> = rest.concat();
    let noun = Noun {
        tails: &behind,
        ..found
    };
    if is_no_count(scene, noun, n) {
        return None;
    }
    let mut m = match &np {
        Some(np) => own
            .iter()
            .fold(Measure::of(scene, &np.core), |m, tail| m.and(scene, tail, true)),
        None => Measure::word("people"),
    };
    m = with_outcomes(scene, m, noun.head, tails);
    let link = noun.head.and_then(|h| relative(scene, h, rest.first()?));
    let had = match link {
        Some(link) => m.clone().and_word(link).and(scene, &behind, true),
        None => m.clone().and(scene, &behind, true),
    };
    let added = if let Some(m) = in_main_clause(scene, &m, noun) {
        Added::Clause(m)
    } else if verbal {
        Added::Nothing(had.clone())
    } else {
        in_clause(scene, m, noun, n)
    };
    let (mut m, told) = match added {
        Added::Clause(m) => (m, true),
        Added::Nothing(m) => (m, false),
        Added::Unclear if is_toll(&had) => (had, false),
        Added::Unclear => return None,
    };
    if is_toll(&m) {
        m = toll_place(scene, m, noun, n.from);
    } else if told {
        m = clause_place(scene, m, noun);
    }
    let said = tails
        .iter()
        .any(|t| t.first().is_some_and(|&i| words.upos(i) != Upos::Cconj));
    let kept = Kept {
        told,
        said: told || verbal || said,
        width: np.as_ref().map_or(1, |np| np.core.len()),
    };
    enough(scene, m, noun, n, &kept)
}

/// The counted noun with its own phrases and no clause: what is counted where two reports give one number of it.
pub(super) fn plain(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let q = n.quantity()?;
    if is_hyphened(scene, n) || q.value.is_some_and(|v| v <= 1.0) {
        return None;
    }
    let (found, np) = noun(scene, n, q)?;
    let np = np?;
    if is_no_count(scene, found, n) || vague(scene, n) {
        return None;
    }
    let of = |t: &&Vec<usize>| {
        t.first()
            .is_some_and(|&i| scene.words.is(i, &["of", "and", "in", "for"]))
    };
    let tails = np.tails.iter().take_while(of);
    let m = tails.fold(Measure::of(scene, &np.core), |m, tail| m.and(scene, tail, true));
    let m = with_outcomes(scene, m, found.head, &np.tails);
    m.text
        .contains(' ')
        .then(|| with_key(scene, m).found_by(LabelKind::Counted))
}

/// How much is known of a counted noun.
struct Kept {
    /// Its clause tells of it.
    told: bool,
    /// Its clause, or a phrase behind it.
    said: bool,
    /// Words of the noun with its modifiers.
    width: usize,
}

/// The measure, where it says enough to stand for itself.
fn enough(scene: Scene<'_>, mut m: Measure, noun: Noun<'_>, n: Number<'_>, kept: &Kept) -> Option<Measure> {
    let q = n.quantity()?;
    let toll = is_toll(&m);
    let small = q.value.is_some_and(|v| v.abs() < 10.0) && q.bound == Bound::Exact
        || q.value.is_none() && q.high.is_some_and(|v| v < 10.0);
    let digits = (n.from..n.to).any(|i| scene.words.word(i).starts_with(|c: char| c.is_ascii_digit()));
    let single = q.value.is_some_and(|v| v <= 1.0) && !toll;
    if single || !kept.told && !toll && q.value.is_none() && vague(scene, n) {
        return None;
    }
    let owned = noun.head.is_some_and(|h| is_owned_by_pronoun(scene, h));
    let owner = noun.head.and_then(|h| owner(scene, h));
    let named = owner.is_some();
    // "their 1,400 jobs making furnaces": whose, nobody can tell.
    let orphan = owned && !named && !toll && !kept.told && !m.text.contains(char::is_uppercase);
    if let Some(name) = owner {
        m = m.owned_by(Measure::of(scene, &name));
    }
    let bare = kept.width < 2 || owned && kept.width < 3;
    if !kept.said && !toll && !named && bare {
        return None;
    }
    if let Some(rest) = m.text.strip_prefix("others ") {
        m.text = format!("other people {rest}");
    }
    if toll {
        m.text = of_people(scene, noun, m.text);
    }
    let kind = if toll { LabelKind::Toll } else { LabelKind::Counted };
    // Few things told in words are no figure of one report; two reports make one of them.
    m.is_passing = orphan || small && !digits && !toll;
    Some(with_key(scene, m).found_by(kind))
}

/// The text of a toll that names whom it counts: "killed (Lund bridge)" is of people, "22 others" are people as well.
fn of_people(scene: Scene<'_>, noun: Noun<'_>, text: String) -> String {
    let fate = noun.head.map(|h| scene.words.word(h).to_lowercase());
    let fate =
        fate.filter(|f| f.ends_with("ed") || matches!(f.as_str(), "dead" | "hurt" | "missing" | "slain"));
    if fate.is_some_and(|f| crate::grammar::figure::key::outcome(&f).is_some() && text.starts_with(&f)) {
        return format!("people {text}");
    }
    let text = match text.strip_prefix("other ") {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    // "people died in the war": no clause stands in a table.
    match text.split_once(" died") {
        Some((who, rest)) if !who.contains(' ') && (rest.is_empty() || rest.starts_with(' ')) => {
            format!("{who} who died{rest}")
        }
        _ => text,
    }
}

/// What a word says of someone's fate.
fn outcome_word(scene: Scene<'_>, i: usize) -> Option<&'static str> {
    let verb = scene.words.is_verb(i) || scene.words.upos(i) == Upos::Adj;
    verb.then(|| crate::grammar::figure::key::outcome(&scene.words.word(i).to_lowercase()))
        .flatten()
}

/// Whether an order of magnitude stands for the number.
pub(super) fn vague(scene: Scene<'_>, n: Number<'_>) -> bool {
    (n.from..n.to).any(|i| {
        scene.words.is(
            i,
            &[
                "dozens",
                "scores",
                "hundreds",
                "thousands",
                "millions",
                "billions",
                "tens",
            ],
        )
    })
}

/// The noun that is counted, and its phrase; without a phrase for people who are not named.
fn noun(scene: Scene<'_>, n: Number<'_>, q: &Quantity) -> Option<(Noun<'static>, Option<NounPhrase>)> {
    let words = scene.words;
    let Some(of) = q.of else {
        let carrier = scene.top(n.words(), n.to - 1);
        let noun = Noun {
            carrier,
            head: None,
            end: n.to,
            tails: &[],
        };
        return Some((noun, None));
    };
    let range = words.inside(of);
    let head = range.end.checked_sub(1).filter(|h| range.contains(h))?;
    let skip = n.from..range.start;
    let mut np = noun_phrase(scene, head, &skip)?;
    // The finder of numbers knows better where the noun begins than a tree that lost it.
    if !np.core.contains(&range.start) && words.deprel(range.start) != Deprel::Det {
        let within = |i: &usize| !core_drops(scene, *i);
        np.core = range.clone().filter(within).collect();
    }
    // "Two of the 240 suits": the number stands for them.
    let number = words.head(head).filter(|h| skip.contains(h));
    let carrier = match number {
        Some(h) => scene.top(skip.clone(), h),
        None => head,
    };
    if !is_whole(scene, &np.core) {
        return None;
    }
    let end = np.end.max(n.to);
    let noun = Noun {
        carrier,
        head: Some(head),
        end,
        tails: &[],
    };
    Some((noun, Some(np)))
}

fn core_drops(scene: Scene<'_>, i: usize) -> bool {
    matches!(scene.words.upos(i), Upos::Det | Upos::Pron) || scene.words.is_in(i, &DROPPED)
}

/// The measure with what its clause says of it.
fn in_clause(scene: Scene<'_>, m: Measure, noun: Noun<'_>, n: Number<'_>) -> Added {
    let words = scene.words;
    if let Some(whole) = apposed_to(scene, noun, n) {
        return of_whole(scene, m, noun, whole);
    }
    let carrier = words.first_conjunct(noun.carrier);
    let noun = Noun { carrier, ..noun };
    let Some(g) = words.head(carrier) else {
        return Added::Nothing(m.and(scene, noun.tails, true));
    };
    let skip = n.words();
    let case = scene.preposition(carrier, &skip);
    match words.deprel(carrier) {
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter => {
            // "There are 40 ports in Peru."
            if words.children_by(g, &[Deprel::Expl]).next().is_some() {
                let behind = crate::grammar::figure::tree::complements(scene, g, noun.end);
                let m = m.and(scene, noun.tails, true);
                return match behind {
                    Some(behind) if !behind.is_empty() => Added::Clause(m.and(scene, &behind, true)),
                    _ => Added::Nothing(m),
                };
            }
            // "people killed", read as a clause of its own.
            as_subject(scene, m, noun, g)
        }
        // "costing 300 people their jobs", "gave 30 families a home": another noun is what the verb takes.
        Deprel::Obj | Deprel::Iobj
            if words.is_verb(g) && words.children_by(g, &[Deprel::Obj]).any(|o| o >= noun.end) =>
        {
            Added::Unclear
        }
        // "600,000 manufacturing jobs": a verb inside the counted phrase is a modifier.
        _ if words.is_verb(g) && (n.from..noun.end).contains(&g) => {
            Added::Nothing(m.and(scene, noun.tails, true))
        }
        Deprel::Obj | Deprel::Iobj | Deprel::OblUnmarked if words.is_verb(g) => as_object(scene, m, noun, g),
        Deprel::Obl | Deprel::Xcomp if words.is_verb(g) && case.is_none() => as_object(scene, m, noun, g),
        Deprel::Obl if case.is_some() => match stranded::read(scene, m.clone(), noun, n) {
            Some(m) => Added::Clause(m),
            None => Added::Nothing(m.and(scene, noun.tails, true)),
        },
        Deprel::Nmod if case.is_some() && words.is_noun(g) => of_noun(scene, m, noun, g),
        _ => Added::Nothing(m.and(scene, noun.tails, true)),
    }
}

/// The measure by what a noun that a participle describes undergoes in its own clause: "21 girls abducted by rebels have been
/// freed" counts those who were freed. The tree may take the participle for the verb and leave the later one without a
/// subject.
fn in_main_clause(scene: Scene<'_>, m: &Measure, noun: Noun<'_>) -> Option<Measure> {
    const FAR: usize = 20;
    let words = scene.words;
    let head = noun.head?;
    let participle = words.upos(head + 1) == Upos::Verb && words.word(head + 1) != words.lemma(head + 1);
    let end = words.sentence_words(head).1.min(head + FAR);
    let stops = |i: &usize| {
        words.is(
            *i,
            &[",", ";", ":", "—", "–", "(", "who", "which", "that", "and", "but"],
        )
    };
    let is_passive = |i: &usize| words.deprel(*i) == Deprel::AuxPass;
    let aux = (head + 2..end).take_while(|i| !stops(i)).find(is_passive)?;
    let v = words.head(aux).filter(|&v| v > aux && participle)?;
    // "the first of 276 girls seized to be freed".
    if words
        .children_by(v, &[Deprel::Mark])
        .any(|m| words.is(m, &["to"]))
    {
        return None;
    }
    let carrier = words.first_conjunct(noun.carrier);
    // Nothing behind the noun is the subject.
    let open = words.children_by(v, SUBJECTS).all(|s| s == carrier);
    let bare = Noun {
        carrier,
        tails: &[],
        end: aux,
        ..noun
    };
    match open.then(|| as_subject(scene, m.clone(), bare, v)) {
        Some(Added::Clause(m)) => Some(m),
        _ => None,
    }
}

/// "a fleet of 30 ships", "the sale of 12 jets to Norway": the noun that the counted belong to.
fn of_noun(scene: Scene<'_>, m: Measure, noun: Noun<'_>, g: usize) -> Added {
    let words = scene.words;
    let m = m.and(scene, noun.tails, true);
    let case = scene.preposition(noun.carrier, &(0..0)).filter(|&c| c == g + 1);
    // "Interviews with 12 leaders": how many interviews, nobody says.
    let case =
        case.filter(|&c| words.is(c, &["of"]) || POLLING.has(words.lemma(g)) && words.is(c, &["with"]));
    let body = HUMAN.has(words.lemma(g)) || BODIES.has(words.lemma(g));
    let deed = DEED_NOUNS.has(words.lemma(g))
        || POLLING.has(words.lemma(g))
        || ["tion", "sion", "ment"]
            .iter()
            .any(|e| !body && words.lemma(g).ends_with(e) && !PARTS.has(words.lemma(g)));
    let (Some(case), Some(front)) = (case, core(scene, g, &(0..0), false)) else {
        return Added::Nothing(m);
    };
    if !deed || words.upos(g) == Upos::Propn || scene.is_time_word(g) {
        return Added::Nothing(m);
    }
    let head = Measure::of(scene, &front).and(scene, &[case], true);
    let mut out = Measure {
        text: format!("{} {}", head.text, m.text),
        ..m
    };
    for part in head.key {
        out = out.with_part(&part);
    }
    out.spans.extend(head.spans);
    // "released a list of 200 donors": who did what with it.
    let v = words.head(g).filter(|&v| words.is_verb(v) && v < g);
    let things = ["array", "batch", "fleet", "list", "pool", "series", "shipment"];
    let thing = words.deprel(g) == Deprel::Obj && things.contains(&words.lemma(g));
    let Some(v) = v.filter(|_| thing) else {
        return Added::Clause(out);
    };
    let whole = Noun {
        carrier: g,
        head: Some(g),
        end: noun.end,
        tails: &[],
    };
    match as_object(scene, out.clone(), whole, v) {
        Added::Clause(m) => Added::Clause(m),
        _ => Added::Clause(out),
    }
}
